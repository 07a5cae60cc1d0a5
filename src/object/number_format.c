// number_format.c: how a number is laid out: sign, prefix, padding, grouped digits, fraction and
// the rest. The specification's text is parsed in format_spec.c.
//
// A number is first made into plain ASCII digits (NumberText points at them), then measured, so
// that the result is allocated once and written from left to right.
#include "object/number_format.h"

#include "base/dtoa.h"
#include "base/fmath.h"
#include "base/utf8.h"
#include "object/complex.h"
#include "object/float.h"
#include "object/int.h"
#include "object/str.h"

typedef struct NumberText {
    char sign, prefix[2]; // sign 0: none
    bool upper, dot;
    uint32_t n_prefix;
    const char *digits; // the whole part
    size_t n_digits;
    const char *frac; // digits behind the point
    size_t n_frac;
    const char *rest; // exponent, inf, nan, percent sign; or the character of type c
    size_t n_rest, rest_chars;
    uint32_t group, frac_group; // digits between separators; 0: none
    char separator, frac_separator;
    uint64_t zeros; // put in front of the digits
} NumberText;

// ---- layout ------------------------------------------------------------------------------------

static uint64_t format_grouped(uint64_t n, uint32_t group) {
    return group && n ? n + (n - 1) / group : n;
}

// The least number of digits that, with their separators, fill `width`.
static uint64_t format_digits_for(uint64_t width, uint32_t group) {
    if (!group) { return width; }
    uint64_t n = width - width / (group + 1);
    while (format_grouped(n, group) < width) { n++; }
    return n;
}

static uint64_t format_chars(const NumberText *t) {
    return (t->sign != 0) + t->n_prefix + format_grouped(t->n_digits + t->zeros, t->group) +
           t->dot + format_grouped(t->n_frac, t->frac_group) + t->rest_chars;
}

// With zeros as fill between sign and digits, the separators run through the zeros too.
static void format_zero_fill(NumberText *t, const FormatSpec *s) {
    if (s->min_digits > t->n_digits) { t->zeros = s->min_digits - t->n_digits; }
    if (s->fill != '0' || s->align != '=' || t->n_digits == 0 || s->width < 0) { return; }
    uint64_t whole = format_grouped(t->n_digits + t->zeros, t->group);
    uint64_t other = format_chars(t) - whole;
    if ((uint64_t)s->width <= other + whole) { return; }
    t->zeros = format_digits_for((uint64_t)s->width - other, t->group) - t->n_digits;
}

static char *format_put_fill(char *out, uint32_t fill, uint64_t n) {
    if (fill < 0x80) {
        memset(out, (int)fill, (size_t)n);
        return out + n;
    }
    for (uint64_t i = 0; i < n; i++) { out += utf8_encode(out, fill); }
    return out;
}

static char format_case(const NumberText *t, char c) {
    return t->upper && c >= 'a' && c <= 'z' ? (char)(c - 0x20) : c;
}

// The whole part: zeros, then digits, grouped from the right.
static char *format_put_whole(char *out, const NumberText *t) {
    uint64_t n = t->zeros + t->n_digits;
    if (!t->group && !t->upper) {
        if (t->zeros) { out = format_put_fill(out, '0', t->zeros); }
        if (t->n_digits) { memcpy(out, t->digits, t->n_digits); }
        return out + t->n_digits;
    }
    for (uint64_t i = 0; i < n; i++) {
        *out++ = i < t->zeros ? '0' : format_case(t, t->digits[i - t->zeros]);
        uint64_t left = n - i - 1;
        if (t->group && left && left % t->group == 0) { *out++ = t->separator; }
    }
    return out;
}

// The fraction, grouped from the left.
static char *format_put_frac(char *out, const NumberText *t) {
    if (!t->frac_group) {
        if (t->n_frac) { memcpy(out, t->frac, t->n_frac); }
        return out + t->n_frac;
    }
    for (size_t i = 0; i < t->n_frac; i++) {
        if (i && i % t->frac_group == 0) { *out++ = t->frac_separator; }
        *out++ = t->frac[i];
    }
    return out;
}

static char *format_put_number(char *out, const NumberText *t, uint32_t fill, uint64_t inner) {
    if (t->sign) { *out++ = t->sign; }
    for (uint32_t i = 0; i < t->n_prefix; i++) { *out++ = t->prefix[i]; }
    if (inner) { out = format_put_fill(out, fill, inner); }
    out = format_put_whole(out, t);
    if (t->dot) { *out++ = '.'; }
    out = format_put_frac(out, t);
    if (t->n_rest) { memcpy(out, t->rest, t->n_rest); }
    return out + t->n_rest;
}

typedef struct FormatPadding {
    uint64_t left, inner, right;
} FormatPadding;

static FormatPadding format_padding(const FormatSpec *s, uint64_t chars) {
    FormatPadding p = {0, 0, 0};
    if (s->width < 0 || (uint64_t)s->width <= chars) { return p; }
    uint64_t n = (uint64_t)s->width - chars;
    switch (s->align) {
    case '<': p.right = n; break;
    case '=': p.inner = n; break;
    case '^':
        p.left = n / 2;
        p.right = n - p.left;
        break;
    default: p.left = n; break;
    }
    return p;
}

// Bytes of `chars` characters of which `fills` are the fill and `extra` bytes are beyond one per
// character.
static uint64_t format_bytes(const FormatSpec *s, uint64_t chars, uint64_t fills, uint64_t extra) {
    const uint64_t huge = (uint64_t)1 << 40; // cannot be had, but can be multiplied
    if (chars > huge) { chars = fills = huge; }
    return chars + extra + fills * (utf8_size(s->fill) - 1);
}

// Room for that. NULL: raised.
static Str *format_alloc(Vm *vm, const FormatSpec *s, uint64_t chars, uint64_t fills,
                         uint64_t extra) {
    uint64_t bytes = format_bytes(s, chars, fills, extra);
    Str *out = str_alloc(vm, bytes);
    return out && native_charge(vm, bytes / 16) ? out : NULL;
}

static Value format_finish(Vm *vm, NumberText *t, const FormatSpec *s) {
    format_zero_fill(t, s);
    uint64_t chars = format_chars(t);
    FormatPadding p = format_padding(s, chars);
    uint64_t fills = p.left + p.inner + p.right;
    Str *str = NULL;
    char *out;
    if (s->out) {
        uint64_t bytes = format_bytes(s, chars + fills, fills, t->n_rest - t->rest_chars);
        TRY(sb_reserve(s->out, bytes) && native_charge(vm, bytes / 16));
        out = sb_text(s->out) + s->out->len;
        s->out->len += (uint32_t)bytes;
    } else {
        str = format_alloc(vm, s, chars + fills, fills, t->n_rest - t->rest_chars);
        TRY(str);
        out = str->data;
    }
    if (p.left) { out = format_put_fill(out, s->fill, p.left); }
    out = format_put_number(out, t, s->fill, p.inner);
    if (p.right) { format_put_fill(out, s->fill, p.right); }
    return str ? str_finish(vm, str) : V_NONE;
}

// ---- numbers to text ---------------------------------------------------------------------------

static char format_sign(const FormatSpec *s, bool negative) {
    if (negative) { return '-'; }
    return s->sign == '+' || s->sign == ' ' ? s->sign : 0;
}

static void format_set_grouping(NumberText *t, const FormatSpec *s, uint32_t group) {
    t->separator = s->grouping;
    t->group = s->grouping ? group : 0;
    t->frac_separator = s->frac_grouping;
    t->frac_group = s->frac_grouping ? 3 : 0;
}

// Points t at the parts of a text that dtoa_format made.
static void format_split(NumberText *t, const FormatSpec *s, const char *text, size_t len) {
    size_t i = 0;
    bool negative = len && text[0] == '-';
    t->sign = format_sign(s, negative);
    text += negative;
    len -= negative;
    t->digits = text;
    while (i < len && text[i] >= '0' && text[i] <= '9') { i++; }
    t->n_digits = i;
    t->dot = i < len && text[i] == '.';
    i += t->dot;
    t->frac = text + i;
    while (i < len && text[i] >= '0' && text[i] <= '9') { i++; }
    t->n_frac = (size_t)(text + i - t->frac);
    t->rest = text + i;
    t->n_rest = t->rest_chars = len - i;
}

static Value format_raise_type(Vm *vm, Value subject, uint32_t type) {
    if (type > 32 && type < 128) {
        return raise_error(vm, EXC_ValueError, "Unknown format code '%c' for object of type '%T'",
                           type, subject);
    }
    char hex[9];
    size_t n = sizeof hex - 1;
    hex[n] = 0;
    do {
        hex[--n] = "0123456789abcdef"[type & 15];
        type >>= 4;
    } while (type);
    return raise_error(vm, EXC_ValueError, "Unknown format code '\\x%s' for object of type '%T'",
                       hex + n, subject);
}

static bool format_is_float_type(uint32_t type) {
    return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' ||
           type == 'n';
}

enum { FORMAT_STACK = 128 };

// What dtoa_format is to be asked for.
typedef struct FloatJob {
    char code;
    int32_t precision;
    unsigned flags;
} FloatJob;

// `dot_0` tells that without a type '1.0' is wanted, not '1'.
static bool format_float_job(Vm *vm, const FormatSpec *s, bool dot_0, FloatJob *job) {
    if (s->precision > INT32_MAX) { return raise_false(vm, EXC_ValueError, "precision too big"); }
    job->flags = (s->alternate ? DTOA_ALT : 0u) | (s->no_neg_0 ? DTOA_NO_NEG_0 : 0u);
    job->precision = s->precision < 0 ? 6 : (int32_t)s->precision;
    if (s->type == 0) {
        job->code = s->precision < 0 ? 'r' : 'g';
        job->flags |= dot_0 ? DTOA_DOT_0 : 0u;
    } else {
        job->code = s->type == 'n' ? 'g' : s->type == '%' ? 'f' : (char)s->type;
    }
    return true;
}

// The text in `stack`, or in scratch memory that lives until the next safepoint. There is room for
// one more character behind it.
static char *format_double(Vm *vm, double d, const FloatJob *job, char stack[FORMAT_STACK],
                           size_t *len) {
    size_t size = dtoa_format_size(d, job->code, job->precision) + 1;
    char *out = stack;
    if (size > FORMAT_STACK) {
        Blob *b = heap_new_raw(vm, T_BLOB, size);
        if (!b || !native_charge(vm, size / 16)) { return NULL; }
        out = (char *)b->data;
    }
    *len = dtoa_format(out, d, job->code, job->precision, job->flags);
    return out;
}

Value format_float_spec(Vm *vm, Value v, double d, const FormatSpec *s) {
    bool percent = s->type == '%';
    if (s->type && !percent && !format_is_float_type(s->type)) {
        return format_raise_type(vm, v, s->type);
    }
    FloatJob job;
    TRY(format_float_job(vm, s, true, &job));
    char stack[FORMAT_STACK];
    size_t len;
    char *text = format_double(vm, percent ? d * 100 : d, &job, stack, &len);
    TRY(text);
    if (percent) { text[len++] = '%'; }
    NumberText t = {0};
    format_split(&t, s, text, len);
    format_set_grouping(&t, s, 3);
    return format_finish(vm, &t, s);
}

static Value format_int_char(Vm *vm, Value v, const FormatSpec *s) {
    if (s->sign) {
        return raise_error(vm, EXC_ValueError,
                           "Sign not allowed with integer format specifier 'c'");
    }
    if (s->alternate) {
        return raise_error(vm, EXC_ValueError,
                           "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    int64_t cp;
    if (!int_to_i64(vm, v, &cp)) {
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C long");
    }
    if (cp < 0 || cp > (int64_t)UTF8_MAX_CP) {
        return raise_error(vm, EXC_OverflowError, "%%c arg not in range(0x110000)");
    }
    char text[UTF8_MAX_SIZE];
    NumberText t = {.rest = text, .rest_chars = 1};
    t.n_rest = utf8_encode(text, (uint32_t)cp);
    return format_finish(vm, &t, s);
}

static int format_int_base(uint32_t type) {
    switch (type) {
    case 'b': return 2;
    case 'o': return 8;
    case 'x':
    case 'X': return 16;
    case 'd':
    case 'n':
    case 0: return 10;
    default: return 0;
    }
}

Value format_int_spec(Vm *vm, Value v, const FormatSpec *s) {
    if (s->type == '%' || (format_is_float_type(s->type) && s->type != 'n')) {
        double d;
        TRY(int_to_double(vm, v, &d));
        return format_float_spec(vm, v, d, s);
    }
    int base = format_int_base(s->type);
    if (!base && s->type != 'c') { return format_raise_type(vm, v, s->type); }
    if (s->precision >= 0) {
        return raise_error(vm, EXC_ValueError, "Precision not allowed in integer format specifier");
    }
    if (s->no_neg_0) {
        return raise_error(vm, EXC_ValueError,
                           "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (!base) { return format_int_char(vm, v, s); }
    NumberText t = {0};
    char small[INT_SMALL_TEXT];
    t.digits = int_digits(vm, v, base, small, &t.n_digits);
    TRY(t.digits);
    t.sign = format_sign(s, int_is_negative(vm, v));
    t.upper = s->type == 'X';
    t.rest = small;
    if (s->alternate && base != 10) {
        t.prefix[0] = '0';
        t.prefix[1] = (char)s->type;
        t.n_prefix = 2;
    }
    format_set_grouping(&t, s, base == 10 ? 3 : 4);
    return format_finish(vm, &t, s);
}

Value format_str_spec(Vm *vm, Value v, const FormatSpec *s) {
    const Str *str = as_str(vm, v);
    uint32_t len = str->len, bytes = str->h.n;
    if (s->precision >= 0 && s->precision < len) {
        len = (uint32_t)s->precision;
        bytes = str_byte_offset(vm, str, len);
    }
    FormatPadding p = format_padding(s, len);
    uint64_t fills = p.left + p.right;
    if (fills == 0 && len == str->len && !str->h.ext) { return v; }
    Str *out = format_alloc(vm, s, len + fills, fills, bytes - len);
    TRY(out);
    char *at = format_put_fill(out->data, s->fill, p.left);
    memcpy(at, str->data, bytes);
    format_put_fill(at + bytes, s->fill, p.right);
    return str_finish(vm, out);
}

static Value format_complex_spec(Vm *vm, Value v, const FormatSpec *s) {
    if (s->type && !format_is_float_type(s->type)) { return format_raise_type(vm, v, s->type); }
    if (s->fill == '0') {
        return raise_error(vm, EXC_ValueError,
                           "Zero padding is not allowed in complex format specifier");
    }
    if (s->align == '=') {
        return raise_error(vm, EXC_ValueError,
                           "'=' alignment flag is not allowed in complex format specifier");
    }
    FloatJob job;
    TRY(format_float_job(vm, s, false, &job));
    const Complex *c = as_complex(vm, v);
    bool pure = !s->type && c->re == 0 && !dtoa_is_negative(c->re), brackets = !s->type && !pure;
    char re_stack[FORMAT_STACK], im_stack[FORMAT_STACK];
    size_t re_len, im_len;
    const char *re = format_double(vm, c->re, &job, re_stack, &re_len);
    TRY(re);
    const char *im = format_double(vm, c->im, &job, im_stack, &im_len);
    TRY(im);
    NumberText t = {0}, u = {0};
    format_split(&t, s, re, re_len);
    format_set_grouping(&t, s, 3);
    format_split(&u, s, im, im_len);
    format_set_grouping(&u, s, 3);
    if (!pure && u.sign != '-') { u.sign = '+'; }
    uint64_t chars = (pure ? 0 : format_chars(&t)) + format_chars(&u) + 1 + (brackets ? 2 : 0);
    FormatPadding p = format_padding(s, chars);
    uint64_t fills = p.left + p.right;
    Str *str = format_alloc(vm, s, chars + fills, fills, 0);
    TRY(str);
    char *out = format_put_fill(str->data, s->fill, p.left);
    if (brackets) { *out++ = '('; }
    if (!pure) { out = format_put_number(out, &t, ' ', 0); }
    out = format_put_number(out, &u, ' ', 0);
    *out++ = 'j';
    if (brackets) { *out++ = ')'; }
    format_put_fill(out, s->fill, p.right);
    return str_finish(vm, str);
}

// ---- entry points ------------------------------------------------------------------------------

Value format_int(Vm *vm, Value v, Value spec) {
    if (as_str(vm, spec)->h.n == 0) {
        return is_bool(v) ? bool_type.repr(vm, v) : int_to_str(vm, v, 10);
    }
    FormatSpec s = FORMAT_SPEC_NUMBER;
    TRY(format_spec_parse(vm, spec, v, &s));
    return format_int_spec(vm, v, &s);
}

Value format_put_number_to(Vm *vm, Value v, Value spec, StrBuilder *out) {
    bool is_float = is_double(v);
    if (!is_float && !is_int(v)) { return V_UNBOUND; }
    FormatSpec s = FORMAT_SPEC_NUMBER;
    TRY(format_spec_parse(vm, spec, v, &s));
    s.out = out;
    return is_float ? format_float_spec(vm, v, double_of(v), &s) : format_int_spec(vm, v, &s);
}

Value format_float(Vm *vm, Value v, Value spec) {
    if (as_str(vm, spec)->h.n == 0) { return float_repr(vm, float_of(vm, v)); }
    FormatSpec s = FORMAT_SPEC_NUMBER;
    TRY(format_spec_parse(vm, spec, v, &s));
    return format_float_spec(vm, v, float_of(vm, v), &s);
}

Value format_complex(Vm *vm, Value v, Value spec) {
    if (as_str(vm, spec)->h.n == 0) { return complex_repr(vm, v); }
    FormatSpec s = FORMAT_SPEC_NUMBER;
    TRY(format_spec_parse(vm, spec, v, &s));
    return format_complex_spec(vm, v, &s);
}

Value format_str(Vm *vm, Value v, Value spec) {
    FormatSpec s = FORMAT_SPEC_TEXT;
    if (as_str(vm, spec)->h.n) { TRY(format_spec_parse(vm, spec, v, &s)); }
    const char *wrong = NULL;
    if (s.type && s.type != 's') { return format_raise_type(vm, v, s.type); }
    if (s.sign) {
        wrong = s.sign == ' ' ? "Space" : "Sign";
    } else if (s.no_neg_0) {
        wrong = "Negative zero coercion (z)";
    } else if (s.alternate) {
        wrong = "Alternate form (#)";
    } else if (s.align == '=') {
        wrong = "'=' alignment";
    }
    if (wrong) {
        return raise_error(vm, EXC_ValueError, "%s not allowed in string format specifier", wrong);
    }
    return format_str_spec(vm, v, &s);
}
