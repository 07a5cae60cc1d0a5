// compile_call.c: calls. The callee and the arguments stand in registers in a row.
//
//   f(a, b)       CALL          R[at] = f, arguments from at + 1
//   o.m(a, b)     CALL_METHOD   R[at], R[at + 1] = function and self, arguments from at + 2
//   f(a, k=b)     ..._KW        the last arguments are named by a constant tuple
//   f(*a, **b)    CALL_EX       R[at + 1] = a list, R[at + 2] = a dict; also calls too long for a row
#include "front/compile_inner.h"

#include "object/tuple.h"

bool compile_is_plain_args(const NodeSeq *args, const NodeSeq *keywords) {
    for (uint32_t i = 0; i < args->len; i++) {
        if (args->items[i]->kind == AST_Starred) { return false; }
    }
    for (uint32_t i = 0; i < keywords->len; i++) {
        if (!keywords->items[i]->as.keyword.arg) { return false; }
    }
    return true;
}

static Value ccall_keyword_text(Compiler *c, const Node *keyword) {
    return emit_text(c, scope_mangle(c->front, c->scope, keyword->as.keyword.arg));
}

static Value ccall_names(Compiler *c, const NodeSeq *keywords) {
    Tuple *t = heap_new(c->vm, T_TUPLE, keywords->len);
    if (!t) { c->failed = true; }
    for (uint32_t i = 0; i < keywords->len && !c->failed; i++) {
        t->items[i] = ccall_keyword_text(c, keywords->items[i]);
    }
    return c->failed ? V_RAISED : ptr_value(c->vm, t);
}

// ---- super ---------------------------------------------------------------------------------------

static bool ccall_super_shadowed(const Compiler *c) {
    const Unit *u = c->unit;
    while (u->outer) { u = u->outer; }
    const Symbol *sym = scope_find(u->scope, c->super_name);
    return sym && (sym->flags & SYMF_BOUND);
}

// super() without arguments, where the compiler can see what CPython would find in the frame.
bool compile_is_super(Compiler *c, const Node *n) {
    if (n->kind != AST_Call || n->as.Call.args.len || n->as.Call.keywords.len) { return false; }
    const Node *func = n->as.Call.func;
    if (func->kind != AST_Name || func->as.Name.id != c->super_name) { return false; }
    const Unit *u = c->unit;
    const Scope *s = u->scope;
    const Symbol *cell = scope_find(s, c->class_cell);
    return func->as.Name.sym && func->as.Name.sym->access == ACCESS_GLOBAL &&
           s->kind == SCOPE_FUNCTION && !s->comprehension && u->n_args > 0 && cell &&
           cell->kind == SYM_FREE && !ccall_super_shadowed(c);
}

static void ccall_super_parts(Compiler *c, Node *n, uint32_t at) {
    const Scope *s = c->unit->scope;
    compile_expr(c, n->as.Call.func, (int)at);
    compile_at(c, n);
    compile_load(c, scope_find(s, c->class_cell), (int)at + 1);
    compile_load(c, scope_find(s, s->params.items[0]), (int)at + 2);
}

bool compile_super_attr(Compiler *c, Node *n, uint32_t at, bool attribute) {
    Node *super = n->as.Attribute.value;
    if (!compile_is_super(c, super)) { return false; }
    ccall_super_parts(c, super, at);
    compile_attr_pos(c, n, n);
    emit_name(c, OPC_SUPER_METHOD, at, attribute,
              emit_text(c, scope_mangle(c->front, c->scope, n->as.Attribute.attr)));
    return true;
}

// ---- plain calls ---------------------------------------------------------------------------------

static void ccall_args(Compiler *c, const Node *n) {
    const NodeSeq *args = &n->as.Call.args, *keywords = &n->as.Call.keywords;
    for (uint32_t i = 0; i < args->len; i++) { compile_temp(c, args->items[i]); }
    for (uint32_t i = 0; i < keywords->len; i++) {
        compile_temp(c, keywords->items[i]->as.keyword.value);
    }
}

static uint32_t ccall_finish(Compiler *c, const Node *n, Op op, uint32_t at, int dest,
                             uint32_t mark) {
    const NodeSeq *keywords = &n->as.Call.keywords;
    uint32_t count = n->as.Call.args.len + keywords->len, d = compile_dest(c, dest, mark);
    if (keywords->len == 0) {
        emit_abc(c, op, at, count, d);
    } else {
        Op kw = op == OPC_CALL ? OPC_CALL_KW : OPC_CALL_METHOD_KW;
        emit_ext(c, kw, at, count, d, emit_const(c, ccall_names(c, keywords)));
    }
    return d;
}

static uint32_t ccall_method(Compiler *c, Node *n, int dest) {
    Node *func = n->as.Call.func;
    uint32_t mark = c->unit->temp, at = emit_temps(c, 3);
    if (!compile_super_attr(c, func, at, false)) {
        c->unit->temp = mark;
        uint32_t r = compile_expr(c, func->as.Attribute.value, REG_ANY);
        compile_attr_pos(c, func, func);
        emit_name(c, OPC_LOAD_METHOD, at, r,
                  emit_text(c, scope_mangle(c->front, c->scope, func->as.Attribute.attr)));
    }
    c->unit->temp = mark + 2;
    ccall_args(c, n);
    compile_attr_pos(c, n, func);
    return ccall_finish(c, n, OPC_CALL_METHOD, at, dest, mark);
}

static uint32_t ccall_plain(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp, at = compile_temp(c, n->as.Call.func);
    ccall_args(c, n);
    compile_at(c, n);
    return ccall_finish(c, n, OPC_CALL, at, dest, mark);
}

// ---- * and ** ------------------------------------------------------------------------------------

// R[dict] gets the items of R[other], which must be a mapping without a key that is there already.
static void ccall_merge(Compiler *c, uint32_t dict, uint32_t other, uint32_t callee) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 3);
    emit_move(c, at, callee);
    emit_move(c, at + 1, dict);
    emit_move(c, at + 2, other);
    emit_ext(c, OPC_CALL_INTERNAL, 3, at, at, I_MERGE_KEYWORDS);
    c->unit->temp = mark;
}

static void ccall_put_keyword(Compiler *c, const Node *keyword, uint32_t dict) {
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    EmitPos pos = c->pos;
    uint32_t v = compile_expr(c, keyword->as.keyword.value, REG_ANY);
    c->pos = pos;
    emit_load(c, t, ccall_keyword_text(c, keyword));
    emit_abc(c, OPC_MAP_ADD, dict, t, v);
    c->unit->temp = mark;
}

void compile_keywords(Compiler *c, const NodeSeq *keywords, uint32_t dict, uint32_t callee) {
    uint32_t mark = c->unit->temp, i = 0;
    emit_abc(c, OPC_BUILD_MAP, dict, min_u32(keywords->len, 255), 0);
    for (; i < keywords->len && keywords->items[i]->as.keyword.arg; i++) {
        ccall_put_keyword(c, keywords->items[i], dict);
    }
    while (i < keywords->len && !c->failed) {
        uint32_t part = emit_temp(c);
        EmitPos pos = c->pos;
        if (!keywords->items[i]->as.keyword.arg) {
            uint32_t r = compile_expr(c, keywords->items[i++]->as.keyword.value, REG_ANY);
            c->pos = pos;
            ccall_merge(c, dict, r, callee);
        } else {
            emit_abc(c, OPC_BUILD_MAP, part, 1, 0);
            for (; i < keywords->len && keywords->items[i]->as.keyword.arg; i++) {
                ccall_put_keyword(c, keywords->items[i], part);
            }
            ccall_merge(c, dict, part, callee);
        }
        c->unit->temp = mark;
    }
}

bool compile_spread(Compiler *c, const NodeSeq *args, const NodeSeq *keywords, uint32_t at,
                    uint32_t callee) {
    EmitPos pos = c->pos;
    if (args->len == 1 && args->items[0]->kind == AST_Starred) {
        compile_expr(c, args->items[0]->as.Starred.value, (int)at);
    } else {
        compile_list_of(c, args, at);
    }
    c->pos = pos;
    if (keywords->len == 0) { return false; }
    compile_keywords(c, keywords, at + 1, callee);
    c->pos = pos;
    return true;
}

static uint32_t ccall_spread(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 3);
    compile_expr(c, n->as.Call.func, (int)at);
    compile_at(c, n);
    bool named = compile_spread(c, &n->as.Call.args, &n->as.Call.keywords, at + 1, at);
    uint32_t d = compile_dest(c, dest, mark);
    emit_abc(c, OPC_CALL_EX, at, named, d);
    return d;
}

uint32_t compile_call(Compiler *c, Node *n, int dest) {
    const NodeSeq *args = &n->as.Call.args, *keywords = &n->as.Call.keywords;
    if (args->len + keywords->len > compile_chunk(c) || !compile_is_plain_args(args, keywords)) {
        return ccall_spread(c, n, dest);
    }
    if (n->as.Call.func->kind == AST_Attribute) { return ccall_method(c, n, dest); }
    return ccall_plain(c, n, dest);
}
