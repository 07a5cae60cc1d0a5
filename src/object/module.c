// module.c: modules.
#include "object/module.h"

#include "object/construct.h"
#include "object/str.h"
#include "vm/internals.h"
#include "vm/ops.h"

static bool module_fill(Vm *vm, Value dict, Value name, Value doc) {
    static const uint16_t nones[] = {N___package__, N___loader__, N___spec__};
    Dict *d = as_dict(vm, dict);
    if (!dict_set_str(vm, d, vm_name(vm, N___name__), name)) { return false; }
    if (!dict_set_str(vm, d, vm_name(vm, N___doc__), doc)) { return false; }
    for (uint32_t i = 0; i < COUNT_OF(nones); i++) {
        if (!dict_set_str(vm, d, vm_name(vm, (NameId)nones[i]), V_NONE)) { return false; }
    }
    return true;
}

Value module_new(Vm *vm, Value name, Value doc) {
    Module *m = heap_new(vm, T_MODULE, 0);
    TRY(m);
    m->name = name;
    m->dict = dict_new(vm, 8);
    TRY_VALUE(m->dict);
    TRY(module_fill(vm, m->dict, name, doc));
    return ptr_value(vm, m);
}

static Value module_make(Vm *vm, Value *a) {
    Module *m = construct(vm, T_MODULE, a[0], 0);
    TRY(m);
    m->name = V_NONE;
    m->dict = dict_new(vm, 8);
    TRY_VALUE(m->dict);
    return ptr_value(vm, m);
}

static Value module_init(Vm *vm, Value *a) {
    Module *m = ref_ptr(vm, a[0]);
    obj_set(vm, m, &m->name, a[1]);
    return module_fill(vm, m->dict, a[1], a[2]) ? V_NONE : V_RAISED;
}

static Value module_repr(Vm *vm, Value v) {
    Dict *d = module_dict(vm, v);
    Value name = dict_get_str(vm, d, vm_name(vm, N___name__));
    Value file = dict_get_str(vm, d, vm_name(vm, N___file__));
    if (!isinstance_str(vm, name)) { name = str_new_cstr(vm, "?"); }
    TRY_VALUE(name);
    if (isinstance_str(vm, file)) { return format_text(vm, "<module %R from %R>", name, file); }
    return format_text(
        vm, heap_is_image(vm, ref_offset(v)) ? "<module %R (built-in)>" : "<module %R>", name);
}

static Value module_get_dict(Vm *vm, Value v) { return ((Module *)ref_ptr(vm, v))->dict; }

static const NativeDef module_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", module_make, NULL),
    LEAF("__init__", "self, name: str, doc=None", module_init, "Create a module object."),
    NATIVE_END,
};

static const GetSetDef module_getsets[] = {
    {"__dict__", module_get_dict, NULL, NULL},
    {0},
};

const TypeDef module_type = {
    .name = "module",
    .tag = T_MODULE,
    .hidden = true,
    .subclassable = true,
    .doc = "Create a module object.",
    .methods = module_methods,
    .getsets = module_getsets,
    .repr = module_repr,
};
