// ast_export.h: a syntax tree as objects of the module ast.
#ifndef NX_FRONT_AST_EXPORT_H
#define NX_FRONT_AST_EXPORT_H

#include "front/parse.h"
#include "rt/native.h"

// `names`: the module's dict, with its classes, and under "_singletons" a dict of the instances that
// stand for operators and contexts. V_RAISED: no memory, or RecursionError for too deep a tree.
NX_INTERNAL Value ast_export(Vm *vm, Front *f, const Node *tree, Value names);

#endif
