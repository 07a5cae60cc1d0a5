// partial.c: functools.partial and functools.Placeholder.
//
// A call of a partial is a tail call: the slot puts the arguments together in flat form and asks for
// the call of the function, so that nothing of the partial is left while the function runs. The
// stored keywords are a dict that the program can change; their names as a tuple, which a flat call
// needs, are kept until the dict gets other keys.
#include "lib/fallback.h"
#include "lib/functools.h"
#include "object/construct.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

typedef struct Partial {
    Obj h; // always with ext: attributes can be set
    Value func;
    Value args;     // Tuple
    Value keywords; // Dict
    Value names;    // Tuple of its keys when it had the version below, or V_NONE
    uint32_t version;
    uint32_t holes; // placeholders among args
} Partial;

static Partial *as_partial(Vm *vm, Value v) { return ref_ptr(vm, v); }

static bool is_placeholder(Vm *vm, Value v) { return is_tagged(vm, v, T_PLACEHOLDER); }

static uint32_t partial_holes(Vm *vm, const Tuple *args) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < args->h.n; i++) { n += is_placeholder(vm, args->items[i]); }
    return n;
}

// ---- calls -------------------------------------------------------------------------------------

// The stored arguments, with the first of `args` for the placeholders, then the other args. `to` has
// room; returns how many there are.
static uint32_t partial_fill(Vm *vm, const Partial *p, const Value *args, uint32_t n, Value *to) {
    const Tuple *stored = as_tuple(vm, p->args);
    uint32_t used = 0;
    if (p->holes == 0) {
        values_copy(to, stored->items, stored->h.n);
    } else {
        for (uint32_t i = 0; i < stored->h.n; i++) {
            bool hole = used < n && is_placeholder(vm, stored->items[i]);
            to[i] = hole ? args[used++] : stored->items[i];
        }
    }
    values_copy(to + stored->h.n, args + used, n - used);
    return stored->h.n + n - used;
}

// The names of the stored keywords; V_NONE when there are none.
static Value partial_names(Vm *vm, Partial *p) {
    const Dict *d = as_dict(vm, p->keywords);
    if (d->h.n == 0) { return V_NONE; }
    if (p->version == d->version && is_ref(p->names) && as_tuple(vm, p->names)->h.n == d->h.n) {
        return p->names;
    }
    TRY(native_charge(vm, d->h.n / 8));
    Tuple *names = heap_new(vm, T_TUPLE, d->h.n);
    TRY(names);
    Value key, value;
    for (uint32_t pos = 0, i = 0; dict_next(vm, d, &pos, &key, &value); i++) {
        if (!isinstance_str(vm, key)) {
            return raise_error(vm, EXC_TypeError, "keywords must be strings");
        }
        names->items[i] = key;
    }
    obj_set(vm, p, &p->names, ptr_value(vm, names));
    p->version = d->version;
    return p->names;
}

// The values of the stored keywords, in the order of their names.
static void partial_keyword_values(Vm *vm, const Partial *p, Value *to) {
    Value key;
    uint32_t pos = 0;
    while (dict_next(vm, as_dict(vm, p->keywords), &pos, &key, to)) { to++; }
}

static int64_t names_find(Vm *vm, const Tuple *names, uint32_t n, Value name) {
    for (uint32_t i = 0; i < n; i++) {
        Value at = names->items[i];
        if (at == name || str_equal(as_str(vm, at), as_str(vm, name))) { return i; }
    }
    return -1;
}

// Stored keywords and those of a call: the values behind `to`, and *names: the stored names, then
// the call's that are new. Work: the product of the two counts, of which one is always small.
static bool partial_merge(Vm *vm, const Value *values, const Tuple *given, Value *to,
                          Value *names) {
    const Tuple *stored = as_tuple(vm, *names);
    uint32_t n = stored->h.n, all = n;
    if (!native_charge(vm, (uint64_t)n * given->h.n / 16)) { return false; }
    Tuple *merged = heap_new(vm, T_TUPLE, (uint64_t)n + given->h.n);
    if (!merged) { return false; }
    values_copy(merged->items, stored->items, n);
    for (uint32_t i = 0; i < given->h.n; i++) {
        int64_t at = names_find(vm, stored, n, given->items[i]);
        if (at < 0) {
            at = all++;
            merged->items[at] = given->items[i];
        }
        to[at] = values[i];
    }
    *names = all == merged->h.n ? ptr_value(vm, merged) : tuple_from(vm, merged->items, all);
    return *names != V_RAISED;
}

static Value partial_call(Vm *vm, Value v, const Value *args, uint32_t n, Value given) {
    Partial *p = as_partial(vm, v);
    if (n < p->holes) {
        return raise_error(vm, EXC_TypeError,
                           "missing positional arguments in 'partial' call; expected at least %u, "
                           "got %u",
                           p->holes, n);
    }
    Value names = partial_names(vm, p);
    TRY_VALUE(names);
    uint32_t n_given = is_ref(given) ? as_tuple(vm, given)->h.n : 0;
    uint64_t most = (uint64_t)as_tuple(vm, p->args)->h.n + n + n_given +
                    (is_ref(names) ? as_tuple(vm, names)->h.n : 0);
    Value few[VM_CALL_ARGS], *flat = few;
    if (most > VM_CALL_ARGS) {
        TRY(native_charge(vm, most / 16));
        Tuple *t = heap_new(vm, T_TUPLE, most);
        TRY(t);
        flat = t->items;
    }
    uint32_t count = partial_fill(vm, p, args, n, flat);
    if (!is_ref(names)) {
        values_copy(flat + count, args + n, n_given);
        names = given;
    } else {
        partial_keyword_values(vm, p, flat + count);
        if (n_given && !partial_merge(vm, args + n, as_tuple(vm, given), flat + count, &names)) {
            return V_RAISED;
        }
    }
    return native_tailcall_named(vm, p->func, flat, count, names);
}

// partial.__call__(p, …), as anybody may call it.
static Value partial_call_method(Vm *vm, Value *a) {
    const Dict *kw = as_dict(vm, a[2]);
    const Tuple *args = as_tuple(vm, a[1]);
    Tuple *flat = heap_new(vm, T_TUPLE, (uint64_t)args->h.n + kw->h.n);
    Tuple *names = heap_new(vm, T_TUPLE, kw->h.n);
    TRY(flat && names);
    values_copy(flat->items, args->items, args->h.n);
    Value *named = flat->items + args->h.n;
    for (uint32_t pos = 0, i = 0; dict_next(vm, kw, &pos, &names->items[i], &named[i]); i++) {}
    return partial_call(vm, a[0], flat->items, args->h.n, kw->h.n ? ptr_value(vm, names) : V_NONE);
}

// ---- construction ------------------------------------------------------------------------------

static bool partial_check_args(Vm *vm, const Tuple *args) {
    if (args->h.n == 0 || !is_placeholder(vm, args->items[args->h.n - 1])) { return true; }
    return raise_false(vm, EXC_TypeError, "trailing Placeholders are not allowed");
}

static bool partial_check_new(Vm *vm, const Value *a) {
    if (!is_callable(vm, a[1])) {
        return raise_false(vm, EXC_TypeError, "the first argument must be callable");
    }
    if (!partial_check_args(vm, as_tuple(vm, a[2]))) { return false; }
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, as_dict(vm, a[3]), &pos, &key, &value);) {
        if (is_placeholder(vm, value)) {
            return raise_false(vm, EXC_TypeError,
                               "Placeholder cannot be passed as a keyword argument");
        }
    }
    return true;
}

// The arguments of a partial made of a partial: the new ones fill the old placeholders first.
static Value partial_joined_args(Vm *vm, const Partial *inner, const Tuple *args) {
    const Tuple *stored = as_tuple(vm, inner->args);
    if (args->h.n == 0) { return inner->args; }
    if (stored->h.n == 0) { return ptr_value(vm, args); }
    TRY(native_charge(vm, (stored->h.n + (uint64_t)args->h.n) / 16));
    Tuple *all = heap_new(vm, T_TUPLE, (uint64_t)stored->h.n + args->h.n);
    TRY(all);
    uint32_t n = partial_fill(vm, inner, args->items, args->h.n, all->items);
    while (n && is_placeholder(vm, all->items[n - 1])) { n--; }
    return n == all->h.n ? ptr_value(vm, all) : tuple_from(vm, all->items, n);
}

static Value partial_joined_keywords(Vm *vm, const Partial *inner, Value keywords) {
    const Dict *stored = as_dict(vm, inner->keywords), *more = as_dict(vm, keywords);
    if (stored->h.n == 0) { return keywords; }
    TRY(native_charge(vm, (stored->used + (uint64_t)more->used) / 8));
    Value all = dict_copy(vm, stored), key, value;
    TRY_VALUE(all);
    for (uint32_t pos = 0; dict_next(vm, more, &pos, &key, &value);) {
        TRY(dict_set_str(vm, as_dict(vm, all), key, value));
    }
    return all;
}

// A partial that has got no attributes.
static bool partial_is_plain(Vm *vm, Value v) {
    return is_tagged(vm, v, T_PARTIAL) && !is_ref(obj_ext(as_obj(vm, v))->attrs);
}

static Value partial_make(Vm *vm, Value *a) {
    if (a[1] == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "type 'partial' takes at least one argument");
    }
    TRY(construct_check(vm, T_PARTIAL, a[0]) && partial_check_new(vm, a));
    Value func = a[1], args = a[2], keywords = a[3];
    if (partial_is_plain(vm, func)) {
        const Partial *inner = as_partial(vm, func);
        args = partial_joined_args(vm, inner, as_tuple(vm, args));
        TRY_VALUE(args);
        keywords = partial_joined_keywords(vm, inner, keywords);
        TRY_VALUE(keywords);
        func = inner->func;
    }
    Partial *p = derived_new(vm, T_PARTIAL, 0, a[0]);
    TRY(p);
    p->func = func;
    p->args = args;
    p->keywords = keywords;
    p->names = V_NONE;
    p->version = 0;
    p->holes = partial_holes(vm, as_tuple(vm, args));
    return ptr_value(vm, p);
}

// ---- what there is to see ----------------------------------------------------------------------

static Value partial_get_func(Vm *vm, Value v) { return as_partial(vm, v)->func; }
static Value partial_get_args(Vm *vm, Value v) { return as_partial(vm, v)->args; }
static Value partial_get_keywords(Vm *vm, Value v) { return as_partial(vm, v)->keywords; }

static Value partial_get(Vm *vm, Value *a) {
    return a[1] == V_NONE ? a[0] : method_new(vm, a[0], a[1]);
}

static Value partial_repr(Vm *vm, Value *a) {
    return fallback_call(vm, "functools", "_partial_repr", 1, a);
}

// (class, (func,), (func, args, keywords, attributes or None)).
static Value partial_reduce(Vm *vm, Value *a) {
    const Partial *p = as_partial(vm, a[0]);
    Value attrs = V_NONE;
    if (attrs_has_dict(vm, a[0])) {
        attrs = attrs_dict(vm, a[0]);
        TRY_VALUE(attrs);
    }
    Value func = tuple_from(vm, &p->func, 1);
    TRY_VALUE(func);
    Value parts[4] = {p->func, p->args, p->keywords, attrs}, state = tuple_from(vm, parts, 4);
    TRY_VALUE(state);
    Value made[3] = {class_of(vm, a[0]), func, state};
    return tuple_from(vm, made, 3);
}

static bool partial_state_is_sound(Vm *vm, Value state) {
    if (!is_tagged(vm, state, T_TUPLE) || as_tuple(vm, state)->h.n != 4) { return false; }
    const Value *parts = as_tuple(vm, state)->items;
    return is_callable(vm, parts[0]) && is_tagged(vm, parts[1], T_TUPLE) &&
           (parts[2] == V_NONE || is_tagged(vm, parts[2], T_DICT)) &&
           (parts[3] == V_NONE || is_tagged(vm, parts[3], T_DICT));
}

// Exact types, whatever subclasses a pickle brought.
static Value partial_setstate(Vm *vm, Value *a) {
    if (!partial_state_is_sound(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "invalid partial state");
    }
    const Value *parts = as_tuple(vm, a[1])->items;
    const Tuple *stored = as_tuple(vm, parts[1]);
    TRY(partial_check_args(vm, stored) && native_charge(vm, stored->h.n / 16));
    Value args = parts[1], keywords = parts[2];
    if (stored->h.ext) { args = tuple_from(vm, stored->items, stored->h.n); }
    TRY_VALUE(args);
    if (keywords == V_NONE) {
        keywords = dict_new(vm, 0);
    } else if (as_obj(vm, keywords)->ext) {
        TRY(native_charge(vm, as_dict(vm, keywords)->used / 8));
        keywords = dict_copy(vm, as_dict(vm, keywords));
    }
    TRY_VALUE(keywords);
    Value attrs = parts[3];
    if (attrs == V_NONE && is_ref(obj_ext(as_obj(vm, a[0]))->attrs)) { attrs = dict_new(vm, 0); }
    TRY(attrs != V_RAISED && (attrs == V_NONE || attrs_replace_dict(vm, a[0], attrs)));
    Partial *p = as_partial(vm, a[0]);
    obj_set(vm, p, &p->func, parts[0]);
    obj_set(vm, p, &p->args, args);
    obj_set(vm, p, &p->keywords, keywords);
    obj_set(vm, p, &p->names, V_NONE);
    p->version = 0;
    p->holes = partial_holes(vm, as_tuple(vm, args));
    return V_NONE;
}

static const NativeDef partial_methods[] = {
    LEAF_CLASS("__new__", "cls, func=UNBOUND, /, *args, **keywords", partial_make, NULL),
    TAIL("__call__", "self, /, *args, **kwargs", partial_call_method,
         "What calling the object does."),
    LEAF("__get__", "self, instance, owner=None, /", partial_get,
         "The attribute, of an object or of its class."),
    LEAF("__reduce__", "self, /", partial_reduce, NULL),
    TAIL("__repr__", "self, /", partial_repr, "What repr(self) gives."),
    LEAF("__setstate__", "self, object, /", partial_setstate, NULL),
    NATIVE_END,
};

static const GetSetDef partial_getsets[] = {
    {"__dict__", object_get_dict, object_set_dict, NULL},
    {"args", partial_get_args, getset_readonly, "arguments that come first in every call"},
    {"func", partial_get_func, getset_readonly, "the function that is called"},
    {"keywords", partial_get_keywords, getset_readonly, "keyword arguments of every call"},
    {0},
};

const TypeDef partial_type = {
    .name = "partial",
    .module = "functools",
    .doc = "A function with some of its arguments already given: positional ones, in which\n"
           "Placeholder keeps a place free, and keywords, which a call can override.",
    .new_sig = "(func, /, *args, **keywords)",
    .tag = T_PARTIAL,
    .subclassable = true,
    .hidden = true,
    .methods = partial_methods,
    .getsets = partial_getsets,
    .call = partial_call,
};

// ---- Placeholder -------------------------------------------------------------------------------

// The only instance, kept by its class.
Value placeholder_get(Vm *vm) { return as_type(vm, vm->types[T_PLACEHOLDER])->spare[0]; }

bool placeholder_init(Vm *vm) {
    Obj *o = heap_new(vm, T_PLACEHOLDER, 0);
    if (!o) { return false; }
    as_type(vm, vm->types[T_PLACEHOLDER])->spare[0] = ptr_value(vm, o);
    return true;
}

static Value placeholder_make(Vm *vm, Value *a) {
    if (as_tuple(vm, a[1])->h.n || as_dict(vm, a[2])->h.n) {
        return raise_error(vm, EXC_TypeError, "PlaceholderType takes no arguments");
    }
    return placeholder_get(vm);
}

static Value placeholder_repr(Vm *vm, Value v) {
    (void)v;
    return format_text(vm, "Placeholder");
}
static Value placeholder_reduce(Vm *vm, Value *a) {
    (void)a;
    return format_text(vm, "Placeholder");
}

static const NativeDef placeholder_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", placeholder_make, NULL),
    LEAF("__reduce__", "self, /", placeholder_reduce, NULL),
    NATIVE_END,
};

const TypeDef placeholder_type = {
    .name = "_PlaceholderType",
    .module = "functools",
    .doc = "The type of Placeholder, which stands for a positional argument that a call of a\n"
           "partial is to fill.",
    .tag = T_PLACEHOLDER,
    .hidden = true,
    .methods = placeholder_methods,
    .repr = placeholder_repr,
};
