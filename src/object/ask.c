// ask.c: see ask.h.
#include "object/ask.h"

#include "object/int.h"
#include "object/type.h"

Value operator_function(Vm *vm, Value a, Value b, NameId name, NameId reflected) {
    Value cls = class_of(vm, a), other = class_of(vm, b);
    Value m = type_lookup(vm, cls, vm_name(vm, name));
    if (!is_exact(vm, m, T_FUNCTION)) { return V_UNBOUND; }
    if (cls == other || type_lookup(vm, other, vm_name(vm, reflected)) == V_UNBOUND ||
        !is_subclass_of(vm, other, cls)) {
        return m;
    }
    return V_UNBOUND;
}

static Value compare_function(Vm *vm, int op, Value a, Value b) {
    NameId name = op == OP_EQ ? N___eq__ : op == OP_LT ? N___lt__ : N___gt__;
    NameId reflected = op == OP_EQ ? N___eq__ : op == OP_LT ? N___gt__ : N___lt__;
    return is_tagged(vm, a, T_INSTANCE) ? operator_function(vm, a, b, name, reflected) : V_UNBOUND;
}

Value ask_equal(Vm *vm, Frame *f, int next, Value a, Value b) {
    Value m = compare_function(vm, OP_EQ, a, b);
    return native_call2(vm, f, next, m == V_UNBOUND ? internal(vm, I_EQUAL) : m, a, b);
}

Value ask_equal_more(Vm *vm, Frame *f, int next, Value a, Value b) {
    return ask_order_more(vm, f, next, OP_EQ, a, b);
}

Value ask_order(Vm *vm, Frame *f, int next, int op, Value a, Value b) {
    Value m = compare_function(vm, op, a, b);
    if (is_tagged(vm, a, T_KEY_WRAPPER) && is_tagged(vm, b, T_KEY_WRAPPER)) {
        NameId name = op == OP_EQ ? N___eq__ : op == OP_LT ? N___lt__ : N___gt__;
        m = type_lookup(vm, vm->types[T_KEY_WRAPPER], vm_name(vm, name)); // of cmp_to_key
    }
    if (m != V_UNBOUND) { return native_call2(vm, f, next, m, a, b); }
    return native_call3(vm, f, next, internal(vm, I_RICH_COMPARE), a, b, int_value(op));
}

Value ask_order_more(Vm *vm, Frame *f, int next, int op, Value a, Value b) {
    if (f->result != V_NOTIMPL) {
        return native_call1(vm, f, next, internal(vm, I_TRUTH), f->result);
    }
    return native_call3(vm, f, next, internal(vm, I_RICH_COMPARE), a, b,
                        int_value(op | COMPARE_REFUSED));
}

Value ask_hash(Vm *vm, Frame *f, int next, Value v) {
    Value m = type_lookup(vm, class_of(vm, v), vm_name(vm, N___hash__));
    return native_call1(vm, f, next, is_exact(vm, m, T_FUNCTION) ? m : internal(vm, I_HASH), v);
}

bool ask_hash_answer(Vm *vm, const Frame *f, int64_t *hash) {
    if (!isinstance_int(vm, f->result)) { return false; }
    if (!int_to_i64(vm, f->result, hash)) { *hash = int_hash(vm, f->result); }
    if (*hash == -1) { *hash = -2; }
    return true;
}
