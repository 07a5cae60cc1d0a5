// bigint_float.c: numbers against doubles. Everything rounds once, half to even, by collecting the
// top 64 bits of a value with a sticky bit for the rest and handing them to big_pack_double.
#include "base/bigint_inner.h"

#define BIG_INF_BITS 0x7FF0000000000000u

double big_pack_double(uint64_t m, int64_t exp) {
    int64_t e = exp + 63; // exponent of the leading bit
    if (e > 1023) { return bits_double(BIG_INF_BITS); }
    int64_t shift = e >= -1022 ? 11 : 11 + (-1022 - e);
    if (shift > 64) { return 0.0; }
    uint64_t q = shift == 64 ? 0 : m >> shift;
    uint64_t rest = m << (64 - shift); // the bits to round off, at the top of the word
    uint64_t half = 1ull << 63;
    q += rest > half || (rest == half && (q & 1));
    // A carry out of the significand runs into the exponent, as it should; up to infinity.
    return bits_double(e >= -1022 ? ((uint64_t)(e + 1022) << 52) + q : q);
}

// The top 64 bits of a != 0, the lowest of them set if anything follows; the value is at least
// m * 2^*exp.
static uint64_t big_top_bits(const Limb *a, uint32_t n, int64_t *exp) {
    uint32_t shift = wide_clz(a[n - 1]);
    uint64_t m = a[n - 1] << shift, rest = 0;
    *exp = ((int64_t)n - 1) * LIMB_BITS - shift;
    if (shift && n > 1) {
        m |= a[n - 2] >> (LIMB_BITS - shift);
        rest = a[n - 2] << shift;
    } else if (n > 1) {
        rest = a[n - 2];
    }
    for (uint32_t i = n - 1; i-- > 1 && !rest;) { rest = a[i - 1]; }
    return m | (rest != 0);
}

double big_to_double(const Limb *a, uint32_t n) {
    if (n == 0) { return 0.0; }
    int64_t exp;
    uint64_t m = big_top_bits(a, n, &exp);
    return big_pack_double(m, exp);
}

double big_frexp(const Limb *a, uint32_t n, uint64_t *exp) {
    *exp = big_bit_length(a, n);
    if (n == 0) { return 0.0; }
    int64_t low;
    double m = big_pack_double(big_top_bits(a, n, &low), -64);
    if (m == 1.0) {
        m = 0.5;
        ++*exp;
    }
    return m;
}

uint32_t big_from_double(Limb *r, double d) {
    uint64_t bits = double_bits(d);
    int32_t e = (int32_t)(bits >> 52 & 0x7FF) - 1075;
    uint64_t m = (bits & ((1ull << 52) - 1)) | 1ull << 52;
    if (e <= -53) { return 0; } // below one, also zero and subnormals
    if (e <= 0) {
        r[0] = m >> -e;
        return 1;
    }
    return big_shl(r, &m, 1, (uint64_t)e);
}

int big_cmp_double(const Limb *a, uint32_t n, double d) {
    if (double_bits(d) == BIG_INF_BITS) { return -1; }
    Limb whole[BIG_DOUBLE_LIMBS];
    if (n > BIG_DOUBLE_LIMBS) { return 1; }
    uint32_t n_whole = big_from_double(whole, d);
    int order = big_cmp(a, n, whole, n_whole);
    if (order == 0 && big_to_double(whole, n_whole) != d) { order = -1; } // d has a fraction
    return order;
}

// The quotient is taken to 65 or 66 bits, for which the dividend is shifted either way.
double big_true_div(const Limb *a, uint32_t na, const Limb *b, uint32_t nb, Limb *tmp) {
    if (na == 0) { return 0.0; }
    if (na == 1 && nb == 1 && (a[0] | b[0]) >> 53 == 0) { return (double)a[0] / (double)b[0]; }
    int64_t shift = 65 - (int64_t)big_bit_length(a, na) + (int64_t)big_bit_length(b, nb);
    if (shift < 65 - 1100) { return bits_double(BIG_INF_BITS); }
    if (shift > 65 + 1100) { return 0.0; }
    Limb *aa = tmp, *r = aa + nb + 4, *q = r + nb;
    bool lost = false;
    uint32_t n, n_rem;
    if (shift >= 0) {
        n = big_shl(aa, a, na, (uint64_t)shift);
    } else {
        n = big_shr(aa, a, na, (uint64_t)-shift, &lost);
    }
    uint32_t nq = big_divmod(q, r, &n_rem, aa, n, b, nb, q + 6, NULL);
    int64_t exp;
    uint64_t m = big_top_bits(q, nq, &exp) | (lost || n_rem != 0);
    return big_pack_double(m, exp - shift);
}

uint32_t big_true_div_tmp(uint32_t na, uint32_t nb) {
    (void)na;
    return 2 * nb + 10 + big_divmod_tmp(nb + 4, nb);
}
