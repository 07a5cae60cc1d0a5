// gc.h: precise, non-moving mark and lazy sweep. Runs only at safepoints (object.h, rule 1).
#ifndef NX_HEAP_GC_H
#define NX_HEAP_GC_H

#include "heap/heap.h"

enum {
    GC_FIRST_THRESHOLD = 1 << 20,
    GC_MARK_STACK = 2048,
    GC_HEADROOM = 64 * 1024,
    GC_LAST_HEADROOM = 16 * 1024,
    GC_BYTES_PER_STEP = 64, // live bytes that a collection looks at in about the time of a step
};

// Collects. Finalizers and weak-reference callbacks are queued, not called. With `poison`, freed
// memory is overwritten (debug modes).
NX_INTERNAL void gc_collect(Vm *vm, bool poison);

// Memory has run out: when not even GC_LAST_HEADROOM bytes are left for a MemoryError's handler,
// GC_HEADROOM are lent above the limit, until a collection finds that much below it. What failed holds
// on to what it had made so far: a collection is due at the first step after it was unwound.
NX_INTERNAL void gc_lend_headroom(Vm *vm);
// After that collection: the handler would have to do with less than GC_LAST_HEADROOM bytes.
NX_INTERNAL bool gc_headroom_is_used(const Head *h);

// Marks what is reachable and nothing else; for dump and for looking inside. Weakly referenced and
// finalizable objects count as reachable.
NX_INTERNAL void gc_mark_all(Vm *vm);

NX_INTERNAL bool gc_is_marked(Vm *vm, const Obj *o);

// Calls visit for every marked heap object in address order, then for every changed image object.
NX_INTERNAL void gc_each_marked(Vm *vm, void (*visit)(Vm *vm, Obj *o, void *ctx), void *ctx);
NX_INTERNAL void gc_each_dirty(Vm *vm, void (*visit)(Vm *vm, Obj *o, void *ctx), void *ctx);

#endif
