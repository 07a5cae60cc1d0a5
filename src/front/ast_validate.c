// ast_validate.c: what a tree must be beyond having nodes of the right classes, so that the passes
// behind the parser may believe it: contexts, lengths that agree, lists that are not empty, forms of
// patterns and of f-strings. One walk by the rows of ast.def, with what is special about each kind.
#include "front/ast_import.h"

#include "object/exc.h"

typedef struct Validate {
    Vm *vm;
    Front *f;
} Validate;

static bool valid_node(Validate *v, Node **slot, const Node *parent, ExprContext want);

static bool valid_fail(const Validate *v, const char *message) {
    return raise_false(v->vm, EXC_ValueError, "%s", message);
}

static const char *valid_context(ExprContext ctx) {
    return ctx == CTX_Load ? "Load" : ctx == CTX_Store ? "Store" : "Del";
}

static bool valid_expr_context(const Validate *v, const Node *n, ExprContext want) {
    ExprContext ctx;
    switch (n->kind) {
    case AST_Attribute: ctx = n->as.Attribute.ctx; break;
    case AST_Subscript: ctx = n->as.Subscript.ctx; break;
    case AST_Starred: ctx = n->as.Starred.ctx; break;
    case AST_Name: ctx = n->as.Name.ctx; break;
    case AST_List: ctx = n->as.List.ctx; break;
    case AST_Tuple: ctx = n->as.Tuple.ctx; break;
    default:
        if (want == CTX_Load) { return true; }
        return raise_false(v->vm, EXC_ValueError,
                           "expression which can't be assigned to in %s context",
                           valid_context(want));
    }
    if (ctx == want) { return true; }
    return raise_false(v->vm, EXC_ValueError, "expression must have %s context but has %s instead",
                       valid_context(want), valid_context(ctx));
}

static bool valid_name(const Validate *v, const Name *name) {
    static const char *const words[] = {"None", "True", "False"};
    for (uint32_t i = 0; i < COUNT_OF(words); i++) {
        if (strcmp(name->text, words[i]) != 0) { continue; }
        return raise_false(v->vm, EXC_ValueError, "identifier field can't represent '%s' constant",
                           words[i]);
    }
    return true;
}

// ---- statements ----------------------------------------------------------------------------------

// Places that are assigned to and may not be a list of places.
static bool valid_single_target(const Validate *v, const Node *target, const char *what) {
    if (target->kind == AST_Name || target->kind == AST_Attribute ||
        target->kind == AST_Subscript) {
        return true;
    }
    return raise_false(v->vm, EXC_SystemError, "invalid node type (%d) for %s assignment",
                       target->kind - AST_BoolOp + 1, what);
}

static bool valid_ann_assign(const Validate *v, const Node *n) {
    const Node *target = n->as.AnnAssign.target;
    if (n->as.AnnAssign.simple && target->kind != AST_Name) {
        return raise_false(v->vm, EXC_TypeError, "AnnAssign with simple non-Name target");
    }
    return valid_single_target(v, target, "annotated");
}

static bool valid_try(const Validate *v, const Node *n) {
    const char *name = ast_name((AstKind)n->kind);
    const NodeSeq *handlers = &n->as.Try.handlers; // TryStar is laid out alike
    if (!handlers->len && !n->as.Try.finalbody.len) {
        return raise_false(v->vm, EXC_ValueError, "%s has neither except handlers nor finalbody",
                           name);
    }
    if (!handlers->len && n->as.Try.orelse.len) {
        return raise_false(v->vm, EXC_ValueError, "%s has orelse but no except handlers", name);
    }
    return true;
}

static bool valid_star_handlers(const Validate *v, const Node *n) {
    const NodeSeq *handlers = &n->as.TryStar.handlers;
    for (uint32_t i = 0; i < handlers->len; i++) {
        if (handlers->items[i]->as.ExceptHandler.type) { continue; }
        return valid_fail(v, "field 'type' is required for ExceptHandler of TryStar");
    }
    return true;
}

// All names are imported alone.
static bool valid_import_from(const Validate *v, const Node *n) {
    const NodeSeq *names = &n->as.ImportFrom.names;
    if (n->as.ImportFrom.level < 0) { return valid_fail(v, "Negative ImportFrom level"); }
    for (uint32_t i = 0; i < names->len && names->len > 1; i++) {
        const Node *alias = names->items[i];
        if (!alias->as.alias.asname && strcmp(alias->as.alias.name->text, "*") == 0) {
            return valid_fail(v, "alias '*' must be the only one of an ImportFrom");
        }
    }
    return true;
}

static bool valid_stmt(const Validate *v, const Node *n) {
    switch (n->kind) {
    case AST_AugAssign: return valid_single_target(v, n->as.AugAssign.target, "augmented");
    case AST_AnnAssign: return valid_ann_assign(v, n);
    case AST_TypeAlias:
        return n->as.TypeAlias.name->kind == AST_Name ||
               raise_false(v->vm, EXC_TypeError, "TypeAlias with non-Name name");
    case AST_Raise:
        return n->as.Raise.exc || !n->as.Raise.cause ||
               valid_fail(v, "Raise with cause but no exception");
    case AST_Try:
    case AST_TryStar: return valid_try(v, n);
    case AST_ImportFrom: return valid_import_from(v, n);
    case AST_Global: return n->as.Global.names.len || valid_fail(v, "empty names on Global");
    case AST_Nonlocal: return n->as.Nonlocal.names.len || valid_fail(v, "empty names on Nonlocal");
    default: return true;
    }
}

// ---- expressions ---------------------------------------------------------------------------------

static bool valid_conversion(const Validate *v, int32_t conversion) {
    if (conversion == -1 || conversion == 's' || conversion == 'r' || conversion == 'a') {
        return true;
    }
    return raise_false(v->vm, EXC_SystemError, "Unrecognized conversion character %d", conversion);
}

// Texts, no two in a row, and interpolations.
static bool valid_template(const Validate *v, const Node *n) {
    const NodeSeq *values = &n->as.TemplateStr.values;
    bool text = false;
    for (uint32_t i = 0; i < values->len; i++) {
        const Node *part = values->items[i];
        bool is_text = part->kind == AST_Constant && part->as.Constant.value.type == CONST_STR;
        if ((!is_text && part->kind != AST_Interpolation) || (is_text && text)) {
            return valid_fail(v,
                              "TemplateStr values must be interpolations and texts between them");
        }
        text = is_text;
    }
    return true;
}

static bool valid_compare(const Validate *v, const Node *n) {
    if (!n->as.Compare.comparators.len) { return valid_fail(v, "Compare with no comparators"); }
    return n->as.Compare.comparators.len == n->as.Compare.ops.len ||
           valid_fail(v, "Compare has a different number of comparators and operands");
}

static bool valid_expr(const Validate *v, const Node *n, const Node *parent) {
    switch (n->kind) {
    case AST_BoolOp:
        return n->as.BoolOp.values.len >= 2 || valid_fail(v, "BoolOp with less than 2 values");
    case AST_Dict:
        return n->as.Dict.keys.len == n->as.Dict.values.len ||
               valid_fail(v, "Dict doesn't have the same number of keys as values");
    case AST_NamedExpr:
        return n->as.NamedExpr.target->kind == AST_Name ||
               raise_false(v->vm, EXC_TypeError, "NamedExpr target must be a Name");
    case AST_ListComp:
        return n->as.ListComp.generators.len || valid_fail(v, "comprehension with no generators");
    case AST_SetComp:
        return n->as.SetComp.generators.len || valid_fail(v, "comprehension with no generators");
    case AST_DictComp:
        return n->as.DictComp.generators.len || valid_fail(v, "comprehension with no generators");
    case AST_GeneratorExp:
        return n->as.GeneratorExp.generators.len ||
               valid_fail(v, "comprehension with no generators");
    case AST_Compare: return valid_compare(v, n);
    case AST_FormattedValue: return valid_conversion(v, n->as.FormattedValue.conversion);
    case AST_Interpolation:
        return valid_conversion(v, n->as.Interpolation.conversion) &&
               (parent->kind == AST_TemplateStr ||
                valid_fail(v, "Interpolation outside of a TemplateStr"));
    case AST_TemplateStr: return valid_template(v, n);
    default: return true;
    }
}

static bool valid_arguments(const Validate *v, const Node *n) {
    uint32_t positional = n->as.arguments.posonlyargs.len + n->as.arguments.args.len;
    if (n->as.arguments.defaults.len > positional) {
        return valid_fail(v, "more positional defaults than args on arguments");
    }
    return n->as.arguments.kw_defaults.len == n->as.arguments.kwonlyargs.len ||
           valid_fail(v, "length of kwonlyargs is not the same as kw_defaults on arguments");
}

// ---- patterns ------------------------------------------------------------------------------------

static bool valid_is_number(const Node *n, bool imaginary) {
    if (n->kind != AST_Constant) { return false; }
    uint8_t type = n->as.Constant.value.type;
    return imaginary ? type == CONST_COMPLEX
                     : type == CONST_INT || type == CONST_BIG || type == CONST_FLOAT;
}

static bool valid_is_negative(const Node *n) {
    return n->kind == AST_UnaryOp && n->as.UnaryOp.op == UNARY_USub &&
           (valid_is_number(n->as.UnaryOp.operand, false) ||
            valid_is_number(n->as.UnaryOp.operand, true));
}

// A literal, or names with dots between them.
static bool valid_pattern_value(const Validate *v, const Node *n, bool key) {
    const char *message = "patterns may only match literals and attribute lookups";
    switch (n->kind) {
    case AST_Constant: {
        uint8_t type = n->as.Constant.value.type;
        bool text = type == CONST_STR || type == CONST_BYTES;
        bool single = type == CONST_NONE || type == CONST_TRUE || type == CONST_FALSE;
        if (type == CONST_VALUE && !key &&
            !is_tagged(v->vm, n->as.Constant.value.as.value, T_TUPLE) &&
            !is_tagged(v->vm, n->as.Constant.value.as.value, T_FROZENSET)) {
            return true; // a negative number, or one with a real part
        }
        if (text || valid_is_number(n, false) || valid_is_number(n, true) || (key && single)) {
            return true;
        }
        return valid_fail(v, "unexpected constant inside of a literal pattern");
    }
    case AST_Attribute: return true;
    case AST_UnaryOp: return valid_is_negative(n) || valid_fail(v, message);
    case AST_BinOp: {
        const Node *left = n->as.BinOp.left;
        bool sign = n->as.BinOp.op == BIN_Add || n->as.BinOp.op == BIN_Sub;
        bool real = valid_is_number(left, false) ||
                    (valid_is_negative(left) && valid_is_number(left->as.UnaryOp.operand, false));
        return (sign && real && valid_is_number(n->as.BinOp.right, true)) || valid_fail(v, message);
    }
    default: return valid_fail(v, message);
    }
}

static bool valid_capture(const Validate *v, const Name *name) {
    if (!name) { return true; }
    if (strcmp(name->text, "_") == 0) {
        return valid_fail(v, "can't capture name '_' in patterns");
    }
    return valid_name(v, name);
}

static bool valid_match_class(const Validate *v, const Node *n) {
    if (n->as.MatchClass.kwd_attrs.len != n->as.MatchClass.kwd_patterns.len) {
        return valid_fail(
            v, "MatchClass doesn't have the same number of keyword attributes as patterns");
    }
    const Node *cls = n->as.MatchClass.cls;
    while (cls->kind == AST_Attribute) { cls = cls->as.Attribute.value; }
    return cls->kind == AST_Name ||
           valid_fail(v, "MatchClass cls field can only contain Name or Attribute nodes.");
}

static bool valid_match_mapping(const Validate *v, const Node *n) {
    const NodeSeq *keys = &n->as.MatchMapping.keys;
    if (keys->len != n->as.MatchMapping.patterns.len) {
        return valid_fail(v, "MatchMapping doesn't have the same number of keys as patterns");
    }
    for (uint32_t i = 0; i < keys->len; i++) {
        if (!valid_pattern_value(v, keys->items[i], true)) { return false; }
    }
    return valid_capture(v, n->as.MatchMapping.rest);
}

static bool valid_pattern(const Validate *v, const Node *n, const Node *parent) {
    switch (n->kind) {
    case AST_MatchValue: return valid_pattern_value(v, n->as.MatchValue.value, false);
    case AST_MatchSingleton: {
        uint8_t type = n->as.MatchSingleton.value.type;
        return type == CONST_NONE || type == CONST_TRUE || type == CONST_FALSE ||
               valid_fail(v, "MatchSingleton can only contain True, False and None");
    }
    case AST_MatchMapping: return valid_match_mapping(v, n);
    case AST_MatchClass: return valid_match_class(v, n);
    case AST_MatchStar:
        if (parent->kind != AST_MatchSequence) { return valid_fail(v, "can't use MatchStar here"); }
        return valid_capture(v, n->as.MatchStar.name);
    case AST_MatchAs:
        if (n->as.MatchAs.pattern && !n->as.MatchAs.name) {
            return valid_fail(v, "MatchAs must specify a target name if a pattern is given");
        }
        return valid_capture(v, n->as.MatchAs.name);
    case AST_MatchOr:
        return n->as.MatchOr.patterns.len >= 2 ||
               valid_fail(v, "MatchOr requires at least 2 patterns");
    default: return true;
    }
}

// ---- f-strings -----------------------------------------------------------------------------------

static Node *valid_wrap(Validate *v, AstKind kind, Node *inner) {
    Node *n = arena_alloc(v->f->arena, ast_size(kind));
    if (!n) { return front_out_of_memory(v->f); }
    n->kind = (uint8_t)kind;
    n->lineno = inner->lineno;
    n->col_offset = inner->col_offset;
    n->end_lineno = inner->end_lineno;
    n->end_col_offset = inner->end_col_offset;
    if (kind == AST_FormattedValue) {
        n->as.FormattedValue.value = inner;
        n->as.FormattedValue.conversion = -1;
        return n;
    }
    n->as.JoinedStr.values.items = ARENA_ARRAY(v->f->arena, Node *, 1);
    if (!n->as.JoinedStr.values.items) { return front_out_of_memory(v->f); }
    n->as.JoinedStr.values.items[0] = inner;
    n->as.JoinedStr.values.len = 1;
    return n;
}

// The parser has formatted values in f-strings, and in them nothing else but texts; so is what
// stands elsewhere made to be.
static bool valid_f_string(Validate *v, Node **slot, const Node *parent, const char *field) {
    bool formatted = (*slot)->kind == AST_FormattedValue;
    bool spec = (parent->kind == AST_FormattedValue || parent->kind == AST_Interpolation) &&
                strcmp(field, "format_spec") == 0;
    if (parent->kind == AST_JoinedStr) {
        bool text = (*slot)->kind == AST_Constant && (*slot)->as.Constant.value.type == CONST_STR;
        if (!text && !formatted) { *slot = valid_wrap(v, AST_FormattedValue, *slot); }
    } else if (formatted || (spec && (*slot)->kind != AST_JoinedStr)) {
        *slot = valid_wrap(v, AST_JoinedStr, *slot);
    }
    return *slot != NULL;
}

// ---- the walk ------------------------------------------------------------------------------------

// Whether that list may not be empty.
static bool valid_wants_items(const Node *n, const char *field) {
    if (strcmp(field, "body") == 0) { return ast_group((AstKind)n->kind) != AST_GROUP_mod; }
    return strcmp(field, "targets") == 0 || strcmp(field, "items") == 0 ||
           strcmp(field, "cases") == 0 || strcmp(field, "names") == 0;
}

// The context of what is in that field; `own`: of the node itself.
static ExprContext valid_child_context(const Node *n, const char *field, ExprContext own) {
    if (n->kind == AST_Delete) { return CTX_Del; }
    if (n->kind == AST_List || n->kind == AST_Tuple || n->kind == AST_Starred) { return own; }
    bool store = strcmp(field, "target") == 0 || strcmp(field, "targets") == 0 ||
                 strcmp(field, "optional_vars") == 0 || n->kind == AST_TypeAlias;
    return store && strcmp(field, "value") != 0 ? CTX_Store : CTX_Load;
}

static bool valid_child(Validate *v, Node *n, const AstField *field, Node **slot, ExprContext own) {
    if (!*slot) { return true; }
    if (field->group == AST_GROUP_expr && !valid_f_string(v, slot, n, field->name)) {
        return false;
    }
    return valid_node(v, slot, n, valid_child_context(n, field->name, own));
}

// What a name may not be; attributes, keywords and modules may.
static bool valid_names(const Validate *v, const Node *n, const AstField *field) {
    const void *at = (const char *)n + field->offset;
    if (n->kind == AST_Attribute || n->kind == AST_keyword || strcmp(field->name, "module") == 0) {
        return true;
    }
    if (field->type == AST_FIELD_ID) {
        const Name *name = *(Name *const *)at;
        return !name || valid_name(v, name);
    }
    const NameSeq *seq = at;
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!valid_name(v, seq->items[i])) { return false; }
    }
    return true;
}

static bool valid_field(Validate *v, Node *n, const AstField *field, ExprContext own) {
    void *at = (char *)n + field->offset;
    if (field->type == AST_FIELD_ID || field->type == AST_FIELD_IDS) {
        return valid_names(v, n, field);
    }
    if (field->type == AST_FIELD_ONE || field->type == AST_FIELD_OPT) {
        return valid_child(v, n, field, at, own);
    }
    if (field->type != AST_FIELD_SEQ) { return true; }
    NodeSeq *seq = at;
    if (!seq->len && valid_wants_items(n, field->name)) {
        return raise_false(v->vm, EXC_ValueError, "empty %s on %s", field->name,
                           ast_name((AstKind)n->kind));
    }
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!valid_child(v, n, field, &seq->items[i], own)) { return false; }
    }
    return true;
}

// In order, but what a comprehension goes through before its element.
static bool valid_children(Validate *v, Node *n, ExprContext own) {
    const AstField *fields = ast_fields((AstKind)n->kind), *first = NULL;
    for (const AstField *field = fields; field->type != AST_FIELD_END; field++) {
        if (strcmp(field->name, "generators") == 0) { first = field; }
    }
    if (first && !valid_field(v, n, first, own)) { return false; }
    for (const AstField *field = fields; field->type != AST_FIELD_END; field++) {
        if (field != first && !valid_field(v, n, field, own)) { return false; }
    }
    return true;
}

static bool valid_node(Validate *v, Node **slot, const Node *parent, ExprContext want) {
    Node *n = *slot;
    bool fine = true;
    switch (ast_group((AstKind)n->kind)) {
    case AST_GROUP_stmt: fine = valid_stmt(v, n); break;
    case AST_GROUP_expr: fine = valid_expr_context(v, n, want) && valid_expr(v, n, parent); break;
    case AST_GROUP_pattern: fine = valid_pattern(v, n, parent); break;
    default: break;
    }
    if (!fine || !valid_children(v, n, want)) { return false; }
    if (n->kind == AST_arguments) { return valid_arguments(v, n); }
    return n->kind != AST_TryStar || valid_star_handlers(v, n);
}

bool ast_validate(Vm *vm, Front *f, Node *tree) {
    Validate v = {vm, f};
    return valid_children(&v, tree, CTX_Load);
}
