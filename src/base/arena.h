// arena.h: bump memory that is thrown away as a whole. The front end lives in one (a parse, its
// scopes and its code are dropped together), so there is no free() in it and no leak on an error.
#ifndef NX_BASE_ARENA_H
#define NX_BASE_ARENA_H

#include "base/base.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *blocks;                     // newest first
    char *at, *end;                         // free bytes of the newest block
    size_t used;                            // bytes taken from the host so far
    size_t limit;                           // and how many may be
    bool failed;                            // sticky: some allocation was refused
    void *(*alloc)(void *ctx, size_t size); // host's page source; NULL means malloc
    void (*release)(void *ctx, void *p);
    void *ctx;
} Arena;

NX_INTERNAL void arena_init(Arena *a, size_t limit);
NX_INTERNAL void arena_free(Arena *a);

// Returns zeroed memory aligned to 8, or NULL when the limit or the host refuses (a->failed is set).
NX_INTERNAL void *arena_alloc(Arena *a, size_t size);

// The same, its bytes being anything: for what is large and written before it is read.
NX_INTERNAL void *arena_take(Arena *a, size_t size);

// A copy of bytes[0..len) with a NUL behind it, or NULL.
NX_INTERNAL char *arena_copy(Arena *a, const char *bytes, size_t len);

#define ARENA_NEW(arena, T)      ((T *)arena_alloc((arena), sizeof(T)))
#define ARENA_ARRAY(arena, T, n) ((T *)arena_alloc((arena), sizeof(T) * (size_t)(n)))

#endif
