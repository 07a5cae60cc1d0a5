// share.c: makes the boot image smaller before it is written.
//
// The image is the largest part of the library. Functions have many parts in common: names of
// parameters, constants, handlers, even bytecode where methods only pass on a call. Those that
// nothing ever changes and nobody tells apart share one object here: blobs and tuples of code,
// strings and tuples among its constants, parameters and defaults, bases of classes. References are
// led to the first of its kind, and the others are not written, as nothing reaches them any more.
// Then dicts lose the room they have for more entries; a guest that adds to one makes it anew.
//
// The machine is only good for being written afterwards: entries shrink where they stand. A buffer
// that code shares with others stays fixed to readers of snapshots (snap/image_map.c).
#include "share.h"

#include "base/hash.h"
#include "heap/gc.h"
#include "object/code.h"
#include "object/descr.h"
#include "object/dict.h"
#include "object/type.h"

#include <stdlib.h>

typedef struct Share {
    Vm *vm;
    Value *table; // open-addressed by content; 0: free
    uint32_t mask;
} Share;

// Where the contents of an object begin behind its header, and how many bytes they are.
static uint32_t share_contents(const Obj *o, const uint8_t **at) {
    if (o->type == T_STR) {
        *at = (const uint8_t *)((const Str *)o)->data;
        return o->n;
    }
    *at = (const uint8_t *)(o + 1);
    return o->type == T_TUPLE ? o->n * (uint32_t)sizeof(Value) : o->n;
}

static bool share_is_same(const Obj *a, const Obj *b) {
    const uint8_t *x, *y;
    uint32_t n = share_contents(a, &x);
    return a->type == b->type && share_contents(b, &y) == n && memcmp(x, y, n) == 0;
}

// An interned string is already one; what has an identity of its own keeps it.
static bool share_may(const Obj *o) {
    bool plain = !o->ext && !(o->flags & (OBJ_HAS_ID | OBJ_WEAK));
    return plain && (o->type == T_BLOB || o->type == T_TUPLE ||
                     (o->type == T_STR && !(o->small & STR_INTERNED)));
}

// The first object that is the same as that one.
static Value share_first(const Share *s, Value v) {
    if (!is_ref(v) || !share_may(as_obj(s->vm, v))) { return v; }
    const Obj *o = as_obj(s->vm, v);
    const uint8_t *bytes;
    uint32_t n = share_contents(o, &bytes);
    uint32_t i = (uint32_t)hash_bytes(bytes, n) & s->mask;
    for (; s->table[i]; i = (i + 1) & s->mask) {
        if (share_is_same(as_obj(s->vm, s->table[i]), o)) { return s->table[i]; }
    }
    return s->table[i] = v;
}

// The same for a constant, whose items are constants too.
static Value share_constant(const Share *s, Value v) {
    if (is_ref(v) && as_obj(s->vm, v)->type == T_TUPLE) {
        Tuple *t = ref_ptr(s->vm, v);
        for (uint32_t i = 0; i < t->h.n; i++) { t->items[i] = share_constant(s, t->items[i]); }
    }
    return share_first(s, v);
}

static void share_code(const Share *s, Code *c) {
    Value *const parts[] = {&c->bytecode,  &c->varnames, &c->cellvars,  &c->freevars, &c->qualname,
                            &c->positions, &c->handlers, &c->cell_regs, &c->doc};
    for (uint32_t i = 0; i < COUNT_OF(parts); i++) { *parts[i] = share_first(s, *parts[i]); }
    c->consts = share_constant(s, c->consts);
}

static void share_object(Vm *vm, Obj *o, void *ctx) {
    const Share *s = ctx;
    (void)vm;
    switch (o->type) {
    case T_CODE: share_code(s, (Code *)o); break;
    case T_FUNCTION: {
        Function *f = (Function *)o;
        f->defaults = share_first(s, f->defaults);
        break;
    }
    case T_NATIVE: {
        NativeObj *n = (NativeObj *)o;
        n->params = share_first(s, n->params);
        n->defaults = share_first(s, n->defaults);
        break;
    }
    case T_TYPE: {
        Type *cls = (Type *)o;
        cls->bases = share_first(s, cls->bases);
        cls->mro = share_first(s, cls->mro);
        break;
    }
    case T_GETSET: ((GetSet *)o)->doc = share_first(s, ((GetSet *)o)->doc); break;
    default: break;
    }
}

// Every guest adds to these, some when it starts.
static bool share_is_added_to(Vm *vm, const Obj *o) {
    const Head *h = vm->head;
    return o == ref_ptr(vm, h->sys_dict) || o == ref_ptr(vm, h->modules);
}

static void share_trim_dict(Vm *vm, Obj *o, void *ctx) {
    (void)ctx;
    if (o->type != T_DICT || share_is_added_to(vm, o)) { return; }
    Dict *d = (Dict *)o;
    if (!is_ref(d->entries)) { return; }
    Entries *e = dict_entries(vm, d);
    const uint32_t *hashes = entries_hashes(e);
    e->h.n = d->used;
    memmove(entries_hashes(e), hashes, d->used * sizeof(uint32_t));
    if (d->used == 0 && !is_ref(d->index)) { d->entries = V_NONE; }
}

static void share_count(Vm *vm, Obj *o, void *ctx) {
    (void)vm;
    *(uint32_t *)ctx += share_may(o);
}

bool share_parts(Vm *vm) {
    uint32_t n = 0, places = 16;
    gc_mark_all(vm);
    gc_each_marked(vm, share_count, &n);
    while (places < 2 * n) { places *= 2; }
    Share s = {.vm = vm, .table = calloc(places, sizeof(Value)), .mask = places - 1};
    if (!s.table) { return false; }
    gc_each_marked(vm, share_object, &s);
    gc_each_marked(vm, share_trim_dict, NULL);
    free(s.table);
    return true;
}
