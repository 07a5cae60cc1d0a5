// codec.c: see codec.h. Names, and the codecs that work byte by byte; those of wider units are in
// codec_wide.c, Python's escapes in codec_escape.c, error handlers in codec_errors.c.
#include "object/codec.h"

#include "base/utf8.h"
#include "object/codec_inner.h"

typedef struct CodecName {
    const char *name;
    CodecId id;
} CodecName;

// Spellings in normal form: lower case, anything but letters, digits and dots is one underscore.
static const CodecName codec_aliases[] = {
    {"utf_8", CODEC_UTF8},
    {"utf8", CODEC_UTF8},
    {"u8", CODEC_UTF8},
    {"utf", CODEC_UTF8},
    {"cp65001", CODEC_UTF8},
    {"utf8_ucs2", CODEC_UTF8},
    {"utf8_ucs4", CODEC_UTF8},
    {"ascii", CODEC_ASCII},
    {"us_ascii", CODEC_ASCII},
    {"646", CODEC_ASCII},
    {"us", CODEC_ASCII},
    {"ansi_x3.4_1968", CODEC_ASCII},
    {"ansi_x3_4_1968", CODEC_ASCII},
    {"ansi_x3.4_1986", CODEC_ASCII},
    {"cp367", CODEC_ASCII},
    {"csascii", CODEC_ASCII},
    {"ibm367", CODEC_ASCII},
    {"iso646_us", CODEC_ASCII},
    {"iso_646.irv_1991", CODEC_ASCII},
    {"iso_ir_6", CODEC_ASCII},
    {"latin_1", CODEC_LATIN1},
    {"latin1", CODEC_LATIN1},
    {"iso_8859_1", CODEC_LATIN1},
    {"iso8859_1", CODEC_LATIN1},
    {"iso8859", CODEC_LATIN1},
    {"8859", CODEC_LATIN1},
    {"cp819", CODEC_LATIN1},
    {"l1", CODEC_LATIN1},
    {"latin", CODEC_LATIN1},
    {"csisolatin1", CODEC_LATIN1},
    {"ibm819", CODEC_LATIN1},
    {"iso_ir_100", CODEC_LATIN1},
    {"iso_8859_1_1987", CODEC_LATIN1},
    {"utf_8_sig", CODEC_UTF8_SIG},
    {"utf_16", CODEC_UTF16},
    {"utf16", CODEC_UTF16},
    {"u16", CODEC_UTF16},
    {"utf_16_le", CODEC_UTF16_LE},
    {"utf_16le", CODEC_UTF16_LE},
    {"unicodelittleunmarked", CODEC_UTF16_LE},
    {"utf_16_be", CODEC_UTF16_BE},
    {"utf_16be", CODEC_UTF16_BE},
    {"unicodebigunmarked", CODEC_UTF16_BE},
    {"utf_32", CODEC_UTF32},
    {"utf32", CODEC_UTF32},
    {"u32", CODEC_UTF32},
    {"utf_32_le", CODEC_UTF32_LE},
    {"utf_32le", CODEC_UTF32_LE},
    {"utf_32_be", CODEC_UTF32_BE},
    {"utf_32be", CODEC_UTF32_BE},
    {"cp1252", CODEC_CP1252},
    {"1252", CODEC_CP1252},
    {"windows_1252", CODEC_CP1252},
    {"iso8859_15", CODEC_ISO8859_15},
    {"iso_8859_15", CODEC_ISO8859_15},
    {"l9", CODEC_ISO8859_15},
    {"latin9", CODEC_ISO8859_15},
    {"unicode_escape", CODEC_UNICODE_ESCAPE},
    {"raw_unicode_escape", CODEC_RAW_UNICODE_ESCAPE},
    {"utf_7", CODEC_UTF7},
    {"utf7", CODEC_UTF7},
    {"u7", CODEC_UTF7},
    {"unicode_1_1_utf_7", CODEC_UTF7},
};

enum { CODEC_NAME_MAX = 40 };

// The normal form; longer names are no codec's.
static void codec_normalize(const Str *name, char out[CODEC_NAME_MAX]) {
    uint32_t n = 0;
    bool gap = false;
    for (uint32_t i = 0; i < name->h.n && n < CODEC_NAME_MAX - 2; i++) {
        char c = name->data[i];
        if (c >= 'A' && c <= 'Z') { c = (char)(c + 32); }
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.') {
            if (gap && n) { out[n++] = '_'; }
            out[n++] = c;
            gap = false;
        } else if ((uint8_t)c < 0x80) {
            gap = true;
        }
    }
    out[n] = 0;
}

bool codec_find(Vm *vm, Value name, CodecId *id) {
    const Str *s = as_str(vm, name);
    if (s->h.n == 5 && memcmp(s->data, "utf-8", 5) == 0) { // the default, mostly
        *id = CODEC_UTF8;
        return true;
    }
    if (memchr(s->data, 0, s->h.n)) {
        return raise_false(vm, EXC_ValueError, "embedded null character");
    }
    char normal[CODEC_NAME_MAX];
    codec_normalize(s, normal);
    for (uint32_t i = 0; i < COUNT_OF(codec_aliases); i++) {
        const char *alias = codec_aliases[i].name;
        if (alias[0] == normal[0] && strcmp(alias, normal) == 0) {
            *id = codec_aliases[i].id;
            return true;
        }
    }
    return raise_false(vm, EXC_LookupError, "unknown encoding: %U", name);
}

const char *codec_name(CodecId id) {
    static const char *const names[CODEC_COUNT] = {
        "utf-8",         "ascii",
        "latin-1",       "utf-8",
        "utf-16",        "utf-16-le",
        "utf-16-be",     "utf-32",
        "utf-32-le",     "utf-32-be",
        "charmap",       "charmap",
        "unicodeescape", "rawunicodeescape",
        "utf7",
    };
    return names[id];
}

// ---- code pages --------------------------------------------------------------------------------

// Where a code page differs from Latin-1; 0: undefined.
static const uint16_t codec_cp1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};
static const uint16_t codec_iso8859_15[8][2] = {
    {0xA4, 0x20AC}, {0xA6, 0x0160}, {0xA8, 0x0161}, {0xB4, 0x017D},
    {0xB8, 0x017E}, {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178},
};

// The character of a byte; UINT32_MAX: none.
static uint32_t codec_page_char(CodecId id, uint8_t byte) {
    if (id == CODEC_CP1252 && byte >= 0x80 && byte < 0xA0) {
        uint32_t cp = codec_cp1252[byte - 0x80];
        return cp ? cp : UINT32_MAX;
    }
    for (uint32_t i = 0; id == CODEC_ISO8859_15 && i < COUNT_OF(codec_iso8859_15); i++) {
        if (codec_iso8859_15[i][0] == byte) { return codec_iso8859_15[i][1]; }
    }
    return byte;
}

// The byte of a character; UINT32_MAX: none.
static uint32_t codec_page_byte(CodecId id, uint32_t cp) {
    if (cp < 0x80) { return cp; }
    for (uint32_t byte = 0x80; byte < 0x100 && id != CODEC_ASCII; byte++) {
        if (id == CODEC_LATIN1) { return cp < 0x100 ? cp : UINT32_MAX; }
        if (codec_page_char(id, (uint8_t)byte) == cp) { return byte; }
    }
    return UINT32_MAX;
}

// ---- decoding ----------------------------------------------------------------------------------

static bool decode_utf8(Decoder *d) {
    while (d->at < d->in.n) {
        Utf8Fault fault;
        const uint8_t *p = d->in.p + d->at;
        uint32_t left = d->in.n - d->at;
        bool ok = utf8_check(p, left, &fault);
        uint32_t good = ok ? left : (uint32_t)fault.start;
        if (!sb_put(&d->out, (const char *)p, good)) { return false; }
        d->at += good;
        if (ok || (fault.what == UTF8_UNEXPECTED_END && !d->final)) { break; }
        uint32_t end = d->at + (uint32_t)(fault.end - fault.start);
        if (!codec_decode_fault(d, d->at, end, utf8_reason(fault.what))) { return false; }
    }
    return true;
}

static bool decode_page(Decoder *d) {
    while (d->at < d->in.n) {
        const uint8_t *p = d->in.p + d->at;
        uint32_t plain = (uint32_t)utf8_ascii_prefix(p, d->in.n - d->at);
        if (!sb_put(&d->out, (const char *)p, plain)) { return false; }
        d->at += plain;
        if (d->at == d->in.n) { break; }
        uint32_t cp = d->id == CODEC_ASCII ? UINT32_MAX : codec_page_char(d->id, d->in.p[d->at]);
        bool ok;
        if (cp != UINT32_MAX) {
            ok = sb_put_char(&d->out, cp);
            d->at++;
        } else {
            ok = codec_decode_fault(d, d->at, d->at + 1,
                                    d->id == CODEC_ASCII ? "ordinal not in range(128)"
                                                         : "character maps to <undefined>");
        }
        if (!ok) { return false; }
    }
    return true;
}

static bool decode_run(Decoder *d) {
    switch (d->id) {
    case CODEC_UTF8: return decode_utf8(d);
    case CODEC_UTF8_SIG:
        if (d->in.n >= 3 && memcmp(d->in.p, "\xEF\xBB\xBF", 3) == 0) {
            d->in = (ByteSpan){d->in.p + 3, d->in.n - 3}; // faults count from behind the mark
        }
        return decode_utf8(d);
    case CODEC_UTF16:
    case CODEC_UTF16_LE:
    case CODEC_UTF16_BE:
    case CODEC_UTF32:
    case CODEC_UTF32_LE:
    case CODEC_UTF32_BE: return codec_decode_wide(d);
    case CODEC_UNICODE_ESCAPE:
    case CODEC_RAW_UNICODE_ESCAPE: return codec_decode_escapes(d);
    case CODEC_UTF7: return codec_decode_utf7(d);
    default: return decode_page(d);
    }
}

Value codec_decode_part(Vm *vm, ByteSpan bytes, CodecId id, Value errors, bool final,
                        uint32_t *used) {
    if (!native_charge(vm, bytes.n / 32)) { return V_RAISED; }
    Decoder d = {
        vm, bytes, 0, final, id, codec_name(id), errors, codec_errors(vm, errors), str_builder(vm)};
    TRY(sb_reserve(&d.out, bytes.n) && decode_run(&d));
    *used = d.at + (bytes.n - d.in.n);
    return sb_finish(&d.out);
}

Value codec_decode(Vm *vm, ByteSpan bytes, Value encoding, Value errors) {
    CodecId id = CODEC_UTF8;
    if (bytes.n == 0) { return str_new(vm, "", 0); } // not even the names are looked at
    if (is_ref(encoding) && !codec_find(vm, encoding, &id)) { return V_RAISED; }
    bool plain = id == CODEC_UTF8 || id == CODEC_ASCII || id == CODEC_LATIN1;
    uint32_t ascii = plain ? (uint32_t)utf8_ascii_prefix(bytes.p, bytes.n) : 0;
    if (ascii == bytes.n) { return str_new_counted(vm, (const char *)bytes.p, ascii, ascii); }
    Utf8Fault fault;
    if (id == CODEC_UTF8 && utf8_check(bytes.p + ascii, bytes.n - ascii, &fault)) {
        return str_new(vm, (const char *)bytes.p, bytes.n);
    }
    uint32_t used;
    return codec_decode_part(vm, bytes, id, errors, true, &used);
}

// ---- encoding ----------------------------------------------------------------------------------

static bool encode_utf8(Encoder *e) {
    if (e->id == CODEC_UTF8_SIG && !sb_put_cstr(&e->out, "\xEF\xBB\xBF")) { return false; }
    const char *p = e->s->data;
    for (uint32_t at = 0, n = e->s->h.n; at < n;) {
        uint32_t good = (uint32_t)utf8_find_surrogate(p + at, n - at);
        if (!sb_put(&e->out, p + at, good)) { return false; }
        at += good;
        uint32_t from = at;
        while (at < n && (uint8_t)p[at] == 0xED && (uint8_t)p[at + 1] >= 0xA0) { at += 3; }
        if (at > from && !codec_encode_fault(e, from, at, "surrogates not allowed")) {
            return false;
        }
    }
    return true;
}

static bool encode_page(Encoder *e) {
    const char *p = e->s->data;
    const char *reason = e->id == CODEC_ASCII    ? "ordinal not in range(128)"
                         : e->id == CODEC_LATIN1 ? "ordinal not in range(256)"
                                                 : "character maps to <undefined>";
    for (uint32_t at = 0, size, n = e->s->h.n; at < n;) {
        uint32_t plain = (uint32_t)utf8_ascii_prefix(p + at, n - at);
        if (!sb_put(&e->out, p + at, plain)) { return false; }
        at += plain;
        uint32_t from = at;
        while (at < n && (uint8_t)p[at] >= 0x80) {
            uint32_t byte = codec_page_byte(e->id, utf8_decode(p + at, &size));
            if (byte == UINT32_MAX) {
                at += size;
                continue;
            }
            if (at > from && !codec_encode_fault(e, from, at, reason)) { return false; }
            if (!sb_put(&e->out, (char[]){(char)byte}, 1)) { return false; }
            at += size;
            from = at;
        }
        if (at > from && !codec_encode_fault(e, from, at, reason)) { return false; }
    }
    return true;
}

static bool encode_run(Encoder *e) {
    switch (e->id) {
    case CODEC_UTF8:
    case CODEC_UTF8_SIG: return encode_utf8(e);
    case CODEC_UTF16:
    case CODEC_UTF16_LE:
    case CODEC_UTF16_BE:
    case CODEC_UTF32:
    case CODEC_UTF32_LE:
    case CODEC_UTF32_BE: return codec_encode_wide(e);
    case CODEC_UNICODE_ESCAPE:
    case CODEC_RAW_UNICODE_ESCAPE: return codec_encode_escapes(e);
    case CODEC_UTF7: return codec_encode_utf7(e);
    default: return encode_page(e);
    }
}

Value codec_encode(Vm *vm, Value str, Value encoding, Value errors) {
    const Str *s = as_str(vm, str);
    CodecId id = CODEC_UTF8;
    if (is_ref(encoding) && !codec_find(vm, encoding, &id)) { return V_RAISED; }
    bool ascii = str_is_ascii(s) && id <= CODEC_LATIN1;
    if (ascii || (id == CODEC_UTF8 && utf8_find_surrogate(s->data, s->h.n) == s->h.n)) {
        return bytes_new(vm, s->data, s->h.n);
    }
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    Encoder e = {vm,
                 str,
                 s,
                 id,
                 codec_name(id),
                 errors,
                 codec_errors(vm, errors),
                 1,
                 false,
                 str_builder(vm)};
    TRY(sb_reserve(&e.out, s->h.n) && encode_run(&e));
    return sb_finish_bytes(&e.out);
}
