// distance.h: how far apart two words are, for "Did you mean".
#ifndef NX_BASE_DISTANCE_H
#define NX_BASE_DISTANCE_H

#include "base/base.h"

// The costs of an edit: a letter put in, left out or exchanged; a letter whose case was changed.
enum { DISTANCE_MOVE = 2, DISTANCE_CASE = 1, DISTANCE_MAX_LEN = 40 };

// The cheapest way from a[0..a_len) to b[0..b_len), in bytes (Levenshtein). More than `most`, or a
// word longer than DISTANCE_MAX_LEN, gives some number above `most`.
NX_INTERNAL uint32_t edit_distance(const char *a, uint32_t a_len, const char *b, uint32_t b_len,
                                   uint32_t most);

// The most a suggestion may cost: a third of the letters of both words.
static inline uint32_t edit_limit(uint32_t a_len, uint32_t b_len) {
    return (a_len + b_len + 3) * DISTANCE_MOVE / 6;
}

#endif
