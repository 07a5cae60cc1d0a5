// re_collect.c: what collects from all matches: findall, split, sub and subn. They have the first
// arguments of I_RE_COLLECT in common: pattern, subject, from, to (bytes), limit (0: none), what is
// wanted, and the replacement.
//
// Collect is the same as a leaf and in steps. As a leaf it lies on the C stack, with what was found so
// far in `pieces` or `text`. Where a search takes long, or a function is to be called, I_RE_COLLECT
// begins anew, and puts all of it into its frame after each match: it can be suspended and saved
// between any two matches, and a step that ran out of memory be repeated.
#include "lib/re_pattern.h"

#include "base/utf8.h"
#include "object/bytes_inner.h"
#include "object/list.h"
#include "object/steps_fast.h"
#include "rt/internals.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum {
    COLLECT_PATTERN,
    COLLECT_SUBJECT,
    COLLECT_FROM,
    COLLECT_TO,
    COLLECT_LIMIT,
    COLLECT_WANT,
    COLLECT_REPL,
    COLLECT_OUT,     // List of findall and split, text of sub (a builder's blob)
    COLLECT_LENGTH,  // of either
    COLLECT_LAST,    // bytes: behind the last match
    COLLECT_COUNT,   // matches
    COLLECT_ADVANCE, // 1: the last match was empty
    COLLECT_ITEMS,   // as in SubText
    COLLECT_BAD,
    COLLECT_BAD_AT
};
enum { COLLECT_FRESH, COLLECT_RUNNING, COLLECT_SEARCHED, COLLECT_CALLED };

enum { WANT_FINDALL, WANT_SPLIT, WANT_SUB, WANT_SUBN };

typedef struct Collect {
    Vm *vm;
    Scan sc;
    uint64_t want;
    int64_t limit, count;
    Value repl;
    uint32_t last;
    bool advance, calls;
    Pieces pieces;
    SubText text;
} Collect;

// ---- one match ---------------------------------------------------------------------------------

static bool collect_put_group(Collect *c, const uint32_t *block, uint32_t group) {
    Value v = scan_group(c->vm, &c->sc, block, group);
    return pieces_put(&c->pieces, v == V_UNBOUND ? V_NONE : v);
}

// What findall() lists: the match, its only group, or all groups as a tuple. Groups that took no
// part are empty.
static Value collect_found(Vm *vm, const Scan *sc, const uint32_t *block) {
    uint32_t n = sc->groups;
    if (n < 2) {
        Value v = scan_group(vm, sc, block, n);
        return v == V_UNBOUND ? scan_piece(vm, sc, 0, 0) : v;
    }
    Tuple *t = heap_new(vm, T_TUPLE, n);
    TRY(t);
    for (uint32_t g = 1; g <= n; g++) {
        Value v = scan_group(vm, sc, block, g);
        if (v == V_UNBOUND) { v = scan_piece(vm, sc, 0, 0); }
        TRY_VALUE(v);
        t->items[g - 1] = v;
    }
    return ptr_value(vm, t);
}

static bool collect_split(Collect *c, const uint32_t *block, uint32_t from) {
    if (!pieces_put(&c->pieces, scan_piece(c->vm, &c->sc, c->last, from))) { return false; }
    for (uint32_t g = 1; g <= c->sc.groups; g++) {
        if (!collect_put_group(c, block, g)) { return false; }
    }
    return true;
}

// The text before the match, and what replaces it unless a function is to be asked for that.
static bool collect_sub(Collect *c, const uint32_t *block, uint32_t from) {
    Vm *vm = c->vm;
    // Room for all of it in most cases; a subject that shrinks is copied in the end.
    if (!is_ref(c->text.text.blob) && !sb_reserve(&c->text.text, (uint64_t)c->sc.s.n + 24)) {
        return false;
    }
    if (!sub_put_span(vm, &c->text, &c->sc, c->last, from)) { return false; }
    if (c->calls) { return true; }
    return is_exact(vm, c->repl, T_TUPLE)
               ? sub_put_template(vm, &c->text, &c->sc, block, as_tuple(vm, c->repl))
               : sub_put_item(vm, &c->text, &c->sc, c->repl);
}

// Keeps what is wanted of the match, and prepares the search for the next one.
static bool collect_take(Collect *c, const uint32_t *block) {
    uint32_t from, to;
    re_state_span(block, 0, &from, &to);
    bool done;
    switch (c->want) {
    case WANT_FINDALL: done = pieces_put(&c->pieces, collect_found(c->vm, &c->sc, block)); break;
    case WANT_SPLIT: done = collect_split(c, block, from); break;
    default: done = collect_sub(c, block, from); break;
    }
    c->count++;
    c->last = c->sc.from = to;
    c->advance = from == to;
    return done;
}

static Value collect_list(Collect *c) {
    if (c->want == WANT_SPLIT) {
        TRY(pieces_put(&c->pieces, scan_piece(c->vm, &c->sc, c->last, c->sc.s.n)));
    }
    return pieces_finish(&c->pieces);
}

// The subject as str or bytes of no derived class.
static Value collect_unchanged(Collect *c) {
    Value same = c->sc.subject;
    if (is_exact(c->vm, same, T_STR) || is_exact(c->vm, same, T_BYTES)) { return same; }
    return scan_piece(c->vm, &c->sc, 0, c->sc.s.n);
}

static Value collect_text(Collect *c) {
    if (c->count == 0) { return collect_unchanged(c); }
    TRY(sub_put_span(c->vm, &c->text, &c->sc, c->last, c->sc.s.n));
    return sub_finish(c->vm, &c->text, &c->sc);
}

static Value collect_result(Collect *c) {
    if (c->want < WANT_SUB) { return collect_list(c); }
    Value text = collect_text(c);
    TRY_VALUE(text);
    return c->want == WANT_SUB ? text : tuple_pack2(c->vm, text, int_value(c->count));
}

// ---- many matches ------------------------------------------------------------------------------

typedef enum CollectEnd {
    COLLECT_END_DONE,
    COLLECT_END_RAISED,
    COLLECT_END_ASK,   // the next search takes more than a slice
    COLLECT_END_CALL,  // the function is to be asked what replaces the match in the block
    COLLECT_END_PAUSE, // the slice is over
} CollectEnd;

static bool collect_is_full(const Collect *c) {
    return c->limit < 0 || (c->limit && c->count >= c->limit);
}

// On from c->sc.from, as far as the fuel goes.
static CollectEnd collect_run(Collect *c, uint32_t *block, int64_t *fuel) {
    for (bool first = true; !collect_is_full(c); first = false) {
        ReStatus status = scan_find(&c->sc, block, c->advance ? SCAN_ADVANCE : 0, fuel);
        if (status == RE_STATUS_NO_MATCH) { break; }
        if (status != RE_STATUS_MATCH) { return first ? COLLECT_END_ASK : COLLECT_END_PAUSE; }
        if (!collect_take(c, block)) { return COLLECT_END_RAISED; }
        if (c->calls) { return COLLECT_END_CALL; }
        *fuel -= 8;
        if (*fuel <= 0) { return COLLECT_END_PAUSE; }
    }
    return COLLECT_END_DONE;
}

static bool collect_is_call(Vm *vm, uint64_t want, Value repl) {
    if (want < WANT_SUB || !is_ref(repl)) { return false; }
    switch (as_obj(vm, repl)->type) {
    case T_FUNCTION: return true;
    case T_TUPLE: return false;
    case T_STR:
    case T_BYTES:
        if (!as_obj(vm, repl)->ext) { return false; }
        break;
    default: break;
    }
    return is_callable(vm, repl);
}

static bool collect_open(Vm *vm, Collect *c, const Value *a) {
    c->vm = vm;
    if (!scan_open(vm, &c->sc, a[COLLECT_PATTERN], a[COLLECT_SUBJECT])) { return false; }
    c->want = index_of(a[COLLECT_WANT]);
    c->limit = int_clamp_i64(vm, a[COLLECT_LIMIT]);
    c->repl = a[COLLECT_REPL];
    c->calls = collect_is_call(vm, c->want, c->repl);
    c->count = 0;
    c->last = 0;
    c->advance = false;
    pieces_init(vm, &c->pieces);
    c->text = (SubText){.text = str_builder(vm), .bad = V_UNBOUND};
    return true;
}

// What I_RE_COLLECT gives, where that takes neither long nor a call. `a`: its parameters, with
// positions as characters.
static Value collect_leaf(Vm *vm, const Value *a) {
    uint32_t block[SCAN_STACK_WORDS];
    char few[SB_FEW];
    Collect c;
    TRY(collect_open(vm, &c, a));
    c.text.text = str_builder_on(vm, few, SB_FEW);
    scan_range(vm, &c.sc, a[COLLECT_FROM], a[COLLECT_TO]);
    int64_t fuel = SCAN_SLICE;
    CollectEnd end = collect_run(&c, block, &fuel);
    if (end == COLLECT_END_RAISED) { return V_RAISED; }
    if (end != COLLECT_END_DONE) { return V_UNBOUND; }
    TRY(scan_charge(vm, SCAN_SLICE - fuel));
    return collect_result(&c);
}

// ---- in steps ----------------------------------------------------------------------------------

static bool collect_corrupt(Vm *vm) {
    raise_stop(vm, STOP_CORRUPT);
    return false;
}

static bool collect_load_out(Vm *vm, const Frame *f, Collect *c) {
    uint64_t length = index_of(f->slot[COLLECT_LENGTH]);
    if (c->want >= WANT_SUB) {
        c->text.n_items = (uint32_t)index_of(f->slot[COLLECT_ITEMS]);
        c->text.wide = true; // or may be
        c->text.bad = f->slot[COLLECT_BAD];
        c->text.bad_at = (uint32_t)index_of(f->slot[COLLECT_BAD_AT]);
        if (!is_ref(f->slot[COLLECT_OUT])) { return length == 0 || collect_corrupt(vm); }
        const Blob *b = slot_obj(vm, f, COLLECT_OUT, T_BLOB);
        if (!b) { return false; }
        if (length + SB_SPARE > b->h.n) { return collect_corrupt(vm); }
        c->text.text.blob = f->slot[COLLECT_OUT];
        c->text.text.len = (uint32_t)length;
        return true;
    }
    List *out = slot_obj(vm, f, COLLECT_OUT, T_LIST);
    if (!out) { return false; }
    if (length > out->h.n) { return collect_corrupt(vm); }
    obj_touch(vm, out);
    out->h.n = (uint32_t)length; // a step that failed may have begun with a match
    c->pieces.list = f->slot[COLLECT_OUT];
    return true;
}

static bool collect_load(Vm *vm, Frame *f, Collect *c) {
    if (!slot_obj(vm, f, COLLECT_PATTERN, T_PATTERN) || !collect_open(vm, c, f->slot)) {
        return false;
    }
    if (native_state(f) == COLLECT_FRESH) {
        if (!value_is_int(vm, f->slot[COLLECT_FROM]) || !value_is_int(vm, f->slot[COLLECT_TO])) {
            return false;
        }
        scan_range(vm, &c->sc, f->slot[COLLECT_FROM], f->slot[COLLECT_TO]);
        if (c->want < WANT_SUB) { c->pieces.list = list_new(vm, 0); }
        return c->pieces.list != V_RAISED;
    }
    uint64_t last = index_of(f->slot[COLLECT_LAST]), from = index_of(f->slot[COLLECT_FROM]),
             to = index_of(f->slot[COLLECT_TO]);
    // A bytearray may have become shorter.
    if (!c->sc.s.is_text) {
        last = last < c->sc.s.n ? last : c->sc.s.n;
        from = from < c->sc.s.n ? from : c->sc.s.n;
        to = to < c->sc.s.n ? to : c->sc.s.n;
    }
    if (!scan_is_boundary(&c->sc, last) || !scan_is_boundary(&c->sc, from) ||
        !scan_is_boundary(&c->sc, to)) {
        return collect_corrupt(vm);
    }
    c->sc.from = (uint32_t)from;
    c->sc.to = (uint32_t)to;
    c->last = (uint32_t)last;
    c->count = int_clamp_i64(vm, f->slot[COLLECT_COUNT]);
    c->advance = f->slot[COLLECT_ADVANCE] == int_value(1);
    return collect_load_out(vm, f, c);
}

// What was done so far stays done: the native goes on in state `next`.
static bool collect_store(Frame *f, Collect *c, int next) {
    if (c->want < WANT_SUB) {
        if (!pieces_flush(&c->pieces)) { return false; }
        f->slot[COLLECT_OUT] = c->pieces.list;
        f->slot[COLLECT_LENGTH] = int_value(as_list(c->vm, c->pieces.list)->h.n);
    } else {
        f->slot[COLLECT_OUT] = c->text.text.blob;
        f->slot[COLLECT_LENGTH] = int_value(c->text.text.len);
        f->slot[COLLECT_ITEMS] = int_value(c->text.n_items);
        f->slot[COLLECT_BAD] = c->text.bad;
        f->slot[COLLECT_BAD_AT] = int_value(c->text.bad_at);
    }
    f->slot[COLLECT_FROM] = int_value(c->sc.from);
    f->slot[COLLECT_TO] = int_value(c->sc.to);
    f->slot[COLLECT_LAST] = int_value(c->last);
    f->slot[COLLECT_COUNT] = int_value(c->count);
    f->slot[COLLECT_ADVANCE] = int_value(c->advance);
    native_commit(f, next);
    return true;
}

// Asks the function about the match that was just taken.
static Value collect_call(Frame *f, Collect *c, const uint32_t *block) {
    Value m = scan_match(c->vm, &c->sc, block);
    TRY_VALUE(m);
    TRY(collect_store(f, c, COLLECT_RUNNING));
    return native_call1(c->vm, f, COLLECT_CALLED, c->repl, m);
}

static Value collect_step(Frame *f, Collect *c) {
    uint32_t block[SCAN_STACK_WORDS];
    Vm *vm = c->vm;
    int64_t fuel = SCAN_SLICE;
    CollectEnd end = collect_run(c, block, &fuel);
    if (end == COLLECT_END_RAISED) { return V_RAISED; }
    TRY(scan_charge(vm, SCAN_SLICE - fuel));
    if (end == COLLECT_END_DONE) { return collect_result(c); }
    if (end == COLLECT_END_CALL) { return collect_call(f, c, block); }
    TRY(collect_store(f, c, COLLECT_RUNNING));
    if (end == COLLECT_END_PAUSE) { return native_again(vm, f, COLLECT_RUNNING); }
    return scan_ask(vm, f, COLLECT_SEARCHED, &c->sc, c->advance ? SCAN_ADVANCE : 0);
}

// I_RE_COLLECT. Positions are characters at first, later bytes.
Value re_collect_steps(Vm *vm, Frame *f) {
    Collect c;
    TRY(collect_load(vm, f, &c));
    if (native_state(f) == COLLECT_SEARCHED) {
        const uint32_t *block;
        TRY(scan_heard(vm, f, &c.sc, &block));
        if (!block) { return collect_result(&c); }
        TRY(collect_take(&c, block));
        if (c.calls) { return collect_call(f, &c, block); }
    } else if (native_state(f) == COLLECT_CALLED && f->result != V_NONE) {
        TRY(sub_put_item(vm, &c.text, &c.sc, f->result));
    }
    return collect_step(f, &c);
}

// ---- rows --------------------------------------------------------------------------------------

enum {
    FIRST_POS = 2,
    FIRST_ENDPOS = 3,
    SPLIT_MAX = 2,
    SUB_REPL = 1,
    SUB_STRING = 2,
    SUB_COUNT = 3
};

static void findall_ask(const Value *a, Value *ask) {
    Value all[7] = {
        a[0], a[1], a[FIRST_POS], a[FIRST_ENDPOS], int_value(0), int_value(WANT_FINDALL), V_NONE};
    values_copy(ask, all, 7);
}

Value pattern_findall(Vm *vm, Value *a) {
    Value ask[7];
    findall_ask(a, ask);
    return collect_leaf(vm, ask);
}

Value pattern_findall_steps(Vm *vm, Frame *f) {
    Value ask[7];
    TRY(slot_obj(vm, f, 0, T_PATTERN));
    findall_ask(f->slot, ask);
    return native_tail_internal(vm, I_RE_COLLECT, 7, ask);
}

// Of the whole subject.
static void collect_ask_all(Value *ask, Value pattern, Value subject, Value limit, int want,
                            Value repl) {
    Value all[7] = {pattern, subject,         int_value(0), int_value(VALUE_INT_BIAS - 1),
                    limit,   int_value(want), repl};
    values_copy(ask, all, 7);
}

Value pattern_split(Vm *vm, Value *a) {
    Value ask[7];
    collect_ask_all(ask, a[0], a[1], a[SPLIT_MAX], WANT_SPLIT, V_NONE);
    return collect_leaf(vm, ask);
}

Value pattern_split_steps(Vm *vm, Frame *f) {
    Value ask[7];
    TRY(slot_obj(vm, f, 0, T_PATTERN) && value_is_int(vm, f->slot[SPLIT_MAX]));
    collect_ask_all(ask, f->slot[0], f->slot[1], f->slot[SPLIT_MAX], WANT_SPLIT, V_NONE);
    return native_tail_internal(vm, I_RE_COLLECT, 7, ask);
}

// False: V_RAISED or V_UNBOUND in ask[0], the latter with what is to be raised in *failure.
static bool sub_ask(Vm *vm, const Value *a, int want, Value *ask, Value *failure) {
    Value repl = a[SUB_REPL];
    if (is_exact(vm, repl, T_STR) || !is_callable(vm, repl)) {
        repl = re_template(vm, as_pattern(vm, a[0]), repl, failure);
        ask[0] = repl;
        if (repl == V_RAISED || repl == V_UNBOUND) { return false; }
    }
    collect_ask_all(ask, a[0], a[SUB_STRING], a[SUB_COUNT], want, repl);
    return true;
}

static Value sub_leaf(Vm *vm, const Value *a, int want) {
    Value ask[7], failure;
    return sub_ask(vm, a, want, ask, &failure) ? collect_leaf(vm, ask) : ask[0];
}

Value pattern_sub(Vm *vm, Value *a) { return sub_leaf(vm, a, WANT_SUB); }
Value pattern_subn(Vm *vm, Value *a) { return sub_leaf(vm, a, WANT_SUBN); }

Value pattern_sub_steps(Vm *vm, Frame *f) {
    Value ask[7], failure;
    TRY(slot_obj(vm, f, 0, T_PATTERN) && value_is_int(vm, f->slot[SUB_COUNT]));
    int want = native_magic(vm, f) ? WANT_SUBN : WANT_SUB;
    if (!sub_ask(vm, f->slot, want, ask, &failure)) {
        return ask[0] == V_RAISED ? V_RAISED : re_template_raise(vm, f->slot[SUB_REPL], failure);
    }
    return native_tail_internal(vm, I_RE_COLLECT, 7, ask);
}
