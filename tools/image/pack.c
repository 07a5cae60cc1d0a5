// pack.c: see pack.h. Greedy, but for one look ahead: a match waits when a longer one begins with the
// next byte. Places with the same four bytes are chained, the latest first.
#include "pack.h"

#include <stdlib.h>
#include <string.h>

enum { PACK_TABLE = 1 << 16, PACK_TRIES = 512, PACK_NONE = -1 };

typedef struct Packer {
    const uint8_t *text;
    size_t n;
    uint8_t *out;
    int32_t *latest; // by hash: a place in the text
    int32_t *before; // by place: the one before it with that hash
} Packer;

typedef struct Match {
    size_t len, back; // len 0: none
} Match;

static uint32_t pack_hash(const uint8_t *p) {
    uint32_t word = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    return word * 2654435761u >> 16;
}

static void pack_enter(Packer *p, size_t at) {
    if (at + LZ_LEAST > p->n) { return; }
    uint32_t hash = pack_hash(p->text + at);
    p->before[at] = p->latest[hash];
    p->latest[hash] = (int32_t)at;
}

// The longest match for what stands at `at`, which is not entered yet.
static Match pack_search(const Packer *p, size_t at) {
    Match best = {0};
    if (at + LZ_LEAST > p->n) { return best; }
    int32_t place = p->latest[pack_hash(p->text + at)];
    for (int tries = PACK_TRIES; tries && place != PACK_NONE; tries--) {
        size_t from = (size_t)place, len = 0;
        if (at - from > LZ_WINDOW) { break; }
        while (at + len < p->n && p->text[from + len] == p->text[at + len]) { len++; }
        if (len >= LZ_LEAST && len > best.len) { best = (Match){len, at - from}; }
        place = p->before[from];
    }
    return best;
}

static void pack_count(Packer *p, size_t count) {
    if (count < 15) { return; }
    for (count -= 15; count >= 255; count -= 255) { *p->out++ = 255; }
    *p->out++ = (uint8_t)count;
}

static uint8_t pack_half(size_t count) { return count < 15 ? (uint8_t)count : 15; }

// The plain bytes [from, at) and the match behind them.
static void pack_sequence(Packer *p, size_t from, size_t at, Match m) {
    size_t more = m.len ? m.len - LZ_LEAST : 0;
    *p->out++ = (uint8_t)(pack_half(at - from) << 4 | pack_half(more));
    pack_count(p, at - from);
    memcpy(p->out, p->text + from, at - from);
    p->out += at - from;
    if (!m.len) { return; }
    *p->out++ = (uint8_t)m.back;
    *p->out++ = (uint8_t)(m.back >> 8);
    pack_count(p, more);
}

static void pack_all(Packer *p) {
    size_t from = 0, at = 0;
    while (at < p->n) {
        Match m = pack_search(p, at);
        pack_enter(p, at);
        if (!m.len || pack_search(p, at + 1).len > m.len) {
            at++;
            continue;
        }
        pack_sequence(p, from, at, m);
        for (size_t i = 1; i < m.len; i++) { pack_enter(p, at + i); }
        from = at += m.len;
    }
    if (from < at) { pack_sequence(p, from, at, (Match){0}); }
}

size_t pack_text(const uint8_t *text, size_t n, uint8_t *out) {
    Packer p = {text, n, out, malloc(PACK_TABLE * sizeof(int32_t)),
                malloc((n + 1) * sizeof(int32_t))};
    bool ok = p.latest && p.before;
    if (ok) {
        memset(p.latest, 0xFF, PACK_TABLE * sizeof(int32_t)); // PACK_NONE
        pack_all(&p);
    }
    free(p.latest);
    free(p.before);
    return ok ? (size_t)(p.out - out) : 0;
}
