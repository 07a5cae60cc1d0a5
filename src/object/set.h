// set.h: set and frozenset: open-addressed tables that probe and grow as CPython's do, so that sets
// whose hashes are CPython's (numbers, None, tuples of them) iterate in CPython's order.
#ifndef NX_OBJECT_SET_H
#define NX_OBJECT_SET_H

#include "rt/typedef.h"

enum { SET_MIN_TABLE = 8 };
enum { SET_FOREIGN = 1 }; // h.small: some key is no number and no str: guest code may be needed

// Invariants: n <= fill <= mask; at least one place of the table is free. Without a table the set
// behaves as if it had one of SET_MIN_TABLE free places.
typedef struct Set {
    Obj h;         // n = live items
    Value table;   // SetTable, or V_NONE
    uint32_t fill; // places in use, those of removed items included
    uint32_t mask; // places less one
    int64_t extra; // set: where pop looks next; frozenset: its hash, 0 until asked for
} Set;

// n keys, then n hashes. V_UNBOUND: free, hash 0. V_STOP: an item was removed, hash -1.
typedef struct SetTable {
    Obj h; // n = places
    Value keys[];
} SetTable;

static inline bool is_any_set(Vm *vm, Value v) {
    if (!is_ref(v)) { return false; }
    uint8_t type = as_obj(vm, v)->type;
    return type == T_SET || type == T_FROZENSET;
}
static inline Set *as_set(Vm *vm, Value v) {
    NX_ASSERT(is_any_set(vm, v));
    return ref_ptr(vm, v);
}
static inline SetTable *set_table(Vm *vm, const Set *s) { return ref_ptr(vm, s->table); }
static inline int64_t *set_hashes(SetTable *t) { return (int64_t *)(void *)&t->keys[t->h.n]; }
// No key but numbers, strs and singletons: comparing two of these never needs guest code.
static inline bool set_is_simple_key(Vm *vm, Value key) {
    return !is_ref(key) || is_exact(vm, key, T_STR) || is_exact(vm, key, T_INT);
}
static inline bool set_is_live(Value key) { return key != V_UNBOUND && key != V_STOP; }

// An empty set or frozenset; V_RAISED.
NX_INTERNAL Value set_new(Vm *vm, TypeTag tag);
// A copy with the table a fresh set updated from s would have. tag as above.
NX_INTERNAL Value set_copy(Vm *vm, const Set *s, TypeTag tag);
// The same as after set_merge_start of another set with `more` items (0: none).
NX_INTERNAL Value set_copy_with_room(Vm *vm, const Set *s, TypeTag tag, uint32_t more);

// Where key stands; -1: absent; -2: guest code must compare it with the key at *at, and after that
// said "not equal" the search goes on with skip one higher (0 at first). Never raises.
NX_INTERNAL int64_t set_find_walk(Vm *vm, const Set *s, Value key, int64_t hash, uint32_t skip,
                                  uint32_t *at);
static inline int64_t set_find(Vm *vm, const Set *s, Value key, int64_t hash, uint32_t skip,
                               uint32_t *at) {
    if (s->h.n == 0) { return -1; }
    uint32_t i = (uint32_t)((uint64_t)hash & s->mask);
    Value k = set_table(vm, s)->keys[i];
    if (k == key) { return i; } // most are found, or missed, at the first place
    return k == V_UNBOUND ? -1 : set_find_walk(vm, s, key, hash, skip, at);
}
// Adds a key known to be absent; false: raised, nothing changed.
NX_INTERNAL bool set_insert(Vm *vm, Set *s, Value key, int64_t hash);
NX_INTERNAL void set_remove_at(Vm *vm, Set *s, uint32_t at);
NX_INTERNAL void set_clear(Vm *vm, Set *s);
// The beginning of s.update(from) for a set: makes room at once, as CPython does, and takes the
// items over when s is empty; else they are still to be added. False: raised.
NX_INTERNAL bool set_merge_start(Vm *vm, Set *s, const Set *from);
// Room for `more` items of a dict at once.
NX_INTERNAL bool set_make_room(Vm *vm, Set *s, uint32_t more);
// Rebuilds the table when more than a quarter of it is removed items.
NX_INTERNAL bool set_tidy(Vm *vm, Set *s);
// Exchanges the contents of two sets.
NX_INTERNAL void set_swap(Vm *vm, Set *a, Set *b);

// For keys that need no guest code: 1 was there (has) or is new (add), 0 not, -1 raised, -2 guest
// code is needed and nothing changed.
NX_INTERNAL int set_has_leaf(Vm *vm, const Set *s, Value key);
NX_INTERNAL int set_add_leaf(Vm *vm, Set *s, Value key);
NX_INTERNAL int set_remove_leaf(Vm *vm, Set *s, Value key); // 1 removed, 0 absent

// Iteration in table order: *pos starts at 0; false at the end.
static inline bool set_next(Vm *vm, const Set *s, uint32_t *pos, Value *key, int64_t *hash) {
    if (s->table == V_NONE) { return false; }
    SetTable *t = set_table(vm, s);
    for (uint32_t i = *pos, n = t->h.n; i < n; i++) {
        if (set_is_live(t->keys[i])) {
            *key = t->keys[i];
            *hash = set_hashes(t)[i];
            *pos = i + 1;
            return true;
        }
    }
    *pos = t->h.n;
    return false;
}

// a op b for OP_LT … OP_GE: 1, 0; -1: guest code (or a look into containers) is needed.
NX_INTERNAL int set_compare_leaf(Vm *vm, int op, const Set *a, const Set *b);
// CPython's hash of a frozenset.
NX_INTERNAL int64_t set_hash(Vm *vm, Set *s);
NX_INTERNAL Value set_iter(Vm *vm, Value set);

extern const TypeDef set_type, frozenset_type, set_iter_type;

#endif
