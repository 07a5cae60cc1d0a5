// deque_iter.c: iterators over a deque, from either end. See deque.h.
//
// An iterator knows how many items are left and the deque's state when it was made; it raises when
// that is another one.
#include "object/construct.h"
#include "object/deque.h"
#include "object/int.h"
#include "object/tuple.h"

typedef struct DequeIter { // DEQUE_ITER, DEQUE_REVITER
    Obj h;
    Value deque;
    uint32_t left;  // items to come
    uint32_t state; // the deque's
} DequeIter;

static inline DequeIter *as_deque_iter(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value deque_iter_over(Vm *vm, TypeTag tag, Value deque) {
    DequeIter *it = heap_new_raw(vm, tag, 0);
    TRY(it);
    const Deque *d = as_deque(vm, deque);
    it->deque = deque;
    it->left = d->h.n;
    it->state = d->state;
    return ptr_value(vm, it);
}

Value deque_iter(Vm *vm, Value deque) { return deque_iter_over(vm, T_DEQUE_ITER, deque); }
Value deque_reversed(Vm *vm, Value *a) { return deque_iter_over(vm, T_DEQUE_REVITER, a[0]); }

static Value deque_iter_changed(Vm *vm, DequeIter *it) {
    raise_error(vm, EXC_RuntimeError, "deque mutated during iteration");
    if (vm->head->exc == V_NONE) { return V_RAISED; } // no memory: once more
    obj_touch(vm, it);
    it->left = 0;
    return V_RAISED;
}

// Item i; what a snapshot says about it may be wrong.
static inline Value deque_iter_item(Vm *vm, DequeIter *it, const Deque *d, uint32_t i) {
    if (NX_UNLIKELY(i >= d->h.n)) { return V_STOP; }
    obj_touch(vm, it);
    it->left--;
    return deque_buf(vm, d)->items[deque_at(d, i)];
}

// Forwards a change is noticed even behind the last item, backwards it is not.
static Value deque_iter_next(Vm *vm, Value v) {
    DequeIter *it = as_deque_iter(vm, v);
    const Deque *d = as_deque(vm, it->deque);
    if (NX_UNLIKELY(it->state != d->state)) { return deque_iter_changed(vm, it); }
    if (it->left == 0) { return V_STOP; }
    return deque_iter_item(vm, it, d, d->h.n - it->left);
}

static Value deque_reviter_next(Vm *vm, Value v) {
    DequeIter *it = as_deque_iter(vm, v);
    const Deque *d = as_deque(vm, it->deque);
    if (it->left == 0) { return V_STOP; }
    if (NX_UNLIKELY(it->state != d->state)) { return deque_iter_changed(vm, it); }
    return deque_iter_item(vm, it, d, it->left - 1);
}

static Value deque_iter_hint(Vm *vm, Value v) { return int_value(as_deque_iter(vm, v)->left); }

// `index` items of the deque are skipped.
static Value deque_iter_new(Vm *vm, Value *a, TypeTag tag) {
    if (!construct_check(vm, tag, a[0])) { return V_RAISED; }
    if (!is_tagged(vm, a[1], T_DEQUE)) {
        return raise_error(vm, EXC_TypeError, "argument 1 must be collections.deque, not %s",
                           argument_class_name(vm, a[1]));
    }
    Value v = deque_iter_over(vm, tag, a[1]);
    TRY_VALUE(v);
    DequeIter *it = as_deque_iter(vm, v);
    int64_t skip = min_i64(max_i64(int_clamp_i64(vm, a[2]), 0), it->left);
    it->left -= (uint32_t)skip;
    return v;
}

static Value deque_iter_make(Vm *vm, Value *a) { return deque_iter_new(vm, a, T_DEQUE_ITER); }
static Value deque_reviter_make(Vm *vm, Value *a) { return deque_iter_new(vm, a, T_DEQUE_REVITER); }

static Value deque_iter_reduce(Vm *vm, Value *a) {
    const DequeIter *it = as_deque_iter(vm, a[0]);
    int64_t done = (int64_t)as_deque(vm, it->deque)->h.n - it->left;
    Value args = tuple_pack2(vm, it->deque, int_value(done));
    TRY_VALUE(args);
    return tuple_pack2(vm, class_of(vm, a[0]), args);
}

#define DEQUE_ITER_ROWS(make)                                                                      \
    LEAF_CLASS("__new__", "cls, deque, index: int=0, /", make, "Iterate over a deque."),           \
        LEAF("__reduce__", "self, /", deque_iter_reduce, "How the iterator is copied.")

static const NativeDef deque_iter_methods[] = {DEQUE_ITER_ROWS(deque_iter_make), NATIVE_END};
static const NativeDef deque_reviter_methods[] = {DEQUE_ITER_ROWS(deque_reviter_make), NATIVE_END};

const TypeDef deque_iter_type = {
    .name = "_deque_iterator",
    .module = "collections",
    .tag = T_DEQUE_ITER,
    .hidden = true,
    .methods = deque_iter_methods,
    .next = deque_iter_next,
    .length_hint = deque_iter_hint,
};

const TypeDef deque_reviter_type = {
    .name = "_deque_reverse_iterator",
    .module = "collections",
    .tag = T_DEQUE_REVITER,
    .hidden = true,
    .methods = deque_reviter_methods,
    .next = deque_reviter_next,
    .length_hint = deque_iter_hint,
};
