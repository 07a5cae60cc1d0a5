// layout.c: what an image's bytes take for granted of the library that runs it: the numbers of
// natives, attributes, names, exceptions, internals and instructions, and the shapes of objects and
// of the head. Two libraries with the same hash understand each other's images.
#include "snap/snap.h"

#include "base/hash.h"
#include "vm/opcode.h"

static uint64_t mix_text(uint64_t h, const char *text) {
    return hash_mix(h ^ (uint64_t)hash_bytes(text, strlen(text)));
}

static uint64_t mix_texts(uint64_t h, const char *const *texts, uint32_t n) {
    h = hash_mix(h ^ n);
    for (uint32_t i = 0; i < n; i++) { h = mix_text(h, texts[i]); }
    return h;
}

static uint64_t mix_natives(uint64_t h, const NativeTable *t) {
    for (uint32_t i = 0; i < t->n_natives; i++) {
        const NativeDef *d = t->natives[i];
        h = mix_text(mix_text(mix_text(h, t->native_owners[i]), d->name), d->sig);
        h = hash_mix(h ^ d->kind ^ (uint64_t)d->scratch << 8 ^ (uint64_t)d->flags << 16);
    }
    for (uint32_t i = 0; i < t->n_getsets; i++) {
        h = mix_text(mix_text(h, t->getset_owners[i]), t->getsets[i]->name);
    }
    return h;
}

static const char *const layout_texts[] = {
#define NAME(id, text) text,
#include "heap/names.def"
#undef NAME
#define EXC(Name, Base, doc) #Name,
#include "rt/exc.def"
#undef EXC
#define X(NAME, sig) #NAME,
    NX_INTERNALS(X)
#undef X
#define OP(NAME, layout, reads, writes, doc) #NAME, layout,
#include "vm/opcodes.def"
#undef OP
#define ROOT(name, doc) #name,
        NX_ROOTS(ROOT)
#undef ROOT
#define WEAK(name, stride, doc) #name,
            NX_WEAK_ROOTS(WEAK)
#undef WEAK
#define TABLE(name, doc) #name,
                NX_IMAGE_TABLES(TABLE)
#undef TABLE
};

uint64_t snap_layout_hash(const NativeTable *t) {
    uint64_t h = mix_natives(t->n_natives, t);
    h = mix_texts(h, layout_texts, COUNT_OF(layout_texts));
    h = mix_texts(h, type_tag_names + 1, T_COUNT - 1);
    for (uint32_t i = 0; i < T_COUNT; i++) {
        const TypeLayout *l = &type_layouts[i];
        h = hash_mix(h ^ l->values ^ (uint64_t)l->values_per_n << 16 ^ (uint64_t)l->bytes << 32 ^
                     (uint64_t)l->bytes_per_n << 48);
    }
    return hash_mix(h ^ sizeof(Head));
}
