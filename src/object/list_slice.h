// list_slice.h: slices of lists.
#ifndef NX_OBJECT_LIST_SLICE_H
#define NX_OBJECT_LIST_SLICE_H

#include "object/list.h"
#include "object/slice.h"

// What fills a slice, or extends a list, without guest code.
static inline bool list_is_source(Vm *vm, Value v) {
    return is_exact(vm, v, T_LIST) || is_exact(vm, v, T_TUPLE);
}

// Replaces the `count` items at `at` by n others, which do not stand in this list's buffer.
NX_INTERNAL bool list_splice(Vm *vm, List *l, uint32_t at, uint32_t count, const Value *with,
                             uint32_t n); // false: raised
NX_INTERNAL Value list_get_slice(Vm *vm, const List *l, const SliceSpan *s);
NX_INTERNAL Value list_delete_slice(Vm *vm, List *l, SliceSpan s); // V_NONE
// l[slice] = seq, a list or tuple whose class is exactly that. V_NONE.
NX_INTERNAL Value list_set_slice(Vm *vm, List *l, const SliceSpan *s, Value seq);

// STEPS row "__setitem__", "self, key, value, /".
NX_INTERNAL Value list_setitem_steps(Vm *vm, Frame *f);

#endif
