// hash.h: the hashes a guest can see. Numeric and tuple hashes are CPython's to the bit, because
// hash(1) == hash(1.0) == hash(Fraction(1)) is part of the language and programs print them. The
// hash of bytes is our own, fixed, and the same on every platform: a snapshot taken on one
// continues on another with its hash tables as they are.
//
// No function here returns -1, which CPython reserves for "error".
#ifndef NX_BASE_HASH_H
#define NX_BASE_HASH_H

#include "base/base.h"

#define HASH_MODULUS ((1ull << 61) - 1) // sys.hash_info.modulus
#define HASH_INF     314159             // sys.hash_info.inf
#define HASH_IMAG    1000003            // sys.hash_info.imag: hash(complex) = re + HASH_IMAG * im

// -1 becomes -2, as in CPython.
static inline int64_t hash_fix(uint64_t h) { return h == UINT64_MAX ? -2 : (int64_t)h; }

// Hash of a byte string: str (its UTF-8), bytes, identifiers. The empty string hashes to 0.
NX_INTERNAL int64_t hash_bytes(const void *bytes, size_t len);

// hash(float); d must not be NaN (CPython hashes a NaN by identity: the caller's matter).
NX_INTERNAL int64_t hash_double(double d);

// hash(int) of sign and magnitude; n may be 0.
NX_INTERNAL int64_t hash_limbs(const uint64_t *limbs, uint32_t n, bool negative);

// hash(int) of a machine integer.
static inline int64_t hash_i64(int64_t v) {
    uint64_t m = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    m = (m & HASH_MODULUS) + (m >> 61);
    if (m >= HASH_MODULUS) { m -= HASH_MODULUS; }
    return hash_fix(v < 0 ? 0 - m : m);
}

// hash(tuple) from the hashes of the items: a form of xxHash64's lanes (CPython's tuplehash).
#define HASH_TUPLE_INIT 2870177450012600261ull

static inline uint64_t hash_tuple_add(uint64_t acc, int64_t item_hash) {
    acc += (uint64_t)item_hash * 14029467366897019727ull;
    acc = acc << 31 | acc >> 33;
    return acc * 11400714785074694791ull;
}
static inline int64_t hash_tuple_finish(uint64_t acc, size_t n_items) {
    acc += (uint64_t)n_items ^ (HASH_TUPLE_INIT ^ 3527539ull);
    return acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
}

// Spreads a weak key (an address, a small integer) over all 64 bits; a bijection.
static inline uint64_t hash_mix(uint64_t x) {
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ull;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ull;
    return x ^ x >> 32;
}

#endif
