// pages_heap.c: slots from malloc, for hosts without mmap: WebAssembly and bare machines. Link it
// in place of pages_posix.c.
//
// The image is copied into each slot. A slot is smaller than the 4 GiB that a reference can reach
// and has no guard behind it, so nothing but verification keeps references inside: on such a host,
// load only snapshots that you made yourself. A host without virtual memory asks for slots of the
// size it can spare (nx_engine_options.slot_bytes).
#include "natrix_caps.h"

#include <stdlib.h>
#include <string.h>

// Twice the default memory limit, and room for the image.
#define HEAP_MAX_SLOT ((size_t)640 << 20)

#ifdef __wasm__
// Memory that malloc has just asked the engine for is zero and not backed yet; clearing it would
// make all of it real. Only what lay below the old end may have been used before.
static void *heap_reserve(void *ctx, size_t bytes) {
    (void)ctx;
    char *old_end = (char *)(__builtin_wasm_memory_size(0) << 16);
    char *slot = malloc(bytes);
    if (slot && slot < old_end) {
        size_t below = (size_t)(old_end - slot);
        memset(slot, 0, below < bytes ? below : bytes);
    }
    return slot;
}
#else
static void *heap_reserve(void *ctx, size_t bytes) {
    (void)ctx;
    return calloc(1, bytes);
}
#endif

static void heap_release(void *ctx, void *slot, size_t bytes) {
    (void)ctx, (void)bytes;
    free(slot);
}

static bool heap_map_image(void *ctx, void *slot, const void *image, size_t bytes) {
    (void)ctx;
    memcpy(slot, image, bytes);
    return true;
}

const nx_pages nx_pages_default = {
    sizeof(nx_pages), NULL, heap_reserve, heap_release, heap_map_image, HEAP_MAX_SLOT,
};
