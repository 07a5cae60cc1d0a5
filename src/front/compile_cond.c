// compile_cond.c: conditions as jumps, and the values of `and`, `or` and comparisons.
//
// A condition is never made a value when only a jump is wanted: `and`, `or`, `not`, chains and
// conditional expressions become jumps, a comparison is fused with its jump.
#include "front/compile_inner.h"

enum {
    CCOND_FORMS = OPC_J_LE - OPC_J_LT, // opcodes of one comparison
    CCOND_CHAIN = 16,
};

// The comparison's number among LT LE EQ NE GT GE, in the order of the opcodes; -1: not of them.
static int ccond_order(CmpOperator op) {
    static const int8_t orders[] = {
        [CMP_Eq] = 2,  [CMP_NotEq] = 3, [CMP_Lt] = 0,     [CMP_LtE] = 1, [CMP_Gt] = 4,
        [CMP_GtE] = 5, [CMP_Is] = -1,   [CMP_IsNot] = -1, [CMP_In] = -1, [CMP_NotIn] = -1,
    };
    return orders[op];
}

static Op ccond_value_op(CmpOperator op) {
    static const uint8_t ops[] = {
        [CMP_Eq] = OPC_EQ, [CMP_NotEq] = OPC_NE,     [CMP_Lt] = OPC_LT, [CMP_LtE] = OPC_LE,
        [CMP_Gt] = OPC_GT, [CMP_GtE] = OPC_GE,       [CMP_Is] = OPC_IS, [CMP_IsNot] = OPC_IS_NOT,
        [CMP_In] = OPC_IN, [CMP_NotIn] = OPC_NOT_IN,
    };
    return (Op)ops[op];
}

// The right side of `in`: a display of constants is a constant, and a list is as good as a tuple.
static uint32_t ccond_container(Compiler *c, Node *n, uint32_t dest) {
    Value v;
    bool list = n->kind == AST_List && n->as.List.elts.len > 0;
    bool constant = (list && compile_const_items(c, &n->as.List.elts, &v)) ||
                    (n->kind == AST_Set && compile_const_set(c, &n->as.Set.elts, &v));
    if (!constant) { return compile_expr(c, n, (int)dest); }
    if (c->failed) { return dest; }
    compile_at(c, n);
    emit_load(c, dest, v);
    return dest;
}

static uint32_t ccond_right(Compiler *c, CmpOperator op, Node *n, const Node *later) {
    // In the middle of a chain it is the left side of the next link too.
    if (!later && (op == CMP_In || op == CMP_NotIn) &&
        (n->kind == AST_List || n->kind == AST_Set)) {
        return ccond_container(c, n, emit_temp(c));
    }
    return compile_operand(c, n, later);
}

// The right side of a link is the left side of the next. In a long chain it is brought down, so that
// the registers last.
static uint32_t ccond_next_left(Compiler *c, uint32_t base, uint32_t r) {
    if (c->unit->temp - base < CCOND_CHAIN || !emit_is_temp(c, r)) { return r; }
    emit_move(c, base, r);
    c->unit->temp = base + 1;
    return base;
}

// ---- jumps ---------------------------------------------------------------------------------------

static void ccond_none(Compiler *c, Node *n, Label *to, bool when) {
    uint32_t r = compile_expr(c, n->as.Compare.left, REG_ANY);
    bool is = n->as.Compare.ops.items[0] == CMP_Is;
    compile_at(c, n);
    emit_branch(c, is == when ? OPC_JUMP_NONE : OPC_JUMP_NOT_NONE, r, 0, to);
}

static void ccond_is_true(Compiler *c, uint32_t r, Label *to, bool when) {
    emit_branch(c, when ? OPC_JUMP_TRUE : OPC_JUMP_FALSE, r, 0, to);
}

// Jumps when `left op right` is `when`.
static void ccond_compare(Compiler *c, Node *n, uint32_t left, uint32_t i, uint32_t right,
                          Label *to, bool when) {
    CmpOperator op = (CmpOperator)n->as.Compare.ops.items[i];
    int order = ccond_order(op);
    compile_at(c, n);
    if (order >= 0) {
        emit_branch(c, (Op)(OPC_J_LT + CCOND_FORMS * order + (when ? 0 : 2)), left, right, to);
        return;
    }
    uint32_t t = emit_temp(c);
    emit_abc(c, ccond_value_op(op), t, left, right);
    ccond_is_true(c, t, to, when);
}

static bool ccond_compare_small(Compiler *c, Node *n, uint32_t left, uint32_t i, Label *to,
                                bool when) {
    int order = ccond_order((CmpOperator)n->as.Compare.ops.items[i]);
    Node *right = n->as.Compare.comparators.items[i];
    Value v;
    int32_t small;
    if (order < 0 || !compile_const(c, right, &v) || c->failed ||
        !compile_is_small(v, -128, 127, &small)) {
        return false;
    }
    compile_at(c, n);
    emit_branch(c, (Op)(OPC_J_LT + CCOND_FORMS * order + (when ? 1 : 3)), left, (uint8_t)small, to);
    return true;
}

static void ccond_jump_compare(Compiler *c, Node *n, Label *to, bool when) {
    const NodeSeq *right = &n->as.Compare.comparators;
    uint32_t last = right->len - 1;
    CmpOperator op = (CmpOperator)n->as.Compare.ops.items[0];
    const Node *first = right->items[0];
    if (last == 0 && (op == CMP_Is || op == CMP_IsNot) && first->kind == AST_Constant &&
        first->as.Constant.value.type == CONST_NONE) {
        ccond_none(c, n, to, when);
        return;
    }
    Label skip = {0};
    uint32_t base = c->unit->temp;
    uint32_t left = compile_operand(c, n->as.Compare.left, last ? n : right->items[0]);
    for (uint32_t i = 0; i <= last; i++) {
        Label *where = i == last || !when ? to : &skip;
        bool jump_when = i == last && when;
        if (i == last && ccond_compare_small(c, n, left, i, where, jump_when)) { break; }
        uint32_t r = ccond_right(c, (CmpOperator)n->as.Compare.ops.items[i], right->items[i],
                                 i == last ? NULL : n);
        ccond_compare(c, n, left, i, r, where, jump_when);
        left = ccond_next_left(c, base, r);
    }
    emit_place(c, &skip);
}

static void ccond_jump_bool(Compiler *c, Node *n, Label *to, bool when) {
    const NodeSeq *values = &n->as.BoolOp.values;
    bool stops = n->as.BoolOp.op == BOOL_Or; // the truth that ends the evaluation
    Label skip = {0};
    for (uint32_t i = 0; i + 1 < values->len; i++) {
        compile_jump(c, values->items[i], stops == when ? to : &skip, stops);
    }
    compile_jump(c, values->items[values->len - 1], to, when);
    emit_place(c, &skip);
}

static void ccond_jump_conditional(Compiler *c, Node *n, Label *to, bool when) {
    Label otherwise = {0}, end = {0};
    compile_jump(c, n->as.IfExp.test, &otherwise, false);
    compile_jump(c, n->as.IfExp.body, to, when);
    emit_jump(c, &end);
    emit_place(c, &otherwise);
    compile_jump(c, n->as.IfExp.orelse, to, when);
    emit_place(c, &end);
}

void compile_jump(Compiler *c, Node *n, Label *to, bool when) {
    uint32_t mark = c->unit->temp;
    bool known;
    while (n->kind == AST_UnaryOp && n->as.UnaryOp.op == UNARY_Not) {
        n = n->as.UnaryOp.operand;
        when = !when;
    }
    if (compile_truth(c, n, &known)) {
        if (known == when && !c->failed) { emit_jump(c, to); }
    } else if (n->kind == AST_BoolOp) {
        ccond_jump_bool(c, n, to, when);
    } else if (n->kind == AST_Compare) {
        ccond_jump_compare(c, n, to, when);
    } else if (n->kind == AST_IfExp) {
        ccond_jump_conditional(c, n, to, when);
    } else {
        uint32_t r = compile_expr(c, n, REG_ANY);
        compile_at(c, n);
        ccond_is_true(c, r, to, when);
    }
    c->unit->temp = mark;
}

// ---- values --------------------------------------------------------------------------------------

// The value under construction must not be seen in a local: it goes to a temporary first.
uint32_t compile_bool_op(Compiler *c, Node *n, int dest) {
    const NodeSeq *values = &n->as.BoolOp.values;
    Op op = n->as.BoolOp.op == BOOL_Or ? OPC_JUMP_TRUE : OPC_JUMP_FALSE;
    uint32_t mark = c->unit->temp;
    uint32_t t = dest >= 0 && emit_is_temp(c, (uint32_t)dest) ? (uint32_t)dest : emit_temp(c);
    uint32_t top = c->unit->temp;
    Label end = {0};
    for (uint32_t i = 0; i < values->len; i++) {
        compile_expr(c, values->items[i], (int)t);
        c->unit->temp = top;
        compile_at(c, n);
        if (i + 1 < values->len) { emit_branch(c, op, t, 0, &end); }
    }
    emit_place(c, &end);
    uint32_t d = compile_dest(c, dest, mark);
    emit_move(c, d, t);
    return d;
}

static uint32_t ccond_chain(Compiler *c, Node *n, int dest) {
    const NodeSeq *right = &n->as.Compare.comparators;
    uint32_t mark = c->unit->temp;
    uint32_t t = dest >= 0 && emit_is_temp(c, (uint32_t)dest) ? (uint32_t)dest : emit_temp(c);
    Label end = {0};
    uint32_t base = c->unit->temp, left = compile_operand(c, n->as.Compare.left, n);
    for (uint32_t i = 0; i < right->len; i++) {
        CmpOperator op = (CmpOperator)n->as.Compare.ops.items[i];
        uint32_t r = ccond_right(c, op, right->items[i], i + 1 < right->len ? n : NULL);
        compile_at(c, n);
        emit_abc(c, ccond_value_op(op), t, left, r);
        if (i + 1 < right->len) { emit_branch(c, OPC_JUMP_FALSE, t, 0, &end); }
        left = ccond_next_left(c, base, r);
    }
    emit_place(c, &end);
    uint32_t d = compile_dest(c, dest, mark);
    emit_move(c, d, t);
    return d;
}

uint32_t compile_compare(Compiler *c, Node *n, int dest) {
    if (n->as.Compare.ops.len > 1) { return ccond_chain(c, n, dest); }
    CmpOperator op = (CmpOperator)n->as.Compare.ops.items[0];
    Node *right = n->as.Compare.comparators.items[0];
    uint32_t mark = c->unit->temp, left = compile_operand(c, n->as.Compare.left, right);
    uint32_t r = ccond_right(c, op, right, NULL), d = compile_dest(c, dest, mark);
    compile_at(c, n);
    emit_abc(c, ccond_value_op(op), d, left, r);
    return d;
}
