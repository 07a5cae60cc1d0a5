// verify.h: whether objects that came from outside keep the rules that C code relies on.
#ifndef NX_SNAP_VERIFY_H
#define NX_SNAP_VERIFY_H

#include "vm/vm_internal.h"

// Kinds of objects that a snapshot may bring. The others exist in the image alone, or not at all.
NX_INTERNAL bool verify_may_be_new(TypeTag type);
// Kinds of image objects that a guest can change.
NX_INTERNAL bool verify_may_change(TypeTag type);

// Kinds of the machine's own objects: shapes, frames, buffers … No guest code sees them, and objects of
// kind `holder` may refer to one in that field.
static inline bool verify_is_machine(uint8_t type) { return type <= T_SHAPE; }
NX_INTERNAL bool verify_may_hold(TypeTag holder, uint32_t field, TypeTag machine);

// One object by itself and its direct neighbours: the types of its fields, sizes, counts, text.
// Frames are checked by verify_frame. False: no C code may see it.
NX_INTERNAL bool verify_object(Vm *vm, const Obj *o);

// What may follow a shape when an attribute is added: a shape, or VALUES of them.
NX_INTERNAL bool verify_children(Vm *vm, const Shape *s, Value children);
NX_INTERNAL bool verify_root_shape(Vm *vm, Value shape, Value cls);

// Inline caches believe what the instructions of one code object put there: no two have the same.
// `small` marks those that have their code, until all is verified.
NX_INTERNAL bool verify_take_caches(Vm *vm, Value caches);
NX_INTERNAL bool verify_image_caches(Vm *vm);

// Checks a frame as the writer left it, with pc as an index, and makes it ready to run. All code
// objects must have been verified.
NX_INTERNAL bool verify_frame(Vm *vm, Frame *f);
// Only the latter: pc becomes the place of an instruction.
NX_INTERNAL void verify_make_ready(Vm *vm, Frame *f);
// A generator and its frame, or a frame and the one that waits for it: after all frames are ready.
NX_INTERNAL bool verify_generator(Vm *vm, const Obj *o);
NX_INTERNAL bool verify_link(Vm *vm, const Frame *f);
// The roots and counters of the head, and the chain of running frames, of at most n frames.
NX_INTERNAL bool verify_head(Vm *vm, uint32_t n_frames);

#endif
