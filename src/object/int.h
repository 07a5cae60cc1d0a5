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
// An int whose class is int itself.
static inline bool is_exact_int(Vm *vm, Value v) { return is_int(v) || is_exact(vm, v, T_INT); }

NX_INTERNAL Value int_from_i64(Vm *vm, int64_t n); // V_RAISED: no memory
NX_INTERNAL Value int_from_u64(Vm *vm, uint64_t n);
// hi * 2^64 + lo, with a sign.
NX_INTERNAL Value int_from_u128(Vm *vm, uint64_t lo, uint64_t hi, bool negative);
// Sign and magnitude, normalised here; the limbs are copied.
NX_INTERNAL Value int_from_limbs(Vm *vm, const uint64_t *limbs, uint32_t n, bool negative);
NX_INTERNAL Value int_from_double(Vm *vm, double d); // truncates; d is finite
// The same number as a plain int: what int(v), +v and operator.index(v) give. v is an int.
NX_INTERNAL Value int_plain(Vm *vm, Value v);

// Magnitude of any int, bool or subclass instance: `one` receives a small one's limb.
NX_INTERNAL const uint64_t *int_magnitude(Vm *vm, Value v, uint64_t *one, uint32_t *n, bool *neg);
// True when it fits; v is an int (any kind).
NX_INTERNAL bool int_to_i64(Vm *vm, Value v, int64_t *out);
// Clamps to the range of int64_t, as index arguments do.
NX_INTERNAL int64_t int_clamp_i64(Vm *vm, Value v);
// Raises OverflowError "int too large to convert to float".
NX_INTERNAL bool int_to_double(Vm *vm, Value v, double *out);
NX_INTERNAL bool int_is_zero(Vm *vm, Value v);     // v is an int
NX_INTERNAL bool int_is_negative(Vm *vm, Value v); // v is an int
NX_INTERNAL int64_t int_hash(Vm *vm, Value v);     // CPython's

// Operators: V_NOTIMPL unless both are ints. `op` without BIN_OP_INPLACE. Exact bools give bools
// for & | ^; int / int is correctly rounded; a negative exponent gives a float.
NX_INTERNAL Value int_binary(Vm *vm, BinOp op, Value a, Value b);
NX_INTERNAL Value int_unary(Vm *vm, UnOp op, Value v);
NX_INTERNAL int int_compare(Vm *vm, Value a, Value b); // -1, 0, 1; both ints
// Compares an int with a float, exactly: -1, 0, 1, or 2 when d is a NaN.
NX_INTERNAL int int_compare_double(Vm *vm, Value a, double d);
// pow(a, b, m) of three ints; a negative b wants the inverse of a. ValueError.
NX_INTERNAL Value int_pow_mod(Vm *vm, Value a, Value b, Value m);

// Text in base 2..36 without prefix; raises ValueError beyond sys.get_int_max_str_digits.
NX_INTERNAL Value int_to_str(Vm *vm, Value v, int base);
// The digits of |v|, no sign: in `small`, or in scratch memory that lives until the next
// safepoint. NULL: raised.
enum { INT_SMALL_TEXT = 68 };
NX_INTERNAL const char *int_digits(Vm *vm, Value v, int base, char small[INT_SMALL_TEXT],
                                   size_t *len);
// int(text, base): base 0 as in source. Raises ValueError with CPython's message.
NX_INTERNAL Value int_parse(Vm *vm, Value str, int base);
// The same for text that is not a str; `shown` is what the error message quotes with its repr.
NX_INTERNAL Value int_parse_text(Vm *vm, const char *text, size_t len, int base, Value shown);

// ---- for code that computes with limbs ---------------------------------------------------------
// Charges work counted in limb operations (base/bigint.h); small amounts are free.
static inline bool int_charge(Vm *vm, uint64_t cost) {
    return cost < 64 || native_charge(vm, cost / 8);
}
// For computations that last: they end early when the host's time is over or it cancelled, and then
// `watch.stopped` is set and the reason raised.
NX_INTERNAL bool int_poll(void *vm);
static inline BigWatch int_watch(Vm *vm) { return (BigWatch){int_poll, vm, false}; }
// Scratch of n limbs: `stack` when it is long enough, else in the guest's heap. NULL: no memory.
NX_INTERNAL Limb *int_scratch(Vm *vm, uint64_t n, Limb *stack, uint32_t n_stack);

// An operand: any int. `p` may point at `one`, so an IntArg is not to be copied.
typedef struct IntArg {
    const Limb *p;
    uint32_t n;
    bool neg;
    Limb one;
} IntArg;
static inline void int_arg(Vm *vm, Value v, IntArg *a) {
    if (is_ref(v)) {
        const Int *o = ref_ptr(vm, v);
        bool ok = o->h.type == T_INT; // a slot that a loaded snapshot filled may hold anything
        NX_ASSERT(ok);
        a->p = o->limbs;
        a->n = ok ? o->h.n : 0;
        a->neg = o->h.small;
    } else {
        int64_t i = is_int(v) ? int_of(v) : v == V_TRUE;
        a->one = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
        a->p = &a->one;
        a->n = i != 0;
        a->neg = i < 0;
    }
}

// MemoryError for a number that no limit could allow.
NX_INTERNAL Value int_raise_memory(Vm *vm);

// A result under construction: room for `cap` limbs at p, on the C stack while that is short.
enum { INT_STACK = 24 };
typedef struct IntOut {
    Limb *p;
    Int *obj;
    Limb stack[INT_STACK];
} IntOut;
NX_INTERNAL bool int_out(Vm *vm, IntOut *o, uint64_t cap); // false: raised
// For a result that will need nearly all of its room: it is made where it stays.
NX_INTERNAL bool int_out_full(Vm *vm, IntOut *o, uint64_t cap);
NX_INTERNAL Value int_out_finish(Vm *vm, IntOut *o, uint32_t n, bool negative);

// Slots that bool shares.
NX_INTERNAL Value int_slot_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value int_slot_hash(Vm *vm, Value v);
NX_INTERNAL Value int_slot_truth(Vm *vm, Value v);

// A row of a steps native that is tried as a leaf first, on the bound arguments, which are also the
// first slots of its frame. V_UNBOUND from `first` means that guest code must run.
#define STEPS_FIRST(name, sig, first, fn, scratch, doc)                                            \
    { name, sig, first, fn, NULL, doc, NATIVE_STEPS, scratch, 0, 0 }
#define STEPS_FIRST_CLASS(name, sig, first, fn, scratch, doc)                                      \
    { name, sig, first, fn, NULL, doc, NATIVE_STEPS, scratch, NATIVE_CLASS, 0 }

extern const NativeDef int_methods[];
extern const GetSetDef int_getsets[];
extern const TypeDef int_type, bool_type;

#endif
