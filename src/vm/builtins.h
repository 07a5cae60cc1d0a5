// builtins.h: the native functions of the builtins module, in the files they are spread over.
#ifndef NX_VM_BUILTINS_H
#define NX_VM_BUILTINS_H

#include "rt/typedef.h"

extern const NativeDef builtin_functions[], builtin_iter_functions[], builtin_code_functions[],
    builtin_io_functions[];
NX_INTERNAL Value builtin_build_class(Vm *vm, Value *a); // builtins_code.c
NX_INTERNAL Value builtin_import(Vm *vm, Value *a);
NX_INTERNAL Value builtin_anext(Vm *vm, Frame *f); // anext.c

#endif
