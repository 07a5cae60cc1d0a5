// slicing.c: islice, batched and pairwise.
#include "lib/itertools/itertools.h"

#include "object/construct.h"
#include "object/int.h"
#include "object/items.h"
#include "object/seq.h"
#include "vm/ops.h"

// ---- islice ------------------------------------------------------------------------------------

typedef struct ISlice {
    Obj h;
    Value it;     // V_NONE: it has ended
    int64_t at;   // items taken so far
    int64_t next; // of which the next one to give is this one
    int64_t stop; // below zero: none
    int64_t step;
} ISlice;

// Slots of `__new__`: the parameters, then start, stop and step as they were given, as None, or as
// V_UNBOUND when they are no numbers.
enum { ISLICE_CLS, ISLICE_ARGS, ISLICE_BOUNDS, ISLICE_AT = ISLICE_BOUNDS + 3 };
enum { BOUND_START, BOUND_STOP, BOUND_STEP, N_BOUNDS };

static bool islice_arguments(Vm *vm, const Value *a, Value *bounds) {
    const Tuple *args = as_tuple(vm, a[ISLICE_ARGS]);
    uint32_t n = args->h.n;
    if (n < 2 || n > 4) {
        return raise_false(vm, EXC_TypeError, "islice expected at %s arguments, got %u",
                           n < 2 ? "least 2" : "most 4", n);
    }
    for (uint32_t i = 0; i < N_BOUNDS; i++) { bounds[i] = i + 1 < n ? args->items[i + 1] : V_NONE; }
    if (n == 2) {
        bounds[BOUND_STOP] = bounds[BOUND_START];
        bounds[BOUND_START] = V_NONE;
    }
    return true;
}

// The number, or -1.
static int64_t islice_number(Vm *vm, Value v, int64_t none) {
    int64_t n;
    if (v == V_NONE) { return none; }
    return isinstance_int(vm, v) && int_to_i64(vm, v, &n) ? n : -1;
}

static bool islice_check_ends(Vm *vm, const Value *bounds) {
    int64_t stop = islice_number(vm, bounds[BOUND_STOP], 0);
    if (stop == -1) {
        return raise_false(vm, EXC_ValueError,
                           "Stop argument for islice() must be None or an integer: 0 <= x <= "
                           "sys.maxsize.");
    }
    if (stop >= 0 && islice_number(vm, bounds[BOUND_START], 0) >= 0) { return true; }
    return raise_false(vm, EXC_ValueError,
                       "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
}

static bool islice_check(Vm *vm, const Value *bounds) {
    if (!islice_check_ends(vm, bounds)) { return false; }
    if (islice_number(vm, bounds[BOUND_STEP], 1) >= 1) { return true; }
    return raise_false(vm, EXC_ValueError, "Step for islice() must be a positive integer or None.");
}

static Value islice_over(Vm *vm, const Value *a, const Value *bounds, Value it) {
    ISlice *s = construct(vm, T_ISLICE, a[ISLICE_CLS], 0);
    TRY(s);
    s->h.small = iter_depth_above(vm, it);
    s->it = it;
    s->next = islice_number(vm, bounds[BOUND_START], 0);
    s->stop = islice_number(vm, bounds[BOUND_STOP], -1);
    s->step = islice_number(vm, bounds[BOUND_STEP], 1);
    return ptr_value(vm, s);
}

static bool islice_wants_index(Vm *vm, Value v) {
    return v != V_NONE && v != V_UNBOUND && !isinstance_int(vm, v) && seq_has_index(vm, v);
}

static Value islice_new(Vm *vm, Value *a) {
    Value bounds[N_BOUNDS];
    TRY(islice_arguments(vm, a, bounds));
    for (uint32_t i = 0; i < N_BOUNDS; i++) {
        if (islice_wants_index(vm, bounds[i])) { return V_UNBOUND; }
    }
    TRY(islice_check(vm, bounds));
    Value it = iter_leaf(vm, as_tuple(vm, a[ISLICE_ARGS])->items[0]);
    return it == V_UNBOUND || it == V_RAISED ? it : islice_over(vm, a, bounds, it);
}

enum { ISLICE_NEW, ISLICE_GOT_INDEX, ISLICE_NO_INDEX, ISLICE_GOT_ITER };

static Value islice_new_steps(Vm *vm, Frame *f) {
    Value *bounds = &f->slot[ISLICE_BOUNDS];
    uint32_t at = 0;
    if (native_state(f) == ISLICE_GOT_ITER) {
        TRY(islice_check(vm, bounds));
        return islice_over(vm, f->slot, bounds, f->result);
    }
    if (native_state(f) == ISLICE_NEW) {
        TRY(islice_arguments(vm, f->slot, bounds));
    } else {
        if (index_of(f->slot[ISLICE_AT]) > BOUND_STEP) { return raise_stop(vm, STOP_CORRUPT); }
        at = (uint32_t)index_of(f->slot[ISLICE_AT]);
        bounds[at] = native_state(f) == ISLICE_GOT_INDEX ? f->result : V_UNBOUND;
        at++;
    }
    for (; at < N_BOUNDS; at++) {
        if (at == BOUND_STEP) { TRY(islice_check_ends(vm, bounds)); }
        if (!islice_wants_index(vm, bounds[at])) { continue; }
        f->slot[ISLICE_AT] = int_value(at);
        native_catch(f, ISLICE_NO_INDEX);
        return native_call1(vm, f, ISLICE_GOT_INDEX, internal(vm, I_INDEX), bounds[at]);
    }
    TRY(islice_check(vm, bounds));
    const Tuple *args = slot_obj(vm, f, ISLICE_ARGS, T_TUPLE);
    TRY(args && args->h.n);
    return native_call1(vm, f, ISLICE_GOT_ITER, internal(vm, I_ITER), args->items[0]);
}

static void islice_end(Vm *vm, ISlice *s) { obj_set(vm, s, &s->it, V_NONE); }

// An item was taken and is given.
static void islice_advance(ISlice *s) {
    int64_t next;
    s->at++;
    bool beyond = add_overflows(s->next, s->step, &next);
    if (s->stop >= 0 && (beyond || next > s->stop)) { next = s->stop; }
    s->next = beyond && s->stop < 0 ? INT64_MAX : next;
}

static Value islice_next(Vm *vm, Value v) {
    ISlice *s = ref_ptr(vm, v);
    if (s->it == V_NONE) { return V_STOP; }
    obj_touch(vm, s);
    for (uint32_t i = 0; s->at < s->next; i++) {
        if (i == ITER_CHUNK) { return V_UNBOUND; }
        TRY(native_charge(vm, 1));
        Value item = iter_next_below(vm, &s->h, s->it);
        if (is_no_item(item)) {
            if (is_final(vm, item)) { islice_end(vm, s); }
            return item;
        }
        s->at++;
    }
    if (s->stop >= 0 && s->at >= s->stop) {
        islice_end(vm, s);
        return V_STOP;
    }
    Value item = iter_next_below(vm, &s->h, s->it);
    if (!is_no_item(item)) {
        islice_advance(s);
    } else if (is_final(vm, item)) {
        islice_end(vm, s);
    }
    return item;
}

static Value islice_below(Vm *vm, Value v, uint64_t ret) {
    ISlice *s = ref_ptr(vm, v);
    if (s->at != s->next || (s->stop >= 0 && s->at >= s->stop)) { return V_UNBOUND; }
    Value asked = tool_resume(vm, s->it, ret);
    if (asked == V_CALLING) {
        obj_touch(vm, s);
        islice_advance(s);
    }
    return asked;
}

enum { ISLICE_START, ISLICE_GOT, ISLICE_SKIPPED };

static Value islice_next_steps(Vm *vm, Frame *f) {
    ISlice *s = ref_ptr(vm, f->slot[0]);
    obj_touch(vm, s);
    if (native_state(f) == ISLICE_GOT) {
        islice_advance(s);
        return f->result;
    }
    if (native_state(f) == ISLICE_SKIPPED) {
        s->at++;
        native_commit(f, ISLICE_START);
    }
    Value v = islice_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    return native_next(vm, f, s->at < s->next ? ISLICE_SKIPPED : ISLICE_GOT, s->it);
}

// What a generator yields is skipped where it is.
static bool islice_sink(Vm *vm, Frame *f, Value item) {
    ISlice *s = ref_ptr(vm, f->slot[0]);
    (void)item;
    if (native_state(f) != ISLICE_SKIPPED || s->at + 1 >= s->next) { return false; }
    obj_touch(vm, s);
    s->at++;
    return true;
}

static void islice_unwind(Vm *vm, Frame *f) { islice_end(vm, ref_ptr(vm, f->slot[0])); }

static const NativeDef islice_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, /, *args", islice_new, islice_new_steps, 4,
                     "Some of the items of an iterable."),
    {"__next__", "self, /", NULL, islice_next_steps, islice_unwind, "The next item, for next().",
     NATIVE_STEPS, 0, 0, 0, islice_sink},
    NATIVE_END,
};

const TypeDef islice_type = {
    .name = "islice",
    .module = "itertools",
    .doc =
        "islice(iterable, stop) or islice(iterable, start, stop[, step]): the items that a slice\n"
        "of a list would have, taken from any iterable one by one.",
    .tag = T_ISLICE,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = islice_methods,
    .next = islice_next,
    .below = islice_below,
};

// ---- batched -----------------------------------------------------------------------------------

enum { BATCHED_CLS, BATCHED_ITERABLE, BATCHED_N, BATCHED_STRICT };
enum { BATCHED_ROOM = 32 }; // a batch that may be longer grows to its size

static Value batched_make(Vm *vm, const Value *a, Value it) {
    Batched *b = construct(vm, T_BATCHED, a[BATCHED_CLS], 0);
    TRY(b);
    b->h.small = iter_depth_above(vm, it);
    b->it = it;
    b->row = V_NONE;
    b->n = int_clamp_i64(vm, a[BATCHED_N]);
    b->strict = a[BATCHED_STRICT] == V_TRUE;
    return ptr_value(vm, b);
}

static bool batched_check(Vm *vm, const Value *a) {
    if (!int_is_negative(vm, a[BATCHED_N]) && !int_is_zero(vm, a[BATCHED_N])) { return true; }
    return raise_false(vm, EXC_ValueError, "n must be at least one");
}

static Value batched_new(Vm *vm, Value *a) {
    TRY(batched_check(vm, a));
    return tool_new_first(vm, a, BATCHED_ITERABLE, batched_make);
}
static Value batched_new_steps(Vm *vm, Frame *f) {
    TRY(batched_check(vm, f->slot));
    return tool_new_steps(vm, f, BATCHED_ITERABLE, batched_make);
}

// The row with room for one item more. NULL: no memory.
static Values *batched_room(Vm *vm, Batched *b) {
    Values *old = is_ref(b->row) ? ref_ptr(vm, b->row) : NULL;
    if (NX_LIKELY(old && b->filled < old->h.n)) { return old; }
    int64_t size = old ? (int64_t)old->h.n * 2 : BATCHED_ROOM;
    if (!native_charge(vm, b->filled / 16)) { return NULL; }
    Values *row = heap_new(vm, T_VALUES, (uint64_t)min_i64(size, b->n));
    if (!row) { return NULL; }
    if (old) { values_copy(row->items, old->items, b->filled); }
    obj_set(vm, b, &b->row, ptr_value(vm, row));
    return row;
}

static void batched_forget(Vm *vm, Batched *b) {
    obj_set(vm, b, &b->row, V_NONE);
    b->filled = 0;
}

// The iterator has ended: what there is makes the last batch.
static Value batched_rest(Vm *vm, Batched *b) {
    Value rest = V_STOP;
    if (b->filled && !b->strict) {
        rest = tool_row_tuple(vm, ref_ptr(vm, b->row), b->filled);
        TRY_VALUE(rest);
    } else {
        if (b->filled) { rest = raise_error(vm, EXC_ValueError, "batched(): incomplete batch"); }
        if (!is_final(vm, rest)) { return rest; }
        obj_set(vm, b, &b->it, V_NONE);
    }
    batched_forget(vm, b);
    return rest;
}

static Value batched_next(Vm *vm, Value v) {
    Batched *b = ref_ptr(vm, v);
    if (b->it == V_NONE) { return V_STOP; }
    obj_touch(vm, b);
    for (uint32_t i = 0; b->filled < b->n; i++) {
        if (i == ITER_CHUNK) { return V_UNBOUND; }
        Values *row = batched_room(vm, b);
        TRY(row && native_charge(vm, i & 1));
        Value item = iter_next_below(vm, &b->h, b->it);
        if (NX_LIKELY(!is_no_item(item))) {
            values_set(vm, row, b->filled++, item);
            continue;
        }
        if (item == V_STOP) { return batched_rest(vm, b); }
        if (is_final(vm, item)) {
            obj_set(vm, b, &b->it, V_NONE);
            batched_forget(vm, b);
        }
        return item;
    }
    if (!is_ref(b->row)) { return raise_stop(vm, STOP_CORRUPT); }
    Value row = tool_row_tuple(vm, ref_ptr(vm, b->row), b->filled);
    TRY_VALUE(row);
    b->filled = 0;
    if (b->n > BATCHED_ROOM) { batched_forget(vm, b); }
    return row;
}

// Behind `self`: the batch under way, while the guest is asked for an item.
enum { BATCHED_ROW = 1, BATCHED_FILLED };
enum { BATCHED_START, BATCHED_GOT, BATCHED_ENDED, BATCHED_REST };

// Takes the batch back out of the frame, once: it has one owner.
static void batched_take_back(Vm *vm, Frame *f, Batched *b) {
    Value row = f->slot[BATCHED_ROW];
    uint64_t filled = index_of(f->slot[BATCHED_FILLED]);
    if (!is_tagged(vm, row, T_VALUES)) { return; }
    bool sound = filled <= as_obj(vm, row)->n && (int64_t)filled <= b->n;
    obj_set(vm, b, &b->row, row);
    b->filled = sound ? (uint32_t)filled : 0;
    f->slot[BATCHED_ROW] = V_UNBOUND;
}

static Value batched_next_steps(Vm *vm, Frame *f) {
    Batched *b = ref_ptr(vm, f->slot[0]);
    switch (native_state(f)) {
    case BATCHED_GOT: {
        batched_take_back(vm, f, b);
        if (b->filled < b->n) {
            Values *row = batched_room(vm, b);
            TRY(row);
            values_set(vm, row, b->filled++, f->result);
        }
        native_commit(f, BATCHED_START);
        break;
    }
    case BATCHED_ENDED:
        batched_take_back(vm, f, b);
        native_goto(f, BATCHED_REST);
        return tool_answer(vm, batched_rest(vm, b));
    case BATCHED_REST: return tool_answer(vm, batched_rest(vm, b));
    default: break;
    }
    Value v = batched_next(vm, f->slot[0]);
    if (v == V_STOP) { native_commit(f, BATCHED_REST); }
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    f->slot[BATCHED_ROW] = b->row;
    f->slot[BATCHED_FILLED] = int_value(b->filled);
    batched_forget(vm, b);
    return native_next_or(vm, f, BATCHED_GOT, BATCHED_ENDED, b->it);
}

// An exception of the iterator ends the batches too.
static void batched_unwind(Vm *vm, Frame *f) {
    Batched *b = ref_ptr(vm, f->slot[0]);
    obj_set(vm, b, &b->it, V_NONE);
}

// What a generator yields goes into the batch, unless it makes it complete or there is no room.
static bool batched_sink(Vm *vm, Frame *f, Value item) {
    const Batched *b = ref_ptr(vm, f->slot[0]);
    Value row = f->slot[BATCHED_ROW];
    uint64_t filled = index_of(f->slot[BATCHED_FILLED]);
    if (native_state(f) != BATCHED_GOT || !is_tagged(vm, row, T_VALUES) ||
        filled >= as_obj(vm, row)->n || (int64_t)filled + 1 >= b->n) {
        return false;
    }
    values_set(vm, ref_ptr(vm, row), (uint32_t)filled, item);
    f->slot[BATCHED_FILLED] = int_value((int64_t)filled + 1);
    return true;
}

static const NativeDef batched_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, n: int, *, strict: bool=False", batched_new,
                     batched_new_steps, 0, "Tuples of n items each."),
    {"__next__", "self, /", NULL, batched_next_steps, batched_unwind, "The next item, for next().",
     NATIVE_STEPS, 2, 0, 0, batched_sink},
    NATIVE_END,
};

const TypeDef batched_type = {
    .name = "batched",
    .module = "itertools",
    .doc = "Tuples of n items of an iterable each, the last one of what is left; with strict=True\n"
           "it must be complete, too.",
    .new_sig = "(iterable, n, *, strict=False)",
    .tag = T_BATCHED,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = batched_methods,
    .next = batched_next,
};

// ---- pairwise ----------------------------------------------------------------------------------

typedef struct Pairwise {
    Obj h;
    Value it;    // V_NONE: it has ended
    Value old;   // the left item of the next pair, or V_UNBOUND
    Value taken; // the right one, when it waits for memory
} Pairwise;

enum { PAIRWISE_CLS, PAIRWISE_ITERABLE };

static Value pairwise_make(Vm *vm, const Value *a, Value it) {
    Pairwise *p = construct(vm, T_PAIRWISE, a[PAIRWISE_CLS], 0);
    TRY(p);
    p->h.small = iter_depth_above(vm, it);
    p->it = it;
    p->old = p->taken = V_UNBOUND;
    return ptr_value(vm, p);
}
static Value pairwise_new(Vm *vm, Value *a) {
    return tool_new_first(vm, a, PAIRWISE_ITERABLE, pairwise_make);
}
static Value pairwise_new_steps(Vm *vm, Frame *f) {
    return tool_new_steps(vm, f, PAIRWISE_ITERABLE, pairwise_make);
}

static void pairwise_end(Vm *vm, Pairwise *p) {
    obj_set(vm, p, &p->it, V_NONE);
    p->old = p->taken = V_UNBOUND;
}

static Value pairwise_take(Vm *vm, Pairwise *p) {
    Value item = iter_next_below(vm, &p->h, p->it);
    if (is_no_item(item) && is_final(vm, item)) { pairwise_end(vm, p); }
    return item;
}

static Value pairwise_next(Vm *vm, Value v) {
    Pairwise *p = ref_ptr(vm, v);
    if (p->it == V_NONE) { return V_STOP; }
    obj_touch(vm, p);
    if (p->old == V_UNBOUND) {
        Value first = pairwise_take(vm, p);
        if (is_no_item(first)) { return first; }
        p->old = first;
    }
    Value item = p->taken;
    if (item == V_UNBOUND) {
        item = pairwise_take(vm, p);
        if (is_no_item(item)) { return item; }
    }
    Value pair = tuple_pack2(vm, p->old, item);
    p->taken = pair == V_RAISED ? item : V_UNBOUND;
    TRY_VALUE(pair);
    p->old = item;
    return pair;
}

static Value pairwise_below(Vm *vm, Value v, uint64_t ret) {
    const Pairwise *p = ref_ptr(vm, v);
    bool ready = p->old != V_UNBOUND && p->taken == V_UNBOUND && p->it != V_NONE;
    return ready ? tool_resume(vm, p->it, ret) : V_UNBOUND;
}

static Value pairwise_heard(Vm *vm, Value v, Value item) {
    Pairwise *p = ref_ptr(vm, v);
    if (p->old == V_UNBOUND) { return V_STOP; } // it was entered meanwhile, and has ended
    Value pair = tuple_pack2(vm, p->old, item);
    TRY_VALUE(pair);
    obj_set(vm, p, &p->old, item);
    return pair;
}

enum { PAIRWISE_START, PAIRWISE_GOT_OLD, PAIRWISE_GOT_NEW };

static Value pairwise_next_steps(Vm *vm, Frame *f) {
    Pairwise *p = ref_ptr(vm, f->slot[0]);
    obj_touch(vm, p);
    if (native_state(f) == PAIRWISE_GOT_NEW) {
        Value pair = tuple_pack2(vm, f->slot[1], f->result);
        TRY_VALUE(pair);
        p->old = f->result;
        return pair;
    }
    if (native_state(f) == PAIRWISE_GOT_OLD) {
        // What ended the iteration meanwhile has the last word.
        p->old = p->it == V_NONE ? V_UNBOUND : f->result;
        native_commit(f, PAIRWISE_START);
    }
    Value v = pairwise_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    f->slot[1] = p->old;
    return native_next(vm, f, p->old == V_UNBOUND ? PAIRWISE_GOT_OLD : PAIRWISE_GOT_NEW, p->it);
}

static void pairwise_unwind(Vm *vm, Frame *f) { pairwise_end(vm, ref_ptr(vm, f->slot[0])); }

static const NativeDef pairwise_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, /", pairwise_new, pairwise_new_steps, 0,
                     "Pairs of neighbouring items."),
    STEPS("__next__", "self, /", pairwise_next_steps, 1, pairwise_unwind,
          "The next item, for next()."),
    NATIVE_END,
};

const TypeDef pairwise_type = {
    .name = "pairwise",
    .module = "itertools",
    .doc = "Pairs of each item of an iterable with the one behind it.",
    .new_sig = "(iterable, /)",
    .tag = T_PAIRWISE,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = pairwise_methods,
    .next = pairwise_next,
    .below = pairwise_below,
    .heard = pairwise_heard,
};
