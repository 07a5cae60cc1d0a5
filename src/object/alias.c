// alias.c: list[int] and int | str: generic aliases (PEP 585) and unions (PEP 604).
#include "object/alias.h"

#include "object/key.h"
#include "object/list.h"
#include "object/set.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

static Alias *as_alias(Vm *vm, Value v) { return ref_ptr(vm, v); }

static bool is_type_variable(Vm *vm, Value v) {
    if (!is_ref(v) || is_type(vm, v)) { return false; }
    if (is_tagged(vm, v, T_TYPEVAR)) { return true; }
    Value name = intern_bytes(vm, "__typing_subst__", 16);
    return name != V_RAISED && type_lookup(vm, class_of(vm, v), name) != V_UNBOUND;
}

static bool params_add(Vm *vm, List *out, Value v) {
    for (uint32_t i = 0; i < out->h.n; i++) {
        if (list_items(vm, out)[i] == v) { return true; }
    }
    return list_append(vm, out, v);
}

// The type variables in args, each once, in order of appearance.
static Value collect_params(Vm *vm, const Tuple *args) {
    Value list = list_new(vm, 0);
    TRY_VALUE(list);
    List *out = as_list(vm, list);
    for (uint32_t i = 0; i < args->h.n; i++) {
        Value a = args->items[i];
        if (is_type_variable(vm, a)) {
            TRY(params_add(vm, out, a));
            continue;
        }
        if (!is_ref(a) || is_type(vm, a)) { continue; }
        Value inner = getattr_leaf(vm, a, vm_name(vm, N___parameters__));
        if (inner == V_RAISED) { exc_clear(vm); }
        if (!is_tagged(vm, inner, T_TUPLE)) { continue; }
        const Tuple *t = as_tuple(vm, inner);
        for (uint32_t k = 0; k < t->h.n; k++) { TRY(params_add(vm, out, t->items[k])); }
    }
    return tuple_from(vm, out->h.n ? list_items(vm, out) : NULL, out->h.n);
}

Value alias_new(Vm *vm, Value origin, Value args) {
    if (!is_tagged(vm, args, T_TUPLE)) {
        args = tuple_from(vm, &args, 1);
        TRY_VALUE(args);
    }
    Value params = collect_params(vm, as_tuple(vm, args));
    TRY_VALUE(params);
    Alias *a = heap_new(vm, T_ALIAS, 0);
    TRY(a);
    a->origin = origin;
    a->args = args;
    a->params = params;
    a->starred = V_FALSE;
    return ptr_value(vm, a);
}

// `__class_getitem__` of builtin classes.
static Value class_getitem(Vm *vm, Value *a) { return alias_new(vm, a[0], a[1]); }

const NativeDef alias_class_getitem[] = {
    LEAF_CLASS("__class_getitem__", "cls, item, /", class_getitem, "See PEP 585"),
    NATIVE_END,
};

// ---- text --------------------------------------------------------------------------------------

// How a type looks inside brackets. 1 written, 0 raised, -1 its repr is needed.
static int put_type(StrBuilder *b, Value v) {
    Vm *vm = b->vm;
    if (v == V_ELLIPSIS) { return sb_put_cstr(b, "..."); }
    if (v == V_NONE) { return sb_put_cstr(b, "None"); }
    if (is_type(vm, v)) {
        if (v == vm->types[T_NONETYPE]) { return sb_put_cstr(b, "None"); }
        Value module = type_module(vm, v);
        bool plain = !isinstance_str(vm, module) || str_equals_cstr(as_str(vm, module), "builtins");
        if (!plain && (!sb_put_str(b, module) || !sb_put_cstr(b, "."))) { return 0; }
        return sb_put_str(b, as_type(vm, v)->qualname);
    }
    return -1;
}

// "origin[a, b]" or "a | b": items one after another; guest reprs run as steps.
static Value type_text_steps(Vm *vm, Frame *f) {
    enum { SELF, BLOB, LEN, I };
    bool is_union = is_tagged(vm, f->slot[SELF], T_UNION);
    const Alias *a = as_alias(vm, f->slot[SELF]);
    const Tuple *args = as_tuple(vm, is_union ? ((Union *)a)->args : a->args);
    StrBuilder b = str_builder(vm);
    uint32_t i = 0, first = is_union ? 1 : 0; // item 0 of an alias is its origin
    if (native_state(f) == 1) {
        b.blob = f->slot[BLOB];
        b.len = (uint32_t)int_of(f->slot[LEN]);
        i = (uint32_t)int_of(f->slot[I]) + 1;
        TRY(sb_put_str(&b, f->result));
    } else if (!is_union && a->starred == V_TRUE) {
        TRY(sb_put_cstr(&b, "*"));
    }
    uint32_t n = args->h.n + 1 - first;
    for (; i < n; i++) {
        Value v = is_union ? args->items[i] : i ? args->items[i - 1] : a->origin;
        if (i) { TRY(sb_put_cstr(&b, is_union ? " | " : i == 1 ? "[" : ", ")); }
        int done = put_type(&b, v);
        if (done == 0) { return V_RAISED; }
        if (done < 0) {
            f->slot[BLOB] = b.blob;
            f->slot[LEN] = int_value(b.len);
            f->slot[I] = int_value(i);
            return native_call1(vm, f, 1, internal(vm, I_REPR), v);
        }
    }
    if (!is_union) { TRY(sb_put_cstr(&b, args->h.n ? "]" : "[()]")); }
    return sb_finish(&b);
}

// ---- generic alias -----------------------------------------------------------------------------

static Value alias_call(Vm *vm, Frame *f) {
    enum { ALIAS_START, ALIAS_MADE, ALIAS_SET, ALIAS_FAILED };
    const Alias *a = slot_obj(vm, f, 0, T_ALIAS);
    TRY(a);
    switch (native_state(f)) {
    case ALIAS_START: return native_call_full(vm, f, ALIAS_MADE, a->origin, f->slot[1], f->slot[2]);
    case ALIAS_MADE:
        f->slot[3] = f->result;
        if (!has_attrs(vm, f->result)) { return f->result; }
        native_catch(f, ALIAS_FAILED);
        return native_call3(vm, f, ALIAS_SET, internal(vm, I_SETATTR), f->result,
                            vm_name(vm, N___orig_class__), f->slot[0]);
    default: return f->slot[3];
    }
}

static Value alias_mro_entries(Vm *vm, Value *a) {
    return tuple_from(vm, &as_alias(vm, a[0])->origin, 1);
}

static Value alias_make(Vm *vm, Value *a) { return alias_new(vm, a[1], a[2]); }

// The argument that stands for a parameter.
static Value substituted(const Tuple *params, const Tuple *items, Value v) {
    for (uint32_t i = 0; i < params->h.n; i++) {
        if (params->items[i] == v) { return items->items[i]; }
    }
    return V_UNBOUND;
}

// alias[item]: parameters replaced; an argument with parameters of its own is asked to do the same.
static Value alias_getitem(Vm *vm, Frame *f) {
    enum { SELF, ITEM, OUT };
    const Alias *a = slot_obj(vm, f, SELF, T_ALIAS);
    TRY(a);
    const Tuple *params = as_tuple(vm, a->params), *args = as_tuple(vm, a->args);
    if (native_state(f) == 0) {
        if (!is_tagged(vm, f->slot[ITEM], T_TUPLE)) {
            f->slot[ITEM] = tuple_from(vm, &f->slot[ITEM], 1);
            TRY_VALUE(f->slot[ITEM]);
        }
        uint32_t n = as_tuple(vm, f->slot[ITEM])->h.n;
        if (params->h.n == 0) {
            return raise_error(vm, EXC_TypeError, "%R is not a generic class", a->origin);
        }
        if (n != params->h.n) {
            return raise_error(vm, EXC_TypeError, "Too %s arguments for %R; actual %u, expected %u",
                               n > params->h.n ? "many" : "few", a->origin, n, params->h.n);
        }
        f->slot[OUT] = list_new(vm, args->h.n);
        TRY_VALUE(f->slot[OUT]);
    } else {
        TRY(list_append(vm, as_list(vm, f->slot[OUT]), f->result));
    }
    const Tuple *items = as_tuple(vm, f->slot[ITEM]);
    List *out = slot_obj(vm, f, OUT, T_LIST);
    TRY(out);
    while (out->h.n < args->h.n) {
        Value v = args->items[out->h.n], direct = substituted(params, items, v);
        if (direct != V_UNBOUND) {
            TRY(list_append(vm, out, direct));
            continue;
        }
        Value inner = is_ref(v) && !is_type(vm, v)
                          ? getattr_leaf(vm, v, vm_name(vm, N___parameters__))
                          : V_UNBOUND;
        if (inner == V_RAISED) { exc_clear(vm); }
        if (is_tagged(vm, inner, T_TUPLE) && as_tuple(vm, inner)->h.n) {
            const Tuple *own = as_tuple(vm, inner);
            Tuple *sub = heap_new(vm, T_TUPLE, own->h.n);
            TRY(sub);
            for (uint32_t i = 0; i < own->h.n; i++) {
                sub->items[i] = substituted(params, items, own->items[i]);
            }
            return native_call2(vm, f, 1, internal(vm, I_GETITEM), v, ptr_value(vm, sub));
        }
        TRY(list_append(vm, out, v));
    }
    Value all = tuple_from(vm, list_items(vm, out), out->h.n);
    return all == V_RAISED ? all : alias_new(vm, a->origin, all);
}

static Value alias_eq(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    if (!is_tagged(vm, f->slot[1], T_ALIAS)) { return V_NOTIMPL; }
    const Alias *a = as_alias(vm, f->slot[0]), *b = as_alias(vm, f->slot[1]);
    if (a->origin != b->origin || a->starred != b->starred) { return V_FALSE; }
    return native_call2(vm, f, 1, internal(vm, I_EQUAL), a->args, b->args);
}

static Value alias_hash(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    const Alias *a = as_alias(vm, f->slot[0]);
    Value pair = tuple_pack2(vm, a->origin, a->args);
    TRY_VALUE(pair);
    return native_call1(vm, f, 1, internal(vm, I_HASH), pair);
}

// What a generic alias does not have itself is its origin's.
static Value alias_getattr(Vm *vm, Value v, Value name) {
    const Str *s = as_str(vm, name);
    bool dunder = s->h.n > 4 && s->data[0] == '_' && s->data[1] == '_';
    static const uint16_t passed_on[] = {N___name__, N___qualname__, N___module__, N___doc__,
                                         N___mro__};
    for (uint32_t i = 0; dunder && i < COUNT_OF(passed_on); i++) {
        if (name == vm_name(vm, (NameId)passed_on[i])) { dunder = false; }
    }
    if (dunder) { return V_UNBOUND; }
    Value got = getattr_leaf(vm, as_alias(vm, v)->origin, name);
    return got == V_STOP ? V_UNBOUND : got;
}

// *list[int] in a subscript: an iterator over one starred alias.
static Value alias_iter(Vm *vm, Value *a) {
    Value copy = alias_new(vm, as_alias(vm, a[0])->origin, as_alias(vm, a[0])->args);
    TRY_VALUE(copy);
    as_alias(vm, copy)->starred = V_TRUE;
    Value one = tuple_from(vm, &copy, 1);
    TRY_VALUE(one);
    return native_tailcall(vm, internal(vm, I_ITER), 1, &one);
}

static Value alias_get_origin(Vm *vm, Value v) { return as_alias(vm, v)->origin; }
static Value alias_get_args(Vm *vm, Value v) { return as_alias(vm, v)->args; }
static Value alias_get_params(Vm *vm, Value v) { return as_alias(vm, v)->params; }
static Value alias_get_unpacked(Vm *vm, Value v) { return as_alias(vm, v)->starred; }

static Value alias_instancecheck(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_TypeError,
                       "isinstance() argument 2 cannot be a parameterized generic");
}
static Value alias_subclasscheck(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_TypeError,
                       "issubclass() argument 2 cannot be a parameterized generic");
}

static const NativeDef alias_methods[] = {
    LEAF_CLASS("__new__", "cls, origin, args, /", alias_make, NULL),
    STEPS("__call__", "self, /, *args, **kwargs", alias_call, 1, NULL, "Call self as a function."),
    STEPS("__eq__", "self, value, /", alias_eq, 0, NULL, "Return self==value."),
    STEPS("__getitem__", "self, key, /", alias_getitem, 1, NULL, "Return self[key]."),
    STEPS("__hash__", "self, /", alias_hash, 0, NULL, "Return hash(self)."),
    LEAF("__instancecheck__", "self, instance, /", alias_instancecheck, NULL),
    TAIL("__iter__", "self, /", alias_iter, "Implement iter(self)."),
    LEAF("__mro_entries__", "self, bases, /", alias_mro_entries, NULL),
    STEPS("__repr__", "self, /", type_text_steps, 3, NULL, "Return repr(self)."),
    LEAF("__subclasscheck__", "self, subclass, /", alias_subclasscheck, NULL),
    NATIVE_END,
};
static const GetSetDef alias_getsets[] = {
    {"__origin__", alias_get_origin, NULL, NULL},
    {"__args__", alias_get_args, NULL, NULL},
    {"__parameters__", alias_get_params, NULL, NULL},
    {"__unpacked__", alias_get_unpacked, NULL, NULL},
    {0},
};

static Value or_binary(Vm *vm, BinOp op, Value a, Value b) {
    return op == BIN_OP_OR ? union_new(vm, a, b) : V_NOTIMPL;
}

const TypeDef alias_type = {
    .name = "GenericAlias",
    .module = "types",
    .tag = T_ALIAS,
    .hidden = true,
    .subclassable = true,
    .binary_ops = OP_BIT(BIN_OP_OR),
    .binary = or_binary,
    .methods = alias_methods,
    .getsets = alias_getsets,
    .getattr = alias_getattr,
};

// ---- unions ------------------------------------------------------------------------------------

static bool is_unionable(Vm *vm, Value v) {
    return v == V_NONE || is_type(vm, v) || is_tagged(vm, v, T_ALIAS) ||
           is_tagged(vm, v, T_UNION) || is_tagged(vm, v, T_TYPEALIAS);
}

static bool union_add(Vm *vm, List *out, Value v) {
    if (v == V_NONE) { v = vm->types[T_NONETYPE]; }
    if (is_tagged(vm, v, T_UNION)) {
        const Tuple *t = as_tuple(vm, ((Union *)ref_ptr(vm, v))->args);
        for (uint32_t i = 0; i < t->h.n; i++) {
            if (!params_add(vm, out, t->items[i])) { return false; }
        }
        return true;
    }
    for (uint32_t i = 0; i < out->h.n; i++) {
        if (compare_leaf(vm, OP_EQ, list_items(vm, out)[i], v) == V_TRUE) { return true; }
    }
    return params_add(vm, out, v);
}

Value union_new(Vm *vm, Value a, Value b) {
    if (!is_unionable(vm, a) || !is_unionable(vm, b)) { return V_NOTIMPL; }
    if (a == V_NONE && b == V_NONE) { return V_NOTIMPL; }
    Value list = list_new(vm, 2);
    TRY_VALUE(list);
    List *out = as_list(vm, list);
    TRY(union_add(vm, out, a) && union_add(vm, out, b));
    if (out->h.n == 1) { return list_items(vm, out)[0]; }
    Value args = tuple_from(vm, list_items(vm, out), out->h.n);
    TRY_VALUE(args);
    Value params = collect_params(vm, as_tuple(vm, args));
    TRY_VALUE(params);
    Union *u = heap_new(vm, T_UNION, 0);
    TRY(u);
    u->args = args;
    u->params = params;
    return ptr_value(vm, u);
}

static Value union_get_args(Vm *vm, Value v) { return ((Union *)ref_ptr(vm, v))->args; }
static Value union_get_params(Vm *vm, Value v) { return ((Union *)ref_ptr(vm, v))->params; }
static Value union_get_origin(Vm *vm, Value v) {
    (void)v;
    return vm->types[T_UNION];
}

static bool union_has(Vm *vm, const Union *u, Value v) {
    const Tuple *t = as_tuple(vm, u->args);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (t->items[i] == v || compare_leaf(vm, OP_EQ, t->items[i], v) == V_TRUE) { return true; }
    }
    return false;
}

static Value union_compare(Vm *vm, int op, Value a, Value b) {
    if ((op != OP_EQ && op != OP_NE) || !is_tagged(vm, b, T_UNION)) { return V_NOTIMPL; }
    const Union *x = ref_ptr(vm, a), *y = ref_ptr(vm, b);
    const Tuple *t = as_tuple(vm, y->args);
    bool same = as_tuple(vm, x->args)->h.n == t->h.n;
    for (uint32_t i = 0; same && i < t->h.n; i++) { same = union_has(vm, x, t->items[i]); }
    return bool_value(same == (op == OP_EQ));
}

static Value union_hash(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    Value set = set_new(vm, T_FROZENSET);
    TRY_VALUE(set);
    const Tuple *t = as_tuple(vm, ((Union *)ref_ptr(vm, f->slot[0]))->args);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (set_add_leaf(vm, ref_ptr(vm, set), t->items[i]) == 0) { return V_RAISED; }
    }
    return native_call1(vm, f, 1, internal(vm, I_HASH), set);
}

static Value union_instancecheck(Vm *vm, Value *a) {
    Value args[2] = {a[1], ((Union *)ref_ptr(vm, a[0]))->args};
    return native_tailcall(vm, internal(vm, I_IS_INSTANCE), 2, args);
}
static Value union_subclasscheck(Vm *vm, Value *a) {
    Value args[2] = {a[1], ((Union *)ref_ptr(vm, a[0]))->args};
    return native_tailcall(vm, internal(vm, I_IS_SUBCLASS), 2, args);
}

static const NativeDef union_methods[] = {
    STEPS("__hash__", "self, /", union_hash, 0, NULL, "Return hash(self)."),
    TAIL("__instancecheck__", "self, instance, /", union_instancecheck, NULL),
    STEPS("__repr__", "self, /", type_text_steps, 3, NULL, "Return repr(self)."),
    TAIL("__subclasscheck__", "self, subclass, /", union_subclasscheck, NULL),
    NATIVE_END,
};
static const GetSetDef union_getsets[] = {
    {"__origin__", union_get_origin, NULL, NULL},
    {"__args__", union_get_args, NULL, NULL},
    {"__parameters__", union_get_params, NULL, NULL},
    {0},
};

const TypeDef union_type = {
    .name = "Union",
    .module = "typing",
    .tag = T_UNION,
    .hidden = true,
    .binary_ops = OP_BIT(BIN_OP_OR),
    .binary = or_binary,
    .compare = union_compare,
    .methods = union_methods,
    .getsets = union_getsets,
};
