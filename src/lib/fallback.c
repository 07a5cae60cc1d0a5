// fallback.c: natives whose other half is Python. See fallback.h.
#include "lib/fallback.h"

#include "object/module.h"
#include "vm/ops.h"

Value fallback_function(Vm *vm, const char *module, const char *function) {
    Value name = intern_bytes(vm, module, (uint32_t)strlen(module));
    Value key = intern_bytes(vm, function, (uint32_t)strlen(function));
    TRY(name != V_RAISED && key != V_RAISED);
    Value m = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    Value fn = is_tagged(vm, m, T_MODULE) ? dict_get_str(vm, module_dict(vm, m), key) : V_UNBOUND;
    if (fn == V_UNBOUND) { return raise_error(vm, EXC_ImportError, "%s is not there", module); }
    return fn;
}

Value fallback_call(Vm *vm, const char *module, const char *function, uint32_t n,
                    const Value *args) {
    Value fn = fallback_function(vm, module, function);
    return fn == V_RAISED ? fn : native_tailcall(vm, fn, n, args);
}

int fallback_less(Vm *vm, Value a, Value b) {
    if (both_ints(a, b)) { return (int64_t)a < (int64_t)b; }
    if (is_double(a) && is_double(b)) { return double_of(a) < double_of(b); }
    Value r = compare_leaf(vm, OP_LT, a, b);
    return r == V_TRUE ? 1 : r == V_FALSE ? 0 : -1;
}
