// slots.h: the special methods that a type's C slots stand for (`__len__`, `__add__` …).
#ifndef NX_VM_SLOTS_H
#define NX_VM_SLOTS_H

#include "vm/boot.h"

extern const NativeDef slot_natives[]; // one row for each special method, shared by all types

// Adds the special methods of the slots that the TypeDef has, unless it has a row of that name.
NX_INTERNAL bool boot_slots(Vm *vm, const NativeTable *t, Value cls, const TypeDef *def,
                            TypeTag self_tag);

#endif
