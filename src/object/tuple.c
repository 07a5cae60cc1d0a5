// tuple.c: the tuple, a sequence that never changes; its items stand in the object itself.
//
// Comparing, searching and repeating are shared with the list (items.c), hashing of leaf items is
// in key.c. The empty tuple is no singleton: nothing depends on its identity.
#include "object/tuple.h"

#include "base/hash.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/items.h"
#include "object/key.h"
#include "object/list.h"
#include "object/repr.h"
#include "object/seq.h"
#include "object/seq_iters.h"
#include "object/slice.h"
#include "object/steps_fast.h"
#include "object/type.h"

// ---- construction ------------------------------------------------------------------------------

Value tuple_from(Vm *vm, const Value *items, uint64_t n) {
    Tuple *t = HEAP_MAKE(vm, TUPLE, n);
    TRY(t);
    if (n == 0) { memset(t + 1, 0, sizeof(Value)); } // no object is that small
    values_copy(t->items, items, n);
    return ptr_value(vm, t);
}

Value tuple_pack2(Vm *vm, Value a, Value b) {
    Tuple *t = HEAP_MAKE(vm, TUPLE, 2);
    TRY(t);
    t->items[0] = a;
    t->items[1] = b;
    return ptr_value(vm, t);
}

const Value *seq_items(Vm *vm, Value seq, uint32_t *n) {
    if (is_tagged(vm, seq, T_TUPLE)) {
        *n = as_tuple(vm, seq)->h.n;
        return as_tuple(vm, seq)->items;
    }
    if (!is_tagged(vm, seq, T_LIST)) { // out of a forged slot
        raise_stop(vm, STOP_CORRUPT);
        *n = 0;
        return NULL;
    }
    *n = as_list(vm, seq)->h.n;
    return *n ? list_items(vm, as_list(vm, seq)) : NULL;
}

bool is_tuple_of(Vm *vm, Value v, TypeTag tag) {
    if (!is_exact(vm, v, T_TUPLE)) { return false; }
    const Tuple *t = as_tuple(vm, v);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!is_tagged(vm, t->items[i], tag)) { return false; }
    }
    return true;
}

// ---- slots -------------------------------------------------------------------------------------

static Value tuple_concat(Vm *vm, Value a, Value b) {
    if (!is_tagged(vm, a, T_TUPLE)) { return V_NOTIMPL; }
    if (!is_tagged(vm, b, T_TUPLE)) { return seq_concat_error(vm, b, "tuple"); }
    const Tuple *x = as_tuple(vm, a), *y = as_tuple(vm, b);
    if (x->h.n == 0 && !y->h.ext) { return b; }
    if (y->h.n == 0 && !x->h.ext) { return a; }
    uint64_t n = (uint64_t)x->h.n + y->h.n;
    TRY(items_charge(vm, n));
    Tuple *sum = heap_new_raw(vm, T_TUPLE, n);
    TRY(sum);
    values_copy(sum->items, x->items, x->h.n);
    values_copy(sum->items + x->h.n, y->items, y->h.n);
    return ptr_value(vm, sum);
}

static Value tuple_repeat(Vm *vm, Value v, Value times) {
    int64_t count;
    uint64_t len;
    Value why;
    int r = seq_repeat_count(vm, times, &count, &why);
    if (r <= 0) { return r ? why : V_RAISED; }
    const Tuple *t = as_tuple(vm, v);
    if (!t->h.ext && (count == 1 || t->h.n == 0)) { return v; }
    TRY(items_repeated_length(vm, t->h.n, count, &len));
    Tuple *product = heap_new_raw(vm, T_TUPLE, len);
    TRY(product);
    items_repeat(product->items, t->items, t->h.n, len);
    return ptr_value(vm, product);
}

static Value tuple_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (op == BIN_OP_ADD) { return tuple_concat(vm, a, b); }
    if (op != BIN_OP_MUL) { return V_NOTIMPL; }
    return is_tagged(vm, a, T_TUPLE) ? tuple_repeat(vm, a, b) : tuple_repeat(vm, b, a);
}

static Value tuple_hash(Vm *vm, Value v) {
    int64_t hash;
    return key_hash64_tuple(vm, as_tuple(vm, v), &hash) ? int_from_i64(vm, hash) : V_UNBOUND;
}

static Value tuple_get_slice(Vm *vm, Value v, const SliceSpan *s) {
    const Tuple *t = as_tuple(vm, v);
    if (s->step == 1) {
        if (s->count == t->h.n && !t->h.ext) { return v; }
        TRY(items_charge(vm, s->count));
        return tuple_from(vm, t->items + s->start, s->count);
    }
    TRY(items_charge(vm, s->count));
    Tuple *part = heap_new_raw(vm, T_TUPLE, s->count);
    TRY(part);
    for (uint32_t i = 0; i < s->count; i++) { part->items[i] = t->items[s->start + i * s->step]; }
    return ptr_value(vm, part);
}

static Value tuple_getspan(Vm *vm, Value v, uint32_t from, uint32_t to) {
    return tuple_get_slice(vm, v, &(SliceSpan){from, to, 1, to - from});
}

static Value tuple_getitem(Vm *vm, Value v, Value key) {
    const Tuple *t = as_tuple(vm, v);
    uint64_t i = index_of(key);
    if (NX_LIKELY(i < t->h.n)) { return t->items[i]; }
    if (is_tagged(vm, key, T_SLICE)) {
        SliceSpan span;
        int r = slice_resolve(vm, key, t->h.n, &span);
        return r > 0 ? tuple_get_slice(vm, v, &span) : r ? V_UNBOUND : V_RAISED;
    }
    uint32_t at;
    int r = index_resolve(vm, key, t->h.n, "tuple", &at);
    return r > 0 ? t->items[at] : r ? V_UNBOUND : V_RAISED;
}

static Value tuple_len(Vm *vm, Value v) { return int_value(as_tuple(vm, v)->h.n); }

// ---- natives -----------------------------------------------------------------------------------

static Value tuple_getnewargs(Vm *vm, Value *a) {
    const Tuple *t = as_tuple(vm, a[0]);
    Value items = tuple_from(vm, t->items, t->h.n);
    TRY_VALUE(items);
    return tuple_from(vm, &items, 1);
}

static Value tuple_make(Vm *vm, Value *a) {
    uint32_t n = 0;
    bool exact = a[0] == type_of_tag(vm, T_TUPLE);
    if (exact && is_exact(vm, a[1], T_TUPLE)) { return a[1]; }
    const Value *items = a[1] == V_UNBOUND ? NULL : seq_items(vm, a[1], &n);
    TRY(items_charge(vm, n));
    Tuple *t = exact ? heap_new_raw(vm, T_TUPLE, n) : construct(vm, T_TUPLE, a[0], n);
    TRY(t);
    values_copy(t->items, items, n);
    return ptr_value(vm, t);
}

enum { HASH_START, HASH_ITEM };
enum { HASH_SELF, HASH_AT, HASH_LOW, HASH_HIGH };

// The running hash stands in two slots, 32 bits in each.
static Value tuple_hash_steps(Vm *vm, Frame *f) {
    const Tuple *t = slot_obj(vm, f, HASH_SELF, T_TUPLE);
    TRY(t);
    uint64_t acc = HASH_TUPLE_INIT;
    uint32_t at = 0;
    int64_t hash;
    if (native_state(f) == HASH_ITEM) {
        at = (uint32_t)index_of(f->slot[HASH_AT]);
        acc = index_of(f->slot[HASH_HIGH]) << 32 | index_of(f->slot[HASH_LOW]);
        TRY(int_to_i64(vm, f->result, &hash));
        acc = hash_tuple_add(acc, hash);
    }
    for (; at < t->h.n; at++) {
        if (!key_hash64_leaf(vm, t->items[at], &hash)) {
            f->slot[HASH_AT] = int_value(at + 1);
            f->slot[HASH_LOW] = int_value((uint32_t)acc);
            f->slot[HASH_HIGH] = int_value((uint32_t)(acc >> 32));
            return native_call1(vm, f, HASH_ITEM, internal(vm, I_HASH), t->items[at]);
        }
        acc = hash_tuple_add(acc, hash);
    }
    return int_from_i64(vm, hash_tuple_finish(acc, t->h.n));
}

static const NativeDef tuple_methods[] = {
    STEPS("__contains__", "self, key, /", items_contains_steps, 1, NULL, "Whether it is in it."),
    STEPS_FAST("__getitem__", "self, key, /", slot_getitem_first, seq_getitem_steps, 3,
               "The item: self[key]."),
    LEAF("__getnewargs__", "self, /", tuple_getnewargs, "What a copy is made of."),
    STEPS("__hash__", "self, /", tuple_hash_steps, 3, NULL, "What hash(self) gives."),
    STEPS("__mul__", "self, value, /", seq_repeat_steps, 0, NULL, "What self * value gives."),
    LEAF_CLASS("__new__", "cls, iterable: values=UNBOUND, /", tuple_make,
               "Make a tuple of the items of an iterable."),
    STEPS("__repr__", "self, /", container_repr_steps, CONTAINER_REPR_SCRATCH,
          container_repr_unwind, "What repr(self) gives."),
    STEPS("__rmul__", "self, value, /", seq_repeat_steps, 0, NULL, "What value * self gives."),
    ITEMS_COMPARE_ROWS,
    STEPS_FAST("count", "self, value, /", items_count, items_count_steps, 2,
               "How many items are equal to value."),
    STEPS_FAST("index", "self, value, start=0, stop=4294967296, /", items_index, items_index_steps,
               1, "Position of the first item equal to value; ValueError if there is none."),
    NATIVE_END,
};

const TypeDef tuple_type = {
    .name = "tuple",
    .doc = "Built-in immutable sequence.\n\ntuple() is empty; tuple(iterable) holds its items. A "
           "tuple given as the argument is the result itself.",
    .new_sig = "(iterable=(), /)",
    .tag = T_TUPLE,
    .subclassable = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .sequence_concat = true,
    .methods = tuple_methods,
    .binary = tuple_binary,
    .compare = items_compare,
    .hash = tuple_hash,
    .repr = container_repr,
    .len = tuple_len,
    .getitem = tuple_getitem,
    .getspan = tuple_getspan,
    .contains = items_contains,
    .iter = tuple_iter,
};
