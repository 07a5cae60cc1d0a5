// float.h: floats are Values; only instances of subclasses are objects. complex is complex.h's.
#ifndef NX_OBJECT_FLOAT_H
#define NX_OBJECT_FLOAT_H

#include "rt/typedef.h"

typedef struct Float { // instance of a subclass of float
    Obj h;
    double value;
} Float;

static inline bool isinstance_float(Vm *vm, Value v) {
    return is_double(v) || is_tagged(vm, v, T_FLOAT);
}
static inline double float_of(Vm *vm, Value v) {
    return is_double(v) ? double_of(v) : ((Float *)ref_ptr(vm, v))->value;
}
NX_INTERNAL Value float_binary(Vm *vm, BinOp op, Value a, Value b); // ints mixed in; V_NOTIMPL
NX_INTERNAL Value float_repr(Vm *vm, double d);
NX_INTERNAL int64_t float_hash(double d); // CPython's; a NaN hashes to 0 here
NX_INTERNAL Value float_parse(Vm *vm, Value str); // float(text); ValueError
extern const TypeDef float_type;

#endif
