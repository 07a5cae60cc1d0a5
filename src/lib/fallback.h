// fallback.h: natives whose other half is Python. The native does the usual case as a leaf, before
// its first visible change it may give up (V_UNBOUND), and then the function of the same meaning in a
// frozen module does it all.
#ifndef NX_LIB_FALLBACK_H
#define NX_LIB_FALLBACK_H

#include "object/steps_fast.h"
#include "vm/vm_internal.h"

// The function of a frozen module, or ImportError.
NX_INTERNAL Value fallback_function(Vm *vm, const char *module, const char *function);
// Ends a native with a call of the frozen module's function, with the native's first n parameters.
NX_INTERNAL Value fallback_call(Vm *vm, const char *module, const char *function, uint32_t n,
                                const Value *args);
// A comparison that needs no guest code: 1 and 0. -1: the function in Python must make it, and raise
// what it raises; nothing is raised here.
NX_INTERNAL int fallback_compare(Vm *vm, int op, Value a, Value b);
// The same of a < b.
NX_INTERNAL int fallback_less(Vm *vm, Value a, Value b);

#endif
