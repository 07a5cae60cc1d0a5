// weak.h: objects whose death matters. See lib/weakref.c.
#ifndef NX_VM_WEAK_H
#define NX_VM_WEAK_H

#include "heap/vm.h"

// The first weak reference to v, or None.
NX_INTERNAL Value weak_first_ref(Vm *vm, Value v);

#endif
