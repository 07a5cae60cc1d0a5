// re_set.c: the parser of [...].
//
// A set is collected as ranges and categories; re_class.c makes a class of it. A "]" that would be
// the first member is a member; things that look like set operations of other dialects give
// warnings.
#include "lib/re/re_parse.h"

// One side of a possible range.
typedef struct ReMember {
    bool is_category;
    uint32_t value;
} ReMember;

static bool re_set_add_member(ReParser *p, ReSet *set, const ReMember *m) {
    if (m->is_category) {
        set->cats |= m->value;
        return true;
    }
    return re_set_add(p, set, m->value, m->value);
}

bool re_set_add(ReParser *p, ReSet *set, uint32_t lo, uint32_t hi) {
    if (!re_reserve(p->lx.arena, p->lx.error, (void **)&set->ranges, &set->cap, set->n,
                    sizeof *set->ranges)) {
        return false;
    }
    set->ranges[set->n++] = (ReRange){lo, hi};
    return true;
}

// A character, or an escape that stands for one or for a category.
static bool re_set_member(ReParser *p, const ReToken *tok, ReMember *out) {
    if (tok->n == 1) {
        *out = (ReMember){.value = tok->c};
        return true;
    }
    ReEscape esc;
    if (!re_escape_inside(p, tok, &esc)) { return false; }
    *out = (ReMember){.is_category = esc.kind == RE_ESC_CATEGORY, .value = esc.value};
    return true;
}

// Reported where the set begins.
static bool re_set_unterminated(ReParser *p, uint32_t start) {
    return re_fail_at(&p->lx, RE_ERR_PATTERN, start, "unterminated character set");
}

// "&&" and its like inside of a set.
static bool re_set_warn_operator(ReParser *p, const ReToken *tok) {
    const char *what = tok->c == '-'   ? "set difference"
                       : tok->c == '&' ? "set intersection"
                       : tok->c == '~' ? "set symmetric difference"
                       : tok->c == '|' ? "set union"
                                       : NULL;
    if (!what || tok->n != 1 || !re_lex_is(&p->lx, tok->c)) { return true; }
    return re_warn(p, what, p->lx.pos - 1);
}

// Behind the "-" of a range. *ended: it was a plain "-" before the closing bracket.
static bool re_set_range(ReParser *p, ReSet *set, uint32_t start, const ReToken *from,
                         const ReMember *lo, bool *ended) {
    ReToken tok;
    ReMember hi;
    *ended = false;
    if (!re_lex_get(&p->lx, &tok)) { return false; }
    if (tok.n == 0) { return re_set_unterminated(p, start); }
    if (tok.n == 1 && tok.c == ']') {
        *ended = true;
        return re_set_add_member(p, set, lo) && re_set_add(p, set, '-', '-');
    }
    if (tok.n == 1 && tok.c == '-' && !re_warn(p, "set difference", p->lx.pos - 2)) {
        return false;
    }
    if (!re_set_member(p, &tok, &hi)) { return false; }
    if (lo->is_category || hi.is_category || hi.value < lo->value) {
        ReSlice a = re_lex_slice(&p->lx, from->at, from->end_at);
        ReSlice b = re_lex_slice(&p->lx, tok.at, tok.end_at);
        return re_fail(&p->lx, from->n + 1 + tok.n, "bad character range %t-%t", &a, &b);
    }
    return re_set_add(p, set, lo->value, hi.value);
}

bool re_parse_set(ReParser *p, ReNode **out) {
    ReLex *lx = &p->lx;
    ReSet set = {0};
    uint32_t start = lx->pos - 1;
    if (re_lex_is(lx, '[') && !re_warn(p, "nested set", lx->pos)) { return false; }
    if (!re_lex_match(lx, '^', &set.negate)) { return false; }
    for (bool first = true;; first = false) {
        ReToken tok;
        ReMember member;
        bool dash, ended;
        if (!re_lex_get(lx, &tok)) { return false; }
        if (tok.n == 0) { return re_set_unterminated(p, start); }
        if (tok.n == 1 && tok.c == ']' && !first) { break; }
        if (!first && tok.n == 1 && !re_set_warn_operator(p, &tok)) { return false; }
        if (!re_set_member(p, &tok, &member) || !re_lex_match(lx, '-', &dash)) { return false; }
        if (!dash) {
            if (!re_set_add_member(p, &set, &member)) { return false; }
            continue;
        }
        if (!re_set_range(p, &set, start, &tok, &member, &ended)) { return false; }
        if (ended) { break; }
    }
    return re_node_set(p, &set, out);
}
