// order.c: where the objects of an image stand, so that what is used together lies together.
//
// An image is mapped, and a page of it costs a process time and memory once something on it is
// looked at; the system brings the pages around it along. So there are three parts. First what every
// guest uses: the tables, what all write to, the builtins. Then the modules one after another, each
// function with its code. At last what is only asked for when something is shown: places in the
// source, docstrings, names of files.
//
// Each part is a walk along references that stops where the next part begins.
#include "order.h"

#include "heap/gc.h"
#include "object/code.h"
#include "object/dict.h"
#include "object/module.h"

#include <stdlib.h>

typedef struct Order {
    Vm *vm;
    uint32_t *out, n;     // offsets in their order
    uint32_t *stack, top; // still to be visited
    uint8_t *seen;        // one for each 8 bytes
    bool modules;         // the walk goes into functions and modules
} Order;

// Takes an object into the order; false: it is there already.
static bool order_put(Order *o, Value v) {
    uint32_t at = ref_offset(v);
    if (!is_ref(v) || o->seen[at / 8] || !gc_is_marked(o->vm, as_obj(o->vm, v))) { return false; }
    o->seen[at / 8] = 1;
    o->out[o->n++] = at;
    return true;
}

// What of code is only shown. The docstring of a function is in its code.
static bool order_is_shown(const Obj *o, const Value *field) {
    const Code *c = (const Code *)o;
    return o->type == T_CODE && (field == &c->positions || field == &c->doc ||
                                 field == &c->qualname || field == &c->filename);
}

static void order_push(Order *o, Value v) {
    if (is_ref(v) && !o->seen[ref_offset(v) / 8]) { o->stack[o->top++] = ref_offset(v); }
}

// The first field's object comes next.
static void order_push_fields(Order *o, Obj *obj) {
    if (!o->modules && (obj->type == T_FUNCTION || obj->type == T_MODULE)) { return; }
    if (obj->ext) {
        order_push(o, obj_ext(obj)->attrs);
        order_push(o, obj_ext(obj)->shape);
    }
    Value *fields = obj_value_array(obj);
    for (uint32_t i = obj_values(obj); i-- > 0;) {
        if (!order_is_shown(obj, &fields[i])) { order_push(o, fields[i]); }
    }
}

// A reference may be pushed once for each that leads to it: the stack has room for all references.
static void order_walk(Order *o, Value from) {
    order_push(o, from);
    while (o->top) {
        Value v = ref_value(o->stack[--o->top]);
        if (order_put(o, v)) { order_push_fields(o, as_obj(o->vm, v)); }
    }
}

// A root and the buffers that are its own.
static void order_put_root(Order *o, Value v) {
    if (!is_ref(v)) { return; }
    order_put(o, v);
    Obj *obj = as_obj(o->vm, v);
    if (obj->type == T_DICT) {
        order_put(o, ((Dict *)obj)->entries);
        order_put(o, ((Dict *)obj)->index);
    }
}

static void order_fields_of(Order *o, Value v) {
    if (is_ref(v)) { order_push_fields(o, as_obj(o->vm, v)); }
    order_walk(o, V_NONE);
}

static void order_roots(Order *o) {
    const Head *h = o->vm->head;
#define ROOT(name, doc) order_put_root(o, h->name);
    NX_ROOTS(ROOT)
#undef ROOT
#define TABLE(name, doc) order_put_root(o, h->name);
    NX_IMAGE_TABLES(TABLE)
#undef TABLE
    const Value first[] = {h->image_names, h->sys_dict,  h->builtins,        h->image_types,
                           h->image_excs,  h->main_dict, h->image_internals, h->image_chars};
    for (uint32_t i = 0; i < COUNT_OF(first); i++) {
        order_fields_of(o, first[i]);
        if (is_tagged(o->vm, first[i], T_DICT)) {
            order_fields_of(o, ((Dict *)ref_ptr(o->vm, first[i]))->entries);
        }
    }
}

static void order_modules(Order *o) {
    Value key, m;
    Dict *frozen = as_dict(o->vm, o->vm->head->frozen);
    o->modules = true;
    for (uint32_t pos = 0; dict_next(o->vm, frozen, &pos, &key, &m);) {
        if (is_tagged(o->vm, m, T_MODULE)) {
            order_walk(o, key);
            order_put(o, m);
            order_fields_of(o, m);
        }
    }
}

static void order_rest(Vm *vm, Obj *obj, void *ctx) {
    if (obj->type != T_STACK) { order_put(ctx, ptr_value(vm, obj)); }
}

static void order_count(Vm *vm, Obj *obj, void *ctx) {
    uint64_t *counts = ctx;
    (void)vm;
    counts[0] += obj->type != T_STACK;
    counts[1] += obj_values(obj) + 2u;
}

uint32_t *order_objects(Vm *vm, uint32_t *n) {
    uint64_t counts[2] = {0};
    gc_mark_all(vm);
    gc_each_marked(vm, order_count, counts);
    Order o = {.vm = vm,
               .out = malloc((size_t)counts[0] * sizeof(uint32_t)),
               .stack = malloc((size_t)counts[1] * sizeof(uint32_t)),
               .seen = calloc(vm->head->frontier / 8 + 1, 1)};
    bool ok = o.out && o.stack && o.seen;
    if (ok) {
        order_roots(&o);
        order_modules(&o);
        gc_each_marked(vm, order_rest, &o);
    }
    free(o.stack);
    free(o.seen);
    *n = o.n;
    if (ok && o.n == counts[0]) { return o.out; }
    free(o.out);
    return NULL;
}
