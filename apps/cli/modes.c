// modes.c: see modes.h. Pausing and dumping use the public API; collecting at every step and failing
// allocations need a debug build.
#include "modes.h"

#ifdef NX_DEBUG
#include "natrix_debug.h"
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Freezes the VM into bytes, destroys it, and makes another from them. Every other time the bytes are
// believed, and verified the other times.
static bool reload(nx_engine *engine, nx_vm **vm, nx_vm_options *options) {
    void *bytes;
    size_t len;
    const char *error;
    if (!nx_dump(*vm, &bytes, &len)) {
        fprintf(stderr, "natrix: dump failed\n");
        return false;
    }
    nx_vm_free(*vm);
    options->load ^= NX_LOAD_TRUSTED;
    *vm = nx_load(engine, options, bytes, len, &error);
    nx_free(bytes);
    if (!*vm) { fprintf(stderr, "natrix: load failed: %s\n", error); }
    return *vm != NULL;
}

static nx_status run_paused(nx_engine *engine, nx_vm **vm, const nx_vm_options *options,
                            int64_t every, bool snap, nx_value program) {
    nx_vm_options load = *options;
    nx_pause_after(*vm, every);
    nx_status status = nx_start(*vm, program);
    while (status == NX_PAUSED || status == NX_PENDING) {
        if (snap && !reload(engine, vm, &load)) { exit(70); }
        nx_pause_after(*vm, every);
        status = nx_resume(*vm);
    }
    return status;
}

// The capabilities of this program never wait; in mode "pending" the machine makes them.
static nx_status run_to_end(nx_vm *vm, nx_status status) {
    while (status == NX_PENDING) { status = nx_resume(vm); }
    return status;
}

#ifdef NX_DEBUG
// ---- mode oom ----------------------------------------------------------------------------------
// The program runs again and again in machines of its own: with its 1st, 2nd, 3rd … allocation refused
// once, which a collection mends, so that nothing may differ; and twice, which is a MemoryError.

typedef struct Capture {
    char *bytes;
    size_t len, cap;
} Capture;

static void capture_write(void *ctx, int fd, const char *bytes, size_t len) {
    Capture *c = ctx;
    (void)fd;
    if (c->cap - c->len < len) {
        c->cap = c->cap * 2 + len;
        c->bytes = realloc(c->bytes, c->cap);
        if (!c->bytes) { exit(70); }
    }
    memcpy(c->bytes + c->len, bytes, len);
    c->len += len;
}

typedef struct OomRun {
    nx_status status;
    Capture out;
    char error[400];
    int64_t left; // allocations before the refused one that did not come
} OomRun;

static void oom_run(nx_engine *engine, const nx_vm_options *from, const char *source, int64_t len,
                    const char *name, int64_t n, int64_t times, OomRun *run) {
    nx_vm_options options = *from;
    options.host.ctx = &run->out;
    options.host.write = capture_write;
    options.host.now_ms = NULL;
    run->out.len = 0;
    nx_vm *vm = nx_vm_new(engine, &options);
    if (!vm) { exit(70); }
    nx_debug_fail_allocation(vm, n, times);
    run->status = run_to_end(vm, nx_run(vm, source, len, name));
    run->left = nx_debug_allocations_left(vm);
    const nx_error_info *e = nx_error(vm);
    snprintf(run->error, sizeof run->error, "%s: %s\n%s", e->type ? e->type : e->kind, e->message,
             e->traceback);
    nx_debug_fail_allocation(vm, -1, 0);
    // Whatever happened, the machine goes on.
    nx_status after = nx_run(vm, "assert sum([len(str(i)) for i in range(20)]) == 30", -1, "after");
    if (after != NX_DONE) {
        fprintf(stderr, "natrix: oom: after refusing allocation %lld the machine is broken: %s\n",
                (long long)n, nx_error(vm)->message);
        exit(70);
    }
    nx_vm_free(vm);
}

static bool oom_same(const OomRun *a, const OomRun *b) {
    return a->status == b->status && a->out.len == b->out.len &&
           (a->out.len == 0 || memcmp(a->out.bytes, b->out.bytes, a->out.len) == 0);
}

static void oom_tell(const OomRun *whole, const OomRun *run, int64_t n, int64_t n_all) {
    size_t same = 0;
    while (same < whole->out.len && same < run->out.len &&
           whole->out.bytes[same] == run->out.bytes[same]) {
        same++;
    }
    fprintf(
        stderr,
        "natrix: oom: allocation %lld of %lld, refused once, made a difference: status %d, not %d\n"
        "%s\noutput goes on: %.*s\n",
        (long long)n, (long long)n_all, (int)run->status, (int)whole->status, run->error,
        (int)(run->out.len - same < 300 ? run->out.len - same : 300), run->out.bytes + same);
}

// At most `most` of the program's allocations are refused, evenly spread.
static bool oom_sweep(nx_engine *engine, const nx_vm_options *options, const char *source,
                      int64_t len, const char *name, int64_t most) {
    OomRun whole = {0}, run = {0};
    oom_run(engine, options, source, len, name, INT64_MAX, 0, &whole);
    int64_t n_all = INT64_MAX - whole.left, step = 1 + n_all / most;
    bool good = true;
    for (int64_t n = 0; n < n_all && good; n += step) {
        oom_run(engine, options, source, len, name, n, 1, &run);
        if (!oom_same(&whole, &run)) {
            oom_tell(&whole, &run, n, n_all);
            good = false;
        }
        oom_run(engine, options, source, len, name, n, 2, &run);
    }
    free(whole.out.bytes);
    free(run.out.bytes);
    return good;
}
#endif

static bool mode_is(const char *mode, const char *name) {
    size_t len = strlen(name);
    return strncmp(mode, name, len) == 0 && (mode[len] == 0 || mode[len] == ':');
}

nx_status run_in_mode(nx_engine *engine, nx_vm **vm, const nx_vm_options *options, const char *mode,
                      const char *source, int64_t len, const char *name) {
    if (!mode) { return run_to_end(*vm, nx_run(*vm, source, len, name)); }
    const char *colon = strchr(mode, ':');
    int64_t n = colon ? atoll(colon + 1) : 1;
#ifdef NX_DEBUG
    if (mode_is(mode, "gc")) { nx_debug_set_modes(*vm, NX_DEBUG_GC, n); }
    if (mode_is(mode, "pending")) { nx_debug_set_modes(*vm, NX_DEBUG_PENDING, 0); }
    if (mode_is(mode, "oom") && !oom_sweep(engine, options, source, len, name, n)) { exit(70); }
#endif
    bool snap = mode_is(mode, "snap");
    if (!snap && !mode_is(mode, "pause")) {
        return run_to_end(*vm, nx_run(*vm, source, len, name));
    }
    nx_value program = nx_compile(*vm, source, len, name);
    if (!program) { return NX_RAISED; }
    return run_paused(engine, vm, options, n, snap, program);
}
