// code_object.c: code objects as Python sees them: attributes, positions, replace().
//
// Names and constants stand in one tuple of the machine's; which of them an instruction names and
// which it loads is told by its layout. Instructions count as two units each, like tb_lasti.
#include "object/bytes.h"
#include "object/code.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/positions.h"
#include "vm/internals.h"
#include "vm/opcode.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"

static const char *const code_layouts[OPC_COUNT] = {
#define OP(NAME, layout, reads, writes, doc) layout,
#include "vm/opcodes.def"
#undef OP
};

static Value code_get_name(Vm *vm, Value v) { return as_code(vm, v)->name; }
static Value code_get_qualname(Vm *vm, Value v) { return code_qualname(vm, as_code(vm, v)); }
static Value code_get_filename(Vm *vm, Value v) { return as_code(vm, v)->filename; }
static Value code_get_firstlineno(Vm *vm, Value v) { return int_value(as_code(vm, v)->first_line); }
static Value code_get_argcount(Vm *vm, Value v) { return int_value(code_n_args(as_code(vm, v))); }
static Value code_get_posonly(Vm *vm, Value v) { return int_value(as_code(vm, v)->n_posonly); }
static Value code_get_kwonly(Vm *vm, Value v) { return int_value(as_code(vm, v)->n_kwonly); }
// The register of a namespace is no variable.
static Value code_get_varnames(Vm *vm, Value v) {
    const Code *c = as_code(vm, v);
    if (!(c->flags & CODE_NAMESPACE)) { return c->varnames; }
    const Tuple *t = as_tuple(vm, c->varnames);
    return tuple_from(vm, t->items + 1, t->h.n - 1);
}
static Value code_get_cellvars(Vm *vm, Value v) { return as_code(vm, v)->cellvars; }
static Value code_get_freevars(Vm *vm, Value v) { return as_code(vm, v)->freevars; }
static Value code_get_stacksize(Vm *vm, Value v) { return int_value(as_code(vm, v)->n_regs); }
static Value code_get_nlocals(Vm *vm, Value v) {
    const Code *c = as_code(vm, v);
    return int_value(as_tuple(vm, c->varnames)->h.n - (c->flags & CODE_NAMESPACE ? 1u : 0u));
}
// Those of the program; the others are ours.
enum { CODE_SHOWN_FLAGS = 0xFFFFFFF & ~CODE_NAMES };

static Value code_get_flags(Vm *vm, Value v) {
    return int_value(as_code(vm, v)->flags & CODE_SHOWN_FLAGS);
}
static Value code_get_source(Vm *vm, Value v) { return as_code(vm, v)->source; }

static Value code_blob(Vm *vm, Value blob) {
    if (!is_ref(blob)) { return bytes_new(vm, NULL, 0); }
    const Blob *b = ref_ptr(vm, blob);
    return bytes_new(vm, b->data, b->h.n);
}
static Value code_get_code(Vm *vm, Value v) { return code_blob(vm, as_code(vm, v)->bytecode); }
static Value code_get_linetable(Vm *vm, Value v) {
    return code_blob(vm, as_code(vm, v)->positions);
}
static Value code_get_exceptiontable(Vm *vm, Value v) {
    return code_blob(vm, as_code(vm, v)->handlers);
}

// ---- names and constants -----------------------------------------------------------------------

typedef enum CodeUse { CODE_USE_NONE, CODE_USE_NAME, CODE_USE_CONST } CodeUse;

// What an instruction does with which of the code's constants.
static CodeUse code_use(uint32_t word, uint32_t ext, uint32_t *at) {
    uint32_t op = word & 0xFF;
    const char *layout = code_layouts[op];
    size_t len = strlen(layout);
    if (len >= 2 && strcmp(layout + len - 2, "NX") == 0) {
        *at = ext & 0xFFFF;
        return CODE_USE_NAME;
    }
    switch (op) {
    case OPC_LOAD_CONST: *at = word >> 16; return CODE_USE_CONST;
    case OPC_LOAD_CONST_WIDE:
    case OPC_MAKE_FUNCTION: *at = ext; return CODE_USE_CONST;
    default: break;
    }
    static const uint8_t with_const[] = {
#define OP(NAME, layout, reads, writes, doc)                                                       \
    sizeof(#NAME) > 3 && #NAME[sizeof(#NAME) - 3] == '_' && #NAME[sizeof(#NAME) - 2] == 'K',
#include "vm/opcodes.def"
#undef OP
    };
    *at = word >> 24;
    return with_const[op] ? CODE_USE_CONST : CODE_USE_NONE;
}

static bool code_add(Vm *vm, List *out, Value v) {
    for (uint32_t i = 0; i < out->h.n; i++) {
        if (list_items(vm, out)[i] == v) { return true; }
    }
    return list_append(vm, out, v);
}

// Constants that stand in the instruction itself.
static Value code_immediate(uint32_t word) {
    switch (word & 0xFF) {
    case OPC_LOAD_INT: return int_value((int16_t)(word >> 16));
    case OPC_RETURN_NONE: return V_NONE;
    case OPC_LOAD_SPECIAL: {
        Value v = VALUE_SPECIAL_BITS | (word >> 16 & 0xFF);
        return v <= V_ELLIPSIS ? v : V_UNBOUND;
    }
    default: return V_UNBOUND;
    }
}

// The names or constants of the instructions, each once, in order of appearance.
static bool code_collect(Vm *vm, const Code *c, CodeUse use, List *out) {
    const Tuple *consts = as_tuple(vm, c->consts);
    const Blob *code = ref_ptr(vm, c->bytecode);
    const uint32_t *words = (const uint32_t *)(const void *)code->data;
    uint32_t n = code->h.n / 4;
    for (uint32_t i = 0; i < n; i += op_length(words[i] & 0xFF)) {
        uint32_t at;
        Value v = use == CODE_USE_CONST ? code_immediate(words[i]) : V_UNBOUND;
        if (code_use(words[i], i + 1 < n ? words[i + 1] : 0, &at) == use && at < consts->h.n) {
            v = consts->items[at];
        }
        if (v == V_UNBOUND) { continue; }
        if (!native_charge(vm, 1 + out->h.n / 16) || !code_add(vm, out, v)) { return false; }
    }
    return true;
}

static Value code_tuple(Vm *vm, const List *l) {
    return tuple_from(vm, l->h.n ? list_items(vm, l) : NULL, l->h.n);
}

// The docstring comes first; None where there is nothing else.
static Value code_get_consts(Vm *vm, Value v) {
    const Code *c = as_code(vm, v);
    Value list = list_new(vm, 4);
    TRY_VALUE(list);
    List *out = as_list(vm, list);
    if ((c->flags & CODE_HAS_DOCSTRING) && is_ref(c->doc)) { TRY(list_append(vm, out, c->doc)); }
    TRY(code_collect(vm, c, CODE_USE_CONST, out));
    if (out->h.n > 1 && list_items(vm, out)[out->h.n - 1] == V_NONE &&
        !(c->flags & CODE_NAMESPACE)) {
        out->h.n--; // only for falling off the end
    }
    if (out->h.n == 0) { TRY(list_append(vm, out, V_NONE)); }
    return code_tuple(vm, out);
}
static Value code_get_names(Vm *vm, Value v) {
    Value list = list_new(vm, 4);
    TRY_VALUE(list);
    TRY(code_collect(vm, as_code(vm, v), CODE_USE_NAME, as_list(vm, list)));
    return code_tuple(vm, as_list(vm, list));
}

static Value code_varname(Vm *vm, Value *a) {
    const Code *c = as_code(vm, a[0]);
    const Value parts[3] = {c->varnames, c->cellvars, c->freevars};
    int64_t i = int_of(a[1]);
    if (i >= 0 && (c->flags & CODE_NAMESPACE)) { i++; } // see code_get_varnames
    const Tuple *vars = as_tuple(vm, c->varnames);
    for (uint32_t k = 0; k < 3 && i >= 0; k++) {
        const Tuple *t = as_tuple(vm, parts[k]);
        for (uint32_t j = 0; j < t->h.n; j++) { // a parameter in a cell counts once
            bool again = false;
            for (uint32_t v = 0; k == 1 && v < vars->h.n; v++) {
                again |= vars->items[v] == t->items[j];
            }
            if (!again && i-- == 0) { return t->items[j]; }
        }
    }
    return raise_error(vm, EXC_IndexError, "tuple index out of range");
}

// ---- positions ---------------------------------------------------------------------------------

static Value code_iter_of(Vm *vm, Value list) { return native_tail_internal(vm, I_ITER, 1, &list); }

static Value code_number(int64_t n) { return n < 0 ? V_NONE : int_value(n); }

// One tuple for each word: (line, end_line, col, end_col).
static Value code_positions(Vm *vm, Value *a) {
    const Code *c = as_code(vm, a[0]);
    uint32_t n = ((Blob *)ref_ptr(vm, c->bytecode))->h.n / 4;
    TRY(native_charge(vm, n));
    Value list = list_new(vm, n);
    TRY_VALUE(list);
    for (uint32_t i = 0; i < n; i++) {
        CodePosition p;
        Value items[4] = {V_NONE, V_NONE, V_NONE, V_NONE};
        if (code_position(vm, c, i, &p)) {
            items[0] = int_value(p.line);
            items[1] = int_value(p.end_line);
            items[2] = code_number(p.col);
            items[3] = code_number(p.end_col);
        }
        Value t = tuple_from(vm, items, 4);
        TRY(t != V_RAISED && list_append(vm, as_list(vm, list), t));
    }
    return code_iter_of(vm, list);
}

// (start, end, line) of each run of instructions of one line.
static Value code_lines(Vm *vm, Value *a) {
    const Code *c = as_code(vm, a[0]);
    Value list = list_new(vm, 8);
    TRY_VALUE(list);
    List *out = as_list(vm, list);
    CodeRuns runs;
    code_runs_start(vm, c, &runs);
    while (code_runs_next(&runs)) {
        TRY(native_charge(vm, 1));
        Value from = int_value((int64_t)runs.at * 2), line = int_value(runs.pos.line);
        Value to = int_value(((int64_t)runs.at + runs.words) * 2);
        Tuple *last = out->h.n ? as_tuple(vm, list_items(vm, out)[out->h.n - 1]) : NULL;
        if (last && last->items[2] == line && last->items[1] == from) {
            last->items[1] = to;
            continue;
        }
        Value items[3] = {from, to, line}, t = tuple_from(vm, items, 3);
        TRY(t != V_RAISED && list_append(vm, out, t));
    }
    return code_iter_of(vm, list);
}

static Value code_branches(Vm *vm, Value *a) {
    (void)a;
    Value list = list_new(vm, 0);
    return list == V_RAISED ? list : code_iter_of(vm, list);
}

// ---- replace -----------------------------------------------------------------------------------

// Flags that say nothing about how the code runs.
enum { CODE_FREE_FLAGS = CODE_NESTED | CODE_ITERABLE_COROUTINE | CODE_HAS_DOCSTRING | CODE_METHOD };

// What may be given for a field, by its type.
typedef enum CodeField { FIELD_NUMBER, FIELD_BYTES, FIELD_TUPLE, FIELD_TEXT, FIELD_NONE } CodeField;

static CodeField code_field(const Str *key) {
    static const struct {
        const char *name;
        CodeField field;
    } fields[] = {
        {"co_argcount", FIELD_NUMBER},
        {"co_posonlyargcount", FIELD_NUMBER},
        {"co_kwonlyargcount", FIELD_NUMBER},
        {"co_nlocals", FIELD_NUMBER},
        {"co_stacksize", FIELD_NUMBER},
        {"co_flags", FIELD_NUMBER},
        {"co_firstlineno", FIELD_NUMBER},
        {"co_code", FIELD_BYTES},
        {"co_consts", FIELD_TUPLE},
        {"co_names", FIELD_TUPLE},
        {"co_varnames", FIELD_TUPLE},
        {"co_freevars", FIELD_TUPLE},
        {"co_cellvars", FIELD_TUPLE},
        {"co_filename", FIELD_TEXT},
        {"co_name", FIELD_TEXT},
        {"co_qualname", FIELD_TEXT},
        {"co_linetable", FIELD_BYTES},
        {"co_exceptiontable", FIELD_BYTES},
    };
    for (uint32_t i = 0; i < COUNT_OF(fields); i++) {
        if (str_equals_cstr(key, fields[i].name)) { return fields[i].field; }
    }
    return FIELD_NONE;
}

static bool code_replace_wants(Vm *vm, const Str *key, const char *want, Value v) {
    return raise_false(vm, EXC_TypeError, "replace() argument '%s' must be %s, not %s", key->data,
                       want, argument_class_name(vm, v));
}

static bool code_replace_number(Vm *vm, Code *c, const Str *key, int64_t n) {
    if (n < 0) {
        return raise_false(vm, EXC_ValueError, "%s must be a positive integer", key->data);
    }
    if (str_equals_cstr(key, "co_firstlineno")) {
        c->first_line = (uint32_t)n;
        return true;
    }
    uint32_t changed = ((uint32_t)n ^ c->flags) & CODE_SHOWN_FLAGS;
    if (changed & ~(uint32_t)CODE_FREE_FLAGS) {
        return raise_false(vm, EXC_ValueError, "code: these flags cannot be changed");
    }
    c->flags ^= changed;
    return true;
}

// What is not one of the fields that may differ must be as it is.
static bool code_replace_same(Vm *vm, Value self, Value key, Value v) {
    Value now = getattr_leaf(vm, self, key);
    if (now == V_RAISED) { return false; }
    if (now != V_UNBOUND && key_equal_leaf(vm, now, v) == 1) { return true; }
    return raise_false(vm, EXC_ValueError, "code: %U cannot be replaced", key);
}

// One field; v is an int by now where the field is a number.
static bool code_replace_field(Vm *vm, Code *copy, Value self, Value key, Value v) {
    const Str *s = as_str(vm, key);
    switch (code_field(s)) {
    case FIELD_NUMBER: {
        int64_t n = int_clamp_i64(vm, v);
        if (n < INT32_MIN || n > INT32_MAX) {
            return raise_false(vm, EXC_OverflowError, "Python int too large to convert to C int");
        }
        if (str_equals_cstr(s, "co_firstlineno") || str_equals_cstr(s, "co_flags") || n < 0) {
            return code_replace_number(vm, copy, s, n);
        }
        break;
    }
    case FIELD_TEXT: {
        if (!isinstance_str(vm, v)) { return code_replace_wants(vm, s, "str", v); }
        Value *field = str_equals_cstr(s, "co_name")       ? &copy->name
                       : str_equals_cstr(s, "co_qualname") ? &copy->qualname
                                                           : &copy->filename;
        obj_set(vm, copy, field, v);
        return true;
    }
    case FIELD_TUPLE:
        if (!is_tagged(vm, v, T_TUPLE)) { return code_replace_wants(vm, s, "tuple", v); }
        break;
    case FIELD_BYTES:
        if (!is_tagged(vm, v, T_BYTES)) { return code_replace_wants(vm, s, "bytes", v); }
        break;
    default:
        return raise_false(vm, EXC_TypeError, "replace() got an unexpected keyword argument '%U'",
                           key);
    }
    return code_replace_same(vm, self, key, v);
}

// Numbers first become ints, by __index__: `changes` is a dict of this call's own.
static Value code_replace(Vm *vm, Frame *f) {
    enum { SELF, ARGS, CHANGES, KEY };
    uint32_t n;
    seq_items(vm, f->slot[ARGS], &n);
    if (n) { return raise_error(vm, EXC_TypeError, "replace() takes no positional arguments"); }
    Dict *changes = slot_obj(vm, f, CHANGES, T_DICT);
    TRY(changes);
    if (native_state(f) == 1) {
        TRY(slot_obj(vm, f, KEY, T_STR));
        TRY(dict_set_str(vm, changes, f->slot[KEY], f->result));
    }
    Value key, v;
    for (uint32_t pos = 0; dict_next(vm, changes, &pos, &key, &v);) {
        TRY(value_obj(vm, key, T_STR));
        if (code_field(as_str(vm, key)) != FIELD_NUMBER || isinstance_int(vm, v)) { continue; }
        f->slot[KEY] = key;
        return native_call1(vm, f, 1, internal(vm, I_INDEX), v);
    }
    Code *copy = heap_new(vm, T_CODE, 0);
    TRY(copy);
    const Code *c = as_code(vm, f->slot[SELF]);
    memcpy(&copy->bytecode, &c->bytecode, sizeof(Code) - sizeof(Obj));
    copy->caches = V_NONE;
    copy->qualname = code_qualname(vm, c);
    copy->flags &= ~CODE_PREFIXED;
    TRY_VALUE(copy->qualname);
    for (uint32_t pos = 0; dict_next(vm, changes, &pos, &key, &v);) {
        TRY(code_replace_field(vm, copy, f->slot[SELF], key, v));
    }
    return ptr_value(vm, copy);
}

static Value code_repr(Vm *vm, Value v) {
    const Code *c = as_code(vm, v);
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    int line = c->first_line ? (int)c->first_line : -1; // 0: there is none
    return format_text(vm, "<code object %U at 0x%x, file \"%U\", line %d>", c->name,
                       (uint32_t)serial, c->filename, line);
}

// Bytecode is the compiler's alone to make: all that is told is how many parts it would take.
static Value code_make(Vm *vm, Value *a) {
    enum { CODE_PARTS = 16, CODE_MOST_PARTS = 18 };
    uint32_t n = as_tuple(vm, a[1])->h.n;
    if (n < CODE_PARTS || n > CODE_MOST_PARTS) {
        return raise_error(vm, EXC_TypeError, "code expected at %s %u arguments, got %u",
                           n < CODE_PARTS ? "least" : "most",
                           n < CODE_PARTS ? CODE_PARTS : CODE_MOST_PARTS, n);
    }
    return raise_error(vm, EXC_ValueError, "code: cannot be made of parts");
}

static const NativeDef code_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args", code_make, NULL),
    STEPS("__replace__", "self, /, *args, **changes", code_replace, 1, NULL,
          "A changed copy, for copy.replace()."),
    LEAF("_varname_from_oparg", "self, oparg: cint", code_varname,
         "The name of the variable in a register."),
    TAIL("co_branches", "self, /", code_branches, NULL),
    TAIL("co_lines", "self, /", code_lines, NULL),
    TAIL("co_positions", "self, /", code_positions, NULL),
    STEPS("replace", "self, /, *args, **changes", code_replace, 1, NULL,
          "A code object like this one with other values in some fields."),
    NATIVE_END,
};

static const GetSetDef code_getsets[] = {
    {"_co_source", code_get_source, NULL, NULL},
    {"co_argcount", code_get_argcount, getset_readonly, NULL},
    {"co_cellvars", code_get_cellvars, NULL, NULL},
    {"co_code", code_get_code, NULL, NULL},
    {"co_consts", code_get_consts, getset_readonly, NULL},
    {"co_exceptiontable", code_get_exceptiontable, getset_readonly, NULL},
    {"co_filename", code_get_filename, getset_readonly, NULL},
    {"co_firstlineno", code_get_firstlineno, getset_readonly, NULL},
    {"co_flags", code_get_flags, getset_readonly, NULL},
    {"co_freevars", code_get_freevars, NULL, NULL},
    {"co_kwonlyargcount", code_get_kwonly, getset_readonly, NULL},
    {"co_linetable", code_get_linetable, getset_readonly, NULL},
    {"co_name", code_get_name, getset_readonly, NULL},
    {"co_names", code_get_names, getset_readonly, NULL},
    {"co_nlocals", code_get_nlocals, getset_readonly, NULL},
    {"co_posonlyargcount", code_get_posonly, getset_readonly, NULL},
    {"co_qualname", code_get_qualname, getset_readonly, NULL},
    {"co_stacksize", code_get_stacksize, getset_readonly, NULL},
    {"co_varnames", code_get_varnames, NULL, NULL},
    {0},
};

const TypeDef code_type = {
    .name = "code",
    .new_sig = "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n"
               "     flags, codestring, constants, names, varnames, filename, name,\n"
               "     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n"
               "     cellvars=(), /)",
    .doc = "Create a code object.  Not for mere mortals.",
    .tag = T_CODE,
    .hidden = true,
    .methods = code_methods,
    .getsets = code_getsets,
    .compare = code_compare,
    .hash = code_hash,
    .repr = code_repr,
};
