// module.c: the module _asyncio: the classes in C, which loop runs, which task is in the middle of a
// step; and what the package in Python needs of those classes.
#include "lib/asyncio/asyncio.h"

#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"

// ---- the running loop --------------------------------------------------------------------------

static Value loop_get(Vm *vm, Value *a) {
    (void)a;
    return module_root(vm, ROOT_LOOP);
}

static Value loop_get_running(Vm *vm, Value *a) {
    (void)a;
    Value loop = module_root(vm, ROOT_LOOP);
    return loop != V_NONE ? loop : raise_error(vm, EXC_RuntimeError, "no running event loop");
}

static Value loop_get_current(Vm *vm, Value *a) {
    Value loop = module_root(vm, ROOT_LOOP);
    return loop != V_NONE ? loop : fallback_call(vm, "asyncio.events", "_get_policy_loop", 0, a);
}

static Value loop_set_running(Vm *vm, Value *a) {
    TRY(module_roots_ready(vm));
    module_root_set(vm, ROOT_LOOP, a[0]);
    module_root_set(vm, ROOT_READY, V_NONE);
    module_root_set(vm, ROOT_LOOP_SHAPE, V_NONE);
    return V_NONE;
}

// _set_ready(queue, call_soon): the running loop's ready queue, if a call of its call_soon, which its
// class has under that name, appends to it and does nothing else; None: it does more.
static Value loop_set_ready(Vm *vm, Value *a) {
    TRY(module_roots_ready(vm));
    module_root_set(vm, ROOT_READY, a[0]);
    module_root_set(vm, ROOT_CALL_SOON, a[1]);
    return V_NONE;
}

// ---- tasks -------------------------------------------------------------------------------------

static Value task_current(Vm *vm, Value *a) {
    Value loop = a[0] == V_NONE ? loop_get_running(vm, a) : a[0];
    TRY_VALUE(loop);
    return loop == module_root(vm, ROOT_LOOP) ? module_root(vm, ROOT_TASK) : V_NONE;
}

Task *task_argument(Vm *vm, Value v) {
    if (is_tagged(vm, v, T_TASK)) { return as_task(vm, v); }
    return raise_null(vm, EXC_TypeError, "a task was expected, got '%T'", v);
}

// _set_current_task(task): gives the one before.
static Value task_swap_current(Vm *vm, Value *a) {
    Value before = module_root(vm, ROOT_TASK);
    return task_set_current(vm, a[0]) ? before : V_RAISED;
}

// _live_tasks(): those of our own that are pending, in a list. All of them are finalizable: who is
// collected while it is pending has to be reported.
static Value task_live(Vm *vm, Value *a) {
    (void)a;
    const Head *h = vm->head;
    TRY(native_charge(vm, h->n_finalizable / 16));
    Value list = list_new(vm, 0);
    TRY_VALUE(list);
    for (uint32_t i = 0; i < h->n_finalizable; i++) {
        Value v = ((const Values *)ref_ptr(vm, h->finalizable))->items[i];
        if (!is_tagged(vm, v, T_TASK) || !future_is_pending(as_future(vm, v))) { continue; }
        TRY(list_append(vm, as_list(vm, list), v));
    }
    return list;
}

// _step_eagerly(task): its first step; the caller has made it the current one.
static Value task_step_eagerly(Vm *vm, Value *a) {
    TRY(task_argument(vm, a[0]));
    return native_tailcall(vm, internal(vm, I_TASK_STEP), 3, (Value[]){a[0], V_NONE, V_TRUE});
}

static Value task_set_waits(Vm *vm, Value *a) {
    Task *t = task_argument(vm, a[0]);
    TRY(t);
    obj_set(vm, t, &t->waits, a[1]);
    return V_NONE;
}

static Value task_clear_must_cancel(Vm *vm, Value *a) {
    Task *t = task_argument(vm, a[0]);
    TRY(t);
    obj_touch(vm, t);
    t->f.h.small &= (uint8_t)~TASK_MUST_CANCEL;
    return V_NONE;
}

// ---- futures -----------------------------------------------------------------------------------

static Value future_add_awaited_by(Vm *vm, Value *a) {
    return future_wait_add(vm, a[0], a[1]) ? V_NONE : V_RAISED;
}

static Value future_discard_awaited_by(Vm *vm, Value *a) {
    return future_wait_discard(vm, a[0], a[1]) ? V_NONE : V_RAISED;
}

static bool module_wants_future(Vm *vm, Value v) {
    return is_future(vm, v) || raise_false(vm, EXC_TypeError, "a future was expected, got '%T'", v);
}

// _reset_future(future, loop, source): what its __init__ comes to; where it was made, or None.
static Value future_reset_native(Vm *vm, Value *a) {
    TRY(module_wants_future(vm, a[0]));
    Future *f = as_future(vm, a[0]);
    future_reset(vm, f, a[1]);
    f->source = a[2];
    return V_NONE;
}

// _set_callbacks(future, pairs): instead of those that it has.
static Value future_set_callbacks(Vm *vm, Value *a) {
    TRY(module_wants_future(vm, a[0]));
    Future *f = as_future(vm, a[0]);
    if (!is_exact(vm, a[1], T_LIST)) { return raise_error(vm, EXC_TypeError, "expected a list"); }
    const List *pairs = as_list(vm, a[1]);
    TRY(native_charge(vm, pairs->h.n / 16));
    for (uint32_t i = 0; i < pairs->h.n; i++) {
        Value pair = list_items(vm, pairs)[i];
        if (!is_exact(vm, pair, T_TUPLE) || as_tuple(vm, pair)->h.n != 2) {
            return raise_error(vm, EXC_TypeError, "expected pairs");
        }
    }
    Value own = list_from(vm, list_items(vm, pairs), pairs->h.n);
    TRY_VALUE(own);
    obj_set(vm, f, &f->callback, V_UNBOUND);
    f->context = V_NONE;
    f->more = own;
    return V_NONE;
}

// ---- the module --------------------------------------------------------------------------------

static const uint8_t asyncio_types[] = {T_FUTURE, T_TASK, T_HANDLE, T_TIMER_HANDLE, 0};

static const NativeDef asyncio_functions[] = {
    LEAF("_call_soon", "ready, callback, args, loop, context, /", handle_call_soon, NULL),
    LEAF("_cancel_handle", "handle, shown, /", handle_cancel_as, NULL),
    LEAF("_clear_must_cancel", "task, /", task_clear_must_cancel, NULL),
    LEAF("_get_running_loop", "", loop_get, "The loop that is running, or None."),
    LEAF("_live_tasks", "", task_live, NULL),
    LEAF("_over", "task, /", task_forget_coro, NULL),
    LEAF("_reset_future", "future, loop, source, /", future_reset_native, NULL),
    STEPS("_run_ready", "ready, /", handle_run_ready, 3, handle_run_ready_unwind, NULL),
    LEAF("_set_callbacks", "future, pairs, /", future_set_callbacks, NULL),
    LEAF("_set_current_task", "task, /", task_swap_current, NULL),
    LEAF("_set_ready", "ready, call_soon, /", loop_set_ready, NULL),
    LEAF("_set_running_loop", "loop, /", loop_set_running, "Make a loop the running one."),
    LEAF("_set_up_task", "task, coro, name, context, /", task_set_up_native, NULL),
    LEAF("_set_waits", "task, future, /", task_set_waits, NULL),
    TAIL("_step_eagerly", "task, /", task_step_eagerly, NULL),
    LEAF("_turn", "", future_turn, NULL),
    LEAF("current_task", "loop=None", task_current,
         "The task that the loop is in the middle of; None if there is none."),
    LEAF("future_add_to_awaited_by", "fut, waiter, /", future_add_awaited_by,
         "Take note that a task waits for a future."),
    LEAF("future_discard_from_awaited_by", "fut, waiter, /", future_discard_awaited_by,
         "Take note that a task does not wait for a future any more."),
    TAIL("get_event_loop", "", loop_get_current,
         "The loop that is running, or the one that set_event_loop() made current."),
    LEAF("get_running_loop", "", loop_get_running,
         "The loop that is running; RuntimeError if there is none."),
    NATIVE_END,
};

const ModuleDef asyncio_module = {"_asyncio", "Futures, tasks and handles.", asyncio_functions,
                                  NULL, asyncio_types};
