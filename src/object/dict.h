// dict.h: insertion-ordered hash tables: dicts, namespaces, keyword arguments.
//
// Entries stand in insertion order in an ENTRIES object (key, value, 32-bit hash); a BLOB holds the
// open-addressed index into it once there are more than DICT_LINEAR entries. A deleted entry's key
// is V_UNBOUND until the next rebuild. A run of deleted entries at either end is jumped over: the
// value of the outermost one is the position where the live entries go on, as a small int; so
// queues and stacks made of dicts cost the same at any length.
#ifndef NX_OBJECT_DICT_H
#define NX_OBJECT_DICT_H

#include "rt/typedef.h"

enum { DICT_LINEAR = 8 };

typedef struct Dict {
    Obj h;               // n = live items
    Value entries;       // Entries, or V_NONE while empty
    Value index;         // Blob of uint8/16/32 by capacity, or V_NONE
    uint32_t used;       // entries in use, deleted ones included
    uint32_t version;    // changes whenever the set of keys does (for iteration and caches)
    uint32_t index_mask; // entries of the index less one; 0 without one
    uint32_t seed;       // scrambles the index after a flood of collisions; 0: plain
} Dict;

typedef struct DictEntry {
    Value key, value;
} DictEntry;

typedef struct Entries {
    Obj h; // n = capacity
    DictEntry items[];
} Entries;

static inline Dict *as_dict(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_DICT));
    return ref_ptr(vm, v);
}
static inline Entries *dict_entries(Vm *vm, const Dict *d) { return ref_ptr(vm, d->entries); }
static inline uint32_t *entries_hashes(Entries *e) { return (uint32_t *)&e->items[e->h.n]; }

NX_INTERNAL Value dict_new(Vm *vm, uint32_t capacity); // exact dict, or V_RAISED

// Keys whose hash and equality need no guest code: str, numbers, bytes, None, tuples of such,
// types, functions, plain instances without __eq__/__hash__ … *hash gets the dict's 32-bit hash.
NX_INTERNAL bool key_hash_leaf(Vm *vm, Value key, uint32_t *hash);
// 1 equal, 0 not, -1: guest code must decide.
NX_INTERNAL int key_equal_leaf(Vm *vm, Value a, Value b);

// Folds a 64-bit Python hash to the 32 bits kept here. A hash below 2^32 is its own; the upper half
// is multiplied, so that two packed coordinates (x << 32 | y) do not meet their neighbours.
static inline uint32_t hash_fold(int64_t h) {
    uint32_t upper = (uint32_t)((uint64_t)h >> 32) * 0x9E3779B1u;
    return (uint32_t)h + (upper ^ upper >> 16);
}

// Lookup by str key (interned or not): the value, or V_UNBOUND. Never raises, never allocates.
NX_INTERNAL Value dict_get_str(Vm *vm, const Dict *d, Value key);
// Its entry's position, or -1. The position stays valid until the dict's version changes.
NX_INTERNAL int64_t dict_find_str(Vm *vm, const Dict *d, Value key);
// Sets by str key; false: raised (no memory).
NX_INTERNAL bool dict_set_str(Vm *vm, Dict *d, Value key, Value value);
NX_INTERNAL bool dict_del_str(Vm *vm, Dict *d, Value key); // false: was not there

// The same for any leaf key. dict_get_leaf gives V_UNBOUND when absent and V_CALLING when guest
// code must decide (the caller then asks for I_DICT_GET).
NX_INTERNAL Value dict_get_leaf(Vm *vm, const Dict *d, Value key);
// 1 done, 0 raised, -1 guest code must decide (nothing changed).
NX_INTERNAL int dict_set_leaf(Vm *vm, Dict *d, Value key, Value value);
// Position of its entry, -1 absent, -2 guest code must decide.
NX_INTERNAL int64_t dict_position_leaf(Vm *vm, const Dict *d, Value key);
// The value of the key, which is added with `value` if it is absent; V_RAISED; V_CALLING: guest code
// must decide (nothing changed).
NX_INTERNAL Value dict_default_leaf(Vm *vm, Dict *d, Value key, Value value);
// The removed value, V_UNBOUND: absent, V_CALLING: guest code must decide.
NX_INTERNAL Value dict_pop_leaf(Vm *vm, Dict *d, Value key);

// The probing loop with guest equality, used by the steps natives: continues at *probe (start with
// 0). Returns the position of an entry that is identical or leaf-equal to key; -1 when there is
// none; -2 with *candidate set to a position whose key must be compared by guest code (then go on
// with the same *probe).
NX_INTERNAL int64_t dict_probe(Vm *vm, const Dict *d, Value key, uint32_t hash, uint64_t *probe,
                               uint32_t *candidate);
// Appends a key known to be absent; false: raised.
NX_INTERNAL bool dict_append(Vm *vm, Dict *d, Value key, uint32_t hash, Value value);
NX_INTERNAL void dict_set_at(Vm *vm, Dict *d, uint32_t pos, Value value);
NX_INTERNAL void dict_delete_at(Vm *vm, Dict *d, uint32_t pos);
// The same for the last entry; the next new one may take its place.
NX_INTERNAL void dict_delete_last(Vm *vm, Dict *d, uint32_t pos);
// Makes the live entry at pos the last one, or the first. In constant time, seen over many moves.
// False: raised.
NX_INTERNAL bool dict_move_at(Vm *vm, Dict *d, uint32_t pos, bool last);
NX_INTERNAL void dict_clear(Vm *vm, Dict *d);
NX_INTERNAL Value dict_copy(Vm *vm, const Dict *d); // exact, compact
// A dict with the keys of one that never had an entry deleted, and other values, `stride` apart.
NX_INTERNAL Value dict_with_values(Vm *vm, const Dict *like, const Value *values, uint32_t stride);
NX_INTERNAL bool dict_reserve(Vm *vm, Dict *d, uint32_t capacity);
// Makes sure that the next dict_append cannot fail.
NX_INTERNAL bool dict_make_room(Vm *vm, Dict *d);
// d.update(other). 1 done, 0 raised, -1 guest code must decide about some key: what was merged by
// then stays, and merging all of it again gives the same.
NX_INTERNAL int dict_merge_leaf(Vm *vm, Dict *d, const Dict *other);
// a == b: 1, 0; -1: guest code (or a look into containers) is needed.
NX_INTERNAL int dict_equal_leaf(Vm *vm, const Dict *a, const Dict *b);
// Position of the last live entry; the dict is not empty.
NX_INTERNAL uint32_t dict_last(Vm *vm, const Dict *d);

// Iteration: *pos starts at 0; false at the end. Skips deleted entries.
static inline bool dict_next(Vm *vm, const Dict *d, uint32_t *pos, Value *key, Value *value) {
    if (d->h.n == 0) { return false; }
    const Entries *e = dict_entries(vm, d);
    if (*pos == 0 && e->items[0].key == V_UNBOUND && is_int(e->items[0].value)) {
        *pos = (uint32_t)int_of(e->items[0].value);
    }
    for (; *pos < d->used; ++*pos) {
        if (e->items[*pos].key != V_UNBOUND) {
            *key = e->items[*pos].key;
            *value = e->items[*pos].value;
            ++*pos;
            return true;
        }
    }
    return false;
}

extern const TypeDef dict_type;

#endif
