// compile_match.c: the match statement (PEP 634).
//
// A pattern is code that goes on when the subject, in a register, matches, and jumps to `fail` when
// not. What it captures stays in registers until the whole pattern has matched; only then, before
// the guard, the names are stored.
#include "front/compile_inner.h"

#include "object/tuple.h"

typedef struct Capture {
    Name *name;
    uint32_t reg;
} Capture;

typedef struct CaseMatch {
    Capture *items;
    uint32_t n, cap;
    Label *fail;
} CaseMatch;

static void cmatch_pattern(Compiler *c, CaseMatch *m, Node *n, uint32_t reg);

static bool cmatch_is_wildcard(const Node *n) {
    return n->kind == AST_MatchAs && !n->as.MatchAs.name && !n->as.MatchAs.pattern;
}

static void cmatch_capture(Compiler *c, CaseMatch *m, Name *name, uint32_t reg) {
    if (!name) { return; }
    if (m->n == m->cap && !emit_grow(c, (void **)&m->items, &m->cap, m->n, sizeof(Capture))) {
        return;
    }
    m->items[m->n++] = (Capture){name, reg};
}

static void cmatch_fail_unless(Compiler *c, CaseMatch *m, uint32_t reg) {
    emit_branch(c, OPC_JUMP_FALSE, reg, 0, m->fail);
}

// A part of the subject; temporaries that hold nothing captured are given back.
static void cmatch_part(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    uint32_t mark = c->unit->temp, captured = m->n;
    if (cmatch_is_wildcard(n)) { return; }
    cmatch_pattern(c, m, n, reg);
    if (m->n == captured) { c->unit->temp = mark; }
}

// ---- values --------------------------------------------------------------------------------------

static void cmatch_value(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    uint32_t mark = c->unit->temp;
    uint32_t v = compile_expr(c, n->as.MatchValue.value, REG_ANY);
    compile_at(c, n);
    emit_branch(c, OPC_JN_EQ, reg, v, m->fail);
    c->unit->temp = mark;
}

static void cmatch_singleton(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    emit_load(c, t, compile_literal(c, &n->as.MatchSingleton.value));
    emit_abc(c, OPC_IS, t, reg, t);
    cmatch_fail_unless(c, m, t);
    c->unit->temp = mark;
}

// R[to] = len(R[reg])
static void cmatch_len(Compiler *c, uint32_t to, uint32_t reg) {
    emit_move(c, to, reg);
    emit_ext(c, OPC_CALL_INTERNAL, 1, to, to, I_LEN);
}

static void cmatch_check_len(Compiler *c, CaseMatch *m, uint32_t reg, uint32_t n, bool exactly) {
    uint32_t mark = c->unit->temp, t = emit_temp(c), want = emit_temp(c);
    cmatch_len(c, t, reg);
    emit_load(c, want, int_value(n));
    emit_branch(c, exactly ? OPC_JN_EQ : OPC_JN_GE, t, want, m->fail);
    c->unit->temp = mark;
}

static void cmatch_check_kind(Compiler *c, CaseMatch *m, uint32_t reg, uint32_t kind) {
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    emit_abc(c, OPC_MATCH_KIND, t, reg, kind);
    cmatch_fail_unless(c, m, t);
    c->unit->temp = mark;
}

// ---- sequences -----------------------------------------------------------------------------------

// Element i, or the one `from_end` before the end, of R[reg].
static void cmatch_item(Compiler *c, uint32_t to, uint32_t reg, uint32_t i, uint32_t from_end) {
    uint32_t mark = c->unit->temp, index = emit_temp(c), back = emit_temp(c);
    if (from_end) {
        cmatch_len(c, index, reg);
        emit_load(c, back, int_value(from_end));
        emit_abc(c, OPC_SUB, index, index, back);
    } else {
        emit_load(c, index, int_value(i));
    }
    emit_abc(c, OPC_GET_ITEM, to, reg, index);
    c->unit->temp = mark;
}

// [a, *_, b]: the elements one by one, by their index.
static void cmatch_items(Compiler *c, CaseMatch *m, const Node *n, uint32_t reg, uint32_t star) {
    const NodeSeq *parts = &n->as.MatchSequence.patterns;
    for (uint32_t i = 0; i < parts->len && !c->failed; i++) {
        if (i == star || cmatch_is_wildcard(parts->items[i])) { continue; }
        uint32_t mark = c->unit->temp, captured = m->n, t = emit_temp(c);
        compile_at(c, n);
        cmatch_item(c, t, reg, i, i > star ? parts->len - i : 0);
        cmatch_part(c, m, parts->items[i], t);
        if (m->n == captured) { c->unit->temp = mark; }
    }
}

static void cmatch_sequence(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    const NodeSeq *parts = &n->as.MatchSequence.patterns;
    uint32_t star = UINT32_MAX;
    bool only_wildcards = true;
    for (uint32_t i = 0; i < parts->len; i++) {
        const Node *part = parts->items[i];
        bool is_star = part->kind == AST_MatchStar;
        if (is_star) { star = i; }
        only_wildcards &= is_star ? !part->as.MatchStar.name : cmatch_is_wildcard(part);
    }
    bool starred = star != UINT32_MAX;
    cmatch_check_kind(c, m, reg, 0);
    if (!starred || parts->len > 1) {
        cmatch_check_len(c, m, reg, starred ? parts->len - 1 : parts->len, !starred);
    }
    if (only_wildcards) { return; }
    if (starred && !parts->items[star]->as.MatchStar.name) {
        cmatch_items(c, m, n, reg, star);
        return;
    }
    if (parts->len > 200) {
        emit_error(c, n, "too many expressions in star-unpacking sequence pattern");
        return;
    }
    uint32_t first = emit_temps(c, parts->len);
    if (starred) {
        emit_ext(c, OPC_UNPACK_EX, first, reg, star, parts->len - star - 1);
    } else {
        emit_abc(c, OPC_UNPACK, first, reg, parts->len);
    }
    for (uint32_t i = 0; i < parts->len && !c->failed; i++) {
        cmatch_part(c, m, parts->items[i], first + i);
    }
}

// ---- mappings and classes ------------------------------------------------------------------------

// The rest of a mapping: a dict without the keys in the tuple R[keys].
static void cmatch_rest(Compiler *c, CaseMatch *m, Node *n, uint32_t reg, uint32_t keys) {
    const NodeSeq *names = &n->as.MatchMapping.keys;
    uint32_t rest = emit_temp(c), mark = c->unit->temp, at = emit_temps(c, 3);
    compile_at(c, n);
    emit_abc(c, OPC_BUILD_MAP, rest, 0, 0);
    emit_move(c, at, rest);
    emit_move(c, at + 1, reg);
    emit_load(c, at + 2, int_value(2)); // a mapping, as in a display: object/dict_update.h
    emit_ext(c, OPC_CALL_INTERNAL, 3, at, at, I_DICT_MERGE);
    for (uint32_t i = 0; i < names->len; i++) {
        emit_load(c, at, int_value(i));
        emit_abc(c, OPC_GET_ITEM, at, keys, at);
        emit_abc(c, OPC_DEL_ITEM, rest, at, 0);
    }
    c->unit->temp = mark;
    cmatch_capture(c, m, n->as.MatchMapping.rest, rest);
}

static void cmatch_mapping(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    const NodeSeq *keys = &n->as.MatchMapping.keys, *parts = &n->as.MatchMapping.patterns;
    uint32_t tuple = emit_temp(c);
    cmatch_check_kind(c, m, reg, 1);
    if (keys->len) {
        cmatch_check_len(c, m, reg, keys->len, false);
        if (keys->len > 200) {
            emit_error(c, n, "too many sub-patterns in mapping pattern");
            return;
        }
        compile_tuple_of(c, keys, tuple);
        compile_at(c, n);
        uint32_t mark = c->unit->temp, at = emit_temps(c, 2);
        emit_move(c, at, reg);
        emit_move(c, at + 1, tuple);
        emit_ext(c, OPC_CALL_INTERNAL, 2, at, at, I_MATCH_KEYS);
        emit_branch(c, OPC_JUMP_NONE, at, 0, m->fail);
        c->unit->temp = mark;
        uint32_t first = emit_temps(c, keys->len);
        emit_abc(c, OPC_UNPACK, first, at, keys->len);
        for (uint32_t i = 0; i < parts->len && !c->failed; i++) {
            cmatch_part(c, m, parts->items[i], first + i);
        }
    }
    if (n->as.MatchMapping.rest) { cmatch_rest(c, m, n, reg, tuple); }
}

static Value cmatch_names(Compiler *c, const NameSeq *names) {
    Tuple *t = heap_new(c->vm, T_TUPLE, names->len);
    if (!t) {
        c->failed = true;
        return V_RAISED;
    }
    for (uint32_t i = 0; i < names->len && !c->failed; i++) {
        t->items[i] = emit_text(c, names->items[i]); // not mangled
    }
    return ptr_value(c->vm, t);
}

static void cmatch_class(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    const NodeSeq *parts = &n->as.MatchClass.patterns, *named = &n->as.MatchClass.kwd_patterns;
    uint32_t count = parts->len + named->len, mark = c->unit->temp, at = emit_temps(c, 4);
    if (count > 200) {
        emit_error(c, n, "too many sub-patterns in class pattern");
        return;
    }
    compile_expr(c, n->as.MatchClass.cls, (int)at + 1);
    compile_at(c, n);
    emit_move(c, at, reg);
    emit_load(c, at + 2, int_value(parts->len));
    emit_load(c, at + 3, cmatch_names(c, &n->as.MatchClass.kwd_attrs));
    emit_ext(c, OPC_CALL_INTERNAL, 4, at, at, I_MATCH_CLASS);
    emit_branch(c, OPC_JUMP_NONE, at, 0, m->fail);
    c->unit->temp = mark;
    uint32_t first = count ? emit_temps(c, count) : mark;
    emit_abc(c, OPC_UNPACK, first, at, count);
    for (uint32_t i = 0; i < count && !c->failed; i++) {
        Node *part = i < parts->len ? parts->items[i] : named->items[i - parts->len];
        cmatch_part(c, m, part, first + i);
    }
}

// ---- alternatives --------------------------------------------------------------------------------

// All alternatives bind the same names; each brings them to the registers of the first one.
static void cmatch_or(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    const NodeSeq *parts = &n->as.MatchOr.patterns;
    Label done = {0}, *outer = m->fail;
    uint32_t base = m->n, count = 0, regs = 0;
    for (uint32_t i = 0; i < parts->len && !c->failed; i++) {
        Label next = {0};
        m->fail = i + 1 < parts->len ? &next : outer;
        CaseMatch one = {.fail = m->fail};
        uint32_t mark = c->unit->temp;
        cmatch_pattern(c, &one, parts->items[i], reg);
        if (i == 0) {
            count = one.n;
            regs = emit_temps(c, count);
            mark = c->unit->temp;
            for (uint32_t k = 0; k < count; k++) {
                cmatch_capture(c, m, one.items[k].name, regs + k);
            }
        }
        for (uint32_t k = 0; k < one.n && !c->failed; k++) {
            uint32_t to = 0;
            while (to < count && m->items[base + to].name != one.items[k].name) { to++; }
            if (to == count || one.n != count) {
                emit_error(c, n, "alternative patterns bind different names");
                break;
            }
            emit_move(c, regs + to, one.items[k].reg);
        }
        if (one.n != count) { emit_error(c, n, "alternative patterns bind different names"); }
        c->unit->temp = mark;
        emit_jump(c, &done);
        emit_place(c, &next);
    }
    m->fail = outer;
    emit_place(c, &done);
}

// ---- dispatch ------------------------------------------------------------------------------------

static void cmatch_pattern(Compiler *c, CaseMatch *m, Node *n, uint32_t reg) {
    compile_at(c, n);
    switch (n->kind) {
    case AST_MatchValue: cmatch_value(c, m, n, reg); break;
    case AST_MatchSingleton: cmatch_singleton(c, m, n, reg); break;
    case AST_MatchSequence: cmatch_sequence(c, m, n, reg); break;
    case AST_MatchMapping: cmatch_mapping(c, m, n, reg); break;
    case AST_MatchClass: cmatch_class(c, m, n, reg); break;
    case AST_MatchStar: cmatch_capture(c, m, n->as.MatchStar.name, reg); break;
    case AST_MatchOr: cmatch_or(c, m, n, reg); break;
    default:
        if (n->as.MatchAs.pattern) { cmatch_pattern(c, m, n->as.MatchAs.pattern, reg); }
        cmatch_capture(c, m, n->as.MatchAs.name, reg);
        break;
    }
}

void compile_match(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp, subject = compile_temp(c, n->as.Match.subject);
    Label end = {0};
    for (uint32_t i = 0; i < n->as.Match.cases.len && !c->failed; i++) {
        Node *one = n->as.Match.cases.items[i], *pattern = one->as.match_case.pattern;
        Label fail = {0};
        CaseMatch m = {.fail = &fail};
        c->unit->temp = subject + 1;
        if (!cmatch_is_wildcard(pattern)) { cmatch_pattern(c, &m, pattern, subject); }
        for (uint32_t k = 0; k < m.n && !c->failed; k++) {
            compile_at(c, pattern);
            compile_store(c, compile_symbol(c, m.items[k].name), m.items[k].reg);
        }
        c->unit->temp = subject + 1;
        if (one->as.match_case.guard) { compile_jump(c, one->as.match_case.guard, &fail, false); }
        compile_stmts(c, &one->as.match_case.body);
        emit_jump(c, &end);
        emit_place(c, &fail);
    }
    emit_place(c, &end);
    c->unit->temp = mark;
}
