// boot.h: making a guest from nothing: builtin types, exceptions, builtins, sys. Runs when the boot
// image is built; every other guest starts from that image.
#ifndef NX_VM_BOOT_H
#define NX_VM_BOOT_H

#include "rt/typedef.h"
#include "vm/internals.h"

// All natives and getsets of the process in the order of their numbers. Built once by the engine.
typedef struct NativeTable {
    const NativeDef **natives;
    const char **native_owners; // type, module or "" for internals: with the name, the key
    uint32_t n_natives, cap_natives;
    const GetSetDef **getsets;
    const char **getset_owners;
    uint32_t n_getsets, cap_getsets;
    NativeDef internals[I_COUNT];
} NativeTable;

// Fills the table from every TypeDef and ModuleDef. False: no memory.
NX_INTERNAL bool natives_collect(NativeTable *t);
NX_INTERNAL void natives_free(NativeTable *t);

// Fills an empty heap (heap_init was done, head zeroed). False: something was raised.
NX_INTERNAL bool boot_bare(Vm *vm, const NativeTable *t);
// Adds what a guest of an older image lacks for this library's C code.
NX_INTERNAL bool boot_grow(Vm *vm, const NativeTable *t);
// Makes a module of C ready under its name in head->frozen. False: raised.
NX_INTERNAL bool boot_module(Vm *vm, const NativeTable *t, const ModuleDef *def);

NX_INTERNAL const ModuleDef *const *c_modules(void); // ends in NULL

#endif
