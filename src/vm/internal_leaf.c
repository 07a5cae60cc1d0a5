// internal_leaf.c: what internal operations can tell without guest code: then they need no frame.
// Each answers V_UNBOUND, having changed nothing, when the steps must do it.
#include "object/items.h"
#include "object/key.h"
#include "object/list.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { MATCH_MOST = 16 };

static Value leaf_compare(Vm *vm, Value *a) {
    int64_t op = int_of(a[2]);
    if (op < 0 || op > OP_GE) { return V_UNBOUND; }
    Value v = compare_leaf(vm, (int)op, a[0], a[1]);
    return v == V_NOTIMPL ? V_UNBOUND : v;
}

static Value leaf_equal(Vm *vm, Value *a) {
    int equal = key_equal_leaf(vm, a[0], a[1]);
    return equal < 0 ? V_UNBOUND : bool_value(equal);
}

static Value leaf_hash(Vm *vm, Value *a) { return hash_leaf(vm, a[0]); }
static Value leaf_truth(Vm *vm, Value *a) { return truth_leaf(vm, a[0]); }
static Value leaf_iter(Vm *vm, Value *a) { return iter_leaf(vm, a[0]); }
static Value leaf_len(Vm *vm, Value *a) { return len_leaf(vm, a[0]); }
static Value leaf_repr(Vm *vm, Value *a) { return repr_leaf(vm, a[0]); }
static Value leaf_str(Vm *vm, Value *a) { return str_leaf(vm, a[0]); }

static Value leaf_getattr(Vm *vm, Value *a) {
    if (!is_str(vm, a[1]) || !(as_obj(vm, a[1])->small & STR_INTERNED)) { return V_UNBOUND; }
    Value v = getattr_leaf(vm, a[0], a[1]);
    return v == V_STOP ? V_UNBOUND : v;
}

static Value leaf_drain(Vm *vm, Value *a) {
    Value seq = items_of_leaf(vm, a[0]);
    if (seq == V_UNBOUND || seq == V_RAISED || seq != a[0]) { return seq; }
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    TRY(items_charge(vm, n));
    return list_from(vm, items, n);
}

// What ** in a call adds to its keywords: strs that are not there yet.
static Value leaf_add_keywords(Vm *vm, Value to, Value from) {
    if (!is_tagged(vm, to, T_DICT) || !is_exact(vm, from, T_DICT)) { return V_UNBOUND; }
    Dict *d = as_dict(vm, to);
    const Dict *other = as_dict(vm, from);
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, other, &pos, &key, &value);) {
        if (!is_str(vm, key) || (d->h.n && dict_get_str(vm, d, key) != V_UNBOUND)) {
            return V_UNBOUND;
        }
    }
    int r = dict_merge_leaf(vm, d, other);
    return r > 0 ? V_NONE : r ? V_UNBOUND : V_RAISED;
}

static Value leaf_merge_keywords(Vm *vm, Value *a) { return leaf_add_keywords(vm, a[1], a[2]); }

static Value leaf_dict_merge(Vm *vm, Value *a) {
    if (a[2] != int_value(0)) { return leaf_add_keywords(vm, a[0], a[1]); }
    if (!is_tagged(vm, a[0], T_DICT) || !is_exact(vm, a[1], T_DICT)) { return V_UNBOUND; }
    int r = dict_merge_leaf(vm, as_dict(vm, a[0]), as_dict(vm, a[1]));
    return r > 0 ? V_NONE : r ? V_UNBOUND : V_RAISED;
}

// ---- class patterns ----------------------------------------------------------------------------

// The name of sub-pattern i; V_UNBOUND: something is odd.
static Value match_name(Vm *vm, const Tuple *positional, const Tuple *names, uint32_t nargs,
                        uint32_t i) {
    if (i >= nargs) { return names->items[i - nargs]; }
    if (!positional || i >= positional->h.n) { return V_UNBOUND; }
    Value name = positional->items[i];
    return is_str(vm, name) && as_str(vm, name)->h.small & STR_INTERNED ? name : V_UNBOUND;
}

static Value leaf_match_class(Vm *vm, Value *a) {
    Value subject = a[0], cls = a[1];
    uint32_t nargs = (uint32_t)int_of(a[2]);
    if (!is_type(vm, cls) || !is_tagged(vm, a[3], T_TUPLE)) { return V_UNBOUND; }
    Value is = is_instance_leaf(vm, a);
    if (is != V_TRUE) { return is == V_FALSE ? V_NONE : is; }
    const Tuple *names = as_tuple(vm, a[3]), *positional = NULL;
    uint32_t n = nargs + names->h.n;
    if (n > MATCH_MOST) { return V_UNBOUND; }
    if (nargs) {
        Value args = type_lookup(vm, cls, vm_name(vm, N___match_args__));
        if (args == V_UNBOUND && n == 1 && match_takes_self(vm, cls)) {
            return tuple_from(vm, &subject, 1);
        }
        if (!is_exact(vm, args, T_TUPLE) || class_of(vm, cls) != vm->types[T_TYPE]) {
            return V_UNBOUND;
        }
        positional = as_tuple(vm, args);
    }
    Value out[MATCH_MOST], seen[MATCH_MOST];
    for (uint32_t i = 0; i < n; i++) {
        seen[i] = match_name(vm, positional, names, nargs, i);
        if (seen[i] == V_UNBOUND) { return V_UNBOUND; }
        for (uint32_t k = 0; k < i; k++) {
            if (seen[k] == seen[i]) { return V_UNBOUND; }
        }
        out[i] = getattr_leaf(vm, subject, seen[i]);
        if (out[i] == V_STOP) { return V_NONE; }
        if (out[i] == V_RAISED && vm->head->exc != V_NONE) { exc_clear(vm); } // asked again then
        if (out[i] == V_RAISED || out[i] == V_UNBOUND) { return vm->stop ? V_RAISED : V_UNBOUND; }
    }
    return tuple_from(vm, out, n);
}

LeafFn internal_leaf(Internal i) {
    static const LeafFn leaves[I_COUNT] = {
        [I_RICH_COMPARE] = leaf_compare,
        [I_TRUTH] = leaf_truth,
        [I_HASH] = leaf_hash,
        [I_EQUAL] = leaf_equal,
        [I_REPR] = leaf_repr,
        [I_STR] = leaf_str,
        [I_ITER] = leaf_iter,
        [I_DRAIN] = leaf_drain,
        [I_GETATTR] = leaf_getattr,
        [I_LEN] = leaf_len,
        [I_IS_INSTANCE] = is_instance_leaf,
        [I_IS_SUBCLASS] = is_subclass_leaf,
        [I_DICT_MERGE] = leaf_dict_merge,
        [I_MERGE_KEYWORDS] = leaf_merge_keywords,
        [I_MATCH_CLASS] = leaf_match_class,
    };
    return leaves[i];
}
