// arena.c: see arena.h. Blocks double up to 256 KiB; a request larger than that gets its own.
#include "base/arena.h"

#include <stdlib.h>

struct ArenaBlock {
    ArenaBlock *next;
    size_t size;
};

enum { ARENA_FIRST_BLOCK = 8 * 1024, ARENA_MAX_BLOCK = 256 * 1024 };

void arena_init(Arena *a, size_t limit) {
    memset(a, 0, sizeof *a);
    a->limit = limit;
}

static void arena_release_block(Arena *a, ArenaBlock *b) {
    if (a->release) {
        a->release(a->ctx, b);
    } else {
        free(b);
    }
}

void arena_free(Arena *a) {
    for (ArenaBlock *b = a->blocks; b;) {
        ArenaBlock *next = b->next;
        arena_release_block(a, b);
        b = next;
    }
    a->blocks = NULL;
    a->at = a->end = NULL;
    a->used = 0;
}

static bool arena_grow(Arena *a, size_t need) {
    size_t size = a->blocks ? a->blocks->size * 2 : ARENA_FIRST_BLOCK;
    if (size > ARENA_MAX_BLOCK) { size = ARENA_MAX_BLOCK; }
    if (size < need + sizeof(ArenaBlock)) { size = need + sizeof(ArenaBlock); }
    if (size > a->limit || a->used > a->limit - size) { return false; }
    ArenaBlock *b = a->alloc ? a->alloc(a->ctx, size) : malloc(size);
    if (!b) { return false; }
    b->next = a->blocks;
    b->size = size;
    a->blocks = b;
    a->used += size;
    a->at = (char *)(b + 1);
    a->end = (char *)b + size;
    return true;
}

void *arena_take(Arena *a, size_t size) {
    size = (size + 7) & ~(size_t)7;
    if ((size_t)(a->end - a->at) < size) {
        if (size > ((size_t)1 << 31) || !arena_grow(a, size)) {
            a->failed = true;
            return NULL;
        }
    }
    void *p = a->at;
    a->at += size;
    return p;
}

void *arena_alloc(Arena *a, size_t size) {
    void *p = arena_take(a, size);
    return p ? memset(p, 0, size) : NULL;
}

char *arena_copy(Arena *a, const char *bytes, size_t len) {
    char *p = arena_take(a, len + 1);
    if (!p) { return NULL; }
    memcpy(p, bytes, len);
    p[len] = 0;
    return p;
}
