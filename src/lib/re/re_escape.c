// re_escape.c: what stands behind a backslash in a pattern, outside and inside of a set.
//
// Outside, digits are an octal escape when they begin with 0 or are three octal digits, else a
// group reference; inside they are always octal. A letter without a meaning is an error.
#include "lib/re/re_parse.h"

#include "base/unicode_names.h"
#include "base/utf8.h"

static bool re_digit(uint32_t c, bool hex, uint32_t *value) {
    if (c >= '0' && c <= (hex ? '9' : '7')) {
        *value = c - '0';
        return true;
    }
    uint32_t lower = c | 0x20;
    if (!hex || lower < 'a' || lower > 'f' || c >= 0x80) { return false; }
    *value = lower - 'a' + 10;
    return true;
}

bool re_lex_digits(ReLex *lx, uint32_t n, bool hex, uint32_t *taken, uint64_t *value) {
    *taken = 0;
    for (uint32_t digit = 0; *taken < n && lx->n == 1 && re_digit(lx->c, hex, &digit); ++*taken) {
        *value = (*value << (hex ? 4 : 3)) | digit;
        if (!re_lex_next(lx)) { return false; }
    }
    return true;
}

static bool re_is_letter(uint32_t c) { return c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// "bad escape" and its like: the text from the backslash up to the look-ahead.
static bool re_bad_escape(ReLex *lx, const ReToken *tok, uint32_t extra, const char *format) {
    ReSlice text = re_lex_slice(lx, tok->at, lx->at);
    return re_fail(lx, 2 + extra, format, &text);
}

static bool re_char_escape(ReEscape *out, uint64_t c) {
    *out = (ReEscape){.kind = RE_ESC_CHAR, .value = (uint32_t)c};
    return true;
}

// \xhh, \uhhhh, \Uhhhhhhhh
static bool re_hex_escape(ReParser *p, const ReToken *tok, uint32_t n, ReEscape *out) {
    uint32_t taken;
    uint64_t c = 0;
    if (!re_lex_digits(&p->lx, n, true, &taken, &c)) { return false; }
    if (taken != n) { return re_bad_escape(&p->lx, tok, taken, "incomplete escape %t"); }
    if (c > UTF8_MAX_CP) { return re_bad_escape(&p->lx, tok, taken, "bad escape %t"); }
    return re_char_escape(out, c);
}

// \N{name}
static bool re_name_escape(ReParser *p, ReEscape *out) {
    bool found;
    if (!re_lex_match(&p->lx, '{', &found)) { return false; }
    if (!found) { return re_fail(&p->lx, 0, "missing {"); }
    ReSlice name;
    if (!re_lex_until(&p->lx, '}', "character name", &name)) { return false; }
    // CPython cannot look such a name up, and takes the fault for one of the escape.
    if (utf8_find_surrogate(name.s, name.len) < name.len) {
        return re_fail(&p->lx, 2, "bad escape \\N");
    }
    uint32_t points[UNICODE_NAME_POINTS];
    if (unicode_find_name((const char *)name.s, name.len, points) != 1) {
        return re_fail(&p->lx, name.n + 4, "undefined character name %r", &name);
    }
    return re_char_escape(out, points[0]);
}

// Octal escapes are one byte's worth.
static bool re_octal_escape(ReParser *p, const ReToken *tok, uint32_t extra, uint64_t c,
                            ReEscape *out) {
    if (c > 0377) {
        return re_bad_escape(&p->lx, tok, extra, "octal escape value %t outside of range 0-0o377");
    }
    return re_char_escape(out, c);
}

// Characters and categories that mean the same everywhere; sets *done.
static bool re_common_escape(ReParser *p, const ReToken *tok, ReEscape *out, bool *done) {
    *done = true;
    *out = (ReEscape){.kind = RE_ESC_CATEGORY};
    switch (tok->esc) {
    case 'd': out->value = RE_CAT_DIGIT; return true;
    case 'D': out->value = RE_CAT_NOT_DIGIT; return true;
    case 's': out->value = RE_CAT_SPACE; return true;
    case 'S': out->value = RE_CAT_NOT_SPACE; return true;
    case 'w': out->value = RE_CAT_WORD; return true;
    case 'W': out->value = RE_CAT_NOT_WORD; return true;
    case 'a': return re_char_escape(out, '\a');
    case 'f': return re_char_escape(out, '\f');
    case 'n': return re_char_escape(out, '\n');
    case 'r': return re_char_escape(out, '\r');
    case 't': return re_char_escape(out, '\t');
    case 'v': return re_char_escape(out, '\v');
    case 'x': return re_hex_escape(p, tok, 2, out);
    default: break;
    }
    if (p->lx.is_text) {
        switch (tok->esc) {
        case 'u': return re_hex_escape(p, tok, 4, out);
        case 'U': return re_hex_escape(p, tok, 8, out);
        case 'N': return re_name_escape(p, out);
        default: break;
        }
    }
    *done = false;
    return true;
}

// In a set \b is the backspace, digits are octal and there are no positions.
bool re_escape_inside(ReParser *p, const ReToken *tok, ReEscape *out) {
    bool done;
    if (!re_common_escape(p, tok, out, &done)) { return false; }
    if (done) { return true; }
    if (tok->esc == 'b') { return re_char_escape(out, '\b'); }
    uint32_t taken, digit;
    if (re_digit(tok->esc, false, &digit)) {
        uint64_t c = digit;
        if (!re_lex_digits(&p->lx, 2, false, &taken, &c)) { return false; }
        return re_octal_escape(p, tok, taken, c, out);
    }
    if (re_is_letter(tok->esc) || tok->esc == '8' || tok->esc == '9') {
        return re_bad_escape(&p->lx, tok, 0, "bad escape %t");
    }
    return re_char_escape(out, tok->esc);
}

static bool re_next_digit(const ReLex *lx) { return lx->n == 1 && lx->c >= '0' && lx->c <= '9'; }

bool re_check_behind(ReParser *p, uint32_t group) {
    if (!p->behind_groups) { return true; }
    if (!re_group_closed(p, group)) { return re_fail(&p->lx, 0, "cannot refer to an open group"); }
    if (group >= p->behind_groups) {
        return re_fail(&p->lx, 0,
                       "cannot refer to group defined in the same lookbehind subpattern");
    }
    return true;
}

// \1 to \99, or \101 to \377.
static bool re_digit_escape(ReParser *p, const ReToken *tok, ReEscape *out) {
    ReLex *lx = &p->lx;
    uint32_t group = tok->esc - '0', extra = 0;
    if (re_next_digit(lx)) {
        uint32_t a = tok->esc, b = lx->c;
        group = group * 10 + (b - '0');
        extra = 1;
        if (!re_lex_next(lx)) { return false; }
        uint32_t digit;
        if (a < '8' && b < '8' && lx->n == 1 && re_digit(lx->c, false, &digit)) {
            if (!re_lex_next(lx)) { return false; }
            return re_octal_escape(p, tok, 2, ((a - '0') << 6) | ((b - '0') << 3) | digit, out);
        }
    }
    if (group >= p->n_groups) {
        return re_fail(lx, 1 + extra, "invalid group reference %u", group);
    }
    if (!re_group_closed(p, group)) {
        return re_fail(lx, 2 + extra, "cannot refer to an open group");
    }
    *out = (ReEscape){.kind = RE_ESC_GROUP, .value = group};
    return re_check_behind(p, group);
}

bool re_escape_outside(ReParser *p, const ReToken *tok, ReEscape *out) {
    bool done;
    switch (tok->esc) {
    case 'A':
    case 'b':
    case 'B':
    case 'z':
    case 'Z': *out = (ReEscape){.kind = RE_ESC_AT, .value = tok->esc}; return true;
    default: break;
    }
    if (!re_common_escape(p, tok, out, &done)) { return false; }
    if (done) { return true; }
    if (tok->esc == '0') {
        uint32_t taken;
        uint64_t c = 0;
        if (!re_lex_digits(&p->lx, 2, false, &taken, &c)) { return false; }
        return re_char_escape(out, c);
    }
    if (tok->esc >= '1' && tok->esc <= '9') { return re_digit_escape(p, tok, out); }
    if (re_is_letter(tok->esc)) { return re_bad_escape(&p->lx, tok, 0, "bad escape %t"); }
    return re_char_escape(out, tok->esc);
}
