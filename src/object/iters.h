// iters.h: iterators made of other iterators and of callables: iter(f, x), enumerate, zip, map,
// filter.
#ifndef NX_OBJECT_ITERS_H
#define NX_OBJECT_ITERS_H

#include "rt/typedef.h"

// The next item of an iterator when that needs no guest code: an item, V_STOP, V_RAISED; V_UNBOUND:
// ask I_NEXT.
NX_INTERNAL Value iter_next_leaf(Vm *vm, Value it);
// iter(callable, sentinel).
NX_INTERNAL Value call_iter_new(Vm *vm, Value callable, Value sentinel);

extern const TypeDef call_iter_type, enumerate_type, zip_type, map_type, filter_type;

#endif
