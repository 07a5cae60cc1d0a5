// steps_fast.h: small additions to rt/native.h. Rows of natives in steps that first try as a leaf:
// the leaf function answers V_UNBOUND, having changed nothing, when guest code is needed; then the
// call gets its frame. The steps function must be able to do all by itself.
#ifndef NX_OBJECT_STEPS_FAST_H
#define NX_OBJECT_STEPS_FAST_H

#include "rt/native.h"

#define STEPS_FAST(name, sig, leaf, fn, scratch, doc)                                              \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, 0, 0 }
#define STEPS_FAST_MAGIC(name, sig, leaf, fn, scratch, magic, doc)                                 \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, 0, magic }

// The state in which the native runs when this step has to be repeated (an allocation failed): for
// loops that finish several items in one step. Forgets native_catch.
static inline void native_goto(Frame *f, int state) { f->pc = (uint64_t)state; }

#endif
