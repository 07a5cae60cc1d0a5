// handle.c: asyncio.Handle, a callback that the loop will call, and the calling of all that are
// ready: one turn of the loop.
#include "lib/asyncio/asyncio.h"

#include "object/construct.h"
#include "object/exc.h"
#include "vm/internals.h"
#include "vm/ops.h"

// ---- the ready queue ---------------------------------------------------------------------------

// The running loop's own attributes hold no other call_soon. Those of a shape that was looked at
// once need no second look.
static bool loop_is_unchanged(Vm *vm, Value loop) {
    if (!is_tagged(vm, loop, T_INSTANCE)) { return false; }
    Value shape = ((const Instance *)ref_ptr(vm, loop))->shape;
    if (shape == module_root(vm, ROOT_LOOP_SHAPE)) { return true; }
    if (attrs_get(vm, loop, vm_name(vm, N_call_soon)) != V_UNBOUND) { return false; }
    if (!(as_shape(vm, shape)->flags & SHAPE_DICT)) { module_root_set(vm, ROOT_LOOP_SHAPE, shape); }
    return true;
}

Deque *loop_ready(Vm *vm, Value loop) {
    if (loop != module_root(vm, ROOT_LOOP)) { return NULL; }
    Value ready = module_root(vm, ROOT_READY);
    if (!is_exact(vm, ready, T_DEQUE) || !loop_is_unchanged(vm, loop)) { return NULL; }
    Value call_soon = type_lookup(vm, class_of(vm, loop), vm_name(vm, N_call_soon));
    if (call_soon != module_root(vm, ROOT_CALL_SOON)) { return NULL; }
    Deque *d = as_deque(vm, ready);
    return d->maxlen < 0 ? d : NULL;
}

Value handle_new(Vm *vm, uint8_t kind, Value callback, Value args, Value context, Value loop) {
    Handle *h = HEAP_MAKE(vm, HANDLE, 0);
    TRY(h);
    h->h.small = kind;
    h->callback = callback;
    h->args = args;
    h->context = context;
    h->loop = loop;
    return ptr_value(vm, h);
}

bool loop_push(Vm *vm, Deque *ready, uint8_t kind, Value callback, Value args, Value context,
               Value loop) {
    Value handle = handle_new(vm, kind, callback, args, context, loop);
    if (handle == V_RAISED || !deque_room(vm, ready)) { return false; }
    deque_push(vm, ready, handle);
    return true;
}

// _call_soon(ready, callback, args, loop, context): appends a handle and returns it.
Value handle_call_soon(Vm *vm, Value *a) {
    bool queue = is_tagged(vm, a[0], T_DEQUE) && as_deque(vm, a[0])->maxlen < 0;
    if (!queue || !is_exact(vm, a[2], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError, "a deque and a tuple were expected");
    }
    Value context = a[4] == V_NONE ? context_copy_current(vm) : a[4];
    TRY_VALUE(context);
    Value handle = handle_new(vm, HANDLE_CALL, a[1], a[2], context, a[3]);
    Deque *ready = as_deque(vm, a[0]);
    TRY(handle != V_RAISED && deque_room(vm, ready));
    deque_push(vm, ready, handle);
    return handle;
}

// ---- calling -----------------------------------------------------------------------------------

// Asks for the call of a handle that is not cancelled. Its context was entered.
static Value handle_call(Vm *vm, Frame *f, int next, const Handle *h) {
    switch (h->h.small & HANDLE_KIND) {
    case HANDLE_ONE: return native_call1(vm, f, next, h->callback, h->args);
    case HANDLE_STEP:
        return native_call3(vm, f, next, internal(vm, I_TASK_STEP), h->callback, h->args, V_NONE);
    case HANDLE_WAKEUP:
        return native_call3(vm, f, next, internal(vm, I_TASK_STEP), h->callback, V_NONE, h->args);
    default: break;
    }
    if (!is_exact(vm, h->args, T_TUPLE)) { // whatever f(*args) takes
        Value args[3] = {h->callback, h->args, V_NONE};
        return native_call3(vm, f, next, internal(vm, I_CALL_SPREAD), args[0], args[1], args[2]);
    }
    const Tuple *args = as_tuple(vm, h->args);
    switch (args->h.n) {
    case 0: return native_call0(vm, f, next, h->callback);
    case 1: return native_call1(vm, f, next, h->callback, args->items[0]);
    default: return native_call_full(vm, f, next, h->callback, h->args, V_NONE);
    }
}

// In a native that calls handles the slot behind the handle's: the context it has entered.
enum { CALL_CONTEXT = 1 };

// Enters the context of the handle in slot `at` and asks for its call; what it raises comes to state
// `err`, which leaves the context again. V_STOP: the exception f->result is to be reported at once.
static Value handle_start(Vm *vm, Frame *f, int at, int next, int err) {
    if (!is_handle(vm, f->slot[at])) { return raise_stop(vm, STOP_CORRUPT); }
    const Handle *h = as_handle(vm, f->slot[at]);
    if (!is_tagged(vm, h->context, T_CONTEXT)) { // an object with a method run()
        Value function = fallback_function(vm, "asyncio.events", "_run_in");
        TRY_VALUE(function);
        native_catch(f, err);
        return native_call1(vm, f, next, function, f->slot[at]);
    }
    if (!context_enter(vm, h->context)) {
        if (vm->alloc_failed || vm->stop) { return V_RAISED; }
        f->result = vm->head->exc;
        exc_clear(vm);
        return V_STOP;
    }
    f->slot[at + CALL_CONTEXT] = h->context;
    native_catch(f, err);
    return handle_call(vm, f, next, h);
}

static void handle_leave(Vm *vm, Frame *f, int at) {
    if (f->slot[at + CALL_CONTEXT] == V_UNBOUND) { return; }
    context_leave(vm, f->slot[at + CALL_CONTEXT]);
    f->slot[at + CALL_CONTEXT] = V_UNBOUND;
}

// The call raised f->result: what ends the program goes on its way, the rest is reported.
static Value handle_failed(Vm *vm, Frame *f, int at, int next) {
    Value exc = f->result;
    if (!is_exception(vm, exc)) { return raise_stop(vm, STOP_CORRUPT); }
    if (isinstance_exc(vm, exc, EXC_SystemExit) || isinstance_exc(vm, exc, EXC_KeyboardInterrupt)) {
        return exc_restore(vm, exc);
    }
    Value function = fallback_function(vm, "asyncio.events", "_report");
    TRY_VALUE(function);
    return native_call2(vm, f, next, function, f->slot[at], exc);
}

// Handle._run
static Value handle_run(Vm *vm, Frame *f) {
    enum { HANDLE_RUN_START, HANDLE_RUN_DONE, HANDLE_RUN_RAISED, HANDLE_RUN_REPORTED };
    Value v;
    switch (native_state(f)) {
    case HANDLE_RUN_START:
        v = handle_start(vm, f, 0, HANDLE_RUN_DONE, HANDLE_RUN_RAISED);
        return v == V_STOP ? handle_failed(vm, f, 0, HANDLE_RUN_REPORTED) : v;
    case HANDLE_RUN_RAISED:
        handle_leave(vm, f, 0);
        return handle_failed(vm, f, 0, HANDLE_RUN_REPORTED);
    default: handle_leave(vm, f, 0); return V_NONE;
    }
}

static void handle_run_unwind(Vm *vm, Frame *f) { handle_leave(vm, f, 0); }

// A handle whose _run() is ours.
static bool handle_is_ours(Vm *vm, Value v) {
    if (!is_handle(vm, v)) { return false; }
    if (!as_obj(vm, v)->ext) { return true; }
    Value cls = class_of(vm, v), own = vm->types[T_HANDLE], name = vm_name(vm, N__run);
    return type_lookup(vm, cls, name) == type_lookup(vm, own, name);
}

enum { READY_QUEUE, READY_HANDLE, READY_CONTEXT, READY_LEFT };

// _run_ready(queue): calls the handles that are ready by now. What they make ready has to wait its
// turn, so that the loop looks at its timers in between.
Value handle_run_ready(Vm *vm, Frame *f) {
    enum { READY_START, READY_DONE, READY_RAISED, READY_REPORTED, READY_NEXT };
    if (!is_tagged(vm, f->slot[READY_QUEUE], T_DEQUE)) {
        return raise_error(vm, EXC_TypeError, "a deque was expected");
    }
    Deque *d = as_deque(vm, f->slot[READY_QUEUE]);
    switch (native_state(f)) {
    case READY_START: f->slot[READY_LEFT] = int_value(d->h.n); break;
    case READY_DONE: handle_leave(vm, f, READY_HANDLE); break;
    case READY_RAISED:
        handle_leave(vm, f, READY_HANDLE);
        return handle_failed(vm, f, READY_HANDLE, READY_REPORTED);
    default: break;
    }
    if (native_state(f) != READY_NEXT) { f->slot[READY_HANDLE] = V_UNBOUND; }
    native_goto(f, READY_NEXT);
    for (;;) {
        if (f->slot[READY_HANDLE] == V_UNBOUND) {
            int64_t left = is_int(f->slot[READY_LEFT]) ? int_of(f->slot[READY_LEFT]) : 0;
            if (left <= 0) { return V_NONE; }
            if (d->h.n == 0) { return raise_error(vm, EXC_IndexError, "pop from an empty deque"); }
            f->slot[READY_HANDLE] = deque_take_left(vm, d);
            f->slot[READY_LEFT] = int_value(left - 1);
        }
        Value v = f->slot[READY_HANDLE];
        if (!handle_is_ours(vm, v)) {
            Value function = fallback_function(vm, "asyncio.events", "_run_other");
            return function == V_RAISED ? function : native_call1(vm, f, READY_DONE, function, v);
        }
        if (!(as_handle(vm, v)->h.small & HANDLE_CANCELLED)) { break; }
        TRY(native_charge(vm, 1));
        f->slot[READY_HANDLE] = V_UNBOUND;
    }
    Value v = handle_start(vm, f, READY_HANDLE, READY_DONE, READY_RAISED);
    return v == V_STOP ? handle_failed(vm, f, READY_HANDLE, READY_REPORTED) : v;
}

void handle_run_ready_unwind(Vm *vm, Frame *f) { handle_leave(vm, f, READY_HANDLE); }

// ---- natives -----------------------------------------------------------------------------------

static Value handle_make(Vm *vm, Value *a) {
    Handle *h = construct(vm, T_HANDLE, a[0], 0);
    TRY(h);
    h->callback = h->args = h->context = h->loop = V_NONE;
    return ptr_value(vm, h);
}

// given: callback, args, loop
void handle_fill(Vm *vm, Handle *h, const Value *given, Value context) {
    obj_touch(vm, h);
    h->h.small = HANDLE_CALL;
    h->callback = given[0];
    h->args = given[1];
    h->loop = given[2];
    h->context = context;
}

static Value handle_init(Vm *vm, Value *a) {
    Value context = a[4] == V_NONE ? context_copy_current(vm) : a[4];
    TRY_VALUE(context);
    handle_fill(vm, as_handle(vm, a[0]), a + 1, context);
    return V_NONE;
}

// _cancel_handle(handle, shown): what cancel() comes to; shown: the repr to keep, or None.
Value handle_cancel_as(Vm *vm, Value *a) {
    if (!is_handle(vm, a[0])) {
        return raise_error(vm, EXC_TypeError, "a handle was expected, got '%T'", a[0]);
    }
    Handle *h = as_handle(vm, a[0]);
    obj_touch(vm, h);
    h->h.small = HANDLE_CANCELLED;
    h->callback = V_NONE;
    h->args = a[1];
    return V_NONE;
}

static Value handle_cancel(Vm *vm, Value *a) {
    const Handle *h = as_handle(vm, a[0]);
    if (h->h.small & HANDLE_CANCELLED) { return V_NONE; }
    if (!loop_ready(vm, h->loop)) { return fallback_call(vm, "asyncio.events", "_cancel", 1, a); }
    return handle_cancel_as(vm, (Value[]){a[0], V_NONE}); // the loop is not in its debug mode
}

Value handle_cancelled(Vm *vm, Value *a) {
    return bool_value(as_handle(vm, a[0])->h.small & HANDLE_CANCELLED);
}

Value handle_get_context(Vm *vm, Value *a) { return as_handle(vm, a[0])->context; }

static Value handle_repr(Vm *vm, Value *a) {
    return fallback_call(vm, "asyncio.events", "_show_handle", 1, a);
}

static Value handle_info(Vm *vm, Value *a) {
    return fallback_call(vm, "asyncio.events", "_handle_info", 1, a);
}

static Value handle_get_callback(Vm *vm, Value v) {
    const Handle *h = as_handle(vm, v);
    uint8_t kind = h->h.small & HANDLE_KIND;
    if (kind < HANDLE_STEP || !is_tagged(vm, h->callback, T_TASK)) { return h->callback; }
    return task_method(vm, h->callback, kind == HANDLE_WAKEUP);
}

static Value handle_get_args(Vm *vm, Value v) {
    const Handle *h = as_handle(vm, v);
    if (h->h.small & HANDLE_CANCELLED) { return V_NONE; }
    uint8_t kind = h->h.small & HANDLE_KIND;
    if (kind == HANDLE_CALL) { return h->args; }
    return tuple_from(vm, &h->args, kind != HANDLE_STEP || h->args != V_NONE);
}

static Value handle_get_is_cancelled(Vm *vm, Value v) { return handle_cancelled(vm, &v); }
static Value handle_get_the_context(Vm *vm, Value v) { return as_handle(vm, v)->context; }
static Value handle_get_loop(Vm *vm, Value v) { return as_handle(vm, v)->loop; }
static Value handle_get_shown(Vm *vm, Value v) {
    const Handle *h = as_handle(vm, v);
    return h->h.small & HANDLE_CANCELLED ? h->args : V_NONE;
}
static Value handle_get_source(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_NONE;
}

static const NativeDef handle_methods[] = {
    LEAF("__init__", "self, callback, args, loop, context=None", handle_init, NULL),
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", handle_make, NULL),
    TAIL("__repr__", "self, /", handle_repr, "What repr(self) gives."),
    TAIL("_repr_info", "self, /", handle_info, NULL),
    STEPS("_run", "self, /", handle_run, 1, handle_run_unwind, "Call it now."),
    TAIL("cancel", "self, /", handle_cancel, "Have the callback not called."),
    LEAF("cancelled", "self, /", handle_cancelled, "Whether it was cancelled."),
    LEAF("get_context", "self, /", handle_get_context, "The context that the callback runs in."),
    NATIVE_END,
};

static const GetSetDef handle_getsets[] = {
    {"_args", handle_get_args, NULL, NULL},
    {"_callback", handle_get_callback, NULL, NULL},
    {"_cancelled", handle_get_is_cancelled, NULL, NULL},
    {"_context", handle_get_the_context, NULL, NULL},
    {"_loop", handle_get_loop, NULL, NULL},
    {"_shown", handle_get_shown, NULL, NULL},
    {"_source_traceback", handle_get_source, NULL, NULL},
    {0},
};

const TypeDef handle_type = {
    .name = "Handle",
    .module = "asyncio.events",
    .doc = "A callback that the loop will call; it can be cancelled.",
    .tag = T_HANDLE,
    .subclassable = true,
    .hidden = true,
    .methods = handle_methods,
    .getsets = handle_getsets,
};
