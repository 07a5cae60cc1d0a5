// lex.c: the lexer's loop: lines and indentation, names, operators, brackets. Numbers are in
// lex_number.c, strings in lex_string.c. See lex.h.
//
// The source ends in NUL bytes and holds none itself, so no loop here needs to look for the end:
// NUL belongs to no class of characters.
#include "front/lex.h"

#include "base/unicode.h"
#include "base/utf8.h"

const char *token_text(TokenKind kind) {
    static const char *const texts[] = {
#define TOKEN(name)            "",
#define TOKEN_OP(name, text)   text,
#define TOKEN_KW(name, text)   text,
#define TOKEN_SOFT(name, text) text,
#include "front/tokens.def"
    };
    return texts[kind];
}

// --- Output --------------------------------------------------------------------------------------

static NX_NOINLINE bool lex_grow(Lexer *L) {
    uint32_t cap = L->cap * 2;
    Token *tokens = arena_take(L->f->arena, cap * sizeof(Token));
    if (!tokens) {
        L->failed = true;
        return front_out_of_memory(L->f) != NULL;
    }
    memcpy(tokens, L->tokens, L->n_tokens * sizeof(Token));
    L->tokens = tokens;
    L->cap = cap;
    return true;
}

static inline Token *lex_put(Lexer *L, TokenKind kind, const char *start) {
    if (NX_UNLIKELY(L->n_tokens == L->cap) && !lex_grow(L)) { return NULL; }
    Token *t = &L->tokens[L->n_tokens++];
    t->kind = (uint8_t)kind;
    t->flags = 0;
    t->level = (uint16_t)L->n_parens;
    t->start = (uint32_t)(start - L->src);
    t->end = (uint32_t)(L->cur - L->src);
    t->lineno = t->end_lineno = L->lineno;
    t->col = (uint32_t)(start - L->line_start);
    return t;
}

Token *lex_emit(Lexer *L, TokenKind kind, const char *start) { return lex_put(L, kind, start); }

static bool lex_stop(Lexer *L) {
    lex_put(L, TOK_ERROR, L->cur);
    L->done = true;
    return false;
}

static bool lex_file_error(Lexer *L, FrontErrorKind kind, const char *message, int32_t offset,
                           int32_t end_offset) {
    if (!message) {
        L->failed = true;
        return front_out_of_memory(L->f) != NULL;
    }
    FrontError *e = &L->error.error;
    e->kind = (uint8_t)kind;
    e->message = message;
    e->lineno = e->end_lineno = (int32_t)L->lineno;
    e->offset = offset;
    e->end_offset = end_offset;
    e->text = front_line(L->f, L->lineno, &e->text_len);
    // What CPython's tokenizer leaves to the parser shows the line as it was read.
    if (!L->error.raised && e->text + e->text_len < L->end) { e->text_len++; }
    return lex_stop(L);
}

bool lex_fail_range(Lexer *L, const char *message, uint32_t col, uint32_t end_col) {
    L->error.raised = true;
    return lex_file_error(L, FRONT_SYNTAX_ERROR, message,
                          (int32_t)utf8_count(L->line_start, col - 1) + 1,
                          (int32_t)utf8_count(L->line_start, end_col - 1) + 1);
}

void lex_place_error(const Lexer *L, FrontError *e, const char *message) {
    e->kind = FRONT_SYNTAX_ERROR;
    e->message = message;
    e->lineno = e->end_lineno = (int32_t)L->lineno;
    e->offset = e->end_offset =
        (int32_t)utf8_count(L->line_start, (size_t)(L->cur - L->line_start));
    e->text = front_line(L->f, L->lineno, &e->text_len);
}

bool lex_fail(Lexer *L, const char *message) {
    int32_t col = (int32_t)utf8_count(L->line_start, (size_t)(L->cur - L->line_start));
    L->error.raised = true;
    return lex_file_error(L, FRONT_SYNTAX_ERROR, message, col, col);
}

// Where the current line ends, its newline included.
static const char *lex_line_end(const Lexer *L) {
    const char *nl = memchr(L->line_start, '\n', (size_t)(L->end - L->line_start));
    return nl ? nl + 1 : L->end;
}

static bool lex_fail_tabs(Lexer *L) {
    L->cur = lex_line_end(L);
    return lex_file_error(L, FRONT_TAB_ERROR, "inconsistent use of tabs and spaces in indentation",
                          1, 0);
}

static bool lex_fail_at_end(Lexer *L, FrontErrorKind kind, const char *message) {
    L->cur = lex_line_end(L);
    uint32_t len = (uint32_t)(L->cur - L->line_start);
    return lex_file_error(L, kind, message, front_offset(L->line_start, len, len), -1);
}

// The source ended where it may not. An open bracket is the likelier cause.
static bool lex_fail_eof(Lexer *L) {
    L->at_end = true;
    if (L->n_parens == 0) {
        return lex_fail_at_end(L, FRONT_SYNTAX_ERROR, "unexpected EOF while parsing");
    }
    const LexParen *p = &L->parens[L->n_parens - 1];
    const char *message = front_format(L->f, "'%c' was never closed", p->ch);
    uint32_t lineno = L->lineno, len;
    const char *line = front_line(L->f, p->lineno, &len);
    L->lineno = p->lineno;
    lex_file_error(L, FRONT_SYNTAX_ERROR, message, front_offset(line, len, p->col + 1), 0);
    if (p->lineno != lineno) { L->error.error.text_len = len; } // not the line that was read last
    L->lineno = lineno;
    return false;
}

// A backslash at L->cur: joins the next line, or fails.
static bool lex_continuation(Lexer *L) {
    if (L->cur[1] != '\n') {
        L->cur += L->cur[1] ? 2 : 1;
        // CPython counts from where the joined lines began, and cuts at the end of this one.
        uint32_t col = (uint32_t)(L->cur - L->buf);
        uint32_t len = (uint32_t)(lex_line_end(L) - L->line_start);
        return lex_file_error(L, FRONT_SYNTAX_ERROR,
                              "unexpected character after line continuation character",
                              front_offset(L->line_start, len, col), 0);
    }
    L->cur += 2;
    if (L->cur >= L->end) {
        L->cur = L->end;
        return lex_fail_eof(L);
    }
    L->lineno++;
    L->line_start = L->cur;
    return true;
}

// --- Lines ---------------------------------------------------------------------------------------

static bool lex_set_indent(Lexer *L, uint32_t col, uint32_t alt) {
    uint32_t top = L->n_indents;
    if (col == L->indents[top]) { return alt == L->alt_indents[top] || lex_fail_tabs(L); }
    if (col > L->indents[top]) {
        if (top + 1 >= LEX_MAX_INDENT) {
            L->cur = lex_line_end(L);
            return lex_file_error(L, FRONT_INDENTATION_ERROR, "too many levels of indentation", 1,
                                  0);
        }
        if (alt <= L->alt_indents[top]) { return lex_fail_tabs(L); }
        L->n_indents++;
        L->indents[top + 1] = col;
        L->alt_indents[top + 1] = alt;
        return lex_put(L, TOK_INDENT, L->cur) != NULL;
    }
    uint32_t n_dedents = 0;
    while (L->n_indents > 0 && col < L->indents[L->n_indents]) {
        L->n_indents--;
        n_dedents++;
    }
    if (col != L->indents[L->n_indents]) {
        return lex_fail_at_end(L, FRONT_INDENTATION_ERROR,
                               "unindent does not match any outer indentation level");
    }
    if (alt != L->alt_indents[L->n_indents]) { return lex_fail_tabs(L); }
    while (n_dedents-- > 0) {
        if (!lex_put(L, TOK_DEDENT, L->cur)) { return false; }
    }
    return true;
}

static inline void lex_next_line(Lexer *L) {
    L->lineno++;
    L->line_start = L->buf = L->cur;
}

// Skips blank lines and comments, then compares the indentation of the line that follows. A tab
// goes to the next multiple of 8, and counts 1 in `alt`: lines must agree in both measures.
static bool lex_line(Lexer *L) {
    for (;;) {
        uint32_t col = 0, alt = 0, joined = 0;
        for (;; L->cur++) {
            char c = *L->cur;
            if (c == ' ') {
                col++;
                alt++;
            } else if (c == '\t') {
                col = (col / 8 + 1) * 8;
                alt++;
            } else if (c == '\f') {
                col = alt = 0;
            } else if (c == '\\') { // the first part of a joined line decides
                joined = joined ? joined : col;
                if (!lex_continuation(L)) { return false; }
                L->cur--;
            } else {
                break;
            }
        }
        bool comment = *L->cur == '#';
        if (comment) { L->cur += strcspn(L->cur, "\n"); }
        if (*L->cur != '\n') {
            if (comment && L->cur == L->end) { return true; }
            return joined ? lex_set_indent(L, joined, joined) : lex_set_indent(L, col, alt);
        }
        L->cur++;
        if (L->cur < L->end) { lex_next_line(L); }
    }
}

// The newline at L->cur; its token begins with the comment in front of it, if there is one.
static bool lex_newline(Lexer *L, const char *start) {
    L->cur++;
    if (L->n_parens > 0) {
        if (L->cur < L->end) { lex_next_line(L); }
        return true;
    }
    if (!lex_put(L, TOK_NEWLINE, start)) { return false; }
    L->f->work += 4;
    if (L->f->work > L->f->work_limit) {
        L->failed = true;
        return front_out_of_work(L->f) != NULL;
    }
    if (L->cur < L->end) { lex_next_line(L); }
    return lex_line(L);
}

// At the end of interactive input a newline is taken as read, and the blocks as left.
static bool lex_end_single(Lexer *L) {
    if (L->n_tokens == 0) { return true; }
    if (!lex_put(L, TOK_NEWLINE, L->cur)) { return false; }
    if (L->n_indents == 0 || (L->f->flags & FRONT_DONT_IMPLY_DEDENT)) { return true; }
    return lex_set_indent(L, 0, 0) && lex_put(L, TOK_NEWLINE, L->cur);
}

static bool lex_end(Lexer *L) {
    if (L->n_parens > 0) { return lex_fail_eof(L); }
    L->done = true;
    if (L->f->mode == FRONT_SINGLE && !lex_end_single(L)) { return false; }
    return lex_put(L, TOK_END, L->cur) != NULL;
}

// --- Names ---------------------------------------------------------------------------------------

// start[0..L->cur) has bytes >= 0x80: checks it (PEP 3131) and normalises it.
static NX_COLD Name *lex_wide_name(Lexer *L, const char *start) {
    size_t len = (size_t)(L->cur - start);
    for (size_t at = 0; at < len;) {
        uint32_t size, cp = utf8_decode(start + at, &size);
        if (at == 0 ? !unicode_is_id_start(cp) : !unicode_is_id_continue(cp)) {
            L->cur = start + at + size;
            lex_fail(L, unicode_is_printable(cp)
                            ? front_format(L->f, "invalid character '%U' (U+%X)", cp, cp)
                            : front_format(L->f, "invalid non-printable character U+%X", cp));
            return NULL;
        }
        at += size;
    }
    Name *name = NULL;
    if (unicode_is_stable_text(start, len, UNICODE_NFKC)) {
        name = front_name(L->f, start, len);
    } else {
        size_t bound = unicode_normalize_bound(start, len, UNICODE_NFKC), n = 0;
        uint32_t *cps = ARENA_ARRAY(L->f->arena, uint32_t, bound);
        char *text = arena_alloc(L->f->arena, bound * UTF8_MAX_SIZE);
        L->f->work += len;
        if (!cps || !text) {
            front_out_of_memory(L->f);
        } else {
            size_t count = unicode_normalize(start, len, UNICODE_NFKC, cps);
            for (size_t i = 0; i < count; i++) { n += utf8_encode(text + n, cps[i]); }
            name = front_name(L->f, text, n);
        }
    }
    L->failed |= !name;
    return name;
}

// The flags of a string prefix start[0..len) whose quote follows, or -1 if it is a name after all.
// A prefix has each of its letters once; some pairs of letters exclude each other.
static int lex_prefix(Lexer *L, const char *start, size_t len) {
    static const char letters[] = "ubrft";
    static const char clashes[][2] = {{'u', 'b'}, {'u', 'r'}, {'u', 'f'}, {'u', 't'},
                                      {'b', 'f'}, {'b', 't'}, {'f', 't'}};
    unsigned seen = 0;
    if (len > 5) { return -1; }
    for (size_t i = 0; i < len; i++) {
        const char *p = memchr(letters, start[i] | 0x20, 5);
        if (!p || (seen & 1u << (p - letters))) { return -1; }
        seen |= 1u << (p - letters);
    }
    for (size_t i = 0; i < COUNT_OF(clashes); i++) {
        unsigned a = 1u << ((const char *)memchr(letters, clashes[i][0], 5) - letters);
        unsigned b = 1u << ((const char *)memchr(letters, clashes[i][1], 5) - letters);
        if ((seen & a) && (seen & b)) {
            const char *message = front_format(L->f, "'%c' and '%c' prefixes are incompatible",
                                               clashes[i][0], clashes[i][1]);
            uint32_t col = (uint32_t)(start - L->line_start) + 1;
            lex_fail_range(L, message, col, col + (uint32_t)len);
            return -2;
        }
    }
    int flags = 0;
    if (seen & 1) { flags |= start[0] == 'u' ? TOKF_U : 0; }
    if (seen & 2) { flags |= TOKF_BYTES; }
    if (seen & 4) { flags |= TOKF_RAW; }
    if (seen & 8) { flags |= 256; }
    if (seen & 16) { flags |= 256 | TOKF_TEMPLATE; }
    return flags;
}

static bool lex_name(Lexer *L) {
    const char *start = L->cur, *s = start;
    uint8_t wide = 0;
    do {
        wide |= (uint8_t)*s;
        s++;
    } while (lex_is(*s, LEX_ID));
    if (*s == '"' || *s == '\'') {
        int flags = lex_prefix(L, start, (size_t)(s - start));
        if (flags == -2) { return false; }
        if (flags >= 0) {
            L->cur = s;
            return flags & 256 ? lex_string_start(L, start, (uint8_t)flags)
                               : lex_string(L, start, (uint8_t)flags);
        }
    }
    L->cur = s;
    Name *name;
    if (NX_UNLIKELY(wide >= 0x80)) {
        name = lex_wide_name(L, start);
    } else {
        name = front_name(L->f, start, (size_t)(s - start));
        L->failed |= !name;
    }
    Token *t = name ? lex_put(L, TOK_NAME, start) : NULL;
    if (!t) { return false; }
    t->as.name = name;
    if (name->keyword && name->keyword < TOK_FIRST_SOFT && wide < 0x80) {
        t->kind = (uint8_t)name->keyword;
    }
    return true;
}

// --- Operators -----------------------------------------------------------------------------------

static inline TokenKind lex_pick(bool second, TokenKind yes, TokenKind no) {
    return second ? yes : no;
}

// Operators that begin with one character that may be doubled and may take '=': ** **= * *= ...
static TokenKind lex_repeated(const char *s, TokenKind one, TokenKind one_eq, TokenKind two,
                              TokenKind two_eq) {
    if (s[1] == s[0]) { return lex_pick(s[2] == '=', two_eq, two); }
    return lex_pick(s[1] == '=', one_eq, one);
}

static TokenKind lex_operator_kind(const char *s) {
    bool eq = s[1] == '=';
    switch (s[0]) {
    case '(': return TOK_LPAR;
    case ')': return TOK_RPAR;
    case '[': return TOK_LSQB;
    case ']': return TOK_RSQB;
    case '{': return TOK_LBRACE;
    case '}': return TOK_RBRACE;
    case ',': return TOK_COMMA;
    case ';': return TOK_SEMI;
    case '~': return TOK_TILDE;
    case '.': return lex_pick(s[1] == '.' && s[2] == '.', TOK_ELLIPSIS, TOK_DOT);
    case ':': return lex_pick(eq, TOK_COLONEQUAL, TOK_COLON);
    case '=': return lex_pick(eq, TOK_EQEQUAL, TOK_EQUAL);
    case '!': return lex_pick(eq, TOK_NOTEQUAL, TOK_EXCLAMATION);
    case '+': return lex_pick(eq, TOK_PLUSEQUAL, TOK_PLUS);
    case '-': return eq ? TOK_MINEQUAL : lex_pick(s[1] == '>', TOK_ARROW, TOK_MINUS);
    case '%': return lex_pick(eq, TOK_PERCENTEQUAL, TOK_PERCENT);
    case '@': return lex_pick(eq, TOK_ATEQUAL, TOK_AT);
    case '&': return lex_pick(eq, TOK_AMPEREQUAL, TOK_AMPER);
    case '|': return lex_pick(eq, TOK_VBAREQUAL, TOK_VBAR);
    case '^': return lex_pick(eq, TOK_CIRCUMFLEXEQUAL, TOK_CIRCUMFLEX);
    case '*': return lex_repeated(s, TOK_STAR, TOK_STAREQUAL, TOK_DOUBLESTAR, TOK_DOUBLESTAREQUAL);
    case '/':
        return lex_repeated(s, TOK_SLASH, TOK_SLASHEQUAL, TOK_DOUBLESLASH, TOK_DOUBLESLASHEQUAL);
    case '<': return lex_repeated(s, TOK_LESS, TOK_LESSEQUAL, TOK_LEFTSHIFT, TOK_LEFTSHIFTEQUAL);
    case '>':
        return lex_repeated(s, TOK_GREATER, TOK_GREATEREQUAL, TOK_RIGHTSHIFT, TOK_RIGHTSHIFTEQUAL);
    default: return TOK_UNKNOWN;
    }
}

static LexMode *lex_mode(Lexer *L) { return L->n_modes ? &L->modes[L->n_modes - 1] : NULL; }

static bool lex_open(Lexer *L, char c) {
    if (L->n_parens >= LEX_MAX_PARENS) {
        L->cur++;
        return lex_fail(L, "too many nested parentheses");
    }
    LexParen *p = &L->parens[L->n_parens++];
    p->ch = c;
    p->lineno = L->lineno;
    p->col = (uint32_t)(L->cur - L->line_start);
    if (L->n_modes) { lex_mode(L)->depth++; }
    return true;
}

static bool lex_mismatch(Lexer *L, const LexParen *open, char c) {
    L->cur++;
    const LexMode *m = lex_mode(L);
    if (m && open->ch == '{' && m->depth - 1 == m->expr_depth) {
        return lex_fail(L, front_format(L->f, "%c-string: unmatched '%c'",
                                        m->flags & TOKF_TEMPLATE ? 't' : 'f', c));
    }
    if (open->lineno != L->lineno) {
        return lex_fail(L, front_format(L->f,
                                        "closing parenthesis '%c' does not match opening "
                                        "parenthesis '%c' on line %d",
                                        c, open->ch, (int)open->lineno));
    }
    return lex_fail(L, front_format(L->f,
                                    "closing parenthesis '%c' does not match opening "
                                    "parenthesis '%c'",
                                    c, open->ch));
}

static bool lex_close(Lexer *L, char c) {
    LexMode *m = lex_mode(L);
    char kind = m && (m->flags & TOKF_TEMPLATE) ? 't' : 'f';
    if (m && m->depth == 0 && c == '}') {
        L->cur++;
        return lex_fail(L, front_format(L->f, "%c-string: single '}' is not allowed", kind));
    }
    if (L->n_parens == 0) {
        L->cur++;
        return lex_fail(L, front_format(L->f, "unmatched '%c'", c));
    }
    const LexParen *open = &L->parens[--L->n_parens];
    if (c != (open->ch == '(' ? ')' : open->ch == '[' ? ']' : '}')) {
        return lex_mismatch(L, open, c);
    }
    if (m) {
        if (--m->depth < 0) {
            L->cur++;
            return lex_fail(L, front_format(L->f, "%c-string: unmatched '%c'", kind, c));
        }
        if (c == '}' && m->depth == m->expr_depth) {
            m->expr_depth--;
            m->in_text = true;
            m->in_spec = false;
        }
    }
    return true;
}

static bool lex_operator(Lexer *L) {
    const char *start = L->cur;
    char c = *start;
    LexMode *m = lex_mode(L);
    if (m && c == ':' && m->expr_depth >= 0 && m->depth - 1 == m->expr_depth) {
        L->cur++; // here a field's expression ends, so that {x:=5} is no walrus
        m->in_text = true;
        m->in_spec = true;
        return lex_put(L, TOK_COLON, start) != NULL;
    }
    TokenKind kind = lex_operator_kind(start);
    if (kind <= TOK_RBRACE) {
        if (kind == TOK_UNKNOWN) {
            if (!unicode_is_printable((uint8_t)c)) {
                L->cur++;
                return lex_fail(L, front_format(L->f, "invalid non-printable character U+%X",
                                                (unsigned)(uint8_t)c));
            }
            L->cur++;
            return lex_put(L, kind, start) != NULL;
        }
        bool opens = kind == TOK_LPAR || kind == TOK_LSQB || kind == TOK_LBRACE;
        if (!(opens ? lex_open(L, c) : lex_close(L, c))) { return false; }
        L->cur++;
        return lex_put(L, kind, start) != NULL;
    }
    static const uint8_t lengths[] = {
#define TOKEN(name)            0,
#define TOKEN_OP(name, text)   sizeof text - 1,
#define TOKEN_KW(name, text)   0,
#define TOKEN_SOFT(name, text) 0,
#include "front/tokens.def"
    };
    L->cur += lengths[kind];
    return lex_put(L, kind, start) != NULL;
}

// --- The loop ------------------------------------------------------------------------------------

// One token of a program's text or of a field in an f-string.
static inline bool lex_token(Lexer *L) {
    while (lex_is(*L->cur, LEX_SPACE)) { L->cur++; }
    char c = *L->cur;
    if (lex_is(c, LEX_ID_START)) { return lex_name(L); }
    if (lex_is(c, LEX_DIGIT) || (c == '.' && lex_is(L->cur[1], LEX_DIGIT))) {
        return lex_number(L);
    }
    switch (c) {
    case '\n': return lex_newline(L, L->cur);
    case '"':
    case '\'': return lex_string(L, L->cur, 0);
    case '#': {
        const char *start = L->cur;
        L->cur += strcspn(start, "\n");
        return *L->cur != '\n' || lex_newline(L, start);
    }
    case '\\': return lex_continuation(L);
    case 0:
        if (L->cur == L->end) { return lex_end(L); }
        return lex_operator(L);
    default: return lex_operator(L);
    }
}

Lexer *lex_all(Front *f) {
    Lexer *L = ARENA_NEW(f->arena, Lexer);
    if (!L) { return front_out_of_memory(f); }
    L->f = f;
    L->src = L->cur = L->line_start = L->buf = f->src;
    L->end = f->src + f->src_len;
    L->lineno = 1;
    L->cap = f->src_len / 3 + 16;
    L->tokens = arena_take(f->arena, L->cap * sizeof(Token)); // lex_put fills each
    if (!L->tokens) { return front_out_of_memory(f); }
    lex_line(L);
    while (!L->done && !L->failed) {
        if (L->n_modes && lex_mode(L)->in_text) {
            lex_string_text(L);
        } else {
            lex_token(L);
        }
    }
    f->work += L->n_tokens;
    if (L->failed) { return NULL; }
    return L;
}
