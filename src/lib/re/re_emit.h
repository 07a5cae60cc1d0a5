// re_emit.h: what the files of the compiler share.
//
// Code is emitted from its end to its beginning, so that what follows an instruction is known when
// it is made: in particular `first`, the bytes with which the rest can begin. It decides whether a
// repeat can ever give back (if not, it needs no backtracking) and which alternatives to look at.
// Until the end, an address is a distance from the end of the code.
#ifndef NX_LIB_RE_RE_EMIT_H
#define NX_LIB_RE_RE_EMIT_H

#include "lib/re/re_prog.h"
#include "lib/re/re_tree.h"

typedef struct ReFirst {
    ReBytes bytes;
    bool end; // it can succeed at the end of the subject
} ReFirst;

// What comes next. RE_REST_END: the end of a region, where no choice before it survives.
typedef enum ReRest { RE_REST_MORE, RE_REST_MATCH, RE_REST_END } ReRest;

typedef struct ReAlt {
    ReSeq *seq;
    uint32_t label;
    ReFirst first;
} ReAlt;

typedef struct ReEmitFrame ReEmitFrame;
struct ReEmitFrame {
    ReEmitFrame *up;
    ReNode *owner; // whose body is being emitted; NULL: the root
    ReNode *node;  // the next one to emit, going backwards
    bool needed;   // every match goes through here
    ReFirst after; // what follows the owner
    ReRest after_rest;
    uint32_t after_label;
    uint32_t label; // of the loop's instruction, of a conditional's second part
    uint32_t reg;
    ReAlt *alts;
    uint32_t at; // index of the alternative; part of the conditional
};

typedef struct ReEmit {
    Arena *arena;
    const ReTree *tree;
    ReError *error;
    uint64_t work, work_limit;
    uint32_t *code; // its last `used` words are in use
    uint32_t cap, used;
    uint32_t since_charge;
    ReFirst first;
    ReRest rest;
    uint32_t n_regs;
    ReBytes *planes; // interned sets, by bit number
    uint32_t n_planes, planes_cap;
    uint32_t *plane_slots; // hash table: bit number + 1
    uint32_t n_plane_slots;
    ReClass **classes; // in the order of the pool
    uint32_t n_classes, classes_cap;
    uint32_t pool_words;
    uint32_t needed, needed_rank; // RE_NONE; the rarest byte of all matches
    ReEmitFrame *frame;
} ReEmit;

// --- re_emit_char.c ------------------------------------------------------------------------------

// n words for a new instruction in front of the code, the first of them filled in; NULL on failure.
NX_INTERNAL uint32_t *re_put(ReEmit *e, ReOp op, uint32_t arg, uint32_t n);

static inline uint32_t *re_at_label(const ReEmit *e, uint32_t label) {
    return e->code + e->cap - label;
}

// The plane of a set; planes[0..n) in a row of bits, of at most 32 sets, none crossing a table when
// n <= 8.
NX_INTERNAL bool re_plane(ReEmit *e, const ReBytes *set, uint32_t *plane);
NX_INTERNAL bool re_planes(ReEmit *e, const ReAlt *alts, uint32_t n, uint32_t *plane);

// Emits the characters that end at f->node, and moves it before them.
NX_INTERNAL bool re_emit_chars(ReEmit *e, ReEmitFrame *f);

static inline bool re_is_char(const ReNode *node) { return node->kind <= RE_NODE_CLASS; }

// Emits a repeat of one character.
NX_INTERNAL bool re_emit_run(ReEmit *e, const ReEmitFrame *f, const ReNode *node);

// How common a byte is in subjects, 0..255.
NX_INTERNAL uint32_t re_byte_rank(uint32_t byte);

// Moves the interned sets' tables to the program.
NX_INTERNAL void re_write_tables(const ReEmit *e, uint32_t *words);
NX_INTERNAL void re_write_classes(const ReEmit *e, uint32_t *words, uint32_t at);

static inline uint32_t re_n_tables(const ReEmit *e) { return (e->n_planes + 7) / 8; }

// --- re_finish.c ---------------------------------------------------------------------------------

NX_INTERNAL bool re_finish(ReEmit *e, ReCompiled *out);

#endif
