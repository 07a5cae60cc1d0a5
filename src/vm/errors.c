// errors.c: making and raising exceptions from C (rt/errors.h).
#include "rt/errors.h"

#include "object/exc.h"
#include "object/module.h"
#include "object/type.h"
#include "rt/format_text.h"
#include "vm/internals.h"

#include <stdarg.h>

bool is_exception(Vm *vm, Value v) { return is_tagged(vm, v, T_EXCEPTION); }

bool is_exception_class(Vm *vm, Value v) {
    return is_type(vm, v) && (as_type(vm, v)->flags & TYPE_EXCEPTION);
}

Value raise_value(Vm *vm, Value exc) {
    if (NX_UNLIKELY(!is_exception(vm, exc))) { return raise_stop(vm, STOP_CORRUPT); }
    Exception *e = ref_ptr(vm, exc);
    Value handled = vm->head->handled;
    if (is_ref(handled) && handled != exc && e->context == V_NONE) {
        // The exception being handled becomes the context, unless that would close a cycle.
        Value c = handled;
        for (uint32_t i = 0; i < 1000 && is_ref(c); i++) {
            Exception *x = ref_ptr(vm, c);
            if (x->context == exc) {
                obj_set(vm, x, &x->context, V_NONE);
                break;
            }
            c = x->context;
        }
        obj_set(vm, e, &e->context, handled);
    }
    vm->head->exc = exc;
    return V_RAISED;
}

// The same for an exception just made: it is in no chain yet, so none is walked.
static Value raise_new(Vm *vm, Value exc) {
    TRY_VALUE(exc);
    Value handled = vm->head->handled;
    if (is_ref(handled)) { ((Exception *)ref_ptr(vm, exc))->context = handled; }
    vm->head->exc = exc;
    return V_RAISED;
}

Value raise_memory_error(Vm *vm) {
    Value args = tuple_from(vm, NULL, 0);
    Value exc = args == V_RAISED ? args : exc_new(vm, exc_class(vm, EXC_MemoryError), args);
    if (exc != V_RAISED) { return raise_new(vm, exc); }
    vm->alloc_failed = false;
    Exception *e = ref_ptr(vm, vm->head->memory_error);
    obj_touch(vm, e);
    e->traceback = e->context = e->cause = e->notes = V_NONE;
    vm->head->exc = vm->head->memory_error;
    return V_RAISED;
}

Value raise_error(Vm *vm, ExcId id, const char *fmt, ...) {
    if (vm->stop) { return V_RAISED; }
    va_list ap;
    va_start(ap, fmt);
    Value text = format_text_v(vm, fmt, ap);
    va_end(ap);
    if (text == V_RAISED) { return V_RAISED; } // out of memory: retried, then MemoryError
    return raise_with(vm, id, text);
}

Value format_text(Vm *vm, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    Value text = format_text_v(vm, fmt, ap);
    va_end(ap);
    return text;
}

Value raise_with(Vm *vm, ExcId id, Value arg) {
    Value args = tuple_from(vm, &arg, 1);
    TRY_VALUE(args);
    return raise_new(vm, exc_new(vm, exc_class(vm, id), args));
}

Value stop_iteration_new(Vm *vm, Value value) {
    Value args = tuple_from(vm, &value, value == V_NONE ? 0 : 1);
    TRY_VALUE(args);
    return exc_new(vm, exc_class(vm, EXC_StopIteration), args);
}

Value raise_stop_iteration(Vm *vm, Value value) {
    return raise_new(vm, stop_iteration_new(vm, value));
}

Value attribute_error_of(Vm *vm, Value obj, Value name) {
    if (is_exception(vm, vm->head->exc) && !vm->alloc_failed) {
        Exception *e = ref_ptr(vm, vm->head->exc);
        obj_set(vm, e, &e->extra[0], name);
        obj_set(vm, e, &e->extra[1], obj);
    }
    return V_RAISED;
}

Value raise_no_attribute(Vm *vm, Value obj, Value name) {
    if (is_type(vm, obj)) {
        raise_error(vm, EXC_AttributeError, "type object '%N' has no attribute '%U'", obj, name);
    } else if (is_tagged(vm, obj, T_MODULE)) {
        Value module_name = dict_get_str(vm, module_dict(vm, obj), vm_name(vm, N___name__));
        if (isinstance_str(vm, module_name)) {
            static const char *const texts[] = {
                [MODULE_READY] = "module '%U' has no attribute '%U'",
                [MODULE_PARTIAL] = "partially initialized module '%U' from '%U' has no attribute "
                                   "'%U' (most likely due to a circular import)",
                [MODULE_SHADOWS] = "module '%U' has no attribute '%U' (consider renaming '%U' if "
                                   "it has the same name as a library you intended to import)",
            };
            ModuleState state = module_state(vm, obj);
            Value file = dict_get_str(vm, module_dict(vm, obj), vm_name(vm, N___file__));
            bool partial = state == MODULE_PARTIAL;
            raise_error(vm, EXC_AttributeError, texts[state], module_name, partial ? file : name,
                        partial ? name : file);
        } else {
            raise_error(vm, EXC_AttributeError, "module has no attribute '%U'", name);
        }
    } else {
        raise_error(vm, EXC_AttributeError, "'%T' object has no attribute '%U'", obj, name);
    }
    return attribute_error_of(vm, obj, name);
}

bool isinstance_exc(Vm *vm, Value v, ExcId id) {
    return is_exception(vm, v) && is_subclass_of(vm, class_of(vm, v), exc_class(vm, id));
}

bool exc_matches(Vm *vm, ExcId id) { return isinstance_exc(vm, vm->head->exc, id); }
