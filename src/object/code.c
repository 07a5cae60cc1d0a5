// code.c: natives as Python sees them: attributes only. Code objects: vm/code_object.c.
#include "object/code.h"

#include "object/descr.h"
#include "object/iter_state.h"
#include "object/native_kind.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "rt/leaf_ops.h"
#include "rt/machine.h"

// These attributes serve functions and bound builtin methods alike.
static const NativeObj *native_of(Vm *vm, Value v) {
    if (is_tagged(vm, v, T_METHOD)) { v = ((BoundMethod *)ref_ptr(vm, v))->func; }
    return as_native(vm, v);
}

static Value native_get_name(Vm *vm, Value v) { return native_of(vm, v)->name; }

Value native_prefix(Vm *vm, const NativeObj *n) {
    if (!is_ref(n->owner)) { return V_NONE; }
    if (is_type(vm, n->owner)) { return as_type(vm, n->owner)->qualname; }
    return n->owner == vm_name(vm, N_builtins) ? V_NONE : n->owner;
}

static Value native_get_qualname(Vm *vm, Value v) {
    const NativeObj *n = native_of(vm, v);
    if (!is_ref(n->owner) || !is_type(vm, n->owner)) { return n->name; }
    return format_text(vm, "%U.%U", native_prefix(vm, n), n->name);
}

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
// One parameter of a row without its converter; false: it has a default that cannot be written.
static bool signature_put(StrBuilder *b, const char **text, const char *first) {
    const char *p = *text, *end = p;
    bool quoted = false;
    while (*end && (quoted || *end != ',')) { quoted ^= *end++ == '\''; }
    const char *conv = memchr(p, ':', (size_t)(end - p)),
               *value = memchr(p, '=', (size_t)(end - p));
    if (value && conv > value) { conv = NULL; }
    const char *name_end = conv ? conv : value ? value : end;
    *text = *end ? end + 1 : end;
    bool shown = !value || strncmp(value, "=UNBOUND", 8) != 0;
    if (first) { return sb_put_cstr(b, first) && shown; }
    if (value && strncmp(value, "=NULL", 5) == 0) {
        return sb_put(b, p, (size_t)(name_end - p)) && sb_put_cstr(b, "=None");
    }
    return sb_put(b, p, (size_t)(name_end - p)) &&
           (!value || sb_put(b, value, (size_t)(end - value))) && shown;
}

// CPython's form: ($self, key, default=None, /). None where a default cannot be written.
static Value native_get_signature(Vm *vm, Value v) {
    const NativeObj *nat = native_of(vm, v);
    if (nat->name == vm_name(vm, N___new__)) {
        return str_new_cstr(vm, "($type, *args, **kwargs)");
    }
    bool init = nat->name == vm_name(vm, N___init__);
    if (init) { return str_new_cstr(vm, "($self, /, *args, **kwargs)"); }
    const char *text = native_def(vm, nat)->sig;
    const char *self = nat->flags & NATIVE_CLASS ? "$type"
                       : nat->flags & PARAM_SELF ? "$self"
                                                 : NULL;
    bool no_slash = !strchr(text, '/');
    StrBuilder b = str_builder(vm);
    TRY(sb_put_cstr(&b, "("));
    if (is_ref(nat->owner) && !is_type(vm, nat->owner)) {
        TRY(sb_put_cstr(&b, !*text ? "$module, /" : no_slash ? "$module, /, " : "$module, "));
    }
    for (bool first = true; *text; first = false) {
        while (*text == ' ') { text++; }
        if (!first) { TRY(sb_put_cstr(&b, ", ")); }
        if (!signature_put(&b, &text, first ? self : NULL)) {
            return vm->head->exc == V_NONE && !vm->alloc_failed ? V_NONE : V_RAISED;
        }
        if (first && self && no_slash) { TRY(sb_put_cstr(&b, ", /")); }
    }
    TRY(sb_put_cstr(&b, ")"));
    return sb_finish(&b);
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
    {"__qualname__", native_get_qualname, NULL, NULL}, {"__doc__", native_get_doc, NULL, NULL}, {  \
        "__text_signature__", native_get_signature, NULL, NULL                                     \
    }

const GetSetDef native_function_getsets[] = {
    {"__name__", native_get_name, NULL, NULL},
    NATIVE_COMMON,
    {"__module__", native_get_module, NULL, NULL},
    {"__self__", native_get_self, NULL, NULL},
    {0},
};
const GetSetDef native_descriptor_getsets[] = {
    {"__name__", native_get_name, getset_readonly, NULL},
    NATIVE_COMMON,
    {"__objclass__", native_get_objclass, getset_readonly, NULL},
    {0},
};
const GetSetDef native_wrapper_getsets[] = {
    {"__name__", native_get_name, NULL, NULL},
    NATIVE_COMMON,
    {"__self__", native_get_self, getset_readonly, NULL},
    {"__objclass__", native_get_objclass, NULL, NULL},
    {0},
};

bool native_check_class(Vm *vm, const NativeObj *n, Value cls) {
    if (!is_type(vm, cls)) {
        return raise_false(vm, EXC_TypeError,
                           "descriptor '%U' for type '%N' needs a type, not a '%T' as arg 2",
                           n->name, n->owner, cls);
    }
    if (is_subclass_of(vm, cls, n->owner)) { return true; }
    return raise_false(vm, EXC_TypeError,
                       "descriptor '%U' requires a subtype of '%N' but received '%N'", n->name,
                       n->owner, cls);
}

static Value native_get(Vm *vm, Value *a) {
    const NativeObj *n = as_native(vm, a[0]);
    TRY(descr_check_get(vm, a));
    if (native_class_tag(vm, n) == T_CLASSMETHOD_DESCRIPTOR) {
        Value cls = a[2] == V_NONE ? class_of(vm, a[1]) : a[2];
        return native_check_class(vm, n, cls) ? method_new(vm, a[0], cls) : V_RAISED;
    }
    if (a[1] == V_NONE || !(n->flags & PARAM_SELF)) { return a[0]; }
    if (!self_fits(vm, a[1], (TypeTag)n->self_tag, n->owner)) {
        return raise_error(vm, EXC_TypeError,
                           "descriptor '%U' for '%N' objects doesn't apply to a '%T' object",
                           n->name, n->owner, a[1]);
    }
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
    LEAF("__reduce__", "self, /", native_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    TAIL("__call__", "self, /, *args, **kwargs", callable_call, "What calling the object does."),
    NATIVE_END,
};
const NativeDef native_descriptor_methods[] = {
    LEAF("__reduce__", "self, /", native_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    TAIL("__call__", "self, /, *args, **kwargs", callable_call, "What calling the object does."),
    LEAF("__get__", "self, instance, owner=None, /", native_get,
         "The attribute, of an object or of its class."),
    NATIVE_END,
};

static Value native_hash(Vm *vm, Value v) {
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    return int_value((int64_t)(serial & 0xFFFFFFFFFFFF));
}

const TypeDef native_type = {
    .compare = method_compare,
    .hash = native_hash,
    .name = "builtin_function_or_method",
    .tag = T_NATIVE,
    .hidden = true,
    .repr = native_repr,
};
