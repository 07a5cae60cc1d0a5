// parse_stmt.c: statements of one line, blocks, and the dispatch to the compound ones.
#include "front/parser.h"

// --- Assignment and expression statements --------------------------------------------------------

// assignment: target ':' expression ['=' annotated_rhs], of which the target is read
static Node *parse_annotated(Parser *p, Node *target, const Token *start) {
    bool simple = target->kind == AST_Name && !target->paren;
    if (!parse_to_single_target(target)) { return NULL; }
    p->at++;
    Node *annotation = parse_expression(p), *value = NULL;
    if (!annotation) { return NULL; }
    if (parse_take(p, TOK_EQUAL)) {
        value = parse_yield_or_star_expressions(p);
        if (!value) { return NULL; }
    }
    Node *n = PARSE_NEW(p, AnnAssign, start);
    if (!n) { return NULL; }
    n->as.AnnAssign.target = target;
    n->as.AnnAssign.annotation = annotation;
    n->as.AnnAssign.value = value;
    n->as.AnnAssign.simple = simple;
    return n;
}

// assignment: (star_targets '=')+ annotated_rhs !'=', of which the first is read
static Node *parse_assign(Parser *p, Node *first, const Token *start) {
    uint32_t mark = p->n_stack;
    Node *value = first;
    while (parse_take(p, TOK_EQUAL)) {
        if (!parse_to_target(value, CTX_Store) || !parse_push(p, value)) { return NULL; }
        value = parse_yield_or_star_expressions(p);
        if (!value) { return NULL; }
    }
    Node *n = PARSE_NEW(p, Assign, start);
    if (!n || !parse_seq(p, mark, &n->as.Assign.targets)) { return NULL; }
    n->as.Assign.value = value;
    return n;
}

// assignment: single_target augassign annotated_rhs, of which the target is read
static Node *parse_augmented(Parser *p, Node *target, const Token *start) {
    uint8_t op = (uint8_t)(parse_kind(p) - TOK_PLUSEQUAL);
    if (!parse_to_single_target(target)) { return NULL; }
    p->at++;
    Node *value = parse_yield_or_star_expressions(p);
    Node *n = value ? PARSE_NEW(p, AugAssign, start) : NULL;
    if (!n) { return NULL; }
    n->as.AugAssign.target = target;
    n->as.AugAssign.op = op;
    n->as.AugAssign.value = value;
    return n;
}

// assignment | star_expressions | yield_expr
static Node *parse_expression_stmt(Parser *p) {
    const Token *start = p->at;
    Node *value = parse_yield_or_star_expressions(p);
    if (!value) { return NULL; }
    uint8_t kind = parse_kind(p);
    if (kind == TOK_EQUAL) { return parse_assign(p, value, start); }
    if (kind == TOK_COLON) { return parse_annotated(p, value, start); }
    if (kind >= TOK_PLUSEQUAL && kind <= TOK_DOUBLESLASHEQUAL) {
        return parse_augmented(p, value, start);
    }
    Node *n = PARSE_NEW(p, Expr, start);
    if (n) { n->as.Expr.value = value; }
    return n;
}

// --- Keyword statements --------------------------------------------------------------------------

static bool parse_at_stmt_end(const Parser *p) {
    return parse_is(p, TOK_NEWLINE) || parse_is(p, TOK_SEMI);
}

// return_stmt: 'return' [star_expressions]
static Node *parse_return(Parser *p) {
    const Token *start = p->at++;
    Node *value = NULL;
    if (!parse_at_stmt_end(p)) {
        value = parse_star_expressions(p);
        if (!value) { return NULL; }
    }
    Node *n = PARSE_NEW(p, Return, start);
    if (n) { n->as.Return.value = value; }
    return n;
}

// raise_stmt: 'raise' [expression ['from' expression]]
static Node *parse_raise(Parser *p) {
    const Token *start = p->at++;
    Node *exc = NULL, *cause = NULL;
    if (!parse_at_stmt_end(p)) {
        exc = parse_expression(p);
        if (!exc) { return NULL; }
        if (parse_take(p, TOK_FROM)) {
            cause = parse_expression(p);
            if (!cause) { return NULL; }
        }
    }
    Node *n = PARSE_NEW(p, Raise, start);
    if (!n) { return NULL; }
    n->as.Raise.exc = exc;
    n->as.Raise.cause = cause;
    return n;
}

// assert_stmt: 'assert' expression [',' expression]
static Node *parse_assert(Parser *p) {
    const Token *start = p->at++;
    Node *test = parse_expression(p), *msg = NULL;
    if (!test) { return NULL; }
    if (parse_take(p, TOK_COMMA)) {
        msg = parse_expression(p);
        if (!msg) { return NULL; }
    }
    Node *n = PARSE_NEW(p, Assert, start);
    if (!n) { return NULL; }
    n->as.Assert.test = test;
    n->as.Assert.msg = msg;
    return n;
}

// del_stmt: 'del' del_targets
static Node *parse_del(Parser *p) {
    const Token *start = p->at++;
    NodeSeq targets;
    if (!parse_del_targets(p, &targets)) { return NULL; }
    Node *n = PARSE_NEW(p, Delete, start);
    if (n) { n->as.Delete.targets = targets; }
    return n;
}

// global_stmt: 'global' NAME (',' NAME)*, and the same with 'nonlocal'
static Node *parse_global(Parser *p) {
    const Token *start = p->at++;
    uint32_t n_names = 0;
    for (const Token *t = start + 1; t->kind == TOK_NAME; t += 2) {
        n_names++;
        if (t[1].kind != TOK_COMMA) { break; }
    }
    Name **names = ARENA_ARRAY(p->f->arena, Name *, n_names + 1);
    if (!names) { return front_out_of_memory(p->f); }
    uint32_t i = 0;
    do {
        Name *name = parse_name(p);
        if (!name) { return NULL; }
        names[i++] = name;
    } while (parse_take(p, TOK_COMMA));
    Node *n =
        start->kind == TOK_GLOBAL ? PARSE_NEW(p, Global, start) : PARSE_NEW(p, Nonlocal, start);
    if (!n) { return NULL; }
    NameSeq seq = {names, i};
    if (start->kind == TOK_GLOBAL) {
        n->as.Global.names = seq;
    } else {
        n->as.Nonlocal.names = seq;
    }
    return n;
}

static Node *parse_word(Parser *p, AstKind kind) {
    p->at++;
    return parse_node(p, kind, offsetof(Node, as) + 8, p->at - 1);
}

// type_alias: "type" NAME [type_params] '=' expression
static bool parse_at_type_alias(const Parser *p) {
    return parse_is_soft(p->at, TOK_SOFT_TYPE) && p->at[1].kind == TOK_NAME;
}

static Node *parse_simple_stmt(Parser *p) {
    switch (parse_kind(p)) {
    case TOK_NAME:
        if (NX_UNLIKELY(parse_at_type_alias(p))) { return parse_type_alias(p); }
        return parse_expression_stmt(p);
    case TOK_RETURN: return parse_return(p);
    case TOK_IMPORT:
    case TOK_FROM: return parse_import_stmt(p);
    case TOK_RAISE: return parse_raise(p);
    case TOK_PASS: return parse_word(p, AST_Pass);
    case TOK_BREAK: return parse_word(p, AST_Break);
    case TOK_CONTINUE: return parse_word(p, AST_Continue);
    case TOK_DEL: return parse_del(p);
    case TOK_ASSERT: return parse_assert(p);
    case TOK_GLOBAL:
    case TOK_NONLOCAL: return parse_global(p);
    default: return parse_expression_stmt(p);
    }
}

// simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE
bool parse_simple_stmts(Parser *p) {
    do {
        Node *n = parse_simple_stmt(p);
        if (!n || !parse_push(p, n)) { return false; }
        if (NX_LIKELY(parse_take(p, TOK_NEWLINE))) { return true; }
    } while (parse_take(p, TOK_SEMI) && !parse_is(p, TOK_NEWLINE));
    return parse_take(p, TOK_NEWLINE);
}

// --- Blocks --------------------------------------------------------------------------------------

// statement: compound_stmt | simple_stmts
bool parse_statement(Parser *p) {
    bool simple = false;
    Node *n = parse_compound(p, &simple);
    if (simple) { return parse_simple_stmts(p); }
    if (!n) { return false; }
    parse_end_statement(p, n);
    return parse_push(p, n);
}

// block: NEWLINE INDENT statement+ DEDENT | simple_stmts
bool parse_block(Parser *p, NodeSeq *out) {
    uint32_t mark = p->n_stack;
    if (!parse_take(p, TOK_NEWLINE)) { return parse_simple_stmts(p) && parse_seq(p, mark, out); }
    if (!parse_take(p, TOK_INDENT) || !parse_enter(p, PARSE_COST_BLOCK)) { return false; }
    do {
        if (!parse_statement(p)) { return false; }
    } while (!parse_take(p, TOK_DEDENT));
    parse_leave(p, PARSE_COST_BLOCK);
    return parse_seq(p, mark, out);
}

// --- Imports -------------------------------------------------------------------------------------

// dotted_name: NAME ('.' NAME)*
static Name *parse_dotted_name(Parser *p) {
    const Token *start = p->at;
    Name *name = parse_name(p);
    size_t len = name ? name->len : 0;
    if (!name || !parse_is(p, TOK_DOT)) { return name; }
    while (parse_take(p, TOK_DOT)) {
        Name *part = parse_name(p);
        if (!part) { return NULL; }
        len += 1 + part->len;
    }
    char *text = parse_alloc(p, (len + 8) & ~(size_t)7);
    if (!text) { return NULL; }
    size_t at = 0;
    for (const Token *t = start; t < p->at; t += 2) {
        if (at) { text[at++] = '.'; }
        memcpy(text + at, t->as.name->text, t->as.name->len);
        at += t->as.name->len;
    }
    return front_name(p->f, text, len);
}

// dotted_as_name: dotted_name ['as' NAME]; import_from_as_name: NAME ['as' NAME]
static Node *parse_alias(Parser *p, bool dotted) {
    const Token *start = p->at;
    Name *name = dotted ? parse_dotted_name(p) : parse_name(p), *asname = NULL;
    if (!name) { return NULL; }
    if (parse_take(p, TOK_AS)) {
        asname = parse_name(p);
        if (!asname) { return NULL; }
    }
    Node *n = PARSE_NEW(p, alias, start);
    if (!n) { return NULL; }
    n->as.alias.name = name;
    n->as.alias.asname = asname;
    return n;
}

static Node *parse_star_alias(Parser *p) {
    const Token *start = p->at++;
    Node *n = PARSE_NEW(p, alias, start);
    Name *star = front_name(p->f, "*", 1);
    if (!n || !star) { return NULL; }
    n->as.alias.name = star;
    return n;
}

// import_from_targets: '(' alias (',' alias)* [','] ')' | alias (',' alias)* !',' | '*'
static bool parse_import_targets(Parser *p, NodeSeq *out) {
    uint32_t mark = p->n_stack;
    if (parse_is(p, TOK_STAR)) {
        Node *n = parse_star_alias(p);
        return n && parse_push(p, n) && parse_seq(p, mark, out);
    }
    bool paren = parse_take(p, TOK_LPAR);
    do {
        Node *n = parse_alias(p, false);
        if (!n || !parse_push(p, n)) { return false; }
    } while (parse_take(p, TOK_COMMA) && !(paren && parse_is(p, TOK_RPAR)));
    return (!paren || parse_take(p, TOK_RPAR)) && parse_seq(p, mark, out);
}

// `<>` is an operator from here on if the source asks for it: the lexer's tokens do not change.
static void parse_future_import(Parser *p, const Node *n) {
    const NodeSeq *names = &n->as.ImportFrom.names;
    const Name *module = n->as.ImportFrom.module;
    if (!module || n->as.ImportFrom.level != 0 || strcmp(module->text, "__future__") != 0) {
        return;
    }
    for (uint32_t i = 0; i < names->len; i++) {
        if (strcmp(names->items[i]->as.alias.name->text, "barry_as_FLUFL") == 0) {
            p->f->future |= FUTURE_BARRY_AS_FLUFL;
        }
    }
}

// import_from: 'from' ('.' | '...')* dotted_name 'import' targets
//            | 'from' ('.' | '...')+ 'import' targets
static Node *parse_import_from(Parser *p) {
    const Token *start = p->at++;
    int32_t level = 0;
    Name *module = NULL;
    NodeSeq names;
    while (parse_is(p, TOK_DOT) || parse_is(p, TOK_ELLIPSIS)) {
        level += parse_is(p, TOK_DOT) ? 1 : 3;
        p->at++;
    }
    if (level == 0 || !parse_is(p, TOK_IMPORT)) {
        module = parse_dotted_name(p);
        if (!module) { return NULL; }
    }
    if (!parse_take(p, TOK_IMPORT) || !parse_import_targets(p, &names)) { return NULL; }
    Node *n = PARSE_NEW(p, ImportFrom, start);
    if (!n) { return NULL; }
    n->as.ImportFrom.module = module;
    n->as.ImportFrom.names = names;
    n->as.ImportFrom.level = level;
    parse_future_import(p, n);
    return n;
}

// import_name: 'import' dotted_as_name (',' dotted_as_name)*
Node *parse_import_stmt(Parser *p) {
    const Token *start = p->at;
    if (parse_is(p, TOK_FROM)) { return parse_import_from(p); }
    uint32_t mark = p->n_stack;
    p->at++;
    do {
        Node *n = parse_alias(p, true);
        if (!n || !parse_push(p, n)) { return NULL; }
    } while (parse_take(p, TOK_COMMA));
    Node *n = PARSE_NEW(p, Import, start);
    return n && parse_seq(p, mark, &n->as.Import.names) ? n : NULL;
}
