// value.h: the 64-bit word that holds any Python object.
//
//   0x0000_0000_0000_0000 .. 0xFFF8_0000_0000_0000   a double, as itself (NaNs are 7FF8…0 or FFF8…0)
//   0xFFF9_0000_0000_00kk                            a singleton: None, True, markers of the machine
//   0xFFFA_0000_oooo_oooo                            a reference: byte offset o from the slot's base
//   0xFFFC_0000_0000_0000 .. 0xFFFF_FFFF_FFFF_FFFF   an int n in [-2^49, 2^49), stored as n - 2^49
//
// The biased int makes the common checks single instructions: two values are both ints when their
// AND is >= INT_MIN_BITS; ints compare as signed words; `index_of(v) < len` as unsigned words tests
// type and bounds at once, because anything that is not a small int is a huge number there.
//
// A reference is an offset, so a whole guest can be copied or moved; it is masked to 32 bits when
// followed, so it cannot leave the 4 GiB slot. A word whose upper half is below 0xFFF9_0000 is a
// double to the collector: plain counters may stand among Values.
#ifndef NX_HEAP_VALUE_H
#define NX_HEAP_VALUE_H

#include "base/base.h"

typedef uint64_t Value;

#define VALUE_SPECIAL_BITS 0xFFF9000000000000u
#define VALUE_REF_BITS     0xFFFA000000000000u
#define VALUE_INT_BITS     0xFFFC000000000000u
#define VALUE_MAX_DOUBLE   0xFFF8000000000000u
#define VALUE_INT_BIAS     ((int64_t)1 << 49)

// Singletons. The first four are Python's; the rest never reach guest code.
#define V_FALSE    (VALUE_SPECIAL_BITS | 0)
#define V_TRUE     (VALUE_SPECIAL_BITS | 1)
#define V_NONE     (VALUE_SPECIAL_BITS | 2)
#define V_ELLIPSIS (VALUE_SPECIAL_BITS | 3)
#define V_NOTIMPL  (VALUE_SPECIAL_BITS | 4)
#define V_UNBOUND  (VALUE_SPECIAL_BITS | 5) // variable without a value; hole in a table
#define V_STOP     (VALUE_SPECIAL_BITS | 6) // end of an iteration
#define V_RAISED   (VALUE_SPECIAL_BITS | 7) // a function failed; the exception is in the head
#define V_CALLING  (VALUE_SPECIAL_BITS | 8) // a call was prepared; the loop must make it first

static inline bool is_double(Value v) { return v <= VALUE_MAX_DOUBLE; }
static inline bool is_int(Value v) { return v >= VALUE_INT_BITS; }
static inline bool both_ints(Value a, Value b) { return (a & b) >= VALUE_INT_BITS; }
static inline bool is_ref(Value v) { return (v >> 32) == (VALUE_REF_BITS >> 32); }
static inline bool is_bool(Value v) { return (v & ~(Value)1) == V_FALSE; }

static inline bool fits_int(int64_t n) {
    return (uint64_t)n + (uint64_t)VALUE_INT_BIAS < ((uint64_t)VALUE_INT_BIAS << 1);
}
// Of a number that fits. Any other gives some int: a counter that a forged snapshot put in a native's
// slot never becomes a reference.
static inline Value int_value(int64_t n) {
    return (Value)(n - VALUE_INT_BIAS) | ~(((Value)VALUE_INT_BIAS << 1) - 1);
}
static inline int64_t int_of(Value v) { return (int64_t)(v + (uint64_t)VALUE_INT_BIAS); }
// The number for a bounds check: huge for anything but a non-negative small int.
static inline uint64_t index_of(Value v) { return v + (uint64_t)VALUE_INT_BIAS; }

static inline Value bool_value(bool b) { return V_FALSE | (Value)b; }

// NaNs made by arithmetic have either sign; both canonical patterns are doubles, others are not.
static inline Value double_value(double d) {
    return d == d ? double_bits(d) : (Value)0x7FF8000000000000u;
}
static inline double double_of(Value v) { return bits_double(v); }

static inline Value ref_value(uint32_t offset) { return VALUE_REF_BITS | offset; }
static inline uint32_t ref_offset(Value v) { return (uint32_t)v; }

#endif
