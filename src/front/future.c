// future.c: `from __future__ import ...` statements (PEP 236).
#include "front/scope_inner.h"

static bool scope_future_name(Front *f, const Node *alias) {
    static const char *const past[] = {"nested_scopes",    "generators",     "division",
                                       "absolute_import",  "with_statement", "print_function",
                                       "unicode_literals", "generator_stop"};
    const char *name = alias->as.alias.name->text;
    for (size_t i = 0; i < COUNT_OF(past); i++) {
        if (strcmp(name, past[i]) == 0) { return true; }
    }
    if (strcmp(name, "annotations") == 0) {
        f->future |= FUTURE_ANNOTATIONS;
        return true;
    }
    if (strcmp(name, "barry_as_FLUFL") == 0) {
        f->future |= FUTURE_BARRY_AS_FLUFL;
        return true;
    }
    if (strcmp(name, "braces") == 0) {
        return front_name_error_at(f, alias, "not a chance") != NULL;
    }
    const char *message = front_format(f, "future feature %N is not defined", alias->as.alias.name);
    return front_name_error_at(f, alias, message) != NULL;
}

static bool scope_is_future(const Node *n) {
    return n->kind == AST_ImportFrom && n->as.ImportFrom.level == 0 && n->as.ImportFrom.module &&
           strcmp(n->as.ImportFrom.module->text, "__future__") == 0;
}

// They may follow the docstring and each other, nothing else.
bool scope_future(Front *f, const Node *tree) {
    if (f->flags & FRONT_FUTURE_ANNOTATIONS) { f->future |= FUTURE_ANNOTATIONS; }
    if (tree->kind == AST_Expression) { return true; }
    const NodeSeq *body =
        tree->kind == AST_Module ? &tree->as.Module.body : &tree->as.Interactive.body;
    for (uint32_t i = 0; i < body->len; i++) {
        const Node *n = body->items[i];
        if (!scope_is_future(n)) {
            bool docstring = i == 0 && n->kind == AST_Expr &&
                             n->as.Expr.value->kind == AST_Constant &&
                             n->as.Expr.value->as.Constant.value.type == CONST_STR;
            if (docstring) { continue; }
            return true;
        }
        for (uint32_t k = 0; k < n->as.ImportFrom.names.len; k++) {
            if (!scope_future_name(f, n->as.ImportFrom.names.items[k])) { return false; }
        }
        f->future_last = n;
    }
    return true;
}
