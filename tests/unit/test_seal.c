// Seals: an engine with a key knows what it dumped, refuses what was changed since, and believes the
// rest without verification; so it does with bytes that the host vouches for.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "natrix.h"
#include "snap/snap.h"

// Frames, generators, closures, weak references, changed objects of the image, derived builtins, ids.
static const char program[] =
    "import collections, weakref\n"
    "class Text(str):\n"
    "    pass\n"
    "class Item:\n"
    "    def __init__(self, text):\n"
    "        self.text = Text(text)\n"
    "        self.text.of = self\n"
    "def numbers(n):\n"
    "    def named(i):\n"
    "        return 'n%d' % (i + n)\n"
    "    for i in range(n):\n"
    "        yield named(i)\n"
    "collections.extra = [1.5, 2**70, {'é', b'x'}]\n"
    "rest = numbers(9)\n"
    "items = {t: Item(t) for t, _ in zip(rest, range(4))}\n"
    "seen = weakref.WeakSet(items.values())\n"
    "order = sorted(items, key=lambda t: sum(map(ord, t)) % 7)\n"
    "serial = id(items)\n"
    "for i in range(2000):\n"
    "    last = items[order[i % 4]].text.of\n"
    "answer = (list(rest), order, last.text, len(seen), id(items) == serial,\n"
    "          collections.extra)\n"
    "answer = repr(answer)\n";

static const char key[] = "a key that only the test has";

typedef struct Sealed {
    nx_engine *engine, *other, *plain; // with the key, with another, with none
    void *bytes;
    size_t len;
} Sealed;

static nx_engine *engine_with(const char *bytes, size_t len) {
    nx_engine_options options = {.size = sizeof options, .key = bytes, .key_len = len};
    return nx_engine_new(&options);
}

static void *dump_of(nx_engine *e, int64_t steps, size_t *len) {
    nx_vm *vm = nx_vm_new(e, NULL);
    void *bytes;
    nx_pause_after(vm, steps);
    assert_int_equal(nx_run(vm, program, -1, "sealed"), NX_PAUSED);
    assert_true(nx_dump(vm, &bytes, len));
    nx_vm_free(vm);
    return bytes;
}

static int seal_setup(void **state) {
    Sealed *s = calloc(1, sizeof *s);
    s->engine = engine_with(key, sizeof key - 1);
    s->other = engine_with("a key that only the text has", sizeof key - 1);
    s->plain = nx_engine_new(NULL);
    s->bytes = dump_of(s->engine, 400, &s->len);
    *state = s;
    return 0;
}

static int seal_teardown(void **state) {
    Sealed *s = *state;
    nx_free(s->bytes);
    nx_engine_free(s->engine);
    nx_engine_free(s->other);
    nx_engine_free(s->plain);
    free(s);
    return 0;
}

static nx_vm *load_as(nx_engine *e, uint32_t flags, const void *bytes, size_t len,
                      const char **error) {
    nx_vm_options options = nx_vm_options_default();
    options.load = flags;
    *error = NULL;
    nx_vm *vm = nx_load(e, &options, bytes, len, error);
    assert_true((vm != NULL) == (*error == NULL));
    return vm;
}

static void assert_loads(nx_engine *e, uint32_t flags, const void *bytes, size_t len) {
    const char *error;
    nx_vm *vm = load_as(e, flags, bytes, len, &error);
    assert_non_null(vm);
    nx_vm_free(vm);
}

static void assert_refused(nx_engine *e, uint32_t flags, const void *bytes, size_t len,
                           const char *why) {
    const char *error;
    assert_null(load_as(e, flags, bytes, len, &error));
    assert_non_null(strstr(error, why));
}

static void test_keys(void **state) {
    (void)state;
    char bytes[65] = {0};
    assert_null(engine_with(bytes, 15));
    assert_null(engine_with(bytes, 65));
    nx_engine *least = engine_with(bytes, 16), *most = engine_with(bytes, 64);
    assert_non_null(least);
    assert_non_null(most);
    nx_engine_free(least);
    nx_engine_free(most);
}

static void test_right_and_wrong(void **state) {
    Sealed *s = *state;
    assert_loads(s->engine, 0, s->bytes, s->len);
    assert_loads(s->engine, NX_LOAD_SEALED, s->bytes, s->len);
    assert_loads(s->engine, NX_LOAD_SEALED | NX_LOAD_VERIFY, s->bytes, s->len);
    assert_refused(s->other, 0, s->bytes, s->len, "the seal is wrong");
    assert_refused(s->other, NX_LOAD_VERIFY, s->bytes, s->len, "the seal is wrong");
    assert_loads(s->plain, 0, s->bytes, s->len); // verified
    assert_refused(s->plain, NX_LOAD_SEALED, s->bytes, s->len, "no key");
    assert_refused(s->engine, 0, s->bytes, s->len - 8, "the seal is wrong");
    assert_refused(s->engine, 0, s->bytes, 40, "not a Natrix snapshot");
}

static void test_without_seal(void **state) {
    Sealed *s = *state;
    size_t len;
    void *bytes = dump_of(s->plain, 400, &len);
    assert_loads(s->engine, 0, bytes, len);
    assert_refused(s->engine, NX_LOAD_SEALED, bytes, len, "without a seal");
    ((uint8_t *)bytes)[len / 2] ^= 1; // and is verified
    assert_refused(s->engine, 0, bytes, len, "checksum");
    nx_free(bytes);
}

// No byte of a sealed snapshot can change.
static void test_every_byte(void **state) {
    Sealed *s = *state;
    uint8_t *copy = malloc(s->len);
    memcpy(copy, s->bytes, s->len);
    for (size_t i = 0; i < s->len; i += i < 2 * sizeof(SnapHeader) ? 1 : 37) {
        copy[i] ^= (uint8_t)(1u << (i % 8));
        assert_refused(s->engine, NX_LOAD_SEALED, copy, s->len, "snapshot: ");
        copy[i] ^= (uint8_t)(1u << (i % 8));
    }
    memset(((SnapHeader *)(void *)copy)->seal, 0, SNAP_SEAL_SIZE);
    assert_refused(s->engine, NX_LOAD_SEALED, copy, s->len, "without a seal");
    assert_loads(s->engine, 0, copy, s->len);
    free(copy);
}

static void assert_ends_alike(nx_engine *e, uint32_t flags, const void *bytes, size_t len,
                              const char *want) {
    const char *error, *text;
    size_t text_len;
    nx_vm *vm = load_as(e, flags, bytes, len, &error);
    assert_non_null(vm);
    nx_pause_after(vm, -1);
    assert_int_equal(nx_resume(vm), NX_DONE);
    assert_true(nx_to_str(vm, nx_global(vm, "answer"), &text, &text_len));
    assert_string_equal(text, want);
    nx_vm_free(vm);
}

// What loads without verification is the same guest: it dumps the same bytes and ends alike.
static void test_same_guest(void **state) {
    Sealed *s = *state;
    nx_vm *whole = nx_vm_new(s->engine, NULL);
    const char *want, *error;
    size_t want_len;
    assert_int_equal(nx_run(whole, program, -1, "sealed"), NX_DONE);
    assert_true(nx_to_str(whole, nx_global(whole, "answer"), &want, &want_len));
    static const uint32_t flags[] = {0, NX_LOAD_VERIFY, NX_LOAD_TRUSTED};
    for (int64_t steps = 1; steps < 700; steps += steps < 450 ? 1 : 41) {
        size_t len, lens[3];
        void *bytes = dump_of(s->engine, steps, &len), *again[3];
        for (int i = 0; i < 3; i++) {
            nx_vm *vm = load_as(s->engine, flags[i], bytes, len, &error);
            assert_non_null(vm);
            assert_true(nx_dump(vm, &again[i], &lens[i]));
            nx_vm_free(vm);
            assert_int_equal(lens[i], lens[0]);
            assert_memory_equal(again[i], again[0], lens[0]);
            assert_ends_alike(s->engine, flags[i], bytes, len, want);
        }
        for (int i = 0; i < 3; i++) { nx_free(again[i]); }
        nx_free(bytes);
    }
    nx_vm_free(whole);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),         cmocka_unit_test(test_right_and_wrong),
        cmocka_unit_test(test_without_seal), cmocka_unit_test(test_every_byte),
        cmocka_unit_test(test_same_guest),
    };
    return cmocka_run_group_tests(tests, seal_setup, seal_teardown);
}
