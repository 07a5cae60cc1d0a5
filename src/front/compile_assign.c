// compile_assign.c: storing into targets: assignment, unpacking, augmented assignment, del.
//
// A value that goes to one plain local is computed right into its register. `a, b = b, a` makes no
// tuple. Unpacking writes straight into locals whose registers stand in a row.
#include "front/compile_inner.h"

bool compile_direct_target(const Compiler *c, const Node *target, uint32_t *reg) {
    (void)c;
    if (target->kind != AST_Name || !target->as.Name.sym) { return false; }
    int local = compile_local(target->as.Name.sym);
    if (local < 0) { return false; }
    *reg = (uint32_t)local;
    return true;
}

// ---- unpacking -----------------------------------------------------------------------------------

// Whether the targets are plain locals with registers in a row.
static bool cassign_in_row(const Compiler *c, Node *const *elts, uint32_t n, uint32_t *first) {
    if (n == 0 || !compile_direct_target(c, elts[0], first)) { return false; }
    for (uint32_t i = 1; i < n; i++) {
        uint32_t reg;
        if (!compile_direct_target(c, elts[i], &reg) || reg != *first + i) { return false; }
    }
    return true;
}

static void cassign_unpack(Compiler *c, Node *at, Node *const *elts, uint32_t n, uint32_t reg);

// Too many targets for the registers left: some, then the rest as a list.
static void cassign_unpack_some(Compiler *c, Node *at, Node *const *elts, uint32_t n, uint32_t reg,
                                uint32_t some) {
    uint32_t mark = c->unit->temp, first = emit_temps(c, some + 1);
    emit_ext(c, OPC_UNPACK_EX, first, reg, some, 0);
    for (uint32_t i = 0; i < some; i++) { compile_assign_to(c, elts[i], first + i); }
    emit_move(c, first, first + some);
    c->unit->temp = first + 1;
    compile_at(c, at);
    cassign_unpack(c, at, elts + some, n - some, first);
    c->unit->temp = mark;
}

static void cassign_unpack(Compiler *c, Node *at, Node *const *elts, uint32_t n, uint32_t reg) {
    uint32_t star = 0, mark = c->unit->temp, first, room = compile_chunk(c);
    while (star < n && elts[star]->kind != AST_Starred) { star++; }
    if (n > room && star >= room && !c->failed) {
        cassign_unpack_some(c, at, elts, n, reg, room - 1);
        return;
    }
    if (star < n) {
        if (star > 255 || n - star > 100) {
            emit_error(c, at, "too many expressions in star-unpacking assignment");
            return;
        }
        first = emit_temps(c, n);
        emit_ext(c, OPC_UNPACK_EX, first, reg, star, n - star - 1);
    } else {
        bool direct = cassign_in_row(c, elts, n, &first);
        if (!direct) { first = n ? emit_temps(c, n) : mark; }
        emit_abc(c, OPC_UNPACK, first, reg, n);
        for (uint32_t i = 0; direct && i < n; i++) {
            compile_mark_assigned(c, elts[i]->as.Name.sym);
        }
        if (direct) { return; }
    }
    for (uint32_t i = 0; i < n; i++) { compile_assign_to(c, elts[i], first + i); }
    c->unit->temp = mark;
}

void compile_assign_to(Compiler *c, Node *target, uint32_t reg) {
    uint32_t mark = c->unit->temp;
    switch (target->kind) {
    case AST_Name:
        compile_at(c, target);
        compile_store(c, target->as.Name.sym, reg);
        break;
    case AST_Attribute: {
        compile_note_attribute(c, target);
        uint32_t obj = compile_expr(c, target->as.Attribute.value, REG_ANY);
        compile_attr_pos(c, target, target);
        emit_name(c, OPC_STORE_ATTR, obj, reg,
                  emit_text(c, scope_mangle(c->front, c->scope, target->as.Attribute.attr)));
        break;
    }
    case AST_Subscript: {
        Subscripted s;
        compile_subscript_parts(c, target, false, &s);
        compile_at(c, target);
        compile_set_item(c, &s, reg);
        break;
    }
    case AST_Starred: compile_assign_to(c, target->as.Starred.value, reg); break;
    case AST_List:
    case AST_Tuple:
        compile_at(c, target);
        cassign_unpack(c, target, target->as.Tuple.elts.items, target->as.Tuple.elts.len, reg);
        break;
    default: emit_error(c, target, "cannot assign to this expression"); break;
    }
    c->unit->temp = mark;
}

// ---- assignment ----------------------------------------------------------------------------------

// `a, b = x, y`: as many values as targets, none starred, no target that is a tuple itself.
static bool cassign_is_parallel(const Compiler *c, const Node *target, const Node *value) {
    bool tuple = (target->kind == AST_Tuple || target->kind == AST_List) &&
                 (value->kind == AST_Tuple || value->kind == AST_List);
    if (!tuple || target->as.Tuple.elts.len != value->as.Tuple.elts.len) { return false; }
    const NodeSeq *to = &target->as.Tuple.elts, *from = &value->as.Tuple.elts;
    if (to->len == 0 || to->len > compile_chunk(c)) { return false; }
    for (uint32_t i = 0; i < to->len; i++) {
        uint8_t kind = to->items[i]->kind;
        if (kind != AST_Name && kind != AST_Attribute && kind != AST_Subscript) { return false; }
        if (from->items[i]->kind == AST_Starred) { return false; }
    }
    return true;
}

// Whether one of the first n targets is the local in `reg`.
static bool cassign_stores(const Compiler *c, const NodeSeq *targets, uint32_t n, uint32_t reg) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t to;
        if (compile_direct_target(c, targets->items[i], &to) && to == reg) { return true; }
    }
    return false;
}

static void cassign_parallel(Compiler *c, Node *n, const NodeSeq *to, const NodeSeq *from) {
    uint32_t regs[CHUNK];
    for (uint32_t i = 0; i < from->len; i++) {
        uint32_t r = compile_operand(c, from->items[i], n);
        if (!emit_is_temp(c, r) && cassign_stores(c, to, i, r)) {
            uint32_t t = emit_temp(c);
            emit_move(c, t, r);
            r = t;
        }
        regs[i] = r;
    }
    for (uint32_t i = 0; i < to->len; i++) { compile_assign_to(c, to->items[i], regs[i]); }
}

// `a = b = value`: the value must outlive the stores.
static void cassign_chain(Compiler *c, Node *n) {
    const NodeSeq *targets = &n->as.Assign.targets;
    uint32_t r = compile_expr(c, n->as.Assign.value, REG_ANY);
    if (!emit_is_temp(c, r)) {
        uint32_t t = emit_temp(c);
        emit_move(c, t, r);
        r = t;
    }
    for (uint32_t i = 0; i < targets->len; i++) { compile_assign_to(c, targets->items[i], r); }
}

// `x = x + y` where a loop appends to the local x.
static bool cassign_append(Compiler *c, Node *n, Symbol *sym) {
    const Node *left = scope_sum_of_target(n);
    Node *value = n->as.Assign.value;
    if (!left || !compile_is_appended(sym) || compile_has_walrus(c, value->as.BinOp.right)) {
        return false;
    }
    compile_at(c, left);
    uint32_t reg = compile_load_own(c, sym);
    compile_binary(c, BIN_Add, BINFORM_OWNED, reg, value->as.BinOp.right, (int)reg, c->unit->temp,
                   value);
    compile_mark_assigned(c, sym);
    return true;
}

void compile_assign(Compiler *c, Node *n) {
    const NodeSeq *targets = &n->as.Assign.targets;
    Node *target = targets->items[0], *value = n->as.Assign.value;
    uint32_t mark = c->unit->temp, reg;
    if (targets->len > 1) {
        cassign_chain(c, n);
    } else if (target->kind == AST_Name && cassign_append(c, n, target->as.Name.sym)) {
        // done
    } else if (compile_direct_target(c, target, &reg)) {
        compile_expr(c, value, (int)reg);
        compile_mark_assigned(c, target->as.Name.sym);
    } else if (cassign_is_parallel(c, target, value)) {
        cassign_parallel(c, n, &target->as.Tuple.elts, &value->as.Tuple.elts);
    } else {
        uint32_t r = compile_operand(c, value, target);
        compile_assign_to(c, target, r);
    }
    c->unit->temp = mark;
}

// ---- augmented -----------------------------------------------------------------------------------

static void cassign_aug_name(Compiler *c, Node *n, Node *target) {
    Symbol *sym = target->as.Name.sym;
    int local = sym ? compile_local(sym) : REG_ANY;
    uint32_t mark = c->unit->temp, form = BINFORM_INPLACE;
    bool walrus = compile_has_walrus(c, n->as.AugAssign.value);
    if (n->as.AugAssign.op == BIN_Add && !walrus && compile_is_appended(sym)) {
        form |= BINFORM_OWNED;
    }
    compile_at(c, target);
    uint32_t left = form & BINFORM_OWNED ? compile_load_own(c, sym) : compile_load(c, sym, REG_ANY);
    if (local >= 0 && walrus) {
        left = emit_temp(c);
        emit_move(c, left, (uint32_t)local);
    }
    uint32_t r =
        compile_binary(c, n->as.AugAssign.op, form, left, n->as.AugAssign.value, local, mark, n);
    compile_at(c, target);
    compile_store(c, sym, r);
}

void compile_aug_assign(Compiler *c, Node *n) {
    Node *target = n->as.AugAssign.target, *value = n->as.AugAssign.value;
    uint32_t mark = c->unit->temp;
    if (target->kind == AST_Name) {
        cassign_aug_name(c, n, target);
    } else if (target->kind == AST_Attribute) {
        uint32_t obj = compile_operand(c, target->as.Attribute.value, value), t = emit_temp(c);
        Value name = emit_text(c, scope_mangle(c->front, c->scope, target->as.Attribute.attr));
        compile_attr_pos(c, target, target);
        emit_name(c, OPC_LOAD_ATTR, t, obj, name);
        compile_binary(c, n->as.AugAssign.op, BINFORM_INPLACE, t, value, (int)t, c->unit->temp, n);
        compile_attr_pos(c, target, target);
        emit_name(c, OPC_STORE_ATTR, obj, t, name);
    } else {
        Subscripted s;
        compile_subscript_parts(c, target, false, &s);
        if (s.form == SUBSCRIPT_KEY && !emit_is_temp(c, s.key) && compile_has_walrus(c, value)) {
            uint32_t key = emit_temp(c);
            emit_move(c, key, s.key);
            s.key = key;
        }
        if (!emit_is_temp(c, s.value) && compile_has_walrus(c, value)) {
            uint32_t copy = emit_temp(c);
            emit_move(c, copy, s.value);
            s.value = copy;
        }
        uint32_t t = emit_temp(c);
        compile_at(c, target);
        compile_get_item(c, t, &s);
        compile_binary(c, n->as.AugAssign.op, BINFORM_INPLACE, t, value, (int)t, c->unit->temp, n);
        compile_at(c, target);
        compile_set_item(c, &s, t);
    }
    c->unit->temp = mark;
}

// ---- del -----------------------------------------------------------------------------------------

static void cassign_delete(Compiler *c, Node *target) {
    uint32_t mark = c->unit->temp;
    switch (target->kind) {
    case AST_Name:
        compile_at(c, target);
        compile_delete(c, target->as.Name.sym);
        break;
    case AST_Attribute: {
        uint32_t obj = compile_expr(c, target->as.Attribute.value, REG_ANY);
        compile_attr_pos(c, target, target);
        emit_name(c, OPC_DEL_ATTR, obj, 0,
                  emit_text(c, scope_mangle(c->front, c->scope, target->as.Attribute.attr)));
        break;
    }
    case AST_Subscript: {
        uint32_t obj = compile_operand(c, target->as.Subscript.value, target->as.Subscript.slice);
        uint32_t key = compile_expr(c, target->as.Subscript.slice, REG_ANY);
        compile_at(c, target);
        emit_abc(c, OPC_DEL_ITEM, obj, key, 0);
        break;
    }
    default:
        for (uint32_t i = 0; i < target->as.Tuple.elts.len; i++) {
            cassign_delete(c, target->as.Tuple.elts.items[i]);
        }
        break;
    }
    c->unit->temp = mark;
}

void compile_delete_stmt(Compiler *c, Node *n) {
    for (uint32_t i = 0; i < n->as.Delete.targets.len; i++) {
        cassign_delete(c, n->as.Delete.targets.items[i]);
    }
}
