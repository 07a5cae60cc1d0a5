// exc_unicode.c: UnicodeDecodeError(encoding, object, start, end, reason), UnicodeEncodeError with
// the same, UnicodeTranslateError without the encoding: their arguments, attributes and texts. The
// attributes may be set to anything of their type, so the text trusts none of them.
#include "object/exc_classes.h"

#include "object/bytes.h"
#include "object/int.h"
#include "object/type.h"

typedef enum UnicodeKind {
    UNICODE_PLAIN,
    UNICODE_DECODE,
    UNICODE_ENCODE,
    UNICODE_TRANSLATE
} UnicodeKind;

static UnicodeKind unicode_kind(Vm *vm, Value cls) {
    if (is_subclass_of(vm, cls, exc_class(vm, EXC_UnicodeDecodeError))) { return UNICODE_DECODE; }
    if (is_subclass_of(vm, cls, exc_class(vm, EXC_UnicodeEncodeError))) { return UNICODE_ENCODE; }
    if (is_subclass_of(vm, cls, exc_class(vm, EXC_UnicodeTranslateError))) {
        return UNICODE_TRANSLATE;
    }
    return UNICODE_PLAIN;
}

// Argument `i` (from 1) is not a str: TypeError.
static bool unicode_want_str(Vm *vm, Value v, uint32_t i) {
    return isinstance_str(vm, v) ||
           raise_false(vm, EXC_TypeError, "argument %u must be str, not %s", i,
                       argument_class_name(vm, v));
}

static bool unicode_want_int(Vm *vm, Value v) {
    return is_int(v) || is_bool(v) ||
           raise_false(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
}

static bool unicode_check(Vm *vm, const Value *v, UnicodeKind kind) {
    uint32_t shift = kind == UNICODE_TRANSLATE ? 1 : 0;
    if (!shift && !unicode_want_str(vm, v[UNICODE_ENCODING], 1)) { return false; }
    Value object = v[UNICODE_OBJECT];
    if (kind != UNICODE_DECODE) {
        if (!unicode_want_str(vm, object, 2 - shift)) { return false; }
    }
    if (!unicode_want_int(vm, v[UNICODE_START]) || !unicode_want_int(vm, v[UNICODE_END]) ||
        !unicode_want_str(vm, v[UNICODE_REASON], 5 - shift)) {
        return false;
    }
    return kind != UNICODE_DECODE || is_bytes_like(vm, object) ||
           raise_false(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", object);
}

bool exc_unicode_init(Vm *vm, Value exc, Value cls, bool strict) {
    UnicodeKind kind = unicode_kind(vm, cls);
    if (kind == UNICODE_PLAIN) { return true; }
    const Tuple *args = as_tuple(vm, ((Exception *)ref_ptr(vm, exc))->args);
    uint32_t skip = kind == UNICODE_TRANSLATE ? 1 : 0, n = 5 - skip;
    if (args->h.n != n) {
        return !strict ||
               raise_false(vm, EXC_TypeError, "function takes exactly %u arguments (%u given)", n,
                           args->h.n);
    }
    Value v[5] = {V_UNBOUND};
    for (uint32_t i = 0; i < n; i++) { v[i + skip] = args->items[i]; }
    if (!unicode_check(vm, v, kind)) {
        if (!strict) { exc_clear(vm); }
        return !strict;
    }
    if (kind == UNICODE_DECODE && !is_tagged(vm, v[UNICODE_OBJECT], T_BYTES)) {
        ByteSpan view;
        if (!bytes_like_or_raise(vm, v[UNICODE_OBJECT], &view)) { return false; }
        v[UNICODE_OBJECT] = bytes_new(vm, view.p, view.n);
        if (v[UNICODE_OBJECT] == V_RAISED) { return false; }
    }
    v[UNICODE_START] = int_plain(vm, v[UNICODE_START]);
    v[UNICODE_END] = int_plain(vm, v[UNICODE_END]);
    for (uint32_t i = 0; i < 5; i++) {
        if (!exc_set_field(vm, exc, i, v[i])) { return false; }
    }
    return true;
}

static int64_t unicode_place(Vm *vm, Value exc, uint32_t field) {
    Value v = exc_field(vm, exc, field);
    return isinstance_int(vm, v) ? int_clamp_i64(vm, v) : 0;
}

// The one character or byte that is to blame, as it is shown.
static Value unicode_culprit(Vm *vm, Value object, int64_t at) {
    StrBuilder b = str_builder(vm);
    if (is_tagged(vm, object, T_BYTES)) {
        TRY(sb_put_cstr(&b, "byte 0x") && sb_put_hex(&b, as_bytes(vm, object)->data[at], 2));
        return sb_finish(&b);
    }
    const Str *s = as_str(vm, object);
    uint32_t size, cp = utf8_decode(s->data + str_byte_offset(vm, s, (uint32_t)at), &size);
    uint32_t digits = cp < 0x100 ? 2 : cp < 0x10000 ? 4 : 8;
    TRY(sb_put_cstr(&b, digits == 2   ? "character '\\x"
                        : digits == 4 ? "character '\\u"
                                      : "character '\\U") &&
        sb_put_hex(&b, cp, digits) && sb_put_cstr(&b, "'"));
    return sb_finish(&b);
}

Value exc_unicode_str(Vm *vm, Value exc, Value cls) {
    UnicodeKind kind = unicode_kind(vm, cls);
    if (kind == UNICODE_PLAIN) { return V_NONE; }
    Value object = exc_field(vm, exc, UNICODE_OBJECT), name = exc_field(vm, exc, UNICODE_ENCODING);
    Value reason = exc_field(vm, exc, UNICODE_REASON);
    bool bytes = kind == UNICODE_DECODE;
    if (object == V_UNBOUND) { return str_new(vm, "", 0); }
    if (bytes ? !is_tagged(vm, object, T_BYTES) : !isinstance_str(vm, object)) {
        return raise_error(vm, EXC_TypeError, "UnicodeError 'object' attribute must be a %s",
                           bytes ? "bytes" : "string");
    }
    int64_t len = bytes ? as_bytes(vm, object)->h.n : as_str(vm, object)->len;
    int64_t start = unicode_place(vm, exc, UNICODE_START);
    int64_t end = unicode_place(vm, exc, UNICODE_END);
    Value lead = str_new(vm, "", 0);
    if (kind != UNICODE_TRANSLATE) {
        lead = format_text(vm, "'%U' codec ", name == V_UNBOUND ? V_NONE : name);
    }
    TRY_VALUE(lead);
    const char *verb = kind == UNICODE_DECODE   ? "can't decode"
                       : kind == UNICODE_ENCODE ? "can't encode"
                                                : "can't translate";
    if (reason == V_UNBOUND) { reason = V_NONE; }
    if (start >= 0 && start < len && end == start + 1) {
        Value culprit = unicode_culprit(vm, object, start);
        TRY_VALUE(culprit);
        return format_text(vm, "%U%s %U in position %l: %U", lead, verb, culprit, start, reason);
    }
    return format_text(vm, "%U%s %s in position %l-%l: %U", lead, verb,
                       kind == UNICODE_DECODE ? "bytes" : "characters", start,
                       end == INT64_MIN ? end : end - 1, reason);
}

// ---- attributes --------------------------------------------------------------------------------

static Value unicode_get_encoding(Vm *vm, Value v) {
    Value x = exc_field(vm, v, UNICODE_ENCODING);
    return x == V_UNBOUND ? V_NONE : x;
}
static Value unicode_get_object(Vm *vm, Value v) {
    Value x = exc_field(vm, v, UNICODE_OBJECT);
    return x == V_UNBOUND ? V_NONE : x;
}
static Value unicode_get_reason(Vm *vm, Value v) {
    Value x = exc_field(vm, v, UNICODE_REASON);
    return x == V_UNBOUND ? V_NONE : x;
}
static Value unicode_get_start(Vm *vm, Value v) {
    Value x = exc_field(vm, v, UNICODE_START);
    return x == V_UNBOUND ? int_value(0) : x;
}
static Value unicode_get_end(Vm *vm, Value v) {
    Value x = exc_field(vm, v, UNICODE_END);
    return x == V_UNBOUND ? int_value(0) : x;
}
static bool unicode_set_encoding(Vm *vm, Value v, Value x) {
    return exc_set_field(vm, v, UNICODE_ENCODING, x);
}
static bool unicode_set_object(Vm *vm, Value v, Value x) {
    return exc_set_field(vm, v, UNICODE_OBJECT, x);
}
static bool unicode_set_reason(Vm *vm, Value v, Value x) {
    return exc_set_field(vm, v, UNICODE_REASON, x);
}
static bool unicode_set_place(Vm *vm, Value v, uint32_t field, Value x) {
    if (x == V_UNBOUND) {
        return raise_false(vm, EXC_TypeError, "can't delete numeric/char attribute");
    }
    int64_t n;
    if (!isinstance_int(vm, x)) { return raise_false(vm, EXC_TypeError, "an integer is required"); }
    if (!int_to_i64(vm, x, &n)) {
        return raise_false(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    }
    Value plain = int_from_i64(vm, n);
    return plain != V_RAISED && exc_set_field(vm, v, field, plain);
}
static bool unicode_set_start(Vm *vm, Value v, Value x) {
    return unicode_set_place(vm, v, UNICODE_START, x);
}
static bool unicode_set_end(Vm *vm, Value v, Value x) {
    return unicode_set_place(vm, v, UNICODE_END, x);
}

const GetSetDef exc_unicode_getsets[] = {
    {"encoding", unicode_get_encoding, unicode_set_encoding, "name of the encoding"},
    {"object", unicode_get_object, unicode_set_object, "what was to be converted"},
    {"start", unicode_get_start, unicode_set_start, "place of the fault"},
    {"end", unicode_get_end, unicode_set_end, "place behind the fault"},
    {"reason", unicode_get_reason, unicode_set_reason, "what is wrong"},
    {0},
};
