// list_sort.c: list.sort, and I_MERGE_SORT for sorted(). See list_sort_machine.h for the algorithm.
//
// While it is sorted the list is empty, as in CPython; its buffer stands in a slot, untouched until
// the end, so that the unwind function has the items at hand. What is sorted is a copy in WORK: the
// items, or pairs (key, item). The SortState is a BLOB of plain numbers. Keys that are all small
// ints, all floats or all strs are compared without any question to guest code; the others as far
// as compare_leaf can. A step ends after every SORT_FUEL items moved.
#include "object/list_sort.h"

#include <stddef.h>

#include "object/ask.h"
#include "object/key.h"
#include "object/leaf_call.h"
#include "object/list.h"
#include "object/steps_fast.h"

enum { SORT_FUEL = 16384, SORT_MIN_MERGE = SORT_FIRST_MOST, SORT_MAX_RUNS = 48 };

typedef enum SortPhase { // saved in snapshots: append only
    SORT_NEXT_RUN,
    SORT_ASCENDING,
    SORT_ALL_EQUAL,
    SORT_DESCENDING,
    SORT_LARGER,
    SORT_EXTEND,
    SORT_INSERT,
    SORT_TRIM_LEFT,
    SORT_TRIM_RIGHT,
    SORT_MERGE,
    SORT_SORTED,
} SortPhase;

typedef enum SortMode { SORT_INTS, SORT_FLOATS, SORT_STRS, SORT_ANY } SortMode; // append only

enum { SORT_GO, SORT_ASK, SORT_AGAIN }; // what the machine says

typedef struct SortState {
    uint32_t n, mode, phase;
    uint32_t minrun;
    uint32_t lo;                 // where the next run begins
    uint32_t i, equal;           // finding it: the next item; how many before are equal to the last
    uint32_t left, right;        // binary search
    uint32_t base, mid, end;     // a merge's two runs; a new run's end
    uint32_t ti, tn, j, k;       // merging: tmp[ti, tn) and [j, end) go to k …
    uint32_t found, found_power; // length of a run not yet pushed
    uint32_t n_runs;
    struct SortRun {
        uint32_t base, len, power; // power of the boundary behind it
    } runs[SORT_MAX_RUNS];
} SortState;

static void sort_reverse(Value *v, uint32_t from, uint32_t to, uint32_t width) {
    Value t[2];
    size_t size = width * sizeof(Value);
    for (; from + 1 < to; from++, to--) {
        memcpy(t, &v[(size_t)from * width], size);
        memcpy(&v[(size_t)from * width], &v[(size_t)(to - 1) * width], size);
        memcpy(&v[(size_t)(to - 1) * width], t, size);
    }
}

// In a descending run equal items are turned round, so that turning the whole restores their order.
static void sort_flush_equal(SortState *s, Value *v, uint32_t width) {
    if (s->equal) { sort_reverse(v, s->i - 1 - s->equal, s->i, width); }
    s->equal = 0;
}

// ---- which runs are merged when ----------------------------------------------------------------

// Powersort: the depth, in an ideal merge tree over n items, of the boundary between two runs.
static uint32_t sort_power(const struct SortRun *left, uint32_t right_len, uint32_t n) {
    uint64_t a = 2 * (uint64_t)left->base + left->len, b = a + left->len + right_len;
    uint32_t power = 0;
    for (;; a *= 2, b *= 2) {
        power++;
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
    }
}

static void sort_found_run(SortState *s) {
    s->found = s->end - s->lo;
    if (s->n_runs) { s->found_power = sort_power(&s->runs[s->n_runs - 1], s->found, s->n); }
}

static SortPhase sort_start_merge(SortState *s, uint32_t at) {
    struct SortRun *r = &s->runs[at];
    s->base = s->left = r[0].base;
    s->mid = s->right = r[1].base;
    s->end = r[1].base + r[1].len;
    r[0].len += r[1].len;
    if (at + 2 < s->n_runs) { r[1] = r[2]; }
    s->n_runs--;
    return SORT_TRIM_LEFT;
}

// A run was found or a merge is done: what next.
static SortPhase sort_next(SortState *s) {
    uint32_t n = s->n_runs;
    if (s->found) {
        bool full = n == SORT_MAX_RUNS; // only if a snapshot says so
        if (n > 1 && (full || s->runs[n - 2].power > s->found_power)) {
            return sort_start_merge(s, n - 2);
        }
        if (n > 0) { s->runs[n - 1].power = s->found_power; }
        s->runs[s->n_runs++] = (struct SortRun){s->lo, s->found, 0};
        s->lo += s->found;
        s->found = 0;
        if (s->lo < s->n) { return SORT_NEXT_RUN; }
        n = s->n_runs;
    }
    if (n <= 1) { return SORT_SORTED; }
    bool earlier = n > 2 && s->runs[n - 3].len < s->runs[n - 1].len;
    return sort_start_merge(s, n - 2 - earlier);
}

static uint32_t sort_minrun(uint32_t n) {
    uint32_t any = 0;
    for (; n >= SORT_MIN_MERGE; n >>= 1) { any |= n & 1; }
    return n + any;
}

static void sort_init(SortState *s, uint32_t n) {
    memset(s, 0, offsetof(SortState, runs));
    s->n = n;
    s->minrun = sort_minrun(n);
}

// ---- the machines ------------------------------------------------------------------------------

static inline int sort_str_less(Vm *vm, Value a, Value b) {
    return str_compare(ref_ptr(vm, a), ref_ptr(vm, b)) < 0;
}

enum { SORT_TUPLE_MOST = 4 }; // items of tuples that are looked at here

// Tuples that differ in a text, a float or a small int, or not at all. -1: compare_leaf is to tell.
static int sort_tuple_less(Vm *vm, const Tuple *a, const Tuple *b) {
    uint32_t n = min_u32(a->h.n, b->h.n), i = 0;
    for (; i < n && i < SORT_TUPLE_MOST; i++) {
        Value x = a->items[i], y = b->items[i];
        if (both_ints(x, y)) {
            if (x != y) { return (int64_t)x < (int64_t)y; }
        } else if (is_double(x) && is_double(y)) {
            if (double_of(x) < double_of(y)) { return 1; }
            if (double_of(x) > double_of(y)) { return 0; }
            if (double_of(x) != double_of(y)) { return -1; }
        } else if (is_str(vm, x) && is_str(vm, y)) {
            int order = x == y ? 0 : str_compare(ref_ptr(vm, x), ref_ptr(vm, y));
            if (order) { return order < 0; }
        } else {
            return -1;
        }
    }
    return i == n ? a->h.n < b->h.n : -1;
}

static int sort_any_less(Vm *vm, Value a, Value b) {
    if (is_exact(vm, a, T_TUPLE) && is_exact(vm, b, T_TUPLE)) {
        int less = sort_tuple_less(vm, ref_ptr(vm, a), ref_ptr(vm, b));
        if (less >= 0) { return less; }
    }
    Value r = compare_leaf(vm, OP_LT, a, b);
    return r == V_TRUE ? 1 : r == V_FALSE ? 0 : -1;
}

#define SORT_NAME(part) sort_ints##part
#define SORT_W          1
#define SORT_LT(x, y)   ((int64_t)(x) < (int64_t)(y))
#define SORT_ASKS       0
#define SORT_FOLLOWS    0
#include "object/list_sort_machine.h"

#define SORT_NAME(part) sort_int_keys##part
#define SORT_W          2
#define SORT_LT(x, y)   ((int64_t)(x) < (int64_t)(y))
#define SORT_ASKS       0
#define SORT_FOLLOWS    0
#include "object/list_sort_machine.h"

#define SORT_NAME(part) sort_floats##part
#define SORT_W          1
#define SORT_LT(x, y)   (double_of(x) < double_of(y))
#define SORT_ASKS       0
#define SORT_FOLLOWS    0
#include "object/list_sort_machine.h"

#define SORT_NAME(part) sort_float_keys##part
#define SORT_W          2
#define SORT_LT(x, y)   (double_of(x) < double_of(y))
#define SORT_ASKS       0
#define SORT_FOLLOWS    0
#include "object/list_sort_machine.h"

#define SORT_NAME(part) sort_strs##part
#define SORT_W          1
#define SORT_LT(x, y)   sort_str_less(vm, x, y)
#define SORT_ASKS       0
#define SORT_FOLLOWS    1
#include "object/list_sort_machine.h"

#define SORT_NAME(part) sort_str_keys##part
#define SORT_W          2
#define SORT_LT(x, y)   sort_str_less(vm, x, y)
#define SORT_ASKS       0
#define SORT_FOLLOWS    1
#include "object/list_sort_machine.h"

#define SORT_NAME(part) sort_any##part
#define SORT_W          1
#define SORT_LT(x, y)   sort_any_less(vm, x, y)
#define SORT_ASKS       1
#define SORT_FOLLOWS    1
#include "object/list_sort_machine.h"

#define SORT_NAME(part) sort_any_keys##part
#define SORT_W          2
#define SORT_LT(x, y)   sort_any_less(vm, x, y)
#define SORT_ASKS       1
#define SORT_FOLLOWS    1
#include "object/list_sort_machine.h"
#include "rt/internals.h"

static int sort_run(Vm *vm, SortState *s, Value *v, Value *tmp, uint32_t width, int answer,
                    Value *ask) {
    bool keys = width == 2;
    switch (s->mode) {
    case SORT_INTS:
        return keys ? sort_int_keys_run_machine(vm, s, v, tmp, answer, ask)
                    : sort_ints_run_machine(vm, s, v, tmp, answer, ask);
    case SORT_FLOATS:
        return keys ? sort_float_keys_run_machine(vm, s, v, tmp, answer, ask)
                    : sort_floats_run_machine(vm, s, v, tmp, answer, ask);
    case SORT_STRS:
        return keys ? sort_str_keys_run_machine(vm, s, v, tmp, answer, ask)
                    : sort_strs_run_machine(vm, s, v, tmp, answer, ask);
    default:
        return keys ? sort_any_keys_run_machine(vm, s, v, tmp, answer, ask)
                    : sort_any_run_machine(vm, s, v, tmp, answer, ask);
    }
}

#define SORT_INFINITY 0x7FF0000000000000u // as a Value; NaN is above, and so is what has a sign

static SortMode sort_mode_of(Vm *vm, const Value *v, uint32_t n, uint32_t width) {
    uint32_t i = 0;
    if (n == 0) { return SORT_ANY; }
    if (is_int(v[0])) {
        while (i < n && is_int(v[(size_t)i * width])) { i++; }
        return i == n ? SORT_INTS : SORT_ANY;
    }
    if (is_double(v[0])) { // as words, those without a sign are ordered like ints
        Value most = 0;
        for (; i < n && is_double(v[(size_t)i * width]); i++) {
            most = v[(size_t)i * width] > most ? v[(size_t)i * width] : most;
        }
        if (i < n) { return SORT_ANY; }
        return most <= SORT_INFINITY ? SORT_INTS : SORT_FLOATS;
    }
    while (i < n && is_str(vm, v[(size_t)i * width])) { i++; }
    return i == n ? SORT_STRS : SORT_ANY;
}

bool list_sort_by_str(Vm *vm, Values *pairs, uint32_t n) {
    SortState s;
    if (n < 2) { return true; }
    Values *tmp = heap_new(vm, T_VALUES, 2 * (uint64_t)n);
    if (!tmp || !native_charge(vm, n)) { return false; }
    sort_init(&s, n);
    while (sort_str_keys_run_machine(vm, &s, pairs->items, tmp->items, -1, NULL) == SORT_AGAIN) {
        if (!native_charge(vm, SORT_FUEL / 4)) { return false; }
    }
    return true;
}

// Few items and no questions: a copy is sorted, so that the list is as it was when there are some.
Value list_sort_first(Vm *vm, Value *a) {
    List *l = as_list(vm, a[0]);
    uint32_t n = l->h.n;
    if (n == 0) { return V_NONE; }
    if (n >= SORT_MIN_MERGE || a[1] != V_NONE) { return V_UNBOUND; }
    Value copy[SORT_MIN_MERGE], ask[2];
    SortState s;
    values_copy(copy, list_items(vm, l), n);
    sort_init(&s, n);
    s.mode = sort_mode_of(vm, copy, n, 1);
    if (a[2] == V_TRUE) { sort_reverse(copy, 0, n, 1); }
    if (sort_run(vm, &s, copy, NULL, 1, -1, ask) == SORT_ASK) { return V_UNBOUND; }
    if (a[2] == V_TRUE) { sort_reverse(copy, 0, n, 1); }
    values_copy(list_open(vm, l), copy, n);
    return V_NONE;
}

// ---- the native --------------------------------------------------------------------------------

enum { // saved in snapshots: append only
    SORT_START,
    SORT_KEYS, // the next key is to be computed
    SORT_GOT_KEY,
    SORT_PREPARE,
    SORT_RUNNING,
    SORT_COMPARED,
    SORT_TRUTH,
    SORT_MODIFIED, // over, but for the error
};
enum {
    SORT_LIST,
    SORT_KEY_FUNC,
    SORT_REVERSE,
    SORT_BUFFER, // the list's own VALUES; V_UNBOUND while the list has it
    SORT_LEN,
    SORT_STATE, // BLOB
    SORT_WORK,  // VALUES
    SORT_TMP,   // VALUES, V_NONE for a short list
    SORT_AT,    // keys computed
};

// Gives the list its items back. False: the guest gave it others meanwhile.
static bool sort_restore(Vm *vm, Frame *f) {
    List *l = as_list(vm, f->slot[SORT_LIST]);
    bool untouched = l->h.small & LIST_SORTING;
    obj_touch(vm, l);
    l->h.small &= (uint8_t)~LIST_SORTING;
    l->buf = f->slot[SORT_BUFFER];
    l->h.n = (uint32_t)index_of(f->slot[SORT_LEN]);
    f->slot[SORT_BUFFER] = V_UNBOUND;
    return untouched;
}

// Copies the items and empties the list.
static Value sort_begin(Vm *vm, Frame *f) {
    List *l = as_list(vm, f->slot[SORT_LIST]);
    uint32_t n = l->h.n, width = f->slot[SORT_KEY_FUNC] == V_NONE ? 1 : 2;
    TRY(native_charge(vm, n / 8));
    Blob *state = heap_new(vm, T_BLOB, sizeof(SortState));
    Values *work = heap_new_raw(vm, T_VALUES, (uint64_t)n * width);
    TRY(state && work);
    const Value *items = list_items(vm, l);
    for (uint32_t i = 0; i < n; i++) {
        work->items[(size_t)i * width] = items[i];
        work->items[(size_t)i * width + width - 1] = items[i];
    }
    sort_init((SortState *)(void *)state->data, n);
    f->slot[SORT_STATE] = ptr_value(vm, state);
    f->slot[SORT_WORK] = ptr_value(vm, work);
    f->slot[SORT_TMP] = V_NONE;
    f->slot[SORT_AT] = int_value(0);
    f->slot[SORT_LEN] = int_value(n);
    f->slot[SORT_BUFFER] = l->buf;
    obj_set(vm, l, &l->buf, V_NONE);
    l->h.n = 0;
    l->h.small |= LIST_SORTING;
    native_goto(f, width == 2 ? SORT_KEYS : SORT_PREPARE);
    return V_NONE;
}

// All keys are there.
static Value sort_prepare(Vm *vm, Frame *f, SortState *s, Values *work) {
    uint32_t width = f->slot[SORT_KEY_FUNC] == V_NONE ? 1 : 2;
    if (s->n >= SORT_MIN_MERGE && f->slot[SORT_TMP] == V_NONE) {
        Values *tmp = heap_new(vm, T_VALUES, (uint64_t)s->n * width);
        TRY(tmp);
        f->slot[SORT_TMP] = ptr_value(vm, tmp);
    }
    s->mode = sort_mode_of(vm, work->items, s->n, width);
    if (f->slot[SORT_REVERSE] == V_TRUE) { sort_reverse(work->items, 0, s->n, width); }
    native_goto(f, SORT_RUNNING);
    return V_NONE;
}

static Value sort_raise_modified(Vm *vm) {
    return raise_error(vm, EXC_ValueError, "list modified during sort");
}

// The items go back to the list in the order they have by now.
static bool sort_write_back(Vm *vm, Frame *f, const SortState *s, Values *work) {
    uint32_t width = f->slot[SORT_KEY_FUNC] == V_NONE ? 1 : 2;
    if (f->slot[SORT_REVERSE] == V_TRUE) { sort_reverse(work->items, 0, s->n, width); }
    Values *buf = slot_obj(vm, f, SORT_BUFFER, T_VALUES);
    if (!buf || buf->h.n < s->n) { return false; }
    obj_touch(vm, buf);
    for (uint32_t i = 0; i < s->n; i++) {
        buf->items[i] = work->items[(size_t)i * width + width - 1];
    }
    return true;
}

// A comparison that raised leaves the list as far in order as it was; what a merge has taken out of
// its place goes back there.
void merge_sort_unwind(Vm *vm, Frame *f) {
    if (f->slot[SORT_BUFFER] == V_UNBOUND) { return; }
    if (native_state(f) >= SORT_RUNNING) {
        Blob *blob = slot_obj(vm, f, SORT_STATE, T_BLOB);
        Values *work = slot_obj(vm, f, SORT_WORK, T_VALUES);
        const SortState *s = blob ? (const SortState *)(const void *)blob->data : NULL;
        uint32_t width = f->slot[SORT_KEY_FUNC] == V_NONE ? 1 : 2;
        if (s && work && s->phase == SORT_MERGE && is_tagged(vm, f->slot[SORT_TMP], T_VALUES)) {
            const Values *tmp = ref_ptr(vm, f->slot[SORT_TMP]);
            memcpy(&work->items[(size_t)s->k * width], &tmp->items[(size_t)s->ti * width],
                   (size_t)(s->tn - s->ti) * width * sizeof(Value));
        }
        if (s && work) { sort_write_back(vm, f, s, work); }
    }
    sort_restore(vm, f);
}

static Value sort_finish(Vm *vm, Frame *f, const SortState *s, Values *work) {
    TRY(sort_write_back(vm, f, s, work));
    if (sort_restore(vm, f)) { return V_NONE; }
    native_commit(f, SORT_MODIFIED);
    return sort_raise_modified(vm);
}

// `more`: the comparison asked for last has only given something that is to be looked at.
static Value sort_go_on(Vm *vm, Frame *f, SortState *s, Values *work, int answer, bool more) {
    Value ask[2];
    uint32_t width = f->slot[SORT_KEY_FUNC] == V_NONE ? 1 : 2;
    Value *tmp = NULL;
    if (f->slot[SORT_TMP] != V_NONE) {
        Values *values = slot_obj(vm, f, SORT_TMP, T_VALUES);
        TRY(values);
        tmp = values->items;
    }
    switch (sort_run(vm, s, work->items, tmp, width, answer, ask)) {
    case SORT_ASK:
        if (more) { return ask_order_more(vm, f, SORT_COMPARED, OP_LT, ask[0], ask[1]); }
        return ask_order(vm, f, SORT_COMPARED, OP_LT, ask[0], ask[1]);
    case SORT_AGAIN:
        native_goto(f, SORT_RUNNING);
        TRY(native_charge(vm, SORT_FUEL / 4));
        return native_again(vm, f, SORT_RUNNING);
    default: return sort_finish(vm, f, s, work);
    }
}

// ---- what a loaded snapshot says -----------------------------------------------------------------

// The runs stand one behind the other, and what is found next behind them.
static bool sort_runs_fit(const SortState *s) {
    uint64_t end = 0;
    if (s->n_runs > SORT_MAX_RUNS) { return false; }
    for (uint32_t i = 0; i < s->n_runs; i++) {
        if (s->runs[i].base != end || s->runs[i].len == 0) { return false; }
        end += s->runs[i].len;
    }
    return s->lo == end && (uint64_t)s->lo + s->found <= s->n;
}

static bool sort_phase_fits(const SortState *s) {
    bool searches = s->left <= s->right && s->right <= s->n;
    bool merges = s->base <= s->mid && s->mid && s->mid <= s->end && s->end <= s->n;
    switch (s->phase) {
    case SORT_NEXT_RUN: return s->lo < s->n;
    case SORT_ASCENDING:
    case SORT_ALL_EQUAL:
    case SORT_DESCENDING:
    case SORT_LARGER:
    case SORT_EXTEND:
        return s->lo < s->i && s->i <= s->n && s->equal < s->i - s->lo &&
               (s->phase != SORT_ALL_EQUAL || s->i < s->n);
    case SORT_INSERT:
        return searches && s->lo <= s->left && s->right <= s->i && s->i <= s->end &&
               s->lo < s->end && s->end <= s->n;
    case SORT_TRIM_LEFT:
        return merges && s->mid < s->n && searches && s->base <= s->left && s->right <= s->mid;
    case SORT_TRIM_RIGHT:
        return merges && s->mid < s->n && searches && s->mid <= s->left && s->right <= s->end;
    case SORT_MERGE:
        return s->ti <= s->tn && s->tn <= s->n && s->j <= s->end && s->end <= s->n &&
               (uint64_t)s->k + (s->tn - s->ti) == s->j;
    default: return s->phase == SORT_SORTED;
    }
}

static bool sort_keys_fit(Vm *vm, const SortState *s, const Values *v, uint64_t n, uint32_t width) {
    for (uint64_t i = 0; s->mode == SORT_STRS && i < n; i++) {
        if (!is_tagged(vm, v->items[i * width], T_STR)) { return false; }
    }
    return true;
}

bool merge_sort_fits(Vm *vm, const Frame *f) {
    const Value *slot = f->slot;
    int state = native_state(f);
    if (state == SORT_START || state == SORT_MODIFIED) { return slot[SORT_BUFFER] == V_UNBOUND; }
    if (!is_tagged(vm, slot[SORT_LIST], T_LIST) || !is_tagged(vm, slot[SORT_BUFFER], T_VALUES) ||
        !is_tagged(vm, slot[SORT_STATE], T_BLOB) || !is_tagged(vm, slot[SORT_WORK], T_VALUES)) {
        return false;
    }
    const Blob *blob = ref_ptr(vm, slot[SORT_STATE]);
    const SortState *s = (const SortState *)(const void *)blob->data;
    const Values *work = ref_ptr(vm, slot[SORT_WORK]);
    uint64_t n = index_of(slot[SORT_LEN]), at = index_of(slot[SORT_AT]);
    uint32_t width = slot[SORT_KEY_FUNC] == V_NONE ? 1 : 2;
    if (blob->h.n < sizeof *s || n == 0 || s->n != n || n > as_obj(vm, slot[SORT_BUFFER])->n ||
        work->h.n < n * width || at > n || (state == SORT_GOT_KEY && (at == n || width == 1))) {
        return false;
    }
    const Values *tmp =
        is_tagged(vm, slot[SORT_TMP], T_VALUES) ? ref_ptr(vm, slot[SORT_TMP]) : NULL;
    if (tmp ? tmp->h.n < n * width : slot[SORT_TMP] != V_NONE) { return false; }
    if (s->mode > SORT_ANY || s->minrun != sort_minrun(s->n) || !sort_runs_fit(s) ||
        !sort_phase_fits(s)) {
        return false;
    }
    if (state <= SORT_PREPARE) { return s->phase == SORT_NEXT_RUN && s->lo == 0 && s->found == 0; }
    return (tmp || n < SORT_MIN_MERGE) && sort_keys_fit(vm, s, work, n, width) &&
           (s->phase != SORT_MERGE || (tmp && sort_keys_fit(vm, s, tmp, s->tn, width)));
}

Value merge_sort_steps(Vm *vm, Frame *f) {
    int answer = -1;
    if (native_state(f) == SORT_MODIFIED) { return sort_raise_modified(vm); }
    if (native_state(f) == SORT_START) {
        List *l = slot_obj(vm, f, SORT_LIST, T_LIST);
        TRY(l);
        if (list_sort_first(vm, f->slot) == V_NONE) { return V_NONE; }
        TRY_VALUE(sort_begin(vm, f));
    }
    Blob *blob = slot_obj(vm, f, SORT_STATE, T_BLOB);
    Values *work = slot_obj(vm, f, SORT_WORK, T_VALUES);
    TRY(blob && work);
    SortState *s = (SortState *)(void *)blob->data;
    uint64_t at = index_of(f->slot[SORT_AT]);
    switch (native_state(f)) {
    case SORT_GOT_KEY:
        work->items[2 * at++] = f->result;
        f->slot[SORT_AT] = int_value((int64_t)at);
        native_goto(f, SORT_KEYS);
        if (at < s->n && is_exact(vm, f->slot[SORT_KEY_FUNC], T_FUNCTION)) {
            return native_call1(vm, f, SORT_GOT_KEY, f->slot[SORT_KEY_FUNC],
                                work->items[2 * at + 1]);
        }
        // fall through
    case SORT_KEYS:
        for (; at < s->n; f->slot[SORT_AT] = int_value((int64_t)++at)) {
            Value item = work->items[2 * at + 1], key;
            key = leaf_call1(vm, f->slot[SORT_KEY_FUNC], item);
            TRY_VALUE(key);
            if (key == V_UNBOUND) {
                return native_call1(vm, f, SORT_GOT_KEY, f->slot[SORT_KEY_FUNC], item);
            }
            work->items[2 * at] = key;
        }
        // fall through
    case SORT_PREPARE: TRY_VALUE(sort_prepare(vm, f, s, work)); break;
    case SORT_COMPARED:
        if (!is_bool(f->result)) { return sort_go_on(vm, f, s, work, -1, true); }
        // fall through
    case SORT_TRUTH: answer = f->result == V_TRUE; break;
    default: break;
    }
    return sort_go_on(vm, f, s, work, answer, false);
}
