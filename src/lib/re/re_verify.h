// re_verify.h: what is found out about a program while it is checked; for re_verify_state.c.
#ifndef NX_LIB_RE_RE_VERIFY_H
#define NX_LIB_RE_RE_VERIFY_H

#include "base/arena.h"
#include "lib/re/re_prog.h"

// Registers: those that hold stack heights and positions must be written by their region alone.
enum { RE_REG_FREE, RE_REG_PLAIN, RE_REG_HEIGHT, RE_REG_POSITION };

typedef struct ReCheck {
    const uint32_t *w;
    uint32_t n;
    uint32_t *region; // per word: RE_NONE unless an instruction begins there, else its region: the
                      // address of the instruction that begins it, 0 outside of all
    uint8_t *classes; // per word: does a class begin there?
    uint8_t *regs;    // per register: RE_REG_*
} ReCheck;

// Checks words[0..n); *check is valid when it returns true, as long as the arena lives.
NX_INTERNAL bool re_check_program(Arena *scratch, const uint32_t *words, uint32_t n,
                                  ReCheck *check);

#endif
