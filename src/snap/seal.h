// seal.h: a snapshot's seal, a keyed BLAKE2b of all its bytes (RFC 7693), which says that who wrote
// them had the key.
#ifndef NX_SNAP_SEAL_H
#define NX_SNAP_SEAL_H

#include "snap/snap.h"

enum { SEAL_KEY_LEAST = 16, SEAL_KEY_MOST = 64 };

typedef struct SealKey {
    uint8_t len; // 0: there is none
    uint8_t bytes[SEAL_KEY_MOST];
} SealKey;

// Writes the seal into the header of a whole snapshot.
NX_INTERNAL void seal_put(const SealKey *key, uint8_t *bytes, size_t len);

// Takes the same time whatever the bytes are.
NX_INTERNAL bool seal_is_right(const SealKey *key, const uint8_t *bytes, size_t len);

// Whether bytes that begin like a snapshot have a seal, of whatever key.
NX_INTERNAL bool seal_is_there(const uint8_t *bytes, size_t len);

#endif
