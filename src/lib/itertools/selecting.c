// selecting.c: takewhile, dropwhile and filterfalse, which ask a function about each item, and
// compress, which asks a second iterator.
#include "lib/itertools/itertools.h"

#include "object/construct.h"
#include "object/leaf_call.h"
#include "object/type.h"
#include "vm/ops.h"

// ---- by a function -----------------------------------------------------------------------------

typedef struct Picker {
    Obj h;
    Value it;    // V_NONE: takewhile has ended
    Value func;  // V_UNBOUND: dropwhile asks no more
    Value item;  // taken and not decided about, or V_UNBOUND
    Value test;  // what the function said of it, whose truth only the guest knows; or V_UNBOUND
    Value asked; // what a loop called the function about (pick_below), or V_UNBOUND
} Picker;

enum { PICK_CLS, PICK_FUNC, PICK_ITERABLE };

static Value pick_make(Vm *vm, TypeTag tag, const Value *a, Value it) {
    Picker *p = construct(vm, tag, a[PICK_CLS], 0);
    TRY(p);
    p->h.small = iter_depth_above(vm, it);
    p->it = it;
    p->func = a[PICK_FUNC];
    p->item = p->test = p->asked = V_UNBOUND;
    return ptr_value(vm, p);
}

static bool pick_asks_truth(Vm *vm, const Picker *p) {
    return p->h.type == T_FILTERFALSE && (p->func == V_NONE || p->func == type_of_tag(vm, T_BOOL));
}

// The truth of what the function says of the item. V_UNBOUND: guest code must tell, perhaps only
// about p->test.
static Value pick_test(Vm *vm, Picker *p, Value item) {
    if (p->test != V_UNBOUND) { return V_UNBOUND; }
    if (is_exact(vm, p->func, T_FUNCTION)) { return V_UNBOUND; }
    if (pick_asks_truth(vm, p)) { return truth_leaf(vm, item); }
    Value test = leaf_call(vm, p->func, &item, 1);
    if (test == V_UNBOUND || test == V_RAISED) { return test; }
    Value truth = truth_leaf(vm, test);
    if (truth == V_UNBOUND) { p->test = test; }
    return truth;
}

// What the answer means for the item: give it, V_STOP, or V_CALLING: go on with the next one.
static Value pick_decide(Vm *vm, Picker *p, Value truth, Value item) {
    bool yes = truth == V_TRUE;
    switch (p->h.type) {
    case T_FILTERFALSE: return yes ? V_CALLING : item;
    case T_DROPWHILE:
        if (yes) { return V_CALLING; }
        obj_set(vm, p, &p->func, V_UNBOUND);
        return item;
    default:
        if (yes) { return item; }
        obj_set(vm, p, &p->it, V_NONE);
        return V_STOP;
    }
}

static Value pick_next(Vm *vm, Value v) {
    Picker *p = ref_ptr(vm, v);
    if (p->it == V_NONE) { return V_STOP; }
    if (p->func == V_UNBOUND) { return iter_next_below(vm, &p->h, p->it); }
    obj_touch(vm, p);
    for (uint32_t i = 0; i < ITER_CHUNK; i++) {
        Value item = p->item;
        if (item == V_UNBOUND) {
            TRY(native_charge(vm, 1));
            item = iter_next_below(vm, &p->h, p->it);
            if (is_no_item(item)) { return item; }
        }
        Value truth = pick_test(vm, p, item);
        if (truth == V_RAISED) {
            p->item = kept_if_retry(vm, item);
            return truth;
        }
        p->item = truth == V_UNBOUND ? item : V_UNBOUND;
        if (truth == V_UNBOUND) { return truth; }
        Value given = pick_decide(vm, p, truth, item);
        if (given != V_CALLING) { return given; }
    }
    return V_UNBOUND;
}

// A function that was not heard of again raised, or has entered this tool anew: then in steps.
static Value pick_below(Vm *vm, Value v, uint64_t ret) {
    Picker *p = ref_ptr(vm, v);
    if (p->asked != V_UNBOUND) { return V_UNBOUND; }
    if (p->func == V_UNBOUND) { return tool_resume(vm, p->it, ret); }
    if (p->item == V_UNBOUND || p->test != V_UNBOUND) { return V_UNBOUND; }
    Value args[2] = {p->item, V_UNBOUND}, called = call_plain(vm, p->func, args, 1, ret);
    if (called == V_CALLING) {
        obj_touch(vm, p);
        p->asked = p->item;
        p->item = V_UNBOUND;
    }
    return called;
}

static Value pick_heard(Vm *vm, Value v, Value result) {
    Picker *p = ref_ptr(vm, v);
    Value item = p->asked, truth = truth_leaf(vm, result);
    if (item == V_UNBOUND) { return result; } // of the generator below dropwhile
    if (truth == V_RAISED && iter_will_retry(vm)) { return truth; }
    obj_touch(vm, p);
    p->asked = V_UNBOUND;
    TRY_VALUE(truth);
    if (truth == V_UNBOUND) {
        p->item = item;
        p->test = result;
        return V_UNBOUND;
    }
    Value given = pick_decide(vm, p, truth, item);
    return given == V_CALLING ? V_UNBOUND : given;
}

enum { PICK_START, PICK_GOT, PICK_TESTED, PICK_TRUTH };

// Asks the guest about the item that waits, which stands in slot 1 meanwhile.
static Value pick_ask(Vm *vm, Frame *f, Picker *p) {
    Value item = p->item, test = p->test;
    f->slot[1] = item;
    p->item = p->test = V_UNBOUND;
    if (pick_asks_truth(vm, p)) { test = item; }
    if (test != V_UNBOUND) { return native_call1(vm, f, PICK_TRUTH, internal(vm, I_TRUTH), test); }
    return native_call1(vm, f, PICK_TESTED, p->func, item);
}

static Value pick_next_steps(Vm *vm, Frame *f) {
    Picker *p = ref_ptr(vm, f->slot[0]);
    obj_touch(vm, p);
    if (native_state(f) == PICK_START && p->item != V_UNBOUND) { return pick_ask(vm, f, p); }
    if (native_state(f) == PICK_GOT) {
        p->item = f->result;
        native_commit(f, PICK_START);
    } else if (native_state(f) != PICK_START) {
        Value truth = f->result;
        if (native_state(f) == PICK_TESTED) { truth = truth_leaf(vm, truth); }
        TRY_VALUE(truth);
        if (truth == V_UNBOUND) {
            return native_call1(vm, f, PICK_TRUTH, internal(vm, I_TRUTH), f->result);
        }
        Value given = pick_decide(vm, p, truth, f->slot[1]);
        if (given != V_CALLING) { return tool_answer(vm, given); }
        native_commit(f, PICK_START);
    }
    Value v = pick_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    if (p->item != V_UNBOUND) { return pick_ask(vm, f, p); }
    if (p->func == V_UNBOUND) { return tool_pass(vm, p->it); }
    return native_next(vm, f, PICK_GOT, p->it);
}

// __new__ of one of the three, as a leaf and in steps.
#define PICK_NEW(lower, TAG)                                                                       \
    static Value lower##_make(Vm *vm, const Value *a, Value it) {                                  \
        return pick_make(vm, TAG, a, it);                                                          \
    }                                                                                              \
    static Value lower##_new(Vm *vm, Value *a) {                                                   \
        return tool_new_first(vm, a, PICK_ITERABLE, lower##_make);                                 \
    }                                                                                              \
    static Value lower##_new_steps(Vm *vm, Frame *f) {                                             \
        return tool_new_steps(vm, f, PICK_ITERABLE, lower##_make);                                 \
    }
PICK_NEW(takewhile, T_TAKEWHILE)
PICK_NEW(dropwhile, T_DROPWHILE)
PICK_NEW(filterfalse, T_FILTERFALSE)

static const NativeDef takewhile_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, predicate, iterable, /", takewhile_new, takewhile_new_steps,
                     0, "Items until the first one for which predicate(item) is false."),
    STEPS("__next__", "self, /", pick_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef takewhile_type = {
    .name = "takewhile",
    .module = "itertools",
    .doc = "The items of an iterable up to the first one for which predicate(item) is false.",
    .new_sig = "(predicate, iterable, /)",
    .tag = T_TAKEWHILE,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = takewhile_methods,
    .next = pick_next,
    .below = pick_below,
    .heard = pick_heard,
};

static const NativeDef dropwhile_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, predicate, iterable, /", dropwhile_new, dropwhile_new_steps,
                     0, "Items from the first one on for which predicate(item) is false."),
    STEPS("__next__", "self, /", pick_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef dropwhile_type = {
    .name = "dropwhile",
    .module = "itertools",
    .doc = "The items of an iterable from the first one on for which predicate(item) is false.",
    .new_sig = "(predicate, iterable, /)",
    .tag = T_DROPWHILE,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = dropwhile_methods,
    .next = pick_next,
    .below = pick_below,
    .heard = pick_heard,
};

static const NativeDef filterfalse_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, function, iterable, /", filterfalse_new,
                     filterfalse_new_steps, 0, "Items for which function(item) is false."),
    STEPS("__next__", "self, /", pick_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef filterfalse_type = {
    .name = "filterfalse",
    .module = "itertools",
    .doc = "The items of an iterable for which function(item) is false; with None, those that are\n"
           "false themselves.",
    .new_sig = "(function, iterable, /)",
    .tag = T_FILTERFALSE,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = filterfalse_methods,
    .next = pick_next,
    .below = pick_below,
    .heard = pick_heard,
};

// ---- by a second iterator ----------------------------------------------------------------------

typedef struct Compress {
    Obj h;
    Value data, selectors;
    Value item; // taken, while its selector is not known, or V_UNBOUND
    Value test; // its selector, whose truth only the guest knows; or V_UNBOUND
} Compress;

enum { COMPRESS_CLS, COMPRESS_DATA, COMPRESS_SELECTORS, COMPRESS_IT };

static Value compress_over(Vm *vm, const Value *a, Value data, Value selectors) {
    Compress *c = construct(vm, T_COMPRESS, a[COMPRESS_CLS], 0);
    TRY(c);
    uint8_t one = iter_depth_above(vm, data), other = iter_depth_above(vm, selectors);
    c->h.small = one > other ? one : other;
    c->data = data;
    c->selectors = selectors;
    c->item = c->test = V_UNBOUND;
    return ptr_value(vm, c);
}

static Value compress_new(Vm *vm, Value *a) {
    Value data = iter_leaf(vm, a[COMPRESS_DATA]);
    if (data == V_UNBOUND || data == V_RAISED) { return data; }
    Value selectors = iter_leaf(vm, a[COMPRESS_SELECTORS]);
    if (selectors == V_UNBOUND || selectors == V_RAISED) { return selectors; }
    return compress_over(vm, a, data, selectors);
}

enum { COMPRESS_NEW, COMPRESS_GOT_FIRST, COMPRESS_GOT_SECOND };

static Value compress_new_steps(Vm *vm, Frame *f) {
    switch (native_state(f)) {
    case COMPRESS_GOT_FIRST:
        f->slot[COMPRESS_IT] = f->result;
        return native_call1(vm, f, COMPRESS_GOT_SECOND, internal(vm, I_ITER),
                            f->slot[COMPRESS_SELECTORS]);
    case COMPRESS_GOT_SECOND: return compress_over(vm, f->slot, f->slot[COMPRESS_IT], f->result);
    default:
        return native_call1(vm, f, COMPRESS_GOT_FIRST, internal(vm, I_ITER),
                            f->slot[COMPRESS_DATA]);
    }
}

static Value compress_next(Vm *vm, Value v) {
    Compress *c = ref_ptr(vm, v);
    obj_touch(vm, c);
    for (uint32_t i = 0; i < ITER_CHUNK; i++) {
        Value item = c->item;
        if (item == V_UNBOUND) {
            TRY(native_charge(vm, 1));
            item = iter_next_below(vm, &c->h, c->data);
            if (is_no_item(item)) { return item; }
        } else if (c->test != V_UNBOUND) {
            return V_UNBOUND;
        }
        Value test = iter_next_below(vm, &c->h, c->selectors), truth = test;
        if (!is_no_item(test)) {
            truth = truth_leaf(vm, test);
            if (truth == V_UNBOUND) { c->test = test; }
        }
        bool kept = truth == V_UNBOUND || (truth == V_RAISED && iter_will_retry(vm));
        c->item = kept ? item : V_UNBOUND;
        if (is_no_item(truth)) { return truth; }
        if (truth == V_TRUE) { return item; }
    }
    return V_UNBOUND;
}

enum { COMPRESS_START, COMPRESS_GOT_ITEM, COMPRESS_GOT_TEST, COMPRESS_TRUTH };

static Value compress_next_steps(Vm *vm, Frame *f) {
    Compress *c = ref_ptr(vm, f->slot[0]);
    obj_touch(vm, c);
    if (native_state(f) == COMPRESS_GOT_ITEM) {
        c->item = f->result;
    } else if (native_state(f) != COMPRESS_START) {
        Value truth = f->result;
        if (native_state(f) == COMPRESS_GOT_TEST) { truth = truth_leaf(vm, truth); }
        TRY_VALUE(truth);
        if (truth == V_UNBOUND) {
            return native_call1(vm, f, COMPRESS_TRUTH, internal(vm, I_TRUTH), f->result);
        }
        if (truth == V_TRUE) { return f->slot[1]; }
    }
    native_commit(f, COMPRESS_START);
    Value v = compress_next(vm, f->slot[0]), test = c->test;
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    if (c->item == V_UNBOUND) { return native_next(vm, f, COMPRESS_GOT_ITEM, c->data); }
    f->slot[1] = c->item;
    c->item = c->test = V_UNBOUND;
    if (test == V_UNBOUND) { return native_next(vm, f, COMPRESS_GOT_TEST, c->selectors); }
    return native_call1(vm, f, COMPRESS_TRUTH, internal(vm, I_TRUTH), test);
}

static const NativeDef compress_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, data, selectors", compress_new, compress_new_steps, 1,
                     "Items whose selectors are true."),
    STEPS("__next__", "self, /", compress_next_steps, 1, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef compress_type = {
    .name = "compress",
    .module = "itertools",
    .doc = "The items of data for which the item of selectors at the same place is true.",
    .new_sig = "(data, selectors)",
    .tag = T_COMPRESS,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = compress_methods,
    .next = compress_next,
};
