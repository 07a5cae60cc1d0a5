// abc_cache.c: what an abstract base class remembers about a class, for isinstance and issubclass.
//
// The answers are made by ABCMeta in lib/py/abc.py, which keeps them in the _AbcData of the ABC: two
// dicts by the identity of a class, `yes` and `no`, the second good for one generation. Only they
// and the registry are looked at here, never changed, and only where the hook that would run is that
// of ABCMeta: then a known answer is what it would give. All else, a guest's own hook among it, is
// called as ever.
#include "vm/ops.h"

#include "object/descr.h"
#include "object/list.h"
#include "object/module.h"
#include "object/type.h"
#include "rt/machine.h"
#include "vm/internals.h"

// The attributes of an _AbcData, in the order in which its __init__ sets them.
enum { ABC_YES, ABC_NO, ABC_GENERATION, ABC_COUNTER, ABC_REGISTRY, ABC_FIELDS };

// The code of a function of the library; NULL: it is something else.
static const Code *abc_image_code(Vm *vm, Value function) {
    if (!is_exact(vm, function, T_FUNCTION)) { return NULL; }
    Value code = ((const Function *)ref_ptr(vm, function))->code;
    return heap_is_image(vm, ref_offset(code)) ? ref_ptr(vm, code) : NULL;
}

// The function ABCMeta.<name> of the library, whoever's attribute it is now.
static bool abc_is_hook(Vm *vm, Value hook, Value name) {
    const Code *c = abc_image_code(vm, hook);
    return c && c->name == name && code_prefix(c) == vm_name(vm, N_ABCMeta);
}

// The attributes of the ABC's _AbcData; NULL: it has none, or asking for it is guest code.
static const Value *abc_data(Vm *vm, Value abc) {
    Value meta = class_of(vm, abc), name = vm_name(vm, N__abc_impl);
    if (as_type(vm, meta)->flags & TYPE_GETATTR) { return NULL; }
    if (type_lookup(vm, meta, name) != V_UNBOUND) { return NULL; }
    Value data = type_lookup(vm, abc, name);
    if (!is_ref(data) || as_obj(vm, data)->type != T_INSTANCE) { return NULL; }
    const Instance *o = ref_ptr(vm, data);
    const Shape *s = as_shape(vm, o->shape);
    if (!heap_is_image(vm, ref_offset(s->cls))) { return NULL; }
    if (as_type(vm, s->cls)->name != vm_name(vm, N__AbcData)) { return NULL; }
    return s->flags & SHAPE_DICT || o->h.n < ABC_FIELDS ? NULL : o->slots;
}

static bool abc_has(Vm *vm, Value table, Value key) {
    return is_exact(vm, table, T_DICT) && as_dict(vm, table)->h.n &&
           dict_position_leaf(vm, as_dict(vm, table), key) >= 0;
}

// A registered class is not remembered: each time __subclasscheck__ runs, and asks __subclasshook__
// first. Both must be the library's; none of its hooks says no.
static bool abc_answers_itself(Vm *vm, Value abc) {
    Value name = vm_name(vm, N___subclasscheck__);
    if (!abc_is_hook(vm, type_lookup(vm, class_of(vm, abc), name), name)) { return false; }
    name = vm_name(vm, N___subclasshook__);
    Value hook = type_lookup(vm, abc, name);
    if (is_exact(vm, hook, T_CLASSMETHOD)) {
        const Code *c = abc_image_code(vm, ((const Wrapped *)ref_ptr(vm, hook))->func);
        return c && c->name == name;
    }
    return hook == object_method(vm, N___subclasshook__);
}

// What the ABC knows of cls; V_UNBOUND, V_RAISED as abc_known.
static Value abc_look_up(Vm *vm, Value abc, Value cls) {
    // A class with a hash of its own is told from others by it.
    if (as_type(vm, class_of(vm, cls))->flags & (TYPE_GUEST_HASH | TYPE_NO_HASH)) {
        return V_UNBOUND;
    }
    const Value *data = abc_data(vm, abc);
    if (!data) { return V_UNBOUND; }
    uint64_t serial;
    TRY(object_serial(vm, cls, &serial));
    Value key = int_value((int64_t)serial);
    if (abc_has(vm, data[ABC_YES], key)) { return V_TRUE; }
    const List *counter =
        is_exact(vm, data[ABC_COUNTER], T_LIST) ? as_list(vm, data[ABC_COUNTER]) : NULL;
    if (counter && counter->h.n == 1 && list_items(vm, counter)[0] == data[ABC_GENERATION] &&
        abc_has(vm, data[ABC_NO], key)) {
        return V_FALSE;
    }
    bool registered = abc_has(vm, data[ABC_REGISTRY], key) && abc_answers_itself(vm, abc);
    return registered ? V_TRUE : V_UNBOUND;
}

Value abc_known(Vm *vm, Value abc, Value cls, Value hook, Value hook_name) {
    return abc_is_hook(vm, hook, hook_name) ? abc_look_up(vm, abc, cls) : V_UNBOUND;
}

// ---- for hooks that call those of ABCMeta ------------------------------------------------------

static Value abc_known_subclass(Vm *vm, Value *a) {
    if (!is_type(vm, a[0]) || !is_type(vm, a[1])) { return V_NONE; }
    Value known = abc_look_up(vm, a[0], a[1]);
    return known == V_UNBOUND ? V_NONE : known;
}

static Value abc_known_instance(Vm *vm, Value *a) {
    if (class_is_own_word(vm, a[1])) { return V_NONE; }
    Value args[2] = {a[0], class_of(vm, a[1])};
    return abc_known_subclass(vm, args);
}

static const NativeDef abc_functions[] = {
    LEAF("known_instance", "cls, instance, /", abc_known_instance,
         "What an ABC remembers of an object's class, or None."),
    LEAF("known_subclass", "cls, subclass, /", abc_known_subclass,
         "What an ABC remembers of a class, or None."),
    NATIVE_END,
};

const ModuleDef abc_module = {"_abc_cache", NULL, abc_functions, NULL};
