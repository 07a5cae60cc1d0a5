// check.c: the walk in the order of code generation. See check.h.
//
// Which function a statement belongs to, and what blocks enclose it there, is all that most checks
// ask. A nested function or class has a Check of its own.
#include "front/check_inner.h"

static bool check_stmts(Check *c, const NodeSeq *seq);
static bool check_namespace(Check *c, const NodeSeq *body);

static bool check_exprs(Check *c, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (seq->items[i] && !check_expr(c, seq->items[i])) { return false; }
    }
    return true;
}

static bool check_opt(Check *c, const Node *n) { return !n || check_expr(c, n); }

static bool check_is_function(const Check *c) {
    return c->scope->kind != SCOPE_MODULE && c->scope->kind != SCOPE_CLASS;
}

static bool check_in_async_def(const Check *c) {
    return c->scope->kind == SCOPE_FUNCTION && c->scope->node->kind == AST_AsyncFunctionDef;
}

static bool check_push(Check *c, CheckBlockKind kind, const Node *at) {
    if (c->n_blocks == CHECK_MAX_BLOCKS) {
        return check_fail(c, at, "too many statically nested blocks");
    }
    c->blocks[c->n_blocks++] = (CheckBlock){(uint8_t)kind, false, NULL};
    return true;
}

// --- Scopes --------------------------------------------------------------------------------------

// Generators and coroutines have one block around their whole body.
static bool check_enter(Check *c, Check *inner, const Scope *scope) {
    inner->f = c->f;
    inner->scope = scope;
    inner->n_blocks = inner->n_deferred = inner->deferred_cap = 0;
    bool wrapped = scope->kind == SCOPE_FUNCTION && (scope->generator || scope->coroutine);
    return !wrapped || check_push(inner, BLOCK_OTHER, scope->node);
}

static bool check_in_scope(Check *c, const Scope *scope, const Node *expr) {
    Check inner;
    return !expr || (check_enter(c, &inner, scope) && check_expr(&inner, expr));
}

static bool check_type_param(Check *c, const Node *n) {
    switch (n->kind) {
    case AST_TypeVar:
        return check_in_scope(c, n->as.TypeVar.bound_scope, n->as.TypeVar.bound) &&
               check_in_scope(c, n->as.TypeVar.default_scope, n->as.TypeVar.default_value);
    case AST_TypeVarTuple: {
        const Node *value = n->as.TypeVarTuple.default_value;
        if (value && value->kind == AST_Starred) { value = value->as.Starred.value; }
        return check_in_scope(c, n->as.TypeVarTuple.default_scope, value);
    }
    default: return check_in_scope(c, n->as.ParamSpec.default_scope, n->as.ParamSpec.default_value);
    }
}

static const Node *check_default_of(const Node *n) {
    return n->kind == AST_TypeVar ? n->as.TypeVar.default_value : n->as.ParamSpec.default_value;
}

static bool check_type_params(Check *c, const NodeSeq *params) {
    bool defaults = false;
    for (uint32_t i = 0; i < params->len; i++) {
        const Node *n = params->items[i];
        if (!check_default_of(n) && defaults) {
            return check_fail(c, n,
                              front_format(c->f,
                                           "non-default type parameter '%N' follows default type "
                                           "parameter",
                                           n->as.ParamSpec.name)); // first in all three kinds
        }
        defaults |= check_default_of(n) != NULL;
        if (!check_type_param(c, n)) { return false; }
    }
    return true;
}

static bool check_annotation_args(Check *c, const NodeSeq *args) {
    for (uint32_t i = 0; i < args->len; i++) {
        if (!check_opt(c, args->items[i]->as.arg.annotation)) { return false; }
    }
    return true;
}

static bool check_star_annotation(Check *c, const Node *arg) {
    const Node *n = arg ? arg->as.arg.annotation : NULL;
    if (n && n->kind == AST_Starred) { n = n->as.Starred.value; }
    return check_opt(c, n);
}

static bool check_annotations(Check *c, const Node *def) {
    const Scope *scope = def->as.FunctionDef.ann_scope;
    const Node *args = def->as.FunctionDef.args;
    Check inner;
    if (!scope || (c->f->future & FUTURE_ANNOTATIONS)) { return true; }
    return check_enter(c, &inner, scope) &&
           check_annotation_args(&inner, &args->as.arguments.args) &&
           check_annotation_args(&inner, &args->as.arguments.posonlyargs) &&
           check_star_annotation(&inner, args->as.arguments.vararg) &&
           check_annotation_args(&inner, &args->as.arguments.kwonlyargs) &&
           check_star_annotation(&inner, args->as.arguments.kwarg) &&
           check_opt(&inner, def->as.FunctionDef.returns);
}

static bool check_defaults(Check *c, const Node *args) {
    return check_exprs(c, &args->as.arguments.defaults) &&
           check_exprs(c, &args->as.arguments.kw_defaults);
}

static bool check_def(Check *c, const Node *n) {
    Check outer = *c, inner;
    if (!check_exprs(c, &n->as.FunctionDef.decorator_list) ||
        !check_defaults(c, n->as.FunctionDef.args)) {
        return false;
    }
    const NodeSeq *params = &n->as.FunctionDef.type_params;
    if (params->len > 0 && (!check_enter(c, &outer, n->as.FunctionDef.type_scope) ||
                            !check_type_params(&outer, params))) {
        return false;
    }
    return check_annotations(&outer, n) && check_enter(c, &inner, n->as.FunctionDef.scope) &&
           check_stmts(&inner, &n->as.FunctionDef.body);
}

static bool check_keywords(Check *c, const NodeSeq *keywords) {
    for (uint32_t i = 0; i < keywords->len; i++) {
        const Name *name = keywords->items[i]->as.keyword.arg;
        c->f->work += keywords->len / 16;
        if (c->f->work > c->f->work_limit) { return front_out_of_work(c->f) != NULL; }
        for (uint32_t k = i + 1; name && k < keywords->len; k++) {
            if (keywords->items[k]->as.keyword.arg == name) {
                return check_fail(c, keywords->items[k],
                                  front_format(c->f, "keyword argument repeated: %N", name));
            }
        }
    }
    return true;
}

// The stars of arguments and displays, where they may stand.
static bool check_unstarred(Check *c, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        const Node *n = seq->items[i];
        if (!check_expr(c, n->kind == AST_Starred ? n->as.Starred.value : n)) { return false; }
    }
    return true;
}

static bool check_arguments(Check *c, const NodeSeq *args, const NodeSeq *keywords) {
    if (!check_unstarred(c, args)) { return false; }
    for (uint32_t i = 0; i < keywords->len; i++) {
        if (!check_expr(c, keywords->items[i]->as.keyword.value)) { return false; }
    }
    return true;
}

static bool check_class(Check *c, const Node *n) {
    Check outer = *c, body;
    const NodeSeq *params = &n->as.ClassDef.type_params;
    if (!check_exprs(c, &n->as.ClassDef.decorator_list)) { return false; }
    if (params->len > 0 && (!check_enter(c, &outer, n->as.ClassDef.type_scope) ||
                            !check_type_params(&outer, params))) {
        return false;
    }
    return check_enter(c, &body, n->as.ClassDef.scope) &&
           check_namespace(&body, &n->as.ClassDef.body) &&
           check_keywords(&outer, &n->as.ClassDef.keywords) &&
           check_arguments(&outer, &n->as.ClassDef.bases, &n->as.ClassDef.keywords);
}

static bool check_type_alias(Check *c, const Node *n) {
    Check outer = *c;
    const NodeSeq *params = &n->as.TypeAlias.type_params;
    if (params->len > 0 && (!check_enter(c, &outer, n->as.TypeAlias.type_scope) ||
                            !check_type_params(&outer, params))) {
        return false;
    }
    return check_in_scope(&outer, n->as.TypeAlias.scope, n->as.TypeAlias.value);
}

// --- Comprehensions ------------------------------------------------------------------------------

static bool check_clauses(Check *c, const NodeSeq *generators, const Node *elt, const Node *value) {
    for (uint32_t i = 0; i < generators->len; i++) {
        const Node *g = generators->items[i];
        if (i > 0 && !check_expr(c, g->as.comprehension.iter)) { return false; }
        if (g->as.comprehension.is_async && !check_push(c, BLOCK_OTHER, g->as.comprehension.iter)) {
            return false;
        }
        if (!check_expr(c, g->as.comprehension.target) ||
            !check_exprs(c, &g->as.comprehension.ifs)) {
            return false;
        }
    }
    return check_expr(c, elt) && check_opt(c, value);
}

static bool check_comprehension(Check *c, const Scope *scope, const NodeSeq *generators,
                                const Node *elt, const Node *value) {
    const Node *iter = generators->items[0]->as.comprehension.iter;
    if (scope->inlined) {
        uint32_t n_blocks = c->n_blocks;
        if (!check_expr(c, iter) || !check_clauses(c, generators, elt, value)) { return false; }
        c->n_blocks = n_blocks;
        return true;
    }
    Check inner;
    return check_enter(c, &inner, scope) && check_clauses(&inner, generators, elt, value) &&
           check_expr(c, iter);
}

// --- Expressions ---------------------------------------------------------------------------------

static bool check_yield(Check *c, const Node *n, const Node *value) {
    bool from = n->kind == AST_YieldFrom;
    if (!check_is_function(c)) {
        return check_fail(c, n,
                          from ? "'yield from' outside function" : "'yield' outside function");
    }
    if (from && check_in_async_def(c)) {
        return check_fail(c, n, "'yield from' inside async function");
    }
    return check_opt(c, value);
}

static bool check_store_seq(Check *c, const Node *n, const NodeSeq *elts) {
    bool seen = false;
    for (uint32_t i = 0; i < elts->len; i++) {
        if (elts->items[i]->kind != AST_Starred) { continue; }
        if (seen) { return check_fail(c, n, "multiple starred expressions in assignment"); }
        if (i >= 256) {
            return check_fail(c, n, "too many expressions in star-unpacking assignment");
        }
        seen = true;
    }
    return check_unstarred(c, elts);
}

static bool check_display(Check *c, const Node *n, const NodeSeq *elts, ExprContext ctx) {
    switch (ctx) {
    case CTX_Store: return check_store_seq(c, n, elts);
    case CTX_Load: return check_unstarred(c, elts);
    default: return check_exprs(c, elts);
    }
}

static bool check_dict(Check *c, const Node *n) {
    for (uint32_t i = 0; i < n->as.Dict.values.len; i++) {
        if (!check_opt(c, n->as.Dict.keys.items[i]) || !check_expr(c, n->as.Dict.values.items[i])) {
            return false;
        }
    }
    return true;
}

static bool check_call(Check *c, const Node *n) {
    return check_keywords(c, &n->as.Call.keywords) && check_warn_call(c, n) &&
           check_expr(c, n->as.Call.func) &&
           check_arguments(c, &n->as.Call.args, &n->as.Call.keywords);
}

static bool check_lambda(Check *c, const Node *n) {
    return check_defaults(c, n->as.Lambda.args) &&
           check_in_scope(c, n->as.Lambda.scope, n->as.Lambda.body);
}

static bool check_children(Check *c, const Node *n) {
    for (const AstField *f = ast_fields(n->kind); f->type; f++) {
        const char *at = (const char *)n + f->offset;
        if (f->type == AST_FIELD_SEQ) {
            NodeSeq seq;
            memcpy(&seq, at, sizeof seq);
            if (!check_exprs(c, &seq)) { return false; }
        } else if (f->type == AST_FIELD_ONE || f->type == AST_FIELD_OPT) {
            const Node *child;
            memcpy(&child, at, sizeof child);
            if (!check_opt(c, child)) { return false; }
        }
    }
    return true;
}

static bool check_comprehension_of(Check *c, const Node *n) {
    switch (n->kind) {
    case AST_ListComp:
        return check_comprehension(c, n->as.ListComp.scope, &n->as.ListComp.generators,
                                   n->as.ListComp.elt, NULL);
    case AST_SetComp:
        return check_comprehension(c, n->as.SetComp.scope, &n->as.SetComp.generators,
                                   n->as.SetComp.elt, NULL);
    case AST_DictComp:
        return check_comprehension(c, n->as.DictComp.scope, &n->as.DictComp.generators,
                                   n->as.DictComp.key, n->as.DictComp.value);
    default:
        return check_comprehension(c, n->as.GeneratorExp.scope, &n->as.GeneratorExp.generators,
                                   n->as.GeneratorExp.elt, NULL);
    }
}

bool check_expr(Check *c, const Node *n) {
    switch (n->kind) {
    case AST_Name:
    case AST_Constant: return true;
    case AST_Attribute: return check_expr(c, n->as.Attribute.value);
    case AST_Call: return check_call(c, n);
    case AST_BinOp: return check_expr(c, n->as.BinOp.left) && check_expr(c, n->as.BinOp.right);
    case AST_Compare: return check_warn_compare(c, n) && check_children(c, n);
    case AST_Subscript: return check_warn_subscript(c, n) && check_children(c, n);
    case AST_Starred:
        return check_fail(c, n,
                          n->as.Starred.ctx == CTX_Store
                              ? "starred assignment target must be in a list or tuple"
                              : "can't use starred expression here");
    case AST_List: return check_display(c, n, &n->as.List.elts, n->as.List.ctx);
    case AST_Tuple: return check_display(c, n, &n->as.Tuple.elts, n->as.Tuple.ctx);
    case AST_Set: return check_unstarred(c, &n->as.Set.elts);
    case AST_Dict: return check_dict(c, n);
    case AST_Lambda: return check_lambda(c, n);
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: return check_comprehension_of(c, n);
    case AST_Yield: return check_yield(c, n, n->as.Yield.value);
    case AST_YieldFrom: return check_yield(c, n, n->as.YieldFrom.value);
    case AST_NamedExpr: return check_expr(c, n->as.NamedExpr.value);
    default: return check_children(c, n);
    }
}

// --- Statements ----------------------------------------------------------------------------------

// Leaving blocks outwards: up to the next loop, or with loop == NULL out of the function. Code for
// every finally part on the way is generated here, once more than where it stands.
static bool check_unwind(Check *c, const Node *at, bool *loop) {
    uint32_t n_blocks = c->n_blocks;
    for (uint32_t i = n_blocks; i > 0; i--) {
        CheckBlock *block = &c->blocks[i - 1];
        if (block->kind == BLOCK_EXCEPT_STAR) {
            return check_fail(c, at,
                              "'break', 'continue' and 'return' cannot appear in an except* "
                              "block");
        }
        if (loop && block->kind == BLOCK_LOOP) {
            *loop = true;
            break;
        }
        if (block->kind == BLOCK_FINALLY && !block->visited) {
            CheckBlock saved[CHECK_MAX_BLOCKS];
            memcpy(saved, c->blocks, sizeof saved);
            c->n_blocks = i - 1;
            if (!check_stmts(c, block->finalbody)) { return false; }
            memcpy(c->blocks, saved, sizeof saved);
            block->visited = true;
        }
    }
    c->n_blocks = n_blocks;
    return true;
}

static bool check_loop_exit(Check *c, const Node *n) {
    bool loop = false;
    if (!check_unwind(c, n, &loop)) { return false; }
    return loop || check_fail(c, n,
                              n->kind == AST_Break ? "'break' outside loop"
                                                   : "'continue' not properly in loop");
}

static bool check_return(Check *c, const Node *n) {
    const Node *value = n->as.Return.value;
    if (!check_is_function(c)) { return check_fail(c, n, "'return' outside function"); }
    if (value && c->scope->coroutine && c->scope->generator) {
        return check_fail(c, n, "'return' with value in async generator");
    }
    return check_opt(c, value) && check_unwind(c, n, NULL);
}

static bool check_body(Check *c, CheckBlockKind kind, const Node *at, const NodeSeq *body) {
    if (!check_push(c, kind, at)) { return false; }
    bool ok = check_stmts(c, body);
    c->n_blocks--;
    return ok;
}

static bool check_for(Check *c, const Node *n) {
    if (n->kind == AST_AsyncFor) { // its loop begins before the target
        if (!check_expr(c, n->as.For.iter) || !check_push(c, BLOCK_LOOP, n)) { return false; }
        bool ok = check_expr(c, n->as.For.target) && check_stmts(c, &n->as.For.body);
        c->n_blocks--;
        return ok && check_stmts(c, &n->as.For.orelse);
    }
    if (!check_push(c, BLOCK_LOOP, n)) { return false; }
    bool ok = check_expr(c, n->as.For.iter) && check_expr(c, n->as.For.target) &&
              check_stmts(c, &n->as.For.body);
    c->n_blocks--;
    return ok && check_stmts(c, &n->as.For.orelse);
}

static bool check_if(Check *c, const Node *n) {
    for (;;) {
        const NodeSeq *orelse = &n->as.If.orelse;
        if (!check_expr(c, n->as.If.test) || !check_stmts(c, &n->as.If.body)) { return false; }
        if (orelse->len != 1 || orelse->items[0]->kind != AST_If) { return check_stmts(c, orelse); }
        n = orelse->items[0];
    }
}

static bool check_with(Check *c, const Node *n) {
    uint32_t before = c->n_blocks;
    for (uint32_t i = 0; i < n->as.With.items.len; i++) {
        const Node *item = n->as.With.items.items[i];
        if (!check_expr(c, item->as.withitem.context_expr) || !check_push(c, BLOCK_OTHER, n) ||
            !check_opt(c, item->as.withitem.optional_vars)) {
            return false;
        }
    }
    bool ok = check_stmts(c, &n->as.With.body);
    c->n_blocks = before;
    return ok;
}

static bool check_handlers(Check *c, const Node *n, bool star) {
    const NodeSeq *handlers = &n->as.Try.handlers;
    if (!check_push(c, star ? BLOCK_EXCEPT_STAR : BLOCK_OTHER, n)) { return false; }
    for (uint32_t i = 0; i < handlers->len; i++) {
        const Node *h = handlers->items[i];
        if (!h->as.ExceptHandler.type && i + 1 < handlers->len) {
            return check_fail(c, h, "default 'except:' must be last");
        }
        if (!check_opt(c, h->as.ExceptHandler.type) ||
            !check_body(c, BLOCK_OTHER, h, &h->as.ExceptHandler.body)) {
            return false;
        }
    }
    c->n_blocks--;
    return true;
}

static bool check_try_except(Check *c, const Node *n) {
    if (n->as.Try.handlers.len == 0) { return check_stmts(c, &n->as.Try.body); }
    bool star = n->kind == AST_TryStar;
    if (!check_body(c, BLOCK_OTHER, n, &n->as.Try.body)) { return false; }
    if (star) { // here CPython takes the else part last
        return check_handlers(c, n, true) && check_stmts(c, &n->as.Try.orelse);
    }
    return check_stmts(c, &n->as.Try.orelse) && check_handlers(c, n, false);
}

static bool check_try(Check *c, const Node *n) {
    const NodeSeq *finalbody = &n->as.Try.finalbody;
    if (finalbody->len == 0) { return check_try_except(c, n); }
    if (!check_push(c, BLOCK_FINALLY, n)) { return false; }
    c->blocks[c->n_blocks - 1].finalbody = finalbody;
    if (!check_try_except(c, n)) { return false; }
    c->n_blocks--;
    return c->blocks[c->n_blocks].visited || check_body(c, BLOCK_OTHER, n, finalbody);
}

static bool check_match(Check *c, const Node *n) {
    const NodeSeq *cases = &n->as.Match.cases;
    if (!check_expr(c, n->as.Match.subject)) { return false; }
    for (uint32_t i = 0; i < cases->len; i++) {
        if (!check_case(c, cases->items[i], i + 1 == cases->len) ||
            !check_stmts(c, &cases->items[i]->as.match_case.body)) {
            return false;
        }
    }
    return true;
}

static bool check_defer(Check *c, const Node *annotation) {
    if (c->n_deferred == c->deferred_cap) {
        uint32_t cap = c->deferred_cap ? c->deferred_cap * 2 : 8;
        const Node **items = ARENA_ARRAY(c->f->arena, const Node *, cap);
        if (!items) { return front_out_of_memory(c->f) != NULL; }
        if (c->n_deferred) { memcpy(items, c->deferred, c->n_deferred * sizeof *items); }
        c->deferred = items;
        c->deferred_cap = cap;
    }
    c->deferred[c->n_deferred++] = annotation;
    return true;
}

// The body of a module or class, then the annotations of its variables.
static bool check_namespace(Check *c, const NodeSeq *body) {
    if (!check_stmts(c, body)) { return false; }
    if (c->n_deferred == 0) { return true; }
    Check inner;
    if (!check_enter(c, &inner, c->scope->annotations)) { return false; }
    for (uint32_t i = 0; i < c->n_deferred; i++) {
        if (!check_expr(&inner, c->deferred[i])) { return false; }
    }
    return true;
}

static bool check_ann_assign(Check *c, const Node *n) {
    const Node *target = n->as.AnnAssign.target, *value = n->as.AnnAssign.value;
    if (value && (!check_expr(c, value) || !check_expr(c, target))) { return false; }
    if (!value && target->kind == AST_Attribute && !check_expr(c, target->as.Attribute.value)) {
        return false;
    }
    if (!value && target->kind == AST_Subscript &&
        (!check_expr(c, target->as.Subscript.value) ||
         !check_expr(c, target->as.Subscript.slice))) {
        return false;
    }
    bool evaluated =
        n->as.AnnAssign.simple && !check_is_function(c) && !(c->f->future & FUTURE_ANNOTATIONS);
    return !evaluated || check_defer(c, n->as.AnnAssign.annotation);
}

static bool check_stmt(Check *c, const Node *n) {
    switch (n->kind) {
    case AST_Expr: return check_expr(c, n->as.Expr.value);
    case AST_Assign:
        return check_expr(c, n->as.Assign.value) && check_exprs(c, &n->as.Assign.targets);
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: return check_def(c, n);
    case AST_ClassDef: return check_class(c, n);
    case AST_TypeAlias: return check_type_alias(c, n);
    case AST_Return: return check_return(c, n);
    case AST_AnnAssign: return check_ann_assign(c, n);
    case AST_For:
    case AST_AsyncFor: return check_for(c, n);
    case AST_While:
        if (!check_push(c, BLOCK_LOOP, n)) { return false; }
        if (!check_expr(c, n->as.While.test) || !check_stmts(c, &n->as.While.body)) {
            return false;
        }
        c->n_blocks--;
        return check_stmts(c, &n->as.While.orelse);
    case AST_If: return check_if(c, n);
    case AST_With:
    case AST_AsyncWith: return check_with(c, n);
    case AST_Match: return check_match(c, n);
    case AST_Try:
    case AST_TryStar: return check_try(c, n);
    case AST_Assert: return check_warn_assert(c, n) && check_children(c, n);
    case AST_Break:
    case AST_Continue: return check_loop_exit(c, n);
    case AST_Import:
    case AST_ImportFrom: return true;
    default: return check_children(c, n);
    }
}

static bool check_stmts(Check *c, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (++c->f->work > c->f->work_limit) { return front_out_of_work(c->f) != NULL; }
        if (!check_stmt(c, seq->items[i])) { return false; }
    }
    return true;
}

bool check_tree(Front *f, const Node *tree) {
    Check check = {.f = f}, *c = &check;
    if (!check_warn_finally(f, tree)) { return false; }
    switch (tree->kind) {
    case AST_Module:
        c->scope = tree->as.Module.scope;
        return check_namespace(c, &tree->as.Module.body);
    case AST_Interactive:
        c->scope = tree->as.Interactive.scope;
        return check_namespace(c, &tree->as.Interactive.body);
    default: c->scope = tree->as.Expression.scope; return check_expr(c, tree->as.Expression.body);
    }
}
