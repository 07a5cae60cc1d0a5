// inproc.c: what a host pays: starting guests, compiling, host calls, pauses, snapshots. Prints a
// line for each figure: name, value, unit; the least of many repetitions.
//
//     bench_inproc SCRIPT FIZZBUZZ     a script to compile and run, and FizzBuzz(100)
#define _GNU_SOURCE
#include "natrix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static nx_engine *engine;

static double now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec * 1e-3;
}

static void fail(const char *what) {
    fprintf(stderr, "bench_inproc: %s\n", what);
    exit(1);
}

static nx_vm *guest(void) {
    nx_vm_options options = nx_vm_options_default();
    options.limits.host_calls = UINT64_MAX;
    nx_vm *vm = nx_vm_new(engine, &options);
    if (!vm) { fail("no guest"); }
    return vm;
}

static void must(nx_vm *vm, nx_status status, nx_status wanted, const char *what) {
    if (status == wanted) { return; }
    if (nx_error(vm)->traceback) { fputs(nx_error(vm)->traceback, stderr); }
    fail(what);
}

// ---- guests and programs -------------------------------------------------------------------------

static void boot(void) { nx_vm_free(guest()); }

static void tiny(void) {
    nx_vm *vm = guest();
    int64_t n;
    must(vm, nx_run(vm, "1 + 2", -1, "tiny"), NX_DONE, "tiny");
    if (!nx_to_int(vm, nx_result(vm), &n) || n != 3) { fail("1 + 2"); }
    nx_vm_free(vm);
}

static char *script, *fizzbuzz;

static char *read_file(const char *path) {
    FILE *f = fopen(path, "rb");
    char *text = calloc(1, 1 << 20);
    if (!f || !text || fread(text, 1, (1 << 20) - 1, f) == 0) { fail(path); }
    fclose(f);
    return text;
}

static nx_vm *shared; // for what is measured inside one guest

static void compile_script(void) {
    if (!nx_compile(shared, script, -1, "script")) { fail("compile"); }
}

static void run_text(const char *text) {
    nx_vm *vm = guest();
    must(vm, nx_run(vm, text, -1, "script"), NX_DONE, "script");
    nx_vm_free(vm);
}

static void run_script(void) { run_text(script); }
static void run_fizzbuzz(void) { run_text(fizzbuzz); }
static void run_imports(void) { run_text("import json, re, asyncio, dataclasses, typing"); }

// ---- calls ---------------------------------------------------------------------------------------

static nx_answer same(void *ctx, nx_vm *vm, nx_args *args) {
    (void)ctx, (void)vm;
    return nx_return(nx_args_get(args, 0));
}

static nx_answer later(void *ctx, nx_vm *vm, nx_args *args) {
    (void)ctx, (void)vm, (void)args;
    return nx_later();
}

enum { CALLS = 20000 };

static void call_loop(const char *name) {
    nx_value n = nx_int(shared, CALLS);
    must(shared, nx_call(shared, nx_global(shared, name), &n, 1), NX_DONE, name);
}

static void loop_empty(void) { call_loop("empty"); }
static void loop_host(void) { call_loop("host"); }
static void loop_direct(void) { call_loop("direct"); }
static void loop_steps(void) { call_loop("steps"); }

static void loop_pause(void) {
    nx_value n = nx_int(shared, CALLS);
    nx_status status = nx_call(shared, nx_global(shared, "wait"), &n, 1);
    while (status == NX_PENDING) {
        nx_answer_value(shared, nx_none());
        status = nx_resume(shared);
    }
    must(shared, status, NX_DONE, "wait");
}

static const char loops[] = "def empty(n):\n    for i in range(n): i\n"
                            "def host(n):\n    for i in range(n): same(i)\n"
                            "def wait(n):\n    for i in range(n): later()\n"
                            "class Item:\n    def __str__(self): return ''\n"
                            "def direct(n):\n    x = Item()\n    for i in range(n): x.__str__()\n"
                            "def steps(n):\n    x = Item()\n    for i in range(n): str(x)\n";

// ---- snapshots -----------------------------------------------------------------------------------

static nx_vm *heavy; // a paused program with about 100 KB of live heap
static void *dumped;
static size_t dumped_len;

static const char heavy_text[] =
    "table = {}\n"
    "for i in range(400):\n    table['key%d' % i] = [i, float(i), 'value %d' % i, (i, i + 1)]\n"
    "while True:\n    for name in table:\n        table[name][0] += 1\n";

static void dump_heavy(void) {
    void *bytes;
    size_t len;
    if (!nx_dump(heavy, &bytes, &len)) { fail("dump"); }
    nx_free(bytes);
}

static nx_vm *load_as(nx_engine *e, uint32_t flags, const void *bytes, size_t len) {
    nx_vm_options options = nx_vm_options_default();
    const char *error;
    options.load = flags;
    nx_vm *vm = nx_load(e, &options, bytes, len, &error);
    if (!vm) { fail(error); }
    return vm;
}

static void load_heavy(void) { nx_vm_free(load_as(engine, 0, dumped, dumped_len)); }
static void load_trusted(void) { nx_vm_free(load_as(engine, NX_LOAD_TRUSTED, dumped, dumped_len)); }

// The same guest in an engine that has a key.
static nx_engine *sealer;
static nx_vm *sealed_heavy;
static void *sealed;
static size_t sealed_len;

static void start_sealer(void) {
    nx_engine_options options = {.size = sizeof options, .key = "a key of a bench", .key_len = 16};
    sealer = nx_engine_new(&options);
    if (!sealer) { fail("sealer"); }
    sealed_heavy = load_as(sealer, NX_LOAD_TRUSTED, dumped, dumped_len);
    if (!nx_dump(sealed_heavy, &sealed, &sealed_len)) { fail("seal"); }
}

static void dump_sealed(void) {
    void *bytes;
    size_t len;
    if (!nx_dump(sealed_heavy, &bytes, &len)) { fail("dump"); }
    nx_free(bytes);
}

static void load_sealed(void) { nx_vm_free(load_as(sealer, NX_LOAD_SEALED, sealed, sealed_len)); }
static void load_sealed_verified(void) {
    nx_vm_free(load_as(sealer, NX_LOAD_SEALED | NX_LOAD_VERIFY, sealed, sealed_len));
}

static void fork_heavy(void) {
    nx_vm *vm = nx_fork(heavy);
    if (!vm) { fail("fork"); }
    nx_vm_free(vm);
}

static size_t idle_bytes(void) {
    nx_vm *vm = guest();
    void *bytes;
    size_t len;
    nx_pause_after(vm, 30);
    must(vm, nx_run(vm, "n = 0\nwhile True:\n    n += 1\n", -1, "idle"), NX_PAUSED, "idle");
    if (!nx_dump(vm, &bytes, &len)) { fail("dump"); }
    nx_free(bytes);
    nx_vm_free(vm);
    return len;
}

// ---- measuring -----------------------------------------------------------------------------------

// Least microseconds of one call, in about 0.3 s.
static double least(void (*what)(void)) {
    double best = 1e18, end = now_us() + 3e5;
    for (int i = 0; i < 5 || now_us() < end; i++) {
        double start = now_us();
        what();
        double took = now_us() - start;
        best = took < best ? took : best;
    }
    return best;
}

static void show(const char *name, double value, const char *unit) {
    printf("%s\t%.3f\t%s\n", name, value, unit);
    fflush(stdout);
}

static double per_call(void (*what)(void), double base) {
    return (least(what) - base) * 1e3 / CALLS;
}

int main(int argc, char **argv) {
    if (argc != 3) { fail("usage: bench_inproc SCRIPT FIZZBUZZ"); }
    script = read_file(argv[1]);
    fizzbuzz = read_file(argv[2]);
    engine = nx_engine_new(NULL);
    shared = guest();
    if (!nx_register(shared, "same", "x, /", "", same, NULL) ||
        !nx_register(shared, "later", "", "", later, NULL)) {
        fail("register");
    }
    must(shared, nx_run(shared, loops, -1, "loops"), NX_DONE, "loops");
    heavy = guest();
    nx_pause_after(heavy, 3000);
    must(heavy, nx_run(heavy, heavy_text, -1, "heavy"), NX_PAUSED, "heavy");
    if (!nx_dump(heavy, &dumped, &dumped_len)) { fail("dump"); }

    show("new guest, free", least(boot), "us");
    show("new guest, compile and run 1 + 2, free", least(tiny), "us");
    show("new guest, FizzBuzz(100), free", least(run_fizzbuzz), "us");
    show("compile a script of 104 lines", least(compile_script), "us");
    show("new guest, compile and run it, free", least(run_script), "us");
    show("new guest, import json, re, asyncio, dataclasses, typing", least(run_imports), "us");
    double base = least(loop_empty), direct = per_call(loop_direct, base);
    show("host function call and return", per_call(loop_host, base), "ns");
    show("pause and resume at a host call", per_call(loop_pause, base), "ns");
    show("two natives in steps: str(x) beyond x.__str__()", per_call(loop_steps, base) - direct,
         "ns");
    show("dump", least(dump_heavy), "us");
    show("load, everything verified", least(load_heavy), "us");
    show("load, the host vouches for the bytes", least(load_trusted), "us");
    start_sealer();
    show("dump, sealed", least(dump_sealed), "us");
    show("load, sealed, nothing else verified", least(load_sealed), "us");
    show("load, sealed and everything verified", least(load_sealed_verified), "us");
    show("fork", least(fork_heavy), "us");
    show("size of that snapshot", (double)dumped_len / 1024, "KiB");
    show("an idle tenant as bytes", (double)idle_bytes() / 1024, "KiB");
    nx_vm_free(shared);
    nx_vm_free(heavy);
    nx_vm_free(sealed_heavy);
    nx_engine_free(sealer);
    nx_engine_free(engine);
    free(sealed);
    free(dumped);
    free(script);
    free(fizzbuzz);
    return 0;
}
