// memoryview.h: a window on the bytes of a bytes, bytearray or array object, seen as items of a struct
// format. Views of more than one dimension come from cast() and are contiguous.
#ifndef NX_OBJECT_MEMORYVIEW_H
#define NX_OBJECT_MEMORYVIEW_H

#include "object/bytes.h"

typedef struct MemoryView {
    Obj h;          // small = MEMORYVIEW_* flags
    Value obj;      // Bytes, ByteArray or Array; V_NONE once released
    Value format;   // Str
    Value shape;    // Tuple of the dimensions, or V_NONE for one (then `len`)
    int64_t offset; // of the first item's byte
    int64_t stride; // bytes from item to item (of the last dimension)
    uint32_t len;   // items in all
    uint32_t itemsize;
    uint32_t hash; // 0 until asked for
    uint8_t kind;  // the format's letter
    uint8_t ndim;
    uint8_t pad[2];
    uint64_t spare;
} MemoryView;

enum { MEMORYVIEW_READONLY = 1, MEMORYVIEW_RELEASED = 2, MEMORYVIEW_EXPORTS = 4 };

static inline MemoryView *as_memoryview(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_MEMORYVIEW));
    return ref_ptr(vm, v);
}
static inline bool memoryview_contiguous(const MemoryView *m) {
    return m->len <= 1 || m->stride == (int64_t)m->itemsize;
}
// A view of a bytes or bytearray object, or of another view. V_RAISED.
NX_INTERNAL Value memoryview_new(Vm *vm, Value obj);
// False: raised ValueError (released), or IndexError (the bytearray shrank under it).
NX_INTERNAL bool memoryview_check(Vm *vm, const MemoryView *m);
// Copies all items, in order, to out[0 .. len * itemsize).
NX_INTERNAL void memoryview_copy(Vm *vm, const MemoryView *m, uint8_t *out);

// The bytes of an object that may be written to, in one piece: 1 done, *p not to be followed when *n
// is 0; 0 raised; -1: there are none.
NX_INTERNAL int buffer_target(Vm *vm, Value v, uint8_t **p, uint32_t *n);

// The operation that makes a value what the format's items are, and what is raised when it fails.
NX_INTERNAL Internal memoryview_conversion(const MemoryView *m);
NX_INTERNAL Value memoryview_refuse(Vm *vm, const MemoryView *m, Value exc); // V_RAISED

// __release_buffer__ and __buffer__ (PEP 688) of whatever has bytes; what cannot change has only the
// second.
extern const NativeDef buffer_methods[];
extern const TypeDef memoryview_type;

#endif
