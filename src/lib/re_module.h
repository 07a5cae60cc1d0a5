// re_module.h: what compiled patterns and matches are in the heap. See re_module.c.
#ifndef NX_LIB_RE_MODULE_H
#define NX_LIB_RE_MODULE_H

#include "lib/re/re.h"
#include "rt/typedef.h"

// A PATTERN: re.Pattern. Its words are re_compile's own or have passed re_program_verify.
typedef struct Pattern {
    Obj h;
    Value words;       // Blob
    Value source;      // the str or bytes it was compiled from
    Value names;       // Dict: its groupindex
    Value templates;   // Dict: replacement strings that were read, to Tuples (re_sub.h); or V_NONE
    Value next;        // in the cache: a Pattern of the same source with other flags, or V_NONE
    Value repl, parts; // the replacement string read or found last, and its Tuple; or V_NONE
    uint32_t flags;    // as .flags shows them
    uint32_t asked;    // as compile() was given them
} Pattern;

// A MATCH: re.Match. Whoever reads the spans checks them: the subject may have changed, or the
// snapshot lie.
typedef struct Match {
    Obj h;         // n = groups and one: spans
    Value pattern; // Pattern
    Value string;
    uint32_t pos, endpos; // characters
    uint32_t last;        // lastindex; 0: None
    uint32_t pad;
    uint32_t spans[]; // bytes: start and end; RE_NO_POS for a group that took no part
} Match;

// Text or bytes of a pattern, subject or template.
typedef struct ReText {
    const uint8_t *p;
    uint32_t n;
    bool is_text;
} ReText;

static inline Pattern *as_pattern(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_PATTERN));
    return ref_ptr(vm, v);
}
static inline const uint32_t *pattern_program(Vm *vm, const Pattern *p) {
    return (const uint32_t *)(const void *)((Blob *)ref_ptr(vm, p->words))->data;
}

NX_INTERNAL bool re_text(Vm *vm, Value v, ReText *out); // TypeError: neither
// The text of a group of a Match, or None.
NX_INTERNAL Value match_group_text(Vm *vm, Value match, int64_t group);
// (kind, message, position), from which re._raise makes an exception. Kinds are ReErrorKind.
NX_INTERNAL Value re_error_tuple(Vm *vm, const ReError *e);

extern const TypeDef re_pattern_type, re_match_type, re_scanner_type, re_state_type;

#endif
