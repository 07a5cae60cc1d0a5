// functools.h: what the C files behind functools share.
#ifndef NX_LIB_FUNCTOOLS_H
#define NX_LIB_FUNCTOOLS_H

#include "object/type.h"

NX_INTERNAL Value placeholder_get(Vm *vm);
NX_INTERNAL bool placeholder_init(Vm *vm); // makes it; false: no memory

#endif
