// set.c: the table behind set and frozenset. See set.h.
//
// The order in which a set iterates is the order of its table, and programs print it; so the probe
// sequence, the growth and the moments of growth are CPython's: up to SET_LINEAR_PROBES neighbours
// are tried before the hash is perturbed, the last removed place on the way is used again, and a
// table that is three fifths full grows to the power of two above four times its items (twice when
// it is large). Set operations are in set_run.c, methods in set_methods.c.
#include "object/set.h"

#include "object/key.h"

enum {
    SET_LINEAR_PROBES = 9,
    SET_PERTURB_SHIFT = 5,
    SET_BIG = 50000,     // items from which on a set only doubles
    SET_PROBE_FREE = 32, // probes that are not charged
};

// A walk along the places where a hash may stand.
typedef struct SetWalk {
    uint32_t mask, i, left; // place, and neighbours still to be tried
    uint64_t perturb;
    uint32_t start; // first place of the present run
    uint32_t n;     // places seen
} SetWalk;

static inline void walk_run(SetWalk *w, uint32_t start) {
    w->i = w->start = start;
    w->left = start + SET_LINEAR_PROBES <= w->mask ? SET_LINEAR_PROBES : 0;
}

static inline SetWalk walk_from(uint32_t mask, int64_t hash) {
    SetWalk w = {.mask = mask, .perturb = (uint64_t)hash};
    walk_run(&w, (uint32_t)((uint64_t)hash & mask));
    return w;
}

static inline void walk_next(SetWalk *w) {
    w->n++;
    if (w->left > 0) {
        w->left--;
        w->i++;
        return;
    }
    w->perturb >>= SET_PERTURB_SHIFT;
    walk_run(w, (uint32_t)((w->start * (uint64_t)5 + 1 + w->perturb) & w->mask));
}

static inline void walk_charge(Vm *vm, const SetWalk *w) {
    if (NX_UNLIKELY(w->n > SET_PROBE_FREE)) { native_charge_done(vm, w->n - SET_PROBE_FREE); }
}

static NX_NOINLINE uint32_t table_place_walk(Vm *vm, const SetTable *t, int64_t hash) {
    SetWalk w = walk_from(t->h.n - 1, hash);
    while (t->keys[w.i] != V_UNBOUND) { walk_next(&w); }
    walk_charge(vm, &w);
    return w.i;
}

// The place of a new key in a table without removed items.
static inline uint32_t table_place(Vm *vm, const SetTable *t, int64_t hash) {
    uint32_t i = (uint32_t)((uint64_t)hash & (t->h.n - 1));
    return NX_LIKELY(t->keys[i] == V_UNBOUND) ? i : table_place_walk(vm, t, hash);
}

// ---- tables ------------------------------------------------------------------------------------

static const Value table_free[SET_MIN_TABLE] = {
    V_UNBOUND, V_UNBOUND, V_UNBOUND, V_UNBOUND, V_UNBOUND, V_UNBOUND, V_UNBOUND, V_UNBOUND,
};

static SetTable *table_new(Vm *vm, uint64_t places) {
    SetTable *t =
        places < 1 << 20 ? HEAP_MAKE(vm, SET_TABLE, places) : heap_new_raw(vm, T_SET_TABLE, places);
    if (!t) { return NULL; }
    for (uint32_t i = 0; i < t->h.n; i += SET_MIN_TABLE) {
        memcpy(&t->keys[i], table_free, sizeof table_free);
    }
    memset(set_hashes(t), 0, t->h.n * sizeof(int64_t));
    return t;
}

static inline void table_enter(Vm *vm, SetTable *t, Value key, int64_t hash) {
    uint32_t at = table_place(vm, t, hash);
    t->keys[at] = key;
    set_hashes(t)[at] = hash;
}

static void table_copy_live(Vm *vm, const Set *from, SetTable *to) {
    Value key;
    int64_t hash;
    for (uint32_t pos = 0; set_next(vm, from, &pos, &key, &hash);) {
        table_enter(vm, to, key, hash);
    }
}

static uint64_t table_places(uint64_t above) {
    uint64_t places = SET_MIN_TABLE;
    while (places <= above) { places *= 2; }
    return places;
}

// Gives the set a table of more than `above` places, without removed items.
static bool set_resize(Vm *vm, Set *s, uint64_t above) {
    SetTable *t = table_new(vm, table_places(above));
    if (!t) { return false; }
    table_copy_live(vm, s, t);
    obj_set(vm, s, &s->table, ptr_value(vm, t));
    s->mask = t->h.n - 1;
    s->fill = s->h.n;
    return true;
}

static bool set_grow(Vm *vm, Set *s, uint64_t n) {
    return set_resize(vm, s, n > SET_BIG ? n * 2 : n * 4);
}

static bool set_has_room(const Set *s, uint32_t more) {
    return ((uint64_t)s->fill + more) * 5 < (uint64_t)s->mask * 3;
}

bool set_make_room(Vm *vm, Set *s, uint32_t more) {
    if (set_has_room(s, more)) { return true; }
    return set_resize(vm, s, ((uint64_t)s->h.n + more) * 2);
}

bool set_tidy(Vm *vm, Set *s) { return s->fill - s->h.n <= s->mask / 4 || set_grow(vm, s, s->h.n); }

Value set_new(Vm *vm, TypeTag tag) {
    Set *s = HEAP_MAKE_ZEROED(vm, SET); // as long as a FROZENSET
    TRY(s);
    s->h.type = (uint8_t)tag;
    s->table = V_NONE;
    s->mask = SET_MIN_TABLE - 1;
    return ptr_value(vm, s);
}

// Places of an empty set, which has mask + 1 of them now, once it takes over n items.
static uint64_t table_places_for(uint32_t mask, uint32_t n) {
    bool fits = (uint64_t)n * 5 < (uint64_t)mask * 3;
    return fits ? (uint64_t)mask + 1 : table_places((uint64_t)n * 2);
}

// Its table then.
static SetTable *table_taken_over(Vm *vm, const Set *s, const Set *from) {
    uint64_t places = table_places_for(s->mask, from->h.n);
    if (places == (uint64_t)from->mask + 1 && from->fill == from->h.n) {
        SetTable *t = heap_new_raw(vm, T_SET_TABLE, places);
        if (!t) { return NULL; }
        memcpy(t->keys, set_table(vm, from)->keys, t->h.n * (sizeof(Value) + sizeof(int64_t)));
        return t;
    }
    bool fits = places == (uint64_t)s->mask + 1 && s->table != V_NONE;
    SetTable *t = fits ? set_table(vm, s) : table_new(vm, places);
    if (!t) { return NULL; }
    obj_touch(vm, t);
    table_copy_live(vm, from, t);
    return t;
}

// t holds the items of `from` now.
static void set_take(Vm *vm, Set *s, SetTable *t, const Set *from) {
    obj_set(vm, s, &s->table, ptr_value(vm, t));
    s->mask = t->h.n - 1;
    s->fill = s->h.n = from->h.n;
    s->h.small = from->h.small;
}

bool set_merge_start(Vm *vm, Set *s, const Set *from) {
    if (!native_charge(vm, from->mask / 16)) { return false; }
    if (s->fill > 0 || from->h.n == 0) { return set_make_room(vm, s, from->h.n); }
    SetTable *t = table_taken_over(vm, s, from);
    if (t) { set_take(vm, s, t, from); }
    return t != NULL;
}

// Whether a fresh set that takes over the items of s has a table like that of s.
static bool set_copies_whole(const Set *s) {
    return s->fill == s->h.n &&
           (uint64_t)s->mask + 1 == table_places_for(SET_MIN_TABLE - 1, s->h.n);
}

Value set_copy(Vm *vm, const Set *s, TypeTag tag) { return set_copy_with_room(vm, s, tag, 0); }

Value set_copy_with_room(Vm *vm, const Set *s, TypeTag tag, uint32_t more) {
    Value v = set_new(vm, tag);
    TRY_VALUE(v);
    Set *copy = as_set(vm, v);
    if (more > 0 && set_copies_whole(s) && !set_has_room(s, more)) {
        TRY(native_charge(vm, s->mask / 16));
        SetTable *t = table_new(vm, table_places(((uint64_t)s->h.n + more) * 2));
        TRY(t);
        table_copy_live(vm, s, t);
        set_take(vm, copy, t, s);
    } else {
        TRY(set_merge_start(vm, copy, s));
    }
    return v;
}

// ---- finding, adding, removing -----------------------------------------------------------------

// Where a new key goes: the last removed item's place on the way to a free one, else that.
typedef struct SetPlace {
    uint32_t at;
    bool reused;
} SetPlace;

static NX_NOINLINE SetPlace set_place_walk(Vm *vm, const SetTable *t, int64_t hash) {
    SetPlace p = {0, false};
    SetWalk w = walk_from(t->h.n - 1, hash);
    for (; t->keys[w.i] != V_UNBOUND; walk_next(&w)) {
        if (t->keys[w.i] == V_STOP) { p = (SetPlace){w.i, true}; }
    }
    walk_charge(vm, &w);
    return p.reused ? p : (SetPlace){w.i, false};
}

static inline SetPlace set_place(Vm *vm, const SetTable *t, int64_t hash) {
    uint32_t i = (uint32_t)((uint64_t)hash & (t->h.n - 1));
    if (NX_LIKELY(t->keys[i] == V_UNBOUND)) { return (SetPlace){i, false}; }
    return set_place_walk(vm, t, hash);
}

// As set_find; *p is the place for the key when the result is -1.
static inline int64_t set_search(Vm *vm, const Set *s, Value key, int64_t hash, uint32_t skip,
                                 uint32_t *at, SetPlace *p) {
    SetTable *t = set_table(vm, s);
    const int64_t *hashes = set_hashes(t);
    SetWalk w = walk_from(s->mask, hash);
    int64_t found = -1;
    *p = (SetPlace){0, false};
    for (Value k; (k = t->keys[w.i]) != V_UNBOUND; walk_next(&w)) {
        if (k == key) {
            found = w.i;
            break;
        }
        if (k == V_STOP) {
            *p = (SetPlace){w.i, true};
            continue;
        }
        if (hashes[w.i] != hash) { continue; }
        int equal = key_equal_leaf(vm, k, key);
        if (equal == 0 || (equal < 0 && skip-- > 0)) { continue; }
        *at = w.i;
        found = equal > 0 ? (int64_t)w.i : -2;
        break;
    }
    if (!p->reused) { p->at = w.i; }
    walk_charge(vm, &w);
    return found;
}

int64_t set_find_walk(Vm *vm, const Set *s, Value key, int64_t hash, uint32_t skip, uint32_t *at) {
    SetPlace p;
    return set_search(vm, s, key, hash, skip, at, &p);
}

// A larger table with a new item as well. CPython enters the item into the old table first: so it
// stands where it would there among the items that are moved.
static bool set_grow_with(Vm *vm, Set *s, Value key, int64_t hash, uint32_t place) {
    uint64_t n = (uint64_t)s->h.n + 1;
    SetTable *t = table_new(vm, table_places(n > SET_BIG ? n * 2 : n * 4));
    if (!t) { return false; }
    SetTable *old = set_table(vm, s);
    for (uint32_t i = 0; i < old->h.n; i++) {
        if (i == place) { table_enter(vm, t, key, hash); }
        if (set_is_live(old->keys[i])) { table_enter(vm, t, old->keys[i], set_hashes(old)[i]); }
    }
    obj_set(vm, s, &s->table, ptr_value(vm, t));
    s->mask = t->h.n - 1;
    s->fill = s->h.n = (uint32_t)n;
    if (!set_is_simple_key(vm, key)) { s->h.small |= SET_FOREIGN; }
    return true;
}

static inline bool set_insert_at(Vm *vm, Set *s, Value key, int64_t hash, SetPlace p) {
    if (NX_UNLIKELY(!p.reused && (s->fill + (uint64_t)1) * 5 >= (uint64_t)s->mask * 3)) {
        return set_grow_with(vm, s, key, hash, p.at);
    }
    SetTable *t = set_table(vm, s);
    obj_touch(vm, s);
    obj_touch(vm, t);
    t->keys[p.at] = key;
    set_hashes(t)[p.at] = hash;
    s->fill += !p.reused;
    s->h.n++;
    if (!set_is_simple_key(vm, key)) { s->h.small |= SET_FOREIGN; }
    return true;
}

bool set_insert(Vm *vm, Set *s, Value key, int64_t hash) {
    if (s->table == V_NONE) {
        SetTable *t = table_new(vm, SET_MIN_TABLE);
        if (!t) { return false; }
        obj_set(vm, s, &s->table, ptr_value(vm, t));
    }
    return set_insert_at(vm, s, key, hash, set_place(vm, set_table(vm, s), hash));
}

void set_remove_at(Vm *vm, Set *s, uint32_t at) {
    SetTable *t = set_table(vm, s);
    NX_ASSERT(at < t->h.n && set_is_live(t->keys[at]));
    obj_touch(vm, s);
    obj_touch(vm, t);
    t->keys[at] = V_STOP;
    set_hashes(t)[at] = -1;
    s->h.n--;
}

void set_clear(Vm *vm, Set *s) {
    obj_set(vm, s, &s->table, V_NONE);
    s->h.n = s->fill = 0;
    s->mask = SET_MIN_TABLE - 1;
    s->h.small = 0; // where pop looks next stays, as in CPython
}

void set_swap(Vm *vm, Set *a, Set *b) {
    obj_touch(vm, a);
    obj_touch(vm, b);
    Set old = *a;
    a->table = b->table;
    a->fill = b->fill;
    a->mask = b->mask;
    a->h.n = b->h.n;
    a->h.small = b->h.small;
    b->h.small = old.h.small;
    b->table = old.table;
    b->fill = old.fill;
    b->mask = old.mask;
    b->h.n = old.h.n;
}

// ---- leaf keys ---------------------------------------------------------------------------------

// Place, -1 absent, -2 guest code must decide. *hash is set unless it is -2.
static inline int64_t set_find_leaf(Vm *vm, const Set *s, Value key, int64_t *hash) {
    uint32_t at;
    if (!key_hash64(vm, key, hash)) { return -2; }
    return set_find(vm, s, key, *hash, 0, &at);
}

int set_has_leaf(Vm *vm, const Set *s, Value key) {
    int64_t hash, at = set_find_leaf(vm, s, key, &hash);
    return at >= 0 ? 1 : at == -1 ? 0 : -2;
}

int set_add_leaf(Vm *vm, Set *s, Value key) {
    int64_t hash;
    uint32_t at;
    SetPlace p;
    if (!key_hash64(vm, key, &hash)) { return -2; }
    if (s->table == V_NONE) { return set_insert(vm, s, key, hash) ? 1 : -1; }
    uint32_t first = (uint32_t)((uint64_t)hash & s->mask);
    Value k = set_table(vm, s)->keys[first];
    if (k == key) { return 0; }
    if (k == V_UNBOUND) {
        p = (SetPlace){first, false};
    } else {
        int64_t found = set_search(vm, s, key, hash, 0, &at, &p);
        if (found != -1) { return found == -2 ? -2 : 0; }
    }
    return set_insert_at(vm, s, key, hash, p) ? 1 : -1;
}

int set_remove_leaf(Vm *vm, Set *s, Value key) {
    int64_t hash, at = set_find_leaf(vm, s, key, &hash);
    if (at < 0) { return at == -2 ? -2 : 0; }
    set_remove_at(vm, s, (uint32_t)at);
    return 1;
}

// Whether s has the key: 1, 0, -1 as below.
static int set_has_scalar(Vm *vm, const Set *s, Value key, int64_t hash) {
    SetTable *t = set_table(vm, s);
    const int64_t *hashes = set_hashes(t);
    Value first = t->keys[(uint64_t)hash & s->mask];
    if (first == key || first == V_UNBOUND) { return first == key; }
    SetWalk w = walk_from(s->mask, hash);
    for (Value k; (k = t->keys[w.i]) != V_UNBOUND; walk_next(&w)) {
        if (k == key) { return 1; }
        if (hashes[w.i] != hash || k == V_STOP) { continue; }
        Value r = compare_scalar(vm, OP_EQ, k, key);
        if (r != V_FALSE) { return r == V_TRUE ? 1 : -1; }
    }
    walk_charge(vm, &w);
    return 0;
}

// Whether all items of a are in b, which has no fewer.
static int set_is_within(Vm *vm, const Set *a, const Set *b) {
    Value key;
    int64_t hash;
    if (a->h.n == 0 || a == b) { return 1; }
    native_charge_done(vm, a->h.n / 8);
    for (uint32_t pos = 0; set_next(vm, a, &pos, &key, &hash);) {
        int r = set_has_scalar(vm, b, key, hash);
        if (r <= 0) { return r; }
    }
    return 1;
}

int set_compare_leaf(Vm *vm, int op, const Set *a, const Set *b) {
    if (op == OP_GT || op == OP_GE) {
        const Set *less = b;
        b = a;
        a = less;
        op = compare_swapped(op);
    }
    bool possible = op == OP_LT   ? a->h.n < b->h.n
                    : op == OP_LE ? a->h.n <= b->h.n
                                  : a->h.n == b->h.n;
    int r = possible ? set_is_within(vm, a, b) : 0;
    return op == OP_NE && r >= 0 ? !r : r;
}

// ---- hash --------------------------------------------------------------------------------------

// Equal hashes of nested sets must not cancel out.
static inline uint64_t set_shuffle(uint64_t h) { return (h ^ 89869747u ^ h << 16) * 3644798167u; }

int64_t set_hash(Vm *vm, Set *s) {
    if (s->h.type == T_FROZENSET && s->extra) { return s->extra; }
    uint64_t h = 0;
    Value key;
    int64_t item;
    native_charge_done(vm, s->mask / 8);
    for (uint32_t pos = 0; set_next(vm, s, &pos, &key, &item);) {
        h ^= set_shuffle((uint64_t)item);
    }
    h ^= ((uint64_t)s->h.n + 1) * 1927868237u;
    h ^= h >> 11 ^ h >> 25;
    h = h * 69069u + 907133923u;
    if (h == UINT64_MAX) { h = 590923713u; }
    if (s->h.type == T_FROZENSET && !(s->h.flags & OBJ_FROZEN)) { s->extra = (int64_t)h; }
    return (int64_t)h;
}
