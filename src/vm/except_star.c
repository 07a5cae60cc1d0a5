// except_star.c: what one `except*` clause takes of an exception (PEP 654).
#include "vm/ops.h"

#include "object/exc_classes.h"
#include "object/list.h"
#include "rt/internals.h"
#include "vm/internals.h"

static bool star_check_classes(Vm *vm, Value classes) {
    const Value *list = &classes;
    uint32_t n = 1;
    if (is_tagged(vm, classes, T_TUPLE)) { list = seq_items(vm, classes, &n); }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_exception_class(vm, list[i])) {
            return raise_false(vm, EXC_TypeError,
                               "catching classes that do not inherit from "
                               "BaseException is not allowed");
        }
        if (is_subclass_of(vm, list[i], exc_class(vm, EXC_BaseExceptionGroup))) {
            return raise_false(vm, EXC_TypeError,
                               "catching ExceptionGroup with except* is not "
                               "allowed. Use except instead.");
        }
    }
    return true;
}

// I_EXCEPT_STAR: (rest, matched), each an exception or None. A naked exception that matches is
// wrapped in a group; a group is asked to split itself.
Value except_star_steps(Vm *vm, Frame *f) {
    enum { STAR_START, STAR_SPLIT, STAR_WRAPPED };
    enum { EXC, CLASSES };
    Value exc = f->slot[EXC];
    switch (native_state(f)) {
    case STAR_START: {
        if (exc == V_NONE) { return tuple_pack2(vm, V_NONE, V_NONE); }
        TRY(star_check_classes(vm, f->slot[CLASSES]));
        if (isinstance_exc(vm, exc, EXC_BaseExceptionGroup)) {
            Value name = intern_bytes(vm, "split", 5);
            TRY_VALUE(name);
            return native_call_method(vm, f, STAR_SPLIT, exc, name, 1, &f->slot[CLASSES]);
        }
        Value hit = exc_match_classes(vm, exc, f->slot[CLASSES]);
        TRY_VALUE(hit);
        if (hit == V_FALSE) { return tuple_pack2(vm, exc, V_NONE); }
        Value group = exc_class(vm, EXC_BaseExceptionGroup);
        Value empty = str_new(vm, "", 0), one = tuple_from(vm, &exc, 1);
        TRY(empty != V_RAISED && one != V_RAISED);
        return native_call2(vm, f, STAR_WRAPPED, group, empty, one);
    }
    case STAR_WRAPPED: { // made by the clause: that is where its traceback begins
        TRY(result_obj(vm, f, T_EXCEPTION));
        const Frame *own = is_ref(f->prev) ? as_frame(vm, f->prev) : NULL;
        if (own && !frame_is_native(vm, own)) {
            TRY(exc_add_traceback(vm, f->result, own->code, own->globals,
                                  frame_pc_index(vm, own) - 1));
        }
        return tuple_pack2(vm, V_NONE, f->result);
    }
    default: {
        Value cls = class_of(vm, f->slot[0]);
        if (!is_tagged(vm, f->result, T_TUPLE)) {
            return raise_error(vm, EXC_TypeError, "%N.split must return a tuple, not %T", cls,
                               f->result);
        }
        if (as_tuple(vm, f->result)->h.n < 2) {
            return raise_error(vm, EXC_TypeError,
                               "%N.split must return a 2-tuple, got tuple of size %u", cls,
                               as_tuple(vm, f->result)->h.n);
        }
        const Value *parts = as_tuple(vm, f->result)->items;
        return tuple_pack2(vm, parts[1], parts[0]);
    }
    }
}

// The clauses passed this exception on as it was: it is a part of the original.
static bool star_is_part(Vm *vm, Value exc, Value original) {
    const Exception *a = ref_ptr(vm, exc), *b = ref_ptr(vm, original);
    Value notes = vm_name(vm, N___notes__);
    return a->traceback == b->traceback && a->cause == b->cause && a->context == b->context &&
           attrs_get(vm, exc, notes) == attrs_get(vm, original, notes);
}

// All exceptions in these groups that are no groups: a VALUES. V_RAISED.
static Value star_leaves(Vm *vm, List *work) {
    Value leaves = list_new(vm, work->h.n);
    TRY_VALUE(leaves);
    while (work->h.n) {
        TRY(native_charge(vm, 1));
        Value exc = list_items(vm, work)[--work->h.n];
        Value parts = isinstance_exc(vm, exc, EXC_BaseExceptionGroup)
                          ? exc_field(vm, exc, GROUP_EXCEPTIONS)
                          : V_UNBOUND;
        if (!is_tagged(vm, parts, T_TUPLE)) {
            TRY(list_append(vm, as_list(vm, leaves), exc));
            continue;
        }
        const Tuple *t = as_tuple(vm, parts);
        for (uint32_t i = 0; i < t->h.n; i++) { TRY(list_append(vm, work, t->items[i])); }
    }
    const List *l = as_list(vm, leaves);
    Values *out = heap_new(vm, T_VALUES, l->h.n);
    TRY(out);
    for (uint32_t i = 0; i < l->h.n; i++) { out->items[i] = list_items(vm, l)[i]; }
    return ptr_value(vm, out);
}

// What is raised of these: one alone as it is, more in a group.
static Value star_group(Vm *vm, Frame *f, int next, Value exceptions) {
    if (as_list(vm, exceptions)->h.n == 1) { return list_items(vm, as_list(vm, exceptions))[0]; }
    Value empty = str_new(vm, "", 0);
    TRY_VALUE(empty);
    return native_call2(vm, f, next, exc_class(vm, EXC_BaseExceptionGroup), empty, exceptions);
}

// I_RERAISE_STAR: what goes on after all `except*` clauses: None, the exception itself, the part of
// the original that no clause took or that was raised again, or a group of that and what was raised
// anew.
Value reraise_star_steps(Vm *vm, Frame *f) {
    enum { RERAISE_START, RERAISE_MADE, RERAISE_PROJECTED };
    enum { ORIGINAL, RAISED, NEW };
    switch (native_state(f)) {
    case RERAISE_MADE: return f->result;
    case RERAISE_PROJECTED: {
        List *fresh = slot_obj(vm, f, NEW, T_LIST);
        TRY(fresh);
        if (fresh->h.n == 0) { return f->result; }
        if (f->result != V_NONE) { TRY(list_append(vm, fresh, f->result)); }
        return star_group(vm, f, RERAISE_MADE, f->slot[NEW]);
    }
    default: break;
    }
    uint32_t n;
    if (!is_tagged(vm, f->slot[RAISED], T_LIST)) { return raise_stop(vm, STOP_CORRUPT); }
    const Value *items = seq_items(vm, f->slot[RAISED], &n);
    Value fresh = list_new(vm, n), parts = list_new(vm, n), original = f->slot[ORIGINAL];
    TRY(fresh != V_RAISED && parts != V_RAISED);
    TRY(slot_obj(vm, f, ORIGINAL, T_EXCEPTION));
    bool naked = !isinstance_exc(vm, original, EXC_BaseExceptionGroup);
    for (uint32_t i = 0; i < n; i++) {
        if (!is_exception(vm, items[i])) { continue; }
        if (naked) { return items[i]; }
        bool part = star_is_part(vm, items[i], original);
        TRY(list_append(vm, as_list(vm, part ? parts : fresh), items[i]));
    }
    f->slot[NEW] = fresh;
    if (as_list(vm, parts)->h.n == 0) {
        if (as_list(vm, fresh)->h.n == 0) { return V_NONE; }
        return star_group(vm, f, RERAISE_MADE, fresh);
    }
    Value leaves = star_leaves(vm, as_list(vm, parts)), name = intern_bytes(vm, "subgroup", 8);
    TRY(leaves != V_RAISED && name != V_RAISED);
    Value subgroup = type_lookup(vm, exc_class(vm, EXC_BaseExceptionGroup), name);
    return native_call2(vm, f, RERAISE_PROJECTED, subgroup, original, leaves);
}
