// async.c: what `async for` asks of objects. Async generators themselves: async_gen.c.
#include "vm/ops.h"

#include "vm/internals.h"

static Value call_async_hook(Vm *vm, Value v, NameId name, const char *missing, uint64_t ret) {
    Value m = special_method(vm, v, name);
    if (m == V_UNBOUND) { return raise_error(vm, EXC_TypeError, missing, v); }
    return vm_call(vm, m, &v, 1, V_NONE, ret);
}

Value op_get_aiter(Vm *vm, Value v, uint64_t ret) {
    return call_async_hook(vm, v, N___aiter__,
                           "'async for' requires an object with __aiter__ method, got %T", ret);
}

Value op_get_anext(Vm *vm, Value v, uint64_t ret) {
    return call_async_hook(vm, v, N___anext__,
                           "'async for' requires an iterator with __anext__ method, got %T", ret);
}
