// complex.c: complex numbers. Products and quotients follow C11 Annex G: a real operand has no
// imaginary part (which matters for signed zeros and infinities), and an infinite result that the
// textbook formula turns into NaNs is restored.
#include "object/complex.h"

#include "base/dtoa.h"
#include "base/fmath.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "object/construct.h"
#include "object/float.h"
#include "object/int.h"
#include "object/number_format.h"
#include "object/str.h"
#include "object/tuple.h"

typedef struct Cplx {
    double re, im;
} Cplx;

Value complex_new(Vm *vm, double re, double im) {
    Complex *c = heap_alloc(vm, sizeof(Complex)); // as heap_new_raw does, of a constant size
    TRY(c);
    obj_init(&c->h, T_COMPLEX, 0);
    c->re = bits_double(double_value(re)); // one pattern for all NaNs
    c->im = bits_double(double_value(im));
    return ptr_value(vm, c);
}

// ---- arithmetic --------------------------------------------------------------------------------

static Value complex_raise_zero(Vm *vm) {
    return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
}

// An infinite number seen as a direction: each part 1 or 0, with its sign.
static double complex_unit(double d) { return fmath_copysign(fmath_is_inf(d) ? 1.0 : 0.0, d); }
static double complex_no_nan(double d) { return fmath_is_nan(d) ? fmath_copysign(0.0, d) : d; }
static bool complex_is_inf(Cplx c) { return fmath_is_inf(c.re) || fmath_is_inf(c.im); }
static bool complex_is_finite(Cplx c) { return fmath_is_finite(c.re) && fmath_is_finite(c.im); }
static bool complex_is_nan(Cplx c) { return fmath_is_nan(c.re) && fmath_is_nan(c.im); }

static Cplx complex_mul(Cplx a, Cplx b) {
    double ac = a.re * b.re, bd = a.im * b.im, ad = a.re * b.im, bc = a.im * b.re;
    Cplx r = {ac - bd, ad + bc};
    if (NX_LIKELY(!complex_is_nan(r))) { return r; }
    bool again = complex_is_inf(a) || complex_is_inf(b);
    if (complex_is_inf(a)) {
        a = (Cplx){complex_unit(a.re), complex_unit(a.im)};
        b = (Cplx){complex_no_nan(b.re), complex_no_nan(b.im)};
    }
    if (complex_is_inf(b)) {
        b = (Cplx){complex_unit(b.re), complex_unit(b.im)};
        a = (Cplx){complex_no_nan(a.re), complex_no_nan(a.im)};
    }
    if (!again && (fmath_is_inf(ac) || fmath_is_inf(bd) || fmath_is_inf(ad) || fmath_is_inf(bc))) {
        a = (Cplx){complex_no_nan(a.re), complex_no_nan(a.im)};
        b = (Cplx){complex_no_nan(b.re), complex_no_nan(b.im)};
        again = true;
    }
    if (!again) { return r; }
    double inf = fmath_inf();
    return (Cplx){inf * (a.re * b.re - a.im * b.im), inf * (a.re * b.im + a.im * b.re)};
}

// Infinities and zeros that the quotient lost.
static Cplx complex_div_rescue(Cplx a, Cplx b, Cplx r, bool real) {
    if (complex_is_inf(a) && complex_is_finite(b)) {
        double x = complex_unit(a.re), y = complex_unit(a.im), inf = fmath_inf();
        return (Cplx){inf * (x * b.re + y * b.im), inf * (y * b.re - x * b.im)};
    }
    if (complex_is_inf(b) && complex_is_finite(a)) {
        double x = complex_unit(b.re), y = complex_unit(b.im);
        if (real) { return (Cplx){0.0 * (a.re * x), 0.0 * (-a.re * y)}; }
        return (Cplx){0.0 * (a.re * x + a.im * y), 0.0 * (a.im * x - a.re * y)};
    }
    return r;
}

// R. L. Smith's method: scaled by the greater part of the divisor, which is not 0. A real dividend
// (`real`) has no imaginary part at all.
static Cplx complex_div(Cplx a, Cplx b, bool real) {
    Cplx r;
    if (fmath_abs(b.re) >= fmath_abs(b.im)) {
        double ratio = b.im / b.re, denom = b.re + b.im * ratio;
        r.re = real ? a.re / denom : (a.re + a.im * ratio) / denom;
        r.im = real ? -a.re * ratio / denom : (a.im - a.re * ratio) / denom;
    } else if (fmath_abs(b.im) >= fmath_abs(b.re)) {
        double ratio = b.re / b.im, denom = b.re * ratio + b.im;
        r.re = real ? a.re * ratio / denom : (a.re * ratio + a.im) / denom;
        r.im = real ? -a.re / denom : (a.im * ratio - a.re) / denom;
    } else {
        r.re = r.im = fmath_nan();
    }
    return complex_is_nan(r) ? complex_div_rescue(a, b, r, real) : r;
}

// Small integer exponents by squaring: exact where products are.
static Cplx complex_pow_uint(Cplx x, int n) {
    Cplx r = {1.0, 0.0};
    for (int mask = 1; mask <= n; mask <<= 1) {
        if (n & mask) { r = complex_mul(r, x); }
        x = complex_mul(x, x);
    }
    return r;
}

Value complex_pow(Vm *vm, double re, double im, double exp_re, double exp_im) {
    Cplx a = {re, im}, r;
    bool bad = false;
    if (exp_im == 0 && exp_re == fmath_floor(exp_re) && fmath_abs(exp_re) <= 100) {
        int n = (int)exp_re;
        r = complex_pow_uint(a, n < 0 ? -n : n);
        bad = n < 0 && r.re == 0 && r.im == 0;
        if (n <= 0 && !bad) { r = complex_div((Cplx){1.0, 0.0}, r, false); }
    } else if (re == 0 && im == 0) {
        bad = exp_im != 0 || exp_re < 0;
        r = (Cplx){0.0, 0.0};
    } else {
        double abs = fmath_hypot(re, im), len = fmath_pow(abs, exp_re);
        double angle = fmath_atan2(im, re), phase = angle * exp_re;
        if (exp_im != 0) {
            len *= fmath_exp(-angle * exp_im);
            phase += exp_im * fmath_log(abs);
        }
        bad = fmath_is_inf(phase); // a domain error of the cosine, which CPython takes for this one
        r = (Cplx){len * fmath_cos(phase), len * fmath_sin(phase)};
    }
    if (bad) {
        return raise_error(vm, EXC_ZeroDivisionError, "zero to a negative or complex power");
    }
    if (complex_is_inf(r)) { return raise_error(vm, EXC_OverflowError, "complex exponentiation"); }
    return complex_new(vm, r.re, r.im);
}

// A complex or real operand. 1 done, 0 raised, -1 neither.
static int complex_operand(Vm *vm, Value v, Cplx *out, bool *real) {
    *real = !isinstance_complex(vm, v);
    if (*real) {
        out->im = 0.0;
        return float_from_real(vm, v, &out->re);
    }
    const Complex *c = as_complex(vm, v);
    *out = (Cplx){c->re, c->im};
    return 1;
}

#define COMPLEX_BINARY_OPS                                                                         \
    (OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_SUB) | OP_BIT(BIN_OP_MUL) | OP_BIT(BIN_OP_DIV) |           \
     OP_BIT(BIN_OP_POW))

Value complex_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (!(COMPLEX_BINARY_OPS & OP_BIT(op))) { return V_NOTIMPL; } // before an int is too large
    Cplx x, y;
    bool x_real, y_real;
    int r = complex_operand(vm, a, &x, &x_real);
    if (r > 0) { r = complex_operand(vm, b, &y, &y_real); }
    if (r <= 0) { return r ? V_NOTIMPL : V_RAISED; }
    if (x_real && y_real) { return V_NOTIMPL; }
    switch (op) {
    case BIN_OP_ADD:
        return complex_new(vm, x.re + y.re, x_real ? y.im : y_real ? x.im : x.im + y.im);
    case BIN_OP_SUB:
        return complex_new(vm, x.re - y.re, x_real ? -y.im : y_real ? x.im : x.im - y.im);
    case BIN_OP_MUL:
        if (x_real) { return complex_new(vm, x.re * y.re, x.re * y.im); }
        if (y_real) { return complex_new(vm, x.re * y.re, x.im * y.re); }
        x = complex_mul(x, y);
        return complex_new(vm, x.re, x.im);
    case BIN_OP_DIV:
        if (y.re == 0 && y.im == 0) { return complex_raise_zero(vm); }
        if (y_real) { return complex_new(vm, x.re / y.re, x.im / y.re); }
        x = complex_div(x, y, x_real);
        return complex_new(vm, x.re, x.im);
    case BIN_OP_POW: return complex_pow(vm, x.re, x.im, y.re, y.im);
    default: return V_NOTIMPL;
    }
}

Value complex_unary(Vm *vm, UnOp op, Value v) {
    const Complex *c = as_complex(vm, v);
    switch (op) {
    case UN_OP_NEG: return complex_new(vm, -c->re, -c->im);
    case UN_OP_POS: return complex_new(vm, c->re, c->im);
    case UN_OP_ABS: {
        double d = fmath_hypot(c->re, c->im);
        if (fmath_is_inf(d) && fmath_is_finite(c->re) && fmath_is_finite(c->im)) {
            return raise_error(vm, EXC_OverflowError, "absolute value too large");
        }
        return double_value(d);
    }
    default: return V_NOTIMPL;
    }
}

// ---- text --------------------------------------------------------------------------------------

Value complex_repr(Vm *vm, Value v) {
    const Complex *c = as_complex(vm, v);
    char text[2 * DTOA_REPR_SIZE + 4];
    size_t n = 0;
    bool pure = c->re == 0 && !dtoa_is_negative(c->re);
    if (!pure) {
        text[n++] = '(';
        n += dtoa_format(text + n, c->re, 'r', 0, 0);
    }
    n += dtoa_format(text + n, c->im, 'r', 0, pure ? 0 : DTOA_SIGN);
    text[n++] = 'j';
    if (!pure) { text[n++] = ')'; }
    return str_new(vm, text, n);
}

static const char *complex_skip_spaces(const char *at, const char *end) {
    while (at < end && (*at == ' ' || (*at >= '\t' && *at <= '\r'))) { at++; }
    return at;
}

static const char *complex_number(const char *at, const char *end, double *out) {
    return at +
           dtoa_parse(at, (size_t)(end - at), DTOA_UNDERSCORES | DTOA_SIGNED | DTOA_SPECIAL, out);
}

static bool complex_is_sign(const char *at, const char *end) {
    return at < end && (*at == '+' || *at == '-');
}
static bool complex_is_unit(const char *at, const char *end) {
    return at < end && (*at | 0x20) == 'j';
}

// What stands between the optional brackets: a, bj, a+bj, where a bare sign or nothing before the j
// means one. NULL: malformed.
static const char *complex_scan(const char *at, const char *end, Cplx *out) {
    *out = (Cplx){0.0, 0.0};
    double first;
    const char *p = complex_number(at, end, &first);
    if (p == at) { // 'j', '+j'
        bool sign = complex_is_sign(at, end);
        if (!complex_is_unit(at + sign, end)) { return NULL; }
        out->im = sign && *at == '-' ? -1.0 : 1.0;
        return at + sign + 1;
    }
    if (complex_is_unit(p, end)) {
        out->im = first;
        return p + 1;
    }
    out->re = first;
    if (!complex_is_sign(p, end)) { return p; }
    const char *q = complex_number(p, end, &out->im);
    if (q == p) {
        out->im = *p == '-' ? -1.0 : 1.0;
        q = p + 1;
    }
    return complex_is_unit(q, end) ? q + 1 : NULL;
}

static bool complex_scan_all(const char *at, const char *end, Cplx *out) {
    at = complex_skip_spaces(at, end);
    bool bracket = at < end && *at == '(';
    if (bracket) { at = complex_skip_spaces(at + 1, end); }
    at = complex_scan(at, end, out);
    if (!at) { return false; }
    at = complex_skip_spaces(at, end);
    if (bracket) {
        if (at == end || *at != ')') { return false; }
        at = complex_skip_spaces(at + 1, end);
    }
    return at == end;
}

// CPython looks at underscores first, and has words of its own for one that is not between digits.
static bool complex_bad_underscore(const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        bool between = i > 0 && i + 1 < len && text[i - 1] >= '0' && text[i - 1] <= '9' &&
                       text[i + 1] >= '0' && text[i + 1] <= '9';
        if (text[i] == '_' && !between) { return true; }
    }
    return false;
}

static bool complex_parse_parts(Vm *vm, Value str, Cplx *out) {
    const Str *s = as_str(vm, str);
    const char *text = s->data;
    size_t len = s->h.n;
    if (!native_charge(vm, len / 16)) { return false; }
    if (!str_is_ascii(s)) {
        Blob *copy = heap_new_raw(vm, T_BLOB, len);
        if (!copy) { return false; }
        len = number_to_ascii(text, len, (char *)copy->data);
        text = (const char *)copy->data;
    }
    if (complex_scan_all(text, text + len, out)) { return true; }
    if (complex_bad_underscore(text, len)) {
        return raise_false(vm, EXC_ValueError, "could not convert string to complex: %R", str);
    }
    return raise_false(vm, EXC_ValueError, "complex() arg is a malformed string");
}

Value complex_parse(Vm *vm, Value str) {
    Cplx c;
    TRY(complex_parse_parts(vm, str, &c));
    return complex_new(vm, c.re, c.im);
}

// ---- slots -------------------------------------------------------------------------------------

int64_t complex_hash(double re, double im) {
    return hash_fix((uint64_t)float_hash(re) + (uint64_t)float_hash(im) * HASH_IMAG);
}

static Value complex_slot_hash(Vm *vm, Value v) {
    const Complex *c = as_complex(vm, v);
    return int_from_i64(vm, complex_hash(c->re, c->im));
}

static Value complex_slot_truth(Vm *vm, Value v) {
    const Complex *c = as_complex(vm, v);
    return bool_value(c->re != 0 || c->im != 0);
}

static Value complex_slot_compare(Vm *vm, int op, Value a, Value b) {
    if (op != OP_EQ && op != OP_NE) { return V_NOTIMPL; }
    const Complex *c = as_complex(vm, a);
    bool equal;
    if (isinstance_complex(vm, b)) {
        const Complex *d = as_complex(vm, b);
        equal = c->re == d->re && c->im == d->im;
    } else if (isinstance_float(vm, b)) {
        equal = c->im == 0 && c->re == float_of(vm, b);
    } else if (isinstance_int(vm, b)) {
        equal = c->im == 0 && int_compare_double(vm, b, c->re) == 0;
    } else {
        return V_NOTIMPL;
    }
    return bool_value(equal == (op == OP_EQ));
}

// ---- natives -----------------------------------------------------------------------------------

static Value complex_of_class(Vm *vm, Value cls, Cplx c) {
    if (cls == vm->types[T_COMPLEX]) { return complex_new(vm, c.re, c.im); }
    Complex *o = construct(vm, T_COMPLEX, cls, 0);
    TRY(o);
    o->re = bits_double(double_value(c.re));
    o->im = bits_double(double_value(c.im));
    return ptr_value(vm, o);
}

static bool complex_converts(Vm *vm, Value v) {
    Value cls = class_of(vm, v);
    return isinstance_complex(vm, v) ||
           type_lookup(vm, cls, vm_name(vm, N___float__)) != V_UNBOUND ||
           type_lookup(vm, cls, vm_name(vm, N___index__)) != V_UNBOUND;
}

// The method __complex__ of a value that is not a plain number, or V_UNBOUND.
static Value complex_method(Vm *vm, Value v) {
    if (is_exact(vm, v, T_COMPLEX) || is_double(v) || is_exact_int(vm, v)) { return V_UNBOUND; }
    return type_lookup(vm, class_of(vm, v), vm_name(vm, N___complex__));
}

enum { COMPLEX_NEW_START, COMPLEX_NEW_GOT_COMPLEX, COMPLEX_NEW_GOT_REAL, COMPLEX_NEW_GOT_IMAG };
enum { COMPLEX_NEW_WARNED_REAL = COMPLEX_NEW_GOT_IMAG + 1, COMPLEX_NEW_WARNED_IMAG };
enum { COMPLEX_CLS, COMPLEX_REAL, COMPLEX_IMAG, COMPLEX_FIRST }; // FIRST: real as it was given

// Both parts are numbers or V_UNBOUND now. A complex part counts with both its parts.
static Value complex_combine(Vm *vm, Frame *f) {
    Cplx re = {0.0, 0.0}, im = {0.0, 0.0};
    bool re_real = true, im_real = true;
    if (f->slot[COMPLEX_REAL] != V_UNBOUND) {
        TRY(complex_operand(vm, f->slot[COMPLEX_REAL], &re, &re_real) > 0);
    }
    if (f->slot[COMPLEX_IMAG] != V_UNBOUND) {
        TRY(complex_operand(vm, f->slot[COMPLEX_IMAG], &im, &im_real) > 0);
    }
    if (!im_real) { re.re -= im.im; }
    if (f->slot[COMPLEX_IMAG] == V_UNBOUND) { // no sum: a negative zero stays one
        return complex_of_class(vm, f->slot[COMPLEX_CLS], (Cplx){re.re, re_real ? 0.0 : re.im});
    }
    return complex_of_class(vm, f->slot[COMPLEX_CLS],
                            (Cplx){re.re, re_real ? im.re : im.re + re.im});
}

static Value complex_raise_part(Vm *vm, const Frame *f, int part) {
    Value v = f->slot[part];
    if (part == COMPLEX_REAL && f->slot[COMPLEX_IMAG] == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError,
                           "complex() argument must be a string or a number, not %T", v);
    }
    return raise_error(vm, EXC_TypeError, "complex() argument '%s' must be a real number, not %T",
                       part == COMPLEX_REAL ? "real" : "imag", v);
}

static Value complex_warn_part(Vm *vm, Frame *f, int part) {
    bool real = part == COMPLEX_REAL;
    Value text = format_text(vm, "complex() argument '%s' must be a real number, not %T",
                             real ? "real" : "imag", f->slot[real ? COMPLEX_FIRST : COMPLEX_IMAG]);
    return native_warn_deprecated(vm, f, real ? COMPLEX_NEW_WARNED_REAL : COMPLEX_NEW_WARNED_IMAG,
                                  text);
}

// Makes the parts numbers that complex_operand takes, asking __float__ where need be; `warned` is
// the part whose warning has been issued.
static Value complex_new_parts(Vm *vm, Frame *f, int part, int warned) {
    bool alone = f->slot[COMPLEX_IMAG] == V_UNBOUND;
    for (int i = COMPLEX_REAL; i <= COMPLEX_IMAG; i++) {
        Value v = f->slot[i];
        if (v != V_UNBOUND && !complex_converts(vm, v)) { return complex_raise_part(vm, f, i); }
    }
    for (; part <= COMPLEX_IMAG; part++) {
        Value v = f->slot[part];
        if (v == V_UNBOUND) { continue; }
        if (isinstance_complex(vm, v)) {
            if (!alone && part != warned) { return complex_warn_part(vm, f, part); }
        } else if (!is_double(v) && !is_exact_int(vm, v) && !is_bool(v)) {
            int next = part == COMPLEX_REAL ? COMPLEX_NEW_GOT_REAL : COMPLEX_NEW_GOT_IMAG;
            // Alone, what is derived from float is not asked for its __float__.
            if (alone && isinstance_float(vm, v)) { v = double_value(float_of(vm, v)); }
            return native_call1(vm, f, next, internal(vm, I_TO_FLOAT), v);
        }
    }
    return complex_combine(vm, f);
}

static Value complex_new_steps(Vm *vm, Frame *f) {
    switch (native_state(f)) {
    case COMPLEX_NEW_GOT_COMPLEX:
        if (!isinstance_complex(vm, f->result)) {
            return raise_error(vm, EXC_TypeError, "__complex__ returned non-complex (type %T)",
                               f->result);
        }
        f->slot[COMPLEX_REAL] = f->result;
        return complex_new_parts(vm, f, COMPLEX_REAL, 0);
    case COMPLEX_NEW_GOT_REAL:
        f->slot[COMPLEX_REAL] = f->result;
        return complex_new_parts(vm, f, COMPLEX_IMAG, 0);
    case COMPLEX_NEW_GOT_IMAG: f->slot[COMPLEX_IMAG] = f->result; return complex_combine(vm, f);
    case COMPLEX_NEW_WARNED_REAL: return complex_new_parts(vm, f, COMPLEX_REAL, COMPLEX_REAL);
    case COMPLEX_NEW_WARNED_IMAG: return complex_new_parts(vm, f, COMPLEX_IMAG, COMPLEX_IMAG);
    default: break;
    }
    Value cls = f->slot[COMPLEX_CLS], re = f->slot[COMPLEX_REAL];
    f->slot[COMPLEX_FIRST] = re;
    if (re == V_UNBOUND) { return complex_new_parts(vm, f, COMPLEX_REAL, 0); }
    if (f->slot[COMPLEX_IMAG] == V_UNBOUND) {
        if (is_exact(vm, re, T_COMPLEX) && cls == vm->types[T_COMPLEX]) { return re; }
        if (isinstance_str(vm, re)) {
            Cplx c;
            TRY(complex_parse_parts(vm, re, &c));
            return complex_of_class(vm, cls, c);
        }
    }
    if (complex_method(vm, re) != V_UNBOUND) {
        return native_call_method(vm, f, COMPLEX_NEW_GOT_COMPLEX, re, vm_name(vm, N___complex__), 0,
                                  NULL);
    }
    return complex_new_parts(vm, f, COMPLEX_REAL, 0);
}

// complex.from_number: like the constructor, for numbers only.
static Value complex_from_number(Vm *vm, Frame *f) {
    Value cls = f->slot[0], v = f->slot[1];
    if (native_state(f) == COMPLEX_NEW_GOT_COMPLEX && !isinstance_complex(vm, f->result)) {
        return raise_error(vm, EXC_TypeError, "__complex__ returned non-complex (type %T)",
                           f->result);
    }
    if (native_state(f) != COMPLEX_NEW_START) {
        v = f->result;
    } else if (!isinstance_complex(vm, v) && complex_method(vm, v) != V_UNBOUND) {
        return native_call_method(vm, f, COMPLEX_NEW_GOT_COMPLEX, v, vm_name(vm, N___complex__), 0,
                                  NULL);
    } else if (!isinstance_complex(vm, v)) {
        if (!complex_converts(vm, v)) {
            return raise_error(vm, EXC_TypeError, "must be real number, not %T", v);
        }
        if (isinstance_float(vm, v)) { v = double_value(float_of(vm, v)); }
        return native_call1(vm, f, COMPLEX_NEW_GOT_REAL, internal(vm, I_TO_FLOAT), v);
    }
    if (cls == vm->types[T_COMPLEX]) {
        if (is_exact(vm, v, T_COMPLEX)) { return v; }
        Cplx c;
        bool real;
        TRY(complex_operand(vm, v, &c, &real) > 0);
        return complex_new(vm, c.re, c.im);
    }
    return native_tailcall(vm, cls, 1, &v);
}

static Value complex_complex(Vm *vm, Value *a) {
    if (is_exact(vm, a[0], T_COMPLEX)) { return a[0]; }
    return complex_unary(vm, UN_OP_POS, a[0]);
}

static Value complex_conjugate(Vm *vm, Value *a) {
    const Complex *c = as_complex(vm, a[0]);
    return complex_new(vm, c->re, -c->im);
}

// format(x, '') is str(x), which a subclass may have replaced.
static Value complex_format(Vm *vm, Value *a) {
    if (is_ref(a[0]) && as_obj(vm, a[0])->ext && as_str(vm, a[1])->h.n == 0) {
        return native_tail_internal(vm, I_STR, 1, a);
    }
    return format_complex(vm, a[0], a[1]);
}

static Value complex_getnewargs(Vm *vm, Value *a) {
    const Complex *c = as_complex(vm, a[0]);
    return tuple_pack2(vm, double_value(c->re), double_value(c->im));
}

static Value complex_pow_args(Vm *vm, Value base, Value exp, Value mod) {
    if (mod == V_NONE) { return complex_binary(vm, BIN_OP_POW, base, exp); }
    Cplx c;
    bool real;
    int r = complex_operand(vm, base, &c, &real);
    if (r > 0) { r = complex_operand(vm, exp, &c, &real); }
    if (r <= 0) { return r ? V_NOTIMPL : V_RAISED; }
    return raise_error(vm, EXC_ValueError, "complex modulo");
}
static Value complex_pow_method(Vm *vm, Value *a) { return complex_pow_args(vm, a[0], a[1], a[2]); }
static Value complex_rpow_method(Vm *vm, Value *a) {
    return complex_pow_args(vm, a[1], a[0], a[2]);
}

static Value complex_get_real(Vm *vm, Value self) { return double_value(as_complex(vm, self)->re); }
static Value complex_get_imag(Vm *vm, Value self) { return double_value(as_complex(vm, self)->im); }

static const NativeDef complex_methods[] = {
    LEAF("__complex__", "self, /", complex_complex, "The value as a plain complex."),
    TAIL("__format__", "self, format_spec: str, /", complex_format, "The text by a format."),
    LEAF("__getnewargs__", "self, /", complex_getnewargs, ""),
    STEPS_CLASS("__new__", "cls, real=UNBOUND, imag=UNBOUND", complex_new_steps, 1, NULL,
                "Make a complex number."),
    LEAF("__pow__", "self, value, mod=None, /", complex_pow_method, "The power, or its remainder."),
    LEAF("__rpow__", "self, value, mod=None, /", complex_rpow_method,
         "The power with the operands exchanged."),
    LEAF("conjugate", "self, /", complex_conjugate,
         "The number with the other sign of the imaginary part."),
    STEPS_CLASS("from_number", "cls, number, /", complex_from_number, 0, NULL,
                "The complex number with the value of another number."),
    NATIVE_END,
};

static const GetSetDef complex_getsets[] = {
    {"imag", complex_get_imag, getset_readonly, "imaginary part"},
    {"real", complex_get_real, getset_readonly, "real part"},
    {NULL, NULL, NULL, NULL},
};

const TypeDef complex_type = {
    .new_sig = "(real=0, imag=0)",
    .name = "complex",
    .doc = "Make a complex number of a number, of a real and an imaginary part, or of text.",
    .tag = T_COMPLEX,
    .subclassable = true,
    .binary_ops = COMPLEX_BINARY_OPS,
    .unary_ops = OP_BIT(UN_OP_NEG) | OP_BIT(UN_OP_POS) | OP_BIT(UN_OP_ABS),
    .methods = complex_methods,
    .getsets = complex_getsets,
    .binary = complex_binary,
    .unary = complex_unary,
    .compare = complex_slot_compare,
    .hash = complex_slot_hash,
    .repr = complex_repr,
    .truth = complex_slot_truth,
};
