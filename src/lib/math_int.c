// math_int.c: functions of integers in the module math.
//
// Long products (factorial, perm, comb) first pack neighbouring factors into limbs, then multiply
// neighbours pair by pair, so that operands stay of equal length and all of it happens in two
// buffers.
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
    for (uint64_t i = 0; i < n; i += 2) {
        const Limb *a = from + i * stride, *b = a + stride;
        Limb *r = to + i * stride;
        uint32_t na = big_norm(a, stride), used;
        if (i + 1 < n) {
            uint32_t nb = big_norm(b, stride);
            used = na >= nb ? big_mul(r, a, na, b, nb, tmp) : big_mul(r, b, nb, a, na, tmp);
        } else {
            memcpy(r, a, na * sizeof(Limb));
            used = na;
        }
        memset(r + used, 0, (2 * stride - used) * sizeof(Limb));
    }
    return true;
}

static Value math_range_product(Vm *vm, uint64_t first, uint64_t last) {
    if (first > last) { return int_value(1); }
    uint64_t count = last - first + 1, per_limb = 64 / (64 - (uint64_t)__builtin_clzll(last));
    uint64_t n = count / per_limb + 1, size = 1;
    while (size < n) { size *= 2; }
    Limb small_a[INT_STACK], small_b[INT_STACK], small_tmp[INT_STACK];
    if (size > BIG_MAX_LIMBS) { return int_raise_memory(vm); }
    Limb *a = int_scratch(vm, size, small_a, INT_STACK);
    Limb *b = int_scratch(vm, size, small_b, INT_STACK);
    TRY(a && b && native_charge(vm, count / 8));
    n = math_pack_range(first, last, a);
    uint32_t half = (uint32_t)(size / 2 + 1);
    Limb *tmp = int_scratch(vm, big_mul_tmp(half, half), small_tmp, INT_STACK);
    TRY(tmp);
    uint32_t stride = 1;
    for (; n > 1; n = (n + 1) / 2, stride *= 2) {
        TRY(math_multiply_pairs(vm, a, b, n, stride, tmp));
        Limb *swap = a;
        a = b;
        b = swap;
    }
    return int_from_limbs(vm, a, stride, false);
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
    int64_t small;
    if (int_to_i64(vm, n, &small)) {
        return math_range_product(vm, (uint64_t)small - k + 1, (uint64_t)small);
    }
    Value r = int_plain(vm, n), factor = r;
    for (uint64_t i = 1; i < k && r != V_RAISED; i++) {
        TRY(native_charge(vm, 1));
        factor = int_binary(vm, BIN_OP_SUB, factor, int_value(1));
        TRY_VALUE(factor);
        r = int_binary(vm, BIN_OP_MUL, r, factor);
    }
    return r;
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
    return int_out_finish(vm, &out, big_gcd(out.p, x.p, x.n, y.p, y.n, tmp), false);
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

static Value math_fold_ints(Vm *vm, Value seq, MathIntFn fn, Value start) {
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    TRY(native_charge(vm, n / 4));
    Value r = start;
    for (uint32_t i = 0; i < n; i++) {
        r = fn(vm, r, items[i]);
        TRY_VALUE(r);
    }
    return r;
}

Value math_gcd_first(Vm *vm, Value *a) {
    return math_all_ints(vm, a[0]) ? math_fold_ints(vm, a[0], math_gcd2, int_value(0)) : V_UNBOUND;
}
Value math_lcm_first(Vm *vm, Value *a) {
    return math_all_ints(vm, a[0]) ? math_fold_ints(vm, a[0], math_lcm2, int_value(1)) : V_UNBOUND;
}

enum { MATH_INTS_START, MATH_INTS_ASKED };

Value math_gcd(Vm *vm, Frame *f) {
    Value r = math_numbers(vm, f, MATH_INTS_ASKED, I_INDEX, 0, 1);
    return r == V_NONE ? math_gcd_first(vm, f->slot) : r;
}
Value math_lcm(Vm *vm, Frame *f) {
    Value r = math_numbers(vm, f, MATH_INTS_ASKED, I_INDEX, 0, 1);
    return r == V_NONE ? math_lcm_first(vm, f->slot) : r;
}

Value math_isqrt(Vm *vm, Value *a) {
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
    return int_out_finish(vm, &out, big_isqrt(out.p, x.p, x.n, tmp), false);
}
