// Tests of base/hash.h and base/wide.h. Numeric and tuple hashes were recorded from CPython 3.14.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/hash.h"
#include "base/wide.h"

static void test_double(void **state) {
    (void)state;
    static const struct {
        uint64_t bits;
        int64_t hash;
    } cases[] = {
        {0x0000000000000000, 0},
        {0x8000000000000000, 0},
        {0x3FF0000000000000, 1},
        {0xBFF0000000000000, -2},
        {0x3FE0000000000000, 1152921504606846976},
        {0x3FF8000000000000, 1152921504606846977},
        {0x7E37E43C8800759C, 1224995262755759164},
        {0xFE37E43C8800759C, -1224995262755759164},
        {0x0000000000000001, 16777216},
        {0x7FEFFFFFFFFFFFFF, 2234066890152476671},
        {0x0010000000000000, 32768},
        {0x7FF0000000000000, 314159},
        {0xFFF0000000000000, -314159},
        {0x400921FB54442D18, 326490430436040707},
        {0x43C0000000000000, 1},
        {0x43B0000000000000, 1152921504606846976},
        {0xC3C0000000000000, -2},
        {0x3C20000000000000, 1},
        {0x41F0000000000000, 4294967296},
        {0x43C0000000000000, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_true(hash_double(bits_double(cases[i].bits)) == cases[i].hash);
    }
}

static void test_limbs(void **state) {
    (void)state;
    static const struct {
        uint64_t limbs[8];
        uint32_t n;
        bool negative;
        int64_t hash;
    } cases[] = {
        {{0}, 0, false, 0},
        {{0x1u}, 1, false, 1},
        {{0x1u}, 1, true, -2},
        {{0x2u}, 1, false, 2},
        {{0x2u}, 1, true, -2},
        {{0x1FFFFFFFFFFFFFFFu}, 1, false, 0},
        {{0x1FFFFFFFFFFFFFFFu}, 1, true, 0},
        {{0x2000000000000000u}, 1, false, 1},
        {{0x2000000000000000u}, 1, true, -2},
        {{0x1FFFFFFFFFFFFFFEu}, 1, false, 2305843009213693950},
        {{0x1FFFFFFFFFFFFFFEu}, 1, true, -2305843009213693950},
        {{0x8000000000000000u}, 1, false, 4},
        {{0xFFFFFFFFFFFFFFFFu}, 1, false, 7},
        {{0x0u, 0x1u}, 2, false, 8},
        {{0x0u, 0x1u}, 2, true, -8},
        {{0xFFFFFFFFFFFFFFFFu, 0xFFFFFFFFFFFFFFFFu}, 2, false, 63},
        {{0x5BFAFF1EAAF8B0A1u, 0x83ECF6F6E4A7AE22u, 0xFD73D97E447606B6u, 0xC21A937A76F3432Fu,
          0x1FD5863C3EB0469Eu},
         5,
         false,
         424410663027747676},
        {{0x87C4733175180D11u, 0xD9201B01F8913F30u, 0xB775E815CE46CB7Fu, 0x8AC73F589329F2CAu,
          0xDFF8FD714106FB4u, 0xF724ECC6756CF1Eu, 0x225FB2B4D3u},
         7,
         true,
         -2137843758741391727},
        {{0x0u, 0xA82E8F1000000000u, 0x8E211A7CAAB24308u, 0x84C4CE0BF38ACE40u, 0xAD2594C37CEB0B27u,
          0x1249u},
         6,
         false,
         910685213754167845},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_true(hash_limbs(cases[i].limbs, cases[i].n, cases[i].negative) == cases[i].hash);
        uint64_t m = cases[i].limbs[0];
        if (cases[i].n == 1 && m >> 63 == 0) {
            assert_true(hash_i64(cases[i].negative ? -(int64_t)m : (int64_t)m) == cases[i].hash);
        }
    }
    assert_true(hash_limbs(NULL, 0, false) == 0);
    assert_true(hash_i64(INT64_MIN) == -4);
    assert_true(hash_i64(INT64_MAX) == 3);
}

static int64_t tuple_of_range(int64_t from, int64_t to) {
    uint64_t acc = HASH_TUPLE_INIT;
    for (int64_t i = from; i < to; i++) { acc = hash_tuple_add(acc, hash_i64(i)); }
    return hash_tuple_finish(acc, (size_t)(to - from));
}

static void test_tuple(void **state) {
    (void)state;
    assert_true(tuple_of_range(0, 0) == 5740354900026072187);
    assert_true(tuple_of_range(1, 2) == -6644214454873602895);
    assert_true(tuple_of_range(1, 3) == -3550055125485641917);
    assert_true(tuple_of_range(1, 4) == 529344067295497451);
    assert_true(tuple_of_range(-1, 0) == 8078679518589016365);
    assert_true(tuple_of_range(0, 50) == 1404085563375576169);
}

// The values are part of the snapshot format: a change breaks every stored snapshot.
static void test_bytes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint64_t hash;
    } cases[] = {
        {"", 0x0000000000000000ull},
        {"a", 0xD522E50228E422A0ull},
        {"b", 0x60B3706A06808BF6ull},
        {"ab", 0x526C0B2180017BD3ull},
        {"abc", 0x09F4D436213E52EDull},
        {"self", 0x8006D076BC3A00F0ull},
        {"name", 0x600ECFAD55E8EC9Cull},
        {"__init__", 0xF5729CEAEDFEF446ull},
        {"abcdefgh", 0x81E6F25E9990C06Eull},
        {"abcdefghi", 0x9C63D9316828EE36ull},
        {"0123456789abcdef", 0x33CFB30D290E0096ull},
        {"0123456789abcdefg", 0x8ECD70095E88B124ull},
        {"the quick brown fox jumps over the lazy dog", 0x8D3C535FF5A5061Eull},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint64_t h = (uint64_t)hash_bytes(cases[i].text, strlen(cases[i].text));
        if (h != cases[i].hash) {
            fail_msg("%s: 0x%016llXull", cases[i].text, (unsigned long long)h);
        }
    }
}

// Every byte matters at every length, and prefixes of one string all differ.
static void test_bytes_spread(void **state) {
    (void)state;
    uint8_t buf[200] = {0};
    int64_t prefix[200];
    for (size_t len = 0; len < 200; len++) {
        prefix[len] = hash_bytes(buf, len);
        assert_true(prefix[len] != -1);
        for (size_t i = 0; i < len; i++) {
            assert_true(prefix[i] != prefix[len]);
            buf[i] = 1;
            assert_true(hash_bytes(buf, len) != prefix[len]);
            buf[i] = 0;
        }
    }
}

static void test_wide(void **state) {
    (void)state;
    static const uint64_t words[] = {0,
                                     1,
                                     2,
                                     0x7FFFFFFF,
                                     0xFFFFFFFF,
                                     0x100000000ull,
                                     0x8000000000000000ull,
                                     0x8000000000000001ull,
                                     0xFFFFFFFF00000000ull,
                                     0xFFFFFFFEFFFFFFFFull,
                                     0xFFFFFFFFFFFFFFFEull,
                                     0xFFFFFFFFFFFFFFFFull,
                                     0xDEADBEEF12345678ull,
                                     0x9E3779B97F4A7C15ull};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        for (size_t k = 0; k < COUNT_OF(words); k++) {
            // (q * d + r) / d gives q and r back for r < d.
            uint64_t d = words[i] | 1ull << 63, q = words[k], v = wide_reciprocal(d);
            for (size_t m = 0; m < COUNT_OF(words); m++) {
                uint64_t r = words[m] % d, hi, rem;
                uint64_t lo = wide_mul_add2(q, d, r, 0, &hi);
                assert_true(wide_div(hi, lo, d, v, &rem) == q);
                assert_true(rem == r);
            }
        }
    }
    uint64_t carry = 1;
    assert_true(wide_add(UINT64_MAX, UINT64_MAX, &carry) == UINT64_MAX && carry == 1);
    assert_true(wide_sub(0, UINT64_MAX, &carry) == 0 && carry == 1);
    assert_true(wide_sub(5, 4, &carry) == 0 && carry == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_double),       cmocka_unit_test(test_limbs),
        cmocka_unit_test(test_tuple),        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_bytes_spread), cmocka_unit_test(test_wide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
