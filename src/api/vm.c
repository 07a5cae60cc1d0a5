// vm.c: making, running, pausing, dumping and loading VMs.
#include "api/api.h"

#include "front/compile.h"
#include "heap/gc.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/internals.h"
#include "vm/ops.h"

#include <stdlib.h>

// ---- the host's side of the loop ---------------------------------------------------------------

static void host_write(void *ctx, int fd, const char *bytes, size_t len) {
    nx_vm *v = ctx;
    const nx_host *h = &v->options.host;
    if (h->write) {
        h->write(h->ctx, fd, bytes, len);
        return;
    }
    SnapBuf *b = &v->output[fd == 2];
    if (b->cap - b->len < len + 1) {
        size_t cap = (b->cap ? b->cap * 2 : 256) + len;
        uint8_t *p = realloc(b->bytes, cap);
        if (!p) { return; }
        b->bytes = p;
        b->cap = cap;
    }
    memcpy(b->bytes + b->len, bytes, len);
    b->len += len;
}

static uint64_t host_now(void *ctx) {
    nx_vm *v = ctx;
    return v->options.host.now_ms(v->options.host.ctx);
}

static void vm_set_host(nx_vm *v) {
    v->host.ctx = v;
    v->host.write = host_write;
    v->host.now_ms = v->options.host.now_ms ? host_now : NULL;
    v->host.clock = v->options.host.clock;
    v->host.entropy = v->options.host.entropy;
    v->host.input = v->options.host.input;
    v->host.files = v->options.host.files;
    v->host.cancel = &v->cancel;
    v->host.pause_after = -1;
    v->host.api = v;
    v->vm.host = &v->host;
}

// ---- making ------------------------------------------------------------------------------------

static bool vm_make_main(nx_vm *v) {
    Vm *vm = &v->vm;
    Head *h = vm->head;
    Value m = module_new(vm, vm_name(vm, N___main__), V_NONE);
    if (m == V_RAISED) { return false; }
    h->main_dict = ((Module *)ref_ptr(vm, m))->dict;
    Value builtins = dict_get_str(vm, as_dict(vm, h->frozen), vm_name(vm, N_builtins));
    Dict *d = as_dict(vm, h->main_dict);
    return dict_set_str(vm, d, vm_name(vm, N___builtins__), builtins) &&
           dict_set_str(vm, as_dict(vm, h->modules), vm_name(vm, N___main__), m);
}

// sys.argv and sys.path: lists of the host's texts.
static bool vm_make_list(nx_vm *v, Value name, const char *const *texts) {
    Vm *vm = &v->vm;
    Value list = list_new(vm, 4);
    if (name == V_RAISED || list == V_RAISED) { return false; }
    for (; *texts; texts++) {
        Value s = str_new_cstr(vm, *texts);
        if (s == V_RAISED || !list_append(vm, as_list(vm, list), s)) { return false; }
    }
    return dict_set_str(vm, as_dict(vm, vm->head->sys_dict), name, list);
}

static bool vm_make_argv(nx_vm *v) {
    static const char *const no_args[] = {"", NULL}, *const no_path[] = {NULL};
    const nx_vm_options *o = &v->options;
    Vm *vm = &v->vm;
    // Where the program's own modules are, whatever becomes of sys.path.
    Value first = o->path && o->path[0] ? str_new_cstr(vm, o->path[0]) : V_NONE;
    Value key = first == V_RAISED ? first : intern_bytes(vm, "_path0", 6);
    if (key == V_RAISED || !dict_set_str(vm, as_dict(vm, vm->head->sys_dict), key, first)) {
        return false;
    }
    vm->head->cwd = o->cwd ? str_new_cstr(vm, o->cwd) : V_NONE;
    return vm->head->cwd != V_RAISED &&
           vm_make_list(v, vm_name(vm, N_argv), o->argv ? o->argv : no_args) &&
           vm_make_list(v, intern_bytes(vm, "path", 4), o->path ? o->path : no_path);
}

static bool vm_make_memory_error(nx_vm *v) {
    Vm *vm = &v->vm;
    Value exc = exc_new(vm, exc_class(vm, EXC_MemoryError), tuple_from(vm, NULL, 0));
    vm->head->memory_error = exc == V_RAISED ? V_NONE : exc;
    return exc != V_RAISED;
}

nx_vm *nx_vm_new(nx_engine *engine, const nx_vm_options *options) {
    nx_vm *v = vm_take(engine, options);
    if (!v) { return NULL; }
    vm_set_host(v);
    if (!vm_make_memory_error(v) || !vm_make_main(v) || !vm_make_argv(v)) {
        nx_vm_free(v);
        return NULL;
    }
    return v;
}

bool vm_make_room(nx_vm *v) {
    Vm *vm = &v->vm;
    if (!vm->alloc_failed || v->in_host_function) { return false; }
    vm->alloc_failed = false;
    gc_collect(vm, false);
    return heap_charged(vm->head) + vm->alloc_need <= vm->head->memory_limit;
}

// ---- running -----------------------------------------------------------------------------------

static nx_status vm_stopped(nx_vm *v) {
    error_from_stop(v);
    v->vm.stop = STOP_NONE;
    v->vm.head->frame = V_NONE;
    v->vm.head->handled = v->vm.head->exc = v->vm.head->host_call = V_NONE;
    v->vm.head->depth = 0;
    v->cancel = 0;
    return v->state = NX_LIMIT;
}

static nx_status vm_raised(nx_vm *v) {
    v->vm.head->frame = v->vm.head->handled = V_NONE;
    v->vm.head->depth = 0;
    error_from_exception(v);
    return v->state = NX_RAISED;
}

nx_status vm_continue(nx_vm *v) {
    const nx_limits *l = &v->options.limits;
    if (v->host.now_ms && l->time_ms) {
        v->started_ms = v->host.now_ms(v);
        v->host.deadline_ms =
            v->started_ms + (l->time_ms > v->used_ms ? l->time_ms - v->used_ms : 0);
    }
    RunStatus s = vm_run(&v->vm);
    if (v->host.deadline_ms) { v->used_ms += v->host.now_ms(v) - v->started_ms; }
    switch (s) {
    case RUN_DONE: return v->state = NX_DONE;
    case RUN_RAISED: return vm_raised(v);
    case RUN_STOPPED: return vm_stopped(v);
    case RUN_HOST: return v->state = NX_PENDING;
    default: return v->state = NX_PAUSED;
    }
}

static bool vm_is_idle(const nx_vm *v) {
    return v->state != NX_PAUSED && v->state != NX_PENDING && !v->in_host_function;
}

static nx_status vm_misuse(nx_vm *v, const char *why) {
    error_plain(v, "misuse", why);
    return NX_MISUSE;
}

static nx_status vm_begin(nx_vm *v, Value callee, const Value *args, uint32_t n) {
    Vm *vm = &v->vm;
    error_clear(v);
    v->cancel = 0;
    vm->head->result = V_NONE;
    for (;;) {
        Value program[2] = {callee, tuple_from(vm, args, n)}, r = program[1];
        if (r != V_RAISED) {
            r = vm_call(vm, internal(vm, I_RUN_PROGRAM), program, 2, V_NONE,
                        ret_make(RET_HOST, 0, 0));
        }
        if (r == V_CALLING) { return vm_continue(v); }
        if (r != V_RAISED) {
            vm->head->result = r;
            return v->state = NX_DONE;
        }
        if (vm->stop) { return vm_stopped(v); }
        vm->call_callee = callee;
        vm->call_nargs = 0;
        vm->call_tuple = vm->call_kwargs = V_NONE;
        vm->host_args = args;
        vm->n_host_args = n;
        vm->call_waits = true;
        bool again = vm_make_room(v);
        vm->call_waits = false;
        vm->n_host_args = 0;
        if (!again) {
            if (vm->head->exc == V_NONE) { vm->head->exc = vm->head->memory_error; }
            return vm_raised(v);
        }
    }
}

// A function; or, if there are warnings to show before it runs, a pack with it.
static Value vm_compile(Vm *vm, const char *source, uint64_t n, const char *filename) {
    uint32_t flags = FRONT_LAST_VALUE | (filename[0] == '<' ? 0 : FRONT_SCRIPT); // names no file
    Value file = intern_bytes(vm, filename, (uint32_t)strlen(filename));
    TRY_VALUE(file);
    Value warnings, pack;
    Value code = compile_text_warned(vm, source, n, file, V_TRUE, FRONT_EXEC, flags, &warnings);
    TRY_VALUE(code);
    Value func = function_new(vm, code, vm->head->main_dict);
    TRY_VALUE(func);
    func = syntax_pack(vm, func, warnings, file, &pack);
    return func == V_NONE ? pack : func;
}

nx_value nx_compile(nx_vm *v, const char *source, int64_t len, const char *filename) {
    Vm *vm = &v->vm;
    if (!vm_is_idle(v)) { return 0; }
    error_clear(v);
    uint64_t n = len < 0 ? strlen(source) : (uint64_t)len;
    do {
        Value program = vm_compile(vm, source, n, filename);
        if (program != V_RAISED) { return program; }
    } while (vm_make_room(v));
    if (vm->stop) {
        vm_stopped(v);
    } else {
        if (vm->head->exc == V_NONE) { vm->head->exc = vm->head->memory_error; }
        error_from_exception(v);
    }
    return 0;
}

nx_status nx_start(nx_vm *v, nx_value program) {
    if (!vm_is_idle(v)) { return vm_misuse(v, "the VM is not idle"); }
    if (syntax_is_program(&v->vm, program)) {
        return vm_begin(v, internal(&v->vm, I_WARN_SYNTAX), &program, 1);
    }
    if (!is_exact(&v->vm, program, T_FUNCTION)) { return vm_misuse(v, "not a compiled program"); }
    Value none = V_UNBOUND;
    return vm_begin(v, program, &none, 1);
}

nx_status nx_call(nx_vm *v, nx_value callable, const nx_value *args, size_t n) {
    if (!vm_is_idle(v)) { return vm_misuse(v, "the VM is not idle"); }
    return vm_begin(v, callable, args, (uint32_t)n);
}

nx_status nx_resume(nx_vm *v) {
    if (v->in_host_function) { return vm_misuse(v, "inside a host function"); }
    if (v->state == NX_PENDING && !v->answered) {
        if (!hostcall_may_ask_again(v)) {
            return vm_misuse(v, "the pending call has no answer yet");
        }
        v->vm.head->host_call = V_NONE;
    }
    if (v->state != NX_PAUSED && v->state != NX_PENDING) {
        return vm_misuse(v, "nothing to resume");
    }
    v->answered = false;
    error_clear(v);
    return vm_continue(v);
}

nx_status nx_run(nx_vm *v, const char *source, int64_t len, const char *filename) {
    if (!vm_is_idle(v)) { return vm_misuse(v, "the VM is not idle"); }
    nx_value program = nx_compile(v, source, len, filename);
    if (!program) { return v->state == NX_LIMIT ? NX_LIMIT : NX_RAISED; }
    return nx_start(v, program);
}

void nx_pause_after(nx_vm *v, int64_t steps) {
    v->host.pause_after = steps;
    if (v->in_host_function && steps >= 0) { vm_request_safepoint(&v->vm); }
}

void nx_cancel(nx_vm *v) { __atomic_store_n(&v->cancel, 1, __ATOMIC_RELAXED); }

nx_value nx_result(nx_vm *v) { return v->vm.head->result; }

nx_usage nx_get_usage(nx_vm *v) {
    const Head *h = v->vm.head;
    return (nx_usage){.steps = vm_steps(&v->vm),
                      .memory = heap_charged(h),
                      .output = h->output_used,
                      .host_calls = h->host_calls,
                      .collections = h->gc_count};
}

const char *nx_output(nx_vm *v, int fd, size_t *len) {
    SnapBuf *b = &v->output[fd == 2];
    *len = b->len;
    if (!b->bytes) { return ""; }
    b->bytes[b->len] = 0;
    return (const char *)b->bytes;
}

nx_status nx_state(nx_vm *v) { return v->state; }

// Runs something to its end beside the program, whose frames stay below.
bool vm_call_inside(nx_vm *v, Value callee, const Value *args, uint32_t n, Value *out) {
    Vm *vm = &v->vm;
    Head *h = vm->head;
    Value frame = h->frame, result = h->result;
    int64_t pause = v->host.pause_after;
    v->host.pause_after = -1;
    Value r = vm_call(vm, callee, args, n, V_NONE, ret_make(RET_HOST, 0, 0));
    bool ok = r != V_RAISED;
    if (r == V_CALLING) {
        ok = vm_run(vm) == RUN_DONE;
        r = h->result;
    }
    v->host.pause_after = pause;
    h->frame = frame;
    h->result = result;
    *out = r;
    return ok;
}

// ---- dump, load, fork --------------------------------------------------------------------------

bool nx_dump(nx_vm *v, void **bytes, size_t *len) {
    SnapBuf out = {0};
    if (v->in_host_function) { return false; }
    if (!snap_write(&v->vm, &out, &v->engine->scratch)) {
        snap_buf_free(&out);
        return false;
    }
    if (v->engine->key.len) { seal_put(&v->engine->key, out.bytes, out.len); }
    *bytes = out.bytes;
    *len = out.len;
    return true;
}

void nx_free(void *bytes) { free(bytes); }

// A snapshot brings what was left of its limits; the options of the host that loads it may allow less.
static void vm_clamp_limits(nx_vm *v) {
    const nx_limits *l = &v->options.limits;
    Head *h = v->vm.head;
    uint64_t used = vm_steps(&v->vm);
    if (l->steps && l->steps < h->step_limit) {
        h->step_limit = used > l->steps ? used : l->steps;
        h->steps = (int64_t)(h->step_limit - used);
        h->budget = 0;
    }
    if (l->output < h->output_limit) { h->output_limit = l->output; }
    uint64_t lent = h->reserve ? 0 : GC_HEADROOM;
    if (l->memory + lent < h->memory_limit) { h->memory_limit = l->memory + lent; }
    heap_set_charged(&v->vm, heap_charged(h));
}

// A loaded guest goes on from where its frames stand.
static nx_vm *vm_loaded(nx_vm *v) {
    vm_clamp_limits(v);
    const Head *h = v->vm.head;
    v->state = h->host_call != V_NONE ? NX_PENDING : is_ref(h->frame) ? NX_PAUSED : NX_DONE;
    return v;
}

// Whether the bytes are believed; a sentence when they are refused.
static const char *load_trust(const nx_engine *e, uint32_t flags, const uint8_t *bytes, size_t len,
                              bool *trusted) {
    *trusted = flags & NX_LOAD_TRUSTED;
    if (*trusted) { return NULL; }
    bool sealed = seal_is_there(bytes, len);
    if ((flags & NX_LOAD_SEALED) && (!sealed || !e->key.len)) {
        return sealed ? "snapshot: sealed, and the engine has no key" : "snapshot: without a seal";
    }
    if (!sealed || !e->key.len) { return NULL; }
    if (!seal_is_right(&e->key, bytes, len)) {
        return "snapshot: the seal is wrong: changed since, or sealed with another key";
    }
    *trusted = !(flags & NX_LOAD_VERIFY);
    return NULL;
}

static const char *load_into(nx_vm *v, const void *bytes, size_t len) {
    nx_engine *e = v->engine;
    bool trusted;
    const char *wrong = load_trust(e, v->options.load, bytes, len, &trusted);
    if (wrong) { return wrong; }
    if (!e->map) { e->map = image_map_new(e->image); }
    if (!e->map) { return "out of host memory"; }
    return snap_read(&v->vm, e->map, bytes, len, &e->scratch, trusted);
}

nx_vm *nx_load(nx_engine *e, const nx_vm_options *options, const void *bytes, size_t len,
               const char **error) {
    const char *ignored;
    if (!error) { error = &ignored; }
    *error = NULL;
    nx_vm *v = vm_take(e, options);
    if (!v) {
        *error = "out of host memory";
        return NULL;
    }
    vm_set_host(v);
    *error = load_into(v, bytes, len);
    if (*error) {
        nx_vm_free(v);
        return NULL;
    }
    return vm_loaded(v);
}

// The guest once more, without host functions.
static nx_vm *vm_copy(nx_vm *v) {
    if (v->in_host_function) { return NULL; }
    nx_vm *copy = vm_take(v->engine, &v->options);
    if (!copy) { return NULL; }
    vm_set_host(copy);
    if (snap_fork(&copy->vm, &v->vm)) { return vm_loaded(copy); }
    nx_vm_free(copy);
    void *bytes;
    size_t len;
    if (!nx_dump(v, &bytes, &len)) { return NULL; }
    nx_vm_options options = v->options;
    options.load = NX_LOAD_TRUSTED;
    copy = nx_load(v->engine, &options, bytes, len, NULL);
    nx_free(bytes);
    if (copy) { copy->options.load = v->options.load; }
    return copy;
}

nx_vm *nx_fork(nx_vm *v) {
    nx_vm *copy = vm_copy(v);
    for (uint32_t i = 0; copy && i < v->n_functions; i++) {
        const HostFn *f = &v->functions[i];
        if (!nx_register(copy, f->name, NULL, NULL, f->fn, f->ctx)) {
            nx_vm_free(copy);
            return NULL;
        }
    }
    return copy;
}
