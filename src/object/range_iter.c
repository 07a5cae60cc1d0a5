// range_iter.c: iterators over ranges: on int64_t as long as every value fits, else on ints of any
// size.
#include "object/range.h"

#include "object/dict.h"
#include "object/int.h"
#include "object/iter_state.h"
#include "object/str.h"
#include "object/tuple.h"

static RangeIter *range_iter_of(Vm *vm, Value v) { return ref_ptr(vm, v); }
static LongRangeIter *longrange_iter_of(Vm *vm, Value v) { return ref_ptr(vm, v); }

Value range_iter_new(Vm *vm, Value range) {
    const Range *r = as_range(vm, range);
    int64_t start, step, len, end;
    if (int_to_i64(vm, r->start, &start) && int_to_i64(vm, r->step, &step) &&
        int_to_i64(vm, r->len, &len) && !mul_overflows(step, len, &end) &&
        !add_overflows(start, end, &end)) {
        RangeIter *it = HEAP_MAKE(vm, RANGE_ITER, 0);
        TRY(it);
        it->next = start;
        it->step = step;
        it->remaining = len;
        return ptr_value(vm, it);
    }
    LongRangeIter *it = heap_new_raw(vm, T_LONGRANGE_ITER, 0);
    TRY(it);
    it->next = r->start;
    it->step = r->step;
    it->remaining = r->len;
    return ptr_value(vm, it);
}

// ---- slots -------------------------------------------------------------------------------------

static Value range_iter_next(Vm *vm, Value v) {
    RangeIter *it = range_iter_of(vm, v);
    if (it->remaining <= 0) { return V_STOP; }
    Value item = int_from_i64(vm, it->next);
    TRY_VALUE(item);
    obj_touch(vm, it);
    it->next += it->step;
    it->remaining--;
    return item;
}

static Value range_iter_hint(Vm *vm, Value v) {
    return int_from_i64(vm, range_iter_of(vm, v)->remaining);
}

static Value longrange_iter_next(Vm *vm, Value v) {
    LongRangeIter *it = longrange_iter_of(vm, v);
    if (it->remaining == int_value(0)) { return V_STOP; }
    Value item = it->next;
    Value next = int_binary(vm, BIN_OP_ADD, item, it->step);
    TRY_VALUE(next);
    Value left = int_binary(vm, BIN_OP_SUB, it->remaining, int_value(1));
    TRY_VALUE(left);
    obj_set(vm, it, &it->next, next);
    obj_set(vm, it, &it->remaining, left);
    return item;
}

static Value longrange_iter_hint(Vm *vm, Value v) { return longrange_iter_of(vm, v)->remaining; }

// ---- natives -----------------------------------------------------------------------------------

// (iter, (range(next, end, step),), None)
static Value range_iter_reduce_as(Vm *vm, Value next, Value remaining, Value step) {
    Value end = int_binary(vm, BIN_OP_MUL, remaining, step);
    TRY_VALUE(end);
    end = int_binary(vm, BIN_OP_ADD, next, end);
    TRY_VALUE(end);
    Value range = range_new(vm, next, end, step);
    TRY_VALUE(range);
    Value name = str_new_cstr(vm, "iter");
    TRY_VALUE(name);
    Value args = tuple_from(vm, &range, 1);
    TRY_VALUE(args);
    Value items[3] = {dict_get_str(vm, as_dict(vm, vm->head->builtins), name), args, V_NONE};
    if (items[0] == V_UNBOUND) { return raise_error(vm, EXC_AttributeError, "iter"); }
    return tuple_from(vm, items, 3);
}

static Value range_iter_reduce(Vm *vm, Value *a) {
    const RangeIter *it = range_iter_of(vm, a[0]);
    Value next = int_from_i64(vm, it->next), step = int_from_i64(vm, it->step);
    Value remaining = int_from_i64(vm, it->remaining);
    if (next == V_RAISED || step == V_RAISED || remaining == V_RAISED) { return V_RAISED; }
    return range_iter_reduce_as(vm, next, remaining, step);
}

static Value longrange_iter_reduce(Vm *vm, Value *a) {
    const LongRangeIter *it = longrange_iter_of(vm, a[0]);
    return range_iter_reduce_as(vm, it->next, it->remaining, it->step);
}

// Skips that many elements from here on, no more than there are.
static Value range_iter_setstate(Vm *vm, Value *a) {
    RangeIter *it = range_iter_of(vm, a[0]);
    int64_t skip;
    TRY(iter_state_number(vm, a[1], "long", &skip));
    skip = min_i64(max_i64(skip, 0), it->remaining);
    obj_touch(vm, it);
    it->next += skip * it->step;
    it->remaining -= skip;
    return V_NONE;
}

static Value longrange_iter_setstate(Vm *vm, Value *a) {
    LongRangeIter *it = longrange_iter_of(vm, a[0]);
    if (!is_exact_int(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "state must be an int, not %T", a[1]);
    }
    Value skip = int_is_negative(vm, a[1]) ? int_value(0) : a[1];
    if (int_compare(vm, skip, it->remaining) > 0) { skip = it->remaining; }
    Value ahead = int_binary(vm, BIN_OP_MUL, skip, it->step);
    TRY_VALUE(ahead);
    Value next = int_binary(vm, BIN_OP_ADD, it->next, ahead);
    TRY_VALUE(next);
    Value left = int_binary(vm, BIN_OP_SUB, it->remaining, skip);
    TRY_VALUE(left);
    obj_set(vm, it, &it->next, next);
    obj_set(vm, it, &it->remaining, left);
    return V_NONE;
}

static const NativeDef range_iter_methods[] = {
    LEAF("__reduce__", "self, /", range_iter_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    LEAF("__setstate__", "self, object: index, /", range_iter_setstate,
         "Go on from what __reduce__ gave."),
    NATIVE_END,
};

static const NativeDef longrange_iter_methods[] = {
    LEAF("__reduce__", "self, /", longrange_iter_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    LEAF("__setstate__", "self, object, /", longrange_iter_setstate,
         "Go on from what __reduce__ gave."),
    NATIVE_END,
};

const TypeDef range_iter_type = {
    .name = "range_iterator",
    .tag = T_RANGE_ITER,
    .hidden = true,
    .methods = range_iter_methods,
    .next = range_iter_next,
    .length_hint = range_iter_hint,
};

const TypeDef longrange_iter_type = {
    .name = "longrange_iterator",
    .tag = T_LONGRANGE_ITER,
    .hidden = true,
    .methods = longrange_iter_methods,
    .next = longrange_iter_next,
    .length_hint = longrange_iter_hint,
};
