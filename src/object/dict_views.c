// dict_views.c: what keys(), values() and items() return. One kind of object serves all three; `kind`
// tells them apart, and each has a class of its own. What keys and items can do because they behave
// as sets is in dict_view_ops.c, the iterators are in dict_iters.c.
#include "object/singletons.h"
#include "object/dict_views.h"

#include "object/dict_steps.h"
#include "object/key.h"
#include "object/list.h"
#include "object/repr.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"

// ---- views: slots ------------------------------------------------------------------------------

bool dict_is_ordered(Vm *vm, Value v) {
    if (NX_LIKELY(!as_obj(vm, v)->ext)) { return false; }
    Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, N_move_to_end));
    return is_exact(vm, method, T_NATIVE) &&
           as_native(vm, method)->owner == type_of_tag(vm, T_ORDERED_DICT);
}

Value dict_view_new(Vm *vm, Value dict, DictKind kind) {
    DictView *view = HEAP_MAKE(vm, DICT_VIEW, 0);
    TRY(view);
    view->dict = dict;
    view->h.small = (uint8_t)(kind + (dict_is_ordered(vm, dict) ? DICT_ORDERED_VIEW : 0));
    view->kind = kind;
    view->pad = 0;
    return ptr_value(vm, view);
}

Value dict_view_list(Vm *vm, Value view) {
    const Dict *d = dict_view_dict(vm, view);
    uint32_t kind = as_dict_view(vm, view)->kind, pos = 0;
    TRY(native_charge(vm, d->h.n / 8));
    Value items = list_new(vm, d->h.n), key, value;
    TRY_VALUE(items);
    while (dict_next(vm, d, &pos, &key, &value)) {
        if (kind == DICT_KIND_ITEMS) {
            key = tuple_pack2(vm, key, value);
            TRY_VALUE(key);
        }
        TRY(list_append(vm, as_list(vm, items), kind == DICT_KIND_VALUES ? value : key));
    }
    return items;
}

static Value view_iter(Vm *vm, Value v) {
    const DictView *view = as_dict_view(vm, v);
    return dict_iter_new(vm, view->dict, (DictKind)view->kind, false);
}

static Value view_reversed(Vm *vm, Value *a) {
    const DictView *view = as_dict_view(vm, a[0]);
    return dict_iter_new(vm, view->dict, (DictKind)view->kind, true);
}

static Value view_len(Vm *vm, Value v) { return int_value(dict_view_dict(vm, v)->h.n); }

static bool is_pair(Vm *vm, Value v) {
    return is_tagged(vm, v, T_TUPLE) && as_tuple(vm, v)->h.n == 2;
}

Value dict_view_contains(Vm *vm, Value v, Value item) {
    const DictView *view = as_dict_view(vm, v);
    const Dict *d = as_dict(vm, view->dict);
    switch (view->kind) {
    case DICT_KIND_KEYS: {
        Value found = dict_get_leaf(vm, d, item);
        return found == V_CALLING ? V_UNBOUND : bool_value(found != V_UNBOUND);
    }
    case DICT_KIND_ITEMS: {
        if (!is_pair(vm, item)) { return V_FALSE; }
        const Tuple *pair = as_tuple(vm, item);
        Value found = dict_get_leaf(vm, d, pair->items[0]);
        if (found == V_CALLING) { return V_UNBOUND; }
        int equal = found == V_UNBOUND ? 0 : key_equal_leaf(vm, found, pair->items[1]);
        return equal < 0 ? V_UNBOUND : bool_value(equal);
    }
    default: return V_UNBOUND; // values are searched one by one
    }
}

// ---- views: natives ----------------------------------------------------------------------------

enum { VIEW_FOUND = SEEK_OWN };

static Value view_contains_steps(Vm *vm, Frame *f) {
    if (native_state(f) == VIEW_FOUND) { return f->result; }
    const DictView *view = slot_obj(vm, f, 0, T_DICT_VIEW);
    TRY(view);
    bool items = view->kind == DICT_KIND_ITEMS;
    Value key = f->slot[1];
    uint32_t hash;
    if (items && !is_pair(vm, key)) { return V_FALSE; }
    if (items) { key = as_tuple(vm, f->slot[1])->items[0]; }
    int64_t at = dict_seek(vm, f, 2, view->dict, key, &hash);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at == SEEK_ABSENT || !items) { return bool_value(at >= 0); }
    return native_call2(vm, f, VIEW_FOUND, internal(vm, I_EQUAL),
                        dict_entries(vm, as_dict(vm, view->dict))->items[at].value,
                        as_tuple(vm, f->slot[1])->items[1]);
}

static Value view_mapping(Vm *vm, Value self) {
    return mappingproxy_new(vm, as_dict_view(vm, self)->dict);
}

static const GetSetDef dict_view_getsets[] = {
    {"mapping", view_mapping, NULL, "The dictionary that this view shows."},
    {NULL, NULL, NULL, NULL},
};

#define VIEW_OPERATOR(name, magic, doc)                                                            \
    STEPS_MAGIC(name, "self, value, /", dict_view_operator_steps, DICT_VIEW_SCRATCH, NULL, magic,  \
                doc)
#define VIEW_COMPARE(name, op, doc)                                                                \
    STEPS_MAGIC(name, "self, value, /", dict_view_compare_steps, DICT_VIEW_SCRATCH, NULL, op, doc)
#define VIEW_REPR                                                                                  \
    STEPS("__repr__", "self, /", container_repr_steps, CONTAINER_REPR_SCRATCH,                     \
          container_repr_unwind, "What repr(self) gives.")
#define VIEW_REVERSED                                                                              \
    LEAF("__reversed__", "self, /", view_reversed, "An iterator over the view, last one first.")

static const NativeDef dict_view_set_methods[] = {
    VIEW_OPERATOR("__and__", BIN_OP_AND, "What self & value gives."),
    STEPS("__contains__", "self, key, /", view_contains_steps, SEEK_SCRATCH, NULL,
          "Whether it is in it."),
    VIEW_COMPARE("__eq__", OP_EQ, "Whether self == value."),
    VIEW_COMPARE("__ge__", OP_GE, "Whether self >= value."),
    VIEW_COMPARE("__gt__", OP_GT, "Whether self > value."),
    VIEW_COMPARE("__le__", OP_LE, "Whether self <= value."),
    VIEW_COMPARE("__lt__", OP_LT, "Whether self < value."),
    VIEW_COMPARE("__ne__", OP_NE, "Whether self != value."),
    VIEW_OPERATOR("__or__", BIN_OP_OR, "What self | value gives."),
    VIEW_OPERATOR("__rand__", BIN_OP_AND | DICT_VIEW_REFLECTED, "What value & self gives."),
    VIEW_REPR,
    VIEW_REVERSED,
    VIEW_OPERATOR("__ror__", BIN_OP_OR | DICT_VIEW_REFLECTED, "What value | self gives."),
    VIEW_OPERATOR("__rsub__", BIN_OP_SUB | DICT_VIEW_REFLECTED, "What value - self gives."),
    VIEW_OPERATOR("__rxor__", BIN_OP_XOR | DICT_VIEW_REFLECTED, "What value ^ self gives."),
    VIEW_OPERATOR("__sub__", BIN_OP_SUB, "What self - value gives."),
    VIEW_OPERATOR("__xor__", BIN_OP_XOR, "What self ^ value gives."),
    STEPS_FAST("isdisjoint", "self, other, /", dict_view_isdisjoint, dict_view_isdisjoint_steps,
               DICT_VIEW_SCRATCH, "True if the view and the iterable have no item in common."),
    NATIVE_END,
};

static const NativeDef dict_values_methods[] = {VIEW_REPR, VIEW_REVERSED, NATIVE_END};

#define VIEW_OPS (OP_BIT(BIN_OP_OR) | OP_BIT(BIN_OP_AND) | OP_BIT(BIN_OP_SUB) | OP_BIT(BIN_OP_XOR))
#define VIEW_SET_SLOTS                                                                             \
    .unhashable = true, .binary_ops = VIEW_OPS, .methods = dict_view_set_methods,                  \
    .getsets = dict_view_getsets, .binary = dict_view_binary, .compare = dict_view_compare,        \
    .contains = dict_view_contains

const TypeDef dict_view_type = {
    .name = "dict_view",
    .tag = T_DICT_VIEW,
    .hidden = true,
    VIEW_SET_SLOTS,
    .repr = container_repr,
    .len = view_len,
    .iter = view_iter,
};

const TypeDef dict_keys_type = {
    .name = "dict_keys",
    .tag = T_DICT_KEYS,
    .hidden = true,
    VIEW_SET_SLOTS,
    .repr = container_repr,
    .len = view_len,
    .iter = view_iter,
};

const TypeDef dict_items_type = {
    .name = "dict_items",
    .tag = T_DICT_ITEMS,
    .hidden = true,
    VIEW_SET_SLOTS,
    .repr = container_repr,
    .len = view_len,
    .iter = view_iter,
};

const TypeDef dict_values_type = {
    .name = "dict_values",
    .tag = T_DICT_VALUES,
    .hidden = true,
    .methods = dict_values_methods,
    .getsets = dict_view_getsets,
    .repr = container_repr,
    .len = view_len,
    .iter = view_iter,
};

#define ODICT_VIEW_TYPE(variable, tag_name, base_tag, type_name)                                   \
    const TypeDef variable = {.name = type_name, .tag = tag_name, .base = base_tag, .hidden = true}
ODICT_VIEW_TYPE(odict_keys_type, T_ODICT_KEYS, T_DICT_KEYS, "odict_keys");
ODICT_VIEW_TYPE(odict_values_type, T_ODICT_VALUES, T_DICT_VALUES, "odict_values");
ODICT_VIEW_TYPE(odict_items_type, T_ODICT_ITEMS, T_DICT_ITEMS, "odict_items");
