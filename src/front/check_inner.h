// check_inner.h: what check.c, check_pattern.c and check_warn.c share.
#ifndef NX_FRONT_CHECK_INNER_H
#define NX_FRONT_CHECK_INNER_H

#include "front/check.h"

// What encloses a statement within its function, innermost last, as CPython's frame blocks do.
typedef enum CheckBlockKind {
    BLOCK_LOOP,
    BLOCK_EXCEPT_STAR,
    BLOCK_FINALLY,
    BLOCK_OTHER
} CheckBlockKind;

enum { CHECK_MAX_BLOCKS = 21 };

typedef struct CheckBlock {
    uint8_t kind; // CheckBlockKind
    bool visited; // BLOCK_FINALLY: a statement that leaves the try has visited its finally part
    const NodeSeq *finalbody;
} CheckBlock;

typedef struct Check {
    Front *f;
    const Scope *scope; // whose code this would be in: never an inlined comprehension
    CheckBlock blocks[CHECK_MAX_BLOCKS];
    uint32_t n_blocks;
    uint32_t n_deferred, deferred_cap;
    const Node **deferred; // annotations of a module's or class's variables: evaluated at the end
} Check;

static inline bool check_fail(Check *c, const Node *at, const char *message) {
    return front_error_at(c->f, at, message) != NULL;
}

NX_INTERNAL bool check_expr(Check *c, const Node *n);

// The cases of a match statement but their bodies: patterns and guards, for each before its body.
NX_INTERNAL bool check_case(Check *c, const Node *match_case, bool last);

// SyntaxWarnings about one expression or assert statement; false if the arena is full.
NX_INTERNAL bool check_warn_compare(Check *c, const Node *n);
NX_INTERNAL bool check_warn_call(Check *c, const Node *n);
NX_INTERNAL bool check_warn_subscript(Check *c, const Node *n);
NX_INTERNAL bool check_warn_assert(Check *c, const Node *n);

// Warns of return, break and continue that leave a finally block (PEP 765).
NX_INTERNAL bool check_warn_finally(Front *f, const Node *tree);

#endif
