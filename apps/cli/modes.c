// modes.c: see modes.h. Pausing and dumping use the public API; collecting at every step and failing
// allocations need a debug build.
#include "modes.h"

#ifdef NX_DEBUG
#include "natrix_debug.h"
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Freezes the VM into bytes, destroys it, and makes another from them.
static bool reload(nx_engine *engine, nx_vm **vm, const nx_vm_options *options) {
    void *bytes;
    size_t len;
    const char *error;
    if (!nx_dump(*vm, &bytes, &len)) {
        fprintf(stderr, "natrix: dump failed\n");
        return false;
    }
    nx_vm_free(*vm);
    *vm = nx_load(engine, options, bytes, len, &error);
    nx_free(bytes);
    if (!*vm) { fprintf(stderr, "natrix: load failed: %s\n", error); }
    return *vm != NULL;
}

static nx_status run_paused(nx_engine *engine, nx_vm **vm, const nx_vm_options *options,
                            int64_t every, bool snap, nx_value program) {
    nx_pause_after(*vm, every);
    nx_status status = nx_start(*vm, program);
    while (status == NX_PAUSED || status == NX_PENDING) {
        if (snap && !reload(engine, vm, options)) { exit(70); }
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

nx_status run_in_mode(nx_engine *engine, nx_vm **vm, const nx_vm_options *options, const char *mode,
                      const char *source, int64_t len, const char *name) {
    if (!mode) { return run_to_end(*vm, nx_run(*vm, source, len, name)); }
    const char *colon = strchr(mode, ':');
    int64_t n = colon ? atoll(colon + 1) : 1;
    size_t mode_len = colon ? (size_t)(colon - mode) : strlen(mode);
#ifdef NX_DEBUG
    if (strncmp(mode, "gc", mode_len) == 0) { nx_debug_set_modes(*vm, NX_DEBUG_GC); }
    if (strncmp(mode, "pending", mode_len) == 0) { nx_debug_set_modes(*vm, NX_DEBUG_PENDING); }
    if (strncmp(mode, "oom", mode_len) == 0) { nx_debug_fail_allocation(*vm, n); }
#endif
    bool snap = strncmp(mode, "snap", mode_len) == 0;
    if (!snap && strncmp(mode, "pause", mode_len) != 0) {
        return run_to_end(*vm, nx_run(*vm, source, len, name));
    }
    nx_value program = nx_compile(*vm, source, len, name);
    if (!program) { return NX_RAISED; }
    return run_paused(engine, vm, options, n, snap, program);
}
