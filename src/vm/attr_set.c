// attr_set.c: setting and deleting attributes, and the errors of attribute access.
#include "vm/ops.h"

#include "object/descr.h"
#include "object/module.h"
#include "rt/internals.h"
#include "vm/internals.h"

static const char *immutable_reason(Vm *vm, Value v) {
    return is_type(vm, v) && type_is_immutable(as_type(vm, v)) ? "type" : NULL;
}

bool class_has_attr(Vm *vm, Value cls, Value attr) {
    const Tuple *mro = as_tuple(vm, as_type(vm, cls)->mro);
    for (uint32_t i = 0; i < mro->h.n; i++) {
        Value key, value;
        Dict *d = as_dict(vm, as_type(vm, mro->items[i])->dict);
        for (uint32_t pos = 0; dict_next(vm, d, &pos, &key, &value);) {
            if (value == attr) { return true; }
        }
    }
    return false;
}

typedef enum SetFound { SET_DONE, SET_RAISED, SET_CALL } SetFound;

static SetFound set_property(Vm *vm, Value attr, Value v, Value value, Value *callee) {
    const Property *p = ref_ptr(vm, attr);
    Value f = value == V_UNBOUND ? p->fdel : p->fset;
    if (f == V_NONE && p->h.small & PROPERTY_FIXED) {
        raise_error(vm, EXC_AttributeError, "attribute '%U' of '%T' objects is not writable",
                    p->name, v);
        return SET_RAISED;
    }
    if (f == V_NONE) {
        raise_property(vm, p, v, value == V_UNBOUND ? "deleter" : "setter");
        return SET_RAISED;
    }
    *callee = f;
    return SET_CALL;
}

static SetFound set_getset(Vm *vm, Value attr, Value v, Value value, Value *callee) {
    const GetSet *g = ref_ptr(vm, attr);
    const GetSetDef *def = getset_def(vm, g);
    if (!def->set) {
        raise_error(vm, EXC_AttributeError, "attribute '%U' of '%N' objects is not writable",
                    g->name, g->owner);
        return SET_RAISED;
    }
    if (def->set(vm, v, value)) { return SET_DONE; }
    if (!def->steps || vm->alloc_failed || vm->head->exc != V_NONE) { return SET_RAISED; }
    *callee = internal(vm, (Internal)def->steps);
    return SET_CALL;
}

static SetFound set_own(Vm *vm, Value v, Value name, Value value) {
    if (value == V_UNBOUND) {
        int done = attrs_del(vm, v, name);
        if (done == 0) { raise_no_attribute(vm, v, name); }
        if (done == 0 && as_obj(vm, v)->ext && attrs_dict(vm, v) == V_RAISED) {
            return SET_RAISED; // the look has made the dict, which __reduce__ shows
        }
        return done > 0 ? SET_DONE : SET_RAISED;
    }
    return attrs_set(vm, v, name, value) ? SET_DONE : SET_RAISED;
}

static SetFound set_in_dict(Vm *vm, Value v, Dict *d, Value name, Value value) {
    if (value != V_UNBOUND) { return dict_set_str(vm, d, name, value) ? SET_DONE : SET_RAISED; }
    if (dict_del_str(vm, d, name)) { return SET_DONE; }
    if (!is_tagged(vm, v, T_MODULE)) {
        raise_no_attribute(vm, v, name);
    } else { // told as of any object, not as when it is read
        raise_error(vm, EXC_AttributeError, "'%T' object has no attribute '%U'", v, name);
    }
    return SET_RAISED;
}

static SetFound set_no_room(Vm *vm, Value v, Value name, Value attr) {
    if (attr != V_UNBOUND) {
        raise_error(vm, EXC_AttributeError, "'%T' object attribute '%U' is read-only", v, name);
    } else {
        // A class with a __setattr__ of its own may know better where attributes are kept.
        Value own = type_lookup(vm, class_of(vm, v), vm_name(vm, N___setattr__));
        bool plain = own == type_lookup(vm, vm->types[T_OBJECT], vm_name(vm, N___setattr__));
        raise_error(vm, EXC_AttributeError, "'%T' object has no attribute '%U'%s", v, name,
                    plain ? " and no __dict__ for setting new attributes" : "");
        attribute_error_of(vm, v, name);
    }
    return SET_RAISED;
}

// Sets (value V_UNBOUND: deletes) by Python's rules. SET_CALL: *callee is to be called with
// (v, value), or with (descriptor, v, value) when *descriptor is set.
static SetFound find_set(Vm *vm, Value v, Value name, Value value, Value *callee,
                         Value *descriptor) {
    Value cls = class_of(vm, v);
    Value attr = immutable_reason(vm, v) ? V_UNBOUND : type_lookup(vm, cls, name);
    *descriptor = V_UNBOUND;
    if (is_ref(attr)) {
        const Obj *o = as_obj(vm, attr);
        if (o->type == T_PROPERTY) { return set_property(vm, attr, v, value, callee); }
        if (o->type == T_GETSET) { return set_getset(vm, attr, v, value, callee); }
        if (o->type == T_MEMBER) { return member_put(vm, attr, v, value) ? SET_DONE : SET_RAISED; }
        if (o->type == T_TUPLEGETTER) {
            raise_error(vm, EXC_AttributeError, "can't %s attribute",
                        value == V_UNBOUND ? "delete" : "set");
            return SET_RAISED;
        }
        if (o->type == T_INSTANCE || o->ext) {
            NameId hook = value == V_UNBOUND ? N___delete__ : N___set__;
            Value m = special_method(vm, attr, hook);
            if (m != V_UNBOUND) {
                *callee = m;
                *descriptor = attr;
                return SET_CALL;
            }
            NameId other = value == V_UNBOUND ? N___set__ : N___delete__;
            if (special_method(vm, attr, other) != V_UNBOUND) {
                raise_error(vm, EXC_AttributeError, "%s",
                            value == V_UNBOUND ? "__delete__" : "__set__");
                return SET_RAISED;
            }
        }
    }
    if (is_type(vm, v)) {
        if (immutable_reason(vm, v)) {
            raise_error(vm, EXC_TypeError, "cannot set '%U' attribute of immutable type '%N'", name,
                        v);
            return SET_RAISED;
        }
        return type_set_attr(vm, v, name, value) ? SET_DONE : SET_RAISED;
    }
    if (has_attrs(vm, v)) {
        if (as_type(vm, cls)->flags & TYPE_NO_DICT) { return set_no_room(vm, v, name, attr); }
        return set_own(vm, v, name, value);
    }
    if (is_ref(v) && as_obj(vm, v)->type == T_MODULE) {
        return set_in_dict(vm, v, module_dict(vm, v), name, value);
    }
    if (is_exact(vm, v, T_STATICMETHOD) || is_exact(vm, v, T_CLASSMETHOD)) {
        Value d = wrapped_dict(vm, v);
        return d == V_RAISED ? SET_RAISED : set_in_dict(vm, v, as_dict(vm, d), name, value);
    }
    if (is_exact(vm, v, T_FUNCTION)) {
        return function_set_attr(vm, v, name, value) ? SET_DONE : SET_RAISED;
    }
    return set_no_room(vm, v, name, attr);
}

// Does what the cache of a STORE_ATTR says: a slot's number, or the shape that has one more. False:
// there is no room for it yet.
static bool setattr_cached(Vm *vm, Value v, Value where, Value value) {
    uint32_t i = is_int(where) ? (uint32_t)int_of(where) : as_shape(vm, where)->n - 1;
    Obj *owner, *o = ref_ptr(vm, v);
    Value *place = attrs_place(vm, v, i, &owner);
    if (!place) { return false; }
    obj_set(vm, owner, place, value);
    if (is_int(where)) { return true; }
    obj_set(vm, o, o->type == T_INSTANCE ? &((Instance *)o)->shape : &obj_ext(o)->shape, where);
    return true;
}

// Whether an attribute of this name is set in the object: what its class has does not ask for it. The
// class of an object in the class may become a descriptor's later, and is looked at for that.
static bool stores_directly(Vm *vm, Value attr) {
    if (!is_ref(attr) || is_tagged(vm, attr, T_MEMBER)) { return true; }
    const Obj *o = as_obj(vm, attr);
    if (o->type == T_PROPERTY || o->type == T_GETSET || o->type == T_TUPLEGETTER) { return false; }
    if (o->type != T_INSTANCE && !o->ext) { return true; }
    if (special_method(vm, attr, N___set__) != V_UNBOUND ||
        special_method(vm, attr, N___delete__) != V_UNBOUND) {
        return false;
    }
    type_mark_cached(vm, class_of(vm, attr));
    return true;
}

// An attribute of v was set, which had the shape `before`: remembers where it went, when it may go
// there directly the next time.
static void setattr_remember(Vm *vm, Value v, Value before, Value name, CacheEntry *cache) {
    Value shape = attrs_shape(vm, v);
    const Shape *s = as_shape(vm, shape), *old = as_shape(vm, before);
    Value attr = type_lookup(vm, s->cls, name);
    bool member = is_ref(attr) && is_tagged(vm, attr, T_MEMBER);
    int32_t i = s->flags & SHAPE_DICT ? -1 : shape_find(vm, s, member ? attr : name);
    Obj *owner;
    if (i < 0 || !attrs_place(vm, v, (uint32_t)i, &owner) || !stores_directly(vm, attr)) { return; }
    if (shape == before) {
        site_remember(vm, before, name, SITE_STORE, int_value(i), cache);
    } else if ((uint32_t)i == old->n && s->n == old->n + 1 && s->cls == old->cls) {
        site_remember(vm, before, name, SITE_STORE, shape, cache);
    }
}

Value op_setattr(Vm *vm, Value v, Value name, Value value, CacheEntry *cache, uint64_t ret) {
    Value before = attrs_shape(vm, v);
    if (before != V_NONE && site_recall(vm, before, name, SITE_STORE, cache) &&
        setattr_cached(vm, v, cache->value, value)) {
        return V_NONE;
    }
    Value cls = class_of(vm, v), callee, descriptor;
    if (as_type(vm, cls)->flags & TYPE_SETATTR) {
        Value hook = type_lookup(vm, cls, vm_name(vm, N___setattr__));
        Value args[3] = {v, name, value};
        if (is_exact(vm, hook, T_FUNCTION)) { return vm_call(vm, hook, args, 3, V_NONE, ret); }
        return op_internal(vm, I_SETATTR, args, ret);
    }
    SetFound found = find_set(vm, v, name, value, &callee, &descriptor);
    if (found == SET_CALL) {
        Value args[3] = {descriptor, v, value};
        bool plain = descriptor == V_UNBOUND;
        return vm_call(vm, callee, plain ? args + 1 : args, plain ? 2 : 3, V_NONE, ret);
    }
    if (found == SET_RAISED) { return V_RAISED; }
    if (before != V_NONE) { setattr_remember(vm, v, before, name, cache); }
    return V_NONE;
}

Value op_delattr(Vm *vm, Value v, Value name, uint64_t ret) {
    Value args[2] = {v, name};
    return op_internal(vm, I_DELATTR, args, ret);
}

static Value set_steps(Vm *vm, Frame *f, Value value, bool hooks) {
    Value v = f->slot[0], name = f->slot[1], callee, descriptor, cls = class_of(vm, v);
    if (native_state(f) == 1) { return V_NONE; }
    if (!isinstance_str(vm, name)) {
        return raise_error(vm, EXC_TypeError, "attribute name must be string, not '%T'", name);
    }
    name = intern_str(vm, name);
    TRY_VALUE(name);
    if (hooks && (as_type(vm, cls)->flags & TYPE_SETATTR)) {
        NameId id = value == V_UNBOUND ? N___delattr__ : N___setattr__;
        if (special_method(vm, v, id) != object_method(vm, id)) {
            Value args[2] = {name, value};
            return native_call_method(vm, f, 1, v, vm_name(vm, id), value == V_UNBOUND ? 1 : 2,
                                      args);
        }
    }
    switch (find_set(vm, v, name, value, &callee, &descriptor)) {
    case SET_DONE: return V_NONE;
    case SET_RAISED: return V_RAISED;
    default: break;
    }
    Value args[3] = {descriptor, v, value};
    uint32_t from = descriptor == V_UNBOUND, n = (value == V_UNBOUND ? 2 : 3) - from;
    if (n == 1) { return native_call1(vm, f, 1, callee, args[from]); }
    if (n == 2) { return native_call2(vm, f, 1, callee, args[from], args[from + 1]); }
    return native_call3(vm, f, 1, callee, args[0], args[1], args[2]);
}

Value setattr_steps(Vm *vm, Frame *f) { return set_steps(vm, f, f->slot[2], true); }
Value delattr_steps(Vm *vm, Frame *f) { return set_steps(vm, f, V_UNBOUND, true); }
Value type_setattr_steps(Vm *vm, Frame *f) { return set_steps(vm, f, f->slot[2], false); }
Value type_delattr_steps(Vm *vm, Frame *f) { return set_steps(vm, f, V_UNBOUND, false); }

// object's are not for classes, which have their own.
static bool attr_not_of_class(Vm *vm, Value v, const char *method) {
    return !is_type(vm, v) ||
           raise_false(vm, EXC_TypeError, "can't apply this %s to %T object", method, v);
}

Value object_setattr_steps(Vm *vm, Frame *f) {
    TRY(attr_not_of_class(vm, f->slot[0], "__setattr__"));
    return type_setattr_steps(vm, f);
}
Value object_delattr_steps(Vm *vm, Frame *f) {
    TRY(attr_not_of_class(vm, f->slot[0], "__delattr__"));
    return type_delattr_steps(vm, f);
}
