// driver.c: the Natrix side of the differential fuzzer (tools/fuzz). Reads programs from standard
// input, each as a line with its length in bytes and then the bytes; runs each in a guest of its
// own; answers with a length and the outcome: what was printed, then, when an exception or a limit
// ended the program, a line that opens with \2.
#define _GNU_SOURCE
#include "natrix_caps.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { STEPS = 5000000, TIME_MS = 1500 };
static const char marker[] = "File \"<fuzz>\", line ";

static uint64_t driver_now(void *ctx) {
    struct timespec t;
    (void)ctx;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static int driver_clock(void *ctx, int which, int64_t *ns) {
    struct timespec t;
    (void)ctx;
    clock_gettime(which ? CLOCK_MONOTONIC : CLOCK_REALTIME, &t);
    *ns = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
    return 0;
}

// Programs look at what comes of entropy in ways that do not depend on the bytes.
static int driver_entropy(void *ctx, void *out, size_t len) {
    (void)ctx;
    for (size_t i = 0; i < len; i++) { ((unsigned char *)out)[i] = (unsigned char)(i * 167 + 13); }
    return 0;
}

// The lines of the program that the traceback goes through.
static void write_lines(FILE *out, const char *traceback) {
    fputs(" [", out);
    for (const char *at = traceback; (at = strstr(at, marker)) != NULL;) {
        at += sizeof marker - 1;
        fprintf(out, "%ld ", strtol(at, NULL, 10));
    }
    fputs("]", out);
}

static void run_one(nx_engine *engine, const char *source, size_t len, FILE *out) {
    nx_vm_options options = nx_vm_options_default();
    options.limits.steps = STEPS;
    options.limits.time_ms = TIME_MS;
    options.host.now_ms = driver_now;
    nx_clock clock = {sizeof clock, NULL, driver_clock, NULL};
    nx_entropy entropy = {sizeof entropy, NULL, driver_entropy};
    options.host.clock = &clock;
    options.host.entropy = &entropy;
    nx_vm *vm = nx_vm_new(engine, &options);
    if (!vm) {
        fputs("\2 no guest", out);
        return;
    }
    nx_status status = nx_run(vm, source, (int64_t)len, "<fuzz>");
    size_t n = 0;
    const char *text = nx_output(vm, 1, &n);
    fwrite(text, 1, n, out);
    if (status != NX_DONE) {
        const nx_error_info *e = nx_error(vm);
        if (status == NX_RAISED) {
            fprintf(out, "\2 %s %s", e->type, e->message);
            write_lines(out, e->traceback);
        } else {
            fprintf(out, "\2 limit %s %s", e->kind, e->message);
        }
    }
    nx_vm_free(vm);
}

int main(void) {
    nx_engine *engine = nx_engine_new(NULL);
    size_t len;
    while (engine && scanf("%zu", &len) == 1 && getchar() == '\n') {
        char *source = malloc(len + 1), *answer = NULL;
        size_t n = 0;
        FILE *out = open_memstream(&answer, &n);
        if (!source || !out || fread(source, 1, len, stdin) != len) { return 1; }
        run_one(engine, source, len, out);
        fclose(out);
        printf("%zu\n", n);
        fwrite(answer, 1, n, stdout);
        fflush(stdout);
        free(source);
        free(answer);
    }
    nx_engine_free(engine);
    return engine ? 0 : 1;
}
