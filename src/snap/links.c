// links.c: see links.h.
#include "snap/links.h"

#include "base/hash.h"
#include "heap/vm.h"
#include "rt/errors.h"
#include "vm/opcode.h"

#include <stdlib.h>

static uint64_t mix_text(uint64_t h, const char *text) {
    return hash_mix(h ^ (uint64_t)hash_bytes(text, strlen(text)));
}

static uint64_t link_native(const NativeTable *t, uint32_t i) {
    const NativeDef *d = t->natives[i];
    uint64_t h = mix_text(mix_text(mix_text(0, t->native_owners[i]), d->name), d->sig);
    return hash_mix(h ^ d->kind ^ (uint64_t)d->scratch << 8 ^ (uint64_t)d->flags << 16);
}

static uint64_t link_type(uint32_t tag) {
    const TypeLayout *l = &type_layouts[tag];
    uint64_t h = tag ? mix_text(0, type_tag_names[tag]) : 0;
    return hash_mix(h ^ l->values ^ (uint64_t)l->values_per_n << 16 ^ (uint64_t)l->bytes << 32 ^
                    (uint64_t)l->bytes_per_n << 48);
}

static const char *const head_texts[] = {
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
static const char *const op_texts[] = {
#define OP(NAME, layout, reads, writes, doc) #NAME "/" layout,
#include "vm/opcodes.def"
#undef OP
};
static const char *const name_texts[] = {
#define NAME(id, text) text,
#include "heap/names.def"
#undef NAME
};
static const char *const exc_texts[] = {
#define EXC(Name, Base, doc) #Name "/" #Base,
#include "rt/exc.def"
#undef EXC
};
static const char *const internal_texts[] = {
#define X(NAME, fn, scratch, sig) #NAME,
#include "rt/internals.def"
#undef X
};

static uint64_t *put_texts(uint64_t *at, const char *const *texts, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) { *at++ = mix_text(0, texts[i]); }
    return at;
}

static uint32_t links_total(const Links *l) {
    uint64_t n = 0;
    for (uint32_t i = 0; i < LINK_KINDS; i++) { n += l->counts[i]; }
    return n < 1 << 24 ? (uint32_t)n : UINT32_MAX;
}

size_t links_size(const Links *l) { return sizeof *l + (size_t)links_total(l) * 8; }

uint64_t links_hash(const Links *l) { return (uint64_t)hash_bytes(l, links_size(l)); }

Links *links_new(const NativeTable *t) {
    Links counts = {.counts = {[LINK_HEAD] = COUNT_OF(head_texts) + 1,
                               [LINK_OPS] = COUNT_OF(op_texts),
                               [LINK_TYPES] = T_COUNT,
                               [LINK_NAMES] = COUNT_OF(name_texts),
                               [LINK_EXCS] = COUNT_OF(exc_texts),
                               [LINK_INTERNALS] = COUNT_OF(internal_texts),
                               [LINK_NATIVES] = t->n_natives,
                               [LINK_GETSETS] = t->n_getsets}};
    Links *l = malloc(links_size(&counts));
    if (!l) { return NULL; }
    *l = counts;
    uint64_t *at = put_texts(l->items, head_texts, COUNT_OF(head_texts));
    *at++ = sizeof(Head);
    at = put_texts(at, op_texts, COUNT_OF(op_texts));
    for (uint32_t i = 0; i < T_COUNT; i++) { *at++ = link_type(i); }
    at = put_texts(at, name_texts, COUNT_OF(name_texts));
    at = put_texts(at, exc_texts, COUNT_OF(exc_texts));
    at = put_texts(at, internal_texts, COUNT_OF(internal_texts));
    for (uint32_t i = 0; i < t->n_natives; i++) { *at++ = link_native(t, i); }
    for (uint32_t i = 0; i < t->n_getsets; i++) {
        *at++ = mix_text(mix_text(0, t->getset_owners[i]), t->getsets[i]->name);
    }
    return l;
}

static const uint64_t *links_part(const Links *l, LinkKind kind) {
    const uint64_t *at = l->items;
    for (uint32_t i = 0; i < kind; i++) { at += l->counts[i]; }
    return at;
}

// ---- an older image's --------------------------------------------------------------------------

static bool links_are_prefix(const Links *own, const Links *image, LinkKind kind) {
    uint32_t n = image->counts[kind];
    return n <= own->counts[kind] &&
           memcmp(links_part(own, kind), links_part(image, kind), n * sizeof(uint64_t)) == 0;
}

// What stands for a native that is gone or takes other arguments now.
static Value link_raise(Vm *vm) {
    return raise_error(vm, EXC_SystemError, "not what it was when the image was made");
}
static Value link_call(Vm *vm, Value *a) {
    (void)a;
    return link_raise(vm);
}
static Value link_get(Vm *vm, Value v) {
    (void)v;
    return link_raise(vm);
}
static bool link_set(Vm *vm, Value v, Value x) {
    (void)v, (void)x;
    return link_raise(vm) != V_RAISED;
}
static const NativeDef link_native_gone = LEAF("gone", "", link_call, NULL);
static const GetSetDef link_getset_gone = {"gone", link_get, link_set, NULL};

bool links_is_gone(const NativeDef *def) { return def == &link_native_gone; }

// Reorders two parallel arrays of pointers as the image numbers them; `gone` where nothing fits.
static bool links_reorder(const Links *own, const Links *image, LinkKind kind, const void ***defs,
                          const char ***owners, uint32_t *n_defs, const void *gone) {
    uint32_t n = own->counts[kind], n_image = image->counts[kind], done = 0;
    const uint64_t *ours = links_part(own, kind), *theirs = links_part(image, kind);
    size_t most = (size_t)n + n_image + 1;
    const void **new_defs = malloc(most * sizeof *new_defs);
    const char **new_owners = malloc(most * sizeof *new_owners);
    bool *taken = calloc(most, 1);
    bool ok = new_defs && new_owners && taken;
    for (uint32_t i = 0; ok && i < n_image + n; i++) {
        uint32_t k = i < n_image ? 0 : i - n_image;
        while (i < n_image && k < n && (taken[k] || ours[k] != theirs[i])) { k++; }
        if (i >= n_image && taken[k]) { continue; }
        taken[k] = k < n;
        new_defs[done] = k < n ? (*defs)[k] : gone;
        new_owners[done++] = k < n ? (*owners)[k] : "";
    }
    free(taken);
    if (!ok) {
        free(new_defs);
        free(new_owners);
        return false;
    }
    free(*defs);
    free(*owners);
    *defs = new_defs;
    *owners = new_owners;
    *n_defs = done;
    return true;
}

bool links_bind(NativeTable *t, const Links *own, const Links *image, size_t size) {
    if (size < sizeof *image || size < links_size(image)) { return false; }
    bool ok = image->counts[LINK_HEAD] == own->counts[LINK_HEAD];
    for (uint32_t kind = LINK_HEAD; ok && kind <= LINK_INTERNALS; kind++) {
        ok = links_are_prefix(own, image, (LinkKind)kind);
    }
    const void **natives = (const void **)(void *)t->natives;
    const void **getsets = (const void **)(void *)t->getsets;
    ok = ok && links_reorder(own, image, LINK_NATIVES, &natives, &t->native_owners, &t->n_natives,
                             &link_native_gone);
    t->natives = (const NativeDef **)(void *)natives;
    ok = ok && links_reorder(own, image, LINK_GETSETS, &getsets, &t->getset_owners, &t->n_getsets,
                             &link_getset_gone);
    t->getsets = (const GetSetDef **)(void *)getsets;
    t->cap_natives = t->n_natives;
    t->cap_getsets = t->n_getsets;
    return ok;
}
