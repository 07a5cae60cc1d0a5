// parse_call.c: arguments of calls and classes, parameters of functions and lambdas.
#include "front/parser.h"

// --- Arguments -----------------------------------------------------------------------------------

// What may still come grows narrower: plain arguments, until a name=; *args, until a **kwargs.
typedef enum ParseArgStage { ARG_PLAIN, ARG_KEYWORDS, ARG_DOUBLE_STARRED } ParseArgStage;

// kwarg: NAME '=' expression | '**' expression
static Node *parse_keyword(Parser *p) {
    const Token *start = p->at++;
    Name *name = NULL;
    if (start->kind == TOK_NAME) {
        name = start->as.name;
        p->at++;
    }
    Node *value = parse_expression(p);
    Node *n = value ? PARSE_NEW(p, keyword, start) : NULL;
    if (!n) { return NULL; }
    n->as.keyword.arg = name;
    n->as.keyword.value = value;
    return n;
}

// starred_expression: '*' expression
static Node *parse_starred_argument(Parser *p) {
    const Token *start = p->at++;
    Node *value = parse_expression(p);
    Node *n = value ? PARSE_NEW(p, Starred, start) : NULL;
    if (n) { n->as.Starred.value = value; }
    return n;
}

static Node *parse_argument(Parser *p, ParseArgStage *stage) {
    switch (parse_kind(p)) {
    case TOK_STAR: return *stage == ARG_DOUBLE_STARRED ? NULL : parse_starred_argument(p);
    case TOK_DOUBLESTAR: *stage = ARG_DOUBLE_STARRED; return parse_keyword(p);
    case TOK_NAME:
        if (p->at[1].kind == TOK_EQUAL) {
            if (*stage == ARG_PLAIN) { *stage = ARG_KEYWORDS; }
            return parse_keyword(p);
        }
        break;
    default: break;
    }
    return *stage == ARG_PLAIN ? parse_named_expression(p) : NULL;
}

// Parts what was pushed since the mark into arguments and keywords, each in their order.
static bool parse_part_arguments(Parser *p, uint32_t mark, NodeSeq *args, NodeSeq *keywords) {
    uint32_t len = p->n_stack - mark, n_args = 0, n_keywords = 0;
    *args = *keywords = (NodeSeq){NULL, 0};
    if (len == 0) { return true; }
    Node **items = parse_alloc(p, len * sizeof(Node *)), **from = p->stack + mark;
    if (!items) { return false; }
    for (uint32_t i = 0; i < len; i++) {
        if (from[i]->kind != AST_keyword) { items[n_args++] = from[i]; }
    }
    for (uint32_t i = 0; n_args < len && i < len; i++) {
        if (from[i]->kind == AST_keyword) { items[n_args + n_keywords++] = from[i]; }
    }
    if (n_args) { *args = (NodeSeq){items, n_args}; }
    if (n_keywords) { *keywords = (NodeSeq){items + n_args, n_keywords}; }
    p->n_stack = mark;
    return true;
}

// arguments: argument (',' argument)* [','] &')'
// where an argument is: starred_expression | named_expression !'=' | NAME '=' expression
//                     | '**' expression
// `genexp` points to the call's '(' if a lone generator expression may stand for all arguments.
static bool parse_arguments(Parser *p, const Token *genexp) {
    ParseArgStage stage = ARG_PLAIN;
    for (bool first = true; !parse_is(p, TOK_RPAR); first = false) {
        Node *n = parse_argument(p, &stage);
        if (!n) { return false; }
        if (NX_UNLIKELY(first && genexp && stage == ARG_PLAIN && parse_is_comprehension(p))) {
            NodeSeq generators;
            if (n->kind == AST_Starred || !parse_for_if_clauses(p, &generators) ||
                !parse_take(p, TOK_RPAR)) {
                return false;
            }
            Node *gen = PARSE_NEW(p, GeneratorExp, genexp);
            p->at--;
            if (!gen) { return false; }
            gen->as.GeneratorExp.elt = n;
            gen->as.GeneratorExp.generators = generators;
            return parse_push(p, gen);
        }
        if (!parse_push(p, n)) { return false; }
        if (!parse_take(p, TOK_COMMA)) { break; }
    }
    return parse_is(p, TOK_RPAR);
}

// primary: func '(' [arguments] ')' | func genexp
Node *parse_call(Parser *p, Node *func, const Token *start) {
    const Token *open = p->at++;
    uint32_t mark = p->n_stack;
    NodeSeq args = {NULL, 0}, keywords = {NULL, 0};
    if (!parse_is(p, TOK_RPAR)) {
        if (!parse_enter(p, PARSE_COST_NEST) || !parse_arguments(p, open)) { return NULL; }
        parse_leave(p, PARSE_COST_NEST);
        if (!parse_part_arguments(p, mark, &args, &keywords)) { return NULL; }
    }
    p->at++;
    Node *n = PARSE_NEW(p, Call, start);
    if (!n) { return NULL; }
    n->as.Call.func = func;
    n->as.Call.args = args;
    n->as.Call.keywords = keywords;
    return n;
}

// ['(' [arguments] ')'] of a class
bool parse_class_arguments(Parser *p, NodeSeq *bases, NodeSeq *keywords) {
    uint32_t mark = p->n_stack;
    if (!parse_take(p, TOK_LPAR)) { return true; }
    return parse_arguments(p, NULL) && parse_part_arguments(p, mark, bases, keywords) &&
           parse_take(p, TOK_RPAR);
}

// --- Parameters ----------------------------------------------------------------------------------

typedef struct ParseParams {
    Parser *p;
    TokenKind close; // ')' of a def, ':' of a lambda
    Node *out;
    uint32_t mark;       // where the current kind of parameters begins on the stack
    uint32_t n_defaults; // those of positional parameters, kept behind in `defaults`
    uint32_t cap;
    Node **defaults;
    bool slash, star;
} ParseParams;

static bool parse_add_default(ParseParams *s, Node *n) {
    if (s->n_defaults == s->cap) {
        uint32_t cap = s->cap ? s->cap * 2 : 4;
        Node **items = ARENA_ARRAY(s->p->f->arena, Node *, cap);
        if (!items) { return front_out_of_memory(s->p->f) != NULL; }
        if (s->cap) { memcpy(items, s->defaults, s->cap * sizeof(Node *)); }
        s->defaults = items;
        s->cap = cap;
    }
    s->defaults[s->n_defaults++] = n;
    return true;
}

// param: NAME [':' expression], where *args may have ':' star_expression; lambdas have names only
static Node *parse_param(ParseParams *s, bool vararg) {
    Parser *p = s->p;
    const Token *start = p->at;
    Name *name = parse_name(p);
    Node *annotation = NULL;
    if (!name) { return NULL; }
    if (s->close == TOK_RPAR && parse_take(p, TOK_COLON)) {
        annotation = vararg ? parse_star_expression(p) : parse_expression(p);
        if (!annotation) { return NULL; }
    }
    Node *n = PARSE_NEW(p, arg, start);
    if (!n) { return NULL; }
    n->as.arg.arg = name;
    n->as.arg.annotation = annotation;
    return n;
}

// param [default], before or after the star
static bool parse_plain_param(ParseParams *s) {
    Parser *p = s->p;
    Node *n = parse_param(s, false), *value = NULL;
    if (!n || !parse_push(p, n)) { return false; }
    if (parse_take(p, TOK_EQUAL)) {
        value = parse_expression(p);
        if (!value) { return false; }
    } else if (!s->star && s->n_defaults > 0) {
        return false; // one without a default behind one with
    }
    if (s->star) { return parse_push(p, value); }
    return !value || parse_add_default(s, value);
}

static bool parse_slash(ParseParams *s) {
    Parser *p = s->p;
    if (s->slash || s->star || p->n_stack == s->mark) { return false; }
    s->slash = true;
    p->at++;
    return parse_seq(p, s->mark, &s->out->as.arguments.posonlyargs);
}

// '*' param | '*' ','
static bool parse_star(ParseParams *s) {
    Parser *p = s->p;
    if (s->star || !parse_seq(p, s->mark, &s->out->as.arguments.args)) { return false; }
    s->star = true;
    p->at++;
    if (parse_is(p, TOK_COMMA)) { // then a named one must follow
        return p->at[1].kind == TOK_NAME;
    }
    s->out->as.arguments.vararg = parse_param(s, true);
    return s->out->as.arguments.vararg != NULL;
}

// Keyword-only parameters and their defaults, NULL where there is none, were pushed in turn.
static bool parse_kwonly(ParseParams *s) {
    Parser *p = s->p;
    uint32_t len = (p->n_stack - s->mark) / 2;
    if (len == 0) { return true; }
    Node **items = ARENA_ARRAY(p->f->arena, Node *, len * 2);
    if (!items) { return front_out_of_memory(p->f) != NULL; }
    for (uint32_t i = 0; i < len; i++) {
        items[i] = p->stack[s->mark + 2 * i];
        items[len + i] = p->stack[s->mark + 2 * i + 1];
    }
    s->out->as.arguments.kwonlyargs = (NodeSeq){items, len};
    s->out->as.arguments.kw_defaults = (NodeSeq){items + len, len};
    p->n_stack = s->mark;
    return true;
}

static bool parse_params_loop(ParseParams *s) {
    Parser *p = s->p;
    while (!parse_is(p, s->close)) {
        bool last = false;
        if (parse_is(p, TOK_SLASH)) {
            if (!parse_slash(s)) { return false; }
        } else if (parse_is(p, TOK_STAR)) {
            if (!parse_star(s)) { return false; }
        } else if (parse_take(p, TOK_DOUBLESTAR)) {
            s->out->as.arguments.kwarg = parse_param(s, false);
            if (!s->out->as.arguments.kwarg) { return false; }
            last = true;
        } else if (!parse_plain_param(s)) {
            return false;
        }
        if (!parse_take(p, TOK_COMMA)) { break; }
        if (last) { break; }
    }
    return parse_is(p, s->close);
}

// parameters: [param [default] ...] ['/' ...] ['*' ...] ['**' param], each followed by ',' or the
// end
Node *parse_parameters(Parser *p, TokenKind close) {
    ParseParams s = {.p = p, .close = close, .mark = p->n_stack};
    s.out = PARSE_NEW(p, arguments, p->at);
    if (!s.out || !parse_params_loop(&s)) { return NULL; }
    bool ok = s.star ? parse_kwonly(&s) : parse_seq(p, s.mark, &s.out->as.arguments.args);
    if (!ok) { return NULL; }
    if (s.n_defaults) { s.out->as.arguments.defaults = (NodeSeq){s.defaults, s.n_defaults}; }
    return s.out;
}

// lambdef: 'lambda' [lambda_params] ':' expression
Node *parse_lambda(Parser *p) {
    const Token *start = p->at++;
    if (!parse_enter(p, PARSE_COST_NEST)) { return NULL; }
    Node *args = parse_parameters(p, TOK_COLON);
    if (!args || !parse_take(p, TOK_COLON)) { return NULL; }
    Node *body = parse_expression(p);
    parse_leave(p, PARSE_COST_NEST);
    Node *n = body ? PARSE_NEW(p, Lambda, start) : NULL;
    if (!n) { return NULL; }
    n->as.Lambda.args = args;
    n->as.Lambda.body = body;
    return n;
}
