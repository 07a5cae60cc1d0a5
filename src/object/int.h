// int.h: integers. Small ones are Values; larger ones are sign and 64-bit limbs (heap/object.h).
// bool shares the arithmetic.
#ifndef NX_OBJECT_INT_H
#define NX_OBJECT_INT_H

#include "base/bigint.h"
#include "rt/typedef.h"

// Any int or bool, subclasses included.
static inline bool isinstance_int(Vm *vm, Value v) {
    return is_int(v) || is_bool(v) || is_tagged(vm, v, T_INT);
}
NX_INTERNAL Value int_from_i64(Vm *vm, int64_t n);  // V_RAISED: no memory
NX_INTERNAL Value int_from_u64(Vm *vm, uint64_t n);
// Normalised magnitude and sign; the limbs are copied.
NX_INTERNAL Value int_from_limbs(Vm *vm, const uint64_t *limbs, uint32_t n, bool negative);
NX_INTERNAL Value int_from_double(Vm *vm, double d); // truncates; d is finite

// Magnitude of any int, bool or subclass instance: `one` receives a small one's limb.
NX_INTERNAL const uint64_t *int_magnitude(Vm *vm, Value v, uint64_t *one, uint32_t *n, bool *neg);
// True when it fits; v is an int (any kind).
NX_INTERNAL bool int_to_i64(Vm *vm, Value v, int64_t *out);
// Clamps to the range of int64_t, as index arguments do.
NX_INTERNAL int64_t int_clamp_i64(Vm *vm, Value v);
// Raises OverflowError "int too large to convert to float".
NX_INTERNAL bool int_to_double(Vm *vm, Value v, double *out);
NX_INTERNAL int64_t int_hash(Vm *vm, Value v); // CPython's
NX_INTERNAL Value int_binary(Vm *vm, BinOp op, Value a, Value b); // V_NOTIMPL unless both are ints
NX_INTERNAL Value int_unary(Vm *vm, UnOp op, Value v);
NX_INTERNAL int int_compare(Vm *vm, Value a, Value b); // -1, 0, 1; both ints
// Text in base 2..36 without prefix; raises ValueError beyond sys.get_int_max_str_digits.
NX_INTERNAL Value int_to_str(Vm *vm, Value v, int base);
// int(text, base): base 0 as in source. Raises ValueError with CPython's message.
NX_INTERNAL Value int_parse(Vm *vm, Value str, int base);
// Clamped slice arithmetic as PySlice_AdjustIndices; returns the count.
extern const TypeDef int_type, bool_type;

#endif
