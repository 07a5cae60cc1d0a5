// engine.c: engines and their slots.
#include "api/api.h"

#include "cap/cap.h"

#include "heap/gc.h"
#include "snap/links.h"

#include <stdlib.h>

nx_limits nx_limits_default(void) {
    nx_limits l = {.size = sizeof l};
#define LIMIT(NAME, name, dflt, doc) l.name = dflt;
#include "heap/limits.def"
#undef LIMIT
    return l;
}

nx_vm_options nx_vm_options_default(void) {
    nx_vm_options o = {.size = sizeof o, .limits = nx_limits_default()};
    o.host.size = sizeof o.host;
    return o;
}

enum { ENGINE_LEAST_HEAP = 1 << 20, ENGINE_GROWTH = 32 << 20 };

// ---- slots -------------------------------------------------------------------------------------

// The size of slots is what was asked for, or else the largest half, quarter … that can be had.
static uint8_t *slot_reserve(nx_engine *e) {
    for (;;) {
        uint8_t *base = e->pages.reserve(e->pages.ctx, e->slot_bytes);
        if (base || e->settled || e->slot_bytes / 2 < e->image_size + ENGINE_LEAST_HEAP) {
            e->settled |= base != NULL;
            return base;
        }
        e->slot_bytes /= 2;
    }
}

static Slot *slot_new(nx_engine *e) {
    Slot *s = calloc(1, sizeof *s);
    if (!s) { return NULL; }
    s->base = slot_reserve(e);
    if (!s->base) {
        free(s);
        return NULL;
    }
    if (!e->pages.map_image(e->pages.ctx, s->base, e->image, e->image_size)) {
        e->pages.release(e->pages.ctx, s->base, e->slot_bytes);
        free(s);
        return NULL;
    }
    return s;
}

// Blocks may be half empty: the region is twice the limit and a little, within the slot.
static uint32_t region_end(const nx_engine *e, const Head *h, uint64_t limit) {
    uint64_t end = h->image_end + limit * 2 + ((uint64_t)4 << 20);
    uint64_t most = e->slot_bytes < 0xFFF00000u ? e->slot_bytes : 0xFFF00000u;
    return (uint32_t)(end < most ? end : most);
}

// ---- the image ---------------------------------------------------------------------------------

static bool engine_check_image(const nx_engine *e) {
    if (e->image_size < HEAP_HEAD_SIZE || e->slot_bytes < e->image_size + ENGINE_LEAST_HEAP) {
        return false;
    }
    const SnapHeader *h = snap_image_header(e->image);
    uint32_t end = ((const Head *)e->image)->image_end;
    return memcmp(h->magic, "NXIMAGE1", 8) == 0 && h->format == SNAP_FORMAT &&
           h->head_size == sizeof(Head) && end <= e->image_size && end >= HEAP_HEAD_SIZE;
}

// A guest of the older image, in which the missing things are made.
static bool engine_grow_image(nx_engine *e) {
    VmHost host = {.pause_after = -1};
    Vm *vm = calloc(1, sizeof *vm);
    Slot *slot = vm ? slot_new(e) : NULL;
    SnapBuf out = {0};
    bool ok = slot && (vm->mark_stack = malloc(GC_MARK_STACK * 8)) != NULL;
    if (ok) {
        vm_attach(vm, slot->base);
        vm->natives = e->natives.natives;
        vm->n_natives = e->natives.n_natives;
        vm->getsets = e->natives.getsets;
        vm->fail_after = -1;
        vm->host = &host;
        vm->head->memory_limit = ENGINE_GROWTH;
        vm->head->gc_threshold = UINT64_MAX;
        vm->head->step_limit = (uint64_t)1 << 60;
        vm->head->steps = (int64_t)1 << 60;
        heap_init(vm, vm->head->image_end, region_end(e, vm->head, ENGINE_GROWTH));
        ok = snap_grow(vm, &e->natives, e->image, &out, &e->scratch);
    }
    if (slot) { e->pages.release(e->pages.ctx, slot->base, e->slot_bytes); }
    free(slot);
    if (vm) { free(vm->mark_stack); }
    free(vm);
    if (ok) {
        e->image = e->grown = out.bytes;
        e->image_size = out.len;
    }
    return ok;
}

// The image may be an older library's, as long as this one knows all that it takes for granted.
static bool engine_fit_image(nx_engine *e) {
    const SnapHeader *h = snap_image_header(e->image);
    uint32_t end = ((const Head *)e->image)->image_end;
    size_t links_len = e->image_size - end;
    e->image_size = end;
    if (e->image == nx_builtin_image) { return true; } // made with this very library
    Links *own = links_new(&e->natives);
    bool ok = own != NULL;
    if (ok && h->layout != links_hash(own)) {
        const Links *links = (const Links *)(const void *)(e->image + end);
        ok = links_bind(&e->natives, own, links, links_len) && engine_grow_image(e);
    }
    free(own);
    return ok;
}

static bool engine_take_key(nx_engine *e, const nx_engine_options *o) {
    if (!o->key) { return true; }
    if (o->key_len < SEAL_KEY_LEAST || o->key_len > SEAL_KEY_MOST) { return false; }
    e->key.len = (uint8_t)o->key_len;
    memcpy(e->key.bytes, o->key, o->key_len);
    return true;
}

nx_engine *nx_engine_new(const nx_engine_options *options) {
    nx_engine_options o = {0}; // a host may know fewer members
    if (options) { memcpy(&o, options, options->size < sizeof o ? options->size : sizeof o); }
    nx_engine *e = calloc(1, sizeof *e);
    if (!e) { return NULL; }
    e->pages = nx_pages_default;
    e->image = o.image ? o.image : nx_builtin_image;
    e->image_size = o.image ? o.image_size : nx_builtin_image_size;
    e->pool = o.pool ? o.pool : 4;
    if (e->pool == NX_NO_POOL) { e->pool = 0; }
    e->slot_bytes = o.slot_bytes ? (size_t)o.slot_bytes : e->pages.max_slot;
    e->settled = o.slot_bytes != 0;
    if (!engine_take_key(e, &o) || !natives_collect(&e->natives)) {
        nx_engine_free(e);
        return NULL;
    }
    if (!engine_check_image(e) || !engine_fit_image(e)) {
        nx_engine_free(e);
        return NULL;
    }
    return e;
}

void nx_engine_free(nx_engine *e) {
    if (!e) { return; }
    while (e->idle) {
        Slot *s = e->idle;
        e->idle = s->next;
        e->pages.release(e->pages.ctx, s->base, e->slot_bytes);
        free(s);
    }
    snap_buf_free(&e->scratch);
    free(e->map);
    free(e->grown);
    natives_free(&e->natives);
    volatile uint8_t *key = e->key.bytes;
    for (uint32_t i = 0; i < sizeof e->key.bytes; i++) { key[i] = 0; }
    free(e);
}

static void vm_set_limits(nx_vm *v, const nx_limits *l) {
    Head *h = v->vm.head;
    uint64_t steps = l->steps ? l->steps : (uint64_t)1 << 62;
    h->step_limit = steps;
    h->steps = (int64_t)steps;
    h->budget = 0;
    h->output_limit = l->output;
    h->output_used = 0;
    h->depth_limit = l->depth < UINT32_MAX ? (uint32_t)l->depth : UINT32_MAX;
    h->recursion_limit = 0;
    h->depth = 0;
    h->memory_limit = l->memory;
    h->reserve = GC_HEADROOM;
    h->gc_threshold = GC_FIRST_THRESHOLD;
    h->host_calls = 0;
    heap_set_charged(&v->vm, 0);
}

nx_vm *vm_take(nx_engine *e, const nx_vm_options *options) {
    nx_vm *v = calloc(1, sizeof *v);
    if (!v) { return NULL; }
    v->engine = e;
    v->options = nx_vm_options_default();
    if (options) {
        size_t known = options->size < sizeof v->options ? options->size : sizeof v->options;
        memcpy(&v->options, options, known);
    }
    v->vm.mark_stack = malloc(GC_MARK_STACK * 8);
    v->slot = e->idle;
    bool fresh = !v->slot;
    if (v->slot) {
        e->idle = v->slot->next;
        e->n_idle--;
    } else {
        v->slot = slot_new(e);
    }
    if (!v->slot || !v->vm.mark_stack) {
        nx_vm_free(v);
        return NULL;
    }
    Vm *vm = &v->vm;
    vm_attach(vm, v->slot->base);
    vm->natives = e->natives.natives;
    vm->n_natives = e->natives.n_natives;
    vm->getsets = e->natives.getsets;
    vm->fail_after = -1;
    (void)fresh;
    heap_init(vm, vm->head->image_end, region_end(e, vm->head, v->options.limits.memory));
    vm_set_limits(v, &v->options.limits);
    hostcall_attach(v);
    return v;
}

void nx_vm_free(nx_vm *v) {
    if (!v) { return; }
    nx_engine *e = v->engine;
    cap_close_all(&v->vm);
    if (v->slot) {
        if (e->n_idle < e->pool && v->vm.head) {
            snap_reset(&v->vm, e->image, e->image_size);
            v->slot->next = e->idle;
            e->idle = v->slot;
            e->n_idle++;
        } else {
            e->pages.release(e->pages.ctx, v->slot->base, e->slot_bytes);
            free(v->slot);
        }
    }
    for (uint32_t i = 0; i < v->n_functions; i++) { free(v->functions[i].name); }
    for (uint32_t i = 0; i < COUNT_OF(v->error_text); i++) { free(v->error_text[i]); }
    snap_buf_free(&v->output[0]);
    snap_buf_free(&v->output[1]);
    snap_buf_free(&v->text);
    free(v->functions);
    free(v->vm.mark_stack);
    free(v);
}
