// re_scan.c: running compiled patterns over subjects: what search, findall, finditer, split and sub
// have in common. A Scan looks for one match after the other and collects what is wanted of them.
//
// Small subjects are scanned as a leaf, with the engine's block on the C stack. Where that needs
// more fuel or memory it begins anew in steps: the block is a BLOB then, and after each match all
// that the scan knows is put into the frame, so that it can be suspended, saved and continued
// between any two slices, and a step that ran out of memory can be repeated.
#include "base/utf8.h"
#include "lib/re/re.h"
#include "lib/re_module.h"
#include "lib/re_scan.h"
#include "object/bytes_inner.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str_inner.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { SCAN_SLICE = 8192, SCAN_STACK_WORDS = 1024 };

// The parameters of scan(), then what is kept between steps.
enum {
    SCAN_PROGRAM,
    SCAN_SUBJECT,
    SCAN_POS,
    SCAN_ENDPOS,
    SCAN_MODE,
    SCAN_LIMIT,
    SCAN_WANT,
    SCAN_PARTS,
    SCAN_OUT,
    SCAN_COUNT,
    SCAN_BLOCK,
    SCAN_LAST,
    SCAN_BYTE,
    SCAN_CHAR,
    SCAN_LENGTH
};
enum { SCAN_START, SCAN_RUNNING };
enum { SCAN_ADVANCE = 4 }; // in the mode: the first match must not be empty at `pos`

// What is collected: Match objects, the only one or None, what findall() lists, the pieces of
// split(), or those of sub() with the parts of its template.
enum { WANT_MATCHES, WANT_ONE, WANT_FINDALL, WANT_SPLIT, WANT_SUB };

typedef struct Scan {
    const Program *owner;
    const uint32_t *program;
    ReText s;
    Value subject;
    uint32_t *block, n_block;
    uint32_t from, to; // bytes
    int64_t pos, endpos;
    ReMode mode;
    bool advance;
    int64_t limit, count; // limit 0: none
    int want;
    Value parts, out;
    uint32_t last;       // byte offset behind the last match: where the next piece begins
    uint32_t cursor;     // a byte offset, and
    int64_t cursor_char; // how many characters stand before it
    uint32_t groups;
    bool ascii;
} Scan;

static int scan_want(const Value *a) { return (int)(int_of(a[SCAN_WANT]) & 7); }

static bool scan_subject(Vm *vm, Scan *sc, Value program, Value subject) {
    if (!is_exact(vm, program, T_PATTERN)) {
        return raise_false(vm, EXC_TypeError, "expected a compiled program, got '%T'", program);
    }
    sc->owner = ref_ptr(vm, program);
    sc->program = (const uint32_t *)((Blob *)ref_ptr(vm, sc->owner->words))->data;
    sc->subject = subject;
    sc->groups = re_program_groups(sc->program);
    if (!re_text(vm, subject, &sc->s)) { return false; }
    sc->ascii = !sc->s.is_text || str_is_ascii(as_str(vm, subject));
    if (sc->s.is_text == re_program_is_text(sc->program)) { return true; }
    return raise_false(vm, EXC_TypeError,
                       sc->s.is_text ? "cannot use a bytes pattern on a string-like object"
                                     : "cannot use a string pattern on a bytes-like object");
}

static uint32_t scan_byte(Vm *vm, const Scan *sc, int64_t index) {
    if (sc->ascii) { return (uint32_t)index; }
    const Str *str = as_str(vm, sc->subject);
    return index >= str->len ? sc->s.n : str_byte_offset(vm, str, (uint32_t)index);
}

static void scan_begin(Vm *vm, Scan *sc, const Value *a) {
    int64_t size = sc->s.is_text ? as_str(vm, sc->subject)->len : sc->s.n;
    sc->pos = max_i64(0, min_i64(int_clamp_i64(vm, a[SCAN_POS]), size));
    sc->endpos = max_i64(0, min_i64(int_clamp_i64(vm, a[SCAN_ENDPOS]), size));
    sc->from = scan_byte(vm, sc, sc->pos);
    sc->to = scan_byte(vm, sc, sc->endpos);
    sc->mode = (ReMode)(int_of(a[SCAN_MODE]) & 3);
    sc->advance = int_of(a[SCAN_MODE]) & SCAN_ADVANCE;
    sc->limit = int_clamp_i64(vm, a[SCAN_LIMIT]);
    sc->want = scan_want(a);
    sc->parts = a[SCAN_PARTS];
    sc->count = sc->last = sc->cursor = 0;
    sc->cursor_char = 0;
}

// ---- what a match gives ------------------------------------------------------------------------

// Characters before byte offset `at`, counted on from the last one asked for.
static int64_t scan_char(Scan *sc, uint32_t at) {
    if (sc->ascii) { return at; }
    if (at < sc->cursor) { return (int64_t)utf8_count(sc->s.p, at); }
    sc->cursor_char += (int64_t)utf8_count(sc->s.p + sc->cursor, at - sc->cursor);
    sc->cursor = at;
    return sc->cursor_char;
}

static Value scan_piece(Vm *vm, const Scan *sc, uint32_t from, uint32_t to) {
    if (sc->s.is_text) { return str_slice_bytes(vm, as_str(vm, sc->subject), from, to); }
    return bytes_new(vm, sc->s.p + from, to - from);
}

static Value scan_group(Vm *vm, const Scan *sc, uint32_t group) {
    uint32_t from = 0, to = 0;
    re_state_span(sc->block, group, &from, &to);
    return scan_piece(vm, sc, from, to);
}

// What findall() lists: the match, its only group, or all groups as a tuple.
static Value scan_found(Vm *vm, const Scan *sc) {
    if (sc->groups < 2) { return scan_group(vm, sc, sc->groups); }
    Tuple *t = heap_new(vm, T_TUPLE, sc->groups);
    TRY(t);
    for (uint32_t g = 1; g <= sc->groups; g++) {
        t->items[g - 1] = scan_group(vm, sc, g);
        TRY_VALUE(t->items[g - 1]);
    }
    return ptr_value(vm, t);
}

static Value scan_match(Vm *vm, Scan *sc) {
    Tuple *t = heap_new_raw(vm, T_TUPLE, sc->groups * 2 + 3);
    TRY(t);
    for (uint32_t g = 0; g <= sc->groups; g++) {
        uint32_t from, to;
        bool set = re_state_span(sc->block, g, &from, &to);
        t->items[2 * g] = int_value(set ? scan_char(sc, from) : -1);
        t->items[2 * g + 1] = int_value(set ? scan_char(sc, to) : -1);
    }
    uint32_t last = re_state_last_index(sc->block);
    t->items[sc->groups * 2 + 2] = last ? int_value(last) : V_NONE;
    return match_new(vm, sc->owner, sc->subject, ptr_value(vm, t), sc->pos, sc->endpos);
}

static bool scan_put(Vm *vm, Scan *sc, Value v) {
    return v != V_RAISED && list_append(vm, as_list(vm, sc->out), v);
}

// A group in the pieces of split() and sub(): `absent` when it took no part (V_UNBOUND: nothing).
static bool scan_put_group(Vm *vm, Scan *sc, uint32_t group, Value absent) {
    uint32_t from, to;
    if (group <= sc->groups && re_state_span(sc->block, group, &from, &to)) {
        return scan_put(vm, sc, scan_piece(vm, sc, from, to));
    }
    return absent == V_UNBOUND || scan_put(vm, sc, absent);
}

static bool scan_put_pieces(Vm *vm, Scan *sc, uint32_t from) {
    if (!scan_put(vm, sc, scan_piece(vm, sc, sc->last, from))) { return false; }
    if (sc->want == WANT_SPLIT) {
        for (uint32_t g = 1; g <= sc->groups; g++) {
            if (!scan_put_group(vm, sc, g, V_NONE)) { return false; }
        }
        return true;
    }
    const List *parts = as_list(vm, sc->parts);
    if (!native_charge(vm, parts->h.n / 8)) { return false; }
    for (uint32_t i = 0; i < parts->h.n; i++) {
        Value part = list_items(vm, parts)[i];
        bool done = is_int(part) ? scan_put_group(vm, sc, (uint32_t)int_of(part), V_UNBOUND)
                                 : scan_put(vm, sc, part);
        if (!done) { return false; }
    }
    return true;
}

// Keeps what is wanted of the match just found, and prepares the search for the next one.
static bool scan_take(Vm *vm, Scan *sc) {
    uint32_t from, to;
    re_state_span(sc->block, 0, &from, &to);
    bool done;
    switch (sc->want) {
    case WANT_FINDALL: done = scan_put(vm, sc, scan_found(vm, sc)); break;
    case WANT_SPLIT:
    case WANT_SUB: done = scan_put_pieces(vm, sc, from); break;
    default: done = scan_put(vm, sc, scan_match(vm, sc)); break;
    }
    if (!done) { return false; }
    sc->count++;
    sc->last = to;
    re_state_init(sc->block, sc->n_block, sc->program, sc->mode, sc->s.n, to, sc->to, from == to);
    return true;
}

static Value scan_join(Vm *vm, const Scan *sc) {
    Value joined;
    if (sc->s.is_text) {
        Value a[2] = {vm_name(vm, N_empty), sc->out};
        joined = str_join(vm, a);
    } else {
        Value a[2] = {bytes_new(vm, (const uint8_t *)"", 0), sc->out};
        TRY_VALUE(a[0]);
        joined = bytes_join(vm, a);
    }
    TRY_VALUE(joined);
    return tuple_pack2(vm, joined, int_value(sc->count));
}

static Value scan_result(Vm *vm, Scan *sc) {
    if (sc->want != WANT_SPLIT && sc->want != WANT_SUB) { return sc->out; }
    if (sc->want == WANT_SUB && sc->count == 0) {
        Value same = sc->subject;
        if (!is_exact(vm, same, T_STR) && !is_exact(vm, same, T_BYTES)) {
            same = scan_piece(vm, sc, 0, sc->s.n);
            TRY_VALUE(same);
        }
        return tuple_pack2(vm, same, int_value(0));
    }
    TRY(scan_put(vm, sc, scan_piece(vm, sc, sc->last, sc->s.n)));
    return sc->want == WANT_SUB ? scan_join(vm, sc) : sc->out;
}

// ---- as a leaf ---------------------------------------------------------------------------------

static bool scan_parts_fit(Vm *vm, const Value *a) {
    return scan_want(a) != WANT_SUB || is_exact(vm, a[SCAN_PARTS], T_LIST);
}

Value re_scan_leaf(Vm *vm, Value *a) {
    uint32_t block[SCAN_STACK_WORDS];
    Scan sc;
    TRY(scan_subject(vm, &sc, a[SCAN_PROGRAM], a[SCAN_SUBJECT]));
    uint32_t words = re_state_words(sc.program);
    if (words + 64 > SCAN_STACK_WORDS || !scan_parts_fit(vm, a)) { return V_UNBOUND; }
    scan_begin(vm, &sc, a);
    sc.block = block;
    sc.n_block = SCAN_STACK_WORDS;
    if (sc.want != WANT_ONE) {
        sc.out = list_new(vm, 0);
        TRY_VALUE(sc.out);
    }
    re_state_init(block, sc.n_block, sc.program, sc.mode, sc.s.n, sc.from, sc.to, sc.advance);
    int64_t fuel = SCAN_SLICE;
    while (!sc.limit || sc.count < sc.limit) {
        ReStatus status = re_match_run(block, sc.n_block, sc.program, sc.s.p, sc.s.n, &fuel);
        if (status == RE_STATUS_MATCH && sc.want == WANT_ONE) {
            TRY(native_charge(vm, (uint64_t)(SCAN_SLICE - fuel) / 4 + 1));
            return scan_match(vm, &sc);
        }
        if (status == RE_STATUS_NO_MATCH) { break; }
        if (status != RE_STATUS_MATCH) { return V_UNBOUND; }
        TRY(scan_take(vm, &sc));
        fuel -= 8;
        if (fuel <= 0) { return V_UNBOUND; }
    }
    TRY(native_charge(vm, (uint64_t)(SCAN_SLICE - fuel) / 4 + 1));
    return sc.want == WANT_ONE ? V_NONE : scan_result(vm, &sc);
}

// ---- in steps ----------------------------------------------------------------------------------

static void scan_store(Vm *vm, Frame *f, const Scan *sc) {
    f->slot[SCAN_COUNT] = int_value(sc->count);
    f->slot[SCAN_LAST] = int_value(sc->last);
    f->slot[SCAN_BYTE] = int_value(sc->cursor);
    f->slot[SCAN_CHAR] = int_value(sc->cursor_char);
    f->slot[SCAN_LENGTH] = int_value(as_list(vm, sc->out)->h.n);
}

static bool scan_first(Vm *vm, Frame *f, Scan *sc) {
    if (!scan_parts_fit(vm, f->slot)) {
        return raise_false(vm, EXC_TypeError, "expected a list of parts, got '%T'",
                           f->slot[SCAN_PARTS]);
    }
    uint32_t words = re_state_words(sc->program) + 64;
    Blob *b = heap_new(vm, T_BLOB, (uint64_t)words * 4);
    sc->out = list_new(vm, 0);
    if (!b || sc->out == V_RAISED) { return false; }
    f->slot[SCAN_BLOCK] = ptr_value(vm, b);
    f->slot[SCAN_OUT] = sc->out;
    scan_store(vm, f, sc);
    re_state_init((uint32_t *)b->data, words, sc->program, sc->mode, sc->s.n, sc->from, sc->to,
                  sc->advance);
    return true;
}

static bool scan_load(Vm *vm, Frame *f, Scan *sc) {
    if (!scan_subject(vm, sc, f->slot[SCAN_PROGRAM], f->slot[SCAN_SUBJECT])) { return false; }
    scan_begin(vm, sc, f->slot);
    if (native_state(f) == SCAN_START && !scan_first(vm, f, sc)) { return false; }
    List *out = slot_obj(vm, f, SCAN_OUT, T_LIST);
    Blob *b = slot_obj(vm, f, SCAN_BLOCK, T_BLOB);
    if (!out || !b) { return false; }
    uint64_t last = index_of(f->slot[SCAN_LAST]), cursor = index_of(f->slot[SCAN_BYTE]),
             length = index_of(f->slot[SCAN_LENGTH]);
    if (last > sc->s.n || cursor > sc->s.n || length > out->h.n || !scan_parts_fit(vm, f->slot)) {
        raise_stop(vm, STOP_CORRUPT);
        return false;
    }
    sc->out = f->slot[SCAN_OUT];
    obj_touch(vm, out);
    out->h.n = (uint32_t)length; // a step that failed may have begun with a match
    sc->last = (uint32_t)last;
    sc->cursor = (uint32_t)cursor;
    sc->cursor_char = int_of(f->slot[SCAN_CHAR]);
    sc->count = int_of(f->slot[SCAN_COUNT]);
    sc->block = (uint32_t *)b->data;
    sc->n_block = b->h.n / 4;
    return true;
}

static bool scan_grow(Vm *vm, Frame *f, Scan *sc) {
    bool possible;
    uint32_t n = re_state_grow(sc->block, sc->n_block, &possible);
    if (!possible) {
        return raise_false(vm, EXC_MemoryError, "regular expression needs too much memory");
    }
    Blob *grown = heap_new(vm, T_BLOB, (uint64_t)n * 4);
    if (!grown || !native_charge(vm, sc->n_block / 16)) { return false; }
    memcpy(grown->data, sc->block, sc->n_block * sizeof *sc->block);
    f->slot[SCAN_BLOCK] = ptr_value(vm, grown);
    sc->block = (uint32_t *)grown->data;
    sc->n_block = n;
    return true;
}

static Value scan_finish(Vm *vm, Scan *sc) {
    if (sc->want != WANT_ONE) { return scan_result(vm, sc); }
    const List *out = as_list(vm, sc->out);
    return out->h.n ? list_items(vm, out)[0] : V_NONE;
}

// scan(program, string, pos, endpos, mode, limit, want, parts): up to `limit` matches (0: all).
Value re_scan_steps(Vm *vm, Frame *f) {
    Scan sc;
    TRY(scan_load(vm, f, &sc));
    for (int64_t fuel = SCAN_SLICE; fuel > 0;) {
        if (sc.limit && sc.count >= sc.limit) { return scan_finish(vm, &sc); }
        int64_t before = fuel;
        ReStatus status = re_match_run(sc.block, sc.n_block, sc.program, sc.s.p, sc.s.n, &fuel);
        TRY(native_charge(vm, (uint64_t)(before - fuel) / 4 + 1));
        switch (status) {
        case RE_STATUS_NO_MATCH: return scan_finish(vm, &sc);
        case RE_STATUS_MATCH:
            TRY(scan_take(vm, &sc));
            scan_store(vm, f, &sc);
            break;
        case RE_STATUS_NEED_MEMORY: TRY(scan_grow(vm, f, &sc)); break;
        case RE_STATUS_OUT_OF_FUEL: fuel = 0; break;
        default: return raise_stop(vm, STOP_CORRUPT);
        }
    }
    return native_again(vm, f, SCAN_RUNNING);
}
