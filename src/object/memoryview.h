// memoryview.h: a window on the bytes of a bytes, bytearray or array object, seen as items of a struct
// format. Views of more than one dimension come from cast(); slices of them leave out, or turn round,
// whole items of the first dimension, what stands below one of those is contiguous.
#ifndef NX_OBJECT_MEMORYVIEW_H
#define NX_OBJECT_MEMORYVIEW_H

#include "object/bytes.h"
#include "object/tuple.h"

typedef struct MemoryView {
    Obj h;          // small = MEMORYVIEW_* flags
    Value obj;      // Bytes, ByteArray, Array or BufferWrapper; V_NONE once released
    Value format;   // Str
    Value shape;    // Tuple of the dimensions, or V_NONE for one (then `len`)
    int64_t offset; // of the first item's byte
    int64_t stride; // bytes from one index of the first dimension to the next
    uint32_t len;   // items in all
    uint32_t itemsize;
    uint32_t hash; // 0 until asked for
    uint8_t kind;  // the format's letter
    uint8_t ndim;
    uint8_t pad[2];
    uint32_t exports; // natives and wrappers that look at it: it cannot be released meanwhile
    uint32_t unused;
} MemoryView;

// EXPORTS: counted by what has the bytes. RESTRICTED: no other view can be made of it.
enum {
    MEMORYVIEW_READONLY = 1,
    MEMORYVIEW_RELEASED = 2,
    MEMORYVIEW_EXPORTS = 4,
    MEMORYVIEW_RESTRICTED = 8
};

// What stands between the views of an object of a guest class and its bytes. When the last view is
// released, or nobody can reach any, the guest's __release_buffer__ is called.
typedef struct BufferWrapper {
    Obj h;
    Value owner;    // the object; V_NONE once released
    Value view;     // the memoryview that its __buffer__ returned; V_NONE: it has bytes of its own
    Value bytes;    // Bytes, ByteArray or Array; stays
    uint32_t views; // with MEMORYVIEW_EXPORTS
    uint32_t unused;
} BufferWrapper;

static inline MemoryView *as_memoryview(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_MEMORYVIEW));
    return ref_ptr(vm, v);
}
// What has the bytes of a view that is not released.
static inline Value memoryview_store_of(Vm *vm, const MemoryView *m) {
    if (NX_LIKELY(as_obj(vm, m->obj)->type != T_BUFFER_WRAPPER)) { return m->obj; }
    return ((BufferWrapper *)ref_ptr(vm, m->obj))->bytes;
}
// The items of one index of the first dimension, and how many of those there are.
static inline uint32_t memoryview_rows(Vm *vm, const MemoryView *m) {
    return m->ndim <= 1 ? m->len : (uint32_t)int_of(as_tuple(vm, m->shape)->items[0]);
}
static inline uint32_t memoryview_row(Vm *vm, const MemoryView *m) {
    return m->ndim <= 1 || m->len == 0 ? 1 : m->len / memoryview_rows(vm, m);
}
static inline bool memoryview_contiguous(Vm *vm, const MemoryView *m) {
    if (m->len <= 1) { return true; }
    uint32_t row = memoryview_row(vm, m);
    return m->len == row || m->stride == (int64_t)m->itemsize * row;
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

// ---- the buffer protocol (buffer.c) -------------------------------------------------------------

enum { BUFFER_WRITABLE = 1, BUFFER_FULL_RO = 284 };
// Of I_BUFFER alone: a view that cannot be written is as welcome.
enum { BUFFER_LENIENT = 1 << 30 };

// v is of a guest class with __buffer__ or __release_buffer__ of its own: I_BUFFER must be asked.
NX_INTERNAL bool buffer_is_guest(Vm *vm, Value v);
// Keeps the size of what v looks at, while guest code runs, by a Value for a slot; V_RAISED. To be let
// go of afterwards, also by the native's unwind function.
NX_INTERNAL Value buffer_hold(Vm *vm, Value v);
NX_INTERNAL void buffer_let_go(Vm *vm, Value v, Value hold);
// A view of all of v's own bytes. NULL: raised.
NX_INTERNAL MemoryView *memoryview_of(Vm *vm, Value v);
// Another view of the same; NULL: raised.
NX_INTERNAL MemoryView *memoryview_derive(Vm *vm, const MemoryView *from);
// From now on it counts as a view of what it looks at; and no more.
NX_INTERNAL void memoryview_export(Vm *vm, MemoryView *m);
NX_INTERNAL void memoryview_close(Vm *vm, MemoryView *m);
NX_INTERNAL Value memoryview_release(Vm *vm, Value *a); // V_UNBOUND: memoryview_release_steps must
NX_INTERNAL Value memoryview_release_steps(Vm *vm, Frame *f); // "self, /", 1 slot of scratch
NX_INTERNAL Value memoryview_make(Vm *vm, Value *a);          // "cls, object"
NX_INTERNAL Value memoryview_make_steps(Vm *vm, Frame *f);
NX_INTERNAL Value memoryview_from_flags(Vm *vm, Frame *f); // "cls, object, flags: cint"

// __release_buffer__ and __buffer__ (PEP 688) of whatever has bytes; what cannot change has only the
// second.
extern const NativeDef buffer_methods[];
extern const TypeDef memoryview_type, buffer_wrapper_type;

#endif
