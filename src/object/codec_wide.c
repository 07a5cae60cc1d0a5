// codec_wide.c: UTF-16 and UTF-32. Without a suffix the codec writes a mark and its own order,
// little-endian, and reads the order off the mark.
#include "base/utf8.h"
#include "object/codec_inner.h"

static uint32_t wide_unit(const Decoder *d, uint32_t at, uint32_t size, bool big) {
    uint32_t unit = 0;
    for (uint32_t i = 0; i < size; i++) {
        unit |= (uint32_t)d->in.p[at + i] << (8 * (big ? size - 1 - i : i));
    }
    return unit;
}

// UTF-16 at d->at, with at least two bytes left. False: raised; *stop: wait for more.
static bool wide_decode_16(Decoder *d, bool big, bool *stop) {
    uint32_t at = d->at, unit = wide_unit(d, at, 2, big);
    if (!utf8_is_surrogate(unit)) {
        d->at += 2;
        return sb_put_char(&d->out, unit);
    }
    if (unit >= 0xDC00) { return codec_decode_fault(d, at, at + 2, "illegal encoding"); }
    if (d->in.n - at < 4) {
        if (!d->final) {
            *stop = true;
            return true;
        }
        return codec_decode_fault(d, at, d->in.n, "unexpected end of data");
    }
    uint32_t low = wide_unit(d, at + 2, 2, big);
    if (low < 0xDC00 || low > 0xDFFF) {
        return codec_decode_fault(d, at, at + 2, "illegal UTF-16 surrogate");
    }
    d->at += 4;
    return sb_put_char(&d->out, 0x10000 + ((unit - 0xD800) << 10 | (low - 0xDC00)));
}

static bool wide_decode_32(Decoder *d, bool big) {
    uint32_t at = d->at, cp = wide_unit(d, at, 4, big);
    if (utf8_is_surrogate(cp)) {
        return codec_decode_fault(d, at, at + 4,
                                  "code point in surrogate code point range(0xd800, 0xe000)");
    }
    if (cp > UTF8_MAX_CP) {
        return codec_decode_fault(d, at, at + 4, "code point not in range(0x110000)");
    }
    d->at += 4;
    return sb_put_char(&d->out, cp);
}

bool codec_decode_wide(Decoder *d) {
    bool is16 = d->id == CODEC_UTF16 || d->id == CODEC_UTF16_LE || d->id == CODEC_UTF16_BE;
    bool big = d->id == CODEC_UTF16_BE || d->id == CODEC_UTF32_BE;
    uint32_t size = is16 ? 2 : 4;
    if ((d->id == CODEC_UTF16 || d->id == CODEC_UTF32) && d->in.n >= size) {
        uint32_t swapped = is16 ? 0xFFFE : 0xFFFE0000;
        uint32_t mark = wide_unit(d, 0, size, false);
        big = mark == swapped;
        if (big || mark == 0xFEFF) { d->at = size; }
    }
    // From here on, and in errors, the codec is the one the mark named.
    d->id =
        is16 ? (big ? CODEC_UTF16_BE : CODEC_UTF16_LE) : (big ? CODEC_UTF32_BE : CODEC_UTF32_LE);
    d->name = codec_name(d->id);
    bool stop = false;
    while (d->at < d->in.n && !stop) {
        if (d->in.n - d->at < size) {
            if (!d->final) { break; }
            if (!codec_decode_fault(d, d->at, d->in.n, "truncated data")) { return false; }
        } else if (!(is16 ? wide_decode_16(d, big, &stop) : wide_decode_32(d, big))) {
            return false;
        }
    }
    return true;
}

bool codec_encode_wide(Encoder *e) {
    bool is16 = e->id == CODEC_UTF16 || e->id == CODEC_UTF16_LE || e->id == CODEC_UTF16_BE;
    bool mark = e->id == CODEC_UTF16 || e->id == CODEC_UTF32;
    e->unit = is16 ? 2 : 4;
    e->big_endian = e->id == CODEC_UTF16_BE || e->id == CODEC_UTF32_BE;
    if (mark && !codec_put_unit(e, 0xFEFF)) { return false; }
    if (!sb_reserve(&e->out, (uint64_t)e->s->len * e->unit)) { return false; }
    for (uint32_t at = 0, size; at < e->s->h.n; at += size) {
        uint32_t cp = utf8_decode(e->s->data + at, &size);
        bool ok;
        if (utf8_is_surrogate(cp)) {
            ok = codec_encode_fault(e, at, at + size, "surrogates not allowed");
        } else if (is16 && cp >= 0x10000) {
            ok = codec_put_unit(e, 0xD7C0 + (cp >> 10)) && codec_put_unit(e, 0xDC00 | (cp & 0x3FF));
        } else {
            ok = codec_put_unit(e, cp);
        }
        if (!ok) { return false; }
    }
    return true;
}
