// descr.c: property, classmethod, staticmethod, getset and member descriptors, super, and the proxy
// of a class's namespace. Their binding is in vm/attr.c.
#include "object/descr.h"

#include "object/annotations.h"
#include "object/construct.h"
#include "object/iter_state.h"
#include "rt/internals.h"
#include "rt/leaf_ops.h"
#include "rt/machine.h"

bool descr_check_get(Vm *vm, const Value *a) {
    if (a[1] != V_NONE || a[2] != V_NONE) { return true; }
    return raise_false(vm, EXC_TypeError, "__get__(None, None) is invalid");
}

// ---- property ----------------------------------------------------------------------------------

static Property *as_property(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value property_make(Vm *vm, Value *a) {
    Property *p = construct(vm, T_PROPERTY, a[0], 0);
    TRY(p);
    p->fget = p->fset = p->fdel = p->doc = V_NONE;
    p->name = V_UNBOUND;
    return ptr_value(vm, p);
}

// The docstring that is given, or else that of the function that gets. An exact property has it in a
// field; a derived one has an attribute, where its class wants one.
static Value property_init(Vm *vm, Value *a) {
    Property *p = as_property(vm, a[0]);
    bool from_getter = a[4] == V_NONE && a[1] != V_NONE;
    Value doc = from_getter ? getattr_leaf(vm, a[1], vm_name(vm, N___doc__)) : a[4];
    TRY_VALUE(doc);
    if (doc == V_STOP) { doc = V_NONE; }
    from_getter = from_getter && doc != V_NONE;
    obj_touch(vm, p);
    p->fget = a[1];
    p->fset = a[2];
    p->fdel = a[3];
    p->doc = V_NONE;
    p->name = V_UNBOUND;
    p->h.small = from_getter ? PROPERTY_DOC_FROM_GETTER : 0;
    if (doc != V_UNBOUND && is_exact(vm, a[0], T_PROPERTY)) {
        p->doc = doc;
        return V_NONE;
    }
    Value args[2] = {a[0], doc};
    return native_tail_internal(vm, I_PROPERTY_DOC, 2, args);
}

// I_PROPERTY_DOC. A class without room for a given docstring goes without; one of the getter's must fit.
Value property_doc_steps(Vm *vm, Frame *f) {
    enum { PDOC_START, PDOC_GOT, PDOC_NONE, PDOC_SET, PDOC_REFUSED };
    enum { SELF, DOC };
    Property *p = slot_obj(vm, f, SELF, T_PROPERTY);
    TRY(p);
    switch (native_state(f)) {
    case PDOC_START:
        if (f->slot[DOC] != V_UNBOUND) { break; }
        native_catch(f, PDOC_NONE);
        return native_call2(vm, f, PDOC_GOT, internal(vm, I_GETATTR), p->fget,
                            vm_name(vm, N___doc__));
    case PDOC_GOT:
        f->slot[DOC] = f->result;
        if (f->result == V_NONE) { p->h.small = 0; }
        break;
    case PDOC_NONE:
        if (!isinstance_exc(vm, f->result, EXC_AttributeError)) {
            return exc_restore(vm, f->result);
        }
        f->slot[DOC] = V_NONE;
        p->h.small = 0;
        break;
    case PDOC_REFUSED:
        if (p->h.small & PROPERTY_DOC_FROM_GETTER ||
            !isinstance_exc(vm, f->result, EXC_AttributeError)) {
            return exc_restore(vm, f->result);
        }
        return V_NONE;
    default: return V_NONE;
    }
    if (is_exact(vm, f->slot[SELF], T_PROPERTY)) {
        obj_set(vm, p, &p->doc, f->slot[DOC]);
        return V_NONE;
    }
    native_catch(f, PDOC_REFUSED);
    return native_call3(vm, f, PDOC_SET, internal(vm, I_SETATTR), f->slot[SELF],
                        vm_name(vm, N___doc__), f->slot[DOC]);
}

// A copy with one of the functions replaced. A docstring that was the getter's is asked for anew.
static Value property_with(Vm *vm, Value self, int which, Value f) {
    const Property *p = as_property(vm, self);
    Value args[4] = {p->fget, p->fset, p->fdel, p->doc};
    if (f != V_NONE) { args[which] = f; }
    if (p->h.small & PROPERTY_DOC_FROM_GETTER && args[0] != V_NONE) { args[3] = V_NONE; }
    return native_tailcall(vm, class_of(vm, self), 4, args);
}
static Value property_getter(Vm *vm, Value *a) { return property_with(vm, a[0], 0, a[1]); }
static Value property_setter(Vm *vm, Value *a) { return property_with(vm, a[0], 1, a[1]); }
static Value property_deleter(Vm *vm, Value *a) { return property_with(vm, a[0], 2, a[1]); }

Value raise_property(Vm *vm, const Property *p, Value obj, const char *what) {
    Value cls = class_of(vm, obj), name = p->name;
    if (name == V_UNBOUND && p->fget != V_NONE) {
        name = getattr_leaf(vm, p->fget, vm_name(vm, N___name__));
        TRY_VALUE(name);
    }
    if (p->name == V_UNBOUND && !isinstance_str(vm, name)) {
        return raise_error(vm, EXC_AttributeError, "property of %R object has no %s",
                           as_type(vm, cls)->qualname, what);
    }
    return raise_error(vm, EXC_AttributeError, "property %R of %R object has no %s", name,
                       as_type(vm, cls)->qualname, what);
}

static Value property_get(Vm *vm, Value *a) {
    const Property *p = as_property(vm, a[0]);
    TRY(descr_check_get(vm, a));
    if (a[1] == V_NONE) { return a[0]; }
    if (p->fget == V_NONE) { return raise_property(vm, p, a[1], "getter"); }
    return native_tailcall(vm, p->fget, 1, &a[1]);
}
// What the functions of a setter or deleter give is nobody's.
static Value property_set(Vm *vm, Frame *f) {
    const Property *p = as_property(vm, f->slot[0]);
    if (native_state(f) == 1) { return V_NONE; }
    if (p->fset == V_NONE) { return raise_property(vm, p, f->slot[1], "setter"); }
    return native_call2(vm, f, 1, p->fset, f->slot[1], f->slot[2]);
}
static Value property_delete(Vm *vm, Frame *f) {
    const Property *p = as_property(vm, f->slot[0]);
    if (native_state(f) == 1) { return V_NONE; }
    if (p->fdel == V_NONE) { return raise_property(vm, p, f->slot[1], "deleter"); }
    return native_call1(vm, f, 1, p->fdel, f->slot[1]);
}
static Value property_set_name(Vm *vm, Value *a) {
    const Tuple *args = as_tuple(vm, a[1]);
    if (args->h.n != 2) {
        return raise_error(vm, EXC_TypeError,
                           "__set_name__() takes 2 positional arguments but %u were given",
                           args->h.n);
    }
    Property *p = as_property(vm, a[0]);
    obj_set(vm, p, &p->name, args->items[1]);
    return V_NONE;
}

static Value property_get_fget(Vm *vm, Value v) { return as_property(vm, v)->fget; }
static Value property_get_fset(Vm *vm, Value v) { return as_property(vm, v)->fset; }
static Value property_get_fdel(Vm *vm, Value v) { return as_property(vm, v)->fdel; }
static Value property_get_doc(Vm *vm, Value v) { return as_property(vm, v)->doc; }
static bool property_set_doc(Vm *vm, Value v, Value x) {
    obj_set(vm, as_property(vm, v), &as_property(vm, v)->doc, x == V_UNBOUND ? V_NONE : x);
    return true;
}
static Value property_get_name(Vm *vm, Value v) {
    Value name = as_property(vm, v)->name;
    if (name != V_UNBOUND) { return name; }
    Value got = as_property(vm, v)->fget == V_NONE
                    ? V_STOP
                    : getattr_leaf(vm, as_property(vm, v)->fget, vm_name(vm, N___name__));
    if (got == V_STOP || got == V_UNBOUND) {
        return raise_no_attribute(vm, v, vm_name(vm, N___name__));
    }
    return got;
}
static bool property_put_name(Vm *vm, Value v, Value x) {
    obj_set(vm, as_property(vm, v), &as_property(vm, v)->name, x);
    return true;
}
// Whether a function says of itself that it is abstract: a bool. Guest code is not asked.
static Value function_is_abstract(Vm *vm, Value function) {
    Value name = intern_bytes(vm, "__isabstractmethod__", 20);
    TRY_VALUE(name);
    Value got = getattr_leaf(vm, function, name);
    if (got == V_UNBOUND && vm->leaf_depth == LEAF_DEPTH) {
        return raise_error(vm, EXC_RecursionError, "maximum recursion depth exceeded");
    }
    return got == V_RAISED ? got : bool_value(got == V_TRUE);
}

static Value property_get_abstract(Vm *vm, Value v) {
    const Property *p = as_property(vm, v);
    Value parts[3] = {p->fget, p->fset, p->fdel}, is = V_FALSE;
    for (uint32_t i = 0; i < 3 && is == V_FALSE; i++) {
        if (parts[i] != V_NONE) { is = function_is_abstract(vm, parts[i]); }
    }
    return is;
}

static const NativeDef property_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", property_make, NULL),
    TAIL("__init__", "self, fget=None, fset=None, fdel=None, doc=None", property_init,
         "Property attribute."),
    TAIL("__get__", "self, instance, owner=None, /", property_get, NULL),
    STEPS("__set__", "self, instance, value, /", property_set, 0, NULL, NULL),
    STEPS("__delete__", "self, instance, /", property_delete, 0, NULL, NULL),
    LEAF("__set_name__", "self, /, *args", property_set_name,
         "Called with the name under which a class has it."),
    TAIL("getter", "self, getter, /", property_getter, "A copy with another function that gets."),
    TAIL("setter", "self, setter, /", property_setter, "A copy with another function that sets."),
    TAIL("deleter", "self, deleter, /", property_deleter,
         "A copy with another function that deletes."),
    NATIVE_END,
};

static const GetSetDef property_getsets[] = {
    {"fget", property_get_fget, getset_readonly, NULL},
    {"fset", property_get_fset, getset_readonly, NULL},
    {"fdel", property_get_fdel, getset_readonly, NULL},
    {"__doc__", property_get_doc, property_set_doc, NULL},
    {"__name__", property_get_name, property_put_name, NULL},
    {"__isabstractmethod__", property_get_abstract, NULL, NULL},
    {0},
};

const TypeDef property_type = {
    .new_sig = "(fget=None, fset=None, fdel=None, doc=None)",
    .name = "property",
    .tag = T_PROPERTY,
    .subclassable = true,
    .doc = "Property attribute.",
    .methods = property_methods,
    .getsets = property_getsets,
};

// ---- classmethod and staticmethod --------------------------------------------------------------

static Wrapped *as_wrapped(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value wrapped_make(Vm *vm, Value cls, TypeTag tag) {
    Wrapped *w = construct(vm, tag, cls, 0);
    TRY(w);
    w->func = w->dict = V_NONE;
    return ptr_value(vm, w);
}
static Value classmethod_make(Vm *vm, Value *a) { return wrapped_make(vm, a[0], T_CLASSMETHOD); }
static Value staticmethod_make(Vm *vm, Value *a) { return wrapped_make(vm, a[0], T_STATICMETHOD); }

static Value staticmethod_call(Vm *vm, Value *a) {
    return native_tailcall_full(vm, as_wrapped(vm, a[0])->func, a[1], a[2]);
}
static Value staticmethod_get(Vm *vm, Value *a) {
    TRY(descr_check_get(vm, a));
    return as_wrapped(vm, a[0])->func;
}
static Value classmethod_get(Vm *vm, Value *a) {
    TRY(descr_check_get(vm, a));
    Value cls = a[2] == V_NONE ? class_of(vm, a[1]) : a[2];
    return method_new_plain(vm, as_wrapped(vm, a[0])->func, cls);
}
static Value wrapped_get_func(Vm *vm, Value v) { return as_wrapped(vm, v)->func; }

// The attributes that are copied from what is wrapped.
static const uint16_t wrapped_names[] = {N___module__, N___name__, N___qualname__, N___doc__};

static bool wrapped_is_copied(Vm *vm, Value name) {
    for (uint32_t i = 0; i < COUNT_OF(wrapped_names); i++) {
        if (name == vm_name(vm, (NameId)wrapped_names[i])) { return true; }
    }
    return false;
}

static bool wrapped_copy(Vm *vm, Dict *dict, Value func) {
    for (uint32_t i = 0; i < COUNT_OF(wrapped_names); i++) {
        Value name = vm_name(vm, (NameId)wrapped_names[i]), x = getattr_leaf(vm, func, name);
        if (x == V_RAISED) { return false; }
        if (x == V_STOP || x == V_UNBOUND) { continue; }
        if (!dict_set_str(vm, dict, name, x)) { return false; }
    }
    return true;
}

Value wrapped_dict(Vm *vm, Value v) {
    Wrapped *w = as_wrapped(vm, v);
    if (is_ref(w->dict)) { return w->dict; }
    Value dict = dict_new(vm, 4);
    TRY(dict != V_RAISED && wrapped_copy(vm, as_dict(vm, dict), w->func));
    obj_set(vm, w, &w->dict, dict);
    return dict;
}

static Value wrapped_init(Vm *vm, Value *a) {
    Wrapped *w = as_wrapped(vm, a[0]);
    if (w->func != V_NONE) { // again: what was copied stays where there is nothing new
        Value dict = wrapped_dict(vm, a[0]);
        TRY(dict != V_RAISED && wrapped_copy(vm, as_dict(vm, dict), a[1]));
    }
    obj_set(vm, w, &w->func, a[1]);
    return V_NONE;
}

static Value wrapped_get_dict(Vm *vm, Value v) {
    return has_attrs(vm, v) ? object_get_dict(vm, v) : wrapped_dict(vm, v);
}

static bool wrapped_set_dict(Vm *vm, Value v, Value dict) {
    if (has_attrs(vm, v)) { return object_set_dict(vm, v, dict); }
    if (dict == V_UNBOUND) { return raise_false(vm, EXC_TypeError, "cannot delete __dict__"); }
    if (!is_tagged(vm, dict, T_DICT)) {
        return raise_false(vm, EXC_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                           dict);
    }
    obj_set(vm, as_wrapped(vm, v), &as_wrapped(vm, v)->dict, dict);
    return true;
}

static Value wrapped_getattr(Vm *vm, Value v, Value name) {
    const Wrapped *w = as_wrapped(vm, v);
    Value own = type_lookup(vm, class_of(vm, v), name);
    if (own != V_UNBOUND && !wrapped_is_copied(vm, name)) { return V_UNBOUND; }
    if (is_ref(w->dict)) { return dict_get_str(vm, as_dict(vm, w->dict), name); }
    if (!wrapped_is_copied(vm, name) || w->func == V_NONE) { return V_UNBOUND; }
    Value got = getattr_leaf(vm, w->func, name);
    return got == V_STOP ? V_UNBOUND : got == V_UNBOUND ? V_CALLING : got;
}

static Value wrapped_get_abstract(Vm *vm, Value v) {
    return function_is_abstract(vm, as_wrapped(vm, v)->func);
}

// Annotations are the function's, which may have to be evaluated, unless others were set: row 0 for
// __annotations__, 1 for __annotate__.
static Value wrapped_annotated(Vm *vm, const Value *a, NameId id) {
    Value name = vm_name(vm, id), dict = as_wrapped(vm, a[0])->dict;
    Value own = is_ref(dict) ? dict_get_str(vm, as_dict(vm, dict), name) : V_UNBOUND;
    if (own != V_UNBOUND) { return own; }
    Value args[2] = {as_wrapped(vm, a[0])->func, name};
    return native_tail_internal(vm, I_GETATTR, 2, args);
}
static Value wrapped_annotated_set(Vm *vm, const Value *a, NameId id) {
    Value dict = wrapped_dict(vm, a[0]);
    TRY_VALUE(dict);
    return dict_set_str(vm, as_dict(vm, dict), vm_name(vm, id), a[1]) ? V_NONE : V_RAISED;
}
static Value wrapped_annotated_delete(Vm *vm, const Value *a, NameId id) {
    Value dict = wrapped_dict(vm, a[0]), name = vm_name(vm, id);
    TRY_VALUE(dict);
    if (dict_get_str(vm, as_dict(vm, dict), name) == V_UNBOUND) {
        return raise_no_attribute(vm, a[0], name);
    }
    dict_del_str(vm, as_dict(vm, dict), name);
    return V_NONE;
}

#define WRAPPED_ROWS(lower, ID)                                                                    \
    static Value wrapped_##lower(Vm *vm, Value *a) { return wrapped_annotated(vm, a, ID); }        \
    static Value wrapped_##lower##_set(Vm *vm, Value *a) {                                         \
        return wrapped_annotated_set(vm, a, ID);                                                   \
    }                                                                                              \
    static Value wrapped_##lower##_delete(Vm *vm, Value *a) {                                      \
        return wrapped_annotated_delete(vm, a, ID);                                                \
    }
WRAPPED_ROWS(annotations, N___annotations__)
WRAPPED_ROWS(annotate, N___annotate__)
#undef WRAPPED_ROWS

const NativeDef wrapped_annotations_natives[] = {
    TAIL("__annotations__", "self, /", wrapped_annotations, NULL),
    LEAF("__annotations__", "self, value, /", wrapped_annotations_set, NULL),
    LEAF("__annotations__", "self, /", wrapped_annotations_delete, NULL),
    TAIL("__annotate__", "self, /", wrapped_annotate, NULL),
    LEAF("__annotate__", "self, value, /", wrapped_annotate_set, NULL),
    LEAF("__annotate__", "self, /", wrapped_annotate_delete, NULL),
    NATIVE_END,
};

static Value wrapped_repr_steps(Vm *vm, Frame *f) {
    bool is_static = is_tagged(vm, f->slot[0], T_STATICMETHOD);
    if (native_state(f) == 0) {
        return native_call1(vm, f, 1, internal(vm, I_REPR), as_wrapped(vm, f->slot[0])->func);
    }
    return format_text(vm, is_static ? "<staticmethod(%U)>" : "<classmethod(%U)>", f->result);
}

static const NativeDef classmethod_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", classmethod_make, NULL),
    LEAF("__init__", "self, function, /", wrapped_init, NULL),
    LEAF("__get__", "self, instance, owner=None, /", classmethod_get, NULL),
    STEPS("__repr__", "self, /", wrapped_repr_steps, 0, NULL, "What repr(self) gives."),
    NATIVE_END,
};
static const NativeDef staticmethod_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", staticmethod_make, NULL),
    LEAF("__init__", "self, function, /", wrapped_init, NULL),
    LEAF("__get__", "self, instance, owner=None, /", staticmethod_get, NULL),
    TAIL("__call__", "self, /, *args, **kwargs", staticmethod_call,
         "What calling the object does."),
    STEPS("__repr__", "self, /", wrapped_repr_steps, 0, NULL, "What repr(self) gives."),
    NATIVE_END,
};
static const GetSetDef wrapped_getsets[] = {
    {"__func__", wrapped_get_func, getset_readonly, NULL},
    {"__wrapped__", wrapped_get_func, getset_readonly, NULL},
    {"__dict__", wrapped_get_dict, wrapped_set_dict, NULL},
    {"__isabstractmethod__", wrapped_get_abstract, NULL, NULL},
    {0},
};

const TypeDef classmethod_type = {
    .new_sig = "(function, /)",
    .name = "classmethod",
    .tag = T_CLASSMETHOD,
    .subclassable = true,
    .doc = "A function that becomes a method of the class: it gets the class first.",
    .methods = classmethod_methods,
    .getsets = wrapped_getsets,
    .getattr = wrapped_getattr,
};

const TypeDef staticmethod_type = {
    .new_sig = "(function, /)",
    .name = "staticmethod",
    .tag = T_STATICMETHOD,
    .subclassable = true,
    .doc = "A function that stays one in a class.",
    .methods = staticmethod_methods,
    .getsets = wrapped_getsets,
    .getattr = wrapped_getattr,
};

// ---- getset and member -------------------------------------------------------------------------

bool getset_readonly(Vm *vm, Value self, Value v) {
    (void)self, (void)v;
    return raise_false(vm, EXC_AttributeError, "readonly attribute");
}

static Value getset_repr(Vm *vm, Value v) {
    const GetSet *g = ref_ptr(vm, v);
    return format_text(vm, "<%s '%U' of '%N' objects>",
                       g->h.small & GETSET_MEMBER ? "member" : "attribute", g->name, g->owner);
}
static Value descr_get_name(Vm *vm, Value v) { return ((GetSet *)ref_ptr(vm, v))->name; }
static Value descr_get_owner(Vm *vm, Value v) { return ((GetSet *)ref_ptr(vm, v))->owner; }
static Value descr_get_qualname(Vm *vm, Value v) {
    const GetSet *g = ref_ptr(vm, v);
    return format_text(vm, "%U.%U", as_type(vm, g->owner)->qualname, g->name);
}
static Value getset_get_doc(Vm *vm, Value v) { return ((GetSet *)ref_ptr(vm, v))->doc; }
static Value member_get_doc(Vm *vm, Value v) {
    return is_tagged(vm, v, T_GETSET) ? getset_get_doc(vm, v) : V_NONE;
}

static Value descr_get(Vm *vm, Value *a) {
    TRY(descr_check_get(vm, a));
    if (a[1] == V_NONE) { return a[0]; }
    return bind_descriptor_leaf(vm, a[0], a[1], class_of(vm, a[1]));
}
static Value getset_set(Vm *vm, Value *a) {
    const GetSet *g = ref_ptr(vm, a[0]);
    const GetSetDef *def = getset_def(vm, g);
    if (!self_fits(vm, a[1], (TypeTag)g->self_tag, g->owner)) {
        return raise_error(vm, EXC_TypeError,
                           "descriptor '%U' for '%N' objects doesn't apply to a '%T' object",
                           g->name, g->owner, a[1]);
    }
    if (!def->set) {
        return raise_error(vm, EXC_AttributeError, "attribute '%U' of '%N' objects is not writable",
                           g->name, g->owner);
    }
    if (def->set(vm, a[1], a[2])) { return V_NONE; }
    if (!def->steps || vm->alloc_failed || vm->head->exc != V_NONE) { return V_RAISED; }
    return native_tailcall(vm, internal(vm, (Internal)def->steps), 2, a + 1);
}
static Value getset_delete(Vm *vm, Value *a) {
    Value args[3] = {a[0], a[1], V_UNBOUND};
    return getset_set(vm, args);
}
// By name, as getattr finds it.
static Value member_reduce(Vm *vm, Value *a) {
    const Member *m = ref_ptr(vm, a[0]);
    Value args[2] = {m->owner, m->name};
    return reduce_by_builtin(vm, "getattr", args, 2, V_UNBOUND);
}
// A member is one of __slots__, or an attribute of a builtin class that is a field of its objects.
static Value member_set_native(Vm *vm, Value *a) {
    if (is_tagged(vm, a[0], T_GETSET)) { return getset_set(vm, a); }
    return member_put(vm, a[0], a[1], a[2]) ? V_NONE : V_RAISED;
}
static Value member_delete(Vm *vm, Value *a) {
    if (is_tagged(vm, a[0], T_GETSET)) { return getset_delete(vm, a); }
    return member_put(vm, a[0], a[1], V_UNBOUND) ? V_NONE : V_RAISED;
}

static const NativeDef getset_methods[] = {
    LEAF("__get__", "self, instance, owner=None, /", descr_get, NULL),
    LEAF("__delete__", "self, instance, /", getset_delete, NULL),
    TAIL("__set__", "self, instance, value, /", getset_set, NULL),
    NATIVE_END,
};
static const GetSetDef getset_getsets[] = {
    {"__name__", descr_get_name, getset_readonly, NULL},
    {"__qualname__", descr_get_qualname, NULL, NULL},
    {"__objclass__", descr_get_owner, getset_readonly, NULL},
    {"__doc__", getset_get_doc, NULL, NULL},
    {0},
};

const TypeDef getset_type = {
    .name = "getset_descriptor",
    .tag = T_GETSET,
    .hidden = true,
    .methods = getset_methods,
    .getsets = getset_getsets,
    .repr = getset_repr,
};

static Value member_repr(Vm *vm, Value v) {
    const Member *m = ref_ptr(vm, v);
    return format_text(vm, "<member '%U' of '%N' objects>", m->name, m->owner);
}

static const NativeDef member_methods[] = {
    LEAF("__reduce__", "self, /", member_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    LEAF("__get__", "self, instance, owner=None, /", descr_get, NULL),
    LEAF("__set__", "self, instance, value, /", member_set_native, NULL),
    LEAF("__delete__", "self, instance, /", member_delete, NULL),
    NATIVE_END,
};
static const GetSetDef member_getsets[] = {
    {"__name__", descr_get_name, getset_readonly, NULL},
    {"__qualname__", descr_get_qualname, NULL, NULL},
    {"__objclass__", descr_get_owner, getset_readonly, NULL},
    {"__doc__", member_get_doc, NULL, NULL},
    {0},
};

const TypeDef member_type = {
    .name = "member_descriptor",
    .tag = T_MEMBER,
    .hidden = true,
    .methods = member_methods,
    .getsets = member_getsets,
    .repr = member_repr,
};

// ---- super -------------------------------------------------------------------------------------

static Value super_make(Vm *vm, Value *a) {
    Super *s = construct(vm, T_SUPER, a[0], 0);
    TRY(s);
    s->cls = s->self = s->self_type = V_NONE;
    return ptr_value(vm, s);
}

static Value super_fill(Vm *vm, Super *s, Value cls, Value self) {
    Value type = super_self_type(vm, cls, self);
    if (type == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError,
                           "super(type, obj): obj (%s %K) is not an instance or subtype of type "
                           "(%K).",
                           is_type(vm, self) ? "type" : "instance of",
                           is_type(vm, self) ? self : class_of(vm, self), cls);
    }
    obj_touch(vm, s);
    s->cls = cls;
    s->self = self;
    s->self_type = type;
    return V_NONE;
}

static Value super_init(Vm *vm, Value *a) {
    Super *s = ref_ptr(vm, a[0]);
    Value cls = a[1], self = a[2];
    const Tuple *rest = as_tuple(vm, a[3]);
    if (rest->h.n) {
        return raise_error(vm, EXC_TypeError, "super() expected at most 2 arguments, got %u",
                           rest->h.n + 2);
    }
    if (cls == V_UNBOUND) { TRY(super_of_caller(vm, &cls, &self)); }
    if (!is_type(vm, cls)) {
        return raise_error(vm, EXC_TypeError, "super() argument 1 must be a type, not %T", cls);
    }
    if (self != V_UNBOUND && self != V_NONE) { return super_fill(vm, s, cls, self); }
    obj_touch(vm, s);
    s->cls = cls;
    s->self = s->self_type = V_NONE;
    return V_NONE;
}

// A super object without an object gets one when it is read from an instance.
static Value super_get(Vm *vm, Value *a) {
    const Super *s = ref_ptr(vm, a[0]);
    TRY(descr_check_get(vm, a));
    if (a[1] == V_NONE || s->self != V_NONE) { return a[0]; }
    if (class_of(vm, a[0]) != type_of_tag(vm, T_SUPER)) {
        Value args[2] = {s->cls, a[1]};
        return native_tailcall(vm, class_of(vm, a[0]), 2, args);
    }
    Super *bound = heap_new(vm, T_SUPER, 0);
    TRY(bound);
    bound->cls = bound->self = bound->self_type = V_NONE;
    TRY_VALUE(super_fill(vm, bound, s->cls, a[1]));
    return ptr_value(vm, bound);
}

static Value super_repr(Vm *vm, Value v) {
    const Super *s = ref_ptr(vm, v);
    if (!is_type(vm, s->cls)) { return str_new_cstr(vm, "<super: <class 'NULL'>, NULL>"); }
    if (!is_ref(s->self_type)) { return format_text(vm, "<super: <class '%N'>, NULL>", s->cls); }
    return format_text(vm, "<super: <class '%N'>, <%N object>>", s->cls, s->self_type);
}

static Value super_get_thisclass(Vm *vm, Value v) { return ((Super *)ref_ptr(vm, v))->cls; }
static Value super_get_self(Vm *vm, Value v) { return ((Super *)ref_ptr(vm, v))->self; }
static Value super_get_self_class(Vm *vm, Value v) { return ((Super *)ref_ptr(vm, v))->self_type; }

static const NativeDef super_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", super_make, NULL),
    LEAF("__init__", "self, type=UNBOUND, object=UNBOUND, /, *more", super_init, NULL),
    STEPS("__getattribute__", "self, name, /", type_getattribute_steps, 0, NULL,
          "What asking for an attribute does."),
    TAIL("__get__", "self, instance, owner=None, /", super_get,
         "The attribute, of an object or of its class."),
    NATIVE_END,
};
static const GetSetDef super_getsets[] = {
    {"__thisclass__", super_get_thisclass, getset_readonly,
     "class behind which the look-up begins"},
    {"__self__", super_get_self, getset_readonly,
     "object whose classes are looked through, or None"},
    {"__self_class__", super_get_self_class, getset_readonly,
     "the class of the object that super() was called for, or None"},
    {0},
};

const TypeDef super_type = {
    .name = "super",
    .tag = T_SUPER,
    .subclassable = true,
    .doc = "The attributes that come next behind a class, in the order of an object's classes.",
    .methods = super_methods,
    .getsets = super_getsets,
    .repr = super_repr,
    .getattr = super_getattr,
};
