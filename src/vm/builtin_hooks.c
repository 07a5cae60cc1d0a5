// builtin_hooks.c: the import and class statements call what the running code's builtins have as
// __import__ and __build_class__. While that is the builtin function itself, its work begins at once.
#include "object/descr.h"
#include "object/dict.h"
#include "object/key.h"
#include "rt/internals.h"
#include "vm/builtins.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { HOOKED_START, HOOKED_FOUND, HOOKED_ABSENT, HOOKED_DONE };

// The frame whose statement it is.
static const Frame *hook_caller(Vm *vm, const Frame *f) {
    for (Value v = f->prev; is_ref(v); v = as_frame(vm, v)->prev) {
        if (!frame_is_native(vm, as_frame(vm, v))) { return as_frame(vm, v); }
    }
    return NULL;
}

static bool hook_is(Vm *vm, Value v, LeafFn fn) {
    return is_exact(vm, v, T_NATIVE) && native_def(vm, as_native(vm, v))->leaf == fn;
}

// The entry of the builtins; V_UNBOUND: they have none; V_CALLING: guest code is asked.
static Value hook_find(Vm *vm, Frame *f, NameId name) {
    const Frame *caller = hook_caller(vm, f);
    Value builtins = caller ? globals_builtins(vm, caller->globals) : vm->head->builtins;
    if (is_tagged(vm, builtins, T_DICT) && keeps_builtin(vm, builtins, N___getitem__)) {
        return dict_get_str(vm, as_dict(vm, builtins), vm_name(vm, name));
    }
    native_catch(f, HOOKED_ABSENT);
    return native_call2(vm, f, HOOKED_FOUND, internal(vm, I_GETITEM), builtins, vm_name(vm, name));
}

// Whatever state it is in before the call: the hook, V_UNBOUND, V_CALLING or V_RAISED.
static Value hook_step(Vm *vm, Frame *f, NameId name) {
    switch (native_state(f)) {
    case HOOKED_START: return hook_find(vm, f, name);
    case HOOKED_FOUND: return f->result;
    default:
        exc_restore(vm, f->result);
        if (!exc_matches(vm, EXC_KeyError)) { return V_RAISED; }
        exc_clear(vm);
        return V_UNBOUND;
    }
}

// I_IMPORT_NAME: __import__(name, globals, locals, fromlist, level).
Value import_name_steps(Vm *vm, Frame *f) {
    enum { NAME, GLOBALS, FROMLIST, LEVEL };
    if (native_state(f) == HOOKED_DONE) { return f->result; }
    Value hook = hook_step(vm, f, N___import__);
    if (hook == V_CALLING || hook == V_RAISED) { return hook; }
    if (hook == V_UNBOUND) { return raise_error(vm, EXC_ImportError, "__import__ not found"); }
    if (hook_is(vm, hook, builtin_import)) {
        return native_tailcall(vm, internal(vm, I_IMPORT), 4, f->slot);
    }
    const Frame *caller = hook_caller(vm, f);
    Value globals = caller ? caller->globals : vm->head->main_dict, locals = V_NONE;
    if (caller && as_code(vm, caller->code)->flags & CODE_NAMESPACE) {
        locals = caller->slot[0] == V_UNBOUND ? globals : caller->slot[0];
    }
    Value args[5] = {f->slot[NAME], globals, locals, f->slot[FROMLIST], f->slot[LEVEL]};
    return native_call_full(vm, f, HOOKED_DONE, hook, tuple_from(vm, args, 5), V_NONE);
}

// I_CLASS_STATEMENT: __build_class__(func, name, *bases, **kwargs).
Value class_statement_steps(Vm *vm, Frame *f) {
    enum { FUNC, NAME, BASES, KWARGS };
    if (native_state(f) == HOOKED_DONE) { return f->result; }
    Value hook = hook_step(vm, f, N___build_class__);
    if (hook == V_CALLING || hook == V_RAISED) { return hook; }
    if (hook == V_UNBOUND) { return raise_error(vm, EXC_NameError, "__build_class__ not found"); }
    if (hook_is(vm, hook, builtin_build_class)) {
        return native_tailcall(vm, internal(vm, I_BUILD_CLASS), 4, f->slot);
    }
    const Tuple *bases = slot_obj(vm, f, BASES, T_TUPLE);
    TRY(bases);
    if (is_ref(f->slot[KWARGS])) { TRY(slot_obj(vm, f, KWARGS, T_DICT)); }
    Tuple *args = heap_new(vm, T_TUPLE, (uint64_t)bases->h.n + 2);
    TRY(args);
    args->items[0] = f->slot[FUNC];
    args->items[1] = f->slot[NAME];
    values_copy(args->items + 2, bases->items, bases->h.n);
    return native_call_full(vm, f, HOOKED_DONE, hook, ptr_value(vm, args), f->slot[KWARGS]);
}
