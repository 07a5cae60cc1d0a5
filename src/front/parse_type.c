// parse_type.c: type parameters and the type statement (PEP 695, 696).
#include "front/parser.h"

// type_param: NAME [':' expression] ['=' expression]
static Node *parse_type_var(Parser *p) {
    const Token *start = p->at++;
    Node *bound = NULL, *value = NULL;
    if (parse_take(p, TOK_COLON) && !(bound = parse_expression(p))) { return NULL; }
    if (parse_take(p, TOK_EQUAL) && !(value = parse_expression(p))) { return NULL; }
    Node *n = PARSE_NEW(p, TypeVar, start);
    if (!n) { return NULL; }
    n->as.TypeVar.name = start->as.name;
    n->as.TypeVar.bound = bound;
    n->as.TypeVar.default_value = value;
    return n;
}

// type_param: '*' NAME ['=' star_expression] | '**' NAME ['=' expression]
static Node *parse_type_stars(Parser *p) {
    const Token *start = p->at++;
    bool tuple = start->kind == TOK_STAR;
    Node *value = NULL;
    Name *name = parse_name(p);
    if (!name) { return NULL; }
    if (parse_take(p, TOK_EQUAL)) {
        value = tuple ? parse_star_expression(p) : parse_expression(p);
        if (!value) { return NULL; }
    }
    Node *n = PARSE_NEW(p, ParamSpec, start); // TypeVarTuple has the same fields
    if (!n) { return NULL; }
    n->kind = tuple ? AST_TypeVarTuple : AST_ParamSpec;
    n->as.ParamSpec.name = name;
    n->as.ParamSpec.default_value = value;
    return n;
}

// [type_params]: '[' type_param (',' type_param)* [','] ']'
bool parse_type_params(Parser *p, NodeSeq *out) {
    uint32_t mark = p->n_stack;
    *out = (NodeSeq){NULL, 0};
    if (NX_LIKELY(!parse_take(p, TOK_LSQB))) { return true; }
    do {
        Node *n;
        switch (parse_kind(p)) {
        case TOK_NAME: n = parse_type_var(p); break;
        case TOK_STAR:
        case TOK_DOUBLESTAR: n = parse_type_stars(p); break;
        default: return false;
        }
        if (!n || !parse_push(p, n)) { return false; }
    } while (parse_take(p, TOK_COMMA) && !parse_is(p, TOK_RSQB));
    return parse_take(p, TOK_RSQB) && parse_seq(p, mark, out);
}

// type_alias: "type" NAME [type_params] '=' expression
Node *parse_type_alias(Parser *p) {
    const Token *start = p->at++, *name = p->at++;
    Node *target = PARSE_NEW(p, Name, name);
    NodeSeq type_params;
    if (!target || !parse_type_params(p, &type_params) || !parse_take(p, TOK_EQUAL)) {
        return NULL;
    }
    target->as.Name.id = name->as.name;
    target->as.Name.ctx = CTX_Store;
    Node *value = parse_expression(p);
    Node *n = value ? PARSE_NEW(p, TypeAlias, start) : NULL;
    if (!n) { return NULL; }
    n->as.TypeAlias.name = target;
    n->as.TypeAlias.type_params = type_params;
    n->as.TypeAlias.value = value;
    return n;
}
