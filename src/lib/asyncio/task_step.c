// task_step.c: the steps of tasks. A step is one run of the coroutine up to its next await, with the
// task as the current one. What the coroutine yields is the future that it waits for; its end is the
// task's outcome.
#include "lib/asyncio/asyncio.h"

#include "object/exc.h"
#include "rt/internals.h"
#include "vm/call.h"
#include "vm/internals.h"
#include "vm/ops.h"

// Slots of I_TASK_STEP. WOKEN: the future that woke the task; V_NONE: a step without one; V_TRUE: the
// first step of an eager task, which the caller made the current one.
enum { STEP_TASK, STEP_EXC, STEP_WOKEN, STEP_ENTERED };

// Saved in snapshots: append only.
enum {
    STEP_START,
    STEP_YIELDED,
    STEP_RAISED,
    STEP_RETURNED, // must be the one behind STEP_RAISED: native_resume_to_end
    STEP_OVER,
    STEP_RAISE, // what is in STEP_EXC ends the program
    STEP_OUTCOME,
    STEP_OUTCOME_RAISED,
    STEP_CANCELLED_IT,
};

bool task_set_current(Vm *vm, Value task) {
    if (!module_roots_ready(vm)) { return false; }
    module_root_set(vm, ROOT_TASK, task);
    return true;
}

static void task_leave(Vm *vm, Frame *f) {
    if (f->slot[STEP_ENTERED] != V_TRUE) { return; }
    f->slot[STEP_ENTERED] = V_UNBOUND;
    if (module_root(vm, ROOT_TASK) == f->slot[STEP_TASK]) {
        module_root_set(vm, ROOT_TASK, V_NONE);
    }
}

void task_step_unwind(Vm *vm, Frame *f) { task_leave(vm, f); }

static Value task_over(Vm *vm, Frame *f) {
    task_leave(vm, f);
    if (native_state(f) == STEP_RAISE) { return exc_restore(vm, f->slot[STEP_EXC]); }
    return V_NONE;
}

// The task is done. `end`: STEP_OVER or STEP_RAISE.
static Value task_finish(Vm *vm, Frame *f, Task *t, int end, uint8_t state, Value result,
                         Value exc) {
    Value v = future_end_first(vm, &t->f, state, result, exc);
    TRY_VALUE(v);
    if (v == V_UNBOUND) {
        Value function = fallback_function(vm, "asyncio.futures", "_call_all");
        Value callbacks = future_callbacks(vm, &t->f);
        TRY(function != V_RAISED && callbacks != V_RAISED);
        t->f.h.small &= (uint8_t)~TASK_MUST_CANCEL;
        future_set_outcome(vm, &t->f, state, result, exc);
        t->f.callback = V_UNBOUND;
        t->f.context = t->f.more = V_NONE;
        native_goto(f, end);
        return native_call2(vm, f, end, function, f->slot[STEP_TASK], callbacks);
    }
    t->f.h.small &= (uint8_t)~TASK_MUST_CANCEL;
    native_goto(f, end);
    return task_over(vm, f);
}

static Value task_cancelled_now(Vm *vm, Frame *f, Task *t, Value message, Value exc) {
    obj_touch(vm, t);
    t->f.message = message;
    t->f.cancelled = exc;
    return task_finish(vm, f, t, STEP_OVER, FUTURE_CANCELLED, V_NONE, V_NONE);
}

static Value task_returned(Vm *vm, Frame *f, Task *t, Value result) {
    if (t->f.h.small & TASK_MUST_CANCEL) { // cancelled in this very step, behind its last await
        return task_cancelled_now(vm, f, t, t->f.message, V_NONE);
    }
    return task_finish(vm, f, t, STEP_OVER, FUTURE_FINISHED, result, V_NONE);
}

static bool is_cancelled_error(Vm *vm, Value exc) {
    Value cls = fallback_function(vm, "asyncio.exceptions", "CancelledError");
    return is_type(vm, cls) && is_subclass_of(vm, class_of(vm, exc), cls);
}

static Value task_raised(Vm *vm, Frame *f, Task *t, Value exc) {
    if (!is_exception(vm, exc)) { return raise_stop(vm, STOP_CORRUPT); }
    if (isinstance_exc(vm, exc, EXC_StopIteration)) {
        Value result = ((Exception *)ref_ptr(vm, exc))->extra[0];
        return task_returned(vm, f, t, result == V_UNBOUND ? V_NONE : result);
    }
    if (is_cancelled_error(vm, exc)) { return task_cancelled_now(vm, f, t, V_NONE, exc); }
    TRY(!vm->alloc_failed);
    bool fatal =
        isinstance_exc(vm, exc, EXC_SystemExit) || isinstance_exc(vm, exc, EXC_KeyboardInterrupt);
    f->slot[STEP_EXC] = exc;
    return task_finish(vm, f, t, fatal ? STEP_RAISE : STEP_OVER, FUTURE_FINISHED, V_NONE, exc);
}

// ---- waiting -----------------------------------------------------------------------------------

// Ends the step with a call of a function in Python, of the task and what it yielded.
static Value task_ask(Vm *vm, Frame *f, const char *name, Value yielded) {
    Value function = fallback_function(vm, "asyncio.tasks", name);
    TRY_VALUE(function);
    native_goto(f, STEP_OVER);
    return native_call2(vm, f, STEP_OVER, function, f->slot[STEP_TASK], yielded);
}

// A bare yield: the others get their turn.
static Value task_again(Vm *vm, Frame *f, Task *t) {
    Deque *ready = loop_ready(vm, t->f.loop);
    if (!ready) { return task_ask(vm, f, "_step_again", V_NONE); }
    TRY(loop_push(vm, ready, HANDLE_STEP, f->slot[STEP_TASK], V_NONE, t->context, t->f.loop));
    return task_over(vm, f);
}

static Value task_yielded(Vm *vm, Frame *f, Task *t, Value v) {
    Value self = f->slot[STEP_TASK];
    if (v == V_NONE) { return task_again(vm, f, t); }
    if (!future_is_plain(vm, v) || v == self) { return task_ask(vm, f, "_wait_for", v); }
    Future *waits = as_future(vm, v);
    Deque *ready = loop_ready(vm, t->f.loop);
    if (waits->loop != t->f.loop || !ready || !(waits->h.small & FUTURE_BLOCKING)) {
        return task_ask(vm, f, "_wait_for", v);
    }
    bool cancels = t->f.h.small & TASK_MUST_CANCEL;
    Value cancel = cancels ? fallback_function(vm, "asyncio.futures", "_cancel") : V_NONE;
    TRY(cancel != V_RAISED && future_wait_add(vm, v, self));
    if (future_is_pending(waits)) {
        TRY(future_add_callback(vm, waits, self, t->context));
    } else {
        TRY(loop_push(vm, ready, HANDLE_WAKEUP, self, v, t->context, t->f.loop));
    }
    waits->h.small &= (uint8_t)~FUTURE_BLOCKING;
    obj_set(vm, t, &t->waits, v);
    if (!cancels) { return task_over(vm, f); }
    native_goto(f, STEP_CANCELLED_IT);
    return native_call2(vm, f, STEP_CANCELLED_IT, cancel, v, t->f.message);
}

// ---- going on ----------------------------------------------------------------------------------

static Value task_go_on(Vm *vm, Frame *f, Task *t) {
    Value exc = f->slot[STEP_EXC], coro = t->coro;
    bool own = is_exact(vm, coro, T_COROUTINE) || is_exact(vm, coro, T_GENERATOR);
    if (exc == V_NONE) {
        if (own) { return native_resume_to_end(vm, f, STEP_YIELDED, STEP_RAISED, coro, V_NONE); }
        native_catch(f, STEP_RAISED);
        return native_call_method(vm, f, STEP_YIELDED, coro, vm_name(vm, N_send), 1, &exc);
    }
    native_catch(f, STEP_RAISED);
    if (own) { return native_call2(vm, f, STEP_YIELDED, internal(vm, I_GEN_THROW), coro, exc); }
    return native_call_method(vm, f, STEP_YIELDED, coro, vm_name(vm, N_throw), 1, &exc);
}

// The task becomes the current one. False: raised.
static bool task_enter(Vm *vm, Frame *f, const Task *t) {
    if (f->slot[STEP_WOKEN] == V_TRUE) { return true; }
    if (t->f.loop != module_root(vm, ROOT_LOOP) || module_root(vm, ROOT_TASK) != V_NONE) {
        return false;
    }
    if (!task_set_current(vm, f->slot[STEP_TASK])) { return false; }
    f->slot[STEP_ENTERED] = V_TRUE;
    return true;
}

static Value task_begin(Vm *vm, Frame *f, Task *t) {
    if (!future_is_pending(&t->f)) {
        return fallback_call(vm, "asyncio.tasks", "_already_done", 2, f->slot);
    }
    if (t->f.h.small & TASK_MUST_CANCEL) {
        Value exc = f->slot[STEP_EXC];
        if (exc == V_NONE || !is_cancelled_error(vm, exc)) {
            exc = future_cancelled_error(vm, &t->f);
            TRY_VALUE(exc);
            f->slot[STEP_EXC] = exc;
        }
        obj_touch(vm, t);
        t->f.h.small &= (uint8_t)~TASK_MUST_CANCEL;
    }
    obj_set(vm, t, &t->waits, V_NONE);
    if (!task_enter(vm, f, t)) {
        TRY(!vm->alloc_failed);
        return fallback_call(vm, "asyncio.tasks", "_cannot_enter", 1, f->slot);
    }
    return task_go_on(vm, f, t);
}

// What the future that woke the task has for it.
static Value task_woken(Vm *vm, Frame *f, Task *t) {
    Value by = f->slot[STEP_WOKEN];
    TRY(future_wait_discard(vm, by, f->slot[STEP_TASK]));
    if (!future_is_plain(vm, by)) {
        native_catch(f, STEP_OUTCOME_RAISED);
        Value name = intern_bytes(vm, "result", 6);
        return name == V_RAISED ? name : native_call_method(vm, f, STEP_OUTCOME, by, name, 0, NULL);
    }
    Value exc = future_outcome(vm, as_future(vm, by));
    if (exc == V_RAISED) {
        TRY(!vm->alloc_failed && !vm->stop);
        exc = vm->head->exc;
        exc_clear(vm);
    }
    if (exc != V_UNBOUND) { f->slot[STEP_EXC] = exc; }
    native_goto(f, STEP_OUTCOME); // the outcome is taken once, even if memory fails now
    return task_begin(vm, f, t);
}

// I_TASK_STEP: task, an exception to raise in its coroutine or None, and STEP_WOKEN.
Value task_step_steps(Vm *vm, Frame *f) {
    Task *t = slot_obj(vm, f, STEP_TASK, T_TASK);
    TRY(t);
    switch (native_state(f)) {
    case STEP_START:
        TRY(future_check(vm, &t->f));
        if (f->slot[STEP_EXC] != V_NONE && !is_exception(vm, f->slot[STEP_EXC])) {
            return raise_error(vm, EXC_TypeError, "an exception was expected");
        }
        if (is_ref(f->slot[STEP_WOKEN])) { return task_woken(vm, f, t); }
        return task_begin(vm, f, t);
    case STEP_OUTCOME: return task_begin(vm, f, t);
    case STEP_OUTCOME_RAISED:
        if (!is_exception(vm, f->result)) { return raise_stop(vm, STOP_CORRUPT); }
        f->slot[STEP_EXC] = f->result;
        return task_begin(vm, f, t);
    case STEP_YIELDED: return task_yielded(vm, f, t, f->result);
    case STEP_RETURNED: return task_returned(vm, f, t, f->result);
    case STEP_RAISED: return task_raised(vm, f, t, f->result);
    case STEP_CANCELLED_IT:
        if (f->result == V_TRUE) {
            obj_touch(vm, t);
            t->f.h.small &= (uint8_t)~TASK_MUST_CANCEL;
        }
        return task_over(vm, f);
    default: return task_over(vm, f);
    }
}
