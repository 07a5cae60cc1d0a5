// write.c: the machine to bytes. See snap.h.
//
// Pass 1 marks what is live and gives every object its position in the output (a host-side table,
// one word for each 8 bytes of heap). Pass 2 copies the objects with references rewritten. Frames
// on stack segments are found through the frame chain and become heap frames.
#include "snap/snap.h"

#include "base/hash.h"
#include "heap/gc.h"

#include <stdlib.h>

static bool snap_reserve(SnapBuf *b, size_t more) {
    if (b->cap - b->len >= more) { return true; }
    size_t cap = b->cap ? b->cap * 2 : 16384;
    while (cap < b->len + more) { cap *= 2; }
    void *p = realloc(b->bytes, cap);
    if (!p) {
        b->failed = true;
        return false;
    }
    b->bytes = p;
    b->cap = cap;
    return true;
}

void snap_buf_free(SnapBuf *b) {
    free(b->bytes);
    *b = (SnapBuf){0};
}

typedef struct Writer {
    Vm *vm;
    SnapBuf *out;
    uint32_t *moved; // new reference offset by (old offset - low) / 8; 0: not live
    uint32_t low;    // where the table begins
    uint32_t base, size, n;
    bool image;
    const uint32_t *order; // of an image: offsets of its objects as they are to stand
    uint32_t n_order;
} Writer;

// ---- pass 1: positions -------------------------------------------------------------------------

static void place(Writer *w, const Obj *o) {
    uint32_t at = (uint32_t)((const uint8_t *)o - w->vm->base);
    w->moved[(at - w->low) / 8] = w->base + w->size;
    w->size += obj_size(o);
    w->n++;
}

static void place_marked(Vm *vm, Obj *o, void *ctx) {
    (void)vm;
    if (o->type != T_STACK) { place(ctx, o); }
}

static void each_stack_frame(Writer *w, void (*visit)(Writer *w, Obj *frame)) {
    for (Value v = w->vm->head->frame; is_ref(v);) {
        Obj *o = as_obj(w->vm, v);
        if (obj_on_stack(o)) { visit(w, o); }
        v = ((Frame *)o)->prev;
    }
}

static void place_frame(Writer *w, Obj *frame) { place(w, frame); }

// ---- pass 2: bytes -----------------------------------------------------------------------------

static Value moved_value(const Writer *w, Value v) {
    if (!is_ref(v)) { return v; }
    uint32_t at = ref_offset(v);
    if (!w->image && heap_is_image(w->vm, at)) { return v; }
    uint32_t to = at >= w->low ? w->moved[(at - w->low) / 8] : 0;
    return to ? ref_value(to) : V_NONE; // only weak tables name what is not live
}

static void write_frame_words(const Writer *w, const Frame *from, Frame *to) {
    to->h.flags = OBJ_HEAP;
    to->h.small = 0;
    if (!frame_is_native(w->vm, from)) { to->pc = frame_pc_index(w->vm, from); }
}

static void write_object_into(const Writer *w, const Obj *o, uint8_t *at) {
    uint32_t size = obj_size(o), n = obj_values(o);
    memcpy(at, o, size);
    Obj *copy = (Obj *)at;
    if (w->image) { copy->flags = (uint8_t)((copy->flags & OBJ_HEAP) | OBJ_FROZEN); }
    if (o->type == T_STR && w->image) { copy->small &= (uint8_t)~STR_OWNED; }
    Value *fields = obj_value_array(copy);
    if (o->type == T_CACHES) { // hints only: a snapshot starts without
        memset(fields, 0, n * sizeof(Value));
        return;
    }
    for (uint32_t i = 0; i < n; i++) { fields[i] = moved_value(w, fields[i]); }
    if (o->ext) {
        ObjExt *e = obj_ext(copy);
        e->shape = moved_value(w, e->shape);
        e->attrs = moved_value(w, e->attrs);
    }
    if (o->type == T_FRAME) { write_frame_words(w, (const Frame *)o, (Frame *)at); }
    if (o->type == T_WEAKREF) {
        uint64_t *referent = (uint64_t *)(fields + 2);
        if (*referent) { *referent = ref_offset(moved_value(w, ref_value((uint32_t)*referent))); }
    }
}

static void write_object(Writer *w, const Obj *o) {
    uint32_t at = (uint32_t)((const uint8_t *)o - w->vm->base);
    uint32_t position = w->moved[(at - w->low) / 8] - w->base;
    write_object_into(w, o, w->out->bytes + sizeof(SnapHeader) + sizeof(Head) + position);
}

static void write_marked(Vm *vm, Obj *o, void *ctx) {
    (void)vm;
    if (o->type != T_STACK) { write_object(ctx, o); }
}

static void write_stack_frame(Writer *w, Obj *frame) { write_object(w, frame); }

static void write_changed(Vm *vm, Obj *o, void *ctx) {
    Writer *w = ctx;
    uint32_t size = obj_size(o), at = (uint32_t)((uint8_t *)o - vm->base);
    if (!snap_reserve(w->out, size + 8)) { return; }
    uint8_t *p = w->out->bytes + w->out->len;
    memcpy(p, &(uint64_t){at}, 8);
    write_object_into(w, o, p + 8);
    w->out->len += size + 8;
    w->n++;
}

// What the stack's segments are charged: a reader makes its own and is charged for them then.
static uint64_t stack_charge(Vm *vm) {
    const Head *h = vm->head;
    uint64_t sum = 0;
    if (h->stack_spare) { sum = heap_charge_of(obj_size((Obj *)(vm->base + h->stack_spare))); }
    for (uint32_t at = h->stack_seg; at;) {
        const StackSegment *seg = (const StackSegment *)(vm->base + at);
        sum += heap_charge_of(obj_size(&seg->h));
        at = is_ref(seg->prev) ? ref_offset(seg->prev) : 0;
    }
    return sum;
}

static void write_head(const Writer *w, Head *to) {
    *to = *w->vm->head;
#define ROOT(name, doc) to->name = moved_value(w, to->name);
    NX_ROOTS(ROOT)
#undef ROOT
#define WEAK(name, stride, doc) to->name = moved_value(w, to->name);
    NX_WEAK_ROOTS(WEAK)
#undef WEAK
#define TABLE(name, doc) to->name = moved_value(w, to->name);
    NX_IMAGE_TABLES(TABLE)
#undef TABLE
    // The allocator's words are the slot's own; a reader makes its own. Charge is recomputed.
    to->heap_start = to->heap_end = to->frontier = to->map = to->dirty_map = 0;
    to->free_blocks = to->free_hint = 0;
    to->stack_cur = to->stack_end = to->stack_seg = to->stack_spare = 0;
    memset(to->classes, 0, sizeof to->classes);
    to->alloc_left = 0;
    to->alloc_ceiling = heap_charged(w->vm->head) - stack_charge(w->vm);
}

static bool snap_prepare(Writer *w, SnapBuf *scratch) {
    Vm *vm = w->vm;
    const Head *h = vm->head;
    gc_mark_all(vm);
    w->low = w->image ? HEAP_HEAD_SIZE : h->heap_start;
    size_t words = (h->frontier - w->low) / 8 + 1;
    scratch->len = 0;
    if (!snap_reserve(scratch, words * sizeof(uint32_t))) { return false; }
    w->moved = (uint32_t *)scratch->bytes;
    memset(w->moved, 0, words * sizeof(uint32_t));
    for (uint32_t i = 0; i < w->n_order; i++) { place(w, (const Obj *)(vm->base + w->order[i])); }
    if (w->image) { return true; }
    gc_each_marked(vm, place_marked, w);
    each_stack_frame(w, place_frame);
    return true;
}

static void snap_finish(Writer *w, const char *magic, uint32_t n_objects, uint32_t n_changed) {
    SnapBuf *out = w->out;
    SnapHeader *header = (SnapHeader *)out->bytes;
    *header = (SnapHeader){
        .format = SNAP_FORMAT,
        .head_size = sizeof(Head),
        .base = w->base,
        .objects_size = w->size,
        .n_objects = n_objects,
        .n_changed = n_changed,
        .image_tag = w->vm->head->image_tag,
    };
    memcpy(header->magic, magic, 8);
    header->checksum = (uint64_t)hash_bytes(out->bytes + sizeof *header, out->len - sizeof *header);
    if (w->image) { header->image_tag = header->checksum; }
}

static bool snap_write_objects(Writer *w, SnapBuf *scratch) {
    if (!snap_prepare(w, scratch)) { return false; }
    w->out->len = 0;
    if (!snap_reserve(w->out, sizeof(SnapHeader) + sizeof(Head) + w->size)) { return false; }
    write_head(w, (Head *)(w->out->bytes + sizeof(SnapHeader)));
    w->out->len = sizeof(SnapHeader) + sizeof(Head) + w->size;
    gc_each_marked(w->vm, write_marked, w);
    each_stack_frame(w, write_stack_frame);
    return true;
}

bool snap_write(Vm *vm, SnapBuf *out, SnapBuf *scratch) {
    Writer w = {.vm = vm, .out = out, .base = vm->head->image_end};
    if (!snap_write_objects(&w, scratch)) { return false; }
    uint32_t n_objects = w.n;
    gc_each_dirty(vm, write_changed, &w);
    if (out->failed) { return false; }
    snap_finish(&w, "NXSNAP01", n_objects, w.n - n_objects);
    return true;
}

bool snap_write_image(Vm *vm, const uint32_t *order, uint32_t n, SnapBuf *out, SnapBuf *scratch) {
    Writer w = {.vm = vm, .out = out, .base = HEAP_HEAD_SIZE, .image = true};
    w.order = order;
    w.n_order = n;
    if (!snap_write_objects(&w, scratch)) { return false; }
    snap_finish(&w, "NXIMAGE1", w.n, 0);
    return true;
}
