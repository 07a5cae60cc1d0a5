// ast_import.h: a syntax tree from objects of the module ast.
//
// Their attributes may be guest code, so Python reads them (ast.py, _flat) and makes a list of plain
// values, each node followed by what it consists of: the name of its class; if it has a place lineno,
// col_offset, end_lineno and end_col_offset; then its fields in the order of ast.def. A node that
// may be missing: None, or the node. Several nodes, names or operators: how many, and they. An
// operator: the name of its class. A constant: itself. Constant has its field `kind` too.
#ifndef NX_FRONT_AST_IMPORT_H
#define NX_FRONT_AST_IMPORT_H

#include "front/parse.h"
#include "rt/native.h"

// The tree, of the class that f->mode wants, which the passes behind the parser may trust. `flat` is
// any Value and must live as long as the tree. NULL: raised, or f->error is filled.
NX_INTERNAL Node *ast_import(Vm *vm, Front *f, Value flat);

// Whether a tree that was made node by node is one that the parser could have made, as far as
// matters. False: ValueError or TypeError with CPython's words, or f->error is filled.
NX_INTERNAL bool ast_validate(Vm *vm, Front *f, Node *tree);

#endif
