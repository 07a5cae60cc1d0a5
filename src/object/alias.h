// alias.h: generic aliases and unions of types.
#ifndef NX_OBJECT_ALIAS_H
#define NX_OBJECT_ALIAS_H

#include "rt/typedef.h"

typedef struct Alias {
    Obj h;
    Value origin, args, params; // params: tuple of the type variables in args
    Value starred;              // V_TRUE for *list[int]
} Alias;

typedef struct Union {
    Obj h;
    Value args, params;
} Union;

NX_INTERNAL Value alias_new(Vm *vm, Value origin, Value args); // args: a tuple, or one item
NX_INTERNAL Value union_new(Vm *vm, Value a, Value b);         // V_NOTIMPL: not types

extern const NativeDef alias_class_getitem[]; // one row, for the builtin generic classes
extern const TypeDef alias_type, union_type;

#endif
