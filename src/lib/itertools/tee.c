// tee.c: tee(). What the iterator below has given stands in a chain of blocks; each of the iterators
// that tee() makes is a place in that chain. Nothing leads back along it, so the blocks that all have
// left behind are garbage.
#include "lib/itertools/tee.h"

#include "lib/itertools/itertools.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/items.h"
#include "object/list.h"
#include "object/type.h"
#include "vm/ops.h"

typedef struct Tee {
    Obj h;
    Value block; // TeeBlock
    uint32_t at; // in it
    uint32_t pad;
} Tee;

enum { TEE_ROOM = 57 };

// ---- blocks ------------------------------------------------------------------------------------

static TeeBlock *tee_block_init(TeeBlock *b, Value it) {
    if (b) {
        b->it = it;
        b->next = V_NONE;
    }
    return b;
}

// _tee_dataobject(iterator, values, next): a block that has these values already.
static Value tee_block_new(Vm *vm, Value *a) {
    if (!is_tagged(vm, a[2], T_LIST)) {
        return raise_error(vm, EXC_TypeError, "teedataobject() argument 2 must be list, not %s",
                           argument_class_name(vm, a[2]));
    }
    const List *values = as_list(vm, a[2]);
    uint32_t n = values->h.n;
    bool full = n == TEE_ROOM;
    if (n > TEE_ROOM || (a[3] != V_NONE && !(full && is_exact(vm, a[3], T_TEE_BLOCK)))) {
        return raise_error(vm, EXC_ValueError, "Invalid arguments");
    }
    TeeBlock *b = tee_block_init(construct(vm, T_TEE_BLOCK, a[0], TEE_ROOM), a[1]);
    TRY(b);
    if (n) { values_copy(b->items, list_items(vm, values), n); }
    b->next = a[3];
    tee_state(b)->n_read = n;
    return ptr_value(vm, b);
}

static const NativeDef tee_block_methods[] = {
    LEAF_CLASS("__new__", "cls, iterable, values, next, /", tee_block_new, "Items for tee()."),
    NATIVE_END,
};

const TypeDef tee_block_type = {
    .name = "_tee_dataobject",
    .module = "itertools",
    .doc = "What iterators made by tee() have in common.",
    .tag = T_TEE_BLOCK,
    .hidden = true,
    .methods = tee_block_methods,
};

// ---- iterators ---------------------------------------------------------------------------------

static Value tee_at(Vm *vm, Value block, uint32_t at, uint8_t depth) {
    Tee *t = heap_new(vm, T_TEE, 0);
    TRY(t);
    t->h.small = depth;
    t->block = block;
    t->at = at;
    return ptr_value(vm, t);
}

static Value tee_copy(Vm *vm, Value *a) {
    const Tee *t = ref_ptr(vm, a[0]);
    return tee_at(vm, t->block, t->at, t->h.small);
}

// One over an iterator, or beside it when it is such a one itself.
static Value tee_over(Vm *vm, Value it) {
    if (is_exact(vm, it, T_TEE)) { return tee_copy(vm, &it); }
    TeeBlock *b = tee_block_init(heap_new(vm, T_TEE_BLOCK, TEE_ROOM), it);
    TRY(b);
    return tee_at(vm, ptr_value(vm, b), 0, iter_depth_above(vm, it));
}

static Value tee_make(Vm *vm, const Value *a, Value it) {
    TRY(construct_check(vm, T_TEE, a[0]));
    return tee_over(vm, it);
}
static Value tee_new(Vm *vm, Value *a) { return tool_new_first(vm, a, 1, tee_make); }
static Value tee_new_steps(Vm *vm, Frame *f) { return tool_new_steps(vm, f, 1, tee_make); }

// Moves on behind a block that was read to its end.
static TeeBlock *tee_next_block(Vm *vm, Tee *t, TeeBlock *b) {
    if (!is_ref(b->next)) {
        TeeBlock *made = tee_block_init(heap_new(vm, T_TEE_BLOCK, TEE_ROOM), b->it);
        if (!made) { return NULL; }
        obj_set(vm, b, &b->next, ptr_value(vm, made));
    }
    obj_set(vm, t, &t->block, b->next);
    t->at = 0;
    return ref_ptr(vm, t->block);
}

static void tee_put(Vm *vm, TeeBlock *b, Value item) {
    TeeState *s = tee_state(b);
    obj_touch(vm, b);
    b->items[s->n_read++] = item;
}

static Value tee_next(Vm *vm, Value v) {
    Tee *t = ref_ptr(vm, v);
    TeeBlock *b = ref_ptr(vm, t->block);
    obj_touch(vm, t);
    if (t->at >= b->h.n) {
        b = tee_next_block(vm, t, b);
        TRY(b);
    }
    TeeState *s = tee_state(b);
    if (t->at < s->n_read) { return b->items[t->at++]; }
    if (s->running) {
        return raise_error(vm, EXC_RuntimeError, "cannot re-enter the tee iterator");
    }
    if (s->n_read >= b->h.n) { return raise_stop(vm, STOP_CORRUPT); }
    Value item = iter_next_below(vm, &t->h, b->it);
    if (is_no_item(item)) { return item; }
    tee_put(vm, b, item);
    t->at = s->n_read;
    return item;
}

enum { TEE_START, TEE_GOT, TEE_ENDED };
enum { TEE_SELF, TEE_BLOCK };

static Value tee_next_steps(Vm *vm, Frame *f) {
    Tee *t = ref_ptr(vm, f->slot[TEE_SELF]);
    if (native_state(f) == TEE_START) {
        Value v = tee_next(vm, f->slot[TEE_SELF]);
        if (v != V_UNBOUND) { return tool_answer(vm, v); }
        TeeBlock *b = ref_ptr(vm, t->block);
        f->slot[TEE_BLOCK] = t->block;
        obj_touch(vm, b);
        tee_state(b)->running = 1;
        return native_next_or(vm, f, TEE_GOT, TEE_ENDED, b->it);
    }
    TeeBlock *b = slot_obj(vm, f, TEE_BLOCK, T_TEE_BLOCK);
    TRY(b);
    obj_touch(vm, b);
    tee_state(b)->running = 0;
    if (native_state(f) == TEE_ENDED) { return raise_stop_iteration(vm, V_NONE); }
    if (tee_state(b)->n_read < b->h.n) { tee_put(vm, b, f->result); }
    obj_touch(vm, t);
    if (t->block == f->slot[TEE_BLOCK]) { t->at = tee_state(b)->n_read; }
    return f->result;
}

static void tee_unwind(Vm *vm, Frame *f) {
    if (!is_tagged(vm, f->slot[TEE_BLOCK], T_TEE_BLOCK)) { return; }
    TeeBlock *b = ref_ptr(vm, f->slot[TEE_BLOCK]);
    obj_touch(vm, b);
    tee_state(b)->running = 0;
}

static const NativeDef tee_methods[] = {
    LEAF("__copy__", "self, /", tee_copy, "An iterator of its own."),
    STEPS_FAST_CLASS("__new__", "cls, iterable, /", tee_new, tee_new_steps, 0,
                     "An iterator that can be copied."),
    STEPS("__next__", "self, /", tee_next_steps, 1, tee_unwind, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef tee_type = {
    .name = "_tee",
    .module = "itertools",
    .doc = "An iterator that can be copied.",
    .new_sig = "(iterable, /)",
    .tag = T_TEE,
    .hidden = true,
    .composite = true,
    .methods = tee_methods,
    .next = tee_next,
};

// ---- tee() -------------------------------------------------------------------------------------

enum { TEE_ITERABLE, TEE_N };

static Value tee_all(Vm *vm, const Value *a, Value it) {
    int64_t n = int_clamp_i64(vm, a[TEE_N]);
    TRY(native_charge(vm, (uint64_t)n));
    Tuple *all = heap_new(vm, T_TUPLE, (uint64_t)n);
    TRY(all);
    for (int64_t i = 0; i < n; i++) {
        Value one = i ? tee_copy(vm, &all->items[0]) : tee_over(vm, it);
        TRY_VALUE(one);
        all->items[i] = one;
    }
    return ptr_value(vm, all);
}

// None need no iterator. V_UNBOUND: go on.
static Value tee_none(Vm *vm, const Value *a) {
    int64_t n = int_clamp_i64(vm, a[TEE_N]);
    if (n < 0) { return raise_error(vm, EXC_ValueError, "n must be >= 0"); }
    return n ? V_UNBOUND : tuple_from(vm, NULL, 0);
}

Value tee_first(Vm *vm, Value *a) {
    Value none = tee_none(vm, a);
    return none == V_UNBOUND ? tool_new_first(vm, a, TEE_ITERABLE, tee_all) : none;
}

enum { TEES_START, TEES_GOT_ITER, TEES_GOT_OWN };

// The iterator is asked for an iterator once more, as each of the new ones does.
Value tee_steps(Vm *vm, Frame *f) {
    Value none = tee_none(vm, f->slot);
    if (none != V_UNBOUND) { return none; }
    if (native_state(f) == TEES_GOT_OWN) { return tee_all(vm, f->slot, f->result); }
    bool start = native_state(f) == TEES_START;
    return native_call1(vm, f, start ? TEES_GOT_ITER : TEES_GOT_OWN, internal(vm, I_ITER),
                        start ? f->slot[TEE_ITERABLE] : f->result);
}
