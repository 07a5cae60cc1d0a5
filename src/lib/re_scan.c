// re_scan.c: running compiled patterns over subjects: match, search, fullmatch, scanners, and
// finditer, which calls a scanner.
//
// A search is tried as a leaf, with the engine's block on the C stack. Where that needs more fuel
// or memory it begins anew as I_RE_SEARCH: the block lies in a RE_STATE then, and the frame refers
// to it between two slices. What asked gets the RE_STATE of the match, or None.
#include "lib/re_scan.h"

#include "base/utf8.h"
#include "lib/re/re_state.h"
#include "object/bytes.h"
#include "object/code.h"
#include "object/int.h"
#include "object/iters.h"
#include "object/steps_fast.h"
#include "rt/internals.h"
#include "vm/internals.h"

// ---- subjects ----------------------------------------------------------------------------------

bool scan_open(Vm *vm, Scan *sc, Value pattern, Value subject) {
    sc->pattern = as_pattern(vm, pattern);
    sc->program = pattern_program(vm, sc->pattern);
    sc->groups = re_program_groups(sc->program);
    sc->subject = subject;
    if (!re_text(vm, subject, &sc->s)) { return false; }
    sc->ascii = !sc->s.is_text || str_is_ascii(as_str(vm, subject));
    sc->from = sc->pos = 0;
    sc->to = sc->s.n;
    sc->endpos = sc->s.is_text ? as_str(vm, subject)->len : sc->s.n;
    if (NX_LIKELY(sc->s.is_text == re_program_is_text(sc->program))) { return true; }
    return raise_false(vm, EXC_TypeError,
                       sc->s.is_text ? "cannot use a bytes pattern on a string-like object"
                                     : "cannot use a string pattern on a bytes-like object");
}

static uint32_t scan_byte(Vm *vm, const Scan *sc, uint32_t index) {
    if (sc->ascii) { return index; }
    const Str *str = as_str(vm, sc->subject);
    return index >= str->len ? sc->s.n : str_byte_offset(vm, str, index);
}

static uint32_t scan_clamp(Vm *vm, Value v, uint32_t size) {
    int64_t n = int_clamp_i64(vm, v);
    return n < 0 ? 0 : n > size ? size : (uint32_t)n;
}

void scan_range(Vm *vm, Scan *sc, Value pos, Value endpos) {
    uint32_t size = sc->endpos;
    if (pos != int_value(0)) {
        sc->pos = scan_clamp(vm, pos, size);
        sc->from = scan_byte(vm, sc, sc->pos);
    }
    sc->endpos = scan_clamp(vm, endpos, size);
    if (sc->endpos != size) { sc->to = scan_byte(vm, sc, sc->endpos); }
}

// ---- what a match gives ------------------------------------------------------------------------

Value scan_piece(Vm *vm, const Scan *sc, uint32_t from, uint32_t to) {
    if (NX_UNLIKELY(from > to || to > sc->s.n)) { return raise_stop(vm, STOP_CORRUPT); }
    if (sc->s.is_text) { return str_slice_bytes(vm, as_str(vm, sc->subject), from, to); }
    return bytes_new(vm, sc->s.p + from, to - from);
}

Value scan_match(Vm *vm, const Scan *sc, const uint32_t *block) {
    Match *m = HEAP_MAKE(vm, MATCH, sc->groups + 1);
    TRY(m);
    m->pattern = ptr_value(vm, sc->pattern);
    m->string = sc->subject;
    m->pos = sc->pos;
    m->endpos = sc->endpos;
    m->last = re_state_last_index(block);
    m->pad = 0;
    m->spans[0] = block[RE_S_START];
    m->spans[1] = block[RE_S_POS];
    for (uint32_t i = 0; i < 2 * sc->groups; i += 2) {
        bool set = block[RE_S_MARKS + i] != RE_NONE && block[RE_S_MARKS + i + 1] != RE_NONE;
        m->spans[i + 2] = set ? block[RE_S_MARKS + i] : RE_NO_POS;
        m->spans[i + 3] = set ? block[RE_S_MARKS + i + 1] : RE_NO_POS;
    }
    return ptr_value(vm, m);
}

// ---- searches in slices ------------------------------------------------------------------------

enum { SEARCH_PATTERN, SEARCH_SUBJECT, SEARCH_FROM, SEARCH_TO, SEARCH_MODE, SEARCH_STATE };
enum { SEARCH_START, SEARCH_RUNNING };

Value scan_ask(Vm *vm, Frame *f, int next, const Scan *sc, uint32_t mode) {
    Value parts[5] = {ptr_value(vm, sc->pattern), sc->subject, int_value(sc->from),
                      int_value(sc->to), int_value(mode)};
    Value args = tuple_from(vm, parts, 5);
    TRY_VALUE(args);
    return native_call_full(vm, f, next, internal(vm, I_RE_SEARCH), args, V_NONE);
}

bool scan_heard(Vm *vm, const Frame *f, const Scan *sc, const uint32_t **block) {
    *block = NULL;
    if (f->result == V_NONE) { return true; }
    const ReState *st = result_obj(vm, f, T_RE_STATE);
    if (!st) { return false; }
    const uint32_t *w = st->words;
    if (st->pattern != ptr_value(vm, sc->pattern) || st->string != sc->subject ||
        w[RE_S_LEN] != sc->s.n || w[RE_S_PHASE] != RE_PHASE_MATCH || w[RE_S_START] > w[RE_S_POS]) {
        raise_stop(vm, STOP_CORRUPT);
        return false;
    }
    *block = w;
    return true;
}

static ReState *search_state(Vm *vm, const Scan *sc, uint64_t n) {
    ReState *st = heap_new(vm, T_RE_STATE, n);
    if (!st) { return NULL; }
    st->pattern = ptr_value(vm, sc->pattern);
    st->string = sc->subject;
    return st;
}

static ReState *search_begin(Vm *vm, const Frame *f, const Scan *sc) {
    uint64_t from = index_of(f->slot[SEARCH_FROM]), to = index_of(f->slot[SEARCH_TO]),
             mode = index_of(f->slot[SEARCH_MODE]);
    if (!scan_is_boundary(sc, from) || !scan_is_boundary(sc, to) || mode > 7 || (mode & 3) == 3) {
        raise_stop(vm, STOP_CORRUPT);
        return NULL;
    }
    uint32_t n = re_state_words(sc->program) + 64;
    ReState *st = search_state(vm, sc, n);
    if (st) {
        re_state_init(st->words, n, sc->program, (ReMode)(mode & 3), sc->s.n, (uint32_t)from,
                      (uint32_t)to, mode & SCAN_ADVANCE);
    }
    return st;
}

static ReState *search_grow(Vm *vm, const Scan *sc, const ReState *st) {
    bool possible;
    uint32_t n = re_state_grow(st->words, st->h.n, &possible);
    if (!possible) {
        return raise_null(vm, EXC_MemoryError, "regular expression needs too much memory");
    }
    ReState *grown = search_state(vm, sc, n);
    if (!grown || !native_charge(vm, st->h.n / 16)) { return NULL; }
    memcpy(grown->words, st->words, st->h.n * sizeof *st->words);
    return grown;
}

// I_RE_SEARCH(pattern, subject, from, to, mode): positions are bytes. The RE_STATE of a match, or
// None.
Value re_search_steps(Vm *vm, Frame *f) {
    Scan sc;
    TRY(slot_obj(vm, f, SEARCH_PATTERN, T_PATTERN));
    TRY(scan_open(vm, &sc, f->slot[SEARCH_PATTERN], f->slot[SEARCH_SUBJECT]));
    ReState *st = native_state(f) == SEARCH_START ? search_begin(vm, f, &sc)
                                                  : slot_obj(vm, f, SEARCH_STATE, T_RE_STATE);
    TRY(st);
    if (st->pattern != f->slot[SEARCH_PATTERN] || st->string != f->slot[SEARCH_SUBJECT]) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    obj_touch(vm, st);
    f->slot[SEARCH_STATE] = ptr_value(vm, st);
    native_commit(f, SEARCH_RUNNING);
    int64_t fuel = SCAN_SLICE;
    ReStatus status = re_match_run(st->words, st->h.n, sc.program, sc.s.p, sc.s.n, &fuel);
    TRY(scan_charge(vm, SCAN_SLICE - fuel));
    switch (status) {
    case RE_STATUS_MATCH: return ptr_value(vm, st);
    case RE_STATUS_NO_MATCH: return V_NONE;
    case RE_STATUS_NEED_MEMORY:
        st = search_grow(vm, &sc, st);
        TRY(st);
        f->slot[SEARCH_STATE] = ptr_value(vm, st);
        break;
    case RE_STATUS_OUT_OF_FUEL: break;
    default: return raise_stop(vm, STOP_CORRUPT);
    }
    return native_again(vm, f, SEARCH_RUNNING);
}

// ---- match, search, fullmatch ------------------------------------------------------------------

enum { FIND_PATTERN, FIND_STRING, FIND_POS, FIND_ENDPOS };

Value pattern_find(Vm *vm, const Value *a, uint32_t mode) {
    uint32_t block[SCAN_STACK_WORDS];
    Scan sc;
    TRY(scan_open(vm, &sc, a[FIND_PATTERN], a[FIND_STRING]));
    scan_range(vm, &sc, a[FIND_POS], a[FIND_ENDPOS]);
    int64_t fuel = SCAN_SLICE;
    ReStatus status = scan_find(&sc, block, mode, &fuel);
    if (status > RE_STATUS_MATCH) { return V_UNBOUND; }
    TRY(scan_charge(vm, SCAN_SLICE - fuel));
    return status == RE_STATUS_MATCH ? scan_match(vm, &sc, block) : V_NONE;
}

Value pattern_find_steps(Vm *vm, Frame *f) {
    Scan sc;
    TRY(slot_obj(vm, f, FIND_PATTERN, T_PATTERN));
    TRY(scan_open(vm, &sc, f->slot[FIND_PATTERN], f->slot[FIND_STRING]));
    TRY(value_is_int(vm, f->slot[FIND_POS]) && value_is_int(vm, f->slot[FIND_ENDPOS]));
    scan_range(vm, &sc, f->slot[FIND_POS], f->slot[FIND_ENDPOS]);
    if (native_state(f) == 0) { return scan_ask(vm, f, 1, &sc, (uint32_t)native_magic(vm, f)); }
    const uint32_t *block;
    TRY(scan_heard(vm, f, &sc, &block));
    return block ? scan_match(vm, &sc, block) : V_NONE;
}

// ---- scanners ----------------------------------------------------------------------------------

// A RE_SCANNER: match() and search() give one match after the other.
typedef struct ReScanner {
    Obj h;         // small: SCANNER_*
    Value pattern; // Pattern
    Value string;
    uint32_t at, end;     // bytes: where the next match may begin, and where the subject ends
    uint32_t pos, endpos; // characters: those of all its matches
    uint32_t pad[2];
} ReScanner;

enum { SCANNER_ADVANCE = 1, SCANNER_OVER = 2 };

// It is on its way: what was found, or V_NONE.
static Value scanner_take(Vm *vm, ReScanner *s, const Scan *sc, const uint32_t *block) {
    Value m = V_NONE;
    uint32_t from, to, flags = SCANNER_OVER;
    if (block) {
        m = scan_match(vm, sc, block);
        TRY_VALUE(m);
        re_state_span(block, 0, &from, &to);
        flags = from == to ? SCANNER_ADVANCE : 0;
    }
    obj_touch(vm, s);
    s->h.small = (uint8_t)flags;
    if (block) { s->at = to; }
    return m;
}

// A bytearray may have become shorter.
static bool scanner_open(Vm *vm, const ReScanner *s, Scan *sc) {
    if (!scan_open(vm, sc, s->pattern, s->string)) { return false; }
    sc->from = min_u32(s->at, sc->s.n);
    sc->to = min_u32(s->end, sc->s.n);
    sc->pos = s->pos;
    sc->endpos = s->endpos;
    return true;
}

static uint32_t scanner_mode(const ReScanner *s, uint32_t mode) {
    return mode | (s->h.small & SCANNER_ADVANCE ? (uint32_t)SCAN_ADVANCE : 0);
}

static Value scanner_next(Vm *vm, Value v, ReMode mode) {
    uint32_t block[SCAN_STACK_WORDS];
    ReScanner *s = ref_ptr(vm, v);
    if (s->h.small & SCANNER_OVER) { return V_NONE; }
    Scan sc;
    TRY(scanner_open(vm, s, &sc));
    int64_t fuel = SCAN_SLICE;
    ReStatus status = scan_find(&sc, block, scanner_mode(s, mode), &fuel);
    if (status > RE_STATUS_MATCH) { return V_UNBOUND; }
    TRY(scan_charge(vm, SCAN_SLICE - fuel));
    return scanner_take(vm, s, &sc, status == RE_STATUS_MATCH ? block : NULL);
}

static Value scanner_match(Vm *vm, Value *a) { return scanner_next(vm, a[0], RE_MATCH); }
static Value scanner_search(Vm *vm, Value *a) { return scanner_next(vm, a[0], RE_SEARCH); }

static Value scanner_steps(Vm *vm, Frame *f) {
    ReScanner *s = slot_obj(vm, f, 0, T_RE_SCANNER);
    TRY(s);
    if (s->h.small & SCANNER_OVER) { return V_NONE; }
    Scan sc;
    TRY(scanner_open(vm, s, &sc));
    if (native_state(f) == 0) {
        return scan_ask(vm, f, 1, &sc, scanner_mode(s, (uint32_t)native_magic(vm, f)));
    }
    const uint32_t *block;
    TRY(scan_heard(vm, f, &sc, &block));
    return scanner_take(vm, s, &sc, block);
}

Value pattern_scanner(Vm *vm, Value *a) {
    Scan sc;
    TRY(scan_open(vm, &sc, a[FIND_PATTERN], a[FIND_STRING]));
    scan_range(vm, &sc, a[FIND_POS], a[FIND_ENDPOS]);
    ReScanner *s = heap_new_raw(vm, T_RE_SCANNER, 0);
    TRY(s);
    s->pattern = a[FIND_PATTERN];
    s->string = a[FIND_STRING];
    s->at = sc.from;
    s->pos = sc.pos;
    s->end = sc.to;
    s->endpos = sc.endpos;
    s->pad[0] = s->pad[1] = 0;
    return ptr_value(vm, s);
}

Value pattern_finditer(Vm *vm, Value *a) {
    Value scanner = pattern_scanner(vm, a);
    TRY_VALUE(scanner);
    Value search = type_lookup(vm, vm->types[T_RE_SCANNER], vm_name(vm, N_search));
    if (search == V_UNBOUND) { return raise_stop(vm, STOP_CORRUPT); }
    search = method_new(vm, search, scanner);
    TRY_VALUE(search);
    return call_iter_new(vm, search, V_NONE);
}

static const NativeDef scanner_methods[] = {
    STEPS_FAST_MAGIC("match", "self, /", scanner_match, scanner_steps, 0, RE_MATCH,
                     "The match where the last one ended, or None."),
    STEPS_FAST_MAGIC("search", "self, /", scanner_search, scanner_steps, 0, RE_SEARCH,
                     "The next match, or None."),
    NATIVE_END,
};

static Value scanner_get_pattern(Vm *vm, Value v) { return ((ReScanner *)ref_ptr(vm, v))->pattern; }

static const GetSetDef scanner_getsets[] = {
    {"pattern", scanner_get_pattern, getset_readonly, "the pattern"},
    {0},
};

const TypeDef re_scanner_type = {
    .name = "SRE_Scanner",
    .module = "_sre",
    .tag = T_RE_SCANNER,
    .hidden = true,
    .methods = scanner_methods,
    .getsets = scanner_getsets,
};

const TypeDef re_state_type = {.name = "State", .module = "_re", .tag = T_RE_STATE, .hidden = true};

// ---- snapshots ---------------------------------------------------------------------------------

// The program of a pattern that may not have been looked at yet; NULL: there is none.
static const uint32_t *sound_program(Vm *vm, Value pattern) {
    Value words = as_pattern(vm, pattern)->words;
    if (!is_tagged(vm, words, T_BLOB) || as_obj(vm, words)->n < RE_H_SIZE * 4) { return NULL; }
    const uint32_t *w = pattern_program(vm, as_pattern(vm, pattern));
    return w[RE_H_WORDS] == as_obj(vm, words)->n / 4 ? w : NULL;
}

// Spans of text stand between characters; others are looked at when they are read.
static bool match_is_sound(Vm *vm, const Match *m) {
    if (m->h.n == 0 || m->last >= m->h.n) { return false; }
    if (!is_tagged(vm, m->string, T_STR)) { return true; }
    const Str *str = as_str(vm, m->string);
    Scan sc = {.s = {(const uint8_t *)str->data, str->h.n, true}};
    for (uint32_t i = 0; i < 2 * m->h.n; i++) {
        if (m->spans[i] != RE_NO_POS && !scan_is_boundary(&sc, m->spans[i])) { return false; }
    }
    return true;
}

// Of what is not text, positions are looked at when it is searched.
static bool scanner_is_sound(Vm *vm, const ReScanner *s) {
    if (!is_tagged(vm, s->string, T_STR)) { return true; }
    const Str *str = as_str(vm, s->string);
    Scan sc = {.s = {(const uint8_t *)str->data, str->h.n, true}};
    return scan_is_boundary(&sc, s->at) && scan_is_boundary(&sc, s->end);
}

static bool search_is_sound(Vm *vm, const ReState *st) {
    const uint32_t *program = sound_program(vm, st->pattern);
    if (!program || st->h.n <= RE_S_LEN) { return false; }
    ReText s = {NULL, st->words[RE_S_LEN], false}; // bytes need not be looked at
    if (is_tagged(vm, st->string, T_STR)) {
        s = (ReText){(const uint8_t *)as_str(vm, st->string)->data, as_obj(vm, st->string)->n,
                     true};
    }
    if (s.is_text != re_program_is_text(program)) { return false; }
    Arena arena;
    arena_init(&arena, 1 << 26);
    bool sound = re_state_verify(&arena, st->words, st->h.n, program, s.p, s.n);
    arena_free(&arena);
    return sound;
}

bool re_object_is_sound(Vm *vm, const Obj *o) {
    if (o->type == T_MATCH) { return match_is_sound(vm, (const Match *)o); }
    if (o->type == T_RE_SCANNER) { return scanner_is_sound(vm, (const ReScanner *)o); }
    return search_is_sound(vm, (const ReState *)o);
}
