// frame_locals.h: what f_locals gives: the variables of a frame as a mapping that writes through.
#ifndef NX_VM_FRAME_LOCALS_H
#define NX_VM_FRAME_LOCALS_H

#include "vm/frameinfo.h"

typedef struct FrameLocals {
    Obj h;
    Value info; // FrameInfo
} FrameLocals;

NX_INTERNAL Value frame_locals_new(Vm *vm, Value info);

extern const TypeDef frame_locals_type;

#endif
