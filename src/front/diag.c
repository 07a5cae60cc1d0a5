// diag.c: explains why a source does not parse, in CPython's words and at CPython's place.
//
// CPython's parser, having failed, runs once more with rules that recognise mistakes; which message
// comes out depends on the order in which a PEG parser tries things, on how far it looked, and on
// errors the lexer finds further on. All of that is re-enacted here on the finished tokens, by a
// small machine (diag_peg.c) over the grammar as a table (diag_grammar.c), at no cost to sources
// without mistakes. The machine's steps are limited; beyond, "invalid syntax" must do.
#include "front/diag_inner.h"

enum { DIAG_STEPS = 1 << 23, DIAG_STEPS_PER_TOKEN = 512, DIAG_STEPS_PER_WORK = 8 };

// Whether the lexer has met the end of the source. It looks one character beyond names, numbers and
// operators that might be longer, and beyond '' to see whether it is more.
static bool diag_at_end(const Diag *d) {
    const Token *t = &d->tokens[d->fill - 1];
    if (t->kind == TOK_ERROR) { return d->lexer->at_end; }
    if (t->end != d->f->src_len) { return false; }
    uint32_t len = t->end - t->start;
    switch (t->kind) {
    case TOK_NEWLINE: return len == 0;
    case TOK_STRING: return strcspn(d->f->src + t->start, "'\"") + 2 == len;
    case TOK_FSTRING_END:
    case TOK_TSTRING_END: return false;
    default: return len != 3 || t->kind < TOK_FIRST_OP || t->kind >= TOK_FIRST_KW;
    }
}

// An error the lexer raised further on takes precedence, and so does a bracket that was never
// closed if it stands on an earlier line than what was being read.
static void diag_prefer_lexer(Diag *d) {
    const Lexer *L = d->lexer;
    Front *f = d->f;
    const Token *last = &d->tokens[d->fill - 1], *end = &d->tokens[L->n_tokens - 1];
    if (last == end || end->kind != TOK_ERROR || L->n_modes > 0) { return; }
    if (L->error.raised) {
        f->error = L->error.error;
        return;
    }
    if (L->n_parens == 0) { return; }
    const LexParen *open = &L->parens[L->n_parens - 1];
    if (last->lineno <= open->lineno) { return; }
    f->error.kind = FRONT_OK;
    front_error_span(f, front_format(f, "'%c' was never closed", open->ch), false, open->lineno,
                     open->col, open->lineno, 0);
    f->error.end_offset = 0;
}

static bool diag_is_syntax_error(const Front *f) {
    return f->error.kind == FRONT_SYNTAX_ERROR || f->error.kind == FRONT_INDENTATION_ERROR ||
           f->error.kind == FRONT_TAB_ERROR;
}

static void diag_raise_generic(Diag *d, const Token *last) {
    if (last->kind == TOK_INDENT || last->kind == TOK_DEDENT) {
        diag_raise_last(d, FRONT_INDENTATION_ERROR, &d->tokens[d->fill - 1],
                        last->kind == TOK_INDENT ? "unexpected indent" : "unexpected unindent");
        return;
    }
    diag_raise_at(d, last, "invalid syntax");
    if (d->f->src_len == 0) { d->f->error.lineno = d->f->error.end_lineno = 0; }
    diag_prefer_lexer(d);
}

// Whether the invalid_ rules may take this token for a mistake where there is none: they do so with
// match and case as plain names, with print and exec that are not called, and with the `=` in
// `type X[T = int]`.
static bool diag_misleads(const Token *t) {
    if (t->kind != TOK_NAME) { return false; }
    const Name *name = t->as.name;
    switch (name->keyword) {
    case TOK_SOFT_MATCH:
    case TOK_SOFT_CASE: return true;
    case TOK_SOFT_TYPE: return t[1].kind == TOK_NAME;
    default:
        return t[1].kind != TOK_LPAR &&
               (strcmp(name->text, "print") == 0 || strcmp(name->text, "exec") == 0);
    }
}

// Where to start: the module's statements that parsed are passed over, save the last of them, which
// may lack the clause that failed, and those that CPython would trip over.
static uint32_t diag_start(const Parser *p) {
    for (const Token *t = p->tokens; t < p->before; t++) {
        bool attribute = t > p->tokens && t[-1].kind == TOK_DOT;
        if (!attribute && diag_misleads(t)) { return 0; }
    }
    return (uint32_t)(p->before - p->tokens);
}

static bool diag_has_block(const Node *n) {
    switch (n->kind) {
    case AST_ClassDef:
    case AST_If:
    case AST_For:
    case AST_AsyncFor:
    case AST_While:
    case AST_With:
    case AST_AsyncWith:
    case AST_Match:
    case AST_Try:
    case AST_TryStar: return true;
    default: return false;
    }
}

static bool diag_holds_statements(const Node *n) {
    return ast_group(n->kind) == AST_GROUP_stmt || n->kind == AST_ExceptHandler ||
           n->kind == AST_match_case;
}

// Keeps the place of the last block in a statement, a handler or a case. An elif is an If that is
// not a block of its own; there may be any number of them, so they are gone through in a loop.
static void diag_find_block(Front *f, const Node *n) {
    if (diag_has_block(n)) {
        f->block_lineno = n->lineno;
        f->block_col = n->col_offset;
    }
    while (n) {
        const Node *elif = NULL;
        for (const AstField *field = ast_fields(n->kind); field->type != AST_FIELD_END; field++) {
            if (field->type != AST_FIELD_SEQ) { continue; }
            const NodeSeq *seq = (const NodeSeq *)(const void *)((const char *)n + field->offset);
            for (uint32_t i = 0; i < seq->len; i++) {
                const Node *item = seq->items[i];
                if (n->kind == AST_If && item->kind == AST_If &&
                    item->col_offset == n->col_offset) {
                    elif = item;
                } else if (diag_holds_statements(item)) {
                    diag_find_block(f, item);
                }
            }
        }
        n = elif;
    }
}

// Runs the grammar twice, without and with its invalid_ rules.
static void diag_run_passes(Diag *d) {
    Front *f = d->f;
    uint32_t rule = diag_rule(f->mode == FRONT_EXEC   ? "file"
                              : f->mode == FRONT_EVAL ? "eval"
                                                      : "interactive");
    diag_run(d, rule);
    if (d->fill == 0) { d->fill = 1; } // it gave up before it looked at anything
    const Token *last = &d->tokens[d->fill - 1];
    f->incomplete = !d->gave_up && diag_at_end(d);
    if (f->flags & FRONT_TRIAL) {
        f->work += d->steps / DIAG_STEPS_PER_WORK;
        front_out_of_memory(f); // any error will do
        return;
    }
    if (!d->stop) {
        for (uint32_t i = 0; d->start > 0 && i < d->p->n_before; i++) {
            diag_find_block(f, d->p->stack[i]);
        }
        d->invalid = true;
        diag_run(d, rule);
    }
    f->work += d->steps / DIAG_STEPS_PER_WORK;
    if (f->work > f->work_limit) {
        f->error.kind = FRONT_OK;
        front_out_of_work(f);
        return;
    }
    if (d->gave_up) {
        last = d->p->at;
        d->fill = (uint32_t)(last - d->tokens) + 1;
    }
    if (f->error.kind == FRONT_OK) {
        if (last->kind == TOK_ERROR) {
            f->error = d->lexer->error.error;
        } else {
            diag_raise_generic(d, last);
        }
    } else if (diag_is_syntax_error(f) && !diag_at_end(d)) {
        diag_prefer_lexer(d);
    }
}

// What lacks its end is told of at the end of the text, unless a token was the last that was read; a
// string without its end begins the error.
static void diag_place_incomplete(Diag *d) {
    Front *f = d->f;
    FrontError *e = &f->error;
    if (!(f->flags & FRONT_ALLOW_INCOMPLETE) || !f->incomplete || !diag_is_syntax_error(f)) {
        return;
    }
    const char *end = f->src + f->src_len, *start = end;
    uint32_t last = d->tokens[d->fill - 1].kind;
    bool error = last == TOK_ERROR;
    bool at_end = last == TOK_NEWLINE || last == TOK_END || last == TOK_DEDENT;
    if (!error && (!at_end || e->end_offset > 0)) { return; }
    if (error && e->message && strncmp(e->message, "unterminated ", 13) == 0 &&
        !strstr(e->message, "-string")) {
        if (e->text && e->text + e->text_len < end) { e->text_len++; }
    } else {
        while (start > f->src && (start == end || start[-1] != '\n')) { start--; }
        e->lineno = 1;
        for (const char *p = f->src; p < start; p++) { e->lineno += *p == '\n'; }
        e->text = start;
        e->text_len = (uint32_t)(end - start);
        e->offset = front_offset(e->text, e->text_len, e->text_len);
    }
    e->end_lineno = e->lineno;
    e->end_offset = -1;
}

void diag_explain(Parser *p) {
    Front *f = p->f;
    Diag diag = {.p = p, .f = f, .lexer = p->lexer, .tokens = p->tokens}, *d = &diag;
    f->has_metadata = true;
    if (f->error.kind != FRONT_OK) { // while building nodes
        d->fill = p->read ? (uint32_t)(p->read - p->tokens) + 1 : 1;
        f->incomplete = diag_at_end(d);
        if (diag_is_syntax_error(f) && !f->incomplete) { diag_prefer_lexer(d); }
        diag_place_incomplete(d);
        return;
    }
    d->start = diag_start(p);
    d->program = diag_compile(f);
    if (!d->program) { return; }
    d->max_steps = DIAG_STEPS + (uint64_t)DIAG_STEPS_PER_TOKEN * (p->lexer->n_tokens - d->start);
    uint64_t left = f->work < f->work_limit ? f->work_limit - f->work : 0;
    if (left < d->max_steps / DIAG_STEPS_PER_WORK) {
        d->max_steps = (left + 1) * DIAG_STEPS_PER_WORK;
    }
    diag_run_passes(d);
    diag_place_incomplete(d);
}

bool diag_is_single(Parser *p) {
    const Token *newline = p->at - 1;
    Front *f = p->f;
    const char *s = f->src + newline->end;
    for (;;) {
        s += strspn(s, " \t\n\f");
        if (*s != '#') { break; }
        s += strcspn(s, "\n");
    }
    if (s >= f->src + f->src_len) { return true; }
    Diag d = {.p = p, .f = f, .lexer = p->lexer, .tokens = p->tokens};
    d.fill = (uint32_t)(p->at - p->tokens);
    diag_raise_last(&d, FRONT_SYNTAX_ERROR, newline,
                    "multiple statements found while compiling a single statement");
    return false;
}
