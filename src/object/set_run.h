// set_run.h: the operations that combine sets.
#ifndef NX_OBJECT_SET_RUN_H
#define NX_OBJECT_SET_RUN_H

#include "object/set_steps.h"

typedef enum SetMethod { // magic numbers of rows; `_UPDATE`: changes self and returns None
    SET_UNION,
    SET_UPDATE,
    SET_INTERSECTION,
    SET_INTERSECTION_UPDATE,
    SET_DIFFERENCE,
    SET_DIFFERENCE_UPDATE,
    SET_SYMMETRIC,
    SET_SYMMETRIC_UPDATE,
    SET_DISJOINT,
    SET_SUBSET,
    SET_SUPERSET,
} SetMethod;

// self.method(*others) as a leaf; V_UNBOUND: guest code is needed (or an iterable must be drained);
// what was done to self by then can be done again, but for SET_SYMMETRIC_UPDATE: only for sets that
// nobody else has.
NX_INTERNAL Value set_run_leaf(Vm *vm, SetMethod method, Value self, const Value *others,
                               uint32_t n);

// The same in steps: slots self and operands, then scratch. With `many` the second slot is a tuple
// of operands, else the only one. Begins in state SEEK_START or SET_RUN_BEGIN.
enum { SET_RUN_SCRATCH = 12, SET_RUN_BEGIN = SEEK_OWN };
NX_INTERNAL Value set_run_steps(Vm *vm, Frame *f, SetMethod method, bool many);

#endif
