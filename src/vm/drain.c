// drain.c: I_DRAIN, all items of an iterable as a new list, or behind those of a list; and what list() asks first, how many
// there will be. The answer is not used, but guest code that is asked sees it, and what it raises
// counts.
#include "object/seq.h"
#include "object/seq_iters.h"
#include "object/steps_fast.h"
#include "object/int.h"
#include "object/list.h"
#include "rt/internals.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum {
    DRAIN_START,
    DRAIN_ITER,
    DRAIN_NEXT,
    DRAIN_END,
    DRAIN_MORE,
    DRAIN_HINT,
    DRAIN_NO_HINT,
    DRAIN_FAST_ITER,
    DRAIN_FAST_DONE,
    DRAIN_NO_ITER,
    DRAIN_NO_LEN,
    DRAIN_BYTE
};
enum { DRAIN_SOURCE, DRAIN_MODE, DRAIN_LIST, DRAIN_IT };

// Whether the special method is the guest's: those of builtin classes have nothing to tell.
static bool drain_asks(Vm *vm, Value v, NameId name) {
    Value method = special_method(vm, v, name);
    return method != V_UNBOUND && !is_exact(vm, method, T_NATIVE);
}

// Asks for __len__ or __length_hint__; V_NONE when there is nobody to ask.
static Value drain_ask(Vm *vm, Frame *f, Value v) {
    if (is_tagged(vm, v, T_SEQ_ITER) ||
        is_tagged(vm, v, T_REVERSED)) { // which knows by asking its sequence
        Value seq = as_seq_iter(vm, v)->seq;
        if (!is_ref(seq) || as_seq_iter(vm, v)->at < 0 || !drain_asks(vm, seq, N___len__)) {
            return V_NONE;
        }
        native_catch(f, DRAIN_NO_HINT);
        return native_call1(vm, f, DRAIN_HINT, internal(vm, I_LEN), seq);
    }
    if (exact_def(vm, v) || !is_ref(v)) { return V_NONE; }
    bool has_len = special_method(vm, v, N___len__) != V_UNBOUND;
    if (native_state(f) == DRAIN_ITER && drain_asks(vm, v, N___len__)) {
        native_catch(f, DRAIN_NO_LEN);
        return native_call1(vm, f, DRAIN_HINT, internal(vm, I_LEN), v);
    }
    has_len = has_len && native_state(f) == DRAIN_ITER;
    if (has_len || !drain_asks(vm, v, N___length_hint__)) { return V_NONE; }
    native_catch(f, DRAIN_NO_HINT);
    return native_call_method(vm, f, DRAIN_HINT, v, vm_name(vm, N___length_hint__), 0, NULL);
}

static bool drain_check_hint(Vm *vm, Value hint) {
    int64_t n;
    if (hint == V_NOTIMPL) { return true; }
    if (!is_int(hint) && !is_bool(hint) && !is_tagged(vm, hint, T_INT)) {
        return raise_false(vm, EXC_TypeError, "__length_hint__ must be an integer, not %T", hint);
    }
    if (is_bool(hint)) { return true; }
    if (!int_to_i64(vm, hint, &n)) {
        return raise_false(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    }
    if (n < 0) { return raise_false(vm, EXC_ValueError, "__length_hint__() should return >= 0"); }
    return true;
}

static bool drain_is_bytes(const Frame *f) {
    return f->slot[DRAIN_MODE] == int_value(DRAIN_BYTES) ||
           f->slot[DRAIN_MODE] == int_value(DRAIN_BYTEARRAY);
}

static Value drain_raise_range(Vm *vm, const Frame *f) {
    return raise_error(vm, EXC_ValueError, "%s must be in range(0, 256)",
                       f->slot[DRAIN_MODE] == int_value(DRAIN_BYTES) ? "bytes" : "byte");
}

// What iter() refused: join and bytes say so in their own words.
static Value drain_no_iter(Vm *vm, const Frame *f) {
    if (!isinstance_exc(vm, f->result, EXC_TypeError)) { return raise_value(vm, f->result); }
    if (f->slot[DRAIN_MODE] == int_value(DRAIN_JOINED)) {
        return raise_error(vm, EXC_TypeError, "can only join an iterable");
    }
    return raise_error(vm, EXC_TypeError, "cannot convert '%T' object to %s", f->slot[DRAIN_SOURCE],
                       f->slot[DRAIN_MODE] == int_value(DRAIN_BYTES) ? "bytes" : "bytearray");
}

// The mode is a list that gets the items.
static bool drain_is_into(Vm *vm, const Frame *f) {
    return is_tagged(vm, f->slot[DRAIN_MODE], T_LIST);
}

// The list, or what its class makes of it.
static Value drain_result(Vm *vm, const Frame *f) {
    Value cls = f->slot[DRAIN_MODE];
    if (drain_is_into(vm, f)) { return V_NONE; }
    return is_ref(cls) ? native_tailcall(vm, cls, 1, &f->slot[DRAIN_LIST]) : f->slot[DRAIN_LIST];
}

// The items from where the iterator stands.
static Value drain_take(Vm *vm, Frame *f) {
    List *list = slot_obj(vm, f, DRAIN_LIST, T_LIST);
    TRY(list);
    Value it = f->slot[DRAIN_IT];
    const TypeDef *d = next_def(vm, it);
    bool bytes = drain_is_bytes(f), into = drain_is_into(vm, f);
    for (uint32_t i = 0; i < 4096; i++) {
        TRY(list_grow(vm, list, (uint64_t)list->h.n + 1)); // before an item is taken
        Value v = d ? d->next(vm, it) : V_UNBOUND;
        if (v == V_STOP) {
            native_commit(f, DRAIN_END);
            return drain_result(vm, f);
        }
        TRY_VALUE(v);
        if (v == V_UNBOUND) { return native_next_or(vm, f, DRAIN_NEXT, DRAIN_END, it); }
        if (bytes && !(is_int(v) && (uint64_t)int_of(v) < 256)) {
            return native_call1(vm, f, DRAIN_BYTE, internal(vm, I_INDEX), v);
        }
        if (NX_LIKELY(!into)) {
            list_put(vm, list, v);
        } else {
            TRY(list_append(vm, list, v));
        }
    }
    TRY(native_charge(vm, 4096 / 16));
    return native_again(vm, f, DRAIN_MORE);
}

// What guest code gave as the next item.
static Value drain_add(Vm *vm, Frame *f) {
    List *list = slot_obj(vm, f, DRAIN_LIST, T_LIST);
    TRY(list && list_append(vm, list, f->result));
    native_commit(f, DRAIN_MORE);
    if (!is_exact(vm, f->slot[DRAIN_IT], T_GENERATOR)) { return drain_take(vm, f); }
    return native_next_or(vm, f, DRAIN_NEXT, DRAIN_END, f->slot[DRAIN_IT]);
}

static Value drain_start(Vm *vm, Frame *f) {
    Value v = f->slot[DRAIN_SOURCE];
    if (drain_is_into(vm, f)) {
        f->slot[DRAIN_LIST] = f->slot[DRAIN_MODE];
        return native_iter(vm, f, DRAIN_ITER, v);
    }
    if (is_exact(vm, v, T_LIST) || is_exact(vm, v, T_TUPLE)) {
        uint32_t n;
        const Value *items = seq_items(vm, v, &n);
        TRY(native_charge(vm, n / 16));
        return list_from(vm, items, n);
    }
    bool joined = f->slot[DRAIN_MODE] == int_value(DRAIN_JOINED);
    bool fast = joined || f->slot[DRAIN_MODE] == int_value(DRAIN_SEQUENCE);
    f->slot[DRAIN_LIST] = list_new(vm, 0);
    TRY_VALUE(f->slot[DRAIN_LIST]);
    if (joined || drain_is_bytes(f)) { native_catch(f, DRAIN_NO_ITER); }
    return native_iter(vm, f, fast ? DRAIN_FAST_ITER : DRAIN_ITER, v);
}

bool drain_sink(Vm *vm, Frame *f, Value item) {
    Value list = f->slot[DRAIN_LIST];
    return native_state(f) == DRAIN_NEXT && !drain_is_bytes(f) && is_exact(vm, list, T_LIST) &&
           list_append(vm, as_list(vm, list), item);
}

Value drain_steps(Vm *vm, Frame *f) {
    if (native_state(f) == DRAIN_START) {
        Value started = drain_start(vm, f);
        if (started != V_NONE) { return started; }
    }
    switch (native_state(f)) {
    case DRAIN_ITER: {
        f->slot[DRAIN_IT] = f->result;
        Value mode = f->slot[DRAIN_MODE];
        bool asks = mode == int_value(DRAIN_LISTED) || mode == int_value(DRAIN_BYTES) ||
                    drain_is_into(vm, f);
        Value asked = asks ? drain_ask(vm, f, f->slot[DRAIN_SOURCE]) : V_NONE;
        if (asked != V_NONE) { return asked; }
        break;
    }
    case DRAIN_HINT: TRY(drain_check_hint(vm, f->result)); break;
    case DRAIN_NO_LEN: {
        if (!isinstance_exc(vm, f->result, EXC_TypeError)) { return raise_value(vm, f->result); }
        Value asked = drain_ask(vm, f, f->slot[DRAIN_SOURCE]);
        if (asked != V_NONE) { return asked; }
        break;
    }
    case DRAIN_NO_HINT:
        if (!isinstance_exc(vm, f->result, EXC_TypeError)) { return raise_value(vm, f->result); }
        break;
    case DRAIN_NEXT:
        if (drain_is_bytes(f) && !(is_int(f->result) && (uint64_t)int_of(f->result) < 256)) {
            return native_call1(vm, f, DRAIN_BYTE, internal(vm, I_INDEX), f->result);
        }
        return drain_add(vm, f);
    case DRAIN_BYTE:
        if (!is_int(f->result) || (uint64_t)int_of(f->result) >= 256) {
            return drain_raise_range(vm, f);
        }
        return drain_add(vm, f);
    case DRAIN_MORE: break;
    case DRAIN_FAST_ITER: // a list is made of the iterator then, which is asked for one again
        if (is_ref(f->result) && exact_def(vm, f->result) &&
            as_obj(vm, f->result)->type != T_SEQ_ITER) { // it is its own
            f->slot[DRAIN_IT] = f->result;
            native_goto(f, DRAIN_MORE);
            break;
        }
        return native_call2(vm, f, DRAIN_FAST_DONE, internal(vm, I_DRAIN), f->result,
                            int_value(DRAIN_LISTED));
    case DRAIN_FAST_DONE: return f->result;
    case DRAIN_NO_ITER: return drain_no_iter(vm, f);
    default: return drain_result(vm, f);
    }
    return drain_take(vm, f);
}
