// pack.h: packs a text for base/lz.h.
#ifndef NX_TOOLS_PACK_H
#define NX_TOOLS_PACK_H

#include "base/lz.h"

// The most bytes that n may become.
static inline size_t pack_most(size_t n) { return n + n / 255 + 16; }

// Packs n bytes into `out`, which has room for pack_most(n); gives their number, 0 without memory.
size_t pack_text(const uint8_t *text, size_t n, uint8_t *out);

#endif
