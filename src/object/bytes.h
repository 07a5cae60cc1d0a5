// bytes.h: bytes, and what all bytes-like objects share. bytearray.h and memoryview.h have theirs.
#ifndef NX_OBJECT_BYTES_H
#define NX_OBJECT_BYTES_H

#include "object/bytes_ops.h"
#include "object/str.h"

// Laid out as a Str is, so that a builder's blob can become either.
typedef struct Bytes {
    Obj h;         // n = length
    uint32_t hash; // 0 until asked for
    uint32_t pad;
    uint8_t data[]; // and a NUL
} Bytes;

static inline Bytes *as_bytes(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_BYTES));
    return ref_ptr(vm, v);
}
static inline bool isinstance_bytes(Vm *vm, Value v) { return is_tagged(vm, v, T_BYTES); }

NX_INTERNAL Value bytes_new(Vm *vm, const void *data, uint64_t n); // exact; V_RAISED
// Room for n bytes, to be filled at once. NULL: raised. Charges a step per 64 bytes.
NX_INTERNAL Bytes *bytes_alloc(Vm *vm, uint64_t n);
// What a builder holds, as bytes.
NX_INTERNAL Value sb_finish_bytes(StrBuilder *b);
// The bytes of a bytes, bytearray, array or contiguous memoryview. False (nothing raised): v is none.
// They stay where they are until the next safepoint, or until a bytearray changes its size.
NX_INTERNAL bool bytes_like(Vm *vm, Value v, ByteSpan *out);
// The same, but a memoryview that is not contiguous is copied. False: raised TypeError "a
// bytes-like object is required, not 'X'", or no memory.
NX_INTERNAL bool bytes_like_or_raise(Vm *vm, Value v, ByteSpan *out);
// bytes(source), or bytearray(source), of what needs no guest code and raises nothing; V_UNBOUND else.
NX_INTERNAL Value bytes_from_leaf(Vm *vm, Value source, bool array);
NX_INTERNAL bool is_bytes_like(Vm *vm, Value v); // one of the four types
// b'...' of any bytes, quoted as bytes_repr does, behind what the builder has.
NX_INTERNAL bool sb_put_bytes_repr(StrBuilder *b, const uint8_t *p, uint32_t n);
NX_INTERNAL uint32_t bytes_hash(Vm *vm, Value v);

extern const TypeDef bytes_type, bytes_iter_type, bytearray_iter_type;

#endif
