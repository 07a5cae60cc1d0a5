// bind.c: arguments to parameters, for functions and for natives, with CPython's TypeErrors.
#include "vm/internals.h"
#include "vm/call.h"

#include "object/list.h"
#include "object/native_kind.h"
#include "vm/ops.h"

// ---- functions ---------------------------------------------------------------------------------

// "'a'", "'a' and 'b'", "'a', 'b', and 'c'" of the names whose slot is unbound.
static Value bind_missing_names(Vm *vm, const Tuple *names, const Value *slots, uint32_t from,
                                uint32_t to, uint32_t *count) {
    StrBuilder b = str_builder(vm);
    uint32_t n = 0, done = 0;
    for (uint32_t i = from; i < to; i++) { n += slots[i] == V_UNBOUND; }
    *count = n;
    for (uint32_t i = from; i < to; i++) {
        if (slots[i] != V_UNBOUND) { continue; }
        if (done && n > 2) { TRY(sb_put_cstr(&b, ",")); }
        if (done) { TRY(sb_put_cstr(&b, done == n - 1 ? " and " : " ")); }
        TRY(sb_put_repr(&b, names->items[i], false));
        done++;
    }
    return sb_finish(&b);
}

// What a function that is in C elsewhere says of the first argument that is missing.
static Value bind_raise_missing_hidden(Vm *vm, const Function *fn, const Value *slots) {
    const Code *c = as_code(vm, fn->code);
    const Str *qualname = as_str(vm, c->qualname);
    bool in_class = code_prefix(c) != V_NONE || memchr(qualname->data, '.', qualname->h.n);
    uint32_t self = in_class ? 1 : 0, i = self;
    while (slots[i] != V_UNBOUND) { i++; }
    if (i >= c->n_posonly) {
        return raise_error(vm, EXC_TypeError, "%U() missing required argument '%U' (pos %u)",
                           c->name, as_tuple(vm, c->varnames)->items[i], i + 1 - self);
    }
    bool exact = code_n_args(c) == c->n_posonly && !is_ref(fn->defaults);
    uint32_t least = c->n_posonly - self;
    return raise_error(vm, EXC_TypeError, "%U expected %s%u argument%s, got %u", c->name,
                       exact ? "" : "at least ", least, least == 1 ? "" : "s", i - self);
}

static Value bind_raise_missing(Vm *vm, const Function *fn, const Value *slots, uint32_t from,
                                uint32_t to, const char *kind) {
    const Code *c = as_code(vm, fn->code);
    uint32_t n;
    bool special = as_str(vm, c->name)->data[0] == '_'; // named by its class there
    if ((c->flags & CODE_HIDDEN) && from == 0 && !special) {
        return bind_raise_missing_hidden(vm, fn, slots);
    }
    Value list = bind_missing_names(vm, as_tuple(vm, c->varnames), slots, from, to, &n);
    TRY_VALUE(list);
    return raise_error(vm, EXC_TypeError, "%Q() missing %u required %s argument%s: %U",
                       ptr_value(vm, fn), n, kind, n == 1 ? "" : "s", list);
}

static Value bind_raise_too_many(Vm *vm, const Function *fn, const Value *slots, uint32_t given) {
    const Code *c = as_code(vm, fn->code);
    uint32_t n_defaults = is_ref(fn->defaults) ? as_tuple(vm, fn->defaults)->h.n : 0;
    uint32_t kw_given = 0;
    uint32_t n_args = code_n_args(c);
    for (uint32_t i = n_args; i < n_args + c->n_kwonly; i++) { kw_given += slots[i] != V_UNBOUND; }
    Value takes = n_defaults ? format_text(vm, "from %d to %u", (int)(n_args - n_defaults), n_args)
                             : format_text(vm, "%u", n_args);
    TRY_VALUE(takes);
    bool plural = n_defaults ? true : n_args != 1;
    if (!kw_given) {
        return raise_error(vm, EXC_TypeError, "%Q() takes %U positional argument%s but %u %s given",
                           ptr_value(vm, fn), takes, plural ? "s" : "", given,
                           given == 1 ? "was" : "were");
    }
    return raise_error(vm, EXC_TypeError,
                       "%Q() takes %U positional argument%s but %u positional argument%s (and %u "
                       "keyword-only argument%s) were given",
                       ptr_value(vm, fn), takes, plural ? "s" : "", given, given == 1 ? "" : "s",
                       kw_given, kw_given == 1 ? "" : "s");
}

static bool bind_posonly_as_keyword(Vm *vm, const Function *fn, const Tuple *names) {
    const Code *c = as_code(vm, fn->code);
    const Tuple *params = as_tuple(vm, c->varnames);
    StrBuilder b = str_builder(vm);
    for (uint32_t i = 0; i < c->n_posonly; i++) {
        for (uint32_t k = 0; k < names->h.n; k++) {
            if (!str_equal(as_str(vm, names->items[k]), as_str(vm, params->items[i]))) { continue; }
            if (b.len && !sb_put_cstr(&b, ", ")) { return true; }
            if (!sb_put_str(&b, params->items[i])) { return true; }
        }
    }
    if (b.len == 0) { return false; }
    Value list = sb_finish(&b);
    if (list == V_RAISED) { return true; }
    raise_error(vm, EXC_TypeError,
                "%Q() got some positional-only arguments passed as keyword arguments: '%U'",
                ptr_value(vm, fn), list);
    return true;
}

static bool bind_unexpected(Vm *vm, Value callee, Value name, const Value *params, uint32_t n) {
    Value hint = suggest_name(vm, name, params, n, false);
    if (hint == V_RAISED) { return false; }
    return raise_false(vm, EXC_TypeError,
                       is_ref(hint) ? "%U() got an unexpected keyword argument '%U'. Did you mean "
                                      "'%U'?"
                                    : "%U() got an unexpected keyword argument '%U'",
                       callee, name, hint);
}

static int32_t bind_find_param(Vm *vm, const Tuple *params, uint32_t from, uint32_t to,
                               Value name) {
    for (uint32_t i = from; i < to; i++) {
        if (params->items[i] == name) { return (int32_t)i; }
    }
    const Str *s = as_str(vm, name);
    for (uint32_t i = from; i < to; i++) {
        if (str_equal(as_str(vm, params->items[i]), s)) { return (int32_t)i; }
    }
    return -1;
}

static bool bind_keywords(Vm *vm, const Function *fn, Value *slots, const Value *values,
                          const Tuple *names) {
    const Code *c = as_code(vm, fn->code);
    const Tuple *params = as_tuple(vm, c->varnames);
    uint32_t n = code_n_args(c) + c->n_kwonly;
    bool has_kw = c->flags & CODE_VARKEYWORDS;
    uint32_t kw_slot = n + (c->flags & CODE_VARARGS ? 1 : 0);
    for (uint32_t k = 0; k < names->h.n; k++) {
        Value name = names->items[k];
        int32_t i = bind_find_param(vm, params, c->n_posonly, n, name);
        if (i >= 0) {
            if (slots[i] != V_UNBOUND) {
                return raise_false(vm, EXC_TypeError, "%Q() got multiple values for argument '%U'",
                                   ptr_value(vm, fn), name);
            }
            slots[i] = values[k];
        } else if (has_kw) {
            Dict *kw = as_dict(vm, slots[kw_slot]);
            if (!dict_set_str(vm, kw, name, values[k])) { return false; }
        } else {
            if (bind_posonly_as_keyword(vm, fn, names)) { return false; }
            Value callee = function_qualname(vm, fn);
            if (callee == V_RAISED) { return false; }
            return bind_unexpected(vm, callee, name, params->items + c->n_posonly,
                                   n - c->n_posonly);
        }
    }
    return true;
}

// Fills the parameters of a fresh frame, whose slots are all V_UNBOUND.
static bool bind_function(Vm *vm, const Function *fn, Value *slots, const Value *args, uint32_t n,
                          Value names) {
    const Code *c = as_code(vm, fn->code);
    uint32_t n_pos = code_n_args(c), n_all = n_pos + c->n_kwonly;
    uint32_t taken = n < n_pos ? n : n_pos;
    values_copy(slots, args, taken);
    if (c->flags & CODE_VARARGS) {
        slots[n_all] = tuple_from(vm, args + taken, n - taken);
        if (slots[n_all] == V_RAISED) { return false; }
    }
    if (c->flags & CODE_VARKEYWORDS) {
        uint32_t at = n_all + (c->flags & CODE_VARARGS ? 1 : 0);
        slots[at] = dict_new(vm, 0);
        if (slots[at] == V_RAISED) { return false; }
    }
    if (is_ref(names) && !bind_keywords(vm, fn, slots, args + n, as_tuple(vm, names))) {
        return false;
    }
    if (n > n_pos && !(c->flags & CODE_VARARGS)) {
        bind_raise_too_many(vm, fn, slots, n);
        return false;
    }
    uint32_t n_defaults = is_ref(fn->defaults) ? as_tuple(vm, fn->defaults)->h.n : 0;
    bool missing = false;
    for (uint32_t i = taken; i < n_pos; i++) {
        if (slots[i] != V_UNBOUND) { continue; }
        if (i + n_defaults >= n_pos) {
            slots[i] = as_tuple(vm, fn->defaults)->items[i + n_defaults - n_pos];
        } else {
            missing = true;
        }
    }
    if (missing) {
        bind_raise_missing(vm, fn, slots, 0, n_pos - n_defaults, "positional");
        return false;
    }
    const Tuple *params = as_tuple(vm, c->varnames);
    for (uint32_t i = n_pos; i < n_all; i++) {
        if (slots[i] != V_UNBOUND) { continue; }
        if (is_ref(fn->kwdefaults)) {
            slots[i] = dict_get_str(vm, as_dict(vm, fn->kwdefaults), params->items[i]);
        }
        missing = missing || slots[i] == V_UNBOUND;
    }
    if (missing) { bind_raise_missing(vm, fn, slots, n_pos, n_all, "keyword-only"); }
    return !missing;
}

Value call_function(Vm *vm, Value func, const Value *args, uint32_t n, Value names, uint64_t ret) {
    const Function *fn = as_function(vm, func);
    const Code *c = as_code(vm, fn->code);
    const uint32_t generator = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    const uint32_t other = CODE_VARARGS | CODE_VARKEYWORDS | CODE_NAMESPACE;
    if ((c->flags & generator) && !(c->flags & other) && n <= c->n_args && c->n_kwonly == 0 &&
        !is_ref(names)) {
        Value made = gen_of_call(vm, func, args, n);
        if (made != V_UNBOUND) { return made; }
    }
    Frame *f = push_code(vm, fn->code, func, fn->globals, ret);
    TRY(f);
    if ((c->flags & CODE_NAMESPACE) && !is_ref(names) && n > 0 && args[0] == V_UNBOUND) {
        if (n > 1) { f->slot[0] = args[1]; }
        n = 0;
    }
    if ((c->flags & CODE_SIMPLE) && n == c->n_args && !is_ref(names)) {
        values_copy(f->slot, args, n);
        return V_CALLING;
    }
    if (!bind_function(vm, fn, f->slot, args, n, names)) {
        frame_pop(vm, f);
        return V_RAISED;
    }
    if (NX_UNLIKELY(c->flags & generator)) { return gen_from_frame(vm, f); }
    return V_CALLING;
}

// ---- natives -----------------------------------------------------------------------------------

// What a native is called in messages, and how it counts its arguments.
typedef struct NativeLabel {
    Value name;      // without its class
    Value module;    // of a module's function: it is called "math.sqrt"; else empty
    const char *dot; // between the two
    Value type_name; // V_NONE: a function; then `name` is all
    uint32_t self;   // arguments that are not counted
    bool maker, slot;
    const char *call; // "()" behind the name
} NativeLabel;

static NativeLabel native_label(Vm *vm, const NativeObj *nat, Value self) {
    bool method = nat->flags & (PARAM_SELF | NATIVE_CLASS);
    NativeLabel l = {.name = nat->name,
                     .module = vm_name(vm, N_empty),
                     .dot = "",
                     .type_name = V_NONE,
                     .self = method ? 1 : 0,
                     .call = "()"};
    if (!is_ref(nat->owner) || !is_type(vm, nat->owner)) {
        if (nat->flags & NATIVE_UNNAMED) {
            l.name = vm_name(vm, N_function);
            l.call = "";
            return l;
        }
        Value module = native_prefix(vm, nat);
        if (module != V_NONE) {
            l.module = module;
            l.dot = ".";
        }
        return l;
    }
    l.maker = nat->name == vm_name(vm, N___new__) || nat->name == vm_name(vm, N___init__);
    l.slot = !l.maker && native_class_tag(vm, nat) == T_WRAPPER_DESCRIPTOR;
    l.type_name = as_type(vm, nat->owner)->name;
    if (l.maker) {
        if (nat->flags & NATIVE_UNNAMED) {
            l.name = vm_name(vm, N_function);
            l.call = "";
        } else if (!(nat->flags & NATIVE_AS_NEW)) {
            l.name = l.type_name;
        }
        l.type_name = V_NONE;
    } else if (method && self != V_UNBOUND) {
        // A bound method knows the class of its self, `x.f()` calls that of the class where f is.
        // A method of the metaclass is one of the class, as a class method is.
        Value cls = is_type(vm, self) ? self : class_of(vm, self);
        l.type_name = as_type(vm, cls)->qualname;
    }
    return l;
}

static bool bind_no_keywords(Vm *vm, const NativeLabel *l) {
    if (l->slot) {
        return raise_false(vm, EXC_TypeError, "wrapper %U() takes no keyword arguments", l->name);
    }
    if (l->type_name == V_NONE) {
        return raise_false(vm, EXC_TypeError, "%U%s%U() takes no keyword arguments", l->module,
                           l->dot, l->name);
    }
    return raise_false(vm, EXC_TypeError, "%U.%U() takes no keyword arguments", l->type_name,
                       l->name);
}

// dict and sorted count as a C function that unpacks its arguments by hand, and so do int and str when
// they are called themselves (is_bound), not by type.__call__ or a derived class.
static bool bind_unpacks(Vm *vm, const NativeObj *nat, const NativeLabel *l, bool is_bound) {
    if (nat->varkw) { return true; }
    if (nat->owner == vm_name(vm, N_builtins)) {
        return str_equals_cstr(as_str(vm, nat->name), "sorted");
    }
    return l->maker && is_bound &&
           (nat->owner == vm->types[T_INT] || nat->owner == vm->types[T_STR]);
}

// enumerate, called itself, has words of its own for keywords and what is missing.
static bool bind_is_enumerate(Vm *vm, const NativeObj *nat, bool is_bound) {
    return is_bound && nat->owner == vm->types[T_ENUMERATE] && nat->name == vm_name(vm, N___new__);
}

static bool bind_count_keywords(Vm *vm, const NativeObj *nat, const NativeLabel *l, uint32_t given,
                                uint32_t n_keywords) {
    uint32_t most = nat->n_positional - l->self, all = nat->n_params - l->self;
    if (given + n_keywords > all) {
        return raise_false(vm, EXC_TypeError, "%U%s takes at most %u %sargument%s (%u given)",
                           l->name, l->call, all, given ? "" : "keyword ", all == 1 ? "" : "s",
                           given + n_keywords);
    }
    if (most == 0) {
        return raise_false(vm, EXC_TypeError, "%U() takes no positional arguments", l->name);
    }
    // ContextVar counts what can only be named among what can be left out.
    bool exact = nat->n_required - l->self == most && nat->owner != vm->types[T_CONTEXT_VAR];
    return raise_false(vm, EXC_TypeError, "%U%s takes %s %u positional argument%s (%u given)",
                       l->name, l->call, exact ? "exactly" : "at most", most, most == 1 ? "" : "s",
                       given);
}

static bool bind_native_count_error(Vm *vm, const NativeObj *nat, bool is_bound, const Value *args,
                                    uint32_t n, uint32_t n_keywords, bool keywords) {
    NativeLabel l = native_label(vm, nat, is_bound && n ? args[0] : V_UNBOUND);
    uint32_t most = nat->n_positional - l.self;
    uint32_t least = nat->n_required > l.self ? nat->n_required - l.self : 0;
    uint32_t given = n > l.self ? n - l.self : 0, bound = given < least ? least : most;
    bool exact = most == least && !nat->varargs;
    bool buffer = most == 1 && strstr((const char *)as_str(vm, l.name)->data, "buffer__");
    if (l.slot && exact && most < 2 && !buffer) {
        bool ref = nat->owner == vm->types[T_WEAKREF] && nat->name == vm_name(vm, N___call__);
        return raise_false(vm, EXC_TypeError, "%sexpected %u argument%s, got %u",
                           ref ? "weakref " : "", bound, bound == 1 ? "" : "s", given);
    }
    if (l.slot && least == 1 && most == 2 && nat->name != vm_name(vm, N___get__)) { // powers
        return raise_false(vm, EXC_TypeError, "expected 1 or 2 arguments, got %u", given);
    }
    bool named = least == 1 && nat->n_posonly < nat->n_params; // its one argument has a name
    if (!l.slot && !l.maker && !named && nat->n_params <= l.self + 1 && (exact || most == 0)) {
        Value owner = l.type_name == V_NONE ? l.module : l.type_name;
        const char *dot = l.type_name == V_NONE ? l.dot : ".";
        if (nat->n_params == l.self) {
            return raise_false(vm, EXC_TypeError, "%U%s%U() takes no arguments (%u given)", owner,
                               dot, l.name, given);
        }
        return raise_false(vm, EXC_TypeError, "%U%s%U() takes exactly one argument (%u given)",
                           owner, dot, l.name, given);
    }
    if (keywords && given > most && !bind_unpacks(vm, nat, &l, is_bound)) {
        return bind_count_keywords(vm, nat, &l, given, n_keywords);
    }
    uint32_t posonly = min_u32(nat->n_posonly, nat->n_required);
    if (keywords && given + l.self < posonly && !bind_unpacks(vm, nat, &l, is_bound)) {
        bound = posonly - l.self;
        return raise_false(vm, EXC_TypeError, "%U() takes %s %u positional argument%s (%u given)",
                           l.name, bound == most ? "exactly" : "at least", bound,
                           bound == 1 ? "" : "s", given);
    }
    return raise_false(vm, EXC_TypeError, "%U expected %s%u argument%s, got %u", l.name,
                       exact           ? ""
                       : given < least ? "at least "
                                       : "at most ",
                       bound, bound == 1 ? "" : "s", given);
}

// A missing argument counts before a keyword that is not known.
static bool bind_check_required(Vm *vm, const NativeObj *nat, bool is_bound, const Value *out,
                                const Tuple *names) {
    NativeLabel l = native_label(vm, nat, V_UNBOUND);
    const Value *params = as_tuple(vm, nat->params)->items;
    for (uint32_t i = max_u32(nat->n_posonly, l.self); i < nat->n_required; i++) {
        bool given = out[i] != V_STOP;
        for (uint32_t k = 0; k < names->h.n && !given; k++) {
            given = str_equal(as_str(vm, names->items[k]), as_str(vm, params[i]));
        }
        if (!given && !bind_is_enumerate(vm, nat, is_bound)) {
            return raise_false(vm, EXC_TypeError, "%U() missing required argument '%U' (pos %u)",
                               l.name, params[i], i + 1 - l.self);
        }
    }
    return true;
}

// The first of the n positional arguments that is given by name too.
static bool bind_check_twice(Vm *vm, const NativeObj *nat, const NativeLabel *l, uint32_t n,
                             const Tuple *names) {
    const Value *params = as_tuple(vm, nat->params)->items;
    uint32_t end = min_u32(n, nat->n_positional);
    for (uint32_t i = max_u32(nat->n_posonly, l->self); i < end; i++) {
        for (uint32_t k = 0; k < names->h.n; k++) {
            if (!str_equal(as_str(vm, names->items[k]), as_str(vm, params[i]))) { continue; }
            return raise_false(vm, EXC_TypeError,
                               "argument for %U%s given by name ('%U') and position (%u)", l->name,
                               l->call, params[i], i + 1 - l->self);
        }
    }
    return true;
}

static bool bind_native_keywords(Vm *vm, const NativeObj *nat, bool is_bound, const Value *args,
                                 Value *out, const Value *values, const Tuple *names) {
    const Tuple *params = as_tuple(vm, nat->params);
    NativeLabel l = native_label(vm, nat, is_bound && values > args ? args[0] : V_UNBOUND);
    uint32_t end = nat->n_params - (nat->varkw ? 1u : 0u);
    for (uint32_t k = 0; k < names->h.n; k++) {
        Value name = names->items[k];
        int32_t i = bind_find_param(vm, params, max_u32(nat->n_posonly, l.self), end, name);
        if (i >= 0 && (uint32_t)i + 1 == nat->varargs) { i = -1; }
        if (i >= 0) {
            if (out[i] != V_STOP) {
                if (bind_is_enumerate(vm, nat, is_bound)) { goto invalid; }
                return bind_check_required(vm, nat, is_bound, out, names) &&
                       bind_check_twice(vm, nat, &l, (uint32_t)(values - args), names);
            }
            out[i] = values[k];
        } else if (nat->varkw) {
            if (!dict_set_str(vm, as_dict(vm, out[nat->varkw - 1]), name, values[k])) {
                return false;
            }
        } else {
            if (!bind_check_required(vm, nat, is_bound, out, names) ||
                !bind_check_twice(vm, nat, &l, (uint32_t)(values - args), names)) {
                return false;
            }
            if (bind_is_enumerate(vm, nat, is_bound)) {
            invalid:
                return raise_false(vm, EXC_TypeError,
                                   "'%U' is an invalid keyword argument for %U()", name, l.name);
            }
            uint32_t first = nat->varargs ? nat->varargs : nat->n_posonly;
            // The keywords of sorted are those of list.sort, which it calls.
            bool sorted =
                nat->owner == vm_name(vm, N_builtins) && bind_unpacks(vm, nat, &l, is_bound);
            Value callee = sorted ? vm_name(vm, N_sort) : l.name;
            if (nat->flags & NATIVE_UNNAMED) {
                return raise_false(vm, EXC_TypeError,
                                   "this function got an unexpected keyword argument '%U'", name);
            }
            if (nat->owner == vm->types[T_ZIP_LONGEST]) { // which does not say what
                return raise_false(vm, EXC_TypeError, "%U() got an unexpected keyword argument",
                                   l.name);
            }
            return bind_unexpected(vm, callee, name, params->items + first, end - first);
        }
    }
    return true;
}

static bool bind_check_self(Vm *vm, const NativeObj *nat, const Value *args, uint32_t n) {
    if (n && self_fits(vm, args[0], (TypeTag)nat->self_tag, nat->owner)) { return true; }
    bool slot = native_class_tag(vm, nat) == T_WRAPPER_DESCRIPTOR;
    if (n == 0) {
        if (slot) {
            return raise_false(vm, EXC_TypeError,
                               "descriptor '%U' of '%N' object needs an argument", nat->name,
                               nat->owner);
        }
        return raise_false(vm, EXC_TypeError, "unbound method %U.%U() needs an argument",
                           native_prefix(vm, nat), nat->name);
    }
    if (slot) {
        return raise_false(vm, EXC_TypeError,
                           "descriptor '%U' requires a '%K' object but received "
                           "a '%T'",
                           nat->name, nat->owner, args[0]);
    }
    return raise_false(vm, EXC_TypeError,
                       "descriptor '%U' for '%K' objects doesn't apply to a "
                       "'%T' object",
                       nat->name, nat->owner, args[0]);
}

// The usual call: positional arguments of a number that fits, defaults for the rest. False: nothing
// is said yet about what is wrong, if anything is.
static bool bind_plain(Vm *vm, const NativeObj *nat, const Value *args, uint32_t n, Value *out) {
    uint32_t taken = min_u32(n, nat->n_positional);
    if (n < nat->n_required || (n > taken && !nat->varargs) || nat->varkw) { return false; }
    TypeTag tag = (TypeTag)nat->self_tag;
    if (tag != T_INVALID && (tag == T_EXCEPTION || !is_tagged(vm, args[0], tag)) &&
        !self_fits(vm, args[0], tag, nat->owner)) {
        return false;
    }
    for (uint32_t i = 0; i < taken; i++) { out[i] = args[i]; }
    const Value *defaults = as_tuple(vm, nat->defaults)->items;
    for (uint32_t i = taken; i < nat->n_params; i++) {
        if (i + 1 == nat->varargs) {
            out[i] = tuple_from(vm, args + taken, n - taken);
            if (out[i] == V_RAISED) { return false; }
            continue;
        }
        out[i] = defaults[i];
        if (NX_UNLIKELY(out[i] == V_STOP)) { return false; }
    }
    return true;
}

// The usual call with keywords: all are known, none is given twice. False: as bind_plain.
static bool bind_named(Vm *vm, const NativeObj *nat, const Value *args, uint32_t n,
                       const Tuple *names, Value *out) {
    const Value *params = as_tuple(vm, nat->params)->items;
    uint32_t own = nat->flags & (PARAM_SELF | NATIVE_CLASS) ? 1 : 0;
    uint32_t first = max_u32(nat->varargs ? nat->varargs : nat->n_posonly, own);
    uint32_t taken = min_u32(n, nat->n_positional);
    TypeTag tag = (TypeTag)nat->self_tag;
    if (nat->varkw || (n > taken && !nat->varargs)) { return false; }
    if (tag != T_INVALID && !self_fits(vm, args[0], tag, nat->owner)) { return false; }
    for (uint32_t i = 0; i < nat->n_params; i++) { out[i] = i < taken ? args[i] : V_STOP; }
    for (uint32_t k = 0; k < names->h.n; k++) {
        uint32_t i = first;
        while (i < nat->n_params && params[i] != names->items[k]) { i++; }
        if (i == nat->n_params || out[i] != V_STOP) { return false; }
        out[i] = args[n + k];
    }
    const Value *defaults = as_tuple(vm, nat->defaults)->items;
    for (uint32_t i = taken; i < nat->n_params; i++) {
        if (i + 1 == nat->varargs) {
            out[i] = tuple_from(vm, args + taken, n - taken);
            if (out[i] == V_RAISED) { return false; }
        } else if (out[i] == V_STOP) {
            out[i] = defaults[i];
            if (NX_UNLIKELY(out[i] == V_STOP)) { return false; }
        }
    }
    return true;
}

static bool bind_raise_required(Vm *vm, const NativeObj *nat, bool is_bound, uint32_t param,
                                Value names) {
    NativeLabel l = native_label(vm, nat, V_UNBOUND);
    bool own_words = bind_is_enumerate(vm, nat, is_bound);
    if (own_words && is_ref(names)) {
        return raise_false(vm, EXC_TypeError, "'%U' is an invalid keyword argument for %U()",
                           as_tuple(vm, names)->items[0], l.name);
    }
    return raise_false(vm, EXC_TypeError,
                       own_words ? "%U() missing required argument '%U'"
                                 : "%U() missing required argument '%U' (pos %u)",
                       l.name, as_tuple(vm, nat->params)->items[param], param + 1 - l.self);
}

// What is wrong with keywords before their names are looked at: none are taken, or there are too
// many arguments, or too few that cannot be named.
static bool bind_check_names(Vm *vm, const NativeObj *nat, bool is_bound, const Value *args,
                             uint32_t n, uint32_t n_names) {
    if (nat->varkw) { return true; }
    NativeLabel l = native_label(vm, nat, is_bound && n ? args[0] : V_UNBOUND);
    if (n == 0 && (str_equals_cstr(as_str(vm, l.name), "min") ||
                   str_equals_cstr(as_str(vm, l.name), "max"))) {
        return raise_false(vm, EXC_TypeError, "%U expected at least 1 argument, got 0", l.name);
    }
    uint32_t n_named = nat->n_params - (nat->varargs ? 1u : 0u);
    if (max_u32(nat->n_posonly, l.self) >= n_named) {
        // Special methods that take any arguments are functions that unpack them by hand.
        if (nat->varargs && as_str(vm, nat->name)->data[0] == '_') { l.type_name = V_NONE; }
        return bind_no_keywords(vm, &l);
    }
    uint32_t given = n > l.self ? n - l.self : 0, n_kwonly = n_named - nat->n_positional;
    if (nat->varargs && n_names > n_kwonly && nat->owner != vm->types[T_ZIP_LONGEST]) {
        return raise_false(vm, EXC_TypeError, "%U() takes at most %u keyword argument%s (%u given)",
                           l.name, n_kwonly, n_kwonly == 1 ? "" : "s", n_names);
    }
    if (given == 0 && n_names > 2 && bind_is_enumerate(vm, nat, is_bound)) {
        return raise_false(vm, EXC_TypeError, "%U() missing required argument 'iterable'", l.name);
    }
    if (!nat->varargs && given + n_names > nat->n_params - l.self) {
        bool sorted = nat->owner == vm_name(vm, N_builtins) && bind_unpacks(vm, nat, &l, is_bound);
        if (sorted && given > nat->n_positional - l.self) {
            return bind_native_count_error(vm, nat, is_bound, args, n, n_names, true);
        }
        return bind_count_keywords(vm, nat, &l, given, n_names);
    }
    if (n < min_u32(nat->n_posonly, nat->n_required)) {
        return bind_native_count_error(vm, nat, is_bound, args, n, n_names, true);
    }
    return true;
}

// A `__new__` without named parameters leaves keywords to the __init__ of a derived class, if that has
// one of its own; list.__init__, it alone, to a __new__ that took them.
static bool bind_leaves_names(Vm *vm, const NativeObj *nat, const Value *args, uint32_t n) {
    bool maker = (nat->flags & NATIVE_CLASS) && nat->name == vm_name(vm, N___new__);
    bool starter = nat->owner == vm->types[T_LIST] && nat->name == vm_name(vm, N___init__);
    if ((!maker && !starter) || n == 0 || nat->varkw || !is_type(vm, nat->owner) ||
        nat->n_posonly < nat->n_params - (nat->varargs ? 1u : 0u)) {
        return false;
    }
    Value cls = maker ? args[0] : class_of(vm, args[0]);
    Value name = vm_name(vm, maker ? N___init__ : N___new__);
    return cls != nat->owner && is_type(vm, cls) &&
           type_lookup(vm, cls, name) != type_lookup(vm, nat->owner, name);
}

bool bind_native(Vm *vm, const NativeObj *nat, bool is_bound, const Value *args, uint32_t n,
                 Value names, Value *out) {
    if (!is_ref(names) && n && bind_plain(vm, nat, args, n, out)) { return true; }
    if (is_ref(names) && n && bind_named(vm, nat, args, n, as_tuple(vm, names), out)) {
        return true;
    }
    if (NX_UNLIKELY(vm->alloc_failed)) { return false; }
    if ((nat->flags & PARAM_SELF) && !bind_check_self(vm, nat, args, n)) { return false; }
    if (n == 0 && nat->name == vm_name(vm, N___new__) && (nat->flags & NATIVE_CLASS)) {
        return raise_false(vm, EXC_TypeError, "%N.__new__(): not enough arguments", nat->owner);
    }
    uint32_t n_names = is_ref(names) ? as_tuple(vm, names)->h.n : 0;
    if (n == 0 && nat->n_required && nat->owner == vm_name(vm, N_builtins)) {
        NativeLabel l = native_label(vm, nat, V_UNBOUND);
        if (bind_unpacks(vm, nat, &l, is_bound)) { // counted before keywords are looked at
            return bind_native_count_error(vm, nat, is_bound, args, n, n_names, true);
        }
    }
    if (n_names && bind_leaves_names(vm, nat, args, n)) {
        names = V_NONE;
        n_names = 0;
    }
    if (n_names && !bind_check_names(vm, nat, is_bound, args, n, n_names)) { return false; }
    uint32_t taken = n < nat->n_positional ? n : nat->n_positional;
    const Value *defaults = as_tuple(vm, nat->defaults)->items;
    values_copy(out, args, taken);
    for (uint32_t i = taken; i < nat->n_params; i++) { out[i] = V_STOP; }
    bool keywords = nat->n_posonly < nat->n_params - (nat->varargs ? 1u : 0u);
    if (n > nat->n_positional && !nat->varargs) {
        return bind_native_count_error(vm, nat, is_bound, args, n, n_names, keywords);
    }
    if (nat->varargs) {
        out[nat->varargs - 1] = tuple_from(vm, args + taken, n - taken);
        if (out[nat->varargs - 1] == V_RAISED) { return false; }
    }
    if (nat->varkw) {
        out[nat->varkw - 1] = dict_new(vm, 0);
        if (out[nat->varkw - 1] == V_RAISED) { return false; }
    }
    if (is_ref(names) &&
        !bind_native_keywords(vm, nat, is_bound, args, out, args + n, as_tuple(vm, names))) {
        return false;
    }
    for (uint32_t i = taken; i < nat->n_params; i++) {
        if (out[i] != V_STOP) { continue; }
        out[i] = defaults[i];
        if (NX_LIKELY(out[i] != V_STOP)) { continue; }
        if (!keywords || i < nat->n_posonly) {

            return bind_native_count_error(vm, nat, is_bound, args, n, n_names, keywords);
        }
        return bind_raise_required(vm, nat, is_bound, i, names);
    }
    return true;
}
