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

static const NativeDef bool_methods[] = {
    STEPS_FIRST_CLASS("__new__", "cls, object=False, /", bool_new_first, bool_new, 0,
                      "Make a bool."),
    NATIVE_END,
};

const TypeDef bool_type = {
    .new_sig = "(object=False, /)",
    .name = "bool",
    .doc = "Returns True when the argument is true, False otherwise. The builtins True and False\n"
           "are the only two instances of the class bool, which cannot be subclassed.",
    .tag = T_BOOL,
    .base = T_INT,
    .binary_ops = OP_BIT(BIN_OP_OR) | OP_BIT(BIN_OP_XOR) | OP_BIT(BIN_OP_AND),
    .unary_ops = OP_BIT(UN_OP_INVERT),
    .methods = bool_methods,
    .binary = int_binary,
    .unary = int_unary,
    .compare = int_slot_compare,
    .hash = int_slot_hash,
    .repr = bool_slot_repr,
    .truth = int_slot_truth,
    .index = int_plain,
};
