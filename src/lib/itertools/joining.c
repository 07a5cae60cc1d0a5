// joining.c: chain and zip_longest.
#include "lib/itertools/itertools.h"

#include "object/alias.h"
#include "object/construct.h"
#include "object/items.h"
#include "object/seq_iters.h"
#include "object/type.h"
#include "vm/ops.h"

// ---- chain -------------------------------------------------------------------------------------

typedef struct Chain {
    Obj h;
    Value source;   // iterator over the iterables; V_NONE: it has ended
    Value active;   // iterator over one of them, or V_NONE
    Value iterable; // taken from the source and not iterated over yet, or V_UNBOUND
} Chain;

// A chain stands at least so high, for its iterators come later: those of lists, and tools over
// them, are leaves below it.
enum { CHAIN_DEPTH = 2 };

static Value chain_over(Vm *vm, Value cls, Value source, uint8_t depth) {
    Chain *c = construct(vm, T_CHAIN, cls, 0);
    TRY(c);
    c->h.small = depth > CHAIN_DEPTH ? depth : CHAIN_DEPTH;
    c->source = source;
    c->active = V_NONE;
    c->iterable = V_UNBOUND;
    return ptr_value(vm, c);
}

enum { CHAIN_CLS, CHAIN_ARGS };

static Value chain_new(Vm *vm, Value *a) {
    const Tuple *args = as_tuple(vm, a[CHAIN_ARGS]);
    uint8_t depth = 0;
    for (uint32_t i = 0; i < args->h.n; i++) {
        uint8_t above = iter_depth_above(vm, args->items[i]);
        depth = above > depth ? above : depth;
    }
    Value source = tuple_iter(vm, a[CHAIN_ARGS]);
    TRY_VALUE(source);
    return chain_over(vm, a[CHAIN_CLS], source, depth);
}

static Value chain_from_make(Vm *vm, const Value *a, Value it) {
    return chain_over(vm, a[CHAIN_CLS], it, iter_depth_above(vm, it));
}
static Value chain_from(Vm *vm, Value *a) { return tool_new_first(vm, a, 1, chain_from_make); }
static Value chain_from_steps(Vm *vm, Frame *f) {
    return tool_new_steps(vm, f, 1, chain_from_make);
}

// The next iterable's iterator becomes the active one: V_NONE. Else V_STOP, V_RAISED, V_UNBOUND.
static Value chain_open(Vm *vm, Chain *c) {
    Value iterable = c->iterable;
    if (iterable == V_UNBOUND) {
        TRY(native_charge(vm, 1));
        iterable = iter_next_below(vm, &c->h, c->source);
        if (is_no_item(iterable)) {
            if (is_final(vm, iterable)) { obj_set(vm, c, &c->source, V_NONE); }
            return iterable;
        }
    }
    Value it = iter_leaf(vm, iterable);
    if (it == V_UNBOUND || it == V_RAISED) {
        if (is_final(vm, it)) { obj_set(vm, c, &c->source, V_NONE); }
        obj_set(vm, c, &c->iterable, is_final(vm, it) ? V_UNBOUND : iterable);
        return it;
    }
    obj_set(vm, c, &c->active, it);
    c->iterable = V_UNBOUND;
    return V_NONE;
}

static Value chain_next(Vm *vm, Value v) {
    Chain *c = ref_ptr(vm, v);
    for (uint32_t i = 0; i < ITER_CHUNK; i++) {
        if (c->source == V_NONE) { return V_STOP; }
        if (c->active == V_NONE) {
            Value opened = chain_open(vm, c);
            if (opened != V_NONE) { return opened; }
        }
        Value item = iter_next_below(vm, &c->h, c->active);
        if (NX_LIKELY(item != V_STOP)) { return item; }
        obj_set(vm, c, &c->active, V_NONE);
    }
    return V_UNBOUND;
}

static Value chain_below(Vm *vm, Value v, uint64_t ret) {
    const Chain *c = ref_ptr(vm, v);
    return c->source == V_NONE ? V_UNBOUND : tool_resume(vm, c->active, ret);
}

enum {
    CHAIN_START,
    CHAIN_GOT,
    CHAIN_ENDED,
    CHAIN_GOT_ITERABLE,
    CHAIN_SOURCE_ENDED,
    CHAIN_OPENED,
    CHAIN_NOT_OPENED
};

// An answer of the guest. V_NONE: go on; else the native's result.
static Value chain_hear(Vm *vm, Frame *f, Chain *c) {
    int state = native_state(f);
    obj_touch(vm, c);
    switch (state) {
    case CHAIN_ENDED: c->active = V_NONE; break;
    case CHAIN_GOT_ITERABLE: c->iterable = f->result; break;
    case CHAIN_SOURCE_ENDED:
    case CHAIN_NOT_OPENED:
        c->source = V_NONE;
        return state == CHAIN_SOURCE_ENDED ? tool_end(vm, f->result) : raise_value(vm, f->result);
    case CHAIN_OPENED: c->active = f->result; break;
    default: break;
    }
    native_goto(f, CHAIN_START);
    return V_NONE;
}

static Value chain_next_steps(Vm *vm, Frame *f) {
    Chain *c = ref_ptr(vm, f->slot[0]);
    if (native_state(f) == CHAIN_GOT) { return f->result; }
    if (native_state(f) != CHAIN_START) {
        Value heard = chain_hear(vm, f, c);
        if (heard != V_NONE || native_state(f) != CHAIN_START) { return heard; }
    }
    Value v = chain_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    if (c->iterable != V_UNBOUND) {
        Value iterable = c->iterable;
        c->iterable = V_UNBOUND;
        native_catch(f, CHAIN_NOT_OPENED);
        return native_call1(vm, f, CHAIN_OPENED, internal(vm, I_ITER), iterable);
    }
    if (c->active == V_NONE) {
        native_catch(f, CHAIN_SOURCE_ENDED);
        return native_next(vm, f, CHAIN_GOT_ITERABLE, c->source);
    }
    return native_next_or(vm, f, CHAIN_GOT, CHAIN_ENDED, c->active);
}

static Value chain_subscript(Vm *vm, Value *a) { return alias_new(vm, a[0], a[1]); }

static const NativeDef chain_methods[] = {
    LEAF_CLASS("__class_getitem__", "cls, object, /", chain_subscript, "See PEP 585"),
    LEAF_CLASS("__new__", "cls, /, *iterables", chain_new, "Items of several iterables."),
    STEPS("__next__", "self, /", chain_next_steps, 0, NULL, "The next item, for next()."),
    STEPS_FAST_CLASS("from_iterable", "cls, iterable, /", chain_from, chain_from_steps, 0,
                     "The same for the iterables that one iterable gives, each when it is needed."),
    NATIVE_END,
};

const TypeDef chain_type = {
    .name = "chain",
    .module = "itertools",
    .doc = "The items of the first iterable, then those of the second, and so on.",
    .new_sig = "(*iterables)",
    .tag = T_CHAIN,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = chain_methods,
    .next = chain_next,
    .below = chain_below,
};

// ---- zip_longest -------------------------------------------------------------------------------

// Slots of `__new__`; the iterators are collected behind them.
enum { LONGEST_CLS, LONGEST_ARGS, LONGEST_FILL, LONGEST_PARTS };

static Value longest_over(Vm *vm, const Value *a, Value its) {
    const Values *parts = ref_ptr(vm, its);
    ZipLongest *z = construct(vm, T_ZIP_LONGEST, a[LONGEST_CLS], 0);
    TRY(z);
    for (uint32_t i = 0; i < parts->h.n; i++) {
        uint8_t depth = iter_depth_above(vm, parts->items[i]);
        z->h.small = depth > z->h.small ? depth : z->h.small;
    }
    z->its = its;
    z->fill = a[LONGEST_FILL];
    z->row = V_NONE;
    z->active = parts->h.n;
    return ptr_value(vm, z);
}

static Value longest_new(Vm *vm, Value *a) {
    Value its = tool_parts_first(vm, a[LONGEST_ARGS], iter_leaf);
    return is_ref(its) ? longest_over(vm, a, its) : its;
}

static Value longest_new_steps(Vm *vm, Frame *f) {
    Value its = tool_parts_steps(vm, f, LONGEST_ARGS, LONGEST_PARTS, iter_leaf, I_ITER);
    return is_ref(its) ? longest_over(vm, f->slot, its) : its;
}

static void longest_forget(Vm *vm, ZipLongest *z) { // the row goes elsewhere, or nowhere
    obj_set(vm, z, &z->row, V_NONE);
    z->filled = 0;
}

// Iterator i has ended. False: it was the last one.
static bool longest_ended(Vm *vm, ZipLongest *z, uint32_t i) {
    Values *its = ref_ptr(vm, z->its);
    obj_touch(vm, z);
    if (z->active) { z->active--; }
    values_set(vm, its, i, V_NONE);
    if (z->active == 0) { longest_forget(vm, z); }
    return z->active > 0;
}

// A row to collect into: the one under way, or a new one. NULL: no memory.
static Values *longest_row(Vm *vm, ZipLongest *z, uint32_t n) {
    if (is_ref(z->row)) { return ref_ptr(vm, z->row); }
    if (!items_charge(vm, n)) { return NULL; }
    Values *row = heap_new(vm, T_VALUES, n);
    if (row) { obj_set(vm, z, &z->row, ptr_value(vm, row)); }
    return row;
}

static Value longest_next(Vm *vm, Value v) {
    ZipLongest *z = ref_ptr(vm, v);
    const Values *its = ref_ptr(vm, z->its);
    if (z->active == 0 && z->filled == 0) { return V_STOP; }
    Values *row = longest_row(vm, z, its->h.n);
    TRY(row);
    obj_touch(vm, z);
    for (uint32_t i = z->filled; i < its->h.n; i++) {
        Value it = its->items[i], item = z->fill;
        if (it != V_NONE) { item = iter_next_below(vm, &z->h, it); }
        if (NX_UNLIKELY(is_no_item(item)) && it != V_NONE) {
            z->filled = i;
            if (item == V_STOP) {
                if (!longest_ended(vm, z, i)) { return V_STOP; }
                item = z->fill;
            } else {
                if (is_final(vm, item)) {
                    z->active = 0;
                    longest_forget(vm, z);
                }
                return item;
            }
        }
        values_set(vm, row, i, item);
    }
    z->filled = its->h.n;
    Value t = tool_row_tuple(vm, row, its->h.n);
    TRY_VALUE(t);
    z->filled = 0;
    return t;
}

// Behind `self`: the row under way, while the guest is asked for an item.
enum { LONGEST_ROW = 1, LONGEST_FILLED };
enum { LONGEST_START, LONGEST_GOT, LONGEST_ENDED };

// Takes the row back out of the frame, with an item or (V_UNBOUND) without one. False: all ended.
static bool longest_take_back(Vm *vm, Frame *f, ZipLongest *z, Value item) {
    uint32_t n = as_obj(vm, z->its)->n;
    Value row = f->slot[LONGEST_ROW];
    uint64_t i = index_of(f->slot[LONGEST_FILLED]);
    if (!is_tagged(vm, row, T_VALUES) || as_obj(vm, row)->n != n || i >= n) { return true; }
    obj_set(vm, z, &z->row, row);
    f->slot[LONGEST_ROW] = V_UNBOUND; // it has one owner
    z->filled = (uint32_t)i + 1;
    if (item == V_UNBOUND && !longest_ended(vm, z, (uint32_t)i)) { return false; }
    values_set(vm, ref_ptr(vm, row), (uint32_t)i, item == V_UNBOUND ? z->fill : item);
    return true;
}

static Value longest_next_steps(Vm *vm, Frame *f) {
    ZipLongest *z = ref_ptr(vm, f->slot[0]);
    if (native_state(f) != LONGEST_START) {
        bool ended = native_state(f) == LONGEST_ENDED;
        bool more = longest_take_back(vm, f, z, ended ? V_UNBOUND : f->result);
        native_goto(f, LONGEST_START);
        if (!more) { return raise_stop_iteration(vm, V_NONE); }
    }
    Value v = longest_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    f->slot[LONGEST_ROW] = z->row;
    f->slot[LONGEST_FILLED] = int_value(z->filled);
    longest_forget(vm, z);
    Value it = ((Values *)ref_ptr(vm, z->its))->items[index_of(f->slot[LONGEST_FILLED])];
    return native_next_or(vm, f, LONGEST_GOT, LONGEST_ENDED, it);
}

// An exception of one iterator ends all.
static void longest_unwind(Vm *vm, Frame *f) {
    ZipLongest *z = ref_ptr(vm, f->slot[0]);
    obj_touch(vm, z);
    z->active = 0;
}

static const NativeDef zip_longest_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, /, *iterables, fillvalue=None", longest_new,
                     longest_new_steps, 2, "Tuples of items of several iterables."),
    STEPS("__next__", "self, /", longest_next_steps, 2, longest_unwind,
          "The next item, for next()."),
    NATIVE_END,
};

const TypeDef zip_longest_type = {
    .name = "zip_longest",
    .module = "itertools",
    .doc =
        "Tuples with one item of each iterable, until the longest one ends: fillvalue stands for\n"
        "the items of those that have ended before.",
    .new_sig = "(*iterables, fillvalue=None)",
    .tag = T_ZIP_LONGEST,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = zip_longest_methods,
    .next = longest_next,
};
