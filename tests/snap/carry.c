// carry.c: runs a Python program for some steps and writes its snapshot to a file, or goes on from
// one. It uses the public API alone, so it is the same program natively and in WebAssembly.
//
//     carry start PROGRAM.py STEPS OUT     carry go IN STEPS OUT [IMAGE]
//
// STEPS -1: to the end. A call of `ask(question)` stops the program too; going on answers it. With
// IMAGE, the boot image is read from that file. Exit status: 0 ended, 1 failed, 10 stopped with OUT
// written. On stderr: what was used so far.
#include "natrix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ENDED = 0, FAILED = 1, STOPPED = 10 };

static char *read_file(const char *path, size_t *len) {
    FILE *f = fopen(path, "rb");
    size_t cap = (size_t)1 << 24;
    char *bytes = f ? malloc(cap) : NULL;
    *len = bytes ? fread(bytes, 1, cap, f) : 0;
    if (f) { fclose(f); }
    return bytes;
}

static bool write_snapshot(nx_vm *vm, const char *path) {
    void *bytes;
    size_t len;
    if (!nx_dump(vm, &bytes, &len)) { return false; }
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(bytes, 1, len, f) == len;
    if (f) { ok = fclose(f) == 0 && ok; }
    nx_free(bytes);
    return ok;
}

static void write_out(void *ctx, int fd, const char *bytes, size_t len) {
    (void)ctx, (void)fd;
    fwrite(bytes, 1, len, stdout);
}

static nx_answer ask(void *ctx, nx_vm *vm, nx_args *args) {
    (void)ctx, (void)vm, (void)args;
    return nx_later();
}

// The answer to a question is the question, said twice.
static bool answer(nx_vm *vm) {
    nx_pending_info call;
    const char *question;
    size_t len;
    if (!nx_pending(vm, &call) || !nx_to_str(vm, nx_item(vm, call.args, 0), &question, &len)) {
        return false;
    }
    char *text = malloc(2 * len + 2);
    if (!text) { return false; }
    int n = snprintf(text, 2 * len + 2, "%.*s %.*s", (int)len, question, (int)len, question);
    bool ok = nx_answer_value(vm, nx_str(vm, text, n));
    free(text);
    return ok;
}

static nx_status begin(nx_vm *vm, const char *path, const char *bytes, size_t len, int64_t steps) {
    nx_value program = nx_compile(vm, bytes, (int64_t)len, path);
    if (!program) { return NX_RAISED; }
    nx_pause_after(vm, steps);
    return nx_start(vm, program);
}

static nx_status go_on(nx_vm *vm, int64_t steps) {
    if (nx_state(vm) == NX_PENDING && !answer(vm)) { return NX_MISUSE; }
    nx_pause_after(vm, steps);
    return nx_resume(vm);
}

static int finish(nx_vm *vm, nx_status status, const char *out) {
    nx_usage u = nx_get_usage(vm);
    fprintf(stderr, "%llu steps, %llu bytes, %llu collections\n", (unsigned long long)u.steps,
            (unsigned long long)u.memory, (unsigned long long)u.collections);
    if (status == NX_DONE) { return ENDED; }
    if (status == NX_PAUSED || status == NX_PENDING) {
        return write_snapshot(vm, out) ? STOPPED : FAILED;
    }
    const nx_error_info *e = nx_error(vm);
    fprintf(stderr, "%s: %s\n%s", e->kind, e->message, e->traceback);
    return FAILED;
}

int main(int argc, char **argv) {
    if (argc < 5) {
        fprintf(stderr, "usage: carry start|go FILE STEPS OUT [IMAGE]\n");
        return 2;
    }
    size_t len, image_len = 0;
    char *bytes = read_file(argv[2], &len), *image = NULL;
    const char *error = "no engine";
    nx_vm_options options = nx_vm_options_default();
    options.host.write = write_out;
    nx_engine_options wants = {.size = sizeof wants};
    if (argc > 5) {
        wants.image = image = read_file(argv[5], &image_len);
        wants.image_size = image_len;
    }
    nx_engine *engine = bytes ? nx_engine_new(&wants) : NULL;
    bool start = strcmp(argv[1], "start") == 0;
    nx_vm *vm = !engine ? NULL
                : start ? nx_vm_new(engine, &options)
                        : nx_load(engine, &options, bytes, len, &error);
    if (!vm || !nx_register(vm, "ask", "question", NULL, ask, NULL)) {
        fprintf(stderr, "carry: %s: %s\n", argv[2], error);
        return FAILED;
    }
    int64_t steps = atoll(argv[3]);
    nx_status status = start ? begin(vm, argv[2], bytes, len, steps) : go_on(vm, steps);
    int code = finish(vm, status, argv[4]);
    fflush(stdout);
    nx_vm_free(vm);
    nx_engine_free(engine);
    free(bytes);
    free(image);
    return code;
}
