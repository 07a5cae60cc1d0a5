// intern.c: one object for each text used as a name, so that names compare as words.
//
// Two open-addressed tables with linear probing, whose capacity is a power of two. The tenant's
// (head->interned) is a VALUES. An item is a Str, V_UNBOUND where nothing ever was, or V_NONE where
// the collector removed a dead string (a tombstone). head->n_interned counts what is not V_UNBOUND;
// it decides when the table is rebuilt. The image's is never changed: a BLOB of words, 0 where nothing
// is. A word is where the string stands, and as much of its hash as there is room for, so that a probe
// looks at few strings besides the one it finds: each may be on a page nobody else wants.
#include "heap/intern.h"

#include "base/utf8.h"
#include "heap/heap.h"

enum {
    INTERN_MIN_CAP = 256,
    INTERN_AT_BITS = 22, // of a word of the image's table: the offset, in units of 8 bytes
};

static bool intern_matches(const Str *s, const char *bytes, uint32_t len, uint32_t hash) {
    return s->hash == hash && s->h.n == len && memcmp(s->data, bytes, len) == 0;
}

static Value intern_probe(Vm *vm, Value table, const char *bytes, uint32_t len, uint32_t hash) {
    if (!is_tagged(vm, table, T_VALUES)) { return V_UNBOUND; }
    const Values *t = ref_ptr(vm, table);
    for (uint32_t i = hash & (t->h.n - 1);; i = (i + 1) & (t->h.n - 1)) {
        Value v = t->items[i];
        if (v == V_UNBOUND) { return V_UNBOUND; }
        if (is_ref(v) && intern_matches(ref_ptr(vm, v), bytes, len, hash)) { return v; }
    }
}

static Value intern_probe_image(Vm *vm, const char *bytes, uint32_t len, uint32_t hash) {
    if (!is_ref(vm->head->image_interned)) { return V_UNBOUND; }
    const Blob *t = ref_ptr(vm, vm->head->image_interned);
    const uint32_t *words = (const uint32_t *)(const void *)t->data;
    uint32_t mask = t->h.n / 4 - 1;
    for (uint32_t i = hash & mask; words[i]; i = (i + 1) & mask) {
        if ((words[i] ^ hash) >> INTERN_AT_BITS) { continue; }
        Value v = ref_value(words[i] << (32 - INTERN_AT_BITS) >> (29 - INTERN_AT_BITS));
        if (intern_matches(ref_ptr(vm, v), bytes, len, hash)) { return v; }
    }
    return V_UNBOUND;
}

uint32_t intern_image_size(uint32_t n) {
    uint32_t cap = INTERN_MIN_CAP;
    while (cap / 4 * 3 < n) { cap *= 2; }
    return cap * (uint32_t)sizeof(uint32_t);
}

bool intern_fill_image(uint8_t *image, Value table, uint32_t from, uint32_t to) {
    Blob *t = (Blob *)(image + ref_offset(table));
    uint32_t *words = (uint32_t *)(void *)t->data, mask = t->h.n / 4 - 1, room = mask;
    for (uint32_t at = from, size; at < to; at += size) {
        const Str *s = (const Str *)(image + at);
        // Between an older image and what was added to it is room.
        size = s->h.type == T_INVALID ? 8 : obj_size(&s->h);
        if (s->h.type != T_STR || !(s->h.small & STR_INTERNED)) { continue; }
        if (room-- == 0 || at / 8 >> INTERN_AT_BITS) { return false; }
        uint32_t i = s->hash & mask;
        while (words[i]) { i = (i + 1) & mask; }
        words[i] = s->hash >> INTERN_AT_BITS << INTERN_AT_BITS | at / 8;
    }
    return true;
}

Value intern_find(Vm *vm, const char *bytes, uint32_t len, uint32_t hash) {
    Value v = intern_probe_image(vm, bytes, len, hash);
    return v != V_UNBOUND ? v : intern_probe(vm, vm->head->interned, bytes, len, hash);
}

static void intern_place(Vm *vm, Values *t, Value v) {
    uint32_t i = ((const Str *)ref_ptr(vm, v))->hash & (t->h.n - 1);
    while (t->items[i] != V_UNBOUND) { i = (i + 1) & (t->h.n - 1); }
    t->items[i] = v;
}

// Makes sure that one more string fits: at most three quarters of the table are in use.
static bool intern_reserve(Vm *vm) {
    Head *h = vm->head;
    Values *old = is_ref(h->interned) ? ref_ptr(vm, h->interned) : NULL;
    if (old && (h->n_interned + 1) * 4u <= old->h.n * 3u) { return true; }
    uint32_t live = 0;
    for (uint32_t i = 0; old && i < old->h.n; i++) { live += is_ref(old->items[i]); }
    uint32_t cap = INTERN_MIN_CAP;
    while (cap < (live + 1) * 2u) { cap *= 2; }
    Values *t = heap_new_raw(vm, T_VALUES, cap);
    if (!t) { return false; }
    for (uint32_t i = 0; i < cap; i++) { t->items[i] = V_UNBOUND; }
    for (uint32_t i = 0; old && i < old->h.n; i++) {
        if (is_ref(old->items[i])) { intern_place(vm, t, old->items[i]); }
    }
    h->interned = ptr_value(vm, t);
    h->n_interned = live;
    return true;
}

static void intern_add(Vm *vm, Str *s) {
    Values *t = ref_ptr(vm, vm->head->interned);
    uint32_t i = s->hash & (t->h.n - 1);
    while (is_ref(t->items[i])) { i = (i + 1) & (t->h.n - 1); }
    vm->head->n_interned += t->items[i] == V_UNBOUND;
    values_set(vm, t, i, ptr_value(vm, s));
    s->h.small |= STR_INTERNED;
}

Value intern_bytes(Vm *vm, const char *bytes, uint32_t len) {
    uint32_t hash = text_hash(bytes, len);
    Value found = intern_find(vm, bytes, len, hash);
    if (found != V_UNBOUND) { return found; }
    if (!intern_reserve(vm)) { return V_RAISED; }
    Str *s = heap_new(vm, T_STR, len);
    if (!s) { return V_RAISED; }
    memcpy(s->data, bytes, len);
    s->hash = hash;
    s->len = (uint32_t)utf8_count(bytes, len);
    intern_add(vm, s);
    return ptr_value(vm, s);
}

Value intern_str(Vm *vm, Value str) {
    Str *s = ref_ptr(vm, str);
    NX_ASSERT(s->h.type == T_STR);
    if (s->h.small & STR_INTERNED) { return str; }
    // An instance of a subclass has attributes of its own, an image object cannot be marked.
    if (s->h.ext || (s->h.flags & OBJ_FROZEN)) { return intern_bytes(vm, s->data, s->h.n); }
    if (!s->hash) { s->hash = text_hash(s->data, s->h.n); }
    Value found = intern_find(vm, s->data, s->h.n, s->hash);
    if (found != V_UNBOUND) { return found; }
    if (!intern_reserve(vm)) { return V_RAISED; }
    intern_add(vm, s);
    return str;
}
