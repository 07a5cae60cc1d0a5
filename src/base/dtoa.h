// dtoa.h: doubles to decimal text and back, correctly rounded everywhere (half to even on the exact
// binary value), with the very digits CPython prints. No locale, no allocation: exact arithmetic
// works on fixed arrays on the C stack (at most about 4 KiB).
//
// A decimal number is digits d1 d2 ... dn and a point: value = 0.d1d2...dn * 10^point, as in David
// Gay's dtoa. Digits are ASCII without leading or trailing zeros; zero itself is "0" with point 1.
// The sign of a double is left to the caller (dtoa_is_negative), except where a function says so.
#ifndef NX_BASE_DTOA_H
#define NX_BASE_DTOA_H

#include "base/base.h"

#define DTOA_SHORTEST_MAX 17  // digits the shortest form can have
#define DTOA_EXACT_MAX    767 // digits the longest double has; more are zeros

static inline bool dtoa_is_negative(double d) { return double_bits(d) >> 63 != 0; }

// The fewest digits that read back as d, and of those the nearest to d. d must be finite.
// Returns the number of digits; out is not terminated.
NX_INTERNAL uint32_t dtoa_shortest(double d, char out[DTOA_SHORTEST_MAX], int32_t *point);

// At most `n_digits` (>= 1) significant digits: %e and %g. Trailing zeros are dropped, so the count
// returned may be smaller and never exceeds DTOA_EXACT_MAX. d must be finite.
NX_INTERNAL uint32_t dtoa_digits(double d, int32_t n_digits, char *out, int32_t *point);

// Digits down to `places` behind the decimal point (negative: in front of it): %f and round().
// A result of zero is "0" with point 1.
NX_INTERNAL uint32_t dtoa_places(double d, int32_t places, char *out, int32_t *point);

// round(d, places) of a finite float as CPython computes it; infinite when the result overflows
// (CPython raises OverflowError 'rounded value too large to represent').
NX_INTERNAL double dtoa_round(double d, int32_t places);

// --- Formatting ---------------------------------------------------------------------------------

enum { DTOA_REPR_SIZE = 32 };

// Exactly repr(float): '1e+16', '-0.0', 'inf', 'nan'. Returns the length; a NUL follows.
NX_INTERNAL uint32_t dtoa_repr(char out[DTOA_REPR_SIZE], double d);

enum {
    DTOA_SIGN = 1,     // '+' before numbers that have no '-'
    DTOA_DOT_0 = 2,    // '.0' behind what would look like an int (not for inf and nan)
    DTOA_ALT = 4,      // '#': always a decimal point, and 'g' keeps trailing zeros
    DTOA_NO_NEG_0 = 8, // 'z': what is rounded to -0 loses its sign
    DTOA_UPPER = 16    // 'E', 'INF', 'NAN'; the codes 'E', 'F', 'G' imply it
};

#define DTOA_MAX_PRECISION 2000000000

// Text as CPython's PyOS_double_to_string makes it. code is one of e E f F g G r; 'r' is repr and
// ignores the precision. 0 <= precision <= DTOA_MAX_PRECISION; for 'g' 0 means 1. Writes no NUL.
// Returns the length, at most dtoa_format_size() of the same arguments.
NX_INTERNAL size_t dtoa_format(char *out, double d, char code, int32_t precision, unsigned flags);
NX_INTERNAL size_t dtoa_format_size(double d, char code, int32_t precision);

// --- Parsing ------------------------------------------------------------------------------------

enum {
    DTOA_UNDERSCORES = 1, // single '_' between digits is skipped
    DTOA_SIGNED = 2,      // a leading '+' or '-' is taken
    DTOA_SPECIAL = 4      // 'inf', 'infinity', 'nan' in any case are taken
};

// Reads the longest prefix of text[0..len) of the form [sign] (digits [. [digits]] | . digits)
// [(e|E) [sign] digits], or inf/nan. Returns the number of bytes read, 0 when there is no number.
// *out is correctly rounded; too large is infinite, too small is zero. Cost: a step per byte.
NX_INTERNAL size_t dtoa_parse(const char *text, size_t len, unsigned flags, double *out);

// The double nearest to 0.d1...dn * 10^point for n ASCII digits (leading zeros are fine).
NX_INTERNAL double dtoa_from_digits(const char *digits, size_t n, int64_t point);

#endif
