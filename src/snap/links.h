// links.h: what an image's bytes take for granted of the library that runs it, as one hash for each
// native, attribute, name, exception, internal, type, instruction and field of the head. They stand
// behind the image, so that a newer library can tell whether it still understands it, and which of
// its own natives the image's numbers mean.
#ifndef NX_SNAP_LINKS_H
#define NX_SNAP_LINKS_H

#include "vm/boot.h"

typedef enum LinkKind {
    // Only the very same will do:
    LINK_HEAD,
    // Newer libraries may have more, at the end:
    LINK_OPS,
    LINK_TYPES,
    LINK_NAMES,
    LINK_EXCS,
    LINK_INTERNALS,
    // Found wherever they stand now; what is gone or has another signature raises SystemError:
    LINK_NATIVES,
    LINK_GETSETS,
    LINK_KINDS
} LinkKind;

typedef struct Links {
    uint32_t counts[LINK_KINDS];
    uint64_t items[]; // kind by kind
} Links;

// The library's own, to be freed; NULL: no memory.
NX_INTERNAL Links *links_new(const NativeTable *t);
NX_INTERNAL size_t links_size(const Links *l);
NX_INTERNAL uint64_t links_hash(const Links *l);

// Puts the natives and attributes of the table into the order of an older image, those that it does
// not know behind them. False: the image cannot be understood, or no memory.
NX_INTERNAL bool links_bind(NativeTable *t, const Links *own, const Links *image, size_t size);

// Whether it stands for one that is gone. A snapshot with a frame of it is refused.
NX_INTERNAL bool links_is_gone(const NativeDef *def);

#endif
