// iobuffer.h: what a stream has read ahead and has not written yet: the part in C of BufferedReader,
// BufferedWriter, BufferedRandom and TextIOWrapper, which are classes of lib/py/_io_text.py on top
// of this one.
#ifndef NX_CAP_IOBUFFER_H
#define NX_CAP_IOBUFFER_H

#include "rt/typedef.h"

typedef struct IoBuffer {
    Obj h;
    Value ahead;   // str or bytes; what was read and not handed out is behind `at`
    Value pending; // a builder's blob: bytes (of text: UTF-8) to be written; V_NONE
    uint32_t at;   // bytes of `ahead`
    uint32_t n_pending;
    uint32_t flags; // IOBUF_*
    uint32_t spare;
} IoBuffer;

enum {
    IOBUF_TEXT = 1,
    IOBUF_READ = 2,      // reading from `ahead` needs no further look: open, lines end in \n
    IOBUF_WRITE = 4,     // neither does gathering what is written: open, nothing to translate
    IOBUF_LISTED = 8,    // it is in head->files
    IOBUF_STEPPING = 16, // it is in the middle of a loop over its lines
};

extern const TypeDef iobuffer_type;

#endif
