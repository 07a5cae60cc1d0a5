// test_limits.c: limits of machines that were loaded from a snapshot.
#include "natrix.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char loop[] = "n = 0\n"
                           "parts = []\n"
                           "while True:\n"
                           "    n += 1\n"
                           "    if n % 100 == 0:\n"
                           "        print(n)\n"
                           "        parts.append('x' * 1000)\n";

// The loop above, stopped after 5,000 steps, in a machine with `limits`.
static nx_vm *reload(nx_engine *e, const nx_limits *limits) {
    nx_vm_options wide = nx_vm_options_default();
    nx_vm *vm = nx_vm_new(e, &wide);
    nx_value program = nx_compile(vm, loop, -1, "<loop>");
    assert_true(program != 0);
    nx_pause_after(vm, 5000);
    assert_int_equal(nx_start(vm, program), NX_PAUSED);
    void *bytes;
    size_t len;
    assert_true(nx_dump(vm, &bytes, &len));
    nx_vm_free(vm);
    nx_vm_options tight = wide;
    tight.limits = *limits;
    vm = nx_load(e, &tight, bytes, len, NULL);
    nx_free(bytes);
    assert_non_null(vm);
    return vm;
}

static void ends_with(nx_engine *e, const nx_limits *limits, const char *kind) {
    nx_vm *vm = reload(e, limits);
    nx_status status = nx_resume(vm);
    assert_int_equal(status, strcmp(kind, "exception") == 0 ? NX_RAISED : NX_LIMIT);
    assert_string_equal(nx_error(vm)->kind, kind);
    nx_vm_free(vm);
}

static void test_options_may_be_tighter(void **state) {
    nx_engine *e = nx_engine_new(NULL);
    nx_limits l = nx_limits_default();
    (void)state;
    l.steps = 6000;
    ends_with(e, &l, "steps");
    l.steps = 10; // fewer than were used: it may not go on
    ends_with(e, &l, "steps");
    l = nx_limits_default();
    l.output = 1000;
    ends_with(e, &l, "output");
    l = nx_limits_default();
    l.memory = 1 << 20;
    ends_with(e, &l, "exception"); // MemoryError
    nx_engine_free(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_options_may_be_tighter)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
