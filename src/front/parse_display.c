// parse_display.c: expressions in brackets: groups, tuples, lists, sets, dicts, comprehensions and
// slices.
#include "front/parser.h"

bool parse_is_comprehension(const Parser *p) {
    return parse_is(p, TOK_FOR) || (parse_is(p, TOK_ASYNC) && p->at[1].kind == TOK_FOR);
}

// for_if_clause: ['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*
static Node *parse_for_if_clause(Parser *p) {
    const Token *start = p->at;
    bool is_async = parse_take(p, TOK_ASYNC);
    if (!parse_take(p, TOK_FOR)) { return NULL; }
    Node *target = parse_star_targets(p);
    if (!target || !parse_take(p, TOK_IN)) { return NULL; }
    Node *iter = parse_disjunction(p);
    if (!iter) { return NULL; }
    uint32_t mark = p->n_stack;
    while (parse_take(p, TOK_IF)) {
        Node *test = parse_disjunction(p);
        if (!test || !parse_push(p, test)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, comprehension, start);
    if (!n || !parse_seq(p, mark, &n->as.comprehension.ifs)) { return NULL; }
    n->as.comprehension.target = target;
    n->as.comprehension.iter = iter;
    n->as.comprehension.is_async = is_async;
    return n;
}

// for_if_clauses: for_if_clause+
bool parse_for_if_clauses(Parser *p, NodeSeq *out) {
    uint32_t mark = p->n_stack;
    do {
        Node *n = parse_for_if_clause(p);
        if (!n || !parse_push(p, n)) { return false; }
    } while (parse_is_comprehension(p));
    return parse_seq(p, mark, out);
}

// (',' star_named_expression)* [','], pushing the items, first included.
static bool parse_display_items(Parser *p, Node *first) {
    if (!parse_push(p, first)) { return false; }
    while (parse_take(p, TOK_COMMA)) {
        if (!parse_starts_expression(parse_kind(p)) && !parse_is(p, TOK_STAR)) { break; }
        Node *n = parse_star_named_expression(p);
        if (!n || !parse_push(p, n)) { return false; }
    }
    return true;
}

static Node *parse_genexp(Parser *p, Node *elt, const Token *start) {
    NodeSeq generators;
    if (elt->kind == AST_Starred || !parse_for_if_clauses(p, &generators) ||
        !parse_take(p, TOK_RPAR)) {
        return NULL;
    }
    Node *n = PARSE_NEW(p, GeneratorExp, start);
    if (!n) { return NULL; }
    n->as.GeneratorExp.elt = elt;
    n->as.GeneratorExp.generators = generators;
    return n;
}

static Node *parse_paren_tuple(Parser *p, Node *first, const Token *start) {
    uint32_t mark = p->n_stack;
    if ((first && !parse_display_items(p, first)) || !parse_take(p, TOK_RPAR)) { return NULL; }
    Node *n = PARSE_NEW(p, Tuple, start);
    if (!n || !parse_seq(p, mark, &n->as.Tuple.elts)) { return NULL; }
    n->paren = 1;
    return n;
}

static Node *parse_paren_inside(Parser *p, const Token *start) {
    if (parse_is(p, TOK_RPAR)) { return parse_paren_tuple(p, NULL, start); }
    Node *n;
    if (parse_is(p, TOK_YIELD)) {
        n = parse_yield_expr(p);
    } else {
        n = parse_star_named_expression(p);
        if (!n) { return NULL; }
        if (parse_is(p, TOK_COMMA)) { return parse_paren_tuple(p, n, start); }
        if (parse_is_comprehension(p)) { return parse_genexp(p, n, start); }
        if (n->kind == AST_Starred) { return NULL; }
    }
    if (!n || !parse_take(p, TOK_RPAR)) { return NULL; }
    n->paren = 1;
    return n;
}

// group: '(' (yield_expr | named_expression) ')'
// tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
// genexp: '(' (named_expression) for_if_clauses ')'
Node *parse_paren(Parser *p) {
    const Token *start = p->at++;
    if (!parse_enter(p, PARSE_COST_NEST)) { return NULL; }
    Node *n = parse_paren_inside(p, start);
    parse_leave(p, PARSE_COST_NEST);
    return n;
}

static Node *parse_list_inside(Parser *p, const Token *start) {
    uint32_t mark = p->n_stack;
    if (!parse_is(p, TOK_RSQB)) {
        Node *first = parse_star_named_expression(p);
        if (!first) { return NULL; }
        if (parse_is_comprehension(p)) {
            NodeSeq generators;
            if (first->kind == AST_Starred || !parse_for_if_clauses(p, &generators) ||
                !parse_take(p, TOK_RSQB)) {
                return NULL;
            }
            Node *n = PARSE_NEW(p, ListComp, start);
            if (!n) { return NULL; }
            n->as.ListComp.elt = first;
            n->as.ListComp.generators = generators;
            return n;
        }
        if (!parse_display_items(p, first)) { return NULL; }
    }
    if (!parse_take(p, TOK_RSQB)) { return NULL; }
    Node *n = PARSE_NEW(p, List, start);
    return n && parse_seq(p, mark, &n->as.List.elts) ? n : NULL;
}

// list: '[' [star_named_expressions] ']'
// listcomp: '[' named_expression for_if_clauses ']'
Node *parse_list(Parser *p) {
    const Token *start = p->at++;
    if (!parse_enter(p, PARSE_COST_NEST)) { return NULL; }
    Node *n = parse_list_inside(p, start);
    parse_leave(p, PARSE_COST_NEST);
    return n;
}

// double_starred_kvpair: '**' bitwise_or | expression ':' expression
static bool parse_kvpair(Parser *p, Node **key, Node **value) {
    *key = NULL;
    if (parse_take(p, TOK_DOUBLESTAR)) { return (*value = parse_bitwise_or(p)) != NULL; }
    *key = parse_expression(p);
    return *key && parse_take(p, TOK_COLON) && (*value = parse_expression(p)) != NULL;
}

// The keys and values of a dict are pushed in turn, and parted here.
static bool parse_dict_items(Parser *p, uint32_t mark, Node *n) {
    uint32_t len = (p->n_stack - mark) / 2;
    Node **items = ARENA_ARRAY(p->f->arena, Node *, len * 2);
    if (!items) { return front_out_of_memory(p->f) != NULL; }
    for (uint32_t i = 0; i < len; i++) {
        items[i] = p->stack[mark + 2 * i];
        items[len + i] = p->stack[mark + 2 * i + 1];
    }
    n->as.Dict.keys = (NodeSeq){items, len};
    n->as.Dict.values = (NodeSeq){items + len, len};
    p->n_stack = mark;
    return true;
}

// dict: '{' [kvpair (',' kvpair)* [',']] '}', of which the first is read
static Node *parse_dict(Parser *p, Node *key, Node *value, const Token *start) {
    uint32_t mark = p->n_stack;
    while (value) {
        if (!parse_push(p, key) || !parse_push(p, value)) { return NULL; }
        if (!parse_take(p, TOK_COMMA) || parse_is(p, TOK_RBRACE)) { break; }
        if (!parse_kvpair(p, &key, &value)) { return NULL; }
    }
    if (!parse_take(p, TOK_RBRACE)) { return NULL; }
    Node *n = PARSE_NEW(p, Dict, start);
    return n && parse_dict_items(p, mark, n) ? n : NULL;
}

static Node *parse_dictcomp(Parser *p, Node *key, Node *value, const Token *start) {
    NodeSeq generators;
    if (!key || !parse_for_if_clauses(p, &generators) || !parse_take(p, TOK_RBRACE)) {
        return NULL;
    }
    Node *n = PARSE_NEW(p, DictComp, start);
    if (!n) { return NULL; }
    n->as.DictComp.key = key;
    n->as.DictComp.value = value;
    n->as.DictComp.generators = generators;
    return n;
}

static Node *parse_set(Parser *p, Node *first, const Token *start) {
    if (parse_is_comprehension(p)) {
        NodeSeq generators;
        if (first->kind == AST_Starred || !parse_for_if_clauses(p, &generators) ||
            !parse_take(p, TOK_RBRACE)) {
            return NULL;
        }
        Node *n = PARSE_NEW(p, SetComp, start);
        if (!n) { return NULL; }
        n->as.SetComp.elt = first;
        n->as.SetComp.generators = generators;
        return n;
    }
    uint32_t mark = p->n_stack;
    if (!parse_display_items(p, first) || !parse_take(p, TOK_RBRACE)) { return NULL; }
    Node *n = PARSE_NEW(p, Set, start);
    return n && parse_seq(p, mark, &n->as.Set.elts) ? n : NULL;
}

static Node *parse_brace_inside(Parser *p, const Token *start) {
    Node *key = NULL, *value = NULL;
    if (parse_is(p, TOK_RBRACE)) { return parse_dict(p, NULL, NULL, start); }
    if (parse_is(p, TOK_DOUBLESTAR)) {
        return parse_kvpair(p, &key, &value) ? parse_dict(p, key, value, start) : NULL;
    }
    Node *first = parse_star_named_expression(p);
    if (!first) { return NULL; }
    if (!parse_is(p, TOK_COLON)) { return parse_set(p, first, start); }
    if (first->kind == AST_Starred || (first->kind == AST_NamedExpr && !first->paren)) {
        return NULL;
    }
    p->at++;
    value = parse_expression(p);
    if (!value) { return NULL; }
    if (parse_is_comprehension(p)) { return parse_dictcomp(p, first, value, start); }
    return parse_dict(p, first, value, start);
}

// dict, dictcomp: see above
// set: '{' star_named_expressions '}'
// setcomp: '{' named_expression for_if_clauses '}'
Node *parse_brace(Parser *p) {
    const Token *start = p->at++;
    if (!parse_enter(p, PARSE_COST_NEST)) { return NULL; }
    Node *n = parse_brace_inside(p, start);
    parse_leave(p, PARSE_COST_NEST);
    return n;
}

// [expression] of a slice; *ok turns false if there is a bad one.
static Node *parse_bound(Parser *p, bool *ok) {
    if (!parse_starts_expression(parse_kind(p))) { return NULL; }
    Node *n = parse_expression(p);
    *ok = *ok && n;
    return n;
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression
static Node *parse_slice(Parser *p) {
    const Token *start = p->at;
    Node *lower = NULL, *upper = NULL, *step = NULL;
    bool ok = true;
    if (!parse_is(p, TOK_COLON)) {
        lower = parse_named_expression(p);
        if (!lower || !parse_is(p, TOK_COLON)) { return lower; }
        if (lower->kind == AST_NamedExpr && !lower->paren) { return NULL; }
    }
    p->at++;
    upper = parse_bound(p, &ok);
    if (ok && parse_take(p, TOK_COLON)) { step = parse_bound(p, &ok); }
    Node *n = ok ? PARSE_NEW(p, Slice, start) : NULL;
    if (!n) { return NULL; }
    n->as.Slice.lower = lower;
    n->as.Slice.upper = upper;
    n->as.Slice.step = step;
    return n;
}

// starred_expression: '*' expression
static Node *parse_slice_or_starred(Parser *p) {
    const Token *start = p->at;
    if (!parse_take(p, TOK_STAR)) { return parse_slice(p); }
    Node *value = parse_expression(p);
    Node *n = value ? PARSE_NEW(p, Starred, start) : NULL;
    if (n) { n->as.Starred.value = value; }
    return n;
}

// slices: slice !',' | (slice | starred_expression) (',' (slice | starred_expression))* [',']
Node *parse_slices(Parser *p) {
    const Token *start = p->at;
    Node *n = parse_slice_or_starred(p);
    if (!n || (!parse_is(p, TOK_COMMA) && n->kind != AST_Starred)) { return n; }
    uint32_t mark = p->n_stack;
    if (!parse_push(p, n)) { return NULL; }
    while (parse_take(p, TOK_COMMA)) {
        if (parse_is(p, TOK_RSQB)) { break; }
        n = parse_slice_or_starred(p);
        if (!n || !parse_push(p, n)) { return NULL; }
    }
    n = PARSE_NEW(p, Tuple, start);
    return n && parse_seq(p, mark, &n->as.Tuple.elts) ? n : NULL;
}
