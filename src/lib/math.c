// math.c: the module math: functions of one or two floats, and the table of all. Functions of ints
// are in math_int.c, those of sequences in math_sum.c, the mathematics in base/fmath.h.
//
// Errors are CPython's: a NaN out of no NaN is a ValueError, an infinity out of finite arguments an
// OverflowError, or a ValueError where the function has a pole.
#include "lib/math.h"

#include "base/fmath.h"
#include "object/dict.h"
#include "object/float.h"
#include "object/list.h"
#include "object/steps_fast.h"
#include "object/str.h"
#include "object/tuple.h"

#define MATH_PI  3.14159265358979323846
#define MATH_E   2.7182818284590452354
#define MATH_TAU 6.2831853071795864769252867665590057683943L

static Value math_raise_domain(Vm *vm) {
    return raise_error(vm, EXC_ValueError, "math domain error");
}
static Value math_raise_range(Vm *vm) {
    return raise_error(vm, EXC_OverflowError, "math range error");
}

// ---- functions of one float --------------------------------------------------------------------

typedef double (*MathFn)(double x);

// `domain` has a %R for the argument. `overflows`: an infinity is a range error, else a pole.
static Value math_call_1(Vm *vm, Value v, MathFn fn, const char *domain, bool overflows) {
    double x = double_of(v), r = fn(x);
    if (fmath_is_nan(r) && !fmath_is_nan(x)) { return raise_error(vm, EXC_ValueError, domain, v); }
    if (fmath_is_inf(r) && fmath_is_finite(x)) {
        return overflows ? math_raise_range(vm) : raise_error(vm, EXC_ValueError, domain, v);
    }
    return double_value(r);
}

#define MATH_UNIT    "expected a number in range from -1 up to 1, got %R"
#define MATH_FINITE  "expected a finite input, got %R"
#define MATH_NO_POLE "expected a noninteger or positive integer, got %R"
#define MATH_ANY     "math domain error"

#define MATH_FUNCTIONS(X)                                                                          \
    X(acos, MATH_UNIT, false)                                                                      \
    X(acosh, "expected argument value not less than 1, got %R", false)                             \
    X(asin, MATH_UNIT, false)                                                                      \
    X(asinh, MATH_ANY, false)                                                                      \
    X(atan, MATH_ANY, false)                                                                       \
    X(atanh, "expected a number between -1 and 1, got %R", false)                                  \
    X(cbrt, MATH_ANY, false)                                                                       \
    X(cos, MATH_FINITE, false)                                                                     \
    X(cosh, MATH_ANY, true)                                                                        \
    X(erf, MATH_ANY, false)                                                                        \
    X(erfc, MATH_ANY, false)                                                                       \
    X(exp, MATH_ANY, true)                                                                         \
    X(exp2, MATH_ANY, true)                                                                        \
    X(expm1, MATH_ANY, true)                                                                       \
    X(log1p, "expected argument value > -1, got %R", false)                                        \
    X(sin, MATH_FINITE, false)                                                                     \
    X(sinh, MATH_ANY, true)                                                                        \
    X(sqrt, "expected a nonnegative input, got %R", false)                                         \
    X(tan, MATH_FINITE, false)                                                                     \
    X(tanh, MATH_ANY, false)

#define X(name, domain, overflows)                                                                 \
    static Value math_##name(Vm *vm, Value *a) {                                                   \
        return math_call_1(vm, a[0], fmath_##name, domain, overflows);                             \
    }
MATH_FUNCTIONS(X)
#undef X

static Value math_gamma(Vm *vm, Value *a) {
    if (double_of(a[0]) == 0) { return raise_error(vm, EXC_ValueError, MATH_NO_POLE, a[0]); }
    return math_call_1(vm, a[0], fmath_gamma, MATH_NO_POLE, true);
}

static Value math_lgamma(Vm *vm, Value *a) {
    double x = double_of(a[0]);
    bool pole = x <= 0 && fmath_is_finite(x) && x == fmath_floor(x);
    return math_call_1(vm, a[0], fmath_lgamma, MATH_NO_POLE, !pole);
}

static Value math_degrees(Vm *vm, Value *a) {
    (void)vm;
    return double_value(double_of(a[0]) * (180.0 / MATH_PI));
}
static Value math_radians(Vm *vm, Value *a) {
    (void)vm;
    return double_value(double_of(a[0]) * (MATH_PI / 180.0));
}
static Value math_fabs(Vm *vm, Value *a) {
    (void)vm;
    return double_value(fmath_abs(double_of(a[0])));
}
static Value math_isfinite(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(fmath_is_finite(double_of(a[0])));
}
static Value math_isinf(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(fmath_is_inf(double_of(a[0])));
}
static Value math_isnan(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(fmath_is_nan(double_of(a[0])));
}
static Value math_ulp(Vm *vm, Value *a) {
    (void)vm;
    return double_value(fmath_ulp(double_of(a[0])));
}

static Value math_frexp(Vm *vm, Value *a) {
    int32_t exp;
    double m = fmath_frexp(double_of(a[0]), &exp);
    return tuple_pack2(vm, double_value(m), int_value(exp));
}

static Value math_modf(Vm *vm, Value *a) {
    double whole, part = fmath_modf(double_of(a[0]), &whole);
    return tuple_pack2(vm, double_value(part), double_value(whole));
}

// ---- functions of more floats ------------------------------------------------------------------

static Value math_atan2(Vm *vm, Value *a) {
    (void)vm;
    return double_value(fmath_atan2(double_of(a[0]), double_of(a[1])));
}

static Value math_copysign(Vm *vm, Value *a) {
    (void)vm;
    return double_value(fmath_copysign(double_of(a[0]), double_of(a[1])));
}

static Value math_fma(Vm *vm, Value *a) {
    double x = double_of(a[0]), y = double_of(a[1]), z = double_of(a[2]);
    double r = fmath_fma(x, y, z);
    if (fmath_is_nan(r) && !fmath_is_nan(x) && !fmath_is_nan(y) && !fmath_is_nan(z)) {
        return raise_error(vm, EXC_ValueError, "invalid operation in fma");
    }
    if (fmath_is_inf(r) && fmath_is_finite(x) && fmath_is_finite(y) && fmath_is_finite(z)) {
        return raise_error(vm, EXC_OverflowError, "overflow in fma");
    }
    return double_value(r);
}

static Value math_fmod(Vm *vm, Value *a) {
    double x = double_of(a[0]), y = double_of(a[1]);
    if (fmath_is_inf(y) && fmath_is_finite(x)) { return double_value(x); }
    double r = fmath_fmod(x, y);
    if (fmath_is_nan(r) && !fmath_is_nan(x) && !fmath_is_nan(y)) { return math_raise_domain(vm); }
    return double_value(r);
}

static Value math_isclose(Vm *vm, Value *a) {
    double x = double_of(a[0]), y = double_of(a[1]);
    double rel = a[2] == V_UNBOUND ? 1e-09 : double_of(a[2]);
    double abs = a[3] == V_UNBOUND ? 0.0 : double_of(a[3]);
    if (rel < 0 || abs < 0) {
        return raise_error(vm, EXC_ValueError, "tolerances must be non-negative");
    }
    if (x == y) { return V_TRUE; }
    if (fmath_is_inf(x) || fmath_is_inf(y)) { return V_FALSE; }
    double diff = fmath_abs(y - x);
    return bool_value(diff <= fmath_abs(rel * y) || diff <= fmath_abs(rel * x) || diff <= abs);
}

static Value math_ldexp(Vm *vm, Value *a) {
    if (!isinstance_int(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "Expected an int as second argument to ldexp.");
    }
    double x = double_of(a[0]);
    int64_t exp = min_i64(max_i64(int_clamp_i64(vm, a[1]), -100000), 100000);
    double r = x == 0 || !fmath_is_finite(x) ? x : fmath_ldexp(x, exp);
    if (fmath_is_inf(r) && fmath_is_finite(x)) { return math_raise_range(vm); }
    return double_value(r);
}

// Doubles of one sign are ordered as their bits are; `steps` of them from x towards y.
static double math_step_to(double x, double y, uint64_t steps) {
    const uint64_t sign = (uint64_t)1 << 63;
    uint64_t ux = double_bits(x), uy = double_bits(y);
    if ((ux ^ uy) & sign) {
        uint64_t ax = ux & ~sign, ay = uy & ~sign;
        if (ax + ay <= steps) { return y; }
        return bits_double(ax >= steps ? ux - steps : (uy & sign) | (steps - ax));
    }
    if (ux > uy) { return ux - uy >= steps ? bits_double(ux - steps) : y; }
    return uy - ux >= steps ? bits_double(ux + steps) : y;
}

static Value math_nextafter(Vm *vm, Value *a) {
    double x = double_of(a[0]), y = double_of(a[1]);
    if (a[2] == V_NONE) { return double_value(fmath_nextafter(x, y)); }
    if (int_is_negative(vm, a[2])) {
        return raise_error(vm, EXC_ValueError, "steps must be a non-negative integer");
    }
    IntArg steps;
    int_arg(vm, a[2], &steps);
    if (steps.n == 0 || fmath_is_nan(x)) { return double_value(x); }
    if (fmath_is_nan(y) || x == y) { return double_value(y); }
    return double_value(math_step_to(x, y, steps.n > 1 ? UINT64_MAX : steps.p[0]));
}

static Value math_pow(Vm *vm, Value *a) {
    double x = double_of(a[0]), y = double_of(a[1]);
    double r = fmath_pow(x, y);
    if (!fmath_is_finite(x) || !fmath_is_finite(y) || fmath_is_finite(r)) {
        return double_value(r);
    }
    return fmath_is_nan(r) || x == 0 ? math_raise_domain(vm) : math_raise_range(vm);
}

static Value math_remainder(Vm *vm, Value *a) {
    double x = double_of(a[0]), y = double_of(a[1]);
    double r = fmath_remainder(x, y);
    if (fmath_is_nan(r) && !fmath_is_nan(x) && !fmath_is_nan(y)) { return math_raise_domain(vm); }
    return double_value(r);
}

// ---- logarithms --------------------------------------------------------------------------------

// Of a float or an int of any size.
static Value math_log_of(Vm *vm, Value v, MathFn fn) {
    if (!isinstance_int(vm, v)) {
        double x = float_of(vm, v), r = fn(x);
        if (x <= 0) {
            return raise_error(vm, EXC_ValueError, "expected a positive input, got %R",
                               double_value(x));
        }
        return double_value(r);
    }
    if (int_is_negative(vm, v) || int_is_zero(vm, v)) {
        return raise_error(vm, EXC_ValueError, "expected a positive input");
    }
    IntArg x;
    int_arg(vm, v, &x);
    double d = big_to_double(x.p, x.n);
    if (fmath_is_finite(d)) { return double_value(fn(d)); }
    uint64_t exp;
    double m = big_frexp(x.p, x.n, &exp);
    return double_value(fn(m) + fn(2.0) * (double)exp);
}

static bool math_is_real(Vm *vm, Value v) {
    return is_double(v) || is_int(v) || is_bool(v) || is_exact(vm, v, T_INT);
}

enum { MATH_LOG, MATH_LOG2, MATH_LOG10 };

static Value math_log_args(Vm *vm, const Value *a, int which) {
    static const MathFn fns[] = {fmath_log, fmath_log2, fmath_log10};
    Value r = math_log_of(vm, a[0], fns[which]);
    if (r == V_RAISED || which != MATH_LOG || a[1] == V_UNBOUND) { return r; }
    Value base = math_log_of(vm, a[1], fmath_log);
    TRY_VALUE(base);
    return float_binary(vm, BIN_OP_DIV, r, base);
}

static Value math_log_first(Vm *vm, Value *a) {
    bool leaf = math_is_real(vm, a[0]) && (a[1] == V_UNBOUND || math_is_real(vm, a[1]));
    return leaf ? math_log_args(vm, a, MATH_LOG) : V_UNBOUND;
}
static Value math_log2_first(Vm *vm, Value *a) {
    return math_is_real(vm, a[0]) ? math_log_args(vm, a, MATH_LOG2) : V_UNBOUND;
}
static Value math_log10_first(Vm *vm, Value *a) {
    return math_is_real(vm, a[0]) ? math_log_args(vm, a, MATH_LOG10) : V_UNBOUND;
}

enum { MATH_LOG_START, MATH_LOG_GOT_X, MATH_LOG_GOT_BASE };

static Value math_log_steps(Vm *vm, Frame *f, int which) {
    int state = native_state(f);
    if (state == MATH_LOG_GOT_X) { f->slot[0] = f->result; }
    if (state == MATH_LOG_GOT_BASE) { f->slot[1] = f->result; }
    if (!math_is_real(vm, f->slot[0])) {
        return native_call1(vm, f, MATH_LOG_GOT_X, internal(vm, I_TO_FLOAT), f->slot[0]);
    }
    if (which == MATH_LOG && f->slot[1] != V_UNBOUND && !math_is_real(vm, f->slot[1])) {
        TRY_VALUE(math_log_of(vm, f->slot[0], fmath_log)); // before the base is looked at
        return native_call1(vm, f, MATH_LOG_GOT_BASE, internal(vm, I_TO_FLOAT), f->slot[1]);
    }
    return math_log_args(vm, f->slot, which);
}

static Value math_log(Vm *vm, Frame *f) { return math_log_steps(vm, f, MATH_LOG); }
static Value math_log2(Vm *vm, Frame *f) { return math_log_steps(vm, f, MATH_LOG2); }
static Value math_log10(Vm *vm, Frame *f) { return math_log_steps(vm, f, MATH_LOG10); }

// ---- floor, ceil, trunc ------------------------------------------------------------------------

static Value math_floor_first(Vm *vm, Value *a) {
    if (is_double(a[0])) { return float_to_int(vm, fmath_floor(double_of(a[0]))); }
    return is_exact_int(vm, a[0]) ? a[0] : V_UNBOUND;
}
static Value math_ceil_first(Vm *vm, Value *a) {
    if (is_double(a[0])) { return float_to_int(vm, fmath_ceil(double_of(a[0]))); }
    return is_exact_int(vm, a[0]) ? a[0] : V_UNBOUND;
}
static Value math_trunc_first(Vm *vm, Value *a) {
    if (is_double(a[0])) { return float_to_int(vm, double_of(a[0])); }
    return is_exact_int(vm, a[0]) ? a[0] : V_UNBOUND;
}

enum { MATH_ROUND_START, MATH_ROUND_DONE, MATH_ROUND_GOT_FLOAT };

static Value math_round_steps(Vm *vm, Frame *f, NameId name, LeafFn first) {
    if (native_state(f) == MATH_ROUND_DONE) { return f->result; }
    if (native_state(f) == MATH_ROUND_GOT_FLOAT) { return first(vm, &f->result); }
    Value v = first(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    if (type_lookup(vm, class_of(vm, f->slot[0]), vm_name(vm, name)) != V_UNBOUND) {
        return native_call_method(vm, f, MATH_ROUND_DONE, f->slot[0], vm_name(vm, name), 0, NULL);
    }
    if (name == N___trunc__) {
        return raise_error(vm, EXC_TypeError, "type %T doesn't define __trunc__ method",
                           f->slot[0]);
    }
    return native_call1(vm, f, MATH_ROUND_GOT_FLOAT, internal(vm, I_TO_FLOAT), f->slot[0]);
}

static Value math_floor(Vm *vm, Frame *f) {
    return math_round_steps(vm, f, N___floor__, math_floor_first);
}
static Value math_ceil(Vm *vm, Frame *f) {
    return math_round_steps(vm, f, N___ceil__, math_ceil_first);
}
static Value math_trunc(Vm *vm, Frame *f) {
    return math_round_steps(vm, f, N___trunc__, math_trunc_first);
}

// ---- arguments that are sequences --------------------------------------------------------------

bool math_all_reals(Vm *vm, Value seq) {
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!math_is_real(vm, items[i])) { return false; }
    }
    return true;
}

bool math_items(Vm *vm, const Frame *f, int slot, const Value **items, uint32_t *n) {
    Value seq = f->slot[slot];
    if (!is_tagged(vm, seq, T_TUPLE) && !slot_obj(vm, f, slot, T_LIST)) { return false; }
    *items = seq_items(vm, seq, n);
    return true;
}

// slot[at] is V_UNBOUND while the sequence is still the caller's, else where to go on in our copy.
Value math_numbers(Vm *vm, Frame *f, int ask, int got, Internal op, int slot, int at) {
    uint32_t n;
    uint64_t i = f->slot[at] == V_UNBOUND ? 0 : index_of(f->slot[at]);
    if (native_state(f) == got) {
        List *l = slot_obj(vm, f, slot, T_LIST);
        TRY(l);
        if (i >= l->h.n) { return raise_stop(vm, STOP_CORRUPT); }
        list_items(vm, l)[i] = f->result;
        f->slot[at] = int_value((int64_t)i + 1);
        return native_again(vm, f, ask);
    }
    const Value *items;
    TRY(math_items(vm, f, slot, &items, &n));
    while (i < n && (op == I_INDEX ? isinstance_int(vm, items[i]) : math_is_real(vm, items[i]))) {
        i++;
    }
    if (i >= n) { return V_NONE; }
    if (f->slot[at] == V_UNBOUND) {
        Value copy = list_from(vm, items, n);
        TRY_VALUE(copy);
        f->slot[slot] = copy;
        items = seq_items(vm, copy, &n);
    }
    f->slot[at] = int_value((int64_t)i);
    return native_call1(vm, f, got, internal(vm, op), items[i]);
}

// ---- the module --------------------------------------------------------------------------------

static bool math_set(Vm *vm, Value dict, const char *name, double d) {
    Value key = intern_bytes(vm, name, (uint32_t)strlen(name));
    return key != V_RAISED && dict_set_str(vm, as_dict(vm, dict), key, double_value(d));
}

static bool math_init(Vm *vm, Value dict) {
    return math_set(vm, dict, "pi", MATH_PI) && math_set(vm, dict, "e", MATH_E) &&
           math_set(vm, dict, "tau", (double)MATH_TAU) && math_set(vm, dict, "inf", fmath_inf()) &&
           math_set(vm, dict, "nan", fmath_nan());
}

static const NativeDef math_functions[] = {
    LEAF("acos", "x: float, /", math_acos, "Arc cosine in radians, between 0 and pi."),
    LEAF("acosh", "x: float, /", math_acosh, "The number whose hyperbolic cosine is x."),
    LEAF("asin", "x: float, /", math_asin, "Arc sine in radians, between -pi/2 and pi/2."),
    LEAF("asinh", "x: float, /", math_asinh, "The number whose hyperbolic sine is x."),
    LEAF("atan", "x: float, /", math_atan, "Arc tangent in radians, between -pi/2 and pi/2."),
    LEAF("atan2", "y: float, x: float, /", math_atan2,
         "Arc tangent in radians of y/x; the signs of both tell the quadrant."),
    LEAF("atanh", "x: float, /", math_atanh, "The number whose hyperbolic tangent is x."),
    LEAF("cbrt", "x: float, /", math_cbrt, "Cube root."),
    STEPS_FIRST("ceil", "x, /", math_ceil_first, math_ceil, 0,
                "The least Integral that is not below x."),
    LEAF("comb", "n: index, k: index, /", math_comb,
         "Number of ways to choose k of n things, in no order and without repetition."),
    LEAF("copysign", "x: float, y: float, /", math_copysign,
         "A float with the magnitude of x and the sign of y."),
    LEAF("cos", "x: float, /", math_cos, "Cosine of x radians."),
    LEAF("cosh", "x: float, /", math_cosh, "Hyperbolic cosine: the mean of exp(x) and exp(-x)."),
    LEAF("degrees", "x: float, /", math_degrees, "Angle x in degrees instead of radians."),
    STEPS_FIRST("dist", "p: values, q: values, /", math_dist_first, math_dist, 2,
                "Euclidean distance of two points with as many coordinates each."),
    LEAF("erf", "x: float, /", math_erf, "The error function of x."),
    LEAF("erfc", "x: float, /", math_erfc, "One minus the error function of x."),
    LEAF("exp", "x: float, /", math_exp, "The power of e with exponent x."),
    LEAF("exp2", "x: float, /", math_exp2, "The power of 2 with exponent x."),
    LEAF("expm1", "x: float, /", math_expm1, "exp(x) - 1, exact also near zero."),
    LEAF("fabs", "x: float, /", math_fabs, "The magnitude of x as a float."),
    LEAF("factorial", "n: index, /", math_factorial, "n!"),
    STEPS_FIRST("floor", "x, /", math_floor_first, math_floor, 0,
                "The greatest Integral that is not above x."),
    LEAF("fma", "x: float, y: float, z: float, /", math_fma, "x * y + z, rounded once."),
    LEAF("fmod", "x: float, y: float, /", math_fmod, "fmod(x, y) as in C; x % y may differ."),
    LEAF("frexp", "x: float, /", math_frexp,
         "A pair (m, e) with x == m * 2.**e and 0.5 <= abs(m) < 1.0, or (0.0, 0)."),
    STEPS_FIRST("fsum", "seq: values, /", math_fsum_first, math_fsum, 1,
                "Sum of floats without rounding errors on the way."),
    LEAF("gamma", "x: float, /", math_gamma, "The gamma function of x."),
    STEPS_FAST_FLAT("gcd", "*integers", math_gcd_first, math_gcd, 3, math_gcd_flat,
                    "The greatest integer that divides all."),
    STEPS_FIRST("hypot", "*coordinates", math_hypot_first, math_hypot, 1,
                "Euclidean distance of the point from the origin."),
    LEAF("isclose", "a: float, b: float, *, rel_tol: float=UNBOUND, abs_tol: float=UNBOUND",
         math_isclose, "Whether a and b differ by no more than a relative or absolute tolerance."),
    LEAF("isfinite", "x: float, /", math_isfinite, "Whether x is neither an infinity nor a NaN."),
    LEAF("isinf", "x: float, /", math_isinf, "Whether x is an infinity."),
    LEAF("isnan", "x: float, /", math_isnan, "Whether x is a NaN."),
    LEAF("isqrt", "n: index, /", math_isqrt, "The greatest integer whose square is not above n."),
    STEPS_FIRST("lcm", "*integers", math_lcm_first, math_lcm, 3,
                "The least integer above 0 that all divide."),
    LEAF("ldexp", "x: float, i, /", math_ldexp, "x * (2**i), the inverse of frexp."),
    LEAF("lgamma", "x: float, /", math_lgamma, "Natural logarithm of abs(gamma(x))."),
    STEPS_FIRST("log", "x, base=UNBOUND, /", math_log_first, math_log, 0,
                "log(x, [base=math.e])\nLogarithm of x to the given base."),
    STEPS_FIRST("log10", "x, /", math_log10_first, math_log10, 0, "Logarithm of x to base 10."),
    LEAF("log1p", "x: float, /", math_log1p, "Natural logarithm of 1 + x, exact also near zero."),
    STEPS_FIRST("log2", "x, /", math_log2_first, math_log2, 0, "Logarithm of x to base 2."),
    LEAF("modf", "x: float, /", math_modf, "Fractional and whole part of x, with its sign."),
    LEAF("nextafter", "x: float, y: float, /, *, steps: index=None", math_nextafter,
         "The float that is a number of steps after x in the direction of y."),
    LEAF("perm", "n: index, k: index=None, /", math_perm,
         "Number of ways to choose k of n things, in order and without repetition."),
    LEAF("pow", "x: float, y: float, /", math_pow, "x**y of floats."),
    STEPS("prod", "iterable: values, /, *, start=1", math_prod, 1, NULL,
          "Product of the start value and all elements."),
    LEAF("radians", "x: float, /", math_radians, "Angle x in radians instead of degrees."),
    LEAF("remainder", "x: float, y: float, /", math_remainder,
         "x - n*y where n is the integer nearest to x/y, the even one of two."),
    LEAF("sin", "x: float, /", math_sin, "Sine of x radians."),
    LEAF("sinh", "x: float, /", math_sinh, "Hyperbolic sine."),
    LEAF("sqrt", "x: float, /", math_sqrt, "Square root."),
    STEPS("sumprod", "p: values, q: values, /", math_sumprod, 3, NULL,
          "Sum of the products of elements that stand at the same place in p and q."),
    LEAF("tan", "x: float, /", math_tan, "Tangent of x radians."),
    LEAF("tanh", "x: float, /", math_tanh, "Hyperbolic tangent: sinh(x) / cosh(x)."),
    STEPS_FIRST("trunc", "x, /", math_trunc_first, math_trunc, 0, "x without its fraction."),
    LEAF("ulp", "x: float, /", math_ulp, "Value of the least significant bit of x."),
    NATIVE_END,
};

const ModuleDef math_module = {
    .name = "math",
    .doc = "Mathematical functions of real numbers, as in C's library and beyond.",
    .functions = math_functions,
    .init = math_init,
};
