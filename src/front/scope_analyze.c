// scope_analyze.c: decides what each name of each scope is.
//
// A name that its scope does not bind is looked for in the scopes around it: functions give it,
// classes are skipped, the module ends the search. When a function gives it, every scope on the way
// gets it as a free variable, so that closures can hand the cell down; and if the way leads through
// a real function (an inlined comprehension is none) the variable becomes a cell.
#include "front/scope_inner.h"

static void *scope_fail(ScopeBuild *b, const Symbol *sym, const char *format) {
    return front_name_error_at(b->f, sym->directive, front_format(b->f, format, sym->name));
}

typedef enum ScopeFound { FOUND_GLOBAL, FOUND_FUNCTION, FOUND_CLASS } ScopeFound;

// Three names that every class offers to the scopes inside it, though none to those inlined.
static bool scope_is_class_cell(const ScopeBuild *b, const Name *name) {
    return name == b->class_cell || name == b->classdict || name == b->conditional;
}

// Where the name comes from, seen from `scope`; *giver is the scope that binds it.
static ScopeFound scope_search(ScopeBuild *b, const Scope *scope, const Name *name, Scope **giver) {
    bool inlined = scope->inlined;
    for (Scope *s = scope->parent; s; inlined &= s->inlined, s = s->parent) {
        b->f->work++;
        *giver = s;
        if (s->kind == SCOPE_MODULE) { break; }
        if (s->kind == SCOPE_CLASS) {
            if (scope_is_class_cell(b, name)) { return inlined ? FOUND_GLOBAL : FOUND_CLASS; }
            continue;
        }
        const Symbol *sym = scope_find(s, name);
        if (!sym) { continue; }
        if (sym->flags & SYMF_GLOBAL) { break; }
        if ((sym->flags & SYMF_BOUND) && !(sym->flags & SYMF_NONLOCAL)) { return FOUND_FUNCTION; }
    }
    return FOUND_GLOBAL;
}

// Hands the name down from `giver` to `scope`; false if the arena is full.
static bool scope_hand_down(ScopeBuild *b, Scope *scope, Name *name, Scope *giver) {
    bool real = !scope->inlined;
    Scope *s = scope->parent;
    for (; s != giver; real |= !s->inlined, s = s->parent) {
        Symbol *sym = scope_find(s, name);
        if (!sym) {
            sym = scope_symbol(b->f, s, name);
            if (!sym) { return false; }
            sym->kind = SYM_FREE;
        } else if ((s->kind == SCOPE_CLASS || s->can_see_class_scope) && sym->flags) {
            sym->flags |= SYMF_FREE_CLASS;
        }
    }
    if (giver->kind == SCOPE_CLASS) {
        if (name == b->class_cell) { giver->needs_class_closure = true; }
        if (name == b->classdict) { giver->needs_classdict = true; }
        if (name == b->conditional) { giver->has_conditional_annotations = true; }
        return true;
    }
    if (real) { scope_find(giver, name)->kind = SYM_CELL; }
    return true;
}

static bool scope_make_free(ScopeBuild *b, Scope *scope, Symbol *sym, Scope *giver) {
    sym->kind = SYM_FREE;
    return scope_hand_down(b, scope, sym->name, giver);
}

// A type parameter may not be rebound; but CPython forgets that it is one inside a class that binds
// the same name.
static bool scope_is_type_param(const Scope *scope, const Name *name, const Scope *giver) {
    for (const Scope *s = scope->parent; s != giver; s = s->parent) {
        const Symbol *sym = s->kind == SCOPE_CLASS ? scope_find(s, name) : NULL;
        if (sym && (sym->flags & SYMF_BOUND) && !(sym->flags & (SYMF_GLOBAL | SYMF_NONLOCAL))) {
            return false;
        }
    }
    return (scope_find(giver, name)->flags & SYMF_TYPE_PARAM) != 0;
}

static bool scope_analyze_nonlocal(ScopeBuild *b, Scope *scope, Symbol *sym) {
    Scope *giver;
    if (scope->kind == SCOPE_MODULE) {
        return scope_fail(b, sym, "nonlocal declaration not allowed at module level") != NULL;
    }
    ScopeFound found = scope_search(b, scope, sym->name, &giver);
    if (found == FOUND_GLOBAL) {
        return scope_fail(b, sym, "no binding for nonlocal '%N' found") != NULL;
    }
    if (found == FOUND_FUNCTION && scope_is_type_param(scope, sym->name, giver)) {
        return scope_fail(b, sym, "nonlocal binding not allowed for type parameter '%N'") != NULL;
    }
    return scope_make_free(b, scope, sym, giver);
}

// `class_scope`: the class whose namespace this annotation scope looks into first, or NULL.
static bool scope_analyze_name(ScopeBuild *b, Scope *scope, Symbol *sym, const Scope *class_scope) {
    if (sym->flags & SYMF_GLOBAL) {
        if (sym->flags & SYMF_NONLOCAL) {
            return scope_fail(b, sym, "name '%N' is nonlocal and global") != NULL;
        }
        sym->kind = SYM_GLOBAL_EXPLICIT;
        return true;
    }
    if (sym->flags & SYMF_NONLOCAL) { return scope_analyze_nonlocal(b, scope, sym); }
    if (sym->flags & SYMF_BOUND) {
        sym->kind = SYM_LOCAL;
        return true;
    }
    const Symbol *in_class = class_scope ? scope_find(class_scope, sym->name) : NULL;
    if (in_class && (in_class->flags & SYMF_GLOBAL)) {
        sym->kind = SYM_GLOBAL_EXPLICIT;
        return true;
    }
    Scope *giver;
    bool hidden = in_class && (in_class->flags & SYMF_BOUND) && !(in_class->flags & SYMF_NONLOCAL);
    if (!hidden && scope_search(b, scope, sym->name, &giver) != FOUND_GLOBAL) {
        return scope_make_free(b, scope, sym, giver);
    }
    sym->kind = SYM_GLOBAL_IMPLICIT;
    return true;
}

static bool scope_analyze_scope(ScopeBuild *b, Scope *scope, const Scope *class_scope) {
    for (uint32_t i = 0; i < scope->symbols.len; i++) {
        if (!scope_analyze_name(b, scope, scope->symbols.items[i], class_scope)) { return false; }
    }
    b->f->work += scope->symbols.len;
    for (uint32_t i = 0; i < scope->n_children; i++) {
        Scope *child = scope->children[i];
        const Scope *seen = !child->can_see_class_scope  ? NULL
                            : scope->kind == SCOPE_CLASS ? scope
                                                         : class_scope;
        if (!scope_analyze_scope(b, child, seen)) { return false; }
    }
    return true;
}

// --- What follows for the compiler ---------------------------------------------------------------

static SymAccess scope_own_access(const ScopeBuild *b, const Scope *scope, const Symbol *sym) {
    bool names = !scope_is_function_like(scope);
    bool classdict = scope->can_see_class_scope && sym->name != b->classdict;
    switch ((SymKind)sym->kind) {
    case SYM_GLOBAL_EXPLICIT: return ACCESS_GLOBAL;
    case SYM_GLOBAL_IMPLICIT:
        return names ? ACCESS_NAME : classdict ? ACCESS_CLASSDICT_GLOBAL : ACCESS_GLOBAL;
    case SYM_FREE:
        return scope->kind == SCOPE_CLASS ? ACCESS_NAME_FREE
               : classdict                ? ACCESS_CLASSDICT_FREE
                                          : ACCESS_FREE;
    case SYM_CELL: return ACCESS_CELL;
    default: return names ? ACCESS_NAME : ACCESS_LOCAL;
    }
}

// A name that an inlined comprehension does not bind is its parent's; but what a class body binds
// is not seen from inside, and there the closure's cell or the global is meant.
static bool scope_link_outer(ScopeBuild *b, Scope *scope, Symbol *sym) {
    Scope *outer = scope->parent;
    if (outer->kind == SCOPE_CLASS && scope_is_class_cell(b, sym->name)) {
        sym->access = ACCESS_GLOBAL; // the cell is for the functions inside it
        return true;
    }
    Symbol *link = scope_find(outer, sym->name);
    if (!link) {
        link = scope_symbol(b->f, outer, sym->name);
        if (!link) { return false; }
        link->kind = sym->kind;
        link->access = (uint8_t)scope_own_access(b, outer, link);
        if (outer->inlined && !scope_link_outer(b, outer, link)) { return false; }
    }
    sym->outer = link;
    sym->access = link->access;
    if (outer->kind == SCOPE_CLASS) {
        sym->access = sym->kind == SYM_FREE ? ACCESS_FREE : ACCESS_GLOBAL;
    } else if (sym->kind == SYM_GLOBAL_EXPLICIT) {
        sym->access = ACCESS_GLOBAL;
    }
    return true;
}

static bool scope_is_free_here(const Scope *scope, const Symbol *sym) {
    if (sym->kind == SYM_FREE) { return true; }
    bool looks_aside = scope->kind == SCOPE_CLASS || scope->can_see_class_scope;
    return looks_aside && (sym->flags & SYMF_FREE_CLASS);
}

static bool scope_list(ScopeBuild *b, Scope *scope) {
    uint32_t n_cells = 0, n_frees = 0;
    for (uint32_t i = 0; i < scope->symbols.len; i++) {
        const Symbol *sym = scope->symbols.items[i];
        n_cells += sym->kind == SYM_CELL;
        n_frees += scope_is_free_here(scope, sym);
    }
    if (n_cells + n_frees == 0) { return true; }
    Symbol **items = ARENA_ARRAY(b->f->arena, Symbol *, n_cells + n_frees);
    if (!items) { return front_out_of_memory(b->f) != NULL; }
    scope->cells.items = items;
    scope->frees.items = items + n_cells;
    for (uint32_t i = 0; i < scope->symbols.len; i++) {
        Symbol *sym = scope->symbols.items[i];
        if (sym->kind == SYM_CELL) { scope->cells.items[scope->cells.len++] = sym; }
        if (scope_is_free_here(scope, sym)) { scope->frees.items[scope->frees.len++] = sym; }
    }
    return true;
}

// Parents first: an inlined comprehension's links want their parent's access.
static bool scope_finish(ScopeBuild *b, Scope *scope) {
    for (uint32_t i = 0; i < scope->symbols.len; i++) {
        Symbol *sym = scope->symbols.items[i];
        bool own = sym->kind == SYM_LOCAL || sym->kind == SYM_CELL;
        if (scope->inlined && !own) {
            if (!scope_link_outer(b, scope, sym)) { return false; }
        } else {
            sym->access = (uint8_t)scope_own_access(b, scope, sym);
        }
    }
    for (uint32_t i = 0; i < scope->n_children; i++) {
        if (!scope_finish(b, scope->children[i])) { return false; }
    }
    return scope_list(b, scope);
}

bool scope_analyze(ScopeBuild *b) {
    return scope_analyze_scope(b, b->module, NULL) && scope_finish(b, b->module);
}
