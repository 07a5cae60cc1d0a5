// digest.h: cryptographic hash functions as plain state machines: MD5 (RFC 1321), SHA-1 and SHA-2
// (FIPS 180-4), SHA-3 and SHAKE (FIPS 202), BLAKE2b and BLAKE2s (RFC 7693).
//
// A Digest is plain bytes without pointers, so it is copied by assignment and kept in snapshots.
// The caller meters: each function's work is in proportion to the length it is given.
#ifndef NX_BASE_DIGEST_H
#define NX_BASE_DIGEST_H

#include "base/base.h"

// The order is part of the snapshot format: append only.
typedef enum DigestKind {
    DIGEST_MD5,
    DIGEST_SHA1,
    DIGEST_SHA224,
    DIGEST_SHA256,
    DIGEST_SHA384,
    DIGEST_SHA512,
    DIGEST_SHA3_224,
    DIGEST_SHA3_256,
    DIGEST_SHA3_384,
    DIGEST_SHA3_512,
    DIGEST_SHAKE_128,
    DIGEST_SHAKE_256,
    DIGEST_BLAKE2B,
    DIGEST_BLAKE2S,
    DIGEST_COUNT,
} DigestKind;

enum { DIGEST_MAX_BLOCK = 168, DIGEST_MAX_SIZE = 64 };

typedef struct Digest {
    uint8_t kind;      // DigestKind
    uint8_t size;      // bytes of the result; 0 for SHAKE, whose caller says
    uint8_t fill;      // bytes waiting in `block`; SHA-3: bytes already mixed into the state
    uint8_t last_node; // BLAKE2: of its level in a tree
    uint32_t pad;
    uint64_t total; // bytes so far
    union {
        uint32_t w[50];
        uint64_t q[25]; // SHA-3, SHA-384, SHA-512, BLAKE2b
    };
    uint8_t block[128];
} Digest;

typedef struct DigestInfo {
    const char *name; // as hashlib names it
    uint8_t size, block;
} DigestInfo;

extern const DigestInfo digest_info[DIGEST_COUNT];

// Starts any kind; BLAKE2 with the longest result and no parameters.
NX_INTERNAL void digest_start(Digest *d, DigestKind kind);
NX_INTERNAL void digest_update(Digest *d, const uint8_t *data, size_t len);
// The result of what came so far: d->size bytes, or `len` for SHAKE. Uses d up.
NX_INTERNAL void digest_finish(Digest *d, uint8_t *out, size_t len);

// BLAKE2's parameter block (RFC 7693 §2.5, and the tree mode of the BLAKE2 paper).
typedef struct Blake2Params {
    uint8_t size, key_len, fanout, depth, node_depth, inner_size;
    bool last_node;
    uint32_t leaf_size;
    uint64_t node_offset;         // 48 bits for BLAKE2s
    uint8_t salt[16], person[16]; // 8 of them for BLAKE2s
    uint8_t key[64];
} Blake2Params;

NX_INTERNAL void digest_start_blake2(Digest *d, DigestKind kind, const Blake2Params *p);

// Parts of the kinds, for digest.c.
NX_INTERNAL void md5_block(uint32_t *h, const uint8_t *p);
NX_INTERNAL void sha1_block(uint32_t *h, const uint8_t *p);
NX_INTERNAL void sha256_block(uint32_t *h, const uint8_t *p);
NX_INTERNAL void sha512_block(uint64_t *h, const uint8_t *p);
NX_INTERNAL void keccak_permute(uint64_t *a);
// `total` counts the bytes up to the end of this block.
NX_INTERNAL void blake2b_block(uint64_t *h, const uint8_t *p, uint64_t total, bool last, bool node);
NX_INTERNAL void blake2s_block(uint32_t *h, const uint8_t *p, uint64_t total, bool last, bool node);

static inline uint32_t digest_rotl32(uint32_t x, unsigned n) { return x << n | x >> (32 - n); }
static inline uint32_t digest_rotr32(uint32_t x, unsigned n) { return x >> n | x << (32 - n); }
static inline uint64_t digest_rotr64(uint64_t x, unsigned n) { return x >> n | x << (64 - n); }

static inline uint32_t digest_le32(const uint8_t *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}
static inline uint32_t digest_be32(const uint8_t *p) {
    return (uint32_t)p[3] | (uint32_t)p[2] << 8 | (uint32_t)p[1] << 16 | (uint32_t)p[0] << 24;
}
static inline uint64_t digest_le64(const uint8_t *p) {
    return digest_le32(p) | (uint64_t)digest_le32(p + 4) << 32;
}
static inline uint64_t digest_be64(const uint8_t *p) {
    return (uint64_t)digest_be32(p) << 32 | digest_be32(p + 4);
}

#endif
