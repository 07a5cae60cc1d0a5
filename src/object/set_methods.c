// set_methods.c: slots and methods of set and frozenset, and their iterator. The table is in set.c,
// what combines sets in set_run.c.
#include "object/construct.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/repr.h"
#include "object/set_run.h"
#include "object/steps_fast.h"
#include "object/type.h"
#include "rt/internals.h"

// ---- slots -------------------------------------------------------------------------------------

static Value set_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (!is_any_set(vm, a) || !is_any_set(vm, b)) { return V_NOTIMPL; }
    switch (op) {
    case BIN_OP_OR: return set_run_leaf(vm, SET_UNION, a, &b, 1);
    case BIN_OP_AND: return set_run_leaf(vm, SET_INTERSECTION, a, &b, 1);
    case BIN_OP_SUB: return set_run_leaf(vm, SET_DIFFERENCE, a, &b, 1);
    case BIN_OP_XOR: return set_run_leaf(vm, SET_SYMMETRIC, a, &b, 1);
    default: return V_NOTIMPL;
    }
}

static Value set_inplace(Vm *vm, BinOp op, Value a, Value b) {
    SetMethod method;
    switch (op) {
    case BIN_OP_OR: method = SET_UPDATE; break;
    case BIN_OP_AND: method = SET_INTERSECTION_UPDATE; break;
    case BIN_OP_SUB: method = SET_DIFFERENCE_UPDATE; break;
    case BIN_OP_XOR: return is_any_set(vm, b) ? V_UNBOUND : V_NOTIMPL; // cannot be done twice
    default: return V_NOTIMPL;
    }
    if (!is_any_set(vm, b)) { return V_NOTIMPL; }
    Value r = set_run_leaf(vm, method, a, &b, 1);
    return r == V_NONE ? a : r;
}

// What the sizes alone say of a comparison: V_UNBOUND when it depends on the items.
static Value set_compare_sizes(Vm *vm, int op, Value a, Value b) {
    Set *x = as_set(vm, a), *y = as_set(vm, b);
    bool possible;
    switch (op) {
    case OP_LT: possible = x->h.n < y->h.n; break;
    case OP_LE: possible = x->h.n <= y->h.n; break;
    case OP_GT: possible = x->h.n > y->h.n; break;
    case OP_GE: possible = x->h.n >= y->h.n; break;
    default:
        possible = x->h.n == y->h.n;
        if (x->h.type == T_FROZENSET && y->h.type == T_FROZENSET && x->extra && y->extra) {
            possible = possible && x->extra == y->extra;
        }
    }
    return possible ? V_UNBOUND : bool_value(op == OP_NE);
}

static SetMethod set_compare_method(int op) {
    return op == OP_GT || op == OP_GE ? SET_SUPERSET : SET_SUBSET;
}

static Value set_compare_result(int op, Value r) {
    return op == OP_NE && is_bool(r) ? bool_value(r == V_FALSE) : r;
}

static Value set_compare(Vm *vm, int op, Value a, Value b) {
    if (!is_any_set(vm, b)) { return V_NOTIMPL; }
    Value r = set_compare_sizes(vm, op, a, b);
    if (r != V_UNBOUND) { return r; }
    return set_compare_result(op, set_run_leaf(vm, set_compare_method(op), a, &b, 1));
}

static Value frozenset_hash(Vm *vm, Value v) {
    return int_from_i64(vm, set_hash(vm, as_set(vm, v)));
}

static Value set_len(Vm *vm, Value v) { return int_value(as_set(vm, v)->h.n); }

// `{1} in s` looks for frozenset({1}). V_RAISED: no memory.
static Value set_as_key(Vm *vm, Value key) {
    if (!is_tagged(vm, key, T_SET)) { return key; }
    if (as_obj(vm, key)->ext && !(as_type(vm, class_of(vm, key))->flags & TYPE_NO_HASH)) {
        return key;
    }
    return set_copy(vm, as_set(vm, key), T_FROZENSET);
}

static Value set_contains(Vm *vm, Value v, Value key) {
    if (is_tagged(vm, key, T_SET)) { key = set_as_key(vm, key); }
    TRY_VALUE(key);
    int r = set_has_leaf(vm, as_set(vm, v), key);
    return r >= 0 ? bool_value(r) : V_UNBOUND;
}

// ---- leaf natives ------------------------------------------------------------------------------

static Value set_add(Vm *vm, Value *a) {
    int r = set_add_leaf(vm, as_set(vm, a[0]), a[1]);
    return r >= 0 ? V_NONE : r == -1 ? V_RAISED : V_UNBOUND;
}

static Value set_clear_native(Vm *vm, Value *a) {
    set_clear(vm, as_set(vm, a[0]));
    return V_NONE;
}

static Value set_copy_native(Vm *vm, Value *a) { return set_copy(vm, as_set(vm, a[0]), T_SET); }

static Value frozenset_copy(Vm *vm, Value *a) {
    if (is_exact(vm, a[0], T_FROZENSET)) { return a[0]; }
    return set_copy(vm, as_set(vm, a[0]), T_FROZENSET);
}

static Value set_discard(Vm *vm, Value *a) {
    Value key = set_as_key(vm, a[1]);
    TRY_VALUE(key);
    return set_remove_leaf(vm, as_set(vm, a[0]), key) == -2 ? V_UNBOUND : V_NONE;
}

static Value set_remove(Vm *vm, Value *a) {
    Value key = set_as_key(vm, a[1]);
    TRY_VALUE(key);
    int r = set_remove_leaf(vm, as_set(vm, a[0]), key);
    return r == -2 ? V_UNBOUND : r ? V_NONE : raise_with(vm, EXC_KeyError, a[1]);
}

static Value set_pop(Vm *vm, Value *a) {
    Set *s = as_set(vm, a[0]);
    if (s->h.n == 0) {
        Value text = format_text(vm, "pop from an empty set");
        TRY_VALUE(text);
        return raise_with(vm, EXC_KeyError, text);
    }
    const SetTable *t = set_table(vm, s);
    uint32_t at = (uint32_t)s->extra & s->mask, from = at;
    while (!set_is_live(t->keys[at])) { at = (at + 1) & s->mask; }
    TRY(native_charge(vm, ((at - from) & s->mask) / 16));
    Value key = t->keys[at];
    set_remove_at(vm, s, at);
    s->extra = (int64_t)at + 1;
    return key;
}

// The items as a list: what copies of a set are made of.
static Value set_reduce(Vm *vm, Frame *f) {
    Value self = f->slot[0], state = V_NONE;
    if (native_state(f) == 1) {
        state = f->result;
    } else if (as_obj(vm, self)->ext) {
        return native_call_method(vm, f, 1, self, vm_name(vm, N___getstate__), 0, NULL);
    }
    const Set *s = as_set(vm, self);
    Value items = list_new(vm, s->h.n), key;
    TRY_VALUE(items);
    int64_t hash;
    for (uint32_t pos = 0; set_next(vm, s, &pos, &key, &hash);) {
        TRY(list_append(vm, as_list(vm, items), key));
    }
    Value args = tuple_from(vm, &items, 1);
    TRY_VALUE(args);
    return tuple_from(vm, (Value[]){class_of(vm, self), args, state}, 3);
}

static Value set_make(Vm *vm, Value *a) {
    Set *s = construct(vm, T_SET, a[0], 0);
    TRY(s);
    s->table = V_NONE;
    s->mask = SET_MIN_TABLE - 1;
    return ptr_value(vm, s);
}

// Methods as leaves: with any number of operands, and with one.
static Value set_leaf_many(Vm *vm, SetMethod method, const Value *a) {
    uint32_t n;
    const Value *others = seq_items(vm, a[1], &n);
    return set_run_leaf(vm, method, a[0], others, n);
}

static Value set_union(Vm *vm, Value *a) { return set_leaf_many(vm, SET_UNION, a); }
static Value set_update(Vm *vm, Value *a) { return set_leaf_many(vm, SET_UPDATE, a); }
static Value set_intersection(Vm *vm, Value *a) { return set_leaf_many(vm, SET_INTERSECTION, a); }
static Value set_intersection_update(Vm *vm, Value *a) {
    return set_leaf_many(vm, SET_INTERSECTION_UPDATE, a);
}
static Value set_difference(Vm *vm, Value *a) { return set_leaf_many(vm, SET_DIFFERENCE, a); }
static Value set_difference_update(Vm *vm, Value *a) {
    return set_leaf_many(vm, SET_DIFFERENCE_UPDATE, a);
}
static Value set_symmetric(Vm *vm, Value *a) {
    return set_run_leaf(vm, SET_SYMMETRIC, a[0], &a[1], 1);
}
static Value set_isdisjoint(Vm *vm, Value *a) {
    return set_run_leaf(vm, SET_DISJOINT, a[0], &a[1], 1);
}
static Value set_issubset(Vm *vm, Value *a) { return set_run_leaf(vm, SET_SUBSET, a[0], &a[1], 1); }
static Value set_issuperset(Vm *vm, Value *a) {
    return set_run_leaf(vm, SET_SUPERSET, a[0], &a[1], 1);
}

static Value set_init(Vm *vm, Value *a) {
    set_clear(vm, as_set(vm, a[0]));
    return a[1] == V_UNBOUND ? V_NONE : set_run_leaf(vm, SET_UPDATE, a[0], &a[1], 1);
}

// ---- natives in steps --------------------------------------------------------------------------

static Value set_many_steps(Vm *vm, Frame *f) {
    return set_run_steps(vm, f, (SetMethod)native_magic(vm, f), true);
}

static Value set_one_steps(Vm *vm, Frame *f) {
    return set_run_steps(vm, f, (SetMethod)native_magic(vm, f), false);
}

enum { OPERATOR_REFLECTED = 32, OPERATOR_INPLACE = 64 }; // added to the method of operator rows

static Value set_operator_steps(Vm *vm, Frame *f) {
    int32_t magic = native_magic(vm, f);
    if (native_state(f) == SEEK_START) {
        if (!is_any_set(vm, f->slot[1])) { return V_NOTIMPL; }
        if (magic & OPERATOR_REFLECTED) {
            Value self = f->slot[0];
            f->slot[0] = f->slot[1];
            f->slot[1] = self;
        }
        native_goto(f, SET_RUN_BEGIN);
    }
    Value r = set_run_steps(vm, f, (SetMethod)(magic & 31), false);
    return r == V_NONE && (magic & OPERATOR_INPLACE) ? f->slot[0] : r;
}

static Value set_compare_steps(Vm *vm, Frame *f) {
    int op = native_magic(vm, f);
    if (native_state(f) == SEEK_START) {
        if (!is_any_set(vm, f->slot[1])) { return V_NOTIMPL; }
        Value r = set_compare_sizes(vm, op, f->slot[0], f->slot[1]);
        if (r != V_UNBOUND) { return r; }
    }
    return set_compare_result(op, set_run_steps(vm, f, set_compare_method(op), false));
}

static Value set_init_steps(Vm *vm, Frame *f) {
    if (native_state(f) == SEEK_START) {
        set_clear(vm, as_set(vm, f->slot[0]));
        if (f->slot[1] == V_UNBOUND) { return V_NONE; }
    }
    return set_run_steps(vm, f, SET_UPDATE, false);
}

static Value frozenset_empty(Vm *vm, Value cls) {
    Set *s = construct(vm, T_FROZENSET, cls, 0);
    TRY(s);
    s->table = V_NONE;
    s->mask = SET_MIN_TABLE - 1;
    return ptr_value(vm, s);
}

// Whether frozenset(v) is v itself.
static bool frozenset_is_done(Vm *vm, Value cls, Value v) {
    return cls == type_of_tag(vm, T_FROZENSET) && is_exact(vm, v, T_FROZENSET);
}

static Value frozenset_new(Vm *vm, Value *a) {
    if (frozenset_is_done(vm, a[0], a[1])) { return a[1]; }
    Value v = frozenset_empty(vm, a[0]);
    TRY_VALUE(v);
    if (a[1] == V_UNBOUND) { return v; }
    Value r = set_run_leaf(vm, SET_UPDATE, v, &a[1], 1);
    return r == V_NONE ? v : r;
}

// Slot 0 holds the class first, then the new frozenset.
static Value frozenset_new_steps(Vm *vm, Frame *f) {
    if (native_state(f) == SEEK_START) {
        if (frozenset_is_done(vm, f->slot[0], f->slot[1])) { return f->slot[1]; }
        f->slot[0] = frozenset_empty(vm, f->slot[0]);
        TRY_VALUE(f->slot[0]);
        native_goto(f, SET_RUN_BEGIN);
        if (f->slot[1] == V_UNBOUND) { return f->slot[0]; }
    }
    Value r = set_run_steps(vm, f, SET_UPDATE, false);
    return r == V_NONE ? f->slot[0] : r;
}

static Value set_contains_steps(Vm *vm, Frame *f) {
    if (native_state(f) == SEEK_START) {
        f->slot[1] = set_as_key(vm, f->slot[1]);
        TRY_VALUE(f->slot[1]);
    }
    return set_has_steps(vm, f);
}

static Value set_add_method_steps(Vm *vm, Frame *f) {
    Value r = set_add_steps(vm, f);
    return is_bool(r) ? V_NONE : r;
}

// `remove` (magic 1) and `discard`. The key itself is kept for the KeyError.
static Value set_remove_steps(Vm *vm, Frame *f) {
    enum { SET_REMOVE_KEY = 6 };
    if (native_state(f) == SEEK_START) {
        Value key = set_as_key(vm, f->slot[1]);
        TRY_VALUE(key);
        f->slot[SET_REMOVE_KEY] = f->slot[1];
        f->slot[1] = key;
    }
    Value r = set_del_steps(vm, f);
    if (r == V_FALSE && native_magic(vm, f)) {
        return raise_with(vm, EXC_KeyError, f->slot[SET_REMOVE_KEY]);
    }
    return is_bool(r) ? V_NONE : r;
}

// ---- the iterator ------------------------------------------------------------------------------

typedef struct SetIter {
    Obj h;
    Value set;     // V_NONE once exhausted
    uint32_t pos;  // place in the table
    uint32_t size; // items the set had at the start
    uint32_t left;
    uint32_t pad;
} SetIter;

Value set_iter(Vm *vm, Value set) {
    SetIter *it = heap_new_raw(vm, T_SET_ITER, 0);
    TRY(it);
    uint32_t n = as_set(vm, set)->h.n;
    it->set = set;
    it->pos = it->pad = 0;
    it->size = it->left = n;
    return ptr_value(vm, it);
}

static Value set_iter_next(Vm *vm, Value v) {
    SetIter *it = ref_ptr(vm, v);
    if (it->set == V_NONE) { return V_STOP; }
    const Set *s = as_set(vm, it->set);
    obj_touch(vm, it);
    if (it->size != s->h.n) {
        it->size = UINT32_MAX; // it stays broken
        return raise_error(vm, EXC_RuntimeError, "Set changed size during iteration");
    }
    Value key;
    int64_t hash;
    if (!set_next(vm, s, &it->pos, &key, &hash)) {
        it->set = V_NONE;
        return V_STOP;
    }
    it->left--;
    return key;
}

static Value set_iter_hint(Vm *vm, Value v) {
    const SetIter *it = ref_ptr(vm, v);
    if (it->set == V_NONE || it->size != as_set(vm, it->set)->h.n) { return int_value(0); }
    return int_value(it->left);
}

const TypeDef set_iter_type = {
    .name = "set_iterator",
    .tag = T_SET_ITER,
    .hidden = true,
    .next = set_iter_next,
    .length_hint = set_iter_hint,
};

// ---- rows --------------------------------------------------------------------------------------

#define SET_OPERATOR(name, magic, doc)                                                             \
    STEPS_MAGIC(name, "self, value, /", set_operator_steps, SET_RUN_SCRATCH, NULL, magic, doc)
#define SET_COMPARE(name, op, doc)                                                                 \
    STEPS_MAGIC(name, "self, value, /", set_compare_steps, SET_RUN_SCRATCH, NULL, op, doc)
#define SET_MANY(name, leaf, method, doc)                                                          \
    STEPS_FAST_MAGIC(name, "self, *others", leaf, set_many_steps, SET_RUN_SCRATCH, method, doc)
#define SET_ONE(name, leaf, method, doc)                                                           \
    STEPS_FAST_MAGIC(name, "self, other, /", leaf, set_one_steps, SET_RUN_SCRATCH, method, doc)

#define SET_SHARED_ROWS                                                                            \
    SET_OPERATOR("__and__", SET_INTERSECTION, "What self & value gives."),                         \
        STEPS("__contains__", "self, object, /", set_contains_steps, SEEK_SCRATCH, NULL,           \
              "Whether the set has the item."),                                                    \
        SET_COMPARE("__eq__", OP_EQ, "Whether self == value."),                                    \
        SET_COMPARE("__ge__", OP_GE, "Whether self >= value."),                                    \
        SET_COMPARE("__gt__", OP_GT, "Whether self > value."),                                     \
        SET_COMPARE("__le__", OP_LE, "Whether self <= value."),                                    \
        SET_COMPARE("__lt__", OP_LT, "Whether self < value."),                                     \
        SET_COMPARE("__ne__", OP_NE, "Whether self != value."),                                    \
        SET_OPERATOR("__or__", SET_UNION, "What self | value gives."),                             \
        SET_OPERATOR("__rand__", SET_INTERSECTION | OPERATOR_REFLECTED,                            \
                     "What value & self gives."),                                                  \
        STEPS("__reduce__", "self, /", set_reduce, 0, NULL, "What a copy is made of."),            \
        STEPS("__repr__", "self, /", container_repr_steps, CONTAINER_REPR_SCRATCH,                 \
              container_repr_unwind, "What repr(self) gives."),                                    \
        SET_OPERATOR("__ror__", SET_UNION | OPERATOR_REFLECTED, "What value | self gives."),       \
        SET_OPERATOR("__rsub__", SET_DIFFERENCE | OPERATOR_REFLECTED, "What value - self gives."), \
        SET_OPERATOR("__rxor__", SET_SYMMETRIC | OPERATOR_REFLECTED, "What value ^ self gives."),  \
        SET_OPERATOR("__sub__", SET_DIFFERENCE, "What self - value gives."),                       \
        SET_OPERATOR("__xor__", SET_SYMMETRIC, "What self ^ value gives."),                        \
        SET_MANY("difference", set_difference, SET_DIFFERENCE,                                     \
                 "A new set of the items that are in none of the others."),                        \
        SET_MANY("intersection", set_intersection, SET_INTERSECTION,                               \
                 "A new set of the items that are in all of the others too."),                     \
        SET_ONE("isdisjoint", set_isdisjoint, SET_DISJOINT, "True if no item is in both."),        \
        SET_ONE("issubset", set_issubset, SET_SUBSET, "True if other has all the items."),         \
        SET_ONE("issuperset", set_issuperset, SET_SUPERSET,                                        \
                "True if the set has all items of other."),                                        \
        SET_ONE("symmetric_difference", set_symmetric, SET_SYMMETRIC,                              \
                "A new set of the items that are in exactly one of both."),                        \
        SET_MANY("union", set_union, SET_UNION, "A new set of the items of all.")

static const NativeDef frozenset_methods[] = {
    SET_SHARED_ROWS,
    STEPS_FAST_CLASS("__new__", "cls, iterable=UNBOUND, /", frozenset_new, frozenset_new_steps,
                     SET_RUN_SCRATCH, "Make a frozenset of the items of an iterable."),
    LEAF("copy", "self, /", frozenset_copy, "The set itself."),
    NATIVE_END,
};

static const NativeDef set_methods[] = {
    SET_SHARED_ROWS,
    SET_OPERATOR("__iand__", SET_INTERSECTION_UPDATE | OPERATOR_INPLACE,
                 "What self &= value does."),
    STEPS_FAST("__init__", "self, iterable=UNBOUND, /", set_init, set_init_steps, SET_RUN_SCRATCH,
               "Fill from an iterable."),
    SET_OPERATOR("__ior__", SET_UPDATE | OPERATOR_INPLACE, "What self |= value does."),
    SET_OPERATOR("__isub__", SET_DIFFERENCE_UPDATE | OPERATOR_INPLACE, "What self -= value does."),
    SET_OPERATOR("__ixor__", SET_SYMMETRIC_UPDATE | OPERATOR_INPLACE, "What self ^= value does."),
    LEAF_MAKER(set_make, "Make an empty set."),
    STEPS_FAST("add", "self, object, /", set_add, set_add_method_steps, SEEK_SCRATCH,
               "Add an item; nothing changes if it is there already."),
    LEAF("clear", "self, /", set_clear_native, "Take everything out."),
    LEAF("copy", "self, /", set_copy_native, "A new set of the same items."),
    SET_MANY("difference_update", set_difference_update, SET_DIFFERENCE_UPDATE,
             "Remove the items of the others."),
    STEPS_FAST_MAGIC("discard", "self, object, /", set_discard, set_remove_steps, SEEK_SCRATCH + 1,
                     0, "Remove an item; nothing changes if it is not there."),
    SET_MANY("intersection_update", set_intersection_update, SET_INTERSECTION_UPDATE,
             "Keep only the items that are in all of the others too."),
    LEAF("pop", "self, /", set_pop, "Remove and return some item; KeyError when empty."),
    STEPS_FAST_MAGIC("remove", "self, object, /", set_remove, set_remove_steps, SEEK_SCRATCH + 1, 1,
                     "Remove an item; KeyError if it is not there."),
    STEPS_MAGIC("symmetric_difference_update", "self, other, /", set_one_steps, SET_RUN_SCRATCH,
                NULL, SET_SYMMETRIC_UPDATE, "Keep the items that are in exactly one of both."),
    SET_MANY("update", set_update, SET_UPDATE, "Add the items of the others."),
    NATIVE_END,
};

#define SET_OPS (OP_BIT(BIN_OP_OR) | OP_BIT(BIN_OP_AND) | OP_BIT(BIN_OP_SUB) | OP_BIT(BIN_OP_XOR))

const TypeDef set_type = {
    .name = "set",
    .doc = "A set: each item is in it once.",
    .new_sig = "(iterable=(), /)",
    .tag = T_SET,
    .subclassable = true,
    .unhashable = true,
    .binary_ops = SET_OPS,
    .inplace_ops = SET_OPS,
    .methods = set_methods,
    .binary = set_binary,
    .inplace = set_inplace,
    .compare = set_compare,
    .repr = container_repr,
    .len = set_len,
    .contains = set_contains,
    .iter = set_iter,
};

const TypeDef frozenset_type = {
    .name = "frozenset",
    .doc = "A set that never changes and can be hashed.",
    .new_sig = "(iterable=(), /)",
    .tag = T_FROZENSET,
    .subclassable = true,
    .binary_ops = SET_OPS,
    .methods = frozenset_methods,
    .binary = set_binary,
    .compare = set_compare,
    .hash = frozenset_hash,
    .repr = container_repr,
    .len = set_len,
    .contains = set_contains,
    .iter = set_iter,
};
