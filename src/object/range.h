// range.h: ranges and their iterators.
#ifndef NX_OBJECT_RANGE_H
#define NX_OBJECT_RANGE_H

#include "rt/typedef.h"

typedef struct Range {
    Obj h;
    Value start, stop, step, len; // plain ints; step is not 0
} Range;

// Yields `next`, next + step …; neither that nor the last addition leaves int64_t.
typedef struct RangeIter {
    Obj h;
    int64_t next, step, remaining;
} RangeIter;

// The same for ints of any size.
typedef struct LongRangeIter {
    Obj h;
    Value next, step, remaining;
} LongRangeIter;

static inline Range *as_range(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_RANGE));
    return ref_ptr(vm, v);
}

NX_INTERNAL Value range_reversed(Vm *vm, Value *a); // range.__reversed__
// From any ints. Raises ValueError when step is 0.
NX_INTERNAL Value range_new(Vm *vm, Value start, Value stop, Value step);
NX_INTERNAL Value range_iter_new(Vm *vm, Value range);

extern const TypeDef range_type, range_iter_type, longrange_iter_type;

#endif
