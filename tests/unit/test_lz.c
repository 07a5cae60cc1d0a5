// Tests of base/lz.h with what the image's tool packs, which is taken as source: it is in no library.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../../tools/image/pack.c"

enum { MOST = 70000 };

typedef struct Packed {
    uint8_t text[MOST], bytes[2 * MOST], out[MOST];
    size_t len, n;
} Packed;

static void pack(Packed *p, size_t len) {
    p->len = len;
    p->n = pack_text(p->text, len, p->bytes);
    assert_true(p->n <= pack_most(len));
    assert_true(lz_unpack(p->bytes, p->n, p->out, len));
    assert_memory_equal(p->out, p->text, len);
}

// Runs, texts that repeat from afar and near, and what does not repeat, of lengths around the steps of
// the counts.
static void test_round_trip(void **state) {
    (void)state;
    Packed *p = malloc(sizeof *p);
    static const size_t lengths[] = {1,  3,   4,   5,   14,  15,   16,  19,
                                     20, 269, 270, 271, 525, 5000, MOST};
    uint32_t seed = 7;
    for (size_t i = 0; i < COUNT_OF(lengths); i++) {
        for (uint32_t letters = 1; letters <= 256; letters *= 4) {
            for (size_t at = 0; at < lengths[i]; at++) {
                seed = seed * 1664525u + 1013904223u;
                p->text[at] = (uint8_t)((seed >> 16) % letters);
            }
            memcpy(p->text + lengths[i] / 2, p->text, lengths[i] / 2);
            pack(p, lengths[i]);
        }
    }
    free(p);
}

static void test_known_bytes(void **state) {
    (void)state;
    static const uint8_t run[] = {0x1F, 'a', 1, 0, 0}, words[] = {0x41, 'a', 'b', 'c', ' ', 4, 0};
    uint8_t out[20];
    assert_true(lz_unpack(run, sizeof run, out, 20));
    assert_memory_equal(out, "aaaaaaaaaaaaaaaaaaaa", 20);
    assert_true(lz_unpack(words, sizeof words, out, 9));
    assert_memory_equal(out, "abc abc a", 9);
    assert_true(lz_unpack(NULL, 0, out, 0));
}

// Whatever the bytes are: no access outside, which the sanitizers would show, and no endless loop.
static void test_bad_bytes(void **state) {
    (void)state;
    static const uint8_t before_the_text[] = {0x10, 'a', 2, 0}, endless_count[] = {0xF0, 255, 255};
    static const uint8_t no_distance[] = {0x10, 'a', 0, 0};
    uint8_t out[64];
    assert_false(lz_unpack(before_the_text, sizeof before_the_text, out, 5));
    assert_false(lz_unpack(endless_count, sizeof endless_count, out, 64));
    assert_false(lz_unpack(no_distance, sizeof no_distance, out, 5));
    Packed *p = malloc(sizeof *p);
    for (size_t i = 0; i < 600; i++) { p->text[i] = "abcdabceabcf"[i * i % 12]; }
    pack(p, 600);
    for (size_t n = 0; n < p->n; n++) {
        uint8_t *exact = malloc(n + 1);
        memcpy(exact, p->bytes, n);
        assert_false(lz_unpack(exact, n, p->out, 600));
        for (int bit = 0; bit < 8; bit++) {
            p->bytes[n] ^= (uint8_t)(1 << bit);
            lz_unpack(p->bytes, p->n, p->out, 600);
            p->bytes[n] ^= (uint8_t)(1 << bit);
        }
        free(exact);
    }
    assert_false(lz_unpack(p->bytes, p->n, p->out, 599));
    free(p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_known_bytes),
        cmocka_unit_test(test_bad_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
