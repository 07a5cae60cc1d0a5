// lz.h: texts that the image keeps packed, by references to what stood before (LZ77).
//
// Packed bytes are sequences of: a byte whose high half counts plain bytes and whose low half is the
// length of a match less LZ_LEAST; either half, being 15, is followed by bytes that are added to it,
// up to the first that is not 255; the plain bytes; then, unless the text is complete, two bytes
// (low one first) that say how far back the match begins. tools/image/pack.c makes them.
#ifndef NX_BASE_LZ_H
#define NX_BASE_LZ_H

#include "base/base.h"

enum { LZ_LEAST = 4, LZ_WINDOW = 65535 };

// Unpacks exactly `len` bytes into `out`. False: `in` is no packed text of that length; nothing
// outside `in` was read nor outside `out` written.
NX_INTERNAL bool lz_unpack(const uint8_t *in, size_t n, uint8_t *out, size_t len);

#endif
