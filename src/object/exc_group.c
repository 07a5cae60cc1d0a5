// exc_group.c: BaseExceptionGroup and ExceptionGroup: making them, and taking them apart with
// split, subgroup and derive. Nested groups are split by calls of split itself, so the depth of the
// nesting is on the VM's stack and not on C's. `derive` and the condition may be guest code.
#include "object/seq.h"
#include "object/exc_classes.h"

#include "object/list.h"
#include "object/type.h"
#include "rt/leaf_ops.h"

static bool is_group(Vm *vm, Value v) { return isinstance_exc(vm, v, EXC_BaseExceptionGroup); }

static Value group_self_error(Vm *vm, Value self, const char *name) {
    return raise_error(vm, EXC_TypeError,
                       "descriptor '%s' for 'BaseExceptionGroup' objects doesn't "
                       "apply to a '%T' object",
                       name, self);
}

// The exceptions of a group: a tuple.
static const Tuple *group_items(Vm *vm, Value group) {
    Value items = exc_field(vm, group, GROUP_EXCEPTIONS);
    if (is_tagged(vm, items, T_TUPLE)) { return as_tuple(vm, items); }
    raise_stop(vm, STOP_CORRUPT);
    return NULL;
}

// ---- making ------------------------------------------------------------------------------------

// The class the group really gets; V_RAISED: these exceptions may not stand in it.
static Value group_class(Vm *vm, Value cls, const Value *items, uint32_t n) {
    bool plain = true;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_exception(vm, items[i])) {
            return raise_error(vm, EXC_ValueError,
                               "Item %u of second argument (exceptions) is not an exception", i);
        }
        plain = plain && isinstance_exc(vm, items[i], EXC_Exception);
    }
    if (cls == exc_class(vm, EXC_BaseExceptionGroup)) {
        return plain ? exc_class(vm, EXC_ExceptionGroup) : cls;
    }
    if (plain || !is_subclass_of(vm, cls, exc_class(vm, EXC_Exception))) { return cls; }
    if (cls == exc_class(vm, EXC_ExceptionGroup)) {
        return raise_error(vm, EXC_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    }
    return raise_error(vm, EXC_TypeError, "Cannot nest BaseExceptions in '%N'", cls);
}

static Value group_new_steps(Vm *vm, Frame *f) {
    enum { NEW_START, NEW_DRAINED };
    enum { CLS, ARGS, KWARGS };
    const Tuple *args = slot_obj(vm, f, ARGS, T_TUPLE);
    TRY(args);
    if (native_state(f) == NEW_START) {
        if (!is_exception_class(vm, f->slot[CLS])) {
            return raise_error(vm, EXC_TypeError,
                               "BaseExceptionGroup.__new__(X): X is not an exception group type");
        }
        if (args->h.n != 2) {
            return raise_error(vm, EXC_TypeError,
                               "BaseExceptionGroup.__new__() takes exactly 2 "
                               "arguments (%u given)",
                               args->h.n);
        }
        if (!isinstance_str(vm, args->items[0])) {
            return raise_error(vm, EXC_TypeError,
                               "BaseExceptionGroup.__new__() argument 1 must be "
                               "str, not %s",
                               argument_class_name(vm, args->items[0]));
        }
        if (!seq_has_items(vm, args->items[1])) {
            return raise_error(vm, EXC_TypeError,
                               "second argument (exceptions) must be a sequence");
        }
        return native_call1(vm, f, NEW_DRAINED, internal(vm, I_DRAIN), args->items[1]);
    }
    uint32_t n;
    const Value *items = seq_items(vm, f->result, &n);
    if (n == 0) {
        return raise_error(vm, EXC_ValueError,
                           "second argument (exceptions) must be a non-empty sequence");
    }
    Value cls = group_class(vm, f->slot[CLS], items, n);
    TRY_VALUE(cls);
    Value tuple = tuple_from(vm, items, n);
    TRY_VALUE(tuple);
    Value exc = exc_new(vm, cls, f->slot[ARGS]);
    TRY_VALUE(exc);
    TRY(exc_set_field(vm, exc, GROUP_MESSAGE, args->items[0]));
    TRY(exc_set_field(vm, exc, GROUP_EXCEPTIONS, tuple));
    return exc;
}

static Value group_derive(Vm *vm, Value *a) {
    if (!is_group(vm, a[0])) { return group_self_error(vm, a[0], "derive"); }
    Value args[2] = {exc_field(vm, a[0], GROUP_MESSAGE), a[1]};
    return native_tailcall(vm, exc_class(vm, EXC_BaseExceptionGroup), 2, args);
}

// ---- taking apart ------------------------------------------------------------------------------

static bool group_condition_ok(Vm *vm, Value c) {
    if (is_exception_class(vm, c)) { return true; }
    if (is_tagged(vm, c, T_TUPLE)) {
        const Tuple *t = as_tuple(vm, c);
        bool ok = true;
        for (uint32_t i = 0; i < t->h.n; i++) { ok = ok && is_exception_class(vm, t->items[i]); }
        if (ok) { return true; }
    } else if (is_tagged(vm, c, T_VALUES) || (!is_type(vm, c) && is_callable(vm, c))) {
        return true;
    }
    return raise_false(vm, EXC_TypeError,
                       "expected an exception type, a tuple of exception types, "
                       "or a callable (other than a class)");
}

// A part that derive made takes over where the whole came from.
static bool group_copy_origin(Vm *vm, Value from, Value to) {
    const Exception *src = ref_ptr(vm, from);
    Exception *dst = ref_ptr(vm, to);
    Value name = vm_name(vm, N___notes__), notes = attrs_get(vm, from, name);
    if (is_tagged(vm, notes, T_LIST) || is_tagged(vm, notes, T_TUPLE)) {
        uint32_t n;
        const Value *items = seq_items(vm, notes, &n);
        Value copy = list_from(vm, n ? items : NULL, n);
        if (copy == V_RAISED || !attrs_set(vm, to, name, copy)) { return false; }
    }
    obj_set(vm, dst, &dst->traceback, src->traceback);
    obj_set(vm, dst, &dst->context, src->context);
    obj_set(vm, dst, &dst->cause, src->cause);
    dst->h.small = src->h.small | EXC_SUPPRESS_CONTEXT; // as whoever sets a cause, even none
    return true;
}

enum { SPLIT_START, SPLIT_ASKED, SPLIT_TOLD, SPLIT_NESTED, SPLIT_MATCH_MADE, SPLIT_REST_MADE };
enum { SPLIT_SELF, SPLIT_CONDITION, SPLIT_AT, SPLIT_MATCH, SPLIT_REST, SPLIT_OUT };

static Value split_result(Vm *vm, Frame *f, Value match, Value rest) {
    return native_magic(vm, f) ? match : tuple_pack2(vm, match, rest);
}

// Whether an exception matches: V_TRUE or V_FALSE, or a call to be made for it.
static Value split_ask(Vm *vm, Frame *f, Value exc) {
    Value c = f->slot[SPLIT_CONDITION];
    if (is_tagged(vm, c, T_VALUES)) { // of `except*`: exactly these exceptions
        const Values *these = ref_ptr(vm, c);
        TRY(native_charge(vm, these->h.n / 16));
        bool found = false;
        for (uint32_t i = 0; i < these->h.n && !found; i++) { found = these->items[i] == exc; }
        return bool_value(found);
    }
    if (is_exception_class(vm, c) || is_tagged(vm, c, T_TUPLE)) {
        return exc_match_classes(vm, exc, c);
    }
    return native_call1(vm, f, SPLIT_ASKED, c, exc);
}

// Files the answer for the current part and goes on. V_UNBOUND: all parts are done.
static Value split_go_on(Vm *vm, Frame *f, const Tuple *items, Value answer) {
    for (;;) {
        int64_t at = int_of(f->slot[SPLIT_AT]);
        if (answer != V_UNBOUND) {
            List *list = slot_obj(vm, f, answer == V_TRUE ? SPLIT_MATCH : SPLIT_REST, T_LIST);
            TRY(list && at >= 0 && at < items->h.n);
            TRY(list_append(vm, list, items->items[at]));
        }
        f->slot[SPLIT_AT] = int_value(++at);
        if (at >= items->h.n) { return V_UNBOUND; }
        TRY(native_charge(vm, 1));
        Value part = items->items[at];
        if (is_group(vm, part)) {
            Value name = intern_bytes(vm, "split", 5);
            TRY_VALUE(name);
            Value split = type_lookup(vm, exc_class(vm, EXC_BaseExceptionGroup), name);
            return native_call2(vm, f, SPLIT_NESTED, split, part, f->slot[SPLIT_CONDITION]);
        }
        answer = split_ask(vm, f, part);
        if (answer != V_TRUE && answer != V_FALSE) { return answer; }
    }
}

static Value split_derive(Vm *vm, Frame *f, int next, int which) {
    Value name = intern_bytes(vm, "derive", 6);
    TRY_VALUE(name);
    return native_call_method(vm, f, next, f->slot[SPLIT_SELF], name, 1, &f->slot[which]);
}

static Value split_take_made(Vm *vm, Frame *f) {
    if (!is_group(vm, f->result)) {
        return raise_error(vm, EXC_TypeError,
                           "derive must return an instance of BaseExceptionGroup");
    }
    return group_copy_origin(vm, f->slot[SPLIT_SELF], f->result) ? f->result : V_RAISED;
}

// All parts are sorted: makes the two groups, those that are not empty.
static Value split_finish(Vm *vm, Frame *f, int state) {
    List *match = slot_obj(vm, f, SPLIT_MATCH, T_LIST), *rest = slot_obj(vm, f, SPLIT_REST, T_LIST);
    TRY(match && rest);
    if (state < SPLIT_MATCH_MADE) {
        f->slot[SPLIT_OUT] = V_NONE;
        if (match->h.n) { return split_derive(vm, f, SPLIT_MATCH_MADE, SPLIT_MATCH); }
    } else {
        Value made = split_take_made(vm, f);
        TRY_VALUE(made);
        if (state == SPLIT_REST_MADE) { return split_result(vm, f, f->slot[SPLIT_OUT], made); }
        f->slot[SPLIT_OUT] = made;
    }
    if (rest->h.n && !native_magic(vm, f)) {
        return split_derive(vm, f, SPLIT_REST_MADE, SPLIT_REST);
    }
    return split_result(vm, f, f->slot[SPLIT_OUT], V_NONE);
}

static Value split_begin(Vm *vm, Frame *f) {
    Value self = f->slot[SPLIT_SELF];
    if (!is_group(vm, self)) {
        return group_self_error(vm, self, native_magic(vm, f) ? "subgroup" : "split");
    }
    TRY(group_condition_ok(vm, f->slot[SPLIT_CONDITION]));
    Value match = list_new(vm, 0), rest = list_new(vm, 0);
    TRY(match != V_RAISED && rest != V_RAISED);
    f->slot[SPLIT_AT] = int_value(-1);
    f->slot[SPLIT_MATCH] = match;
    f->slot[SPLIT_REST] = rest;
    f->slot[SPLIT_OUT] = V_NONE;
    return split_ask(vm, f, self);
}

// The parts of a nested group.
static bool split_take_nested(Vm *vm, Frame *f) {
    if (!is_tagged(vm, f->result, T_TUPLE) || as_tuple(vm, f->result)->h.n != 2) {
        return raise_stop(vm, STOP_CORRUPT), false;
    }
    for (int i = 0; i < 2; i++) {
        Value part = as_tuple(vm, f->result)->items[i];
        List *list = slot_obj(vm, f, SPLIT_MATCH + i, T_LIST);
        if (!list || (part != V_NONE && !list_append(vm, list, part))) { return false; }
    }
    return true;
}

static Value group_split_steps(Vm *vm, Frame *f) {
    int state = native_state(f);
    Value answer = V_UNBOUND;
    switch (state) {
    case SPLIT_START: answer = split_begin(vm, f); break;
    case SPLIT_ASKED: return native_call1(vm, f, SPLIT_TOLD, internal(vm, I_TRUTH), f->result);
    case SPLIT_TOLD: answer = f->result; break;
    case SPLIT_NESTED: TRY(split_take_nested(vm, f)); break;
    default: return split_finish(vm, f, state);
    }
    if (answer == V_RAISED || answer == V_CALLING) { return answer; }
    const Tuple *items = group_items(vm, f->slot[SPLIT_SELF]);
    TRY(items && is_int(f->slot[SPLIT_AT]));
    if (int_of(f->slot[SPLIT_AT]) < 0 && answer != V_UNBOUND) {
        if (answer == V_TRUE) { return split_result(vm, f, f->slot[SPLIT_SELF], V_NONE); }
        answer = V_UNBOUND;
    }
    Value v = split_go_on(vm, f, items, answer);
    return v == V_UNBOUND ? split_finish(vm, f, SPLIT_START) : v;
}

// ---- attributes --------------------------------------------------------------------------------

Value exc_group_str(Vm *vm, Value exc) {
    Value message = exc_field(vm, exc, GROUP_MESSAGE), items = exc_field(vm, exc, GROUP_EXCEPTIONS);
    if (!isinstance_str(vm, message) || !is_tagged(vm, items, T_TUPLE)) { return V_NONE; }
    uint32_t n = as_tuple(vm, items)->h.n;
    return format_text(vm, "%U (%u sub-exception%s)", message, n, n == 1 ? "" : "s");
}

static Value group_get_message(Vm *vm, Value v) {
    Value x = exc_field(vm, v, GROUP_MESSAGE);
    return x == V_UNBOUND ? V_NONE : x;
}
static Value group_get_exceptions(Vm *vm, Value v) {
    Value x = exc_field(vm, v, GROUP_EXCEPTIONS);
    return x == V_UNBOUND ? V_NONE : x;
}
const GetSetDef exc_group_getsets[] = {
    {"message", group_get_message, getset_readonly, "what went wrong"},
    {"exceptions", group_get_exceptions, getset_readonly, "the exceptions of the group"},
    {0},
};

Value exc_group_args(Vm *vm, Value exc) {
    if (!is_group(vm, exc)) { return V_UNBOUND; }
    Value pair[2] = {exc_field(vm, exc, GROUP_MESSAGE), exc_field(vm, exc, GROUP_EXCEPTIONS)};
    if (pair[0] == V_UNBOUND || !is_tagged(vm, pair[1], T_TUPLE)) { return V_UNBOUND; }
    const Tuple *args = as_tuple(vm, ((const Exception *)ref_ptr(vm, exc))->args);
    if (args->h.n == 2 && is_tagged(vm, args->items[1], T_LIST)) {
        const Tuple *items = as_tuple(vm, pair[1]);
        pair[1] = list_from(vm, items->items, items->h.n);
        TRY_VALUE(pair[1]);
    } else if (args->h.n == 2 && is_tagged(vm, args->items[1], T_INSTANCE)) {
        pair[1] = args->items[1];
    }
    return tuple_from(vm, pair, 2);
}

const NativeDef exc_group_methods[] = {
    STEPS_CLASS("__new__", "cls, /, *args, **kwargs", group_new_steps, 1, NULL,
                "Create and return a new object."),
    LEAF("__init__", "self, /, *args, **kwargs", exc_init, "Initialize self."),
    TAIL("derive", "self, excs, /", group_derive, NULL),
    STEPS_MAGIC("split", "self, matcher_value, /", group_split_steps, 4, NULL, 0, NULL),
    STEPS_MAGIC("subgroup", "self, matcher_value, /", group_split_steps, 4, NULL, 1, NULL),
    NATIVE_END,
};
