// leaf_call.h: calling builtin functions from C where that cannot run guest code.
#ifndef NX_OBJECT_LEAF_CALL_H
#define NX_OBJECT_LEAF_CALL_H

#include "rt/native.h"

// callee(*args) for a builtin function, a method of a builtin type (str.lower) or a bound one (d.get)
// whose arguments need no conversion, and for the types str, int, float and bool. Costs a step, as
// any call. V_UNBOUND: call it the usual way; nothing was done.
NX_INTERNAL Value leaf_call(Vm *vm, Value callee, const Value *args, uint32_t n);
static inline Value leaf_call1(Vm *vm, Value callee, Value arg) {
    return is_exact(vm, callee, T_FUNCTION) ? V_UNBOUND : leaf_call(vm, callee, &arg, 1);
}

#endif
