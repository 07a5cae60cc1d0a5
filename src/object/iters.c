// iters.c: enumerate, zip, map, filter and iter(f, x). See iters.h.
//
// Each has a leaf `next`, which goes as far as the inner iterators and functions need no guest
// code, and a `__next__` in steps that goes on from there. What was taken from an inner iterator
// must not get lost in between, nor when an allocation fails: zip and map keep the items of the row
// they are collecting in `parts`, behind the iterators; `filled` of them are there.
//
// Composite iterators may be nested without limit, but C recursion may not: each knows how many
// composites stand below it, and beyond ITER_DEPTH it is left to the steps form.
#include "object/iters.h"

#include "object/construct.h"
#include "object/int.h"
#include "object/iter_state.h"
#include "object/key.h"
#include "object/leaf_call.h"
#include "object/seq_iters.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"

// ZIP and MAP. h.small is the depth.
typedef struct RowIter {
    Obj h;
    Value parts; // VALUES: n iterators, then n items
    Value func;  // MAP only
} RowIter;

// The bytes behind the Values of ZIP (one) and MAP (two).
typedef struct RowState {
    uint32_t filled;
    uint16_t strict;
    uint16_t checking; // strict, and the first iterator has ended: the others must too
} RowState;

// Of `checking`: iterator `filled` did not end, and the error about it waits for memory.
enum { ROW_LONGER = 2 };

typedef struct PairIter { // ENUMERATE, FILTER, CALL_ITER. h.small is the depth
    Obj h;
    Value iter; // FILTER: VALUES of the iterator and the item under test; CALL_ITER: the callable
    Value with; // index, function, sentinel
} PairIter;

static inline PairIter *as_pair_iter(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline RowIter *as_row_iter(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline RowState *row_state(RowIter *r) {
    return (RowState *)(void *)(obj_value_array(&r->h) + (r->h.type == T_ZIP ? 1 : 2));
}
static inline Values *row_parts(Vm *vm, const RowIter *r) { return ref_ptr(vm, r->parts); }

// ---- inner iterators ---------------------------------------------------------------------------

// The next item, unless the iterator is a composite of `limit` or more levels.
static inline Value iter_next_within(Vm *vm, Value it, uint8_t limit) {
    if (!is_ref(it)) { return V_UNBOUND; }
    const Obj *o = as_obj(vm, it);
    if (o->type == T_LIST_ITER) { return list_iter_next(vm, it); }
    const TypeDef *t = type_def(o->type);
    if (!t || !t->next || (t->composite && o->small >= limit)) { return V_UNBOUND; }
    if (o->ext && (t->composite || !keeps_builtin(vm, it, N___next__))) { return V_UNBOUND; }
    return t->next(vm, it);
}

Value iter_next_leaf(Vm *vm, Value it) { return iter_next_within(vm, it, ITER_DEPTH + 1); }

Value iter_next_below(Vm *vm, const Obj *above, Value it) {
    return iter_next_within(vm, it, above->small);
}

uint8_t iter_depth_above(Vm *vm, Value it) {
    const TypeDef *t = is_ref(it) ? type_def(as_obj(vm, it)->type) : NULL;
    if (!t || !t->composite) { return 1; }
    uint8_t depth = as_obj(vm, it)->small;
    return depth > ITER_DEPTH ? depth : (uint8_t)(depth + 1);
}

// iter(v) of exact builtins; V_UNBOUND: ask I_ITER.
static Value iter_of_leaf(Vm *vm, Value v) {
    if (!is_ref(v)) { return V_UNBOUND; }
    const Obj *o = as_obj(vm, v);
    const TypeDef *t = type_def(o->type);
    if (o->type == T_GENERATOR) { return v; }
    if (!t || (o->ext && !(t->iter && keeps_builtin(vm, v, N___iter__)))) { return V_UNBOUND; }
    return t->iter ? t->iter(vm, v) : t->next ? v : V_UNBOUND;
}

// ---- enumerate ---------------------------------------------------------------------------------

static Value enumerate_pair(Vm *vm, PairIter *e, Value item) {
    Value index = e->with, next;
    next = is_int(index) && fits_int(int_of(index) + 1)
               ? int_value(int_of(index) + 1)
               : int_binary(vm, BIN_OP_ADD, index, int_value(1));
    TRY_VALUE(next);
    Value pair = tuple_pack2(vm, index, item);
    TRY_VALUE(pair);
    obj_set(vm, e, &e->with, next);
    return pair;
}

static Value enumerate_next(Vm *vm, Value v) {
    PairIter *e = as_pair_iter(vm, v);
    if (is_exact(vm, e->iter, T_GENERATOR)) { return V_UNBOUND; }
    Value pair = enumerate_pair(vm, e, V_NONE);
    TRY_VALUE(pair);
    Value item = iter_next_leaf(vm, e->iter), index = as_tuple(vm, pair)->items[0];
    if (item == V_STOP || item == V_RAISED || item == V_UNBOUND) {
        e->with = index;
        return item;
    }
    as_tuple(vm, pair)->items[1] = item;
    return pair;
}

static Value enumerate_next_pair(Vm *vm, Value v, Value *pair) {
    PairIter *e = as_pair_iter(vm, v);
    if (!is_int(e->with) || !fits_int(int_of(e->with) + 1)) { return V_UNBOUND; }
    Value item = iter_next_leaf(vm, e->iter);
    if (item == V_STOP || item == V_RAISED || item == V_UNBOUND) { return item; }
    pair[0] = e->with;
    pair[1] = item;
    obj_set(vm, e, &e->with, int_value(int_of(e->with) + 1));
    return V_NONE;
}

static Value enumerate_below(Vm *vm, Value v, uint64_t ret) {
    return gen_resume_waiting(vm, as_pair_iter(vm, v)->iter, ret);
}

static Value enumerate_heard(Vm *vm, Value v, Value item) {
    return enumerate_pair(vm, as_pair_iter(vm, v), item);
}

enum { WRAP_START, WRAP_MADE }; // states of natives with one call

static Value enumerate_next_steps(Vm *vm, Frame *f) {
    PairIter *e = as_pair_iter(vm, f->slot[0]);
    if (native_state(f) == WRAP_MADE) { return enumerate_pair(vm, e, f->result); }
    return native_next(vm, f, WRAP_MADE, e->iter);
}

enum { ENUMERATE_CLS, ENUMERATE_ITERABLE, ENUMERATE_COUNT };

static Value enumerate_over(Vm *vm, const Value *a, Value it) {
    PairIter *e = construct(vm, T_ENUMERATE, a[ENUMERATE_CLS], 0);
    TRY(e);
    e->h.small = iter_depth_above(vm, it);
    e->iter = it;
    e->with = a[ENUMERATE_COUNT];
    return ptr_value(vm, e);
}

static Value enumerate_new_first(Vm *vm, Value *a) {
    Value it = iter_of_leaf(vm, a[ENUMERATE_ITERABLE]);
    return it == V_UNBOUND || it == V_RAISED ? it : enumerate_over(vm, a, it);
}

static Value enumerate_new_steps(Vm *vm, Frame *f) {
    if (native_state(f) == WRAP_MADE) { return enumerate_over(vm, f->slot, f->result); }
    return native_call1(vm, f, WRAP_MADE, internal(vm, I_ITER), f->slot[ENUMERATE_ITERABLE]);
}

static Value enumerate_reduce(Vm *vm, Value *a) {
    const PairIter *it = as_pair_iter(vm, a[0]);
    Value args[2] = {it->iter, it->with}, made[2] = {class_of(vm, a[0]), tuple_from(vm, args, 2)};
    TRY_VALUE(made[1]);
    return tuple_from(vm, made, 2);
}

static const NativeDef enumerate_methods[] = {
    LEAF("__reduce__", "self, /", enumerate_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    STEPS_FAST_CLASS("__new__", "cls, iterable, start: index=0", enumerate_new_first,
                     enumerate_new_steps, 0, "Iterate over pairs of a count and an item."),
    STEPS("__next__", "self, /", enumerate_next_steps, 0, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef enumerate_type = {
    .name = "enumerate",
    .doc = "Iterate over pairs (count, item) of an iterable; the count begins at start.",
    .new_sig = "(iterable, start=0)",
    .tag = T_ENUMERATE,
    .subclassable = true,
    .composite = true,
    .methods = enumerate_methods,
    .next = enumerate_next,
    .next_pair = enumerate_next_pair,
    .below = enumerate_below,
    .heard = enumerate_heard,
};

// ---- rows: what zip and map share --------------------------------------------------------------

static Value row_length_error(Vm *vm, const RowIter *r, uint32_t i, const char *what) {
    return raise_error(vm, EXC_ValueError, "%s() argument %u is %s than argument%s%u",
                       r->h.type == T_ZIP ? "zip" : "map", i + 1, what, i == 1 ? " " : "s 1-", i);
}

// Iterator i gave an item, or V_STOP. V_NONE: go on with the next one; else the row's result.
static Value row_put(Vm *vm, RowIter *r, uint32_t i, Value item) {
    Values *parts = row_parts(vm, r);
    RowState *s = row_state(r);
    uint32_t n = parts->h.n / 2;
    obj_touch(vm, r);
    if (item != V_STOP && !s->checking) {
        values_set(vm, parts, n + i, item);
        s->filled = i + 1;
        return V_NONE;
    }
    bool wrong = item != V_STOP || (s->strict && i > 0 && !s->checking);
    if (wrong) { row_length_error(vm, r, i, item != V_STOP ? "longer" : "shorter"); }
    if (wrong && iter_will_retry(vm)) {
        if (item != V_STOP) { s->checking = ROW_LONGER; }
        return V_RAISED;
    }
    s->filled = s->checking = 0;
    if (wrong) { return V_RAISED; }
    if (!s->strict || i + 1 == n) { return V_STOP; }
    s->checking = 1;
    s->filled = i + 1;
    return V_NONE;
}

// Collects a row. V_NONE: it is complete; V_STOP, V_RAISED; V_UNBOUND: iterator `filled` is
// foreign.
static Value row_collect(Vm *vm, RowIter *r) {
    Values *parts = row_parts(vm, r);
    RowState *s = row_state(r);
    uint32_t n = parts->h.n / 2;
    obj_touch(vm, r);
    obj_touch(vm, parts);
    while (s->filled < n) {
        uint32_t i = s->filled;
        Value item = V_NONE;
        if (s->checking != ROW_LONGER) { item = iter_next_leaf(vm, parts->items[i]); }
        if (NX_LIKELY(item - V_UNBOUND > V_RAISED - V_UNBOUND && !s->checking)) {
            parts->items[n + i] = item;
            s->filled = i + 1;
            continue;
        }
        if (item == V_UNBOUND) { return item; }
        if (item == V_RAISED) {
            if (!iter_will_retry(vm)) { s->filled = s->checking = 0; }
            return item;
        }
        Value v = row_put(vm, r, i, item);
        if (v != V_NONE) { return v; }
    }
    return V_NONE;
}

// The same in steps, from state ROW_START or ROW_ITEM on.
enum { ROW_START, ROW_ITEM, ROW_ENDED, ROW_OVER };

static Value row_collect_steps(Vm *vm, Frame *f, RowIter *r) {
    if (native_state(f) == ROW_OVER) { return V_STOP; }
    Value item = native_state(f) == ROW_ITEM ? f->result : V_STOP;
    if (native_state(f) != ROW_START) {
        if (row_state(r)->filled >= row_parts(vm, r)->h.n / 2) {
            return raise_stop(vm, STOP_CORRUPT);
        }
        Value v = row_put(vm, r, row_state(r)->filled, item);
        if (v == V_RAISED) { return v; }
        native_goto(f, v == V_STOP ? ROW_OVER : ROW_START);
        if (v != V_NONE) { return v; }
    }
    Value v = row_collect(vm, r);
    if (v == V_STOP) { native_commit(f, ROW_OVER); } // what some iterators gave is lost: not twice
    if (v != V_UNBOUND) { return v; }
    Value it = row_parts(vm, r)->items[row_state(r)->filled];
    return native_next_or(vm, f, ROW_ITEM, ROW_ENDED, it);
}

static void row_unwind(Vm *vm, Frame *f) {
    RowState *s = row_state(as_row_iter(vm, f->slot[0]));
    s->filled = s->checking = 0;
}

// The row as a tuple.
static Value row_tuple(Vm *vm, RowIter *r) {
    const Values *parts = row_parts(vm, r);
    Value row = tuple_from(vm, parts->items + parts->h.n / 2, parts->h.n / 2);
    TRY_VALUE(row);
    obj_touch(vm, r);
    row_state(r)->filled = 0;
    return row;
}

// Construction: slots "cls, args, strict", then what is collected.
enum { ROW_CLS, ROW_ARGS, ROW_STRICT, ROW_PARTS, ROW_AT };
enum { ROW_SCRATCH = 2 };
enum { ROW_NEW_START, ROW_NEW_ITER };

static Value row_over(Vm *vm, const Value *a, TypeTag tag, const Values *parts) {
    RowIter *r = construct(vm, tag, a[ROW_CLS], 0);
    TRY(r);
    Value *values = obj_value_array(&r->h);
    values[0] = ptr_value(vm, parts);
    if (tag == T_MAP) { values[1] = as_tuple(vm, a[ROW_ARGS])->items[0]; }
    row_state(r)->strict = a[ROW_STRICT] == V_TRUE;
    for (uint32_t i = 0; i < parts->h.n / 2; i++) {
        uint8_t depth = iter_depth_above(vm, parts->items[i]);
        r->h.small = depth > r->h.small ? depth : r->h.small;
    }
    return ptr_value(vm, r);
}

static Value row_new_steps(Vm *vm, Frame *f, TypeTag tag, uint32_t first) {
    uint32_t n;
    const Value *args = seq_items(vm, f->slot[ROW_ARGS], &n);
    Values *parts;
    if (native_state(f) == ROW_NEW_START) {
        parts = heap_new(vm, T_VALUES, 2 * (uint64_t)(n - first));
        TRY(parts);
        f->slot[ROW_PARTS] = ptr_value(vm, parts);
        f->slot[ROW_AT] = int_value(0);
    }
    parts = slot_obj(vm, f, ROW_PARTS, T_VALUES);
    TRY(parts && parts->h.n == 2 * (n - first));
    for (uint32_t i = (uint32_t)index_of(f->slot[ROW_AT]); i < n - first; i++) {
        Value it = f->result;
        if (native_state(f) == ROW_NEW_ITER) {
            native_goto(f, ROW_NEW_START + 2);
        } else {
            it = iter_of_leaf(vm, args[first + i]);
            f->slot[ROW_AT] = int_value(i);
            if (it == V_UNBOUND) {
                return native_call1(vm, f, ROW_NEW_ITER, internal(vm, I_ITER), args[first + i]);
            }
            TRY_VALUE(it);
        }
        parts->items[i] = it;
        f->slot[ROW_AT] = int_value((int64_t)i + 1);
    }
    return row_over(vm, f->slot, tag, parts);
}

// The same as a leaf.
static Value row_new_first(Vm *vm, const Value *a, TypeTag tag, uint32_t first) {
    uint32_t n;
    const Value *args = seq_items(vm, a[ROW_ARGS], &n);
    Values *parts = heap_new(vm, T_VALUES, 2 * (uint64_t)(n - first));
    TRY(parts);
    for (uint32_t i = 0; i < n - first; i++) {
        Value it = iter_of_leaf(vm, args[first + i]);
        if (it == V_UNBOUND || it == V_RAISED) { return it; }
        parts->items[i] = it;
    }
    return row_over(vm, a, tag, parts);
}

// ---- zip ---------------------------------------------------------------------------------------

// The usual row, collected straight into its tuple. Where an iterator says anything but an item the
// row goes into `parts`, as if it had been collected there. V_UNBOUND: go on with row_collect.
static Value zip_row(Vm *vm, RowIter *r) {
    Values *parts = row_parts(vm, r);
    uint32_t n = parts->h.n / 2;
    Tuple *row = HEAP_MAKE(vm, TUPLE, n);
    TRY(row);
    for (uint32_t i = 0; i < n; i++) {
        Value item = iter_next_leaf(vm, parts->items[i]);
        if (NX_LIKELY(item != V_STOP && item != V_RAISED && item != V_UNBOUND)) {
            row->items[i] = item;
            continue;
        }
        bool raised = item == V_RAISED && !iter_will_retry(vm);
        if (item == V_STOP && !row_state(r)->strict) { return item; }
        if (raised) { return item; }
        obj_touch(vm, r);
        obj_touch(vm, parts);
        values_copy(parts->items + n, row->items, i);
        row_state(r)->filled = i;
        if (item != V_STOP) { return item; }
        item = row_put(vm, r, i, item);
        return item == V_NONE ? V_UNBOUND : item;
    }
    return ptr_value(vm, row);
}

// What the first of two iterators gave, when the second did not: as if it had been collected.
static Value zip_pair_rest(Vm *vm, RowIter *r, Value first, Value said) {
    Values *parts = row_parts(vm, r);
    if (said == V_STOP && !row_state(r)->strict) { return said; }
    if (said == V_RAISED && !iter_will_retry(vm)) { return said; }
    obj_touch(vm, r);
    values_set(vm, parts, 2, first);
    row_state(r)->filled = 1;
    if (said != V_STOP) { return said; }
    said = row_put(vm, r, 1, said);
    return said == V_NONE ? V_UNBOUND : said;
}

static Value zip_next_pair(Vm *vm, Value v, Value *pair) {
    RowIter *r = as_row_iter(vm, v);
    const Values *parts = row_parts(vm, r);
    RowState *s = row_state(r);
    if (parts->h.n != 4) { return V_UNBOUND; }
    if (s->filled == 2 && !s->checking) { // generators have given it
        pair[0] = parts->items[2];
        pair[1] = parts->items[3];
        obj_touch(vm, r);
        s->filled = 0;
        return V_NONE;
    }
    if (s->filled) { return V_UNBOUND; }
    Value first = iter_next_leaf(vm, parts->items[0]);
    if (first == V_STOP && row_state(r)->strict) { // the other must end too
        first = row_put(vm, r, 0, first);
        return first == V_NONE ? V_UNBOUND : first;
    }
    if (first == V_STOP || first == V_RAISED || first == V_UNBOUND) { return first; }
    Value second = iter_next_leaf(vm, parts->items[1]);
    if (NX_UNLIKELY(second == V_STOP || second == V_RAISED || second == V_UNBOUND)) {
        return zip_pair_rest(vm, r, first, second);
    }
    pair[0] = first;
    pair[1] = second;
    return V_NONE;
}

bool zip_of_two(Vm *vm, Value zip, SeqIter **first, SeqIter **second) {
    if (!is_exact(vm, zip, T_ZIP)) { return false; }
    RowIter *r = as_row_iter(vm, zip);
    const Values *parts = row_parts(vm, r);
    if (parts->h.n != 4 || row_state(r)->filled || row_state(r)->strict) { return false; }
    for (uint32_t i = 0; i < 2; i++) {
        Value it = parts->items[i];
        if (!is_exact(vm, it, T_LIST_ITER) && !is_exact(vm, it, T_TUPLE_ITER)) { return false; }
        if (!is_ref(as_seq_iter(vm, it)->seq) || as_seq_iter(vm, it)->at < 0) { return false; }
    }
    *first = as_seq_iter(vm, parts->items[0]);
    *second = as_seq_iter(vm, parts->items[1]);
    return *first != *second;
}

static Value zip_next(Vm *vm, Value v) {
    RowIter *r = as_row_iter(vm, v);
    if (row_parts(vm, r)->h.n == 0) { return V_STOP; }
    bool generator = is_exact(vm, row_parts(vm, r)->items[0], T_GENERATOR); // says nothing here
    if (NX_LIKELY(row_state(r)->filled == 0 && !generator)) {
        Value row = zip_row(vm, r);
        if (row != V_UNBOUND) { return row; }
    }
    Value row = row_collect(vm, r);
    return row == V_NONE ? row_tuple(vm, r) : row;
}

static Value zip_below(Vm *vm, Value v, uint64_t ret) {
    RowIter *r = as_row_iter(vm, v);
    const Values *parts = row_parts(vm, r);
    uint32_t i = row_state(r)->filled;
    if (i >= parts->h.n / 2 || row_state(r)->checking == ROW_LONGER) { return V_UNBOUND; }
    return gen_resume_waiting(vm, parts->items[i], ret);
}

static Value zip_heard(Vm *vm, Value v, Value item) {
    RowIter *r = as_row_iter(vm, v);
    uint32_t i = row_state(r)->filled;
    if (i >= row_parts(vm, r)->h.n / 2) { return V_UNBOUND; } // it was entered meanwhile
    Value row = row_put(vm, r, i, item);
    return row == V_NONE ? V_UNBOUND : row;
}

static Value zip_next_steps(Vm *vm, Frame *f) {
    RowIter *r = as_row_iter(vm, f->slot[0]);
    Value row = row_parts(vm, r)->h.n ? row_collect_steps(vm, f, r) : V_STOP;
    if (row == V_STOP) { return raise_stop_iteration(vm, V_NONE); }
    return row == V_NONE ? row_tuple(vm, r) : row;
}

static Value zip_new_first(Vm *vm, Value *a) { return row_new_first(vm, a, T_ZIP, 0); }
static Value zip_new_steps(Vm *vm, Frame *f) { return row_new_steps(vm, f, T_ZIP, 0); }

// Of zip and map: the class, its function if there is one, and the iterators; strict as a state.
static Value row_reduce(Vm *vm, Value *a) {
    RowIter *r = as_row_iter(vm, a[0]);
    const Values *parts = row_parts(vm, r);
    bool map = r->h.type == T_MAP;
    uint32_t n = parts->h.n / 2;
    Tuple *args = heap_new(vm, T_TUPLE, (uint64_t)n + map);
    TRY(args);
    if (map) { args->items[0] = r->func; }
    values_copy(args->items + map, parts->items, n);
    Value made[3] = {class_of(vm, a[0]), ptr_value(vm, args), V_TRUE};
    return tuple_from(vm, made, row_state(r)->strict ? 3 : 2);
}

static Value row_setstate(Vm *vm, Value *a) {
    RowIter *r = as_row_iter(vm, a[0]);
    obj_touch(vm, r);
    row_state(r)->strict = a[1] == V_TRUE;
    return V_NONE;
}

static const NativeDef zip_methods[] = {
    LEAF("__reduce__", "self, /", row_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    LEAF("__setstate__", "self, object: bool, /", row_setstate, "Go on from what __reduce__ gave."),
    STEPS_FAST_CLASS("__new__", "cls, /, *iterables, strict: bool=False", zip_new_first,
                     zip_new_steps, ROW_SCRATCH, "Iterate over several iterables in parallel."),
    STEPS("__next__", "self, /", zip_next_steps, 0, row_unwind, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef zip_type = {
    .name = "zip",
    .doc = "Iterate over several iterables in parallel: the items are tuples with one item of\n"
           "each. The shortest one ends it; with strict=True they must be of equal length.",
    .new_sig = "(*iterables, strict=False)",
    .tag = T_ZIP,
    .subclassable = true,
    .composite = true,
    .methods = zip_methods,
    .next = zip_next,
    .next_pair = zip_next_pair,
    .below = zip_below,
    .heard = zip_heard,
};

// ---- map ---------------------------------------------------------------------------------------

static Value map_next(Vm *vm, Value v) {
    RowIter *r = as_row_iter(vm, v);
    Value row = row_collect(vm, r);
    if (row != V_NONE) { return row; }
    const Values *parts = row_parts(vm, r);
    uint32_t n = parts->h.n / 2;
    if (is_exact(vm, r->func, T_FUNCTION)) { return V_UNBOUND; }
    Value result = leaf_call(vm, r->func, parts->items + n, n);
    if (result == V_UNBOUND || (result == V_RAISED && iter_will_retry(vm))) { return result; }
    row_state(r)->filled = 0;
    return result;
}

// Calls the function with the row that is complete: its result is the item.
static Value map_call(Vm *vm, RowIter *r) {
    const Values *parts = row_parts(vm, r);
    uint32_t n = parts->h.n / 2;
    if (n <= VM_CALL_ARGS) {
        obj_touch(vm, r);
        row_state(r)->filled = 0;
        return native_tailcall(vm, r->func, n, parts->items + n);
    }
    Value args = row_tuple(vm, r);
    TRY_VALUE(args);
    return native_tailcall_full(vm, r->func, args, V_NONE);
}

// For a loop over the map: calls a function in Python with the row that waits. Only when that has
// begun is the row taken.
static Value map_below(Vm *vm, Value v, uint64_t ret) {
    RowIter *r = as_row_iter(vm, v);
    const Values *parts = row_parts(vm, r);
    uint32_t n = parts->h.n / 2;
    bool complete = row_state(r)->filled == n && !row_state(r)->checking;
    if (!complete || n > VM_CALL_ARGS) { return V_UNBOUND; }
    Value args[VM_CALL_ARGS + 1];
    for (uint32_t i = 0; i < n; i++) { args[i] = parts->items[n + i]; }
    args[n] = V_UNBOUND;
    Value called = call_plain(vm, r->func, args, n, ret);
    if (called == V_CALLING) {
        obj_touch(vm, r);
        row_state(r)->filled = 0;
    }
    return called;
}

static Value map_next_steps(Vm *vm, Frame *f) {
    RowIter *r = as_row_iter(vm, f->slot[0]);
    Value row = row_collect_steps(vm, f, r);
    if (row == V_STOP) { return raise_stop_iteration(vm, V_NONE); }
    return row == V_NONE ? map_call(vm, r) : row;
}

static Value map_new_first(Vm *vm, Value *a) {
    return as_tuple(vm, a[ROW_ARGS])->h.n < 2 ? V_UNBOUND : row_new_first(vm, a, T_MAP, 1);
}

static Value map_new_steps(Vm *vm, Frame *f) {
    if (as_tuple(vm, f->slot[ROW_ARGS])->h.n < 2) {
        return raise_error(vm, EXC_TypeError, "map() must have at least two arguments.");
    }
    return row_new_steps(vm, f, T_MAP, 1);
}

static const NativeDef map_methods[] = {
    LEAF("__reduce__", "self, /", row_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    LEAF("__setstate__", "self, object: bool, /", row_setstate, "Go on from what __reduce__ gave."),
    STEPS_FAST_CLASS("__new__", "cls, /, *args, strict: bool=False", map_new_first, map_new_steps,
                     ROW_SCRATCH, "Iterate over the results of a function."),
    STEPS("__next__", "self, /", map_next_steps, 0, row_unwind, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef map_type = {
    .name = "map",
    .doc = "Iterate over the results of calling a function with one item of each iterable. The\n"
           "shortest one ends it; with strict=True they must be of equal length.",
    .new_sig = "(function, iterable, /, *iterables, strict=False)",
    .tag = T_MAP,
    .subclassable = true,
    .composite = true,
    .methods = map_methods,
    .next = map_next,
    .below = map_below,
    .below_is_call = true,
};

// ---- filter ------------------------------------------------------------------------------------

enum { FILTER_ITER, FILTER_ITEM }; // of the VALUES

static Value truth_flat(Vm *vm, Value v) {
    if (is_bool(v)) { return v; }
    if (is_int(v)) { return bool_value(v != int_value(0)); }
    if (v == V_NONE) { return V_FALSE; }
    if (is_double(v)) { return bool_value(double_of(v) != 0.0); }
    if (!is_ref(v) || as_obj(vm, v)->ext || as_obj(vm, v)->type == T_INSTANCE) { return V_UNBOUND; }
    const TypeDef *t = type_def(as_obj(vm, v)->type);
    if (!t || t->truth) { return t ? t->truth(vm, v) : V_UNBOUND; }
    if (!t->len) { return V_TRUE; }
    Value len = t->len(vm, v);
    return is_int(len) ? bool_value(len != int_value(0)) : len;
}

static bool filter_tests_truth(Vm *vm, Value func) {
    return func == V_NONE || func == type_of_tag(vm, T_BOOL);
}

// The next item whose truth decides. When guest code is needed, about an item or to get one, the
// item (or V_UNBOUND) stands in FILTER_ITEM.
static Value filter_next(Vm *vm, Value v) {
    PairIter *p = as_pair_iter(vm, v);
    Values *parts = ref_ptr(vm, p->iter);
    obj_touch(vm, parts);
    for (;;) {
        Value item = parts->items[FILTER_ITEM];
        if (item == V_UNBOUND) {
            TRY(native_charge(vm, 1));
            item = iter_next_leaf(vm, parts->items[FILTER_ITER]);
            if (item == V_STOP || item == V_RAISED || item == V_UNBOUND) { return item; }
        }
        Value test = item;
        if (!filter_tests_truth(vm, p->with)) {
            test = leaf_call1(vm, p->with, item);
            if (test == V_RAISED) {
                parts->items[FILTER_ITEM] = iter_will_retry(vm) ? item : V_UNBOUND;
                return test;
            }
        }
        Value truth = test == V_UNBOUND ? V_UNBOUND : truth_flat(vm, test);
        parts->items[FILTER_ITEM] = truth == V_UNBOUND ? item : V_UNBOUND;
        if (truth == V_TRUE) { return item; }
        if (truth != V_FALSE) { return truth; }
    }
}

enum { FILTER_START, FILTER_GOT_ITEM, FILTER_TESTED, FILTER_TRUTH };

static Value filter_next_steps(Vm *vm, Frame *f) {
    PairIter *p = as_pair_iter(vm, f->slot[0]);
    Values *parts = ref_ptr(vm, p->iter);
    switch (native_state(f)) {
    case FILTER_GOT_ITEM:
        values_set(vm, parts, FILTER_ITEM, f->result);
        native_commit(f, FILTER_START);
        break;
    case FILTER_TESTED:
    case FILTER_TRUTH: {
        bool told = native_state(f) == FILTER_TRUTH;
        Value truth = told ? f->result : truth_flat(vm, f->result);
        TRY_VALUE(truth);
        if (truth == V_UNBOUND) {
            return native_call1(vm, f, FILTER_TRUTH, internal(vm, I_TRUTH), f->result);
        }
        if (truth == V_TRUE) { return f->slot[1]; }
        break;
    }
    default: break;
    }
    Value item = filter_next(vm, f->slot[0]);
    if (item == V_STOP) { return raise_stop_iteration(vm, V_NONE); }
    if (item != V_UNBOUND) { return item; }
    item = parts->items[FILTER_ITEM];
    if (item == V_UNBOUND) {
        return native_next(vm, f, FILTER_GOT_ITEM, parts->items[FILTER_ITER]);
    }
    f->slot[1] = item;
    values_set(vm, parts, FILTER_ITEM, V_UNBOUND);
    if (filter_tests_truth(vm, p->with)) {
        return native_call1(vm, f, FILTER_TRUTH, internal(vm, I_TRUTH), item);
    }
    return native_call1(vm, f, FILTER_TESTED, p->with, item);
}

enum { FILTER_CLS, FILTER_FUNC, FILTER_ITERABLE };

static Value filter_new_steps(Vm *vm, Frame *f) {
    Value it = f->result;
    if (native_state(f) == WRAP_START) {
        it = iter_of_leaf(vm, f->slot[FILTER_ITERABLE]);
        if (it == V_UNBOUND) {
            return native_call1(vm, f, WRAP_MADE, internal(vm, I_ITER), f->slot[FILTER_ITERABLE]);
        }
        TRY_VALUE(it);
    }
    Values *parts = heap_new(vm, T_VALUES, 2);
    TRY(parts);
    PairIter *p = construct(vm, T_FILTER, f->slot[FILTER_CLS], 0);
    TRY(p);
    parts->items[FILTER_ITER] = it;
    parts->items[FILTER_ITEM] = V_UNBOUND;
    p->h.small = iter_depth_above(vm, it);
    p->iter = ptr_value(vm, parts);
    p->with = f->slot[FILTER_FUNC];
    return ptr_value(vm, p);
}

static Value filter_reduce(Vm *vm, Value *a) {
    const PairIter *it = as_pair_iter(vm, a[0]);
    Value args[2] = {it->with, ((Values *)ref_ptr(vm, it->iter))->items[0]};
    Value made[2] = {class_of(vm, a[0]), tuple_from(vm, args, 2)};
    TRY_VALUE(made[1]);
    return tuple_from(vm, made, 2);
}

static const NativeDef filter_methods[] = {
    LEAF("__reduce__", "self, /", filter_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    STEPS_CLASS("__new__", "cls, function, iterable, /", filter_new_steps, 0, NULL,
                "Iterate over the items for which a function is true."),
    STEPS("__next__", "self, /", filter_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef filter_type = {
    .name = "filter",
    .doc = "Iterate over the items of an iterable for which function(item) is true; with None,\n"
           "those that are true themselves.",
    .new_sig = "(function, iterable, /)",
    .tag = T_FILTER,
    .subclassable = true,
    .composite = true,
    .methods = filter_methods,
    .next = filter_next,
};

// ---- iter(callable, sentinel) ------------------------------------------------------------------

Value call_iter_new(Vm *vm, Value callable, Value sentinel) {
    PairIter *p = heap_new_raw(vm, T_CALL_ITER, 0);
    TRY(p);
    p->iter = callable;
    p->with = sentinel;
    return ptr_value(vm, p);
}

// What re.finditer() gives calls a scanner until that says None, which no match is equal to.
static bool call_iter_is_scanner(Vm *vm, const PairIter *p) {
    if (p->with != V_NONE || !is_exact(vm, p->iter, T_METHOD)) { return false; }
    return is_tagged(vm, ((const BoundMethod *)ref_ptr(vm, p->iter))->self, T_RE_SCANNER);
}

static Value call_iter_next(Vm *vm, Value v) {
    PairIter *p = as_pair_iter(vm, v);
    if (p->iter == V_NONE) { return V_STOP; }
    if (!call_iter_is_scanner(vm, p)) { return V_UNBOUND; }
    Value got = leaf_call(vm, p->iter, NULL, 0);
    if (got != V_NONE) { return got; }
    obj_set(vm, p, &p->iter, V_NONE);
    return V_STOP;
}

static Value call_iter_end(Vm *vm, PairIter *p) {
    obj_set(vm, p, &p->iter, V_NONE);
    return raise_stop_iteration(vm, V_NONE);
}

enum { CALL_ITER_START, CALL_ITER_CALLED, CALL_ITER_RAISED, CALL_ITER_EQUAL };

static Value call_iter_next_steps(Vm *vm, Frame *f) {
    PairIter *p = as_pair_iter(vm, f->slot[0]);
    int equal;
    switch (native_state(f)) {
    case CALL_ITER_CALLED:
        f->slot[1] = f->result;
        equal = key_equal_leaf(vm, p->with, f->result);
        if (equal < 0) {
            return native_call2(vm, f, CALL_ITER_EQUAL, internal(vm, I_EQUAL), p->with, f->result);
        }
        return equal ? call_iter_end(vm, p) : f->result;
    case CALL_ITER_EQUAL: return f->result == V_TRUE ? call_iter_end(vm, p) : f->slot[1];
    case CALL_ITER_RAISED:
        if (!isinstance_exc(vm, f->result, EXC_StopIteration)) {
            return raise_value(vm, f->result);
        }
        return call_iter_end(vm, p);
    default: break;
    }
    if (p->iter == V_NONE) { return raise_stop_iteration(vm, V_NONE); }
    native_catch(f, CALL_ITER_RAISED);
    return native_call0(vm, f, CALL_ITER_CALLED, p->iter);
}

static Value call_iter_reduce(Vm *vm, Value *a) {
    const PairIter *it = as_pair_iter(vm, a[0]);
    Value args[2] = {it->iter, it->with};
    if (it->iter != V_NONE) { return reduce_by_builtin(vm, "iter", args, 2, V_UNBOUND); }
    Value nothing = tuple_from(vm, NULL, 0);
    return nothing == V_RAISED ? nothing : reduce_by_builtin(vm, "iter", &nothing, 1, V_UNBOUND);
}

static const NativeDef call_iter_methods[] = {
    LEAF("__reduce__", "self, /", call_iter_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    STEPS("__next__", "self, /", call_iter_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef call_iter_type = {
    .name = "callable_iterator",
    .tag = T_CALL_ITER,
    .hidden = true,
    .methods = call_iter_methods,
    .next = call_iter_next,
};
