// read.c: bytes to a machine. Nothing in the bytes is trusted: sizes, types, references and counts
// are checked before use, so that damaged or forged ones are refused with a sentence. But for bytes that
// somebody vouches for: the host, or a right seal (seal.h). Then objects are placed and references
// rewritten without a look at either.
#include "snap/snap.h"

#include "base/hash.h"
#include "heap/gc.h"
#include "object/bytearray.h"
#include "object/type.h"
#include "snap/links.h"
#include "snap/verify.h"
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
    memset(vm->site_cache, 0, sizeof vm->site_cache);
    memset(vm->str_cursors, 0, sizeof vm->str_cursors);
    vm->stop = STOP_NONE;
    vm->alloc_failed = false;
    vm->retry_frame = 0;
}

// How a buffer is referred to: what one object alone fills and trusts, another must not reach.
typedef enum Use {
    USE_NONE,
    USE_OWNED,  // by one object, that may change it
    USE_CODE,   // by code objects and patterns, which do not
    USE_NAMES,  // by shapes, which only append
    USE_FRAMES, // VALUES that natives got as a parameter from others, and only read
    USE_MASK = 7
} Use;

typedef struct Reader {
    Vm *vm;
    const uint8_t *objects; // as they stand in the snapshot
    uint32_t size, base;
    uint32_t *placed;    // where the object at position p * 8 now is, and its Use; 0: none begins
    const ImageMap *map; // of the image
    uint32_t n_frames, n_changed;
    bool trusted;
    bool wants_marks; // a bytearray is about to count its views by the marks of a collection
} Reader;

// What is said of an object that breaks its type's rules.
static const char *const read_damaged[T_COUNT] = {
    "snapshot: an object of no type",
#define TYPE(NAME, name, nv, nvn, nb, nbn) "snapshot: a damaged object (" #name ")",
#include "heap/types.def"
#undef TYPE
};

static bool is_image_object(const Reader *r, uint64_t at) {
    return at >= HEAP_HEAD_SIZE && at < r->base && !(at & 7) && image_map_is_start(r->map, at);
}

static bool object_is_sound(const Reader *r, uint32_t at) {
    if (r->size - at < sizeof(Obj)) { return false; }
    const Obj *o = (const Obj *)(r->objects + at);
    if (o->type >= T_COUNT || !verify_may_be_new((TypeTag)o->type) || o->ext > 1) { return false; }
    return layout_size((TypeTag)o->type, o->n, o->ext) <= r->size - at;
}

static const char *place_objects(Reader *r, uint32_t n_objects) {
    uint32_t at = 0, n = 0;
    for (; at < r->size; n++) {
        const Obj *o = (const Obj *)(r->objects + at);
        if (!r->trusted && !object_is_sound(r, at)) {
            return r->size - at < sizeof(Obj) ? "snapshot: cut short"
                                              : read_damaged[o->type < T_COUNT ? o->type : 0];
        }
        uint32_t size = obj_size(o);
        void *to = heap_alloc(r->vm, size);
        if (!to) { return "snapshot: larger than the memory limit"; }
        memcpy(to, o, size);
        ((Obj *)to)->flags &= OBJ_WEAK | OBJ_FINAL | OBJ_SETTLED | OBJ_HAS_ID | OBJ_GUARDED;
        r->n_frames += o->type == T_FRAME;
        r->wants_marks |= (o->type == T_BYTEARRAY || o->type == T_ARRAY) &&
                          ((const ByteArray *)o)->exports_checked;
        r->placed[at / 8] = (uint32_t)((uint8_t *)to - r->vm->base) | USE_NONE;
        at += size;
    }
    return n == n_objects ? NULL : "snapshot: the number of objects is wrong";
}

static Obj *placed_object(const Reader *r, uint32_t at) {
    return (Obj *)(r->vm->base + (r->placed[at / 8] & ~(uint32_t)USE_MASK));
}

// A buffer of the snapshot has one owner, or several that do not change it.
static bool may_use(const Reader *r, uint32_t position, Use use) {
    if (use == USE_FRAMES && r->objects[position] != T_VALUES) { use = USE_OWNED; }
    uint32_t *placed = &r->placed[position / 8], before = *placed & USE_MASK;
    *placed |= use;
    return before == USE_NONE || (before == use && use != USE_OWNED);
}

// Of a native's frame, whose `code` stands before its slots.
static uint32_t frame_parameters(const Reader *r, const Obj *o) {
    Value code = ((const Frame *)o)->code;
    return is_tagged(r->vm, code, T_NATIVE) ? as_native(r->vm, code)->n_params : 0;
}

static bool may_hold(const Reader *r, const Obj *o, uint32_t field, TypeTag machine) {
    if (o->type != T_FRAME) { return verify_may_hold((TypeTag)o->type, field, machine); }
    if (field < FRAME_FIXED) {
        return machine == (field == 0 ? T_FRAME : field == 4 ? T_CACHES : T_INVALID);
    }
    return is_tagged(r->vm, ((const Frame *)o)->code, T_NATIVE);
}

// The value that field of o (NULL: a root) has in this guest; *bad is set when the reference leads
// nowhere, or where it must not.
static Value placed_value(const Reader *r, const Obj *o, uint32_t field, Value v, Use use,
                          bool *bad) {
    if (!is_ref(v)) {
        // Of the singletons those that may rest in an object; no word is without a meaning.
        if (!is_double(v) && !is_int(v) && (v < V_FALSE || v > V_STOP)) { *bad = true; }
        return v;
    }
    uint32_t at = ref_offset(v);
    if (at < r->base) {
        if (!is_image_object(r, at)) { *bad = true; }
        // Buffers of the image are its own objects', but for what code objects never change.
        if (image_map_is_buffer(r->map, at) &&
            (use != USE_CODE || !image_map_is_fixed(r->map, at))) {
            *bad = true;
        }
        return v;
    }
    uint32_t position = at - r->base;
    if ((position & 7) || position >= r->size || !r->placed[position / 8]) {
        *bad = true;
        return V_NONE;
    }
    uint8_t type = r->objects[position];
    if (is_buffer_type(type) && !may_use(r, position, use)) { *bad = true; }
    if (verify_is_machine(type) && o && !may_hold(r, o, field, (TypeTag)type)) { *bad = true; }
    return ref_value(r->placed[position / 8] & ~(uint32_t)USE_MASK);
}

// What an object of the image referred to before it was changed: it may still have the buffers that
// it was made with.
typedef struct Was {
    Value fields[16], attrs;
    uint32_t n; // items, which are no buffers, do not count
} Was;

static bool is_image_ref(const Reader *r, Value v) { return is_ref(v) && ref_offset(v) < r->base; }

// was: NULL for an object of the snapshot.
static bool fix_object(const Reader *r, Obj *o, const Was *was) {
    bool bad = false;
    uint32_t n = obj_values(o);
    Value *fields = obj_value_array(o);
    if (o->type == T_CACHES) { // hints only: none are taken from outside
        memset(fields, 0, n * sizeof(Value));
        o->small = 0;
        return true;
    }
    Use use = o->type == T_CODE || o->type == T_PATTERN ? USE_CODE : USE_OWNED;
    for (uint32_t i = 0; i < n; i++) {
        bool names = o->type == T_SHAPE && &fields[i] == &((Shape *)o)->names;
        if (was && i < was->n && fields[i] == was->fields[i] && is_image_ref(r, fields[i])) {
            continue;
        }
        if (o->type == T_FRAME && i >= FRAME_FIXED) {
            use = i < FRAME_FIXED + frame_parameters(r, o) ? USE_FRAMES : USE_OWNED;
        }
        fields[i] = placed_value(r, o, i, fields[i], names ? USE_NAMES : use, &bad);
    }
    if (o->ext) {
        ObjExt *e = obj_ext(o);
        e->shape = placed_value(r, NULL, 0, e->shape, USE_OWNED, &bad);
        if (!was || e->attrs != was->attrs || !is_image_ref(r, e->attrs)) {
            e->attrs = placed_value(r, NULL, 0, e->attrs, USE_OWNED, &bad);
        }
    }
    if (o->type == T_WEAKREF) {
        uint64_t *referent = (uint64_t *)(fields + 2);
        if (*referent) {
            *referent =
                ref_offset(placed_value(r, o, 2, ref_value((uint32_t)*referent), USE_OWNED, &bad));
        }
    }
    return !bad;
}

// Of trusted bytes: every reference leads to where an object begins.
static void fix_trusted_object(const Reader *r, Obj *o) {
    uint32_t n = obj_values(o);
    Value *fields = obj_value_array(o);
    if (o->type == T_CACHES) {
        memset(fields, 0, n * sizeof(Value));
        o->small = 0;
        return;
    }
    n += o->type == T_WEAKREF; // the referent is no Value, but an offset
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = ref_offset(fields[i]);
        bool referent = o->type == T_WEAKREF && i + 1 == n && at;
        if ((is_ref(fields[i]) || referent) && at >= r->base) {
            fields[i] = (fields[i] >> 32 << 32) | r->placed[(at - r->base) / 8];
        }
    }
    if (!o->ext) { return; }
    Value *ext[] = {&obj_ext(o)->shape, &obj_ext(o)->attrs};
    for (uint32_t i = 0; i < COUNT_OF(ext); i++) {
        uint32_t at = ref_offset(*ext[i]);
        if (is_ref(*ext[i]) && at >= r->base) {
            *ext[i] = ref_value(r->placed[(at - r->base) / 8]);
        }
    }
}

static const char *fix_objects(Reader *r) {
    if (r->trusted) {
        for (uint32_t at = 0; at < r->size; at += obj_size((const Obj *)(r->objects + at))) {
            fix_trusted_object(r, placed_object(r, at));
        }
        return NULL;
    }
    for (uint32_t at = 0; at < r->size; at += obj_size((const Obj *)(r->objects + at))) {
        if (!fix_object(r, placed_object(r, at), NULL)) {
            return "snapshot: a reference leads nowhere";
        }
    }
    return NULL;
}

// ---- changed objects of the image ----------------------------------------------------------------

// What a guest cannot change about an image object must be as it was.
static bool change_is_sound(const Obj *o, const Obj *from) {
    if (from->type != o->type || from->ext != o->ext || !verify_may_change((TypeTag)o->type)) {
        return false;
    }
    const TypeLayout *l = &type_layouts[o->type];
    if (from->n != o->n && (l->values_per_n || l->bytes_per_n)) { return false; }
    switch (o->type) {
    case T_STR: return memcmp(((const Str *)o)->data, ((const Str *)from)->data, o->n) == 0;
    case T_BYTES: return memcmp((const uint8_t *)o + 16, (const uint8_t *)from + 16, o->n) == 0;
    case T_TYPE: return ((const Type *)o)->tag == ((const Type *)from)->tag;
    default: return true;
    }
}

static const char *read_changed(Reader *r, const uint8_t *p, const uint8_t *end, uint32_t n) {
    Vm *vm = r->vm;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t at;
        if ((size_t)(end - p) < 8 + sizeof(Obj)) { return "snapshot: cut short"; }
        memcpy(&at, p, 8);
        if (!is_image_object(r, at)) { return "snapshot: a changed object is not of this image"; }
        Obj *o = (Obj *)(vm->base + at);
        const Obj *from = (const Obj *)(p + 8);
        uint32_t size = obj_size(o);
        if ((size_t)(end - p) < 8 + (size_t)size) { return "snapshot: cut short"; }
        if (!change_is_sound(o, from) || image_map_is_fixed(r->map, at)) {
            return "snapshot: a changed object is not of this image";
        }
        heap_log_write(vm, o);
        Was was = {.attrs = o->ext ? obj_ext(o)->attrs : V_NONE};
        was.n = type_layouts[o->type].values;
        values_copy(was.fields, obj_value_array(o), was.n);
        memcpy(o, from, size);
        o->flags &= OBJ_WEAK | OBJ_FINAL | OBJ_SETTLED | OBJ_HAS_ID | OBJ_GUARDED;
        if (!fix_object(r, o, &was)) { return "snapshot: a reference leads nowhere"; }
        p += 8 + size;
    }
    return p == end ? NULL : "snapshot: bytes are left over";
}

// What was dead when the snapshot was written is V_NONE in the weak lists: closes the gaps.
static uint32_t weak_close_gaps(const Reader *r, Value list, uint32_t n, uint32_t stride) {
    if (!is_tagged(r->vm, list, T_VALUES)) { return n; }
    Values *t = ref_ptr(r->vm, list);
    uint32_t kept = 0;
    if ((uint64_t)n * stride > t->h.n) { return n; } // verify_head says what is wrong
    for (uint32_t i = 0; i < n; i++) {
        bool dead = false;
        for (uint32_t k = 0; k < stride; k++) { dead = dead || t->items[i * stride + k] == V_NONE; }
        if (dead) { continue; }
        memmove(&t->items[kept * stride], &t->items[i * stride], stride * sizeof(Value));
        kept++;
    }
    for (uint32_t i = kept * stride; i < n * stride; i++) { t->items[i] = V_UNBOUND; }
    return kept;
}

static const char *read_head(Reader *r, const Head *from) {
    Head *h = r->vm->head;
    bool bad = false;
#define ROOT(name, doc) h->name = placed_value(r, NULL, 0, from->name, USE_OWNED, &bad);
    NX_ROOTS(ROOT)
#undef ROOT
#define WEAK(name, stride, doc) h->name = placed_value(r, NULL, 0, from->name, USE_OWNED, &bad);
    NX_WEAK_ROOTS(WEAK)
#undef WEAK
    h->budget = from->budget;
    h->steps = from->steps;
    h->step_limit = from->step_limit;
    h->output_used = from->output_used;
    h->output_limit = from->output_limit;
    h->host_calls = from->host_calls;
    h->next_id = from->next_id;
    h->next_file = from->next_file;
    h->namespace_version = from->namespace_version;
    h->depth = from->depth;
    h->depth_limit = from->depth_limit;
    h->recursion_limit = from->recursion_limit;
    h->gc_count = from->gc_count;
    h->max_str_digits = from->max_str_digits;
    h->memory_limit = from->memory_limit;
    h->gc_threshold = from->gc_threshold;
    h->reserve = from->reserve;
    h->n_interned = from->n_interned;
    h->n_caches = weak_close_gaps(r, h->caches, from->n_caches, 1);
    h->n_subclasses = weak_close_gaps(r, h->subclasses, from->n_subclasses, 2);
    h->n_ids = from->n_ids;
    h->n_weakrefs = weak_close_gaps(r, h->weakrefs, from->n_weakrefs, 1);
    h->n_finalizable = weak_close_gaps(r, h->finalizable, from->n_finalizable, 1);
    heap_set_charged(r->vm, from->alloc_ceiling);
    return bad ? "snapshot: a root leads nowhere" : NULL;
}

// ---- verification --------------------------------------------------------------------------------

static void check_changed(Vm *vm, Obj *o, void *ctx) {
    const char **wrong = ctx;
    if (!verify_object(vm, o)) { *wrong = read_damaged[o->type]; }
}

// What a buffer of the image holds now, its owner must bear.
static const char *verify_owners(const Reader *r) {
    Vm *vm = r->vm;
    for (uint32_t i = 0; i < r->map->n_owned; i++) {
        const ImageOwned *p = &r->map->owned[i];
        Obj *owner = (Obj *)(vm->base + p->owner);
        const Obj *buffer = (const Obj *)(vm->base + p->buffer);
        if (!(buffer->flags & OBJ_FROZEN) && !verify_object(vm, owner)) {
            return read_damaged[owner->type];
        }
    }
    return NULL;
}

static const char *verify_each(Reader *r, bool (*sound)(Vm *vm, Obj *o)) {
    for (uint32_t at = 0; at < r->size; at += obj_size((const Obj *)(r->objects + at))) {
        Obj *o = placed_object(r, at);
        if (!sound(r->vm, o)) { return read_damaged[o->type]; }
    }
    return NULL;
}

static bool sound_object(Vm *vm, Obj *o) { return o->type == T_FRAME || verify_object(vm, o); }
static bool known_frame(Vm *vm, Obj *o) {
    const Frame *f = (const Frame *)o;
    return o->type != T_FRAME || !is_tagged(vm, f->code, T_NATIVE) ||
           !links_is_gone(native_def(vm, as_native(vm, f->code)));
}
static bool ready_frame(Vm *vm, Obj *o) {
    if (!known_frame(vm, o)) { return false; }
    if (o->type == T_FRAME) { verify_make_ready(vm, (Frame *)o); }
    return true;
}
static bool sound_frame(Vm *vm, Obj *o) {
    return o->type != T_FRAME || verify_frame(vm, (Frame *)o);
}
static bool sound_link(Vm *vm, Obj *o) {
    if (o->type == T_FRAME) { return verify_link(vm, (const Frame *)o); }
    if (o->type == T_CACHES) { o->small = 0; }
    bool generator = o->type == T_GENERATOR || o->type == T_COROUTINE || o->type == T_ASYNC_GEN;
    return !generator || verify_generator(vm, o);
}

static const char read_native_changed[] = "snapshot: waits in a native that has changed since";

static const char *verify_everything(Reader *r) {
    if (r->trusted) {
        return r->n_frames && verify_each(r, ready_frame) ? read_native_changed : NULL;
    }
    const char *wrong = verify_each(r, sound_object);
    if (!wrong) { gc_each_dirty(r->vm, check_changed, &wrong); }
    if (!wrong && r->n_changed) { wrong = verify_owners(r); }
    if (!wrong && verify_each(r, known_frame)) { wrong = read_native_changed; }
    if (!wrong && !verify_image_caches(r->vm)) { wrong = "snapshot: a root is damaged"; }
    if (!wrong) { wrong = verify_each(r, sound_frame); }
    if (!wrong) { wrong = verify_each(r, sound_link); }
    if (!wrong && !verify_head(r->vm, r->n_frames)) { wrong = "snapshot: a root is damaged"; }
    return wrong;
}

// ---- all -----------------------------------------------------------------------------------------

static bool counters_are_sound(const Head *from) {
    const uint64_t most = (uint64_t)1 << 62;
    int64_t bound = (int64_t)1 << 40;
    return from->steps >= 0 && (uint64_t)from->steps <= most && from->budget > -bound &&
           from->budget < bound && from->step_limit <= most && from->memory_limit <= most &&
           from->alloc_ceiling <= from->memory_limit && from->reserve <= GC_HEADROOM &&
           from->next_id < (uint64_t)1 << 46 && from->depth <= UINT32_MAX;
}

static const char *check_header(Vm *vm, const SnapHeader *s, const uint8_t *bytes, size_t len,
                                bool trusted) {
    if (len < sizeof *s + sizeof(Head) || memcmp(s->magic, "NXSNAP01", 8) != 0) {
        return "snapshot: not a Natrix snapshot";
    }
    if (s->format != SNAP_FORMAT || s->head_size != sizeof(Head)) {
        return "snapshot: written by an incompatible version";
    }
    const SnapHeader *image = snap_image_header(vm->base);
    bool grown = s->image_tag == image->origin_tag && s->base == image->origin_end && s->base;
    if (!grown && (s->image_tag != vm->head->image_tag || s->base != vm->head->image_end)) {
        return "snapshot: stands on another boot image";
    }
    if (s->objects_size > len - sizeof *s - sizeof(Head) || (s->objects_size & 7)) {
        return "snapshot: cut short";
    }
    if (!trusted && s->checksum != (uint64_t)hash_bytes(bytes + sizeof *s, len - sizeof *s)) {
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

const char *snap_read(Vm *vm, const ImageMap *map, const uint8_t *bytes, size_t len,
                      SnapBuf *scratch, bool trusted) {
    SnapHeader s;
    if (len < sizeof s) { return "snapshot: not a Natrix snapshot"; }
    memcpy(&s, bytes, sizeof s);
    const char *wrong = check_header(vm, &s, bytes, len, trusted);
    if (wrong) { return wrong; }
    const Head *head = (const Head *)(bytes + sizeof s);
    if (!counters_are_sound(head)) { return "snapshot: a counter is damaged"; }
    Reader r = {.vm = vm,
                .objects = (const uint8_t *)(head + 1),
                .size = s.objects_size,
                .n_changed = s.n_changed,
                .base = s.base,
                .map = map,
                .trusted = trusted};
    if (!reader_scratch(scratch, (size_t)s.objects_size / 2 + 8)) { return "out of host memory"; }
    r.placed = (uint32_t *)scratch->bytes;
    vm->head->memory_limit = head->memory_limit;
    vm->head->gc_threshold = UINT64_MAX;
    heap_set_charged(vm, 0);
    wrong = place_objects(&r, s.n_objects);
    if (!wrong) { wrong = fix_objects(&r); }
    if (!wrong) { wrong = read_changed(&r, r.objects + r.size, bytes + len, s.n_changed); }
    if (!wrong) { wrong = read_head(&r, head); }
    if (!wrong) { wrong = verify_everything(&r); }
    if (!wrong) { ids_moved(vm); }
    if (!wrong && r.wants_marks) { gc_mark_all(vm); }
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
