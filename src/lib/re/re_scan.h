// re_scan.h: testing characters against classes, one by one and in runs; inlined into the matcher.
#ifndef NX_LIB_RE_RE_SCAN_H
#define NX_LIB_RE_RE_SCAN_H

#include "base/utf8.h"
#include "lib/re/re_prog.h"

NX_INTERNAL bool re_class_has_more(const uint32_t *cls, uint32_t c);

// Is the code point c >= 0x80 in the class, which is of kind SOME?
static inline bool re_class_has(const uint32_t *cls, uint32_t c) {
    if (cls[RE_C_CATS] || cls[RE_C_RANGES] > 2) { return re_class_has_more(cls, c); }
    const uint32_t *r = cls + RE_C_SIZE;
    bool hit = cls[RE_C_RANGES] && c >= r[0] && c <= r[1];
    return hit || (cls[RE_C_RANGES] > 1 && c >= r[2] && c <= r[3]);
}

// The size of the character at p if it is in the class, else 0; p is inside of the subject.
static inline uint32_t re_scan_one(const uint32_t *program, const uint32_t *cls, const uint8_t *p) {
    uint32_t kind = RE_OPCODE(cls[RE_C_KIND]), plane = cls[RE_C_PLANE], size;
    if (*p < 0x80 || kind == RE_KIND_BYTES || kind == RE_KIND_BYTE) {
        return (re_plane_table(program, plane)[*p] & re_plane_mask(plane)) != 0;
    }
    if (!(program[RE_H_FLAGS] & RE_PROG_TEXT)) {
        return (re_plane_table(program, plane)[*p] & re_plane_mask(plane)) != 0;
    }
    if (kind != RE_KIND_SOME) { return utf8_width(*p); }
    uint32_t c = utf8_decode(p, &size);
    return re_class_has(cls, c) ? size : 0;
}

// The end of the run of the class from p on. `end` is a boundary of characters.
static inline const uint8_t *re_scan_run(const uint32_t *program, const uint32_t *cls,
                                         const uint8_t *p, const uint8_t *end) {
    uint32_t kind = cls[RE_C_KIND], plane = cls[RE_C_PLANE];
    const uint8_t *table = re_plane_table(program, plane);
    uint32_t mask = re_plane_mask(plane);
    switch (RE_OPCODE(kind)) {
    case RE_KIND_NOT: {
        const uint8_t *stop = memchr(p, (int)(kind >> 8), (size_t)(end - p));
        return stop ? stop : end;
    }
    case RE_KIND_ALL: return end;
    case RE_KIND_SOME:
        while (p < end) {
            if (*p < 0x80) {
                if (!(table[*p] & mask)) { break; }
                p++;
            } else {
                uint32_t size, c = utf8_decode(p, &size);
                if (!re_class_has(cls, c)) { break; }
                p += size;
            }
        }
        return p;
    default:
        while (p < end && (table[*p] & mask)) { p++; }
        return p;
    }
}

// At most n characters of the class from p on; *n gets how many were not taken.
static inline const uint8_t *re_scan_count(const uint32_t *program, const uint32_t *cls,
                                           const uint8_t *p, const uint8_t *end, uint32_t *n) {
    uint32_t left = *n, size;
    for (; left && p < end && (size = re_scan_one(program, cls, p)) != 0; left--) { p += size; }
    *n = left;
    return p;
}

#endif
