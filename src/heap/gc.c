// gc.c: see gc.h. Marking uses a small fixed stack of (object, next field); when a structure is too
// deep for it, the object stays marked but unscanned and the blocks are searched for such objects
// afterwards, so marking never allocates and never recurses. Frames on stack segments carry no mark
// bits: the frame chain is walked instead. Objects of the image are not marked: unchanged ones
// refer only to each other, changed ones are roots.
#include "heap/gc.h"

typedef struct MarkEntry {
    uint32_t obj, next;
} MarkEntry;

typedef struct Marker {
    Vm *vm;
    MarkEntry *stack;
    uint32_t depth;
    bool overflow;
    uint64_t live; // charged bytes of what was marked
} Marker;

static bool mark_test_and_set(Marker *m, uint32_t at) {
    NX_ASSERT(!heap_is_image(m->vm, at));
    Block *b = block_of(m->vm, at);
    uint32_t bit = at & (BLOCK_SIZE - 1);
    uint64_t mask = (uint64_t)1 << (bit / 8 % 64);
    if (b->marks[bit / 512] & mask) { return true; }
    b->marks[bit / 512] |= mask;
    m->live += b->size;
    return false;
}

bool gc_is_marked(Vm *vm, const Obj *o) {
    uint32_t at = (uint32_t)((const uint8_t *)o - vm->base);
    if (heap_is_image(vm, at) || obj_on_stack(o) || o->type == T_STACK) { return true; }
    uint32_t bit = at & (BLOCK_SIZE - 1);
    return block_of(vm, at)->marks[bit / 512] >> (bit / 8 % 64) & 1;
}

// Marks what v refers to; objects with fields are left on the stack to be scanned.
static void mark_value(Marker *m, Value v) {
    if (!is_ref(v)) { return; }
    uint32_t at = ref_offset(v);
    if (heap_is_image(m->vm, at)) { return; }
    Obj *o = (Obj *)(m->vm->base + at);
    if (obj_on_stack(o) || mark_test_and_set(m, at)) { return; }
    if (obj_values(o) == 0 && !o->ext) { return; }
    if (m->depth == GC_MARK_STACK) {
        m->overflow = true;
        m->vm->base[m->vm->head->map + (at - m->vm->head->heap_start) / BLOCK_SIZE] |= BLOCK_RESCAN;
        return;
    }
    m->stack[m->depth++] = (MarkEntry){at, 0};
}

static void mark_drain(Marker *m) {
    while (m->depth) {
        MarkEntry *e = &m->stack[m->depth - 1];
        Obj *o = (Obj *)(m->vm->base + e->obj);
        uint32_t n = obj_values(o);
        const Value *fields = obj_value_array(o);
        uint32_t i = e->next, depth = m->depth;
        while (i < n && m->depth == depth) { mark_value(m, fields[i++]); }
        if (i < n) {
            m->stack[depth - 1].next = i;
            continue;
        }
        ObjExt ext = {V_NONE, V_NONE};
        if (o->ext) { ext = *obj_ext(o); }
        // The object is done: a child left on top takes its place, so lists need no depth.
        if (m->depth > depth) {
            m->stack[depth - 1] = m->stack[depth];
            m->depth = depth;
        } else {
            m->depth--;
        }
        mark_value(m, ext.shape);
        mark_value(m, ext.attrs);
    }
}

static void mark_fields(Marker *m, Obj *o) {
    uint32_t n = obj_values(o);
    for (uint32_t i = 0; i < n; i++) {
        mark_value(m, obj_value_array(o)[i]);
        mark_drain(m);
    }
    if (o->ext) {
        mark_value(m, obj_ext(o)->shape);
        mark_value(m, obj_ext(o)->attrs);
        mark_drain(m);
    }
}

static void gc_each_block(Vm *vm, void (*visit)(Vm *vm, Block *b, uint32_t at, void *ctx),
                          void *ctx) {
    Head *h = vm->head;
    for (uint32_t at = h->heap_start, i = 0; at < h->frontier; at += BLOCK_SIZE, i++) {
        uint8_t kind = vm->base[h->map + i];
        if (kind == BLOCK_SMALL || kind == BLOCK_LARGE) {
            visit(vm, (Block *)(vm->base + at), at, ctx);
        }
    }
}

// Children that overflowed the mark stack are marked but their fields were not looked at. Only blocks
// with such children are gone through, so that a long chain costs what it is long.
static void mark_rescan_block(Marker *m, const Block *b) {
    for (uint32_t w = 0; w < COUNT_OF(b->marks); w++) {
        for (uint64_t bits = b->marks[w]; bits; bits &= bits - 1) {
            uint32_t bit = w * 64 + (uint32_t)__builtin_ctzll(bits);
            Obj *o = (Obj *)((uint8_t *)b + bit * 8);
            if (o->type != T_STACK) { mark_fields(m, o); }
        }
    }
}

static void mark_finish(Marker *m) {
    mark_drain(m);
    while (m->overflow) {
        m->overflow = false;
        Head *h = m->vm->head;
        uint8_t *map = m->vm->base + h->map;
        uint32_t used = (h->frontier - h->heap_start) / BLOCK_SIZE;
        for (uint32_t i = 0; i < used; i++) {
            if (!(map[i] & BLOCK_RESCAN)) { continue; }
            map[i] &= (uint8_t)~BLOCK_RESCAN;
            mark_rescan_block(m, (Block *)(m->vm->base + h->heap_start + i * BLOCK_SIZE));
        }
    }
}

static void mark_visit_dirty(Vm *vm, Obj *o, void *ctx) {
    Marker *m = ctx;
    m->live += heap_charge_of(obj_size(o));
    mark_fields(m, o);
    (void)vm;
}

void gc_each_dirty(Vm *vm, void (*visit)(Vm *vm, Obj *o, void *ctx), void *ctx) {
    Head *h = vm->head;
    const uint8_t *map = vm->base + h->dirty_map;
    for (uint32_t i = 0; i < h->image_end / 64; i++) {
        uint64_t word[8]; // most of the image is as it was: many bytes at a time
        while (i % 8 == 0 && i + sizeof word <= h->image_end / 64) {
            memcpy(word, map + i, sizeof word);
            if (word[0] | word[1] | word[2] | word[3] | word[4] | word[5] | word[6] | word[7]) {
                break;
            }
            i += (uint32_t)sizeof word;
        }
        while (i % 8 == 0 && i + 8 <= h->image_end / 64) {
            memcpy(word, map + i, 8);
            if (word[0]) { break; }
            i += 8;
        }
        if (i == h->image_end / 64) { break; }
        for (uint32_t bits = map[i]; bits; bits &= bits - 1) {
            uint32_t at = i * 64 + (uint32_t)__builtin_ctz(bits) * 8;
            visit(vm, (Obj *)(vm->base + at), ctx);
        }
    }
}

static void gc_clear_block(Vm *vm, Block *b, uint32_t at, void *ctx) {
    (void)vm, (void)at, (void)ctx;
    memset(b->marks, 0, sizeof b->marks);
}

// A heap frame's chain may lead back to stack frames, so every chain frame is visited.
static void mark_chain(Marker *m) {
    Vm *vm = m->vm;
    for (Value v = vm->head->frame; is_ref(v);) {
        Obj *frame = as_obj(vm, v);
        if (!obj_on_stack(frame)) { mark_test_and_set(m, ref_offset(v)); }
        mark_fields(m, frame);
        v = obj_value_array(frame)[0];
    }
}

static void mark_segments(Marker *m) {
    Vm *vm = m->vm;
    for (uint32_t at = vm->head->stack_seg; at;) {
        mark_test_and_set(m, at);
        Value below = obj_value_array((Obj *)(vm->base + at))[0];
        at = is_ref(below) ? ref_offset(below) : 0;
    }
    if (vm->head->stack_spare) { mark_test_and_set(m, vm->head->stack_spare); }
}

// A call that a native asked for and that could not start for lack of memory.
static void mark_waiting_call(Marker *m) {
    Vm *vm = m->vm;
    if (!vm->call_waits) { return; }
    mark_value(m, vm->call_callee);
    for (uint32_t i = 0; i < vm->call_nargs; i++) { mark_value(m, vm->call_args[i]); }
    mark_value(m, vm->call_tuple);
    mark_value(m, vm->call_kwargs);
    for (uint32_t i = 0; i < vm->n_host_args; i++) { mark_value(m, vm->host_args[i]); }
    mark_drain(m);
}

static void mark_roots(Marker *m) {
    Head *h = m->vm->head;
#define ROOT(name, doc)                                                                            \
    mark_value(m, h->name);                                                                        \
    mark_drain(m);
    NX_ROOTS(ROOT)
#undef ROOT
#define WEAK(name, stride, doc)                                                                    \
    if (is_ref(h->name)) { mark_test_and_set(m, ref_offset(h->name)); }
    NX_WEAK_ROOTS(WEAK)
#undef WEAK
    // While an image is made its tables stand in the heap like everything else.
#define TABLE(name, doc)                                                                           \
    mark_value(m, h->name);                                                                        \
    mark_drain(m);
    NX_IMAGE_TABLES(TABLE)
#undef TABLE
    mark_waiting_call(m);
    mark_segments(m);
    mark_chain(m);
    gc_each_dirty(m->vm, mark_visit_dirty, m);
}

static void gc_mark(Marker *m) {
    gc_each_block(m->vm, gc_clear_block, NULL);
    mark_roots(m);
    mark_finish(m);
}

static void mark_weak_strongly(Marker *m) {
    Head *h = m->vm->head;
#define WEAK(name, stride, doc)                                                                    \
    if (is_ref(h->name) && h->name != h->interned && h->name != h->caches) {                       \
        mark_fields(m, as_obj(m->vm, h->name));                                                    \
    }
    NX_WEAK_ROOTS(WEAK)
#undef WEAK
    for (uint32_t i = 0; i < h->n_weakrefs; i++) { // the referent is no field
        Obj *ref = as_obj(m->vm, ((Values *)ref_ptr(m->vm, h->weakrefs))->items[i]);
        uint64_t referent = *(uint64_t *)(obj_value_array(ref) + 2);
        if (referent) { mark_value(m, ref_value((uint32_t)referent)); }
    }
    mark_finish(m);
}

void gc_mark_all(Vm *vm) {
    Marker m = {.vm = vm, .stack = vm->mark_stack};
    gc_mark(&m);
    mark_weak_strongly(&m);
}

static bool gc_dead(Vm *vm, Value v) { return is_ref(v) && !gc_is_marked(vm, as_obj(vm, v)); }

// Drops entries naming dead objects from a weak list, keeping the order of the rest.
static uint32_t gc_weak_compact(Vm *vm, Value table, uint32_t used, uint32_t stride) {
    if (!is_ref(table)) { return 0; }
    Values *t = ref_ptr(vm, table);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < used; i++) {
        const Value *entry = &t->items[i * stride];
        bool dead = false;
        for (uint32_t k = 0; k < stride; k++) { dead = dead || gc_dead(vm, entry[k]); }
        if (dead) { continue; }
        if (kept < i) { memmove(&t->items[kept * stride], entry, stride * sizeof(Value)); }
        kept++;
    }
    for (uint32_t i = kept * stride; i < used * stride; i++) { t->items[i] = V_UNBOUND; }
    return kept;
}

// Open-addressed id table: dead objects leave a tombstone.
static void gc_sweep_ids(Vm *vm) {
    if (!is_ref(vm->head->ids)) { return; }
    Values *t = ref_ptr(vm, vm->head->ids);
    for (uint32_t i = 0; i + 1 < t->h.n; i += 2) {
        if (gc_dead(vm, t->items[i])) { t->items[i] = V_NONE; }
    }
}

// Open-addressed interned table: dead strings leave a tombstone (V_NONE) so that probes go on.
static void gc_sweep_interned(Vm *vm) {
    if (!is_ref(vm->head->interned)) { return; }
    Values *t = ref_ptr(vm, vm->head->interned);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (gc_dead(vm, t->items[i])) { t->items[i] = V_NONE; }
    }
}

// Objects with __del__ live on until it has run once: they move to the queue of pending calls. A
// generator that is over has nothing more to do.
// The queue has room: whoever registers a finalizable object reserves it.
static void gc_queue_finalizers(Marker *m) {
    Vm *vm = m->vm;
    Head *h = vm->head;
    if (!h->n_finalizable) { return; }
    Values *t = ref_ptr(vm, h->finalizable), *queue = ref_ptr(vm, h->pending_calls);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < h->n_finalizable; i++) {
        Value v = t->items[i];
        if (as_obj(vm, v)->flags & OBJ_SETTLED) { continue; }
        if (gc_dead(vm, v)) {
            const Obj *o = ref_ptr(vm, v);
            if (o->type == T_GENERATOR && !(o->flags & OBJ_FINAL)) { continue; }
            queue->items[int_of(queue->items[0]) + 1] = v;
            queue->items[0] = int_value(int_of(queue->items[0]) + 1);
            mark_value(m, v);
        } else {
            t->items[kept++] = v;
        }
    }
    for (uint32_t i = kept; i < h->n_finalizable; i++) { t->items[i] = V_UNBOUND; }
    h->n_finalizable = kept;
    mark_finish(m);
}

static uint32_t gc_queued(Vm *vm) {
    Value queue = vm->head->pending_calls;
    return is_ref(queue) ? (uint32_t)int_of(((Values *)ref_ptr(vm, queue))->items[0]) : 0;
}

// Turns round what was queued after the first `old`. The queue is emptied from its end; what one
// collection put there is to run in the order of creation, callbacks before finalizers, and the
// callbacks of one object with the latest first, as CPython's.
static void gc_reverse_queue(Vm *vm, uint32_t old) {
    for (uint32_t i = old + 1, j = gc_queued(vm); i < j; i++, j--) {
        Value *items = ((Values *)ref_ptr(vm, vm->head->pending_calls))->items;
        Value v = items[i];
        items[i] = items[j];
        items[j] = v;
    }
}

// A weak reference whose referent died is cleared; its callback, if any, is queued.
static void gc_clear_weakrefs(Marker *m) {
    Vm *vm = m->vm;
    Head *h = vm->head;
    h->n_weakrefs = gc_weak_compact(vm, h->weakrefs, h->n_weakrefs, 1);
    if (!h->n_weakrefs) { return; }
    Values *t = ref_ptr(vm, h->weakrefs), *queue = ref_ptr(vm, h->pending_calls);
    uint32_t start = gc_queued(vm); // of the callbacks of one object
    uint64_t last = 0;
    for (uint32_t i = 0; i < h->n_weakrefs; i++) {
        Obj *ref = as_obj(vm, t->items[i]);
        uint64_t *referent = (uint64_t *)(obj_value_array(ref) + 2);
        if (!*referent || !gc_dead(vm, ref_value((uint32_t)*referent))) { continue; }
        if (*referent != last) {
            gc_reverse_queue(vm, start);
            start = gc_queued(vm);
            last = *referent;
        }
        *referent = 0;
        if (obj_value_array(ref)[0] != V_NONE) {
            queue->items[int_of(queue->items[0]) + 1] = t->items[i];
            queue->items[0] = int_value(int_of(queue->items[0]) + 1);
        }
    }
    gc_reverse_queue(vm, start);
}

static void gc_free_large(Vm *vm) {
    Head *h = vm->head;
    uint8_t *map = vm->base + h->map;
    uint32_t used = (h->frontier - h->heap_start) / BLOCK_SIZE;
    for (uint32_t i = 0; i < used; i++) {
        if (map[i] != BLOCK_LARGE) { continue; }
        Block *b = (Block *)(vm->base + h->heap_start + i * BLOCK_SIZE);
        if (b->marks[BLOCK_HEADER / 512] >> (BLOCK_HEADER / 8 % 64) & 1) { continue; }
        uint32_t n = b->size / BLOCK_SIZE;
        memset(map + i, BLOCK_FREE, n);
        h->free_blocks += n;
        i += n - 1;
    }
    h->free_hint = 0;
}

// Blocks in which nothing lives go back to the common pool, so that what one class gave up serves
// another and large objects; the rest are to be swept as they are needed.
static void gc_restart_class(Vm *vm, SizeClass *c) {
    Head *h = vm->head;
    uint32_t *link = &c->blocks;
    while (*link) {
        Block *b = (Block *)(vm->base + *link);
        uint64_t any = 0;
        for (uint32_t i = 0; i < COUNT_OF(b->marks); i++) { any |= b->marks[i]; }
        if (any) {
            link = &b->next;
            continue;
        }
        vm->base[h->map + (*link - h->heap_start) / BLOCK_SIZE] = BLOCK_FREE;
        h->free_blocks++;
        *link = b->next;
    }
    *c = (SizeClass){.blocks = c->blocks, .sweep = c->blocks};
}

static void gc_poison_block(Vm *vm, Block *b, uint32_t at, void *ctx) {
    (void)vm, (void)at, (void)ctx;
    if (b->cls == HEAP_CLASSES) { return; }
    for (uint32_t o = BLOCK_HEADER; o + b->size <= BLOCK_SIZE; o += b->size) {
        if (!(b->marks[o / 512] >> (o / 8 % 64) & 1)) { memset((uint8_t *)b + o, 0xDB, b->size); }
    }
}

void gc_lend_headroom(Vm *vm) {
    Head *h = vm->head;
    if (heap_charged(h) + GC_LAST_HEADROOM > h->memory_limit) {
        h->memory_limit += h->reserve;
        h->reserve = 0;
    }
    h->gc_threshold = heap_charged(h);
    heap_set_charged(vm, heap_charged(h));
    vm_request_safepoint(vm);
}

bool gc_headroom_is_used(const Head *h) {
    return !h->reserve && heap_charged(h) + GC_LAST_HEADROOM > h->memory_limit;
}

static void gc_take_headroom_back(Head *h, uint64_t live) {
    if (h->reserve || live + 2 * GC_HEADROOM > h->memory_limit) { return; }
    h->memory_limit -= GC_HEADROOM;
    h->reserve = GC_HEADROOM;
}

void gc_collect(Vm *vm, bool poison) {
    Head *h = vm->head;
    Marker m = {.vm = vm, .stack = vm->mark_stack};
    uint32_t queued = gc_queued(vm);
    gc_mark(&m);
    gc_clear_weakrefs(&m);
    gc_queue_finalizers(&m);
    gc_reverse_queue(vm, queued);
    h->n_subclasses = gc_weak_compact(vm, h->subclasses, h->n_subclasses, 2);
    h->n_caches = gc_weak_compact(vm, h->caches, h->n_caches, 1);
    gc_sweep_interned(vm);
    gc_sweep_ids(vm);
    memset(vm->method_cache, 0, sizeof vm->method_cache);
    memset(vm->site_cache, 0, sizeof vm->site_cache);
    memset(vm->str_cursors, 0, sizeof vm->str_cursors);
    gc_free_large(vm);
    for (uint32_t i = 0; i < HEAP_CLASSES; i++) { gc_restart_class(vm, &h->classes[i]); }
    h->gc_threshold = m.live * 2 > GC_FIRST_THRESHOLD ? m.live * 2 : GC_FIRST_THRESHOLD;
    gc_take_headroom_back(h, m.live);
    heap_set_charged(vm, m.live);
    h->gc_count++;
    if (poison) { gc_each_block(vm, gc_poison_block, NULL); }
}

typedef struct VisitMarked {
    void (*visit)(Vm *vm, Obj *o, void *ctx);
    void *ctx;
} VisitMarked;

static void gc_visit_block(Vm *vm, Block *b, uint32_t at, void *ctx) {
    VisitMarked *v = ctx;
    (void)at;
    for (uint32_t w = 0; w < COUNT_OF(b->marks); w++) {
        for (uint64_t bits = b->marks[w]; bits; bits &= bits - 1) {
            uint32_t bit = w * 64 + (uint32_t)__builtin_ctzll(bits);
            v->visit(vm, (Obj *)((uint8_t *)b + bit * 8), v->ctx);
        }
    }
}

void gc_each_marked(Vm *vm, void (*visit)(Vm *vm, Obj *o, void *ctx), void *ctx) {
    VisitMarked v = {visit, ctx};
    gc_each_block(vm, gc_visit_block, &v);
}
