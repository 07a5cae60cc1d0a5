// int_ops.c: the operators of int and bool.
//
// Three tiers. Operands that fit int64_t go through int_op_i64; two magnitudes of one limb, which
// is where 64-bit hashes and random generators live, through int_op_limb; everything else through
// the functions of base/bigint.h with results built in an IntOut. The tiers agree; each only says
// "not mine" (V_UNBOUND) for what the next one does.
#include "base/fmath.h"
#include "base/wide.h"
#include "object/float.h"
#include "object/int.h"
#include "object/tuple.h"

static Value int_raise_zero(Vm *vm) {
    return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
}

// ---- operands within int64_t -------------------------------------------------------------------

static int64_t int_floor_mod(int64_t x, int64_t y, int64_t *quotient) {
    int64_t q = x / y, r = x % y;
    if (r != 0 && (r < 0) != (y < 0)) {
        q--;
        r += y;
    }
    *quotient = q;
    return r;
}

static Value int_div_i64(Vm *vm, BinOp op, int64_t x, int64_t y) {
    if (y == 0) { return int_raise_zero(vm); }
    if (op == BIN_OP_DIV) {
        const int64_t exact = (int64_t)1 << 53;
        if (x < -exact || x > exact || y < -exact || y > exact) { return V_UNBOUND; }
        return double_value((double)x / (double)y);
    }
    if (y == -1 && x == INT64_MIN) { return V_UNBOUND; }
    int64_t q, r = int_floor_mod(x, y, &q);
    if (op == BIN_OP_MOD) { return int_from_i64(vm, r); }
    if (op == BIN_OP_FLOORDIV) { return int_from_i64(vm, q); }
    Value qv = int_from_i64(vm, q);
    TRY_VALUE(qv);
    Value rv = int_from_i64(vm, r);
    TRY_VALUE(rv);
    return tuple_pack2(vm, qv, rv);
}

static Value int_shift_i64(Vm *vm, BinOp op, int64_t x, int64_t y) {
    if (y < 0) { return raise_error(vm, EXC_ValueError, "negative shift count"); }
    if (op == BIN_OP_RSHIFT) { return int_from_i64(vm, x >> (y < 63 ? y : 63)); }
    if (x == 0) { return int_value(0); }
    if (y < 63) {
        int64_t shifted = (int64_t)((uint64_t)x << y);
        if (shifted >> y == x) { return int_from_i64(vm, shifted); }
    }
    return V_UNBOUND;
}

static Value int_pow_i64(Vm *vm, int64_t x, int64_t y) {
    if (y < 0) {
        return float_binary(vm, BIN_OP_POW, double_value((double)x), double_value((double)y));
    }
    int64_t r = 1;
    for (; y; y >>= 1) {
        if ((y & 1) && mul_overflows(r, x, &r)) { return V_UNBOUND; }
        if (y > 1 && mul_overflows(x, x, &x)) { return V_UNBOUND; }
    }
    return int_from_i64(vm, r);
}

static Value int_op_i64(Vm *vm, BinOp op, int64_t x, int64_t y) {
    int64_t r;
    switch (op) {
    case BIN_OP_ADD: return add_overflows(x, y, &r) ? V_UNBOUND : int_from_i64(vm, r);
    case BIN_OP_SUB: return sub_overflows(x, y, &r) ? V_UNBOUND : int_from_i64(vm, r);
    case BIN_OP_MUL: return mul_overflows(x, y, &r) ? V_UNBOUND : int_from_i64(vm, r);
    case BIN_OP_AND: return int_from_i64(vm, x & y);
    case BIN_OP_OR: return int_from_i64(vm, x | y);
    case BIN_OP_XOR: return int_from_i64(vm, x ^ y);
    case BIN_OP_LSHIFT:
    case BIN_OP_RSHIFT: return int_shift_i64(vm, op, x, y);
    case BIN_OP_POW: return int_pow_i64(vm, x, y);
    case BIN_OP_DIV:
    case BIN_OP_MOD:
    case BIN_OP_FLOORDIV:
    case BIN_OP_DIVMOD: return int_div_i64(vm, op, x, y);
    default: return V_NOTIMPL;
    }
}

// ---- magnitudes of one limb --------------------------------------------------------------------

static Value int_add_limb(Vm *vm, const IntArg *a, const IntArg *b, bool b_neg) {
    uint64_t x = a->n ? a->p[0] : 0, y = b->n ? b->p[0] : 0;
    if (a->neg == b_neg) {
        uint64_t sum = x + y;
        return int_from_u128(vm, sum, sum < x, b_neg);
    }
    return x >= y ? int_from_u128(vm, x - y, 0, a->neg) : int_from_u128(vm, y - x, 0, b_neg);
}

static Value int_op_limb(Vm *vm, BinOp op, const IntArg *a, const IntArg *b) {
    if (op == BIN_OP_ADD) { return int_add_limb(vm, a, b, b->neg); }
    if (op == BIN_OP_SUB) { return int_add_limb(vm, a, b, !b->neg); }
    uint64_t x = a->n ? a->p[0] : 0, y = b->n ? b->p[0] : 0;
    if (op == BIN_OP_MUL) {
        uint64_t hi, lo = wide_mul(x, y, &hi);
        return int_from_u128(vm, lo, hi, a->neg != b->neg);
    }
    if (a->neg || b->neg) { return V_UNBOUND; }
    switch (op) {
    case BIN_OP_AND: return int_from_u64(vm, x & y);
    case BIN_OP_OR: return int_from_u64(vm, x | y);
    case BIN_OP_XOR: return int_from_u64(vm, x ^ y);
    case BIN_OP_MOD: return y ? int_from_u64(vm, x % y) : V_UNBOUND;
    case BIN_OP_FLOORDIV: return y ? int_from_u64(vm, x / y) : V_UNBOUND;
    case BIN_OP_RSHIFT: return int_from_u64(vm, y < 64 ? x >> y : 0);
    case BIN_OP_LSHIFT:
        if (y == 0 || y >= 64) { return V_UNBOUND; }
        return int_from_u128(vm, x << y, x >> (64 - y), false);
    default: return V_UNBOUND;
    }
}

// ---- any size ----------------------------------------------------------------------------------

static Value int_add_big(Vm *vm, const IntArg *a, const IntArg *b, bool b_neg) {
    uint64_t cap = (uint64_t)max_u32(a->n, b->n) + 1;
    IntOut out;
    TRY(int_charge(vm, cap));
    if (a->neg == b_neg) {
        TRY(int_out_full(vm, &out, cap));
        return int_out_finish(vm, &out, big_add(out.p, a->p, a->n, b->p, b->n), b_neg);
    }
    TRY(int_out(vm, &out, cap));
    bool less;
    uint32_t n = big_diff(out.p, a->p, a->n, b->p, b->n, &less);
    return int_out_finish(vm, &out, n, a->neg != less);
}

static Value int_mul_big(Vm *vm, const IntArg *a, const IntArg *b) {
    if (a->n == 0 || b->n == 0) { return int_value(0); }
    IntOut out;
    TRY(int_charge(vm, big_mul_cost(a->n, b->n)));
    TRY(int_out_full(vm, &out, (uint64_t)a->n + b->n));
    Limb stack[INT_STACK];
    Limb *tmp = int_scratch(vm, big_mul_tmp(a->n, b->n), stack, INT_STACK);
    TRY(tmp);
    BigWatch watch = int_watch(vm);
    uint32_t n = big_mul(out.p, a->p, a->n, b->p, b->n, tmp, &watch);
    TRY(!watch.stopped);
    return int_out_finish(vm, &out, n, a->neg != b->neg);
}

static Value int_bitop_big(Vm *vm, BinOp op, const IntArg *a, const IntArg *b) {
    if (op == BIN_OP_AND && !a->neg && !b->neg && (a->n <= 1 || b->n <= 1)) {
        return int_from_u64(vm, a->n && b->n ? a->p[0] & b->p[0] : 0); // a mask on a product
    }
    uint64_t cap = (uint64_t)max_u32(a->n, b->n) + 1;
    IntOut out;
    TRY(int_charge(vm, cap) && int_out(vm, &out, cap));
    BigBitOp which = op == BIN_OP_AND ? BIG_AND : op == BIN_OP_OR ? BIG_OR : BIG_XOR;
    bool neg;
    uint32_t n = big_bitop(which, out.p, a->p, a->n, a->neg, b->p, b->n, b->neg, &neg);
    return int_out_finish(vm, &out, n, neg);
}

// Floor division by one limb.
static Value int_divmod_limb(Vm *vm, BinOp op, const IntArg *a, const IntArg *b) {
    Limb d = b->p[0], rem;
    IntOut q;
    TRY(int_charge(vm, (uint64_t)a->n * 4));
    if (op == BIN_OP_MOD) {
        rem = big_mod_limb(a->p, a->n, d);
        if (rem && a->neg != b->neg) { rem = d - rem; }
        return int_from_u128(vm, rem, 0, b->neg);
    }
    TRY(int_out(vm, &q, (uint64_t)a->n + 1));
    uint32_t n = big_divmod_limb(q.p, a->p, a->n, d, &rem);
    if (rem && a->neg != b->neg) {
        n = big_add_limb(q.p, q.p, n, 1);
        rem = d - rem;
    }
    Value quotient = int_out_finish(vm, &q, n, a->neg != b->neg);
    if (op == BIN_OP_FLOORDIV || quotient == V_RAISED) { return quotient; }
    Value r = int_from_u128(vm, rem, 0, b->neg);
    TRY_VALUE(r);
    return tuple_pack2(vm, quotient, r);
}

static Value int_divmod_big(Vm *vm, BinOp op, const IntArg *a, const IntArg *b) {
    if (b->n == 0) { return int_raise_zero(vm); }
    if (b->n == 1) { return int_divmod_limb(vm, op, a, b); }
    if (op == BIN_OP_MOD && !a->neg && !b->neg && big_cmp(a->p, a->n, b->p, b->n) < 0) {
        return int_from_limbs(vm, a->p, a->n, false); // a sum that did not reach the modulus
    }
    uint32_t n_q = a->n >= b->n ? a->n - b->n + 1 : 0;
    IntOut q, r;
    TRY(int_charge(vm, big_divmod_cost(a->n, b->n)));
    TRY(int_out(vm, &q, (uint64_t)n_q + 1));
    TRY(int_out(vm, &r, b->n));
    Limb stack[2 * INT_STACK];
    Limb *tmp = int_scratch(vm, big_divmod_tmp(a->n, b->n), stack, COUNT_OF(stack));
    TRY(tmp);
    uint32_t n_r;
    BigWatch watch = int_watch(vm);
    n_q = big_divmod(q.p, r.p, &n_r, a->p, a->n, b->p, b->n, tmp, &watch);
    TRY(!watch.stopped);
    if (n_r && a->neg != b->neg) { // towards minus infinity; the remainder has the divisor's sign
        n_q = big_add_limb(q.p, q.p, n_q, 1);
        n_r = big_sub(r.p, b->p, b->n, r.p, n_r);
    }
    if (op == BIN_OP_MOD) { return int_out_finish(vm, &r, n_r, b->neg); }
    Value quotient = int_out_finish(vm, &q, n_q, a->neg != b->neg);
    if (op == BIN_OP_FLOORDIV || quotient == V_RAISED) { return quotient; }
    Value rest = int_out_finish(vm, &r, n_r, b->neg);
    TRY_VALUE(rest);
    return tuple_pack2(vm, quotient, rest);
}

static Value int_true_div_big(Vm *vm, const IntArg *a, const IntArg *b) {
    if (b->n == 0) { return int_raise_zero(vm); }
    // Only the leading limbs of the operands matter, but they are normalised by a division.
    TRY(int_charge(vm, (uint64_t)a->n + b->n));
    Limb stack[2 * INT_STACK];
    Limb *tmp = int_scratch(vm, big_true_div_tmp(a->n, b->n), stack, COUNT_OF(stack));
    TRY(tmp);
    double d = big_true_div(a->p, a->n, b->p, b->n, tmp);
    if (fmath_is_inf(d)) {
        return raise_error(vm, EXC_OverflowError, "integer division result too large for a float");
    }
    return double_value(a->neg != b->neg ? -d : d);
}

static Value int_shift_left(Vm *vm, const IntArg *a, uint64_t bits) {
    IntOut out;
    uint64_t cap = a->n + bits / LIMB_BITS + 1;
    TRY(int_out(vm, &out, cap) && int_charge(vm, cap)); // impossible sizes are a MemoryError
    return int_out_finish(vm, &out, big_shl(out.p, a->p, a->n, bits), a->neg);
}

static Value int_shift_right(Vm *vm, const IntArg *a, uint64_t bits) {
    IntOut out;
    uint64_t dropped = bits / LIMB_BITS;
    if (dropped >= a->n) { return int_value(a->neg ? -1 : 0); }
    uint64_t cap = a->n - dropped + 1;
    TRY(int_charge(vm, cap) && int_out(vm, &out, cap));
    bool lost = false;
    for (uint64_t i = 0; i < dropped && a->neg && !lost; i++) { lost = a->p[i] != 0; }
    bool lost_bits;
    uint32_t n =
        big_shr(out.p, a->p + dropped, a->n - (uint32_t)dropped, bits % LIMB_BITS, &lost_bits);
    if (a->neg && (lost || lost_bits)) { n = big_add_limb(out.p, out.p, n, 1); }
    return int_out_finish(vm, &out, n, a->neg);
}

static Value int_shift_big(Vm *vm, BinOp op, const IntArg *a, const IntArg *b) {
    if (b->neg) { return raise_error(vm, EXC_ValueError, "negative shift count"); }
    if (a->n == 0) { return int_value(0); }
    if (op == BIN_OP_RSHIFT) {
        return int_shift_right(vm, a, b->n > 1 ? UINT64_MAX : b->n ? b->p[0] : 0);
    }
    if (b->n > 1) { return raise_error(vm, EXC_OverflowError, "too many digits in integer"); }
    return int_shift_left(vm, a, b->n ? b->p[0] : 0);
}

// odd ** exp << shift, by squaring from the top bit down. The operands' twos were taken out, so
// powers of ten cost what powers of five do.
static Value int_pow_odd(Vm *vm, const IntArg *odd, uint64_t exp, uint64_t shift, bool neg) {
    uint64_t bits = big_bit_length(odd->p, odd->n);
    if (bits == 1) {
        Limb one = 1;
        return int_shift_left(vm, &(IntArg){.p = &one, .n = 1, .neg = neg}, shift);
    }
    uint64_t cap = exp > UINT64_MAX / bits / 2 ? UINT64_MAX / 2 : (bits * exp) / LIMB_BITS + 2;
    uint64_t total = cap + shift / LIMB_BITS + 1;
    IntOut r, t;
    TRY(int_out(vm, &r, total < cap ? cap : total) && int_out(vm, &t, cap));
    uint32_t half = (uint32_t)(cap / 2 + 1), n = odd->n;
    TRY(int_charge(vm, big_mul_cost(half, half) * 2));
    Limb stack[INT_STACK];
    uint64_t n_tmp = max_u32(big_mul_tmp(half, half), big_mul_tmp((uint32_t)cap, odd->n));
    Limb *tmp = int_scratch(vm, n_tmp, stack, INT_STACK);
    TRY(tmp);
    BigWatch watch = int_watch(vm);
    memcpy(r.p, odd->p, (size_t)n * sizeof(Limb));
    for (uint32_t i = 63 - wide_clz(exp); i-- > 0;) {
        n = big_mul(t.p, r.p, n, r.p, n, tmp, &watch);
        TRY(!watch.stopped);
        if (exp >> i & 1) {
            n = big_mul(r.p, t.p, n, odd->p, odd->n, tmp, &watch);
            TRY(!watch.stopped);
        } else {
            memcpy(r.p, t.p, (size_t)n * sizeof(Limb));
        }
    }
    return int_out_finish(vm, &r, big_shl(r.p, r.p, n, shift), neg);
}

static Value int_pow_big(Vm *vm, const IntArg *a, const IntArg *b, Value av, Value bv) {
    if (b->neg && b->n) {
        double x, y;
        TRY(int_to_double(vm, av, &x) && int_to_double(vm, bv, &y));
        return float_binary(vm, BIN_OP_POW, double_value(x), double_value(y));
    }
    if (b->n == 0) { return int_value(1); }
    if (a->n == 0) { return int_value(0); }
    bool neg = a->neg && (b->p[0] & 1);
    if (a->n == 1 && a->p[0] == 1) { return int_value(neg ? -1 : 1); }
    uint64_t exp = b->p[0], twos = big_trailing_zeros(a->p, a->n);
    if (b->n > 1 || exp > (uint64_t)BIG_MAX_LIMBS * LIMB_BITS) { return int_raise_memory(vm); }
    IntOut odd;
    TRY(int_out(vm, &odd, a->n));
    uint32_t n = big_shr(odd.p, a->p, a->n, twos, NULL);
    return int_pow_odd(vm, &(IntArg){.p = odd.p, .n = n}, exp, twos * exp, neg);
}

static NX_NOINLINE Value int_op_big(Vm *vm, BinOp op, const IntArg *a, const IntArg *b, Value av,
                                    Value bv) {
    switch (op) {
    case BIN_OP_ADD: return int_add_big(vm, a, b, b->neg);
    case BIN_OP_SUB: return int_add_big(vm, a, b, !b->neg);
    case BIN_OP_MUL: return int_mul_big(vm, a, b);
    case BIN_OP_AND:
    case BIN_OP_OR:
    case BIN_OP_XOR: return int_bitop_big(vm, op, a, b);
    case BIN_OP_MOD:
    case BIN_OP_FLOORDIV:
    case BIN_OP_DIVMOD: return int_divmod_big(vm, op, a, b);
    case BIN_OP_DIV: return int_true_div_big(vm, a, b);
    case BIN_OP_LSHIFT:
    case BIN_OP_RSHIFT: return int_shift_big(vm, op, a, b);
    case BIN_OP_POW: return int_pow_big(vm, a, b, av, bv);
    default: return V_NOTIMPL;
    }
}

// As a machine integer, if both fit; else what int_op_limb and int_op_big make of them.
static Value int_op_args(Vm *vm, BinOp op, Value a, Value b) {
    IntArg p, q;
    int_arg(vm, a, &p);
    int_arg(vm, b, &q);
    if (p.n <= 1 && q.n <= 1) {
        uint64_t x = p.n ? p.p[0] : 0, y = q.n ? q.p[0] : 0;
        if (((x | y) >> 63) == 0) {
            Value v = int_op_i64(vm, op, p.neg ? -(int64_t)x : (int64_t)x,
                                 q.neg ? -(int64_t)y : (int64_t)y);
            if (NX_LIKELY(v != V_UNBOUND)) { return v; }
        }
        Value v = int_op_limb(vm, op, &p, &q);
        if (NX_LIKELY(v != V_UNBOUND)) { return v; }
    }
    return int_op_big(vm, op, &p, &q, a, b);
}

Value int_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (both_ints(a, b)) {
        Value v = int_op_i64(vm, op, int_of(a), int_of(b));
        return NX_LIKELY(v != V_UNBOUND) ? v : int_op_args(vm, op, a, b);
    }
    if (!isinstance_int(vm, a) || !isinstance_int(vm, b)) { return V_NOTIMPL; }
    if (NX_UNLIKELY(is_bool(a) && is_bool(b)) &&
        (op == BIN_OP_AND || op == BIN_OP_OR || op == BIN_OP_XOR)) {
        // The bits that differ between two bools are those of a Value too.
        return op == BIN_OP_AND ? a & b : op == BIN_OP_OR ? a | b : V_FALSE | (a ^ b);
    }
    return int_op_args(vm, op, a, b);
}

Value int_unary(Vm *vm, UnOp op, Value v) {
    int64_t x;
    if (int_to_i64(vm, v, &x) && x != INT64_MIN) {
        switch (op) {
        case UN_OP_NEG: return int_from_i64(vm, -x);
        case UN_OP_INVERT: return int_from_i64(vm, ~x);
        case UN_OP_ABS: return x < 0 ? int_from_i64(vm, -x) : int_plain(vm, v);
        default: return int_plain(vm, v);
        }
    }
    IntArg a;
    int_arg(vm, v, &a);
    TRY(int_charge(vm, a.n));
    switch (op) {
    case UN_OP_NEG: return int_from_limbs(vm, a.p, a.n, !a.neg);
    case UN_OP_ABS: return a.neg ? int_from_limbs(vm, a.p, a.n, false) : int_plain(vm, v);
    case UN_OP_INVERT: {
        Limb one = 1; // ~x == -x - 1
        return int_add_big(vm, &(IntArg){.p = a.p, .n = a.n, .neg = !a.neg},
                           &(IntArg){.p = &one, .n = 1}, true);
    }
    default: return int_plain(vm, v);
    }
}
