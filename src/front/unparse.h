// unparse.h: an expression as text, as annotations are kept under `from __future__ import
// annotations`.
#ifndef NX_FRONT_UNPARSE_H
#define NX_FRONT_UNPARSE_H

#include "front/ast.h"
#include "heap/vm.h"

// A str; V_RAISED: memory is short. `literal` makes the Value of a constant.
typedef Value UnparseLiteral(void *ctx, const Const *k);
NX_INTERNAL Value unparse_expr(Vm *vm, const Node *n, UnparseLiteral *literal, void *ctx);

#endif
