// except_star.c: what one `except*` clause takes of an exception (PEP 654).
#include "vm/ops.h"

#include "object/exc.h"
#include "object/list.h"
#include "vm/internals.h"

// I_EXCEPT_STAR: (rest, matched), each an exception or None. A naked exception that matches is
// wrapped in a group; a group is asked to split itself.
Value except_star_steps(Vm *vm, Frame *f) {
    enum { STAR_START, STAR_SPLIT, STAR_WRAPPED };
    enum { EXC, CLASSES };
    Value exc = f->slot[EXC];
    switch (native_state(f)) {
    case STAR_START: {
        if (exc == V_NONE) { return tuple_pack2(vm, V_NONE, V_NONE); }
        if (isinstance_exc(vm, exc, EXC_BaseExceptionGroup)) {
            Value name = intern_bytes(vm, "split", 5);
            TRY_VALUE(name);
            return native_call_method(vm, f, STAR_SPLIT, exc, name, 1, &f->slot[CLASSES]);
        }
        Value hit = op_exc_match(vm, exc, f->slot[CLASSES], 0);
        TRY_VALUE(hit);
        if (hit == V_FALSE) { return tuple_pack2(vm, exc, V_NONE); }
        Value group = dict_get_str(vm, as_dict(vm, vm->head->builtins),
                                   intern_bytes(vm, "ExceptionGroup", 14));
        if (!isinstance_exc(vm, exc, EXC_Exception) || group == V_UNBOUND) {
            group = exc_class(vm, EXC_BaseExceptionGroup);
        }
        Value empty = str_new(vm, "", 0), list = list_from(vm, &exc, 1);
        TRY(empty != V_RAISED && list != V_RAISED);
        return native_call2(vm, f, STAR_WRAPPED, group, empty, list);
    }
    case STAR_WRAPPED: return tuple_pack2(vm, V_NONE, f->result);
    default: {
        if (!is_tagged(vm, f->result, T_TUPLE) || as_tuple(vm, f->result)->h.n != 2) {
            return raise_error(vm, EXC_TypeError, "split() must return a 2-tuple");
        }
        const Value *parts = as_tuple(vm, f->result)->items;
        return tuple_pack2(vm, parts[1], parts[0]);
    }
    }
}

// I_RERAISE_STAR: what goes on after all `except*` clauses: None, the exception itself, or a group of
// what was raised in the clauses and the part that no clause took.
Value reraise_star_steps(Vm *vm, Frame *f) {
    enum { RERAISE_START, RERAISE_MADE };
    enum { ORIGINAL, RAISED };
    if (native_state(f) == RERAISE_MADE) { return f->result; }
    uint32_t n;
    if (!is_tagged(vm, f->slot[RAISED], T_LIST)) { return raise_stop(vm, STOP_CORRUPT); }
    const Value *items = seq_items(vm, f->slot[RAISED], &n);
    Value left = list_new(vm, n);
    TRY_VALUE(left);
    for (uint32_t i = 0; i < n; i++) {
        if (is_exception(vm, items[i])) { TRY(list_append(vm, as_list(vm, left), items[i])); }
    }
    const List *l = as_list(vm, left);
    if (l->h.n == 0) { return V_NONE; }
    if (l->h.n == 1) { return list_items(vm, l)[0]; }
    Value empty = str_new(vm, "", 0);
    TRY_VALUE(empty);
    Value group = dict_get_str(vm, as_dict(vm, vm->head->builtins),
                               intern_bytes(vm, "ExceptionGroup", 14));
    for (uint32_t i = 0; i < l->h.n; i++) {
        if (!isinstance_exc(vm, list_items(vm, l)[i], EXC_Exception)) { group = V_UNBOUND; }
    }
    if (group == V_UNBOUND) { group = exc_class(vm, EXC_BaseExceptionGroup); }
    return native_call2(vm, f, RERAISE_MADE, group, empty, left);
}
