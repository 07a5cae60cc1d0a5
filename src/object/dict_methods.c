// dict_methods.c: the slots and methods of dict. The table is in dict.c, keys with guest code in
// dict_steps.c, update and its kin in dict_update.c, views and iterators in dict_views.c.
//
// Methods that look a key up come in two forms (steps_fast.h): a leaf for keys that need no guest
// code, and a steps native around dict_seek.
#include "object/construct.h"
#include "object/dict_steps.h"
#include "object/dict_update.h"
#include "object/dict_views.h"
#include "object/int.h"
#include "object/key.h"
#include "object/repr.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"
#include "rt/internals.h"

static inline Value dict_value_at(Vm *vm, Value d, int64_t at) {
    return dict_entries(vm, as_dict(vm, d))->items[at].value;
}

static Value dict_missing_method(Vm *vm, Value d) {
    if (NX_LIKELY(!as_obj(vm, d)->ext)) { return V_UNBOUND; }
    return type_lookup(vm, class_of(vm, d), vm_name(vm, N___missing__));
}

// ---- slots -------------------------------------------------------------------------------------

static Value dict_compare(Vm *vm, int op, Value a, Value b) {
    if ((op != OP_EQ && op != OP_NE) || !is_tagged(vm, b, T_DICT)) { return V_NOTIMPL; }
    const Dict *x = as_dict(vm, a), *y = as_dict(vm, b);
    if (x->h.n != y->h.n) { return bool_value(op == OP_NE); }
    TRY(native_charge(vm, x->h.n / 8));
    uint32_t pos = 0, candidate;
    for (Value key, value; dict_next(vm, x, &pos, &key, &value);) {
        uint64_t probe = 0;
        uint32_t hash = entries_hashes(dict_entries(vm, x))[pos - 1];
        int64_t at = dict_probe(vm, y, key, hash, &probe, &candidate);
        if (at == -1) { return bool_value(op == OP_NE); }
        int equal = at < 0 ? -1 : key_equal_leaf(vm, value, dict_value_at(vm, b, at));
        if (equal < 0) { return V_UNBOUND; }
        if (equal == 0) { return bool_value(op == OP_NE); }
    }
    return bool_value(op == OP_EQ);
}

static Value dict_len(Vm *vm, Value v) { return int_value(as_dict(vm, v)->h.n); }

static Value dict_getitem(Vm *vm, Value v, Value key) {
    Value value = dict_get_leaf(vm, as_dict(vm, v), key);
    if (NX_LIKELY(value != V_UNBOUND && value != V_CALLING)) { return value; }
    if (value == V_CALLING || dict_missing_method(vm, v) != V_UNBOUND) { return V_UNBOUND; }
    return raise_with(vm, EXC_KeyError, key);
}

static Value dict_setitem(Vm *vm, Value v, Value key, Value item) {
    if (item == V_UNBOUND) {
        Value gone = dict_pop_leaf(vm, as_dict(vm, v), key);
        if (gone == V_UNBOUND) { return raise_with(vm, EXC_KeyError, key); }
        return gone == V_CALLING ? V_UNBOUND : V_NONE;
    }
    int r = dict_set_leaf(vm, as_dict(vm, v), key, item);
    return r > 0 ? V_NONE : r ? V_UNBOUND : V_RAISED;
}

static Value dict_contains(Vm *vm, Value v, Value key) {
    Value value = dict_get_leaf(vm, as_dict(vm, v), key);
    return value == V_CALLING ? V_UNBOUND : bool_value(value != V_UNBOUND);
}

static Value dict_iter(Vm *vm, Value v) { return dict_iter_new(vm, v, DICT_KIND_KEYS, false); }

// ---- leaf natives ------------------------------------------------------------------------------

static Value dict_clear_native(Vm *vm, Value *a) {
    dict_clear(vm, as_dict(vm, a[0]));
    return V_NONE;
}

static Value dict_copy_native(Vm *vm, Value *a) {
    const Dict *d = as_dict(vm, a[0]);
    TRY(native_charge(vm, d->used / 8));
    return dict_copy(vm, d);
}

static Value dict_items(Vm *vm, Value *a) { return dict_view_new(vm, a[0], DICT_KIND_ITEMS); }
static Value dict_keys(Vm *vm, Value *a) { return dict_view_new(vm, a[0], DICT_KIND_KEYS); }
static Value dict_values(Vm *vm, Value *a) { return dict_view_new(vm, a[0], DICT_KIND_VALUES); }

static Value dict_make(Vm *vm, Value *a) {
    Dict *d = construct(vm, T_DICT, a[0], 0);
    TRY(d);
    d->entries = d->index = V_NONE;
    return ptr_value(vm, d);
}

static Value dict_popitem(Vm *vm, Value *a) {
    Dict *d = as_dict(vm, a[0]);
    if (d->h.n == 0) {
        Value text = format_text(vm, "popitem(): dictionary is empty");
        TRY_VALUE(text);
        return raise_with(vm, EXC_KeyError, text);
    }
    uint32_t last = dict_last(vm, d);
    const DictEntry *e = &dict_entries(vm, d)->items[last];
    Value pair = tuple_pack2(vm, e->key, e->value);
    TRY_VALUE(pair);
    dict_delete_last(vm, d, last);
    return pair;
}

static Value dict_reversed(Vm *vm, Value *a) {
    return dict_iter_new(vm, a[0], DICT_KIND_KEYS, true);
}

// ---- lookups, as leaves ------------------------------------------------------------------------

static Value dict_get(Vm *vm, Value *a) {
    Value value = dict_get_leaf(vm, as_dict(vm, a[0]), a[1]);
    return value == V_UNBOUND ? a[2] : value == V_CALLING ? V_UNBOUND : value;
}

static Value dict_pop(Vm *vm, Value *a) {
    Dict *d = as_dict(vm, a[0]);
    // An empty dict does not even hash the key.
    Value value = d->h.n == 0 ? V_UNBOUND : dict_pop_leaf(vm, d, a[1]);
    if (value == V_CALLING) { return V_UNBOUND; }
    if (value != V_UNBOUND) { return value; }
    return a[2] == V_UNBOUND ? raise_with(vm, EXC_KeyError, a[1]) : a[2];
}

static Value dict_setdefault(Vm *vm, Value *a) {
    Value value = dict_default_leaf(vm, as_dict(vm, a[0]), a[1], a[2]);
    return value == V_CALLING ? V_UNBOUND : value;
}

// ---- lookups, in steps -------------------------------------------------------------------------

enum { LOOKUP_SELF, LOOKUP_KEY, LOOKUP_DEFAULT };
enum { LOOKUP_SEEK_1 = 2, LOOKUP_SEEK_2 = 3 }; // where dict_seek's slots begin

static Value dict_contains_steps(Vm *vm, Frame *f) {
    uint32_t hash;
    int64_t at = dict_seek(vm, f, LOOKUP_SEEK_1, f->slot[LOOKUP_SELF], f->slot[LOOKUP_KEY], &hash);
    return at < SEEK_ABSENT ? seek_result(at) : bool_value(at >= 0);
}

enum { GETITEM_MISSING = SEEK_OWN };

static Value dict_getitem_steps(Vm *vm, Frame *f) {
    Value self = f->slot[LOOKUP_SELF], key = f->slot[LOOKUP_KEY];
    if (native_state(f) == GETITEM_MISSING) { return f->result; }
    uint32_t hash;
    int64_t at = dict_seek(vm, f, LOOKUP_SEEK_1, self, key, &hash);
    if (at >= 0) { return dict_value_at(vm, self, at); }
    if (at != SEEK_ABSENT) { return seek_result(at); }
    if (dict_missing_method(vm, self) == V_UNBOUND) { return raise_with(vm, EXC_KeyError, key); }
    return native_call_method(vm, f, GETITEM_MISSING, self, vm_name(vm, N___missing__), 1, &key);
}

static Value dict_delitem_steps(Vm *vm, Frame *f) {
    Value gone = dict_del_steps(vm, f);
    if (gone == V_UNBOUND) { return raise_with(vm, EXC_KeyError, f->slot[LOOKUP_KEY]); }
    return gone == V_CALLING || gone == V_RAISED ? gone : V_NONE;
}

static Value dict_get_method_steps(Vm *vm, Frame *f) {
    uint32_t hash;
    int64_t at = dict_seek(vm, f, LOOKUP_SEEK_2, f->slot[LOOKUP_SELF], f->slot[LOOKUP_KEY], &hash);
    if (at >= 0) { return dict_value_at(vm, f->slot[LOOKUP_SELF], at); }
    return at == SEEK_ABSENT ? f->slot[LOOKUP_DEFAULT] : seek_result(at);
}

static Value dict_pop_steps(Vm *vm, Frame *f) {
    Value self = f->slot[LOOKUP_SELF], key = f->slot[LOOKUP_KEY], dflt = f->slot[LOOKUP_DEFAULT];
    uint32_t hash;
    int64_t at = SEEK_ABSENT;
    if (as_dict(vm, self)->h.n || native_state(f) != SEEK_START) {
        at = dict_seek(vm, f, LOOKUP_SEEK_2, self, key, &hash);
    }
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at == SEEK_ABSENT) { return dflt == V_UNBOUND ? raise_with(vm, EXC_KeyError, key) : dflt; }
    Value value = dict_value_at(vm, self, at);
    dict_delete_at(vm, as_dict(vm, self), (uint32_t)at);
    return value;
}

static Value dict_setdefault_steps(Vm *vm, Frame *f) {
    Value self = f->slot[LOOKUP_SELF], key = f->slot[LOOKUP_KEY], dflt = f->slot[LOOKUP_DEFAULT];
    uint32_t hash;
    int64_t at = dict_seek(vm, f, LOOKUP_SEEK_2, self, key, &hash);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at >= 0) { return dict_value_at(vm, self, at); }
    TRY(dict_append(vm, as_dict(vm, self), key, hash, dflt));
    return dflt;
}

// ---- comparison in steps -----------------------------------------------------------------------

enum { EQUAL_VALUES = SEEK_OWN };
enum {
    EQUAL_SELF,
    EQUAL_OTHER,
    EQUAL_SEEK,
    EQUAL_POS = EQUAL_SEEK + SEEK_SCRATCH, // behind the entry being compared
    EQUAL_KEY,
    EQUAL_VALUE,
    EQUAL_SCRATCH = SEEK_SCRATCH + 3
};

// Compares the value of the entry in hand with the one found in the other dict: V_TRUE, V_FALSE, or
// to be returned.
static Value dict_equal_value(Vm *vm, Frame *f, int64_t at) {
    if (at == SEEK_ABSENT) { return V_FALSE; }
    if (at < 0) { return seek_result(at); }
    Value value = f->slot[EQUAL_VALUE], theirs = dict_value_at(vm, f->slot[EQUAL_OTHER], at);
    int equal = key_equal_leaf(vm, value, theirs);
    if (equal >= 0) { return bool_value(equal > 0); }
    return native_call2(vm, f, EQUAL_VALUES, internal(vm, I_EQUAL), value, theirs);
}

// `==` and `!=`. Guest code may change either dict meanwhile; entries are found by position.
static Value dict_equal_steps(Vm *vm, Frame *f) {
    Value self = f->slot[EQUAL_SELF], other = f->slot[EQUAL_OTHER], equal = V_TRUE;
    bool negate = native_magic(vm, f) == OP_NE;
    if (!is_tagged(vm, other, T_DICT)) { return V_NOTIMPL; }
    uint32_t pos = 0, hash;
    if (native_state(f) == SEEK_START) {
        equal = bool_value(as_dict(vm, self)->h.n == as_dict(vm, other)->h.n);
    } else {
        pos = (uint32_t)index_of(f->slot[EQUAL_POS]);
        equal = f->result;
    }
    if (seek_is_state(f)) {
        equal = dict_equal_value(
            vm, f, dict_seek_resume(vm, f, EQUAL_SEEK, other, f->slot[EQUAL_KEY], &hash));
    }
    while (equal == V_TRUE) {
        Value key, value;
        if (!dict_next(vm, as_dict(vm, self), &pos, &key, &value)) { return bool_value(!negate); }
        TRY(native_charge(vm, 1));
        hash = entries_hashes(dict_entries(vm, as_dict(vm, self)))[pos - 1];
        f->slot[EQUAL_POS] = int_value(pos);
        f->slot[EQUAL_KEY] = key;
        f->slot[EQUAL_VALUE] = value;
        equal = dict_equal_value(vm, f, dict_seek_hashed(vm, f, EQUAL_SEEK, other, key, hash));
    }
    return equal == V_FALSE ? bool_value(negate) : equal;
}

static Value dict_sizeof(Vm *vm, Value *a) {
    const Dict *d = as_dict(vm, a[0]);
    return int_value((int64_t)obj_size(&d->h) + 24 * (int64_t)d->h.n);
}

static const NativeDef dict_methods[] = {
    STEPS_FAST("__contains__", "self, key, /", slot_contains_first, dict_contains_steps,
               SEEK_SCRATCH, "Whether the key is in it."),
    STEPS_FAST("__delitem__", "self, key, /", slot_delitem_first, dict_delitem_steps, SEEK_SCRATCH,
               "Removes self[key]."),
    STEPS_MAGIC("__eq__", "self, value, /", dict_equal_steps, EQUAL_SCRATCH, NULL, OP_EQ,
                "Whether self == value."),
    STEPS_FAST("__getitem__", "self, key, /", slot_getitem_first, dict_getitem_steps, SEEK_SCRATCH,
               "The item: self[key]."),
    STEPS_FAST("__init__", "self, iterable=UNBOUND, /, **kwargs", dict_update_leaf,
               dict_update_steps, DICT_UPDATE_SCRATCH, "Fill from a mapping or pairs."),
    STEPS("__ior__", "self, value, /", dict_ior_steps, 0, NULL, "What self |= value does."),
    STEPS_MAGIC("__ne__", "self, value, /", dict_equal_steps, EQUAL_SCRATCH, NULL, OP_NE,
                "Whether self != value."),
    LEAF_MAKER(dict_make, "Make an empty dict."),
    STEPS_MAGIC("__or__", "self, value, /", dict_or_steps, 1, NULL, 0, "What self | value gives."),
    STEPS("__repr__", "self, /", container_repr_steps, CONTAINER_REPR_SCRATCH,
          container_repr_unwind, "What repr(self) gives."),
    LEAF("__sizeof__", "self, /", dict_sizeof, "How many bytes the dict takes."),
    LEAF("__reversed__", "self, /", dict_reversed, "An iterator over the keys, last one first."),
    STEPS_MAGIC("__ror__", "self, value, /", dict_or_steps, 1, NULL, 1, "What value | self gives."),
    STEPS_FAST("__setitem__", "self, key, value, /", slot_setitem_first, dict_set_steps,
               SEEK_SCRATCH, "What setting an item does."),
    LEAF("clear", "self, /", dict_clear_native, "Take everything out."),
    LEAF("copy", "self, /", dict_copy_native, "A new dict of the same items."),
    STEPS_FAST_CLASS("fromkeys", "cls, iterable: values, value=None, /", dict_fromkeys_leaf,
                     dict_fromkeys_steps, DICT_FROMKEYS_SCRATCH,
                     "A new dictionary with these keys, all with value."),
    STEPS_FAST("get", "self, key, default=None, /", dict_get, dict_get_method_steps, SEEK_SCRATCH,
               "The value of the key, or default if the dictionary does not have it."),
    LEAF("items", "self, /", dict_items, "A view of the (key, value) pairs."),
    LEAF("keys", "self, /", dict_keys, "A view of the keys."),
    STEPS_FAST("pop", "self, key, default=UNBOUND, /", dict_pop, dict_pop_steps, SEEK_SCRATCH,
               "Remove the key and return its value; without it, default or KeyError."),
    LEAF("popitem", "self, /", dict_popitem,
         "Remove and return the (key, value) pair that was added last; KeyError when empty."),
    STEPS_FAST("setdefault", "self, key, default=None, /", dict_setdefault, dict_setdefault_steps,
               SEEK_SCRATCH, "The value of the key, which is added with default if need be."),
    STEPS_FAST("update", "self, iterable=UNBOUND, /, **kwargs", dict_update_leaf, dict_update_steps,
               DICT_UPDATE_SCRATCH,
               "Add the items of a mapping, or of an iterable of pairs, then the keyword "
               "arguments."),
    LEAF("values", "self, /", dict_values, "A view of the values."),
    NATIVE_END,
};

const TypeDef dict_type = {
    .name = "dict",
    .doc = "dict() is empty; dict(mapping) has the mapping's items; dict(iterable) those of an\n"
           "iterable of pairs; keyword arguments add items with their names as keys.",
    .tag = T_DICT,
    .subclassable = true,
    .unhashable = true,
    .binary_ops = OP_BIT(BIN_OP_OR),
    .inplace_ops = OP_BIT(BIN_OP_OR),
    .methods = dict_methods,
    .binary = dict_binary,
    .inplace = dict_inplace,
    .compare = dict_compare,
    .repr = container_repr,
    .len = dict_len,
    .getitem = dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .iter = dict_iter,
};
