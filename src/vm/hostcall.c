// hostcall.c: calling a function of the host: bind the arguments, ask, and wait if it says so. See
// api/hostcall.c for the host's side.
#include "vm/hostcall.h"

#include "object/tuple.h"
#include "rt/internals.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"

Value host_call_start(Vm *vm, Value callee, const Value *args, uint32_t n, Value names,
                      uint64_t ret) {
    uint32_t all = n + (is_ref(names) ? as_tuple(vm, names)->h.n : 0);
    Value flat = tuple_from(vm, args, all);
    TRY_VALUE(flat);
    Value bound[3] = {callee, flat, names};
    return push_native(vm, internal(vm, I_HOST_CALL), bound, ret);
}

// The native of a host call. HOST_ANSWER holds V_UNBOUND until the host answered.
Value host_call_steps(Vm *vm, Frame *f) {
    HostFunction *fn = slot_obj(vm, f, HOST_FN, T_HOST_FUNCTION);
    Tuple *args = slot_obj(vm, f, HOST_ARGS, T_TUPLE);
    TRY(fn && args);
    switch (native_state(f)) {
    case HOST_BIND:
        return native_call_flat(vm, f, HOST_BOUND, fn->binder, V_UNBOUND, args,
                                f->slot[HOST_NAMES]);
    case HOST_BOUND:
        if (!is_tagged(vm, f->result, T_TUPLE)) { return raise_stop(vm, STOP_CORRUPT); }
        f->slot[HOST_ARGS] = f->result;
        if (!vm->host || !vm->host->call) { return raise_stop(vm, STOP_CORRUPT); }
        return vm->host->call(vm->host->ctx, vm, f);
    case HOST_WAIT:
        if (f->slot[HOST_ANSWER] != V_UNBOUND) {
            Value v = f->slot[HOST_ANSWER];
            return f->slot[HOST_NAMES] == V_TRUE ? raise_value(vm, v) : v;
        }
        vm->head->host_call = ptr_value(vm, f);
        vm_request_safepoint(vm);
        return native_again(vm, f, HOST_WAIT);
    default: return f->result;
    }
}

// ---- the type ----------------------------------------------------------------------------------

static Value host_function_repr(Vm *vm, Value v) {
    return format_text(vm, "<host function %U>", ((HostFunction *)ref_ptr(vm, v))->name);
}
static Value host_function_name(Vm *vm, Value v) { return ((HostFunction *)ref_ptr(vm, v))->name; }
static Value host_function_doc(Vm *vm, Value v) { return ((HostFunction *)ref_ptr(vm, v))->doc; }
static Value host_function_wrapped(Vm *vm, Value v) {
    return ((HostFunction *)ref_ptr(vm, v))->binder;
}

static const GetSetDef host_function_getsets[] = {
    {"__name__", host_function_name, NULL, NULL},
    {"__qualname__", host_function_name, NULL, NULL},
    {"__doc__", host_function_doc, NULL, NULL},
    {"__wrapped__", host_function_wrapped, NULL, NULL},
    {0},
};

const TypeDef host_function_type = {
    .name = "host_function",
    .tag = T_HOST_FUNCTION,
    .hidden = true,
    .getsets = host_function_getsets,
    .repr = host_function_repr,
};
