// scope.h: which scope each name belongs to. The rules and flags are those of CPython 3.14's
// symtable; sources: PEP 227 (nested scopes), 709 (inlined comprehensions), 695 and 696 (type
// parameters), 649 and 749 (annotations).
//
// A Scope has its symbols in order of first appearance, with names already mangled. Its kinds are
// what the source says, seen from this scope; how the compiler reaches a name is sym->access.
#ifndef NX_FRONT_SCOPE_H
#define NX_FRONT_SCOPE_H

#include "front/parse.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,      // def, async def; lambda and comprehensions too, see node->kind
    SCOPE_ANNOTATION,    // __annotate__ of a function, class or module
    SCOPE_TYPE_ALIAS,    // the value of `type X = value`
    SCOPE_TYPE_PARAMS,   // holds the names in [...] of def, class and type
    SCOPE_TYPE_VARIABLE, // a bound or a default in [...]
} ScopeKind;

typedef enum SymKind {
    SYM_LOCAL = 1,
    SYM_GLOBAL_EXPLICIT, // by a global statement
    SYM_GLOBAL_IMPLICIT, // bound nowhere around it: global or builtin
    SYM_FREE,            // of an enclosing function
    SYM_CELL,            // local, and a scope inside it uses it
} SymKind;

// How code in this scope reaches the name. In an inlined comprehension this is seen from the frame
// it is inlined into, so the compiler need not look further.
typedef enum SymAccess {
    ACCESS_LOCAL = 1,        // a frame slot (register)
    ACCESS_CELL,             // a cell this frame makes
    ACCESS_FREE,             // a cell the closure brought
    ACCESS_GLOBAL,           // globals, then builtins
    ACCESS_NAME,             // module or class namespace, then globals, then builtins
    ACCESS_NAME_FREE,        // load: class namespace, then the closure's cell; store: the cell
    ACCESS_CLASSDICT_FREE,   // load: the mapping in __classdict__, then the closure's cell
    ACCESS_CLASSDICT_GLOBAL, // load: the mapping in __classdict__, then globals, then builtins
} SymAccess;

typedef enum SymFlag { // facts of the source, as symtable's DEF_* and USE
    SYMF_GLOBAL = 1,
    SYMF_LOCAL = 2, // bound here by assignment, def, class, for ...
    SYMF_PARAM = 4,
    SYMF_NONLOCAL = 8,
    SYMF_USE = 16,
    SYMF_FREE_CLASS = 64, // free in a class body that also binds it
    SYMF_IMPORT = 128,
    SYMF_ANNOT = 256,
    SYMF_COMP_ITER = 512, // bound as a comprehension's target
    SYMF_TYPE_PARAM = 1024,
    // A loop appends to it (x += y, x = x + y) and does not use it otherwise. Not of symtable.
    SYMF_APPENDED = 2048,
    SYMF_BOUND = SYMF_LOCAL | SYMF_PARAM | SYMF_IMPORT,
} SymFlag;

struct Symbol {
    Name *name;     // mangled
    uint16_t flags; // SymFlag
    uint8_t kind;   // SymKind
    uint8_t access; // SymAccess
    // In an inlined comprehension: the symbol of the scope it is inlined into that stands for the
    // same variable, and whose slot or cell it shares. NULL for the comprehension's own variables.
    Symbol *outer;
    uint32_t slot;                 // scratch of the compiler, 0 at first
    uint32_t read_at, append_loop; // scratch of the visitor: last use; loop that appends
    const Node *directive;         // first global, nonlocal or := that made it so, for messages
};

typedef struct SymSeq {
    Symbol **items;
    uint32_t len;
} SymSeq;

struct Scope {
    uint8_t kind; // ScopeKind
    Name *name;   // function or class name; "top", "lambda", "listcomp" ... as symtable has it
    Node *node;   // what opened it
    Scope *parent;
    Scope **children; // in source order
    uint32_t n_children, children_cap;
    Name *class_name;   // of the class around it, for mangling; NULL outside of any
    Scope *annotations; // module or class: the scope of its __annotate__, or NULL

    SymSeq symbols; // in order of first appearance
    NameSeq params; // of a function, as CPython's varnames begin: positional, keyword-only, *, **
    SymSeq cells;   // symbols with kind SYM_CELL, in order of first appearance
    SymSeq frees;   // SYM_FREE, and in a class SYMF_FREE_CLASS; the closure's order
    Symbol **index; // hash index over symbols when they are many, a power of two slots
    uint32_t index_mask, symbols_cap, params_cap;

    bool nested;        // inside a function, so that closures are possible
    bool generator;     // has a yield; or is a generator expression
    bool coroutine;     // async def, or has await; with generator: an async generator
    bool comprehension; // list, set, dict comprehension or generator expression
    bool inlined;       // compile it into the parent's frame (never a generator expression)
    bool varargs;       // has *args
    bool varkeywords;   // has **kwargs
    bool returns_value; // some return has a value
    bool has_docstring;
    bool method; // a function directly inside a class
    bool import_star;
    bool needs_class_closure; // class: a method uses super or __class__: makes a __class__ cell
    bool needs_classdict;     // class: an annotation scope needs its namespace: __classdict__ cell
    bool can_see_class_scope; // annotation scope directly in a class
    bool has_conditional_annotations; // class or module: keep the set __conditional_annotations__
    bool annotations_used;            // of its own kind: some annotation exists
    uint32_t id;                      // scratch of the compiler

    // While it is being built.
    bool in_conditional, unevaluated, comp_target;
    uint32_t comp_iter_depth;
    const struct ScopeLoop *loop; // the innermost
    const char *info;             // what a SCOPE_TYPE_VARIABLE belongs to, for messages
    NameSeq *only_mangled;        // type parameters of a generic class: no other names are mangled
};

// Builds the scopes of a whole tree and fills the AUX fields of its nodes. Returns the module's
// scope, or NULL with f->error filled. Also the last point where depth is counted: see ast.h.
NX_INTERNAL Scope *scope_build(Front *f, Node *tree);

// The symbol of a name as written in the source (it is mangled here), or NULL. O(1).
NX_INTERNAL Symbol *scope_lookup(Front *f, const Scope *scope, Name *name);

// `__x` inside class C is `_C__x`; any other name is returned as it is. NULL: arena full.
NX_INTERNAL Name *scope_mangle(Front *f, const Scope *scope, Name *name);

// The x on the right of `x = x + y`, or NULL.
NX_INTERNAL const Node *scope_sum_of_target(const Node *assign);

#endif
