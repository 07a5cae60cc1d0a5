// list_slice.c: slices of lists: reading, replacing, deleting; and `l[key] = value` in steps.
#include "object/list_slice.h"

#include "object/int.h"
#include "object/items.h"
#include "object/seq.h"
#include "object/tuple.h"

bool list_splice(Vm *vm, List *l, uint32_t at, uint32_t count, const Value *with, uint32_t n) {
    uint32_t tail = l->h.n - at - count;
    if (tail == 0 && n == 0) { // the items at the end go
        obj_touch(vm, l);
        l->h.n = at;
        return true;
    }
    uint64_t len = (uint64_t)l->h.n - count + n;
    if (!items_charge(vm, n + (count == n ? 0 : (uint64_t)tail))) { return false; }
    if (!list_grow(vm, l, len)) { return false; }
    if (l->buf == V_NONE) { return true; }
    Value *items = list_open(vm, l);
    memmove(&items[at + n], &items[at + count], tail * sizeof(Value));
    if (n) { values_copy(&items[at], with, n); }
    l->h.n = (uint32_t)len;
    return true;
}

Value list_get_slice(Vm *vm, const List *l, const SliceSpan *s) {
    TRY(items_charge(vm, s->count));
    Value v = list_new(vm, s->count);
    TRY_VALUE(v);
    if (s->count == 0) { return v; }
    const Value *from = list_items(vm, l);
    Value *to = list_items(vm, as_list(vm, v));
    if (s->step == 1) {
        values_copy(to, from + s->start, s->count);
    } else {
        for (uint32_t i = 0; i < s->count; i++) { to[i] = from[s->start + i * s->step]; }
    }
    as_list(vm, v)->h.n = s->count;
    return v;
}

Value list_delete_slice(Vm *vm, List *l, SliceSpan s) {
    if (s.count == 0) { return V_NONE; } // start may be anything then
    if (s.step < 0) {                    // the same items, from the left
        s.start += (int64_t)(s.count - 1) * s.step;
        s.step = -s.step;
    }
    if (s.step == 1 || s.count == 1) {
        TRY(list_splice(vm, l, (uint32_t)s.start, s.count, NULL, 0));
        return V_NONE;
    }
    TRY(items_charge(vm, l->h.n - (uint64_t)s.start));
    Value *items = list_open(vm, l), *to = items + s.start;
    for (uint32_t i = 0; i < s.count; i++) {
        int64_t next = s.start + i * s.step + 1;
        int64_t end = i + 1 < s.count ? next + s.step - 1 : l->h.n;
        memmove(to, items + next, (size_t)(end - next) * sizeof(Value));
        to += end - next;
    }
    l->h.n -= s.count;
    return V_NONE;
}

Value list_set_slice(Vm *vm, List *l, const SliceSpan *s, Value seq) {
    uint32_t n;
    const Value *with = seq_items(vm, seq, &n);
    if (as_obj(vm, seq) == &l->h) { // l[a:b] = l
        seq = tuple_from(vm, with, n);
        TRY_VALUE(seq);
        with = as_tuple(vm, seq)->items;
    }
    if (s->step == 1) {
        TRY(list_splice(vm, l, (uint32_t)s->start, s->count, with, n));
        return V_NONE;
    }
    if (n != s->count) {
        return raise_error(vm, EXC_ValueError,
                           "attempt to assign sequence of size %u to extended slice of size %u", n,
                           s->count);
    }
    TRY(items_charge(vm, n));
    if (n == 0) { return V_NONE; }
    Value *items = list_open(vm, l);
    for (uint32_t i = 0; i < n; i++) { items[s->start + i * s->step] = with[i]; }
    return V_NONE;
}

// ---- assignment in steps -----------------------------------------------------------------------

enum { SETITEM_START, SETITEM_INDEX, SETITEM_SLICE, SETITEM_ITER, SETITEM_NO_ITER, SETITEM_VALUES };
enum { SETITEM_SELF, SETITEM_KEY, SETITEM_VALUE };

// The first part of a slice that needs __index__, in CPython's order of asking; NULL: none.
static Value *slice_foreign_part(Vm *vm, Slice *s) {
    Value *parts[] = {&s->step, &s->start, &s->stop};
    for (uint32_t i = 0; i < COUNT_OF(parts); i++) {
        if (*parts[i] != V_NONE && !isinstance_int(vm, *parts[i])) { return parts[i]; }
    }
    return NULL;
}

// Makes the key a slice of ints and None. V_NONE: it is; else to be returned.
static Value list_setitem_slice(Vm *vm, Frame *f) {
    Slice *s = slot_obj(vm, f, SETITEM_KEY, T_SLICE);
    TRY(s);
    if (native_state(f) == SETITEM_SLICE) { // the guest's own slice is not changed but replaced
        Value copy = slice_new(vm, s->start, s->stop, s->step);
        TRY_VALUE(copy);
        s = as_slice(vm, copy);
        f->slot[SETITEM_KEY] = copy;
        Value *asked = slice_foreign_part(vm, s);
        TRY(asked);
        *asked = f->result;
        native_commit(f, SETITEM_START);
    }
    if (s->step == int_value(0)) {
        return raise_error(vm, EXC_ValueError, "slice step cannot be zero");
    }
    const Value *part = slice_foreign_part(vm, s);
    if (!part) { return V_NONE; }
    if (!seq_has_index(vm, *part)) {
        return raise_error(vm, EXC_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    }
    return native_call1(vm, f, SETITEM_SLICE, internal(vm, I_INDEX), *part);
}

// Turns the key into ints, then a value that is to fill a slice into a list.
Value list_setitem_steps(Vm *vm, Frame *f) {
    Value *slot = f->slot;
    List *self = as_list(vm, slot[SETITEM_SELF]);
    SliceSpan span;
    switch (native_state(f)) {
    case SETITEM_START:
    case SETITEM_SLICE:
        if (!is_tagged(vm, slot[SETITEM_KEY], T_SLICE)) {
            if (!seq_has_index(vm, slot[SETITEM_KEY])) { break; } // the slot complains
            return native_call1(vm, f, SETITEM_INDEX, internal(vm, I_INDEX), slot[SETITEM_KEY]);
        }
        Value r = list_setitem_slice(vm, f);
        if (r != V_NONE) { return r; }
        if (list_is_source(vm, slot[SETITEM_VALUE])) { break; }
        TRY(slice_resolve(vm, slot[SETITEM_KEY], self->h.n, &span));
        native_catch(f, SETITEM_NO_ITER);
        return native_call1(vm, f, SETITEM_ITER, internal(vm, I_ITER), slot[SETITEM_VALUE]);
    case SETITEM_INDEX: {
        int64_t fits;
        if (!int_to_i64(vm, f->result, &fits)) {
            return raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer",
                               slot[SETITEM_KEY]);
        }
        slot[SETITEM_KEY] = f->result;
        break;
    }
    case SETITEM_ITER:
        return native_call2(vm, f, SETITEM_VALUES, internal(vm, I_DRAIN), f->result,
                            int_value(DRAIN_LISTED));
    case SETITEM_NO_ITER:
        if (!isinstance_exc(vm, f->result, EXC_TypeError)) { return raise_value(vm, f->result); }
        return raise_error(vm, EXC_TypeError, "must assign iterable to extended slice");
    default: slot[SETITEM_VALUE] = f->result; break;
    }
    return list_type.setitem(vm, slot[SETITEM_SELF], slot[SETITEM_KEY], slot[SETITEM_VALUE]);
}
