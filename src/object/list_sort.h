// list_sort.h: the stable merge sort of list.sort and sorted.
#ifndef NX_OBJECT_LIST_SORT_H
#define NX_OBJECT_LIST_SORT_H

#include "rt/native.h"

// STEPS "list, key, reverse, /" with this much scratch: sorts a list in place. Serves both the row
// "sort" and I_MERGE_SORT. The unwind function puts the items back into the list.
enum { MERGE_SORT_SCRATCH = 8, SORT_FIRST_MOST = 64 };
// What the frame of one says fits together: its steps believe it.
NX_INTERNAL bool merge_sort_fits(Vm *vm, const Frame *f);
NX_INTERNAL void merge_sort_unwind(Vm *vm, Frame *f);

// The same as a leaf, below SORT_FIRST_MOST items that need no guest code: V_NONE, or V_UNBOUND.
NX_INTERNAL Value list_sort_first(Vm *vm, Value *a);

// Sorts n pairs (str, value) by their strs, as a leaf. False: raised.
NX_INTERNAL bool list_sort_by_str(Vm *vm, Values *pairs, uint32_t n);

#endif
