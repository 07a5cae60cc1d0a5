// dict_views.c: what keys(), values() and items() return, and the iterators over dicts.
//
// One kind of object serves all three views, another all six iterators; `kind` tells them apart,
// and each has a class of its own. Keys and items behave as sets: their operators make a real set
// of the left operand and go on with set_run.c, in the order CPython does it.
#include "object/dict_views.h"

#include "object/dict_steps.h"
#include "object/key.h"
#include "object/list.h"
#include "object/repr.h"
#include "object/set_run.h"
#include "object/steps_fast.h"
#include "object/tuple.h"

// ---- iterators ---------------------------------------------------------------------------------

Value dict_iter_new(Vm *vm, Value dict, DictKind kind, bool backwards) {
    DictIter *it = heap_new(vm, T_DICT_ITER, 0);
    TRY(it);
    const Dict *d = as_dict(vm, dict);
    it->dict = dict;
    it->pos = backwards ? d->used : 0;
    it->size = it->left = d->h.n;
    it->h.small = (uint8_t)(kind + (backwards ? 3 : 0)); // which class it shows
    it->kind = (uint8_t)kind;
    it->backwards = backwards;
    return ptr_value(vm, it);
}

// The entry before *pos, which then stands behind the one before that.
static bool dict_previous(Vm *vm, const Dict *d, uint32_t *pos, Value *key, Value *value) {
    if (d->h.n == 0) { return false; }
    const Entries *e = dict_entries(vm, d);
    uint32_t at = min_u32(*pos, d->used);
    if (at == d->used) { at = dict_last(vm, d) + 1; }
    while (at > 0 && e->items[at - 1].key == V_UNBOUND) { at--; }
    if (at == 0) { return false; }
    *pos = at - 1;
    *key = e->items[at - 1].key;
    *value = e->items[at - 1].value;
    return true;
}

static Value dict_iter_next(Vm *vm, Value v) {
    DictIter *it = ref_ptr(vm, v);
    if (it->dict == V_NONE) { return V_STOP; }
    const Dict *d = as_dict(vm, it->dict);
    if (NX_UNLIKELY(it->size != d->h.n)) {
        obj_touch(vm, it);
        it->size = UINT32_MAX; // it stays broken
        return raise_error(vm, EXC_RuntimeError, "dictionary changed size during iteration");
    }
    uint32_t pos = it->pos;
    Value key, value;
    bool more = it->backwards ? dict_previous(vm, d, &pos, &key, &value)
                              : dict_next(vm, d, &pos, &key, &value);
    if (!more) {
        obj_set(vm, it, &it->dict, V_NONE);
        return V_STOP;
    }
    if (NX_UNLIKELY(it->left == 0)) {
        return raise_error(vm, EXC_RuntimeError, "dictionary keys changed during iteration");
    }
    if (it->kind == DICT_KIND_ITEMS) {
        key = tuple_pack2(vm, key, value);
        TRY_VALUE(key);
    }
    obj_touch(vm, it);
    it->pos = pos;
    it->left--;
    return it->kind == DICT_KIND_VALUES ? value : key;
}

static Value dict_iter_hint(Vm *vm, Value v) {
    const DictIter *it = ref_ptr(vm, v);
    if (it->dict == V_NONE || it->size != as_dict(vm, it->dict)->h.n) { return int_value(0); }
    return int_value(it->left);
}

#define DICT_ITER_TYPE(variable, tag_name, type_name)                                              \
    const TypeDef variable = {                                                                     \
        .name = type_name,                                                                         \
        .tag = tag_name,                                                                           \
        .hidden = true,                                                                            \
        .next = dict_iter_next,                                                                    \
        .length_hint = dict_iter_hint,                                                             \
    }
DICT_ITER_TYPE(dict_iter_type, T_DICT_ITER, "dict_iterator");
DICT_ITER_TYPE(dict_keyiter_type, T_DICT_KEYITER, "dict_keyiterator");
DICT_ITER_TYPE(dict_valueiter_type, T_DICT_VALUEITER, "dict_valueiterator");
DICT_ITER_TYPE(dict_itemiter_type, T_DICT_ITEMITER, "dict_itemiterator");
DICT_ITER_TYPE(dict_revkeyiter_type, T_DICT_REVKEYITER, "dict_reversekeyiterator");
DICT_ITER_TYPE(dict_revvalueiter_type, T_DICT_REVVALUEITER, "dict_reversevalueiterator");
DICT_ITER_TYPE(dict_revitemiter_type, T_DICT_REVITEMITER, "dict_reverseitemiterator");

// ---- views: slots ------------------------------------------------------------------------------

Value dict_view_new(Vm *vm, Value dict, DictKind kind) {
    DictView *view = heap_new_raw(vm, T_DICT_VIEW, 0);
    TRY(view);
    view->dict = dict;
    view->h.small = (uint8_t)kind; // which class it shows
    view->kind = kind;
    view->pad = 0;
    return ptr_value(vm, view);
}

static const Dict *view_dict(Vm *vm, Value v) { return as_dict(vm, as_dict_view(vm, v)->dict); }

Value dict_view_list(Vm *vm, Value view) {
    const Dict *d = view_dict(vm, view);
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

static Value view_len(Vm *vm, Value v) { return int_value(view_dict(vm, v)->h.n); }

static bool is_pair(Vm *vm, Value v) {
    return is_tagged(vm, v, T_TUPLE) && as_tuple(vm, v)->h.n == 2;
}

static Value view_contains(Vm *vm, Value v, Value item) {
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

static bool is_set_like_view(Vm *vm, Value v) {
    return is_tagged(vm, v, T_DICT_VIEW) && as_dict_view(vm, v)->kind != DICT_KIND_VALUES;
}

static bool is_set_like(Vm *vm, Value v) { return is_any_set(vm, v) || is_set_like_view(vm, v); }

static uint32_t set_like_len(Vm *vm, Value v) {
    return is_any_set(vm, v) ? as_set(vm, v)->h.n : view_dict(vm, v)->h.n;
}

// ---- views: operators --------------------------------------------------------------------------

// What set() is made from: the dict itself stands for its keys.
static Value view_source(Vm *vm, Value v) {
    if (!is_tagged(vm, v, T_DICT_VIEW)) { return v; }
    const DictView *view = as_dict_view(vm, v);
    bool keys = view->kind == DICT_KIND_KEYS && is_exact(vm, view->dict, T_DICT);
    return keys ? view->dict : v;
}

static bool view_method(BinOp op, SetMethod *method) {
    switch (op) {
    case BIN_OP_OR: *method = SET_UPDATE; return true;
    case BIN_OP_AND: *method = SET_INTERSECTION; return true;
    case BIN_OP_SUB: *method = SET_DIFFERENCE_UPDATE; return true;
    case BIN_OP_XOR: *method = SET_SYMMETRIC_UPDATE; return true;
    default: return false;
    }
}

// An intersection walks over the shorter side.
static void view_order(Vm *vm, BinOp op, Value *a, Value *b) {
    bool swap = op == BIN_OP_AND && is_set_like_view(vm, *a) && is_set_like(vm, *b) &&
                set_like_len(vm, *b) > set_like_len(vm, *a);
    if (op == BIN_OP_AND && !is_set_like_view(vm, *a)) { swap = true; }
    if (swap) {
        Value v = *a;
        *a = *b;
        *b = v;
    }
}

static Value view_binary(Vm *vm, BinOp op, Value a, Value b) {
    SetMethod method;
    if ((!is_set_like_view(vm, a) && !is_set_like_view(vm, b)) || !view_method(op, &method)) {
        return V_NOTIMPL;
    }
    view_order(vm, op, &a, &b);
    Value set = set_new(vm, T_SET), source = view_source(vm, a);
    TRY_VALUE(set);
    Value r = set_run_leaf(vm, SET_UPDATE, set, &source, 1);
    if (r == V_NONE) { r = set_run_leaf(vm, method, set, &b, 1); }
    return r == V_NONE ? set : r;
}

enum { VIEW_SELF, VIEW_OTHER, VIEW_RUN_SLOTS = 2 + SET_RUN_SCRATCH, VIEW_RIGHT = VIEW_RUN_SLOTS };
enum { VIEW_SCRATCH = SET_RUN_SCRATCH + 1, VIEW_REFLECTED = 64 };

// set(left), then the set's method with the right operand; slot VIEW_RIGHT keeps that until the
// second begins.
static Value view_operator_steps(Vm *vm, Frame *f) {
    int32_t magic = native_magic(vm, f);
    BinOp op = (BinOp)(magic & 63);
    SetMethod method;
    TRY(view_method(op, &method));
    if (native_state(f) == SEEK_START) {
        Value set = set_new(vm, T_SET), left = f->slot[VIEW_SELF], right = f->slot[VIEW_OTHER];
        TRY_VALUE(set);
        if (magic & VIEW_REFLECTED) {
            left = f->slot[VIEW_OTHER];
            right = f->slot[VIEW_SELF];
        }
        view_order(vm, op, &left, &right);
        f->slot[VIEW_SELF] = set;
        f->slot[VIEW_OTHER] = view_source(vm, left);
        f->slot[VIEW_RIGHT] = right;
        native_goto(f, SET_RUN_BEGIN);
    }
    if (f->slot[VIEW_RIGHT] != V_UNBOUND) {
        Value r = set_run_steps(vm, f, SET_UPDATE, false);
        if (r != V_NONE) { return r; }
        f->slot[VIEW_OTHER] = f->slot[VIEW_RIGHT];
        f->slot[VIEW_RIGHT] = V_UNBOUND;
        native_goto(f, SET_RUN_BEGIN);
    }
    Value r = set_run_steps(vm, f, method, false);
    return r == V_NONE ? f->slot[VIEW_SELF] : r;
}

// Comparisons ask whether all items of one side are in the other, without hashing what stands in
// dicts. The answer when the sizes alone say it, else V_UNBOUND; then *inner is that one side.
static Value view_compare_sizes(Vm *vm, int op, Value a, Value b, Value *inner, Value *outer) {
    uint32_t x = set_like_len(vm, a), y = set_like_len(vm, b);
    bool greater = op == OP_GT || op == OP_GE;
    bool possible = op == OP_LT   ? x < y
                    : op == OP_LE ? x <= y
                    : op == OP_GT ? x > y
                    : op == OP_GE ? x >= y
                                  : x == y;
    *inner = greater ? b : a;
    *outer = greater ? a : b;
    return possible ? V_UNBOUND : bool_value(op == OP_NE);
}

static Value set_like_contains(Vm *vm, Value v, Value item) {
    if (!is_any_set(vm, v)) { return view_contains(vm, v, item); }
    int r = set_has_leaf(vm, as_set(vm, v), item);
    return r < 0 ? V_UNBOUND : bool_value(r);
}

// The next item of a set, or of a view of keys or items. V_STOP at the end.
static Value set_like_next(Vm *vm, Value v, uint32_t *pos) {
    Value key, value;
    int64_t hash;
    if (is_any_set(vm, v)) { return set_next(vm, as_set(vm, v), pos, &key, &hash) ? key : V_STOP; }
    if (!dict_next(vm, view_dict(vm, v), pos, &key, &value)) { return V_STOP; }
    return as_dict_view(vm, v)->kind == DICT_KIND_ITEMS ? tuple_pack2(vm, key, value) : key;
}

static Value view_compare(Vm *vm, int op, Value a, Value b) {
    Value inner, outer, in = V_TRUE;
    if (!is_set_like_view(vm, a) || !is_set_like(vm, b)) { return V_NOTIMPL; }
    Value r = view_compare_sizes(vm, op, a, b, &inner, &outer);
    if (r != V_UNBOUND) { return r; }
    TRY(native_charge(vm, set_like_len(vm, inner) / 4));
    for (uint32_t pos = 0; in == V_TRUE;) {
        Value item = set_like_next(vm, inner, &pos);
        if (item == V_STOP) { return bool_value(op != OP_NE); }
        TRY_VALUE(item);
        in = set_like_contains(vm, outer, item);
    }
    return in == V_FALSE ? bool_value(op == OP_NE) : in;
}

enum { VIEW_COMPARE_START, VIEW_COMPARE_IN };
enum { VIEW_INNER = 2, VIEW_OUTER, VIEW_POS, VIEW_COMPARE_SCRATCH = 3 };

static Value view_compare_steps(Vm *vm, Frame *f) {
    int op = native_magic(vm, f);
    Value *slot = f->slot;
    if (native_state(f) == VIEW_COMPARE_IN) {
        if (f->result != V_TRUE) { return bool_value(op == OP_NE); }
    } else {
        if (!is_set_like(vm, slot[VIEW_OTHER])) { return V_NOTIMPL; }
        Value r = view_compare_sizes(vm, op, slot[VIEW_SELF], slot[VIEW_OTHER], &slot[VIEW_INNER],
                                     &slot[VIEW_OUTER]);
        if (r != V_UNBOUND) { return r; }
        slot[VIEW_POS] = int_value(0);
    }
    uint32_t pos = (uint32_t)index_of(slot[VIEW_POS]);
    Value item = set_like_next(vm, slot[VIEW_INNER], &pos);
    if (item == V_STOP) { return bool_value(op != OP_NE); }
    TRY_VALUE(item);
    slot[VIEW_POS] = int_value(pos);
    return native_call2(vm, f, VIEW_COMPARE_IN, internal(vm, I_CONTAINS), slot[VIEW_OUTER], item);
}

// ---- views: natives ----------------------------------------------------------------------------

enum { VIEW_FOUND = SEEK_OWN };

static Value view_contains_steps(Vm *vm, Frame *f) {
    if (native_state(f) == VIEW_FOUND) { return f->result; }
    const DictView *view = as_dict_view(vm, f->slot[0]);
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

// set(self).isdisjoint(other)
static Value view_isdisjoint(Vm *vm, Value *a) {
    Value set = set_new(vm, T_SET), source = view_source(vm, a[0]);
    TRY_VALUE(set);
    Value r = set_run_leaf(vm, SET_UPDATE, set, &source, 1);
    return r == V_NONE ? set_run_leaf(vm, SET_DISJOINT, set, &a[1], 1) : r;
}

static Value view_isdisjoint_steps(Vm *vm, Frame *f) {
    if (native_state(f) == SEEK_START) {
        Value set = set_new(vm, T_SET);
        TRY_VALUE(set);
        f->slot[VIEW_RIGHT] = f->slot[VIEW_OTHER];
        f->slot[VIEW_OTHER] = view_source(vm, f->slot[VIEW_SELF]);
        f->slot[VIEW_SELF] = set;
        native_goto(f, SET_RUN_BEGIN);
    }
    if (f->slot[VIEW_RIGHT] != V_UNBOUND) {
        Value r = set_run_steps(vm, f, SET_UPDATE, false);
        if (r != V_NONE) { return r; }
        f->slot[VIEW_OTHER] = f->slot[VIEW_RIGHT];
        f->slot[VIEW_RIGHT] = V_UNBOUND;
        native_goto(f, SET_RUN_BEGIN);
    }
    return set_run_steps(vm, f, SET_DISJOINT, false);
}

static Value view_mapping(Vm *vm, Value self) {
    Obj *proxy = heap_new(vm, T_MAPPINGPROXY, 0);
    TRY(proxy);
    obj_value_array(proxy)[0] = as_dict_view(vm, self)->dict;
    return ptr_value(vm, proxy);
}

static const GetSetDef dict_view_getsets[] = {
    {"mapping", view_mapping, NULL, "The dictionary that this view shows."},
    {NULL, NULL, NULL, NULL},
};

#define VIEW_OPERATOR(name, magic, doc)                                                            \
    STEPS_MAGIC(name, "self, value, /", view_operator_steps, VIEW_SCRATCH, NULL, magic, doc)
#define VIEW_COMPARE(name, op, doc)                                                                \
    STEPS_MAGIC(name, "self, value, /", view_compare_steps, VIEW_COMPARE_SCRATCH, NULL, op, doc)
#define VIEW_REPR                                                                                  \
    STEPS("__repr__", "self, /", container_repr_steps, CONTAINER_REPR_SCRATCH,                     \
          container_repr_unwind, "Return repr(self).")
#define VIEW_REVERSED                                                                              \
    LEAF("__reversed__", "self, /", view_reversed, "An iterator over the view, last one first.")

static const NativeDef dict_view_set_methods[] = {
    VIEW_OPERATOR("__and__", BIN_OP_AND, "Return self&value."),
    STEPS("__contains__", "self, key, /", view_contains_steps, SEEK_SCRATCH, NULL,
          "Return bool(key in self)."),
    VIEW_COMPARE("__eq__", OP_EQ, "Return self==value."),
    VIEW_COMPARE("__ge__", OP_GE, "Return self>=value."),
    VIEW_COMPARE("__gt__", OP_GT, "Return self>value."),
    VIEW_COMPARE("__le__", OP_LE, "Return self<=value."),
    VIEW_COMPARE("__lt__", OP_LT, "Return self<value."),
    VIEW_COMPARE("__ne__", OP_NE, "Return self!=value."),
    VIEW_OPERATOR("__or__", BIN_OP_OR, "Return self|value."),
    VIEW_OPERATOR("__rand__", BIN_OP_AND | VIEW_REFLECTED, "Return value&self."),
    VIEW_REPR,
    VIEW_REVERSED,
    VIEW_OPERATOR("__ror__", BIN_OP_OR | VIEW_REFLECTED, "Return value|self."),
    VIEW_OPERATOR("__rsub__", BIN_OP_SUB | VIEW_REFLECTED, "Return value-self."),
    VIEW_OPERATOR("__rxor__", BIN_OP_XOR | VIEW_REFLECTED, "Return value^self."),
    VIEW_OPERATOR("__sub__", BIN_OP_SUB, "Return self-value."),
    VIEW_OPERATOR("__xor__", BIN_OP_XOR, "Return self^value."),
    STEPS_FAST("isdisjoint", "self, other, /", view_isdisjoint, view_isdisjoint_steps, VIEW_SCRATCH,
               "True if the view and the iterable have no item in common."),
    NATIVE_END,
};

static const NativeDef dict_values_methods[] = {VIEW_REPR, VIEW_REVERSED, NATIVE_END};

#define VIEW_OPS (OP_BIT(BIN_OP_OR) | OP_BIT(BIN_OP_AND) | OP_BIT(BIN_OP_SUB) | OP_BIT(BIN_OP_XOR))
#define VIEW_SET_SLOTS                                                                             \
    .unhashable = true, .binary_ops = VIEW_OPS, .methods = dict_view_set_methods,                  \
    .getsets = dict_view_getsets, .binary = view_binary, .compare = view_compare,                  \
    .contains = view_contains

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
