// deque_steps.c: natives of deque that may have to run guest code: filling from any iterable, what
// makes another deque by calling its class, text. See deque.h.
//
// An item that was taken from an iterator must not get lost when memory fails: room for it is made
// before it is taken.
#include "object/deque.h"

#include "object/int.h"
#include "object/iters.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"

enum { DEQUE_CHUNK = 4096 }; // items taken between two charges

// ---- filling -----------------------------------------------------------------------------------

// V_NONE: done; V_UNBOUND: the iterable needs steps.
static Value deque_extend_leaf(Vm *vm, Value deque, Value iterable, bool left) {
    Value seq = items_of_leaf(vm, iterable);
    if (seq == V_UNBOUND || seq == V_RAISED) { return seq; }
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    TRY(deque_extend_items(vm, as_deque(vm, deque), items, n, left));
    return V_NONE;
}

Value deque_extend_first(Vm *vm, Value *a) { return deque_extend_leaf(vm, a[0], a[1], false); }
Value deque_extend_left_first(Vm *vm, Value *a) { return deque_extend_leaf(vm, a[0], a[1], true); }

enum { DEQUE_FILL_START, DEQUE_FILL_ITER, DEQUE_FILL_NEXT, DEQUE_FILL_MORE, DEQUE_FILL_END };

static void deque_fill_push(Vm *vm, Deque *d, Value item, bool left) {
    if (d->maxlen == 0) { return; } // not even the state changes
    if (left) {
        deque_push_left(vm, d, item);
    } else {
        deque_push(vm, d, item);
    }
}

// From DEQUE_FILL_ITER on; the iterator is kept in slot `at`. V_NONE when the iterable has ended.
static Value deque_fill_go_on(Vm *vm, Frame *f, int at, bool left) {
    Deque *d = as_deque(vm, f->slot[0]);
    switch (native_state(f)) {
    case DEQUE_FILL_ITER: f->slot[at] = f->result; break;
    case DEQUE_FILL_NEXT:
        TRY(deque_room(vm, d));
        deque_fill_push(vm, d, f->result, left);
        break;
    case DEQUE_FILL_END:
        if (!isinstance_exc(vm, f->result, EXC_StopIteration)) {
            return raise_value(vm, f->result);
        }
        return V_NONE;
    default: break;
    }
    native_commit(f, DEQUE_FILL_MORE);
    for (uint32_t i = 0; i < DEQUE_CHUNK; i++) {
        TRY(deque_room(vm, d));
        Value item = iter_next_leaf(vm, f->slot[at]);
        if (item == V_STOP) { return V_NONE; }
        TRY_VALUE(item);
        if (item == V_UNBOUND) {
            native_catch(f, DEQUE_FILL_END);
            return native_next(vm, f, DEQUE_FILL_NEXT, f->slot[at]);
        }
        deque_fill_push(vm, d, item, left);
    }
    TRY(native_charge(vm, DEQUE_CHUNK / 16));
    return native_again(vm, f, DEQUE_FILL_MORE);
}

// An iterable that is a deque itself is read before anything is put into one.
static Value deque_fill_begin(Vm *vm, Frame *f, Value iterable) {
    if (iterable == f->slot[0]) {
        iterable = deque_list(vm, as_deque(vm, iterable));
        TRY_VALUE(iterable);
    }
    return native_call1(vm, f, DEQUE_FILL_ITER, internal(vm, I_ITER), iterable);
}

Value deque_extend_steps(Vm *vm, Frame *f) {
    if (native_state(f) == DEQUE_FILL_START) { return deque_fill_begin(vm, f, f->slot[1]); }
    return deque_fill_go_on(vm, f, 2, native_magic(vm, f) != 0);
}

Value deque_iadd_steps(Vm *vm, Frame *f) {
    if (native_state(f) == DEQUE_FILL_START) { return deque_fill_begin(vm, f, f->slot[1]); }
    Value r = deque_fill_go_on(vm, f, 2, false);
    return r == V_NONE ? f->slot[0] : r;
}

// ---- __init__ ----------------------------------------------------------------------------------

enum { DEQUE_INIT_SELF, DEQUE_INIT_ITERABLE, DEQUE_INIT_MAXLEN, DEQUE_INIT_IT };

static bool deque_maxlen(Vm *vm, Value v, int64_t *maxlen) {
    *maxlen = DEQUE_UNBOUNDED;
    if (v == V_NONE) { return true; }
    if (!isinstance_int(vm, v)) { return raise_false(vm, EXC_TypeError, "an integer is required"); }
    if (!int_to_i64(vm, v, maxlen)) {
        return raise_false(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    }
    return *maxlen >= 0 || raise_false(vm, EXC_ValueError, "maxlen must be non-negative");
}

static void deque_restart(Vm *vm, Deque *d, int64_t maxlen) {
    deque_clear(vm, d);
    obj_touch(vm, d);
    d->maxlen = maxlen;
}

Value deque_init_first(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[DEQUE_INIT_SELF]);
    int64_t maxlen;
    TRY(deque_maxlen(vm, a[DEQUE_INIT_MAXLEN], &maxlen));
    Value iterable = a[DEQUE_INIT_ITERABLE];
    if (iterable == V_UNBOUND || iterable == a[DEQUE_INIT_SELF]) {
        deque_restart(vm, d, maxlen);
        return V_NONE;
    }
    Value seq = items_of_leaf(vm, iterable);
    if (seq == V_UNBOUND || seq == V_RAISED) { return seq; }
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    deque_restart(vm, d, maxlen); // repeating this changes nothing
    TRY(deque_extend_items(vm, d, items, n, false));
    return V_NONE;
}

Value deque_init_steps(Vm *vm, Frame *f) {
    if (native_state(f) != DEQUE_FILL_START) {
        return deque_fill_go_on(vm, f, DEQUE_INIT_IT, false);
    }
    int64_t maxlen;
    TRY(deque_maxlen(vm, f->slot[DEQUE_INIT_MAXLEN], &maxlen));
    deque_restart(vm, as_deque(vm, f->slot[DEQUE_INIT_SELF]), maxlen);
    return deque_fill_begin(vm, f, f->slot[DEQUE_INIT_ITERABLE]);
}

Value deque_construct(Vm *vm, const Value *args, uint32_t n, Value names) {
    uint32_t n_names = is_ref(names) ? as_tuple(vm, names)->h.n : 0;
    if (n + n_names > 2 || n_names > 1) { return V_UNBOUND; }
    if (n_names && !str_equals_cstr(as_str(vm, as_tuple(vm, names)->items[0]), "maxlen")) {
        return V_UNBOUND;
    }
    Value made = deque_new(vm, DEQUE_UNBOUNDED);
    TRY_VALUE(made);
    Value init[] = {made, n ? args[0] : V_UNBOUND, V_NONE};
    if (n_names || n > 1) { init[DEQUE_INIT_MAXLEN] = args[n + n_names - 1]; }
    Value r = deque_init_first(vm, init);
    return r == V_NONE ? made : r;
}

// ---- another deque -----------------------------------------------------------------------------

Value deque_copy_first(Vm *vm, Value *a) {
    return is_exact(vm, a[0], T_DEQUE) ? deque_copy(vm, as_deque(vm, a[0]), 0) : V_UNBOUND;
}

// Calls the class of a derived one with the deque, and its maxlen if it has any.
static Value deque_ask_copy(Vm *vm, Frame *f, int next) {
    const Deque *d = as_deque(vm, f->slot[0]);
    Value cls = class_of(vm, f->slot[0]);
    if (d->maxlen < 0) { return native_call1(vm, f, next, cls, f->slot[0]); }
    Value maxlen = int_from_i64(vm, d->maxlen);
    TRY_VALUE(maxlen);
    return native_call2(vm, f, next, cls, f->slot[0], maxlen);
}

static bool deque_check_copy(Vm *vm, const Frame *f) {
    if (is_tagged(vm, f->result, T_DEQUE)) { return true; }
    return raise_false(vm, EXC_TypeError, "%T() must return a deque, not %T", f->slot[0],
                       f->result);
}

enum { DEQUE_COPY_START, DEQUE_COPY_MADE, DEQUE_COPY_FILLED };

Value deque_copy_steps(Vm *vm, Frame *f) {
    if (native_state(f) == DEQUE_COPY_START) { return deque_ask_copy(vm, f, DEQUE_COPY_MADE); }
    TRY(deque_check_copy(vm, f));
    return f->result;
}

Value deque_add_steps(Vm *vm, Frame *f) {
    Value self = f->slot[0], other = f->slot[1], extend;
    switch (native_state(f)) {
    case DEQUE_COPY_START: {
        Value sum = deque_type.binary(vm, BIN_OP_ADD, self, other);
        if (sum != V_UNBOUND) { return sum; }
        if (!is_exact(vm, self, T_DEQUE)) { return deque_ask_copy(vm, f, DEQUE_COPY_MADE); }
        f->slot[2] = deque_copy(vm, as_deque(vm, self), 0);
        TRY_VALUE(f->slot[2]);
        break;
    }
    case DEQUE_COPY_MADE:
        TRY(deque_check_copy(vm, f));
        f->slot[2] = f->result;
        break;
    default: return f->slot[2];
    }
    extend = type_lookup(vm, type_of_tag(vm, T_DEQUE), vm_name(vm, N_extend));
    return native_call2(vm, f, DEQUE_COPY_FILLED, extend, f->slot[2], other);
}

// ---- repeating ---------------------------------------------------------------------------------

enum { DEQUE_TIMES_START, DEQUE_TIMES_GOT_COUNT, DEQUE_TIMES_COPIED };

// The count as an int, for *count. V_NONE: there it is; else to be returned.
static Value deque_times_count(Vm *vm, Frame *f, Value *count) {
    *count = native_state(f) == DEQUE_TIMES_GOT_COUNT ? f->result : f->slot[1];
    int64_t fits;
    if (!isinstance_int(vm, *count)) {
        TRY(seq_check_times(vm, f, *count));
        return native_call1(vm, f, DEQUE_TIMES_GOT_COUNT, internal(vm, I_INDEX), *count);
    }
    if (!int_to_i64(vm, *count, &fits)) {
        return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer",
                           f->slot[1]);
    }
    return V_NONE;
}

Value deque_multiply_steps(Vm *vm, Frame *f) {
    Value count = f->slot[2];
    if (native_state(f) == DEQUE_TIMES_COPIED) {
        TRY(deque_check_copy(vm, f));
        return deque_type.inplace(vm, BIN_OP_MUL, f->result, count);
    }
    Value r = deque_times_count(vm, f, &count);
    if (r != V_NONE) { return r; }
    if (is_exact(vm, f->slot[0], T_DEQUE)) {
        return deque_type.binary(vm, BIN_OP_MUL, f->slot[0], count);
    }
    f->slot[2] = count;
    return deque_ask_copy(vm, f, DEQUE_TIMES_COPIED);
}

Value deque_imultiply_steps(Vm *vm, Frame *f) {
    Value count, r = deque_times_count(vm, f, &count);
    return r == V_NONE ? deque_type.inplace(vm, BIN_OP_MUL, f->slot[0], count) : r;
}

// ---- __reduce__ --------------------------------------------------------------------------------

enum { DEQUE_REDUCE_START, DEQUE_REDUCE_GOT_STATE };

// The class, its arguments, the attributes, and an iterator over the items.
Value deque_reduce_steps(Vm *vm, Frame *f) {
    Value self = f->slot[0];
    const Deque *d = as_deque(vm, self);
    if (native_state(f) == DEQUE_REDUCE_START) {
        return native_call_method(vm, f, DEQUE_REDUCE_GOT_STATE, self, vm_name(vm, N___getstate__),
                                  0, NULL);
    }
    Value args[2] = {tuple_from(vm, NULL, 0), V_NONE};
    TRY_VALUE(args[0]);
    Value given = args[0];
    if (d->maxlen >= 0) {
        args[1] = int_from_i64(vm, d->maxlen);
        TRY_VALUE(args[1]);
        given = tuple_from(vm, args, 2);
        TRY_VALUE(given);
    }
    Value made[4] = {class_of(vm, self), given, f->result, deque_iter(vm, self)};
    TRY_VALUE(made[3]);
    return tuple_from(vm, made, 4);
}

// ---- text --------------------------------------------------------------------------------------

static Value deque_text(Vm *vm, Value self, Value items) {
    const Deque *d = as_deque(vm, self);
    Value name = as_type(vm, class_of(vm, self))->name;
    if (d->maxlen < 0) { return format_text(vm, "%U(%U)", name, items); }
    return format_text(vm, "%U(%U, maxlen=%l)", name, items, d->maxlen);
}

static void deque_guard(Vm *vm, Value v, bool on) {
    Obj *o = as_obj(vm, v);
    obj_touch(vm, o);
    o->flags = (uint8_t)(on ? o->flags | OBJ_GUARDED : o->flags & ~OBJ_GUARDED);
}

Value deque_repr_first(Vm *vm, Value *a) {
    if (as_obj(vm, a[0])->flags & OBJ_GUARDED) { return str_new_cstr(vm, "[...]"); }
    Value items = deque_list(vm, as_deque(vm, a[0]));
    TRY_VALUE(items);
    Value text = repr_of_leaf(vm, items);
    return text == V_UNBOUND || text == V_RAISED ? text : deque_text(vm, a[0], text);
}

enum { DEQUE_REPR_START, DEQUE_REPR_GOT_ITEMS };

Value deque_repr_steps(Vm *vm, Frame *f) {
    Value self = f->slot[0];
    if (native_state(f) == DEQUE_REPR_START) {
        if (as_obj(vm, self)->flags & OBJ_GUARDED) { return str_new_cstr(vm, "[...]"); }
        Value items = deque_list(vm, as_deque(vm, self));
        TRY_VALUE(items);
        deque_guard(vm, self, true);
        return native_call1(vm, f, DEQUE_REPR_GOT_ITEMS, internal(vm, I_REPR), items);
    }
    Value text = deque_text(vm, self, f->result);
    TRY_VALUE(text);
    deque_guard(vm, self, false);
    return text;
}

void deque_repr_unwind(Vm *vm, Frame *f) {
    if (native_state(f) != DEQUE_REPR_START) { deque_guard(vm, f->slot[0], false); }
}
