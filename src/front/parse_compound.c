// parse_compound.c: statements with blocks: if, while, for, with, try, def, class. match is in
// parse_pattern.c, type parameters are in parse_type.c.
#include "front/parser.h"

// --- if, while, for ------------------------------------------------------------------------------

// else_block: 'else' ':' block
static bool parse_else(Parser *p, NodeSeq *out) {
    *out = (NodeSeq){NULL, 0};
    if (!parse_take(p, TOK_ELSE)) { return true; }
    return parse_take(p, TOK_COLON) && parse_block(p, out);
}

// 'if' or 'elif', up to its block
static Node *parse_if_part(Parser *p) {
    const Token *start = p->at++;
    NodeSeq body;
    Node *test = parse_named_expression(p);
    if (!test || !parse_take(p, TOK_COLON) || !parse_block(p, &body)) { return NULL; }
    Node *n = PARSE_NEW(p, If, start);
    if (!n) { return NULL; }
    n->as.If.test = test;
    n->as.If.body = body;
    return n;
}

// if_stmt: 'if' named_expression ':' block ('elif' named_expression ':' block)* [else_block]
// Each elif is an If that is all of its predecessor's orelse; a loop, since chains may be long.
static Node *parse_if(Parser *p) {
    Node *first = parse_if_part(p), *last = first;
    while (last && parse_is(p, TOK_ELIF)) {
        Node *n = parse_if_part(p);
        Node **slot = n ? parse_alloc(p, sizeof(Node *)) : NULL;
        if (!slot) { return NULL; }
        *slot = n;
        last->as.If.orelse = (NodeSeq){slot, 1};
        last = n;
    }
    if (!last || !parse_else(p, &last->as.If.orelse)) { return NULL; }
    for (Node *n = first; n != last; n = n->as.If.orelse.items[0]) { parse_end_statement(p, n); }
    parse_end_statement(p, last);
    return first;
}

// while_stmt: 'while' named_expression ':' block [else_block]
static Node *parse_while(Parser *p) {
    const Token *start = p->at++;
    NodeSeq body, orelse;
    Node *test = parse_named_expression(p);
    if (!test || !parse_take(p, TOK_COLON) || !parse_block(p, &body) || !parse_else(p, &orelse)) {
        return NULL;
    }
    Node *n = PARSE_NEW(p, While, start);
    if (!n) { return NULL; }
    n->as.While.test = test;
    n->as.While.body = body;
    n->as.While.orelse = orelse;
    return n;
}

// for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block [else_block]
static Node *parse_for(Parser *p, const Token *start, bool is_async) {
    NodeSeq body, orelse;
    p->at++;
    Node *target = parse_star_targets(p);
    if (!target || !parse_take(p, TOK_IN)) { return NULL; }
    Node *iter = parse_star_expressions(p);
    if (!iter || !parse_take(p, TOK_COLON) || !parse_block(p, &body) || !parse_else(p, &orelse)) {
        return NULL;
    }
    Node *n = PARSE_NEW(p, For, start); // AsyncFor has the same fields
    if (!n) { return NULL; }
    n->kind = is_async ? AST_AsyncFor : AST_For;
    n->as.For.target = target;
    n->as.For.iter = iter;
    n->as.For.body = body;
    n->as.For.orelse = orelse;
    return n;
}

// --- with ----------------------------------------------------------------------------------------

// with_item: expression 'as' star_target &(',' | ')' | ':') | expression
static Node *parse_with_item(Parser *p) {
    const Token *start = p->at;
    Node *expr = parse_expression(p), *vars = NULL;
    if (!expr) { return NULL; }
    if (parse_take(p, TOK_AS)) {
        vars = parse_star_target(p);
        if (!vars) { return NULL; }
    }
    Node *n = PARSE_NEW(p, withitem, start);
    if (!n) { return NULL; }
    n->as.withitem.context_expr = expr;
    n->as.withitem.optional_vars = vars;
    return n;
}

// with_item (',' with_item)*, and in parentheses [','] ')', up to the ':'
static bool parse_with_items(Parser *p, bool paren, NodeSeq *out) {
    uint32_t mark = p->n_stack;
    do {
        Node *n = parse_with_item(p);
        if (!n || !parse_push(p, n)) { return false; }
    } while (parse_take(p, TOK_COMMA) && !(paren && parse_is(p, TOK_RPAR)));
    if (paren && !parse_take(p, TOK_RPAR)) { return false; }
    return parse_take(p, TOK_COLON) && parse_seq(p, mark, out);
}

// with_stmt: ['async'] 'with' '(' with_item (',' with_item)* [','] ')' ':' block
//          | ['async'] 'with' with_item (',' with_item)* ':' block
// Only what stands behind the ')' tells the two apart, so the first is tried and may be taken back.
static Node *parse_with(Parser *p, const Token *start, bool is_async) {
    NodeSeq items, body;
    p->at++;
    bool done = false;
    if (parse_is(p, TOK_LPAR)) {
        const Token *open = p->at++;
        uint32_t mark = p->n_stack, depth = p->depth;
        done = parse_enter(p, PARSE_COST_NEST) && parse_with_items(p, true, &items);
        p->depth = depth;
        if (!done) {
            if (p->f->error.kind != FRONT_OK) { return NULL; }
            p->f->work += (uint64_t)(p->at - open);
            p->at = open;
            p->n_stack = mark;
        }
    }
    if ((!done && !parse_with_items(p, false, &items)) || !parse_block(p, &body)) { return NULL; }
    Node *n = PARSE_NEW(p, With, start); // AsyncWith has the same fields
    if (!n) { return NULL; }
    n->kind = is_async ? AST_AsyncWith : AST_With;
    n->as.With.items = items;
    n->as.With.body = body;
    return n;
}

// --- try -----------------------------------------------------------------------------------------

// except_block: 'except' ':' block | 'except' expression 'as' NAME ':' block
//             | 'except' expressions ':' block, and with '*' behind 'except' the last two
static Node *parse_except(Parser *p, bool star) {
    const Token *start = p->at++;
    Node *type = NULL;
    Name *name = NULL;
    NodeSeq body;
    if (star != parse_take(p, TOK_STAR)) { return NULL; }
    if (star || !parse_is(p, TOK_COLON)) {
        const Token *type_start = p->at;
        type = parse_expressions(p);
        if (!type) { return NULL; }
        bool listed =
            type->kind == AST_Tuple && type->col_offset == type_start->col && !type->paren;
        if (!listed && parse_take(p, TOK_AS)) {
            name = parse_name(p);
            if (!name) { return NULL; }
        }
    }
    if (!parse_take(p, TOK_COLON) || !parse_block(p, &body)) { return NULL; }
    Node *n = PARSE_NEW(p, ExceptHandler, start);
    if (!n) { return NULL; }
    parse_end_statement(p, n);
    n->as.ExceptHandler.type = type;
    n->as.ExceptHandler.name = name;
    n->as.ExceptHandler.body = body;
    return n;
}

// try_stmt: 'try' ':' block finally_block
//         | 'try' ':' block except_block+ [else_block] [finally_block]
// finally_block: 'finally' ':' block
static Node *parse_try(Parser *p) {
    const Token *start = p->at++;
    NodeSeq body, handlers = {NULL, 0}, orelse = {NULL, 0}, finalbody = {NULL, 0};
    if (!parse_take(p, TOK_COLON) || !parse_block(p, &body)) { return NULL; }
    bool star = parse_is(p, TOK_EXCEPT) && p->at[1].kind == TOK_STAR;
    if (parse_is(p, TOK_EXCEPT)) {
        uint32_t mark = p->n_stack;
        while (parse_is(p, TOK_EXCEPT)) {
            Node *n = parse_except(p, star);
            if (!n || !parse_push(p, n)) { return NULL; }
        }
        if (!parse_seq(p, mark, &handlers) || !parse_else(p, &orelse)) { return NULL; }
    } else if (!parse_is(p, TOK_FINALLY)) {
        return NULL;
    }
    if (parse_take(p, TOK_FINALLY)) {
        if (!parse_take(p, TOK_COLON) || !parse_block(p, &finalbody)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, Try, start); // TryStar has the same fields
    if (!n) { return NULL; }
    n->kind = star ? AST_TryStar : AST_Try;
    n->as.Try.body = body;
    n->as.Try.handlers = handlers;
    n->as.Try.orelse = orelse;
    n->as.Try.finalbody = finalbody;
    return n;
}

// --- def, class ----------------------------------------------------------------------------------

// function_def_raw: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
static Node *parse_def(Parser *p, NodeSeq decorators) {
    const Token *start = p->at;
    bool is_async = parse_take(p, TOK_ASYNC);
    p->at++;
    NodeSeq type_params, body;
    Node *returns = NULL;
    Name *name = parse_name(p);
    if (!name || !parse_type_params(p, &type_params) || !parse_take(p, TOK_LPAR)) { return NULL; }
    Node *args = parse_parameters(p, TOK_RPAR);
    if (!args || !parse_take(p, TOK_RPAR)) { return NULL; }
    if (parse_take(p, TOK_ARROW)) {
        returns = parse_expression(p);
        if (!returns) { return NULL; }
    }
    if (!parse_take(p, TOK_COLON) || !parse_block(p, &body)) { return NULL; }
    Node *n = PARSE_NEW(p, FunctionDef, start); // AsyncFunctionDef has the same fields
    if (!n) { return NULL; }
    n->kind = is_async ? AST_AsyncFunctionDef : AST_FunctionDef;
    n->as.FunctionDef.name = name;
    n->as.FunctionDef.args = args;
    n->as.FunctionDef.body = body;
    n->as.FunctionDef.decorator_list = decorators;
    n->as.FunctionDef.returns = returns;
    n->as.FunctionDef.type_params = type_params;
    return n;
}

// class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
static Node *parse_class(Parser *p, NodeSeq decorators) {
    const Token *start = p->at++;
    NodeSeq type_params, bases = {NULL, 0}, keywords = {NULL, 0}, body;
    Name *name = parse_name(p);
    if (!name || !parse_type_params(p, &type_params) ||
        !parse_class_arguments(p, &bases, &keywords) || !parse_take(p, TOK_COLON) ||
        !parse_block(p, &body)) {
        return NULL;
    }
    Node *n = PARSE_NEW(p, ClassDef, start);
    if (!n) { return NULL; }
    n->as.ClassDef.name = name;
    n->as.ClassDef.bases = bases;
    n->as.ClassDef.keywords = keywords;
    n->as.ClassDef.body = body;
    n->as.ClassDef.decorator_list = decorators;
    n->as.ClassDef.type_params = type_params;
    return n;
}

// decorators: ('@' named_expression NEWLINE)+, then a def or class
Node *parse_definition(Parser *p) {
    uint32_t mark = p->n_stack;
    NodeSeq decorators;
    while (parse_take(p, TOK_AT)) {
        Node *n = parse_named_expression(p);
        if (!n || !parse_push(p, n) || !parse_take(p, TOK_NEWLINE)) { return NULL; }
    }
    if (!parse_seq(p, mark, &decorators)) { return NULL; }
    if (parse_is(p, TOK_CLASS)) { return parse_class(p, decorators); }
    bool def = parse_is(p, TOK_DEF) || (parse_is(p, TOK_ASYNC) && p->at[1].kind == TOK_DEF);
    return def ? parse_def(p, decorators) : NULL;
}

static Node *parse_async(Parser *p) {
    const Token *start = p->at;
    switch (start[1].kind) {
    case TOK_DEF: return parse_definition(p);
    case TOK_FOR: p->at++; return parse_for(p, start, true);
    case TOK_WITH: p->at++; return parse_with(p, start, true);
    default: p->at++; return NULL;
    }
}

// compound_stmt: function_def | if_stmt | class_def | with_stmt | for_stmt | try_stmt | while_stmt
//              | match_stmt
// *is_simple is set when none of them stands here.
Node *parse_compound(Parser *p, bool *is_simple) {
    switch (parse_kind(p)) {
    case TOK_IF: return parse_if(p);
    case TOK_FOR: return parse_for(p, p->at, false);
    case TOK_WHILE: return parse_while(p);
    case TOK_TRY: return parse_try(p);
    case TOK_WITH: return parse_with(p, p->at, false);
    case TOK_DEF:
    case TOK_CLASS:
    case TOK_AT: return parse_definition(p);
    case TOK_ASYNC: return parse_async(p);
    case TOK_NAME:
        if (p->at->as.name->keyword == TOK_SOFT_MATCH) { return parse_match_stmt(p, is_simple); }
        *is_simple = true;
        return NULL;
    default: *is_simple = true; return NULL;
    }
}
