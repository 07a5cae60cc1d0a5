// ops_binary.c: arithmetic and comparison of any values: leaf slots first, then the special methods
// in Python's order (reference: "Emulating numeric types", and the rule that the right operand goes
// first when its class derives from the left one's and brings its own method).
#include "vm/ops.h"

#include "object/ask.h"
#include "object/seq.h"
#include "object/float.h"
#include "object/int.h"
#include "object/key.h"
#include "rt/internals.h"
#include "vm/internals.h"
#include "vm/opcode.h"

// State and slot of the steps of I_BINARY_OP and I_RICH_COMPARE while a special method runs.
enum { OPERATOR_CALLED = 1, OPERATOR_STAGE = 3 };

static const struct {
    uint16_t forward, reflected, inplace;
    const char *symbol;
} bin_ops[BIN_OP_COUNT] = {
    [BIN_OP_ADD] = {N___add__, N___radd__, N___iadd__, "+"},
    [BIN_OP_SUB] = {N___sub__, N___rsub__, N___isub__, "-"},
    [BIN_OP_MUL] = {N___mul__, N___rmul__, N___imul__, "*"},
    [BIN_OP_MATMUL] = {N___matmul__, N___rmatmul__, N___imatmul__, "@"},
    [BIN_OP_DIV] = {N___truediv__, N___rtruediv__, N___itruediv__, "/"},
    [BIN_OP_MOD] = {N___mod__, N___rmod__, N___imod__, "%"},
    [BIN_OP_POW] = {N___pow__, N___rpow__, N___ipow__, "** or pow()"},
    [BIN_OP_LSHIFT] = {N___lshift__, N___rlshift__, N___ilshift__, "<<"},
    [BIN_OP_RSHIFT] = {N___rshift__, N___rrshift__, N___irshift__, ">>"},
    [BIN_OP_OR] = {N___or__, N___ror__, N___ior__, "|"},
    [BIN_OP_XOR] = {N___xor__, N___rxor__, N___ixor__, "^"},
    [BIN_OP_AND] = {N___and__, N___rand__, N___iand__, "&"},
    [BIN_OP_FLOORDIV] = {N___floordiv__, N___rfloordiv__, N___ifloordiv__, "//"},
    [BIN_OP_DIVMOD] = {N___divmod__, N___rdivmod__, 0, "divmod()"},
};

static bool binary_has(Vm *vm, Value v, uint16_t name) {
    return special_method(vm, v, (NameId)name) != V_UNBOUND;
}

static Value binary_unsupported(Vm *vm, uint32_t op, Value a, Value b) {
    BinOp plain = (BinOp)(op & (BIN_OP_INPLACE - 1));
    bool inplace = op & BIN_OP_INPLACE;
    const char *symbol = bin_ops[plain].symbol;
    if (plain == BIN_OP_POW && inplace) { symbol = "**="; }
    return raise_error(vm, EXC_TypeError, "unsupported operand type(s) for %s%s: '%T' and '%T'",
                       symbol, inplace && plain != BIN_OP_POW ? "=" : "", a, b);
}

// Of bool and int: whose slot has the operator.
static inline const TypeDef *binary_def(const TypeDef *d, BinOp op) {
    return d->base == T_INT && !(d->binary_ops & OP_BIT(op)) ? type_def(T_INT) : d;
}

// Sums and products in which True and False count as numbers; V_UNBOUND: something else.
static inline Value binary_counted(BinOp op, Value a, Value b) {
    int64_t x = is_bool(a) ? a == V_TRUE : int_of(a), y = is_bool(b) ? b == V_TRUE : int_of(b), n;
    if ((!is_int(a) && !is_bool(a)) || (!is_int(b) && !is_bool(b))) { return V_UNBOUND; }
    switch (op) {
    case BIN_OP_ADD: n = x + y; break;
    case BIN_OP_SUB: n = x - y; break;
    case BIN_OP_MUL: n = x * y; break; // one of them is 0 or 1
    default: return V_UNBOUND;
    }
    return fits_int(n) ? int_value(n) : V_UNBOUND;
}

static Value lookup_op(Vm *vm, Value v, NameId name) {
    return name ? type_lookup(vm, class_of(vm, v), vm_name(vm, name)) : V_UNBOUND;
}

static bool binary_container(Vm *vm, Value v) {
    return lookup_op(vm, v, N___len__) != V_UNBOUND ||
           lookup_op(vm, v, N___contains__) != V_UNBOUND;
}

// `a *= b` of a container that knows no `*`, like a dict, does not ask whether b is a sequence.
static bool binary_container_left(Vm *vm, Value a, Value b) {
    const TypeDef *da = exact_def(vm, a), *db = exact_def(vm, b);
    return da && db && db->sequence_concat && !da->sequence_concat && binary_container(vm, a);
}

Value binary_leaf(Vm *vm, BinOp op, Value a, Value b) {
    if (is_bool(a) || is_bool(b)) {
        Value v = binary_counted(op, a, b);
        if (v != V_UNBOUND) { return v; }
    }
    const TypeDef *da = exact_def(vm, a), *db = exact_def(vm, b);
    if (!da || !db) { return V_UNBOUND; }
    da = binary_def(da, op);
    db = binary_def(db, op);
    Value v = V_NOTIMPL;
    if (da->binary && (da->binary_ops & OP_BIT(op))) {
        v = da->binary(vm, op, a, b);
        if (v != V_NOTIMPL) { return v; }
    }
    if (db != da && db->binary && (db->binary_ops & OP_BIT(op))) { v = db->binary(vm, op, a, b); }
    return v;
}

// A function whose answer is known at once (a generator's) has no frame to carry the flag.
static Value operator_call(Vm *vm, Value m, const Value *args, uint64_t ret) {
    Value v = call_plain(vm, m, args, 2, ret | RET_OPERATOR);
    if (NX_LIKELY(v != V_UNBOUND)) { return v; }
    return call_function(vm, m, args, 2, V_NONE, ret | RET_OPERATOR);
}

// The operands and the operator of the instruction that the frame is behind. True: a comparison.
static bool operator_decode(Vm *vm, const Frame *f, bool fused, Value *a, Value *b, uint32_t *op) {
    const uint32_t *pc = (const uint32_t *)(vm->base + f->pc), w = fused ? pc[-2] : pc[-1];
    uint32_t code = w & 0xFF, x = w >> 8 & 0xFF, y = w >> 16 & 0xFF, z = w >> 24;
    if (fused) { // of each comparison six: J, JN and LOOP, each with a register or a small int
        *a = f->slot[x];
        *b = (code - OPC_J_LT) % 2 ? int_value((int8_t)y) : f->slot[y];
        *op = (code - OPC_J_LT) / 6;
        return true;
    }
    *a = f->slot[y];
    *b = f->slot[z];
    if (code >= OPC_LT && code <= OPC_GE) {
        *op = code - OPC_LT;
        return true;
    }
    if (code == OPC_ADD_OWN || code == OPC_IADD_OWN) {
        *op = code == OPC_ADD_OWN ? BIN_OP_ADD : BIN_OP_ADD | BIN_OP_INPLACE;
        return false;
    }
    if (op_has_small(code)) {
        bool inplace = code == OPC_IADD_I || code == OPC_ISUB_I;
        *b = int_value((int8_t)z);
        *op = (code == OPC_ADD_I || code == OPC_IADD_I ? BIN_OP_ADD : BIN_OP_SUB) |
              (inplace ? BIN_OP_INPLACE : 0);
        return false;
    }
    uint32_t form = (code - OPC_ADD) % 4; // of each four: plain, constant, and both in place
    if (form % 2) { *b = as_tuple(vm, as_code(vm, f->code)->consts)->items[z]; }
    *op = (code - OPC_ADD) / 4 | (form >= 2 ? BIN_OP_INPLACE : 0);
    return false;
}

Value operator_refused(Vm *vm, const Frame *f, uint64_t ret) {
    Value args[3];
    uint32_t op;
    bool compare = operator_decode(vm, f, ret_mode(ret) == RET_BRANCH, &args[0], &args[1], &op);
    args[2] = int_value(op);
    // As if the steps had made the call, and their first choice had refused.
    TRY_VALUE(op_internal(vm, compare ? I_RICH_COMPARE : I_BINARY_OP, args, ret & ~RET_OPERATOR));
    Frame *steps = as_frame(vm, vm->head->frame);
    steps->slot[OPERATOR_STAGE] = int_value(compare ? 0 : BINARY_FIRST);
    steps->pc = OPERATOR_CALLED;
    steps->result = V_NOTIMPL;
    return V_CALLING;
}

Value op_add_owned(Vm *vm, uint32_t op, Value a, Value b, uint64_t ret) {
    if (is_exact(vm, a, T_STR) && is_exact(vm, b, T_STR)) { return str_append(vm, a, b); }
    str_share(vm, a); // b's class may get hold of it
    return op_binary(vm, op, a, b, ret);
}

// An int or a bool as an int, to be counted with.
static bool is_count(Value v) { return is_int(v) || is_bool(v); }
static int64_t count_of(Value v) { return is_int(v) ? int_of(v) : v == V_TRUE; }

// Two ints, of derived classes too, neither of which has methods of its own for the operator.
static bool ints_keep_operator(Vm *vm, uint32_t op, Value a, Value b) {
    BinOp plain = (BinOp)(op & (BIN_OP_INPLACE - 1));
    if ((op & BIN_OP_INPLACE) && binary_has(vm, a, bin_ops[plain].inplace)) { return false; }
    NameId forward = (NameId)bin_ops[plain].forward, reflected = (NameId)bin_ops[plain].reflected;
    return (!is_ref(a) || keeps_builtin(vm, a, forward)) &&
           (!is_ref(b) || keeps_builtin(vm, b, reflected));
}

Value op_binary(Vm *vm, uint32_t op, Value a, Value b, uint64_t ret) {
    BinOp plain = (BinOp)(op & (BIN_OP_INPLACE - 1));
    if (plain == BIN_OP_ADD && is_count(a) && is_count(b)) { // total += x == y
        return int_from_i64(vm, count_of(a) + count_of(b));
    }
    if (is_exact_int(vm, a) && is_exact_int(vm, b)) {
        Value v = int_binary(vm, plain, a, b);
        if (NX_LIKELY(v != V_NOTIMPL)) { return v; }
    }
    if (isinstance_int(vm, a) && isinstance_int(vm, b) && ints_keep_operator(vm, op, a, b)) {
        Value v = int_binary(vm, plain, a, b);
        if (v != V_NOTIMPL && v != V_UNBOUND) { return v; }
    }
    if (is_tagged(vm, a, T_INSTANCE) && ret_mode(ret) == RET_REG) {
        bool own = op & BIN_OP_INPLACE && binary_has(vm, a, bin_ops[plain].inplace);
        Value m = own ? V_UNBOUND
                      : operator_function(vm, a, b, (NameId)bin_ops[plain].forward,
                                          (NameId)bin_ops[plain].reflected);
        if (m != V_UNBOUND) {
            Value args[2] = {a, b};
            return operator_call(vm, m, args, ret);
        }
    }
    if (op & BIN_OP_INPLACE) {
        const TypeDef *d = exact_def(vm, a);
        bool asks_right = !exact_def(vm, b) && d && d->sequence_concat;
        if (d && d->inplace && (d->inplace_ops & OP_BIT(plain)) && !asks_right) {
            Value v = d->inplace(vm, plain, a, b);
            if (v != V_NOTIMPL && v != V_UNBOUND) { return v; }
            Value args[3] = {a, b, int_value(op)};
            return op_internal(vm, I_BINARY_OP, args, ret);
        }
        if (plain == BIN_OP_MUL && binary_container_left(vm, a, b)) {
            return binary_unsupported(vm, op, a, b);
        }
    }
    Value v = binary_leaf(vm, plain, a, b);
    if (v == V_NOTIMPL && !binary_has(vm, a, bin_ops[plain].forward) &&
        !binary_has(vm, b, bin_ops[plain].reflected)) {
        return binary_unsupported(vm, op, a, b);
    }
    if (v != V_UNBOUND && v != V_NOTIMPL) { return v; }
    Value args[3] = {a, b, int_value(op)};
    return op_internal(vm, I_BINARY_OP, args, ret);
}

// Calls method m of x with y from a native; functions and natives take x as first argument.
static Value binary_ask(Vm *vm, Frame *f, int next, Value x, Value m, Value y) {
    if (is_exact(vm, m, T_FUNCTION) || is_exact(vm, m, T_NATIVE)) {
        return native_call2(vm, f, next, m, x, y);
    }
    Value bound = bind_special(vm, m, x, class_of(vm, x));
    TRY_VALUE(bound);
    return native_call1(vm, f, next, bound, y);
}

// Whether the class of v takes part in arithmetic as a number: not so str, list and the other
// sequences, and what derives from them without a method of its own for the operator.
static bool is_number_like(Vm *vm, Value v, BinOp op) {
    const TypeDef *d = def_of(vm, v);
    if (!d || !d->sequence_concat || (op != BIN_OP_ADD && op != BIN_OP_MUL)) { return true; }
    Value forward = lookup_op(vm, v, (NameId)bin_ops[op].forward);
    Value reflected = lookup_op(vm, v, (NameId)bin_ops[op].reflected);
    return (forward != V_UNBOUND && !is_exact(vm, forward, T_NATIVE)) ||
           (reflected != V_UNBOUND && !is_exact(vm, reflected, T_NATIVE));
}

static bool is_sequence_for(Vm *vm, Value v, BinOp op) {
    const TypeDef *d = def_of(vm, v);
    return d && d->sequence_concat && (op == BIN_OP_ADD || op == BIN_OP_MUL) &&
           !is_number_like(vm, v, op);
}

// What the stage asks: method m of x with y; V_UNBOUND: nothing.
static Value binary_stage(Vm *vm, Frame *f, BinOp op, int64_t stage, Value *x, Value *y) {
    Value a = f->slot[BINARY_A], b = f->slot[BINARY_B];
    bool inplace = int_of(f->slot[BINARY_OP]) & BIN_OP_INPLACE,
         same = class_of(vm, a) == class_of(vm, b);
    Value m = inplace ? lookup_op(vm, a, (NameId)bin_ops[op].inplace) : V_UNBOUND;
    bool a_sequence = is_sequence_for(vm, a, op);
    const TypeDef *d = def_of(vm, a);
    // A class derived from list has list.__iadd__ as a number's, but not list.__imul__.
    bool native_inplace = is_exact(vm, m, T_NATIVE) && d && d->sequence_concat &&
                          (op == BIN_OP_MUL || exact_def(vm, a));
    *x = a;
    *y = b;
    if (stage == BINARY_INPLACE) { return native_inplace ? V_UNBOUND : m; }
    if (stage == BINARY_SEQUENCE) {
        if (native_inplace) { return m; }
        if (!a_sequence) { return V_UNBOUND; }
        return type_lookup(vm, type_of_tag(vm, (TypeTag)as_obj(vm, a)->type),
                           vm_name(vm, (NameId)bin_ops[op].forward));
    }
    if (stage == BINARY_REPEAT) {
        if (a_sequence || op != BIN_OP_MUL || !is_sequence_for(vm, b, op)) { return V_UNBOUND; }
        bool guest = as_type(vm, class_of(vm, a))->flags & TYPE_HEAP;
        if (inplace && (guest || binary_container(vm, a))) { return V_UNBOUND; }
        *x = b;
        *y = a;
        return type_lookup(vm, type_of_tag(vm, (TypeTag)as_obj(vm, b)->type),
                           vm_name(vm, (NameId)bin_ops[op].forward));
    }
    Value reflected = same || !is_number_like(vm, b, op)
                          ? V_UNBOUND
                          : lookup_op(vm, b, (NameId)bin_ops[op].reflected);
    bool right_first = reflected != V_UNBOUND &&
                       is_subclass_of(vm, class_of(vm, b), class_of(vm, a)) &&
                       reflected != lookup_op(vm, a, (NameId)bin_ops[op].reflected);
    if ((stage == BINARY_FIRST) == right_first) {
        *x = b;
        *y = a;
        return reflected;
    }
    return is_number_like(vm, a, op) ? lookup_op(vm, a, (NameId)bin_ops[op].forward) : V_UNBOUND;
}

// I_BINARY_OP: in place; the operands' methods, that of a derived class first; what sequences do.
Value binary_op_steps(Vm *vm, Frame *f) {
    Value a = f->slot[BINARY_A], b = f->slot[BINARY_B];
    uint32_t op = (uint32_t)int_of(f->slot[BINARY_OP]) & 63;
    BinOp plain = (BinOp)(op & (BIN_OP_INPLACE - 1));
    if (plain >= BIN_OP_COUNT) { return raise_stop(vm, STOP_CORRUPT); }
    int64_t stage = op & BIN_OP_INPLACE ? BINARY_INPLACE : BINARY_FIRST;
    if (native_state(f) == OPERATOR_CALLED) {
        if (f->result != V_NOTIMPL) { return f->result; }
        stage = index_of(f->slot[BINARY_STAGE]) < BINARY_REPEAT ? int_of(f->slot[BINARY_STAGE]) + 1
                                                                : BINARY_REPEAT + 1;
    }
    for (; stage <= BINARY_REPEAT; stage++) {
        Value x, y, m = binary_stage(vm, f, plain, stage, &x, &y);
        if (m == V_UNBOUND) { continue; }
        f->slot[BINARY_STAGE] = int_value(stage);
        return binary_ask(vm, f, OPERATOR_CALLED, x, m, y);
    }
    if (!(op & BIN_OP_INPLACE) && plain == BIN_OP_RSHIFT && is_print_function(vm, a)) {
        return raise_error(vm, EXC_TypeError,
                           "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean "
                           "\"print(<message>, file=<output_stream>)\"?",
                           a, b);
    }
    return binary_unsupported(vm, op, a, b);
}

// ---- unary -------------------------------------------------------------------------------------

static const struct {
    uint16_t name;
    const char *symbol;
} un_ops[UN_OP_COUNT] = {
    [UN_OP_NEG] = {N___neg__, "unary -"},
    [UN_OP_POS] = {N___pos__, "unary +"},
    [UN_OP_INVERT] = {N___invert__, "unary ~"},
    [UN_OP_ABS] = {N___abs__, "abs()"},
};

static NameId un_op_name(UnOp op) { return (NameId)un_ops[op].name; }

Value unary_leaf(Vm *vm, UnOp op, Value v) {
    const TypeDef *d = exact_def(vm, v);
    if (!d) { return V_UNBOUND; }
    if (d->unary && (d->unary_ops & OP_BIT(op))) { return d->unary(vm, op, v); }
    return V_NOTIMPL;
}

Value op_unary(Vm *vm, UnOp op, Value v, uint64_t ret) {
    Value got = unary_leaf(vm, op, v);
    if (got != V_UNBOUND && got != V_NOTIMPL) { return got; }
    Value args[2] = {v, int_value(op)};
    return op_internal(vm, I_UNARY_OP, args, ret);
}

Value unary_op_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    UnOp op = (UnOp)(int_of(f->slot[1]) & 3);
    Value m = lookup_op(vm, f->slot[0], un_op_name(op));
    if (m == V_UNBOUND || m == V_NONE) {
        return raise_error(vm, EXC_TypeError, "bad operand type for %s: '%T'", un_ops[op].symbol,
                           f->slot[0]);
    }
    return native_call_method(vm, f, 1, f->slot[0], vm_name(vm, un_op_name(op)), 0, NULL);
}

// ---- comparison --------------------------------------------------------------------------------

static const uint16_t cmp_names[] = {N___lt__, N___le__, N___eq__, N___ne__, N___gt__, N___ge__};
static const char *const cmp_symbols[] = {"<", "<=", "==", "!=", ">", ">="};

static NameId cmp_op_name(int op) { return (NameId)cmp_names[op]; }

static Value compare_default(Vm *vm, int op, Value a, Value b) {
    if (op == OP_EQ) { return bool_value(a == b); }
    if (op == OP_NE) { return bool_value(a != b); }
    return raise_error(vm, EXC_TypeError, "'%s' not supported between instances of '%T' and '%T'",
                       cmp_symbols[op], a, b);
}

Value op_compare(Vm *vm, int op, Value a, Value b, uint64_t ret) {
    RetMode mode = ret_mode(ret);
    if (is_tagged(vm, a, T_INSTANCE) && (mode == RET_REG || mode == RET_BRANCH)) {
        Value m = operator_function(vm, a, b, cmp_op_name(op), cmp_op_name(compare_swapped(op)));
        if (m != V_UNBOUND) {
            Value args[2] = {a, b};
            return operator_call(vm, m, args, ret);
        }
    }
    Value v = compare_leaf(vm, op, a, b);
    if (v == V_NOTIMPL) { return compare_default(vm, op, a, b); }
    if (v != V_UNBOUND) { return v; }
    Value args[3] = {a, b, int_value(op)};
    return op_internal(vm, I_RICH_COMPARE, args, ret);
}

Value rich_compare_steps(Vm *vm, Frame *f) {
    enum { A, B, OP, STAGE = OPERATOR_STAGE };
    Value a = f->slot[A], b = f->slot[B];
    int64_t asked = int_of(f->slot[OP]), stage = asked & COMPARE_REFUSED ? 1 : 0;
    int op = (int)(asked & ~(int64_t)COMPARE_REFUSED);
    if (op < 0 || op > OP_GE) { return raise_stop(vm, STOP_CORRUPT); }
    if (native_state(f) == OPERATOR_CALLED) {
        if (f->result != V_NOTIMPL) { return f->result; }
        stage = f->slot[STAGE] == int_value(0) ? 1 : 2;
    } else if (stage == 0) {
        Value v = compare_leaf(vm, op, a, b);
        if (v == V_NOTIMPL) { return compare_default(vm, op, a, b); }
        if (v != V_UNBOUND) { return v; }
    }
    Value ca = class_of(vm, a), cb = class_of(vm, b);
    Value left = lookup_op(vm, a, cmp_op_name(op));
    Value right = lookup_op(vm, b, cmp_op_name(compare_swapped(op)));
    bool right_first = ca != cb && is_subclass_of(vm, cb, ca) && right != V_UNBOUND;
    for (; stage < 2; stage++) {
        bool use_right = (stage == 0) == right_first;
        Value x = use_right ? b : a, y = use_right ? a : b, m = use_right ? right : left;
        if (m == V_UNBOUND) { continue; }
        f->slot[STAGE] = int_value(stage);
        return binary_ask(vm, f, OPERATOR_CALLED, x, m, y);
    }
    return compare_default(vm, op, a, b);
}

// I_EQUAL: identity or ==, as a bool: what containers ask.
Value equal_steps(Vm *vm, Frame *f) {
    enum { EQUAL_START, EQUAL_COMPARED, EQUAL_TRUTH };
    switch (native_state(f)) {
    case EQUAL_START: {
        if (f->slot[0] == f->slot[1]) { return V_TRUE; }
        Value v = compare_leaf(vm, OP_EQ, f->slot[0], f->slot[1]);
        if (v == V_NOTIMPL) { return V_FALSE; }
        if (v != V_UNBOUND) { return v; }
        return ask_order(vm, f, EQUAL_COMPARED, OP_EQ, f->slot[0], f->slot[1]);
    }
    case EQUAL_COMPARED:
        if (is_bool(f->result)) { return f->result; }
        return ask_order_more(vm, f, EQUAL_COMPARED, OP_EQ, f->slot[0], f->slot[1]);
    default: return f->result;
    }
}

// ---- hash --------------------------------------------------------------------------------------

Value hash_leaf(Vm *vm, Value v) {
    int64_t h;
    if (!is_ref(v) && !is_int(v) && v > V_NOTIMPL) { return raise_stop(vm, STOP_CORRUPT); }
    return key_hash64_leaf(vm, v, &h) ? int_from_i64(vm, h) : V_UNBOUND;
}

Value hash_steps(Vm *vm, Frame *f) {
    enum { HASH_START, HASH_CALLED };
    Value v = f->slot[0];
    if (native_state(f) == HASH_CALLED) {
        Value h = f->result;
        if (!isinstance_int(vm, h)) {
            return raise_error(vm, EXC_TypeError, "__hash__ method should return an integer");
        }
        int64_t n;
        if (!int_to_i64(vm, h, &n)) { n = int_hash(vm, h); }
        return int_from_i64(vm, n == -1 ? -2 : n);
    }
    Value h = hash_leaf(vm, v);
    if (h != V_UNBOUND) { return h; }
    Value m = lookup_op(vm, v, N___hash__);
    if (m == V_UNBOUND || m == V_NONE) {
        return raise_error(vm, EXC_TypeError, "unhashable type: '%T'", v);
    }
    return native_call_method(vm, f, HASH_CALLED, v, vm_name(vm, N___hash__), 0, NULL);
}

// ---- numbers -----------------------------------------------------------------------------------

// What a special method returned, as an exact int; that of a derived class is deprecated. `called`: it
// was just called; else the warning was issued, and slot 0 has the number.
static Value number_returned(Vm *vm, Frame *f, bool called, int warned, const char *method) {
    Value v = called ? f->result : f->slot[0];
    if (!isinstance_int(vm, v)) {
        return raise_error(vm, EXC_TypeError, "%s returned non-int (type %T)", method, v);
    }
    Value exact = int_plain(vm, v);
    if (!called || exact == V_RAISED || exact == v) { return exact; }
    Value text =
        format_text(vm,
                    "%s returned non-int (type %T).  The ability to return an instance of a "
                    "strict subclass of int is deprecated, and may be removed in a future "
                    "version of Python.",
                    method, v);
    TRY_VALUE(text);
    f->slot[0] = exact;
    return native_warn_deprecated(vm, f, warned, text);
}

// I_INDEX: an exact int from an int or __index__.
Value index_steps(Vm *vm, Frame *f) {
    enum { INDEX_START, INDEX_CALLED, INDEX_WARNED };
    Value v = f->slot[0];
    if (native_state(f) != INDEX_START) {
        return number_returned(vm, f, native_state(f) == INDEX_CALLED, INDEX_WARNED, "__index__");
    }
    if (isinstance_int(vm, v)) { return int_plain(vm, v); }
    if (lookup_op(vm, v, N___index__) == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
    }
    return native_call_method(vm, f, INDEX_CALLED, v, vm_name(vm, N___index__), 0, NULL);
}

// I_TO_INT: int(v) for what is not text: __int__, then __index__.
Value to_int_steps(Vm *vm, Frame *f) {
    enum { TO_INT_START, TO_INT_CALLED, TO_INT_INDEXED, TO_INT_WARNED };
    Value v = f->slot[0];
    switch (native_state(f)) {
    case TO_INT_START:
        if (is_int(v) || is_exact(vm, v, T_INT)) { return v; }
        if (is_bool(v)) { return int_value(v == V_TRUE); }
        if (lookup_op(vm, v, N___int__) != V_UNBOUND) {
            return native_call_method(vm, f, TO_INT_CALLED, v, vm_name(vm, N___int__), 0, NULL);
        }
        if (lookup_op(vm, v, N___index__) != V_UNBOUND) {
            return native_call_method(vm, f, TO_INT_INDEXED, v, vm_name(vm, N___index__), 0, NULL);
        }
        return raise_error(vm, EXC_TypeError,
                           "int() argument must be a string, a bytes-like object or a real number, "
                           "not '%T'",
                           v);
    default:
        return number_returned(vm, f, native_state(f) != TO_INT_WARNED, TO_INT_WARNED,
                               native_state(f) == TO_INT_CALLED ? "__int__" : "__index__");
    }
}

// I_TO_FLOAT: __float__, then __index__.
Value to_float_steps(Vm *vm, Frame *f) {
    enum { TO_FLOAT_START, TO_FLOAT_CALLED, TO_FLOAT_INDEXED, TO_FLOAT_WARNED };
    Value v = f->slot[0];
    double d;
    switch (native_state(f)) {
    case TO_FLOAT_START:
        if (is_double(v)) { return v; }
        if (isinstance_int(vm, v) && !(is_ref(v) && as_obj(vm, v)->ext)) {
            return int_to_double(vm, v, &d) ? double_value(d) : V_RAISED;
        }
        if (lookup_op(vm, v, N___float__) != V_UNBOUND) {
            return native_call_method(vm, f, TO_FLOAT_CALLED, v, vm_name(vm, N___float__), 0, NULL);
        }
        if (lookup_op(vm, v, N___index__) != V_UNBOUND) {
            return native_call1(vm, f, TO_FLOAT_INDEXED, internal(vm, I_INDEX), v);
        }
        return raise_error(vm, EXC_TypeError, "must be real number, not %T", v);
    case TO_FLOAT_CALLED:
        if (is_double(f->result)) { return f->result; }
        if (isinstance_float(vm, f->result)) {
            Value text =
                format_text(vm,
                            "%T.__float__ returned non-float (type %T).  The ability to "
                            "return an instance of a strict subclass of float is "
                            "deprecated, and may be removed in a future version of Python.",
                            v, f->result);
            f->slot[0] = double_value(float_of(vm, f->result));
            return native_warn_deprecated(vm, f, TO_FLOAT_WARNED, text);
        }
        return raise_error(vm, EXC_TypeError, "%T.__float__ returned non-float (type %T)", v,
                           f->result);
    case TO_FLOAT_WARNED: return v;
    default:
        TRY(value_is_int(vm, f->result));
        return int_to_double(vm, f->result, &d) ? double_value(d) : V_RAISED;
    }
}
