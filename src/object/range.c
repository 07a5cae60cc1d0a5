// range.c: ranges. The four members are plain ints of any size; nearly always they are small, and
// then everything is done on int64_t. Iterators are in range_iter.c.
//
// Searching for an int is arithmetic. Searching for anything else compares it with every element,
// as CPython does, so that a guest's __eq__ is called; for builtin values the outcome is known.
#include "object/range.h"

#include "base/fmath.h"
#include "base/hash.h"
#include "object/float.h"
#include "object/int.h"
#include "object/seq.h"
#include "object/steps_fast.h"
#include "object/slice.h"
#include "object/tuple.h"

// ---- construction ------------------------------------------------------------------------------

// Elements from start to stop: (stop - start - 1) // step + 1, or none.
static Value range_count_big(Vm *vm, Value start, Value stop, Value step) {
    bool backward = int_is_negative(vm, step);
    if (backward) {
        Value swap = start;
        start = stop;
        stop = swap;
        step = int_unary(vm, UN_OP_NEG, step);
        TRY_VALUE(step);
    }
    if (int_compare(vm, start, stop) >= 0) { return int_value(0); }
    Value n = int_binary(vm, BIN_OP_SUB, stop, start);
    TRY_VALUE(n);
    n = int_binary(vm, BIN_OP_SUB, n, int_value(1));
    TRY_VALUE(n);
    n = int_binary(vm, BIN_OP_FLOORDIV, n, step);
    TRY_VALUE(n);
    return int_binary(vm, BIN_OP_ADD, n, int_value(1));
}

static Value range_count(Vm *vm, Value start, Value stop, Value step) {
    if (!is_int(start) || !is_int(stop) || !is_int(step)) {
        return range_count_big(vm, start, stop, step);
    }
    int64_t a = int_of(start), b = int_of(stop), s = int_of(step);
    if (s > 0) { return int_from_i64(vm, a < b ? (b - a - 1) / s + 1 : 0); }
    return int_from_i64(vm, a > b ? (a - b - 1) / -s + 1 : 0);
}

Value range_new(Vm *vm, Value start, Value stop, Value step) {
    start = int_plain(vm, start);
    TRY_VALUE(start);
    stop = int_plain(vm, stop);
    TRY_VALUE(stop);
    step = int_plain(vm, step);
    TRY_VALUE(step);
    if (step == int_value(0)) {
        return raise_error(vm, EXC_ValueError, "range() arg 3 must not be zero");
    }
    Value len = range_count(vm, start, stop, step);
    TRY_VALUE(len);
    Range *r = HEAP_MAKE(vm, RANGE, 0);
    TRY(r);
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->len = len;
    return ptr_value(vm, r);
}

// start + i * step, for any ints.
static Value range_at(Vm *vm, const Range *r, Value i) {
    if (is_int(r->start) && is_int(r->step) && is_int(i)) {
        int64_t product;
        if (!mul_overflows(int_of(i), int_of(r->step), &product) &&
            !add_overflows(product, int_of(r->start), &product)) {
            return int_from_i64(vm, product);
        }
    }
    Value at = int_binary(vm, BIN_OP_MUL, i, r->step);
    TRY_VALUE(at);
    return int_binary(vm, BIN_OP_ADD, at, r->start);
}

// ---- slots -------------------------------------------------------------------------------------

static Value range_slot_len(Vm *vm, Value v) {
    Value len = as_range(vm, v)->len;
    int64_t n;
    if (int_to_i64(vm, len, &n)) { return len; }
    return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
}

static Value range_slot_truth(Vm *vm, Value v) {
    return bool_value(as_range(vm, v)->len != int_value(0));
}

static Value range_slot_repr(Vm *vm, Value v) {
    const Range *r = as_range(vm, v);
    if (r->step == int_value(1)) { return format_text(vm, "range(%R, %R)", r->start, r->stop); }
    return format_text(vm, "range(%R, %R, %R)", r->start, r->stop, r->step);
}

// What counts for equality: the length, the first element, and the step if there is a second.
static void range_identity(const Range *r, Value out[3]) {
    out[0] = r->len;
    out[1] = r->len == int_value(0) ? V_NONE : r->start;
    out[2] = r->len == int_value(0) || r->len == int_value(1) ? V_NONE : r->step;
}

static Value range_slot_hash(Vm *vm, Value v) {
    Value items[3];
    range_identity(as_range(vm, v), items);
    uint64_t acc = HASH_TUPLE_INIT; // that of the tuple of the three
    for (int i = 0; i < 3; i++) { acc = hash_tuple_add(acc, slice_member_hash(vm, items[i])); }
    return int_from_i64(vm, hash_tuple_finish(acc, 3));
}

static Value range_slot_compare(Vm *vm, int op, Value a, Value b) {
    if (!is_tagged(vm, b, T_RANGE) || (op != OP_EQ && op != OP_NE)) { return V_NOTIMPL; }
    Value x[3], y[3];
    range_identity(as_range(vm, a), x);
    range_identity(as_range(vm, b), y);
    bool equal = true;
    for (int i = 0; i < 3 && equal; i++) {
        equal =
            x[i] == y[i] || (x[i] != V_NONE && y[i] != V_NONE && int_compare(vm, x[i], y[i]) == 0);
    }
    return bool_value(equal == (op == OP_EQ));
}

// Position of an int in the range, V_NONE when it is not there.
static Value range_position(Vm *vm, const Range *r, Value v) {
    bool backward = int_is_negative(vm, r->step);
    if (backward ? int_compare(vm, v, r->start) > 0 || int_compare(vm, v, r->stop) <= 0
                 : int_compare(vm, v, r->start) < 0 || int_compare(vm, v, r->stop) >= 0) {
        return V_NONE;
    }
    if (r->step == int_value(1) && r->start == int_value(0)) { return int_plain(vm, v); }
    Value d = int_binary(vm, BIN_OP_SUB, v, r->start);
    TRY_VALUE(d);
    if (is_int(d) && is_int(r->step)) {
        int64_t n = int_of(d), s = int_of(r->step);
        return n % s ? V_NONE : int_from_i64(vm, n / s);
    }
    Value qr = int_binary(vm, BIN_OP_DIVMOD, d, r->step);
    TRY_VALUE(qr);
    const Tuple *t = as_tuple(vm, qr);
    return t->items[1] == int_value(0) ? t->items[0] : V_NONE;
}

// The int that v is equal to, V_NONE when it equals none, V_UNBOUND when its class must be asked.
static Value range_needle(Vm *vm, Value v) {
    if (is_exact_int(vm, v) || is_bool(v)) { return v; }
    if (is_double(v)) {
        double d = double_of(v);
        return fmath_is_finite(d) && d == fmath_floor(d) ? int_from_double(vm, d) : V_NONE;
    }
    if (!is_ref(v)) { return V_NONE; }
    const Obj *o = as_obj(vm, v);
    bool plain = !o->ext && (o->type == T_STR || o->type == T_BYTES || o->type == T_TUPLE ||
                             o->type == T_LIST || o->type == T_DICT);
    return plain ? V_NONE : V_UNBOUND;
}

static Value range_slot_contains(Vm *vm, Value v, Value item) {
    Value n = range_needle(vm, item);
    if (n == V_NONE) { return V_FALSE; }
    if (n == V_RAISED || n == V_UNBOUND) { return n; }
    Value at = range_position(vm, as_range(vm, v), n);
    TRY_VALUE(at);
    return bool_value(at != V_NONE);
}

static Value range_getslice(Vm *vm, const Range *r, Value key) {
    const Slice *s = as_slice(vm, key);
    const Value parts[3] = {s->start, s->stop, s->step};
    for (int i = 0; i < 3; i++) {
        if (parts[i] != V_NONE && !isinstance_int(vm, parts[i])) { return V_UNBOUND; }
    }
    Value bounds = slice_indices_of(vm, key, r->len);
    TRY_VALUE(bounds);
    const Value *b = as_tuple(vm, bounds)->items;
    Value start = range_at(vm, r, b[0]);
    TRY_VALUE(start);
    Value stop = range_at(vm, r, b[1]);
    TRY_VALUE(stop);
    Value step = int_binary(vm, BIN_OP_MUL, r->step, b[2]);
    TRY_VALUE(step);
    return range_new(vm, start, stop, step);
}

static Value range_slot_getitem(Vm *vm, Value v, Value key) {
    const Range *r = as_range(vm, v);
    if (is_tagged(vm, key, T_SLICE)) { return range_getslice(vm, r, key); }
    if (!isinstance_int(vm, key)) {
        if (seq_has_index(vm, key)) { return V_UNBOUND; }
        return raise_error(vm, EXC_TypeError, "range indices must be integers or slices, not %T",
                           key);
    }
    Value i = key;
    if (int_is_negative(vm, i)) {
        i = int_binary(vm, BIN_OP_ADD, i, r->len);
        TRY_VALUE(i);
    }
    if (int_is_negative(vm, i) || int_compare(vm, i, r->len) >= 0) {
        return raise_error(vm, EXC_IndexError, "range object index out of range");
    }
    return range_at(vm, r, i);
}

// ---- natives -----------------------------------------------------------------------------------

// __contains__, count and index of something whose class must be asked: it is compared with every
// element. slot[2] is the position, slot[3] the hits so far.
enum { RANGE_FIND_START, RANGE_FIND_COMPARED, RANGE_FIND_ASK };
enum { RANGE_CONTAINS, RANGE_COUNT, RANGE_INDEX };

static Value range_found(Vm *vm, int what, Value position, const char *text) {
    if (what == RANGE_CONTAINS) { return bool_value(position != V_NONE); }
    if (what == RANGE_COUNT) { return int_value(position != V_NONE); }
    return position != V_NONE ? position : raise_error(vm, EXC_ValueError, "%s", text);
}

// An int, or something whose type's __eq__ is known: the answer without a loop. V_UNBOUND: no.
static Value range_find_known(Vm *vm, const Range *r, Value v, int what) {
    Value n = range_needle(vm, v);
    if (n == V_RAISED || n == V_UNBOUND) { return n; }
    Value at = n == V_NONE ? V_NONE : range_position(vm, r, n);
    TRY_VALUE(at);
    bool is_plain = is_exact_int(vm, v) || is_bool(v);
    return range_found(vm, what, at,
                       is_plain ? "range.index(x): x not in range"
                                : "sequence.index(x): x not in sequence");
}

// The comparison's answer: a result, or on to the next element.
static Value range_find_compared(Vm *vm, Frame *f, int what) {
    Value hits = f->slot[3];
    if (f->result == V_TRUE) {
        if (what != RANGE_COUNT) { return range_found(vm, what, f->slot[2], ""); }
        hits = int_binary(vm, BIN_OP_ADD, hits, int_value(1));
        TRY_VALUE(hits);
    }
    Value position = int_binary(vm, BIN_OP_ADD, f->slot[2], int_value(1));
    TRY_VALUE(position);
    f->slot[2] = position;
    f->slot[3] = hits;
    return native_again(vm, f, RANGE_FIND_ASK);
}

static Value range_find_steps(Vm *vm, Frame *f) {
    const Range *r = slot_obj(vm, f, 0, T_RANGE);
    TRY(r);
    int what = native_magic(vm, f);
    if (native_state(f) != RANGE_FIND_START) {
        TRY(value_is_int(vm, f->slot[2]) && value_is_int(vm, f->slot[3]));
    }
    if (native_state(f) == RANGE_FIND_COMPARED) { return range_find_compared(vm, f, what); }
    if (native_state(f) == RANGE_FIND_START) {
        Value known = range_find_known(vm, r, f->slot[1], what);
        if (known != V_UNBOUND) { return known; }
        f->slot[2] = f->slot[3] = int_value(0);
    }
    if (int_compare(vm, f->slot[2], r->len) >= 0) {
        if (what == RANGE_COUNT) { return f->slot[3]; }
        return range_found(vm, what, V_NONE, "sequence.index(x): x not in sequence");
    }
    Value item = range_at(vm, r, f->slot[2]);
    TRY_VALUE(item);
    return native_call2(vm, f, RANGE_FIND_COMPARED, internal(vm, I_EQUAL), item, f->slot[1]);
}

// range(stop), range(start, stop), range(start, stop, step): slot[1] is the tuple of arguments,
// slot[2..4] the ints made of them. The state is the number of calls made, plus one.
static Value range_new_steps(Vm *vm, Frame *f) {
    const Tuple *t = slot_obj(vm, f, 1, T_TUPLE);
    TRY(t);
    uint32_t n = t->h.n, i = (uint32_t)native_state(f);
    if (n == 0) {
        return raise_error(vm, EXC_TypeError, "range expected at least 1 argument, got 0");
    }
    if (n > 3) {
        return raise_error(vm, EXC_TypeError, "range expected at most 3 arguments, got %u", n);
    }
    if (i > 0 && i <= n) { f->slot[1 + i] = f->result; }
    for (; i < n; i++) {
        if (!isinstance_int(vm, t->items[i])) {
            return native_call1(vm, f, (int)i + 1, internal(vm, I_INDEX), t->items[i]);
        }
        f->slot[2 + i] = t->items[i];
    }
    for (i = 0; i < n; i++) { TRY(value_is_int(vm, f->slot[2 + i])); }
    if (n == 1) { return range_new(vm, int_value(0), f->slot[2], int_value(1)); }
    return range_new(vm, f->slot[2], f->slot[3], n == 3 ? f->slot[4] : int_value(1));
}

static Value range_new_first(Vm *vm, Value *a) {
    const Tuple *t = as_tuple(vm, a[1]);
    uint32_t n = t->h.n;
    if (n < 1 || n > 3) { return V_UNBOUND; }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_int(t->items[i])) { return V_UNBOUND; }
    }
    if (n == 1) { return range_new(vm, int_value(0), t->items[0], int_value(1)); }
    return range_new(vm, t->items[0], t->items[1], n == 3 ? t->items[2] : int_value(1));
}

static Value range_reduce(Vm *vm, Value *a) {
    const Range *r = as_range(vm, a[0]);
    Value items[3] = {r->start, r->stop, r->step};
    Value args = tuple_from(vm, items, 3);
    TRY_VALUE(args);
    return tuple_pack2(vm, class_of(vm, a[0]), args);
}

Value range_reversed(Vm *vm, Value *a) {
    const Range *r = as_range(vm, a[0]);
    Value last = int_binary(vm, BIN_OP_SUB, r->len, int_value(1));
    TRY_VALUE(last);
    Value start = range_at(vm, r, last);
    TRY_VALUE(start);
    Value stop = int_binary(vm, BIN_OP_SUB, r->start, r->step);
    TRY_VALUE(stop);
    Value step = int_unary(vm, UN_OP_NEG, r->step);
    TRY_VALUE(step);
    Value reversed = range_new(vm, start, stop, step);
    TRY_VALUE(reversed);
    return range_iter_new(vm, reversed);
}

static Value range_get_start(Vm *vm, Value self) { return as_range(vm, self)->start; }
static Value range_get_step(Vm *vm, Value self) { return as_range(vm, self)->step; }
static Value range_get_stop(Vm *vm, Value self) { return as_range(vm, self)->stop; }

static const NativeDef range_methods[] = {
    STEPS_MAGIC("__contains__", "self, key, /", range_find_steps, 2, NULL, RANGE_CONTAINS, ""),
    STEPS("__getitem__", "self, key, /", seq_getitem_steps, 3, NULL, ""),
    STEPS_FAST_CLASS("__new__", "cls, /, *args", range_new_first, range_new_steps, 3,
                     "Make a range."),
    LEAF("__reduce__", "self, /", range_reduce, ""),
    LEAF("__reversed__", "self, /", range_reversed, "An iterator from the end."),
    STEPS_MAGIC("count", "self, object, /", range_find_steps, 2, NULL, RANGE_COUNT,
                "rangeobject.count(value) -> integer -- how often the value occurs"),
    STEPS_MAGIC("index", "self, object, /", range_find_steps, 2, NULL, RANGE_INDEX,
                "rangeobject.index(value) -> integer -- where the value stands.\n"
                "Raises ValueError when it is not there."),
    NATIVE_END,
};

static const GetSetDef range_getsets[] = {
    {"start", range_get_start, getset_readonly, NULL},
    {"step", range_get_step, getset_readonly, NULL},
    {"stop", range_get_stop, getset_readonly, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef range_type = {
    .name = "range",
    .doc = "range(stop) -> range object\n"
           "range(start, stop[, step]) -> range object\n\n"
           "The integers from start up to, but not including, stop, step apart.",
    .tag = T_RANGE,
    .methods = range_methods,
    .getsets = range_getsets,
    .compare = range_slot_compare,
    .hash = range_slot_hash,
    .repr = range_slot_repr,
    .len = range_slot_len,
    .truth = range_slot_truth,
    .getitem = range_slot_getitem,
    .contains = range_slot_contains,
    .iter = range_iter_new,
};
