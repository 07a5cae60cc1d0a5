// Tests of base/bigint.h. Large cases are checked by identities over operands of every shape (runs
// of ones and zeros, powers of two, pseudo-random), small ones against results of CPython 3.14.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/bigint.h"

// A number with memory of its own; every allocation is exactly what the contract asks for, so that
// the sanitizer sees a limb too many.
typedef struct Num {
    Limb *limbs;
    uint32_t n;
} Num;

static uint64_t seed = 12345;

static uint64_t next_random(void) { // xorshift64* (S. Vigna, 2016)
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return seed * 2685821657736338717ull;
}

static Num num_new(uint32_t cap) { return (Num){malloc(cap ? cap * sizeof(Limb) : 1), 0}; }

static Num num_random(uint32_t n) {
    Num x = num_new(n);
    uint32_t shape = (uint32_t)(next_random() % 4);
    for (uint32_t i = 0; i < n; i++) {
        uint64_t r = next_random();
        x.limbs[i] = shape == 0   ? r
                     : shape == 1 ? ~(Limb)0
                     : shape == 2 ? (r & 1 ? ~(Limb)0 : 0)
                                  : (r % 3 == 0 ? r : 0);
    }
    x.n = big_norm(x.limbs, n);
    return x;
}

static Num num_text(const char *text, uint32_t base) {
    size_t len = strlen(text);
    Num x = num_new(big_from_text_cap(len, base)), tmp = num_new(big_from_text_tmp(len, base));
    x.n = big_from_text(x.limbs, text, len, base, tmp.limbs, NULL);
    free(tmp.limbs);
    return x;
}

static Num num_mul(Num a, Num b) {
    Num r = num_new(a.n + b.n), tmp = num_new(big_mul_tmp(a.n, b.n));
    r.n = big_mul(r.limbs, a.limbs, a.n, b.limbs, b.n, tmp.limbs, NULL);
    free(tmp.limbs);
    return r;
}

static Num num_add(Num a, Num b) {
    Num r = num_new((a.n > b.n ? a.n : b.n) + 1);
    r.n = big_add(r.limbs, a.limbs, a.n, b.limbs, b.n);
    return r;
}

static Num num_divmod(Num a, Num b, Num *rem) {
    Num q = num_new(a.n >= b.n ? a.n - b.n + 1 : 0), tmp = num_new(big_divmod_tmp(a.n, b.n));
    *rem = num_new(b.n);
    q.n = big_divmod(q.limbs, rem->limbs, &rem->n, a.limbs, a.n, b.limbs, b.n, tmp.limbs, NULL);
    free(tmp.limbs);
    return q;
}

static bool num_equal(Num a, Num b) { return big_cmp(a.limbs, a.n, b.limbs, b.n) == 0; }

static void num_free(Num a) { free(a.limbs); }

static void assert_text(Num a, const char *text, uint32_t base) {
    size_t size = big_to_text_size(a.limbs, a.n, base);
    Num tmp = num_new(big_to_text_tmp(a.n, base));
    char *out = malloc(size);
    size_t len = big_to_text(out, a.limbs, a.n, base, tmp.limbs, NULL);
    assert_true(len <= size && size - len <= 1);
    assert_int_equal(len, strlen(text));
    assert_memory_equal(out, text, len);
    free(out);
    num_free(tmp);
}

static void test_products(void **state) {
    (void)state;
    static const uint32_t sizes[] = {1, 2, 3, 27, 28, 29, 47, 48, 49, 60, 97, 130, 300};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        for (size_t k = 0; k < COUNT_OF(sizes); k++) {
            // (a + b)(a - b) = a^2 - b^2, with a >= b.
            Num a = num_random(sizes[i]), b = num_random(sizes[k]);
            if (big_cmp(a.limbs, a.n, b.limbs, b.n) < 0) {
                Num c = a;
                a = b;
                b = c;
            }
            Num sum = num_add(a, b), diff = num_new(a.n), aa = num_mul(a, a), bb = num_mul(b, b);
            diff.n = big_sub(diff.limbs, a.limbs, a.n, b.limbs, b.n);
            Num left = num_mul(sum, diff), right = num_add(left, bb);
            assert_true(num_equal(right, aa));
            num_free(a), num_free(b), num_free(sum), num_free(diff), num_free(aa), num_free(bb);
            num_free(left), num_free(right);
        }
    }
}

static void test_quotients(void **state) {
    (void)state;
    static const uint32_t sizes[] = {1, 2, 3, 10, 43, 44, 45, 88, 91, 150, 400};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        for (size_t k = 0; k < COUNT_OF(sizes); k++) {
            for (uint32_t round = 0; round < 4; round++) {
                Num q = num_random(sizes[i]), b = num_random(sizes[k]), one = num_text("1", 10);
                if (b.n == 0) { b.n = big_add_limb(b.limbs, b.limbs, 0, 7); }
                // The greatest remainder, or none.
                Num r = num_new(b.n), rem;
                r.n = round & 1 ? big_sub(r.limbs, b.limbs, b.n, one.limbs, 1) : 0;
                Num product = num_mul(q, b), a = num_add(product, r);
                Num again = num_divmod(a, b, &rem);
                assert_true(num_equal(again, q));
                assert_true(num_equal(rem, r));
                num_free(q), num_free(b), num_free(one), num_free(r), num_free(rem);
                num_free(product), num_free(a), num_free(again);
            }
        }
    }
}

static void test_text(void **state) {
    (void)state;
    static const struct {
        const char *decimal, *other;
        uint32_t base;
    } cases[] = {
        {"0", "0", 2},
        {"1", "1", 36},
        {"18446744073709551615", "ffffffffffffffff", 16},
        {"18446744073709551616", "10000000000000000", 16},
        {"340282366920938463463374607431768211456", "f5lxx1zz5pnorynqglhzmsp34", 36},
        {"1267650600228229401496703205376", "2000000000000000000000000000000000", 8},
        {"1000000000000000000000000000000000000000000000000000000000", "", 0},
        {"9999999999999999999999999999999999999999999999999999999999", "", 0},
        {"8778642137127571109222337254118207427", "40065461605432560234164305026144341106264655",
         7},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Num a = num_text(cases[i].decimal, 10);
        assert_text(a, cases[i].decimal, 10);
        if (cases[i].base) {
            Num b = num_text(cases[i].other, cases[i].base);
            assert_text(a, cases[i].other, cases[i].base);
            assert_true(num_equal(a, b));
            num_free(b);
        }
        num_free(a);
    }
    Num a = num_text("000_1_2345678901234567890123_4567890", 10), b = num_text("FF_ff", 16);
    assert_text(a, "123456789012345678901234567890", 10);
    assert_text(b, "65535", 10);
    num_free(a), num_free(b);
}

// Long numbers there and back, across the thresholds of both directions.
static void test_long_text(void **state) {
    (void)state;
    static const uint32_t sizes[] = {23, 24, 25, 26, 60, 127, 128, 129, 130, 200, 391, 700};
    static const uint32_t bases[] = {10, 2, 3, 7, 16, 31, 32, 36};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        for (size_t k = 0; k < COUNT_OF(bases); k++) {
            Num a = num_random(sizes[i]);
            size_t size = big_to_text_size(a.limbs, a.n, bases[k]);
            char *text = malloc(size + 1);
            Num tmp = num_new(big_to_text_tmp(a.n, bases[k]));
            text[big_to_text(text, a.limbs, a.n, bases[k], tmp.limbs, NULL)] = 0;
            Num b = num_text(text, bases[k]);
            assert_true(num_equal(a, b));
            free(text);
            num_free(a), num_free(b), num_free(tmp);
        }
    }
}

static void test_bits(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        bool a_neg, b_neg;
        const char *results[3]; // and, or, xor; hexadecimal, '-' in front
    } cases[] = {
        {"c", "a", false, false, {"8", "e", "6"}},
        {"c", "a", true, false, {"0", "-2", "-2"}},
        {"c", "a", true, true, {"-c", "-a", "2"}},
        {"10000000000000000", "1", true, true, {"-10000000000000000", "-1", "ffffffffffffffff"}},
        {"8000000000000000",
         "8000000000000001",
         true,
         true,
         {"-10000000000000000", "-1", "ffffffffffffffff"}},
        {"0",
         "ffffffffffffffffffff",
         false,
         true,
         {"0", "-ffffffffffffffffffff", "-ffffffffffffffffffff"}},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Num a = num_text(cases[i].a, 16), b = num_text(cases[i].b, 16);
        for (int op = 0; op < 3; op++) {
            Num r = num_new((a.n > b.n ? a.n : b.n) + 1);
            bool neg;
            const char *want = cases[i].results[op];
            r.n = big_bitop((BigBitOp)op, r.limbs, a.limbs, a.n, cases[i].a_neg, b.limbs, b.n,
                            cases[i].b_neg, &neg);
            assert_int_equal(neg, want[0] == '-');
            assert_text(r, want + neg, 16);
            num_free(r);
        }
        num_free(a), num_free(b);
    }
}

static void test_shifts(void **state) {
    (void)state;
    for (uint32_t bits = 0; bits < 200; bits++) {
        Num a = num_random(5);
        Num left = num_new(a.n + bits / 64 + 1), back = num_new(left.n + a.n + bits / 64 + 1);
        bool lost;
        left.n = big_shl(left.limbs, a.limbs, a.n, bits);
        if (a.n) {
            assert_true(big_bit_length(left.limbs, left.n) == big_bit_length(a.limbs, a.n) + bits);
        }
        back.n = big_shr(back.limbs, left.limbs, left.n, bits, &lost);
        assert_true(num_equal(a, back));
        assert_false(lost);
        num_free(a), num_free(left), num_free(back);
    }
    Num a = num_text("10000000000000000000000001", 16);
    bool lost;
    a.n = big_shr(a.limbs, a.limbs, a.n, 100, &lost);
    assert_text(a, "1", 16);
    assert_true(lost);
    a.n = big_shr(a.limbs, a.limbs, a.n, 1, &lost);
    assert_true(a.n == 0 && lost);
    num_free(a);
}

static void test_bytes(void **state) {
    (void)state;
    static const struct {
        uint8_t bytes[9];
        size_t len;
        bool big_endian, is_signed;
        const char *text;
    } cases[] = {
        {{0x01, 0x02}, 2, true, false, "102"},
        {{0x01, 0x02}, 2, false, false, "201"},
        {{0xFF}, 1, true, true, "-1"},
        {{0x80}, 1, true, true, "-80"},
        {{0x7F}, 1, true, true, "7f"},
        {{0x80, 0, 0, 0, 0, 0, 0, 0}, 8, true, true, "-8000000000000000"},
        {{0xFF, 0, 0, 0, 0, 0, 0, 0, 0}, 9, true, true, "-10000000000000000"},
        {{0}, 0, true, true, "0"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Num a = num_new((uint32_t)cases[i].len / 8 + 1);
        bool neg, want_neg = cases[i].text[0] == '-';
        uint8_t back[9];
        a.n = big_from_bytes(a.limbs, cases[i].bytes, cases[i].len, cases[i].big_endian,
                             cases[i].is_signed, &neg);
        assert_int_equal(neg, want_neg);
        assert_text(a, cases[i].text + want_neg, 16);
        assert_true(big_to_bytes(back, cases[i].len, cases[i].big_endian, cases[i].is_signed,
                                 a.limbs, a.n, neg));
        assert_memory_equal(back, cases[i].bytes, cases[i].len);
        if (cases[i].len > 0 && cases[i].len != 2 && !(neg && cases[i].bytes[0] == 0xFF)) {
            assert_false(
                big_to_bytes(back, cases[i].len - 1, true, cases[i].is_signed, a.limbs, a.n, neg));
        }
        num_free(a);
    }
}

static void test_powmod(void **state) {
    (void)state;
    static const char *const cases[][4] = {
        {"3", "1000", "1000000007", "56888193"},
        {"2", "0", "1", "0"},
        {"2", "0", "5", "1"},
        {"0", "5", "7", "0"},
        {"123456789012345678901234567891", "98765432109876543210", "100000000000000000000000000000",
         "53159918205324713132192491401"},
        {"7", "340282366920938463463374607431768211455", "170141183460469231731687303715884105727",
         "343"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Num base = num_text(cases[i][0], 10), exp = num_text(cases[i][1], 10);
        Num mod = num_text(cases[i][2], 10), r;
        uint32_t size = big_powmod_size(base.n, exp.n, mod.n);
        Limb *mem = malloc(size * sizeof(Limb));
        BigPowMod p;
        uint64_t work = 0;
        big_powmod_init(&p, mem, base.limbs, base.n, exp.limbs, exp.n, mod.limbs, mod.n, NULL);
        // One multiplication per slice, and the memory moves between them.
        while (!big_powmod_step(&p, mem, work, &work, NULL)) {
            Limb *moved = malloc(size * sizeof(Limb));
            memcpy(moved, mem, size * sizeof(Limb));
            free(mem);
            mem = moved;
        }
        const Limb *limbs = big_powmod_result(&p, mem, &r.n);
        r.limbs = malloc((r.n + 1) * sizeof(Limb));
        memcpy(r.limbs, limbs, r.n * sizeof(Limb));
        assert_text(r, cases[i][3], 10);
        num_free(base), num_free(exp), num_free(mod), num_free(r);
        free(mem);
    }
}

static void test_gcd_and_root(void **state) {
    (void)state;
    for (uint32_t size = 0; size < 120; size += 7) {
        // gcd(g (k + 1), g k) = g, and isqrt(x^2 + r) = x for 0 <= r <= 2x.
        Num g = num_random(size / 2 + 1), k = num_random(size), one = num_text("1", 10);
        Num k1 = num_add(k, one), a = num_mul(g, k1), b = num_mul(g, k);
        Num r = num_new(a.n > b.n ? a.n : b.n), tmp = num_new(big_gcd_tmp(a.n, b.n));
        r.n = big_gcd(r.limbs, a.limbs, a.n, b.limbs, b.n, tmp.limbs, NULL);
        assert_true(num_equal(r, g));
        Num square = num_mul(k, k), twice = num_add(k, k), most = num_add(square, twice);
        for (int i = 0; i < 2; i++) {
            Num x = i ? most : square;
            Num root = num_new((x.n + 1) / 2), tmp2 = num_new(big_isqrt_tmp(x.n));
            root.n = big_isqrt(root.limbs, x.limbs, x.n, tmp2.limbs, NULL);
            assert_true(num_equal(root, k));
            num_free(root), num_free(tmp2);
        }
        num_free(g), num_free(k), num_free(one), num_free(k1), num_free(a), num_free(b);
        num_free(r), num_free(tmp), num_free(square), num_free(twice), num_free(most);
    }
}

static void test_doubles(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double d;
    } cases[] = {
        {"0", 0.0},
        {"9007199254740993", 9007199254740992.0},
        {"9007199254740995", 9007199254740996.0},
        {"36893488147419107329", 36893488147419111424.0},
        {"36893488147419107328", 36893488147419103232.0},
        {"100000000000000000000000000000000000000000000000000", 1e50},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Num a = num_text(cases[i].text, 10);
        assert_true(big_to_double(a.limbs, a.n) == cases[i].d);
        num_free(a);
    }
    Limb limbs[17];
    double max = bits_double(0x7FEFFFFFFFFFFFFFu), inf = bits_double(0x7FF0000000000000u);
    uint32_t n = big_from_double(limbs, max);
    uint64_t exp;
    assert_int_equal(n, BIG_DOUBLE_LIMBS);
    assert_true(big_to_double(limbs, n) == max);
    assert_true(big_cmp_double(limbs, n, max) == 0 && big_cmp_double(limbs, n, inf) == -1);
    assert_true(big_frexp(limbs, n, &exp) == 1 - 0x1p-53 && exp == 1024);
    limbs[15] |= (1ull << 11) - 1;
    assert_true(big_to_double(limbs, n) == inf);
    assert_true(big_frexp(limbs, n, &exp) == 0.5 && exp == 1025);
    assert_int_equal(big_from_double(limbs, 0.99), 0);
    assert_int_equal(big_from_double(limbs, 2.75), 1);
    assert_true(limbs[0] == 2);
    assert_int_equal(big_cmp_double(limbs, 1, 2.5), -1);
    assert_int_equal(big_cmp_double(limbs, 1, 1.5), 1);
}

static void test_true_div(void **state) {
    (void)state;
    // a * 2^shift_a / (b * 2^shift_b)
    static const struct {
        const char *a, *b;
        uint32_t shift_a, shift_b;
        double d;
    } cases[] = {
        {"1", "3", 0, 0, 1.0 / 3.0},
        {"1", "1", 0, 1074, 0x1p-1074},
        {"1", "1", 0, 1075, 0.0},
        {"3", "1", 0, 1076, 0x1p-1074},
        {"1", "1", 1023, 0, 0x1p1023},
        {"18014398509481983", "1", 0, 0, 18014398509481984.0},
        {"123456789012345678901234567890", "98765432109876543210", 0, 0, 1249999988.609375},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Num a = num_text(cases[i].a, 10), b = num_text(cases[i].b, 10);
        Num x = num_new(a.n + cases[i].shift_a / 64 + 1),
            y = num_new(b.n + cases[i].shift_b / 64 + 1);
        x.n = big_shl(x.limbs, a.limbs, a.n, cases[i].shift_a);
        y.n = big_shl(y.limbs, b.limbs, b.n, cases[i].shift_b);
        Num tmp = num_new(big_true_div_tmp(x.n, y.n));
        assert_true(big_true_div(x.limbs, x.n, y.limbs, y.n, tmp.limbs) == cases[i].d);
        num_free(a), num_free(b), num_free(x), num_free(y), num_free(tmp);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_products),     cmocka_unit_test(test_quotients),
        cmocka_unit_test(test_text),         cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_bits),         cmocka_unit_test(test_shifts),
        cmocka_unit_test(test_bytes),        cmocka_unit_test(test_powmod),
        cmocka_unit_test(test_gcd_and_root), cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_true_div),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
