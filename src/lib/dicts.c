// dicts.c: what OrderedDict and defaultdict have in C. The classes are made in lib/py/collections, on
// top of dict; here are their methods, as rows of two types that have no objects of their own.
//
// The rows take any dict, so they check what they are called with by themselves. A class that brings
// its own __setitem__ and the like is obeyed where CPython obeys it: there the functions of the same
// meaning in collections do it all.
#include "lib/dicts.h"

#include "lib/fallback.h"
#include "object/construct.h"
#include "object/descr.h"
#include "object/dict_steps.h"
#include "object/dict_update.h"
#include "object/dict_views.h"
#include "object/int.h"
#include "object/key.h"
#include "object/leaf_call.h"
#include "object/tuple.h"
#include "object/type.h"
#include "rt/leaf_ops.h"
#include "vm/internals.h"

#define DICT_LEAF(name, sig, leaf, doc)                                                            \
    { name, sig, leaf, NULL, NULL, doc, NATIVE_LEAF, 0, NATIVE_NO_SELF_CHECK, 0 }
#define DICT_STEPS(name, sig, leaf, steps, scratch, doc)                                           \
    { name, sig, leaf, steps, NULL, doc, NATIVE_STEPS, scratch, NATIVE_NO_SELF_CHECK, 0 }
#define DICT_FLAT(name, sig, leaf, steps, flat, doc)                                               \
    { name, sig, leaf, steps, NULL, doc, NATIVE_STEPS, 0, NATIVE_NO_SELF_CHECK, 0, NULL, flat }

static bool dict_self(Vm *vm, Value v, TypeTag rows, const char *name) {
    return NX_LIKELY(is_tagged(vm, v, T_DICT)) ||
           raise_false(vm, EXC_TypeError,
                       "descriptor '%s' for '%K' objects doesn't apply to a '%T' object", name,
                       type_of_tag(vm, rows), v);
}
#define DICT_SELF(v, rows, name) TRY(dict_self(vm, (v), (rows), (name)))

// The method that a call finds is dict's, or one of the rows.
static bool dict_keeps(Vm *vm, Value v, NameId method) {
    Value found = type_lookup(vm, class_of(vm, v), vm_name(vm, method));
    if (!is_exact(vm, found, T_NATIVE)) { return false; }
    Value owner = as_native(vm, found)->owner;
    return owner == type_of_tag(vm, T_DICT) || owner == type_of_tag(vm, T_ORDERED_DICT) ||
           owner == type_of_tag(vm, T_DEFAULT_DICT);
}

static Value dict_row(Vm *vm, NameId name) {
    return type_lookup(vm, type_of_tag(vm, T_DICT), vm_name(vm, name));
}

// ---- OrderedDict: filling ----------------------------------------------------------------------

// V_NONE, V_RAISED; V_UNBOUND: not so simple.
static Value ordered_fill(Vm *vm, Value self, Value other) {
    DICT_SELF(self, T_ORDERED_DICT, "update");
    if (!dict_keeps(vm, self, N___setitem__)) { return V_UNBOUND; }
    if (other == V_UNBOUND) { return V_NONE; }
    int r = dict_update_from_leaf(vm, as_dict(vm, self), other);
    return r > 0 ? V_NONE : r ? V_UNBOUND : V_RAISED;
}

static Value ordered_update_flat(Vm *vm, const Value *args, uint32_t n) {
    return n > 2 ? V_UNBOUND : ordered_fill(vm, args[0], n > 1 ? args[1] : V_UNBOUND);
}

static Value ordered_update(Vm *vm, Value *a) {
    Value r = ordered_fill(vm, a[0], a[1]);
    if (r != V_NONE) { return r; }
    int done = dict_merge_leaf(vm, as_dict(vm, a[0]), as_dict(vm, a[2]));
    return done > 0 ? V_NONE : done ? V_UNBOUND : V_RAISED;
}

static Value ordered_update_steps(Vm *vm, Frame *f) {
    Value none = tuple_from(vm, NULL, 0);
    TRY_VALUE(none);
    Value args[3] = {f->slot[0], f->slot[1] == V_UNBOUND ? none : f->slot[1], f->slot[2]};
    return fallback_call(vm, "collections", "_ordered_update", 3, args);
}

// ---- OrderedDict: taking out and moving --------------------------------------------------------

static Value ordered_popitem(Vm *vm, Value *a) {
    DICT_SELF(a[0], T_ORDERED_DICT, "popitem");
    Dict *d = as_dict(vm, a[0]);
    if (d->h.n == 0) {
        Value text = format_text(vm, "dictionary is empty");
        TRY_VALUE(text);
        return raise_with(vm, EXC_KeyError, text);
    }
    uint32_t pos = 0;
    Value key, value;
    if (a[1] == V_TRUE) {
        pos = dict_last(vm, d);
    } else {
        dict_next(vm, d, &pos, &key, &value);
        pos--;
    }
    const DictEntry *e = &dict_entries(vm, d)->items[pos];
    Value pair = tuple_pack2(vm, e->key, e->value);
    TRY_VALUE(pair);
    dict_delete_at(vm, d, pos);
    return pair;
}

static Value ordered_move(Vm *vm, Value *a) {
    DICT_SELF(a[0], T_ORDERED_DICT, "move_to_end");
    Dict *d = as_dict(vm, a[0]);
    int64_t at = dict_position_leaf(vm, d, a[1]);
    if (at == -2) { return V_UNBOUND; }
    if (at < 0) { return raise_with(vm, EXC_KeyError, a[1]); }
    TRY(dict_move_at(vm, d, (uint32_t)at, a[2] == V_TRUE));
    return V_NONE;
}

enum { ORDERED_HASHED = SEEK_OWN };

// As dict_seek, but a key that has no hash is told as by hash(): it is asked for beforehand.
static int64_t ordered_seek(Vm *vm, Frame *f) {
    Value self = f->slot[0], key = f->slot[1];
    uint32_t hash;
    int64_t told;
    if (native_state(f) == SEEK_START) {
        native_call1(vm, f, ORDERED_HASHED, internal(vm, I_HASH), key);
        return SEEK_ASK;
    }
    if (native_state(f) != ORDERED_HASHED) { return dict_seek_resume(vm, f, 3, self, key, &hash); }
    if (!value_is_int(vm, f->result) || !int_to_i64(vm, f->result, &told)) { return SEEK_RAISED; }
    return dict_seek_hashed(vm, f, 3, self, key, hash_fold(told));
}

static Value ordered_move_steps(Vm *vm, Frame *f) {
    DICT_SELF(f->slot[0], T_ORDERED_DICT, "move_to_end");
    int64_t at = ordered_seek(vm, f);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at == SEEK_ABSENT) { return raise_with(vm, EXC_KeyError, f->slot[1]); }
    TRY(dict_move_at(vm, as_dict(vm, f->slot[0]), (uint32_t)at, f->slot[2] == V_TRUE));
    return V_NONE;
}

static Value ordered_pop(Vm *vm, Value *a) {
    DICT_SELF(a[0], T_ORDERED_DICT, "pop");
    Value value = dict_pop_leaf(vm, as_dict(vm, a[0]), a[1]);
    if (value == V_CALLING) { return V_UNBOUND; }
    if (value != V_UNBOUND) { return value; }
    return a[2] == V_UNBOUND ? raise_with(vm, EXC_KeyError, a[1]) : a[2];
}

static Value ordered_pop_steps(Vm *vm, Frame *f) {
    DICT_SELF(f->slot[0], T_ORDERED_DICT, "pop");
    int64_t at = ordered_seek(vm, f);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at == SEEK_ABSENT) {
        return f->slot[2] == V_UNBOUND ? raise_with(vm, EXC_KeyError, f->slot[1]) : f->slot[2];
    }
    Dict *d = as_dict(vm, f->slot[0]);
    Value value = dict_entries(vm, d)->items[at].value;
    dict_delete_at(vm, d, (uint32_t)at);
    return value;
}

static Value ordered_setdefault(Vm *vm, Value *a) {
    DICT_SELF(a[0], T_ORDERED_DICT, "setdefault");
    if (!dict_keeps(vm, a[0], N___contains__) || !dict_keeps(vm, a[0], N___getitem__) ||
        !dict_keeps(vm, a[0], N___setitem__)) {
        return V_UNBOUND;
    }
    Value value = dict_default_leaf(vm, as_dict(vm, a[0]), a[1], a[2]);
    return value == V_CALLING ? V_UNBOUND : value;
}

static Value ordered_setdefault_steps(Vm *vm, Frame *f) {
    return fallback_call(vm, "collections", "_ordered_setdefault", 3, f->slot);
}

// ---- OrderedDict: views, copies, comparison ----------------------------------------------------

static Value ordered_view(Vm *vm, Value self, DictKind kind, const char *name) {
    DICT_SELF(self, T_ORDERED_DICT, name);
    return dict_view_new(vm, self, kind);
}
static Value ordered_keys(Vm *vm, Value *a) {
    return ordered_view(vm, a[0], DICT_KIND_KEYS, "keys");
}
static Value ordered_values(Vm *vm, Value *a) {
    return ordered_view(vm, a[0], DICT_KIND_VALUES, "values");
}
static Value ordered_items(Vm *vm, Value *a) {
    return ordered_view(vm, a[0], DICT_KIND_ITEMS, "items");
}
static Value ordered_reversed(Vm *vm, Value *a) {
    DICT_SELF(a[0], T_ORDERED_DICT, "__reversed__");
    return dict_iter_new(vm, a[0], DICT_KIND_KEYS, true);
}

// Whether the class of v is the very one that has the rows' method under that name.
static bool dict_is_own_class(Vm *vm, Value v, NameId method) {
    Value where, cls = class_of(vm, v);
    return type_lookup_where(vm, cls, vm_name(vm, method), &where) != V_UNBOUND && where == cls;
}

// An empty dict of a class derived from dict.
static Dict *dict_of_class(Vm *vm, Value cls) {
    Value shape = type_root_shape(vm, cls);
    Dict *d = shape == V_RAISED ? NULL : heap_new_ext(vm, T_DICT, 0, shape);
    if (d) { d->entries = d->index = V_NONE; }
    return d;
}

static Value ordered_copy(Vm *vm, Value *a) {
    DICT_SELF(a[0], T_ORDERED_DICT, "copy");
    if (!dict_is_own_class(vm, a[0], N_move_to_end)) { return V_UNBOUND; }
    Dict *d = dict_of_class(vm, class_of(vm, a[0]));
    TRY(d && dict_merge_leaf(vm, d, as_dict(vm, a[0])));
    return ptr_value(vm, d);
}

static Value ordered_copy_steps(Vm *vm, Frame *f) {
    return fallback_call(vm, "collections", "_ordered_copy", 1, f->slot);
}

// The keys in the same order: 1, 0, -1: guest code must tell.
static int ordered_same_keys(Vm *vm, const Dict *a, const Dict *b) {
    uint32_t at = 0, there = 0;
    Value key, theirs, value;
    while (dict_next(vm, a, &at, &key, &value)) {
        if (!dict_next(vm, b, &there, &theirs, &value)) { return 0; }
        int same = key == theirs ? 1 : key_equal_leaf(vm, key, theirs);
        if (same <= 0) { return same; }
    }
    return 1;
}

static Value ordered_compare(Vm *vm, Value a, Value b, bool negate) {
    DICT_SELF(a, T_ORDERED_DICT, "__eq__");
    if (!is_tagged(vm, b, T_DICT)) { return V_NOTIMPL; }
    int same = dict_equal_leaf(vm, as_dict(vm, a), as_dict(vm, b));
    if (same > 0 && dict_is_ordered(vm, b)) {
        same = ordered_same_keys(vm, as_dict(vm, a), as_dict(vm, b));
    }
    return same < 0 ? V_UNBOUND : bool_value((same != 0) != negate);
}
static Value ordered_eq(Vm *vm, Value *a) { return ordered_compare(vm, a[0], a[1], false); }
static Value ordered_ne(Vm *vm, Value *a) { return ordered_compare(vm, a[0], a[1], true); }
static Value ordered_eq_steps(Vm *vm, Frame *f) {
    return fallback_call(vm, "collections", "_ordered_eq", 2, f->slot);
}
static Value ordered_ne_steps(Vm *vm, Frame *f) {
    return fallback_call(vm, "collections", "_ordered_ne", 2, f->slot);
}

static const NativeDef ordered_methods[] = {
    DICT_STEPS("__eq__", "self, value, /", ordered_eq, ordered_eq_steps, 0,
               "Whether it has the same items; and of another OrderedDict, in the same order."),
    DICT_FLAT("__init__", "self, iterable=UNBOUND, /, **kwargs", ordered_update,
              ordered_update_steps, ordered_update_flat, "Fill from a mapping or pairs."),
    DICT_STEPS("__ne__", "self, value, /", ordered_ne, ordered_ne_steps, 0,
               "Whether self != value."),
    DICT_LEAF("__reversed__", "self, /", ordered_reversed,
              "An iterator over the keys, last one first."),
    DICT_STEPS("copy", "self, /", ordered_copy, ordered_copy_steps, 0,
               "A dictionary with the same items."),
    DICT_LEAF("items", "self, /", ordered_items, "A live view of the pairs of key and value."),
    DICT_LEAF("keys", "self, /", ordered_keys, "A live view of the keys."),
    DICT_STEPS("move_to_end", "self, /, key, last: bool=True", ordered_move, ordered_move_steps,
               SEEK_SCRATCH, "Move a key to the end, or to the beginning."),
    DICT_STEPS("pop", "self, /, key, default=UNBOUND", ordered_pop, ordered_pop_steps, SEEK_SCRATCH,
               "Take a key out and return its value; without it the default, or KeyError."),
    DICT_LEAF("popitem", "self, /, last: bool=True", ordered_popitem,
              "Take out the last item, or the first, and return key and value."),
    DICT_STEPS("setdefault", "self, /, key, default=None", ordered_setdefault,
               ordered_setdefault_steps, 0,
               "The value of the key, which is set to the default if it is not there."),
    DICT_FLAT("update", "self, iterable=UNBOUND, /, **kwargs", ordered_update, ordered_update_steps,
              ordered_update_flat,
              "Add the items of a mapping, or of an iterable of pairs, then the keyword "
              "arguments."),
    DICT_LEAF("values", "self, /", ordered_values, "A live view of the values."),
    NATIVE_END,
};

const TypeDef ordered_dict_type = {
    .name = "OrderedDict",
    .module = "collections",
    .tag = T_ORDERED_DICT,
    .base = T_DICT,
    .hidden = true,
    .methods = ordered_methods,
};

// ---- defaultdict -------------------------------------------------------------------------------

// The slot default_factory, which the class in collections has; V_UNBOUND: v is no defaultdict.
static Value default_slot(Vm *vm, Value v) {
    if (!is_tagged(vm, v, T_DICT) || !as_obj(vm, v)->ext) { return V_UNBOUND; }
    Value slot = type_lookup(vm, class_of(vm, v), vm_name(vm, N_default_factory));
    return is_tagged(vm, slot, T_MEMBER) ? slot : V_UNBOUND;
}

static Value default_raise(Vm *vm, Value v, const char *name) {
    return raise_error(vm, EXC_TypeError,
                       "descriptor '%s' for 'collections.defaultdict' objects doesn't apply to a "
                       "'%T' object",
                       name, v);
}

static Value default_factory(Vm *vm, Value v, const char *name) {
    Value slot = default_slot(vm, v);
    if (slot == V_UNBOUND) { return default_raise(vm, v, name); }
    Value factory = member_get(vm, v, slot);
    return factory == V_UNBOUND ? V_NONE : factory;
}

// Sets the factory and fills from `other` (or V_UNBOUND). V_NONE, V_RAISED; V_UNBOUND: guest code must
// fill, the factory is set.
static Value default_fill(Vm *vm, Value self, Value factory, Value other) {
    Value slot = default_slot(vm, self);
    if (slot == V_UNBOUND) { return default_raise(vm, self, "__init__"); }
    if (factory != V_NONE && !is_callable(vm, factory)) {
        return raise_error(vm, EXC_TypeError, "first argument must be callable or None");
    }
    TRY(member_set(vm, self, slot, factory));
    if (other == V_UNBOUND) { return V_NONE; }
    int r = dict_update_from_leaf(vm, as_dict(vm, self), other);
    return r > 0 ? V_NONE : r ? V_UNBOUND : V_RAISED;
}

static Value default_init_flat(Vm *vm, const Value *args, uint32_t n) {
    if (n > 3) { return V_UNBOUND; }
    return default_fill(vm, args[0], n > 1 ? args[1] : V_NONE, n > 2 ? args[2] : V_UNBOUND);
}

static Value default_init(Vm *vm, Value *a) {
    Value factory = a[1] == V_UNBOUND ? V_NONE : a[1], args[3];
    Value r = default_fill(vm, a[0], factory, V_UNBOUND);
    TRY_VALUE(r);
    const Tuple *rest = as_tuple(vm, a[2]);
    if (rest->h.n > 1) { return V_UNBOUND; }
    args[0] = a[0];
    args[1] = rest->h.n ? rest->items[0] : V_UNBOUND;
    args[2] = a[3];
    return dict_update_leaf(vm, args);
}

static Value default_init_steps(Vm *vm, Frame *f) {
    Tuple *rest = slot_obj(vm, f, 2, T_TUPLE);
    TRY(rest && slot_obj(vm, f, 3, T_DICT));
    Value factory = f->slot[1] == V_UNBOUND ? V_NONE : f->slot[1];
    TRY_VALUE(default_fill(vm, f->slot[0], factory, V_UNBOUND));
    Tuple *all = heap_new(vm, T_TUPLE, (uint64_t)rest->h.n + 1);
    TRY(all);
    all->items[0] = f->slot[0];
    values_copy(all->items + 1, rest->items, rest->h.n);
    return native_tailcall_full(vm, dict_row(vm, N___init__), ptr_value(vm, all), f->slot[3]);
}

// What a class or a function in C gives without arguments and without guest code.
static Value default_make(Vm *vm, Value factory) {
    if (is_type(vm, factory)) {
        return as_type(vm, factory)->h.ext ? V_UNBOUND
                                           : construct_leaf(vm, factory, NULL, 0, V_NONE);
    }
    return leaf_call(vm, factory, NULL, 0);
}

// Puts a new value under a key that may be there by now; what is there stays.
static Value default_put(Vm *vm, Value self, Value key, Value value) {
    Value there = dict_default_leaf(vm, as_dict(vm, self), key, value);
    return there == V_CALLING ? V_UNBOUND : there;
}

static Value default_missing(Vm *vm, Value *a) {
    Value factory = default_factory(vm, a[0], "__missing__");
    TRY_VALUE(factory);
    if (factory == V_NONE) { return raise_with(vm, EXC_KeyError, a[1]); }
    uint32_t hash;
    if (!key_hash_leaf(vm, a[1], &hash)) { return V_UNBOUND; }
    if (!is_type(vm, factory)) { return V_UNBOUND; } // called once only, and in its own frame
    Value value = default_make(vm, factory);
    if (value == V_UNBOUND || value == V_RAISED) { return value; }
    return default_put(vm, a[0], a[1], value);
}

enum { MISSING_START, MISSING_MADE, MISSING_SET };

static Value default_missing_steps(Vm *vm, Frame *f) {
    Value self = f->slot[0], key = f->slot[1];
    if (native_state(f) == MISSING_SET) { return f->result; }
    if (native_state(f) == MISSING_MADE) {
        TRY(slot_obj(vm, f, 0, T_DICT));
        Value r = default_put(vm, self, key, f->result);
        if (r != V_UNBOUND) { return r; }
        return native_call3(vm, f, MISSING_SET, dict_row(vm, N_setdefault), self, key, f->result);
    }
    Value factory = default_factory(vm, self, "__missing__");
    TRY_VALUE(factory);
    if (factory == V_NONE) { return raise_with(vm, EXC_KeyError, key); }
    return native_call0(vm, f, MISSING_MADE, factory);
}

static Value default_copy(Vm *vm, Value *a) {
    Value factory = default_factory(vm, a[0], "copy");
    TRY_VALUE(factory);
    if (!dict_is_own_class(vm, a[0], N_default_factory)) { return V_UNBOUND; }
    Dict *d = dict_of_class(vm, class_of(vm, a[0]));
    TRY(d && dict_merge_leaf(vm, d, as_dict(vm, a[0])));
    TRY(member_set(vm, ptr_value(vm, d), default_slot(vm, a[0]), factory));
    return ptr_value(vm, d);
}

static Value default_copy_steps(Vm *vm, Frame *f) {
    Value factory = default_factory(vm, f->slot[0], "copy");
    TRY_VALUE(factory);
    Value args[2] = {factory, f->slot[0]};
    return native_tailcall(vm, class_of(vm, f->slot[0]), 2, args);
}

static const NativeDef default_methods[] = {
    DICT_STEPS("__copy__", "self, /", default_copy, default_copy_steps, 0,
               "The same items and factory in another one."),
    DICT_FLAT("__init__", "self, default_factory=None, /, *args, **kwargs", default_init,
              default_init_steps, default_init_flat,
              "Set the factory, and fill as a dict is filled."),
    DICT_STEPS("__missing__", "self, key, /", default_missing, default_missing_steps, 0,
               "What the factory gives, which is then the key's value; KeyError without one."),
    DICT_STEPS("copy", "self, /", default_copy, default_copy_steps, 0,
               "The same items and factory in another one."),
    NATIVE_END,
};

const TypeDef default_dict_type = {
    .name = "defaultdict",
    .module = "collections",
    .tag = T_DEFAULT_DICT,
    .base = T_DICT,
    .hidden = true,
    .methods = default_methods,
};
