// Tests of base/unicode.h. Counts, sums and hashes over all code points were recorded from CPython
// 3.14 (Unicode 16.0).
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/unicode.h"
#include "base/utf8.h"

static void test_flags(void **state) {
    (void)state;
    static const struct {
        uint32_t flag;
        uint32_t count;
        uint64_t sum;
    } cases[] = {
        {UNICODE_ALPHA, 141028, 15240929258},
        {UNICODE_DECIMAL, 760, 39891450},
        {UNICODE_DIGIT, 888, 43636784},
        {UNICODE_NUMERIC, 2002, 115015654},
        {UNICODE_SPACE, 29, 141704},
        {UNICODE_PRINTABLE, 154810, 16317358124},
        {UNICODE_LOWER, 2569, 117919901},
        {UNICODE_UPPER, 1978, 97237165},
        {UNICODE_TITLE, 31, 220514},
        {UNICODE_ID_START, 141247, 15252968837},
        {UNICODE_ID_CONTINUE, 144522, 15610123948},
        {UNICODE_LINE_BREAK, 10, 16731},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint32_t count = 0;
        uint64_t sum = 0;
        for (uint32_t cp = 0; cp <= UTF8_MAX_CP; cp++) {
            if (unicode_flags(cp) & cases[i].flag) {
                count++;
                sum += cp;
            }
        }
        assert_int_equal(count, cases[i].count);
        assert_true(sum == cases[i].sum);
    }
    assert_true(unicode_is_case_ignorable(0xAD) && !unicode_is_case_ignorable('a'));
    assert_true(unicode_is_cased('a') && unicode_is_cased(0x1C5) && !unicode_is_cased('1'));
    assert_false(unicode_is_printable(0x110000) || unicode_is_alpha(UINT32_MAX));
}

static uint32_t decompose(uint32_t cp, uint32_t *out) { return unicode_decompose(cp, false, out); }
static uint32_t decompose_compat(uint32_t cp, uint32_t *out) {
    return unicode_decompose(cp, true, out);
}

static void test_mappings(void **state) {
    (void)state;
    static const struct {
        uint32_t (*map)(uint32_t cp, uint32_t *out);
        uint64_t hash; // of all mappings that change something: h = h * 31 + code point
    } cases[] = {
        {unicode_lower_full, 0x124DD20FA9A89BAEu}, {unicode_upper_full, 0xA5E1B9427673C1A9u},
        {unicode_title_full, 0xE0C29F8D86B23486u}, {unicode_fold_full, 0xB602D89181EFFB5Eu},
        {decompose, 0xF7C8DADF01E5103Au},          {decompose_compat, 0xD5760519E55E9082u},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint64_t hash = 0;
        for (uint32_t cp = 0; cp <= UTF8_MAX_CP; cp++) {
            uint32_t out[UNICODE_MAX_DECOMPOSE], n = cases[i].map(cp, out);
            if (n == 1 && out[0] == cp) { continue; }
            for (uint32_t k = 0; k < n; k++) { hash = hash * 31 + out[k]; }
        }
        assert_true(hash == cases[i].hash);
    }
    assert_int_equal(unicode_lower('A'), 'a');
    assert_int_equal(unicode_upper(0xE9), 0xC9);
    assert_int_equal(unicode_title(0x1C4), 0x1C5);
    assert_int_equal(unicode_lower(0x130), 'i');
    assert_int_equal(unicode_lower(0x110000), 0x110000);
}

static void test_values(void **state) {
    (void)state;
    int64_t num, den;
    const char *tag;
    uint32_t out[UNICODE_MAX_DECOMPOSE];
    assert_int_equal(unicode_decimal_value('7'), 7);
    assert_int_equal(unicode_decimal_value(0x0663), 3);
    assert_int_equal(unicode_decimal_value(0xB2), -1);
    assert_int_equal(unicode_digit_value(0xB2), 2);
    assert_int_equal(unicode_digit_value('x'), -1);
    assert_true(unicode_numeric_value(0xBD, &num, &den) && num == 1 && den == 2);
    assert_true(unicode_numeric_value(0x0F33, &num, &den) && num == -1 && den == 2);
    assert_true(unicode_numeric_value(0x16B61, &num, &den) && num == 1000000000000);
    assert_false(unicode_numeric_value('x', &num, &den));
    assert_string_equal(unicode_category('A'), "Lu");
    assert_string_equal(unicode_category(0xD800), "Cs");
    assert_string_equal(unicode_category(0x110000), "Cn");
    assert_int_equal(unicode_combining(0x301), 230);
    assert_int_equal(unicode_combining(0x327), 202);
    assert_int_equal(unicode_decomposition(0xBD, &tag, out), 3);
    assert_string_equal(tag, "<fraction>");
    assert_true(out[0] == '1' && out[1] == 0x2044 && out[2] == '2');
    assert_int_equal(unicode_decomposition(0x1D15E, &tag, out), 2);
    assert_true(tag[0] == 0 && out[0] == 0x1D157 && out[1] == 0x1D165);
    assert_int_equal(unicode_decomposition(0xAC01, &tag, out), 3);
    assert_int_equal(unicode_decomposition(0xFDFA, &tag, out), 18);
    assert_int_equal(unicode_decomposition('a', &tag, out), 0);
    assert_int_equal(unicode_compose('e', 0x301), 0xE9);
    assert_int_equal(unicode_compose('e', 'e'), 0);
    assert_int_equal(unicode_compose(0x1100, 0x1161), 0xAC00);
    assert_int_equal(unicode_compose(0xAC00, 0x11A8), 0xAC01);
    assert_int_equal(unicode_compose(0xAC00, 0x11A7), 0);
    assert_int_equal(unicode_compose(0xAC01, 0x11A8), 0);
}

// Each text is normalised in a buffer that is just as large as asked for.
static void assert_normal(const char *text, UnicodeForm form, const char *want) {
    size_t len = strlen(text), room = unicode_normalize_bound(text, len, form), size = 0;
    uint32_t *cps = malloc(room * sizeof *cps + 1);
    size_t n = unicode_normalize(text, len, form, cps);
    char *out = malloc(n * UTF8_MAX_SIZE + 1);
    assert_true(n <= room);
    for (size_t i = 0; i < n; i++) { size += utf8_encode(out + size, cps[i]); }
    assert_int_equal(size, strlen(want));
    assert_memory_equal(out, want, size);
    if (unicode_is_stable_text(text, len, form)) { assert_string_equal(text, want); }
    free(cps);
    free(out);
}

static void test_normalize(void **state) {
    (void)state;
    assert_normal("", UNICODE_NFC, "");
    assert_normal("plain", UNICODE_NFKD, "plain");
    assert_normal("e\xCC\x81", UNICODE_NFC, "\xC3\xA9");
    assert_normal("\xC3\xA9", UNICODE_NFD, "e\xCC\x81");
    assert_normal("\xEF\xAC\x81", UNICODE_NFKC, "fi");
    assert_normal("\xEF\xAC\x81", UNICODE_NFC, "\xEF\xAC\x81");
    // Marks are ordered (cedilla before acute), and the acute passes the cedilla to compose.
    assert_normal("c\xCC\x81\xCC\xA7", UNICODE_NFD, "c\xCC\xA7\xCC\x81");
    assert_normal("c\xCC\x81\xCC\xA7", UNICODE_NFC, "\xE1\xB8\x89");
    // Two of the same class: the second is blocked.
    assert_normal("a\xCC\x81\xCC\x80", UNICODE_NFC, "\xC3\xA1\xCC\x80");
    assert_normal("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", UNICODE_NFC, "\xEA\xB0\x81");
    assert_normal("\xEA\xB0\x81", UNICODE_NFD, "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8");
    assert_normal("\xE2\x84\xAB", UNICODE_NFC, "\xC3\x85");
    assert_true(unicode_is_stable_text("caf\xC3\xA9", 5, UNICODE_NFC));
    assert_false(unicode_is_stable_text("caf\xC3\xA9", 5, UNICODE_NFD));
}

// A run of marks too long to sort by insertion: 100 times (230, 220) becomes 100 of 220, then of
// 230.
static void test_long_run(void **state) {
    (void)state;
    char text[500] = "x", want[500] = "x";
    for (size_t i = 0; i < 100; i++) {
        memcpy(text + 1 + 4 * i, "\xCC\x81\xCC\xA3", 4);
        memcpy(want + 1 + 2 * i, "\xCC\xA3", 2);
        memcpy(want + 201 + 2 * i, "\xCC\x81", 2);
    }
    assert_normal(text, UNICODE_NFD, want);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flags),    cmocka_unit_test(test_mappings),
        cmocka_unit_test(test_values),   cmocka_unit_test(test_normalize),
        cmocka_unit_test(test_long_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
