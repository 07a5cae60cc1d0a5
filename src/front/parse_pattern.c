// parse_pattern.c: the match statement and its patterns (PEP 634).
#include "front/literal.h"
#include "front/parser.h"

static Node *parse_pattern(Parser *p);
static Node *parse_or_pattern(Parser *p);

// --- Literals ------------------------------------------------------------------------------------

static Node *parse_signed(Parser *p) {
    const Token *start = p->at;
    bool minus = parse_take(p, TOK_MINUS);
    if (!parse_is(p, TOK_NUMBER)) { return NULL; }
    Node *number = parse_number(p);
    if (!number || !minus) { return number; }
    Node *n = PARSE_NEW(p, UnaryOp, start);
    if (!n) { return NULL; }
    n->as.UnaryOp.op = UNARY_USub;
    n->as.UnaryOp.operand = number;
    return n;
}

static bool parse_is_imaginary(const Node *n) { return n->as.Constant.value.type == CONST_COMPLEX; }

// signed_number: NUMBER | '-' NUMBER
// complex_number: signed_number ('+' | '-') NUMBER, a real and an imaginary one
static Node *parse_pattern_number(Parser *p) {
    const Token *start = p->at;
    Node *real = parse_signed(p);
    if (!real || (!parse_is(p, TOK_PLUS) && !parse_is(p, TOK_MINUS))) { return real; }
    const Node *digits = real->kind == AST_UnaryOp ? real->as.UnaryOp.operand : real;
    if (parse_is_imaginary(digits)) {
        return parse_fail_node(p, digits, "real number required in complex literal");
    }
    BinOperator op = parse_is(p, TOK_PLUS) ? BIN_Add : BIN_Sub;
    p->at++;
    if (!parse_is(p, TOK_NUMBER)) { return NULL; }
    Node *imag = parse_number(p);
    if (!imag) { return NULL; }
    if (!parse_is_imaginary(imag)) {
        return parse_fail_node(p, imag, "imaginary number required in complex literal");
    }
    Node *n = PARSE_NEW(p, BinOp, start);
    if (!n) { return NULL; }
    n->as.BinOp.left = real;
    n->as.BinOp.op = op;
    n->as.BinOp.right = imag;
    return n;
}

static Node *parse_match_value(Parser *p, Node *value, const Token *start) {
    Node *n = value ? PARSE_NEW(p, MatchValue, start) : NULL;
    if (n) { n->as.MatchValue.value = value; }
    return n;
}

static Node *parse_singleton(Parser *p, ConstType type) {
    const Token *start = p->at++;
    Node *n = PARSE_NEW(p, MatchSingleton, start);
    if (n) { n->as.MatchSingleton.value.type = (uint8_t)type; }
    return n;
}

// --- Names ---------------------------------------------------------------------------------------

// pattern_capture_target: !"_" NAME !('.' | '(' | '=')
static Name *parse_capture_target(Parser *p) {
    uint8_t next = p->at->kind == TOK_NAME ? p->at[1].kind : TOK_END;
    if (!parse_is(p, TOK_NAME) || parse_is_soft(p->at, TOK_SOFT_UNDERSCORE) || next == TOK_DOT ||
        next == TOK_LPAR || next == TOK_EQUAL) {
        return NULL;
    }
    return parse_name(p);
}

// name_or_attr: NAME ('.' NAME)*
static Node *parse_name_or_attr(Parser *p) {
    const Token *start = p->at++;
    Node *n = PARSE_NEW(p, Name, start);
    if (!n) { return NULL; }
    n->as.Name.id = start->as.name;
    while (n && parse_take(p, TOK_DOT)) {
        Node *value = n;
        Name *attr = parse_name(p);
        n = attr ? PARSE_NEW(p, Attribute, start) : NULL;
        if (!n) { return NULL; }
        n->as.Attribute.value = value;
        n->as.Attribute.attr = attr;
    }
    return n;
}

static Node *parse_match_as(Parser *p, const Token *start, Node *pattern, Name *name) {
    Node *n = PARSE_NEW(p, MatchAs, start);
    if (!n) { return NULL; }
    n->as.MatchAs.pattern = pattern;
    n->as.MatchAs.name = name;
    return n;
}

// keyword_pattern: NAME '=' pattern
static bool parse_keyword_patterns(Parser *p, NameSeq *names, NodeSeq *patterns) {
    uint32_t mark = p->n_stack, cap = 0;
    *names = (NameSeq){NULL, 0};
    while (parse_is(p, TOK_NAME) && p->at[1].kind == TOK_EQUAL) {
        if (names->len == cap) {
            cap = cap ? cap * 2 : 4;
            Name **items = ARENA_ARRAY(p->f->arena, Name *, cap);
            if (!items) { return front_out_of_memory(p->f) != NULL; }
            if (names->len) { memcpy(items, names->items, names->len * sizeof(Name *)); }
            names->items = items;
        }
        names->items[names->len++] = parse_name(p);
        p->at++;
        Node *n = parse_pattern(p);
        if (!n || !parse_push(p, n)) { return false; }
        if (!parse_take(p, TOK_COMMA)) { break; }
    }
    return parse_seq(p, mark, patterns);
}

// class_pattern: name_or_attr '(' [pattern (',' pattern)*] [keyword_pattern (',' keyword_pattern)*]
//                [','] ')'
static Node *parse_class_pattern(Parser *p, Node *cls, const Token *start) {
    uint32_t mark = p->n_stack;
    NodeSeq patterns, kwd_patterns;
    NameSeq kwd_attrs;
    bool comma = true;
    p->at++;
    while (comma && !parse_is(p, TOK_RPAR) &&
           !(parse_is(p, TOK_NAME) && p->at[1].kind == TOK_EQUAL)) {
        Node *n = parse_pattern(p);
        if (!n || !parse_push(p, n)) { return NULL; }
        comma = parse_take(p, TOK_COMMA);
    }
    if (!comma && !parse_is(p, TOK_RPAR)) { return NULL; }
    if (!parse_seq(p, mark, &patterns) || !parse_keyword_patterns(p, &kwd_attrs, &kwd_patterns) ||
        !parse_take(p, TOK_RPAR)) {
        return NULL;
    }
    Node *n = PARSE_NEW(p, MatchClass, start);
    if (!n) { return NULL; }
    n->as.MatchClass.cls = cls;
    n->as.MatchClass.patterns = patterns;
    n->as.MatchClass.kwd_attrs = kwd_attrs;
    n->as.MatchClass.kwd_patterns = kwd_patterns;
    return n;
}

// capture_pattern: pattern_capture_target
// wildcard_pattern: "_"
// value_pattern: attr !('.' | '(' | '=')
static Node *parse_name_pattern(Parser *p) {
    const Token *start = p->at;
    if (parse_is_soft(start, TOK_SOFT_UNDERSCORE)) {
        p->at++;
        return parse_match_as(p, start, NULL, NULL);
    }
    Name *name = parse_capture_target(p);
    if (name) { return parse_match_as(p, start, NULL, name); }
    Node *n = parse_name_or_attr(p);
    if (!n) { return NULL; }
    if (parse_is(p, TOK_LPAR)) { return parse_class_pattern(p, n, start); }
    if (n->kind == AST_Name || parse_is(p, TOK_EQUAL)) { return NULL; }
    return parse_match_value(p, n, start);
}

// --- Sequences and mappings ----------------------------------------------------------------------

// star_pattern: '*' pattern_capture_target | '*' "_"
static Node *parse_star_pattern(Parser *p) {
    const Token *start = p->at++;
    Name *name = NULL;
    if (parse_is_soft(p->at, TOK_SOFT_UNDERSCORE)) {
        p->at++;
    } else if (!(name = parse_capture_target(p))) {
        return NULL;
    }
    Node *n = PARSE_NEW(p, MatchStar, start);
    if (n) { n->as.MatchStar.name = name; }
    return n;
}

// maybe_star_pattern: star_pattern | pattern
static Node *parse_maybe_star_pattern(Parser *p) {
    return parse_is(p, TOK_STAR) ? parse_star_pattern(p) : parse_pattern(p);
}

static bool parse_starts_pattern(const Parser *p) {
    switch (parse_kind(p)) {
    case TOK_NAME:
    case TOK_NUMBER:
    case TOK_MINUS:
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_TSTRING_START:
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_FALSE:
    case TOK_LPAR:
    case TOK_LSQB:
    case TOK_LBRACE:
    case TOK_STAR: return true;
    default: return false;
    }
}

// maybe_star_pattern (',' maybe_star_pattern)* [','], as a MatchSequence from `start` that ends
// with `close` (TOK_END: with nothing)
static Node *parse_sequence(Parser *p, Node *first, const Token *start, TokenKind close) {
    uint32_t mark = p->n_stack;
    if (first && !parse_push(p, first)) { return NULL; }
    while (first && parse_take(p, TOK_COMMA) && parse_starts_pattern(p)) {
        Node *n = parse_maybe_star_pattern(p);
        if (!n || !parse_push(p, n)) { return NULL; }
    }
    if (close != TOK_END && !parse_take(p, close)) { return NULL; }
    Node *n = PARSE_NEW(p, MatchSequence, start);
    return n && parse_seq(p, mark, &n->as.MatchSequence.patterns) ? n : NULL;
}

// group_pattern: '(' pattern ')'
// sequence_pattern: '(' [open_sequence_pattern] ')' | '[' [maybe_sequence_pattern] ']'
static Node *parse_bracket_pattern(Parser *p) {
    const Token *start = p->at++;
    TokenKind close = start->kind == TOK_LPAR ? TOK_RPAR : TOK_RSQB;
    if (parse_is(p, close)) { return parse_sequence(p, NULL, start, close); }
    Node *first = parse_maybe_star_pattern(p);
    if (!first) { return NULL; }
    if (close == TOK_RPAR && !parse_is(p, TOK_COMMA)) {
        return first->kind != AST_MatchStar && parse_take(p, TOK_RPAR) ? first : NULL;
    }
    return parse_sequence(p, first, start, close);
}

// The key of a mapping: signed_number, complex_number, strings, a singleton or attr
static Node *parse_pattern_key(Parser *p) {
    switch (parse_kind(p)) {
    case TOK_NUMBER:
    case TOK_MINUS: return parse_pattern_number(p);
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_TSTRING_START: return parse_strings(p);
    case TOK_NONE: return parse_constant(p, CONST_NONE);
    case TOK_TRUE: return parse_constant(p, CONST_TRUE);
    case TOK_FALSE: return parse_constant(p, CONST_FALSE);
    case TOK_NAME: {
        Node *n = parse_name_or_attr(p);
        return n && n->kind == AST_Attribute ? n : NULL;
    }
    default: return NULL;
    }
}

// mapping_pattern: '{' [key ':' pattern (',' key ':' pattern)*] ['**' capture_target] [','] '}'
static Node *parse_mapping_pattern(Parser *p) {
    const Token *start = p->at++;
    uint32_t mark = p->n_stack;
    Name *rest = NULL;
    while (!parse_is(p, TOK_RBRACE)) {
        if (parse_take(p, TOK_DOUBLESTAR)) {
            rest = parse_capture_target(p);
            if (!rest) { return NULL; }
            parse_take(p, TOK_COMMA);
            break;
        }
        Node *key = parse_pattern_key(p);
        if (!key || !parse_take(p, TOK_COLON)) { return NULL; }
        Node *pattern = parse_pattern(p);
        if (!pattern || !parse_push(p, key) || !parse_push(p, pattern)) { return NULL; }
        if (!parse_take(p, TOK_COMMA)) { break; }
    }
    if (!parse_take(p, TOK_RBRACE)) { return NULL; }
    Node *n = PARSE_NEW(p, MatchMapping, start);
    uint32_t len = (p->n_stack - mark) / 2;
    Node **items = ARENA_ARRAY(p->f->arena, Node *, len * 2);
    if (!n || !items) { return front_out_of_memory(p->f); }
    for (uint32_t i = 0; i < len; i++) {
        items[i] = p->stack[mark + 2 * i];
        items[len + i] = p->stack[mark + 2 * i + 1];
    }
    p->n_stack = mark;
    n->as.MatchMapping.keys = (NodeSeq){items, len};
    n->as.MatchMapping.patterns = (NodeSeq){items + len, len};
    n->as.MatchMapping.rest = rest;
    return n;
}

// closed_pattern: literal, capture, wildcard, value, group, sequence, mapping or class pattern
static Node *parse_closed_pattern(Parser *p) {
    const Token *start = p->at;
    switch (start->kind) {
    case TOK_NUMBER:
    case TOK_MINUS: return parse_match_value(p, parse_pattern_number(p), start);
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_TSTRING_START: return parse_match_value(p, parse_strings(p), start);
    case TOK_NONE: return parse_singleton(p, CONST_NONE);
    case TOK_TRUE: return parse_singleton(p, CONST_TRUE);
    case TOK_FALSE: return parse_singleton(p, CONST_FALSE);
    case TOK_NAME: return parse_name_pattern(p);
    case TOK_LPAR:
    case TOK_LSQB: return parse_bracket_pattern(p);
    case TOK_LBRACE: return parse_mapping_pattern(p);
    default: return NULL;
    }
}

// or_pattern: closed_pattern ('|' closed_pattern)*
static Node *parse_or_pattern(Parser *p) {
    const Token *start = p->at;
    Node *first = parse_closed_pattern(p);
    if (!first || !parse_is(p, TOK_VBAR)) { return first; }
    uint32_t mark = p->n_stack;
    if (!parse_push(p, first)) { return NULL; }
    while (parse_take(p, TOK_VBAR)) {
        Node *n = parse_closed_pattern(p);
        if (!n || !parse_push(p, n)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, MatchOr, start);
    return n && parse_seq(p, mark, &n->as.MatchOr.patterns) ? n : NULL;
}

// pattern: or_pattern 'as' pattern_capture_target | or_pattern
static Node *parse_pattern(Parser *p) {
    const Token *start = p->at;
    if (!parse_enter(p, PARSE_COST_NEST)) { return NULL; }
    Node *n = parse_or_pattern(p);
    if (n && parse_take(p, TOK_AS)) {
        Name *name = parse_capture_target(p);
        n = name ? parse_match_as(p, start, n, name) : NULL;
    }
    parse_leave(p, PARSE_COST_NEST);
    return n;
}

// patterns: maybe_star_pattern ',' [maybe_star_pattern ...] | pattern
static Node *parse_patterns(Parser *p) {
    const Token *start = p->at;
    Node *first = parse_maybe_star_pattern(p);
    if (!first) { return NULL; }
    if (parse_is(p, TOK_COMMA)) { return parse_sequence(p, first, start, TOK_END); }
    return first->kind == AST_MatchStar ? NULL : first;
}

// --- The statement -------------------------------------------------------------------------------

// case_block: "case" patterns ['if' named_expression] ':' block
static Node *parse_case(Parser *p) {
    const Token *start = p->at;
    if (!parse_is_soft(start, TOK_SOFT_CASE)) { return NULL; }
    p->at++;
    NodeSeq body;
    Node *pattern = parse_patterns(p), *guard = NULL;
    if (!pattern) { return NULL; }
    if (parse_take(p, TOK_IF) && !(guard = parse_named_expression(p))) { return NULL; }
    if (!parse_take(p, TOK_COLON) || !parse_block(p, &body)) { return NULL; }
    Node *n = PARSE_NEW(p, match_case, start);
    if (!n) { return NULL; }
    n->as.match_case.pattern = pattern;
    n->as.match_case.guard = guard;
    n->as.match_case.body = body;
    return n;
}

// subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
static Node *parse_subject(Parser *p) {
    const Token *start = p->at;
    Node *first = parse_star_named_expression(p);
    if (!first) { return NULL; }
    if (!parse_is(p, TOK_COMMA)) { return first->kind == AST_Starred ? NULL : first; }
    uint32_t mark = p->n_stack;
    if (!parse_push(p, first)) { return NULL; }
    while (parse_take(p, TOK_COMMA) &&
           (parse_starts_expression(parse_kind(p)) || parse_is(p, TOK_STAR))) {
        Node *n = parse_star_named_expression(p);
        if (!n || !parse_push(p, n)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, Tuple, start);
    return n && parse_seq(p, mark, &n->as.Tuple.elts) ? n : NULL;
}

// match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
// `match` may be a name after all; then everything up to the ':' is taken back.
Node *parse_match_stmt(Parser *p, bool *is_simple) {
    const Token *start = p->at++;
    uint32_t mark = p->n_stack, depth = p->depth;
    Node *subject = NULL;
    if (parse_starts_expression(parse_kind(p)) || parse_is(p, TOK_STAR)) {
        subject = parse_subject(p);
    }
    if (!subject || !parse_is(p, TOK_COLON) || p->at[1].kind != TOK_NEWLINE) {
        if (p->f->error.kind != FRONT_OK) { return NULL; }
        p->f->work += (uint64_t)(p->at - start);
        p->at = start;
        p->n_stack = mark;
        p->depth = depth;
        *is_simple = true;
        return NULL;
    }
    p->at += 2;
    NodeSeq cases;
    if (!parse_take(p, TOK_INDENT) || !parse_enter(p, PARSE_COST_BLOCK)) { return NULL; }
    do {
        Node *n = parse_case(p);
        if (!n || !parse_push(p, n)) { return NULL; }
    } while (!parse_take(p, TOK_DEDENT));
    parse_leave(p, PARSE_COST_BLOCK);
    if (!parse_seq(p, mark, &cases)) { return NULL; }
    Node *n = PARSE_NEW(p, Match, start);
    if (!n) { return NULL; }
    n->as.Match.subject = subject;
    n->as.Match.cases = cases;
    return n;
}
