// template.c: string.templatelib's Template, Interpolation and the iterator over a template. All are
// immutable and none can be subclassed; == and hash are by identity.
#include "object/template.h"

#include "object/construct.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"

static Template *as_template(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_TEMPLATE));
    return ref_ptr(vm, v);
}

static Interpolation *as_interpolation(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_INTERPOLATION));
    return ref_ptr(vm, v);
}

static Value template_new(Vm *vm, Value strings, Value interpolations) {
    TRY(strings != V_RAISED && interpolations != V_RAISED);
    Template *t = heap_new_raw(vm, T_TEMPLATE, 0);
    TRY(t);
    t->strings = strings;
    t->interpolations = interpolations;
    return ptr_value(vm, t);
}

// ---- Template ----------------------------------------------------------------------------------

static Value template_get_strings(Vm *vm, Value self) { return as_template(vm, self)->strings; }
static Value template_get_interpolations(Vm *vm, Value self) {
    return as_template(vm, self)->interpolations;
}

static Value template_get_values(Vm *vm, Value self) {
    const Tuple *t = as_tuple(vm, as_template(vm, self)->interpolations);
    TRY(native_charge(vm, t->h.n / 16));
    Value out = tuple_from(vm, t->items, t->h.n);
    TRY_VALUE(out);
    Tuple *values = as_tuple(vm, out);
    for (uint32_t i = 0; i < t->h.n; i++) {
        values->items[i] = as_interpolation(vm, t->items[i])->value;
    }
    return out;
}

// Strings that meet without an interpolation between them become one.
static Value template_make(Vm *vm, Value *a) {
    const Tuple *args = as_tuple(vm, a[1]);
    TRY(construct_check(vm, T_TEMPLATE, a[0]));
    if (as_obj(vm, a[2])->n) {
        return raise_error(vm, EXC_TypeError, "Template.__new__ only accepts *args arguments");
    }
    TRY(native_charge(vm, args->h.n / 8));
    Value strings = list_new(vm, 1), interpolations = list_new(vm, 1);
    TRY(strings != V_RAISED && interpolations != V_RAISED);
    uint32_t from = 0;
    for (uint32_t i = 0; i <= args->h.n; i++) {
        bool at_end = i == args->h.n;
        if (!at_end && isinstance_str(vm, args->items[i])) { continue; }
        if (!at_end && !is_tagged(vm, args->items[i], T_INTERPOLATION)) {
            return raise_error(vm, EXC_TypeError,
                               "Template.__new__ *args need to be of type 'str' or "
                               "'Interpolation', got %T",
                               args->items[i]);
        }
        Value text =
            i == from + 1 ? args->items[from] : str_concat_all(vm, args->items + from, i - from);
        TRY(text != V_RAISED && list_append(vm, as_list(vm, strings), text));
        TRY(at_end || list_append(vm, as_list(vm, interpolations), args->items[i]));
        from = i + 1;
    }
    const List *s = as_list(vm, strings), *n = as_list(vm, interpolations);
    return template_new(vm, tuple_from(vm, list_items(vm, s), s->h.n),
                        tuple_from(vm, n->h.n ? list_items(vm, n) : NULL, n->h.n));
}

static Value template_concat(Vm *vm, BinOp op, Value a, Value b) {
    (void)op;
    if (!is_tagged(vm, a, T_TEMPLATE)) { return V_NOTIMPL; }
    if (!is_tagged(vm, b, T_TEMPLATE)) {
        return raise_error(vm, EXC_TypeError,
                           "can only concatenate string.templatelib.Template (not \"%T\") to "
                           "string.templatelib.Template",
                           b);
    }
    const Template *s = as_template(vm, a), *t = as_template(vm, b);
    const Tuple *left = as_tuple(vm, s->strings), *right = as_tuple(vm, t->strings);
    const Tuple *first = as_tuple(vm, s->interpolations), *more = as_tuple(vm, t->interpolations);
    uint32_t n = left->h.n - 1, n_first = first->h.n;
    TRY(native_charge(vm, (left->h.n + right->h.n) / 8));
    Value text = str_concat(vm, left->items[n], right->items[0]);
    TRY_VALUE(text);
    Tuple *strings = heap_new(vm, T_TUPLE, n + right->h.n);
    Tuple *interpolations = heap_new(vm, T_TUPLE, n_first + more->h.n);
    TRY(strings && interpolations);
    values_copy(strings->items, left->items, n);
    values_copy(strings->items + n, right->items, right->h.n);
    strings->items[n] = text;
    values_copy(interpolations->items, first->items, n_first);
    values_copy(interpolations->items + n_first, more->items, more->h.n);
    return template_new(vm, ptr_value(vm, strings), ptr_value(vm, interpolations));
}

enum { TEMPLATE_REPR_START, TEMPLATE_REPR_STRINGS, TEMPLATE_REPR_DONE };

static Value template_repr(Vm *vm, Frame *f) {
    const Template *t = as_template(vm, f->slot[0]);
    switch (native_state(f)) {
    case TEMPLATE_REPR_START:
        return native_call1(vm, f, TEMPLATE_REPR_STRINGS, internal(vm, I_REPR), t->strings);
    case TEMPLATE_REPR_STRINGS:
        f->slot[1] = f->result;
        return native_call1(vm, f, TEMPLATE_REPR_DONE, internal(vm, I_REPR), t->interpolations);
    default:
        return format_text(vm, "Template(strings=%U, interpolations=%U)", f->slot[1], f->result);
    }
}

enum { TEMPLATE_REDUCE_START, TEMPLATE_REDUCE_MODULE, TEMPLATE_REDUCE_DONE };

// (string.templatelib._template_unpickle, (strings, interpolations))
static Value template_reduce(Vm *vm, Frame *f) {
    const Template *t = as_template(vm, f->slot[0]);
    if (native_state(f) == TEMPLATE_REDUCE_DONE) {
        Value args = tuple_pack2(vm, t->strings, t->interpolations);
        return args == V_RAISED ? args : tuple_pack2(vm, f->result, args);
    }
    Value name = str_new_cstr(vm, "_template_unpickle");
    TRY_VALUE(name);
    if (native_state(f) == TEMPLATE_REDUCE_MODULE) {
        return native_call2(vm, f, TEMPLATE_REDUCE_DONE, internal(vm, I_GETATTR), f->result, name);
    }
    Value module = str_new_cstr(vm, "string.templatelib"), names = tuple_from(vm, &name, 1);
    TRY(module != V_RAISED && names != V_RAISED);
    Value parts[4] = {module, V_NONE, names, int_value(0)}, args = tuple_from(vm, parts, 4);
    TRY_VALUE(args);
    return native_call_full(vm, f, TEMPLATE_REDUCE_MODULE, internal(vm, I_IMPORT), args, V_NONE);
}

static Value template_iter(Vm *vm, Value v) {
    TemplateIter *it = heap_new_raw(vm, T_TEMPLATE_ITER, 0);
    TRY(it);
    it->template = v;
    it->at = 0;
    return ptr_value(vm, it);
}

// The strings that are not empty and the interpolations, in turn.
static Value template_iter_next(Vm *vm, Value v) {
    TemplateIter *it = ref_ptr(vm, v);
    const Template *t = as_template(vm, it->template);
    const Tuple *strings = as_tuple(vm, t->strings), *rest = as_tuple(vm, t->interpolations);
    int64_t at = it->at;
    if (at % 2 == 0) {
        if ((uint64_t)at / 2 >= strings->h.n) { return V_STOP; }
        obj_touch(vm, it);
        it->at = ++at;
        if (as_str(vm, strings->items[at / 2])->h.n) { return strings->items[at / 2]; }
    }
    if ((uint64_t)at / 2 >= rest->h.n) { return V_STOP; }
    obj_touch(vm, it);
    it->at++;
    return rest->items[at / 2];
}

// ---- Interpolation -----------------------------------------------------------------------------

static Value interpolation_get_value(Vm *vm, Value self) {
    return as_interpolation(vm, self)->value;
}
static Value interpolation_get_expression(Vm *vm, Value self) {
    return as_interpolation(vm, self)->expression;
}
static Value interpolation_get_conversion(Vm *vm, Value self) {
    return as_interpolation(vm, self)->conversion;
}
static Value interpolation_get_format_spec(Vm *vm, Value self) {
    return as_interpolation(vm, self)->format_spec;
}

static bool interpolation_check_conversion(Vm *vm, Value v) {
    if (v == V_NONE) { return true; }
    if (!isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError,
                           "Interpolation() argument 'conversion' must be str, not %T", v);
    }
    const Str *s = as_str(vm, v);
    return (s->h.n == 1 && strchr("sar", s->data[0])) ||
           raise_false(vm, EXC_ValueError,
                       "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
}

static Value interpolation_make(Vm *vm, Value *a) {
    TRY(construct_check(vm, T_INTERPOLATION, a[0]) && interpolation_check_conversion(vm, a[3]));
    Interpolation *i = heap_new_raw(vm, T_INTERPOLATION, 0);
    TRY(i);
    i->value = a[1];
    i->expression = a[2];
    i->conversion = a[3];
    i->format_spec = a[4];
    return ptr_value(vm, i);
}

static Value interpolation_tuple(Vm *vm, Value v) {
    const Interpolation *i = as_interpolation(vm, v);
    Value items[4] = {i->value, i->expression, i->conversion, i->format_spec};
    return tuple_from(vm, items, 4);
}

// As its four parts in a tuple look.
static Value interpolation_repr(Vm *vm, Frame *f) {
    enum { REPR_START, REPR_DONE };
    if (native_state(f) == REPR_DONE) { return format_text(vm, "Interpolation%U", f->result); }
    Value parts = interpolation_tuple(vm, f->slot[0]);
    TRY_VALUE(parts);
    return native_call1(vm, f, REPR_DONE, internal(vm, I_REPR), parts);
}

static Value interpolation_reduce(Vm *vm, Value *a) {
    Value parts = interpolation_tuple(vm, a[0]);
    return parts == V_RAISED ? parts : tuple_pack2(vm, class_of(vm, a[0]), parts);
}

// ---- tables ------------------------------------------------------------------------------------

static const NativeDef template_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", template_make, "Make a template of parts."),
    STEPS("__reduce__", "self, /", template_reduce, 0, NULL, NULL),
    STEPS("__repr__", "self, /", template_repr, 1, NULL, "What repr(self) gives."),
    NATIVE_END,
};

static const GetSetDef template_getsets[] = {
    {"interpolations", template_get_interpolations, getset_readonly, "Interpolations"},
    {"strings", template_get_strings, getset_readonly, "Strings"},
    {"values", template_get_values, NULL, "values between the texts"},
    {NULL, NULL, NULL, NULL},
};

const TypeDef template_type = {
    .name = "Template",
    .module = "string.templatelib",
    .no_module = true,
    .doc = "What a t-string gives: texts, and the values between them.",
    .tag = T_TEMPLATE,
    .binary_ops = OP_BIT(BIN_OP_ADD),
    .sequence_concat = true,
    .methods = template_methods,
    .getsets = template_getsets,
    .binary = template_concat,
    .iter = template_iter,
};

const TypeDef template_iter_type = {
    .name = "TemplateIter",
    .module = "string.templatelib",
    .no_module = true,
    .doc = "Template iterator object",
    .tag = T_TEMPLATE_ITER,
    .next = template_iter_next,
};

static const NativeDef interpolation_methods[] = {
    LEAF_CLASS("__new__", "cls, value, expression: str='', conversion=None, format_spec: str=''",
               interpolation_make, "Make an interpolation."),
    LEAF("__reduce__", "self, /", interpolation_reduce,
         "What makes an equal object, for pickle and copy."),
    STEPS("__repr__", "self, /", interpolation_repr, 0, NULL, "What repr(self) gives."),
    NATIVE_END,
};

static const GetSetDef interpolation_getsets[] = {
    {"conversion", interpolation_get_conversion, getset_readonly, "Conversion"},
    {"expression", interpolation_get_expression, getset_readonly, "Expression"},
    {"format_spec", interpolation_get_format_spec, getset_readonly, "format behind the colon"},
    {"value", interpolation_get_value, getset_readonly, "Value"},
    {NULL, NULL, NULL, NULL},
};

const TypeDef interpolation_type = {
    .name = "Interpolation",
    .module = "string.templatelib",
    .no_module = true,
    .doc = "A value in a t-string, with the expression it came from.",
    .tag = T_INTERPOLATION,
    .match_args = "value expression conversion format_spec",
    .methods = interpolation_methods,
    .getsets = interpolation_getsets,
};
