// set_steps.c: see set_steps.h. When guest code changed the set while it compared two items, the
// search begins anew.
#include "object/set_steps.h"

#include "object/ask.h"
#include "object/int.h"
#include "object/key.h"
#include "rt/internals.h"

// The hash in two halves; how many items of that hash guest code found different; the one it is
// comparing now.
enum { SET_SEEK_LOW, SET_SEEK_HIGH, SET_SEEK_SKIP, SET_SEEK_CANDIDATE };

static bool set_seek_fits(Vm *vm, Value s, Value key) {
    if (is_any_set(vm, s) && set_is_live(key)) { return true; }
    raise_stop(vm, STOP_CORRUPT);
    return false;
}

static int64_t set_seek_round(Vm *vm, Frame *f, int scratch, Value s, Value key, int64_t hash,
                              uint32_t skip) {
    uint32_t at;
    if (!set_seek_fits(vm, s, key)) { return SEEK_RAISED; }
    int64_t found = set_find(vm, as_set(vm, s), key, hash, skip, &at);
    if (found != -2) { return found; }
    Value *slot = &f->slot[scratch];
    slot[SET_SEEK_LOW] = int_value((uint32_t)hash);
    slot[SET_SEEK_HIGH] = int_value((uint32_t)((uint64_t)hash >> 32));
    slot[SET_SEEK_SKIP] = int_value(skip);
    slot[SET_SEEK_CANDIDATE] = set_table(vm, as_set(vm, s))->keys[at];
    ask_equal(vm, f, SEEK_COMPARED, slot[SET_SEEK_CANDIDATE], key);
    return SEEK_ASK;
}

int64_t set_seek_hashed(Vm *vm, Frame *f, int scratch, Value s, Value key, int64_t hash) {
    return set_seek_round(vm, f, scratch, s, key, hash, 0);
}

int64_t set_seek_begin(Vm *vm, Frame *f, int scratch, Value s, Value key, int64_t *hash) {
    if (key_hash64_leaf(vm, key, hash)) { return set_seek_round(vm, f, scratch, s, key, *hash, 0); }
    seek_ask_hash(vm, f, key);
    return SEEK_ASK;
}

int64_t set_seek_resume(Vm *vm, Frame *f, int scratch, Value s, Value key, int64_t *hash) {
    const Value *slot = &f->slot[scratch];
    if (!set_seek_fits(vm, s, key)) { return SEEK_RAISED; }
    if (native_state(f) == SEEK_UNHASHABLE) {
        seek_unhashable(vm, f->result, key, "set element");
        return SEEK_RAISED;
    }
    if (native_state(f) == SEEK_HASHED) {
        if (!ask_hash_answer(vm, f, hash)) {
            seek_not_hashed(vm, key, "set element");
            return SEEK_RAISED;
        }
        return set_seek_round(vm, f, scratch, s, key, *hash, 0);
    }
    if (!is_bool(f->result)) {
        ask_equal_more(vm, f, SEEK_COMPARED, slot[SET_SEEK_CANDIDATE], key);
        return SEEK_ASK;
    }
    *hash = (int64_t)(index_of(slot[SET_SEEK_HIGH]) << 32 | index_of(slot[SET_SEEK_LOW]));
    uint32_t skip = (uint32_t)index_of(slot[SET_SEEK_SKIP]), at;
    int64_t found = set_find(vm, as_set(vm, s), key, *hash, skip, &at);
    bool unchanged =
        found == -2 && set_table(vm, as_set(vm, s))->keys[at] == slot[SET_SEEK_CANDIDATE];
    if (unchanged && f->result == V_TRUE) { return at; }
    return set_seek_round(vm, f, scratch, s, key, *hash, unchanged ? skip + 1 : 0);
}

// ---- the internal operations -------------------------------------------------------------------

enum { SET_OP_SET, SET_OP_KEY, SET_OP_SEEK };

static int64_t set_op_seek(Vm *vm, Frame *f, int64_t *hash) {
    return set_seek(vm, f, SET_OP_SEEK, f->slot[SET_OP_SET], f->slot[SET_OP_KEY], hash);
}

Value set_add_steps(Vm *vm, Frame *f) {
    int64_t hash, at = set_op_seek(vm, f, &hash);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at >= 0) { return V_FALSE; }
    TRY(set_insert(vm, as_set(vm, f->slot[SET_OP_SET]), f->slot[SET_OP_KEY], hash));
    return V_TRUE;
}

Value set_has_steps(Vm *vm, Frame *f) {
    int64_t hash, at = set_op_seek(vm, f, &hash);
    return at < SEEK_ABSENT ? seek_result(at) : bool_value(at >= 0);
}

Value set_del_steps(Vm *vm, Frame *f) {
    int64_t hash, at = set_op_seek(vm, f, &hash);
    if (at < 0) { return at == SEEK_ABSENT ? V_FALSE : seek_result(at); }
    set_remove_at(vm, as_set(vm, f->slot[SET_OP_SET]), (uint32_t)at);
    return V_TRUE;
}
