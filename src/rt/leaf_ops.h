// leaf_ops.h: Python's operations on any values, as far as they go without guest code. Each answers
// V_UNBOUND, having changed nothing, when that would be needed: then the internal operation of the
// same meaning is to be called (rt/internals.def). Ordering and equality: object/key.h.
#ifndef NX_RT_LEAF_OPS_H
#define NX_RT_LEAF_OPS_H

#include "rt/typedef.h"

// ---- which type answers ------------------------------------------------------------------------
NX_INTERNAL const TypeDef *def_of(Vm *vm, Value v); // of its type tag, subclass instances too
// The TypeDef when v is an instance of exactly that builtin type, else NULL.
static inline const TypeDef *exact_def(Vm *vm, Value v) {
    if (NX_UNLIKELY(!is_ref(v))) { return def_of(vm, v); }
    const Obj *o = ref_ptr(vm, v);
    return o->ext || o->type == T_INSTANCE ? NULL : type_def(o->type);
}
// The TypeDef whose `next` advances an iterator: its exact type's, or that of the builtin type whose
// __next__ its class has kept. NULL: none does.
NX_INTERNAL const TypeDef *next_def_kept(Vm *vm, Value it);
static inline const TypeDef *next_def(Vm *vm, Value it) {
    const TypeDef *d = exact_def(vm, it);
    if (NX_LIKELY(d != NULL)) { return d->next ? d : NULL; }
    return next_def_kept(vm, it);
}
// The class of v, whose builtin base is d's, has the method as d's rows define it.
NX_INTERNAL bool keeps_method(Vm *vm, Value v, const TypeDef *d, NameId name);
// v may be the self of a native or attribute of class `owner`.
NX_INTERNAL bool self_fits(Vm *vm, Value v, TypeTag tag, Value owner);

// ---- operations --------------------------------------------------------------------------------
// Results besides V_UNBOUND: a value, or V_RAISED.
NX_INTERNAL Value truth_leaf(Vm *vm, Value v); // V_TRUE, V_FALSE
NX_INTERNAL Value len_leaf(Vm *vm, Value v);
NX_INTERNAL Value hash_leaf(Vm *vm, Value v);
NX_INTERNAL Value repr_leaf(Vm *vm, Value v);
NX_INTERNAL Value str_leaf(Vm *vm, Value v);
NX_INTERNAL Value format_leaf(Vm *vm, Value v, Value spec);
NX_INTERNAL Value iter_leaf(Vm *vm, Value v);
NX_INTERNAL Value next_leaf(Vm *vm, Value it); // V_STOP at the end
NX_INTERNAL Value getitem_leaf(Vm *vm, Value v, Value key);
NX_INTERNAL Value setitem_leaf(Vm *vm, Value v, Value key, Value item);
NX_INTERNAL Value contains_leaf(Vm *vm, Value v, Value item);
// V_NOTIMPL: neither side knows how.
NX_INTERNAL Value binary_leaf(Vm *vm, BinOp op, Value a, Value b);
NX_INTERNAL Value unary_leaf(Vm *vm, UnOp op, Value v);

// ---- attributes and methods --------------------------------------------------------------------
NX_INTERNAL Value getattr_leaf(Vm *vm, Value v, Value name); // V_STOP: absent
// The function or native that v.name() calls with v in front; V_UNBOUND: not so simple.
NX_INTERNAL Value method_leaf(Vm *vm, Value v, Value name);
NX_INTERNAL bool is_callable(Vm *vm, Value v);
// What v's class has under the name, not bound; V_UNBOUND when absent.
NX_INTERNAL Value special_method(Vm *vm, Value v, NameId name);
// Binds what a class attribute lookup found, when that needs no guest code: functions, natives,
// classmethod, staticmethod … obj V_UNBOUND: accessed through the class. V_UNBOUND: needs __get__.
NX_INTERNAL Value bind_descriptor_leaf(Vm *vm, Value attr, Value obj, Value cls);
// The same as a callable, for a special method: where binding needs guest code, calling it binds first.
NX_INTERNAL Value bind_special(Vm *vm, Value attr, Value obj, Value cls);
// The special method `attr` of a[0], found on its class, called with the n values a as the caller's result.
NX_INTERNAL Value native_tail_special(Vm *vm, Value attr, uint32_t n, const Value *a);

#endif
