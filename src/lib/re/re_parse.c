// re_parse.c: the parser proper: sequences, alternatives, quantifiers and groups.
//
// Groups are frames on a list of their own, not C calls: a frame is a group that is open, with the
// alternatives it has so far. The order in which things are checked is CPython's, for a pattern
// with several faults reports the one that is met first. See re_parse.h; re_group.c has what
// follows "(?".
#include "lib/re/re_parse.h"

#include "lib/re/re_group.h"

bool re_warn(ReParser *p, const char *what, uint32_t pos) {
    // The formatter writes into an error; this one is not the parser's.
    ReError text, *saved = p->lx.error;
    if (!re_reserve(p->lx.arena, saved, (void **)&p->out->warnings, &p->warnings_cap,
                    p->out->n_warnings, sizeof *p->out->warnings)) {
        return false;
    }
    p->lx.error = &text;
    re_fail_at(&p->lx, RE_ERR_PATTERN, pos, "Possible %s at position %u", what, pos);
    p->lx.error = saved;
    if (text.kind == RE_ERR_MEMORY) { return re_fail_memory(saved); }
    p->out->warnings[p->out->n_warnings++] = (ReWarning){text.msg, text.msg_len};
    return true;
}

// --- Characters ----------------------------------------------------------------------------------

static bool re_append_char(ReParser *p, uint32_t c) {
    ReNode *node;
    if (!re_node_char(p, c, &node)) { return false; }
    re_seq_append(p->frame->seq, node);
    return true;
}

static bool re_append_arg(ReParser *p, ReNodeKind kind, uint32_t arg, uint32_t mode) {
    ReNode *node = re_node_new(p, kind);
    if (!node) { return false; }
    node->arg = arg;
    node->mode = (uint8_t)mode;
    re_seq_append(p->frame->seq, node);
    return true;
}

// A back reference or conditional makes what follows depend on where the match began.
bool re_append_backref(ReParser *p, uint32_t group) {
    p->tree->has_refs = true;
    return re_append_arg(p, RE_NODE_BACKREF, group, re_fold_of(p->here));
}

static bool re_append_at(ReParser *p, uint32_t letter) {
    bool unicode = (p->here & RE_FLAG_UNICODE) != 0 && !(p->here & RE_FLAG_LOCALE);
    ReAt at = letter == 'A'   ? RE_AT_START
              : letter == 'b' ? (unicode ? RE_AT_WORD_UNICODE : RE_AT_WORD_ASCII)
              : letter == 'B' ? (unicode ? RE_AT_NOT_WORD_UNICODE : RE_AT_NOT_WORD_ASCII)
                              : RE_AT_VERY_END;
    return re_append_arg(p, RE_NODE_AT, at, 0);
}

static bool re_append_set(ReParser *p, ReSet *set) {
    ReNode *node;
    if (!re_node_set(p, set, &node)) { return false; }
    re_seq_append(p->frame->seq, node);
    return true;
}

static bool re_parse_escape(ReParser *p, const ReToken *tok) {
    ReEscape esc;
    if (!re_escape_outside(p, tok, &esc)) { return false; }
    switch (esc.kind) {
    case RE_ESC_CHAR: return re_append_char(p, esc.value);
    case RE_ESC_GROUP: return re_append_backref(p, esc.value);
    case RE_ESC_AT: return re_append_at(p, esc.value);
    case RE_ESC_CATEGORY: break;
    }
    ReSet set = {.cats = esc.value};
    return re_append_set(p, &set);
}

static bool re_append_dot(ReParser *p) {
    ReSet set = {.negate = true};
    bool all = (p->here & RE_FLAG_DOTALL) != 0;
    return (all || re_set_add(p, &set, '\n', '\n')) && re_append_set(p, &set);
}

// --- Quantifiers ---------------------------------------------------------------------------------

static bool re_parse_number(ReParser *p, ReSlice *digits) {
    uint32_t from = p->lx.at;
    while (p->lx.n == 1 && p->lx.c >= '0' && p->lx.c <= '9') {
        if (!re_lex_next(&p->lx)) { return false; }
    }
    *digits = re_lex_slice(&p->lx, from, p->lx.at);
    return true;
}

// A bound of a repeat; no digits leave *value alone.
static bool re_count(ReParser *p, const ReSlice *digits, uint32_t *value) {
    if (digits->len == 0) { return true; }
    if (!re_lex_number(&p->lx, digits, value)) { return false; }
    if (*value == RE_MAXREPEAT) {
        return re_fail_at(&p->lx, RE_ERR_OVERFLOW, RE_NO_POS, "the repetition number is too large");
    }
    return true;
}

// Behind "{": the bounds, unless it is a plain brace: then *plain and the look-ahead is as before.
static bool re_parse_bounds(ReParser *p, uint32_t *min, uint32_t *max, bool *plain) {
    ReLex *lx = &p->lx;
    uint32_t at = lx->at, pos = lx->pos;
    *plain = re_lex_is(lx, '}');
    if (*plain) { return true; }
    ReSlice lo, hi;
    bool comma, closed;
    if (!re_parse_number(p, &lo) || !re_lex_match(lx, ',', &comma)) { return false; }
    hi = lo;
    if (comma && !re_parse_number(p, &hi)) { return false; }
    if (!re_lex_match(lx, '}', &closed)) { return false; }
    if (!closed) {
        *plain = true;
        return re_lex_seek(lx, at, pos);
    }
    *min = 0;
    *max = RE_MAXREPEAT;
    if (!re_count(p, &lo, min) || !re_count(p, &hi, max)) { return false; }
    if (*max < *min) {
        return re_fail_at(lx, RE_ERR_PATTERN, pos, "min repeat greater than max repeat");
    }
    return true;
}

// Puts a REPEAT of the last node into its place. (?:...) has its body repeated itself.
static bool re_wrap_repeat(ReParser *p, uint32_t min, uint32_t max, uint32_t mode) {
    ReNode *node = p->frame->seq->last, *repeat = re_node_new(p, RE_NODE_REPEAT);
    if (!repeat) { return false; }
    repeat->mode = (uint8_t)mode;
    repeat->min = min;
    repeat->max = max;
    repeat->prev = node->prev;
    if (node->prev) {
        node->prev->next = repeat;
    } else {
        p->frame->seq->first = repeat;
    }
    p->frame->seq->last = repeat;
    if (node->kind == RE_NODE_GROUP && node->arg == 0) {
        repeat->body = node->body;
        return true;
    }
    repeat->body = ARENA_NEW(p->lx.arena, ReSeq);
    if (!repeat->body) { return re_fail_memory(p->lx.error); }
    node->prev = NULL;
    re_seq_append(repeat->body, node);
    re_seq_close(p, repeat->body);
    return true;
}

static bool re_parse_repeat(ReParser *p, uint32_t c) {
    ReLex *lx = &p->lx;
    uint32_t pos = lx->pos - 1, min = c == '+', max = c == '?' ? 1 : RE_MAXREPEAT;
    if (c == '{') {
        bool plain;
        if (!re_parse_bounds(p, &min, &max, &plain)) { return false; }
        if (plain) { return re_append_char(p, c); }
    }
    const ReNode *last = p->frame->seq->last;
    if (!last || last->kind == RE_NODE_AT) {
        return re_fail_at(lx, RE_ERR_PATTERN, pos, "nothing to repeat");
    }
    if (last->kind == RE_NODE_REPEAT) {
        return re_fail_at(lx, RE_ERR_PATTERN, pos, "multiple repeat");
    }
    bool lazy, possessive = false;
    if (!re_lex_match(lx, '?', &lazy)) { return false; }
    if (!lazy && !re_lex_match(lx, '+', &possessive)) { return false; }
    return re_wrap_repeat(p, min, max,
                          lazy         ? RE_REPEAT_LAZY
                          : possessive ? RE_REPEAT_POSSESSIVE
                                       : RE_REPEAT_GREEDY);
}

// --- Sequences -----------------------------------------------------------------------------------

// "#" to the end of the line, in verbose patterns. An escaped newline does not end it.
static bool re_skip_comment(ReParser *p) {
    ReToken tok;
    do {
        if (!re_lex_get(&p->lx, &tok)) { return false; }
    } while (tok.n && !(tok.n == 1 && tok.c == '\n'));
    return true;
}

// One token that belongs to the sequence.
static bool re_parse_token(ReParser *p) {
    ReToken tok;
    ReNode *node;
    if (!re_lex_get(&p->lx, &tok)) { return false; }
    if (tok.n == 2) { return re_parse_escape(p, &tok); }
    if (p->verbose) {
        if (tok.c == ' ' || (tok.c >= '\t' && tok.c <= '\r')) { return true; }
        if (tok.c == '#') { return re_skip_comment(p); }
    }
    switch (tok.c) {
    case '[':
        if (!re_parse_set(p, &node)) { return false; }
        re_seq_append(p->frame->seq, node);
        return true;
    case '*':
    case '+':
    case '?':
    case '{': return re_parse_repeat(p, tok.c);
    case '.': return re_append_dot(p);
    case '^':
        return re_append_arg(p, RE_NODE_AT,
                             p->here & RE_FLAG_MULTILINE ? RE_AT_LINE_START : RE_AT_START, 0);
    case '$':
        return re_append_arg(p, RE_NODE_AT,
                             p->here & RE_FLAG_MULTILINE ? RE_AT_LINE_END : RE_AT_END, 0);
    case '(': return re_parse_open(p);
    default: return re_append_char(p, tok.c);
    }
}

// At the end of a sequence: goes on with the next alternative, or closes the group.
static bool re_end_sequence(ReParser *p, bool *finished) {
    ReFrame *f = p->frame;
    bool bar;
    re_seq_close(p, f->seq);
    if (f->yes && re_lex_is(&p->lx, '|')) {
        return re_fail(&p->lx, 0, "conditional backref with more than two branches");
    }
    if (!re_lex_match(&p->lx, '|', &bar)) { return false; }
    if (f->kind == RE_FRAME_COND) { return re_end_cond_part(p, bar); }
    if (f->last_alt) {
        f->last_alt->next_alt = f->seq;
    } else {
        f->alts = f->seq;
    }
    f->last_alt = f->seq;
    f->n_alts++;
    if (bar) {
        if (f->kind == RE_FRAME_TOP) { p->verbose = (p->flags & RE_FLAG_VERBOSE) != 0; }
        f->seq = ARENA_NEW(p->lx.arena, ReSeq);
        return f->seq || re_fail_memory(p->lx.error);
    }
    ReSeq *body;
    if (!re_join_alternatives(p, f->alts, f->n_alts, &body)) { return false; }
    *finished = f->kind == RE_FRAME_TOP;
    if (*finished) {
        p->tree->root = body;
        return true;
    }
    return re_close_group(p, body);
}

static bool re_parse_all(ReParser *p) {
    for (bool finished = false; !finished;) {
        if (p->src->work_limit && p->lx.work > p->src->work_limit) {
            return re_fail_work(p->lx.error);
        }
        bool ended = p->lx.n == 0 || re_lex_is(&p->lx, '|') || re_lex_is(&p->lx, ')');
        if (!(ended ? re_end_sequence(p, &finished) : re_parse_token(p))) { return false; }
    }
    return true;
}

// --- The whole -----------------------------------------------------------------------------------

static bool re_bad_flags(ReParser *p, const char *msg) {
    return re_fail_at(&p->lx, RE_ERR_VALUE, RE_NO_POS, "%s", msg);
}

// CPython looks at the flags only when the pattern has been read without a fault.
static bool re_check_flags(ReParser *p) {
    uint32_t flags = p->flags;
    bool ascii = (flags & RE_FLAG_ASCII) != 0;
    if (p->lx.is_text) {
        if (flags & RE_FLAG_LOCALE) {
            return re_bad_flags(p, "cannot use LOCALE flag with a str pattern");
        }
        if (ascii && (flags & RE_FLAG_UNICODE)) {
            return re_bad_flags(p, "ASCII and UNICODE flags are incompatible");
        }
        p->flags |= ascii ? 0 : (uint32_t)RE_FLAG_UNICODE;
    } else if (flags & RE_FLAG_UNICODE) {
        return re_bad_flags(p, "cannot use UNICODE flag with a bytes pattern");
    } else if (ascii && (flags & RE_FLAG_LOCALE)) {
        return re_bad_flags(p, "ASCII and LOCALE flags are incompatible");
    }
    return true;
}

// What can be told only when all has been read.
static bool re_check_end(ReParser *p) {
    if (!re_check_flags(p)) { return false; }
    if (p->lx.n) { return re_fail(&p->lx, 0, "unbalanced parenthesis"); }
    for (uint32_t i = 0; i < p->n_conds; i++) {
        uint32_t group = p->cond_groups[2 * i];
        if (group >= p->n_groups) {
            return re_fail_at(&p->lx, RE_ERR_PATTERN, p->cond_groups[2 * i + 1],
                              "invalid group reference %u", group);
        }
    }
    // The compiler's only complaint; it meets the look-behinds in the order of the pattern.
    if (p->bad_behind != RE_NO_POS) {
        return re_fail_at(&p->lx, RE_ERR_PATTERN, RE_NO_POS, "%s",
                          p->bad_behind_long ? "looks too much behind"
                                             : "look-behind requires fixed-width pattern");
    }
    return true;
}

bool re_parse(Arena *arena, const ReSource *src, ReTree *tree, ReCompiled *out) {
    ReParser parser = {.src = src, .tree = tree, .out = out}, *p = &parser;
    ReFrame top = {.kind = RE_FRAME_TOP};
    uint32_t group;
    p->flags = src->flags;
    p->here = re_base_flags(p);
    p->verbose = (src->flags & RE_FLAG_VERBOSE) != 0;
    p->bad_behind = RE_NO_POS;
    p->frame = &top;
    tree->is_text = src->is_text;
    out->error = (ReError){.kind = RE_OK, .pos = RE_NO_POS, .msg = ""};
    top.seq = ARENA_NEW(arena, ReSeq);
    // Group 0 is the whole: numbers begin behind it.
    bool ok = top.seq || re_fail_memory(&out->error);
    ok = ok && re_lex_init(&p->lx, arena, src->pattern, src->len, src->is_text, &out->error);
    ok = ok && re_open_group(p, NULL, &group) && re_parse_all(p) && re_check_end(p);
    out->flags = p->flags;
    out->n_groups = tree->n_groups = p->n_groups ? p->n_groups - 1 : 0;
    out->names = p->names;
    out->n_names = p->n_names;
    out->work += p->lx.work;
    return ok;
}
