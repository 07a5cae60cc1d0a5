// slice.c: slice objects, and the index arithmetic that all sequences share.
//
// A slice holds any three objects. Only ints and None can be resolved without guest code; whatever
// has an __index__ is asked first (object/seq.h). Comparison, hash and repr are leaf while
// the three are of builtin types, else steps natives that treat them as a tuple.
#include "object/slice.h"

#include "base/hash.h"
#include "object/int.h"
#include "object/tuple.h"

Value slice_new(Vm *vm, Value start, Value stop, Value step) {
    Slice *s = heap_new_raw(vm, T_SLICE, 0);
    TRY(s);
    s->start = start;
    s->stop = stop;
    s->step = step;
    return ptr_value(vm, s);
}

// ---- indexes -----------------------------------------------------------------------------------

static bool slice_has_index(Vm *vm, Value v) {
    return type_lookup(vm, class_of(vm, v), vm_name(vm, N___index__)) != V_UNBOUND;
}

// 1 *out is set, 0 raised, -1 guest code must run. None leaves *out as it is.
static int slice_bound(Vm *vm, Value v, int64_t *out) {
    if (is_int(v)) {
        *out = int_of(v);
        return 1;
    }
    if (v == V_NONE) { return 1; }
    if (isinstance_int(vm, v)) {
        *out = int_clamp_i64(vm, v);
        return 1;
    }
    if (slice_has_index(vm, v)) { return -1; }
    raise_error(vm, EXC_TypeError,
                "slice indices must be integers or None or have an __index__ method");
    return 0;
}

static int64_t slice_clamp(int64_t at, int64_t len, bool backward) {
    if (at < 0) {
        at += len;
        return at < 0 ? (backward ? -1 : 0) : at;
    }
    return at < len ? at : backward ? len - 1 : len;
}

int slice_resolve(Vm *vm, Value slice, uint32_t len, SliceSpan *out) {
    const Slice *s = as_slice(vm, slice);
    int64_t step = 1;
    int r = slice_bound(vm, s->step, &step);
    if (r <= 0) { return r; }
    if (step == 0) {
        raise_error(vm, EXC_ValueError, "slice step cannot be zero");
        return 0;
    }
    if (step < -INT64_MAX) { step = -INT64_MAX; } // so that it can be negated
    int64_t start = step < 0 ? INT64_MAX : 0, stop = step < 0 ? INT64_MIN : INT64_MAX;
    r = slice_bound(vm, s->start, &start);
    if (r <= 0) { return r; }
    r = slice_bound(vm, s->stop, &stop);
    if (r <= 0) { return r; }
    start = slice_clamp(start, len, step < 0);
    stop = slice_clamp(stop, len, step < 0);
    int64_t count = 0;
    if (step > 0 && start < stop) { count = (stop - start - 1) / step + 1; }
    if (step < 0 && stop < start) { count = (start - stop - 1) / -step + 1; }
    *out = (SliceSpan){start, stop, step, (uint32_t)count};
    return 1;
}

// Bounds for a length of any size: the arithmetic of slice_resolve on ints.
static Value slice_big_bound(Vm *vm, Value v, Value len, Value low, Value high) {
    if (int_is_negative(vm, v)) {
        v = int_binary(vm, BIN_OP_ADD, v, len);
        TRY_VALUE(v);
        return int_compare(vm, v, low) < 0 ? low : v;
    }
    return int_compare(vm, v, high) > 0 ? high : int_plain(vm, v);
}

Value slice_indices_of(Vm *vm, Value slice, Value len) {
    const Slice *s = as_slice(vm, slice);
    Value step = s->step == V_NONE ? int_value(1) : int_plain(vm, s->step);
    TRY_VALUE(step);
    if (int_is_zero(vm, step)) {
        return raise_error(vm, EXC_ValueError, "slice step cannot be zero");
    }
    bool backward = int_is_negative(vm, step);
    Value low = int_value(backward ? -1 : 0);
    Value high = backward ? int_binary(vm, BIN_OP_SUB, len, int_value(1)) : int_plain(vm, len);
    TRY_VALUE(high);
    Value start = s->start == V_NONE ? (backward ? high : low)
                                     : slice_big_bound(vm, s->start, len, low, high);
    TRY_VALUE(start);
    Value stop =
        s->stop == V_NONE ? (backward ? low : high) : slice_big_bound(vm, s->stop, len, low, high);
    TRY_VALUE(stop);
    Value items[3] = {start, stop, step};
    return tuple_from(vm, items, 3);
}

int index_resolve(Vm *vm, Value key, uint32_t len, const char *what, uint32_t *at) {
    uint64_t i = index_of(key);
    if (NX_LIKELY(i < len)) {
        *at = (uint32_t)i;
        return 1;
    }
    int64_t n;
    if (is_int(key)) {
        n = int_of(key);
    } else if (!isinstance_int(vm, key)) {
        if (slice_has_index(vm, key)) { return -1; }
        raise_error(vm, EXC_TypeError, "%s indices must be integers or slices, not %T", what, key);
        return 0;
    } else if (!int_to_i64(vm, key, &n)) {
        raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
        return 0;
    }
    if (n < 0) { n += len; }
    if (n < 0 || n >= len) {
        raise_error(vm, EXC_IndexError, "%s index out of range", what);
        return 0;
    }
    *at = (uint32_t)n;
    return 1;
}

// ---- slots -------------------------------------------------------------------------------------

static bool slice_is_leaf(Vm *vm, const Slice *s) {
    return (s->start == V_NONE || is_exact_int(vm, s->start)) &&
           (s->stop == V_NONE || is_exact_int(vm, s->stop)) &&
           (s->step == V_NONE || is_exact_int(vm, s->step));
}

static Value slice_slot_repr(Vm *vm, Value v) {
    const Slice *s = as_slice(vm, v);
    if (!slice_is_leaf(vm, s)) { return V_UNBOUND; }
    return format_text(vm, "slice(%R, %R, %R)", s->start, s->stop, s->step);
}

#define SLICE_NONE_HASH 4238894112 // hash(None)

int64_t slice_member_hash(Vm *vm, Value v) {
    return v == V_NONE ? SLICE_NONE_HASH : int_hash(vm, v);
}

// CPython's: the lanes of a tuple's hash without its length.
static int64_t slice_hash_of(const int64_t hashes[3]) {
    uint64_t acc = HASH_TUPLE_INIT;
    for (int i = 0; i < 3; i++) { acc = hash_tuple_add(acc, hashes[i]); }
    return acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
}

static Value slice_slot_hash(Vm *vm, Value v) {
    const Slice *s = as_slice(vm, v);
    if (!slice_is_leaf(vm, s)) { return V_UNBOUND; }
    int64_t hashes[3] = {slice_member_hash(vm, s->start), slice_member_hash(vm, s->stop),
                         slice_member_hash(vm, s->step)};
    return int_from_i64(vm, slice_hash_of(hashes));
}

static bool slice_member_equal(Vm *vm, Value a, Value b) {
    if (a == V_NONE || b == V_NONE) { return a == b; }
    return int_compare(vm, a, b) == 0;
}

static Value slice_slot_compare(Vm *vm, int op, Value a, Value b) {
    if (!is_tagged(vm, b, T_SLICE)) { return V_NOTIMPL; }
    const Slice *s = as_slice(vm, a), *t = as_slice(vm, b);
    if ((op != OP_EQ && op != OP_NE) || !slice_is_leaf(vm, s) || !slice_is_leaf(vm, t)) {
        return V_UNBOUND;
    }
    bool equal = slice_member_equal(vm, s->start, t->start) &&
                 slice_member_equal(vm, s->stop, t->stop) &&
                 slice_member_equal(vm, s->step, t->step);
    return bool_value(equal == (op == OP_EQ));
}

// ---- natives -----------------------------------------------------------------------------------

static Value slice_tuple(Vm *vm, Value v) {
    const Slice *s = as_slice(vm, v);
    Value items[3] = {s->start, s->stop, s->step};
    return tuple_from(vm, items, 3);
}

// __eq__, __lt__ … of members that may run guest code: those of the tuples (start, stop, step).
enum { SLICE_COMPARE_START, SLICE_COMPARE_DONE };

static Value slice_compare_steps(Vm *vm, Frame *f) {
    if (native_state(f) == SLICE_COMPARE_DONE) { return f->result; }
    if (!is_tagged(vm, f->slot[1], T_SLICE)) { return V_NOTIMPL; }
    int op = native_magic(vm, f);
    if (f->slot[0] == f->slot[1]) { return bool_value(op == OP_EQ || op == OP_LE || op == OP_GE); }
    Value a = slice_tuple(vm, f->slot[0]);
    TRY_VALUE(a);
    Value b = slice_tuple(vm, f->slot[1]);
    TRY_VALUE(b);
    return native_call3(vm, f, SLICE_COMPARE_DONE, internal(vm, I_RICH_COMPARE), a, b,
                        int_value(op));
}

// Calls an internal on start, stop and step in turn; the results stand in slot[1..3]. The state is
// the number of calls made.
static Value slice_each(Vm *vm, Frame *f, Internal op) {
    int n = native_state(f);
    if (n > 0) { f->slot[n] = f->result; }
    if (n == 3) { return V_NONE; }
    const Slice *s = slot_obj(vm, f, 0, T_SLICE);
    TRY(s);
    Value v = n == 0 ? s->start : n == 1 ? s->stop : s->step;
    return native_call1(vm, f, n + 1, internal(vm, op), v);
}

static Value slice_hash_steps(Vm *vm, Frame *f) {
    Value r = slice_each(vm, f, I_HASH);
    if (r != V_NONE) { return r; }
    int64_t hashes[3];
    for (int i = 0; i < 3; i++) { hashes[i] = int_clamp_i64(vm, f->slot[i + 1]); }
    return int_from_i64(vm, slice_hash_of(hashes));
}

static Value slice_repr_steps(Vm *vm, Frame *f) {
    Value r = slice_each(vm, f, I_REPR);
    if (r != V_NONE) { return r; }
    return format_text(vm, "slice(%U, %U, %U)", f->slot[1], f->slot[2], f->slot[3]);
}

static Value slice_reduce(Vm *vm, Value *a) {
    Value args = slice_tuple(vm, a[0]);
    TRY_VALUE(args);
    return tuple_pack2(vm, class_of(vm, a[0]), args);
}

// The members in the order in which they are asked for their __index__.
static Value *slice_member(Slice *s, int i) {
    return i == 0 ? &s->step : i == 1 ? &s->start : &s->stop;
}

static int slice_first_foreign(Vm *vm, Slice *s) {
    for (int i = 0; i < 3; i++) {
        Value v = *slice_member(s, i);
        if (v != V_NONE && !isinstance_int(vm, v)) { return i; }
    }
    return 3;
}

enum { SLICE_INDICES_START, SLICE_INDICES_GOT_LEN, SLICE_INDICES_ASK, SLICE_INDICES_GOT_BOUND };
enum { SLICE_INDICES_SELF, SLICE_INDICES_LEN };

// The bound that was asked for. The guest may hold the slice itself: it is not changed but replaced.
static Value slice_take_bound(Vm *vm, Frame *f, const Slice *s) {
    Value copy = slice_new(vm, s->start, s->stop, s->step);
    TRY_VALUE(copy);
    Slice *t = as_slice(vm, copy);
    int i = slice_first_foreign(vm, t);
    if (i == 3) { return raise_stop(vm, STOP_CORRUPT); }
    *slice_member(t, i) = f->result;
    f->slot[SLICE_INDICES_SELF] = copy;
    return native_again(vm, f, SLICE_INDICES_ASK);
}

static Value slice_indices(Vm *vm, Frame *f) {
    Slice *s = slot_obj(vm, f, SLICE_INDICES_SELF, T_SLICE);
    TRY(s);
    switch (native_state(f)) {
    case SLICE_INDICES_START:
        if (isinstance_int(vm, f->slot[SLICE_INDICES_LEN])) { break; }
        return native_call1(vm, f, SLICE_INDICES_GOT_LEN, internal(vm, I_INDEX),
                            f->slot[SLICE_INDICES_LEN]);
    case SLICE_INDICES_GOT_LEN: f->slot[SLICE_INDICES_LEN] = f->result; break;
    case SLICE_INDICES_GOT_BOUND: return slice_take_bound(vm, f, s);
    default: break;
    }
    TRY(value_is_int(vm, f->slot[SLICE_INDICES_LEN]));
    if (int_is_negative(vm, f->slot[SLICE_INDICES_LEN])) {
        return raise_error(vm, EXC_ValueError, "length should not be negative");
    }
    if (isinstance_int(vm, s->step) && int_is_zero(vm, s->step)) {
        return raise_error(vm, EXC_ValueError, "slice step cannot be zero");
    }
    int i = slice_first_foreign(vm, s);
    if (i == 3) { return slice_indices_of(vm, ptr_value(vm, s), f->slot[SLICE_INDICES_LEN]); }
    if (!slice_has_index(vm, *slice_member(s, i))) {
        return raise_error(vm, EXC_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    }
    return native_call1(vm, f, SLICE_INDICES_GOT_BOUND, internal(vm, I_INDEX), *slice_member(s, i));
}

static Value slice_new_native(Vm *vm, Value *a) {
    const Tuple *t = as_tuple(vm, a[1]);
    uint32_t n = t->h.n;
    if (n < 1) {
        return raise_error(vm, EXC_TypeError, "slice expected at least 1 argument, got 0");
    }
    if (n > 3) {
        return raise_error(vm, EXC_TypeError, "slice expected at most 3 arguments, got %u", n);
    }
    if (n == 1) { return slice_new(vm, V_NONE, t->items[0], V_NONE); }
    return slice_new(vm, t->items[0], t->items[1], n == 3 ? t->items[2] : V_NONE);
}

static Value slice_get_start(Vm *vm, Value self) { return as_slice(vm, self)->start; }
static Value slice_get_step(Vm *vm, Value self) { return as_slice(vm, self)->step; }
static Value slice_get_stop(Vm *vm, Value self) { return as_slice(vm, self)->stop; }

static const NativeDef slice_methods[] = {
    STEPS_MAGIC("__eq__", "self, value, /", slice_compare_steps, 0, NULL, OP_EQ, ""),
    STEPS_MAGIC("__ge__", "self, value, /", slice_compare_steps, 0, NULL, OP_GE, ""),
    STEPS_MAGIC("__gt__", "self, value, /", slice_compare_steps, 0, NULL, OP_GT, ""),
    STEPS("__hash__", "self, /", slice_hash_steps, 3, NULL, ""),
    STEPS_MAGIC("__le__", "self, value, /", slice_compare_steps, 0, NULL, OP_LE, ""),
    STEPS_MAGIC("__lt__", "self, value, /", slice_compare_steps, 0, NULL, OP_LT, ""),
    STEPS_MAGIC("__ne__", "self, value, /", slice_compare_steps, 0, NULL, OP_NE, ""),
    LEAF_CLASS("__new__", "cls, *args", slice_new_native, "Make a slice."),
    LEAF("__reduce__", "self, /", slice_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    STEPS("__repr__", "self, /", slice_repr_steps, 3, NULL, ""),
    STEPS("indices", "self, object, /", slice_indices, 0, NULL,
          "indices(len) -> (start, stop, stride)\n\n"
          "The bounds this slice has on a sequence of that length, clamped to it."),
    NATIVE_END,
};

static const GetSetDef slice_getsets[] = {
    {"start", slice_get_start, getset_readonly, NULL},
    {"step", slice_get_step, getset_readonly, NULL},
    {"stop", slice_get_stop, getset_readonly, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef slice_type = {
    .name = "slice",
    .doc = "slice(stop)\n"
           "slice(start, stop[, step])\n\n"
           "Make a slice object: what is between the brackets of a[start:stop:step].",
    .tag = T_SLICE,
    .methods = slice_methods,
    .getsets = slice_getsets,
    .compare = slice_slot_compare,
    .hash = slice_slot_hash,
    .repr = slice_slot_repr,
};
