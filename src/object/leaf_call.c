// leaf_call.c: see leaf_call.h. Sorting, map and filter call the same function for every item; most
// such functions are leaves, and then neither a frame nor the binder is needed.
#include "object/leaf_call.h"

#include "object/code.h"
#include "object/float.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"

enum { LEAF_MAX_PARAMS = 6 };

// int(text) of a few plain digits, the usual thing; the rest is int_parse's.
static Value leaf_int(Vm *vm, Value v) {
    const Str *s = as_str(vm, v);
    int64_t n = 0;
    if (s->h.n == 0 || s->h.n > 14) { return int_parse(vm, v, 10); }
    for (uint32_t i = 0; i < s->h.n; i++) {
        if (s->data[i] < '0' || s->data[i] > '9') { return int_parse(vm, v, 10); }
        n = n * 10 + (s->data[i] - '0');
    }
    return int_value(n);
}

static Value leaf_convert(Vm *vm, Value cls, Value v) {
    if (cls == type_of_tag(vm, T_STR)) { return str_of_leaf(vm, v); }
    if (cls == type_of_tag(vm, T_INT)) {
        if (is_int(v)) { return v; }
        if (is_double(v)) { // towards zero, as far as the result is small
            double d = double_of(v);
            return d > -0x1p49 && d < 0x1p49 ? int_value((int64_t)d) : V_UNBOUND;
        }
        return is_str(vm, v) ? leaf_int(vm, v) : V_UNBOUND;
    }
    if (cls == type_of_tag(vm, T_FLOAT)) {
        if (is_double(v)) { return v; }
        if (is_int(v)) { return double_value((double)int_of(v)); }
        return is_str(vm, v) ? float_parse(vm, v) : V_UNBOUND;
    }
    if (cls == type_of_tag(vm, T_BOOL)) {
        if (is_int(v)) { return bool_value(v != int_value(0)); }
        return is_bool(v) ? v : V_UNBOUND;
    }
    return V_UNBOUND;
}

// The native behind a callable, and its first argument when it is bound.
static const NativeObj *leaf_native(Vm *vm, Value callee, Value *self) {
    *self = V_UNBOUND;
    if (is_exact(vm, callee, T_METHOD)) {
        const BoundMethod *m = ref_ptr(vm, callee);
        *self = m->self;
        callee = m->func;
    }
    return is_exact(vm, callee, T_NATIVE) ? as_native(vm, callee) : NULL;
}

// An object whose class is a builtin type with a call slot.
static Value leaf_object(Vm *vm, Value callee, const Value *args, uint32_t n) {
    const TypeDef *d = type_def(as_obj(vm, callee)->type);
    if (!d || !d->call || as_obj(vm, callee)->ext) { return V_UNBOUND; }
    TRY(native_charge(vm, 1));
    Value v = d->call(vm, callee, args, n, V_NONE);
    return v == V_CALLING ? V_UNBOUND : v; // as below
}

// The call's arguments as the native has them: false when that is not known without the binder, or
// (V_RAISED in bound[0]) there is no memory.
static bool leaf_bind(Vm *vm, const NativeObj *nat, Value self, const Value *args, uint32_t n,
                      Value *bound) {
    uint32_t own = self != V_UNBOUND, all = n + own, taken = min_u32(all, nat->n_positional);
    if (all < nat->n_required || (all > taken && !nat->varargs) || taken < own) { return false; }
    if (own) { bound[0] = self; }
    for (uint32_t i = own; i < taken; i++) { bound[i] = args[i - own]; }
    if (nat->self_tag != T_INVALID &&
        (all == 0 || !is_tagged(vm, bound[0], (TypeTag)nat->self_tag))) {
        return false;
    }
    const Value *defaults = as_tuple(vm, nat->defaults)->items;
    for (uint32_t i = taken; i < nat->n_params; i++) {
        bound[i] = defaults[i];
        if (i + 1 == nat->varargs) {
            bound[i] = tuple_from(vm, args + (taken - own), all - taken);
            if (bound[i] != V_RAISED) { continue; }
            bound[0] = V_RAISED;
            return false;
        }
        if (defaults[i] == V_STOP) { return false; }
    }
    return true;
}

Value leaf_call(Vm *vm, Value callee, const Value *args, uint32_t n) {
    Value bound[LEAF_MAX_PARAMS], self;
    if (!is_ref(callee)) { return V_UNBOUND; }
    const Obj *o = as_obj(vm, callee);
    if (o->type == T_NATIVE && !o->ext && n < LEAF_MAX_PARAMS) { // as the loop calls them
        const NativeObj *plain = (const NativeObj *)o;
        if (plain->plain == n + 1 &&
            (plain->self_tag == T_INVALID || is_tagged(vm, args[0], (TypeTag)plain->self_tag))) {
            for (uint32_t i = 0; i < n; i++) { bound[i] = args[i]; }
            TRY(native_charge(vm, 1));
            Value v = vm->natives[plain->number]->leaf(vm, bound);
            return v == V_CALLING ? V_UNBOUND : v;
        }
    }
    if (o->type == T_TYPE) { return n == 1 ? leaf_convert(vm, callee, args[0]) : V_UNBOUND; }
    if (o->type >= T_ITEMGETTER) { return leaf_object(vm, callee, args, n); }
    const NativeObj *nat = leaf_native(vm, callee, &self);
    if (!nat || nat->has_converters || nat->varkw || nat->n_params > LEAF_MAX_PARAMS ||
        (nat->flags & (NATIVE_CLASS | NATIVE_BOUND_CLASS))) {
        return V_UNBOUND;
    }
    const NativeDef *def = vm->natives[nat->number];
    if (!def->leaf) { return V_UNBOUND; }
    if (def->flat && self == V_UNBOUND && nat->self_tag == T_INVALID && n) {
        Value v = def->flat(vm, args, n);
        if (v != V_UNBOUND) { return native_charge(vm, 1) ? v : V_RAISED; }
    }
    bound[0] = V_UNBOUND;
    if (!leaf_bind(vm, nat, self, args, n, bound)) {
        return bound[0] == V_RAISED ? V_RAISED : V_UNBOUND;
    }
    TRY(native_charge(vm, 1));
    Value v = def->leaf(vm, bound);
    return v == V_CALLING ? V_UNBOUND : v; // a tail call: it begins anew when it gets its frame
}
