// bigint_pow.c: modular powers, greatest common divisors and square roots.
//
// powmod: sliding windows over the exponent (Handbook of Applied Cryptography, 14.85). Residues of
// odd moduli are kept in Montgomery's form (P. Montgomery, "Modular multiplication without trial
// division", 1985), others, and very long ones, are reduced by division.
// gcd: Lehmer's method, with the condition of T. Jebelean for when the leading words tell the true
// quotients ("A double-digit Lehmer-Euclid algorithm", 1995).
// isqrt: Newton's step with twice the precision each time, as math.isqrt of CPython describes it.
#include "base/bigint_inner.h"

#include <math.h>

// --- Modular powers -----------------------------------------------------------------------------

enum { BIG_POW_TABLE, BIG_POW_LOOP, BIG_POW_DONE }; // BigPowMod.stage

enum {
    BIG_MONTGOMERY_MAX = 200
}; // measured: beyond, division is faster than the quadratic reduction

// Offsets in mem: the modulus, the exponent, the accumulator, the square of the base, the table of
// odd powers, a product, and scratch.
static inline Limb *big_pow_exp(const BigPowMod *p, Limb *mem) { return mem + p->n_mod; }
static inline Limb *big_pow_acc(const BigPowMod *p, Limb *mem) {
    return big_pow_exp(p, mem) + p->n_exp;
}
static inline Limb *big_pow_square(const BigPowMod *p, Limb *mem) {
    return big_pow_acc(p, mem) + p->n_mod;
}
static inline Limb *big_pow_entry(const BigPowMod *p, Limb *mem, uint32_t i) {
    return big_pow_square(p, mem) + p->n_mod * (i + 1);
}
static inline Limb *big_pow_product(const BigPowMod *p, Limb *mem) {
    return big_pow_entry(p, mem, 1u << (p->window - 1));
}

// Window bits for an exponent of so many bits: as many as pay for the table.
static uint32_t big_pow_window(uint64_t bits) {
    return bits < 8 ? 1 : bits < 25 ? 2 : bits < 81 ? 3 : bits < 241 ? 4 : bits < 673 ? 5 : 6;
}

uint32_t big_powmod_size(uint32_t n_base, uint32_t n_exp, uint32_t n_mod) {
    uint32_t table = 1u << (big_pow_window((uint64_t)n_exp * LIMB_BITS) - 1);
    uint32_t most = max_u32(n_base, 2 * n_mod) + 1; // longest dividend
    uint32_t divide =
        2 * most + max_u32(big_divmod_tmp(n_base, n_mod), big_divmod_tmp(2 * n_mod, n_mod));
    return n_mod * (5 + table) + n_exp + max_u32(divide, big_mul_tmp(n_mod, n_mod));
}

// r[0..n_mod) = a[0..n) mod the modulus.
static void big_pow_reduce(const BigPowMod *p, Limb *mem, Limb *r, const Limb *a, uint32_t n,
                           Limb *tmp, BigWatch *watch) {
    uint32_t n_rem;
    n = big_norm(a, n);
    Limb *q = tmp;
    (void)big_divmod(q, r, &n_rem, a, n, mem, p->n_mod, q + n + 1, watch);
    big_zero(r + n_rem, p->n_mod - n_rem);
}

// Montgomery's reduction: r = t / 2^(64 n) mod the modulus for t[0..2n), which is destroyed. Each
// round clears the lowest limb by adding a multiple of the modulus; the cleared limb keeps the
// carry.
static void big_pow_redc(const BigPowMod *p, const Limb *mod, Limb *r, Limb *t) {
    uint32_t n = p->n_mod;
    for (uint32_t i = 0; i < n; i++) { t[i] = big_addmul1_raw(t + i, mod, n, t[i] * p->inverse); }
    if (big_add_raw(r, t + n, n, t, n) || big_cmp_raw(r, mod, n) >= 0) {
        big_sub_raw(r, r, n, mod, n);
    }
}

static void big_pow_mul(const BigPowMod *p, Limb *mem, Limb *r, const Limb *x, const Limb *y,
                        uint64_t *work, BigWatch *watch) {
    uint32_t n = p->n_mod;
    Limb *product = big_pow_product(p, mem), *tmp = product + 2 * n;
    big_mul_raw(product, x, n, y, n, tmp, watch);
    if (big_stopped(watch)) { return; }
    *work += big_mul_cost(n, n) + 8;
    if (p->montgomery) {
        big_pow_redc(p, mem, r, product);
        *work += (uint64_t)n * n;
    } else {
        big_pow_reduce(p, mem, r, product, 2 * n, tmp, watch);
        *work += big_divmod_cost(2 * n, n);
    }
}

void big_powmod_init(BigPowMod *p, Limb *mem, const Limb *base, uint32_t n_base, const Limb *exp,
                     uint32_t n_exp, const Limb *mod, uint32_t n_mod, BigWatch *watch) {
    memset(p, 0, sizeof *p);
    p->n_mod = n_mod;
    p->n_exp = n_exp;
    p->bit = big_bit_length(exp, n_exp);
    p->window = big_pow_window(p->bit);
    big_copy(mem, mod, n_mod);
    big_copy(big_pow_exp(p, mem), exp, n_exp);
    Limb *acc = big_pow_acc(p, mem), *tmp = big_pow_product(p, mem) + 2 * n_mod;
    if (n_exp == 0 || (n_mod == 1 && mod[0] == 1)) {
        acc[0] = n_mod > 1 || mod[0] != 1;
        p->n_result = (uint32_t)acc[0];
        p->stage = BIG_POW_DONE;
        return;
    }
    Limb *first = big_pow_entry(p, mem, 0);
    big_pow_reduce(p, mem, first, base, n_base, tmp, watch);
    p->montgomery = (mod[0] & 1) && n_mod <= BIG_MONTGOMERY_MAX;
    if (p->montgomery) {
        // Newton's iteration for 1 / mod[0]; every odd number is its own inverse modulo 8.
        uint64_t x = mod[0];
        for (int i = 0; i < 5; i++) { x *= 2 - mod[0] * x; }
        p->inverse = 0 - x;
        Limb *shifted = big_pow_product(p, mem);
        big_zero(shifted, n_mod);
        big_copy(shifted + n_mod, first, n_mod);
        big_pow_reduce(p, mem, first, shifted, 2 * n_mod, tmp, watch);
    }
    p->table_at = 1;
}

// Takes the next window off the exponent: squarings, then a multiplication by an odd power.
static void big_pow_next(BigPowMod *p, Limb *mem) {
    const Limb *exp = big_pow_exp(p, mem);
    uint64_t top = p->bit - 1;
    if (!(exp[top / LIMB_BITS] >> (top % LIMB_BITS) & 1)) {
        p->squares = 1;
        p->bit = top;
        return;
    }
    uint32_t len = 0, value = 0, used = 0; // bits looked at; their value; those up to the last one
    while (len < p->window && len <= top) {
        uint64_t at = top - len;
        value = value << 1 | (uint32_t)(exp[at / LIMB_BITS] >> (at % LIMB_BITS) & 1);
        len++;
        if (value & 1) { used = len; }
    }
    value >>= len - used;
    p->bit -= used;
    p->squares = used;
    p->pending = value / 2 + 1;
    if (!p->started) {
        big_copy(big_pow_acc(p, mem), big_pow_entry(p, mem, value / 2), p->n_mod);
        p->started = 1;
        p->squares = p->pending = 0;
    }
}

// Out of Montgomery's form.
static void big_pow_finish(BigPowMod *p, Limb *mem) {
    Limb *acc = big_pow_acc(p, mem);
    if (p->montgomery) {
        Limb *t = big_pow_product(p, mem);
        big_copy(t, acc, p->n_mod);
        big_zero(t + p->n_mod, p->n_mod);
        big_pow_redc(p, mem, acc, t);
    }
    p->n_result = big_norm(acc, p->n_mod);
    p->stage = BIG_POW_DONE;
}

bool big_powmod_step(BigPowMod *p, Limb *mem, uint64_t budget, uint64_t *work, BigWatch *watch) {
    Limb *acc = big_pow_acc(p, mem), *square = big_pow_square(p, mem);
    while (p->stage == BIG_POW_TABLE) {
        Limb *last = big_pow_entry(p, mem, p->table_at - 1);
        if (p->table_at == 1u << (p->window - 1)) {
            p->stage = BIG_POW_LOOP;
            break;
        }
        if (p->table_at == 1) { big_pow_mul(p, mem, square, last, last, work, watch); }
        big_pow_mul(p, mem, last + p->n_mod, last, square, work, watch);
        p->table_at++;
        if (*work >= budget || big_stopped(watch)) { return false; }
    }
    while (p->stage == BIG_POW_LOOP) {
        if (p->squares) {
            p->squares--;
            big_pow_mul(p, mem, acc, acc, acc, work, watch);
        } else if (p->pending) {
            big_pow_mul(p, mem, acc, acc, big_pow_entry(p, mem, p->pending - 1), work, watch);
            p->pending = 0;
        } else if (p->bit) {
            big_pow_next(p, mem);
            continue;
        } else {
            big_pow_finish(p, mem);
            break;
        }
        if (*work >= budget || big_stopped(watch)) { return false; }
    }
    return true;
}

const Limb *big_powmod_result(const BigPowMod *p, const Limb *mem, uint32_t *n) {
    *n = p->n_result;
    return mem + p->n_mod + p->n_exp;
}

// --- Greatest common divisor --------------------------------------------------------------------

// The binary algorithm (Knuth, The Art of Computer Programming, volume 2, 4.5.2, B).
static Limb big_gcd_limb(Limb a, Limb b) {
    if (a == 0 || b == 0) { return a | b; }
    uint32_t twos = wide_ctz(a | b);
    a >>= wide_ctz(a);
    do {
        b >>= wide_ctz(b);
        if (a > b) {
            Limb x = a;
            a = b;
            b = x;
        }
        b -= a;
    } while (b);
    return a << twos;
}

// Euclid's steps on the leading words x > y of two numbers, for as long as the quotients are surely
// those of the whole numbers. These then become |u[0] a - v[0] b| and |u[1] a - v[1] b|, where *odd
// tells which of the products is the greater. False if no step was made.
static bool big_gcd_steps(uint64_t x, uint64_t y, uint64_t u[2], uint64_t v[2], bool *odd) {
    u[0] = v[1] = 1;
    u[1] = v[0] = 0;
    *odd = false;
    while (y != 0) {
        uint64_t q = x / y, r = x - q * y;
        if (q >> 32) { break; }
        uint64_t nu = u[0] + q * u[1], nv = v[0] + q * v[1];
        if (r < nv || y - r < nv + v[1]) { break; }
        u[0] = u[1];
        u[1] = nu;
        v[0] = v[1];
        v[1] = nv;
        x = y;
        y = r;
        *odd = !*odd;
    }
    return v[0] != 0;
}

// r = p a - q b over n limbs; p, q < 2^33 and the result is not negative.
static void big_gcd_combine(Limb *r, const Limb *a, uint64_t p, const Limb *b, uint64_t q,
                            uint32_t n) {
    Limb plus = 0, minus = 0, borrow = 0;
    for (uint32_t i = 0; i < n; i++) {
        Limb lo_plus = wide_mul_add2(a[i], p, plus, 0, &plus);
        Limb lo_minus = wide_mul_add2(b[i], q, minus, 0, &minus);
        r[i] = wide_sub(lo_plus, lo_minus, &borrow);
    }
}

// The 64 bits of y that stand where x, of n limbs, has its leading 64.
static uint64_t big_gcd_lead(const Limb *y, uint32_t n, uint32_t shift) {
    return shift && n > 1 ? y[n - 1] << shift | y[n - 2] >> (LIMB_BITS - shift) : y[n - 1] << shift;
}

uint32_t big_gcd(Limb *r, const Limb *a, uint32_t na, const Limb *b, uint32_t nb, Limb *tmp,
                 BigWatch *watch) {
    uint32_t cap = max_u32(na, nb) + 1;
    Limb *x = tmp, *y = x + cap, *z = y + cap, *q = z + cap;
    tmp = q + cap;
    bool swap = big_cmp(a, na, b, nb) < 0;
    uint32_t nx = swap ? nb : na, ny = swap ? na : nb;
    big_copy(x, swap ? b : a, nx);
    big_copy(y, swap ? a : b, ny);
    for (uint32_t round = 0; ny > 1; round++) {
        if (NX_UNLIKELY(nx >= BIG_POLL_LIMBS && round % 64 == 0) && big_poll(watch)) { return 0; }
        uint64_t u[2], v[2], y_lead = 0;
        bool odd, lead = nx - ny <= 1;
        uint32_t shift = wide_clz(x[nx - 1]);
        if (lead) {
            y[ny] = 0; // seen as the top limb when y is the shorter one
            y_lead = big_gcd_lead(y, nx, shift);
        }
        if (lead && big_gcd_steps(big_gcd_lead(x, nx, shift), y_lead, u, v, &odd)) {
            if (odd) {
                big_gcd_combine(z, y, v[0], x, u[0], nx);
                big_gcd_combine(q, x, u[1], y, v[1], nx);
            } else {
                big_gcd_combine(z, x, u[0], y, v[0], nx);
                big_gcd_combine(q, y, v[1], x, u[1], nx);
            }
            Limb *old_x = x, *old_y = y;
            x = z;
            y = q;
            z = old_x;
            q = old_y;
            ny = big_norm(y, nx);
            nx = big_norm(x, nx);
        } else {
            uint32_t nz;
            (void)big_divmod(q, z, &nz, x, nx, y, ny, tmp, watch);
            if (big_stopped(watch)) { return 0; }
            Limb *old_x = x;
            x = y;
            nx = ny;
            y = z;
            ny = nz;
            z = old_x;
        }
    }
    if (ny == 1) {
        r[0] = big_gcd_limb(big_mod_limb(x, nx, y[0]), y[0]);
        return 1;
    }
    big_copy(r, x, nx);
    return nx;
}

uint32_t big_gcd_tmp(uint32_t na, uint32_t nb) {
    return 10 * max_u32(na, nb) + 320; // four numbers, and the division
}

uint64_t big_gcd_cost(uint32_t na, uint32_t nb) {
    uint64_t n = min_u32(na, nb);
    return 2 * n * n + 400 * n + 100 + big_divmod_cost(max_u32(na, nb), (uint32_t)n);
}

// --- Square root --------------------------------------------------------------------------------

static uint64_t big_isqrt_limb(uint64_t x) {
    uint64_t r = (uint64_t)sqrt((double)x);
    while (r > 0xFFFFFFFFu || r * r > x) { r--; }
    while (r < 0xFFFFFFFFu && (r + 1) * (r + 1) <= x) { r++; }
    return r;
}

uint32_t big_isqrt(Limb *r, const Limb *a, uint32_t n, Limb *tmp, BigWatch *watch) {
    if (n == 0) { return 0; }
    // d is the number of root bits that are right, but one; c the number wanted.
    uint64_t c = (big_bit_length(a, n) - 1) / 2, d;
    uint32_t s = 0;
    while (c >> s > 31) { s++; }
    d = c >> s;
    Limb *root = tmp, *top = root + (n + 1) / 2 + 2, *q = top + n + 2, *rem = q + n + 2;
    tmp = rem + (n + 1) / 2 + 2;
    uint32_t n_top = big_shr(top, a, n, 2 * (c - d), NULL), n_root = 1, nq, n_rem;
    root[0] = big_isqrt_limb(n_top ? top[0] : 0);
    while (s > 0) {
        uint64_t e = d;
        d = c >> --s;
        n_top = big_shr(top, a, n, 2 * c - e - d + 1, NULL);
        nq = big_divmod(q, rem, &n_rem, top, n_top, root, n_root, tmp, watch);
        if (big_stopped(watch)) { return 0; }
        n_root = big_shl(root, root, n_root, d - e - 1);
        n_root = big_add(root, root, n_root, q, nq);
    }
    // The root may be one too great.
    uint32_t n_square = big_mul(top, root, n_root, root, n_root, tmp, watch);
    if (big_stopped(watch)) { return 0; }
    if (big_cmp(top, n_square, a, n) > 0) {
        const Limb one = 1;
        n_root = big_sub(root, root, n_root, &one, 1);
    }
    big_copy(r, root, n_root);
    return n_root;
}

uint32_t big_isqrt_tmp(uint32_t n) { return 10 * n + 320; }

uint64_t big_isqrt_cost(uint32_t n) {
    return big_divmod_cost(3 * n / 4 + 2, n / 4 + 1) + big_mul_cost(n / 2 + 1, n / 2 + 1) +
           10ull * n + 100;
}
