// codec_utf7.c: UTF-7 (RFC 2152): ASCII, and everything else as UTF-16 in base 64 between '+' and
// '-'. What stands for itself is written so, optional characters included.
#include "base/utf8.h"
#include "object/codec_inner.h"

static int utf7_value(uint8_t c) {
    if (c >= 'A' && c <= 'Z') { return c - 'A'; }
    if (c >= 'a' && c <= 'z') { return c - 'a' + 26; }
    if (c >= '0' && c <= '9') { return c - '0' + 52; }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static bool utf7_is_direct(uint32_t cp) {
    if (cp == '\t' || cp == '\n' || cp == '\r') { return true; }
    return cp >= 0x20 && cp < 0x7F && cp != '+' && cp != '\\' && cp != '~';
}

// ---- encoding ----------------------------------------------------------------------------------

typedef struct Utf7Bits {
    uint32_t buffer, n; // bits not written yet: fewer than six between two units
} Utf7Bits;

static bool utf7_put_unit(Encoder *e, Utf7Bits *b, uint32_t unit) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    b->buffer = b->buffer << 16 | unit;
    for (b->n += 16; b->n >= 6; b->n -= 6) {
        if (!codec_put_unit(e, (uint8_t)digits[b->buffer >> (b->n - 6) & 63])) { return false; }
    }
    return true;
}

// Ends a section in base 64: the last bits, then '-' if what follows could be taken for a digit.
static bool utf7_leave(Encoder *e, Utf7Bits *b, bool dash) {
    uint32_t n = b->n, rest = b->buffer << (6 - n) & 63;
    *b = (Utf7Bits){0, 0};
    if (n) {
        uint8_t c = (uint8_t)(rest < 26   ? 'A' + rest
                              : rest < 52 ? 'a' + rest - 26
                                          : '0' + rest - 52);
        if (rest >= 62) { c = rest == 62 ? '+' : '/'; }
        if (!codec_put_unit(e, c)) { return false; }
    }
    return !dash || codec_put_unit(e, '-');
}

bool codec_encode_utf7(Encoder *e) {
    Utf7Bits bits = {0, 0};
    bool shifted = false;
    for (uint32_t at = 0, size; at < e->s->h.n; at += size) {
        uint32_t cp = utf8_decode(e->s->data + at, &size);
        bool ok = true;
        if (utf7_is_direct(cp) || (cp == '+' && !shifted)) {
            if (shifted) { ok = utf7_leave(e, &bits, utf7_value((uint8_t)cp) >= 0 || cp == '-'); }
            shifted = false;
            ok = ok && codec_put_unit(e, cp) && (cp != '+' || codec_put_unit(e, '-'));
        } else {
            if (!shifted) { ok = codec_put_unit(e, '+'); }
            shifted = true;
            if (ok && cp >= 0x10000) {
                ok = utf7_put_unit(e, &bits, 0xD7C0 + (cp >> 10));
                cp = 0xDC00 | (cp & 0x3FF);
            }
            ok = ok && utf7_put_unit(e, &bits, cp);
        }
        if (!ok) { return false; }
    }
    return !shifted || utf7_leave(e, &bits, true);
}

// ---- decoding ----------------------------------------------------------------------------------

typedef struct Utf7Shift {
    uint32_t start;           // of the '+'
    uint32_t out;             // length of the output then
    uint32_t buffer, n, high; // bits pending; a high surrogate waiting for its low one, or 0
    bool on;
} Utf7Shift;

static bool utf7_take_unit(Decoder *d, Utf7Shift *s, uint32_t unit) {
    uint32_t high = s->high;
    s->high = 0;
    if (high && (unit & 0xFC00) == 0xDC00) {
        return sb_put_char(&d->out, 0x10000 + ((high - 0xD800) << 10 | (unit - 0xDC00)));
    }
    if (high && !sb_put_char(&d->out, high)) { return false; }
    if ((unit & 0xFC00) == 0xD800) {
        s->high = unit;
        return true;
    }
    return sb_put_char(&d->out, unit);
}

static bool utf7_shifted(Decoder *d, Utf7Shift *s) {
    uint8_t c = d->in.p[d->at];
    int value = utf7_value(c);
    if (value >= 0) {
        d->at++;
        s->buffer = s->buffer << 6 | (uint32_t)value;
        s->n += 6;
        if (s->n < 16) { return true; }
        s->n -= 16;
        uint32_t unit = s->buffer >> s->n & 0xFFFF;
        s->buffer &= (1u << s->n) - 1;
        return utf7_take_unit(d, s, unit);
    }
    s->on = false;
    if (s->n >= 6) {
        return codec_decode_fault(d, s->start, d->at + 1, "partial character in shift sequence");
    }
    if (s->buffer) {
        return codec_decode_fault(d, s->start, d->at + 1,
                                  "non-zero padding bits in shift sequence");
    }
    if (s->high && c < 0x80 && c != '+' && !sb_put_char(&d->out, s->high)) { return false; }
    d->at += c == '-';
    return true;
}

static bool utf7_plain(Decoder *d, Utf7Shift *s) {
    uint32_t at = d->at;
    uint8_t c = d->in.p[at], next = at + 1 < d->in.n ? d->in.p[at + 1] : 0;
    if (c >= 0x80) { return codec_decode_fault(d, at, at + 1, "unexpected special character"); }
    d->at++;
    if (c != '+') { return sb_put_char(&d->out, c); }
    if (next == '-') {
        d->at++;
        return sb_put_char(&d->out, '+');
    }
    if (d->at < d->in.n && utf7_value(next) < 0) {
        return codec_decode_fault(d, at, at + 2, "ill-formed sequence");
    }
    *s = (Utf7Shift){.start = at, .out = d->out.len, .on = true};
    return true;
}

bool codec_decode_utf7(Decoder *d) {
    Utf7Shift s = {0};
    for (;;) {
        while (d->at < d->in.n) {
            if (!(s.on ? utf7_shifted(d, &s) : utf7_plain(d, &s))) { return false; }
        }
        if (!s.on) { return true; }
        s.on = false;
        if (!d->final) { // all of the section must come again
            d->at = s.start;
            d->out.len = s.out;
            return true;
        }
        if ((s.high || s.n >= 6 || s.buffer) &&
            !codec_decode_fault(d, s.start, d->in.n, "unterminated shift sequence")) {
            return false;
        }
    }
}
