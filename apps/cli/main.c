// main.c: the program `natrix`. Uses nothing but the public headers: the program reads files, the
// clock and entropy itself and hands them in.
#define _GNU_SOURCE
#include "natrix.h"
#include "modes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_USAGE = 2, EXIT_LIMIT = 3 };

static const char usage_text[] =
    "usage: natrix run [options] FILE [ARGS...]\n"
    "       natrix run [options] -c CODE [ARGS...]\n"
    "       natrix run [options] - [ARGS...]\n"
    "options:\n"
    "  --max-steps N     VM steps (0: unlimited)\n"
    "  --max-memory N    bytes of live guest memory (suffix K, M or G)\n"
    "  --timeout SECONDS compute time (0: unlimited)\n"
    "  --max-output N    bytes on stdout and stderr\n"
    "  --max-depth N     recursion limit\n"
    "  --json            print the outcome as one JSON object\n";

typedef struct Options {
    nx_limits limits;
    const char *code, *file;
    char **args; // of the guest, after its name
    bool json;
    const char *mode; // debug builds
} Options;

static uint64_t now_ms(void *ctx) {
    struct timespec t;
    (void)ctx;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static bool read_clock(void *ctx, int which, int64_t *ns) {
    struct timespec t;
    (void)ctx;
    if (clock_gettime(which ? CLOCK_MONOTONIC : CLOCK_REALTIME, &t) != 0) { return false; }
    *ns = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
    return true;
}

static bool read_entropy(void *ctx, void *out, size_t len) {
    (void)ctx;
    for (size_t n; len; out = (char *)out + n, len -= n) {
        n = len < 256 ? len : 256; // the most that one call gives
        if (getentropy(out, n) != 0) { return false; }
    }
    return true;
}

static void write_out(void *ctx, int fd, const char *bytes, size_t len) {
    (void)ctx;
    fwrite(bytes, 1, len, fd == 2 ? stderr : stdout);
    if (fd == 2) { fflush(stderr); }
}

static size_t read_stdin(void *ctx, char *out, size_t cap) {
    (void)ctx;
    return fgets(out, (int)cap, stdin) ? strlen(out) : 0;
}

static void sleep_ns(void *ctx, int64_t ns) {
    struct timespec t = {ns / 1000000000, ns % 1000000000};
    (void)ctx;
    fflush(stdout);
    nanosleep(&t, NULL);
}

static char *read_all(FILE *f, size_t *len) {
    size_t cap = 65536;
    char *text = malloc(cap);
    *len = 0;
    while (text) {
        *len += fread(text + *len, 1, cap - *len, f);
        if (*len < cap) { break; }
        cap *= 2;
        char *grown = realloc(text, cap);
        if (!grown) { free(text); }
        text = grown;
    }
    return text;
}

static bool parse_size(const char *text, uint64_t *out) {
    char *end;
    *out = strtoull(text, &end, 10);
    if (end == text) { return false; }
    static const char suffixes[] = "KMG";
    const char *s = *end ? strchr(suffixes, *end & ~32) : NULL;
    if (s) {
        *out <<= 10 * (s - suffixes + 1);
        end++;
    }
    return *end == 0;
}

// Options before the program's name; 0, or EXIT_USAGE.
static int parse_options(int argc, char **argv, Options *o) {
    o->limits = nx_limits_default();
    o->limits.time_ms = 0;
    int i = 0;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        const char *a = argv[i];
        if (strcmp(a, "--json") == 0) {
            o->json = true;
            continue;
        }
        if (i + 1 >= argc) { return EXIT_USAGE; }
        const char *v = argv[++i];
        if (strcmp(a, "--mode") == 0) {
            o->mode = v;
            continue;
        }
        if (strcmp(a, "-c") == 0) {
            o->code = v;
            o->args = &argv[i + 1];
            return 0;
        }
        uint64_t n = 0;
        bool timeout = strcmp(a, "--timeout") == 0;
        if (!timeout && !parse_size(v, &n)) { return EXIT_USAGE; }
        if (timeout) {
            o->limits.time_ms = (uint64_t)(atof(v) * 1000);
        } else if (strcmp(a, "--max-steps") == 0) {
            o->limits.steps = n;
        } else if (strcmp(a, "--max-memory") == 0) {
            o->limits.memory = n;
        } else if (strcmp(a, "--max-output") == 0) {
            o->limits.output = n;
        } else if (strcmp(a, "--max-depth") == 0) {
            o->limits.depth = n;
        } else {
            return EXIT_USAGE;
        }
    }
    if (i == argc) { return EXIT_USAGE; }
    o->file = argv[i];
    o->args = &argv[i + 1];
    return 0;
}

static char *load_program(const Options *o, size_t *len) {
    if (o->code) {
        *len = strlen(o->code);
        return strdup(o->code);
    }
    if (strcmp(o->file, "-") == 0) { return read_all(stdin, len); }
    FILE *f = fopen(o->file, "rb");
    if (!f) { return NULL; }
    char *text = read_all(f, len);
    fclose(f);
    return text;
}

static int report(nx_vm *vm, nx_status status) {
    const nx_error_info *e = nx_error(vm);
    fflush(stdout);
    switch (status) {
    case NX_DONE: return 0;
    case NX_LIMIT:
        fprintf(stderr, "natrix: %s limit reached: %s\n", e->kind, e->message);
        return EXIT_LIMIT;
    case NX_RAISED:
        if (strcmp(e->type, "SystemExit") == 0) {
            if (e->message[0] == 0 || strcmp(e->message, "None") == 0) { return 0; }
            char *end;
            long n = strtol(e->message, &end, 10);
            if (*end == 0) { return (int)(n & 0xFF); }
            fprintf(stderr, "%s\n", e->message);
            return 1;
        }
        fputs(e->traceback, stderr);
        return 1;
    default: fprintf(stderr, "natrix: %s\n", e->message); return 1;
    }
}

static void print_json_text(const char *text) {
    putchar('"');
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p == '"' || *p == '\\') {
            printf("\\%c", *p);
        } else if (*p < 0x20) {
            printf("\\u%04x", *p);
        } else {
            putchar(*p);
        }
    }
    putchar('"');
}

static void print_json(nx_vm *vm, nx_status status) {
    const nx_error_info *e = nx_error(vm);
    nx_usage u = nx_get_usage(vm);
    size_t len;
    printf("{\"ok\": %s, \"stdout\": ", status == NX_DONE ? "true" : "false");
    print_json_text(nx_output(vm, 1, &len));
    printf(", \"stderr\": ");
    print_json_text(nx_output(vm, 2, &len));
    printf(", \"error\": ");
    if (status == NX_DONE) {
        printf("null");
    } else {
        printf("{\"kind\": ");
        print_json_text(e->kind);
        printf(", \"type\": ");
        print_json_text(e->type);
        printf(", \"message\": ");
        print_json_text(e->message);
        printf(", \"traceback\": ");
        print_json_text(e->traceback);
        printf("}");
    }
    printf(", \"usage\": {\"steps\": %llu, \"memory\": %llu, \"output\": %llu}}\n",
           (unsigned long long)u.steps, (unsigned long long)u.memory, (unsigned long long)u.output);
}

static int run(Options *o) {
    size_t len;
    char *source = load_program(o, &len);
    if (!source) {
        fprintf(stderr, "natrix: can't open file '%s'\n", o->file);
        return EXIT_USAGE;
    }
    const char *name = o->code ? "<string>" : strcmp(o->file, "-") == 0 ? "<stdin>" : o->file;
    const char *argv[256] = {o->code ? "-c" : o->file};
    for (int i = 0; i < 254 && o->args[i]; i++) { argv[i + 1] = o->args[i]; }
    nx_vm_options options = nx_vm_options_default();
    options.limits = o->limits;
    options.argv = argv;
    options.host.now_ms = now_ms;
    options.host.clock = read_clock;
    options.host.entropy = read_entropy;
    options.host.write = o->json ? NULL : write_out;
    options.host.read = read_stdin;
    options.host.sleep = sleep_ns;
    nx_engine *engine = nx_engine_new(NULL);
    nx_vm *vm = engine ? nx_vm_new(engine, &options) : NULL;
    if (!vm) {
        fprintf(stderr, "natrix: out of memory\n");
        return 1;
    }
    nx_status status = run_in_mode(engine, &vm, &options, o->mode, source, (int64_t)len, name);
    int code;
    if (o->json) {
        print_json(vm, status);
        code = status == NX_DONE ? 0 : status == NX_LIMIT ? EXIT_LIMIT : 1;
    } else {
        code = report(vm, status);
    }
    fflush(stdout);
    nx_vm_free(vm);
    nx_engine_free(engine);
    free(source);
    return code;
}

int main(int argc, char **argv) {
    Options o = {.limits = nx_limits_default()};
    if (argc < 3 || strcmp(argv[1], "run") != 0 || parse_options(argc - 2, argv + 2, &o) != 0) {
        fputs(usage_text, stderr);
        return EXIT_USAGE;
    }
    return run(&o);
}
