// function.c: Python functions, bound methods and cells; their attributes.
//
// What most functions never have (an overridden name, __dict__ entries, annotations) stands in the
// dict `extra`: attributes under their names, overrides under the special names that also serve as
// attribute names (__name__, __doc__ …).
#include "object/code.h"
#include "object/key.h"

#include "object/annotations.h"

#include "object/descr.h"
#include "object/dict.h"
#include "object/iter_state.h"
#include "object/native_kind.h"
#include "object/str.h"
#include "object/tuple.h"
#include "rt/leaf_ops.h"
#include "rt/machine.h"

Value function_new(Vm *vm, Value code, Value globals) {
    Function *f = HEAP_MAKE(vm, FUNCTION, 0);
    TRY(f);
    f->code = code;
    f->globals = globals;
    f->closure = f->defaults = f->kwdefaults = f->extra = V_NONE;
    return ptr_value(vm, f);
}

Value method_new(Vm *vm, Value func, Value self) {
    BoundMethod *m = HEAP_MAKE(vm, METHOD, 0);
    TRY(m);
    m->func = func;
    m->self = self;
    return ptr_value(vm, m);
}

Value method_new_plain(Vm *vm, Value func, Value self) {
    Value v = method_new(vm, func, self);
    TRY_VALUE(v);
    as_obj(vm, v)->small = METHOD_PLAIN;
    return v;
}

Value cell_new(Vm *vm, Value v) {
    Cell *c = HEAP_MAKE(vm, CELL, 0);
    TRY(c);
    c->value = v;
    return ptr_value(vm, c);
}

static Value extra_get(Vm *vm, const Function *f, NameId name) {
    return is_ref(f->extra) ? dict_get_str(vm, as_dict(vm, f->extra), vm_name(vm, name))
                            : V_UNBOUND;
}

static bool extra_set(Vm *vm, Function *f, Value name, Value v) {
    if (!is_ref(f->extra)) {
        Value d = dict_new(vm, 2);
        if (d == V_RAISED) { return false; }
        obj_set(vm, f, &f->extra, d);
    }
    return dict_set_str(vm, as_dict(vm, f->extra), name, v);
}

// Attributes set on a function stand in the dict under __dict__ once that was asked for.
static Value function_dict(Vm *vm, Function *f) {
    Value d = extra_get(vm, f, N___dict__);
    if (d != V_UNBOUND) { return d; }
    d = dict_new(vm, 2);
    TRY_VALUE(d);
    return extra_set(vm, f, vm_name(vm, N___dict__), d) ? d : V_RAISED;
}

Value function_attr(Vm *vm, Value extra, Value name) {
    Value d = dict_get_str(vm, as_dict(vm, extra), vm_name(vm, N___dict__));
    return d == V_UNBOUND ? d : dict_get_str(vm, as_dict(vm, d), name);
}

bool function_set_attr(Vm *vm, Value func, Value name, Value v) {
    Value d = function_dict(vm, as_function(vm, func));
    if (d == V_RAISED) { return false; }
    if (v != V_UNBOUND) { return dict_set_str(vm, as_dict(vm, d), name, v); }
    if (dict_del_str(vm, as_dict(vm, d), name)) { return true; }
    raise_no_attribute(vm, func, name);
    return false;
}

Value function_name(Vm *vm, const Function *fn) {
    Value v = extra_get(vm, fn, N___name__);
    return v == V_UNBOUND ? as_code(vm, fn->code)->name : v;
}

Value code_qualname(Vm *vm, const Code *c) {
    Value prefix = code_prefix(c);
    if (prefix == V_NONE) { return c->qualname; }
    StrBuilder b = str_builder(vm); // no format_text, which shows functions
    TRY(sb_put_str(&b, prefix) && sb_put_char(&b, '.') && sb_put_str(&b, c->name));
    return sb_finish(&b);
}

Value function_qualname(Vm *vm, const Function *fn) {
    Value v = extra_get(vm, fn, N___qualname__);
    return v == V_UNBOUND ? code_qualname(vm, as_code(vm, fn->code)) : v;
}

// ---- attributes --------------------------------------------------------------------------------

static Value function_get_name(Vm *vm, Value self) {
    return function_name(vm, as_function(vm, self));
}
static bool set_text(Vm *vm, Value self, NameId id, Value v) {
    if (!isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError, "%U must be set to a string object", vm_name(vm, id));
    }
    return extra_set(vm, as_function(vm, self), vm_name(vm, id), v);
}
static bool function_set_name(Vm *vm, Value self, Value v) {
    return set_text(vm, self, N___name__, v);
}
static Value function_get_qualname(Vm *vm, Value self) {
    return function_qualname(vm, as_function(vm, self));
}
static bool function_set_qualname(Vm *vm, Value self, Value v) {
    return set_text(vm, self, N___qualname__, v);
}
static Value function_get_doc(Vm *vm, Value self) {
    Value v = extra_get(vm, as_function(vm, self), N___doc__);
    return v == V_UNBOUND ? as_code(vm, as_function(vm, self)->code)->doc : v;
}
static bool function_set_doc(Vm *vm, Value self, Value v) {
    return extra_set(vm, as_function(vm, self), vm_name(vm, N___doc__),
                     v == V_UNBOUND ? V_NONE : v);
}
static Value function_get_module(Vm *vm, Value self) {
    const Function *f = as_function(vm, self);
    Value v = extra_get(vm, f, N___module__);
    if (v != V_UNBOUND) { return v; }
    v = dict_get_str(vm, as_dict(vm, f->globals), vm_name(vm, N___name__));
    return v == V_UNBOUND ? V_NONE : v;
}
static bool function_set_module(Vm *vm, Value self, Value v) {
    return extra_set(vm, as_function(vm, self), vm_name(vm, N___module__),
                     v == V_UNBOUND ? V_NONE : v);
}
static Value function_get_code(Vm *vm, Value self) { return as_function(vm, self)->code; }
static bool function_set_code(Vm *vm, Value self, Value v) {
    Function *f = as_function(vm, self);
    if (!is_tagged(vm, v, T_CODE)) {
        return raise_false(vm, EXC_TypeError, "__code__ must be set to a code object");
    }
    uint32_t want = is_ref(f->closure) ? as_obj(vm, f->closure)->n : 0;
    uint32_t have = as_tuple(vm, as_code(vm, v)->freevars)->h.n;
    if (want != have) {
        return raise_false(vm, EXC_ValueError,
                           "%U() requires a code object with %u free vars, not %u",
                           function_get_name(vm, self), want, have);
    }
    // Names and the text that were the old code's stay the function's.
    Value qualname = function_qualname(vm, f);
    if (qualname == V_RAISED ||
        !extra_set(vm, f, vm_name(vm, N___name__), function_get_name(vm, self)) ||
        !extra_set(vm, f, vm_name(vm, N___qualname__), qualname) ||
        !extra_set(vm, f, vm_name(vm, N___doc__), function_get_doc(vm, self))) {
        return false;
    }
    obj_set(vm, f, &f->code, v);
    return true;
}
static Value function_get_builtins(Vm *vm, Value self) {
    return globals_builtins(vm, as_function(vm, self)->globals);
}
static Value function_get_globals(Vm *vm, Value self) { return as_function(vm, self)->globals; }
static Value function_get_closure(Vm *vm, Value self) { return as_function(vm, self)->closure; }
static Value function_get_defaults(Vm *vm, Value self) { return as_function(vm, self)->defaults; }
static bool function_set_defaults(Vm *vm, Value self, Value v) {
    Function *f = as_function(vm, self);
    if (v == V_UNBOUND) { v = V_NONE; }
    if (v != V_NONE && !is_tagged(vm, v, T_TUPLE)) {
        return raise_false(vm, EXC_TypeError, "__defaults__ must be set to a tuple object");
    }
    obj_set(vm, f, &f->defaults, v);
    return true;
}
static Value function_get_kwdefaults(Vm *vm, Value self) {
    return as_function(vm, self)->kwdefaults;
}
static bool function_set_kwdefaults(Vm *vm, Value self, Value v) {
    Function *f = as_function(vm, self);
    if (v == V_UNBOUND) { v = V_NONE; }
    if (v != V_NONE && !is_tagged(vm, v, T_DICT)) {
        return raise_false(vm, EXC_TypeError, "__kwdefaults__ must be set to a dict object");
    }
    obj_set(vm, f, &f->kwdefaults, v);
    return true;
}
static Value function_get_dict(Vm *vm, Value self) {
    return function_dict(vm, as_function(vm, self));
}
static bool function_set_dict(Vm *vm, Value self, Value v) {
    if (!is_tagged(vm, v, T_DICT)) {
        return raise_false(vm, EXC_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                           v);
    }
    return extra_set(vm, as_function(vm, self), vm_name(vm, N___dict__), v);
}
static Value function_get_type_params(Vm *vm, Value self) {
    Value v = extra_get(vm, as_function(vm, self), N___type_params__);
    return v == V_UNBOUND ? tuple_from(vm, NULL, 0) : v;
}
static bool function_set_type_params(Vm *vm, Value self, Value v) {
    if (!is_tagged(vm, v, T_TUPLE)) {
        return raise_false(vm, EXC_TypeError, "__type_params__ must be set to a tuple");
    }
    return extra_set(vm, as_function(vm, self), vm_name(vm, N___type_params__), v);
}
static Value function_get_annotate(Vm *vm, Value self) {
    Value v = extra_get(vm, as_function(vm, self), N___annotate__);
    return v == V_UNBOUND ? V_NONE : v;
}
static bool function_set_annotate(Vm *vm, Value self, Value v) {
    Function *f = as_function(vm, self);
    if (v == V_UNBOUND) { return raise_false(vm, EXC_TypeError, "__annotate__ cannot be deleted"); }
    if (v != V_NONE && !is_callable(vm, v)) {
        return raise_false(vm, EXC_TypeError, "__annotate__ must be callable or None");
    }
    if (is_ref(f->extra)) {
        dict_del_str(vm, as_dict(vm, f->extra), vm_name(vm, N___annotations__));
    }
    return extra_set(vm, f, vm_name(vm, N___annotate__), v);
}

// __annotations__: evaluated by calling __annotate__ once (PEP 649); the first read runs guest code
// and so goes through a property-like steps row.
static Value function_annotations_steps(Vm *vm, Frame *frame) {
    Function *f = slot_obj(vm, frame, 0, T_FUNCTION);
    TRY(f);
    if (native_state(frame) == 1) {
        if (!is_tagged(vm, frame->result, T_DICT)) {
            return raise_error(vm, EXC_TypeError, "__annotate__ returned non-dict of type '%T'",
                               frame->result);
        }
        TRY(extra_set(vm, f, vm_name(vm, N___annotations__), frame->result));
        return frame->result;
    }
    Value v = extra_get(vm, f, N___annotations__);
    if (v != V_UNBOUND) { return v; }
    Value annotate = extra_get(vm, f, N___annotate__);
    if (annotate != V_UNBOUND && annotate != V_NONE) {
        return native_call1(vm, frame, 1, annotate, int_value(1));
    }
    v = dict_new(vm, 0);
    TRY_VALUE(v);
    TRY(extra_set(vm, f, vm_name(vm, N___annotations__), v));
    return v;
}

static Value function_set_annotations(Vm *vm, Value *a) {
    Function *f = as_function(vm, a[0]);
    if (a[1] != V_NONE && a[1] != V_UNBOUND && !is_tagged(vm, a[1], T_DICT)) {
        return raise_error(vm, EXC_TypeError, "__annotations__ must be set to a dict object");
    }
    Value d = a[1];
    if (!is_ref(d)) {
        d = dict_new(vm, 0);
        TRY_VALUE(d);
    }
    TRY(extra_set(vm, f, vm_name(vm, N___annotations__), d));
    TRY(extra_set(vm, f, vm_name(vm, N___annotate__), V_NONE));
    return V_NONE;
}

static Value function_delete_annotations(Vm *vm, Value *a) {
    Value args[2] = {a[0], V_UNBOUND};
    return function_set_annotations(vm, args);
}

static Value function_repr(Vm *vm, Value v) {
    return format_text(vm, "<function %Q at 0x%x>", v, ref_offset(v));
}

static Value function_get(Vm *vm, Value *a) {
    TRY(descr_check_get(vm, a));
    return a[1] == V_NONE ? a[0] : method_new(vm, a[0], a[1]);
}

// Name, defaults, closure and keyword defaults of function(): None, or of the right kind.
static bool function_check_parts(Vm *vm, const Value *a) {
    static const struct {
        const char *name, *want;
        TypeTag tag;
    } rows[] = {{"arg 3 (name)", "string", T_STR},
                {"arg 4 (defaults)", "tuple", T_TUPLE},
                {"arg 5 (closure)", "tuple", T_TUPLE},
                {"arg 6 (kwdefaults)", "dict", T_DICT}};
    for (uint32_t i = 0; i < COUNT_OF(rows); i++) {
        bool needed = i == 2 && as_tuple(vm, as_code(vm, a[1])->freevars)->h.n > 0;
        if (is_tagged(vm, a[3 + i], rows[i].tag)) { continue; }
        if (a[3 + i] == V_NONE && !needed) { continue; }
        if (a[3 + i] == V_NONE) {
            return raise_false(vm, EXC_TypeError, "%s must be %s", rows[i].name, rows[i].want);
        }
        return raise_false(vm, EXC_TypeError, "%s must be None or %s", rows[i].name, rows[i].want);
    }
    uint32_t want = as_tuple(vm, as_code(vm, a[1])->freevars)->h.n;
    const Tuple *cells = is_ref(a[5]) ? as_tuple(vm, a[5]) : NULL;
    if (want != (cells ? cells->h.n : 0)) {
        return raise_false(vm, EXC_ValueError, "%U requires closure of length %u, not %u",
                           as_code(vm, a[1])->name, want, cells ? cells->h.n : 0);
    }
    for (uint32_t i = 0; i < want; i++) {
        if (is_tagged(vm, cells->items[i], T_CELL)) { continue; }
        return raise_false(vm, EXC_TypeError, "arg 5 (closure) expected cell, found %T",
                           cells->items[i]);
    }
    return true;
}

static Value function_make(Vm *vm, Value *a) {
    bool code = is_exact(vm, a[1], T_CODE);
    if (!code || !is_tagged(vm, a[2], T_DICT)) {
        return raise_error(vm, EXC_TypeError, "function() argument '%s' must be %s, not %s",
                           code ? "globals" : "code", code ? "dict" : "code",
                           argument_class_name(vm, code ? a[2] : a[1]));
    }
    TRY(function_check_parts(vm, a));
    Value fn = function_new(vm, a[1], a[2]);
    TRY_VALUE(fn);
    Function *f = as_function(vm, fn);
    f->defaults = a[4];
    f->closure = a[5];
    f->kwdefaults = a[6];
    if (a[3] != V_NONE) { TRY(function_set_name(vm, fn, a[3])); }
    return fn;
}

static const NativeDef function_methods[] = {
    LEAF_CLASS("__new__",
               "cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None",
               function_make, "A function of a code object and the namespace for its globals."),
    TAIL("__call__", "self, /, *args, **kwargs", callable_call, "What calling the object does."),
    LEAF("__get__", "self, instance, owner=None, /", function_get,
         "The attribute, of an object or of its class."),
    NATIVE_END,
};

const NativeDef function_annotations_natives[] = {
    STEPS("__annotations__", "self, /", function_annotations_steps, 0, NULL, NULL),
    LEAF("__annotations__", "self, value, /", function_set_annotations, NULL),
    LEAF("__annotations__", "self, /", function_delete_annotations, NULL),
    NATIVE_END,
};

static const GetSetDef function_getsets[] = {
    {"__name__", function_get_name, function_set_name, NULL},
    {"__qualname__", function_get_qualname, function_set_qualname, NULL},
    {"__doc__", function_get_doc, function_set_doc, NULL},
    {"__module__", function_get_module, function_set_module, NULL},
    {"__builtins__", function_get_builtins, getset_readonly, NULL},
    {"__code__", function_get_code, function_set_code, NULL},
    {"__globals__", function_get_globals, getset_readonly, NULL},
    {"__closure__", function_get_closure, getset_readonly, NULL},
    {"__defaults__", function_get_defaults, function_set_defaults, NULL},
    {"__kwdefaults__", function_get_kwdefaults, function_set_kwdefaults, NULL},
    {"__dict__", function_get_dict, function_set_dict, NULL},
    {"__type_params__", function_get_type_params, function_set_type_params, NULL},
    {"__annotate__", function_get_annotate, function_set_annotate, NULL},
    {0},
};

const TypeDef function_type = {
    .new_sig = "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)",
    .name = "function",
    .tag = T_FUNCTION,
    .hidden = true,
    .doc = "A function of a code object and the namespace for its globals.",
    .methods = function_methods,
    .getsets = function_getsets,
    .repr = function_repr,
};

// ---- bound methods -----------------------------------------------------------------------------

static BoundMethod *as_method(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value method_get_func(Vm *vm, Value self) { return as_method(vm, self)->func; }
static Value method_get_self(Vm *vm, Value self) { return as_method(vm, self)->self; }

static Value method_repr(Vm *vm, Value v) {
    const BoundMethod *m = as_method(vm, v);
    TypeTag kind = method_class_tag(vm, m);
    if (kind == T_METHOD) { return V_UNBOUND; }
    return format_text(vm,
                       kind == T_METHOD_WRAPPER ? "<method-wrapper '%U' of %T object at 0x%x>"
                                                : "<built-in method %U of %T object at 0x%x>",
                       as_native(vm, m->func)->name, m->self, ref_offset(v));
}

static Value method_repr_steps(Vm *vm, Frame *f) {
    const BoundMethod *m = slot_obj(vm, f, 0, T_METHOD);
    TRY(m);
    enum { METHOD_START, METHOD_QUALNAME, METHOD_NAME, METHOD_SELF };
    enum { NAME = 1 };
    switch (native_state(f)) {
    case METHOD_START:
        return native_call2(vm, f, METHOD_QUALNAME, internal(vm, I_HASATTR_GET), m->func,
                            vm_name(vm, N___qualname__));
    case METHOD_QUALNAME:
        if (f->result == V_UNBOUND) {
            return native_call2(vm, f, METHOD_NAME, internal(vm, I_HASATTR_GET), m->func,
                                vm_name(vm, N___name__));
        }
        f->slot[NAME] = f->result;
        break;
    case METHOD_NAME: f->slot[NAME] = f->result == V_UNBOUND ? V_NONE : f->result; break;
    default: {
        Value name = f->slot[NAME];
        if (!isinstance_str(vm, name)) { name = str_new_cstr(vm, "?"); }
        TRY_VALUE(name);
        return format_text(vm, "<bound method %U of %U>", name, f->result);
    }
    }
    return native_call1(vm, f, METHOD_SELF, internal(vm, I_REPR), m->self);
}

// Bound methods, and natives: only those that show the same class know one another.
Value method_compare(Vm *vm, int op, Value a, Value b) {
    if ((op != OP_EQ && op != OP_NE) || class_of(vm, a) != class_of(vm, b)) { return V_NOTIMPL; }
    bool equal = a == b;
    if (is_exact(vm, a, T_METHOD) && is_exact(vm, b, T_METHOD)) {
        const BoundMethod *x = as_method(vm, a), *y = as_method(vm, b);
        equal = x->func == y->func && x->self == y->self;
    }
    return bool_value(equal == (op == OP_EQ));
}

Value method_hash(Vm *vm, Value v) {
    const BoundMethod *m = as_method(vm, v);
    uint64_t a, b;
    TRY(object_serial(vm, m->func, &a));
    b = is_int(m->self) ? m->self : 0;
    if (is_ref(m->self)) { TRY(object_serial(vm, m->self, &b)); }
    return int_value((int64_t)((a * 1000003 ^ b) & 0xFFFFFFFFFF));
}

// Attributes that a method does not have are its function's.
static Value method_getattr(Vm *vm, Value v, Value name) {
    const BoundMethod *m = as_method(vm, v);
    if (method_class_tag(vm, m) != T_METHOD) { return V_UNBOUND; }
    Value own = type_lookup(vm, class_of(vm, v), name);
    if (own != V_UNBOUND && name != vm_name(vm, N___doc__)) { return V_UNBOUND; }
    Value got = getattr_leaf(vm, m->func, name);
    return got == V_UNBOUND ? V_CALLING : got;
}

static Value method_make(Vm *vm, Value *a) {
    uint32_t n;
    const Value *args = seq_items(vm, a[1], &n);
    if (as_dict(vm, a[2])->h.n > 0) {
        return raise_error(vm, EXC_TypeError, "method() takes no keyword arguments");
    }
    if (n != 2) { return raise_error(vm, EXC_TypeError, "method expected 2 arguments, got %u", n); }
    if (!is_callable(vm, args[0])) {
        return raise_error(vm, EXC_TypeError, "first argument must be callable");
    }
    if (args[1] == V_NONE) { return raise_error(vm, EXC_TypeError, "instance must not be None"); }
    return method_new_plain(vm, args[0], args[1]);
}

// A bound method stays bound as it is.
static Value method_get(Vm *vm, Value *a) { return descr_check_get(vm, a) ? a[0] : V_RAISED; }

static Value method_reduce(Vm *vm, Value *a) {
    const BoundMethod *m = as_method(vm, a[0]);
    Value name = getattr_leaf(vm, m->func, vm_name(vm, N___name__));
    TRY_VALUE(name);
    if (name == V_STOP || name == V_UNBOUND) {
        return raise_no_attribute(vm, m->func, vm_name(vm, N___name__));
    }
    Value args[2] = {m->self, name};
    return reduce_by_builtin(vm, "getattr", args, 2, V_UNBOUND);
}

static const NativeDef method_methods[] = {
    LEAF("__reduce__", "self, /", method_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    LEAF_CLASS("__new__", "cls, *args, **kwargs", method_make, NULL),
    TAIL("__call__", "self, /, *args, **kwargs", callable_call, "What calling the object does."),
    STEPS("__getattribute__", "self, name, /", type_getattribute_steps, 0, NULL,
          "What asking for an attribute does."),
    LEAF("__get__", "self, instance, owner=None, /", method_get,
         "The attribute, of an object or of its class."),
    STEPS("__repr__", "self, /", method_repr_steps, 1, NULL, "What repr(self) gives."),
    NATIVE_END,
};

// Of the function; reading goes by method_getattr.
static Value method_get_doc(Vm *vm, Value self) {
    Value got = getattr_leaf(vm, as_method(vm, self)->func, vm_name(vm, N___doc__));
    return got == V_STOP || got == V_UNBOUND ? V_NONE : got;
}

static const GetSetDef method_getsets[] = {
    {"__doc__", method_get_doc, NULL, NULL},
    {"__func__", method_get_func, getset_readonly, "the function that is called"},
    {"__self__", method_get_self, getset_readonly, "the object that comes first in calls"},
    {0},
};

const TypeDef method_type = {
    .new_sig = "(function, instance, /)",
    .name = "method",
    .tag = T_METHOD,
    .hidden = true,
    .doc = "A function together with the object that comes first in calls.",
    .methods = method_methods,
    .getsets = method_getsets,
    .repr = method_repr,
    .compare = method_compare,
    .hash = method_hash,
    .getattr = method_getattr,
};

// ---- cells -------------------------------------------------------------------------------------

static Value cell_get_contents(Vm *vm, Value self) {
    Value v = ((Cell *)ref_ptr(vm, self))->value;
    return v == V_UNBOUND ? raise_error(vm, EXC_ValueError, "Cell is empty") : v;
}

static bool cell_set_contents(Vm *vm, Value self, Value v) {
    Cell *c = ref_ptr(vm, self);
    obj_set(vm, c, &c->value, v);
    return true;
}

static Value cell_repr(Vm *vm, Value v) {
    const Cell *c = ref_ptr(vm, v);
    if (c->value == V_UNBOUND) { return format_text(vm, "<cell at 0x%x: empty>", ref_offset(v)); }
    return format_text(vm, "<cell at 0x%x: %T object at 0x%x>", ref_offset(v), c->value,
                       ref_offset(c->value));
}

static Value cell_make(Vm *vm, Value *a) { return cell_new(vm, a[1]); }

// Cells compare as what they hold; empty ones come first.
static Value cell_compare_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    if (!is_tagged(vm, f->slot[1], T_CELL)) { return V_NOTIMPL; }
    Value a = ((Cell *)ref_ptr(vm, f->slot[0]))->value,
          b = ((Cell *)ref_ptr(vm, f->slot[1]))->value;
    int op = native_magic(vm, f);
    if (a == V_UNBOUND || b == V_UNBOUND) {
        return compare_result(op, (a != V_UNBOUND) - (b != V_UNBOUND));
    }
    return native_call3(vm, f, 1, internal(vm, I_RICH_COMPARE), a, b, int_value(op));
}

static Value cell_compare(Vm *vm, int op, Value a, Value b) {
    (void)op, (void)a;
    return is_tagged(vm, b, T_CELL) ? V_UNBOUND : V_NOTIMPL;
}

#define CELL_COMPARE(name, op, doc)                                                                \
    STEPS_MAGIC(name, "self, value, /", cell_compare_steps, 0, NULL, op, doc)
static const NativeDef cell_methods[] = {
    CELL_COMPARE("__eq__", OP_EQ, "Whether self == value."),
    CELL_COMPARE("__ge__", OP_GE, "Whether self >= value."),
    CELL_COMPARE("__gt__", OP_GT, "Whether self > value."),
    CELL_COMPARE("__le__", OP_LE, "Whether self <= value."),
    CELL_COMPARE("__lt__", OP_LT, "Whether self < value."),
    CELL_COMPARE("__ne__", OP_NE, "Whether self != value."),
    LEAF_CLASS("__new__", "cls, contents=UNBOUND, /", cell_make,
               "A variable that several functions share."),
    NATIVE_END,
};

static const GetSetDef cell_getsets[] = {
    {"cell_contents", cell_get_contents, cell_set_contents, NULL},
    {0},
};

const TypeDef cell_type = {
    .name = "cell",
    .doc = "A variable that functions share.",
    .new_sig = "([contents])",
    .tag = T_CELL,
    .hidden = true,
    .unhashable = true,
    .methods = cell_methods,
    .getsets = cell_getsets,
    .compare = cell_compare,
    .repr = cell_repr,
};
