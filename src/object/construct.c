// construct.c: see construct.h.
#include "object/construct.h"

#include "object/deque.h"
#include "object/bytes.h"
#include "object/dict_update.h"
#include "object/leaf_call.h"
#include "object/tuple.h"
#include "object/items.h"
#include "object/list.h"
#include "object/range.h"
#include "object/set_run.h"
#include "object/type.h"

bool construct_check(Vm *vm, TypeTag tag, Value cls) {
    Value base = type_of_tag(vm, tag);
    if (NX_LIKELY(cls == base)) { return true; }
    if (!is_type(vm, cls)) {
        return raise_false(vm, EXC_TypeError, "%K.__new__(X): X is not a type object (%T)", base,
                           cls);
    }
    if (tag == T_INT && as_type(vm, cls)->tag == T_BOOL) {
        return raise_false(vm, EXC_TypeError, "%K.__new__(%K) is not safe, use %K.__new__()", base,
                           cls, cls);
    }
    if (as_type(vm, cls)->tag != tag) {
        return raise_false(vm, EXC_TypeError, "%K.__new__(%K): %K is not a subtype of %K", base,
                           cls, cls, base);
    }
    return true;
}

void *construct(Vm *vm, TypeTag tag, Value cls, uint64_t n) {
    if (NX_LIKELY(cls == type_of_tag(vm, tag))) { return heap_new(vm, tag, n); }
    if (!construct_check(vm, tag, cls)) { return NULL; }
    return derived_new(vm, tag, n, cls);
}

static Value construct_list(Vm *vm, const Value *args, uint32_t n) {
    if (n == 0) { return list_new(vm, 0); }
    Value seq = items_of_leaf(vm, args[0]);
    if (seq == V_UNBOUND || seq == V_RAISED || seq != args[0]) { return seq; }
    uint32_t len;
    const Value *items = seq_items(vm, seq, &len);
    TRY(items_charge(vm, len));
    return list_from(vm, items, len);
}

static Value construct_dict(Vm *vm, const Value *args, uint32_t n, Value names) {
    uint32_t n_names = is_ref(names) ? as_tuple(vm, names)->h.n : 0;
    Value v = dict_new(vm, n_names);
    TRY_VALUE(v);
    Dict *d = as_dict(vm, v);
    int r = n ? dict_update_from_leaf(vm, d, args[0]) : 1;
    if (r <= 0) { return r ? V_UNBOUND : V_RAISED; }
    for (uint32_t i = 0; i < n_names; i++) {
        TRY(dict_set_str(vm, d, as_tuple(vm, names)->items[i], args[n + i]));
    }
    return v;
}

static Value construct_set(Vm *vm, const Value *args, uint32_t n) {
    Value s = set_new(vm, T_SET);
    TRY_VALUE(s);
    if (n == 0) { return s; }
    Value source = args[0];
    if (!is_any_set(vm, source) && !is_exact(vm, source, T_DICT)) {
        source = items_of_leaf(vm, source);
        if (source == V_UNBOUND || source == V_RAISED) { return source; }
    }
    Value r = set_run_leaf(vm, SET_UPDATE, s, &source, 1);
    return r == V_NONE ? s : r;
}

static Value construct_tuple(Vm *vm, const Value *args, uint32_t n) {
    if (n == 0) { return tuple_from(vm, NULL, 0); }
    Value seq = items_of_leaf(vm, args[0]);
    if (seq == V_UNBOUND || seq == V_RAISED || is_tagged(vm, seq, T_TUPLE)) { return seq; }
    uint32_t len;
    const Value *items = seq_items(vm, seq, &len);
    TRY(items_charge(vm, len));
    return tuple_from(vm, items, len);
}

static Value construct_range(Vm *vm, const Value *args, uint32_t n, Value names) {
    if (n == 0 || n > 3 || is_ref(names)) { return V_UNBOUND; }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_int(args[i])) { return V_UNBOUND; }
    }
    if (n == 1) { return range_new(vm, int_value(0), args[0], int_value(1)); }
    return range_new(vm, args[0], args[1], n == 3 ? args[2] : int_value(1));
}

static Value construct_bytes(Vm *vm, TypeTag tag, const Value *args, uint32_t n) {
    return bytes_from_leaf(vm, n ? args[0] : int_value(0), tag == T_BYTEARRAY);
}

Value construct_leaf(Vm *vm, Value cls, const Value *args, uint32_t n, Value names) {
    TypeTag tag = (TypeTag)as_type(vm, cls)->tag;
    if (cls != type_of_tag(vm, tag)) { return V_UNBOUND; }
    if (tag == T_DEQUE) { return deque_construct(vm, args, n, names); }
    if (tag == T_RANGE) { return construct_range(vm, args, n, names); }
    const TypeDef *def = type_def(tag);
    if (def->construct) { return def->construct(vm, args, n, names); }
    if (n > 1 || (is_ref(names) && tag != T_DICT)) { return V_UNBOUND; }
    switch (tag) {
    case T_DICT: return construct_dict(vm, args, n, names);
    case T_LIST: return construct_list(vm, args, n);
    case T_SET: return construct_set(vm, args, n);
    case T_TUPLE: return construct_tuple(vm, args, n);
    case T_BYTES:
    case T_BYTEARRAY: return construct_bytes(vm, tag, args, n);
    case T_STR: return n ? str_of_leaf(vm, args[0]) : vm_name(vm, N_empty);
    case T_INT: return n ? leaf_call1(vm, cls, args[0]) : int_value(0);
    case T_FLOAT: return n ? leaf_call1(vm, cls, args[0]) : double_value(0.0);
    case T_BOOL: return n ? leaf_call1(vm, cls, args[0]) : V_FALSE;
    default: return V_UNBOUND;
    }
}
