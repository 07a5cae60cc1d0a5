#include "rt/typedef.h"

extern const TypeDef x_type;
static int x_depth;

static int leaf_enter(void) { return x_depth++ < 16; }

static int hash_of(int v) {
    if (!leaf_enter()) { return 0; }
    int h = x_type.hash(v - 1);
    x_depth--;
    return h;
}

static int x_hash(int v) { return hash_of(v); }

const TypeDef x_type = {
    .hash = x_hash,
};
