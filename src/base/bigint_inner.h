// bigint_inner.h: what the bigint files share with each other and with nobody else. "raw" functions
// work on arrays of fixed length, do not normalise, and return what runs out at the top.
#ifndef NX_BASE_BIGINT_INNER_H
#define NX_BASE_BIGINT_INNER_H

#include "base/bigint.h"
#include "base/wide.h"

// r[0..na) = a + b, na >= nb; returns the carry. r may be a or b.
NX_INTERNAL Limb big_add_raw(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb);

// r[0..na) = a - b, na >= nb; returns the borrow. r may be a or b.
NX_INTERNAL Limb big_sub_raw(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb);

// r = a * x + carry; r += a * x; r -= a * x. Return the limb that leaves at the top.
NX_INTERNAL Limb big_mul1_raw(Limb *r, const Limb *a, uint32_t n, Limb x, Limb carry);
NX_INTERNAL Limb big_addmul1_raw(Limb *r, const Limb *a, uint32_t n, Limb x);
NX_INTERNAL Limb big_submul1_raw(Limb *r, const Limb *a, uint32_t n, Limb x);

// Shifts by 0 < bits < 64; return the bits shifted out, in the low (shl) or high (shr) end of a
// limb. r may be a.
NX_INTERNAL Limb big_shl_raw(Limb *r, const Limb *a, uint32_t n, uint32_t bits);
NX_INTERNAL Limb big_shr_raw(Limb *r, const Limb *a, uint32_t n, uint32_t bits);

// -1, 0, 1 for two arrays of n limbs.
static inline int big_cmp_raw(const Limb *a, const Limb *b, uint32_t n) {
    while (n > 0) {
        n--;
        if (a[n] != b[n]) { return a[n] < b[n] ? -1 : 1; }
    }
    return 0;
}

// Limb operations between two questions whether to go on: a fraction of a millisecond.
enum { BIG_POLL_WORK = 1 << 18, BIG_POLL_LIMBS = 1024 };

static inline void big_copy(Limb *r, const Limb *a, uint32_t n) {
    memmove(r, a, (size_t)n * sizeof(Limb));
}
static inline void big_zero(Limb *r, uint32_t n) { memset(r, 0, (size_t)n * sizeof(Limb)); }

// r[0..na+nb) = a * b for any lengths, also 0; tmp as for big_mul.
NX_INTERNAL void big_mul_raw(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb,
                             Limb *tmp, BigWatch *watch);

// Divides a[0..n+m) in place by b[0..n), whose top bit is set, n >= 2: the remainder stays in
// a[0..n), the quotient's m limbs go to q, and its uppermost limb (0 or 1) is returned.
// tmp: big_div_raw_tmp() limbs.
NX_INTERNAL Limb big_div_raw(Limb *q, Limb *a, uint32_t m, const Limb *b, uint32_t n, Limb *tmp,
                             BigWatch *watch);
NX_INTERNAL uint32_t big_div_raw_tmp(uint32_t m, uint32_t n);

// The double nearest to m * 2^exp, m having its top bit set and its lowest bit standing for any
// bits below. Half to even, gradual underflow; infinite when too large.
NX_INTERNAL double big_pack_double(uint64_t m, int64_t exp);

#endif
