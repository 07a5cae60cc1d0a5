// parser.h: what the parse_*.c files share. The parser is a recursive descent that never steps back
// save in two places (`with (` and the soft keyword `match`), and builds nodes as it goes.
//
// A rule's function stands with p->at on its first token and leaves it behind the last. It returns
// NULL for any failure. If front->error is then still empty the source is simply not of the
// grammar, and diag.c finds out what to say; only what CPython's parser raises while it builds
// nodes (bad escapes, mixed bytes and str ...) is filed at once.
//
// Depth: p->depth counts units of C stack of about 100 bytes, PARSE_MAX_DEPTH bounds them.
#ifndef NX_FRONT_PARSER_H
#define NX_FRONT_PARSER_H

#include "front/lex.h"

enum {
    PARSE_MAX_DEPTH = 2000,
    PARSE_COST_NEST = 5,  // brackets, lambda
    PARSE_COST_ELSE = 2,  // the last part of a conditional
    PARSE_COST_BLOCK = 6, // a statement within a statement
};

typedef struct Parser {
    Front *f;
    Lexer *lexer;
    const Token *tokens, *at;
    Node **stack; // items of the sequences being read, innermost last
    uint32_t n_stack, stack_cap;
    uint32_t depth;
    // For diag.c: where the module's last statement and the one before begin, and how many
    // statements lie on the stack in front of that one.
    const Token *statement, *before;
    uint32_t n_statements, n_before;
    // Likewise: the last token CPython would have read when an error was filed, and, set by diag.c,
    // the one to take for that.
    const Token *read, *last;
} Parser;

// --- Tokens --------------------------------------------------------------------------------------

static inline uint8_t parse_kind(const Parser *p) { return p->at->kind; }
static inline bool parse_is(const Parser *p, TokenKind kind) { return p->at->kind == kind; }

static inline bool parse_take(Parser *p, TokenKind kind) {
    if (p->at->kind != kind) { return false; }
    p->at++;
    return true;
}

static inline bool parse_is_soft(const Token *t, TokenKind soft) {
    return t->kind == TOK_NAME && t->as.name->keyword == soft;
}

// NAME. The next one's Name, or NULL.
static inline Name *parse_name(Parser *p) {
    return p->at->kind == TOK_NAME ? (p->at++)->as.name : NULL;
}

// --- Nodes ---------------------------------------------------------------------------------------

static inline void parse_set_end(const Parser *p, Node *n) {
    const Token *last = p->at - 1;
    n->end_lineno = last->end_lineno;
    n->end_col_offset = token_end_col(last);
}

// Memory from the arena like arena_alloc's, inlined for the size known at compile time.
static inline void *parse_alloc(Parser *p, size_t size) {
    Arena *a = p->f->arena;
    if (NX_LIKELY((size_t)(a->end - a->at) >= size)) {
        void *mem = a->at;
        a->at += size;
        return memset(mem, 0, size);
    }
    void *mem = arena_alloc(a, size);
    return mem ? mem : front_out_of_memory(p->f);
}

// A node from `start` to the last token taken.
static inline Node *parse_node(Parser *p, AstKind kind, size_t size, const Token *start) {
    Node *n = parse_alloc(p, size);
    if (NX_UNLIKELY(!n)) { return NULL; }
    n->kind = (uint8_t)kind;
    n->lineno = start->lineno;
    n->col_offset = start->col;
    parse_set_end(p, n);
    return n;
}

#define PARSE_BYTES(Kind)         (offsetof(Node, as) + sizeof(((Node *)NULL)->as.Kind))
#define PARSE_SIZE(Kind)          ((PARSE_BYTES(Kind) + 7) & ~(size_t)7)
#define PARSE_NEW(p, Kind, start) parse_node(p, AST_##Kind, PARSE_SIZE(Kind), start)

// As parse_set_end, but a statement's last token is never a line's or block's end.
NX_INTERNAL void parse_end_statement(const Parser *p, Node *n);

// A sequence is collected on p->stack from a mark on, and made when it is complete.
NX_INTERNAL bool parse_grow_stack(Parser *p);
static inline bool parse_push(Parser *p, Node *n) {
    if (NX_UNLIKELY(p->n_stack == p->stack_cap) && !parse_grow_stack(p)) { return false; }
    p->stack[p->n_stack++] = n;
    return true;
}
// Moves what lies above the mark into *out; false if the arena is full.
NX_INTERNAL bool parse_seq(Parser *p, uint32_t mark, NodeSeq *out);

// --- Errors --------------------------------------------------------------------------------------

// Files a SyntaxError at a place, columns counted from 0 in bytes; returns NULL.
NX_INTERNAL void *parse_fail_place(Parser *p, const char *message, uint32_t lineno, uint32_t col,
                                   uint32_t end_lineno, uint32_t end_col);
// Files a SyntaxError at a token, from one to another, or at a node; returns NULL.
NX_INTERNAL void *parse_fail(Parser *p, const Token *t, const char *message);
NX_INTERNAL void *parse_fail_range(Parser *p, const Token *a, const Token *b, const char *message);
NX_INTERNAL void *parse_fail_node(Parser *p, const Node *n, const char *message);

static inline bool parse_enter(Parser *p, uint32_t cost) {
    p->depth += cost;
    return NX_LIKELY(p->depth <= PARSE_MAX_DEPTH) || front_too_deep(p->f);
}
static inline void parse_leave(Parser *p, uint32_t cost) { p->depth -= cost; }

// --- parse_expr.c --------------------------------------------------------------------------------

NX_INTERNAL bool parse_starts_expression(uint8_t token_kind);
NX_INTERNAL Node *parse_expression(Parser *p);
NX_INTERNAL Node *parse_named_expression(Parser *p);
NX_INTERNAL Node *parse_star_named_expression(Parser *p);
NX_INTERNAL Node *parse_expressions(Parser *p);
NX_INTERNAL Node *parse_star_expression(Parser *p);
NX_INTERNAL Node *parse_star_expressions(Parser *p);
NX_INTERNAL Node *parse_yield_or_star_expressions(Parser *p);
NX_INTERNAL Node *parse_yield_expr(Parser *p);
NX_INTERNAL Node *parse_disjunction(Parser *p);
NX_INTERNAL Node *parse_inversion(Parser *p);
NX_INTERNAL Node *parse_bitwise_or(Parser *p);
NX_INTERNAL Node *parse_factor(Parser *p);
NX_INTERNAL Node *parse_primary(Parser *p);
NX_INTERNAL Node *parse_number(Parser *p);
NX_INTERNAL Node *parse_constant(Parser *p, ConstType type);

// --- parse_display.c -----------------------------------------------------------------------------

NX_INTERNAL Node *parse_paren(Parser *p);
NX_INTERNAL Node *parse_list(Parser *p);
NX_INTERNAL Node *parse_brace(Parser *p);
NX_INTERNAL Node *parse_slices(Parser *p);
NX_INTERNAL bool parse_for_if_clauses(Parser *p, NodeSeq *out);
NX_INTERNAL bool parse_is_comprehension(const Parser *p);

// --- parse_call.c --------------------------------------------------------------------------------

NX_INTERNAL Node *parse_call(Parser *p, Node *func, const Token *start);
NX_INTERNAL bool parse_class_arguments(Parser *p, NodeSeq *bases, NodeSeq *keywords);
NX_INTERNAL Node *parse_lambda(Parser *p);
NX_INTERNAL Node *parse_parameters(Parser *p, TokenKind close); // ')' or, of a lambda, ':'

// --- parse_string.c ------------------------------------------------------------------------------

NX_INTERNAL Node *parse_strings(Parser *p);
// The `!r` of a field: the name behind the `!`.
NX_INTERNAL bool parse_check_conversion(Parser *p, const Token *bang, uint8_t flags);

// --- parse_target.c ------------------------------------------------------------------------------

// Makes an expression the target of an assignment or of del; false if it cannot be one.
NX_INTERNAL bool parse_to_target(Node *n, ExprContext ctx);
// A Name, Attribute or Subscript.
NX_INTERNAL bool parse_to_single_target(Node *n);
NX_INTERNAL Node *parse_star_targets(Parser *p);
NX_INTERNAL Node *parse_star_target(Parser *p);
NX_INTERNAL bool parse_del_targets(Parser *p, NodeSeq *out);

// --- Statements ----------------------------------------------------------------------------------

NX_INTERNAL bool parse_statement(Parser *p);    // pushes one or several
NX_INTERNAL bool parse_simple_stmts(Parser *p); // pushes them
NX_INTERNAL bool parse_block(Parser *p, NodeSeq *out);
NX_INTERNAL Node *parse_import_stmt(Parser *p);
NX_INTERNAL Node *parse_compound(Parser *p, bool *is_simple); // parse_compound.c
NX_INTERNAL Node *parse_definition(Parser *p); // def, async def, class, with decorators
NX_INTERNAL Node *parse_match_stmt(Parser *p, bool *is_simple);
NX_INTERNAL Node *parse_type_alias(Parser *p);
NX_INTERNAL bool parse_type_params(Parser *p, NodeSeq *out);

#endif
