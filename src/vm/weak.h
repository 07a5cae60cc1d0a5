// weak.h: objects whose death matters. See lib/weakref.c.
#ifndef NX_VM_WEAK_H
#define NX_VM_WEAK_H

#include "heap/vm.h"

// v's class has __del__: it is called once v is unreachable. False: no memory.
NX_INTERNAL bool weak_add_finalizable(Vm *vm, Value v);
// The first weak reference to v, or None.
NX_INTERNAL Value weak_first_ref(Vm *vm, Value v);

#endif
