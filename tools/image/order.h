// order.h: where the objects of an image stand.
#ifndef NX_TOOLS_IMAGE_ORDER_H
#define NX_TOOLS_IMAGE_ORDER_H

#include "heap/vm.h"

// Every object that an image needs once, as offsets, in the order they are to be written; to be
// freed. NULL: no host memory.
uint32_t *order_objects(Vm *vm, uint32_t *n);

#endif
