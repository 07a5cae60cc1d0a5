// context.c: the module _contextvars. A Context is a dict of variables and their values; copies
// share it until one of them changes (copy on write), so that a task's copy costs nothing to make.
// The current Context is a root; Context.run and the steps of tasks enter and leave others.
#include "lib/context.h"

#include "object/module.h"
#include "object/alias.h"
#include "object/construct.h"
#include "object/steps_fast.h"
#include "object/str_inner.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

typedef struct ContextVar {
    Obj h;
    Value name;
    Value init; // the default, or V_UNBOUND
} ContextVar;

typedef struct ContextToken {
    Obj h;         // small: 1 once used
    Value context; // Context
    Value var;     // ContextVar
    Value old;     // or V_UNBOUND
} ContextToken;

static ContextVar *as_context_var(Vm *vm, Value v) { return ref_ptr(vm, v); }
static ContextToken *as_context_token(Vm *vm, Value v) { return ref_ptr(vm, v); }

// ---- the current context -----------------------------------------------------------------------

bool module_roots_ready(Vm *vm) {
    Value extra = vm->head->extra;
    const Values *old = is_ref(extra) ? ref_ptr(vm, extra) : NULL;
    if (NX_LIKELY(old && old->h.n >= ROOT_COUNT)) { return true; }
    Values *roots = heap_new_raw(vm, T_VALUES, ROOT_COUNT);
    if (!roots) { return false; }
    for (uint32_t i = 0; i < ROOT_COUNT; i++) {
        roots->items[i] = old && i < old->h.n ? old->items[i] : V_NONE;
    }
    vm->head->extra = ptr_value(vm, roots);
    return true;
}

static Context *context_new(Vm *vm, Value vars) {
    Context *c = HEAP_MAKE(vm, CONTEXT, 0);
    if (!c) { return NULL; }
    c->vars = vars;
    c->outer = V_NONE;
    return c;
}

Value context_current(Vm *vm) {
    Value current = module_root(vm, ROOT_CONTEXT);
    if (NX_LIKELY(is_tagged(vm, current, T_CONTEXT))) { return current; }
    Context *c = module_roots_ready(vm) ? context_new(vm, V_NONE) : NULL;
    TRY(c);
    module_root_set(vm, ROOT_CONTEXT, ptr_value(vm, c));
    return ptr_value(vm, c);
}

static Value context_copy(Vm *vm, Value v) {
    Context *from = as_context(vm, v), *c = context_new(vm, from->vars);
    TRY(c);
    if (is_ref(c->vars)) {
        c->h.small = CONTEXT_SHARED;
        obj_touch(vm, from);
        from->h.small |= CONTEXT_SHARED;
    }
    return ptr_value(vm, c);
}

Value context_copy_current(Vm *vm) {
    Value current = context_current(vm);
    return current == V_RAISED ? current : context_copy(vm, current);
}

bool context_enter(Vm *vm, Value context) {
    Value current = context_current(vm);
    if (current == V_RAISED) { return false; }
    Context *c = as_context(vm, context);
    if (c->h.small & CONTEXT_ENTERED) {
        Value text = object_default_repr(vm, context);
        return text != V_RAISED && raise_false(vm, EXC_RuntimeError,
                                               "cannot enter context: %U is already entered", text);
    }
    obj_set(vm, c, &c->outer, current);
    c->h.small |= CONTEXT_ENTERED;
    module_root_set(vm, ROOT_CONTEXT, context);
    return true;
}

void context_leave(Vm *vm, Value context) {
    if (!is_tagged(vm, context, T_CONTEXT)) { return; }
    Context *c = as_context(vm, context);
    if (!(c->h.small & CONTEXT_ENTERED) || module_root(vm, ROOT_CONTEXT) != context) { return; }
    module_root_set(vm, ROOT_CONTEXT, c->outer);
    obj_set(vm, c, &c->outer, V_NONE);
    c->h.small &= (uint8_t)~CONTEXT_ENTERED;
}

// The dict of a Context that is about to be changed; NULL: raised.
static Dict *context_own(Vm *vm, Context *c) {
    if (is_ref(c->vars) && !(c->h.small & CONTEXT_SHARED)) { return as_dict(vm, c->vars); }
    const Dict *shared = is_ref(c->vars) ? as_dict(vm, c->vars) : NULL;
    if (shared && !native_charge(vm, shared->used / 8)) { return NULL; }
    Value own = shared ? dict_copy(vm, shared) : dict_new(vm, 0);
    if (own == V_RAISED) { return NULL; }
    obj_set(vm, c, &c->vars, own);
    c->h.small &= (uint8_t)~CONTEXT_SHARED;
    return as_dict(vm, own);
}

// V_UNBOUND: it has no value there.
static Value context_find(Vm *vm, const Context *c, Value var) {
    if (!is_ref(c->vars)) { return V_UNBOUND; }
    Value v = dict_get_leaf(vm, as_dict(vm, c->vars), var);
    return v == V_CALLING ? V_RAISED
                          : v; // no memory for the variable's identity, which is its hash
}

// ---- Context -----------------------------------------------------------------------------------

static Value context_make(Vm *vm, Value *a) {
    if (as_tuple(vm, a[1])->h.n || as_dict(vm, a[2])->h.n) {
        return raise_error(vm, EXC_TypeError, "Context() does not accept any arguments");
    }
    TRY(construct_check(vm, T_CONTEXT, a[0]));
    Context *c = context_new(vm, V_NONE);
    TRY(c);
    return ptr_value(vm, c);
}

static Value context_copy_native(Vm *vm, Value *a) { return context_copy(vm, a[0]); }

static Value copy_context(Vm *vm, Value *a) {
    (void)a;
    return context_copy_current(vm);
}

// The value of a key that must be a variable; V_UNBOUND: it has none here.
static Value context_lookup(Vm *vm, Value context, Value key) {
    if (is_tagged(vm, key, T_CONTEXT_VAR)) {
        return context_find(vm, as_context(vm, context), key);
    }
    Value text = repr_leaf(vm, key);
    TRY_VALUE(text);
    if (text == V_UNBOUND) { text = object_default_repr(vm, key); }
    TRY_VALUE(text);
    return raise_error(vm, EXC_TypeError, "a ContextVar key was expected, got %U", text);
}

static Value context_get(Vm *vm, Value *a) {
    Value v = context_lookup(vm, a[0], a[1]);
    return v == V_UNBOUND ? a[2] : v;
}

static Value context_getitem(Vm *vm, Value self, Value key) {
    Value v = context_lookup(vm, self, key);
    return v == V_UNBOUND ? raise_with(vm, EXC_KeyError, key) : v;
}

static Value context_contains(Vm *vm, Value self, Value key) {
    Value v = context_lookup(vm, self, key);
    return v == V_RAISED ? v : bool_value(v != V_UNBOUND);
}

static Value context_len(Vm *vm, Value self) {
    Value vars = as_context(vm, self)->vars;
    return int_value(is_ref(vars) ? as_dict(vm, vars)->h.n : 0);
}

// What a method of dict gives of the variables as they are now.
static Value context_view(Vm *vm, Value self, const char *method) {
    Context *c = as_context(vm, self);
    Value vars = is_ref(c->vars) ? c->vars : dict_new(vm, 0);
    TRY_VALUE(vars);
    if (is_ref(c->vars)) { // a later change is made in a copy
        obj_touch(vm, c);
        c->h.small |= CONTEXT_SHARED;
    }
    Value name = intern_bytes(vm, method, (uint32_t)strlen(method));
    TRY_VALUE(name);
    return native_tailcall(vm, type_lookup(vm, vm->types[T_DICT], name), 1, &vars);
}

static Value context_keys(Vm *vm, Value *a) { return context_view(vm, a[0], "keys"); }
static Value context_values(Vm *vm, Value *a) { return context_view(vm, a[0], "values"); }
static Value context_items(Vm *vm, Value *a) { return context_view(vm, a[0], "items"); }
static Value context_iter(Vm *vm, Value *a) { return context_view(vm, a[0], "__iter__"); }

static Value context_compare(Vm *vm, int op, Value a, Value b) {
    if (op != OP_EQ && op != OP_NE) { return V_NOTIMPL; }
    if (!is_tagged(vm, b, T_CONTEXT)) { return V_NOTIMPL; }
    Value left = as_context(vm, a)->vars, right = as_context(vm, b)->vars;
    int equal = context_len(vm, a) == context_len(vm, b);
    if (equal && left != right && is_ref(left) && is_ref(right)) {
        equal = dict_equal_leaf(vm, as_dict(vm, left), as_dict(vm, right));
    }
    return equal < 0 ? V_UNBOUND : bool_value(equal == (op == OP_EQ));
}

// `==` and `!=` where values have to be asked.
static Value context_compare_steps(Vm *vm, Frame *f) {
    TRY(slot_obj(vm, f, 0, T_CONTEXT));
    int32_t op = native_magic(vm, f);
    Value v = context_compare(vm, op, f->slot[0], f->slot[1]);
    if (v != V_UNBOUND) { return v; }
    Value args[3] = {as_context(vm, f->slot[0])->vars, as_context(vm, f->slot[1])->vars,
                     int_value(op)};
    return native_tailcall(vm, internal(vm, I_RICH_COMPARE), 3, args);
}

// Context.run: self, args (the callable first), kwargs.
static Value context_run(Vm *vm, Frame *f) {
    enum { RUN_START, RUN_DONE };
    Value self = f->slot[0];
    TRY(slot_obj(vm, f, 0, T_CONTEXT));
    if (native_state(f) == RUN_DONE) {
        context_leave(vm, self);
        return f->result;
    }
    const Tuple *args = slot_obj(vm, f, 1, T_TUPLE);
    TRY(args);
    if (args->h.n == 0) {
        return raise_error(vm, EXC_TypeError, "run() missing 1 required positional argument");
    }
    Value rest = tuple_from(vm, args->items + 1, args->h.n - 1);
    TRY(rest != V_RAISED && context_enter(vm, self));
    f->slot[3] = V_TRUE; // ours to leave
    return native_call_full(vm, f, RUN_DONE, args->items[0], rest, f->slot[2]);
}

static void context_run_unwind(Vm *vm, Frame *f) {
    if (f->slot[3] == V_TRUE) { context_leave(vm, f->slot[0]); }
}

static Value context_getitem_native(Vm *vm, Value *a) { return context_getitem(vm, a[0], a[1]); }

static const NativeDef context_methods[] = {
    STEPS_MAGIC("__eq__", "self, value, /", context_compare_steps, 0, NULL, OP_EQ,
                "Whether self == value."),
    LEAF("__getitem__", "self, key, /", context_getitem_native, "What self[key] gives."),
    TAIL("__iter__", "self, /", context_iter, "An iterator over the variables."),
    STEPS_MAGIC("__ne__", "self, value, /", context_compare_steps, 0, NULL, OP_NE,
                "Whether self != value."),
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", context_make, NULL),
    LEAF("copy", "self, /", context_copy_native, "Another context with the same values."),
    LEAF("get", "self, key, default=None, /", context_get,
         "The value of a variable, or the default."),
    TAIL("items", "self, /", context_items, "The variables with their values."),
    TAIL("keys", "self, /", context_keys, "The variables."),
    STEPS("run", "self, /, *args, **kwargs", context_run, 1, context_run_unwind,
          "Call a function with this as the current context."),
    TAIL("values", "self, /", context_values, "The values of the variables."),
    NATIVE_END,
};

const TypeDef context_type = {
    .name = "Context",
    .module = "_contextvars",
    .doc = "The values of context variables: of those that were set. A mapping that cannot be\n"
           "changed from outside.",
    .tag = T_CONTEXT,
    .hidden = true,
    .unhashable = true,
    .methods = context_methods,
    .compare = context_compare,
    .contains = context_contains,
    .len = context_len,
    .getitem = context_getitem,
};

// ---- ContextVar --------------------------------------------------------------------------------

static Value context_var_make(Vm *vm, Value *a) {
    if (!isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "context variable name must be a str");
    }
    TRY(construct_check(vm, T_CONTEXT_VAR, a[0]));
    ContextVar *var = HEAP_MAKE(vm, CONTEXT_VAR, 0);
    TRY(var);
    var->name = a[1];
    var->init = a[2];
    return ptr_value(vm, var);
}

Value context_value(Vm *vm, Value var) {
    Value current = module_root(vm, ROOT_CONTEXT);
    return is_tagged(vm, current, T_CONTEXT) ? context_find(vm, as_context(vm, current), var)
                                             : V_UNBOUND;
}

static Value context_var_get(Vm *vm, Value *a) {
    Value v = context_value(vm, a[0]);
    if (v != V_UNBOUND) { return v; }
    if (a[1] != V_UNBOUND) { return a[1]; }
    Value init = as_context_var(vm, a[0])->init;
    return init == V_UNBOUND ? raise_with(vm, EXC_LookupError, a[0]) : init;
}

// Sets, or with V_UNBOUND forgets, the value in the current context. False: raised.
static bool context_put(Vm *vm, Context *c, Value var, Value value) {
    Dict *d = context_own(vm, c);
    if (!d) { return false; }
    if (value != V_UNBOUND) { return dict_set_leaf(vm, d, var, value) > 0; }
    Value old = dict_pop_leaf(vm, d, var);
    return old != V_RAISED && old != V_CALLING;
}

static Value context_var_set(Vm *vm, Value *a) {
    Value current = context_current(vm);
    TRY_VALUE(current);
    Context *c = as_context(vm, current);
    ContextToken *t = HEAP_MAKE(vm, CONTEXT_TOKEN, 0);
    TRY(t);
    t->context = current;
    t->var = a[0];
    t->old = context_find(vm, c, a[0]);
    TRY_VALUE(t->old);
    TRY(context_put(vm, c, a[0], a[1]));
    return ptr_value(vm, t);
}

// What is wrong with a token; NULL: nothing.
static const char *context_token_problem(Vm *vm, Value var, const ContextToken *t) {
    if (t->h.small) { return "has already been used once"; }
    if (t->var != var) { return "was created by a different ContextVar"; }
    return t->context == module_root(vm, ROOT_CONTEXT) ? NULL
                                                       : "was created in a different Context";
}

// reset() with something that shows itself as `text` and will not do.
static Value context_refuse(Vm *vm, const Value *a, Value text) {
    if (!is_tagged(vm, a[1], T_CONTEXT_TOKEN)) {
        return raise_error(vm, EXC_TypeError, "expected an instance of Token, got %U", text);
    }
    const ContextToken *t = as_context_token(vm, a[1]);
    const char *problem = context_token_problem(vm, a[0], t);
    return raise_error(vm, t->h.small ? EXC_RuntimeError : EXC_ValueError, "%U %s", text,
                       problem ? problem : "was created in a different Context");
}

static Value context_token_repr(Vm *vm, Value v);

// V_UNBOUND: guest code must say how what will not do is shown.
static Value context_var_reset(Vm *vm, Value *a) {
    bool token = is_tagged(vm, a[1], T_CONTEXT_TOKEN);
    if (!token || context_token_problem(vm, a[0], as_context_token(vm, a[1]))) {
        Value text = token ? context_token_repr(vm, a[1]) : repr_leaf(vm, a[1]);
        TRY_VALUE(text);
        return text == V_UNBOUND ? text : context_refuse(vm, a, text);
    }
    ContextToken *t = as_context_token(vm, a[1]);
    TRY(context_put(vm, as_context(vm, t->context), a[0], t->old));
    obj_touch(vm, t);
    t->h.small = 1;
    return V_NONE;
}

static Value context_var_reset_steps(Vm *vm, Frame *f) {
    enum { RESET_START, RESET_SHOWN };
    if (native_state(f) == RESET_SHOWN) {
        if (!isinstance_str(vm, f->result)) { return raise_stop(vm, STOP_CORRUPT); }
        return context_refuse(vm, f->slot, f->result);
    }
    Value v = context_var_reset(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    return native_call1(vm, f, RESET_SHOWN, internal(vm, I_REPR), f->slot[1]);
}

// name, init: their reprs; no default: V_UNBOUND.
static Value context_var_text(Vm *vm, Value v, Value name, Value init) {
    bool sound = isinstance_str(vm, name) && (init == V_UNBOUND || isinstance_str(vm, init));
    if (!sound) { return raise_stop(vm, STOP_CORRUPT); }
    return init == V_UNBOUND ? format_text(vm, "<ContextVar name=%U at 0x%x>", name, ref_offset(v))
                             : format_text(vm, "<ContextVar name=%U default=%U at 0x%x>", name,
                                           init, ref_offset(v));
}

static Value context_var_repr(Vm *vm, Value v) {
    Value init = as_context_var(vm, v)->init;
    if (init != V_UNBOUND) {
        init = repr_leaf(vm, init);
        if (init == V_RAISED || init == V_UNBOUND) { return init; }
    }
    Value name = repr_leaf(vm, as_context_var(vm, v)->name);
    if (name == V_RAISED || name == V_UNBOUND) { return name; }
    return context_var_text(vm, v, name, init);
}

static Value context_var_repr_steps(Vm *vm, Frame *f) {
    enum { REPR_START, REPR_DEFAULT, REPR_NAME };
    enum { SELF, DEFAULT };
    const ContextVar *var = slot_obj(vm, f, SELF, T_CONTEXT_VAR);
    TRY(var);
    switch (native_state(f)) {
    case REPR_START:
        f->slot[DEFAULT] = V_UNBOUND;
        if (var->init == V_UNBOUND) { break; }
        return native_call1(vm, f, REPR_DEFAULT, internal(vm, I_REPR), var->init);
    case REPR_DEFAULT: f->slot[DEFAULT] = f->result; break;
    default: return context_var_text(vm, f->slot[SELF], f->result, f->slot[DEFAULT]);
    }
    return native_call1(vm, f, REPR_NAME, internal(vm, I_REPR), var->name);
}

static Value context_var_get_name(Vm *vm, Value v) { return as_context_var(vm, v)->name; }

static Value context_var_repr_first(Vm *vm, Value *a) { return context_var_repr(vm, a[0]); }

static const NativeDef context_var_methods[] = {
    LEAF_CLASS("__new__", "cls, name, /, *, default=UNBOUND", context_var_make, NULL),
    STEPS_FAST("__repr__", "self, /", context_var_repr_first, context_var_repr_steps, 1,
               "What repr(self) gives."),
    LEAF("get", "self, default=UNBOUND, /", context_var_get,
         "The value in the current context, else the default given here or to the variable;\n"
         "LookupError if there is none."),
    STEPS_FAST("reset", "self, token, /", context_var_reset, context_var_reset_steps, 0,
               "Give the variable back the value it had before set() gave this token."),
    LEAF("set", "self, value, /", context_var_set,
         "Set the value in the current context; the result undoes that."),
    NATIVE_END,
};

static const GetSetDef context_var_getsets[] = {
    {"name", context_var_get_name, getset_readonly, NULL},
    {0},
};

const TypeDef context_var_type = {
    .name = "ContextVar",
    .module = "_contextvars",
    .doc = "A variable with a value in each context: in each task, for one.",
    .tag = T_CONTEXT_VAR,
    .hidden = true,
    .methods = context_var_methods,
    .getsets = context_var_getsets,
    .repr = context_var_repr,
};

// ---- Token -------------------------------------------------------------------------------------

static Value context_token_make(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_RuntimeError, "Tokens can only be created by ContextVars");
}

static Value context_token_text(Vm *vm, Value v, Value var) {
    return format_text(vm, "<Token%s var=%U at 0x%x>",
                       as_context_token(vm, v)->h.small ? " used" : "", var, ref_offset(v));
}

static Value context_token_repr(Vm *vm, Value v) {
    Value var = context_var_repr(vm, as_context_token(vm, v)->var);
    return var == V_RAISED || var == V_UNBOUND ? var : context_token_text(vm, v, var);
}

static Value context_token_repr_steps(Vm *vm, Frame *f) {
    enum { REPR_START, REPR_VAR };
    const ContextToken *t = slot_obj(vm, f, 0, T_CONTEXT_TOKEN);
    TRY(t);
    if (native_state(f) == REPR_VAR) {
        if (!isinstance_str(vm, f->result)) { return raise_stop(vm, STOP_CORRUPT); }
        return context_token_text(vm, f->slot[0], f->result);
    }
    return native_call1(vm, f, REPR_VAR, internal(vm, I_REPR), t->var);
}

static Value context_token_repr_first(Vm *vm, Value *a) { return context_token_repr(vm, a[0]); }

static Value context_token_enter(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

static Value context_token_exit(Vm *vm, Value *a) {
    Value args[2] = {as_context_token(vm, a[0])->var, a[0]};
    return context_var_reset(vm, args);
}

static Value context_token_exit_steps(Vm *vm, Frame *f) {
    enum { EXIT_START, EXIT_SHOWN };
    const ContextToken *t = slot_obj(vm, f, 0, T_CONTEXT_TOKEN);
    TRY(t);
    if (native_state(f) == EXIT_SHOWN) {
        Value args[2] = {t->var, f->slot[0]};
        if (!isinstance_str(vm, f->result)) { return raise_stop(vm, STOP_CORRUPT); }
        return context_refuse(vm, args, f->result);
    }
    Value v = context_token_exit(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    return native_call1(vm, f, EXIT_SHOWN, internal(vm, I_REPR), f->slot[0]);
}

static Value context_token_get_var(Vm *vm, Value v) { return as_context_token(vm, v)->var; }

// Token.MISSING is the only one of its type; the type keeps it.
static Value token_missing_get(Vm *vm) { return as_type(vm, vm->types[T_TOKEN_MISSING])->spare[0]; }

static Value context_token_get_old(Vm *vm, Value v) {
    Value old = as_context_token(vm, v)->old;
    return old == V_UNBOUND ? token_missing_get(vm) : old;
}

static const NativeDef context_token_methods[] = {
    LEAF("__enter__", "self, /", context_token_enter, "The token."),
    STEPS_FAST("__exit__", "self, type, value, traceback, /", context_token_exit,
               context_token_exit_steps, 0, "Reset the variable."),
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", context_token_make, NULL),
    STEPS_FAST("__repr__", "self, /", context_token_repr_first, context_token_repr_steps, 0,
               "What repr(self) gives."),
    NATIVE_END,
};

static const GetSetDef context_token_getsets[] = {
    {"old_value", context_token_get_old, NULL, "the value before, or Token.MISSING"},
    {"var", context_token_get_var, NULL, "the variable that was set"},
    {0},
};

const TypeDef context_token_type = {
    .name = "Token",
    .module = "_contextvars",
    .doc = "What ContextVar.set() gives, for reset(). As a context manager it resets the variable\n"
           "at the end.",
    .tag = T_CONTEXT_TOKEN,
    .hidden = true,
    .unhashable = true,
    .methods = context_token_methods,
    .getsets = context_token_getsets,
    .repr = context_token_repr,
};

static Value token_missing_repr(Vm *vm, Value v) {
    (void)v;
    return format_text(vm, "<Token.MISSING>");
}

const TypeDef token_missing_type = {
    .name = "MISSING",
    .module = "Token",
    .tag = T_TOKEN_MISSING,
    .hidden = true,
    .repr = token_missing_repr,
};

// ---- the module --------------------------------------------------------------------------------

static bool context_init(Vm *vm, Value dict) {
    Obj *missing = heap_new(vm, T_TOKEN_MISSING, 0);
    if (!missing) { return false; }
    as_type(vm, vm->types[T_TOKEN_MISSING])->spare[0] = ptr_value(vm, missing);
    Value token = vm->types[T_CONTEXT_TOKEN];
    return module_put(vm, as_type(vm, token)->dict, "MISSING", ptr_value(vm, missing)) &&
           module_put(vm, dict, "Context", vm->types[T_CONTEXT]) &&
           module_put(vm, dict, "ContextVar", vm->types[T_CONTEXT_VAR]) &&
           module_put(vm, dict, "Token", token);
}

static const NativeDef context_functions[] = {
    LEAF("copy_context", "", copy_context, "A copy of the current context."),
    NATIVE_END,
};

const ModuleDef context_module = {"_contextvars", "Context variables.", context_functions,
                                  context_init};
