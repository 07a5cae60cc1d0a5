// math_int.c: functions of integers in the module math.
//
// Long products (factorial, perm, comb) first pack neighbouring factors into limbs, then multiply
// neighbours pair by pair, so that operands stay of equal length and all of it happens in two
// buffers.
#include <math.h>

#include "base/wide.h"
#include "lib/math.h"
#include "object/tuple.h"

// ---- products of ranges ------------------------------------------------------------------------

// Packs first * (first + 1) * … * last into limbs; returns how many.
static uint64_t math_pack_range(uint64_t first, uint64_t last, Limb *out) {
    uint64_t n = 0, word = first;
    for (uint64_t i = first; i++ < last;) {
        uint64_t product;
        if (__builtin_mul_overflow(word, i, &product)) {
            out[n++] = word;
            word = i;
        } else {
            word = product;
        }
    }
    out[n++] = word;
    return n;
}

// One round: neighbours of `stride` limbs each become products of twice as many.
static bool math_multiply_pairs(Vm *vm, const Limb *from, Limb *to, uint64_t n, uint32_t stride,
                                Limb *tmp) {
    if (!int_charge(vm, (n / 2) * (big_mul_cost(stride, stride) + 16))) { return false; }
    BigWatch watch = int_watch(vm);
    for (uint64_t i = 0; i < n; i += 2) {
        const Limb *a = from + i * stride, *b = a + stride;
        Limb *r = to + i * stride;
        uint32_t na = big_norm(a, stride), used;
        if (i + 1 < n) {
            uint32_t nb = big_norm(b, stride);
            used = na >= nb ? big_mul(r, a, na, b, nb, tmp, &watch)
                            : big_mul(r, b, nb, a, na, tmp, &watch);
            if (watch.stopped) { return false; }
        } else {
            memcpy(r, a, na * sizeof(Limb));
            used = na;
        }
        memset(r + used, 0, (2 * stride - used) * sizeof(Limb));
    }
    return true;
}

// Two buffers for numbers of `stride` limbs whose product is wanted.
typedef struct MathProduct {
    Limb *a, *b, *tmp;
    uint64_t size; // numbers there is room for
    uint32_t stride;
    Limb small_a[INT_STACK], small_b[INT_STACK], small_tmp[INT_STACK];
} MathProduct;

static bool math_product_init(Vm *vm, MathProduct *m, uint64_t n, uint32_t stride) {
    m->size = 1;
    while (m->size < n) { m->size *= 2; }
    m->stride = stride;
    if (m->size > BIG_MAX_LIMBS / stride) {
        int_raise_memory(vm);
        return false;
    }
    uint32_t half = (uint32_t)(m->size * stride / 2 + 1);
    m->a = int_scratch(vm, m->size * stride, m->small_a, INT_STACK);
    m->b = int_scratch(vm, m->size * stride, m->small_b, INT_STACK);
    m->tmp = int_scratch(vm, big_mul_tmp(half, half), m->small_tmp, INT_STACK);
    return m->a && m->b && m->tmp && native_charge(vm, n);
}

// The product of the n numbers in m->a, which are padded with zero limbs.
static Value math_product(Vm *vm, MathProduct *m, uint64_t n) {
    for (; n > 1; n = (n + 1) / 2, m->stride *= 2) {
        TRY(math_multiply_pairs(vm, m->a, m->b, n, m->stride, m->tmp));
        Limb *swap = m->a;
        m->a = m->b;
        m->b = swap;
    }
    return int_from_limbs(vm, m->a, m->stride, false);
}

static Value math_range_product(Vm *vm, uint64_t first, uint64_t last) {
    if (first > last) { return int_value(1); }
    uint64_t count = last - first + 1, per_limb = 64 / (64 - (uint64_t)wide_clz(last));
    MathProduct m;
    TRY(math_product_init(vm, &m, count / per_limb + 1, 1));
    return math_product(vm, &m, math_pack_range(first, last, m.a));
}

// ---- factorial, perm, comb ---------------------------------------------------------------------

Value math_factorial(Vm *vm, Value *a) {
    if (int_is_negative(vm, a[0])) {
        return raise_error(vm, EXC_ValueError, "factorial() not defined for negative values");
    }
    int64_t n;
    if (!int_to_i64(vm, a[0], &n)) {
        return raise_error(vm, EXC_OverflowError, "factorial() argument should not exceed %l",
                           INT64_MAX);
    }
    return n < 2 ? int_value(1) : math_range_product(vm, 2, (uint64_t)n);
}

// n * (n - 1) * … (k factors), k > 0.
static Value math_falling(Vm *vm, Value n, uint64_t k) {
    IntArg x;
    int_arg(vm, n, &x);
    if (x.n == 1) { return math_range_product(vm, x.p[0] - k + 1, x.p[0]); }
    MathProduct m;
    TRY(math_product_init(vm, &m, k, x.n));
    const Limb *above = x.p, one = 1;
    for (uint64_t i = 0; i < k; i++) {
        Limb *at = m.a + i * x.n;
        uint32_t used = big_sub(at, above, big_norm(above, x.n), &one, i > 0);
        memset(at + used, 0, (x.n - used) * sizeof(Limb));
        above = at;
    }
    return math_product(vm, &m, k);
}

// Both not negative; false: raised.
static bool math_check_n_k(Vm *vm, Value n, Value k) {
    if (int_is_negative(vm, n)) {
        return raise_false(vm, EXC_ValueError, "n must be a non-negative integer");
    }
    if (int_is_negative(vm, k)) {
        return raise_false(vm, EXC_ValueError, "k must be a non-negative integer");
    }
    return true;
}

Value math_perm(Vm *vm, Value *a) {
    if (a[1] == V_NONE) { return math_factorial(vm, a); }
    TRY(math_check_n_k(vm, a[0], a[1]));
    if (int_compare(vm, a[0], a[1]) < 0) { return int_value(0); }
    int64_t k;
    if (!int_to_i64(vm, a[1], &k)) {
        return raise_error(vm, EXC_OverflowError, "k must not exceed %l", INT64_MAX);
    }
    return k == 0 ? int_value(1) : math_falling(vm, a[0], (uint64_t)k);
}

// Coefficients within 64 bits: each step's product is divisible by the step's number.
static bool math_comb_u64(uint64_t n, uint64_t k, uint64_t *out) {
    uint64_t r = 1;
    for (uint64_t i = 1; i <= k; i++) {
        uint64_t product;
        if (__builtin_mul_overflow(r, n - k + i, &product)) { return false; }
        r = product / i;
    }
    *out = r;
    return true;
}

Value math_comb(Vm *vm, Value *a) {
    TRY(math_check_n_k(vm, a[0], a[1]));
    Value other = int_binary(vm, BIN_OP_SUB, a[0], a[1]);
    TRY_VALUE(other);
    if (int_is_negative(vm, other)) { return int_value(0); }
    Value least = int_compare(vm, other, a[1]) < 0 ? other : a[1];
    int64_t n, k;
    if (!int_to_i64(vm, least, &k)) {
        return raise_error(vm, EXC_OverflowError, "min(n - k, k) must not exceed %l", INT64_MAX);
    }
    if (k == 0) { return int_value(1); }
    uint64_t small;
    if (k < 64 && int_to_i64(vm, a[0], &n) && math_comb_u64((uint64_t)n, (uint64_t)k, &small)) {
        return int_from_u64(vm, small);
    }
    Value up = math_falling(vm, a[0], (uint64_t)k);
    TRY_VALUE(up);
    Value down = math_range_product(vm, 2, (uint64_t)k);
    TRY_VALUE(down);
    return int_binary(vm, BIN_OP_FLOORDIV, up, down);
}

// ---- gcd, lcm, isqrt ---------------------------------------------------------------------------

static uint64_t math_gcd_u64(uint64_t a, uint64_t b) {
    if (a == 0 || b == 0) { return a | b; }
    uint32_t twos = wide_ctz(a | b);
    a >>= wide_ctz(a);
    do {
        b >>= wide_ctz(b);
        if (a > b) {
            uint64_t swap = a;
            a = b;
            b = swap;
        }
        b -= a;
    } while (b);
    return a << twos;
}

static Value math_gcd2(Vm *vm, Value a, Value b) {
    IntArg x, y;
    int_arg(vm, a, &x);
    int_arg(vm, b, &y);
    if (x.n <= 1 && y.n <= 1) {
        return int_from_u64(vm, math_gcd_u64(x.n ? x.p[0] : 0, y.n ? y.p[0] : 0));
    }
    TRY(int_charge(vm, big_gcd_cost(x.n, y.n)));
    IntOut out;
    TRY(int_out(vm, &out, max_u32(x.n, y.n)));
    Limb stack[2 * INT_STACK];
    Limb *tmp = int_scratch(vm, big_gcd_tmp(x.n, y.n), stack, COUNT_OF(stack));
    TRY(tmp);
    BigWatch watch = int_watch(vm);
    uint32_t n = big_gcd(out.p, x.p, x.n, y.p, y.n, tmp, &watch);
    return watch.stopped ? V_RAISED : int_out_finish(vm, &out, n, false);
}

static Value math_lcm2(Vm *vm, Value a, Value b) {
    if (int_is_zero(vm, a) || int_is_zero(vm, b)) { return int_value(0); }
    Value gcd = math_gcd2(vm, a, b);
    TRY_VALUE(gcd);
    Value part = int_binary(vm, BIN_OP_FLOORDIV, a, gcd);
    TRY_VALUE(part);
    Value product = int_binary(vm, BIN_OP_MUL, part, b);
    TRY_VALUE(product);
    return int_unary(vm, UN_OP_ABS, product);
}

typedef Value (*MathIntFn)(Vm *vm, Value a, Value b);

// A few ints are folded at once, more of them in steps, for lcm may make long ones.
enum { MATH_FEW = 8 };

static Value math_fold_flat(Vm *vm, const Value *items, uint32_t n, MathIntFn fn, Value start) {
    if (n > MATH_FEW) { return V_UNBOUND; }
    for (uint32_t i = 0; i < n; i++) {
        if (!isinstance_int(vm, items[i])) { return V_UNBOUND; }
    }
    Value r = start;
    for (uint32_t i = 0; i < n; i++) {
        r = fn(vm, r, items[i]);
        TRY_VALUE(r);
    }
    return r;
}

static Value math_fold_few(Vm *vm, Value seq, MathIntFn fn, Value start) {
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    return math_fold_flat(vm, items, n, fn, start);
}

enum { MATH_INTS_ASK, MATH_INTS_GOT, MATH_INTS_FOLD };
enum { MATH_INTS_SEQ, MATH_INTS_AT, MATH_INTS_RESULT, MATH_INTS_INDEX };

static Value math_fold_steps(Vm *vm, Frame *f, MathIntFn fn, Value start) {
    if (native_state(f) != MATH_INTS_FOLD) {
        Value r =
            math_numbers(vm, f, MATH_INTS_ASK, MATH_INTS_GOT, I_INDEX, MATH_INTS_SEQ, MATH_INTS_AT);
        if (r != V_NONE) { return r; }
        f->slot[MATH_INTS_RESULT] = start;
        f->slot[MATH_INTS_INDEX] = int_value(0);
        return native_again(vm, f, MATH_INTS_FOLD);
    }
    const Value *items;
    uint32_t n;
    TRY(math_items(vm, f, MATH_INTS_SEQ, &items, &n));
    TRY(value_is_int(vm, f->slot[MATH_INTS_RESULT]));
    for (uint64_t i = index_of(f->slot[MATH_INTS_INDEX]); i < n; i++) {
        TRY(native_charge(vm, 1) && value_is_int(vm, items[i]));
        Value r = fn(vm, f->slot[MATH_INTS_RESULT], items[i]);
        TRY_VALUE(r);
        f->slot[MATH_INTS_RESULT] = r;
        f->slot[MATH_INTS_INDEX] = int_value((int64_t)i + 1);
        if (!is_int(r)) { return native_again(vm, f, MATH_INTS_FOLD); }
    }
    return f->slot[MATH_INTS_RESULT];
}

Value math_gcd_first(Vm *vm, Value *a) { return math_fold_few(vm, a[0], math_gcd2, int_value(0)); }
Value math_gcd_flat(Vm *vm, const Value *args, uint32_t n) {
    return math_fold_flat(vm, args, n, math_gcd2, int_value(0));
}
Value math_lcm_first(Vm *vm, Value *a) { return math_fold_few(vm, a[0], math_lcm2, int_value(1)); }
Value math_gcd(Vm *vm, Frame *f) { return math_fold_steps(vm, f, math_gcd2, int_value(0)); }
Value math_lcm(Vm *vm, Frame *f) { return math_fold_steps(vm, f, math_lcm2, int_value(1)); }

Value math_isqrt(Vm *vm, Value *a) {
    if (index_of(a[0]) <
        (uint64_t)VALUE_INT_BIAS) { // exact as a double, and so is the root's floor
        return int_value((int64_t)sqrt((double)int_of(a[0])));
    }
    if (int_is_negative(vm, a[0])) {
        return raise_error(vm, EXC_ValueError, "isqrt() argument must be nonnegative");
    }
    IntArg x;
    int_arg(vm, a[0], &x);
    TRY(int_charge(vm, big_isqrt_cost(x.n)));
    IntOut out;
    TRY(int_out(vm, &out, (x.n + 1) / 2));
    Limb stack[2 * INT_STACK];
    Limb *tmp = int_scratch(vm, big_isqrt_tmp(x.n), stack, COUNT_OF(stack));
    TRY(tmp);
    BigWatch watch = int_watch(vm);
    uint32_t n = big_isqrt(out.p, x.p, x.n, tmp, &watch);
    return watch.stopped ? V_RAISED : int_out_finish(vm, &out, n, false);
}
