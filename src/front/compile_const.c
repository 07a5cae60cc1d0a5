// compile_const.c: literals as Values, and folding of constant expressions.
//
// What CPython folds is folded, with its limits on the size of what may come out. An operation that
// would raise is left for the program to run into. An expression found not to be constant is marked
// so, or a chain of n operators would be looked at n times.
#include "front/compile_inner.h"

#include "object/bytes.h"
#include "object/complex.h"
#include "object/float.h"
#include "object/int.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"

enum {
    CCONST_INTERNED = 64,  // longest text that is interned
    CCONST_MAX_BITS = 128, // of a folded int
    CCONST_MAX_TEXT = 4096,
    CCONST_MAX_ITEMS = 256,
    CCONST_NOT = 0x80, // in Node.paren: known not to be constant
};

Value compile_literal(Compiler *c, const Const *k) {
    Vm *vm = c->vm;
    switch ((ConstType)k->type) {
    case CONST_NONE: return V_NONE;
    case CONST_FALSE: return V_FALSE;
    case CONST_TRUE: return V_TRUE;
    case CONST_ELLIPSIS: return V_ELLIPSIS;
    case CONST_INT: return emit_checked(c, int_from_i64(vm, k->as.i));
    case CONST_BIG: return emit_checked(c, int_from_limbs(vm, k->as.limbs, k->len, false));
    case CONST_FLOAT: return double_value(k->as.d);
    case CONST_COMPLEX: return emit_checked(c, complex_new(vm, 0.0, k->as.d));
    case CONST_VALUE: return (Value)k->as.value;
    case CONST_BYTES: return emit_checked(c, bytes_new(vm, k->as.bytes, k->len));
    default: break;
    }
    if (k->len <= CCONST_INTERNED) {
        return emit_checked(c, intern_bytes(vm, k->as.bytes, k->len));
    }
    return emit_checked(c, str_new(vm, k->as.bytes, k->len));
}

bool compile_is_small(Value v, int32_t low, int32_t high, int32_t *out) {
    if (!is_int(v) || int_of(v) < low || int_of(v) > high) { return false; }
    *out = (int32_t)int_of(v);
    return true;
}

// ---- folding -------------------------------------------------------------------------------------

static bool cconst_is_number(Vm *vm, Value v) {
    return isinstance_int(vm, v) || is_double(v) || isinstance_complex(vm, v);
}

static int64_t cconst_bits(Vm *vm, Value v) {
    uint64_t one;
    uint32_t n;
    bool neg;
    const uint64_t *limbs = int_magnitude(vm, v, &one, &n, &neg);
    int64_t bits = 0;
    while (n && limbs[n - 1] == 0) { n--; }
    if (n) {
        for (uint64_t top = limbs[n - 1]; top; top >>= 1) { bits++; }
        bits += (int64_t)(n - 1) * 64;
    }
    return bits;
}

// Whether the result is small enough to be kept, and surely not an error.
static bool cconst_int_is_safe(Vm *vm, BinOperator op, Value a, Value b) {
    int64_t right;
    switch (op) {
    case BIN_Mult: return cconst_bits(vm, a) + cconst_bits(vm, b) <= CCONST_MAX_BITS;
    case BIN_LShift:
        return int_to_i64(vm, b, &right) && right >= 0 && right <= CCONST_MAX_BITS &&
               cconst_bits(vm, a) + right <= CCONST_MAX_BITS;
    case BIN_RShift: return int_to_i64(vm, b, &right) && right >= 0;
    case BIN_Pow:
        if (!int_to_i64(vm, b, &right) || right < -CCONST_MAX_BITS) { return false; }
        if (right < 0) { return !int_is_zero(vm, a) && cconst_bits(vm, a) < 64; }
        return right <= CCONST_MAX_BITS && cconst_bits(vm, a) * right <= CCONST_MAX_BITS;
    case BIN_Div: return !int_is_zero(vm, b) && cconst_bits(vm, a) < 512;
    case BIN_FloorDiv:
    case BIN_Mod: return !int_is_zero(vm, b);
    default: return true;
    }
}

static bool cconst_is_zero(Vm *vm, Value v) {
    if (is_double(v)) { return double_of(v) == 0.0; }
    if (isinstance_complex(vm, v)) {
        return as_complex(vm, v)->re == 0.0 && as_complex(vm, v)->im == 0.0;
    }
    return int_is_zero(vm, v);
}

static const uint8_t cconst_ops[] = {
    [BIN_Add] = BIN_OP_ADD,           [BIN_Sub] = BIN_OP_SUB,       [BIN_Mult] = BIN_OP_MUL,
    [BIN_MatMult] = BIN_OP_MATMUL,    [BIN_Div] = BIN_OP_DIV,       [BIN_Mod] = BIN_OP_MOD,
    [BIN_Pow] = BIN_OP_POW,           [BIN_LShift] = BIN_OP_LSHIFT, [BIN_RShift] = BIN_OP_RSHIFT,
    [BIN_BitOr] = BIN_OP_OR,          [BIN_BitXor] = BIN_OP_XOR,    [BIN_BitAnd] = BIN_OP_AND,
    [BIN_FloorDiv] = BIN_OP_FLOORDIV,
};

static Value cconst_number_op(Vm *vm, BinOperator op, Value a, Value b) {
    BinOp o = (BinOp)cconst_ops[op];
    if (isinstance_int(vm, a) && isinstance_int(vm, b)) {
        return cconst_int_is_safe(vm, op, a, b) ? int_binary(vm, o, a, b) : V_NOTIMPL;
    }
    bool divides = op == BIN_Div || op == BIN_FloorDiv || op == BIN_Mod;
    if (divides && cconst_is_zero(vm, b)) { return V_NOTIMPL; }
    if (op == BIN_Pow && cconst_is_zero(vm, a)) { return V_NOTIMPL; }
    if (isinstance_complex(vm, a) || isinstance_complex(vm, b)) {
        return op == BIN_Pow ? V_NOTIMPL : complex_binary(vm, o, a, b);
    }
    return float_binary(vm, o, a, b);
}

static Value cconst_repeat(Vm *vm, Value v, Value times) {
    int32_t n;
    if (!compile_is_small(times, 0, CCONST_MAX_TEXT, &n)) { return V_NOTIMPL; }
    const Obj *o = as_obj(vm, v);
    if (o->type == T_TUPLE) {
        uint64_t items = (uint64_t)o->n * (uint32_t)n;
        if (items > CCONST_MAX_ITEMS) { return V_NOTIMPL; }
        Tuple *t = heap_new(vm, T_TUPLE, items);
        TRY(t);
        for (uint64_t i = 0; i < items; i++) { t->items[i] = as_tuple(vm, v)->items[i % o->n]; }
        return ptr_value(vm, t);
    }
    char text[CCONST_MAX_TEXT];
    if ((uint64_t)o->n * (uint32_t)n > sizeof text) { return V_NOTIMPL; }
    const char *from = o->type == T_STR ? as_str(vm, v)->data : (char *)as_bytes(vm, v)->data;
    for (uint32_t i = 0; i < (uint32_t)n; i++) { memcpy(text + i * o->n, from, o->n); }
    uint32_t len = o->n * (uint32_t)n;
    return o->type == T_STR ? str_new(vm, text, len) : bytes_new(vm, text, len);
}

static Value cconst_concat(Vm *vm, Value a, Value b) {
    const Obj *x = as_obj(vm, a), *y = as_obj(vm, b);
    if (x->type != y->type) { return V_NOTIMPL; }
    if (x->type == T_STR) { return str_concat(vm, a, b); }
    if (x->type == T_BYTES) {
        Bytes *sum = bytes_alloc(vm, (uint64_t)x->n + y->n);
        TRY(sum);
        memcpy(sum->data, as_bytes(vm, a)->data, x->n);
        memcpy(sum->data + x->n, as_bytes(vm, b)->data, y->n);
        return ptr_value(vm, sum);
    }
    Tuple *t = heap_new(vm, T_TUPLE, (uint64_t)x->n + y->n);
    TRY(t);
    if (x->n) { memcpy(t->items, as_tuple(vm, a)->items, x->n * sizeof(Value)); }
    if (y->n) { memcpy(t->items + x->n, as_tuple(vm, b)->items, y->n * sizeof(Value)); }
    return ptr_value(vm, t);
}

static bool cconst_is_sequence(Vm *vm, Value v) {
    return is_exact(vm, v, T_STR) || is_exact(vm, v, T_BYTES) || is_exact(vm, v, T_TUPLE);
}

static Value cconst_binary(Vm *vm, BinOperator op, Value a, Value b) {
    if (cconst_is_number(vm, a) && cconst_is_number(vm, b)) {
        return cconst_number_op(vm, op, a, b);
    }
    bool left = cconst_is_sequence(vm, a), right = cconst_is_sequence(vm, b);
    if (op == BIN_Add && left && right) { return cconst_concat(vm, a, b); }
    if (op == BIN_Mult && left && is_int(b)) { return cconst_repeat(vm, a, b); }
    if (op == BIN_Mult && right && is_int(a)) { return cconst_repeat(vm, b, a); }
    return V_NOTIMPL;
}

static bool cconst_value_truth(Vm *vm, Value v) {
    if (v == V_NONE || v == V_FALSE) { return false; }
    if (v == V_TRUE || v == V_ELLIPSIS) { return true; }
    if (cconst_is_number(vm, v)) { return !cconst_is_zero(vm, v); }
    return as_obj(vm, v)->n != 0;
}

static Value cconst_unary(Vm *vm, UnaryOperator op, Value v) {
    static const uint8_t ops[] = {
        [UNARY_Invert] = UN_OP_INVERT, [UNARY_UAdd] = UN_OP_POS, [UNARY_USub] = UN_OP_NEG};
    if (op == UNARY_Not) { return bool_value(!cconst_value_truth(vm, v)); }
    if (op == UNARY_Invert && is_bool(v)) { return V_NOTIMPL; } // warns when it is run
    if (isinstance_int(vm, v)) { return int_unary(vm, (UnOp)ops[op], v); }
    if (is_double(v)) { return float_unary(vm, (UnOp)ops[op], v); }
    if (isinstance_complex(vm, v)) { return complex_unary(vm, (UnOp)ops[op], v); }
    return V_NOTIMPL;
}

// The result of a folded operation; false when it has none.
static bool cconst_done(Compiler *c, Value v, Value *out) {
    if (v == V_NOTIMPL) { return false; }
    if (v == V_RAISED && is_ref(c->vm->head->exc)) {
        exc_clear(c->vm);
        return false;
    }
    *out = emit_checked(c, v);
    return true;
}

// A quick look before anything is made: each element is then evaluated once only.
static bool cconst_may_be(const NodeSeq *elts) {
    for (uint32_t i = 0; i < elts->len; i++) {
        const Node *n = elts->items[i];
        bool may = n->kind == AST_Constant || n->kind == AST_UnaryOp || n->kind == AST_BinOp ||
                   n->kind == AST_Tuple;
        if (!may || (n->paren & CCONST_NOT && n->kind != AST_Constant)) { return false; }
    }
    return true;
}

bool compile_const_items(Compiler *c, const NodeSeq *elts, Value *out) {
    if (!cconst_may_be(elts)) { return false; }
    Tuple *t = heap_new(c->vm, T_TUPLE, elts->len);
    if (!t) { c->failed = true; }
    for (uint32_t i = 0; i < elts->len && !c->failed; i++) {
        if (!compile_const(c, elts->items[i], &t->items[i])) { return false; }
    }
    *out = c->failed ? V_RAISED : ptr_value(c->vm, t);
    return true;
}

static bool cconst_fold(Compiler *c, Node *n, Value *out) {
    Value a, b;
    switch (n->kind) {
    case AST_UnaryOp:
        return compile_const(c, n->as.UnaryOp.operand, &a) &&
               (c->failed || cconst_done(c, cconst_unary(c->vm, n->as.UnaryOp.op, a), out));
    case AST_BinOp:
        return compile_const(c, n->as.BinOp.right, &b) && compile_const(c, n->as.BinOp.left, &a) &&
               (c->failed || cconst_done(c, cconst_binary(c->vm, n->as.BinOp.op, a, b), out));
    case AST_Tuple:
        return n->as.Tuple.ctx == CTX_Load && compile_const_items(c, &n->as.Tuple.elts, out);
    default: return false;
    }
}

bool compile_const(Compiler *c, Node *n, Value *out) {
    if (n->kind == AST_Constant) {
        *out = compile_literal(c, &n->as.Constant.value);
        return true;
    }
    if (n->kind == AST_Name) {
        if (n->as.Name.id != c->debug) { return false; }
        *out = bool_value(!(c->front->flags & FRONT_NO_ASSERTS));
        return true;
    }
    if (n->paren & CCONST_NOT) { return false; }
    *out = V_RAISED;
    if (cconst_fold(c, n, out)) { return true; }
    n->paren |= CCONST_NOT;
    return false;
}

bool compile_truth(Compiler *c, Node *n, bool *out) {
    Value v;
    bool looks = n->kind == AST_Constant || n->kind == AST_Name || n->kind == AST_UnaryOp ||
                 n->kind == AST_Tuple || n->kind == AST_BinOp;
    if (!looks || !compile_const(c, n, &v)) { return false; }
    *out = !c->failed && cconst_value_truth(c->vm, v);
    return true;
}

bool compile_const_set(Compiler *c, const NodeSeq *elts, Value *out) {
    Value items;
    if (!compile_const_items(c, elts, &items)) { return false; }
    *out = c->failed ? V_RAISED : emit_checked(c, set_new(c->vm, T_FROZENSET));
    for (uint32_t i = 0; i < elts->len && !c->failed; i++) {
        if (set_add_leaf(c->vm, as_set(c->vm, *out), as_tuple(c->vm, items)->items[i]) < 0) {
            c->failed = true;
        }
    }
    return true;
}
