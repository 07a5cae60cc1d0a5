// grouping.c: groupby and the groups it gives, which all read from the same iterator: a group ends
// when another one was asked for, or when an item with another key was read.
#include "lib/itertools/itertools.h"

#include "object/construct.h"
#include "object/dict.h"
#include "object/leaf_call.h"
#include "vm/ops.h"

typedef struct GroupBy {
    Obj h;
    Value it;
    Value func;      // V_NONE: items are their own keys
    Value key, item; // what was read last and no group has given yet, or V_UNBOUND
    Value target;    // key of the group made last, or V_UNBOUND
    Value live;      // that group, or V_NONE
    Value taken;     // an item whose key is not known yet, or V_UNBOUND
    Value asked;     // such an item that a loop called func about (TypeDef.below), or V_UNBOUND
} GroupBy;

typedef struct Grouper {
    Obj h;
    Value parent, target;
} Grouper;

enum { GROUPBY_CLS, GROUPBY_ITERABLE, GROUPBY_KEY };

static Value groupby_make(Vm *vm, const Value *a, Value it) {
    GroupBy *g = construct(vm, T_GROUPBY, a[GROUPBY_CLS], 0);
    TRY(g);
    g->h.small = iter_depth_above(vm, it);
    g->it = it;
    g->func = a[GROUPBY_KEY];
    g->key = g->item = g->target = g->taken = g->asked = V_UNBOUND;
    g->live = V_NONE;
    return ptr_value(vm, g);
}
static Value groupby_new(Vm *vm, Value *a) {
    return tool_new_first(vm, a, GROUPBY_ITERABLE, groupby_make);
}
static Value groupby_new_steps(Vm *vm, Frame *f) {
    return tool_new_steps(vm, f, GROUPBY_ITERABLE, groupby_make);
}

static Value group_read_done(Vm *vm, GroupBy *g, Value item, Value key) {
    obj_touch(vm, g);
    g->item = item;
    g->key = key;
    g->taken = V_UNBOUND;
    return V_NONE;
}

// Reads an item and its key: V_NONE. Else V_STOP, V_RAISED, or V_UNBOUND: guest code must give the
// item, or the key of `taken`.
static Value group_read(Vm *vm, GroupBy *g, const Obj *above) {
    Value item = g->taken;
    if (item == V_UNBOUND) {
        TRY(native_charge(vm, 1));
        item = iter_next_below(vm, above, g->it);
        if (is_no_item(item)) { return item; }
    }
    Value key = item;
    if (g->func != V_NONE) {
        bool guest = is_exact(vm, g->func, T_FUNCTION);
        key = guest ? V_UNBOUND : leaf_call(vm, g->func, &item, 1);
    }
    if (key == V_UNBOUND || key == V_RAISED) {
        obj_set(vm, g, &g->taken, key == V_UNBOUND ? item : kept_if_retry(vm, item));
        return key;
    }
    return group_read_done(vm, g, item, key);
}

// Calls the key function about the item that waits. One that was not heard of again raised, or has
// entered this tool anew: then in steps.
static Value group_below(Vm *vm, GroupBy *g, uint64_t ret) {
    if (g->taken == V_UNBOUND || g->asked != V_UNBOUND) { return V_UNBOUND; }
    Value args[2] = {g->taken, V_UNBOUND}, called = call_plain(vm, g->func, args, 1, ret);
    if (called == V_CALLING) {
        obj_touch(vm, g);
        g->asked = g->taken;
        g->taken = V_UNBOUND;
    }
    return called;
}

// The item has its key: what that means `next` tells.
static Value group_heard_key(Vm *vm, GroupBy *g, Value key) {
    Value item = g->asked;
    obj_set(vm, g, &g->asked, V_UNBOUND);
    group_read_done(vm, g, item, key);
    return V_UNBOUND;
}

// ---- both in steps -----------------------------------------------------------------------------

enum { GROUPS_SELF, GROUPS_ITEM };
enum { GROUPS_START, GROUPS_GOT_ITEM, GROUPS_GOT_KEY, GROUPS_COMPARED, GROUPS_MAKE, GROUPS_ENDED };

// The guest gave an item, or its key.
static void group_heard(Vm *vm, Frame *f, GroupBy *g) {
    if (native_state(f) == GROUPS_GOT_KEY) {
        group_read_done(vm, g, f->slot[GROUPS_ITEM], f->result);
    } else {
        obj_set(vm, g, &g->taken, f->result);
    }
    native_commit(f, GROUPS_START);
}

// group_read said V_UNBOUND.
static Value group_ask(Vm *vm, Frame *f, GroupBy *g) {
    Value item = g->taken;
    if (item == V_UNBOUND) { return native_next_or(vm, f, GROUPS_GOT_ITEM, GROUPS_ENDED, g->it); }
    f->slot[GROUPS_ITEM] = item;
    g->taken = V_UNBOUND;
    return native_call1(vm, f, GROUPS_GOT_KEY, g->func, item);
}

// ---- groupby -----------------------------------------------------------------------------------

static Value grouper_over(Vm *vm, Value cls, Value parent, Value target) {
    Grouper *own = construct(vm, T_GROUPER, cls, 0);
    TRY(own);
    GroupBy *g = ref_ptr(vm, parent);
    own->h.small = g->h.small;
    own->parent = parent;
    own->target = target;
    obj_set(vm, g, &g->live, ptr_value(vm, own));
    return ptr_value(vm, own);
}

// The key of what was read last begins a group.
static Value groupby_group(Vm *vm, Value v) {
    GroupBy *g = ref_ptr(vm, v);
    Tuple *pair = heap_new(vm, T_TUPLE, 2);
    TRY(pair);
    Value group = grouper_over(vm, vm->types[T_GROUPER], v, g->key);
    TRY_VALUE(group);
    g->target = g->key;
    pair->items[0] = g->key;
    pair->items[1] = group;
    return ptr_value(vm, pair);
}

// Reads on until an item begins a new group: V_NONE. `reading`: what was read last is known to
// belong to the old one. Else as group_read; V_CALLING: go on later; or V_UNBOUND and *compare:
// guest code must compare the key.
static Value groupby_seek(Vm *vm, GroupBy *g, bool reading, bool *compare) {
    *compare = false;
    for (uint32_t i = 0; i < ITER_CHUNK; i++) {
        if (!reading && g->key != V_UNBOUND) {
            int equal = g->target == V_UNBOUND ? 0 : key_equal_leaf(vm, g->target, g->key);
            *compare = equal < 0;
            if (equal <= 0) { return equal ? V_UNBOUND : V_NONE; }
        }
        reading = false;
        Value read = group_read(vm, g, &g->h);
        if (read != V_NONE) { return read; }
    }
    return V_CALLING;
}

static Value groupby_next(Vm *vm, Value v) {
    GroupBy *g = ref_ptr(vm, v);
    bool compare;
    obj_set(vm, g, &g->live, V_NONE);
    Value found = groupby_seek(vm, g, false, &compare);
    if (found == V_NONE) { return groupby_group(vm, v); }
    return found == V_CALLING ? V_UNBOUND : found;
}

static Value groupby_below(Vm *vm, Value v, uint64_t ret) {
    return group_below(vm, ref_ptr(vm, v), ret);
}
static Value groupby_heard(Vm *vm, Value v, Value key) {
    return group_heard_key(vm, ref_ptr(vm, v), key);
}

static Value groupby_next_steps(Vm *vm, Frame *f) {
    GroupBy *g = ref_ptr(vm, f->slot[GROUPS_SELF]);
    bool reading = false, compare;
    obj_touch(vm, g);
    switch (native_state(f)) {
    case GROUPS_START: g->live = V_NONE; break;
    case GROUPS_COMPARED:
        reading = f->result == V_TRUE;
        if (!reading) { native_commit(f, GROUPS_MAKE); }
        break;
    case GROUPS_MAKE: break;
    case GROUPS_ENDED: return raise_stop_iteration(vm, V_NONE);
    default:
        reading = native_state(f) == GROUPS_GOT_ITEM;
        group_heard(vm, f, g);
        break;
    }
    if (native_state(f) == GROUPS_MAKE && g->key != V_UNBOUND) {
        return groupby_group(vm, f->slot[GROUPS_SELF]);
    }
    Value found = groupby_seek(vm, g, reading, &compare);
    if (found == V_NONE) {
        native_commit(f, GROUPS_MAKE);
        return groupby_group(vm, f->slot[GROUPS_SELF]);
    }
    if (found == V_CALLING) { return native_again(vm, f, GROUPS_START); }
    if (found != V_UNBOUND) { return tool_answer(vm, found); }
    if (!compare) { return group_ask(vm, f, g); }
    return native_call2(vm, f, GROUPS_COMPARED, internal(vm, I_EQUAL), g->target, g->key);
}

static const NativeDef groupby_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, key=None", groupby_new, groupby_new_steps, 0,
                     "Runs of items with the same key."),
    STEPS("__next__", "self, /", groupby_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef groupby_type = {
    .name = "groupby",
    .module = "itertools",
    .doc =
        "Pairs (key, group) for the runs of items that follow each other and have the same key:\n"
        "the item itself, or what the function key gives for it. A group is an iterator.",
    .new_sig = "(iterable, key=None)",
    .tag = T_GROUPBY,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = groupby_methods,
    .next = groupby_next,
    .below = groupby_below,
    .heard = groupby_heard,
};

// ---- groups ------------------------------------------------------------------------------------

static Value grouper_new(Vm *vm, Value *a) {
    if (!is_tagged(vm, a[1], T_GROUPBY)) {
        return raise_error(vm, EXC_TypeError,
                           "_grouper() argument 1 must be itertools.groupby, not %s",
                           argument_class_name(vm, a[1]));
    }
    return grouper_over(vm, a[0], a[1], a[2]);
}

// The item that was read last belongs to the group.
static Value grouper_give(Vm *vm, GroupBy *g) {
    Value item = g->item;
    if (item == V_UNBOUND) { return V_STOP; } // it was given while keys were compared
    obj_touch(vm, g);
    g->item = g->key = V_UNBOUND;
    return item;
}

// What was read last, if it belongs to the group. V_UNBOUND: guest code must tell.
static Value grouper_compare(Vm *vm, const Grouper *own, GroupBy *g) {
    int equal = g->key == V_UNBOUND ? 0 : key_equal_leaf(vm, own->target, g->key);
    return equal < 0 ? V_UNBOUND : equal ? grouper_give(vm, g) : V_STOP;
}

static Value grouper_next(Vm *vm, Value v) {
    Grouper *own = ref_ptr(vm, v);
    GroupBy *g = ref_ptr(vm, own->parent);
    if (g->live != v) { return V_STOP; }
    if (g->item == V_UNBOUND) {
        Value read = group_read(vm, g, &own->h);
        if (read != V_NONE) { return read; }
    }
    return grouper_compare(vm, own, g);
}

static Value grouper_below(Vm *vm, Value v, uint64_t ret) {
    GroupBy *g = ref_ptr(vm, ((Grouper *)ref_ptr(vm, v))->parent);
    return g->live == v ? group_below(vm, g, ret) : V_UNBOUND;
}
// CPython's group looks at the key even if another one was made meanwhile.
static Value grouper_heard(Vm *vm, Value v, Value key) {
    const Grouper *own = ref_ptr(vm, v);
    GroupBy *g = ref_ptr(vm, own->parent);
    group_heard_key(vm, g, key);
    return grouper_compare(vm, own, g);
}

static Value grouper_next_steps(Vm *vm, Frame *f) {
    Grouper *own = ref_ptr(vm, f->slot[GROUPS_SELF]);
    GroupBy *g = ref_ptr(vm, own->parent);
    switch (native_state(f)) {
    case GROUPS_START:
        if (g->live != f->slot[GROUPS_SELF]) { return raise_stop_iteration(vm, V_NONE); }
        break;
    case GROUPS_ENDED: return raise_stop_iteration(vm, V_NONE);
    case GROUPS_COMPARED:
        return tool_answer(vm, f->result == V_TRUE ? grouper_give(vm, g) : V_STOP);
    default: group_heard(vm, f, g); break;
    }
    if (g->item == V_UNBOUND || g->taken != V_UNBOUND) {
        Value read = group_read(vm, g, &own->h);
        if (read == V_UNBOUND) { return group_ask(vm, f, g); }
        if (read != V_NONE) { return tool_answer(vm, read); }
    }
    Value v = grouper_compare(vm, own, g);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    return native_call2(vm, f, GROUPS_COMPARED, internal(vm, I_EQUAL), own->target, g->key);
}

static const NativeDef grouper_methods[] = {
    LEAF_CLASS("__new__", "cls, parent, tgtkey, /", grouper_new, "A group of groupby."),
    STEPS("__next__", "self, /", grouper_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef grouper_type = {
    .name = "_grouper",
    .module = "itertools",
    .tag = T_GROUPER,
    .hidden = true,
    .composite = true,
    .methods = grouper_methods,
    .next = grouper_next,
    .below = grouper_below,
    .heard = grouper_heard,
};
