// diag_act.c: what the rules of diag_grammar.c do when they have found a mistake, and the checks
// CPython's parser makes while it builds nodes. Places and expressions come from the captures; an
// expression's kind and true extent come from parsing it once more.
#include "front/diag_inner.h"
#include "front/literal.h"

// --- Raising -------------------------------------------------------------------------------------

static const Token *diag_last(const Diag *d) { return &d->tokens[d->fill - 1]; }

// Columns as CPython's error functions get them: in bytes, from 1; 0 and below stay as they are.
static void diag_file(Diag *d, FrontErrorKind kind, const char *message, uint32_t lineno,
                      int64_t col, uint32_t end_lineno, int64_t end_col) {
    Front *f = d->f;
    if (f->error.kind != FRONT_OK) { return; }
    if (!message) {
        front_out_of_memory(f);
        return;
    }
    uint32_t len;
    FrontError *e = &f->error;
    e->text = front_line(f, lineno, &len);
    // The lexer's own line still has its newline.
    bool newline = diag_last(d)->end_lineno <= lineno && e->text + len < f->src + f->src_len;
    e->text_len = len + newline;
    e->kind = (uint8_t)kind;
    e->message = message;
    e->lineno = (int32_t)lineno;
    e->end_lineno = (int32_t)end_lineno;
    e->offset = col > 0 ? front_offset(e->text, e->text_len, (uint32_t)col) : (int32_t)col;
    e->end_offset =
        end_col > 0 ? front_offset(e->text, e->text_len, (uint32_t)end_col) : (int32_t)end_col;
}

static int64_t diag_col(const Token *t) { return token_is_bare(t) ? -1 : (int64_t)t->col; }
static int64_t diag_end_col(const Token *t) {
    return token_is_bare(t) ? -1 : (int64_t)token_end_col(t);
}

void diag_raise_at(Diag *d, const Token *t, const char *message) {
    diag_file(d, FRONT_SYNTAX_ERROR, message, t->lineno, diag_col(t) + 1, t->end_lineno,
              diag_end_col(t) + 1);
}

void diag_raise_last(Diag *d, FrontErrorKind kind, const Token *t, const char *message) {
    if (token_is_bare(t)) {
        diag_file(d, kind, message, t->lineno, t->col, t->end_lineno, -1);
    } else {
        diag_file(d, kind, message, t->lineno, t->col + 1, t->end_lineno,
                  (int64_t)token_end_col(t) + 1);
    }
}

// --- Captures ------------------------------------------------------------------------------------

typedef struct DiagSpan {
    uint32_t lineno, end_lineno;
    int64_t col, end_col; // from 0; -1: none
} DiagSpan;

typedef Node *DiagParse(Parser *p);

static Node *diag_parse_starred(Parser *p) {
    const Token *start = p->at++;
    Node *value = parse_expression(p);
    return value ? PARSE_NEW(p, Starred, start) : NULL;
}

// The last of several, which may end in a comma.
static Node *diag_parse_last(Parser *p) {
    Node *last = parse_star_named_expression(p);
    while (last && parse_take(p, TOK_COMMA) &&
           (parse_starts_expression(parse_kind(p)) || parse_is(p, TOK_STAR))) {
        last = parse_star_named_expression(p);
    }
    return last;
}

static const struct {
    const char *rule;
    DiagParse *parse;
} diag_parsers[] = {
    {"expression", parse_expression},
    {"expression_without_invalid", parse_expression},
    {"stray_expression", parse_expression},
    {"disjunction", parse_disjunction},
    {"inversion", parse_inversion},
    {"bitwise_or", parse_bitwise_or},
    {"factor", parse_factor},
    {"star_expressions", parse_star_expressions},
    {"star_named_expression", parse_star_named_expression},
    {"star_named_expressions", diag_parse_last},
    {"starred_expression", diag_parse_starred},
    {"yield_expr", parse_yield_expr},
    {"invalid_ann_assign_target", parse_primary},
};

// Runs the parser out of turn, on tokens [start, end) alone: it does not step back and would
// stumble over what follows. What it warns about has been said before.
static Node *diag_parse(Diag *d, uint32_t start, uint32_t end, DiagParse *parse) {
    Parser p = *d->p;
    FrontWarning *last = d->f->last_warning;
    uint32_t n = end - start;
    Token *tokens = ARENA_ARRAY(d->f->arena, Token, n + 2);
    if (!tokens) { return front_out_of_memory(d->f); }
    memcpy(tokens, d->tokens + start, n * sizeof(Token));
    tokens[n] = d->tokens[start];
    tokens[n].kind = TOK_END;
    p.tokens = p.at = tokens;
    p.depth = 0;
    p.last = diag_last(d);
    Node *node = parse(&p);
    d->f->last_warning = last;
    *(last ? &last->next : &d->f->warnings) = NULL;
    return node;
}

// The expression a capture of such a rule stands for; NULL for tokens and other rules.
static Node *diag_node(Diag *d, const DiagCap *cap) {
    if (cap->rule == DIAG_NO_RULE) { return NULL; }
    const char *name = diag_rules[cap->rule].name;
    for (size_t i = 0; i < COUNT_OF(diag_parsers); i++) {
        if (strcmp(diag_parsers[i].rule, name) == 0) {
            return diag_parse(d, cap->start, cap->end, diag_parsers[i].parse);
        }
    }
    return NULL;
}

static DiagSpan diag_node_span(const Node *n) {
    return (DiagSpan){n->lineno, n->end_lineno, n->col_offset, n->end_col_offset};
}

static DiagSpan diag_span(Diag *d, const DiagCap *cap) {
    const Node *n = diag_node(d, cap);
    if (n) { return diag_node_span(n); }
    const Token *first = &d->tokens[cap->start], *last = &d->tokens[cap->end - 1];
    if (last > first && last->kind == TOK_COMMA) { last--; } // a parameter with its comma
    return (DiagSpan){first->lineno, last->end_lineno, diag_col(first), diag_end_col(last)};
}

static void diag_raise_range(Diag *d, DiagSpan a, DiagSpan b, const char *message) {
    diag_file(d, FRONT_SYNTAX_ERROR, message, a.lineno, a.col + 1, b.end_lineno, b.end_col + 1);
}

// --- Messages ------------------------------------------------------------------------------------

static const char *diag_constant_name(const Const *c) {
    switch (c->type) {
    case CONST_NONE: return "None";
    case CONST_TRUE: return "True";
    case CONST_FALSE: return "False";
    case CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

static const char *diag_expression_name(const Node *n) {
    switch (n->kind) {
    case AST_Attribute: return "attribute";
    case AST_Subscript: return "subscript";
    case AST_Starred: return "starred";
    case AST_Name: return "name";
    case AST_List: return "list";
    case AST_Tuple: return "tuple";
    case AST_Lambda: return "lambda";
    case AST_Call: return "function call";
    case AST_BoolOp:
    case AST_BinOp:
    case AST_UnaryOp: return "expression";
    case AST_GeneratorExp: return "generator expression";
    case AST_Yield:
    case AST_YieldFrom: return "yield expression";
    case AST_Await: return "await expression";
    case AST_ListComp: return "list comprehension";
    case AST_SetComp: return "set comprehension";
    case AST_DictComp: return "dict comprehension";
    case AST_Dict: return "dict literal";
    case AST_Set: return "set display";
    case AST_JoinedStr: return "f-string expression";
    case AST_TemplateStr: return "t-string expression";
    case AST_Constant: return diag_constant_name(&n->as.Constant.value);
    case AST_Compare: return "comparison";
    case AST_IfExp: return "conditional expression";
    case AST_NamedExpr: return "named expression";
    default: return "expression";
    }
}

// The action's message with %a, %t and %l filled in from its first capture.
static const char *diag_message(Diag *d, const DiagAction *action, const DiagCap *cap) {
    const char *text = arena_copy(d->f->arena, action->message, action->len);
    char *mark = text ? memchr(text, '%', action->len) : NULL;
    if (!mark) { return text; }
    char what = mark[1];
    mark[1] = what == 'l' ? 'd' : 's';
    const Token *t = &d->tokens[cap->start];
    if (what == 'l') { return front_format(d->f, text, (int)t->lineno); }
    if (what == 't') { return front_format(d->f, text, token_text((TokenKind)t->kind)); }
    const Node *n = diag_node(d, cap);
    return front_format(d->f, text, n ? diag_expression_name(n) : "");
}

// --- Targets -------------------------------------------------------------------------------------

// The first part of an expression that cannot be a target, or NULL.
static const Node *diag_invalid_target(const Node *n, DiagWord word) {
    const NodeSeq *elts = NULL;
    switch (n->kind) {
    case AST_List: elts = &n->as.List.elts; break;
    case AST_Tuple: elts = &n->as.Tuple.elts; break;
    case AST_Starred:
        return word == WORD_DEL_TARGET ? n : diag_invalid_target(n->as.Starred.value, word);
    case AST_Compare: // `for a in b` begins like one
        if (word != WORD_FOR_TARGET) { return n; }
        if (n->as.Compare.ops.items[0] != CMP_In) { return NULL; }
        return diag_invalid_target(n->as.Compare.left, word);
    case AST_Name:
    case AST_Subscript:
    case AST_Attribute: return NULL;
    default: return n;
    }
    for (uint32_t i = 0; i < elts->len; i++) {
        const Node *bad = diag_invalid_target(elts->items[i], word);
        if (bad) { return bad; }
    }
    return NULL;
}

static void diag_raise_target(Diag *d, const DiagCap *cap, DiagWord word) {
    const Node *n = diag_node(d, cap);
    n = n ? diag_invalid_target(n, word) : NULL;
    if (!n) { return; }
    DiagSpan span = diag_node_span(n);
    const char *format = word == WORD_DEL_TARGET ? "cannot delete %s" : "cannot assign to %s";
    diag_raise_range(d, span, span, front_format(d->f, format, diag_expression_name(n)));
}

// --- Calls ---------------------------------------------------------------------------------------

// The last positional argument of a call's arguments; its `paren` is 2 if there are several.
static Node *diag_parse_args(Parser *p) {
    Node *last = NULL;
    do {
        const Token *t = p->at;
        bool keyword = t->kind == TOK_DOUBLESTAR || (t->kind == TOK_NAME && t[1].kind == TOK_EQUAL);
        p->at += keyword ? (t->kind == TOK_NAME ? 2 : 1) : 0;
        Node *n = t->kind == TOK_STAR ? diag_parse_starred(p) : parse_named_expression(p);
        if (!n) { break; }
        if (!keyword) {
            n->paren = last ? 2 : 0; // not the first
            last = n;
        }
    } while (parse_take(p, TOK_COMMA) && !parse_is(p, TOK_END));
    return last;
}

static bool diag_unpacks(const Diag *d, const DiagCap *cap) {
    uint16_t level = d->tokens[cap->start].level;
    for (uint32_t i = cap->start; i < cap->end; i++) {
        const Token *t = &d->tokens[i];
        bool first = i == cap->start || t[-1].kind == TOK_COMMA;
        if (first && t->level <= level && t->kind == TOK_DOUBLESTAR) { return true; }
    }
    return false;
}

static Node *diag_parse_clauses(Parser *p) {
    NodeSeq seq;
    if (!parse_for_if_clauses(p, &seq)) { return NULL; }
    const Node *last = seq.items[seq.len - 1];
    const NodeSeq *ifs = &last->as.comprehension.ifs;
    return ifs->len ? ifs->items[ifs->len - 1] : last->as.comprehension.iter;
}

// From an expression to the end of the comprehension clauses behind it.
static void diag_raise_genexp(Diag *d, const Node *from, const DiagCap *clauses,
                              const char *message) {
    const Node *last = diag_parse(d, clauses->start, clauses->end, diag_parse_clauses);
    if (!from || !last) { return; }
    diag_raise_range(d, diag_node_span(from), diag_node_span(last), message);
}

static void diag_raise_arg_order(Diag *d, const DiagCap *cap) {
    diag_raise_last(d, FRONT_SYNTAX_ERROR, diag_last(d),
                    diag_unpacks(d, cap) ? "positional argument follows keyword argument unpacking"
                                         : "positional argument follows keyword argument");
}

// --- Other mistakes ------------------------------------------------------------------------------

static bool diag_is_legacy(const Token *t) {
    return t->kind == TOK_NAME &&
           (strcmp(t->as.name->text, "print") == 0 || strcmp(t->as.name->text, "exec") == 0);
}

static void diag_raise_legacy(Diag *d, const DiagCap *a, const DiagCap *b) {
    const Token *t = &d->tokens[a->start];
    if (!diag_is_legacy(t)) { return; }
    const char *format = "Missing parentheses in call to '%N'. Did you mean %N(...)?";
    diag_raise_range(d, diag_span(d, a), diag_span(d, b),
                     front_format(d->f, format, t->as.name, t->as.name));
}

static void diag_raise_comma(Diag *d, const DiagCap *a, const DiagCap *b) {
    const Node *n = diag_node(d, a);
    if (n && n->kind == AST_Name && diag_is_legacy(&d->tokens[a->start])) { return; }
    if (d->tokens[d->mark - 1].level == 0) { return; }
    diag_raise_range(d, diag_span(d, a), diag_span(d, b),
                     "invalid syntax. Perhaps you forgot a comma?");
}

// From the capture to where the lexer stands.
static void diag_raise_from(Diag *d, const DiagCap *cap, const char *message) {
    DiagSpan a = diag_span(d, cap);
    const Token *last = diag_last(d);
    diag_file(d, FRONT_SYNTAX_ERROR, message, a.lineno, a.col + 1, last->end_lineno,
              token_end_col(last));
}

static void diag_raise_bound(Diag *d, const DiagCap *a, const DiagCap *b,
                             const DiagAction *action) {
    const Node *n = diag_node(d, b);
    const char *kind = arena_copy(d->f->arena, action->message, action->len);
    if (!kind) { return; }
    const char *what = n && n->kind == AST_Tuple ? "constraints" : "bound";
    diag_raise_from(d, a, front_format(d->f, "cannot use %s with %s", what, kind));
}

static void diag_raise_next(Diag *d, const char *message) {
    if (d->mark >= d->fill) { d->fill = d->mark + 1; }
    const Token *t = &d->tokens[d->mark];
    if (t->kind == TOK_ERROR) {
        d->f->error = d->lexer->error.error;
        return;
    }
    diag_raise_last(d, FRONT_SYNTAX_ERROR, t, message);
}

// --- Checks --------------------------------------------------------------------------------------

static void diag_check_barry(Diag *d) {
    if (!(d->f->future & FUTURE_BARRY_AS_FLUFL)) { return; }
    diag_raise_last(d, FRONT_SYNTAX_ERROR, diag_last(d),
                    "with Barry as BDFL, use '<>' instead of '!='");
}

// `<>`, which was an operator once: two tokens that touch.
static void diag_raise_diamond(Diag *d, const DiagCap *a, const DiagCap *b) {
    if (d->tokens[a->start].end != d->tokens[b->start].start) { return; }
    diag_raise_range(d, diag_span(d, a), diag_span(d, b),
                     "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
}

static void diag_check_number(Diag *d, bool imaginary) {
    const Token *t = &d->tokens[d->mark - 1];
    bool is = (d->f->src[t->end - 1] | 0x20) == 'j' && d->f->src[t->start + 1] != 'x';
    if (is == imaginary) { return; }
    diag_raise_at(d, t,
                  imaginary ? "imaginary number required in complex literal"
                            : "real number required in complex literal");
}

// fstring_conversion: the name must follow its `!` directly, and be one of three.
static void diag_check_conversion(Diag *d) {
    uint32_t at = d->mark - 1;
    while (at > 0 && d->tokens[at].kind != TOK_FSTRING_START &&
           d->tokens[at].kind != TOK_TSTRING_START) {
        at--;
    }
    parse_check_conversion(d->p, &d->tokens[d->mark - 2], d->tokens[at].flags);
}

// --- Dispatch ------------------------------------------------------------------------------------

static void diag_raise_key_colon(Diag *d, const DiagCap *a, const char *message) {
    DiagSpan span = diag_span(d, a);
    diag_file(d, FRONT_SYNTAX_ERROR, message, span.lineno, span.end_col, span.end_lineno, 0);
}

static void diag_raise_lone_genexp(Diag *d, const DiagCap *a, const DiagCap *b,
                                   const char *message) {
    const Node *last = diag_parse(d, a->start, a->end, diag_parse_args);
    if (last && last->paren == 2) { diag_raise_genexp(d, last, b, message); }
}

void diag_act(Diag *d, const DiagFrame *frame, const DiagAction *action) {
    const DiagCap *a = &frame->caps[action->slot[0]], *b = &frame->caps[action->slot[1]];
    if (!b->set || b->end == b->start) { b = a; }
    const char *message = NULL;
    if (action->message && action->word != WORD_BOUND) {
        message = diag_message(d, action, a);
        if (!message) { front_out_of_memory(d->f); }
    }
    if (d->f->error.kind != FRONT_OK) { return; }
    switch ((DiagWord)action->word) {
    case WORD_LOC: diag_raise_range(d, diag_span(d, a), diag_span(d, a), message); break;
    case WORD_RANGE:
    case WORD_RANGE_LAST: diag_raise_range(d, diag_span(d, a), diag_span(d, b), message); break;
    case WORD_FROM: diag_raise_from(d, a, message); break;
    case WORD_LAST: diag_raise_last(d, FRONT_SYNTAX_ERROR, diag_last(d), message); break;
    case WORD_NEXT: diag_raise_next(d, message); break;
    case WORD_INDENT: diag_raise_last(d, FRONT_INDENTATION_ERROR, diag_last(d), message); break;
    case WORD_TARGET:
    case WORD_FOR_TARGET:
    case WORD_DEL_TARGET: diag_raise_target(d, a, (DiagWord)action->word); break;
    case WORD_GENEXP: diag_raise_genexp(d, diag_node(d, a), b, message); break;
    case WORD_LONE_GENEXP: diag_raise_lone_genexp(d, a, b, message); break;
    case WORD_ARG_ORDER: diag_raise_arg_order(d, a); break;
    case WORD_LEGACY: diag_raise_legacy(d, a, b); break;
    case WORD_COMMA: diag_raise_comma(d, a, b); break;
    case WORD_KEY_COLON: diag_raise_key_colon(d, a, message); break;
    case WORD_BOUND: diag_raise_bound(d, a, b, action); break;
    case WORD_REAL: diag_check_number(d, false); break;
    case WORD_IMAGINARY: diag_check_number(d, true); break;
    case WORD_BARRY: diag_check_barry(d); break;
    case WORD_DIAMOND: diag_raise_diamond(d, a, b); break;
    case WORD_CONVERSION: diag_check_conversion(d); break;
    case WORD_STRING:
    case WORD_STRINGS: diag_parse(d, frame->mark, d->mark, parse_strings); break;
    case WORD_N: break;
    }
}
