// dict_iters.c: iterators over dicts, forwards and backwards, by key, value or item. One kind of
// object serves all six; each has a class of its own. See dict_views.h.
#include "object/dict_views.h"
#include "object/tuple.h"

Value dict_iter_new(Vm *vm, Value dict, DictKind kind, bool backwards) {
    DictIter *it = HEAP_MAKE_ZEROED(vm, DICT_ITER);
    TRY(it);
    const Dict *d = as_dict(vm, dict);
    it->dict = dict;
    it->pos = backwards ? d->used : 0;
    it->size = it->left = d->h.n;
    it->h.small = (uint8_t)(kind + (backwards ? 3 : 0)); // which class it shows
    if (NX_UNLIKELY(dict_is_ordered(vm, dict))) {
        it->h.small = DICT_ORDERED_ITER;
        it->size = d->version;
    }
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

// The entry whose turn it is: V_NONE; V_STOP, V_RAISED. dict_iter_pass goes on behind it.
static inline Value dict_iter_entry(Vm *vm, DictIter *it, uint32_t *next, Value *key,
                                    Value *value) {
    if (it->dict == V_NONE) { return V_STOP; }
    const Dict *d = as_dict(vm, it->dict);
    bool ordered = it->h.small == DICT_ORDERED_ITER;
    if (NX_UNLIKELY(it->size != (ordered ? d->version : d->h.n))) {
        if (ordered) {
            raise_error(vm, EXC_RuntimeError, "OrderedDict mutated during iteration");
            if (!vm->alloc_failed) { obj_set(vm, it, &it->dict, V_NONE); } // that was all
            return V_RAISED;
        }
        obj_touch(vm, it);
        it->size = UINT32_MAX; // it stays broken
        return raise_error(vm, EXC_RuntimeError, "dictionary changed size during iteration");
    }
    *next = it->pos;
    bool more =
        it->backwards ? dict_previous(vm, d, next, key, value) : dict_next(vm, d, next, key, value);
    if (!more) {
        obj_set(vm, it, &it->dict, V_NONE);
        return V_STOP;
    }
    if (NX_UNLIKELY(it->left == 0)) {
        return raise_error(vm, EXC_RuntimeError, "dictionary keys changed during iteration");
    }
    return V_NONE;
}
static inline void dict_iter_pass(Vm *vm, DictIter *it, uint32_t next) {
    obj_touch(vm, it);
    it->pos = next;
    it->left--;
}

static Value dict_iter_next(Vm *vm, Value v) {
    DictIter *it = ref_ptr(vm, v);
    uint32_t next = 0;
    Value key = V_NONE, value = V_NONE, got = dict_iter_entry(vm, it, &next, &key, &value);
    if (got != V_NONE) { return got; }
    if (it->kind == DICT_KIND_ITEMS) {
        key = tuple_pack2(vm, key, value);
        TRY_VALUE(key);
    }
    dict_iter_pass(vm, it, next);
    return it->kind == DICT_KIND_VALUES ? value : key;
}

static Value dict_iter_next_pair(Vm *vm, Value v, Value *pair) {
    DictIter *it = ref_ptr(vm, v);
    if (it->kind != DICT_KIND_ITEMS) { return V_UNBOUND; }
    uint32_t next = 0;
    Value got = dict_iter_entry(vm, it, &next, &pair[0], &pair[1]);
    if (got == V_NONE) { dict_iter_pass(vm, it, next); }
    return got;
}

static Value dict_iter_hint(Vm *vm, Value v) {
    const DictIter *it = ref_ptr(vm, v);
    if (it->dict == V_NONE) { return int_value(0); }
    const Dict *d = as_dict(vm, it->dict);
    if (it->size != (it->h.small == DICT_ORDERED_ITER ? d->version : d->h.n)) {
        return int_value(0);
    }
    return int_value(it->left);
}

#define DICT_ITER_TYPE(variable, tag_name, type_name)                                              \
    const TypeDef variable = {                                                                     \
        .name = type_name,                                                                         \
        .tag = tag_name,                                                                           \
        .hidden = true,                                                                            \
        .next = dict_iter_next,                                                                    \
        .next_pair = dict_iter_next_pair,                                                          \
        .length_hint = dict_iter_hint,                                                             \
    }
DICT_ITER_TYPE(dict_iter_type, T_DICT_ITER, "dict_iterator");
DICT_ITER_TYPE(dict_keyiter_type, T_DICT_KEYITER, "dict_keyiterator");
DICT_ITER_TYPE(dict_valueiter_type, T_DICT_VALUEITER, "dict_valueiterator");
DICT_ITER_TYPE(dict_itemiter_type, T_DICT_ITEMITER, "dict_itemiterator");
DICT_ITER_TYPE(dict_revkeyiter_type, T_DICT_REVKEYITER, "dict_reversekeyiterator");
DICT_ITER_TYPE(dict_revvalueiter_type, T_DICT_REVVALUEITER, "dict_reversevalueiterator");
DICT_ITER_TYPE(dict_revitemiter_type, T_DICT_REVITEMITER, "dict_reverseitemiterator");
DICT_ITER_TYPE(odict_iter_type, T_ODICT_ITER, "odict_iterator");
