// functools.c: the module _functools: what functools has in C. Here: cmp_to_key; the others are in
// partial.c and lru_cache.c. The rest of functools is Python.
#include "lib/functools.h"

#include "object/module.h"
#include "object/key.h"
#include "object/steps_fast.h"
#include "vm/internals.h"
#include "vm/ops.h"

// ---- cmp_to_key --------------------------------------------------------------------------------

typedef struct KeyWrapper {
    Obj h;
    Value cmp;
    Value object; // V_UNBOUND: what cmp_to_key itself gave
} KeyWrapper;

static KeyWrapper *as_key_wrapper(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value key_wrapper_new(Vm *vm, Value cmp, Value object) {
    KeyWrapper *k = heap_new_raw(vm, T_KEY_WRAPPER, 0);
    TRY(k);
    k->cmp = cmp;
    k->object = object;
    return ptr_value(vm, k);
}

static Value functools_cmp_to_key(Vm *vm, Value *a) { return key_wrapper_new(vm, a[0], V_UNBOUND); }

static Value key_wrapper_call(Vm *vm, Value v, const Value *args, uint32_t n, Value names) {
    if (n != 1 || is_ref(names)) { return V_UNBOUND; }
    return key_wrapper_new(vm, as_key_wrapper(vm, v)->cmp, args[0]);
}

static Value key_wrapper_call_method(Vm *vm, Value *a) {
    return key_wrapper_new(vm, as_key_wrapper(vm, a[0])->cmp, a[1]);
}

enum { KEY_SELF, KEY_OTHER };
enum { KEY_START, KEY_COMPARED };

// self op other is cmp(self.obj, other.obj) op 0.
static Value key_wrapper_compare_steps(Vm *vm, Frame *f) {
    int32_t op = native_magic(vm, f);
    if (native_state(f) == KEY_COMPARED) {
        Value answer = compare_leaf(vm, op, f->result, int_value(0));
        if (is_bool(answer)) { return answer; }
        Value args[3] = {f->result, int_value(0), int_value(op)};
        return native_tailcall(vm, internal(vm, I_RICH_COMPARE), 3, args);
    }
    if (!is_tagged(vm, f->slot[KEY_OTHER], T_KEY_WRAPPER)) {
        return raise_error(vm, EXC_TypeError, "other argument must be K instance");
    }
    const KeyWrapper *a = as_key_wrapper(vm, f->slot[KEY_SELF]);
    const KeyWrapper *b = as_key_wrapper(vm, f->slot[KEY_OTHER]);
    if (a->object == V_UNBOUND || b->object == V_UNBOUND) {
        return raise_error(vm, EXC_AttributeError, "object");
    }
    return native_call2(vm, f, KEY_COMPARED, a->cmp, a->object, b->object);
}

static Value key_wrapper_get_obj(Vm *vm, Value v) {
    Value object = as_key_wrapper(vm, v)->object;
    return object == V_UNBOUND ? V_NONE : object;
}

static bool key_wrapper_set_obj(Vm *vm, Value v, Value object) {
    KeyWrapper *k = as_key_wrapper(vm, v);
    obj_set(vm, k, &k->object, object);
    return true;
}

static Value key_wrapper_compare(Vm *vm, int op, Value a, Value b) {
    (void)vm, (void)op, (void)a, (void)b;
    return V_UNBOUND;
}

#define KEY_ROW(name, op, doc)                                                                     \
    STEPS_MAGIC(name, "self, value, /", key_wrapper_compare_steps, 0, NULL, op, doc)
static const NativeDef key_wrapper_methods[] = {
    LEAF("__call__", "self, /, obj", key_wrapper_call_method, "What calling the object does."),
    KEY_ROW("__eq__", OP_EQ, "Whether self == value."),
    KEY_ROW("__ge__", OP_GE, "Whether self >= value."),
    KEY_ROW("__gt__", OP_GT, "Whether self > value."),
    KEY_ROW("__le__", OP_LE, "Whether self <= value."),
    KEY_ROW("__lt__", OP_LT, "Whether self < value."),
    KEY_ROW("__ne__", OP_NE, "Whether self != value."),
    NATIVE_END,
};
#undef KEY_ROW

static const GetSetDef key_wrapper_getsets[] = {
    {"obj", key_wrapper_get_obj, key_wrapper_set_obj, "Value wrapped by a key function."},
    {0},
};

const TypeDef key_wrapper_type = {
    .name = "KeyWrapper",
    .module = "functools",
    .tag = T_KEY_WRAPPER,
    .hidden = true,
    .unhashable = true,
    .methods = key_wrapper_methods,
    .getsets = key_wrapper_getsets,
    .compare = key_wrapper_compare,
    .call = key_wrapper_call,
};

// ---- attributes of the instance itself -----------------------------------------------------------

static bool has_own_room(Vm *vm, Value v) {
    return has_attrs(vm, v) && !(as_type(vm, class_of(vm, v))->flags & TYPE_NO_DICT);
}

// What v.__dict__ has under a name, without asking for __dict__; the default when there is nothing,
// NotImplemented when v is no object with attributes of its own.
static Value functools_own_get(Vm *vm, Value *a) {
    Value name = intern_str(vm, a[1]);
    TRY_VALUE(name);
    if (!has_own_room(vm, a[0])) { return V_NOTIMPL; }
    Value v = attrs_get(vm, a[0], name);
    return v == V_UNBOUND ? a[2] : v;
}

static Value functools_own_set(Vm *vm, Value *a) {
    Value name = intern_str(vm, a[1]);
    TRY_VALUE(name);
    if (!has_own_room(vm, a[0])) { return V_NOTIMPL; }
    return attrs_set(vm, a[0], name, a[2]) ? V_NONE : V_RAISED;
}

// obj.__dict__.update(state) without asking for __dict__; NotImplemented as above, and for other keys
// than texts.
static Value functools_own_update(Vm *vm, Value *a) {
    bool usual =
        is_tagged(vm, a[0], T_INSTANCE) && has_own_room(vm, a[0]) && is_exact(vm, a[1], T_DICT);
    if (!usual || as_dict(vm, a[1])->h.n > SHAPE_MAX_ATTRS / 2) { return V_NOTIMPL; }
    Value key, value, own = type_lookup(vm, class_of(vm, a[0]), vm_name(vm, N___dict__));
    if (!is_tagged(vm, own, T_GETSET)) { return V_NOTIMPL; }
    const Dict *state = as_dict(vm, a[1]);
    for (uint32_t pos = 0; dict_next(vm, state, &pos, &key, &value);) {
        if (!is_str(vm, key)) { return V_NOTIMPL; }
    }
    TRY(native_charge(vm, state->h.n / 4));
    for (uint32_t pos = 0; dict_next(vm, state, &pos, &key, &value);) {
        Value name = intern_str(vm, key);
        TRY(name != V_RAISED && attrs_set(vm, a[0], name, value));
    }
    return V_NONE;
}

// ---- the module --------------------------------------------------------------------------------

static bool functools_init(Vm *vm, Value dict) {
    return placeholder_init(vm) && module_put(vm, dict, "partial", vm->types[T_PARTIAL]) &&
           module_put(vm, dict, "Placeholder", placeholder_get(vm)) &&
           module_put(vm, dict, "_PlaceholderType", vm->types[T_PLACEHOLDER]) &&
           module_put(vm, dict, "_lru_cache_wrapper", vm->types[T_LRU_CACHE]);
}

static const NativeDef functools_functions[] = {
    LEAF("_own_get", "obj, name: str, default, /", functools_own_get, NULL),
    LEAF("_own_set", "obj, name: str, value, /", functools_own_set, NULL),
    LEAF("_own_update", "obj, state, /", functools_own_update, NULL),
    LEAF("cmp_to_key", "mycmp", functools_cmp_to_key,
         "Make a key function for sorting out of a function that compares two items."),
    NATIVE_END,
};

const ModuleDef functools_module = {"_functools", "What functools has in C.", functools_functions,
                                    functools_init};
