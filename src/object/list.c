// list.c: the list, a growable array of values.
//
// A List is a header and one Value: its buffer, a VALUES object whose count is the capacity. The
// length stands in the List, so that growing replaces the buffer and nothing else. Slots and
// natives are leaves wherever no item's own code can run; what compares items (`==`, `in`, `index`,
// `remove`) has a steps form that asks for the comparison and looks at the list anew afterwards,
// because guest code may have changed it meanwhile. What tuples do alike is in items.c, slices in
// list_slice.c, sorting in list_sort.c, iterators in seq_iters.c, repr in repr.c.
//
// This is the model of a type's file: construction and C-side operations, slots, natives in
// alphabetical order, their rows, the TypeDef.
#include "object/list.h"

#include "object/construct.h"
#include "object/int.h"
#include "object/items.h"
#include "object/list_slice.h"
#include "object/list_sort.h"
#include "object/repr.h"
#include "object/seq.h"
#include "object/seq_iters.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "rt/internals.h"

// ---- construction and C-side operations --------------------------------------------------------

Value list_new(Vm *vm, uint32_t capacity) {
    List *l = HEAP_MAKE(vm, LIST, 0);
    TRY(l);
    l->buf = V_NONE;
    if (capacity) { TRY(list_reserve(vm, l, capacity)); }
    return ptr_value(vm, l);
}

Value list_from(Vm *vm, const Value *items, uint32_t n) {
    List *l = HEAP_MAKE(vm, LIST, 0);
    TRY(l);
    l->buf = V_NONE;
    if (n) {
        Values *buf = HEAP_MAKE(vm, VALUES, n);
        TRY(buf);
        values_copy(buf->items, items, n);
        l->buf = ptr_value(vm, buf);
        l->h.n = n;
    }
    return ptr_value(vm, l);
}

static inline uint32_t list_capacity(Vm *vm, const List *l) {
    return l->buf == V_NONE ? 0 : ((Values *)ref_ptr(vm, l->buf))->h.n;
}

bool list_reserve(Vm *vm, List *l, uint64_t capacity) {
    if (capacity <= list_capacity(vm, l)) { return true; }
    uint32_t n = l->h.n, least = n + (n >> 1); // so that one by one is not quadratic
    if (n > 0 && capacity < least) { capacity = least; }
    Values *buf = HEAP_MAKE(vm, VALUES, capacity);
    if (NX_UNLIKELY(!buf)) { return false; }
    if (n) { values_copy(buf->items, list_items(vm, l), n); }
    memset(&buf->items[n], 0, (size_t)(capacity - n) * sizeof(Value));
    obj_set(vm, l, &l->buf, ptr_value(vm, buf));
    l->h.small &= (uint8_t)~LIST_SORTING;
    return true;
}

bool list_grow(Vm *vm, List *l, uint64_t need) {
    if (NX_LIKELY(need <= list_capacity(vm, l))) { return true; }
    return list_reserve(vm, l, (need + (need >> 3) + 6) & ~(uint64_t)3);
}

bool list_append(Vm *vm, List *l, Value item) {
    if (NX_UNLIKELY(!list_grow(vm, l, (uint64_t)l->h.n + 1))) { return false; }
    Values *buf = ref_ptr(vm, l->buf);
    obj_touch(vm, l);
    obj_set(vm, buf, &buf->items[l->h.n], item);
    l->h.n++;
    return true;
}

static bool list_extend_with(Vm *vm, List *l, Value seq) {
    uint32_t n = as_obj(vm, seq)->n;
    if (!items_charge(vm, n) || !list_grow(vm, l, (uint64_t)l->h.n + n)) { return false; }
    if (n == 0) { return true; }
    Value *items = list_open(vm, l);
    values_copy(&items[l->h.n], seq_items(vm, seq, &n), n); // seq may be this list
    l->h.n += n;
    return true;
}

// ---- slots -------------------------------------------------------------------------------------

static Value list_concat(Vm *vm, Value a, Value b) {
    if (!is_tagged(vm, a, T_LIST)) { return V_NOTIMPL; }
    if (!is_tagged(vm, b, T_LIST)) { return seq_concat_error(vm, b, "list"); }
    uint64_t n = (uint64_t)as_list(vm, a)->h.n + as_list(vm, b)->h.n;
    TRY(items_charge(vm, n));
    Value v = list_new(vm, (uint32_t)n); // both lengths are below 2^30
    TRY_VALUE(v);
    TRY(list_extend_with(vm, as_list(vm, v), a));
    TRY(list_extend_with(vm, as_list(vm, v), b));
    return v;
}

static Value list_repeat(Vm *vm, Value v, Value times) {
    int64_t count;
    uint64_t len;
    Value why;
    int r = seq_repeat_count(vm, times, &count, &why);
    if (r <= 0) { return r ? why : V_RAISED; }
    const List *l = as_list(vm, v);
    TRY(items_repeated_length(vm, l->h.n, count, &len));
    Value product = list_new(vm, (uint32_t)len);
    TRY_VALUE(product);
    if (len) { items_repeat(list_items(vm, as_list(vm, product)), list_items(vm, l), l->h.n, len); }
    as_list(vm, product)->h.n = (uint32_t)len;
    return product;
}

static Value list_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (op == BIN_OP_ADD) { return list_concat(vm, a, b); }
    if (op != BIN_OP_MUL) { return V_NOTIMPL; }
    return is_tagged(vm, a, T_LIST) ? list_repeat(vm, a, b) : list_repeat(vm, b, a);
}

static Value list_repeat_inplace(Vm *vm, Value v, Value times) {
    int64_t count;
    uint64_t len;
    Value why;
    int r = seq_repeat_count(vm, times, &count, &why);
    if (r <= 0) { return r ? why : V_RAISED; }
    List *l = as_list(vm, v);
    TRY(items_repeated_length(vm, l->h.n, count, &len) && list_grow(vm, l, len));
    if (l->h.n == 0) { return v; }
    Value *items = list_open(vm, l);
    items_repeat(items, items, l->h.n, len);
    l->h.n = (uint32_t)len;
    return v;
}

static Value list_inplace(Vm *vm, BinOp op, Value a, Value b) {
    if (op == BIN_OP_MUL) { return list_repeat_inplace(vm, a, b); }
    if (op != BIN_OP_ADD) { return V_NOTIMPL; }
    if (!list_is_source(vm, b)) { return V_UNBOUND; }
    TRY(list_extend_with(vm, as_list(vm, a), b));
    return a;
}

static Value list_getitem(Vm *vm, Value v, Value key) {
    const List *l = as_list(vm, v);
    uint64_t i = index_of(key);
    if (NX_LIKELY(i < l->h.n)) { return list_items(vm, l)[i]; }
    if (is_tagged(vm, key, T_SLICE)) {
        SliceSpan span;
        int r = slice_resolve(vm, key, l->h.n, &span);
        return r > 0 ? list_get_slice(vm, l, &span) : r ? V_UNBOUND : V_RAISED;
    }
    uint32_t at;
    int r = index_resolve(vm, key, l->h.n, "list", &at);
    return r > 0 ? list_items(vm, l)[at] : r ? V_UNBOUND : V_RAISED;
}

static Value list_getspan(Vm *vm, Value v, uint32_t from, uint32_t to) {
    const List *l = as_list(vm, v);
    TRY(items_charge(vm, to - from));
    return list_from(vm, to > from ? list_items(vm, l) + from : NULL, to - from);
}

// The position that an int key names, for a change.
static int list_resolve_assignment(Vm *vm, const List *l, Value key, uint32_t *at) {
    int64_t i;
    if (!isinstance_int(vm, key) || !int_to_i64(vm, key, &i)) {
        return index_resolve(vm, key, l->h.n, "list", at);
    }
    if (i < 0) { i += l->h.n; }
    *at = (uint32_t)i;
    if (i >= 0 && i < l->h.n) { return 1; }
    raise_error(vm, EXC_IndexError, "list assignment index out of range");
    return 0;
}

static Value list_setitem(Vm *vm, Value v, Value key, Value item) {
    List *l = as_list(vm, v);
    uint64_t i = index_of(key);
    if (NX_LIKELY(i < l->h.n && item != V_UNBOUND)) {
        Values *buf = ref_ptr(vm, l->buf);
        obj_set(vm, buf, &buf->items[i], item);
        return V_NONE;
    }
    if (is_tagged(vm, key, T_SLICE)) {
        SliceSpan span;
        int r = slice_resolve(vm, key, l->h.n, &span);
        if (r <= 0) { return r ? V_UNBOUND : V_RAISED; }
        if (item == V_UNBOUND) { return list_delete_slice(vm, l, span); }
        return list_is_source(vm, item) ? list_set_slice(vm, l, &span, item) : V_UNBOUND;
    }
    uint32_t at;
    int r = list_resolve_assignment(vm, l, key, &at);
    if (r <= 0) { return r ? V_UNBOUND : V_RAISED; }
    if (item == V_UNBOUND) {
        TRY(list_splice(vm, l, at, 1, NULL, 0));
    } else {
        values_set(vm, ref_ptr(vm, l->buf), at, item);
    }
    return V_NONE;
}

static Value list_len(Vm *vm, Value v) { return int_value(as_list(vm, v)->h.n); }

// ---- natives -----------------------------------------------------------------------------------

static Value list_append_native(Vm *vm, Value *a) {
    TRY(list_append(vm, as_list(vm, a[0]), a[1]));
    return V_NONE;
}

static Value list_clear(Vm *vm, Value *a) {
    List *l = as_list(vm, a[0]);
    obj_set(vm, l, &l->buf, V_NONE);
    l->h.n = 0;
    return V_NONE;
}

static Value list_copy(Vm *vm, Value *a) {
    const List *l = as_list(vm, a[0]);
    TRY(items_charge(vm, l->h.n));
    return list_from(vm, l->h.n ? list_items(vm, l) : NULL, l->h.n);
}

// extend, += and __init__: all items at once where no guest code gives them, else one by one: it sees
// those before its own.
static Value list_extend(Vm *vm, Value *a) {
    Value seq = a[1] == a[0] ? a[1] : items_of_leaf(vm, a[1]);
    if (seq == V_UNBOUND || seq == V_RAISED) { return seq; }
    TRY(list_extend_with(vm, as_list(vm, a[0]), seq));
    return V_NONE;
}

static Value list_extend_inplace(Vm *vm, Value *a) {
    Value r = list_extend(vm, a);
    return r == V_NONE ? a[0] : r;
}

static Value list_init(Vm *vm, Value *a) {
    List *l = as_list(vm, a[0]);
    Value seq = a[1];
    // l.__init__(l) empties l before it reads it.
    if (seq == V_UNBOUND || seq == a[0]) { return list_clear(vm, a); }
    seq = items_of_leaf(vm, seq);
    if (seq == V_UNBOUND || seq == V_RAISED) { return seq; }
    if (as_obj(vm, seq)->n == 0) { return list_clear(vm, a); }
    uint32_t n = as_obj(vm, seq)->n;
    TRY(items_charge(vm, n) && list_reserve(vm, l, n));
    values_copy(list_open(vm, l), seq_items(vm, seq, &n), n);
    l->h.n = n;
    return V_NONE;
}

enum { LIST_EXTEND, LIST_IADD, LIST_INIT };

static Value list_extend_any(Vm *vm, Frame *f) {
    enum { EXTEND_START, EXTEND_DONE };
    Value self = f->slot[0];
    if (native_state(f) == EXTEND_DONE) {
        if (f->result != V_NONE) { // all at once, where no guest code gives them
            TRY(result_obj(vm, f, T_LIST) && list_extend_with(vm, as_list(vm, self), f->result));
        }
        return native_magic(vm, f) == LIST_IADD ? self : V_NONE;
    }
    if (native_magic(vm, f) == LIST_INIT) { TRY_VALUE(list_clear(vm, f->slot)); }
    return native_call2(vm, f, EXTEND_DONE, internal(vm, I_DRAIN), f->slot[1], self);
}

static Value list_insert(Vm *vm, Value *a) {
    List *l = as_list(vm, a[0]);
    int64_t at = int_clamp_i64(vm, a[1]), len = l->h.n;
    if (at < 0) { at = max_i64(at + len, 0); } // CPython clamps; insert never raises IndexError.
    TRY(list_splice(vm, l, (uint32_t)min_i64(at, len), 0, &a[2], 1));
    return V_NONE;
}

static Value list_make(Vm *vm, Value *a) {
    List *l = construct(vm, T_LIST, a[0], 0);
    TRY(l);
    l->buf = V_NONE;
    return ptr_value(vm, l);
}

static Value list_pop(Vm *vm, Value *a) {
    List *l = as_list(vm, a[0]);
    int64_t at = int_clamp_i64(vm, a[1]), len = l->h.n;
    if (len == 0) { return raise_error(vm, EXC_IndexError, "pop from empty list"); }
    if (at < 0) { at += len; }
    if (at < 0 || at >= len) { return raise_error(vm, EXC_IndexError, "pop index out of range"); }
    Value item = list_items(vm, l)[at];
    if (at == len - 1) {
        obj_touch(vm, l);
        l->h.n--;
        return item;
    }
    TRY(list_splice(vm, l, (uint32_t)at, 1, NULL, 0));
    return item;
}

static Value list_remove(Vm *vm, Value *a) {
    uint32_t at = 0;
    switch (items_find(vm, a[0], &at, UINT32_MAX, a[1])) {
    case ITEMS_FOUND: return list_splice(vm, as_list(vm, a[0]), at, 1, NULL, 0) ? V_NONE : V_RAISED;
    case ITEMS_ABSENT: return raise_error(vm, EXC_ValueError, "list.remove(x): x not in list");
    case ITEMS_ASK: return V_UNBOUND;
    default: return V_RAISED;
    }
}

static Value list_reverse(Vm *vm, Value *a) {
    List *l = as_list(vm, a[0]);
    uint32_t n = l->h.n;
    TRY(items_charge(vm, n));
    if (n == 0) { return V_NONE; }
    Value *items = list_open(vm, l);
    for (uint32_t i = 0, j = n - 1; i < j; i++, j--) {
        Value item = items[i];
        items[i] = items[j];
        items[j] = item;
    }
    return V_NONE;
}

// ---- natives in steps --------------------------------------------------------------------------

enum { REPEAT_START, REPEAT_GOT_COUNT };

static Value list_repeat_steps(Vm *vm, Frame *f) {
    Value times = f->slot[1];
    if (native_state(f) == REPEAT_GOT_COUNT) {
        return list_repeat_inplace(vm, f->slot[0], f->result);
    }
    if (isinstance_int(vm, times)) { return list_repeat_inplace(vm, f->slot[0], times); }
    TRY(seq_check_times(vm, f, times));
    return native_call1(vm, f, REPEAT_GOT_COUNT, internal(vm, I_INDEX), times);
}

enum { REMOVE_START, REMOVE_COMPARED };
enum { REMOVE_SELF, REMOVE_VALUE, REMOVE_AT };

static Value list_remove_steps(Vm *vm, Frame *f) {
    Value self = f->slot[REMOVE_SELF];
    uint32_t at = 0;
    bool found = false;
    if (native_state(f) == REMOVE_COMPARED) {
        at = (uint32_t)index_of(f->slot[REMOVE_AT]);
        found = f->result == V_TRUE;
        at += !found;
    }
    if (!found) {
        switch (items_find(vm, self, &at, UINT32_MAX, f->slot[REMOVE_VALUE])) {
        case ITEMS_RAISED: return V_RAISED;
        case ITEMS_ABSENT: return raise_error(vm, EXC_ValueError, "list.remove(x): x not in list");
        case ITEMS_ASK:
            f->slot[REMOVE_AT] = int_value(at);
            return native_call2(vm, f, REMOVE_COMPARED, internal(vm, I_EQUAL),
                                list_items(vm, as_list(vm, self))[at], f->slot[REMOVE_VALUE]);
        default: break;
        }
    }
    if (at < as_list(vm, self)->h.n) { TRY(list_splice(vm, as_list(vm, self), at, 1, NULL, 0)); }
    return V_NONE;
}

static Value list_sizeof(Vm *vm, Value *a) {
    const List *l = as_list(vm, a[0]);
    return int_value((int64_t)obj_size(&l->h) +
                     (is_ref(l->buf) ? (int64_t)obj_size(as_obj(vm, l->buf)) : 0));
}

static const NativeDef list_methods[] = {
    STEPS("__contains__", "self, key, /", items_contains_steps, 1, NULL, "Whether it is in it."),
    STEPS("__delitem__", "self, key, /", seq_delitem_steps, 3, NULL, "Removes self[key]."),
    STEPS_FAST("__getitem__", "self, index, /", slot_getitem_first, seq_getitem_steps, 3,
               "The item: self[index]."),
    STEPS_FAST_MAGIC("__iadd__", "self, value, /", list_extend_inplace, list_extend_any, 0,
                     LIST_IADD, "What self += value does."),
    STEPS("__imul__", "self, value, /", list_repeat_steps, 0, NULL, "What self *= value does."),
    STEPS_FAST_MAGIC("__init__", "self, iterable=UNBOUND, /", list_init, list_extend_any, 0,
                     LIST_INIT, "Fill from an iterable."),
    STEPS("__mul__", "self, value, /", seq_repeat_steps, 0, NULL, "What self * value gives."),
    LEAF_MAKER(list_make, "Make an empty list."),
    STEPS("__repr__", "self, /", container_repr_steps, CONTAINER_REPR_SCRATCH,
          container_repr_unwind, "What repr(self) gives."),
    LEAF("__sizeof__", "self, /", list_sizeof, "How many bytes the list takes."),
    LEAF("__reversed__", "self, /", list_reversed, "An iterator over the items, last one first."),
    STEPS("__rmul__", "self, value, /", seq_repeat_steps, 0, NULL, "What value * self gives."),
    STEPS("__setitem__", "self, key, value, /", list_setitem_steps, 0, NULL,
          "What setting an item does."),
    ITEMS_COMPARE_ROWS,
    LEAF("append", "self, object, /", list_append_native, "Add an item at the end."),
    LEAF("clear", "self, /", list_clear, "Take everything out."),
    LEAF("copy", "self, /", list_copy, "A new list of the same items."),
    STEPS_FAST("count", "self, value, /", items_count, items_count_steps, 2,
               "How many items are equal to value."),
    STEPS_FAST_MAGIC("extend", "self, iterable, /", list_extend, list_extend_any, 0, LIST_EXTEND,
                     "Append the items of an iterable to the end."),
    STEPS_FAST("index", "self, value, start=0, stop=4294967296, /", items_index, items_index_steps,
               1, "Position of the first item equal to value; ValueError if there is none."),
    LEAF("insert", "self, index: int, object, /", list_insert,
         "Put an item in front of the one with that number."),
    LEAF("pop", "self, index: int=-1, /", list_pop,
         "Remove and return the item at index (default last); IndexError if there is none."),
    STEPS_FAST("remove", "self, value, /", list_remove, list_remove_steps, 1,
               "Remove the first item equal to value; ValueError if there is none."),
    LEAF("reverse", "self, /", list_reverse, "Reverse the order of the items in place."),
    STEPS_FAST_UNWIND(
        "sort", "self, *, key=None, reverse: bool=False", list_sort_first, merge_sort_steps,
        MERGE_SORT_SCRATCH, merge_sort_unwind,
        "Sort the items in place, keeping the order of equal ones.\n\nWith a key function, its "
        "results are compared, not the items; it is called once\nfor each item."),
    NATIVE_END,
};

const TypeDef list_type = {
    .name = "list",
    .doc = "Built-in mutable sequence.\n\nlist() is empty; list(iterable) holds its items.",
    .new_sig = "(iterable=(), /)",
    .tag = T_LIST,
    .subclassable = true,
    .unhashable = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .inplace_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .sequence_concat = true,
    .methods = list_methods,
    .binary = list_binary,
    .inplace = list_inplace,
    .compare = items_compare,
    .repr = container_repr,
    .len = list_len,
    .getitem = list_getitem,
    .getspan = list_getspan,
    .setitem = list_setitem,
    .contains = items_contains,
    .iter = list_iter,
};
