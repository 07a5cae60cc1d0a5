// fork.c: a guest's bytes into another slot of the same engine. References are offsets, so the copy is
// the same guest; nothing is looked at. A guest that has left much garbage behind is better written and
// read, which takes only what lives.
#include "snap/snap.h"

#include "heap/gc.h"

enum { FORK_ALWAYS = 1 << 20 }; // bytes that are copied whatever lives in them

static void fork_changed(Vm *vm, Obj *o, void *ctx) {
    const Vm *to = ctx;
    memcpy(to->base + ((uint8_t *)o - vm->base), o, obj_size(o));
}

bool snap_fork(Vm *to, Vm *from) {
    const Head *h = from->head, *t = to->head;
    uint64_t bytes = h->frontier - h->dirty_map;
    bool alike = t->image_end == h->image_end && t->dirty_map == h->dirty_map && t->map == h->map &&
                 t->heap_start == h->heap_start && t->heap_end == h->heap_end;
    if (!alike || (bytes > FORK_ALWAYS && bytes > 2 * heap_charged(h))) { return false; }
    gc_each_dirty(from, fork_changed, to);
    memcpy(to->base + h->dirty_map, from->base + h->dirty_map, (size_t)bytes);
    memcpy(to->base, from->base, sizeof(Head));
    vm_attach(to, to->base);
    return true;
}
