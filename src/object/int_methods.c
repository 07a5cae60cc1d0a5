// int_methods.c: what int offers by name. The operators' special methods come from the slots of
// int_type (int.c).
#include "base/wide.h"
#include "object/seq.h"
#include "object/bytes.h"
#include "object/float.h"
#include "object/int.h"
#include "object/memoryview.h"
#include "object/number_format.h"
#include "object/str.h"
#include "object/construct.h"
#include "object/steps_fast.h"
#include "object/tuple.h"

// ---- construction: int(), int.from_bytes -------------------------------------------------------

// An int as an instance of cls, which is int or derived from it.
static Value int_of_class(Vm *vm, Value cls, Value v) {
    if (v == V_RAISED || cls == vm->types[T_INT]) { return v == V_RAISED ? v : int_plain(vm, v); }
    IntArg a;
    TRY(value_is_int(vm, v));
    int_arg(vm, v, &a);
    Int *o = construct(vm, T_INT, cls, a.n);
    TRY(o);
    o->h.small = a.neg;
    memcpy(o->limbs, a.p, (size_t)a.n * sizeof(Limb));
    return ptr_value(vm, o);
}

static bool int_converts(Vm *vm, Value v) {
    Value cls = class_of(vm, v);
    return type_lookup(vm, cls, vm_name(vm, N___int__)) != V_UNBOUND ||
           type_lookup(vm, cls, vm_name(vm, N___index__)) != V_UNBOUND;
}

// int(text, base), or V_UNBOUND when x is no text.
static Value int_new_text(Vm *vm, Value x, int base) {
    if (isinstance_str(vm, x)) { return int_parse(vm, x, base); }
    ByteSpan b;
    if (!bytes_like(vm, x, &b)) { return V_UNBOUND; }
    return int_parse_text(vm, (const char *)b.p, b.n, base, x);
}

static Value int_new_with_base(Vm *vm, Value cls, Value x, Value base) {
    int64_t n;
    if (!int_to_i64(vm, base, &n) || n < 0 || n == 1 || n > 36) {
        return raise_error(vm, EXC_ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    Value v = is_tagged(vm, x, T_MEMORYVIEW) || is_tagged(vm, x, T_ARRAY)
                  ? V_UNBOUND
                  : int_new_text(vm, x, (int)n);
    if (v == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "int() can't convert non-string with explicit base");
    }
    return int_of_class(vm, cls, v);
}

// What needs no guest code; else V_UNBOUND. The parameters are cls, x, base.
static Value int_new_first(Vm *vm, Value *a) {
    Value x = a[1];
    if (a[2] != V_UNBOUND) {
        if (x == V_UNBOUND) {
            return raise_error(vm, EXC_TypeError, "int() missing string argument");
        }
        return isinstance_int(vm, a[2]) ? int_new_with_base(vm, a[0], x, a[2]) : V_UNBOUND;
    }
    if (is_exact_int(vm, x) || is_bool(x)) { return int_of_class(vm, a[0], x); }
    if (is_str(vm, x)) { return int_of_class(vm, a[0], int_parse(vm, x, 10)); }
    if (is_double(x)) { return int_of_class(vm, a[0], float_to_int(vm, double_of(x))); }
    return x == V_UNBOUND ? int_of_class(vm, a[0], int_value(0)) : V_UNBOUND;
}

enum { INT_NEW_START, INT_NEW_GOT_INT, INT_NEW_GOT_BASE, INT_NEW_GOT_BYTES };

static Value int_new(Vm *vm, Frame *f) {
    Value cls = f->slot[0], x = f->slot[1], base = f->slot[2];
    switch (native_state(f)) {
    case INT_NEW_GOT_INT: return int_of_class(vm, cls, f->result);
    case INT_NEW_GOT_BASE: return int_new_with_base(vm, cls, x, f->result);
    case INT_NEW_GOT_BYTES: x = f->result; break;
    default: break;
    }
    Value v = native_state(f) == INT_NEW_GOT_BYTES ? V_UNBOUND : int_new_first(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    if (base != V_UNBOUND) {
        return native_call1(vm, f, INT_NEW_GOT_BASE, internal(vm, I_INDEX), base);
    }
    if (int_converts(vm, x)) {
        return native_call1(vm, f, INT_NEW_GOT_INT, internal(vm, I_TO_INT), x);
    }
    if (buffer_is_guest(vm, x)) {
        return native_call1(vm, f, INT_NEW_GOT_BYTES, vm->types[T_BYTES], x);
    }
    v = int_new_text(vm, x, 10);
    if (v != V_UNBOUND) { return int_of_class(vm, cls, v); }
    return raise_error(vm, EXC_TypeError,
                       "int() argument must be a string, a bytes-like object or a real number, "
                       "not '%T'",
                       x);
}

// 1 little-endian, 0 big-endian, -1 raised.
static int int_byte_order(Vm *vm, Value order) {
    const Str *s = as_str(vm, order);
    if (str_equals_cstr(s, "big")) { return 0; }
    if (str_equals_cstr(s, "little")) { return 1; }
    raise_error(vm, EXC_ValueError, "byteorder must be either 'little' or 'big'");
    return -1;
}

static Value int_decode_bytes(Vm *vm, ByteSpan b, int little, bool is_signed) {
    IntOut out;
    TRY(int_charge(vm, b.n / 8));
    TRY(int_out(vm, &out, (uint64_t)b.n / 8 + 1));
    bool neg;
    uint32_t n = big_from_bytes(out.p, b.p, b.n, !little, is_signed, &neg);
    return int_out_finish(vm, &out, n, neg);
}

enum { FROM_BYTES_START, FROM_BYTES_GOT_BYTES, FROM_BYTES_GOT_ITEMS, FROM_BYTES_GOT_METHOD };

// What is no bytes: by __bytes__, else the items of an iterable.
static Value int_bytes_of(Vm *vm, Frame *f, Value v) {
    if (type_lookup(vm, class_of(vm, v), vm_name(vm, N___bytes__)) != V_UNBOUND) {
        return native_call_method(vm, f, FROM_BYTES_GOT_METHOD, v, vm_name(vm, N___bytes__), 0,
                                  NULL);
    }
    if (isinstance_str(vm, v) || !seq_is_iterable(vm, v)) {
        return raise_error(vm, EXC_TypeError, "cannot convert '%T' object to bytes", v);
    }
    return native_call2(vm, f, FROM_BYTES_GOT_ITEMS, internal(vm, I_DRAIN), v,
                        int_value(DRAIN_BYTES));
}

// A class derived from a bytes-like one that has a __bytes__ of its own.
static bool int_has_bytes_method(Vm *vm, Value v) {
    Value name = vm_name(vm, N___bytes__), method = type_lookup(vm, class_of(vm, v), name);
    return method != V_UNBOUND && method != type_lookup(vm, vm->types[T_BYTES], name);
}

// Of exact bytes or bytearrays, for int itself.
static Value int_from_bytes_first(Vm *vm, Value *a) {
    bool exact = is_exact(vm, a[1], T_BYTES) || is_exact(vm, a[1], T_BYTEARRAY);
    ByteSpan b;
    if (!exact || a[0] != vm->types[T_INT] || !bytes_like(vm, a[1], &b)) { return V_UNBOUND; }
    int little = int_byte_order(vm, a[2]);
    TRY(little >= 0);
    return int_decode_bytes(vm, b, little, a[3] == V_TRUE);
}

static Value int_from_bytes(Vm *vm, Frame *f) {
    int little = int_byte_order(vm, f->slot[2]);
    TRY(little >= 0);
    ByteSpan b;
    int state = native_state(f);
    if (state == FROM_BYTES_GOT_ITEMS) {
        return native_call1(vm, f, FROM_BYTES_GOT_BYTES, vm->types[T_BYTES], f->result);
    }
    if (state == FROM_BYTES_GOT_METHOD && !is_tagged(vm, f->result, T_BYTES)) {
        return raise_error(vm, EXC_TypeError, "__bytes__ returned non-bytes (type %T)", f->result);
    }
    Value bytes = state == FROM_BYTES_START ? f->slot[1] : f->result;
    if (state == FROM_BYTES_START && buffer_is_guest(vm, bytes)) {
        return native_call1(vm, f, FROM_BYTES_GOT_BYTES, vm->types[T_BYTES], bytes);
    }
    if (!bytes_like(vm, bytes, &b) ||
        (state == FROM_BYTES_START && int_has_bytes_method(vm, bytes))) {
        return int_bytes_of(vm, f, bytes);
    }
    Value v = int_decode_bytes(vm, b, little, f->slot[3] == V_TRUE);
    if (v == V_RAISED || f->slot[0] == vm->types[T_INT]) { return v; }
    return native_tailcall(vm, f->slot[0], 1, &v);
}

// ---- other methods -----------------------------------------------------------------------------

static Value int_as_integer_ratio(Vm *vm, Value *a) {
    Value n = int_plain(vm, a[0]);
    TRY_VALUE(n);
    return tuple_pack2(vm, n, int_value(1));
}

static Value int_bit_count(Vm *vm, Value *a) {
    IntArg x;
    int_arg(vm, a[0], &x);
    TRY(int_charge(vm, x.n));
    return int_value((int64_t)big_bit_count(x.p, x.n));
}

static Value int_bit_length(Vm *vm, Value *a) {
    IntArg x;
    int_arg(vm, a[0], &x);
    return int_value((int64_t)big_bit_length(x.p, x.n));
}

static Value int_self(Vm *vm, Value *a) { return int_plain(vm, a[0]); }

static Value int_float(Vm *vm, Value *a) {
    double d;
    TRY(int_to_double(vm, a[0], &d));
    return double_value(d);
}

// format(x, '') is str(x), which a subclass may have replaced.
static Value int_format(Vm *vm, Value *a) {
    if (is_ref(a[0]) && as_obj(vm, a[0])->ext && as_str(vm, a[1])->h.n == 0) {
        return native_tail_internal(vm, I_STR, 1, a);
    }
    return format_int(vm, a[0], a[1]);
}

static Value int_getnewargs(Vm *vm, Value *a) {
    Value n = int_plain(vm, a[0]);
    TRY_VALUE(n);
    return tuple_from(vm, &n, 1);
}

static Value int_is_integer(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_TRUE;
}

static Value int_pow_args(Vm *vm, Value base, Value exp, Value mod) {
    if (mod == V_NONE) { return int_binary(vm, BIN_OP_POW, base, exp); }
    if (!isinstance_int(vm, base) || !isinstance_int(vm, exp) || !isinstance_int(vm, mod)) {
        return V_NOTIMPL;
    }
    return int_pow_mod(vm, base, exp, mod);
}
static Value int_pow(Vm *vm, Value *a) { return int_pow_args(vm, a[0], a[1], a[2]); }
static Value int_rpow(Vm *vm, Value *a) { return int_pow_args(vm, a[1], a[0], a[2]); }

// x rounded to a multiple of 10 ** digits, half to even.
static Value int_round_to(Vm *vm, Value x, int64_t digits) {
    IntArg a;
    int_arg(vm, x, &a);
    // 10^digits is above twice the number: the result is 0.
    if ((uint64_t)digits > big_bit_length(a.p, a.n) / 3 + 2) { return int_value(0); }
    Value unit = int_binary(vm, BIN_OP_POW, int_value(10), int_value(digits));
    TRY_VALUE(unit);
    Value qr = int_binary(vm, BIN_OP_DIVMOD, x, unit);
    TRY_VALUE(qr);
    Value q = as_tuple(vm, qr)->items[0], r = as_tuple(vm, qr)->items[1];
    Value twice = int_binary(vm, BIN_OP_LSHIFT, r, int_value(1));
    TRY_VALUE(twice);
    Value odd = int_binary(vm, BIN_OP_AND, q, int_value(1));
    TRY_VALUE(odd);
    int c = int_compare(vm, twice, unit);
    Value down = int_binary(vm, BIN_OP_SUB, x, r);
    TRY_VALUE(down);
    return c > 0 || (c == 0 && odd == int_value(1)) ? int_binary(vm, BIN_OP_ADD, down, unit) : down;
}

static Value int_round(Vm *vm, Value *a) {
    if (a[1] == V_NONE || !int_is_negative(vm, a[1])) { return int_plain(vm, a[0]); }
    return int_round_to(vm, a[0], -max_i64(int_clamp_i64(vm, a[1]), -INT64_MAX));
}

static Value int_sizeof(Vm *vm, Value *a) {
    IntArg x;
    int_arg(vm, a[0], &x);
    uint64_t digits = (big_bit_length(x.p, x.n) + 29) / 30; // of 30 bits, as in CPython
    return int_value((int64_t)(24 + 4 * (digits ? digits : 1)));
}

static Value int_to_bytes(Vm *vm, Value *a) {
    int little = int_byte_order(vm, a[2]);
    TRY(little >= 0);
    if (int_is_negative(vm, a[1])) {
        return raise_error(vm, EXC_ValueError, "length argument must be non-negative");
    }
    IntArg x;
    int_arg(vm, a[0], &x);
    bool is_signed = a[3] == V_TRUE;
    if (x.neg && x.n && !is_signed) {
        return raise_error(vm, EXC_OverflowError, "can't convert negative int to unsigned");
    }
    uint64_t len = (uint64_t)int_clamp_i64(vm, a[1]);
    Bytes *b = bytes_alloc(vm, len);
    TRY(b);
    if (!big_to_bytes(b->data, (size_t)len, !little, is_signed, x.p, x.n, x.neg)) {
        return raise_error(vm, EXC_OverflowError, "int too big to convert");
    }
    return ptr_value(vm, b);
}

static Value int_get_imag(Vm *vm, Value self) {
    (void)vm, (void)self;
    return int_value(0);
}
static Value int_get_one(Vm *vm, Value self) {
    (void)vm, (void)self;
    return int_value(1);
}

// Called by their names on True and False these are int's, where bool has others.
static Value int_of_named(Value v) { return is_bool(v) ? int_value(v == V_TRUE) : v; }
static Value int_repr_named(Vm *vm, Value *a) {
    return type_def(T_INT)->repr(vm, int_of_named(a[0]));
}
static Value int_invert_named(Vm *vm, Value *a) {
    return int_unary(vm, UN_OP_INVERT, int_of_named(a[0]));
}
#define INT_BITS(name, OP)                                                                         \
    static Value int_##name##_named(Vm *vm, Value *a) {                                            \
        return int_binary(vm, BIN_OP_##OP, int_of_named(a[0]), a[1]);                              \
    }                                                                                              \
    static Value int_r##name##_named(Vm *vm, Value *a) {                                           \
        return int_binary(vm, BIN_OP_##OP, a[1], int_of_named(a[0]));                              \
    }
INT_BITS(and, AND)
INT_BITS(or, OR)
INT_BITS(xor, XOR)

const NativeDef int_methods[] = {
    LEAF("__and__", "self, value, /", int_and_named, "What self & value gives."),
    LEAF("__ceil__", "self, /", int_self, "The number itself."),
    LEAF("__float__", "self, /", int_float, "float(self)"),
    LEAF("__floor__", "self, /", int_self, "The number itself."),
    TAIL("__format__", "self, format_spec: str, /", int_format, "The text by a format."),
    LEAF("__getnewargs__", "self, /", int_getnewargs, ""),
    LEAF("__int__", "self, /", int_self, "int(self)"),
    LEAF("__invert__", "self, /", int_invert_named, "What ~self gives."),
    STEPS_FIRST_CLASS("__new__", "cls, x=UNBOUND, /, base=UNBOUND", int_new_first, int_new, 0,
                      "Make an int."),
    LEAF("__or__", "self, value, /", int_or_named, "What self | value gives."),
    LEAF("__pow__", "self, value, mod=None, /", int_pow, "The power, or its remainder."),
    LEAF("__rand__", "self, value, /", int_rand_named, "What value & self gives."),
    LEAF("__repr__", "self, /", int_repr_named, "What repr(self) gives."),
    LEAF("__ror__", "self, value, /", int_ror_named, "What value | self gives."),
    LEAF("__rpow__", "self, value, mod=None, /", int_rpow,
         "The power with the operands exchanged."),
    LEAF("__round__", "self, ndigits: index=None, /", int_round,
         "Round to a multiple of 10 ** -ndigits, half to even."),
    LEAF("__rxor__", "self, value, /", int_rxor_named, "What value ^ self gives."),
    LEAF("__sizeof__", "self, /", int_sizeof, "How many bytes the object takes."),
    LEAF("__trunc__", "self, /", int_self, "The number itself."),
    LEAF("__xor__", "self, value, /", int_xor_named, "What self ^ value gives."),
    LEAF("as_integer_ratio", "self, /", int_as_integer_ratio, "The number and one."),
    LEAF("bit_count", "self, /", int_bit_count, "How many bits of the magnitude are set."),
    LEAF("bit_length", "self, /", int_bit_length, "How many bits the magnitude takes."),
    LEAF("conjugate", "self, /", int_self, "The number itself."),
    STEPS_FAST_CLASS("from_bytes", "cls, bytes, byteorder: str='big', *, signed: bool=False",
                     int_from_bytes_first, int_from_bytes, 0, "The integer that the bytes are."),
    LEAF("is_integer", "self, /", int_is_integer, "Whether the value is an integer: always."),
    LEAF("to_bytes", "self, length: index=1, byteorder: str='big', *, signed: bool=False",
         int_to_bytes, "The number as bytes."),
    NATIVE_END,
};

const GetSetDef int_getsets[] = {
    {"denominator", int_get_one, NULL, "denominator: one"},
    {"imag", int_get_imag, NULL, "imaginary part"},
    {"numerator", int_plain, NULL, "numerator: the number itself"},
    {"real", int_plain, NULL, "real part"},
    {NULL, NULL, NULL, NULL},
};
