// tuple.h: the tuple (layout in heap/object.h).
#ifndef NX_OBJECT_TUPLE_H
#define NX_OBJECT_TUPLE_H

#include "rt/typedef.h"

static inline Tuple *as_tuple(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_TUPLE));
    return ref_ptr(vm, v);
}
NX_INTERNAL Value tuple_from(Vm *vm, const Value *items, uint64_t n); // exact; V_RAISED
NX_INTERNAL Value tuple_pack2(Vm *vm, Value a, Value b);
// Items of an exact or derived list or tuple, without a copy.
NX_INTERNAL const Value *seq_items(Vm *vm, Value seq, uint32_t *n);
// An exact tuple whose items all have that tag.
NX_INTERNAL bool is_tuple_of(Vm *vm, Value v, TypeTag tag);
extern const TypeDef tuple_type, tuple_iter_type;

#endif
