// compile_build.c: displays, f-strings and t-strings.
//
// Short ones are evaluated into registers in a row and built by one instruction, as CPython does
// with its stack; long ones are filled piece by piece.
#include "front/compile_inner.h"

uint32_t compile_chunk(const Compiler *c) {
    uint32_t left = OP_NEAR_REGS - c->unit->temp;
    return left > CHUNK + 16 ? CHUNK : left > 20 ? left - 16 : 4;
}

static bool cbuild_has_star(const NodeSeq *elts) {
    for (uint32_t i = 0; i < elts->len; i++) {
        if (elts->items[i]->kind == AST_Starred) { return true; }
    }
    return false;
}

// Evaluates elements into registers in a row; the first of them.
static uint32_t cbuild_row(Compiler *c, const NodeSeq *elts, uint32_t n) {
    uint32_t first = c->unit->temp;
    for (uint32_t i = 0; i < n; i++) { compile_temp(c, elts->items[i]); }
    return first;
}

// A register that may hold what is being built: dest unless that is a local.
static uint32_t cbuild_work(Compiler *c, int dest) {
    return dest >= 0 && emit_is_temp(c, (uint32_t)dest) ? (uint32_t)dest : emit_temp(c);
}

static uint32_t cbuild_done(Compiler *c, int dest, uint32_t mark, uint32_t work) {
    uint32_t d = compile_dest(c, dest, mark);
    emit_move(c, d, work);
    return d;
}

// ---- lists and tuples ----------------------------------------------------------------------------

void compile_list_of(Compiler *c, const NodeSeq *elts, uint32_t reg) {
    EmitPos pos = c->pos;
    uint32_t mark = c->unit->temp, run = 0, chunk = compile_chunk(c);
    while (run < elts->len && run < chunk && elts->items[run]->kind != AST_Starred) { run++; }
    uint32_t first = cbuild_row(c, elts, run);
    c->unit->temp = mark;
    c->pos = pos;
    emit_abc(c, OPC_BUILD_LIST, reg, first, run);
    for (uint32_t i = run; i < elts->len && !c->failed; i++) {
        Node *n = elts->items[i];
        bool star = n->kind == AST_Starred;
        uint32_t r = compile_expr(c, star ? n->as.Starred.value : n, REG_ANY);
        c->pos = pos;
        emit_abc(c, star ? OPC_LIST_EXTEND : OPC_LIST_APPEND, reg, r, 0);
        c->unit->temp = mark;
    }
}

void compile_tuple_of(Compiler *c, const NodeSeq *elts, uint32_t reg) {
    Value items;
    uint32_t mark = c->unit->temp;
    EmitPos pos = c->pos;
    if (compile_const_items(c, elts, &items)) {
        emit_load(c, reg, c->failed ? V_NONE : items);
    } else if (elts->len <= compile_chunk(c) && !cbuild_has_star(elts)) {
        uint32_t first = cbuild_row(c, elts, elts->len);
        c->pos = pos;
        emit_abc(c, OPC_BUILD_TUPLE, reg, first, elts->len);
    } else {
        compile_list_of(c, elts, reg);
        c->pos = pos;
        emit_abc(c, OPC_LIST_TO_TUPLE, reg, reg, 0);
    }
    c->unit->temp = mark;
}

uint32_t compile_sequence(Compiler *c, Node *n, const NodeSeq *elts, int dest) {
    uint32_t mark = c->unit->temp;
    bool list = n->kind == AST_List;
    if (elts->len <= compile_chunk(c) && !cbuild_has_star(elts)) {
        Value items;
        if (!list || elts->len < 3 || !compile_const_items(c, elts, &items)) {
            uint32_t first = cbuild_row(c, elts, elts->len), d = compile_dest(c, dest, mark);
            compile_at(c, n);
            emit_abc(c, list ? OPC_BUILD_LIST : OPC_BUILD_TUPLE, d, first, elts->len);
            return d;
        }
    }
    uint32_t work = cbuild_work(c, dest);
    Value items;
    compile_at(c, n);
    if (list && compile_const_items(c, elts, &items)) {
        uint32_t t = emit_temp(c);
        emit_abc(c, OPC_BUILD_LIST, work, 0, 0);
        emit_load(c, t, c->failed ? V_NONE : items);
        emit_abc(c, OPC_LIST_EXTEND, work, t, 0);
    } else {
        compile_list_of(c, elts, work);
        compile_at(c, n);
        if (!list) { emit_abc(c, OPC_LIST_TO_TUPLE, work, work, 0); }
    }
    return cbuild_done(c, dest, mark, work);
}

// ---- sets and dicts ------------------------------------------------------------------------------

// The items of an iterable, one by one, into the set R[set].
static void cbuild_add_all(Compiler *c, Node *value, uint32_t set, const Node *at) {
    uint32_t mark = c->unit->temp, it = emit_temps(c, 3), item = emit_temp(c);
    Label body = {0}, next = {0};
    uint32_t r = compile_expr(c, value, REG_ANY);
    compile_at(c, at);
    emit_abc(c, OPC_GET_ITER, it, r, 0);
    compile_loop_start(c, &next, &body);
    emit_abc(c, OPC_SET_ADD, set, item, 0);
    emit_place(c, &next);
    emit_branch(c, OPC_FOR_ITER, it, item, &body);
    c->unit->temp = mark;
}

// So many constants, or more, are copied from a frozenset, as CPython does: the order of the items
// shows it.
enum { CBUILD_CONST_SET = 3 };

uint32_t compile_set(Compiler *c, Node *n, int dest) {
    const NodeSeq *elts = &n->as.Set.elts;
    uint32_t mark = c->unit->temp, work = cbuild_work(c, dest), i = 0;
    uint32_t regs[CHUNK], chunk = compile_chunk(c), after = c->unit->temp;
    Value constant;
    if (elts->len >= CBUILD_CONST_SET && compile_const_set(c, elts, &constant)) {
        if (c->failed) { return work; }
        compile_at(c, n);
        emit_load(c, work, constant);
        emit_abc(c, OPC_COPY_SET, work, work, 0);
        return cbuild_done(c, dest, mark, work);
    }
    for (; i < elts->len && i < chunk && elts->items[i]->kind != AST_Starred; i++) {
        regs[i] = compile_operand(c, elts->items[i], n);
    }
    compile_at(c, n);
    emit_abc(c, OPC_BUILD_SET, work, 0, 0);
    for (uint32_t k = 0; k < i; k++) { emit_abc(c, OPC_SET_ADD, work, regs[k], 0); }
    for (; i < elts->len && !c->failed; i++) {
        Node *elt = elts->items[i];
        c->unit->temp = after;
        if (elt->kind == AST_Starred) {
            cbuild_add_all(c, elt->as.Starred.value, work, n);
            continue;
        }
        uint32_t r = compile_expr(c, elt, REG_ANY);
        compile_at(c, n);
        emit_abc(c, OPC_SET_ADD, work, r, 0);
    }
    return cbuild_done(c, dest, mark, work);
}

void compile_dict_merge(Compiler *c, uint32_t dict, Node *other, uint32_t mode) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 3);
    EmitPos pos = c->pos;
    compile_expr(c, other, (int)at + 1);
    c->pos = pos;
    emit_move(c, at, dict);
    emit_load(c, at + 2, int_value(mode));
    emit_ext(c, OPC_CALL_INTERNAL, 3, at, at, I_DICT_MERGE);
    c->unit->temp = mark;
}

enum { CBUILD_PAIRS = CHUNK / 2, CBUILD_DISPLAY = 2 }; // see object/dict_update.h for the number

static bool cbuild_short_dict(Compiler *c, Node *n) {
    const NodeSeq *keys = &n->as.Dict.keys;
    if (keys->len * 2 > compile_chunk(c)) { return false; }
    for (uint32_t i = 0; i < keys->len; i++) {
        if (!keys->items[i]) { return false; }
    }
    return true;
}

uint32_t compile_dict(Compiler *c, Node *n, int dest) {
    const NodeSeq *keys = &n->as.Dict.keys, *values = &n->as.Dict.values;
    uint32_t mark = c->unit->temp, work = cbuild_work(c, dest), after = c->unit->temp;
    uint32_t regs[CHUNK], room = min_u32(keys->len, 255);
    if (cbuild_short_dict(c, n)) {
        for (uint32_t i = 0; i < keys->len; i++) {
            regs[2 * i] = compile_operand(c, keys->items[i], n);
            regs[2 * i + 1] = compile_operand(c, values->items[i], n);
        }
        compile_at(c, n);
        emit_abc(c, OPC_BUILD_MAP, work, room, 0);
        for (uint32_t i = 0; i < keys->len; i++) {
            emit_abc(c, OPC_MAP_ADD, work, regs[2 * i], regs[2 * i + 1]);
        }
        return cbuild_done(c, dest, mark, work);
    }
    compile_at(c, n);
    emit_abc(c, OPC_BUILD_MAP, work, room, 0);
    for (uint32_t i = 0; i < keys->len && !c->failed; i++) {
        c->unit->temp = after;
        if (!keys->items[i]) {
            compile_at(c, n);
            compile_dict_merge(c, work, values->items[i], CBUILD_DISPLAY);
            continue;
        }
        uint32_t k = compile_operand(c, keys->items[i], values->items[i]);
        uint32_t v = compile_expr(c, values->items[i], REG_ANY);
        compile_at(c, n);
        emit_abc(c, OPC_MAP_ADD, work, k, v);
    }
    return cbuild_done(c, dest, mark, work);
}

// ---- f-strings -----------------------------------------------------------------------------------

static uint32_t cbuild_formatted(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp;
    Node *spec = n->as.FormattedValue.format_spec;
    uint32_t conversion = (uint32_t)max_i64(n->as.FormattedValue.conversion, 0);
    uint32_t r = compile_operand(c, n->as.FormattedValue.value, spec);
    compile_at(c, n);
    if (!spec) {
        uint32_t d = compile_dest(c, dest, mark);
        emit_abc(c, OPC_FORMAT, d, r, conversion);
        return d;
    }
    if (conversion) {
        uint32_t t = emit_temp(c);
        emit_abc(c, OPC_FORMAT, t, r, conversion);
        r = t;
    }
    uint32_t s = compile_expr(c, spec, REG_ANY), d = compile_dest(c, dest, mark);
    compile_at(c, n);
    emit_abc(c, OPC_FORMAT_SPEC, d, r, s);
    return d;
}

static uint32_t cbuild_part(Compiler *c, Node *n, int dest) {
    return n->kind == AST_FormattedValue ? cbuild_formatted(c, n, dest) : compile_expr(c, n, dest);
}

uint32_t compile_joined(Compiler *c, Node *n, int dest) {
    const NodeSeq *values = &n->as.JoinedStr.values;
    if (values->len == 1) { return cbuild_part(c, values->items[0], dest); }
    uint32_t mark = c->unit->temp, chunk = compile_chunk(c), count = 0;
    for (uint32_t i = 0; i < values->len && !c->failed; i++) {
        if (count == chunk) {
            compile_at(c, n);
            emit_abc(c, OPC_BUILD_STRING, mark, mark, count);
            c->unit->temp = mark + 1;
            count = 1;
        }
        cbuild_part(c, values->items[i], (int)emit_temp(c));
        count++;
    }
    uint32_t d = compile_dest(c, dest, mark);
    compile_at(c, n);
    emit_abc(c, OPC_BUILD_STRING, d, mark, count);
    return d;
}

// ---- t-strings -----------------------------------------------------------------------------------

static void cbuild_interpolation(Compiler *c, Node *n, uint32_t reg) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 4);
    char conversion = (char)max_i64(n->as.Interpolation.conversion, 0);
    compile_expr(c, n->as.Interpolation.value, (int)at);
    compile_at(c, n);
    emit_load(c, at + 1, compile_literal(c, &n->as.Interpolation.str));
    emit_load(c, at + 2,
              conversion ? emit_checked(c, intern_bytes(c->vm, &conversion, 1)) : V_NONE);
    if (n->as.Interpolation.format_spec) {
        compile_expr(c, n->as.Interpolation.format_spec, (int)at + 3);
    } else {
        emit_load(c, at + 3, vm_name(c->vm, N_empty));
    }
    compile_at(c, n);
    emit_abc(c, OPC_BUILD_INTERPOLATION, reg, at, 0);
    c->unit->temp = mark;
}

// One more text than interpolations: two of those in a row have an empty one between them.
uint32_t compile_template(Compiler *c, Node *n, int dest) {
    const NodeSeq *values = &n->as.TemplateStr.values;
    uint32_t mark = c->unit->temp, at = emit_temps(c, 2), t = emit_temp(c);
    bool text_next = true;
    compile_at(c, n);
    emit_abc(c, OPC_BUILD_LIST, at, 0, 0);
    emit_abc(c, OPC_BUILD_LIST, at + 1, 0, 0);
    for (uint32_t i = 0; i <= values->len && !c->failed; i++) {
        Node *part = i < values->len ? values->items[i] : NULL;
        bool text = part && part->kind == AST_Constant;
        compile_at(c, n);
        if (text || text_next) {
            emit_load(c, t,
                      text ? compile_literal(c, &part->as.Constant.value)
                           : vm_name(c->vm, N_empty));
            emit_abc(c, OPC_LIST_APPEND, at, t, 0);
        }
        text_next = !text;
        if (!part || text) { continue; }
        cbuild_interpolation(c, part, t);
        emit_abc(c, OPC_LIST_APPEND, at + 1, t, 0);
    }
    compile_at(c, n);
    emit_abc(c, OPC_LIST_TO_TUPLE, at, at, 0);
    emit_abc(c, OPC_LIST_TO_TUPLE, at + 1, at + 1, 0);
    uint32_t d = compile_dest(c, dest, mark);
    emit_abc(c, OPC_BUILD_TEMPLATE, d, at, 0);
    return d;
}
