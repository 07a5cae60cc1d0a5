// traceback_text.c: parts of an exception's text: the entries of its traceback, and what a wrong name
// may have meant. See traceback.h; of a SyntaxError, traceback_syntax.c.
#include "vm/traceback.h"

#include "object/code.h"
#include "object/exc_classes.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/frameinfo.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { REPEAT_CUTOFF = 3 };

// ---- entries -----------------------------------------------------------------------------------

static CodePosition entry_position(Vm *vm, const Traceback *t) {
    const Code *c = as_code(vm, t->code);
    CodePosition pos = {c->first_line, c->first_line, -1, -1};
    uint32_t given = traceback_given_line(t);
    if (!code_position(vm, c, t->pc, &pos) && given) { pos.line = pos.end_line = given; }
    return pos;
}

static bool entry_put(StrBuilder *b, const Traceback *t, const CodePosition *pos) {
    const Code *c = as_code(b->vm, t->code);
    return sb_put_cstr(b, "  File \"") && sb_put_str(b, c->filename) &&
           sb_put_cstr(b, "\", line ") && sb_put_int(b, pos->line) && sb_put_cstr(b, ", in ") &&
           sb_put_str(b, c->name) && sb_put_cstr(b, "\n") && traceback_put_lines(b, c->source, pos);
}

static bool entry_put_repeats(StrBuilder *b, uint32_t count) {
    if (count <= REPEAT_CUTOFF) { return true; }
    count -= REPEAT_CUTOFF;
    return sb_put_cstr(b, "  [Previous line repeated ") && sb_put_int(b, count) &&
           sb_put_cstr(b, count > 1 ? " more times]\n" : " more time]\n");
}

bool traceback_put_entries(StrBuilder *b, Value traceback) {
    Vm *vm = b->vm;
    const Code *last = NULL;
    uint32_t last_line = 0, count = 0;
    for (Value v = traceback; is_tagged(vm, v, T_TRACEBACK);) {
        const Traceback *t = ref_ptr(vm, v);
        const Code *c = as_code(vm, t->code);
        CodePosition pos = entry_position(vm, t);
        bool same = last && last_line == pos.line &&
                    (c == last || (str_equal(as_str(vm, c->filename), as_str(vm, last->filename)) &&
                                   str_equal(as_str(vm, c->name), as_str(vm, last->name))));
        if (!same) {
            if (!entry_put_repeats(b, count)) { return false; }
            count = 0;
        }
        last = c;
        last_line = pos.line;
        count++;
        if (!native_charge(vm, 1)) { return false; }
        if (count <= REPEAT_CUTOFF && !entry_put(b, t, &pos)) { return false; }
        v = t->next;
    }
    return entry_put_repeats(b, count);
}

bool traceback_put(StrBuilder *b, Value traceback) {
    return sb_put_cstr(b, "Traceback (most recent call last):\n") &&
           traceback_put_entries(b, traceback);
}

// ---- suggestions -------------------------------------------------------------------------------

static bool suggest_add_keys(Vm *vm, List *out, Value dict, bool hidden) {
    if (!is_tagged(vm, dict, T_DICT)) { return true; }
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, as_dict(vm, dict), &pos, &key, &value);) {
        if (!isinstance_str(vm, key)) { continue; }
        if (!hidden && as_str(vm, key)->h.n && as_str(vm, key)->data[0] == '_') { continue; }
        if (!list_append(vm, out, key)) { return false; }
    }
    return true;
}

static bool suggest_add_names(Vm *vm, List *out, Value names, bool hidden) {
    if (!is_tagged(vm, names, T_TUPLE) && !is_tagged(vm, names, T_LIST)) { return true; }
    uint32_t n;
    const Value *items = seq_items(vm, names, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!isinstance_str(vm, items[i])) { continue; }
        if (!hidden && as_str(vm, items[i])->h.n && as_str(vm, items[i])->data[0] == '_') {
            continue;
        }
        if (!list_append(vm, out, items[i])) { return false; }
    }
    return true;
}

static Value suggest_innermost(Vm *vm, Value exc) {
    Value v = ((Exception *)ref_ptr(vm, exc))->traceback, innermost = V_NONE;
    for (; is_tagged(vm, v, T_TRACEBACK); v = ((Traceback *)ref_ptr(vm, v))->next) {
        innermost = v;
    }
    return innermost;
}

Value traceback_self(Vm *vm, Value exc) {
    Value v = suggest_innermost(vm, exc);
    if (v == V_NONE) { return V_UNBOUND; }
    Value info = ((Traceback *)ref_ptr(vm, v))->frame;
    if (!is_tagged(vm, info, T_FRAMEINFO)) { return V_UNBOUND; }
    Value locals = frameinfo_locals(vm, info), key = intern_bytes(vm, "self", 4);
    TRY(locals != V_RAISED && key != V_RAISED);
    return is_tagged(vm, locals, T_DICT) ? dict_get_str(vm, as_dict(vm, locals), key) : V_UNBOUND;
}

// The names that the innermost frame could see.
static bool suggest_add_scope(Vm *vm, List *out, Value exc) {
    Value innermost = suggest_innermost(vm, exc);
    if (innermost == V_NONE) { return true; }
    const Traceback *t = ref_ptr(vm, innermost);
    const Code *c = as_code(vm, t->code);
    bool module = c->flags & CODE_NAMESPACE;
    return (module || suggest_add_names(vm, out, c->varnames, true)) &&
           (module || suggest_add_names(vm, out, c->cellvars, true)) &&
           suggest_add_names(vm, out, c->freevars, true) &&
           suggest_add_keys(vm, out, traceback_globals(vm, innermost), true) &&
           suggest_add_keys(vm, out, vm->head->builtins, true);
}

Value traceback_suggest(Vm *vm, Value exc, Value names) {
    bool import = isinstance_exc(vm, exc, EXC_ImportError);
    Value wrong = exc_field(vm, exc, import ? IMPORT_NAME_FROM : NAME_NAME);
    if (!isinstance_str(vm, wrong)) { return V_NONE; }
    bool hidden = as_str(vm, wrong)->h.n && as_str(vm, wrong)->data[0] == '_';
    Value list = list_new(vm, 0);
    TRY_VALUE(list);
    List *out = as_list(vm, list);
    if (import) {
        Value name = exc_field(vm, exc, IMPORT_NAME), m = V_UNBOUND;
        if (isinstance_str(vm, name)) {
            m = dict_get_str(vm, as_dict(vm, vm->head->modules), name);
        }
        if (!is_tagged(vm, m, T_MODULE)) { return V_NONE; }
        TRY(suggest_add_keys(vm, out, ((Module *)ref_ptr(vm, m))->dict, hidden));
    } else if (isinstance_exc(vm, exc, EXC_AttributeError)) {
        if (!hidden) { // in its own methods private names are no secret
            Value self = traceback_self(vm, exc);
            TRY_VALUE(self);
            hidden = self != V_UNBOUND && self == exc_field(vm, exc, NAME_NAME + 1);
        }
        TRY(suggest_add_names(vm, out, names, hidden));
    } else {
        if (names == V_TRUE) { return format_text(vm, "self.%U", wrong); }
        TRY(suggest_add_scope(vm, out, exc));
    }
    TRY(native_charge(vm, out->h.n));
    return out->h.n ? suggest_name(vm, wrong, list_items(vm, out), out->h.n,
                                   !isinstance_exc(vm, exc, EXC_NameError))
                    : V_NONE;
}
