// builtins_iter.c: any, all, sum, min, max, sorted: loops over an iterator that may be guest code.
#include "vm/builtins.h"

#include "base/wide.h"
#include "object/float.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "vm/internals.h"
#include "vm/ops.h"

#include <math.h>

enum { LOOP_START, LOOP_ITER, LOOP_NEXT, LOOP_END, LOOP_TEST, LOOP_MORE, LOOP_KEY };

// Asks for the next item of slot `it`: V_STOP at the end, V_CALLING (return it), or the item.
static Value loop_next(Vm *vm, Frame *f, int it) {
    Value v = next_leaf(vm, f->slot[it]);
    if (v != V_UNBOUND) { return v; }
    native_catch(f, LOOP_END);
    return native_call1(vm, f, LOOP_NEXT, internal(vm, I_NEXT), f->slot[it]);
}

// In state LOOP_END: true when the iteration is over, false when an exception goes on.
static bool loop_ended(Vm *vm, Frame *f) {
    vm->head->exc = f->result;
    if (!exc_matches(vm, EXC_StopIteration)) { return false; }
    exc_clear(vm);
    return true;
}

// any (stop_at True) and all (False).
static Value any_all(Vm *vm, Frame *f, Value stop_at) {
    enum { ITERABLE, IT };
    Value item = V_UNBOUND, t = V_UNBOUND;
    switch (native_state(f)) {
    case LOOP_START: return native_call1(vm, f, LOOP_ITER, internal(vm, I_ITER), f->slot[ITERABLE]);
    case LOOP_ITER: f->slot[IT] = f->result; break;
    case LOOP_NEXT: item = f->result; break;
    case LOOP_TEST: t = f->result; break;
    case LOOP_END: return loop_ended(vm, f) ? bool_value(stop_at == V_FALSE) : V_RAISED;
    default: break;
    }
    for (uint32_t i = 0; i < 4096; i++) {
        if (t == V_UNBOUND) {
            if (item == V_UNBOUND) { item = loop_next(vm, f, IT); }
            if (item == V_STOP) { return bool_value(stop_at == V_FALSE); }
            if (item == V_CALLING || item == V_RAISED) { return item; }
            t = truth_leaf(vm, item);
            if (t == V_UNBOUND) {
                return native_call1(vm, f, LOOP_TEST, internal(vm, I_TRUTH), item);
            }
            TRY_VALUE(t);
        }
        if (t == stop_at) { return stop_at; }
        t = item = V_UNBOUND;
    }
    TRY(native_charge(vm, 256));
    return native_again(vm, f, LOOP_MORE);
}
static Value builtin_any(Vm *vm, Frame *f) { return any_all(vm, f, V_TRUE); }
static Value builtin_all(Vm *vm, Frame *f) { return any_all(vm, f, V_FALSE); }

// ---- sum ---------------------------------------------------------------------------------------

enum { SUM_ITERABLE, SUM_START, SUM_IT, SUM_TOTAL, SUM_CARRY };

static bool exact_float_or_int(Vm *vm, Value v) {
    return is_double(v) || is_int(v) || is_exact(vm, v, T_INT) || is_bool(v);
}

// Floats are added with a running compensation (Neumaier 1974), as CPython does since 3.12.
static void sum_float(Frame *f, double x) {
    double total = double_of(f->slot[SUM_TOTAL]), c = double_of(f->slot[SUM_CARRY]);
    double t = total + x;
    c += fabs(total) >= fabs(x) ? (total - t) + x : (x - t) + total;
    f->slot[SUM_TOTAL] = double_value(t);
    f->slot[SUM_CARRY] = double_value(c);
}

static Value sum_result(Frame *f) {
    Value total = f->slot[SUM_TOTAL];
    if (!is_double(total)) { return total; }
    double c = double_of(f->slot[SUM_CARRY]);
    return c != 0.0 && isfinite(c) ? double_value(double_of(total) + c) : total;
}

// Adds one item: V_NONE done, V_CALLING, V_RAISED.
static Value sum_add(Vm *vm, Frame *f, Value item) {
    Value total = f->slot[SUM_TOTAL];
    if (is_double(total) && exact_float_or_int(vm, item)) {
        double x;
        if (is_double(item)) {
            x = double_of(item);
        } else {
            TRY(int_to_double(vm, item, &x));
        }
        sum_float(f, x);
        return V_NONE;
    }
    Value v = binary_leaf(vm, BIN_OP_ADD, total, item);
    if (v == V_UNBOUND || v == V_NOTIMPL) {
        f->slot[SUM_TOTAL] = sum_result(f);
        f->slot[SUM_CARRY] = double_value(0.0);
        return native_call3(vm, f, LOOP_TEST, internal(vm, I_BINARY_OP), f->slot[SUM_TOTAL], item,
                            int_value(BIN_OP_ADD));
    }
    TRY_VALUE(v);
    f->slot[SUM_TOTAL] = v;
    return V_NONE;
}

static bool sum_check_start(Vm *vm, Value start) {
    bool bytes = is_tagged(vm, start, T_BYTES), buffer = is_tagged(vm, start, T_BYTEARRAY);
    if (!isinstance_str(vm, start) && !bytes && !buffer) { return true; }
    return raise_false(vm, EXC_TypeError, "sum() can't sum %s [use %s''.join(seq) instead]",
                       bytes    ? "bytes"
                       : buffer ? "bytearray"
                                : "strings",
                       bytes || buffer ? "b" : "");
}

static Value builtin_sum(Vm *vm, Frame *f) {
    Value item = V_UNBOUND;
    switch (native_state(f)) {
    case LOOP_START:
        return native_call1(vm, f, LOOP_ITER, internal(vm, I_ITER), f->slot[SUM_ITERABLE]);
    case LOOP_ITER:
        TRY(sum_check_start(vm, f->slot[SUM_START]));
        f->slot[SUM_TOTAL] = f->slot[SUM_START];
        f->slot[SUM_CARRY] = double_value(0.0);
        f->slot[SUM_IT] = f->result;
        break;
    case LOOP_NEXT: item = f->result; break;
    case LOOP_TEST: f->slot[SUM_TOTAL] = f->result; break;
    case LOOP_END: return loop_ended(vm, f) ? sum_result(f) : V_RAISED;
    default: break;
    }
    for (uint32_t i = 0; i < 4096; i++) {
        if (item == V_UNBOUND) { item = loop_next(vm, f, SUM_IT); }
        if (item == V_STOP) { return sum_result(f); }
        if (item == V_CALLING || item == V_RAISED) { return item; }
        Value done = sum_add(vm, f, item);
        if (done != V_NONE) { return done; }
        item = V_UNBOUND;
    }
    TRY(native_charge(vm, 256));
    return native_again(vm, f, LOOP_MORE);
}

// ---- min and max -------------------------------------------------------------------------------

enum { MM_ARGS, MM_KEY, MM_DEFAULT, MM_IT, MM_BEST, MM_BEST_KEY, MM_ITEM };

static Value min_max_better(Vm *vm, Frame *f, Value key, bool want_max) {
    if (f->slot[MM_BEST] == V_UNBOUND) { return V_TRUE; }
    Value t = compare_leaf(vm, want_max ? OP_GT : OP_LT, key, f->slot[MM_BEST_KEY]);
    return t == V_NOTIMPL ? V_UNBOUND : t;
}

static Value min_max_done(Vm *vm, Frame *f, bool want_max) {
    if (f->slot[MM_BEST] != V_UNBOUND) { return f->slot[MM_BEST]; }
    if (f->slot[MM_DEFAULT] != V_UNBOUND) { return f->slot[MM_DEFAULT]; }
    return raise_error(vm, EXC_ValueError, "%s() iterable argument is empty",
                       want_max ? "max" : "min");
}

static Value min_max_open(Vm *vm, Frame *f, bool want_max) {
    Tuple *args = slot_obj(vm, f, MM_ARGS, T_TUPLE);
    TRY(args);
    const char *name = want_max ? "max" : "min";
    if (args->h.n == 0) {
        return raise_error(vm, EXC_TypeError, "%s expected at least 1 argument, got 0", name);
    }
    if (args->h.n > 1 && f->slot[MM_DEFAULT] != V_UNBOUND) {
        return raise_error(vm, EXC_TypeError,
                           "Cannot specify a default for %s() with multiple positional arguments",
                           name);
    }
    Value source = args->h.n == 1 ? args->items[0] : f->slot[MM_ARGS];
    return native_call1(vm, f, LOOP_ITER, internal(vm, I_ITER), source);
}

static Value min_max(Vm *vm, Frame *f, bool want_max) {
    enum { MM_COMPARED = LOOP_KEY + 1 };
    Value item = V_UNBOUND, key = V_UNBOUND, better = V_UNBOUND;
    switch (native_state(f)) {
    case LOOP_START: return min_max_open(vm, f, want_max);
    case LOOP_ITER: f->slot[MM_IT] = f->result; break;
    case LOOP_NEXT: item = f->result; break;
    case LOOP_KEY:
        item = f->slot[MM_ITEM];
        key = f->result;
        break;
    case MM_COMPARED: return native_call1(vm, f, LOOP_TEST, internal(vm, I_TRUTH), f->result);
    case LOOP_TEST:
        if (f->result == V_TRUE) {
            f->slot[MM_BEST] = as_tuple(vm, f->slot[MM_ITEM])->items[0];
            f->slot[MM_BEST_KEY] = as_tuple(vm, f->slot[MM_ITEM])->items[1];
        }
        break;
    case LOOP_END: return loop_ended(vm, f) ? min_max_done(vm, f, want_max) : V_RAISED;
    default: break;
    }
    for (uint32_t i = 0; i < 4096; i++) {
        if (item == V_UNBOUND) { item = loop_next(vm, f, MM_IT); }
        if (item == V_STOP) { return min_max_done(vm, f, want_max); }
        if (item == V_CALLING || item == V_RAISED) { return item; }
        if (key == V_UNBOUND && f->slot[MM_KEY] != V_NONE) {
            f->slot[MM_ITEM] = item;
            return native_call1(vm, f, LOOP_KEY, f->slot[MM_KEY], item);
        }
        if (key == V_UNBOUND) { key = item; }
        better = min_max_better(vm, f, key, want_max);
        if (better == V_UNBOUND) {
            f->slot[MM_ITEM] = tuple_pack2(vm, item, key);
            TRY_VALUE(f->slot[MM_ITEM]);
            return native_call3(vm, f, MM_COMPARED, internal(vm, I_RICH_COMPARE), key,
                                f->slot[MM_BEST_KEY], int_value(want_max ? OP_GT : OP_LT));
        }
        if (better == V_TRUE) {
            f->slot[MM_BEST] = item;
            f->slot[MM_BEST_KEY] = key;
        }
        item = key = V_UNBOUND;
    }
    TRY(native_charge(vm, 256));
    return native_again(vm, f, LOOP_MORE);
}
static Value builtin_min(Vm *vm, Frame *f) { return min_max(vm, f, false); }
static Value builtin_max(Vm *vm, Frame *f) { return min_max(vm, f, true); }

static Value builtin_sorted(Vm *vm, Frame *f) {
    enum { SORTED_START, SORTED_LIST, SORTED_DONE };
    enum { ITERABLE, KEY, REVERSE, LIST };
    switch (native_state(f)) {
    case SORTED_START:
        return native_call2(vm, f, SORTED_LIST, internal(vm, I_DRAIN), f->slot[ITERABLE],
                            int_value(DRAIN_LISTED));
    case SORTED_LIST:
        f->slot[LIST] = f->result;
        return native_call3(vm, f, SORTED_DONE, internal(vm, I_MERGE_SORT), f->result, f->slot[KEY],
                            f->slot[REVERSE]);
    default: return f->slot[LIST];
    }
}

const NativeDef builtin_iter_functions[] = {
    STEPS("all", "iterable, /", builtin_all, 1, NULL,
          "Return True if bool(x) is True for all values x in the iterable."),
    STEPS("any", "iterable, /", builtin_any, 1, NULL,
          "Return True if bool(x) is True for any x in the iterable."),
    STEPS("max", "*args, key=None, default=UNBOUND", builtin_max, 4, NULL,
          "With a single iterable argument, return its biggest item."),
    STEPS("min", "*args, key=None, default=UNBOUND", builtin_min, 4, NULL,
          "With a single iterable argument, return its smallest item."),
    STEPS("sorted", "iterable, /, *, key=None, reverse: bool=False", builtin_sorted, 1, NULL,
          "Return a new list containing all items from the iterable in ascending order."),
    STEPS("sum", "iterable, /, start=0", builtin_sum, 3, NULL,
          "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"),
    NATIVE_END,
};
