// annotations.c: __annotations__ and __annotate__ of classes and modules (PEP 649, PEP 749): the
// dict is made by calling __annotate__ when it is first asked for.
#include "object/annotations.h"

#include "object/module.h"
#include "object/type.h"
#include "rt/leaf_ops.h"

// The namespace, and the names under which annotations stand in it.
static Dict *annotated_namespace(Vm *vm, Value v, Value *dict_name, Value *func_name) {
    bool cls = is_type(vm, v);
    *dict_name = vm_name(vm, cls ? N___annotations_cache__ : N___annotations__);
    *func_name = vm_name(vm, cls ? N___annotate_func__ : N___annotate__);
    return cls ? as_dict(vm, as_type(vm, v)->dict) : module_dict(vm, v);
}

static bool annotated_set(Vm *vm, Value v, Dict *d, Value name, Value x) {
    return is_type(vm, v) ? type_set_attr(vm, v, name, x) : dict_set_str(vm, d, name, x);
}

static Value annotations_get(Vm *vm, Frame *f) {
    Value v = f->slot[0], dict_name, func_name;
    if (!is_type(vm, v) && !is_tagged(vm, v, T_MODULE)) { return raise_stop(vm, STOP_CORRUPT); }
    if (is_type(vm, v) && (as_type(vm, v)->flags & TYPE_BUILTIN)) {
        return raise_error(vm, EXC_AttributeError,
                           "type object '%N' has no attribute '__annotations__'", v);
    }
    Dict *d = annotated_namespace(vm, v, &dict_name, &func_name);
    Value made = f->result;
    if (native_state(f) == 0) {
        Value own = dict_get_str(vm, d, vm_name(vm, N___annotations__));
        if (own == V_UNBOUND) { own = dict_get_str(vm, d, dict_name); }
        if (own != V_UNBOUND) { return own; }
        Value annotate = dict_get_str(vm, d, func_name);
        if (annotate == V_UNBOUND) { annotate = dict_get_str(vm, d, vm_name(vm, N___annotate__)); }
        if (annotate != V_UNBOUND && annotate != V_NONE) {
            return native_call1(vm, f, 1, annotate, int_value(1));
        }
        made = dict_new(vm, 0);
        TRY_VALUE(made);
    } else if (!is_tagged(vm, made, T_DICT)) {
        return raise_error(vm, EXC_TypeError, "__annotate__ returned non-dict of type '%T'", made);
    }
    return annotated_set(vm, v, d, dict_name, made) ? made : V_RAISED;
}

static bool annotated_may_change(Vm *vm, Value v, const char *name) {
    if (!is_type(vm, v) || !type_is_immutable(as_type(vm, v))) { return true; }
    return raise_false(vm, EXC_TypeError, "cannot set '%s' attribute of immutable type '%N'", name,
                       v);
}

// What would make the annotations goes out of the namespace when they are set or deleted.
static void annotated_drop(Vm *vm, Value v, Dict *d) {
    if (is_type(vm, v)) { dict_del_str(vm, d, vm_name(vm, N___annotate_func__)); }
    dict_del_str(vm, d, vm_name(vm, N___annotate__));
}

static Value annotations_set(Vm *vm, Value *a) {
    Value dict_name, func_name;
    Dict *d = annotated_namespace(vm, a[0], &dict_name, &func_name);
    TRY(annotated_may_change(vm, a[0], "__annotations__"));
    TRY(annotated_set(vm, a[0], d, dict_name, a[1]));
    annotated_drop(vm, a[0], d);
    return V_NONE;
}

static Value annotations_delete(Vm *vm, Value *a) {
    Value dict_name, func_name, name = vm_name(vm, N___annotations__);
    Dict *d = annotated_namespace(vm, a[0], &dict_name, &func_name);
    TRY(annotated_may_change(vm, a[0], "__annotations__"));
    bool direct = dict_get_str(vm, d, name) != V_UNBOUND;
    if (!direct && dict_get_str(vm, d, dict_name) == V_UNBOUND) {
        return raise_with(vm, EXC_AttributeError, name);
    }
    dict_del_str(vm, d, direct ? name : dict_name);
    annotated_drop(vm, a[0], d);
    return V_NONE;
}

static Value annotate_get(Vm *vm, Value *a) {
    Value dict_name, func_name;
    if (is_type(vm, a[0]) && (as_type(vm, a[0])->flags & TYPE_BUILTIN)) {
        return raise_error(vm, EXC_AttributeError,
                           "type object '%N' has no attribute '__annotate__'", a[0]);
    }
    Dict *d = annotated_namespace(vm, a[0], &dict_name, &func_name);
    Value v = dict_get_str(vm, d, func_name);
    if (v == V_UNBOUND) { v = dict_get_str(vm, d, vm_name(vm, N___annotate__)); }
    if (v != V_UNBOUND) { return v; }
    // that there is none stands in the namespace from now on
    return annotated_set(vm, a[0], d, func_name, V_NONE) ? V_NONE : V_RAISED;
}

static Value annotate_set(Vm *vm, Value *a) {
    Value dict_name, func_name;
    Dict *d = annotated_namespace(vm, a[0], &dict_name, &func_name);
    TRY(annotated_may_change(vm, a[0], "__annotate__"));
    if (a[1] != V_NONE && !is_callable(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "__annotate__ must be callable or None");
    }
    if (a[1] != V_NONE) { dict_del_str(vm, d, dict_name); }
    return annotated_set(vm, a[0], d, func_name, a[1]) ? V_NONE : V_RAISED;
}

static Value annotate_delete(Vm *vm, Value *a) {
    TRY(annotated_may_change(vm, a[0], "__annotate__"));
    return raise_error(vm, EXC_TypeError, "cannot delete __annotate__ attribute");
}

const NativeDef annotations_natives[] = {
    STEPS("__annotations__", "self, /", annotations_get, 0, NULL, NULL),
    LEAF("__annotations__", "self, value, /", annotations_set, NULL),
    LEAF("__annotations__", "self, /", annotations_delete, NULL),
    LEAF("__annotate__", "self, /", annotate_get, NULL),
    LEAF("__annotate__", "self, value, /", annotate_set, NULL),
    LEAF("__annotate__", "self, /", annotate_delete, NULL),
    NATIVE_END,
};
