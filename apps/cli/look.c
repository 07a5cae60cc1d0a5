// look.c: `natrix dis`, `ast`, `heap` and `trace`: what a program becomes, what it keeps alive, and
// where it is step by step. See look.h and natrix_debug.h.
#define _GNU_SOURCE
#include "look.h"
#include "natrix_debug.h"
#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char look_usage[] =
    "       natrix dis FILE             its bytecode\n"
    "       natrix ast FILE             its syntax tree\n"
    "       natrix heap [--at STEP] [--why TYPE] FILE\n"
    "                                   what lives at its end or at a step; who keeps a type's "
    "objects\n"
    "       natrix trace [--at STEP] [--steps N] FILE\n"
    "                                   where it is at each step (back-edges and calls), on "
    "stderr\n"
    "                                   -c CODE may stand for FILE in these\n";

typedef struct Look {
    nx_engine *engine;
    nx_vm *vm;
    char *source;
    size_t len;
    const char *name;
    int64_t at, steps; // --at, --steps; -1: not given
    const char *why;
} Look;

static void put_out(void *ctx, const char *bytes, size_t len) { fwrite(bytes, 1, len, ctx); }

static void put_guest(void *ctx, int fd, const char *bytes, size_t len) {
    (void)ctx;
    fwrite(bytes, 1, len, fd == 2 ? stderr : stdout);
}

static char *read_file(const char *path, size_t *len) {
    FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    char *text = NULL;
    size_t cap = 0;
    *len = 0;
    while (f) {
        char *grown = *len + 1 < cap ? text : realloc(text, cap = cap * 2 + 65536);
        if (!grown) { break; }
        text = grown;
        size_t n = fread(text + *len, 1, cap - *len, f);
        *len += n;
        if (n == 0) { break; }
    }
    if (f && f != stdin) { fclose(f); }
    return text;
}

// Options, then FILE or -c CODE. False: wrong usage, or no such file.
static bool look_parse(Look *l, int argc, char **argv) {
    int i = 0;
    l->at = l->steps = -1;
    for (; i + 1 < argc && argv[i][0] == '-' && argv[i][1] == '-'; i += 2) {
        if (strcmp(argv[i], "--at") == 0) {
            l->at = atoll(argv[i + 1]);
        } else if (strcmp(argv[i], "--steps") == 0) {
            l->steps = atoll(argv[i + 1]);
        } else if (strcmp(argv[i], "--why") == 0) {
            l->why = argv[i + 1];
        } else {
            return false;
        }
    }
    if (i + 2 == argc && strcmp(argv[i], "-c") == 0) {
        l->source = strdup(argv[i + 1]);
        l->len = strlen(argv[i + 1]);
        l->name = "<string>";
        return l->source != NULL;
    }
    if (i + 1 != argc) { return false; }
    l->name = argv[i];
    l->source = read_file(argv[i], &l->len);
    if (!l->source) { fprintf(stderr, "natrix: can't open file '%s'\n", argv[i]); }
    return l->source != NULL;
}

static bool look_start(Look *l, int argc, char **argv, Host *host) {
    nx_vm_options options = nx_vm_options_default();
    if (!look_parse(l, argc, argv)) { return false; }
    options.limits.time_ms = 0;
    options.host.write = put_guest;
    if (host) { host_lend(host, &options.host); }
    l->engine = nx_engine_new(NULL);
    l->vm = l->engine ? nx_vm_new(l->engine, &options) : NULL;
    return l->vm != NULL;
}

static void look_end(Look *l) {
    if (l->vm) { nx_vm_free(l->vm); }
    if (l->engine) { nx_engine_free(l->engine); }
    free(l->source);
}

static int look_dis(int argc, char **argv, Host *host) {
    Look l = {0};
    int code = EXIT_USAGE;
    if (look_start(&l, argc, argv, host)) {
        nx_value program = nx_compile(l.vm, l.source, (int64_t)l.len, l.name);
        code = program ? 0 : report(l.vm, NX_RAISED);
        if (program) { nx_debug_dis(l.vm, program, put_out, stdout); }
    }
    look_end(&l);
    return code;
}

static int look_ast(int argc, char **argv, Host *host) {
    Look l = {0};
    int code = EXIT_USAGE;
    if (look_start(&l, argc, argv, host)) {
        bool fine = nx_debug_ast(l.vm, l.source, (int64_t)l.len, l.name, put_out, stdout);
        code = fine ? 0 : report(l.vm, NX_RAISED);
    }
    look_end(&l);
    return code;
}

// Runs to the given step, not counting those that compiling took, or to the end (-1).
static nx_status look_run(const Look *l, int64_t at, uint64_t *before) {
    nx_value program = nx_compile(l->vm, l->source, (int64_t)l->len, l->name);
    *before = nx_get_usage(l->vm).steps;
    if (!program) { return NX_RAISED; }
    nx_pause_after(l->vm, at);
    return nx_start(l->vm, program);
}

static int look_heap(int argc, char **argv, Host *host) {
    Look l = {0};
    if (!look_start(&l, argc, argv, host)) {
        look_end(&l);
        return EXIT_USAGE;
    }
    uint64_t before;
    nx_status status = look_run(&l, l.at, &before);
    int code = status == NX_PAUSED ? 0 : report(l.vm, status);
    fflush(stdout);
    if (l.why) {
        int64_t n = nx_debug_why(l.vm, l.why, 10, put_out, stdout);
        printf("%lld %s\n", (long long)n, l.why);
    } else {
        nx_debug_heap(l.vm, put_out, stdout);
    }
    look_end(&l);
    return code;
}

static int look_trace(int argc, char **argv, Host *host) {
    Look l = {0};
    if (!look_start(&l, argc, argv, host)) {
        look_end(&l);
        return EXIT_USAGE;
    }
    int64_t left = l.steps;
    uint64_t before;
    nx_status status = look_run(&l, l.at > 0 ? l.at : 1, &before);
    for (; status == NX_PAUSED && left != 0; left -= left > 0) {
        fflush(stdout);
        fprintf(stderr, "%8llu  ", (unsigned long long)(nx_get_usage(l.vm).steps - before));
        nx_debug_frames(l.vm, 1, put_out, stderr);
        nx_pause_after(l.vm, 1);
        status = nx_resume(l.vm);
    }
    int code = status == NX_PAUSED ? 0 : report(l.vm, status);
    look_end(&l);
    return code;
}

const LookCommand look_commands[] = {
    {"dis", look_dis}, {"ast", look_ast}, {"heap", look_heap}, {"trace", look_trace}, {NULL, NULL},
};
