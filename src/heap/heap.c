// heap.c: blocks, size classes, large runs, charging and the write log. See heap.h.
//
// Free room is found without free lists: after a collection the mark bits of a block say which of
// its objects live, and allocation bumps through the gaps between them (lazy sweeping).
#include "heap/heap.h"

const TypeLayout type_layouts[T_COUNT] = {
    {0, 0, 0, 0},
#define TYPE(NAME, name, nv, nvn, nb, nbn) {nv, nvn, nb, nbn},
#include "heap/types.def"
#undef TYPE
};

const char *const type_tag_names[T_COUNT] = {
    "invalid",
#define TYPE(NAME, name, nv, nvn, nb, nbn) #name,
#include "heap/types.def"
#undef TYPE
};

const uint16_t heap_class_size[HEAP_CLASSES] = {16,  24,  32,  40,   48,   56,   64,  80,  96,
                                                112, 128, 160, 192,  224,  256,  320, 384, 448,
                                                512, 640, 800, 1000, 1336, 1608, 2008};

#define X4(c)  c, c, c, c
#define X8(c)  X4(c), X4(c)
#define X16(c) X8(c), X8(c)
#define X32(c) X16(c), X16(c)
// Size class by (size + 7) / 8.
const uint8_t heap_class_of[HEAP_MAX_SMALL / 8 + 1] = {
    0,      0,      0,       1,       2,      3,       4,       5,      6,       7,
    7,      8,      8,       9,       9,      10,      10,      X4(11), X4(12),  X4(13),
    X4(14), X8(15), X8(16),  X8(17),  X8(18), X16(19), X16(20), X4(20), X16(21), 21,
    21,     21,     21,      21,      21,     21,      21,      21,     X32(22), 22,
    22,     22,     22,      22,      22,     22,      22,      22,     22,      X32(23),
    23,     23,     X32(24), X16(24), 24,     24};

// The free runs of a class's current block are the gaps between its marked objects.
static bool heap_next_run(Vm *vm, SizeClass *c, uint32_t size) {
    Block *b = (Block *)(vm->base + c->block);
    uint32_t at = c->end - c->block, last = BLOCK_SIZE - size;
    // Marked objects stand at `at`; pass them, then extend over the unmarked ones.
    while (at <= last && (b->marks[at / 512] >> (at / 8 % 64) & 1)) { at += size; }
    if (at > last) { return false; }
    uint32_t end = at;
    while (end <= last && !(b->marks[end / 512] >> (end / 8 % 64) & 1)) { end += size; }
    c->cur = c->block + at;
    c->end = c->block + end;
    return true;
}

static uint32_t heap_find_free_run(Vm *vm, uint32_t n, uint32_t from, uint32_t to) {
    const uint8_t *map = vm->base + vm->head->map;
    uint32_t run = 0;
    for (uint32_t i = from; i < to; i++) {
        run = map[i] == BLOCK_FREE ? run + 1 : 0;
        if (run == n) { return i + 1 - n; }
    }
    return UINT32_MAX;
}

// Index of n adjacent free blocks, or UINT32_MAX. Freed blocks are reused before fresh ones.
static uint32_t heap_take_blocks(Vm *vm, uint32_t n) {
    Head *h = vm->head;
    uint32_t used = (h->frontier - h->heap_start) / BLOCK_SIZE;
    uint32_t found = UINT32_MAX;
    if (h->free_blocks >= n) {
        found = heap_find_free_run(vm, n, h->free_hint, used);
        if (found == UINT32_MAX && h->free_hint) { found = heap_find_free_run(vm, n, 0, used); }
    }
    if (found == UINT32_MAX) {
        if ((h->heap_end - h->frontier) / BLOCK_SIZE < n) { return UINT32_MAX; }
        found = used;
        h->frontier += n * BLOCK_SIZE;
    } else {
        h->free_blocks -= n;
        h->free_hint = found + n;
    }
    return found;
}

void heap_set_charged(Vm *vm, uint64_t charged) {
    Head *h = vm->head;
    bool above = charged >= h->gc_threshold;
    h->alloc_ceiling =
        above || h->gc_threshold > h->memory_limit ? h->memory_limit : h->gc_threshold;
    if (vm->fail_after >= 0) { h->alloc_ceiling = charged; } // count every allocation (oom mode)
    h->alloc_left = (int64_t)(h->alloc_ceiling - charged);
}

// Mode oom: whether this allocation is one of those to be refused.
static bool heap_refuses(Vm *vm) {
    if (vm->fail_after > 0) {
        vm->fail_after--;
        return false;
    }
    if (vm->fail_times-- > 0) { return true; }
    vm->fail_after = -1;
    return false;
}

// Takes `bytes` from the budget, or notes that they are missing. Crossing the threshold asks for a
// collection at the next step.
static bool heap_take(Vm *vm, uint64_t bytes) {
    Head *h = vm->head;
    bool refused = NX_UNLIKELY(vm->fail_after >= 0) && heap_refuses(vm);
    uint64_t charged = heap_charged(h) + bytes;
    if (refused || charged > h->memory_limit) {
        vm->alloc_need = bytes;
        vm->alloc_failed = true;
        return false;
    }
    bool below = heap_charged(h) < h->gc_threshold;
    heap_set_charged(vm, charged);
    if (below && charged >= h->gc_threshold) { vm_request_safepoint(vm); }
    return true;
}

bool heap_need(Vm *vm, uint64_t bytes) {
    uint64_t charge = bytes > HEAP_MAX_SMALL ? bytes + BLOCK_SIZE : heap_charge_of(bytes);
    if (heap_charged(vm->head) + charge <= vm->head->memory_limit) { return true; }
    vm->alloc_need = charge;
    vm->alloc_failed = true;
    return false;
}

// Points the class at a block that may have gaps: one of the last collection's, or a fresh one.
static bool heap_refill(Vm *vm, SizeClass *c, uint32_t cls) {
    uint32_t size = heap_class_size[cls];
    while (c->sweep) {
        uint32_t at = c->sweep;
        Block *b = (Block *)(vm->base + at);
        c->sweep = b->next;
        c->block = at;
        c->cur = c->end = at + BLOCK_HEADER;
        if (heap_next_run(vm, c, size)) { return true; }
    }
    uint32_t i = heap_take_blocks(vm, 1);
    if (i == UINT32_MAX) {
        vm->alloc_need = BLOCK_SIZE;
        vm->alloc_failed = true;
        return false;
    }
    vm->base[vm->head->map + i] = BLOCK_SMALL;
    c->block = vm->head->heap_start + i * BLOCK_SIZE;
    Block *b = (Block *)(vm->base + c->block);
    *b = (Block){.size = size, .next = c->blocks, .cls = (uint8_t)cls};
    c->blocks = c->block;
    c->cur = c->block + BLOCK_HEADER;
    c->end = c->cur + (BLOCK_SIZE - BLOCK_HEADER) / size * size;
    return true;
}

void *heap_alloc_slow(Vm *vm, uint32_t cls) {
    SizeClass *c = &vm->head->classes[cls];
    uint32_t size = heap_class_size[cls];
    if (c->end - c->cur < size && !(c->block && heap_next_run(vm, c, size))) {
        if (!heap_refill(vm, c, cls)) { return NULL; }
    }
    if (!heap_take(vm, size)) { return NULL; }
    uint32_t at = c->cur;
    c->cur += size;
    return vm->base + at;
}

static uint64_t heap_run_blocks(uint64_t size) {
    return (size + BLOCK_HEADER + BLOCK_SIZE - 1) / BLOCK_SIZE;
}

void *heap_alloc_large(Vm *vm, uint64_t size) {
    uint64_t n = heap_run_blocks(size);
    if (n > UINT32_MAX / BLOCK_SIZE) { n = UINT32_MAX / BLOCK_SIZE; }
    if (!heap_take(vm, n * BLOCK_SIZE)) { return NULL; }
    uint32_t i = heap_take_blocks(vm, (uint32_t)n);
    if (i == UINT32_MAX) {
        heap_set_charged(vm, heap_charged(vm->head) - n * BLOCK_SIZE);
        vm->alloc_need = n * BLOCK_SIZE;
        vm->alloc_failed = true;
        return NULL;
    }
    uint8_t *map = vm->base + vm->head->map + i;
    memset(map, BLOCK_TAIL, (size_t)n);
    map[0] = BLOCK_LARGE;
    Block *b = (Block *)(vm->base + vm->head->heap_start + i * BLOCK_SIZE);
    *b = (Block){.size = (uint32_t)(n * BLOCK_SIZE), .cls = HEAP_CLASSES};
    return (uint8_t *)b + BLOCK_HEADER;
}

uint32_t heap_charge_of(uint64_t size) {
    if (size <= HEAP_MAX_SMALL) { return heap_class_size[heap_class_of[(size + 7) / 8]]; }
    return (uint32_t)(heap_run_blocks(size) * BLOCK_SIZE);
}

void *heap_new_raw(Vm *vm, TypeTag type, uint64_t n) {
    if (NX_UNLIKELY(n > UINT32_MAX / 4)) {
        vm->alloc_need = n;
        vm->alloc_failed = true;
        return NULL;
    }
    Obj *o = heap_alloc(vm, layout_size(type, n, false));
    if (NX_UNLIKELY(!o)) { return NULL; }
    obj_init(o, type, (uint32_t)n);
    return o;
}

void *heap_new(Vm *vm, TypeTag type, uint64_t n) {
    uint64_t size = layout_size(type, n, false);
    if (NX_UNLIKELY(n > UINT32_MAX / 4)) { return heap_new_raw(vm, type, n); }
    Obj *o = heap_alloc(vm, size);
    if (NX_UNLIKELY(!o)) { return NULL; }
    obj_init(o, type, (uint32_t)n);
    if (size > 128) {
        memset(o + 1, 0, (size_t)size - sizeof(Obj));
        return o;
    }
    // Small ones are cleared here: a call of memset takes longer than they do.
    for (uint64_t *p = (uint64_t *)(o + 1), *end = p + size / 8 - 1; p < end; p++) {
        *p = 0;
        __asm__ volatile("");
    }
    return o;
}

void *heap_new_ext(Vm *vm, TypeTag type, uint64_t n, Value shape) {
    if (NX_UNLIKELY(n > UINT32_MAX / 4)) {
        vm->alloc_need = n;
        vm->alloc_failed = true;
        return NULL;
    }
    uint64_t size = layout_size(type, n, true);
    Obj *o = heap_alloc(vm, size);
    if (NX_UNLIKELY(!o)) { return NULL; }
    obj_init(o, type, (uint32_t)n);
    o->ext = 1;
    memset(o + 1, 0, (size_t)size - sizeof(Obj));
    *obj_ext(o) = (ObjExt){shape, V_NONE};
    return o;
}

void heap_shrink(Vm *vm, Obj *o, uint32_t n) {
    (void)vm;
    NX_ASSERT(n <= o->n && !o->ext);
    o->n = n;
}

// First change of an image object: from now on it is traced, dumped and restored like the rest.
void heap_log_write(Vm *vm, Obj *o) {
    uint32_t at = (uint32_t)((uint8_t *)o - vm->base);
    NX_ASSERT(heap_is_image(vm, at));
    vm->base[vm->head->dirty_map + at / 64] |= (uint8_t)(1u << (at / 8 % 8));
    o->flags &= (uint8_t)~OBJ_FROZEN;
    heap_set_charged(vm, heap_charged(vm->head) + heap_charge_of(obj_size(o)));
}

void heap_init(Vm *vm, uint32_t start, uint32_t end) {
    Head *h = vm->head;
    uint32_t blocks = (end - start) / BLOCK_SIZE;
    h->dirty_map = start;
    h->map = start + h->image_end / 64 + 8;
    uint32_t first = (h->map + blocks + BLOCK_SIZE - 1) & ~(uint32_t)(BLOCK_SIZE - 1);
    h->heap_start = h->frontier = first;
    h->heap_end = end & ~(uint32_t)(BLOCK_SIZE - 1);
    h->free_blocks = h->free_hint = 0;
    heap_set_charged(vm, 0);
    memset(h->classes, 0, sizeof h->classes);
    h->stack_cur = h->stack_end = h->stack_seg = h->stack_spare = 0;
}
