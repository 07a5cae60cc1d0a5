// hash.c: see hash.h. Bytes are hashed by folded products: two words are multiplied to 128 bits and
// the halves combined by exclusive or, as in the wyhash family. The words themselves go into the
// result too, so that a word that happens to make a factor zero does not wipe out the other.
#include "base/hash.h"

#include "base/wide.h"

// Arbitrary odd constants with as many ones as zeros: the fractional parts of the square roots of
// 2, 3 and 5 in binary, lowest bit set.
#define HASH_K0 0x6A09E667F3BCC909ull
#define HASH_K1 0xBB67AE8584CAA73Bull
#define HASH_K2 0x3C6EF372FE94F82Bull

static inline uint64_t hash_mix2(uint64_t a, uint64_t b) {
    uint64_t hi, lo = wide_mul(a, b, &hi);
    return (a ^ lo) ^ (b ^ hi);
}

// Little-endian by decree; the targets are, so this is a plain load.
static inline uint64_t hash_load8(const uint8_t *p) {
    uint64_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

static inline uint64_t hash_load4(const uint8_t *p) {
    uint32_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

int64_t hash_bytes(const void *bytes, size_t len) {
    const uint8_t *s = bytes;
    uint64_t h = (uint64_t)len * HASH_K2;
    uint64_t a, b;
    if (len <= 16) {
        if (len >= 8) {
            a = hash_load8(s);
            b = hash_load8(s + len - 8);
        } else if (len >= 4) {
            a = hash_load4(s);
            b = hash_load4(s + len - 4);
        } else if (len > 0) {
            a = (uint64_t)s[0] << 16 | (uint64_t)s[len >> 1] << 8 | s[len - 1];
            b = 0;
        } else {
            return 0;
        }
    } else {
        size_t i = 0;
        for (; len - i > 16; i += 16) {
            h = hash_mix2(hash_load8(s + i) ^ HASH_K0, hash_load8(s + i + 8) ^ h);
        }
        a = hash_load8(s + len - 16);
        b = hash_load8(s + len - 8);
    }
    h = hash_mix2(a ^ HASH_K1, b ^ h);
    return hash_fix(hash_mix2(h ^ HASH_K0, HASH_K2));
}

// x * 2^n modulo 2^61 - 1 for x below the modulus and 0 <= n < 61: a rotation of 61 bits.
static inline uint64_t hash_rotate(uint64_t x, uint32_t n) {
    return (x << n & HASH_MODULUS) | x >> (61 - n);
}

int64_t hash_double(double d) {
    uint64_t bits = double_bits(d);
    uint64_t m = bits & ((1ull << 52) - 1);
    int32_t e = (int32_t)(bits >> 52 & 0x7FF);
    bool negative = bits >> 63 != 0;
    if (e == 0x7FF) { return negative ? -HASH_INF : HASH_INF; }
    if (e == 0) {
        e = 1;
    } else {
        m |= 1ull << 52;
    }
    // The value is m * 2^(e - 1075), and 2^61 = 1; 1098 is a multiple of 61 above 1075.
    uint64_t x = hash_rotate(m, (uint32_t)(e - 1075 + 1098) % 61);
    return hash_fix(negative ? 0 - x : x);
}

int64_t hash_limbs(const uint64_t *limbs, uint32_t n, bool negative) {
    uint64_t x = 0;
    while (n > 0) {
        uint64_t limb = limbs[--n];
        // x * 2^64 + limb; x stays below the modulus.
        x = hash_rotate(x, 3) + (limb & HASH_MODULUS) + (limb >> 61);
        if (x >= HASH_MODULUS) { x -= HASH_MODULUS; }
        if (x >= HASH_MODULUS) { x -= HASH_MODULUS; }
    }
    return hash_fix(negative ? 0 - x : x);
}
