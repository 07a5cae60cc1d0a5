// union.c: int | str: unions of types (PEP 604), which typing.Union is.
//
// A union keeps a tuple of distinct types. Whether two are the same may need guest code (an __eq__
// of a metaclass), so there is a leaf for `a | b` of builtin kinds and a steps native for the rest:
// it takes the parts one by one, turns texts into forward references, and compares each with those
// it has.
#include "object/alias.h"

#include "object/key.h"
#include "object/list.h"
#include "object/set.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

static Union *as_union(Vm *vm, Value v) { return ref_ptr(vm, v); }

// What `type | x` and `alias | x` take; other kinds of types bring operators of their own.
static bool is_unionable(Vm *vm, Value v) {
    return v == V_NONE || is_type(vm, v) || is_tagged(vm, v, T_ALIAS) ||
           is_tagged(vm, v, T_UNION) || is_tagged(vm, v, T_TYPEALIAS);
}

// Appends v, or the members of a union.
static bool union_add_part(Vm *vm, List *parts, Value v) {
    if (!is_tagged(vm, v, T_UNION)) {
        return list_append(vm, parts, v == V_NONE ? vm->types[T_NONETYPE] : v);
    }
    const Tuple *t = as_tuple(vm, as_union(vm, v)->args);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!list_append(vm, parts, t->items[i])) { return false; }
    }
    return true;
}

static Value union_of(Vm *vm, const List *members) {
    if (members->h.n == 1) { return list_items(vm, members)[0]; }
    Value args = tuple_from(vm, list_items(vm, members), members->h.n);
    TRY_VALUE(args);
    Value params = alias_collect_params(vm, as_tuple(vm, args));
    TRY_VALUE(params);
    Union *u = heap_new(vm, T_UNION, 0);
    TRY(u);
    u->args = args;
    u->params = params;
    return ptr_value(vm, u);
}

static Value union_leaf(Vm *vm, Value a, Value b) {
    Value parts = list_new(vm, 2), members = list_new(vm, 2);
    TRY(parts != V_RAISED && members != V_RAISED);
    List *todo = as_list(vm, parts), *out = as_list(vm, members);
    TRY(union_add_part(vm, todo, a) && union_add_part(vm, todo, b));
    for (uint32_t i = 0; i < todo->h.n; i++) {
        Value v = list_items(vm, todo)[i];
        bool have = false;
        for (uint32_t k = 0; k < out->h.n && !have; k++) {
            int equal = key_equal_leaf(vm, list_items(vm, out)[k], v);
            if (equal < 0) { return V_UNBOUND; }
            have = equal;
        }
        if (!have) { TRY(list_append(vm, out, v)); }
    }
    return union_of(vm, out);
}

Value union_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (op != BIN_OP_OR) { return V_NOTIMPL; }
    bool plain = is_unionable(vm, a) && is_unionable(vm, b);
    if (!plain && !is_tagged(vm, a, T_UNION) && !is_tagged(vm, b, T_UNION)) { return V_NOTIMPL; }
    if (!plain) { return V_UNBOUND; }
    return a == V_NONE && b == V_NONE ? V_NOTIMPL : union_leaf(vm, a, b);
}

// ---- any parts ---------------------------------------------------------------------------------

enum {
    UNION_START,
    UNION_COMPARED,
    UNION_IMPORTED,
    UNION_CLASS,
    UNION_REFERENCE,
    UNION_COMPILED,
    UNION_TYPING,
    UNION_CHECK,
    UNION_CHECKED,
    UNION_ON, // nothing is outstanding
};
// UNION_K: the member that part UNION_I is compared with next; below 0 the part is to be checked.
enum { UNION_PARTS, UNION_OUT, UNION_I, UNION_K };

// The part in question is new, or was seen.
static bool union_next_part(Vm *vm, Frame *f, Value *s, const List *parts, bool seen) {
    uint32_t i = (uint32_t)int_of(s[UNION_I]);
    (void)f;
    if (!seen && !list_append(vm, as_list(vm, s[UNION_OUT]), list_items(vm, parts)[i])) {
        return false;
    }
    s[UNION_I] = int_value(i + 1);
    s[UNION_K] = int_value(-1);
    return true;
}

static Value union_import(Vm *vm, Frame *f, const char *module, int next) {
    Value name = intern_bytes(vm, module, (uint32_t)strlen(module));
    TRY_VALUE(name);
    Value given[4] = {name, V_NONE, tuple_from(vm, &name, 1), int_value(0)};
    Value args = given[2] == V_RAISED ? V_RAISED : tuple_from(vm, given, 4);
    TRY_VALUE(args);
    return native_call_full(vm, f, next, internal(vm, I_IMPORT), args, V_NONE);
}

// From part UNION_I on, as far as guest code need not run.
static Value union_go_on(Vm *vm, Frame *f, Value *s, const List *parts, const List *out) {
    while ((uint32_t)int_of(s[UNION_I]) < parts->h.n) {
        Value v = list_items(vm, parts)[int_of(s[UNION_I])];
        if (int_of(s[UNION_K]) < 0) {
            if (isinstance_str(vm, v)) {
                return union_import(vm, f, "annotationlib", UNION_IMPORTED);
            }
            if (!is_unionable(vm, v)) { return union_import(vm, f, "typing", UNION_TYPING); }
            s[UNION_K] = int_value(0);
        }
        uint32_t k = (uint32_t)int_of(s[UNION_K]);
        if (k >= out->h.n) {
            TRY(union_next_part(vm, f, s, parts, false));
            continue;
        }
        return native_call2(vm, f, UNION_COMPARED, internal(vm, I_EQUAL), list_items(vm, out)[k],
                            v);
    }
    return union_of(vm, out);
}

// Goes on with the parts; s: the slots named above.
static Value union_build(Vm *vm, Frame *f, Value *s) {
    if (!is_tagged(vm, s[UNION_PARTS], T_LIST) || !is_tagged(vm, s[UNION_OUT], T_LIST)) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    List *parts = as_list(vm, s[UNION_PARTS]), *out = as_list(vm, s[UNION_OUT]);
    bool over = (uint64_t)int_of(s[UNION_I]) >= parts->h.n;
    if (over && native_state(f) != UNION_ON) { return raise_stop(vm, STOP_CORRUPT); }
    switch (native_state(f)) {
    case UNION_COMPARED:
        if (f->result == V_TRUE) {
            TRY(union_next_part(vm, f, s, parts, true));
        } else {
            slot_advance(&s[UNION_K], 1);
        }
        break;
    case UNION_IMPORTED: {
        Value name = intern_bytes(vm, "ForwardRef", 10);
        TRY_VALUE(name);
        return native_call2(vm, f, UNION_CLASS, internal(vm, I_GETATTR), f->result, name);
    }
    case UNION_CLASS:
        return native_call1(vm, f, UNION_REFERENCE, f->result,
                            list_items(vm, parts)[int_of(s[UNION_I])]);
    case UNION_REFERENCE: { // compiled at once: what is no expression is refused
        Value name = intern_bytes(vm, "__forward_code__", 16);
        TRY_VALUE(name);
        list_open(vm, parts)[int_of(s[UNION_I])] = f->result;
        s[UNION_K] = int_value(0);
        return native_call2(vm, f, UNION_COMPILED, internal(vm, I_GETATTR), f->result, name);
    }
    case UNION_TYPING: {
        Value name = intern_bytes(vm, "_type_check", 11);
        TRY_VALUE(name);
        return native_call2(vm, f, UNION_CHECK, internal(vm, I_GETATTR), f->result, name);
    }
    case UNION_CHECK: {
        Value words = str_new_cstr(vm, "Union[arg, ...]: each arg must be a type.");
        TRY_VALUE(words);
        return native_call2(vm, f, UNION_CHECKED, f->result,
                            list_items(vm, parts)[int_of(s[UNION_I])], words);
    }
    case UNION_CHECKED:
        list_open(vm, parts)[int_of(s[UNION_I])] = f->result;
        s[UNION_K] = int_value(0);
        break;
    default: break;
    }
    native_commit(f, UNION_ON); // what was told is noted, once
    return union_go_on(vm, f, s, parts, out);
}

static bool union_begin(Vm *vm, Value *s, const Value *args, uint32_t n) {
    s[UNION_I] = int_value(0);
    s[UNION_K] = int_value(-1);
    s[UNION_OUT] = list_new(vm, n);
    s[UNION_PARTS] = list_new(vm, n);
    if (s[UNION_OUT] == V_RAISED || s[UNION_PARTS] == V_RAISED) { return false; }
    for (uint32_t i = 0; i < n; i++) {
        if (!union_add_part(vm, as_list(vm, s[UNION_PARTS]), args[i])) { return false; }
    }
    return true;
}

static Value union_or_parts(Vm *vm, Frame *f, Value a, Value b) {
    if (native_state(f) == UNION_START) {
        Value v = union_binary(vm, BIN_OP_OR, a, b);
        if (v != V_UNBOUND) { return v; }
        Value parts[2] = {a, b};
        TRY(union_begin(vm, &f->slot[2], parts, 2));
    }
    return union_build(vm, f, &f->slot[2]);
}
static Value union_or(Vm *vm, Frame *f) { return union_or_parts(vm, f, f->slot[0], f->slot[1]); }
static Value union_ror(Vm *vm, Frame *f) { return union_or_parts(vm, f, f->slot[1], f->slot[0]); }

// Union[a, b]
static Value union_class_getitem(Vm *vm, Frame *f) {
    if (native_state(f) == UNION_START) {
        uint32_t n = 1;
        const Value *items = &f->slot[1];
        if (is_tagged(vm, f->slot[1], T_TUPLE)) { items = seq_items(vm, f->slot[1], &n); }
        if (n == 0) { return raise_error(vm, EXC_TypeError, "Cannot take a Union of no types."); }
        TRY(union_begin(vm, &f->slot[2], items, n));
    }
    return union_build(vm, f, &f->slot[2]);
}

// ---- attributes --------------------------------------------------------------------------------

static Value union_get_args(Vm *vm, Value v) { return as_union(vm, v)->args; }
static Value union_get_params(Vm *vm, Value v) { return as_union(vm, v)->params; }
static Value union_get_origin(Vm *vm, Value v) {
    (void)v;
    return vm->types[T_UNION];
}
static Value union_get_name(Vm *vm, Value v) {
    (void)v;
    return as_type(vm, vm->types[T_UNION])->name;
}

static int union_has(Vm *vm, const Union *u, Value v) {
    const Tuple *t = as_tuple(vm, u->args);
    int found = 0;
    for (uint32_t i = 0; i < t->h.n && found != 1; i++) {
        int equal = key_equal_leaf(vm, t->items[i], v);
        if (equal) { found = equal; }
    }
    return found;
}

// Without regard to order.
static Value union_compare(Vm *vm, int op, Value a, Value b) {
    if ((op != OP_EQ && op != OP_NE) || !is_tagged(vm, b, T_UNION)) { return V_NOTIMPL; }
    const Union *x = as_union(vm, a), *y = as_union(vm, b);
    const Tuple *t = as_tuple(vm, y->args);
    int same = as_tuple(vm, x->args)->h.n == t->h.n;
    for (uint32_t i = 0; same > 0 && i < t->h.n; i++) { same = union_has(vm, x, t->items[i]); }
    return same < 0 ? V_UNBOUND : bool_value(same == (op == OP_EQ));
}

// `==` and `!=` where parts have to be asked: each of the other's is sought among those of self.
static Value union_compare_steps(Vm *vm, Frame *f) {
    enum { EQ_START, EQ_COMPARED };
    enum { SELF, OTHER, PART, WITH };
    const Union *x = slot_obj(vm, f, SELF, T_UNION);
    int32_t op = native_magic(vm, f);
    TRY(x);
    if (native_state(f) == EQ_START) {
        Value v = union_compare(vm, op, f->slot[SELF], f->slot[OTHER]);
        if (v != V_UNBOUND) { return v; }
        f->slot[PART] = f->slot[WITH] = int_value(0);
    } else if (f->result == V_TRUE) {
        slot_advance(&f->slot[PART], 1);
        f->slot[WITH] = int_value(0);
    } else {
        slot_advance(&f->slot[WITH], 1);
    }
    const Union *y = slot_obj(vm, f, OTHER, T_UNION);
    TRY(y);
    const Tuple *own = as_tuple(vm, x->args), *sought = as_tuple(vm, y->args);
    uint64_t part = index_of(f->slot[PART]), with = index_of(f->slot[WITH]);
    if (part >= sought->h.n) { return bool_value(op == OP_EQ); }
    if (with >= own->h.n) { return bool_value(op == OP_NE); }
    return native_call2(vm, f, EQ_COMPARED, internal(vm, I_EQUAL), own->items[with],
                        sought->items[part]);
}

static Value union_hash(Vm *vm, Frame *f) {
    enum { HASH_START, HASH_DONE, HASH_SET };
    if (native_state(f) == HASH_DONE) { return f->result; }
    if (native_state(f) == HASH_SET) {
        return native_call1(vm, f, HASH_DONE, internal(vm, I_HASH), f->result);
    }
    const Tuple *args = as_tuple(vm, as_union(vm, f->slot[0])->args);
    for (uint32_t i = 0; i < args->h.n; i++) { // in words that do not speak of a set
        if (as_type(vm, class_of(vm, args->items[i]))->flags & TYPE_NO_HASH) {
            return raise_error(vm, EXC_TypeError, "unhashable type: '%T'", args->items[i]);
        }
    }
    return native_call1(vm, f, HASH_SET, vm->types[T_FROZENSET], ptr_value(vm, args));
}

static Value union_hash_slot(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_UNBOUND; // the set's, by the row
}

static Value union_mro_entries(Vm *vm, Frame *f) {
    if (native_state(f) == 0) { return native_call1(vm, f, 1, internal(vm, I_REPR), f->slot[0]); }
    return raise_error(vm, EXC_TypeError, "Cannot subclass %U", f->result);
}

static const NativeDef union_methods[] = {
    STEPS_CLASS("__class_getitem__", "cls, item, /", union_class_getitem, 4, NULL,
                "Make the union of the given types."),
    STEPS_MAGIC("__eq__", "self, value, /", union_compare_steps, 2, NULL, OP_EQ,
                "Whether self == value."),
    STEPS("__getattribute__", "self, name, /", type_getattribute_steps, 0, NULL,
          "What asking for an attribute does."),
    STEPS("__getitem__", "self, key, /", alias_getitem_steps, 4, NULL, "The item: self[key]."),
    STEPS("__hash__", "self, /", union_hash, 0, NULL, "What hash(self) gives."),
    STEPS("__mro_entries__", "self, bases, /", union_mro_entries, 0, NULL, NULL),
    STEPS_MAGIC("__ne__", "self, value, /", union_compare_steps, 2, NULL, OP_NE,
                "Whether self != value."),
    STEPS("__or__", "self, value, /", union_or, 4, NULL, "What self | value gives."),
    STEPS("__repr__", "self, /", alias_repr_steps, 4, NULL, "What repr(self) gives."),
    STEPS("__ror__", "self, value, /", union_ror, 4, NULL, "What value | self gives."),
    NATIVE_END,
};
static const GetSetDef union_getsets[] = {
    {"__args__", union_get_args, getset_readonly, NULL},
    {"__name__", union_get_name, NULL, "name of the class"},
    {"__origin__", union_get_origin, NULL, "the class"},
    {"__parameters__", union_get_params, NULL, "type parameters in it"},
    {"__qualname__", union_get_name, NULL, "name with the classes and functions around it"},
    {0},
};

// The module is asked of the class: no attribute of the instances stands in the way of setting one.
static Value union_getattr(Vm *vm, Value v, Value name) {
    return name == vm_name(vm, N___module__) ? type_module(vm, class_of(vm, v)) : V_UNBOUND;
}

const TypeDef union_type = {
    .name = "Union",
    .module = "typing",
    .no_module = true,
    .doc = "Several types, one of which is meant: int | str.",
    .tag = T_UNION,
    .hidden = true,
    .binary_ops = OP_BIT(BIN_OP_OR),
    .binary = union_binary,
    .compare = union_compare,
    .hash = union_hash_slot,
    .methods = union_methods,
    .getsets = union_getsets,
    .getattr = union_getattr,
};
