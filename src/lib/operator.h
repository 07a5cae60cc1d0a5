// operator.h: what the C files behind operator share.
#ifndef NX_LIB_OPERATOR_H
#define NX_LIB_OPERATOR_H

#include "rt/typedef.h"

extern const NativeDef operator_functions[]; // the operators, in operator_functions.c
// A call of an itemgetter and its kin has one argument. False: raised.
NX_INTERNAL bool getter_check(Vm *vm, Value v, uint32_t n, Value names);
// STEPS row "__repr__", "self, /": the class and its first Value, a tuple, as the arguments.
NX_INTERNAL Value getter_repr_steps(Vm *vm, Frame *f);

#endif
