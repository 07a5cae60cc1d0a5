// singletons.h: the classes of None, NotImplemented and Ellipsis, and small read-only types.
#ifndef NX_OBJECT_SINGLETONS_H
#define NX_OBJECT_SINGLETONS_H

#include "rt/typedef.h"

NX_INTERNAL Value mappingproxy_new(Vm *vm, Value mapping);

extern const TypeDef none_type, notimpl_type, ellipsis_type, mappingproxy_type, traceback_type;

#endif
