// struct_format.h: formats of the module struct, read item by item, and their values to bytes and
// back. A format is read anew at each use, which costs less than looking it up would.
#ifndef NX_LIB_STRUCT_FORMAT_H
#define NX_LIB_STRUCT_FORMAT_H

#include "rt/native.h"

// A format that is being read. Sizes and positions are CPython's, 63 bits.
typedef struct StructReader {
    const uint8_t *p, *end;
    bool native; // sizes and alignment of the machine: no prefix, or @
    bool big;    // the highest byte first
    int64_t at;  // where the next item starts, before its alignment
} StructReader;

typedef struct StructItem {
    uint8_t code;   // the letter
    uint8_t size;   // bytes of one value; of s and p: 1
    bool is_signed; // of an integer
    bool big;
    int64_t count; // s, p, x: bytes; else values
    int64_t at;    // of its first byte
} StructItem;

// Starts to read a format, a str or bytes. False: raised, as Struct(format) does.
NX_INTERNAL bool struct_open(Vm *vm, Value format, StructReader *r);
// The next item: 1; 0 at the end; -1: raised.
NX_INTERNAL int struct_next(Vm *vm, StructReader *r, StructItem *item);
// How many values an item stands for.
static inline int64_t struct_values(const StructItem *item) {
    return item->code == 's' || item->code == 'p' ? 1 : item->code == 'x' ? 0 : item->count;
}
// Reads all of a format. False: raised.
NX_INTERNAL bool struct_measure(Vm *vm, StructReader r, int64_t *size, int64_t *n_values);

// Writes a value of an item to out[0 .. size), or [0 .. count) of s and p, whose bytes are zero so
// far. 1: done; 0: raised; -1: guest code must say first what number or truth it is.
NX_INTERNAL int struct_put(Vm *vm, const StructItem *item, Value v, uint8_t *out);
// The value that stands at p. V_RAISED.
NX_INTERNAL Value struct_get(Vm *vm, const StructItem *item, const uint8_t *p);

#endif
