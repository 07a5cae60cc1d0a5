// dtoa_parse.c: decimal text to the nearest double. Three ways, from fast to exact:
//   1. few digits and a small exponent: one exact multiplication or division (W. Clinger, "How to
//      read floating point numbers accurately", 1990);
//   2. the first 19 digits times a power of ten in 128 bits, with the whole range of the error;
//      when both ends of it round alike, that is the answer (the idea of D. Lemire, "Number
//      parsing at a gigabyte per second", 2021);
//   3. a quotient of two big integers, correctly rounded.
#include "base/dtoa_inner.h"

#include "base/bigint_inner.h"
#include "base/digits.h"

// Digits that can matter: no halfway point between doubles has more than 768. Of what follows it is
// enough to know whether it is zero.
enum { DTOA_PARSE_DIGITS = 770 };

// Outside these exponents of the leading digit every number is zero or infinite.
enum { DTOA_POINT_MIN = -324, DTOA_POINT_MAX = 310 };

enum { DTOA_DIGITS_LIMBS = 44, DTOA_POWER_LIMBS = 60 }; // 771 digits; 10^1095

// A decimal number in text. The digits begin with the first one that is not 0; among them there may
// be a point and underscores.
typedef struct DtoaDecimal {
    const char *digits, *end;
    uint64_t first; // the number that the first 19 spell, or all if there are fewer
    int64_t exp10;  // the power of ten that belongs to it
    int32_t n_first;
    bool more; // there are further digits that are not all zero
} DtoaDecimal;

// --- The exact way ------------------------------------------------------------------------------

static uint32_t dtoa_mul_pow10(Limb *a, uint32_t n, uint64_t k) {
    for (; k >= 19; k -= 19) { n = big_mul_limb(a, a, n, DIGITS_TEN_19, 0); }
    Limb ten = 1;
    while (k-- > 0) { ten *= 10; }
    return big_mul_limb(a, a, n, ten, 0);
}

static double dtoa_parse_exact(const DtoaDecimal *x) {
    Limb a[DTOA_DIGITS_LIMBS], power[DTOA_POWER_LIMBS], tmp[4 * DTOA_POWER_LIMBS + 16];
    uint32_t n = 0, n_power = 1, count = 0;
    uint64_t chunk = 0, scale = 1;
    bool rest = false;
    for (const char *s = x->digits; s < x->end; s++) {
        if (*s == '.' || *s == '_') { continue; }
        if (count >= DTOA_PARSE_DIGITS) {
            rest = rest || *s != '0';
            continue;
        }
        chunk = chunk * 10 + (uint64_t)(*s - '0');
        scale *= 10;
        count++;
        if (scale == DIGITS_TEN_19) {
            n = big_mul_limb(a, a, n, scale, chunk);
            chunk = 0;
            scale = 1;
        }
    }
    if (rest) { // one more digit lifts the number above what may be a halfway point
        chunk = chunk * 10 + 1;
        scale *= 10;
        count++;
    }
    n = big_mul_limb(a, a, n, scale, chunk);
    int64_t exp10 = x->n_first + x->exp10 - count;
    power[0] = 1;
    if (exp10 >= 0) {
        n = dtoa_mul_pow10(a, n, (uint64_t)exp10);
    } else {
        n_power = dtoa_mul_pow10(power, 1, (uint64_t)-exp10);
    }
    NX_ASSERT(big_true_div_tmp(n, n_power) <= COUNT_OF(tmp));
    return big_true_div(a, n, power, n_power, tmp);
}

// --- The fast ways ------------------------------------------------------------------------------

bool dtoa_scale_to_double(uint64_t w, int64_t exp10, bool inexact, double *out) {
    static const double tens[23] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (!inexact && w <= 1ull << 53 && exp10 >= -22 && exp10 <= 22) {
        *out = exp10 < 0 ? (double)w / tens[-exp10] : (double)w * tens[exp10];
        return true;
    }
    if (exp10 < DTOA_POWER_MIN || exp10 > DTOA_POWER_MAX) { return false; }
    DtoaPower g = dtoa_power((int32_t)exp10);
    uint32_t lead = wide_clz(w);
    w <<= lead;
    uint64_t hi, mid, mid2, lo = wide_mul(g.lo, w, &mid);
    mid2 = wide_mul(g.hi, w, &hi);
    mid += mid2;
    hi += mid < mid2;
    int64_t exp = 1 - (int64_t)lead + dtoa_log2_pow10((int32_t)exp10);
    if (hi >> 63 == 0) {
        hi = hi << 1 | mid >> 63;
        mid = mid << 1 | lo >> 63;
        lo <<= 1;
        exp--;
    }
    if (inexact) {
        // A unit of the digits is less than 2^(lead + 1) units of hi; overflow here is rare.
        uint64_t least = hi - 1, most = hi + (2ull << lead) + 2;
        *out = big_pack_double(least | 1, exp);
        return least >> 63 && most > hi && big_pack_double(most | 1, exp) == *out;
    }
    if (exp10 >= 0 && exp10 <= DTOA_POWER_EXACT) {
        *out = big_pack_double(hi | (mid != 0 || lo != 0), exp);
        return true;
    }
    // The product is too large by less than two units of mid; unless these decide whether anything
    // follows hi, or borrow from it, hi and "something follows" are sure.
    *out = big_pack_double(hi | 1, exp);
    return mid >= 4;
}

static double dtoa_from_decimal(const DtoaDecimal *x) {
    if (x->first == 0) { return 0.0; }
    int64_t point = x->n_first + x->exp10;
    if (point < DTOA_POINT_MIN) { return 0.0; }
    double d;
    if (point > DTOA_POINT_MAX) { return bits_double(0x7FF0000000000000u); }
    if (dtoa_scale_to_double(x->first, x->exp10, x->more, &d)) { return d; }
    return dtoa_parse_exact(x);
}

// --- Scanning -----------------------------------------------------------------------------------

static inline bool dtoa_is_digit(char c) { return (uint8_t)(c - '0') < 10; }

// An underscore is skipped between two digits only.
static inline bool dtoa_is_joint(const char *s, const char *text, const char *end) {
    return *s == '_' && s > text && dtoa_is_digit(s[-1]) && end - s > 1 && dtoa_is_digit(s[1]);
}

// Digits with at most one point from `text`. Returns where they end, `text` itself if there is
// none.
static const char *dtoa_scan_digits(const char *text, const char *end, bool underscores,
                                    DtoaDecimal *x) {
    const char *s = text;
    bool behind = false, any = false;
    memset(x, 0, sizeof *x);
    for (; s < end; s++) {
        uint8_t digit = (uint8_t)(*s - '0');
        if (digit < 10) {
            any = true;
            if (x->n_first < 19) {
                x->exp10 -= behind;
                if (x->n_first == 0) {
                    if (digit == 0) { continue; }
                    x->digits = s;
                }
                x->first = x->first * 10 + digit;
                x->n_first++;
            } else {
                x->exp10 += !behind;
                x->more = x->more || digit != 0;
            }
        } else if (*s == '.' && !behind) {
            behind = true;
        } else if (!underscores || !dtoa_is_joint(s, text, end)) {
            break;
        }
    }
    x->end = s;
    return any ? s : text;
}

// An exponent from s, added to x. Returns where it ends, s itself if there is none.
static const char *dtoa_scan_exponent(const char *s, const char *end, bool underscores,
                                      DtoaDecimal *x) {
    const char *p = s;
    if (p == end || (*p | 0x20) != 'e') { return s; }
    p++;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) { p++; }
    if (p == end || !dtoa_is_digit(*p)) { return s; }
    int64_t value = 0;
    for (const char *first = p; p < end; p++) {
        if (dtoa_is_digit(*p)) {
            if (value < 100000000000000000) { value = value * 10 + (*p - '0'); }
        } else if (!underscores || !dtoa_is_joint(p, first, end)) {
            break;
        }
    }
    x->exp10 += negative ? -value : value;
    return p;
}

// Whether text[0..len) begins with a lower-case word, in any case.
static bool dtoa_has_word(const char *text, const char *end, const char *word, size_t len) {
    if ((size_t)(end - text) < len) { return false; }
    for (size_t i = 0; i < len; i++) {
        if ((text[i] | 0x20) != word[i]) { return false; }
    }
    return true;
}

size_t dtoa_parse(const char *text, size_t len, unsigned flags, double *out) {
    const char *s = text, *end = text + len;
    bool negative = false, underscores = (flags & DTOA_UNDERSCORES) != 0;
    if ((flags & DTOA_SIGNED) && s < end && (*s == '-' || *s == '+')) {
        negative = *s == '-';
        s++;
    }
    DtoaDecimal x;
    double d;
    const char *p = dtoa_scan_digits(s, end, underscores, &x);
    if (p != s) {
        p = dtoa_scan_exponent(p, end, underscores, &x);
        d = dtoa_from_decimal(&x);
    } else if ((flags & DTOA_SPECIAL) && dtoa_has_word(s, end, "inf", 3)) {
        p = s + (dtoa_has_word(s, end, "infinity", 8) ? 8 : 3);
        d = bits_double(0x7FF0000000000000u);
    } else if ((flags & DTOA_SPECIAL) && dtoa_has_word(s, end, "nan", 3)) {
        p = s + 3;
        d = bits_double(0x7FF8000000000000u);
    } else {
        return 0;
    }
    *out = negative ? -d : d;
    return (size_t)(p - text);
}

double dtoa_from_digits(const char *digits, size_t n, int64_t point) {
    DtoaDecimal x;
    (void)dtoa_scan_digits(digits, digits + n, false, &x);
    x.exp10 += point - (int64_t)n;
    return dtoa_from_decimal(&x);
}
