// bytearray.h: mutable bytes.
#ifndef NX_OBJECT_BYTEARRAY_H
#define NX_OBJECT_BYTEARRAY_H

#include "object/bytes.h"

// Invariants: start + h.n <= size of buf. buf is V_NONE only while nothing was ever stored.
// Bytes in front are dropped by moving `start`, so a queue of bytes costs what it should.
typedef struct ByteArray {
    Obj h;                    // n = length
    Value buf;                // Blob
    uint32_t start;           // offset of the first byte in it
    uint32_t exports;         // memoryviews that were made of it and not released
    uint64_t exports_checked; // the collection after which exports are to be counted; 0: none
} ByteArray;

static inline ByteArray *as_bytearray(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_BYTEARRAY));
    return ref_ptr(vm, v);
}
// What has its bytes as a bytearray does: bytearray and array (object/array.h).
static inline bool is_byte_store(Vm *vm, Value v) {
    return is_tagged(vm, v, T_BYTEARRAY) || is_tagged(vm, v, T_ARRAY);
}
static inline ByteArray *as_byte_store(Vm *vm, Value v) {
    NX_ASSERT(is_byte_store(vm, v));
    return ref_ptr(vm, v);
}
static inline uint8_t *bytearray_data(Vm *vm, const ByteArray *b) { // not while it is empty
    return ((Blob *)ref_ptr(vm, b->buf))->data + b->start;
}

NX_INTERNAL Value bytearray_new(Vm *vm, const void *data, uint64_t n); // exact; V_RAISED
NX_INTERNAL Value bytearray_zeros(Vm *vm, uint64_t n);
// Makes [from, to) of it `n` bytes long, moving what is behind; the new bytes are to be filled.
// NULL: raised (BufferError, no memory), nothing has changed.
NX_INTERNAL uint8_t *bytearray_splice(Vm *vm, ByteArray *b, uint32_t from, uint32_t to, uint64_t n);
// Whether no view of it forbids another size. False: raised.
NX_INTERNAL bool bytearray_may_resize(Vm *vm, ByteArray *b);
// Writes behind the barrier.
static inline uint8_t *bytearray_write(Vm *vm, ByteArray *b) {
    obj_touch(vm, ref_ptr(vm, b->buf));
    return bytearray_data(vm, b);
}

extern const TypeDef bytearray_type;

#endif
