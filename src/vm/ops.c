// ops.c: truth, length, iteration, items, containment, hash and text of any value. Each operation
// has a leaf form over TypeDef slots, an op_ form for instructions, and a steps native (the
// internal operation) for what needs guest code. Arithmetic and comparison: ops_binary.c.
#include "vm/ops.h"

#include "object/seq.h"
#include "object/alias.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/seq_iters.h"
#include "rt/internals.h"
#include "vm/internals.h"

const TypeDef *def_of(Vm *vm, Value v) {
    if (is_ref(v)) { return type_def(((Obj *)ref_ptr(vm, v))->type); }
    if (is_int(v)) { return type_def(T_INT); }
    if (is_double(v)) { return type_def(T_FLOAT); }
    if (is_bool(v)) { return type_def(T_BOOL); }
    switch (v) {
    case V_NONE: return type_def(T_NONETYPE);
    case V_NOTIMPL: return type_def(T_NOTIMPLTYPE);
    case V_ELLIPSIS: return type_def(T_ELLIPSISTYPE);
    default: return NULL;
    }
}

static bool value_has_tag(Vm *vm, Value v, TypeTag tag) {
    if (is_ref(v)) {
        const Obj *o = ref_ptr(vm, v);
        return o->type == tag || tag == T_OBJECT;
    }
    switch (tag) {
    case T_INT: return is_int(v) || is_bool(v);
    case T_FLOAT: return is_double(v);
    case T_BOOL: return is_bool(v);
    case T_NONETYPE: return v == V_NONE;
    case T_OBJECT: return true;
    default: return false;
    }
}

bool self_fits(Vm *vm, Value v, TypeTag tag, Value owner) {
    if (tag == T_INVALID) { return true; }
    if (tag == T_INSTANCE) { return is_subclass_of(vm, class_of(vm, v), owner); }
    if (!value_has_tag(vm, v, tag)) { // a class that shares another kind's objects, or derives
        const TypeDef *d = is_ref(v) ? type_def(((Obj *)ref_ptr(vm, v))->type) : NULL;
        return (d && d->base == tag) || is_subclass_of(vm, class_of(vm, v), type_of_tag(vm, tag));
    }
    // One tag for all exception classes, each with attributes of its own.
    return tag != T_EXCEPTION || is_subclass_of(vm, class_of(vm, v), owner);
}

// The TypeDef whose slot stands for the special method `name` of v: v is exactly of a builtin type,
// or of a subclass that inherits that method. NULL: look the method up and call it.
static const TypeDef *slot_def(Vm *vm, Value v, NameId name) {
    const TypeDef *d = exact_def(vm, v);
    if (d || !is_ref(v) || ((Obj *)ref_ptr(vm, v))->type == T_INSTANCE) { return d; }
    Value m = type_lookup(vm, class_of(vm, v), vm_name(vm, name));
    return is_exact(vm, m, T_NATIVE) ? def_of(vm, v) : NULL;
}

Value special_method(Vm *vm, Value v, NameId name) {
    return type_lookup(vm, class_of(vm, v), vm_name(vm, name));
}

Value op_internal(Vm *vm, Internal i, const Value *args, uint64_t ret) {
    return push_native(vm, internal(vm, i), args, ret);
}

Value op_internal_first(Vm *vm, Internal i, Value *args, uint64_t ret) {
    LeafFn leaf = native_def(vm, as_native(vm, internal(vm, i)))->leaf;
    Value v = leaf ? leaf(vm, args) : V_UNBOUND;
    return v == V_UNBOUND ? op_internal(vm, i, args, ret) : v;
}

// Calls the special method found on v's type, for the running frame.
static Value call_special(Vm *vm, Value method, Value v, const Value *args, uint32_t n,
                          uint64_t ret) {
    Value all[4];
    uint32_t k = 0;
    if (is_exact(vm, method, T_FUNCTION) || is_exact(vm, method, T_NATIVE)) {
        all[k++] = v;
    } else {
        method = bind_special(vm, method, v, class_of(vm, v));
        TRY_VALUE(method);
    }
    for (uint32_t i = 0; i < n; i++) { all[k++] = args[i]; }
    all[k] = V_UNBOUND;
    Value called = call_plain(vm, method, all, k, ret);
    return called != V_UNBOUND ? called : vm_call(vm, method, all, k, V_NONE, ret);
}

// Calls the row of a builtin type for an instance of just that type whose slot has given up already:
// the row's leaf would too.
static Value call_row(Vm *vm, Value row, const Value *args, uint32_t n, uint64_t ret) {
    if (is_exact(vm, row, T_NATIVE)) {
        const NativeObj *nat = as_native(vm, row);
        if (native_def(vm, nat)->kind == NATIVE_STEPS && nat->n_params == n &&
            !nat->has_converters) {
            return push_native(vm, row, args, ret);
        }
    }
    return call_special(vm, row, args[0], args + 1, n - 1, ret);
}

// ---- truth and length --------------------------------------------------------------------------

Value truth_leaf(Vm *vm, Value v) {
    if (is_bool(v)) { return v; }
    if (is_int(v)) { return bool_value(v != int_value(0)); }
    if (v == V_NONE) { return V_FALSE; }
    if (is_double(v)) { return bool_value(double_of(v) != 0.0); }
    if (v == V_NOTIMPL) {
        return raise_error(vm, EXC_TypeError,
                           "NotImplemented should not be used in a boolean context");
    }
    if (!is_ref(v)) { return V_TRUE; }
    const Obj *o = ref_ptr(vm, v);
    if (o->ext || o->type == T_INSTANCE) {
        if (as_type(vm, class_of(vm, v))->flags & TYPE_GUEST_BOOL) { return V_UNBOUND; }
        if (o->type == T_INSTANCE) { return V_TRUE; }
    }
    const TypeDef *d = type_def(o->type);
    if (d && d->truth) { return d->truth(vm, v); }
    if (d && d->len) {
        Value n = d->len(vm, v);
        return n == V_RAISED || n == V_UNBOUND ? n : bool_value(n != int_value(0));
    }
    return V_TRUE;
}

Value op_truth(Vm *vm, Value v, uint64_t ret) {
    Value t = truth_leaf(vm, v);
    return t == V_UNBOUND ? op_internal(vm, I_TRUTH, &v, ret) : t;
}

static Value truth_of_length(Vm *vm, Value n) {
    if (!isinstance_int(vm, n)) {
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", n);
    }
    int64_t len = int_clamp_i64(vm, n), fits;
    if (len < 0) { return raise_error(vm, EXC_ValueError, "__len__() should return >= 0"); }
    if (!int_to_i64(vm, n, &fits)) {
        return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer", n);
    }
    return bool_value(len != 0);
}

Value truth_steps(Vm *vm, Frame *f) {
    enum { TRUTH_START, TRUTH_BOOL, TRUTH_LEN };
    Value v = f->slot[0];
    switch (native_state(f)) {
    case TRUTH_START: {
        Value t = truth_leaf(vm, v);
        if (t != V_UNBOUND) { return t; }
        Value method = special_method(vm, v, N___bool__);
        if (method == V_NONE) {
            return raise_error(vm, EXC_TypeError, "'%T' cannot be interpreted as a boolean", v);
        }
        if (method != V_UNBOUND) {
            return native_call_method(vm, f, TRUTH_BOOL, v, vm_name(vm, N___bool__), 0, NULL);
        }
        if (special_method(vm, v, N___len__) == V_UNBOUND) { return V_TRUE; }
        return native_call_method(vm, f, TRUTH_LEN, v, vm_name(vm, N___len__), 0, NULL);
    }
    case TRUTH_BOOL:
        if (is_bool(f->result)) { return f->result; }
        return raise_error(vm, EXC_TypeError, "__bool__ should return bool, returned %T",
                           f->result);
    default: return truth_of_length(vm, f->result);
    }
}

Value len_leaf(Vm *vm, Value v) {
    const TypeDef *d = slot_def(vm, v, N___len__);
    if (d && d->len) { return d->len(vm, v); }
    if (special_method(vm, v, N___len__) == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "object of type '%T' has no len()", v);
    }
    return V_UNBOUND;
}

Value len_steps(Vm *vm, Frame *f) {
    enum { LEN_START, LEN_CALLED, LEN_INDEX };
    switch (native_state(f)) {
    case LEN_START: {
        Value n = len_leaf(vm, f->slot[0]);
        if (n != V_UNBOUND) { return n; }
        return native_call_method(vm, f, LEN_CALLED, f->slot[0], vm_name(vm, N___len__), 0, NULL);
    }
    case LEN_CALLED:
        if (!isinstance_int(vm, f->result)) {
            return native_call1(vm, f, LEN_INDEX, internal(vm, I_INDEX), f->result);
        }
        break;
    default: break;
    }
    int64_t n;
    if (!int_to_i64(vm, f->result, &n)) {
        if (int_clamp_i64(vm, f->result) < 0) { // clamped: too small by far
            return raise_error(vm, EXC_ValueError, "__len__() should return >= 0");
        }
        return raise_error(vm, EXC_OverflowError, "cannot fit 'int' into an index-sized integer");
    }
    if (n < 0) { return raise_error(vm, EXC_ValueError, "__len__() should return >= 0"); }
    return int_from_i64(vm, n);
}

// ---- iteration ---------------------------------------------------------------------------------

Value iter_leaf(Vm *vm, Value v) {
    const TypeDef *d = slot_def(vm, v, N___iter__);
    if (!d) { return V_UNBOUND; }
    if (d->iter) { return d->iter(vm, v); }
    if (d->next || is_generator_like(vm, v)) { return v; }
    return V_UNBOUND;
}

Value op_iter(Vm *vm, Value v, uint64_t ret) {
    Value it = iter_leaf(vm, v);
    if (it != V_UNBOUND) { return it; }
    return op_internal(vm, I_ITER, &v, ret);
}

Value op_iterator(Vm *vm, Value v) {
    if (next_leaf_known(vm, v) || special_method(vm, v, N___next__) != V_UNBOUND) { return v; }
    return raise_error(vm, EXC_TypeError, "'%T' object is not an iterator", v);
}

Value iter_steps(Vm *vm, Frame *f) {
    enum { ITER_START, ITER_CALLED };
    Value v = f->slot[0];
    if (native_state(f) == ITER_CALLED) {
        Value it = f->result;
        if (next_leaf_known(vm, it)) { return it; }
        if (special_method(vm, it, N___next__) != V_UNBOUND) { return it; }
        return raise_error(vm, EXC_TypeError, "iter() returned non-iterator of type '%T'", it);
    }
    Value it = iter_leaf(vm, v);
    if (it != V_UNBOUND) { return it; }
    Value method = special_method(vm, v, N___iter__);
    if (method != V_UNBOUND && method != V_NONE) {
        return native_call_method(vm, f, ITER_CALLED, v, vm_name(vm, N___iter__), 0, NULL);
    }
    if (method == V_UNBOUND && seq_has_items(vm, v)) { return seq_iter_new(vm, v); }
    return raise_error(vm, EXC_TypeError, "'%T' object is not iterable", v);
}

bool keeps_method(Vm *vm, Value v, const TypeDef *d, NameId name) {
    Value m = type_lookup(vm, class_of(vm, v), vm_name(vm, name));
    return is_exact(vm, m, T_NATIVE) && as_native(vm, m)->owner == type_of_tag(vm, d->tag);
}

const TypeDef *next_def_kept(Vm *vm, Value it) {
    const TypeDef *d = is_ref(it) ? type_def(as_obj(vm, it)->type) : NULL;
    return d && d->next && keeps_method(vm, it, d, N___next__) ? d : NULL;
}

Value next_leaf(Vm *vm, Value it) {
    const TypeDef *d = next_def(vm, it);
    return d ? d->next(vm, it) : V_UNBOUND;
}

Value op_next(Vm *vm, Value it, uint64_t ret) {
    Value next = next_leaf(vm, it);
    return next != V_UNBOUND ? next : op_next_rest(vm, it, exact_def(vm, it), ret);
}

Value op_next_rest(Vm *vm, Value it, const TypeDef *d, uint64_t ret) {
    if (is_exact(vm, it, T_GENERATOR)) { return gen_resume(vm, it, V_NONE, ret); }
    if (d && d->below && ret == ret_make(RET_ITER, 0, 0)) {
        Value asked = d->below(vm, it, ret | RET_BELOW);
        if (asked != V_UNBOUND) { return asked; }
    }
    Value method = special_method(vm, it, N___next__);
    if (method == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "'%T' object is not an iterator", it);
    }
    const NativeObj *row = is_exact(vm, method, T_NATIVE) ? as_native(vm, method) : NULL;
    if (row && d && row->kind == NATIVE_STEPS && !native_def(vm, row)->leaf) {
        return push_native(vm, method, &it, ret); // the slot has said what a leaf can say
    }
    Value v = call_special(vm, method, it, NULL, 0, ret);
    if (v == V_RAISED && !vm->stop && !vm->alloc_failed && exc_matches(vm, EXC_StopIteration)) {
        exc_clear(vm);
        return V_STOP;
    }
    return v;
}

// I_NEXT: an item, or StopIteration raised.
Value next_steps(Vm *vm, Frame *f) {
    enum { NEXT_START, NEXT_CALLED };
    if (native_state(f) == NEXT_CALLED) { return f->result; }
    Value it = f->slot[0], v = next_leaf(vm, it);
    if (v == V_STOP) { return raise_stop_iteration(vm, V_NONE); }
    if (v != V_UNBOUND) { return v; }
    if (special_method(vm, it, N___next__) == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "'%T' object is not an iterator", it);
    }
    return native_call_method(vm, f, NEXT_CALLED, it, vm_name(vm, N___next__), 0, NULL);
}

// ---- items -------------------------------------------------------------------------------------

Value getitem_leaf(Vm *vm, Value v, Value key) {
    const TypeDef *d = slot_def(vm, v, N___getitem__);
    return d && d->getitem ? d->getitem(vm, v, key) : V_UNBOUND;
}

// What subscripts a class without __getitem__ in its metaclass. V_UNBOUND: guest code knows.
static Value class_subscript_hook(Vm *vm, Value cls) {
    Value hook = getattr_leaf(vm, cls, vm_name(vm, N___class_getitem__));
    if (hook != V_STOP) { return hook; }
    return raise_error(vm, EXC_TypeError, "type '%N' is not subscriptable", cls);
}

Value op_getitem(Vm *vm, Value v, Value key, uint64_t ret) {
    const TypeDef *d = exact_def(vm, v);
    if (NX_LIKELY(d != NULL)) {
        if (d->getitem) {
            Value item = d->getitem(vm, v, key);
            if (item != V_UNBOUND) { return item; }
        }
    } else if (is_tagged(vm, v, T_DICT) && keeps_builtin(vm, v, N___getitem__)) {
        Value item = dict_get_leaf(vm, as_dict(vm, v), key);
        if (item != V_UNBOUND && item != V_CALLING) { return item; }
        Value missing = special_method(vm, v, N___missing__);
        if (item == V_UNBOUND && missing != V_UNBOUND) {
            return call_special(vm, missing, v, &key, 1, ret);
        }
    }
    Value method = special_method(vm, v, N___getitem__);
    if (method != V_UNBOUND) {
        Value args[2] = {v, key};
        if (d && d->getitem) { return call_row(vm, method, args, 2, ret); }
        return call_special(vm, method, v, &key, 1, ret);
    }
    if (is_type(vm, v)) {
        if (v == vm->types[T_TYPE]) { return alias_new(vm, v, key); }
        Value hook = class_subscript_hook(vm, v), args[2] = {v, key};
        TRY_VALUE(hook);
        if (hook == V_UNBOUND) { return op_internal(vm, I_GETITEM, args, ret); }
        return vm_call(vm, hook, &key, 1, V_NONE, ret);
    }
    return raise_error(vm, EXC_TypeError, "'%T' object is not subscriptable", v);
}

Value setitem_leaf(Vm *vm, Value v, Value key, Value item) {
    NameId name = item == V_UNBOUND ? N___delitem__ : N___setitem__;
    const TypeDef *d = slot_def(vm, v, name);
    return d && d->setitem ? d->setitem(vm, v, key, item) : V_UNBOUND;
}

// v has no __delitem__, or no __setitem__; a class that has just one of them is asked for the other.
static Value raise_no_item_method(Vm *vm, Value v, Value key, bool del) {
    if (special_method(vm, v, del ? N___setitem__ : N___delitem__) != V_UNBOUND) {
        return raise_error(vm, EXC_AttributeError, del ? "__delitem__" : "__setitem__");
    }
    // Sequences say it in other words, and every instance of a guest class is asked as one.
    const TypeDef *d = exact_def(vm, v);
    bool sequence = (!d || d->len || d->contains) && seq_has_index(vm, key);
    return raise_error(vm, EXC_TypeError, "'%T' object %s item %s", v,
                       del && sequence ? "doesn't support" : "does not support",
                       del ? "deletion" : "assignment");
}

Value op_setitem(Vm *vm, Value v, Value key, Value item, uint64_t ret) {
    const TypeDef *d = exact_def(vm, v);
    if (NX_LIKELY(d != NULL && d->setitem)) {
        Value done = d->setitem(vm, v, key, item);
        if (done != V_UNBOUND) { return done; }
    }
    bool del = item == V_UNBOUND;
    NameId name = del ? N___delitem__ : N___setitem__;
    if (!d && is_tagged(vm, v, T_DICT) && keeps_builtin(vm, v, name)) {
        Value done = def_of(vm, v)->setitem(vm, v, key, item);
        if (done != V_UNBOUND) { return done; }
    }
    Value method = special_method(vm, v, name);
    if (method == V_UNBOUND) { return raise_no_item_method(vm, v, key, del); }
    Value args[3] = {v, key, item};
    if (d && d->setitem) { return call_row(vm, method, args, del ? 2 : 3, ret); }
    return call_special(vm, method, v, args + 1, del ? 1 : 2, ret);
}

Value contains_leaf(Vm *vm, Value v, Value item) {
    const TypeDef *d = slot_def(vm, v, N___contains__);
    return d && d->contains ? d->contains(vm, v, item) : V_UNBOUND;
}

Value op_contains(Vm *vm, Value v, Value item, uint64_t ret) {
    Value t = contains_leaf(vm, v, item);
    if (t != V_UNBOUND) { return t; }
    Value method = special_method(vm, v, N___contains__);
    if (is_exact(vm, method, T_FUNCTION)) { // truth is taken where the result arrives
        Value got = call_special(vm, method, v, &item, 1, ret);
        return got;
    }
    Value args[2] = {v, item};
    return op_internal(vm, I_CONTAINS, args, ret);
}

static Value raise_no_container(Vm *vm, Value v) {
    return raise_error(vm, EXC_TypeError, "argument of type '%T' is not a container or iterable",
                       v);
}

// I_CONTAINS: __contains__, else a search through the iteration.
Value contains_steps(Vm *vm, Frame *f) {
    enum { IN_START, IN_CALLED, IN_TRUTH, IN_ITER, IN_NEXT, IN_EQUAL, IN_END, IN_NO_ITER };
    enum { CONTAINER, ITEM, IT };
    switch (native_state(f)) {
    case IN_START: {
        Value t = contains_leaf(vm, f->slot[CONTAINER], f->slot[ITEM]);
        if (t != V_UNBOUND) { return t; }
        Value method = special_method(vm, f->slot[CONTAINER], N___contains__);
        if (method == V_NONE) {
            return raise_error(vm, EXC_TypeError, "'%T' object is not a container",
                               f->slot[CONTAINER]);
        }
        if (method != V_UNBOUND) {
            return native_call_method(vm, f, IN_CALLED, f->slot[CONTAINER],
                                      vm_name(vm, N___contains__), 1, &f->slot[ITEM]);
        }
        if (special_method(vm, f->slot[CONTAINER], N___iter__) == V_UNBOUND &&
            !seq_has_items(vm, f->slot[CONTAINER])) {
            return raise_no_container(vm, f->slot[CONTAINER]);
        }
        native_catch(f, IN_NO_ITER);
        return native_call1(vm, f, IN_ITER, internal(vm, I_ITER), f->slot[CONTAINER]);
    }
    case IN_CALLED: return native_call1(vm, f, IN_TRUTH, internal(vm, I_TRUTH), f->result);
    case IN_TRUTH: return f->result;
    case IN_NO_ITER:
        if (!isinstance_exc(vm, f->result, EXC_TypeError)) { return raise_value(vm, f->result); }
        return raise_no_container(vm, f->slot[CONTAINER]);
    case IN_ITER: f->slot[IT] = f->result; break;
    case IN_NEXT:
        return native_call2(vm, f, IN_EQUAL, internal(vm, I_EQUAL), f->result, f->slot[ITEM]);
    case IN_EQUAL:
        if (f->result == V_TRUE) { return V_TRUE; }
        break;
    default: return V_FALSE;
    }
    return native_next_or(vm, f, IN_NEXT, IN_END, f->slot[IT]);
}

// I_GETITEM, I_SETITEM, I_DELITEM: as the statements.
Value getitem_steps(Vm *vm, Frame *f) {
    enum { ITEM_START, ITEM_DONE, ITEM_HOOK };
    if (native_state(f) == ITEM_DONE) { return f->result; }
    Value v = f->slot[0];
    if (native_state(f) == ITEM_HOOK) {
        if (f->result != V_UNBOUND) {
            return native_call1(vm, f, ITEM_DONE, f->result, f->slot[1]);
        }
        return raise_error(vm, EXC_TypeError, "type '%N' is not subscriptable", v);
    }
    Value item = getitem_leaf(vm, v, f->slot[1]);
    if (item != V_UNBOUND) { return item; }
    if (special_method(vm, v, N___getitem__) != V_UNBOUND) {
        return native_call_method(vm, f, ITEM_DONE, v, vm_name(vm, N___getitem__), 1, &f->slot[1]);
    }
    if (is_type(vm, v)) {
        if (v == vm->types[T_TYPE]) { return alias_new(vm, v, f->slot[1]); }
        Value hook = class_subscript_hook(vm, v);
        TRY_VALUE(hook);
        if (hook != V_UNBOUND) { return native_call1(vm, f, ITEM_DONE, hook, f->slot[1]); }
        return native_call2(vm, f, ITEM_HOOK, internal(vm, I_HASATTR_GET), v,
                            vm_name(vm, N___class_getitem__));
    }
    return raise_error(vm, EXC_TypeError, "'%T' object is not subscriptable", v);
}

Value setitem_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return V_NONE; }
    Value done = setitem_leaf(vm, f->slot[0], f->slot[1], f->slot[2]);
    if (done != V_UNBOUND) { return done; }
    if (special_method(vm, f->slot[0], N___setitem__) == V_UNBOUND) {
        return raise_no_item_method(vm, f->slot[0], f->slot[1], false);
    }
    return native_call_method(vm, f, 1, f->slot[0], vm_name(vm, N___setitem__), 2, &f->slot[1]);
}

Value delitem_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return V_NONE; }
    Value done = setitem_leaf(vm, f->slot[0], f->slot[1], V_UNBOUND);
    if (done != V_UNBOUND) { return done; }
    if (special_method(vm, f->slot[0], N___delitem__) == V_UNBOUND) {
        return raise_no_item_method(vm, f->slot[0], f->slot[1], true);
    }
    return native_call_method(vm, f, 1, f->slot[0], vm_name(vm, N___delitem__), 1, &f->slot[1]);
}
