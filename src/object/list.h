// list.h: the list.
#ifndef NX_OBJECT_LIST_H
#define NX_OBJECT_LIST_H

#include "rt/typedef.h"

// Invariant: len <= the capacity of `buf`; items[0..len) hold guest values. `buf` is V_NONE only
// while the list never had an item.
typedef struct List {
    Obj h;     // n = length; small = LIST_SORTING
    Value buf; // Values
} List;

enum { LIST_SORTING = 1 }; // lent out to a sort, and nobody has put anything in since

static inline List *as_list(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_LIST));
    return ref_ptr(vm, v);
}
static inline Value *list_items(Vm *vm, const List *l) {
    return ((Values *)ref_ptr(vm, l->buf))->items; // not to be followed while the list is empty
}

NX_INTERNAL Value list_new(Vm *vm, uint32_t capacity);               // V_RAISED
NX_INTERNAL Value list_from(Vm *vm, const Value *items, uint32_t n); // V_RAISED
NX_INTERNAL bool list_reserve(Vm *vm, List *l, uint64_t capacity);   // false: raised
NX_INTERNAL bool list_append(Vm *vm, List *l, Value item);           // false: raised
// Room for `need` items; grows as CPython does, by an eighth more than is needed. False: raised.
NX_INTERNAL bool list_grow(Vm *vm, List *l, uint64_t need);
// Appends where list_grow has made room, to a list that is no part of the image.
static inline void list_put(Vm *vm, List *l, Value item) { list_items(vm, l)[l->h.n++] = item; }
// The items of a list that is not empty, to be changed directly.
static inline Value *list_open(Vm *vm, List *l) {
    obj_touch(vm, l);
    obj_touch(vm, ref_ptr(vm, l->buf));
    return list_items(vm, l);
}

extern const TypeDef list_type, list_iter_type, list_reviter_type;

#endif
