// inspect_heap.c: what lives in a guest's heap, and what keeps it alive. See natrix_debug.h.
//
// The histogram marks what is reachable, as a dump does, and counts it by kind: the class of an
// instance, the type of everything else. The search for paths goes through the heap breadth first
// from the roots, with a host-side table that has the referrer of each object.
#include "api/inspect.h"

#include "heap/gc.h"
#include "object/str.h"
#include "object/type.h"
#include "vm/frame.h"

#include <stdlib.h>

// ---- kinds ---------------------------------------------------------------------------------------

// The class of an instance of a class made by a guest, else V_NONE: the type tag says it all.
static Value inspect_class(Vm *vm, Obj *o) {
    if (o->type == T_INSTANCE) { return as_shape(vm, ((Instance *)o)->shape)->cls; }
    return o->ext ? as_shape(vm, obj_ext(o)->shape)->cls : V_NONE;
}

static void inspect_name(Vm *vm, Value cls, uint32_t tag, nx_debug_put *put, void *ctx) {
    const TypeDef *d = type_def(tag);
    if (is_ref(cls)) {
        put_str(vm, put, ctx, as_type(vm, cls)->qualname);
    } else if (tag == T_NATIVE || !d) {
        put_text(put, ctx, type_tag_names[tag]);
    } else {
        put_text(put, ctx, d->name);
    }
}

static bool inspect_is(Vm *vm, Obj *o, const char *name) {
    Value cls = inspect_class(vm, o);
    const TypeDef *d = type_def(o->type);
    if (is_ref(cls)) { return str_equals_cstr(as_str(vm, as_type(vm, cls)->qualname), name); }
    return strcmp(d && o->type != T_NATIVE ? d->name : type_tag_names[o->type], name) == 0;
}

// ---- histogram -----------------------------------------------------------------------------------

typedef struct Kind {
    Value cls;
    uint32_t tag;
    uint64_t n, bytes; // n 0: a free place
} Kind;

enum { KINDS = 4096 }; // kinds beyond that many are counted as one

typedef struct Histogram {
    Kind kinds[KINDS];
    uint32_t used;
    Kind rest;
} Histogram;

static Kind *histogram_find(Histogram *g, Value cls, uint32_t tag) {
    uint32_t i = (ref_offset(cls) / 8 * 31 + tag) % KINDS;
    while (g->kinds[i].n && (g->kinds[i].cls != cls || g->kinds[i].tag != tag)) {
        i = (i + 1) % KINDS;
    }
    if (g->kinds[i].n) { return &g->kinds[i]; }
    if (g->used == KINDS - 1) { return &g->rest; }
    g->used++;
    g->kinds[i] = (Kind){.cls = cls, .tag = tag};
    return &g->kinds[i];
}

static void histogram_add(Vm *vm, Obj *o, void *ctx) {
    Kind *k = histogram_find(ctx, inspect_class(vm, o), o->type);
    k->n++;
    k->bytes += heap_charge_of(obj_size(o));
}

static bool kind_before(const Kind *a, const Kind *b) {
    if (a->bytes != b->bytes) { return a->bytes > b->bytes; }
    return a->tag != b->tag ? a->tag < b->tag : a->cls < b->cls;
}

// Moves what was counted to the front, the largest first.
static void histogram_sort(Histogram *g) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < KINDS; i++) {
        if (!g->kinds[i].n) { continue; }
        Kind k = g->kinds[i];
        uint32_t at = n++;
        for (; at > 0 && kind_before(&k, &g->kinds[at - 1]); at--) {
            g->kinds[at] = g->kinds[at - 1];
        }
        g->kinds[at] = k;
    }
}

static void histogram_line(Vm *vm, const Kind *k, const char *name, nx_debug_put *put, void *ctx) {
    put_number(put, ctx, k->n, 10);
    put_number(put, ctx, k->bytes, 14);
    put_text(put, ctx, "  ");
    if (name) {
        put_text(put, ctx, name);
    } else {
        inspect_name(vm, k->cls, k->tag, put, ctx);
    }
    put_text(put, ctx, "\n");
}

bool nx_debug_heap(nx_vm *v, nx_debug_put *put, void *ctx) {
    Vm *vm = &v->vm;
    Histogram *g = calloc(1, sizeof *g);
    if (!g) { return false; }
    gc_mark_all(vm);
    gc_each_marked(vm, histogram_add, g);
    gc_each_dirty(vm, histogram_add, g);
    for (Value at = vm->head->frame; is_ref(at); at = as_frame(vm, at)->prev) {
        if (obj_on_stack(as_obj(vm, at))) { histogram_add(vm, as_obj(vm, at), g); }
    }
    histogram_sort(g);
    Kind all = g->rest;
    put_text(put, ctx, "   objects         bytes  type\n");
    for (uint32_t i = 0; i < g->used; i++) {
        histogram_line(vm, &g->kinds[i], NULL, put, ctx);
        all.n += g->kinds[i].n;
        all.bytes += g->kinds[i].bytes;
    }
    if (g->rest.n) { histogram_line(vm, &g->rest, "(others)", put, ctx); }
    histogram_line(vm, &all, "(all)", put, ctx);
    free(g);
    return true;
}

// ---- paths ---------------------------------------------------------------------------------------

typedef struct WhySearch {
    Vm *vm;
    uint32_t *from;  // by (offset - low) / 8: the referrer's offset; a root's number plus one below
    uint32_t *queue; // offsets of objects, in the order they were met
    uint32_t n, low;
} WhySearch;

static const char *const why_roots[] = {
#define ROOT(name, doc) #name,
    NX_ROOTS(ROOT)
#undef ROOT
        "changed object of the image",
};

enum { // what why_meet is told of a root: no object stands that low
    WHY_NONE,
#define ROOT(name, doc) WHY_##name,
    NX_ROOTS(ROOT)
#undef ROOT
        WHY_CHANGED,
};

static void why_meet(WhySearch *s, Value v, uint32_t from) {
    if (!is_ref(v) || ref_offset(v) < s->low) { return; }
    uint32_t *place = &s->from[(ref_offset(v) - s->low) / 8];
    if (*place) { return; }
    *place = from;
    s->queue[s->n++] = ref_offset(v);
}

static void why_fields(WhySearch *s, Obj *o, uint32_t from) {
    uint32_t n = obj_values(o);
    for (uint32_t i = 0; i < n; i++) { why_meet(s, obj_value_array(o)[i], from); }
    if (o->ext) {
        why_meet(s, obj_ext(o)->shape, from);
        why_meet(s, obj_ext(o)->attrs, from);
    }
}

static void why_changed(Vm *vm, Obj *o, void *ctx) {
    (void)vm;
    why_fields(ctx, o, WHY_CHANGED);
}

static void why_all(WhySearch *s) {
    Vm *vm = s->vm;
    // What a program names itself is the better answer: its module before the machine's tables.
    why_meet(s, vm->head->main_dict, WHY_main_dict);
#define ROOT(name, doc) why_meet(s, vm->head->name, WHY_##name);
    NX_ROOTS(ROOT)
#undef ROOT
    gc_each_dirty(vm, why_changed, s);
    for (uint32_t i = 0; i < s->n; i++) {
        why_fields(s, (Obj *)(vm->base + s->queue[i]), s->queue[i]);
    }
}

static void why_path(const WhySearch *s, uint32_t at, nx_debug_put *put, void *ctx) {
    for (;;) {
        Obj *o = (Obj *)(s->vm->base + at);
        inspect_name(s->vm, inspect_class(s->vm, o), o->type, put, ctx);
        if (o->type == T_FRAME && !frame_is_native(s->vm, (Frame *)o)) {
            put_text(put, ctx, " of ");
            put_code_name(s->vm, put, ctx, as_code(s->vm, ((Frame *)o)->code));
        }
        at = s->from[(at - s->low) / 8];
        put_text(put, ctx, " <- ");
        if (at <= COUNT_OF(why_roots)) {
            put_text(put, ctx, why_roots[at - 1]);
            put_text(put, ctx, "\n");
            return;
        }
    }
}

int64_t nx_debug_why(nx_vm *v, const char *name, uint64_t most, nx_debug_put *put, void *ctx) {
    Vm *vm = &v->vm;
    const Head *h = vm->head;
    size_t words = (h->frontier - h->image_end) / 8 + 1;
    WhySearch s = {.vm = vm, .low = h->image_end};
    s.from = calloc(words, sizeof *s.from);
    s.queue = calloc(words, sizeof *s.queue);
    int64_t found = -1;
    if (s.from && s.queue) {
        why_all(&s);
        found = 0;
        for (uint32_t i = 0; i < s.n; i++) {
            if (!inspect_is(vm, (Obj *)(vm->base + s.queue[i]), name)) { continue; }
            if ((uint64_t)found++ < most) { why_path(&s, s.queue[i], put, ctx); }
        }
    }
    free(s.from);
    free(s.queue);
    return found;
}
