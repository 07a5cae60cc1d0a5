// re_node.c: making nodes, and closing sequences of them.
//
// A closed sequence knows its width, the bytes it can begin with and whether it can be empty; these
// come from its nodes, whose own sequences were closed before, so there is no recursion.
#include "lib/re/re_parse.h"

#include "base/utf8.h"
#include "lib/re/re_fold.h"

ReNode *re_node_new(ReParser *p, ReNodeKind kind) {
    ReNode *node = ARENA_NEW(p->lx.arena, ReNode);
    if (!node) {
        re_fail_memory(p->lx.error);
        return NULL;
    }
    node->kind = (uint8_t)kind;
    return node;
}

void re_seq_append(ReSeq *seq, ReNode *node) {
    node->prev = seq->last;
    node->next = NULL;
    if (seq->last) {
        seq->last->next = node;
    } else {
        seq->first = node;
    }
    seq->last = node;
}

bool re_node_set(ReParser *p, ReSet *set, ReNode **out) {
    *out = re_node_new(p, RE_NODE_CLASS);
    if (!*out) { return false; }
    ReClass *cls = re_class_make(p->lx.arena, set, p->lx.is_text, p->here, &p->lx.work);
    (*out)->cls = cls;
    (*out)->mode = set->negate;
    return cls || re_fail_memory(p->lx.error);
}

static bool re_is_ascii_letter(uint32_t c) {
    return c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// With case ignored most ASCII letters have one other case and become a FOLD. "i", "k" and "s" have
// relatives beyond ASCII; these and letters beyond ASCII become classes.
bool re_node_char(ReParser *p, uint32_t c, ReNode **out) {
    ReFold fold = re_fold_of(p->here);
    uint32_t lower = c | 0x20;
    bool unicode = fold == RE_FOLD_UNICODE && p->lx.is_text;
    bool wide = unicode &&
                (c >= 0x80 ? re_fold_block(c >> 8) : lower == 'i' || lower == 'k' || lower == 's');
    if (wide) {
        ReSet set = {0};
        return re_set_add(p, &set, c, c) && re_node_set(p, &set, out);
    }
    bool folds = fold != RE_FOLD_NONE && re_is_ascii_letter(c);
    *out = re_node_new(p, folds ? RE_NODE_FOLD : RE_NODE_LITERAL);
    if (!*out) { return false; }
    (*out)->arg = folds ? lower : c;
    return true;
}

// --- Closing -------------------------------------------------------------------------------------

// Widths saturate: what is beyond 64 bits is never compared for equality but with itself.
static uint64_t re_width_add(uint64_t a, uint64_t b) {
    return a > RE_WIDTH_MAX - b ? RE_WIDTH_MAX : a + b;
}

static uint64_t re_width_times(uint64_t a, uint64_t n) {
    uint64_t r;
    return __builtin_mul_overflow(a, n, &r) ? RE_WIDTH_MAX : r;
}

// What a node adds to its sequence.
typedef struct ReSpan {
    uint64_t lo, hi;
    bool empty;
    ReBytes head;
} ReSpan;

static void re_span_of_seq(ReSpan *span, const ReSeq *seq) {
    *span = (ReSpan){seq->lo, seq->hi, seq->empty, seq->head};
}

// Either of two.
static void re_span_join(ReSpan *span, const ReSeq *seq) {
    span->lo = span->lo < seq->lo ? span->lo : seq->lo;
    span->hi = span->hi > seq->hi ? span->hi : seq->hi;
    span->empty = span->empty || seq->empty;
    re_bytes_join(&span->head, &seq->head);
}

// {0} can begin with nothing, though its body could.
static void re_span_of_repeat(ReSpan *span, const ReNode *node) {
    re_span_of_seq(span, node->body);
    span->lo = re_width_times(span->lo, node->min);
    span->hi = node->max == RE_MAXREPEAT ? (span->hi ? RE_WIDTH_MAX : 0)
                                         : re_width_times(span->hi, node->max);
    span->empty = span->empty || node->min == 0;
    if (node->max == 0) { span->head = (ReBytes){{0}}; }
}

static void re_span_of_char(ReSpan *span, const ReParser *p, const ReNode *node) {
    *span = (ReSpan){.lo = 1, .hi = 1};
    if (node->kind == RE_NODE_CLASS) {
        re_class_heads(node->cls, &span->head);
    } else if (node->kind == RE_NODE_FOLD) {
        re_bytes_add(&span->head, node->arg);
        re_bytes_add(&span->head, node->arg - 32);
    } else {
        uint8_t bytes[UTF8_MAX_SIZE] = {(uint8_t)node->arg};
        if (p->lx.is_text) { utf8_encode(bytes, node->arg); }
        re_bytes_add(&span->head, bytes[0]);
    }
}

static void re_span_of(ReSpan *span, const ReParser *p, const ReNode *node) {
    switch ((ReNodeKind)node->kind) {
    case RE_NODE_LITERAL:
    case RE_NODE_FOLD:
    case RE_NODE_CLASS: re_span_of_char(span, p, node); return;
    case RE_NODE_AT:
    case RE_NODE_LOOK: *span = (ReSpan){.empty = true}; return;
    case RE_NODE_FAIL: *span = (ReSpan){0}; return;
    case RE_NODE_GROUP:
    case RE_NODE_ATOMIC: re_span_of_seq(span, node->body); return;
    case RE_NODE_BRANCH:
        re_span_of_seq(span, node->body);
        for (const ReSeq *s = node->body->next_alt; s; s = s->next_alt) { re_span_join(span, s); }
        return;
    case RE_NODE_REPEAT: re_span_of_repeat(span, node); return;
    case RE_NODE_BACKREF:
        // What the group matched, which may be nothing: any byte can be the first.
        *span = (ReSpan){p->groups[node->arg].lo, p->groups[node->arg].hi, true, {{0}}};
        re_bytes_fill(&span->head, 0, 255);
        return;
    case RE_NODE_COND: break;
    }
    ReSeq none = {.empty = true};
    re_span_of_seq(span, node->body);
    re_span_join(span, node->other ? node->other : &none);
}

// Puts the nodes of a (?:...) into its place. Its sequence has been closed: none inside of it.
static void re_seq_splice(ReSeq *seq, ReNode *node) {
    ReSeq *body = node->body;
    ReNode *first = body->first ? body->first : node->next;
    ReNode *last = body->last ? body->last : node->prev;
    if (body->first) {
        body->first->prev = node->prev;
        body->last->next = node->next;
    }
    if (node->prev) {
        node->prev->next = first;
    } else {
        seq->first = first;
    }
    if (node->next) {
        node->next->prev = last;
    } else {
        seq->last = last;
    }
}

void re_seq_close(ReParser *p, ReSeq *seq) {
    seq->lo = seq->hi = 0;
    seq->empty = true;
    seq->head = (ReBytes){{0}};
    for (ReNode *node = seq->first, *next; node; node = next) {
        ReSpan span;
        next = node->next;
        re_span_of(&span, p, node);
        seq->lo = re_width_add(seq->lo, span.lo);
        seq->hi = re_width_add(seq->hi, span.hi);
        if (seq->empty) {
            re_bytes_join(&seq->head, &span.head);
            seq->empty = span.empty;
        }
        if (node->kind == RE_NODE_GROUP && node->arg == 0) { re_seq_splice(seq, node); }
        p->lx.work++;
    }
}

// --- Alternatives --------------------------------------------------------------------------------

// Only plain characters are factored out: it is for literal prefixes that this is done.
static bool re_same_char(const ReNode *a, const ReNode *b) {
    return a->kind == b->kind && a->arg == b->arg &&
           (a->kind == RE_NODE_LITERAL || a->kind == RE_NODE_FOLD);
}

// Moves the characters that all alternatives begin with to `into`.
static void re_factor_prefix(ReParser *p, ReSeq *alts, ReSeq *into) {
    bool factored = false;
    for (;; factored = true) {
        ReNode *first = alts->first;
        for (ReSeq *s = alts; s; s = s->next_alt) {
            if (!s->first || !re_same_char(first, s->first)) { first = NULL; }
            if (!first) { break; }
            p->lx.work++;
        }
        if (!first) { break; }
        for (ReSeq *s = alts; s; s = s->next_alt) {
            s->first = s->first->next;
            if (s->first) {
                s->first->prev = NULL;
            } else {
                s->last = NULL;
            }
        }
        re_seq_append(into, first);
    }
    for (ReSeq *s = alts; factored && s; s = s->next_alt) { re_seq_close(p, s); }
}

// A class for a character node; NULL when memory is wanting.
static ReClass *re_class_of(ReParser *p, const ReNode *node, bool *ok) {
    *ok = true;
    if (node->kind == RE_NODE_CLASS) { return node->cls; }
    // A FOLD is both of its letters; no further folding may be done to them.
    ReRange ranges[2] = {{node->arg, node->arg}, {node->arg - 32, node->arg - 32}};
    ReSet set = {.ranges = ranges, .n = node->kind == RE_NODE_FOLD ? 2 : 1};
    ReClass *cls = re_class_make(p->lx.arena, &set, p->lx.is_text, 0, &p->lx.work);
    *ok = cls != NULL;
    return cls;
}

// One class for alternatives that are single characters; NULL when they are not. As in sre, negated
// sets are left alone: it shows where a match begins behind endpos, and a repeat of one character
// fails but a loop can be passed.
static ReClass *re_merge_chars(ReParser *p, const ReSeq *alts, bool *ok) {
    *ok = true;
    for (const ReSeq *s = alts; s; s = s->next_alt) {
        const ReNode *node = s->first;
        if (!node || node != s->last || node->kind > RE_NODE_CLASS) { return NULL; }
        if (node->kind == RE_NODE_CLASS && node->mode) { return NULL; }
    }
    ReClass *all = re_class_of(p, alts->first, ok);
    for (const ReSeq *s = alts->next_alt; all && s; s = s->next_alt) {
        ReClass *cls = re_class_of(p, s->first, ok);
        if (!cls) { return NULL; }
        all = re_class_union(p->lx.arena, all, cls, ok);
    }
    return all;
}

bool re_join_alternatives(ReParser *p, ReSeq *alts, uint32_t n, ReSeq **out) {
    if (n == 1) {
        *out = alts;
        return true;
    }
    ReSeq *seq = ARENA_NEW(p->lx.arena, ReSeq);
    if (!seq) { return re_fail_memory(p->lx.error); }
    re_factor_prefix(p, alts, seq);
    bool ok;
    ReClass *cls = re_merge_chars(p, alts, &ok);
    if (!ok) { return re_fail_memory(p->lx.error); }
    ReNode *node = re_node_new(p, cls ? RE_NODE_CLASS : RE_NODE_BRANCH);
    if (!node) { return false; }
    if (cls) {
        node->cls = cls;
    } else {
        node->body = alts;
        node->arg = n;
    }
    re_seq_append(seq, node);
    re_seq_close(p, seq);
    *out = seq;
    return true;
}
