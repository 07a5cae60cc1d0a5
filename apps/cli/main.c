// main.c: the program `natrix`. Uses nothing but the public headers: the program reads the file to
// run itself, and hands in what the guest may reach (host.h).
#define _GNU_SOURCE
#include "host.h"
#include "look.h"
#include "modes.h"
#include "report.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char usage_text[] =
    "usage: natrix run [options] FILE [ARGS...]\n"
    "       natrix run [options] -c CODE [ARGS...]\n"
    "       natrix run [options] - [ARGS...]\n"
    "options:\n"
    "  --max-steps N     VM steps (0: unlimited)\n"
    "  --max-memory N    bytes of live guest memory (suffix K, M or G)\n"
    "  --timeout SECONDS compute time (0: unlimited)\n"
    "  --max-output N    bytes on stdout and stderr (suffix K, M or G)\n"
    "  --max-depth N     recursion limit\n"
    "  --seed N          entropy is a fixed stream: the run can be repeated\n"
    "  --mount HOST:GUEST:ro|rw\n"
    "                    a folder of the host as one of the guest; may be repeated\n"
    "  --cwd DIR         the guest's current folder (where the current one is mounted, else /)\n"
    "  --json            print the outcome as one JSON object\n"
    "exit status: that of sys.exit, 0, 1 (uncaught exception), 2 (usage), 3 (limit)\n";

enum { MAX_ARGS = 4096 };

typedef struct Options {
    nx_limits limits;
    const char *code, *file, *cwd;
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

static void write_out(void *ctx, int fd, const char *bytes, size_t len) {
    (void)ctx;
    if (fd == 2) { fflush(stdout); }
    fwrite(bytes, 1, len, fd == 2 ? stderr : stdout);
    if (fd == 2) { fflush(stderr); }
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

static bool parse_seconds(const char *text, uint64_t *ms) {
    char *end;
    double seconds = strtod(text, &end);
    if (end == text || *end || !(seconds >= 0) || seconds > 1e12) { return false; }
    *ms = (uint64_t)(seconds * 1000);
    return true;
}

static bool complain(const char *option, const char *why) {
    fprintf(stderr, "natrix: %s: %s\n", option, why);
    return false;
}

// An option that has a value. False: usage.
static bool parse_option(Options *o, Host *host, const char *a, const char *v) {
    const struct {
        const char *name;
        uint64_t *to;
    } sizes[] = {{"--max-steps", &o->limits.steps},
                 {"--max-memory", &o->limits.memory},
                 {"--max-output", &o->limits.output},
                 {"--max-depth", &o->limits.depth}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (strcmp(a, sizes[i].name) == 0) {
            return parse_size(v, sizes[i].to) || complain(a, "not a number");
        }
    }
    uint64_t n;
    if (strcmp(a, "--timeout") == 0) {
        return parse_seconds(v, &o->limits.time_ms) || complain(a, "not a number of seconds");
    }
    if (strcmp(a, "--seed") == 0) {
        if (!parse_size(v, &n)) { return complain(a, "not a number"); }
        host_seed(host, n);
        return true;
    }
    if (strcmp(a, "--mount") == 0) {
        const char *wrong = host_mount(host, v);
        return !wrong || complain(v, wrong);
    }
    if (strcmp(a, "--cwd") == 0) {
        o->cwd = v;
        return v[0] == '/' || complain(a, "not an absolute path");
    }
    if (strcmp(a, "--mode") == 0) {
        o->mode = v;
        return true;
    }
    return false;
}

// Options up to the program's name. False: usage.
static bool parse_options(int argc, char **argv, Options *o, Host *host) {
    o->limits = nx_limits_default();
    o->limits.time_ms = 0;
    int i = 0;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        if (strcmp(argv[i], "--json") == 0) {
            o->json = true;
            continue;
        }
        if (strcmp(argv[i], "--") == 0) {
            i++;
            break;
        }
        if (i + 1 >= argc) { return false; }
        if (strcmp(argv[i], "-c") == 0) {
            o->code = argv[i + 1];
            o->args = &argv[i + 2];
            return true;
        }
        if (!parse_option(o, host, argv[i], argv[i + 1])) { return false; }
        i++;
    }
    if (i >= argc) { return false; }
    o->file = argv[i];
    o->args = &argv[i + 1];
    return true;
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

// Where the guest's imports start to look: the folder of the program, when it is mounted; else the
// current one.
typedef struct Folders {
    char cwd[PATH_MAX], script[PATH_MAX];
    const char *path[2]; // sys.path
} Folders;

static void find_folders(const Options *o, const Host *host, Folders *f) {
    bool has_cwd = true;
    if (o->cwd) {
        snprintf(f->cwd, sizeof f->cwd, "%s", o->cwd);
    } else if (!host_guest_path(host, ".", f->cwd, sizeof f->cwd)) {
        has_cwd = false;
        strcpy(f->cwd, "/");
    }
    f->path[0] = has_cwd ? f->cwd : NULL;
    f->path[1] = NULL;
    if (o->code || strcmp(o->file, "-") == 0) { return; }
    char folder[PATH_MAX];
    const char *slash = strrchr(o->file, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - o->file) + 1 : 1,
             slash ? o->file : ".");
    if (host_guest_path(host, folder, f->script, sizeof f->script)) { f->path[0] = f->script; }
}

static int tell(const Options *o, nx_vm *vm, nx_status status, char **error) {
    return o->json ? outcome_of(vm, status, error) : report(vm, status);
}

static int run_program(const Options *o, Host *host, nx_engine *engine, const char *source,
                       size_t len) {
    static const char *argv[MAX_ARGS + 2];
    char *error = NULL;
    Folders folders;
    find_folders(o, host, &folders);
    argv[0] = o->code ? "-c" : o->file;
    for (int i = 0; i < MAX_ARGS && o->args[i]; i++) { argv[i + 1] = o->args[i]; }
    nx_vm_options options = nx_vm_options_default();
    options.limits = o->limits;
    options.argv = argv;
    options.path = folders.path;
    options.cwd = folders.cwd;
    options.host.now_ms = now_ms;
    options.host.write = o->json ? NULL : write_out;
    host_lend(host, &options.host);
    nx_vm *vm = engine ? nx_vm_new(engine, &options) : NULL;
    if (!vm) { return complain("start", "out of memory") ? 0 : 1; }
    bool is_file = !o->code && strcmp(o->file, "-") != 0;
    const char *name = o->code ? "<string>" : is_file ? o->file : "<stdin>";
    if (is_file) { nx_set_global(vm, "__file__", nx_str(vm, o->file, -1)); }
    nx_status status = run_in_mode(engine, &vm, &options, o->mode, source, (int64_t)len, name);
    int code = tell(o, vm, status, &error);
    if (status == NX_DONE || status == NX_RAISED) {
        // Exit functions and finalizers; they report what they raise themselves.
        static const char end[] = "__import__('atexit')._finish()";
        status = run_in_mode(engine, &vm, &options, o->mode, end, -1, "<end>");
        if (status == NX_LIMIT) { code = tell(o, vm, status, &error); }
    }
    if (o->json) { report_json(vm, code, error); }
    free(error);
    nx_vm_free(vm);
    return code;
}

static int run(const Options *o, Host *host) {
    size_t len;
    char *source = load_program(o, &len);
    if (!source) {
        fprintf(stderr, "natrix: can't open file '%s'\n", o->file);
        return EXIT_USAGE;
    }
    // One guest and no other after it: its memory goes back as it is. The modes make many.
    nx_engine_options options = {.size = sizeof options, .pool = o->mode ? 0 : NX_NO_POOL};
    nx_engine *engine = nx_engine_new(&options);
    int code = run_program(o, host, engine, source, len);
    nx_engine_free(engine);
    free(source);
    return code;
}

int main(int argc, char **argv) {
    Options o = {0};
    Host host;
    if (!host_init(&host)) { return 1; }
    int code = EXIT_USAGE;
    const LookCommand *look = look_commands;
    while (look->name && (argc < 3 || strcmp(argv[1], look->name) != 0)) { look++; }
    if (look->name) {
        code = look->run(argc - 2, argv + 2, &host);
        if (code == EXIT_USAGE) { fprintf(stderr, "usage:%s", look_usage + 6); }
    } else if (argc >= 3 && strcmp(argv[1], "run") == 0 &&
               parse_options(argc - 2, argv + 2, &o, &host)) {
        code = run(&o, &host);
    } else {
        fputs(usage_text, stderr);
        fputs(look_usage, stderr);
    }
    host_free(&host);
    return code;
}
