// bigint_text.c: numbers to and from digits. Bases that are powers of two are linear. For the
// others the unit is a chunk, as many digits as fit a limb (19 in base 10); "chunk base" is base to
// that power. Short numbers are converted chunk by chunk, in quadratic time; longer ones by
// halving: the chunk base is squared again and again, and a number is split by, or put together
// with, the largest of these powers that fits (Knuth, The Art of Computer Programming, volume
// 2, 4.4).
#include "base/bigint_inner.h"
#include "base/digits.h"

enum {
    BIG_TEXT_SHORT = 24,    // limbs: up to here to_text is quadratic (measured)
    BIG_TEXT_MAX_LEVEL = 28 // squarings that stay below BIG_MAX_LIMBS
};

enum {
    BIG_PARSE_SHORT = 128, // chunks: up to here from_text is quadratic,
    BIG_PARSE_BLOCK = 48   // and beyond, this is what it begins with (both measured)
};

// Digits per chunk: the greatest power of the base below 2^64.
static const uint8_t big_chunk_digits[37] = {0,  0,  63, 40, 31, 27, 24, 22, 21, 20, 19, 18, 17,
                                             17, 16, 16, 15, 15, 15, 15, 14, 14, 14, 14, 13, 13,
                                             13, 13, 13, 13, 13, 12, 12, 12, 12, 12, 12};

// 2^32 / log2(base), rounded up: how many digits a bit can need.
static const uint32_t big_digits_per_bit[37] = {
    0,          0,          UINT32_MAX, 2709822658, 2147483648, 1849741733, 1661520156, 1529898220,
    1431655766, 1354911329, 1292913987, 1241523976, 1198050830, 1160664036, 1128071164, 1099331346,
    1073741824, 1050766078, 1029986702, 1011073585, 993761859,  977836273,  963119892,  949465784,
    936750802,  924870867,  913737343,  903274220,  893415895,  884105414,  875293063,  866935226,
    858993460,  851433730,  844225783,  837342624,  830760078};

static inline bool big_is_power_base(uint32_t base) { return (base & (base - 1)) == 0; }

static Limb big_chunk_base(uint32_t base) {
    if (base == 10) { return DIGITS_TEN_19; }
    Limb p = 1;
    for (uint32_t i = big_chunk_digits[base]; i > 0; i--) { p *= base; }
    return p;
}

static inline char big_digit_char(uint32_t digit) {
    return "0123456789abcdefghijklmnopqrstuvwxyz"[digit];
}

// --- To text ------------------------------------------------------------------------------------

typedef struct BigTextPlan {
    uint32_t base, digits; // digits per chunk
    Limb chunk;            // the chunk base
    uint32_t n_levels;
    uint32_t n_power[BIG_TEXT_MAX_LEVEL];
    const Limb *power[BIG_TEXT_MAX_LEVEL]; // chunk base to the power 2^level
} BigTextPlan;

size_t big_to_text_size(const Limb *a, uint32_t n, uint32_t base) {
    uint64_t bits = big_bit_length(a, n);
    if (bits == 0) { return 1; }
    if (big_is_power_base(base)) {
        uint32_t width = wide_ctz(base);
        return (size_t)((bits + width - 1) / width);
    }
    return (size_t)((bits * big_digits_per_bit[base] >> 32) + 1);
}

static size_t big_text_power_base(char *out, const Limb *a, uint32_t n, uint32_t base) {
    uint32_t width = wide_ctz(base);
    size_t len = big_to_text_size(a, n, base);
    for (size_t i = 0; i < len; i++) {
        uint64_t bit = (uint64_t)i * width;
        uint32_t at = (uint32_t)(bit / LIMB_BITS), shift = (uint32_t)(bit % LIMB_BITS);
        Limb x = at < n ? a[at] >> shift : 0;
        if (shift + width > LIMB_BITS && at + 1 < n) { x |= a[at + 1] << (LIMB_BITS - shift); }
        out[len - 1 - i] = big_digit_char((uint32_t)x & (base - 1));
    }
    return len;
}

// A chunk with leading zeros to its full width.
static void big_text_chunk(char *out, Limb x, const BigTextPlan *plan) {
    if (plan->base == 10) {
        digits_write19(out, x);
        return;
    }
    for (uint32_t i = plan->digits; i-- > 0;) {
        out[i] = big_digit_char((uint32_t)(x % plan->base));
        x /= plan->base;
    }
}

// a[0..n), n <= BIG_TEXT_SHORT; `width` digits with leading zeros, or as few as it needs when width
// is 0. Two chunks are split off in one pass over the limbs: the two chains of divisions depend on
// each other only limb by limb, so the processor runs them side by side.
static size_t big_text_short(char *out, const Limb *a, uint32_t n, size_t width,
                             const BigTextPlan *plan) {
    Limb x[BIG_TEXT_SHORT], chunks[BIG_TEXT_SHORT + 4];
    uint32_t n_chunks = 0, shift = wide_clz(plan->chunk);
    Limb d = plan->chunk << shift, v = wide_reciprocal(d);
    big_copy(x, a, n);
    while (n > 0) {
        Limb rem1 = 0, rem2 = 0;
        for (uint32_t i = n; i-- > 0;) {
            // (rem, limb) is shifted so that the divisor has its top bit set.
            Limb hi = shift ? rem1 << shift | x[i] >> (LIMB_BITS - shift) : rem1;
            Limb q = wide_div(hi, x[i] << shift, d, v, &rem1);
            rem1 >>= shift;
            hi = shift ? rem2 << shift | q >> (LIMB_BITS - shift) : rem2;
            x[i] = wide_div(hi, q << shift, d, v, &rem2);
            rem2 >>= shift;
        }
        chunks[n_chunks++] = rem1;
        chunks[n_chunks++] = rem2;
        n = big_norm(x, n);
    }
    while (n_chunks > 0 && chunks[n_chunks - 1] == 0) { n_chunks--; }
    char *p = out;
    if (width) {
        size_t zeros = width - (size_t)n_chunks * plan->digits;
        memset(p, '0', zeros);
        p += zeros;
    } else if (n_chunks > 0) {
        char first[LIMB_BITS] = {0};
        big_text_chunk(first, chunks[--n_chunks], plan);
        uint32_t skip = 0;
        while (first[skip] == '0') { skip++; }
        memcpy(p, first + skip, plan->digits - skip);
        p += plan->digits - skip;
    }
    while (n_chunks > 0) {
        big_text_chunk(p, chunks[--n_chunks], plan);
        p += plan->digits;
    }
    return (size_t)(p - out);
}

// Any number below chunk base to the power 2^level; `pad` asks for all its digits.
static size_t big_text_split(char *out, const Limb *a, uint32_t n, uint32_t level, bool pad,
                             const BigTextPlan *plan, Limb *tmp, BigWatch *watch) {
    size_t width = (size_t)plan->digits << level;
    if (n <= BIG_TEXT_SHORT) { return big_text_short(out, a, n, pad ? width : 0, plan); }
    level--;
    uint32_t np = plan->n_power[level], nr;
    if (big_cmp(a, n, plan->power[level], np) < 0) {
        size_t zeros = pad ? width / 2 : 0;
        memset(out, '0', zeros);
        return zeros + big_text_split(out + zeros, a, n, level, pad, plan, tmp, watch);
    }
    Limb *q = tmp, *r = q + (n - np + 1);
    tmp = r + np;
    uint32_t nq = big_divmod(q, r, &nr, a, n, plan->power[level], np, tmp, watch);
    if (big_stopped(watch)) { return 0; }
    size_t len = big_text_split(out, q, nq, level, pad, plan, tmp, watch);
    if (big_stopped(watch)) { return 0; }
    return len + big_text_split(out + len, r, nr, level, true, plan, tmp, watch);
}

size_t big_to_text(char *out, const Limb *a, uint32_t n, uint32_t base, Limb *tmp,
                   BigWatch *watch) {
    if (n == 0) {
        out[0] = '0';
        return 1;
    }
    if (big_is_power_base(base)) { return big_text_power_base(out, a, n, base); }
    if (base == 10 && n == 1) { return digits_write(out, a[0]); }
    BigTextPlan plan;
    plan.base = base;
    plan.digits = big_chunk_digits[base];
    plan.chunk = big_chunk_base(base);
    if (n <= BIG_TEXT_SHORT) { return big_text_short(out, a, n, 0, &plan); }
    // Square until the next square would be longer than the number: then a is below it.
    uint32_t level = 0;
    tmp[0] = plan.chunk;
    plan.power[0] = tmp;
    plan.n_power[0] = 1;
    tmp++;
    while (2 * plan.n_power[level] - 1 <= n) {
        uint32_t np = plan.n_power[level];
        const Limb *p = plan.power[level++];
        plan.n_power[level] = big_mul(tmp, p, np, p, np, tmp + 2 * np, watch);
        if (big_stopped(watch)) { return 0; }
        plan.power[level] = tmp;
        tmp += 2 * np;
    }
    return big_text_split(out, a, n, level + 1, false, &plan, tmp, watch);
}

uint32_t big_to_text_tmp(uint32_t n, uint32_t base) {
    if (n <= BIG_TEXT_SHORT || big_is_power_base(base)) { return 0; }
    // The powers, each at most twice as long as the one before and the last no longer than n + 1:
    // 4n. What the recursion holds halves from level to level: 3n. The division: see bigint_div.c.
    return 13 * n + 600;
}

uint64_t big_to_text_cost(uint32_t n, uint32_t base) {
    if (big_is_power_base(base)) { return 64ull * n / wide_ctz(base) + 10; }
    uint64_t cost = 20ull * n + 20, parts = 1;
    uint32_t part = n;
    for (; part > BIG_TEXT_SHORT; part = (part + 1) / 2, parts *= 2) {
        cost +=
            parts * (big_divmod_cost(part, part / 2) + big_mul_cost(part / 4 + 1, part / 4 + 1));
    }
    return cost + parts * part * part * 3;
}

// --- From text ----------------------------------------------------------------------------------

uint32_t big_from_text_cap(size_t len, uint32_t base) {
    return (uint32_t)(len / big_chunk_digits[base] + 2);
}

uint32_t big_from_text_tmp(size_t len, uint32_t base) {
    uint32_t n = big_from_text_cap(len, base);
    return n <= BIG_PARSE_SHORT || big_is_power_base(base) ? 0 : 6 * n + 300;
}

uint64_t big_from_text_cost(size_t len, uint32_t base) {
    uint32_t n = big_from_text_cap(len, base);
    if (big_is_power_base(base)) { return len + n; }
    uint32_t block = n <= BIG_PARSE_SHORT ? n : BIG_PARSE_BLOCK;
    uint64_t cost = len + (uint64_t)n * block / 2;
    for (; block < n; block *= 2) {
        cost += (n / block / 2 + 1) * big_mul_cost(block, block) + big_mul_cost(block, block);
    }
    return cost;
}

static inline uint32_t big_digit_value(char c) {
    if (c <= '9') { return (uint32_t)(c - '0'); }
    return (uint32_t)((c | 0x20) - 'a') + 10;
}

// Takes the next `count` digits from *text, skipping underscores.
static Limb big_parse_chunk(const char **text, uint32_t count, uint32_t base, bool plain) {
    const char *s = *text;
    Limb x = 0;
    if (plain && base == 10) {
        for (; count >= 8; count -= 8, s += 8) {
            x = x * 100000000 + digits_value8(digits_load8(s));
        }
    }
    while (count > 0) {
        char c = *s++;
        if (c == '_') { continue; }
        x = x * base + big_digit_value(c);
        count--;
    }
    *text = s;
    return x;
}

static uint32_t big_parse_power_base(Limb *r, const char *digits, size_t len, uint32_t base) {
    uint32_t width = wide_ctz(base), n = 0, filled = 0;
    Limb limb = 0;
    while (len-- > 0) {
        if (digits[len] == '_') { continue; }
        Limb digit = big_digit_value(digits[len]);
        limb |= digit << filled;
        filled += width;
        if (filled >= LIMB_BITS) {
            r[n++] = limb;
            filled -= LIMB_BITS;
            limb = filled ? digit >> (width - filled) : 0;
        }
    }
    if (filled) { r[n++] = limb; }
    return big_norm(r, n);
}

// Turns `count` chunks, the highest first, into limbs in place: after i of them the number made of
// these lies in the i limbs they came from.
static void big_parse_block(Limb *block, uint32_t count, Limb chunk) {
    for (uint32_t i = 1; i < count; i++) {
        Limb next = block[i];
        block[i] = big_mul1_raw(block, block, i, chunk, next);
    }
}

// Joins a higher block of `nh` limbs and the one of `size` limbs behind it: high * power + low.
static void big_parse_join(Limb *high, uint32_t nh, uint32_t size, const Limb *power, uint32_t np,
                           Limb *tmp, BigWatch *watch) {
    uint32_t used = big_norm(high, nh);
    const Limb *low = high + nh;
    if (used == 0) {
        memmove(high, low, (size_t)size * sizeof(Limb));
        big_zero(high + size, nh);
        return;
    }
    big_mul_raw(tmp, high, used, power, np, tmp + used + np, watch);
    if (big_stopped(watch)) { return; }
    (void)big_add_raw(tmp, tmp, used + np, low, big_norm(low, size)); // low < power: it fits
    big_copy(high, tmp, used + np);
    big_zero(high + used + np, nh + size - used - np);
}

uint32_t big_from_text(Limb *r, const char *digits, size_t len, uint32_t base, Limb *tmp,
                       BigWatch *watch) {
    if (big_is_power_base(base)) { return big_parse_power_base(r, digits, len, base); }
    size_t n_digits = len;
    bool plain = len == 0 || !memchr(digits, '_', len);
    for (size_t i = 0; !plain && i < len; i++) { n_digits -= digits[i] == '_'; }
    uint32_t per_chunk = big_chunk_digits[base];
    uint32_t n = (uint32_t)((n_digits + per_chunk - 1) / per_chunk);
    Limb chunk = big_chunk_base(base);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t odd = i == 0 ? (uint32_t)(n_digits % per_chunk) : 0;
        r[i] = big_parse_chunk(&digits, odd ? odd : per_chunk, base, plain);
    }
    if (n <= BIG_PARSE_SHORT) {
        big_parse_block(r, n, chunk);
        return big_norm(r, n);
    }
    // Blocks of equal size but for the first, which is no longer than the others. Pairs are joined
    // from the low end, where the powers fit, until one block is left.
    uint32_t size = BIG_PARSE_BLOCK, first = (n - 1) % size + 1;
    big_parse_block(r, first, chunk);
    for (uint32_t at = first; at < n; at += size) { big_parse_block(r + at, size, chunk); }
    Limb *power = tmp, *spare = tmp + n + 1;
    tmp = spare + n + 1;
    power[0] = 1;
    uint32_t np = 1;
    for (uint32_t i = 0; i < size; i++) { np = big_mul_limb(power, power, np, chunk, 0); }
    for (;;) {
        uint32_t full = (n - first) / size, at = n;
        for (; full >= 2; full -= 2, at -= 2 * size) {
            big_parse_join(r + at - 2 * size, size, size, power, np, tmp, watch);
            if (big_stopped(watch)) { return 0; }
        }
        if (full == 1) {
            big_parse_join(r, first, size, power, np, tmp, watch);
            if (big_stopped(watch)) { return 0; }
            first += size;
        }
        if (first == n) { break; }
        size *= 2;
        np = big_mul(tmp, power, np, power, np, tmp + 2 * np, watch);
        if (big_stopped(watch)) { return 0; }
        big_copy(spare, tmp, np);
        Limb *p = power;
        power = spare;
        spare = p;
    }
    return big_norm(r, n);
}
