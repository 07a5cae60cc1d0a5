// libFuzzer target for the whole machine: source text is compiled and run under small limits,
// paused, dumped and loaded on the way. Nothing a program says may crash the host.
//
// The first byte chooses how: how many steps between two pauses, whether each pause goes through
// bytes, and an allocation that fails. `make fuzz-source`.
#include "natrix.h"
#include "natrix_debug.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static nx_engine *engine;
static nx_vm_options options;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc, (void)argv;
    engine = nx_engine_new(NULL);
    options = nx_vm_options_default();
    options.limits.steps = 100000;
    options.limits.memory = 16 << 20;
    options.limits.output = 4096;
    options.limits.depth = 200;
    return engine ? 0 : 1;
}

// The same guest, through bytes.
static nx_vm *reload(nx_vm *vm) {
    void *bytes;
    size_t len;
    const char *error;
    if (!nx_dump(vm, &bytes, &len)) { abort(); }
    nx_vm_free(vm);
    vm = nx_load(engine, &options, bytes, len, &error);
    nx_free(bytes);
    if (!vm && __builtin_strcmp(error, "snapshot: larger than the memory limit") != 0) { abort(); }
    return vm;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1) { return 0; }
    nx_vm *vm = nx_vm_new(engine, &options);
    if (!vm) { abort(); }
    uint8_t how = data[0];
    int64_t pause = (how & 3) == 3 ? -1 : 1 + (how >> 2 & 7) * 50;
    if ((how & 0xE0) == 0xE0) { nx_debug_fail_allocation(vm, (how & 0x1F) * 17, 1); }
    nx_value program = nx_compile(vm, (const char *)data + 1, (int64_t)size - 1, "fuzz");
    if (program) {
        nx_pause_after(vm, pause);
        nx_status status = nx_start(vm, program);
        for (int pauses = 0; vm && status == NX_PAUSED; pauses++) {
            if ((how & 3) == 1 && pauses < 20) { vm = reload(vm); }
            if (!vm) { return 0; }
            nx_pause_after(vm, pauses < 20 ? pause : -1);
            status = nx_resume(vm);
        }
    }
    if (vm) { nx_vm_free(vm); }
    return 0;
}
