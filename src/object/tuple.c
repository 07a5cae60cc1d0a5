// tuple.c: the tuple, an immutable sequence whose items stand in the object itself.
#include "object/tuple.h"

#include "object/list.h"

Value tuple_from(Vm *vm, const Value *items, uint64_t n) {
    Tuple *t = heap_new_raw(vm, T_TUPLE, n);
    TRY(t);
    if (n) { memcpy(t->items, items, n * sizeof(Value)); }
    return ptr_value(vm, t);
}

Value tuple_pack2(Vm *vm, Value a, Value b) { return tuple_from(vm, (Value[]){a, b}, 2); }

const Value *seq_items(Vm *vm, Value seq, uint32_t *n) {
    const Obj *o = as_obj(vm, seq);
    *n = o->n;
    if (o->type == T_TUPLE) { return as_tuple(vm, seq)->items; }
    NX_ASSERT(o->type == T_LIST);
    return o->n ? list_items(vm, as_list(vm, seq)) : NULL;
}
