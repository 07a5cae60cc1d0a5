// pickle_read.c: the machine for pickles of plain objects, and the module _pickle_trees.
//
// Values stand on one growing stack; a MARK puts the `fence` below the items that follow it, and the
// fence before it stands where the mark was, so the innermost items are those from the fence up.
// Only instructions that need no guest code are known; any other, and whatever is wrong with the
// bytes, makes the answer NotImplemented: nothing was done that a program could see, and the Python
// code runs the pickle from its start, and complains.
#include "base/bigint.h"
#include "base/utf8.h"
#include "lib/pickle.h"
#include "object/bytes.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/items.h"
#include "object/list.h"
#include "object/set.h"
#include "object/tuple.h"

enum { PICKLE_FIRST_STACK = 64 };

typedef struct PickleReader {
    Vm *vm;
    const uint8_t *at;
    const uint8_t *limit; // nothing is read beyond: the end of the frame, or of all
    const uint8_t *end;
    Values *stack, *memo;
    uint32_t n, n_memo;
    uint32_t fence; // where the items of the innermost mark begin; 0: there is none
    bool framed, stopped;
} PickleReader;

// ---- input, stack and memo ---------------------------------------------------------------------

// The next n bytes, or NULL.
static inline const uint8_t *pickle_take(PickleReader *r, uint64_t n) {
    const uint8_t *p = r->at;
    if ((uint64_t)(r->limit - p) < n) { return NULL; }
    r->at += n;
    return p;
}

static inline bool pickle_number(PickleReader *r, uint32_t size, uint64_t *n) {
    const uint8_t *p = pickle_take(r, size);
    if (!p) { return false; }
    *n = 0;
    for (uint32_t i = 0; i < size; i++) { *n |= (uint64_t)p[i] << 8 * i; }
    return true;
}

static bool pickle_append_to(Vm *vm, Values **values, uint32_t *n, Value v) {
    if (NX_UNLIKELY(*n == (*values)->h.n)) {
        Values *more = heap_new(vm, T_VALUES, (uint64_t)*n * 2);
        if (!more) { return false; }
        memcpy(more->items, (*values)->items, *n * sizeof(Value));
        *values = more;
    }
    (*values)->items[(*n)++] = v;
    return true;
}

// What a scalar became, onto the stack.
static inline int pickle_push(PickleReader *r, Value v) {
    if (v == V_RAISED || v == V_UNBOUND) { return v == V_RAISED ? PICKLE_RAISED : PICKLE_FOREIGN; }
    return pickle_append_to(r->vm, &r->stack, &r->n, v);
}

// Values that the innermost mark leaves on the stack.
static inline uint32_t pickle_depth(const PickleReader *r) { return r->n - r->fence; }
static inline Value *pickle_top(const PickleReader *r) { return &r->stack->items[r->n - 1]; }

static int pickle_mark(PickleReader *r) {
    if (!pickle_append_to(r->vm, &r->stack, &r->n, int_value(r->fence))) { return PICKLE_RAISED; }
    r->fence = r->n;
    return PICKLE_DONE;
}

// Takes the innermost mark and what is above it away; its items stay readable until the next push.
static bool pickle_pop_mark(PickleReader *r, const Value **items, uint32_t *n) {
    if (r->fence == 0) { return false; }
    *items = &r->stack->items[r->fence];
    *n = pickle_depth(r);
    r->n = r->fence - 1;
    r->fence = (uint32_t)int_of(r->stack->items[r->n]);
    return true;
}

static int pickle_get(PickleReader *r, uint32_t size) {
    uint64_t number;
    if (!pickle_number(r, size, &number) || number >= r->n_memo) { return PICKLE_FOREIGN; }
    return pickle_push(r, r->memo->items[number]);
}

// Numbers the value on top; `size` bytes say how, if it is in the usual order.
static int pickle_memo(PickleReader *r, uint32_t size) {
    uint64_t number = r->n_memo;
    if (size && (!pickle_number(r, size, &number) || number != r->n_memo)) {
        return PICKLE_FOREIGN;
    }
    if (pickle_depth(r) == 0) { return PICKLE_FOREIGN; }
    return pickle_append_to(r->vm, &r->memo, &r->n_memo, *pickle_top(r));
}

// ---- scalars -----------------------------------------------------------------------------------

static Value pickle_long(Vm *vm, const uint8_t *p, uint32_t n) {
    if (n <= 8) {
        uint64_t bits = n && p[n - 1] & 0x80 ? ~(uint64_t)0 : 0;
        for (uint32_t i = n; i-- > 0;) { bits = bits << 8 | p[i]; }
        return int_from_i64(vm, (int64_t)bits);
    }
    IntOut out;
    bool neg;
    TRY(int_out(vm, &out, (uint64_t)n / 8 + 1));
    uint32_t n_limbs = big_from_bytes(out.p, p, n, false, true, &neg);
    return int_out_finish(vm, &out, n_limbs, neg);
}

// What stands behind its length of `size` bytes.
static int pickle_sized(PickleReader *r, uint8_t code, uint32_t size) {
    uint64_t n;
    if (!pickle_number(r, size, &n)) { return PICKLE_FOREIGN; }
    const uint8_t *p = pickle_take(r, n);
    if (!p) { return PICKLE_FOREIGN; }
    switch (code) {
    case PICKLE_LONG1:
    case PICKLE_LONG4: return pickle_push(r, pickle_long(r->vm, p, (uint32_t)n));
    case PICKLE_BINBYTES:
    case PICKLE_SHORT_BINBYTES:
    case PICKLE_BINBYTES8: return pickle_push(r, bytes_new(r->vm, p, n));
    default: break;
    }
    Utf8Fault fault;
    if (!utf8_check_text(p, (size_t)n, &fault)) { return PICKLE_FOREIGN; }
    return pickle_push(r, str_new(r->vm, (const char *)p, n));
}

// A number of `size` bytes.
static int pickle_fixed(PickleReader *r, uint8_t code, uint32_t size) {
    uint64_t n;
    if (!pickle_number(r, size, &n)) { return PICKLE_FOREIGN; }
    if (code == PICKLE_BININT) { return pickle_push(r, int_value((int32_t)(uint32_t)n)); }
    if (code != PICKLE_BINFLOAT) { return pickle_push(r, int_value((int64_t)n)); }
    uint64_t bits = 0;
    for (int i = 0; i < 8; i++) { bits = bits << 8 | (n >> 8 * i & 0xFF); }
    return pickle_push(r, double_value(bits_double(bits)));
}

static int pickle_frame(PickleReader *r) {
    uint64_t n;
    if (r->framed || !pickle_number(r, 8, &n) || n > (uint64_t)(r->end - r->at)) {
        return PICKLE_FOREIGN;
    }
    r->limit = r->at + n;
    r->framed = true;
    return PICKLE_DONE;
}

static int pickle_proto(PickleReader *r) {
    uint64_t n;
    return pickle_number(r, 1, &n) && n <= PICKLE_HIGHEST ? PICKLE_DONE : PICKLE_FOREIGN;
}

// ---- containers --------------------------------------------------------------------------------

static int pickle_tuple(PickleReader *r, const Value *items, uint32_t n) {
    if (!items_charge(r->vm, n)) { return PICKLE_RAISED; }
    return pickle_push(r, tuple_from(r->vm, items, n));
}

static int pickle_tuple_of(PickleReader *r, uint32_t n) {
    if (pickle_depth(r) < n) { return PICKLE_FOREIGN; }
    r->n -= n;
    return pickle_tuple(r, &r->stack->items[r->n], n);
}

// Hashing and comparing a key is work in proportion to it, for every time it is fetched.
static bool pickle_charge_key(Vm *vm, Value key) {
    return !is_ref(key) || as_obj(vm, key)->n < 64 || native_charge(vm, as_obj(vm, key)->n / 64);
}

static int pickle_add_to_set(Vm *vm, Value set, const Value *items, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (!pickle_charge_key(vm, items[i])) { return PICKLE_RAISED; }
        int r = set_add_leaf(vm, as_set(vm, set), items[i]);
        if (r < 0) { return r == -1 ? PICKLE_RAISED : PICKLE_FOREIGN; }
    }
    return PICKLE_DONE;
}

static int pickle_frozenset(PickleReader *r, const Value *items, uint32_t n) {
    Value v = set_new(r->vm, T_FROZENSET);
    if (v == V_RAISED) { return PICKLE_RAISED; }
    int done = pickle_add_to_set(r->vm, v, items, n);
    return done == PICKLE_DONE ? pickle_push(r, v) : done;
}

static int pickle_extend(Vm *vm, Value target, const Value *items, uint32_t n) {
    if (!is_exact(vm, target, T_LIST)) { return PICKLE_FOREIGN; }
    if (n == 0) { return PICKLE_DONE; }
    List *l = as_list(vm, target);
    if (!items_charge(vm, n) || !list_grow(vm, l, (uint64_t)l->h.n + n)) { return PICKLE_RAISED; }
    values_copy(&list_open(vm, l)[l->h.n], items, n);
    l->h.n += n;
    return PICKLE_DONE;
}

static int pickle_set_items(Vm *vm, Value target, const Value *items, uint32_t n) {
    if (!is_exact(vm, target, T_DICT) || n % 2) { return PICKLE_FOREIGN; }
    Dict *d = as_dict(vm, target);
    if (n == 0) { return PICKLE_DONE; }
    if (d->h.n == 0 && !dict_reserve(vm, d, n / 2)) { return PICKLE_RAISED; }
    for (uint32_t i = 0; i < n; i += 2) {
        if (!pickle_charge_key(vm, items[i])) { return PICKLE_RAISED; }
        int r = dict_set_leaf(vm, d, items[i], items[i + 1]);
        if (r <= 0) { return r == 0 ? PICKLE_RAISED : PICKLE_FOREIGN; }
    }
    return PICKLE_DONE;
}

// n values on top go into the container below them.
static int pickle_fill_one(PickleReader *r, uint8_t code, uint32_t n) {
    if (pickle_depth(r) <= n) { return PICKLE_FOREIGN; }
    r->n -= n;
    Value *items = &r->stack->items[r->n];
    return code == PICKLE_APPEND ? pickle_extend(r->vm, items[-1], items, n)
                                 : pickle_set_items(r->vm, items[-1], items, n);
}

// What needs the items above the mark.
static int pickle_marked(PickleReader *r, uint8_t code) {
    const Value *items;
    uint32_t n;
    if (!pickle_pop_mark(r, &items, &n)) { return PICKLE_FOREIGN; }
    if (code == PICKLE_POP_MARK || code == PICKLE_POP) { return PICKLE_DONE; }
    if (code == PICKLE_TUPLE) { return pickle_tuple(r, items, n); }
    if (code == PICKLE_FROZENSET) { return pickle_frozenset(r, items, n); }
    if (pickle_depth(r) == 0) { return PICKLE_FOREIGN; }
    Value target = *pickle_top(r);
    if (code == PICKLE_APPENDS) { return pickle_extend(r->vm, target, items, n); }
    if (code == PICKLE_SETITEMS) { return pickle_set_items(r->vm, target, items, n); }
    if (!is_exact(r->vm, target, T_SET)) { return PICKLE_FOREIGN; }
    return pickle_add_to_set(r->vm, target, items, n);
}

// ---- instructions ------------------------------------------------------------------------------

static int pickle_pop(PickleReader *r) {
    if (pickle_depth(r) == 0) { return pickle_marked(r, PICKLE_POP); }
    r->n--;
    return PICKLE_DONE;
}

static int pickle_stop(PickleReader *r) {
    r->stopped = true;
    return pickle_depth(r) ? PICKLE_DONE : PICKLE_FOREIGN;
}

static int pickle_run_number(PickleReader *r, uint8_t code) {
    switch (code) {
    case PICKLE_BINFLOAT: return pickle_fixed(r, code, 8);
    case PICKLE_BININT: return pickle_fixed(r, code, 4);
    case PICKLE_BININT1: return pickle_fixed(r, code, 1);
    case PICKLE_BININT2: return pickle_fixed(r, code, 2);
    case PICKLE_LONG1:
    case PICKLE_SHORT_BINBYTES:
    case PICKLE_SHORT_BINUNICODE: return pickle_sized(r, code, 1);
    case PICKLE_BINBYTES:
    case PICKLE_BINUNICODE:
    case PICKLE_LONG4: return pickle_sized(r, code, 4); // a negative size is more than there is
    case PICKLE_BINBYTES8:
    case PICKLE_BINUNICODE8: return pickle_sized(r, code, 8);
    default: return PICKLE_FOREIGN;
    }
}

static int pickle_run(PickleReader *r, uint8_t code) {
    switch (code) {
    case PICKLE_MARK: return pickle_mark(r);
    case PICKLE_STOP: return pickle_stop(r);
    case PICKLE_POP: return pickle_pop(r);
    case PICKLE_DUP: return pickle_depth(r) ? pickle_push(r, *pickle_top(r)) : PICKLE_FOREIGN;
    case PICKLE_NONE: return pickle_push(r, V_NONE);
    case PICKLE_NEWTRUE: return pickle_push(r, V_TRUE);
    case PICKLE_NEWFALSE: return pickle_push(r, V_FALSE);
    case PICKLE_EMPTY_LIST: return pickle_push(r, list_new(r->vm, 0));
    case PICKLE_EMPTY_DICT: return pickle_push(r, dict_new(r->vm, 0));
    case PICKLE_EMPTY_SET: return pickle_push(r, set_new(r->vm, T_SET));
    case PICKLE_EMPTY_TUPLE: return pickle_tuple(r, NULL, 0);
    case PICKLE_TUPLE1:
    case PICKLE_TUPLE2:
    case PICKLE_TUPLE3: return pickle_tuple_of(r, code - PICKLE_TUPLE1 + 1u);
    case PICKLE_APPEND: return pickle_fill_one(r, code, 1);
    case PICKLE_SETITEM: return pickle_fill_one(r, code, 2);
    case PICKLE_POP_MARK:
    case PICKLE_TUPLE:
    case PICKLE_FROZENSET:
    case PICKLE_APPENDS:
    case PICKLE_SETITEMS:
    case PICKLE_ADDITEMS: return pickle_marked(r, code);
    case PICKLE_BINGET: return pickle_get(r, 1);
    case PICKLE_LONG_BINGET: return pickle_get(r, 4);
    case PICKLE_MEMOIZE: return pickle_memo(r, 0);
    case PICKLE_BINPUT: return pickle_memo(r, 1);
    case PICKLE_LONG_BINPUT: return pickle_memo(r, 4);
    case PICKLE_PROTO: return pickle_proto(r);
    case PICKLE_FRAME_START: return pickle_frame(r);
    default: return pickle_run_number(r, code);
    }
}

Value pickle_read(Vm *vm, const uint8_t *data, uint32_t n) {
    PickleReader r = {.vm = vm, .at = data, .limit = data + n, .end = data + n};
    TRY(native_charge(vm, n / 16));
    r.stack = heap_new(vm, T_VALUES, PICKLE_FIRST_STACK);
    r.memo = heap_new(vm, T_VALUES, PICKLE_FIRST_STACK);
    TRY(r.stack && r.memo);
    while (!r.stopped) {
        if (r.at == r.limit) { // behind a frame
            r.limit = r.end;
            r.framed = false;
        }
        if (r.at == r.end) { return V_NOTIMPL; }
        int done = pickle_run(&r, *r.at++);
        if (done != PICKLE_DONE) { return done == PICKLE_RAISED ? V_RAISED : V_NOTIMPL; }
    }
    return *pickle_top(&r);
}

// ---- the module --------------------------------------------------------------------------------

static Value pickle_dumps(Vm *vm, Value *a) {
    if (a[1] == V_NONE) { return pickle_write(vm, a[0], PICKLE_HIGHEST); }
    int64_t protocol = is_int(a[1]) ? int_of(a[1]) : 0;
    if (protocol < 0) { protocol = PICKLE_HIGHEST; }
    if (protocol < 4 || protocol > PICKLE_HIGHEST) { return V_NOTIMPL; }
    return pickle_write(vm, a[0], (uint8_t)protocol);
}

static Value pickle_loads(Vm *vm, Value *a) {
    ByteSpan b;
    return bytes_like(vm, a[0], &b) ? pickle_read(vm, b.p, b.n) : V_NOTIMPL;
}

static const NativeDef pickle_functions[] = {
    LEAF("dumps", "obj, protocol, /", pickle_dumps,
         "The pickle of an object made of plain objects only, or NotImplemented."),
    LEAF("loads", "data, /", pickle_loads,
         "The object that such a pickle describes, or NotImplemented."),
    NATIVE_END,
};

const ModuleDef pickle_trees_module = {
    .name = "_pickle_trees",
    .doc = "pickle's fast paths.",
    .functions = pickle_functions,
};
