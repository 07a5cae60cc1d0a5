// seq.c: see seq.h. The steps natives here serve every sequence type: they only turn indices into
// ints, which may run guest code, and leave the work to the type's own slots.
#include "object/seq.h"

#include "object/array.h"
#include "object/code.h"
#include "object/int.h"
#include "object/memoryview.h"
#include "object/slice.h"

bool seq_has_index(Vm *vm, Value v) {
    if (isinstance_int(vm, v)) { return true; }
    return type_lookup(vm, class_of(vm, v), vm_name(vm, N___index__)) != V_UNBOUND;
}

bool seq_has_items(Vm *vm, Value v) {
    if (is_tagged(vm, v, T_DICT) || is_tagged(vm, v, T_UNION) || is_tagged(vm, v, T_ALIAS) ||
        is_tagged(vm, v, T_MAPPINGPROXY)) {
        return false;
    }
    return type_lookup(vm, class_of(vm, v), vm_name(vm, N___getitem__)) != V_UNBOUND;
}

bool seq_is_iterable(Vm *vm, Value v) {
    Value iter = type_lookup(vm, class_of(vm, v), vm_name(vm, N___iter__));
    return iter != V_UNBOUND ? iter != V_NONE : seq_has_items(vm, v);
}

Value seq_concat_error(Vm *vm, Value b, const char *type_name) {
    return raise_error(vm, EXC_TypeError, "can only concatenate %s (not \"%T\") to %s", type_name,
                       b, type_name);
}

int seq_repeat_count(Vm *vm, Value v, int64_t *count, Value *why) {
    if (isinstance_int(vm, v)) {
        if (!int_to_i64(vm, v, count)) {
            raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer", v);
            return 0;
        }
        *count = max_i64(*count, 0);
        return 1;
    }
    *why = V_UNBOUND;
    if (seq_has_index(vm, v)) { return -1; }
    raise_error(vm, EXC_TypeError, "can't multiply sequence by non-int of type '%T'", v);
    return 0;
}

bool seq_bound(Vm *vm, Value v, int64_t dflt, int64_t *out) {
    if (is_int(v)) {
        *out = int_of(v);
    } else if (v == V_NONE || v == V_UNBOUND) {
        *out = dflt;
    } else if (isinstance_int(vm, v)) {
        *out = int_clamp_i64(vm, v);
    } else {
        return raise_false(vm, EXC_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    }
    return true;
}

static int64_t seq_clamp(int64_t at, uint32_t len) {
    if (at < 0) { return at < -(int64_t)len ? 0 : at + len; }
    return at;
}

bool seq_bounds(Vm *vm, Value start, Value end, uint32_t len, int64_t *from, int64_t *to) {
    if (start == V_NONE && end == V_NONE) {
        *from = 0;
        *to = len;
        return true;
    }
    if (!seq_bound(vm, start, 0, from) || !seq_bound(vm, end, len, to)) { return false; }
    *from = seq_clamp(*from, len);
    *to = min_i64(seq_clamp(*to, len), len);
    return true;
}

// ---- __getitem__, __setitem__, __delitem__ -----------------------------------------------------

enum {
    SEQ_START,
    SEQ_GOT_STEP,
    SEQ_GOT_START,
    SEQ_GOT_STOP,
    SEQ_GOT_KEY,
    SEQ_GOT_VALUE,
    SEQ_NO_VALUE
};

typedef struct SeqSlots {
    int key, value, parts; // slot numbers; value is -1 for getitem, -2 for delitem
} SeqSlots;

static Value seq_finish(Vm *vm, Frame *f, const SeqSlots *s, bool again) {
    const TypeDef *t = type_def(as_obj(vm, f->slot[0])->type);
    Value key = f->slot[s->key];
    if (s->value == -1) { return t->getitem(vm, f->slot[0], key); }
    Value item = s->value == -2 ? V_UNBOUND : f->slot[s->value];
    Value r = t->setitem(vm, f->slot[0], key, item);
    if (r == V_UNBOUND && again && item != V_UNBOUND) {
        Internal how = I_INDEX;
        if (t->tag == T_MEMORYVIEW) {
            how = memoryview_conversion(as_memoryview(vm, f->slot[0]));
            native_catch(f, SEQ_NO_VALUE);
        } else if (t->tag == T_ARRAY) {
            how = array_conversion(as_array(vm, f->slot[0]));
        }
        return native_call1(vm, f, SEQ_GOT_VALUE, internal(vm, how), item);
    }
    return r;
}

// The parts of a slice in the order CPython asks for them: step, start, stop.
static Value seq_next_part(Vm *vm, Frame *f, const SeqSlots *s, int state) {
    for (; state < SEQ_GOT_STOP; state++) {
        Value v = f->slot[s->parts + state];
        if (state > SEQ_START && f->slot[s->parts] == int_value(0)) {
            return raise_error(vm, EXC_ValueError, "slice step cannot be zero");
        }
        if (v == V_NONE || is_int(v)) { continue; }
        if (!seq_has_index(vm, v)) {
            return raise_error(
                vm, EXC_TypeError,
                "slice indices must be integers or None or have an __index__ method");
        }
        return native_call1(vm, f, state + 1, internal(vm, I_INDEX), v);
    }
    const Value *parts = &f->slot[s->parts];
    Value slice = slice_new(vm, parts[1], parts[2], parts[0]);
    TRY_VALUE(slice);
    f->slot[s->key] = slice;
    return seq_finish(vm, f, s, true);
}

static Value seq_item_steps(Vm *vm, Frame *f, const SeqSlots *s) {
    int state = native_state(f);
    int64_t fits;
    Value key = f->slot[s->key];
    switch (state) {
    case SEQ_START:
        if (is_tagged(vm, key, T_SLICE)) {
            const Slice *slice = ref_ptr(vm, key);
            f->slot[s->parts] = slice->step;
            f->slot[s->parts + 1] = slice->start;
            f->slot[s->parts + 2] = slice->stop;
            return seq_next_part(vm, f, s, SEQ_START);
        }
        if (isinstance_int(vm, key) || !seq_has_index(vm, key)) {
            return seq_finish(vm, f, s, true);
        }
        return native_call1(vm, f, SEQ_GOT_KEY, internal(vm, I_INDEX), key);
    case SEQ_GOT_KEY:
        if (!int_to_i64(vm, f->result, &fits)) {
            return raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer",
                               key);
        }
        f->slot[s->key] = f->result;
        return seq_finish(vm, f, s, true);
    case SEQ_NO_VALUE: {
        const MemoryView *m = slot_obj(vm, f, 0, T_MEMORYVIEW);
        return m ? memoryview_refuse(vm, m, f->result) : V_RAISED;
    }
    case SEQ_GOT_VALUE:
        if (s->value < 0) { return raise_stop(vm, STOP_CORRUPT); } // none is set: nobody asked
        f->slot[s->value] = f->result;
        return seq_finish(vm, f, s, false);
    case SEQ_GOT_STEP:
    case SEQ_GOT_START:
    case SEQ_GOT_STOP:
        f->slot[s->parts + state - 1] = f->result;
        return seq_next_part(vm, f, s, state);
    default: return raise_stop(vm, STOP_CORRUPT);
    }
}

Value seq_getitem_steps(Vm *vm, Frame *f) { return seq_item_steps(vm, f, &(SeqSlots){1, -1, 2}); }

Value seq_setitem_steps(Vm *vm, Frame *f) { return seq_item_steps(vm, f, &(SeqSlots){1, 2, 3}); }

Value seq_delitem_steps(Vm *vm, Frame *f) { return seq_item_steps(vm, f, &(SeqSlots){1, -2, 2}); }

// A row `__mul__` also stands behind the operator, which has other words for what is no number.
bool seq_check_times(Vm *vm, const Frame *f, Value times) {
    const Frame *asks = is_ref(f->prev) ? as_frame(vm, f->prev) : NULL;
    bool is_operator = asks && asks->code == internal(vm, I_BINARY_OP) &&
                       index_of(asks->slot[BINARY_STAGE]) >= BINARY_SEQUENCE;
    if (!is_operator || seq_has_index(vm, times)) { return true; }
    return raise_false(vm, EXC_TypeError, "can't multiply sequence by non-int of type '%T'", times);
}

Value seq_repeat_steps(Vm *vm, Frame *f) {
    enum { SEQ_REPEAT_START, SEQ_REPEAT_GOT_COUNT };
    if (native_state(f) == SEQ_REPEAT_START && !isinstance_int(vm, f->slot[1])) {
        TRY(seq_check_times(vm, f, f->slot[1]));
        return native_call1(vm, f, SEQ_REPEAT_GOT_COUNT, internal(vm, I_INDEX), f->slot[1]);
    }
    Value count = native_state(f) == SEQ_REPEAT_START ? f->slot[1] : f->result;
    int64_t fits;
    if (isinstance_int(vm, count) && !int_to_i64(vm, count, &fits)) {
        return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer",
                           f->slot[1]);
    }
    const TypeDef *t = type_def(as_obj(vm, f->slot[0])->type);
    return t->binary(vm, BIN_OP_MUL, f->slot[0], count);
}
