// parse_string.c: strings that stand side by side, f-strings and t-strings.
//
// Adjacent literals become one Constant, or one JoinedStr or TemplateStr in which text between two
// fields is one Constant. So all parts are collected on the parser's stack first, text as Constants
// and fields as nodes, and parse_merge then joins what touches.
#include "front/literal.h"
#include "front/parser.h"

// The quotes that a token begins with.
static uint32_t parse_count_quotes(const Parser *p, const Token *t) {
    const char *s = p->f->src + t->start;
    uint32_t n = 0;
    while (t->start + n < t->end && (s[n] == '"' || s[n] == '\'') && s[n] == s[0]) { n++; }
    return n;
}

// The error an invalid escape is where warnings are errors. CPython counts from the last token
// taken and its opening quotes, though that be the end of an f-string.
static void parse_place_warning(Parser *p, const LiteralFault *fault) {
    Front *f = p->f;
    FrontError *e = &fault->warning->error, filed = f->error;
    const Token *t = p->at - 1;
    uint32_t lineno = t->lineno + fault->lines, col = fault->col;
    if (fault->lines == 0) { col += t->col + parse_count_quotes(p, t); }
    f->error.kind = FRONT_OK;
    parse_fail_place(p, e->message, lineno, col, lineno, col + 2);
    *e = f->error;
    f->error = filed;
}

// The value of a text; p->at is behind its token or, in an f-string, behind the whole. What goes
// wrong inside is said of the last token taken, as in CPython.
static bool parse_text(Parser *p, const char *text, size_t len, uint8_t flags, Const *out) {
    LiteralFault fault;
    bool ok = literal_text(p->f, text, len, flags, p->at[-1].lineno, out, &fault);
    if (fault.warning) { parse_place_warning(p, &fault); }
    if (!ok && fault.problem) { parse_fail(p, p->last ? p->last : p->at - 1, fault.problem); }
    return ok;
}

// string: STRING
static Node *parse_string(Parser *p) {
    const Token *t = p->at++;
    size_t len;
    const char *inside = literal_inside(p->f, t, &len);
    Node *n = PARSE_NEW(p, Constant, t);
    if (!n) { return NULL; }
    if (t->flags & TOKF_BYTES) {
        for (size_t i = 0; i < len; i++) {
            if ((uint8_t)inside[i] >= 0x80) {
                return parse_fail(p, t, "bytes can only contain ASCII literal characters");
            }
        }
    }
    if (!parse_text(p, inside, len, t->flags, &n->as.Constant.value)) { return NULL; }
    n->as.Constant.value.u_prefix = (t->flags & TOKF_U) != 0;
    return n;
}

// FSTRING_MIDDLE. Its value is set later, by parse_decode_middle: CPython decodes the text of a
// literal when the whole of it is read, that of a format spec at once.
static Node *parse_middle(Parser *p) {
    const Token *t = p->at++;
    Node *n = PARSE_NEW(p, Constant, t);
    if (!n) { return NULL; }
    n->as.Constant.value.type = CONST_STR;
    n->as.Constant.value.len = t->end - t->start - (t->flags & TOKF_DOUBLED ? 1 : 0);
    n->as.Constant.value.as.bytes = p->f->src + t->start;
    return n;
}

static bool parse_decode_middle(Parser *p, Node *n, uint8_t flags) {
    Const *c = &n->as.Constant.value;
    return parse_text(p, c->as.bytes, c->len, flags | TOKF_FIELDS, c);
}

static bool parse_is_middle(const Parser *p) {
    return parse_is(p, TOK_FSTRING_MIDDLE) || parse_is(p, TOK_TSTRING_MIDDLE);
}

// --- Joining -------------------------------------------------------------------------------------

// Joins items[0..n), all Constants of one type, into the first; it stays as it is if alone.
static Node *parse_join(Parser *p, Node **items, uint32_t n) {
    if (n == 1) { return items[0]; }
    uint64_t len = 0;
    bool ascii = true;
    for (uint32_t i = 0; i < n; i++) {
        len += items[i]->as.Constant.value.len;
        ascii = ascii && items[i]->as.Constant.value.ascii;
    }
    Node *joined = parse_alloc(p, PARSE_SIZE(Constant));
    char *bytes = joined ? arena_alloc(p->f->arena, (size_t)len + 1) : NULL;
    if (!bytes) { return front_out_of_memory(p->f); }
    memcpy(joined, items[0], PARSE_SIZE(Constant));
    joined->end_lineno = items[n - 1]->end_lineno;
    joined->end_col_offset = items[n - 1]->end_col_offset;
    Const *c = &joined->as.Constant.value;
    c->ascii = ascii;
    c->len = (uint32_t)len;
    c->as.bytes = bytes;
    for (uint32_t i = 0; i < n; i++) {
        const Const *part = &items[i]->as.Constant.value;
        memcpy(bytes, part->as.bytes, part->len);
        bytes += part->len;
    }
    return joined;
}

// Joins runs of text above the mark and drops empty ones.
static bool parse_merge(Parser *p, uint32_t mark) {
    uint32_t to = mark;
    for (uint32_t i = mark; i < p->n_stack;) {
        uint32_t run = i;
        while (run < p->n_stack && p->stack[run]->kind == AST_Constant) { run++; }
        if (run == i) {
            p->stack[to++] = p->stack[i++];
            continue;
        }
        Node *n = parse_join(p, &p->stack[i], run - i);
        if (!n) { return false; }
        if (n->as.Constant.value.len > 0) { p->stack[to++] = n; }
        i = run;
    }
    p->n_stack = to;
    return true;
}

// --- Fields --------------------------------------------------------------------------------------

typedef struct ParseField {
    const Token *open;
    uint8_t flags; // TokenFlag of the string around it
    Node *value;
    const Token *debug; // the '=' of {x=}
    const Token *stop;  // what ends the expression: '!', ':' or '}'
    int32_t conversion; // -1: none
    Node *spec;
} ParseField;

bool parse_check_conversion(Parser *p, const Token *bang, uint8_t flags) {
    const Token *t = bang + 1;
    const Name *name = t->as.name;
    char kind = flags & TOKF_TEMPLATE ? 't' : 'f';
    if (bang->end != t->start) {
        const char *format =
            "%c-string: conversion type must come right after the exclamation mark";
        return parse_fail_range(p, bang, t, front_format(p->f, format, kind)) != NULL;
    }
    if (name->len == 1 && memchr("sra", name->text[0], 3)) { return true; }
    const char *format = "%c-string: invalid conversion character '%N': expected 's', 'r', or 'a'";
    return parse_fail(p, t, front_format(p->f, format, kind, name)) != NULL;
}

// fstring_conversion: '!' NAME
static bool parse_conversion(Parser *p, ParseField *field) {
    const Token *bang = p->at++;
    if (!parse_is(p, TOK_NAME)) { return false; }
    field->conversion = p->at->as.name->text[0];
    p->at++;
    return parse_check_conversion(p, bang, field->flags);
}

static bool parse_field_parts(Parser *p, uint8_t flags, bool in_template);

// full_format_spec: ':' (MIDDLE | replacement_field)*
static Node *parse_format_spec(Parser *p, uint8_t flags) {
    const Token *start = p->at++;
    uint32_t mark = p->n_stack;
    while (parse_is_middle(p) || parse_is(p, TOK_LBRACE)) {
        if (parse_is(p, TOK_LBRACE)) {
            if (!parse_field_parts(p, flags, false)) { return NULL; }
            continue;
        }
        Node *n = parse_middle(p);
        if (!n || !parse_decode_middle(p, n, flags) || !parse_push(p, n)) { return NULL; }
    }
    Node *n = PARSE_NEW(p, JoinedStr, start);
    if (!n || !parse_merge(p, mark)) { return NULL; }
    return parse_seq(p, mark, &n->as.JoinedStr.values) ? n : NULL;
}

// Copies source[start..end) without its comments. A '#' within a string is none; each quote opens
// or closes a string, with which triple ones come out right.
static const char *parse_field_source(Parser *p, uint32_t start, uint32_t end, uint32_t *len) {
    const char *s = p->f->src + start;
    uint32_t n = 0, size = end - start;
    char quote = 0, *out = arena_alloc(p->f->arena, size + 1);
    if (!out) { return front_out_of_memory(p->f); }
    for (uint32_t i = 0; i < size; i++) {
        if (s[i] == '\\' && i + 1 < size) {
            out[n++] = s[i++];
        } else if (s[i] == '"' || s[i] == '\'') {
            quote = !quote ? s[i] : s[i] == quote ? 0 : quote;
        } else if (s[i] == '#' && !quote) {
            while (i < size && s[i] != '\n') { i++; }
            if (i == size) { break; }
        }
        out[n++] = s[i];
    }
    *len = n;
    return out;
}

// The text of {x = }, a Constant in front of the field.
static bool parse_debug_text(Parser *p, const ParseField *field) {
    uint32_t len;
    const Token *end = field->stop;
    const char *text = parse_field_source(p, field->open->end, end->start, &len);
    Node *n = text ? PARSE_NEW(p, Constant, field->open) : NULL;
    if (!n) { return false; }
    n->col_offset++;
    n->end_lineno = end->lineno;
    n->end_col_offset = end->col;
    n->as.Constant.value.type = CONST_STR;
    n->as.Constant.value.len = len;
    n->as.Constant.value.as.bytes = text;
    n->as.Constant.value.ascii = true;
    for (uint32_t i = 0; i < len; i++) {
        if ((uint8_t)text[i] >= 0x80) { n->as.Constant.value.ascii = false; }
    }
    return parse_push(p, n);
}

static bool parse_field_expression(Parser *p, ParseField *field) {
    field->open = p->at++;
    field->conversion = -1;
    field->value = parse_yield_or_star_expressions(p);
    if (!field->value) { return false; }
    if (parse_is(p, TOK_EQUAL)) { field->debug = p->at++; }
    field->stop = p->at;
    if (parse_is(p, TOK_EXCLAMATION) && !parse_conversion(p, field)) { return false; }
    if (parse_is(p, TOK_COLON)) {
        field->spec = parse_format_spec(p, field->flags);
        if (!field->spec) { return false; }
    }
    if (!parse_take(p, TOK_RBRACE)) { return false; }
    if (field->debug && field->conversion < 0 && !field->spec) { field->conversion = 'r'; }
    return true;
}

static Node *parse_interpolation(Parser *p, const ParseField *field) {
    Node *n = PARSE_NEW(p, Interpolation, field->open);
    if (!n) { return NULL; }
    uint32_t len, end = field->debug ? field->debug->start : field->stop->start;
    const char *text = parse_field_source(p, field->open->end, end, &len);
    if (!text) { return NULL; }
    n->as.Interpolation.value = field->value;
    n->as.Interpolation.conversion = field->conversion;
    n->as.Interpolation.format_spec = field->spec;
    n->as.Interpolation.str.type = CONST_STR;
    n->as.Interpolation.str.len = len;
    n->as.Interpolation.str.as.bytes = text;
    return n;
}

// replacement_field: '{' annotated_rhs ['='] ['!' NAME] [':' format_spec] '}'
// Pushes the debug text, if any, and the field.
static bool parse_field_parts(Parser *p, uint8_t flags, bool in_template) {
    ParseField field = {.flags = flags};
    if (!parse_enter(p, PARSE_COST_NEST) || !parse_field_expression(p, &field)) { return false; }
    parse_leave(p, PARSE_COST_NEST);
    if (field.debug && !parse_debug_text(p, &field)) { return false; }
    Node *n;
    if (in_template) {
        n = parse_interpolation(p, &field);
    } else {
        n = PARSE_NEW(p, FormattedValue, field.open);
        if (n) {
            n->as.FormattedValue.value = field.value;
            n->as.FormattedValue.conversion = field.conversion;
            n->as.FormattedValue.format_spec = field.spec;
        }
    }
    return n && parse_push(p, n);
}

// fstring: FSTRING_START (FSTRING_MIDDLE | replacement_field)* FSTRING_END, and the same for
// tstring. Pushes the parts.
static bool parse_fstring(Parser *p) {
    const Token *start = p->at++;
    uint32_t mark = p->n_stack;
    bool template = start->kind == TOK_TSTRING_START;
    TokenKind end = template ? TOK_TSTRING_END : TOK_FSTRING_END;
    while (!parse_is(p, end)) {
        if (parse_is_middle(p)) {
            Node *n = parse_middle(p);
            if (!n) { return false; }
            n->paren = 2; // still to be decoded
            if (!parse_push(p, n)) { return false; }
        } else if (!parse_is(p, TOK_LBRACE) || !parse_field_parts(p, start->flags, template)) {
            return false;
        }
    }
    p->at++;
    for (uint32_t i = mark; i < p->n_stack; i++) {
        Node *n = p->stack[i];
        if (n->paren != 2) { continue; }
        n->paren = 0;
        if (!parse_decode_middle(p, n, start->flags)) { return false; }
    }
    return true;
}

// --- Strings -------------------------------------------------------------------------------------

static bool parse_no_mix(Parser *p, uint32_t mark, bool joined) {
    bool bytes = false, text = joined;
    for (uint32_t i = mark; i < p->n_stack; i++) {
        bool is_bytes =
            p->stack[i]->kind == AST_Constant && p->stack[i]->as.Constant.value.type == CONST_BYTES;
        *(is_bytes ? &bytes : &text) = true;
    }
    if (!bytes || !text) { return true; }
    if (parse_is(p, TOK_ERROR)) { return false; }
    parse_fail(p, p->last ? p->last : p->at, "cannot mix bytes and nonbytes literals");
    p->read = p->at;
    return false;
}

// strings: (STRING | fstring)+ | tstring+
Node *parse_strings(Parser *p) {
    const Token *start = p->at;
    if (NX_LIKELY(start->kind == TOK_STRING && start[1].kind != TOK_STRING &&
                  start[1].kind != TOK_FSTRING_START)) {
        return parse_string(p);
    }
    uint32_t mark = p->n_stack;
    bool joined = false, template = start->kind == TOK_TSTRING_START;
    for (;;) {
        if (parse_is(p, TOK_STRING) && !template) {
            Node *n = parse_string(p);
            if (!n || !parse_push(p, n)) { return NULL; }
        } else if (parse_is(p, template ? TOK_TSTRING_START : TOK_FSTRING_START)) {
            joined = true;
            if (!parse_fstring(p)) { return NULL; }
        } else {
            break;
        }
    }
    if (!parse_no_mix(p, mark, joined)) { return NULL; }
    if (!joined) {
        Node *n = parse_join(p, &p->stack[mark], p->n_stack - mark);
        p->n_stack = mark;
        return n;
    }
    if (!parse_merge(p, mark)) { return NULL; }
    Node *n = template ? PARSE_NEW(p, TemplateStr, start) : PARSE_NEW(p, JoinedStr, start);
    return n && parse_seq(p, mark, &n->as.JoinedStr.values) ? n : NULL;
}
