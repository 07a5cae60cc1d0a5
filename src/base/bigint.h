// bigint.h: arithmetic on magnitudes, arrays of 64-bit limbs with the lowest first. A number a of n
// limbs is normalised when n == 0 (zero) or a[n - 1] != 0; unless said otherwise operands must be
// and results are, and a function returns the length of its result. Signs are the caller's, except
// in the bit operations, whose meaning depends on them.
//
// Memory is the caller's too. Each contract states the room that r needs ("cap"); "r may be a"
// means exactly the same array, else arrays must not overlap. `tmp` is scratch of at least the
// number of limbs that the matching _tmp() function gives (0 is possible; then NULL will do).
//
// Time: the _cost() functions give the work in limb operations (a multiply-and-add, about a
// nanosecond) within a factor of about three, so that a caller can charge steps before it starts.
// Functions without one cost about the sum of their operands' limbs. Only powmod runs in slices.
// Recursion is at most 2 * log2(limbs) deep.
//
// Multiplication lives in bigint_mul.c, division in bigint_div.c, text in bigint_text.c, powers,
// gcd and roots in bigint_pow.c, doubles in bigint_float.c, the rest in bigint.c.
#ifndef NX_BASE_BIGINT_H
#define NX_BASE_BIGINT_H

#include "base/base.h"

typedef uint64_t Limb;

#define LIMB_BITS 64

// No operand or result may be longer (512 MiB); it keeps every size here within uint32_t.
#define BIG_MAX_LIMBS (1u << 26)

// --- Giving up ----------------------------------------------------------------------------------

// A long computation asks `poll` now and then whether it is to go on. Once it answers false, the
// function returns soon, what it returns is not to be used, and `stopped` tells so.
typedef struct BigWatch {
    bool (*poll)(void *ctx);
    void *ctx;
    bool stopped;
} BigWatch;

static inline bool big_stopped(const BigWatch *w) { return w && w->stopped; }
// Asks; true: give up.
NX_INTERNAL bool big_poll(BigWatch *w);

// --- Elementary (bigint.c) ----------------------------------------------------------------------

// The length of a[0..n) without its leading zero limbs.
static inline uint32_t big_norm(const Limb *a, uint32_t n) {
    while (n > 0 && a[n - 1] == 0) { n--; }
    return n;
}

// -1, 0 or 1.
NX_INTERNAL int big_cmp(const Limb *a, uint32_t na, const Limb *b, uint32_t nb);

// a + b; cap max(na, nb) + 1; r may be a or b.
NX_INTERNAL uint32_t big_add(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb);

// a - b for a >= b; cap na; r may be a or b.
NX_INTERNAL uint32_t big_sub(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb);

// |a - b|; cap max(na, nb); r may be a or b; *negative tells that a < b.
NX_INTERNAL uint32_t big_diff(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb,
                              bool *negative);

// a + x and a * x + carry; cap n + 1; r may be a.
NX_INTERNAL uint32_t big_add_limb(Limb *r, const Limb *a, uint32_t n, Limb x);
NX_INTERNAL uint32_t big_mul_limb(Limb *r, const Limb *a, uint32_t n, Limb x, Limb carry);

// Quotient by d != 0 into q, cap n, q may be a; returns its length and *rem.
NX_INTERNAL uint32_t big_divmod_limb(Limb *q, const Limb *a, uint32_t n, Limb d, Limb *rem);
NX_INTERNAL Limb big_mod_limb(const Limb *a, uint32_t n, Limb d);

// a << bits; cap n + bits / 64 + 1; r may be a.
NX_INTERNAL uint32_t big_shl(Limb *r, const Limb *a, uint32_t n, uint64_t bits);

// a >> bits, towards zero; cap n; r may be a. *lost (may be NULL) tells whether a one was shifted
// out, so that floor of a negative number is one more in magnitude.
NX_INTERNAL uint32_t big_shr(Limb *r, const Limb *a, uint32_t n, uint64_t bits, bool *lost);

NX_INTERNAL uint64_t big_bit_length(const Limb *a, uint32_t n);     // 0 for zero
NX_INTERNAL uint64_t big_bit_count(const Limb *a, uint32_t n);      // ones
NX_INTERNAL uint64_t big_trailing_zeros(const Limb *a, uint32_t n); // a != 0

// Bit operations on integers in infinite two's complement, given and returned as sign and
// magnitude. cap max(na, nb) + 1; r may be a or b. *neg tells that the result is negative.
typedef enum BigBitOp { BIG_AND, BIG_OR, BIG_XOR } BigBitOp;
NX_INTERNAL uint32_t big_bitop(BigBitOp op, Limb *r, const Limb *a, uint32_t na, bool a_neg,
                               const Limb *b, uint32_t nb, bool b_neg, bool *neg);

// int.from_bytes: cap len / 8 + 1. With is_signed the bytes are two's complement and *neg is set.
NX_INTERNAL uint32_t big_from_bytes(Limb *r, const uint8_t *bytes, size_t len, bool big_endian,
                                    bool is_signed, bool *neg);

// int.to_bytes: fills bytes[0..len). False when it does not fit (OverflowError).
NX_INTERNAL bool big_to_bytes(uint8_t *bytes, size_t len, bool big_endian, bool is_signed,
                              const Limb *a, uint32_t n, bool neg);

// --- Multiplication -----------------------------------------------------------------------------

// a * b; cap na + nb. Squaring is recognised by a == b && na == nb.
NX_INTERNAL uint32_t big_mul(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb,
                             Limb *tmp, BigWatch *watch);
NX_INTERNAL uint32_t big_mul_tmp(uint32_t na, uint32_t nb);
NX_INTERNAL uint64_t big_mul_cost(uint32_t na, uint32_t nb);

// --- Division -----------------------------------------------------------------------------------

// a = q * b + r, b != 0. q: cap na - nb + 1 (none if na < nb), r: cap nb; neither overlaps another
// array. Returns the length of q; *n_rem gets that of r.
NX_INTERNAL uint32_t big_divmod(Limb *q, Limb *r, uint32_t *n_rem, const Limb *a, uint32_t na,
                                const Limb *b, uint32_t nb, Limb *tmp, BigWatch *watch);
NX_INTERNAL uint32_t big_divmod_tmp(uint32_t na, uint32_t nb);
NX_INTERNAL uint64_t big_divmod_cost(uint32_t na, uint32_t nb);

// --- Text ---------------------------------------------------------------------------------------

// Digits of a in base 2..36, lower case, no sign, no prefix, "0" for zero. Returns the number of
// characters, at most big_to_text_size(); no NUL.
NX_INTERNAL size_t big_to_text(char *out, const Limb *a, uint32_t n, uint32_t base, Limb *tmp,
                               BigWatch *watch);
NX_INTERNAL size_t big_to_text_size(const Limb *a, uint32_t n, uint32_t base);
NX_INTERNAL uint32_t big_to_text_tmp(uint32_t n, uint32_t base);
NX_INTERNAL uint64_t big_to_text_cost(uint32_t n, uint32_t base);

// The number that digits[0..len) spell in base 2..36; '_' is skipped, everything else must be a
// digit of the base in either case (the caller has checked it). cap big_from_text_cap().
NX_INTERNAL uint32_t big_from_text(Limb *r, const char *digits, size_t len, uint32_t base,
                                   Limb *tmp, BigWatch *watch);
NX_INTERNAL uint32_t big_from_text_cap(size_t len, uint32_t base);
NX_INTERNAL uint32_t big_from_text_tmp(size_t len, uint32_t base);
NX_INTERNAL uint64_t big_from_text_cost(size_t len, uint32_t base);

// --- Powers, gcd, roots -------------------------------------------------------------------------

// base ** exp % mod in slices. The plain struct and mem[] hold the whole computation without any
// pointers, so both may move or be copied between two slices. mem: big_powmod_size() limbs.
typedef struct BigPowMod {
    uint32_t n_mod;    // limbs of the modulus; every residue has as many
    uint32_t n_exp;    // limbs of the exponent
    uint32_t window;   // bits of the sliding window, 1..6
    uint32_t stage;    // what the next slice does: table, main loop, finished
    uint32_t table_at; // entries of the table already made
    uint32_t pending;  // table entry to multiply with once the squarings are done, plus one
    uint64_t bit;      // exponent bits not yet consumed
    uint32_t squares;  // squarings to do before `pending`
    uint32_t started;  // the accumulator is no longer the implicit one
    uint32_t montgomery;
    uint32_t n_result;
    uint64_t inverse; // -1 / mod[0] modulo 2^64
} BigPowMod;

NX_INTERNAL uint32_t big_powmod_size(uint32_t n_base, uint32_t n_exp, uint32_t n_mod);

// mod != 0; any base (reduced here) and exponent. Cost: that of base mod mod.
NX_INTERNAL void big_powmod_init(BigPowMod *p, Limb *mem, const Limb *base, uint32_t n_base,
                                 const Limb *exp, uint32_t n_exp, const Limb *mod, uint32_t n_mod,
                                 BigWatch *watch);

// Works until *work, to which it adds its limb operations, reaches `budget`, or it is done (true).
// A slice does at least one modular multiplication.
NX_INTERNAL bool big_powmod_step(BigPowMod *p, Limb *mem, uint64_t budget, uint64_t *work,
                                 BigWatch *watch);

// The result of a finished computation: limbs inside mem, *n of them, normalised.
NX_INTERNAL const Limb *big_powmod_result(const BigPowMod *p, const Limb *mem, uint32_t *n);

// gcd(a, b), also with zero; cap max(na, nb).
NX_INTERNAL uint32_t big_gcd(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb,
                             Limb *tmp, BigWatch *watch);
NX_INTERNAL uint32_t big_gcd_tmp(uint32_t na, uint32_t nb);
NX_INTERNAL uint64_t big_gcd_cost(uint32_t na, uint32_t nb);

// floor(sqrt(a)); cap (n + 1) / 2.
NX_INTERNAL uint32_t big_isqrt(Limb *r, const Limb *a, uint32_t n, Limb *tmp, BigWatch *watch);
NX_INTERNAL uint32_t big_isqrt_tmp(uint32_t n);
NX_INTERNAL uint64_t big_isqrt_cost(uint32_t n);

// --- Doubles ------------------------------------------------------------------------------------

#define BIG_DOUBLE_LIMBS 16 // what the largest double needs

// The nearest double, half to even; infinite when it is out of range (int.__float__ overflows).
NX_INTERNAL double big_to_double(const Limb *a, uint32_t n);

// a = m * 2^exp with 0.5 <= m < 1, m rounded half to even: for math.log. Zero gives 0 and 0.
NX_INTERNAL double big_frexp(const Limb *a, uint32_t n, uint64_t *exp);

// The magnitude of trunc(d); d finite; cap BIG_DOUBLE_LIMBS.
NX_INTERNAL uint32_t big_from_double(Limb *r, double d);

// -1, 0, 1 as a is below, equal to or above d >= 0 (may be infinite, not NaN); exact.
NX_INTERNAL int big_cmp_double(const Limb *a, uint32_t n, double d);

// a / b correctly rounded as int / int wants it, b != 0; infinite when too large (CPython raises
// OverflowError 'integer division result too large for a float').
NX_INTERNAL double big_true_div(const Limb *a, uint32_t na, const Limb *b, uint32_t nb, Limb *tmp);
NX_INTERNAL uint32_t big_true_div_tmp(uint32_t na, uint32_t nb);

#endif
