// re_state.h: the block of words that a match lives in.
//
//     header | marks, last index | registers | choices ->      free      <- trail
//
// A choice is a point to return to; its last word tells its kind and size (see re_match.c). The
// trail holds former values of marks, two words each: mark, value. It ends at the end of the block
// and is moved there when the block grows. Positions are offsets in the subject, RE_NONE when
// unset.
#ifndef NX_LIB_RE_RE_STATE_H
#define NX_LIB_RE_RE_STATE_H

#include "lib/re/re.h"
#include "lib/re/re_prog.h"

enum {
    RE_S_MAGIC,
    RE_S_PROGRAM, // its number of words, its groups, its registers: so that they fit
    RE_S_GROUPS,
    RE_S_REGS,
    RE_S_MODE, // ReMode, and RE_S_ADVANCE
    RE_S_LEN,
    RE_S_END,
    RE_S_BEGIN, // where the match or search began
    RE_S_START, // where the present attempt did
    RE_S_PHASE, // RePhase
    RE_S_POS,
    RE_S_PC,
    RE_S_TOP,       // index behind the last choice
    RE_S_TRAIL,     // words in use at the end
    RE_S_CAP,       // words of the block
    RE_S_SKIP,      // no match begins up to here
    RE_S_NEEDED_AT, // the needed byte is not to be found before
    RE_S_SCAN_LO,   // of a repeat that is under way: where its minimum was reached
    RE_S_SCAN_AT,   // and how far it has come
    RE_S_SCAN_LEFT, // and how many more it may take
    RE_S_MARKS
};

enum { RE_S_ADVANCE = 4 };
enum { RE_STATE_MAGIC = 0x4E525453 };

typedef enum RePhase {
    RE_PHASE_SEARCH, // about to look for the next start
    RE_PHASE_RUN,    // at the instruction PC
    RE_PHASE_SCAN,   // within the repeat at PC
    RE_PHASE_FAIL,   // about to return to the last choice
    RE_PHASE_MATCH,  // over
    RE_PHASE_NO_MATCH
} RePhase;

// Choices: the two top bits of their last word.
enum { RE_CHOICE_OP = 0, RE_CHOICE_PLAIN = 1, RE_CHOICE_RESTORE = 2, RE_CHOICE_SHIFT = 30 };
#define RE_CHOICE_MASK ((1u << RE_CHOICE_SHIFT) - 1)

// The most words that one instruction puts on choices and trail.
enum { RE_MAX_PUSH = 8 };

static inline uint32_t re_state_index_slot(const uint32_t *st) { return 2 * st[RE_S_GROUPS]; }
static inline uint32_t re_state_regs(const uint32_t *st) {
    return RE_S_MARKS + 2 * st[RE_S_GROUPS] + 1;
}
static inline uint32_t re_state_base(const uint32_t *st) {
    return re_state_regs(st) + st[RE_S_REGS];
}

#endif
