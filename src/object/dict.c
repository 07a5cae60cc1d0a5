// dict.c: the table behind dicts, namespaces and keyword arguments. See dict.h for the layout.
//
// A lookup compares identity first, then the 32-bit hashes, then content. Up to DICT_LINEAR entries
// are simply scanned; above, a BLOB of 8, 16 or 32 bit words maps hashes to entries: 0 is a free
// place, else the entry's position plus one. A deleted entry keeps its place there, so probe chains
// stay whole, until a new key takes the place; a rebuild drops what was deleted.
//
// Invariants: the index, when there is one, has a free place (it is at most two thirds full);
// `used` <= capacity; `version` takes a new number from the machine whenever keys come, go or move.
// Keys that need guest code for hash or comparison are the matter of dict_steps.c, on top of
// dict_probe; key.c decides which keys those are. Methods stand in dict_methods.c.
#include "object/dict.h"

#include "base/hash.h"
#include "object/key.h"
#include "object/str.h"

enum {
    DICT_FIRST = 4,        // capacity of the first entries
    DICT_PROBE_FREE = 16,  // probes that are nobody's fault; further ones are charged
    DICT_PROBE_BOUND = 48, // an insertion that probes longer makes the dict scramble its index
};

static inline void dict_changed(Vm *vm, Dict *d) {
    d->version = (uint32_t)++vm->head->namespace_version;
}

// ---- the index ---------------------------------------------------------------------------------

static inline uint32_t index_get(const Blob *b, uint32_t mask, uint32_t i) {
    if (NX_LIKELY(mask <= 0xFF)) { return b->data[i]; }
    if (NX_LIKELY(mask <= 0xFFFF)) { return ((const uint16_t *)(const void *)b->data)[i]; }
    return ((const uint32_t *)(const void *)b->data)[i];
}

static inline void index_put(Blob *b, uint32_t mask, uint32_t i, uint32_t position) {
    if (mask <= 0xFF) {
        b->data[i] = (uint8_t)position;
    } else if (mask <= 0xFFFF) {
        ((uint16_t *)(void *)b->data)[i] = (uint16_t)position;
    } else {
        ((uint32_t *)(void *)b->data)[i] = position;
    }
}

static inline uint64_t index_bytes(uint64_t places) {
    return places * (places <= 0x100 ? 1u : places <= 0x10000 ? 2u : 4u);
}

// Where the probing for a hash starts; the whole word is used up by the probes that follow.
static inline uint32_t index_start(const Dict *d, uint32_t hash) {
    return NX_LIKELY(d->seed == 0) ? hash : (uint32_t)(hash_mix(hash ^ (uint64_t)d->seed << 32));
}

static inline uint32_t index_next(uint32_t mask, uint32_t i, uint32_t *perturb) {
    *perturb >>= 5;
    return (i * 5 + *perturb + 1) & mask;
}

// Lookups cannot raise: what a flood costs is taken from the budget, and the loop looks at it.
static inline void charge_probes(Vm *vm, uint32_t n) {
    if (NX_UNLIKELY(n > DICT_PROBE_FREE)) { native_charge_done(vm, n - DICT_PROBE_FREE); }
}

// Enters a position under a hash that no deleted entry has; returns the number of probes.
static uint32_t index_insert(Blob *b, uint32_t mask, uint32_t start, uint32_t position) {
    uint32_t perturb = start, i = start & mask, n = 0;
    while (index_get(b, mask, i) != 0) {
        i = index_next(mask, i, &perturb);
        n++;
    }
    index_put(b, mask, i, position + 1);
    return n;
}

// The same among deleted entries, whose places are free to be taken.
static uint32_t index_enter(Blob *b, uint32_t mask, uint32_t start, uint32_t position,
                            const Entries *e) {
    uint32_t perturb = start, i = start & mask, n = 0;
    for (uint32_t p; (p = index_get(b, mask, i)) != 0; n++) {
        if (e->items[p - 1].key == V_UNBOUND) { break; }
        i = index_next(mask, i, &perturb);
    }
    index_put(b, mask, i, position + 1);
    return n;
}

// ---- making, growing, copying ------------------------------------------------------------------

// Places of an index for `capacity` entries: a power of two; 0 for none.
static uint64_t index_places(uint64_t capacity) {
    uint64_t places = 16;
    if (capacity <= DICT_LINEAR) { return 0; }
    while (places * 2 / 3 < capacity) { places *= 2; }
    return places;
}

static uint64_t entries_capacity(uint64_t capacity) {
    uint64_t places = index_places(capacity);
    return places ? places * 2 / 3 : capacity <= DICT_FIRST ? DICT_FIRST : DICT_LINEAR;
}

Value dict_new(Vm *vm, uint32_t capacity) {
    Dict *d = HEAP_MAKE_ZEROED(vm, DICT);
    TRY(d);
    d->entries = d->index = V_NONE;
    if (capacity) { TRY(dict_reserve(vm, d, capacity)); }
    return ptr_value(vm, d);
}

// Copies the live entries, in order, to fresh ones from `n` on; returns where they end.
static uint32_t entries_compact(const Entries *from, uint32_t used, Entries *to, uint32_t n) {
    const uint32_t *old_hash = entries_hashes((Entries *)(uintptr_t)from);
    uint32_t *hash = entries_hashes(to);
    for (uint32_t i = 0; i < used; i++) {
        if (from->items[i].key == V_UNBOUND) { continue; }
        to->items[n] = from->items[i];
        hash[n++] = old_hash[i];
    }
    return n;
}

// Enters the entries from `first` on into an empty index; returns the most probes that one took.
static uint32_t index_fill(Vm *vm, const Dict *d, Blob *index, uint32_t mask, const uint32_t *hash,
                           uint32_t first, uint32_t n) {
    uint32_t most = 0;
    for (uint32_t i = first; i < n; i++) {
        uint32_t probes = index_insert(index, mask, index_start(d, hash[i]), i);
        charge_probes(vm, probes);
        most = max_u32(most, probes);
    }
    return most;
}

// A flood of keys with related hashes: order the index by a scrambled hash from now on.
static NX_COLD void dict_scramble(Vm *vm, Dict *d, Blob *index, uint32_t mask, const uint32_t *hash,
                                  uint32_t first, uint32_t n) {
    d->seed = d->version | 1;
    memset(index->data, 0, index->h.n);
    index_fill(vm, d, index, mask, hash, first, n);
}

// Gives the dict fresh entries (and index) with room for `capacity`, without deleted ones but for a
// gap of so many in front. A dict with a gap has twice the index: see dict_move_first.
static NX_NOINLINE bool dict_rebuild_gap(Vm *vm, Dict *d, uint64_t capacity, uint32_t gap) {
    uint64_t places = index_places(capacity) << (gap ? 1 : 0), cap = entries_capacity(capacity);
    Entries *e = heap_new_raw(vm, T_ENTRIES, cap);
    Blob *index = places ? heap_new(vm, T_BLOB, index_bytes(places)) : NULL;
    if (!e || (places && !index)) { return false; }
    uint32_t n = d->used ? entries_compact(dict_entries(vm, d), d->used, e, gap) : 0;
    uint32_t *hash = entries_hashes(e), mask = places ? (uint32_t)places - 1 : 0;
    for (uint32_t i = 0; i < gap; i++) {
        e->items[i] = (DictEntry){V_UNBOUND, i ? V_NONE : int_value(gap)};
        hash[i] = 0;
    }
    memset(&e->items[n], 0, (size_t)(cap - n) * sizeof(DictEntry));
    memset(&hash[n], 0, (size_t)(cap - n) * sizeof(uint32_t));
    obj_touch(vm, d);
    if (index && index_fill(vm, d, index, mask, hash, gap, n) > DICT_PROBE_BOUND && d->seed == 0) {
        dict_scramble(vm, d, index, mask, hash, gap, n);
    }
    d->entries = ptr_value(vm, e);
    d->index = index ? ptr_value(vm, index) : V_NONE;
    d->index_mask = mask;
    d->used = n;
    dict_changed(vm, d);
    return true;
}

static bool dict_rebuild(Vm *vm, Dict *d, uint64_t capacity) {
    return dict_rebuild_gap(vm, d, capacity, 0);
}

static inline uint32_t dict_capacity(Vm *vm, const Dict *d) {
    return d->entries == V_NONE ? 0 : dict_entries(vm, d)->h.n;
}

bool dict_reserve(Vm *vm, Dict *d, uint32_t capacity) {
    return capacity <= dict_capacity(vm, d) || dict_rebuild(vm, d, max_u32(capacity, d->h.n));
}

// Room for one more. As in CPython a full table is rebuilt for twice its live items.
bool dict_make_room(Vm *vm, Dict *d) {
    if (NX_LIKELY(d->used < dict_capacity(vm, d))) { return true; }
    uint64_t n = d->h.n;
    return dict_rebuild(vm, d, n < DICT_FIRST ? DICT_FIRST : n < DICT_LINEAR ? DICT_LINEAR : 2 * n);
}

bool dict_append(Vm *vm, Dict *d, Value key, uint32_t hash, Value value) {
    if (d->used == dict_capacity(vm, d) && !dict_make_room(vm, d)) { return false; }
    obj_touch(vm, d);
    Entries *e = dict_entries(vm, d);
    obj_touch(vm, e);
    uint32_t at = d->used++;
    e->items[at] = (DictEntry){key, value};
    entries_hashes(e)[at] = hash;
    d->h.n++;
    dict_changed(vm, d);
    if (d->index_mask) {
        Blob *index = ref_ptr(vm, d->index);
        obj_touch(vm, index);
        uint32_t probes = index_enter(index, d->index_mask, index_start(d, hash), at, e);
        charge_probes(vm, probes);
        if (NX_UNLIKELY(probes > DICT_PROBE_BOUND) && d->seed == 0) {
            dict_scramble(vm, d, index, d->index_mask, entries_hashes(e), 0, d->used);
        }
    }
    return true;
}

// The same with the place of the index that a search found for the key (or PLACE_UNKNOWN).
#define PLACE_UNKNOWN UINT32_MAX

static inline bool dict_append_at(Vm *vm, Dict *d, Value key, uint32_t hash, Value value,
                                  uint32_t place) {
    if (place == PLACE_UNKNOWN) { return dict_append(vm, d, key, hash, value); }
    Entries *e = dict_entries(vm, d);
    uint32_t at = d->used;
    if (at == e->h.n) { return dict_append(vm, d, key, hash, value); }
    Blob *index = ref_ptr(vm, d->index);
    obj_touch(vm, d);
    obj_touch(vm, e);
    obj_touch(vm, index);
    e->items[at] = (DictEntry){key, value};
    entries_hashes(e)[at] = hash;
    index_put(index, d->index_mask, place, at + 1);
    d->used++;
    d->h.n++;
    dict_changed(vm, d);
    return true;
}

// Into a fresh dict: the table of one without deleted entries, as it is.
static bool dict_copy_table(Vm *vm, Dict *copy, const Dict *d) {
    const Entries *old = dict_entries(vm, d);
    Entries *e = heap_new_raw(vm, T_ENTRIES, old->h.n);
    if (!e) { return false; }
    memcpy(e->items, old->items, old->h.n * (sizeof(DictEntry) + sizeof(uint32_t)));
    if (d->index_mask) {
        uint64_t bytes = index_bytes((uint64_t)d->index_mask + 1);
        Blob *index = heap_new_raw(vm, T_BLOB, bytes);
        if (!index) { return false; }
        memcpy(index->data, ((Blob *)ref_ptr(vm, d->index))->data, (size_t)bytes);
        copy->index = ptr_value(vm, index);
    }
    copy->entries = ptr_value(vm, e);
    copy->index_mask = d->index_mask;
    copy->seed = d->seed;
    copy->used = copy->h.n = d->h.n;
    dict_changed(vm, copy);
    return true;
}

Value dict_copy(Vm *vm, const Dict *d) {
    Value v = dict_new(vm, 0);
    TRY_VALUE(v);
    Dict *copy = as_dict(vm, v);
    if (d->h.n == 0) { return v; }
    copy->seed = d->seed;
    if (d->used != d->h.n) { // deleted entries: as a rebuild of the old one, elsewhere
        copy->entries = d->entries;
        copy->used = d->used;
        TRY(dict_rebuild(vm, copy, d->h.n));
        copy->h.n = d->h.n;
        return v;
    }
    return dict_copy_table(vm, copy, d) ? v : V_RAISED;
}

Value dict_with_values(Vm *vm, const Dict *like, const Value *values, uint32_t stride) {
    Value v = dict_new(vm, 0);
    TRY_VALUE(v);
    if (like->h.n == 0) { return v; }
    TRY(dict_copy_table(vm, as_dict(vm, v), like));
    Entries *e = dict_entries(vm, as_dict(vm, v));
    for (uint32_t i = 0; i < like->h.n; i++) { e->items[i].value = values[(size_t)i * stride]; }
    return v;
}

// ---- looking up --------------------------------------------------------------------------------

// A probe in progress, as one word that the collector takes for a double: the place in the index
// below, the perturbation above, and a bit that tells it from the start.
#define PROBE_STARTED ((uint64_t)1 << 62)

static int64_t probe_linear(Vm *vm, const Dict *d, Value key, uint32_t hash, uint64_t *probe,
                            uint32_t *candidate) {
    Entries *e = dict_entries(vm, d);
    const uint32_t *hashes = entries_hashes(e);
    if (*probe == 0) {
        uint32_t like = 0;
        for (uint32_t i = 0; i < d->used; i++) {
            if (e->items[i].key == key) { return i; }
            like |= hashes[i] == hash;
        }
        if (!like) { return -1; }
    }
    for (uint32_t i = (uint32_t)*probe; i < d->used; i++) {
        if (hashes[i] != hash || e->items[i].key == V_UNBOUND) { continue; }
        int equal = key_equal_leaf(vm, e->items[i].key, key);
        if (equal > 0) { return i; }
        if (equal < 0) {
            *probe = i + 1;
            *candidate = i;
            return -2;
        }
    }
    return -1;
}

// With *candidate: the place for the key (or PLACE_UNKNOWN) when the result is -1: that of a deleted
// entry with its hash, so that a key which comes and goes probes no longer each time, or a free one.
static int64_t probe_index(Vm *vm, const Dict *d, Value key, uint32_t hash, uint64_t *probe,
                           uint32_t *candidate) {
    *candidate = PLACE_UNKNOWN;
    if (d->h.n == 0) { return -1; }
    if (d->index_mask == 0) { return probe_linear(vm, d, key, hash, probe, candidate); }
    Entries *e = dict_entries(vm, d);
    const uint32_t *hashes = entries_hashes(e);
    const Blob *index = ref_ptr(vm, d->index);
    uint32_t mask = d->index_mask, perturb = index_start(d, hash), i = perturb & mask, n = 0;
    if (*probe) {
        i = (uint32_t)*probe & mask;
        perturb = (uint32_t)((*probe ^ PROBE_STARTED) >> 32);
    }
    int64_t found = -1;
    for (uint32_t p; (p = index_get(index, mask, i)) != 0; n++) {
        Value k = e->items[--p].key;
        if (k == key) {
            found = p;
            break;
        }
        uint32_t at = i;
        i = index_next(mask, i, &perturb);
        if (hashes[p] != hash) { continue; }
        if (k == V_UNBOUND) {
            if (*candidate == PLACE_UNKNOWN) { *candidate = at; }
            continue;
        }
        int equal = key_equal_leaf(vm, k, key);
        if (equal == 0) { continue; }
        found = equal > 0 ? (int64_t)p : -2;
        *candidate = p;
        *probe = PROBE_STARTED | (uint64_t)perturb << 32 | i;
        break;
    }
    charge_probes(vm, n);
    if (found == -1 && *candidate == PLACE_UNKNOWN && n <= DICT_PROBE_BOUND) { *candidate = i; }
    return found;
}

int64_t dict_probe(Vm *vm, const Dict *d, Value key, uint32_t hash, uint64_t *probe,
                   uint32_t *candidate) {
    return probe_index(vm, d, key, hash, probe, candidate);
}

// Whether a key with the same hash is that text: 1 yes, 0 no, -1 the key is no plain str, so that
// guest code may think otherwise.
static inline int same_text(Vm *vm, Value k, const Str *s) {
    if (NX_UNLIKELY(!is_tagged(vm, k, T_STR))) { return k == V_UNBOUND ? 0 : -1; }
    if (NX_UNLIKELY(as_obj(vm, k)->ext)) { return str_equal(ref_ptr(vm, k), s) ? 1 : -1; }
    return str_equal(ref_ptr(vm, k), s);
}

// Position, -1 absent; with `strict` -2 when guest code must decide.
static inline int64_t find_str_linear(Vm *vm, const Dict *d, Value key, bool strict) {
    Entries *e = dict_entries(vm, d);
    uint32_t used = d->used;
    for (uint32_t i = 0; i < used; i++) {
        if (e->items[i].key == key) { return i; }
    }
    Str *s = as_str(vm, key);
    const uint32_t *hashes = entries_hashes(e), hash = str_hash_of(vm, s);
    for (uint32_t i = 0; i < used; i++) {
        if (NX_LIKELY(hashes[i] != hash)) { continue; }
        int same = same_text(vm, e->items[i].key, s);
        if (same > 0) { return i; }
        if (same < 0 && strict) { return -2; }
    }
    return -1;
}

static inline int64_t find_str(Vm *vm, const Dict *d, Value key, bool strict, uint32_t *place) {
    *place = PLACE_UNKNOWN;
    if (d->h.n == 0) { return -1; }
    if (d->index_mask == 0) { return find_str_linear(vm, d, key, strict); }
    Str *s = as_str(vm, key);
    Entries *e = dict_entries(vm, d);
    const uint32_t *hashes = entries_hashes(e), hash = str_hash_of(vm, s);
    const Blob *index = ref_ptr(vm, d->index);
    uint32_t mask = d->index_mask, perturb = index_start(d, hash), i = perturb & mask, n = 0;
    for (uint32_t p; (p = index_get(index, mask, i)) != 0; n++) {
        Value k = e->items[--p].key;
        if (k == key) { return p; }
        if (hashes[p] == hash) {
            int same = same_text(vm, k, s);
            if (same > 0) { return p; }
            if (same < 0 && strict) { return -2; }
            if (k == V_UNBOUND && *place == PLACE_UNKNOWN) { *place = i; }
        }
        i = index_next(mask, i, &perturb);
    }
    charge_probes(vm, n);
    if (NX_LIKELY(n <= DICT_PROBE_BOUND && *place == PLACE_UNKNOWN)) { *place = i; }
    return -1;
}

int64_t dict_find_str(Vm *vm, const Dict *d, Value key) {
    uint32_t place;
    return find_str(vm, d, key, false, &place);
}

Value dict_get_str(Vm *vm, const Dict *d, Value key) {
    int64_t at = dict_find_str(vm, d, key);
    return at < 0 ? V_UNBOUND : dict_entries(vm, d)->items[at].value;
}

// As dict_probe for keys that compare as scalars; -2 else.
static int64_t find_scalar(Vm *vm, const Dict *d, Value key, uint32_t hash) {
    Entries *e = dict_entries(vm, d);
    const uint32_t *hashes = entries_hashes(e);
    const Blob *index = d->index_mask ? ref_ptr(vm, d->index) : NULL;
    uint32_t mask = d->index_mask, perturb = index_start(d, hash), i = perturb & mask, n = 0;
    for (;; n++) {
        uint32_t p = index ? index_get(index, mask, i) : n < d->used ? n + 1 : 0;
        if (p-- == 0) { break; }
        Value k = e->items[p].key;
        if (k == key) { return p; }
        if (hashes[p] == hash && k != V_UNBOUND) {
            Value r = compare_scalar(vm, OP_EQ, k, key);
            if (r != V_FALSE) { return r == V_TRUE ? (int64_t)p : -2; }
        }
        i = index_next(mask, i, &perturb);
    }
    charge_probes(vm, n);
    return -1;
}

int dict_equal_leaf(Vm *vm, const Dict *a, const Dict *b) {
    if (a == b || a->h.n != b->h.n || a->h.n == 0) { return a->h.n == b->h.n; }
    native_charge_done(vm, a->h.n / 8);
    uint32_t pos = 0;
    for (Value key, value; dict_next(vm, a, &pos, &key, &value);) {
        int64_t at = find_scalar(vm, b, key, entries_hashes(dict_entries(vm, a))[pos - 1]);
        if (at < 0) { return at == -1 ? 0 : -1; }
        Value theirs = dict_entries(vm, b)->items[at].value;
        Value r = value == theirs ? V_TRUE : compare_scalar(vm, OP_EQ, value, theirs);
        if (r != V_TRUE) { return r == V_FALSE ? 0 : -1; }
    }
    return 1;
}

// ---- changing ----------------------------------------------------------------------------------

void dict_set_at(Vm *vm, Dict *d, uint32_t pos, Value value) {
    Entries *e = dict_entries(vm, d);
    NX_ASSERT(pos < d->used && e->items[pos].key != V_UNBOUND);
    obj_set(vm, e, &e->items[pos].value, value);
}

// The last live entry at or below `at`, or 0. Deleted entries that were once the last hold a jump
// down, which stays true for ever; the jump up that the first one may hold is never followed here.
static uint32_t entries_last(const Entries *e, uint32_t at) {
    while (at > 0 && e->items[at].key == V_UNBOUND) {
        Value jump = e->items[at].value;
        at = is_int(jump) ? (uint32_t)int_of(jump) : at - 1;
    }
    return at;
}

// Keeps the jumps over deleted entries at both ends (dict.h) after the one at pos went.
static void dict_note_deleted(Entries *e, uint32_t used, uint32_t pos) {
    DictEntry *first = &e->items[0];
    if (first->key == V_UNBOUND) {
        uint32_t at = is_int(first->value) ? (uint32_t)int_of(first->value) : 0;
        if (at == pos) {
            while (at < used && e->items[at].key == V_UNBOUND) { at++; }
            first->value = int_value(at);
        }
    }
    uint32_t last = used - 1;
    if (e->items[last].key == V_UNBOUND && entries_last(e, last) < pos) {
        e->items[last].value = int_value(entries_last(e, last));
    }
}

void dict_delete_at(Vm *vm, Dict *d, uint32_t pos) {
    Entries *e = dict_entries(vm, d);
    NX_ASSERT(pos < d->used && e->items[pos].key != V_UNBOUND);
    obj_touch(vm, d);
    obj_touch(vm, e);
    e->items[pos] = (DictEntry){V_UNBOUND, V_NONE};
    d->h.n--;
    // The place is not used again before the entries are packed: who iterates sees a key that is
    // put in meanwhile behind all others.
    if (d->index_mask) { dict_note_deleted(e, d->used, pos); }
    dict_changed(vm, d);
}

void dict_delete_last(Vm *vm, Dict *d, uint32_t pos) {
    dict_delete_at(vm, d, pos);
    if (!d->index_mask) { d->used = pos; }
}

uint32_t dict_last(Vm *vm, const Dict *d) {
    NX_ASSERT(d->h.n > 0);
    return entries_last(dict_entries(vm, d), d->used - 1);
}

// ---- changing the order ------------------------------------------------------------------------

// Where the entry at pos stands when the deleted ones are gone.
static uint32_t entries_rank(const Entries *e, uint32_t pos) {
    uint32_t rank = 0;
    for (uint32_t i = 0; i < pos; i++) { rank += e->items[i].key != V_UNBOUND; }
    return rank;
}

// Without an index the entries in between simply move up, or down.
static void entries_rotate(Entries *e, uint32_t from, uint32_t to) {
    uint32_t *hashes = entries_hashes(e), hash = hashes[from];
    DictEntry moved = e->items[from];
    if (from < to) {
        memmove(&e->items[from], &e->items[from + 1], (to - from) * sizeof(DictEntry));
        memmove(&hashes[from], &hashes[from + 1], (to - from) * sizeof hash);
    } else {
        memmove(&e->items[to + 1], &e->items[to], (from - to) * sizeof(DictEntry));
        memmove(&hashes[to + 1], &hashes[to], (from - to) * sizeof hash);
    }
    e->items[to] = moved;
    hashes[to] = hash;
}

static bool dict_move_last(Vm *vm, Dict *d, uint32_t pos) {
    if (pos == dict_last(vm, d)) { return true; }
    if (d->index_mask && d->used == dict_capacity(vm, d)) {
        uint32_t rank = entries_rank(dict_entries(vm, d), pos);
        if (!native_charge(vm, d->used / 8) || !dict_make_room(vm, d)) { return false; }
        pos = rank;
    }
    Entries *e = dict_entries(vm, d);
    if (d->index_mask == 0) {
        obj_touch(vm, d);
        obj_touch(vm, e);
        entries_rotate(e, pos, d->used - 1);
        dict_changed(vm, d);
        return true;
    }
    DictEntry moved = e->items[pos];
    uint32_t hash = entries_hashes(e)[pos];
    dict_delete_at(vm, d, pos);
    return dict_append(vm, d, moved.key, hash, moved.value); // there is room
}

// The first live entry's position.
static uint32_t entries_first(const Entries *e) {
    uint32_t at = 0;
    if (e->items[0].key == V_UNBOUND && is_int(e->items[0].value)) {
        at = (uint32_t)int_of(e->items[0].value);
    }
    while (e->items[at].key == V_UNBOUND) { at++; }
    return at;
}

// Deleted entries in front are taken again, one after the other; where there are none a rebuild makes
// some, in proportion to the dict. A place of the index may still name the entry that stood there
// before, so more places are in use than entries; but a live entry goes for each one that is taken,
// and so twice the index is enough until the next rebuild.
static bool dict_move_first(Vm *vm, Dict *d, uint32_t pos) {
    Entries *e = dict_entries(vm, d);
    uint32_t first = entries_first(e);
    if (pos == first) { return true; }
    if (d->index_mask == 0) {
        obj_touch(vm, d);
        obj_touch(vm, e);
        entries_rotate(e, pos, first);
        dict_changed(vm, d);
        return true;
    }
    if (first == 0 || ((uint64_t)d->index_mask + 1) * 2 / 3 < (uint64_t)e->h.n * 2) {
        uint32_t gap = d->h.n / 2 + DICT_LINEAR, rank = entries_rank(e, pos);
        if (!native_charge(vm, d->used / 8)) { return false; }
        if (!dict_rebuild_gap(vm, d, (uint64_t)d->h.n * 2 + gap, gap)) { return false; }
        pos = rank + gap;
        first = gap;
        e = dict_entries(vm, d);
    }
    DictEntry moved = e->items[pos];
    uint32_t hash = entries_hashes(e)[pos];
    dict_delete_at(vm, d, pos);
    Blob *index = ref_ptr(vm, d->index);
    obj_touch(vm, index);
    e->items[--first] = moved;
    entries_hashes(e)[first] = hash;
    if (first) { e->items[0].value = int_value(first); }
    d->h.n++;
    charge_probes(vm, index_enter(index, d->index_mask, index_start(d, hash), first, e));
    dict_changed(vm, d);
    return true;
}

bool dict_move_at(Vm *vm, Dict *d, uint32_t pos, bool last) {
    return last ? dict_move_last(vm, d, pos) : dict_move_first(vm, d, pos);
}

void dict_clear(Vm *vm, Dict *d) {
    if (d->entries == V_NONE) { return; }
    obj_touch(vm, d);
    d->entries = d->index = V_NONE;
    d->h.n = d->used = d->index_mask = d->seed = 0;
    dict_changed(vm, d);
}

bool dict_set_str(Vm *vm, Dict *d, Value key, Value value) {
    uint32_t place;
    int64_t at = find_str(vm, d, key, false, &place);
    if (at < 0) {
        return dict_append_at(vm, d, key, str_hash_of(vm, as_str(vm, key)), value, place);
    }
    dict_set_at(vm, d, (uint32_t)at, value);
    return true;
}

bool dict_del_str(Vm *vm, Dict *d, Value key) {
    int64_t at = dict_find_str(vm, d, key);
    if (at >= 0) { dict_delete_at(vm, d, (uint32_t)at); }
    return at >= 0;
}

// ---- any leaf key ------------------------------------------------------------------------------

// Position, -1 absent, -2 guest code must decide. *hash is set unless it is -2.
static inline int64_t dict_find_leaf(Vm *vm, const Dict *d, Value key, uint32_t *hash,
                                     uint32_t *place) {
    uint64_t probe = 0;
    if (NX_LIKELY(is_str(vm, key))) {
        *hash = str_hash_of(vm, as_str(vm, key));
        return find_str(vm, d, key, true, place);
    }
    if (!key_hash_leaf(vm, key, hash)) { return -2; }
    return probe_index(vm, d, key, *hash, &probe, place);
}

Value dict_get_leaf(Vm *vm, const Dict *d, Value key) {
    uint32_t hash, place;
    int64_t at = dict_find_leaf(vm, d, key, &hash, &place);
    if (at < 0) { return at == -1 ? V_UNBOUND : V_CALLING; }
    return dict_entries(vm, d)->items[at].value;
}

int dict_set_leaf(Vm *vm, Dict *d, Value key, Value value) {
    uint32_t hash, place;
    int64_t at = dict_find_leaf(vm, d, key, &hash, &place);
    if (at == -2) { return -1; }
    if (at == -1) { return dict_append_at(vm, d, key, hash, value, place); }
    dict_set_at(vm, d, (uint32_t)at, value);
    return 1;
}

int64_t dict_position_leaf(Vm *vm, const Dict *d, Value key) {
    uint32_t hash, place;
    return dict_find_leaf(vm, d, key, &hash, &place);
}

Value dict_default_leaf(Vm *vm, Dict *d, Value key, Value value) {
    uint32_t hash, place;
    int64_t at = dict_find_leaf(vm, d, key, &hash, &place);
    if (at >= 0) { return dict_entries(vm, d)->items[at].value; }
    if (at == -2) { return V_CALLING; }
    return dict_append_at(vm, d, key, hash, value, place) ? value : V_RAISED;
}

Value dict_pop_leaf(Vm *vm, Dict *d, Value key) {
    uint32_t hash, place;
    int64_t at = dict_find_leaf(vm, d, key, &hash, &place);
    if (at < 0) { return at == -1 ? V_UNBOUND : V_CALLING; }
    Value value = dict_entries(vm, d)->items[at].value;
    dict_delete_at(vm, d, (uint32_t)at);
    return value;
}

// ---- merging -----------------------------------------------------------------------------------

// Into an empty dict: a copy of the table.
static bool dict_take_copy(Vm *vm, Dict *d, const Dict *other) {
    Value v = dict_copy(vm, other);
    if (v == V_RAISED) { return false; }
    const Dict *copy = as_dict(vm, v);
    obj_touch(vm, d);
    d->entries = copy->entries;
    d->index = copy->index;
    d->index_mask = copy->index_mask;
    d->seed = copy->seed;
    d->used = copy->used;
    d->h.n = copy->h.n;
    dict_changed(vm, d);
    return true;
}

int dict_merge_leaf(Vm *vm, Dict *d, const Dict *other) {
    uint32_t pos = 0, n = other->h.n;
    if (n == 0 || d == other) { return 1; }
    if (!native_charge(vm, n / 8)) { return 0; }
    if (d->h.n == 0) { return dict_take_copy(vm, d, other); }
    if (!dict_reserve(vm, d, d->h.n + n)) { return 0; }
    for (Value key, value; dict_next(vm, other, &pos, &key, &value);) {
        uint64_t probe = 0;
        uint32_t candidate, hash = entries_hashes(dict_entries(vm, other))[pos - 1];
        int64_t at = dict_probe(vm, d, key, hash, &probe, &candidate);
        if (at == -2) { return -1; }
        if (at >= 0) {
            dict_set_at(vm, d, (uint32_t)at, value);
        } else if (!dict_append(vm, d, key, hash, value)) {
            return 0;
        }
    }
    return 1;
}
