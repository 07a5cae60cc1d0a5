// struct_format.c: see struct_format.h. Sizes and alignments are those of Linux on 64-bit machines
// everywhere; integers and floats are written byte by byte, so the host's order does not matter.
#include "lib/struct_format.h"

#include "base/fmath.h"
#include "object/bytes.h"
#include "object/codec.h"
#include "object/complex.h"
#include "object/float.h"
#include "object/int.h"
#include "object/seq.h"
#include "vm/ops.h"

// ---- reading -----------------------------------------------------------------------------------

typedef struct StructCode {
    uint8_t standard, native, align; // sizes, 0: there is none; align 0: any place will do
    bool is_signed;
} StructCode;

// By letter, from 'A' on; '?' is apart.
static const StructCode struct_codes[] = {
    ['B' - 'A'] = {1, 1, 0, false}, ['D' - 'A'] = {16, 16, 8, false},
    ['F' - 'A'] = {8, 8, 4, false}, ['H' - 'A'] = {2, 2, 2, false},
    ['I' - 'A'] = {4, 4, 4, false}, ['L' - 'A'] = {4, 8, 8, false},
    ['N' - 'A'] = {0, 8, 8, false}, ['P' - 'A'] = {0, 8, 8, false},
    ['Q' - 'A'] = {8, 8, 8, false}, ['b' - 'A'] = {1, 1, 0, true},
    ['c' - 'A'] = {1, 1, 0, false}, ['d' - 'A'] = {8, 8, 8, false},
    ['e' - 'A'] = {2, 2, 2, false}, ['f' - 'A'] = {4, 4, 4, false},
    ['h' - 'A'] = {2, 2, 2, true},  ['i' - 'A'] = {4, 4, 4, true},
    ['l' - 'A'] = {4, 8, 8, true},  ['n' - 'A'] = {0, 8, 8, true},
    ['p' - 'A'] = {1, 1, 0, false}, ['q' - 'A'] = {8, 8, 8, true},
    ['s' - 'A'] = {1, 1, 0, false}, ['x' - 'A'] = {1, 1, 0, false},
};
static const StructCode struct_code_bool = {1, 1, 0, false};

static bool struct_is_space(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool struct_open(Vm *vm, Value format, StructReader *r) {
    uint32_t n;
    if (isinstance_str(vm, format)) {
        const Str *s = as_str(vm, format);
        if (!str_is_ascii(s)) { // raises
            Value ascii = str_new_cstr(vm, "ascii");
            return ascii != V_RAISED && codec_encode(vm, format, ascii, V_UNBOUND) != V_RAISED;
        }
        r->p = (const uint8_t *)s->data;
        n = s->h.n;
    } else if (isinstance_bytes(vm, format)) {
        r->p = as_bytes(vm, format)->data;
        n = as_bytes(vm, format)->h.n;
    } else {
        return raise_false(vm, EXC_TypeError,
                           "Struct() argument 1 must be a str or bytes object, not %T", format);
    }
    if (n >= 16 && !native_charge(vm, n / 16)) { return false; }
    if (memchr(r->p, 0, n)) { return raise_false(vm, EXC_struct_error, "embedded null character"); }
    r->end = r->p + n;
    r->at = 0;
    uint8_t c = n ? *r->p : 0;
    r->native = !(c == '=' || c == '<' || c == '>' || c == '!');
    r->big = c == '>' || c == '!';
    r->p += c == '@' || !r->native;
    return true;
}

static int struct_too_long(Vm *vm) {
    raise_error(vm, EXC_struct_error, "total struct size too long");
    return -1;
}

int struct_next(Vm *vm, StructReader *r, StructItem *item) {
    const uint8_t *p = r->p, *end = r->end;
    while (p < end && struct_is_space(*p)) { p++; }
    if (p == end) { return 0; }
    int64_t count = 1;
    if (*p >= '0' && *p <= '9') {
        for (count = 0; p < end && *p >= '0' && *p <= '9'; p++) {
            if (mul_overflows(count, 10, &count) || add_overflows(count, *p - '0', &count)) {
                return struct_too_long(vm);
            }
        }
        if (p == end) {
            raise_error(vm, EXC_struct_error, "repeat count given without format specifier");
            return -1;
        }
    }
    uint8_t c = *p++;
    uint32_t letter = (uint32_t)c - 'A';
    const StructCode *code = letter < COUNT_OF(struct_codes) ? &struct_codes[letter]
                             : c == '?'                      ? &struct_code_bool
                                                             : NULL;
    uint8_t size = !code ? 0 : r->native ? code->native : code->standard;
    if (size == 0) {
        raise_error(vm, EXC_struct_error, "bad char in struct format");
        return -1;
    }
    r->p = p;
    int64_t at = r->at, bytes;
    if (r->native && code->align) {
        int64_t rest = at & (code->align - 1);
        if (rest && add_overflows(at, code->align - rest, &at)) { return struct_too_long(vm); }
    }
    if (mul_overflows(count, size, &bytes) || add_overflows(at, bytes, &r->at)) {
        return struct_too_long(vm);
    }
    *item = (StructItem){c, size, code->is_signed, r->big, count, at};
    return 1;
}

bool struct_measure(Vm *vm, StructReader r, int64_t *size, int64_t *n_values) {
    StructItem item;
    int64_t n = 0;
    int more;
    while ((more = struct_next(vm, &r, &item)) > 0) {
        if (add_overflows(n, struct_values(&item), &n)) { return struct_too_long(vm) > 0; }
    }
    *size = r.at;
    *n_values = n;
    return more == 0;
}

// ---- bits --------------------------------------------------------------------------------------

static inline void struct_store(uint8_t *p, uint32_t size, bool big, uint64_t v) {
    if (big) {
        for (uint32_t i = size; i > 0; i--, v >>= 8) { p[i - 1] = (uint8_t)v; }
    } else {
        for (uint32_t i = 0; i < size; i++, v >>= 8) { p[i] = (uint8_t)v; }
    }
}

static inline uint64_t struct_load(const uint8_t *p, uint32_t size, bool big) {
    uint64_t v = 0;
    if (big) {
        for (uint32_t i = 0; i < size; i++) { v = v << 8 | p[i]; }
    } else {
        for (uint32_t i = size; i > 0; i--) { v = v << 8 | p[i - 1]; }
    }
    return v;
}

// IEEE 754 binary16, rounded half to even. False: too large.
static bool struct_half(double d, uint64_t *out) {
    uint64_t bits = double_bits(d), sign = bits >> 63 << 15;
    double m = fmath_abs(d);
    if (!fmath_is_finite(m)) {
        *out = sign | 0x7C00 | (fmath_is_nan(m) ? 0x200 : 0);
        return true;
    }
    if (m >= 65520.0) { return false; }
    if (m < 0x1p-14) { // a multiple of 2^-24; the next one up is the smallest normal number
        *out = sign | (uint64_t)fmath_rint(m * 0x1p24);
        return true;
    }
    int32_t exp;
    double fraction = fmath_frexp(m, &exp); // m = fraction * 2^exp, 1/2 <= fraction < 1
    uint64_t digits = (uint64_t)fmath_rint(fraction * 2048.0); // 11 bits, or 2048
    *out = sign | (((uint64_t)(exp + 13) << 10) + digits);
    return true;
}

static double struct_from_half(uint64_t bits) {
    uint32_t exp = bits >> 10 & 31, frac = bits & 1023;
    double m = exp == 31  ? (frac ? fmath_nan() : fmath_inf())
               : exp == 0 ? frac * 0x1p-24
                          : fmath_ldexp(1024 + frac, (int64_t)exp - 25);
    return bits >> 15 & 1 ? -m : m;
}

static uint64_t struct_single(double d) {
    float f = (float)d;
    uint32_t word;
    memcpy(&word, &f, sizeof word);
    return word;
}

static double struct_from_single(uint64_t bits) {
    uint32_t word = (uint32_t)bits;
    float f;
    memcpy(&f, &word, sizeof f);
    return (double)f;
}

// ---- values to bytes ---------------------------------------------------------------------------

static int struct_refuse(Vm *vm, const char *what) {
    raise_error(vm, EXC_struct_error, "%s", what);
    return 0;
}

static NX_COLD int struct_out_of_range(Vm *vm, const StructItem *item) {
    uint32_t bits = 8u * item->size;
    if (item->is_signed) {
        int64_t most = INT64_MAX >> (64 - bits);
        raise_error(vm, EXC_struct_error, "'%c' format requires %l <= number <= %l", item->code,
                    -most - 1, most);
    } else if (bits < 64) {
        raise_error(vm, EXC_struct_error, "'%c' format requires 0 <= number <= %l", item->code,
                    (int64_t)(UINT64_MAX >> (64 - bits)));
    } else {
        raise_error(vm, EXC_struct_error,
                    "'%c' format requires 0 <= number <= 18446744073709551615", item->code);
    }
    return 0;
}

static int struct_put_int(Vm *vm, const StructItem *item, Value v, uint8_t *out) {
    uint32_t bits = 8u * item->size;
    if (NX_LIKELY(is_int(v))) {
        int64_t n = int_of(v);
        bool fits = item->is_signed ? bits == 64 || n >> (bits - 1) == n >> 63
                                    : n >= 0 && (bits == 64 || n >> bits == 0);
        if (NX_UNLIKELY(!fits) && item->code != 'P') { return struct_out_of_range(vm, item); }
        struct_store(out, item->size, item->big, (uint64_t)n);
        return 1;
    }
    if (!isinstance_int(vm, v)) {
        return seq_has_index(vm, v) ? -1 : struct_refuse(vm, "required argument is not an integer");
    }
    uint64_t one;
    uint32_t n;
    bool neg, is_signed = item->is_signed || (item->code == 'P' && int_is_negative(vm, v));
    const uint64_t *limbs = int_magnitude(vm, v, &one, &n, &neg);
    uint64_t magnitude = n ? limbs[0] : 0;
    uint64_t most =
        is_signed ? ((uint64_t)1 << (bits - 1)) - !neg : (neg ? 0 : UINT64_MAX >> (64 - bits));
    if (n > 1 || magnitude > most) {
        return item->code == 'P' ? struct_refuse(vm, "int too large to convert")
                                 : struct_out_of_range(vm, item);
    }
    struct_store(out, item->size, item->big, neg ? 0 - magnitude : magnitude);
    return 1;
}

static bool struct_has_special(Vm *vm, Value v, NameId name) {
    return type_lookup(vm, class_of(vm, v), vm_name(vm, name)) != V_UNBOUND;
}

static int struct_put_float(Vm *vm, const StructItem *item, Value v, uint8_t *out) {
    double d;
    int known = float_from_real(vm, v, &d);
    if (known < 0 && (struct_has_special(vm, v, N___float__) || seq_has_index(vm, v))) {
        return -1;
    }
    if (known == 0) { exc_clear(vm); } // the int is too large
    if (known <= 0) { return struct_refuse(vm, "required argument is not a float"); }
    uint64_t bits = double_bits(d);
    bool fits = true;
    if (item->code == 'e') {
        fits = struct_half(d, &bits);
    } else if (item->code == 'f') {
        bits = struct_single(d);
        fits = (bits & 0x7FFFFFFF) != 0x7F800000 || fmath_is_inf(d);
    }
    if (!fits && isinstance_int(vm, v)) { return struct_refuse(vm, "int too large to convert"); }
    if (!fits) {
        raise_error(vm, EXC_OverflowError, "float too large to pack with %c format", item->code);
        return 0;
    }
    struct_store(out, item->size, item->big, bits);
    return 1;
}

static int struct_put_complex(Vm *vm, const StructItem *item, Value v, uint8_t *out) {
    double re, im = 0;
    if (isinstance_complex(vm, v)) {
        re = as_complex(vm, v)->re;
        im = as_complex(vm, v)->im;
    } else {
        int known = float_from_real(vm, v, &re);
        if (known < 0 && (struct_has_special(vm, v, N___complex__) ||
                          struct_has_special(vm, v, N___float__) || seq_has_index(vm, v))) {
            return -1;
        }
        if (known == 0) { exc_clear(vm); }
        if (known <= 0) { return struct_refuse(vm, "required argument is not a complex"); }
    }
    bool single = item->code == 'F';
    uint32_t half = item->size / 2u;
    struct_store(out, half, item->big, single ? struct_single(re) : double_bits(re));
    struct_store(out + half, half, item->big, single ? struct_single(im) : double_bits(im));
    return 1;
}

static int struct_put_bytes(Vm *vm, const StructItem *item, Value v, uint8_t *out) {
    ByteSpan s;
    bool known = isinstance_bytes(vm, v) || is_tagged(vm, v, T_BYTEARRAY);
    if (!known || !bytes_like(vm, v, &s)) {
        raise_error(vm, EXC_struct_error, "argument for '%c' must be a bytes object", item->code);
        return 0;
    }
    uint64_t room = (uint64_t)item->count, n = s.n;
    if (item->code == 'p') {
        if (room == 0) { return 1; }
        room--;
        n = n < room ? n : room;
        *out++ = (uint8_t)(n < 255 ? n : 255);
    }
    n = n < room ? n : room;
    if (n) { memcpy(out, s.p, (size_t)n); }
    return 1;
}

int struct_put(Vm *vm, const StructItem *item, Value v, uint8_t *out) {
    switch (item->code) {
    case '?': {
        Value truth = truth_leaf(vm, v);
        *out = truth == V_TRUE;
        return truth == V_RAISED ? 0 : truth == V_UNBOUND ? -1 : 1;
    }
    case 'c':
        if (!isinstance_bytes(vm, v) || as_bytes(vm, v)->h.n != 1) {
            return struct_refuse(vm, "char format requires a bytes object of length 1");
        }
        *out = as_bytes(vm, v)->data[0];
        return 1;
    case 's':
    case 'p': return struct_put_bytes(vm, item, v, out);
    case 'e':
    case 'f':
    case 'd': return struct_put_float(vm, item, v, out);
    case 'F':
    case 'D': return struct_put_complex(vm, item, v, out);
    default: return struct_put_int(vm, item, v, out);
    }
}

// ---- bytes to values ---------------------------------------------------------------------------

Value struct_get(Vm *vm, const StructItem *item, const uint8_t *p) {
    bool big = item->big;
    switch (item->code) {
    case '?': return bool_value(*p != 0);
    case 'c': return bytes_new(vm, p, 1);
    case 's': return bytes_new(vm, p, (uint64_t)item->count);
    case 'p': {
        if (item->count == 0) { return bytes_new(vm, p, 0); }
        uint64_t room = (uint64_t)item->count - 1;
        return bytes_new(vm, p + 1, *p < room ? *p : room);
    }
    case 'e': return double_value(struct_from_half(struct_load(p, 2, big)));
    case 'f': return double_value(struct_from_single(struct_load(p, 4, big)));
    case 'd': return double_value(bits_double(struct_load(p, 8, big)));
    case 'F':
        return complex_new(vm, struct_from_single(struct_load(p, 4, big)),
                           struct_from_single(struct_load(p + 4, 4, big)));
    case 'D':
        return complex_new(vm, bits_double(struct_load(p, 8, big)),
                           bits_double(struct_load(p + 8, 8, big)));
    default: break;
    }
    uint64_t bits = struct_load(p, item->size, big);
    if (!item->is_signed) { return bits >> 48 ? int_from_u64(vm, bits) : int_value((int64_t)bits); }
    uint32_t shift = 64 - 8u * item->size;
    int64_t n = (int64_t)(bits << shift) >> shift;
    return fits_int(n) ? int_value(n) : int_from_i64(vm, n);
}
