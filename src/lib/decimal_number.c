// decimal_number.c: the type under decimal.Decimal: making numbers of text, arithmetic, comparison,
// rounding and text of those that fit 128 bits. See decimal.h. Every native ends in the function of
// lib/py/decimal.py with `_slow` in front of its name where the usual case is not at hand.
#include "lib/decimal.h"

#include "base/wide.h"
#include "object/bytes.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/str.h"
#include "object/type.h"

static Decimal *as_decimal(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value dec_slow(Vm *vm, const char *function, uint32_t n, const Value *args) {
    return fallback_call(vm, "decimal", function, n, args);
}

// ---- operands ----------------------------------------------------------------------------------

typedef struct Number {
    Dec128 c;
    int64_t e;
    bool sign;
} Number;

enum { DEC_MOST_EXPONENT = 1000000000 }; // sums and differences of exponents stay far from overflow

static bool number_of_int(Vm *vm, Value v, Dec128 *c, bool *sign) {
    uint64_t one;
    uint32_t n;
    const uint64_t *limbs = int_magnitude(vm, v, &one, &n, sign);
    if (n > 2) { return false; }
    *c = (Dec128){n ? limbs[0] : 0, n > 1 ? limbs[1] : 0};
    return true;
}

// A finite number, or an int below 2 ** 47. False: neither, or too large.
static bool number_of(Vm *vm, Value v, Number *out) {
    out->e = 0;
    if (is_int(v)) {
        int64_t n = int_of(v);
        out->sign = n < 0;
        out->c = (Dec128){n < 0 ? 0 - (uint64_t)n : (uint64_t)n, 0};
        return true;
    }
    if (!is_tagged(vm, v, T_DECIMAL)) { return false; }
    const Decimal *d = as_decimal(vm, v);
    bool negative = false;
    if (d->kind != DECIMAL_NUMBER || !isinstance_int(vm, d->coefficient) ||
        d->exponent > DEC_MOST_EXPONENT || d->exponent < -DEC_MOST_EXPONENT ||
        !number_of_int(vm, d->coefficient, &out->c, &negative) || negative) {
        return false;
    }
    out->e = d->exponent;
    out->sign = d->sign != 0;
    return dec_digits(out->c) <= DEC_MAX_DIGITS;
}

// decimal.Decimal itself, which is the class of all results, when v is of it. V_NONE: v is not.
static Value decimal_class(Vm *vm, Value v) {
    Value cls = is_tagged(vm, v, T_DECIMAL) ? class_of(vm, v) : V_NONE;
    if (!is_ref(cls) || !heap_is_image(vm, ref_offset(cls))) { return V_NONE; }
    return as_type(vm, cls)->base == vm->types[T_DECIMAL] ? cls : V_NONE;
}

static Value decimal_make(Vm *vm, Value cls, bool sign, Dec128 c, int64_t e) {
    Value coefficient = int_from_u128(vm, c.lo, c.hi, false);
    TRY_VALUE(coefficient);
    Decimal *d = construct(vm, T_DECIMAL, cls, 0);
    TRY(d);
    d->coefficient = coefficient;
    d->exponent = e;
    d->sign = sign;
    d->kind = DECIMAL_NUMBER;
    return ptr_value(vm, d);
}

// The result of an operation, rounded. V_UNBOUND: it is out of the context's range, or trapped.
static Value decimal_done(Vm *vm, const DecRules *rules, Value cls, Number n) {
    uint32_t digits = dec_digits(n.c), flags = 0;
    if (digits > rules->prec) {
        uint64_t drop = digits - rules->prec;
        bool inexact;
        n.c = dec_drop(n.c, drop, rules->rounding, n.sign, &inexact);
        n.e += (int64_t)drop;
        flags = DEC_ROUNDED | (inexact ? DEC_INEXACT : 0);
        digits = (uint32_t)rules->prec;
        if (dec_digits(n.c) > digits) { // all nines went up
            uint64_t zero;
            n.c = dec_div(n.c, 10, &zero);
            n.e++;
        }
    }
    bool zero = dec_is_zero(n.c);
    int64_t adjusted = n.e + (int64_t)digits - 1;
    if (zero ? n.e > rules->emax || n.e < rules->emin
             : adjusted > rules->emax || adjusted < rules->emin) {
        return V_UNBOUND;
    }
    if (flags && !dec_signal(vm, rules, flags)) { return V_UNBOUND; }
    return decimal_make(vm, cls, n.sign, n.c, n.e);
}

// ---- arithmetic --------------------------------------------------------------------------------

// The other operand is 0 with exponent e: n, with as many zeros as fit.
static bool number_pad(Number *n, int64_t e, uint64_t prec) {
    int64_t room = (int64_t)prec + 1 - (int64_t)dec_digits(n->c);
    int64_t least = n->e - (room > 0 ? room : 0);
    if (least < e) { least = e; }
    if (least >= n->e) { return true; }
    if (!dec_scale(&n->c, (uint64_t)(n->e - least))) { return false; }
    n->e = least;
    return true;
}

// Brings both to the smaller exponent. False: too large.
static bool number_align(Number *a, Number *b) {
    Number *high = a->e > b->e ? a : b;
    const Number *low = a->e > b->e ? b : a;
    if (high->e == low->e) { return true; }
    if (!dec_scale(&high->c, (uint64_t)(high->e - low->e))) { return false; }
    high->e = low->e;
    return true;
}

static bool number_add(const DecRules *rules, Number a, Number b, Number *out) {
    bool floor = rules->rounding == DEC_FLOOR;
    if (dec_is_zero(a.c) && dec_is_zero(b.c)) {
        *out = (Number){a.c, a.e < b.e ? a.e : b.e, a.sign == b.sign ? a.sign : floor};
        return true;
    }
    if (dec_is_zero(a.c) || dec_is_zero(b.c)) {
        *out = dec_is_zero(a.c) ? b : a;
        return number_pad(out, dec_is_zero(a.c) ? a.e : b.e, rules->prec);
    }
    if (!number_align(&a, &b)) { return false; }
    out->e = a.e;
    out->sign = a.sign;
    if (a.sign == b.sign) { return dec_add(a.c, b.c, &out->c); }
    int order = dec_compare(a.c, b.c);
    out->c = order < 0 ? dec_sub(b.c, a.c) : dec_sub(a.c, b.c);
    out->sign = order == 0 ? floor : order < 0 ? b.sign : a.sign;
    return true;
}

static bool number_subtract(const DecRules *rules, Number a, Number b, Number *out) {
    b.sign = !b.sign;
    return number_add(rules, a, b, out);
}

static bool number_multiply(const DecRules *rules, Number a, Number b, Number *out) {
    (void)rules;
    *out = (Number){{0, 0}, a.e + b.e, a.sign != b.sign};
    return dec_mul(a.c, b.c, &out->c) && dec_digits(out->c) <= DEC_MAX_DIGITS;
}

// Takes zeros from the end, as long as the exponent is below `most`.
static void number_strip(Number *n, int64_t most) {
    for (uint32_t step = 16; step; step /= 2) {
        while (n->e + step <= most) {
            uint64_t rest;
            Dec128 q = dec_div(n->c, dec_pow10(step), &rest);
            if (rest) { break; }
            n->c = q;
            n->e += step;
        }
    }
}

static bool number_divide(const DecRules *rules, Number a, Number b, Number *out) {
    if (dec_is_zero(b.c) || rules->prec > DEC_MAX_DIGITS) { return false; }
    int64_t ideal = a.e - b.e;
    *out = (Number){a.c, ideal, a.sign != b.sign};
    if (dec_is_zero(a.c)) { return true; }
    int64_t shift = (int64_t)dec_digits(b.c) - (int64_t)dec_digits(a.c) + (int64_t)rules->prec + 1;
    bool fits = shift >= 0 ? dec_scale(&a.c, (uint64_t)shift) : dec_scale(&b.c, (uint64_t)-shift);
    if (!fits || b.c.hi) { return false; }
    uint64_t rest, five;
    out->c = dec_div(a.c, b.c.lo, &rest);
    out->e = ideal - shift;
    if (rest) {
        (void)dec_div(out->c, 5, &five);
        // So that it is not taken for exact, or for a half.
        if (!five) { (void)dec_add(out->c, (Dec128){1, 0}, &out->c); }
    } else {
        number_strip(out, ideal);
    }
    return dec_digits(out->c) <= DEC_MAX_DIGITS;
}

typedef bool (*NumberFn)(const DecRules *rules, Number a, Number b, Number *out);

static Value dec_binary(Vm *vm, Value *a, bool reflected, NumberFn fn, const char *slow) {
    Number x, y, r;
    DecRules rules;
    Value cls = decimal_class(vm, a[0]);
    if (cls != V_NONE && number_of(vm, a[0], &x) && number_of(vm, a[1], &y) &&
        dec_rules(vm, &rules) && fn(&rules, reflected ? y : x, reflected ? x : y, &r)) {
        Value v = decimal_done(vm, &rules, cls, r);
        if (v != V_UNBOUND) { return v; }
    }
    return dec_slow(vm, slow, 2, a);
}

static Value decimal_add(Vm *vm, Value *a) {
    return dec_binary(vm, a, false, number_add, "_slow__add__");
}
static Value decimal_radd(Vm *vm, Value *a) {
    return dec_binary(vm, a, true, number_add, "_slow__radd__");
}
static Value decimal_sub(Vm *vm, Value *a) {
    return dec_binary(vm, a, false, number_subtract, "_slow__sub__");
}
static Value decimal_rsub(Vm *vm, Value *a) {
    return dec_binary(vm, a, true, number_subtract, "_slow__rsub__");
}
static Value decimal_mul(Vm *vm, Value *a) {
    return dec_binary(vm, a, false, number_multiply, "_slow__mul__");
}
static Value decimal_rmul(Vm *vm, Value *a) {
    return dec_binary(vm, a, true, number_multiply, "_slow__rmul__");
}
static Value decimal_truediv(Vm *vm, Value *a) {
    return dec_binary(vm, a, false, number_divide, "_slow__truediv__");
}
static Value decimal_rtruediv(Vm *vm, Value *a) {
    return dec_binary(vm, a, true, number_divide, "_slow__rtruediv__");
}

// What +d, -d and abs(d) are.
static Value dec_signed(Vm *vm, Value *a, bool sign, const char *slow) {
    Number n;
    DecRules rules;
    Value cls = decimal_class(vm, a[0]);
    if (cls != V_NONE && number_of(vm, a[0], &n) && !dec_is_zero(n.c) && dec_rules(vm, &rules)) {
        n.sign = sign;
        Value v = decimal_done(vm, &rules, cls, n);
        if (v != V_UNBOUND) { return v; }
    }
    return dec_slow(vm, slow, 1, a);
}
static Value decimal_neg(Vm *vm, Value *a) {
    return dec_signed(vm, a, !as_decimal(vm, a[0])->sign, "_slow__neg__");
}
static Value decimal_pos(Vm *vm, Value *a) {
    return dec_signed(vm, a, as_decimal(vm, a[0])->sign != 0, "_slow__pos__");
}
static Value decimal_abs(Vm *vm, Value *a) { return dec_signed(vm, a, false, "_slow__abs__"); }

static Value dec_truth_slot(Vm *vm, Value v) {
    const Decimal *d = as_decimal(vm, v);
    return bool_value(d->kind || !isinstance_int(vm, d->coefficient) ||
                      !int_is_zero(vm, d->coefficient));
}

// quantize(exp, rounding=None, context=None). V_UNBOUND: it is not the usual case.
static Value dec_quantize(Vm *vm, Value *a) {
    Number n, to;
    DecRules rules;
    Value cls = decimal_class(vm, a[0]);
    if (cls == V_NONE || a[3] != V_NONE || !number_of(vm, a[0], &n) || !number_of(vm, a[1], &to) ||
        !dec_rules(vm, &rules)) {
        return V_UNBOUND;
    }
    DecRounding mode = a[2] == V_NONE ? rules.rounding : dec_rounding_of(vm, a[2]);
    if (mode == DEC_OTHER || to.e > rules.emax || to.e < rules.emin) { return V_UNBOUND; }
    uint32_t flags = 0;
    if (to.e <= n.e) {
        if (!dec_scale(&n.c, (uint64_t)(n.e - to.e))) { return V_UNBOUND; }
    } else if (!dec_is_zero(n.c)) {
        bool inexact;
        n.c = dec_drop(n.c, (uint64_t)(to.e - n.e), mode, n.sign, &inexact);
        flags = DEC_ROUNDED | (inexact ? DEC_INEXACT : 0);
    }
    n.e = to.e;
    uint32_t digits = dec_digits(n.c);
    int64_t adjusted = n.e + (int64_t)digits - 1;
    if (digits > rules.prec || adjusted > rules.emax || adjusted < rules.emin) { return V_UNBOUND; }
    if (flags && !dec_signal(vm, &rules, flags)) { return V_UNBOUND; }
    return decimal_make(vm, cls, n.sign, n.c, n.e);
}

static Value decimal_quantize(Vm *vm, Value *a) {
    Value v = dec_quantize(vm, a);
    return v == V_UNBOUND ? dec_slow(vm, "_slow_quantize", 4, a) : v;
}

// ---- comparison --------------------------------------------------------------------------------

// False: the function in Python must say.
static bool number_order(Number a, Number b, int *order) {
    bool a_zero = dec_is_zero(a.c), b_zero = dec_is_zero(b.c);
    int x = a_zero ? 0 : a.sign ? -1 : 1, y = b_zero ? 0 : b.sign ? -1 : 1;
    *order = (x > y) - (x < y);
    if (*order || a_zero) { return true; }
    int64_t high = a.e + dec_digits(a.c), other = b.e + dec_digits(b.c);
    if (high != other) {
        *order = (high > other) == (x > 0) ? 1 : -1;
        return true;
    }
    if (!number_align(&a, &b)) { return false; }
    *order = dec_compare(a.c, b.c) * x;
    return true;
}

// The slot: V_UNBOUND where the function in Python must say.
static Value dec_compare_slot(Vm *vm, int op, Value a, Value b) {
    Number x, y;
    int order;
    if (!number_of(vm, a, &x) || !number_of(vm, b, &y) || !number_order(x, y, &order)) {
        return V_UNBOUND;
    }
    switch (op) {
    case OP_LT: return bool_value(order < 0);
    case OP_LE: return bool_value(order <= 0);
    case OP_GT: return bool_value(order > 0);
    case OP_GE: return bool_value(order >= 0);
    default: return bool_value((order == 0) == (op == OP_EQ));
    }
}

static Value dec_compared(Vm *vm, Value *a, int op, const char *slow) {
    Value v = dec_compare_slot(vm, op, a[0], a[1]);
    return v == V_UNBOUND ? dec_slow(vm, slow, 2, a) : v;
}
static Value decimal_eq(Vm *vm, Value *a) { return dec_compared(vm, a, OP_EQ, "_slow__eq__"); }
static Value decimal_ne(Vm *vm, Value *a) { return dec_compared(vm, a, OP_NE, "_slow__ne__"); }
static Value decimal_lt(Vm *vm, Value *a) { return dec_compared(vm, a, OP_LT, "_slow__lt__"); }
static Value decimal_le(Vm *vm, Value *a) { return dec_compared(vm, a, OP_LE, "_slow__le__"); }
static Value decimal_gt(Vm *vm, Value *a) { return dec_compared(vm, a, OP_GT, "_slow__gt__"); }
static Value decimal_ge(Vm *vm, Value *a) { return dec_compared(vm, a, OP_GE, "_slow__ge__"); }

#define HASH_MODULUS ((1ull << 61) - 1)
#define HASH_TENTH   2075258708292324556ull // times 10 it is 1

static uint64_t hash_multiply(uint64_t a, uint64_t b) {
    uint64_t hi, lo = wide_mul(a, b, &hi);
    uint64_t r = (lo & HASH_MODULUS) + (lo >> 61 | hi << 3);
    r = (r & HASH_MODULUS) + (r >> 61);
    return r >= HASH_MODULUS ? r - HASH_MODULUS : r;
}

static uint64_t hash_power(uint64_t base, uint64_t e) {
    uint64_t r = 1;
    for (; e; e >>= 1) {
        if (e & 1) { r = hash_multiply(r, base); }
        base = hash_multiply(base, base);
    }
    return r;
}

static Value dec_hash_slot(Vm *vm, Value v) {
    Number n;
    if (!number_of(vm, v, &n)) { return V_UNBOUND; }
    uint64_t rest;
    (void)dec_div(n.c, HASH_MODULUS, &rest);
    uint64_t ten = n.e < 0 ? HASH_TENTH : 10;
    int64_t h = (int64_t)hash_multiply(rest, hash_power(ten, (uint64_t)(n.e < 0 ? -n.e : n.e)));
    if (n.sign) { h = h == 1 ? -2 : -h; }
    return int_from_i64(vm, h);
}

static Value decimal_hash(Vm *vm, Value *a) {
    Value v = dec_hash_slot(vm, a[0]);
    return v == V_UNBOUND ? dec_slow(vm, "_slow__hash__", 1, a) : v;
}

// ---- text --------------------------------------------------------------------------------------

enum { DEC_SHOWN = DEC_TEXT + 40 };

// As str() shows it; 0: that is left to Python.
static uint32_t number_show(Number n, char *out) {
    char digits[DEC_TEXT];
    uint32_t count = dec_write(n.c, digits);
    int64_t left = n.e + count; // digits before the point, if it is written there
    if (n.e > 0 || left <= -6) { return 0; }
    char *p = out;
    if (n.sign) { *p++ = '-'; }
    if (left <= 0) {
        *p++ = '0';
        *p++ = '.';
        for (int64_t i = left; i < 0; i++) { *p++ = '0'; }
        left = 0;
    } else {
        memcpy(p, digits, (size_t)left);
        p += left;
        if (left < count) { *p++ = '.'; }
    }
    memcpy(p, digits + left, (size_t)(count - left));
    return (uint32_t)(p + (count - left) - out);
}

static Value dec_shown(Vm *vm, Value *a, bool repr) {
    static const char before[] = "Decimal('", after[] = "')";
    char text[DEC_SHOWN];
    Number n;
    uint32_t skip = repr ? sizeof before - 1 : 0;
    uint32_t len = number_of(vm, a[0], &n) ? number_show(n, text + skip) : 0;
    if (!len) { return dec_slow(vm, repr ? "_slow__repr__" : "_slow__str__", 1, a); }
    if (repr) {
        memcpy(text, before, skip);
        memcpy(text + skip + len, after, sizeof after - 1);
        len += skip + (uint32_t)sizeof after - 1;
    }
    return str_new(vm, text, len);
}
static Value decimal_str(Vm *vm, Value *a) { return dec_shown(vm, a, false); }
static Value decimal_repr(Vm *vm, Value *a) { return dec_shown(vm, a, true); }

// ---- format ------------------------------------------------------------------------------------

typedef struct DecSpec {
    char fill, align, sign; // 0: not given
    bool comma;
    uint32_t width, precision;
} DecSpec;

enum { DEC_MAX_WIDTH = 120, DEC_MAX_PRECISION = 40, DEC_FORMATTED = 400 };

static bool dec_spec_is_align(char c) { return c == '<' || c == '>' || c == '^' || c == '='; }

static const char *dec_spec_number(const char *p, const char *end, uint32_t *out) {
    for (*out = 0; p < end && *p >= '0' && *p <= '9' && *out < 1000; p++) {
        *out = *out * 10 + (uint32_t)(*p - '0');
    }
    return p;
}

// [[fill]align][sign][width][,].precision f, which is how amounts are written. False: anything else.
static bool dec_spec_parse(const char *p, const char *end, DecSpec *s) {
    *s = (DecSpec){.fill = ' '};
    if (end - p > 1 && dec_spec_is_align(p[1])) { s->fill = *p++; }
    if (p < end && dec_spec_is_align(*p)) { s->align = *p++; }
    if (p < end && (*p == '+' || *p == '-' || *p == ' ')) { s->sign = *p++; }
    if (p < end && *p == '0') { return false; }
    p = dec_spec_number(p, end, &s->width);
    if (p < end && *p == ',') {
        s->comma = true;
        p++;
    }
    if (end - p < 3 || *p != '.' || p[1] < '0' || p[1] > '9') { return false; }
    p = dec_spec_number(p + 1, end, &s->precision);
    return end - p == 1 && *p == 'f' && s->width <= DEC_MAX_WIDTH &&
           s->precision <= DEC_MAX_PRECISION;
}

// The digits of n, which has exponent -precision, with point and commas; how many characters.
static uint32_t number_write_fixed(Number n, const DecSpec *s, char *out) {
    char digits[DEC_TEXT + DEC_MAX_PRECISION + 1], *first = digits + DEC_MAX_PRECISION + 1,
                                                   *p = out;
    uint32_t count = dec_write(n.c, first);
    while (count <= s->precision) {
        *--first = '0';
        count++;
    }
    uint32_t whole = count - s->precision;
    for (uint32_t i = 0; i < whole; i++) {
        if (s->comma && i && (whole - i) % 3 == 0) { *p++ = ','; }
        *p++ = first[i];
    }
    if (s->precision) { *p++ = '.'; }
    memcpy(p, first + whole, s->precision);
    return (uint32_t)(p - out) + s->precision;
}

// V_UNBOUND: it is not the usual case.
static Value dec_formatted(Vm *vm, Value v, const Str *text) {
    DecSpec s;
    Number n;
    DecRules rules;
    if (!str_is_ascii(text) || !dec_spec_parse(text->data, text->data + text->h.n, &s) ||
        !number_of(vm, v, &n) || !dec_rules(vm, &rules)) {
        return V_UNBOUND;
    }
    int64_t to = -(int64_t)s.precision;
    bool inexact;
    if (n.e > to && !dec_scale(&n.c, (uint64_t)(n.e - to))) { return V_UNBOUND; }
    if (n.e < to) { n.c = dec_drop(n.c, (uint64_t)(to - n.e), rules.rounding, n.sign, &inexact); }
    char body[DEC_FORMATTED / 2], all[DEC_FORMATTED], *p = all;
    uint32_t len = number_write_fixed(n, &s, body);
    char mark = n.sign ? '-' : s.sign == '-' ? 0 : s.sign;
    uint32_t used = len + (mark != 0), room = s.width > used ? s.width - used : 0;
    uint32_t before = s.align == '<' || s.align == '=' ? 0 : s.align == '^' ? room / 2 : room;
    uint32_t inside = s.align == '=' ? room : 0;
    memset(p, s.fill, before);
    p += before;
    if (mark) { *p++ = mark; }
    memset(p, s.fill, inside);
    memcpy(p + inside, body, len);
    p += inside + len;
    memset(p, s.fill, room - before - inside);
    return str_new(vm, all, (uint64_t)(p - all) + (room - before - inside));
}

static Value decimal_format(Vm *vm, Value *a) {
    Value v =
        a[2] == V_NONE && is_str(vm, a[1]) ? dec_formatted(vm, a[0], as_str(vm, a[1])) : V_UNBOUND;
    return v == V_UNBOUND ? dec_slow(vm, "_slow__format__", 3, a) : v;
}

// ---- making ------------------------------------------------------------------------------------

// Digits with at most one point among them, and an exponent. False: anything else.
static bool number_parse(const char *p, const char *end, Number *n) {
    *n = (Number){{0, 0}, 0, p < end && *p == '-'};
    if (p < end && (*p == '-' || *p == '+')) { p++; }
    uint32_t digits = 0, seen = 0;
    bool point = false;
    for (; p < end && ((*p >= '0' && *p <= '9') || (*p == '.' && !point)); p++) {
        if (*p == '.') {
            point = true;
            continue;
        }
        seen++;
        if (*p != '0' || digits) { digits++; }
        if (digits > DEC_MAX_DIGITS) { return false; }
        (void)dec_scale(&n->c, 1);
        (void)dec_add(n->c, (Dec128){(uint64_t)(*p - '0'), 0}, &n->c);
        n->e -= point;
    }
    if (!seen || p == end) { return seen > 0; }
    if (*p != 'e' && *p != 'E') { return false; }
    p++;
    bool down = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) { p++; }
    if (p == end || end - p > 6) { return false; }
    int64_t e = 0;
    for (; p < end; p++) {
        if (*p < '0' || *p > '9') { return false; }
        e = e * 10 + (*p - '0');
    }
    n->e += down ? -e : e;
    return true;
}

// Decimal(value="0", context=None).
static Value decimal_new(Vm *vm, Value *a) {
    enum { CLS, VALUE, CONTEXT };
    Number n = {{0, 0}, 0, false};
    Value v = a[VALUE];
    TRY(construct_check(vm, T_DECIMAL, a[CLS]));
    if (a[CONTEXT] == V_NONE) {
        bool known = v == V_UNBOUND || (is_int(v) && number_of(vm, v, &n));
        if (is_str(vm, v)) {
            const Str *s = as_str(vm, v);
            known = s->h.n <= DEC_SHOWN && number_parse(s->data, s->data + s->h.n, &n);
        }
        if (known) { return decimal_make(vm, a[CLS], n.sign, n.c, n.e); }
        if (is_tagged(vm, v, T_DECIMAL) && decimal_class(vm, v) == a[CLS]) { return v; }
    }
    Value args[3] = {a[CLS], v == V_UNBOUND ? int_value(0) : v, a[CONTEXT]};
    return dec_slow(vm, "_slow_new", 3, args);
}

// ---- the type ----------------------------------------------------------------------------------

static Value decimal_get_sign(Vm *vm, Value v) { return int_value(as_decimal(vm, v)->sign); }
static Value decimal_get_coefficient(Vm *vm, Value v) { return as_decimal(vm, v)->coefficient; }
static Value decimal_get_exponent(Vm *vm, Value v) {
    return int_from_i64(vm, as_decimal(vm, v)->exponent);
}
static Value decimal_get_kind(Vm *vm, Value v) { return int_value(as_decimal(vm, v)->kind); }

static const GetSetDef decimal_getsets[] = {
    {"_s", decimal_get_sign, NULL, NULL, 0},
    {"_c", decimal_get_coefficient, NULL, NULL, 0},
    {"_e", decimal_get_exponent, NULL, NULL, 0},
    {"_k", decimal_get_kind, NULL, NULL, 0},
    {0},
};

static const NativeDef decimal_methods[] = {
    TAIL("__abs__", "self, /", decimal_abs, "What abs(self) gives."),
    TAIL("__add__", "self, value, /", decimal_add, "self + value."),
    TAIL("__eq__", "self, value, /", decimal_eq, "self == value."),
    TAIL("__format__", "self, specifier, override=None, /", decimal_format,
         "What format(self, specifier) gives."),
    TAIL("__ge__", "self, value, /", decimal_ge, "self >= value."),
    TAIL("__gt__", "self, value, /", decimal_gt, "self > value."),
    TAIL("__hash__", "self, /", decimal_hash, "What hash(self) gives."),
    TAIL("__le__", "self, value, /", decimal_le, "self <= value."),
    TAIL("__lt__", "self, value, /", decimal_lt, "self < value."),
    TAIL("__mul__", "self, value, /", decimal_mul, "self * value."),
    TAIL("__ne__", "self, value, /", decimal_ne, "self != value."),
    TAIL("__neg__", "self, /", decimal_neg, "-self."),
    {"__new__", "cls, value=UNBOUND, context=None", decimal_new, NULL, NULL, NULL, NATIVE_TAIL, 0,
     NATIVE_CLASS | NATIVE_UNNAMED, 0},
    TAIL("__pos__", "self, /", decimal_pos, "+self."),
    TAIL("__radd__", "self, value, /", decimal_radd, "value + self."),
    TAIL("__repr__", "self, /", decimal_repr, "What repr(self) gives."),
    TAIL("__rmul__", "self, value, /", decimal_rmul, "value * self."),
    TAIL("__rsub__", "self, value, /", decimal_rsub, "value - self."),
    TAIL("__rtruediv__", "self, value, /", decimal_rtruediv, "value / self."),
    TAIL("__str__", "self, /", decimal_str, "What str(self) gives."),
    TAIL("__sub__", "self, value, /", decimal_sub, "self - value."),
    TAIL("__truediv__", "self, value, /", decimal_truediv, "self / value."),
    TAIL("quantize", "self, /, exp, rounding=None, context=None", decimal_quantize,
         "Rounded to the exponent of another number."),
    NATIVE_END,
};

const TypeDef decimal_type = {
    .name = "Number",
    .module = "_decimal",
    .tag = T_DECIMAL,
    .hidden = true,
    .subclassable = true,
    .doc = "Sign, coefficient, exponent and kind.",
    .methods = decimal_methods,
    .getsets = decimal_getsets,
    .compare = dec_compare_slot,
    .hash = dec_hash_slot,
    .truth = dec_truth_slot,
};
