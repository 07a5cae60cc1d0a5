// fallback.c: natives whose other half is Python. See fallback.h.
#include "lib/fallback.h"

#include "object/key.h"
#include "vm/internals.h"
#include "vm/ops.h"

Value fallback_function(Vm *vm, const char *module, const char *function) {
    Value fn = frozen_function(vm, module, function);
    return fn != V_UNBOUND ? fn : raise_error(vm, EXC_ImportError, "%s is not there", module);
}

Value fallback_call(Vm *vm, const char *module, const char *function, uint32_t n,
                    const Value *args) {
    Value fn = fallback_function(vm, module, function);
    return fn == V_RAISED ? fn : native_tailcall(vm, fn, n, args);
}

int fallback_compare(Vm *vm, int op, Value a, Value b) {
    Value v = compare_leaf(vm, op, a, b);
    if (v == V_RAISED && !vm->stop) { exc_clear(vm); }
    return v == V_TRUE ? 1 : v == V_FALSE ? 0 : -1;
}

int fallback_less(Vm *vm, Value a, Value b) {
    if (both_ints(a, b)) { return (int64_t)a < (int64_t)b; }
    if (is_double(a) && is_double(b)) { return double_of(a) < double_of(b); }
    return fallback_compare(vm, OP_LT, a, b);
}
