// construct.h: the first half of every `T.__new__(cls, …)` of a builtin type.
#ifndef NX_OBJECT_CONSTRUCT_H
#define NX_OBJECT_CONSTRUCT_H

#include "rt/typedef.h"

// A zeroed object of the builtin type with that tag and count n, as an instance of cls: the type
// itself or a class derived from it. TypeError when cls is neither. NULL: raised.
NX_INTERNAL void *construct(Vm *vm, TypeTag tag, Value cls, uint64_t n);
// Only the check.
NX_INTERNAL bool construct_check(Vm *vm, TypeTag tag, Value cls);

#endif
