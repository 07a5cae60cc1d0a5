// intern.h: what interning and str share: the hash of a text. The rest is in heap/names.h.
#ifndef NX_HEAP_INTERN_H
#define NX_HEAP_INTERN_H

#include "base/hash.h"
#include "heap/names.h"

// The 32 bits kept in Str.hash and in dict entries; also the number that hash(str) shows. 0 for the
// empty text only, as in CPython.
static inline uint32_t text_hash(const void *bytes, uint64_t len) {
    uint64_t h = (uint64_t)hash_bytes(bytes, (size_t)len);
    uint32_t folded = (uint32_t)h ^ (uint32_t)(h >> 32);
    return folded || len == 0 ? folded : 1;
}

// The interned str with these bytes, or V_UNBOUND when there is none. Never allocates.
NX_INTERNAL Value intern_find(Vm *vm, const char *bytes, uint32_t len, uint32_t hash);

// The image's table is filled when its objects stand where they will: bytes that its BLOB needs for n
// strings, and the entering of those between two offsets. False: there is no room, or the image is
// too large.
NX_INTERNAL uint32_t intern_image_size(uint32_t n);
NX_INTERNAL bool intern_fill_image(uint8_t *image, Value table, uint32_t from, uint32_t to);

#endif
