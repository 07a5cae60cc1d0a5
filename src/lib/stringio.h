// stringio.h: the part in C of io.StringIO, a class of lib/py/io.py on top of this one.
#ifndef NX_LIB_STRINGIO_H
#define NX_LIB_STRINGIO_H

#include "rt/typedef.h"

// Invariants: `text` holds n bytes of UTF-8, which are len code points; `at` is the byte offset of
// code point `pos`, or n when pos lies behind the end.
typedef struct StringIO {
    Obj h;
    Value text;      // Str, shared; or Blob of this stream alone; V_NONE: n is 0
    int64_t pos;     // code points
    uint32_t at;     // bytes
    uint32_t n;      // bytes
    uint32_t len;    // code points
    uint8_t newline; // STRINGIO_*
    uint8_t seen;    // line ends met: 1 is \n, 2 is \r, 4 is \r\n
    uint8_t closed;
    uint8_t unused;
} StringIO;

// newline="\n", None, "", "\r" and "\r\n"
enum { STRINGIO_LF, STRINGIO_UNIVERSAL, STRINGIO_ANY, STRINGIO_CR, STRINGIO_CRLF };

// What a snapshot says of a stream holds the invariants.
NX_INTERNAL bool stringio_is_sound(Vm *vm, const StringIO *s);

extern const TypeDef stringio_type;

#endif
