// unicodedata.c: the module unicodedata, over base/unicode.h and base/unicode_names.h. The database
// of Unicode 3.2 (ucd_3_2_0) is not here.
#include "base/unicode.h"

#include "base/unicode_names.h"
#include "base/utf8.h"
#include "object/bytes.h"
#include "object/float.h"
#include "object/module.h"
#include "object/str.h"

// The one character of an argument. False: raised. `numbered`: of a function with a default.
static bool ucd_character(Vm *vm, Value v, const char *fn, bool numbered, uint32_t *cp) {
    const char *number = numbered ? " 1" : "";
    if (!isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError,
                           v == V_NONE ? "%s() argument%s must be a unicode character, not None"
                                       : "%s() argument%s must be a unicode character, not %T",
                           fn, number, v);
    }
    const Str *s = as_str(vm, v);
    if (s->len != 1) {
        return raise_false(vm, EXC_TypeError,
                           "%s(): argument%s must be a unicode character, not a string of length "
                           "%u",
                           fn, number, s->len);
    }
    uint32_t size;
    *cp = utf8_decode(s->data, &size);
    return true;
}

// What stands for a value that is not there.
static Value ucd_default(Vm *vm, Value v, const char *message) {
    return v == V_UNBOUND ? raise_error(vm, EXC_ValueError, message) : v;
}

// ---- names -------------------------------------------------------------------------------------

static Value ucd_name(Vm *vm, Value *a) {
    uint32_t cp;
    char text[UNICODE_NAME_SIZE];
    TRY(ucd_character(vm, a[0], "name", true, &cp));
    size_t n = unicode_name(cp, text);
    return n ? str_new(vm, text, n) : ucd_default(vm, a[1], "no such name");
}

enum { UCD_NAME_STEPS = 16, UCD_NAME_MOST = 256 };

static Value ucd_lookup(Vm *vm, Value *a) {
    const char *name;
    uint32_t n;
    if (isinstance_str(vm, a[0])) {
        name = as_str(vm, a[0])->data;
        n = as_str(vm, a[0])->h.n;
    } else {
        ByteSpan span;
        TRY(bytes_like_or_raise(vm, a[0], &span));
        name = (const char *)span.p;
        n = span.n;
    }
    TRY(native_charge(vm, UCD_NAME_STEPS));
    uint32_t points[UNICODE_NAME_POINTS], n_points = unicode_find_name(name, n, points);
    if (n_points == 0) {
        bool fits = n <= UCD_NAME_MOST && utf8_check_text(name, n, &(Utf8Fault){0});
        Value shown = fits ? str_new(vm, name, n) : V_NONE;
        TRY_VALUE(shown);
        Value text = n > UCD_NAME_MOST ? format_text(vm, "name too long")
                                       : format_text(vm, "undefined character name '%U'", shown);
        return text == V_RAISED ? text : raise_with(vm, EXC_KeyError, text);
    }
    StrBuilder b = str_builder(vm);
    for (uint32_t i = 0; i < n_points; i++) { TRY(sb_put_char(&b, points[i])); }
    return sb_finish(&b);
}

// ---- properties --------------------------------------------------------------------------------

static Value ucd_bidirectional(Vm *vm, Value *a) {
    uint32_t cp;
    TRY(ucd_character(vm, a[0], "bidirectional", false, &cp));
    return str_new_cstr(vm, unicode_layout(cp)->bidirectional);
}

static Value ucd_category(Vm *vm, Value *a) {
    uint32_t cp;
    TRY(ucd_character(vm, a[0], "category", false, &cp));
    return str_new_cstr(vm, unicode_category(cp));
}

static Value ucd_combining(Vm *vm, Value *a) {
    uint32_t cp;
    TRY(ucd_character(vm, a[0], "combining", false, &cp));
    return int_value(unicode_combining(cp));
}

static Value ucd_decimal(Vm *vm, Value *a) {
    uint32_t cp;
    TRY(ucd_character(vm, a[0], "decimal", true, &cp));
    int32_t n = unicode_decimal_value(cp);
    return n < 0 ? ucd_default(vm, a[1], "not a decimal") : int_value(n);
}

static Value ucd_decomposition(Vm *vm, Value *a) {
    uint32_t cp, parts[UNICODE_MAX_DECOMPOSE];
    TRY(ucd_character(vm, a[0], "decomposition", false, &cp));
    const char *tag;
    uint32_t n = unicode_decomposition(cp, &tag, parts);
    StrBuilder b = str_builder(vm);
    if (n) { TRY(sb_put_cstr(&b, tag)); }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t digits = 4;
        while (digits < 6 && parts[i] >> (4 * digits)) { digits++; }
        TRY(!b.len || sb_put(&b, " ", 1));
        while (digits-- > 0) {
            TRY(sb_put(&b, &"0123456789ABCDEF"[parts[i] >> (4 * digits) & 15], 1));
        }
    }
    return sb_finish(&b);
}

static Value ucd_digit(Vm *vm, Value *a) {
    uint32_t cp;
    TRY(ucd_character(vm, a[0], "digit", true, &cp));
    int32_t n = unicode_digit_value(cp);
    return n < 0 ? ucd_default(vm, a[1], "not a digit") : int_value(n);
}

static Value ucd_east_asian_width(Vm *vm, Value *a) {
    uint32_t cp;
    TRY(ucd_character(vm, a[0], "east_asian_width", false, &cp));
    return str_new_cstr(vm, unicode_layout(cp)->width);
}

static Value ucd_mirrored(Vm *vm, Value *a) {
    uint32_t cp;
    TRY(ucd_character(vm, a[0], "mirrored", false, &cp));
    return int_value(unicode_layout(cp)->is_mirrored);
}

static Value ucd_numeric(Vm *vm, Value *a) {
    uint32_t cp;
    int64_t num, den;
    TRY(ucd_character(vm, a[0], "numeric", true, &cp));
    if (!unicode_numeric_value(cp, &num, &den)) {
        return ucd_default(vm, a[1], "not a numeric character");
    }
    return double_value((double)num / (double)den);
}

// ---- normal forms ------------------------------------------------------------------------------

static bool ucd_form(Vm *vm, Value v, UnicodeForm *form) {
    static const char *const names[] = {"NFC", "NFD", "NFKC", "NFKD"};
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        if (str_equals_cstr(as_str(vm, v), names[i])) {
            *form = (UnicodeForm)i;
            return true;
        }
    }
    return raise_false(vm, EXC_ValueError, "invalid normalization form");
}

// The text in a normal form, or the str itself where that is plain to see.
static Value ucd_normal(Vm *vm, Value v, UnicodeForm form) {
    Value exact = str_exact(vm, v);
    TRY_VALUE(exact);
    const Str *s = as_str(vm, exact);
    TRY(native_charge(vm, s->h.n));
    if (unicode_is_stable_text(s->data, s->h.n, form)) { return exact; }
    size_t bound = unicode_normalize_bound(s->data, s->h.n, form);
    TRY(native_charge(vm, bound));
    Obj *room = bound < UINT32_MAX / 4 ? heap_new_raw(vm, T_BLOB, bound * 4) : NULL;
    TRY(room || bound < UINT32_MAX / 4 || raise_memory_error(vm) != V_RAISED);
    TRY(room);
    uint32_t *points = (uint32_t *)(void *)((Blob *)(void *)room)->data;
    size_t n = unicode_normalize(s->data, s->h.n, form, points);
    StrBuilder b = str_builder(vm);
    for (size_t i = 0; i < n; i++) { TRY(sb_put_char(&b, points[i])); }
    return sb_finish(&b);
}

static Value ucd_normalize(Vm *vm, Value *a) {
    UnicodeForm form;
    if (as_str(vm, a[1])->h.n == 0) { return a[1]; } // whatever the form
    TRY(ucd_form(vm, a[0], &form));
    return ucd_normal(vm, a[1], form);
}

static Value ucd_is_normalized(Vm *vm, Value *a) {
    UnicodeForm form;
    if (as_str(vm, a[1])->h.n == 0) { return V_TRUE; }
    TRY(ucd_form(vm, a[0], &form));
    Value normal = ucd_normal(vm, a[1], form);
    TRY_VALUE(normal);
    return bool_value(str_equal(as_str(vm, normal), as_str(vm, a[1])));
}

// ---- the module --------------------------------------------------------------------------------

static const NativeDef ucd_functions[] = {
    LEAF("bidirectional", "chr, /", ucd_bidirectional,
         "The bidirectional class of the character as a string; empty if there is none."),
    LEAF("category", "chr, /", ucd_category, "The general category of the character as a string."),
    LEAF("combining", "chr, /", ucd_combining,
         "The canonical combining class of the character as an integer; 0 if there is none."),
    LEAF("decimal", "chr, default=UNBOUND, /", ucd_decimal,
         "The decimal value of the character; without one the default, or ValueError."),
    LEAF("decomposition", "chr, /", ucd_decomposition,
         "The decomposition mapping of the character as a string; empty if there is none."),
    LEAF("digit", "chr, default=UNBOUND, /", ucd_digit,
         "The digit value of the character; without one the default, or ValueError."),
    LEAF("east_asian_width", "chr, /", ucd_east_asian_width,
         "The East Asian width of the character as a string."),
    LEAF("is_normalized", "form: str, unistr: str, /", ucd_is_normalized,
         "Whether the string is in the form 'NFC', 'NFKC', 'NFD' or 'NFKD'."),
    LEAF(
        "lookup", "name, /", ucd_lookup,
        "The character, or the sequence of characters, with this name; KeyError if there is none."),
    LEAF("mirrored", "chr, /", ucd_mirrored,
         "1 if the character is mirrored in text from right to left, else 0."),
    LEAF("name", "chr, default=UNBOUND, /", ucd_name,
         "The name of the character; without one the default, or ValueError."),
    LEAF("normalize", "form: str, unistr: str, /", ucd_normalize,
         "The string in the form 'NFC', 'NFKC', 'NFD' or 'NFKD'."),
    LEAF("numeric", "chr, default=UNBOUND, /", ucd_numeric,
         "The numeric value of the character as a float; without one the default, or ValueError."),
    NATIVE_END,
};

static bool ucd_init(Vm *vm, Value dict) {
    Value version = str_new_cstr(vm, UNICODE_VERSION);
    Value key = intern_bytes(vm, "unidata_version", 15);
    return version != V_RAISED && key != V_RAISED &&
           dict_set_str(vm, as_dict(vm, dict), key, version);
}

const ModuleDef unicodedata_module = {"unicodedata", "What Unicode says of characters.",
                                      ucd_functions, ucd_init};
