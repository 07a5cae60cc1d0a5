// lex_string.c: string literals, and the text parts of f-strings (PEP 701) and t-strings (PEP 750).
//
// An f-string becomes START, then MIDDLE tokens for its text and ordinary tokens for its
// replacement fields, then END. The innermost open one is the top of L->modes: in_text tells
// whether its characters are read here or the tokens of a field in lex.c, which hands back at the
// field's ':' or '}'.
#include "front/lex.h"

static bool lex_string_unterminated(Lexer *L, const char *start, uint32_t lineno,
                                    const char *line_start, const char *message) {
    L->at_end = L->cur == L->end && message && !strchr(message, '}');
    L->cur = start + 1;
    L->lineno = lineno;
    L->line_start = line_start;
    return lex_fail(L, message);
}

static const char *lex_string_message(Lexer *L, char quote, uint32_t quote_len, bool escaped) {
    if (L->n_modes) { // a quote like the f-string's own is its end: a '}' is missing
        const LexMode *m = &L->modes[L->n_modes - 1];
        if (m->quote == quote && m->quote_len == quote_len) {
            return front_format(L->f, "%c-string: expecting '}'",
                                m->flags & TOKF_TEMPLATE ? 't' : 'f');
        }
    }
    return front_format(L->f, "unterminated %sstring literal (detected at line %d)%s",
                        quote_len == 3 ? "triple-quoted " : "", (int)L->lineno,
                        quote_len == 1 && escaped ? "; perhaps you escaped the end quote?" : "");
}

// How many quotes open the string at s: 3, 1, or 0 for an empty string.
static uint32_t lex_quotes(const char *s) {
    if (s[1] != s[0]) { return 1; }
    return s[2] == s[0] ? 3 : 0;
}

// Moves L->cur over text in which a line may end; false at the end of the source.
static bool lex_string_line(Lexer *L) {
    L->cur++;
    if (L->cur >= L->end) { return false; }
    L->lineno++;
    L->line_start = L->cur;
    return true;
}

bool lex_string(Lexer *L, const char *start, uint8_t flags) {
    char quote = *L->cur;
    uint32_t quotes = lex_quotes(L->cur), lineno = L->lineno, run = 0;
    const char *line_start = L->line_start;
    bool escaped = false;
    L->cur += quotes ? quotes : 2;
    while (quotes && run < quotes) {
        char c = *L->cur;
        if (c == quote) {
            run++;
            L->cur++;
            continue;
        }
        run = 0;
        if (c == '\\') {
            c = *++L->cur;
            escaped |= c == quote;
            if (c == quote || c == '\\') {
                L->cur++;
                continue;
            }
            if (c != '\n') { continue; } // looked at again, as what it is
        } else if (c == '\n' && quotes == 1) {
            return lex_string_unterminated(L, start, lineno, line_start,
                                           lex_string_message(L, quote, quotes, escaped));
        }
        if (c == '\n' ? !lex_string_line(L) : L->cur >= L->end) {
            return lex_string_unterminated(L, start, lineno, line_start,
                                           lex_string_message(L, quote, quotes, escaped));
        }
        if (c != '\n') { L->cur++; }
    }
    Token *t = lex_emit(L, TOK_STRING, start);
    if (!t) { return false; }
    t->flags = (uint8_t)(flags | (quotes == 3 ? TOKF_TRIPLE : 0));
    if (lineno != L->lineno) {
        t->lineno = lineno;
        t->col = (uint32_t)(start - line_start);
        t->as.end_col = (uint32_t)(L->cur - L->line_start);
    }
    return true;
}

bool lex_string_start(Lexer *L, const char *start, uint8_t flags) {
    uint32_t quotes = lex_quotes(L->cur) == 3 ? 3 : 1;
    char quote = *L->cur;
    L->cur += quotes;
    if (L->n_modes + 1 >= LEX_MAX_MODES) {
        return lex_fail(L, "too many nested f-strings or t-strings");
    }
    if (!L->modes) {
        L->modes = ARENA_ARRAY(L->f->arena, LexMode, LEX_MAX_MODES);
        if (!L->modes) {
            L->failed = true;
            return front_out_of_memory(L->f) != NULL;
        }
    }
    flags = (uint8_t)(flags | (quotes == 3 ? TOKF_TRIPLE : 0));
    L->modes[L->n_modes++] = (LexMode){.quote = quote,
                                       .quote_len = (uint8_t)quotes,
                                       .flags = flags,
                                       .in_text = true,
                                       .expr_depth = -1,
                                       .start = (uint32_t)(start - L->src),
                                       .lineno = L->lineno,
                                       .line_start = (uint32_t)(L->line_start - L->src)};
    Token *t = lex_emit(L, flags & TOKF_TEMPLATE ? TOK_TSTRING_START : TOK_FSTRING_START, start);
    if (!t) { return false; }
    t->flags = flags;
    return true;
}

static bool lex_field_start(Lexer *L, LexMode *m) {
    m->expr_depth++;
    m->in_text = false;
    if (m->expr_depth < LEX_MAX_SPECS) { return true; }
    return lex_fail(L, front_format(L->f, "%c-string: expressions nested too deeply",
                                    m->flags & TOKF_TEMPLATE ? 't' : 'f'));
}

// The MIDDLE token from where the text began up to L->cur.
static bool lex_middle(Lexer *L, const LexMode *m, const char *start, uint32_t lineno,
                       const char *line_start) {
    Token *t =
        lex_emit(L, m->flags & TOKF_TEMPLATE ? TOK_TSTRING_MIDDLE : TOK_FSTRING_MIDDLE, start);
    if (!t) { return false; }
    t->flags = m->flags;
    t->lineno = lineno;
    t->col = (uint32_t)(start - line_start);
    if (lineno != t->end_lineno) { t->as.end_col = (uint32_t)(L->cur - L->line_start); }
    return true;
}

static bool lex_text_unterminated(Lexer *L, const LexMode *m) {
    char kind = m->flags & TOKF_TEMPLATE ? 't' : 'f';
    const char *message =
        front_format(L->f, "unterminated %s%c-string literal (detected at line %d)",
                     m->quote_len == 3 ? "triple-quoted " : "", kind, (int)L->lineno);
    bool at_end = L->cur == L->end && m->quote_len == 3;
    lex_string_unterminated(L, L->src + m->start, m->lineno, L->src + m->line_start, message);
    L->at_end = at_end;
    return false;
}

// A backslash at L->cur[-1] before the brace at L->cur.
static bool lex_warn_brace(Lexer *L) {
    char brace[2] = {*L->cur, 0};
    FrontWarning *w = front_warn_escape(L->f, brace, "invalid", L->lineno);
    if (w) {
        L->cur++;
        lex_place_error(L, &w->error, w->error.message);
        L->cur--;
    }
    L->failed |= !w;
    return !L->failed;
}

// A backslash in the text: steps over what it escapes. Braces are never escaped by it. False at the
// end of the source.
static bool lex_text_escape(Lexer *L, const LexMode *m, bool *named) {
    char c = *++L->cur;
    if (c == '\n') { return lex_string_line(L); }
    if (c == '{' || c == '}') { return m->flags & TOKF_RAW || lex_warn_brace(L); }
    if (L->cur >= L->end) { return false; }
    L->cur++;
    if (c == 'N' && !(m->flags & TOKF_RAW) && *L->cur == '{') {
        L->cur++;
        *named = true;
    }
    return true;
}

// What ends a run of text.
typedef enum LexTextEnd {
    LEX_TEXT_QUOTE,
    LEX_TEXT_BRACE,
    LEX_TEXT_DOUBLED,
    LEX_TEXT_BAD
} LexTextEnd;

static bool lex_text_brace(Lexer *L, const LexMode *m, bool spec, bool named, LexTextEnd *end) {
    if (*L->cur == '{') {
        *end = L->cur[1] == '{' && !spec ? LEX_TEXT_DOUBLED : LEX_TEXT_BRACE;
        return true;
    }
    if (named) { // the one that ends \N{...} belongs to the text, and CPython ends a token here
        *end = LEX_TEXT_DOUBLED;
        return true;
    }
    *end = L->cur[1] == '}' && !spec && m->depth == 0 ? LEX_TEXT_DOUBLED : LEX_TEXT_BRACE;
    return true;
}

// Moves L->cur to what ends the text: the closing quotes or a brace.
static LexTextEnd lex_text_run(Lexer *L, const LexMode *m, bool spec, bool *named) {
    LexTextEnd end;
    uint32_t run = 0;
    for (;;) {
        char c = *L->cur;
        if (c == m->quote) {
            L->cur++;
            if (++run == m->quote_len) {
                L->cur -= run;
                return LEX_TEXT_QUOTE;
            }
            continue;
        }
        run = 0;
        if (c == '{' || c == '}') {
            if (lex_text_brace(L, m, spec, *named, &end)) { return end; }
        } else if (c == '\\') {
            if (!lex_text_escape(L, m, named)) { return LEX_TEXT_BAD; }
        } else if (c == '\n') {
            if (m->quote_len == 1 || !lex_string_line(L)) { return LEX_TEXT_BAD; }
        } else if (L->cur >= L->end) {
            return LEX_TEXT_BAD;
        } else {
            L->cur++;
        }
    }
}

static bool lex_text_end(Lexer *L, const LexMode *m) {
    const char *start = L->cur;
    L->cur += m->quote_len;
    Token *t = lex_emit(L, m->flags & TOKF_TEMPLATE ? TOK_TSTRING_END : TOK_FSTRING_END, start);
    if (!t) { return false; }
    t->flags = m->flags;
    L->n_modes--;
    return true;
}

bool lex_string_text(Lexer *L) {
    LexMode *m = &L->modes[L->n_modes - 1];
    const char *start = L->cur, *line_start = L->line_start;
    uint32_t lineno = L->lineno;
    bool spec = m->in_spec && m->expr_depth >= 0, named = false;
    if (*start == '{' && start[1] != '{') { return lex_field_start(L, m); }
    LexTextEnd end = lex_text_run(L, m, spec, &named);
    if (end == LEX_TEXT_BAD) {
        if (spec && *L->cur == '\n' && m->quote_len == 1) {
            L->cur++;
            return lex_fail(L, front_format(L->f,
                                            "%c-string: newlines are not allowed in format "
                                            "specifiers for single quoted %c-strings",
                                            m->flags & TOKF_TEMPLATE ? 't' : 'f',
                                            m->flags & TOKF_TEMPLATE ? 't' : 'f'));
        }
        return lex_text_unterminated(L, m);
    }
    if (end == LEX_TEXT_QUOTE) {
        if (L->cur == start) { return lex_text_end(L, m); }
        return lex_middle(L, m, start, lineno, line_start);
    }
    if (end == LEX_TEXT_DOUBLED) { // one brace of two is text
        L->cur += named ? 1 : 2;
        if (!lex_middle(L, m, start, lineno, line_start)) { return false; }
        if (!named) { L->tokens[L->n_tokens - 1].flags |= TOKF_DOUBLED; }
        return true;
    }
    if (!lex_middle(L, m, start, lineno, line_start)) { return false; }
    m->in_spec = false;
    if (*L->cur == '{') { return lex_field_start(L, m); }
    m->in_text = false;
    return true;
}
