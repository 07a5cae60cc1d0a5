// ops_text.c: repr, str, ascii and format of any value.
#include "vm/ops.h"

#include "object/singletons.h"
#include "object/str.h"
#include "rt/internals.h"
#include "vm/internals.h"

static Value text_special(Vm *vm, Value v, NameId name) {
    return type_lookup(vm, class_of(vm, v), vm_name(vm, name));
}

// The slot applies: v is exactly builtin, or its class inherits the builtin's method.
static bool text_slot_holds(Vm *vm, Value v, NameId name) {
    if (exact_def(vm, v)) { return true; }
    return is_exact(vm, text_special(vm, v, name), T_NATIVE);
}

Value repr_leaf(Vm *vm, Value v) {
    const TypeDef *d = def_of(vm, v);
    if (d && d->repr && text_slot_holds(vm, v, N___repr__)) {
        if (!leaf_enter(vm)) { return V_UNBOUND; }
        Value text = d->repr(vm, v);
        leaf_leave(vm);
        return text;
    }
    if (!is_ref(v)) { return singleton_repr(vm, v); }
    return V_UNBOUND;
}

Value str_leaf(Vm *vm, Value v) {
    if (is_str(vm, v)) { return v; }
    const TypeDef *d = def_of(vm, v);
    if (d && !exact_def(vm, v)) { return V_UNBOUND; }
    if (d && d->str) { return d->str(vm, v); }
    if (d && d->repr && !is_ref(v)) { return d->repr(vm, v); } // their classes have no __str__
    if (d && is_exact(vm, text_special(vm, v, N___str__), T_NATIVE) &&
        text_special(vm, v, N___str__) != object_method(vm, N___str__)) {
        return V_UNBOUND;
    }
    return repr_leaf(vm, v);
}

static Value text_check(Vm *vm, const char *what, Value v) {
    if (isinstance_str(vm, v)) { return v; }
    return raise_error(vm, EXC_TypeError, "%s returned non-string (type %T)", what, v);
}

Value repr_steps(Vm *vm, Frame *f) {
    enum { REPR_START, REPR_CALLED };
    if (native_state(f) == REPR_CALLED) { return text_check(vm, "__repr__", f->result); }
    Value v = repr_leaf(vm, f->slot[0]);
    if (v != V_UNBOUND) { return v; }
    return native_call_method(vm, f, REPR_CALLED, f->slot[0], vm_name(vm, N___repr__), 0, NULL);
}

Value str_steps(Vm *vm, Frame *f) {
    enum { STR_START, STR_CALLED };
    if (native_state(f) == STR_CALLED) { return text_check(vm, "__str__", f->result); }
    Value v = str_leaf(vm, f->slot[0]);
    if (v != V_UNBOUND) { return v; }
    Value m = text_special(vm, f->slot[0], N___str__);
    if (m == object_method(vm, N___str__)) {
        return native_call_method(vm, f, STR_CALLED, f->slot[0], vm_name(vm, N___repr__), 0, NULL);
    }
    return native_call_method(vm, f, STR_CALLED, f->slot[0], vm_name(vm, N___str__), 0, NULL);
}

// I_ASCII: repr with everything beyond ASCII escaped.
Value ascii_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 0) { return native_call1(vm, f, 1, internal(vm, I_REPR), f->slot[0]); }
    return str_ascii_escapes(vm, f->result);
}

Value format_leaf(Vm *vm, Value v, Value spec) {
    const Str *text = value_obj(vm, spec, T_STR);
    TRY(text);
    if (text->len == 0) {
        if (is_str(vm, v)) { return v; }
        if (exact_def(vm, v)) { return str_leaf(vm, v); }
        return V_UNBOUND;
    }
    return format_number_leaf(vm, v, spec);
}

Value op_format(Vm *vm, Value v, Value spec, uint64_t ret) {
    Value text = format_leaf(vm, v, spec);
    if (text != V_UNBOUND) { return text; }
    Value args[2] = {v, spec};
    return op_internal(vm, I_FORMAT, args, ret);
}

Value format_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) {
        if (isinstance_str(vm, f->result)) { return f->result; }
        return raise_error(vm, EXC_TypeError, "__format__ must return a str, not %T", f->result);
    }
    Value text = format_leaf(vm, f->slot[0], f->slot[1]);
    if (text != V_UNBOUND) { return text; }
    return native_call_method(vm, f, 1, f->slot[0], vm_name(vm, N___format__), 1, &f->slot[1]);
}

enum { VALUE_START, VALUE_CONVERTED, VALUE_DONE, VALUE_STR }; // saved: append only

// f'{v}' of an object whose class has the usual __format__: its __str__, or __repr__, when that is a
// function. V_UNBOUND: something is unusual.
static Value format_plain_object(Vm *vm, Frame *f) {
    Value v = f->slot[0];
    if (text_special(vm, v, N___format__) != object_method(vm, N___format__)) { return V_UNBOUND; }
    Value m = text_special(vm, v, N___str__);
    if (m == object_method(vm, N___str__)) { m = text_special(vm, v, N___repr__); }
    return is_exact(vm, m, T_FUNCTION) ? native_call1(vm, f, VALUE_STR, m, v) : V_UNBOUND;
}

// f'{v!r:spec}' in one operation, for what is not leaf: conversion, then format.
Value format_value_steps(Vm *vm, Frame *f) {
    Value spec = f->slot[2];
    if (spec != V_NONE) { TRY(value_obj(vm, spec, T_STR)); }
    switch (native_state(f)) {
    case VALUE_START: {
        int64_t conv = int_of(f->slot[1]);
        Internal op = conv == 'r' ? I_REPR : conv == 'a' ? I_ASCII : I_STR;
        if (conv == 0) {
            Value asked = spec == V_NONE ? format_plain_object(vm, f) : V_UNBOUND;
            if (asked != V_UNBOUND) { return asked; }
            f->result = f->slot[0];
            break;
        }
        return native_call1(vm, f, VALUE_CONVERTED, internal(vm, op), f->slot[0]);
    }
    case VALUE_CONVERTED: break;
    case VALUE_STR: return text_check(vm, "__str__", f->result);
    default: return f->result;
    }
    if (spec == V_NONE) {
        if (is_str(vm, f->result)) { return f->result; }
        spec = str_new(vm, "", 0);
        TRY_VALUE(spec);
    }
    return native_call2(vm, f, VALUE_DONE, internal(vm, I_FORMAT), f->result, spec);
}

Value op_format_conv(Vm *vm, Value v, uint32_t conversion, uint64_t ret) {
    Value text = V_UNBOUND;
    if (conversion == 0 || conversion == 's') {
        if (exact_def(vm, v)) { text = str_leaf(vm, v); }
    } else if (conversion == 'r') {
        text = repr_leaf(vm, v);
    }
    if (text != V_UNBOUND) { return text; }
    Value args[3] = {v, int_value(conversion), V_NONE};
    return op_internal(vm, I_FORMAT_VALUE, args, ret);
}
