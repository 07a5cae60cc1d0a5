// re_scan.h: searching a subject once. See re_scan.c.
#ifndef NX_LIB_RE_SCAN_H
#define NX_LIB_RE_SCAN_H

#include "base/utf8.h"
#include "lib/re_module.h"

enum { SCAN_SLICE = 8192, SCAN_STACK_WORDS = 1024, SCAN_SHORT = 512 };
enum { SCAN_ADVANCE = 4 }; // in a mode: no empty match where the search begins

// A pattern and a subject. Valid until the next safepoint.
typedef struct Scan {
    const Pattern *pattern;
    const uint32_t *program;
    Value subject;
    ReText s;
    uint32_t groups;
    uint32_t from, to;    // bytes between which a search looks
    uint32_t pos, endpos; // characters: those of the match
    bool ascii;
} Scan;

// A RE_STATE: a search that takes more than one slice, or has found something.
typedef struct ReState {
    Obj h; // n = words
    Value pattern, string;
    uint32_t words[];
} ReState;

// False: TypeError raised, the pattern or the subject is of another kind.
NX_INTERNAL bool scan_open(Vm *vm, Scan *sc, Value pattern, Value subject);
// From where to where, in characters; out of range is clamped.
NX_INTERNAL void scan_range(Vm *vm, Scan *sc, Value pos, Value endpos);

// One search, with the block on the C stack. Not decided: I_RE_SEARCH must do it.
static inline ReStatus scan_find(const Scan *sc, uint32_t *block, uint32_t mode, int64_t *fuel) {
    if (re_state_words(sc->program) + 64 > SCAN_STACK_WORDS) { return RE_STATUS_NEED_MEMORY; }
    if ((mode & 3) == RE_SEARCH && sc->to - sc->from < SCAN_SHORT &&
        !re_may_match(sc->program, sc->s.p, sc->from, sc->to)) {
        *fuel -= 1 + ((sc->to - sc->from) >> 3);
        return RE_STATUS_NO_MATCH;
    }
    re_state_init(block, SCAN_STACK_WORDS, sc->program, (ReMode)(mode & 3), sc->s.n, sc->from,
                  sc->to, mode & SCAN_ADVANCE);
    return re_match_run(block, SCAN_STACK_WORDS, sc->program, sc->s.p, sc->s.n, fuel);
}
static inline bool scan_charge(Vm *vm, int64_t used) {
    return native_charge(vm, (uint64_t)(used > 0 ? used : 0) / 4 + 1);
}

// Whether a character begins there, or the subject ends.
static inline bool scan_is_boundary(const Scan *sc, uint64_t at) {
    return at == sc->s.n || (at < sc->s.n && !(sc->s.is_text && utf8_is_continue(sc->s.p[at])));
}

// Asks I_RE_SEARCH for a search from sc->from to sc->to.
NX_INTERNAL Value scan_ask(Vm *vm, Frame *f, int next, const Scan *sc, uint32_t mode);
// What it answered: the block of a match, or NULL in *block. False: raised.
NX_INTERNAL bool scan_heard(Vm *vm, const Frame *f, const Scan *sc, const uint32_t **block);

// Of a match: the Match object; the bytes of a group as str or bytes (V_UNBOUND: it took no part).
NX_INTERNAL Value scan_match(Vm *vm, const Scan *sc, const uint32_t *block);
NX_INTERNAL Value scan_piece(Vm *vm, const Scan *sc, uint32_t from, uint32_t to);
static inline Value scan_group(Vm *vm, const Scan *sc, const uint32_t *block, uint32_t group) {
    uint32_t from, to;
    if (!re_state_span(block, group, &from, &to)) { return V_UNBOUND; }
    return scan_piece(vm, sc, from, to);
}

// "match", "search" and "fullmatch" of a Pattern: rows with the mode as magic.
NX_INTERNAL Value pattern_find(Vm *vm, const Value *a, uint32_t mode);
NX_INTERNAL Value pattern_find_steps(Vm *vm, Frame *f);
NX_INTERNAL Value pattern_scanner(Vm *vm, Value *a);
NX_INTERNAL Value pattern_finditer(Vm *vm, Value *a);

// What a snapshot says of these objects is true.
NX_INTERNAL bool re_object_is_sound(Vm *vm, const Obj *o);

#endif
