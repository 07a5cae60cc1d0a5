// steps_fast.h: small additions to rt/native.h. Rows of natives in steps that first try as a leaf:
// the leaf function answers V_UNBOUND, having changed nothing, when guest code is needed; then the
// call gets its frame. The steps function must be able to do all by itself.
#ifndef NX_OBJECT_STEPS_FAST_H
#define NX_OBJECT_STEPS_FAST_H

#include "rt/native.h"
#include "rt/typedef.h"

#define STEPS_FAST(name, sig, leaf, fn, scratch, doc)                                              \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, 0, 0 }
#define STEPS_FAST_FLAT(name, sig, leaf, fn, scratch, flat, doc)                                   \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, 0, 0, NULL, flat }
#define STEPS_FAST_UNWIND(name, sig, leaf, fn, scratch, unwind, doc)                               \
    { name, sig, leaf, fn, unwind, doc, NATIVE_STEPS, scratch, 0, 0 }
#define STEPS_SINK(name, sig, leaf, fn, scratch, sink, doc)                                        \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, 0, 0, sink }
#define STEPS_SINK_FLAT(name, sig, leaf, fn, scratch, sink, flat, doc)                             \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, 0, 0, sink, flat }
#define STEPS_FAST_MAGIC(name, sig, leaf, fn, scratch, magic, doc)                                 \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, 0, magic }

#define STEPS_FAST_CLASS(name, sig, leaf, fn, scratch, doc)                                        \
    { name, sig, leaf, fn, NULL, doc, NATIVE_STEPS, scratch, NATIVE_CLASS, 0 }

// The slots of a builtin type as such leaves, for the methods of the same meaning.
static inline Value slot_getitem_first(Vm *vm, Value *a) {
    const TypeDef *d = type_def(((Obj *)ref_ptr(vm, a[0]))->type);
    return d->getitem ? d->getitem(vm, a[0], a[1]) : V_UNBOUND;
}
static inline Value slot_setitem_first(Vm *vm, Value *a) {
    const TypeDef *d = type_def(((Obj *)ref_ptr(vm, a[0]))->type);
    return d->setitem ? d->setitem(vm, a[0], a[1], a[2]) : V_UNBOUND;
}
static inline Value slot_delitem_first(Vm *vm, Value *a) {
    const TypeDef *d = type_def(((Obj *)ref_ptr(vm, a[0]))->type);
    return d->setitem ? d->setitem(vm, a[0], a[1], V_UNBOUND) : V_UNBOUND;
}
static inline Value slot_contains_first(Vm *vm, Value *a) {
    const TypeDef *d = type_def(((Obj *)ref_ptr(vm, a[0]))->type);
    return d->contains ? d->contains(vm, a[0], a[1]) : V_UNBOUND;
}

// The state in which the native runs when this step has to be repeated (an allocation failed): for
// loops that finish several items in one step. Forgets native_catch.
static inline void native_goto(Frame *f, int state) { f->pc = (uint64_t)state; }

#endif
