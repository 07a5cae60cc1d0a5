// alias.h: generic aliases and unions of types.
#ifndef NX_OBJECT_ALIAS_H
#define NX_OBJECT_ALIAS_H

#include "object/tuple.h"

typedef struct Alias {
    Obj h;
    Value origin, args, params; // params: tuple of the type variables in args
    Value starred;              // V_TRUE for *list[int]
} Alias;

typedef struct AliasIter {
    Obj h;
    Value alias; // V_NONE: exhausted
} AliasIter;

typedef struct Union {
    Obj h;
    Value args, params;
} Union;

NX_INTERNAL Value alias_new(Vm *vm, Value origin, Value args); // args: a tuple, or one item
NX_INTERNAL Value alias_new_like(Vm *vm, Value origin, Value args, Value starred);
// The type variables in args, each once, in order of appearance: a tuple.
NX_INTERNAL Value alias_collect_params(Vm *vm, const Tuple *args);
NX_INTERNAL Value alias_repr_steps(Vm *vm, Frame *f); // of aliases and unions

NX_INTERNAL Value alias_getitem_steps(Vm *vm, Frame *f); // alias[item], union[item]

// The binary slot of types, aliases and unions: a | b.
NX_INTERNAL Value union_binary(Vm *vm, BinOp op, Value a, Value b);

extern const NativeDef alias_class_getitem[]; // one row, for the builtin generic classes
extern const TypeDef alias_type, alias_iter_type, union_type;

#endif
