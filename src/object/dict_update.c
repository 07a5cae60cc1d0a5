// dict_update.c: filling dicts from mappings and pairs. See dict_update.h.
//
// Whatever has keys() is a mapping, anything else an iterable of pairs. A dict given as `other` is
// read directly, with the hashes it keeps. The leaf forms may stop half-way: merging again from the
// start gives the same dict.
#include "object/dict_update.h"

#include "object/dict_steps.h"
#include "object/exc.h"
#include "object/iters.h"
#include "object/key.h"
#include "object/list.h"
#include "object/seq_iters.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"
#include "rt/internals.h"

// ---- leaf forms --------------------------------------------------------------------------------

// A dict whose class iterates as dict does: its entries are read directly, whatever else the class
// overrides.
static bool is_plain_dict(Vm *vm, Value v) {
    return is_tagged(vm, v, T_DICT) && keeps_builtin(vm, v, N___iter__);
}

static bool is_plain_seq(Vm *vm, Value v) {
    return is_exact(vm, v, T_LIST) || is_exact(vm, v, T_TUPLE);
}

// As dict_merge_leaf, from a list or tuple of pairs.
static int merge_pairs_leaf(Vm *vm, Dict *d, Value seq) {
    uint32_t n, n_pair;
    const Value *items = seq_items(vm, seq, &n);
    if (!native_charge(vm, n / 4)) { return 0; }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_plain_seq(vm, items[i])) { return -1; }
        const Value *pair = seq_items(vm, items[i], &n_pair);
        if (n_pair != 2) { return -1; }
        int r = dict_set_leaf(vm, d, pair[0], pair[1]);
        if (r <= 0) { return r; }
    }
    return 1;
}

// What is left of a list or tuple that is iterated over.
static uint32_t merge_rest(Vm *vm, const SeqIter *it, const Value **items) {
    uint32_t n;
    const Value *all = seq_items(vm, it->seq, &n);
    if (it->at < 0 || it->at >= n) { return 0; }
    *items = all + it->at;
    return n - (uint32_t)it->at;
}

// The same from zip(names, values). The iterators are moved when all is done, so that it may be
// done again; only keys whose hash is known beforehand will do.
static int merge_zip_leaf(Vm *vm, Dict *d, Value zip) {
    SeqIter *first, *second;
    const Value *keys = NULL, *values = NULL;
    if (!zip_of_two(vm, zip, &first, &second)) { return -1; }
    uint32_t n_keys = merge_rest(vm, first, &keys), n_values = merge_rest(vm, second, &values);
    uint32_t n = min_u32(n_keys, n_values);
    for (uint32_t i = 0; i < n; i++) {
        if (is_ref(keys[i]) && !is_str(vm, keys[i])) { return -1; }
    }
    if (!native_charge(vm, n / 4)) { return 0; }
    for (uint32_t i = 0; i < n; i++) {
        int r = dict_set_leaf(vm, d, keys[i], values[i]);
        if (r <= 0) { return r; }
    }
    obj_touch(vm, first);
    obj_touch(vm, second);
    first->at += n;
    second->at += n;
    if (n_keys > n) { // zip takes a key before it sees that there is no value
        first->at++;
        second->seq = V_NONE;
    } else {
        first->seq = V_NONE;
    }
    return 1;
}

int dict_update_from_leaf(Vm *vm, Dict *d, Value other) {
    if (is_plain_dict(vm, other)) { return dict_merge_leaf(vm, d, as_dict(vm, other)); }
    if (is_tagged(vm, other, T_ZIP)) { return merge_zip_leaf(vm, d, other); }
    return is_plain_seq(vm, other) ? merge_pairs_leaf(vm, d, other) : -1;
}

Value dict_update_leaf(Vm *vm, Value *a) {
    Dict *d = as_dict(vm, a[0]);
    int r = a[1] == V_UNBOUND ? 1 : dict_update_from_leaf(vm, d, a[1]);
    if (r > 0) { r = dict_merge_leaf(vm, d, as_dict(vm, a[2])); }
    return r > 0 ? V_NONE : r ? V_UNBOUND : V_RAISED;
}

Value dict_binary(Vm *vm, BinOp op, Value a, Value b) {
    if (op != BIN_OP_OR || !is_tagged(vm, a, T_DICT) || !is_tagged(vm, b, T_DICT)) {
        return V_NOTIMPL;
    }
    Value sum = dict_copy(vm, as_dict(vm, a));
    TRY_VALUE(sum);
    if (!is_plain_dict(vm, b)) { return V_UNBOUND; }
    int r = dict_merge_leaf(vm, as_dict(vm, sum), as_dict(vm, b));
    return r > 0 ? sum : r ? V_UNBOUND : V_RAISED;
}

Value dict_inplace(Vm *vm, BinOp op, Value a, Value b) {
    if (op != BIN_OP_OR) { return V_NOTIMPL; }
    int r = dict_update_from_leaf(vm, as_dict(vm, a), b);
    return r > 0 ? a : r ? V_UNBOUND : V_RAISED;
}

// ---- I_DICT_MERGE ------------------------------------------------------------------------------

enum {
    MERGE_LOOP = SEEK_OWN, // get the next item
    MERGE_STORE,           // one is in hand
    MERGE_ATTR,
    MERGE_KEYS,
    MERGE_KEYS_ITER,
    MERGE_KEYS_NOT_ITER,
    MERGE_KEY_LIST,
    MERGE_VALUE,
    MERGE_PAIRS_ITER,
    MERGE_PAIR,
    MERGE_PAIRS_END,
    MERGE_PAIR_ITER,
    MERGE_PAIR_NOT_ITER,
    MERGE_PAIR_LIST,
    MERGE_METHOD,
    MERGE_PAIR_RAISED,
};
enum {
    MERGE_DICT,
    MERGE_OTHER,
    MERGE_MODE,
    MERGE_SEEK,
    MERGE_WORK = MERGE_SEEK + SEEK_SCRATCH,
    MERGE_POS
};
// The items of the list in slot MERGE_WORK. The source is the dict itself, the list of a mapping's
// keys, or the iterator over pairs.
enum { WORK_SOURCE, WORK_KEY, WORK_VALUE, WORK_COUNT };

static Value *merge_work(Vm *vm, const Frame *f) {
    List *work = slot_obj(vm, f, MERGE_WORK, T_LIST);
    return work && work->h.n == WORK_COUNT ? list_open(vm, work) : NULL;
}

static Value merge_begin(Vm *vm, Frame *f, Value source) {
    Value none[WORK_COUNT] = {source, V_NONE, V_NONE};
    Value work = list_from(vm, none, WORK_COUNT);
    TRY_VALUE(work);
    f->slot[MERGE_WORK] = work;
    f->slot[MERGE_POS] = int_value(0);
    native_goto(f, MERGE_LOOP);
    return V_NONE;
}

// An item is complete: from now on a repeated step stores it.
static void merge_take(Frame *f, Value *work, Value key, Value value) {
    work[WORK_KEY] = key;
    work[WORK_VALUE] = value;
    f->slot[MERGE_POS] += 1;
    native_goto(f, MERGE_STORE);
}

static Value merge_not_mapping(Vm *vm, const Frame *f) {
    if (f->slot[MERGE_MODE] == int_value(DICT_MERGE_CALL)) {
        return raise_no_attribute(vm, f->slot[MERGE_OTHER], vm_name(vm, N_keys));
    }
    return raise_error(vm, EXC_TypeError, "'%T' object is not a mapping", f->slot[MERGE_OTHER]);
}

// What an element of the sequence made wrong: a TypeError gets a note about which one it was. With
// `not_iterable` it is one in other words.
static Value merge_pair_error(Vm *vm, const Frame *f, bool not_iterable) {
    Value exc = f->result;
    if (!isinstance_exc(vm, exc, EXC_TypeError)) { return raise_value(vm, exc); }
    Value note =
        format_text(vm, "Cannot convert dictionary update sequence element #%l to a sequence",
                    int_of(f->slot[MERGE_POS]));
    TRY_VALUE(note);
    if (not_iterable) {
        raise_error(vm, EXC_TypeError, "object is not iterable");
        exc = vm->head->exc;
        TRY(is_exception(vm, exc) && !vm->alloc_failed);
        exc_clear(vm);
    }
    TRY(exc_note(vm, exc, note));
    return not_iterable ? raise_value(vm, exc) : exc_restore(vm, exc);
}

static Value merge_take_pair(Vm *vm, Frame *f, Value *work, Value seq) {
    uint32_t n;
    const Value *pair = seq_items(vm, seq, &n);
    if (n != 2) {
        return raise_error(vm, EXC_ValueError,
                           "dictionary update sequence element #%l has length %u; 2 is required",
                           int_of(f->slot[MERGE_POS]), n);
    }
    merge_take(f, work, pair[0], pair[1]);
    return V_NONE;
}

// Gets the next item into the work list: V_NONE it is there, V_STOP there is none, else to be
// returned.
static Value merge_next(Vm *vm, Frame *f, Value *work) {
    Value source = work[WORK_SOURCE], key, value;
    uint32_t pos = (uint32_t)index_of(f->slot[MERGE_POS]);
    if (is_tagged(vm, source, T_DICT)) {
        if (!dict_next(vm, as_dict(vm, source), &pos, &key, &value)) { return V_STOP; }
        f->slot[MERGE_POS] = int_value((int64_t)pos - 1);
        merge_take(f, work, key, value);
        return V_NONE;
    }
    if (is_exact(vm, source, T_LIST)) {
        const List *keys = as_list(vm, source);
        if (pos >= keys->h.n) { return V_STOP; }
        key = list_items(vm, keys)[pos];
        return native_call2(vm, f, MERGE_VALUE, internal(vm, I_GETITEM), f->slot[MERGE_OTHER], key);
    }
    TRY(dict_make_room(vm, as_dict(vm, f->slot[MERGE_DICT])));
    Value item = iter_next_leaf(vm, source);
    if (item == V_UNBOUND) { return native_next_or(vm, f, MERGE_PAIR, MERGE_PAIRS_END, source); }
    if (item == V_STOP || item == V_RAISED) { return item; }
    if (is_plain_seq(vm, item)) {
        f->result = item; // the iterator went on: a repeated step has it here
        native_goto(f, MERGE_PAIR);
        return merge_take_pair(vm, f, work, item);
    }
    native_catch(f, MERGE_PAIR_NOT_ITER);
    return native_call1(vm, f, MERGE_PAIR_ITER, internal(vm, I_ITER), item);
}

static Value merge_store(Vm *vm, Frame *f, const Value *work, int64_t at, uint32_t hash) {
    Dict *d = as_dict(vm, f->slot[MERGE_DICT]);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at == SEEK_ABSENT) {
        TRY(dict_append(vm, d, work[WORK_KEY], hash, work[WORK_VALUE]));
    } else if (f->slot[MERGE_MODE] == int_value(DICT_MERGE_CALL)) {
        return raise_with(vm, EXC_KeyError, work[WORK_KEY]);
    } else {
        dict_set_at(vm, d, (uint32_t)at, work[WORK_VALUE]);
    }
    native_goto(f, MERGE_LOOP);
    return V_NONE;
}

// All items from here on. The state is MERGE_LOOP, MERGE_STORE or one of dict_seek's.
static Value merge_run(Vm *vm, Frame *f) {
    Value *work = merge_work(vm, f), dict = f->slot[MERGE_DICT];
    TRY(work && slot_obj(vm, f, MERGE_DICT, T_DICT));
    for (uint32_t n = 0;; n++) {
        uint32_t hash = 0;
        if (native_state(f) == MERGE_LOOP) {
            TRY(native_charge(vm, 1));
            Value r = merge_next(vm, f, work);
            if (r == V_STOP) { return V_NONE; }
            if (r != V_NONE) { return r; }
        }
        int64_t at = seek_is_state(f)
                         ? dict_seek_resume(vm, f, MERGE_SEEK, dict, work[WORK_KEY], &hash)
                         : dict_seek_begin(vm, f, MERGE_SEEK, dict, work[WORK_KEY], &hash);
        Value r = merge_store(vm, f, work, at, hash);
        if (r != V_NONE) { return r; }
        if (n == 4096) { return native_again(vm, f, MERGE_LOOP); }
    }
}

static Value merge_start(Vm *vm, Frame *f) {
    Value other = f->slot[MERGE_OTHER];
    TRY(slot_obj(vm, f, MERGE_DICT, T_DICT));
    if (!is_plain_dict(vm, other)) {
        if (f->slot[MERGE_MODE] == int_value(DICT_MERGE_UPDATE) && is_plain_seq(vm, other)) {
            return native_call1(vm, f, MERGE_PAIRS_ITER, internal(vm, I_ITER), other);
        }
        return native_call2(vm, f, MERGE_ATTR, internal(vm, I_HASATTR_GET), other,
                            vm_name(vm, N_keys));
    }
    if (f->slot[MERGE_MODE] != int_value(DICT_MERGE_CALL)) {
        int r = dict_merge_leaf(vm, as_dict(vm, f->slot[MERGE_DICT]), as_dict(vm, other));
        if (r >= 0) { return r ? V_NONE : V_RAISED; }
    }
    TRY_VALUE(merge_begin(vm, f, other));
    return merge_run(vm, f);
}

Value dict_merge_steps(Vm *vm, Frame *f) {
    Value *work;
    switch (native_state(f)) {
    case SEEK_START: return merge_start(vm, f);
    case MERGE_ATTR:
        if (f->result != V_UNBOUND && f->slot[MERGE_MODE] != int_value(DICT_MERGE_UPDATE)) {
            return native_call0(vm, f, MERGE_KEYS, f->result);
        }
        if (f->result != V_UNBOUND) { // that it is there; asked for once more, to call it
            return native_call2(vm, f, MERGE_METHOD, internal(vm, I_GETATTR), f->slot[MERGE_OTHER],
                                vm_name(vm, N_keys));
        }
        if (f->slot[MERGE_MODE] != int_value(DICT_MERGE_UPDATE)) {
            return merge_not_mapping(vm, f);
        }
        return native_call1(vm, f, MERGE_PAIRS_ITER, internal(vm, I_ITER), f->slot[MERGE_OTHER]);
    case MERGE_METHOD: return native_call0(vm, f, MERGE_KEYS, f->result);
    case MERGE_KEYS:
        f->slot[MERGE_WORK] = f->result; // for the message
        native_catch(f, MERGE_KEYS_NOT_ITER);
        return native_call1(vm, f, MERGE_KEYS_ITER, internal(vm, I_ITER), f->result);
    case MERGE_KEYS_ITER:
        return native_call1(vm, f, MERGE_KEY_LIST, internal(vm, I_DRAIN), f->result);
    case MERGE_KEYS_NOT_ITER:
        if (!isinstance_exc(vm, f->result, EXC_TypeError)) { return raise_value(vm, f->result); }
        return raise_error(vm, EXC_TypeError, "%T.keys() returned a non-iterable (type %T)",
                           f->slot[MERGE_OTHER], f->slot[MERGE_WORK]);
    case MERGE_KEY_LIST:
    case MERGE_PAIRS_ITER: TRY_VALUE(merge_begin(vm, f, f->result)); break;
    case MERGE_VALUE: {
        work = merge_work(vm, f);
        TRY(work);
        const List *keys = value_obj(vm, work[WORK_SOURCE], T_LIST);
        uint64_t pos = index_of(f->slot[MERGE_POS]);
        TRY(keys);
        if (pos >= keys->h.n) { return raise_stop(vm, STOP_CORRUPT); }
        merge_take(f, work, list_items(vm, keys)[pos], f->result);
        break;
    }
    case MERGE_PAIR:
        if (!is_plain_seq(vm, f->result)) {
            native_catch(f, MERGE_PAIR_NOT_ITER);
            return native_call1(vm, f, MERGE_PAIR_ITER, internal(vm, I_ITER), f->result);
        }
        // fall through
    case MERGE_PAIR_LIST:
        work = merge_work(vm, f);
        TRY(work);
        TRY_VALUE(merge_take_pair(vm, f, work, f->result));
        break;
    case MERGE_PAIRS_END: return V_NONE;
    case MERGE_PAIR_ITER:
        native_catch(f, MERGE_PAIR_RAISED);
        return native_call1(vm, f, MERGE_PAIR_LIST, internal(vm, I_DRAIN), f->result);
    case MERGE_PAIR_NOT_ITER: return merge_pair_error(vm, f, true);
    case MERGE_PAIR_RAISED: return merge_pair_error(vm, f, false);
    default: break;
    }
    return merge_run(vm, f);
}

// ---- rows of dict ------------------------------------------------------------------------------

enum { UPDATE_START, UPDATE_MERGED, UPDATE_NAMED };
enum { UPDATE_SELF, UPDATE_OTHER, UPDATE_KWARGS };

Value dict_update_steps(Vm *vm, Frame *f) {
    Value self = f->slot[UPDATE_SELF], merge = internal(vm, I_DICT_MERGE);
    if (native_state(f) == UPDATE_NAMED) { return V_NONE; }
    if (native_state(f) == UPDATE_START && f->slot[UPDATE_OTHER] != V_UNBOUND) {
        return native_call3(vm, f, UPDATE_MERGED, merge, self, f->slot[UPDATE_OTHER],
                            int_value(DICT_MERGE_UPDATE));
    }
    const Dict *kwargs = slot_obj(vm, f, UPDATE_KWARGS, T_DICT);
    TRY(kwargs);
    if (kwargs->h.n == 0) { return V_NONE; }
    return native_call3(vm, f, UPDATE_NAMED, merge, self, f->slot[UPDATE_KWARGS],
                        int_value(DICT_MERGE_UPDATE));
}

Value dict_ior_steps(Vm *vm, Frame *f) {
    if (native_state(f) != UPDATE_START) { return f->slot[0]; }
    return native_call3(vm, f, UPDATE_MERGED, internal(vm, I_DICT_MERGE), f->slot[0], f->slot[1],
                        int_value(DICT_MERGE_UPDATE));
}

enum { OR_SELF, OR_OTHER, OR_SUM };

Value dict_or_steps(Vm *vm, Frame *f) {
    if (native_state(f) != UPDATE_START) { return f->slot[OR_SUM]; }
    if (!is_tagged(vm, f->slot[OR_OTHER], T_DICT)) { return V_NOTIMPL; }
    bool reflected = native_magic(vm, f) == 1;
    Value left = f->slot[reflected ? OR_OTHER : OR_SELF];
    Value sum = dict_copy(vm, as_dict(vm, left));
    TRY_VALUE(sum);
    f->slot[OR_SUM] = sum;
    return native_call3(vm, f, UPDATE_MERGED, internal(vm, I_DICT_MERGE), sum,
                        f->slot[reflected ? OR_SELF : OR_OTHER], int_value(DICT_MERGE_UPDATE));
}

// ---- fromkeys ----------------------------------------------------------------------------------

enum { FROMKEYS_LOOP = SEEK_OWN, FROMKEYS_MADE, FROMKEYS_SET };
enum {
    FROMKEYS_CLS,
    FROMKEYS_KEYS,
    FROMKEYS_VALUE,
    FROMKEYS_SEEK,
    FROMKEYS_DICT = FROMKEYS_SEEK + SEEK_SCRATCH,
    FROMKEYS_POS,
};

// One key into a plain dict. V_NONE: done, the state is FROMKEYS_LOOP.
static Value fromkeys_key(Vm *vm, Frame *f, Value key) {
    Value dict = f->slot[FROMKEYS_DICT];
    uint32_t hash;
    int64_t at = dict_seek(vm, f, FROMKEYS_SEEK, dict, key, &hash);
    if (at < SEEK_ABSENT) { return seek_result(at); }
    if (at == SEEK_ABSENT) {
        TRY(dict_append(vm, as_dict(vm, dict), key, hash, f->slot[FROMKEYS_VALUE]));
    } else {
        dict_set_at(vm, as_dict(vm, dict), (uint32_t)at, f->slot[FROMKEYS_VALUE]);
    }
    f->slot[FROMKEYS_POS] += 1;
    native_goto(f, FROMKEYS_LOOP);
    return V_NONE;
}

static Value fromkeys_start(Vm *vm, Frame *f) {
    f->slot[FROMKEYS_POS] = int_value(0);
    if (f->slot[FROMKEYS_CLS] != type_of_tag(vm, T_DICT)) {
        return native_call0(vm, f, FROMKEYS_MADE, f->slot[FROMKEYS_CLS]);
    }
    Value dict = dict_new(vm, 0);
    TRY_VALUE(dict);
    f->slot[FROMKEYS_DICT] = dict;
    native_goto(f, FROMKEYS_LOOP);
    return V_NONE;
}

Value dict_fromkeys_leaf(Vm *vm, Value *a) {
    if (a[FROMKEYS_CLS] != type_of_tag(vm, T_DICT)) { return V_UNBOUND; }
    uint32_t n;
    const Value *keys = seq_items(vm, a[FROMKEYS_KEYS], &n);
    TRY(native_charge(vm, n));
    Value dict = dict_new(vm, 0);
    TRY_VALUE(dict);
    for (uint32_t i = 0; i < n; i++) {
        int done = dict_set_leaf(vm, as_dict(vm, dict), keys[i], a[FROMKEYS_VALUE]);
        if (done <= 0) { return done ? V_UNBOUND : V_RAISED; }
    }
    return dict;
}

Value dict_fromkeys_steps(Vm *vm, Frame *f) {
    switch (native_state(f)) {
    case SEEK_START: {
        Value r = fromkeys_start(vm, f);
        if (r != V_NONE) { return r; }
        break;
    }
    case FROMKEYS_MADE:
        f->slot[FROMKEYS_DICT] = f->result;
        native_goto(f, FROMKEYS_LOOP);
        break;
    case FROMKEYS_SET: f->slot[FROMKEYS_POS] += 1; break;
    default: break;
    }
    uint32_t n;
    const Value *keys = seq_items(vm, f->slot[FROMKEYS_KEYS], &n);
    while (index_of(f->slot[FROMKEYS_POS]) < n) {
        Value key = keys[index_of(f->slot[FROMKEYS_POS])];
        if (!is_exact(vm, f->slot[FROMKEYS_DICT], T_DICT)) {
            return native_call3(vm, f, FROMKEYS_SET, internal(vm, I_SETITEM),
                                f->slot[FROMKEYS_DICT], key, f->slot[FROMKEYS_VALUE]);
        }
        TRY(native_charge(vm, 1));
        Value r = fromkeys_key(vm, f, key);
        if (r != V_NONE) { return r; }
    }
    return f->slot[FROMKEYS_DICT];
}
