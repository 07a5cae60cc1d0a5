// bigint_mul.c: products. Schoolbook by rows for short operands; above BIG_KARATSUBA limbs the
// subtractive form of A. Karatsuba and Yu. Ofman (1962): with a = a1 B + a0, b = b1 B + b0,
//   a b = z2 B^2 + (z2 + z0 - (a1 - a0)(b1 - b0)) B + z0,  z2 = a1 b1, z0 = a0 b0.
// Squares have a schoolbook of their own (each cross product once, then doubled).
#include "base/bigint_inner.h"

// Measured: where the recursive form begins to win.
enum { BIG_KARATSUBA = 28, BIG_KARATSUBA_SQUARE = 48 };

static void big_mul_school(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb,
                           BigWatch *watch) {
    r[na] = big_mul1_raw(r, a, na, b[0], 0);
    for (uint32_t i = 1; i < nb; i++) {
        if (NX_UNLIKELY(na >= BIG_POLL_WORK) && big_poll(watch)) { return; }
        r[na + i] = big_addmul1_raw(r + i, a, na, b[i]);
    }
}

static void big_square_school(Limb *r, const Limb *a, uint32_t n) {
    r[0] = 0;
    if (n > 1) {
        r[n] = big_mul1_raw(r + 1, a + 1, n - 1, a[0], 0);
        for (uint32_t i = 1; i + 1 < n; i++) {
            r[n + i] = big_addmul1_raw(r + 2 * i + 1, a + i + 1, n - 1 - i, a[i]);
        }
    }
    r[2 * n - 1] = 0;
    Limb carry = 0, top = 0; // top: the bit that doubling moves out of the limb before
    for (uint32_t i = 0; i < n; i++) {
        Limb hi, lo = wide_mul(a[i], a[i], &hi);
        Limb x = r[2 * i], y = r[2 * i + 1];
        r[2 * i] = wide_add(x << 1 | top, lo, &carry);
        r[2 * i + 1] = wide_add(y << 1 | x >> 63, hi, &carry);
        top = y >> 63;
    }
}

// r = |a - b| for a of na and b of nb <= na limbs; returns whether a < b.
static bool big_absdiff(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb) {
    bool less = big_norm(a, na) <= nb && big_cmp_raw(a, b, nb) < 0;
    if (less) {
        big_sub_raw(r, b, nb, a, nb);
        big_zero(r + nb, na - nb);
    } else {
        big_sub_raw(r, a, na, b, nb);
    }
    return less;
}

// Limbs of scratch for two operands of n limbs: per level an intermediate of 2 * ceil(n / 2) + 1.
static uint32_t big_karatsuba_tmp(uint32_t n) { return 2 * n + 96; }

// r[0..2n) = a * b, n limbs each.
static void big_mul_even(Limb *r, const Limb *a, const Limb *b, uint32_t n, Limb *tmp,
                         BigWatch *watch) {
    bool square = a == b;
    if (n < (square ? (uint32_t)BIG_KARATSUBA_SQUARE : (uint32_t)BIG_KARATSUBA)) {
        if (square) {
            big_square_school(r, a, n);
        } else {
            big_mul_school(r, a, n, b, n, watch);
        }
        return;
    }
    if (n >= BIG_POLL_LIMBS && big_poll(watch)) { return; }
    uint32_t h = n - n / 2, l = n / 2; // limbs of the low and of the high halves
    Limb *mid = tmp;
    tmp += 2 * h + 1;
    bool minus = true; // the product of the differences is to be subtracted
    bool a_less = big_absdiff(r, a, h, a + h, l);
    if (square) {
        big_mul_even(mid, r, r, h, tmp, watch);
    } else {
        minus = a_less == big_absdiff(r + h, b, h, b + h, l);
        big_mul_even(mid, r, r + h, h, tmp, watch);
    }
    big_mul_even(r, a, b, h, tmp, watch);
    big_mul_even(r + 2 * h, a + h, b + h, l, tmp, watch);
    if (big_stopped(watch)) { return; }
    // mid = z0 + z2 -+ mid, modulo 2^64 to the power of its length: a borrow passes through the top
    // limb and is gone again once z2 is added.
    if (minus) {
        mid[2 * h] = 0 - big_sub_raw(mid, r, 2 * h, mid, 2 * h);
    } else {
        mid[2 * h] = big_add_raw(mid, r, 2 * h, mid, 2 * h);
    }
    mid[2 * h] += big_add_raw(mid, mid, 2 * h, r + 2 * h, 2 * l);
    uint32_t n_mid = 2 * h + 1 <= h + 2 * l ? 2 * h + 1 : h + 2 * l; // what lies beyond is zero
    (void)big_add_raw(r + h, r + h, h + 2 * l, mid, n_mid);
}

// The longer operand is cut into pieces as long as the shorter one.
void big_mul_raw(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb, Limb *tmp,
                 BigWatch *watch) {
    if (na < nb) {
        const Limb *p = a;
        a = b;
        b = p;
        uint32_t n = na;
        na = nb;
        nb = n;
    }
    if (nb == 0) {
        big_zero(r, na);
    } else if (na == nb) {
        big_mul_even(r, a, b, na, tmp, watch);
    } else if (nb < BIG_KARATSUBA) {
        big_mul_school(r, a, na, b, nb, watch);
    } else {
        big_mul_even(r, a, b, nb, tmp, watch);
        uint32_t at = nb;
        for (; na - at >= nb && !big_stopped(watch); at += nb) {
            big_mul_even(tmp, a + at, b, nb, tmp + 2 * nb, watch);
            big_copy(r + at + nb, tmp + nb, nb);
            Limb carry = big_add_raw(r + at, r + at, nb, tmp, nb);
            (void)big_add_raw(r + at + nb, r + at + nb, nb, &carry, 1);
        }
        uint32_t rest = na - at;
        if (rest && !big_stopped(watch)) {
            big_mul_raw(tmp, b, nb, a + at, rest, tmp + nb + rest, watch);
            big_copy(r + at + nb, tmp + nb, rest);
            Limb carry = big_add_raw(r + at, r + at, nb, tmp, nb);
            (void)big_add_raw(r + at + nb, r + at + nb, rest, &carry, 1);
        }
    }
}

uint32_t big_mul(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb, Limb *tmp,
                 BigWatch *watch) {
    big_mul_raw(r, a, na, b, nb, tmp, watch);
    return big_norm(r, na + nb);
}

uint32_t big_mul_tmp(uint32_t na, uint32_t nb) {
    uint32_t held = 0, most = 0; // what the calls above hold on to, and the greatest need so far
    for (;;) {
        uint32_t l = min_u32(na, nb), h = max_u32(na, nb);
        if (l < BIG_KARATSUBA) { break; }
        uint32_t need = held + big_karatsuba_tmp(l) + (l == h ? 0 : 2 * l);
        most = max_u32(most, need);
        if (h % l == 0) { break; }
        na = l;
        nb = h % l;
        held += na + nb;
    }
    return most;
}

uint64_t big_mul_cost(uint32_t na, uint32_t nb) {
    uint32_t l = min_u32(na, nb), h = max_u32(na, nb);
    if (l < BIG_KARATSUBA) { return (uint64_t)l * h + h; }
    uint64_t calls = 1;
    uint32_t n = l;
    for (; n >= BIG_KARATSUBA; n = (n + 1) / 2) { calls *= 3; }
    // The additions of all levels come to about as much again as a third of the products.
    uint64_t one = calls * n * n * 4 / 3;
    return one * (h / l) + one / l * (h % l);
}
