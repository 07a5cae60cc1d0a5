// bigint.c: the elementary part of bigint.h: addition, shifts, single limbs, bits and bytes. The
// raw loops at the top carry all the other files; see bigint_inner.h.
#include "base/bigint_inner.h"

bool big_poll(BigWatch *w) {
    if (w && !w->stopped && !w->poll(w->ctx)) { w->stopped = true; }
    return big_stopped(w);
}

// --- Raw loops ----------------------------------------------------------------------------------

Limb big_add_raw(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb) {
    uint32_t i = 0;
#if NX_HAS_INT128
    WideU128 sum = 0; // compilers turn this form, not compared sums, into add-with-carry
    for (; i < nb; i++) {
        sum += a[i];
        sum += b[i];
        r[i] = (Limb)sum;
        sum >>= LIMB_BITS;
    }
    Limb carry = (Limb)sum;
#else
    Limb carry = 0;
    for (; i < nb; i++) { r[i] = wide_add(a[i], b[i], &carry); }
#endif
    for (; i < na && carry; i++) {
        r[i] = a[i] + 1;
        carry = r[i] == 0;
    }
    if (i < na && r != a) { big_copy(r + i, a + i, na - i); }
    return carry;
}

Limb big_sub_raw(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb) {
    uint32_t i = 0;
    Limb borrow = 0;
    for (; i < nb; i++) { r[i] = wide_sub(a[i], b[i], &borrow); }
    for (; i < na && borrow; i++) {
        borrow = a[i] == 0;
        r[i] = a[i] - 1;
    }
    if (i < na && r != a) { big_copy(r + i, a + i, na - i); }
    return borrow;
}

Limb big_mul1_raw(Limb *r, const Limb *a, uint32_t n, Limb x, Limb carry) {
    for (uint32_t i = 0; i < n; i++) { r[i] = wide_mul_add2(a[i], x, carry, 0, &carry); }
    return carry;
}

Limb big_addmul1_raw(Limb *r, const Limb *a, uint32_t n, Limb x) {
    Limb carry = 0;
    uint32_t i = 0;
    for (; n - i >= 4; i += 4) {
        r[i] = wide_mul_add2(a[i], x, r[i], carry, &carry);
        r[i + 1] = wide_mul_add2(a[i + 1], x, r[i + 1], carry, &carry);
        r[i + 2] = wide_mul_add2(a[i + 2], x, r[i + 2], carry, &carry);
        r[i + 3] = wide_mul_add2(a[i + 3], x, r[i + 3], carry, &carry);
    }
    for (; i < n; i++) { r[i] = wide_mul_add2(a[i], x, r[i], carry, &carry); }
    return carry;
}

Limb big_submul1_raw(Limb *r, const Limb *a, uint32_t n, Limb x) {
    Limb carry = 0;
    for (uint32_t i = 0; i < n; i++) {
        Limb lo = wide_mul_add2(a[i], x, carry, 0, &carry);
        carry += r[i] < lo; // the product's high part is at most 2^64 - 2
        r[i] -= lo;
    }
    return carry;
}

Limb big_shl_raw(Limb *r, const Limb *a, uint32_t n, uint32_t bits) {
    if (n == 0) { return 0; }
    Limb out = a[n - 1] >> (LIMB_BITS - bits);
    for (uint32_t i = n - 1; i > 0; i--) { r[i] = a[i] << bits | a[i - 1] >> (LIMB_BITS - bits); }
    r[0] = a[0] << bits;
    return out;
}

Limb big_shr_raw(Limb *r, const Limb *a, uint32_t n, uint32_t bits) {
    if (n == 0) { return 0; }
    Limb out = a[0] << (LIMB_BITS - bits);
    for (uint32_t i = 0; i + 1 < n; i++) { r[i] = a[i] >> bits | a[i + 1] << (LIMB_BITS - bits); }
    r[n - 1] = a[n - 1] >> bits;
    return out;
}

// --- Sums ---------------------------------------------------------------------------------------

int big_cmp(const Limb *a, uint32_t na, const Limb *b, uint32_t nb) {
    if (na != nb) { return na < nb ? -1 : 1; }
    return big_cmp_raw(a, b, na);
}

uint32_t big_add(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb) {
    Limb carry;
    if (na >= nb) {
        carry = big_add_raw(r, a, na, b, nb);
    } else {
        carry = big_add_raw(r, b, nb, a, na);
        na = nb;
    }
    if (carry) { r[na++] = carry; }
    return na;
}

uint32_t big_sub(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb) {
    Limb borrow = big_sub_raw(r, a, na, b, nb);
    NX_ASSERT(!borrow);
    (void)borrow;
    return big_norm(r, na);
}

uint32_t big_diff(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb, bool *negative) {
    *negative = big_cmp(a, na, b, nb) < 0;
    return *negative ? big_sub(r, b, nb, a, na) : big_sub(r, a, na, b, nb);
}

// --- Single limbs -------------------------------------------------------------------------------

uint32_t big_add_limb(Limb *r, const Limb *a, uint32_t n, Limb x) {
    if (n == 0) {
        if (x) { r[0] = x; }
        return x != 0;
    }
    if (big_add_raw(r, a, n, &x, 1)) { r[n++] = 1; }
    return n;
}

uint32_t big_mul_limb(Limb *r, const Limb *a, uint32_t n, Limb x, Limb carry) {
    carry = big_mul1_raw(r, a, n, x, carry);
    if (carry) { r[n++] = carry; }
    return x == 0 ? big_norm(r, n) : n;
}

// The dividend is shifted on the way so that the divisor has its top bit set.
static Limb big_div1(Limb *q, const Limb *a, uint32_t n, Limb d) {
    uint32_t shift = wide_clz(d);
    d <<= shift;
    uint64_t v = wide_reciprocal(d);
    Limb rem = shift ? a[n - 1] >> (LIMB_BITS - shift) : 0;
    while (n-- > 0) {
        Limb limb = a[n] << shift;
        if (shift && n > 0) { limb |= a[n - 1] >> (LIMB_BITS - shift); }
        Limb digit = wide_div(rem, limb, d, v, &rem);
        if (q) { q[n] = digit; }
    }
    return rem >> shift;
}

uint32_t big_divmod_limb(Limb *q, const Limb *a, uint32_t n, Limb d, Limb *rem) {
    if (n == 1) {
        Limb x = a[0];
        *rem = x % d;
        q[0] = x / d;
    } else if (n > 1) {
        *rem = big_div1(q, a, n, d);
    } else {
        *rem = 0;
    }
    return big_norm(q, n);
}

Limb big_mod_limb(const Limb *a, uint32_t n, Limb d) {
    if (n < 2) { return n == 0 ? 0 : a[0] % d; }
    return big_div1(NULL, a, n, d);
}

// --- Shifts and bits ----------------------------------------------------------------------------

uint32_t big_shl(Limb *r, const Limb *a, uint32_t n, uint64_t bits) {
    if (n == 0) { return 0; }
    uint32_t limbs = (uint32_t)(bits / LIMB_BITS), rest = (uint32_t)(bits % LIMB_BITS);
    Limb out = 0;
    big_copy(r + limbs, a, n);
    if (rest) { out = big_shl_raw(r + limbs, r + limbs, n, rest); }
    big_zero(r, limbs);
    n += limbs;
    if (out) { r[n++] = out; }
    return n;
}

uint32_t big_shr(Limb *r, const Limb *a, uint32_t n, uint64_t bits, bool *lost) {
    if (bits / LIMB_BITS >= n) {
        if (lost) { *lost = n != 0; }
        return 0;
    }
    uint32_t limbs = (uint32_t)(bits / LIMB_BITS), rest = (uint32_t)(bits % LIMB_BITS);
    Limb out = 0;
    if (lost) {
        for (uint32_t i = 0; i < limbs && !out; i++) { out = a[i]; }
    }
    n -= limbs;
    if (rest) {
        out |= big_shr_raw(r, a + limbs, n, rest);
    } else {
        big_copy(r, a + limbs, n);
    }
    if (lost) { *lost = out != 0; }
    return big_norm(r, n);
}

uint64_t big_bit_length(const Limb *a, uint32_t n) {
    return n == 0 ? 0 : (uint64_t)n * LIMB_BITS - wide_clz(a[n - 1]);
}

uint64_t big_bit_count(const Limb *a, uint32_t n) {
    uint64_t ones = 0;
    for (uint32_t i = 0; i < n; i++) { ones += wide_popcount(a[i]); }
    return ones;
}

uint64_t big_trailing_zeros(const Limb *a, uint32_t n) {
    uint32_t i = 0;
    while (i + 1 < n && a[i] == 0) { i++; }
    return (uint64_t)i * LIMB_BITS + wide_ctz(a[i]);
}

// Two's complement is made and unmade limb by limb: ~x + 1 with the carry handed along. Behind the
// end of a number stand zeros, which a negative sign turns into ones.
uint32_t big_bitop(BigBitOp op, Limb *r, const Limb *a, uint32_t na, bool a_neg, const Limb *b,
                   uint32_t nb, bool b_neg, bool *neg) {
    bool r_neg = op == BIG_AND  ? (a_neg && b_neg)
                 : op == BIG_OR ? (a_neg || b_neg)
                                : a_neg != b_neg;
    Limb a_flip = a_neg ? ~(Limb)0 : 0, b_flip = b_neg ? ~(Limb)0 : 0,
         r_flip = r_neg ? ~(Limb)0 : 0;
    Limb a_carry = a_neg, b_carry = b_neg, r_carry = r_neg;
    uint32_t n = na > nb ? na : nb;
    for (uint32_t i = 0; i < n; i++) {
        Limb x = ((i < na ? a[i] : 0) ^ a_flip) + a_carry;
        a_carry &= x == 0;
        Limb y = ((i < nb ? b[i] : 0) ^ b_flip) + b_carry;
        b_carry &= y == 0;
        Limb z = op == BIG_AND ? (x & y) : op == BIG_OR ? (x | y) : (x ^ y);
        z = (z ^ r_flip) + r_carry;
        r_carry &= z == 0;
        r[i] = z;
    }
    // -(2^64)^n has a magnitude one limb longer than its two's complement digits.
    if (r_carry) { r[n++] = 1; }
    n = big_norm(r, n);
    *neg = r_neg && n != 0;
    return n;
}

// --- Bytes --------------------------------------------------------------------------------------

uint32_t big_from_bytes(Limb *r, const uint8_t *bytes, size_t len, bool big_endian, bool is_signed,
                        bool *neg) {
    uint32_t n = (uint32_t)((len + 7) / 8);
    *neg = is_signed && len > 0 && bytes[big_endian ? 0 : len - 1] >> 7;
    uint8_t flip = *neg ? 0xFF : 0;
    big_zero(r, n);
    for (size_t i = 0; i < len; i++) {
        uint8_t byte = bytes[big_endian ? len - 1 - i : i] ^ flip;
        r[i / 8] |= (Limb)byte << (i % 8 * 8);
    }
    n = big_norm(r, n);
    return *neg ? big_add_limb(r, r, n, 1) : n;
}

bool big_to_bytes(uint8_t *bytes, size_t len, bool big_endian, bool is_signed, const Limb *a,
                  uint32_t n, bool neg) {
    if (neg && !is_signed) { return false; }
    uint64_t bits = big_bit_length(a, n);
    if (is_signed && n > 0) {
        // A negative power of two needs one bit less than its neighbour below.
        bool power = neg && big_trailing_zeros(a, n) == bits - 1;
        bits += !power;
    }
    if (bits > (uint64_t)len * 8) { return false; }
    uint32_t carry = neg;
    uint32_t flip = neg ? 0xFF : 0;
    for (size_t i = 0; i < len; i++) {
        uint8_t byte = (uint8_t)(i / 8 < n ? a[i / 8] >> (i % 8 * 8) : 0);
        carry += (uint32_t)(byte ^ flip) & 0xFF;
        bytes[big_endian ? len - 1 - i : i] = (uint8_t)carry;
        carry >>= 8;
    }
    return true;
}
