// combining.c: product, permutations, combinations and combinations_with_replacement. They take all
// items when they are made, so their `next` is a leaf and asks nobody.
//
// A result is the one before with some places changed: the places that differ are found in a row of
// indices, which count like the digits of a number. Results are never changed once they were given.
#include "lib/itertools/itertools.h"

#include "object/construct.h"
#include "object/int.h"
#include "object/items.h"
#include "object/seq.h"
#include "vm/ops.h"

// A row of n indices, all 0. NULL: raised.
static Blob *combining_words(Vm *vm, uint64_t n) {
    if (n > UINT32_MAX / sizeof(uint32_t)) {
        raise_memory_error(vm);
        return NULL;
    }
    return heap_new(vm, T_BLOB, n * sizeof(uint32_t));
}

// A copy of the last result, to be changed. NULL: no memory.
static Tuple *combining_copy(Vm *vm, Value last) {
    const Tuple *old = ref_ptr(vm, last);
    Tuple *t = heap_new_raw(vm, T_TUPLE, old->h.n);
    if (t) { values_copy(t->items, old->items, old->h.n); }
    return t;
}

static inline uint32_t *words_open(Vm *vm, Value blob) {
    obj_touch(vm, ref_ptr(vm, blob));
    return blob_words(vm, blob);
}

// ---- selections: construction ------------------------------------------------------------------

enum { SELECT_CLS, SELECT_ITERABLE, SELECT_R };

static Value selection_over(Vm *vm, TypeTag tag, Value cls, Value pool, int64_t r) {
    uint32_t n = as_tuple(vm, pool)->h.n;
    bool again = tag == T_COMBINATIONS_AGAIN, turns = tag == T_PERMUTATIONS;
    if (r < 0) { return raise_error(vm, EXC_ValueError, "r must be non-negative"); }
    bool none = again ? n == 0 && r > 0 : r > n;
    if (!none && r > (int64_t)(UINT32_MAX / sizeof(Value))) { return raise_memory_error(vm); }
    uint32_t len = none ? 0 : (uint32_t)r;
    TRY(items_charge(vm, len));
    Blob *words = combining_words(vm, none ? 0 : (uint64_t)len + (turns ? n : 0));
    TRY(words);
    Selection *s = construct(vm, tag, cls, 0);
    TRY(s);
    s->pool = pool;
    s->last = V_NONE;
    s->at = ptr_value(vm, words);
    s->r = len;
    s->ended = none;
    uint32_t *at = blob_words(vm, s->at);
    for (uint32_t i = 0; !none && !again && i < (turns ? n : len); i++) { at[i] = i; }
    for (uint32_t i = 0; turns && i < len; i++) { at[n + i] = n - i; }
    return ptr_value(vm, s);
}

// Permutations take any int for r, but nothing with __index__, and look at it late.
static Value selection_make(Vm *vm, TypeTag tag, const Value *a, Value pool) {
    int64_t r = as_tuple(vm, pool)->h.n;
    if (a[SELECT_R] != V_NONE && !isinstance_int(vm, a[SELECT_R])) {
        return raise_error(vm, EXC_TypeError, "Expected int as r");
    }
    if (a[SELECT_R] != V_NONE && !int_to_i64(vm, a[SELECT_R], &r)) {
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    }
    return selection_over(vm, tag, a[SELECT_CLS], pool, r);
}

static Value selection_new(Vm *vm, TypeTag tag, const Value *a) {
    Value pool = tool_pool(vm, a[SELECT_ITERABLE]);
    return is_ref(pool) ? selection_make(vm, tag, a, pool) : pool;
}

enum { SELECT_NEW, SELECT_GOT_ITEMS };

static Value selection_new_steps(Vm *vm, Frame *f, TypeTag tag) {
    if (native_state(f) == SELECT_NEW) {
        return native_call2(vm, f, SELECT_GOT_ITEMS, internal(vm, I_DRAIN),
                            f->slot[SELECT_ITERABLE], int_value(DRAIN_LISTED));
    }
    Value pool = tool_pool(vm, f->result);
    return is_ref(pool) ? selection_make(vm, tag, f->slot, pool) : V_RAISED;
}

static Value selection_first(Vm *vm, Selection *s) {
    const Tuple *pool = as_tuple(vm, s->pool);
    const uint32_t *at = blob_words(vm, s->at);
    Tuple *t = heap_new_raw(vm, T_TUPLE, s->r);
    TRY(t);
    for (uint32_t i = 0; i < s->r; i++) { t->items[i] = pool->items[at[i]]; }
    obj_set(vm, s, &s->last, ptr_value(vm, t));
    return s->last;
}

static Value selection_end(Vm *vm, Selection *s) {
    obj_touch(vm, s);
    s->ended = 1;
    s->last = V_NONE;
    return V_STOP;
}

// ---- combinations ------------------------------------------------------------------------------

// The indices rise from place to place, or (`again`) do not fall. The rightmost one that is not yet
// as great as it can get goes up by one, and those behind it start over from there.
static inline Value combinations_step(Vm *vm, Selection *s, bool again) {
    if (s->ended) { return V_STOP; }
    TRY(items_charge(vm, s->r));
    if (s->last == V_NONE) { return selection_first(vm, s); }
    const Tuple *pool = as_tuple(vm, s->pool);
    uint32_t n = pool->h.n, r = s->r, i = r;
    const uint32_t *old = blob_words(vm, s->at);
    uint32_t most = n - 1;
    while (i > 0 && old[i - 1] == most) {
        i--;
        most -= !again;
    }
    if (i == 0) { return selection_end(vm, s); }
    Tuple *t = combining_copy(vm, s->last);
    TRY(t);
    uint32_t *at = words_open(vm, s->at);
    uint32_t to = at[--i] + 1;
    for (; i < r; i++) {
        at[i] = to;
        t->items[i] = pool->items[to];
        to += !again;
    }
    obj_set(vm, s, &s->last, ptr_value(vm, t));
    return s->last;
}

static Value combinations_next(Vm *vm, Value v) {
    return combinations_step(vm, ref_ptr(vm, v), false);
}
static Value combinations_again_next(Vm *vm, Value v) {
    return combinations_step(vm, ref_ptr(vm, v), true);
}

static Value combinations_new(Vm *vm, Value *a) { return selection_new(vm, T_COMBINATIONS, a); }
static Value combinations_new_steps(Vm *vm, Frame *f) {
    return selection_new_steps(vm, f, T_COMBINATIONS);
}
static Value combinations_again_new(Vm *vm, Value *a) {
    return selection_new(vm, T_COMBINATIONS_AGAIN, a);
}
static Value combinations_again_new_steps(Vm *vm, Frame *f) {
    return selection_new_steps(vm, f, T_COMBINATIONS_AGAIN);
}

static const NativeDef combinations_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, r: int", combinations_new, combinations_new_steps,
                     0, "Selections of r items."),
    NATIVE_END,
};
static const NativeDef combinations_again_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, r: int", combinations_again_new,
                     combinations_again_new_steps, 0, "Selections of r items, any of them twice."),
    NATIVE_END,
};

const TypeDef combinations_type = {
    .name = "combinations",
    .module = "itertools",
    .doc = "All selections of r items of an iterable, as tuples in the order of the items.",
    .new_sig = "(iterable, r)",
    .tag = T_COMBINATIONS,
    .subclassable = true,
    .hidden = true,
    .methods = combinations_methods,
    .next = combinations_next,
};

const TypeDef combinations_again_type = {
    .name = "combinations_with_replacement",
    .module = "itertools",
    .doc = "All selections of r items of an iterable in which an item may stand several times.",
    .new_sig = "(iterable, r)",
    .tag = T_COMBINATIONS_AGAIN,
    .subclassable = true,
    .hidden = true,
    .methods = combinations_again_methods,
    .next = combinations_again_next,
};

// ---- permutations ------------------------------------------------------------------------------

// The first r of the n indices are the permutation, the others wait in order. turns[i] tells how many
// items place i will have had when it is through: n - i at first, with the one that stands there.
// The rightmost place that is not through takes the next one of those that wait behind it; a place
// that is through gives its item back to the end of the row.
static Value permutations_next(Vm *vm, Value v) {
    Selection *s = ref_ptr(vm, v);
    if (s->ended) { return V_STOP; }
    const Tuple *pool = as_tuple(vm, s->pool);
    uint32_t n = pool->h.n, r = s->r, i = r;
    if (s->last == V_NONE) {
        TRY(items_charge(vm, r));
        return selection_first(vm, s);
    }
    const uint32_t *old = blob_words(vm, s->at) + n;
    TRY(items_charge(vm, r && old[r - 1] == 1 ? (uint64_t)r + n : r));
    Tuple *t = combining_copy(vm, s->last);
    TRY(t);
    uint32_t *at = words_open(vm, s->at), *turns = at + n;
    while (i > 0 && turns[i - 1] == 1) {
        uint32_t through = at[--i];
        memmove(at + i, at + i + 1, (n - i - 1) * sizeof *at);
        at[n - 1] = through;
        turns[i] = n - i;
    }
    if (i == 0) { return selection_end(vm, s); }
    uint32_t other = n - --turns[--i], moved = at[i];
    at[i] = at[other];
    at[other] = moved;
    for (; i < r; i++) { t->items[i] = pool->items[at[i]]; }
    obj_set(vm, s, &s->last, ptr_value(vm, t));
    return s->last;
}

static Value permutations_new(Vm *vm, Value *a) { return selection_new(vm, T_PERMUTATIONS, a); }
static Value permutations_new_steps(Vm *vm, Frame *f) {
    return selection_new_steps(vm, f, T_PERMUTATIONS);
}

static const NativeDef permutations_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, r=None", permutations_new, permutations_new_steps,
                     0, "Arrangements of r items."),
    NATIVE_END,
};

const TypeDef permutations_type = {
    .name = "permutations",
    .module = "itertools",
    .doc = "All arrangements of r items of an iterable, or of all of them, as tuples.",
    .new_sig = "(iterable, r=None)",
    .tag = T_PERMUTATIONS,
    .subclassable = true,
    .hidden = true,
    .methods = permutations_methods,
    .next = permutations_next,
};

// ---- product -----------------------------------------------------------------------------------

// Slots of `__new__`; the pools are collected behind them.
enum { PRODUCT_CLS, PRODUCT_ARGS, PRODUCT_REPEAT, PRODUCT_PARTS };

// False: raised. With repeat 0 the arguments are not looked at.
static bool product_check(Vm *vm, const Value *a, int64_t *repeat) {
    uint32_t n = as_tuple(vm, a[PRODUCT_ARGS])->h.n;
    *repeat = int_clamp_i64(vm, a[PRODUCT_REPEAT]);
    if (*repeat < 0) {
        return raise_false(vm, EXC_ValueError, "repeat argument cannot be negative");
    }
    if (n && *repeat > INT64_MAX / 8 / n) {
        return raise_false(vm, EXC_OverflowError, "repeat argument too large");
    }
    return true;
}

static Value product_over(Vm *vm, const Value *a, const Values *parts, int64_t repeat) {
    uint64_t n = (uint64_t)repeat * parts->h.n;
    if (n > UINT32_MAX / sizeof(Value)) { return raise_memory_error(vm); }
    TRY(items_charge(vm, n));
    Blob *words = combining_words(vm, n);
    TRY(words);
    Values *pools = heap_new_raw(vm, T_VALUES, n);
    TRY(pools);
    Product *p = construct(vm, T_PRODUCT, a[PRODUCT_CLS], 0);
    TRY(p);
    if (n) { items_repeat(pools->items, parts->items, parts->h.n, n); }
    p->pools = ptr_value(vm, pools);
    p->last = V_NONE;
    p->at = ptr_value(vm, words);
    return ptr_value(vm, p);
}

// The only item of a product of nothing is ().
static Value product_of_nothing(Vm *vm, const Value *a) {
    Values *none = heap_new(vm, T_VALUES, 0);
    TRY(none);
    return product_over(vm, a, none, 0);
}

static Value product_new(Vm *vm, Value *a) {
    int64_t repeat;
    TRY(product_check(vm, a, &repeat));
    if (repeat == 0) { return product_of_nothing(vm, a); }
    Value parts = tool_parts_first(vm, a[PRODUCT_ARGS], tool_pool);
    return is_ref(parts) ? product_over(vm, a, ref_ptr(vm, parts), repeat) : parts;
}

static Value product_new_steps(Vm *vm, Frame *f) {
    int64_t repeat;
    TRY(product_check(vm, f->slot, &repeat));
    if (repeat == 0) { return product_of_nothing(vm, f->slot); }
    Value parts = tool_parts_steps(vm, f, PRODUCT_ARGS, PRODUCT_PARTS, tool_pool, I_DRAIN);
    return is_ref(parts) ? product_over(vm, f->slot, ref_ptr(vm, parts), repeat) : parts;
}

static Value product_end(Vm *vm, Product *p) {
    obj_touch(vm, p);
    p->ended = 1;
    p->last = V_NONE;
    return V_STOP;
}

static Value product_first(Vm *vm, Product *p) {
    const Values *pools = ref_ptr(vm, p->pools);
    Tuple *t = heap_new(vm, T_TUPLE, pools->h.n);
    TRY(t);
    for (uint32_t i = 0; i < pools->h.n; i++) {
        const Tuple *pool = as_tuple(vm, pools->items[i]);
        if (pool->h.n == 0) { return product_end(vm, p); }
        t->items[i] = pool->items[0];
    }
    obj_set(vm, p, &p->last, ptr_value(vm, t));
    return p->last;
}

// The last pool goes on by one; one that is through starts over, and the one before it goes on.
static Value product_next(Vm *vm, Value v) {
    Product *p = ref_ptr(vm, v);
    const Values *pools = ref_ptr(vm, p->pools);
    uint32_t i = pools->h.n;
    if (p->ended) { return V_STOP; }
    TRY(items_charge(vm, i));
    if (p->last == V_NONE) { return product_first(vm, p); }
    Tuple *t = combining_copy(vm, p->last);
    TRY(t);
    uint32_t *at = words_open(vm, p->at);
    while (i-- > 0) {
        const Tuple *pool = ref_ptr(vm, pools->items[i]);
        if (++at[i] < pool->h.n) {
            t->items[i] = pool->items[at[i]];
            obj_set(vm, p, &p->last, ptr_value(vm, t));
            return p->last;
        }
        at[i] = 0;
        t->items[i] = pool->items[0];
    }
    return product_end(vm, p);
}

static const NativeDef product_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, /, *iterables, repeat: int=1", product_new, product_new_steps,
                     2, "Items of several iterables, each with each."),
    NATIVE_END,
};

const TypeDef product_type = {
    .name = "product",
    .module = "itertools",
    .doc =
        "Tuples of an item of each iterable, in all ways there are, as by nested loops: the last\n"
        "one goes fastest. With repeat the iterables stand so many times.",
    .new_sig = "(*iterables, repeat=1)",
    .tag = T_PRODUCT,
    .subclassable = true,
    .hidden = true,
    .methods = product_methods,
    .next = product_next,
};
