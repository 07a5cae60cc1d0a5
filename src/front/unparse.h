// unparse.h: an expression as text, as annotations are kept under `from __future__ import
// annotations`.
#ifndef NX_FRONT_UNPARSE_H
#define NX_FRONT_UNPARSE_H

#include "front/parse.h"

// The text, in the arena; NULL: the arena is full (filed).
NX_INTERNAL const char *unparse_expr(Front *f, const Node *n, uint32_t *len);

#endif
