// Tests of base/fmath.h. Results were recorded from CPython 3.14.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/fmath.h"

static bool same(double a, double b) {
    return double_bits(a) == double_bits(b) || (a != a && b != b);
}

typedef struct Case {
    double x;
    uint64_t bits;
} Case;

static void test_gamma(void **state) {
    (void)state;
    static const Case cases[] = {
        {0.5, 0x3FFC5BF891B4EF6Au},
        {1.0, 0x3FF0000000000000u},
        {5.0, 0x4038000000000000u},
        {23.0, 0x444E77526159F06Cu},
        {24.0, 0x4495E5C335F8A4CCu},
        {23.5, 0x44722A3089777C42u},
        {-0.5, 0xC00C5BF891B4EF6Bu},
        {-2.5, 0xBFEE3FF812E32181u},
        {-170.5, 0x8017D2374DFCDA79u},
        {171.5, 0x7FE0E1863DCAD78Au},
        {0x1.2e3b40a0e9b4fp-70, 0x444B1AE4D6E2EF51u},
        {100.25, 0x606B7D035F47BC47u},
        {150.75, 0x7660949043505813u},
        {-199.5, 0x0000000000000000u},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_true(double_bits(fmath_gamma(cases[i].x)) == cases[i].bits);
    }
    double inf = fmath_inf();
    assert_true(same(fmath_gamma(inf), inf) && same(fmath_gamma(172.0), inf));
    assert_true(same(fmath_gamma(0.0), inf) && same(fmath_gamma(-0.0), -inf));
    assert_true(fmath_is_nan(fmath_gamma(-1.0)) && fmath_is_nan(fmath_gamma(-inf)));
    assert_true(same(fmath_gamma(-200.5), -0.0) && same(fmath_gamma(-201.5), 0.0));
}

static void test_lgamma(void **state) {
    (void)state;
    static const Case cases[] = {
        {0.5, 0x3FE250D048E7A1C0u},
        {1.0, 0x0000000000000000u},
        {2.0, 0x0000000000000000u},
        {3.0, 0x3FE62E42FEFA39ECu},
        {10.5, 0x402BE199A0F64394u},
        {-0.5, 0x3FF43F89A3F0EDD4u},
        {-2.5, 0xBFACCBF9F5ED0F60u},
        {10000000000.0, 0x4249A43710F467C1u},
        {0x1.2e3b40a0e9b4fp-70, 0x40482D59465DFFACu},
        {0x1.23a516e82d9bap+1013, 0x7FD8F7797FBE814Fu},
        {-100.3, 0xC076BC42616A0967u},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_true(double_bits(fmath_lgamma(cases[i].x)) == cases[i].bits);
    }
    assert_true(same(fmath_lgamma(-3.0), fmath_inf()) && same(fmath_lgamma(0.0), fmath_inf()));
    assert_true(same(fmath_lgamma(-fmath_inf()), fmath_inf()));
}

static void test_parts(void **state) {
    (void)state;
    const double inf = fmath_inf(), least = 0x1p-1074, max = 0x1.fffffffffffffp1023;
    int32_t e;
    double whole;
    assert_true(fmath_frexp(8.0, &e) == 0.5 && e == 4);
    assert_true(fmath_frexp(-least, &e) == -0.5 && e == -1073);
    assert_true(same(fmath_frexp(-0.0, &e), -0.0) && e == 0);
    assert_true(same(fmath_frexp(inf, &e), inf) && e == 0);
    assert_true(fmath_ldexp(0.5, 1024) == 0x1p1023 && same(fmath_ldexp(0.5, 1025), inf));
    assert_true(fmath_ldexp(1.5, -1074) == 2 * least && fmath_ldexp(2.5, -1074) == 2 * least);
    assert_true(fmath_ldexp(1.5, -1075) == least && same(fmath_ldexp(-1.0, -1075), -0.0));
    assert_true(fmath_ldexp(least, 2097) == 0x1p1023 && same(fmath_ldexp(1.0, INT64_MIN), 0.0));
    assert_true(fmath_ldexp(0x1.fffffffffffffp0, -1023) == 0x1p-1022);
    assert_true(fmath_modf(-2.5, &whole) == -0.5 && whole == -2.0);
    assert_true(same(fmath_modf(-inf, &whole), -0.0) && same(whole, -inf));
    assert_true(same(fmath_modf(-3.0, &whole), -0.0));
    assert_true(fmath_nextafter(0.0, -1.0) == -least && same(fmath_nextafter(-least, 0.0), -0.0));
    assert_true(same(fmath_nextafter(max, inf), inf) && fmath_nextafter(inf, 0.0) == max);
    assert_true(fmath_nextafter(1.0, 2.0) == 1 + 0x1p-52 &&
                fmath_nextafter(-1.0, 0) == -1 + 0x1p-53);
    assert_true(same(fmath_nextafter(0.0, -0.0), -0.0));
    assert_true(fmath_ulp(1.0) == 0x1p-52 && fmath_ulp(0.0) == least && fmath_ulp(max) == 0x1p971);
    assert_true(same(fmath_ulp(-inf), inf));
    assert_true(fmath_rint(2.5) == 2.0 && fmath_rint(-3.5) == -4.0 && fmath_rint(0x1p60) == 0x1p60);
    assert_true(same(fmath_rint(-0.5), -0.0) && fmath_rint(0.5000000000000001) == 1.0);
    assert_true(fmath_rint(4503599627370495.5) == 4503599627370496.0 && same(fmath_rint(inf), inf));
    assert_true(fmath_remainder(5.0, 2.0) == 1.0 && fmath_remainder(7.0, 2.0) == -1.0);
    assert_true(same(fmath_log1p(-0.0), -0.0));
}

static void test_norm(void **state) {
    (void)state;
    static const double v[] = {3.0, 4.0}, tiny[] = {0x1p-1074, 0x1p-1074},
                        tenths[] = {0.1, 0.2, 0.3};
    assert_true(fmath_norm(v, 2, 4.0, false) == 5.0);
    assert_true(fmath_norm(v, 1, 3.0, false) == 3.0);
    assert_true(fmath_norm(v, 0, 0.0, false) == 0.0);
    assert_true(fmath_norm(tiny, 2, tiny[0], false) == 0x1p-1074);
    assert_true(double_bits(fmath_norm(tenths, 3, 0.3, false)) == 0x3FD7F254DAB9CC3Au);
    assert_true(fmath_is_nan(fmath_norm(v, 2, 4.0, true)));
    assert_true(same(fmath_norm(v, 2, fmath_inf(), true), fmath_inf()));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gamma),
        cmocka_unit_test(test_lgamma),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_norm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
