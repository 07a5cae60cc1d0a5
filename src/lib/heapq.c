// heapq.c: _heapq, heaps in lists, as far as their items compare without guest code. All comparisons
// are made before anything is moved: where one needs guest code nothing has happened yet, and the
// function of the same name in lib/py/heapq.py, which sifts in the same order, does it all.
#include "object/key.h"
#include "object/list.h"
#include "object/steps_fast.h"
#include "rt/typedef.h"
#include "vm/internals.h"

enum { HEAP_LEVELS = 32, HEAP_SLICE = 16384 };

typedef struct Heap {
    Vm *vm;
    const Value *v;
    uint32_t n;
    bool max; // the greatest item is on top
} Heap;

// 1, 0, or -1: guest code must tell.
static int heap_less(const Heap *h, Value a, Value b) {
    Value x = h->max ? b : a, y = h->max ? a : b;
    if (both_ints(x, y)) { return (int64_t)x < (int64_t)y; }
    Value r = compare_leaf(h->vm, OP_LT, x, y);
    if (r == V_RAISED) { exc_clear(h->vm); } // it will be raised again
    return r == V_TRUE ? 1 : r == V_FALSE ? 0 : -1;
}

// Where `item` comes to stand when it rises from `at`; -1: guest code.
static int64_t heap_rise(const Heap *h, Value item, uint32_t at) {
    while (at > 0) {
        uint32_t above = (at - 1) / 2;
        int less = heap_less(h, item, h->v[above]);
        if (less < 0) { return -1; }
        if (!less) { break; }
        at = above;
    }
    return at;
}

// The way of `item` from path[0] down along the smaller children to a leaf and up again: the number
// of levels it sinks in the end, -1: guest code.
static int heap_sink(const Heap *h, Value item, uint32_t at, uint32_t *path) {
    int depth = 0;
    path[0] = at;
    for (uint64_t child = 2 * (uint64_t)at + 1; child < h->n; child = 2 * child + 1) {
        if (child + 1 < h->n) {
            int less = heap_less(h, h->v[child], h->v[child + 1]);
            if (less < 0) { return -1; }
            child += !less;
        }
        path[++depth] = (uint32_t)child;
    }
    for (; depth > 0; depth--) {
        int less = heap_less(h, item, h->v[path[depth]]);
        if (less < 0) { return -1; }
        if (!less) { break; }
    }
    return depth;
}

static void heap_move(Vm *vm, Values *buf, Value item, const uint32_t *path, int depth) {
    for (int i = 0; i < depth; i++) { values_set(vm, buf, path[i], buf->items[path[i + 1]]); }
    values_set(vm, buf, path[depth], item);
}

static Heap heap_of(Vm *vm, Value list, bool max) {
    const List *l = as_list(vm, list);
    return (Heap){vm, l->h.n ? list_items(vm, l) : NULL, l->h.n, max};
}

// ---- the functions -----------------------------------------------------------------------------

static Value heap_push(Vm *vm, Value *a, bool max) {
    Heap h = heap_of(vm, a[0], max);
    List *l = as_list(vm, a[0]);
    int64_t to = heap_rise(&h, a[1], h.n);
    if (to < 0) { return V_UNBOUND; }
    TRY(list_append(vm, l, a[1]));
    Values *buf = ref_ptr(vm, l->buf);
    for (uint32_t at = h.n; at > to; at = (at - 1) / 2) {
        values_set(vm, buf, at, buf->items[(at - 1) / 2]);
    }
    values_set(vm, buf, (uint32_t)to, a[1]);
    return V_NONE;
}

// The top goes and `item` sinks from there; the heap has h->n items then.
static Value heap_exchange(Vm *vm, List *l, const Heap *h, Value item) {
    uint32_t path[HEAP_LEVELS + 1];
    int depth = heap_sink(h, item, 0, path);
    if (depth < 0) { return V_UNBOUND; }
    Value top = h->v[0];
    heap_move(vm, ref_ptr(vm, l->buf), item, path, depth);
    return top;
}

static Value heap_pop(Vm *vm, Value *a, bool max) {
    Heap h = heap_of(vm, a[0], max);
    List *l = as_list(vm, a[0]);
    if (h.n == 0) { return raise_error(vm, EXC_IndexError, "index out of range"); }
    Value last = h.v[--h.n];
    Value top = h.n ? heap_exchange(vm, l, &h, last) : last;
    if (top == V_UNBOUND) { return top; }
    obj_touch(vm, l);
    l->h.n = h.n;
    return top;
}

static Value heap_replace(Vm *vm, Value *a, bool max) {
    Heap h = heap_of(vm, a[0], max);
    if (h.n == 0) { return raise_error(vm, EXC_IndexError, "index out of range"); }
    return heap_exchange(vm, as_list(vm, a[0]), &h, a[1]);
}

static Value heap_pushpop(Vm *vm, Value *a, bool max) {
    Heap h = heap_of(vm, a[0], max);
    int less = h.n ? heap_less(&h, h.v[0], a[1]) : 0;
    if (less < 0) { return V_UNBOUND; }
    return less ? heap_exchange(vm, as_list(vm, a[0]), &h, a[1]) : a[1];
}

// Made of a copy, which takes the place of the items at the end.
static Value heap_build(Vm *vm, Value *a, bool max) {
    Heap h = heap_of(vm, a[0], max);
    if (h.n > HEAP_SLICE) { return V_UNBOUND; }
    TRY(native_charge(vm, h.n / 4));
    Values *copy = heap_new_raw(vm, T_VALUES, h.n);
    TRY(copy);
    if (h.n) { memcpy(copy->items, h.v, h.n * sizeof(Value)); }
    h.v = copy->items;
    uint32_t path[HEAP_LEVELS + 1];
    for (uint32_t at = h.n / 2; at-- > 0;) {
        Value item = copy->items[at];
        int depth = heap_sink(&h, item, at, path);
        if (depth < 0) { return V_UNBOUND; }
        heap_move(vm, copy, item, path, depth);
    }
    Values *buf = h.n ? ref_ptr(vm, as_list(vm, a[0])->buf) : NULL;
    for (uint32_t i = 0; i < h.n; i++) { values_set(vm, buf, i, copy->items[i]); }
    return V_NONE;
}

// The function of that name in heapq itself.
static Value heap_by_python(Vm *vm, Frame *f, const char *name, uint32_t n_args) {
    enum { HEAP_START, HEAP_IMPORTED, HEAP_FOUND };
    switch (native_state(f)) {
    case HEAP_START: {
        Value args[4] = {intern_bytes(vm, "heapq", 5), V_NONE, V_NONE, int_value(0)};
        TRY_VALUE(args[0]);
        Value packed = tuple_from(vm, args, 4);
        TRY_VALUE(packed);
        return native_call_full(vm, f, HEAP_IMPORTED, internal(vm, I_IMPORT), packed, V_NONE);
    }
    case HEAP_IMPORTED: {
        Value text = intern_bytes(vm, name, (uint32_t)strlen(name));
        TRY_VALUE(text);
        return native_call2(vm, f, HEAP_FOUND, internal(vm, I_GETATTR), f->result, text);
    }
    default: return native_tailcall(vm, f->result, n_args, f->slot);
    }
}

#define HEAP_NATIVE(name, leaf, n_args)                                                            \
    static Value name##_min(Vm *vm, Value *a) { return leaf(vm, a, false); }                       \
    static Value name##_max(Vm *vm, Value *a) { return leaf(vm, a, true); }                        \
    static Value name##_min_steps(Vm *vm, Frame *f) {                                              \
        return heap_by_python(vm, f, "_" #name, n_args);                                           \
    }                                                                                              \
    static Value name##_max_steps(Vm *vm, Frame *f) {                                              \
        return heap_by_python(vm, f, "_" #name "_max", n_args);                                    \
    }
HEAP_NATIVE(heappush, heap_push, 2)
HEAP_NATIVE(heappop, heap_pop, 1)
HEAP_NATIVE(heapreplace, heap_replace, 2)
HEAP_NATIVE(heappushpop, heap_pushpop, 2)
HEAP_NATIVE(heapify, heap_build, 1)

static const NativeDef heapq_functions[] = {
    STEPS_FAST("heapify", "heap: list, /", heapify_min, heapify_min_steps, 0,
               "Make a heap of a list, in place."),
    STEPS_FAST("heapify_max", "heap: list, /", heapify_max, heapify_max_steps, 0,
               "Make a heap with the largest item on top of a list."),
    STEPS_FAST("heappop", "heap: list, /", heappop_min, heappop_min_steps, 0,
               "Take the smallest item out of a heap."),
    STEPS_FAST("heappop_max", "heap: list, /", heappop_max, heappop_max_steps, 0,
               "Take the largest item out of a heap with that on top."),
    STEPS_FAST("heappush", "heap: list, item, /", heappush_min, heappush_min_steps, 0,
               "Put an item into a heap."),
    STEPS_FAST("heappush_max", "heap: list, item, /", heappush_max, heappush_max_steps, 0,
               "Put an item into a heap with the largest on top."),
    STEPS_FAST("heappushpop", "heap: list, item, /", heappushpop_min, heappushpop_min_steps, 0,
               "Push item, then pop and return the smallest."),
    STEPS_FAST("heappushpop_max", "heap: list, item, /", heappushpop_max, heappushpop_max_steps, 0,
               "Put an item in, then take the largest out."),
    STEPS_FAST("heapreplace", "heap: list, item, /", heapreplace_min, heapreplace_min_steps, 0,
               "Pop and return the smallest item, then push item; the size does not change."),
    STEPS_FAST("heapreplace_max", "heap: list, item, /", heapreplace_max, heapreplace_max_steps, 0,
               "Take the largest item out, then put another one in."),
    NATIVE_END,
};

const ModuleDef heapq_module = {"_heapq", "Heaps of items that compare by themselves.",
                                heapq_functions, NULL};
