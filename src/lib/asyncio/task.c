// task.c: asyncio.Task: a coroutine that the loop runs, as a future whose result is the coroutine's.
// How it is made and cancelled, and what can be asked of it; its steps are in task_step.c.
#include "lib/asyncio/asyncio.h"

#include "object/construct.h"
#include "object/exc.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"

Value task_method(Vm *vm, Value task, bool wakeup) {
    Value name = vm_name(vm, wakeup ? N_task_wakeup : N__step);
    Value method = type_lookup(vm, vm->types[T_TASK], name);
    return method_new(vm, method, task);
}

// ---- making ------------------------------------------------------------------------------------

static Value task_make(Vm *vm, Value *a) {
    TRY(construct_check(vm, T_TASK, a[0]));
    Future *f = future_new(vm, T_TASK, a[0]);
    TRY(f);
    return ptr_value(vm, f);
}

// The next number for a task without a name: it is "Task-<number>".
static Value task_next_number(Vm *vm) {
    TRY(module_roots_ready(vm));
    Value last = module_root(vm, ROOT_TASK_NUMBER);
    return int_value(is_int(last) ? int_of(last) + 1 : 1);
}

// What __init__ does to a task whose future part is ready. False: no memory, nothing was done.
static bool task_set_up(Vm *vm, Task *t, Value coro, Value name, Value context) {
    Value number = name == V_NONE ? task_next_number(vm) : name;
    if (number == V_RAISED || !future_arm(vm, &t->f)) { return false; }
    obj_touch(vm, t);
    t->f.h.small |= TASK_TELL_PENDING;
    t->coro = coro;
    t->name = number;
    t->context = context;
    t->waits = V_NONE;
    t->cancels = int_value(0);
    if (name == V_NONE) { module_root_set(vm, ROOT_TASK_NUMBER, number); }
    return true;
}

// The usual task: V_NONE; V_UNBOUND: the function in Python must make it, nothing was done.
static Value task_init_first(Vm *vm, Task *t, const Value *given) {
    enum { CORO, LOOP, NAME, CONTEXT, EAGER };
    Value loop = given[LOOP] == V_NONE ? module_root(vm, ROOT_LOOP) : given[LOOP];
    Value context = given[CONTEXT];
    if (!is_exact(vm, given[CORO], T_COROUTINE) || given[EAGER] != V_FALSE || loop == V_NONE ||
        (given[NAME] != V_NONE && !is_str(vm, given[NAME])) ||
        (context != V_NONE && !is_tagged(vm, context, T_CONTEXT))) {
        return V_UNBOUND;
    }
    Deque *ready = loop_ready(vm, loop);
    if (!ready) { return V_UNBOUND; }
    if (context == V_NONE) { context = context_copy_current(vm); }
    TRY(context != V_RAISED && deque_room(vm, ready));
    Value handle = handle_new(vm, HANDLE_STEP, ptr_value(vm, t), V_NONE, context, loop);
    TRY_VALUE(handle);
    future_reset(vm, &t->f, loop);
    TRY(task_set_up(vm, t, given[CORO], given[NAME], context));
    deque_push(vm, ready, handle);
    return V_NONE;
}

static Value task_init(Vm *vm, Value *a) {
    Value v = task_init_first(vm, as_task(vm, a[0]), a + 1);
    return v != V_UNBOUND ? v : fallback_call(vm, "asyncio.tasks", "_init_task", 6, a);
}

// Task(coro, …) with keywords as task_init_first has them.
static Value task_construct(Vm *vm, const Value *args, uint32_t n, Value names) {
    Value given[5] = {V_UNBOUND, V_NONE, V_NONE, V_NONE, V_FALSE};
    if (n != 1) { return V_UNBOUND; }
    given[0] = args[0];
    for (uint32_t i = 0; is_ref(names) && i < as_tuple(vm, names)->h.n; i++) {
        Value name = as_tuple(vm, names)->items[i];
        uint32_t at = name == vm_name(vm, N_loop)      ? 1
                      : name == vm_name(vm, N_name)    ? 2
                      : name == vm_name(vm, N_context) ? 3
                                                       : 0;
        if (!at) { return V_UNBOUND; }
        given[at] = args[1 + i];
    }
    if (!is_exact(vm, given[0], T_COROUTINE)) { return V_UNBOUND; }
    Future *f = future_new(vm, T_TASK, vm->types[T_TASK]);
    TRY(f);
    Value v = task_init_first(vm, (Task *)f, given);
    return v == V_NONE ? ptr_value(vm, f) : v;
}

// _set_up_task(task, coro, name, context): for a task that the function in Python makes.
Value task_set_up_native(Vm *vm, Value *a) {
    Task *t = task_argument(vm, a[0]);
    TRY(t);
    if (a[2] != V_NONE && !isinstance_str(vm, a[2])) {
        return raise_error(vm, EXC_TypeError, "a name was expected, got '%T'", a[2]);
    }
    return task_set_up(vm, t, a[1], a[2], a[3]) ? V_NONE : V_RAISED;
}

// _over(task): an eager task was done with its first step.
Value task_forget_coro(Vm *vm, Value *a) {
    Task *t = task_argument(vm, a[0]);
    TRY(t);
    obj_set(vm, t, &t->coro, V_NONE);
    return V_NONE;
}

// ---- cancelling --------------------------------------------------------------------------------

// Tasks that wait for one another are a chain; a longer one is left to the steps.
enum { TASK_MOST_LINKS = 500 };

// The last task of the chain that begins with v: it waits for nothing, for a future that is no task,
// or for something that is done. V_UNBOUND: guest code has a say somewhere.
static Value task_chain_end(Vm *vm, Value v) {
    for (uint32_t n = 0; n < TASK_MOST_LINKS; n++) {
        const Task *t = as_task(vm, v);
        if (t->waits == V_NONE) { return v; }
        if (!future_is_plain(vm, t->waits)) { return V_UNBOUND; }
        if (is_tagged(vm, t->waits, T_FUTURE) || !future_is_pending(as_future(vm, t->waits))) {
            return v;
        }
        v = t->waits;
    }
    return V_UNBOUND;
}

static void task_note_cancel(Vm *vm, Task *t) {
    if (is_int(t->cancels)) { obj_set(vm, t, &t->cancels, int_value(int_of(t->cancels) + 1)); }
}

static void task_must_cancel(Vm *vm, Task *t, Value message) {
    obj_touch(vm, t);
    t->f.h.small |= TASK_MUST_CANCEL;
    t->f.message = message;
}

static Value task_cancel_first(Vm *vm, Value *a) {
    Task *t = as_task(vm, a[0]);
    TRY(future_check(vm, &t->f));
    if (!future_is_pending(&t->f)) {
        future_settle(vm, &t->f);
        return V_FALSE;
    }
    Value end = task_chain_end(vm, a[0]);
    if (end == V_UNBOUND) { return end; }
    Task *last = as_task(vm, end);
    Value taken = V_FALSE; // by what the last one waits for
    if (last->waits != V_NONE) { taken = future_cancel_as(vm, (Value[]){last->waits, a[1]}); }
    if (taken == V_RAISED || taken == V_UNBOUND) { return taken; }
    if (taken == V_FALSE) { task_must_cancel(vm, last, a[1]); }
    for (Value v = a[0];; v = as_task(vm, v)->waits) {
        task_note_cancel(vm, as_task(vm, v));
        if (v == end) { return V_TRUE; }
    }
}

static Value task_cancel_steps(Vm *vm, Frame *f) {
    enum { CANCEL_START, CANCEL_ASKED };
    Task *t = slot_obj(vm, f, 0, T_TASK);
    TRY(t);
    if (native_state(f) == CANCEL_ASKED) {
        if (f->result != V_TRUE) { task_must_cancel(vm, t, f->slot[1]); }
        return V_TRUE;
    }
    Value v = task_cancel_first(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    Value function = fallback_function(vm, "asyncio.futures", "_cancel");
    TRY_VALUE(function);
    task_note_cancel(vm, t);
    return native_call2(vm, f, CANCEL_ASKED, function, t->waits, f->slot[1]);
}

static Value task_cancelling(Vm *vm, Value *a) { return as_task(vm, a[0])->cancels; }

static Value task_uncancel(Vm *vm, Value *a) {
    Task *t = as_task(vm, a[0]);
    int64_t left = is_int(t->cancels) ? int_of(t->cancels) : 0;
    if (left <= 0) { return int_value(0); }
    obj_set(vm, t, &t->cancels, int_value(--left));
    if (left == 0) { t->f.h.small &= (uint8_t)~TASK_MUST_CANCEL; }
    return int_value(left);
}

// ---- other natives -----------------------------------------------------------------------------

static Value task_get_coro(Vm *vm, Value *a) { return as_task(vm, a[0])->coro; }
static Value task_get_context(Vm *vm, Value *a) { return as_task(vm, a[0])->context; }

static Value task_get_name(Vm *vm, Value *a) {
    Task *t = as_task(vm, a[0]);
    if (!is_int(t->name)) { return t->name; }
    Value name = format_text(vm, "Task-%l", int_of(t->name));
    TRY_VALUE(name);
    obj_set(vm, t, &t->name, name);
    return name;
}

static Value task_set_name(Vm *vm, Frame *f) {
    enum { NAME_START, NAME_TEXT };
    Task *t = slot_obj(vm, f, 0, T_TASK);
    TRY(t);
    Value name = native_state(f) == NAME_TEXT ? f->result : f->slot[1];
    if (native_state(f) == NAME_START && !is_exact(vm, name, T_STR)) {
        return native_call1(vm, f, NAME_TEXT, internal(vm, I_STR), name);
    }
    if (!isinstance_str(vm, name)) { return raise_stop(vm, STOP_CORRUPT); }
    obj_set(vm, t, &t->name, name);
    return V_NONE;
}

static Value task_no_result(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_RuntimeError, "Task does not support set_result operation");
}

static Value task_no_exception(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_RuntimeError, "Task does not support set_exception operation");
}

static Value task_get_stack(Vm *vm, Value *a) {
    return fallback_call(vm, "asyncio.tasks", "_get_stack", 2, a);
}

static Value task_print_stack(Vm *vm, Value *a) {
    return fallback_call(vm, "asyncio.tasks", "_print_stack", 3, a);
}

static Value task_repr(Vm *vm, Value *a) {
    TRY(future_check(vm, &as_task(vm, a[0])->f));
    return fallback_call(vm, "asyncio.tasks", "_repr_task", 1, a);
}

static Value task_del(Vm *vm, Value *a) {
    Task *t = as_task(vm, a[0]);
    bool pending = t->f.loop != V_NONE && future_is_pending(&t->f);
    if (!pending || !(t->f.h.small & TASK_TELL_PENDING)) { return future_del(vm, a); }
    Value function = fallback_function(vm, "asyncio.tasks", "_destroyed");
    TRY_VALUE(function);
    obj_touch(vm, t);
    t->f.h.small &= (uint8_t)~TASK_TELL_PENDING;
    return native_tailcall(vm, function, 1, a);
}

// Goes on with the coroutine: self, and an exception to raise in it, or the future it waited for.
static Value task_step_method(Vm *vm, Value *a) {
    return native_tailcall(vm, internal(vm, I_TASK_STEP), 3, (Value[]){a[0], a[1], V_NONE});
}

static Value task_wakeup(Vm *vm, Value *a) {
    return native_tailcall(vm, internal(vm, I_TASK_STEP), 3, (Value[]){a[0], V_NONE, a[1]});
}

// ---- attributes --------------------------------------------------------------------------------

static Value task_get_the_coro(Vm *vm, Value v) { return as_task(vm, v)->coro; }
static Value task_get_waits(Vm *vm, Value v) { return as_task(vm, v)->waits; }
static Value task_get_must_cancel(Vm *vm, Value v) {
    return bool_value(as_task(vm, v)->f.h.small & TASK_MUST_CANCEL);
}
static Value task_get_tell(Vm *vm, Value v) {
    return bool_value(as_task(vm, v)->f.h.small & TASK_TELL_PENDING);
}
static bool task_set_tell(Vm *vm, Value v, Value to) {
    Task *t = as_task(vm, v);
    bool on;
    if (!future_flag(vm, v, "_log_destroy_pending", to, &on)) { return false; }
    obj_touch(vm, t);
    uint8_t rest = t->f.h.small & (uint8_t)~TASK_TELL_PENDING;
    t->f.h.small = (uint8_t)(on ? rest | TASK_TELL_PENDING : rest);
    return true;
}

// ---- the type ----------------------------------------------------------------------------------

static const NativeDef task_methods[] = {
    FUTURE_COMMON_ROWS,
    TAIL("__del__", "self, /", task_del, "Runs when nobody can reach the object any more."),
    TAIL("__init__", "self, coro, *, loop=None, name=None, context=None, eager_start=False",
         task_init, NULL),
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", task_make, NULL),
    TAIL("__repr__", "self, /", task_repr, "What repr(self) gives."),
    TAIL("_step", "self, exc=None, /", task_step_method, NULL),
    STEPS_FAST("cancel", "self, /, msg=None", task_cancel_first, task_cancel_steps, 0,
               "Have CancelledError raised where the coroutine waits; False if it is done."),
    LEAF("cancelling", "self, /", task_cancelling,
         "How often cancel() was called, without those that uncancel() took back."),
    LEAF("get_context", "self, /", task_get_context, "The context that it runs in."),
    LEAF("get_coro", "self, /", task_get_coro, "The coroutine it runs."),
    LEAF("get_name", "self, /", task_get_name, "The name."),
    TAIL("get_stack", "self, /, *, limit=None", task_get_stack,
         "The frames in which the coroutine waits, or in which its exception was raised; none\n"
         "once it has a result. At most limit of them."),
    TAIL("print_stack", "self, /, *, limit=None, file=None", task_print_stack,
         "Print the stack, or the traceback, as the traceback module does."),
    LEAF("set_exception", "self, exception, /", task_no_exception,
         "A task gets its exception from the coroutine: this raises."),
    STEPS("set_name", "self, value, /", task_set_name, 0, NULL, "Give it another name."),
    LEAF("set_result", "self, result, /", task_no_result,
         "A task gets its result from the coroutine: this raises."),
    TAIL("task_wakeup", "self, future, /", task_wakeup, NULL),
    LEAF("uncancel", "self, /", task_uncancel, "Take one cancel() back; gives how many are left."),
    NATIVE_END,
};

static const GetSetDef task_getsets[] = {
    {"_coro", task_get_the_coro, NULL, NULL},
    {"_fut_waiter", task_get_waits, NULL, NULL},
    {"_log_destroy_pending", task_get_tell, task_set_tell, NULL},
    {"_must_cancel", task_get_must_cancel, NULL, NULL},
    {0},
};

const TypeDef task_type = {
    .name = "Task",
    .module = "_asyncio",
    .doc = "A coroutine that the loop runs, as a future: its result is the coroutine's.",
    .new_sig = "(coro, *, loop=None, name=None, context=None, eager_start=False)",
    .tag = T_TASK,
    .base = T_FUTURE,
    .subclassable = true,
    .hidden = true,
    .methods = task_methods,
    .getsets = task_getsets,
    .construct = task_construct,
};
