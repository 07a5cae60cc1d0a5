// dict_update.h: filling dicts: update, the constructor, `|`, fromkeys, ** in calls and displays.
#ifndef NX_OBJECT_DICT_UPDATE_H
#define NX_OBJECT_DICT_UPDATE_H

#include "object/dict.h"

// What I_DICT_MERGE does with `other`; the numbers are its third argument.
enum {
    DICT_MERGE_UPDATE,  // dict.update: a mapping (an object with keys()), or pairs
    DICT_MERGE_CALL,    // ** in a call: a mapping; a key that is there already raises KeyError(key)
    DICT_MERGE_DISPLAY, // ** in a display: a mapping, else TypeError "… is not a mapping"
};

// d.update(other) as a leaf, from a dict or a list or tuple of pairs: 1 done, 0 raised, -1 guest code
// is needed (doing it again from the start is harmless).
NX_INTERNAL int dict_update_from_leaf(Vm *vm, Dict *d, Value other);

// Slots of dict.
NX_INTERNAL Value dict_binary(Vm *vm, BinOp op, Value a, Value b);
NX_INTERNAL Value dict_inplace(Vm *vm, BinOp op, Value a, Value b);
// Rows of dict: update and __init__, "self, iterable=UNBOUND, /, **kwargs".
enum { DICT_UPDATE_SCRATCH = 0, DICT_FROMKEYS_SCRATCH = 7 };
NX_INTERNAL Value dict_update_leaf(Vm *vm, Value *a);
NX_INTERNAL Value dict_update_steps(Vm *vm, Frame *f);
NX_INTERNAL Value dict_ior_steps(Vm *vm, Frame *f); // "self, value, /"
NX_INTERNAL Value dict_or_steps(Vm *vm, Frame *f);  // the same, scratch 1; magic 1: reflected
NX_INTERNAL Value dict_fromkeys_leaf(Vm *vm, Value *a);
NX_INTERNAL Value dict_fromkeys_steps(Vm *vm, Frame *f); // "cls, iterable: values, value=None, /"

#endif
