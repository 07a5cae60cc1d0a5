// operator_functions.c: the operators as functions, operator.add and its kin. What needs guest code
// is a tail call of the internal operation.
#include "lib/operator.h"
#include "object/key.h"
#include "vm/internals.h"
#include "vm/ops.h"

// X(name, operator, operation, sign)
#define OPERATOR_BINARY(X)                                                                         \
    X(add, BIN_OP_ADD, "+")                                                                        \
    X(and_, BIN_OP_AND, "&")                                                                       \
    X(floordiv, BIN_OP_FLOORDIV, "//")                                                             \
    X(lshift, BIN_OP_LSHIFT, "<<")                                                                 \
    X(matmul, BIN_OP_MATMUL, "@")                                                                  \
    X(mod, BIN_OP_MOD, "%")                                                                        \
    X(mul, BIN_OP_MUL, "*")                                                                        \
    X(or_, BIN_OP_OR, "|")                                                                         \
    X(pow, BIN_OP_POW, "**")                                                                       \
    X(rshift, BIN_OP_RSHIFT, ">>")                                                                 \
    X(sub, BIN_OP_SUB, "-")                                                                        \
    X(truediv, BIN_OP_DIV, "/")                                                                    \
    X(xor, BIN_OP_XOR, "^")
#define OPERATOR_COMPARE(X)                                                                        \
    X(eq, OP_EQ, "==")                                                                             \
    X(ge, OP_GE, ">=")                                                                             \
    X(gt, OP_GT, ">")                                                                              \
    X(le, OP_LE, "<=")                                                                             \
    X(lt, OP_LT, "<")                                                                              \
    X(ne, OP_NE, "!=")
#define OPERATOR_UNARY(X)                                                                          \
    X(abs, UN_OP_ABS, "abs(a)")                                                                    \
    X(inv, UN_OP_INVERT, "~a")                                                                     \
    X(invert, UN_OP_INVERT, "~a")                                                                  \
    X(neg, UN_OP_NEG, "-a")                                                                        \
    X(pos, UN_OP_POS, "+a")

static Value operators_binary(Vm *vm, Value *a, BinOp op) {
    Value v = binary_leaf(vm, op, a[0], a[1]);
    if (NX_LIKELY(v != V_UNBOUND && v != V_NOTIMPL)) { return v; }
    Value args[3] = {a[0], a[1], int_value(op)};
    return native_tailcall(vm, internal(vm, I_BINARY_OP), 3, args);
}

static Value operators_inplace(Vm *vm, Value *a, BinOp op) {
    Value args[3] = {a[0], a[1], int_value(op + BIN_OP_INPLACE)};
    return native_tailcall(vm, internal(vm, I_BINARY_OP), 3, args);
}

static Value operators_compare(Vm *vm, Value *a, int op) {
    Value v = compare_leaf(vm, op, a[0], a[1]);
    if (is_bool(v)) { return v; }
    Value args[3] = {a[0], a[1], int_value(op)};
    return native_tailcall(vm, internal(vm, I_RICH_COMPARE), 3, args);
}

static Value operators_unary(Vm *vm, Value *a, UnOp op) {
    Value v = unary_leaf(vm, op, a[0]);
    if (v != V_UNBOUND && v != V_NOTIMPL) { return v; }
    Value args[2] = {a[0], int_value(op)};
    return native_tailcall(vm, internal(vm, I_UNARY_OP), 2, args);
}

#define X(name, op, sign)                                                                          \
    static Value operators_##name(Vm *vm, Value *a) { return operators_binary(vm, a, op); }        \
    static Value operators_i##name(Vm *vm, Value *a) { return operators_inplace(vm, a, op); }
OPERATOR_BINARY(X)
#undef X
#define X(name, op, sign)                                                                          \
    static Value operators_##name(Vm *vm, Value *a) { return operators_compare(vm, a, op); }
OPERATOR_COMPARE(X)
#undef X
#define X(name, op, sign)                                                                          \
    static Value operators_##name(Vm *vm, Value *a) { return operators_unary(vm, a, op); }
OPERATOR_UNARY(X)
#undef X

static Value operators_call(Vm *vm, Value *a) { return native_tailcall_full(vm, a[0], a[1], a[2]); }

static Value operators_contains(Vm *vm, Value *a) {
    Value v = contains_leaf(vm, a[0], a[1]);
    return is_bool(v) ? v : native_tailcall(vm, internal(vm, I_CONTAINS), 2, a);
}

static Value operators_delitem(Vm *vm, Value *a) {
    return native_tailcall(vm, internal(vm, I_DELITEM), 2, a);
}

static Value operators_getitem(Vm *vm, Value *a) {
    Value v = getitem_leaf(vm, a[0], a[1]);
    return v == V_UNBOUND ? native_tailcall(vm, internal(vm, I_GETITEM), 2, a) : v;
}

static Value operators_setitem(Vm *vm, Value *a) {
    return native_tailcall(vm, internal(vm, I_SETITEM), 3, a);
}

static Value operators_is(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(a[0] == a[1]);
}
static Value operators_is_not(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(a[0] != a[1]);
}
static Value operators_is_none(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(a[0] == V_NONE);
}
static Value operators_is_not_none(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(a[0] != V_NONE);
}

static Value operators_truth(Vm *vm, Value *a) {
    Value v = truth_leaf(vm, a[0]);
    return v == V_UNBOUND ? native_tailcall(vm, internal(vm, I_TRUTH), 1, a) : v;
}

static Value operators_not(Vm *vm, Frame *f) {
    Value v = native_state(f) == 0 ? truth_leaf(vm, f->slot[0]) : f->result;
    if (v == V_UNBOUND) { return native_call1(vm, f, 1, internal(vm, I_TRUTH), f->slot[0]); }
    return v == V_RAISED ? v : bool_value(v == V_FALSE);
}

#define BINARY_ROW(name, text) TAIL(#name, "a, b, /", operators_##name, "What a " text " b gives.")
#define UNARY_ROW(name, text)  TAIL(#name, "a, /", operators_##name, "What " text " gives.")

const NativeDef operator_functions[] = {
#define X(name, op, sign) BINARY_ROW(name, sign),
    OPERATOR_BINARY(X) OPERATOR_COMPARE(X)
#undef X
#define X(name, op, text) UNARY_ROW(name, text),
        OPERATOR_UNARY(X)
#undef X
            TAIL("iadd", "a, b, /", operators_iadd, "What a += b does."),
    TAIL("iand", "a, b, /", operators_iand_, "What a &= b does."),
    TAIL("ifloordiv", "a, b, /", operators_ifloordiv, "What a //= b does."),
    TAIL("ilshift", "a, b, /", operators_ilshift, "What a <<= b does."),
    TAIL("imatmul", "a, b, /", operators_imatmul, "What a @= b does."),
    TAIL("imod", "a, b, /", operators_imod, "What a %= b does."),
    TAIL("imul", "a, b, /", operators_imul, "What a *= b does."),
    TAIL("ior", "a, b, /", operators_ior_, "What a |= b does."),
    TAIL("ipow", "a, b, /", operators_ipow, "What a **= b does."),
    TAIL("irshift", "a, b, /", operators_irshift, "What a >>= b does."),
    TAIL("isub", "a, b, /", operators_isub, "What a -= b does."),
    TAIL("itruediv", "a, b, /", operators_itruediv, "What a /= b does."),
    TAIL("ixor", "a, b, /", operators_ixor, "What a ^= b does."),
    TAIL("call", "obj, /, *args, **kwargs", operators_call, "Call the object with the arguments."),
    TAIL("contains", "a, b, /", operators_contains, "Whether the second is in the first."),
    TAIL("delitem", "a, b, /", operators_delitem, "Take the item away: del a[b]."),
    TAIL("getitem", "a, b, /", operators_getitem, "The item: a[b]."),
    STEPS("not_", "a, /", operators_not, 0, NULL, "What not a gives."),
    LEAF("is_", "a, b, /", operators_is, "What a is b gives."),
    LEAF("is_none", "a, /", operators_is_none, "What a is None gives."),
    LEAF("is_not", "a, b, /", operators_is_not, "What a is not b gives."),
    LEAF("is_not_none", "a, /", operators_is_not_none, "What a is not None gives."),
    TAIL("setitem", "a, b, c, /", operators_setitem, "What a[b] = c does."),
    TAIL("truth", "a, /", operators_truth, "Whether the object counts as true."),
    NATIVE_END,
};
