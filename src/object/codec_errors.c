// codec_errors.c: what happens to bytes that are no text, and to text that a codec does not have.
#include "base/unicode_names.h"
#include "base/utf8.h"
#include "object/codec_inner.h"
#include "object/exc.h"
#include "object/int.h"
#include "object/tuple.h"

CodecErrors codec_errors(Vm *vm, Value name) {
    static const char *const names[] = {
        "strict",          "ignore",        "replace",     "backslashreplace", "xmlcharrefreplace",
        "surrogateescape", "surrogatepass", "namereplace",
    };
    if (!is_ref(name)) { return CODEC_STRICT; }
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        if (str_equals_cstr(as_str(vm, name), names[i])) { return (CodecErrors)i; }
    }
    return CODEC_UNKNOWN_ERRORS;
}

// Unicode…Error(encoding, object, start, end, reason).
static bool codec_raise(Vm *vm, ExcId id, const char *encoding, Value object, uint32_t start,
                        uint32_t end, const char *reason) {
    if (object == V_RAISED) { return false; }
    Value parts[5] = {str_new_cstr(vm, encoding), object, int_value(start), int_value(end),
                      str_new_cstr(vm, reason)};
    if (parts[0] == V_RAISED || parts[4] == V_RAISED) { return false; }
    Value args = tuple_from(vm, parts, 5);
    if (args == V_RAISED) { return false; }
    Value exc = exc_new(vm, exc_class(vm, id), args);
    if (exc != V_RAISED) { raise_value(vm, exc); }
    return false;
}

static bool codec_raise_unknown(Vm *vm, Value errors) {
    return raise_false(vm, EXC_LookupError, "unknown error handler name '%U'", errors);
}

bool codec_put_hex(StrBuilder *b, const char *prefix, uint32_t value, uint32_t digits) {
    return sb_put_cstr(b, prefix) && sb_put_hex(b, value, digits);
}

// ---- decoding ----------------------------------------------------------------------------------

static bool decode_strict(Decoder *d, uint32_t start, uint32_t end, const char *reason) {
    Value object = bytes_new(d->vm, d->in.p, d->in.n);
    return codec_raise(d->vm, EXC_UnicodeDecodeError, d->name, object, start, end, reason);
}

// Bytes above 7F become the surrogates DC80..DCFF.
static bool decode_escape(Decoder *d, uint32_t start, uint32_t end, const char *reason) {
    uint32_t at = start;
    for (; at < end && at < start + 4 && d->in.p[at] >= 0x80; at++) {
        if (!sb_put_char(&d->out, 0xDC00u + d->in.p[at])) { return false; }
    }
    d->at = at;
    return at > start || decode_strict(d, start, end, reason);
}

// The surrogate that stands at `at` in the codec's own form; 0 when there is none.
static uint32_t decode_surrogate(const Decoder *d, uint32_t at, uint32_t *size) {
    const uint8_t *p = d->in.p + at;
    uint32_t left = d->in.n - at, cp = 0;
    switch (d->id) {
    case CODEC_UTF8:
    case CODEC_UTF8_SIG:
        *size = 3;
        if (left >= 3 && p[0] == 0xED && (p[1] & 0xE0) == 0xA0 && utf8_is_continue(p[2])) {
            cp = 0xD000u | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        }
        break;
    case CODEC_UTF16_LE:
    case CODEC_UTF16_BE:
        *size = 2;
        if (left >= 2) { cp = d->id == CODEC_UTF16_BE ? p[0] * 256u + p[1] : p[1] * 256u + p[0]; }
        break;
    case CODEC_UTF32_LE:
    case CODEC_UTF32_BE:
        *size = 4;
        if (left >= 4 && d->id == CODEC_UTF32_BE && !p[0] && !p[1]) { cp = p[2] * 256u + p[3]; }
        if (left >= 4 && d->id == CODEC_UTF32_LE && !p[3] && !p[2]) { cp = p[1] * 256u + p[0]; }
        break;
    default: break;
    }
    return utf8_is_surrogate(cp) ? cp : 0;
}

bool codec_decode_fault(Decoder *d, uint32_t start, uint32_t end, const char *reason) {
    uint32_t size = 0, cp;
    d->at = end;
    switch (d->handler) {
    case CODEC_STRICT: return decode_strict(d, start, end, reason);
    case CODEC_IGNORE: return true;
    case CODEC_REPLACE: return sb_put_char(&d->out, 0xFFFD);
    case CODEC_BACKSLASHREPLACE:
        for (uint32_t i = start; i < end; i++) {
            if (!codec_put_hex(&d->out, "\\x", d->in.p[i], 2)) { return false; }
        }
        return true;
    case CODEC_XMLCHARREFREPLACE:
    case CODEC_NAMEREPLACE:
        return raise_false(d->vm, EXC_TypeError,
                           "don't know how to handle UnicodeDecodeError in error callback");
    case CODEC_SURROGATEESCAPE: return decode_escape(d, start, end, reason);
    case CODEC_SURROGATEPASS:
        cp = decode_surrogate(d, start, &size);
        if (!cp) { return decode_strict(d, start, end, reason); }
        d->at = start + size;
        return sb_put_char(&d->out, cp);
    default: return codec_raise_unknown(d->vm, d->errors);
    }
}

// ---- encoding ----------------------------------------------------------------------------------

static bool encode_strict(Encoder *e, uint32_t from, uint32_t to, const char *reason) {
    uint32_t start = (uint32_t)utf8_count(e->s->data, from);
    uint32_t end = start + (uint32_t)utf8_count(e->s->data + from, to - from);
    return codec_raise(e->vm, EXC_UnicodeEncodeError, e->name, e->str, start, end, reason);
}

bool codec_put_unit(Encoder *e, uint32_t unit) {
    char out[4];
    for (uint32_t i = 0; i < e->unit; i++) {
        out[e->big_endian ? e->unit - 1 - i : i] = (char)(unit >> (8 * i));
    }
    return sb_put(&e->out, out, e->unit);
}

// ASCII text that stands for a character, in the codec's own units.
static bool encode_put_text(Encoder *e, const StrBuilder *text) {
    for (uint32_t i = 0; i < text->len; i++) {
        if (!codec_put_unit(e, (uint8_t)sb_text(text)[i])) { return false; }
    }
    return true;
}

static bool encode_replacement(Encoder *e, uint32_t cp) {
    if (e->handler == CODEC_REPLACE) { return codec_put_unit(e, '?'); }
    StrBuilder text = str_builder(e->vm);
    char name[UNICODE_NAME_SIZE];
    size_t n = e->handler == CODEC_NAMEREPLACE ? unicode_name(cp, name) : 0;
    bool ok;
    if (n) {
        ok = sb_put(&text, "\\N{", 3) && sb_put(&text, name, (uint32_t)n) && sb_put(&text, "}", 1);
    } else if (e->handler == CODEC_XMLCHARREFREPLACE) {
        ok = sb_put(&text, "&#", 2) && sb_put_int(&text, cp) && sb_put(&text, ";", 1);
    } else if (cp < 0x100) {
        ok = codec_put_hex(&text, "\\x", cp, 2);
    } else {
        ok = cp < 0x10000 ? codec_put_hex(&text, "\\u", cp, 4) : codec_put_hex(&text, "\\U", cp, 8);
    }
    return ok && encode_put_text(e, &text);
}

// `from` .. `to` is the run that cannot be encoded, `at` where it is being dealt with.
static bool encode_surrogate(Encoder *e, uint32_t from, uint32_t at, uint32_t to, uint32_t cp,
                             const char *reason) {
    bool wide = e->unit > 1, utf8 = e->id == CODEC_UTF8 || e->id == CODEC_UTF8_SIG;
    if (e->handler == CODEC_SURROGATEESCAPE && !wide && cp >= 0xDC80 && cp <= 0xDCFF) {
        return codec_put_unit(e, cp - 0xDC00);
    }
    if (e->handler == CODEC_SURROGATEPASS && utf8_is_surrogate(cp) && (wide || utf8)) {
        return wide ? codec_put_unit(e, cp) : sb_put_char(&e->out, cp);
    }
    // The codecs that CPython has in C blame what is left of a run, code pages all of it.
    return encode_strict(e, e->id >= CODEC_CP1252 ? from : at, to, reason);
}

bool codec_encode_fault(Encoder *e, uint32_t from, uint32_t to, const char *reason) {
    switch (e->handler) {
    case CODEC_STRICT: return encode_strict(e, from, to, reason);
    case CODEC_IGNORE: return true;
    case CODEC_UNKNOWN_ERRORS: return codec_raise_unknown(e->vm, e->errors);
    default: break;
    }
    bool surrogates = e->handler == CODEC_SURROGATEESCAPE || e->handler == CODEC_SURROGATEPASS;
    for (uint32_t at = from, size; at < to; at += size) {
        uint32_t cp = utf8_decode(e->s->data + at, &size);
        if (!(surrogates ? encode_surrogate(e, from, at, to, cp, reason)
                         : encode_replacement(e, cp))) {
            return false;
        }
    }
    return true;
}
