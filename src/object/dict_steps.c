// dict_steps.c: see dict_steps.h. After every call of guest code the dict may be another: when its
// version has changed, the search begins anew, as in CPython.
#include "object/dict_steps.h"

#include "object/ask.h"
#include "object/exc.h"
#include "object/int.h"
#include "object/key.h"
#include "rt/internals.h"

// Slots from `scratch` on: what the search has to remember while guest code runs.
enum { SEEK_HASH, SEEK_PROBE, SEEK_VERSION, SEEK_CANDIDATE };

Value seek_ask_hash(Vm *vm, Frame *f, Value key) {
    native_catch(f, SEEK_UNHASHABLE);
    return ask_hash(vm, f, SEEK_HASHED, key);
}

Value seek_unhashable(Vm *vm, Value exc, Value key, const char *role) {
    Value text = V_UNBOUND;
    if (class_of(vm, exc) == exc_class(vm, EXC_TypeError)) { text = exc_str_leaf(vm, exc); }
    if (text == V_UNBOUND) { return raise_value(vm, exc); }
    TRY_VALUE(text);
    return raise_error(vm, EXC_TypeError, "cannot use '%T' as a %s (%U)", key, role, text);
}

void seek_not_hashed(Vm *vm, Value key, const char *role) {
    raise_error(vm, EXC_TypeError, "cannot use '%T' as a %s (%s)", key, role,
                "__hash__ method should return an integer");
}

// One round of probing, up to the next key that guest code must compare.
static int64_t seek_probe(Vm *vm, Frame *f, int scratch, Value d, Value key, uint32_t hash,
                          uint64_t probe) {
    const Dict *dict = value_obj(vm, d, T_DICT);
    if (!dict) { return SEEK_RAISED; }
    uint32_t candidate = 0;
    int64_t at = dict_probe(vm, dict, key, hash, &probe, &candidate);
    if (at != -2) { return at; }
    Value *slot = &f->slot[scratch];
    slot[SEEK_HASH] = int_value(hash);
    slot[SEEK_PROBE] = probe;
    slot[SEEK_VERSION] = int_value(dict->version);
    slot[SEEK_CANDIDATE] = int_value(candidate);
    ask_equal(vm, f, SEEK_COMPARED, dict_entries(vm, dict)->items[candidate].key, key);
    return SEEK_ASK;
}

int64_t dict_seek_hashed(Vm *vm, Frame *f, int scratch, Value d, Value key, uint32_t hash) {
    return seek_probe(vm, f, scratch, d, key, hash, 0);
}

int64_t dict_seek_begin(Vm *vm, Frame *f, int scratch, Value d, Value key, uint32_t *hash) {
    if (key_hash_leaf(vm, key, hash)) { return seek_probe(vm, f, scratch, d, key, *hash, 0); }
    seek_ask_hash(vm, f, key);
    return SEEK_ASK;
}

int64_t dict_seek_resume(Vm *vm, Frame *f, int scratch, Value d, Value key, uint32_t *hash) {
    const Value *slot = &f->slot[scratch];
    const Dict *dict = value_obj(vm, d, T_DICT);
    if (!dict) { return SEEK_RAISED; }
    if (key == V_UNBOUND) { // a deleted entry has it
        raise_stop(vm, STOP_CORRUPT);
        return SEEK_RAISED;
    }
    if (native_state(f) == SEEK_UNHASHABLE) {
        seek_unhashable(vm, f->result, key, "dict key");
        return SEEK_RAISED;
    }
    if (native_state(f) == SEEK_HASHED) {
        int64_t h;
        if (!ask_hash_answer(vm, f, &h)) {
            seek_not_hashed(vm, key, "dict key");
            return SEEK_RAISED;
        }
        *hash = hash_fold(h);
        return seek_probe(vm, f, scratch, d, key, *hash, 0);
    }
    *hash = (uint32_t)index_of(slot[SEEK_HASH]);
    uint64_t candidate = index_of(slot[SEEK_CANDIDATE]);
    bool unchanged = index_of(slot[SEEK_VERSION]) == dict->version && candidate < dict->used &&
                     dict_entries(vm, dict)->items[candidate].key != V_UNBOUND;
    if (unchanged && f->result == V_TRUE) { return (int64_t)candidate; }
    if (unchanged && f->result != V_FALSE) {
        ask_equal_more(vm, f, SEEK_COMPARED, dict_entries(vm, dict)->items[candidate].key, key);
        return SEEK_ASK;
    }
    return seek_probe(vm, f, scratch, d, key, *hash, unchanged ? slot[SEEK_PROBE] : 0);
}

// ---- the internal operations -------------------------------------------------------------------

enum { OP_DICT, OP_KEY, OP_VALUE, OP_SEEK = 2, OP_SET_SEEK = 3 };

Value dict_get_steps(Vm *vm, Frame *f) {
    uint32_t hash;
    int64_t at = dict_seek(vm, f, OP_SEEK, f->slot[OP_DICT], f->slot[OP_KEY], &hash);
    if (at >= 0) { return dict_entries(vm, as_dict(vm, f->slot[OP_DICT]))->items[at].value; }
    return at == SEEK_ABSENT ? V_UNBOUND : seek_result(at);
}

Value dict_set_steps(Vm *vm, Frame *f) {
    uint32_t hash;
    Value key = f->slot[OP_KEY], value = f->slot[OP_VALUE];
    int64_t at = dict_seek(vm, f, OP_SET_SEEK, f->slot[OP_DICT], key, &hash);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    Dict *d = as_dict(vm, f->slot[OP_DICT]);
    if (at == SEEK_ABSENT) {
        TRY(dict_append(vm, d, key, hash, value));
    } else {
        dict_set_at(vm, d, (uint32_t)at, value);
    }
    return V_NONE;
}

Value dict_del_steps(Vm *vm, Frame *f) {
    uint32_t hash;
    int64_t at = dict_seek(vm, f, OP_SEEK, f->slot[OP_DICT], f->slot[OP_KEY], &hash);
    if (at < 0) { return at == SEEK_ABSENT ? V_UNBOUND : seek_result(at); }
    Dict *d = as_dict(vm, f->slot[OP_DICT]);
    Value value = dict_entries(vm, d)->items[at].value;
    dict_delete_at(vm, d, (uint32_t)at);
    return value;
}
