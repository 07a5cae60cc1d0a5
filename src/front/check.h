// check.h: the errors CPython's code generator raises that need no code: 'return' outside function,
// 'break' outside loop, starred targets, patterns, except order, and its SyntaxWarnings.
#ifndef NX_FRONT_CHECK_H
#define NX_FRONT_CHECK_H

#include "front/scope.h"

// Walks the tree in the order code would be generated, so that of several mistakes CPython's first
// is found. Needs the scopes. False with f->error filled.
NX_INTERNAL bool check_tree(Front *f, const Node *tree);

#endif
