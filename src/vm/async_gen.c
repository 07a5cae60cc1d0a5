// async_gen.c: async generators (PEP 525). What asend(), athrow() and aclose() return is an
// ASYNC_STEP: an awaitable that drives the generator until it yields a value of its own, which
// ASYNC_GEN_WRAP marked; anything else it yields is an await passing through.
#include "object/exc.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "vm/gen.h"
#include "vm/internals.h"
#include "vm/ops.h"

typedef enum StepKind {
    STEP_VALUE,
    STEP_ASEND = ASYNC_STEP_SEND,
    STEP_ATHROW,
    STEP_ACLOSE
} StepKind;
typedef enum StepState { STEP_NEW, STEP_ITERATING, STEP_CLOSED } StepState;

typedef struct AsyncStep {
    Obj h;     // small = StepKind
    Value gen; // or the marked value
    Value arg; // what is sent or thrown
    Value spare;
    uint64_t state; // StepState
} AsyncStep;

static AsyncStep *as_step(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value step_new(Vm *vm, StepKind kind, Value gen, Value arg) {
    AsyncStep *s = heap_new(vm, T_ASYNC_STEP, 0);
    TRY(s);
    s->h.small = (uint8_t)kind;
    s->gen = gen;
    s->arg = arg;
    s->spare = V_NONE;
    return ptr_value(vm, s);
}

Value op_async_gen_wrap(Vm *vm, Value v) { return step_new(vm, STEP_VALUE, v, V_NONE); }

static bool is_marked(Vm *vm, Value v) {
    return is_exact(vm, v, T_ASYNC_STEP) && as_step(vm, v)->h.small == STEP_VALUE;
}

static void step_finish(Vm *vm, AsyncStep *s) {
    obj_touch(vm, s);
    s->state = STEP_CLOSED;
    Generator *g = as_generator(vm, s->gen);
    obj_touch(vm, g);
    g->flags &= ~(uint32_t)GEN_AG_RUNNING;
}

// After something was raised: the step is over, unless memory failed and all of it is done again.
static Value step_end(Vm *vm, AsyncStep *s) {
    if (!vm->alloc_failed) { step_finish(vm, s); }
    return V_RAISED;
}

// The generator yielded v: its own value ends the await, others travel on.
static Value step_yielded(Vm *vm, AsyncStep *s, Value v) {
    if (!is_marked(vm, v)) { return v; }
    if (s->h.small == STEP_ACLOSE) {
        raise_error(vm, EXC_RuntimeError, "async generator ignored GeneratorExit");
    } else {
        raise_with(vm, EXC_StopIteration, as_step(vm, v)->gen); // None too is an argument
    }
    return step_end(vm, s);
}

static bool is_end(Vm *vm, Value exc) {
    return isinstance_exc(vm, exc, EXC_StopAsyncIteration) ||
           isinstance_exc(vm, exc, EXC_GeneratorExit);
}

static Value step_raised(Vm *vm, AsyncStep *s, Value exc) {
    if (is_end(vm, exc)) {
        if (s->h.small == STEP_ACLOSE) {
            raise_stop_iteration(vm, V_NONE);
            return step_end(vm, s);
        }
        as_generator(vm, s->gen)->flags |= GEN_AG_CLOSED;
    }
    exc_restore(vm, exc);
    return step_end(vm, s);
}

// The step is over before it could do anything.
static Value step_refuse(Vm *vm, AsyncStep *s, ExcId id) {
    Value exc = exc_new(vm, exc_class(vm, id), tuple_from(vm, NULL, 0));
    TRY_VALUE(exc);
    obj_touch(vm, s);
    s->state = STEP_CLOSED;
    return raise_value(vm, exc);
}

static Value step_begin(Vm *vm, AsyncStep *s) {
    static const char *const names[] = {"", "anext", "athrow", "aclose"};
    Generator *g = as_generator(vm, s->gen);
    obj_touch(vm, s);
    if (g->flags & GEN_AG_RUNNING) {
        raise_error(vm, EXC_RuntimeError, "%s(): asynchronous generator is already running",
                    names[s->h.small]);
        if (!vm->alloc_failed) { s->state = STEP_CLOSED; }
        return V_RAISED;
    }
    obj_touch(vm, g);
    s->state = STEP_ITERATING;
    g->flags |= GEN_AG_RUNNING;
    return V_NONE;
}

// What a first send(v) of athrow() and aclose() refuses. V_NONE: nothing.
static Value step_check_send(Vm *vm, AsyncStep *s, Value sent) {
    const Generator *g = as_generator(vm, s->gen);
    if (g->state == GEN_FINISHED) { return step_refuse(vm, s, EXC_StopIteration); }
    if (s->state != STEP_NEW || (g->flags & GEN_AG_RUNNING)) { return V_NONE; }
    if (g->flags & GEN_AG_CLOSED) { return step_refuse(vm, s, EXC_StopAsyncIteration); }
    if (sent == V_NONE) { return V_NONE; }
    return raise_error(vm, EXC_RuntimeError,
                       "can't send non-None value to a just-started coroutine");
}

static Value step_closed_error(Vm *vm, const AsyncStep *s) {
    return raise_error(vm, EXC_RuntimeError,
                       s->h.small == STEP_ASEND ? "cannot reuse already awaited __anext__()/asend()"
                                                : "cannot reuse already awaited aclose()/athrow()");
}

enum { DRIVE_START, DRIVE_YIELDED, DRIVE_RAISED };

// Memory failed for good while the answer was taken: the step is over all the same.
static void step_unwind(Vm *vm, Frame *f) {
    int state = native_state(f);
    if ((state == DRIVE_YIELDED || state == DRIVE_RAISED) &&
        is_tagged(vm, f->slot[0], T_ASYNC_STEP) && !is_marked(vm, f->slot[0])) {
        step_finish(vm, as_step(vm, f->slot[0]));
    }
}

// The step that a method is called of; NULL: raised. Values on their way are none.
static AsyncStep *step_driven(Vm *vm, Frame *f) {
    AsyncStep *s = slot_obj(vm, f, 0, T_ASYNC_STEP);
    if (s && s->h.small == STEP_VALUE) {
        raise_stop(vm, STOP_CORRUPT);
        return NULL;
    }
    return s;
}

static Value step_throw_inside(Vm *vm, Frame *f, AsyncStep *s, Value exc) {
    native_catch(f, DRIVE_RAISED);
    return native_call2(vm, f, DRIVE_YIELDED, internal(vm, I_GEN_THROW), s->gen, exc);
}

// send(value) and __next__ (value V_UNBOUND).
static Value step_send(Vm *vm, Frame *f) {
    AsyncStep *s = step_driven(vm, f);
    TRY(s);
    switch (native_state(f)) {
    case DRIVE_YIELDED: return step_yielded(vm, s, f->result);
    case DRIVE_RAISED: return step_raised(vm, s, f->result);
    default: break;
    }
    if (s->state == STEP_CLOSED) { return step_closed_error(vm, s); }
    Value sent = f->slot[1] == V_UNBOUND ? V_NONE : f->slot[1]; // none from next()
    Generator *g = as_generator(vm, s->gen);
    if (s->h.small != STEP_ASEND) { TRY_VALUE(step_check_send(vm, s, sent)); }
    if (s->state == STEP_NEW) {
        bool over = g->state == GEN_FINISHED && !(g->flags & GEN_AG_RUNNING);
        if (over && s->h.small == STEP_ASEND) { return step_refuse(vm, s, EXC_StopAsyncIteration); }
        TRY_VALUE(step_begin(vm, s));
        if (s->h.small == STEP_ACLOSE) { g->flags |= GEN_AG_CLOSED; }
        if (s->h.small != STEP_ASEND) { return step_throw_inside(vm, f, s, s->arg); }
        if (sent == V_NONE) { sent = s->arg; }
    }
    native_catch(f, DRIVE_RAISED);
    return native_resume(vm, f, DRIVE_YIELDED, s->gen, sent);
}

static Value step_throw(Vm *vm, Frame *f) {
    AsyncStep *s = step_driven(vm, f);
    TRY(s);
    enum { THROW_MADE = DRIVE_RAISED + 1, THROW_WARNED };
    Value exc = f->slot[1], value = f->slot[2];
    switch (native_state(f)) {
    case DRIVE_YIELDED: return step_yielded(vm, s, f->result);
    case DRIVE_RAISED: return step_raised(vm, s, f->result);
    case THROW_MADE: exc = f->result; break;
    default:
        if (native_state(f) == 0 && value != V_UNBOUND) {
            return gen_warn_signature(vm, f, THROW_WARNED, "throw");
        }
        if (s->state == STEP_CLOSED) { return step_closed_error(vm, s); }
        TRY(gen_check_traceback(vm, f->slot[3]));
        if (!is_exception_class(vm, exc)) {
            bool separate = value != V_UNBOUND && value != V_NONE && is_exception(vm, exc);
            if (!separate) { break; }
            if (s->state == STEP_NEW) { TRY_VALUE(step_begin(vm, s)); }
            raise_error(vm, EXC_TypeError, "instance exception may not have a separate value");
            return step_end(vm, s);
        }
        if (is_exception(vm, value)) {
            exc = value;
        } else if (value == V_UNBOUND || value == V_NONE) {
            return native_call0(vm, f, THROW_MADE, exc);
        } else {
            return native_call1(vm, f, THROW_MADE, exc, value);
        }
        break;
    }
    if (!is_exception(vm, exc)) {
        return raise_error(vm, EXC_TypeError,
                           "exceptions must be classes or instances deriving from BaseException, "
                           "not %T",
                           exc);
    }
    if (s->state == STEP_NEW) { TRY_VALUE(step_begin(vm, s)); }
    return step_throw_inside(vm, f, s, exc);
}

// close(): GeneratorExit is thrown in; that it comes out again, or the generator's end, is fine.
static Value step_close(Vm *vm, Frame *f) {
    enum { CLOSE_IGNORED = DRIVE_RAISED + 2 };
    AsyncStep *s = step_driven(vm, f);
    TRY(s);
    Value got;
    switch (native_state(f)) {
    case DRIVE_YIELDED: got = step_yielded(vm, s, f->result); break;
    case DRIVE_RAISED: got = step_raised(vm, s, f->result); break;
    case CLOSE_IGNORED: got = V_NONE; break;
    default: {
        if (s->state == STEP_CLOSED) { return V_NONE; }
        Value exc = exc_new(vm, exc_class(vm, EXC_GeneratorExit), tuple_from(vm, NULL, 0));
        TRY_VALUE(exc);
        if (s->state == STEP_NEW) { TRY_VALUE(step_begin(vm, s)); }
        return step_throw_inside(vm, f, s, exc);
    }
    }
    if (got != V_RAISED) {
        native_commit(f, CLOSE_IGNORED); // the generator waits for an answer: the step is not over
        return raise_error(vm, EXC_RuntimeError, "coroutine ignored GeneratorExit");
    }
    if (!is_end(vm, vm->head->exc) && !exc_matches(vm, EXC_StopIteration)) { return V_RAISED; }
    exc_clear(vm);
    return V_NONE;
}

static Value step_self(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

#define STEP_ROWS                                                                                  \
    LEAF("__await__", "self, /", step_self, NULL), LEAF("__iter__", "self, /", step_self, NULL),   \
        STEPS("__next__", "self, /", step_send, 1, step_unwind, "The next item, for next()."),     \
        STEPS("close", "self, /", step_close, 0, step_unwind, NULL),                               \
        STEPS("send", "self, value, /", step_send, 0, step_unwind, NULL),                          \
        STEPS("throw", "self, type, value=UNBOUND, traceback=UNBOUND, /", step_throw, 0,           \
              step_unwind, NULL),                                                                  \
        NATIVE_END

static const NativeDef step_methods[] = {STEP_ROWS};
static const NativeDef throw_methods[] = {STEP_ROWS};
#undef STEP_ROWS

const TypeDef async_step_type = {
    .name = "async_generator_asend",
    .tag = T_ASYNC_STEP,
    .hidden = true,
    .methods = step_methods,
};

const TypeDef async_throw_type = {
    .name = "async_generator_athrow",
    .tag = T_ASYNC_THROW,
    .hidden = true,
    .methods = throw_methods,
};

// ---- the generator -----------------------------------------------------------------------------

// The hook of sys.set_asyncgen_hooks(): 0 firstiter, 1 finalizer; V_NONE when there is none.
static Value agen_hook(Vm *vm, uint32_t i) {
    Value hooks = vm->head->async_hooks;
    bool set = is_exact(vm, hooks, T_TUPLE) && as_tuple(vm, hooks)->h.n == 2;
    return set ? as_tuple(vm, hooks)->items[i] : V_NONE;
}

// Before the first use of a generator, the hook firstiter gets it. True: that was so, or there is none.
static bool agen_is_hooked(Vm *vm, Value gen) {
    Generator *g = as_generator(vm, gen);
    if (g->flags & GEN_HOOKS_RUN) { return true; }
    if (is_ref(vm->head->async_hooks)) { return false; }
    obj_touch(vm, g);
    g->flags |= GEN_HOOKS_RUN;
    return true;
}

// Takes note that a generator is used, and asks for the call of the hook. V_NONE: no need to.
static Value agen_run_hooks(Vm *vm, Frame *f, int next) {
    if (agen_is_hooked(vm, f->slot[0])) { return V_NONE; }
    Generator *g = as_generator(vm, f->slot[0]);
    Value hook = agen_hook(vm, 0), finalizer = agen_hook(vm, 1);
    if (finalizer != V_NONE) { TRY(weak_add_finalizable(vm, f->slot[0])); }
    obj_touch(vm, g);
    g->finalizer = finalizer;
    g->flags |= GEN_HOOKS_RUN;
    return hook == V_NONE ? V_NONE : native_call1(vm, f, next, hook, f->slot[0]);
}

// When nobody can reach a generator any more, or its finalizer is called by hand.
static Value agen_del(Vm *vm, Frame *f) {
    const Generator *g = as_generator(vm, f->slot[0]);
    if (native_state(f) != 0 || g->finalizer == V_NONE || g->flags & GEN_AG_CLOSED) {
        return gen_del(vm, f);
    }
    return g->state == GEN_FINISHED ? V_NONE : native_tailcall(vm, g->finalizer, 1, f->slot);
}

static Value agen_asend(Vm *vm, Value *a) {
    return agen_is_hooked(vm, a[0]) ? step_new(vm, STEP_ASEND, a[0], a[1]) : V_UNBOUND;
}
static Value agen_anext(Vm *vm, Value *a) {
    return agen_is_hooked(vm, a[0]) ? step_new(vm, STEP_ASEND, a[0], V_NONE) : V_UNBOUND;
}

enum { HOOK_START, HOOK_DONE = 2 };

static Value agen_asend_steps(Vm *vm, Frame *f) {
    if (native_state(f) == HOOK_START) {
        Value v = agen_run_hooks(vm, f, HOOK_DONE);
        if (v != V_NONE) { return v; }
    }
    return step_new(vm, STEP_ASEND, f->slot[0], f->slot[1]);
}

static Value agen_anext_steps(Vm *vm, Frame *f) {
    if (native_state(f) == HOOK_START) {
        Value v = agen_run_hooks(vm, f, HOOK_DONE);
        if (v != V_NONE) { return v; }
    }
    return step_new(vm, STEP_ASEND, f->slot[0], V_NONE);
}
static Value agen_aiter(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

static Value agen_athrow(Vm *vm, Frame *f) {
    enum { ATHROW_START, ATHROW_MADE, ATHROW_WARNED, ATHROW_HOOKED };
    if (native_state(f) == ATHROW_START && f->slot[2] != V_UNBOUND) {
        return gen_warn_signature(vm, f, ATHROW_WARNED, "athrow");
    }
    if (native_state(f) == ATHROW_START || native_state(f) == ATHROW_WARNED) {
        Value v = agen_run_hooks(vm, f, ATHROW_HOOKED);
        if (v != V_NONE) { return v; }
    }
    Value exc = native_state(f) == ATHROW_MADE ? f->result : f->slot[1];
    if (is_exception_class(vm, exc)) {
        if (f->slot[2] == V_UNBOUND || f->slot[2] == V_NONE) { return native_call0(vm, f, 1, exc); }
        if (is_exception(vm, f->slot[2])) {
            return step_new(vm, STEP_ATHROW, f->slot[0], f->slot[2]);
        }
        return native_call1(vm, f, 1, exc, f->slot[2]);
    }
    if (!is_exception(vm, exc)) {
        return raise_error(vm, EXC_TypeError,
                           "exceptions must be classes or instances deriving from BaseException, "
                           "not %T",
                           exc);
    }
    return step_new(vm, STEP_ATHROW, f->slot[0], exc);
}

static Value agen_aclose(Vm *vm, Value *a) {
    if (!agen_is_hooked(vm, a[0])) { return V_UNBOUND; }
    Value exc = exc_new(vm, exc_class(vm, EXC_GeneratorExit), tuple_from(vm, NULL, 0));
    return exc == V_RAISED ? exc : step_new(vm, STEP_ACLOSE, a[0], exc);
}

static Value agen_aclose_steps(Vm *vm, Frame *f) {
    if (native_state(f) == HOOK_START) {
        Value v = agen_run_hooks(vm, f, HOOK_DONE);
        if (v != V_NONE) { return v; }
    }
    Value exc = exc_new(vm, exc_class(vm, EXC_GeneratorExit), tuple_from(vm, NULL, 0));
    return exc == V_RAISED ? exc : step_new(vm, STEP_ACLOSE, f->slot[0], exc);
}

static Value agen_repr(Vm *vm, Value v) {
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    return format_text(vm, "<async_generator object %U at 0x%x>", as_generator(vm, v)->qualname,
                       (uint32_t)serial);
}
static Value agen_get_name(Vm *vm, Value v) { return as_generator(vm, v)->name; }
static Value agen_get_qualname(Vm *vm, Value v) { return as_generator(vm, v)->qualname; }
static Value agen_get_running(Vm *vm, Value v) {
    return bool_value(as_generator(vm, v)->flags & GEN_AG_RUNNING);
}

static const NativeDef agen_methods[] = {
    STEPS("__del__", "self, /", agen_del, 0, NULL,
          "Runs when nobody can reach the object any more."),
    LEAF("__aiter__", "self, /", agen_aiter, "The asynchronous iterator."),
    STEPS_FAST("__anext__", "self, /", agen_anext, agen_anext_steps, 0,
               "The next item, to be awaited."),
    STEPS_FAST("aclose", "self, /", agen_aclose, agen_aclose_steps, 0,
               "End the generator: GeneratorExit is raised in it."),
    STEPS_FAST("asend", "self, value, /", agen_asend, agen_asend_steps, 0,
               "Go on with a value as the result of the yield that waits."),
    STEPS("athrow", "self, type, value=UNBOUND, traceback=UNBOUND, /", agen_athrow, 0, NULL,
          "athrow(value) -> raise exception in generator."),
    NATIVE_END,
};

static const GetSetDef agen_getsets[] = {
    {"__name__", agen_get_name, gen_set_name, "name of its function"},
    {"__qualname__", agen_get_qualname, gen_set_qualname,
     "name with the classes and functions around it"},
    {"ag_await", gen_get_yieldfrom, NULL, "what it waits for, or None"},
    {"ag_code", gen_get_code, NULL, NULL},
    {"ag_frame", gen_get_frame, NULL, NULL},
    {"ag_running", agen_get_running, getset_readonly, NULL},
    {"ag_suspended", gen_get_suspended, NULL, NULL},
    {0},
};

const TypeDef async_gen_type = {
    .name = "async_generator",
    .tag = T_ASYNC_GEN,
    .hidden = true,
    .methods = agen_methods,
    .getsets = agen_getsets,
    .repr = agen_repr,
};
