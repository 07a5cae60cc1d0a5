// match.c: what class and mapping patterns of `match` need (PEP 634).
#include "vm/ops.h"

#include "object/key.h"
#include "object/list.h"
#include "rt/internals.h"
#include "vm/internals.h"

// I_MATCH_KEYS: the values under the keys as a tuple, or None when one is missing. Uses get() so
// that a defaultdict makes no entries.
Value match_keys_steps(Vm *vm, Frame *f) {
    enum { KEYS_START, KEYS_GOT, KEYS_MORE };
    enum { SUBJECT, KEYS, OUT, MARK, GET };
    const Tuple *keys = slot_obj(vm, f, KEYS, T_TUPLE);
    TRY(keys);
    if (native_state(f) == KEYS_START) {
        f->slot[OUT] = list_new(vm, keys->h.n);
        TRY_VALUE(f->slot[OUT]);
        f->slot[MARK] = list_new(vm, 0); // a value nobody else has
        TRY_VALUE(f->slot[MARK]);
        for (uint32_t i = 0; i < keys->h.n; i++) {
            for (uint32_t k = 0; k < i; k++) {
                if (compare_leaf(vm, OP_EQ, keys->items[i], keys->items[k]) == V_TRUE) {
                    Value text = repr_leaf(vm, keys->items[i]);
                    TRY_VALUE(text);
                    return raise_error(vm, EXC_ValueError,
                                       "mapping pattern checks duplicate key (%U)", text);
                }
            }
        }
    } else if (native_state(f) == KEYS_GOT) {
        if (f->result == f->slot[MARK]) { return V_NONE; }
        TRY(slot_obj(vm, f, OUT, T_LIST));
        TRY(list_append(vm, as_list(vm, f->slot[OUT]), f->result));
        native_commit(f, KEYS_MORE);
    }
    List *out = slot_obj(vm, f, OUT, T_LIST);
    TRY(out);
    if (out->h.n >= keys->h.n) {
        return tuple_from(vm, out->h.n ? list_items(vm, out) : NULL, out->h.n);
    }
    Value args[2] = {keys->items[out->h.n], f->slot[MARK]};
    Value get = getattr_leaf(vm, f->slot[SUBJECT], vm_name(vm, N_get));
    TRY_VALUE(get);
    if (get == V_STOP || get == V_UNBOUND) {
        return raise_no_attribute(vm, f->slot[SUBJECT], vm_name(vm, N_get));
    }
    return native_call2(vm, f, KEYS_GOT, get, args[0], args[1]);
}

// Builtin classes whose single positional pattern is the subject itself.
bool match_takes_self(Vm *vm, Value cls) {
    static const uint8_t tags[] = {T_BOOL, T_BYTEARRAY, T_BYTES, T_DICT, T_FLOAT, T_FROZENSET,
                                   T_INT,  T_LIST,      T_SET,   T_STR,  T_TUPLE};
    for (uint32_t i = 0; i < COUNT_OF(tags); i++) {
        if (is_subclass_of(vm, cls, vm->types[tags[i]])) { return true; }
    }
    return false;
}

// ---- I_MATCH_CLASS -----------------------------------------------------------------------------

enum { CLASS_START, CLASS_INSTANCE, CLASS_ARGS, CLASS_ATTR, CLASS_MORE };
enum { MC_SUBJECT, MC_CLS, MC_NARGS, MC_NAMES, MC_OUT, MC_MATCH_ARGS, MC_SEEN };

// The subject is an instance: asks for __match_args__.
static Value match_class_ask_args(Vm *vm, Frame *f, uint32_t most) {
    f->slot[MC_OUT] = list_new(vm, most);
    TRY_VALUE(f->slot[MC_OUT]);
    f->slot[MC_SEEN] = dict_new(vm, 0);
    TRY_VALUE(f->slot[MC_SEEN]);
    return native_call2(vm, f, CLASS_ARGS, internal(vm, I_HASATTR_GET), f->slot[MC_CLS],
                        vm_name(vm, N___match_args__));
}

// The next pattern is matched against v. False: raised.
static bool match_class_take(Vm *vm, Frame *f, Value v) {
    List *out = slot_obj(vm, f, MC_OUT, T_LIST);
    if (!out || !list_append(vm, out, v)) { return false; }
    native_commit(f, CLASS_MORE);
    return true;
}

// __match_args__ is args (V_UNBOUND: there is none): it must do for nargs positional patterns. A class
// that takes the subject itself has one. False: raised.
static bool match_class_take_args(Vm *vm, Frame *f, uint32_t nargs, Value args) {
    Value cls = f->slot[MC_CLS];
    uint32_t allowed;
    if (args == V_UNBOUND) {
        allowed = match_takes_self(vm, cls);
    } else if (is_tagged(vm, args, T_TUPLE)) {
        allowed = as_tuple(vm, args)->h.n;
    } else {
        return raise_false(vm, EXC_TypeError, "%N.__match_args__ must be a tuple (got %T)", cls,
                           args);
    }
    if (nargs > allowed) {
        return raise_false(vm, EXC_TypeError, "%N() accepts %u positional sub-pattern%s (%u given)",
                           cls, allowed, allowed == 1 ? "" : "s", nargs);
    }
    f->slot[MC_MATCH_ARGS] = args == V_UNBOUND ? V_NONE : args;
    if (args == V_UNBOUND && nargs) { return match_class_take(vm, f, f->slot[MC_SUBJECT]); }
    native_commit(f, CLASS_MORE);
    return true;
}

// The interned name of the attribute for pattern number i. V_RAISED: it is none, or is there twice.
static Value match_class_name(Vm *vm, Frame *f, uint32_t i, uint32_t nargs) {
    const Tuple *of = slot_obj(vm, f, i < nargs ? MC_MATCH_ARGS : MC_NAMES, T_TUPLE);
    TRY(of);
    if (i >= nargs) { i -= nargs; }
    if (i >= of->h.n) { return raise_stop(vm, STOP_CORRUPT); }
    if (!isinstance_str(vm, of->items[i])) {
        return raise_error(vm, EXC_TypeError, "__match_args__ elements must be strings (got %T)",
                           of->items[i]);
    }
    Value name = intern_str(vm, of->items[i]);
    TRY_VALUE(name);
    Dict *seen = slot_obj(vm, f, MC_SEEN, T_DICT);
    TRY(seen);
    if (dict_get_str(vm, seen, name) != V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "%N() got multiple sub-patterns for attribute %R",
                           f->slot[MC_CLS], name);
    }
    return dict_set_str(vm, seen, name, V_NONE) ? name : V_RAISED;
}

// The attributes as a tuple, or None.
Value match_class_steps(Vm *vm, Frame *f) {
    uint32_t nargs = (uint32_t)int_of(f->slot[MC_NARGS]);
    const Tuple *names = slot_obj(vm, f, MC_NAMES, T_TUPLE);
    TRY(names);
    uint32_t most = nargs + names->h.n;
    switch (native_state(f)) {
    case CLASS_START:
        if (!is_type(vm, f->slot[MC_CLS])) {
            return raise_error(vm, EXC_TypeError, "called match pattern must be a class");
        }
        return native_call2(vm, f, CLASS_INSTANCE, internal(vm, I_IS_INSTANCE), f->slot[MC_SUBJECT],
                            f->slot[MC_CLS]);
    case CLASS_INSTANCE: return f->result == V_TRUE ? match_class_ask_args(vm, f, most) : V_NONE;
    case CLASS_ARGS: TRY(match_class_take_args(vm, f, nargs, f->result)); break;
    case CLASS_MORE: break;
    default:
        if (f->result == V_UNBOUND) { return V_NONE; }
        TRY(match_class_take(vm, f, f->result));
    }
    const List *out = slot_obj(vm, f, MC_OUT, T_LIST);
    TRY(out);
    uint32_t i = out->h.n;
    if (i == most) { return tuple_from(vm, i ? list_items(vm, out) : NULL, i); }
    Value name = match_class_name(vm, f, i, nargs);
    TRY_VALUE(name);
    return native_call2(vm, f, CLASS_ATTR, internal(vm, I_HASATTR_GET), f->slot[MC_SUBJECT], name);
}
