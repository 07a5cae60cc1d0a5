// re_module.h: what compiled patterns and matches are in the heap. See re_module.c.
#ifndef NX_LIB_RE_MODULE_H
#define NX_LIB_RE_MODULE_H

#include "rt/typedef.h"

// A PATTERN. Its words are re_compile's own or have passed re_program_verify.
typedef struct Program {
    Obj h;
    Value words;   // Blob
    Value pattern; // the re.Pattern that it belongs to
    Value names;   // dict: its groupindex
    Value spare;
    uint64_t spare_words[2];
} Program;

// A MATCH. Whoever reads the spans checks them: the subject may have changed, or the snapshot lie.
typedef struct Match {
    Obj h;
    Value pattern, string;
    Value spans; // Tuple: start and end of each group, -1 for none; then lastindex or None
    Value names; // dict, or V_NONE
    int64_t pos, endpos;
} Match;

// Text or bytes of a pattern, subject or template.
typedef struct ReText {
    const uint8_t *p;
    uint32_t n;
    bool is_text;
} ReText;

NX_INTERNAL bool re_text(Vm *vm, Value v, ReText *out); // TypeError: neither
NX_INTERNAL Value match_new(Vm *vm, const Program *p, Value string, Value spans, int64_t pos,
                            int64_t endpos);

extern const TypeDef program_type, re_match_type;

#endif
