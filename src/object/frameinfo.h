// frameinfo.h: frames as Python sees them.
#ifndef NX_OBJECT_FRAMEINFO_H
#define NX_OBJECT_FRAMEINFO_H

#include "rt/typedef.h"

NX_INTERNAL Value frameinfo_new(Vm *vm, Value code, Value globals, uint32_t pc);
extern const TypeDef frameinfo_type;

#endif
