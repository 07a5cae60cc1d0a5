// hostcall.c: functions of the host, callable from Python.
//
// A HOST_FUNCTION object has its name, a prototype that binds arguments (a Python function compiled
// from the signature text, whose body returns its own arguments as a tuple), and a doc. Calling it
// runs the native I_HOST_CALL: bind, ask the host, and, when the host says "later", wait: the frame
// stays on top, head->host_call names it, and the loop returns to the host. The object knows the
// host's function by name, so a snapshot finds it again in another process.
#include "api/api.h"

#include "front/compile.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/hostcall.h"
#include "vm/ops.h"

#include <stdlib.h>

static HostFn *find_function(nx_vm *v, const char *name) {
    for (uint32_t i = 0; i < v->n_functions; i++) {
        if (strcmp(v->functions[i].name, name) == 0) { return &v->functions[i]; }
    }
    return NULL;
}

static bool add_function(nx_vm *v, const char *name, nx_function fn, void *ctx) {
    HostFn *f = find_function(v, name);
    if (f) {
        f->fn = fn;
        f->ctx = ctx;
        return true;
    }
    if (v->n_functions == v->cap_functions) {
        uint32_t cap = v->cap_functions ? v->cap_functions * 2 : 8;
        HostFn *grown = realloc(v->functions, cap * sizeof *grown);
        if (!grown) { return false; }
        v->functions = grown;
        v->cap_functions = cap;
    }
    size_t len = strlen(name) + 1;
    char *copy = malloc(len);
    if (!copy) { return false; }
    memcpy(copy, name, len);
    v->functions[v->n_functions++] = (HostFn){copy, fn, ctx};
    return true;
}

// ---- registering -------------------------------------------------------------------------------

static const char *last_part(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot ? dot + 1 : name;
}

// Python text of the binder: `def search(query, limit=5): return (query, limit)`. Parameter names
// are taken from the compiled code afterwards.
static Value compile_binder(nx_vm *v, const char *name, const char *signature) {
    Vm *vm = &v->vm;
    Value text = format_text(vm, "def probe(%s): pass\n", signature);
    TRY_VALUE(text);
    Value file = intern_bytes(vm, "<host>", 6);
    TRY_VALUE(file);
    const Str *s = as_str(vm, text);
    Value module = compile_text(vm, s->data, s->h.n, file, V_NONE, FRONT_EXEC, 0);
    TRY_VALUE(module);
    Value probe = V_UNBOUND;
    const Tuple *consts = as_tuple(vm, as_code(vm, module)->consts);
    for (uint32_t i = 0; i < consts->h.n; i++) { // annotations have code of their own
        Value code = consts->items[i];
        if (!is_exact(vm, code, T_CODE)) { continue; }
        if (str_equals_cstr(as_str(vm, as_code(vm, code)->name), "probe")) { probe = code; }
    }
    if (probe == V_UNBOUND) { return raise_error(vm, EXC_SyntaxError, "bad signature"); }
    const Code *c = as_code(vm, probe);
    StrBuilder b = str_builder(vm);
    TRY(sb_put_cstr(&b, "def ") && sb_put_cstr(&b, last_part(name)) && sb_put_cstr(&b, "(") &&
        sb_put_cstr(&b, signature) && sb_put_cstr(&b, "):\n return ("));
    const Tuple *names = as_tuple(vm, c->varnames);
    for (uint32_t i = 0; i < c->n_params; i++) {
        TRY(sb_put_str(&b, names->items[i]) && sb_put_cstr(&b, ","));
    }
    TRY(sb_put_cstr(&b, ")\n"));
    return sb_finish(&b);
}

// The function object that binds arguments, made by running the text.
static Value make_binder(nx_vm *v, const char *name, const char *signature) {
    Vm *vm = &v->vm;
    Value text = compile_binder(v, name, signature);
    TRY_VALUE(text);
    Value file = intern_bytes(vm, "<host>", 6);
    TRY_VALUE(file);
    const Str *s = as_str(vm, text);
    Value code = compile_text(vm, s->data, s->h.n, file, V_NONE, FRONT_EXEC, 0);
    TRY_VALUE(code);
    Value globals = dict_new(vm, 2);
    TRY_VALUE(globals);
    Value func = function_new(vm, code, globals);
    TRY_VALUE(func);
    Value none = V_UNBOUND, out;
    if (!vm_call_inside(v, func, &none, 1, &out)) { return V_RAISED; }
    Value key = intern_bytes(vm, last_part(name), (uint32_t)strlen(last_part(name)));
    TRY_VALUE(key);
    Value binder = dict_get_str(vm, as_dict(vm, globals), key);
    return binder == V_UNBOUND ? raise_error(vm, EXC_SyntaxError, "bad signature") : binder;
}

// The namespace that a dotted name stands in: modules made on the way, importable by name.
static Value find_namespace(nx_vm *v, const char *name) {
    Vm *vm = &v->vm;
    Dict *d = as_dict(vm, vm->head->main_dict);
    Value dict = vm->head->main_dict;
    for (const char *dot = strchr(name, '.'), *from = name; dot; dot = strchr(from, '.')) {
        Value part = intern_bytes(vm, from, (uint32_t)(dot - from));
        Value full = part == V_RAISED ? part : intern_bytes(vm, name, (uint32_t)(dot - name));
        TRY_VALUE(full);
        Value m = dict_get_str(vm, d, part);
        if (!is_tagged(vm, m, T_MODULE)) {
            m = module_new(vm, full, V_NONE);
            TRY_VALUE(m);
            TRY(dict_set_str(vm, d, part, m));
            TRY(dict_set_str(vm, as_dict(vm, vm->head->modules), full, m));
        }
        dict = ((Module *)ref_ptr(vm, m))->dict;
        d = as_dict(vm, dict);
        from = dot + 1;
    }
    return dict;
}

static bool install_function(nx_vm *v, const char *name, const char *signature, const char *doc) {
    Vm *vm = &v->vm;
    Value binder = make_binder(v, name, signature);
    HostFunction *f = binder == V_RAISED ? NULL : heap_new(vm, T_HOST_FUNCTION, 0);
    if (!f) { return false; }
    f->binder = binder;
    f->name = intern_bytes(vm, name, (uint32_t)strlen(name));
    f->doc = doc ? str_new_cstr(vm, doc) : V_NONE;
    Value ns = find_namespace(v, name);
    Value key = intern_bytes(vm, last_part(name), (uint32_t)strlen(last_part(name)));
    if (f->name == V_RAISED || f->doc == V_RAISED || ns == V_RAISED || key == V_RAISED) {
        return false;
    }
    return dict_set_str(vm, as_dict(vm, ns), key, ptr_value(vm, f));
}

bool nx_register(nx_vm *v, const char *name, const char *signature, const char *doc, nx_function fn,
                 void *ctx) {
    Vm *vm = &v->vm;
    if (!add_function(v, name, fn, ctx)) { return false; }
    if (!signature || v->state == NX_PAUSED || v->state == NX_PENDING) { return true; }
    error_clear(v);
    if (install_function(v, name, signature, doc)) { return true; }
    if (vm->head->exc != V_NONE) { error_from_exception(v); }
    vm->alloc_failed = false;
    return false;
}

// ---- calling -----------------------------------------------------------------------------------

static Value raise_named(Vm *vm, const char *type, const char *message, Value *exc) {
    Value name = intern_bytes(vm, type, (uint32_t)strlen(type));
    TRY_VALUE(name);
    Value cls = dict_get_str(vm, as_dict(vm, vm->head->builtins), name);
    if (!is_exception_class(vm, cls)) { cls = exc_class(vm, EXC_RuntimeError); }
    Value text = str_new_cstr(vm, message);
    TRY_VALUE(text);
    Value args = tuple_from(vm, &text, 1);
    TRY_VALUE(args);
    *exc = exc_new(vm, cls, args);
    return *exc;
}

// Runs the host's function for the frame on top.
static Value host_call(void *ctx, Vm *vm, Frame *f) {
    nx_vm *v = ctx;
    Head *h = vm->head;
    const HostFunction *fn = ref_ptr(vm, f->slot[HOST_FN]);
    if (h->host_calls >= v->options.limits.host_calls) { return raise_stop(vm, STOP_HOST_CALLS); }
    HostFn *known = find_function(v, as_str(vm, fn->name)->data);
    if (!known) {
        return raise_error(vm, EXC_RuntimeError, "host function '%U' is not registered", fn->name);
    }
    Tuple *items = as_tuple(vm, f->slot[HOST_ARGS]);
    nx_args args = {.vm = v, .items = items->items, .n = items->h.n};
    h->host_calls++;
    nx_answer a = {NX_ANSWER_PENDING, 0};
    if (!(vm->modes & NX_MODE_PENDING) || v->answered) {
        v->in_host_function = true;
        uint64_t before = v->host.deadline_ms ? v->host.now_ms(v) : 0;
        a = known->fn(known->ctx, v, &args);
        if (v->host.deadline_ms) { v->host.deadline_ms += v->host.now_ms(v) - before; }
        v->in_host_function = false;
    }
    switch (a.kind) {
    case NX_ANSWER_VALUE: return a.value ? a.value : V_NONE;
    case NX_ANSWER_RAISE: return V_RAISED;
    case NX_ANSWER_CALL:
        return native_call_full(vm, f, HOST_CALLED, args.callee, args.call_args, V_NONE);
    default:
        f->slot[HOST_ANSWER] = V_UNBOUND;
        h->host_call = ptr_value(vm, f);
        vm_request_safepoint(vm);
        return native_again(vm, f, HOST_WAIT);
    }
}

void hostcall_attach(nx_vm *v) { v->host.call = host_call; }

size_t nx_args_count(const nx_args *args) { return args->n; }
nx_value nx_args_get(const nx_args *args, size_t i) { return i < args->n ? args->items[i] : 0; }

nx_answer nx_args_raise(nx_args *args, const char *type, const char *message) {
    Value exc;
    Vm *vm = &args->vm->vm;
    if (raise_named(vm, type, message, &exc) != V_RAISED) { raise_value(vm, exc); }
    return (nx_answer){NX_ANSWER_RAISE, 0};
}

nx_answer nx_args_call(nx_args *args, nx_value callable, const nx_value *argv, size_t n) {
    args->callee = callable;
    args->call_args = tuple_from(&args->vm->vm, argv, n);
    if (args->call_args == V_RAISED) { return (nx_answer){NX_ANSWER_RAISE, 0}; }
    return (nx_answer){NX_ANSWER_CALL, 0};
}

// ---- answering later ---------------------------------------------------------------------------

static Frame *waiting_frame(nx_vm *v) {
    if (v->state != NX_PENDING || !is_tagged(&v->vm, v->vm.head->host_call, T_FRAME)) {
        return NULL;
    }
    return as_frame(&v->vm, v->vm.head->host_call);
}

static bool waits_in(nx_vm *v, const Frame *f, Internal i) {
    return f && f->code == internal(&v->vm, i);
}

bool hostcall_may_ask_again(nx_vm *v) { return waits_in(v, waiting_frame(v), I_CAP_CALL); }

bool nx_pending(nx_vm *v, nx_pending_info *out) {
    Frame *f = waiting_frame(v);
    if (waits_in(v, f, I_CAP_CALL)) {
        out->name = cap_name(f->slot[HOST_FN]);
    } else if (waits_in(v, f, I_HOST_CALL)) {
        const HostFunction *fn = ref_ptr(&v->vm, f->slot[HOST_FN]);
        out->name = as_str(&v->vm, fn->name)->data;
    } else {
        return false;
    }
    out->args = f->slot[HOST_ARGS];
    return true;
}

static bool answer(nx_vm *v, Value x, bool raise) {
    Frame *f = waiting_frame(v);
    if (!waits_in(v, f, I_CAP_CALL) && !waits_in(v, f, I_HOST_CALL)) { return false; }
    if (x == V_RAISED || !x) { return false; }
    f->slot[HOST_ANSWER] = x;
    f->slot[HOST_NAMES] = bool_value(raise);
    v->vm.head->host_call = V_NONE;
    return v->answered = true;
}

bool nx_answer_value(nx_vm *v, nx_value x) { return answer(v, x, false); }

bool nx_answer_raise(nx_vm *v, const char *type, const char *message) {
    Value exc;
    return raise_named(&v->vm, type, message, &exc) != V_RAISED && answer(v, exc, true);
}
