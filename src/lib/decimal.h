// decimal.h: the part of decimal that is in C: numbers and contexts as objects, and arithmetic on
// coefficients of up to 128 bits.
//
// A Number holds sign, coefficient, exponent and kind; decimal.Decimal derives from it in Python, and
// so does decimal.Context from ContextBase. Natives do the usual case (finite numbers of up to 38
// digits whose result the current context takes without a trap) and leave the rest to the function
// of the same meaning in lib/py/decimal.py. Nothing in an object is trusted: what is not as expected
// is left to Python, too.
#ifndef NX_LIB_DECIMAL_H
#define NX_LIB_DECIMAL_H

#include "lib/fallback.h"

typedef struct Decimal {
    Obj h;
    Value coefficient; // int, not negative
    int64_t exponent;
    uint32_t sign, kind; // 1: negative; DECIMAL_NUMBER, an infinity, a NaN of either kind
} Decimal;

enum { DECIMAL_NUMBER, DECIMAL_INF, DECIMAL_QNAN, DECIMAL_SNAN };

// The names of the attributes are CPython's; flags and traps are bits (_decimal_base.py).
enum {
    CTX_PREC,
    CTX_ROUNDING,
    CTX_EMIN,
    CTX_EMAX,
    CTX_CAPITALS,
    CTX_CLAMP,
    CTX_FLAGS,
    CTX_TRAPS,
    CTX_N
};
typedef struct DecimalContext {
    Obj h;
    Value field[CTX_N];
    uint64_t rounding; // DecRounding of field[CTX_ROUNDING]
} DecimalContext;

typedef enum DecRounding {
    DEC_OTHER,
    DEC_HALF_EVEN,
    DEC_HALF_UP,
    DEC_HALF_DOWN,
    DEC_DOWN,
    DEC_UP,
    DEC_CEILING,
    DEC_FLOOR,
    DEC_05UP,
} DecRounding;

enum { DEC_INEXACT = 1024, DEC_ROUNDED = 2048 }; // bits of flags

// ---- 128 bits (decimal_wide.c) -----------------------------------------------------------------
typedef struct Dec128 {
    uint64_t lo, hi;
} Dec128;
enum { DEC_MAX_DIGITS = 38, DEC_TEXT = 40 };

static inline bool dec_is_zero(Dec128 a) { return (a.lo | a.hi) == 0; }
NX_INTERNAL uint32_t dec_digits(Dec128 a); // 0 has one, as in CPython's str()
NX_INTERNAL int dec_compare(Dec128 a, Dec128 b);
NX_INTERNAL bool dec_add(Dec128 a, Dec128 b, Dec128 *out); // false: too large
NX_INTERNAL Dec128 dec_sub(Dec128 a, Dec128 b);            // a >= b
NX_INTERNAL bool dec_mul(Dec128 a, Dec128 b, Dec128 *out);
NX_INTERNAL bool dec_scale(Dec128 *a, uint64_t k); // times 10 ** k
NX_INTERNAL Dec128 dec_div(Dec128 a, uint64_t d, uint64_t *rest);
// Without its last k digits, k > 0, rounded; *inexact: they were not all 0.
NX_INTERNAL Dec128 dec_drop(Dec128 a, uint64_t k, DecRounding mode, bool sign, bool *inexact);
NX_INTERNAL uint32_t dec_write(Dec128 a, char out[DEC_TEXT]); // its digits; how many
NX_INTERNAL uint64_t dec_pow10(uint32_t k);                   // k < 20

// ---- contexts (decimal_context.c) --------------------------------------------------------------
// What natives need of the current context. False: there is none yet, or not a usual one.
typedef struct DecRules {
    DecimalContext *context;
    uint64_t prec;
    int64_t emin, emax;
    DecRounding rounding;
} DecRules;
NX_INTERNAL bool dec_rules(Vm *vm, DecRules *rules);
NX_INTERNAL DecRounding dec_rounding_of(Vm *vm, Value text);
// Sets flags; false: one of them is trapped, nothing was set.
NX_INTERNAL bool dec_signal(Vm *vm, const DecRules *rules, uint32_t flags);

extern const TypeDef decimal_type, decimal_context_type;

#endif
