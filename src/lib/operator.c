// operator.c: the module _operator: here itemgetter, which sorting by a field calls for every item;
// attrgetter and methodcaller are in operator_names.c, the operators in operator_functions.c. The
// rest of operator is Python.
#include "lib/fallback.h"
#include "lib/operator.h"
#include "object/construct.h"
#include "object/dict.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/internals.h"
#include "vm/ops.h"

typedef struct ItemGetter {
    Obj h;
    Value items; // Tuple of one or more
} ItemGetter;

static const Tuple *itemgetter_items(Vm *vm, Value v) {
    return as_tuple(vm, ((ItemGetter *)ref_ptr(vm, v))->items);
}

static Value itemgetter_make(Vm *vm, Value *a) {
    if (as_tuple(vm, a[1])->h.n == 0) {
        return raise_error(vm, EXC_TypeError, "itemgetter expected 1 argument, got 0");
    }
    ItemGetter *g = construct(vm, T_ITEMGETTER, a[0], 0);
    TRY(g);
    g->items = a[1];
    return ptr_value(vm, g);
}

bool getter_check(Vm *vm, Value v, uint32_t n, Value names) {
    if (NX_LIKELY(n == 1 && !is_ref(names))) { return true; }
    Value name = as_type(vm, class_of(vm, v))->name;
    if (is_ref(names)) {
        return raise_false(vm, EXC_TypeError, "%U() takes no keyword arguments", name);
    }
    return raise_false(vm, EXC_TypeError, "%U expected 1 argument, got %u", name, n);
}

static Value itemgetter_call(Vm *vm, Value v, const Value *args, uint32_t n, Value names) {
    const Tuple *items = itemgetter_items(vm, v);
    TRY(getter_check(vm, v, n, names));
    if (items->h.n == 1) { return getitem_leaf(vm, args[0], items->items[0]); }
    TRY(native_charge(vm, items->h.n / 8));
    Tuple *out = heap_new(vm, T_TUPLE, items->h.n);
    TRY(out);
    for (uint32_t i = 0; i < items->h.n; i++) {
        Value item = getitem_leaf(vm, args[0], items->items[i]);
        if (item == V_RAISED || item == V_UNBOUND) { return item; }
        out->items[i] = item;
    }
    return ptr_value(vm, out);
}

enum { GET_START, GET_ITEM };
enum { GET_SELF, GET_OBJ, GET_OUT, GET_AT };

static Value itemgetter_call_steps(Vm *vm, Frame *f) {
    const Tuple *items = itemgetter_items(vm, f->slot[GET_SELF]);
    if (items->h.n == 1) {
        Value args[2] = {f->slot[GET_OBJ], items->items[0]};
        return native_tail_internal(vm, I_GETITEM, 2, args);
    }
    uint64_t at = 0;
    if (native_state(f) == GET_START) {
        Tuple *made = heap_new(vm, T_TUPLE, items->h.n);
        TRY(made);
        for (uint32_t i = 0; i < items->h.n; i++) { made->items[i] = V_NONE; }
        f->slot[GET_OUT] = ptr_value(vm, made);
    } else {
        at = index_of(f->slot[GET_AT]);
    }
    Tuple *out = slot_obj(vm, f, GET_OUT, T_TUPLE);
    TRY(out);
    if (out->h.n != items->h.n || at >= items->h.n) { return raise_stop(vm, STOP_CORRUPT); }
    if (native_state(f) == GET_ITEM) { // into a tuple of its own, whatever the slot says
        TRY(native_charge(vm, out->h.n / 8));
        Value own = tuple_from(vm, out->items, out->h.n);
        TRY_VALUE(own);
        f->slot[GET_OUT] = own;
        out = as_tuple(vm, own);
        out->items[at++] = f->result;
    }
    if (at == items->h.n) { return ptr_value(vm, out); }
    f->slot[GET_AT] = int_value((int64_t)at);
    return native_call2(vm, f, GET_ITEM, internal(vm, I_GETITEM), f->slot[GET_OBJ],
                        items->items[at]);
}

static Value itemgetter_reduce(Vm *vm, Value *a) {
    return tuple_pack2(vm, class_of(vm, a[0]), ((ItemGetter *)ref_ptr(vm, a[0]))->items);
}

enum { SHOW_START, SHOW_GOT_ITEMS };

Value getter_repr_steps(Vm *vm, Frame *f) {
    Value items = obj_value_array(as_obj(vm, f->slot[0]))[0];
    if (native_state(f) == SHOW_START) {
        return native_call1(vm, f, SHOW_GOT_ITEMS, internal(vm, I_REPR), items);
    }
    // The repr of a tuple but for the comma behind a single item.
    const Str *s = result_obj(vm, f, T_STR);
    TRY(s && value_obj(vm, items, T_TUPLE));
    if (s->h.n < 2) { return raise_stop(vm, STOP_CORRUPT); }
    Value text = f->result;
    if (as_tuple(vm, items)->h.n == 1) {
        text = str_slice_bytes(vm, s, 0, s->h.n - 2);
        TRY_VALUE(text);
        return format_text(vm, "%T%U)", f->slot[0], text);
    }
    return format_text(vm, "%T%U", f->slot[0], text);
}

static const NativeDef itemgetter_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *items", itemgetter_make, NULL),
    STEPS("__call__", "self, obj, /", itemgetter_call_steps, 2, NULL,
          "What calling the object does."),
    LEAF("__reduce__", "self, /", itemgetter_reduce,
         "What the constructor needs, for pickle and copy."),
    STEPS("__repr__", "self, /", getter_repr_steps, 0, NULL, "What repr(self) gives."),
    NATIVE_END,
};

const TypeDef itemgetter_type = {
    .name = "itemgetter",
    .module = "operator",
    .doc = "A callable that reads items of its argument: itemgetter(1)(r) is r[1],\n"
           "itemgetter(1, 'a')(r) is (r[1], r['a']).",
    .new_sig = "(item, /, *items)",
    .tag = T_ITEMGETTER,
    .hidden = true,
    .methods = itemgetter_methods,
    .call = itemgetter_call,
};

static const uint8_t operator_types[] = {T_ITEMGETTER, T_ATTRGETTER, T_METHODCALLER, 0};

const ModuleDef operator_module = {"_operator", "What operator has in C.", operator_functions, NULL,
                                   operator_types};
