// deque_search.c: natives of deque that compare items: containment, count, index, remove, order.
// See deque.h.
//
// Guest code that compares items may change the deque: the state is kept in a slot, and the search
// ends with an error when it is another one afterwards.
#include "object/deque.h"

#include "object/int.h"
#include "object/key.h"
#include "object/seq.h"

enum { DEQUE_SEARCH_CHUNK = 4096 }; // items looked at between two charges

// ---- searching ---------------------------------------------------------------------------------

// As items_find.
static ItemsFound deque_find(Vm *vm, const Deque *d, uint32_t *i, uint64_t to, Value v) {
    uint32_t end = to < d->h.n ? (uint32_t)to : d->h.n;
    while (*i < end) {
        uint32_t at = deque_at(d, *i);
        uint32_t run = min_u32(min_u32(end - *i, d->cap - at), DEQUE_SEARCH_CHUNK);
        int equal = 0;
        uint32_t hit = items_scan(vm, deque_buf(vm, d)->items, at, at + run, v, &equal);
        if (!native_charge(vm, (hit - at) / 8)) { return ITEMS_RAISED; }
        *i += hit - at;
        if (hit < at + run) { return equal > 0 ? ITEMS_FOUND : ITEMS_ASK; }
    }
    return ITEMS_ABSENT;
}

Value deque_contains(Vm *vm, Value deque, Value item) {
    uint32_t i = 0;
    switch (deque_find(vm, as_deque(vm, deque), &i, UINT32_MAX, item)) {
    case ITEMS_FOUND: return V_TRUE;
    case ITEMS_ABSENT: return V_FALSE;
    case ITEMS_ASK: return V_UNBOUND;
    default: return V_RAISED;
    }
}

static Value deque_absent(Vm *vm, int kind) {
    const char *name = kind == DEQUE_INDEX ? "index" : "remove";
    return raise_error(vm, EXC_ValueError, "deque.%s(x): x not in deque", name);
}

Value deque_count_first(Vm *vm, Value *a) {
    int64_t count = 0;
    for (uint32_t i = 0;; i++) {
        switch (deque_find(vm, as_deque(vm, a[0]), &i, UINT32_MAX, a[1])) {
        case ITEMS_FOUND: count++; break;
        case ITEMS_ABSENT: return int_value(count);
        case ITEMS_ASK: return V_UNBOUND;
        default: return V_RAISED;
        }
    }
}

// A bound as a position: an int, counted from the end when it is negative.
static int64_t deque_bound(Vm *vm, Value bound, uint32_t n) {
    if (bound == V_UNBOUND) { return n; }
    int64_t at = int_clamp_i64(vm, bound);
    return min_i64(at < 0 ? max_i64(at + n, 0) : at, n);
}

static bool deque_is_bound(Vm *vm, Value v) { return v == V_UNBOUND || isinstance_int(vm, v); }

Value deque_index_first(Vm *vm, Value *a) {
    const Deque *d = as_deque(vm, a[0]);
    if (!deque_is_bound(vm, a[2]) || !deque_is_bound(vm, a[3])) { return V_UNBOUND; }
    uint32_t i = (uint32_t)deque_bound(vm, a[2], d->h.n);
    switch (deque_find(vm, d, &i, (uint64_t)deque_bound(vm, a[3], d->h.n), a[1])) {
    case ITEMS_FOUND: return int_value(i);
    case ITEMS_ABSENT: return deque_absent(vm, DEQUE_INDEX);
    case ITEMS_ASK: return V_UNBOUND;
    default: return V_RAISED;
    }
}

Value deque_remove_first(Vm *vm, Value *a) {
    Deque *d = as_deque(vm, a[0]);
    uint32_t i = 0;
    switch (deque_find(vm, d, &i, UINT32_MAX, a[1])) {
    case ITEMS_FOUND: return deque_delete(vm, d, i) ? V_NONE : V_RAISED;
    case ITEMS_ABSENT: return deque_absent(vm, DEQUE_REMOVE);
    case ITEMS_ASK: return V_UNBOUND;
    default: return V_RAISED;
    }
}

enum { DEQUE_SEARCH_START, DEQUE_SEARCH_GOT_FROM, DEQUE_SEARCH_GOT_TO, DEQUE_SEARCH_COMPARED };
enum { DEQUE_SEARCH_SELF, DEQUE_SEARCH_VALUE, DEQUE_SEARCH_FROM, DEQUE_SEARCH_TO };
enum { DEQUE_SEARCH_AT, DEQUE_SEARCH_STATE, DEQUE_SEARCH_SUM }; // behind the parameters

// Makes the bounds of index ints. V_NONE: done; else to be returned.
static Value deque_search_bounds(Vm *vm, Frame *f) {
    int state = native_state(f);
    if (state != DEQUE_SEARCH_START) {
        f->slot[state == DEQUE_SEARCH_GOT_FROM ? DEQUE_SEARCH_FROM : DEQUE_SEARCH_TO] = f->result;
    }
    for (int i = DEQUE_SEARCH_FROM; i <= DEQUE_SEARCH_TO; i++) {
        if (deque_is_bound(vm, f->slot[i])) { continue; }
        if (!seq_has_index(vm, f->slot[i])) {
            return raise_error(vm, EXC_TypeError,
                               "slice indices must be integers or have an __index__ method");
        }
        return native_call1(vm, f,
                            i == DEQUE_SEARCH_FROM ? DEQUE_SEARCH_GOT_FROM : DEQUE_SEARCH_GOT_TO,
                            internal(vm, I_INDEX), f->slot[i]);
    }
    uint32_t n = as_deque(vm, f->slot[DEQUE_SEARCH_SELF])->h.n;
    f->slot[DEQUE_SEARCH_FROM] = int_value(deque_bound(vm, f->slot[DEQUE_SEARCH_FROM], n));
    f->slot[DEQUE_SEARCH_TO] = int_value(deque_bound(vm, f->slot[DEQUE_SEARCH_TO], n));
    return V_NONE;
}

static Value deque_search_changed(Vm *vm, int kind) {
    ExcId class = kind == DEQUE_REMOVE ? EXC_IndexError : EXC_RuntimeError;
    return raise_error(vm, class, "deque mutated during iteration");
}

// The item at *i was compared. V_NONE: go on behind it.
static Value deque_search_compared(Vm *vm, Frame *f, int kind, Value *own, uint32_t *i) {
    Deque *d = as_deque(vm, f->slot[DEQUE_SEARCH_SELF]);
    bool same = index_of(own[DEQUE_SEARCH_STATE]) == d->state, equal = f->result == V_TRUE;
    *i = (uint32_t)index_of(own[DEQUE_SEARCH_AT]);
    if (equal && kind == DEQUE_CONTAINS) { return V_TRUE; }
    if (equal && kind == DEQUE_INDEX) { return own[DEQUE_SEARCH_AT]; }
    if (!same || *i >= d->h.n) { return deque_search_changed(vm, kind); }
    if (equal && kind == DEQUE_REMOVE) {
        TRY(deque_delete(vm, d, *i));
        return V_TRUE;
    }
    *i += 1;
    return V_NONE;
}

static Value deque_search_end(Vm *vm, int kind, int64_t sum) {
    switch (kind) {
    case DEQUE_CONTAINS: return V_FALSE;
    case DEQUE_COUNT: return int_value(sum);
    default: return deque_absent(vm, kind);
    }
}

Value deque_search_steps(Vm *vm, Frame *f) {
    int kind = native_magic(vm, f);
    Value *own = &f->slot[kind == DEQUE_INDEX ? DEQUE_SEARCH_TO + 1 : DEQUE_SEARCH_VALUE + 1];
    Deque *d = as_deque(vm, f->slot[DEQUE_SEARCH_SELF]);
    uint32_t i = 0;
    uint64_t to = UINT32_MAX;
    int64_t sum = 0;
    if (native_state(f) == DEQUE_SEARCH_COMPARED) {
        Value r = deque_search_compared(vm, f, kind, own, &i);
        if (r != V_NONE) { return r == V_TRUE && kind == DEQUE_REMOVE ? V_NONE : r; }
        sum = int_of(own[DEQUE_SEARCH_SUM]) + (f->result == V_TRUE);
    } else if (kind == DEQUE_INDEX) {
        Value r = deque_search_bounds(vm, f);
        if (r != V_NONE) { return r; }
        i = (uint32_t)index_of(f->slot[DEQUE_SEARCH_FROM]);
    }
    if (kind == DEQUE_INDEX) { to = index_of(f->slot[DEQUE_SEARCH_TO]); }
    for (;; i++, sum++) {
        switch (deque_find(vm, d, &i, to, f->slot[DEQUE_SEARCH_VALUE])) {
        case ITEMS_RAISED: return V_RAISED;
        case ITEMS_ABSENT: return deque_search_end(vm, kind, sum);
        case ITEMS_FOUND:
            if (kind == DEQUE_COUNT) { continue; }
            if (kind == DEQUE_CONTAINS) { return V_TRUE; }
            if (kind == DEQUE_INDEX) { return int_value(i); }
            return deque_delete(vm, d, i) ? V_NONE : V_RAISED;
        default: break;
        }
        own[DEQUE_SEARCH_AT] = int_value(i);
        own[DEQUE_SEARCH_STATE] = int_value(d->state);
        own[DEQUE_SEARCH_SUM] = int_value(sum);
        return native_call2(vm, f, DEQUE_SEARCH_COMPARED, internal(vm, I_EQUAL),
                            deque_buf(vm, d)->items[deque_at(d, i)], f->slot[DEQUE_SEARCH_VALUE]);
    }
}

// ---- order -------------------------------------------------------------------------------------

enum { DEQUE_COMPARE_START, DEQUE_COMPARE_EQUAL, DEQUE_COMPARE_DECIDED, DEQUE_COMPARE_TRUTH };
enum {
    DEQUE_COMPARE_SELF,
    DEQUE_COMPARE_VALUE,
    DEQUE_COMPARE_AT,
    DEQUE_COMPARE_STATE,
    DEQUE_COMPARE_OTHER_STATE,
    DEQUE_COMPARE_X, // the items under comparison
    DEQUE_COMPARE_Y
};

// V_NONE: the items decide; else the answer.
static Value deque_compare_start(Vm *vm, Frame *f, int op) {
    Value a = f->slot[DEQUE_COMPARE_SELF], b = f->slot[DEQUE_COMPARE_VALUE];
    if (!is_tagged(vm, b, T_DEQUE)) { return V_NOTIMPL; }
    const Deque *x = as_deque(vm, a), *y = as_deque(vm, b);
    bool differ = x->h.n != y->h.n;
    if ((op == OP_EQ || op == OP_NE) && (a == b || differ)) {
        return bool_value(differ == (op == OP_NE));
    }
    f->slot[DEQUE_COMPARE_STATE] = int_value(x->state);
    f->slot[DEQUE_COMPARE_OTHER_STATE] = int_value(y->state);
    return V_NONE;
}

static bool deque_compare_is_unchanged(Vm *vm, const Frame *f, const Deque *x, const Deque *y) {
    if (index_of(f->slot[DEQUE_COMPARE_STATE]) == x->state &&
        index_of(f->slot[DEQUE_COMPARE_OTHER_STATE]) == y->state) {
        return true;
    }
    return raise_false(vm, EXC_RuntimeError, "deque mutated during iteration");
}

// The first items that differ decide.
static Value deque_compare_decide(Vm *vm, Frame *f, int op) {
    return native_call3(vm, f, DEQUE_COMPARE_DECIDED, internal(vm, I_RICH_COMPARE),
                        f->slot[DEQUE_COMPARE_X], f->slot[DEQUE_COMPARE_Y], int_value(op));
}

// From item i on.
static Value deque_compare_from(Vm *vm, Frame *f, int op, uint32_t i) {
    const Deque *x = as_deque(vm, f->slot[DEQUE_COMPARE_SELF]),
                *y = slot_obj(vm, f, DEQUE_COMPARE_VALUE, T_DEQUE);
    TRY(y);
    TRY(deque_compare_is_unchanged(vm, f, x, y));
    uint32_t n = min_u32(x->h.n, y->h.n);
    for (uint32_t from = i; i < n; i++) {
        Value v = deque_buf(vm, x)->items[deque_at(x, i)];
        Value w = deque_buf(vm, y)->items[deque_at(y, i)];
        int equal = key_equal_leaf(vm, v, w);
        if (equal <= 0) {
            f->slot[DEQUE_COMPARE_AT] = int_value(i);
            f->slot[DEQUE_COMPARE_X] = v;
            f->slot[DEQUE_COMPARE_Y] = w;
            TRY(native_charge(vm, (i - from) / 8));
            if (equal < 0) {
                return native_call2(vm, f, DEQUE_COMPARE_EQUAL, internal(vm, I_EQUAL), v, w);
            }
            return op == OP_EQ || op == OP_NE ? bool_value(op == OP_NE)
                                              : deque_compare_decide(vm, f, op);
        }
        if (i - from >= DEQUE_SEARCH_CHUNK) {
            TRY(native_charge(vm, DEQUE_SEARCH_CHUNK / 8));
            from = i;
        }
    }
    return compare_result(op, (x->h.n > y->h.n) - (x->h.n < y->h.n));
}

Value deque_compare_steps(Vm *vm, Frame *f) {
    int op = native_magic(vm, f);
    Value r;
    switch (native_state(f)) {
    case DEQUE_COMPARE_EQUAL:
        if (f->result != V_TRUE) { return deque_compare_decide(vm, f, op); }
        return deque_compare_from(vm, f, op, (uint32_t)index_of(f->slot[DEQUE_COMPARE_AT]) + 1);
    case DEQUE_COMPARE_DECIDED:
        return native_call1(vm, f, DEQUE_COMPARE_TRUTH, internal(vm, I_TRUTH), f->result);
    case DEQUE_COMPARE_TRUTH: return f->result;
    default:
        r = deque_compare_start(vm, f, op);
        return r == V_NONE ? deque_compare_from(vm, f, op, 0) : r;
    }
}
