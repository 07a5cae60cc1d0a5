// dtoa_exact.c: decimal digits to a given place, rounded half to even on the exact binary value.
// The fast way multiplies by one power of ten in 128 bits and can tell, but in a few cases, that
// the error of the product does not touch the rounding. The slow way writes out the exact decimal
// expansion, which is finite: the integral part by division, the fraction by repeated
// multiplication of a fixed-point number by 10^19.
#include "base/dtoa_inner.h"

#include "base/bigint_inner.h"
#include "base/digits.h"

enum {
    DTOA_FAST_DIGITS = 17,   // digits the fast way can give
    DTOA_FRACTION_LIMBS = 17 // 1074 bits behind the binary point
};

// The exact expansion of a number as far as it is wanted.
typedef struct DtoaExpansion {
    char digits[1160]; // 309 before the point, or 1074 behind it, and some of the last chunk
    int32_t n;         // of them; the first is not '0' unless the number is zero
    int32_t point;
    bool more; // the expansion goes on, with a digit other than 0 somewhere
} DtoaExpansion;

// Appends a chunk of 19 digits, or without leading zeros if it is the first.
static void dtoa_append(DtoaExpansion *x, uint64_t chunk) {
    if (x->n > 0) {
        digits_write19(x->digits + x->n, chunk);
        x->n += 19;
    } else if (chunk == 0) {
        x->point -= 19;
    } else {
        x->n = (int32_t)digits_write(x->digits, chunk);
        x->point += x->n - 19;
    }
}

// Expands c * 2^q, c != 0, to at least `n_digits` digits or `places` places, whichever ends first.
static void dtoa_expand(DtoaExpansion *x, uint64_t c, int32_t q, int32_t n_digits, int32_t places) {
    Limb a[DTOA_FRACTION_LIMBS + 1];
    uint32_t n;
    x->n = x->point = 0;
    x->more = false;
    uint64_t whole = q > -64 && q < 0 ? c >> -q : 0;
    if (q >= 0) {
        n = big_shl(a, &c, 1, (uint64_t)q);
        x->n = (int32_t)big_to_text(x->digits, a, n, 10, NULL, NULL);
        x->point = x->n;
        return;
    }
    if (whole) {
        x->n = (int32_t)digits_write(x->digits, whole);
        x->point = x->n;
        c -= whole << -q;
    }
    // The fraction is a / 2^(64 n). After each multiplication the lowest limbs, being multiples of
    // ever higher powers of two, become zero and are dropped: `low` of them.
    n = ((uint32_t)-q + LIMB_BITS - 1) / LIMB_BITS;
    uint32_t shift = n * LIMB_BITS - (uint32_t)-q, low = 0;
    big_zero(a, n + 1);
    a[0] = c << shift;
    if (shift && n > 1) { a[1] = c >> (LIMB_BITS - shift); }
    while (low < n && a[low] == 0) { low++; }
    while (low < n && x->n < n_digits && x->n - x->point < places) {
        dtoa_append(x, big_mul1_raw(a + low, a + low, n - low, DIGITS_TEN_19, 0));
        while (low < n && a[low] == 0) { low++; }
    }
    x->more = low < n;
}

// Rounds an expansion to its first `keep` digits, drops trailing zeros, and copies what is left.
static uint32_t dtoa_cut(DtoaExpansion *x, int32_t keep, char *out, int32_t *point) {
    int32_t n = keep < 0 ? 0 : keep < x->n ? keep : x->n;
    bool up = false;
    if (keep >= 0 && keep < x->n) {
        bool rest = x->more;
        for (int32_t i = keep + 1; i < x->n && !rest; i++) { rest = x->digits[i] != '0'; }
        char next = x->digits[keep];
        bool odd = keep > 0 && (x->digits[keep - 1] & 1);
        up = next > '5' || (next == '5' && (rest || odd));
    }
    while (up && n > 0 && x->digits[n - 1] == '9') { n--; }
    if (up && n > 0) {
        x->digits[n - 1]++;
    } else if (up) {
        x->digits[n++] = '1';
        x->point++;
    }
    while (n > 0 && x->digits[n - 1] == '0') { n--; }
    *point = n ? x->point : 1;
    if (n == 0) { x->digits[n++] = '0'; }
    memcpy(out, x->digits, (size_t)n);
    return (uint32_t)n;
}

// round(c * 2^q * 10^p) into *number, if that is below 2^63 and can be told for sure.
static bool dtoa_scale_fast(uint64_t c, int32_t q, int32_t p, uint64_t *number) {
    if (p < DTOA_POWER_MIN || p > DTOA_POWER_MAX) { return false; }
    DtoaPower g = dtoa_power(p);
    uint32_t lead = wide_clz(c);
    c <<= lead;
    // The product is (hi, mid, lo) * 2^-(128 + t), too large by less than c in units of lo.
    int32_t t = -(q - (int32_t)lead + dtoa_log2_pow10(p) - 127) - 128;
    if (t < 1) { return false; }
    if (t > 64) { // below a half
        *number = 0;
        return true;
    }
    uint64_t hi, mid, mid2, lo = wide_mul(g.lo, c, &mid);
    mid2 = wide_mul(g.hi, c, &hi);
    mid += mid2;
    hi += mid < mid2;
    // Fraction: 64 bits and what follows. The error is less than one unit of these 64 bits, so only
    // a fraction of one half in all of them is in doubt.
    uint64_t n = 0, fraction = hi, rest = mid | lo;
    if (t < 64) {
        n = hi >> t;
        fraction = hi << (64 - t) | mid >> t;
        rest = mid << (64 - t) | lo;
    }
    const uint64_t half = 1ull << 63;
    if (fraction == half) {
        if (p < 0 || p > DTOA_POWER_EXACT) { return false; }
        n += rest != 0 || (n & 1);
    } else {
        n += fraction > half;
    }
    *number = n;
    return true;
}

static uint32_t dtoa_number_out(uint64_t number, int32_t places, char *out, int32_t *point) {
    uint32_t n = digits_write(out, number);
    *point = number ? (int32_t)n - places : 1;
    while (n > 1 && out[n - 1] == '0') { n--; }
    return n;
}

uint32_t dtoa_digits(double d, int32_t n_digits, char *out, int32_t *point) {
    int32_t q;
    uint64_t c = dtoa_split(d, &q), number;
    if (c == 0) { return dtoa_number_out(0, 0, out, point); }
    if (n_digits <= DTOA_FAST_DIGITS) {
        // The decimal exponent as if the number were a power of two; it may be one too small, and
        // then there is a digit too many.
        int32_t exp10 = dtoa_log10_pow2(q + 63 - (int32_t)wide_clz(c));
        int32_t places = n_digits - 1 - exp10;
        bool sure = dtoa_scale_fast(c, q, places, &number);
        if (sure && digits_count(number) > (uint32_t)n_digits) {
            places--;
            sure = dtoa_scale_fast(c, q, places, &number);
        }
        if (sure) { return dtoa_number_out(number, places, out, point); }
    }
    DtoaExpansion x;
    int32_t enough = n_digits < DTOA_EXACT_MAX ? n_digits : DTOA_EXACT_MAX;
    dtoa_expand(&x, c, q, enough + 1, INT32_MAX);
    return dtoa_cut(&x, enough, out, point);
}

uint32_t dtoa_places(double d, int32_t places, char *out, int32_t *point) {
    int32_t q;
    uint64_t c = dtoa_split(d, &q), number;
    if (c == 0) { return dtoa_number_out(0, 0, out, point); }
    if (dtoa_scale_fast(c, q, places, &number)) {
        return dtoa_number_out(number, places, out, point);
    }
    DtoaExpansion x;
    if (places > 1100) { places = 1100; } // no double has more
    if (places < -400) { places = -400; } // nor is any as large
    dtoa_expand(&x, c, q, INT32_MAX, places + 1);
    return dtoa_cut(&x, x.point + places, out, point);
}

double dtoa_round(double d, int32_t places) {
    // Beyond these a double has no digits to round, or none that are left (CPython's limits).
    if (places > 323 || d == 0) { return d; }
    double sign = dtoa_is_negative(d) ? -1.0 : 1.0;
    if (places < -308) { return sign * 0.0; }
    char digits[DTOA_EXACT_MAX];
    int32_t point, q;
    uint64_t c = dtoa_split(d, &q), number;
    double r;
    if (dtoa_scale_fast(c, q, places, &number)) {
        if (number == 0) { return sign * 0.0; }
        if (dtoa_scale_to_double(number, -places, false, &r)) { return sign * r; }
    }
    uint32_t n = dtoa_places(d, places, digits, &point);
    return sign * dtoa_from_digits(digits, n, point);
}
