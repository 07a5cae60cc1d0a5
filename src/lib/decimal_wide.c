// decimal_wide.c: integers of 128 bits as coefficients: their digits, products, quotients by words,
// and rounding. See decimal.h; the ground is base/wide.h.
#include "lib/decimal.h"

#include "base/wide.h"

static const uint64_t dec_powers[20] = {
    1ull,
    10ull,
    100ull,
    1000ull,
    10000ull,
    100000ull,
    1000000ull,
    10000000ull,
    100000000ull,
    1000000000ull,
    10000000000ull,
    100000000000ull,
    1000000000000ull,
    10000000000000ull,
    100000000000000ull,
    1000000000000000ull,
    10000000000000000ull,
    100000000000000000ull,
    1000000000000000000ull,
    10000000000000000000ull,
};
enum { WORD_DIGITS = 19 }; // that any word has room for

uint64_t dec_pow10(uint32_t k) { return dec_powers[k]; }

static uint32_t word_digits(uint64_t a) {
    uint32_t n = 1;
    while (n < 20 && a >= dec_powers[n]) { n++; }
    return n;
}

// (hi, lo) / d for hi < d.
static uint64_t wide_quotient(uint64_t hi, uint64_t lo, uint64_t d, uint64_t *rest) {
    if (hi == 0) {
        *rest = lo % d;
        return lo / d;
    }
    uint32_t s = wide_clz(d);
    if (s) {
        hi = hi << s | lo >> (64 - s);
        lo <<= s;
        d <<= s;
    }
    uint64_t q = wide_div(hi, lo, d, wide_reciprocal(d), rest);
    *rest >>= s;
    return q;
}

Dec128 dec_div(Dec128 a, uint64_t d, uint64_t *rest) {
    Dec128 q = {0, a.hi / d};
    q.lo = wide_quotient(a.hi % d, a.lo, d, rest);
    return q;
}

uint32_t dec_digits(Dec128 a) {
    if (a.hi == 0) { return word_digits(a.lo); }
    uint64_t rest;
    Dec128 high = dec_div(a, dec_powers[WORD_DIGITS], &rest);
    return WORD_DIGITS + (high.hi ? WORD_DIGITS + 1 : word_digits(high.lo));
}

int dec_compare(Dec128 a, Dec128 b) {
    if (a.hi != b.hi) { return a.hi < b.hi ? -1 : 1; }
    return (a.lo > b.lo) - (a.lo < b.lo);
}

bool dec_add(Dec128 a, Dec128 b, Dec128 *out) {
    uint64_t carry = 0;
    out->lo = wide_add(a.lo, b.lo, &carry);
    out->hi = wide_add(a.hi, b.hi, &carry);
    return !carry;
}

Dec128 dec_sub(Dec128 a, Dec128 b) {
    uint64_t borrow = 0;
    Dec128 r = {wide_sub(a.lo, b.lo, &borrow), 0};
    r.hi = wide_sub(a.hi, b.hi, &borrow);
    return r;
}

static bool dec_mul_word(Dec128 a, uint64_t m, Dec128 *out) {
    uint64_t carry, above;
    out->lo = wide_mul(a.lo, m, &carry);
    out->hi = wide_mul_add2(a.hi, m, carry, 0, &above);
    return above == 0;
}

bool dec_mul(Dec128 a, Dec128 b, Dec128 *out) {
    if (b.hi == 0) { return dec_mul_word(a, b.lo, out); }
    return a.hi == 0 && dec_mul_word(b, a.lo, out);
}

bool dec_scale(Dec128 *a, uint64_t k) {
    if (dec_is_zero(*a)) { return true; }
    if (k > DEC_MAX_DIGITS) { return false; }
    for (; k > WORD_DIGITS; k -= WORD_DIGITS) {
        if (!dec_mul_word(*a, dec_powers[WORD_DIGITS], a)) { return false; }
    }
    return dec_mul_word(*a, dec_powers[k], a);
}

// Whether what is kept goes up, by the first of the dropped digits and whether others are not 0.
static bool dec_goes_up(DecRounding mode, bool sign, Dec128 kept, uint64_t digit, bool others) {
    bool any = digit || others;
    switch (mode) {
    case DEC_HALF_EVEN: return digit > 5 || (digit == 5 && (others || (kept.lo & 1)));
    case DEC_HALF_UP: return digit >= 5;
    case DEC_HALF_DOWN: return digit > 5 || (digit == 5 && others);
    case DEC_UP: return any;
    case DEC_CEILING: return any && !sign;
    case DEC_FLOOR: return any && sign;
    case DEC_05UP: {
        uint64_t last;
        (void)dec_div(kept, 5, &last);
        return any && last == 0;
    }
    default: return false;
    }
}

Dec128 dec_drop(Dec128 a, uint64_t k, DecRounding mode, bool sign, bool *inexact) {
    bool others = false;
    if (k > DEC_MAX_DIGITS + 2) { k = DEC_MAX_DIGITS + 2; } // there is nothing there
    while (k > 1) {
        uint64_t step = k - 1 < WORD_DIGITS ? k - 1 : WORD_DIGITS, rest;
        a = dec_div(a, dec_powers[step], &rest);
        others = others || rest;
        k -= step;
    }
    uint64_t digit;
    a = dec_div(a, 10, &digit);
    *inexact = digit || others;
    if (dec_goes_up(mode, sign, a, digit, others)) { (void)dec_add(a, (Dec128){1, 0}, &a); }
    return a;
}

uint32_t dec_write(Dec128 a, char out[DEC_TEXT]) {
    uint32_t n = dec_digits(a);
    for (uint32_t at = n; at;) {
        uint64_t word;
        a = dec_div(a, dec_powers[WORD_DIGITS], &word);
        for (uint32_t i = 0; i < WORD_DIGITS && at; i++, word /= 10) {
            out[--at] = (char)('0' + word % 10);
        }
    }
    return n;
}
