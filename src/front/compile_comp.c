// compile_comp.c: comprehensions. Those of list, set and dict run in the frame around them (PEP
// 709): their variables are temporaries there. Generator expressions are functions with one
// parameter, the iterator of the first iterable, which is evaluated outside.
#include "front/compile_inner.h"

#include "object/code.h"

typedef struct Comp {
    Node *node;
    const NodeSeq *generators;
    Node *elt, *value; // dict: key and value
    Scope *scope;
    uint32_t acc;      // register of the list, set or dict
    uint32_t first;    // register of the first iterator
    uint32_t from, to; // inlined: while its variables have values, or are UNBOUND
} Comp;

static Comp ccomp_of(Node *n) {
    switch (n->kind) {
    case AST_ListComp:
        return (Comp){
            n, &n->as.ListComp.generators, n->as.ListComp.elt, NULL, n->as.ListComp.scope, 0, 0, 0,
            0};
    case AST_SetComp:
        return (Comp){
            n, &n->as.SetComp.generators, n->as.SetComp.elt, NULL, n->as.SetComp.scope, 0, 0, 0, 0};
    case AST_DictComp:
        return (Comp){n,
                      &n->as.DictComp.generators,
                      n->as.DictComp.key,
                      n->as.DictComp.value,
                      n->as.DictComp.scope,
                      0,
                      0,
                      0,
                      0};
    default:
        return (Comp){n,
                      &n->as.GeneratorExp.generators,
                      n->as.GeneratorExp.elt,
                      NULL,
                      n->as.GeneratorExp.scope,
                      0,
                      0,
                      0,
                      0};
    }
}

static void ccomp_start(Compiler *c, const Comp *k, uint32_t reg) {
    compile_at(c, k->node);
    switch (k->node->kind) {
    case AST_ListComp: emit_abc(c, OPC_BUILD_LIST, reg, 0, 0); break;
    case AST_SetComp: emit_abc(c, OPC_BUILD_SET, reg, 0, 0); break;
    case AST_DictComp: emit_abc(c, OPC_BUILD_MAP, reg, 0, 0); break;
    default: break;
    }
}

static void ccomp_element(Compiler *c, const Comp *k) {
    uint32_t mark = c->unit->temp;
    uint32_t r = compile_operand(c, k->elt, k->value), v;
    switch (k->node->kind) {
    case AST_ListComp:
        compile_at(c, k->elt);
        emit_abc(c, OPC_LIST_APPEND, k->acc, r, 0);
        break;
    case AST_SetComp:
        compile_at(c, k->elt);
        emit_abc(c, OPC_SET_ADD, k->acc, r, 0);
        break;
    case AST_DictComp:
        v = compile_expr(c, k->value, REG_ANY);
        compile_at(c, k->elt);
        c->pos.end_line = k->value->end_lineno;
        c->pos.end_col = (int32_t)k->value->end_col_offset;
        emit_abc(c, OPC_MAP_ADD, k->acc, r, v);
        break;
    default:
        v = emit_temp(c);
        compile_at(c, k->elt);
        if (c->unit->code_flags & CODE_ASYNC_GENERATOR) {
            emit_abc(c, OPC_ASYNC_GEN_WRAP, v, r, 0);
            r = v;
        }
        emit_abc(c, OPC_YIELD, v, r, 0);
        break;
    }
    c->unit->temp = mark;
}

static void ccomp_level(Compiler *c, Comp *k, uint32_t i);

static void ccomp_inside(Compiler *c, Comp *k, uint32_t i, Label *next) {
    const NodeSeq *ifs = &k->generators->items[i]->as.comprehension.ifs;
    for (uint32_t j = 0; j < ifs->len; j++) { compile_jump(c, ifs->items[j], next, false); }
    if (i + 1 < k->generators->len) {
        ccomp_level(c, k, i + 1);
    } else {
        ccomp_element(c, k);
    }
}

static void ccomp_loop(Compiler *c, Comp *k, uint32_t i, uint32_t it) {
    Node *target = k->generators->items[i]->as.comprehension.target;
    uint32_t mark = c->unit->temp, item;
    Label next = {0}, body = {0};
    compile_at(c, k->node);
    compile_loop_start(c, &next, &body);
    if (compile_direct_target(c, target, &item)) {
        compile_mark_assigned(c, target->as.Name.sym);
    } else {
        item = emit_temp(c);
        compile_assign_to(c, target, item);
        c->unit->temp = mark;
    }
    if (i == 0) { k->from = c->unit->n_words; }
    ccomp_inside(c, k, i, &next);
    emit_place(c, &next);
    if (i == 0) { k->to = c->unit->n_words; }
    compile_at(c, k->generators->items[i]->as.comprehension.iter);
    emit_branch(c, OPC_FOR_ITER, it, item, &body);
    c->unit->temp = mark;
}

static void ccomp_async_loop(Compiler *c, Comp *k, uint32_t i, uint32_t it) {
    uint32_t mark = c->unit->temp, item = emit_temp(c), floor = c->unit->floor;
    Label next = {0}, ended = {0};
    c->unit->floor = c->unit->temp;
    compile_count_nest(c, k->node);
    compile_at(c, k->node);
    emit_place(c, &next);
    EmitFlow flow = c->unit->flow;
    compile_async_next(c, it, item, &ended, item);
    compile_assign_to(c, k->generators->items[i]->as.comprehension.target, item);
    Label again = {0};
    if (i == 0) { k->from = c->unit->n_words; }
    ccomp_inside(c, k, i, &again);
    emit_place(c, &again);
    if (i == 0) { k->to = c->unit->n_words; }
    emit_jump(c, &next);
    compile_at(c, k->node);
    compile_async_end(c, &ended, &flow, item);
    c->unit->n_nested--;
    c->unit->temp = mark;
    c->unit->floor = floor;
}

static void ccomp_level(Compiler *c, Comp *k, uint32_t i) {
    const Node *gen = k->generators->items[i];
    bool async = gen->as.comprehension.is_async;
    uint32_t mark = c->unit->temp, it = k->first;
    if (i > 0) {
        Node *iter = gen->as.comprehension.iter;
        it = emit_temps(c, 3);
        uint32_t r = compile_iterable(c, iter);
        compile_at(c, iter);
        emit_abc(c, async ? OPC_GET_AITER : OPC_GET_ITER, it, r, 0);
        c->unit->temp = it + 3;
    }
    if (async) {
        ccomp_async_loop(c, k, i, it);
    } else {
        ccomp_loop(c, k, i, it);
    }
    c->unit->temp = mark;
}

// ---- in the frame around it ----------------------------------------------------------------------

// Assigning to it reads no variable: names, and lists of names.
static bool ccomp_names_only(const Node *target) {
    const NodeSeq *parts = target->kind == AST_Tuple  ? &target->as.Tuple.elts
                           : target->kind == AST_List ? &target->as.List.elts
                                                      : NULL;
    if (target->kind == AST_Starred) { target = target->as.Starred.value; }
    if (!parts) { return target->kind == AST_Name; }
    for (uint32_t i = 0; i < parts->len; i++) {
        const Node *part = parts->items[i];
        if (part->kind == AST_Starred) { part = part->as.Starred.value; }
        if (part->kind != AST_Name) { return false; }
    }
    return true;
}

static bool ccomp_is_own(const Symbol *sym) {
    return (sym->kind == SYM_LOCAL || sym->kind == SYM_CELL) && !sym->outer &&
           !(sym->flags & SYMF_PARAM);
}

// Registers for the comprehension's own variables.
static void ccomp_place_names(Compiler *c, const Comp *k) {
    const Scope *s = k->scope;
    bool sure = k->generators->len == 1 &&
                ccomp_names_only(k->generators->items[0]->as.comprehension.target);
    for (uint32_t i = 0; i < s->symbols.len; i++) {
        Symbol *sym = s->symbols.items[i];
        if (!ccomp_is_own(sym)) { continue; }
        uint32_t reg = emit_temp(c);
        sym->slot = reg | SLOT_COMP;
        if (sym->kind == SYM_CELL || !sure) { emit_load(c, reg, V_UNBOUND); }
        if (sym->kind == SYM_CELL) { emit_abc(c, OPC_MAKE_CELL, reg, 0, 0); }
    }
}

// For those who ask for the frame's variables meanwhile.
static void ccomp_tell_names(Compiler *c, const Comp *k) {
    const Scope *s = k->scope;
    for (uint32_t i = 0; i < s->symbols.len; i++) {
        Symbol *sym = s->symbols.items[i];
        if (!ccomp_is_own(sym)) { continue; }
        emit_reg_name(c, k->from, k->to, sym->slot & SLOT_NUMBER, sym->name);
    }
}

static uint32_t ccomp_inline(Compiler *c, Comp *k, int dest) {
    Unit *u = c->unit;
    const Node *gen = k->generators->items[0];
    Node *iter = gen->as.comprehension.iter;
    uint32_t mark = u->temp, floor = u->floor;
    k->acc = dest >= 0 && emit_is_temp(c, (uint32_t)dest) ? (uint32_t)dest : emit_temp(c);
    k->first = emit_temps(c, 3);
    uint32_t r = compile_iterable(c, iter);
    compile_at(c, iter);
    emit_abc(c, gen->as.comprehension.is_async ? OPC_GET_AITER : OPC_GET_ITER, k->first, r, 0);
    u->temp = k->first + 3;
    Scope *outer = c->scope;
    c->scope = k->scope;
    ccomp_start(c, k, k->acc);
    ccomp_place_names(c, k);
    u->floor = u->temp;
    compile_count_nest(c, k->node);
    ccomp_level(c, k, 0);
    ccomp_tell_names(c, k);
    u->n_nested--;
    c->scope = outer;
    u->floor = floor;
    uint32_t d = compile_dest(c, dest, mark);
    emit_move(c, d, k->acc);
    return d;
}

// ---- as a function -------------------------------------------------------------------------------

static Value ccomp_name(Compiler *c, const Node *n) {
    switch (n->kind) {
    case AST_ListComp: return vm_name(c->vm, N_lt_listcomp);
    case AST_SetComp: return vm_name(c->vm, N_lt_setcomp);
    case AST_DictComp: return vm_name(c->vm, N_lt_dictcomp);
    default: return vm_name(c->vm, N_lt_genexpr);
    }
}

static Unit *ccomp_code(Compiler *c, Comp *k, Value *code) {
    const Node *first = k->generators->items[0];
    Unit *u = compile_open(c, k->scope, ccomp_name(c, k->node), k->node->lineno);
    if (!u) { return NULL; }
    k->acc = emit_temp(c);
    k->first = emit_temps(c, 3);
    compile_at(c, first->as.comprehension.iter);
    emit_abc(c, first->as.comprehension.is_async ? OPC_MOVE : OPC_ITERATOR, k->first, 0, 0);
    compile_at(c, k->node);
    ccomp_start(c, k, k->acc);
    u->floor = u->temp;
    ccomp_level(c, k, 0);
    compile_at(c, k->node);
    emit_abc(c, k->node->kind == AST_GeneratorExp ? OPC_RETURN_NONE : OPC_RETURN, k->acc, 0, 0);
    *code = compile_close(c, u);
    return u;
}

static uint32_t ccomp_function(Compiler *c, Comp *k, int dest) {
    const Node *gen = k->generators->items[0];
    Node *iter = gen->as.comprehension.iter;
    uint32_t mark = c->unit->temp, at = emit_temps(c, 2);
    Value code;
    Unit *u = ccomp_code(c, k, &code);
    if (!u) { return at; }
    compile_at(c, k->node);
    compile_function(c, u, code, at, 0, 0);
    uint32_t r = compile_iterable(c, iter);
    compile_at(c, iter);
    emit_abc(c, gen->as.comprehension.is_async ? OPC_GET_AITER : OPC_ITER_OBJECT, at + 1, r, 0);
    compile_at(c, k->node);
    emit_abc(c, OPC_CALL, at, 1, at);
    if (k->scope->coroutine && k->node->kind != AST_GeneratorExp) { compile_await(c, at, 0); }
    uint32_t d = compile_dest(c, dest, mark);
    emit_move(c, d, at);
    return d;
}

uint32_t compile_comprehension(Compiler *c, Node *n, int dest) {
    Comp k = ccomp_of(n);
    return k.scope->inlined ? ccomp_inline(c, &k, dest) : ccomp_function(c, &k, dest);
}
