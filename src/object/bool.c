// bool.c: True and False, the two instances of a class derived from int. They are Values of their
// own; arithmetic treats them as 1 and 0 (object/int.h takes any int).
#include "object/int.h"
#include "object/str.h"
#include "object/construct.h"

enum { BOOL_NEW_START, BOOL_NEW_GOT_TRUTH };

static Value bool_new(Vm *vm, Frame *f) {
    if (native_state(f) == BOOL_NEW_GOT_TRUTH) { return f->result; }
    TRY(construct_check(vm, T_BOOL, f->slot[0]));
    if (is_bool(f->slot[1])) { return f->slot[1]; }
    return native_call1(vm, f, BOOL_NEW_GOT_TRUTH, internal(vm, I_TRUTH), f->slot[1]);
}

static Value bool_slot_repr(Vm *vm, Value v) {
    return v == V_TRUE ? intern_bytes(vm, "True", 4) : intern_bytes(vm, "False", 5);
}

static const NativeDef bool_methods[] = {
    STEPS_CLASS("__new__", "cls, object=False, /", bool_new, 0, NULL, "Make a bool."),
    NATIVE_END,
};

const TypeDef bool_type = {
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
