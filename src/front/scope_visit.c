// scope_visit.c: the walk over the tree that collects who binds and who uses which name, in the
// order CPython's symtable does, so that of several mistakes the same is found first. Statements
// are here, and what is special among expressions; the rest goes by the table of fields.
//
// This is also where depth is counted for all later passes: see AST_MAX_DEPTH.
#include "front/scope_inner.h"

static bool scope_expr(ScopeBuild *b, Node *n);
static bool scope_stmt(ScopeBuild *b, Node *n);

static bool scope_exprs(ScopeBuild *b, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (seq->items[i] && !scope_expr(b, seq->items[i])) { return false; }
    }
    return true;
}

static bool scope_opt(ScopeBuild *b, Node *n) { return !n || scope_expr(b, n); }

static bool scope_stmts(ScopeBuild *b, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!scope_stmt(b, seq->items[i])) { return false; }
    }
    return true;
}

// A part of the program that may not run: annotations in it are conditional.
static bool scope_conditional(ScopeBuild *b, const NodeSeq *body, const NodeSeq *orelse) {
    Scope *s = b->cur;
    bool before = s->in_conditional;
    s->in_conditional = true;
    bool ok = scope_stmts(b, body) && (!orelse || scope_stmts(b, orelse));
    s->in_conditional = before;
    return ok;
}

static bool scope_fail_at(ScopeBuild *b, const Node *at, const char *message) {
    return front_name_error_at(b->f, at, message) != NULL;
}

static bool scope_top_level_await(const ScopeBuild *b) {
    return (b->f->flags & FRONT_TOP_LEVEL_AWAIT) && b->cur->kind == SCOPE_MODULE;
}

static bool scope_is_async_def(const Scope *s) { return s->kind == SCOPE_FUNCTION && s->coroutine; }

static bool scope_has_docstring(const ScopeBuild *b, const NodeSeq *body) {
    if (b->f->flags & FRONT_NO_DOCSTRINGS) { return false; }
    if (body->len == 0 || body->items[0]->kind != AST_Expr) { return false; }
    const Node *value = body->items[0]->as.Expr.value;
    return value->kind == AST_Constant && value->as.Constant.value.type == CONST_STR;
}

// --- Comprehensions ------------------------------------------------------------------------------

// One `for` of a comprehension that is not its first.
static bool scope_clause(ScopeBuild *b, Node *n) {
    Scope *s = b->cur;
    s->comp_target = true;
    if (!scope_expr(b, n->as.comprehension.target)) { return false; }
    s->comp_target = false;
    s->comp_iter_depth++;
    if (!scope_expr(b, n->as.comprehension.iter)) { return false; }
    s->comp_iter_depth--;
    if (!scope_exprs(b, &n->as.comprehension.ifs)) { return false; }
    s->coroutine |= n->as.comprehension.is_async;
    return true;
}

static bool scope_comp_inside(ScopeBuild *b, const NodeSeq *generators, Node *elt, Node *value) {
    Scope *s = b->cur;
    const Node *first = generators->items[0];
    s->coroutine |= first->as.comprehension.is_async;
    if (!scope_add(b, b->iter, SYMF_PARAM, s->node)) { return false; }
    s->comp_target = true;
    if (!scope_expr(b, first->as.comprehension.target)) { return false; }
    s->comp_target = false;
    if (!scope_exprs(b, &first->as.comprehension.ifs)) { return false; }
    for (uint32_t i = 1; i < generators->len; i++) {
        if (!scope_clause(b, generators->items[i])) { return false; }
    }
    return scope_opt(b, value) && scope_expr(b, elt);
}

static bool scope_comprehension(ScopeBuild *b, Node *n, const char *name, Scope **slot,
                                const NodeSeq *generators, Node *elt, Node *value) {
    Scope *outer = b->cur;
    outer->comp_iter_depth++;
    if (!scope_expr(b, generators->items[0]->as.comprehension.iter)) { return false; }
    outer->comp_iter_depth--;
    Scope *s = scope_new(b, SCOPE_FUNCTION, front_name(b->f, name, strlen(name)), n);
    *slot = s;
    if (!scope_enter(b, s)) { return false; }
    bool generator = n->kind == AST_GeneratorExp;
    s->comprehension = true;
    s->inlined = !generator && !outer->can_see_class_scope;
    if (!scope_comp_inside(b, generators, elt, value)) { return false; }
    s->generator = generator;
    scope_leave(b, outer);
    if (!s->coroutine || generator) { return true; }
    if (!scope_is_async_def(outer) && !outer->comprehension && !scope_top_level_await(b)) {
        return scope_fail_at(b, n,
                             "asynchronous comprehension outside of an asynchronous function");
    }
    outer->coroutine = true;
    return true;
}

// --- := ------------------------------------------------------------------------------------------

static bool scope_declare(ScopeBuild *b, Name *name, uint32_t flags, const Node *at) {
    Symbol *sym = scope_add(b, name, flags, at);
    if (sym && !sym->directive) { sym->directive = at; }
    return sym != NULL;
}

static bool scope_walrus_misplaced(ScopeBuild *b, const Scope *s, const Node *at) {
    static const char *const places[] = {
        [SCOPE_CLASS] = "cannot be used in a class body",
        [SCOPE_TYPE_PARAMS] = "cannot be used within the definition of a generic",
        [SCOPE_TYPE_ALIAS] = "cannot be used in a type alias",
        [SCOPE_TYPE_VARIABLE] = "cannot be used in a TypeVar bound",
    };
    return scope_fail_at(
        b, at,
        front_format(b->f, "assignment expression within a comprehension %s", places[s->kind]));
}

// The target of := in a comprehension belongs to the nearest scope that is none.
static bool scope_walrus_in_comprehension(ScopeBuild *b, Node *target) {
    Name *name = target->as.Name.id;
    Scope *s = b->cur;
    for (; s->comprehension; s = s->parent) {
        const Symbol *sym = scope_lookup(b->f, s, name);
        if (sym && (sym->flags & SYMF_COMP_ITER) && (sym->flags & SYMF_LOCAL)) {
            const char *format = "assignment expression cannot rebind comprehension iteration "
                                 "variable '%N'";
            return scope_fail_at(b, target, front_format(b->f, format, name));
        }
    }
    if (s->kind == SCOPE_FUNCTION) {
        const Symbol *sym = scope_lookup(b->f, s, name);
        bool global = sym && (sym->flags & SYMF_GLOBAL);
        return scope_declare(b, name, global ? SYMF_GLOBAL : SYMF_NONLOCAL, target) &&
               scope_add_to(b, s, name, SYMF_LOCAL, target);
    }
    if (s->kind == SCOPE_MODULE) {
        return scope_declare(b, name, SYMF_GLOBAL, target) &&
               scope_add_to(b, s, name, SYMF_GLOBAL, target);
    }
    if (s->kind == SCOPE_ANNOTATION) { return true; } // refused already
    return scope_walrus_misplaced(b, s, target);
}

static bool scope_walrus(ScopeBuild *b, Node *n) {
    if (b->cur->comp_iter_depth > 0) {
        return scope_fail_at(b, n,
                             "assignment expression cannot be used in a comprehension iterable "
                             "expression");
    }
    if (b->cur->comprehension && !scope_walrus_in_comprehension(b, n->as.NamedExpr.target)) {
        return false;
    }
    return scope_expr(b, n->as.NamedExpr.value) && scope_expr(b, n->as.NamedExpr.target);
}

// --- Functions -----------------------------------------------------------------------------------

static bool scope_params(ScopeBuild *b, const NodeSeq *params) {
    for (uint32_t i = 0; i < params->len; i++) {
        if (!scope_add(b, params->items[i]->as.arg.arg, SYMF_PARAM, params->items[i])) {
            return false;
        }
    }
    return true;
}

static bool scope_arguments(ScopeBuild *b, const Node *n) {
    const Node *vararg = n->as.arguments.vararg, *kwarg = n->as.arguments.kwarg;
    if (!scope_params(b, &n->as.arguments.posonlyargs) || !scope_params(b, &n->as.arguments.args) ||
        !scope_params(b, &n->as.arguments.kwonlyargs)) {
        return false;
    }
    b->cur->varargs = vararg != NULL;
    b->cur->varkeywords = kwarg != NULL;
    if (vararg && !scope_add(b, vararg->as.arg.arg, SYMF_PARAM, vararg)) { return false; }
    return !kwarg || scope_add(b, kwarg->as.arg.arg, SYMF_PARAM, kwarg);
}

static bool scope_defaults(ScopeBuild *b, const Node *args) {
    return scope_exprs(b, &args->as.arguments.defaults) &&
           scope_exprs(b, &args->as.arguments.kw_defaults);
}

static bool scope_lambda(ScopeBuild *b, Node *n) {
    Scope *outer = b->cur;
    if (!scope_defaults(b, n->as.Lambda.args)) { return false; }
    Scope *s = scope_new(b, SCOPE_FUNCTION, front_name(b->f, "lambda", 6), n);
    n->as.Lambda.scope = s;
    if (!scope_enter(b, s) || !scope_arguments(b, n->as.Lambda.args)) { return false; }
    if (!scope_expr(b, n->as.Lambda.body)) { return false; }
    scope_leave(b, outer);
    return true;
}

static bool scope_arg_annotations(ScopeBuild *b, const NodeSeq *params) {
    for (uint32_t i = 0; i < params->len; i++) {
        if (!scope_opt(b, params->items[i]->as.arg.annotation)) { return false; }
    }
    return true;
}

static bool scope_any_annotation(const NodeSeq *params) {
    for (uint32_t i = 0; i < params->len; i++) {
        if (params->items[i]->as.arg.annotation) { return true; }
    }
    return false;
}

static Node *scope_annotation_of(const Node *arg) { return arg ? arg->as.arg.annotation : NULL; }

// The annotations of a def have a scope of their own, made only if there are any.
static bool scope_annotations(ScopeBuild *b, Node *def) {
    const Node *args = def->as.FunctionDef.args;
    Node *vararg = scope_annotation_of(args->as.arguments.vararg);
    Node *kwarg = scope_annotation_of(args->as.arguments.kwarg);
    if (!scope_any_annotation(&args->as.arguments.posonlyargs) &&
        !scope_any_annotation(&args->as.arguments.args) &&
        !scope_any_annotation(&args->as.arguments.kwonlyargs) && !vararg && !kwarg &&
        !def->as.FunctionDef.returns) {
        return true;
    }
    Scope *outer = b->cur, *s = scope_new(b, SCOPE_ANNOTATION, b->annotate, def);
    def->as.FunctionDef.ann_scope = s;
    if (!scope_enter(b, s)) { return false; }
    s->annotations_used = true;
    if (outer->can_see_class_scope || outer->kind == SCOPE_CLASS) {
        s->can_see_class_scope = true;
        if (!scope_add(b, b->classdict, SYMF_USE, def)) { return false; }
    }
    if (!scope_arg_annotations(b, &args->as.arguments.posonlyargs) ||
        !scope_arg_annotations(b, &args->as.arguments.args) || !scope_opt(b, vararg) ||
        !scope_opt(b, kwarg) || !scope_arg_annotations(b, &args->as.arguments.kwonlyargs) ||
        !scope_opt(b, def->as.FunctionDef.returns)) {
        return false;
    }
    scope_leave(b, outer);
    return true;
}

// --- Type parameters -----------------------------------------------------------------------------

static bool scope_add_hidden(ScopeBuild *b, const char *name, uint32_t flags, const Node *at) {
    Name *n = front_name(b->f, name, strlen(name));
    return n && scope_add(b, n, flags, at);
}

// A bound or default of a type parameter.
static bool scope_type_value(ScopeBuild *b, Node *param, Name *name, Node *value, const char *info,
                             Scope **slot) {
    if (name == b->classdict) {
        return scope_fail_at(
            b, param,
            front_format(b->f, "reserved name '%N' cannot be used for type parameter", name));
    }
    if (!value) { return true; }
    Scope *outer = b->cur, *s = scope_new(b, SCOPE_TYPE_VARIABLE, name, param);
    *slot = s;
    if (!scope_enter(b, s)) { return false; }
    s->can_see_class_scope = outer->can_see_class_scope;
    s->info = info;
    if (s->can_see_class_scope && !scope_add(b, b->classdict, SYMF_USE, value)) { return false; }
    if (!scope_expr(b, value)) { return false; }
    scope_leave(b, outer);
    return true;
}

static bool scope_type_param(ScopeBuild *b, Node *n) {
    Name *name = n->as.ParamSpec.name; // first in all three kinds
    if (!scope_add(b, name, SYMF_TYPE_PARAM | SYMF_LOCAL, n)) { return false; }
    if (n->kind == AST_TypeVar) {
        Node *bound = n->as.TypeVar.bound;
        const char *info =
            bound && bound->kind == AST_Tuple ? "a TypeVar constraint" : "a TypeVar bound";
        return scope_type_value(b, n, name, bound, info, &n->as.TypeVar.bound_scope) &&
               scope_type_value(b, n, name, n->as.TypeVar.default_value, "a TypeVar default",
                                &n->as.TypeVar.default_scope);
    }
    const char *info = n->kind == AST_ParamSpec ? "a ParamSpec default" : "a TypeVarTuple default";
    return scope_type_value(b, n, name, n->as.ParamSpec.default_value, info,
                            &n->as.ParamSpec.default_scope);
}

static bool scope_type_params(ScopeBuild *b, const NodeSeq *params) {
    for (uint32_t i = 0; i < params->len; i++) {
        if (!scope_type_param(b, params->items[i])) { return false; }
    }
    return true;
}

// Enters the scope that holds the type parameters of a def, class or type statement.
static bool scope_enter_type_params(ScopeBuild *b, Name *name, Node *n, Scope **slot) {
    bool in_class = b->cur->kind == SCOPE_CLASS;
    *slot = scope_new(b, SCOPE_TYPE_PARAMS, name, n);
    if (!scope_enter(b, *slot)) { return false; }
    if (in_class) {
        b->cur->can_see_class_scope = true;
        if (!scope_add(b, b->classdict, SYMF_USE, n)) { return false; }
    }
    if (n->kind == AST_ClassDef) {
        return scope_add_hidden(b, ".type_params", SYMF_LOCAL, n) &&
               scope_add_hidden(b, ".type_params", SYMF_USE, n) &&
               scope_add_hidden(b, ".generic_base", SYMF_LOCAL, n) &&
               scope_add_hidden(b, ".generic_base", SYMF_USE, n);
    }
    if (n->kind == AST_TypeAlias) { return true; }
    const Node *args = n->as.FunctionDef.args;
    bool kw_defaults = false;
    for (uint32_t i = 0; i < args->as.arguments.kw_defaults.len; i++) {
        kw_defaults |= args->as.arguments.kw_defaults.items[i] != NULL;
    }
    if (args->as.arguments.defaults.len && !scope_add_hidden(b, ".defaults", SYMF_PARAM, n)) {
        return false;
    }
    return !kw_defaults || scope_add_hidden(b, ".kwdefaults", SYMF_PARAM, n);
}

// --- def, class, type ----------------------------------------------------------------------------

static bool scope_def(ScopeBuild *b, Node *n) {
    Scope *outer = b->cur;
    const NodeSeq *type_params = &n->as.FunctionDef.type_params;
    Name *name = n->as.FunctionDef.name;
    if (!scope_add(b, name, SYMF_LOCAL, n) || !scope_defaults(b, n->as.FunctionDef.args) ||
        !scope_exprs(b, &n->as.FunctionDef.decorator_list)) {
        return false;
    }
    if (type_params->len > 0 &&
        (!scope_enter_type_params(b, name, n, &n->as.FunctionDef.type_scope) ||
         !scope_type_params(b, type_params))) {
        return false;
    }
    Scope *s = scope_new(b, SCOPE_FUNCTION, name, n);
    if (!s || !scope_annotations(b, n)) { return false; }
    n->as.FunctionDef.scope = s;
    s->has_docstring = scope_has_docstring(b, &n->as.FunctionDef.body);
    s->coroutine = n->kind == AST_AsyncFunctionDef;
    if (!scope_enter(b, s) || !scope_arguments(b, n->as.FunctionDef.args) ||
        !scope_stmts(b, &n->as.FunctionDef.body)) {
        return false;
    }
    scope_leave(b, outer);
    return true;
}

static bool scope_no_debug(ScopeBuild *b, const Name *name, const Node *at) {
    return name != b->debug || scope_fail_at(b, at, "cannot assign to __debug__");
}

static bool scope_keywords(ScopeBuild *b, const NodeSeq *keywords) {
    for (uint32_t i = 0; i < keywords->len; i++) {
        if (!scope_no_debug(b, keywords->items[i]->as.keyword.arg, keywords->items[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < keywords->len; i++) {
        if (!scope_expr(b, keywords->items[i]->as.keyword.value)) { return false; }
    }
    return true;
}

static bool scope_class_head(ScopeBuild *b, Node *n) {
    if (n->as.ClassDef.type_params.len > 0) {
        if (!scope_enter_type_params(b, n->as.ClassDef.name, n, &n->as.ClassDef.type_scope)) {
            return false;
        }
        b->class_name = b->cur->class_name = n->as.ClassDef.name;
        b->cur->only_mangled = ARENA_NEW(b->f->arena, NameSeq);
        if (!b->cur->only_mangled) { return front_out_of_memory(b->f) != NULL; }
        if (!scope_type_params(b, &n->as.ClassDef.type_params)) { return false; }
    }
    return scope_exprs(b, &n->as.ClassDef.bases) && scope_keywords(b, &n->as.ClassDef.keywords);
}

static bool scope_class(ScopeBuild *b, Node *n) {
    Scope *outer = b->cur;
    Name *outer_class = b->class_name;
    if (!scope_add(b, n->as.ClassDef.name, SYMF_LOCAL, n) ||
        !scope_exprs(b, &n->as.ClassDef.decorator_list) || !scope_class_head(b, n)) {
        return false;
    }
    b->class_name = n->as.ClassDef.name;
    Scope *s = scope_new(b, SCOPE_CLASS, n->as.ClassDef.name, n);
    n->as.ClassDef.scope = s;
    if (!scope_enter(b, s)) { return false; }
    if (n->as.ClassDef.type_params.len > 0 &&
        (!scope_add_hidden(b, "__type_params__", SYMF_LOCAL, n) ||
         !scope_add_hidden(b, ".type_params", SYMF_USE, n))) {
        return false;
    }
    s->has_docstring = scope_has_docstring(b, &n->as.ClassDef.body);
    if (!scope_stmts(b, &n->as.ClassDef.body)) { return false; }
    b->class_name = outer_class;
    scope_leave(b, outer);
    return true;
}

static bool scope_alias_stmt(ScopeBuild *b, Node *n) {
    Scope *outer = b->cur;
    Name *name = n->as.TypeAlias.name->as.Name.id;
    bool in_class = outer->kind == SCOPE_CLASS;
    if (!scope_expr(b, n->as.TypeAlias.name)) { return false; }
    if (n->as.TypeAlias.type_params.len > 0 &&
        (!scope_enter_type_params(b, name, n, &n->as.TypeAlias.type_scope) ||
         !scope_type_params(b, &n->as.TypeAlias.type_params))) {
        return false;
    }
    Scope *s = scope_new(b, SCOPE_TYPE_ALIAS, name, n);
    n->as.TypeAlias.scope = s;
    if (!scope_enter(b, s)) { return false; }
    s->can_see_class_scope = in_class;
    if (in_class && !scope_add(b, b->classdict, SYMF_USE, n->as.TypeAlias.value)) { return false; }
    if (!scope_expr(b, n->as.TypeAlias.value)) { return false; }
    scope_leave(b, outer);
    return true;
}

// --- Annotated names -----------------------------------------------------------------------------

// The annotation of a variable; those of one class or module share a scope, made for the first.
static bool scope_annotation(ScopeBuild *b, Node *annotation) {
    Scope *outer = b->cur;
    bool local = outer->kind == SCOPE_FUNCTION; // never evaluated: its names count for nothing
    bool conditional =
        outer->kind == SCOPE_MODULE || (outer->kind == SCOPE_CLASS && outer->in_conditional);
    if (conditional && !outer->has_conditional_annotations) {
        outer->has_conditional_annotations = true;
        if (!scope_add(b, b->conditional, SYMF_USE, annotation)) { return false; }
    }
    Scope *s = outer->annotations;
    if (!s) {
        s = scope_new(b, SCOPE_ANNOTATION, b->annotate, annotation);
        if (!scope_enter(b, s)) { return false; }
        outer->annotations = s;
        if (outer->kind == SCOPE_CLASS && !b->future_annotations) {
            s->can_see_class_scope = true;
            if (!scope_add(b, b->classdict, SYMF_USE, annotation)) { return false; }
        }
    }
    b->cur = s;
    s->unevaluated = local;
    bool ok = scope_expr(b, annotation);
    s->unevaluated = false;
    scope_leave(b, outer);
    return ok;
}

static bool scope_ann_assign(ScopeBuild *b, Node *n) {
    Node *target = n->as.AnnAssign.target;
    Scope *s = b->cur;
    s->annotations_used = true;
    if (target->kind == AST_Name) {
        Name *name = target->as.Name.id;
        bool simple = n->as.AnnAssign.simple;
        Symbol *sym = scope_lookup(b->f, s, name);
        uint32_t flags = sym ? sym->flags : 0;
        if ((flags & (SYMF_GLOBAL | SYMF_NONLOCAL)) && s != b->module && simple) {
            return scope_fail_at(b, n,
                                 front_format(b->f, "annotated name '%N' can't be %s", name,
                                              flags & SYMF_GLOBAL ? "global" : "nonlocal"));
        }
        if (simple) {
            sym = scope_add(b, name, SYMF_ANNOT | SYMF_LOCAL, target);
        } else if (n->as.AnnAssign.value) {
            sym = scope_add(b, name, SYMF_LOCAL, target);
        }
        if ((simple || n->as.AnnAssign.value) && !sym) { return false; }
        target->as.Name.sym = sym;
    } else if (!scope_expr(b, target)) {
        return false;
    }
    return scope_annotation(b, n->as.AnnAssign.annotation) && scope_opt(b, n->as.AnnAssign.value);
}

// --- Names and declarations ----------------------------------------------------------------------

// Whether a loop only appends to a variable is known when it ends: what it uses is noted as it comes.
static void scope_note_use(ScopeBuild *b, Symbol *sym, const Node *at) {
    if (at == b->own_read) { return; }
    sym->read_at = ++b->clock;
    for (const ScopeLoop *l = b->cur->loop; l; l = l->outer) {
        if (l->start == sym->append_loop) { sym->flags &= (uint16_t)~SYMF_APPENDED; }
    }
}

static void scope_note_append(ScopeBuild *b, const Node *target) {
    const ScopeLoop *l = b->cur->loop;
    Symbol *sym = target->as.Name.sym;
    if (!l || !sym || sym->read_at > l->start) { return; }
    sym->append_loop = l->start;
    sym->flags |= SYMF_APPENDED;
}

// `x = x + y`, of one target.
const Node *scope_sum_of_target(const Node *assign) {
    const NodeSeq *targets = &assign->as.Assign.targets;
    const Node *target = targets->items[0], *value = assign->as.Assign.value;
    if (targets->len != 1 || target->kind != AST_Name || value->kind != AST_BinOp ||
        value->as.BinOp.op != BIN_Add) {
        return NULL;
    }
    const Node *left = value->as.BinOp.left;
    return left->kind == AST_Name && left->as.Name.id == target->as.Name.id ? left : NULL;
}

static bool scope_assign(ScopeBuild *b, Node *n) {
    const Node *own = scope_sum_of_target(n), *before = b->own_read;
    b->own_read = own;
    bool ok = scope_exprs(b, &n->as.Assign.targets) && scope_expr(b, n->as.Assign.value);
    b->own_read = before;
    if (ok && own) { scope_note_append(b, n->as.Assign.targets.items[0]); }
    return ok;
}

static bool scope_aug_assign(ScopeBuild *b, Node *n) {
    Node *target = n->as.AugAssign.target;
    if (!scope_expr(b, target) || !scope_expr(b, n->as.AugAssign.value)) { return false; }
    if (target->kind == AST_Name && n->as.AugAssign.op == BIN_Add) { scope_note_append(b, target); }
    return true;
}

static bool scope_name(ScopeBuild *b, Node *n) {
    Name *name = n->as.Name.id;
    Scope *s = b->cur;
    if (s->unevaluated) { return true; }
    if (n->as.Name.ctx == CTX_Load) {
        Symbol *sym = scope_add_to(b, s, name, SYMF_USE, n);
        n->as.Name.sym = sym;
        if (sym) { scope_note_use(b, sym, n); }
        if (NX_UNLIKELY(name == b->super_name) && sym && scope_is_function_like(s)) {
            return scope_add_to(b, s, b->class_cell, SYMF_USE, n) != NULL;
        }
        return sym != NULL;
    }
    if (NX_UNLIKELY(name == b->debug) && n->as.Name.ctx == CTX_Del) {
        return scope_fail_at(b, n, "cannot delete __debug__");
    }
    n->as.Name.sym = scope_add(b, name, SYMF_LOCAL, n);
    return n->as.Name.sym != NULL;
}

static bool scope_global_stmt(ScopeBuild *b, Node *n) {
    bool global = n->kind == AST_Global;
    const char *what = global ? "global" : "nonlocal";
    NameSeq names = global ? n->as.Global.names : n->as.Nonlocal.names;
    for (uint32_t i = 0; i < names.len; i++) {
        Name *name = names.items[i];
        const Symbol *sym = scope_lookup(b->f, b->cur, name);
        uint32_t flags = sym ? sym->flags : 0;
        const char *format = flags & SYMF_PARAM   ? "name '%N' is parameter and %s"
                             : flags & SYMF_USE   ? "name '%N' is used prior to %s declaration"
                             : flags & SYMF_ANNOT ? "annotated name '%N' can't be %s"
                             : flags & SYMF_LOCAL ? "name '%N' is assigned to before %s declaration"
                                                  : NULL;
        if (format) { return scope_fail_at(b, n, front_format(b->f, format, name, what)); }
        if (!scope_declare(b, name, global ? SYMF_GLOBAL : SYMF_NONLOCAL, n)) { return false; }
    }
    return true;
}

// `import a.b` binds a. A tree that a program made may have points and stars anywhere else.
static bool scope_alias(ScopeBuild *b, Node *n, bool from) {
    Name *name = n->as.alias.asname ? n->as.alias.asname : n->as.alias.name;
    bool whole = from || n->as.alias.asname;
    const char *dot = whole ? NULL : memchr(name->text, '.', name->len);
    if (dot) { name = front_name(b->f, name->text, (size_t)(dot - name->text)); }
    if (!name) { return false; }
    bool star = from && !n->as.alias.asname && strcmp(name->text, "*") == 0;
    if (!star) { return scope_add(b, name, SYMF_IMPORT, n) != NULL; }
    if (b->cur->kind != SCOPE_MODULE) {
        return scope_fail_at(b, n, "import * only allowed at module level");
    }
    b->cur->import_star = true;
    return true;
}

static bool scope_import(ScopeBuild *b, const NodeSeq *names, bool from) {
    for (uint32_t i = 0; i < names->len; i++) {
        if (!scope_alias(b, names->items[i], from)) { return false; }
    }
    return true;
}

static bool scope_import_from(ScopeBuild *b, Node *n) {
    const Name *module = n->as.ImportFrom.module;
    const Node *last = b->f->future_last;
    if (!scope_import(b, &n->as.ImportFrom.names, true)) { return false; }
    bool late = !last || n->lineno > last->lineno ||
                (n->lineno == last->end_lineno && n->col_offset > last->end_col_offset);
    if (late && module && n->as.ImportFrom.level == 0 && strcmp(module->text, "__future__") == 0) {
        return scope_fail_at(b, n,
                             "from __future__ imports must occur at the beginning of the file");
    }
    return true;
}

// --- Patterns ------------------------------------------------------------------------------------

static bool scope_pattern(ScopeBuild *b, Node *n);

static bool scope_patterns(ScopeBuild *b, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!scope_pattern(b, seq->items[i])) { return false; }
    }
    return true;
}

static bool scope_capture(ScopeBuild *b, Name *name, const Node *at) {
    return !name || scope_add(b, name, SYMF_LOCAL, at);
}

static bool scope_class_pattern(ScopeBuild *b, Node *n) {
    if (!scope_expr(b, n->as.MatchClass.cls) || !scope_patterns(b, &n->as.MatchClass.patterns)) {
        return false;
    }
    for (uint32_t i = 0; i < n->as.MatchClass.kwd_attrs.len; i++) {
        if (!scope_no_debug(b, n->as.MatchClass.kwd_attrs.items[i],
                            n->as.MatchClass.kwd_patterns.items[i])) {
            return false;
        }
    }
    return scope_patterns(b, &n->as.MatchClass.kwd_patterns);
}

static bool scope_pattern_inside(ScopeBuild *b, Node *n) {
    switch (n->kind) {
    case AST_MatchValue: return scope_expr(b, n->as.MatchValue.value);
    case AST_MatchSequence: return scope_patterns(b, &n->as.MatchSequence.patterns);
    case AST_MatchStar: return scope_capture(b, n->as.MatchStar.name, n);
    case AST_MatchMapping:
        return scope_exprs(b, &n->as.MatchMapping.keys) &&
               scope_patterns(b, &n->as.MatchMapping.patterns) &&
               scope_capture(b, n->as.MatchMapping.rest, n);
    case AST_MatchClass: return scope_class_pattern(b, n);
    case AST_MatchAs:
        if (n->as.MatchAs.pattern && !scope_pattern(b, n->as.MatchAs.pattern)) { return false; }
        return scope_capture(b, n->as.MatchAs.name, n);
    case AST_MatchOr: return scope_patterns(b, &n->as.MatchOr.patterns);
    default: return true;
    }
}

static bool scope_pattern(ScopeBuild *b, Node *n) {
    if (++b->depth > AST_MAX_DEPTH) { return front_too_deep(b->f) != NULL; }
    bool ok = scope_pattern_inside(b, n);
    b->depth--;
    return ok;
}

static bool scope_match(ScopeBuild *b, Node *n) {
    Scope *s = b->cur;
    if (!scope_expr(b, n->as.Match.subject)) { return false; }
    bool before = s->in_conditional;
    s->in_conditional = true;
    for (uint32_t i = 0; i < n->as.Match.cases.len; i++) {
        Node *c = n->as.Match.cases.items[i];
        if (!scope_pattern(b, c->as.match_case.pattern) || !scope_opt(b, c->as.match_case.guard) ||
            !scope_stmts(b, &c->as.match_case.body)) {
            return false;
        }
    }
    s->in_conditional = before;
    return true;
}

// --- Expressions ---------------------------------------------------------------------------------

// yield, await and := may not stand where evaluation is put off.
static bool scope_not_put_off(ScopeBuild *b, const Node *n, const char *what) {
    const char *where;
    switch (b->cur->kind) {
    case SCOPE_ANNOTATION: where = "an annotation"; break;
    case SCOPE_TYPE_VARIABLE: where = b->cur->info; break;
    case SCOPE_TYPE_ALIAS: where = "a type alias"; break;
    case SCOPE_TYPE_PARAMS: where = "the definition of a generic"; break;
    default: return true;
    }
    return scope_fail_at(b, n, front_format(b->f, "%s cannot be used within %s", what, where));
}

static bool scope_yield(ScopeBuild *b, Node *n, Node *value) {
    if (!scope_not_put_off(b, n, "yield expression") || !scope_opt(b, value)) { return false; }
    b->cur->generator = true;
    if (!b->cur->comprehension) { return true; }
    switch (b->cur->node->kind) {
    case AST_ListComp: return scope_fail_at(b, n, "'yield' inside list comprehension");
    case AST_SetComp: return scope_fail_at(b, n, "'yield' inside set comprehension");
    case AST_DictComp: return scope_fail_at(b, n, "'yield' inside dict comprehension");
    default: return scope_fail_at(b, n, "'yield' inside generator expression");
    }
}

static bool scope_await(ScopeBuild *b, Node *n) {
    if (!scope_not_put_off(b, n, "await expression")) { return false; }
    if (!scope_top_level_await(b)) {
        if (!scope_is_function_like(b->cur)) {
            return scope_fail_at(b, n, "'await' outside function");
        }
        if (!scope_is_async_def(b->cur) && !b->cur->comprehension) {
            return scope_fail_at(b, n, "'await' outside async function");
        }
    }
    if (!scope_expr(b, n->as.Await.value)) { return false; }
    b->cur->coroutine = true;
    return true;
}

static bool scope_attribute(ScopeBuild *b, Node *n) {
    if (NX_UNLIKELY(n->as.Attribute.attr == b->debug) && n->as.Attribute.ctx != CTX_Load) {
        return scope_fail_at(b, n,
                             n->as.Attribute.ctx == CTX_Store ? "cannot assign to __debug__"
                                                              : "cannot delete __debug__");
    }
    return scope_expr(b, n->as.Attribute.value);
}

// Nodes of which nothing is to be said but that their children are visited in order.
static bool scope_children(ScopeBuild *b, Node *n) {
    for (const AstField *f = ast_fields(n->kind); f->type; f++) {
        char *at = (char *)n + f->offset;
        if (f->type == AST_FIELD_SEQ) {
            NodeSeq seq;
            memcpy(&seq, at, sizeof seq);
            if (!scope_exprs(b, &seq)) { return false; }
        } else if (f->type == AST_FIELD_ONE || f->type == AST_FIELD_OPT) {
            Node *child;
            memcpy(&child, at, sizeof child);
            if (!scope_opt(b, child)) { return false; }
        }
    }
    return true;
}

static bool scope_comprehension_of(ScopeBuild *b, Node *n) {
    switch (n->kind) {
    case AST_ListComp:
        return scope_comprehension(b, n, "listcomp", &n->as.ListComp.scope,
                                   &n->as.ListComp.generators, n->as.ListComp.elt, NULL);
    case AST_SetComp:
        return scope_comprehension(b, n, "setcomp", &n->as.SetComp.scope, &n->as.SetComp.generators,
                                   n->as.SetComp.elt, NULL);
    case AST_DictComp:
        return scope_comprehension(b, n, "dictcomp", &n->as.DictComp.scope,
                                   &n->as.DictComp.generators, n->as.DictComp.key,
                                   n->as.DictComp.value);
    default:
        return scope_comprehension(b, n, "genexpr", &n->as.GeneratorExp.scope,
                                   &n->as.GeneratorExp.generators, n->as.GeneratorExp.elt, NULL);
    }
}

static bool scope_expr_inside(ScopeBuild *b, Node *n) {
    switch (n->kind) {
    case AST_Call:
        return scope_expr(b, n->as.Call.func) && scope_exprs(b, &n->as.Call.args) &&
               (n->as.Call.keywords.len == 0 || scope_keywords(b, &n->as.Call.keywords));
    case AST_BinOp: return scope_expr(b, n->as.BinOp.left) && scope_expr(b, n->as.BinOp.right);
    case AST_Compare:
        return scope_expr(b, n->as.Compare.left) && scope_exprs(b, &n->as.Compare.comparators);
    case AST_Subscript:
        return scope_expr(b, n->as.Subscript.value) && scope_expr(b, n->as.Subscript.slice);
    case AST_Lambda: return scope_lambda(b, n);
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: return scope_comprehension_of(b, n);
    case AST_NamedExpr: return scope_not_put_off(b, n, "named expression") && scope_walrus(b, n);
    case AST_Yield: return scope_yield(b, n, n->as.Yield.value);
    case AST_YieldFrom: return scope_yield(b, n, n->as.YieldFrom.value);
    case AST_Await: return scope_await(b, n);
    default: return scope_children(b, n);
    }
}

static bool scope_expr(ScopeBuild *b, Node *n) {
    if (n->kind == AST_Name) { return scope_name(b, n); }
    if (n->kind == AST_Constant) { return true; }
    if (++b->depth > AST_MAX_DEPTH) { return front_too_deep(b->f) != NULL; }
    bool ok = n->kind == AST_Attribute ? scope_attribute(b, n) : scope_expr_inside(b, n);
    b->depth--;
    return ok;
}

// --- Statements ----------------------------------------------------------------------------------

// What is done again and again: the test of a while (of a for, NULL) and the body.
static bool scope_loop(ScopeBuild *b, Node *test, const NodeSeq *body, const NodeSeq *orelse) {
    Scope *s = b->cur;
    ScopeLoop loop = {s->loop, ++b->clock};
    s->loop = &loop;
    bool ok = scope_opt(b, test) && scope_conditional(b, body, NULL);
    s->loop = loop.outer;
    return ok && scope_conditional(b, orelse, NULL);
}

static bool scope_for(ScopeBuild *b, Node *n) {
    return scope_expr(b, n->as.For.target) && scope_expr(b, n->as.For.iter) &&
           scope_loop(b, NULL, &n->as.For.body, &n->as.For.orelse);
}

// A chain of elifs is a loop here, so that its length is not depth.
static bool scope_if(ScopeBuild *b, Node *n) {
    Scope *s = b->cur;
    bool before = s->in_conditional;
    for (;;) {
        if (!scope_expr(b, n->as.If.test)) { return false; }
        s->in_conditional = true;
        if (!scope_stmts(b, &n->as.If.body)) { return false; }
        NodeSeq *orelse = &n->as.If.orelse;
        if (orelse->len != 1 || orelse->items[0]->kind != AST_If) {
            bool ok = scope_stmts(b, orelse);
            s->in_conditional = before;
            return ok;
        }
        n = orelse->items[0];
    }
}

static bool scope_with(ScopeBuild *b, Node *n) {
    Scope *s = b->cur;
    bool before = s->in_conditional;
    s->in_conditional = true;
    for (uint32_t i = 0; i < n->as.With.items.len; i++) {
        Node *item = n->as.With.items.items[i];
        if (!scope_expr(b, item->as.withitem.context_expr) ||
            !scope_opt(b, item->as.withitem.optional_vars)) {
            return false;
        }
    }
    if (!scope_stmts(b, &n->as.With.body)) { return false; }
    s->in_conditional = before;
    return true;
}

static bool scope_handlers(ScopeBuild *b, const NodeSeq *handlers) {
    for (uint32_t i = 0; i < handlers->len; i++) {
        Node *h = handlers->items[i];
        if (!scope_opt(b, h->as.ExceptHandler.type) ||
            !scope_capture(b, h->as.ExceptHandler.name, h) ||
            !scope_stmts(b, &h->as.ExceptHandler.body)) {
            return false;
        }
    }
    return true;
}

static bool scope_try(ScopeBuild *b, Node *n) {
    Scope *s = b->cur;
    bool before = s->in_conditional;
    s->in_conditional = true;
    if (!scope_stmts(b, &n->as.Try.body) || !scope_handlers(b, &n->as.Try.handlers) ||
        !scope_stmts(b, &n->as.Try.orelse) || !scope_stmts(b, &n->as.Try.finalbody)) {
        return false;
    }
    s->in_conditional = before;
    return true;
}

// async for and async with want a coroutine; the module becomes one where that is allowed.
static bool scope_async(ScopeBuild *b, Node *n) {
    if (scope_top_level_await(b)) { b->cur->coroutine = true; }
    if (!b->cur->coroutine) {
        return scope_fail_at(b, n,
                             n->kind == AST_AsyncFor ? "'async for' outside async function"
                                                     : "'async with' outside async function");
    }
    return n->kind == AST_AsyncFor ? scope_for(b, n) : scope_with(b, n);
}

static bool scope_stmt_inside(ScopeBuild *b, Node *n) {
    switch (n->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: return scope_def(b, n);
    case AST_ClassDef: return scope_class(b, n);
    case AST_TypeAlias: return scope_alias_stmt(b, n);
    case AST_Return:
        b->cur->returns_value |= n->as.Return.value != NULL;
        return scope_opt(b, n->as.Return.value);
    case AST_Expr: return scope_expr(b, n->as.Expr.value);
    case AST_Assign: return scope_assign(b, n);
    case AST_AugAssign: return scope_aug_assign(b, n);
    case AST_AnnAssign: return scope_ann_assign(b, n);
    case AST_For: return scope_for(b, n);
    case AST_While: return scope_loop(b, n->as.While.test, &n->as.While.body, &n->as.While.orelse);
    case AST_If: return scope_if(b, n);
    case AST_With: return scope_with(b, n);
    case AST_AsyncFor:
    case AST_AsyncWith: return scope_async(b, n);
    case AST_Match: return scope_match(b, n);
    case AST_Try:
    case AST_TryStar: return scope_try(b, n);
    case AST_Import: return scope_import(b, &n->as.Import.names, false);
    case AST_ImportFrom: return scope_import_from(b, n);
    case AST_Global:
    case AST_Nonlocal: return scope_global_stmt(b, n);
    default: return scope_children(b, n);
    }
}

static bool scope_stmt(ScopeBuild *b, Node *n) {
    b->f->work++;
    if (++b->depth > AST_MAX_DEPTH) { return front_too_deep(b->f) != NULL; }
    bool ok = scope_stmt_inside(b, n);
    b->depth--;
    return ok;
}

bool scope_visit_module(ScopeBuild *b, Node *tree) {
    switch (tree->kind) {
    case AST_Module:
        tree->as.Module.scope = b->module;
        b->module->has_docstring = scope_has_docstring(b, &tree->as.Module.body);
        return scope_stmts(b, &tree->as.Module.body);
    case AST_Interactive:
        tree->as.Interactive.scope = b->module;
        return scope_stmts(b, &tree->as.Interactive.body);
    default: tree->as.Expression.scope = b->module; return scope_expr(b, tree->as.Expression.body);
    }
}
