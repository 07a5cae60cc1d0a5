// Tests of object/search.h and of the C side of str: against simple code, on random texts made of
// few different characters, so that near matches abound. What programs see is in tests/py/str.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "heap/intern.h"
#include "heap_fixture.h"
#include "object/search.h"
#include "object/str.h"

enum { SLOT_SIZE = 64 << 20, TEXT_MAX = 4000 };

static uint64_t rng_state = 88172645463325252u;
static uint64_t rng(void) {
    rng_state ^= rng_state << 13;
    rng_state ^= rng_state >> 7;
    return rng_state ^= rng_state << 17;
}

static int64_t slow_find(const uint8_t *h, size_t n, const uint8_t *x, size_t m) {
    for (size_t i = 0; i + m <= n; i++) {
        if (memcmp(h + i, x, m) == 0) { return (int64_t)i; }
    }
    return SEARCH_NONE;
}

static int64_t slow_rfind(const uint8_t *h, size_t n, const uint8_t *x, size_t m) {
    for (size_t i = n + 1; i-- > 0;) {
        if (i + m <= n && memcmp(h + i, x, m) == 0) { return (int64_t)i; }
    }
    return SEARCH_NONE;
}

static int64_t slow_count(const uint8_t *h, size_t n, const uint8_t *x, size_t m) {
    int64_t count = 0;
    for (size_t at = 0; at + m <= n;) {
        int64_t found = slow_find(h + at, n - at, x, m);
        if (found < 0) { break; }
        at += (size_t)found + m;
        count++;
    }
    return count;
}

// Text over 1 to 3 letters, often periodic.
static size_t make_text(uint8_t *out, size_t max) {
    size_t n = rng() % 4 ? rng() % (max / 20 + 1) : rng() % max;
    uint32_t letters = 1 + (uint32_t)(rng() % 3), period = 1 + (uint32_t)(rng() % 9);
    bool periodic = rng() % 2;
    for (size_t i = 0; i < n; i++) {
        out[i] = periodic && i >= period && rng() % 50 ? out[i - period]
                                                       : (uint8_t)('a' + rng() % letters);
    }
    return n;
}

static void test_search(void **state) {
    (void)state;
    static uint8_t hay[TEXT_MAX], needle[TEXT_MAX];
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, 1 << 20);
    for (int round = 0; round < 60000; round++) {
        size_t n = make_text(hay, TEXT_MAX), m = make_text(needle, 1 + rng() % 60);
        if (n && rng() % 2) { // a piece of the text itself
            m = rng() % (n < 200 ? n + 1 : 200);
            memcpy(needle, hay + rng() % (n - m + 1), m);
            if (m && rng() % 2) { needle[rng() % m] ^= 1; }
        }
        assert_int_equal(search_find(vm, hay, n, needle, m), slow_find(hay, n, needle, m));
        assert_int_equal(search_rfind(vm, hay, n, needle, m), slow_rfind(hay, n, needle, m));
        if (m) {
            assert_int_equal(search_count(vm, hay, n, needle, m, UINT64_MAX),
                             slow_count(hay, n, needle, m));
        }
    }
    heap_fixture_close(&f);
}

// The classic bad case: a^n b in a^(2n), which simple search does in n*n steps.
static void test_search_worst(void **state) {
    (void)state;
    enum { N = 1 << 20 };
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, 1 << 20);
    uint8_t *hay = malloc(2 * N), *needle = malloc(N);
    memset(hay, 'a', 2 * N);
    memset(needle, 'a', N);
    for (int where = 0; where < 3; where++) {
        size_t at = where == 0 ? 0 : where == 1 ? N / 2 : N - 1;
        needle[at] = 'b';
        assert_int_equal(search_find(vm, hay, 2 * N, needle, N), SEARCH_NONE);
        assert_int_equal(search_rfind(vm, hay, 2 * N, needle, N), SEARCH_NONE);
        hay[N + 5] = 'b';
        assert_int_equal(search_find(vm, hay, 2 * N, needle, N),
                         where == 0 ? SEARCH_NONE : (int64_t)(N + 5 - at));
        hay[N + 5] = 'a';
        needle[at] = 'a';
    }
    free(hay);
    free(needle);
    heap_fixture_close(&f);
}

// Random code points of every width, surrogates too.
static uint32_t pick_char(uint32_t mix) {
    static const uint32_t some[] = {'a',   'b',    ' ',    0,      0x7F,    0x80,    0xE9,    0x7FF,
                                    0x800, 0xD800, 0xDC00, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF};
    return mix ? some[rng() % COUNT_OF(some)] : 'a' + (uint32_t)(rng() % 26);
}

static void test_text(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, SLOT_SIZE);
    for (int round = 0; round < 3000; round++) {
        uint32_t cps[300], n = (uint32_t)(rng() % 300), mix = (uint32_t)(rng() % 3);
        StrBuilder b = str_builder(vm);
        for (uint32_t i = 0; i < n; i++) {
            cps[i] = pick_char(mix);
            assert_true(sb_put_char(&b, cps[i]));
        }
        Value v = sb_finish(&b);
        const Str *s = as_str(vm, v);
        assert_int_equal(s->len, n);
        assert_int_equal(s->data[s->h.n], 0);
        for (uint32_t i = 0, at = 0; i < n; i++) {
            assert_int_equal(str_byte_offset(vm, s, i), at);
            at += utf8_size(cps[i]);
        }
        uint32_t from = (uint32_t)(rng() % (n + 1)), to = from + (uint32_t)(rng() % (n - from + 1));
        Value part = str_substring(vm, v, from, to);
        assert_int_equal(as_str(vm, part)->len, to - from);
        Value head = str_substring(vm, v, 0, from), tail = str_substring(vm, v, to, n);
        Value all[3] = {head, part, tail};
        Value again = str_concat_all(vm, all, 3);
        assert_true(str_equal(as_str(vm, again), s));
        assert_int_equal(str_hash(vm, as_str(vm, again)), str_hash(vm, as_str(vm, v)));
        assert_int_equal(str_compare(as_str(vm, again), s), 0);
        Value two = str_concat(vm, head, tail);
        assert_int_equal(as_str(vm, two)->len, n - (to - from));
        // Order is that of code points.
        uint32_t x = pick_char(1), y = pick_char(1);
        int order = str_compare(as_str(vm, str_from_char(vm, x)), as_str(vm, str_from_char(vm, y)));
        assert_int_equal(order, (x > y) - (x < y));
    }
    heap_fixture_close(&f);
}

// Appends in place against plain ones; every text is checked, and with its own text appended.
static void test_append(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, SLOT_SIZE);
    for (int round = 0; round < 4; round++) {
        Value grown = str_new(vm, "", 0), plain = grown, kept = 0;
        uint32_t copies = 0, kept_len = 0;
        for (int i = 0; i < 300; i++) {
            StrBuilder b = str_builder(vm);
            uint32_t n = (uint32_t)(rng() % 60), mix = (uint32_t)(rng() % 2);
            for (uint32_t k = 0; k < n; k++) { assert_true(sb_put_char(&b, pick_char(mix))); }
            Value part = sb_finish(&b), before = grown;
            bool twice = i % 97 == 96;
            plain = str_concat(vm, plain, twice ? plain : part);
            grown = str_append(vm, grown, twice ? grown : part);
            copies += grown != before;
            if (kept) { assert_int_equal(as_str(vm, kept)->h.n, kept_len); }
            const Str *x = as_str(vm, grown), *y = as_str(vm, plain);
            assert_int_equal(x->h.n, y->h.n);
            assert_int_equal(x->len, y->len);
            assert_memory_equal(x->data, y->data, y->h.n + 1);
            if (i % 50 == 49) { // now it must not change
                str_share(vm, grown);
                kept = grown;
                kept_len = x->h.n;
            }
        }
        assert_true(copies < 60);
    }
    heap_fixture_close(&f);
}

static void test_repr(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"", "''"},
        {"plain", "'plain'"},
        {"it's", "\"it's\""},
        {"\"it's\"", "'\"it\\'s\"'"},
        {"a\tb\nc\rd\\e", "'a\\tb\\nc\\rd\\\\e'"},
        {"\x01\x1f\x7f", "'\\x01\\x1f\\x7f'"},
        {"\xC3\xA9\xC2\xAD\xE2\x80\xA8\xED\xA0\x80\xF0\x9F\x98\x80",
         "'\xC3\xA9\\xad\\u2028\\ud800\xF0\x9F\x98\x80'"},
    };
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, 1 << 20);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        StrBuilder b = str_builder(vm);
        assert_true(sb_put_repr(&b, str_new_cstr(vm, cases[i][0]), false));
        assert_string_equal(as_str(vm, sb_finish(&b))->data, cases[i][1]);
    }
    heap_fixture_close(&f);
}

static void test_intern(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, 8 << 20);
    static Value made[5000];
    for (uint32_t i = 0; i < COUNT_OF(made); i++) {
        StrBuilder b = str_builder(vm);
        assert_true(sb_put_cstr(&b, "name_") && sb_put_int(&b, i));
        Value v = sb_finish(&b);
        made[i] =
            i % 2 ? intern_str(vm, v) : intern_bytes(vm, as_str(vm, v)->data, as_str(vm, v)->h.n);
        assert_true(as_str(vm, made[i])->h.small & STR_INTERNED);
        if (i % 2) { assert_true(made[i] == v); }
    }
    for (uint32_t i = 0; i < COUNT_OF(made); i++) {
        const Str *s = as_str(vm, made[i]);
        assert_true(intern_bytes(vm, s->data, s->h.n) == made[i]);
        assert_true(intern_str(vm, str_new(vm, s->data, s->h.n)) == made[i]);
    }
    // A removed string leaves a tombstone that neither hides others nor is found.
    Values *t = ref_ptr(vm, vm->head->interned);
    for (uint32_t i = 0; i < t->h.n; i += 3) {
        if (is_ref(t->items[i])) { t->items[i] = V_NONE; }
    }
    for (uint32_t i = 0; i < COUNT_OF(made); i++) {
        const Str *s = as_str(vm, made[i]);
        Value v = intern_bytes(vm, s->data, s->h.n);
        assert_true(str_equal(as_str(vm, v), s));
        assert_true(intern_find(vm, s->data, s->h.n, s->hash) == v);
    }
    heap_fixture_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search), cmocka_unit_test(test_search_worst),
        cmocka_unit_test(test_text),   cmocka_unit_test(test_append),
        cmocka_unit_test(test_repr),   cmocka_unit_test(test_intern),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
