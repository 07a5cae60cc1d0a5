// seq_iters.c: iterators that count positions: over lists (both ways), tuples, objects with
// __getitem__ (SEQ_ITER), and `reversed` of any sequence. See seq_iters.h.
//
// An exhausted iterator drops its sequence, so it stays exhausted when the sequence grows.
#include "object/seq_iters.h"

#include "object/construct.h"
#include "object/int.h"
#include "object/list.h"
#include "object/range.h"
#include "object/seq.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"

static Value seq_iter_make(Vm *vm, TypeTag tag, Value seq, int64_t at) {
    SeqIter *it = heap_new_raw(vm, tag, 0);
    TRY(it);
    it->seq = seq;
    it->at = at;
    return ptr_value(vm, it);
}

static Value seq_iter_stop(Vm *vm, SeqIter *it) {
    obj_set(vm, it, &it->seq, V_NONE);
    return V_STOP;
}

// Moves on and gives the item that was reached.
static inline Value seq_iter_step(Vm *vm, SeqIter *it, Value item, int64_t step) {
    obj_touch(vm, it);
    it->at += step;
    return item;
}

// ---- lists and tuples --------------------------------------------------------------------------

Value list_iter(Vm *vm, Value list) { return seq_iter_make(vm, T_LIST_ITER, list, 0); }
Value tuple_iter(Vm *vm, Value tuple) { return seq_iter_make(vm, T_TUPLE_ITER, tuple, 0); }

Value list_reversed(Vm *vm, Value *a) {
    return seq_iter_make(vm, T_LIST_REVITER, a[0], (int64_t)as_list(vm, a[0])->h.n - 1);
}

Value list_iter_next(Vm *vm, Value v) {
    SeqIter *it = as_seq_iter(vm, v);
    if (it->seq == V_NONE) { return V_STOP; }
    const List *l = as_list(vm, it->seq);
    if (NX_UNLIKELY((uint64_t)it->at >= l->h.n)) {
        return it->at < 0 ? V_STOP : seq_iter_stop(vm, it); // set to the end it may be set back
    }
    return seq_iter_step(vm, it, list_items(vm, l)[it->at], 1);
}

// An exhausted one keeps its list: __setstate__ may set it going again.
static Value list_reviter_next(Vm *vm, Value v) {
    SeqIter *it = as_seq_iter(vm, v);
    if (it->seq == V_NONE) { return V_STOP; }
    const List *l = as_list(vm, it->seq);
    if ((uint64_t)it->at >= l->h.n) {
        obj_touch(vm, it);
        it->at = -1;
        return V_STOP;
    }
    return seq_iter_step(vm, it, list_items(vm, l)[it->at], -1);
}

static Value tuple_iter_next(Vm *vm, Value v) {
    SeqIter *it = as_seq_iter(vm, v);
    if (it->seq == V_NONE) { return V_STOP; }
    const Tuple *t = as_tuple(vm, it->seq);
    if ((uint64_t)it->at >= t->h.n) { return seq_iter_stop(vm, it); }
    return seq_iter_step(vm, it, t->items[it->at], 1);
}

static Value seq_iter_hint(Vm *vm, Value v) {
    const SeqIter *it = as_seq_iter(vm, v);
    if (it->seq == V_NONE || it->at < 0) { return int_value(0); }
    return int_value(max_i64((int64_t)as_obj(vm, it->seq)->n - it->at, 0));
}

static Value list_reviter_hint(Vm *vm, Value v) {
    const SeqIter *it = as_seq_iter(vm, v);
    if (it->seq == V_NONE || it->at >= as_obj(vm, it->seq)->n) { return int_value(0); }
    return int_value(it->at + 1);
}

const TypeDef list_iter_type = {
    .name = "list_iterator",
    .tag = T_LIST_ITER,
    .hidden = true,
    .next = list_iter_next,
    .length_hint = seq_iter_hint,
};

const TypeDef list_reviter_type = {
    .name = "list_reverseiterator",
    .tag = T_LIST_REVITER,
    .hidden = true,
    .next = list_reviter_next,
    .length_hint = list_reviter_hint,
};

const TypeDef tuple_iter_type = {
    .name = "tuple_iterator",
    .tag = T_TUPLE_ITER,
    .hidden = true,
    .next = tuple_iter_next,
    .length_hint = seq_iter_hint,
};

// ---- anything with __getitem__ -----------------------------------------------------------------

Value seq_iter_new(Vm *vm, Value seq) { return seq_iter_make(vm, T_SEQ_ITER, seq, 0); }

enum { SEQ_NEXT_START, SEQ_NEXT_ITEM, SEQ_NEXT_RAISED };

// `__next__` of SEQ_ITER (step 1) and REVERSED (step -1): asks for the item at the position.
static Value seq_next_steps(Vm *vm, Frame *f, int64_t step) {
    SeqIter *it = as_seq_iter(vm, f->slot[0]);
    switch (native_state(f)) {
    case SEQ_NEXT_ITEM: return seq_iter_step(vm, it, f->result, step);
    case SEQ_NEXT_RAISED:
        if (!isinstance_exc(vm, f->result, EXC_IndexError) &&
            !isinstance_exc(vm, f->result, EXC_StopIteration)) {
            return raise_value(vm, f->result);
        }
        seq_iter_stop(vm, it);
        return raise_stop_iteration(vm, V_NONE);
    default: break;
    }
    if (it->seq == V_NONE || it->at < 0) {
        seq_iter_stop(vm, it);
        return raise_stop_iteration(vm, V_NONE);
    }
    if (it->at == INT64_MAX) { return raise_error(vm, EXC_OverflowError, "iter index too large"); }
    Value at = int_from_i64(vm, it->at);
    TRY_VALUE(at);
    native_catch(f, SEQ_NEXT_RAISED);
    return native_call2(vm, f, SEQ_NEXT_ITEM, internal(vm, I_GETITEM), it->seq, at);
}

static Value seq_iter_next_steps(Vm *vm, Frame *f) { return seq_next_steps(vm, f, 1); }
static Value reversed_next_steps(Vm *vm, Frame *f) { return seq_next_steps(vm, f, -1); }

static Value seq_iter_next(Vm *vm, Value v) {
    return as_seq_iter(vm, v)->seq == V_NONE ? V_STOP : V_UNBOUND;
}

enum { SEQ_HINT_START, SEQ_HINT_LEN };

static Value seq_iter_hint_steps(Vm *vm, Frame *f) {
    const SeqIter *it = as_seq_iter(vm, f->slot[0]);
    if (native_state(f) == SEQ_HINT_START) {
        if (it->seq == V_NONE) { return int_value(0); }
        if (type_lookup(vm, class_of(vm, it->seq), vm_name(vm, N___len__)) == V_UNBOUND) {
            return V_NOTIMPL;
        }
        return native_call1(vm, f, SEQ_HINT_LEN, internal(vm, I_LEN), it->seq);
    }
    return int_from_i64(vm, max_i64(int_clamp_i64(vm, f->result) - it->at, 0));
}

static const NativeDef seq_iter_methods[] = {
    STEPS("__length_hint__", "self, /", seq_iter_hint_steps, 0, NULL,
          "How many items are probably left."),
    STEPS("__next__", "self, /", seq_iter_next_steps, 0, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef seq_iter_type = {
    .name = "iterator",
    .tag = T_SEQ_ITER,
    .hidden = true,
    .methods = seq_iter_methods,
    .next = seq_iter_next,
};

Value memory_iter_new(Vm *vm, Value view) {
    Value it = seq_iter_make(vm, T_SEQ_ITER, view, 0);
    TRY_VALUE(it);
    as_obj(vm, it)->small = 1;
    return it;
}

static const NativeDef memory_iter_methods[] = {
    STEPS("__next__", "self, /", seq_iter_next_steps, 0, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef memory_iter_type = {
    .name = "memory_iterator",
    .tag = T_MEMORY_ITER,
    .hidden = true,
    .methods = memory_iter_methods,
    .next = seq_iter_next,
};

// ---- reversed ----------------------------------------------------------------------------------

// The items of exact builtin sequences need no guest code.
static Value reversed_next(Vm *vm, Value v) {
    SeqIter *it = as_seq_iter(vm, v);
    if (it->seq == V_NONE || it->at < 0) { return seq_iter_stop(vm, it); }
    const Obj *o = as_obj(vm, it->seq);
    const TypeDef *t = type_def(o->type);
    if (o->ext || o->type == T_INSTANCE || !t->getitem || !t->len) { return V_UNBOUND; }
    if (it->at >= int_of(t->len(vm, it->seq))) { return seq_iter_stop(vm, it); }
    Value item = t->getitem(vm, it->seq, int_value(it->at));
    if (item == V_UNBOUND || item == V_RAISED) { return item; }
    return seq_iter_step(vm, it, item, -1);
}

// Nothing when the sequence has become too short.
static Value reversed_hint_steps(Vm *vm, Frame *f) {
    const SeqIter *it = as_seq_iter(vm, f->slot[0]);
    if (it->seq == V_NONE || it->at < 0) { return int_value(0); }
    if (native_state(f) == SEQ_HINT_START) {
        return native_call1(vm, f, SEQ_HINT_LEN, internal(vm, I_LEN), it->seq);
    }
    return int_value(int_clamp_i64(vm, f->result) <= it->at ? 0 : it->at + 1);
}

enum { REVERSED_START, REVERSED_LEN, REVERSED_MADE };
enum { REVERSED_CLS, REVERSED_SEQ };

static Value reversed_new_steps(Vm *vm, Frame *f) {
    Value seq = f->slot[REVERSED_SEQ];
    if (native_state(f) == REVERSED_MADE) { return f->result; }
    if (native_state(f) == REVERSED_LEN) {
        int64_t len;
        TRY(int_to_i64(vm, f->result, &len));
        SeqIter *it = construct(vm, T_REVERSED, f->slot[REVERSED_CLS], 0);
        TRY(it);
        it->seq = seq;
        it->at = len - 1;
        return ptr_value(vm, it);
    }
    TRY(construct_check(vm, T_REVERSED, f->slot[REVERSED_CLS]));
    Value cls = class_of(vm, seq);
    Value method = type_lookup(vm, cls, vm_name(vm, N___reversed__));
    if (method != V_UNBOUND && method != V_NONE) {
        return native_call_method(vm, f, REVERSED_MADE, seq, vm_name(vm, N___reversed__), 0, NULL);
    }
    if (method == V_NONE || !seq_has_items(vm, seq)) {
        return raise_error(vm, EXC_TypeError, "'%T' object is not reversible", seq);
    }
    return native_call1(vm, f, REVERSED_LEN, internal(vm, I_LEN), seq);
}

// The same for a list, or another builtin sequence without a __reversed__ of its own.
static Value reversed_new(Vm *vm, Value *a) {
    Value seq = a[REVERSED_SEQ];
    if (!is_ref(seq) || as_obj(vm, seq)->ext || a[REVERSED_CLS] != type_of_tag(vm, T_REVERSED)) {
        return V_UNBOUND;
    }
    switch (as_obj(vm, seq)->type) {
    case T_LIST: return list_reversed(vm, &seq);
    case T_RANGE: return range_reversed(vm, &seq);
    case T_TUPLE:
    case T_STR:
    case T_BYTES:
    case T_BYTEARRAY: {
        SeqIter *it = HEAP_MAKE_ZEROED(vm, REVERSED);
        TRY(it);
        it->seq = seq;
        it->at = int_of(type_def(as_obj(vm, seq)->type)->len(vm, seq)) - 1;
        return ptr_value(vm, it);
    }
    default: return V_UNBOUND;
    }
}

static const NativeDef reversed_methods[] = {
    STEPS_FAST_CLASS("__new__", "cls, sequence, /", reversed_new, reversed_new_steps, 0,
                     "Iterate over a sequence from its end."),
    STEPS("__length_hint__", "self, /", reversed_hint_steps, 0, NULL,
          "How many items are probably left."),
    STEPS("__next__", "self, /", reversed_next_steps, 0, NULL, "The next item, for next()."),
    NATIVE_END,
};

const TypeDef reversed_type = {
    .name = "reversed",
    .doc = "Iterates over a sequence from its end.",
    .new_sig = "(sequence, /)",
    .tag = T_REVERSED,
    .subclassable = true,
    .methods = reversed_methods,
    .next = reversed_next,
};
