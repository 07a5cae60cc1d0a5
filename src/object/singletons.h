// singletons.h: the classes of None, NotImplemented and Ellipsis, and small read-only types.
#ifndef NX_OBJECT_SINGLETONS_H
#define NX_OBJECT_SINGLETONS_H

#include "rt/typedef.h"

// None, True, False, Ellipsis or NotImplemented as text.
NX_INTERNAL Value singleton_repr(Vm *vm, Value v);
NX_INTERNAL Value mappingproxy_new(Vm *vm, Value mapping);

extern const TypeDef none_type, notimpl_type, ellipsis_type, mappingproxy_type, traceback_type;

#endif
