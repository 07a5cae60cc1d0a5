// ast_dump.c: a tree as text, letter by letter what CPython's ast.dump(tree, indent=2) prints; for
// people to read and for the tests to compare.
//
// Its layout: a node with at most three arguments that are all simple stands on one line; simple
// are values and nodes without arguments. Fields that are None or an empty list are left out.
#include "front/ast.h"

#include "base/bigint.h"
#include "base/dtoa.h"
#include "base/unicode.h"
#include "base/utf8.h"

typedef struct Dump {
    AstPut *put;
    void *ctx;
    bool attributes;
} Dump;

enum { DUMP_MAX_DIGITS = 4300, DUMP_CHUNK_DIGITS = 19 };

static void dump_text(Dump *d, const char *s) { d->put(d->ctx, s, strlen(s)); }

// --- Values --------------------------------------------------------------------------------------

static void dump_u64(Dump *d, uint64_t value, size_t width) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value || sizeof digits - at < width);
    d->put(d->ctx, digits + at, sizeof digits - at);
}

static void dump_int(Dump *d, int64_t value) {
    if (value < 0) { dump_text(d, "-"); }
    dump_u64(d, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 1);
}

static void dump_hex(Dump *d, uint64_t value, int width) {
    for (int i = width - 1; i >= 0; i--) {
        d->put(d->ctx, &"0123456789abcdef"[value >> (4 * i) & 15], 1);
    }
}

// In decimal while CPython would print it; beyond that limit in hex.
static void dump_big(Dump *d, const Const *c) {
    Limb limbs[DUMP_MAX_DIGITS / DUMP_CHUNK_DIGITS + 1];
    Limb chunks[DUMP_MAX_DIGITS / DUMP_CHUNK_DIGITS + 2];
    uint32_t n = c->len, n_chunks = 0;
    if (n > COUNT_OF(limbs) - 1) {
        dump_text(d, "0x");
        for (uint32_t i = n; i > 0; i--) { dump_hex(d, c->as.limbs[i - 1], 16); }
        return;
    }
    memcpy(limbs, c->as.limbs, n * sizeof(Limb));
    while (n > 0) {
        n = big_divmod_limb(limbs, limbs, n, 10000000000000000000u, &chunks[n_chunks++]);
    }
    for (uint32_t i = n_chunks; i > 0; i--) {
        dump_u64(d, chunks[i - 1], i == n_chunks ? 1 : DUMP_CHUNK_DIGITS);
    }
}

static void dump_escape(Dump *d, uint32_t cp) {
    const char *simple = cp == '\n' ? "\\n" : cp == '\t' ? "\\t" : cp == '\r' ? "\\r" : NULL;
    if (simple) {
        dump_text(d, simple);
    } else if (cp < 0x100) {
        dump_text(d, "\\x");
        dump_hex(d, cp, 2);
    } else {
        dump_text(d, cp < 0x10000 ? "\\u" : "\\U");
        dump_hex(d, cp, cp < 0x10000 ? 4 : 8);
    }
}

// repr() of a str or bytes.
static void dump_string(Dump *d, const char *s, uint32_t len, bool bytes) {
    char quote = memchr(s, '\'', len) && !memchr(s, '"', len) ? '"' : '\'';
    if (bytes) { dump_text(d, "b"); }
    d->put(d->ctx, &quote, 1);
    for (uint32_t i = 0; i < len;) {
        uint32_t size = 1, cp = bytes ? (uint8_t)s[i] : utf8_decode(s + i, &size);
        if (cp == (uint8_t)quote || cp == '\\') {
            dump_text(d, "\\");
            d->put(d->ctx, s + i, 1);
        } else if (cp < 0x80 ? cp >= ' ' && cp != 0x7F : !bytes && unicode_is_printable(cp)) {
            d->put(d->ctx, s + i, size);
        } else {
            dump_escape(d, cp);
        }
        i += size;
    }
    d->put(d->ctx, &quote, 1);
}

static void dump_name(Dump *d, const Name *n) { dump_string(d, n->text, n->len, false); }

static void dump_const(Dump *d, const Const *c) {
    char text[64];
    switch (c->type) {
    case CONST_NONE: dump_text(d, "None"); break;
    case CONST_FALSE: dump_text(d, "False"); break;
    case CONST_TRUE: dump_text(d, "True"); break;
    case CONST_ELLIPSIS: dump_text(d, "Ellipsis"); break;
    case CONST_INT: dump_int(d, c->as.i); break;
    case CONST_BIG: dump_big(d, c); break;
    case CONST_FLOAT: d->put(d->ctx, text, dtoa_repr(text, c->as.d)); break;
    case CONST_COMPLEX:
        d->put(d->ctx, text, dtoa_format(text, c->as.d, 'r', 0, 0));
        dump_text(d, "j");
        break;
    case CONST_VALUE: dump_text(d, "..."); break;
    default: dump_string(d, c->as.bytes, c->len, c->type == CONST_BYTES); break;
    }
}

// --- Nodes ---------------------------------------------------------------------------------------

#define DUMP_QUOTED(name) #name "()",
static const char *const dump_bool_ops[] = {AST_BOOL_OPERATORS(DUMP_QUOTED)};
static const char *const dump_bin_ops[] = {AST_BIN_OPERATORS(DUMP_QUOTED)};
static const char *const dump_unary_ops[] = {AST_UNARY_OPERATORS(DUMP_QUOTED)};
static const char *const dump_cmp_ops[] = {AST_CMP_OPERATORS(DUMP_QUOTED)};
static const char *const dump_contexts[] = {AST_CONTEXTS(DUMP_QUOTED)};

static const void *dump_at(const Node *n, const AstField *f) { return (const char *)n + f->offset; }

static Node *dump_node_at(const Node *n, const AstField *f) {
    Node *child;
    memcpy(&child, dump_at(n, f), sizeof child);
    return child;
}

static uint32_t dump_seq_len(const Node *n, const AstField *f) {
    switch (f->type) {
    case AST_FIELD_SEQ: return ((const NodeSeq *)dump_at(n, f))->len;
    case AST_FIELD_IDS: return ((const NameSeq *)dump_at(n, f))->len;
    default: return ((const OpSeq *)dump_at(n, f))->len;
    }
}

static bool dump_is_seq(const AstField *f) {
    return f->type == AST_FIELD_SEQ || f->type == AST_FIELD_IDS || f->type == AST_FIELD_OPS;
}

static bool dump_is_shown(const Node *n, const AstField *f) {
    if (dump_is_seq(f)) { return dump_seq_len(n, f) > 0; }
    if (f->type == AST_FIELD_OPT || f->type == AST_FIELD_ID) { return dump_node_at(n, f) != NULL; }
    return true;
}

static bool dump_has_u(const Node *n) {
    return n->kind == AST_Constant && n->as.Constant.value.u_prefix;
}

static uint32_t dump_n_args(const Dump *d, const Node *n) {
    uint32_t count = dump_has_u(n);
    for (const AstField *f = ast_fields(n->kind); f->type; f++) { count += dump_is_shown(n, f); }
    return count + (d->attributes && ast_has_position(n->kind) ? 4 : 0);
}

static bool dump_is_simple(const Dump *d, const Node *n, const AstField *f) {
    if (f->type == AST_FIELD_ONE || f->type == AST_FIELD_OPT) {
        return dump_n_args(d, dump_node_at(n, f)) == 0;
    }
    return !dump_is_seq(f);
}

static bool dump_on_one_line(const Dump *d, const Node *n) {
    if (dump_n_args(d, n) > 3) { return false; }
    for (const AstField *f = ast_fields(n->kind); f->type; f++) {
        if (dump_is_shown(n, f) && !dump_is_simple(d, n, f)) { return false; }
    }
    return true;
}

static void dump_newline(Dump *d, uint32_t level) {
    dump_text(d, "\n");
    while (level-- > 0) { dump_text(d, "  "); }
}

static bool dump_node(Dump *d, const Node *n, uint32_t level);

static bool dump_seq(Dump *d, const Node *n, const AstField *f, uint32_t level) {
    uint32_t len = dump_seq_len(n, f);
    dump_text(d, "[");
    for (uint32_t i = 0; i < len; i++) {
        if (i) { dump_text(d, ","); }
        dump_newline(d, level);
        if (f->type == AST_FIELD_IDS) {
            dump_name(d, ((const NameSeq *)dump_at(n, f))->items[i]);
        } else if (f->type == AST_FIELD_OPS) {
            dump_text(d, dump_cmp_ops[((const OpSeq *)dump_at(n, f))->items[i]]);
        } else {
            const Node *item = ((const NodeSeq *)dump_at(n, f))->items[i];
            if (!item) {
                dump_text(d, "None");
            } else if (!dump_node(d, item, level)) {
                return false;
            }
        }
    }
    dump_text(d, "]");
    return true;
}

static bool dump_field(Dump *d, const Node *n, const AstField *f, uint32_t level) {
    uint32_t op;
    memcpy(&op, dump_at(n, f), sizeof op);
    switch (f->type) {
    case AST_FIELD_ONE:
    case AST_FIELD_OPT: return dump_node(d, dump_node_at(n, f), level);
    case AST_FIELD_SEQ:
    case AST_FIELD_IDS:
    case AST_FIELD_OPS: return dump_seq(d, n, f, level + 1);
    case AST_FIELD_ID: {
        const Name *name;
        memcpy(&name, dump_at(n, f), sizeof name);
        dump_name(d, name);
        return true;
    }
    case AST_FIELD_CONST: dump_const(d, (const Const *)dump_at(n, f)); return true;
    case AST_FIELD_INT: dump_int(d, (int32_t)op); return true;
    case AST_FIELD_BoolOperator: dump_text(d, dump_bool_ops[op]); return true;
    case AST_FIELD_BinOperator: dump_text(d, dump_bin_ops[op]); return true;
    case AST_FIELD_UnaryOperator: dump_text(d, dump_unary_ops[op]); return true;
    default: dump_text(d, dump_contexts[op]); return true;
    }
}

// What goes before an argument and its name.
static void dump_arg(Dump *d, bool *first, bool line, uint32_t level, const char *name) {
    if (!*first) { dump_text(d, line ? ", " : ","); }
    if (!line) { dump_newline(d, level); }
    *first = false;
    dump_text(d, name);
    dump_text(d, "=");
}

static void dump_positions(Dump *d, const Node *n, bool line, uint32_t level) {
    static const char *const names[] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};
    uint32_t values[] = {n->lineno, n->col_offset, n->end_lineno, n->end_col_offset};
    bool first = dump_n_args(d, n) == 4;
    for (uint32_t i = 0; i < 4; i++) {
        dump_arg(d, &first, line, level, names[i]);
        dump_int(d, values[i]);
    }
}

static bool dump_node(Dump *d, const Node *n, uint32_t level) {
    if (level >= AST_MAX_DEPTH) { return false; }
    bool line = dump_on_one_line(d, n), first = true;
    level++;
    dump_text(d, ast_name(n->kind));
    dump_text(d, "(");
    for (const AstField *f = ast_fields(n->kind); f->type; f++) {
        if (!dump_is_shown(n, f)) { continue; }
        dump_arg(d, &first, line, level, f->name);
        if (!dump_field(d, n, f, level)) { return false; }
    }
    if (dump_has_u(n)) {
        dump_arg(d, &first, line, level, "kind");
        dump_text(d, "'u'");
    }
    if (d->attributes && ast_has_position(n->kind)) { dump_positions(d, n, line, level); }
    dump_text(d, ")");
    return true;
}

void ast_dump_const(const Const *c, AstPut *put, void *ctx) {
    Dump d = {put, ctx, false};
    dump_const(&d, c);
}

bool ast_dump(const Node *tree, bool attributes, AstPut *put, void *ctx) {
    Dump d = {put, ctx, attributes};
    return dump_node(&d, tree, 0);
}
