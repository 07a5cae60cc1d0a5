// check_warn.c: SyntaxWarnings about code that is legal and surely not meant.
#include "front/check_inner.h"

// The type an expression's value has for sure, by name; NULL if nothing is sure.
static const char *check_type_of(const Node *n) {
    static const char *const consts[] = {
        [CONST_NONE] = "NoneType",     [CONST_FALSE] = "bool",      [CONST_TRUE] = "bool",
        [CONST_ELLIPSIS] = "ellipsis", [CONST_INT] = "int",         [CONST_BIG] = "int",
        [CONST_FLOAT] = "float",       [CONST_COMPLEX] = "complex", [CONST_STR] = "str",
        [CONST_BYTES] = "bytes",       [CONST_VALUE] = NULL,
    };
    switch (n->kind) {
    case AST_Tuple: return "tuple";
    case AST_List:
    case AST_ListComp: return "list";
    case AST_Dict:
    case AST_DictComp: return "dict";
    case AST_Set:
    case AST_SetComp: return "set";
    case AST_GeneratorExp: return "generator";
    case AST_Lambda: return "function";
    case AST_TemplateStr: return "string.templatelib.Template";
    case AST_Interpolation: return "string.templatelib.Interpolation";
    case AST_JoinedStr:
    case AST_FormattedValue: return "str";
    case AST_Constant: return consts[n->as.Constant.value.type];
    default: return NULL;
    }
}

// A value whose identity means something: all but literals other than the singletons; as CPython,
// only what is a constant or a tuple of constants counts as a literal.
static bool check_has_identity(const Node *n) {
    if (n->kind == AST_Tuple) {
        for (uint32_t i = 0; i < n->as.Tuple.elts.len; i++) {
            if (n->as.Tuple.elts.items[i]->kind != AST_Constant) { return true; }
        }
        return false;
    }
    return n->kind != AST_Constant || n->as.Constant.value.type <= CONST_ELLIPSIS;
}

bool check_warn_compare(Check *c, const Node *n) {
    const Node *left = n->as.Compare.left;
    for (uint32_t i = 0; i < n->as.Compare.ops.len; i++) {
        const Node *right = n->as.Compare.comparators.items[i];
        uint8_t op = n->as.Compare.ops.items[i];
        if ((op == CMP_Is || op == CMP_IsNot) &&
            (!check_has_identity(left) || !check_has_identity(right))) {
            const Node *literal = check_has_identity(left) ? right : left;
            const char *format = op == CMP_Is
                                     ? "\"is\" with '%s' literal. Did you mean \"==\"?"
                                     : "\"is not\" with '%s' literal. Did you mean \"!=\"?";
            return front_warn_at(c->f, n, front_format(c->f, format, check_type_of(literal)));
        }
        left = right;
    }
    return true;
}

bool check_warn_call(Check *c, const Node *n) {
    const Node *func = n->as.Call.func;
    const char *type = check_type_of(func);
    if (NX_LIKELY(!type) || func->kind == AST_Lambda) { return true; }
    const char *format = "'%s' object is not callable; perhaps you missed a comma?";
    return front_warn_at(c->f, func, front_format(c->f, format, type));
}

static bool check_is_indexable(const Node *n) {
    switch (n->kind) {
    case AST_Constant:
        return n->as.Constant.value.type == CONST_STR || n->as.Constant.value.type == CONST_BYTES;
    case AST_Tuple:
    case AST_List:
    case AST_ListComp:
    case AST_JoinedStr:
    case AST_FormattedValue: return true;
    default: return false;
    }
}

static bool check_is_subscriptable(const Node *n) {
    switch (n->kind) {
    case AST_Constant:
        return n->as.Constant.value.type == CONST_STR || n->as.Constant.value.type == CONST_BYTES;
    case AST_Set:
    case AST_SetComp:
    case AST_GeneratorExp:
    case AST_TemplateStr:
    case AST_Interpolation:
    case AST_Lambda: return false;
    default: return true;
    }
}

bool check_warn_subscript(Check *c, const Node *n) {
    const Node *value = n->as.Subscript.value, *index = n->as.Subscript.slice;
    if (n->as.Subscript.ctx != CTX_Load) { return true; }
    const char *type = check_type_of(value), *index_type = check_type_of(index);
    if (NX_LIKELY(!type)) { return true; }
    if (!check_is_subscriptable(value)) {
        const char *format = "'%s' object is not subscriptable; perhaps you missed a comma?";
        return front_warn_at(c->f, value, front_format(c->f, format, type));
    }
    if (!check_is_indexable(value) || !index_type || strcmp(index_type, "int") == 0 ||
        strcmp(index_type, "bool") == 0) {
        return true;
    }
    const char *format =
        "%s indices must be integers or slices, not %s; perhaps you missed a comma?";
    return front_warn_at(c->f, value, front_format(c->f, format, type, index_type));
}

bool check_warn_assert(Check *c, const Node *n) {
    const Node *test = n->as.Assert.test;
    if (test->kind != AST_Tuple || test->as.Tuple.elts.len == 0) { return true; }
    return front_warn_at(c->f, n, "assertion is always true, perhaps remove parentheses?");
}

// --- finally -------------------------------------------------------------------------------------

typedef struct CheckFinally {
    Front *f;
    bool in_finally, in_def, in_loop;
} CheckFinally;

static bool check_finally_stmts(CheckFinally c, const NodeSeq *seq);

static bool check_finally_leave(const CheckFinally *c, const Node *n, const char *word) {
    return front_warn_at(c->f, n, front_format(c->f, "'%s' in a 'finally' block", word));
}

static bool check_finally_loop(CheckFinally c, const NodeSeq *body, const NodeSeq *orelse) {
    CheckFinally inside = c;
    inside.in_loop = true;
    return check_finally_stmts(inside, body) && check_finally_stmts(c, orelse);
}

static bool check_finally_try(CheckFinally c, const Node *n) {
    CheckFinally final = {c.f, true, false, false};
    if (!check_finally_stmts(c, &n->as.Try.body)) { return false; }
    for (uint32_t i = 0; i < n->as.Try.handlers.len; i++) {
        if (!check_finally_stmts(c, &n->as.Try.handlers.items[i]->as.ExceptHandler.body)) {
            return false;
        }
    }
    return check_finally_stmts(c, &n->as.Try.orelse) &&
           check_finally_stmts(final, &n->as.Try.finalbody);
}

static bool check_finally_stmt(CheckFinally c, const Node *n) {
    CheckFinally def = {c.f, false, true, false};
    switch (n->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: return check_finally_stmts(def, &n->as.FunctionDef.body);
    case AST_ClassDef: return check_finally_stmts(c, &n->as.ClassDef.body);
    case AST_Return: return !c.in_finally || c.in_def || check_finally_leave(&c, n, "return");
    case AST_Break:
    case AST_Continue:
        if (!c.in_finally || c.in_def || c.in_loop) { return true; }
        return check_finally_leave(&c, n, n->kind == AST_Break ? "break" : "continue");
    case AST_For:
    case AST_AsyncFor: return check_finally_loop(c, &n->as.For.body, &n->as.For.orelse);
    case AST_While: return check_finally_loop(c, &n->as.While.body, &n->as.While.orelse);
    case AST_With:
    case AST_AsyncWith: return check_finally_stmts(c, &n->as.With.body);
    case AST_Match:
        for (uint32_t i = 0; i < n->as.Match.cases.len; i++) {
            if (!check_finally_stmts(c, &n->as.Match.cases.items[i]->as.match_case.body)) {
                return false;
            }
        }
        return true;
    case AST_Try:
    case AST_TryStar: return check_finally_try(c, n);
    case AST_If:
        for (;;) {
            const NodeSeq *orelse = &n->as.If.orelse;
            if (!check_finally_stmts(c, &n->as.If.body)) { return false; }
            if (orelse->len != 1 || orelse->items[0]->kind != AST_If) {
                return check_finally_stmts(c, orelse);
            }
            n = orelse->items[0];
        }
    default: return true;
    }
}

static bool check_finally_stmts(CheckFinally c, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!check_finally_stmt(c, seq->items[i])) { return false; }
    }
    return true;
}

bool check_warn_finally(Front *f, const Node *tree) {
    CheckFinally c = {f, false, false, false};
    switch (tree->kind) {
    case AST_Module: return check_finally_stmts(c, &tree->as.Module.body);
    case AST_Interactive: return check_finally_stmts(c, &tree->as.Interactive.body);
    default: return true;
    }
}
