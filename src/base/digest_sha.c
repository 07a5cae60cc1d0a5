// digest_sha.c: the compression functions of SHA-1 and SHA-2 (FIPS 180-4 §6). Each mixes one block
// into the chaining value; padding and lengths are digest.c's.
#include "base/digest.h"

// The first bits of the fractions of the cube roots of the first 80 primes; SHA-256 uses the upper
// half of the first 64.
static const uint64_t sha_k[80] = {
    0x428a2f98d728ae22u, 0x7137449123ef65cdu, 0xb5c0fbcfec4d3b2fu, 0xe9b5dba58189dbbcu,
    0x3956c25bf348b538u, 0x59f111f1b605d019u, 0x923f82a4af194f9bu, 0xab1c5ed5da6d8118u,
    0xd807aa98a3030242u, 0x12835b0145706fbeu, 0x243185be4ee4b28cu, 0x550c7dc3d5ffb4e2u,
    0x72be5d74f27b896fu, 0x80deb1fe3b1696b1u, 0x9bdc06a725c71235u, 0xc19bf174cf692694u,
    0xe49b69c19ef14ad2u, 0xefbe4786384f25e3u, 0x0fc19dc68b8cd5b5u, 0x240ca1cc77ac9c65u,
    0x2de92c6f592b0275u, 0x4a7484aa6ea6e483u, 0x5cb0a9dcbd41fbd4u, 0x76f988da831153b5u,
    0x983e5152ee66dfabu, 0xa831c66d2db43210u, 0xb00327c898fb213fu, 0xbf597fc7beef0ee4u,
    0xc6e00bf33da88fc2u, 0xd5a79147930aa725u, 0x06ca6351e003826fu, 0x142929670a0e6e70u,
    0x27b70a8546d22ffcu, 0x2e1b21385c26c926u, 0x4d2c6dfc5ac42aedu, 0x53380d139d95b3dfu,
    0x650a73548baf63deu, 0x766a0abb3c77b2a8u, 0x81c2c92e47edaee6u, 0x92722c851482353bu,
    0xa2bfe8a14cf10364u, 0xa81a664bbc423001u, 0xc24b8b70d0f89791u, 0xc76c51a30654be30u,
    0xd192e819d6ef5218u, 0xd69906245565a910u, 0xf40e35855771202au, 0x106aa07032bbd1b8u,
    0x19a4c116b8d2d0c8u, 0x1e376c085141ab53u, 0x2748774cdf8eeb99u, 0x34b0bcb5e19b48a8u,
    0x391c0cb3c5c95a63u, 0x4ed8aa4ae3418acbu, 0x5b9cca4f7763e373u, 0x682e6ff3d6b2b8a3u,
    0x748f82ee5defb2fcu, 0x78a5636f43172f60u, 0x84c87814a1f0ab72u, 0x8cc702081a6439ecu,
    0x90befffa23631e28u, 0xa4506cebde82bde9u, 0xbef9a3f7b2c67915u, 0xc67178f2e372532bu,
    0xca273eceea26619cu, 0xd186b8c721c0c207u, 0xeada7dd6cde0eb1eu, 0xf57d4f7fee6ed178u,
    0x06f067aa72176fbau, 0x0a637dc5a2c898a6u, 0x113f9804bef90daeu, 0x1b710b35131c471bu,
    0x28db77f523047d84u, 0x32caab7b40c72493u, 0x3c9ebe0a15c9bebcu, 0x431d67c49c100d4cu,
    0x4cc5d4becb3e42b6u, 0x597f299cfc657e2au, 0x5fcb6fab3ad6faecu, 0x6c44198c4a475817u,
};

void sha1_block(uint32_t *h, const uint8_t *p) {
    uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (uint32_t i = 0; i < 16; i++) { w[i] = digest_be32(p + 4 * i); }
    for (uint32_t i = 16; i < 80; i++) {
        w[i] = digest_rotl32(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    for (uint32_t i = 0; i < 80; i++) {
        uint32_t f, k;
        if (i < 20) {
            f = (b & c) | (~b & d), k = 0x5a827999;
        } else if (i < 40) {
            f = b ^ c ^ d, k = 0x6ed9eba1;
        } else if (i < 60) {
            f = (b & c) | (b & d) | (c & d), k = 0x8f1bbcdc;
        } else {
            f = b ^ c ^ d, k = 0xca62c1d6;
        }
        uint32_t t = digest_rotl32(a, 5) + f + e + k + w[i];
        e = d, d = c, c = digest_rotl32(b, 30), b = a, a = t;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
}

void sha256_block(uint32_t *h, const uint8_t *p) {
    uint32_t w[64], v[8];
    for (uint32_t i = 0; i < 16; i++) { w[i] = digest_be32(p + 4 * i); }
    for (uint32_t i = 16; i < 64; i++) {
        uint32_t x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (digest_rotr32(x, 7) ^ digest_rotr32(x, 18) ^ x >> 3) + w[i - 7] +
               (digest_rotr32(y, 17) ^ digest_rotr32(y, 19) ^ y >> 10);
    }
    memcpy(v, h, sizeof v);
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t a = v[0], e = v[4];
        uint32_t s1 = digest_rotr32(e, 6) ^ digest_rotr32(e, 11) ^ digest_rotr32(e, 25);
        uint32_t s0 = digest_rotr32(a, 2) ^ digest_rotr32(a, 13) ^ digest_rotr32(a, 22);
        uint32_t t1 = v[7] + s1 + ((e & v[5]) ^ (~e & v[6])) + (uint32_t)(sha_k[i] >> 32) + w[i];
        uint32_t t2 = s0 + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        v[7] = v[6], v[6] = v[5], v[5] = e, v[4] = v[3] + t1;
        v[3] = v[2], v[2] = v[1], v[1] = a, v[0] = t1 + t2;
    }
    for (uint32_t i = 0; i < 8; i++) { h[i] += v[i]; }
}

void sha512_block(uint64_t *h, const uint8_t *p) {
    uint64_t w[80], v[8];
    for (uint32_t i = 0; i < 16; i++) { w[i] = digest_be64(p + 8 * i); }
    for (uint32_t i = 16; i < 80; i++) {
        uint64_t x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (digest_rotr64(x, 1) ^ digest_rotr64(x, 8) ^ x >> 7) + w[i - 7] +
               (digest_rotr64(y, 19) ^ digest_rotr64(y, 61) ^ y >> 6);
    }
    memcpy(v, h, sizeof v);
    for (uint32_t i = 0; i < 80; i++) {
        uint64_t a = v[0], e = v[4];
        uint64_t s1 = digest_rotr64(e, 14) ^ digest_rotr64(e, 18) ^ digest_rotr64(e, 41);
        uint64_t s0 = digest_rotr64(a, 28) ^ digest_rotr64(a, 34) ^ digest_rotr64(a, 39);
        uint64_t t1 = v[7] + s1 + ((e & v[5]) ^ (~e & v[6])) + sha_k[i] + w[i];
        uint64_t t2 = s0 + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        v[7] = v[6], v[6] = v[5], v[5] = e, v[4] = v[3] + t1;
        v[3] = v[2], v[2] = v[1], v[1] = a, v[0] = t1 + t2;
    }
    for (uint32_t i = 0; i < 8; i++) { h[i] += v[i]; }
}
