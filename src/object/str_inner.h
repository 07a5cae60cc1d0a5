// str_inner.h: what the files of str share; nobody else includes it.
#ifndef NX_OBJECT_STR_INNER_H
#define NX_OBJECT_STR_INNER_H

#include "object/bytes_ops.h"
#include "object/str.h"
#include "object/tuple.h"

static inline ByteSpan str_span(const Str *s) {
    return (ByteSpan){(const uint8_t *)s->data, s->h.n};
}

// The piece function of texts (bytes_ops.h).
NX_INTERNAL Value str_make_piece(Vm *vm, Value owner, uint32_t from, uint32_t to);

// What an ASCII byte is; 0 for others.
enum { CHAR_SPACE = 1, CHAR_BREAK = 2, CHAR_DIGIT = 4, CHAR_LOWER = 8, CHAR_UPPER = 16 };
extern const uint8_t str_ascii_kind[256];

// White space, and ends of lines, as str sees them, at byte offset `at`: their size, or 0.
NX_INTERNAL uint32_t str_space_at(const Str *s, uint32_t at);
NX_INTERNAL uint32_t str_space_before(const Str *s, uint32_t end);

// a % b when it needs no guest code, else V_UNBOUND; and the steps native "self, value, /".
NX_INTERNAL Value str_percent_leaf(Vm *vm, Value a, Value b);
NX_INTERNAL Value str_percent_steps(Vm *vm, Frame *f);

// Natives, by file; the rows are in str_methods.c.
#define STR_NATIVES(X)                                                                             \
    X(count) X(endswith) X(find) X(index) X(removeprefix) X(removesuffix) X(replace) X(rfind)      \
    X(rindex) X(startswith) /* str_search.c */                                                     \
    X(join) X(partition) X(rpartition) X(rsplit) X(split) X(splitlines) /* str_split.c */          \
    X(capitalize) X(casefold) X(lower) X(swapcase) X(title) X(upper) /* str_case.c */              \
    X(isalnum) X(isalpha) X(isascii) X(isdecimal) X(isdigit) X(isidentifier) X(islower)            \
    X(isnumeric) X(isprintable) X(isspace) X(istitle) X(isupper) /* str_kind.c */
#define X(name) NX_INTERNAL Value str_##name(Vm *vm, Value *a);
STR_NATIVES(X)
#undef X

NX_INTERNAL Value str_maketrans(Vm *vm, Value *a);

// Steps natives and the slots of scratch they want.
enum { PERCENT_SCRATCH = 8, FORMAT_SCRATCH = 12, TRANSLATE_SCRATCH = 3 };
NX_INTERNAL Value str_format_steps(Vm *vm, Frame *f);
NX_INTERNAL Value str_format_map_steps(Vm *vm, Frame *f);
NX_INTERNAL Value str_translate_steps(Vm *vm, Frame *f);

extern const NativeDef str_methods[];

#endif
