// anext.c: the function anext, and what it returns when a default is given: an awaitable that stands
// before the iterator's own and turns StopAsyncIteration into the default.
#include "vm/builtins.h"

#include "vm/gen.h"
#include "vm/internals.h"
#include "vm/ops.h"

typedef struct Anext {
    Obj h;
    Value awaitable, other; // `other`: the default
} Anext;

Value builtin_anext(Vm *vm, Frame *f) {
    if (native_state(f) == 0) {
        if (special_method(vm, f->slot[0], N___anext__) == V_UNBOUND) {
            return raise_error(vm, EXC_TypeError, "'%T' object is not an async iterator",
                               f->slot[0]);
        }
        return native_call_method(vm, f, 1, f->slot[0], vm_name(vm, N___anext__), 0, NULL);
    }
    if (f->slot[1] == V_UNBOUND) { return f->result; }
    Anext *a = heap_new(vm, T_ANEXT, 0);
    TRY(a);
    a->awaitable = f->result;
    a->other = f->slot[1];
    return ptr_value(vm, a);
}

enum { ANEXT_START, ANEXT_ITER, ANEXT_DONE, ANEXT_RAISED };

// Passes one call on to the iterator of the awaitable: send (None: __next__), throw or close.
static Value anext_pass(Vm *vm, Frame *f, NameId method, uint32_t n) {
    Anext *a = slot_obj(vm, f, 0, T_ANEXT);
    TRY(a);
    switch (native_state(f)) {
    case ANEXT_START:
        return native_call2(vm, f, ANEXT_ITER, internal(vm, I_AWAIT_ITER), a->awaitable,
                            int_value(0));
    case ANEXT_ITER: {
        native_catch(f, ANEXT_RAISED);
        bool generator = is_generator_kind(vm, f->result);
        bool next = method == N_send && !generator && f->slot[1] == V_NONE;
        if (generator && method == N_send) {
            return native_resume(vm, f, ANEXT_DONE, f->result, f->slot[1]);
        }
        Value bound = next ? V_NONE : getattr_leaf(vm, f->result, vm_name(vm, method));
        TRY_VALUE(bound);
        if (bound == V_STOP) { return raise_no_attribute(vm, f->result, vm_name(vm, method)); }
        while (n && f->slot[n] == V_UNBOUND) { n--; }
        return native_call_method(vm, f, ANEXT_DONE, f->result,
                                  vm_name(vm, next ? N___next__ : method), next ? 0 : n,
                                  &f->slot[1]);
    }
    case ANEXT_DONE: return f->result;
    default:
        if (!isinstance_exc(vm, f->result, EXC_StopAsyncIteration)) {
            return raise_value(vm, f->result);
        }
        return raise_stop_iteration(vm, a->other);
    }
}

static Value anext_await(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}
static Value anext_close(Vm *vm, Frame *f) { return anext_pass(vm, f, N_close, 0); }
static Value anext_next(Vm *vm, Frame *f) {
    f->slot[1] = V_NONE;
    return anext_pass(vm, f, N_send, 1);
}
static Value anext_send(Vm *vm, Frame *f) { return anext_pass(vm, f, N_send, 1); }
static Value anext_throw(Vm *vm, Frame *f) { return anext_pass(vm, f, N_throw, 3); }

static const NativeDef anext_methods[] = {
    LEAF("__await__", "self, /", anext_await, "What await goes through."),
    LEAF("__iter__", "self, /", anext_await, "An iterator over self, for iter()."),
    STEPS("__next__", "self, /", anext_next, 1, NULL, "The next item, for next()."),
    STEPS("close", "self, /", anext_close, 0, NULL, "close() -> raise GeneratorExit inside."),
    STEPS("send", "self, value, /", anext_send, 0, NULL, "send(value) -> send 'value' inside."),
    STEPS("throw", "self, type, value=UNBOUND, traceback=UNBOUND, /", anext_throw, 0, NULL,
          "throw(value) -> raise exception inside."),
    NATIVE_END,
};

const TypeDef anext_type = {
    .name = "anext_awaitable",
    .tag = T_ANEXT,
    .hidden = true,
    .methods = anext_methods,
};
