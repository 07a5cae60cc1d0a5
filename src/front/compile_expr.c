// compile_expr.c: expressions: dispatch, operators, attributes, items, await and yield.
//
// Nothing here recurses deeper than the tree, whose depth the scope pass has bounded. When an
// expression nests so far that the registers an instruction can name run out, compile_expr saves
// the temporaries in use behind register 255 for as long as it compiles what is inside.
#include "front/compile_inner.h"

enum { CEXPR_SPILL_AT = 200, CEXPR_SPILL_MIN = 16 };

uint32_t compile_dest(Compiler *c, int dest, uint32_t mark) {
    c->unit->temp = mark;
    return dest >= 0 ? (uint32_t)dest : emit_temp(c);
}

// ---- walrus --------------------------------------------------------------------------------------

static bool cexpr_seq_has_walrus(const NodeSeq *seq);

static bool cexpr_has_walrus(const Node *n) {
    if (n->kind == AST_NamedExpr) { return true; }
    for (const AstField *f = ast_fields(n->kind); f->type; f++) {
        const char *at = (const char *)n + f->offset;
        if (f->type == AST_FIELD_SEQ) {
            NodeSeq seq;
            memcpy(&seq, at, sizeof seq);
            if (cexpr_seq_has_walrus(&seq)) { return true; }
        } else if (f->type == AST_FIELD_ONE || f->type == AST_FIELD_OPT) {
            const Node *child;
            memcpy(&child, at, sizeof child);
            if (child && cexpr_has_walrus(child)) { return true; }
        }
    }
    return false;
}

static bool cexpr_seq_has_walrus(const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (seq->items[i] && cexpr_has_walrus(seq->items[i])) { return true; }
    }
    return false;
}

bool compile_has_walrus(const Compiler *c, const Node *n) {
    return c->has_walrus && n && cexpr_has_walrus(n);
}

uint32_t compile_operand(Compiler *c, Node *n, const Node *later) {
    uint32_t r = compile_expr(c, n, REG_ANY);
    if (emit_is_temp(c, r) || !compile_has_walrus(c, later)) { return r; }
    uint32_t t = emit_temp(c);
    emit_move(c, t, r);
    return t;
}

uint32_t compile_temp(Compiler *c, Node *n) {
    uint32_t t = emit_temp(c);
    return compile_expr(c, n, (int)t);
}

// ---- operators -----------------------------------------------------------------------------------

Op compile_binop(BinOperator op) {
    static const uint8_t ops[] = {
        [BIN_Add] = OPC_ADD,           [BIN_Sub] = OPC_SUB,       [BIN_Mult] = OPC_MUL,
        [BIN_MatMult] = OPC_MATMUL,    [BIN_Div] = OPC_DIV,       [BIN_Mod] = OPC_MOD,
        [BIN_Pow] = OPC_POW,           [BIN_LShift] = OPC_LSHIFT, [BIN_RShift] = OPC_RSHIFT,
        [BIN_BitOr] = OPC_OR,          [BIN_BitXor] = OPC_XOR,    [BIN_BitAnd] = OPC_AND,
        [BIN_FloorDiv] = OPC_FLOORDIV,
    };
    return (Op)ops[op];
}

static bool cexpr_is_number(Compiler *c, Value v) {
    return is_int(v) || is_double(v) || is_exact(c->vm, v, T_INT) || is_exact(c->vm, v, T_COMPLEX);
}

uint32_t compile_binary(Compiler *c, BinOperator op, uint32_t form, uint32_t left, Node *right,
                        int dest, uint32_t mark, const Node *at) {
    bool inplace = form & BINFORM_INPLACE;
    Op base = compile_binop(op) + (inplace ? 2 : 0);
    Value v;
    int32_t small;
    uint32_t top = c->unit->temp;
    if (compile_const(c, right, &v) && !c->failed && cexpr_is_number(c, v)) {
        uint32_t d = compile_dest(c, dest, mark), k;
        compile_at(c, at);
        if ((op == BIN_Add || op == BIN_Sub) && compile_is_small(v, -128, 127, &small)) {
            Op plain = op == BIN_Add ? OPC_ADD_I : OPC_SUB_I;
            emit_abc(c, inplace ? plain + 1 : plain, d, left, (uint8_t)small);
            return d;
        }
        if (emit_low_const(c, v, &k)) {
            emit_abc(c, base + 1, d, left, k);
            return d;
        }
        c->unit->temp = top;
    }
    uint32_t r = compile_expr(c, right, REG_ANY), d = compile_dest(c, dest, mark);
    compile_at(c, at);
    if (form & BINFORM_OWNED) { base = inplace ? OPC_IADD_OWN : OPC_ADD_OWN; }
    emit_abc(c, base, d, left, r);
    return d;
}

static uint32_t cexpr_binop(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp;
    uint32_t left = compile_operand(c, n->as.BinOp.left, n->as.BinOp.right);
    return compile_binary(c, n->as.BinOp.op, 0, left, n->as.BinOp.right, dest, mark, n);
}

static uint32_t cexpr_unary(Compiler *c, Node *n, int dest) {
    static const uint8_t ops[] = {[UNARY_Invert] = OPC_INVERT,
                                  [UNARY_Not] = OPC_NOT,
                                  [UNARY_UAdd] = OPC_POS,
                                  [UNARY_USub] = OPC_NEG};
    Node *operand = n->as.UnaryOp.operand;
    // The two are one: what a comparison raises is shown as of the whole.
    if (n->as.UnaryOp.op == UNARY_Not && operand->kind == AST_Compare &&
        operand->as.Compare.ops.len == 1) {
        operand->lineno = n->lineno;
        operand->col_offset = n->col_offset;
        operand->end_lineno = n->end_lineno;
        operand->end_col_offset = n->end_col_offset;
    }
    uint32_t mark = c->unit->temp, r = compile_expr(c, operand, REG_ANY);
    uint32_t d = compile_dest(c, dest, mark);
    compile_at(c, n);
    emit_abc(c, (Op)ops[n->as.UnaryOp.op], d, r, 0);
    return d;
}

static uint32_t cexpr_conditional(Compiler *c, Node *n, int dest) {
    bool known;
    if (compile_truth(c, n->as.IfExp.test, &known)) {
        return compile_expr(c, known ? n->as.IfExp.body : n->as.IfExp.orelse, dest);
    }
    uint32_t mark = c->unit->temp;
    uint32_t d = compile_dest(c, dest, mark), top = c->unit->temp;
    Label otherwise = {0}, end = {0};
    compile_jump(c, n->as.IfExp.test, &otherwise, false);
    compile_expr(c, n->as.IfExp.body, (int)d);
    emit_jump(c, &end);
    emit_place(c, &otherwise);
    c->unit->temp = top;
    compile_expr(c, n->as.IfExp.orelse, (int)d);
    emit_place(c, &end);
    return d;
}

static uint32_t cexpr_named(Compiler *c, Node *n, int dest) {
    Node *target = n->as.NamedExpr.target;
    Symbol *sym = target->as.Name.sym;
    int local = sym ? compile_local(sym) : REG_ANY;
    uint32_t r = compile_expr(c, n->as.NamedExpr.value, local >= 0 ? local : dest);
    compile_at(c, target);
    if (local < 0) {
        compile_store(c, sym, r);
        return r;
    }
    compile_mark_assigned(c, sym);
    if (dest < 0) { return r; }
    emit_move(c, (uint32_t)dest, r);
    return (uint32_t)dest;
}

// ---- attributes and items ------------------------------------------------------------------------

// An attribute that stands on a later line than its object begins is shown where it stands.
void compile_attr_pos(Compiler *c, const Node *n, const Node *attr) {
    compile_at(c, n);
    if (n->lineno == attr->end_lineno) { return; }
    c->pos.line = attr->end_lineno;
    uint32_t len = 0, end = attr->end_col_offset;
    const Name *name = attr->as.Attribute.attr;
    for (uint32_t i = 0; i < name->len; i++) { len += ((uint8_t)name->text[i] & 0xC0) != 0x80; }
    c->pos.col = len <= end ? (int32_t)(end - len) : -1;
    c->pos.end_col = len <= end ? (int32_t)end : -1;
    c->pos.end_line = max_u32(c->pos.end_line, c->pos.line);
}

static uint32_t cexpr_attribute(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp;
    if (NX_UNLIKELY(compile_is_super(c, n->as.Attribute.value))) {
        uint32_t at = emit_temps(c, 3);
        compile_super_attr(c, n, at, true);
        uint32_t d = compile_dest(c, dest, mark);
        emit_move(c, d, at);
        return d;
    }
    uint32_t r = compile_expr(c, n->as.Attribute.value, REG_ANY);
    uint32_t d = compile_dest(c, dest, mark);
    compile_attr_pos(c, n, n);
    emit_name(c, OPC_LOAD_ATTR, d, r,
              emit_text(c, scope_mangle(c->front, c->scope, n->as.Attribute.attr)));
    return d;
}

static void cexpr_or_none(Compiler *c, Node *n, uint32_t reg) {
    if (n) {
        compile_expr(c, n, (int)reg);
    } else {
        emit_load(c, reg, V_NONE);
    }
}

static uint32_t cexpr_slice(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 3);
    cexpr_or_none(c, n->as.Slice.lower, at);
    cexpr_or_none(c, n->as.Slice.upper, at + 1);
    cexpr_or_none(c, n->as.Slice.step, at + 2);
    uint32_t d = compile_dest(c, dest, mark);
    compile_at(c, n);
    emit_abc(c, OPC_BUILD_SLICE, d, at, 0);
    return d;
}

void compile_subscript_parts(Compiler *c, Node *n, bool load, Subscripted *out) {
    Node *key = n->as.Subscript.slice;
    out->value = compile_operand(c, n->as.Subscript.value, key);
    out->form = SUBSCRIPT_KEY;
    if (load && key->kind == AST_Slice && !key->as.Slice.step) {
        out->form = SUBSCRIPT_SLICE;
        out->key = emit_temps(c, 2);
        cexpr_or_none(c, key->as.Slice.lower, out->key);
        cexpr_or_none(c, key->as.Slice.upper, out->key + 1);
        return;
    }
    bool constant = key->kind == AST_Constant && key->as.Constant.value.type == CONST_INT;
    if (constant && key->as.Constant.value.as.i < 256) {
        out->form = SUBSCRIPT_INDEX;
        out->key = (uint32_t)key->as.Constant.value.as.i;
        return;
    }
    out->key = compile_expr(c, key, REG_ANY);
}

void compile_get_item(Compiler *c, uint32_t d, const Subscripted *s) {
    static const uint8_t ops[] = {OPC_GET_ITEM, OPC_GET_ITEM_I, OPC_GET_SLICE};
    emit_abc(c, (Op)ops[s->form], d, s->value, s->key);
}

void compile_set_item(Compiler *c, const Subscripted *s, uint32_t reg) {
    emit_abc(c, s->form == SUBSCRIPT_INDEX ? OPC_SET_ITEM_I : OPC_SET_ITEM, s->value, s->key, reg);
}

static uint32_t cexpr_subscript(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp;
    Subscripted s;
    compile_subscript_parts(c, n, true, &s);
    uint32_t d = compile_dest(c, dest, mark);
    compile_at(c, n);
    compile_get_item(c, d, &s);
    return d;
}

// ---- yield and await -----------------------------------------------------------------------------

static bool cexpr_in_async_gen(const Compiler *c) {
    return (c->unit->code_flags & 512) != 0; // CODE_ASYNC_GENERATOR
}

static uint32_t cexpr_yield(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp, r;
    if (n->as.Yield.value) {
        r = compile_expr(c, n->as.Yield.value, REG_ANY);
    } else {
        r = emit_temp(c);
        compile_at(c, n);
        emit_load(c, r, V_NONE);
    }
    compile_at(c, n);
    if (cexpr_in_async_gen(c)) {
        uint32_t t = emit_temp(c);
        emit_abc(c, OPC_ASYNC_GEN_WRAP, t, r, 0);
        r = t;
    }
    uint32_t d = compile_dest(c, dest, mark);
    emit_abc(c, OPC_YIELD, d, r, compile_is_handling(c));
    return d;
}

void compile_yield_from(Compiler *c, uint32_t reg, uint32_t it) {
    Label again = {0}, done = {0};
    emit_load(c, reg, V_NONE);
    emit_place(c, &again);
    emit_branch(c, OPC_SEND, reg, it, &done);
    emit_abc(c, OPC_YIELD_SENT, reg, 0,
             compile_is_handling(c)); // directly behind SEND: the machine looks there
    emit_jump(c, &again);
    emit_place(c, &done);
}

void compile_await(Compiler *c, uint32_t reg, uint32_t where) {
    uint32_t mark = c->unit->temp, it = emit_temp(c);
    emit_abc(c, OPC_GET_AWAITABLE, it, reg, where);
    compile_yield_from(c, reg, it);
    c->unit->temp = mark;
}

static uint32_t cexpr_delegate(Compiler *c, Node *n, Node *value, int dest) {
    uint32_t mark = c->unit->temp, reg = compile_temp(c, value);
    compile_at(c, n);
    if (n->kind == AST_Await) {
        compile_await(c, reg, 0);
    } else {
        uint32_t it = emit_temp(c);
        emit_abc(c, OPC_YIELD_FROM_ITER, it, reg, 0);
        compile_yield_from(c, reg, it);
    }
    uint32_t d = compile_dest(c, dest, mark);
    emit_move(c, d, reg);
    return d;
}

// ---- dispatch ------------------------------------------------------------------------------------

static uint32_t cexpr_constant(Compiler *c, const Node *n, Value v, int dest) {
    uint32_t d = compile_dest(c, dest, c->unit->temp);
    compile_at(c, n);
    emit_load(c, d, v);
    return d;
}

static uint32_t cexpr_name(Compiler *c, Node *n, int dest) {
    if (NX_UNLIKELY(n->as.Name.id == c->debug)) {
        bool debug = !(c->front->flags & FRONT_NO_ASSERTS);
        return cexpr_constant(c, n, bool_value(debug), dest);
    }
    compile_at(c, n);
    return compile_load(c, n->as.Name.sym, dest);
}

static uint32_t cexpr_dispatch(Compiler *c, Node *n, int dest) {
    switch (n->kind) {
    case AST_BinOp: return cexpr_binop(c, n, dest);
    case AST_UnaryOp: return cexpr_unary(c, n, dest);
    case AST_BoolOp: return compile_bool_op(c, n, dest);
    case AST_Compare: return compile_compare(c, n, dest);
    case AST_Call: return compile_call(c, n, dest);
    case AST_Attribute: return cexpr_attribute(c, n, dest);
    case AST_Subscript: return cexpr_subscript(c, n, dest);
    case AST_Slice: return cexpr_slice(c, n, dest);
    case AST_IfExp: return cexpr_conditional(c, n, dest);
    case AST_NamedExpr: return cexpr_named(c, n, dest);
    case AST_List:
    case AST_Tuple: return compile_sequence(c, n, &n->as.List.elts, dest);
    case AST_Set: return compile_set(c, n, dest);
    case AST_Dict: return compile_dict(c, n, dest);
    case AST_JoinedStr: return compile_joined(c, n, dest);
    case AST_TemplateStr: return compile_template(c, n, dest);
    case AST_Lambda: return compile_lambda(c, n, dest);
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: return compile_comprehension(c, n, dest);
    case AST_Yield: return cexpr_yield(c, n, dest);
    case AST_YieldFrom: return cexpr_delegate(c, n, n->as.YieldFrom.value, dest);
    case AST_Await: return cexpr_delegate(c, n, n->as.Await.value, dest);
    default:
        emit_error(c, n, "expression not allowed here");
        return compile_dest(c, dest, c->unit->temp);
    }
}

static uint32_t cexpr_spilled(Compiler *c, Node *n, int dest) {
    Unit *u = c->unit;
    uint32_t low = u->floor, high = u->temp, before = u->wide, count = high - low;
    uint32_t save = emit_wide(c, count + 1);
    compile_at(c, n);
    for (uint32_t i = 0; i < count; i++) { emit_abx(c, OPC_STORE_WIDE, low + i, save + i); }
    u->temp = low;
    uint32_t r = compile_expr(c, n, REG_ANY);
    emit_abx(c, OPC_STORE_WIDE, r, save + count);
    for (uint32_t i = 0; i < count; i++) { emit_abx(c, OPC_LOAD_WIDE, low + i, save + i); }
    uint32_t d = compile_dest(c, dest, high);
    emit_abx(c, OPC_LOAD_WIDE, d, save + count);
    u->wide = before;
    return d;
}

uint32_t compile_expr(Compiler *c, Node *n, int dest) {
    if (n->kind == AST_Name) { return cexpr_name(c, n, dest); }
    Value v;
    if (n->kind == AST_Constant) {
        return cexpr_constant(c, n, compile_literal(c, &n->as.Constant.value), dest);
    }
    if (c->failed) { return 0; }
    const Unit *u = c->unit;
    if (NX_UNLIKELY(u->temp > CEXPR_SPILL_AT && u->temp - u->floor >= CEXPR_SPILL_MIN)) {
        return cexpr_spilled(c, n, dest);
    }
    bool folds = n->kind == AST_BinOp || n->kind == AST_UnaryOp || n->kind == AST_Tuple;
    if (folds && compile_const(c, n, &v)) { return cexpr_constant(c, n, v, dest); }
    return cexpr_dispatch(c, n, dest);
}

void compile_effect(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp;
    if (n->kind != AST_Constant) { compile_expr(c, n, REG_ANY); }
    c->unit->temp = mark;
}
