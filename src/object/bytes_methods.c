// bytes_methods.c: methods of bytes and bytearray that pad, strip, translate and change the form.
#include "base/utf8.h"
#include "object/bytes_inner.h"
#include "object/memoryview.h"
#include "object/key.h"
#include "object/codec.h"

// ---- padding -----------------------------------------------------------------------------------

static Value bytes_pad(Vm *vm, Value v, uint64_t left, uint64_t right, uint8_t fill) {
    ByteSpan s = bytes_self(vm, v);
    if (left + right == 0) { return bytes_result_same(vm, v); }
    Value r;
    uint8_t *out = bytes_result(vm, v, left + s.n + right, &r);
    TRY(out);
    memset(out, fill, (size_t)left);
    memcpy(out + left, s.p, s.n);
    memset(out + left + s.n, fill, (size_t)right);
    return r;
}

static bool bytes_fill_char(Vm *vm, Value v, const char *method, uint8_t *fill) {
    *fill = ' ';
    if (v == V_UNBOUND) { return true; }
    bool is_array = is_tagged(vm, v, T_BYTEARRAY);
    if (!is_tagged(vm, v, T_BYTES) && !is_array) {
        return raise_false(vm, EXC_TypeError,
                           "%s() argument 2 must be a byte string of length 1, not %T", method, v);
    }
    ByteSpan s = bytes_self(vm, v);
    if (s.n != 1) {
        return raise_false(vm, EXC_TypeError,
                           "%s(): argument 2 must be a byte string of length 1, not a %s object of "
                           "length %u",
                           method, is_array ? "bytearray" : "bytes", s.n);
    }
    *fill = s.p[0];
    return true;
}

static uint64_t bytes_padding(Vm *vm, Value v, Value width) {
    int64_t pad, n = as_obj(vm, v)->n;
    return sub_overflows(int_clamp_i64(vm, width), n, &pad) || pad < 0 ? 0 : (uint64_t)pad;
}

Value bytes_center(Vm *vm, Value *a) {
    uint8_t fill;
    TRY(bytes_fill_char(vm, a[2], "center", &fill));
    uint64_t pad = bytes_padding(vm, a[0], a[1]);
    // The odd byte goes to the left when the width is odd too.
    uint64_t left = pad / 2 + (pad & (uint64_t)int_clamp_i64(vm, a[1]) & 1);
    return bytes_pad(vm, a[0], left, pad - left, fill);
}

Value bytes_ljust(Vm *vm, Value *a) {
    uint8_t fill;
    TRY(bytes_fill_char(vm, a[2], "ljust", &fill));
    return bytes_pad(vm, a[0], 0, bytes_padding(vm, a[0], a[1]), fill);
}

Value bytes_rjust(Vm *vm, Value *a) {
    uint8_t fill;
    TRY(bytes_fill_char(vm, a[2], "rjust", &fill));
    return bytes_pad(vm, a[0], bytes_padding(vm, a[0], a[1]), 0, fill);
}

Value bytes_zfill(Vm *vm, Value *a) {
    uint64_t pad = bytes_padding(vm, a[0], a[1]);
    ByteSpan s = bytes_self(vm, a[0]);
    bool sign = pad && s.n && (s.p[0] == '+' || s.p[0] == '-');
    Value r = bytes_pad(vm, a[0], pad, 0, '0');
    TRY_VALUE(r);
    if (sign) {
        uint8_t *out = (uint8_t *)bytes_self(vm, r).p;
        out[0] = out[pad];
        out[pad] = '0';
    }
    return r;
}

Value bytes_expandtabs(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]);
    int64_t tab = int_clamp_i64(vm, a[1]);
    if (tab > INT32_MAX || tab < INT32_MIN) {
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C int");
    }
    if (!native_charge(vm, s.n / 16)) { return V_RAISED; }
    StrBuilder b = str_builder(vm);
    TRY(sb_reserve(&b, s.n));
    uint64_t column = 0;
    for (uint32_t i = 0; i < s.n; i++) {
        uint8_t c = s.p[i];
        if (c == '\t') {
            uint64_t gap = tab > 0 ? (uint64_t)tab - column % (uint64_t)tab : 0;
            column += gap;
            TRY(sb_put_fill(&b, ' ', gap));
        } else {
            column = c == '\n' || c == '\r' ? 0 : column + 1;
            TRY(sb_put(&b, (const char *)&c, 1));
        }
    }
    return bytes_result_of(vm, a[0], b.len ? (const uint8_t *)sb_text(&b) : s.p, b.len);
}

// ---- strip, translate --------------------------------------------------------------------------

static Value bytes_strip_sides(Vm *vm, Value *a, bool left, bool right) {
    static const uint8_t spaces[] = {' ', '\t', '\n', '\r', '\v', '\f'};
    ByteSpan s = bytes_self(vm, a[0]), set = {spaces, sizeof spaces};
    if (a[1] != V_NONE) { TRY(bytes_like_or_raise(vm, a[1], &set)); }
    uint64_t has[4] = {0};
    for (uint32_t i = 0; i < set.n; i++) { has[set.p[i] / 64] |= (uint64_t)1 << set.p[i] % 64; }
    uint32_t from = 0, to = s.n;
    if (!native_charge(vm, (s.n + set.n) / 256)) { return V_RAISED; }
    while (left && from < to && (has[s.p[from] / 64] >> s.p[from] % 64 & 1)) { from++; }
    while (right && from < to && (has[s.p[to - 1] / 64] >> s.p[to - 1] % 64 & 1)) { to--; }
    if (to - from == s.n) { return bytes_result_same(vm, a[0]); }
    return bytes_result_of(vm, a[0], s.p + from, to - from);
}

Value bytes_strip(Vm *vm, Value *a) { return bytes_strip_sides(vm, a, true, true); }
Value bytes_lstrip(Vm *vm, Value *a) { return bytes_strip_sides(vm, a, true, false); }
Value bytes_rstrip(Vm *vm, Value *a) { return bytes_strip_sides(vm, a, false, true); }

Value bytes_translate(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]), table = {NULL, 0}, delete = {NULL, 0};
    if (a[1] != V_NONE) {
        TRY(bytes_like_or_raise(vm, a[1], &table));
        if (table.n != 256) {
            return raise_error(vm, EXC_ValueError, "translation table must be 256 characters long");
        }
    }
    if (a[2] != V_UNBOUND) { TRY(bytes_like_or_raise(vm, a[2], &delete)); }
    if (!native_charge(vm, (s.n + delete.n) / 16)) { return V_RAISED; }
    bool gone[256] = {false};
    for (uint32_t i = 0; i < delete.n; i++) { gone[delete.p[i]] = true; }
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.n; i++) { n += !gone[s.p[i]]; }
    Value r;
    uint8_t *out = bytes_result(vm, a[0], n, &r);
    TRY(out);
    for (uint32_t i = 0; i < s.n; i++) {
        if (!gone[s.p[i]]) { *out++ = table.p ? table.p[s.p[i]] : s.p[i]; }
    }
    return r;
}

Value bytes_maketrans(Vm *vm, Value *a) {
    ByteSpan from, to;
    TRY(bytes_like_or_raise(vm, a[0], &from) && bytes_like_or_raise(vm, a[1], &to));
    if (from.n != to.n) {
        return raise_error(vm, EXC_ValueError, "maketrans arguments must have same length");
    }
    if (!native_charge(vm, from.n / 16)) { return V_RAISED; }
    Bytes *r = bytes_alloc(vm, 256);
    TRY(r);
    for (uint32_t i = 0; i < 256; i++) { r->data[i] = (uint8_t)i; }
    for (uint32_t i = 0; i < from.n; i++) { r->data[from.p[i]] = to.p[i]; }
    return ptr_value(vm, r);
}

// ---- text and hexadecimal ----------------------------------------------------------------------

Value bytes_decode(Vm *vm, Value *a) { return codec_decode(vm, bytes_self(vm, a[0]), a[1], a[2]); }

// The separator of hex(): one ASCII character. False: raised.
static bool bytes_hex_sep(Vm *vm, Value v, char *sep) {
    const TypeDef *t = is_ref(v) ? type_def(as_obj(vm, v)->type) : NULL;
    if (!t || !t->len) {
        return raise_false(vm, EXC_TypeError, "object of type '%T' has no len()", v);
    }
    Value len = t->len(vm, v);
    if (len == V_RAISED) { return false; }
    if (len != int_value(1)) { return raise_false(vm, EXC_ValueError, "sep must be length 1."); }
    bool text = isinstance_str(vm, v);
    if (!text && !isinstance_bytes(vm, v)) {
        return raise_false(vm, EXC_TypeError, "sep must be str or bytes.");
    }
    uint8_t c = text ? (uint8_t)as_str(vm, v)->data[0] : as_bytes(vm, v)->data[0];
    if (c >= 0x80) { return raise_false(vm, EXC_ValueError, "sep must be ASCII."); }
    *sep = (char)c;
    return true;
}

// bytes.hex of any bytes; sep is V_UNBOUND or a value, group counts from the right (< 0: left).
Value bytes_hex_text(Vm *vm, ByteSpan s, Value sep_value, int64_t group) {
    static const char digits[] = "0123456789abcdef";
    char sep = 0;
    if (sep_value != V_UNBOUND && !bytes_hex_sep(vm, sep_value, &sep)) { return V_RAISED; }
    uint64_t size = group < 0 ? 0 - (uint64_t)group : (uint64_t)group;
    if (sep_value == V_UNBOUND || size == 0 || size >= s.n) { size = s.n; }
    if (s.n == 0) { return str_new(vm, "", 0); }
    Str *r = str_alloc(vm, (uint64_t)s.n * 2 + (s.n - 1) / size);
    TRY(r);
    char *out = r->data;
    // Bytes until the next separator: from the right, the first group is the odd one.
    uint64_t left = group < 0 || s.n % size == 0 ? size : s.n % size;
    for (uint32_t i = 0; i < s.n; i++) {
        if (left == 0) {
            *out++ = sep;
            left = size;
        }
        left--;
        *out++ = digits[s.p[i] >> 4];
        *out++ = digits[s.p[i] & 15];
    }
    return str_finish(vm, r);
}

static Value bytes_hex_of(Vm *vm, const Value *a) {
    ByteSpan s;
    if (is_tagged(vm, a[0], T_MEMORYVIEW)) {
        TRY(bytes_like_or_raise(vm, a[0], &s));
    } else {
        s = bytes_self(vm, a[0]);
    }
    return bytes_hex_text(vm, s, a[1], int_clamp_i64(vm, a[2]));
}

// A separator with a __len__ of its own is asked for its length.
Value bytes_hex(Vm *vm, Value *a) {
    if (a[1] != V_UNBOUND && is_ref(a[1]) && !keeps_builtin(vm, a[1], N___len__)) {
        return V_UNBOUND;
    }
    return bytes_hex_of(vm, a);
}

enum { HEX_SELF, HEX_SEP, HEX_GROUP, HEX_HOLD };

Value bytes_hex_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 0) {
        f->slot[HEX_HOLD] = buffer_hold(vm, f->slot[HEX_SELF]);
        TRY_VALUE(f->slot[HEX_HOLD]);
        return native_call1(vm, f, 1, internal(vm, I_LEN), f->slot[HEX_SEP]);
    }
    bytes_hex_unwind(vm, f);
    if (f->result != int_value(1)) {
        return raise_error(vm, EXC_ValueError, "sep must be length 1.");
    }
    return bytes_hex_of(vm, f->slot);
}

void bytes_hex_unwind(Vm *vm, Frame *f) {
    buffer_let_go(vm, f->slot[HEX_SELF], f->slot[HEX_HOLD]);
    f->slot[HEX_HOLD] = V_NONE;
}

static int bytes_hex_digit(uint8_t c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool bytes_fromhex_parse(Vm *vm, ByteSpan s, uint8_t *out, uint32_t *n) {
    *n = 0;
    for (uint32_t at = 0; at < s.n;) {
        if (s.p[at] == ' ' || (s.p[at] >= 9 && s.p[at] <= 13)) {
            at++;
            continue;
        }
        int high = bytes_hex_digit(s.p[at]);
        if (high >= 0 && at + 1 == s.n) {
            return raise_false(vm, EXC_ValueError,
                               "fromhex() arg must contain an even number of "
                               "hexadecimal digits");
        }
        int low = high < 0 ? -1 : bytes_hex_digit(s.p[at + 1]);
        if (low < 0) {
            return raise_false(vm, EXC_ValueError,
                               "non-hexadecimal number found in fromhex() arg at position %u",
                               high < 0 ? at : at + 1);
        }
        out[(*n)++] = (uint8_t)(high << 4 | low);
        at += 2;
    }
    return true;
}

// TAIL class method: a subclass is called with the bytes.
Value bytes_fromhex(Vm *vm, Value *a) {
    ByteSpan s;
    if (isinstance_str(vm, a[1])) {
        const Str *str = as_str(vm, a[1]);
        s = (ByteSpan){(const uint8_t *)str->data, str->h.n};
        if (!str_is_ascii(str)) {
            return raise_error(vm, EXC_ValueError,
                               "non-hexadecimal number found in fromhex() arg at position %u",
                               (uint32_t)utf8_ascii_prefix(s.p, s.n));
        }
    } else if (is_bytes_like(vm, a[1])) {
        TRY(bytes_like_or_raise(vm, a[1], &s));
    } else {
        return raise_error(vm, EXC_TypeError,
                           "fromhex() argument must be str or bytes-like, not %T", a[1]);
    }
    if (!native_charge(vm, s.n / 16)) { return V_RAISED; }
    StrBuilder b = str_builder(vm);
    TRY(sb_reserve(&b, s.n / 2));
    TRY(bytes_fromhex_parse(vm, s, (uint8_t *)sb_text(&b), &b.len));
    if (a[0] == vm->types[T_BYTEARRAY]) { return bytearray_new(vm, sb_text(&b), b.len); }
    Value r = sb_finish_bytes(&b);
    if (r == V_RAISED || a[0] == vm->types[T_BYTES]) { return r; }
    return native_tailcall(vm, a[0], 1, &r);
}
