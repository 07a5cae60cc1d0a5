// re_parse.h: what the files of the parser share: the tokenizer with its one token of look-ahead,
// the builder of error messages, and the state of a parse. See re_lex.c, re_escape.c, re_set.c,
// re_parse.c; re_template.c uses the tokenizer as well.
#ifndef NX_LIB_RE_RE_PARSE_H
#define NX_LIB_RE_RE_PARSE_H

#include "lib/re/re_tree.h"

// --- Tokenizer -----------------------------------------------------------------------------------

// A token is a character, or a backslash and a character. In bytes each byte is a character.
typedef struct ReLex {
    Arena *arena;
    const uint8_t *s;
    uint32_t len;
    bool is_text;
    uint32_t at, pos; // the look-ahead token: byte offset and position in characters
    uint32_t end_at;  // byte offset behind it
    uint32_t n;       // its characters: 0 at the end, 1, or 2 (an escape)
    uint32_t c, esc;  // its first and second character
    ReError *error;
    uint64_t work;
} ReLex;

// A token got: what messages need of it.
typedef struct ReToken {
    uint32_t at, end_at;
    uint32_t n, c, esc;
} ReToken;

// False (here and below) means that *error is set.
NX_INTERNAL bool re_lex_init(ReLex *lx, Arena *arena, const void *s, uint32_t len, bool is_text,
                             ReError *error);
NX_INTERNAL bool re_lex_next(ReLex *lx);
NX_INTERNAL bool re_lex_get(ReLex *lx, ReToken *tok); // tok->n == 0: the end
NX_INTERNAL bool re_lex_seek(ReLex *lx, uint32_t at, uint32_t pos);

// Is the look-ahead this (unescaped) character?
static inline bool re_lex_is(const ReLex *lx, uint32_t c) { return lx->n == 1 && lx->c == c; }

// Takes the look-ahead if it is c, then *matched.
NX_INTERNAL bool re_lex_match(ReLex *lx, uint32_t c, bool *matched);

// A slice of the source.
typedef struct ReSlice {
    const uint8_t *s;
    uint32_t len; // bytes
    uint32_t n;   // characters
    uint32_t pos; // where it begins, in characters
} ReSlice;

// Takes tokens up to the terminator, which is taken too; `what` is for "missing group name".
NX_INTERNAL bool re_lex_until(ReLex *lx, char terminator, const char *what, ReSlice *name);

// Sets *decimal when the name is ASCII digits; else it must be an identifier.
NX_INTERNAL bool re_lex_group_name(ReLex *lx, const ReSlice *name, bool *decimal);

// The number a slice of ASCII digits stands for, at most UINT32_MAX.
NX_INTERNAL bool re_lex_number(ReLex *lx, const ReSlice *digits, uint32_t *value);

// --- Messages ------------------------------------------------------------------------------------

// Formats: %s a C string, %t a ReSlice's text, %r its repr(), %u a uint32_t. Returns false always.
// The position is `offset` characters before the look-ahead, as CPython's Tokenizer.error has it.
NX_INTERNAL bool re_fail(ReLex *lx, uint32_t offset, const char *format, ...);
NX_INTERNAL bool re_fail_at(ReLex *lx, ReErrorKind kind, uint32_t pos, const char *format, ...);
NX_INTERNAL bool re_fail_memory(ReError *error);
NX_INTERNAL bool re_fail_work(ReError *error);

// The source between two byte offsets.
static inline ReSlice re_lex_slice(const ReLex *lx, uint32_t from, uint32_t to) {
    return (ReSlice){.s = lx->s + from, .len = to - from};
}

// --- Parser --------------------------------------------------------------------------------------

typedef struct ReGroupInfo {
    bool closed;
    uint64_t lo, hi;
    uint32_t ref_pos; // where a conditional first named it; RE_NO_POS
} ReGroupInfo;

typedef struct ReFrame ReFrame;

typedef struct ReParser {
    ReLex lx;
    const ReSource *src;
    ReTree *tree;
    ReCompiled *out;
    uint32_t flags; // global, as State.flags
    uint32_t here;  // flags in force at this point
    bool verbose;
    ReFrame *frame;
    uint32_t depth;
    ReGroupInfo *groups;
    uint32_t n_groups, groups_cap; // group 0 included
    ReName *names;
    uint32_t n_names, names_cap;
    uint32_t *name_slots; // hash table of indices + 1 into names
    uint32_t n_slots;
    uint32_t behind_groups; // groups before the outermost look-behind; 0 outside of them
    uint32_t bad_behind;    // where the first look-behind begins that cannot be compiled; RE_NO_POS
    bool bad_behind_long;   // it is too wide, not varying
    uint32_t *cond_groups;  // numbers that conditionals named, in order
    uint32_t n_conds, conds_cap;
    uint32_t warnings_cap;
} ReParser;

// An escape read: what it stands for.
typedef enum ReEscapeKind { RE_ESC_CHAR, RE_ESC_CATEGORY, RE_ESC_AT, RE_ESC_GROUP } ReEscapeKind;
typedef struct ReEscape {
    ReEscapeKind kind;
    uint32_t value; // code point, RE_CAT_*, the letter, or group number
} ReEscape;

NX_INTERNAL bool re_escape_outside(ReParser *p, const ReToken *tok, ReEscape *out);
NX_INTERNAL bool re_escape_inside(ReParser *p, const ReToken *tok, ReEscape *out);

// Takes up to n characters of [lo, hi] style classes: octal or hexadecimal digits.
NX_INTERNAL bool re_lex_digits(ReLex *lx, uint32_t n, bool hex, uint32_t *taken, uint64_t *value);

// Behind "[": reads the set and gives the node for it, not linked yet.
NX_INTERNAL bool re_parse_set(ReParser *p, ReNode **out);

NX_INTERNAL bool re_warn(ReParser *p, const char *what, uint32_t pos);

// A group that is named in a look-behind must be one from before it.
NX_INTERNAL bool re_check_behind(ReParser *p, uint32_t group);
static inline bool re_group_closed(const ReParser *p, uint32_t group) {
    return group < p->n_groups && p->groups[group].closed;
}

// The number of a named group, 0 when there is none of the name.
NX_INTERNAL uint32_t re_find_name(const ReParser *p, const ReSlice *name);
// Opens the next group; name may be NULL.
NX_INTERNAL bool re_open_group(ReParser *p, const ReSlice *name, uint32_t *group);

// Doubles an array in the arena (the old one is left behind).
NX_INTERNAL bool re_reserve(Arena *arena, ReError *error, void **array, uint32_t *cap, uint32_t n,
                            size_t item);

// --- Nodes and classes (re_node.c, re_class.c) ---------------------------------------------------

NX_INTERNAL ReNode *re_node_new(ReParser *p, ReNodeKind kind);
NX_INTERNAL void re_seq_append(ReSeq *seq, ReNode *node);

// Nodes for a character and for a category under the flags in force.
NX_INTERNAL bool re_node_char(ReParser *p, uint32_t c, ReNode **out);
NX_INTERNAL bool re_node_set(ReParser *p, ReSet *set, ReNode **out);

// Puts (?:...) groups' nodes into their place, then computes width, head and emptiness.
NX_INTERNAL void re_seq_close(ReParser *p, ReSeq *seq);

// One sequence for all the alternatives: their common beginning, then a class or a BRANCH.
NX_INTERNAL bool re_join_alternatives(ReParser *p, ReSeq *alts, uint32_t n, ReSeq **out);

NX_INTERNAL ReFold re_fold_of(uint32_t flags);
NX_INTERNAL bool re_set_add(ReParser *p, ReSet *set, uint32_t lo, uint32_t hi);

// The class of a set as the flags have it.
NX_INTERNAL ReClass *re_class_make(Arena *arena, const ReSet *set, bool is_text, uint32_t flags,
                                   uint64_t *work);
// Members of either; NULL with *ok when they cannot be told as one class.
NX_INTERNAL ReClass *re_class_union(Arena *arena, const ReClass *a, const ReClass *b, bool *ok);
// The bytes with which its members begin.
NX_INTERNAL void re_class_heads(const ReClass *cls, ReBytes *heads);

#endif
