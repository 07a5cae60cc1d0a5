// traceback_text.c: parts of an exception's text: the entries of its traceback, the place a
// SyntaxError is about, and what a wrong name may have meant. See traceback.h.
#include "vm/traceback.h"

#include "object/code.h"
#include "object/exc_classes.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { REPEAT_CUTOFF = 3 };

// ---- entries -----------------------------------------------------------------------------------

static CodePosition entry_position(Vm *vm, const Traceback *t) {
    const Code *c = as_code(vm, t->code);
    CodePosition pos = {c->first_line, c->first_line, -1, -1};
    code_position(vm, c, t->pc, &pos);
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

// ---- SyntaxError -------------------------------------------------------------------------------

// The line and the carets under it. Offsets count code points from 1.
static bool syntax_put_line(StrBuilder *b, Value exc, Value text) {
    Vm *vm = b->vm;
    const Str *s = as_str(vm, text);
    uint32_t n = s->h.n, skip = 0;
    while (n && s->data[n - 1] == '\n') { n--; }
    while (skip < n && (s->data[skip] == ' ' || s->data[skip] == '\n' || s->data[skip] == '\f')) {
        skip++;
    }
    if (!sb_put_cstr(b, "    ") || !sb_put(b, s->data + skip, n - skip) || !sb_put(b, "\n", 1)) {
        return false;
    }
    Value from = exc_field(vm, exc, SYNTAX_OFFSET), to = exc_field(vm, exc, SYNTAX_END_OFFSET);
    if (!is_int(from)) { return true; }
    int64_t len = (int64_t)utf8_count(s->data, n), offset = int_of(from), end = len + 1;
    Value line = exc_field(vm, exc, SYNTAX_LINENO), last = exc_field(vm, exc, SYNTAX_END_LINENO);
    if (line == last || (last == V_UNBOUND && line == V_NONE)) {
        end = is_int(to) && int_of(to) != 0 ? int_of(to) : offset;
    }
    if (s->len && offset > s->len) { offset = len + 1; }
    if (s->len && end > s->len) { end = len + 1; }
    if (offset >= end || end < 0) { end = offset + 1; }
    int64_t col = offset - 1 - skip;
    if (col < 0) { return true; }
    if (!sb_put_cstr(b, "    ")) { return false; }
    uint32_t at = skip, size;
    for (int64_t i = 0; i < col; i++) {
        char c = ' ';
        if (at < n) {
            c = s->data[at] >= '\t' && s->data[at] <= '\r' ? s->data[at] : ' ';
            utf8_decode(s->data + at, &size);
            at += size;
        }
        if (!sb_put(b, &c, 1)) { return false; }
    }
    return sb_put_fill(b, '^', (uint64_t)(end - offset)) && sb_put(b, "\n", 1);
}

bool traceback_put_syntax(StrBuilder *b, Value exc, Value type) {
    Vm *vm = b->vm;
    Value line = exc_field(vm, exc, SYNTAX_LINENO), file = exc_field(vm, exc, SYNTAX_FILENAME);
    Value text = exc_field(vm, exc, SYNTAX_TEXT), msg = exc_field(vm, exc, SYNTAX_MSG);
    bool has_line = line != V_UNBOUND && line != V_NONE, has_file = isinstance_str(vm, file);
    if (has_line) {
        Value number = str_leaf(vm, line);
        if (!isinstance_str(vm, number)) { return number != V_RAISED; }
        bool named = has_file && as_str(vm, file)->h.n;
        if (!sb_put_cstr(b, "  File \"") ||
            !(named ? sb_put_str(b, file) : sb_put_cstr(b, "<string>")) ||
            !sb_put_cstr(b, "\", line ") || !sb_put_str(b, number) || !sb_put_cstr(b, "\n")) {
            return false;
        }
    }
    if (isinstance_str(vm, text) && !syntax_put_line(b, exc, text)) { return false; }
    if (!sb_put_str(b, type) || !sb_put_cstr(b, ": ")) { return false; }
    Value shown = msg == V_UNBOUND || msg == V_NONE ? V_UNBOUND : str_leaf(vm, msg);
    if (shown == V_RAISED) { return false; }
    bool empty = !isinstance_str(vm, shown) || as_str(vm, shown)->h.n == 0;
    if (!(empty ? sb_put_cstr(b, "<no detail available>") : sb_put_str(b, shown))) { return false; }
    if (!has_line && has_file &&
        !(sb_put_cstr(b, " (") && sb_put_str(b, file) && sb_put_cstr(b, ")"))) {
        return false;
    }
    return sb_put_cstr(b, "\n");
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

// The names that the innermost frame could see.
static bool suggest_add_scope(Vm *vm, List *out, Value exc) {
    Value v = ((Exception *)ref_ptr(vm, exc))->traceback;
    const Traceback *t = NULL;
    for (; is_tagged(vm, v, T_TRACEBACK); v = t->next) { t = ref_ptr(vm, v); }
    if (!t) { return true; }
    const Code *c = as_code(vm, t->code);
    bool module = c->flags & CODE_NAMESPACE;
    return (module || suggest_add_names(vm, out, c->varnames, true)) &&
           (module || suggest_add_names(vm, out, c->cellvars, true)) &&
           suggest_add_names(vm, out, c->freevars, true) &&
           suggest_add_keys(vm, out, t->frame, true) &&
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
        TRY(suggest_add_names(vm, out, names, hidden));
    } else {
        TRY(suggest_add_scope(vm, out, exc));
    }
    TRY(native_charge(vm, out->h.n));
    return out->h.n ? suggest_name(vm, wrong, list_items(vm, out), out->h.n) : V_NONE;
}
