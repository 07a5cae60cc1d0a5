// Snapshots that are cut short, damaged or forged are refused with a sentence, or lead to a guest
// that ends in a status: never to a crash.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "natrix.h"
#include "snap/snap.h"

#include "base/hash.h"

typedef struct Sample {
    nx_engine *engine;
    uint8_t *bytes, *copy;
    size_t len;
} Sample;

static const char program[] = "def numbers(n):\n"
                              "    for i in range(n):\n"
                              "        yield str(i)\n"
                              "class Item:\n"
                              "    def __init__(self, text):\n"
                              "        self.text = text\n"
                              "items = {t: Item(t) for t in numbers(4)}\n"
                              "for i in range(10**9):\n"
                              "    pass\n";

static int sample_make(void **state) {
    Sample *s = calloc(1, sizeof *s);
    void *bytes;
    s->engine = nx_engine_new(NULL);
    nx_vm *vm = nx_vm_new(s->engine, NULL);
    nx_pause_after(vm, 40);
    assert_int_equal(nx_run(vm, program, -1, "sample"), NX_PAUSED);
    assert_true(nx_dump(vm, &bytes, &s->len));
    nx_vm_free(vm);
    s->bytes = bytes;
    s->copy = malloc(s->len + 8);
    *state = s;
    return 0;
}

static int sample_free(void **state) {
    Sample *s = *state;
    nx_free(s->bytes);
    free(s->copy);
    nx_engine_free(s->engine);
    free(s);
    return 0;
}

// Loads the copy; what loads runs on for some steps. Returns whether it loaded.
static bool load_and_run(Sample *s, size_t len) {
    const char *error = NULL;
    nx_vm *vm = nx_load(s->engine, NULL, s->copy, len, &error);
    assert_true((vm != NULL) != (error != NULL));

    if (!vm) { return false; }
    nx_pause_after(vm, 100);
    if (nx_state(vm) == NX_PAUSED) { nx_resume(vm); }
    nx_vm_free(vm);
    return true;
}

static void make_checksum_right(Sample *s, size_t len) {
    SnapHeader *h = (SnapHeader *)(void *)s->copy;
    h->checksum = (uint64_t)hash_bytes(s->copy + sizeof *h, len - sizeof *h);
}

static void test_whole(void **state) {
    Sample *s = *state;
    memcpy(s->copy, s->bytes, s->len);
    assert_true(load_and_run(s, s->len));
}

static void test_damaged(void **state) {
    Sample *s = *state;
    memcpy(s->copy, s->bytes, s->len);
    for (size_t i = 0; i < s->len; i++) {
        s->copy[i] ^= (uint8_t)(1u << (i % 8));
        bool unread = (i >= offsetof(SnapHeader, layout) && i < offsetof(SnapHeader, checksum)) ||
                      (i >= offsetof(SnapHeader, seal) && i < sizeof(SnapHeader));
        if (!unread) { assert_false(load_and_run(s, s->len)); }
        s->copy[i] = s->bytes[i];
    }
}

static void test_cut_short(void **state) {
    Sample *s = *state;
    memcpy(s->copy, s->bytes, s->len);
    for (size_t len = 0; len < s->len; len++) {
        if (len >= sizeof(SnapHeader)) { make_checksum_right(s, len); }
        assert_false(load_and_run(s, len));
    }
}

static void test_forged_bits(void **state) {
    Sample *s = *state;
    for (int bit = 0; bit < 8; bit += 1) {
        memcpy(s->copy, s->bytes, s->len);
        for (size_t i = sizeof(SnapHeader); i < s->len; i++) {
            s->copy[i] ^= (uint8_t)(1u << bit);
            make_checksum_right(s, s->len);
            load_and_run(s, s->len);
            s->copy[i] = s->bytes[i];
        }
    }
}

// Every word becomes each of some others: references to other objects, markers, numbers.
static void test_forged_words(void **state) {
    Sample *s = *state;
    uint64_t words[8] = {V_NONE, V_UNBOUND, V_STOP, int_value(1 << 30), 0};
    size_t n = 5;
    for (size_t at = sizeof(SnapHeader) + sizeof(Head); at + 8 <= s->len && n < 8; at += 8) {
        uint64_t w;
        memcpy(&w, s->bytes + at, 8);
        if (is_ref(w) && at % 5 == 0) { words[n++] = w; }
    }
    memcpy(s->copy, s->bytes, s->len);
    for (size_t at = sizeof(SnapHeader); at + 8 <= s->len; at += 8) {
        for (size_t i = 0; i < n; i++) {
            memcpy(s->copy + at, &words[i], 8);
            make_checksum_right(s, s->len);
            load_and_run(s, s->len);
        }
        memcpy(s->copy + at, s->bytes + at, 8);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_cut_short),    cmocka_unit_test(test_forged_bits),
        cmocka_unit_test(test_forged_words),
    };
    return cmocka_run_group_tests(tests, sample_make, sample_free);
}
