// re_group.h: between re_parse.c and re_group.c: open groups, and what begins and ends them.
#ifndef NX_LIB_RE_RE_GROUP_H
#define NX_LIB_RE_RE_GROUP_H

#include "lib/re/re_parse.h"

typedef enum ReFrameKind {
    RE_FRAME_TOP,
    RE_FRAME_GROUP, // (...), (?:...), (?>...)
    RE_FRAME_LOOK,
    RE_FRAME_COND // of which each part is one sequence, not alternatives
} ReFrameKind;

struct ReFrame {
    ReFrame *up;
    ReFrameKind kind;
    uint32_t start; // position of its parenthesis
    uint32_t cost;  // what it adds to the depth
    ReSeq *seq;     // the sequence being read
    ReSeq *alts, *last_alt;
    uint32_t n_alts;
    uint32_t group; // of a GROUP: its number or 0; of a COND: the group asked for
    bool atomic;
    uint32_t look;                // RE_LOOK_*
    ReSeq *yes;                   // of a COND that is at its second part
    uint32_t here, behind_groups; // the parser's, to be restored
    bool verbose;
};

// Flags in force outside of all groups.
NX_INTERNAL uint32_t re_base_flags(const ReParser *p);

NX_INTERNAL bool re_append_backref(ReParser *p, uint32_t group);

// Behind "(": opens a group, or takes the whole of one that has no body.
NX_INTERNAL bool re_parse_open(ReParser *p);

// With the body read, at the closing parenthesis.
NX_INTERNAL bool re_close_group(ReParser *p, ReSeq *body);

// A part of a conditional is read, and the "|" behind it if `bar`.
NX_INTERNAL bool re_end_cond_part(ReParser *p, bool bar);

#endif
