// bytes_inner.h: natives that bytes and bytearray share, and how their results are made.
#ifndef NX_OBJECT_BYTES_INNER_H
#define NX_OBJECT_BYTES_INNER_H

#include "object/bytearray.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/seq.h"
#include "object/str_inner.h"

// The bytes of a method's self.
static inline ByteSpan bytes_self(Vm *vm, Value v) {
    const Obj *o = as_obj(vm, v);
    if (NX_LIKELY(o->type == T_BYTES)) { return (ByteSpan){((const Bytes *)o)->data, o->n}; }
    return (ByteSpan){o->n ? bytearray_data(vm, (const ByteArray *)o) : (const uint8_t *)"", o->n};
}

// A result of the same builtin type as `like`, to be filled at once. *v is the object. NULL: raised.
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
NX_INTERNAL Value bytes_getitem(Vm *vm, Value bytes, Value key);
NX_INTERNAL Value bytes_hash_slot(Vm *vm, Value bytes);
NX_INTERNAL Value bytes_repr(Vm *vm, Value bytes);
NX_INTERNAL Value bytes_hex_text(Vm *vm, ByteSpan s, Value sep, int64_t group);

// self % values (str_percent.c).
NX_INTERNAL Value bytes_percent_steps(Vm *vm, Frame *f);
// What a repeat count asks for, of `unit` bytes; false: raised.
NX_INTERNAL bool bytes_repeated_size(Vm *vm, uint32_t unit, int64_t count, uint64_t *size);

#define BYTES_NATIVES(X)                                                                           \
    X(count) X(endswith) X(find) X(index) X(removeprefix) X(removesuffix) X(replace) X(rfind)      \
    X(rindex) X(startswith) X(join) X(partition) X(rpartition) X(rsplit) X(split)                  \
    X(splitlines) /* bytes_search.c */                                                             \
    X(center) X(expandtabs) X(ljust) X(lstrip) X(rjust) X(rstrip) X(strip) X(translate) X(zfill)   \
    X(decode) X(hex) X(maketrans) X(fromhex) /* bytes_methods.c */                                 \
    X(capitalize) X(isalnum) X(isalpha) X(isascii) X(isdigit) X(islower) X(isspace) X(istitle)     \
    X(isupper) X(lower) X(swapcase) X(title) X(upper) /* bytes_case.c */
#define X(name) NX_INTERNAL Value bytes_##name(Vm *vm, Value *a);
BYTES_NATIVES(X)
#undef X

// The rows both types have.
#define BYTES_SHARED_ROWS                                                                          \
    LEAF("capitalize", "self, /", bytes_capitalize, "A copy with the first byte in upper case."),  \
        LEAF("center", "self, width: int, fillchar=UNBOUND, /", bytes_center, ""),                    \
        LEAF("count", "self, sub, start=None, end=None, /", bytes_count, ""),                      \
        LEAF("decode", "self, /, encoding: str='utf-8', errors: str='strict'", bytes_decode, ""),  \
        LEAF("endswith", "self, suffix, start=None, end=None, /", bytes_endswith, ""),             \
        LEAF("expandtabs", "self, /, tabsize: index=8", bytes_expandtabs, ""),                       \
        LEAF("find", "self, sub, start=None, end=None, /", bytes_find, ""),                        \
        LEAF("hex", "self, /, sep=UNBOUND, bytes_per_sep: int=1", bytes_hex, ""),                  \
        LEAF("index", "self, sub, start=None, end=None, /", bytes_index, ""),                      \
        LEAF("isalnum", "self, /", bytes_isalnum, ""),                                             \
        LEAF("isalpha", "self, /", bytes_isalpha, ""),                                             \
        LEAF("isascii", "self, /", bytes_isascii, ""),                                             \
        LEAF("isdigit", "self, /", bytes_isdigit, ""),                                             \
        LEAF("islower", "self, /", bytes_islower, ""),                                             \
        LEAF("isspace", "self, /", bytes_isspace, ""),                                             \
        LEAF("istitle", "self, /", bytes_istitle, ""),                                             \
        LEAF("isupper", "self, /", bytes_isupper, ""),                                             \
        LEAF("join", "self, iterable_of_bytes: values, /", bytes_join, ""),                        \
        LEAF("ljust", "self, width: int, fillchar=UNBOUND, /", bytes_ljust, ""),                      \
        LEAF("lower", "self, /", bytes_lower, ""),                                                 \
        LEAF("lstrip", "self, bytes=None, /", bytes_lstrip, ""),                                   \
        LEAF("partition", "self, sep: bytes, /", bytes_partition, ""),                             \
        LEAF("removeprefix", "self, prefix: bytes, /", bytes_removeprefix, ""),                    \
        LEAF("removesuffix", "self, suffix: bytes, /", bytes_removesuffix, ""),                    \
        LEAF("replace", "self, old: bytes, new: bytes, count: int=-1, /", bytes_replace, ""),      \
        LEAF("rfind", "self, sub, start=None, end=None, /", bytes_rfind, ""),                      \
        LEAF("rindex", "self, sub, start=None, end=None, /", bytes_rindex, ""),                    \
        LEAF("rjust", "self, width: int, fillchar=UNBOUND, /", bytes_rjust, ""),                      \
        LEAF("rpartition", "self, sep: bytes, /", bytes_rpartition, ""),                           \
        LEAF("rsplit", "self, /, sep=None, maxsplit: int=-1", bytes_rsplit, ""),                   \
        LEAF("rstrip", "self, bytes=None, /", bytes_rstrip, ""),                                   \
        LEAF("split", "self, /, sep=None, maxsplit: int=-1", bytes_split, ""),                     \
        LEAF("splitlines", "self, /, keepends: bool=False", bytes_splitlines, ""),                 \
        LEAF("startswith", "self, prefix, start=None, end=None, /", bytes_startswith, ""),         \
        LEAF("strip", "self, bytes=None, /", bytes_strip, ""),                                     \
        LEAF("swapcase", "self, /", bytes_swapcase, ""),                                           \
        LEAF("title", "self, /", bytes_title, ""),                                                 \
        LEAF("translate", "self, table, /, delete=UNBOUND", bytes_translate, ""),                  \
        LEAF("upper", "self, /", bytes_upper, ""),                                                 \
        LEAF("zfill", "self, width: int, /", bytes_zfill, "")

#endif
