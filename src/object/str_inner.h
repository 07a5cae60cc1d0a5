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

// What an ASCII byte is; for others only the LEAD bits: a character that begins so may be a space.
enum {
    CHAR_SPACE = 1,
    CHAR_BREAK = 2,
    CHAR_DIGIT = 4,
    CHAR_LOWER = 8,
    CHAR_UPPER = 16,
    CHAR_SPACE_LEAD = 32,
    CHAR_BREAK_LEAD = 64
};
extern const uint8_t str_ascii_kind[256];

// White space, and ends of lines, as str sees them, at byte offset `at`: their size, or 0.
NX_INTERNAL uint32_t str_space_at(const Str *s, uint32_t at);
NX_INTERNAL uint32_t str_space_before(const Str *s, uint32_t end);

// a % b when it needs no guest code, else V_UNBOUND; and the steps native "self, value, /".
NX_INTERNAL Value str_percent_leaf(Vm *vm, Value a, Value b);
NX_INTERNAL Value str_percent_steps(Vm *vm, Frame *f);
NX_INTERNAL Value str_rmod(Vm *vm, Value *a);

// Natives, by file: str_search.c, str_split.c, str_case.c, str_kind.c, str_translate.c. The rows
// are in str_methods.c.
typedef Value StrNative(Vm *vm, Value *a);
NX_INTERNAL StrNative str_count, str_endswith, str_find, str_index, str_removeprefix,
    str_removesuffix, str_replace, str_rfind, str_rindex, str_startswith;
NX_INTERNAL StrNative str_join, str_partition, str_rpartition, str_rsplit, str_split,
    str_splitlines;
NX_INTERNAL StrNative str_capitalize, str_casefold, str_lower, str_swapcase, str_title, str_upper;
NX_INTERNAL StrNative str_isalnum, str_isalpha, str_isascii, str_isdecimal, str_isdigit,
    str_isidentifier, str_islower, str_isnumeric, str_isprintable, str_isspace, str_istitle,
    str_isupper;
NX_INTERNAL StrNative str_maketrans;

// Steps natives and the slots of scratch they want.
enum { PERCENT_SCRATCH = 8, FORMAT_SCRATCH = 12, TRANSLATE_SCRATCH = 3 };
NX_INTERNAL Value str_format_steps(Vm *vm, Frame *f);
NX_INTERNAL Value str_format_first(Vm *vm, Value *a);
NX_INTERNAL Value str_format_flat(Vm *vm, const Value *args, uint32_t n);
NX_INTERNAL Value str_format_map_first(Vm *vm, Value *a);
NX_INTERNAL Value str_format_map_steps(Vm *vm, Frame *f);
NX_INTERNAL Value str_translate_steps(Vm *vm, Frame *f);

extern const NativeDef str_methods[];

#endif
