// re_tree.h: a pattern as a tree, between the parser and the compiler; everything in the arena.
//
// Sequences are doubly linked lists of nodes. Flags are resolved while parsing, so that the tree
// knows none: a letter that matches both cases is a FOLD, "." is a class, "^" one of two positions.
// Each sequence carries, computed when it is closed, its width in code points, whether it can match
// nothing, and the bytes with which a match can begin. So nothing here is computed by recursion.
#ifndef NX_LIB_RE_RE_TREE_H
#define NX_LIB_RE_RE_TREE_H

#include "base/arena.h"
#include "base/base.h"
#include "lib/re/re.h"

// --- Byte sets -----------------------------------------------------------------------------------

typedef struct ReBytes {
    uint32_t bits[8];
} ReBytes;

static inline bool re_bytes_has(const ReBytes *s, uint32_t byte) {
    return (s->bits[byte >> 5] >> (byte & 31) & 1) != 0;
}
static inline void re_bytes_add(ReBytes *s, uint32_t byte) {
    s->bits[byte >> 5] |= 1u << (byte & 31);
}
static inline void re_bytes_join(ReBytes *s, const ReBytes *other) {
    for (uint32_t i = 0; i < 8; i++) { s->bits[i] |= other->bits[i]; }
}
static inline void re_bytes_meet(ReBytes *s, const ReBytes *other) {
    for (uint32_t i = 0; i < 8; i++) { s->bits[i] &= other->bits[i]; }
}
static inline bool re_bytes_overlap(const ReBytes *a, const ReBytes *b) {
    uint32_t any = 0;
    for (uint32_t i = 0; i < 8; i++) { any |= a->bits[i] & b->bits[i]; }
    return any != 0;
}
static inline void re_bytes_fill(ReBytes *s, uint32_t lo, uint32_t hi) {
    for (uint32_t b = lo; b <= hi; b++) { re_bytes_add(s, b); }
}

// --- Classes -------------------------------------------------------------------------------------

// What a class of a text pattern says of code points from 0x80 on.
typedef enum ReWide { RE_WIDE_NONE, RE_WIDE_ALL, RE_WIDE_SOME } ReWide;

enum {
    RE_CAT_DIGIT = 1 << 0,
    RE_CAT_NOT_DIGIT = 1 << 1,
    RE_CAT_SPACE = 1 << 2,
    RE_CAT_NOT_SPACE = 1 << 3,
    RE_CAT_WORD = 1 << 4,
    RE_CAT_NOT_WORD = 1 << 5,
    RE_CAT_ALL = (1 << 6) - 1,
    RE_CAT_NEGATE = 1 << 6 // the answer is to be inverted
};

typedef struct ReRange {
    uint32_t lo, hi;
} ReRange;

typedef struct ReClass {
    ReBytes bytes; // bytes patterns: the members; text: the members below 0x80
    ReWide wide;   // NONE for bytes patterns
    uint32_t cats; // RE_CAT_*, of SOME
    uint32_t n_ranges;
    const ReRange *ranges; // sorted, disjoint; of SOME
    uint32_t pool, plane;  // the compiler's: where the program has it
} ReClass;

// A set as written: what the parser collects.
typedef struct ReSet {
    ReRange *ranges;
    uint32_t n, cap;
    uint32_t cats; // RE_CAT_DIGIT..RE_CAT_NOT_WORD
    bool negate;
} ReSet;

// LOCALE is the C locale's, so it folds as ASCII does.
typedef enum ReFold { RE_FOLD_NONE, RE_FOLD_ASCII, RE_FOLD_UNICODE } ReFold;

// --- Nodes ---------------------------------------------------------------------------------------

typedef enum ReNodeKind {
    RE_NODE_LITERAL, // arg: the code point
    RE_NODE_FOLD,    // arg: a lower-case ASCII letter of which only the two ASCII cases match
    RE_NODE_CLASS,   // cls; mode: written as a negated set
    RE_NODE_AT,      // arg: ReAt
    RE_NODE_GROUP,   // arg: number, 0 for (?:...); body
    RE_NODE_ATOMIC,  // body
    RE_NODE_LOOK,    // mode: RE_LOOK_*; arg: code points to step back; body
    RE_NODE_BRANCH,  // body: the first alternative; arg: how many
    RE_NODE_REPEAT,  // mode: RE_REPEAT_*; min, max; body
    RE_NODE_BACKREF, // arg: group; mode: ReFold
    RE_NODE_COND,    // arg: group; body, other (NULL when there is none)
    RE_NODE_FAIL
} ReNodeKind;

enum { RE_LOOK_BEHIND = 1, RE_LOOK_NOT = 2 };
enum { RE_REPEAT_GREEDY, RE_REPEAT_LAZY, RE_REPEAT_POSSESSIVE };

typedef enum ReAt {
    RE_AT_START,
    RE_AT_LINE_START,
    RE_AT_END, // at the end or before a newline that ends the subject
    RE_AT_LINE_END,
    RE_AT_VERY_END,
    RE_AT_WORD_ASCII,
    RE_AT_NOT_WORD_ASCII,
    RE_AT_WORD_UNICODE,
    RE_AT_NOT_WORD_UNICODE
} ReAt;

typedef struct ReSeq ReSeq;
typedef struct ReNode ReNode;

struct ReNode {
    ReNode *prev, *next;
    uint8_t kind, mode;
    uint32_t arg;
    uint32_t min, max;
    union {
        ReSeq *body;
        ReClass *cls;
    };
    ReSeq *other;
};

struct ReSeq {
    ReNode *first, *last;
    ReSeq *next_alt;
    uint64_t lo, hi; // width in code points; UINT64_MAX stands for that or more
    ReBytes head;    // first bytes of what it matches, not counting what may follow it
    bool empty;      // can match without taking a character
};

#define RE_WIDTH_MAX UINT64_MAX

// --- Parser --------------------------------------------------------------------------------------

typedef struct ReTree {
    ReSeq *root;
    bool is_text;
    bool has_refs; // a back reference or a conditional: what follows may depend on where it began
    uint32_t n_groups;
} ReTree;

// Parses; fills flags, names, warnings, n_groups and work of *out.
NX_INTERNAL bool re_parse(Arena *arena, const ReSource *src, ReTree *tree, ReCompiled *out);

// Emits the program of a tree; fills words and n_words.
NX_INTERNAL bool re_emit(Arena *arena, const ReTree *tree, uint64_t work_limit, ReCompiled *out);

#endif
