// asyncio.h: what asyncio has in C: futures, tasks, handles, and the turn of a loop. The package in
// Python around it (lib/py/asyncio) has all that is rare, and what may call guest code in a row.
//
// A callback of a future, and what a handle calls, may be a task itself: it stands for the task's
// bound method, which is only made for those who look. Callbacks go straight into the ready queue
// of the running loop where its call_soon() would do nothing else (loop_ready); any other loop is
// asked to call_soon() by the functions in Python.
#ifndef NX_LIB_ASYNCIO_ASYNCIO_H
#define NX_LIB_ASYNCIO_ASYNCIO_H

#include "lib/context.h"
#include "lib/fallback.h"
#include "object/deque.h"
#include "object/list.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"

// ---- layouts -----------------------------------------------------------------------------------

// h.small: the state, in the lowest bits, and flags.
enum {
    FUTURE_PENDING,
    FUTURE_CANCELLED,
    FUTURE_FINISHED,
    FUTURE_STATE = 3,
    FUTURE_UNSEEN = 4,      // nobody has seen its exception yet
    FUTURE_BLOCKING = 8,    // __await__ has given it away, and no task has taken it yet
    TASK_MUST_CANCEL = 16,  // CancelledError is to be raised in the next step
    TASK_TELL_PENDING = 32, // somebody is to be told when it is destroyed while it is pending
};

typedef struct Future {
    Obj h;            // always with ext: attributes can be set
    Value loop;       // V_NONE: __init__ was not called
    Value callback;   // the first one: a callable, or the Task that waits; V_UNBOUND: there is none
    Value context;    // in which it is to be called
    Value more;       // List of tuples (callback, context): the others; V_NONE
    Value result;     // or the exception
    Value exception;  // V_NONE: it has a result, or nothing yet
    Value traceback;  // the exception's, until it is raised again
    Value message;    // of the cancellation
    Value cancelled;  // the CancelledError that ended a task, until it is raised again; V_NONE
    Value awaited_by; // who waits for it: V_NONE, a Future, or a List of them
    Value source;     // where it was made: what the debug mode found, or V_NONE
} Future;

typedef struct Task {
    Future f;
    Value coro;    // V_NONE: __init__ was not called, or an eager task is over
    Value name;    // str, or an int while nobody has asked
    Value context; // what context.run() it is to be stepped in
    Value waits;   // the future it waits for, V_NONE
    Value cancels; // int: how often cancel() was called, less uncancel()
} Task;

// What a future's __await__ gives. h.small: 1 once the future was yielded.
typedef struct FutureIter {
    Obj h;
    Value future; // Future or Task; V_NONE: it is over, or (as _turn()) yields None once
} FutureIter;

// h.small: HANDLE_CANCELLED, and what `callback` and `args` are.
typedef struct Handle {
    Obj h;
    Value callback; // a callable; V_NONE once cancelled
    Value args;     // Tuple; when cancelled the repr from before, or V_NONE
    Value context;  // Context, or what has a method run()
    Value loop;
} Handle;

enum {
    HANDLE_CANCELLED = 1,
    HANDLE_KIND = 12,
    HANDLE_CALL = 0,
    HANDLE_ONE = 4,     // args is the one argument
    HANDLE_STEP = 8,    // callback is a Task, which goes on
    HANDLE_WAKEUP = 12, // callback is a Task, which goes on; args is the Future it waited for
};

static inline bool is_future(Vm *vm, Value v) {
    return is_tagged(vm, v, T_FUTURE) || is_tagged(vm, v, T_TASK);
}
static inline Future *as_future(Vm *vm, Value v) {
    NX_ASSERT(is_future(vm, v));
    return ref_ptr(vm, v);
}
static inline Task *as_task(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_TASK));
    return ref_ptr(vm, v);
}
// A handle with a time: it stands in the heap of its loop's timers until then.
typedef struct TimerHandle {
    Handle handle;
    Value when;      // by the clock of the loop
    Value scheduled; // a bool: it stands there
} TimerHandle;

static inline bool is_handle(Vm *vm, Value v) {
    return is_tagged(vm, v, T_HANDLE) || is_tagged(vm, v, T_TIMER_HANDLE);
}
static inline Handle *as_handle(Vm *vm, Value v) {
    NX_ASSERT(is_handle(vm, v));
    return ref_ptr(vm, v);
}
static inline uint8_t future_state(const Future *f) { return f->h.small & FUTURE_STATE; }
static inline bool future_is_pending(const Future *f) { return future_state(f) == FUTURE_PENDING; }
// Exactly asyncio.Future or asyncio.Task: its methods are ours.
NX_INTERNAL bool future_is_plain(Vm *vm, Value v);

// ---- handle.c ----------------------------------------------------------------------------------

// The ready queue of a loop whose call_soon() would only append to it; NULL: ask the loop.
NX_INTERNAL Deque *loop_ready(Vm *vm, Value loop);
// Appends a new handle; false: no memory, and nothing was done.
NX_INTERNAL bool loop_push(Vm *vm, Deque *ready, uint8_t kind, Value callback, Value args,
                           Value context, Value loop);
// The same in two parts, for those who need several.
NX_INTERNAL Value handle_new(Vm *vm, uint8_t kind, Value callback, Value args, Value context,
                             Value loop);

// ---- future.c ----------------------------------------------------------------------------------

// A new one of that class whose __init__ was not called; NULL: raised.
NX_INTERNAL Future *future_new(Vm *vm, TypeTag tag, Value cls);
// What __init__ makes of it.
NX_INTERNAL void future_reset(Vm *vm, Future *f, Value loop);
// Fails, with the exception raised, when __init__ was not called.
NX_INTERNAL bool future_check(Vm *vm, const Future *f);
NX_INTERNAL Value raise_invalid_state(Vm *vm, const char *text);
// Hands the callbacks to the loop: 1 done, 0 no memory, -1: the loop must be asked, by guest code.
NX_INTERNAL int future_schedule(Vm *vm, Future *f);
// All callbacks as a new list of pairs, with bound methods for tasks; V_NONE for none. V_RAISED.
NX_INTERNAL Value future_callbacks(Vm *vm, const Future *f);
// Ends a native with the loop being asked for callbacks that were taken out of the future before.
NX_INTERNAL Value future_call_all(Vm *vm, Value function, Value future, Value callbacks);
// One callback more; false: no memory. The future is pending.
NX_INTERNAL bool future_add_callback(Vm *vm, Future *f, Value callback, Value context);
// A new CancelledError, or the one that ended the task; V_RAISED.
NX_INTERNAL Value future_cancelled_error(Vm *vm, Future *f);
// How it ended, for whoever waited: V_UNBOUND, V_RAISED (it is not done), or the exception to raise.
NX_INTERNAL Value future_outcome(Vm *vm, Future *f);
NX_INTERNAL void future_set_outcome(Vm *vm, Future *f, uint8_t state, Value result,
                                    Value exception);
// Takes note that a future or task waits for another, or does so no more. False: raised.
NX_INTERNAL bool future_wait_add(Vm *vm, Value future, Value waiter);
NX_INTERNAL bool future_wait_discard(Vm *vm, Value future, Value waiter);
// Somebody has to be told when it dies as it is; it does not matter any more.
NX_INTERNAL bool future_arm(Vm *vm, Future *f);
NX_INTERNAL void future_settle(Vm *vm, Future *f);
// The leaf's half of every way to be done: V_NONE; V_UNBOUND: the loop has to be asked.
NX_INTERNAL Value future_end_first(Vm *vm, Future *f, uint8_t state, Value result, Value exception);
// What an attribute that is a flag is set to: its truth, as far as no guest code has to tell; objects
// that would ask some count as true. False: raised, or it was to be deleted.
NX_INTERNAL bool future_flag(Vm *vm, Value v, const char *name, Value to, bool *on);
// Natives that are called by others, too.
NX_INTERNAL Value future_cancel_as(Vm *vm, Value *a); // self, msg
NX_INTERNAL Value future_del(Vm *vm, Value *a);
// Methods that tasks inherit, and have as rows of their own: calls of those take no detour.
NX_INTERNAL Value future_iter_native(Vm *vm, Value *a);
NX_INTERNAL Value future_add_done(Vm *vm, Value *a);
NX_INTERNAL Value future_remove(Vm *vm, Value *a);
NX_INTERNAL Value future_cancelled(Vm *vm, Value *a);
NX_INTERNAL Value future_done(Vm *vm, Value *a);
NX_INTERNAL Value future_exception(Vm *vm, Value *a);
NX_INTERNAL Value future_get_loop(Vm *vm, Value *a);
NX_INTERNAL Value future_result(Vm *vm, Value *a);
#define FUTURE_COMMON_ROWS                                                                         \
    LEAF("__await__", "self, /", future_iter_native, "What await goes through."),                  \
        LEAF("__iter__", "self, /", future_iter_native, "An iterator over self, for iter()."),     \
        TAIL("add_done_callback", "self, fn, /, *, context=NULL", future_add_done,                 \
             "Have the loop call fn(future) when it is done."),                                    \
        LEAF("cancelled", "self, /", future_cancelled, "Whether it was cancelled."),               \
        LEAF("done", "self, /", future_done,                                                       \
             "Whether it has an outcome: a result, an exception, or that it was cancelled."),      \
        LEAF("exception", "self, /", future_exception,                                             \
             "The exception, or None; raises CancelledError, or InvalidStateError if it is not\n"  \
             "done."),                                                                             \
        LEAF("get_loop", "self, /", future_get_loop, "The loop it belongs to."),                   \
        TAIL("remove_done_callback", "self, fn, /", future_remove,                                 \
             "Do not call it; gives how often it was to be called."),                              \
        LEAF("result", "self, /", future_result,                                                   \
             "The result; raises the exception, CancelledError, or InvalidStateError if it is\n"   \
             "not done.")

// ---- task.c, task_step.c -----------------------------------------------------------------------

// The method a handle or a callback that is a task stands for.
NX_INTERNAL Value task_method(Vm *vm, Value task, bool wakeup);

// ---- natives of the module ---------------------------------------------------------------------
NX_INTERNAL Value future_turn(Vm *vm, Value *a);
NX_INTERNAL Value handle_call_soon(Vm *vm, Value *a);
NX_INTERNAL Value handle_cancel_as(Vm *vm, Value *a);
NX_INTERNAL void handle_fill(Vm *vm, Handle *h, const Value *given, Value context);
NX_INTERNAL Value handle_cancelled(Vm *vm, Value *a);
NX_INTERNAL Value handle_get_context(Vm *vm, Value *a);
NX_INTERNAL Value handle_run_ready(Vm *vm, Frame *f);
NX_INTERNAL void handle_run_ready_unwind(Vm *vm, Frame *f);
NX_INTERNAL Value task_set_up_native(Vm *vm, Value *a);
NX_INTERNAL Value task_forget_coro(Vm *vm, Value *a);
// A task; NULL: it is something else, TypeError.
NX_INTERNAL Task *task_argument(Vm *vm, Value v);
// Makes the current task another one; false: no memory.
NX_INTERNAL bool task_set_current(Vm *vm, Value task);

#endif
