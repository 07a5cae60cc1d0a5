// object.c: the class object and the methods every value inherits.
#include "object/descr.h"
#include "object/exc.h"
#include "object/int.h"
#include "object/list.h"
#include "object/module.h"
#include "rt/leaf_ops.h"
#include "rt/machine.h"

// A builtin class without a __new__ of its own has none at all: object's makes only objects and
// instances of guest classes.
static bool has_own_new(Vm *vm, Value cls) {
    if (type_lookup(vm, cls, vm_name(vm, N___new__)) != vm->internals[I_COUNT]) { return true; }
    const Type *t = as_type(vm, cls);
    return (t->flags & TYPE_BUILTIN) && t->tag != T_OBJECT;
}

// object.__new__(cls): a plain instance. Stray arguments are reported unless __init__ takes them.
static Value object_make(Vm *vm, Value *a) {
    if (!is_type(vm, a[0])) {
        return raise_error(vm, EXC_TypeError, "object.__new__(X): X is not a type object (%T)",
                           a[0]);
    }
    Type *t = as_type(vm, a[0]);
    bool inherited = type_lookup(vm, a[0], vm_name(vm, N___new__)) == vm->internals[I_COUNT];
    if (inherited && has_own_new(vm, a[0])) {
        return raise_error(vm, EXC_TypeError, "cannot create '%N' instances", a[0]);
    }
    if (t->tag != T_INSTANCE && t->tag != T_OBJECT) {
        return raise_error(vm, EXC_TypeError, "object.__new__(%K) is not safe, use %K.__new__()",
                           a[0], a[0]);
    }
    bool extra = as_tuple(vm, a[1])->h.n || as_dict(vm, a[2])->h.n;
    if (extra) {
        bool init_over =
            type_lookup(vm, a[0], vm_name(vm, N___init__)) != vm->internals[I_COUNT + 1];
        if (!inherited) {
            return raise_error(vm, EXC_TypeError,
                               "object.__new__() takes exactly one argument (the type to "
                               "instantiate)");
        }
        if (!init_over) { return raise_error(vm, EXC_TypeError, "%N() takes no arguments", a[0]); }
    }
    if (t->flags & TYPE_ABSTRACT) { return raise_abstract(vm, a[0]); }
    if (t->tag == T_INSTANCE) { return instance_new(vm, a[0]); }
    Obj *o = heap_new(vm, T_OBJECT, 0);
    TRY(o);
    return ptr_value(vm, o);
}

static Value object_init(Vm *vm, Value *a) {
    bool extra = as_tuple(vm, a[1])->h.n || as_dict(vm, a[2])->h.n;
    if (!extra) { return V_NONE; }
    Value cls = class_of(vm, a[0]);
    bool new_over = has_own_new(vm, cls);
    bool init_over = type_lookup(vm, cls, vm_name(vm, N___init__)) != vm->internals[I_COUNT + 1];
    if (init_over) {
        return raise_error(vm, EXC_TypeError,
                           "object.__init__() takes exactly one argument (the "
                           "instance to initialize)");
    }
    if (!new_over) {
        return raise_error(vm, EXC_TypeError,
                           "%N.__init__() takes exactly one argument (the "
                           "instance to initialize)",
                           cls);
    }
    return V_NONE;
}

static Value object_eq(Vm *vm, Value *a) {
    (void)vm;
    return a[0] == a[1] ? V_TRUE : V_NOTIMPL;
}

// Derived from __eq__: not equal.
static Value object_ne(Vm *vm, Frame *f) {
    enum { NE_START, NE_CALLED, NE_TRUTH };
    switch (native_state(f)) {
    case NE_START:
        return native_call_method(vm, f, NE_CALLED, f->slot[0], vm_name(vm, N___eq__), 1,
                                  &f->slot[1]);
    case NE_CALLED:
        if (f->result == V_NOTIMPL) { return V_NOTIMPL; }
        return native_call1(vm, f, NE_TRUTH, internal(vm, I_TRUTH), f->result);
    default: return bool_value(f->result == V_FALSE);
    }
}

static Value object_order(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NOTIMPL;
}

static Value object_hash(Vm *vm, Value *a) {
    uint64_t serial;
    if (!is_ref(a[0])) { return hash_leaf(vm, a[0]); } // NotImplemented, and its kin
    TRY(object_serial(vm, a[0], &serial));
    return int_value((int64_t)(serial & 0xFFFFFFFFFFFF));
}

Value object_method(Vm *vm, NameId name) {
    return dict_get_str(vm, as_dict(vm, as_type(vm, vm->types[T_OBJECT])->dict), vm_name(vm, name));
}

Value object_default_repr(Vm *vm, Value v) {
    Value cls = class_of(vm, v);
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    Value module = type_module(vm, cls);
    TRY_VALUE(module);
    if (is_str(vm, module) && !str_equals_cstr(as_str(vm, module), "builtins")) {
        return format_text(vm, "<%U.%U object at 0x%x>", module, as_type(vm, cls)->qualname,
                           (uint32_t)serial);
    }
    return format_text(vm, "<%U object at 0x%x>", as_type(vm, cls)->qualname, (uint32_t)serial);
}

static Value object_repr(Vm *vm, Value *a) { return object_default_repr(vm, a[0]); }

// Whatever __repr__ gives: who asked for str() says if it is none.
static Value object_str(Vm *vm, Value *a) {
    Value text = repr_leaf(vm, a[0]);
    if (text != V_UNBOUND) { return text; }
    return native_tail_special(vm, special_method(vm, a[0], N___repr__), 1, a);
}

static Value object_format(Vm *vm, Value *a) {
    if (as_str(vm, a[1])->len) {
        return raise_error(vm, EXC_TypeError, "unsupported format string passed to %T.__format__",
                           a[0]);
    }
    return native_tail_internal(vm, I_STR, 1, a);
}

static Value object_init_subclass(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NONE;
}

static Value object_subclasshook(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NOTIMPL;
}

Value object_sizeof(Vm *vm, Value *a) {
    return int_value(is_ref(a[0]) ? obj_size(as_obj(vm, a[0])) : 16);
}

static Value object_dir(Vm *vm, Value *a) { return native_tail_internal(vm, I_DIR, 1, a); }

// Pickling is written in Python, in the frozen module copyreg: name(self, …).
static Value copyreg_call(Vm *vm, const char *name, uint32_t n, const Value *args) {
    Value module = dict_get_str(vm, as_dict(vm, vm->head->frozen), intern_bytes(vm, "copyreg", 7));
    Value key = intern_bytes(vm, name, (uint32_t)strlen(name));
    TRY_VALUE(key);
    Value fn = is_tagged(vm, module, T_MODULE) ? dict_get_str(vm, module_dict(vm, module), key)
                                               : V_UNBOUND;
    if (fn == V_UNBOUND) { return raise_error(vm, EXC_ImportError, "copyreg is not there"); }
    return native_tailcall(vm, fn, n, args);
}

// An instance of a guest class about whose pickling nothing says anything: what copyreg._reduce_2 makes
// of it, without asking it for __dict__. V_UNBOUND: it is not so simple.
static Value object_reduce_plain(Vm *vm, Value v) {
    static const uint16_t unusual[] = {N___getnewargs__, N___getnewargs_ex__};
    if (!is_tagged(vm, v, T_INSTANCE)) { return V_UNBOUND; }
    Value cls = class_of(vm, v), getstate = vm_name(vm, N___getstate__);
    const Type *t = as_type(vm, cls);
    if (t->h.ext || t->n_slots || (t->flags & (TYPE_GETATTR | TYPE_NO_DICT)) ||
        special_method(vm, v, N___getstate__) != object_method(vm, N___getstate__) ||
        !is_tagged(vm, special_method(vm, v, N___dict__), T_GETSET) ||
        attrs_get(vm, v, getstate) != V_UNBOUND) {
        return V_UNBOUND;
    }
    for (uint32_t i = 0; i < COUNT_OF(unusual); i++) {
        if (special_method(vm, v, (NameId)unusual[i]) != V_UNBOUND) { return V_UNBOUND; }
    }
    Value module = dict_get_str(vm, as_dict(vm, vm->head->frozen), intern_bytes(vm, "copyreg", 7));
    Value key = intern_bytes(vm, "__newobj__", 10), args = tuple_from(vm, &cls, 1);
    TRY(key != V_RAISED && args != V_RAISED);
    Value make = is_tagged(vm, module, T_MODULE) ? dict_get_str(vm, module_dict(vm, module), key)
                                                 : V_UNBOUND;
    if (make == V_UNBOUND) { return V_UNBOUND; }
    Value state = attrs_copy(vm, v);
    TRY_VALUE(state);
    TRY(native_charge(vm, as_dict(vm, state)->h.n / 8));
    if (as_dict(vm, state)->h.n == 0) { state = V_NONE; }
    Value parts[5] = {make, args, state, V_NONE, V_NONE};
    return tuple_from(vm, parts, COUNT_OF(parts));
}

// An exception that never needed a namespace gets none by being asked.
static Value object_getstate(Vm *vm, Value *a) {
    bool bare = is_tagged(vm, a[0], T_EXCEPTION) && !attrs_has_dict(vm, a[0]);
    Value args[2] = {a[0], bare ? V_FALSE : V_TRUE};
    if (as_type(vm, class_of(vm, a[0]))->flags & TYPE_FIXED && has_attrs(vm, a[0])) {
        args[1] = attrs_dict(vm, a[0]); // which its class may hide
        TRY_VALUE(args[1]);
    }
    return copyreg_call(vm, "_getstate", 2, args);
}

static Value object_reduce(Vm *vm, Value *a) {
    Value args[2] = {a[0], int_value(0)};
    return copyreg_call(vm, "_reduce_ex", 2, args);
}

static Value object_reduce_ex(Vm *vm, Value *a) {
    Value own = special_method(vm, a[0], N___reduce__);
    if (own != object_method(vm, N___reduce__)) { return native_tail_special(vm, own, 1, a); }
    bool old = int_clamp_i64(vm, a[1]) < 2;
    Value plain = old ? V_UNBOUND : object_reduce_plain(vm, a[0]);
    if (plain != V_UNBOUND) { return plain; }
    return copyreg_call(vm, old ? "_reduce_ex" : "_reduce_2", old ? 2 : 1, a);
}

static Value object_get_class(Vm *vm, Value v) { return class_of(vm, v); }

// How many members (slots) of its own a class has; with `other`, only those whose names are also
// names of members of that class.
static uint32_t class_count_members(Vm *vm, Value cls, Value other) {
    Value key, v;
    uint32_t n = 0;
    for (uint32_t pos = 0; dict_next(vm, as_dict(vm, as_type(vm, cls)->dict), &pos, &key, &v);) {
        if (!is_tagged(vm, v, T_MEMBER) || ((const Member *)ref_ptr(vm, v))->owner != cls) {
            continue;
        }
        n += other == V_UNBOUND ||
             is_tagged(vm, dict_get_str(vm, as_dict(vm, as_type(vm, other)->dict), key), T_MEMBER);
    }
    return n;
}

// The first class on the way to object that is builtin, or brings members.
static Value class_with_layout(Vm *vm, Value cls) {
    while ((as_type(vm, cls)->flags & TYPE_HEAP) && !class_count_members(vm, cls, V_UNBOUND)) {
        cls = as_type(vm, cls)->base;
    }
    return cls;
}

// Instances of one guest class could be instances of the other.
static bool class_same_layout(Vm *vm, Value a, Value b) {
    if ((as_type(vm, a)->flags ^ as_type(vm, b)->flags) & TYPE_NO_DICT) { return false; }
    for (;;) {
        a = class_with_layout(vm, a);
        b = class_with_layout(vm, b);
        if (a == b) { return true; }
        if (!(as_type(vm, a)->flags & as_type(vm, b)->flags & TYPE_HEAP)) { return false; }
        uint32_t n = class_count_members(vm, a, b);
        if (n != class_count_members(vm, a, V_UNBOUND) ||
            n != class_count_members(vm, b, V_UNBOUND)) {
            return false;
        }
        a = as_type(vm, a)->base;
        b = as_type(vm, b)->base;
    }
}

// What a module has is in its namespace, so that classes differ only by the members they bring.
static bool module_set_class(Vm *vm, Value v, Value old, Value cls) {
    if (class_with_layout(vm, old) != class_with_layout(vm, cls)) {
        return raise_false(vm, EXC_TypeError,
                           "__class__ assignment: '%N' object layout differs from '%N'", cls, old);
    }
    Value shape = type_root_shape(vm, cls);
    if (shape == V_RAISED) { return false; }
    caches_flush(vm);
    obj_set(vm, ref_ptr(vm, v), &obj_ext(as_obj(vm, v))->shape, shape);
    return true;
}

static bool object_set_class(Vm *vm, Value v, Value cls) {
    if (cls == V_UNBOUND) {
        return raise_false(vm, EXC_TypeError, "can't delete __class__ attribute");
    }
    if (!is_type(vm, cls)) {
        return raise_false(vm, EXC_TypeError, "__class__ must be set to a class, not '%T' object",
                           cls);
    }
    Value old = class_of(vm, v);
    bool module = is_tagged(vm, v, T_MODULE) && as_type(vm, cls)->tag == T_MODULE;
    bool group = old == exc_class(vm, EXC_ExceptionGroup); // mutable there
    if (!module &&
        (type_is_immutable(as_type(vm, cls)) || (type_is_immutable(as_type(vm, old)) && !group))) {
        return raise_false(vm, EXC_TypeError,
                           "__class__ assignment only supported for mutable types or ModuleType "
                           "subclasses");
    }
    bool plain =
        is_ref(v) && as_obj(vm, v)->type == T_INSTANCE && as_type(vm, cls)->tag == T_INSTANCE;
    if (module && as_obj(vm, v)->ext) { return module_set_class(vm, v, old, cls); }
    if (!plain && (!has_attrs(vm, v) || as_type(vm, cls)->tag != as_obj(vm, v)->type ||
                   !(as_type(vm, cls)->flags & TYPE_HEAP))) {
        return raise_false(vm, EXC_TypeError,
                           "__class__ assignment: '%N' object layout differs from '%N'", cls, old);
    }
    if (!class_same_layout(vm, cls, old)) {
        return raise_false(vm, EXC_TypeError,
                           "__class__ assignment: '%N' object layout differs from '%N'", cls, old);
    }
    if (old == cls) { return true; }
    Value dict = attrs_dict(vm, v);
    if (dict == V_RAISED) { return false; }
    Value *shape = plain ? &((Instance *)ref_ptr(vm, v))->shape : &obj_ext(as_obj(vm, v))->shape;
    Value copy = shape_for_dict(vm, cls, as_shape(vm, *shape)->inline_cap);
    if (copy == V_RAISED) { return false; }
    obj_set(vm, ref_ptr(vm, v), shape, copy);
    return true;
}

Value object_get_dict(Vm *vm, Value v) {
    if (!has_attrs(vm, v) || (as_type(vm, class_of(vm, v))->flags & TYPE_NO_DICT)) {
        return raise_no_attribute(vm, v, vm_name(vm, N___dict__));
    }
    return attrs_dict(vm, v);
}

bool object_set_dict(Vm *vm, Value v, Value dict) {
    for (Value c = class_of(vm, v); is_ref(c); c = as_type(vm, c)->base) {
        if (as_type(vm, c)->flags & TYPE_FIXED) { return getset_readonly(vm, v, dict); }
    }
    if (!is_tagged(vm, dict, T_DICT)) {
        return raise_false(vm, EXC_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                           dict);
    }
    if (!has_attrs(vm, v)) { return raise_no_attribute(vm, v, vm_name(vm, N___dict__)), false; }
    return attrs_replace_dict(vm, v, dict);
}

static const NativeDef object_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", object_make, "Makes a new object."),
    LEAF("__init__", "self, /, *args, **kwargs", object_init, "Fills a new object."),
    LEAF("__eq__", "self, value, /", object_eq, "Whether self == value."),
    STEPS("__ne__", "self, value, /", object_ne, 0, NULL, "Whether self != value."),
    LEAF("__lt__", "self, value, /", object_order, "Whether self < value."),
    LEAF("__le__", "self, value, /", object_order, "Whether self <= value."),
    LEAF("__gt__", "self, value, /", object_order, "Whether self > value."),
    LEAF("__ge__", "self, value, /", object_order, "Whether self >= value."),
    LEAF("__hash__", "self, /", object_hash, "What hash(self) gives."),
    LEAF("__repr__", "self, /", object_repr, "What repr(self) gives."),
    TAIL("__str__", "self, /", object_str, "What str(self) gives."),
    TAIL("__format__", "self, format_spec: str, /", object_format,
         "The text by a format: str() for an empty one."),
    STEPS("__getattribute__", "self, name, /", object_getattribute_steps, 0, NULL,
          "What asking for an attribute does."),
    STEPS("__setattr__", "self, name, value, /", object_setattr_steps, 0, NULL,
          "What setting an attribute does."),
    STEPS("__delattr__", "self, name, /", object_delattr_steps, 0, NULL,
          "What deleting an attribute does."),
    TAIL("__dir__", "self, /", object_dir, "The names of the attributes."),
    LEAF("__sizeof__", "self, /", object_sizeof, "How many bytes the object takes."),
    TAIL("__getstate__", "self, /", object_getstate, "For pickle and copy."),
    TAIL("__reduce__", "self, /", object_reduce, "For pickle and copy."),
    TAIL("__reduce_ex__", "self, protocol: cint, /", object_reduce_ex, "For pickle and copy."),
    LEAF_CLASS("__init_subclass__", "cls, /", object_init_subclass,
               "Called on a class for each class that inherits from it."),
    LEAF_CLASS("__subclasshook__", "cls, object, /", object_subclasshook,
               "What issubclass() asks: NotImplemented for the usual way."),
    NATIVE_END,
};

static const GetSetDef object_getsets[] = {
    {"__class__", object_get_class, object_set_class, "class of the object"},
    {0},
};

const TypeDef object_type = {
    .new_sig = "()",
    .name = "object",
    .tag = T_OBJECT,
    .subclassable = true,
    .doc = "The class that every class derives from. An instance of it alone has no attributes and "
           "takes "
           "none.",
    .methods = object_methods,
    .getsets = object_getsets,
};
