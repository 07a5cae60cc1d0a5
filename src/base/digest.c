// digest.c: starting, feeding and finishing a hash of any kind: blocks, padding and lengths. The
// functions that mix a block are in digest_sha.c and digest_mix.c.
//
// All kinds but SHA-3 gather a block and mix it into a chaining value; SHA-3 mixes each byte into
// its state at once and needs no buffer. BLAKE2 keeps a full block waiting until more comes, for
// the last block is mixed differently.
#include "base/digest.h"

const DigestInfo digest_info[DIGEST_COUNT] = {
    [DIGEST_MD5] = {"md5", 16, 64},
    [DIGEST_SHA1] = {"sha1", 20, 64},
    [DIGEST_SHA224] = {"sha224", 28, 64},
    [DIGEST_SHA256] = {"sha256", 32, 64},
    [DIGEST_SHA384] = {"sha384", 48, 128},
    [DIGEST_SHA512] = {"sha512", 64, 128},
    [DIGEST_SHA3_224] = {"sha3_224", 28, 144},
    [DIGEST_SHA3_256] = {"sha3_256", 32, 136},
    [DIGEST_SHA3_384] = {"sha3_384", 48, 104},
    [DIGEST_SHA3_512] = {"sha3_512", 64, 72},
    [DIGEST_SHAKE_128] = {"shake_128", 0, 168},
    [DIGEST_SHAKE_256] = {"shake_256", 0, 136},
    [DIGEST_BLAKE2B] = {"blake2b", 64, 128},
    [DIGEST_BLAKE2S] = {"blake2s", 32, 64},
};

// MD5 and SHA-1 start alike: the digits up and down.
static const uint32_t start_md5[8] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
static const uint32_t start_224[8] = {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
                                      0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4};
static const uint32_t start_256[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
static const uint64_t start_384[8] = {0xcbbb9d5dc1059ed8u, 0x629a292a367cd507u, 0x9159015a3070dd17u,
                                      0x152fecd8f70e5939u, 0x67332667ffc00b31u, 0x8eb44a8768581511u,
                                      0xdb0c2e0d64f98fa7u, 0x47b5481dbefa4fa4u};
static const uint64_t start_512[8] = {0x6a09e667f3bcc908u, 0xbb67ae8584caa73bu, 0x3c6ef372fe94f82bu,
                                      0xa54ff53a5f1d36f1u, 0x510e527fade682d1u, 0x9b05688c2b3e6c1fu,
                                      0x1f83d9abfb41bd6bu, 0x5be0cd19137e2179u};

void digest_start(Digest *d, DigestKind kind) {
    if (kind >= DIGEST_BLAKE2B) {
        Blake2Params p = {.size = digest_info[kind].size, .fanout = 1, .depth = 1};
        digest_start_blake2(d, kind, &p);
        return;
    }
    memset(d, 0, sizeof *d);
    d->kind = (uint8_t)kind;
    d->size = digest_info[kind].size;
    switch (kind) {
    case DIGEST_MD5:
    case DIGEST_SHA1: memcpy(d->w, start_md5, sizeof start_md5); break;
    case DIGEST_SHA224: memcpy(d->w, start_224, sizeof start_224); break;
    case DIGEST_SHA256: memcpy(d->w, start_256, sizeof start_256); break;
    case DIGEST_SHA384: memcpy(d->q, start_384, sizeof start_384); break;
    case DIGEST_SHA512: memcpy(d->q, start_512, sizeof start_512); break;
    default: break;
    }
}

void digest_start_blake2(Digest *d, DigestKind kind, const Blake2Params *p) {
    memset(d, 0, sizeof *d);
    d->kind = (uint8_t)kind;
    d->size = p->size;
    d->last_node = p->last_node;
    uint32_t first =
        p->size | (uint32_t)p->key_len << 8 | (uint32_t)p->fanout << 16 | (uint32_t)p->depth << 24;
    uint8_t block[128] = {0};
    memcpy(block, p->key, p->key_len);
    if (kind == DIGEST_BLAKE2B) {
        memcpy(d->q, start_512, sizeof start_512);
        d->q[0] ^= first | (uint64_t)p->leaf_size << 32;
        d->q[1] ^= p->node_offset;
        d->q[2] ^= (uint64_t)p->node_depth | (uint64_t)p->inner_size << 8;
        for (uint32_t i = 0; i < 2; i++) {
            d->q[4 + i] ^= digest_le64(p->salt + 8 * i);
            d->q[6 + i] ^= digest_le64(p->person + 8 * i);
        }
    } else {
        memcpy(d->w, start_256, sizeof start_256);
        d->w[0] ^= first;
        d->w[1] ^= p->leaf_size;
        d->w[2] ^= (uint32_t)p->node_offset;
        d->w[3] ^= (uint32_t)(p->node_offset >> 32) | (uint32_t)p->node_depth << 16 |
                   (uint32_t)p->inner_size << 24;
        for (uint32_t i = 0; i < 2; i++) {
            d->w[4 + i] ^= digest_le32(p->salt + 4 * i);
            d->w[6 + i] ^= digest_le32(p->person + 4 * i);
        }
    }
    if (p->key_len) { digest_update(d, block, digest_info[kind].block); }
}

static void digest_mix(Digest *d, const uint8_t *p) {
    switch (d->kind) {
    case DIGEST_MD5: md5_block(d->w, p); break;
    case DIGEST_SHA1: sha1_block(d->w, p); break;
    case DIGEST_SHA224:
    case DIGEST_SHA256: sha256_block(d->w, p); break;
    case DIGEST_BLAKE2B: blake2b_block(d->q, p, d->total, false, false); break;
    case DIGEST_BLAKE2S: blake2s_block(d->w, p, d->total, false, false); break;
    default: sha512_block(d->q, p); break;
    }
}

static inline bool digest_is_sponge(const Digest *d) {
    return d->kind >= DIGEST_SHA3_224 && d->kind <= DIGEST_SHAKE_256;
}

static void sponge_xor(Digest *d, uint32_t at, uint8_t byte) {
    d->q[at / 8] ^= (uint64_t)byte << at % 8 * 8;
}

static void sponge_absorb(Digest *d, const uint8_t *data, size_t len) {
    uint32_t rate = digest_info[d->kind].block;
    while (len) {
        if (d->fill == 0 && len >= rate) {
            for (uint32_t i = 0; i < rate / 8; i++) { d->q[i] ^= digest_le64(data + 8 * i); }
            keccak_permute(d->q);
            data += rate, len -= rate;
            continue;
        }
        sponge_xor(d, d->fill++, *data++);
        len--;
        if (d->fill == rate) {
            keccak_permute(d->q);
            d->fill = 0;
        }
    }
}

void digest_update(Digest *d, const uint8_t *data, size_t len) {
    if (digest_is_sponge(d)) {
        sponge_absorb(d, data, len);
        return;
    }
    uint32_t block = digest_info[d->kind].block;
    uint32_t keep = d->kind >= DIGEST_BLAKE2B; // a full block waits
    while (len) {
        if (d->fill == 0 && len >= block + keep) {
            d->total += block;
            digest_mix(d, data);
            data += block, len -= block;
            continue;
        }
        if (d->fill == block) {
            digest_mix(d, d->block);
            d->fill = 0;
            continue;
        }
        size_t n = len < block - d->fill ? len : block - d->fill;
        memcpy(d->block + d->fill, data, n);
        d->fill = (uint8_t)(d->fill + n);
        d->total += n;
        data += n, len -= n;
        if (d->fill == block && !keep) {
            digest_mix(d, d->block);
            d->fill = 0;
        }
    }
}

static void sponge_finish(Digest *d, uint8_t *out, size_t len) {
    uint32_t rate = digest_info[d->kind].block;
    sponge_xor(d, d->fill, d->kind >= DIGEST_SHAKE_128 ? 0x1f : 0x06);
    sponge_xor(d, rate - 1, 0x80);
    for (size_t i = 0; i < len; i++) {
        if (i % rate == 0) { keccak_permute(d->q); }
        uint32_t at = (uint32_t)(i % rate);
        out[i] = (uint8_t)(d->q[at / 8] >> at % 8 * 8);
    }
}

// A one bit, zeros, and the length in bits at the end of the last block.
static void digest_pad(Digest *d) {
    uint32_t block = digest_info[d->kind].block, tail = block / 8;
    uint64_t bits = d->total * 8;
    d->block[d->fill++] = 0x80;
    memset(d->block + d->fill, 0, block - d->fill);
    if (d->fill > block - tail) {
        digest_mix(d, d->block);
        memset(d->block, 0, block);
    }
    for (uint32_t i = 0; i < 8; i++) {
        uint8_t byte = (uint8_t)(bits >> 8 * i);
        d->block[d->kind == DIGEST_MD5 ? block - 8 + i : block - 1 - i] = byte;
    }
    if (d->kind > DIGEST_SHA256) { d->block[block - 9] = (uint8_t)(d->total >> 61); }
    digest_mix(d, d->block);
}

static void digest_put_word(const Digest *d, uint32_t i, uint8_t *out) {
    switch (d->kind) {
    case DIGEST_MD5:
    case DIGEST_BLAKE2S: *out = (uint8_t)(d->w[i / 4] >> i % 4 * 8); break;
    case DIGEST_BLAKE2B: *out = (uint8_t)(d->q[i / 8] >> i % 8 * 8); break;
    case DIGEST_SHA384:
    case DIGEST_SHA512: *out = (uint8_t)(d->q[i / 8] >> (7 - i % 8) * 8); break;
    default: *out = (uint8_t)(d->w[i / 4] >> (3 - i % 4) * 8); break;
    }
}

void digest_finish(Digest *d, uint8_t *out, size_t len) {
    if (digest_is_sponge(d)) {
        sponge_finish(d, out, len);
        return;
    }
    if (d->kind < DIGEST_BLAKE2B) {
        digest_pad(d);
    } else {
        memset(d->block + d->fill, 0, digest_info[d->kind].block - d->fill);
        if (d->kind == DIGEST_BLAKE2B) {
            blake2b_block(d->q, d->block, d->total, true, d->last_node);
        } else {
            blake2s_block(d->w, d->block, d->total, true, d->last_node);
        }
    }
    for (uint32_t i = 0; i < len; i++) { digest_put_word(d, i, out + i); }
}
