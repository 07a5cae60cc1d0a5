// bytes_inner.h: natives that bytes and bytearray share, and how their results are made.
#ifndef NX_OBJECT_BYTES_INNER_H
#define NX_OBJECT_BYTES_INNER_H

#include "object/bytearray.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/seq.h"
#include "object/steps_fast.h"
#include "object/str_inner.h"

// The bytes of a method's self.
static inline ByteSpan bytes_self(Vm *vm, Value v) {
    const Obj *o = as_obj(vm, v);
    if (NX_LIKELY(o->type == T_BYTES)) { return (ByteSpan){((const Bytes *)o)->data, o->n}; }
    return (ByteSpan){o->n ? bytearray_data(vm, (const ByteArray *)o) : (const uint8_t *)"", o->n};
}

// A result of the same builtin type as `like`, to be filled at once. *v is the object. NULL:
// raised.
NX_INTERNAL uint8_t *bytes_result(Vm *vm, Value like, uint64_t n, Value *v);
NX_INTERNAL Value bytes_result_of(Vm *vm, Value like, const uint8_t *p, uint64_t n);
// `v` itself when that is an exact bytes object, else a copy: results that changed nothing.
NX_INTERNAL Value bytes_result_same(Vm *vm, Value v);
NX_INTERNAL Value bytes_make_piece(Vm *vm, Value owner, uint32_t from, uint32_t to);
// An argument that is an int below 256 or bytes-like; *byte is room for the int. False: raised.
NX_INTERNAL bool bytes_or_byte(Vm *vm, Value v, uint8_t *byte, ByteSpan *out);
// A byte value: an int in range(256). False: ValueError, or TypeError for what is no int.
NX_INTERNAL bool bytes_byte(Vm *vm, Value v, const char *what, uint8_t *out);

// The first half of bytes(…) and bytearray(…): source, encoding and errors in slots `first`…; f's
// scratch starts at slot `scratch`. Gives exact bytes (or a bytes-like object), or what is to be
// returned at once (V_CALLING, V_RAISED).
NX_INTERNAL Value bytes_from_source(Vm *vm, Frame *f, int first, int scratch, const char *type);
enum { BYTES_SOURCE_SCRATCH = 2 };

// Slots (bytes.c); those with an argument named `v` or `a` serve both types.
NX_INTERNAL Value bytes_binary(Vm *vm, BinOp op, Value a, Value b);
NX_INTERNAL Value bytes_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value bytes_contains(Vm *vm, Value v, Value item);
NX_INTERNAL Value bytes_contains_steps(Vm *vm, Frame *f);
NX_INTERNAL Value bytes_len(Vm *vm, Value v);
NX_INTERNAL Value bytes_iter(Vm *vm, Value v);
NX_INTERNAL Value bytes_slice(Vm *vm, Value v, Value slice);
NX_INTERNAL Value bytes_getspan(Vm *vm, Value v, uint32_t from, uint32_t to);
NX_INTERNAL Value bytes_getitem(Vm *vm, Value bytes, Value key);
NX_INTERNAL Value bytes_hash_slot(Vm *vm, Value bytes);
NX_INTERNAL Value bytes_repr(Vm *vm, Value bytes);
NX_INTERNAL Value bytes_hex_text(Vm *vm, ByteSpan s, Value sep, int64_t group);

// self % values (str_percent.c).
NX_INTERNAL Value bytes_percent_leaf(Vm *vm, Value a, Value b); // V_UNBOUND: the steps must do it
NX_INTERNAL Value bytes_percent_steps(Vm *vm, Frame *f);
NX_INTERNAL Value bytes_rmod(Vm *vm, Value *a);
NX_INTERNAL Value bytearray_rmod(Vm *vm, Value *a);
// What a repeat count asks for, of `unit` bytes; false: raised.
NX_INTERNAL bool bytes_repeated_size(Vm *vm, uint32_t unit, int64_t count, uint64_t *size);

NX_INTERNAL Value bytes_join_steps(Vm *vm, Frame *f);
NX_INTERNAL Value bytes_hex_steps(Vm *vm, Frame *f);
NX_INTERNAL void bytes_hex_unwind(Vm *vm, Frame *f);
NX_INTERNAL Value bytes_add(Vm *vm, Value *a);

// Natives of both types: bytes_search.c, bytes_methods.c, bytes_case.c.
typedef Value BytesNative(Vm *vm, Value *a);
NX_INTERNAL BytesNative bytes_count, bytes_endswith, bytes_find, bytes_index, bytes_join,
    bytes_partition, bytes_removeprefix, bytes_removesuffix, bytes_replace, bytes_rfind,
    bytes_rindex, bytes_rpartition, bytes_rsplit, bytes_split, bytes_splitlines, bytes_startswith;
NX_INTERNAL BytesNative bytes_center, bytes_decode, bytes_expandtabs, bytes_fromhex, bytes_hex,
    bytes_ljust, bytes_lstrip, bytes_maketrans, bytes_rjust, bytes_rstrip, bytes_strip,
    bytes_translate, bytes_zfill;
NX_INTERNAL BytesNative bytes_capitalize, bytes_isalnum, bytes_isalpha, bytes_isascii,
    bytes_isdigit, bytes_islower, bytes_isspace, bytes_istitle, bytes_isupper, bytes_lower,
    bytes_swapcase, bytes_title, bytes_upper;

// The rows both types have.
#define BYTES_SHARED_ROWS                                                                          \
    LEAF("capitalize", "self, /", bytes_capitalize, "A copy with the first byte in upper case."),  \
        LEAF("center", "self, width: int, fillchar=UNBOUND, /", bytes_center,                      \
             "In the middle of a field of that width, filled with fillchar."),                     \
        LEAF("count", "self, sub: item, start: bound=None, end: bound=None, /", bytes_count,       \
             "Number of occurrences of sub in B[start:end] that do not overlap."),                 \
        LEAF("decode", "self, /, encoding: str='utf-8', errors: str='strict'", bytes_decode,       \
             "The text that the bytes encode."),                                                   \
        LEAF("endswith", "self, suffix: buffer, start: bound=None, end: bound=None, /",            \
             bytes_endswith,                                                                       \
             "True if B[start:end] ends with the suffix, or one of a tuple of them."),             \
        LEAF("expandtabs", "self, /, tabsize: index=8", bytes_expandtabs,                          \
             "A copy in which tabs are blanks up to the next multiple of tabsize."),               \
        LEAF("find", "self, sub: item, start: bound=None, end: bound=None, /", bytes_find,         \
             "Lowest index in B[start:end] where sub begins, or -1."),                             \
        STEPS_FAST_UNWIND("hex", "self, /, sep=UNBOUND, bytes_per_sep: cint=1", bytes_hex,         \
                          bytes_hex_steps, 1, bytes_hex_unwind,                                    \
                          "A str of hexadecimal numbers, sep between groups of bytes."),           \
        LEAF("index", "self, sub: item, start: bound=None, end: bound=None, /", bytes_index,       \
             "Like find(), but raises ValueError."),                                               \
        LEAF("isalnum", "self, /", bytes_isalnum,                                                  \
             "True if there are only letters and digits of ASCII."),                               \
        LEAF("isalpha", "self, /", bytes_isalpha, "True if there are only letters of ASCII."),     \
        LEAF("isascii", "self, /", bytes_isascii, "True if all bytes are below 128."),             \
        LEAF("isdigit", "self, /", bytes_isdigit, "True if there are only digits."),               \
        LEAF("islower", "self, /", bytes_islower, "True if the letters are lower case."),          \
        LEAF("isspace", "self, /", bytes_isspace, "True if there is only white space."),           \
        LEAF("istitle", "self, /", bytes_istitle, "True if each word begins with a capital."),     \
        LEAF("isupper", "self, /", bytes_isupper, "True if the letters are upper case."),          \
        STEPS_FAST("join", "self, iterable_of_bytes: joined, /", bytes_join, bytes_join_steps, 3,  \
                   "The bytes objects of the iterable with this one between them."),               \
        LEAF("ljust", "self, width: int, fillchar=UNBOUND, /", bytes_ljust,                        \
             "At the left of a field of that width, filled with fillchar."),                       \
        LEAF("lower", "self, /", bytes_lower, "A copy in lower case."),                            \
        LEAF("lstrip", "self, bytes: buffer=None, /", bytes_lstrip,                                \
             "A copy without white space, or the bytes given, at the front."),                     \
        LEAF("partition", "self, sep: bytes, /", bytes_partition,                                  \
             "The part before the first sep, sep, and the part behind it."),                       \
        LEAF("removeprefix", "self, prefix: bytes, /", bytes_removeprefix,                         \
             "The bytes without the prefix, if they have it."),                                    \
        LEAF("removesuffix", "self, suffix: bytes, /", bytes_removesuffix,                         \
             "The bytes without the suffix, if they have it."),                                    \
        LEAF("replace", "self, old: bytes, new: bytes, count: int=-1, /", bytes_replace,           \
             "A copy with occurrences of old replaced by new: the first count, or all."),          \
        LEAF("rfind", "self, sub: item, start: bound=None, end: bound=None, /", bytes_rfind,       \
             "Highest index in B[start:end] where sub begins, or -1."),                            \
        LEAF("rindex", "self, sub: item, start: bound=None, end: bound=None, /", bytes_rindex,     \
             "Like rfind(), but raises ValueError."),                                              \
        LEAF("rjust", "self, width: int, fillchar=UNBOUND, /", bytes_rjust,                        \
             "At the right of a field of that width, filled with fillchar."),                      \
        LEAF("rpartition", "self, sep: bytes, /", bytes_rpartition,                                \
             "The part before the last sep, sep, and the part behind it."),                        \
        LEAF("rsplit", "self, /, sep: buffer=None, maxsplit: int=-1", bytes_rsplit,                \
             "The parts between sep, at most maxsplit cuts, from the end."),                       \
        LEAF("rstrip", "self, bytes: buffer=None, /", bytes_rstrip,                                \
             "A copy without white space, or the bytes given, at the end."),                       \
        LEAF("split", "self, /, sep: buffer=None, maxsplit: int=-1", bytes_split,                  \
             "The parts between sep, at most maxsplit cuts."),                                     \
        LEAF("splitlines", "self, /, keepends: bool=False", bytes_splitlines,                      \
             "The lines, without their ends unless keepends."),                                    \
        LEAF("startswith", "self, prefix: buffer, start: bound=None, end: bound=None, /",          \
             bytes_startswith,                                                                     \
             "True if B[start:end] starts with the prefix, or one of a tuple of them."),           \
        LEAF("strip", "self, bytes: buffer=None, /", bytes_strip,                                  \
             "A copy without white space, or the bytes given, at both ends."),                     \
        LEAF("swapcase", "self, /", bytes_swapcase,                                                \
             "A copy with upper and lower case exchanged."),                                       \
        LEAF("title", "self, /", bytes_title, "A copy in which each word begins with a capital."), \
        LEAF("translate", "self, table: buffer, /, delete: buffer=UNBOUND", bytes_translate,       \
             "A copy without the bytes in delete, the rest mapped by the table."),                 \
        LEAF("upper", "self, /", bytes_upper, "A copy in upper case."),                            \
        LEAF("zfill", "self, width: int, /", bytes_zfill,                                          \
             "Zeros at the left, behind a sign, up to that width.")

#endif
