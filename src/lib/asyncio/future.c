// future.c: asyncio.Future: a result that is not there yet. Its state and outcome, who is to be
// called when it is done, and who waits for it. See asyncio.h; `await` is in future_iter.c.
#include "lib/asyncio/asyncio.h"

#include "object/alias.h"
#include "object/construct.h"
#include "object/exc.h"
#include "object/set.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/weak.h"

// ---- C-side operations -------------------------------------------------------------------------

bool future_is_plain(Vm *vm, Value v) {
    if (!is_future(vm, v)) { return false; }
    return class_of(vm, v) == vm->types[as_obj(vm, v)->type];
}

Future *future_new(Vm *vm, TypeTag tag, Value cls) {
    Future *f = derived_new(vm, tag, 0, cls);
    if (!f) { return NULL; }
    Value *fields = obj_value_array(&f->h);
    for (uint32_t i = 0, n = obj_values(&f->h); i < n; i++) { fields[i] = V_NONE; }
    f->callback = V_UNBOUND;
    if (tag == T_TASK) { ((Task *)f)->cancels = int_value(0); }
    return f;
}

void future_reset(Vm *vm, Future *f, Value loop) {
    obj_touch(vm, f);
    f->h.small = FUTURE_PENDING;
    f->loop = loop;
    f->callback = V_UNBOUND;
    f->context = f->more = f->result = f->exception = f->traceback = V_NONE;
    f->message = f->cancelled = f->awaited_by = f->source = V_NONE;
}

bool future_check(Vm *vm, const Future *f) {
    if (NX_LIKELY(f->loop != V_NONE)) { return true; }
    return raise_false(vm, EXC_RuntimeError, "Future object is not initialized.");
}

static bool asyncio_raise(Vm *vm, const char *cls, Value args) {
    Value type = fallback_function(vm, "asyncio.exceptions", cls);
    if (type == V_RAISED || args == V_RAISED) { return false; }
    if (!is_exception_class(vm, type)) { return raise_stop(vm, STOP_CORRUPT), false; }
    Value exc = exc_new(vm, type, args);
    if (exc != V_RAISED) { raise_value(vm, exc); }
    return false;
}

Value raise_invalid_state(Vm *vm, const char *text) {
    Value message = str_new_cstr(vm, text);
    TRY_VALUE(message);
    asyncio_raise(vm, "InvalidStateError", tuple_from(vm, &message, 1));
    return V_RAISED;
}

Value future_cancelled_error(Vm *vm, Future *f) {
    Value exc = f->cancelled;
    if (is_exception(vm, exc)) {
        obj_set(vm, f, &f->cancelled, V_NONE);
        return exc;
    }
    Value type = fallback_function(vm, "asyncio.exceptions", "CancelledError");
    TRY_VALUE(type);
    if (!is_exception_class(vm, type)) { return raise_stop(vm, STOP_CORRUPT); }
    Value args = tuple_from(vm, &f->message, f->message != V_NONE);
    return args == V_RAISED ? args : exc_new(vm, type, args);
}

Value future_outcome(Vm *vm, Future *f) {
    switch (future_state(f)) {
    case FUTURE_PENDING: return raise_invalid_state(vm, "Result is not set.");
    case FUTURE_CANCELLED: return future_cancelled_error(vm, f);
    default: break;
    }
    future_settle(vm, f);
    if (!is_exception(vm, f->exception)) { return V_UNBOUND; }
    Exception *e = ref_ptr(vm, f->exception);
    obj_set(vm, e, &e->traceback, is_tagged(vm, f->traceback, T_TRACEBACK) ? f->traceback : V_NONE);
    obj_set(vm, f, &f->traceback, V_NONE);
    return f->exception;
}

bool future_arm(Vm *vm, Future *f) {
    bool known = as_type(vm, class_of(vm, ptr_value(vm, f)))->flags & TYPE_HAS_DEL;
    f->h.flags &= (uint8_t)~OBJ_SETTLED;
    return known || weak_add_finalizable(vm, ptr_value(vm, f));
}

void future_settle(Vm *vm, Future *f) {
    obj_touch(vm, f);
    f->h.small &= (uint8_t)~FUTURE_UNSEEN;
    if (as_type(vm, class_of(vm, ptr_value(vm, f)))->flags & TYPE_HAS_DEL) { return; }
    f->h.flags |= OBJ_SETTLED;
}

void future_set_outcome(Vm *vm, Future *f, uint8_t state, Value result, Value exception) {
    obj_touch(vm, f);
    f->h.small = (uint8_t)((f->h.small & ~FUTURE_STATE) | state);
    f->result = result;
    f->exception = exception;
    if (is_exception(vm, exception)) {
        f->traceback = ((Exception *)ref_ptr(vm, exception))->traceback;
        f->h.small |= FUTURE_UNSEEN;
    } else {
        future_settle(vm, f);
    }
}

// ---- callbacks ---------------------------------------------------------------------------------

// The pair at i of the further callbacks; NULL: corrupt.
static const Tuple *future_pair(Vm *vm, const List *more, uint32_t i) {
    Value v = list_items(vm, more)[i];
    if (is_tagged(vm, v, T_TUPLE) && as_tuple(vm, v)->h.n == 2) { return as_tuple(vm, v); }
    raise_stop(vm, STOP_CORRUPT);
    return NULL;
}

bool future_add_callback(Vm *vm, Future *f, Value callback, Value context) {
    if (f->callback == V_UNBOUND && f->more == V_NONE) {
        obj_set(vm, f, &f->callback, callback);
        f->context = context;
        return true;
    }
    Value pair = tuple_from(vm, (Value[]){callback, context}, 2);
    if (pair == V_RAISED) { return false; }
    if (is_tagged(vm, f->more, T_LIST)) { return list_append(vm, as_list(vm, f->more), pair); }
    Value more = list_from(vm, &pair, 1);
    if (more == V_RAISED) { return false; }
    obj_set(vm, f, &f->more, more);
    return true;
}

static Value future_shown_callback(Vm *vm, Value callback, Value context) {
    if (is_tagged(vm, callback, T_TASK)) { callback = task_method(vm, callback, true); }
    TRY_VALUE(callback);
    return tuple_from(vm, (Value[]){callback, context}, 2);
}

Value future_callbacks(Vm *vm, const Future *f) {
    const List *more = is_tagged(vm, f->more, T_LIST) ? as_list(vm, f->more) : NULL;
    if (f->callback == V_UNBOUND && (!more || more->h.n == 0)) { return V_NONE; }
    uint32_t n_more = more ? more->h.n : 0;
    TRY(native_charge(vm, n_more / 8));
    Value list = list_new(vm, n_more + 1);
    TRY_VALUE(list);
    if (f->callback != V_UNBOUND) {
        Value pair = future_shown_callback(vm, f->callback, f->context);
        TRY(pair != V_RAISED && list_append(vm, as_list(vm, list), pair));
    }
    for (uint32_t i = 0; i < n_more; i++) {
        const Tuple *t = future_pair(vm, more, i);
        TRY(t);
        Value pair = future_shown_callback(vm, t->items[0], t->items[1]);
        TRY(pair != V_RAISED && list_append(vm, as_list(vm, list), pair));
    }
    return list;
}

static void future_forget_callbacks(Vm *vm, Future *f) {
    obj_touch(vm, f);
    f->callback = V_UNBOUND;
    f->context = f->more = V_NONE;
}

static Value future_handle(Vm *vm, Value future, Value callback, Value context, Value loop) {
    uint8_t kind = is_tagged(vm, callback, T_TASK) ? HANDLE_WAKEUP : HANDLE_ONE;
    return handle_new(vm, kind, callback, future, context, loop);
}

static int future_schedule_many(Vm *vm, Future *f, Deque *ready) {
    Value self = ptr_value(vm, f);
    List *more = as_list(vm, f->more);
    if (!native_charge(vm, more->h.n / 4)) { return 0; }
    Values *handles = heap_new(vm, T_VALUES, (uint64_t)more->h.n + 1);
    if (!handles) { return 0; }
    uint32_t n = 0;
    if (f->callback != V_UNBOUND) {
        handles->items[n] = future_handle(vm, self, f->callback, f->context, f->loop);
        if (handles->items[n++] == V_RAISED) { return 0; }
    }
    for (uint32_t i = 0; i < more->h.n; i++) {
        const Tuple *t = future_pair(vm, more, i);
        if (!t) { return 0; }
        handles->items[n] = future_handle(vm, self, t->items[0], t->items[1], f->loop);
        if (handles->items[n++] == V_RAISED) { return 0; }
    }
    if (!deque_extend_items(vm, ready, handles->items, n, false)) { return 0; }
    future_forget_callbacks(vm, f);
    return 1;
}

int future_schedule(Vm *vm, Future *f) {
    bool many = is_tagged(vm, f->more, T_LIST);
    if (f->callback == V_UNBOUND && !many) { return 1; }
    Deque *ready = loop_ready(vm, f->loop);
    if (!ready) { return -1; }
    if (many) { return future_schedule_many(vm, f, ready); }
    Value handle = future_handle(vm, ptr_value(vm, f), f->callback, f->context, f->loop);
    if (handle == V_RAISED || !deque_room(vm, ready)) { return 0; }
    deque_push(vm, ready, handle);
    future_forget_callbacks(vm, f);
    return 1;
}

Value future_call_all(Vm *vm, Value function, Value future, Value callbacks) {
    if (callbacks == V_NONE) { return V_NONE; }
    future_forget_callbacks(vm, as_future(vm, future));
    return native_tailcall(vm, function, 2, (Value[]){future, callbacks});
}

// The leaf's half of every way to be done: V_UNBOUND: the loop has to be asked.
Value future_end_first(Vm *vm, Future *f, uint8_t state, Value result, Value exception) {
    bool armed = f->h.type == T_TASK && !(f->h.flags & OBJ_SETTLED);
    if (is_ref(exception) && !armed) { TRY(future_arm(vm, f)); }
    int done = future_schedule(vm, f);
    TRY(done != 0);
    if (done < 0) { return V_UNBOUND; }
    future_set_outcome(vm, f, state, result, exception);
    return V_NONE;
}

static Value future_end_steps(Vm *vm, Future *f, uint8_t state, Value result, Value exception) {
    Value function = fallback_function(vm, "asyncio.futures", "_call_all");
    Value callbacks = future_callbacks(vm, f);
    TRY(function != V_RAISED && callbacks != V_RAISED);
    if (is_ref(exception)) { TRY(future_arm(vm, f)); }
    future_set_outcome(vm, f, state, result, exception);
    return future_call_all(vm, function, ptr_value(vm, f), callbacks);
}

// ---- who waits ---------------------------------------------------------------------------------

// Where a waiter stands among several; -1: nowhere, -2: raised.
static int64_t future_waiter_at(Vm *vm, const List *all, Value waiter) {
    if (!native_charge(vm, all->h.n / 64)) { return -2; }
    for (uint32_t i = 0; i < all->h.n; i++) {
        if (list_items(vm, all)[i] == waiter) { return i; }
    }
    return -1;
}

bool future_wait_add(Vm *vm, Value future, Value waiter) {
    if (!is_future(vm, future) || !is_future(vm, waiter)) { return true; }
    Future *f = as_future(vm, future);
    if (f->awaited_by == V_NONE) {
        obj_set(vm, f, &f->awaited_by, waiter);
        return true;
    }
    if (f->awaited_by == waiter) { return true; }
    if (is_tagged(vm, f->awaited_by, T_LIST)) {
        List *all = as_list(vm, f->awaited_by);
        int64_t i = future_waiter_at(vm, all, waiter);
        return i >= 0 || (i == -1 && list_append(vm, all, waiter));
    }
    Value both = list_from(vm, (Value[]){f->awaited_by, waiter}, 2);
    if (both == V_RAISED) { return false; }
    obj_set(vm, f, &f->awaited_by, both);
    return true;
}

bool future_wait_discard(Vm *vm, Value future, Value waiter) {
    if (!is_future(vm, future)) { return true; }
    Future *f = as_future(vm, future);
    if (f->awaited_by == waiter) {
        obj_set(vm, f, &f->awaited_by, V_NONE);
    } else if (is_tagged(vm, f->awaited_by, T_LIST)) {
        List *all = as_list(vm, f->awaited_by);
        int64_t i = future_waiter_at(vm, all, waiter);
        if (i == -2) { return false; }
        if (i < 0) { return true; }
        Value *items = list_items(vm, all);
        obj_touch(vm, all);
        obj_touch(vm, ref_ptr(vm, all->buf));
        items[i] = items[--all->h.n];
    }
    return true;
}

static Value future_get_awaited_by(Vm *vm, Value v) {
    const Future *f = as_future(vm, v);
    if (!is_ref(f->awaited_by)) { return V_NONE; }
    bool many = is_tagged(vm, f->awaited_by, T_LIST);
    const Value *items = many ? list_items(vm, as_list(vm, f->awaited_by)) : &f->awaited_by;
    uint32_t n = many ? as_list(vm, f->awaited_by)->h.n : 1;
    Value set = set_new(vm, T_FROZENSET);
    TRY(set != V_RAISED && native_charge(vm, n / 8));
    for (uint32_t i = 0; i < n; i++) { // one whose class hashes in Python is left out
        TRY(set_add_leaf(vm, as_set(vm, set), items[i]) != 0);
    }
    return set;
}

// ---- natives -----------------------------------------------------------------------------------

static Value future_make(Vm *vm, Value *a) {
    TRY(construct_check(vm, T_FUTURE, a[0]));
    Future *f = future_new(vm, T_FUTURE, a[0]);
    TRY(f);
    return ptr_value(vm, f);
}

// The loop of `loop=None` or of that loop, where it is known that it is not in its debug mode.
static Value future_loop_first(Vm *vm, Value loop) {
    if (loop == V_NONE) { loop = module_root(vm, ROOT_LOOP); }
    return loop != V_NONE && loop_ready(vm, loop) ? loop : V_UNBOUND;
}

static Value future_init(Vm *vm, Value *a) {
    Value loop = future_loop_first(vm, a[1]);
    if (loop == V_UNBOUND) { return fallback_call(vm, "asyncio.futures", "_init_future", 2, a); }
    future_reset(vm, as_future(vm, a[0]), loop);
    return V_NONE;
}

// Future(), Future(loop=loop)
static Value future_construct(Vm *vm, const Value *args, uint32_t n, Value names) {
    Value loop = V_NONE;
    if (is_ref(names)) {
        const Tuple *t = as_tuple(vm, names);
        if (t->h.n != 1 || t->items[0] != vm_name(vm, N_loop)) { return V_UNBOUND; }
        loop = args[n];
    }
    loop = n == 0 ? future_loop_first(vm, loop) : V_UNBOUND;
    if (loop == V_UNBOUND) { return V_UNBOUND; }
    Future *f = future_new(vm, T_FUTURE, vm->types[T_FUTURE]);
    TRY(f);
    f->loop = loop;
    return ptr_value(vm, f);
}

Value future_add_done(Vm *vm, Value *a) {
    Future *f = as_future(vm, a[0]);
    TRY(future_check(vm, f));
    Value context = a[2] == V_UNBOUND || a[2] == V_NONE ? context_copy_current(vm) : a[2];
    TRY_VALUE(context);
    if (future_is_pending(f)) {
        return future_add_callback(vm, f, a[1], context) ? V_NONE : V_RAISED;
    }
    Deque *ready = loop_ready(vm, f->loop);
    if (ready) {
        return loop_push(vm, ready, HANDLE_ONE, a[1], a[0], context, f->loop) ? V_NONE : V_RAISED;
    }
    Value pair = future_shown_callback(vm, a[1], context);
    Value list = pair == V_RAISED ? pair : list_from(vm, &pair, 1);
    TRY_VALUE(list);
    return fallback_call(vm, "asyncio.futures", "_call_all", 2, (Value[]){a[0], list});
}

Value future_cancel_as(Vm *vm, Value *a) {
    Future *f = as_future(vm, a[0]);
    TRY(future_check(vm, f));
    if (!future_is_pending(f)) {
        future_settle(vm, f);
        return V_FALSE;
    }
    int done = future_schedule(vm, f);
    TRY(done != 0);
    if (done < 0) { return V_UNBOUND; }
    obj_set(vm, f, &f->message, a[1]);
    future_set_outcome(vm, f, FUTURE_CANCELLED, V_NONE, V_NONE);
    return V_TRUE;
}

static Value future_cancel_steps(Vm *vm, Frame *f) {
    enum { CANCEL_START, CANCEL_CALLED };
    if (native_state(f) == CANCEL_CALLED) { return V_TRUE; }
    TRY(is_future(vm, f->slot[0]) || raise_stop(vm, STOP_CORRUPT) != V_RAISED);
    Value v = future_cancel_as(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    Future *self = as_future(vm, f->slot[0]);
    Value function = fallback_function(vm, "asyncio.futures", "_call_all");
    Value callbacks = future_callbacks(vm, self);
    TRY(function != V_RAISED && callbacks != V_RAISED);
    obj_set(vm, self, &self->message, f->slot[1]);
    future_set_outcome(vm, self, FUTURE_CANCELLED, V_NONE, V_NONE);
    future_forget_callbacks(vm, self);
    return native_call2(vm, f, CANCEL_CALLED, function, f->slot[0], callbacks);
}

Value future_cancelled(Vm *vm, Value *a) {
    return bool_value(future_state(as_future(vm, a[0])) == FUTURE_CANCELLED);
}

Value future_done(Vm *vm, Value *a) {
    const Future *f = as_future(vm, a[0]);
    return bool_value(f->loop != V_NONE && !future_is_pending(f));
}

Value future_result(Vm *vm, Value *a) {
    Future *f = as_future(vm, a[0]);
    if (f->loop == V_NONE) { return raise_invalid_state(vm, "Future object is not initialized."); }
    Value exc = future_outcome(vm, f);
    if (exc == V_UNBOUND) { return f->result; }
    return exc == V_RAISED ? exc : raise_value(vm, exc);
}

Value future_exception(Vm *vm, Value *a) {
    Future *f = as_future(vm, a[0]);
    if (f->loop == V_NONE) { return raise_invalid_state(vm, "Future object is not initialized."); }
    switch (future_state(f)) {
    case FUTURE_PENDING: return raise_invalid_state(vm, "Exception is not set.");
    case FUTURE_CANCELLED: {
        Value exc = future_cancelled_error(vm, f);
        return exc == V_RAISED ? exc : raise_value(vm, exc);
    }
    default: future_settle(vm, f); return f->exception;
    }
}

Value future_get_loop(Vm *vm, Value *a) {
    const Future *f = as_future(vm, a[0]);
    return future_check(vm, f) ? f->loop : V_RAISED;
}

static Value future_make_cancelled(Vm *vm, Value *a) {
    return future_cancelled_error(vm, as_future(vm, a[0]));
}

// 1: the callback is the one that is sought, 0: it is not; -1: guest code must tell.
static int callback_is(Vm *vm, Value callback, Value sought) {
    if (callback == sought) { return 1; }
    if (is_tagged(vm, callback, T_TASK)) { return is_tagged(vm, sought, T_METHOD) ? -1 : 0; }
    return fallback_compare(vm, OP_EQ, callback, sought);
}

static Value future_remove_first(Vm *vm, Value *a) {
    Future *f = as_future(vm, a[0]);
    TRY(future_check(vm, f));
    List *more = is_tagged(vm, f->more, T_LIST) ? as_list(vm, f->more) : NULL;
    int first = f->callback == V_UNBOUND ? 0 : callback_is(vm, f->callback, a[1]);
    if (first < 0) { return V_UNBOUND; }
    uint32_t n = more ? more->h.n : 0;
    Value kept = list_new(vm, n);
    TRY(kept != V_RAISED && native_charge(vm, n / 8));
    for (uint32_t i = 0; i < n; i++) {
        const Tuple *pair = future_pair(vm, more, i);
        TRY(pair);
        int same = callback_is(vm, pair->items[0], a[1]);
        if (same < 0) { return V_UNBOUND; }
        if (!same) { TRY(list_append(vm, as_list(vm, kept), list_items(vm, more)[i])); }
    }
    uint32_t left = as_list(vm, kept)->h.n;
    if (left < n) { obj_set(vm, f, &f->more, left ? kept : V_NONE); }
    if (first) {
        obj_set(vm, f, &f->callback, V_UNBOUND);
        f->context = V_NONE;
    }
    return int_value((int64_t)(n - left) + first);
}

Value future_remove(Vm *vm, Value *a) {
    Value v = future_remove_first(vm, a);
    return v != V_UNBOUND ? v : fallback_call(vm, "asyncio.futures", "_remove_callbacks", 2, a);
}

static Value future_set_result(Vm *vm, Value *a) {
    Future *f = as_future(vm, a[0]);
    TRY(future_check(vm, f));
    if (!future_is_pending(f)) { return raise_invalid_state(vm, "invalid state"); }
    Value v = future_end_first(vm, f, FUTURE_FINISHED, a[1], V_NONE);
    return v != V_UNBOUND ? v : future_end_steps(vm, f, FUTURE_FINISHED, a[1], V_NONE);
}

static Value future_set_exception(Vm *vm, Frame *frame) {
    enum { SET_START, SET_MADE };
    Value self = frame->slot[0];
    Value exc = native_state(frame) == SET_MADE ? frame->result : frame->slot[1];
    Future *f = is_future(vm, self) ? as_future(vm, self) : NULL;
    if (!f) { return raise_stop(vm, STOP_CORRUPT); }
    TRY(future_check(vm, f));
    if (!future_is_pending(f)) { return raise_invalid_state(vm, "invalid state"); }
    if (native_state(frame) == SET_START && is_exception_class(vm, exc)) {
        return native_call0(vm, frame, SET_MADE, exc);
    }
    if (!is_exception(vm, exc)) {
        return raise_error(vm, EXC_TypeError, "invalid exception object");
    }
    if (isinstance_exc(vm, exc, EXC_StopIteration)) {
        return fallback_call(vm, "asyncio.futures", "_set_stop", 2, (Value[]){self, exc});
    }
    Value v = future_end_first(vm, f, FUTURE_FINISHED, V_NONE, exc);
    return v != V_UNBOUND ? v : future_end_steps(vm, f, FUTURE_FINISHED, V_NONE, exc);
}

static Value future_repr(Vm *vm, Value *a) {
    TRY(future_check(vm, as_future(vm, a[0])));
    return fallback_call(vm, "asyncio.futures", "_repr_future", 1, a);
}

// Runs when nobody can reach it any more.
Value future_del(Vm *vm, Value *a) {
    Future *f = as_future(vm, a[0]);
    if (!(f->h.small & FUTURE_UNSEEN)) { return V_NONE; }
    Value function = fallback_function(vm, "asyncio.futures", "_never_retrieved");
    TRY_VALUE(function);
    future_settle(vm, f);
    return native_tailcall(vm, function, 1, a);
}

// ---- attributes --------------------------------------------------------------------------------

static Value future_get_state(Vm *vm, Value v) {
    const Future *f = as_future(vm, v);
    TRY(future_check(vm, f));
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED", "FINISHED"};
    const char *name = names[future_state(f)];
    return intern_bytes(vm, name, (uint32_t)strlen(name));
}

static Value future_get_blocking(Vm *vm, Value v) {
    return bool_value(as_future(vm, v)->h.small & FUTURE_BLOCKING);
}

bool future_flag(Vm *vm, Value v, const char *name, Value to, bool *on) {
    if (to == V_UNBOUND) {
        return raise_false(vm, EXC_AttributeError,
                           "attribute '%s' of '%T' objects cannot be deleted", name, v);
    }
    Value truth = truth_leaf(vm, to);
    *on = truth != V_FALSE;
    return truth != V_RAISED;
}

static bool future_set_blocking(Vm *vm, Value v, Value to) {
    Future *f = as_future(vm, v);
    bool on;
    if (!future_flag(vm, v, "_asyncio_future_blocking", to, &on)) { return false; }
    if (!future_check(vm, f)) { return false; }
    obj_touch(vm, f);
    f->h.small = (uint8_t)(on ? f->h.small | FUTURE_BLOCKING : f->h.small & ~FUTURE_BLOCKING);
    return true;
}

static Value future_get_callbacks(Vm *vm, Value v) {
    const Future *f = as_future(vm, v);
    return future_check(vm, f) ? future_callbacks(vm, f) : V_RAISED;
}

static Value future_get_result(Vm *vm, Value v) {
    const Future *f = as_future(vm, v);
    return future_check(vm, f) ? f->result : V_RAISED;
}
static Value future_get_exception(Vm *vm, Value v) {
    const Future *f = as_future(vm, v);
    return future_check(vm, f) ? f->exception : V_RAISED;
}
static Value future_get_the_loop(Vm *vm, Value v) { return as_future(vm, v)->loop; }
static Value future_get_source(Vm *vm, Value v) { return as_future(vm, v)->source; }
static Value future_get_message(Vm *vm, Value v) { return as_future(vm, v)->message; }
static Value future_get_unseen(Vm *vm, Value v) {
    return bool_value(as_future(vm, v)->h.small & FUTURE_UNSEEN);
}

static bool future_set_message(Vm *vm, Value v, Value to) {
    Future *f = as_future(vm, v);
    obj_set(vm, f, &f->message, to == V_UNBOUND ? V_NONE : to);
    return true;
}

static bool future_set_unseen(Vm *vm, Value v, Value to) {
    bool on;
    if (!future_flag(vm, v, "_log_traceback", to, &on)) { return false; }
    if (on) { return raise_false(vm, EXC_ValueError, "_log_traceback can only be set to False"); }
    future_settle(vm, as_future(vm, v));
    return true;
}

// ---- the type ----------------------------------------------------------------------------------

static const NativeDef future_methods[] = {
    FUTURE_COMMON_ROWS,
    TAIL("__del__", "self, /", future_del, "Runs when nobody can reach the object any more."),
    TAIL("__init__", "self, *, loop=None", future_init, NULL),
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", future_make, NULL),
    TAIL("__repr__", "self, /", future_repr, "What repr(self) gives."),
    LEAF("_make_cancelled_error", "self, /", future_make_cancelled,
         "The CancelledError that ends whoever waits."),
    STEPS_FAST("cancel", "self, /, msg=None", future_cancel_as, future_cancel_steps, 0,
               "Make CancelledError its outcome; False if it is done."),
    STEPS("set_exception", "self, exception, /", future_set_exception, 0, NULL,
          "Make an exception the outcome; InvalidStateError if it is done."),
    TAIL("set_result", "self, result, /", future_set_result,
         "Make a value the result; InvalidStateError if it is done."),
    NATIVE_END,
};

static const GetSetDef future_getsets[] = {
    {"_asyncio_awaited_by", future_get_awaited_by, NULL, "who waits for it: a frozenset, or None"},
    {"_asyncio_future_blocking", future_get_blocking, future_set_blocking,
     "set by __await__ just before it yields the future, so that a task can tell"},
    {"_callbacks", future_get_callbacks, NULL, NULL},
    {"_cancel_message", future_get_message, future_set_message, NULL},
    {"_exception", future_get_exception, NULL, NULL},
    {"_log_traceback", future_get_unseen, future_set_unseen,
     "whether an exception is there that nobody has seen"},
    {"_loop", future_get_the_loop, NULL, NULL},
    {"_result", future_get_result, NULL, NULL},
    {"_source_traceback", future_get_source, NULL, NULL},
    {"_state", future_get_state, NULL, NULL},
    {0},
};

const TypeDef future_type = {
    .name = "Future",
    .module = "_asyncio",
    .doc = "A result that is not there yet: whoever awaits it goes on when it is. For one thread\n"
           "only.",
    .new_sig = "(*, loop=None)",
    .tag = T_FUTURE,
    .subclassable = true,
    .hidden = true,
    .methods = future_methods,
    .getsets = future_getsets,
    .construct = future_construct,
};
