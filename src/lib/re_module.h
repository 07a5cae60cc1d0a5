// re_module.h: what a compiled pattern is in the heap. See re_module.c.
#ifndef NX_LIB_RE_MODULE_H
#define NX_LIB_RE_MODULE_H

#include "rt/typedef.h"

// A PATTERN. Its words are re_compile's own or have passed re_program_verify.
typedef struct Program {
    Obj h;
    Value words; // Blob
    Value spare[3];
    uint64_t spare_words[2];
} Program;

extern const TypeDef program_type;

#endif
