// source.h: see source.c.
#ifndef NX_FRONT_SOURCE_H
#define NX_FRONT_SOURCE_H

#include "front/parse.h"

// Fills f->src and f->src_len from f->source; false with f->error filled.
NX_INTERNAL bool source_prepare(Front *f);

#endif
