// re_lex.c: the tokenizer of patterns and templates, and its error messages.
//
// It is always one token ahead: a lone backslash at the end is therefore an error as soon as the
// token before it is taken, and positions of errors count back from the look-ahead. Both are
// visible in CPython's messages. See re_parse.h for the contracts.
#include "lib/re/re_parse.h"

#include "base/unicode.h"
#include "base/utf8.h"

#include <stdarg.h>

// --- Messages ------------------------------------------------------------------------------------

typedef struct ReMessage {
    Arena *arena;
    char *text;
    uint32_t len, cap;
    bool failed;
} ReMessage;

// Appends; the buffer doubles as it fills, the old ones are left in the arena.
static void re_message_add(ReMessage *m, const void *s, uint32_t n) {
    if (m->failed || n == 0) { return; }
    if (n > m->cap - m->len) {
        uint32_t cap = max_u32(64, (m->len + n) * 2);
        char *text = arena_alloc(m->arena, cap);
        if (!text) {
            m->failed = true;
            return;
        }
        if (m->len) { memcpy(text, m->text, m->len); }
        m->text = text;
        m->cap = cap;
    }
    memcpy(m->text + m->len, s, n);
    m->len += n;
}

static void re_message_number(ReMessage *m, uint32_t v) {
    char digits[10];
    uint32_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + v % 10);
        v /= 10;
    } while (v);
    re_message_add(m, digits + at, (uint32_t)sizeof digits - at);
}

// \xNN, \uNNNN or \UNNNNNNNN
static void re_message_hex(ReMessage *m, uint32_t c) {
    char out[10] = {'\\', c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U'};
    uint32_t n = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    for (uint32_t i = 0; i < n; i++) {
        out[2 + i] = "0123456789abcdef"[c >> (4 * (n - 1 - i)) & 15];
    }
    re_message_add(m, out, 2 + n);
}

// A bytes pattern's message is ASCII: other bytes stand as \xNN.
static void re_message_text(ReMessage *m, const ReLex *lx, const ReSlice *t) {
    if (lx->is_text) {
        re_message_add(m, t->s, t->len);
        return;
    }
    for (uint32_t i = 0; i < t->len; i++) {
        if (t->s[i] < 0x80) {
            re_message_add(m, t->s + i, 1);
        } else {
            re_message_hex(m, t->s[i]);
        }
    }
}

// repr(): single quotes unless these are in the text and double ones are not.
static void re_message_repr(ReMessage *m, const ReLex *lx, const ReSlice *t) {
    bool single = memchr(t->s, '\'', t->len) != NULL, twin = memchr(t->s, '"', t->len) != NULL;
    char quote = single && !twin ? '"' : '\'';
    re_message_add(m, &quote, 1);
    for (uint32_t i = 0; i < t->len;) {
        uint32_t size = 1;
        uint32_t c = lx->is_text ? utf8_decode(t->s + i, &size) : t->s[i];
        if (c == '\\' || c == (uint8_t)quote) {
            char out[2] = {'\\', (char)c};
            re_message_add(m, out, 2);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            re_message_add(m, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t", 2);
        } else if (c < 0x80 ? c >= 0x20 && c != 0x7F : lx->is_text && unicode_is_printable(c)) {
            re_message_add(m, t->s + i, size);
        } else {
            re_message_hex(m, c);
        }
        i += size;
    }
    re_message_add(m, &quote, 1);
}

static void re_message_format(ReMessage *m, const ReLex *lx, const char *format, va_list args) {
    const char *f = format;
    while (*f) {
        uint32_t n = 0;
        while (f[n] && f[n] != '%') { n++; }
        re_message_add(m, f, n);
        f += n;
        if (!*f) { break; }
        if (f[1] == 's') {
            const char *s = va_arg(args, const char *);
            re_message_add(m, s, (uint32_t)strlen(s));
        } else if (f[1] == 't') {
            re_message_text(m, lx, va_arg(args, const ReSlice *));
        } else if (f[1] == 'r') {
            re_message_repr(m, lx, va_arg(args, const ReSlice *));
        } else {
            re_message_number(m, va_arg(args, uint32_t));
        }
        f += 2;
    }
}

bool re_fail_memory(ReError *error) {
    *error = (ReError){.kind = RE_ERR_MEMORY, .pos = RE_NO_POS, .msg = ""};
    return false;
}

bool re_fail_work(ReError *error) {
    *error = (ReError){.kind = RE_ERR_WORK, .pos = RE_NO_POS, .msg = ""};
    return false;
}

static bool re_fail_list(ReLex *lx, ReErrorKind kind, uint32_t pos, const char *format,
                         va_list args) {
    ReMessage m = {.arena = lx->arena};
    re_message_format(&m, lx, format, args);
    if (m.failed) { return re_fail_memory(lx->error); }
    *lx->error = (ReError){.kind = kind, .pos = pos, .msg = m.text, .msg_len = m.len};
    return false;
}

bool re_fail(ReLex *lx, uint32_t offset, const char *format, ...) {
    va_list args;
    va_start(args, format);
    re_fail_list(lx, RE_ERR_PATTERN, lx->pos - offset, format, args);
    va_end(args);
    return false;
}

bool re_fail_at(ReLex *lx, ReErrorKind kind, uint32_t pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    re_fail_list(lx, kind, pos, format, args);
    va_end(args);
    return false;
}

// --- Tokens --------------------------------------------------------------------------------------

// The character at a byte offset, and the bytes it takes.
static uint32_t re_lex_char(const ReLex *lx, uint32_t at, uint32_t *size) {
    if (lx->is_text) { return utf8_decode(lx->s + at, size); }
    *size = 1;
    return lx->s[at];
}

bool re_lex_next(ReLex *lx) {
    lx->pos += lx->n;
    lx->at = lx->end_at;
    lx->work++;
    lx->n = 0;
    if (lx->at >= lx->len) { return true; }
    uint32_t size;
    lx->c = re_lex_char(lx, lx->at, &size);
    lx->end_at = lx->at + size;
    lx->n = 1;
    if (lx->c == '\\') {
        if (lx->end_at >= lx->len) {
            return re_fail_at(lx, RE_ERR_PATTERN, lx->pos, "bad escape (end of pattern)");
        }
        lx->esc = re_lex_char(lx, lx->end_at, &size);
        lx->end_at += size;
        lx->n = 2;
    }
    return true;
}

bool re_lex_init(ReLex *lx, Arena *arena, const void *s, uint32_t len, bool is_text,
                 ReError *error) {
    *lx = (ReLex){.arena = arena, .s = s, .len = len, .is_text = is_text, .error = error};
    return re_lex_next(lx);
}

bool re_lex_get(ReLex *lx, ReToken *tok) {
    *tok = (ReToken){.at = lx->at, .end_at = lx->end_at, .n = lx->n, .c = lx->c, .esc = lx->esc};
    return re_lex_next(lx);
}

bool re_lex_seek(ReLex *lx, uint32_t at, uint32_t pos) {
    lx->end_at = at;
    lx->pos = pos;
    lx->n = 0;
    return re_lex_next(lx);
}

bool re_lex_match(ReLex *lx, uint32_t c, bool *matched) {
    *matched = re_lex_is(lx, c);
    return !*matched || re_lex_next(lx);
}

bool re_lex_until(ReLex *lx, char terminator, const char *what, ReSlice *name) {
    uint32_t from = lx->at, pos = lx->pos;
    // The next token is read before this one is judged: a fault in it comes first.
    for (;;) {
        uint32_t n = lx->n, to = lx->at, end_pos = lx->pos;
        bool found = re_lex_is(lx, (uint8_t)terminator);
        if (!re_lex_next(lx)) { return false; }
        if (n == 0) {
            if (end_pos == pos) { return re_fail(lx, 0, "missing %s", what); }
            char term[2] = {terminator, 0};
            return re_fail(lx, end_pos - pos, "missing %s, unterminated name", term);
        }
        if (found) {
            if (end_pos == pos) { return re_fail(lx, 1, "missing %s", what); }
            *name = re_lex_slice(lx, from, to);
            name->n = end_pos - pos;
            name->pos = pos;
            return true;
        }
    }
}

bool re_lex_group_name(ReLex *lx, const ReSlice *name, bool *decimal) {
    *decimal = true;
    for (uint32_t i = 0; i < name->len; i++) {
        if (name->s[i] < '0' || name->s[i] > '9') { *decimal = false; }
    }
    if (*decimal) { return true; }
    for (uint32_t i = 0; i < name->len;) {
        uint32_t size = 1;
        uint32_t c = lx->is_text ? utf8_decode(name->s + i, &size) : name->s[i];
        bool good = i == 0 ? unicode_is_id_start(c) : unicode_is_id_continue(c);
        if (!good || (!lx->is_text && c >= 0x80)) {
            return re_fail(lx, name->n + 1, "bad character in group name %r", name);
        }
        i += size;
    }
    return true;
}

bool re_lex_number(ReLex *lx, const ReSlice *digits, uint32_t *value) {
    if (digits->len > 4300) {
        return re_fail_at(lx, RE_ERR_VALUE, RE_NO_POS,
                          "Exceeds the limit (4300 digits) for integer string conversion: value "
                          "has %u digits; use sys.set_int_max_str_digits() to increase the limit",
                          digits->len);
    }
    uint64_t v = 0;
    for (uint32_t i = 0; i < digits->len; i++) {
        v = v * 10 + (uint64_t)(digits->s[i] - '0');
        if (v > UINT32_MAX) { v = UINT32_MAX; }
    }
    *value = (uint32_t)v;
    return true;
}

bool re_reserve(Arena *arena, ReError *error, void **array, uint32_t *cap, uint32_t n,
                size_t item) {
    if (n < *cap) { return true; }
    uint32_t wider = *cap ? *cap * 2 : 8;
    void *fresh = arena_alloc(arena, wider * item);
    if (!fresh) { return re_fail_memory(error); }
    if (*cap) { memcpy(fresh, *array, *cap * item); }
    *array = fresh;
    *cap = wider;
    return true;
}
