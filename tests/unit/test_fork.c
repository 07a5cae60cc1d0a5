// test_fork.c: a guest and its copy go on alike, and apart.
#include "natrix.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// Frames, a generator, an exception being handled, weak references, a changed class of the library,
// and, where GARBAGE says so, more garbage than a copy takes along.
static const char program[] = "import collections, weakref\n"
                              "GARBAGE = %d\n"
                              "class Node:\n"
                              "    def __init__(self, n): self.n = n\n"
                              "def numbers(n):\n"
                              "    for i in range(n):\n"
                              "        try:\n"
                              "            if i %% 7 == 0: raise ValueError(i)\n"
                              "            yield i\n"
                              "        except ValueError as e:\n"
                              "            yield -e.args[0]\n"
                              "collections.UserDict.extra = lambda self: len(self) + 1\n"
                              "kept, ref = Node(1), None\n"
                              "ref = weakref.ref(kept)\n"
                              "total, text, table = 0, '', collections.UserDict()\n"
                              "for x in numbers(400):\n"
                              "    total += x * ref().n\n"
                              "    table[str(x)] = [x] * 3\n"
                              "    waste = ['w' * 1000 for _ in range(GARBAGE)]\n"
                              "print(total, table.extra(), sum(v[0] for v in table.values()))\n";

static void set_up(nx_engine **e, nx_vm **vm, int garbage, int64_t steps) {
    char text[sizeof program + 20];
    nx_vm_options o = nx_vm_options_default();
    snprintf(text, sizeof text, program, garbage);
    *e = nx_engine_new(NULL);
    *vm = nx_vm_new(*e, &o);
    nx_value code = nx_compile(*vm, text, -1, "<fork>");
    assert_true(code != 0);
    nx_pause_after(*vm, steps);
    assert_int_equal(nx_start(*vm, code), NX_PAUSED);
    nx_pause_after(*vm, -1);
}

static void ends(nx_vm *vm) {
    size_t len;
    nx_status status = nx_resume(vm);
    if (status == NX_RAISED) { fail_msg("%s", nx_error(vm)->traceback); }
    assert_int_equal(status, NX_DONE);
    const char *out = nx_output(vm, 1, &len);
    assert_string_equal(out, "56658 401 56658\n");
}

static void test_copies(void **state) {
    static const int garbage[] = {0, 40};
    (void)state;
    for (int k = 0; k < 2; k++) {
        for (int64_t steps = 40; steps < 2000; steps += 331) {
            nx_engine *e;
            nx_vm *vm;
            set_up(&e, &vm, garbage[k], steps);
            nx_vm *first = nx_fork(vm), *second = nx_fork(first);
            assert_non_null(first);
            assert_non_null(second);
            assert_int_equal(nx_state(first), NX_PAUSED);
            assert_int_equal(nx_get_usage(first).steps, nx_get_usage(vm).steps);
            ends(first);
            nx_vm_free(first);
            ends(vm);
            ends(second);
            nx_vm *ended = nx_fork(second); // idle ones too
            assert_int_equal(nx_run(ended, "total", -1, "<fork>"), NX_DONE);
            int64_t total;
            assert_true(nx_to_int(ended, nx_result(ended), &total));
            assert_int_equal(total, 56658);
            nx_vm_free(ended);
            nx_vm_free(second);
            nx_vm_free(vm);
            nx_engine_free(e);
        }
    }
}

static void test_apart(void **state) {
    nx_engine *e;
    nx_vm *vm;
    (void)state;
    set_up(&e, &vm, 0, 500);
    nx_vm *copy = nx_fork(vm);
    ends(copy);
    assert_int_equal(nx_run(copy, "del collections.UserDict.extra\nkept = None\n", -1, "<fork>"),
                     NX_DONE);
    ends(vm); // still has both
    nx_vm_free(copy);
    nx_vm_free(vm);
    nx_engine_free(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_copies), cmocka_unit_test(test_apart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
