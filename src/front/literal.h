// literal.h: the values of number and string tokens. See literal.c.
#ifndef NX_FRONT_LITERAL_H
#define NX_FRONT_LITERAL_H

#include "front/lex.h"

// The value of the number text[0..len), which the lexer has accepted. On false either
// front->error is filled, or *n_digits is the length of a decimal integer beyond the limit.
NX_INTERNAL bool literal_number(Front *f, const char *text, size_t len, Const *out,
                                uint32_t *n_digits);

// What may be wrong inside a string.
typedef struct LiteralFault {
    const char *problem;   // as CPython reports it, as "(unicode error) ..."
    FrontWarning *warning; // of the first invalid escape; its error has only the message
    uint32_t lines, col;   // where that stands: lines from the start, bytes in its line, as CPython
                           // counts them
} LiteralFault;

// The value of a string's inside text[0..len) under token flags. Invalid escapes are warned about
// at their line, counted from `lineno`. On false either front->error or fault->problem is filled.
NX_INTERNAL bool literal_text(Front *f, const char *text, size_t len, uint8_t flags,
                              uint32_t lineno, Const *out, LiteralFault *fault);

// The inside of a STRING token, without prefix and quotes.
NX_INTERNAL const char *literal_inside(const Front *f, const Token *t, size_t *len);

#endif
