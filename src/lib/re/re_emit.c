// re_emit.c: from the tree to code, backwards. See re_emit.h.
//
// The walk has its own stack: a frame per construct that is begun, whose bodies are emitted one
// after the other, the last first. re_open_* emits what stands behind the last body and begins it;
// re_body_done goes on to the next body or emits what stands before the first.
#include "lib/re/re_emit.h"

#include "lib/re/re_parse.h"

static bool re_put1(ReEmit *e, ReOp op, uint32_t arg, uint32_t a) {
    uint32_t *w = re_put(e, op, arg, 2);
    if (w) { w[1] = a; }
    return w != NULL;
}

// Any byte, or none.
static void re_first_all(ReFirst *first) {
    re_bytes_fill(&first->bytes, 0, 255);
    first->end = true;
}

static uint32_t re_new_regs(ReEmit *e, uint32_t n) {
    e->n_regs += n;
    return e->n_regs - n;
}

// Behind the end of a region anything may come: what follows must not influence the choice inside.
static void re_region_end(ReEmit *e) {
    re_first_all(&e->first);
    e->rest = RE_REST_END;
}

// First bytes of a body that stands before what frame f has after it.
static void re_first_of_body(const ReEmitFrame *f, const ReSeq *body, ReFirst *first) {
    *first = (ReFirst){.bytes = body->head};
    if (body->empty) {
        re_bytes_join(&first->bytes, &f->after.bytes);
        first->end = f->after.end;
    }
}

// Either of two.
static void re_first_join(ReFirst *first, const ReFirst *other) {
    re_bytes_join(&first->bytes, &other->bytes);
    first->end = first->end || other->end;
}

// Begins a construct at its last body. What follows it is what was emitted before.
static ReEmitFrame *re_emit_push(ReEmit *e, ReNode *owner, const ReSeq *body, bool needed) {
    ReEmitFrame *f = ARENA_NEW(e->arena, ReEmitFrame);
    if (!f) {
        re_fail_memory(e->error);
        return NULL;
    }
    f->up = e->frame;
    f->owner = owner;
    f->node = body->last;
    f->needed = needed && (!e->frame || e->frame->needed);
    f->after = e->first;
    f->after_rest = e->rest;
    f->after_label = e->used;
    e->frame = f;
    return f;
}

// A jump to what follows the frame's construct, or a copy of it if it is but an end.
static bool re_put_jump(ReEmit *e, const ReEmitFrame *f) {
    uint32_t label = f->after_label, at = re_at_label(e, label)[0];
    bool ok;
    if (RE_OPCODE(at) == RE_OP_MATCH) {
        ok = re_put(e, RE_OP_MATCH, 0, 1) != NULL;
    } else {
        if (RE_OPCODE(at) == RE_OP_JUMP) { label = re_at_label(e, label)[1]; }
        ok = re_put1(e, RE_OP_JUMP, 0, label);
    }
    e->first = f->after;
    e->rest = f->after_rest;
    return ok;
}

// SPLIT with its first and second choice.
static bool re_put_split(ReEmit *e, uint32_t label_1, const ReFirst *first_1, uint32_t label_2,
                         const ReFirst *first_2) {
    uint32_t plane_1, plane_2;
    if (!re_plane(e, &first_1->bytes, &plane_1) || !re_plane(e, &first_2->bytes, &plane_2)) {
        return false;
    }
    uint32_t arg = (first_1->end ? (uint32_t)RE_SPLIT_END_1 : 0) |
                   (first_2->end ? (uint32_t)RE_SPLIT_END_2 : 0);
    uint32_t *w = re_put(e, RE_OP_SPLIT, arg, 5);
    if (!w) { return false; }
    w[1] = label_1;
    w[2] = label_2;
    w[3] = plane_1;
    w[4] = plane_2;
    return true;
}

// --- Positions and references --------------------------------------------------------------------

// Only assertions of an end say something of the next byte.
static bool re_emit_at(ReEmit *e, const ReNode *node) {
    if (!re_put(e, RE_OP_AT, node->arg, 1)) { return false; }
    ReBytes line = {{0}};
    switch ((ReAt)node->arg) {
    case RE_AT_END:
    case RE_AT_LINE_END: re_bytes_add(&line, '\n'); break;
    case RE_AT_VERY_END: break;
    default: return true;
    }
    re_bytes_meet(&e->first.bytes, &line);
    return true;
}

// What the group holds is not known here.
static bool re_emit_backref(ReEmit *e, const ReNode *node) {
    re_first_all(&e->first);
    return re_put1(e, RE_OP_BACKREF, node->mode, node->arg);
}

// --- Groups and look-arounds ---------------------------------------------------------------------

// Marks do not stand between a repeat and the end of the pattern.
static bool re_put_save(ReEmit *e, ReOp op, uint32_t slot) {
    ReRest rest = e->rest;
    if (!re_put1(e, op, 0, slot)) { return false; }
    e->rest = rest;
    return true;
}

static bool re_open_group_node(ReEmit *e, ReNode *node) {
    if (node->arg && !re_put_save(e, RE_OP_SAVE_END, 2 * node->arg - 1)) { return false; }
    return re_emit_push(e, node, node->body, true) != NULL;
}

static bool re_open_atomic(ReEmit *e, ReNode *node) {
    ReEmitFrame *f = re_emit_push(e, node, node->body, true);
    if (!f) { return false; }
    f->reg = re_new_regs(e, 1);
    if (!re_put1(e, RE_OP_ATOMIC_END, 0, f->reg)) { return false; }
    re_region_end(e);
    return true;
}

static bool re_done_atomic(ReEmit *e, const ReEmitFrame *f) {
    if (!re_put1(e, RE_OP_ATOMIC, 0, f->reg)) { return false; }
    re_first_of_body(f, f->owner->body, &e->first);
    return true;
}

static bool re_open_look_node(ReEmit *e, ReNode *node) {
    bool negative = (node->mode & RE_LOOK_NOT) != 0;
    ReEmitFrame *f = re_emit_push(e, node, node->body, false);
    if (!f) { return false; }
    f->reg = re_new_regs(e, negative ? 1 : 2);
    if (!re_put1(e, negative ? RE_OP_NOT_LOOK_END : RE_OP_LOOK_END, 0, f->reg)) { return false; }
    re_region_end(e);
    return true;
}

// A positive look ahead restricts what can follow; the others say nothing of the next byte.
static bool re_done_look(ReEmit *e, const ReEmitFrame *f) {
    const ReNode *node = f->owner;
    bool negative = (node->mode & RE_LOOK_NOT) != 0;
    uint32_t *w = re_put(e, negative ? RE_OP_NOT_LOOK : RE_OP_LOOK, 0, negative ? 4 : 3);
    if (!w) { return false; }
    w[1] = f->reg;
    w[2] = node->arg;
    if (negative) { w[3] = f->after_label; }
    e->first = f->after;
    if (node->mode == 0 && !node->body->empty) {
        re_bytes_meet(&e->first.bytes, &node->body->head);
        e->first.end = false;
    }
    return true;
}

// --- Alternatives and conditionals ---------------------------------------------------------------

// Alternatives are linked forwards and emitted backwards: an array holds them.
static bool re_open_branch(ReEmit *e, ReNode *node) {
    ReEmitFrame *f = re_emit_push(e, node, node->body, false);
    if (!f) { return false; }
    f->alts = ARENA_ARRAY(e->arena, ReAlt, node->arg);
    if (!f->alts) { return re_fail_memory(e->error); }
    uint32_t n = 0;
    for (ReSeq *s = node->body; s; s = s->next_alt) { f->alts[n++].seq = s; }
    f->at = n - 1;
    f->node = f->alts[f->at].seq->last;
    return true;
}

// BRANCH for alts[0..n), n <= RE_MAX_BRANCH.
static bool re_put_branch(ReEmit *e, const ReAlt *alts, uint32_t n) {
    uint32_t plane, at_end = 0;
    if (n == 2) {
        return re_put_split(e, alts[0].label, &alts[0].first, alts[1].label, &alts[1].first);
    }
    if (!re_planes(e, alts, n, &plane)) { return false; }
    uint32_t *w = re_put(e, RE_OP_BRANCH, n, 3 + n);
    if (!w) { return false; }
    for (uint32_t i = 0; i < n; i++) {
        at_end |= (uint32_t)alts[i].first.end << i;
        w[3 + i] = alts[i].label;
    }
    w[1] = at_end;
    w[2] = plane;
    return true;
}

// More alternatives than one BRANCH can have: its last one is then another BRANCH.
static bool re_done_branch(ReEmit *e, ReEmitFrame *f, bool *again) {
    ReAlt *alt = &f->alts[f->at];
    alt->label = alt->seq->first ? e->used : f->after_label;
    alt->first = e->first;
    if (f->at > 0) {
        // The one before ends with a jump over all that is emitted so far.
        *again = true;
        f->at--;
        f->node = f->alts[f->at].seq->last;
        e->first = f->after;
        e->rest = f->after_rest;
        return !f->node || re_put_jump(e, f);
    }
    uint32_t n = f->owner->arg;
    while (n > RE_MAX_BRANCH) {
        ReAlt *tail = &f->alts[n - RE_MAX_BRANCH];
        if (!re_put_branch(e, tail, RE_MAX_BRANCH)) { return false; }
        for (uint32_t i = 1; i < RE_MAX_BRANCH; i++) {
            re_first_join(&tail->first, &tail[i].first);
        }
        tail->label = e->used;
        n -= RE_MAX_BRANCH - 1;
    }
    if (!re_put_branch(e, f->alts, n)) { return false; }
    e->first = f->alts[0].first;
    for (uint32_t i = 1; i < n; i++) { re_first_join(&e->first, &f->alts[i].first); }
    return true;
}

// The second part stands behind the first and is emitted before it.
static bool re_open_cond_node(ReEmit *e, ReNode *node) {
    bool two = node->other && node->other->first;
    ReEmitFrame *f = re_emit_push(e, node, two ? node->other : node->body, false);
    if (!f) { return false; }
    f->at = two;
    f->label = f->after_label;
    f->alts = ARENA_NEW(e->arena, ReAlt);
    if (!f->alts) { return re_fail_memory(e->error); }
    f->alts->first = e->first;
    return true;
}

static bool re_done_cond(ReEmit *e, ReEmitFrame *f, bool *again) {
    if (f->at) {
        *again = true;
        f->at = 0;
        f->label = e->used;
        f->alts->first = e->first;
        f->node = f->owner->body->last;
        return re_put_jump(e, f);
    }
    uint32_t *w = re_put(e, RE_OP_COND, 0, 3);
    if (!w) { return false; }
    w[1] = f->owner->arg;
    w[2] = f->label;
    re_first_join(&e->first, &f->alts->first);
    return true;
}

// --- Repeats -------------------------------------------------------------------------------------

// How a repeat of more than a character is compiled.
typedef enum ReLoop {
    RE_LOOP_ONCE,  // {1}: the body
    RE_LOOP_MAYBE, // {0,1}
    RE_LOOP_PLAIN, // * or + of what cannot be empty: needs no register
    RE_LOOP_COUNTED,
    RE_LOOP_POSSESSIVE
} ReLoop;

static ReLoop re_loop_of(const ReNode *node) {
    if (node->mode == RE_REPEAT_POSSESSIVE) { return RE_LOOP_POSSESSIVE; }
    if (node->max == 1) { return node->min ? RE_LOOP_ONCE : RE_LOOP_MAYBE; }
    bool plain = node->min <= 1 && node->max == RE_MAXREPEAT && !node->body->empty;
    return plain ? RE_LOOP_PLAIN : RE_LOOP_COUNTED;
}

// REP or REP_LAZY; the address of the body is put in later.
static bool re_put_counted(ReEmit *e, ReEmitFrame *f, const ReFirst *body) {
    const ReNode *node = f->owner;
    uint32_t planes[2], *w;
    if (!re_plane(e, &body->bytes, &planes[0]) || !re_plane(e, &f->after.bytes, &planes[1])) {
        return false;
    }
    uint32_t arg =
        (body->end ? (uint32_t)RE_SPLIT_END_1 : 0) | (f->after.end ? (uint32_t)RE_SPLIT_END_2 : 0);
    f->reg = re_new_regs(e, 2);
    w = re_put(e, node->mode == RE_REPEAT_LAZY ? RE_OP_REP_LAZY : RE_OP_REP, arg, 7);
    if (!w) { return false; }
    w[1] = f->reg;
    w[2] = node->min;
    w[3] = node->max;
    w[5] = planes[0];
    w[6] = planes[1];
    return true;
}

// The instruction at the end of a loop; where the body begins is put in when it is known.
static bool re_put_loop(ReEmit *e, ReEmitFrame *f, uint32_t body) {
    ReFirst first;
    bool lazy = f->owner->mode == RE_REPEAT_LAZY;
    re_first_of_body(f, f->owner->body, &first);
    if (re_loop_of(f->owner) == RE_LOOP_COUNTED) { return re_put_counted(e, f, &first); }
    return lazy ? re_put_split(e, f->after_label, &f->after, body, &first)
                : re_put_split(e, body, &first, f->after_label, &f->after);
}

static bool re_open_possessive(ReEmit *e, ReEmitFrame *f) {
    f->reg = re_new_regs(e, 3);
    uint32_t *w = re_put(e, RE_OP_POSS_END, 0, 3);
    if (!w) { return false; }
    w[1] = f->reg;
    f->label = e->used;
    re_region_end(e);
    return true;
}

// {0} leaves nothing behind, not even an error in its body, which the parser has checked.
static bool re_open_repeat(ReEmit *e, ReNode *node) {
    if (node->max == 0) { return true; }
    ReLoop loop = re_loop_of(node);
    ReEmitFrame *f = re_emit_push(e, node, node->body, node->min > 0);
    if (!f) { return false; }
    if (loop == RE_LOOP_POSSESSIVE) { return re_open_possessive(e, f); }
    if (loop == RE_LOOP_ONCE || loop == RE_LOOP_MAYBE) { return true; }
    if (!re_put_loop(e, f, 0)) { return false; }
    // The end of the body sees the loop: another round or what is behind it.
    f->label = e->used;
    re_first_of_body(f, node->body, &e->first);
    re_first_join(&e->first, &f->after);
    return true;
}

static bool re_done_possessive(ReEmit *e, const ReEmitFrame *f) {
    const ReNode *node = f->owner;
    uint32_t *w = re_put(e, RE_OP_POSS_NEXT, 0, 5);
    if (!w) { return false; }
    w[1] = f->reg;
    w[2] = node->min;
    w[3] = node->max;
    w[4] = f->after_label;
    re_at_label(e, f->label)[2] = e->used;
    re_first_of_body(f, node->body, &e->first);
    if (node->min == 0) { re_first_join(&e->first, &f->after); }
    return re_put1(e, RE_OP_POSS_INIT, 0, f->reg);
}

// What stands before the body: the way in, which for + and for {1} is the body itself.
static bool re_done_repeat(ReEmit *e, ReEmitFrame *f) {
    const ReNode *node = f->owner;
    ReLoop loop = re_loop_of(node);
    if (loop == RE_LOOP_ONCE) { return true; }
    if (loop == RE_LOOP_POSSESSIVE) { return re_done_possessive(e, f); }
    uint32_t body = e->used;
    if (loop == RE_LOOP_COUNTED) {
        re_at_label(e, f->label)[4] = body;
        uint32_t *w = re_put(e, RE_OP_REP_INIT, 0, 3);
        if (!w) { return false; }
        w[1] = f->reg;
        w[2] = f->label;
    } else {
        bool lazy = node->mode == RE_REPEAT_LAZY;
        if (loop == RE_LOOP_PLAIN) { re_at_label(e, f->label)[lazy ? 2 : 1] = body; }
        if (node->min == 0 && !re_put_loop(e, f, body)) { return false; }
    }
    re_first_of_body(f, node->body, &e->first);
    if (node->min == 0) { re_first_join(&e->first, &f->after); }
    return true;
}

// --- The walk ------------------------------------------------------------------------------------

// A repeat of a single character has instructions of its own.
static bool re_is_run(const ReNode *node) {
    const ReSeq *body = node->body;
    return node->kind == RE_NODE_REPEAT && body->first && body->first == body->last &&
           re_is_char(body->first);
}

static bool re_emit_node(ReEmit *e, ReEmitFrame *f) {
    ReNode *node = f->node;
    if (re_is_char(node)) { return re_emit_chars(e, f); }
    f->node = node->prev;
    if (re_is_run(node)) { return re_emit_run(e, f, node); }
    switch ((ReNodeKind)node->kind) {
    case RE_NODE_AT: return re_emit_at(e, node);
    case RE_NODE_BACKREF: return re_emit_backref(e, node);
    case RE_NODE_GROUP: return re_open_group_node(e, node);
    case RE_NODE_ATOMIC: return re_open_atomic(e, node);
    case RE_NODE_LOOK: return re_open_look_node(e, node);
    case RE_NODE_BRANCH: return re_open_branch(e, node);
    case RE_NODE_COND: return re_open_cond_node(e, node);
    case RE_NODE_REPEAT: return re_open_repeat(e, node);
    default: break;
    }
    e->first = (ReFirst){0};
    return re_put(e, RE_OP_FAIL, 0, 1) != NULL;
}

// The frame's body is emitted: its next one, or its end.
static bool re_body_done(ReEmit *e, ReEmitFrame *f) {
    bool again = false, ok = true;
    const ReNode *owner = f->owner;
    switch ((ReNodeKind)owner->kind) {
    case RE_NODE_GROUP: ok = !owner->arg || re_put_save(e, RE_OP_SAVE, 2 * owner->arg - 2); break;
    case RE_NODE_ATOMIC: ok = re_done_atomic(e, f); break;
    case RE_NODE_LOOK: ok = re_done_look(e, f); break;
    case RE_NODE_BRANCH: ok = re_done_branch(e, f, &again); break;
    case RE_NODE_COND: ok = re_done_cond(e, f, &again); break;
    default: ok = re_done_repeat(e, f); break;
    }
    if (!again) { e->frame = f->up; }
    return ok;
}

bool re_emit(Arena *arena, const ReTree *tree, uint64_t work_limit, ReCompiled *out) {
    ReEmit emit = {.arena = arena, .tree = tree, .error = &out->error}, *e = &emit;
    e->work = out->work;
    e->work_limit = work_limit;
    e->needed = RE_NONE;
    e->needed_rank = 256;
    bool ok = re_put(e, RE_OP_MATCH, 0, 1) != NULL;
    re_first_all(&e->first);
    e->rest = RE_REST_MATCH;
    ok = ok && re_emit_push(e, NULL, tree->root, true);
    while (ok && e->frame) {
        ReEmitFrame *f = e->frame;
        if (f->node) {
            ok = re_emit_node(e, f);
        } else if (f->owner) {
            ok = re_body_done(e, f);
        } else {
            e->frame = NULL;
        }
    }
    ok = ok && re_finish(e, out);
    out->work = e->work;
    return ok;
}
