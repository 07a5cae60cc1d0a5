// construct.h: the first half of every `T.__new__(cls, …)` of a builtin type.
#ifndef NX_OBJECT_CONSTRUCT_H
#define NX_OBJECT_CONSTRUCT_H

#include "rt/typedef.h"

// A zeroed object of the builtin type with that tag and count n, as an instance of cls: the type
// itself or a class derived from it. TypeError when cls is neither. NULL: raised.
NX_INTERNAL void *construct(Vm *vm, TypeTag tag, Value cls, uint64_t n);
// Only the check.
NX_INTERNAL bool construct_check(Vm *vm, TypeTag tag, Value cls);
// list(…), dict(…), set(…), tuple(…), deque(…), and str, int, float, bool of one value, for exactly these types, as a leaf: what __new__ and __init__ would make
// of at most one positional argument and, for dict, keyword arguments: args holds n positional values,
// then those of the tuple `names` (V_NONE: none). V_UNBOUND: take the usual way.
NX_INTERNAL Value construct_leaf(Vm *vm, Value cls, const Value *args, uint32_t n, Value names);

#endif
