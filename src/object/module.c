// module.c: modules.
#include "object/module.h"

#include "object/construct.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type.h"
#include "rt/machine.h"

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

bool module_put(Vm *vm, Value dict, const char *name, Value v) {
    Value key = intern_bytes(vm, name, (uint32_t)strlen(name));
    return key != V_RAISED && v != V_RAISED && dict_set_str(vm, as_dict(vm, dict), key, v);
}

// Every module tells its class in a field of its own, for it can be given another one.
static Module *module_alloc(Vm *vm, Value cls) { return derived_new(vm, T_MODULE, 0, cls); }

Value module_new(Vm *vm, Value name, Value doc) {
    Module *m = module_alloc(vm, vm->types[T_MODULE]);
    TRY(m);
    m->name = name;
    m->dict = dict_new(vm, 8);
    TRY_VALUE(m->dict);
    TRY(module_fill(vm, m->dict, name, doc));
    return ptr_value(vm, m);
}

static Value module_make(Vm *vm, Value *a) {
    TRY(construct_check(vm, T_MODULE, a[0]));
    Module *m = module_alloc(vm, a[0]);
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

// V_UNBOUND: the module's spec, its loader or a function of its own has a say.
static Value module_repr(Vm *vm, Value v) {
    static const uint16_t sayers[] = {N___spec__, N___loader__};
    Dict *d = module_dict(vm, v);
    Value file = dict_get_str(vm, d, vm_name(vm, N___file__));
    Value name = dict_get_str(vm, d, vm_name(vm, N___name__));
    for (uint32_t i = 0; i < COUNT_OF(sayers); i++) {
        if (dict_get_str(vm, d, vm_name(vm, (NameId)sayers[i])) != V_NONE) { return V_UNBOUND; }
    }
    bool asks = dict_get_str(vm, d, vm_name(vm, N___getattr__)) != V_UNBOUND;
    if (!isinstance_str(vm, name) || (file == V_UNBOUND ? asks : !isinstance_str(vm, file)) ||
        class_of(vm, v) != vm->types[T_MODULE]) {
        return V_UNBOUND;
    }
    if (file != V_UNBOUND) { return format_text(vm, "<module %R from %R>", name, file); }
    return format_text(
        vm, heap_is_image(vm, ref_offset(v)) ? "<module %R (built-in)>" : "<module %R>", name);
}

static Value module_repr_steps(Vm *vm, Frame *f) {
    Value text = module_repr(vm, f->slot[0]);
    if (text != V_UNBOUND) { return text; }
    Value fn = import_module_repr(vm);
    return fn == V_RAISED ? fn : native_tailcall(vm, fn, 1, f->slot);
}

static Value module_get_dict(Vm *vm, Value v) { return ((Module *)ref_ptr(vm, v))->dict; }

// The folder of a module's file, a package standing for its own: bytes of the path.
static uint32_t module_folder(const Str *file) {
    static const char init[] = "/__init__.py";
    uint32_t n = file->h.n, len = sizeof init - 1;
    if (n > len && memcmp(file->data + n - len, init, len) == 0) { n -= len; }
    while (n && file->data[n] != '/') { n--; }
    return n;
}

ModuleState module_state(Vm *vm, Value m) {
    Dict *d = module_dict(vm, m), *sys = as_dict(vm, vm->head->sys_dict);
    Value spec = dict_get_str(vm, d, vm_name(vm, N___spec__));
    Value file = dict_get_str(vm, d, vm_name(vm, N___file__));
    Value name = intern_bytes(vm, "_initializing", 13), key = intern_bytes(vm, "_path0", 6);
    if (name == V_RAISED || key == V_RAISED) {
        vm->alloc_failed = false;
        return MODULE_READY;
    }
    if (!isinstance_str(vm, file) || !has_attrs(vm, spec) || attrs_get(vm, spec, name) != V_TRUE) {
        return MODULE_READY;
    }
    Value first = dict_get_str(vm, sys, key);
    if (!isinstance_str(vm, first)) { return MODULE_PARTIAL; }
    const Str *f = as_str(vm, file), *p = as_str(vm, first);
    uint32_t n = module_folder(f);
    bool shadows = n == p->h.n && memcmp(f->data, p->data, n) == 0;
    return shadows ? MODULE_SHADOWS : MODULE_PARTIAL;
}

// A module may have a function of its own for this in its namespace; its class may say what that is.
static Value module_dir(Vm *vm, Frame *f) {
    enum { DIR_START, DIR_GOT_DICT };
    Value self = f->slot[0], name = vm_name(vm, N___dict__), dict = f->result;
    if (native_state(f) == DIR_START) {
        if (!is_exact(vm, type_lookup(vm, class_of(vm, self), name), T_GETSET)) {
            return native_call2(vm, f, DIR_GOT_DICT, internal(vm, I_GETATTR), self, name);
        }
        dict = ptr_value(vm, module_dict(vm, self));
    }
    if (!is_tagged(vm, dict, T_DICT)) {
        return raise_error(vm, EXC_TypeError, "<module>.__dict__ is not a dictionary");
    }
    const Dict *d = as_dict(vm, dict); // in the order of the namespace
    Value own = dict_get_str(vm, d, vm_name(vm, N___dir__));
    if (own != V_UNBOUND) { return native_tailcall(vm, own, 0, f->slot); }
    Value names = list_new(vm, d->h.n), key, value;
    TRY(names != V_RAISED && native_charge(vm, d->h.n / 16));
    for (uint32_t pos = 0; dict_next(vm, d, &pos, &key, &value);) {
        TRY(list_append(vm, as_list(vm, names), key));
    }
    return names;
}

static const NativeDef module_methods[] = {
    STEPS("__getattribute__", "self, name, /", type_getattribute_steps, 0, NULL,
          "What asking for an attribute does."),
    STEPS("__dir__", "self, /", module_dir, 0, NULL, "The names that dir() lists."),
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", module_make, NULL),
    STEPS("__repr__", "self, /", module_repr_steps, 0, NULL, "What repr(self) gives."),
    LEAF("__init__", "self, name: str, doc=None", module_init,
         "A module: its names are attributes."),
    NATIVE_END,
};

static const GetSetDef module_getsets[] = {
    {"__dict__", module_get_dict, getset_readonly, NULL},
    {0},
};

const TypeDef module_type = {
    .new_sig = "(name, doc=None)",
    .name = "module",
    .tag = T_MODULE,
    .hidden = true,
    .subclassable = true,
    .doc = "A module: its names are attributes.",
    .methods = module_methods,
    .getsets = module_getsets,
    .repr = module_repr,
};
