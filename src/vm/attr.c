// attr.c: attribute access. find_attr applies Python's order (data descriptors of the class, the
// instance, then other attributes of the class; "Descriptor Guide"); what remains to be bound by
// guest code is called by the op_ functions for instructions and by the steps natives for the rest.
#include "vm/ops.h"

#include "object/exc.h"
#include "object/alias.h"
#include "object/descr.h"
#include "object/module.h"
#include "rt/internals.h"
#include "vm/internals.h"

typedef enum AttrFound {
    ATTR_VALUE, // *out is the result
    ATTR_BIND,  // *out stands in the class and must be bound by guest code
    ATTR_ABSENT,
    ATTR_ELSEWHERE, // it is another object's, by guest code: ask_elsewhere
    ATTR_RAISED,
} AttrFound;

// The attributes of an alias are its origin's, those of a bound method its function's.
static Value attr_owner(Vm *vm, Value v) {
    if (is_tagged(vm, v, T_ALIAS)) { return ((const Alias *)ref_ptr(vm, v))->origin; }
    bool method = is_exact(vm, v, T_METHOD) && class_of(vm, v) == vm->types[T_METHOD];
    return method ? ((BoundMethod *)ref_ptr(vm, v))->func : v;
}

static bool has_special(Vm *vm, Value v, NameId name) {
    return is_ref(v) && special_method(vm, v, name) != V_UNBOUND;
}

static bool is_data_descriptor(Vm *vm, Value attr) {
    if (!is_ref(attr)) { return false; }
    const Obj *o = ref_ptr(vm, attr);
    switch (o->type) {
    case T_PROPERTY:
    case T_GETSET:
    case T_TUPLEGETTER:
    case T_MEMBER: return true;
    default:
        if ((o->type != T_INSTANCE && !o->ext) || !has_special(vm, attr, N___get__)) {
            return false; // what cannot be read through it does not hide the instance's own
        }
        return has_special(vm, attr, N___set__) || has_special(vm, attr, N___delete__);
    }
}

static bool member_check(Vm *vm, const Member *m, Value obj) {
    if (has_attrs(vm, obj) && is_subclass_of(vm, class_of(vm, obj), m->owner)) { return true; }
    return raise_false(vm, EXC_TypeError,
                       "descriptor '%U' for '%N' objects doesn't apply to a '%T' object", m->name,
                       m->owner, obj);
}

static Value bind_member(Vm *vm, Value attr, Value obj) {
    const Member *m = ref_ptr(vm, attr);
    TRY(member_check(vm, m, obj));
    Value v = member_get(vm, obj, attr);
    if (v != V_UNBOUND) { return v; }
    Value shown = class_full_name(vm, class_of(vm, obj));
    TRY_VALUE(shown);
    raise_error(vm, EXC_AttributeError, "'%U' object has no attribute '%U'", shown, m->name);
    return attribute_error_of(vm, obj, m->name);
}

bool member_put(Vm *vm, Value member, Value v, Value value) {
    const Member *m = ref_ptr(vm, member);
    if (!member_check(vm, m, v)) { return false; }
    if (m->h.small & MEMBER_ONCE && member_get(vm, v, member) != V_UNBOUND) {
        return getset_readonly(vm, v, value);
    }
    if (value != V_UNBOUND) { return member_set(vm, v, member, value); }
    if (member_del(vm, v, member)) { return true; }
    return raise_with(vm, EXC_AttributeError, m->name), false;
}

static Value bind_native_attr(Vm *vm, Value attr, Value obj, Value cls) {
    const NativeObj *nat = ref_ptr(vm, attr);
    if (nat->flags & NATIVE_CLASS) {
        // __new__ is not bound, as a static method
        if (nat->name == vm_name(vm, N___new__)) { return attr; }
        return method_new(vm, attr, cls);
    }
    return (nat->flags & PARAM_SELF) && obj != V_UNBOUND ? method_new(vm, attr, obj) : attr;
}

Value bind_descriptor_leaf(Vm *vm, Value attr, Value obj, Value cls) {
    if (!is_ref(attr)) { return attr; }
    const Obj *o = ref_ptr(vm, attr);
    switch (o->type) {
    case T_FUNCTION: return obj == V_UNBOUND ? attr : method_new(vm, attr, obj);
    case T_NATIVE: return bind_native_attr(vm, attr, obj, cls);
    case T_CLASSMETHOD: return method_new_plain(vm, ((const Wrapped *)o)->func, cls);
    case T_STATICMETHOD: return ((const Wrapped *)o)->func;
    case T_GETSET: {
        const GetSet *g = (const GetSet *)o;
        if (obj == V_UNBOUND) { return attr; }
        if (!self_fits(vm, obj, (TypeTag)g->self_tag, g->owner)) {
            return raise_error(vm, EXC_TypeError,
                               "descriptor '%U' for '%N' objects doesn't apply to a '%T' object",
                               g->name, g->owner, obj);
        }
        return getset_def(vm, g)->get(vm, obj);
    }
    case T_MEMBER: return obj == V_UNBOUND ? attr : bind_member(vm, attr, obj);
    case T_PROPERTY: return obj == V_UNBOUND ? attr : V_UNBOUND;
    case T_TUPLEGETTER: {
        uint32_t at = ((const TupleGetter *)o)->index;
        if (obj == V_UNBOUND) { return attr; }
        bool has = is_tagged(vm, obj, T_TUPLE) && at < as_tuple(vm, obj)->h.n;
        return has ? as_tuple(vm, obj)->items[at] : V_UNBOUND;
    }
    case T_PARTIAL:
    case T_LRU_CACHE:
        if (class_of(vm, attr) != vm->types[o->type]) { goto other; }
        return obj == V_UNBOUND ? attr : method_new(vm, attr, obj);
    case T_INSTANCE: return has_special(vm, attr, N___get__) ? V_UNBOUND : attr;
    case T_SUPER: // without an object it gets this one
        return obj != V_UNBOUND && ((const Super *)o)->self == V_NONE ? V_UNBOUND : attr;
    default:
    other:
        return o->ext && has_special(vm, attr, N___get__) ? V_UNBOUND : attr;
    }
}

Value bind_special(Vm *vm, Value attr, Value obj, Value cls) {
    Value bound = bind_descriptor_leaf(vm, attr, obj, cls);
    if (bound != V_UNBOUND) { return bound; }
    Value items[3] = {attr, obj == V_UNBOUND ? V_NONE : obj, cls};
    Value parts = tuple_from(vm, items, 3);
    return parts == V_RAISED ? parts : method_new_plain(vm, internal(vm, I_BIND_CALL), parts);
}

Value native_tail_special(Vm *vm, Value attr, uint32_t n, const Value *a) {
    if (is_exact(vm, attr, T_FUNCTION) || is_exact(vm, attr, T_NATIVE)) {
        return native_tailcall(vm, attr, n, a);
    }
    Value bound = bind_special(vm, attr, a[0], class_of(vm, a[0]));
    TRY_VALUE(bound);
    return native_tailcall(vm, bound, n - 1, a + 1);
}

// I_BIND_CALL: for special methods whose descriptors are in Python, and properties.
Value bind_call_steps(Vm *vm, Frame *f) {
    enum { BIND_START, BIND_BOUND };
    enum { ATTR, ARGS, KWARGS };
    const Tuple *parts = slot_obj(vm, f, ATTR, T_TUPLE);
    TRY(parts);
    if (native_state(f) == BIND_BOUND) {
        return native_tailcall_full(vm, f->result, f->slot[ARGS], f->slot[KWARGS]);
    }
    if (parts->h.n != 3) { return raise_stop(vm, STOP_CORRUPT); }
    return native_call_method(vm, f, BIND_BOUND, parts->items[0], vm_name(vm, N___get__), 2,
                              &parts->items[1]);
}

static AttrFound bind_found(Vm *vm, Value attr, Value obj, Value cls, Value *out) {
    Value v = bind_descriptor_leaf(vm, attr, obj, cls);
    *out = v == V_UNBOUND ? attr : v;
    return v == V_RAISED ? ATTR_RAISED : v == V_UNBOUND ? ATTR_BIND : ATTR_VALUE;
}

// The class's own __doc__, bound as if it was any attribute of it. type itself has the descriptor
// of that name there, which says what type is.
static AttrFound find_type_doc(Vm *vm, Value cls, Value *out) {
    Value name = vm_name(vm, N___doc__);
    Value doc = dict_get_str(vm, as_dict(vm, as_type(vm, cls)->dict), name);
    if (doc != V_UNBOUND && cls != vm->types[T_TYPE]) {
        return bind_found(vm, doc, V_UNBOUND, cls, out);
    }
    *out = doc == V_UNBOUND ? V_NONE : getattr_leaf(vm, doc, name);
    if (*out == V_UNBOUND || *out == V_STOP) { *out = V_NONE; }
    return *out == V_RAISED ? ATTR_RAISED : ATTR_VALUE;
}

// Attributes of a class: its own MRO, after data descriptors of the metaclass.
static AttrFound find_type_attr(Vm *vm, Value cls, Value name, Value *out) {
    Value meta = class_of(vm, cls), meta_attr = type_lookup(vm, meta, name);
    if (meta_attr != V_UNBOUND && is_data_descriptor(vm, meta_attr)) {
        if (name == vm_name(vm, N___doc__) && is_exact(vm, meta_attr, T_GETSET)) {
            return find_type_doc(vm, cls, out);
        }
        return bind_found(vm, meta_attr, cls, meta, out);
    }
    Value attr = type_lookup(vm, cls, name);
    if (attr != V_UNBOUND) { return bind_found(vm, attr, V_UNBOUND, cls, out); }
    if (meta_attr != V_UNBOUND) { return bind_found(vm, meta_attr, cls, meta, out); }
    return ATTR_ABSENT;
}

static Value instance_value(Vm *vm, Value v, Value name) {
    if (!is_ref(v)) { return V_UNBOUND; }
    const Obj *o = ref_ptr(vm, v);
    if (has_attrs(vm, v)) { return attrs_get(vm, v, name); }
    if (o->type == T_FUNCTION) {
        Value extra = ((const Function *)o)->extra;
        return is_ref(extra) ? function_attr(vm, extra, name) : V_UNBOUND;
    }
    if (o->type == T_MODULE) {
        return dict_get_str(vm, as_dict(vm, ((const Module *)o)->dict), name);
    }
    return V_UNBOUND;
}

static AttrFound find_attr(Vm *vm, Value v, Value name, Value *out) {
    if (is_type(vm, v)) { return find_type_attr(vm, v, name, out); }
    Value cls = class_of(vm, v);
    const TypeDef *d = def_of(vm, v);
    if (d && d->getattr) {
        *out = d->getattr(vm, v, name);
        if (*out == V_RAISED) { return ATTR_RAISED; }
        if (*out == V_STOP) { return ATTR_ABSENT; }
        if (*out == V_CALLING) { return ATTR_ELSEWHERE; }
        if (*out != V_UNBOUND) { return ATTR_VALUE; }
    }
    Value attr = type_lookup(vm, cls, name);
    if (attr != V_UNBOUND && is_data_descriptor(vm, attr)) {
        return bind_found(vm, attr, v, cls, out);
    }
    Value own = instance_value(vm, v, name);
    if (own != V_UNBOUND) {
        *out = own;
        return ATTR_VALUE;
    }
    return attr == V_UNBOUND ? ATTR_ABSENT : bind_found(vm, attr, v, cls, out);
}

static bool has_guest_getattr(Vm *vm, Value v) {
    if (is_tagged(vm, v, T_MODULE)) { return true; } // a module may define __getattr__
    return is_ref(v) && (as_type(vm, class_of(vm, v))->flags & TYPE_GETATTR);
}

// A module whose class has no say in what it has.
static bool is_plain_module(Vm *vm, Value v) {
    return is_tagged(vm, v, T_MODULE) && !(as_type(vm, class_of(vm, v))->flags & TYPE_GETATTR);
}

Value getattr_leaf(Vm *vm, Value v, Value name) {
    TRY(value_obj(vm, name, T_STR));
    if (has_guest_getattr(vm, v) && !is_plain_module(vm, v)) { return V_UNBOUND; }
    Value out;
    if (!leaf_enter(vm)) { return V_UNBOUND; }
    AttrFound found = find_attr(vm, v, name, &out);
    leaf_leave(vm);
    switch (found) {
    case ATTR_VALUE: return out;
    case ATTR_ABSENT: return has_guest_getattr(vm, v) ? V_UNBOUND : V_STOP;
    case ATTR_RAISED: return V_RAISED;
    default: return V_UNBOUND;
    }
}

// Calls the guest code that binds attr (a property or an object with __get__).
Value call_binding(Vm *vm, Value attr, Value v, uint64_t ret) {
    if (is_tagged(vm, attr, T_PROPERTY)) {
        const Property *p = ref_ptr(vm, attr);
        if (p->fget == V_NONE) { return raise_property(vm, p, v, "getter"); }
        return vm_call(vm, p->fget, &v, 1, V_NONE, ret);
    }
    bool through_class = is_type(vm, v) &&
                         type_lookup(vm, class_of(vm, v), vm_name(vm, N___get__)) == V_UNBOUND &&
                         class_has_attr(vm, v, attr);
    Value args[3] = {attr, through_class ? V_NONE : v, through_class ? v : class_of(vm, v)};
    return vm_call(vm, special_method(vm, attr, N___get__), args, 3, V_NONE, ret);
}

static bool is_plain_data(Vm *vm, Value v) {
    if (!is_ref(v)) { return true; }
    const Obj *o = ref_ptr(vm, v);
    return !o->ext && o->type != T_INSTANCE && (o->type < T_FUNCTION || o->type > T_MEMBER);
}

// A class attribute that is plain data: caches hold a cell kept in step with it.
static Value data_cell(Vm *vm, Value where, Value name, Value value) {
    Type *t = as_type(vm, where);
    if (heap_is_image(vm, ref_offset(where))) { return cell_new(vm, value); }
    if (!is_ref(t->cells)) {
        Value d = dict_new(vm, 4);
        TRY_VALUE(d);
        t->cells = d;
    }
    Value cell = dict_get_str(vm, as_dict(vm, t->cells), name);
    if (cell != V_UNBOUND) {
        ((Cell *)ref_ptr(vm, cell))->value = value;
        return cell;
    }
    cell = cell_new(vm, value);
    TRY_VALUE(cell);
    return dict_set_str(vm, as_dict(vm, t->cells), name, cell) ? cell : V_RAISED;
}

// The cell of a cache; V_UNBOUND: there is no memory, and it goes without.
static Value cache_cell(Vm *vm, Value where, Value name, Value value) {
    Value cell = is_plain_data(vm, value) ? data_cell(vm, where, name, value) : cell_new(vm, value);
    if (cell != V_RAISED) { return cell; }
    vm->alloc_failed = false;
    return V_UNBOUND;
}

// Plain data, or an object whose class makes no descriptor of it. Should that change, caches forget.
static bool is_no_descriptor(Vm *vm, Value v) {
    if (is_plain_data(vm, v)) { return true; }
    const Obj *o = ref_ptr(vm, v);
    bool other = o->ext && (o->type < T_FUNCTION || o->type > T_MEMBER);
    if ((o->type != T_INSTANCE && !other) || has_special(vm, v, N___get__)) { return false; }
    type_mark_cached(vm, class_of(vm, v));
    return true;
}

// Fills the cache of a LOAD_ATTR for an object with attributes of its own, if what was found can be
// found there again.
static void cache_attr(Vm *vm, Value v, Value name, CacheEntry *cache) {
    Value shape = attrs_shape(vm, v);
    const Shape *s = as_shape(vm, shape);
    const TypeDef *d = def_of(vm, v);
    if (s->flags & SHAPE_DICT || (d && d->getattr)) { return; }
    Value where, attr = type_lookup_where(vm, s->cls, name, &where);
    bool member = attr != V_UNBOUND && is_tagged(vm, attr, T_MEMBER);
    int32_t i = shape_find(vm, s, member ? attr : name);
    Obj *owner;
    if (i >= 0) {
        if (!attrs_place(vm, v, (uint32_t)i, &owner)) { return; }
        if (attr != V_UNBOUND && !member && is_data_descriptor(vm, attr)) { return; }
        if (is_ref(attr)) { type_mark_cached(vm, class_of(vm, attr)); }
        site_remember(vm, shape, name, SITE_LOAD, int_value(i), cache);
    } else if (attr != V_UNBOUND && is_no_descriptor(vm, attr)) {
        Value cell = cache_cell(vm, where, name, attr);
        if (is_ref(cell)) { site_remember(vm, shape, name, SITE_LOAD, cell, cache); }
    } else if (is_exact(vm, attr, T_PROPERTY) || is_exact(vm, attr, T_GETSET)) {
        site_remember(vm, shape, name, SITE_LOAD, attr, cache);
    }
}

// The same for what a module or a class has: the module's ENTRIES and the offset of the entry in the
// slot, or a cell and the class. Classes forget through caches_flush.
static void cache_static(Vm *vm, Value v, Value name, Value found, CacheEntry *cache) {
    if (is_tagged(vm, v, T_MODULE)) { // of the class itself, which may be another one later
        if (class_of(vm, v) != vm->types[T_MODULE]) { return; }
        Dict *d = module_dict(vm, v);
        int64_t at = dict_find_str(vm, d, name);
        if (at < 0 || type_lookup(vm, vm->types[T_MODULE], name) != V_UNBOUND) { return; }
        const DictEntry *e = &dict_entries(vm, d)->items[at];
        if (e->key == name) {
            *cache = (CacheEntry){d->entries, (uint64_t)((const uint8_t *)e - vm->base)};
        }
    } else if (is_type(vm, v)) {
        Value meta = class_of(vm, v), where;
        if (type_lookup(vm, meta, name) != V_UNBOUND) { return; } // __name__, __module__ …
        Value attr = type_lookup_where(vm, v, name, &where);
        if (attr != found) { return; }
        Value cell = cache_cell(vm, where, name, attr);
        if (!is_ref(cell)) { return; }
        type_mark_cached(vm, v);
        type_mark_cached(vm, meta);
        type_mark_cached(vm, class_of(vm, attr));
        *cache = (CacheEntry){cell, v}; // the class as the key would mean its instances
    }
}

// What the cache of a LOAD_ATTR says of v; V_STOP: nothing.
static Value getattr_cached(Vm *vm, Value v, const CacheEntry *cache, uint64_t ret) {
    if (!is_ref(cache->value)) {
        Obj *owner;
        const Value *got = attrs_place(vm, v, (uint32_t)int_of(cache->value), &owner);
        return !got || *got == V_UNBOUND ? V_STOP : *got;
    }
    const Obj *hit = ref_ptr(vm, cache->value);
    if (hit->type == T_CELL) { return ((const Cell *)hit)->value; }
    if (hit->type == T_GETSET) { // __class__, above all
        return bind_descriptor_leaf(vm, cache->value, v, V_NONE);
    }
    return call_binding(vm, cache->value, v, ret);
}

// The field of a named tuple; V_UNBOUND: it is none.
static Value tuple_field(Vm *vm, Value v, Value name) {
    if (!is_tagged(vm, v, T_TUPLE) || !as_obj(vm, v)->ext) { return V_UNBOUND; }
    Value attr = type_lookup(vm, class_of(vm, v), name);
    if (!is_exact(vm, attr, T_TUPLEGETTER)) { return V_UNBOUND; }
    uint32_t at = ((const TupleGetter *)ref_ptr(vm, attr))->index;
    return at < as_tuple(vm, v)->h.n ? as_tuple(vm, v)->items[at] : V_UNBOUND;
}

Value op_getattr(Vm *vm, Value v, Value name, CacheEntry *cache, uint64_t ret) {
    Value shape = attrs_shape(vm, v);
    if (shape != V_NONE &&
        (shape == cache->key || site_recall(vm, shape, name, SITE_LOAD, cache))) {
        Value got = getattr_cached(vm, v, cache, ret);
        if (got != V_STOP) { return got; }
    }
    if (is_ref(v) && has_guest_getattr(vm, v)) {
        Value got = getattr_leaf(vm, v, name);
        if (got != V_UNBOUND) {
            if (is_tagged(vm, v, T_MODULE)) { cache_static(vm, v, name, got, cache); }
            return got;
        }
        Value args[2] = {v, name};
        return op_internal(vm, I_GETATTR, args, ret);
    }
    Value out = tuple_field(vm, v, name);
    if (out != V_UNBOUND) { return out; }
    AttrFound found = find_attr(vm, v, name, &out);
    switch (found) {
    case ATTR_VALUE:
    case ATTR_BIND:
        if (shape != V_NONE) {
            cache_attr(vm, v, name, cache);
        } else if (found == ATTR_VALUE) {
            cache_static(vm, v, name, out, cache);
        }
        return found == ATTR_VALUE ? out : call_binding(vm, out, v, ret);
    case ATTR_RAISED: return V_RAISED;
    case ATTR_ELSEWHERE: {
        Value args[2] = {v, name};
        return op_internal(vm, I_GETATTR, args, ret);
    }
    default: return raise_no_attribute(vm, attr_owner(vm, v), name);
    }
}

// A function found in the class of v, to be called with v first; remembers it where it can.
static bool method_of_class(Vm *vm, Value v, Value name, CacheEntry *cache, Value *func) {
    if (!is_ref(v)) { // an int, float, bool …: no attributes of its own
        Value cls = class_of(vm, v), found = type_lookup(vm, cls, name);
        if (!is_exact(vm, found, T_NATIVE) || !(as_native(vm, found)->flags & PARAM_SELF)) {
            return false;
        }
        *func = found;
        *cache = (CacheEntry){cls, found};
        return true;
    }
    if (is_type(vm, v)) { return false; }
    const Obj *o = ref_ptr(vm, v);
    Value cls = class_of(vm, v);
    if (as_type(vm, cls)->flags & TYPE_GETATTR || o->type == T_MODULE) { return false; }
    Value attr = type_lookup(vm, cls, name);
    bool function = is_exact(vm, attr, T_FUNCTION) || is_tagged(vm, attr, T_LRU_CACHE);
    if (!function &&
        !(is_exact(vm, attr, T_NATIVE) && (((NativeObj *)ref_ptr(vm, attr))->flags & PARAM_SELF))) {
        return false;
    }
    const TypeDef *d = type_def(o->type);
    bool wrapped = o->type == T_CLASSMETHOD || o->type == T_STATICMETHOD;
    if (d && d->getattr && (!wrapped || d->getattr(vm, v, name) != V_UNBOUND)) { return false; }
    if (o->type == T_INSTANCE || o->ext || o->type == T_FUNCTION) {
        if (instance_value(vm, v, name) != V_UNBOUND) { return false; }
    }
    *func = attr;
    Value shape = attrs_shape(vm, v);
    if (shape != V_NONE) {
        if (!(as_shape(vm, shape)->flags & SHAPE_DICT)) {
            site_remember(vm, shape, name, SITE_METHOD, attr, cache);
        }
    } else if (!o->ext && vm->types[o->type] == cls) {
        *cache = (CacheEntry){cls, attr};
    }
    return true;
}

Value method_leaf(Vm *vm, Value v, Value name) {
    CacheEntry scratch = {0, 0};
    Value func;
    return method_of_class(vm, v, name, &scratch, &func) ? func : V_UNBOUND;
}

Value op_getmethod(Vm *vm, Value v, Value name, CacheEntry *cache, Value *func, Value *self_out,
                   uint64_t ret) {
    Value shape = attrs_shape(vm, v);
    if (shape != V_NONE && site_recall(vm, shape, name, SITE_METHOD, cache)) {
        *func = cache->value;
        *self_out = v;
        return V_NONE;
    }
    if (method_of_class(vm, v, name, cache, func)) {
        *self_out = v;
        return V_NONE;
    }
    // What a method's cache says of an instance is something else than an attribute's.
    CacheEntry scratch = {0, 0};
    Value got = op_getattr(vm, v, name, shape != V_NONE ? &scratch : cache, ret);
    if (got == V_RAISED) { return got; } // v may stand in one of the two: nothing is written
    *self_out = V_UNBOUND;               // also when the value arrives later, in func's register
    if (got == V_CALLING) { return got; }
    *func = got;
    return V_NONE;
}

// ---- super -------------------------------------------------------------------------------------

static Value super_find(Vm *vm, Value cls, Value self_type, Value name) {
    const Tuple *mro = as_tuple(vm, as_type(vm, self_type)->mro);
    uint32_t i = 0;
    while (i < mro->h.n && mro->items[i] != cls) { i++; }
    if (i + 1 < mro->h.n) { // where the rest is the next class's own order, the method cache knows
        const Tuple *rest = as_tuple(vm, as_type(vm, mro->items[i + 1])->mro);
        uint32_t left = mro->h.n - (i + 1);
        if (rest->h.n == left &&
            memcmp(rest->items, &mro->items[i + 1], left * sizeof(Value)) == 0) {
            return type_lookup(vm, mro->items[i + 1], name);
        }
    }
    for (i++; i < mro->h.n; i++) {
        Value found = dict_get_str(vm, as_dict(vm, as_type(vm, mro->items[i])->dict), name);
        if (found != V_UNBOUND) { return found; }
    }
    return V_UNBOUND;
}

// The class whose MRO super(cls, self) walks; V_UNBOUND when self does not fit.
Value super_self_type(Vm *vm, Value cls, Value self) {
    if (is_type(vm, self) && is_subclass_of(vm, self, cls)) { return self; }
    Value type = class_of(vm, self);
    return is_subclass_of(vm, type, cls) ? type : V_UNBOUND;
}

// What the super object itself has, which need not be made for what the classes have.
static Value super_own_attr(Vm *vm, Value cls, Value self, Value name, Value *self_out,
                            uint64_t ret) {
    Value args[4] = {vm->types[T_SUPER], cls, self, name};
    Value got = op_internal(vm, I_SUPER_GETATTR, args, ret);
    if (got != V_RAISED) { *self_out = V_UNBOUND; }
    return got;
}

static Value op_super_method(Vm *vm, Value cls, Value self, Value name, Value *func,
                             Value *self_out, uint64_t ret) {
    Value type = is_type(vm, cls) ? super_self_type(vm, cls, self) : V_UNBOUND;
    if (self == V_NONE) { type = V_NONE; } // as super(cls): nothing to look through
    if (type == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError,
                           "super(type, obj): obj (%s %K) is not an instance or subtype of type "
                           "(%K).",
                           is_type(vm, self) ? "type" : "instance of",
                           is_type(vm, self) ? self : class_of(vm, self), cls);
    }
    bool own = type == V_NONE || name == vm_name(vm, N___class__);
    Value attr = own ? V_UNBOUND : super_find(vm, cls, type, name);
    if (attr == V_UNBOUND) { return super_own_attr(vm, cls, self, name, self_out, ret); }
    bool through_type = type == self;
    if (!through_type && is_exact(vm, attr, T_FUNCTION)) {
        *func = attr;
        *self_out = self;
        return V_NONE;
    }
    Value bound = bind_descriptor_leaf(vm, attr, through_type ? V_UNBOUND : self, type);
    if (bound == V_UNBOUND) { bound = call_binding(vm, attr, self, ret); }
    TRY_VALUE(bound);
    *self_out = V_UNBOUND; // nothing is written when memory failed: the operands stand there
    if (bound == V_CALLING) { return bound; }
    *func = bound;
    return V_NONE;
}

Value op_super_call(Vm *vm, Value callee, Value cls, Value self, Value name, Value *func,
                    Value *self_out, bool attribute, uint64_t ret) {
    if (callee != vm->types[T_SUPER]) { // `super` was rebound: an ordinary call, then an attribute
        Value args[4] = {callee, cls, self, name};
        Value got = op_internal(vm, I_SUPER_GETATTR, args, ret);
        if (got != V_RAISED) { *self_out = V_UNBOUND; }
        return got;
    }
    if (!attribute) { return op_super_method(vm, cls, self, name, func, self_out, ret); }
    Value found, bound = V_UNBOUND;
    Value got = op_super_method(vm, cls, self, name, &found, &bound, ret);
    if (got == V_RAISED) { return got; }
    if (got != V_CALLING) {
        if (bound != V_UNBOUND) { found = method_new(vm, found, bound); }
        TRY_VALUE(found);
        *func = found;
    }
    *self_out = V_UNBOUND;
    return got;
}

Value super_getattr_steps(Vm *vm, Frame *f) {
    enum { SUPER_START, SUPER_MADE, SUPER_DONE };
    switch (native_state(f)) {
    case SUPER_START:
        if (f->slot[0] != vm->types[T_SUPER]) { // another `super` gets what was written: nothing
            return native_call0(vm, f, SUPER_MADE, f->slot[0]);
        }
        return native_call2(vm, f, SUPER_MADE, f->slot[0], f->slot[1], f->slot[2]);
    case SUPER_MADE:
        return native_call2(vm, f, SUPER_DONE, internal(vm, I_GETATTR), f->result, f->slot[3]);
    default: return f->result;
    }
}

Value super_getattr(Vm *vm, Value v, Value name) {
    const Super *s = ref_ptr(vm, v);
    if (!is_ref(s->self_type) || name == vm_name(vm, N___class__)) { return V_UNBOUND; }
    Value attr = super_find(vm, s->cls, s->self_type, name);
    if (attr == V_UNBOUND) { return V_UNBOUND; }
    bool through_type = s->self_type == s->self;
    Value got = bind_descriptor_leaf(vm, attr, through_type ? V_UNBOUND : s->self, s->self_type);
    return got == V_UNBOUND ? V_CALLING : got;
}

// ---- the steps forms ---------------------------------------------------------------------------

static Value ask_binding(Vm *vm, Frame *f, int next, Value attr, Value v) {
    if (is_tagged(vm, attr, T_PROPERTY)) {
        const Property *p = ref_ptr(vm, attr);
        if (p->fget == V_NONE) { return raise_property(vm, p, v, "getter"); }
        return native_call1(vm, f, next, p->fget, v);
    }
    bool through_class = is_type(vm, v) && class_has_attr(vm, v, attr);
    return native_call3(vm, f, next, special_method(vm, attr, N___get__), attr,
                        through_class ? V_NONE : v, through_class ? v : class_of(vm, v));
}

// What a bound method, an alias or a super object has from another object, by its guest code.
static Value ask_elsewhere(Vm *vm, Frame *f, int next, Value v, Value name) {
    if (is_tagged(vm, v, T_SUPER)) {
        const Super *s = ref_ptr(vm, v);
        Value attr = super_find(vm, s->cls, s->self_type, name);
        if (attr == V_UNBOUND) { return raise_stop(vm, STOP_CORRUPT); }
        if (s->self_type != s->self) { return ask_binding(vm, f, next, attr, s->self); }
        return native_call3(vm, f, next, special_method(vm, attr, N___get__), attr, V_NONE,
                            s->self_type);
    }
    bool wraps = is_tagged(vm, v, T_CLASSMETHOD) || is_tagged(vm, v, T_STATICMETHOD);
    Value owner = wraps ? ((const Wrapped *)ref_ptr(vm, v))->func : attr_owner(vm, v);
    return native_call2(vm, f, next, internal(vm, I_GETATTR), owner, name);
}

enum { GETATTR_START, GETATTR_DONE, GETATTR_FAILED, GETATTR_RAISED };

// __getattr__, of a module as a function of its own. What lacks which name is added to its error.
static Value getattr_hook(Vm *vm, Frame *f, Value hook) {
    Value v = f->slot[0], name = f->slot[1];
    native_catch(f, GETATTR_RAISED);
    if (f->slot[2] == V_TRUE) { return native_call1(vm, f, GETATTR_DONE, hook, name); }
    return native_call_method(vm, f, GETATTR_DONE, v, vm_name(vm, N___getattr__), 1, &name);
}

// An exception came back: an AttributeError that tells nothing yet learns whose attribute is missing.
static Value getattr_raised(Vm *vm, const Frame *f) {
    exc_restore(vm, f->result);
    if (!exc_matches(vm, EXC_AttributeError)) { return V_RAISED; }
    const Exception *e = ref_ptr(vm, vm->head->exc);
    bool told = e->extra[0] != V_UNBOUND || e->extra[1] != V_UNBOUND;
    return told ? V_RAISED : attribute_error_of(vm, f->slot[0], f->slot[1]);
}

// I_GETATTR: __getattribute__, then __getattr__ on AttributeError.
Value getattr_steps(Vm *vm, Frame *f) {
    Value v = f->slot[0], name = f->slot[1];
    if (!isinstance_str(vm, name)) {
        return raise_error(vm, EXC_TypeError, "attribute name must be string, not '%T'", name);
    }
    Value hook = type_lookup(vm, class_of(vm, v), vm_name(vm, N___getattr__));
    if (hook == V_UNBOUND && is_tagged(vm, v, T_MODULE)) {
        hook = instance_value(vm, v, vm_name(vm, N___getattr__));
        f->slot[2] = V_TRUE;
    }
    int raised = hook == V_UNBOUND ? GETATTR_RAISED : GETATTR_FAILED;
    switch (native_state(f)) {
    case GETATTR_START: break;
    case GETATTR_DONE: return f->result;
    case GETATTR_RAISED: return getattr_raised(vm, f);
    default:
        exc_restore(vm, f->result);
        if (!exc_matches(vm, EXC_AttributeError) || hook == V_UNBOUND) { return V_RAISED; }
        exc_clear(vm);
        return getattr_hook(vm, f, hook);
    }
    Value own = special_method(vm, v, N___getattribute__), out;
    if (is_exact(vm, own, T_FUNCTION)) {
        native_catch(f, raised);
        return native_call2(vm, f, GETATTR_DONE, own, v, name);
    }
    switch (find_attr(vm, v, name, &out)) {
    case ATTR_VALUE: return out;
    case ATTR_BIND: native_catch(f, raised); return ask_binding(vm, f, GETATTR_DONE, out, v);
    case ATTR_ELSEWHERE:
        native_catch(f, raised);
        return ask_elsewhere(vm, f, GETATTR_DONE, v, name);
    case ATTR_RAISED:
        if (hook == V_UNBOUND || vm->stop || vm->alloc_failed ||
            !exc_matches(vm, EXC_AttributeError)) {
            return V_RAISED;
        }
        exc_clear(vm);
        break;
    default: break;
    }
    if (hook == V_UNBOUND) { return raise_no_attribute(vm, attr_owner(vm, v), name); }
    return getattr_hook(vm, f, hook);
}

// object.__getattribute__: the same without __getattr__.
static Value getattribute_of(Vm *vm, Frame *f, bool own_words) {
    if (native_state(f) == 1) { return f->result; }
    Value out, name = f->slot[1];
    if (!isinstance_str(vm, name)) {
        return raise_error(vm, EXC_TypeError, "attribute name must be string, not '%T'", name);
    }
    name = intern_str(vm, name);
    TRY_VALUE(name);
    switch (find_attr(vm, f->slot[0], name, &out)) {
    case ATTR_VALUE: return out;
    case ATTR_BIND: return ask_binding(vm, f, 1, out, f->slot[0]);
    case ATTR_ELSEWHERE: return ask_elsewhere(vm, f, 1, f->slot[0], name);
    case ATTR_RAISED: return V_RAISED;
    default: break;
    }
    if (own_words) { return raise_no_attribute(vm, attr_owner(vm, f->slot[0]), name); }
    raise_error(vm, EXC_AttributeError, "'%T' object has no attribute '%U'", f->slot[0], name);
    return attribute_error_of(vm, f->slot[0], name);
}
Value object_getattribute_steps(Vm *vm, Frame *f) { return getattribute_of(vm, f, false); }
// Of classes, modules, methods and what else tells of missing attributes in a way of its own.
Value type_getattribute_steps(Vm *vm, Frame *f) { return getattribute_of(vm, f, true); }

// I_HASATTR_GET: V_UNBOUND instead of AttributeError.
Value hasattr_get_steps(Vm *vm, Frame *f) {
    enum { HASATTR_START, HASATTR_DONE, HASATTR_FAILED };
    switch (native_state(f)) {
    case HASATTR_START: {
        Value got = getattr_leaf(vm, f->slot[0], f->slot[1]);
        if (got == V_STOP) { return V_UNBOUND; }
        if (got == V_RAISED && !vm->stop && !vm->alloc_failed &&
            exc_matches(vm, EXC_AttributeError)) {
            exc_clear(vm);
            return V_UNBOUND;
        }
        if (got != V_UNBOUND) { return got; }
        native_catch(f, HASATTR_FAILED);
        return native_call2(vm, f, HASATTR_DONE, internal(vm, I_GETATTR), f->slot[0], f->slot[1]);
    }
    case HASATTR_DONE: return f->result;
    default:
        exc_restore(vm, f->result);
        if (!exc_matches(vm, EXC_AttributeError)) { return V_RAISED; }
        exc_clear(vm);
        return V_UNBOUND;
    }
}
