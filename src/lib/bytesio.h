// bytesio.h: the part in C of io.BytesIO, a class of lib/py/io.py on top of this one.
#ifndef NX_LIB_BYTESIO_H
#define NX_LIB_BYTESIO_H

#include "rt/typedef.h"

// Invariants: `data` is a bytes object, which others may hold as well, or a bytearray of this stream
// alone; V_NONE counts as empty. The position may lie behind the end.
typedef struct BytesIO {
    Obj h;
    Value data;
    int64_t pos;
    uint8_t closed;
    uint8_t unused[7];
} BytesIO;

// What a snapshot says of a stream holds the invariants.
NX_INTERNAL bool bytesio_is_sound(Vm *vm, const BytesIO *s);

extern const TypeDef bytesio_type;

#endif
