// lru_cache.c: the callable that functools.lru_cache and functools.cache make of a function.
//
// The table maps keys to results, or, where the number of results is bounded, to links that also
// stand in a list from the least to the most recently used. A hit is a leaf: the call slot looks the
// key up and is done. A miss goes on in I_LRU_CALL, whose frame waits for the function.
//
// A lone int or str is its own key; other arguments make a tuple: positional ones, then, if there are
// any, a mark and the keywords with their values, then, if typed, the classes of all values.
#include "object/construct.h"
#include "object/dict_steps.h"
#include "object/int.h"
#include "object/tuple.h"
#include "object/type.h"
#include "rt/internals.h"
#include "vm/internals.h"
#include "vm/ops.h"

typedef struct LruCache {
    Obj h; // always with ext; small: LRU_TYPED
    Value func;
    Value table;       // Dict
    Value first, last; // LruLink, or V_NONE
    Value maxsize;     // an int, or V_NONE: no bound
    Value info;        // what cache_info() calls
    Value mark;        // an object() that stands before keywords, V_NONE while there were none
    uint64_t hits, misses;
} LruCache;

typedef struct LruLink {
    Obj h;
    Value prev, next; // LruLink, or V_NONE
    Value key, result;
    uint64_t hash; // as the table has it
} LruLink;

enum { LRU_TYPED = 1 };

static LruCache *as_lru(Vm *vm, Value v) { return ref_ptr(vm, v); }
static LruLink *as_lru_link(Vm *vm, Value v) { return ref_ptr(vm, v); }
static Dict *lru_table(Vm *vm, const LruCache *c) { return as_dict(vm, c->table); }

// ---- the list ----------------------------------------------------------------------------------

static void lru_unlink(Vm *vm, LruCache *c, LruLink *link) {
    Value self = ptr_value(vm, link), prev = link->prev, next = link->next;
    if (is_ref(prev)) { obj_set(vm, ref_ptr(vm, prev), &as_lru_link(vm, prev)->next, next); }
    if (is_ref(next)) { obj_set(vm, ref_ptr(vm, next), &as_lru_link(vm, next)->prev, prev); }
    if (c->first == self) { obj_set(vm, c, &c->first, next); }
    if (c->last == self) { obj_set(vm, c, &c->last, prev); }
    obj_set(vm, link, &link->prev, V_NONE);
    obj_set(vm, link, &link->next, V_NONE);
}

static void lru_append(Vm *vm, LruCache *c, LruLink *link) {
    Value self = ptr_value(vm, link), last = c->last;
    obj_set(vm, link, &link->prev, last);
    if (is_ref(last)) {
        obj_set(vm, ref_ptr(vm, last), &as_lru_link(vm, last)->next, self);
    } else {
        obj_set(vm, c, &c->first, self);
    }
    obj_set(vm, c, &c->last, self);
}

// ---- keys --------------------------------------------------------------------------------------

// V_RAISED: no memory.
static Value lru_key(Vm *vm, LruCache *c, const Value *args, uint32_t n, Value names) {
    uint32_t n_names = is_ref(names) ? as_tuple(vm, names)->h.n : 0;
    bool typed = c->h.small & LRU_TYPED;
    if (!n_names && !typed) {
        if (n == 1 && (is_int(args[0]) || is_str(vm, args[0]) || is_exact(vm, args[0], T_INT))) {
            return args[0];
        }
        return tuple_from(vm, args, n);
    }
    if (n_names && !is_ref(c->mark)) {
        Obj *mark = heap_new(vm, T_OBJECT, 0);
        TRY(mark);
        obj_set(vm, c, &c->mark, ptr_value(vm, mark));
    }
    uint64_t size =
        n + (n_names ? 1 + 2 * (uint64_t)n_names : 0) + (typed ? (uint64_t)n + n_names : 0);
    Tuple *key = heap_new(vm, T_TUPLE, size);
    TRY(key);
    values_copy(key->items, args, n);
    Value *at = key->items + n;
    if (n_names) { *at++ = c->mark; }
    for (uint32_t i = 0; i < n_names; i++) {
        *at++ = as_tuple(vm, names)->items[i];
        *at++ = args[n + i];
    }
    for (uint32_t i = 0; typed && i < n + n_names; i++) { *at++ = class_of(vm, args[i]); }
    return ptr_value(vm, key);
}

// ---- calls -------------------------------------------------------------------------------------

// The entry of the table was found: the result.
static Value lru_hit(Vm *vm, LruCache *c, Value found) {
    obj_touch(vm, c);
    if (c->maxsize != V_NONE) {
        if (!is_tagged(vm, found, T_LRU_LINK)) { return raise_stop(vm, STOP_CORRUPT); }
        LruLink *link = as_lru_link(vm, found);
        if (c->last != found) {
            lru_unlink(vm, c, link);
            lru_append(vm, c, link);
        }
        found = link->result;
    }
    c->hits++;
    return found;
}

static Value lru_call(Vm *vm, Value v, const Value *args, uint32_t n, Value names) {
    LruCache *c = as_lru(vm, v);
    uint32_t all = n + (is_ref(names) ? as_tuple(vm, names)->h.n : 0);
    Value ask[4] = {v, V_NONE, V_NONE, names};
    if (c->maxsize != int_value(0)) {
        ask[1] = lru_key(vm, c, args, n, names);
        TRY_VALUE(ask[1]);
        Value found = dict_get_leaf(vm, lru_table(vm, c), ask[1]);
        if (found != V_UNBOUND && found != V_CALLING) { return lru_hit(vm, c, found); }
    }
    // As the key has them, the arguments need not be packed again.
    bool typed = c->h.small & LRU_TYPED;
    if (n != all || typed || c->maxsize == int_value(0)) {
        ask[2] = tuple_from(vm, args, all);
        TRY_VALUE(ask[2]);
    }
    return native_tailcall(vm, internal(vm, I_LRU_CALL), 4, ask);
}

// States of I_LRU_CALL behind those of dict_seek, saved in snapshots: append only.
enum { LRU_HASHED = SEEK_OWN, LRU_CALLED };
enum { LRU_SELF, LRU_KEY, LRU_ARGS, LRU_NAMES, LRU_HASH, LRU_RESULT, LRU_SEEK };

static Value lru_ask_function(Vm *vm, Frame *f, LruCache *c) {
    Value key = f->slot[LRU_KEY], args = f->slot[LRU_ARGS];
    obj_touch(vm, c);
    c->misses++;
    if (args == V_NONE && !is_exact(vm, key, T_TUPLE)) {
        return native_call1(vm, f, LRU_CALLED, c->func, key);
    }
    const Tuple *flat = slot_obj(vm, f, args == V_NONE ? LRU_KEY : LRU_ARGS, T_TUPLE);
    TRY(flat && (!is_ref(f->slot[LRU_NAMES]) || slot_obj(vm, f, LRU_NAMES, T_TUPLE)));
    return native_call_flat(vm, f, LRU_CALLED, c->func, V_UNBOUND, flat, f->slot[LRU_NAMES]);
}

// Takes the least recently used result out of the table, whatever stands under its key by now.
static LruLink *lru_evict(Vm *vm, LruCache *c) {
    Dict *d = lru_table(vm, c);
    LruLink *oldest = as_lru_link(vm, c->first);
    uint64_t probe = 0;
    uint32_t candidate;
    int64_t at;
    do { // a key that only guest code could compare is another one
        at = dict_probe(vm, d, oldest->key, (uint32_t)oldest->hash, &probe, &candidate);
    } while (at == -2);
    if (at >= 0) { dict_delete_at(vm, d, (uint32_t)at); }
    lru_unlink(vm, c, oldest);
    return oldest;
}

// The key is not in the table.
static Value lru_store(Vm *vm, const Frame *f, LruCache *c) {
    Dict *d = lru_table(vm, c);
    Value key = f->slot[LRU_KEY], result = f->slot[LRU_RESULT];
    uint32_t hash = (uint32_t)index_of(f->slot[LRU_HASH]);
    if (c->maxsize == V_NONE) { return dict_append(vm, d, key, hash, result) ? result : V_RAISED; }
    bool full = index_of(c->maxsize) <= d->h.n && is_ref(c->first);
    LruLink *link = full ? NULL : heap_new_raw(vm, T_LRU_LINK, 0);
    TRY((full || link) && dict_make_room(vm, d));
    if (full) { link = lru_evict(vm, c); }
    if (!full) { link->prev = link->next = V_NONE; }
    obj_set(vm, link, &link->key, key);
    obj_set(vm, link, &link->result, result);
    link->hash = hash;
    TRY(dict_append(vm, d, key, hash, ptr_value(vm, link)));
    lru_append(vm, c, link);
    return result;
}

// I_LRU_CALL: self, key, the arguments as a tuple (V_NONE: as in the key) and their names. The key is
// looked up before and after the call, which may have come back here with the same arguments.
Value lru_call_steps(Vm *vm, Frame *f) {
    LruCache *c = slot_obj(vm, f, LRU_SELF, T_LRU_CACHE);
    TRY(c);
    Value key = f->slot[LRU_KEY];
    uint32_t hash;
    int64_t at;
    if (seek_is_state(f)) {
        at = dict_seek_resume(vm, f, LRU_SEEK, c->table, key, &hash);
    } else {
        switch (native_state(f)) {
        case SEEK_START:
            if (c->maxsize == int_value(0)) { return lru_ask_function(vm, f, c); }
            if (!key_hash_leaf(vm, key, &hash)) {
                return native_call1(vm, f, LRU_HASHED, internal(vm, I_HASH), key);
            }
            f->slot[LRU_HASH] = int_value(hash);
            break;
        case LRU_HASHED:
            f->slot[LRU_HASH] = int_value(hash_fold(int_clamp_i64(vm, f->result)));
            break;
        default:
            if (c->maxsize == int_value(0)) { return f->result; }
            f->slot[LRU_RESULT] = f->result;
            break;
        }
        hash = (uint32_t)index_of(f->slot[LRU_HASH]);
        at = dict_seek_hashed(vm, f, LRU_SEEK, c->table, key, hash);
    }
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (f->slot[LRU_RESULT] != V_UNBOUND) {
        return at >= 0 ? f->slot[LRU_RESULT] : lru_store(vm, f, c);
    }
    if (at == SEEK_ABSENT) { return lru_ask_function(vm, f, c); }
    return lru_hit(vm, c, dict_entries(vm, lru_table(vm, c))->items[at].value);
}

// wrapper.__call__(…), as anybody may call it.
static Value lru_call_method(Vm *vm, Value *a) {
    return native_tailcall_full(vm, a[0], a[1], a[2]);
}

// ---- the rest ----------------------------------------------------------------------------------

static Value lru_make(Vm *vm, Value *a) {
    Value maxsize = a[2];
    if (!is_callable(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "the first argument must be callable");
    }
    if (maxsize != V_NONE && !isinstance_int(vm, maxsize)) {
        return raise_error(vm, EXC_TypeError, "maxsize should be integer or None");
    }
    if (maxsize != V_NONE) {
        int64_t size = int_clamp_i64(vm, maxsize);
        maxsize = int_value(size < 0 ? 0 : fits_int(size) ? size : VALUE_INT_BIAS - 1);
    }
    TRY(construct_check(vm, T_LRU_CACHE, a[0]));
    Value table = dict_new(vm, 0);
    TRY_VALUE(table);
    LruCache *c = derived_new(vm, T_LRU_CACHE, 0, a[0]);
    TRY(c);
    c->h.small = a[3] == V_TRUE ? LRU_TYPED : 0;
    c->func = a[1];
    c->table = table;
    c->maxsize = maxsize;
    c->info = a[4];
    c->first = c->last = c->mark = V_NONE;
    return ptr_value(vm, c);
}

static Value lru_get(Vm *vm, Value *a) {
    return a[1] == V_NONE ? a[0] : method_new(vm, a[0], a[1]);
}

static Value lru_cache_info(Vm *vm, Value *a) {
    const LruCache *c = as_lru(vm, a[0]);
    Value args[4] = {int_value((int64_t)c->hits), int_value((int64_t)c->misses), c->maxsize,
                     int_value(lru_table(vm, c)->h.n)};
    return native_tailcall(vm, c->info, 4, args);
}

static Value lru_cache_clear(Vm *vm, Value *a) {
    LruCache *c = as_lru(vm, a[0]);
    dict_clear(vm, lru_table(vm, c));
    obj_touch(vm, c);
    c->first = c->last = V_NONE;
    c->hits = c->misses = 0;
    return V_NONE;
}

static Value lru_reduce(Vm *vm, Value *a) {
    Value args[2] = {a[0], vm_name(vm, N___qualname__)};
    return native_tailcall(vm, internal(vm, I_GETATTR), 2, args);
}

static Value lru_copy(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

static const NativeDef lru_methods[] = {
    LEAF_CLASS("__new__", "cls, user_function, maxsize, typed: bool, cache_info_type", lru_make,
               NULL),
    TAIL("__call__", "self, /, *args, **kwargs", lru_call_method, "What calling the object does."),
    LEAF("__copy__", "self, /", lru_copy, NULL),
    LEAF("__deepcopy__", "self, memo, /", lru_copy, NULL),
    LEAF("__get__", "self, instance, owner=None, /", lru_get,
         "The attribute, of an object or of its class."),
    TAIL("__reduce__", "self, /", lru_reduce, NULL),
    LEAF("cache_clear", "self, /", lru_cache_clear, "Forget all results and statistics."),
    TAIL("cache_info", "self, /", lru_cache_info,
         "How often a result was found, and how many are."),
    NATIVE_END,
};

static const GetSetDef lru_getsets[] = {
    {"__dict__", object_get_dict, object_set_dict, NULL},
    {0},
};

const TypeDef lru_cache_type = {
    .name = "_lru_cache_wrapper",
    .module = "functools",
    .doc = "A callable that remembers the results of a function.",
    .tag = T_LRU_CACHE,
    .hidden = true,
    .methods = lru_methods,
    .getsets = lru_getsets,
    .call = lru_call,
};

const TypeDef lru_link_type = {
    .name = "_lru_list_elem",
    .module = "functools",
    .tag = T_LRU_LINK,
    .hidden = true,
};
