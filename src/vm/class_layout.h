// class_layout.h: what the instances of a guest class have room for.
#ifndef NX_VM_CLASS_LAYOUT_H
#define NX_VM_CLASS_LAYOUT_H

#include "object/type.h"

// __dict__ and __weakref__ of instances: the getsets with the numbers 0 and 1.
extern const GetSetDef instance_getsets[];

#endif
