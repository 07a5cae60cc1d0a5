// singletons.c: None, NotImplemented, Ellipsis; the read-only view of a mapping; tracebacks.
#include "object/seq.h"
#include "object/singletons.h"

#include "object/code.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/positions.h"
#include "object/str.h"
#include "object/type.h"
#include "rt/leaf_ops.h"
#include "rt/machine.h"

static Value singleton_make(Vm *vm, const Value *a, Value v, const char *name) {
    if (as_tuple(vm, a[1])->h.n == 0 && as_dict(vm, a[2])->h.n == 0) { return v; }
    return raise_error(vm, EXC_TypeError, "%s takes no arguments", name);
}
static Value none_make(Vm *vm, Value *a) { return singleton_make(vm, a, V_NONE, "NoneType"); }
static Value notimpl_make(Vm *vm, Value *a) {
    return singleton_make(vm, a, V_NOTIMPL, "NotImplementedType");
}
static Value ellipsis_make(Vm *vm, Value *a) {
    return singleton_make(vm, a, V_ELLIPSIS, "EllipsisType");
}
Value singleton_repr(Vm *vm, Value v) {
    switch (v) {
    case V_NONE: return str_new_cstr(vm, "None");
    case V_TRUE: return str_new_cstr(vm, "True");
    case V_FALSE: return str_new_cstr(vm, "False");
    case V_ELLIPSIS: return str_new_cstr(vm, "Ellipsis");
    case V_NOTIMPL: return str_new_cstr(vm, "NotImplemented");
    default: return str_new_cstr(vm, "<unbound>");
    }
}

static Value singleton_reduce(Vm *vm, Value *a) { return singleton_repr(vm, a[0]); }

static const NativeDef none_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", none_make, "Create and return a new object."),
    NATIVE_END,
};
static const NativeDef notimpl_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", notimpl_make,
               "Create and return a new object."),
    LEAF("__reduce__", "self, /", singleton_reduce, NULL),
    NATIVE_END,
};
static const NativeDef ellipsis_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", ellipsis_make,
               "Create and return a new object."),
    LEAF("__reduce__", "self, /", singleton_reduce, NULL),
    NATIVE_END,
};

static Value none_truth(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_FALSE;
}

static Value none_hash(Vm *vm, Value v) {
    (void)vm, (void)v;
    return int_value(0xFCA86420);
}

const TypeDef none_type = {
    .new_sig = "()",
    .name = "NoneType",
    .tag = T_NONETYPE,
    .hidden = true,
    .doc = "The type of None, of which there is one object.",
    .methods = none_methods,
    .repr = singleton_repr,
    .truth = none_truth,
    .hash = none_hash,
};
static Value notimpl_truth(Vm *vm, Value v) {
    (void)v;
    return raise_error(vm, EXC_TypeError, "NotImplemented should not be used in a boolean context");
}

const TypeDef notimpl_type = {
    .new_sig = "()",
    .name = "NotImplementedType",
    .tag = T_NOTIMPLTYPE,
    .hidden = true,
    .doc = "The type of NotImplemented, of which there is one object.",
    .methods = notimpl_methods,
    .repr = singleton_repr,
    .truth = notimpl_truth,
};
const TypeDef ellipsis_type = {
    .new_sig = "()",
    .name = "ellipsis",
    .tag = T_ELLIPSISTYPE,
    .hidden = true,
    .doc = "The type of `...`, of which there is one object.",
    .methods = ellipsis_methods,
    .repr = singleton_repr,
};

// ---- mappingproxy ------------------------------------------------------------------------------

static Value proxied(Vm *vm, Value v) { return obj_value_array(as_obj(vm, v))[0]; }

Value mappingproxy_new(Vm *vm, Value mapping) {
    Obj *proxy = heap_new(vm, T_MAPPINGPROXY, 0);
    TRY(proxy);
    obj_value_array(proxy)[0] = mapping;
    return ptr_value(vm, proxy);
}

static Value proxy_make(Vm *vm, Value *a) {
    if (special_method(vm, a[1], N___getitem__) == V_UNBOUND || is_tagged(vm, a[1], T_LIST) ||
        is_tagged(vm, a[1], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError, "mappingproxy() argument must be a mapping, not %T",
                           a[1]);
    }
    return mappingproxy_new(vm, a[1]);
}

static Value proxy_getitem(Vm *vm, Value v, Value key) {
    if (!leaf_enter(vm)) { return V_UNBOUND; }
    Value item = getitem_leaf(vm, proxied(vm, v), key);
    leaf_leave(vm);
    return item;
}
static Value proxy_len(Vm *vm, Value v) {
    if (!leaf_enter(vm)) { return V_UNBOUND; }
    Value n = len_leaf(vm, proxied(vm, v));
    leaf_leave(vm);
    return n;
}
static Value proxy_contains(Vm *vm, Value v, Value key) {
    if (!leaf_enter(vm)) { return V_UNBOUND; }
    Value is = contains_leaf(vm, proxied(vm, v), key);
    leaf_leave(vm);
    return is;
}
static Value proxy_length(Vm *vm, Value *a) {
    Value mapping = proxied(vm, a[0]);
    return native_tail_internal(vm, I_LEN, 1, &mapping);
}
static Value proxy_iter(Vm *vm, Value *a) {
    Value mapping = proxied(vm, a[0]);
    return native_tail_internal(vm, I_ITER, 1, &mapping);
}

static Value proxy_repr_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 0) {
        return native_call1(vm, f, 1, internal(vm, I_REPR), proxied(vm, f->slot[0]));
    }
    return format_text(vm, "mappingproxy(%U)", f->result);
}
static Value proxy_str_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    return native_call1(vm, f, 1, internal(vm, I_STR), proxied(vm, f->slot[0]));
}

// proxy | x, x | proxy: of the mappings themselves.
static Value proxy_or_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    Value parts[2] = {f->slot[0], f->slot[1]};
    for (uint32_t i = 0; i < 2; i++) {
        if (is_tagged(vm, parts[i], T_MAPPINGPROXY)) { parts[i] = proxied(vm, parts[i]); }
    }
    bool swapped = native_magic(vm, f);
    return native_call3(vm, f, 1, internal(vm, I_BINARY_OP), parts[swapped], parts[!swapped],
                        int_value(BIN_OP_OR));
}
static Value proxy_ior(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_TypeError, "'|=' is not supported by mappingproxy; use '|' instead");
}
static Value proxy_hash_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    return native_call1(vm, f, 1, internal(vm, I_HASH), proxied(vm, f->slot[0]));
}
// The mapping's, which may be of any kind.
static Value proxy_hash(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_UNBOUND;
}
static Value proxy_reversed(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    Value mapping = proxied(vm, f->slot[0]);
    return native_call_method(vm, f, 1, mapping, vm_name(vm, N___reversed__), 0, NULL);
}

static Value proxy_getitem_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    return native_call2(vm, f, 1, internal(vm, I_GETITEM), proxied(vm, f->slot[0]), f->slot[1]);
}
static Value proxy_contains_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    return native_call2(vm, f, 1, internal(vm, I_CONTAINS), proxied(vm, f->slot[0]), f->slot[1]);
}
static Value proxy_compare_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    Value other = f->slot[1];
    return native_call3(vm, f, 1, internal(vm, I_RICH_COMPARE), proxied(vm, f->slot[0]), other,
                        int_value(native_magic(vm, f)));
}

static Value proxy_compare(Vm *vm, int op, Value a, Value b) {
    (void)vm, (void)op, (void)a, (void)b;
    return V_UNBOUND;
}

// The mapping's own methods: get, keys, items, values, copy.
static Value proxy_method(Vm *vm, Frame *f) {
    static const uint16_t names[] = {N_get, N_keys, N_values, N_items, N_copy};
    if (native_state(f) == 1) { return f->result; }
    int32_t which = native_magic(vm, f);
    return native_call_method(vm, f, 1, proxied(vm, f->slot[0]), vm_name(vm, (NameId)names[which]),
                              which == 0 ? 2 : 0, &f->slot[1]);
}

#define PROXY_COMPARE(name, op, doc)                                                               \
    STEPS_MAGIC(name, "self, value, /", proxy_compare_steps, 0, NULL, op, doc)
static const NativeDef proxy_methods[] = {
    LEAF_CLASS("__new__", "cls, mapping", proxy_make, NULL),
    STEPS("__hash__", "self, /", proxy_hash_steps, 0, NULL, "What hash(self) gives."),
    LEAF("__ior__", "self, value, /", proxy_ior, "What self |= value does."),
    STEPS_MAGIC("__or__", "self, value, /", proxy_or_steps, 0, NULL, 0, "What self | value gives."),
    STEPS("__repr__", "self, /", proxy_repr_steps, 0, NULL, "What repr(self) gives."),
    STEPS("__reversed__", "self, /", proxy_reversed, 0, NULL, "An iterator from the end."),
    STEPS_MAGIC("__ror__", "self, value, /", proxy_or_steps, 0, NULL, 1,
                "What value | self gives."),
    STEPS("__str__", "self, /", proxy_str_steps, 0, NULL, "What str(self) gives."),
    STEPS("__getitem__", "self, key, /", proxy_getitem_steps, 0, NULL, "The item: self[key]."),
    STEPS("__contains__", "self, key, /", proxy_contains_steps, 0, NULL, "Whether it is in it."),
    PROXY_COMPARE("__eq__", OP_EQ, "Whether self == value."),
    PROXY_COMPARE("__ge__", OP_GE, "Whether self >= value."),
    PROXY_COMPARE("__gt__", OP_GT, "Whether self > value."),
    PROXY_COMPARE("__le__", OP_LE, "Whether self <= value."),
    PROXY_COMPARE("__lt__", OP_LT, "Whether self < value."),
    PROXY_COMPARE("__ne__", OP_NE, "Whether self != value."),
    TAIL("__iter__", "self, /", proxy_iter, "An iterator over self, for iter()."),
    TAIL("__len__", "self, /", proxy_length, "What len(self) gives."),
    STEPS_MAGIC("get", "self, key, default=None, /", proxy_method, 0, NULL, 0, NULL),
    STEPS_MAGIC("keys", "self, /", proxy_method, 0, NULL, 1, NULL),
    STEPS_MAGIC("values", "self, /", proxy_method, 0, NULL, 2, NULL),
    STEPS_MAGIC("items", "self, /", proxy_method, 0, NULL, 3, NULL),
    STEPS_MAGIC("copy", "self, /", proxy_method, 0, NULL, 4, NULL),
    NATIVE_END,
};

const TypeDef mappingproxy_type = {
    .new_sig = "(mapping)",
    .name = "mappingproxy",
    .tag = T_MAPPINGPROXY,
    .hidden = true,
    .doc = "A mapping as one can see it but not change it.",
    .methods = proxy_methods,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .getitem = proxy_getitem,
    .len = proxy_len,
    .contains = proxy_contains,
};

// ---- traceback ---------------------------------------------------------------------------------

static Value tb_get_next(Vm *vm, Value v) { return ((Traceback *)ref_ptr(vm, v))->next; }
static Value tb_get_lineno(Vm *vm, Value v) {
    const Traceback *t = ref_ptr(vm, v);
    CodePosition p;
    if (traceback_given_line(t)) { return int_value(traceback_given_line(t)); }
    if (!code_position(vm, as_code(vm, t->code), t->pc, &p)) { return V_NONE; }
    return int_value(p.line);
}
static Value tb_get_lasti(Vm *vm, Value v) {
    const Traceback *t = ref_ptr(vm, v);
    return int_value((int32_t)(t->pc * 2 + (t->given & (uint32_t)TRACEBACK_ODD ? 1u : 0u)));
}
static Value tb_get_frame(Vm *vm, Value v) { return traceback_frame(vm, v); }
static Value tb_get_code(Vm *vm, Value v) { return ((Traceback *)ref_ptr(vm, v))->code; }
static Value tb_get_globals(Vm *vm, Value v) { return traceback_globals(vm, v); }
static Value tb_get_positions(Vm *vm, Value v) {
    const Traceback *t = ref_ptr(vm, v);
    CodePosition p;
    if (!code_position(vm, as_code(vm, t->code), t->pc, &p)) { return V_NONE; }
    Value items[4] = {int_value(p.line), int_value(p.end_line), int_value(p.col),
                      int_value(p.end_col)};
    return tuple_from(vm, items, 4);
}

// What follows another may not come before it already.
static bool tb_set_next(Vm *vm, Value self, Value v) {
    if (v == V_UNBOUND) { return raise_false(vm, EXC_TypeError, "can't delete tb_next attribute"); }
    if (v != V_NONE && !is_tagged(vm, v, T_TRACEBACK)) {
        return raise_false(vm, EXC_TypeError, "expected traceback object, got '%T'", v);
    }
    for (Value at = v; is_tagged(vm, at, T_TRACEBACK);
         at = ((const Traceback *)ref_ptr(vm, at))->next) {
        if (at == self) { return raise_false(vm, EXC_ValueError, "traceback loop detected"); }
        if (!native_charge(vm, 1)) { return false; }
    }
    Traceback *t = ref_ptr(vm, self);
    obj_set(vm, t, &t->next, v);
    return true;
}

static Value tb_make(Vm *vm, Value *a) {
    enum { CLS, NEXT, FRAME, LASTI, LINENO };
    if (a[NEXT] != V_NONE && !is_tagged(vm, a[NEXT], T_TRACEBACK)) {
        return raise_error(vm, EXC_TypeError, "expected traceback object or None, got '%T'",
                           a[NEXT]);
    }
    if (!is_tagged(vm, a[FRAME], T_FRAMEINFO)) {
        return raise_error(vm, EXC_TypeError,
                           "traceback() argument 'tb_frame' must be frame, "
                           "not %s",
                           argument_class_name(vm, a[FRAME]));
    }
    Traceback *t = heap_new(vm, T_TRACEBACK, 0);
    TRY(t);
    uint32_t lasti = (uint32_t)int_of(a[LASTI]);
    t->next = a[NEXT];
    t->frame = a[FRAME];
    t->code = frameinfo_code(vm, a[FRAME]);
    t->pc = lasti >> 1;
    t->given =
        ((uint32_t)int_of(a[LINENO]) & INT32_MAX) | (lasti & 1 ? (uint32_t)TRACEBACK_ODD : 0);
    return ptr_value(vm, t);
}

static const NativeDef traceback_methods[] = {
    LEAF_CLASS("__new__", "cls, tb_next, tb_frame, tb_lasti: cint, tb_lineno: cint", tb_make,
               "Make an entry of a traceback."),
    NATIVE_END,
};

static const GetSetDef traceback_getsets[] = {
    {"tb_next", tb_get_next, tb_set_next, NULL},
    {"tb_lineno", tb_get_lineno, NULL, NULL},
    {"tb_lasti", tb_get_lasti, getset_readonly, NULL},
    {"tb_frame", tb_get_frame, getset_readonly, NULL},
    {"_code", tb_get_code, NULL, NULL},
    {"_globals", tb_get_globals, NULL, NULL},
    {"_positions", tb_get_positions, NULL, NULL},
    {0},
};

const TypeDef traceback_type = {
    .doc = "Where an exception went through.",
    .name = "traceback",
    .tag = T_TRACEBACK,
    .hidden = true,
    .new_sig = "(tb_next, tb_frame, tb_lasti, tb_lineno)",
    .methods = traceback_methods,
    .getsets = traceback_getsets,
};
