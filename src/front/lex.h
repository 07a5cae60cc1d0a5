// lex.h: source text to tokens, all of them before parsing starts. Tokens lie in one array, so that
// the parser looks ahead and steps back by moving an index.
//
// The array ends in END, or in ERROR where the lexer gave up; what is wrong is then in
// lexer->error. It becomes the program's error only if the parser gets that far, or if it finds
// nothing better to say (see diag.c), which is the order CPython reports in.
#ifndef NX_FRONT_LEX_H
#define NX_FRONT_LEX_H

#include "front/parse.h"

typedef enum TokenKind {
#define TOKEN(name)            TOK_##name,
#define TOKEN_OP(name, text)   TOK_##name,
#define TOKEN_KW(name, text)   TOK_##name,
#define TOKEN_SOFT(name, text) TOK_##name,
#include "front/tokens.def"
    TOK_N_KINDS,
    TOK_FIRST_OP = TOK_LPAR,
    TOK_FIRST_KW = TOK_FALSE,
    TOK_FIRST_SOFT = TOK_SOFT_UNDERSCORE,
} TokenKind;

typedef enum TokenFlag { // of STRING and the xSTRING tokens
    TOKF_RAW = 1,
    TOKF_BYTES = 2,
    TOKF_U = 4,
    TOKF_TRIPLE = 8,
    TOKF_TEMPLATE = 16,
    TOKF_DOUBLED = 32, // ends in `{{` or `}}`, of which the second is not part of the text
    TOKF_FIELDS = 64,  // to literal_text: of an f-string or t-string; the lexer saw to `\{`
} TokenFlag;

typedef struct Token {
    uint8_t kind;        // TokenKind
    uint8_t flags;       // TokenFlag
    uint16_t level;      // brackets open behind it
    uint32_t start, end; // bytes of front->src
    uint32_t lineno, end_lineno;
    uint32_t col;
    union {
        Name *name;       // NAME, keywords and soft keywords
        uint32_t end_col; // if end_lineno != lineno
    } as;
} Token;

// INDENT, DEDENT, END, ERROR and the NEWLINE in place of an END have no column in CPython (-1);
// theirs here is where the lexer was.
static inline bool token_is_bare(const Token *t) {
    return t->kind <= TOK_ERROR || t->kind == TOK_INDENT || t->kind == TOK_DEDENT ||
           (t->kind == TOK_NEWLINE && t->start == t->end);
}

static inline uint32_t token_end_col(const Token *t) {
    return t->end_lineno == t->lineno ? t->col + (t->end - t->start) : t->as.end_col;
}

enum { LEX_MAX_INDENT = 100, LEX_MAX_PARENS = 200, LEX_MAX_MODES = 150, LEX_MAX_SPECS = 3 };

typedef struct LexParen {
    char ch;
    uint32_t lineno, col;
} LexParen;

// One f-string or t-string being read. `depth` counts the brackets open since its start;
// `expr_depth` is how many replacement fields enclose the place, less one.
typedef struct LexMode {
    char quote;
    uint8_t quote_len;
    uint8_t flags; // TokenFlag of its tokens
    bool in_text;  // reading characters, not the tokens of a field
    bool in_spec;
    int32_t depth, expr_depth;
    uint32_t start, lineno, line_start; // of the opening quote's prefix
} LexMode;

// An error as it will be filed. `raised` tells those that CPython's tokenizer raises by itself from
// those it leaves to the parser.
typedef struct LexError {
    FrontError error;
    bool raised;
} LexError;

typedef struct Lexer {
    Front *f;
    const char *src, *cur, *end;
    const char *line_start; // of the current line
    const char *buf;        // of the line the current logical line started on
    uint32_t lineno;
    Token *tokens;
    uint32_t n_tokens, cap;
    uint32_t n_indents; // beyond the outermost
    uint32_t n_parens;
    LexMode *modes; // made when the first f-string comes
    uint32_t n_modes;
    bool failed; // arena full or work limit: front->error is filled
    bool done;   // END or ERROR is written
    bool at_end; // ERROR: for want of more source
    LexError error;
    uint32_t indents[LEX_MAX_INDENT], alt_indents[LEX_MAX_INDENT];
    LexParen parens[LEX_MAX_PARENS];
} Lexer;

// Reads front->src to the end. NULL (with front->error filled) only for want of memory or work.
NX_INTERNAL Lexer *lex_all(Front *f);

// The text of a token kind, as "==" or "while"; "" for classes.
NX_INTERNAL const char *token_text(TokenKind kind);

// --- Between lex.c, lex_number.c, lex_string.c ---------------------------------------------------

enum { LEX_ID_START = 1, LEX_ID = 2, LEX_DIGIT = 4, LEX_SPACE = 8, LEX_HEX = 16 };
static const uint8_t lex_class[256] = {
    // clang-format off
     0,  0,  0,  0,  0,  0,  0,  0,  0,  8,  0,  0,  8,  0,  0,  0,
     0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
     8,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
    22, 22, 22, 22, 22, 22, 22, 22, 22, 22,  0,  0,  0,  0,  0,  0,
     0, 19, 19, 19, 19, 19, 19,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  0,  0,  0,  0,  3,
     0, 19, 19, 19, 19, 19, 19,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  0,  0,  0,  0,  0,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,
     3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3
    // clang-format on
};

static inline bool lex_is(char c, uint8_t bits) { return (lex_class[(uint8_t)c] & bits) != 0; }

// Appends a token that ends at L->cur and lies on one line; NULL when out of memory.
NX_INTERNAL Token *lex_emit(Lexer *L, TokenKind kind, const char *start);

// Ends lexing with a SyntaxError at L->cur, as CPython's tokenizer raises it. Returns false.
NX_INTERNAL bool lex_fail(Lexer *L, const char *message);
// The same with a range of columns of the current line, both in bytes and counted from 1.
NX_INTERNAL bool lex_fail_range(Lexer *L, const char *message, uint32_t col, uint32_t end_col);
// What lex_fail would say.
NX_INTERNAL void lex_place_error(const Lexer *L, FrontError *e, const char *message);

// A number at L->cur (a digit, or a dot with one behind it).
NX_INTERNAL bool lex_number(Lexer *L);

// A string whose prefix starts at `start` and whose quote is at L->cur.
NX_INTERNAL bool lex_string(Lexer *L, const char *start, uint8_t flags);
NX_INTERNAL bool lex_string_start(Lexer *L, const char *start, uint8_t flags);
// The text part of the innermost f-string or t-string.
NX_INTERNAL bool lex_string_text(Lexer *L);

#endif
