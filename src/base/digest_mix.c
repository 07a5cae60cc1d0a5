// digest_mix.c: the mixing functions of MD5 (RFC 1321), Keccak (FIPS 202 §3) and BLAKE2 (RFC 7693
// §3.2). Padding and lengths are digest.c's.
#include "base/digest.h"

// ---- MD5 ---------------------------------------------------------------------------------------

// floor(2^32 * |sin(i + 1)|)
static const uint32_t md5_t[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

void md5_block(uint32_t *h, const uint8_t *p) {
    static const uint8_t turns[16] = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
    uint32_t x[16], a = h[0], b = h[1], c = h[2], d = h[3];
    for (uint32_t i = 0; i < 16; i++) { x[i] = digest_le32(p + 4 * i); }
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t f, k;
        switch (i / 16) {
        case 0: f = (b & c) | (~b & d), k = i; break;
        case 1: f = (d & b) | (~d & c), k = 5 * i + 1; break;
        case 2: f = b ^ c ^ d, k = 3 * i + 5; break;
        default: f = c ^ (b | ~d), k = 7 * i; break;
        }
        uint32_t t = a + f + md5_t[i] + x[k % 16];
        a = d, d = c, c = b;
        b += digest_rotl32(t, turns[i / 16 * 4 + i % 4]);
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d;
}

// ---- Keccak-f[1600] ----------------------------------------------------------------------------

static const uint64_t keccak_rounds[24] = {
    0x0000000000000001u, 0x0000000000008082u, 0x800000000000808au, 0x8000000080008000u,
    0x000000000000808bu, 0x0000000080000001u, 0x8000000080008081u, 0x8000000000008009u,
    0x000000000000008au, 0x0000000000000088u, 0x0000000080008009u, 0x000000008000000au,
    0x000000008000808bu, 0x800000000000008bu, 0x8000000000008089u, 0x8000000000008003u,
    0x8000000000008002u, 0x8000000000000080u, 0x000000000000800au, 0x800000008000000au,
    0x8000000080008081u, 0x8000000000008080u, 0x0000000080000001u, 0x8000000080008008u,
};
// Where the walk of rho and pi goes next, and by how much it turns the lane it brings there.
static const uint8_t keccak_lane[24] = {10, 7,  11, 17, 18, 3, 5,  16, 8,  21, 24, 4,
                                        15, 23, 19, 13, 12, 2, 20, 14, 22, 9,  6,  1};
static const uint8_t keccak_turn[24] = {1,  3,  6,  10, 15, 21, 28, 36, 45, 55, 2,  14,
                                        27, 41, 56, 8,  25, 43, 62, 18, 39, 61, 20, 44};

void keccak_permute(uint64_t *a) {
    for (uint32_t round = 0; round < 24; round++) {
        uint64_t c[5];
        for (uint32_t x = 0; x < 5; x++) {
            c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        }
        for (uint32_t x = 0; x < 5; x++) {
            uint64_t d = c[(x + 4) % 5] ^ digest_rotr64(c[(x + 1) % 5], 63);
            for (uint32_t y = 0; y < 25; y += 5) { a[x + y] ^= d; }
        }
        uint64_t carried = a[1];
        for (uint32_t i = 0; i < 24; i++) {
            uint64_t next = a[keccak_lane[i]];
            a[keccak_lane[i]] = digest_rotr64(carried, 64u - keccak_turn[i]);
            carried = next;
        }
        for (uint32_t y = 0; y < 25; y += 5) {
            memcpy(c, a + y, sizeof c);
            for (uint32_t x = 0; x < 5; x++) {
                a[x + y] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
            }
        }
        a[0] ^= keccak_rounds[round];
    }
}

// ---- BLAKE2 ------------------------------------------------------------------------------------

static const uint8_t blake2_order[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

#define BLAKE2_MIX(v, rot, r1, r2, r3, r4, a, b, c, d, x, y)                                       \
    do {                                                                                           \
        v[a] += v[b] + (x);                                                                        \
        v[d] = rot(v[d] ^ v[a], r1);                                                               \
        v[c] += v[d];                                                                              \
        v[b] = rot(v[b] ^ v[c], r2);                                                               \
        v[a] += v[b] + (y);                                                                        \
        v[d] = rot(v[d] ^ v[a], r3);                                                               \
        v[c] += v[d];                                                                              \
        v[b] = rot(v[b] ^ v[c], r4);                                                               \
    } while (0)

// The columns, then the diagonals; written out, so that v stays in registers.
#define BLAKE2_ROUND(v, m, s, rot, r1, r2, r3, r4)                                                 \
    do {                                                                                           \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 0, 4, 8, 12, m[s[0]], m[s[1]]);                         \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 1, 5, 9, 13, m[s[2]], m[s[3]]);                         \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 2, 6, 10, 14, m[s[4]], m[s[5]]);                        \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 3, 7, 11, 15, m[s[6]], m[s[7]]);                        \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 0, 5, 10, 15, m[s[8]], m[s[9]]);                        \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 1, 6, 11, 12, m[s[10]], m[s[11]]);                      \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 2, 7, 8, 13, m[s[12]], m[s[13]]);                       \
        BLAKE2_MIX(v, rot, r1, r2, r3, r4, 3, 4, 9, 14, m[s[14]], m[s[15]]);                       \
    } while (0)

void blake2b_block(uint64_t *h, const uint8_t *p, uint64_t total, bool last, bool node) {
    static const uint64_t iv[8] = {
        0x6a09e667f3bcc908u, 0xbb67ae8584caa73bu, 0x3c6ef372fe94f82bu, 0xa54ff53a5f1d36f1u,
        0x510e527fade682d1u, 0x9b05688c2b3e6c1fu, 0x1f83d9abfb41bd6bu, 0x5be0cd19137e2179u,
    };
    uint64_t m[16], v[16];
    for (uint32_t i = 0; i < 16; i++) { m[i] = digest_le64(p + 8 * i); }
    memcpy(v, h, 64);
    memcpy(v + 8, iv, 64);
    v[12] ^= total;
    v[14] ^= last ? UINT64_MAX : 0;
    v[15] ^= last && node ? UINT64_MAX : 0;
    for (uint32_t round = 0; round < 12; round++) {
        const uint8_t *s = blake2_order[round % 10];
        BLAKE2_ROUND(v, m, s, digest_rotr64, 32, 24, 16, 63);
    }
    for (uint32_t i = 0; i < 8; i++) { h[i] ^= v[i] ^ v[i + 8]; }
}

void blake2s_block(uint32_t *h, const uint8_t *p, uint64_t total, bool last, bool node) {
    static const uint32_t iv[8] = {
        0x6a09e667u, 0xbb67ae85u, 0x3c6ef372u, 0xa54ff53au,
        0x510e527fu, 0x9b05688cu, 0x1f83d9abu, 0x5be0cd19u,
    };
    uint32_t m[16], v[16];
    for (uint32_t i = 0; i < 16; i++) { m[i] = digest_le32(p + 4 * i); }
    memcpy(v, h, 32);
    memcpy(v + 8, iv, 32);
    v[12] ^= (uint32_t)total;
    v[13] ^= (uint32_t)(total >> 32);
    v[14] ^= last ? UINT32_MAX : 0;
    v[15] ^= last && node ? UINT32_MAX : 0;
    for (uint32_t round = 0; round < 10; round++) {
        const uint8_t *s = blake2_order[round];
        BLAKE2_ROUND(v, m, s, digest_rotr32, 16, 12, 8, 7);
    }
    for (uint32_t i = 0; i < 8; i++) { h[i] ^= v[i] ^ v[i + 8]; }
}
