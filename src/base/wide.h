// wide.h: products and quotients of 128 bits, the ground under hashing, bigints and decimal
// conversion. On wasm32 a 128-bit product of the compiler is a call into its run-time library, so
// there it is put together from halves.
//
// Division is by a precomputed reciprocal: N. Moeller and T. Granlund, "Improved division by
// invariant integers", IEEE Transactions on Computers 60 (2011).
#ifndef NX_BASE_WIDE_H
#define NX_BASE_WIDE_H

#include "base/base.h"

#if defined(__SIZEOF_INT128__) && !defined(__wasm__)
#define NX_HAS_INT128 1
__extension__ typedef unsigned __int128 WideU128;
#else
#define NX_HAS_INT128 0
#endif

// a * b; returns the low half, *hi gets the high one.
static inline uint64_t wide_mul(uint64_t a, uint64_t b, uint64_t *hi) {
#if NX_HAS_INT128
    WideU128 p = (WideU128)a * b;
    *hi = (uint64_t)(p >> 64);
    return (uint64_t)p;
#else
    uint64_t al = (uint32_t)a, ah = a >> 32, bl = (uint32_t)b, bh = b >> 32;
    uint64_t ll = al * bl, lh = al * bh, hl = ah * bl, hh = ah * bh;
    uint64_t mid = (ll >> 32) + (uint32_t)lh + (uint32_t)hl;
    *hi = hh + (lh >> 32) + (hl >> 32) + (mid >> 32);
    return mid << 32 | (uint32_t)ll;
#endif
}

static inline uint64_t wide_mul_high(uint64_t a, uint64_t b) {
    uint64_t hi;
    (void)wide_mul(a, b, &hi);
    return hi;
}

// a * b + c + d, which never overflows 128 bits.
static inline uint64_t wide_mul_add2(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t *hi) {
#if NX_HAS_INT128
    WideU128 p = (WideU128)a * b + c + d;
    *hi = (uint64_t)(p >> 64);
    return (uint64_t)p;
#else
    uint64_t h, lo = wide_mul(a, b, &h);
    lo += c;
    h += lo < c;
    lo += d;
    h += lo < d;
    *hi = h;
    return lo;
#endif
}

// a + b + *carry; *carry (0 or 1) gets the carry out.
static inline uint64_t wide_add(uint64_t a, uint64_t b, uint64_t *carry) {
    uint64_t s = a + *carry;
    uint64_t c = s < a;
    s += b;
    *carry = c | (s < b);
    return s;
}

// a - b - *borrow; *borrow (0 or 1) gets the borrow out.
static inline uint64_t wide_sub(uint64_t a, uint64_t b, uint64_t *borrow) {
    uint64_t d = a - b;
    uint64_t c = a < b;
    uint64_t r = d - *borrow;
    *borrow = c | (d < *borrow);
    return r;
}

static inline uint32_t wide_clz(uint64_t x) { return (uint32_t)__builtin_clzll(x); } // x != 0
static inline uint32_t wide_ctz(uint64_t x) { return (uint32_t)__builtin_ctzll(x); } // x != 0

// Number of ones, by adding neighbours to ever wider fields. (The builtin may be a library call.)
static inline uint32_t wide_popcount(uint64_t x) {
    x -= x >> 1 & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (uint32_t)(x * 0x0101010101010101u >> 56);
}

// floor((2^128 - 1) / d) - 2^64 for d >= 2^63: long division of (2^64 - 1 - d, 2^64 - 1) in two
// digits of 32 bits (Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D).
static inline uint64_t wide_reciprocal(uint64_t d) {
    uint64_t dh = d >> 32, dl = (uint32_t)d;
    uint64_t u = ~d; // high part of the dividend; its low part is all ones
    uint64_t q1 = u / dh, r = u - q1 * dh;
    while (q1 >> 32 || q1 * dl > (r << 32 | 0xFFFFFFFFu)) {
        q1--;
        r += dh;
        if (r >> 32) { break; }
    }
    u = (u << 32 | 0xFFFFFFFFu) - q1 * d;
    uint64_t q0 = u / dh;
    r = u - q0 * dh;
    while (q0 >> 32 || q0 * dl > (r << 32 | 0xFFFFFFFFu)) {
        q0--;
        r += dh;
        if (r >> 32) { break; }
    }
    return (q1 << 32) + q0;
}

// Divides (hi, lo) by d >= 2^63, hi < d, with v = wide_reciprocal(d).
static inline uint64_t wide_div(uint64_t hi, uint64_t lo, uint64_t d, uint64_t v, uint64_t *rem) {
    uint64_t q1, q0 = wide_mul(v, hi, &q1);
    q0 += lo;
    q1 += hi + (q0 < lo) + 1;
    uint64_t r = lo - q1 * d;
    if (r > q0) {
        q1--;
        r += d;
    }
    if (NX_UNLIKELY(r >= d)) {
        q1++;
        r -= d;
    }
    *rem = r;
    return q1;
}

#endif
