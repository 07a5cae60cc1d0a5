// fmath.h: the mathematical functions of the runtime, in one place so that every platform can be
// made to answer alike. For now the inexact ones call the platform's libm, from here only.
//
// These are pure functions of doubles: no errno, no exceptions. Special values follow IEEE 754 and
// C11 Annex F; the caller turns "NaN out of non-NaN" into CPython's ValueError and "infinite out of
// finite" into its OverflowError where the Python function does so.
#ifndef NX_BASE_FMATH_H
#define NX_BASE_FMATH_H

#include "base/base.h"

static inline bool fmath_is_nan(double d) { return d != d; }
static inline bool fmath_is_inf(double d) {
    return (double_bits(d) & INT64_MAX) == 0x7FF0000000000000u;
}
static inline bool fmath_is_finite(double d) {
    return (double_bits(d) & 0x7FF0000000000000u) != 0x7FF0000000000000u;
}
static inline double fmath_inf(void) { return bits_double(0x7FF0000000000000u); }
static inline double fmath_nan(void) { return bits_double(0x7FF8000000000000u); }
static inline double fmath_abs(double d) { return bits_double(double_bits(d) & INT64_MAX); }
static inline double fmath_copysign(double d, double sign) {
    return bits_double((double_bits(d) & INT64_MAX) | (double_bits(sign) & ~(uint64_t)INT64_MAX));
}

// Exact or correctly rounded on every platform.
NX_INTERNAL double fmath_sqrt(double x);
NX_INTERNAL double fmath_floor(double x);
NX_INTERNAL double fmath_ceil(double x);
NX_INTERNAL double fmath_trunc(double x);
NX_INTERNAL double fmath_rint(double x); // to an integer, half to even: round(x)
NX_INTERNAL double fmath_fma(double x, double y, double z);
NX_INTERNAL double fmath_fmod(double x, double y);
NX_INTERNAL double fmath_remainder(double x, double y); // IEEE 754: quotient rounded half to even
NX_INTERNAL double fmath_nextafter(double x, double y);
NX_INTERNAL double fmath_ulp(double x);                 // math.ulp
NX_INTERNAL double fmath_ldexp(double x, int64_t exp);  // rounded once, also into subnormals
NX_INTERNAL double fmath_frexp(double x, int32_t *exp); // 0.5 <= |m| < 1; exp 0 for 0, inf, nan
NX_INTERNAL double fmath_modf(double x, double *whole); // fraction, with the sign of x

NX_INTERNAL double fmath_pow(double x, double y);
NX_INTERNAL double fmath_exp(double x);
NX_INTERNAL double fmath_exp2(double x);
NX_INTERNAL double fmath_expm1(double x);
NX_INTERNAL double fmath_log(double x);
NX_INTERNAL double fmath_log2(double x);
NX_INTERNAL double fmath_log10(double x);
NX_INTERNAL double fmath_log1p(double x);
NX_INTERNAL double fmath_cbrt(double x);
NX_INTERNAL double fmath_hypot(double x, double y); // C's hypot, as abs(complex) uses it

NX_INTERNAL double fmath_sin(double x);
NX_INTERNAL double fmath_cos(double x);
NX_INTERNAL double fmath_tan(double x);
NX_INTERNAL double fmath_asin(double x);
NX_INTERNAL double fmath_acos(double x);
NX_INTERNAL double fmath_atan(double x);
NX_INTERNAL double fmath_atan2(double y, double x);
NX_INTERNAL double fmath_sinh(double x);
NX_INTERNAL double fmath_cosh(double x);
NX_INTERNAL double fmath_tanh(double x);
NX_INTERNAL double fmath_asinh(double x);
NX_INTERNAL double fmath_acosh(double x);
NX_INTERNAL double fmath_atanh(double x);

NX_INTERNAL double fmath_erf(double x);
NX_INTERNAL double fmath_erfc(double x);

// CPython's own Lanczos approximations, to the bit (given the same exp, log, pow, sin).
// gamma: NaN at negative integers and -inf (ValueError); gamma(+-0) = +-inf is a ValueError as
// well, an infinite result of any other finite x an OverflowError.
//
// lgamma: infinite at integers <= 0 (ValueError); of other finite x that is an OverflowError.
NX_INTERNAL double fmath_gamma(double x);
NX_INTERNAL double fmath_lgamma(double x);

// Euclidean length of v[0..n) as math.hypot and math.dist compute it (accurate to within one ulp,
// and nearly always correctly rounded). v holds absolute values, max is the greatest of them;
// has_nan tells that some is NaN. Cost: n.
NX_INTERNAL double fmath_norm(const double *v, size_t n, double max, bool has_nan);

#endif
