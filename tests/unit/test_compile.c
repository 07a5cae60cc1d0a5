// Tests of front/compile.h: what snippets compile to; that all code passes the verifier and damaged
// code is refused or harmless to look at; that a compilation survives any failed allocation.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "front/compile.h"
#include "heap/gc.h"
#include "object/positions.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/boot.h"
#include "vm/code_verify.h"
#include "vm/dis.h"
#include "vm/opcode.h"
#include "vm/vm_internal.h"

enum { SLOT = 256 << 20 };

static Vm *guest;
static NativeTable natives;
static VmHost host = {.pause_after = -1};

static int open_guest(void **state) {
    (void)state;
    Vm *vm = guest = calloc(1, sizeof *vm);
    vm->base = calloc(1, SLOT);
    vm->head = (Head *)(void *)vm->base;
    vm->mark_stack = malloc(GC_MARK_STACK * 8);
    vm->fail_after = -1;
    vm->host = &host;
    Head *h = vm->head;
    h->memory_limit = SLOT - (16 << 20);
    h->gc_threshold = UINT64_MAX;
    heap_init(vm, HEAP_HEAD_SIZE, SLOT);
    h->depth_limit = 1000;
    h->output_limit = 1 << 24;
    h->step_limit = (uint64_t)1 << 60;
    h->steps = (int64_t)1 << 60;
    return natives_collect(&natives) && boot_bare(vm, &natives) ? 0 : -1;
}

static int close_guest(void **state) {
    (void)state;
    natives_free(&natives);
    free(guest->mark_stack);
    free(guest->base);
    free(guest);
    return 0;
}

static Value compile(const char *text) {
    return compile_text(guest, text, strlen(text), vm_name(guest, N_empty), V_NONE, FRONT_EXEC, 0);
}

static const char *const snippets[] = {
    "def f(a, b=1, *c, d, e=2, **g):\n    return a + b, c, d, e, g\n",
    "for x in range(10):\n    if x % 2: continue\n    print(x)\nelse:\n    y = [i for i in z if "
    "i]\n",
    "class A(B, metaclass=M):\n    '''doc'''\n    x: int = 1\n    def m(self): return "
    "super().m()\n",
    "try:\n    f()\nexcept E as e:\n    g(e)\nelse:\n    h()\nfinally:\n    k()\n",
    "with a as b, c:\n    while d:\n        try:\n            break\n        finally:\n            "
    "e()\n",
    "async def f():\n    async with a: yield [x async for x in b]\n    await c\n",
    "match x:\n    case [1, *a] | {'k': a}: pass\n    case C(a, b=2) if a: pass\n",
    "type T[U: int = str] = list[U]\ndef f[*Ts](): lambda: Ts\nclass G[P]: pass\n",
    "x = f'{a!r:>{w}}' + t'{b}'\ntry: pass\nexcept* E: pass\n",
    "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x += 1\n    del x\n    a, (b, "
    "*c) = d\n",
};

static void verify_all(Value code) {
    assert_true(code_verify(guest, as_code(guest, code)));
    const Tuple *consts = as_tuple(guest, as_code(guest, code)->consts);
    for (uint32_t i = 0; i < consts->h.n; i++) {
        if (is_tagged(guest, consts->items[i], T_CODE)) { verify_all(consts->items[i]); }
    }
}

static void test_code_is_valid(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(snippets); i++) {
        Value code = compile(snippets[i]);
        assert_true(is_ref(code));
        verify_all(code);
    }
}

// ---- what comes out ------------------------------------------------------------------------------

typedef struct Text {
    char bytes[8192];
    size_t len;
} Text;

static void put(void *ctx, const char *bytes, size_t len) {
    Text *t = ctx;
    assert_true(t->len + len < sizeof t->bytes);
    memcpy(t->bytes + t->len, bytes, len);
    t->len += len;
}

// The names of the instructions of the function `f` that the text defines.
static void expect_ops(const char *text, const char *ops) {
    Value code = compile(text);
    assert_true(is_ref(code));
    const Tuple *consts = as_tuple(guest, as_code(guest, code)->consts);
    Text out = {{0}, 0}, names = {{0}, 0};
    for (uint32_t i = 0; i < consts->h.n; i++) {
        if (is_tagged(guest, consts->items[i], T_CODE)) {
            dis_code(guest, consts->items[i], false, put, &out);
        }
    }
    const char *line = strchr(out.bytes, '\n') + 1;
    for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        if (strncmp(line, "  handler", 9) == 0) { continue; }
        size_t len = strcspn(line + 12, " \n");
        if (names.len) { put(&names, " ", 1); }
        put(&names, line + 12, len);
    }
    assert_string_equal(names.bytes, ops);
}

static void test_shapes(void **state) {
    (void)state;
    expect_ops("def f(n): return n if n < 2 else f(n - 1)\n",
               "JN_LT_I RETURN LOAD_GLOBAL SUB_I CALL RETURN");
    expect_ops("def f(n):\n    i = 0\n    while i < n: i += 1\n    return i\n",
               "LOAD_INT JUMP IADD_I LOOP_LT RETURN");
    expect_ops("def f(xs):\n    s = ''\n    for x in xs: s += x\n    return s\n",
               "LOAD_CONST GET_ITER JUMP IADD_OWN FOR_ITER SHARE RETURN");
    expect_ops("def f(xs):\n    s = ''\n    for x in xs:\n        s = s + x\n        g(s)\n",
               "LOAD_CONST GET_ITER JUMP ADD LOAD_GLOBAL MOVE CALL FOR_ITER RETURN_NONE");
    expect_ops("def f(a, b):\n    a, b = b, a\n    return a\n", "MOVE MOVE MOVE RETURN");
    expect_ops("def f(s):\n    for k, v in s: s[k] = v\n",
               "GET_ITER JUMP UNPACK SET_ITEM FOR_ITER RETURN_NONE");
    expect_ops("def f(o): return o.a.m(o[1], o[2:3])\n",
               "LOAD_ATTR LOAD_METHOD GET_ITEM_I LOAD_INT LOAD_INT GET_SLICE CALL_METHOD RETURN");
    expect_ops("def f(c):\n    if c: x = 1\n    return x\n",
               "JUMP_FALSE LOAD_INT CHECK_BOUND RETURN");
    expect_ops("def f():\n    return 1\n    print(2)\n", "LOAD_INT RETURN");
    expect_ops("def f(a): return 2 * 3 + 1, (1, 2), 'a' 'b' * 2, not a is None\n",
               "LOAD_INT LOAD_CONST LOAD_CONST LOAD_SPECIAL IS NOT BUILD_TUPLE RETURN");
}

static void test_positions(void **state) {
    (void)state;
    Value v = compile("x = 1\ny = (a +\n     b)\n");
    const Code *code = as_code(guest, v);
    const uint32_t *words =
        (const uint32_t *)(const void *)((Blob *)ref_ptr(guest, code->bytecode))->data;
    for (uint32_t i = 0;; i += op_length((uint8_t)words[i])) {
        if ((uint8_t)words[i] != OPC_ADD) { continue; }
        CodePosition pos;
        assert_true(code_position(guest, code, i, &pos));
        assert_int_equal(pos.line, 2);
        assert_int_equal(pos.end_line, 3);
        assert_int_equal(pos.col, 5);
        assert_int_equal(pos.end_col, 6);
        break;
    }
}

// ---- damage --------------------------------------------------------------------------------------

static void test_damaged_code(void **state) {
    (void)state;
    uint32_t seed = 1, refused = 0, tried = 0;
    for (size_t i = 0; i < COUNT_OF(snippets); i++) {
        Code *code = as_code(guest, compile(snippets[i]));
        Blob *blob = ref_ptr(guest, code->bytecode);
        for (uint32_t k = 0; k < 2000; k++, tried++) {
            seed = seed * 1103515245 + 12345;
            uint32_t at = (seed >> 8) % blob->h.n;
            uint8_t before = blob->data[at];
            blob->data[at] = (uint8_t)(seed >> 24);
            refused += !code_verify(guest, code);
            Text out = {{0}, 0};
            if (k % 100 == 0) { dis_code(guest, ptr_value(guest, code), false, put, &out); }
            blob->data[at] = before;
        }
        assert_true(code_verify(guest, code));
    }
    assert_true(refused > tried / 4);
}

static void test_no_memory(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(snippets); i++) {
        for (int64_t n = 0; n < 10000; n++) {
            guest->fail_after = n;
            guest->fail_times = 2;
            heap_set_charged(guest, heap_charged(guest->head));
            guest->alloc_failed = false;
            Value code = compile(snippets[i]);
            assert_false(is_ref(guest->head->exc));
            if (code != V_RAISED) { break; }
            assert_true(guest->alloc_failed);
        }
        guest->fail_after = -1;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_code_is_valid), cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_positions),     cmocka_unit_test(test_damaged_code),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, open_guest, close_guest);
}
