// re_search.c: how a search gets from one possible start to the next.
//
// Each way looks at a stretch of the subject that the fuel allows for and can stop anywhere; all it
// needs to go on is the place it came to.
#include "lib/re/re_search.h"

#include "lib/re/re_scan.h"

// The end of what may be looked at from p on: a boundary of characters if p is one.
static const uint8_t *re_stretch(const uint8_t *p, const uint8_t *end, const int64_t *fuel) {
    uint64_t allowed = (uint64_t)(*fuel > 0 ? *fuel : 0) * 8 + 64;
    if (p >= end || (uint64_t)(end - p) <= allowed) { return end; }
    const uint8_t *stop = p + allowed;
    while (stop > p + 4 && utf8_is_continue(*stop)) { stop--; }
    return stop;
}

// Stops at the byte or where the stretch ends.
static ReHunt re_hunt_byte(uint8_t byte, const uint8_t *end, const uint8_t **at, int64_t *fuel) {
    const uint8_t *p = *at, *stop = re_stretch(p, end, fuel);
    const uint8_t *found = p < stop ? memchr(p, byte, (size_t)(stop - p)) : NULL;
    *at = found ? found : stop;
    *fuel -= (*at - p) >> 3;
    return found ? RE_HUNT_FOUND : stop < end ? RE_HUNT_AGAIN : RE_HUNT_NONE;
}

static ReHunt re_hunt_plane(const uint32_t *program, const uint8_t *end, const uint8_t **at,
                            int64_t *fuel) {
    uint32_t plane = program[RE_H_START], mask = re_plane_mask(plane);
    const uint8_t *table = re_plane_table(program, plane);
    const uint8_t *p = *at, *stop = re_stretch(p, end, fuel);
    while (p < stop && !(table[*p] & mask)) { p++; }
    *fuel -= (p - *at) >> 3;
    *at = p;
    return p < stop ? RE_HUNT_FOUND : stop < end ? RE_HUNT_AGAIN : RE_HUNT_NONE;
}

// The plane has the bytes that members begin with, so it decides all but what is not ASCII.
static ReHunt re_hunt_class(const uint32_t *program, const uint8_t *end, const uint8_t **at,
                            int64_t *fuel) {
    const uint32_t *cls = program + program[RE_H_START];
    uint32_t plane = program[RE_H_RARE], mask = re_plane_mask(plane);
    const uint8_t *table = re_plane_table(program, plane);
    const uint8_t *p = *at, *stop = re_stretch(p, end, fuel);
    for (; p < stop; p += utf8_width(*p)) {
        while (p < stop && !(table[*p] & mask)) { p++; }
        if (p == stop || *p < 0x80 || re_scan_one(program, cls, p)) { break; }
        *fuel -= 1;
    }
    *fuel -= (p - *at) >> 3;
    *at = p;
    return p < stop ? RE_HUNT_FOUND : stop < end ? RE_HUNT_AGAIN : RE_HUNT_NONE;
}

// The literal's rarest byte is looked for, then the literal compared.
static ReHunt re_hunt_prefix(const uint32_t *program, const uint8_t *end, const uint8_t **at,
                             int64_t *fuel) {
    const uint32_t *lit = program + program[RE_H_START];
    const uint8_t *bytes = (const uint8_t *)(lit + 1);
    uint32_t n = RE_ARG(lit[0]), rare = program[RE_H_RARE];
    for (;;) {
        if (end - *at < (ptrdiff_t)n) { return RE_HUNT_NONE; }
        const uint8_t *p = *at + rare;
        ReHunt hunt = re_hunt_byte(bytes[rare], end - (n - 1 - rare), &p, fuel);
        *at = p - rare;
        if (hunt != RE_HUNT_FOUND) { return hunt; }
        if (memcmp(*at, bytes, n) == 0) { return RE_HUNT_FOUND; }
        ++*at;
        *fuel -= 1;
    }
}

// At the start of the subject or behind a newline.
static ReHunt re_hunt_line(const uint8_t *s, const uint8_t *end, const uint8_t **at,
                           int64_t *fuel) {
    if (*at == s || (*at)[-1] == '\n') { return RE_HUNT_FOUND; }
    ReHunt hunt = re_hunt_byte('\n', end, at, fuel);
    if (hunt == RE_HUNT_FOUND) { ++*at; }
    return hunt;
}

// The next place of the needed byte from p on. RE_S_NEEDED_AT tells up to where there is none.
static ReHunt re_hunt_needed(uint32_t *st, const uint32_t *program, const uint8_t *s,
                             const uint8_t *end, const uint8_t **p, int64_t *fuel) {
    uint8_t needed = (uint8_t)program[RE_H_NEEDED];
    if (*p - s < (ptrdiff_t)st[RE_S_NEEDED_AT]) { *p = s + st[RE_S_NEEDED_AT]; }
    if (*p < end && **p == needed) { return RE_HUNT_FOUND; }
    ReHunt hunt = re_hunt_byte(needed, end, p, fuel);
    st[RE_S_NEEDED_AT] = (uint32_t)(*p - s);
    return hunt;
}

// A run of the class that ends at the needed byte: the byte is found first.
static ReHunt re_hunt_run_to(uint32_t *st, const uint32_t *program, const uint8_t *s,
                             const uint8_t *end, const uint8_t **at, int64_t *fuel) {
    const uint32_t *cls = program + program[RE_H_START];
    bool text = (program[RE_H_FLAGS] & RE_PROG_TEXT) != 0;
    for (;;) {
        const uint8_t *q = *at;
        ReHunt hunt = re_hunt_needed(st, program, s, end, &q, fuel);
        if (hunt != RE_HUNT_FOUND) { return hunt; }
        const uint8_t *p = q;
        while (p > *at) {
            const uint8_t *before = p - 1;
            while (text && before > *at && utf8_is_continue(*before)) { before--; }
            if (!re_scan_one(program, cls, before)) { break; }
            p = before;
        }
        *fuel -= 1 + ((q - p) >> 3);
        if (p < q || program[RE_H_RARE] == 0) {
            *at = p;
            return RE_HUNT_FOUND;
        }
        *at = q + 1;
    }
}

ReHunt re_hunt(uint32_t *st, const uint32_t *program, const uint8_t *s, const uint8_t *end,
               const uint8_t **at, int64_t *fuel) {
    uint32_t kind = program[RE_H_SEARCH];
    if (*at > end || (uint64_t)(end - *at) < program[RE_H_MIN]) { return RE_HUNT_NONE; }
    if (program[RE_H_NEEDED] != RE_NONE && kind != RE_SEARCH_RUN_TO && kind != RE_SEARCH_PREFIX) {
        const uint8_t *p = *at;
        ReHunt hunt = re_hunt_needed(st, program, s, end, &p, fuel);
        if (hunt != RE_HUNT_FOUND) { return hunt; }
    }
    switch (kind) {
    case RE_SEARCH_LINE: return re_hunt_line(s, end, at, fuel);
    case RE_SEARCH_PREFIX: return re_hunt_prefix(program, end, at, fuel);
    case RE_SEARCH_BYTE: return re_hunt_byte((uint8_t)program[RE_H_START], end, at, fuel);
    case RE_SEARCH_PLANE: return re_hunt_plane(program, end, at, fuel);
    case RE_SEARCH_CLASS: return re_hunt_class(program, end, at, fuel);
    case RE_SEARCH_RUN_TO: return re_hunt_run_to(st, program, s, end, at, fuel);
    default: return RE_HUNT_FOUND;
    }
}

bool re_may_match(const uint32_t *program, const void *subject, uint32_t pos, uint32_t endpos) {
    uint32_t kind = program[RE_H_SEARCH];
    uint8_t byte = (uint8_t)program[RE_H_NEEDED];
    if (pos > endpos) { return true; } // CPython's odd case
    if (endpos - pos < program[RE_H_MIN]) { return false; }
    if (program[RE_H_NEEDED] == RE_NONE) {
        if (kind != RE_SEARCH_PREFIX && kind != RE_SEARCH_BYTE) { return true; }
        byte = (uint8_t)program[RE_H_START];
    }
    if (kind == RE_SEARCH_PREFIX) {
        const uint32_t *lit = program + program[RE_H_START];
        byte = ((const uint8_t *)(lit + 1))[program[RE_H_RARE]];
    }
    return memchr((const uint8_t *)subject + pos, byte, endpos - pos) != NULL;
}
