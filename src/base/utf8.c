// utf8.c: see utf8.h. The scans take eight bytes at a time from a 64-bit word; within a word only
// the number of flagged bytes is used, never their order, so the byte order of the machine is of no
// matter except in utf8_ascii_prefix, which finds its place bytewise.
#include "base/utf8.h"

#define UTF8_HIGH_BITS 0x8080808080808080ull
#define UTF8_LOW_BITS  0x0101010101010101ull

static inline uint64_t utf8_load8(const uint8_t *p) {
    uint64_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

// One in the lowest bit of each byte that starts a code point, that is, which is not 10xxxxxx.
static inline uint64_t utf8_starts(uint64_t x) { return (~x >> 7 | x >> 6) & UTF8_LOW_BITS; }

size_t utf8_ascii_prefix(const void *bytes, size_t len) {
    const uint8_t *s = bytes;
    size_t i = 0;
    for (; len - i >= 32; i += 32) {
        uint64_t any = utf8_load8(s + i) | utf8_load8(s + i + 8) | utf8_load8(s + i + 16) |
                       utf8_load8(s + i + 24);
        if (any & UTF8_HIGH_BITS) { break; }
    }
    for (; len - i >= 8 && !(utf8_load8(s + i) & UTF8_HIGH_BITS); i += 8) {}
    while (i < len && s[i] < 0x80) { i++; }
    return i;
}

size_t utf8_count(const void *text, size_t len) {
    const uint8_t *s = text;
    size_t n = 0, i = 0;
    while (len - i >= 8) {
        // Each byte of `sums` counts up to 255 before it is folded into the total.
        size_t words = (len - i) / 8;
        if (words > 255) { words = 255; }
        uint64_t sums = 0;
        for (; words > 0; words--, i += 8) { sums += utf8_starts(utf8_load8(s + i)); }
        uint64_t pairs = (sums & 0x00FF00FF00FF00FFull) + (sums >> 8 & 0x00FF00FF00FF00FFull);
        n += (size_t)((pairs * 0x0001000100010001ull) >> 48);
    }
    for (; i < len; i++) { n += !utf8_is_continue(s[i]); }
    return n;
}

size_t utf8_offset(const void *text, size_t len, size_t index) {
    const uint8_t *s = text;
    size_t i = 0;
    // `index` counts the starts still to pass. A word is skipped only if the start sought lies
    // behind it, so the walk below begins at or before it.
    while (len - i >= 8) {
        size_t starts = (size_t)((utf8_starts(utf8_load8(s + i)) * UTF8_LOW_BITS) >> 56);
        if (starts > index) { break; }
        index -= starts;
        i += 8;
    }
    for (; i < len; i++) {
        if (utf8_is_continue(s[i])) { continue; }
        if (index == 0) { return i; }
        index--;
    }
    return len;
}

size_t utf8_find_surrogate(const void *text, size_t len) {
    const uint8_t *s = text;
    size_t i = 0;
    while (i < len) {
        const uint8_t *p = memchr(s + i, 0xED, len - i);
        if (!p) { break; }
        i = (size_t)(p - s);
        if (s[i + 1] >= 0xA0) { return i; }
        i += 3;
    }
    return len;
}

// Looks at the sequence of several bytes at s[0..len). Returns its size when it is good; otherwise
// 0, and *what and *bad tell the error and how many bytes are to blame. The second byte decides
// about overlong forms, surrogates and the end of the code space (Unicode Standard, table 3-7).
static uint32_t utf8_sequence(const uint8_t *s, size_t len, bool surrogates, Utf8Error *what,
                              uint32_t *bad) {
    uint8_t c = s[0], low = 0x80, high = 0xBF;
    *what = UTF8_BAD_START;
    *bad = 1;
    if (c < 0xC2 || c > 0xF4) { return 0; }
    if (c == 0xE0) {
        low = 0xA0;
    } else if (c == 0xED && !surrogates) {
        high = 0x9F;
    } else if (c == 0xF0) {
        low = 0x90;
    } else if (c == 0xF4) {
        high = 0x8F;
    }
    uint32_t size = utf8_width(c);
    for (uint32_t i = 1; i < size; i++) {
        *bad = i;
        if (i == len) {
            *what = UTF8_UNEXPECTED_END;
            return 0;
        }
        if (s[i] < low || s[i] > high) {
            *what = UTF8_BAD_CONTINUE;
            return 0;
        }
        low = 0x80;
        high = 0xBF;
    }
    return size;
}

static bool utf8_scan(const uint8_t *s, size_t len, bool surrogates, Utf8Fault *fault) {
    size_t i = 0;
    while (i < len) {
        if (s[i] < 0x80) {
            i += utf8_ascii_prefix(s + i, len - i);
            continue;
        }
        // Most text that is not ASCII stays within one script: short loops for the common widths.
        while (len - i >= 2 && s[i] >= 0xC2 && s[i] < 0xE0 && utf8_is_continue(s[i + 1])) {
            i += 2;
        }
        while (len - i >= 3 && s[i] > 0xE0 && s[i] < 0xF0 && s[i] != 0xED &&
               utf8_is_continue(s[i + 1]) && utf8_is_continue(s[i + 2])) {
            i += 3;
        }
        if (i == len || s[i] < 0x80) { continue; }
        Utf8Error what;
        uint32_t bad, size = utf8_sequence(s + i, len - i, surrogates, &what, &bad);
        if (size == 0) {
            *fault = (Utf8Fault){i, i + bad, what};
            return false;
        }
        i += size;
    }
    return true;
}

bool utf8_check(const void *bytes, size_t len, Utf8Fault *fault) {
    return utf8_scan(bytes, len, false, fault);
}

bool utf8_check_text(const void *bytes, size_t len, Utf8Fault *fault) {
    return utf8_scan(bytes, len, true, fault);
}

const char *utf8_reason(Utf8Error what) {
    switch (what) {
    case UTF8_BAD_START: return "invalid start byte";
    case UTF8_BAD_CONTINUE: return "invalid continuation byte";
    case UTF8_UNEXPECTED_END: return "unexpected end of data";
    case UTF8_OK: break;
    }
    return "";
}
