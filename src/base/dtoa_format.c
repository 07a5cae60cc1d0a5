// dtoa_format.c: digits laid out as text, by the rules of CPython's PyOS_double_to_string: 'r' as
// repr, 'e', 'f' and 'g' as C's printf has them, with a few flags of Python's own.
#include "base/dtoa_inner.h"

#include "base/digits.h"

// repr turns to the exponent form outside these positions of the point.
enum { DTOA_REPR_POINT_MIN = -3, DTOA_REPR_POINT_MAX = 16 };

// "e+05": at least two digits.
static char *dtoa_write_exponent(char *p, int32_t exp, bool upper) {
    *p++ = upper ? 'E' : 'e';
    *p++ = exp < 0 ? '-' : '+';
    uint32_t e = (uint32_t)(exp < 0 ? -exp : exp);
    if (e < 10) { *p++ = '0'; }
    return p + digits_write(p, e);
}

// inf and nan, whose sign is written but for NaN's own.
static size_t dtoa_write_special(char *out, double d, unsigned flags) {
    char *p = out;
    bool nan = d != d;
    if (dtoa_is_negative(d) && !nan) {
        *p++ = '-';
    } else if (flags & DTOA_SIGN) {
        *p++ = '+';
    }
    const char *upper = nan ? "NAN" : "INF", *lower = nan ? "nan" : "inf";
    memcpy(p, flags & DTOA_UPPER ? upper : lower, 3);
    return (size_t)(p + 3 - out);
}

uint32_t dtoa_repr(char out[DTOA_REPR_SIZE], double d) {
    char *p = out, digits[24];
    if (!dtoa_is_finite(d)) {
        p += dtoa_write_special(p, d, 0);
        *p = 0;
        return (uint32_t)(p - out);
    }
    int32_t point;
    int32_t n = (int32_t)dtoa_shortest(d, digits, &point);
    if (dtoa_is_negative(d)) { *p++ = '-'; }
    if (point < DTOA_REPR_POINT_MIN || point > DTOA_REPR_POINT_MAX) {
        *p++ = digits[0];
        if (n > 1) {
            *p++ = '.';
            memcpy(p, digits + 1, (size_t)n - 1);
            p += n - 1;
        }
        p = dtoa_write_exponent(p, point - 1, false);
    } else if (point <= 0) {
        memcpy(p, "0.0000", 6);
        p += 2 - point;
        memcpy(p, digits, (size_t)n);
        p += n;
    } else if (point >= n) {
        memcpy(p, digits, (size_t)n);
        memset(p + n, '0', (size_t)(point - n));
        p += point;
        *p++ = '.';
        *p++ = '0';
    } else {
        memcpy(p, digits, (size_t)point);
        p[point] = '.';
        memcpy(p + point + 1, digits + point, (size_t)(n - point));
        p += n + 1;
    }
    *p = 0;
    return (uint32_t)(p - out);
}

size_t dtoa_format_size(double d, char code, int32_t precision) {
    if (!dtoa_is_finite(d)) { return 4; }
    if (code == 'r') { return DTOA_REPR_SIZE; }
    size_t whole = 1;
    if (code == 'f' || code == 'F') {
        // Decimal places before the point: log10(2) is below 1233 / 4096.
        int32_t exp = (int32_t)(double_bits(d) >> 52 & 0x7FF) - 1022;
        if (exp > 0) { whole = (size_t)exp * 1233 / 4096 + 2; }
    }
    return whole + (size_t)precision + 24;
}

// Digits of the number and how to lay them out: how many digits to show, zeros added, and whether
// in exponent form.
typedef struct DtoaLayout {
    char digits[DTOA_EXACT_MAX + 1];
    int32_t n, point; // of the digits
    int32_t end;      // digits to show, counted from the first: zeros are filled in
    bool exponent;
} DtoaLayout;

static void dtoa_lay_out(DtoaLayout *x, double d, char code, int32_t precision, unsigned flags) {
    switch (code) {
    case 'e':
        x->n = (int32_t)dtoa_digits(d, precision + 1, x->digits, &x->point);
        x->end = precision + 1;
        x->exponent = true;
        break;
    case 'f':
        x->n = (int32_t)dtoa_places(d, precision, x->digits, &x->point);
        x->end = x->point + precision;
        x->exponent = false;
        break;
    case 'g':
        if (precision == 0) { precision = 1; }
        x->n = (int32_t)dtoa_digits(d, precision, x->digits, &x->point);
        x->end = flags & DTOA_ALT ? precision : x->n;
        x->exponent = x->point <= -4 || x->point > precision - (flags & DTOA_DOT_0 ? 1 : 0);
        break;
    default:
        x->n = (int32_t)dtoa_shortest(d, x->digits, &x->point);
        x->end = x->n;
        x->exponent = x->point < DTOA_REPR_POINT_MIN || x->point > DTOA_REPR_POINT_MAX;
        break;
    }
}

// Writes digits [from, to) of the layout, those outside of what there is as zeros.
static char *dtoa_write_digits(char *p, const DtoaLayout *x, int32_t from, int32_t to) {
    for (; from < to && from < 0; from++) { *p++ = '0'; }
    if (from < to && from < x->n) {
        int32_t n = (to < x->n ? to : x->n) - from;
        memcpy(p, x->digits + from, (size_t)n);
        p += n;
        from += n;
    }
    if (from < to) {
        memset(p, '0', (size_t)(to - from));
        p += to - from;
    }
    return p;
}

size_t dtoa_format(char *out, double d, char code, int32_t precision, unsigned flags) {
    if (code >= 'A' && code <= 'Z') {
        flags |= DTOA_UPPER;
        code = (char)(code | 0x20);
    }
    if (!dtoa_is_finite(d)) { return dtoa_write_special(out, d, flags); }
    DtoaLayout x;
    dtoa_lay_out(&x, d, code, precision, flags);
    bool negative = dtoa_is_negative(d);
    if (negative && (flags & DTOA_NO_NEG_0) && x.n == 1 && x.digits[0] == '0') { negative = false; }
    char *p = out;
    if (negative) {
        *p++ = '-';
    } else if (flags & DTOA_SIGN) {
        *p++ = '+';
    }
    int32_t exp = x.point - 1;
    if (x.exponent) { x.point = 1; }
    // Digits [start, point) stand before the decimal point, [point, end) behind it.
    int32_t start = x.point <= 0 ? x.point - 1 : 0, end = x.end;
    if (end < x.point) { end = x.point; }
    if (!x.exponent && (flags & DTOA_DOT_0) && end == x.point) { end++; }
    p = dtoa_write_digits(p, &x, start, x.point);
    if (end > x.point || (flags & DTOA_ALT)) {
        *p++ = '.';
        p = dtoa_write_digits(p, &x, x.point, end);
    }
    if (x.exponent) { p = dtoa_write_exponent(p, exp, (flags & DTOA_UPPER) != 0); }
    return (size_t)(p - out);
}
