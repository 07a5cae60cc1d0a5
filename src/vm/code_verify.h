// code_verify.h: whether a code object may be run at all.
#ifndef NX_VM_CODE_VERIFY_H
#define NX_VM_CODE_VERIFY_H

#include "object/code.h"

// True when every instruction names only registers, constants, names, caches and free variables
// that are there, every jump and handler leads to an instruction, and the end is not run over.
// What values the registers will hold is not looked at. False, too, when there is no memory.
NX_INTERNAL bool code_verify(Vm *vm, const Code *code);

#endif
