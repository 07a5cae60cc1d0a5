// int_pow_mod.c: pow(a, b, m) and modular inverses. Moduli of one limb are done with 128-bit
// products; longer ones by the Montgomery or division steps of base/bigint_pow.c, charged slice by
// slice.
#include "base/wide.h"
#include "object/int.h"

// ---- one limb ----------------------------------------------------------------------------------

typedef struct ModLimb { // a modulus, shifted so that its highest bit is set
    uint64_t d, reciprocal;
    uint32_t shift;
} ModLimb;

static uint64_t mod_limb_mul(const ModLimb *m, uint64_t a, uint64_t b) {
    uint64_t hi, lo = wide_mul(a, b, &hi), rem;
    if (m->shift) {
        hi = hi << m->shift | lo >> (64 - m->shift);
        lo <<= m->shift;
    }
    (void)wide_div(hi, lo, m->d, m->reciprocal, &rem);
    return rem >> m->shift;
}

// base < m, m > 1.
static uint64_t mod_limb_pow(uint64_t base, const IntArg *exp, uint64_t m) {
    ModLimb mod = {.shift = wide_clz(m)};
    mod.d = m << mod.shift;
    mod.reciprocal = wide_reciprocal(mod.d);
    uint64_t r = 1;
    for (uint64_t i = big_bit_length(exp->p, exp->n); i-- > 0;) {
        r = mod_limb_mul(&mod, r, r);
        if (exp->p[i / 64] >> (i % 64) & 1) { r = mod_limb_mul(&mod, r, base); }
    }
    return r;
}

// ---- inverses ----------------------------------------------------------------------------------

// Euclid's algorithm on (m, a), with the coefficients of a. Their signs alternate, so magnitudes
// do, and they never exceed m. All arrays have room for `cap` limbs.
typedef struct Inverse {
    Limb *r0, *r1, *q, *rest;     // remainders
    Limb *t0, *t1, *t2, *product; // coefficients
    Limb *tmp;
    uint32_t n_r0, n_r1, n_t0, n_t1;
    bool negative; // sign of t0
} Inverse;

static bool inverse_init(Vm *vm, Inverse *v, const IntArg *a, const IntArg *m) {
    uint64_t cap = (uint64_t)m->n + 2;
    uint32_t n_tmp = max_u32(big_divmod_tmp(m->n, m->n), big_mul_tmp(m->n, m->n));
    Limb *mem = int_scratch(vm, 9 * cap + n_tmp, NULL, 0);
    if (!mem) { return false; }
    Limb **parts[] = {&v->r0, &v->r1, &v->q, &v->rest, &v->t0, &v->t1, &v->t2, &v->product};
    for (uint32_t i = 0; i < COUNT_OF(parts); i++) {
        *parts[i] = mem;
        mem += i + 1 == COUNT_OF(parts) ? 2 * cap : cap;
    }
    v->tmp = mem;
    memcpy(v->r0, m->p, m->n * sizeof(Limb));
    memcpy(v->r1, a->p, a->n * sizeof(Limb));
    v->n_r0 = m->n;
    v->n_r1 = a->n;
    v->n_t0 = 0;
    v->t1[0] = 1;
    v->n_t1 = 1;
    v->negative = true;
    return true;
}

static void inverse_rotate(Limb **a, Limb **b, Limb **c) {
    Limb *first = *a;
    *a = *b;
    *b = *c;
    *c = first;
}

static void inverse_step(Inverse *v, BigWatch *watch) {
    uint32_t n_rest, n_q;
    if (v->n_r0 < v->n_r1) { // only at the start, when a has not been reduced
        n_q = 0;
        memcpy(v->rest, v->r0, v->n_r0 * sizeof(Limb));
        n_rest = v->n_r0;
    } else {
        n_q = big_divmod(v->q, v->rest, &n_rest, v->r0, v->n_r0, v->r1, v->n_r1, v->tmp, watch);
        if (big_stopped(watch)) { return; }
    }
    uint32_t n_product = 0;
    if (n_q) {
        n_product = n_q >= v->n_t1 ? big_mul(v->product, v->q, n_q, v->t1, v->n_t1, v->tmp, watch)
                                   : big_mul(v->product, v->t1, v->n_t1, v->q, n_q, v->tmp, watch);
        if (big_stopped(watch)) { return; }
    }
    uint32_t n_t2 = big_add(v->t2, v->product, n_product, v->t0, v->n_t0);
    inverse_rotate(&v->r0, &v->r1, &v->rest);
    inverse_rotate(&v->t0, &v->t1, &v->t2);
    v->n_r0 = v->n_r1;
    v->n_r1 = n_rest;
    v->n_t0 = v->n_t1;
    v->n_t1 = n_t2;
    v->negative = !v->negative;
}

// 1 / a modulo m, 0 <= a < m, m > 1; an int in the same range.
static Value int_inverse(Vm *vm, Value a, Value m) {
    IntArg x, mod;
    int_arg(vm, a, &x);
    int_arg(vm, m, &mod);
    Inverse v;
    BigWatch watch = int_watch(vm);
    TRY(inverse_init(vm, &v, &x, &mod));
    while (v.n_r1) {
        TRY(native_charge(vm, 1 + v.n_r0 / 4));
        inverse_step(&v, &watch);
        TRY(!watch.stopped);
    }
    if (v.n_r0 != 1 || v.r0[0] != 1) {
        return raise_error(vm, EXC_ValueError, "base is not invertible for the given modulus");
    }
    Value t = int_from_limbs(vm, v.t0, v.n_t0, v.negative);
    TRY_VALUE(t);
    return v.negative ? int_binary(vm, BIN_OP_ADD, t, m) : t;
}

// ---- pow ---------------------------------------------------------------------------------------

static Value int_pow_mod_big(Vm *vm, const IntArg *base, const IntArg *exp, const IntArg *mod) {
    Limb *mem = int_scratch(vm, big_powmod_size(base->n, exp->n, mod->n), NULL, 0);
    TRY(mem && int_charge(vm, big_divmod_cost(max_u32(base->n, mod->n), mod->n)));
    BigPowMod p;
    BigWatch watch = int_watch(vm);
    big_powmod_init(&p, mem, base->p, base->n, exp->p, exp->n, mod->p, mod->n, &watch);
    TRY(!watch.stopped);
    bool done = false;
    while (!done) {
        uint64_t work = 0;
        done = big_powmod_step(&p, mem, 20000, &work, &watch);
        TRY(!watch.stopped && int_charge(vm, work));
    }
    uint32_t n;
    const Limb *r = big_powmod_result(&p, mem, &n);
    return int_from_limbs(vm, r, n, false);
}

Value int_pow_mod(Vm *vm, Value a, Value b, Value m) {
    if (int_is_zero(vm, m)) {
        return raise_error(vm, EXC_ValueError, "pow() 3rd argument cannot be 0");
    }
    Value mod = int_unary(vm, UN_OP_ABS, m);
    TRY_VALUE(mod);
    if (mod == int_value(1)) { return int_value(0); }
    a = int_binary(vm, BIN_OP_MOD, a, mod);
    TRY_VALUE(a);
    if (int_is_negative(vm, b)) {
        a = int_inverse(vm, a, mod);
        TRY_VALUE(a);
        b = int_unary(vm, UN_OP_NEG, b);
        TRY_VALUE(b);
    }
    IntArg base, exp, modulus;
    int_arg(vm, a, &base);
    int_arg(vm, b, &exp);
    int_arg(vm, mod, &modulus);
    Value r;
    if (modulus.n == 1) {
        TRY(native_charge(vm, (uint64_t)exp.n * 16));
        r = int_from_u64(vm, mod_limb_pow(base.n ? base.p[0] : 0, &exp, modulus.p[0]));
    } else {
        r = int_pow_mod_big(vm, &base, &exp, &modulus);
    }
    if (r == V_RAISED || !int_is_negative(vm, m) || int_is_zero(vm, r)) { return r; }
    return int_binary(vm, BIN_OP_ADD, r, m);
}
