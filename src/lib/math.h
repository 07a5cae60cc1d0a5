// math.h: what the files of the math module share.
#ifndef NX_LIB_MATH_H
#define NX_LIB_MATH_H

#include "object/int.h" // STEPS_FIRST

// In a steps native: makes the items of the exact list or tuple f->slot[slot] floats and ints
// (`op` I_TO_FLOAT) or ints (I_INDEX), asking those that are of other types. It is called in state
// `ask` and, with a result, in state `got`, which comes back to `ask`. slot[at] is scratch and
// V_UNBOUND at first. V_NONE: done, and slot[slot] is a copy if anything was asked; else that is to
// be returned.
NX_INTERNAL Value math_numbers(Vm *vm, Frame *f, int ask, int got, Internal op, int slot, int at);

// The items of the list or tuple in f->slot[slot]; false: there is none (raised).
NX_INTERNAL bool math_items(Vm *vm, const Frame *f, int slot, const Value **items, uint32_t *n);

// Whether math_numbers has nothing to ask.
NX_INTERNAL bool math_all_reals(Vm *vm, Value seq);

// math_int.c
NX_INTERNAL Value math_comb(Vm *vm, Value *a);
NX_INTERNAL Value math_factorial(Vm *vm, Value *a);
NX_INTERNAL Value math_gcd_first(Vm *vm, Value *a);
NX_INTERNAL Value math_gcd_flat(Vm *vm, const Value *args, uint32_t n);
NX_INTERNAL Value math_gcd(Vm *vm, Frame *f);
NX_INTERNAL Value math_isqrt(Vm *vm, Value *a);
NX_INTERNAL Value math_lcm_first(Vm *vm, Value *a);
NX_INTERNAL Value math_lcm(Vm *vm, Frame *f);
NX_INTERNAL Value math_perm(Vm *vm, Value *a);
// math_sum.c
NX_INTERNAL Value math_dist_first(Vm *vm, Value *a);
NX_INTERNAL Value math_dist(Vm *vm, Frame *f);
NX_INTERNAL Value math_fsum_first(Vm *vm, Value *a);
NX_INTERNAL Value math_fsum(Vm *vm, Frame *f);
NX_INTERNAL Value math_hypot_first(Vm *vm, Value *a);
NX_INTERNAL Value math_hypot(Vm *vm, Frame *f);
NX_INTERNAL Value math_prod(Vm *vm, Frame *f);
NX_INTERNAL Value math_sumprod(Vm *vm, Frame *f);

extern const ModuleDef math_module;

#endif
