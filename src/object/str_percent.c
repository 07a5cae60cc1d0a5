// str_percent.c: text % values, and bytes % values.
//
// One engine serves str and bytes and, for str, the leaf slot: it goes through the format and stops
// where guest code must run. Then the state is the position of the conversion under way, and how
// many arguments were used before it; on return the conversion is parsed again, and the result of
// the call takes the place of what was asked for. The leaf slot simply answers V_UNBOUND.
#include "base/utf8.h"
#include "object/bytes_inner.h"
#include "object/dict.h"
#include "object/float.h"
#include "object/memoryview.h"
#include "object/number_format.h"

typedef struct Percent {
    Vm *vm;
    Frame *f; // NULL: leaf
    bool is_bytes;
    ByteSpan fmt;
    uint32_t at;  // where the literal text or conversion begins
    Value args;   // a tuple to be used up, or one value
    int64_t used; // of the tuple; of one value: -1 unused, -2 used up
    bool is_tuple;
    bool mapping; // leftover arguments are no error
    Value given;  // what stands behind the % sign
    StrBuilder out;
} Percent;

typedef struct PercentSpec {
    FormatSpec spec;
    bool left, zero;
    int64_t width, precision; // -1: none
    uint32_t ch, ch_at, end;  // the conversion character, where it stands, what follows it
} PercentSpec;

// What a state of the frame waits for. Saved in snapshots.
enum { PERCENT_START, PERCENT_MAPPED, PERCENT_TEXT, PERCENT_NUMBER, PERCENT_NO_NUMBER };
enum { PCT_SELF, PCT_VALUE, PCT_BLOB, PCT_LEN, PCT_AT, PCT_USED, PCT_ARGS, PCT_VIEW };

// Asks for a call in the middle of a conversion; p->used is what it was before the conversion.
static Value percent_call(Percent *p, int state, Value callee, Value a, Value b) {
    if (!p->f) { return V_UNBOUND; }
    Frame *f = p->f;
    f->slot[PCT_BLOB] = p->out.blob;
    f->slot[PCT_LEN] = int_value(p->out.len);
    f->slot[PCT_AT] = int_value(p->at);
    f->slot[PCT_USED] = int_value(p->used);
    f->slot[PCT_ARGS] = p->args;
    return b == V_UNBOUND ? native_call1(p->vm, f, state, callee, a)
                          : native_call2(p->vm, f, state, callee, a, b);
}

// The next argument; V_RAISED: there is none.
static Value percent_next(Percent *p, int64_t *used) {
    if (p->is_tuple) {
        const Tuple *t = ref_ptr(p->vm, p->args);
        if (*used < t->h.n) { return t->items[(*used)++]; }
    } else if (*used == -1) {
        *used = -2;
        return p->args;
    }
    return raise_error(p->vm, EXC_TypeError, "not enough arguments for format string");
}

// ---- parsing -----------------------------------------------------------------------------------

// A number, or '*'. False: raised.
static bool percent_number(Percent *p, uint32_t *at, int64_t *used, bool width, int64_t *out) {
    Vm *vm = p->vm;
    if (*at < p->fmt.n && p->fmt.p[*at] == '*') {
        ++*at;
        Value v = percent_next(p, used);
        if (v == V_RAISED) { return false; }
        if (!isinstance_int(vm, v)) { return raise_false(vm, EXC_TypeError, "* wants int"); }
        if (!int_to_i64(vm, v, out) || (!width && (*out > INT32_MAX || *out < INT32_MIN))) {
            return raise_false(vm, EXC_OverflowError, "Python int too large to convert to C %s",
                               width ? "ssize_t" : "int");
        }
        return true;
    }
    int64_t n = 0, most = width ? INT64_MAX : INT32_MAX;
    for (; *at < p->fmt.n && p->fmt.p[*at] >= '0' && p->fmt.p[*at] <= '9'; ++*at) {
        int64_t digit = p->fmt.p[*at] - '0';
        if (n > (most - digit) / 10) {
            return raise_false(vm, EXC_ValueError, "%s too big",
                               width         ? "width"
                               : p->is_bytes ? "prec"
                                             : "precision");
        }
        n = n * 10 + digit;
    }
    *out = n;
    return true;
}

static void percent_flags(const Percent *p, uint32_t *at, PercentSpec *s) {
    for (; *at < p->fmt.n; ++*at) {
        switch (p->fmt.p[*at]) {
        case '-': s->left = true; break;
        case '+': s->spec.sign = '+'; break;
        case ' ': s->spec.sign = s->spec.sign ? s->spec.sign : ' '; break;
        case '#': s->spec.alternate = true; break;
        case '0': s->zero = true; break;
        default: return;
        }
    }
}

// From behind the '%' and a key to behind the conversion character.
static bool percent_parse(Percent *p, uint32_t at, int64_t *used, PercentSpec *s) {
    *s = (PercentSpec){.spec = FORMAT_SPEC_NUMBER, .width = -1, .precision = -1};
    percent_flags(p, &at, s);
    const ByteSpan *f = &p->fmt;
    if (at < f->n && (f->p[at] == '*' || (f->p[at] >= '0' && f->p[at] <= '9'))) {
        if (!percent_number(p, &at, used, true, &s->width)) { return false; }
        if (s->width < 0) { // from '*' only
            s->left = true;
            s->width = s->width == INT64_MIN ? INT64_MAX : -s->width;
        }
    }
    if (at < f->n && f->p[at] == '.') {
        at++;
        if (!percent_number(p, &at, used, false, &s->precision)) { return false; }
        s->precision = max_i64(s->precision, 0);
    }
    if (at < f->n && (f->p[at] == 'h' || f->p[at] == 'l' || f->p[at] == 'L')) { at++; }
    if (at >= f->n) { return raise_false(p->vm, EXC_ValueError, "incomplete format"); }
    uint32_t size = 1;
    s->ch_at = at;
    s->ch = p->is_bytes ? f->p[at] : utf8_decode(f->p + at, &size);
    s->end = at + size;
    return true;
}

// ---- output ------------------------------------------------------------------------------------

// Text in a field. Its width is in characters, or bytes.
static bool percent_put(Percent *p, const PercentSpec *s, const char *text, uint32_t n,
                        uint32_t chars) {
    uint64_t pad = s->width > (int64_t)chars ? (uint64_t)s->width - chars : 0;
    return (s->left || sb_put_fill(&p->out, ' ', pad)) && sb_put(&p->out, text, n) &&
           (!s->left || sb_put_fill(&p->out, ' ', pad));
}

static bool percent_put_str(Percent *p, const PercentSpec *s, Value text) {
    const Str *t = as_str(p->vm, text);
    uint32_t n = t->h.n, chars = t->len;
    if (s->precision >= 0 && s->precision < (int64_t)chars) {
        chars = (uint32_t)s->precision;
        n = str_byte_offset(p->vm, t, chars);
    }
    return percent_put(p, s, t->data, n, chars);
}

static bool percent_put_bytes(Percent *p, const PercentSpec *s, ByteSpan b) {
    uint32_t n = s->precision >= 0 && s->precision < (int64_t)b.n ? (uint32_t)s->precision : b.n;
    return percent_put(p, s, (const char *)b.p, n, n);
}

// Where numbers go in their field.
static void percent_align(PercentSpec *s) {
    s->spec.width = s->width;
    s->spec.align = s->left ? '<' : s->zero ? '=' : '>';
    s->spec.fill = s->zero && !s->left ? '0' : ' ';
}

// ---- conversions -------------------------------------------------------------------------------
// Each returns V_NONE when it is written, else what is to be returned.

static Value percent_done(bool ok) { return ok ? V_NONE : V_RAISED; }

static Value percent_text(Percent *p, const PercentSpec *s, Value v, Value result) {
    Vm *vm = p->vm;
    Value text = result;
    if (is_int(v) && s->width < 0 && s->precision < 0) {
        return percent_done(sb_put_int(&p->out, int_of(v)));
    }
    if (text == V_UNBOUND) {
        text = s->ch == 's' ? str_of_leaf(vm, v) : repr_of_leaf(vm, v);
        if (text == V_RAISED) { return text; }
    }
    if (text == V_UNBOUND) {
        return percent_call(p, PERCENT_TEXT,
                            internal(vm, s->ch == 's'   ? I_STR
                                         : s->ch == 'r' ? I_REPR
                                                        : I_ASCII),
                            v, V_UNBOUND);
    }
    if (!isinstance_str(vm, text)) { return raise_stop(vm, STOP_CORRUPT); }
    if (s->ch == 'a' && !str_is_ascii(as_str(vm, text))) {
        text = str_ascii_escapes(vm, text);
        TRY_VALUE(text);
    }
    return percent_done(percent_put_str(p, s, text));
}

// %s and %b of bytes.
static Value percent_bytes(Percent *p, const PercentSpec *s, Value v, Value result) {
    Vm *vm = p->vm;
    ByteSpan b;
    if (result != V_UNBOUND) {
        if (!isinstance_bytes(vm, result)) {
            return raise_error(vm, EXC_TypeError, "__bytes__ returned non-bytes (type %T)", result);
        }
        v = result;
    }
    bool guest = result == V_UNBOUND && buffer_is_guest(vm, v);
    if (guest) { return percent_call(p, PERCENT_TEXT, vm->types[T_BYTES], v, V_UNBOUND); }
    if (is_bytes_like(vm, v)) {
        TRY(bytes_like_or_raise(vm, v, &b));
        return percent_done(percent_put_bytes(p, s, b));
    }
    Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, N___bytes__));
    if (method != V_UNBOUND) { return percent_call(p, PERCENT_TEXT, method, v, V_UNBOUND); }
    return raise_error(vm, EXC_TypeError,
                       "%%b requires a bytes-like object, or an object that implements __bytes__, "
                       "not '%T'",
                       v);
}

static Value percent_no_number(Percent *p, const PercentSpec *s, Value v) {
    bool index = s->ch == 'x' || s->ch == 'X' || s->ch == 'o';
    return raise_error(p->vm, EXC_TypeError, "%%%c format: %s is required, not %T", s->ch,
                       index ? "an integer" : "a real number", v);
}

static bool percent_has(Percent *p, Value v, NameId name) {
    return type_lookup(p->vm, class_of(p->vm, v), vm_name(p->vm, name)) != V_UNBOUND;
}

static Value percent_int(Percent *p, PercentSpec *s, Value v, Value result) {
    Vm *vm = p->vm;
    bool index = s->ch == 'x' || s->ch == 'X' || s->ch == 'o';
    Value n = result != V_UNBOUND ? result : v;
    if (is_int(n) && !index && s->width < 0 && s->precision < 0 && !s->spec.sign) {
        return percent_done(sb_put_int(&p->out, int_of(n)));
    }
    if (!isinstance_int(vm, n)) {
        bool can = percent_has(p, v, N___index__);
        if (!index && is_double(v)) {
            n = float_to_int(vm, float_of(vm, v));
            TRY_VALUE(n);
        } else if (can ||
                   (!index && (percent_has(p, v, N___int__) || percent_has(p, v, N___float__)))) {
            if (p->f) { native_catch(p->f, PERCENT_NO_NUMBER); }
            Value convert = index ? internal(vm, I_INDEX) : vm->types[T_INT];
            return percent_call(p, PERCENT_NUMBER, convert, v, V_UNBOUND);
        } else {
            return percent_no_number(p, s, v);
        }
    }
    n = int_plain(vm, n);
    TRY_VALUE(n);
    percent_align(s);
    s->spec.type = s->ch == 'i' || s->ch == 'u' ? 'd' : s->ch;
    s->spec.min_digits = s->precision > 0 ? (uint32_t)s->precision : 0;
    s->spec.alternate = s->spec.alternate && s->spec.type != 'd';
    s->spec.out = &p->out;
    return format_int_spec(vm, n, &s->spec);
}

static Value percent_float(Percent *p, PercentSpec *s, Value v, Value result) {
    Vm *vm = p->vm;
    double d;
    Value n = result != V_UNBOUND ? result : v;
    // An int of a derived class is asked for its __float__, a float is not.
    bool asks = result == V_UNBOUND && is_tagged(vm, v, T_INT) && as_obj(vm, v)->ext;
    int ok = asks ? -1 : float_from_real(vm, n, &d);
    if (ok == 0) { return V_RAISED; }
    if (ok < 0) {
        if (percent_has(p, v, N___float__) || percent_has(p, v, N___index__)) {
            return percent_call(p, PERCENT_NUMBER, internal(vm, I_TO_FLOAT), v, V_UNBOUND);
        }
        return raise_error(
            vm, EXC_TypeError,
            p->is_bytes ? "float argument required, not %T" : "must be real number, not %T", v);
    }
    percent_align(s);
    s->spec.type = s->ch;
    s->spec.precision = s->precision < 0 ? 6 : s->precision;
    s->spec.out = &p->out;
    return format_float_spec(vm, double_value(d), d, &s->spec);
}

static Value percent_char_error(Percent *p, Value v, uint32_t len, bool sized) {
    Vm *vm = p->vm;
    if (p->is_bytes && sized) {
        return raise_error(vm, EXC_TypeError,
                           "%%c requires an integer in range(256) or a single byte, not a %s "
                           "object of length %u",
                           is_tagged(vm, v, T_BYTEARRAY) ? "bytearray" : "bytes", len);
    }
    if (sized) {
        return raise_error(vm, EXC_TypeError,
                           "%%c requires an int or a unicode character, not a string of length %u",
                           len);
    }
    return raise_error(vm, EXC_TypeError,
                       p->is_bytes
                           ? "%%c requires an integer in range(256) or a single byte, not %F"
                           : "%%c requires an int or a unicode character, not %F",
                       v);
}

static Value percent_char(Percent *p, const PercentSpec *s, Value v, Value result) {
    Vm *vm = p->vm;
    if (p->is_bytes && (is_tagged(vm, v, T_BYTES) || is_tagged(vm, v, T_BYTEARRAY))) {
        ByteSpan b = bytes_self(vm, v);
        if (b.n != 1) { return percent_char_error(p, v, b.n, true); }
        return percent_done(percent_put(p, s, (const char *)b.p, 1, 1));
    }
    if (!p->is_bytes && isinstance_str(vm, v)) {
        const Str *t = as_str(vm, v);
        if (t->len != 1) { return percent_char_error(p, v, t->len, true); }
        return percent_done(percent_put(p, s, t->data, t->h.n, 1));
    }
    Value n = result != V_UNBOUND ? result : v;
    if (!isinstance_int(vm, n)) {
        if (!percent_has(p, v, N___index__)) { return percent_char_error(p, v, 0, false); }
        if (p->f) { native_catch(p->f, PERCENT_NO_NUMBER); }
        return percent_call(p, PERCENT_NUMBER, internal(vm, I_INDEX), v, V_UNBOUND);
    }
    int64_t cp = int_clamp_i64(vm, n);
    if (cp < 0 || cp > (p->is_bytes ? 255 : (int64_t)UTF8_MAX_CP)) {
        return raise_error(vm, EXC_OverflowError, "%%c arg not in range(%s)",
                           p->is_bytes ? "256" : "0x110000");
    }
    char text[UTF8_MAX_SIZE] = {(char)cp};
    uint32_t size = p->is_bytes ? 1 : utf8_encode(text, (uint32_t)cp);
    return percent_done(percent_put(p, s, text, size, 1));
}

static Value percent_bad_char(Percent *p, const PercentSpec *s) {
    StrBuilder hex = str_builder(p->vm);
    uint32_t digits = 1;
    while (digits < 8 && s->ch >> (4 * digits)) { digits++; }
    TRY(sb_put_hex(&hex, s->ch, digits));
    Value text = sb_finish(&hex);
    TRY_VALUE(text);
    uint32_t index = p->is_bytes ? s->ch_at : (uint32_t)utf8_count(p->fmt.p, s->ch_at);
    uint32_t shown = s->ch > 31 && s->ch < 128 ? s->ch : '?';
    return raise_error(p->vm, EXC_ValueError,
                       "unsupported format character '%c' (0x%U) at index %u", shown, text, index);
}

static Value percent_convert(Percent *p, PercentSpec *s, Value v, int state, Value result) {
    if (state == PERCENT_NO_NUMBER) {
        if (!isinstance_exc(p->vm, result, EXC_TypeError)) { return raise_value(p->vm, result); }
        return s->ch == 'c' ? percent_char_error(p, v, 0, false) : percent_no_number(p, s, v);
    }
    switch (s->ch) {
    case 's':
    case 'b':
        if (p->is_bytes) { return percent_bytes(p, s, v, result); }
        return s->ch == 's' ? percent_text(p, s, v, result) : percent_bad_char(p, s);
    case 'r':
        if (p->is_bytes) { s->ch = 'a'; }
        return percent_text(p, s, v, result);
    case 'a': return percent_text(p, s, v, result);
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o': return percent_int(p, s, v, result);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return percent_float(p, s, v, result);
    case 'c': return percent_char(p, s, v, result);
    default: return percent_bad_char(p, s);
    }
}

// ---- the loop ----------------------------------------------------------------------------------

// The key in parentheses at `at`; *end is what follows it. The value becomes the only argument.
static Value percent_key(Percent *p, uint32_t at, uint32_t *end, int state, Value result) {
    Vm *vm = p->vm;
    if (!p->mapping) { return raise_error(vm, EXC_TypeError, "format requires a mapping"); }
    uint32_t depth = 1, i = at + 1;
    for (; i < p->fmt.n && depth > 0; i++) {
        depth += p->fmt.p[i] == '(';
        depth -= p->fmt.p[i] == ')';
    }
    if (depth > 0) { return raise_error(vm, EXC_ValueError, "incomplete format key"); }
    *end = i;
    if (state > PERCENT_MAPPED) { return V_NONE; } // p->args is the value already
    Value v = result;
    if (state == PERCENT_START) {
        const char *text = (const char *)p->fmt.p + at + 1;
        Value key = p->is_bytes ? bytes_new(vm, text, i - at - 2) : str_new(vm, text, i - at - 2);
        TRY_VALUE(key);
        Value map = p->given;
        v = is_exact(vm, map, T_DICT) ? dict_get_leaf(vm, as_dict(vm, map), key) : V_CALLING;
        if (v == V_UNBOUND) { return raise_with(vm, EXC_KeyError, key); }
        if (v == V_CALLING) {
            return percent_call(p, PERCENT_MAPPED, internal(vm, I_GETITEM), map, key);
        }
    }
    p->args = v;
    p->is_tuple = false;
    p->used = -1;
    return V_NONE;
}

// The usual conversion: %s or %d, and what it takes is a text or a small int. 1 done, 0 no, -1 raised.
static int percent_plain(Percent *p, uint32_t at) {
    uint8_t ch = at < p->fmt.n ? p->fmt.p[at] : 0;
    Value v = p->args;
    if (ch != 'd' && (ch != 's' || p->is_bytes)) { return 0; }
    if (p->is_tuple) {
        const Tuple *t = ref_ptr(p->vm, v);
        if (p->used >= t->h.n) { return 0; }
        v = t->items[p->used];
    } else if (p->used != -1) {
        return 0;
    }
    if (is_int(v)) {
        if (!sb_put_int(&p->out, int_of(v))) { return -1; }
    } else if (ch == 's' && is_str(p->vm, v)) {
        const Str *s = as_str(p->vm, v);
        if (!sb_put(&p->out, s->data, s->h.n)) { return -1; }
    } else {
        return 0;
    }
    p->used = p->is_tuple ? p->used + 1 : -2;
    p->at = at + 1;
    return 1;
}

// One conversion, at the '%'. V_NONE: done.
static Value percent_one(Percent *p, int state, Value result) {
    uint32_t at = p->at + 1;
    if (at < p->fmt.n && p->fmt.p[at] == '%') {
        p->at = at + 1;
        return percent_done(sb_put(&p->out, "%", 1));
    }
    if (at < p->fmt.n && p->fmt.p[at] == '(') {
        Value r = percent_key(p, at, &at, state, result);
        if (r != V_NONE) { return r; }
    }
    if (state == PERCENT_MAPPED) { result = V_UNBOUND; }
    int64_t used = p->used;
    PercentSpec s;
    TRY(percent_parse(p, at, &used, &s));
    Value v = percent_next(p, &used);
    TRY_VALUE(v);
    Value r = percent_convert(p, &s, v, state, result);
    if (r == V_NONE) {
        p->used = used;
        p->at = s.end;
    }
    return r;
}

static Value percent_run(Percent *p, int state, Value result) {
    for (;;) {
        if (state == PERCENT_START) {
            const uint8_t *start = p->fmt.p + p->at;
            const uint8_t *verb = memchr(start, '%', p->fmt.n - p->at);
            uint32_t n = verb ? (uint32_t)(verb - start) : p->fmt.n - p->at;
            TRY(sb_put(&p->out, (const char *)start, n));
            p->at += n;
            if (!verb) { break; }
            int plain = percent_plain(p, p->at + 1);
            if (plain > 0) { continue; }
            TRY(plain == 0);
        }
        Value r = percent_one(p, state, result);
        if (r != V_NONE) { return r; }
        state = PERCENT_START;
        result = V_UNBOUND;
    }
    bool left = p->is_tuple ? p->used < as_tuple(p->vm, p->args)->h.n : p->used == -1;
    if (left && !p->mapping) {
        return raise_error(p->vm, EXC_TypeError, "not all arguments converted during %s formatting",
                           p->is_bytes ? "bytes" : "string");
    }
    return V_NONE;
}

static bool percent_is_mapping(Vm *vm, Value v, bool is_bytes) {
    if (!is_ref(v) || is_tagged(vm, v, T_TUPLE)) { return false; }
    if (isinstance_str(vm, v)) { return false; }
    if (is_bytes && (is_tagged(vm, v, T_BYTES) || is_tagged(vm, v, T_BYTEARRAY))) { return false; }
    return type_lookup(vm, class_of(vm, v), vm_name(vm, N___getitem__)) != V_UNBOUND;
}

static Percent percent_make(Vm *vm, Frame *f, Value self, Value value, bool is_bytes) {
    bool is_tuple = is_tagged(vm, value, T_TUPLE);
    ByteSpan fmt = is_bytes ? bytes_self(vm, self) : str_span(as_str(vm, self));
    return (Percent){vm,
                     f,
                     is_bytes,
                     fmt,
                     0,
                     value,
                     is_tuple ? 0 : -1,
                     is_tuple,
                     percent_is_mapping(vm, value, is_bytes),
                     value,
                     str_builder(vm)};
}

// A format that asks for nothing is the result itself.
static Value percent_result(Percent *p, Value format) {
    bool same = is_exact(p->vm, format, T_STR) && !memchr(p->fmt.p, '%', p->fmt.n);
    return same ? format : sb_finish(&p->out);
}

Value str_percent_leaf(Vm *vm, Value a, Value b) {
    char few[SB_FEW];
    Percent p = percent_make(vm, NULL, a, b, false);
    p.out = str_builder_on(vm, few, sizeof few);
    if (!native_charge(vm, p.fmt.n / 32)) { return V_RAISED; }
    Value r = percent_run(&p, PERCENT_START, V_UNBOUND);
    return r == V_NONE ? percent_result(&p, a) : r;
}

// The engine as it stood when it asked for a call.
static bool percent_restore(Percent *p) {
    Frame *f = p->f;
    if (!sb_from_slots(p->vm, f, PCT_BLOB, &p->out)) { return false; }
    uint64_t at = index_of(f->slot[PCT_AT]);
    if (at >= p->fmt.n || !is_int(f->slot[PCT_USED])) {
        return raise_stop(p->vm, STOP_CORRUPT) != V_RAISED;
    }
    p->at = (uint32_t)at;
    p->used = int_of(f->slot[PCT_USED]);
    p->args = f->slot[PCT_ARGS];
    p->is_tuple = p->used >= 0;
    if (p->is_tuple && !is_tagged(p->vm, p->args, T_TUPLE)) {
        return raise_stop(p->vm, STOP_CORRUPT) != V_RAISED;
    }
    return true;
}

static Value percent_steps(Vm *vm, Frame *f, bool is_bytes, Percent *p) {
    int state = native_state(f);
    *p = percent_make(vm, f, f->slot[PCT_SELF], f->slot[PCT_VALUE], is_bytes);
    if (state == PERCENT_START) {
        TRY(native_charge(vm, p->fmt.n / 32));
        if (is_tagged(vm, f->slot[PCT_SELF], T_BYTEARRAY)) {
            // What is called meanwhile must not resize it.
            f->slot[PCT_VIEW] = memoryview_new(vm, f->slot[PCT_SELF]);
            TRY_VALUE(f->slot[PCT_VIEW]);
        }
        return percent_run(p, state, V_UNBOUND);
    }
    TRY(percent_restore(p));
    return percent_run(p, state, f->result);
}

Value str_percent_steps(Vm *vm, Frame *f) {
    Percent p;
    Value r = percent_steps(vm, f, false, &p);
    return r == V_NONE ? percent_result(&p, f->slot[PCT_SELF]) : r;
}

static Value percent_bytes_result(Percent *p, Value format) {
    if (is_tagged(p->vm, format, T_BYTES)) { return sb_finish_bytes(&p->out); }
    return bytearray_new(p->vm, p->out.len ? sb_text(&p->out) : "", p->out.len);
}

Value bytes_percent_leaf(Vm *vm, Value a, Value b) {
    char few[SB_FEW];
    Percent p = percent_make(vm, NULL, a, b, true);
    p.out = str_builder_on(vm, few, sizeof few);
    if (!native_charge(vm, p.fmt.n / 32)) { return V_RAISED; }
    Value r = percent_run(&p, PERCENT_START, V_UNBOUND);
    return r == V_NONE ? percent_bytes_result(&p, a) : r;
}

Value bytes_percent_steps(Vm *vm, Frame *f) {
    Percent p;
    Value r = percent_steps(vm, f, true, &p);
    return r == V_NONE ? percent_bytes_result(&p, f->slot[PCT_SELF]) : r;
}

// __rmod__: the argument is the format. What a class derived from its type makes of % is not asked.
static Value percent_reflected(Vm *vm, const Value *a, TypeTag tag) {
    if (!is_tagged(vm, a[1], tag)) { return V_NOTIMPL; }
    Value args[2] = {a[1], a[0]};
    return native_tailcall(vm, type_lookup(vm, vm->types[tag], vm_name(vm, N___mod__)), 2, args);
}

Value str_rmod(Vm *vm, Value *a) { return percent_reflected(vm, a, T_STR); }
Value bytes_rmod(Vm *vm, Value *a) { return percent_reflected(vm, a, T_BYTES); }
Value bytearray_rmod(Vm *vm, Value *a) { return percent_reflected(vm, a, T_BYTEARRAY); }
