// dict_views.h: keys(), values(), items() and the iterators of dicts.
#ifndef NX_OBJECT_DICT_VIEWS_H
#define NX_OBJECT_DICT_VIEWS_H

#include "object/dict.h"

typedef enum DictKind { DICT_KIND_KEYS, DICT_KIND_VALUES, DICT_KIND_ITEMS } DictKind;

// What h.small adds to tell the class: views of an OrderedDict, by kind, and iterators over one.
enum { DICT_ORDERED_VIEW = 3, DICT_ORDERED_ITER = 6 };

typedef struct DictView {
    Obj h;
    Value dict;
    uint32_t kind; // DictKind
    uint32_t pad;
} DictView;

typedef struct DictIter {
    Obj h;
    Value dict;    // V_NONE once exhausted
    uint32_t pos;  // of the next entry; going backwards: that plus one
    uint32_t size; // items the dict had at the start; of an OrderedDict: its version then
    uint32_t left; // items still to come
    uint8_t kind;  // DictKind
    bool backwards;
    uint8_t pad[2];
} DictIter;

static inline DictView *as_dict_view(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_DICT_VIEW));
    return ref_ptr(vm, v);
}

static inline const Dict *dict_view_dict(Vm *vm, Value view) {
    return as_dict(vm, as_dict_view(vm, view)->dict);
}

// Slots and rows of the views of keys and items (dict_view_ops.c). The operators' magic is a BinOp,
// with DICT_VIEW_REFLECTED when the view is on the right.
enum { DICT_VIEW_SCRATCH = 13, DICT_VIEW_REFLECTED = 64 };
NX_INTERNAL Value dict_view_binary(Vm *vm, BinOp op, Value a, Value b);
NX_INTERNAL Value dict_view_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value dict_view_contains(Vm *vm, Value v, Value item);
NX_INTERNAL Value dict_view_operator_steps(Vm *vm, Frame *f);
NX_INTERNAL Value dict_view_compare_steps(Vm *vm, Frame *f);
NX_INTERNAL Value dict_view_isdisjoint(Vm *vm, Value *a);
NX_INTERNAL Value dict_view_isdisjoint_steps(Vm *vm, Frame *f);

// What a view shows, as a new exact list.
NX_INTERNAL Value dict_view_list(Vm *vm, Value view);
// v is a dict whose class has collections.OrderedDict's methods.
NX_INTERNAL bool dict_is_ordered(Vm *vm, Value v);
NX_INTERNAL Value dict_view_new(Vm *vm, Value dict, DictKind kind);
NX_INTERNAL Value dict_iter_new(Vm *vm, Value dict, DictKind kind, bool backwards);

// Slots of all views and of all iterators, by the tags of their objects …
extern const TypeDef dict_view_type, dict_iter_type;
// … and the classes they show, by kind.
extern const TypeDef odict_keys_type, odict_values_type, odict_items_type, odict_iter_type;
extern const TypeDef dict_keys_type, dict_values_type, dict_items_type, dict_keyiter_type,
    dict_valueiter_type, dict_itemiter_type, dict_revkeyiter_type, dict_revvalueiter_type,
    dict_revitemiter_type;

#endif
