// deque.c: collections.deque, a ring of values.
//
// A Deque is a header, one Value (its buffer) and a few numbers: where the first item stands in the
// buffer, how many places there are, how many items there may be. Both ends take and give items
// without moving any; what is put or taken in between moves the shorter part. Places without an
// item hold V_NONE, so that nothing is kept alive by them.
//
// `state` counts changes of length or order as CPython does, for iterators and searches to notice.
// What may have to run guest code is in deque_steps.c and deque_search.c, iterators in
// deque_iter.c.
#include "object/deque.h"

#include "object/construct.h"
#include "object/int.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/steps_fast.h"

// A buffer of more places than this is given back when the last item goes.
enum { DEQUE_KEPT = 1024 };

// ---- the ring ----------------------------------------------------------------------------------

// The n items from i on, in order.
static void deque_read(Vm *vm, const Deque *d, uint32_t i, Value *to, uint32_t n) {
    if (n == 0) { return; }
    const Value *items = deque_buf(vm, d)->items;
    uint32_t at = deque_at(d, i), first = min_u32(n, d->cap - at);
    values_copy(to, items + at, first);
    values_copy(to + first, items, n - first);
}

static void deque_forget(Value *items, uint64_t n) {
    for (uint64_t i = 0; i < n; i++) { items[i] = V_NONE; }
}

// n items one place up, from `from` on; the place behind them is free.
static void deque_ring_shift_up(Value *items, uint32_t cap, uint32_t from, uint32_t n) {
    uint32_t low = from + n > cap ? from + n - cap : 0; // of the items, behind the end of the ring
    if (low) { memmove(items + 1, items, low * sizeof(Value)); }
    uint32_t high = n - low;
    if (high == 0) { return; }
    if (from + high == cap) {
        items[0] = items[cap - 1];
        high--;
    }
    memmove(items + from + 1, items + from, high * sizeof(Value));
}

// n items one place down; the place before them is free.
static void deque_ring_shift_down(Value *items, uint32_t cap, uint32_t from, uint32_t n) {
    if (n == 0) { return; }
    if (from == 0) {
        items[cap - 1] = items[0];
        from = 1;
        n--;
    }
    uint32_t low = from + n > cap ? from + n - cap : 0, high = n - low;
    memmove(items + from - 1, items + from, high * sizeof(Value));
    if (low == 0) { return; }
    items[cap - 1] = items[0];
    memmove(items, items + 1, (low - 1) * sizeof(Value));
}

// n items over the free places behind them, which come to stand before them then. With `down`, over
// those before them.
static void deque_ring_slide(Value *items, uint32_t cap, uint32_t from, uint32_t n, uint32_t free,
                             bool down) {
    uint32_t left = n, over = min_u32(n, free);
    uint32_t src = down ? from : from + n, dst = down ? src + cap - free : src + free;
    src %= cap, dst %= cap; // the next places to be read and written, or behind them going up
    while (left > 0) {
        if (!down) {
            src = src ? src : cap;
            dst = dst ? dst : cap;
        }
        uint32_t run = min_u32(left, down ? cap - max_u32(src, dst) : min_u32(src, dst));
        if (!down) {
            src -= run;
            dst -= run;
        }
        memmove(items + dst, items + src, run * sizeof(Value));
        if (down) {
            src = src + run == cap ? 0 : src + run;
            dst = dst + run == cap ? 0 : dst + run;
        }
        left -= run;
    }
    uint32_t empty = (down ? from + n - over : from) % cap, first = min_u32(over, cap - empty);
    deque_forget(items + empty, first);
    deque_forget(items, over - first);
}

// The items of a deque that has places, to be changed.
static Value *deque_open(Vm *vm, Deque *d) {
    Values *buf = deque_buf(vm, d);
    obj_touch(vm, d);
    obj_touch(vm, buf);
    return buf->items;
}

// ---- construction and C-side operations --------------------------------------------------------

Value deque_new(Vm *vm, int64_t maxlen) {
    Deque *d = HEAP_MAKE_ZEROED(vm, DEQUE);
    TRY(d);
    d->buf = V_NONE;
    d->maxlen = maxlen;
    return ptr_value(vm, d);
}

Value deque_list(Vm *vm, const Deque *d) {
    TRY(items_charge(vm, d->h.n));
    Value v = list_new(vm, d->h.n);
    TRY_VALUE(v);
    if (d->h.n == 0) { return v; }
    List *l = as_list(vm, v);
    deque_read(vm, d, 0, list_items(vm, l), d->h.n);
    l->h.n = d->h.n;
    return v;
}

static bool deque_reserve(Vm *vm, Deque *d, uint64_t cap) {
    if (cap <= d->cap) { return true; }
    Values *buf = heap_new_raw(vm, T_VALUES, cap);
    if (!buf) { return false; }
    deque_read(vm, d, 0, buf->items, d->h.n);
    deque_forget(buf->items + d->h.n, cap - d->h.n);
    obj_touch(vm, d);
    d->buf = ptr_value(vm, buf);
    d->head = 0;
    d->cap = (uint32_t)cap;
    return true;
}

static bool deque_grow(Vm *vm, Deque *d) {
    uint64_t cap = d->h.n + (uint64_t)d->h.n / 2 + 7;
    if (d->maxlen > d->h.n && (uint64_t)d->maxlen < cap) { cap = (uint64_t)d->maxlen; }
    return deque_reserve(vm, d, cap);
}

bool deque_room(Vm *vm, Deque *d) {
    return d->h.n < d->cap || d->h.n == d->maxlen || deque_grow(vm, d);
}

Value deque_copy(Vm *vm, const Deque *d, uint32_t more) {
    TRY(items_charge(vm, d->h.n));
    Value v = deque_new(vm, d->maxlen);
    TRY_VALUE(v);
    Deque *copy = as_deque(vm, v);
    TRY(deque_reserve(vm, copy, (uint64_t)d->h.n + more));
    if (d->h.n) { deque_read(vm, d, 0, deque_buf(vm, copy)->items, d->h.n); }
    copy->h.n = d->h.n;
    return v;
}

// At its maximum: the item takes the place of the one at the other end.
static void deque_push_full(Vm *vm, Deque *d, Value item, bool left) {
    obj_touch(vm, d);
    d->state++;
    if (d->h.n == 0) { return; }
    Value *items = deque_open(vm, d);
    uint32_t first = d->head, before = first ? first - 1 : d->cap - 1;
    uint32_t last = deque_at(d, d->h.n - 1), behind = last + 1 == d->cap ? 0 : last + 1;
    items[left ? last : first] = V_NONE;
    items[left ? before : behind] = item;
    d->head = left ? before : deque_at(d, 1);
}

void deque_push(Vm *vm, Deque *d, Value item) {
    if (NX_UNLIKELY(d->h.n == d->maxlen)) {
        deque_push_full(vm, d, item, false);
        return;
    }
    Values *buf = deque_buf(vm, d);
    obj_touch(vm, d);
    obj_set(vm, buf, &buf->items[deque_at(d, d->h.n)], item);
    d->h.n++;
    d->state++;
}

void deque_push_left(Vm *vm, Deque *d, Value item) {
    if (NX_UNLIKELY(d->h.n == d->maxlen)) {
        deque_push_full(vm, d, item, true);
        return;
    }
    Values *buf = deque_buf(vm, d);
    obj_touch(vm, d);
    d->head = d->head ? d->head - 1 : d->cap - 1;
    obj_set(vm, buf, &buf->items[d->head], item);
    d->h.n++;
    d->state++;
}

bool deque_extend_items(Vm *vm, Deque *d, const Value *items, uint32_t n, bool left) {
    uint64_t total = (uint64_t)d->h.n + n;
    if (d->maxlen == 0) { return items_charge(vm, n); } // not even the state changes
    if (d->maxlen >= 0 && (uint64_t)d->maxlen < total) { total = (uint64_t)d->maxlen; }
    if (!items_charge(vm, n) || !deque_reserve(vm, d, total)) { return false; }
    if (d->maxlen >= 0 && (uint64_t)d->h.n + n > (uint64_t)d->maxlen) {
        for (uint32_t i = 0; i < n; i++) {
            if (left) {
                deque_push_left(vm, d, items[i]);
            } else {
                deque_push(vm, d, items[i]);
            }
        }
        return true;
    }
    if (n == 0) { return true; }
    Value *to = deque_open(vm, d);
    if (left) {
        for (uint32_t i = 0, at = d->head; i < n; i++) {
            at = at ? at - 1 : d->cap - 1;
            to[at] = items[i];
        }
        d->head = d->head >= n ? d->head - n : d->head + d->cap - n;
    } else {
        uint32_t at = deque_at(d, d->h.n), first = min_u32(n, d->cap - at);
        values_copy(to + at, items, first);
        values_copy(to, items + first, n - first);
    }
    d->h.n += n;
    d->state += n;
    return true;
}

void deque_clear(Vm *vm, Deque *d) {
    if (d->h.n == 0) { return; }
    obj_touch(vm, d);
    d->buf = V_NONE;
    d->h.n = d->head = d->cap = 0;
    d->state++;
}

// Before an item is taken out at an end.
static void deque_shrink(Vm *vm, Deque *d) {
    obj_touch(vm, d);
    d->state++;
    d->h.n--;
    if (d->h.n == 0 && d->cap > DEQUE_KEPT) {
        d->buf = V_NONE;
        d->head = d->cap = 0;
    }
}

Value deque_take_left(Vm *vm, Deque *d) {
    Values *buf = deque_buf(vm, d);
    Value item = buf->items[d->head];
    obj_touch(vm, d);
    obj_set(vm, buf, &buf->items[d->head], V_NONE);
    d->head = d->head + 1 == d->cap ? 0 : d->head + 1;
    deque_shrink(vm, d);
    return item;
}

bool deque_delete(Vm *vm, Deque *d, uint32_t i) {
    uint32_t behind = d->h.n - 1 - i;
    if (!items_charge(vm, min_u32(i, behind))) { return false; }
    Value *items = deque_open(vm, d);
    if (i < behind) {
        deque_ring_shift_up(items, d->cap, d->head, i);
        items[d->head] = V_NONE;
        d->head = deque_at(d, 1);
    } else {
        deque_ring_shift_down(items, d->cap, deque_at(d, i + 1), behind);
        items[deque_at(d, d->h.n - 1)] = V_NONE;
    }
    deque_shrink(vm, d);
    return true;
}

// No more times than make the deque full.
static int64_t deque_times_needed(const Deque *d, int64_t count) {
    uint64_t n = d->h.n, most = (uint64_t)d->maxlen;
    if (n == 0 || d->maxlen < 0 || (uint64_t)count <= most / n) { return count; }
    return (int64_t)(most / n + (most % n > 0));
}

Value deque_repeat(Vm *vm, const Deque *d, int64_t count, Deque *into) {
    uint64_t len, n = d->h.n;
    int64_t most = d->maxlen;
    count = deque_times_needed(d, count);
    TRY(items_repeated_length(vm, d->h.n, count, &len));
    uint32_t from = most >= 0 && (uint64_t)most < len ? (uint32_t)(len - (uint64_t)most) : 0;
    Values *buf = len ? heap_new_raw(vm, T_VALUES, len) : NULL;
    TRY(buf || !len);
    if (!into) {
        Value made = deque_new(vm, d->maxlen);
        TRY_VALUE(made);
        into = as_deque(vm, made);
    }
    if (len) {
        deque_read(vm, d, 0, buf->items, d->h.n);
        items_repeat(buf->items, buf->items, n, len);
        deque_forget(buf->items, from);
    }
    obj_touch(vm, into);
    into->buf = len ? ptr_value(vm, buf) : V_NONE;
    into->head = from;
    into->cap = (uint32_t)len;
    into->h.n = (uint32_t)len - from;
    into->state++;
    return ptr_value(vm, into);
}

// ---- slots -------------------------------------------------------------------------------------

static Value deque_concat(Vm *vm, Value a, Value b) {
    if (!is_tagged(vm, a, T_DEQUE)) { return V_NOTIMPL; }
    if (!is_tagged(vm, b, T_DEQUE)) { return seq_concat_error(vm, b, "deque"); }
    if (!is_exact(vm, a, T_DEQUE) || !is_exact(vm, b, T_DEQUE)) { return V_UNBOUND; }
    const Deque *right = as_deque(vm, b);
    Value items = deque_list(vm, right);
    TRY_VALUE(items);
    Value sum = deque_copy(vm, as_deque(vm, a), right->h.n);
    TRY_VALUE(sum);
    if (right->h.n == 0) { return sum; }
    TRY(deque_extend_items(vm, as_deque(vm, sum), list_items(vm, as_list(vm, items)), right->h.n,
                           false));
    return sum;
}

static Value deque_times(Vm *vm, Value v, Value times, bool inplace) {
    int64_t count;
    Value why;
    int r = seq_repeat_count(vm, times, &count, &why);
    if (r <= 0) { return r ? why : V_RAISED; }
    Deque *d = as_deque(vm, v);
    if (!inplace) { return deque_repeat(vm, d, count, NULL); }
    if (count == 1 || d->h.n == 0) { return v; }
    if (count == 0) {
        deque_clear(vm, d);
        return v;
    }
    if (deque_times_needed(d, count) == 1) { // full; for iterators a single item counts as changed
        obj_touch(vm, d);
        d->state += d->h.n == 1;
        return v;
    }
    return deque_repeat(vm, d, count, d);
}

static Value deque_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (op == BIN_OP_ADD) { return deque_concat(vm, a, b); }
    if (op != BIN_OP_MUL) { return V_NOTIMPL; }
    Value deque = is_tagged(vm, a, T_DEQUE) ? a : b;
    return is_exact(vm, deque, T_DEQUE) ? deque_times(vm, deque, deque == a ? b : a, false)
                                        : V_UNBOUND;
}

static Value deque_inplace(Vm *vm, BinOp op, Value a, Value b) {
    if (op == BIN_OP_MUL) { return deque_times(vm, a, b, true); }
    if (op != BIN_OP_ADD) { return V_NOTIMPL; }
    Value args[2] = {a, b}, r = deque_extend_first(vm, args);
    return r == V_NONE ? a : r;
}

// Which item the key means: 1; 0: raised; -1: __index__ must tell.
static int deque_resolve(Vm *vm, const Deque *d, Value key, uint32_t *i) {
    int64_t n;
    if (is_int(key)) {
        n = int_of(key);
    } else if (!isinstance_int(vm, key)) {
        if (seq_has_index(vm, key)) { return -1; }
        raise_error(vm, EXC_TypeError, "sequence index must be integer, not '%T'", key);
        return 0;
    } else if (!int_to_i64(vm, key, &n)) {
        raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
        return 0;
    }
    if (n < 0) { n += d->h.n; }
    *i = (uint32_t)n;
    if (n >= 0 && n < d->h.n) { return 1; }
    raise_error(vm, EXC_IndexError, "deque index out of range");
    return 0;
}

static Value deque_getitem(Vm *vm, Value v, Value key) {
    const Deque *d = as_deque(vm, v);
    uint32_t i = (uint32_t)index_of(key);
    if (NX_UNLIKELY(index_of(key) >= d->h.n)) {
        int r = deque_resolve(vm, d, key, &i);
        if (r <= 0) { return r ? V_UNBOUND : V_RAISED; }
    }
    return deque_buf(vm, d)->items[deque_at(d, i)];
}

static Value deque_setitem(Vm *vm, Value v, Value key, Value item) {
    Deque *d = as_deque(vm, v);
    uint32_t i;
    int r = deque_resolve(vm, d, key, &i);
    if (r <= 0) { return r ? V_UNBOUND : V_RAISED; }
    if (item == V_UNBOUND) {
        TRY(deque_delete(vm, d, i));
    } else {
        values_set(vm, deque_buf(vm, d), deque_at(d, i), item);
    }
    return V_NONE;
}

// The rows have other words than the operators for what is no index of theirs.
static bool deque_row_fits(Vm *vm, Value key) {
    int64_t n;
    return int_to_i64(vm, key, &n) ||
           raise_false(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer", key);
}
static Value deque_getitem_row(Vm *vm, Value *a) {
    return deque_row_fits(vm, a[1]) ? deque_getitem(vm, a[0], a[1]) : V_RAISED;
}
static Value deque_setitem_row(Vm *vm, Value *a) {
    return deque_row_fits(vm, a[1]) ? deque_setitem(vm, a[0], a[1], a[2]) : V_RAISED;
}
static Value deque_delitem_row(Vm *vm, Value *a) {
    return deque_row_fits(vm, a[1]) ? deque_setitem(vm, a[0], a[1], V_UNBOUND) : V_RAISED;
}

static Value deque_len(Vm *vm, Value v) { return int_value(as_deque(vm, v)->h.n); }

static Value deque_get_maxlen(Vm *vm, Value v) {
    int64_t maxlen = as_deque(vm, v)->maxlen;
    return maxlen < 0 ? V_NONE : int_from_i64(vm, maxlen);
}

// ---- natives -----------------------------------------------------------------------------------

static Value deque_append_native(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    if (NX_UNLIKELY(d->h.n == d->cap)) { TRY(deque_room(vm, d)); }
    deque_push(vm, d, a[1]);
    return V_NONE;
}

static Value deque_append_left_native(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    if (NX_UNLIKELY(d->h.n == d->cap)) { TRY(deque_room(vm, d)); }
    deque_push_left(vm, d, a[1]);
    return V_NONE;
}

static Value deque_clear_native(Vm *vm, Value *a) {
    deque_clear(vm, as_deque(vm, a[0]));
    return V_NONE;
}

static Value deque_insert(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    int64_t i = int_clamp_i64(vm, a[1]), n = d->h.n;
    if (n == d->maxlen) {
        return raise_error(vm, EXC_IndexError, "deque already at its maximum size");
    }
    if (i < 0) { i = max_i64(i + n, 0); }
    i = min_i64(i, n);
    TRY(items_charge(vm, (uint64_t)min_i64(i, n - i)) && deque_room(vm, d));
    Value *items = deque_open(vm, d);
    if (i < n - i) {
        deque_ring_shift_down(items, d->cap, d->head, (uint32_t)i);
        d->head = d->head ? d->head - 1 : d->cap - 1;
    } else {
        deque_ring_shift_up(items, d->cap, deque_at(d, (uint32_t)i), (uint32_t)(n - i));
    }
    items[deque_at(d, (uint32_t)i)] = a[2];
    d->h.n++;
    d->state++;
    return V_NONE;
}

static Value deque_make(Vm *vm, Value *a) {
    Deque *d = construct(vm, T_DEQUE, a[0], 0);
    TRY(d);
    d->buf = V_NONE;
    d->maxlen = DEQUE_UNBOUNDED;
    return ptr_value(vm, d);
}

static Value deque_pop_error(Vm *vm) {
    return raise_error(vm, EXC_IndexError, "pop from an empty deque");
}

static Value deque_pop(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    if (NX_UNLIKELY(d->h.n == 0)) { return deque_pop_error(vm); }
    Values *buf = deque_buf(vm, d);
    uint32_t at = deque_at(d, d->h.n - 1);
    Value item = buf->items[at];
    obj_set(vm, buf, &buf->items[at], V_NONE);
    deque_shrink(vm, d);
    return item;
}

static Value deque_pop_left(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    return d->h.n == 0 ? deque_pop_error(vm) : deque_take_left(vm, d);
}

static Value deque_reverse(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    uint32_t n = d->h.n;
    TRY(items_charge(vm, n));
    if (n < 2) { return V_NONE; }
    Value *items = deque_open(vm, d);
    uint32_t i = d->head, j = deque_at(d, n - 1) + 1; // behind the item to be exchanged
    for (uint32_t left = n / 2; left > 0;) {
        uint32_t run = min_u32(left, min_u32(d->cap - i, j));
        for (uint32_t k = 0; k < run; k++) {
            Value item = items[i + k];
            items[i + k] = items[j - 1 - k];
            items[j - 1 - k] = item;
        }
        left -= run;
        i = i + run == d->cap ? 0 : i + run;
        j = j == run ? d->cap : j - run;
    }
    return V_NONE;
}

// k items from the right end to the left one, or the other way. A full ring only turns.
static void deque_turn(Vm *vm, Deque *d, uint32_t k, bool left) {
    Value *items = deque_open(vm, d);
    uint32_t n = d->h.n, cap = d->cap, free = cap - n;
    uint32_t before = d->head >= k ? d->head - k : d->head + cap - k;
    if (free == 0) {
        d->head = left ? deque_at(d, k) : before;
    } else if (left) {
        deque_ring_slide(items, cap, d->head, k, free, true);
        d->head = deque_at(d, k);
    } else {
        deque_ring_slide(items, cap, deque_at(d, n - k), k, free, false);
        d->head = before;
    }
}

static Value deque_rotate(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    int64_t k = int_clamp_i64(vm, a[1]), n = d->h.n;
    if (n < 2) { return V_NONE; }
    k %= n;
    if (k > n / 2) { k -= n; }
    if (k < -(n / 2)) { k += n; }
    TRY(items_charge(vm, (uint64_t)(k < 0 ? -k : k)));
    obj_touch(vm, d);
    d->state++;
    deque_turn(vm, d, (uint32_t)(k < 0 ? -k : k), k < 0);
    return V_NONE;
}

#define DEQUE_COMPARE(name, op, symbol)                                                            \
    STEPS_MAGIC(name, "self, value, /", deque_compare_steps, 5, NULL, op,                          \
                "What self " symbol " value gives.")
#define DEQUE_EXTEND(name, leaf, left, doc)                                                        \
    STEPS_FAST_MAGIC(name, "self, iterable, /", leaf, deque_extend_steps, 1, left, doc)

static const NativeDef deque_methods[] = {
    STEPS("__add__", "self, value, /", deque_add_steps, 1, NULL, "What self + value gives."),
    STEPS_MAGIC("__contains__", "self, key, /", deque_search_steps, 3, NULL, DEQUE_CONTAINS,
                "Whether it is in it."),
    STEPS_FAST("__copy__", "self, /", deque_copy_first, deque_copy_steps, 0,
               "A new deque of the same items."),
    LEAF("__delitem__", "self, key: index, /", deque_delitem_row, "Removes self[key]."),
    DEQUE_COMPARE("__eq__", OP_EQ, "=="),
    DEQUE_COMPARE("__ge__", OP_GE, ">="),
    LEAF("__getitem__", "self, key: index, /", deque_getitem_row, "The item: self[key]."),
    DEQUE_COMPARE("__gt__", OP_GT, ">"),
    STEPS("__iadd__", "self, value, /", deque_iadd_steps, 1, NULL, "What self += value does."),
    STEPS("__imul__", "self, value, /", deque_imultiply_steps, 0, NULL, "What self *= value does."),
    STEPS_FAST("__init__", "self, iterable=UNBOUND, maxlen=None", deque_init_first,
               deque_init_steps, 1, "Fill from an iterable."),
    DEQUE_COMPARE("__le__", OP_LE, "<="),
    DEQUE_COMPARE("__lt__", OP_LT, "<"),
    STEPS("__mul__", "self, value, /", deque_multiply_steps, 1, NULL, "What self * value gives."),
    DEQUE_COMPARE("__ne__", OP_NE, "!="),
    LEAF_MAKER(deque_make, "Make an empty deque."),
    STEPS("__reduce__", "self, /", deque_reduce_steps, 0, NULL,
          "What copying and pickling make a deque of."),
    {"__repr__", "self, /", deque_repr_first, deque_repr_steps, deque_repr_unwind,
     "What repr(self) gives.", NATIVE_STEPS, 0, 0, 0},
    LEAF("__reversed__", "self, /", deque_reversed, "An iterator over the items, last one first."),
    STEPS("__rmul__", "self, value, /", deque_multiply_steps, 1, NULL, "What value * self gives."),
    LEAF("__setitem__", "self, key: index, value, /", deque_setitem_row,
         "What setting an item does."),
    LEAF("append", "self, item, /", deque_append_native, "Put an item at the right end."),
    LEAF("appendleft", "self, item, /", deque_append_left_native, "Put an item at the left end."),
    LEAF("clear", "self, /", deque_clear_native, "Drop all items."),
    STEPS_FAST("copy", "self, /", deque_copy_first, deque_copy_steps, 0,
               "A new deque of the same items."),
    STEPS_FAST_MAGIC("count", "self, value, /", deque_count_first, deque_search_steps, 3,
                     DEQUE_COUNT, "How many items are equal to value."),
    DEQUE_EXTEND("extend", deque_extend_first, false,
                 "Put the items of an iterable at the right end, one after the other."),
    DEQUE_EXTEND("extendleft", deque_extend_left_first, true,
                 "Put the items of an iterable at the left end, one after the other."),
    STEPS_FAST_MAGIC("index", "self, value, start=0, stop=UNBOUND, /", deque_index_first,
                     deque_search_steps, 3, DEQUE_INDEX,
                     "Position of the first item equal to value; ValueError if there is none."),
    LEAF("insert", "self, index: int, value, /", deque_insert,
         "Put value before the item at index."),
    LEAF("pop", "self, /", deque_pop, "Take out the item at the right end."),
    LEAF("popleft", "self, /", deque_pop_left, "Take out the item at the left end."),
    STEPS_FAST_MAGIC("remove", "self, value, /", deque_remove_first, deque_search_steps, 3,
                     DEQUE_REMOVE,
                     "Take out the first item equal to value; ValueError if there is none."),
    LEAF("reverse", "self, /", deque_reverse, "Turn the order of the items round."),
    LEAF("rotate", "self, n: int=1, /", deque_rotate,
         "Move n items from the right end to the left one; for a negative n, the other way."),
    NATIVE_END,
};

static const GetSetDef deque_getsets[] = {
    {"maxlen", deque_get_maxlen, NULL, "how many items there may be, or None"},
    {0},
};

const TypeDef deque_type = {
    .name = "deque",
    .module = "collections",
    .doc = "A sequence that takes and gives items at both ends equally fast.\n\nWith a maxlen, "
           "an item too many makes the one at the other end fall out.",
    .new_sig = "([iterable[, maxlen]])",
    .tag = T_DEQUE,
    .subclassable = true,
    .unhashable = true,
    .hidden = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .inplace_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .sequence_concat = true,
    .methods = deque_methods,
    .getsets = deque_getsets,
    .binary = deque_binary,
    .inplace = deque_inplace,
    .len = deque_len,
    .getitem = deque_getitem,
    .setitem = deque_setitem,
    .contains = deque_contains,
    .iter = deque_iter,
};
