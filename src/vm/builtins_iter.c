// builtins_iter.c: any, all, sum, min, max, sorted: loops over an iterator that may be guest code.
#include "vm/builtins.h"

#include "base/wide.h"
#include "object/ask.h"
#include "object/seq.h"
#include "object/float.h"
#include "object/int.h"
#include "object/key.h"
#include "object/bytes.h"
#include "object/complex.h"
#include "object/construct.h"
#include "object/list.h"
#include "object/leaf_call.h"
#include "object/list_sort.h"
#include "object/steps_fast.h"
#include "vm/internals.h"
#include "vm/ops.h"

#include <math.h>

enum { LOOP_START, LOOP_ITER, LOOP_NEXT, LOOP_END, LOOP_TEST, LOOP_MORE, LOOP_KEY };

// Asks for the next item of slot `it`: V_STOP at the end, V_CALLING (return it), or the item.
static Value loop_next(Vm *vm, Frame *f, int it) {
    Value v = next_leaf(vm, f->slot[it]);
    if (v != V_UNBOUND) { return v; }
    return native_next_or(vm, f, LOOP_NEXT, LOOP_END, f->slot[it]);
}

// In state LOOP_START: goes on to LOOP_ITER, or returns what native_iter asks.
#define TRY_ITER(v)                                                                                \
    do {                                                                                           \
        if (native_state(f) != LOOP_START) { break; }                                              \
        Value asked_ = native_iter(vm, f, LOOP_ITER, (v));                                         \
        if (asked_ != V_NONE) { return asked_; }                                                   \
    } while (0)

// ---- as leaves ---------------------------------------------------------------------------------

// The items of a list or tuple, or those that a fresh iterator of another builtin type gives.
typedef struct LeafItems {
    const Value *items;
    uint32_t i, n;
    const uint8_t *bytes;
    Value it;
    Value (*next)(Vm *vm, Value it);
} LeafItems;

// V_NONE: there they are; V_RAISED; V_UNBOUND: guest code, or an iterator that others may know.
static Value leaf_items(Vm *vm, Value v, LeafItems *l) {
    const TypeDef *d = exact_def(vm, v);
    *l = (LeafItems){0};
    if (is_exact(vm, v, T_LIST) || is_exact(vm, v, T_TUPLE)) {
        l->items = seq_items(vm, v, &l->n);
    } else {
        Value size = d && d->iter && d->len ? d->len(vm, v) : V_UNBOUND;
        if (!is_int(size)) { return V_UNBOUND; }
        l->n = (uint32_t)min_i64(int_of(size), UINT32_MAX);
    }
    if (l->n > 65536) { return V_UNBOUND; } // in steps
    TRY(native_charge(vm, l->n / 16));
    if (is_exact(vm, v, T_BYTES)) { l->bytes = as_bytes(vm, v)->data; }
    if (l->items || l->bytes || l->n == 0) { return V_NONE; }
    l->it = d->iter(vm, v);
    if (l->it == V_UNBOUND || l->it == V_RAISED) { return l->it; }
    const TypeDef *of_it = exact_def(vm, l->it);
    l->next = of_it ? of_it->next : NULL;
    return l->next && l->it != v ? V_NONE : V_UNBOUND;
}

static inline Value leaf_items_next(Vm *vm, LeafItems *l) {
    if (l->items) { return l->i < l->n ? l->items[l->i++] : V_STOP; }
    if (l->bytes) { return l->i < l->n ? int_value(l->bytes[l->i++]) : V_STOP; }
    return l->next ? l->next(vm, l->it) : V_STOP;
}

static inline bool leaf_items_fail(Value v) { return v == V_RAISED || v == V_UNBOUND; }

static Value any_all_first(Vm *vm, const Value *a, Value stop_at) {
    LeafItems l;
    Value open = leaf_items(vm, a[0], &l);
    if (open != V_NONE) { return open; }
    for (;;) {
        Value v = leaf_items_next(vm, &l);
        if (v == V_STOP) { return bool_value(stop_at == V_FALSE); }
        if (leaf_items_fail(v)) { return v; }
        v = truth_leaf(vm, v);
        if (leaf_items_fail(v) || v == stop_at) { return v; }
    }
}
static Value any_first(Vm *vm, Value *a) { return any_all_first(vm, a, V_TRUE); }
static Value all_first(Vm *vm, Value *a) { return any_all_first(vm, a, V_FALSE); }

// ---- in steps ----------------------------------------------------------------------------------

// any (stop_at True) and all (False).
static Value any_all(Vm *vm, Frame *f, Value stop_at) {
    enum { ITERABLE, IT };
    Value item = V_UNBOUND, t = V_UNBOUND;
    TRY_ITER(f->slot[ITERABLE]);
    switch (native_state(f)) {
    case LOOP_ITER: f->slot[IT] = f->result; break;
    case LOOP_NEXT: item = f->result; break;
    case LOOP_TEST: t = f->result; break;
    case LOOP_END: return bool_value(stop_at == V_FALSE);
    default: break;
    }
    for (uint32_t i = 0; i < 4096; i++) {
        if (t == V_UNBOUND) {
            if (item == V_UNBOUND) { item = loop_next(vm, f, IT); }
            if (item == V_STOP) { return bool_value(stop_at == V_FALSE); }
            if (item == V_CALLING || item == V_RAISED) { return item; }
            t = truth_leaf(vm, item);
            if (t == V_UNBOUND) {
                return native_call1(vm, f, LOOP_TEST, internal(vm, I_TRUTH), item);
            }
            TRY_VALUE(t);
        }
        if (t == stop_at) { return stop_at; }
        t = item = V_UNBOUND;
    }
    TRY(native_charge(vm, 256));
    return native_again(vm, f, LOOP_MORE);
}
static bool any_sink(Vm *vm, Frame *f, Value item) {
    return native_state(f) == LOOP_NEXT && truth_leaf(vm, item) == V_FALSE;
}
static bool all_sink(Vm *vm, Frame *f, Value item) {
    return native_state(f) == LOOP_NEXT && truth_leaf(vm, item) == V_TRUE;
}
static Value builtin_any(Vm *vm, Frame *f) { return any_all(vm, f, V_TRUE); }
static Value builtin_all(Vm *vm, Frame *f) { return any_all(vm, f, V_FALSE); }

// ---- sum ---------------------------------------------------------------------------------------

enum { SUM_ITERABLE, SUM_START, SUM_IT, SUM_TOTAL, SUM_CARRY };

static bool exact_float_or_int(Vm *vm, Value v) {
    return is_double(v) || is_int(v) || is_exact(vm, v, T_INT) || is_bool(v);
}

// Floats are added with a running compensation (Neumaier 1974), as CPython does since 3.12.
static double sum_compensated(double total, double *carry, double x) {
    double t = total + x;
    *carry += fabs(total) >= fabs(x) ? (total - t) + x : (x - t) + total;
    return t;
}
static double sum_end(double total, double carry) {
    return carry != 0.0 && isfinite(carry) ? total + carry : total;
}

static void sum_float(Value *sum, double x) {
    double carry = double_of(sum[1]);
    sum[0] = double_value(sum_compensated(double_of(sum[0]), &carry, x));
    sum[1] = double_value(carry);
}

// Both parts of complex numbers; the carry is a complex number too, or 0.0 in the beginning.
static Value sum_complex(Vm *vm, Value *sum, double re, double im) {
    const Complex *total = as_complex(vm, sum[0]);
    double c_re = 0.0, c_im = 0.0;
    if (is_exact(vm, sum[1], T_COMPLEX)) {
        c_re = as_complex(vm, sum[1])->re;
        c_im = as_complex(vm, sum[1])->im;
    }
    double t_re = sum_compensated(total->re, &c_re, re);
    double t_im = sum_compensated(total->im, &c_im, im);
    Value t = complex_new(vm, t_re, t_im), c = complex_new(vm, c_re, c_im);
    TRY(t != V_RAISED && c != V_RAISED);
    sum[0] = t;
    sum[1] = c;
    return V_NONE;
}

static Value sum_result(Vm *vm, const Value *sum) {
    Value total = sum[0], carry = sum[1];
    if (is_double(total)) { return double_value(sum_end(double_of(total), double_of(carry))); }
    if (!is_exact(vm, carry, T_COMPLEX) || !is_exact(vm, total, T_COMPLEX)) { return total; }
    const Complex *t = as_complex(vm, total), *c = as_complex(vm, carry);
    return complex_new(vm, sum_end(t->re, c->re), sum_end(t->im, c->im));
}

// Adds an item to total and carry: V_NONE done, V_RAISED; V_UNBOUND: guest code is needed.
static Value sum_add_leaf(Vm *vm, Value *sum, Value item) {
    Value total = sum[0];
    if (is_int(total) && is_int(item) && fits_int(int_of(total) + int_of(item))) {
        sum[0] = int_value(int_of(total) + int_of(item));
        return V_NONE;
    }
    if (is_double(total) && exact_float_or_int(vm, item)) {
        double x;
        if (is_double(item)) {
            x = double_of(item);
        } else {
            TRY(int_to_double(vm, item, &x));
        }
        sum_float(sum, x);
        return V_NONE;
    }
    if (is_exact(vm, total, T_COMPLEX)) {
        if (is_exact(vm, item, T_COMPLEX)) {
            return sum_complex(vm, sum, as_complex(vm, item)->re, as_complex(vm, item)->im);
        }
        if (exact_float_or_int(vm, item)) {
            double x = 0.0;
            if (is_double(item)) {
                x = double_of(item);
            } else {
                TRY(int_to_double(vm, item, &x));
            }
            return sum_complex(vm, sum, x, -0.0); // -0.0: changes no zero
        }
    }
    total = sum_result(vm, sum);
    TRY_VALUE(total);
    Value v = binary_leaf(vm, BIN_OP_ADD, total, item);
    if (v == V_UNBOUND || v == V_NOTIMPL) { return V_UNBOUND; }
    TRY_VALUE(v);
    sum[0] = v;
    sum[1] = double_value(0.0);
    return V_NONE;
}

// Adds one item: V_NONE done, V_CALLING, V_RAISED.
static Value sum_add(Vm *vm, Frame *f, Value item) {
    Value v = sum_add_leaf(vm, &f->slot[SUM_TOTAL], item);
    if (v != V_UNBOUND) { return v; }
    v = sum_result(vm, &f->slot[SUM_TOTAL]);
    TRY_VALUE(v);
    f->slot[SUM_TOTAL] = v;
    f->slot[SUM_CARRY] = double_value(0.0);
    return native_call3(vm, f, LOOP_TEST, internal(vm, I_BINARY_OP), f->slot[SUM_TOTAL], item,
                        int_value(BIN_OP_ADD));
}

static bool sum_check_start(Vm *vm, Value start) {
    bool bytes = is_tagged(vm, start, T_BYTES), buffer = is_tagged(vm, start, T_BYTEARRAY);
    if (!isinstance_str(vm, start) && !bytes && !buffer) { return true; }
    return raise_false(vm, EXC_TypeError, "sum() can't sum %s [use %s''.join(seq) instead]",
                       bytes    ? "bytes"
                       : buffer ? "bytearray"
                                : "strings",
                       bytes || buffer ? "b" : "");
}

static Value sum_first(Vm *vm, Value *a) {
    LeafItems l;
    Value open = leaf_items(vm, a[SUM_ITERABLE], &l), sum[2] = {a[SUM_START], double_value(0.0)};
    if (open != V_NONE) { return open; }
    TRY(sum_check_start(vm, sum[0]));
    for (;;) {
        Value v = leaf_items_next(vm, &l);
        if (v == V_STOP) { return sum_result(vm, sum); }
        if (leaf_items_fail(v)) { return v; }
        if (both_ints(sum[0], v) && fits_int(int_of(sum[0]) + int_of(v))) {
            sum[0] = int_value(int_of(sum[0]) + int_of(v));
            continue;
        }
        v = sum_add_leaf(vm, sum, v);
        if (leaf_items_fail(v)) { return v; }
    }
}

static Value builtin_sum(Vm *vm, Frame *f) {
    Value item = V_UNBOUND;
    TRY_ITER(f->slot[SUM_ITERABLE]);
    switch (native_state(f)) {
    case LOOP_ITER:
        TRY(sum_check_start(vm, f->slot[SUM_START]));
        f->slot[SUM_TOTAL] = f->slot[SUM_START];
        f->slot[SUM_CARRY] = double_value(0.0);
        f->slot[SUM_IT] = f->result;
        break;
    case LOOP_NEXT: item = f->result; break;
    case LOOP_TEST: f->slot[SUM_TOTAL] = f->result; break;
    case LOOP_END: return sum_result(vm, &f->slot[SUM_TOTAL]);
    default: break;
    }
    for (uint32_t i = 0; i < 4096; i++) {
        if (item == V_UNBOUND) { item = loop_next(vm, f, SUM_IT); }
        if (item == V_STOP) { return sum_result(vm, &f->slot[SUM_TOTAL]); }
        if (item == V_CALLING || item == V_RAISED) { return item; }
        Value done = sum_add(vm, f, item);
        if (done != V_NONE) { return done; }
        item = V_UNBOUND;
    }
    TRY(native_charge(vm, 256));
    return native_again(vm, f, LOOP_MORE);
}

static bool sum_sink(Vm *vm, Frame *f, Value item) {
    Value *sum = &f->slot[SUM_TOTAL];
    bool numbers = (is_int(sum[0]) || is_double(sum[0])) && (is_int(item) || is_double(item));
    return numbers && native_state(f) == LOOP_NEXT && sum_add_leaf(vm, sum, item) == V_NONE;
}

// ---- min and max -------------------------------------------------------------------------------

enum { MM_ARGS, MM_KEY, MM_DEFAULT, MM_IT, MM_BEST, MM_BEST_KEY, MM_ITEM };

static Value min_max_better(Vm *vm, Frame *f, Value key, bool want_max) {
    if (f->slot[MM_BEST] == V_UNBOUND) { return V_TRUE; }
    if (both_ints(key, f->slot[MM_BEST_KEY])) {
        int64_t a = (int64_t)key, b = (int64_t)f->slot[MM_BEST_KEY];
        return bool_value(want_max ? a > b : a < b);
    }
    Value t = compare_leaf(vm, want_max ? OP_GT : OP_LT, key, f->slot[MM_BEST_KEY]);
    return t == V_NOTIMPL ? V_UNBOUND : t;
}

static Value min_max_done(Vm *vm, Frame *f, bool want_max) {
    if (f->slot[MM_BEST] != V_UNBOUND) { return f->slot[MM_BEST]; }
    if (f->slot[MM_DEFAULT] != V_UNBOUND) { return f->slot[MM_DEFAULT]; }
    return raise_error(vm, EXC_ValueError, "%s() iterable argument is empty",
                       want_max ? "max" : "min");
}

static Value min_max_open(Vm *vm, Frame *f, bool want_max) {
    Tuple *args = slot_obj(vm, f, MM_ARGS, T_TUPLE);
    TRY(args);
    const char *name = want_max ? "max" : "min";
    if (args->h.n == 0) {
        return raise_error(vm, EXC_TypeError, "%s expected at least 1 argument, got 0", name);
    }
    if (args->h.n > 1 && f->slot[MM_DEFAULT] != V_UNBOUND) {
        return raise_error(vm, EXC_TypeError,
                           "Cannot specify a default for %s() with multiple positional arguments",
                           name);
    }
    Value source = args->h.n == 1 ? args->items[0] : f->slot[MM_ARGS];
    return native_iter(vm, f, LOOP_ITER, source);
}

enum { MM_COMPARED = LOOP_KEY + 1, MM_IN_HAND }; // further states

// Asks whether an item with that key is better than the best so far.
static Value min_max_ask(Vm *vm, Frame *f, Value item, Value key, bool want_max) {
    f->slot[MM_ITEM] = item; // where a repeated step finds them
    f->result = key;
    native_commit(f, LOOP_KEY);
    Value pair = tuple_pack2(vm, item, key);
    TRY_VALUE(pair);
    f->slot[MM_ITEM] = pair;
    return ask_order(vm, f, MM_COMPARED, want_max ? OP_GT : OP_LT, key, f->slot[MM_BEST_KEY]);
}

static Value min_max(Vm *vm, Frame *f, bool want_max) {
    Value item = V_UNBOUND, key = V_UNBOUND, better = V_UNBOUND;
    const Tuple *pair =
        is_exact(vm, f->slot[MM_ITEM], T_TUPLE) ? as_tuple(vm, f->slot[MM_ITEM]) : NULL;
    bool compares = native_state(f) == MM_COMPARED || native_state(f) == LOOP_TEST;
    if (compares && (!pair || pair->h.n != 2)) { return raise_stop(vm, STOP_CORRUPT); }
    if (native_state(f) == LOOP_START) {
        Value opened = min_max_open(vm, f, want_max);
        if (opened != V_NONE) { return opened; }
    }
    switch (native_state(f)) {
    case LOOP_ITER: f->slot[MM_IT] = f->result; break;
    case LOOP_NEXT: item = f->result; break;
    case MM_IN_HAND: item = f->slot[MM_ITEM]; break;
    case LOOP_KEY:
        item = f->slot[MM_ITEM];
        key = f->result;
        break;
    case MM_COMPARED:
        if (!is_bool(f->result)) {
            return ask_order_more(vm, f, MM_COMPARED, want_max ? OP_GT : OP_LT, pair->items[1],
                                  f->slot[MM_BEST_KEY]);
        }
        // fall through
    case LOOP_TEST:
        if (f->result == V_TRUE) {
            f->slot[MM_BEST] = pair->items[0];
            f->slot[MM_BEST_KEY] = pair->items[1];
        }
        break;
    case LOOP_END: return min_max_done(vm, f, want_max);
    default: break;
    }
    for (uint32_t i = 0; i < 4096; i++) {
        if (item == V_UNBOUND) { item = loop_next(vm, f, MM_IT); }
        if (item == V_STOP) { return min_max_done(vm, f, want_max); }
        if (item == V_CALLING || item == V_RAISED) { return item; }
        if (key == V_UNBOUND && f->slot[MM_KEY] != V_NONE) {
            f->slot[MM_ITEM] = item;
            native_commit(f, MM_IN_HAND);
            key = leaf_call1(vm, f->slot[MM_KEY], item);
            TRY_VALUE(key);
            if (key == V_UNBOUND) { return native_call1(vm, f, LOOP_KEY, f->slot[MM_KEY], item); }
        }
        if (key == V_UNBOUND) { key = item; }
        better = min_max_better(vm, f, key, want_max);
        if (better == V_UNBOUND) { return min_max_ask(vm, f, item, key, want_max); }
        if (better == V_TRUE) {
            f->slot[MM_BEST] = item;
            f->slot[MM_BEST_KEY] = key;
        }
        native_commit(f, LOOP_MORE);
        item = key = V_UNBOUND;
    }
    TRY(native_charge(vm, 256));
    return native_again(vm, f, LOOP_MORE);
}
static bool min_max_sink(Vm *vm, Frame *f, Value item, bool want_max) {
    if (native_state(f) != LOOP_NEXT || f->slot[MM_KEY] != V_NONE) { return false; }
    Value better = min_max_better(vm, f, item, want_max);
    if (better == V_TRUE) { f->slot[MM_BEST] = f->slot[MM_BEST_KEY] = item; }
    return better == V_TRUE || better == V_FALSE;
}
static bool min_sink(Vm *vm, Frame *f, Value item) { return min_max_sink(vm, f, item, false); }
static bool max_sink(Vm *vm, Frame *f, Value item) { return min_max_sink(vm, f, item, true); }
static Value builtin_min(Vm *vm, Frame *f) { return min_max(vm, f, false); }
static Value builtin_max(Vm *vm, Frame *f) { return min_max(vm, f, true); }

// Whether v is better than the best so far: a bool; V_UNBOUND: guest code must decide.
static inline Value leaf_better(Vm *vm, int op, Value v, Value best) {
    if (both_ints(v, best)) {
        return bool_value(op == OP_LT ? (int64_t)v < (int64_t)best : (int64_t)v > (int64_t)best);
    }
    Value better = compare_leaf(vm, op, v, best);
    return better == V_NOTIMPL ? V_UNBOUND : better;
}

// Without a key function, as far as the items compare without guest code.
static Value min_max_first(Vm *vm, const Value *a, int op) {
    const Tuple *args = as_tuple(vm, a[MM_ARGS]);
    if (a[MM_KEY] != V_NONE || args->h.n == 0) { return V_UNBOUND; }
    if (args->h.n > 1 && a[MM_DEFAULT] != V_UNBOUND) { return V_UNBOUND; }
    if (args->h.n > 1) {
        Value best = args->items[0];
        for (uint32_t i = 1; i < args->h.n; i++) {
            Value better = leaf_better(vm, op, args->items[i], best);
            if (better == V_UNBOUND) { return better; }
            if (better == V_TRUE) { best = args->items[i]; }
        }
        return best;
    }
    LeafItems l;
    Value open = leaf_items(vm, args->items[0], &l);
    if (open != V_NONE) { return open; }
    Value best = leaf_items_next(vm, &l);
    if (best == V_STOP) { return a[MM_DEFAULT]; }
    while (!leaf_items_fail(best)) {
        Value v = leaf_items_next(vm, &l);
        if (v == V_STOP) { return best; }
        Value better = leaf_items_fail(v) ? v : leaf_better(vm, op, v, best);
        best = better == V_TRUE ? v : better == V_FALSE ? best : better;
    }
    return best;
}
// Of arguments that compare without guest code.
static Value min_max_flat(Vm *vm, const Value *args, uint32_t n, int op) {
    if (n < 2) { return V_UNBOUND; }
    Value best = args[0];
    TRY(native_charge(vm, n / 16));
    for (uint32_t i = 1; i < n; i++) {
        Value v = args[i], better;
        if (both_ints(v, best)) {
            better =
                bool_value(op == OP_LT ? (int64_t)v < (int64_t)best : (int64_t)v > (int64_t)best);
        } else {
            better = compare_leaf(vm, op, v, best);
            if (better == V_NOTIMPL || better == V_UNBOUND) { return V_UNBOUND; }
            TRY_VALUE(better);
        }
        if (better == V_TRUE) { best = v; }
    }
    return best;
}
static Value min_flat(Vm *vm, const Value *args, uint32_t n) {
    return min_max_flat(vm, args, n, OP_LT);
}
static Value max_flat(Vm *vm, const Value *args, uint32_t n) {
    return min_max_flat(vm, args, n, OP_GT);
}

static Value min_first(Vm *vm, Value *a) { return min_max_first(vm, a, OP_LT); }
static Value max_first(Vm *vm, Value *a) { return min_max_first(vm, a, OP_GT); }

static Value sorted_first(Vm *vm, Value *a) {
    const TypeDef *d = exact_def(vm, a[0]);
    Value n = d && d->len && !d->next ? d->len(vm, a[0]) : V_UNBOUND;
    if (a[1] != V_NONE || index_of(n) >= SORT_FIRST_MOST) { return V_UNBOUND; }
    Value list = construct_leaf(vm, type_of_tag(vm, T_LIST), a, 1, V_NONE);
    if (list == V_UNBOUND || list == V_RAISED) { return list; }
    Value sort[3] = {list, V_NONE, a[2]};
    return list_sort_first(vm, sort) == V_NONE ? list : V_UNBOUND;
}

static Value builtin_sorted(Vm *vm, Frame *f) {
    enum { SORTED_START, SORTED_LIST, SORTED_DONE };
    enum { ITERABLE, KEY, REVERSE, LIST };
    switch (native_state(f)) {
    case SORTED_START:
        return native_call2(vm, f, SORTED_LIST, internal(vm, I_DRAIN), f->slot[ITERABLE],
                            int_value(DRAIN_LISTED));
    case SORTED_LIST:
        f->slot[LIST] = f->result;
        return native_call3(vm, f, SORTED_DONE, internal(vm, I_MERGE_SORT), f->result, f->slot[KEY],
                            f->slot[REVERSE]);
    default: return f->slot[LIST];
    }
}

const NativeDef builtin_iter_functions[] = {
    STEPS_SINK("all", "iterable, /", all_first, builtin_all, 1, all_sink,
               "Whether no item is false."),
    STEPS_SINK("any", "iterable, /", any_first, builtin_any, 1, any_sink,
               "Whether some item is true."),
    STEPS_SINK_FLAT("max", "*args, key=None, default=UNBOUND", max_first, builtin_max, 4, max_sink,
                    max_flat, "The largest of the items, or of the arguments."),
    STEPS_SINK_FLAT("min", "*args, key=None, default=UNBOUND", min_first, builtin_min, 4, min_sink,
                    min_flat, "The smallest of the items, or of the arguments."),
    STEPS_FAST("sorted", "iterable, /, *, key=None, reverse: bool=False", sorted_first,
               builtin_sorted, 1, "The items in a list, from the smallest to the largest."),
    STEPS_SINK("sum", "iterable, /, start=0", sum_first, builtin_sum, 3, sum_sink,
               "What the items add up to, from start on."),
    NATIVE_END,
};
