// Tests of lib/re. The cases in test_re_cases.inc were recorded from CPython 3.14. Every match is
// made three times: at a stretch; with one unit of fuel at a time, the block in new memory each
// time; and in the smallest block, which grows word by word.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "lib/re/re.h"

typedef struct ErrorCase {
    const char *pattern;
    bool is_text;
    uint32_t flags;
    ReErrorKind kind;
    uint32_t pos;
    const char *msg;
} ErrorCase;

typedef struct WarningCase {
    const char *pattern;
    const char *warnings; // joined by "|"
} WarningCase;

// Results: "start:end" of all groups, "~" for an unset one, "#" and lastindex; "-" for no match.
typedef struct MatchCase {
    const char *pattern;
    bool is_text;
    uint32_t flags;
    const char *subject;
    uint32_t len;
    const char *iter; // finditer(), joined by " / "
    const char *match, *fullmatch;
} MatchCase;

typedef struct RangeCase {
    const char *pattern;
    const char *subject;
    uint32_t pos, end;
    const char *search, *match, *fullmatch;
} RangeCase;

// Of the pattern (a)(?P<n>b). The parts joined by "|", groups as <1>.
typedef struct TemplateCase {
    const char *source;
    ReErrorKind kind;
    uint32_t pos;
    const char *result;
} TemplateCase;

#include "test_re_cases.inc"

static bool compile(Arena *arena, const char *pattern, bool is_text, uint32_t flags,
                    ReCompiled *out) {
    ReSource src = {
        .pattern = pattern, .len = (uint32_t)strlen(pattern), .is_text = is_text, .flags = flags};
    return re_compile(arena, &src, out);
}

// --- Patterns ------------------------------------------------------------------------------------

static void test_errors(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(error_cases); i++) {
        const ErrorCase *c = &error_cases[i];
        Arena arena;
        ReCompiled re;
        arena_init(&arena, 1 << 24);
        if (compile(&arena, c->pattern, c->is_text, c->flags, &re)) {
            fail_msg("%s: no error", c->pattern);
        }
        if (re.error.kind != c->kind || re.error.pos != c->pos ||
            re.error.msg_len != strlen(c->msg) ||
            memcmp(re.error.msg, c->msg, re.error.msg_len) != 0) {
            fail_msg("%s: kind %d at %u, '%.*s'", c->pattern, (int)re.error.kind, re.error.pos,
                     (int)re.error.msg_len, re.error.msg);
        }
        arena_free(&arena);
    }
}

static void test_warnings(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(warning_cases); i++) {
        const WarningCase *c = &warning_cases[i];
        char text[1000];
        size_t n = 0;
        Arena arena;
        ReCompiled re;
        arena_init(&arena, 1 << 24);
        compile(&arena, c->pattern, true, 0, &re);
        for (uint32_t k = 0; k < re.n_warnings; k++) {
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s", k ? "|" : "",
                                  (int)re.warnings[k].len, re.warnings[k].msg);
        }
        text[n] = 0;
        assert_string_equal(text, c->warnings);
        arena_free(&arena);
    }
}

static void test_names_and_flags(void **state) {
    (void)state;
    Arena arena;
    ReCompiled re;
    arena_init(&arena, 1 << 24);
    assert_true(compile(&arena, "(?i)(?P<one>a)(b)(?P<z\303\251>c)", true, RE_FLAG_DOTALL, &re));
    assert_int_equal(re.flags, RE_FLAG_IGNORECASE | RE_FLAG_DOTALL | RE_FLAG_UNICODE);
    assert_int_equal(re.n_groups, 3);
    assert_int_equal(re.n_names, 2);
    assert_string_equal(re.names[0].name, "one");
    assert_int_equal(re.names[0].group, 1);
    assert_string_equal(re.names[1].name, "z\303\251");
    assert_int_equal(re.names[1].group, 3);
    assert_true(re_program_is_text(re.words));
    assert_int_equal(re_program_groups(re.words), 3);
    assert_true(compile(&arena, "a", false, RE_FLAG_LOCALE, &re));
    assert_int_equal(re.flags, RE_FLAG_LOCALE);
    assert_false(re_program_is_text(re.words));
    arena_free(&arena);
}

static void repeat_text(char *out, const char *unit, size_t n) {
    for (*out = 0; n > 0; n--) { out = strcpy(out, unit) + strlen(unit); }
}

static void test_nesting(void **state) {
    (void)state;
    static char pattern[8000];
    Arena arena;
    ReCompiled re;
    for (size_t n = 490; n <= 510; n++) {
        arena_init(&arena, 1 << 26);
        repeat_text(pattern, "(?:a", n);
        repeat_text(pattern + strlen(pattern), ")*", n);
        bool ok = compile(&arena, pattern, true, 0, &re);
        assert_int_equal(ok, n <= RE_MAX_NESTING / 2);
        if (!ok) { assert_int_equal(re.error.kind, RE_ERR_RECURSION); }
        arena_free(&arena);
    }
}

// Every way of running out of memory or steps is an error and nothing worse.
static void test_limits(void **state) {
    (void)state;
    const char *pattern = "(?P<n>a|bc|[d-f\303\251]+)(?(n)x*?|(?=y))((?>z)++){2,}\\2(?i:k\\w)[^[a]";
    ReSource src = {.pattern = pattern, .len = (uint32_t)strlen(pattern), .is_text = true};
    ReCompiled re;
    bool ok = false;
    for (size_t limit = 0; !ok; limit += 64) {
        Arena arena;
        arena_init(&arena, limit);
        ok = re_compile(&arena, &src, &re);
        assert_true(ok || re.error.kind == RE_ERR_MEMORY);
        arena_free(&arena);
        if (limit > 1 << 20) { fail_msg("never enough memory"); }
    }
    uint64_t work = re.work;
    for (uint64_t limit = 1; limit <= work; limit += 7) {
        Arena arena;
        arena_init(&arena, 1 << 24);
        src.work_limit = limit;
        ok = re_compile(&arena, &src, &re);
        assert_true(ok ? re.work <= limit + 200 : re.error.kind == RE_ERR_WORK);
        arena_free(&arena);
    }
}

// --- Matching ------------------------------------------------------------------------------------

typedef enum Manner { AT_A_STRETCH, IN_SLICES, IN_LITTLE_MEMORY, N_MANNERS } Manner;

typedef struct Run {
    const uint32_t *program;
    const char *subject;
    uint32_t len;
    Manner manner;
    uint32_t *block;
    uint32_t n_words;
    int64_t used;
} Run;

// Moves the block to fresh memory of n words.
static void move_block(Run *r, uint32_t n) {
    uint32_t *block = malloc(n * sizeof *block);
    assert_non_null(block);
    memcpy(block, r->block, r->n_words * sizeof *block);
    memset(r->block, 0xA5, r->n_words * sizeof *block);
    free(r->block);
    r->block = block;
    r->n_words = n;
}

static ReStatus run(Run *r, ReMode mode, uint32_t pos, uint32_t end, bool must_advance) {
    int64_t slice = r->manner == IN_SLICES ? 1 : 100000, fuel = slice;
    r->n_words = re_state_words(r->program) + (r->manner == AT_A_STRETCH ? 1000 : 0);
    r->block = malloc(r->n_words * sizeof *r->block);
    r->used = 0;
    assert_non_null(r->block);
    re_state_init(r->block, r->n_words, r->program, mode, r->len, pos, end, must_advance);
    for (;;) {
        int64_t before = fuel;
        ReStatus status = re_match_run(r->block, r->n_words, r->program, r->subject, r->len, &fuel);
        r->used += before - fuel;
        if (status == RE_STATUS_NEED_MEMORY) {
            bool possible = true;
            uint32_t n = re_state_grow(r->block, r->n_words, &possible);
            assert_true(possible);
            move_block(r, r->manner == AT_A_STRETCH ? n : r->n_words + 1);
        } else if (status == RE_STATUS_OUT_OF_FUEL) {
            move_block(r, r->n_words);
            fuel = slice;
        } else {
            return status;
        }
    }
}

static size_t show(const Run *r, ReStatus status, uint32_t groups, char *out) {
    if (status != RE_STATUS_MATCH) { return (size_t)sprintf(out, "-"); }
    size_t n = 0;
    for (uint32_t g = 0; g <= groups; g++) {
        uint32_t a, b;
        if (re_state_span(r->block, g, &a, &b)) {
            n += (size_t)sprintf(out + n, "%s%u:%u", g ? " " : "", a, b);
        } else {
            n += (size_t)sprintf(out + n, " ~");
        }
    }
    uint32_t index = re_state_last_index(r->block);
    if (index) { n += (size_t)sprintf(out + n, " #%u", index); }
    return n;
}

static void check_one(Run *r, ReMode mode, uint32_t pos, uint32_t end, const char *pattern,
                      const char *expected) {
    char text[4000];
    ReStatus status = run(r, mode, pos, end, false);
    show(r, status, re_program_groups(r->program), text);
    free(r->block);
    if (strcmp(text, expected) != 0) {
        fail_msg("%s on '%s', mode %d, manner %d: %s, not %s", pattern, r->subject, (int)mode,
                 (int)r->manner, text, expected);
    }
}

static void check_iter(Run *r, const char *pattern, const char *expected) {
    char text[4000];
    size_t n = 0;
    uint32_t pos = 0, start, end = 0;
    for (bool must_advance = false;; must_advance = start == end) {
        ReStatus status = run(r, RE_SEARCH, pos, r->len, must_advance);
        if (status == RE_STATUS_MATCH || n == 0) {
            n += (size_t)sprintf(text + n, "%s", n ? " / " : "");
            n += show(r, status, re_program_groups(r->program), text + n);
        }
        if (status != RE_STATUS_MATCH) { break; }
        assert_true(re_state_span(r->block, 0, &start, &end));
        free(r->block);
        pos = end;
    }
    free(r->block);
    if (strcmp(text, expected) != 0) {
        fail_msg("%s in '%s', manner %d: %s, not %s", pattern, r->subject, (int)r->manner, text,
                 expected);
    }
}

static void test_matches(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(match_cases); i++) {
        const MatchCase *c = &match_cases[i];
        Arena arena;
        ReCompiled re;
        arena_init(&arena, 1 << 24);
        if (!compile(&arena, c->pattern, c->is_text, c->flags, &re)) {
            fail_msg("%s: %.*s", c->pattern, (int)re.error.msg_len, re.error.msg);
        }
        assert_true(re_program_verify(&arena, re.words, re.n_words));
        // The program may lie anywhere.
        uint32_t *moved = malloc(re.n_words * sizeof *moved);
        assert_non_null(moved);
        memcpy(moved, re.words, re.n_words * sizeof *moved);
        for (Manner m = AT_A_STRETCH; m < N_MANNERS; m++) {
            Run r = {.program = moved, .subject = c->subject, .len = c->len, .manner = m};
            check_iter(&r, c->pattern, c->iter);
            check_one(&r, RE_MATCH, 0, c->len, c->pattern, c->match);
            check_one(&r, RE_FULLMATCH, 0, c->len, c->pattern, c->fullmatch);
        }
        free(moved);
        arena_free(&arena);
    }
}

static void test_ranges(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(range_cases); i++) {
        const RangeCase *c = &range_cases[i];
        Arena arena;
        ReCompiled re;
        arena_init(&arena, 1 << 24);
        assert_true(compile(&arena, c->pattern, true, 0, &re));
        for (Manner m = AT_A_STRETCH; m < N_MANNERS; m++) {
            Run r = {.program = re.words, .subject = c->subject, .manner = m};
            r.len = (uint32_t)strlen(c->subject);
            check_one(&r, RE_SEARCH, c->pos, c->end, c->pattern, c->search);
            check_one(&r, RE_MATCH, c->pos, c->end, c->pattern, c->match);
            check_one(&r, RE_FULLMATCH, c->pos, c->end, c->pattern, c->fullmatch);
        }
        arena_free(&arena);
    }
}

// A subject of n bytes: `unit` over and over, then `tail`.
static char *long_subject(const char *unit, const char *tail, uint32_t n) {
    char *s = malloc(n + 1);
    assert_non_null(s);
    uint32_t size = (uint32_t)strlen(unit), end = (uint32_t)strlen(tail);
    for (uint32_t i = 0; i < n; i++) { s[i] = unit[i % size]; }
    memcpy(s + n - end, tail, end + 1);
    return s;
}

typedef struct LongCase {
    const char *pattern, *unit, *tail;
    uint32_t max_words; // of the block
    int64_t max_fuel;
    bool matches;
} LongCase;

// How much memory and fuel long subjects take: a repeat of one character one choice, loops whose
// next step the next byte decides none.
static void test_long(void **state) {
    (void)state;
    enum { SIZE = 3 << 18 };
    static const LongCase cases[] = {
        {".*x", "a", "x", 1100, SIZE / 4, true},
        {".*x", "a", "b", 1100, SIZE / 4, false},
        {".*?x", "a", "x", 1100, SIZE / 3, true},
        {"\\w+\\d", "a", "!", 1100, SIZE / 2, false},
        {"(?:ab|c)*d", "abc", "abd", 1100, 2 * SIZE, true},
        {"\"(?:[^\"\\\\]|\\\\.)*\"", "\"a", "a", 1100, SIZE, true},
        {"(?:ab|c)*", "abc", "ab", 5 * SIZE, 2 * SIZE, true},
        {"(a|bc)*", "abc", "", 16 * SIZE, 4 * SIZE, true},
        {"[^,]*,", "a", "a", 1100, SIZE / 2, false},
        {"abc", "ab", "abc", 1100, SIZE, true},
        {"(?:\\w+,)+!", "abc,", "", 3 * SIZE, 8 * SIZE, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const LongCase *c = &cases[i];
        Arena arena;
        ReCompiled re;
        arena_init(&arena, 1 << 24);
        assert_true(compile(&arena, c->pattern, true, 0, &re));
        char *subject = long_subject(c->unit, c->tail, SIZE);
        Run r = {.program = re.words, .subject = subject, .len = SIZE, .manner = AT_A_STRETCH};
        ReStatus status = run(&r, i == 10 ? RE_MATCH : RE_SEARCH, 0, SIZE, false);
        if (status != (c->matches ? RE_STATUS_MATCH : RE_STATUS_NO_MATCH) ||
            r.n_words > c->max_words || r.used > c->max_fuel) {
            fail_msg("%s: status %d, %u words, %lld units", c->pattern, (int)status, r.n_words,
                     (long long)r.used);
        }
        free(r.block);
        free(subject);
        arena_free(&arena);
    }
}

// No call goes far beyond its fuel, whatever it does.
static void test_slices(void **state) {
    (void)state;
    enum { SIZE = 1 << 20, SLICE = 1000 };
    static const char *const patterns[] = {".*x",    ".*?x",     "a{5,}x",    "x",
                                           "xyz",    "[xyz]",    "(?:a|b)*x", "a*?x",
                                           "[^x]+x", "(?=a*x)b", "\\w+!",     "^x"};
    char *subject = long_subject("a", "a", SIZE);
    for (size_t i = 0; i < COUNT_OF(patterns); i++) {
        Arena arena;
        ReCompiled re;
        arena_init(&arena, 1 << 24);
        assert_true(compile(&arena, patterns[i], true, RE_FLAG_MULTILINE, &re));
        uint32_t n = re_state_words(re.words) + 4 * SIZE;
        uint32_t *block = malloc(n * sizeof *block);
        assert_non_null(block);
        re_state_init(block, n, re.words, RE_MATCH, SIZE, 0, SIZE, false);
        for (uint32_t slice = 0; slice < 300; slice++) {
            int64_t fuel = SLICE;
            ReStatus status = re_match_run(block, n, re.words, subject, SIZE, &fuel);
            if (fuel < -64) { fail_msg("%s: %lld units over", patterns[i], (long long)-fuel); }
            if (status != RE_STATUS_OUT_OF_FUEL) { break; }
        }
        free(block);
        arena_free(&arena);
    }
    free(subject);
}

static void test_misfits(void **state) {
    (void)state;
    Arena arena;
    ReCompiled a, b;
    arena_init(&arena, 1 << 24);
    assert_true(compile(&arena, "(a)b*", true, 0, &a));
    assert_true(compile(&arena, "a(b)*?", true, 0, &b));
    uint32_t block[200];
    int64_t fuel = 100;
    re_state_init(block, 200, a.words, RE_SEARCH, 2, 0, 2, false);
    assert_int_equal(re_match_run(block, 200, b.words, "ab", 2, &fuel), RE_STATUS_ERROR);
    assert_int_equal(re_match_run(block, 200, a.words, "abb", 3, &fuel), RE_STATUS_ERROR);
    assert_int_equal(re_match_run(block, 199, a.words, "ab", 2, &fuel), RE_STATUS_ERROR);
    assert_int_equal(re_match_run(block, 200, a.words, "ab", 2, &fuel), RE_STATUS_MATCH);
    // A match that is over stays so.
    assert_int_equal(re_match_run(block, 200, a.words, "ab", 2, &fuel), RE_STATUS_MATCH);
    arena_free(&arena);
}

// --- Forged programs and blocks ------------------------------------------------------------------

static uint32_t next_random(uint64_t *seed) {
    *seed = *seed * 6364136223846793005ull + 1442695040888963407ull;
    return (uint32_t)(*seed >> 33);
}

// Changes a few words to something near to what programs hold.
static void forge(uint32_t *words, uint32_t n, uint64_t *seed) {
    for (uint32_t k = 1 + next_random(seed) % 3; k > 0; k--) {
        uint32_t *w = &words[next_random(seed) % n];
        switch (next_random(seed) % 5) {
        case 0: *w = next_random(seed); break;
        case 1: *w += next_random(seed) % 9 - 4; break;
        case 2: *w ^= 1u << next_random(seed) % 32; break;
        case 3: *w = next_random(seed) % (n + 2); break;
        default: *w = words[next_random(seed) % n]; break;
        }
    }
}

// Runs for a while, in memory of exactly its size so that a checker sees each step beyond it.
static void run_forged(const uint32_t *words, const uint32_t *block, uint32_t n_block,
                       const char *subject, uint32_t len) {
    uint32_t *moved = malloc(n_block * sizeof *moved);
    assert_non_null(moved);
    memcpy(moved, block, n_block * sizeof *moved);
    for (uint32_t slice = 0; slice < 4; slice++) {
        int64_t fuel = 200;
        if (re_match_run(moved, n_block, words, subject, len, &fuel) != RE_STATUS_OUT_OF_FUEL) {
            break;
        }
    }
    free(moved);
}

static const char forged_subject[] = "aab\303\251 abab\nx=\"12\" aaac\360\220\220\200";

static void test_forged_programs(void **state) {
    (void)state;
    uint64_t seed = 1;
    uint32_t passed = 0;
    for (uint32_t round = 0; round < 40; round++) {
        for (size_t i = 0; i < COUNT_OF(match_cases); i++) {
            const MatchCase *c = &match_cases[i];
            Arena arena;
            ReCompiled re;
            arena_init(&arena, 1 << 24);
            assert_true(compile(&arena, c->pattern, c->is_text, c->flags, &re));
            uint32_t *words = malloc(re.n_words * sizeof *words);
            assert_non_null(words);
            memcpy(words, re.words, re.n_words * sizeof *words);
            forge(words, re.n_words, &seed);
            if (re_program_verify(&arena, words, re.n_words)) {
                uint32_t n = re_state_words(words) + 50, len = sizeof forged_subject - 1;
                uint32_t *block = calloc(n, sizeof *block);
                if (block) {
                    re_state_init(block, n, words, (ReMode)(round % 3), len, 0, len, round & 1);
                    run_forged(words, block, n, forged_subject, len);
                }
                free(block);
                passed++;
            }
            free(words);
            arena_free(&arena);
        }
    }
    assert_true(passed > 1000);
}

static void test_forged_blocks(void **state) {
    (void)state;
    uint64_t seed = 2;
    uint32_t passed = 0, len = sizeof forged_subject - 1;
    for (size_t i = 0; i < COUNT_OF(match_cases); i++) {
        const MatchCase *c = &match_cases[i];
        if (!c->is_text) { continue; }
        Arena arena;
        ReCompiled re;
        arena_init(&arena, 1 << 26);
        assert_true(compile(&arena, c->pattern, true, c->flags, &re));
        uint32_t n = re_state_words(re.words) + 40;
        uint32_t *block = calloc(n, sizeof *block), *forged = malloc(n * sizeof *block);
        assert_true(block && forged);
        re_state_init(block, n, re.words, RE_SEARCH, len, 0, len, false);
        for (uint32_t slice = 0; slice < 25; slice++) {
            int64_t fuel = 1;
            ReStatus status = re_match_run(block, n, re.words, forged_subject, len, &fuel);
            if (!re_state_verify(&arena, block, n, re.words, forged_subject, len)) {
                fail_msg("%s: not verified in slice %u", c->pattern, slice);
            }
            for (uint32_t k = 0; k < 30; k++) {
                memcpy(forged, block, n * sizeof *block);
                forge(forged, n, &seed);
                if (re_state_verify(&arena, forged, n, re.words, forged_subject, len)) {
                    run_forged(re.words, forged, n, forged_subject, len);
                    passed++;
                }
            }
            if (status != RE_STATUS_OUT_OF_FUEL) { break; }
        }
        free(block);
        free(forged);
        arena_free(&arena);
    }
    assert_true(passed > 1000);
}

// --- Templates -----------------------------------------------------------------------------------

static void test_templates(void **state) {
    (void)state;
    Arena arena;
    ReCompiled re;
    arena_init(&arena, 1 << 24);
    assert_true(compile(&arena, "(a)(?P<n>b)", true, 0, &re));
    for (size_t i = 0; i < COUNT_OF(template_cases); i++) {
        const TemplateCase *c = &template_cases[i];
        ReTemplate t;
        char text[1000];
        size_t n = 0;
        bool ok = re_template_parse(&arena, c->source, (uint32_t)strlen(c->source), true,
                                    re.n_groups, re.names, re.n_names, &t);
        if (!ok) {
            n = (size_t)snprintf(text, sizeof text, "%.*s", (int)t.error.msg_len, t.error.msg);
        }
        for (uint32_t k = 0; ok && k < t.n_parts; k++) {
            const RePart *part = &t.parts[k];
            n += (size_t)sprintf(text + n, "%s", k ? "|" : "");
            if (part->is_group) {
                n += (size_t)sprintf(text + n, "<%u>", part->group);
            } else {
                memcpy(text + n, part->text, part->len);
                n += part->len;
            }
        }
        text[n] = 0;
        if (t.error.kind != c->kind || t.error.pos != c->pos || strcmp(text, c->result) != 0) {
            fail_msg("%s: kind %d at %u, '%s'", c->source, (int)t.error.kind, t.error.pos, text);
        }
    }
    arena_free(&arena);
}

static void test_escape(void **state) {
    (void)state;
    const char *special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    for (uint32_t c = 0; c < 0x300; c++) {
        bool expected = c && c < 0x80 && strchr(special, (int)c);
        assert_int_equal(re_needs_escape(c), expected);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors),          cmocka_unit_test(test_warnings),
        cmocka_unit_test(test_names_and_flags), cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_limits),          cmocka_unit_test(test_matches),
        cmocka_unit_test(test_ranges),          cmocka_unit_test(test_long),
        cmocka_unit_test(test_slices),          cmocka_unit_test(test_misfits),
        cmocka_unit_test(test_forged_programs), cmocka_unit_test(test_forged_blocks),
        cmocka_unit_test(test_templates),       cmocka_unit_test(test_escape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
