// native_kind.h: which Python class a NATIVE object shows itself as.
#ifndef NX_OBJECT_NATIVE_KIND_H
#define NX_OBJECT_NATIVE_KIND_H

#include "object/code.h"

// T_BUILTIN_METHOD for functions, T_METHOD_DESCRIPTOR or T_WRAPPER_DESCRIPTOR for methods of a
// class, T_CLASSMETHOD_DESCRIPTOR for its class methods.
NX_INTERNAL TypeTag native_class_tag(Vm *vm, const NativeObj *nat);
// T_METHOD for a function with its self, T_METHOD_WRAPPER for a special method of a builtin class,
// T_BUILTIN_METHOD for any other native.
NX_INTERNAL TypeTag method_class_tag(Vm *vm, const BoundMethod *m);

#endif
