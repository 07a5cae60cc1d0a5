// exc_classes.c: the attributes and texts of single exception classes. See exc_classes.h.
#include "object/exc_classes.h"

#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

static Exception *exc_of(Vm *vm, Value v) { return ref_ptr(vm, v); }

static bool derives(Vm *vm, Value cls, ExcId id) {
    return is_subclass_of(vm, cls, exc_class(vm, id));
}

bool exc_class_init(Vm *vm, Value exc, Value cls) {
    Exception *e = exc_of(vm, exc);
    const Tuple *args = as_tuple(vm, e->args);
    Value first = args->h.n ? args->items[0] : V_NONE;
    if (derives(vm, cls, EXC_StopIteration)) {
        e->extra[0] = first;
    } else if (derives(vm, cls, EXC_SystemExit)) {
        e->extra[0] = args->h.n > 1 ? e->args : first;
    } else if (derives(vm, cls, EXC_ImportError)) {
        e->extra[2] = args->h.n == 1 ? first : V_NONE;
    }
    return true;
}

bool exc_class_keywords(Vm *vm, Value exc, Value kwargs, bool making) {
    if (!is_ref(kwargs) || as_dict(vm, kwargs)->h.n == 0) { return true; }
    Value cls = class_of(vm, exc);
    static const struct {
        ExcId id;
        uint16_t names[2];
    } known[] = {
        {EXC_NameError, {N_name, N_name}},
        {EXC_AttributeError, {N_name, N_obj}},
        {EXC_ImportError, {N_name, N_path}},
    };
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, as_dict(vm, kwargs), &pos, &key, &value);) {
        bool taken = false;
        for (uint32_t i = 0; i < COUNT_OF(known); i++) {
            for (uint32_t k = 0; k < 2 && !taken && derives(vm, cls, known[i].id); k++) {
                if (!str_equal(as_str(vm, key), as_str(vm, vm_name(vm, (NameId)known[i].names[k])))) {
                    continue;
                }
                exc_of(vm, exc)->extra[k] = value;
                taken = true;
            }
        }
        if (!taken && !making) {
            return raise_false(vm, EXC_TypeError, "%N() takes no keyword arguments", cls);
        }
    }
    return true;
}

Value exc_class_str(Vm *vm, Value exc) {
    Value cls = class_of(vm, exc);
    const Tuple *args = as_tuple(vm, exc_of(vm, exc)->args);
    if (derives(vm, cls, EXC_KeyError) && args->h.n == 1) {
        return repr_leaf(vm, args->items[0]);
    }
    return V_NONE;
}

static Value get_extra0(Vm *vm, Value v) {
    Value x = exc_of(vm, v)->extra[0];
    return x == V_UNBOUND ? V_NONE : x;
}
static Value get_extra1(Vm *vm, Value v) {
    Value x = exc_of(vm, v)->extra[1];
    return x == V_UNBOUND ? V_NONE : x;
}
static Value get_extra2(Vm *vm, Value v) {
    Value x = exc_of(vm, v)->extra[2];
    return x == V_UNBOUND ? V_NONE : x;
}
static bool set_extra(Vm *vm, Value v, int i, Value x) {
    Exception *e = exc_of(vm, v);
    obj_set(vm, e, &e->extra[i], x);
    return true;
}
static bool set_extra0(Vm *vm, Value v, Value x) { return set_extra(vm, v, 0, x); }
static bool set_extra1(Vm *vm, Value v, Value x) { return set_extra(vm, v, 1, x); }
static bool set_extra2(Vm *vm, Value v, Value x) { return set_extra(vm, v, 2, x); }

static const GetSetDef value_getsets[] = {
    {"value", get_extra0, set_extra0, "generator return value"},
    {0},
};
static const GetSetDef code_getsets[] = {
    {"code", get_extra0, set_extra0, "exception code"},
    {0},
};
static const GetSetDef name_getsets[] = {
    {"name", get_extra0, set_extra0, "name"},
    {0},
};
static const GetSetDef attribute_getsets[] = {
    {"name", get_extra0, set_extra0, "attribute name"},
    {"obj", get_extra1, set_extra1, "object"},
    {0},
};
static const GetSetDef import_getsets[] = {
    {"name", get_extra0, set_extra0, "module name"},
    {"path", get_extra1, set_extra1, "module path"},
    {"msg", get_extra2, set_extra2, "exception message"},
    {0},
};

const GetSetDef *exc_class_getsets(ExcId id) {
    switch (id) {
    case EXC_StopIteration: return value_getsets;
    case EXC_SystemExit: return code_getsets;
    case EXC_NameError: return name_getsets;
    case EXC_AttributeError: return attribute_getsets;
    case EXC_ImportError: return import_getsets;
    default: return NULL;
    }
}

const NativeDef *exc_class_methods(ExcId id) {
    (void)id;
    return NULL;
}
