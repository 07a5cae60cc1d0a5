// diag.h: what to say about a source that does not parse. See diag.c.
#ifndef NX_FRONT_DIAG_H
#define NX_FRONT_DIAG_H

#include "front/parser.h"

// The parser failed: fills front->error, or replaces what it filed by a better one.
NX_INTERNAL void diag_explain(Parser *p);

// FRONT_SINGLE: nothing but comments may follow the statement; else files an error.
NX_INTERNAL bool diag_is_single(Parser *p);

#endif
