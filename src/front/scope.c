// scope.c: the tables of names that scopes are, and the entry of the scope pass. See scope.h.
#include "front/scope_inner.h"

enum { SCOPE_LINEAR = 8 }; // up to so many symbols are searched one by one

Symbol *scope_find(const Scope *scope, const Name *mangled) {
    if (!scope->index) {
        for (uint32_t i = 0; i < scope->symbols.len; i++) {
            if (scope->symbols.items[i]->name == mangled) { return scope->symbols.items[i]; }
        }
        return NULL;
    }
    uint32_t at = mangled->hash & scope->index_mask;
    for (; scope->index[at]; at = (at + 1) & scope->index_mask) {
        if (scope->index[at]->name == mangled) { return scope->index[at]; }
    }
    return NULL;
}

static void scope_index(Scope *scope, Symbol *sym) {
    uint32_t at = sym->name->hash & scope->index_mask;
    while (scope->index[at]) { at = (at + 1) & scope->index_mask; }
    scope->index[at] = sym;
}

static bool scope_grow(Front *f, Scope *scope) {
    uint32_t len = scope->symbols.len, cap = len ? len * 2 : 4;
    Symbol **items = ARENA_ARRAY(f->arena, Symbol *, cap);
    if (!items) { return front_out_of_memory(f) != NULL; }
    if (len) { memcpy(items, scope->symbols.items, len * sizeof(Symbol *)); }
    scope->symbols.items = items;
    scope->symbols_cap = cap;
    if (len >= SCOPE_LINEAR) {
        scope->index = ARENA_ARRAY(f->arena, Symbol *, cap * 2);
        if (!scope->index) { return front_out_of_memory(f) != NULL; }
        scope->index_mask = cap * 2 - 1;
        for (uint32_t i = 0; i < len; i++) { scope_index(scope, items[i]); }
    }
    return true;
}

Symbol *scope_symbol(Front *f, Scope *scope, Name *mangled) {
    Symbol *sym = scope_find(scope, mangled);
    if (sym) { return sym; }
    if (scope->symbols.len == scope->symbols_cap && !scope_grow(f, scope)) { return NULL; }
    sym = ARENA_NEW(f->arena, Symbol);
    if (!sym) { return front_out_of_memory(f); }
    sym->name = mangled;
    scope->symbols.items[scope->symbols.len++] = sym;
    if (scope->index) { scope_index(scope, sym); }
    return sym;
}

// --- Mangling ------------------------------------------------------------------------------------

static Name *scope_mangle_in(Front *f, const Name *class_name, Name *name) {
    const char *s = name->text;
    uint32_t len = name->len;
    if (s[len - 1] == '_' && s[len - 2] == '_') { return name; }
    if (memchr(s, '.', len)) { return name; }
    uint32_t skip = 0;
    while (skip < class_name->len && class_name->text[skip] == '_') { skip++; }
    if (skip == class_name->len) { return name; }
    size_t size = 1 + (class_name->len - skip) + len;
    f->work += size / 16;
    const char *text = front_format(f, "_%s%N", class_name->text + skip, name);
    return text ? front_name(f, text, size) : NULL;
}

Name *scope_mangle(Front *f, const Scope *scope, Name *name) {
    if (NX_LIKELY(name->text[0] != '_' || name->text[1] != '_') || !scope->class_name ||
        name->len < 3) {
        return name;
    }
    if (scope->only_mangled) {
        uint32_t i = 0;
        while (i < scope->only_mangled->len && scope->only_mangled->items[i] != name) { i++; }
        if (i == scope->only_mangled->len) { return name; }
    }
    return scope_mangle_in(f, scope->class_name, name);
}

Symbol *scope_lookup(Front *f, const Scope *scope, Name *name) {
    Name *mangled = scope_mangle(f, scope, name);
    return mangled ? scope_find(scope, mangled) : NULL;
}

// --- Scopes --------------------------------------------------------------------------------------

Scope *scope_new(ScopeBuild *b, ScopeKind kind, Name *name, Node *node) {
    Scope *s = ARENA_NEW(b->f->arena, Scope), *outer = b->cur;
    if (!s || !name) { return front_out_of_memory(b->f); }
    s->kind = (uint8_t)kind;
    s->name = name;
    s->node = node;
    s->parent = outer;
    s->class_name = b->class_name;
    if (outer) {
        s->nested = outer->nested || scope_is_function_like(outer);
        s->method = outer->kind == SCOPE_CLASS && kind == SCOPE_FUNCTION;
        s->comp_iter_depth = outer->comp_iter_depth;
        if (kind != SCOPE_CLASS) { s->only_mangled = outer->only_mangled; }
    }
    return s;
}

static bool scope_add_child(ScopeBuild *b, Scope *child) {
    Scope *s = b->cur;
    if (s->n_children == s->children_cap) {
        uint32_t cap = s->children_cap ? s->children_cap * 2 : 4;
        Scope **items = ARENA_ARRAY(b->f->arena, Scope *, cap);
        if (!items) { return front_out_of_memory(b->f) != NULL; }
        if (s->n_children) { memcpy(items, s->children, s->n_children * sizeof(Scope *)); }
        s->children = items;
        s->children_cap = cap;
    }
    s->children[s->n_children++] = child;
    return true;
}

bool scope_enter(ScopeBuild *b, Scope *scope) {
    if (!scope) { return false; }
    // Under the future import annotations are never evaluated: their scope belongs to nothing.
    bool detached = b->future_annotations && scope->kind == SCOPE_ANNOTATION;
    if (!detached && b->cur && !scope_add_child(b, scope)) { return false; }
    b->cur = scope;
    if (scope->kind != SCOPE_ANNOTATION && scope->kind != SCOPE_TYPE_VARIABLE &&
        scope->kind != SCOPE_TYPE_ALIAS) {
        return true;
    }
    return scope_add(b, b->format, SYMF_PARAM, scope->node) &&
           scope_add(b, b->format, SYMF_USE, scope->node);
}

static bool scope_add_param(ScopeBuild *b, Scope *s, Name *name) {
    if (s->params.len == s->params_cap) {
        uint32_t cap = s->params_cap ? s->params_cap * 2 : 4;
        Name **items = ARENA_ARRAY(b->f->arena, Name *, cap);
        if (!items) { return front_out_of_memory(b->f) != NULL; }
        if (s->params.len) { memcpy(items, s->params.items, s->params.len * sizeof(Name *)); }
        s->params.items = items;
        s->params_cap = cap;
    }
    s->params.items[s->params.len++] = name;
    return true;
}

Symbol *scope_add_to(ScopeBuild *b, Scope *scope, Name *name, uint32_t flags, const Node *at) {
    Front *f = b->f;
    Name *mangled = scope_mangle(f, b->cur, name);
    Symbol *sym = mangled ? scope_symbol(f, scope, mangled) : NULL;
    if (!sym) { return NULL; }
    if ((flags & SYMF_PARAM) && (sym->flags & SYMF_PARAM)) {
        return front_name_error_at(
            f, at, front_format(f, "duplicate argument '%N' in function definition", name));
    }
    if ((flags & SYMF_TYPE_PARAM) && (sym->flags & SYMF_TYPE_PARAM)) {
        return front_name_error_at(f, at, front_format(f, "duplicate type parameter '%N'", name));
    }
    sym->flags |= (uint16_t)flags;
    if (scope->comp_target) {
        if (sym->flags & (SYMF_GLOBAL | SYMF_NONLOCAL)) {
            return front_name_error_at(f, at,
                                       front_format(f,
                                                    "comprehension inner loop cannot rebind "
                                                    "assignment expression target '%N'",
                                                    name));
        }
        sym->flags |= SYMF_COMP_ITER;
    }
    if ((flags & SYMF_PARAM) && !scope_add_param(b, scope, mangled)) { return NULL; }
    if (flags & SYMF_GLOBAL) {
        Symbol *global = scope_symbol(f, b->module, mangled);
        if (!global) { return NULL; }
        global->flags |= SYMF_GLOBAL;
    }
    return sym;
}

static bool scope_check_debug(ScopeBuild *b, const Name *name, const Node *at) {
    if (NX_LIKELY(name != b->debug)) { return true; }
    return front_name_error_at(b->f, at, "cannot assign to __debug__") != NULL;
}

static bool scope_note_type_param(ScopeBuild *b, Name *name) {
    NameSeq *names = b->cur->only_mangled;
    if (!names) { return true; }
    Name **items = ARENA_ARRAY(b->f->arena, Name *, names->len + 1);
    if (!items) { return front_out_of_memory(b->f) != NULL; }
    if (names->len) { memcpy(items, names->items, names->len * sizeof(Name *)); }
    items[names->len] = name;
    *names = (NameSeq){items, names->len + 1};
    return true;
}

Symbol *scope_add(ScopeBuild *b, Name *name, uint32_t flags, const Node *at) {
    if ((flags & (SYMF_PARAM | SYMF_LOCAL | SYMF_IMPORT)) && !scope_check_debug(b, name, at)) {
        return NULL;
    }
    if ((flags & SYMF_TYPE_PARAM) && !scope_note_type_param(b, name)) { return NULL; }
    return scope_add_to(b, b->cur, name, flags, at);
}

// --- Entry ---------------------------------------------------------------------------------------

Scope *scope_build(Front *f, Node *tree) {
    if (!scope_future(f, tree)) { return NULL; }
    ScopeBuild build = {.f = f}, *b = &build;
    b->future_annotations = (f->future & FUTURE_ANNOTATIONS) != 0;
    b->super_name = front_name(f, "super", 5);
    b->class_cell = front_name(f, "__class__", 9);
    b->classdict = front_name(f, "__classdict__", 13);
    b->conditional = front_name(f, "__conditional_annotations__", 27);
    b->debug = front_name(f, "__debug__", 9);
    b->format = front_name(f, ".format", 7);
    b->annotate = front_name(f, "__annotate__", 12);
    b->iter = front_name(f, ".0", 2);
    if (f->arena->failed) { return front_out_of_memory(f); }
    b->module = scope_new(b, SCOPE_MODULE, front_name(f, "top", 3), tree);
    if (!b->module || !scope_enter(b, b->module)) { return NULL; }
    if (!scope_visit_module(b, tree) || !scope_analyze(b)) { return NULL; }
    if (f->work > f->work_limit) { return front_out_of_work(f); }
    return b->module;
}
