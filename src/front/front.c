// front.c: the Front itself: names, errors, warnings. See parse.h.
//
// A Name is found by a hash of its text and made on first sight, when it also learns whether it is
// a keyword; so the lexer asks that question once per distinct word.
#include "front/lex.h"

#include "base/utf8.h"

#include <stdarg.h>

void front_init(Front *f, Arena *arena, const char *source, size_t len, const char *filename,
                FrontMode mode, uint32_t flags) {
    memset(f, 0, sizeof *f);
    f->arena = arena;
    f->filename = filename;
    f->mode = mode;
    f->flags = flags;
    f->work_limit = UINT64_MAX;
    f->max_digits = FRONT_MAX_DIGITS;
    f->source = source;
    f->source_len = len;
}

// --- Names ---------------------------------------------------------------------------------------

typedef struct FrontWord {
    const char *text;
    uint8_t len, kind;
} FrontWord;

static const FrontWord front_words[] = {
#define TOKEN(name)
#define TOKEN_OP(name, text)
#define TOKEN_KW(name, text)   {text, sizeof text - 1, TOK_##name},
#define TOKEN_SOFT(name, text) {text, sizeof text - 1, TOK_##name},
#include "front/tokens.def"
};

enum { FRONT_KEYWORDS = TOK_FIRST_SOFT - TOK_FIRST_KW }; // in alphabetical order

static uint32_t front_word_kind(const char *text, size_t len) {
    if (len > 8) { return 0; }
    size_t at = 0, end = FRONT_KEYWORDS; // to the first keyword with this letter
    while (at < end) {
        size_t middle = (at + end) / 2;
        if (front_words[middle].text[0] < text[0]) {
            at = middle + 1;
        } else {
            end = middle;
        }
    }
    while (at < COUNT_OF(front_words)) {
        const FrontWord *w = &front_words[at++];
        if (w->text[0] != text[0]) {
            at = at < FRONT_KEYWORDS ? FRONT_KEYWORDS : at;
        } else if (w->len == len && memcmp(w->text, text, len) == 0) {
            return w->kind;
        }
    }
    return 0;
}

static inline uint64_t front_load(const char *p, size_t n) {
    uint64_t x = 0;
    memcpy(&x, p, n);
    return x;
}

static inline uint64_t front_mix(uint64_t x) {
    x *= 0x9E3779B97F4A7C15u;
    return x ^ x >> 32;
}

// Every load has a constant size, which compilers turn into one instruction; the last one overlaps.
static inline uint32_t front_hash(const char *s, size_t len) {
    uint64_t h = len;
    if (len >= 8) {
        size_t i = 0;
        for (; i + 8 < len; i += 8) { h = front_mix(h ^ front_load(s + i, 8)); }
        h = front_mix(h ^ front_load(s + len - 8, 8));
    } else if (len >= 4) {
        h = front_mix(h ^ (front_load(s, 4) | front_load(s + len - 4, 4) << 32));
    } else if (len > 0) {
        h ^= (uint64_t)(uint8_t)s[0] << 8 | (uint64_t)(uint8_t)s[len / 2] << 16 |
             (uint64_t)(uint8_t)s[len - 1] << 24;
        h = front_mix(h);
    }
    return (uint32_t)front_mix(h);
}

enum { FRONT_FIRST_NAMES = 256 };

static bool front_grow_names(Front *f) {
    NameTable *t = &f->names;
    uint32_t old = t->slots ? t->mask + 1 : 0, size = old ? old * 2 : FRONT_FIRST_NAMES;
    Name **slots = ARENA_ARRAY(f->arena, Name *, size);
    if (!slots) { return front_out_of_memory(f) != NULL; }
    for (uint32_t i = 0; i < old; i++) {
        Name *n = t->slots[i];
        if (!n) { continue; }
        uint32_t at = n->hash & (size - 1);
        while (slots[at]) { at = (at + 1) & (size - 1); }
        slots[at] = n;
    }
    t->slots = slots;
    t->mask = size - 1;
    return true;
}

static NX_NOINLINE Name *front_add_name(Front *f, const char *text, size_t len, uint32_t hash) {
    NameTable *t = &f->names;
    if ((!t->slots || t->n_names * 2 > t->mask) && !front_grow_names(f)) { return NULL; }
    Name *n = arena_alloc(f->arena, sizeof(Name) + len + 1);
    if (!n) { return front_out_of_memory(f); }
    char *copy = (char *)(n + 1);
    memcpy(copy, text, len);
    n->text = copy;
    n->len = (uint32_t)len;
    n->hash = hash;
    n->keyword = front_word_kind(text, len);
    uint32_t at = hash & t->mask;
    while (t->slots[at]) { at = (at + 1) & t->mask; }
    t->slots[at] = n;
    t->n_names++;
    return n;
}

Name *front_name(Front *f, const char *text, size_t len) {
    uint32_t hash = front_hash(text, len);
    NameTable *t = &f->names;
    if (t->slots) {
        for (uint32_t at = hash & t->mask; t->slots[at]; at = (at + 1) & t->mask) {
            Name *n = t->slots[at];
            if (n->hash == hash && n->len == len && memcmp(n->text, text, len) == 0) { return n; }
        }
    }
    return front_add_name(f, text, len, hash);
}

// --- Errors --------------------------------------------------------------------------------------

void *front_out_of_memory(Front *f) {
    if (f->error.kind == FRONT_OK) {
        f->error = (FrontError){.kind = FRONT_MEMORY_ERROR,
                                .lineno = FRONT_NO_POSITION,
                                .offset = FRONT_NO_POSITION,
                                .end_lineno = FRONT_NO_POSITION,
                                .end_offset = FRONT_NO_POSITION};
    }
    return NULL;
}

void *front_out_of_work(Front *f) {
    if (f->error.kind == FRONT_OK) {
        front_out_of_memory(f);
        f->error.kind = FRONT_LIMIT;
        f->error.message = "too much work to compile";
    }
    return NULL;
}

void *front_too_deep(Front *f) {
    if (f->error.kind == FRONT_OK) {
        front_out_of_memory(f);
        f->error.message = "Parser stack overflowed - Python source too complex to parse";
    }
    return NULL;
}

const char *front_line(const Front *f, uint32_t lineno, uint32_t *len) {
    const char *at = f->src, *end = f->src + f->src_len;
    for (uint32_t i = 1; i < lineno; i++) {
        const char *nl = memchr(at, '\n', (size_t)(end - at));
        if (!nl || nl + 1 > end) { break; }
        at = nl + 1;
    }
    const char *nl = memchr(at, '\n', (size_t)(end - at));
    *len = (uint32_t)((nl ? nl : end) - at);
    return at;
}

// Code points in the first `bytes` bytes of the line; a code point cut off counts, and so does one
// place behind the line's end.
int32_t front_offset(const char *text, uint32_t len, uint32_t bytes) {
    if (bytes > len + 1) { bytes = len + 1; }
    int32_t n = bytes > len;
    for (uint32_t i = 0; i < bytes && i < len; i++) { n += !utf8_is_continue((uint8_t)text[i]); }
    return n;
}

void *front_error_span(Front *f, const char *message, bool newline, uint32_t lineno,
                       uint32_t col_offset, uint32_t end_lineno, uint32_t end_col_offset) {
    if (f->error.kind != FRONT_OK) { return NULL; }
    if (!message) { return front_out_of_memory(f); }
    FrontError *e = &f->error;
    e->text = front_line(f, lineno, &e->text_len);
    if (newline && e->text + e->text_len < f->src + f->src_len) { e->text_len++; }
    e->kind = FRONT_SYNTAX_ERROR;
    e->message = message;
    e->lineno = (int32_t)lineno;
    e->offset = front_offset(e->text, e->text_len, col_offset + 1);
    e->end_lineno = (int32_t)end_lineno;
    e->end_offset = front_offset(e->text, e->text_len, end_col_offset + 1);
    return NULL;
}

void *front_error(Front *f, FrontErrorKind kind, const char *message, uint32_t lineno,
                  uint32_t col_offset, int64_t end_lineno, uint32_t end_col_offset) {
    if (f->error.kind != FRONT_OK) { return NULL; }
    front_error_span(f, message, false, lineno, col_offset,
                     end_lineno < 0 ? lineno : (uint32_t)end_lineno, end_col_offset);
    if (f->error.kind != FRONT_SYNTAX_ERROR) { return NULL; }
    f->error.kind = (uint8_t)kind;
    if (end_lineno < 0) { f->error.end_lineno = f->error.end_offset = FRONT_NO_POSITION; }
    return NULL;
}

static void front_place_at(const Front *f, FrontError *e, const Node *n, const char *message) {
    e->kind = FRONT_SYNTAX_ERROR;
    e->is_late = true;
    e->message = message;
    e->lineno = (int32_t)n->lineno;
    e->offset = (int32_t)n->col_offset + 1;
    e->end_lineno = (int32_t)n->end_lineno;
    e->end_offset = (int32_t)n->end_col_offset + 1;
    e->text = front_line(f, n->lineno, &e->text_len);
}

void *front_error_at(Front *f, const Node *n, const char *message) {
    if (f->error.kind != FRONT_OK) { return NULL; }
    if (!message) { return front_out_of_memory(f); }
    front_place_at(f, &f->error, n, message);
    return NULL;
}

void *front_name_error_at(Front *f, const Node *n, const char *message) {
    f->error.is_bare = f->error.kind == FRONT_OK || f->error.is_bare;
    return front_error_at(f, n, message);
}

FrontWarning *front_warn(Front *f, const char *message, uint32_t lineno) {
    FrontWarning *w = ARENA_NEW(f->arena, FrontWarning);
    if (!w || !message) { return front_out_of_memory(f); }
    w->message = message;
    w->lineno = lineno;
    *(f->last_warning ? &f->last_warning->next : &f->warnings) = w;
    f->last_warning = w;
    return w;
}

FrontWarning *front_warn_escape(Front *f, const char *seq, const char *kind, uint32_t lineno) {
    const char *advice =
        front_format(f, "Did you mean \"\\\\%s\"? A raw string is also an option.", seq);
    if (!advice) { return NULL; }
    const char *format =
        "\"\\%s\" is an %s escape sequence. Such sequences will not work in the future. %s";
    FrontWarning *w = front_warn(f, front_format(f, format, seq, kind, advice), lineno);
    if (!w) { return NULL; }
    w->error.message = front_format(f, "\"\\%s\" is an %s escape sequence. %s", seq, kind, advice);
    return w->error.message ? w : NULL;
}

bool front_warn_at(Front *f, const Node *n, const char *message) {
    FrontWarning *w = front_warn(f, message, n->lineno);
    if (!w) { return false; }
    front_place_at(f, &w->error, n, message);
    return true;
}

// --- Messages ------------------------------------------------------------------------------------

typedef struct FrontText { // first measures (out == NULL), then writes
    char *out;
    size_t len;
} FrontText;

static void front_put(FrontText *t, const char *s, size_t len) {
    if (t->out) { memcpy(t->out + t->len, s, len); }
    t->len += len;
}

static void front_put_int(FrontText *t, int64_t value) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t u = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        digits[--at] = (char)('0' + u % 10);
        u /= 10;
    } while (u);
    if (value < 0) { digits[--at] = '-'; }
    front_put(t, digits + at, sizeof digits - at);
}

static void front_put_hex(FrontText *t, uint32_t value, int width) {
    for (int i = 7; i >= 0; i--) {
        if (i < width || value >> (4 * i)) {
            front_put(t, &"0123456789ABCDEF"[value >> (4 * i) & 15], 1);
        }
    }
}

static void front_put_args(FrontText *t, const char *format, va_list *args) {
    for (const char *p = format; *p; p++) {
        if (*p != '%') {
            front_put(t, p, 1);
            continue;
        }
        char c = *++p;
        if (c == 's') {
            const char *s = va_arg(*args, const char *);
            front_put(t, s, strlen(s));
        } else if (c == 'N') {
            const Name *n = va_arg(*args, const Name *);
            front_put(t, n->text, n->len);
        } else if (c == 'd') {
            front_put_int(t, va_arg(*args, int));
        } else if (c == 'X') {
            front_put_hex(t, va_arg(*args, unsigned), 4);
        } else if (c == 'U') {
            char bytes[UTF8_MAX_SIZE];
            front_put(t, bytes, utf8_encode(bytes, va_arg(*args, unsigned)));
        } else if (c == 'c') {
            char ch = (char)va_arg(*args, int);
            front_put(t, &ch, 1);
        } else {
            front_put(t, p, 1);
        }
    }
}

const char *front_format(Front *f, const char *format, ...) {
    FrontText t = {NULL, 0};
    va_list args;
    va_start(args, format);
    front_put_args(&t, format, &args);
    va_end(args);
    t.out = arena_alloc(f->arena, t.len + 1);
    if (!t.out) { return front_out_of_memory(f); }
    t.len = 0;
    va_start(args, format);
    front_put_args(&t, format, &args);
    va_end(args);
    return t.out;
}
