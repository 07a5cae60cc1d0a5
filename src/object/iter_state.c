// iter_state.c: see iter_state.h. An iterator over a sequence says what it goes over and where it
// stands; one over a dict or set gives a list of what is left. An exhausted one goes over an empty
// sequence.
#include "object/iter_state.h"

#include "object/array.h"
#include "object/bytes.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/list.h"
#include "object/seq_iters.h"
#include "object/str.h"
#include "object/tuple.h"

Value reduce_by_builtin(Vm *vm, const char *name, const Value *args, uint32_t n, Value state) {
    Value key = intern_bytes(vm, name, (uint32_t)strlen(name));
    TRY_VALUE(key);
    Value items[3] = {dict_get_str(vm, as_dict(vm, vm->head->builtins), key), V_NONE, state};
    if (items[0] == V_UNBOUND) { return raise_error(vm, EXC_AttributeError, "%s", name); }
    items[1] = tuple_from(vm, args, n);
    TRY_VALUE(items[1]);
    return tuple_from(vm, items, state == V_UNBOUND ? 2 : 3);
}

// ---- by position -------------------------------------------------------------------------------

// The numbers behind the sequence: of a str the byte and the code point, of bytes the byte; of the
// others one of 64 bits.
static uint32_t *iter_words(Vm *vm, Value v) {
    return (uint32_t *)(void *)(obj_value_array(as_obj(vm, v)) + 1);
}

static int64_t iter_position(Vm *vm, Value v) {
    switch (as_obj(vm, v)->type) {
    case T_STR_ITER: return iter_words(vm, v)[1];
    case T_BYTES_ITER: return iter_words(vm, v)[0];
    default: return as_seq_iter(vm, v)->at;
    }
}

static bool iter_is_backwards(Vm *vm, Value v) {
    TypeTag tag = (TypeTag)as_obj(vm, v)->type;
    return tag == T_LIST_REVITER || tag == T_REVERSED;
}

static Value iter_nothing(Vm *vm, Value v) {
    switch (as_obj(vm, v)->type) {
    case T_LIST_ITER:
    case T_LIST_REVITER: return list_new(vm, 0);
    case T_STR_ITER: return vm_name(vm, N_empty);
    default: return tuple_from(vm, NULL, 0);
    }
}

static Value iter_reduce(Vm *vm, Value *a) {
    Value seq = obj_value_array(as_obj(vm, a[0]))[0];
    bool backwards = iter_is_backwards(vm, a[0]);
    if (seq == V_NONE || iter_position(vm, a[0]) < 0) {
        seq = iter_nothing(vm, a[0]);
        TRY_VALUE(seq);
        return reduce_by_builtin(vm, backwards ? "reversed" : "iter", &seq, 1, V_UNBOUND);
    }
    Value at = int_from_i64(vm, iter_position(vm, a[0]));
    TRY_VALUE(at);
    return reduce_by_builtin(vm, backwards ? "reversed" : "iter", &seq, 1, at);
}

static void str_iter_move(Vm *vm, Value v, uint32_t at) {
    const Str *s = as_str(vm, obj_value_array(as_obj(vm, v))[0]);
    uint32_t *words = iter_words(vm, v);
    words[1] = min_u32(at, s->len);
    words[0] = words[1] == s->len ? s->h.n : str_byte_offset(vm, s, words[1]);
}

bool iter_state_number(Vm *vm, Value v, const char *type, int64_t *out) {
    if (!isinstance_int(vm, v)) { return raise_false(vm, EXC_TypeError, "an integer is required"); }
    if (int_to_i64(vm, v, out)) { return true; }
    return raise_false(vm, EXC_OverflowError, "Python int too large to convert to C %s", type);
}

static Value iter_setstate(Vm *vm, Value *a) {
    Value seq = obj_value_array(as_obj(vm, a[0]))[0];
    int64_t at;
    TRY(iter_state_number(vm, a[1], "ssize_t", &at));
    if (seq == V_NONE) { return V_NONE; }
    const Obj *o = as_obj(vm, seq);
    bool backwards = iter_is_backwards(vm, a[0]);
    if (at < 0 && o->type == T_BYTEARRAY) { // as if it were exhausted
        obj_set(vm, as_obj(vm, a[0]), obj_value_array(as_obj(vm, a[0])), V_NONE);
        return V_NONE;
    }
    at = max_i64(at, backwards || o->type == T_LIST ? -1 : 0);
    obj_touch(vm, as_obj(vm, a[0]));
    switch (as_obj(vm, a[0])->type) {
    case T_STR_ITER: str_iter_move(vm, a[0], (uint32_t)min_i64(at, UINT32_MAX)); break;
    case T_BYTES_ITER: iter_words(vm, a[0])[0] = (uint32_t)min_i64(at, o->n); break;
    case T_LIST_ITER:
    case T_TUPLE_ITER: as_seq_iter(vm, a[0])->at = min_i64(at, o->n); break;
    case T_ARRAY_ITER: as_seq_iter(vm, a[0])->at = min_i64(at, array_len((const Array *)o)); break;
    case T_LIST_REVITER: as_seq_iter(vm, a[0])->at = min_i64(at, (int64_t)o->n - 1); break;
    default: as_seq_iter(vm, a[0])->at = at; break;
    }
    return V_NONE;
}

// reversed() asks what it goes over for its length.
static Value reversed_setstate(Vm *vm, Frame *f) {
    SeqIter *it = slot_obj(vm, f, 0, T_REVERSED);
    TRY(it);
    int64_t at, len;
    TRY(iter_state_number(vm, f->slot[1], "ssize_t", &at));
    if (it->seq == V_NONE || it->at < 0) { return V_NONE; } // it has ended, for good
    if (native_state(f) == 0) { return native_call1(vm, f, 1, internal(vm, I_LEN), it->seq); }
    len = int_clamp_i64(vm, f->result);
    obj_touch(vm, it);
    it->at = max_i64(min_i64(at, len - 1), -1);
    return V_NONE;
}

const NativeDef iter_reversed_methods[] = {
    LEAF("__reduce__", "self, /", iter_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    STEPS("__setstate__", "self, object, /", reversed_setstate, 0, NULL,
          "Go on from what __reduce__ gave."),
    NATIVE_END,
};

const NativeDef iter_position_methods[] = {
    LEAF("__reduce__", "self, /", iter_reduce,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    LEAF("__setstate__", "self, object, /", iter_setstate, "Go on from what __reduce__ gave."),
    NATIVE_END,
};

// ---- by what is left ---------------------------------------------------------------------------

static Value iter_reduce_rest(Vm *vm, Value *a) {
    const Obj *it = as_obj(vm, a[0]);
    Obj *copy = heap_new_raw(vm, (TypeTag)it->type, 0);
    Value list = list_new(vm, 0);
    TRY(copy && list != V_RAISED);
    copy->small = it->small;
    memcpy(copy + 1, it + 1, obj_size(it) - sizeof(Obj));
    const TypeDef *def = type_def(it->type);
    Value v = ptr_value(vm, copy);
    for (;;) {
        Value item = def->next(vm, v);
        TRY(item != V_RAISED && native_charge(vm, 1));
        if (item == V_STOP) { break; }
        TRY(list_append(vm, as_list(vm, list), item));
    }
    return reduce_by_builtin(vm, "iter", &list, 1, V_UNBOUND);
}

const NativeDef iter_rest_methods[] = {
    LEAF("__reduce__", "self, /", iter_reduce_rest,
         "What __setstate__ or the constructor needs, for pickle and copy."),
    NATIVE_END,
};
