// utf8.h: the text encoding of Natrix. A string is UTF-8 in which every surrogate code point stands
// as its own three bytes, never merged with a neighbour, so each code point has exactly one
// spelling and equal strings have equal bytes. "Text" below means bytes known to be in that form.
//
// Bytes are passed as `const void *` so that callers holding char or uint8_t need no casts.
#ifndef NX_BASE_UTF8_H
#define NX_BASE_UTF8_H

#include "base/base.h"

#define UTF8_MAX_CP   0x10FFFFu
#define UTF8_MAX_SIZE 4 // bytes of one code point

typedef enum Utf8Error {
    UTF8_OK,
    UTF8_BAD_START,     // 'invalid start byte'
    UTF8_BAD_CONTINUE,  // 'invalid continuation byte'
    UTF8_UNEXPECTED_END // 'unexpected end of data'
} Utf8Error;

// A fault as CPython's UnicodeDecodeError reports it: bytes [start, end) are to blame.
typedef struct Utf8Fault {
    size_t start, end;
    Utf8Error what;
} Utf8Fault;

static inline bool utf8_is_surrogate(uint32_t cp) { return (cp & 0xFFFFF800u) == 0xD800u; }

// True for the second, third and fourth bytes of a code point.
static inline bool utf8_is_continue(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Bytes that the code point takes; cp <= UTF8_MAX_CP.
static inline uint32_t utf8_size(uint32_t cp) {
    return 1u + (cp >= 0x80) + (cp >= 0x800) + (cp >= 0x10000);
}

// Bytes of the code point of a text whose first byte is `lead`.
static inline uint32_t utf8_width(uint8_t lead) {
    return 1u + (lead >= 0xC0) + (lead >= 0xE0) + (lead >= 0xF0);
}

// Decodes the code point that starts at s; s must be inside a text. *size gets its bytes.
static inline uint32_t utf8_decode(const void *text, uint32_t *size) {
    const uint8_t *s = text;
    uint32_t c = s[0];
    if (c < 0x80) {
        *size = 1;
        return c;
    }
    if (c < 0xE0) {
        *size = 2;
        return (c & 0x1F) << 6 | (s[1] & 0x3Fu);
    }
    if (c < 0xF0) {
        *size = 3;
        return (c & 0x0F) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
    }
    *size = 4;
    return (c & 0x07) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
}

// Writes cp (a surrogate as three bytes) and returns its size, 1..4. cp <= UTF8_MAX_CP.
static inline uint32_t utf8_encode(void *out, uint32_t cp) {
    uint8_t *p = out;
    if (cp < 0x80) {
        p[0] = (uint8_t)cp;
        return 1;
    }
    if (cp < 0x800) {
        p[0] = (uint8_t)(0xC0 | cp >> 6);
        p[1] = (uint8_t)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        p[0] = (uint8_t)(0xE0 | cp >> 12);
        p[1] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
        p[2] = (uint8_t)(0x80 | (cp & 0x3F));
        return 3;
    }
    p[0] = (uint8_t)(0xF0 | cp >> 18);
    p[1] = (uint8_t)(0x80 | (cp >> 12 & 0x3F));
    p[2] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
    p[3] = (uint8_t)(0x80 | (cp & 0x3F));
    return 4;
}

// Offset of the code point after the one at `at`; at < the text's length.
static inline size_t utf8_next(const void *text, size_t at) {
    return at + utf8_width(((const uint8_t *)text)[at]);
}

// Offset of the code point before the boundary `at`; at > 0.
static inline size_t utf8_prev(const void *text, size_t at) {
    const uint8_t *s = text;
    do { at--; } while (utf8_is_continue(s[at]));
    return at;
}

// Decodes the code point that ends at the boundary *at (> 0) and moves *at to its start.
static inline uint32_t utf8_decode_prev(const void *text, size_t *at) {
    uint32_t size;
    *at = utf8_prev(text, *at);
    return utf8_decode((const uint8_t *)text + *at, &size);
}

// Checks strict UTF-8 (no surrogates, no overlong forms, nothing above 10FFFF), as bytes.decode()
// wants it. True when all is well; else *fault tells of the first fault. A decoder with an error
// handler goes on behind fault->end; an incremental one keeps the bytes of an UTF8_UNEXPECTED_END.
NX_INTERNAL bool utf8_check(const void *bytes, size_t len, Utf8Fault *fault);

// The same, but surrogates of three bytes pass: what a Natrix string may hold.
NX_INTERNAL bool utf8_check_text(const void *bytes, size_t len, Utf8Fault *fault);

// CPython's words for a fault; "" for UTF8_OK.
NX_INTERNAL const char *utf8_reason(Utf8Error what);

// Eight bytes at once: the bit that tells the cases apart, 20h, in each one that is a letter from
// `first` to `first` + 25.
static inline uint64_t ascii_letters(uint64_t word, uint8_t first) {
    const uint64_t ones = 0x0101010101010101u, low = word & ones * 0x7F;
    uint64_t from = low + ones * (uint8_t)(0x80 - first);
    uint64_t behind = low + ones * (uint8_t)(0x80 - first - 26);
    return (from & ~behind & ~word & ones * 0x80) >> 2;
}

// Bytes before the first one >= 0x80; len when there is none.
NX_INTERNAL size_t utf8_ascii_prefix(const void *bytes, size_t len);
static inline bool utf8_is_ascii(const void *bytes, size_t len) {
    return utf8_ascii_prefix(bytes, len) == len;
}

// Code points in text[0..len).
NX_INTERNAL size_t utf8_count(const void *text, size_t len);

// Byte offset of code point number `index` counted from the front; len when there are not so many.
NX_INTERNAL size_t utf8_offset(const void *text, size_t len, size_t index);

// Offset of the first surrogate, or len: what makes a string unfit for strict UTF-8 output.
NX_INTERNAL size_t utf8_find_surrogate(const void *text, size_t len);

#endif
