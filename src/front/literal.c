// literal.c: from the spelling of a literal to its value. Rules: "String and Bytes literals" and
// "Numeric literals" in the language reference; messages are those of CPython's codecs.
#include "front/literal.h"

#include "base/bigint.h"
#include "base/dtoa.h"
#include "base/unicode_names.h"
#include "base/utf8.h"

// --- Numbers -------------------------------------------------------------------------------------

static bool literal_big(Front *f, const char *digits, size_t len, uint32_t base, Const *out) {
    uint32_t n_tmp = big_from_text_tmp(len, base);
    Limb *limbs = ARENA_ARRAY(f->arena, Limb, big_from_text_cap(len, base));
    Limb *tmp = ARENA_ARRAY(f->arena, Limb, n_tmp);
    if (!limbs || !tmp) { return front_out_of_memory(f) != NULL; }
    f->work += big_from_text_cost(len, base);
    out->len = big_from_text(limbs, digits, len, base, tmp, NULL);
    out->type = CONST_BIG;
    out->as.limbs = limbs;
    if (out->len <= 1 && (out->len == 0 || limbs[0] <= INT64_MAX)) {
        out->as.i = out->len ? (int64_t)limbs[0] : 0;
        out->type = CONST_INT;
        out->len = 0;
    }
    return true;
}

static bool literal_decimal(Front *f, const char *text, size_t len, Const *out,
                            uint32_t *n_digits) {
    uint32_t n = 0;
    for (size_t i = 0; i < len; i++) { n += text[i] != '_'; }
    if (f->max_digits && n > f->max_digits) {
        *n_digits = n;
        return false;
    }
    return literal_big(f, text, len, 10, out);
}

bool literal_number(Front *f, const char *text, size_t len, Const *out, uint32_t *n_digits) {
    memset(out, 0, sizeof *out);
    if (len <= 18) { // most are short decimal integers, and 18 digits always fit
        int64_t value = 0;
        size_t i = 0;
        while (i < len && lex_is(text[i], LEX_DIGIT)) { value = value * 10 + (text[i++] - '0'); }
        if (i == len) {
            out->type = CONST_INT;
            out->as.i = value;
            return true;
        }
    }
    if (len > 2 && text[0] == '0') {
        char letter = (char)(text[1] | 0x20);
        uint32_t base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (base) { return literal_big(f, text + 2, len - 2, base, out); }
    }
    bool imaginary = (text[len - 1] | 0x20) == 'j';
    if (!imaginary && !memchr(text, '.', len) && !memchr(text, 'e', len) &&
        !memchr(text, 'E', len)) {
        return literal_decimal(f, text, len, out, n_digits);
    }
    out->type = imaginary ? CONST_COMPLEX : CONST_FLOAT;
    f->work += len / 8;
    dtoa_parse(text, len - imaginary, DTOA_UNDERSCORES, &out->as.d);
    return true;
}

// --- Strings -------------------------------------------------------------------------------------

typedef struct LiteralText {
    Front *f;
    const char *text, *at, *end;
    char *out;
    uint32_t lineno; // of text
    bool bytes, fields;
    LiteralFault *fault;
} LiteralText;

// Offsets in CPython's message are those of a rewritten text: there a character beyond ASCII has
// ten bytes, and a backslash before one six.
static size_t literal_offset(const LiteralText *t, const char *from, const char *to) {
    size_t n = 0;
    for (const char *p = from; p < to; p++) {
        if ((uint8_t)*p >= 0x80) {
            n += utf8_is_continue((uint8_t)*p) ? 0 : 10;
        } else if (*p == '\\' && p + 1 < t->end) {
            if ((uint8_t)p[1] >= 0x80) {
                n += 6;
            } else {
                n += 2;
                p++;
            }
        } else {
            n++;
        }
    }
    return n;
}

static bool literal_bad_escape(LiteralText *t, const char *start, const char *end,
                               const char *reason) {
    size_t from = literal_offset(t, t->text, start), to = from + (size_t)(end - start) - 1;
    t->fault->problem = front_format(t->f,
                                     "(unicode error) 'unicodeescape' codec can't decode bytes in "
                                     "position %d-%d: %s",
                                     (int)from, (int)to, reason);
    return false;
}

static bool literal_warn(LiteralText *t, const char *escape, uint32_t len) {
    LiteralFault *fault = t->fault;
    if (fault->warning) { return true; }
    const char *line = t->text;
    for (const char *p = t->text; p < escape; p++) {
        if (*p == '\n') {
            fault->lines++;
            line = p + 1;
        }
    }
    fault->col = (uint32_t)(t->bytes ? (size_t)(escape - line) : literal_offset(t, line, escape));
    char seq[8] = {0};
    memcpy(seq, escape + 1, len - 1);
    const char *kind = len > 2 ? "invalid octal" : "invalid";
    fault->warning = front_warn_escape(t->f, seq, kind, t->lineno + fault->lines);
    return fault->warning != NULL;
}

static int literal_hex_digit(char c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void literal_put(LiteralText *t, uint32_t cp) {
    if (t->bytes) {
        *t->out++ = (char)cp;
    } else {
        t->out += utf8_encode(t->out, cp);
    }
}

// \xHH, \uHHHH, \UHHHHHHHH: t->at is behind the letter.
static bool literal_hex(LiteralText *t, const char *start, int n, const char *reason) {
    uint32_t cp = 0;
    for (int i = 0; i < n; i++, t->at++) {
        int digit = t->at < t->end ? literal_hex_digit(*t->at) : -1;
        if (digit < 0) {
            if (!t->bytes) { return literal_bad_escape(t, start, t->at, reason); }
            t->fault->problem = front_format(
                t->f, "(value error) invalid \\x escape at position %d", (int)(start - t->text));
            return false;
        }
        cp = cp << 4 | (uint32_t)digit;
    }
    if (cp > UTF8_MAX_CP) {
        return literal_bad_escape(t, start, t->at, "illegal Unicode character");
    }
    literal_put(t, cp);
    return true;
}

enum { LITERAL_NAME_WORK = 32 };

static bool literal_named(LiteralText *t, const char *start) { // t->at is behind \N
    static const char *const malformed = "malformed \\N character escape";
    if (t->at == t->end || *t->at != '{') { return literal_bad_escape(t, start, t->at, malformed); }
    const char *name = ++t->at;
    const char *close = memchr(name, '}', (size_t)(t->end - name));
    if (!close || close == name) {
        return literal_bad_escape(t, start, close ? close : t->end, malformed);
    }
    t->at = close + 1;
    uint32_t points[UNICODE_NAME_POINTS];
    t->f->work += LITERAL_NAME_WORK;
    if (unicode_find_name(name, (size_t)(close - name), points) != 1) {
        return literal_bad_escape(t, start, t->at, "unknown Unicode character name");
    }
    literal_put(t, points[0]);
    return true;
}

static bool literal_octal(LiteralText *t, const char *start) {
    uint32_t value = 0;
    int n = 0;
    for (t->at = start + 1; n < 3 && t->at < t->end && *t->at >= '0' && *t->at <= '7'; n++) {
        value = value * 8 + (uint32_t)(*t->at++ - '0');
    }
    if (value > 0xFF && !literal_warn(t, start, 4)) { return false; }
    literal_put(t, t->bytes ? value & 0xFF : value);
    return true;
}

// A backslash at t->at.
static bool literal_escape(LiteralText *t) {
    static const char letters[] = "\\'\"abfnrtv";
    static const char values[] = "\\'\"\a\b\f\n\r\t\v";
    const char *start = t->at++;
    if (t->at == t->end) {
        *t->out++ = '\\';
        return true;
    }
    char c = *t->at;
    if (c == '\n') {
        t->at++;
        return true;
    }
    const char *p = memchr(letters, c, sizeof letters - 1);
    if (p) {
        t->at++;
        *t->out++ = values[p - letters];
        return true;
    }
    if (c >= '0' && c <= '7') { return literal_octal(t, start); }
    t->at++;
    if (c == 'x') { return literal_hex(t, start, 2, "truncated \\xXX escape"); }
    if (!t->bytes) {
        if (c == 'u') { return literal_hex(t, start, 4, "truncated \\uXXXX escape"); }
        if (c == 'U') { return literal_hex(t, start, 8, "truncated \\UXXXXXXXX escape"); }
        if (c == 'N') { return literal_named(t, start); }
    }
    t->at = start + 1; // kept as it is, and the character too
    *t->out++ = '\\';
    if ((uint8_t)c >= 0x80 || (t->fields && (c == '{' || c == '}'))) { return true; }
    return literal_warn(t, start, 2);
}

bool literal_text(Front *f, const char *text, size_t len, uint8_t flags, uint32_t lineno,
                  Const *out, LiteralFault *fault) {
    memset(out, 0, sizeof *out);
    memset(fault, 0, sizeof *fault);
    out->type = flags & TOKF_BYTES ? CONST_BYTES : CONST_STR;
    char *copy = arena_alloc(f->arena, len + 8);
    if (!copy) { return front_out_of_memory(f) != NULL; }
    f->work += len / 16;
    out->as.bytes = copy;
    if ((flags & TOKF_RAW) || !memchr(text, '\\', len)) {
        memcpy(copy, text, len);
        out->len = (uint32_t)len;
    } else {
        LiteralText t = {.f = f,
                         .text = text,
                         .at = text,
                         .end = text + len,
                         .out = copy,
                         .lineno = lineno,
                         .bytes = (flags & TOKF_BYTES) != 0,
                         .fields = (flags & TOKF_FIELDS) != 0,
                         .fault = fault};
        while (t.at < t.end) {
            const char *next = memchr(t.at, '\\', (size_t)(t.end - t.at));
            size_t n = (size_t)((next ? next : t.end) - t.at);
            memcpy(t.out, t.at, n);
            t.out += n;
            t.at += n;
            if (next && !literal_escape(&t)) { return false; }
        }
        out->len = (uint32_t)(t.out - copy);
        *t.out = 0;
    }
    out->ascii = out->type == CONST_STR && utf8_is_ascii(copy, out->len);
    return true;
}

const char *literal_inside(const Front *f, const Token *t, size_t *len) {
    const char *s = f->src + t->start, *end = f->src + t->end;
    while (*s != '"' && *s != '\'') { s++; }
    uint32_t quotes = t->flags & TOKF_TRIPLE ? 3 : 1;
    s += quotes;
    *len = (size_t)(end - s) - quotes;
    return s;
}
