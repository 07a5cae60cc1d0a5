// seq.h: what all sequences share when guest code must run: indices that are objects with
// __index__, reflected operators of guest classes.
#ifndef NX_OBJECT_SEQ_H
#define NX_OBJECT_SEQ_H

#include "rt/typedef.h"

// Slots of I_BINARY_OP, and its stages.
enum { BINARY_A, BINARY_B, BINARY_OP, BINARY_STAGE };
enum { BINARY_INPLACE, BINARY_FIRST, BINARY_SECOND, BINARY_SEQUENCE, BINARY_REPEAT };

// Modes of I_DRAIN: just the items; as list(v), which asks v for its length; as list(iter(v)); the
// same with the words of join; ints of a byte each, as bytes(v) and bytearray(v). A class (tuple,
// set, frozenset) as the mode is called with the list.
enum { DRAIN_PLAIN, DRAIN_LISTED, DRAIN_SEQUENCE, DRAIN_JOINED, DRAIN_BYTES, DRAIN_BYTEARRAY };

// The type of v has __index__ (ints and bools included).
NX_INTERNAL bool seq_has_index(Vm *vm, Value v);
// What iter() takes without __iter__: the type of v has __getitem__, and is no mapping.
NX_INTERNAL bool seq_has_items(Vm *vm, Value v);
// The type of v has __iter__, or has_items.
NX_INTERNAL bool seq_is_iterable(Vm *vm, Value v);

// STEPS rows "__getitem__", "self, key, /", 3 slots of scratch: turns key, or the parts of a slice,
// into ints by __index__, then asks the type's getitem slot again.
NX_INTERNAL Value seq_getitem_steps(Vm *vm, Frame *f);
// STEPS rows "__setitem__", "self, key, value, /" and "__delitem__", "self, key, /", 3 slots of
// scratch: the same for the setitem slot. The value too is turned into an int when the sequence
// says V_UNBOUND and `value` has __index__.
NX_INTERNAL Value seq_setitem_steps(Vm *vm, Frame *f);
NX_INTERNAL Value seq_delitem_steps(Vm *vm, Frame *f);
// STEPS rows "__mul__" and "__rmul__", "self, value, /": the same for the binary slot.
NX_INTERNAL bool seq_check_times(Vm *vm, const Frame *f, Value times); // false: raised
NX_INTERNAL Value seq_repeat_steps(Vm *vm, Frame *f);

// `+` of a sequence and something else: TypeError `can only concatenate str (not "int") to str`, or
// V_NOTIMPL when the class of b may know better.
NX_INTERNAL Value seq_concat_error(Vm *vm, Value b, const char *type_name);
// The count in `sequence * v`. 1: *count holds it (negative counts are 0); 0: raised; -1: *why is
// to be returned: V_UNBOUND (__index__ must run) or V_NOTIMPL (v's class may know better).
NX_INTERNAL int seq_repeat_count(Vm *vm, Value v, int64_t *count, Value *why);

// Optional start and end of find, count, index …: None or ints. False: raised TypeError.
NX_INTERNAL bool seq_bound(Vm *vm, Value v, int64_t dflt, int64_t *out);
// Both, made to fit 0 <= *start, *end <= len as slices do; *start may be above *end.
NX_INTERNAL bool seq_bounds(Vm *vm, Value start, Value end, uint32_t len, int64_t *from,
                            int64_t *to);

#endif
