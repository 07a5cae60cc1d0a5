// fmath.c: see fmath.h. Exact functions are worked out on the bits here or are left to the compiler
// and libm, which agree on them everywhere. The inexact ones are libm's, one call each, so that
// they can be replaced one by one. gamma, lgamma and the vector norm follow CPython operation by
// operation; the order of roundings is part of their results.
#include "base/fmath.h"

#include <math.h>

// No product may be fused with a sum behind our back. (gcc in its ISO modes never does it.)
#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

#define FMATH_SIGN     0x8000000000000000u
#define FMATH_FRACTION ((1ull << 52) - 1)

// --- Exact functions ----------------------------------------------------------------------------

double fmath_sqrt(double x) { return sqrt(x); }
double fmath_floor(double x) { return floor(x); }
double fmath_ceil(double x) { return ceil(x); }
double fmath_trunc(double x) { return trunc(x); }
double fmath_rint(double x) {
    const double big = 0x1p52; // from here on doubles are integers, so adding it rounds
    if (!(fmath_abs(x) < big)) { return x; }
    double r = fmath_copysign(big, x);
    return fmath_copysign((x + r) - r, x);
}

double fmath_fma(double x, double y, double z) { return fma(x, y, z); }
double fmath_fmod(double x, double y) { return fmod(x, y); }
double fmath_remainder(double x, double y) { return remainder(x, y); }

double fmath_nextafter(double x, double y) {
    if (x != x || y != y) { return x + y; }
    if (x == y) { return y; }
    uint64_t bits = double_bits(x);
    if (x == 0) { return bits_double((double_bits(y) & FMATH_SIGN) | 1); }
    // Away from zero the bits, read as an integer, grow.
    return bits_double((x < y) == (x > 0) ? bits + 1 : bits - 1);
}

double fmath_ulp(double x) {
    if (x != x) { return x; }
    x = fmath_abs(x);
    if (fmath_is_inf(x)) { return x; }
    double up = bits_double(double_bits(x) + 1);
    return fmath_is_inf(up) ? x - bits_double(double_bits(x) - 1) : up - x;
}

double fmath_frexp(double x, int32_t *exp) {
    uint64_t bits = double_bits(x);
    int32_t e = (int32_t)(bits >> 52 & 0x7FF);
    *exp = 0;
    if (e == 0x7FF || x == 0) { return x; }
    if (e == 0) { // make it normal
        bits = double_bits(x * 0x1p54);
        e = (int32_t)(bits >> 52 & 0x7FF) - 54;
    }
    *exp = e - 1022;
    return bits_double((bits & (FMATH_SIGN | FMATH_FRACTION)) | 1022ull << 52);
}

double fmath_ldexp(double x, int64_t exp) {
    int32_t e;
    double m = fmath_frexp(x, &e);
    if (m == 0 || !fmath_is_finite(m)) { return x; }
    if (exp > 5000) { exp = 5000; }
    if (exp < -5000) { exp = -5000; }
    exp += e;
    if (exp > 1024) { return fmath_copysign(fmath_inf(), x); }
    uint64_t bits = double_bits(m) & (FMATH_SIGN | FMATH_FRACTION);
    if (exp >= -1021) { return bits_double(bits | (uint64_t)(exp + 1022) << 52); }
    if (exp < -1080) { return fmath_copysign(0.0, x); }
    // The smallest normal number of this fraction, scaled down by one rounding multiplication.
    double small = bits_double(bits | 1ull << 52);
    return small * bits_double((uint64_t)(1023 + exp + 1021) << 52);
}

double fmath_modf(double x, double *whole) {
    *whole = trunc(x);
    return fmath_copysign(fmath_is_inf(x) ? 0.0 : x - *whole, x);
}

// --- Inexact functions, by libm -----------------------------------------------------------------

double fmath_pow(double x, double y) { return pow(x, y); }
double fmath_exp(double x) { return exp(x); }
double fmath_exp2(double x) { return exp2(x); }
double fmath_expm1(double x) { return expm1(x); }
double fmath_log(double x) { return log(x); }
double fmath_log2(double x) { return log2(x); }
double fmath_log10(double x) { return log10(x); }
double fmath_log1p(double x) { return x == 0 ? x : log1p(x); }
double fmath_cbrt(double x) { return cbrt(x); }
double fmath_hypot(double x, double y) { return hypot(x, y); }
double fmath_sin(double x) { return sin(x); }
double fmath_cos(double x) { return cos(x); }
double fmath_tan(double x) { return tan(x); }
double fmath_asin(double x) { return asin(x); }
double fmath_acos(double x) { return acos(x); }
double fmath_atan(double x) { return atan(x); }
double fmath_atan2(double y, double x) { return atan2(y, x); }
double fmath_sinh(double x) { return sinh(x); }
double fmath_cosh(double x) { return cosh(x); }
double fmath_tanh(double x) { return tanh(x); }
double fmath_asinh(double x) { return asinh(x); }
double fmath_acosh(double x) { return acosh(x); }
double fmath_atanh(double x) { return atanh(x); }
double fmath_erf(double x) { return erf(x); }
double fmath_erfc(double x) { return erfc(x); }

// --- Gamma --------------------------------------------------------------------------------------

// C. Lanczos, "A precision approximation of the gamma function" (1964): gamma(x) is about
// (x + g - 1/2)^(x - 1/2) / e^(x + g - 1/2) times a quotient of polynomials. These are the
// constants for N = 13 that Boost and CPython use.
static const double fmath_lanczos_g = 6.024680040776729583740234375;
static const double fmath_lanczos_g_half = 5.524680040776729583740234375;
static const double fmath_lanczos[13][2] = {
    {23531376880.410759688572007674451636754734846804940, 0.0},
    {42919803642.649098768957899047001988850926355848959, 39916800.0},
    {35711959237.355668049440185451547166705960488635843, 120543840.0},
    {17921034426.037209699919755754458931112671403265390, 150917976.0},
    {6039542586.3520280050642916443072979210699388420708, 105258076.0},
    {1439720407.3117216736632230727949123939715485786372, 45995730.0},
    {248874557.86205415651146038641322942321632125127801, 13339535.0},
    {31426415.585400194380614231628318205362874684987640, 2637558.0},
    {2876370.6289353724412254090516208496135991145378768, 357423.0},
    {186056.26539522349504029498971604569928220784236328, 32670.0},
    {8071.6720023658162106380029022722506138218516325024, 1925.0},
    {210.82427775157934587250973392071336271166969580291, 66.0},
    {2.5066282746310002701649081771338373386264310793408, 1.0}};

#define FMATH_PI     3.141592653589793238462643383279502884197
#define FMATH_LOG_PI 1.144729885849400174143427351353058711647

// Horner's scheme from the end that keeps the terms small.
static double fmath_lanczos_sum(double x) {
    double num = 0.0, den = 0.0;
    if (x < 5.0) {
        for (int i = 13; i-- > 0;) {
            num = num * x + fmath_lanczos[i][0];
            den = den * x + fmath_lanczos[i][1];
        }
    } else {
        for (int i = 0; i < 13; i++) {
            num = num / x + fmath_lanczos[i][0];
            den = den / x + fmath_lanczos[i][1];
        }
    }
    return num / den;
}

// sin(pi x) of finite x, reduced exactly to an eighth of a turn around the nearest quarter.
static double fmath_sin_pi(double x) {
    double y = fmod(fmath_abs(x), 2.0), r;
    switch ((int)floor(2.0 * y + 0.5)) {
    case 0: r = fmath_sin(FMATH_PI * y); break;
    case 1: r = fmath_cos(FMATH_PI * (y - 0.5)); break;
    case 2: r = fmath_sin(FMATH_PI * (1.0 - y)); break;
    case 3: r = -fmath_cos(FMATH_PI * (y - 1.5)); break;
    default: r = fmath_sin(FMATH_PI * (y - 2.0)); break;
    }
    return fmath_copysign(1.0, x) * r;
}

// gamma(n) = (n - 1)! for n <= 23; each of these products is exact.
static double fmath_factorial(int n) {
    double r = 1.0;
    for (int i = 2; i < n; i++) { r *= i; }
    return r;
}

double fmath_gamma(double x) {
    if (!fmath_is_finite(x)) { return x < 0 ? fmath_nan() : x; }
    if (x == 0) { return fmath_copysign(fmath_inf(), x); }
    if (x == floor(x)) {
        if (x < 0) { return fmath_nan(); }
        if (x <= 23.0) { return fmath_factorial((int)x); }
    }
    double a = fmath_abs(x);
    if (a < 1e-20) { return 1.0 / x; }
    if (a > 200.0) { return x < 0 ? 0.0 / fmath_sin_pi(x) : fmath_inf(); }
    // z makes good what the sum y lost in rounding.
    double y = a + fmath_lanczos_g_half, z, r;
    if (a > fmath_lanczos_g_half) {
        z = (y - a) - fmath_lanczos_g_half;
    } else {
        z = (y - fmath_lanczos_g_half) - a;
    }
    z = z * fmath_lanczos_g / y;
    // Above 140 the power alone would overflow: half of it, twice.
    double power = a < 140.0 ? fmath_pow(y, a - 0.5) : fmath_pow(y, a / 2.0 - 0.25);
    if (x < 0) { // by reflection: gamma(x) gamma(-x) = -pi / (x sin(pi x))
        r = -FMATH_PI / fmath_sin_pi(a) / a * fmath_exp(y) / fmath_lanczos_sum(a);
        r -= z * r;
        r /= power;
        return a < 140.0 ? r : r / power;
    }
    r = fmath_lanczos_sum(a) / fmath_exp(y);
    r += z * r;
    r *= power;
    return a < 140.0 ? r : r * power;
}

double fmath_lgamma(double x) {
    if (!fmath_is_finite(x)) { return x != x ? x : fmath_inf(); }
    if (x == floor(x) && x <= 2.0) { return x <= 0 ? fmath_inf() : 0.0; }
    double a = fmath_abs(x);
    if (a < 1e-20) { return -fmath_log(a); }
    double r = fmath_log(fmath_lanczos_sum(a)) - fmath_lanczos_g;
    r += (a - 0.5) * (fmath_log(a + fmath_lanczos_g - 0.5) - 1);
    if (x < 0) { r = FMATH_LOG_PI - fmath_log(fmath_abs(fmath_sin_pi(a))) - fmath_log(a) - r; }
    return r;
}

// --- Norm ---------------------------------------------------------------------------------------

// A sum carried in three parts: csum begins at one and takes the high parts without loss, while the
// low parts of the squares and of the additions are gathered apart. (T. Dekker, "A floating-point
// technique for extending the available precision", 1971.)
typedef struct FmathSum {
    double csum, frac1, frac2;
} FmathSum;

static void fmath_add_product(FmathSum *s, double x, double y) {
    double hi = x * y, lo = fma(x, y, -hi);
    double sum = s->csum + hi;
    s->frac1 += lo;
    s->frac2 += (s->csum - sum) + hi;
    s->csum = sum;
}

double fmath_norm(const double *v, size_t n, double max, bool has_nan) {
    const double least = 0x1p-1022;
    if (fmath_is_inf(max)) { return max; }
    if (has_nan) { return fmath_nan(); }
    if (max == 0 || n <= 1) { return max; }
    int32_t exp;
    double unit = 1.0;
    (void)fmath_frexp(max, &exp);
    if (exp < -1023) { // the scale below would overflow: make subnormal numbers normal first
        unit = least;
        (void)fmath_frexp(max / unit, &exp);
    }
    double scale = fmath_ldexp(1.0, -exp);
    FmathSum s = {1.0, 0.0, 0.0};
    for (size_t i = 0; i < n; i++) {
        double x = v[i] / unit * scale;
        fmath_add_product(&s, x, x);
    }
    double h = sqrt(s.csum - 1.0 + (s.frac1 + s.frac2));
    // One Newton step with the exact square of h.
    fmath_add_product(&s, -h, h);
    h += (s.csum - 1.0 + (s.frac1 + s.frac2)) / (2.0 * h);
    return unit * (h / scale);
}
