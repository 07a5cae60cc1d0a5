// compile.h: from source text, or a syntax tree with its scopes, to a Code object.
#ifndef NX_FRONT_COMPILE_H
#define NX_FRONT_COMPILE_H

#include "front/scope.h"
#include "rt/native.h"

// Host memory one compilation may take: tree, scopes and code together. Beyond it: MemoryError.
enum { COMPILE_ARENA_LIMIT = 64 << 20 };

// Code of a checked tree. Module and class code has one parameter, its namespace: a call passes
// V_UNBOUND for "the globals are it". `source`: a str for tracebacks, or V_NONE. V_RAISED: the
// exception is raised, or memory is short (then nothing was changed, and it may be tried again).
NX_INTERNAL Value compile_tree(Vm *vm, Front *f, Node *tree, Scope *scope, Value filename,
                               Value source);

// The whole way: parses, checks and compiles. `flags` is of FrontFlag. Raises SyntaxError and its
// kin with CPython's arguments; charges steps for the work.
NX_INTERNAL Value compile_text(Vm *vm, const char *text, uint64_t len, Value filename, Value source,
                               FrontMode mode, uint32_t flags);
// The same; with V_TRUE for `source` the text is kept as it was decoded. *warnings becomes a list of a
// tuple for each SyntaxWarning, in order, or None: (message, lineno, line, arguments of the SyntaxError
// it is where warnings are errors). The line is None but for scripts. They are found before any error,
// so it is set when V_RAISED comes back with one, too.
NX_INTERNAL Value compile_text_warned(Vm *vm, const char *text, uint64_t len, Value filename,
                                      Value source, FrontMode mode, uint32_t flags,
                                      Value *warnings);

// The tree alone, as objects of the module ast, whose dict `names` is.
NX_INTERNAL Value compile_to_ast(Vm *vm, const char *text, uint64_t len, Value filename,
                                 FrontMode mode, uint32_t flags, Value names, Value *warnings);

// The code of a tree that a program made, in the form of ast_import.h.
NX_INTERNAL Value compile_from_ast(Vm *vm, Value flat, Value filename, FrontMode mode,
                                   uint32_t flags, Value *warnings);

// Raises what front->error says.
NX_INTERNAL Value compile_raise(Vm *vm, const Front *f, Value filename);

#endif
