// items.h: what lists and tuples do alike: comparing, searching, repeating. Each operation has a
// leaf form for the slots and a steps form that continues where guest code must decide.
#ifndef NX_OBJECT_ITEMS_H
#define NX_OBJECT_ITEMS_H

#include "rt/typedef.h"

// Copying n Values costs steps, but little.
static inline bool items_charge(Vm *vm, uint64_t n) { return native_charge(vm, n / 16); }

// The items of an exact list, tuple, set, dict, view, range, str … as an exact list or tuple; a list
// or tuple is the answer itself. V_UNBOUND: v is an iterator or guest code is needed. V_RAISED.
NX_INTERNAL Value items_of_leaf(Vm *vm, Value v);

// In [from, to): the position of the first item that is not surely different from v; `to` when there
// is none. *equal: 1 when it is equal, -1 when guest code must tell.
NX_INTERNAL uint32_t items_scan(Vm *vm, const Value *items, uint32_t from, uint32_t to, Value v,
                                int *equal);

typedef enum ItemsFound { ITEMS_RAISED, ITEMS_FOUND, ITEMS_ABSENT, ITEMS_ASK } ItemsFound;

// Looks for v among the items of seq from *at on, as `is` or `==`; stops before `to`, or where the
// items end. FOUND: at *at. ASK: guest code must compare the item at *at.
NX_INTERNAL ItemsFound items_find(Vm *vm, Value seq, uint32_t *at, uint64_t to, Value v);

// Slots: a and b of which a is a list or tuple.
NX_INTERNAL Value items_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value items_contains(Vm *vm, Value seq, Value v);

// STEPS "self, value, /", scratch 1, magic OP_*: `__lt__` … `__ge__`.
NX_INTERNAL Value items_compare_steps(Vm *vm, Frame *f);
// STEPS "self, key, /", scratch 1: `__contains__`.
NX_INTERNAL Value items_contains_steps(Vm *vm, Frame *f);
// STEPS_FAST "self, value, /", scratch 2: `count`.
NX_INTERNAL Value items_count(Vm *vm, Value *a);
NX_INTERNAL Value items_count_steps(Vm *vm, Frame *f);
// STEPS_FAST "self, value, start=0, stop=4294967296, /", scratch 1: `index`.
NX_INTERNAL Value items_index(Vm *vm, Value *a);
NX_INTERNAL Value items_index_steps(Vm *vm, Frame *f);

// The rows of the comparisons, for a type's methods.
#define ITEMS_COMPARE_ROWS                                                                         \
    STEPS_MAGIC("__eq__", "self, value, /", items_compare_steps, 1, NULL, OP_EQ,                   \
                "Whether self == value."),                                                         \
        STEPS_MAGIC("__ge__", "self, value, /", items_compare_steps, 1, NULL, OP_GE,               \
                    "Whether self >= value."),                                                     \
        STEPS_MAGIC("__gt__", "self, value, /", items_compare_steps, 1, NULL, OP_GT,               \
                    "Whether self > value."),                                                      \
        STEPS_MAGIC("__le__", "self, value, /", items_compare_steps, 1, NULL, OP_LE,               \
                    "Whether self <= value."),                                                     \
        STEPS_MAGIC("__lt__", "self, value, /", items_compare_steps, 1, NULL, OP_LT,               \
                    "Whether self < value."),                                                      \
        STEPS_MAGIC("__ne__", "self, value, /", items_compare_steps, 1, NULL, OP_NE,               \
                    "Whether self != value.")

// Fills to[0 .. len) with copies of the n items; to == items: behind them. len is 0 or >= n.
NX_INTERNAL void items_repeat(Value *to, const Value *items, uint64_t n, uint64_t len);
// n * count as a length; false when no memory could ever hold it (then MemoryError is raised).
NX_INTERNAL bool items_repeated_length(Vm *vm, uint32_t n, int64_t count, uint64_t *len);

#endif
