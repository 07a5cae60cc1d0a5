// libFuzzer target for the front end: text to tokens, tree, scopes, checks and dump. The first two
// bytes choose mode and flags, a bound on work and an allocation that fails; the rest is source.
//
// The arena here gives each allocation a block of its own, so that a step beyond one is seen.
// `make fuzz-parse`; python.dict names the tokens.
#include <stdlib.h>

#include "front/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct ArenaBlock {
    ArenaBlock *next;
    size_t size;
};

void arena_init(Arena *a, size_t limit) {
    memset(a, 0, sizeof *a);
    a->limit = limit;
}

void arena_free(Arena *a) {
    while (a->blocks) {
        ArenaBlock *next = a->blocks->next;
        free(a->blocks);
        a->blocks = next;
    }
}

void *arena_take(Arena *a, size_t size) { return arena_alloc(a, size); }

// a->limit counts allocations here.
void *arena_alloc(Arena *a, size_t size) {
    ArenaBlock *b = a->limit-- ? calloc(1, sizeof *b + size) : NULL;
    if (!b) {
        a->limit = 0;
        a->failed = true;
        return NULL;
    }
    b->next = a->blocks;
    a->blocks = b;
    return b + 1;
}

char *arena_copy(Arena *a, const char *bytes, size_t len) {
    char *copy = arena_alloc(a, len + 1);
    if (copy) { memcpy(copy, bytes, len); }
    return copy;
}

static void fuzz_put(void *ctx, const char *bytes, size_t len) {
    uint32_t *sum = ctx;
    for (size_t i = 0; i < len; i++) { *sum = *sum * 31 + (uint8_t)bytes[i]; }
}

static void fuzz_expect(bool condition) {
    if (!condition) { abort(); }
}

// What holds of every error.
static void fuzz_check_error(const Front *f) {
    const FrontError *e = &f->error;
    fuzz_expect(e->kind != FRONT_OK);
    fuzz_expect(e->message || e->kind == FRONT_MEMORY_ERROR || f->arena->failed);
    fuzz_expect(e->kind != FRONT_LIMIT || f->work > f->work_limit);
    uint32_t sum = 0;
    if (e->message) { fuzz_put(&sum, e->message, strlen(e->message)); }
    if (e->text) { fuzz_put(&sum, e->text, e->text_len); }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const FrontMode modes[] = {FRONT_EXEC, FRONT_EXEC, FRONT_EVAL, FRONT_SINGLE};
    if (size < 2) { return 0; }
    Arena arena;
    arena_init(&arena, data[1] >= 192 ? (size_t)(data[1] - 191) * 7 : (size_t)1 << 22);
    char *source = malloc(size - 2 + !(size - 2)); // exactly as long as it is said to be
    fuzz_expect(source);
    memcpy(source, data + 2, size - 2);
    Front f;
    front_init(&f, &arena, source, size - 2, "fuzz", modes[data[0] & 3], data[0] >> 2 & 3);
    f.work_limit = data[1] >= 128 && data[1] < 192 ? (uint64_t)(data[1] - 127) * 5 : 1 << 22;
    Node *tree = front_parse(&f);
    if (tree && scope_build(&f, tree) && check_tree(&f, tree)) {
        uint32_t sum = 0;
        ast_dump(tree, data[0] & 32, fuzz_put, &sum);
        fuzz_expect(f.error.kind == FRONT_OK && !arena.failed);
    } else {
        fuzz_check_error(&f);
    }
    arena_free(&arena);
    free(source);
    return 0;
}
