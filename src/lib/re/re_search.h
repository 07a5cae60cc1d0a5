// re_search.h: between re_match.c and re_search.c.
#ifndef NX_LIB_RE_RE_SEARCH_H
#define NX_LIB_RE_RE_SEARCH_H

#include "lib/re/re_state.h"

typedef enum ReHunt {
    RE_HUNT_FOUND, // an attempt is worth while at *at
    RE_HUNT_NONE,
    RE_HUNT_AGAIN // the fuel is used up; go on from *at
} ReHunt;

// Finds the next place from *at on where a match can begin. `st` keeps what was learnt on the way.
NX_INTERNAL ReHunt re_hunt(uint32_t *st, const uint32_t *program, const uint8_t *s,
                           const uint8_t *end, const uint8_t **at, int64_t *fuel);

#endif
