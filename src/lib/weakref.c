// weakref.c: the module _weakref: ref objects, and the registration of objects with finalizers.
//
// A ref names its referent by a plain offset, which the collector does not follow; every live ref
// stands in head->weakrefs, so that a collection can clear the dead ones and queue their callbacks.
#include "object/module.h"
#include "object/construct.h"
#include "object/key.h"
#include "object/list.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/weak.h"

typedef struct WeakRef {
    Obj h;
    Value callback, hash; // V_NONE; V_NONE until asked for
    uint64_t referent;    // offset, 0 when it is gone
} WeakRef;

static WeakRef *as_weakref(Vm *vm, Value v) { return ref_ptr(vm, v); }

// Room for one more entry in a weak list, and for one more queued call.
static bool weak_reserve(Vm *vm, Value *list, uint32_t used) {
    Values *t = is_ref(*list) ? ref_ptr(vm, *list) : NULL;
    if (!t || used == t->h.n) {
        Values *grown = heap_new(vm, T_VALUES, t ? (uint64_t)t->h.n * 2 : 16);
        if (!grown) { return false; }
        for (uint32_t i = 0; i < grown->h.n; i++) {
            grown->items[i] = t && i < t->h.n ? t->items[i] : V_UNBOUND;
        }
        *list = ptr_value(vm, grown);
    }
    Head *h = vm->head;
    uint32_t need = h->n_weakrefs + h->n_finalizable + 2;
    Values *queue = is_ref(h->pending_calls) ? ref_ptr(vm, h->pending_calls) : NULL;
    int64_t waiting = queue ? int_of(queue->items[0]) : 0;
    if (queue && queue->h.n > need + (uint64_t)waiting) { return true; }
    Values *grown = heap_new(vm, T_VALUES, (need + (uint64_t)waiting) * 2 + 16);
    if (!grown) { return false; }
    for (uint32_t i = 0; i < grown->h.n; i++) {
        grown->items[i] = queue && i <= (uint64_t)waiting ? queue->items[i] : V_UNBOUND;
    }
    grown->items[0] = int_value(waiting);
    h->pending_calls = ptr_value(vm, grown);
    return true;
}

bool weak_add_finalizable(Vm *vm, Value v) {
    Head *h = vm->head;
    if (!weak_reserve(vm, &h->finalizable, h->n_finalizable)) { return false; }
    ((Values *)ref_ptr(vm, h->finalizable))->items[h->n_finalizable++] = v;
    return true;
}

Value weak_first_ref(Vm *vm, Value v) {
    const Head *h = vm->head;
    for (uint32_t i = 0; i < h->n_weakrefs; i++) {
        Value ref = ((Values *)ref_ptr(vm, h->weakrefs))->items[i];
        if (as_weakref(vm, ref)->referent != ref_offset(v)) { continue; }
        native_charge_done(vm, i / 8);
        return ref;
    }
    native_charge_done(vm, h->n_weakrefs / 8);
    return V_NONE;
}

static bool is_weakly_referenceable(Vm *vm, Value v) {
    if (!is_ref(v)) { return false; }
    const Obj *o = as_obj(vm, v);
    switch (o->type) {
    case T_FUNCTION:
    case T_NATIVE:
    case T_METHOD:
    case T_TYPE:
    case T_MODULE:
    case T_SET:
    case T_FROZENSET:
    case T_GENERATOR:
    case T_COROUTINE:
    case T_ASYNC_GEN:
    case T_PATTERN:
    case T_TEE:
    case T_DEQUE:
    case T_ARRAY:
    case T_MEMORYVIEW:
    case T_CODE:
    case T_PARTIAL:
    case T_CONTEXT:
    case T_FUTURE:
    case T_TASK:
    case T_HANDLE:
    case T_TIMER_HANDLE:
    case T_LRU_CACHE: return true;
    default: // a guest class says so by a descriptor
        return type_lookup(vm, class_of(vm, v), vm_name(vm, N___weakref__)) != V_UNBOUND;
    }
}

// The ref without callback that serves all who ask for one. Most objects have none: OBJ_WEAK tells,
// except for those of the image, which are not written for this.
static Value weakref_shared(Vm *vm, Value v) {
    const Head *h = vm->head;
    const Obj *o = as_obj(vm, v);
    uint32_t n = o->flags & (OBJ_WEAK | OBJ_FROZEN) ? h->n_weakrefs : 0;
    for (uint32_t i = n; i-- > 0;) {
        Value at = ((Values *)ref_ptr(vm, h->weakrefs))->items[i];
        const WeakRef *w = as_weakref(vm, at);
        if (w->referent == ref_offset(v) && w->callback == V_NONE && !w->h.ext) { return at; }
    }
    return V_UNBOUND;
}

static Value weakref_make(Vm *vm, Value *a) {
    if (!is_weakly_referenceable(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "cannot create weak reference to '%T' object", a[1]);
    }
    Head *h = vm->head;
    if (a[2] == V_NONE && a[0] == vm->types[T_WEAKREF]) { // one ref without callback serves all
        Value shared = weakref_shared(vm, a[1]);
        if (shared != V_UNBOUND) { return shared; }
    }
    if (!weak_reserve(vm, &h->weakrefs, h->n_weakrefs)) { return V_RAISED; }
    WeakRef *w = construct(vm, T_WEAKREF, a[0], 0);
    TRY(w);
    w->callback = a[2];
    w->hash = V_NONE;
    w->referent = ref_offset(a[1]);
    Value v = ptr_value(vm, w);
    ((Values *)ref_ptr(vm, h->weakrefs))->items[h->n_weakrefs++] = v;
    Obj *referent = as_obj(vm, a[1]);
    bool shared = a[2] == V_NONE && !w->h.ext;
    if (shared && !(referent->flags & OBJ_FROZEN)) { referent->flags |= OBJ_WEAK; }
    return v;
}

static Value weakref_target(Vm *vm, Value v) {
    uint64_t at = as_weakref(vm, v)->referent;
    return at ? ref_value((uint32_t)at) : V_NONE;
}

static Value weakref_call(Vm *vm, Value *a) { return weakref_target(vm, a[0]); }
static Value weakref_init(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NONE;
}

static Value weakref_hash(Vm *vm, Frame *f) {
    WeakRef *w = slot_obj(vm, f, 0, T_WEAKREF);
    TRY(w);
    if (native_state(f) == 1) {
        obj_set(vm, w, &w->hash, f->result);
        return f->result;
    }
    if (w->hash != V_NONE) { return w->hash; }
    if (!w->referent) { return raise_error(vm, EXC_TypeError, "weak object has gone away"); }
    return native_call1(vm, f, 1, internal(vm, I_HASH), weakref_target(vm, f->slot[0]));
}

// Live refs compare as their referents, dead ones by identity.
static Value weakref_eq(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    if (!is_tagged(vm, f->slot[1], T_WEAKREF)) { return V_NOTIMPL; }
    Value a = weakref_target(vm, f->slot[0]), b = weakref_target(vm, f->slot[1]);
    int32_t op = native_magic(vm, f);
    if (a == V_NONE || b == V_NONE) {
        return bool_value((f->slot[0] == f->slot[1]) == (op == OP_EQ));
    }
    return native_call3(vm, f, 1, internal(vm, I_RICH_COMPARE), a, b, int_value(op));
}

// The same as leaves, as far as the referents need no guest code. Refs to refs are left to the steps.
static bool weakref_is_flat(Vm *vm, Value target) {
    return target != V_NONE && !is_tagged(vm, target, T_WEAKREF);
}

static Value weakref_hash_leaf(Vm *vm, Value v) {
    WeakRef *w = as_weakref(vm, v);
    Value target = weakref_target(vm, v);
    if (w->hash != V_NONE) { return w->hash; }
    if (!weakref_is_flat(vm, target)) { return V_UNBOUND; }
    Value hash = hash_leaf(vm, target);
    if (hash != V_UNBOUND && hash != V_RAISED) { obj_set(vm, w, &w->hash, hash); }
    return hash;
}

static Value weakref_compare(Vm *vm, int op, Value a, Value b) {
    if (op != OP_EQ && op != OP_NE) { return V_NOTIMPL; }
    if (!is_tagged(vm, a, T_WEAKREF) || !is_tagged(vm, b, T_WEAKREF)) { return V_NOTIMPL; }
    Value x = weakref_target(vm, a), y = weakref_target(vm, b);
    if (x == V_NONE || y == V_NONE) { return bool_value((a == b) == (op == OP_EQ)); }
    if (!weakref_is_flat(vm, x) || !weakref_is_flat(vm, y)) { return V_UNBOUND; }
    Value equal = compare_leaf(vm, op, x, y);
    return equal == V_NOTIMPL ? bool_value((x == y) == (op == OP_EQ)) : equal;
}

static Value weakref_text(Vm *vm, Value v, Value target, Value name) {
    uint64_t serial, other;
    TRY(object_serial(vm, v, &serial) && object_serial(vm, target, &other));
    if (!isinstance_str(vm, name)) {
        return format_text(vm, "<weakref at 0x%x; to '%T' at 0x%x>", (uint32_t)serial, target,
                           (uint32_t)other);
    }
    return format_text(vm, "<weakref at 0x%x; to '%T' at 0x%x (%U)>", (uint32_t)serial, target,
                       (uint32_t)other, name);
}

// V_UNBOUND: things of its referent's class have names.
static Value weakref_repr(Vm *vm, Value v) {
    uint64_t serial;
    Value target = weakref_target(vm, v);
    if (target == V_NONE) {
        TRY(object_serial(vm, v, &serial));
        return format_text(vm, "<weakref at 0x%x; dead>", (uint32_t)serial);
    }
    bool named = type_lookup(vm, class_of(vm, target), vm_name(vm, N___name__)) != V_UNBOUND;
    return named ? V_UNBOUND : weakref_text(vm, v, target, V_NONE);
}

enum { WEAKREPR_START, WEAKREPR_GOT_NAME };
enum { WEAKREPR_SELF, WEAKREPR_TARGET };

static Value weakref_repr_steps(Vm *vm, Frame *f) {
    Value self = f->slot[WEAKREPR_SELF];
    if (native_state(f) == WEAKREPR_GOT_NAME) {
        return weakref_text(vm, self, f->slot[WEAKREPR_TARGET], f->result);
    }
    Value text = weakref_repr(vm, self);
    if (text != V_UNBOUND) { return text; }
    f->slot[WEAKREPR_TARGET] = weakref_target(vm, self); // stays until its name is known
    return native_call2(vm, f, WEAKREPR_GOT_NAME, internal(vm, I_HASATTR_GET),
                        f->slot[WEAKREPR_TARGET], vm_name(vm, N___name__));
}

static Value weakref_get_callback(Vm *vm, Value v) {
    const WeakRef *w = as_weakref(vm, v);
    return w->referent ? w->callback : V_NONE;
}

static const NativeDef weakref_methods[] = {
    {"__new__", "cls, object, callback=None, /", weakref_make, NULL, NULL, NULL, NATIVE_LEAF, 0,
     NATIVE_CLASS | NATIVE_AS_NEW, 0},
    LEAF("__init__", "self, object, callback=None, /", weakref_init, NULL),
    LEAF("__call__", "self, /", weakref_call, "What calling the object does."),
    STEPS("__repr__", "self, /", weakref_repr_steps, 1, NULL, "What repr(self) gives."),
    STEPS("__hash__", "self, /", weakref_hash, 0, NULL, "What hash(self) gives."),
    STEPS_MAGIC("__eq__", "self, value, /", weakref_eq, 0, NULL, OP_EQ, "Whether self == value."),
    STEPS_MAGIC("__ne__", "self, value, /", weakref_eq, 0, NULL, OP_NE, "Whether self != value."),
    NATIVE_END,
};
static const GetSetDef weakref_getsets[] = {
    {"__callback__", weakref_get_callback, getset_readonly, NULL},
    {0},
};

const TypeDef weakref_type = {
    .name = "ReferenceType",
    .module = "weakref",
    .no_module = true,
    .tag = T_WEAKREF,
    .hidden = true,
    .subclassable = true,
    .methods = weakref_methods,
    .getsets = weakref_getsets,
    .repr = weakref_repr,
    .hash = weakref_hash_leaf,
    .compare = weakref_compare,
};

// ---- the module --------------------------------------------------------------------------------

static Value weakref_getweakrefs(Vm *vm, Value *a) {
    const Head *h = vm->head;
    Value out = list_new(vm, 0);
    TRY_VALUE(out);
    for (uint32_t i = 0; is_ref(a[0]) && i < h->n_weakrefs; i++) {
        Value v = ((Values *)ref_ptr(vm, h->weakrefs))->items[i];
        if (as_weakref(vm, v)->referent == ref_offset(a[0])) {
            TRY(list_append(vm, as_list(vm, out), v));
        }
    }
    return out;
}

static Value weakref_getweakrefcount(Vm *vm, Value *a) {
    Value list = weakref_getweakrefs(vm, a);
    return list == V_RAISED ? list : int_value(as_list(vm, list)->h.n);
}

static bool weakref_module_init(Vm *vm, Value dict) {
    return module_put(vm, dict, "ref", vm->types[T_WEAKREF]) &&
           module_put(vm, dict, "ReferenceType", vm->types[T_WEAKREF]);
}

static const NativeDef weakref_functions[] = {
    LEAF("getweakrefcount", "object, /", weakref_getweakrefcount,
         "How many weak references to the object there are."),
    LEAF("getweakrefs", "object, /", weakref_getweakrefs,
         "The weak references to the object, in a list."),
    NATIVE_END,
};

const ModuleDef weakref_module = {"_weakref", "Weak references.", weakref_functions,
                                  weakref_module_init};
