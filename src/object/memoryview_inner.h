// memoryview_inner.h: what the files of memoryview share.
#ifndef NX_OBJECT_MEMORYVIEW_INNER_H
#define NX_OBJECT_MEMORYVIEW_INNER_H

#include "object/memoryview.h"

// Makes *m the view of all of a builtin object's own bytes. False: raised.
NX_INTERNAL bool memoryview_describe(Vm *vm, Value obj, MemoryView *m);
NX_INTERNAL uint32_t memoryview_itemsize(uint8_t kind);                    // 0: no such format
NX_INTERNAL Value memoryview_load(Vm *vm, uint8_t kind, const uint8_t *p); // V_RAISED
// Writes an item: 1 done, 0 raised TypeError or ValueError, -1 guest code must convert it first, by
// memoryview_conversion.
NX_INTERNAL int memoryview_store(Vm *vm, const MemoryView *m, Value v, uint8_t *out);

#endif
