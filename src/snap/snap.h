// snap.h: a whole guest as bytes, and back. The boot image and every snapshot are made by the same
// walk: all live objects, compacted, with references rewritten.
//
// Bytes: SnapHeader, the Head (roots rewritten), the objects one after another as they stand in
// memory, then the changed objects of the image, each behind its offset. A reference in them is an
// image offset, or `base` plus the position of the object; so the same bytes mean the same
// everywhere. An image is read by mapping it; a snapshot by allocating each object anew.
#ifndef NX_SNAP_SNAP_H
#define NX_SNAP_SNAP_H

#include "snap/image_map.h"
#include "vm/boot.h"
#include "vm/vm_internal.h"

// Counts up when the layout of some object changes; what was written before is refused then.
enum { SNAP_FORMAT = 7, SNAP_SEAL_SIZE = 32 };

typedef struct SnapHeader {
    char magic[8]; // "NXSNAP01" or "NXIMAGE1"
    uint32_t format, head_size;
    uint32_t base;         // offset that position 0 of the objects has in references
    uint32_t objects_size; // bytes
    uint32_t n_objects, n_changed;
    uint64_t image_tag;  // of the image the snapshot stands on; of an image: its own
    uint64_t layout;     // of an image: links_hash of the library that made it
    uint64_t origin_tag; // of a grown image: the one it was grown from
    uint32_t origin_end, pad;
    uint64_t checksum;            // of everything behind the header
    uint8_t seal[SNAP_SEAL_SIZE]; // see seal.h; zeros: none
} SnapHeader;

// A host buffer that grows; `failed` is sticky.
typedef struct SnapBuf {
    uint8_t *bytes;
    size_t len, cap;
    bool failed;
} SnapBuf;

NX_INTERNAL void snap_buf_free(SnapBuf *b);

// Writes the machine between two steps. False: no host memory. `scratch` is reused between calls
// (a table of new offsets); free it with snap_buf_free.
NX_INTERNAL bool snap_write(Vm *vm, SnapBuf *out, SnapBuf *scratch);
// The same, as an image: no frames; objects frozen. `order` has the offset of every live object, in
// the order in which they are to stand.
NX_INTERNAL bool snap_write_image(Vm *vm, const uint32_t *order, uint32_t n, SnapBuf *out,
                                  SnapBuf *scratch);

// Fills a freshly attached guest (image mapped, heap empty) from a snapshot. Returns NULL, or a
// sentence that says what is wrong with the bytes; then the guest must be dropped. `map` is that of
// the guest's image. `trusted`: the bytes are as snap_write made them, and only what an older library
// may have meant otherwise is looked at.
NX_INTERNAL const char *snap_read(Vm *vm, const ImageMap *map, const uint8_t *bytes, size_t len,
                                  SnapBuf *scratch, bool trusted);

// Puts a guest back to its start: image objects restored, heap empty. `image` is the pristine one.
NX_INTERNAL void snap_reset(Vm *vm, const uint8_t *image, size_t image_size);

// Points a Vm at a slot whose first bytes are an image (or a guest made from it).
NX_INTERNAL void vm_attach(Vm *vm, uint8_t *base);

// Adds to an older image what the library needs; vm is a fresh guest of it, with the natives bound
// by links_bind. `image` is the pristine one, `out` the grown.
NX_INTERNAL bool snap_grow(Vm *vm, const NativeTable *t, const uint8_t *image, SnapBuf *out,
                           SnapBuf *scratch);

// Stands at the end of an image's first page.
static inline SnapHeader *snap_image_header(const uint8_t *image) {
    return (SnapHeader *)(uintptr_t)(image + HEAP_HEAD_SIZE - sizeof(SnapHeader));
}

// Makes a fresh guest the same as another one, which stands between two steps. False: their slots are
// not alike, or too much would be copied; nothing was done.
NX_INTERNAL bool snap_fork(Vm *to, Vm *from);

#endif
