// complex.h: complex numbers, two doubles in an object.
#ifndef NX_OBJECT_COMPLEX_H
#define NX_OBJECT_COMPLEX_H

#include "rt/typedef.h"

typedef struct Complex {
    Obj h;
    double re, im;
} Complex;

static inline bool isinstance_complex(Vm *vm, Value v) { return is_tagged(vm, v, T_COMPLEX); }
static inline Complex *as_complex(Vm *vm, Value v) {
    NX_ASSERT(isinstance_complex(vm, v));
    return ref_ptr(vm, v);
}

NX_INTERNAL Value complex_new(Vm *vm, double re, double im); // V_RAISED: no memory
// Operators; reals mixed in as C's Annex G has it (a real is not given an imaginary 0). V_NOTIMPL.
NX_INTERNAL Value complex_binary(Vm *vm, BinOp op, Value a, Value b);
NX_INTERNAL Value complex_unary(Vm *vm, UnOp op, Value v);
// (re + im j) ** (exp_re + exp_im j): ZeroDivisionError, OverflowError.
NX_INTERNAL Value complex_pow(Vm *vm, double re, double im, double exp_re, double exp_im);
NX_INTERNAL Value complex_repr(Vm *vm, Value v);
NX_INTERNAL int64_t complex_hash(double re, double im);
NX_INTERNAL Value complex_parse(Vm *vm, Value str); // complex(text); ValueError

extern const TypeDef complex_type;

#endif
