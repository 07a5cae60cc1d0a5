// bigint_div.c: quotients. Short divisors: Knuth's algorithm D with the three-by-two quotient digit
// of Moeller and Granlund ("Improved division by invariant integers", 2011), which is right at once
// but for a rare correction. Long ones: recursive division after C. Burnikel and J. Ziegler (1998),
// in the form of R. Brent and P. Zimmermann, Modern Computer Arithmetic (2010), algorithm 1.8.
#include "base/bigint_inner.h"

enum { BIG_DIV_RECURSIVE = 44 }; // measured: quotient limbs where halving begins to win

// Reciprocal of the two limbs (d1, d0), d1 having its top bit set: floor((B^3 - 1) / d) - B.
static Limb big_reciprocal2(Limb d1, Limb d0) {
    Limb v = wide_reciprocal(d1);
    Limb p = d1 * v + d0;
    if (p < d0) {
        v--;
        if (p >= d1) {
            v--;
            p -= d1;
        }
        p -= d1;
    }
    Limb t1, t0 = wide_mul(v, d0, &t1);
    p += t1;
    if (p < t1) {
        v--;
        if (p > d1 || (p == d1 && t0 >= d0)) { v--; }
    }
    return v;
}

// Divides (u2, u1, u0) by (d1, d0) with reciprocal v; (u2, u1) < (d1, d0). Returns the quotient and
// leaves the remainder in (*r1, *r0).
static inline Limb big_div3by2(Limb u2, Limb u1, Limb u0, Limb d1, Limb d0, Limb v, Limb *r1,
                               Limb *r0) {
    Limb q1, q0 = wide_mul(v, u2, &q1);
    q0 += u1;
    q1 += u2 + (q0 < u1);
    Limb s1 = u1 - q1 * d1, s0 = u0;
    Limb t1, t0 = wide_mul(d0, q1, &t1);
    Limb borrow = 0;
    s0 = wide_sub(s0, t0, &borrow);
    s1 = s1 - t1 - borrow;
    borrow = 0;
    s0 = wide_sub(s0, d0, &borrow);
    s1 = s1 - d1 - borrow;
    q1++;
    if (s1 >= q0) {
        Limb carry = 0;
        q1--;
        s0 = wide_add(s0, d0, &carry);
        s1 = s1 + d1 + carry;
    }
    if (NX_UNLIKELY(s1 > d1 || (s1 == d1 && s0 >= d0))) {
        q1++;
        borrow = 0;
        s0 = wide_sub(s0, d0, &borrow);
        s1 = s1 - d1 - borrow;
    }
    *r1 = s1;
    *r0 = s0;
    return q1;
}

// Algorithm D on a[0..n+m) by b[0..n), n >= 2; contract of big_div_raw.
static Limb big_div_school(Limb *q, Limb *a, uint32_t m, const Limb *b, uint32_t n,
                           BigWatch *watch) {
    Limb top = big_cmp_raw(a + m, b, n) >= 0;
    if (top) { big_sub_raw(a + m, a + m, n, b, n); }
    Limb d1 = b[n - 1], d0 = b[n - 2], v = big_reciprocal2(d1, d0);
    for (uint32_t j = m; j-- > 0;) {
        if (NX_UNLIKELY(j % BIG_POLL_LIMBS == 0) && n * BIG_POLL_LIMBS >= BIG_POLL_WORK / 16 &&
            m >= BIG_POLL_LIMBS && big_poll(watch)) {
            return 0;
        }
        Limb *w = a + j; // the window w[0..n], whose quotient is one limb
        Limb u2 = w[n], u1 = w[n - 1], digit;
        if (NX_UNLIKELY(u2 == d1 && u1 == d0)) {
            digit = ~(Limb)0; // the estimate would not fit; this one never needs correction
            (void)big_submul1_raw(w, b, n, digit);
        } else {
            Limb r1, r0, borrow = 0;
            digit = big_div3by2(u2, u1, w[n - 2], d1, d0, v, &r1, &r0);
            Limb high = big_submul1_raw(w, b, n - 2, digit);
            w[n - 2] = wide_sub(r0, high, &borrow);
            w[n - 1] = r1 - borrow;
            if (NX_UNLIKELY(r1 < borrow)) {
                digit--;
                (void)big_add_raw(w, w, n, b, n);
            }
        }
        w[n] = 0;
        q[j] = digit;
    }
    return top;
}

// Contract of big_div_raw, for m <= n. With as many quotient as divisor limbs the quotient is
// halved. With fewer the lowest limbs of the divisor are left out at first, which makes the
// quotient digits a little too large; their product is then taken from the remainder, and what is
// negative put right. Both together make the depth log2(m) twice over.
static Limb big_div_recurse(Limb *q, Limb *a, uint32_t m, const Limb *b, uint32_t n, Limb *tmp,
                            BigWatch *watch) {
    if (m < BIG_DIV_RECURSIVE) { return big_div_school(q, a, m, b, n, watch); }
    uint32_t low = n - m;
    if (low == 0) {
        uint32_t k = m / 2;
        Limb half_top = big_div_recurse(q + k, a + k, m - k, b, n, tmp, watch);
        if (!big_stopped(watch)) { (void)big_div_recurse(q, a, k, b, n, tmp, watch); }
        return half_top;
    }
    Limb top = big_div_recurse(q, a + low, m, b + low, m, tmp, watch);
    if (big_stopped(watch)) { return 0; }
    big_mul_raw(tmp, q, m, b, low, tmp + n, watch);
    if (big_stopped(watch)) { return 0; }
    Limb below = big_sub_raw(a, a, n, tmp, n);
    if (top) { below += big_sub_raw(a + m, a + m, low, b, low); }
    while (below) {
        const Limb one = 1;
        top -= big_sub_raw(q, q, m, &one, 1);
        below -= big_add_raw(a, a, n, b, n);
    }
    return top;
}

Limb big_div_raw(Limb *q, Limb *a, uint32_t m, const Limb *b, uint32_t n, Limb *tmp,
                 BigWatch *watch) {
    if (m < BIG_DIV_RECURSIVE || n < BIG_DIV_RECURSIVE) {
        return big_div_school(q, a, m, b, n, watch);
    }
    // Pieces of n quotient limbs; the first one takes what is over.
    uint32_t piece = m % n ? m % n : n;
    uint32_t at = m - piece;
    Limb top = big_div_recurse(q + at, a + at, piece, b, n, tmp, watch);
    while (at > 0 && !big_stopped(watch)) {
        at -= n;
        (void)big_div_recurse(q + at, a + at, n, b, n, tmp, watch);
    }
    return top;
}

uint32_t big_div_raw_tmp(uint32_t m, uint32_t n) {
    if (m < BIG_DIV_RECURSIVE || n < BIG_DIV_RECURSIVE) { return 0; }
    // A product of n limbs and its scratch, whose uneven case takes up to 3n + 96 (see
    // big_mul_tmp). It must not shrink when m grows: callers ask for the longest division of
    // several.
    return 4 * n + 300;
}

uint32_t big_divmod(Limb *q, Limb *r, uint32_t *n_rem, const Limb *a, uint32_t na, const Limb *b,
                    uint32_t nb, Limb *tmp, BigWatch *watch) {
    if (big_cmp(a, na, b, nb) < 0) {
        big_copy(r, a, na);
        *n_rem = na;
        return 0;
    }
    if (nb == 1) {
        Limb rem;
        uint32_t n = big_divmod_limb(q, a, na, b[0], &rem);
        r[0] = rem;
        *n_rem = rem != 0;
        return n;
    }
    // Shift both so that the divisor's top bit is set; the dividend grows by a limb.
    uint32_t shift = wide_clz(b[nb - 1]), m = na + 1 - nb;
    Limb *aa = tmp, *bb = tmp + na + 1;
    tmp = bb + nb;
    if (shift) {
        aa[na] = big_shl_raw(aa, a, na, shift);
        big_shl_raw(bb, b, nb, shift);
        b = bb;
    } else {
        big_copy(aa, a, na);
        aa[na] = 0;
    }
    Limb top = big_div_raw(q, aa, m, b, nb, tmp, watch);
    if (big_stopped(watch)) {
        *n_rem = 0;
        return 0;
    }
    NX_ASSERT(top == 0);
    (void)top;
    if (shift) {
        big_shr_raw(r, aa, nb, shift);
    } else {
        big_copy(r, aa, nb);
    }
    *n_rem = big_norm(r, nb);
    return big_norm(q, m);
}

uint32_t big_divmod_tmp(uint32_t na, uint32_t nb) {
    if (na < nb || nb < 2) { return 0; }
    return na + 1 + nb + big_div_raw_tmp(na + 1 - nb, nb);
}

uint64_t big_divmod_cost(uint32_t na, uint32_t nb) {
    if (na < nb) { return na + 1u; }
    uint32_t m = na + 1 - nb;
    uint64_t linear = 2ull * na + nb + 10;
    if (nb < 2) { return linear + 4ull * na; }
    if (m < BIG_DIV_RECURSIVE || nb < BIG_DIV_RECURSIVE) { return linear + (uint64_t)m * (nb + 8); }
    uint32_t piece = min_u32(m, nb);
    // Halving once takes two products of half the length; with Karatsuba's all levels together come
    // to three times that, of which the schoolbook at the bottom spares half.
    uint64_t one = 3 * big_mul_cost(piece / 2 + 1, piece / 2 + 1);
    if (nb > piece) { one += big_mul_cost(nb - piece, piece); }
    return linear + one * ((m + piece - 1) / piece);
}
