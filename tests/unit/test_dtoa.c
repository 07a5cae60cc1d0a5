// Tests of base/dtoa.h. All texts and bits were recorded from CPython 3.14.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/digits.h"
#include "base/dtoa.h"

static void test_repr(void **state) {
    (void)state;
    static const struct {
        uint64_t bits;
        const char *text;
    } cases[] = {
        {0x0000000000000000u, "0.0"},
        {0x8000000000000000u, "-0.0"},
        {0x3FF0000000000000u, "1.0"},
        {0xBFF8000000000000u, "-1.5"},
        {0x3FB999999999999Au, "0.1"},
        {0x3FC999999999999Au, "0.2"},
        {0x3FD3333333333334u, "0.30000000000000004"},
        {0x4059000000000000u, "100.0"},
        {0x430C6BF526340000u, "1000000000000000.0"},
        {0x4341C37937E08000u, "1e+16"},
        {0x437B69B4BA630F35u, "1.2345678901234568e+17"},
        {0x4341C37937E07FFFu, "9999999999999998.0"},
        {0x3F1A36E2EB1C432Du, "0.0001"},
        {0x3EE4F8B588E368F1u, "1e-05"},
        {0x3F202E4B6CE5DC68u, "0.00012345"},
        {0x4480F0CF064DD592u, "1e+22"},
        {0x44B52D02C7E14AF6u, "1e+23"},
        {0x0000000000000001u, "5e-324"},
        {0x0010000000000000u, "2.2250738585072014e-308"},
        {0x000FFFFFFFFFFFFFu, "2.225073858507201e-308"},
        {0x7FEFFFFFFFFFFFFFu, "1.7976931348623157e+308"},
        {0x4340000000000000u, "9007199254740992.0"},
        {0x3D30000000000000u, "5.684341886080802e-14"},
        {0x400921FB54442D18u, "3.141592653589793"},
        {0x3FD5555555555555u, "0.3333333333333333"},
        {0x7FF0000000000000u, "inf"},
        {0xFFF0000000000000u, "-inf"},
        {0x7FF8000000000000u, "nan"},
        {0x97B750923CEB3FFDu, "-1.996150245444706e-194"},
        {0x216363698B529B4Au, "7.581454333883296e-148"},
        {0xEA7B5BF55EB561A4u, "-8.57789382212775e+204"},
        {0x795B929E9A9A80FDu, "3.818526826307957e+276"},
        {0x94B2B8FDA02F34A6u, "-5.694946403451123e-209"},
        {0x9B08923D10C67FD9u, "-1.8948713508859093e-178"},
        {0xE8A8529F035EFA25u, "-1.4204294611674214e+196"},
        {0x781F9C58D6645FA9u, "4.1749440189827914e+270"},
        {0x8D0038EC42650644u, "-4.64031489464657e-246"},
        {0x311624273BFD1D33u, "3.132872124271458e-72"},
        {0xB7970386FEE29476u, "-6.604630556388117e-41"},
        {0x8A7D43B578633074u, "-3.80666497140512e-258"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char out[DTOA_REPR_SIZE];
        double d = bits_double(cases[i].bits), again;
        size_t len = strlen(cases[i].text);
        assert_int_equal(dtoa_repr(out, d), len);
        assert_string_equal(out, cases[i].text);
        assert_int_equal(dtoa_parse(out, len, DTOA_SIGNED | DTOA_SPECIAL, &again), len);
        assert_true(d != d || double_bits(again) == cases[i].bits);
    }
}

static const struct {
    uint64_t bits;
    char code;
    int32_t precision;
    unsigned flags;
    const char *text;
} format_cases[] = {
    {0x0000000000000000u, 'e', 3, 0, "0.000e+00"},
    {0x8000000000000000u, 'f', 0, 0, "-0"},
    {0x8000000000000000u, 'f', 0, 8, "0"},
    {0x3FE0000000000000u, 'f', 0, 0, "0"},
    {0x3FF8000000000000u, 'f', 0, 0, "2"},
    {0x4004000000000000u, 'f', 0, 0, "2"},
    {0x4004000000000000u, 'f', 0, 4, "2."},
    {0x3FC0000000000000u, 'f', 2, 0, "0.12"},
    {0x3FD8000000000000u, 'f', 2, 0, "0.38"},
    {0x54B249AD2594C37Du, 'f', 2, 0,
     "10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469"
     "985856815104.00"},
    {0x3DDB7CDFD9D7BDBBu, 'f', 5, 0, "0.00000"},
    {0xBDDB7CDFD9D7BDBBu, 'f', 5, 0, "-0.00000"},
    {0xBDDB7CDFD9D7BDBBu, 'f', 5, 8, "0.00000"},
    {0x4023FD70A3D70A3Du, 'f', 2, 0, "9.99"},
    {0x408F3FFF2E48E8A7u, 'e', 5, 0, "1.00000e+03"},
    {0x4023FFFFFCA501ADu, 'g', 3, 0, "10"},
    {0x40F86A0000000000u, 'g', 5, 0, "1e+05"},
    {0x40F86A0000000000u, 'g', 6, 0, "100000"},
    {0x3F1A36E2EB1C432Du, 'g', 3, 0, "0.0001"},
    {0x3EE4F8B588E368F1u, 'g', 3, 0, "1e-05"},
    {0x3FF0000000000000u, 'g', 6, 4, "1.00000"},
    {0x4202A05F20000000u, 'G', 3, 0, "1E+10"},
    {0x3FF8000000000000u, 'E', 0, 0, "2E+00"},
    {0x3FF8000000000000u, 'E', 0, 4, "2.E+00"},
    {0x7FF0000000000000u, 'F', 2, 1, "+INF"},
    {0xFFF0000000000000u, 'f', 2, 0, "-inf"},
    {0x7FF8000000000000u, 'e', 2, 1, "+nan"},
    {0x7FF8000000000000u, 'G', 2, 0, "NAN"},
    {0x0000000000000001u, 'e', 60, 0,
     "4.940656458412465441765687928682213723650598026143247644255857e-324"},
    {0x7FEFFFFFFFFFFFFFu, 'g', 40, 0, "1.797693134862315708145274237317043567981e+308"},
    {0x3FB999999999999Au, 'f', 60, 0,
     "0.100000000000000005551115123125782702118158340454101562500000"},
    {0x40FE240C9FBE76C9u, 'f', 3, 1, "+123456.789"},
    {0x4480F0CF064DD592u, 'f', 1, 0, "10000000000000000000000.0"},
    {0x3F50624DD2F1A9FCu, 'g', 0, 0, "0.001"},
    {0x0000000000000001u, 'f', 3, 0, "0.000"},
    {0x3F747AE147AE147Bu, 'f', 2, 0, "0.01"},
    {0x3FA999999999999Au, 'f', 1, 0, "0.1"},
    {0x3FD0000000000000u, 'f', 1, 0, "0.2"},
    {0x3FE8000000000000u, 'f', 1, 0, "0.8"},
    {0x40F86A0000000000u, 'g', 5, DTOA_DOT_0, "1e+05"},
    {0x40C81C8000000000u, 'g', 5, DTOA_DOT_0, "1.2345e+04"},
    {0x40FE240000000000u, 'g', 5, DTOA_DOT_0, "1.2346e+05"},
    {0x3FF0000000000000u, 'g', 5, DTOA_DOT_0, "1.0"},
    {0x3F1A36E2EB1C432Du, 'g', 3, DTOA_DOT_0, "0.0001"},
    {0x3FF0000000000000u, 'r', 0, DTOA_DOT_0 | DTOA_SIGN, "+1.0"},
    {0x4341C37937E08000u, 'r', 0, DTOA_DOT_0 | DTOA_SIGN, "+1e+16"},
    {0xC004000000000000u, 'r', 0, DTOA_DOT_0 | DTOA_SIGN, "-2.5"},
};

static void test_format(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(format_cases); i++) {
        double d = bits_double(format_cases[i].bits);
        size_t size = dtoa_format_size(d, format_cases[i].code, format_cases[i].precision);
        char *out = malloc(size);
        size_t len = dtoa_format(out, d, format_cases[i].code, format_cases[i].precision,
                                 format_cases[i].flags);
        assert_true(len <= size);
        assert_int_equal(len, strlen(format_cases[i].text));
        assert_memory_equal(out, format_cases[i].text, len);
        free(out);
    }
}

static void test_parse(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint64_t bits;
    } cases[] = {
        {"0", 0x0000000000000000u},
        {"-0.0", 0x8000000000000000u},
        {"1", 0x3FF0000000000000u},
        {"3.14159", 0x400921F9F01B866Eu},
        {"1e5", 0x40F86A0000000000u},
        {"1E-5", 0x3EE4F8B588E368F1u},
        {".5", 0x3FE0000000000000u},
        {"5.", 0x4014000000000000u},
        {"1e22", 0x4480F0CF064DD592u},
        {"1e23", 0x44B52D02C7E14AF6u},
        {"9007199254740993", 0x4340000000000000u},
        {"9007199254740992.999999999999999999", 0x4340000000000000u},
        {"9007199254740993.0000000000000000000000001", 0x4340000000000001u},
        {"2.4703282292062327e-324", 0x0000000000000000u},
        {"2.4703282292062328e-324", 0x0000000000000001u},
        {"4.9e-324", 0x0000000000000001u},
        {"2.2250738585072011e-308", 0x000FFFFFFFFFFFFFu},
        {"1.7976931348623158e308", 0x7FEFFFFFFFFFFFFFu},
        {"1.7976931348623159e308", 0x7FF0000000000000u},
        {"1e400", 0x7FF0000000000000u},
        {"1e-400", 0x0000000000000000u},
        {"0e99999999999999999999", 0x0000000000000000u},
        {"1e99999999999999999999", 0x7FF0000000000000u},
        {"1e-99999999999999999999", 0x0000000000000000u},
        {"123456789012345678901234567890", 0x45F8EE90FF6C373Eu},
        {"1_000.5_0e1_0", 0x42A232F0F1240000u},
        {"0.1e1", 0x3FF0000000000000u},
        {"1.00000000000000011102230246251565404236316680908203125", 0x3FF0000000000000u},
        {"1.00000000000000011102230246251565404236316680908203124", 0x3FF0000000000000u},
        {"1.00000000000000011102230246251565404236316680908203126", 0x3FF0000000000001u},
        {"7.2057594037927933e16", 0x4370000000000000u},
        {"inf", 0x7FF0000000000000u},
        {"-Infinity", 0xFFF0000000000000u},
        {"+NaN", 0x7FF8000000000000u},
        {"0.000000000000000000000000000000000000000000000000000000000000000000001e70",
         0x4024000000000000u},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double d;
        size_t len = strlen(cases[i].text);
        unsigned flags = DTOA_UNDERSCORES | DTOA_SIGNED | DTOA_SPECIAL;
        assert_int_equal(dtoa_parse(cases[i].text, len, flags, &d), len);
        if (d == d && double_bits(d) != cases[i].bits) { fail_msg("%s", cases[i].text); }
    }
}

// How far a number reaches.
static void test_prefix(void **state) {
    (void)state;
    static const struct {
        const char *text;
        unsigned flags;
        size_t used;
    } cases[] = {
        {"", 0, 0},      {".", 0, 0},    {"e5", 0, 0},      {"-1", 0, 0},        {"-1", 2, 2},
        {"+", 2, 0},     {"1e", 0, 1},   {"1e+", 0, 1},     {"1.e5x", 0, 4},     {"1..2", 0, 2},
        {"1_0", 0, 1},   {"1_0", 1, 3},  {"1__0", 1, 1},    {"_1", 1, 0},        {"1_", 1, 1},
        {"1_.5", 1, 1},  {"1._5", 1, 2}, {"1.5_", 1, 3},    {"1e_5", 1, 1},      {"1e5_", 1, 3},
        {"1e5_0", 1, 5}, {"inf", 0, 0},  {"infinit", 4, 3}, {"INFINITYx", 4, 8}, {"nano", 4, 3},
        {"in", 4, 0},    {"0x10", 0, 1}, {"12 ", 0, 2},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double d;
        size_t used = dtoa_parse(cases[i].text, strlen(cases[i].text), cases[i].flags, &d);
        if (used != cases[i].used) { fail_msg("'%s': %u", cases[i].text, (unsigned)used); }
    }
}

static void test_round(void **state) {
    (void)state;
    static const struct {
        uint64_t bits;
        int32_t places;
        uint64_t want;
    } cases[] = {
        {0x4005666666666666u, 2, 0x40055C28F5C28F5Cu},
        {0x3FE0000000000000u, 0, 0x0000000000000000u},
        {0x3FF8000000000000u, 0, 0x4000000000000000u},
        {0x4004000000000000u, 0, 0x4000000000000000u},
        {0xBFE0000000000000u, 0, 0x8000000000000000u},
        {0x40934A456D5CFAADu, -2, 0x4092C00000000000u},
        {0x4093880000000000u, -2, 0x4092C00000000000u},
        {0x4095180000000000u, -2, 0x4095E00000000000u},
        {0x4331C37937E08000u, -16, 0x0000000000000000u},
        {0x7E37E43C8800759Cu, -300, 0x7E37E43C8800759Cu},
        {0x7FE5F98E6BDA7FBCu, -307, 0x7FE55C576D815726u},
        {0x0000000000000001u, 323, 0x0000000000000000u},
        {0x0000000000000001u, 324, 0x0000000000000001u},
        {0x7FE1CCF385EBC8A0u, -309, 0x0000000000000000u},
        {0xC008000000000000u, -400, 0x8000000000000000u},
        {0x3FD23D70A3D70A3Du, 2, 0x3FD1EB851EB851ECu},
        {0x3FF0147AE147AE14u, 2, 0x3FF0000000000000u},
        {0x40FE240C9FBE76C9u, 1, 0x40FE240CCCCCCCCDu},
        {0x40140F5C28F5C28Fu, 2, 0x40140A3D70A3D70Au},
        {0x4021000000000000u, 0, 0x4020000000000000u},
        {0x4480F0CF064DD592u, -21, 0x4480F0CF064DD592u},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double d = dtoa_round(bits_double(cases[i].bits), cases[i].places);
        if (double_bits(d) != cases[i].want) { fail_msg("case %u", (unsigned)i); }
    }
    assert_true(dtoa_round(bits_double(0x7FEFFFFFFFFFFFFFu), -308) ==
                bits_double(0x7FF0000000000000u));
}

// Every digit of the smallest double, and of the one with the most.
static void test_all_digits(void **state) {
    (void)state;
    char out[DTOA_EXACT_MAX];
    int32_t point;
    assert_int_equal(dtoa_digits(bits_double(1), 2000, out, &point), 751);
    assert_int_equal(point, -323);
    assert_memory_equal(out, "4940656458412465441765687928682213723650598", 43);
    assert_int_equal(dtoa_digits(bits_double(0x001FFFFFFFFFFFFFu), 2000, out, &point), 767);
    assert_true(dtoa_from_digits(out, 767, point) == bits_double(0x001FFFFFFFFFFFFFu));
    assert_int_equal(dtoa_places(bits_double(1), 1074, out, &point), 751);
    assert_int_equal(dtoa_places(bits_double(0x7FEFFFFFFFFFFFFFu), 5, out, &point), 309);
    assert_int_equal(dtoa_places(1e308, -309, out, &point), 1);
    assert_true(out[0] == '0' && point == 1);
    assert_int_equal(dtoa_shortest(0.0, out, &point), 1);
    assert_true(out[0] == '0' && point == 1);
}

static void test_digit_words(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 100000000; i += 7919) {
        char out[8];
        uint32_t v = i;
        digits_write8(out, i);
        for (int k = 7; k >= 0; k--, v /= 10) { assert_int_equal(out[k], '0' + v % 10); }
        assert_true(digits_all8(digits_load8(out)));
        assert_int_equal(digits_value8(digits_load8(out)), i);
    }
    for (int c = 0; c < 256; c++) {
        char text[8] = {'0', '0', '0', '0', '0', '0', '0', '0'};
        text[c % 8] = (char)c;
        assert_int_equal(digits_all8(digits_load8(text)), c >= '0' && c <= '9');
    }
    uint64_t ten = 1;
    char out[20];
    for (uint32_t n = 1; n <= 19; n++, ten *= 10) {
        assert_int_equal(digits_count(ten), n);
        assert_int_equal(digits_count(n < 19 ? ten * 10 - 1 : ten), n);
        assert_int_equal(digits_write(out, ten), n);
        assert_true(out[0] == '1' && (n == 1 || out[n - 1] == '0'));
    }
    assert_int_equal(digits_count(0), 1);
    assert_int_equal(digits_write(out, UINT64_MAX), 20);
    assert_memory_equal(out, "18446744073709551615", 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repr),        cmocka_unit_test(test_format),
        cmocka_unit_test(test_parse),       cmocka_unit_test(test_prefix),
        cmocka_unit_test(test_round),       cmocka_unit_test(test_all_digits),
        cmocka_unit_test(test_digit_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
