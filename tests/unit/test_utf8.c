// Tests of base/utf8.h. The faults were recorded from CPython 3.14's UnicodeDecodeError.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/utf8.h"

static void test_round_trip(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp <= UTF8_MAX_CP; cp++) {
        uint8_t buf[UTF8_MAX_SIZE];
        uint32_t size = utf8_encode(buf, cp), again;
        Utf8Fault fault;
        size_t at = size;
        if (size != utf8_size(cp) || utf8_width(buf[0]) != size || utf8_decode(buf, &again) != cp ||
            again != size || utf8_check(buf, size, &fault) == utf8_is_surrogate(cp) ||
            !utf8_check_text(buf, size, &fault) || utf8_count(buf, size) != 1 ||
            utf8_decode_prev(buf, &at) != cp || at != 0 || utf8_next(buf, 0) != size ||
            (utf8_find_surrogate(buf, size) == 0) != utf8_is_surrogate(cp)) {
            fail_msg("code point %x", (unsigned)cp);
        }
    }
}

typedef struct FaultCase {
    const char *bytes;
    size_t len, start, end;
    Utf8Error what;
} FaultCase;

static void test_faults(void **state) {
    (void)state;
    static const FaultCase cases[] = {
        {"\x80", 1, 0, 1, UTF8_BAD_START},
        {"ab\xC0\x80", 4, 2, 3, UTF8_BAD_START},
        {"\xC1\xBF", 2, 0, 1, UTF8_BAD_START},
        {"\xF5\x80\x80\x80", 4, 0, 1, UTF8_BAD_START},
        {"\xFF", 1, 0, 1, UTF8_BAD_START},
        {"\xC3", 1, 0, 1, UTF8_UNEXPECTED_END},
        {"\xC3(", 2, 0, 1, UTF8_BAD_CONTINUE},
        {"\xE0", 1, 0, 1, UTF8_UNEXPECTED_END},
        {"\xE0\x80", 2, 0, 1, UTF8_BAD_CONTINUE},
        {"\xE0\x9F\x80", 3, 0, 1, UTF8_BAD_CONTINUE},
        {"\xE2\x82", 2, 0, 2, UTF8_UNEXPECTED_END},
        {"\xE2\x82(", 3, 0, 2, UTF8_BAD_CONTINUE},
        {"\xED\xA0\x80", 3, 0, 1, UTF8_BAD_CONTINUE},
        {"\xED\xBF\xBF", 3, 0, 1, UTF8_BAD_CONTINUE},
        {"\xF0\x8F\xBF\xBF", 4, 0, 1, UTF8_BAD_CONTINUE},
        {"\xF0\x9F\x98", 3, 0, 3, UTF8_UNEXPECTED_END},
        {"\xF0\x9F", 2, 0, 2, UTF8_UNEXPECTED_END},
        {"\xF0\x9F\x98x", 4, 0, 3, UTF8_BAD_CONTINUE},
        {"\xF0\x9Fxx", 4, 0, 2, UTF8_BAD_CONTINUE},
        {"\xF4\x90\x80\x80", 4, 0, 1, UTF8_BAD_CONTINUE},
        {"0123456789abcdef0123456789abcdef0123456789\x80", 43, 42, 43, UTF8_BAD_START},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const FaultCase *c = &cases[i];
        Utf8Fault fault;
        assert_false(utf8_check(c->bytes, c->len, &fault));
        assert_int_equal(fault.start, c->start);
        assert_int_equal(fault.end, c->end);
        assert_int_equal(fault.what, c->what);
    }
    assert_string_equal(utf8_reason(UTF8_BAD_START), "invalid start byte");
    assert_string_equal(utf8_reason(UTF8_BAD_CONTINUE), "invalid continuation byte");
    assert_string_equal(utf8_reason(UTF8_UNEXPECTED_END), "unexpected end of data");
    assert_string_equal(utf8_reason(UTF8_OK), "");
}

// Texts of mixed widths, with every function checked against a walk by single code points.
static void test_scans(void **state) {
    (void)state;
    static const uint32_t picks[] = {'a', 0xE9, 0x20AC, 0x1F600, 0xD800, 'z', 'q', 0xDFFF};
    uint8_t text[4096];
    uint32_t seed = 1;
    for (uint32_t round = 0; round < 300; round++) {
        size_t len = 0, starts[1024], n = 0;
        size_t ascii = SIZE_MAX, surrogate = SIZE_MAX;
        for (uint32_t want = round % 900; n < want; n++) {
            seed = seed * 1664525u + 1013904223u;
            uint32_t cp = picks[round % 3 == 0 ? 0 : (seed >> 24) % COUNT_OF(picks)];
            if (cp >= 0x80 && ascii == SIZE_MAX) { ascii = len; }
            if (utf8_is_surrogate(cp) && surrogate == SIZE_MAX) { surrogate = len; }
            starts[n] = len;
            len += utf8_encode(text + len, cp);
        }
        assert_int_equal(utf8_count(text, len), n);
        assert_int_equal(utf8_ascii_prefix(text, len), ascii == SIZE_MAX ? len : ascii);
        assert_int_equal(utf8_is_ascii(text, len), ascii == SIZE_MAX);
        assert_int_equal(utf8_find_surrogate(text, len), surrogate == SIZE_MAX ? len : surrogate);
        for (size_t i = 0; i < n; i++) { assert_int_equal(utf8_offset(text, len, i), starts[i]); }
        assert_int_equal(utf8_offset(text, len, n), len);
        assert_int_equal(utf8_offset(text, len, n + 5), len);
    }
}

// More than 255 words, where the per-byte counters are folded.
static void test_long_count(void **state) {
    (void)state;
    static uint8_t text[20000];
    memset(text, 'x', sizeof text);
    assert_int_equal(utf8_count(text, sizeof text), sizeof text);
    assert_int_equal(utf8_count(text + 1, sizeof text - 1), sizeof text - 1);
    memset(text, 0xBF, sizeof text);
    assert_int_equal(utf8_count(text, sizeof text), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_scans),
        cmocka_unit_test(test_long_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
