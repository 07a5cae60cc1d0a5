// dis.h: code objects as text, for debugging and tests. Everything is told by opcodes.def.
#ifndef NX_VM_DIS_H
#define NX_VM_DIS_H

#include "object/code.h"

typedef void DisPut(void *ctx, const char *bytes, size_t len);

// One line an instruction, then handlers; `nested`: then the code objects among the constants.
NX_INTERNAL void dis_code(Vm *vm, Value code, bool nested, DisPut *put, void *ctx);

#endif
