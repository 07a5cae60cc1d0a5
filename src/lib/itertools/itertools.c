// itertools.c: the module itself, and how its tools come into being. See itertools.h; the tools stand
// in endless.c (count, cycle, repeat), slicing.c (islice, batched, pairwise), selecting.c (takewhile,
// dropwhile, filterfalse, compress), applying.c (accumulate, starmap), joining.c (chain,
// zip_longest), combining.c (product, permutations, combinations), grouping.c and tee.c.
#include "lib/itertools/itertools.h"

#include "lib/itertools/tee.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/items.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/type.h"
#include "vm/gen.h"
#include "vm/ops.h"

// ---- construction ------------------------------------------------------------------------------

enum { TOOL_START, TOOL_GOT_ITER };

Value tool_new_first(Vm *vm, const Value *a, uint32_t at, ToolMake make) {
    Value it = iter_leaf(vm, a[at]);
    return it == V_UNBOUND || it == V_RAISED ? it : make(vm, a, it);
}

Value tool_new_steps(Vm *vm, Frame *f, uint32_t at, ToolMake make) {
    if (native_state(f) == TOOL_GOT_ITER) { return make(vm, f->slot, f->result); }
    return native_call1(vm, f, TOOL_GOT_ITER, internal(vm, I_ITER), f->slot[at]);
}

Value tool_pool(Vm *vm, Value iterable) {
    Value seq = items_of_leaf(vm, iterable);
    if (seq == V_UNBOUND || seq == V_RAISED || is_exact(vm, seq, T_TUPLE)) { return seq; }
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    TRY(items_charge(vm, n));
    return tuple_from(vm, items, n);
}

Value tool_parts_first(Vm *vm, Value args, ToolPart leaf) {
    uint32_t n;
    const Value *items = seq_items(vm, args, &n);
    Values *parts = heap_new(vm, T_VALUES, n);
    TRY(parts);
    for (uint32_t i = 0; i < n; i++) {
        Value part = leaf(vm, items[i]);
        if (part == V_UNBOUND || part == V_RAISED) { return part; }
        parts->items[i] = part;
    }
    return ptr_value(vm, parts);
}

enum { PARTS_START, PARTS_GOT, PARTS_ON };

// What the operation gave: an iterator, or a list that only the native has seen.
static Value tool_part_of(Vm *vm, Value result, Internal op) {
    return op == I_ITER ? result : tool_pool(vm, result);
}

Value tool_parts_steps(Vm *vm, Frame *f, uint32_t args, uint32_t parts, ToolPart leaf,
                       Internal op) {
    const Tuple *from = slot_obj(vm, f, (int)args, T_TUPLE);
    TRY(from);
    if (native_state(f) == PARTS_START) {
        Values *made = heap_new(vm, T_VALUES, from->h.n);
        TRY(made);
        f->slot[parts] = ptr_value(vm, made);
        f->slot[parts + 1] = int_value(0);
    }
    Values *made = slot_obj(vm, f, (int)parts, T_VALUES);
    TRY(made && made->h.n == from->h.n);
    for (uint32_t i = (uint32_t)index_of(f->slot[parts + 1]); i < made->h.n; i++) {
        bool got = native_state(f) == PARTS_GOT;
        Value part = got ? tool_part_of(vm, f->result, op) : leaf(vm, from->items[i]);
        TRY_VALUE(part);
        if (part == V_UNBOUND) {
            return native_call1(vm, f, PARTS_GOT, internal(vm, op), from->items[i]);
        }
        made->items[i] = part;
        f->slot[parts + 1] = int_value((int64_t)i + 1);
        native_goto(f, PARTS_ON);
    }
    return f->slot[parts];
}

Value tool_pass(Vm *vm, Value it) {
    if (is_exact(vm, it, T_GENERATOR)) {
        return native_tailcall_resume(vm, CALL_RESUME, it, V_NONE);
    }
    return native_tailcall(vm, internal(vm, I_NEXT), 1, &it);
}

Value tool_end(Vm *vm, Value exc) {
    if (isinstance_exc(vm, exc, EXC_StopIteration)) { return raise_stop_iteration(vm, V_NONE); }
    return raise_value(vm, exc);
}

Value tool_resume(Vm *vm, Value it, uint64_t ret) { return gen_resume_waiting(vm, it, ret); }

// ---- snapshots ---------------------------------------------------------------------------------

// A row under way has room for what it holds.
static bool verify_under_way(Vm *vm, Value row, uint32_t filled) {
    return is_ref(row) ? filled <= as_obj(vm, row)->n : filled == 0;
}

static bool verify_last(Vm *vm, Value last, uint64_t n) {
    return !is_ref(last) || as_obj(vm, last)->n == n;
}

static bool verify_words(Vm *vm, Value blob, uint64_t n) {
    return as_obj(vm, blob)->n == n * sizeof(uint32_t);
}

static bool verify_selection(Vm *vm, const Selection *s) {
    uint32_t n = as_tuple(vm, s->pool)->h.n;
    bool turns = s->h.type == T_PERMUTATIONS;
    if (s->ended) { return true; }
    if (!verify_last(vm, s->last, s->r) || (s->h.type != T_COMBINATIONS_AGAIN && s->r > n)) {
        return false;
    }
    uint64_t n_at = turns ? n : s->r;
    if (!verify_words(vm, s->at, n_at + (turns ? s->r : 0))) { return false; }
    const uint32_t *at = blob_words(vm, s->at);
    for (uint64_t i = 0; i < n_at; i++) {
        if (at[i] >= n) { return false; }
    }
    for (uint32_t i = 0; turns && i < s->r; i++) {
        if (at[n + i] == 0 || at[n + i] > n - i) { return false; }
    }
    return true;
}

static bool verify_product(Vm *vm, const Product *p) {
    const Values *pools = ref_ptr(vm, p->pools);
    if (p->ended) { return true; }
    if (!verify_last(vm, p->last, pools->h.n) || !verify_words(vm, p->at, pools->h.n)) {
        return false;
    }
    const uint32_t *at = blob_words(vm, p->at);
    for (uint32_t i = 0; i < pools->h.n; i++) {
        if (!is_tagged(vm, pools->items[i], T_TUPLE)) { return false; }
        uint32_t n = as_tuple(vm, pools->items[i])->h.n;
        if (at[i] >= n && (n || is_ref(p->last))) { return false; }
    }
    return true;
}

static bool verify_zip_longest(Vm *vm, const ZipLongest *z) {
    const Values *its = ref_ptr(vm, z->its);
    return verify_last(vm, z->row, its->h.n) && verify_under_way(vm, z->row, z->filled);
}

bool itertools_verify(Vm *vm, const Obj *o) {
    switch (o->type) {
    case T_BATCHED: {
        const Batched *b = (const Batched *)o;
        return b->n >= 1 && b->filled <= b->n && verify_under_way(vm, b->row, b->filled);
    }
    case T_PRODUCT: return verify_product(vm, (const Product *)o);
    case T_TEE_BLOCK: return tee_state((TeeBlock *)(uintptr_t)o)->n_read <= o->n;
    case T_ZIP_LONGEST: return verify_zip_longest(vm, (const ZipLongest *)o);
    case T_COMBINATIONS:
    case T_COMBINATIONS_AGAIN:
    case T_PERMUTATIONS: return verify_selection(vm, (const Selection *)o);
    default: return true;
    }
}

// ---- the module --------------------------------------------------------------------------------

static const uint8_t itertools_types[] = {
    T_ACCUMULATE, T_BATCHED,     T_CHAIN,   T_COMBINATIONS, T_COMBINATIONS_AGAIN,
    T_COMPRESS,   T_COUNT_ITER,  T_CYCLE,   T_DROPWHILE,    T_FILTERFALSE,
    T_GROUPBY,    T_GROUPER,     T_ISLICE,  T_PAIRWISE,     T_PERMUTATIONS,
    T_PRODUCT,    T_REPEAT,      T_STARMAP, T_TAKEWHILE,    T_TEE,
    T_TEE_BLOCK,  T_ZIP_LONGEST, 0};

static const NativeDef itertools_functions[] = {
    STEPS_FAST("tee", "iterable, n: int=2, /", tee_first, tee_steps, 0,
               "A tuple of n iterators that each give all items of the iterable."),
    NATIVE_END,
};

const ModuleDef itertools_module = {"itertools",
                                    "Iterators made of iterators: counting, slicing, joining, "
                                    "selecting, grouping, and combinations of items.",
                                    itertools_functions, NULL, itertools_types};
