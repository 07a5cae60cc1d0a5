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
// A float or an int of any kind as a double. 1 done, 0 raised (the int is too large), -1 neither.
NX_INTERNAL int float_from_real(Vm *vm, Value v, double *out);

NX_INTERNAL Value float_binary(Vm *vm, BinOp op, Value a, Value b); // ints mixed in; V_NOTIMPL
NX_INTERNAL Value float_unary(Vm *vm, UnOp op, Value v);            // V_NOTIMPL for ~
// op is OP_*; one of the two is a float, the other a float or int, else V_NOTIMPL.
NX_INTERNAL Value float_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value float_repr(Vm *vm, double d);
NX_INTERNAL int64_t float_hash(double d);         // CPython's; a NaN hashes to 0 here
NX_INTERNAL Value float_parse(Vm *vm, Value str); // float(text); ValueError
// The same for text that is not a str; `shown` is what the error message quotes with its repr.
NX_INTERNAL Value float_parse_text(Vm *vm, const char *text, size_t len, Value shown);
// int(d): raises for infinities (OverflowError) and NaNs (ValueError).
NX_INTERNAL Value float_to_int(Vm *vm, double d);
// OverflowError(34, 'Numerical result out of range'), as C's math functions report it.
NX_INTERNAL Value float_raise_range(Vm *vm);

extern const NativeDef float_methods[];
extern const GetSetDef float_getsets[];
extern const TypeDef float_type;

#endif
