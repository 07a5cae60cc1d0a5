// libFuzzer target for the module json: text is read, written, and read again, which must give the
// same. The first byte chooses the options. `make fuzz-json`.
#include "natrix.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static nx_engine *engine;
static nx_vm *vm;

// Two halves of a character that stood side by side may have become one.
static const char program[] =
    "import json\n"
    "def check(data, how):\n"
    "    text = data.decode('utf-8', 'surrogateescape') if how & 1 else data\n"
    "    try:\n"
    "        value = json.loads(text)\n"
    "    except (ValueError, RecursionError):\n"
    "        return 0\n"
    "    indent = [None, 2, '\\t', 0][how >> 1 & 3]\n"
    "    separators = (',', ':') if how & 8 else None\n"
    "    again = json.dumps(value, indent=indent, separators=separators, ensure_ascii=bool(how & "
    "16),\n"
    "                       sort_keys=bool(how & 32), check_circular=bool(how & 64))\n"
    "    halves = how & 1 and any('\\ud800' <= c <= '\\udfff' for c in text)\n"
    "    if repr(json.loads(again)) != repr(value) and not how & 32 and not halves:\n"
    "        raise AssertionError('not the same: %r' % again)\n"
    "    return 1\n";

static void start(void) {
    nx_vm_options options = nx_vm_options_default();
    options.limits.steps = 0;
    options.limits.memory = 32 << 20;
    vm = nx_vm_new(engine, &options);
    if (!vm || nx_run(vm, program, -1, "fuzz") != NX_DONE) { abort(); }
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc, (void)argv;
    engine = nx_engine_new(NULL);
    start();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1) { return 0; }
    nx_value args[2] = {nx_bytes(vm, data + 1, size - 1), nx_int(vm, data[0])};
    nx_status status = args[0] ? nx_call(vm, nx_global(vm, "check"), args, 2) : NX_LIMIT;
    if (status == NX_RAISED && strcmp(nx_error(vm)->type, "AssertionError") == 0) { abort(); }
    if (status != NX_DONE) {
        nx_vm_free(vm);
        start();
    }
    return 0;
}
