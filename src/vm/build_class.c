// build_class.c: the class statement, dir().
#include "vm/ops.h"

#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
#include "rt/internals.h"
#include "vm/internals.h"

Value running_module_name(Vm *vm) {
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev) {
        const Frame *f = as_frame(vm, v);
        if (frame_is_native(vm, f)) { continue; }
        Value name = dict_get_str(vm, as_dict(vm, f->globals), vm_name(vm, N___name__));
        return name == V_UNBOUND ? V_NONE : name;
    }
    return V_NONE;
}

enum { BC_START, BC_ENTRY, BC_PREPARED, BC_BODY, BC_MADE, BC_HOOK, BC_PREPARE, BC_RESOLVE };
enum { BC_FUNC, BC_NAME, BC_BASES, BC_KWARGS, BC_META, BC_NS, BC_RESOLVED, BC_I, BC_CELL, BC_ORIG };

// A base that is no class is replaced by what its __mro_entries__ gives (PEP 560).
static Value build_replace_base(Vm *vm, Frame *f, Value entries) {
    if (!is_tagged(vm, entries, T_TUPLE)) {
        return raise_error(vm, EXC_TypeError, "__mro_entries__ must return a tuple");
    }
    List *list = slot_obj(vm, f, BC_RESOLVED, T_LIST);
    TRY(list);
    const Tuple *t = as_tuple(vm, entries);
    TRY(list_reserve(vm, list, (uint64_t)list->h.n + t->h.n));
    for (uint32_t i = 0; i < t->h.n; i++) { TRY(list_append(vm, list, t->items[i])); }
    slot_advance(&f->slot[BC_I], 1);
    return V_NONE;
}

static Value build_call_entries(Vm *vm, Frame *f, const Tuple *bases, Value hook) {
    uint32_t i = (uint32_t)index_of(f->slot[BC_I]);
    if (i >= bases->h.n) { return raise_stop(vm, STOP_CORRUPT); }
    if (hook == V_UNBOUND) { // it has none: the metaclass will say what is wrong
        if (is_ref(f->slot[BC_RESOLVED])) {
            List *list = slot_obj(vm, f, BC_RESOLVED, T_LIST);
            TRY(list && list_append(vm, list, bases->items[i]));
        }
        f->slot[BC_I] = int_value(i + 1);
        return V_NONE;
    }
    if (f->slot[BC_RESOLVED] == V_NONE) {
        Value resolved = list_from(vm, bases->items, i);
        TRY_VALUE(resolved);
        f->slot[BC_RESOLVED] = resolved;
    }
    return native_call1(vm, f, BC_ENTRY, hook, f->slot[BC_ORIG]);
}

// V_NONE when all bases are resolved, or what was asked for.
static Value build_resolve(Vm *vm, Frame *f, const Tuple *bases) {
    uint32_t i = (uint32_t)int_of(f->slot[BC_I]);
    for (; i < bases->h.n; i++) {
        Value b = bases->items[i];
        f->slot[BC_I] = int_value(i);
        if (!is_type(vm, b)) {
            return native_call2(vm, f, BC_HOOK, internal(vm, I_HASATTR_GET), b,
                                vm_name(vm, N___mro_entries__));
        }
        if (!is_ref(f->slot[BC_RESOLVED])) { continue; }
        TRY(slot_obj(vm, f, BC_RESOLVED, T_LIST));
        TRY(list_append(vm, as_list(vm, f->slot[BC_RESOLVED]), b));
    }
    f->slot[BC_I] = int_value(i);
    if (!is_ref(f->slot[BC_RESOLVED])) { return V_NONE; }
    const List *l = slot_obj(vm, f, BC_RESOLVED, T_LIST);
    TRY(l);
    Value resolved = tuple_from(vm, l->h.n ? list_items(vm, l) : NULL, l->h.n);
    TRY_VALUE(resolved);
    f->slot[BC_BASES] = resolved;
    return V_NONE;
}

// The metaclass, and a namespace from its __prepare__ (PEP 3115).
static Value build_prepare(Vm *vm, Frame *f) {
    const Tuple *bases = slot_obj(vm, f, BC_BASES, T_TUPLE);
    TRY(bases);
    if (is_ref(f->slot[BC_KWARGS])) { TRY(slot_obj(vm, f, BC_KWARGS, T_DICT)); }
    Value meta = V_UNBOUND, ns = V_NONE, key = intern_bytes(vm, "metaclass", 9);
    TRY_VALUE(key);
    if (is_ref(f->slot[BC_KWARGS])) {
        meta = dict_get_str(vm, as_dict(vm, f->slot[BC_KWARGS]), key);
    }
    if (meta == V_UNBOUND) {
        meta = bases->h.n ? class_of(vm, bases->items[0]) : vm->types[T_TYPE];
    }
    if (is_type(vm, meta)) {
        meta = type_winner(vm, meta, bases);
        TRY_VALUE(meta);
    }
    bool plain = meta == vm->types[T_TYPE];
    if (plain) { ns = dict_new(vm, 8); }
    TRY_VALUE(ns);
    if (is_ref(f->slot[BC_KWARGS])) { dict_del_str(vm, as_dict(vm, f->slot[BC_KWARGS]), key); }
    f->slot[BC_META] = meta;
    f->slot[BC_NS] = ns;
    return plain ? V_NONE
                 : native_call2(vm, f, BC_PREPARE, internal(vm, I_HASATTR_GET), meta,
                                vm_name(vm, N___prepare__));
}

static Value build_call_prepare(Vm *vm, Frame *f, Value prepare) {
    if (prepare == V_UNBOUND) {
        f->slot[BC_NS] = dict_new(vm, 8);
        return f->slot[BC_NS] == V_RAISED ? V_RAISED : V_NONE;
    }
    Value args = tuple_pack2(vm, f->slot[BC_NAME], f->slot[BC_BASES]);
    TRY_VALUE(args);
    return native_call_full(vm, f, BC_PREPARED, prepare, args, f->slot[BC_KWARGS]);
}

static Value build_run_body(Vm *vm, Frame *f) {
    Value meta = f->slot[BC_META];
    if (special_method(vm, f->slot[BC_NS], N___getitem__) == V_UNBOUND) {
        if (!is_type(vm, meta)) {
            return raise_error(vm, EXC_TypeError,
                               "<metaclass>.__prepare__() must return a mapping, not %T",
                               f->slot[BC_NS]);
        }
        return raise_error(vm, EXC_TypeError, "%N.__prepare__() must return a mapping, not %T",
                           meta, f->slot[BC_NS]);
    }
    const Function *body = slot_obj(vm, f, BC_FUNC, T_FUNCTION);
    TRY(body);
    if (!(as_code(vm, body->code)->flags & CODE_NAMESPACE)) { // any function, by __build_class__
        return native_call0(vm, f, BC_BODY, f->slot[BC_FUNC]);
    }
    return native_call2(vm, f, BC_BODY, f->slot[BC_FUNC], V_UNBOUND, f->slot[BC_NS]);
}

static Value build_call_meta(Vm *vm, Frame *f) {
    if (f->slot[BC_ORIG] != f->slot[BC_BASES]) {
        Value done =
            op_setitem(vm, f->slot[BC_NS], vm_name(vm, N___orig_bases__), f->slot[BC_ORIG], 0);
        TRY_VALUE(done);
    }
    Value items[3] = {f->slot[BC_NAME], f->slot[BC_BASES], f->slot[BC_NS]};
    Value args = tuple_from(vm, items, 3);
    TRY_VALUE(args);
    return native_call_full(vm, f, BC_MADE, f->slot[BC_META], args, f->slot[BC_KWARGS]);
}

static Value build_begin(Vm *vm, Frame *f) {
    if (is_ref(f->slot[BC_KWARGS])) { // `metaclass` is taken out of a copy
        TRY(slot_obj(vm, f, BC_KWARGS, T_DICT));
        Value copy = dict_copy(vm, as_dict(vm, f->slot[BC_KWARGS]));
        TRY_VALUE(copy);
        f->slot[BC_KWARGS] = copy;
    }
    f->slot[BC_RESOLVED] = V_NONE;
    f->slot[BC_ORIG] = f->slot[BC_BASES];
    f->slot[BC_I] = int_value(0);
    native_commit(f, BC_RESOLVE);
    return V_NONE;
}

// The metaclass must have handed the body's cell for __class__ on to type.__new__.
static Value build_check_cell(Vm *vm, Frame *f, Value cls) {
    Value cell = f->slot[BC_CELL];
    if (!is_tagged(vm, cell, T_CELL) || !is_type(vm, cls)) { return cls; }
    Value set = ((const Cell *)ref_ptr(vm, cell))->value;
    if (set == cls) { return cls; }
    Value shown = type_def(T_TYPE)->repr(vm, cls);
    TRY_VALUE(shown);
    if (set == V_UNBOUND) {
        return raise_error(vm, EXC_RuntimeError,
                           "__class__ not set defining %R as %U. Was __classcell__ propagated to "
                           "type.__new__?",
                           f->slot[BC_NAME], shown);
    }
    Value other = is_type(vm, set) ? type_def(T_TYPE)->repr(vm, set) : shown;
    TRY_VALUE(other);
    return raise_error(vm, EXC_TypeError, "__class__ set to %U defining %R as %U", other,
                       f->slot[BC_NAME], shown);
}

// I_BUILD_CLASS: resolves bases and metaclass, runs the body, calls the metaclass.
Value build_class_steps(Vm *vm, Frame *f) {
    int state = native_state(f);
    if (state == BC_START) { TRY_VALUE(build_begin(vm, f)); }
    const Tuple *bases = slot_obj(vm, f, BC_ORIG, T_TUPLE);
    TRY(bases);
    Value got = V_NONE;
    switch (state) {
    case BC_ENTRY: got = build_replace_base(vm, f, f->result); break;
    case BC_HOOK: got = build_call_entries(vm, f, bases, f->result); break;
    case BC_PREPARE: got = build_call_prepare(vm, f, f->result); break;
    case BC_PREPARED: f->slot[BC_NS] = f->result; break;
    case BC_BODY: f->slot[BC_CELL] = f->result; return build_call_meta(vm, f);
    case BC_MADE: return build_check_cell(vm, f, f->result);
    default: break;
    }
    if (got != V_NONE) { return got; }
    if (state != BC_PREPARE && state != BC_PREPARED) {
        native_commit(f, BC_RESOLVE);
        got = build_resolve(vm, f, bases);
        if (got == V_NONE) { got = build_prepare(vm, f); }
        if (got != V_NONE) { return got; }
    }
    return build_run_body(vm, f);
}

// ---- dir ---------------------------------------------------------------------------------------

static bool dir_add_dict(Vm *vm, Dict *all, Value dict) {
    Value key, value;
    if (!is_tagged(vm, dict, T_DICT)) { return true; }
    for (uint32_t pos = 0; dict_next(vm, as_dict(vm, dict), &pos, &key, &value);) {
        if (isinstance_str(vm, key) && !dict_set_str(vm, all, key, V_NONE)) { return false; }
    }
    return true;
}

static bool dir_add_class(Vm *vm, Dict *all, Value cls) {
    const Tuple *mro = as_tuple(vm, as_type(vm, cls)->mro);
    for (uint32_t i = 0; i < mro->h.n; i++) {
        if (!dir_add_dict(vm, all, as_type(vm, mro->items[i])->dict)) { return false; }
    }
    return true;
}

// __dict__ of v is not simply its attributes.
static bool dir_asks(Vm *vm, Value v) {
    if (is_type(vm, v) || !is_ref(v)) { return false; }
    Value found = type_lookup(vm, class_of(vm, v), vm_name(vm, N___dict__));
    return is_tagged(vm, v, T_METHOD) || (found != V_UNBOUND && !is_exact(vm, found, T_GETSET));
}

// I_DIR: what object.__dir__ (and type's and module's) lists, sorted.
Value dir_steps(Vm *vm, Frame *f) {
    enum { DIR_START, DIR_SORTED, DIR_GOT_DICT };
    if (native_state(f) == DIR_SORTED) { return f->slot[1]; }
    Value v = f->slot[0], names = dict_new(vm, 64);
    bool asked = native_state(f) == DIR_GOT_DICT;
    if (!asked && dir_asks(vm, v)) {
        return native_call2(vm, f, DIR_GOT_DICT, internal(vm, I_HASATTR_GET), v,
                            vm_name(vm, N___dict__));
    }
    TRY_VALUE(names);
    Dict *all = as_dict(vm, names);
    if (is_type(vm, v)) {
        TRY(dir_add_class(vm, all, v));
    } else if (asked) {
        TRY(dir_add_dict(vm, all, f->result));
        TRY(dir_add_class(vm, all, class_of(vm, v)));
    } else if (is_tagged(vm, v, T_MODULE)) {
        TRY(dir_add_dict(vm, all, ((Module *)ref_ptr(vm, v))->dict));
    } else {
        Value found = type_lookup(vm, class_of(vm, v), vm_name(vm, N___dict__));
        if (has_attrs(vm, v) || is_exact(vm, v, T_FUNCTION)) {
            Value d = has_attrs(vm, v) ? attrs_dict(vm, v)
                                       : bind_descriptor_leaf(vm, found, v, class_of(vm, v));
            TRY_VALUE(d);
            TRY(dir_add_dict(vm, all, d));
        }
        TRY(dir_add_class(vm, all, class_of(vm, v)));
    }
    Value list = list_new(vm, all->h.n);
    TRY_VALUE(list);
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, all, &pos, &key, &value);) {
        TRY(list_append(vm, as_list(vm, list), key));
    }
    f->slot[1] = list;
    return native_call3(vm, f, DIR_SORTED, internal(vm, I_MERGE_SORT), list, V_NONE, V_FALSE);
}
