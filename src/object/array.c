// array.c: what an array.array is made of: items in and out, joining, text. See array.h.
//
// The bytes are a bytearray's (bytearray.c), with its growth and its rule that views forbid another
// size; this file only knows how long an item is and what its bytes mean. Integers and floats are
// read as memoryview reads them.
#include "object/array.h"

#include "base/utf8.h"
#include "object/bytes_inner.h"
#include "object/codec.h"
#include "object/float.h"
#include "object/key.h"
#include "object/list.h"
#include "object/memoryview_inner.h"

int array_shift(uint32_t kind) {
    switch (kind) {
    case 'b':
    case 'B': return 0;
    case 'h':
    case 'H': return 1;
    case 'u':
    case 'w':
    case 'i':
    case 'I':
    case 'f': return 2;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'd': return 3;
    default: return -1;
    }
}

Value array_new(Vm *vm, uint8_t kind) {
    Array *a = HEAP_MAKE_ZEROED(vm, ARRAY);
    TRY(a);
    a->bytes.buf = V_NONE;
    a->kind = kind;
    a->shift = (uint8_t)array_shift(kind);
    return ptr_value(vm, a);
}

Value array_with_bytes(Vm *vm, uint8_t kind, const void *data, uint64_t n_bytes) {
    Value v = array_new(vm, kind);
    TRY_VALUE(v);
    if (n_bytes == 0) { return v; }
    Blob *blob = heap_new_raw(vm, T_BLOB, n_bytes);
    TRY(blob && native_charge(vm, n_bytes / 64));
    memset((uint8_t *)blob + obj_size(&blob->h) - 8, 0, 8);
    if (data) { memcpy(blob->data, data, (size_t)n_bytes); }
    Array *a = as_array(vm, v);
    a->bytes.buf = ptr_value(vm, blob);
    a->bytes.h.n = (uint32_t)n_bytes;
    return v;
}

uint8_t *array_splice(Vm *vm, Array *a, uint32_t from, uint32_t to, uint64_t n) {
    return bytearray_splice(vm, &a->bytes, from << a->shift, to << a->shift, n << a->shift);
}

// ---- one item ----------------------------------------------------------------------------------

uint32_t array_char(const uint8_t *p) {
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static Value array_load(Vm *vm, const Array *a, const uint8_t *p) {
    if (!array_is_text(a)) { return memoryview_load(vm, a->kind, p); }
    uint32_t c = array_char(p);
    return c <= 0x10FFFF ? str_from_char(vm, c)
                         : raise_error(vm, EXC_ValueError, "chr() arg not in range(0x110000)");
}

Value array_item(Vm *vm, const Array *a, uint32_t i) {
    return array_load(vm, a, array_data(vm, a) + ((size_t)i << a->shift));
}

static void array_put(uint8_t *out, uint32_t size, uint64_t bits) {
    for (uint32_t i = 0; i < size; i++) { out[i] = (uint8_t)(bits >> (8 * i)); }
}

static int array_refuse(Vm *vm, const char *what, bool low) {
    raise_error(vm, EXC_OverflowError,
                low ? "%s is less than minimum" : "%s is greater than maximum", what);
    return 0;
}

// The short kinds: CPython looks twice at some, first as a wider type.
static int array_pack_short(Vm *vm, uint8_t kind, Value v, int64_t *n) {
    static const struct {
        uint8_t kind;
        const char *what;
        int64_t least, most;
    } ranges[] = {
        {'b', "signed short integer", INT16_MIN, INT16_MAX},
        {'b', "signed char", INT8_MIN, INT8_MAX},
        {'B', "unsigned byte integer", 0, UINT8_MAX},
        {'h', "signed short integer", INT16_MIN, INT16_MAX},
        {'H', "signed integer", INT32_MIN, INT32_MAX},
        {'H', "unsigned short", 0, UINT16_MAX},
        {'i', "signed integer", INT32_MIN, INT32_MAX},
    };
    if (!int_to_i64(vm, v, n)) {
        raise_error(vm, EXC_OverflowError, "Python int too large to convert to C long");
        return 0;
    }
    for (uint32_t i = 0; i < COUNT_OF(ranges); i++) {
        if (ranges[i].kind == kind && (*n < ranges[i].least || *n > ranges[i].most)) {
            return array_refuse(vm, ranges[i].what, *n < ranges[i].least);
        }
    }
    return 1;
}

static int array_pack_long(Vm *vm, uint8_t kind, Value v, uint64_t *bits) {
    uint64_t one;
    uint32_t n;
    bool neg, is_signed = kind == 'l' || kind == 'q';
    const uint64_t *limbs = int_magnitude(vm, v, &one, &n, &neg);
    uint64_t magnitude = n ? limbs[0] : 0;
    *bits = neg ? 0 - magnitude : magnitude;
    if (is_signed) {
        if (n <= 1 && magnitude <= (uint64_t)INT64_MAX + neg) { return 1; }
    } else if (neg) {
        raise_error(vm, EXC_OverflowError,
                    kind == 'Q' ? "can't convert negative int to unsigned"
                                : "can't convert negative value to unsigned int");
        return 0;
    } else if (n <= 1) {
        return kind != 'I' || magnitude <= UINT32_MAX ? 1 : array_refuse(vm, "unsigned int", false);
    }
    raise_error(vm, EXC_OverflowError,
                kind == 'l' ? "Python int too large to convert to C long"
                : kind == 'q' || kind == 'Q'
                    ? "int too big to convert"
                    : "Python int too large to convert to C unsigned long");
    return 0;
}

static int array_pack_int(Vm *vm, const Array *a, Value v, uint8_t *out) {
    if (!isinstance_int(vm, v)) {
        if (seq_has_index(vm, v)) { return -1; }
        raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return 0;
    }
    int64_t n = 0;
    uint64_t bits = 0;
    bool is_short = memchr("bBhHi", a->kind, 5);
    int ok =
        is_short ? array_pack_short(vm, a->kind, v, &n) : array_pack_long(vm, a->kind, v, &bits);
    if (ok) { array_put(out, 1u << a->shift, is_short ? (uint64_t)n : bits); }
    return ok;
}

static int array_pack_float(Vm *vm, const Array *a, Value v, uint8_t *out) {
    double d;
    int ok = float_from_real(vm, v, &d);
    if (ok <= 0) { return ok; }
    if (a->kind == 'd') {
        array_put(out, 8, double_bits(d));
        return 1;
    }
    float narrow = (float)d;
    uint32_t word;
    memcpy(&word, &narrow, sizeof word);
    array_put(out, 4, word);
    return 1;
}

static int array_pack_char(Vm *vm, Value v, uint8_t *out) {
    if (!isinstance_str(vm, v)) {
        raise_error(vm, EXC_TypeError, "array item must be a unicode character, not %T", v);
        return 0;
    }
    const Str *s = as_str(vm, v);
    if (s->len != 1) {
        raise_error(vm, EXC_TypeError,
                    "array item must be a unicode character, not a string of length %u", s->len);
        return 0;
    }
    uint32_t size;
    array_put(out, 4, utf8_decode(s->data, &size));
    return 1;
}

int array_pack(Vm *vm, const Array *a, Value v, uint8_t out[8]) {
    switch (a->kind) {
    case 'u':
    case 'w': return array_pack_char(vm, v, out);
    case 'f':
    case 'd': return array_pack_float(vm, a, v, out);
    default: return array_pack_int(vm, a, v, out);
    }
}

Internal array_conversion(const Array *a) {
    return a->kind == 'f' || a->kind == 'd' ? I_TO_FLOAT : I_INDEX;
}

int array_push(Vm *vm, Array *a, Value v) {
    uint8_t item[8];
    int ok = array_pack(vm, a, v, item);
    if (ok <= 0) { return ok; }
    uint32_t n = array_len(a);
    uint8_t *p = array_splice(vm, a, n, n, 1);
    if (!p) { return 0; }
    memcpy(p, item, (size_t)1 << a->shift);
    return 1;
}

// ---- many items --------------------------------------------------------------------------------

bool array_extend_bytes(Vm *vm, Array *a, const uint8_t *p, uint64_t n) {
    uint32_t len = a->bytes.h.n;
    const uint8_t *own = len ? array_data(vm, a) : NULL;
    bool within = own && p >= own && p < own + len; // it may move
    size_t at = within ? (size_t)(p - own) : 0;
    uint8_t *to = bytearray_splice(vm, &a->bytes, len, len, n);
    if (!to) { return false; }
    if (n) { memcpy(to, within ? array_data(vm, a) + at : p, (size_t)n); }
    return true;
}

bool array_extend_array(Vm *vm, Array *a, const Array *from) {
    if (a->kind != from->kind) {
        return raise_false(vm, EXC_TypeError, "can only extend with array of same kind");
    }
    uint32_t n = from->bytes.h.n;
    return array_extend_bytes(vm, a, n ? array_data(vm, from) : NULL, n);
}

bool array_extend_text(Vm *vm, Array *a, Value str) {
    const Str *s = as_str(vm, str);
    uint32_t n = array_len(a), size;
    uint8_t *to = array_splice(vm, a, n, n, s->len);
    if (!to) { return false; }
    for (uint32_t at = 0; at < s->h.n; at += size, to += 4) {
        array_put(to, 4, str_char_at(s, at, &size));
    }
    return true;
}

// 'w' is UTF-32; 'u' is what C calls wide characters, surrogates among them.
Value array_text(Vm *vm, const Array *a) {
    uint32_t n = array_len(a);
    TRY(native_charge(vm, n / 8));
    if (a->kind == 'w') {
        Value codec = str_new_cstr(vm, "utf-32-le");
        TRY_VALUE(codec);
        ByteSpan s = {n ? array_data(vm, a) : (const uint8_t *)"", a->bytes.h.n};
        return codec_decode(vm, s, codec, V_UNBOUND);
    }
    StrBuilder b = str_builder(vm);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t c = array_char(array_data(vm, a) + 4 * (size_t)i);
        if (c > 0x10FFFF) {
            return raise_error(vm, EXC_ValueError,
                               "character U+%x is not in range [U+0000; U+10ffff]", c);
        }
        TRY(sb_put_char(&b, c));
    }
    return sb_finish(&b);
}

Value array_list(Vm *vm, const Array *a) {
    uint32_t n = array_len(a);
    TRY(native_charge(vm, n / 8));
    Value v = list_new(vm, n);
    TRY_VALUE(v);
    for (uint32_t i = 0; i < n; i++) {
        Value item = array_item(vm, a, i);
        TRY_VALUE(item);
        list_put(vm, as_list(vm, v), item);
    }
    return v;
}

// ---- looking for an item -----------------------------------------------------------------------

// Small ints among ints are found by their bytes. -1: they have none in this array.
static int array_small_bytes(const Array *a, Value v, uint8_t out[8]) {
    int64_t n = int_of(v), half = (int64_t)1 << ((8 << a->shift) - 1);
    bool is_signed = a->kind >= 'a';
    if (a->shift < 3 && (is_signed ? n < -half || n >= half : n < 0 || n >= 2 * half)) {
        return -1;
    }
    if (a->shift == 3 && !is_signed && n < 0) { return -1; }
    array_put(out, 1u << a->shift, (uint64_t)n);
    return 1;
}

Value array_find(Vm *vm, const Array *a, int64_t *at, int64_t to, Value v) {
    to = min_i64(to, array_len(a));
    if (*at >= to) { return V_FALSE; }
    if (is_int(v) && !array_is_text(a) && a->kind != 'f' && a->kind != 'd') {
        uint8_t item[8];
        uint32_t size = 1u << a->shift;
        if (array_small_bytes(a, v, item) < 0) { return V_FALSE; }
        const uint8_t *p = array_data(vm, a);
        while (*at < to && memcmp(p + ((size_t)*at << a->shift), item, size) != 0) { ++*at; }
        return bool_value(*at < to);
    }
    for (; *at < to; ++*at) {
        Value item = array_item(vm, a, (uint32_t)*at);
        TRY_VALUE(item);
        Value equal = item == v ? V_TRUE : compare_leaf(vm, OP_EQ, item, v);
        if (equal == V_TRUE || equal == V_UNBOUND || equal == V_RAISED) { return equal; }
    }
    return V_FALSE;
}
