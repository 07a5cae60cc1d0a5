// build_class.c: the class statement, isinstance and issubclass with their hooks, dir().
#include "vm/ops.h"

#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
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

// I_BUILD_CLASS: resolves bases and metaclass (PEP 560, PEP 3115), runs the body, calls the
// metaclass.
Value build_class_steps(Vm *vm, Frame *f) {
    enum { BC_START, BC_ENTRY, BC_PREPARED, BC_BODY, BC_MADE };
    enum { FUNC, NAME, BASES, KWARGS, META, NS, RESOLVED, I, CELL, ORIG };
    switch (native_state(f)) {
    case BC_START:
        f->slot[RESOLVED] = V_NONE;
        f->slot[ORIG] = f->slot[BASES];
        f->slot[I] = int_value(0);
        if (is_ref(f->slot[KWARGS])) { // `metaclass` is taken out of a copy
            f->slot[KWARGS] = dict_copy(vm, as_dict(vm, f->slot[KWARGS]));
            TRY_VALUE(f->slot[KWARGS]);
        }
        break;
    case BC_ENTRY: {
        if (!is_tagged(vm, f->result, T_TUPLE)) {
            return raise_error(vm, EXC_TypeError, "__mro_entries__ must return a tuple");
        }
        const Tuple *entries = as_tuple(vm, f->result);
        List *list = slot_obj(vm, f, RESOLVED, T_LIST);
        TRY(list);
        for (uint32_t i = 0; i < entries->h.n; i++) {
            TRY(list_append(vm, list, entries->items[i]));
        }
        f->slot[I] = int_value(int_of(f->slot[I]) + 1);
        break;
    }
    case BC_PREPARED: f->slot[NS] = f->result; goto prepared;
    case BC_BODY: goto body_done;
    default: return f->result;
    }
    const Tuple *bases = slot_obj(vm, f, ORIG, T_TUPLE);
    TRY(bases);
    for (uint32_t i = (uint32_t)int_of(f->slot[I]); i < bases->h.n; i++) {
        Value b = bases->items[i];
        Value hook = is_type(vm, b) ? V_UNBOUND : special_method(vm, b, N___mro_entries__);
        if (hook != V_UNBOUND) {
            if (f->slot[RESOLVED] == V_NONE) {
                f->slot[RESOLVED] = list_from(vm, bases->items, i);
                TRY_VALUE(f->slot[RESOLVED]);
            }
            f->slot[I] = int_value(i);
            return native_call_method(vm, f, BC_ENTRY, b, vm_name(vm, N___mro_entries__), 1,
                                      &f->slot[ORIG]);
        }
        if (is_ref(f->slot[RESOLVED])) { TRY(list_append(vm, as_list(vm, f->slot[RESOLVED]), b)); }
    }
    if (is_ref(f->slot[RESOLVED])) {
        const List *l = as_list(vm, f->slot[RESOLVED]);
        f->slot[BASES] = tuple_from(vm, l->h.n ? list_items(vm, l) : NULL, l->h.n);
        TRY_VALUE(f->slot[BASES]);
    }
    bases = as_tuple(vm, f->slot[BASES]);
    Value meta = V_UNBOUND, key = intern_bytes(vm, "metaclass", 9);
    TRY_VALUE(key);
    if (is_ref(f->slot[KWARGS])) {
        meta = dict_get_str(vm, as_dict(vm, f->slot[KWARGS]), key);
        if (meta != V_UNBOUND) { dict_del_str(vm, as_dict(vm, f->slot[KWARGS]), key); }
    }
    if (meta == V_UNBOUND) {
        meta = bases->h.n ? class_of(vm, bases->items[0]) : vm->types[T_TYPE];
    }
    if (is_type(vm, meta)) {
        meta = type_winner(vm, meta, bases);
        TRY_VALUE(meta);
    }
    f->slot[META] = meta;
    if (meta == vm->types[T_TYPE]) {
        f->slot[NS] = dict_new(vm, 8);
        TRY_VALUE(f->slot[NS]);
    } else {
        Value prepare = getattr_leaf(vm, meta, vm_name(vm, N___prepare__));
        TRY_VALUE(prepare);
        if (prepare == V_UNBOUND || prepare == V_STOP) {
            f->slot[NS] = dict_new(vm, 8);
            TRY_VALUE(f->slot[NS]);
        } else {
            Value args = tuple_pack2(vm, f->slot[NAME], f->slot[BASES]);
            TRY_VALUE(args);
            return native_call_full(vm, f, BC_PREPARED, prepare, args, f->slot[KWARGS]);
        }
    }
prepared:
    if (special_method(vm, f->slot[NS], N___getitem__) == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "%N.__prepare__() must return a mapping, not %T",
                           is_type(vm, f->slot[META]) ? f->slot[META] : class_of(vm, f->slot[META]),
                           f->slot[NS]);
    }
    return native_call1(vm, f, BC_BODY, f->slot[FUNC], f->slot[NS]);
body_done:
    if (f->slot[ORIG] != f->slot[BASES]) {
        Value done = op_setitem(vm, f->slot[NS], vm_name(vm, N___orig_bases__), f->slot[ORIG], 0);
        TRY_VALUE(done);
    }
    Value items[3] = {f->slot[NAME], f->slot[BASES], f->slot[NS]};
    Value args = tuple_from(vm, items, 3);
    TRY_VALUE(args);
    return native_call_full(vm, f, BC_MADE, f->slot[META], args, f->slot[KWARGS]);
}

// ---- isinstance, issubclass --------------------------------------------------------------------

// One class of the check: V_TRUE, V_FALSE, V_UNBOUND (its metaclass has a hook), V_RAISED.
static Value instance_of_one(Vm *vm, Value v, Value cls) {
    if (is_type(vm, cls)) {
        if (class_of(vm, v) == cls) { return V_TRUE; }
        Value hook = type_lookup(vm, class_of(vm, cls), vm_name(vm, N___instancecheck__));
        if (!is_exact(vm, hook, T_NATIVE)) { return V_UNBOUND; }
        if (is_subclass_of(vm, class_of(vm, v), cls)) { return V_TRUE; }
        if (is_ref(v) && as_obj(vm, v)->type == T_INSTANCE) { // __class__ may say otherwise
            Value own = getattr_leaf(vm, v, vm_name(vm, N___class__));
            if (own == V_RAISED) { exc_clear(vm); }
            if (is_type(vm, own)) { return bool_value(is_subclass_of(vm, own, cls)); }
        }
        return V_FALSE;
    }
    return V_UNBOUND;
}

static Value subclass_of_one(Vm *vm, Value c, Value cls) {
    if (is_type(vm, cls) && is_type(vm, c)) {
        Value hook = type_lookup(vm, class_of(vm, cls), vm_name(vm, N___subclasscheck__));
        if (!is_exact(vm, hook, T_NATIVE)) { return V_UNBOUND; }
        return bool_value(is_subclass_of(vm, c, cls));
    }
    return V_UNBOUND;
}

// Both checks: over a class, a tuple of them (nested ones through a work list), or a union.
static Value class_check(Vm *vm, Frame *f, bool instance) {
    enum { CHECK_START, CHECK_HOOK, CHECK_TRUTH };
    enum { V, CLASSES, PENDING };
    Value hook_name = vm_name(vm, instance ? N___instancecheck__ : N___subclasscheck__);
    switch (native_state(f)) {
    case CHECK_START:
        f->slot[PENDING] = list_from(vm, &f->slot[CLASSES], 1);
        TRY_VALUE(f->slot[PENDING]);
        break;
    case CHECK_HOOK: return native_call1(vm, f, CHECK_TRUTH, internal(vm, I_TRUTH), f->result);
    default:
        if (f->result == V_TRUE) { return V_TRUE; }
        break;
    }
    List *todo = slot_obj(vm, f, PENDING, T_LIST);
    TRY(todo);
    while (todo->h.n) {
        Value cls = list_items(vm, todo)[todo->h.n - 1];
        if (is_tagged(vm, cls, T_TUPLE) || is_tagged(vm, cls, T_UNION)) {
            Value members = is_tagged(vm, cls, T_TUPLE) ? cls : obj_value_array(as_obj(vm, cls))[0];
            const Tuple *t = as_tuple(vm, members);
            TRY(list_reserve(vm, todo, (uint64_t)todo->h.n + t->h.n));
            todo->h.n--;
            for (uint32_t i = t->h.n; i > 0; i--) { TRY(list_append(vm, todo, t->items[i - 1])); }
            continue;
        }
        if (cls == V_NONE && is_tagged(vm, f->slot[CLASSES], T_UNION)) {
            cls = vm->types[T_NONETYPE];
        }
        Value t =
            instance ? instance_of_one(vm, f->slot[V], cls) : subclass_of_one(vm, f->slot[V], cls);
        TRY_VALUE(t);
        todo->h.n--;
        if (t == V_TRUE) { return V_TRUE; }
        if (t == V_FALSE) { continue; }
        Value hook = type_lookup(vm, class_of(vm, cls), hook_name);
        if (hook == V_UNBOUND) {
            if (!instance && !is_type(vm, f->slot[V])) {
                return raise_error(vm, EXC_TypeError, "issubclass() arg 1 must be a class");
            }
            return raise_error(vm, EXC_TypeError,
                               instance ? "isinstance() arg 2 must be a type, a tuple of types, or "
                                          "a union"
                                        : "issubclass() arg 2 must be a class, a tuple of classes, "
                                          "or a union");
        }
        if (is_exact(vm, hook, T_NATIVE) && is_type(vm, cls) && !instance) {
            return raise_error(vm, EXC_TypeError, "issubclass() arg 1 must be a class");
        }
        return native_call_method(vm, f, CHECK_HOOK, cls, hook_name, 1, &f->slot[V]);
    }
    return V_FALSE;
}

Value is_instance_steps(Vm *vm, Frame *f) { return class_check(vm, f, true); }
Value is_subclass_steps(Vm *vm, Frame *f) { return class_check(vm, f, false); }

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

// I_DIR: what object.__dir__ (and type's and module's) lists, sorted.
Value dir_steps(Vm *vm, Frame *f) {
    enum { DIR_START, DIR_SORTED };
    if (native_state(f) == DIR_SORTED) { return f->slot[1]; }
    Value v = f->slot[0], names = dict_new(vm, 64);
    TRY_VALUE(names);
    Dict *all = as_dict(vm, names);
    if (is_type(vm, v)) {
        TRY(dir_add_class(vm, all, v));
    } else if (is_tagged(vm, v, T_MODULE)) {
        TRY(dir_add_dict(vm, all, ((Module *)ref_ptr(vm, v))->dict));
    } else {
        if (has_attrs(vm, v)) {
            Value d = attrs_dict(vm, v);
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
