// list.c: the list.
#include "object/list.h"

#include "object/tuple.h"

Value list_new(Vm *vm, uint32_t capacity) {
    List *l = heap_new_raw(vm, T_LIST, 0);
    TRY(l);
    l->buf = V_NONE;
    if (capacity) { TRY(list_reserve(vm, l, capacity)); }
    return ptr_value(vm, l);
}

Value list_from(Vm *vm, const Value *items, uint32_t n) {
    Value v = list_new(vm, n);
    TRY_VALUE(v);
    List *l = as_list(vm, v);
    if (n) { memcpy(list_items(vm, l), items, n * sizeof(Value)); }
    l->h.n = n;
    return v;
}

static inline uint32_t list_capacity(Vm *vm, const List *l) {
    return l->buf == V_NONE ? 0 : ((Values *)ref_ptr(vm, l->buf))->h.n;
}

bool list_reserve(Vm *vm, List *l, uint64_t capacity) {
    if (capacity <= list_capacity(vm, l)) { return true; }
    Values *buf = heap_new_raw(vm, T_VALUES, capacity);
    if (NX_UNLIKELY(!buf)) { return false; }
    uint32_t n = l->h.n;
    if (n) { memcpy(buf->items, list_items(vm, l), n * sizeof(Value)); }
    memset(&buf->items[n], 0, (capacity - n) * sizeof(Value));
    obj_set(vm, l, &l->buf, ptr_value(vm, buf));
    return true;
}

// CPython's growth: an eighth more than is needed, in steps of four.
static bool list_grow(Vm *vm, List *l, uint64_t need) {
    if (NX_LIKELY(need <= list_capacity(vm, l))) { return true; }
    return list_reserve(vm, l, (need + (need >> 3) + 6) & ~(uint64_t)3);
}

bool list_append(Vm *vm, List *l, Value item) {
    if (NX_UNLIKELY(!list_grow(vm, l, (uint64_t)l->h.n + 1))) { return false; }
    Values *buf = ref_ptr(vm, l->buf);
    obj_touch(vm, l);
    obj_set(vm, buf, &buf->items[l->h.n], item);
    l->h.n++;
    return true;
}
