// read.c: bytes to a machine. Nothing in the bytes is trusted: sizes, types, references and counts
// are checked before use, so that damaged or forged ones are refused with a sentence.
#include "snap/snap.h"

#include "base/hash.h"
#include "heap/gc.h"
#include "vm/internals.h"

#include <stdlib.h>

void vm_attach(Vm *vm, uint8_t *base) {
    Head *h = (Head *)base;
    vm->base = base;
    vm->head = h;
    vm->names = ((Values *)ref_ptr(vm, h->image_names))->items;
    vm->types = ((Values *)ref_ptr(vm, h->image_types))->items;
    vm->excs = ((Values *)ref_ptr(vm, h->image_excs))->items;
    vm->internals = ((Values *)ref_ptr(vm, h->image_internals))->items;
    memset(vm->method_cache, 0, sizeof vm->method_cache);
    vm->stop = STOP_NONE;
    vm->alloc_failed = false;
    vm->retry_frame = 0;
}

typedef struct Reader {
    Vm *vm;
    const uint8_t *objects; // as they stand in the snapshot
    uint32_t size, base;
    uint32_t *placed; // where the object at position p * 8 now is; 0: none begins there
} Reader;

static bool object_is_sound(const Reader *r, uint32_t at) {
    if (r->size - at < sizeof(Obj)) { return false; }
    const Obj *o = (const Obj *)(r->objects + at);
    if (o->type == T_INVALID || o->type >= T_COUNT || o->type == T_STACK || o->ext > 1) {
        return false;
    }
    return layout_size((TypeTag)o->type, o->n, o->ext) <= r->size - at;
}

static const char *place_objects(Reader *r, uint32_t n_objects) {
    uint32_t at = 0, n = 0;
    for (; at < r->size; n++) {
        if (!object_is_sound(r, at)) { return "snapshot: an object is damaged"; }
        const Obj *o = (const Obj *)(r->objects + at);
        uint32_t size = obj_size(o);
        void *to = heap_alloc(r->vm, size);
        if (!to) { return "snapshot: larger than the memory limit"; }
        memcpy(to, o, size);
        ((Obj *)to)->flags &= OBJ_HEAP | OBJ_WEAK | OBJ_FINAL | OBJ_HAS_ID | OBJ_GUARDED;
        r->placed[at / 8] = (uint32_t)((uint8_t *)to - r->vm->base);
        at += size;
    }
    return n == n_objects ? NULL : "snapshot: the number of objects is wrong";
}

// The value in this guest; *bad is set when the reference leads nowhere.
static Value placed_value(const Reader *r, Value v, bool *bad) {
    if (!is_ref(v)) { return v; }
    uint32_t at = ref_offset(v);
    if (at < r->base) {
        if (at < HEAP_HEAD_SIZE || (at & 7)) { *bad = true; }
        return v;
    }
    uint32_t position = at - r->base;
    if ((position & 7) || position >= r->size || !r->placed[position / 8]) {
        *bad = true;
        return V_NONE;
    }
    return ref_value(r->placed[position / 8]);
}

static bool fix_frame(const Reader *r, Frame *f) {
    Vm *vm = r->vm;
    if (f->h.n < FRAME_FIXED || !is_ref(f->code)) { return false; }
    f->h.flags = OBJ_HEAP;
    if (is_tagged(vm, f->code, T_NATIVE)) { return true; }
    if (!is_tagged(vm, f->code, T_CODE)) { return false; }
    const Code *c = as_code(vm, f->code);
    if (!is_tagged(vm, c->bytecode, T_BLOB) || f->h.n < FRAME_FIXED + (uint32_t)c->n_regs) {
        return false;
    }
    if (f->pc > ((Obj *)ref_ptr(vm, c->bytecode))->n / 4) { return false; }
    f->pc = ref_offset(c->bytecode) + 8 + f->pc * 4;
    return true;
}

static bool fix_object(const Reader *r, Obj *o) {
    bool bad = false;
    uint32_t n = obj_values(o);
    Value *fields = obj_value_array(o);
    for (uint32_t i = 0; i < n; i++) { fields[i] = placed_value(r, fields[i], &bad); }
    if (o->ext) {
        ObjExt *e = obj_ext(o);
        e->shape = placed_value(r, e->shape, &bad);
        e->attrs = placed_value(r, e->attrs, &bad);
    }
    if (o->type == T_WEAKREF) {
        uint64_t *referent = (uint64_t *)(fields + 2);
        if (*referent) {
            *referent = ref_offset(placed_value(r, ref_value((uint32_t)*referent), &bad));
        }
    }
    return !bad;
}

static const char *fix_objects(Reader *r) {
    for (uint32_t at = 0; at < r->size; at += obj_size((const Obj *)(r->objects + at))) {
        if (!fix_object(r, (Obj *)(r->vm->base + r->placed[at / 8]))) {
            return "snapshot: a reference leads nowhere";
        }
    }
    for (uint32_t at = 0; at < r->size; at += obj_size((const Obj *)(r->objects + at))) {
        Obj *o = (Obj *)(r->vm->base + r->placed[at / 8]);
        if (o->type == T_FRAME && !fix_frame(r, (Frame *)o)) {
            return "snapshot: a frame is damaged";
        }
    }
    return NULL;
}

static const char *read_changed(Reader *r, const uint8_t *p, const uint8_t *end, uint32_t n) {
    Vm *vm = r->vm;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t at;
        if ((size_t)(end - p) < 8 + sizeof(Obj)) { return "snapshot: cut short"; }
        memcpy(&at, p, 8);
        if (at < HEAP_HEAD_SIZE || at >= r->base || (at & 7)) {
            return "snapshot: a changed object is not of this image";
        }
        Obj *o = (Obj *)(vm->base + at);
        const Obj *from = (const Obj *)(p + 8);
        uint32_t size = obj_size(o);
        if (from->type != o->type || from->n != o->n || from->ext != o->ext ||
            (size_t)(end - p) < 8 + (size_t)size) {
            bool count_may_differ = from->type == o->type && from->ext == o->ext &&
                                    type_layouts[o->type].values_per_n == 0 &&
                                    type_layouts[o->type].bytes_per_n == 0;
            if (!count_may_differ || (size_t)(end - p) < 8 + (size_t)size) {
                return "snapshot: a changed object is not of this image";
            }
        }
        heap_log_write(vm, o);
        memcpy(o, from, size);
        o->flags &= (uint8_t)~OBJ_FROZEN;
        if (!fix_object(r, o)) { return "snapshot: a reference leads nowhere"; }
        p += 8 + size;
    }
    return p == end ? NULL : "snapshot: bytes are left over";
}

static const char *read_head(Reader *r, const Head *from) {
    Head *h = r->vm->head;
    bool bad = false;
#define ROOT(name, doc) h->name = placed_value(r, from->name, &bad);
    NX_ROOTS(ROOT)
#undef ROOT
#define WEAK(name, stride, doc) h->name = placed_value(r, from->name, &bad);
    NX_WEAK_ROOTS(WEAK)
#undef WEAK
    h->budget = from->budget;
    h->steps = from->steps;
    h->step_limit = from->step_limit;
    h->output_used = from->output_used;
    h->output_limit = from->output_limit;
    h->host_calls = from->host_calls;
    h->next_id = from->next_id;
    h->namespace_version = from->namespace_version;
    h->depth = from->depth;
    h->depth_limit = from->depth_limit;
    h->gc_count = from->gc_count;
    h->max_str_digits = from->max_str_digits;
    h->memory_limit = from->memory_limit;
    h->gc_threshold = from->gc_threshold;
    h->reserve = from->reserve;
    h->n_interned = from->n_interned;
    h->n_caches = from->n_caches;
    h->n_subclasses = from->n_subclasses;
    h->n_ids = from->n_ids;
    h->n_weakrefs = from->n_weakrefs;
    h->n_finalizable = from->n_finalizable;
    heap_set_charged(r->vm, from->alloc_ceiling);
    return bad ? "snapshot: a root leads nowhere" : NULL;
}

static const char *check_header(Vm *vm, const SnapHeader *s, const uint8_t *bytes, size_t len) {
    if (len < sizeof *s + sizeof(Head) || memcmp(s->magic, "NXSNAP01", 8) != 0) {
        return "snapshot: not a Natrix snapshot";
    }
    if (s->format != SNAP_FORMAT || s->head_size != sizeof(Head)) {
        return "snapshot: written by an incompatible version";
    }
    if (s->image_tag != vm->head->image_tag || s->base != vm->head->image_end) {
        return "snapshot: stands on another boot image";
    }
    if (s->objects_size > len - sizeof *s - sizeof(Head) || (s->objects_size & 7)) {
        return "snapshot: cut short";
    }
    if (s->checksum != (uint64_t)hash_bytes(bytes + sizeof *s, len - sizeof *s)) {
        return "snapshot: damaged (checksum)";
    }
    return NULL;
}

static bool reader_scratch(SnapBuf *scratch, size_t n) {
    if (scratch->cap < n) {
        snap_buf_free(scratch);
        scratch->bytes = malloc(n);
        if (!scratch->bytes) { return false; }
        scratch->cap = n;
    }
    memset(scratch->bytes, 0, n);
    return true;
}

const char *snap_read(Vm *vm, const uint8_t *bytes, size_t len, SnapBuf *scratch) {
    SnapHeader s;
    if (len < sizeof s) { return "snapshot: not a Natrix snapshot"; }
    memcpy(&s, bytes, sizeof s);
    const char *wrong = check_header(vm, &s, bytes, len);
    if (wrong) { return wrong; }
    const Head *head = (const Head *)(bytes + sizeof s);
    Reader r = {
        .vm = vm, .objects = (const uint8_t *)(head + 1), .size = s.objects_size, .base = s.base};
    if (!reader_scratch(scratch, (size_t)s.objects_size / 2 + 8)) { return "out of host memory"; }
    r.placed = (uint32_t *)scratch->bytes;
    vm->head->memory_limit = head->memory_limit;
    vm->head->gc_threshold = UINT64_MAX;
    heap_set_charged(vm, 0);
    wrong = place_objects(&r, s.n_objects);
    if (!wrong) { wrong = fix_objects(&r); }
    if (!wrong) { wrong = read_changed(&r, r.objects + r.size, bytes + len, s.n_changed); }
    if (!wrong) { wrong = read_head(&r, head); }
    if (!wrong) { ids_moved(vm); }
    return wrong;
}

static void reset_object(Vm *vm, Obj *o, void *ctx) {
    const uint8_t *image = ctx;
    uint32_t at = (uint32_t)((uint8_t *)o - vm->base);
    const Obj *pristine = (const Obj *)(image + at);
    memcpy(o, pristine, obj_size(pristine));
}

// Zeroes what the guest used of its blocks, so that the next one finds nothing.
static void wipe_heap(Vm *vm) {
    Head *h = vm->head;
    if (h->frontier > h->dirty_map) {
        memset(vm->base + h->dirty_map, 0, h->frontier - h->dirty_map);
    }
}

void snap_reset(Vm *vm, const uint8_t *image, size_t image_size) {
    uint32_t end = vm->head->heap_end;
    (void)image_size;
    gc_each_dirty(vm, reset_object, (void *)(uintptr_t)image);
    wipe_heap(vm);
    memcpy(vm->base, image, sizeof(Head));
    heap_init(vm, vm->head->image_end, end);
    vm_attach(vm, vm->base);
}
