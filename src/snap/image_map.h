// image_map.h: what the reader of snapshots must know about a boot image, made once for each engine.
#ifndef NX_SNAP_IMAGE_MAP_H
#define NX_SNAP_IMAGE_MAP_H

#include "heap/vm.h"

// A buffer that may change, and the object that says what is in it.
typedef struct ImageOwned {
    uint32_t buffer, owner;
} ImageOwned;

// Three planes of one bit for each 8 bytes: where an object begins; which never changes; which is a
// buffer. Then the buffers.
typedef struct ImageMap {
    uint32_t plane; // bytes
    uint32_t n_owned;
    ImageOwned *owned; // behind the planes
    uint8_t bits[];
} ImageMap;

// NULL: no memory. Free it with free.
NX_INTERNAL ImageMap *image_map_new(const uint8_t *image);

static inline bool image_map_bit(const ImageMap *m, uint32_t plane, uint64_t at) {
    return m->bits[plane * m->plane + at / 64] >> (at / 8 % 8) & 1;
}
static inline bool image_map_is_start(const ImageMap *m, uint64_t at) {
    return image_map_bit(m, 0, at);
}
static inline bool image_map_is_fixed(const ImageMap *m, uint64_t at) {
    return image_map_bit(m, 1, at);
}
static inline bool image_map_is_buffer(const ImageMap *m, uint64_t at) {
    return image_map_bit(m, 2, at);
}

// Objects that belong to others, which trust what is in them.
static inline bool is_buffer_type(uint8_t type) {
    return type == T_VALUES || type == T_BLOB || type == T_ENTRIES || type == T_SET_TABLE;
}

#endif
