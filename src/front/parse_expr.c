// parse_expr.c: operators, primaries and simple atoms. One function per grammar rule, except that
// the ladder from `disjunction` down to `term` is one function over a table of precedences; what is
// in brackets is in parse_display.c.
#include "front/parser.h"

#include "front/literal.h"

// --- Operators -----------------------------------------------------------------------------------

// How tight the operators bind.
enum {
    PREC_OR = 1,
    PREC_AND,
    PREC_NOT,
    PREC_COMPARE,
    PREC_BITOR,
    PREC_XOR,
    PREC_BITAND,
    PREC_SHIFT,
    PREC_SUM,
    PREC_TERM
};

typedef struct ParseInfix {
    uint8_t prec; // 0: no infix operator
    uint8_t op;   // BoolOperator, CmpOperator or BinOperator
} ParseInfix;

static const ParseInfix parse_infix[TOK_N_KINDS] = {
    [TOK_OR] = {PREC_OR, BOOL_Or},
    [TOK_AND] = {PREC_AND, BOOL_And},
    [TOK_EQEQUAL] = {PREC_COMPARE, CMP_Eq},
    [TOK_NOTEQUAL] = {PREC_COMPARE, CMP_NotEq},
    [TOK_LESS] = {PREC_COMPARE, CMP_Lt},
    [TOK_LESSEQUAL] = {PREC_COMPARE, CMP_LtE},
    [TOK_GREATER] = {PREC_COMPARE, CMP_Gt},
    [TOK_GREATEREQUAL] = {PREC_COMPARE, CMP_GtE},
    [TOK_IS] = {PREC_COMPARE, CMP_Is},
    [TOK_IN] = {PREC_COMPARE, CMP_In},
    [TOK_NOT] = {PREC_COMPARE, CMP_NotIn},
    [TOK_VBAR] = {PREC_BITOR, BIN_BitOr},
    [TOK_CIRCUMFLEX] = {PREC_XOR, BIN_BitXor},
    [TOK_AMPER] = {PREC_BITAND, BIN_BitAnd},
    [TOK_LEFTSHIFT] = {PREC_SHIFT, BIN_LShift},
    [TOK_RIGHTSHIFT] = {PREC_SHIFT, BIN_RShift},
    [TOK_PLUS] = {PREC_SUM, BIN_Add},
    [TOK_MINUS] = {PREC_SUM, BIN_Sub},
    [TOK_STAR] = {PREC_TERM, BIN_Mult},
    [TOK_SLASH] = {PREC_TERM, BIN_Div},
    [TOK_DOUBLESLASH] = {PREC_TERM, BIN_FloorDiv},
    [TOK_PERCENT] = {PREC_TERM, BIN_Mod},
    [TOK_AT] = {PREC_TERM, BIN_MatMult},
};

static Node *parse_operators(Parser *p, uint32_t min_prec);

// boolean: left ('or' operand)+, and the same with 'and'
static Node *parse_boolean(Parser *p, Node *left, const Token *start) {
    uint8_t kind = parse_kind(p);
    uint32_t mark = p->n_stack;
    if (!parse_push(p, left)) { return NULL; }
    while (parse_take(p, kind)) {
        Node *right = parse_operators(p, parse_infix[kind].prec + 1u);
        if (!right || !parse_push(p, right)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, BoolOp, start);
    if (!n || !parse_seq(p, mark, &n->as.BoolOp.values)) { return NULL; }
    n->as.BoolOp.op = parse_infix[kind].op;
    return n;
}

// compare_op: '==' | '!=' | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is'
static bool parse_compare_op(Parser *p, uint8_t *op) {
    const Token *t = p->at++;
    *op = parse_infix[t->kind].op;
    if (t->kind == TOK_NOT) { return parse_take(p, TOK_IN); }
    if (t->kind == TOK_IS && parse_take(p, TOK_NOT)) { *op = CMP_IsNot; }
    if (NX_LIKELY(!(p->f->future & FUTURE_BARRY_AS_FLUFL))) { return true; }
    if (t->kind == TOK_LESS && parse_is(p, TOK_GREATER) && p->at->start == t->end) {
        p->at++; // `<>` takes the place of `!=` (PEP 401)
        *op = CMP_NotEq;
    }
    if (t->kind != TOK_NOTEQUAL) { return true; }
    return parse_fail(p, t, "with Barry as BDFL, use '<>' instead of '!='") != NULL;
}

// comparison: left (compare_op bitwise_or)+
static Node *parse_comparison(Parser *p, Node *left, const Token *start) {
    uint32_t mark = p->n_stack, n_ops = 0;
    uint8_t few[8], *ops = few;
    uint32_t cap = sizeof few;
    while (parse_infix[parse_kind(p)].prec == PREC_COMPARE) {
        if (n_ops == cap) {
            uint8_t *more = arena_alloc(p->f->arena, cap *= 2);
            if (!more) { return front_out_of_memory(p->f); }
            memcpy(more, ops, n_ops);
            ops = more;
        }
        if (!parse_compare_op(p, &ops[n_ops++])) { return NULL; }
        Node *right = parse_operators(p, PREC_BITOR);
        if (!right || !parse_push(p, right)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, Compare, start);
    if (!n || !parse_seq(p, mark, &n->as.Compare.comparators)) { return NULL; }
    n->as.Compare.left = left;
    n->as.Compare.ops.len = n_ops;
    n->as.Compare.ops.items = (uint8_t *)arena_copy(p->f->arena, (const char *)ops, n_ops);
    return n->as.Compare.ops.items ? n : front_out_of_memory(p->f);
}

static Node *parse_unary(Parser *p, UnaryOperator op, const Token *start, Node *operand) {
    Node *n = operand ? PARSE_NEW(p, UnaryOp, start) : NULL;
    if (!n) { return NULL; }
    n->as.UnaryOp.op = op;
    n->as.UnaryOp.operand = operand;
    return n;
}

// await_primary: 'await' primary | primary
static Node *parse_await_primary(Parser *p) {
    const Token *start = p->at;
    if (!parse_take(p, TOK_AWAIT)) { return parse_primary(p); }
    Node *value = parse_primary(p);
    Node *n = value ? PARSE_NEW(p, Await, start) : NULL;
    if (n) { n->as.Await.value = value; }
    return n;
}

static Node *parse_binary(Parser *p, BinOperator op, const Token *start, Node *left, Node *right) {
    Node *n = left && right ? PARSE_NEW(p, BinOp, start) : NULL;
    if (!n) { return NULL; }
    n->as.BinOp.op = op;
    n->as.BinOp.left = left;
    n->as.BinOp.right = right;
    return n;
}

// power: await_primary '**' factor | await_primary
static inline Node *parse_power(Parser *p) {
    const Token *start = p->at;
    Node *left = parse_await_primary(p);
    if (NX_LIKELY(!parse_is(p, TOK_DOUBLESTAR)) || !left) { return left; }
    p->at++;
    return parse_binary(p, BIN_Pow, start, left, parse_factor(p));
}

// factor: '+' factor | '-' factor | '~' factor | power
Node *parse_factor(Parser *p) {
    const Token *start = p->at;
    uint8_t kind = start->kind;
    if (!parse_enter(p, 1)) { return NULL; }
    Node *n;
    if (kind == TOK_PLUS || kind == TOK_MINUS || kind == TOK_TILDE) {
        p->at++;
        UnaryOperator op = kind == TOK_PLUS    ? UNARY_UAdd
                           : kind == TOK_MINUS ? UNARY_USub
                                               : UNARY_Invert;
        n = parse_unary(p, op, start, parse_factor(p));
    } else {
        n = parse_power(p);
    }
    parse_leave(p, 1);
    return n;
}

// The rules disjunction, conjunction, inversion, comparison, bitwise_or, bitwise_xor, bitwise_and,
// shift_expr, sum and term: operands joined by operators that bind at least as tight as min_prec.
static Node *parse_operators(Parser *p, uint32_t min_prec) {
    const Token *start = p->at;
    Node *left;
    if (!parse_enter(p, 1)) { return NULL; }
    if (NX_UNLIKELY(start->kind == TOK_NOT) && min_prec <= PREC_NOT) {
        p->at++;
        left = parse_unary(p, UNARY_Not, start, parse_operators(p, PREC_NOT));
    } else {
        left = parse_factor(p);
    }
    while (left) {
        ParseInfix infix = parse_infix[parse_kind(p)];
        if (infix.prec == 0 || infix.prec < min_prec) { break; }
        if (infix.prec > PREC_COMPARE) {
            p->at++;
            Node *right = parse_operators(p, infix.prec + 1u);
            left = parse_binary(p, infix.op, start, left, right);
        } else if (infix.prec == PREC_COMPARE) {
            left = parse_comparison(p, left, start);
        } else {
            left = parse_boolean(p, left, start);
        }
    }
    parse_leave(p, 1);
    return left;
}

Node *parse_disjunction(Parser *p) { return parse_operators(p, PREC_OR); }
Node *parse_inversion(Parser *p) { return parse_operators(p, PREC_NOT); }
Node *parse_bitwise_or(Parser *p) { return parse_operators(p, PREC_BITOR); }

// --- Expressions ---------------------------------------------------------------------------------

bool parse_starts_expression(uint8_t kind) {
    switch (kind) {
    case TOK_NAME:
    case TOK_NUMBER:
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_TSTRING_START:
    case TOK_LPAR:
    case TOK_LSQB:
    case TOK_LBRACE:
    case TOK_PLUS:
    case TOK_MINUS:
    case TOK_TILDE:
    case TOK_ELLIPSIS:
    case TOK_NOT:
    case TOK_LAMBDA:
    case TOK_AWAIT:
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_FALSE: return true;
    default: return false;
    }
}

static NX_NOINLINE Node *parse_conditional(Parser *p, Node *body, const Token *start) {
    p->at++;
    Node *test = parse_disjunction(p);
    if (!test || !parse_take(p, TOK_ELSE) || !parse_enter(p, PARSE_COST_ELSE)) { return NULL; }
    Node *orelse = parse_expression(p);
    parse_leave(p, PARSE_COST_ELSE);
    Node *n = orelse ? PARSE_NEW(p, IfExp, start) : NULL;
    if (!n) { return NULL; }
    n->as.IfExp.test = test;
    n->as.IfExp.body = body;
    n->as.IfExp.orelse = orelse;
    return n;
}

// expression: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
Node *parse_expression(Parser *p) {
    const Token *start = p->at;
    if (NX_UNLIKELY(start->kind == TOK_LAMBDA)) { return parse_lambda(p); }
    Node *n = parse_operators(p, PREC_OR);
    if (NX_LIKELY(!parse_is(p, TOK_IF)) || !n) { return n; }
    return parse_conditional(p, n, start);
}

// named_expression: NAME ':=' expression | expression !':='
Node *parse_named_expression(Parser *p) {
    const Token *start = p->at;
    if (NX_LIKELY(start->kind != TOK_NAME || start[1].kind != TOK_COLONEQUAL)) {
        return parse_expression(p);
    }
    Node *target = parse_primary(p); // the name only, for ':=' follows
    if (!target) { return NULL; }
    p->at++;
    if (!parse_enter(p, PARSE_COST_NEST)) { return NULL; }
    Node *value = parse_expression(p);
    parse_leave(p, PARSE_COST_NEST);
    Node *n = value ? PARSE_NEW(p, NamedExpr, start) : NULL;
    if (!n) { return NULL; }
    target->as.Name.ctx = CTX_Store;
    n->as.NamedExpr.target = target;
    n->as.NamedExpr.value = value;
    return n;
}

static Node *parse_starred(Parser *p) {
    const Token *start = p->at++;
    Node *value = parse_bitwise_or(p);
    Node *n = value ? PARSE_NEW(p, Starred, start) : NULL;
    if (n) { n->as.Starred.value = value; }
    return n;
}

// star_named_expression: '*' bitwise_or | named_expression
Node *parse_star_named_expression(Parser *p) {
    return parse_is(p, TOK_STAR) ? parse_starred(p) : parse_named_expression(p);
}

// star_expression: '*' bitwise_or | expression
Node *parse_star_expression(Parser *p) {
    return parse_is(p, TOK_STAR) ? parse_starred(p) : parse_expression(p);
}

// The tail of a list of expressions: first (',' item)* [','], as a Tuple.
static NX_NOINLINE Node *parse_tuple_tail(Parser *p, Node *first, const Token *start, bool stars) {
    uint32_t mark = p->n_stack;
    if (!parse_push(p, first)) { return NULL; }
    while (parse_take(p, TOK_COMMA)) {
        if (!parse_starts_expression(parse_kind(p)) && !(stars && parse_is(p, TOK_STAR))) { break; }
        Node *item = stars ? parse_star_expression(p) : parse_expression(p);
        if (!item || !parse_push(p, item)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, Tuple, start);
    return n && parse_seq(p, mark, &n->as.Tuple.elts) ? n : NULL;
}

// star_expressions: star_expression (',' star_expression)* [',']
Node *parse_star_expressions(Parser *p) {
    const Token *start = p->at;
    Node *n = parse_star_expression(p);
    return NX_LIKELY(!parse_is(p, TOK_COMMA)) || !n ? n : parse_tuple_tail(p, n, start, true);
}

// expressions: expression (',' expression)* [',']
Node *parse_expressions(Parser *p) {
    const Token *start = p->at;
    Node *n = parse_expression(p);
    return !n || !parse_is(p, TOK_COMMA) ? n : parse_tuple_tail(p, n, start, false);
}

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
Node *parse_yield_expr(Parser *p) {
    const Token *start = p->at++;
    Node *value = NULL, *n;
    if (parse_take(p, TOK_FROM)) {
        value = parse_expression(p);
        n = value ? PARSE_NEW(p, YieldFrom, start) : NULL;
        if (n) { n->as.YieldFrom.value = value; }
        return n;
    }
    if (parse_starts_expression(parse_kind(p)) || parse_is(p, TOK_STAR)) {
        value = parse_star_expressions(p);
        if (!value) { return NULL; }
    }
    n = PARSE_NEW(p, Yield, start);
    if (n) { n->as.Yield.value = value; }
    return n;
}

// annotated_rhs: yield_expr | star_expressions
Node *parse_yield_or_star_expressions(Parser *p) {
    return parse_is(p, TOK_YIELD) ? parse_yield_expr(p) : parse_star_expressions(p);
}

// --- Primaries -----------------------------------------------------------------------------------

Node *parse_constant(Parser *p, ConstType type) {
    const Token *start = p->at++;
    Node *n = PARSE_NEW(p, Constant, start);
    if (n) { n->as.Constant.value.type = (uint8_t)type; }
    return n;
}

Node *parse_number(Parser *p) {
    const Token *t = p->at++;
    Node *n = PARSE_NEW(p, Constant, t);
    uint32_t n_digits = 0;
    Front *f = p->f;
    if (!n) { return NULL; }
    if (literal_number(f, f->src + t->start, t->end - t->start, &n->as.Constant.value, &n_digits)) {
        return n;
    }
    if (n_digits) {
        parse_fail(p, t,
                   front_format(f,
                                "Exceeds the limit (%d digits) for integer string conversion: "
                                "value has %d digits; use sys.set_int_max_str_digits() to "
                                "increase the limit - Consider hexadecimal for huge integer "
                                "literals to avoid decimal conversion limits.",
                                (int)f->max_digits, (int)n_digits));
        f->error.offset = f->error.end_offset = 0;
    }
    return NULL;
}

static inline Node *parse_name_atom(Parser *p) {
    const Token *start = p->at++;
    Node *n = PARSE_NEW(p, Name, start);
    if (n) { n->as.Name.id = start->as.name; }
    return n;
}

// atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | (tuple | group | genexp)
//     | (list | listcomp) | (dict | set | dictcomp | setcomp) | '...'
static inline Node *parse_atom(Parser *p) {
    switch (parse_kind(p)) {
    case TOK_NAME: return parse_name_atom(p);
    case TOK_NUMBER: return parse_number(p);
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_TSTRING_START: return parse_strings(p);
    case TOK_LPAR: return parse_paren(p);
    case TOK_LSQB: return parse_list(p);
    case TOK_LBRACE: return parse_brace(p);
    case TOK_NONE: return parse_constant(p, CONST_NONE);
    case TOK_TRUE: return parse_constant(p, CONST_TRUE);
    case TOK_FALSE: return parse_constant(p, CONST_FALSE);
    case TOK_ELLIPSIS: return parse_constant(p, CONST_ELLIPSIS);
    default: return NULL;
    }
}

static Node *parse_subscript(Parser *p, Node *value, const Token *start) {
    p->at++;
    if (!parse_enter(p, PARSE_COST_NEST)) { return NULL; }
    Node *slice = parse_slices(p);
    parse_leave(p, PARSE_COST_NEST);
    if (!slice || !parse_take(p, TOK_RSQB)) { return NULL; }
    Node *n = PARSE_NEW(p, Subscript, start);
    if (!n) { return NULL; }
    n->as.Subscript.value = value;
    n->as.Subscript.slice = slice;
    return n;
}

// primary: primary '.' NAME | primary genexp | primary '(' [arguments] ')'
//        | primary '[' slices ']' | atom
Node *parse_primary(Parser *p) {
    const Token *start = p->at;
    Node *n = parse_atom(p);
    while (n) {
        if (parse_is(p, TOK_DOT)) {
            p->at++;
            Name *attr = parse_name(p);
            Node *value = n;
            n = attr ? PARSE_NEW(p, Attribute, start) : NULL;
            if (!n) { return NULL; }
            n->as.Attribute.value = value;
            n->as.Attribute.attr = attr;
        } else if (parse_is(p, TOK_LPAR)) {
            n = parse_call(p, n, start);
        } else if (parse_is(p, TOK_LSQB)) {
            n = parse_subscript(p, n, start);
        } else {
            break;
        }
    }
    return n;
}
