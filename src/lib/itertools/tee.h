// tee.h: tee().
#ifndef NX_LIB_ITERTOOLS_TEE_H
#define NX_LIB_ITERTOOLS_TEE_H

#include "rt/native.h"

NX_INTERNAL Value tee_first(Vm *vm, Value *a);
NX_INTERNAL Value tee_steps(Vm *vm, Frame *f);

#endif
