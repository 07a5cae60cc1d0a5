// dtoa_inner.h: what the dtoa files share: doubles taken apart, and powers of ten in 128 bits. For
// every k in its range the table gives T with
//   10^k = (T - x) * 2^(floor(log2 10^k) - 127),  0 <= x < 1,  2^127 <= T < 2^128,
// and x = 0 for 0 <= k <= DTOA_POWER_EXACT.
#ifndef NX_BASE_DTOA_INNER_H
#define NX_BASE_DTOA_INNER_H

#include "base/dtoa.h"
#include "base/wide.h"

enum {
    DTOA_POWER_MIN = -342, // no smaller one is needed to read any decimal that is not zero
    DTOA_POWER_MAX = 324,
    DTOA_POWER_EXACT = 55 // 5^55 < 2^128
};

typedef struct DtoaPower {
    uint64_t hi, lo;
} DtoaPower;

NX_INTERNAL DtoaPower dtoa_power(int32_t k);

// floor(log2(10^k)) and floor(log10(2^e)) by multiplication; exact for |k| <= 400, |e| <= 1500.
static inline int32_t dtoa_log2_pow10(int32_t k) { return (k * 1741647) >> 19; }
static inline int32_t dtoa_log10_pow2(int32_t e) { return (e * 1262611) >> 22; }

// A finite double without its sign is c * 2^q. Returns c.
static inline uint64_t dtoa_split(double d, int32_t *q) {
    uint64_t bits = double_bits(d);
    uint64_t c = bits & ((1ull << 52) - 1);
    int32_t e = (int32_t)(bits >> 52 & 0x7FF);
    *q = (e ? e : 1) - 1075;
    return e ? c | 1ull << 52 : c;
}

static inline bool dtoa_is_finite(double d) { return (~double_bits(d) & 0x7FF0000000000000u) != 0; }

// The shortest decimal of a finite positive d: returns its digits as a number (which may end in
// zeros) and the power of ten that belongs to them.
NX_INTERNAL uint64_t dtoa_shortest_number(double d, int32_t *exp10);

// w * 10^exp10 rounded to a double; w != 0. When `inexact` the true value lies above w and below
// w + 1. False if this cannot be decided without exact arithmetic.
NX_INTERNAL bool dtoa_scale_to_double(uint64_t w, int64_t exp10, bool inexact, double *out);

#endif
