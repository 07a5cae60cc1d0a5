// suggest.c: see suggest.h. The order of work is that of traceback's _find_keyword_typos: excerpt,
// dedent, words, keywords like the word by two measures, attempts.
#include "front/suggest.h"

#include "base/distance.h"
#include "base/utf8.h"
#include "front/check.h"
#include "front/lex.h"
#include "front/source.h"

enum {
    SUGGEST_MAX_EXCERPT = 1024, // code points
    SUGGEST_MAX_WORDS = 10,
    SUGGEST_MAX_MATCHES = 3,
    SUGGEST_MAX_LEN = 24, // no longer word is half a keyword
};

static const char *const suggest_keywords[] = {
#define TOKEN(name)
#define TOKEN_OP(name, text)
#define TOKEN_KW(name, text) text,
#define TOKEN_SOFT(name, text)
#include "front/tokens.def"
};

typedef struct Suggest {
    Arena *arena;
    const char *text; // the excerpt
    size_t len;
    uint64_t *work;
    uint64_t work_limit;
} Suggest;

// --- The excerpt ---------------------------------------------------------------------------------

static size_t suggest_line_len(const char *s, const char *end) {
    const char *newline = memchr(s, '\n', (size_t)(end - s));
    return (size_t)((newline ? newline : end) - s);
}

static bool suggest_is_blank(const char *line, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (!strchr(" \t\r\f\v", line[i])) { return false; }
    }
    return true;
}

// How much white space all lines that are not blank begin with.
static size_t suggest_margin(const char *s, const char *end) {
    const char *model = NULL;
    size_t margin = 0;
    while (s < end) {
        size_t len = suggest_line_len(s, end), same = 0;
        if (!suggest_is_blank(s, len)) {
            while (same < (model ? margin : len) && (s[same] == ' ' || s[same] == '\t') &&
                   (!model || s[same] == model[same])) {
                same++;
            }
            model = s;
            margin = same;
        }
        s += len + 1;
    }
    return margin;
}

// Copies the lines first..last without their common indentation, joined by newlines.
static bool suggest_excerpt(Suggest *g, const char *source, size_t len, uint32_t first,
                            uint32_t last) {
    const char *s = source, *end = source + len;
    for (uint32_t i = 1; i < first && s < end; i++) { s += suggest_line_len(s, end) + 1; }
    const char *stop = s;
    for (uint32_t i = first ? first : 1; i <= last && stop < end; i++) {
        stop += suggest_line_len(stop, end) + 1;
    }
    if (s >= end || stop - s > 5 * SUGGEST_MAX_EXCERPT) { return false; }
    end = stop < end ? stop - 1 : end; // without the last newline
    char *text = arena_alloc(g->arena, (size_t)(end - s) + 1);
    if (!text) { return false; }
    g->text = text;
    size_t margin = suggest_margin(s, end);
    while (s < end) {
        size_t n = suggest_line_len(s, end);
        if (!suggest_is_blank(s, n)) {
            memcpy(text + g->len, s + margin, n - margin);
            g->len += n - margin;
        }
        s += n + 1;
        if (s < end) { text[g->len++] = '\n'; }
    }
    return utf8_count(g->text, g->len) <= SUGGEST_MAX_EXCERPT;
}

// --- Two measures of likeness --------------------------------------------------------------------

// The nearest keyword within a third of both lengths, or NULL.
static const char *suggest_nearest(const char *word, uint32_t len) {
    const char *best = NULL;
    uint32_t best_distance = UINT32_MAX;
    for (uint32_t i = 0; i < COUNT_OF(suggest_keywords); i++) {
        uint32_t n = (uint32_t)strlen(suggest_keywords[i]);
        uint32_t most = min_u32(edit_limit(len, n), best_distance - 1);
        uint32_t distance = edit_distance(word, len, suggest_keywords[i], n, most);
        if (distance <= most) {
            best = suggest_keywords[i];
            best_distance = distance;
        }
    }
    return best;
}

// How many characters lie in the longest common run of a[0..a_len) and b[0..b_len), and in those to
// its left and to its right (Ratcliff and Obershelp). One of the two is a keyword, so this is
// short, and goes no deeper than that has letters.
static uint32_t suggest_common(const uint32_t *a, uint32_t a_len, const uint32_t *b,
                               uint32_t b_len) {
    uint32_t best = 0, a_at = 0, b_at = 0;
    for (uint32_t i = 0; i < a_len; i++) {
        for (uint32_t k = 0; k < b_len; k++) {
            uint32_t n = 0;
            while (i + n < a_len && k + n < b_len && a[i + n] == b[k + n]) { n++; }
            if (n > best) {
                best = n;
                a_at = i;
                b_at = k;
            }
        }
    }
    if (best == 0) { return 0; }
    uint32_t a_next = a_at + best, b_next = b_at + best;
    return best + suggest_common(a, a_at, b, b_at) +
           suggest_common(a + a_next, a_len - a_next, b + b_next, b_len - b_next);
}

// As difflib.get_close_matches with a cutoff of a half: the best first, of equals the later one.
static uint32_t suggest_close(const char *word, uint32_t size,
                              const char *out[SUGGEST_MAX_MATCHES]) {
    double ratios[SUGGEST_MAX_MATCHES];
    uint32_t n = 0, len = (uint32_t)utf8_count(word, size);
    uint32_t letters[SUGGEST_MAX_LEN], keyword[SUGGEST_MAX_LEN];
    if (len > SUGGEST_MAX_LEN) { return 0; }
    for (uint32_t i = 0, at = 0, step; i < len; i++, at += step) {
        letters[i] = utf8_decode(word + at, &step);
    }
    for (uint32_t i = COUNT_OF(suggest_keywords); i-- > 0;) {
        uint32_t k = 0;
        for (const char *s = suggest_keywords[i]; *s; s++) { keyword[k++] = (uint8_t)*s; }
        double ratio = 2.0 * suggest_common(keyword, k, letters, len) / (double)(len + k);
        if (ratio < 0.5) { continue; }
        uint32_t at = n;
        while (at > 0 && ratios[at - 1] < ratio) { at--; }
        if (at == SUGGEST_MAX_MATCHES) { continue; }
        n = min_u32(n + 1, SUGGEST_MAX_MATCHES);
        for (uint32_t to = n - 1; to > at; to--) {
            ratios[to] = ratios[to - 1];
            out[to] = out[to - 1];
        }
        ratios[at] = ratio;
        out[at] = suggest_keywords[i];
    }
    return n;
}

// --- Attempts ------------------------------------------------------------------------------------

static bool suggest_compiles(Front *f) {
    Node *tree = front_parse(f);
    if (!tree) { return f->incomplete; }
    return scope_build(f, tree) && check_tree(f, tree);
}

// Whether the excerpt is a program, or might go on to be one, with the keyword in place of the word.
static bool suggest_fits(Suggest *g, const Token *word, const char *keyword) {
    Arena arena; // of its own: most attempts fail, and what they leave is of no use
    arena_init(&arena, g->arena->limit);
    arena.alloc = g->arena->alloc;
    arena.release = g->arena->release;
    arena.ctx = g->arena->ctx;
    size_t len = strlen(keyword), tail = g->len - word->end;
    char *text = arena_alloc(&arena, word->start + len + tail);
    bool fits = false;
    if (text) {
        Front f;
        memcpy(text, g->text, word->start);
        memcpy(text + word->start, keyword, len);
        memcpy(text + word->start + len, g->text + word->end, tail);
        front_init(&f, &arena, text, word->start + len + tail, "", FRONT_EXEC,
                   FRONT_IGNORE_COOKIE | FRONT_TRIAL);
        f.work_limit = *g->work < g->work_limit ? g->work_limit - *g->work : 0;
        fits = suggest_compiles(&f);
        *g->work += f.work;
    }
    arena_free(&arena);
    return fits;
}

static void suggest_fill(const Suggest *g, const Token *word, const char *keyword,
                         FrontSuggestion *out) {
    const char *line = g->text + (word->start - word->col);
    out->keyword = keyword;
    out->lineno = word->lineno;
    out->line = line;
    out->line_len = (uint32_t)suggest_line_len(line, g->text + g->len);
    out->offset = (uint32_t)utf8_count(line, word->col) + 1;
    out->end_offset = out->offset + (uint32_t)utf8_count(line + word->col, word->end - word->start);
}

static bool suggest_try_word(Suggest *g, const Token *word, FrontSuggestion *out) {
    const char *matches[SUGGEST_MAX_MATCHES + 1];
    uint32_t n = 0, size = word->end - word->start;
    const char *text = g->text + word->start;
    matches[0] = suggest_nearest(text, size);
    if (matches[0]) { n = 1; }
    n = min_u32(n + suggest_close(text, size, matches + n), SUGGEST_MAX_MATCHES);
    for (uint32_t i = 0; i < n; i++) {
        if (suggest_fits(g, word, matches[i])) {
            suggest_fill(g, word, matches[i], out);
            return true;
        }
    }
    return false;
}

bool front_suggest(Arena *arena, const char *source, size_t len, uint32_t first, uint32_t last,
                   bool from_file, uint64_t *work, uint64_t work_limit, FrontSuggestion *out) {
    Suggest suggest = {.arena = arena, .work = work, .work_limit = work_limit}, *g = &suggest;
    *work += len / 16;
    if (!suggest_excerpt(g, source, len, first, last)) { return false; }
    Front f;
    front_init(&f, arena, g->text, g->len, "", FRONT_EXEC, FRONT_IGNORE_COOKIE);
    const Lexer *lexer = source_prepare(&f) ? lex_all(&f) : NULL;
    if (!lexer) { return false; }
    g->text = f.src; // what the tokens' places count in: no '\r'
    g->len = f.src_len;
    uint32_t n_words = 0;
    for (const Token *t = lexer->tokens; t->kind != TOK_END && t->kind != TOK_ERROR; t++) {
        if (t->kind != TOK_NAME) { continue; }
        if (from_file && t->lineno + first != (first ? last + 1 : last)) { continue; }
        if (n_words++ == SUGGEST_MAX_WORDS || *work > work_limit) { return false; }
        if (suggest_try_word(g, t, out)) { return true; }
    }
    return false;
}
