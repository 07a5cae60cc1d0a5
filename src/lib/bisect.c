// bisect.c: the module _bisect: binary search in lists and tuples whose items compare without guest
// code. bisect.py has the same functions for everything else.
#include "lib/fallback.h"
#include "object/key.h"
#include "object/list.h"
#include "object/list_slice.h"
#include "object/seq.h"

enum { BISECT_SEQ, BISECT_X, BISECT_LO, BISECT_HI, BISECT_KEY };

// Where x belongs, to the left or to the right of its equals. -1: Python does it.
static int64_t bisect_find(Vm *vm, const Value *a, bool right) {
    if (!is_tagged(vm, a[BISECT_SEQ], T_LIST) && !is_tagged(vm, a[BISECT_SEQ], T_TUPLE)) {
        return -1;
    }
    if (as_obj(vm, a[BISECT_SEQ])->ext || a[BISECT_KEY] != V_NONE || !is_int(a[BISECT_LO])) {
        return -1;
    }
    uint32_t n;
    const Value *items = seq_items(vm, a[BISECT_SEQ], &n);
    int64_t lo = int_of(a[BISECT_LO]), hi = n;
    if (a[BISECT_HI] != V_NONE) {
        if (!is_int(a[BISECT_HI])) { return -1; }
        hi = int_of(a[BISECT_HI]);
    }
    if (lo < 0 || hi > n || hi == -1) { return -1; } // -1 stands for the length
    native_charge_done(vm, 2);
    while (lo < hi) {
        int64_t mid = lo + (hi - lo) / 2;
        int less = right ? fallback_less(vm, a[BISECT_X], items[mid])
                         : fallback_less(vm, items[mid], a[BISECT_X]);
        if (less < 0) { return -1; }
        if (right == (less != 0)) {
            hi = mid;
        } else {
            lo = mid + 1;
        }
    }
    return lo;
}

static Value bisect_at(Vm *vm, const Value *a, bool right) {
    int64_t at = bisect_find(vm, a, right);
    return at < 0 ? V_UNBOUND : int_value(at);
}

static Value bisect_put(Vm *vm, const Value *a, bool right) {
    if (!is_exact(vm, a[BISECT_SEQ], T_LIST)) { return V_UNBOUND; }
    int64_t at = bisect_find(vm, a, right);
    if (at < 0) { return V_UNBOUND; }
    List *l = as_list(vm, a[BISECT_SEQ]);
    at = min_i64(at, l->h.n); // lo may lie behind the end
    TRY(native_charge(vm, (l->h.n - (uint64_t)at) / 64));
    TRY(list_splice(vm, l, (uint32_t)at, 0, &a[BISECT_X], 1));
    return V_NONE;
}

#define BISECT(name, leaf, right)                                                                  \
    static Value name##_first(Vm *vm, Value *a) { return leaf(vm, a, right); }                     \
    static Value name##_steps(Vm *vm, Frame *f) {                                                  \
        return fallback_call(vm, "bisect", "_" #name, 5, f->slot);                                 \
    }
BISECT(bisect_left, bisect_at, false)
BISECT(bisect_right, bisect_at, true)
BISECT(insort_left, bisect_put, false)
BISECT(insort_right, bisect_put, true)

#define BISECT_SIG                "a, x, lo: index=0, hi=None, *, key=None"
#define BISECT_ROW(name, fn, doc) STEPS_FAST(name, BISECT_SIG, fn##_first, fn##_steps, 0, doc)

static const NativeDef bisect_functions[] = {
    BISECT_ROW("bisect_left", bisect_left, "Index of the first element that is not less than x."),
    BISECT_ROW("bisect_right", bisect_right,
               "Index after the last element that is not greater than x."),
    BISECT_ROW("insort_left", insort_left, "Insert x before its equals."),
    BISECT_ROW("insort_right", insort_right, "Insert x after its equals."),
    NATIVE_END,
};

const ModuleDef bisect_module = {"_bisect", "Binary search in sorted sequences.", bisect_functions,
                                 NULL};
