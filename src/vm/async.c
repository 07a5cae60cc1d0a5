// async.c: what `async for` asks of objects. Async generators themselves: async_gen.c.
#include "vm/gen.h"
#include "vm/internals.h"
#include "vm/ops.h"

static Value call_async_hook(Vm *vm, Value v, NameId name, int64_t where, const char *missing,
                             uint64_t ret) {
    Value m = special_method(vm, v, name);
    if (m == V_UNBOUND) { return raise_error(vm, EXC_TypeError, missing, v); }
    if (is_exact(vm, v, T_ASYNC_GEN)) { return vm_call(vm, m, &v, 1, V_NONE, ret); }
    Value args[2] = {v, int_value(where)};
    return op_internal(vm, I_AWAIT_ITER, args, ret);
}

Value op_get_aiter(Vm *vm, Value v, uint64_t ret) {
    return call_async_hook(vm, v, N___aiter__, AWAIT_AITER,
                           "'async for' requires an object with __aiter__ method, got %T", ret);
}

Value op_get_anext(Vm *vm, Value v, uint64_t ret) {
    return call_async_hook(vm, v, N___anext__, AWAIT_ANEXT,
                           "'async for' requires an iterator with __anext__ method, got %T", ret);
}
