// syntax_warnings.c: the SyntaxWarnings of a compilation go through the filters of the warnings
// module, which may show them, drop them, or raise; then the compilation ends as it would have.
//
// A pack is a tuple (warnings, filename, end). `end` is the code object, a function to be called with
// it (a program that the host starts), or the exception that the compilation raised.
#include "vm/internals.h"

#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
#include "rt/internals.h"
#include "vm/ops.h"

enum { PACK_WARNINGS, PACK_FILENAME, PACK_END, PACK_SIZE };

Value syntax_pack(Vm *vm, Value made, Value warnings, Value filename, Value *pack) {
    *pack = V_NONE;
    if (!is_tagged(vm, warnings, T_LIST) || vm->stop) { return made; }
    Value exc = vm->head->exc;
    if (made == V_RAISED && !is_exception(vm, exc)) { return made; }
    Value items[PACK_SIZE] = {warnings, filename, made == V_RAISED ? exc : made};
    *pack = tuple_from(vm, items, PACK_SIZE);
    TRY_VALUE(*pack);
    if (made == V_RAISED) { exc_clear(vm); }
    return V_NONE;
}

// The pack's item, of which a snapshot may have made anything.
static Value pack_item(Vm *vm, Value pack, uint32_t i) {
    const Tuple *t = is_tagged(vm, pack, T_TUPLE) ? as_tuple(vm, pack) : NULL;
    return t && t->h.n == PACK_SIZE ? t->items[i] : V_UNBOUND;
}

bool syntax_is_program(Vm *vm, Value v) {
    return is_exact(vm, pack_item(vm, v, PACK_WARNINGS), T_LIST) &&
           is_exact(vm, pack_item(vm, v, PACK_END), T_FUNCTION);
}

static Value warn_end(Vm *vm, Value end) {
    if (is_exception(vm, end)) { return raise_value(vm, end); }
    if (!is_exact(vm, end, T_FUNCTION)) { return end; }
    Value none = V_UNBOUND;
    return native_tailcall(vm, end, 1, &none);
}

// A SyntaxWarning that the filters made an error is a SyntaxError at its place.
static Value warn_raise(Vm *vm, Value exc, const Tuple *warning) {
    if (!isinstance_exc(vm, exc, EXC_SyntaxWarning)) { return raise_value(vm, exc); }
    Value error = exc_new(vm, exc_class(vm, EXC_SyntaxError), warning->items[3]);
    return error == V_RAISED ? error : raise_value(vm, error);
}

// I_WARN_SYNTAX.
Value warn_syntax_steps(Vm *vm, Frame *f) {
    enum { WARN_START, WARN_SHOWN, WARN_RAISED };
    enum { PACK, AT };
    Value list = pack_item(vm, f->slot[PACK], PACK_WARNINGS);
    if (!is_tagged(vm, list, T_LIST)) { return raise_stop(vm, STOP_CORRUPT); }
    uint32_t at = native_state(f) == WARN_START ? 0 : (uint32_t)int_of(f->slot[AT]);
    const List *warnings = as_list(vm, list);
    if (native_state(f) == WARN_RAISED && at > 0 && at <= warnings->h.n) {
        return warn_raise(vm, f->result, as_tuple(vm, list_items(vm, warnings)[at - 1]));
    }
    Value show = frozen_function(vm, "warnings", "_warn_syntax"); // whatever sys.modules says
    TRY_VALUE(show);
    if (at >= warnings->h.n || show == V_UNBOUND) {
        return warn_end(vm, pack_item(vm, f->slot[PACK], PACK_END));
    }
    const Tuple *w = as_tuple(vm, list_items(vm, warnings)[at]);
    Value parts[4] = {w->items[0], pack_item(vm, f->slot[PACK], PACK_FILENAME), w->items[1],
                      w->items[2]};
    Value args = tuple_from(vm, parts, 4);
    TRY_VALUE(args);
    f->slot[AT] = int_value(at + 1);
    native_catch(f, WARN_RAISED);
    return native_call_full(vm, f, WARN_SHOWN, show, args, V_NONE);
}
