// lex_number.c: numbers, as far as their spelling goes; literal.c computes their values.
//
// Grammar: "Numeric literals" in the language reference. A number that runs into a name is an
// error, save before the keywords that may follow a number (`1if x else y`), which only warn.
#include "front/lex.h"

static bool lex_is_word(const char *s, const char *word) {
    size_t n = strlen(word);
    return strncmp(s, word, n) == 0 && !lex_is(s[n], LEX_ID);
}

// What stands behind the number at L->cur.
static bool lex_number_end(Lexer *L, const char *kind) {
    const char *s = L->cur;
    if (!lex_is(*s, LEX_ID) || (uint8_t)*s >= 0x80) { return true; }
    bool may = lex_is_word(s, "and") || lex_is_word(s, "else") || lex_is_word(s, "for") ||
               lex_is_word(s, "or") || lex_is_word(s, "not") ||
               (s[0] == 'i' && (s[1] == 'f' || s[1] == 'n' || s[1] == 's'));
    const char *message = front_format(L->f, "invalid %s literal", kind);
    if (!may) { return lex_fail(L, message); }
    FrontWarning *w = front_warn(L->f, message, L->lineno);
    if (w) { lex_place_error(L, &w->error, message); }
    L->failed |= !w;
    return !L->failed;
}

// Digits with single underscores between them, from a digit at L->cur.
static bool lex_decimal_tail(Lexer *L) {
    for (;;) {
        while (lex_is(*L->cur, LEX_DIGIT)) { L->cur++; }
        if (*L->cur != '_') { return true; }
        L->cur++;
        if (!lex_is(*L->cur, LEX_DIGIT)) { return lex_fail(L, "invalid decimal literal"); }
    }
}

static bool lex_is_digit_of(char c, int base) {
    return base == 16 ? lex_is(c, LEX_HEX) : c >= '0' && c < '0' + base;
}

// 0x, 0o, 0b: L->cur is behind the letter.
static bool lex_based(Lexer *L, int base, const char *kind) {
    for (;;) {
        if (*L->cur == '_') { L->cur++; }
        if (!lex_is_digit_of(*L->cur, base)) { break; }
        while (lex_is_digit_of(*L->cur, base)) { L->cur++; }
        if (*L->cur == '_') { continue; }
        if (lex_is(*L->cur, LEX_DIGIT)) { break; }
        return lex_number_end(L, kind);
    }
    if (lex_is(*L->cur, LEX_DIGIT)) {
        L->cur++;
        return lex_fail(L,
                        front_format(L->f, "invalid digit '%c' in %s literal", L->cur[-1], kind));
    }
    return lex_fail(L, front_format(L->f, "invalid %s literal", kind));
}

// [exponent] [j], then the end. An `e` that no exponent follows may be the word `else`.
static bool lex_number_tail(Lexer *L) {
    if (*L->cur == 'e' || *L->cur == 'E') {
        const char *e = L->cur++;
        bool sign = *L->cur == '+' || *L->cur == '-';
        L->cur += sign;
        if (lex_is(*L->cur, LEX_DIGIT)) {
            if (!lex_decimal_tail(L)) { return false; }
        } else if (sign) {
            return lex_fail(L, "invalid decimal literal");
        } else {
            L->cur = e;
            return lex_number_end(L, "decimal");
        }
    }
    if (*L->cur == 'j' || *L->cur == 'J') {
        L->cur++;
        return lex_number_end(L, "imaginary");
    }
    return lex_number_end(L, "decimal");
}

static bool lex_fraction(Lexer *L) { // behind the point
    if (lex_is(*L->cur, LEX_DIGIT) && !lex_decimal_tail(L)) { return false; }
    return lex_number_tail(L);
}

// 0 not followed by x, o or b: zeros, or a float with leading zeros, or the octal of old.
static bool lex_zero(Lexer *L, const char *start) {
    const char *zeros_end;
    for (;;) {
        if (*L->cur == '_') {
            L->cur++;
            if (!lex_is(*L->cur, LEX_DIGIT)) { return lex_fail(L, "invalid decimal literal"); }
        }
        if (*L->cur != '0') { break; }
        L->cur++;
    }
    zeros_end = L->cur;
    bool octal = lex_is(*L->cur, LEX_DIGIT);
    if (octal && !lex_decimal_tail(L)) { return false; }
    if (*L->cur == '.') {
        L->cur++;
        return lex_fraction(L);
    }
    if (*L->cur == 'e' || *L->cur == 'E' || *L->cur == 'j' || *L->cur == 'J') {
        return lex_number_tail(L);
    }
    if (!octal) { return lex_number_end(L, "decimal"); }
    return lex_fail_range(L,
                          "leading zeros in decimal integer literals are not permitted; use an 0o "
                          "prefix for octal integers",
                          (uint32_t)(start - L->line_start) + 1,
                          (uint32_t)(zeros_end - L->line_start) + 1);
}

static bool lex_number_text(Lexer *L) {
    const char *start = L->cur;
    if (*start == '.') {
        L->cur++;
        return lex_fraction(L);
    }
    if (*start == '0') {
        L->cur++;
        char letter = (char)(*L->cur | 0x20);
        if (letter == 'x' || letter == 'o' || letter == 'b') {
            L->cur++;
            return letter == 'x'   ? lex_based(L, 16, "hexadecimal")
                   : letter == 'o' ? lex_based(L, 8, "octal")
                                   : lex_based(L, 2, "binary");
        }
        return lex_zero(L, start);
    }
    if (!lex_decimal_tail(L)) { return false; }
    if (*L->cur == '.') {
        L->cur++;
        return lex_fraction(L);
    }
    return lex_number_tail(L);
}

bool lex_number(Lexer *L) {
    const char *start = L->cur;
    return lex_number_text(L) && lex_emit(L, TOK_NUMBER, start);
}
