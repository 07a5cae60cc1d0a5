// libFuzzer target for lib/re. The first byte chooses what is done with the rest:
//   patterns   a pattern, a zero byte, a subject: compiled and matched, at a stretch and in slices,
//              which must agree; the program must verify, so must the block after each slice
//   programs   a pattern and edits of its program: run if it still verifies
//   blocks     the same with edits of a suspended match
//   templates  a replacement string
// `make fuzz-regex`.
#include <stdlib.h>

#include "base/utf8.h"
#include "lib/re/re.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Input {
    const uint8_t *data;
    size_t size;
} Input;

static uint32_t take(Input *in) {
    if (!in->size) { return 0; }
    in->size--;
    return *in->data++;
}

// A copy of exactly n bytes, so that reading beyond it is seen.
static uint8_t *exact(const void *bytes, size_t n) {
    uint8_t *copy = malloc(n ? n : 1);
    if (!copy) { abort(); }
    if (n) { memcpy(copy, bytes, n); }
    return copy;
}

// Bytes up to a zero byte, made valid text if need be.
static uint8_t *take_string(Input *in, bool is_text, uint32_t *len) {
    size_t n = 0;
    while (n < in->size && in->data[n]) { n++; }
    uint8_t *s = exact(in->data, n);
    Utf8Fault fault;
    while (is_text && !utf8_check_text(s, n, &fault)) {
        for (size_t i = fault.start; i < fault.end; i++) { s[i] = (uint8_t)(s[i] & 0x7F); }
    }
    in->data += n < in->size ? n + 1 : n;
    in->size -= n < in->size ? n + 1 : n;
    *len = (uint32_t)n;
    return s;
}

typedef struct Match {
    uint32_t *block;
    uint32_t n_words;
    int64_t used;
} Match;

enum { MAX_FUEL = 200000, MAX_WORDS = 1 << 20 };

static bool grow(Match *m) {
    bool possible;
    uint32_t n = re_state_grow(m->block, m->n_words, &possible);
    if (!possible || n > MAX_WORDS) { return false; }
    m->block = realloc(m->block, n * sizeof *m->block);
    if (!m->block) { abort(); }
    m->n_words = n;
    return true;
}

static ReStatus match(Match *m, const uint32_t *program, const uint8_t *s, uint32_t len,
                      ReMode mode, int64_t slice) {
    m->n_words = re_state_words(program);
    m->block = malloc(m->n_words * sizeof *m->block);
    m->used = 0;
    if (!m->block) { abort(); }
    re_state_init(m->block, m->n_words, program, mode, len, 0, len, false);
    for (uint32_t slices = 0;; slices++) {
        int64_t fuel = slice;
        ReStatus status = re_match_run(m->block, m->n_words, program, s, len, &fuel);
        m->used += slice - fuel;
        if (status == RE_STATUS_NEED_MEMORY) {
            if (!grow(m)) { return status; }
        } else if (status != RE_STATUS_OUT_OF_FUEL || m->used > MAX_FUEL) {
            return status;
        } else if (slices < 20) {
            Arena arena;
            arena_init(&arena, 1 << 28);
            if (!re_state_verify(&arena, m->block, m->n_words, program, s, len)) { abort(); }
            arena_free(&arena);
        }
    }
}

static void fuzz_pattern(const ReCompiled *re, const uint8_t *s, uint32_t len) {
    for (ReMode mode = RE_SEARCH; mode <= RE_FULLMATCH; mode++) {
        Match a, b;
        ReStatus status = match(&a, re->words, s, len, mode, MAX_FUEL);
        ReStatus again = match(&b, re->words, s, len, mode, 3);
        bool done = status <= RE_STATUS_MATCH && again <= RE_STATUS_MATCH;
        if (status == RE_STATUS_ERROR || again == RE_STATUS_ERROR || (done && status != again)) {
            abort();
        }
        for (uint32_t g = 0; done && status == RE_STATUS_MATCH && g <= re->n_groups; g++) {
            uint32_t from = 0, to = 0, from_b = 0, to_b = 0;
            bool set = re_state_span(a.block, g, &from, &to);
            if (set != re_state_span(b.block, g, &from_b, &to_b) ||
                (set && (from != from_b || to != to_b || from > to || to > len))) {
                abort();
            }
        }
        free(a.block);
        free(b.block);
    }
}

static void edit(uint32_t *words, uint32_t n, Input *in) {
    while (in->size >= 4) {
        uint32_t at = (take(in) | take(in) << 8) % n, how = take(in), value = take(in);
        uint32_t *w = &words[at];
        switch (how & 3) {
        case 0: *w = value; break;
        case 1: *w += value - 128; break;
        case 2: *w ^= 1u << (value & 31); break;
        default: *w = words[(at + value) % n]; break;
        }
    }
}

static void fuzz_program(const ReCompiled *re, const uint8_t *s, uint32_t len, Input *in) {
    Arena arena;
    uint32_t *words = (uint32_t *)(void *)exact(re->words, re->n_words * sizeof *words);
    edit(words, re->n_words, in);
    arena_init(&arena, 1 << 28);
    if (re_program_verify(&arena, words, re->n_words) && re_state_words(words) < MAX_WORDS) {
        Match m;
        match(&m, words, s, len, RE_SEARCH, 100);
        free(m.block);
    }
    arena_free(&arena);
    free(words);
}

static void fuzz_block(const ReCompiled *re, const uint8_t *s, uint32_t len, Input *in) {
    uint32_t n = re_state_words(re->words) + 64;
    uint32_t *block = calloc(n, sizeof *block);
    if (!block) { abort(); }
    int64_t fuel = take(in);
    re_state_init(block, n, re->words, (ReMode)(take(in) % 3), len, 0, len, false);
    re_match_run(block, n, re->words, s, len, &fuel);
    edit(block, n, in);
    Arena arena;
    arena_init(&arena, 1 << 28);
    if (re_state_verify(&arena, block, n, re->words, s, len)) {
        fuel = 5000;
        re_match_run(block, n, re->words, s, len, &fuel);
    }
    arena_free(&arena);
    free(block);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Input in = {data, size};
    uint32_t what = take(&in), flags = take(&in);
    bool is_text = (what & 4) != 0;
    uint32_t n_pattern, len;
    uint8_t *pattern = take_string(&in, is_text, &n_pattern);
    uint8_t *subject = take_string(&in, is_text, &len);
    Arena arena;
    ReCompiled re;
    arena_init(&arena, 1 << 26);
    ReSource src = {.pattern = pattern, .len = n_pattern, .is_text = is_text};
    src.flags = (flags << 1 & 0x5E) | (flags & 0x80 ? (uint32_t)RE_FLAG_ASCII : 0);
    src.work_limit = 1 << 20;
    if ((what & 3) == 3) {
        ReTemplate t;
        re_template_parse(&arena, pattern, n_pattern, is_text, flags, NULL, 0, &t);
    } else if (re_compile(&arena, &src, &re)) {
        if (!re_program_verify(&arena, re.words, re.n_words)) { abort(); }
        if ((what & 3) == 0) { fuzz_pattern(&re, subject, len); }
        if ((what & 3) == 1) { fuzz_program(&re, subject, len, &in); }
        if ((what & 3) == 2) { fuzz_block(&re, subject, len, &in); }
    }
    arena_free(&arena);
    free(pattern);
    free(subject);
    return 0;
}
