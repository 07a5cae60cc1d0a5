// seq_iters.h: iterators over lists, tuples and anything with __getitem__.
#ifndef NX_OBJECT_SEQ_ITERS_H
#define NX_OBJECT_SEQ_ITERS_H

#include "rt/typedef.h"

// LIST_ITER, LIST_REVITER, TUPLE_ITER, SEQ_ITER, REVERSED: where the iteration stands.
typedef struct SeqIter {
    Obj h;
    Value seq;  // V_NONE once exhausted: it stays so even if the sequence grows
    int64_t at; // position of the next item
} SeqIter;

static inline SeqIter *as_seq_iter(Vm *vm, Value v) { return ref_ptr(vm, v); }

NX_INTERNAL Value list_iter(Vm *vm, Value list);
NX_INTERNAL Value list_iter_next(Vm *vm, Value it); // the slot
NX_INTERNAL Value list_reversed(Vm *vm, Value *a);
NX_INTERNAL Value tuple_iter(Vm *vm, Value tuple);
// An iterator that calls __getitem__ with 0, 1, 2 … until IndexError.
NX_INTERNAL Value seq_iter_new(Vm *vm, Value seq);
NX_INTERNAL Value memory_iter_new(Vm *vm, Value view); // the same, of a class of its own

extern const TypeDef list_iter_type, list_reviter_type, tuple_iter_type, seq_iter_type,
    memory_iter_type, reversed_type;

#endif
