// parse.c: the parser's entry, and what its files share. See parse.h for the contract, parser.h for
// how it works; read on in parse_stmt.c.
#include "front/diag.h"
#include "front/parser.h"
#include "front/source.h"

bool parse_grow_stack(Parser *p) {
    uint32_t cap = p->stack_cap ? p->stack_cap * 2 : 64;
    Node **stack = ARENA_ARRAY(p->f->arena, Node *, cap);
    if (!stack) { return front_out_of_memory(p->f) != NULL; }
    if (p->n_stack) { memcpy(stack, p->stack, p->n_stack * sizeof(Node *)); }
    p->stack = stack;
    p->stack_cap = cap;
    return true;
}

bool parse_seq(Parser *p, uint32_t mark, NodeSeq *out) {
    uint32_t len = p->n_stack - mark;
    out->len = len;
    out->items = NULL;
    if (len == 0) { return true; }
    out->items = parse_alloc(p, len * sizeof(Node *));
    if (!out->items) { return false; }
    memcpy(out->items, p->stack + mark, len * sizeof(Node *));
    p->n_stack = mark;
    return true;
}

void parse_end_statement(const Parser *p, Node *n) {
    const Token *t = p->at - 1;
    while (t > p->tokens && (t->kind == TOK_NEWLINE || t->kind == TOK_DEDENT)) { t--; }
    n->end_lineno = t->end_lineno;
    n->end_col_offset = token_end_col(t);
}

// CPython's lexer stands on the line of the token being looked at, and an
// error's text is that line with its newline, or an earlier line without.
void *parse_fail_place(Parser *p, const char *message, uint32_t lineno, uint32_t col,
                       uint32_t end_lineno, uint32_t end_col) {
    p->read = p->at - 1;
    bool newline = (p->last ? p->last : p->at)->end_lineno <= lineno;
    return front_error_span(p->f, message, newline, lineno, col, end_lineno, end_col);
}

void *parse_fail_range(Parser *p, const Token *a, const Token *b, const char *message) {
    return parse_fail_place(p, message, a->lineno, a->col, b->end_lineno, token_end_col(b));
}

void *parse_fail(Parser *p, const Token *t, const char *message) {
    parse_fail_range(p, t, t, message);
    if (token_is_bare(t)) {
        p->f->error.offset--;
        p->f->error.end_offset = -1;
    }
    return NULL;
}

void *parse_fail_node(Parser *p, const Node *n, const char *message) {
    return parse_fail_place(p, message, n->lineno, n->col_offset, n->end_lineno, n->end_col_offset);
}

// --- Entry ---------------------------------------------------------------------------------------

// The tree's root. It spans the tokens taken, of which there may be none.
static Node *parse_root(Parser *p, AstKind kind, size_t size) {
    Node *n = parse_alloc(p, size);
    if (!n) { return NULL; }
    n->kind = (uint8_t)kind;
    n->lineno = p->tokens->lineno;
    if (p->at > p->tokens) { parse_set_end(p, n); }
    return n;
}

// file: statement* END
static Node *parse_file(Parser *p) {
    while (!parse_is(p, TOK_END)) {
        p->before = p->statement;
        p->n_before = p->n_statements;
        p->statement = p->at;
        p->n_statements = p->n_stack;
        if (!parse_statement(p)) { return NULL; }
    }
    Node *n = parse_root(p, AST_Module, PARSE_SIZE(Module));
    return n && parse_seq(p, 0, &n->as.Module.body) ? n : NULL;
}

// eval: expressions NEWLINE* END
static Node *parse_eval(Parser *p) {
    Node *body = parse_expressions(p);
    while (parse_take(p, TOK_NEWLINE)) {}
    if (!body || !parse_is(p, TOK_END)) { return NULL; }
    Node *n = parse_root(p, AST_Expression, PARSE_SIZE(Expression));
    if (n) { n->as.Expression.body = body; }
    return n;
}

// interactive: compound_stmt NEWLINE | simple_stmts
static Node *parse_single(Parser *p) {
    bool simple = false;
    Node *n = parse_compound(p, &simple);
    if (simple) {
        if (!parse_simple_stmts(p)) { return NULL; }
    } else {
        if (!n) { return NULL; }
        parse_end_statement(p, n);
        if (!parse_push(p, n) || !parse_take(p, TOK_NEWLINE)) { return NULL; }
    }
    n = parse_root(p, AST_Interactive, PARSE_SIZE(Interactive));
    return n && parse_seq(p, 0, &n->as.Interactive.body) ? n : NULL;
}

// Warnings of the lexer come before those of the parser; CPython's come by line.
static void parse_sort_warnings(Front *f, FrontWarning *last_of_lexer) {
    if (!last_of_lexer || !last_of_lexer->next) { return; }
    FrontWarning *a = f->warnings, *b = last_of_lexer->next, *list = NULL, **tail = &list;
    last_of_lexer->next = NULL;
    while (a && b) {
        FrontWarning **from = b->lineno < a->lineno ? &b : &a;
        FrontWarning *w = *from;
        *from = w->next;
        *tail = w;
        tail = &w->next;
    }
    *tail = a ? a : b;
    f->warnings = list;
    while (*tail) { tail = &(*tail)->next; }
    for (f->last_warning = list; f->last_warning->next;) {
        f->last_warning = f->last_warning->next;
    }
}

Node *front_parse(Front *f) {
    if (!source_prepare(f)) { return NULL; }
    Lexer *lexer = lex_all(f);
    if (!lexer) { return NULL; }
    FrontWarning *last_of_lexer = f->last_warning;
    Parser parser = {.f = f, .lexer = lexer, .tokens = lexer->tokens, .at = lexer->tokens};
    parser.statement = parser.before = lexer->tokens;
    Parser *p = &parser;
    Node *tree = f->mode == FRONT_EXEC   ? parse_file(p)
                 : f->mode == FRONT_EVAL ? parse_eval(p)
                                         : parse_single(p);
    f->work += lexer->n_tokens;
    if (f->arena->failed) { return front_out_of_memory(f); }
    if (f->work > f->work_limit) { return front_out_of_work(f); }
    parse_sort_warnings(f, last_of_lexer);
    if (tree && f->mode == FRONT_SINGLE && !diag_is_single(p)) { return NULL; }
    if (!tree) { diag_explain(p); }
    return tree;
}
