// dtoa.c: the shortest digits that read back as the same double, by the method of R. Giulietti,
// "The Schubfach way to render doubles" (2020): the interval of reals that round to the double is
// scaled by one power of ten such that it holds at most one multiple of ten and at least one
// integer; the answer is that multiple of ten or the nearest of two neighbouring integers.
//
// Exact digits to a given place are in dtoa_exact.c, text in dtoa_format.c, reading in
// dtoa_parse.c.
#include "base/dtoa_inner.h"

#include "base/digits.h"
#include "base/dtoa_powers.inc"

DtoaPower dtoa_power(int32_t k) {
    _Static_assert(COUNT_OF(dtoa_powers) == DTOA_POWER_MAX - DTOA_POWER_MIN + 1, "generated table");
    NX_ASSERT(k >= DTOA_POWER_MIN && k <= DTOA_POWER_MAX);
    const uint64_t *p = dtoa_powers[k - DTOA_POWER_MIN];
    return (DtoaPower){p[0], p[1]};
}

// The high 64 bits of g * c (of 192), the lowest of them set if anything is lost but the error of
// g: "rounded to odd", which keeps all comparisons with multiples of 2 right.
static inline uint64_t dtoa_scale_odd(DtoaPower g, uint64_t c) {
    uint64_t y1, y0 = wide_mul(g.hi, c, &y1);
    uint64_t x1 = wide_mul_high(g.lo, c);
    y0 += x1;
    y1 += y0 < x1;
    return y1 | (y0 > 1);
}

uint64_t dtoa_shortest_number(double d, int32_t *exp10) {
    int32_t q;
    uint64_t c = dtoa_split(d, &q);
    if (q <= 0 && q > -53 && (c & ((1ull << -q) - 1)) == 0) {
        *exp10 = 0; // an integer below 2^53: no other one is as near
        return c >> -q;
    }
    // In quarters of a unit in the last place: 4c, and the two ends of the interval. It is shorter
    // on the lower side where the binary exponent changes.
    bool uneven = c == 1ull << 52 && q > -1074;
    uint64_t odd = c & 1;
    int32_t k = (q * 1262611 - (uneven ? 524031 : 0)) >> 22; // floor(log10(3/4 or 1 times 2^q))
    int32_t h = q + dtoa_log2_pow10(-k) + 1;
    DtoaPower g = dtoa_power(-k);
    uint64_t lower = dtoa_scale_odd(g, (4 * c - 2 + uneven) << h) + odd;
    uint64_t value = dtoa_scale_odd(g, (4 * c) << h);
    uint64_t upper = dtoa_scale_odd(g, (4 * c + 2) << h) - odd;
    uint64_t s = value / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up) {
            *exp10 = k + 1;
            return tens + up;
        }
    }
    *exp10 = k;
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down != up) { return s + up; }
    uint64_t half = 4 * s + 2;
    return s + (value > half || (value == half && (s & 1)));
}

uint32_t dtoa_shortest(double d, char out[DTOA_SHORTEST_MAX], int32_t *point) {
    if (d == 0) {
        out[0] = '0';
        *point = 1;
        return 1;
    }
    int32_t exp10;
    uint32_t n = digits_write(out, dtoa_shortest_number(d, &exp10));
    *point = (int32_t)n + exp10;
    while (out[n - 1] == '0') { n--; }
    return n;
}
