// code.c: code objects and natives as Python sees them: attributes only.
#include "object/code.h"

#include "object/descr.h"
#include "object/iter_state.h"
#include "object/native_kind.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/call.h"
#include "vm/internals.h"
#include "object/positions.h"

static Value code_get_name(Vm *vm, Value v) { return as_code(vm, v)->name; }
static Value code_get_qualname(Vm *vm, Value v) { return as_code(vm, v)->qualname; }
static Value code_get_filename(Vm *vm, Value v) { return as_code(vm, v)->filename; }
static Value code_get_firstlineno(Vm *vm, Value v) { return int_value(as_code(vm, v)->first_line); }
static Value code_get_argcount(Vm *vm, Value v) { return int_value(as_code(vm, v)->n_args); }
static Value code_get_posonly(Vm *vm, Value v) { return int_value(as_code(vm, v)->n_posonly); }
static Value code_get_kwonly(Vm *vm, Value v) { return int_value(as_code(vm, v)->n_kwonly); }
static Value code_get_varnames(Vm *vm, Value v) { return as_code(vm, v)->varnames; }
static Value code_get_cellvars(Vm *vm, Value v) { return as_code(vm, v)->cellvars; }
static Value code_get_freevars(Vm *vm, Value v) { return as_code(vm, v)->freevars; }
static Value code_get_consts(Vm *vm, Value v) { return as_code(vm, v)->consts; }
static Value code_get_nlocals(Vm *vm, Value v) {
    return int_value(as_tuple(vm, as_code(vm, v)->varnames)->h.n);
}
static Value code_get_flags(Vm *vm, Value v) {
    return int_value(as_code(vm, v)->flags & 0xFFFFFFF);
}
static Value code_get_source(Vm *vm, Value v) { return as_code(vm, v)->source; }

static Value code_repr(Vm *vm, Value v) {
    const Code *c = as_code(vm, v);
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    return format_text(vm, "<code object %U at 0x%x, file \"%U\", line %u>", c->name,
                       (uint32_t)serial, c->filename, c->first_line);
}

static const GetSetDef code_getsets[] = {
    {"co_name", code_get_name, NULL, NULL},
    {"co_qualname", code_get_qualname, NULL, NULL},
    {"co_filename", code_get_filename, NULL, NULL},
    {"co_firstlineno", code_get_firstlineno, NULL, NULL},
    {"co_argcount", code_get_argcount, NULL, NULL},
    {"co_posonlyargcount", code_get_posonly, NULL, NULL},
    {"co_kwonlyargcount", code_get_kwonly, NULL, NULL},
    {"co_varnames", code_get_varnames, NULL, NULL},
    {"co_cellvars", code_get_cellvars, NULL, NULL},
    {"co_freevars", code_get_freevars, NULL, NULL},
    {"co_consts", code_get_consts, NULL, NULL},
    {"co_nlocals", code_get_nlocals, NULL, NULL},
    {"co_flags", code_get_flags, NULL, NULL},
    {"_co_source", code_get_source, NULL, NULL},
    {0},
};

const TypeDef code_type = {
    .name = "code",
    .tag = T_CODE,
    .hidden = true,
    .getsets = code_getsets,
    .repr = code_repr,
};

// ---- natives -----------------------------------------------------------------------------------

// These attributes serve functions and bound builtin methods alike.
static const NativeObj *native_of(Vm *vm, Value v) {
    if (is_tagged(vm, v, T_METHOD)) { v = ((BoundMethod *)ref_ptr(vm, v))->func; }
    return as_native(vm, v);
}

static Value native_get_name(Vm *vm, Value v) { return native_of(vm, v)->name; }
static Value native_get_qualname(Vm *vm, Value v) { return native_of(vm, v)->qualname; }
static Value native_get_doc(Vm *vm, Value v) {
    const char *doc = native_def(vm, native_of(vm, v))->doc;
    return doc ? str_new_cstr(vm, doc) : V_NONE;
}
static Value native_get_module(Vm *vm, Value v) {
    Value owner = native_of(vm, v)->owner;
    return is_ref(owner) && !is_type(vm, owner) ? owner : V_NONE;
}
static Value native_get_self(Vm *vm, Value v) {
    if (is_tagged(vm, v, T_METHOD)) { return ((BoundMethod *)ref_ptr(vm, v))->self; }
    const NativeObj *nat = as_native(vm, v); // a function's module, the class of a __new__
    if (!is_ref(nat->owner) || is_type(vm, nat->owner)) { return nat->owner; }
    Value module = dict_get_str(vm, as_dict(vm, vm->head->frozen), nat->owner);
    return module == V_UNBOUND ? V_NONE : module;
}
static Value native_get_objclass(Vm *vm, Value v) {
    Value owner = native_of(vm, v)->owner;
    if (is_ref(owner) && is_type(vm, owner)) { return owner; }
    return raise_no_attribute(vm, v, vm_name(vm, N___objclass__));
}
static Value native_get_signature(Vm *vm, Value v) {
    return format_text(vm, "(%s)", native_def(vm, native_of(vm, v))->sig);
}

Value native_repr(Vm *vm, Value v) {
    const NativeObj *n = as_native(vm, v);
    switch (native_class_tag(vm, n)) {
    case T_METHOD_DESCRIPTOR:
        return format_text(vm, "<method '%U' of '%N' objects>", n->name, n->owner);
    case T_WRAPPER_DESCRIPTOR:
        return format_text(vm, "<slot wrapper '%U' of '%N' objects>", n->name, n->owner);
    case T_CLASSMETHOD_DESCRIPTOR:
        return format_text(vm, "<method '%U' of '%N' objects>", n->name, n->owner);
    default: break;
    }
    if (!is_ref(n->owner) || !is_type(vm, n->owner)) {
        return format_text(vm, "<built-in function %U>", n->name);
    }
    return format_text(vm, "<built-in method %U of type object at 0x%x>", n->name,
                       ref_offset(n->owner));
}

#define NATIVE_COMMON                                                                              \
    {"__name__", native_get_name, NULL, NULL}, {"__qualname__", native_get_qualname, NULL, NULL},  \
        {"__doc__", native_get_doc, NULL, NULL}, {                                                 \
        "__text_signature__", native_get_signature, NULL, NULL                                     \
    }

const GetSetDef native_function_getsets[] = {
    NATIVE_COMMON,
    {"__module__", native_get_module, NULL, NULL},
    {"__self__", native_get_self, NULL, NULL},
    {0},
};
const GetSetDef native_descriptor_getsets[] = {
    NATIVE_COMMON,
    {"__objclass__", native_get_objclass, NULL, NULL},
    {0},
};
const GetSetDef native_wrapper_getsets[] = {
    NATIVE_COMMON,
    {"__self__", native_get_self, NULL, NULL},
    {"__objclass__", native_get_objclass, NULL, NULL},
    {0},
};

static Value native_get(Vm *vm, Value *a) {
    const NativeObj *n = as_native(vm, a[0]);
    TRY(descr_check_get(vm, a));
    if (a[1] == V_NONE || !(n->flags & PARAM_SELF)) { return a[0]; }
    return method_new(vm, a[0], a[1]);
}
Value callable_call(Vm *vm, Value *a) { return native_tailcall_full(vm, a[0], a[1], a[2]); }

// By name: of a module its name alone, of a class or an object getattr(it, name).
static Value native_reduce(Vm *vm, Value *a) {
    const NativeObj *nat = native_of(vm, a[0]);
    Value args[2] = {nat->owner, nat->name};
    if (is_tagged(vm, a[0], T_METHOD)) {
        args[0] = ((BoundMethod *)ref_ptr(vm, a[0]))->self;
    } else if (!is_ref(nat->owner) || !is_type(vm, nat->owner)) {
        return nat->name;
    }
    return reduce_by_builtin(vm, "getattr", args, 2, V_UNBOUND);
}

const NativeDef native_call_methods[] = {
    LEAF("__reduce__", "self, /", native_reduce, "Return state information for pickling."),
    TAIL("__call__", "self, /, *args, **kwargs", callable_call, "Call self as a function."),
    NATIVE_END,
};
const NativeDef native_descriptor_methods[] = {
    LEAF("__reduce__", "self, /", native_reduce, "Return state information for pickling."),
    TAIL("__call__", "self, /, *args, **kwargs", callable_call, "Call self as a function."),
    LEAF("__get__", "self, instance, owner=None, /", native_get,
         "Return an attribute of instance, which is of type owner."),
    NATIVE_END,
};

static Value native_compare(Vm *vm, int op, Value a, Value b) {
    (void)vm;
    return op == OP_EQ || op == OP_NE ? bool_value((a == b) == (op == OP_EQ)) : V_NOTIMPL;
}
static Value native_hash(Vm *vm, Value v) {
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    return int_value((int64_t)(serial & 0xFFFFFFFFFFFF));
}

const TypeDef native_type = {
    .compare = native_compare,
    .hash = native_hash,
    .name = "builtin_function_or_method",
    .tag = T_NATIVE,
    .hidden = true,
    .repr = native_repr,
};
