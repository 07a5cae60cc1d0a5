// test_capabilities.c: tables of a host that answer "later", what the host is told then, and open
// files in snapshots.
#include "natrix_caps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ENOENT_ = 2, EBADF_ = 9 };

// One file in memory, called /f; `later`: so many questions are put off first.
typedef struct World {
    char text[256];
    size_t len;
    bool there;
    int later, asked, opened, closed;
    int64_t now;
} World;

static bool put_off(World *w) {
    w->asked++;
    if (w->later <= 0) { return false; }
    w->later--;
    return true;
}

static int world_open(void *ctx, const char *path, unsigned how, unsigned mode, uint64_t *handle) {
    World *w = ctx;
    (void)mode;
    if (put_off(w)) { return NX_LATER; }
    if (strcmp(path, "/f") != 0) { return -ENOENT_; }
    if (!w->there && !(how & NX_OPEN_CREATE)) { return -ENOENT_; }
    if (how & NX_OPEN_TRUNCATE) { w->len = 0; }
    w->there = true;
    w->opened++;
    *handle = 7;
    return 0;
}

static int world_close(void *ctx, uint64_t handle) {
    World *w = ctx;
    if (put_off(w)) { return NX_LATER; }
    w->closed++;
    return handle == 7 ? 0 : -EBADF_;
}

static int64_t world_read(void *ctx, uint64_t handle, int64_t at, void *out, size_t len) {
    World *w = ctx;
    if (put_off(w)) { return NX_LATER; }
    if (handle != 7) { return -EBADF_; }
    size_t n = (size_t)at < w->len ? w->len - (size_t)at : 0;
    n = n < len ? n : len;
    memcpy(out, w->text + at, n);
    return (int64_t)n;
}

static int64_t world_write(void *ctx, uint64_t handle, int64_t at, const void *bytes, size_t len) {
    World *w = ctx;
    if (put_off(w)) { return NX_LATER; }
    if (handle != 7) { return -EBADF_; }
    if (at < 0) { at = (int64_t)w->len; }
    assert_true((size_t)at + len <= sizeof w->text);
    memcpy(w->text + at, bytes, len);
    if ((size_t)at + len > w->len) { w->len = (size_t)at + len; }
    return (int64_t)len;
}

static int world_now(void *ctx, int which, int64_t *ns) {
    World *w = ctx;
    (void)which;
    if (put_off(w)) { return NX_LATER; }
    *ns = w->now;
    return 0;
}

static int world_sleep(void *ctx, int64_t ns) {
    World *w = ctx;
    if (put_off(w)) { return NX_LATER; }
    w->now += ns;
    return 0;
}

static int world_fill(void *ctx, void *out, size_t len) {
    if (put_off(ctx)) { return NX_LATER; }
    memset(out, 0x55, len);
    return 0;
}

static int64_t world_input(void *ctx, char *out, size_t cap) {
    static const char text[] = "first\nsecond";
    World *w = ctx;
    (void)cap;
    if (put_off(w)) { return NX_LATER; }
    if (w->now) { return 0; }
    w->now = 1;
    memcpy(out, text, sizeof text - 1);
    return sizeof text - 1;
}

typedef struct Test {
    World world;
    nx_files files;
    nx_clock clock;
    nx_entropy entropy;
    nx_input input;
    nx_engine *engine;
    nx_vm_options options;
    nx_vm *vm;
} Test;

static int setup(void **state) {
    Test *t = calloc(1, sizeof *t);
    t->files = (nx_files){.size = sizeof t->files,
                          .ctx = &t->world,
                          .open = world_open,
                          .close = world_close,
                          .read = world_read,
                          .write = world_write};
    t->clock = (nx_clock){sizeof t->clock, &t->world, world_now, world_sleep};
    t->entropy = (nx_entropy){sizeof t->entropy, &t->world, world_fill};
    t->input = (nx_input){sizeof t->input, &t->world, world_input};
    t->options = nx_vm_options_default();
    t->options.host.files = &t->files;
    t->options.host.clock = &t->clock;
    t->options.host.entropy = &t->entropy;
    t->options.host.input = &t->input;
    t->engine = nx_engine_new(NULL);
    t->vm = nx_vm_new(t->engine, &t->options);
    *state = t;
    return t->vm ? 0 : -1;
}

static int teardown(void **state) {
    Test *t = *state;
    nx_vm_free(t->vm);
    assert_int_equal(t->world.opened, t->world.closed); // what a guest left open went with it
    nx_engine_free(t->engine);
    free(t);
    return 0;
}

static void wrote(Test *t, const char *want) {
    size_t len;
    assert_string_equal(nx_output(t->vm, 1, &len), want);
}

static void waits_for(Test *t, nx_status status, const char *name) {
    nx_pending_info info;
    assert_int_equal(status, NX_PENDING);
    assert_true(nx_pending(t->vm, &info));
    assert_string_equal(info.name, name);
    assert_int_equal(nx_typeof(t->vm, info.args), NX_TUPLE);
}

static void test_later(void **state) {
    Test *t = *state;
    t->world.later = 2;
    nx_status s = nx_run(t->vm, "f = open('/f', 'w')\nprint(f.write('text'))\n", -1, "<test>");
    waits_for(t, s, "files.open");
    waits_for(t, nx_resume(t->vm), "files.open");
    t->world.later = 0;
    t->world.len = 0;
    s = nx_resume(t->vm);
    assert_int_equal(s, NX_DONE);
    assert_int_equal(t->world.len, 4); // written when the run ended
    t->world.later = 1;
    s = nx_run(t->vm, "import time\nprint(time.time())", -1, "<test>");
    waits_for(t, s, "clock.now");
    assert_true(nx_answer_value(t->vm, nx_float(12.5))); // the host knows
    assert_int_equal(nx_resume(t->vm), NX_DONE);
    t->world.later = 1;
    s = nx_run(t->vm, "try: time.sleep(1)\nexcept OSError as e: print(e)", -1, "<test>");
    waits_for(t, s, "clock.sleep");
    assert_true(nx_answer_raise(t->vm, "OSError", "enough"));
    assert_int_equal(nx_resume(t->vm), NX_DONE);
    t->world.later = 1;
    s = nx_run(t->vm, "import random\nprint(random.random())", -1, "<test>");
    waits_for(t, s, "entropy.seed");
    assert_int_equal(nx_resume(t->vm), NX_DONE);
    wrote(t, "4\n12.5\nenough\n0.27965907021385716\n");
}

static void test_input(void **state) {
    Test *t = *state;
    t->world.later = 1;
    nx_status s = nx_run(t->vm, "print([input('? '), input()])", -1, "<test>");
    waits_for(t, s, "input.line");
    assert_int_equal(nx_resume(t->vm), NX_DONE);
    wrote(t, "? ['first', 'second']\n");
}

// A waiting guest goes on in another VM; so does one with open files.
static nx_status move(Test *t) {
    void *bytes;
    size_t len;
    const char *error;
    assert_true(nx_dump(t->vm, &bytes, &len));
    nx_vm *next = nx_load(t->engine, &t->options, bytes, len, &error);
    nx_free(bytes);
    if (!next) { fail_msg("%s", error); }
    nx_vm_free(t->vm);
    t->vm = next;
    return nx_state(next);
}

static void test_moved(void **state) {
    Test *t = *state;
    strcpy(t->world.text, "one\ntwo\nthree\n");
    t->world.len = strlen(t->world.text);
    t->world.there = true;
    t->world.later = 1;
    waits_for(t, nx_run(t->vm, "f = open('/f')\nx = f.readline()", -1, "<test>"), "files.open");
    waits_for(t, move(t), "files.open");
    assert_int_equal(nx_resume(t->vm), NX_DONE);
    move(t);
    assert_int_equal(nx_run(t->vm, "x += next(f); f.seek(4); print(x, f.read())", -1, "<t>"),
                     NX_DONE);
    wrote(t, "one\ntwo\n two\nthree\n\n");
    assert_int_equal(nx_run(t->vm, "g = open('/f', 'r+b'); g.seek(4); g.write(b'TWO')", -1, "<t>"),
                     NX_DONE);
    move(t);
    assert_int_equal(nx_run(t->vm, "g.write(b'!'); g.close()", -1, "<test>"), NX_DONE);
    assert_memory_equal(t->world.text, "one\nTWO!three\n", 14);
    move(t);
    t->world.there = false;
    assert_int_equal(nx_run(t->vm, "f.seek(0); f.read()", -1, "<test>"), NX_RAISED);
    assert_string_equal(nx_error(t->vm)->type, "FileNotFoundError");
    assert_string_equal(nx_error(t->vm)->message, "[Errno 2] No such file or directory: '/f'");
}

static void test_absent(void **state) {
    Test *t = *state;
    t->options.host = (nx_host){.size = sizeof t->options.host};
    nx_vm_free(t->vm);
    t->vm = nx_vm_new(t->engine, &t->options);
    static const char program[] = "import os, time, random\n"
                                  "for f in (lambda: open('f'), lambda: os.listdir('/'),\n"
                                  "          time.time, lambda: os.urandom(1), input):\n"
                                  "    try: print(f())\n"
                                  "    except Exception as e: print(type(e).__name__, e)\n"
                                  "print(time.sleep(5), random.random())\n";
    assert_int_equal(nx_run(t->vm, program, -1, "<test>"), NX_DONE);
    wrote(t, "PermissionError [Errno 1] Operation not permitted: 'f'\n"
             "PermissionError [Errno 1] Operation not permitted: '/'\n"
             "RuntimeError no clock: the host gave this program none\n"
             "NotImplementedError no entropy: the host gave this program none\n"
             "EOFError EOF when reading a line\n"
             "None 0.8444218515250481\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_later, setup, teardown),
        cmocka_unit_test_setup_teardown(test_input, setup, teardown),
        cmocka_unit_test_setup_teardown(test_moved, setup, teardown),
        cmocka_unit_test_setup_teardown(test_absent, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
