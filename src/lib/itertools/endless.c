// endless.c: count, cycle and repeat.
#include "lib/itertools/itertools.h"

#include "object/construct.h"
#include "object/int.h"
#include "object/list.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

// ---- count -------------------------------------------------------------------------------------

typedef struct Count {
    Obj h;
    Value value, step;
} Count;

enum { COUNTING_CLS, COUNTING_START, COUNTING_STEP };

static bool count_is_number(Vm *vm, Value v) {
    static const uint16_t names[] = {N___index__, N___float__, N___int__};
    if (is_int(v) || is_double(v) || is_tagged(vm, v, T_COMPLEX)) { return true; }
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        if (special_method(vm, v, names[i]) != V_UNBOUND) { return true; }
    }
    return false;
}

static bool count_is_one(Vm *vm, Value v) {
    return isinstance_int(vm, v) && int_compare(vm, v, int_value(1)) == 0;
}

// Ints of 64 bits that go up by one are counted as plain ints, whatever their class.
static Value count_new(Vm *vm, Value *a) {
    Value start = a[COUNTING_START], step = a[COUNTING_STEP];
    if (!count_is_number(vm, start) || !count_is_number(vm, step)) {
        return raise_error(vm, EXC_TypeError, "a number is required");
    }
    int64_t n;
    if (isinstance_int(vm, start) && count_is_one(vm, step) && int_to_i64(vm, start, &n)) {
        start = int_from_i64(vm, n);
        TRY_VALUE(start);
        step = int_value(1);
    }
    Count *c = construct(vm, T_COUNT_ITER, a[COUNTING_CLS], 0);
    TRY(c);
    c->value = start;
    c->step = step;
    return ptr_value(vm, c);
}

static Value count_next(Vm *vm, Value v) {
    Count *c = ref_ptr(vm, v);
    Value value = c->value, next;
    if (both_ints(value, c->step) && fits_int(int_of(value) + int_of(c->step))) {
        next = int_value(int_of(value) + int_of(c->step));
    } else {
        next = binary_leaf(vm, BIN_OP_ADD, value, c->step);
        if (next == V_NOTIMPL) { return V_UNBOUND; }
        if (next == V_UNBOUND || next == V_RAISED) { return next; }
    }
    obj_set(vm, c, &c->value, next);
    return value;
}

enum { COUNTING_NEXT, COUNTING_ADDED };

static Value count_next_steps(Vm *vm, Frame *f) {
    Count *c = ref_ptr(vm, f->slot[0]);
    if (native_state(f) == COUNTING_ADDED) {
        obj_set(vm, c, &c->value, f->result);
        return f->slot[1];
    }
    Value v = count_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return v; }
    f->slot[1] = c->value;
    return native_call3(vm, f, COUNTING_ADDED, internal(vm, I_BINARY_OP), c->value, c->step,
                        int_value(BIN_OP_ADD));
}

enum { COUNTING_REPR, COUNTING_REPR_VALUE, COUNTING_REPR_STEP };

static Value count_repr(Vm *vm, Frame *f) {
    const Count *c = ref_ptr(vm, f->slot[0]);
    Value name = as_type(vm, class_of(vm, f->slot[0]))->name;
    switch (native_state(f)) {
    case COUNTING_REPR_VALUE:
        f->slot[1] = f->result;
        if (count_is_one(vm, c->step)) { return format_text(vm, "%U(%U)", name, f->result); }
        return native_call1(vm, f, COUNTING_REPR_STEP, internal(vm, I_REPR), c->step);
    case COUNTING_REPR_STEP: return format_text(vm, "%U(%U, %U)", name, f->slot[1], f->result);
    default: return native_call1(vm, f, COUNTING_REPR_VALUE, internal(vm, I_REPR), c->value);
    }
}

static const NativeDef count_methods[] = {
    LEAF_CLASS("__new__", "cls, start=0, step=1", count_new, "Count from start on."),
    STEPS("__next__", "self, /", count_next_steps, 1, NULL, "The next item, for next()."),
    STEPS("__repr__", "self, /", count_repr, 1, NULL, "What repr(self) gives."),
    NATIVE_END,
};

const TypeDef count_iter_type = {
    .name = "count",
    .module = "itertools",
    .doc = "Count without end: start, start + step, start + 2 * step …",
    .new_sig = "(start=0, step=1)",
    .tag = T_COUNT_ITER,
    .subclassable = true,
    .hidden = true,
    .methods = count_methods,
    .next = count_next,
};

// ---- cycle -------------------------------------------------------------------------------------

typedef struct Cycle {
    Obj h;
    Value it;    // V_NONE once it has ended
    Value saved; // List of what it gave
    uint32_t at, pad;
} Cycle;

enum { CYCLE_CLS, CYCLE_ITERABLE };

static Value cycle_make(Vm *vm, const Value *a, Value it) {
    Value saved = list_new(vm, 0);
    TRY_VALUE(saved);
    Cycle *c = construct(vm, T_CYCLE, a[CYCLE_CLS], 0);
    TRY(c);
    c->h.small = iter_depth_above(vm, it);
    c->it = it;
    c->saved = saved;
    return ptr_value(vm, c);
}
static Value cycle_new(Vm *vm, Value *a) {
    return tool_new_first(vm, a, CYCLE_ITERABLE, cycle_make);
}
static Value cycle_new_steps(Vm *vm, Frame *f) {
    return tool_new_steps(vm, f, CYCLE_ITERABLE, cycle_make);
}

static Value cycle_next(Vm *vm, Value v) {
    Cycle *c = ref_ptr(vm, v);
    List *saved = as_list(vm, c->saved);
    if (c->it != V_NONE) {
        TRY(list_grow(vm, saved, (uint64_t)saved->h.n + 1));
        Value item = iter_next_below(vm, &c->h, c->it);
        if (item == V_UNBOUND || item == V_RAISED) { return item; }
        if (item != V_STOP) {
            TRY(list_append(vm, saved, item));
            return item;
        }
        obj_set(vm, c, &c->it, V_NONE);
    }
    if (saved->h.n == 0) { return V_STOP; }
    uint32_t at = c->at < saved->h.n ? c->at : 0;
    obj_touch(vm, c);
    c->at = at + 1;
    return list_items(vm, saved)[at];
}

enum { CYCLE_START, CYCLE_GOT, CYCLE_ENDED };

static Value cycle_next_steps(Vm *vm, Frame *f) {
    Cycle *c = ref_ptr(vm, f->slot[0]);
    switch (native_state(f)) {
    case CYCLE_GOT: TRY(list_append(vm, as_list(vm, c->saved), f->result)); return f->result;
    case CYCLE_ENDED: obj_set(vm, c, &c->it, V_NONE); break;
    default: break;
    }
    Value v = cycle_next(vm, f->slot[0]);
    if (v != V_UNBOUND) { return tool_answer(vm, v); }
    return native_next_or(vm, f, CYCLE_GOT, CYCLE_ENDED, c->it);
}

static const NativeDef cycle_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, iterable, /", cycle_new, cycle_new_steps, 0,
                     "Repeat the items of an iterable."),
    STEPS("__next__", "self, /", cycle_next_steps, 0, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef cycle_type = {
    .name = "cycle",
    .module = "itertools",
    .doc = "The items of an iterable, and then the same ones again and again.",
    .new_sig = "(iterable, /)",
    .tag = T_CYCLE,
    .subclassable = true,
    .hidden = true,
    .composite = true,
    .methods = cycle_methods,
    .next = cycle_next,
};

// ---- repeat ------------------------------------------------------------------------------------

typedef struct Repeat {
    Obj h;
    Value object;
    int64_t left; // below zero: without end
} Repeat;

enum { REPEAT_CLS, REPEAT_OBJECT, REPEAT_TIMES };

static Value repeat_new(Vm *vm, Value *a) {
    int64_t left = -1;
    if (a[REPEAT_TIMES] != V_UNBOUND) { left = max_i64(int_clamp_i64(vm, a[REPEAT_TIMES]), 0); }
    Repeat *r = construct(vm, T_REPEAT, a[REPEAT_CLS], 0);
    TRY(r);
    r->object = a[REPEAT_OBJECT];
    r->left = left;
    return ptr_value(vm, r);
}

static Value repeat_next(Vm *vm, Value v) {
    Repeat *r = ref_ptr(vm, v);
    if (r->left == 0) { return V_STOP; }
    if (r->left > 0) {
        obj_touch(vm, r);
        r->left--;
    }
    return r->object;
}

static Value repeat_hint(Vm *vm, Value v) {
    const Repeat *r = ref_ptr(vm, v);
    if (r->left < 0) { return raise_error(vm, EXC_TypeError, "len() of unsized object"); }
    return int_from_i64(vm, r->left);
}

enum { REPEAT_REPR, REPEAT_REPR_OBJECT };

static Value repeat_repr(Vm *vm, Frame *f) {
    const Repeat *r = ref_ptr(vm, f->slot[0]);
    if (native_state(f) == REPEAT_REPR) {
        return native_call1(vm, f, REPEAT_REPR_OBJECT, internal(vm, I_REPR), r->object);
    }
    Value name = as_type(vm, class_of(vm, f->slot[0]))->name;
    if (r->left < 0) { return format_text(vm, "%U(%U)", name, f->result); }
    return format_text(vm, "%U(%U, %l)", name, f->result, r->left);
}

static const NativeDef repeat_methods[] = {
    LEAF_CLASS("__new__", "cls, object, times: int=UNBOUND", repeat_new, "Repeat one object."),
    STEPS("__repr__", "self, /", repeat_repr, 0, NULL, "What repr(self) gives."),
    NATIVE_END,
};

const TypeDef repeat_type = {
    .name = "repeat",
    .module = "itertools",
    .doc =
        "repeat(object [,times]): the same object again and again, so many times or without end.",
    .tag = T_REPEAT,
    .subclassable = true,
    .hidden = true,
    .methods = repeat_methods,
    .next = repeat_next,
    .length_hint = repeat_hint,
};
