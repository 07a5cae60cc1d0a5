// iters.h: iterators made of other iterators and of callables: iter(f, x), enumerate, zip, map,
// filter.
#ifndef NX_OBJECT_ITERS_H
#define NX_OBJECT_ITERS_H

#include "rt/typedef.h"

struct SeqIter;

// The next item of an iterator when that needs no guest code: an item, V_STOP, V_RAISED; V_UNBOUND:
// ask I_NEXT.
NX_INTERNAL Value iter_next_leaf(Vm *vm, Value it);
// The same for a composite iterator over `it`, which must stand below it: so C recursion has an end
// even where iterators come and go while they are used.
NX_INTERNAL Value iter_next_below(Vm *vm, const Obj *above, Value it);
// How many levels a composite over this iterator has; up to ITER_DEPTH they are used as leaves.
enum { ITER_DEPTH = 4 };
NX_INTERNAL uint8_t iter_depth_above(Vm *vm, Value it);
// A leaf failed: true when the step will be repeated (memory), false when it raised.
static inline bool iter_will_retry(Vm *vm) { return !vm->stop && vm->head->exc == V_NONE; }
// A zip, not strict, of two lists or tuples that go on: their iterators, NULL when it is none.
NX_INTERNAL bool zip_of_two(Vm *vm, Value zip, struct SeqIter **first, struct SeqIter **second);
// iter(callable, sentinel).
NX_INTERNAL Value call_iter_new(Vm *vm, Value callable, Value sentinel);

extern const TypeDef call_iter_type, enumerate_type, zip_type, map_type, filter_type;

#endif
