// deque.h: collections.deque, a ring of values.
#ifndef NX_OBJECT_DEQUE_H
#define NX_OBJECT_DEQUE_H

#include "object/items.h"

// Invariants: n <= cap, which is the capacity of `buf`; head < cap, or both are 0; with a maxlen,
// n <= maxlen. Item i stands at deque_at(d, i).
typedef struct Deque {
    Obj h;           // n = length
    Value buf;       // Values; V_NONE while cap is 0
    int64_t maxlen;  // DEQUE_UNBOUNDED, or how many items there may be
    uint32_t head;   // place of the first item
    uint32_t cap;    // places
    uint32_t state;  // another one after every change of length or order: iterators notice
    uint32_t unused; // 0
} Deque;

enum { DEQUE_UNBOUNDED = -1 };

static inline Deque *as_deque(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_DEQUE));
    return ref_ptr(vm, v);
}
// Of a deque that has places.
static inline Values *deque_buf(Vm *vm, const Deque *d) { return ref_ptr(vm, d->buf); }
// The place of item i, for i <= n < 2 * cap.
static inline uint32_t deque_at(const Deque *d, uint32_t i) {
    uint32_t at = d->head + i;
    return at >= d->cap ? at - d->cap : at;
}

// ---- deque.c -----------------------------------------------------------------------------------

// The items as a new list; V_RAISED.
NX_INTERNAL Value deque_list(Vm *vm, const Deque *d);
// A new exact deque with the same items and maxlen and room for more; V_RAISED.
NX_INTERNAL Value deque_copy(Vm *vm, const Deque *d, uint32_t more);
NX_INTERNAL Value deque_new(Vm *vm, int64_t maxlen);
// Room for one item more at either end; false: raised.
NX_INTERNAL bool deque_room(Vm *vm, Deque *d);
// One item more; what is beyond maxlen falls out at the other end. There is room for it.
NX_INTERNAL void deque_push(Vm *vm, Deque *d, Value item);
NX_INTERNAL void deque_push_left(Vm *vm, Deque *d, Value item);
// The first item of a deque that is not empty, taken out.
NX_INTERNAL Value deque_take_left(Vm *vm, Deque *d);
// All of them; nothing is changed when memory fails.
NX_INTERNAL bool deque_extend_items(Vm *vm, Deque *d, const Value *items, uint32_t n, bool left);
NX_INTERNAL void deque_clear(Vm *vm, Deque *d);
// The item i goes. False: raised, nothing was changed.
NX_INTERNAL bool deque_delete(Vm *vm, Deque *d, uint32_t i);
// d times count: into a new deque (`into` NULL), else into that one. Values and V_RAISED.
NX_INTERNAL Value deque_repeat(Vm *vm, const Deque *d, int64_t count, Deque *into);

// ---- deque_steps.c: natives that may have to run guest code ------------------------------------

NX_INTERNAL Value deque_add_steps(Vm *vm, Frame *f);       // "self, value, /", 1 slot of scratch
NX_INTERNAL Value deque_multiply_steps(Vm *vm, Frame *f);  // the same
NX_INTERNAL Value deque_imultiply_steps(Vm *vm, Frame *f); // "self, value, /"
NX_INTERNAL Value deque_copy_first(Vm *vm, Value *a);
NX_INTERNAL Value deque_copy_steps(Vm *vm, Frame *f); // "self, /"
// Rows "self, iterable, /", 1 slot of scratch, magic: true for the left end.
NX_INTERNAL Value deque_extend_first(Vm *vm, Value *a);
NX_INTERNAL Value deque_extend_left_first(Vm *vm, Value *a);
NX_INTERNAL Value deque_extend_steps(Vm *vm, Frame *f);
NX_INTERNAL Value deque_iadd_steps(Vm *vm, Frame *f);
// "self, iterable=UNBOUND, maxlen=None", 1 slot of scratch.
NX_INTERNAL Value deque_init_first(Vm *vm, Value *a);
NX_INTERNAL Value deque_init_steps(Vm *vm, Frame *f);
NX_INTERNAL Value deque_reduce_steps(Vm *vm, Frame *f); // "self, /"
NX_INTERNAL Value deque_repr_first(Vm *vm, Value *a);
NX_INTERNAL Value deque_repr_steps(Vm *vm, Frame *f); // "self, /"
NX_INTERNAL void deque_repr_unwind(Vm *vm, Frame *f);
// deque(), deque(iterable), deque(iterable, maxlen) as construct_leaf has it.
NX_INTERNAL Value deque_construct(Vm *vm, const Value *args, uint32_t n, Value names);

// ---- deque_search.c: natives that compare items ------------------------------------------------

enum { DEQUE_CONTAINS, DEQUE_COUNT, DEQUE_INDEX, DEQUE_REMOVE };
NX_INTERNAL Value deque_contains(Vm *vm, Value deque, Value item); // the slot
NX_INTERNAL Value deque_count_first(Vm *vm, Value *a);
NX_INTERNAL Value deque_index_first(Vm *vm, Value *a);
NX_INTERNAL Value deque_remove_first(Vm *vm, Value *a);
// Magic: which of the above. 3 slots of scratch behind the parameters.
NX_INTERNAL Value deque_search_steps(Vm *vm, Frame *f);
// "self, value, /", 5 slots of scratch, magic OP_*.
NX_INTERNAL Value deque_compare_steps(Vm *vm, Frame *f);

// ---- deque_iter.c ------------------------------------------------------------------------------

NX_INTERNAL Value deque_iter(Vm *vm, Value deque);
NX_INTERNAL Value deque_reversed(Vm *vm, Value *a);

extern const TypeDef deque_type, deque_iter_type, deque_reviter_type;

#endif
