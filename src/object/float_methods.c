// float_methods.c: what float offers by name. The operators' special methods come from the slots of
// float_type (float.c).
#include "base/dtoa.h"
#include "base/fmath.h"
#include "base/wide.h"
#include "object/bytes.h"
#include "object/construct.h"
#include "object/float.h"
#include "object/int.h"
#include "object/memoryview.h"
#include "object/number_format.h"
#include "object/str.h"
#include "object/tuple.h"

// ---- construction: float(), float.from_number, float.fromhex -----------------------------------

static Value float_of_class(Vm *vm, Value cls, Value v) {
    if (v == V_RAISED || cls == vm->types[T_FLOAT]) { return v; }
    Float *o = construct(vm, T_FLOAT, cls, 0);
    TRY(o);
    o->value = double_of(v);
    return ptr_value(vm, o);
}

static bool float_converts(Vm *vm, Value v) {
    Value cls = class_of(vm, v);
    return type_lookup(vm, cls, vm_name(vm, N___float__)) != V_UNBOUND ||
           type_lookup(vm, cls, vm_name(vm, N___index__)) != V_UNBOUND;
}

// What needs no guest code; else V_UNBOUND. The parameters are cls, x.
static Value float_new_first(Vm *vm, Value *a) {
    Value x = a[1];
    if (is_double(x)) { return float_of_class(vm, a[0], x); }
    if (is_exact_int(vm, x)) {
        double d;
        TRY(int_to_double(vm, x, &d));
        return float_of_class(vm, a[0], double_value(d));
    }
    return is_str(vm, x) ? float_of_class(vm, a[0], float_parse(vm, x)) : V_UNBOUND;
}

enum { FLOAT_NEW_START, FLOAT_NEW_GOT_FLOAT, FLOAT_NEW_GOT_BYTES };

static Value float_new(Vm *vm, Frame *f) {
    Value cls = f->slot[0], x = f->slot[1];
    if (native_state(f) == FLOAT_NEW_GOT_FLOAT) { return float_of_class(vm, cls, f->result); }
    bool bytes = native_state(f) == FLOAT_NEW_GOT_BYTES;
    if (bytes) { x = f->result; }
    Value v = bytes ? V_UNBOUND : float_new_first(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    if (float_converts(vm, x)) {
        return native_call1(vm, f, FLOAT_NEW_GOT_FLOAT, internal(vm, I_TO_FLOAT), x);
    }
    if (isinstance_str(vm, x)) { return float_of_class(vm, cls, float_parse(vm, x)); }
    if (buffer_is_guest(vm, x)) {
        return native_call1(vm, f, FLOAT_NEW_GOT_BYTES, vm->types[T_BYTES], x);
    }
    ByteSpan b;
    if (bytes_like(vm, x, &b)) {
        return float_of_class(vm, cls, float_parse_text(vm, (const char *)b.p, b.n, x));
    }
    return raise_error(vm, EXC_TypeError,
                       "float() argument must be a string or a real number, not '%T'", x);
}

static Value float_from_number(Vm *vm, Frame *f) {
    Value cls = f->slot[0], v = f->slot[1];
    if (native_state(f) == FLOAT_NEW_GOT_FLOAT) {
        v = f->result;
    } else if (!is_double(v)) {
        return native_call1(vm, f, FLOAT_NEW_GOT_FLOAT, internal(vm, I_TO_FLOAT), v);
    }
    if (cls == vm->types[T_FLOAT]) { return v; }
    return native_tailcall(vm, cls, 1, &v);
}

// A hexadecimal number on its way: mantissa * 2^exp, and whether ones were left out below.
typedef struct HexFloat {
    uint64_t mantissa;
    int64_t exp;
    bool sticky, any;
} HexFloat;

static int fhex_digit(char c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    char low = (char)(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

static const char *fhex_digits(const char *at, const char *end, HexFloat *h) {
    bool fraction = false;
    for (; at < end; at++) {
        if (*at == '.' && !fraction) {
            fraction = true;
            continue;
        }
        int digit = fhex_digit(*at);
        if (digit < 0) { break; }
        h->any = true;
        if (h->mantissa >> 60) { // 61 bits are enough to round; the others only count as "more"
            h->sticky |= digit != 0;
            h->exp += fraction ? 0 : 4;
        } else {
            h->mantissa = h->mantissa << 4 | (uint64_t)digit;
            h->exp -= fraction ? 4 : 0;
        }
    }
    return at;
}

// The binary exponent after 'p'; NULL: malformed.
static const char *fhex_exponent(const char *at, const char *end, HexFloat *h) {
    bool neg = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) { at++; }
    const char *start = at;
    int64_t n = 0;
    for (; at < end && *at >= '0' && *at <= '9'; at++) {
        if (n < (int64_t)1 << 50) { n = n * 10 + (*at - '0'); }
    }
    h->exp += neg ? -n : n;
    return at > start ? at : NULL;
}

// Rounded half to even, also where the result is subnormal.
static double fhex_value(const HexFloat *h) {
    if (h->mantissa == 0) { return 0.0; }
    int64_t top = h->exp + 63 - (int64_t)wide_clz(h->mantissa);
    if (top > 1023) { return fmath_inf(); }
    int64_t unit = max_i64(top - 52, -1074), shift = unit - h->exp;
    if (shift <= 0) { return fmath_ldexp((double)(h->mantissa << -shift), unit); }
    if (shift > 64) { return 0.0; }
    uint64_t q = shift == 64 ? 0 : h->mantissa >> shift;
    uint64_t rest = shift == 64 ? h->mantissa : h->mantissa & (((uint64_t)1 << shift) - 1);
    uint64_t half = (uint64_t)1 << (shift - 1);
    q += rest > half || (rest == half && (h->sticky || (q & 1)));
    return fmath_ldexp((double)q, unit);
}

static bool fhex_word(const char *at, const char *end, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(end - at) != len) { return false; }
    for (size_t i = 0; i < len; i++) {
        if ((at[i] | 0x20) != word[i]) { return false; }
    }
    return true;
}

static bool fhex_parse(const char *at, const char *end, double *out) {
    while (at < end && (*at == ' ' || (*at >= '\t' && *at <= '\r'))) { at++; }
    while (end > at && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r'))) { end--; }
    double sign = at < end && *at == '-' ? -1.0 : 1.0;
    if (at < end && (*at == '-' || *at == '+')) { at++; }
    if (fhex_word(at, end, "inf") || fhex_word(at, end, "infinity")) {
        *out = sign * fmath_inf();
        return true;
    }
    if (fhex_word(at, end, "nan")) {
        *out = fmath_nan();
        return true;
    }
    if (end - at >= 2 && at[0] == '0' && (at[1] | 0x20) == 'x') { at += 2; }
    HexFloat h = {0};
    at = fhex_digits(at, end, &h);
    if (!h.any) { return false; }
    if (at < end && (*at | 0x20) == 'p') { at = fhex_exponent(at + 1, end, &h); }
    *out = sign * fhex_value(&h);
    return at == end;
}

static Value float_fromhex(Vm *vm, Value *a) {
    if (!isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "bad argument type for built-in operation");
    }
    const Str *s = as_str(vm, a[1]);
    TRY(native_charge(vm, s->h.n / 16));
    double d;
    if (!fhex_parse(s->data, s->data + s->h.n, &d)) {
        return raise_error(vm, EXC_ValueError, "invalid hexadecimal floating-point string");
    }
    bool spelled = false;
    for (uint32_t i = 0; i < s->h.n && fmath_is_inf(d); i++) {
        spelled |= (s->data[i] | 0x20) == 'i';
    }
    if (fmath_is_inf(d) && !spelled) {
        return raise_error(vm, EXC_OverflowError,
                           "hexadecimal value too large to represent as a float");
    }
    Value v = double_value(d);
    return a[0] == vm->types[T_FLOAT] ? v : native_tailcall(vm, a[0], 1, &v);
}

// ---- other methods -----------------------------------------------------------------------------

static Value float_as_integer_ratio(Vm *vm, Value *a) {
    double d = float_of(vm, a[0]);
    if (fmath_is_inf(d)) {
        return raise_error(vm, EXC_OverflowError, "cannot convert Infinity to integer ratio");
    }
    if (fmath_is_nan(d)) {
        return raise_error(vm, EXC_ValueError, "cannot convert NaN to integer ratio");
    }
    int32_t exp;
    double m = fmath_frexp(d, &exp);
    int64_t whole = (int64_t)fmath_ldexp(m, 53);
    if (whole == 0) { return tuple_pack2(vm, int_value(0), int_value(1)); }
    int32_t twos = (int32_t)wide_ctz(whole < 0 ? 0 - (uint64_t)whole : (uint64_t)whole);
    exp += twos - 53;
    Value num = int_from_i64(vm, whole / ((int64_t)1 << twos)), den = int_value(1);
    TRY_VALUE(num);
    if (exp > 0) {
        num = int_binary(vm, BIN_OP_LSHIFT, num, int_value(exp));
    } else {
        den = int_binary(vm, BIN_OP_LSHIFT, den, int_value(-exp));
    }
    if (num == V_RAISED || den == V_RAISED) { return V_RAISED; }
    return tuple_pack2(vm, num, den);
}

static Value float_ceil(Vm *vm, Value *a) {
    return float_to_int(vm, fmath_ceil(float_of(vm, a[0])));
}

static Value float_floor(Vm *vm, Value *a) {
    return float_to_int(vm, fmath_floor(float_of(vm, a[0])));
}

static Value float_trunc(Vm *vm, Value *a) { return float_to_int(vm, float_of(vm, a[0])); }

static Value float_self(Vm *vm, Value *a) { return double_value(float_of(vm, a[0])); }

// format(x, '') is str(x), which a subclass may have replaced.
static Value float_format(Vm *vm, Value *a) {
    if (is_ref(a[0]) && as_str(vm, a[1])->h.n == 0) {
        return native_tail_internal(vm, I_STR, 1, a);
    }
    return format_float(vm, a[0], a[1]);
}

static Value float_getformat(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[1]);
    if (!str_equals_cstr(s, "double") && !str_equals_cstr(s, "float")) {
        return raise_error(vm, EXC_ValueError,
                           "__getformat__() argument 1 must be 'double' or 'float'");
    }
    return str_new_cstr(vm, "IEEE, little-endian");
}

static Value float_getnewargs(Vm *vm, Value *a) {
    Value v = double_value(float_of(vm, a[0]));
    return tuple_from(vm, &v, 1);
}

static Value float_hex(Vm *vm, Value *a) {
    double d = float_of(vm, a[0]);
    if (!fmath_is_finite(d)) { return float_repr(vm, d); }
    uint64_t bits = double_bits(d);
    uint32_t field = (uint32_t)(bits >> 52 & 0x7FF);
    if (d == 0) { return str_new_cstr(vm, bits >> 63 ? "-0x0.0p+0" : "0x0.0p+0"); }
    char digits[14] = {0};
    for (uint32_t i = 0; i < 13; i++) { digits[i] = "0123456789abcdef"[bits >> (48 - 4 * i) & 15]; }
    int32_t exp = field ? (int32_t)field - 1023 : -1022;
    return format_text(vm, "%s0x%d.%sp%s%d", bits >> 63 ? "-" : "", field ? 1 : 0, digits,
                       exp < 0 ? "-" : "+", exp < 0 ? -exp : exp);
}

static Value float_is_integer(Vm *vm, Value *a) {
    double d = float_of(vm, a[0]);
    return bool_value(fmath_is_finite(d) && fmath_floor(d) == d);
}

static Value float_pow_args(Vm *vm, Value base, Value exp, Value mod) {
    if (mod == V_NONE) { return float_binary(vm, BIN_OP_POW, base, exp); }
    return raise_error(vm, EXC_TypeError,
                       "pow() 3rd argument not allowed unless all arguments are integers");
}
static Value float_pow_method(Vm *vm, Value *a) { return float_pow_args(vm, a[0], a[1], a[2]); }
static Value float_rpow_method(Vm *vm, Value *a) { return float_pow_args(vm, a[1], a[0], a[2]); }

static Value float_round(Vm *vm, Value *a) {
    double d = float_of(vm, a[0]);
    if (a[1] == V_NONE) {
        double low = fmath_floor(d), part = d - low;
        bool up = part > 0.5 || (part == 0.5 && fmath_fmod(low, 2.0) != 0);
        return float_to_int(vm, up ? low + 1.0 : low);
    }
    if (!fmath_is_finite(d)) { return double_value(d); }
    // Beyond 400 places nothing changes any more.
    int64_t places = min_i64(max_i64(int_clamp_i64(vm, a[1]), -400), 400);
    double r = dtoa_round(d, (int32_t)places);
    if (fmath_is_inf(r)) {
        return raise_error(vm, EXC_OverflowError, "rounded value too large to represent");
    }
    return double_value(r);
}

static Value float_get_imag(Vm *vm, Value self) {
    (void)vm, (void)self;
    return double_value(0.0);
}
static Value float_get_real(Vm *vm, Value self) { return double_value(float_of(vm, self)); }

const NativeDef float_methods[] = {
    LEAF("__ceil__", "self, /", float_ceil, "The least integer not below it."),
    LEAF("__float__", "self, /", float_self, "float(self)"),
    LEAF("__floor__", "self, /", float_floor, "The greatest integer not above it."),
    TAIL("__format__", "self, format_spec: str, /", float_format, "The text by a format."),
    LEAF_CLASS("__getformat__", "cls, typestr: str, /", float_getformat,
               "How floats or doubles are kept here: always as IEEE numbers."),
    LEAF("__getnewargs__", "self, /", float_getnewargs, ""),
    LEAF("__int__", "self, /", float_trunc, "int(self)"),
    STEPS_FIRST_CLASS("__new__", "cls, x=0, /", float_new_first, float_new, 0, "Make a float."),
    LEAF("__pow__", "self, value, mod=None, /", float_pow_method, "The power, or its remainder."),
    LEAF("__rpow__", "self, value, mod=None, /", float_rpow_method,
         "The power with the operands exchanged."),
    LEAF("__round__", "self, ndigits: index=None, /", float_round,
         "The nearest integer, or number of so many decimals; half to even."),
    LEAF("__trunc__", "self, /", float_trunc, "The nearest integer on the side of zero."),
    LEAF("as_integer_ratio", "self, /", float_as_integer_ratio,
         "Two integers whose quotient is exactly the number."),
    LEAF("conjugate", "self, /", float_self, "The number itself."),
    STEPS_CLASS("from_number", "cls, number, /", float_from_number, 0, NULL,
                "The float with the value of another real number."),
    TAIL_CLASS("fromhex", "cls, string, /", float_fromhex, "The float that hex() gave as a text."),
    LEAF("hex", "self, /", float_hex, "The exact value as a hexadecimal text."),
    LEAF("is_integer", "self, /", float_is_integer, "Whether the value is an integer."),
    NATIVE_END,
};

const GetSetDef float_getsets[] = {
    {"imag", float_get_imag, NULL, "imaginary part"},
    {"real", float_get_real, NULL, "real part"},
    {NULL, NULL, NULL, NULL},
};
