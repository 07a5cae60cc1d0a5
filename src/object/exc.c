// exc.c: exception instances: construction, text, attributes and tracebacks. What single classes
// add (OSError, SyntaxError, Unicode errors, groups …) is in exc_classes.c.
#include "object/exc.h"

#include "object/exc_classes.h"
#include "object/items.h"
#include "object/list.h"
#include "object/type.h"
#include "rt/internals.h"
#include "rt/leaf_ops.h"

static Exception *as_exc(Vm *vm, Value v) { return ref_ptr(vm, v); }

Value exc_new(Vm *vm, Value cls, Value args) {
    TRY_VALUE(args);
    if (!is_exception_class(vm, cls)) { return raise_stop(vm, STOP_CORRUPT); }
    Exception *e = derived_new(vm, T_EXCEPTION, 0, cls);
    TRY(e);
    e->args = args;
    e->traceback = e->context = e->cause = e->notes = V_NONE;
    e->extra[0] = e->extra[1] = e->extra[2] = V_UNBOUND;
    Value v = ptr_value(vm, e);
    return exc_class_init(vm, v, cls, false) ? v : V_RAISED;
}

bool exc_add_traceback(Vm *vm, Value exc, Value code, Value globals, uint32_t pc) {
    Exception *e = as_exc(vm, exc);
    Traceback *t = HEAP_MAKE_ZEROED(vm, TRACEBACK);
    if (!t) { return false; }
    t->next = e->traceback;
    t->code = code;
    t->frame = globals;
    t->pc = pc;
    obj_set(vm, e, &e->traceback, ptr_value(vm, t));
    return true;
}

Value exc_match_classes(Vm *vm, Value exc, Value classes) {
    const Value *list = &classes;
    uint32_t n = 1;
    if (is_tagged(vm, classes, T_TUPLE)) { list = seq_items(vm, classes, &n); }
    bool hit = false;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_exception_class(vm, list[i])) {
            return raise_error(vm, EXC_TypeError,
                               "catching classes that do not inherit from "
                               "BaseException is not allowed");
        }
        hit = hit || is_subclass_of(vm, class_of(vm, exc), list[i]);
    }
    return bool_value(hit);
}

Value exc_str_leaf(Vm *vm, Value exc) {
    Value text = exc_class_str(vm, exc);
    if (text != V_NONE) { return text; }
    const Tuple *args = as_tuple(vm, as_exc(vm, exc)->args);
    if (args->h.n == 0) { return str_new(vm, "", 0); }
    if (args->h.n == 1) { return str_leaf(vm, args->items[0]); }
    return repr_leaf(vm, as_exc(vm, exc)->args);
}

// The class keeps BaseException's __str__ unless guest code replaced it.
static Value exc_str(Vm *vm, Value v) { return exc_str_leaf(vm, v); }

static Value exc_str_steps(Vm *vm, Frame *f) {
    Exception *e = slot_obj(vm, f, 0, T_EXCEPTION);
    TRY(e);
    if (native_state(f) == 1) { return f->result; }
    if (native_state(f) == 2) {
        if (!isinstance_str(vm, f->result)) { return raise_stop(vm, STOP_CORRUPT); }
        return exc_syntax_text(vm, f->slot[0], f->result);
    }
    Value text = exc_str_leaf(vm, f->slot[0]);
    if (text != V_UNBOUND) { return text; }
    if (isinstance_exc(vm, f->slot[0], EXC_SyntaxError)) {
        return native_call1(vm, f, 2, internal(vm, I_STR), exc_syntax_msg(vm, f->slot[0]));
    }
    const Tuple *args = as_tuple(vm, e->args);
    bool one = args->h.n == 1;
    bool key = one && isinstance_exc(vm, f->slot[0], EXC_KeyError);
    return native_call1(vm, f, 1, internal(vm, one && !key ? I_STR : I_REPR),
                        one ? args->items[0] : e->args);
}

static Value exc_repr_steps(Vm *vm, Frame *f) {
    Exception *e = slot_obj(vm, f, 0, T_EXCEPTION);
    TRY(e);
    Value name = as_type(vm, class_of(vm, f->slot[0]))->name;
    Value shown =
        exc_group_args(vm, f->slot[0]); // what a group was made of, whatever `args` says now
    TRY_VALUE(shown);
    if (shown == V_UNBOUND) { shown = e->args; }
    const Tuple *args = as_tuple(vm, shown);
    if (native_state(f) == 1) {
        return format_text(vm, args->h.n == 1 ? "%U(%U)" : "%U%U", name, f->result);
    }
    if (args->h.n == 0) { return format_text(vm, "%U()", name); }
    return native_call1(vm, f, 1, internal(vm, I_REPR), args->h.n == 1 ? args->items[0] : shown);
}

Value exc_make(Vm *vm, Value *a) {
    if (!is_type(vm, a[0]) || !is_exception_class(vm, a[0])) {
        return raise_error(vm, EXC_TypeError,
                           "BaseException.__new__(X): X is not an exception type");
    }
    Value cls = a[0], args = a[1];
    if (exc_os_is_made(vm, cls)) {
        if (as_dict(vm, a[2])->h.n) {
            return raise_error(vm, EXC_TypeError, "%N() takes no keyword arguments", cls);
        }
        bool os = cls == exc_class(vm, EXC_OSError);
        cls = os ? exc_os_class(vm, as_tuple(vm, args)) : cls;
    } else if (is_subclass_of(vm, cls, exc_class(vm, EXC_OSError))) {
        args = tuple_from(vm, NULL, 0); // its __init__ takes them
        TRY_VALUE(args);
    }
    Value exc = exc_new(vm, cls, args);
    TRY_VALUE(exc);
    return exc_class_keywords(vm, exc, a[2], true) ? exc : V_RAISED;
}

Value exc_init(Vm *vm, Value *a) {
    Exception *e = as_exc(vm, a[0]);
    if (exc_os_is_made(vm, class_of(vm, a[0]))) { return V_NONE; }
    if (!exc_class_keywords(vm, a[0], a[2], false)) { return V_RAISED; }
    obj_set(vm, e, &e->args, a[1]);
    return exc_class_init(vm, a[0], class_of(vm, a[0]), true) ? V_NONE : V_RAISED;
}

static Value exc_with_traceback(Vm *vm, Value *a) {
    Exception *e = as_exc(vm, a[0]);
    if (a[1] != V_NONE && !is_tagged(vm, a[1], T_TRACEBACK)) {
        return raise_error(vm, EXC_TypeError, "__traceback__ must be a traceback or None");
    }
    obj_set(vm, e, &e->traceback, a[1]);
    return a[0];
}

bool exc_note(Vm *vm, Value exc, Value note) {
    Value name = vm_name(vm, N___notes__);
    Value notes = attrs_get(vm, exc, name);
    if (notes == V_UNBOUND) {
        notes = list_new(vm, 1);
        if (notes == V_RAISED || !attrs_set(vm, exc, name, notes)) { return false; }
    }
    if (!is_tagged(vm, notes, T_LIST)) {
        return raise_false(vm, EXC_TypeError, "Cannot add note: __notes__ is not a list");
    }
    return list_append(vm, as_list(vm, notes), note);
}

static Value exc_add_note(Vm *vm, Value *a) { return exc_note(vm, a[0], a[1]) ? V_NONE : V_RAISED; }

// Sets the attributes that a dict names, over a copy of it.
static Value exc_setstate(Vm *vm, Frame *f) {
    enum { SELF, STATE, POS };
    if (native_state(f) == 0) {
        if (f->slot[STATE] == V_NONE) { return V_NONE; }
        if (!is_tagged(vm, f->slot[STATE], T_DICT)) {
            return raise_error(vm, EXC_TypeError, "state is not a dictionary");
        }
        f->slot[STATE] = dict_copy(vm, as_dict(vm, f->slot[STATE]));
        TRY_VALUE(f->slot[STATE]);
        f->slot[POS] = int_value(0);
    }
    Dict *d = slot_obj(vm, f, STATE, T_DICT);
    TRY(d);
    uint32_t pos = (uint32_t)int_of(f->slot[POS]);
    Value key, value;
    if (!dict_next(vm, d, &pos, &key, &value)) { return V_NONE; }
    f->slot[POS] = int_value(pos);
    return native_call3(vm, f, 1, internal(vm, I_SETATTR), f->slot[SELF], key, value);
}

Value exc_reduce(Vm *vm, Value *a) {
    Value parts[3] = {class_of(vm, a[0]), as_exc(vm, a[0])->args, V_NONE};
    bool asked = attrs_has_dict(vm, a[0]);
    parts[2] = asked ? attrs_dict(vm, a[0]) : dict_new(vm, 0);
    TRY_VALUE(parts[2]);
    TRY(exc_class_reduce(vm, a[0], &parts[1], &parts[2]));
    return tuple_from(vm, parts, asked || as_dict(vm, parts[2])->h.n ? 3 : 2);
}

// ---- attributes --------------------------------------------------------------------------------

static Value exc_get_args(Vm *vm, Value v) { return as_exc(vm, v)->args; }
static bool exc_set_args(Vm *vm, Value v, Value x) {
    if (x == V_UNBOUND) { return raise_false(vm, EXC_TypeError, "args may not be deleted"); }
    if (!is_tagged(vm, x, T_TUPLE)) { return false; } // its items, by I_EXC_SET_ARGS
    obj_set(vm, as_exc(vm, v), &as_exc(vm, v)->args, x);
    return true;
}
Value exc_set_args_steps(Vm *vm, Frame *f) {
    if (!is_tagged(vm, f->slot[0], T_EXCEPTION)) { return raise_stop(vm, STOP_CORRUPT); }
    if (native_state(f) == 0) { return native_call1(vm, f, 1, internal(vm, I_DRAIN), f->slot[1]); }
    uint32_t n;
    if (!is_tagged(vm, f->result, T_LIST)) { return raise_stop(vm, STOP_CORRUPT); }
    const Value *items = seq_items(vm, f->result, &n);
    Value args = tuple_from(vm, n ? items : NULL, n);
    TRY_VALUE(args);
    obj_set(vm, as_exc(vm, f->slot[0]), &as_exc(vm, f->slot[0])->args, args);
    return V_NONE;
}
static Value exc_get_traceback(Vm *vm, Value v) { return as_exc(vm, v)->traceback; }
static bool exc_set_traceback(Vm *vm, Value v, Value x) {
    if (x == V_UNBOUND) {
        return raise_false(vm, EXC_TypeError, "__traceback__ may not be deleted");
    }
    if (x != V_NONE && !is_tagged(vm, x, T_TRACEBACK)) {
        return raise_false(vm, EXC_TypeError, "__traceback__ must be a traceback or None");
    }
    obj_set(vm, as_exc(vm, v), &as_exc(vm, v)->traceback, x);
    return true;
}
static Value exc_get_context(Vm *vm, Value v) { return as_exc(vm, v)->context; }
static bool exc_set_context(Vm *vm, Value v, Value x) {
    if (x == V_UNBOUND) { return raise_false(vm, EXC_TypeError, "__context__ may not be deleted"); }
    if (x != V_NONE && !is_exception(vm, x)) {
        return raise_false(vm, EXC_TypeError,
                           "exception context must be None or derive from BaseException");
    }
    obj_set(vm, as_exc(vm, v), &as_exc(vm, v)->context, x);
    return true;
}
static Value exc_get_cause(Vm *vm, Value v) { return as_exc(vm, v)->cause; }
static bool exc_set_cause(Vm *vm, Value v, Value x) {
    if (x == V_UNBOUND) { return raise_false(vm, EXC_TypeError, "__cause__ may not be deleted"); }
    if (x != V_NONE && !is_exception(vm, x)) {
        return raise_false(vm, EXC_TypeError,
                           "exception cause must be None or derive from BaseException");
    }
    Exception *e = as_exc(vm, v);
    obj_set(vm, e, &e->cause, x);
    e->h.small |= EXC_SUPPRESS_CONTEXT;
    return true;
}
static Value exc_get_suppress(Vm *vm, Value v) {
    return bool_value(as_exc(vm, v)->h.small & EXC_SUPPRESS_CONTEXT);
}
static bool exc_set_suppress(Vm *vm, Value v, Value x) {
    Exception *e = as_exc(vm, v);
    if (x == V_UNBOUND) {
        return raise_false(vm, EXC_TypeError, "can't delete numeric/char attribute");
    }
    if (!is_bool(x)) { return raise_false(vm, EXC_TypeError, "attribute value type must be bool"); }
    obj_touch(vm, e);
    e->h.small = x == V_TRUE ? EXC_SUPPRESS_CONTEXT : 0;
    return true;
}

static const NativeDef exception_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", exc_make, "Create and return a new object."),
    LEAF("__init__", "self, /, *args, **kwargs", exc_init, "Initialize self."),
    STEPS("__repr__", "self, /", exc_repr_steps, 0, NULL, "What repr(self) gives."),
    STEPS("__str__", "self, /", exc_str_steps, 0, NULL, "What str(self) gives."),
    LEAF("__reduce__", "self, /", exc_reduce, "For pickle and copy."),
    STEPS("__setstate__", "self, state, /", exc_setstate, 1, NULL, NULL),
    LEAF("add_note", "self, note: str, /", exc_add_note,
         "Add a line that is shown below the exception."),
    LEAF("with_traceback", "self, tb, /", exc_with_traceback,
         "The exception itself, with this traceback."),
    NATIVE_END,
};

static bool exc_set_dict(Vm *vm, Value v, Value dict) {
    if (dict != V_UNBOUND) { return object_set_dict(vm, v, dict); }
    return raise_false(vm, EXC_TypeError, "cannot delete __dict__");
}

static const GetSetDef exception_getsets[] = {
    {"args", exc_get_args, exc_set_args, NULL, I_EXC_SET_ARGS},
    {"__traceback__", exc_get_traceback, exc_set_traceback, NULL},
    {"__context__", exc_get_context, exc_set_context, NULL},
    {"__cause__", exc_get_cause, exc_set_cause, NULL},
    {"__suppress_context__", exc_get_suppress, exc_set_suppress, NULL},
    {"__dict__", object_get_dict, exc_set_dict, NULL},
    {0},
};

const TypeDef exception_type = {
    .name = "BaseException",
    .tag = T_EXCEPTION,
    .subclassable = true,
    .doc = "The base of everything that can be raised.",
    .methods = exception_methods,
    .getsets = exception_getsets,
    .str = exc_str,
};
