// slice.h: slice objects, and the index arithmetic that all sequences share.
#ifndef NX_OBJECT_SLICE_H
#define NX_OBJECT_SLICE_H

#include "rt/typedef.h"

typedef struct Slice {
    Obj h;
    Value start, stop, step;
} Slice;

typedef struct SliceSpan {
    int64_t start, stop, step; // step != 0; start and stop clamped to the sequence
    uint32_t count;            // items selected
} SliceSpan;

static inline Slice *as_slice(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_SLICE));
    return ref_ptr(vm, v);
}

NX_INTERNAL Value slice_new(Vm *vm, Value start, Value stop, Value step);
// Resolves against a length. 1 done, 0 raised (step 0, or a bad type), -1: a bound is an object
// with __index__ and guest code must run first (object/seq.h).
NX_INTERNAL int slice_resolve(Vm *vm, Value slice, uint32_t len, SliceSpan *out);
// slice.indices(len) for a length of any size: a tuple (start, stop, step) of ints, clamped. The
// members are ints or None. Raises ValueError.
NX_INTERNAL Value slice_indices_of(Vm *vm, Value slice, Value len);
// A plain index key: 1 *at is in [0, len); 0 raised (IndexError "<what> index out of range", or
// TypeError "<what> indices must be integers or slices, not X"); -1 guest __index__ must run.
NX_INTERNAL int index_resolve(Vm *vm, Value key, uint32_t len, const char *what, uint32_t *at);

// hash() of None or an int, which is all that ranges and most slices hold.
NX_INTERNAL int64_t slice_member_hash(Vm *vm, Value v);

extern const TypeDef slice_type;

#endif
