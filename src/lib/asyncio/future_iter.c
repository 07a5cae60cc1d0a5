// future_iter.c: `await` of a future. The iterator yields the future itself while that is pending,
// for the task that steps the coroutine to take; sent on when it is done, it ends with the result.
#include "lib/asyncio/asyncio.h"

#include "object/exc.h"
#include "vm/gen.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { ITER_YIELDED = 1, ITER_TURN = 2 };

static Value future_iter_make(Vm *vm, Value future, uint8_t small) {
    FutureIter *it = HEAP_MAKE(vm, FUTURE_ITER, 0);
    TRY(it);
    it->h.small = small;
    it->future = future;
    return ptr_value(vm, it);
}

Value future_await(Vm *vm, Value v) {
    if (is_exact(vm, v, T_FUTURE_ITER)) { return as_obj(vm, v)->small & ITER_TURN ? v : V_UNBOUND; }
    return future_is_plain(vm, v) ? future_iter_make(vm, v, 0) : V_UNBOUND;
}

// V_STOP: it has ended, with vm->call_args[0].
Value future_send(Vm *vm, Value v) {
    FutureIter *it = ref_ptr(vm, v);
    if (it->h.small & ITER_TURN && !(it->h.small & ITER_YIELDED)) {
        it->h.small |= ITER_YIELDED;
        return V_NONE;
    }
    vm->call_args[0] = V_NONE;
    if (!is_future(vm, it->future)) { return V_STOP; }
    Future *f = as_future(vm, it->future);
    if (future_is_pending(f)) {
        if (it->h.small & ITER_YIELDED) {
            return raise_error(vm, EXC_RuntimeError, "await wasn't used with future");
        }
        obj_touch(vm, f);
        f->h.small |= FUTURE_BLOCKING;
        it->h.small |= ITER_YIELDED;
        return it->future;
    }
    Value exc = future_outcome(vm, f);
    if (exc != V_UNBOUND) { return exc == V_RAISED ? exc : raise_value(vm, exc); }
    it->future = V_NONE;
    vm->call_args[0] = f->result;
    return V_STOP;
}

// ---- natives -----------------------------------------------------------------------------------

Value future_iter_native(Vm *vm, Value *a) {
    const Future *f = as_future(vm, a[0]);
    return future_check(vm, f) ? future_iter_make(vm, a[0], 0) : V_RAISED;
}

Value future_turn(Vm *vm, Value *a) {
    (void)a;
    return future_iter_make(vm, V_NONE, ITER_TURN);
}

static Value future_iter_self(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

static Value future_iter_next(Vm *vm, Value *a) {
    Value v = future_send(vm, a[0]);
    return v == V_STOP ? raise_stop_iteration(vm, vm->call_args[0]) : v;
}

static void future_iter_end(Vm *vm, Value v) {
    FutureIter *it = ref_ptr(vm, v);
    it->future = V_NONE;
    it->h.small |= ITER_YIELDED;
}

static Value future_iter_close(Vm *vm, Value *a) {
    future_iter_end(vm, a[0]);
    return V_NONE;
}

static Value future_iter_throw(Vm *vm, Frame *f) {
    enum { THROW_START, THROW_MADE, THROW_WARNED };
    TRY(slot_obj(vm, f, 0, T_FUTURE_ITER));
    if (native_state(f) == THROW_START && f->slot[2] != V_UNBOUND) {
        return gen_warn_signature(vm, f, THROW_WARNED, "throw");
    }
    bool made = native_state(f) == THROW_MADE;
    Value exc = made ? f->result : f->slot[1];
    Value value = f->slot[2] == V_UNBOUND ? V_NONE : f->slot[2];
    Value tb = f->slot[3] == V_UNBOUND ? V_NONE : f->slot[3];
    if (tb != V_NONE && !is_tagged(vm, tb, T_TRACEBACK)) {
        return raise_error(vm, EXC_TypeError, "throw() third argument must be a traceback");
    }
    if (!made && is_exception_class(vm, exc)) {
        if (is_exception(vm, value) && is_subclass_of(vm, class_of(vm, value), exc)) {
            exc = value;
        } else {
            return value == V_NONE ? native_call0(vm, f, THROW_MADE, exc)
                                   : native_call1(vm, f, THROW_MADE, exc, value);
        }
    } else if (!made && is_exception(vm, exc) && value != V_NONE) {
        return raise_error(vm, EXC_TypeError, "instance exception may not have a separate value");
    }
    if (!is_exception(vm, exc)) {
        return raise_error(
            vm, EXC_TypeError,
            "exceptions must be classes deriving BaseException or instances of such a class");
    }
    if (tb != V_NONE) {
        Exception *e = ref_ptr(vm, exc);
        obj_set(vm, e, &e->traceback, tb);
    }
    future_iter_end(vm, f->slot[0]);
    return raise_value(vm, exc);
}

static const NativeDef future_iter_methods[] = {
    LEAF("__iter__", "self, /", future_iter_self, "An iterator over self, for iter()."),
    LEAF("__next__", "self, /", future_iter_next, "The next item, for next()."),
    LEAF("close", "self, /", future_iter_close, "Wait for the future no more."),
    LEAF("send", "self, value, /", future_iter_next,
         "Go on: yields the future once, and then ends with its result."),
    STEPS("throw", "self, type, value=UNBOUND, traceback=UNBOUND, /", future_iter_throw, 0, NULL,
          "Raise an exception where the future is waited for."),
    NATIVE_END,
};

const TypeDef future_iter_type = {
    .name = "FutureIter",
    .module = "_asyncio",
    .tag = T_FUTURE_ITER,
    .hidden = true,
    .methods = future_iter_methods,
};
