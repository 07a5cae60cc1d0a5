// re_group.c: all that begins with a parenthesis, and the table of groups and their names.
#include "lib/re/re_group.h"

#include "base/hash.h"
#include "base/unicode.h"

enum { RE_TYPE_FLAGS = RE_FLAG_ASCII | RE_FLAG_LOCALE | RE_FLAG_UNICODE };

// --- Names ---------------------------------------------------------------------------------------

// The slot of a name, or the free one where it belongs. There is always a free one.
static uint32_t re_name_slot(const ReParser *p, const ReSlice *name) {
    uint32_t at = (uint32_t)hash_mix((uint64_t)hash_bytes(name->s, name->len));
    for (;; at++) {
        uint32_t index = p->name_slots[at & (p->n_slots - 1)];
        if (!index) { break; }
        const ReName *known = &p->names[index - 1];
        if (known->len == name->len && memcmp(known->name, name->s, name->len) == 0) { break; }
    }
    return at & (p->n_slots - 1);
}

uint32_t re_find_name(const ReParser *p, const ReSlice *name) {
    if (!p->n_slots) { return 0; }
    uint32_t index = p->name_slots[re_name_slot(p, name)];
    return index ? p->names[index - 1].group : 0;
}

// The table of names is rebuilt at twice its size when it is half full.
static bool re_add_name(ReParser *p, const ReSlice *name, uint32_t group) {
    Arena *arena = p->lx.arena;
    if (!re_reserve(arena, p->lx.error, (void **)&p->names, &p->names_cap, p->n_names,
                    sizeof *p->names)) {
        return false;
    }
    char *copy = arena_copy(arena, (const char *)name->s, name->len);
    if (!copy) { return re_fail_memory(p->lx.error); }
    p->names[p->n_names++] = (ReName){copy, name->len, group};
    if (p->n_names * 2 <= p->n_slots) {
        p->name_slots[re_name_slot(p, name)] = p->n_names;
        return true;
    }
    p->n_slots = p->n_slots ? p->n_slots * 2 : 16;
    p->name_slots = ARENA_ARRAY(arena, uint32_t, p->n_slots);
    if (!p->name_slots) { return re_fail_memory(p->lx.error); }
    for (uint32_t i = 0; i < p->n_names; i++) {
        ReSlice s = {.s = (const uint8_t *)p->names[i].name, .len = p->names[i].len};
        p->name_slots[re_name_slot(p, &s)] = i + 1;
    }
    return true;
}

bool re_open_group(ReParser *p, const ReSlice *name, uint32_t *group) {
    uint32_t old = name ? re_find_name(p, name) : 0;
    *group = p->n_groups;
    if (p->n_groups >= RE_MAXGROUPS) { return re_fail(&p->lx, 0, "too many groups"); }
    if (old) {
        return re_fail(&p->lx, name->n + 1,
                       "redefinition of group name %r as group %u; was group %u", name, *group,
                       old);
    }
    if (!re_reserve(p->lx.arena, p->lx.error, (void **)&p->groups, &p->groups_cap, p->n_groups,
                    sizeof *p->groups)) {
        return false;
    }
    p->groups[p->n_groups++] = (ReGroupInfo){.ref_pos = RE_NO_POS};
    return !name || re_add_name(p, name, *group);
}

// --- Flags ---------------------------------------------------------------------------------------

uint32_t re_base_flags(const ReParser *p) {
    bool unicode = p->src->is_text && !(p->flags & RE_FLAG_ASCII);
    return p->flags | (unicode ? (uint32_t)RE_FLAG_UNICODE : 0);
}

// The flag a token stands for, 0 if none.
static uint32_t re_flag_of(const ReToken *tok) {
    if (tok->n != 1) { return 0; }
    switch (tok->c) {
    case 'i': return RE_FLAG_IGNORECASE;
    case 'L': return RE_FLAG_LOCALE;
    case 'm': return RE_FLAG_MULTILINE;
    case 's': return RE_FLAG_DOTALL;
    case 'x': return RE_FLAG_VERBOSE;
    case 'a': return RE_FLAG_ASCII;
    case 'u': return RE_FLAG_UNICODE;
    default: return 0;
    }
}

static bool re_token_is(const ReToken *tok, uint32_t c) { return tok->n == 1 && tok->c == c; }

// The token is no flag: a letter is an unknown one, anything else means that something is missing.
static bool re_no_flag(ReParser *p, const ReToken *tok, const char *missing) {
    if (tok->n == 0) { return re_fail(&p->lx, 0, "%s", missing); }
    bool letter = tok->n == 1 && unicode_is_alpha(tok->c);
    return re_fail(&p->lx, tok->n, "%s", letter ? "unknown flag" : missing);
}

// The flags to turn on; *tok is the first of them and becomes what follows them.
static bool re_parse_flags_on(ReParser *p, ReToken *tok, uint32_t *on) {
    do {
        uint32_t flag = re_flag_of(tok);
        if (p->lx.is_text && flag == RE_FLAG_LOCALE) {
            return re_fail(&p->lx, 0, "bad inline flags: cannot use 'L' flag with a str pattern");
        }
        if (!p->lx.is_text && flag == RE_FLAG_UNICODE) {
            return re_fail(&p->lx, 0, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        }
        *on |= flag;
        if ((flag & RE_TYPE_FLAGS) && (*on & RE_TYPE_FLAGS) != flag) {
            return re_fail(&p->lx, 0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        }
        if (!re_lex_get(&p->lx, tok)) { return false; }
        if (re_token_is(tok, ')') || re_token_is(tok, '-') || re_token_is(tok, ':')) {
            return true;
        }
    } while (re_flag_of(tok));
    return re_no_flag(p, tok, "missing -, : or )");
}

// Behind "-": the flags to turn off, up to the colon.
static bool re_parse_flags_off(ReParser *p, uint32_t *off) {
    ReToken tok;
    if (!re_lex_get(&p->lx, &tok)) { return false; }
    if (!re_flag_of(&tok)) { return re_no_flag(p, &tok, "missing flag"); }
    do {
        uint32_t flag = re_flag_of(&tok);
        if (flag & RE_TYPE_FLAGS) {
            return re_fail(&p->lx, 0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        }
        *off |= flag;
        if (!re_lex_get(&p->lx, &tok)) { return false; }
        if (re_token_is(&tok, ':')) { return true; }
    } while (re_flag_of(&tok));
    return re_no_flag(p, &tok, "missing :");
}

// --- Opening -------------------------------------------------------------------------------------

// Everything that a group can change is saved in its frame.
static ReFrame *re_push_frame(ReParser *p, ReFrameKind kind, uint32_t start, uint32_t cost) {
    if (p->depth + cost > RE_MAX_NESTING) {
        re_fail_at(&p->lx, RE_ERR_RECURSION, RE_NO_POS, "maximum recursion depth exceeded");
        return NULL;
    }
    ReFrame *f = ARENA_NEW(p->lx.arena, ReFrame);
    ReSeq *seq = ARENA_NEW(p->lx.arena, ReSeq);
    if (!f || !seq) {
        re_fail_memory(p->lx.error);
        return NULL;
    }
    *f = (ReFrame){.up = p->frame, .kind = kind, .start = start, .cost = cost, .seq = seq};
    f->here = p->here;
    f->behind_groups = p->behind_groups;
    f->verbose = p->verbose;
    p->depth += cost;
    p->frame = f;
    return f;
}

static ReFrame *re_pop_frame(ReParser *p) {
    ReFrame *f = p->frame;
    p->frame = f->up;
    p->depth -= f->cost;
    p->here = f->here;
    p->behind_groups = f->behind_groups;
    p->verbose = f->verbose;
    return f;
}

static bool re_open_capture(ReParser *p, uint32_t start, const ReSlice *name) {
    uint32_t group;
    if (!re_open_group(p, name, &group)) { return false; }
    ReFrame *f = re_push_frame(p, RE_FRAME_GROUP, start, 2);
    if (f) { f->group = group; }
    return f != NULL;
}

static bool re_open_look(ReParser *p, uint32_t start, uint32_t look) {
    ReFrame *f = re_push_frame(p, RE_FRAME_LOOK, start, 2);
    if (!f) { return false; }
    f->look = look;
    // Of nested look-behinds the outermost counts.
    if ((look & RE_LOOK_BEHIND) && !p->behind_groups) { p->behind_groups = p->n_groups; }
    return true;
}

static bool re_unexpected_end(ReParser *p) {
    return re_fail(&p->lx, 0, "unexpected end of pattern");
}

static bool re_unknown_extension(ReParser *p, const ReToken *tok, const char *prefix) {
    ReSlice text = re_lex_slice(&p->lx, tok->at, tok->end_at);
    return re_fail(&p->lx, tok->n + (uint32_t)strlen(prefix), "unknown extension %s%t", prefix,
                   &text);
}

// Behind "(?P"
static bool re_open_python(ReParser *p, uint32_t start) {
    ReLex *lx = &p->lx;
    ReToken tok;
    ReSlice name;
    bool decimal;
    if (!re_lex_get(lx, &tok)) { return false; }
    bool define = re_token_is(&tok, '<');
    if (!define && !re_token_is(&tok, '=')) {
        return tok.n ? re_unknown_extension(p, &tok, "?P") : re_unexpected_end(p);
    }
    if (!re_lex_until(lx, define ? '>' : ')', "group name", &name)) { return false; }
    if (!re_lex_group_name(lx, &name, &decimal)) { return false; }
    if (decimal) { return re_fail(lx, name.n + 1, "bad character in group name %r", &name); }
    if (define) { return re_open_capture(p, start, &name); }
    uint32_t group = re_find_name(p, &name);
    if (!group) { return re_fail(lx, name.n + 1, "unknown group name %r", &name); }
    if (!re_group_closed(p, group)) {
        return re_fail(lx, name.n + 1, "cannot refer to an open group");
    }
    return re_check_behind(p, group) && re_append_backref(p, group);
}

// Behind "(?#"
static bool re_skip_group_comment(ReParser *p, uint32_t start) {
    ReToken tok;
    do {
        if (p->lx.n == 0) {
            return re_fail_at(&p->lx, RE_ERR_PATTERN, start, "missing ), unterminated comment");
        }
        if (!re_lex_get(&p->lx, &tok)) { return false; }
    } while (!re_token_is(&tok, ')'));
    return true;
}

// The group that a conditional names by number.
static bool re_cond_number(ReParser *p, const ReSlice *name, uint32_t *group) {
    ReLex *lx = &p->lx;
    if (!re_lex_number(lx, name, group)) { return false; }
    if (*group == 0) { return re_fail(lx, name->n + 1, "bad group number"); }
    if (*group >= RE_MAXGROUPS) {
        ReSlice digits = *name;
        while (digits.s[0] == '0') {
            digits.s++;
            digits.len--;
        }
        return re_fail(lx, name->n + 1, "invalid group reference %t", &digits);
    }
    // Groups may be named before they are: this is checked at the end. Only the first mention
    // counts, but for numbers of groups not yet known it does no harm to note them all.
    if (*group < p->n_groups) { return true; }
    if (!re_reserve(lx->arena, lx->error, (void **)&p->cond_groups, &p->conds_cap, p->n_conds,
                    2 * sizeof *p->cond_groups)) {
        return false;
    }
    p->cond_groups[2 * p->n_conds] = *group;
    p->cond_groups[2 * p->n_conds + 1] = lx->pos - name->n - 1;
    p->n_conds++;
    return true;
}

// Behind "(?("
static bool re_open_cond(ReParser *p, uint32_t start) {
    ReLex *lx = &p->lx;
    ReSlice name;
    bool decimal;
    uint32_t group;
    if (!re_lex_until(lx, ')', "group name", &name)) { return false; }
    if (!re_lex_group_name(lx, &name, &decimal)) { return false; }
    if (decimal) {
        if (!re_cond_number(p, &name, &group)) { return false; }
    } else {
        group = re_find_name(p, &name);
        if (!group) { return re_fail(lx, name.n + 1, "unknown group name %r", &name); }
    }
    if (!re_check_behind(p, group)) { return false; }
    p->tree->has_refs = true;
    ReFrame *f = re_push_frame(p, RE_FRAME_COND, start, 1);
    if (f) { f->group = group; }
    return f != NULL;
}

// "(?" and a flag or "-": flags for all of the pattern, or a group with flags of its own.
static bool re_open_flags(ReParser *p, uint32_t start, ReToken *tok) {
    uint32_t on = 0, off = 0;
    if (!re_token_is(tok, '-') && !re_parse_flags_on(p, tok, &on)) { return false; }
    if (re_token_is(tok, ')')) {
        ReFrame *f = p->frame;
        p->flags |= on;
        if (f->kind != RE_FRAME_TOP || f->n_alts || f->seq->first) {
            return re_fail_at(&p->lx, RE_ERR_PATTERN, start,
                              "global flags not at the start of the expression");
        }
        p->verbose = (p->flags & RE_FLAG_VERBOSE) != 0;
        p->here = re_base_flags(p);
        return true;
    }
    if (re_token_is(tok, '-') && !re_parse_flags_off(p, &off)) { return false; }
    if (on & off) { return re_fail(&p->lx, 1, "bad inline flags: flag turned on and off"); }
    ReFrame *f = re_push_frame(p, RE_FRAME_GROUP, start, 2);
    if (!f) { return false; }
    if (on & RE_TYPE_FLAGS) { p->here &= ~(uint32_t)RE_TYPE_FLAGS; }
    p->here = (p->here | on) & ~off;
    p->verbose = (p->verbose || (on & RE_FLAG_VERBOSE)) && !(off & RE_FLAG_VERBOSE);
    return true;
}

bool re_parse_open(ReParser *p) {
    ReLex *lx = &p->lx;
    uint32_t start = lx->pos - 1;
    bool extended;
    ReToken tok;
    if (!re_lex_match(lx, '?', &extended)) { return false; }
    if (!extended) { return re_open_capture(p, start, NULL); }
    if (!re_lex_get(lx, &tok)) { return false; }
    if (tok.n == 0) { return re_unexpected_end(p); }
    if (re_flag_of(&tok) || re_token_is(&tok, '-')) { return re_open_flags(p, start, &tok); }
    switch (tok.n == 1 ? tok.c : 0) {
    case 'P': return re_open_python(p, start);
    case ':': return re_push_frame(p, RE_FRAME_GROUP, start, 2) != NULL;
    case '#': return re_skip_group_comment(p, start);
    case '=': return re_open_look(p, start, 0);
    case '!': return re_open_look(p, start, RE_LOOK_NOT);
    case '(': return re_open_cond(p, start);
    case '>': {
        ReFrame *f = re_push_frame(p, RE_FRAME_GROUP, start, 2);
        if (f) { f->atomic = true; }
        return f != NULL;
    }
    case '<': break;
    default: return re_unknown_extension(p, &tok, "?");
    }
    if (!re_lex_get(lx, &tok)) { return false; }
    if (tok.n == 0) { return re_unexpected_end(p); }
    if (re_token_is(&tok, '=')) { return re_open_look(p, start, RE_LOOK_BEHIND); }
    if (re_token_is(&tok, '!')) { return re_open_look(p, start, RE_LOOK_BEHIND | RE_LOOK_NOT); }
    return re_unknown_extension(p, &tok, "?<");
}

// --- Closing -------------------------------------------------------------------------------------

static bool re_expect_close(ReParser *p) {
    bool closed;
    if (!re_lex_match(&p->lx, ')', &closed)) { return false; }
    return closed || re_fail_at(&p->lx, RE_ERR_PATTERN, p->frame->start,
                                "missing ), unterminated subpattern");
}

// An empty negative look-around never succeeds. A look-behind must have one width; that it has not
// is reported at the end, for faults further on in the pattern come first.
static bool re_close_look(ReParser *p, const ReFrame *f, ReSeq *body) {
    bool fail = (f->look & RE_LOOK_NOT) && !body->first;
    ReNode *node = re_node_new(p, fail ? RE_NODE_FAIL : RE_NODE_LOOK);
    if (!node) { return false; }
    node->mode = (uint8_t)f->look;
    node->body = body;
    if (f->look & RE_LOOK_BEHIND) {
        bool wide = body->lo > UINT32_MAX;
        if ((wide || body->lo != body->hi) && f->start < p->bad_behind) {
            p->bad_behind = f->start;
            p->bad_behind_long = wide;
        }
        node->arg = (uint32_t)body->lo;
    }
    re_seq_append(p->frame->seq, node);
    return true;
}

bool re_close_group(ReParser *p, ReSeq *body) {
    if (!re_expect_close(p)) { return false; }
    ReFrame *f = re_pop_frame(p);
    if (f->kind == RE_FRAME_LOOK) { return re_close_look(p, f, body); }
    if (f->group) {
        ReGroupInfo *info = &p->groups[f->group];
        info->closed = true;
        info->lo = body->lo;
        info->hi = body->hi;
    }
    ReNode *node = re_node_new(p, f->atomic ? RE_NODE_ATOMIC : RE_NODE_GROUP);
    if (!node) { return false; }
    node->arg = f->group;
    node->body = body;
    re_seq_append(p->frame->seq, node);
    return true;
}

bool re_end_cond_part(ReParser *p, bool bar) {
    ReFrame *f = p->frame;
    if (bar) {
        f->yes = f->seq;
        f->seq = ARENA_NEW(p->lx.arena, ReSeq);
        return f->seq || re_fail_memory(p->lx.error);
    }
    if (!re_expect_close(p)) { return false; }
    re_pop_frame(p);
    ReNode *node = re_node_new(p, RE_NODE_COND);
    if (!node) { return false; }
    node->arg = f->group;
    node->body = f->yes ? f->yes : f->seq;
    node->other = f->yes ? f->seq : NULL;
    re_seq_append(p->frame->seq, node);
    return true;
}
