// unparse.c: see unparse.h. The text is CPython's: blanks, parentheses by precedence, quotes.
#include "front/unparse.h"

#include "object/str.h"

// How tightly the place binds that an expression stands in; it gets parentheses if it binds less.
typedef enum UnparseLevel {
    UNPARSE_TUPLE,
    UNPARSE_TEST, // if-else, lambda
    UNPARSE_OR,
    UNPARSE_AND,
    UNPARSE_NOT,
    UNPARSE_COMPARE,
    UNPARSE_BITOR,
    UNPARSE_BITXOR,
    UNPARSE_BITAND,
    UNPARSE_SHIFT,
    UNPARSE_SUM,
    UNPARSE_TERM,
    UNPARSE_FACTOR,
    UNPARSE_POWER,
    UNPARSE_AWAIT,
    UNPARSE_ATOM,
} UnparseLevel;

typedef struct Unparse {
    StrBuilder out;
    UnparseLiteral *literal;
    void *ctx;
    bool failed;
} Unparse;

static void unparse_node(Unparse *u, const Node *n, uint32_t level);

static void unparse_text(Unparse *u, const char *text) {
    if (!u->failed && !sb_put_cstr(&u->out, text)) { u->failed = true; }
}

static void unparse_name(Unparse *u, const Name *name) {
    if (!u->failed && !sb_put(&u->out, name->text, name->len)) { u->failed = true; }
}

static void unparse_open(Unparse *u, bool parens) {
    if (parens) { unparse_text(u, "("); }
}
static void unparse_close(Unparse *u, bool parens) {
    if (parens) { unparse_text(u, ")"); }
}

static void unparse_list(Unparse *u, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (i) { unparse_text(u, ", "); }
        unparse_node(u, seq->items[i], UNPARSE_TEST);
    }
}

// ---- constants and f-strings ---------------------------------------------------------------------

static void unparse_value(Unparse *u, Value v) {
    if (v == V_RAISED || u->failed) {
        u->failed = true;
        return;
    }
    if (is_tagged(u->out.vm, v, T_STR)) {
        u->failed = !sb_put_repr(&u->out, v, false);
        return;
    }
    Value text = repr_of_leaf(u->out.vm, v);
    if (text == V_RAISED || text == V_UNBOUND || !sb_put_str(&u->out, text)) { u->failed = true; }
}

static void unparse_constant(Unparse *u, const Const *k) {
    if (k->type == CONST_ELLIPSIS) {
        unparse_text(u, "...");
        return;
    }
    bool infinite = (k->type == CONST_FLOAT || k->type == CONST_COMPLEX) && k->as.d - k->as.d != 0;
    if (infinite) {
        unparse_text(u, k->type == CONST_FLOAT ? "1e309" : "1e309j");
        return;
    }
    if (k->u_prefix) { unparse_text(u, "u"); }
    unparse_value(u, u->literal(u->ctx, k));
}

// The inside of an f-string or t-string, braces doubled, not quoted yet.
static void unparse_parts(Unparse *u, const NodeSeq *values);

static void unparse_braced_text(Unparse *u, const Const *k) {
    for (uint32_t i = 0; i < k->len && !u->failed; i++) {
        const char *at = &k->as.bytes[i];
        bool brace = *at == '{' || *at == '}';
        if (!sb_put(&u->out, at, 1) || (brace && !sb_put(&u->out, at, 1))) { u->failed = true; }
    }
}

static void unparse_field(Unparse *u, const Node *value, int32_t conversion, const Node *spec) {
    Unparse inner = {str_builder(u->out.vm), u->literal, u->ctx, u->failed};
    unparse_node(&inner, value, UNPARSE_TEST + 1);
    u->failed |= inner.failed;
    if (u->failed) { return; }
    // A brace right behind the opening one would be an escape.
    unparse_text(u, inner.out.len && sb_text(&inner.out)[0] == '{' ? "{ " : "{");
    if (inner.out.len && !sb_put(&u->out, sb_text(&inner.out), inner.out.len)) { u->failed = true; }
    if (conversion > 0) {
        char text[3] = {'!', (char)conversion, 0};
        unparse_text(u, text);
    }
    if (spec) {
        unparse_text(u, ":");
        if (spec->kind == AST_JoinedStr) {
            unparse_parts(u, &spec->as.JoinedStr.values);
        } else {
            unparse_braced_text(u, &spec->as.Constant.value);
        }
    }
    unparse_text(u, "}");
}

static void unparse_parts(Unparse *u, const NodeSeq *values) {
    for (uint32_t i = 0; i < values->len; i++) {
        const Node *n = values->items[i];
        if (n->kind == AST_FormattedValue) {
            unparse_field(u, n->as.FormattedValue.value, n->as.FormattedValue.conversion,
                          n->as.FormattedValue.format_spec);
        } else if (n->kind == AST_Interpolation) {
            unparse_field(u, n->as.Interpolation.value, n->as.Interpolation.conversion,
                          n->as.Interpolation.format_spec);
        } else if (n->kind == AST_JoinedStr) {
            unparse_parts(u, &n->as.JoinedStr.values);
        } else {
            unparse_braced_text(u, &n->as.Constant.value);
        }
    }
}

static void unparse_fstring(Unparse *u, const NodeSeq *values, const char *prefix) {
    Unparse inner = {str_builder(u->out.vm), u->literal, u->ctx, u->failed};
    unparse_parts(&inner, values);
    u->failed |= inner.failed;
    unparse_text(u, prefix);
    if (u->failed) { return; }
    unparse_value(u, sb_finish(&inner.out));
}

// ---- operators -----------------------------------------------------------------------------------

static void unparse_bool_op(Unparse *u, const Node *n, uint32_t level) {
    bool is_and = n->as.BoolOp.op == BOOL_And;
    uint32_t own = is_and ? UNPARSE_AND : UNPARSE_OR;
    unparse_open(u, level > own);
    for (uint32_t i = 0; i < n->as.BoolOp.values.len; i++) {
        if (i) { unparse_text(u, is_and ? " and " : " or "); }
        unparse_node(u, n->as.BoolOp.values.items[i], own + 1);
    }
    unparse_close(u, level > own);
}

typedef struct UnparseOp {
    const char *text;
    uint8_t level;
} UnparseOp;

static void unparse_bin_op(Unparse *u, const Node *n, uint32_t level) {
    static const UnparseOp ops[] = {
        [BIN_Add] = {" + ", UNPARSE_SUM},        [BIN_Sub] = {" - ", UNPARSE_SUM},
        [BIN_Mult] = {" * ", UNPARSE_TERM},      [BIN_MatMult] = {" @ ", UNPARSE_TERM},
        [BIN_Div] = {" / ", UNPARSE_TERM},       [BIN_Mod] = {" % ", UNPARSE_TERM},
        [BIN_Pow] = {" ** ", UNPARSE_POWER},     [BIN_LShift] = {" << ", UNPARSE_SHIFT},
        [BIN_RShift] = {" >> ", UNPARSE_SHIFT},  [BIN_BitOr] = {" | ", UNPARSE_BITOR},
        [BIN_BitXor] = {" ^ ", UNPARSE_BITXOR},  [BIN_BitAnd] = {" & ", UNPARSE_BITAND},
        [BIN_FloorDiv] = {" // ", UNPARSE_TERM},
    };
    const UnparseOp *op = &ops[n->as.BinOp.op];
    uint32_t right_first = n->as.BinOp.op == BIN_Pow;
    unparse_open(u, level > op->level);
    unparse_node(u, n->as.BinOp.left, op->level + right_first);
    unparse_text(u, op->text);
    unparse_node(u, n->as.BinOp.right, op->level + 1 - right_first);
    unparse_close(u, level > op->level);
}

static void unparse_unary(Unparse *u, const Node *n, uint32_t level) {
    static const UnparseOp ops[] = {
        [UNARY_Invert] = {"~", UNPARSE_FACTOR},
        [UNARY_Not] = {"not ", UNPARSE_NOT},
        [UNARY_UAdd] = {"+", UNPARSE_FACTOR},
        [UNARY_USub] = {"-", UNPARSE_FACTOR},
    };
    const UnparseOp *op = &ops[n->as.UnaryOp.op];
    unparse_open(u, level > op->level);
    unparse_text(u, op->text);
    unparse_node(u, n->as.UnaryOp.operand, op->level);
    unparse_close(u, level > op->level);
}

static void unparse_compare(Unparse *u, const Node *n, uint32_t level) {
    static const char *const ops[] = {
        [CMP_Eq] = " == ", [CMP_NotEq] = " != ",     [CMP_Lt] = " < ",  [CMP_LtE] = " <= ",
        [CMP_Gt] = " > ",  [CMP_GtE] = " >= ",       [CMP_Is] = " is ", [CMP_IsNot] = " is not ",
        [CMP_In] = " in ", [CMP_NotIn] = " not in ",
    };
    unparse_open(u, level > UNPARSE_COMPARE);
    unparse_node(u, n->as.Compare.left, UNPARSE_COMPARE + 1);
    for (uint32_t i = 0; i < n->as.Compare.ops.len; i++) {
        unparse_text(u, ops[n->as.Compare.ops.items[i]]);
        unparse_node(u, n->as.Compare.comparators.items[i], UNPARSE_COMPARE + 1);
    }
    unparse_close(u, level > UNPARSE_COMPARE);
}

static void unparse_conditional(Unparse *u, const Node *n, uint32_t level) {
    unparse_open(u, level > UNPARSE_TEST);
    unparse_node(u, n->as.IfExp.body, UNPARSE_TEST + 1);
    unparse_text(u, " if ");
    unparse_node(u, n->as.IfExp.test, UNPARSE_TEST + 1);
    unparse_text(u, " else ");
    unparse_node(u, n->as.IfExp.orelse, UNPARSE_TEST);
    unparse_close(u, level > UNPARSE_TEST);
}

// ---- lambda --------------------------------------------------------------------------------------

static void unparse_comma(Unparse *u, bool *first) {
    unparse_text(u, *first ? "" : ", ");
    *first = false;
}

static void unparse_default(Unparse *u, const Node *value) {
    if (!value) { return; }
    unparse_text(u, "=");
    unparse_node(u, value, UNPARSE_TEST);
}

static void unparse_args(Unparse *u, const Node *args) {
    const NodeSeq *posonly = &args->as.arguments.posonlyargs, *plain = &args->as.arguments.args;
    const NodeSeq *kwonly = &args->as.arguments.kwonlyargs;
    const NodeSeq *defaults = &args->as.arguments.defaults;
    uint32_t n = posonly->len + plain->len;
    bool first = true;
    for (uint32_t i = 0; i < n; i++) {
        const Node *arg = i < posonly->len ? posonly->items[i] : plain->items[i - posonly->len];
        unparse_comma(u, &first);
        unparse_name(u, arg->as.arg.arg);
        if (i + defaults->len >= n) { unparse_default(u, defaults->items[i + defaults->len - n]); }
        if (posonly->len && i + 1 == posonly->len) { unparse_text(u, ", /"); }
    }
    if (args->as.arguments.vararg || kwonly->len) {
        unparse_comma(u, &first);
        unparse_text(u, "*");
        if (args->as.arguments.vararg) { unparse_name(u, args->as.arguments.vararg->as.arg.arg); }
    }
    for (uint32_t i = 0; i < kwonly->len; i++) {
        unparse_comma(u, &first);
        unparse_name(u, kwonly->items[i]->as.arg.arg);
        unparse_default(u, args->as.arguments.kw_defaults.items[i]);
    }
    if (args->as.arguments.kwarg) {
        unparse_comma(u, &first);
        unparse_text(u, "**");
        unparse_name(u, args->as.arguments.kwarg->as.arg.arg);
    }
}

static void unparse_lambda(Unparse *u, const Node *n, uint32_t level) {
    const Node *args = n->as.Lambda.args;
    bool positional = args->as.arguments.args.len || args->as.arguments.posonlyargs.len;
    unparse_open(u, level > UNPARSE_TEST);
    unparse_text(u, positional ? "lambda " : "lambda");
    unparse_args(u, args);
    unparse_text(u, ": ");
    unparse_node(u, n->as.Lambda.body, UNPARSE_TEST);
    unparse_close(u, level > UNPARSE_TEST);
}

// ---- displays, comprehensions --------------------------------------------------------------------

static void unparse_dict(Unparse *u, const Node *n) {
    unparse_text(u, "{");
    for (uint32_t i = 0; i < n->as.Dict.values.len; i++) {
        const Node *key = n->as.Dict.keys.items[i];
        if (i) { unparse_text(u, ", "); }
        if (key) {
            unparse_node(u, key, UNPARSE_TEST);
            unparse_text(u, ": ");
            unparse_node(u, n->as.Dict.values.items[i], UNPARSE_TEST);
        } else {
            unparse_text(u, "**");
            unparse_node(u, n->as.Dict.values.items[i], UNPARSE_BITOR);
        }
    }
    unparse_text(u, "}");
}

static void unparse_comprehension(Unparse *u, const char *open, const Node *elt, const Node *value,
                                  const NodeSeq *generators, const char *close) {
    unparse_text(u, open);
    unparse_node(u, elt, UNPARSE_TEST);
    if (value) {
        unparse_text(u, ": ");
        unparse_node(u, value, UNPARSE_TEST);
    }
    for (uint32_t i = 0; i < generators->len; i++) {
        const Node *gen = generators->items[i];
        unparse_text(u, gen->as.comprehension.is_async ? " async for " : " for ");
        unparse_node(u, gen->as.comprehension.target, UNPARSE_TUPLE);
        unparse_text(u, " in ");
        unparse_node(u, gen->as.comprehension.iter, UNPARSE_TEST + 1);
        for (uint32_t k = 0; k < gen->as.comprehension.ifs.len; k++) {
            unparse_text(u, " if ");
            unparse_node(u, gen->as.comprehension.ifs.items[k], UNPARSE_TEST + 1);
        }
    }
    unparse_text(u, close);
}

static void unparse_tuple(Unparse *u, const NodeSeq *elts, uint32_t level) {
    if (elts->len == 0) {
        unparse_text(u, "()");
        return;
    }
    unparse_open(u, level > UNPARSE_TUPLE);
    unparse_list(u, elts);
    if (elts->len == 1) { unparse_text(u, ","); }
    unparse_close(u, level > UNPARSE_TUPLE);
}

static void unparse_call(Unparse *u, const Node *n) {
    const NodeSeq *args = &n->as.Call.args, *keywords = &n->as.Call.keywords;
    unparse_node(u, n->as.Call.func, UNPARSE_ATOM);
    if (args->len == 1 && keywords->len == 0 && args->items[0]->kind == AST_GeneratorExp) {
        unparse_node(u, args->items[0], UNPARSE_TEST); // has its own parentheses
        return;
    }
    unparse_text(u, "(");
    unparse_list(u, args);
    for (uint32_t i = 0; i < keywords->len; i++) {
        const Node *keyword = keywords->items[i];
        if (i || args->len) { unparse_text(u, ", "); }
        if (keyword->as.keyword.arg) {
            unparse_name(u, keyword->as.keyword.arg);
            unparse_text(u, "=");
        } else {
            unparse_text(u, "**");
        }
        unparse_node(u, keyword->as.keyword.value, UNPARSE_TEST);
    }
    unparse_text(u, ")");
}

static void unparse_slice(Unparse *u, const Node *n) {
    if (n->as.Slice.lower) { unparse_node(u, n->as.Slice.lower, UNPARSE_TEST); }
    unparse_text(u, ":");
    if (n->as.Slice.upper) { unparse_node(u, n->as.Slice.upper, UNPARSE_TEST); }
    if (!n->as.Slice.step) { return; }
    unparse_text(u, ":");
    unparse_node(u, n->as.Slice.step, UNPARSE_TEST);
}

static void unparse_attribute(Unparse *u, const Node *n) {
    const Node *value = n->as.Attribute.value;
    unparse_node(u, value, UNPARSE_ATOM);
    bool number = value->kind == AST_Constant && (value->as.Constant.value.type == CONST_INT ||
                                                  value->as.Constant.value.type == CONST_BIG);
    unparse_text(u, number ? " ." : ".");
    unparse_name(u, n->as.Attribute.attr);
}

// ---- dispatch ------------------------------------------------------------------------------------

static void unparse_rest(Unparse *u, const Node *n, uint32_t level) {
    switch (n->kind) {
    case AST_Yield:
        unparse_text(u, n->as.Yield.value ? "(yield " : "(yield");
        if (n->as.Yield.value) { unparse_node(u, n->as.Yield.value, UNPARSE_TEST); }
        unparse_text(u, ")");
        break;
    case AST_YieldFrom:
        unparse_text(u, "(yield from ");
        unparse_node(u, n->as.YieldFrom.value, UNPARSE_TEST);
        unparse_text(u, ")");
        break;
    case AST_Await:
        unparse_open(u, level > UNPARSE_AWAIT);
        unparse_text(u, "await ");
        unparse_node(u, n->as.Await.value, UNPARSE_ATOM);
        unparse_close(u, level > UNPARSE_AWAIT);
        break;
    case AST_NamedExpr:
        unparse_open(u, level > UNPARSE_TUPLE);
        unparse_node(u, n->as.NamedExpr.target, UNPARSE_ATOM);
        unparse_text(u, " := ");
        unparse_node(u, n->as.NamedExpr.value, UNPARSE_ATOM);
        unparse_close(u, level > UNPARSE_TUPLE);
        break;
    default: u->failed = true; break;
    }
}

static void unparse_node(Unparse *u, const Node *n, uint32_t level) {
    switch (n->kind) {
    case AST_BoolOp: unparse_bool_op(u, n, level); break;
    case AST_BinOp: unparse_bin_op(u, n, level); break;
    case AST_UnaryOp: unparse_unary(u, n, level); break;
    case AST_Lambda: unparse_lambda(u, n, level); break;
    case AST_IfExp: unparse_conditional(u, n, level); break;
    case AST_Dict: unparse_dict(u, n); break;
    case AST_Set:
        unparse_text(u, "{");
        unparse_list(u, &n->as.Set.elts);
        unparse_text(u, "}");
        break;
    case AST_ListComp:
        unparse_comprehension(u, "[", n->as.ListComp.elt, NULL, &n->as.ListComp.generators, "]");
        break;
    case AST_SetComp:
        unparse_comprehension(u, "{", n->as.SetComp.elt, NULL, &n->as.SetComp.generators, "}");
        break;
    case AST_DictComp:
        unparse_comprehension(u, "{", n->as.DictComp.key, n->as.DictComp.value,
                              &n->as.DictComp.generators, "}");
        break;
    case AST_GeneratorExp:
        unparse_comprehension(u, "(", n->as.GeneratorExp.elt, NULL, &n->as.GeneratorExp.generators,
                              ")");
        break;
    case AST_Compare: unparse_compare(u, n, level); break;
    case AST_Call: unparse_call(u, n); break;
    case AST_JoinedStr: unparse_fstring(u, &n->as.JoinedStr.values, "f"); break;
    case AST_TemplateStr: unparse_fstring(u, &n->as.TemplateStr.values, "t"); break;
    case AST_Constant: unparse_constant(u, &n->as.Constant.value); break;
    case AST_Attribute: unparse_attribute(u, n); break;
    case AST_Subscript:
        unparse_node(u, n->as.Subscript.value, UNPARSE_ATOM);
        unparse_text(u, "[");
        unparse_node(u, n->as.Subscript.slice, UNPARSE_TUPLE);
        unparse_text(u, "]");
        break;
    case AST_Starred:
        unparse_text(u, "*");
        unparse_node(u, n->as.Starred.value, UNPARSE_BITOR);
        break;
    case AST_Name: unparse_name(u, n->as.Name.id); break;
    case AST_List:
        unparse_text(u, "[");
        unparse_list(u, &n->as.List.elts);
        unparse_text(u, "]");
        break;
    case AST_Tuple: unparse_tuple(u, &n->as.Tuple.elts, level); break;
    case AST_Slice: unparse_slice(u, n); break;
    default: unparse_rest(u, n, level); break;
    }
}

Value unparse_expr(Vm *vm, const Node *n, UnparseLiteral *literal, void *ctx) {
    Unparse u = {str_builder(vm), literal, ctx, false};
    unparse_node(&u, n, UNPARSE_TEST);
    return u.failed ? V_RAISED : sb_finish(&u.out);
}
