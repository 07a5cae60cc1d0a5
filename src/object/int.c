// int.c: integers as objects: construction, conversion to and from machine words, doubles and text,
// comparison and hash. Operators are in int_ops.c, methods in int_methods.c, the format language in
// number_format.c; limbs are the business of base/bigint.h.
//
// A plain int object never holds a number that fits a Value, so equal small ints are equal words.
// Instances of guest subclasses are always objects, whatever their number, and arithmetic on them
// gives plain ints again.
#include "object/int.h"

#include "base/digits.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "base/wide.h"
#include "object/bytes.h"
#include "object/number_format.h"
#include "object/str.h"

// ---- construction ------------------------------------------------------------------------------

// An int of few limbs, without the generality of heap_new_raw.
static inline Int *int_alloc_few(Vm *vm, uint32_t n, bool negative) {
    Int *o = heap_alloc(vm, sizeof(Obj) + (uint64_t)n * sizeof(Limb));
    if (NX_LIKELY(o != NULL)) { o->h = (Obj){.type = T_INT, .small = negative, .n = n}; }
    return o;
}

Value int_from_i64(Vm *vm, int64_t n) {
    if (NX_LIKELY(fits_int(n))) { return int_value(n); }
    Int *o = int_alloc_few(vm, 1, n < 0);
    TRY(o);
    o->limbs[0] = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    return ptr_value(vm, o);
}

Value int_from_u64(Vm *vm, uint64_t n) {
    if (NX_LIKELY(n < (uint64_t)VALUE_INT_BIAS)) { return int_value((int64_t)n); }
    Int *o = int_alloc_few(vm, 1, false);
    TRY(o);
    o->limbs[0] = n;
    return ptr_value(vm, o);
}

Value int_from_u128(Vm *vm, uint64_t lo, uint64_t hi, bool negative) {
    if (hi == 0) {
        if (lo < (uint64_t)VALUE_INT_BIAS) {
            return int_value(negative ? -(int64_t)lo : (int64_t)lo);
        }
        if (negative && lo == (uint64_t)VALUE_INT_BIAS) { return int_value(-VALUE_INT_BIAS); }
    }
    Int *o = int_alloc_few(vm, hi ? 2 : 1, negative);
    TRY(o);
    o->limbs[0] = lo;
    if (hi) { o->limbs[1] = hi; }
    return ptr_value(vm, o);
}

Value int_raise_memory(Vm *vm) {
    vm->alloc_need = (uint64_t)1 << 60; // more than any collection can give
    vm->alloc_failed = true;
    return V_RAISED;
}

static Int *int_alloc(Vm *vm, uint64_t n) {
    if (NX_UNLIKELY(n > BIG_MAX_LIMBS)) {
        int_raise_memory(vm);
        return NULL;
    }
    return int_alloc_few(vm, (uint32_t)n, false);
}

Value int_from_limbs(Vm *vm, const uint64_t *limbs, uint32_t n, bool negative) {
    n = big_norm(limbs, n);
    if (n <= 2) { return int_from_u128(vm, n > 0 ? limbs[0] : 0, n > 1 ? limbs[1] : 0, negative); }
    Int *o = int_alloc(vm, n);
    TRY(o);
    o->h.small = negative;
    memcpy(o->limbs, limbs, (size_t)n * sizeof(Limb));
    return ptr_value(vm, o);
}

Value int_from_double(Vm *vm, double d) {
    if (d > -(double)VALUE_INT_BIAS && d < (double)VALUE_INT_BIAS) { return int_value((int64_t)d); }
    Limb limbs[BIG_DOUBLE_LIMBS];
    uint32_t n = big_from_double(limbs, d);
    return int_from_limbs(vm, limbs, n, d < 0);
}

Value int_plain(Vm *vm, Value v) {
    if (is_int(v)) { return v; }
    if (is_bool(v)) { return int_value(v == V_TRUE); }
    const Int *o = ref_ptr(vm, v);
    return o->h.ext ? int_from_limbs(vm, o->limbs, o->h.n, o->h.small) : v;
}

bool int_poll(void *vm) { return native_charge_slow(vm, 0); }

Limb *int_scratch(Vm *vm, uint64_t n, Limb *stack, uint32_t n_stack) {
    if (n <= n_stack) { return stack; }
    Blob *b = heap_new_raw(vm, T_BLOB, n * sizeof(Limb));
    return b ? (Limb *)(void *)b->data : NULL;
}

static bool int_out_from(Vm *vm, IntOut *o, uint64_t cap, uint64_t most_on_stack) {
    o->obj = NULL;
    o->p = o->stack;
    if (cap > most_on_stack) {
        o->obj = int_alloc(vm, cap);
        if (!o->obj) { return false; }
        o->p = o->obj->limbs;
    }
    return true;
}

bool int_out(Vm *vm, IntOut *o, uint64_t cap) { return int_out_from(vm, o, cap, INT_STACK); }
bool int_out_full(Vm *vm, IntOut *o, uint64_t cap) { return int_out_from(vm, o, cap, 3); }

Value int_out_finish(Vm *vm, IntOut *o, uint32_t n, bool negative) {
    // What became much shorter than its room is copied, so that the room is free again soon.
    if (!o->obj || n <= 2 || n < o->obj->h.n / 2) { return int_from_limbs(vm, o->p, n, negative); }
    heap_shrink(vm, &o->obj->h, n);
    o->obj->h.small = negative;
    return ptr_value(vm, o->obj);
}

// ---- conversions -------------------------------------------------------------------------------

const uint64_t *int_magnitude(Vm *vm, Value v, uint64_t *one, uint32_t *n, bool *neg) {
    IntArg a;
    int_arg(vm, v, &a);
    *n = a.n;
    *neg = a.neg;
    if (a.p != &a.one) { return a.p; }
    *one = a.one;
    return one;
}

bool int_to_i64(Vm *vm, Value v, int64_t *out) {
    if (NX_LIKELY(is_int(v))) {
        *out = int_of(v);
        return true;
    }
    if (!is_ref(v)) {
        *out = v == V_TRUE;
        return true;
    }
    const Int *o = ref_ptr(vm, v);
    if (o->h.n > 1) { return false; }
    uint64_t m = o->h.n ? o->limbs[0] : 0;
    if (m > (uint64_t)INT64_MAX + o->h.small) { return false; }
    *out = o->h.small ? (int64_t)(0 - m) : (int64_t)m;
    return true;
}

int64_t int_clamp_i64(Vm *vm, Value v) {
    int64_t n;
    if (int_to_i64(vm, v, &n)) { return n; }
    return int_is_negative(vm, v) ? INT64_MIN : INT64_MAX;
}

bool int_to_double(Vm *vm, Value v, double *out) {
    if (NX_LIKELY(is_int(v))) {
        *out = (double)int_of(v);
        return true;
    }
    IntArg a;
    int_arg(vm, v, &a);
    double d = big_to_double(a.p, a.n);
    if (d > 1.7976931348623157e308) {
        return raise_false(vm, EXC_OverflowError, "int too large to convert to float");
    }
    *out = a.neg ? -d : d;
    return true;
}

bool int_is_zero(Vm *vm, Value v) {
    if (is_ref(v)) { return ((const Int *)ref_ptr(vm, v))->h.n == 0; }
    return v == int_value(0) || v == V_FALSE;
}

bool int_is_negative(Vm *vm, Value v) {
    if (is_ref(v)) {
        const Int *o = ref_ptr(vm, v);
        return o->h.small && o->h.n;
    }
    return is_int(v) && int_of(v) < 0;
}

// ---- comparison and hash -----------------------------------------------------------------------

int64_t int_hash(Vm *vm, Value v) {
    if (is_int(v)) { return hash_i64(int_of(v)); }
    IntArg a;
    int_arg(vm, v, &a);
    return hash_limbs(a.p, a.n, a.neg);
}

int int_compare(Vm *vm, Value a, Value b) {
    if (both_ints(a, b)) { return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b); }
    IntArg x, y;
    int_arg(vm, a, &x);
    int_arg(vm, b, &y);
    if (x.n == 0 && y.n == 0) { return 0; }
    bool x_neg = x.neg && x.n, y_neg = y.neg && y.n;
    if (x_neg != y_neg) { return x_neg ? -1 : 1; }
    int c = big_cmp(x.p, x.n, y.p, y.n);
    return x_neg ? -c : c;
}

int int_compare_double(Vm *vm, Value a, double d) {
    if (d != d) { return 2; }
    if (is_int(a)) {
        double x = (double)int_of(a); // exact: 50 bits
        return (x > d) - (x < d);
    }
    IntArg x;
    int_arg(vm, a, &x);
    bool x_neg = x.neg && x.n;
    if (x_neg != (d < 0)) { return x_neg ? -1 : 1; }
    int c = big_cmp_double(x.p, x.n, d < 0 ? -d : d);
    return x_neg ? -c : c;
}

// ---- text --------------------------------------------------------------------------------------

static const char int_digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";

// Made by hand: the %R of raise_error comes here for ints.
static void int_raise_too_long(Vm *vm) {
    StrBuilder b = str_builder(vm);
    if (!sb_put_cstr(&b, "Exceeds the limit (") ||
        !sb_put_int(&b, (int64_t)vm->head->max_str_digits) ||
        !sb_put_cstr(&b, " digits) for integer string conversion; "
                         "use sys.set_int_max_str_digits() to increase the limit")) {
        return;
    }
    Value text = sb_finish(&b);
    if (text != V_RAISED) { raise_with(vm, EXC_ValueError, text); }
}

static bool int_base_is_power_of_2(int base) { return (base & (base - 1)) == 0; }

// Text of one limb, written backwards from the end of buf; base is not 10.
static const char *int_limb_text(uint64_t m, int base, char *end, size_t *len) {
    char *at = end;
    if (int_base_is_power_of_2(base)) {
        uint32_t shift = wide_ctz((uint64_t)base);
        do {
            *--at = int_digit_chars[m & ((uint64_t)base - 1)];
            m >>= shift;
        } while (m);
    } else {
        do {
            *--at = int_digit_chars[m % (uint64_t)base];
            m /= (uint64_t)base;
        } while (m);
    }
    *len = (size_t)(end - at);
    return at;
}

const char *int_digits(Vm *vm, Value v, int base, char small[INT_SMALL_TEXT], size_t *len) {
    IntArg a;
    int_arg(vm, v, &a);
    if (a.n <= 1) {
        uint64_t m = a.n ? a.p[0] : 0;
        if (base != 10) { return int_limb_text(m, base, small + INT_SMALL_TEXT, len); }
        *len = digits_write(small, m);
        return small;
    }
    uint64_t limit = int_base_is_power_of_2(base) ? 0 : vm->head->max_str_digits;
    // 2^bits has more than bits * 0.30102 decimal digits; in other bases only base 10 is asked for.
    if (limit && (big_bit_length(a.p, a.n) - 1) / 100000 * 30102 > limit) {
        int_raise_too_long(vm);
        return NULL;
    }
    size_t size = big_to_text_size(a.p, a.n, (uint32_t)base);
    if (!int_charge(vm, big_to_text_cost(a.n, (uint32_t)base))) { return NULL; }
    Blob *out = heap_new_raw(vm, T_BLOB, size);
    if (!out) { return NULL; }
    Limb stack[INT_STACK];
    Limb *tmp = int_scratch(vm, big_to_text_tmp(a.n, (uint32_t)base), stack, INT_STACK);
    if (!tmp) { return NULL; }
    BigWatch watch = int_watch(vm);
    *len = big_to_text((char *)out->data, a.p, a.n, (uint32_t)base, tmp, &watch);
    if (watch.stopped) { return NULL; }
    if (limit && *len > limit) {
        int_raise_too_long(vm);
        return NULL;
    }
    return (const char *)out->data;
}

Value int_to_str(Vm *vm, Value v, int base) {
    char small[1 + INT_SMALL_TEXT];
    size_t len;
    if (is_int(v) && base == 10) {
        int64_t i = int_of(v);
        if ((uint64_t)i < 10) { return str_from_char(vm, (uint32_t)('0' + i)); }
        len = digits_write(small + 1, i < 0 ? 0 - (uint64_t)i : (uint64_t)i);
        small[0] = '-';
        return str_new(vm, small + (i >= 0), len + (i < 0));
    }
    const char *digits = int_digits(vm, v, base, small + 1, &len);
    TRY(digits);
    Str *s = str_alloc(vm, len + int_is_negative(vm, v));
    TRY(s);
    char *at = s->data;
    if (int_is_negative(vm, v)) { *at++ = '-'; }
    memcpy(at, digits, len);
    return str_finish(vm, s);
}

static bool int_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static int int_digit_of(char c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    char low = (char)(c | 0x20);
    return low >= 'a' && low <= 'z' ? low - 'a' + 10 : 99;
}

static int int_prefix_base(const char *at, const char *end) {
    if (end - at < 2 || at[0] != '0') { return 0; }
    char c = (char)(at[1] | 0x20);
    return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
}

// The run of digits with single underscores between them that starts at `at`; NULL: malformed.
static const char *int_scan_digits(const char *at, const char *end, int base, size_t *n_digits) {
    size_t n = 0;
    bool after_digit = false;
    for (; at < end; at++) {
        if (*at == '_') {
            if (!after_digit) { return NULL; }
            after_digit = false;
            continue;
        }
        if (int_digit_of(*at) >= base) { break; }
        after_digit = true;
        n++;
    }
    *n_digits = n;
    return after_digit ? at : NULL;
}

static Value int_from_digits(Vm *vm, const char *at, const char *end, size_t n_digits, int base,
                             bool neg) {
    if (n_digits <= (base <= 10 ? 18 : 12)) { // below 2^63
        int64_t n = 0;
        for (; at < end; at++) {
            if (*at != '_') { n = n * base + int_digit_of(*at); }
        }
        return int_from_i64(vm, neg ? -n : n);
    }
    size_t len = (size_t)(end - at);
    TRY(int_charge(vm, big_from_text_cost(len, (uint32_t)base)));
    IntOut out;
    TRY(int_out(vm, &out, big_from_text_cap(len, (uint32_t)base)));
    Limb stack[INT_STACK];
    Limb *tmp = int_scratch(vm, big_from_text_tmp(len, (uint32_t)base), stack, INT_STACK);
    TRY(tmp);
    BigWatch watch = int_watch(vm);
    uint32_t n = big_from_text(out.p, at, len, (uint32_t)base, tmp, &watch);
    return watch.stopped ? V_RAISED : int_out_finish(vm, &out, n, neg);
}

// V_UNBOUND: not a number in that base.
static Value int_parse_ascii(Vm *vm, const char *at, const char *end, int base) {
    while (at < end && int_is_space(*at)) { at++; }
    while (end > at && int_is_space(end[-1])) { end--; }
    bool neg = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) { at++; }
    int prefix = int_prefix_base(at, end);
    bool only_zero = false; // base 0 takes '00' but not '07'
    if (base == 0) {
        base = prefix ? prefix : 10;
        only_zero = !prefix && at < end && *at == '0';
    }
    if (prefix == base) {
        at += 2;
        if (at < end && *at == '_') { at++; }
    }
    size_t n_digits;
    const char *stop = int_scan_digits(at, end, base, &n_digits);
    if (!stop) { return V_UNBOUND; }
    uint64_t limit = int_base_is_power_of_2(base) ? 0 : vm->head->max_str_digits;
    if (limit && n_digits > limit) {
        return raise_error(vm, EXC_ValueError,
                           "Exceeds the limit (%l digits) for integer string conversion: value "
                           "has %l digits; use sys.set_int_max_str_digits() to increase the limit",
                           (int64_t)limit, (int64_t)n_digits);
    }
    if (stop != end) { return V_UNBOUND; }
    Value v = int_from_digits(vm, at, end, n_digits, base, neg);
    return only_zero && v != int_value(0) && v != V_RAISED ? V_UNBOUND : v;
}

// As CPython: every Unicode decimal digit and space counts like its ASCII sibling.
static Value int_parse_unicode(Vm *vm, const char *text, size_t len, int base) {
    Blob *copy = heap_new_raw(vm, T_BLOB, len);
    TRY(copy);
    char *ascii = (char *)copy->data;
    return int_parse_ascii(vm, ascii, ascii + number_to_ascii(text, len, ascii), base);
}

// CPython quotes at most 200 characters of the repr.
static Value int_raise_literal(Vm *vm, int base, Value shown) {
    Value text = format_text(vm, "%R", shown);
    TRY_VALUE(text);
    if (as_str(vm, text)->len > 200) {
        text = str_substring(vm, text, 0, 200);
        TRY_VALUE(text);
    }
    return raise_error(vm, EXC_ValueError, "invalid literal for int() with base %d: %U", base,
                       text);
}

Value int_parse_text(Vm *vm, const char *text, size_t len, int base, Value shown) {
    TRY(native_charge(vm, len / 16));
    Value v = utf8_is_ascii(text, len) || !is_tagged(vm, shown, T_STR)
                  ? int_parse_ascii(vm, text, text + len, base)
                  : int_parse_unicode(vm, text, len, base);
    if (v != V_UNBOUND) { return v; }
    if (!is_tagged(vm, shown, T_STR)) { // any bytes-like object is quoted as bytes
        shown = bytes_new(vm, text, len);
        TRY_VALUE(shown);
    }
    return int_raise_literal(vm, base, shown);
}

Value int_parse(Vm *vm, Value str, int base) {
    const Str *s = as_str(vm, str);
    return int_parse_text(vm, s->data, s->h.n, base, str);
}

// ---- slots -------------------------------------------------------------------------------------

Value int_slot_compare(Vm *vm, int op, Value a, Value b) {
    if (!isinstance_int(vm, b)) { return V_NOTIMPL; }
    int c = int_compare(vm, a, b);
    switch (op) {
    case OP_LT: return bool_value(c < 0);
    case OP_LE: return bool_value(c <= 0);
    case OP_EQ: return bool_value(c == 0);
    case OP_NE: return bool_value(c != 0);
    case OP_GT: return bool_value(c > 0);
    default: return bool_value(c >= 0);
    }
}

Value int_slot_hash(Vm *vm, Value v) { return int_from_i64(vm, int_hash(vm, v)); }
static Value int_slot_repr(Vm *vm, Value v) { return int_to_str(vm, v, 10); }
Value int_slot_truth(Vm *vm, Value v) { return bool_value(!int_is_zero(vm, v)); }

#define INT_BINARY_OPS                                                                             \
    (OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_SUB) | OP_BIT(BIN_OP_MUL) | OP_BIT(BIN_OP_DIV) |           \
     OP_BIT(BIN_OP_MOD) | OP_BIT(BIN_OP_POW) | OP_BIT(BIN_OP_LSHIFT) | OP_BIT(BIN_OP_RSHIFT) |     \
     OP_BIT(BIN_OP_OR) | OP_BIT(BIN_OP_XOR) | OP_BIT(BIN_OP_AND) | OP_BIT(BIN_OP_FLOORDIV) |       \
     OP_BIT(BIN_OP_DIVMOD))

const TypeDef int_type = {
    .name = "int",
    .doc = "int([x]) -> integer\n"
           "int(x, base=10) -> integer\n\n"
           "Make an integer of a number or of text; without arguments, zero.",
    .tag = T_INT,
    .subclassable = true,
    .binary_ops = INT_BINARY_OPS,
    .unary_ops = OP_BIT(UN_OP_NEG) | OP_BIT(UN_OP_POS) | OP_BIT(UN_OP_INVERT) | OP_BIT(UN_OP_ABS),
    .methods = int_methods,
    .getsets = int_getsets,
    .binary = int_binary,
    .unary = int_unary,
    .compare = int_slot_compare,
    .hash = int_slot_hash,
    .repr = int_slot_repr,
    .truth = int_slot_truth,
    .index = int_plain,
};
