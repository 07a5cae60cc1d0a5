// repr.h: repr of lists, tuples, dicts, sets and dict views.
#ifndef NX_OBJECT_REPR_H
#define NX_OBJECT_REPR_H

#include "rt/native.h"

// Slot: the text when no item's repr is guest code and nesting is moderate, else V_UNBOUND.
NX_INTERNAL Value container_repr(Vm *vm, Value v);
// STEPS "self, /" for the rest. A container whose repr is under way is OBJ_GUARDED; the unwind
// function takes that off.
enum { CONTAINER_REPR_SCRATCH = 5 };
NX_INTERNAL Value container_repr_steps(Vm *vm, Frame *f);
NX_INTERNAL void container_repr_unwind(Vm *vm, Frame *f);

#endif
