// scope_inner.h: what scope.c, scope_visit.c and scope_analyze.c share. The first has the tables,
// the second walks the tree and collects facts, the third decides what they mean.
#ifndef NX_FRONT_SCOPE_INNER_H
#define NX_FRONT_SCOPE_INNER_H

#include "front/scope.h"

// A loop being visited. `start`: the clock when it began.
typedef struct ScopeLoop {
    const struct ScopeLoop *outer;
    uint32_t start;
} ScopeLoop;

typedef struct ScopeBuild {
    Front *f;
    Scope *cur, *module;
    Name *class_name; // the innermost class, for mangling
    uint32_t depth;
    uint32_t clock;       // counts loops and uses of names
    const Node *own_read; // the x on the right of x = x + y
    bool future_annotations;
    // Names with a meaning of their own.
    Name *super_name, *class_cell, *classdict, *conditional, *debug, *format, *annotate, *iter;
} ScopeBuild;

static inline bool scope_is_function_like(const Scope *s) {
    return s->kind != SCOPE_MODULE && s->kind != SCOPE_CLASS;
}

// The symbol of a mangled name, or NULL.
NX_INTERNAL Symbol *scope_find(const Scope *scope, const Name *mangled);

// The symbol of a mangled name, made without flags if need be; NULL if the arena is full.
NX_INTERNAL Symbol *scope_symbol(Front *f, Scope *scope, Name *mangled);

// A scope inside b->cur (NULL: none), not yet among its children.
NX_INTERNAL Scope *scope_new(ScopeBuild *b, ScopeKind kind, Name *name, Node *node);
// Makes it a child of the current scope, which it becomes; false if the arena is full.
NX_INTERNAL bool scope_enter(ScopeBuild *b, Scope *scope);
static inline void scope_leave(ScopeBuild *b, Scope *outer) { b->cur = outer; }

// Adds flags to a name in the current scope, as defined at `at`, with all of CPython's checks.
// NULL: an error is filed.
NX_INTERNAL Symbol *scope_add(ScopeBuild *b, Name *name, uint32_t flags, const Node *at);
// The same in a scope further out.
NX_INTERNAL Symbol *scope_add_to(ScopeBuild *b, Scope *scope, Name *name, uint32_t flags,
                                 const Node *at);

// Walks the tree; false with an error filed.
NX_INTERNAL bool scope_visit_module(ScopeBuild *b, Node *tree);

// Decides about all names in all scopes; false with an error filed.
NX_INTERNAL bool scope_analyze(ScopeBuild *b);

// Statements `from __future__ import ...` at the top: sets f->future and checks the names.
NX_INTERNAL bool scope_future(Front *f, const Node *tree);

#endif
