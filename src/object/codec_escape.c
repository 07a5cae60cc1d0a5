// codec_escape.c: unicode_escape and raw_unicode_escape: Latin-1 with Python's escapes.
#include "base/utf8.h"
#include "object/codec_inner.h"

static int escape_digit(uint8_t c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// \xXX, \uXXXX or \UXXXXXXXX at d->at.
static bool escape_hex(Decoder *d, uint32_t digits, const char *truncated) {
    uint32_t start = d->at, at = start + 2, value = 0;
    for (; at < d->in.n && at < start + 2 + digits; at++) {
        int digit = escape_digit(d->in.p[at]);
        if (digit < 0) { break; }
        value = value << 4 | (uint32_t)digit;
    }
    if (at < start + 2 + digits) { return codec_decode_fault(d, start, at, truncated); }
    if (value > UTF8_MAX_CP) {
        return codec_decode_fault(d, start, at,
                                  d->id == CODEC_UNICODE_ESCAPE ? "illegal Unicode character"
                                                                : "\\Uxxxxxxxx out of range");
    }
    d->at = at;
    return sb_put_char(&d->out, value);
}

static bool escape_octal(Decoder *d) {
    uint32_t value = 0, at = d->at + 1, end = at + 3;
    for (; at < d->in.n && at < end && d->in.p[at] >= '0' && d->in.p[at] <= '7'; at++) {
        value = value * 8 + (d->in.p[at] - '0');
    }
    d->at = at;
    return sb_put_char(&d->out, value);
}

// \N{name}: there is no table of names here, so none is known.
static bool escape_name(Decoder *d) {
    uint32_t start = d->at, at = start + 2;
    if (at < d->in.n && d->in.p[at] == '{') {
        at++;
        uint32_t name = at;
        while (at < d->in.n && d->in.p[at] != '}') { at++; }
        if (at < d->in.n && at > name) {
            return codec_decode_fault(d, start, at + 1, "unknown Unicode character name");
        }
    }
    return codec_decode_fault(d, start, at, "malformed \\N character escape");
}

static bool escape_decode_one(Decoder *d) {
    static const char plain[] = "\\'\"abfnrtv", meaning[] = "\\'\"\a\b\f\n\r\t\v";
    if (d->at + 1 == d->in.n) {
        return codec_decode_fault(d, d->at, d->at + 1, "\\ at end of string");
    }
    uint8_t c = d->in.p[d->at + 1];
    if (c >= '0' && c <= '7') { return escape_octal(d); }
    switch (c) {
    case 'x': return escape_hex(d, 2, "truncated \\xXX escape");
    case 'u': return escape_hex(d, 4, "truncated \\uXXXX escape");
    case 'U': return escape_hex(d, 8, "truncated \\UXXXXXXXX escape");
    case 'N': return escape_name(d);
    default: break;
    }
    const char *at = c ? strchr(plain, c) : NULL;
    d->at += 2;
    if (c == '\n') { return true; }
    if (at) { return sb_put_char(&d->out, (uint8_t)meaning[at - plain]); }
    return sb_put_char(&d->out, '\\') && sb_put_char(&d->out, c);
}

// In the raw form only \u and \U behind an odd number of backslashes are escapes.
static bool escape_decode_raw(Decoder *d) {
    uint32_t at = d->at;
    while (at < d->in.n && d->in.p[at] == '\\') { at++; }
    uint32_t slashes = at - d->at;
    uint8_t c = at < d->in.n ? d->in.p[at] : 0;
    bool escape = slashes % 2 == 1 && (c == 'u' || c == 'U');
    if (!sb_put(&d->out, (const char *)d->in.p + d->at, escape ? slashes - 1 : slashes)) {
        return false;
    }
    d->at = escape ? at - 1 : at;
    if (!escape) { return true; }
    return c == 'u' ? escape_hex(d, 4, "truncated \\uXXXX escape")
                    : escape_hex(d, 8, "truncated \\UXXXXXXXX escape");
}

bool codec_decode_escapes(Decoder *d) {
    bool raw = d->id == CODEC_RAW_UNICODE_ESCAPE;
    while (d->at < d->in.n) {
        bool ok = d->in.p[d->at] != '\\' ? sb_put_char(&d->out, d->in.p[d->at++])
                  : raw                  ? escape_decode_raw(d)
                                         : escape_decode_one(d);
        if (!ok) { return false; }
    }
    return true;
}

static bool escape_encode_one(Encoder *e, uint32_t cp) {
    StrBuilder *b = &e->out;
    if (cp >= 0x10000) { return codec_put_hex(b, "\\U", cp, 8); }
    if (cp >= 0x100) { return codec_put_hex(b, "\\u", cp, 4); }
    if (e->id == CODEC_RAW_UNICODE_ESCAPE) { return codec_put_unit(e, cp); }
    switch (cp) {
    case '\t': return sb_put_cstr(b, "\\t");
    case '\n': return sb_put_cstr(b, "\\n");
    case '\r': return sb_put_cstr(b, "\\r");
    case '\\': return sb_put_cstr(b, "\\\\");
    default:
        return cp >= 0x20 && cp < 0x7F ? codec_put_unit(e, cp) : codec_put_hex(b, "\\x", cp, 2);
    }
}

bool codec_encode_escapes(Encoder *e) {
    for (uint32_t at = 0, size; at < e->s->h.n; at += size) {
        if (!escape_encode_one(e, utf8_decode(e->s->data + at, &size))) { return false; }
    }
    return true;
}
