// str_methods.c: the remaining methods of str (padding, stripping, str(…) itself), and all the
// rows.
#include "base/utf8.h"
#include "object/bytes.h"
#include "object/codec.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/number_format.h"
#include "object/seq.h"
#include "object/memoryview.h"
#include "object/steps_fast.h"
#include "object/str_inner.h"

// ---- str(object), str(bytes, encoding, errors) -------------------------------------------------

static Value str_decoded(Vm *vm, Value object, Value encoding, Value errors) {
    if (object == V_UNBOUND) { return str_new(vm, "", 0); }
    ByteSpan s;
    if (isinstance_str(vm, object)) {
        return raise_error(vm, EXC_TypeError, "decoding str is not supported");
    }
    if (!is_bytes_like(vm, object)) {
        return raise_error(vm, EXC_TypeError, "decoding to str: need a bytes-like object, %T found",
                           object);
    }
    TRY(bytes_like_or_raise(vm, object, &s));
    return codec_decode(vm, s, encoding, errors);
}

static Value str_new_steps(Vm *vm, Frame *f) {
    enum { NEW_START, NEW_GOT_STR, NEW_GOT_BYTES };
    enum { NEW_CLS, NEW_OBJECT, NEW_ENCODING, NEW_ERRORS };
    Value cls = f->slot[NEW_CLS], object = f->slot[NEW_OBJECT], text;
    if (native_state(f) == NEW_GOT_STR) {
        text = f->result;
    } else {
        TRY(construct_check(vm, T_STR, cls));
        if (object == V_UNBOUND || f->slot[NEW_ENCODING] != V_UNBOUND ||
            f->slot[NEW_ERRORS] != V_UNBOUND) {
            if (native_state(f) == NEW_GOT_BYTES) {
                object = f->result;
            } else if (buffer_is_guest(vm, object)) {
                return native_call1(vm, f, NEW_GOT_BYTES, vm->types[T_BYTES], object);
            }
            text = str_decoded(vm, object, f->slot[NEW_ENCODING], f->slot[NEW_ERRORS]);
        } else {
            text = str_of_leaf(vm, object);
        }
        TRY_VALUE(text);
        if (text == V_UNBOUND) {
            return native_call1(vm, f, NEW_GOT_STR, internal(vm, I_STR), object);
        }
    }
    if (cls == vm->types[T_STR]) { return text; }
    const Str *from = value_obj(vm, text, T_STR);
    TRY(from);
    Str *s = construct(vm, T_STR, cls, from->h.n);
    TRY(s);
    memcpy(s->data, from->data, from->h.n);
    s->len = from->len;
    return ptr_value(vm, s);
}

static Value str_format_spec(Vm *vm, Value *a) {
    if (as_str(vm, a[1])->h.n > 0) { return format_str(vm, a[0], a[1]); }
    if (is_str(vm, a[0])) { return a[0]; }
    return native_tail_internal(vm, I_STR, 1, a); // a subclass may have its own __str__
}

static Value str_getnewargs(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    Value copy = str_new(vm, s->data, s->h.n);
    TRY_VALUE(copy);
    return tuple_from(vm, &copy, 1);
}

// What CPython's object would take.
static Value str_sizeof(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    if (str_is_ascii(s)) { return int_value(41 + (int64_t)s->len); }
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    uint8_t widest = 0;
    for (uint32_t i = 0; i < s->h.n; i++) {
        if ((uint8_t)s->data[i] > widest) { widest = (uint8_t)s->data[i]; }
    }
    int64_t unit = widest >= 0xF0 ? 4 : widest > 0xC3 ? 2 : 1;
    return int_value(56 + unit * ((int64_t)s->len + 1));
}

// ---- padding -----------------------------------------------------------------------------------

// `left` and `right` times the fill character around the text.
static Value str_pad(Vm *vm, Value v, uint64_t left, uint64_t right, uint32_t fill) {
    const Str *s = as_str(vm, v);
    if (left + right == 0) { return str_exact(vm, v); }
    const uint64_t most = (uint64_t)1 << 40; // more than any heap
    uint64_t width = utf8_size(fill);
    Str *r =
        left + right > most ? str_alloc(vm, most) : str_alloc(vm, s->h.n + (left + right) * width);
    TRY(r);
    char *out = r->data;
    for (int side = 0; side < 2; side++) {
        uint64_t n = side ? right : left;
        if (n) { utf8_encode(out, fill); }
        ops_repeat(out, width, n * width);
        out += n * width;
        if (side == 0) {
            memcpy(out, s->data, s->h.n);
            out += s->h.n;
        }
    }
    r->len = s->len + (uint32_t)(left + right);
    return ptr_value(vm, r);
}

static bool str_fill_char(Vm *vm, Value v, uint32_t *fill) {
    *fill = ' ';
    if (v == V_UNBOUND) { return true; }
    if (!isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError,
                           "The fill character must be a unicode character, not %T", v);
    }
    const Str *s = as_str(vm, v);
    uint32_t size;
    if (s->len != 1) {
        return raise_false(vm, EXC_TypeError,
                           "The fill character must be exactly one character long");
    }
    *fill = utf8_decode(s->data, &size);
    return true;
}

static uint64_t str_padding(Vm *vm, Value v, Value width) {
    int64_t pad, len = as_str(vm, v)->len;
    return sub_overflows(int_clamp_i64(vm, width), len, &pad) || pad < 0 ? 0 : (uint64_t)pad;
}

static Value str_center(Vm *vm, Value *a) {
    uint32_t fill;
    TRY(str_fill_char(vm, a[2], &fill));
    uint64_t pad = str_padding(vm, a[0], a[1]);
    // The odd character goes to the left when the width is odd too.
    uint64_t left = pad / 2 + (pad & (uint64_t)int_clamp_i64(vm, a[1]) & 1);
    return str_pad(vm, a[0], left, pad - left, fill);
}

static Value str_ljust(Vm *vm, Value *a) {
    uint32_t fill;
    TRY(str_fill_char(vm, a[2], &fill));
    return str_pad(vm, a[0], 0, str_padding(vm, a[0], a[1]), fill);
}

static Value str_rjust(Vm *vm, Value *a) {
    uint32_t fill;
    TRY(str_fill_char(vm, a[2], &fill));
    return str_pad(vm, a[0], str_padding(vm, a[0], a[1]), 0, fill);
}

static Value str_zfill(Vm *vm, Value *a) {
    uint64_t pad = str_padding(vm, a[0], a[1]);
    Value v = str_pad(vm, a[0], pad, 0, '0');
    TRY_VALUE(v);
    Str *s = as_str(vm, v);
    if (pad && s->h.n > pad && (s->data[pad] == '+' || s->data[pad] == '-')) {
        s->data[0] = s->data[pad];
        s->data[pad] = '0';
    }
    return v;
}

static Value str_expandtabs(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    int64_t tab = int_clamp_i64(vm, a[1]);
    if (tab > INT32_MAX || tab < INT32_MIN) {
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C int");
    }
    if (!native_charge(vm, s->h.n / 16)) { return V_RAISED; }
    if (is_str(vm, a[0]) && !memchr(s->data, '\t', s->h.n)) { return a[0]; }
    StrBuilder b = str_builder(vm);
    TRY(sb_reserve(&b, s->h.n));
    uint64_t column = 0;
    for (uint32_t at = 0, size; at < s->h.n; at += size) {
        char c = s->data[at];
        size = utf8_width((uint8_t)c);
        if (c == '\t') {
            uint64_t gap = tab > 0 ? (uint64_t)tab - column % (uint64_t)tab : 0;
            column += gap;
            TRY(sb_put_fill(&b, ' ', gap));
        } else {
            column = c == '\n' || c == '\r' ? 0 : column + 1;
            TRY(sb_put(&b, s->data + at, size));
        }
    }
    return sb_finish(&b);
}

// ---- strip -------------------------------------------------------------------------------------

// A set of characters: a bit for each of ASCII, the rest looked up in the text that gave them.
typedef struct CharSet {
    uint64_t ascii[2];
    const Str *chars;
} CharSet;

static CharSet charset_make(const Str *chars) {
    CharSet set = {{0, 0}, chars};
    for (uint32_t i = 0; i < chars->h.n; i++) {
        uint8_t c = (uint8_t)chars->data[i];
        if (c < 0x80) { set.ascii[c / 64] |= (uint64_t)1 << c % 64; }
    }
    return set;
}

static bool charset_has(const CharSet *set, const char *p, uint32_t size) {
    uint8_t c = (uint8_t)p[0];
    if (c < 0x80) { return set->ascii[c / 64] >> c % 64 & 1; }
    const char *at = set->chars->data, *end = at + set->chars->h.n;
    for (; (at = memchr(at, p[0], (size_t)(end - at))) != NULL; at++) {
        if ((size_t)(end - at) >= size && memcmp(at, p, size) == 0) { return true; }
    }
    return false;
}

static Value str_strip_chars(Vm *vm, Value v, const Str *chars, bool left, bool right) {
    const Str *s = as_str(vm, v);
    CharSet set = charset_make(chars);
    uint64_t cost = 1 + (str_is_ascii(chars) ? 0 : chars->h.n / 8), spent = chars->h.n;
    uint32_t from = 0, to = s->h.n;
    for (; left && from < to; spent += cost) {
        uint32_t size = utf8_width((uint8_t)s->data[from]);
        if (!charset_has(&set, s->data + from, size)) { break; }
        from += size;
    }
    for (; right && from < to; spent += cost) {
        uint32_t at = (uint32_t)utf8_prev(s->data, to);
        if (!charset_has(&set, s->data + at, to - at)) { break; }
        to = at;
    }
    if (spent >= 64 && !native_charge(vm, spent / 64)) { return V_RAISED; }
    return str_slice_bytes(vm, s, from, to);
}

static Value str_strip_sides(Vm *vm, Value *a, bool left, bool right) {
    const Str *s = as_str(vm, a[0]);
    if (a[1] != V_NONE) {
        if (!isinstance_str(vm, a[1])) {
            return raise_error(vm, EXC_TypeError, "%sstrip arg must be None or str",
                               left && right ? ""
                               : left        ? "l"
                                             : "r");
        }
        return str_strip_chars(vm, a[0], as_str(vm, a[1]), left, right);
    }
    uint32_t from = 0, to = s->h.n, size;
    // First what is ASCII, which is nearly always all.
    while (left && from < to && (str_ascii_kind[(uint8_t)s->data[from]] & CHAR_SPACE)) { from++; }
    for (; left && from < to && (size = str_space_at(s, from)) != 0;) { from += size; }
    while (right && from < to && (str_ascii_kind[(uint8_t)s->data[to - 1]] & CHAR_SPACE)) { to--; }
    for (; right && from < to && (size = str_space_before(s, to)) != 0;) { to -= size; }
    if (s->h.n - (to - from) >= 64 && !native_charge(vm, s->h.n / 64)) { return V_RAISED; }
    return str_slice_bytes(vm, s, from, to);
}

static Value str_strip(Vm *vm, Value *a) { return str_strip_sides(vm, a, true, true); }
static Value str_lstrip(Vm *vm, Value *a) { return str_strip_sides(vm, a, true, false); }
static Value str_rstrip(Vm *vm, Value *a) { return str_strip_sides(vm, a, false, true); }

static Value str_encode(Vm *vm, Value *a) { return codec_encode(vm, a[0], a[1], a[2]); }

// ---- rows --------------------------------------------------------------------------------------

const NativeDef str_methods[] = {
    TAIL("__format__", "self, format_spec: str, /", str_format_spec, "The text by a format."),
    STEPS_FAST("__getitem__", "self, key, /", slot_getitem_first, seq_getitem_steps, 3,
               "The item: self[key]."),
    LEAF("__getnewargs__", "self, /", str_getnewargs, ""),
    STEPS("__mod__", "self, value, /", str_percent_steps, PERCENT_SCRATCH, NULL,
          "What self % value gives."),
    STEPS("__mul__", "self, value, /", seq_repeat_steps, 0, NULL, "What self * value gives."),
    STEPS_CLASS("__new__", "cls, object=UNBOUND, encoding: str=UNBOUND, errors: str=UNBOUND",
                str_new_steps, 0, NULL, "Make a str."),
    TAIL("__rmod__", "self, value, /", str_rmod, ""),
    STEPS("__rmul__", "self, value, /", seq_repeat_steps, 0, NULL, "What value * self gives."),
    LEAF("__sizeof__", "self, /", str_sizeof, "Size in memory, in bytes."),
    LEAF("capitalize", "self, /", str_capitalize,
         "A copy whose first character is upper case and the rest lower case."),
    LEAF("casefold", "self, /", str_casefold, "A copy for comparisons without regard to case."),
    LEAF("center", "self, width: int, fillchar=UNBOUND, /", str_center,
         "The string in the middle of a field of that width, filled with fillchar."),
    LEAF("count", "self, sub: str, start: bound=None, end: bound=None, /", str_count,
         "Number of occurrences of sub in S[start:end] that do not overlap."),
    LEAF("encode", "self, /, encoding: str='utf-8', errors: str='strict'", str_encode,
         "The string as bytes."),
    LEAF("endswith", "self, suffix, start: bound=None, end: bound=None, /", str_endswith,
         "True if S[start:end] ends with the suffix, or with one of a tuple of them."),
    LEAF("expandtabs", "self, /, tabsize: index=8", str_expandtabs,
         "A copy in which tabs are blanks up to the next multiple of tabsize."),
    LEAF("find", "self, sub: str, start: bound=None, end: bound=None, /", str_find,
         "Lowest index in S[start:end] where sub begins, or -1."),
    STEPS_FAST_FLAT("format", "self, /, *args, **kwargs", str_format_first, str_format_steps,
                    FORMAT_SCRATCH, str_format_flat,
                    "A copy in which the fields in braces are replaced by arguments."),
    STEPS_FAST("format_map", "self, mapping, /", str_format_map_first, str_format_map_steps,
               FORMAT_SCRATCH,
               "A copy in which the fields in braces are replaced by values of a mapping."),
    LEAF("index", "self, sub: str, start: bound=None, end: bound=None, /", str_index,
         "Lowest index in S[start:end] where sub begins; ValueError when there is none."),
    LEAF("isalnum", "self, /", str_isalnum, "True if there are only letters and numbers."),
    LEAF("isalpha", "self, /", str_isalpha, "True if there are only letters."),
    LEAF("isascii", "self, /", str_isascii, "True if all characters are ASCII."),
    LEAF("isdecimal", "self, /", str_isdecimal, "True if there are only decimal digits."),
    LEAF("isdigit", "self, /", str_isdigit, "True if there are only digits."),
    LEAF("isidentifier", "self, /", str_isidentifier, "True if it is a valid identifier."),
    LEAF("islower", "self, /", str_islower, "True if the cased characters are lower case."),
    LEAF("isnumeric", "self, /", str_isnumeric, "True if there are only numeric characters."),
    LEAF("isprintable", "self, /", str_isprintable, "True if all characters are printable."),
    LEAF("isspace", "self, /", str_isspace, "True if there is only white space."),
    LEAF("istitle", "self, /", str_istitle, "True if each word begins with a capital."),
    LEAF("isupper", "self, /", str_isupper, "True if the cased characters are upper case."),
    LEAF("join", "self, iterable: joined, /", str_join,
         "The strings of the iterable with this one between them."),
    LEAF("ljust", "self, width: int, fillchar=UNBOUND, /", str_ljust,
         "The string at the left of a field of that width, filled with fillchar."),
    LEAF("lower", "self, /", str_lower, "A copy in lower case."),
    LEAF("lstrip", "self, chars=None, /", str_lstrip,
         "A copy without white space, or the characters given, at the front."),
    LEAF_STATIC("maketrans", "x, y: str=UNBOUND, z: str=UNBOUND, /", str_maketrans,
                "A table for translate(): from a dict, or from characters to characters."),
    LEAF("partition", "self, sep, /", str_partition,
         "The part before the first sep, sep, and the part behind it."),
    LEAF("removeprefix", "self, prefix: str, /", str_removeprefix,
         "The string without the prefix, if it has it."),
    LEAF("removesuffix", "self, suffix: str, /", str_removesuffix,
         "The string without the suffix, if it has it."),
    LEAF(
        "replace", "self, old: str, new: str, /, count: int=-1", str_replace,
        "A copy with occurrences of old replaced by new: the first count, or all when that is -1."),
    LEAF("rfind", "self, sub: str, start: bound=None, end: bound=None, /", str_rfind,
         "Highest index in S[start:end] where sub begins, or -1."),
    LEAF("rindex", "self, sub: str, start: bound=None, end: bound=None, /", str_rindex,
         "Highest index in S[start:end] where sub begins; ValueError when there is none."),
    LEAF("rjust", "self, width: int, fillchar=UNBOUND, /", str_rjust,
         "The string at the right of a field of that width, filled with fillchar."),
    LEAF("rpartition", "self, sep, /", str_rpartition,
         "The part before the last sep, sep, and the part behind it."),
    LEAF("rsplit", "self, /, sep=None, maxsplit: int=-1", str_rsplit,
         "The words between sep (or white space), at most maxsplit cuts, from the end."),
    LEAF("rstrip", "self, chars=None, /", str_rstrip,
         "A copy without white space, or the characters given, at the end."),
    LEAF("split", "self, /, sep=None, maxsplit: int=-1", str_split,
         "The words between sep (or white space), at most maxsplit cuts."),
    LEAF("splitlines", "self, /, keepends: bool=False", str_splitlines,
         "The lines, without their ends unless keepends."),
    LEAF("startswith", "self, prefix, start: bound=None, end: bound=None, /", str_startswith,
         "True if S[start:end] starts with the prefix, or with one of a tuple of them."),
    LEAF("strip", "self, chars=None, /", str_strip,
         "A copy without white space, or the characters given, at both ends."),
    LEAF("swapcase", "self, /", str_swapcase, "A copy with upper and lower case exchanged."),
    LEAF("title", "self, /", str_title, "A copy in which each word begins with a capital."),
    STEPS("translate", "self, table, /", str_translate_steps, TRANSLATE_SCRATCH, NULL,
          "A copy in which each character is replaced by what table[ord(c)] says."),
    LEAF("upper", "self, /", str_upper, "A copy in upper case."),
    LEAF("zfill", "self, width: int, /", str_zfill,
         "The string with zeros at its left, behind a sign, up to that width."),
    NATIVE_END,
};
