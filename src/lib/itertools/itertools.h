// itertools.h: what the tools of the module itertools share.
//
// Every tool over other iterators has two forms, as zip and map in object/iters.c: a leaf `next` that
// goes as far as no guest code is needed, and a `__next__` in steps that goes on from there. Between
// the two the object holds what is half done (an item that was taken and not yet looked at): nothing
// that was taken gets lost, neither on the way to the steps nor when an allocation fails. The steps
// move it into their frame before they ask for a call: a guest that enters the same tool again then
// begins anew, as in CPython, which has it in C variables.
//
// Tools over iterators are composites (TypeDef.composite): h.small is the depth, and inner iterators
// are asked by iter_next_below. A leaf ends (V_UNBOUND) after ITER_CHUNK items that it only skips,
// and the steps' calls let the loop look at limits.
#ifndef NX_LIB_ITERTOOLS_ITERTOOLS_H
#define NX_LIB_ITERTOOLS_ITERTOOLS_H

#include "object/iters.h"
#include "object/steps_fast.h"
#include "object/tuple.h"

enum { ITER_CHUNK = 2048 };

// Makes the tool: `a` are the bound arguments of `__new__`, `it` the iterator over one of them.
typedef Value (*ToolMake)(Vm *vm, const Value *a, Value it);
// `__new__` of a tool over iter(a[at]), as a leaf and in steps (no scratch).
NX_INTERNAL Value tool_new_first(Vm *vm, const Value *a, uint32_t at, ToolMake make);
NX_INTERNAL Value tool_new_steps(Vm *vm, Frame *f, uint32_t at, ToolMake make);

// The items of an iterable as an exact Tuple. V_UNBOUND: ask I_DRAIN, and then for its list.
NX_INTERNAL Value tool_pool(Vm *vm, Value iterable);
// For each of the arguments what `leaf` makes of it, as VALUES. In steps `parts` and `parts` + 1 are
// scratch slots, and what `leaf` leaves open is asked of `op` (I_ITER or I_DRAIN).
typedef Value (*ToolPart)(Vm *vm, Value v);
NX_INTERNAL Value tool_parts_first(Vm *vm, Value args, ToolPart leaf);
NX_INTERNAL Value tool_parts_steps(Vm *vm, Frame *f, uint32_t args, uint32_t parts, ToolPart leaf,
                                   Internal op);

// The end of a `__next__` in steps: what the leaf answered.
static inline Value tool_answer(Vm *vm, Value v) {
    return v == V_STOP ? raise_stop_iteration(vm, V_NONE) : v;
}
// Ends a native with the next item of `it`, or the exception it raises.
NX_INTERNAL Value tool_pass(Vm *vm, Value it);
// The exception with which an inner iterator ended, raised again: an end is one of this tool's own,
// without the value the inner one may have had.
NX_INTERNAL Value tool_end(Vm *vm, Value exc);
// Of TypeDef.below: resumes `it` if it is a generator that can go on at once; V_UNBOUND: it is not.
NX_INTERNAL Value tool_resume(Vm *vm, Value it, uint64_t ret);
// What a leaf passes on at once when an inner iterator gave no item.
static inline bool is_no_item(Value v) { return v == V_STOP || v == V_RAISED || v == V_UNBOUND; }
// Such an answer after which the inner iterator is not to be asked again: its end, or an exception.
static inline bool is_final(Vm *vm, Value v) {
    return v == V_STOP || (v == V_RAISED && !iter_will_retry(vm));
}
// The step of a native that failed will be repeated: what it holds must be kept.
static inline Value kept_if_retry(Vm *vm, Value v) { return iter_will_retry(vm) ? v : V_UNBOUND; }

// Whether counts and indices of an object of a snapshot are true, if it is one of these tools: see
// snap/verify.h.
NX_INTERNAL bool itertools_verify(Vm *vm, const Obj *o);

// The first n items of a row as a tuple; the row is empty again. It is no tuple that is filled, for that
// may be a code object's constants, says a snapshot.
static inline Value tool_row_tuple(Vm *vm, Values *row, uint32_t n) {
    Value t = tuple_from(vm, row->items, n);
    TRY_VALUE(t);
    obj_touch(vm, row);
    for (uint32_t i = 0; i < n; i++) { row->items[i] = V_UNBOUND; }
    return t;
}

// ---- layouts that itertools_verify looks into --------------------------------------------------
typedef struct Batched {
    Obj h;
    Value it;  // V_NONE: it has ended
    Value row; // VALUES, its own: the `filled` items of a batch under way; or V_NONE
    int64_t n;
    uint32_t filled, strict;
} Batched;

// COMBINATIONS, COMBINATIONS_AGAIN and PERMUTATIONS.
typedef struct Selection {
    Obj h;
    Value pool; // Tuple
    Value last; // Tuple: the last result; V_NONE before the first
    Value at;   // BLOB of uint32_t: r indices; of permutations n indices, then r counts of turns
    uint32_t r, ended;
} Selection;

typedef struct Product {
    Obj h;
    Value pools; // VALUES of Tuples
    Value last;  // Tuple: the last result; V_NONE before the first
    Value at;    // BLOB of uint32_t: an index for each pool
    uint32_t ended, pad;
} Product;

typedef struct TeeBlock {
    Obj h; // n = room for items
    Value it;
    Value next;    // TeeBlock; V_NONE: nobody has gone on
    Value items[]; // behind them a TeeState
} TeeBlock;

typedef struct TeeState {
    uint32_t n_read;
    uint32_t running; // the iterator is being asked
} TeeState;

static inline TeeState *tee_state(TeeBlock *b) { return (TeeState *)(void *)&b->items[b->h.n]; }

typedef struct ZipLongest {
    Obj h;
    Value its;  // VALUES of iterators, V_NONE for those that have ended
    Value fill; // what stands for their items
    Value row;  // VALUES, its own: the `filled` items of a row under way; or V_NONE
    uint32_t filled, active;
} ZipLongest;

static inline uint32_t *blob_words(Vm *vm, Value blob) {
    return (uint32_t *)(void *)((Blob *)ref_ptr(vm, blob))->data;
}

#endif
