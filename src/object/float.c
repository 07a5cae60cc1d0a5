// float.c: floats: arithmetic, comparison, text. Methods are in float_methods.c, the format
// language in number_format.c, digits in base/dtoa.h.
//
// A float is a Value and has no identity; only instances of guest subclasses are objects (Float).
// Every result goes through double_value, which gives all NaNs one bit pattern.
#include "object/float.h"

#include "base/dtoa.h"
#include "base/fmath.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "object/complex.h"
#include "object/exc.h"
#include "object/int.h"
#include "object/number_format.h"
#include "object/str.h"
#include "object/tuple.h"

// ---- conversions -------------------------------------------------------------------------------

int float_from_real(Vm *vm, Value v, double *out) {
    if (NX_LIKELY(is_double(v))) {
        *out = double_of(v);
        return 1;
    }
    if (isinstance_int(vm, v)) { return int_to_double(vm, v, out); }
    if (!is_tagged(vm, v, T_FLOAT)) { return -1; }
    *out = ((Float *)ref_ptr(vm, v))->value;
    return 1;
}

Value float_to_int(Vm *vm, double d) {
    if (NX_LIKELY(fmath_is_finite(d))) { return int_from_double(vm, d); }
    if (fmath_is_nan(d)) {
        return raise_error(vm, EXC_ValueError, "cannot convert float NaN to integer");
    }
    return raise_error(vm, EXC_OverflowError, "cannot convert float infinity to integer");
}

Value float_repr(Vm *vm, double d) {
    char text[DTOA_REPR_SIZE];
    return str_new(vm, text, dtoa_repr(text, d));
}

int64_t float_hash(double d) { return fmath_is_nan(d) ? 0 : hash_double(d); }

// V_UNBOUND: not a number.
static Value float_parse_ascii(const char *at, const char *end) {
    while (at < end && (*at == ' ' || (*at >= '\t' && *at <= '\r'))) { at++; }
    while (end > at && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r'))) { end--; }
    double d;
    size_t len = (size_t)(end - at);
    size_t used = dtoa_parse(at, len, DTOA_UNDERSCORES | DTOA_SIGNED | DTOA_SPECIAL, &d);
    return used && used == len ? double_value(d) : V_UNBOUND;
}

// As CPython: every Unicode decimal digit and space counts like its ASCII sibling.
static Value float_parse_unicode(Vm *vm, const char *text, size_t len) {
    Blob *copy = heap_new_raw(vm, T_BLOB, len);
    TRY(copy);
    char *ascii = (char *)copy->data;
    return float_parse_ascii(ascii, ascii + number_to_ascii(text, len, ascii));
}

Value float_parse_text(Vm *vm, const char *text, size_t len, Value shown) {
    TRY(native_charge(vm, len / 16));
    Value v = utf8_is_ascii(text, len) || !is_tagged(vm, shown, T_STR)
                  ? float_parse_ascii(text, text + len)
                  : float_parse_unicode(vm, text, len);
    if (v != V_UNBOUND) { return v; }
    return raise_error(vm, EXC_ValueError, "could not convert string to float: %R", shown);
}

Value float_parse(Vm *vm, Value str) {
    const Str *s = as_str(vm, str);
    return float_parse_text(vm, s->data, s->h.n, str);
}

// ---- arithmetic --------------------------------------------------------------------------------

Value float_raise_range(Vm *vm) {
    Value text = str_new_cstr(vm, "Numerical result out of range");
    TRY_VALUE(text);
    Value args = tuple_pack2(vm, int_value(34), text);
    TRY_VALUE(args);
    Value exc = exc_new(vm, exc_class(vm, EXC_OverflowError), args);
    TRY_VALUE(exc);
    return raise_value(vm, exc);
}

static Value float_raise_zero(Vm *vm) {
    return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
}

static double float_mod(double x, double y) {
    double mod = fmath_fmod(x, y);
    if (mod == 0) { return fmath_copysign(0.0, y); }
    return (y < 0) != (mod < 0) ? mod + y : mod;
}

// The quotient is derived from the remainder, so that x == q * y + r holds as well as it can.
static double float_floordiv(double x, double y) {
    double mod = fmath_fmod(x, y);
    double div = (x - mod) / y;
    if (mod != 0 && (y < 0) != (mod < 0)) { div -= 1.0; }
    if (div == 0) { return fmath_copysign(0.0, x / y); }
    double floored = fmath_floor(div);
    return div - floored > 0.5 ? floored + 1.0 : floored;
}

static bool float_is_odd(double d) { return fmath_fmod(fmath_abs(d), 2.0) == 1.0; }

// Powers with an infinite, NaN or zero operand; every case of C11 Annex F, by hand.
static Value float_pow_special(Vm *vm, double x, double y) {
    if (y == 0) { return double_value(1.0); }
    if (fmath_is_nan(x)) { return double_value(x); }
    if (fmath_is_nan(y)) { return double_value(x == 1.0 ? 1.0 : y); }
    if (fmath_is_inf(y)) {
        double m = fmath_abs(x);
        if (m == 1.0) { return double_value(1.0); }
        return double_value((y > 0) == (m > 1.0) ? fmath_inf() : 0.0);
    }
    bool odd = float_is_odd(y);
    if (fmath_is_inf(x)) {
        if (y > 0) { return double_value(odd ? x : fmath_inf()); }
        return double_value(odd ? fmath_copysign(0.0, x) : 0.0);
    }
    if (y < 0) { return raise_error(vm, EXC_ZeroDivisionError, "zero to a negative power"); }
    return double_value(odd ? x : 0.0);
}

static Value float_pow(Vm *vm, double x, double y) {
    if (y == 0 || x == 0 || !fmath_is_finite(x) || !fmath_is_finite(y)) {
        return float_pow_special(vm, x, y);
    }
    bool negate = false;
    if (x < 0) {
        if (y != fmath_floor(y)) { return complex_pow(vm, x, 0.0, y, 0.0); }
        x = -x;
        negate = float_is_odd(y);
    }
    double d = x == 1.0 ? 1.0 : fmath_pow(x, y);
    if (fmath_is_inf(d)) { return float_raise_range(vm); }
    return double_value(negate ? -d : d);
}

static Value float_arith(Vm *vm, BinOp op, double x, double y) {
    switch (op) {
    case BIN_OP_ADD: return double_value(x + y);
    case BIN_OP_SUB: return double_value(x - y);
    case BIN_OP_MUL: return double_value(x * y);
    case BIN_OP_DIV: return y == 0 ? float_raise_zero(vm) : double_value(x / y);
    case BIN_OP_MOD: return y == 0 ? float_raise_zero(vm) : double_value(float_mod(x, y));
    case BIN_OP_FLOORDIV: return y == 0 ? float_raise_zero(vm) : double_value(float_floordiv(x, y));
    case BIN_OP_DIVMOD:
        if (y == 0) { return float_raise_zero(vm); }
        return tuple_pack2(vm, double_value(float_floordiv(x, y)), double_value(float_mod(x, y)));
    case BIN_OP_POW: return float_pow(vm, x, y);
    default: return V_NOTIMPL;
    }
}

#define FLOAT_BINARY_OPS                                                                           \
    (OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_SUB) | OP_BIT(BIN_OP_MUL) | OP_BIT(BIN_OP_DIV) |           \
     OP_BIT(BIN_OP_MOD) | OP_BIT(BIN_OP_POW) | OP_BIT(BIN_OP_FLOORDIV) | OP_BIT(BIN_OP_DIVMOD))

Value float_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (is_double(a) && is_double(b)) { return float_arith(vm, op, double_of(a), double_of(b)); }
    if (!(FLOAT_BINARY_OPS & OP_BIT(op))) { return V_NOTIMPL; } // before an int is too large
    double x, y;
    int r = float_from_real(vm, a, &x);
    if (r > 0) { r = float_from_real(vm, b, &y); }
    if (r <= 0) { return r ? V_NOTIMPL : V_RAISED; }
    if (!isinstance_float(vm, a) && !isinstance_float(vm, b)) { return V_NOTIMPL; }
    return float_arith(vm, op, x, y);
}

Value float_unary(Vm *vm, UnOp op, Value v) {
    double d = float_of(vm, v);
    switch (op) {
    case UN_OP_NEG: return double_value(-d);
    case UN_OP_POS: return double_value(d);
    case UN_OP_ABS: return double_value(fmath_abs(d));
    default: return V_NOTIMPL;
    }
}

// ---- slots -------------------------------------------------------------------------------------

static Value float_compare_doubles(int op, double x, double y) {
    switch (op) {
    case OP_LT: return bool_value(x < y);
    case OP_LE: return bool_value(x <= y);
    case OP_EQ: return bool_value(x == y);
    case OP_NE: return bool_value(x != y);
    case OP_GT: return bool_value(x > y);
    default: return bool_value(x >= y);
    }
}

Value float_compare(Vm *vm, int op, Value a, Value b) {
    bool a_float = isinstance_float(vm, a), b_float = isinstance_float(vm, b);
    if (a_float && b_float) { return float_compare_doubles(op, float_of(vm, a), float_of(vm, b)); }
    // An int is compared exactly; the order then stands for the two numbers. 2 is no order at all.
    int c;
    if (a_float && isinstance_int(vm, b)) {
        c = int_compare_double(vm, b, float_of(vm, a));
        c = c == 2 ? 2 : -c;
    } else if (b_float && isinstance_int(vm, a)) {
        c = int_compare_double(vm, a, float_of(vm, b));
    } else {
        return V_NOTIMPL;
    }
    return float_compare_doubles(op, c == 2 ? fmath_nan() : c, 0.0);
}

static Value float_slot_hash(Vm *vm, Value v) {
    return int_from_i64(vm, float_hash(float_of(vm, v)));
}
static Value float_slot_repr(Vm *vm, Value v) { return float_repr(vm, float_of(vm, v)); }
static Value float_slot_truth(Vm *vm, Value v) { return bool_value(float_of(vm, v) != 0); }

const TypeDef float_type = {
    .new_sig = "(x=0, /)",
    .name = "float",
    .doc = "Make a floating-point number of a number or of text.",
    .tag = T_FLOAT,
    .subclassable = true,
    .binary_ops = FLOAT_BINARY_OPS,
    .unary_ops = OP_BIT(UN_OP_NEG) | OP_BIT(UN_OP_POS) | OP_BIT(UN_OP_ABS),
    .methods = float_methods,
    .getsets = float_getsets,
    .binary = float_binary,
    .unary = float_unary,
    .compare = float_compare,
    .hash = float_slot_hash,
    .repr = float_slot_repr,
    .truth = float_slot_truth,
};
