// applying.c: accumulate and starmap, which give what a function makes of items.
#include "lib/itertools/itertools.h"

#include "object/construct.h"
#include "object/items.h"
#include "object/leaf_call.h"
#include "object/seq.h"
#include "vm/ops.h"

// ---- accumulate --------------------------------------------------------------------------------

typedef struct Accumulate {
    Obj h;
    Value it;
    Value func;    // V_NONE: addition
    Value total;   // V_UNBOUND before the first item
    Value initial; // given first; V_NONE: there is none, or it was given
    Value item;    // taken and not added yet, or V_UNBOUND
} Accumulate;

enum { ACCUMULATE_CLS, ACCUMULATE_ITERABLE, ACCUMULATE_FUNC, ACCUMULATE_INITIAL };

static Value accumulate_make(Vm *vm, const Value *a, Value it) {
    Accumulate *s = construct(vm, T_ACCUMULATE, a[ACCUMULATE_CLS], 0);
    TRY(s);
    s->h.small = iter_depth_above(vm, it);
    s->it = it;
    s->func = a[ACCUMULATE_FUNC];
    s->total = s->item = V_UNBOUND;
    s->initial = a[ACCUMULATE_INITIAL];
    return ptr_value(vm, s);
}
static Value accumulate_new(Vm *vm, Value *a) {
    return tool_new_first(vm, a, ACCUMULATE_ITERABLE, accumulate_make);
}
static Value accumulate_new_steps(Vm *vm, Frame *f) {
    return tool_new_steps(vm, f, ACCUMULATE_ITERABLE, accumulate_make);
}

// The new total. V_UNBOUND: guest code must make it.
static Value accumulate_add(Vm *vm, const Accumulate *s, Value item) {
    if (s->func != V_NONE) {
        if (is_exact(vm, s->func, T_FUNCTION)) { return V_UNBOUND; }
        Value args[2] = {s->total, item};
        return leaf_call(vm, s->func, args, 2);
    }
    if (both_ints(s->total, item) && fits_int(int_of(s->total) + int_of(item))) {
        return int_value(int_of(s->total) + int_of(item));
    }
    Value sum = binary_leaf(vm, BIN_OP_ADD, s->total, item);
    return sum == V_NOTIMPL ? V_UNBOUND : sum;
}

static Value accumulate_next(Vm *vm, Value v) {
    Accumulate *s = ref_ptr(vm, v);
    obj_touch(vm, s);
    if (s->initial != V_NONE) {
        s->total = s->initial;
        s->initial = V_NONE;
        return s->total;
    }
    Value item = s->item;
    if (item == V_UNBOUND) {
        item = iter_next_below(vm, &s->h, s->it);
        if (is_no_item(item)) { return item; }
    }
    Value total = s->total == V_UNBOUND ? item : accumulate_add(vm, s, item);
    if (total == V_UNBOUND || total == V_RAISED) {
        s->item = total == V_UNBOUND ? item : kept_if_retry(vm, item);
        return total;
    }
    s->item = V_UNBOUND;
    s->total = total;
    return total;
}

// Calls a function in Python; the generator is resumed where there is none.
static Value accumulate_below(Vm *vm, Value v, uint64_t ret) {
    Accumulate *s = ref_ptr(vm, v);
    if (s->func == V_NONE && s->item == V_UNBOUND) { return tool_resume(vm, s->it, ret); }
    if (s->item == V_UNBOUND) { return V_UNBOUND; }
    Value args[2] = {s->total, s->item}, called = call_plain(vm, s->func, args, 2, ret);
    if (called == V_CALLING) { obj_set(vm, s, &s->item, V_UNBOUND); }
    return called;
}

static Value accumulate_heard(Vm *vm, Value v, Value result) {
    Accumulate *s = ref_ptr(vm, v);
    obj_touch(vm, s);
    if (s->func == V_NONE) {
        s->item = result;
        return accumulate_next(vm, v);
    }
    s->total = result;
    return result;
}

enum { ACCUMULATE_START, ACCUMULATE_GOT, ACCUMULATE_ADDED };

static Value accumulate_next_steps(Vm *vm, Frame *f) {
    Accumulate *s = ref_ptr(vm, f->slot[0]);
    obj_touch(vm, s);
    if (native_state(f) == ACCUMULATE_ADDED) {
        s->total = f->result;
        return f->result;
    }
    if (native_state(f) == ACCUMULATE_GOT) {
        s->item = f->result;
        native_commit(f, ACCUMULATE_START);
    }
    Value v = accumulate_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    Value item = s->item, total = s->total;
    if (item == V_UNBOUND) { return native_next(vm, f, ACCUMULATE_GOT, s->it); }
    s->item = V_UNBOUND;
    if (s->func != V_NONE) { return native_call2(vm, f, ACCUMULATE_ADDED, s->func, total, item); }
    return native_call3(vm, f, ACCUMULATE_ADDED, internal(vm, I_BINARY_OP), total, item,
                        int_value(BIN_OP_ADD));
}

static const NativeDef accumulate_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, func=None, *, initial=None", accumulate_new,
                     accumulate_new_steps, 0, "Running totals."),
    STEPS("__next__", "self, /", accumulate_next_steps, 0, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef accumulate_type = {
    .name = "accumulate",
    .module = "itertools",
    .doc = "The running totals of an iterable: sums, or what func(total, item) gives.",
    .new_sig = "(iterable, func=None, *, initial=None)",
    .tag = T_ACCUMULATE,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = accumulate_methods,
    .next = accumulate_next,
    .below = accumulate_below,
    .heard = accumulate_heard,
};

// ---- starmap -----------------------------------------------------------------------------------

typedef struct StarMap {
    Obj h;
    Value it, func;
    Value item; // the arguments of a call that is not made yet, or V_UNBOUND
} StarMap;

enum { STARMAP_CLS, STARMAP_FUNC, STARMAP_ITERABLE };

static Value starmap_make(Vm *vm, const Value *a, Value it) {
    StarMap *s = construct(vm, T_STARMAP, a[STARMAP_CLS], 0);
    TRY(s);
    s->h.small = iter_depth_above(vm, it);
    s->it = it;
    s->func = a[STARMAP_FUNC];
    s->item = V_UNBOUND;
    return ptr_value(vm, s);
}
static Value starmap_new(Vm *vm, Value *a) {
    return tool_new_first(vm, a, STARMAP_ITERABLE, starmap_make);
}
static Value starmap_new_steps(Vm *vm, Frame *f) {
    return tool_new_steps(vm, f, STARMAP_ITERABLE, starmap_make);
}

// The arguments of the next call. As they are taken now, they are no longer in `item`.
static Value starmap_take(Vm *vm, StarMap *s) {
    Value args = s->item;
    if (args == V_UNBOUND) { return iter_next_below(vm, &s->h, s->it); }
    obj_set(vm, s, &s->item, V_UNBOUND);
    return args;
}

static Value starmap_next(Vm *vm, Value v) {
    StarMap *s = ref_ptr(vm, v);
    Value args = starmap_take(vm, s);
    if (is_no_item(args)) { return args; }
    Value result = V_UNBOUND;
    if (is_exact(vm, args, T_TUPLE)) {
        result = leaf_call(vm, s->func, as_tuple(vm, args)->items, as_tuple(vm, args)->h.n);
    }
    if (result == V_UNBOUND || (result == V_RAISED && iter_will_retry(vm))) {
        obj_set(vm, s, &s->item, args);
    }
    return result;
}

// Ends a native with the call. args: a list or tuple that the guest does not change.
static Value starmap_call(Vm *vm, const StarMap *s, Value args) {
    uint32_t n;
    const Value *items = seq_items(vm, args, &n);
    if (n <= VM_CALL_ARGS) { return native_tailcall(vm, s->func, n, items); }
    return native_tailcall_full(vm, s->func, args, V_NONE);
}

enum { STARMAP_START, STARMAP_GOT, STARMAP_LISTED };

static Value starmap_next_steps(Vm *vm, Frame *f) {
    StarMap *s = ref_ptr(vm, f->slot[0]);
    if (native_state(f) == STARMAP_LISTED) { return starmap_call(vm, s, f->result); }
    Value args = f->result;
    if (native_state(f) == STARMAP_START) {
        args = starmap_take(vm, s);
        if (args == V_UNBOUND) { return native_next(vm, f, STARMAP_GOT, s->it); }
        if (is_no_item(args)) { return tool_answer(vm, args); }
    }
    if (is_exact(vm, args, T_TUPLE)) { return starmap_call(vm, s, args); }
    return native_call2(vm, f, STARMAP_LISTED, internal(vm, I_DRAIN), args,
                        int_value(DRAIN_LISTED));
}

static const NativeDef starmap_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, function, iterable, /", starmap_new, starmap_new_steps, 0,
                     "Results of a function."),
    STEPS("__next__", "self, /", starmap_next_steps, 0, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef starmap_type = {
    .name = "starmap",
    .module = "itertools",
    .doc = "The results of function(*args) for each args of an iterable.",
    .new_sig = "(function, iterable, /)",
    .tag = T_STARMAP,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = starmap_methods,
    .next = starmap_next,
};
