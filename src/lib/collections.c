// collections.c: the module _collections: the descriptor of a namedtuple's field, and the counting of
// Counter. The rest of collections is Python.
#include "lib/fallback.h"
#include "object/construct.h"
#include "object/descr.h"
#include "object/descr.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/iters.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/ops.h"

// ---- _tuplegetter ------------------------------------------------------------------------------

static TupleGetter *as_tuplegetter(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value tuplegetter_make(Vm *vm, Value *a) {
    int64_t index = int_clamp_i64(vm, a[1]);
    if (index < 0 || index > INT32_MAX) {
        return raise_error(vm, EXC_ValueError, "_tuplegetter index out of range");
    }
    TupleGetter *g = construct(vm, T_TUPLEGETTER, a[0], 0);
    TRY(g);
    g->index = (uint32_t)index;
    g->doc = a[2];
    return ptr_value(vm, g);
}

// Attribute access reads the item itself; this is for calls, and for what is no such tuple.
static Value tuplegetter_get(Vm *vm, Value *a) {
    uint32_t index = as_tuplegetter(vm, a[0])->index;
    TRY(descr_check_get(vm, a));
    if (a[1] == V_NONE) { return a[0]; }
    if (!is_tagged(vm, a[1], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError,
                           "descriptor for index '%u' for tuple subclasses doesn't apply to '%T' "
                           "object",
                           index, a[1]);
    }
    const Tuple *t = as_tuple(vm, a[1]);
    if (index >= t->h.n) { return raise_error(vm, EXC_IndexError, "tuple index out of range"); }
    return t->items[index];
}

static Value tuplegetter_set(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_AttributeError, "can't set attribute");
}

static Value tuplegetter_delete(Vm *vm, Value *a) {
    (void)a;
    return raise_error(vm, EXC_AttributeError, "can't delete attribute");
}

static Value tuplegetter_reduce(Vm *vm, Value *a) {
    const TupleGetter *g = as_tuplegetter(vm, a[0]);
    Value args = tuple_pack2(vm, int_value(g->index), g->doc);
    TRY_VALUE(args);
    return tuple_pack2(vm, class_of(vm, a[0]), args);
}

static Value tuplegetter_repr(Vm *vm, Frame *f) {
    const TupleGetter *g = as_tuplegetter(vm, f->slot[0]);
    if (native_state(f) == 0) { return native_call1(vm, f, 1, internal(vm, I_REPR), g->doc); }
    return format_text(vm, "_tuplegetter(%u, %U)", g->index, f->result);
}

static Value tuplegetter_get_doc(Vm *vm, Value v) { return as_tuplegetter(vm, v)->doc; }
static bool tuplegetter_set_doc(Vm *vm, Value v, Value doc) {
    TupleGetter *g = as_tuplegetter(vm, v);
    obj_set(vm, g, &g->doc, doc == V_UNBOUND ? V_NONE : doc);
    return true;
}

static const NativeDef tuplegetter_methods[] = {
    LEAF_CLASS("__new__", "cls, index: index, doc, /", tuplegetter_make, NULL),
    LEAF("__get__", "self, instance, owner=None, /", tuplegetter_get,
         "The attribute, of an object or of its class."),
    LEAF("__set__", "self, instance, value, /", tuplegetter_set,
         "What setting the attribute of an object does."),
    LEAF("__delete__", "self, instance, /", tuplegetter_delete,
         "What deleting the attribute of an object does."),
    LEAF("__reduce__", "self, /", tuplegetter_reduce, NULL),
    STEPS("__repr__", "self, /", tuplegetter_repr, 0, NULL, "What repr(self) gives."),
    NATIVE_END,
};
static const GetSetDef tuplegetter_getsets[] = {
    {"__doc__", tuplegetter_get_doc, tuplegetter_set_doc, NULL},
    {0},
};

const TypeDef tuplegetter_type = {
    .name = "_tuplegetter",
    .module = "collections",
    .tag = T_TUPLEGETTER,
    .hidden = true,
    .methods = tuplegetter_methods,
    .getsets = tuplegetter_getsets,
};

// ---- counting ----------------------------------------------------------------------------------

// One item more. 1 done, 0 raised, -1 guest code must run; nothing was changed then.
static int count_one(Vm *vm, Dict *d, Value item) {
    Value old = dict_get_leaf(vm, d, item);
    if (old == V_RAISED) { return 0; }
    if (old == V_CALLING) { return -1; }
    if (old == V_UNBOUND) { return dict_set_leaf(vm, d, item, int_value(1)); }
    if (!is_int(old) || !fits_int(int_of(old) + 1)) { return -1; }
    return dict_set_leaf(vm, d, item, int_value(int_of(old) + 1));
}

// The methods that counting goes by: a class that brings its own is counted in Python.
static bool count_is_plain(Vm *vm, Value mapping) {
    static const uint16_t names[] = {N___setitem__, N_get};
    Value dict = type_of_tag(vm, T_DICT), cls = class_of(vm, mapping);
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        Value name = vm_name(vm, names[i]);
        if (type_lookup(vm, cls, name) != type_lookup(vm, dict, name)) { return false; }
    }
    return true;
}

// TALLY_ITEM is what left the iterator and is not counted yet: an allocation that fails loses nothing.
enum { TALLY_MAPPING, TALLY_ITERABLE, TALLY_IT, TALLY_ITEM };
enum { TALLY_START, TALLY_GOT_ITER, TALLY_ON, TALLY_NEXT, TALLY_END };
enum { TALLY_CHUNK = 2048 };

static Value count_elements(Vm *vm, Frame *f) {
    if (native_state(f) == TALLY_START) {
        if (!is_tagged(vm, f->slot[TALLY_MAPPING], T_DICT) ||
            !count_is_plain(vm, f->slot[TALLY_MAPPING])) {
            return fallback_call(vm, "collections", "_count", 2, f->slot);
        }
        return native_call1(vm, f, TALLY_GOT_ITER, internal(vm, I_ITER), f->slot[TALLY_ITERABLE]);
    }
    if (native_state(f) == TALLY_GOT_ITER) {
        f->slot[TALLY_IT] = f->result;
        return native_again(vm, f, TALLY_ON);
    }
    if (native_state(f) == TALLY_END) { return V_NONE; }
    Dict *d = slot_obj(vm, f, TALLY_MAPPING, T_DICT);
    TRY(d);
    if (native_state(f) == TALLY_NEXT) {
        f->slot[TALLY_ITEM] = f->result;
        native_goto(f, TALLY_ON);
    }
    for (uint32_t i = 0; i < TALLY_CHUNK; i++) {
        Value item = f->slot[TALLY_ITEM];
        if (item == V_UNBOUND) {
            item = iter_next_leaf(vm, f->slot[TALLY_IT]);
            if (item == V_STOP) { return V_NONE; }
            TRY_VALUE(item);
            if (item == V_UNBOUND) {
                return native_next_or(vm, f, TALLY_NEXT, TALLY_END, f->slot[TALLY_IT]);
            }
            f->slot[TALLY_ITEM] = item;
        }
        int done = count_one(vm, d, item);
        if (done < 0) {
            Value args[3] = {f->slot[TALLY_MAPPING], item, f->slot[TALLY_IT]};
            return fallback_call(vm, "collections", "_count_rest", 3, args);
        }
        TRY(done);
        f->slot[TALLY_ITEM] = V_UNBOUND;
    }
    TRY(native_charge(vm, TALLY_CHUNK / 2));
    return native_again(vm, f, TALLY_ON);
}

// What a generator yields is counted where it stands.
static bool count_sink(Vm *vm, Frame *f, Value item) {
    Value mapping = f->slot[TALLY_MAPPING];
    return native_state(f) == TALLY_NEXT && is_tagged(vm, mapping, T_DICT) &&
           count_one(vm, as_dict(vm, mapping), item) > 0;
}

// tuple._replace of a named tuple: the same with the fields that are named in a dict. NotImplemented:
// some are no fields, or the class makes its tuples in a way of its own.
static Value tuple_replaced(Vm *vm, Value *a) {
    Value self = a[0], cls = class_of(vm, self), where, made_in;
    if (!is_tagged(vm, self, T_TUPLE) || !is_tagged(vm, a[1], T_DICT)) { return V_NOTIMPL; }
    Value names = type_lookup_where(vm, cls, vm_name(vm, N__fields), &where);
    Value make = type_lookup_where(vm, cls, vm_name(vm, N__make), &made_in);
    const Tuple *t = as_tuple(vm, self);
    if (make == V_UNBOUND || where != made_in || !is_tuple_of(vm, names, T_STR) ||
        as_tuple(vm, names)->h.n != t->h.n) {
        return V_NOTIMPL;
    }
    TRY(native_charge(vm, t->h.n / 8));
    Tuple *made = construct(vm, T_TUPLE, cls, t->h.n);
    TRY(made);
    const Dict *changes = as_dict(vm, a[1]);
    uint32_t n_changed = 0;
    for (uint32_t i = 0; i < t->h.n; i++) {
        Value changed = dict_get_str(vm, changes, as_tuple(vm, names)->items[i]);
        made->items[i] = changed == V_UNBOUND ? t->items[i] : changed;
        n_changed += changed != V_UNBOUND;
    }
    return n_changed == changes->h.n ? ptr_value(vm, made) : V_NOTIMPL;
}

static const uint8_t collections_types[] = {
    T_TUPLEGETTER, T_DEQUE, T_DEQUE_ITER, T_DEQUE_REVITER, T_ORDERED_DICT, T_DEFAULT_DICT, 0};

static const NativeDef collections_functions[] = {
    STEPS_SINK("_count_elements", "mapping, iterable, /", NULL, count_elements, 2, count_sink,
               "Count the items of an iterable in a dictionary."),
    LEAF("_replaced", "self, changes, /", tuple_replaced,
         "A named tuple with other values for the fields that are named in a dictionary."),
    NATIVE_END,
};

const ModuleDef collections_module = {"_collections", "What collections has in C.",
                                      collections_functions, NULL, collections_types};
