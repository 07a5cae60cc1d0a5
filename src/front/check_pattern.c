// check_pattern.c: what a pattern may not do: bind a name twice, bind different names in its
// alternatives, stand before patterns it makes unreachable, test a key twice (PEP 634).
#include "front/check_inner.h"

typedef struct CheckNames {
    Name **items;
    uint32_t len, cap;
} CheckNames;

typedef struct CheckPattern {
    Check *c;
    CheckNames stores;
    bool allow_irrefutable;
} CheckPattern;

static bool check_pattern(CheckPattern *p, const Node *n);

static bool check_has_name(const CheckNames *names, const Name *name) {
    for (uint32_t i = 0; i < names->len; i++) {
        if (names->items[i] == name) { return true; }
    }
    return false;
}

static bool check_store(CheckPattern *p, Name *name, const Node *at) {
    CheckNames *s = &p->stores;
    Front *f = p->c->f;
    if (!name) { return true; }
    f->work += 1 + s->len / 16;
    if (f->work > f->work_limit) { return front_out_of_work(f) != NULL; }
    if (check_has_name(s, name)) {
        return check_fail(p->c, at,
                          front_format(f, "multiple assignments to name '%N' in pattern", name));
    }
    if (s->len == s->cap) {
        uint32_t cap = s->cap ? s->cap * 2 : 4;
        Name **items = ARENA_ARRAY(f->arena, Name *, cap);
        if (!items) { return front_out_of_memory(f) != NULL; }
        if (s->len) { memcpy(items, s->items, s->len * sizeof(Name *)); }
        s->items = items;
        s->cap = cap;
    }
    s->items[s->len++] = name;
    return true;
}

static bool check_is_wildcard(const Node *n) {
    return n->kind == AST_MatchAs && !n->as.MatchAs.name && !n->as.MatchAs.pattern;
}

// A pattern inside another may always be irrefutable.
static bool check_subpattern(CheckPattern *p, const Node *n) {
    if (check_is_wildcard(n)) { return true; }
    bool before = p->allow_irrefutable;
    p->allow_irrefutable = true;
    bool ok = check_pattern(p, n);
    p->allow_irrefutable = before;
    return ok;
}

static bool check_subpatterns(CheckPattern *p, const NodeSeq *seq) {
    for (uint32_t i = 0; i < seq->len; i++) {
        if (!check_subpattern(p, seq->items[i])) { return false; }
    }
    return true;
}

static bool check_match_as(CheckPattern *p, const Node *n) {
    Name *name = n->as.MatchAs.name;
    if (n->as.MatchAs.pattern) {
        return check_pattern(p, n->as.MatchAs.pattern) && check_store(p, name, n);
    }
    if (p->allow_irrefutable) { return check_store(p, name, n); }
    Front *f = p->c->f;
    const char *message = "wildcard makes remaining patterns unreachable";
    if (name) {
        message = front_format(f, "name capture '%N' makes remaining patterns unreachable", name);
    }
    return check_fail(p->c, n, message);
}

static bool check_same_names(const CheckNames *a, const CheckNames *b) {
    if (a->len != b->len) { return false; }
    for (uint32_t i = 0; i < a->len; i++) {
        if (!check_has_name(b, a->items[i])) { return false; }
    }
    return true;
}

static bool check_match_or(CheckPattern *p, const Node *n) {
    const NodeSeq *alts = &n->as.MatchOr.patterns;
    CheckNames first = {NULL, 0, 0};
    for (uint32_t i = 0; i < alts->len; i++) {
        CheckPattern alt = {.c = p->c};
        alt.allow_irrefutable = i + 1 == alts->len && p->allow_irrefutable;
        if (!check_pattern(&alt, alts->items[i])) { return false; }
        if (i == 0) {
            first = alt.stores;
        } else if (!check_same_names(&first, &alt.stores)) {
            return check_fail(p->c, n, "alternative patterns bind different names");
        }
    }
    for (uint32_t i = 0; i < first.len; i++) {
        if (!check_store(p, first.items[i], n)) { return false; }
    }
    return true;
}

static bool check_match_sequence(CheckPattern *p, const Node *n) {
    const NodeSeq *seq = &n->as.MatchSequence.patterns;
    bool star = false;
    for (uint32_t i = 0; i < seq->len; i++) {
        if (seq->items[i]->kind != AST_MatchStar) { continue; }
        if (star) { return check_fail(p->c, n, "multiple starred names in sequence pattern"); }
        if (i >= 256) {
            return check_fail(p->c, n, "too many expressions in star-unpacking sequence pattern");
        }
        star = true;
    }
    return check_subpatterns(p, seq);
}

static bool check_match_class(CheckPattern *p, const Node *n) {
    const NameSeq *attrs = &n->as.MatchClass.kwd_attrs;
    for (uint32_t i = 0; i < attrs->len; i++) {
        p->c->f->work += attrs->len / 16;
        if (p->c->f->work > p->c->f->work_limit) { return front_out_of_work(p->c->f) != NULL; }
        for (uint32_t k = i + 1; k < attrs->len; k++) {
            if (attrs->items[k] == attrs->items[i]) {
                return check_fail(p->c, n->as.MatchClass.kwd_patterns.items[k],
                                  front_format(p->c->f,
                                               "attribute name repeated in class pattern: %N",
                                               attrs->items[i]));
            }
        }
    }
    return check_expr(p->c, n->as.MatchClass.cls) &&
           check_subpatterns(p, &n->as.MatchClass.patterns) &&
           check_subpatterns(p, &n->as.MatchClass.kwd_patterns);
}

// --- Keys of mappings ----------------------------------------------------------------------------

// A literal key: a constant, or a number of the form [-]a or [-]a+bj.
typedef struct CheckKey {
    const Const *real, *imag;
    bool real_minus, imag_minus;
} CheckKey;

static bool check_key_of(const Node *n, CheckKey *key) {
    *key = (CheckKey){NULL, NULL, false, false};
    if (n->kind == AST_BinOp) {
        key->imag = &n->as.BinOp.right->as.Constant.value;
        key->imag_minus = n->as.BinOp.op == BIN_Sub;
        n = n->as.BinOp.left;
    }
    if (n->kind == AST_UnaryOp) {
        key->real_minus = true;
        n = n->as.UnaryOp.operand;
    }
    if (n->kind != AST_Constant) { return false; }
    key->real = &n->as.Constant.value;
    return true;
}

static bool check_is_number(const Const *c) {
    return c->type == CONST_INT || c->type == CONST_BIG || c->type == CONST_FLOAT ||
           c->type == CONST_COMPLEX || c->type == CONST_TRUE || c->type == CONST_FALSE;
}

static double check_as_double(const Const *c) {
    switch (c->type) {
    case CONST_TRUE: return 1;
    case CONST_INT: return (double)c->as.i;
    case CONST_FLOAT:
    case CONST_COMPLEX: return c->as.d;
    case CONST_BIG: {
        double d = 0;
        for (uint32_t i = c->len; i > 0; i--) {
            d = d * 18446744073709551616.0 + (double)c->as.limbs[i - 1];
        }
        return d;
    }
    default: return 0;
    }
}

static bool check_same_ints(const CheckKey *a, const CheckKey *b) {
    bool zero = a->real->type == CONST_INT && a->real->as.i == 0;
    if (a->real->type != b->real->type || (a->real_minus != b->real_minus && !zero)) {
        return false;
    }
    if (a->real->type == CONST_INT) { return a->real->as.i == b->real->as.i; }
    return a->real->len == b->real->len &&
           memcmp(a->real->as.limbs, b->real->as.limbs, a->real->len * sizeof(uint64_t)) == 0;
}

static bool check_is_int(const CheckKey *k) {
    return !k->imag && (k->real->type == CONST_INT || k->real->type == CONST_BIG);
}

static void check_parts(const CheckKey *k, double *re, double *im) {
    double value = check_as_double(k->real);
    if (k->real_minus) { value = -value; }
    *re = k->real->type == CONST_COMPLEX ? 0 : value;
    *im = k->real->type == CONST_COMPLEX ? value : 0;
    if (k->imag) { *im = k->imag_minus ? -k->imag->as.d : k->imag->as.d; }
}

// == of the guest language between two literals.
static bool check_same_key(const CheckKey *a, const CheckKey *b) {
    if (check_is_number(a->real) && check_is_number(b->real)) {
        if (check_is_int(a) && check_is_int(b)) { return check_same_ints(a, b); }
        double re_a, im_a, re_b, im_b;
        check_parts(a, &re_a, &im_a);
        check_parts(b, &re_b, &im_b);
        return !(re_a < re_b || re_a > re_b || im_a < im_b || im_a > im_b);
    }
    if (a->real->type != b->real->type) { return false; }
    if (a->real->type != CONST_STR && a->real->type != CONST_BYTES) { return true; }
    return a->real->len == b->real->len &&
           memcmp(a->real->as.bytes, b->real->as.bytes, a->real->len) == 0;
}

typedef struct CheckText {
    char *out; // NULL: only measure
    size_t len;
} CheckText;

static void check_put(void *ctx, const char *bytes, size_t len) {
    CheckText *t = ctx;
    if (t->out) { memcpy(t->out + t->len, bytes, len); }
    t->len += len;
}

static void check_put_key(CheckText *t, const CheckKey *k) {
    bool negative_imag = k->real->type == CONST_COMPLEX && k->real_minus;
    if (k->imag || negative_imag) { check_put(t, "(", 1); }
    if (negative_imag) {
        check_put(t, "-0", 2); // the sum's real part is zero, negated with the rest
    }
    bool zero = k->real->type == CONST_INT && k->real->as.i == 0;
    if (k->real_minus && !zero) { check_put(t, "-", 1); }
    Const real = *k->real;
    if (k->imag && real.type == CONST_FLOAT) { real.type = CONST_COMPLEX; }
    ast_dump_const(&real, check_put, t);
    if (real.type != k->real->type) { t->len--; } // the j of a real part
    if (k->imag) {
        check_put(t, k->imag_minus ? "-" : "+", 1);
        ast_dump_const(k->imag, check_put, t);
    }
    if (k->imag || negative_imag) { check_put(t, ")", 1); }
}

static bool check_duplicate_key(CheckPattern *p, const Node *n, const CheckKey *key) {
    CheckText t = {NULL, 0};
    check_put_key(&t, key);
    t.out = arena_alloc(p->c->f->arena, t.len + 8);
    if (!t.out) { return front_out_of_memory(p->c->f) != NULL; }
    size_t len = t.len;
    t.len = 0;
    check_put_key(&t, key);
    t.out[len] = 0;
    const char *format = "mapping pattern checks duplicate key (%s)";
    return check_fail(p->c, n, front_format(p->c->f, format, t.out));
}

static bool check_match_mapping(CheckPattern *p, const Node *n) {
    const NodeSeq *keys = &n->as.MatchMapping.keys;
    CheckKey *seen = ARENA_ARRAY(p->c->f->arena, CheckKey, keys->len + 1);
    uint32_t n_seen = 0;
    if (!seen) { return front_out_of_memory(p->c->f) != NULL; }
    for (uint32_t i = 0; i < keys->len; i++) {
        const Node *key = keys->items[i];
        if (check_key_of(key, &seen[n_seen])) {
            p->c->f->work += n_seen / 8;
            if (p->c->f->work > p->c->f->work_limit) { return front_out_of_work(p->c->f) != NULL; }
            for (uint32_t k = 0; k < n_seen; k++) {
                if (check_same_key(&seen[k], &seen[n_seen])) {
                    return check_duplicate_key(p, n, &seen[n_seen]);
                }
            }
            n_seen++;
        } else if (key->kind != AST_Attribute) {
            return check_fail(p->c, n,
                              "mapping pattern keys may only match literals and attribute "
                              "lookups");
        }
        if (!check_expr(p->c, key)) { return false; }
    }
    return check_subpatterns(p, &n->as.MatchMapping.patterns) &&
           check_store(p, n->as.MatchMapping.rest, n);
}

// --- All kinds -----------------------------------------------------------------------------------

static bool check_match_value(CheckPattern *p, const Node *n) {
    CheckKey key;
    const Node *value = n->as.MatchValue.value;
    if (!check_key_of(value, &key) && value->kind != AST_Attribute) {
        return check_fail(p->c, n, "patterns may only match literals and attribute lookups");
    }
    return check_expr(p->c, value);
}

static bool check_pattern(CheckPattern *p, const Node *n) {
    switch (n->kind) {
    case AST_MatchValue: return check_match_value(p, n);
    case AST_MatchSequence: return check_match_sequence(p, n);
    case AST_MatchMapping: return check_match_mapping(p, n);
    case AST_MatchClass: return check_match_class(p, n);
    case AST_MatchStar: return check_store(p, n->as.MatchStar.name, n);
    case AST_MatchAs: return check_match_as(p, n);
    case AST_MatchOr: return check_match_or(p, n);
    default: return true;
    }
}

// The last case of several may be a bare wildcard, which is no pattern to be compiled then.
bool check_case(Check *c, const Node *match_case, bool last) {
    CheckPattern p = {.c = c};
    const Node *guard = match_case->as.match_case.guard;
    p.allow_irrefutable = guard || last;
    return check_pattern(&p, match_case->as.match_case.pattern) && (!guard || check_expr(c, guard));
}
