// heap.h: allocation inside a slot, write barriers, charging. See object.h for the contract.
//
// Objects up to HEAP_MAX_SMALL bytes live in 8 KiB blocks of one size class; larger ones in runs of
// whole blocks. Each block starts with its mark bits. A guest is charged for size classes, never
// for addresses, so limits and collection points are the same on every platform.
#ifndef NX_HEAP_HEAP_H
#define NX_HEAP_HEAP_H

#include "heap/vm.h"

enum {
    BLOCK_SIZE = 8192,
    BLOCK_HEADER = 16 + BLOCK_SIZE / 64,
    HEAP_MAX_SMALL = 2008,
    HEAP_HEAD_SIZE = 4096,
};

enum { BLOCK_FREE, BLOCK_SMALL, BLOCK_LARGE, BLOCK_TAIL };
enum { BLOCK_RESCAN = 0x80 }; // added while marking: some object here overflowed the mark stack

typedef struct Block {
    uint32_t size;  // of each object; of the whole run when large
    uint32_t next;  // next block of the same size class
    uint32_t fresh; // first never used byte, relative to the block
    uint8_t cls, pad[3];
    uint64_t marks[BLOCK_SIZE / 8 / 64];
} Block;

_Static_assert(sizeof(Block) == BLOCK_HEADER, "block header size");

// Bytes an object of `size` is charged: its size class, or whole blocks.
NX_INTERNAL uint32_t heap_charge_of(uint64_t size);

// Lays out an empty heap between the image and `heap_end`; everything there is zero.
NX_INTERNAL void heap_init(Vm *vm, uint32_t heap_start, uint32_t heap_end);

// A zeroed object with its header set; NULL when the budget is short (see object.h, rule 2).
NX_INTERNAL void *heap_new(Vm *vm, TypeTag type, uint64_t n);
// The same as an instance of a guest-defined subclass.
NX_INTERNAL void *heap_new_ext(Vm *vm, TypeTag type, uint64_t n, Value shape);
// The same, but only the header is initialised: the caller writes every other byte at once.
NX_INTERNAL void *heap_new_raw(Vm *vm, TypeTag type, uint64_t n);

// True when `bytes` more could be allocated now; otherwise notes the need (see NX_NEED).
NX_INTERNAL bool heap_need(Vm *vm, uint64_t bytes);

// Gives back the tail of a VALUES or BLOB right after it was filled: only lowers its count.
NX_INTERNAL void heap_shrink(Vm *vm, Obj *o, uint32_t n);

// Sets how much is charged now, and when the next look is due.
NX_INTERNAL void heap_set_charged(Vm *vm, uint64_t charged);
// Ends the current slice of steps at the next step, without changing their count.
static inline void vm_request_safepoint(Vm *vm) {
    vm->head->steps += vm->head->budget;
    vm->head->budget = 0;
}

// Shared slow paths; use the inline functions below.
NX_INTERNAL void *heap_alloc_slow(Vm *vm, uint32_t cls);
NX_INTERNAL void *heap_alloc_large(Vm *vm, uint64_t size);
NX_INTERNAL void heap_log_write(Vm *vm, Obj *o);

extern const uint8_t heap_class_of[HEAP_MAX_SMALL / 8 + 1];
extern const uint16_t heap_class_size[HEAP_CLASSES];

// Raw bytes of a size class. Whoever calls it writes a header at once.
static inline void *heap_alloc_small(Vm *vm, uint32_t cls) {
    SizeClass *c = &vm->head->classes[cls];
    uint32_t size = heap_class_size[cls];
    uint32_t at = c->cur;
    if (NX_UNLIKELY(c->end - at < size)) { return heap_alloc_slow(vm, cls); }
    if (NX_UNLIKELY((vm->head->alloc_left -= size) < 0)) {
        vm->head->alloc_left += size;
        return heap_alloc_slow(vm, cls);
    }
    c->cur = at + size;
    return vm->base + at;
}

static inline void *heap_alloc(Vm *vm, uint64_t size) {
    if (NX_LIKELY(size <= HEAP_MAX_SMALL)) {
        return heap_alloc_small(vm, heap_class_of[(size + 7) / 8]);
    }
    return heap_alloc_large(vm, size);
}

static inline void obj_init(Obj *o, TypeTag type, uint32_t n) {
    *o = (Obj){.type = (uint8_t)type, .n = n};
}

// heap_new_raw of a type that is named in the source: the compiler knows most of the size.
#define HEAP_MAKE(vm, NAME, n)                                                                     \
    heap_make((vm), T_##NAME, (uint32_t)(n),                                                       \
              (T_##NAME##_SIZE + T_##NAME##_SIZE_PER_N * (uint64_t)(n) + 7) & ~(uint64_t)7)
static inline void *heap_make(Vm *vm, TypeTag type, uint32_t n, uint64_t size) {
    Obj *o = heap_alloc(vm, size < 16 ? 16 : size);
    if (NX_LIKELY(o != NULL)) { obj_init(o, type, n); }
    return o;
}

// heap_new of a type whose objects all have one size.
#define HEAP_MAKE_ZEROED(vm, NAME) heap_make_zeroed((vm), T_##NAME, (T_##NAME##_SIZE + 7u) & ~7u)
static inline void *heap_make_zeroed(Vm *vm, TypeTag type, uint32_t size) {
    Obj *o = heap_make(vm, type, 0, size);
    if (NX_LIKELY(o != NULL)) { memset(o + 1, 0, size - sizeof(Obj)); }
    return o;
}

// Write barriers: before changing an object that may belong to the image.
static inline void obj_touch(Vm *vm, void *o) {
    if (NX_UNLIKELY(((Obj *)o)->flags & OBJ_FROZEN)) { heap_log_write(vm, o); }
}
static inline void obj_set(Vm *vm, void *o, Value *field, Value v) {
    obj_touch(vm, o);
    *field = v;
}
static inline void values_set(Vm *vm, Values *o, uint32_t i, Value v) {
    NX_ASSERT(i < o->h.n);
    obj_touch(vm, o);
    o->items[i] = v;
}

static inline Block *block_of(Vm *vm, uint32_t offset) {
    return (Block *)(vm->base + (offset & ~(uint32_t)(BLOCK_SIZE - 1)));
}
static inline bool heap_is_image(Vm *vm, uint32_t offset) { return offset < vm->head->image_end; }
// Frames in stack segments are found through the frame chain, not through mark bits.
static inline bool obj_on_stack(const Obj *o) {
    return o->type == T_FRAME && !(o->flags & OBJ_HEAP);
}

#endif
