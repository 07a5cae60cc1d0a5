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

// I_MATCH_CLASS: the attributes as a tuple, or None. State: which attribute is asked for.
Value match_class_steps(Vm *vm, Frame *f) {
    enum { CLASS_START, CLASS_INSTANCE, CLASS_ARGS, CLASS_ATTR, CLASS_MORE };
    enum { SUBJECT, CLS, NARGS, NAMES, OUT, MATCH_ARGS, SEEN };
    uint32_t nargs = (uint32_t)int_of(f->slot[NARGS]);
    const Tuple *names = slot_obj(vm, f, NAMES, T_TUPLE);
    TRY(names);
    switch (native_state(f)) {
    case CLASS_START:
        if (!is_type(vm, f->slot[CLS])) {
            return raise_error(vm, EXC_TypeError, "called match pattern must be a class");
        }
        return native_call2(vm, f, CLASS_INSTANCE, internal(vm, I_IS_INSTANCE), f->slot[SUBJECT],
                            f->slot[CLS]);
    case CLASS_INSTANCE:
        if (f->result != V_TRUE) { return V_NONE; }
        f->slot[OUT] = list_new(vm, nargs + names->h.n);
        TRY_VALUE(f->slot[OUT]);
        f->slot[SEEN] = dict_new(vm, 0);
        TRY_VALUE(f->slot[SEEN]);
        return native_call2(vm, f, CLASS_ARGS, internal(vm, I_HASATTR_GET), f->slot[CLS],
                            vm_name(vm, N___match_args__));
    case CLASS_ARGS: {
        Value args = f->result;
        uint32_t allowed = 0;
        if (args == V_UNBOUND) {
            if (match_takes_self(vm, f->slot[CLS])) {
                allowed = 1;
                if (nargs == 1) {
                    List *list = slot_obj(vm, f, OUT, T_LIST);
                    TRY(list && list_append(vm, list, f->slot[SUBJECT]));
                }
            }
            f->slot[MATCH_ARGS] = V_NONE;
        } else {
            if (!is_tagged(vm, args, T_TUPLE)) {
                return raise_error(vm, EXC_TypeError, "%N.__match_args__ must be a tuple (got %T)",
                                   f->slot[CLS], args);
            }
            allowed = as_tuple(vm, args)->h.n;
            f->slot[MATCH_ARGS] = args;
        }
        if (nargs > allowed) {
            return raise_error(vm, EXC_TypeError,
                               "%N() accepts %u positional sub-pattern%s (%u given)", f->slot[CLS],
                               allowed, allowed == 1 ? "" : "s", nargs);
        }
        native_commit(f, CLASS_MORE);
        break;
    }
    case CLASS_MORE: break;
    default:
        if (f->result == V_UNBOUND) { return V_NONE; }
        TRY(slot_obj(vm, f, OUT, T_LIST));
        TRY(list_append(vm, as_list(vm, f->slot[OUT]), f->result));
        native_commit(f, CLASS_MORE);
        break;
    }
    List *out = slot_obj(vm, f, OUT, T_LIST);
    TRY(out);
    uint32_t i = out->h.n;
    if (i == nargs + names->h.n) { return tuple_from(vm, i ? list_items(vm, out) : NULL, i); }
    const Tuple *positional = i < nargs ? slot_obj(vm, f, MATCH_ARGS, T_TUPLE) : NULL;
    TRY(i >= nargs || positional);
    if (i < nargs ? i >= positional->h.n : i - nargs >= names->h.n) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    Value name = i < nargs ? positional->items[i] : names->items[i - nargs];
    if (!isinstance_str(vm, name)) {
        return raise_error(vm, EXC_TypeError, "__match_args__ elements must be strings (got %T)",
                           name);
    }
    name = intern_str(vm, name);
    TRY_VALUE(name);
    Dict *seen = slot_obj(vm, f, SEEN, T_DICT);
    TRY(seen);
    if (dict_get_str(vm, seen, name) != V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "%N() got multiple sub-patterns for attribute %R",
                           f->slot[CLS], name);
    }
    TRY(dict_set_str(vm, seen, name, V_NONE));
    return native_call2(vm, f, CLASS_ATTR, internal(vm, I_HASATTR_GET), f->slot[SUBJECT], name);
}
