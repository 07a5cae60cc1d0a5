#include "rt/typedef.h"

extern const TypeDef x_type;

static int hash_of(int v) {
    return x_type.hash(v - 1);
}

static int x_hash(int v) { return hash_of(v); }

const TypeDef x_type = {
    .hash = x_hash,
};
