// bool.c: True and False, the two instances of a class derived from int. They are Values of their
// own; arithmetic treats them as 1 and 0 (object/int.h takes any int).
#include "object/int.h"
#include "object/str.h"
#include "object/construct.h"

// The truth of builtin values; else V_UNBOUND. The parameters are cls, object.
static Value bool_new_first(Vm *vm, Value *a) {
    TRY(construct_check(vm, T_BOOL, a[0]));
    Value v = a[1];
    if (is_bool(v)) { return v; }
    if (is_int(v)) { return bool_value(v != int_value(0)); }
    if (is_double(v)) { return bool_value(double_of(v) != 0); }
    if (!is_ref(v)) { return v == V_NONE ? V_FALSE : V_UNBOUND; }
    const Obj *o = as_obj(vm, v);
    const TypeDef *t = o->ext ? NULL : type_def(o->type);
    if (t && t->truth) { return t->truth(vm, v); }
    if (t && t->len) {
        Value n = t->len(vm, v);
        return is_int(n) ? bool_value(n != int_value(0)) : n;
    }
    return V_UNBOUND;
}

enum { BOOL_NEW_START, BOOL_NEW_GOT_TRUTH };

static Value bool_new(Vm *vm, Frame *f) {
    if (native_state(f) == BOOL_NEW_GOT_TRUTH) { return f->result; }
    Value v = bool_new_first(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    return native_call1(vm, f, BOOL_NEW_GOT_TRUTH, internal(vm, I_TRUTH), f->slot[1]);
}

static Value bool_slot_repr(Vm *vm, Value v) {
    return v == V_TRUE ? intern_bytes(vm, "True", 4) : intern_bytes(vm, "False", 5);
}

// ~x is that of the int, and deprecated: a warning may run guest code.
static Value bool_unary(Vm *vm, UnOp op, Value v) {
    return op == UN_OP_INVERT ? V_UNBOUND : int_unary(vm, op, v);
}

static Value bool_invert(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return int_unary(vm, UN_OP_INVERT, f->slot[0]); }
    Value text = str_new_cstr(
        vm,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This "
        "returns the bitwise inversion of the underlying int object and is usually not what you "
        "expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if "
        "you really want the bitwise inversion of the underlying int.");
    return native_warn_deprecated(vm, f, 1, text);
}

static const NativeDef bool_methods[] = {
    STEPS("__invert__", "self, /", bool_invert, 0, NULL, "What ~self gives."),
    STEPS_FIRST_CLASS("__new__", "cls, object=False, /", bool_new_first, bool_new, 0,
                      "Make a bool."),
    NATIVE_END,
};

const TypeDef bool_type = {
    .new_sig = "(object=False, /)",
    .name = "bool",
    .doc = "The truth of an object: True or False. There are no other objects of this class, and\n"
           "no class can be derived from it.",
    .tag = T_BOOL,
    .base = T_INT,
    .binary_ops = OP_BIT(BIN_OP_OR) | OP_BIT(BIN_OP_XOR) | OP_BIT(BIN_OP_AND),
    .unary_ops = OP_BIT(UN_OP_INVERT),
    .methods = bool_methods,
    .binary = int_binary,
    .unary = bool_unary,
    .compare = int_slot_compare,
    .hash = int_slot_hash,
    .repr = bool_slot_repr,
    .truth = int_slot_truth,
    .index = int_plain,
};
