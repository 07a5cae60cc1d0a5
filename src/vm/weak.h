// weak.h: objects whose death matters. See lib/weakref.c.
#ifndef NX_VM_WEAK_H
#define NX_VM_WEAK_H

#include "heap/vm.h"

// v's class has __del__: it is called once v is unreachable. False: no memory.
NX_INTERNAL bool weak_add_finalizable(Vm *vm, Value v);

#endif
