// parse_target.c: targets of assignment, for, with and del. A target is read as the expression it
// looks like and then checked and turned round: what a target may be is a subset of that.
#include "front/parser.h"

static bool parse_targets(NodeSeq *seq, ExprContext ctx) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!parse_to_target(seq->items[i], ctx)) { return false; }
    }
    return true;
}

bool parse_to_target(Node *n, ExprContext ctx) {
    switch (n->kind) {
    case AST_Name: n->as.Name.ctx = ctx; return true;
    case AST_Attribute: n->as.Attribute.ctx = ctx; return true;
    case AST_Subscript: n->as.Subscript.ctx = ctx; return true;
    case AST_Starred:
        n->as.Starred.ctx = ctx;
        return ctx == CTX_Store && parse_to_target(n->as.Starred.value, ctx);
    case AST_List: n->as.List.ctx = ctx; return parse_targets(&n->as.List.elts, ctx);
    case AST_Tuple: n->as.Tuple.ctx = ctx; return parse_targets(&n->as.Tuple.elts, ctx);
    default: return false;
    }
}

bool parse_to_single_target(Node *n) {
    bool single = n->kind == AST_Name || n->kind == AST_Attribute || n->kind == AST_Subscript;
    return single && parse_to_target(n, CTX_Store);
}

// star_target: '*' (!'*' star_target) | target_with_star_atom
Node *parse_star_target(Parser *p) {
    const Token *start = p->at;
    bool star = parse_take(p, TOK_STAR);
    Node *n = parse_primary(p);
    if (!n || !parse_to_target(n, CTX_Store)) { return NULL; }
    if (!star) { return n; }
    Node *starred = PARSE_NEW(p, Starred, start);
    if (!starred) { return NULL; }
    starred->as.Starred.value = n;
    starred->as.Starred.ctx = CTX_Store;
    return starred;
}

// (',' target)* [','] behind the first, pushing all
static bool parse_more_targets(Parser *p, Node *first, bool stars) {
    if (!first || !parse_push(p, first)) { return false; }
    while (parse_take(p, TOK_COMMA)) {
        if (!parse_starts_expression(parse_kind(p)) && !(stars && parse_is(p, TOK_STAR))) { break; }
        Node *n = stars ? parse_star_target(p) : parse_primary(p);
        if (!n || (!stars && !parse_to_target(n, CTX_Del)) || !parse_push(p, n)) { return false; }
    }
    return true;
}

// star_targets: star_target (',' star_target)* [',']
Node *parse_star_targets(Parser *p) {
    const Token *start = p->at;
    Node *first = parse_star_target(p);
    if (!first || !parse_is(p, TOK_COMMA)) { return first; }
    uint32_t mark = p->n_stack;
    if (!parse_more_targets(p, first, true)) { return NULL; }
    Node *n = PARSE_NEW(p, Tuple, start);
    if (!n || !parse_seq(p, mark, &n->as.Tuple.elts)) { return NULL; }
    n->as.Tuple.ctx = CTX_Store;
    return n;
}

// del_targets: del_target (',' del_target)* [',']
bool parse_del_targets(Parser *p, NodeSeq *out) {
    uint32_t mark = p->n_stack;
    Node *first = parse_primary(p);
    return first && parse_to_target(first, CTX_Del) && parse_more_targets(p, first, false) &&
           parse_seq(p, mark, out);
}
