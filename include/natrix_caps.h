/* natrix_caps.h: what a host lends an engine, as tables of functions. Embedders on POSIX systems
 * need none of this: the defaults ship in the library. */
#ifndef NATRIX_CAPS_H
#define NATRIX_CAPS_H

#include "natrix.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Address space for guests. A slot is `size` bytes of zeroed memory at an address of the
 * provider's choice; its first bytes hold a boot image. */
typedef struct nx_pages {
    size_t size;
    void *ctx;
    /* NULL: not to be had. */
    void *(*reserve)(void *ctx, size_t bytes);
    void (*release)(void *ctx, void *slot, size_t bytes);
    /* Puts the image at the start of a fresh slot: mapped and shared where possible, else copied. */
    bool (*map_image)(void *ctx, void *slot, const void *image, size_t bytes);
    /* Most bytes worth reserving for one slot here. */
    size_t max_slot;
} nx_pages;

extern NX_API const nx_pages nx_pages_default;

/* The built-in boot image; size 0 in the program that makes it. */
extern const unsigned char nx_builtin_image[];
extern const size_t nx_builtin_image_size;

#ifdef __cplusplus
}
#endif

#endif
