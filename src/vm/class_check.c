// class_check.c: isinstance and issubclass, with their hooks (__instancecheck__, __subclasscheck__) and
// with objects whose __class__ is not their type.
#include "vm/ops.h"

#include "object/list.h"
#include "object/type.h"
#include "rt/internals.h"
#include "vm/internals.h"

bool class_is_own_word(Vm *vm, Value v) {
    if (!is_ref(v)) { return false; }
    Value cls = class_of(vm, v);
    if (as_type(vm, cls)->flags & TYPE_BUILTIN) {
        const TypeDef *d = def_of(vm, v);
        return d && d->getattr;
    }
    return type_lookup(vm, cls, vm_name(vm, N___class__)) != object_method(vm, N___class__) ||
           !is_exact(vm, type_lookup(vm, cls, vm_name(vm, N___getattribute__)), T_NATIVE);
}

// One class of the check: V_TRUE, V_FALSE, V_UNBOUND (a hook must be asked).
static Value instance_of_one(Vm *vm, Value v, Value cls) {
    Value own = class_of(vm, v);
    if (own == cls) { return V_TRUE; }
    if (!is_type(vm, cls)) { return V_UNBOUND; }
    if (as_obj(vm, cls)->ext) { // of a metaclass
        Value hook = type_lookup(vm, class_of(vm, cls), vm_name(vm, N___instancecheck__));
        if (!is_exact(vm, hook, T_NATIVE)) {
            if (class_is_own_word(vm, v)) { return V_UNBOUND; }
            return abc_known(vm, cls, own, hook, vm_name(vm, N___instancecheck__));
        }
    }
    if (is_subclass_of(vm, own, cls)) { return V_TRUE; }
    return class_is_own_word(vm, v) ? V_UNBOUND : V_FALSE;
}

static Value subclass_of_one(Vm *vm, Value c, Value cls) {
    if (!is_type(vm, cls) || !is_type(vm, c)) { return V_UNBOUND; }
    Value name = vm_name(vm, N___subclasscheck__);
    Value hook = type_lookup(vm, class_of(vm, cls), name);
    return is_exact(vm, hook, T_NATIVE) ? bool_value(is_subclass_of(vm, c, cls))
                                        : abc_known(vm, cls, c, hook, name);
}

enum {
    CHECK_START,
    CHECK_HOOK,
    CHECK_TRUTH,
    CHECK_FIRST,  // __bases__ of the first argument of issubclass
    CHECK_SECOND, // __bases__ of the second argument
    CHECK_CLASS,  // __class__ of the first argument of isinstance
    CHECK_WALK,   // __bases__ of a class on the way up
    CHECK_SWAPPED,
};
enum { CHECK_V, CHECK_CLASSES, CHECK_PENDING, CHECK_CLS, CHECK_UP };

// ---- classes of another kind: anything whose __bases__ is a tuple ------------------------------

static Value check_ask(Vm *vm, Frame *f, int next, Value v, NameId name) {
    return native_call2(vm, f, next, internal(vm, I_HASATTR_GET), v, vm_name(vm, name));
}

// CHECK_UP is a stack of the classes still to look at. Below the bases of a class that has several
// stands V_STOP, and at the bottom how many of those there are: the depth, which has a limit.
static Value check_walk_into(Vm *vm, List *up, const Tuple *bases) {
    if (bases->h.n > 1) {
        int64_t depth = (int64_t)index_of(list_items(vm, up)[0]) + 1;
        if (depth + (int64_t)vm->head->depth > (int64_t)vm->head->depth_limit) {
            return raise_error(vm, EXC_RecursionError, "maximum recursion depth exceeded");
        }
        TRY(list_reserve(vm, up, (uint64_t)up->h.n + bases->h.n + 1));
        list_open(vm, up)[0] = int_value(depth);
        TRY(list_append(vm, up, V_STOP));
    }
    for (uint32_t i = bases->h.n; i > 0; i--) { TRY(list_append(vm, up, bases->items[i - 1])); }
    return V_NONE;
}

static Value check_walk(Vm *vm, Frame *f, Value bases) {
    List *up = slot_obj(vm, f, CHECK_UP, T_LIST);
    TRY(up);
    if (up->h.n == 0) { return raise_stop(vm, STOP_CORRUPT); }
    if (is_tagged(vm, bases, T_TUPLE)) {
        const Tuple *t = as_tuple(vm, bases);
        TRY(native_charge(vm, t->h.n / 4));
        TRY_VALUE(check_walk_into(vm, up, t));
    }
    while (up->h.n > 1) {
        Value c = list_items(vm, up)[--up->h.n];
        if (c == V_STOP) {
            slot_advance(&list_open(vm, up)[0], -1);
            continue;
        }
        if (c == f->slot[CHECK_CLS]) { return V_TRUE; }
        return check_ask(vm, f, CHECK_WALK, c, N___bases__);
    }
    return V_FALSE;
}

static Value check_walk_from(Vm *vm, Frame *f, Value c) {
    Value up[2] = {int_value(0), c};
    f->slot[CHECK_UP] = list_from(vm, up, 2);
    TRY_VALUE(f->slot[CHECK_UP]);
    return check_walk(vm, f, V_NONE);
}

// V_TRUE, V_FALSE, or what is asked for.
static Value check_abstract(Vm *vm, Frame *f, bool instance) {
    bool class_like = is_tagged(vm, f->result, T_TUPLE);
    switch (native_state(f)) {
    case CHECK_FIRST:
        if (!class_like) {
            return raise_error(vm, EXC_TypeError, "issubclass() arg 1 must be a class");
        }
        return check_ask(vm, f, CHECK_SECOND, f->slot[CHECK_CLS], N___bases__);
    case CHECK_SECOND:
        if (!class_like) {
            return raise_error(vm, EXC_TypeError,
                               instance ? "isinstance() arg 2 must be a type, a tuple of types, or "
                                          "a union"
                                        : "issubclass() arg 2 must be a class, a tuple of classes, "
                                          "or a union");
        }
        if (instance) { return check_ask(vm, f, CHECK_CLASS, f->slot[CHECK_V], N___class__); }
        return check_walk_from(vm, f, f->slot[CHECK_V]);
    case CHECK_CLASS: return f->result == V_UNBOUND ? V_FALSE : check_walk_from(vm, f, f->result);
    default: return check_walk(vm, f, f->result);
    }
}

// ---- both checks -------------------------------------------------------------------------------

// The members of a tuple or union take the place of the last one on the list.
static bool check_spread(Vm *vm, List *todo, Value cls) {
    bool tuple = is_tagged(vm, cls, T_TUPLE);
    const Tuple *t = as_tuple(vm, tuple ? cls : obj_value_array(as_obj(vm, cls))[0]);
    if (!native_charge(vm, t->h.n / 8 + 1)) { return false; }
    if (!list_reserve(vm, todo, (uint64_t)todo->h.n + t->h.n)) { return false; }
    todo->h.n--;
    for (uint32_t i = t->h.n; i > 0; i--) {
        if (!list_append(vm, todo, t->items[i - 1])) { return false; }
    }
    return true;
}

// Over a class, a tuple of them, or a union. A tuple in a tuple is a check of its own, so that the
// depth is counted.
static Value class_check(Vm *vm, Frame *f, bool instance) {
    Value hook_name = vm_name(vm, instance ? N___instancecheck__ : N___subclasscheck__);
    switch (native_state(f)) {
    case CHECK_START:
        f->slot[CHECK_PENDING] = list_from(vm, &f->slot[CHECK_CLASSES], 1);
        TRY_VALUE(f->slot[CHECK_PENDING]);
        break;
    case CHECK_HOOK: return native_call1(vm, f, CHECK_TRUTH, internal(vm, I_TRUTH), f->result);
    case CHECK_TRUTH:
        if (f->result == V_TRUE) { return V_TRUE; }
        break;
    default: {
        Value t = check_abstract(vm, f, instance);
        if (t != V_FALSE) { return t; }
        break;
    }
    }
    List *todo = slot_obj(vm, f, CHECK_PENDING, T_LIST);
    TRY(todo);
    Value v = f->slot[CHECK_V];
    bool whole = native_state(f) == CHECK_START; // the list is what was asked about
    for (; todo->h.n; whole = false) {
        Value cls = list_items(vm, todo)[todo->h.n - 1];
        bool exact = instance && class_of(vm, v) == cls;
        if (!exact && (is_tagged(vm, cls, T_TUPLE) || is_tagged(vm, cls, T_UNION))) {
            if (!whole) {
                Internal check = instance ? I_IS_INSTANCE : I_IS_SUBCLASS;
                todo->h.n--;
                return native_call2(vm, f, CHECK_TRUTH, internal(vm, check), v, cls);
            }
            TRY(check_spread(vm, todo, cls));
            continue;
        }
        if (cls == V_NONE && is_tagged(vm, f->slot[CHECK_CLASSES], T_UNION)) {
            cls = vm->types[T_NONETYPE];
        }
        Value t = instance ? instance_of_one(vm, v, cls) : subclass_of_one(vm, v, cls);
        TRY_VALUE(t);
        todo->h.n--;
        if (t == V_TRUE) { return V_TRUE; }
        if (t == V_FALSE) { continue; }
        Value hook = type_lookup(vm, class_of(vm, cls), hook_name);
        if (hook == V_UNBOUND || (!instance && is_type(vm, cls) && is_exact(vm, hook, T_NATIVE))) {
            f->slot[CHECK_CLS] = cls;
            int first = instance ? CHECK_SECOND : CHECK_FIRST;
            return check_ask(vm, f, first, instance ? cls : v, N___bases__);
        }
        return native_call_method(vm, f, CHECK_HOOK, cls, hook_name, 1, &v);
    }
    return V_FALSE;
}

// A class, or a tuple of a few, none of which is asked.
Value is_instance_leaf(Vm *vm, Value *a) {
    if (!is_tagged(vm, a[1], T_TUPLE)) { return instance_of_one(vm, a[0], a[1]); }
    const Tuple *classes = as_tuple(vm, a[1]);
    if (classes->h.n > 16) { return V_UNBOUND; }
    for (uint32_t i = 0; i < classes->h.n; i++) {
        Value t = instance_of_one(vm, a[0], classes->items[i]);
        if (t != V_FALSE) { return t; }
    }
    return V_FALSE;
}

Value is_subclass_leaf(Vm *vm, Value *a) { return subclass_of_one(vm, a[0], a[1]); }

Value is_instance_steps(Vm *vm, Frame *f) { return class_check(vm, f, true); }
Value is_subclass_steps(Vm *vm, Frame *f) { return class_check(vm, f, false); }

// type.__instancecheck__
Value type_instancecheck_steps(Vm *vm, Frame *f) {
    Value cls = f->slot[0], v = f->slot[1];
    if (native_state(f) == 0) {
        if (is_subclass_of(vm, class_of(vm, v), cls)) { return V_TRUE; }
        if (!class_is_own_word(vm, v)) { return V_FALSE; }
        return check_ask(vm, f, 1, v, N___class__);
    }
    return bool_value(is_type(vm, f->result) && is_subclass_of(vm, f->result, cls));
}

// type.__subclasscheck__
Value type_subclasscheck_steps(Vm *vm, Frame *f) {
    if (native_state(f) != CHECK_START && native_state(f) != CHECK_SWAPPED) {
        return check_abstract(vm, f, false);
    }
    if (native_state(f) == CHECK_START) { // in the order that the checks have
        Value cls = f->slot[0], c = f->slot[1];
        if (is_type(vm, c)) { return bool_value(is_subclass_of(vm, c, cls)); }
        f->slot[CHECK_V] = c;
        f->slot[CHECK_CLASSES] = f->slot[CHECK_CLS] = cls;
        native_commit(f, CHECK_SWAPPED);
    }
    return check_ask(vm, f, CHECK_FIRST, f->slot[CHECK_V], N___bases__);
}
