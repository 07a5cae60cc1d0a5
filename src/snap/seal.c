// seal.c: see seal.h. The seal is of the whole snapshot with a seal of zeros in its header.
#include "snap/seal.h"

#include "base/digest.h"

static void seal_make(const SealKey *key, const uint8_t *bytes, size_t len, uint8_t *out) {
    SnapHeader header;
    memcpy(&header, bytes, sizeof header);
    memset(header.seal, 0, sizeof header.seal);
    Blake2Params p = {.size = SNAP_SEAL_SIZE,
                      .key_len = key->len,
                      .fanout = 1,
                      .depth = 1,
                      .person = "natrix snapshot"};
    memcpy(p.key, key->bytes, key->len);
    Digest d;
    digest_start_blake2(&d, DIGEST_BLAKE2B, &p);
    digest_update(&d, (const uint8_t *)&header, sizeof header);
    digest_update(&d, bytes + sizeof header, len - sizeof header);
    digest_finish(&d, out, SNAP_SEAL_SIZE);
}

void seal_put(const SealKey *key, uint8_t *bytes, size_t len) {
    seal_make(key, bytes, len, ((SnapHeader *)(void *)bytes)->seal);
}

bool seal_is_right(const SealKey *key, const uint8_t *bytes, size_t len) {
    SnapHeader header;
    uint8_t want[SNAP_SEAL_SIZE], differs = 0;
    if (len < sizeof header) { return false; }
    memcpy(&header, bytes, sizeof header);
    seal_make(key, bytes, len, want);
    for (uint32_t i = 0; i < SNAP_SEAL_SIZE; i++) { differs |= want[i] ^ header.seal[i]; }
    return differs == 0;
}

bool seal_is_there(const uint8_t *bytes, size_t len) {
    SnapHeader header;
    uint8_t any = 0;
    if (len < sizeof header) { return false; }
    memcpy(&header, bytes, sizeof header);
    for (uint32_t i = 0; i < SNAP_SEAL_SIZE; i++) { any |= header.seal[i]; }
    return any != 0;
}
