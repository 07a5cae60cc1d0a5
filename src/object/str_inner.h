// str_inner.h: what the files of str share; nobody else includes it.
#ifndef NX_OBJECT_STR_INNER_H
#define NX_OBJECT_STR_INNER_H

#include "object/str.h"

// The rows of str, in groups by file; str.c gathers them.
extern const NativeDef str_methods[];

// a % b when it needs no guest code, else V_UNBOUND; and as a steps native ("self, value, /").
NX_INTERNAL Value str_percent_leaf(Vm *vm, Value a, Value b);

#endif
