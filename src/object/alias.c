// alias.c: list[int]: generic aliases (PEP 585), and the text of types within brackets that they share
// with unions (vm/union.c).
#include "object/alias.h"

#include "object/construct.h"
#include "object/iter_state.h"
#include "object/key.h"
#include "object/list.h"
#include "object/type.h"
#include "rt/leaf_ops.h"
#include "rt/machine.h"

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
Value alias_collect_params(Vm *vm, const Tuple *args) {
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
        // an object whose class has a __getattr__: that is for what it does not have
        if (inner == V_UNBOUND && has_attrs(vm, a)) {
            inner = attrs_get(vm, a, vm_name(vm, N___parameters__));
        }
        if (!is_tagged(vm, inner, T_TUPLE)) { continue; }
        const Tuple *t = as_tuple(vm, inner);
        for (uint32_t k = 0; k < t->h.n; k++) { TRY(params_add(vm, out, t->items[k])); }
    }
    return tuple_from(vm, out->h.n ? list_items(vm, out) : NULL, out->h.n);
}

Value alias_new_like(Vm *vm, Value origin, Value args, Value starred) {
    if (!is_tagged(vm, args, T_TUPLE)) {
        args = tuple_from(vm, &args, 1);
        TRY_VALUE(args);
    }
    Value params = alias_collect_params(vm, as_tuple(vm, args));
    TRY_VALUE(params);
    Alias *a = heap_new(vm, T_ALIAS, 0);
    TRY(a);
    a->origin = origin;
    a->args = args;
    a->params = params;
    a->starred = starred;
    return ptr_value(vm, a);
}

Value alias_new(Vm *vm, Value origin, Value args) {
    return alias_new_like(vm, origin, args, V_FALSE);
}

// `__class_getitem__` of builtin classes.
static Value class_getitem(Vm *vm, Value *a) { return alias_new(vm, a[0], a[1]); }

const NativeDef alias_class_getitem[] = {
    LEAF_CLASS("__class_getitem__", "cls, object, /", class_getitem, "See PEP 585"),
    NATIVE_END,
};

// ---- text --------------------------------------------------------------------------------------

static int put_qualified(StrBuilder *b, Value module, Value qualname) {
    bool text = isinstance_str(b->vm, module);
    if (text && str_equals_cstr(as_str(b->vm, module), "builtins")) {
        return sb_put_str(b, qualname);
    }
    if (!text) { module = str_leaf(b->vm, module); } // anything can be set there
    if (module == V_RAISED) { return 0; }
    if (module == V_UNBOUND || module == V_STOP) { return sb_put_str(b, qualname); }
    return sb_put_str(b, module) && sb_put_cstr(b, ".") && sb_put_str(b, qualname);
}

// How a type looks inside brackets. 1 written, 0 raised, -1 its repr is needed.
static int put_type(StrBuilder *b, Value v) {
    Vm *vm = b->vm;
    if (v == V_ELLIPSIS) { return sb_put_cstr(b, "..."); }
    if (v == V_NONE) { return sb_put_cstr(b, "None"); }
    if (is_type(vm, v)) {
        if (v == vm->types[T_NONETYPE]) { return sb_put_cstr(b, "None"); }
        Value module = type_module(vm, v);
        return module == V_RAISED ? 0 : put_qualified(b, module, as_type(vm, v)->qualname);
    }
    if (!is_ref(v) || is_tagged(vm, v, T_ALIAS) || is_tagged(vm, v, T_UNION)) { return -1; }
    Value qualname = getattr_leaf(vm, v, vm_name(vm, N___qualname__));
    Value module = getattr_leaf(vm, v, vm_name(vm, N___module__));
    if (qualname == V_RAISED || module == V_RAISED) {
        exc_clear(vm);
        return -1;
    }
    bool named = isinstance_str(vm, qualname) && isinstance_str(vm, module);
    return named ? put_qualified(b, module, qualname) : -1;
}

// Item k of a list that stands for parameters, or v itself (k 0).
static Value alias_part(Vm *vm, Value v, uint32_t k) {
    return is_exact(vm, v, T_LIST) ? list_items(vm, as_list(vm, v))[k] : v;
}

enum { ALIAS_REPR_START, ALIAS_REPR_DONE, ALIAS_REPR_ORIGIN, ALIAS_REPR_ARGS };

// Whether the metaclass of a class makes up attributes: it may say that the class is an alias.
static bool alias_is_made_up(Vm *vm, Value v) {
    return is_type(vm, v) && as_type(vm, class_of(vm, v))->flags & TYPE_GETATTR;
}

// Asks such a class, which looks as its own repr says if it has __origin__ and __args__.
static Value alias_ask_class(Vm *vm, Frame *f, int state, Value v) {
    NameId name = state == ALIAS_REPR_ORIGIN ? N___origin__ : N___args__;
    return native_call2(vm, f, state, internal(vm, I_HASATTR_GET), v, vm_name(vm, name));
}

// "origin[a, [b, c]]" or "a | b": items one after another; guest reprs run as steps.
Value alias_repr_steps(Vm *vm, Frame *f) {
    enum { SELF, BLOB, LEN, I, K };
    bool is_union = is_tagged(vm, f->slot[SELF], T_UNION);
    const Alias *a = as_alias(vm, f->slot[SELF]);
    const Tuple *args = as_tuple(vm, is_union ? ((Union *)a)->args : a->args);
    StrBuilder b = str_builder(vm);
    uint32_t i = 0, k = 0, first = is_union ? 1 : 0; // item 0 of an alias is its origin
    int state = native_state(f);
    bool again = state != ALIAS_REPR_START, asked = state > ALIAS_REPR_DONE;
    if (again) {
        TRY(sb_from_slots(vm, f, BLOB, &b));
        i = (uint32_t)index_of(f->slot[I]);
        k = (uint32_t)index_of(f->slot[K]) + (asked ? 0 : 1);
        if (!asked) { TRY(sb_put_str(&b, f->result)); }
    } else if (!is_union && a->starred == V_TRUE) {
        TRY(sb_put_cstr(&b, "*"));
    }
    uint32_t n = args->h.n + 1 - first;
    for (; i < n; i++, k = 0, again = false) {
        Value v = is_union ? args->items[i] : i ? args->items[i - 1] : a->origin;
        bool list = is_exact(vm, v, T_LIST);
        if (i && !again) { TRY(sb_put_cstr(&b, is_union ? " | " : i == 1 ? "[" : ", ")); }
        if (list && !again) { TRY(sb_put_cstr(&b, "[")); }
        for (; k < (list ? as_obj(vm, v)->n : 1); k++) {
            if (k && !asked) { TRY(sb_put_cstr(&b, ", ")); }
            Value part = alias_part(vm, v, k);
            bool ask = !asked && alias_is_made_up(vm, part),
                 claims = asked && f->result != V_UNBOUND;
            asked = false;
            int done = ask || claims ? -1 : put_type(&b, part);
            if (done == 0) { return V_RAISED; }
            if (done < 0) {
                f->slot[BLOB] = b.blob;
                f->slot[LEN] = int_value(b.len);
                f->slot[I] = int_value(i);
                f->slot[K] = int_value(k);
                if (ask) { return alias_ask_class(vm, f, ALIAS_REPR_ORIGIN, part); }
                if (claims && state == ALIAS_REPR_ORIGIN) {
                    return alias_ask_class(vm, f, ALIAS_REPR_ARGS, part);
                }
                return native_call1(vm, f, ALIAS_REPR_DONE, internal(vm, I_REPR), part);
            }
        }
        if (list) { TRY(sb_put_cstr(&b, "]")); }
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

static Value alias_make(Vm *vm, Value *a) {
    Value v = alias_new(vm, a[1], a[2]);
    TRY(v != V_RAISED && construct_check(vm, T_ALIAS, a[0]));
    if (a[0] == type_of_tag(vm, T_ALIAS)) { return v; }
    Alias *own = construct(vm, T_ALIAS, a[0], 0);
    TRY(own);
    const Alias *plain = as_alias(vm, v);
    own->origin = plain->origin;
    own->args = plain->args;
    own->params = plain->params;
    own->starred = V_FALSE;
    return ptr_value(vm, own);
}

static Value alias_compare(Vm *vm, int op, Value v, Value w) {
    if ((op != OP_EQ && op != OP_NE) || !is_tagged(vm, w, T_ALIAS)) { return V_NOTIMPL; }
    const Alias *a = as_alias(vm, v), *b = as_alias(vm, w);
    if (a->origin != b->origin || a->starred != b->starred) { return bool_value(op == OP_NE); }
    int equal = key_equal_leaf(vm, a->args, b->args);
    return equal < 0 ? V_UNBOUND : bool_value(equal == (op == OP_EQ));
}

// `==` and `!=` where arguments have to be asked.
static Value alias_compare_steps(Vm *vm, Frame *f) {
    TRY(slot_obj(vm, f, 0, T_ALIAS));
    int32_t op = native_magic(vm, f);
    Value v = alias_compare(vm, op, f->slot[0], f->slot[1]);
    if (v != V_UNBOUND) { return v; }
    Value args[3] = {as_alias(vm, f->slot[0])->args, as_alias(vm, f->slot[1])->args, int_value(op)};
    return native_tailcall(vm, internal(vm, I_RICH_COMPARE), 3, args);
}

static Value alias_hash_pair(Vm *vm, Value v) {
    return tuple_pack2(vm, as_alias(vm, v)->origin, as_alias(vm, v)->args);
}

static Value alias_hash(Vm *vm, Value v) {
    Value pair = alias_hash_pair(vm, v);
    TRY_VALUE(pair);
    return hash_leaf(vm, pair);
}

static Value alias_hash_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    Value pair = alias_hash_pair(vm, f->slot[0]);
    TRY_VALUE(pair);
    return native_call1(vm, f, 1, internal(vm, I_HASH), pair);
}

// Attributes are the origin's, but for those that make it an alias.
static Value alias_getattr(Vm *vm, Value v, Value name) {
    static const char *const own[] = {
        "__args__",     "__bases__",       "__class__",    "__copy__",
        "__deepcopy__", "__mro_entries__", "__origin__",   "__parameters__",
        "__reduce__",   "__reduce_ex__",   "__unpacked__", "__typing_unpacked_tuple_args__",
    };
    for (uint32_t i = 0; i < COUNT_OF(own); i++) {
        if (!str_equals_cstr(as_str(vm, name), own[i])) { continue; }
        if (type_lookup(vm, class_of(vm, v), name) != V_UNBOUND) { return V_UNBOUND; }
        return raise_error(vm, EXC_AttributeError, "'%T' object has no attribute '%U'", v, name);
    }
    Value got = getattr_leaf(vm, as_alias(vm, v)->origin, name);
    return got == V_UNBOUND ? V_CALLING : got;
}

// *list[int] in a subscript: an iterator over one starred alias.
static Value alias_iter(Vm *vm, Value v) {
    AliasIter *it = heap_new_raw(vm, T_ALIAS_ITER, 0);
    TRY(it);
    it->alias = v;
    return ptr_value(vm, it);
}

static Value alias_iter_next(Vm *vm, Value v) {
    AliasIter *it = ref_ptr(vm, v);
    if (it->alias == V_NONE) { return V_STOP; }
    const Alias *a = as_alias(vm, it->alias);
    Value copy = alias_new_like(vm, a->origin, a->args, V_TRUE);
    TRY_VALUE(copy);
    obj_set(vm, it, &it->alias, V_NONE);
    return copy;
}

static Value alias_iter_reduce(Vm *vm, Value *a) {
    Value left = ((AliasIter *)ref_ptr(vm, a[0]))->alias;
    if (left == V_NONE) {
        left = tuple_from(vm, NULL, 0);
        TRY_VALUE(left);
    }
    return reduce_by_builtin(vm, "iter", &left, 1, V_UNBOUND);
}

static Value alias_get_origin(Vm *vm, Value v) { return as_alias(vm, v)->origin; }
static Value alias_get_args(Vm *vm, Value v) { return as_alias(vm, v)->args; }
static Value alias_get_params(Vm *vm, Value v) { return as_alias(vm, v)->params; }
static Value alias_get_unpacked(Vm *vm, Value v) { return as_alias(vm, v)->starred; }

// What *tuple[int, str] stands for within brackets.
static Value alias_get_tuple_args(Vm *vm, Value v) {
    const Alias *a = as_alias(vm, v);
    return a->starred == V_TRUE && a->origin == vm->types[T_TUPLE] ? a->args : V_NONE;
}

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

static Value alias_reduce(Vm *vm, Value *a) {
    const Alias *it = as_alias(vm, a[0]);
    Value args[2] = {it->origin, it->args}, made[2] = {class_of(vm, a[0]), tuple_from(vm, args, 2)};
    TRY_VALUE(made[1]);
    return tuple_from(vm, made, 2);
}

static const NativeDef alias_methods[] = {
    LEAF_CLASS("__new__", "cls, origin, args, /", alias_make, NULL),
    STEPS("__call__", "self, /, *args, **kwargs", alias_call, 1, NULL,
          "What calling the object does."),
    STEPS_MAGIC("__eq__", "self, value, /", alias_compare_steps, 0, NULL, OP_EQ,
                "Whether self == value."),
    STEPS("__getattribute__", "self, name, /", type_getattribute_steps, 0, NULL,
          "What asking for an attribute does."),
    STEPS("__getitem__", "self, key, /", alias_getitem_steps, 4, NULL, "The item: self[key]."),
    STEPS("__hash__", "self, /", alias_hash_steps, 0, NULL, "What hash(self) gives."),
    LEAF("__instancecheck__", "self, instance, /", alias_instancecheck, NULL),
    LEAF("__mro_entries__", "self, bases, /", alias_mro_entries, NULL),
    STEPS_MAGIC("__ne__", "self, value, /", alias_compare_steps, 0, NULL, OP_NE,
                "Whether self != value."),
    LEAF("__reduce__", "self, /", alias_reduce, "For pickle and copy."),
    STEPS("__repr__", "self, /", alias_repr_steps, 4, NULL, "What repr(self) gives."),
    LEAF("__subclasscheck__", "self, subclass, /", alias_subclasscheck, NULL),
    NATIVE_END,
};
static const GetSetDef alias_getsets[] = {
    {"__origin__", alias_get_origin, getset_readonly, NULL},
    {"__args__", alias_get_args, getset_readonly, NULL},
    {"__parameters__", alias_get_params, NULL, NULL},
    {"__unpacked__", alias_get_unpacked, getset_readonly, NULL},
    {"__typing_unpacked_tuple_args__", alias_get_tuple_args, NULL, NULL},
    {0},
};

const TypeDef alias_type = {
    .new_sig = "(origin, args, /)",
    .name = "GenericAlias",
    .doc = "A class with the types that its items have: list[int].",
    .module = "types",
    .no_module = true,
    .tag = T_ALIAS,
    .hidden = true,
    .subclassable = true,
    .binary_ops = OP_BIT(BIN_OP_OR),
    .binary = union_binary,
    .compare = alias_compare,
    .hash = alias_hash,
    .methods = alias_methods,
    .getsets = alias_getsets,
    .getattr = alias_getattr,
    .iter = alias_iter,
};

static const NativeDef alias_iter_methods[] = {
    LEAF("__reduce__", "self, /", alias_iter_reduce, "For pickle and copy."),
    NATIVE_END,
};

const TypeDef alias_iter_type = {
    .name = "generic_alias_iterator",
    .tag = T_ALIAS_ITER,
    .hidden = true,
    .methods = alias_iter_methods,
    .next = alias_iter_next,
};
