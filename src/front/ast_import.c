// ast_import.c: see ast_import.h. One function reads any node, by the rows of ast.def; nothing of the
// list is believed before it was looked at.
#include "front/ast_import.h"

#include "object/exc.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include "object/bytes.h"
#include "object/complex.h"
#include "object/tuple.h"

typedef struct FromAst {
    Vm *vm;
    Front *f;
    const Value *items; // what is left
    uint32_t n, depth;
} FromAst;

#define FROMAST_NAME(name) #name,
static const char *const fromast_bool_ops[] = {AST_BOOL_OPERATORS(FROMAST_NAME)};
static const char *const fromast_bin_ops[] = {AST_BIN_OPERATORS(FROMAST_NAME)};
static const char *const fromast_unary_ops[] = {AST_UNARY_OPERATORS(FROMAST_NAME)};
static const char *const fromast_cmp_ops[] = {AST_CMP_OPERATORS(FROMAST_NAME)};
static const char *const fromast_contexts[] = {AST_CONTEXTS(FROMAST_NAME)};
#undef FROMAST_NAME

static bool fromast_node(FromAst *im, AstGroup group, Node **out);

static bool fromast_bad(const FromAst *im) {
    return raise_false(im->vm, EXC_SystemError, "malformed list of a syntax tree");
}

static bool fromast_memory(const FromAst *im) { return front_out_of_memory(im->f) != NULL; }

// V_UNBOUND: the list is over.
static Value fromast_take(FromAst *im) {
    if (im->n == 0) { return V_UNBOUND; }
    im->n--;
    return *im->items++;
}

static bool fromast_int(FromAst *im, int32_t *out) {
    Value v = fromast_take(im);
    if (v == V_UNBOUND || !(is_int(v) || isinstance_int(im->vm, v))) { return fromast_bad(im); }
    if (!is_int(v) || int_of(v) > INT32_MAX || int_of(v) < INT32_MIN) {
        return raise_false(im->vm, EXC_OverflowError, "Python int too large to convert to C int");
    }
    *out = (int32_t)int_of(v);
    return true;
}

// How many there are, of which each takes at least one item.
static bool fromast_count(FromAst *im, uint32_t *out) {
    int32_t n;
    if (!fromast_int(im, &n)) { return false; }
    if (n < 0 || (uint32_t)n > im->n) { return fromast_bad(im); }
    *out = (uint32_t)n;
    return true;
}

// The place of a word among n ones.
static bool fromast_word(FromAst *im, const char *const *words, uint32_t n, uint32_t *out) {
    Value v = fromast_take(im);
    if (!isinstance_str(im->vm, v)) { return fromast_bad(im); }
    for (*out = 0; *out < n; (*out)++) {
        if (str_equals_cstr(as_str(im->vm, v), words[*out])) { return true; }
    }
    return fromast_bad(im);
}

static bool fromast_name(FromAst *im, Name **out) {
    Value v = fromast_take(im);
    *out = NULL;
    if (v == V_NONE) { return true; }
    if (!isinstance_str(im->vm, v)) { return fromast_bad(im); }
    const Str *s = as_str(im->vm, v);
    *out = front_name(im->f, s->data, s->h.n);
    return *out || fromast_memory(im);
}

static bool fromast_names(FromAst *im, NameSeq *seq) {
    if (!fromast_count(im, &seq->len)) { return false; }
    seq->items = ARENA_ARRAY(im->f->arena, Name *, seq->len + 1);
    if (!seq->items) { return fromast_memory(im); }
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!fromast_name(im, &seq->items[i])) { return false; }
        if (seq->items[i]) { continue; }
        return raise_false(im->vm, EXC_ValueError, "None disallowed in identifier list");
    }
    return true;
}

static bool fromast_nodes(FromAst *im, const AstField *field, NodeSeq *seq) {
    if (!fromast_count(im, &seq->len)) { return false; }
    seq->items = ARENA_ARRAY(im->f->arena, Node *, seq->len + 1);
    if (!seq->items) { return fromast_memory(im); }
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!fromast_node(im, (AstGroup)field->group, &seq->items[i])) { return false; }
        if (seq->items[i] || !field->needed) { continue; }
        return raise_false(im->vm, EXC_ValueError, "None disallowed in %s list",
                           field->group == AST_GROUP_stmt ? "statement" : "expression");
    }
    return true;
}

static bool fromast_ops(FromAst *im, OpSeq *seq) {
    if (!fromast_count(im, &seq->len)) { return false; }
    seq->items = ARENA_ARRAY(im->f->arena, uint8_t, seq->len + 1);
    if (!seq->items) { return fromast_memory(im); }
    for (uint32_t i = 0; i < seq->len; i++) {
        uint32_t op;
        if (!fromast_word(im, fromast_cmp_ops, COUNT_OF(fromast_cmp_ops), &op)) { return false; }
        seq->items[i] = (uint8_t)op;
    }
    return true;
}

// What a literal, or folding, may give.
static bool fromast_is_constant(Vm *vm, Value v, int depth) {
    if (!is_ref(v)) {
        return is_int(v) || is_double(v) || is_bool(v) || v == V_NONE || v == V_ELLIPSIS;
    }
    if (is_exact(vm, v, T_FROZENSET)) { return true; } // its items are no constants of ours
    if (!is_exact(vm, v, T_TUPLE)) {
        return is_exact(vm, v, T_INT) || is_exact(vm, v, T_COMPLEX) || is_exact(vm, v, T_STR) ||
               is_exact(vm, v, T_BYTES);
    }
    const Tuple *t = as_tuple(vm, v);
    if (depth == 0 || !native_charge(vm, t->h.n)) { return false; }
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!fromast_is_constant(vm, t->items[i], depth - 1)) { return false; }
    }
    return true;
}

static bool fromast_text(const FromAst *im, Value v, Const *out) {
    const Str *s = as_str(im->vm, v);
    out->type = CONST_STR;
    out->ascii = str_is_ascii(s);
    out->len = s->h.n;
    out->as.bytes = s->data;
    return true;
}

enum { FROMAST_CONST_DEPTH = 20 };

static bool fromast_const(FromAst *im, Const *out) {
    Vm *vm = im->vm;
    Value v = fromast_take(im);
    if (v == V_NONE || is_bool(v) || v == V_ELLIPSIS) {
        out->type = v == V_NONE    ? CONST_NONE
                    : v == V_FALSE ? CONST_FALSE
                    : v == V_TRUE  ? CONST_TRUE
                                   : CONST_ELLIPSIS;
        return true;
    }
    if (is_int(v) && int_of(v) >= 0) {
        out->type = CONST_INT;
        out->as.i = int_of(v);
        return true;
    }
    if (is_double(v)) {
        out->type = CONST_FLOAT;
        out->as.d = double_of(v);
        return true;
    }
    if (is_exact(vm, v, T_STR)) { return fromast_text(im, v, out); }
    if (is_exact(vm, v, T_BYTES)) {
        out->type = CONST_BYTES;
        out->len = as_bytes(vm, v)->h.n;
        out->as.bytes = (const char *)as_bytes(vm, v)->data;
        return true;
    }
    if (is_exact(vm, v, T_COMPLEX) && double_bits(as_complex(vm, v)->re) == double_bits(0.0)) {
        out->type = CONST_COMPLEX;
        out->as.d = as_complex(vm, v)->im;
        return true;
    }
    if (v == V_UNBOUND || !fromast_is_constant(vm, v, FROMAST_CONST_DEPTH)) {
        return fromast_bad(im);
    }
    out->type = CONST_VALUE;
    out->as.value = v;
    return true;
}

static bool fromast_field(FromAst *im, Node *n, const AstField *field) {
    void *at = (char *)n + field->offset;
    uint32_t op = 0;
    switch ((AstFieldType)field->type) {
    case AST_FIELD_ONE:
    case AST_FIELD_OPT: {
        Node **child = at;
        if (!fromast_node(im, (AstGroup)field->group, child)) { return false; }
        if (*child || !field->needed) { return true; }
        break;
    }
    case AST_FIELD_SEQ: return fromast_nodes(im, field, at);
    case AST_FIELD_ID: {
        Name **name = at;
        if (!fromast_name(im, name)) { return false; }
        if (*name || !field->needed) { return true; }
        break;
    }
    case AST_FIELD_IDS: return fromast_names(im, at);
    case AST_FIELD_CONST: return fromast_const(im, at);
    case AST_FIELD_INT: return fromast_int(im, at);
    case AST_FIELD_OPS: return fromast_ops(im, at);
    case AST_FIELD_BoolOperator:
        if (!fromast_word(im, fromast_bool_ops, COUNT_OF(fromast_bool_ops), &op)) { return false; }
        *(BoolOperator *)at = (BoolOperator)op;
        return true;
    case AST_FIELD_BinOperator:
        if (!fromast_word(im, fromast_bin_ops, COUNT_OF(fromast_bin_ops), &op)) { return false; }
        *(BinOperator *)at = (BinOperator)op;
        return true;
    case AST_FIELD_UnaryOperator:
        if (!fromast_word(im, fromast_unary_ops, COUNT_OF(fromast_unary_ops), &op)) {
            return false;
        }
        *(UnaryOperator *)at = (UnaryOperator)op;
        return true;
    default:
        if (!fromast_word(im, fromast_contexts, COUNT_OF(fromast_contexts), &op)) { return false; }
        *(ExprContext *)at = (ExprContext)op;
        return true;
    }
    return raise_false(im->vm, EXC_ValueError, "field '%s' is required for %s", field->name,
                       ast_name((AstKind)n->kind));
}

// Lines and columns; what lies before the first is the first.
static bool fromast_place(FromAst *im, Node *n) {
    int32_t p[4];
    enum { LINE, COL, END_LINE, END_COL };
    for (uint32_t i = 0; i < COUNT_OF(p); i++) {
        if (!fromast_int(im, &p[i])) { return false; }
    }
    if (p[LINE] > p[END_LINE]) {
        return raise_false(im->vm, EXC_ValueError, "AST node line range (%d, %d) is not valid",
                           p[LINE], p[END_LINE]);
    }
    if ((p[LINE] < 0 && p[END_LINE] != p[LINE]) || (p[COL] < 0 && p[COL] != p[END_COL])) {
        return raise_false(im->vm, EXC_ValueError,
                           "AST node column range (%d, %d) for line range (%d, %d) is not valid",
                           p[COL], p[END_COL], p[LINE], p[END_LINE]);
    }
    if (p[LINE] == p[END_LINE] && p[COL] > p[END_COL]) {
        return raise_false(im->vm, EXC_ValueError, "line %d, column %d-%d is not a valid range",
                           p[LINE], p[COL], p[END_COL]);
    }
    n->lineno = (uint32_t)max_i64(p[LINE], 0);
    n->col_offset = (uint32_t)max_i64(p[COL], 0);
    n->end_lineno = (uint32_t)max_i64(p[END_LINE], 0);
    n->end_col_offset = (uint32_t)max_i64(p[END_COL], 0);
    return true;
}

// Constant's field `kind` is part of the constant here.
static bool fromast_prefix(FromAst *im, Const *c) {
    Value v = fromast_take(im);
    if (v != V_NONE && !isinstance_str(im->vm, v)) { return fromast_bad(im); }
    c->u_prefix = v != V_NONE && c->type == CONST_STR && str_equals_cstr(as_str(im->vm, v), "u");
    return true;
}

static AstKind fromast_kind(const FromAst *im, Value name, AstGroup group) {
    if (!isinstance_str(im->vm, name)) { return AST_NONE; }
    for (AstKind kind = (AstKind)1; kind < AST_N_KINDS; kind++) {
        if (ast_group(kind) == group && str_equals_cstr(as_str(im->vm, name), ast_name(kind))) {
            return kind;
        }
    }
    return AST_NONE;
}

static bool fromast_node(FromAst *im, AstGroup group, Node **out) {
    Value v = fromast_take(im);
    *out = NULL;
    if (v == V_NONE) { return true; }
    AstKind kind = fromast_kind(im, v, group);
    if (kind == AST_NONE) { return fromast_bad(im); }
    if (im->depth == AST_MAX_DEPTH) {
        return raise_false(im->vm, EXC_RecursionError,
                           "maximum recursion depth exceeded during ast construction");
    }
    if (++im->f->work > im->f->work_limit) { return front_out_of_work(im->f) != NULL; }
    Node *n = arena_alloc(im->f->arena, ast_size(kind));
    if (!n) { return fromast_memory(im); }
    n->kind = (uint8_t)kind;
    if (ast_has_position(kind) && !fromast_place(im, n)) { return false; }
    im->depth++;
    for (const AstField *field = ast_fields(kind); field->type != AST_FIELD_END; field++) {
        if (!fromast_field(im, n, field)) { return false; }
    }
    im->depth--;
    if (kind == AST_Constant && !fromast_prefix(im, &n->as.Constant.value)) { return false; }
    *out = n;
    return true;
}

Node *ast_import(Vm *vm, Front *f, Value flat) {
    static const uint8_t kinds[] = {
        [FRONT_EXEC] = AST_Module, [FRONT_EVAL] = AST_Expression, [FRONT_SINGLE] = AST_Interactive};
    FromAst im = {.vm = vm, .f = f};
    if (is_exact(vm, flat, T_LIST)) {
        im.n = as_list(vm, flat)->h.n;
        im.items = im.n ? list_items(vm, as_list(vm, flat)) : NULL;
    }
    Node *tree;
    if (!fromast_node(&im, AST_GROUP_mod, &tree)) { return NULL; }
    if (!tree || tree->kind != kinds[f->mode] || im.n) {
        fromast_bad(&im);
        return NULL;
    }
    return ast_validate(vm, f, tree) ? tree : NULL;
}
