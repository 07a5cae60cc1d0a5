// array_search.c: natives of array that compare items: order, containment, count, index, remove. See
// array.h.
//
// Items are ints, floats and strs, so only the value that is looked for can have guest code. That
// may change the array: the search goes on where it stands, as long as there are items.
#include "object/array.h"

#include "object/int.h"
#include "object/key.h"
#include "object/seq.h"

static bool array_charge(Vm *vm, const Array *a) { return native_charge(vm, array_len(a) / 32); }

// The first item that equals `v`; see array_find.
static Value array_find_first(Vm *vm, Value array, int64_t *at, Value v) {
    const Array *a = as_array(vm, array);
    TRY(array_charge(vm, a));
    return array_find(vm, a, at, UINT32_MAX, v);
}

Value array_contains(Vm *vm, Value array, Value v) {
    int64_t at = 0;
    return array_find_first(vm, array, &at, v);
}

Value array_count_first(Vm *vm, Value *a) {
    int64_t count = 0;
    TRY(array_charge(vm, as_array(vm, a[0])));
    for (int64_t at = 0;; at++) {
        Value found = array_find(vm, as_array(vm, a[0]), &at, UINT32_MAX, a[1]);
        if (found == V_FALSE) { return int_value(count); }
        if (found != V_TRUE) { return found; }
        count++;
    }
}

static Value array_absent(Vm *vm, int kind) {
    return raise_error(vm, EXC_ValueError, "array.%s(x): x not in array",
                       kind == ARRAY_INDEX ? "index" : "remove");
}

static int64_t array_bound(Vm *vm, Value bound, uint32_t n) {
    int64_t at = int_clamp_i64(vm, bound);
    return at < 0 ? max_i64(at + n, 0) : at;
}

Value array_index_first(Vm *vm, Value *a) {
    if (!isinstance_int(vm, a[2]) || !isinstance_int(vm, a[3])) { return V_UNBOUND; }
    const Array *array = as_array(vm, a[0]);
    uint32_t n = array_len(array);
    int64_t at = array_bound(vm, a[2], n), to = array_bound(vm, a[3], n);
    TRY(array_charge(vm, array));
    Value found = array_find(vm, array, &at, to, a[1]);
    if (found == V_TRUE) { return int_value(at); }
    return found == V_FALSE ? array_absent(vm, ARRAY_INDEX) : found;
}

static Value array_remove_at(Vm *vm, Value array, int64_t at) {
    Array *a = as_array(vm, array);
    if (at < array_len(a)) { TRY(array_splice(vm, a, (uint32_t)at, (uint32_t)at + 1, 0)); }
    return V_NONE;
}

Value array_remove_first(Vm *vm, Value *a) {
    int64_t at = 0;
    Value found = array_find_first(vm, a[0], &at, a[1]);
    if (found == V_TRUE) { return array_remove_at(vm, a[0], at); }
    return found == V_FALSE ? array_absent(vm, ARRAY_REMOVE) : found;
}

enum { ASEARCH_START, ASEARCH_GOT_FROM, ASEARCH_GOT_TO, ASEARCH_COMPARED };
enum { ASEARCH_SELF, ASEARCH_VALUE, ASEARCH_FROM, ASEARCH_TO }; // the last two of index alone

// Makes the bounds of index ints. V_NONE: done; else to be returned.
static Value array_search_bounds(Vm *vm, Frame *f) {
    int state = native_state(f);
    if (state != ASEARCH_START) {
        f->slot[state == ASEARCH_GOT_FROM ? ASEARCH_FROM : ASEARCH_TO] = f->result;
    }
    for (int i = ASEARCH_FROM; i <= ASEARCH_TO; i++) {
        Value v = f->slot[i];
        if (isinstance_int(vm, v)) { continue; }
        if (!seq_has_index(vm, v)) {
            return raise_error(vm, EXC_TypeError,
                               "slice indices must be integers or have an __index__ method");
        }
        return native_call1(vm, f, i == ASEARCH_FROM ? ASEARCH_GOT_FROM : ASEARCH_GOT_TO,
                            internal(vm, I_INDEX), v);
    }
    return V_NONE;
}

// The answer for an item that is equal; V_NOTIMPL: the search goes on.
static Value array_search_hit(Vm *vm, Frame *f, int kind, int64_t at, Value *sum) {
    switch (kind) {
    case ARRAY_CONTAINS: return V_TRUE;
    case ARRAY_INDEX: return int_value(at);
    case ARRAY_REMOVE: return array_remove_at(vm, f->slot[ASEARCH_SELF], at);
    default: slot_advance(sum, 1); return V_NOTIMPL;
    }
}

Value array_search_steps(Vm *vm, Frame *f) {
    int kind = native_magic(vm, f), scratch = kind == ARRAY_INDEX ? ASEARCH_TO + 1 : ASEARCH_FROM;
    Value *where = &f->slot[scratch], *sum = &f->slot[scratch + 1];
    const Array *a = slot_obj(vm, f, ASEARCH_SELF, T_ARRAY);
    TRY(a);
    uint32_t n = array_len(a);
    int64_t at = 0, to = UINT32_MAX;
    bool equal = false;
    if (native_state(f) == ASEARCH_COMPARED) {
        at = max_i64(int_clamp_i64(vm, *where), 0);
        equal = f->result == V_TRUE;
    } else {
        Value bounds = kind == ARRAY_INDEX ? array_search_bounds(vm, f) : V_NONE;
        if (bounds != V_NONE) { return bounds; }
        if (kind == ARRAY_INDEX) { at = array_bound(vm, f->slot[ASEARCH_FROM], n); }
        TRY(array_charge(vm, a));
        *sum = int_value(0);
    }
    if (kind == ARRAY_INDEX) { to = array_bound(vm, f->slot[ASEARCH_TO], n); }
    for (bool asked = native_state(f) == ASEARCH_COMPARED;; asked = true, at++) {
        if (asked && equal) {
            Value r = array_search_hit(vm, f, kind, at, sum);
            if (r != V_NOTIMPL) { return r; }
        }
        at += asked;
        Value found = array_find(vm, a, &at, to, f->slot[ASEARCH_VALUE]);
        if (found == V_UNBOUND) {
            *where = int_value(at);
            Value item = array_item(vm, a, (uint32_t)at);
            TRY_VALUE(item);
            return native_call2(vm, f, ASEARCH_COMPARED, internal(vm, I_EQUAL), item,
                                f->slot[ASEARCH_VALUE]);
        }
        TRY_VALUE(found);
        if (found == V_FALSE) { break; }
        equal = true;
        at--;
    }
    if (kind == ARRAY_CONTAINS) { return V_FALSE; }
    return kind == ARRAY_COUNT ? *sum : array_absent(vm, kind);
}

// ---- order -------------------------------------------------------------------------------------

// The first position where they differ: 1; 0: one of them ends there. -1: raised.
static int array_differ(Vm *vm, const Array *a, const Array *b, uint32_t *at) {
    uint32_t shared = min_u32(array_len(a), array_len(b));
    if (!native_charge(vm, shared / 16)) { return -1; }
    bool bytewise = a->kind == b->kind && a->kind != 'f' && a->kind != 'd';
    size_t size = (size_t)1 << a->shift;
    for (uint32_t i = 0; i < shared; i++) {
        *at = i;
        if (bytewise) {
            if (memcmp(array_data(vm, a) + i * size, array_data(vm, b) + i * size, size) != 0) {
                return 1;
            }
            continue;
        }
        Value x = array_item(vm, a, i), y = array_item(vm, b, i);
        if (x == V_RAISED || y == V_RAISED) { return -1; }
        if (compare_leaf(vm, OP_EQ, x, y) != V_TRUE) { return 1; }
    }
    return 0;
}

Value array_compare(Vm *vm, int op, Value a, Value b) {
    if (!is_tagged(vm, a, T_ARRAY) || !is_tagged(vm, b, T_ARRAY)) { return V_NOTIMPL; }
    const Array *x = as_array(vm, a), *y = as_array(vm, b);
    uint32_t n = array_len(x), m = array_len(y), at = 0;
    if (n != m && (op == OP_EQ || op == OP_NE)) { return bool_value(op == OP_NE); }
    int differ = array_differ(vm, x, y, &at);
    TRY(differ >= 0);
    if (differ == 0) { return compare_result(op, (n > m) - (n < m)); }
    if (op == OP_EQ || op == OP_NE) { return bool_value(op == OP_NE); }
    if (x->kind == y->kind && array_is_text(x)) { // which may be no characters
        uint32_t c = array_char(array_data(vm, x) + 4 * (size_t)at);
        uint32_t d = array_char(array_data(vm, y) + 4 * (size_t)at);
        bool less = x->kind == 'u' ? (int32_t)c < (int32_t)d : c < d;
        return compare_result(op, less ? -1 : 1);
    }
    Value v = array_item(vm, x, at), w = array_item(vm, y, at);
    TRY(v != V_RAISED && w != V_RAISED);
    Value r = compare_leaf(vm, op, v, w);
    if (r != V_NOTIMPL) { return r; }
    return raise_error(vm, EXC_TypeError, "'%s' not supported between instances of '%T' and '%T'",
                       op == OP_LT   ? "<"
                       : op == OP_LE ? "<="
                       : op == OP_GT ? ">"
                                     : ">=",
                       v, w);
}
