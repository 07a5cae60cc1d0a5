// items.c: see items.h. Lists may change while guest code compares their items; so the steps forms
// keep a position, never a pointer, and look at the sequence anew after every call.
#include "object/items.h"

#include "object/ask.h"
#include "object/bytes.h"
#include "object/deque.h"
#include "object/dict_views.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/range.h"
#include "object/seq.h"
#include "object/set.h"
#include "object/tuple.h"

enum { ITEMS_CHUNK = 4096 }; // items looked at between two charges

// ---- all items of a container ------------------------------------------------------------------

static Value items_of_set(Vm *vm, const Set *s) {
    Value v = list_new(vm, s->h.n), key;
    TRY_VALUE(v);
    List *l = as_list(vm, v);
    int64_t hash;
    uint32_t n = 0;
    for (uint32_t pos = 0; set_next(vm, s, &pos, &key, &hash);) { list_items(vm, l)[n++] = key; }
    l->h.n = n;
    return v;
}

static Value items_of_dict(Vm *vm, const Dict *d) {
    Value v = list_new(vm, d->h.n), key, value;
    TRY_VALUE(v);
    List *l = as_list(vm, v);
    uint32_t n = 0;
    for (uint32_t pos = 0; dict_next(vm, d, &pos, &key, &value);) { list_items(vm, l)[n++] = key; }
    l->h.n = n;
    return v;
}

static Value items_of_str(Vm *vm, const Str *s) {
    TRY(items_charge(vm, s->h.n));
    Value v = list_new(vm, s->len);
    TRY_VALUE(v);
    List *l = as_list(vm, v);
    for (uint32_t at = 0, size; at < s->h.n; at += size) {
        Value c = str_from_char(vm, str_char_at(s, at, &size));
        TRY_VALUE(c);
        list_put(vm, l, c);
    }
    return v;
}

static Value items_of_bytes(Vm *vm, Value bytes) {
    const Bytes *b = as_bytes(vm, bytes);
    TRY(items_charge(vm, b->h.n));
    Value v = list_new(vm, b->h.n);
    TRY_VALUE(v);
    List *l = as_list(vm, v);
    for (uint32_t i = 0; i < b->h.n; i++) { list_put(vm, l, int_value((uint8_t)b->data[i])); }
    return v;
}

// V_UNBOUND: some of its numbers are no small ints.
static Value items_of_range(Vm *vm, const Range *r) {
    uint64_t n = index_of(r->len);
    if (!is_int(r->start) || !is_int(r->stop) || !is_int(r->step) || n > UINT32_MAX) {
        return V_UNBOUND;
    }
    TRY(items_charge(vm, n));
    Value v = list_new(vm, (uint32_t)n);
    TRY_VALUE(v);
    if (n == 0) { return v; }
    List *l = as_list(vm, v);
    Value *items = list_items(vm, l);
    int64_t next = int_of(r->start), step = int_of(r->step);
    for (uint64_t i = 0; i < n; i++, next += step) { items[i] = int_value(next); }
    l->h.n = (uint32_t)n;
    return v;
}

// By an iterator of its own, which nobody else sees: it may be given up half-way.
static Value items_of_any(Vm *vm, const TypeDef *t, Value v) {
    Value len = t->len ? t->len(vm, v) : int_value(0), list, it;
    TRY_VALUE(len);
    if (!is_int(len)) { return V_UNBOUND; }
    it = t->iter(vm, v);
    list = list_new(vm, (uint32_t)min_i64(int_of(len), UINT32_MAX));
    TRY(it != V_RAISED && list != V_RAISED);
    if (it == V_UNBOUND || !is_ref(it)) { return V_UNBOUND; }
    const TypeDef *next = type_def(as_obj(vm, it)->type);
    if (!next || !next->next) { return V_UNBOUND; }
    for (uint32_t i = 0;; i++) {
        Value item = next->next(vm, it);
        if (item == V_STOP) { return list; }
        if (item == V_RAISED || item == V_UNBOUND) { return item; }
        TRY(list_append(vm, as_list(vm, list), item));
        if (i % ITEMS_CHUNK == ITEMS_CHUNK - 1) { TRY(native_charge(vm, ITEMS_CHUNK / 8)); }
    }
}

// Of an instance of a derived class that is iterated as the builtin one.
static Value items_of_derived(Vm *vm, Value v) {
    if (!keeps_builtin(vm, v, N___iter__) || !keeps_builtin(vm, v, N___len__)) { return V_UNBOUND; }
    const Obj *o = as_obj(vm, v);
    TRY(items_charge(vm, o->n));
    switch (o->type) {
    case T_LIST:
    case T_TUPLE: {
        uint32_t n;
        const Value *items = seq_items(vm, v, &n);
        return list_from(vm, items, n);
    }
    case T_SET:
    case T_FROZENSET: return items_of_set(vm, as_set(vm, v));
    case T_DICT: return items_of_dict(vm, as_dict(vm, v));
    case T_DEQUE: return deque_list(vm, as_deque(vm, v));
    default: return V_UNBOUND;
    }
}

Value items_of_leaf(Vm *vm, Value v) {
    if (!is_ref(v)) { return V_UNBOUND; }
    const Obj *o = as_obj(vm, v);
    if (o->ext) { return items_of_derived(vm, v); }
    if (o->type == T_LIST || o->type == T_TUPLE) { return v; }
    const TypeDef *t = type_def(o->type);
    if (!t || !t->iter || !t->len || t->next) { return V_UNBOUND; }
    if (o->type == T_RANGE) {
        Value items = items_of_range(vm, as_range(vm, v));
        if (items != V_UNBOUND) { return items; }
    }
    TRY(native_charge(vm, o->type == T_STR || o->type == T_RANGE ? 0 : o->n / 16));
    switch (o->type) {
    case T_SET:
    case T_FROZENSET: return items_of_set(vm, as_set(vm, v));
    case T_DICT: return items_of_dict(vm, as_dict(vm, v));
    case T_DICT_VIEW: return dict_view_list(vm, v);
    case T_DEQUE: return deque_list(vm, as_deque(vm, v));
    case T_STR: return items_of_str(vm, as_str(vm, v));
    case T_BYTES: return items_of_bytes(vm, v);
    case T_RANGE: return items_of_any(vm, t, v);
    default: return V_UNBOUND;
    }
}

// ---- searching ---------------------------------------------------------------------------------

// Floats and small ints: an int of this size is exact as a double.
static inline bool is_number_word(Value v) { return is_int(v) || is_double(v); }
static inline double number_word(Value v) { return is_int(v) ? (double)int_of(v) : double_of(v); }

uint32_t items_scan(Vm *vm, const Value *items, uint32_t from, uint32_t to, Value v, int *equal) {
    bool v_int = is_int(v), v_str = is_str(vm, v), v_number = is_number_word(v);
    for (uint32_t i = from; i < to; i++) {
        Value item = items[i];
        if (item == v) {
            *equal = 1;
            return i;
        }
        if (v_int && is_int(item)) { continue; }
        if (v_number && is_number_word(item)) {
            if (number_word(item) != number_word(v)) { continue; }
            *equal = 1;
            return i;
        }
        if (v_str && is_str(vm, item)) {
            if (!str_equal(as_str(vm, item), as_str(vm, v))) { continue; }
            *equal = 1;
            return i;
        }
        *equal = key_equal_leaf(vm, item, v);
        if (*equal) { return i; }
    }
    return to;
}

ItemsFound items_find(Vm *vm, Value seq, uint32_t *at, uint64_t to, Value v) {
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    if (to < n) { n = (uint32_t)to; }
    while (*at < n) {
        uint32_t end = n - *at > ITEMS_CHUNK ? *at + ITEMS_CHUNK : n, from = *at;
        int equal = 0;
        *at = items_scan(vm, items, from, end, v, &equal);
        if (!native_charge(vm, (*at - from) / 8)) { return ITEMS_RAISED; }
        if (*at < end) { return equal > 0 ? ITEMS_FOUND : ITEMS_ASK; }
    }
    return ITEMS_ABSENT;
}

Value items_contains(Vm *vm, Value seq, Value v) {
    uint32_t at = 0;
    switch (items_find(vm, seq, &at, UINT32_MAX, v)) {
    case ITEMS_FOUND: return V_TRUE;
    case ITEMS_ABSENT: return V_FALSE;
    case ITEMS_ASK: return V_UNBOUND;
    default: return V_RAISED;
    }
}

// Asks whether the item at `at` equals v.
static Value items_ask(Vm *vm, Frame *f, int next, uint32_t at, Value v) {
    uint32_t n;
    const Value *items = seq_items(vm, f->slot[0], &n);
    return ask_equal(vm, f, next, items[at], v);
}

// False: that is not known yet, and *asked is to be returned.
static bool items_answered(Vm *vm, Frame *f, int next, uint32_t at, Value v, Value *asked) {
    uint32_t n;
    const Value *items = seq_items(vm, f->slot[0], &n);
    if (is_bool(f->result)) { return true; }
    if (at >= n) { // the item is gone
        f->result = V_FALSE;
        return true;
    }
    *asked = ask_equal_more(vm, f, next, items[at], v);
    return false;
}

static uint32_t items_slot_position(const Frame *f, int slot) {
    return (uint32_t)index_of(f->slot[slot]);
}

enum { CONTAINS_START, CONTAINS_COMPARED };
enum { CONTAINS_SELF, CONTAINS_KEY, CONTAINS_AT };

Value items_contains_steps(Vm *vm, Frame *f) {
    uint32_t at = 0;
    if (native_state(f) == CONTAINS_COMPARED) {
        Value asked;
        at = items_slot_position(f, CONTAINS_AT);
        if (!items_answered(vm, f, CONTAINS_COMPARED, at, f->slot[CONTAINS_KEY], &asked)) {
            return asked;
        }
        if (f->result == V_TRUE) { return V_TRUE; }
        at++;
    }
    switch (items_find(vm, f->slot[CONTAINS_SELF], &at, UINT32_MAX, f->slot[CONTAINS_KEY])) {
    case ITEMS_FOUND: return V_TRUE;
    case ITEMS_ABSENT: return V_FALSE;
    case ITEMS_RAISED: return V_RAISED;
    default: break;
    }
    f->slot[CONTAINS_AT] = int_value(at);
    return items_ask(vm, f, CONTAINS_COMPARED, at, f->slot[CONTAINS_KEY]);
}

Value items_count(Vm *vm, Value *a) {
    int64_t count = 0;
    for (uint32_t at = 0;; at++) {
        switch (items_find(vm, a[0], &at, UINT32_MAX, a[1])) {
        case ITEMS_FOUND: count++; break;
        case ITEMS_ABSENT: return int_value(count);
        case ITEMS_ASK: return V_UNBOUND;
        default: return V_RAISED;
        }
    }
}

enum { COUNT_START, COUNT_COMPARED };
enum { COUNT_SELF, COUNT_VALUE, COUNT_AT, COUNT_SUM };

Value items_count_steps(Vm *vm, Frame *f) {
    uint32_t at = 0;
    int64_t count = 0;
    if (native_state(f) == COUNT_COMPARED) {
        Value asked;
        at = items_slot_position(f, COUNT_AT);
        if (!items_answered(vm, f, COUNT_COMPARED, at++, f->slot[COUNT_VALUE], &asked)) {
            return asked;
        }
        count = int_of(f->slot[COUNT_SUM]) + (f->result == V_TRUE);
    }
    for (;;) {
        switch (items_find(vm, f->slot[COUNT_SELF], &at, UINT32_MAX, f->slot[COUNT_VALUE])) {
        case ITEMS_FOUND:
            count++;
            at++;
            continue;
        case ITEMS_ABSENT: return int_value(count);
        case ITEMS_RAISED: return V_RAISED;
        default: break;
        }
        f->slot[COUNT_AT] = int_value(at);
        f->slot[COUNT_SUM] = int_value(count);
        return items_ask(vm, f, COUNT_COMPARED, at, f->slot[COUNT_VALUE]);
    }
}

enum { INDEX_START, INDEX_GOT_START, INDEX_GOT_STOP, INDEX_COMPARED };
enum { INDEX_SELF, INDEX_VALUE, INDEX_FROM, INDEX_TO, INDEX_AT };

// A bound as a position: an int, counted from the end when it is negative.
static int64_t items_bound(Vm *vm, Value bound, uint32_t n) {
    int64_t at = int_clamp_i64(vm, bound);
    return min_i64(at < 0 ? max_i64(at + n, 0) : at, UINT32_MAX);
}

static Value items_not_found(Vm *vm, Value seq) {
    const char *name = as_obj(vm, seq)->type == T_LIST ? "list" : "tuple";
    return raise_error(vm, EXC_ValueError, "%s.index(x): x not in %s", name, name);
}

Value items_index(Vm *vm, Value *a) {
    uint32_t n = as_obj(vm, a[0])->n;
    if (!isinstance_int(vm, a[INDEX_FROM]) || !isinstance_int(vm, a[INDEX_TO])) {
        return V_UNBOUND;
    }
    uint32_t at = (uint32_t)items_bound(vm, a[INDEX_FROM], n);
    uint64_t to = (uint64_t)items_bound(vm, a[INDEX_TO], n);
    switch (items_find(vm, a[0], &at, to, a[INDEX_VALUE])) {
    case ITEMS_FOUND: return int_value(at);
    case ITEMS_ABSENT: return items_not_found(vm, a[0]);
    case ITEMS_ASK: return V_UNBOUND;
    default: return V_RAISED;
    }
}

// Makes the bounds ints. V_NONE: done; else to be returned.
static Value items_index_bounds(Vm *vm, Frame *f) {
    int state = native_state(f);
    if (state != INDEX_START) {
        f->slot[state == INDEX_GOT_START ? INDEX_FROM : INDEX_TO] = f->result;
    }
    for (int i = INDEX_FROM; i <= INDEX_TO; i++) {
        if (isinstance_int(vm, f->slot[i])) { continue; }
        if (!seq_has_index(vm, f->slot[i])) {
            return raise_error(vm, EXC_TypeError,
                               "slice indices must be integers or have an __index__ method");
        }
        int next = i == INDEX_FROM ? INDEX_GOT_START : INDEX_GOT_STOP;
        return native_call1(vm, f, next, internal(vm, I_INDEX), f->slot[i]);
    }
    uint32_t n = as_obj(vm, f->slot[INDEX_SELF])->n;
    f->slot[INDEX_FROM] = int_value(items_bound(vm, f->slot[INDEX_FROM], n));
    f->slot[INDEX_TO] = int_value(items_bound(vm, f->slot[INDEX_TO], n));
    f->slot[INDEX_AT] = f->slot[INDEX_FROM];
    return V_NONE;
}

Value items_index_steps(Vm *vm, Frame *f) {
    if (native_state(f) != INDEX_COMPARED) {
        Value r = items_index_bounds(vm, f);
        if (r != V_NONE) { return r; }
    } else {
        Value asked;
        uint32_t compared = items_slot_position(f, INDEX_AT);
        if (!items_answered(vm, f, INDEX_COMPARED, compared, f->slot[INDEX_VALUE], &asked)) {
            return asked;
        }
        if (f->result == V_TRUE) { return f->slot[INDEX_AT]; }
    }
    uint32_t at = items_slot_position(f, INDEX_AT) + (native_state(f) == INDEX_COMPARED);
    uint64_t to = index_of(f->slot[INDEX_TO]);
    switch (items_find(vm, f->slot[INDEX_SELF], &at, to, f->slot[INDEX_VALUE])) {
    case ITEMS_FOUND: return int_value(at);
    case ITEMS_ABSENT: return items_not_found(vm, f->slot[INDEX_SELF]);
    case ITEMS_RAISED: return V_RAISED;
    default: break;
    }
    f->slot[INDEX_AT] = int_value(at);
    return items_ask(vm, f, INDEX_COMPARED, at, f->slot[INDEX_VALUE]);
}

// ---- comparing ---------------------------------------------------------------------------------

Value items_compare(Vm *vm, int op, Value a, Value b) {
    if (!is_tagged(vm, b, (TypeTag)as_obj(vm, a)->type)) { return V_NOTIMPL; }
    return compare_leaf(vm, op, a, b);
}

enum { COMPARE_START, COMPARE_EQUAL };
enum { COMPARE_SELF, COMPARE_VALUE, COMPARE_AT };

Value items_compare_steps(Vm *vm, Frame *f) {
    Value a = f->slot[COMPARE_SELF], b = f->slot[COMPARE_VALUE];
    int op = native_magic(vm, f);
    uint32_t n_a, n_b, at = 0;
    if (!is_tagged(vm, b, (TypeTag)as_obj(vm, a)->type)) { return V_NOTIMPL; }
    const Value *x = seq_items(vm, a, &n_a), *y = seq_items(vm, b, &n_b);
    bool equal = true, only_equality = op == OP_EQ || op == OP_NE;
    if (native_state(f) == COMPARE_EQUAL) {
        at = items_slot_position(f, COMPARE_AT);
        if (!is_bool(f->result) && at < n_a && at < n_b) {
            return ask_equal_more(vm, f, COMPARE_EQUAL, x[at], y[at]);
        }
        equal = f->result == V_TRUE;
        at += equal;
    } else if (only_equality && n_a != n_b && is_tagged(vm, a, T_LIST)) {
        return bool_value(op == OP_NE);
    }
    uint32_t n = min_u32(n_a, n_b), from = at;
    for (; equal && at < n; at++) {
        int e = key_equal_leaf(vm, x[at], y[at]);
        if (e < 0) {
            TRY(native_charge(vm, (at - from) / 8));
            f->slot[COMPARE_AT] = int_value(at);
            return ask_equal(vm, f, COMPARE_EQUAL, x[at], y[at]);
        }
        equal = e > 0;
        if (!equal) { break; }
        if (at - from >= ITEMS_CHUNK) {
            TRY(native_charge(vm, ITEMS_CHUNK / 8));
            from = at;
        }
    }
    if (at >= n) { return compare_result(op, (n_a > n_b) - (n_a < n_b)); }
    if (only_equality) { return bool_value(op == OP_NE); }
    Value args[3] = {x[at], y[at], int_value(op)};
    return native_tail_internal(vm, I_RICH_COMPARE, 3, args);
}

// ---- repeating ---------------------------------------------------------------------------------

void items_repeat(Value *to, const Value *items, uint64_t n, uint64_t len) {
    if (len == 0) { return; }
    if (n == 1) {
        Value item = items[0];
        for (uint64_t i = 0; i < len; i++) { to[i] = item; }
        return;
    }
    if (to != items) { values_copy(to, items, n); }
    for (uint64_t done = n; done < len; done *= 2) {
        values_copy(to + done, to, (done < len - done ? done : len - done));
    }
}

bool items_repeated_length(Vm *vm, uint32_t n, int64_t count, uint64_t *len) {
    if (n > 0 && count > (int64_t)(UINT32_MAX / n)) { return raise_memory_error(vm) != V_RAISED; }
    *len = n * (uint64_t)count;
    return items_charge(vm, *len);
}
