// test_host.c: functions of the host: what their signatures say, and how calls are bound to them.
#include "natrix.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int n_calls;

// Returns its arguments as a list.
static nx_answer echo(void *ctx, nx_vm *vm, nx_args *args) {
    nx_value list = nx_list(vm, NULL, 0);
    (void)ctx;
    n_calls++;
    for (size_t i = 0; i < nx_args_count(args); i++) {
        nx_list_append(vm, list, nx_args_get(args, i));
    }
    return nx_return(list);
}

static nx_vm *with_echo(nx_engine *e, const char *signature) {
    nx_vm_options o = nx_vm_options_default();
    nx_vm *vm = nx_vm_new(e, &o);
    assert_non_null(vm);
    assert_true(nx_register(vm, "tools.echo", signature, "Echo.", echo, NULL));
    return vm;
}

// The str that the program's last line is.
static void gives(nx_engine *e, const char *signature, const char *program, const char *want) {
    nx_vm *vm = with_echo(e, signature);
    const char *text;
    nx_status status = nx_run(vm, program, -1, "<test>");
    if (status == NX_RAISED) { fail_msg("%s", nx_error(vm)->traceback); }
    assert_int_equal(status, NX_DONE);
    assert_true(nx_to_str(vm, nx_result(vm), &text, NULL));
    assert_string_equal(text, want);
    nx_vm_free(vm);
}

static void refuses(nx_engine *e, const char *signature, const char *call, const char *message) {
    nx_vm *vm = with_echo(e, signature);
    n_calls = 0;
    assert_int_equal(nx_run(vm, call, -1, "<test>"), NX_RAISED);
    assert_string_equal(nx_error(vm)->type, "TypeError");
    assert_string_equal(nx_error(vm)->message, message);
    assert_int_equal(n_calls, 0);
    nx_vm_free(vm);
}

static void test_signatures(void **state) {
    nx_engine *e = nx_engine_new(NULL);
    (void)state;
    gives(e, "query, limit=3", "str(tools.echo('a'))", "['a', 3]");
    gives(e, "query: str, limit: int = 5, *, exact: bool = False",
          "str(tools.echo('a', exact=True))", "['a', 5, True]");
    gives(e, "first, /, *rest: int, **more: 'anything'", "str(tools.echo(1, 2, 3, k=4))",
          "[1, (2, 3), {'k': 4}]");
    gives(e, "", "str(tools.echo())", "[]");
    gives(e, "probe: int = 1", "str(tools.echo())", "[1]");
    refuses(e, "query: str, limit: int = 5", "tools.echo()",
            "echo() missing 1 required positional argument: 'query'");
    refuses(e, "query: str", "tools.echo('a', lim=2)",
            "echo() got an unexpected keyword argument 'lim'");
    nx_engine_free(e);
}

static void test_bad_signatures(void **state) {
    static const char *const bad[] = {"query str", "a, a", "*", "a=1, b", "(a"};
    nx_engine *e = nx_engine_new(NULL);
    nx_vm_options o = nx_vm_options_default();
    nx_vm *vm = nx_vm_new(e, &o);
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(nx_register(vm, "echo", bad[i], NULL, echo, NULL));
        assert_string_equal(nx_error(vm)->type, "SyntaxError");
    }
    assert_int_equal(nx_run(vm, "1 + 1", -1, "<test>"), NX_DONE); // and it goes on
    nx_vm_free(vm);
    nx_engine_free(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_signatures),
                                       cmocka_unit_test(test_bad_signatures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
