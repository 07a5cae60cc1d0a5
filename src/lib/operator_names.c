// operator_names.c: operator.attrgetter and operator.methodcaller, which work with names.
//
// Both have a call slot that does all it can without guest code: attributes that stand in the object
// or its class are read there, and a method is asked for as a tail call.
#include "lib/fallback.h"
#include "lib/operator.h"
#include "object/construct.h"
#include "object/dict.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/internals.h"
#include "vm/ops.h"

// ---- attrgetter --------------------------------------------------------------------------------

typedef struct AttrGetter {
    Obj h;
    Value attrs; // Tuple of one or more strs
    Value paths; // Tuple: for each an interned str, or a Tuple of them where there are dots
} AttrGetter;

static const AttrGetter *as_attrgetter(Vm *vm, Value v) { return ref_ptr(vm, v); }

// The parts of `path`: the names one after the other.
static const Value *attr_parts(Vm *vm, const Value *path, uint32_t *n) {
    *n = 1;
    if (!is_tagged(vm, *path, T_TUPLE)) { return path; }
    *n = as_tuple(vm, *path)->h.n;
    return as_tuple(vm, *path)->items;
}

static Value attr_split(Vm *vm, const Str *s) {
    uint32_t n = 1;
    for (uint32_t i = 0; i < s->h.n; i++) { n += s->data[i] == '.'; }
    if (n == 1) { return intern_bytes(vm, s->data, s->h.n); }
    Tuple *parts = heap_new(vm, T_TUPLE, n);
    TRY(parts);
    for (uint32_t i = 0, from = 0; i < n; i++) {
        uint32_t to = from;
        while (to < s->h.n && s->data[to] != '.') { to++; }
        parts->items[i] = intern_bytes(vm, s->data + from, to - from);
        TRY_VALUE(parts->items[i]);
        from = to + 1;
    }
    return ptr_value(vm, parts);
}

static Value attrgetter_make(Vm *vm, Value *a) {
    const Tuple *attrs = as_tuple(vm, a[1]);
    if (attrs->h.n == 0) {
        return raise_error(vm, EXC_TypeError, "attrgetter expected 1 argument, got 0");
    }
    Tuple *paths = heap_new(vm, T_TUPLE, attrs->h.n);
    TRY(paths && construct_check(vm, T_ATTRGETTER, a[0]));
    for (uint32_t i = 0; i < attrs->h.n; i++) {
        if (!isinstance_str(vm, attrs->items[i])) {
            return raise_error(vm, EXC_TypeError, "attribute name must be a string");
        }
        const Str *s = as_str(vm, attrs->items[i]);
        TRY(native_charge(vm, s->h.n / 16));
        paths->items[i] = attr_split(vm, s);
        TRY_VALUE(paths->items[i]);
    }
    AttrGetter *g = construct(vm, T_ATTRGETTER, a[0], 0);
    TRY(g);
    g->attrs = a[1];
    g->paths = ptr_value(vm, paths);
    return ptr_value(vm, g);
}

// What a path leads to; V_UNBOUND: guest code is needed, or there is nothing.
static Value attr_follow_leaf(Vm *vm, Value v, const Value *path) {
    uint32_t n;
    const Value *parts = attr_parts(vm, path, &n);
    for (uint32_t i = 0; i < n; i++) {
        v = getattr_leaf(vm, v, parts[i]);
        if (v == V_STOP) { return V_UNBOUND; }
        if (v == V_RAISED || v == V_UNBOUND) { return v; }
    }
    return v;
}

static Value attrgetter_call(Vm *vm, Value v, const Value *args, uint32_t n, Value names) {
    TRY(getter_check(vm, v, n, names));
    const Tuple *paths = as_tuple(vm, as_attrgetter(vm, v)->paths);
    if (paths->h.n == 1) { return attr_follow_leaf(vm, args[0], &paths->items[0]); }
    TRY(native_charge(vm, paths->h.n / 8));
    Tuple *out = heap_new(vm, T_TUPLE, paths->h.n);
    TRY(out);
    for (uint32_t i = 0; i < paths->h.n; i++) {
        Value found = attr_follow_leaf(vm, args[0], &paths->items[i]);
        if (found == V_RAISED || found == V_UNBOUND) { return found; }
        out->items[i] = found;
    }
    return ptr_value(vm, out);
}

enum { ATTR_START, ATTR_GOT };
enum { ATTR_SELF, ATTR_OBJ, ATTR_OUT, ATTR_AT, ATTR_PART };

static Value attrgetter_call_steps(Vm *vm, Frame *f) {
    const Tuple *paths = as_tuple(vm, as_attrgetter(vm, f->slot[ATTR_SELF])->paths);
    uint32_t at = 0, part = 0, n;
    Value v = f->slot[ATTR_OBJ];
    if (native_state(f) == ATTR_START) {
        Tuple *made = heap_new(vm, T_TUPLE, paths->h.n);
        TRY(made);
        for (uint32_t i = 0; i < paths->h.n; i++) { made->items[i] = V_NONE; }
        f->slot[ATTR_OUT] = ptr_value(vm, made);
    } else {
        v = f->result;
        at = (uint32_t)index_of(f->slot[ATTR_AT]);
        part = (uint32_t)index_of(f->slot[ATTR_PART]) + 1;
    }
    Tuple *out = slot_obj(vm, f, ATTR_OUT, T_TUPLE);
    TRY(out && out->h.n == paths->h.n && at < paths->h.n);
    const Value *parts = attr_parts(vm, &paths->items[at], &n);
    if (part >= n) {
        TRY(native_charge(vm, out->h.n / 8));
        Value own = tuple_from(vm, out->items, out->h.n); // the slot's may be another's
        TRY_VALUE(own);
        f->slot[ATTR_OUT] = own;
        out = as_tuple(vm, own);
        out->items[at++] = v;
        if (at == paths->h.n) { return at == 1 ? v : ptr_value(vm, out); }
        parts = attr_parts(vm, &paths->items[at], &n);
        v = f->slot[ATTR_OBJ];
        part = 0;
    }
    f->slot[ATTR_AT] = int_value(at);
    f->slot[ATTR_PART] = int_value(part);
    return native_call2(vm, f, ATTR_GOT, internal(vm, I_GETATTR), v, parts[part]);
}

static Value attrgetter_reduce(Vm *vm, Value *a) {
    return tuple_pack2(vm, class_of(vm, a[0]), as_attrgetter(vm, a[0])->attrs);
}

static const NativeDef attrgetter_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *attrs", attrgetter_make, NULL),
    STEPS("__call__", "self, obj, /", attrgetter_call_steps, 3, NULL,
          "What calling the object does."),
    LEAF("__reduce__", "self, /", attrgetter_reduce,
         "What the constructor needs, for pickle and copy."),
    STEPS("__repr__", "self, /", getter_repr_steps, 0, NULL, "What repr(self) gives."),
    NATIVE_END,
};

const TypeDef attrgetter_type = {
    .name = "attrgetter",
    .module = "operator",
    .doc = "A callable that reads attributes of its argument: attrgetter('name')(r) is r.name,\n"
           "attrgetter('name.first', 'age')(r) is (r.name.first, r.age).",
    .new_sig = "(attr, /, *attrs)",
    .tag = T_ATTRGETTER,
    .hidden = true,
    .methods = attrgetter_methods,
    .call = attrgetter_call,
};

// ---- methodcaller ------------------------------------------------------------------------------

typedef struct MethodCaller {
    Obj h;
    Value name;  // interned str
    Value args;  // Tuple: positional arguments, then the values of the keywords
    Value names; // Tuple of the keywords' names, or V_NONE
    Value spare;
} MethodCaller;

static const MethodCaller *as_methodcaller(Vm *vm, Value v) { return ref_ptr(vm, v); }

static uint32_t methodcaller_n_names(Vm *vm, const MethodCaller *m) {
    return is_ref(m->names) ? as_tuple(vm, m->names)->h.n : 0;
}

static Value methodcaller_make(Vm *vm, Value *a) {
    const Tuple *args = as_tuple(vm, a[1]);
    const Dict *kw = as_dict(vm, a[2]);
    if (args->h.n == 0) {
        return raise_error(vm, EXC_TypeError,
                           "methodcaller needs at least one argument, the method name");
    }
    if (!isinstance_str(vm, args->items[0])) {
        return raise_error(vm, EXC_TypeError, "method name must be a string");
    }
    Value name = intern_str(vm, args->items[0]);
    TRY_VALUE(name);
    uint32_t n = args->h.n - 1;
    Tuple *flat = heap_new(vm, T_TUPLE, (uint64_t)n + kw->h.n);
    Tuple *names = heap_new(vm, T_TUPLE, kw->h.n);
    MethodCaller *m = construct(vm, T_METHODCALLER, a[0], 0);
    TRY(flat && names && m);
    values_copy(flat->items, args->items + 1, n);
    for (uint32_t pos = 0, i = 0; dict_next(vm, kw, &pos, &names->items[i], &flat->items[n + i]);
         i++) {}
    m->name = name;
    m->args = ptr_value(vm, flat);
    m->names = kw->h.n ? ptr_value(vm, names) : V_NONE;
    m->spare = V_NONE;
    return ptr_value(vm, m);
}

static Value methodcaller_call(Vm *vm, Value v, const Value *args, uint32_t n, Value names) {
    TRY(getter_check(vm, v, n, n == 1 ? names : V_NONE)); // counted first
    const MethodCaller *m = as_methodcaller(vm, v);
    const Tuple *stored = as_tuple(vm, m->args);
    uint32_t n_names = methodcaller_n_names(vm, m), positional = stored->h.n - n_names;
    Value func = method_leaf(vm, args[0], m->name);
    if (func == V_UNBOUND) {
        func = getattr_leaf(vm, args[0], m->name);
        if (func == V_STOP) { return V_UNBOUND; }
        if (func == V_RAISED || func == V_UNBOUND) { return func; }
        return native_tailcall_named(vm, func, stored->items, positional, m->names);
    }
    Value few[VM_CALL_ARGS], *flat = few;
    if (stored->h.n + 1 > VM_CALL_ARGS) {
        TRY(native_charge(vm, stored->h.n / 16));
        Tuple *t = heap_new(vm, T_TUPLE, (uint64_t)stored->h.n + 1);
        TRY(t);
        flat = t->items;
    }
    flat[0] = args[0];
    values_copy(flat + 1, stored->items, stored->h.n);
    return native_tailcall_named(vm, func, flat, positional + 1, m->names);
}

enum { CALLER_START, CALLER_GOT, CALLER_DONE };

static Value methodcaller_call_steps(Vm *vm, Frame *f) {
    const MethodCaller *m = as_methodcaller(vm, f->slot[0]);
    if (native_state(f) == CALLER_DONE) { return f->result; }
    if (native_state(f) == CALLER_GOT) {
        return native_call_flat(vm, f, CALLER_DONE, f->result, V_UNBOUND, as_tuple(vm, m->args),
                                m->names);
    }
    return native_call2(vm, f, CALLER_GOT, internal(vm, I_GETATTR), f->slot[1], m->name);
}

// The parts as Python has them: the name and positional arguments, and a dict.
static Value methodcaller_split(Vm *vm, Value v, Value *kwargs) {
    const MethodCaller *m = as_methodcaller(vm, v);
    const Tuple *stored = as_tuple(vm, m->args);
    uint32_t n_names = methodcaller_n_names(vm, m), n = stored->h.n - n_names;
    TRY(native_charge(vm, stored->h.n / 8));
    *kwargs = dict_new(vm, n_names);
    TRY_VALUE(*kwargs);
    for (uint32_t i = 0; i < n_names; i++) {
        TRY(dict_set_str(vm, as_dict(vm, *kwargs), as_tuple(vm, m->names)->items[i],
                         stored->items[n + i]));
    }
    Tuple *args = heap_new(vm, T_TUPLE, (uint64_t)n + 1);
    TRY(args);
    args->items[0] = m->name;
    values_copy(args->items + 1, stored->items, n);
    return ptr_value(vm, args);
}

static Value methodcaller_show(Vm *vm, Value *a, const char *function) {
    Value args[3] = {a[0], V_NONE, V_NONE};
    args[1] = methodcaller_split(vm, a[0], &args[2]);
    TRY_VALUE(args[1]);
    return fallback_call(vm, "operator", function, 3, args);
}
static Value methodcaller_repr(Vm *vm, Value *a) {
    return methodcaller_show(vm, a, "_methodcaller_repr");
}
static Value methodcaller_reduce(Vm *vm, Value *a) {
    return methodcaller_show(vm, a, "_methodcaller_reduce");
}

static const NativeDef methodcaller_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", methodcaller_make, NULL),
    STEPS("__call__", "self, obj, /", methodcaller_call_steps, 0, NULL,
          "What calling the object does."),
    TAIL("__reduce__", "self, /", methodcaller_reduce,
         "What the constructor needs, for pickle and copy."),
    TAIL("__repr__", "self, /", methodcaller_repr, "What repr(self) gives."),
    NATIVE_END,
};

const TypeDef methodcaller_type = {
    .name = "methodcaller",
    .module = "operator",
    .doc = "A callable that calls a method of its argument: methodcaller('name')(r) is r.name(),\n"
           "methodcaller('name', 'date', foo=1)(r) is r.name('date', foo=1).",
    .new_sig = "(name, /, *args, **kwargs)",
    .tag = T_METHODCALLER,
    .hidden = true,
    .methods = methodcaller_methods,
    .call = methodcaller_call,
};
