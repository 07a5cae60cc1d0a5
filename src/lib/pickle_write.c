// pickle_write.c: trees of plain objects as pickles, in one pass without recursion.
//
// The bytes grow in a StrBuilder, into which the writer stores directly: `at` is where the next one
// goes, `limit` the end of the room it has asked for. The open containers stand on a stack that
// moves to the heap when it is deep. The memo is a hash table from objects (their offsets; nothing
// moves while this runs) to their numbers in the order in which they were memoized. Frames, batches
// and the places of the memo's instructions are those of CPython's pickler, byte for byte. What is
// not of exactly one of the known types makes the whole answer NotImplemented.
#include "lib/pickle.h"

#include "base/bigint.h"
#include "object/bytes.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/list.h"
#include "object/set.h"
#include "object/tuple.h"

// CPython ends with a RecursionError at some depth that its C stack sets; behind this one the
// Python code runs into the guest's own limit.
enum { PICKLE_DEPTH_MAX = 20000, PICKLE_FIRST_LEVELS = 24 };
enum { PICKLE_FIRST_MEMO = 256, PICKLE_FRAME_HEADER = 9, PICKLE_FEW = 512 };

typedef struct PickleLevel {
    Value v, held;     // the container; of a dict: the value whose key was written, or V_UNBOUND
    uint32_t at;       // items seen; position in a dict or set
    uint32_t in_batch; // items since the last MARK
} PickleLevel;

typedef struct PickleMemo {
    uint32_t ref, number; // ref 0: free
} PickleMemo;

typedef struct PickleWriter {
    StrBuilder b;
    char *at, *limit;
    uint32_t frame; // where the open frame begins
    bool framed;
    uint32_t depth, n_levels, n_memo, memo_mask;
    PickleLevel *level;
    PickleMemo *memo;
    PickleLevel first_levels[PICKLE_FIRST_LEVELS];
    PickleMemo first_memo[PICKLE_FIRST_MEMO];
    char few[PICKLE_FEW];
} PickleWriter;

// ---- bytes and frames --------------------------------------------------------------------------

static NX_NOINLINE bool pickle_grow(PickleWriter *w, uint64_t n) {
    uint32_t len = (uint32_t)(w->at - sb_text(&w->b));
    uint64_t more = n > len ? n : len;
    w->b.len = len;
    if (!native_charge(w->b.vm, more / 16) || !sb_reserve(&w->b, more + 64)) { return false; }
    w->at = sb_text(&w->b) + len;
    w->limit = w->at + more + 64;
    return true;
}

static inline bool pickle_room(PickleWriter *w, uint64_t n) {
    return NX_LIKELY((uint64_t)(w->limit - w->at) >= n) || pickle_grow(w, n);
}

// Room for n bytes of instructions, in a frame.
static inline bool pickle_open(PickleWriter *w, uint64_t n) {
    if (!pickle_room(w, n + PICKLE_FRAME_HEADER)) { return false; }
    if (NX_UNLIKELY(!w->framed)) {
        w->framed = true;
        w->frame = (uint32_t)(w->at - sb_text(&w->b));
        memset(w->at, 0, PICKLE_FRAME_HEADER);
        w->at += PICKLE_FRAME_HEADER;
    }
    return true;
}

static inline void pickle_store(PickleWriter *w, uint64_t n, uint32_t size) {
    for (uint32_t i = 0; i < size; i++) { *w->at++ = (char)(uint8_t)(n >> 8 * i); }
}

static uint64_t pickle_frame_size(const PickleWriter *w) {
    return (uint64_t)(w->at - sb_text(&w->b)) - w->frame - PICKLE_FRAME_HEADER;
}

// Writes how long the frame became. A very short one has no header.
static void pickle_close(PickleWriter *w) {
    if (!w->framed) { return; }
    char *start = sb_text(&w->b) + w->frame, *end = w->at;
    uint64_t n = pickle_frame_size(w);
    w->framed = false;
    if (n < PICKLE_FRAME_MIN) {
        memmove(start, start + PICKLE_FRAME_HEADER, (size_t)n);
        w->at = start + n;
        return;
    }
    w->at = start;
    pickle_store(w, PICKLE_FRAME_START, 1);
    pickle_store(w, n, 8);
    w->at = end;
}

static inline bool pickle_put(PickleWriter *w, uint8_t code) {
    if (!pickle_open(w, 1)) { return false; }
    *w->at++ = (char)code;
    return true;
}

// A code and a number of `size` bytes behind it.
static inline bool pickle_put_number(PickleWriter *w, uint8_t code, uint64_t n, uint32_t size) {
    if (!pickle_open(w, 9)) { return false; }
    *w->at++ = (char)code;
    pickle_store(w, n, size);
    return true;
}

// Bytes behind a code and their length; many of them stand between two frames.
static bool pickle_put_data(PickleWriter *w, uint8_t short_code, uint8_t code, const void *data,
                            uint32_t n) {
    uint32_t size = n <= 0xFF ? 1 : 4;
    if (n >= PICKLE_FRAME) {
        pickle_close(w);
        if (!pickle_room(w, (uint64_t)n + 5)) { return false; }
    } else if (!pickle_open(w, (uint64_t)n + 5)) {
        return false;
    }
    *w->at++ = (char)(size == 1 ? short_code : code);
    pickle_store(w, n, size);
    memcpy(w->at, data, n);
    w->at += n;
    return true;
}

// ---- the memo ----------------------------------------------------------------------------------

// The place of an object, or the free one where it belongs.
static inline PickleMemo *pickle_memo_at(const PickleWriter *w, uint32_t ref) {
    uint32_t i = (ref >> 3) * 0x9E3779B1u >> 7 & w->memo_mask;
    while (w->memo[i].ref && w->memo[i].ref != ref) { i = (i + 1) & w->memo_mask; }
    return &w->memo[i];
}

static bool pickle_memo_grow(PickleWriter *w) {
    Vm *vm = w->b.vm;
    uint32_t n = w->memo_mask + 1;
    PickleMemo *old = w->memo;
    Blob *blob = heap_new(vm, T_BLOB, (uint64_t)n * 4 * sizeof(PickleMemo));
    if (!blob || !native_charge(vm, n / 8)) { return false; }
    w->memo = (PickleMemo *)(void *)blob->data;
    w->memo_mask = n * 4 - 1;
    for (uint32_t i = 0; i < n; i++) {
        if (old[i].ref) { *pickle_memo_at(w, old[i].ref) = old[i]; }
    }
    return true;
}

static bool pickle_memoize(PickleWriter *w, Value v) {
    if (w->n_memo > w->memo_mask / 2 && !pickle_memo_grow(w)) { return false; }
    uint32_t ref = ref_offset(v);
    *pickle_memo_at(w, ref) = (PickleMemo){ref, w->n_memo++};
    return pickle_put(w, PICKLE_MEMOIZE);
}

static bool pickle_put_get(PickleWriter *w, uint32_t number) {
    return number <= 0xFF ? pickle_put_number(w, PICKLE_BINGET, number, 1)
                          : pickle_put_number(w, PICKLE_LONG_BINGET, number, 4);
}

// ---- values ------------------------------------------------------------------------------------

// An int of more than 32 bits.
static bool pickle_put_long(PickleWriter *w, Value v) {
    IntArg x;
    int_arg(w->b.vm, v, &x);
    // Two's complement: one bit for the sign, and -2^k needs no more bits than 2^k - 1.
    uint64_t bits = big_bit_length(x.p, x.n), size = bits / 8 + 1;
    if (!pickle_open(w, size + 5)) { return false; }
    uint8_t code = size <= 0xFF ? PICKLE_LONG1 : PICKLE_LONG4;
    uint8_t *data = (uint8_t *)w->at + (size <= 0xFF ? 2 : 5);
    if (bits % 8 == 0 && big_to_bytes(data, (size_t)size - 1, false, true, x.p, x.n, x.neg)) {
        size--;
        if (size == 0xFF) { // the shorter head after all
            code = PICKLE_LONG1;
            memmove((uint8_t *)w->at + 2, data, (size_t)size);
        }
    } else {
        bool fits = big_to_bytes(data, (size_t)size, false, true, x.p, x.n, x.neg);
        NX_ASSERT(fits);
        (void)fits;
    }
    *w->at++ = (char)code;
    pickle_store(w, size, code == PICKLE_LONG1 ? 1 : 4);
    w->at += size;
    return true;
}

static bool pickle_put_i64(PickleWriter *w, Value v, int64_t n) {
    if ((uint64_t)n <= 0xFF) { return pickle_put_number(w, PICKLE_BININT1, (uint64_t)n, 1); }
    if ((uint64_t)n <= 0xFFFF) { return pickle_put_number(w, PICKLE_BININT2, (uint64_t)n, 2); }
    if (n < INT32_MIN || n > INT32_MAX) { return pickle_put_long(w, v); }
    return pickle_put_number(w, PICKLE_BININT, (uint64_t)n, 4);
}

static bool pickle_put_float(PickleWriter *w, double d) {
    uint64_t bits = double_bits(d);
    if (!pickle_open(w, 9)) { return false; }
    *w->at++ = (char)PICKLE_BINFLOAT;
    for (int shift = 56; shift >= 0; shift -= 8) { *w->at++ = (char)(uint8_t)(bits >> shift); }
    return true;
}

// A new level for a container, behind what opens it.
static int pickle_enter(PickleWriter *w, Value v) {
    if (w->depth == PICKLE_DEPTH_MAX) { return PICKLE_FOREIGN; }
    if (w->depth == w->n_levels) {
        uint64_t n = w->n_levels * 4;
        Blob *blob = heap_new(w->b.vm, T_BLOB, n * sizeof(PickleLevel));
        if (!blob) { return PICKLE_RAISED; }
        PickleLevel *level = (PickleLevel *)(void *)blob->data;
        memcpy(level, w->level, w->depth * sizeof(PickleLevel));
        w->level = level;
        w->n_levels = (uint32_t)n;
    }
    w->level[w->depth++] = (PickleLevel){v, V_UNBOUND, 0, 0};
    return PICKLE_DONE;
}

// A list, dict or set: empty, memoized, and then what it has.
static int pickle_put_filled(PickleWriter *w, Value v, uint8_t code) {
    if (!pickle_put(w, code) || !pickle_memoize(w, v)) { return PICKLE_RAISED; }
    return as_obj(w->b.vm, v)->n == 0 ? PICKLE_DONE : pickle_enter(w, v);
}

static int pickle_put_tuple(PickleWriter *w, Value v) {
    uint32_t n = as_obj(w->b.vm, v)->n;
    if (n == 0) { return pickle_put(w, PICKLE_EMPTY_TUPLE); }
    if (n > 3 && !pickle_put(w, PICKLE_MARK)) { return PICKLE_RAISED; }
    return pickle_enter(w, v);
}

// Places of a table that may be mostly empty are work, too.
static bool pickle_charge_table(PickleWriter *w, uint32_t places) {
    return places < 64 || native_charge(w->b.vm, places / 16);
}

static int pickle_put_object(PickleWriter *w, Value v) {
    Vm *vm = w->b.vm;
    const Obj *o = as_obj(vm, v);
    if (o->ext) { return PICKLE_FOREIGN; }
    if (o->type == T_INT) { return pickle_put_long(w, v); }
    const PickleMemo *known = pickle_memo_at(w, ref_offset(v));
    if (known->ref) { return pickle_put_get(w, known->number); }
    switch (o->type) {
    case T_STR:
        return pickle_put_data(w, PICKLE_SHORT_BINUNICODE, PICKLE_BINUNICODE, as_str(vm, v)->data,
                               o->n) &&
               pickle_memoize(w, v);
    case T_BYTES:
        return pickle_put_data(w, PICKLE_SHORT_BINBYTES, PICKLE_BINBYTES, as_bytes(vm, v)->data,
                               o->n) &&
               pickle_memoize(w, v);
    case T_LIST: return pickle_put_filled(w, v, PICKLE_EMPTY_LIST);
    case T_TUPLE: return pickle_put_tuple(w, v);
    case T_DICT:
        if (!pickle_charge_table(w, as_dict(vm, v)->used)) { return PICKLE_RAISED; }
        return pickle_put_filled(w, v, PICKLE_EMPTY_DICT);
    case T_SET:
        if (!pickle_charge_table(w, as_set(vm, v)->mask)) { return PICKLE_RAISED; }
        return pickle_put_filled(w, v, PICKLE_EMPTY_SET);
    case T_FROZENSET:
        if (!pickle_charge_table(w, as_set(vm, v)->mask) || !pickle_put(w, PICKLE_MARK)) {
            return PICKLE_RAISED;
        }
        return pickle_enter(w, v);
    default: return PICKLE_FOREIGN;
    }
}

// A value, or the beginning of a container.
static int pickle_put_value(PickleWriter *w, Value v) {
    if (w->framed && pickle_frame_size(w) >= PICKLE_FRAME) { pickle_close(w); }
    if (is_int(v)) { return pickle_put_i64(w, v, int_of(v)); }
    if (is_double(v)) { return pickle_put_float(w, double_of(v)); }
    if (v == V_NONE) { return pickle_put(w, PICKLE_NONE); }
    if (is_bool(v)) { return pickle_put(w, v == V_TRUE ? PICKLE_NEWTRUE : PICKLE_NEWFALSE); }
    return is_ref(v) ? pickle_put_object(w, v) : PICKLE_FOREIGN;
}

// ---- containers --------------------------------------------------------------------------------

// Each of these sets *next to the item that is to be written, or to V_UNBOUND behind the last one,
// when the level is left. False: raised.

// Behind the items of a tuple or frozenset, `pops` of them on the stack (0: down to the mark). If an
// item led to the container itself, it is there already.
static bool pickle_finish(PickleWriter *w, Value v, uint8_t code, uint32_t pops) {
    const PickleMemo *known = pickle_memo_at(w, ref_offset(v));
    w->depth--;
    if (NX_LIKELY(!known->ref)) { return pickle_put(w, code) && pickle_memoize(w, v); }
    if (pops == 0 && !pickle_put(w, PICKLE_POP_MARK)) { return false; }
    for (; pops > 0; pops--) {
        if (!pickle_put(w, PICKLE_POP)) { return false; }
    }
    return pickle_put_get(w, known->number);
}

static bool pickle_next_of_tuple(PickleWriter *w, PickleLevel *l, Value *next) {
    static const uint8_t codes[] = {0, PICKLE_TUPLE1, PICKLE_TUPLE2, PICKLE_TUPLE3};
    const Tuple *t = as_tuple(w->b.vm, l->v);
    if (l->at < t->h.n) {
        *next = t->items[l->at++];
        return true;
    }
    return t->h.n <= 3 ? pickle_finish(w, l->v, codes[t->h.n], t->h.n)
                       : pickle_finish(w, l->v, PICKLE_TUPLE, 0);
}

static bool pickle_next_of_frozenset(PickleWriter *w, PickleLevel *l, Value *next) {
    int64_t hash;
    if (set_next(w->b.vm, as_set(w->b.vm, l->v), &l->at, next, &hash)) { return true; }
    *next = V_UNBOUND;
    return pickle_finish(w, l->v, PICKLE_FROZENSET, 0);
}

static bool pickle_next_of_set(PickleWriter *w, PickleLevel *l, Value *next) {
    int64_t hash;
    if (l->at == 0 && l->in_batch == 0 && !pickle_put(w, PICKLE_MARK)) { return false; }
    if (l->in_batch == PICKLE_BATCH) {
        // As behind a full batch of a dict.
        if (!pickle_put(w, PICKLE_ADDITEMS) || !pickle_put(w, PICKLE_MARK)) { return false; }
        l->in_batch = 0;
    }
    if (set_next(w->b.vm, as_set(w->b.vm, l->v), &l->at, next, &hash)) {
        l->in_batch++;
        return true;
    }
    *next = V_UNBOUND;
    w->depth--;
    return pickle_put(w, PICKLE_ADDITEMS);
}

// Before an item of a list or dict of n items, or behind the last one (`end`). A single one needs no
// mark, and another code.
static bool pickle_batch(PickleWriter *w, PickleLevel *l, uint32_t n, bool end, uint8_t one,
                         uint8_t many) {
    if (n == 1) { return !end || pickle_put(w, one); }
    if (end || l->in_batch == PICKLE_BATCH) {
        l->in_batch = 0;
        if (!pickle_put(w, many)) { return false; }
    }
    return end || l->in_batch++ > 0 || pickle_put(w, PICKLE_MARK);
}

static bool pickle_next_of_list(PickleWriter *w, PickleLevel *l, Value *next) {
    const List *list = as_list(w->b.vm, l->v);
    bool end = l->at == list->h.n;
    if (end) {
        w->depth--;
    } else {
        *next = list_items(w->b.vm, list)[l->at++];
    }
    return pickle_batch(w, l, list->h.n, end, PICKLE_APPEND, PICKLE_APPENDS);
}

static bool pickle_next_of_dict(PickleWriter *w, PickleLevel *l, Value *next) {
    const Dict *d = as_dict(w->b.vm, l->v);
    if (l->held != V_UNBOUND) {
        *next = l->held;
        l->held = V_UNBOUND;
        return true;
    }
    bool end = !dict_next(w->b.vm, d, &l->at, next, &l->held);
    if (end) {
        *next = l->held = V_UNBOUND;
        w->depth--;
    }
    if (!pickle_batch(w, l, d->h.n, end, PICKLE_SETITEM, PICKLE_SETITEMS)) { return false; }
    if (!end || d->h.n % PICKLE_BATCH) { return true; }
    // Behind a full batch another one is begun before anyone looks whether it has items.
    return pickle_put(w, PICKLE_MARK) && pickle_put(w, PICKLE_SETITEMS);
}

static bool pickle_next(PickleWriter *w, Value *next) {
    PickleLevel *l = &w->level[w->depth - 1];
    *next = V_UNBOUND;
    switch (as_obj(w->b.vm, l->v)->type) {
    case T_LIST: return pickle_next_of_list(w, l, next);
    case T_TUPLE: return pickle_next_of_tuple(w, l, next);
    case T_DICT: return pickle_next_of_dict(w, l, next);
    case T_SET: return pickle_next_of_set(w, l, next);
    default: return pickle_next_of_frozenset(w, l, next);
    }
}

static int pickle_put_tree(PickleWriter *w, Value v) {
    int r = pickle_put_value(w, v);
    while (r == PICKLE_DONE && w->depth > 0) {
        Value next;
        if (!pickle_next(w, &next)) { return PICKLE_RAISED; }
        if (next != V_UNBOUND) { r = pickle_put_value(w, next); }
    }
    return r;
}

Value pickle_write(Vm *vm, Value v, uint8_t protocol) {
    PickleWriter w;
    w.b = str_builder_on(vm, w.few, PICKLE_FEW);
    w.at = w.few;
    w.limit = w.few + PICKLE_FEW;
    w.framed = false;
    w.frame = w.depth = w.n_memo = 0;
    w.level = w.first_levels;
    w.n_levels = PICKLE_FIRST_LEVELS;
    w.memo = w.first_memo;
    w.memo_mask = PICKLE_FIRST_MEMO - 1;
    memset(w.first_memo, 0, sizeof w.first_memo);
    *w.at++ = (char)PICKLE_PROTO;
    *w.at++ = (char)protocol;
    int r = pickle_put_tree(&w, v);
    if (r == PICKLE_FOREIGN) { return V_NOTIMPL; }
    TRY(r == PICKLE_DONE && pickle_put(&w, PICKLE_STOP));
    pickle_close(&w);
    w.b.len = (uint32_t)(w.at - sb_text(&w.b));
    return sb_finish_bytes(&w.b);
}
