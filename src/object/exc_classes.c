// exc_classes.c: the attributes and texts of single exception classes. See exc_classes.h. Those of
// the Unicode errors are in exc_unicode.c, of exception groups in exc_group.c.
#include "object/exc_classes.h"

#include "object/list.h"
#include "object/steps_fast.h"
#include "object/int.h"
#include "object/type.h"
#include "rt/leaf_ops.h"

enum { EXC_OWN_FIELDS = 2, EXC_MORE_FIELDS = 7 };

static Exception *exc_of(Vm *vm, Value v) { return ref_ptr(vm, v); }

static bool derives(Vm *vm, Value cls, ExcId id) {
    return is_subclass_of(vm, cls, exc_class(vm, id));
}

// ---- fields ------------------------------------------------------------------------------------

Value exc_field(Vm *vm, Value exc, uint32_t i) {
    const Exception *e = exc_of(vm, exc);
    if (i < EXC_OWN_FIELDS) { return e->extra[i]; }
    if (!is_tagged(vm, e->extra[EXC_OWN_FIELDS], T_VALUES)) { return V_UNBOUND; }
    const Values *more = ref_ptr(vm, e->extra[EXC_OWN_FIELDS]);
    return i - EXC_OWN_FIELDS < more->h.n ? more->items[i - EXC_OWN_FIELDS] : V_UNBOUND;
}

bool exc_set_field(Vm *vm, Value exc, uint32_t i, Value v) {
    Exception *e = exc_of(vm, exc);
    if (i < EXC_OWN_FIELDS) {
        obj_set(vm, e, &e->extra[i], v);
        return true;
    }
    Value *link = &e->extra[EXC_OWN_FIELDS];
    if (!is_tagged(vm, *link, T_VALUES)) {
        Values *made = heap_new(vm, T_VALUES, EXC_MORE_FIELDS);
        if (!made) { return false; }
        for (uint32_t k = 0; k < EXC_MORE_FIELDS; k++) { made->items[k] = V_UNBOUND; }
        obj_set(vm, e, link, ptr_value(vm, made));
    }
    Values *more = ref_ptr(vm, *link);
    if (i - EXC_OWN_FIELDS < more->h.n) { obj_set(vm, more, &more->items[i - EXC_OWN_FIELDS], v); }
    return true;
}

// ---- from the arguments ------------------------------------------------------------------------

// SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset[, metadata]])): the items
// of the second argument. Without `strict` those that do not fit are left out.
static bool exc_details_init(Vm *vm, Value exc, const Value *items, uint32_t n, bool strict) {
    static const uint8_t fields[] = {SYNTAX_FILENAME, SYNTAX_LINENO,     SYNTAX_OFFSET,
                                     SYNTAX_TEXT,     SYNTAX_END_LINENO, SYNTAX_END_OFFSET,
                                     SYNTAX_METADATA};
    if (n < 4 || n > 7 || n == 5) {
        if (!strict) { return true; }
        return n == 5 ? raise_false(vm, EXC_TypeError,
                                    "end_offset must be provided when end_lineno "
                                    "is provided")
                      : raise_false(vm, EXC_TypeError, "function takes at %s arguments (%u given)",
                                    n < 4 ? "least 4" : "most 7", n);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!exc_set_field(vm, exc, fields[i], items[i])) { return false; }
    }
    return true;
}

static bool exc_is_seq(Vm *vm, Value v) {
    return is_tagged(vm, v, T_TUPLE) || is_tagged(vm, v, T_LIST);
}

static bool exc_syntax_init(Vm *vm, Value exc, const Tuple *args, bool strict) {
    if (args->h.n && !exc_set_field(vm, exc, SYNTAX_MSG, args->items[0])) { return false; }
    if (args->h.n != 2 || !exc_is_seq(vm, args->items[1])) { return true; }
    uint32_t n;
    const Value *items = seq_items(vm, args->items[1], &n);
    return exc_details_init(vm, exc, items, n, strict);
}

static Value syntax_init_first(Vm *vm, Value *a) {
    const Tuple *args = as_tuple(vm, a[1]);
    return args->h.n == 2 && !exc_is_seq(vm, args->items[1]) ? V_UNBOUND : exc_init(vm, a);
}

// What is neither a tuple nor a list is gone through first.
static Value syntax_init_steps(Vm *vm, Frame *f) {
    const Tuple *args = slot_obj(vm, f, 1, T_TUPLE);
    TRY(args);
    if (native_state(f) == 0) {
        TRY(exc_init(vm, f->slot) != V_RAISED);
        return native_call1(vm, f, 1, internal(vm, I_DRAIN), args->items[1]);
    }
    uint32_t n;
    if (!is_tagged(vm, f->result, T_LIST)) { return raise_stop(vm, STOP_CORRUPT); }
    if (!is_exception(vm, f->slot[0])) { return raise_stop(vm, STOP_CORRUPT); }
    const Value *items = seq_items(vm, f->result, &n);
    return exc_details_init(vm, f->slot[0], items, n, true) ? V_NONE : V_RAISED;
}

Value exc_os_class(Vm *vm, const Tuple *args) {
    static const struct {
        uint8_t number;
        ExcId id;
    } known[] = {
        {11, EXC_BlockingIOError},         {114, EXC_BlockingIOError},
        {115, EXC_BlockingIOError},        {32, EXC_BrokenPipeError},
        {108, EXC_BrokenPipeError},        {10, EXC_ChildProcessError},
        {103, EXC_ConnectionAbortedError}, {111, EXC_ConnectionRefusedError},
        {104, EXC_ConnectionResetError},   {17, EXC_FileExistsError},
        {2, EXC_FileNotFoundError},        {21, EXC_IsADirectoryError},
        {20, EXC_NotADirectoryError},      {4, EXC_InterruptedError},
        {13, EXC_PermissionError},         {1, EXC_PermissionError},
        {3, EXC_ProcessLookupError},       {110, EXC_TimeoutError},
    };
    if (args->h.n >= 2 && args->h.n <= 5 && is_int(args->items[0])) {
        for (uint32_t i = 0; i < COUNT_OF(known); i++) {
            if (int_of(args->items[0]) == known[i].number) { return exc_class(vm, known[i].id); }
        }
    }
    return exc_class(vm, EXC_OSError);
}

bool exc_os_is_made(Vm *vm, Value cls) {
    if (!derives(vm, cls, EXC_OSError)) { return false; }
    Value os = exc_class(vm, EXC_OSError);
    NameId make = N___new__, init = N___init__;
    bool own_make =
        type_lookup(vm, cls, vm_name(vm, make)) != type_lookup(vm, os, vm_name(vm, make));
    bool own_init =
        type_lookup(vm, cls, vm_name(vm, init)) != type_lookup(vm, os, vm_name(vm, init));
    return own_make || !own_init;
}

// OSError(errno, strerror[, filename[, winerror[, filename2]]]).
static bool exc_os_init(Vm *vm, Value exc, Value cls, const Tuple *args) {
    uint32_t n = args->h.n;
    if (n < 2 || n > 5) { // asked again: the file's name stays
        return exc_set_field(vm, exc, OS_ERRNO, V_UNBOUND) &&
               exc_set_field(vm, exc, OS_STRERROR, V_UNBOUND);
    }
    Value filename = n > 2 ? args->items[2] : V_NONE;
    if (!exc_set_field(vm, exc, OS_ERRNO, args->items[0]) ||
        !exc_set_field(vm, exc, OS_STRERROR, args->items[1])) {
        return false;
    }
    if (filename == V_NONE) { return true; }
    if (derives(vm, cls, EXC_BlockingIOError) && (is_int(filename) || is_bool(filename))) {
        return exc_set_field(vm, exc, OS_WRITTEN, filename);
    }
    Value first = tuple_from(vm, args->items, 2);
    if (first == V_RAISED || !exc_set_field(vm, exc, OS_FILENAME, filename) ||
        (n == 5 && !exc_set_field(vm, exc, OS_FILENAME2, args->items[4]))) {
        return false;
    }
    obj_set(vm, exc_of(vm, exc), &exc_of(vm, exc)->args, first);
    return true;
}

bool exc_class_init(Vm *vm, Value exc, Value cls, bool strict) {
    const Tuple *args = as_tuple(vm, exc_of(vm, exc)->args);
    Value first = args->h.n ? args->items[0] : V_NONE;
    if (derives(vm, cls, EXC_StopIteration)) { return exc_set_field(vm, exc, STOP_VALUE, first); }
    if (derives(vm, cls, EXC_SystemExit)) {
        if (args->h.n == 0) { return true; }
        return exc_set_field(vm, exc, EXIT_CODE, args->h.n > 1 ? exc_of(vm, exc)->args : first);
    }
    if (derives(vm, cls, EXC_ImportError)) {
        return exc_set_field(vm, exc, IMPORT_MSG, args->h.n == 1 ? first : V_UNBOUND);
    }
    if (derives(vm, cls, EXC_SyntaxError)) { return exc_syntax_init(vm, exc, args, strict); }
    if (derives(vm, cls, EXC_OSError)) { return exc_os_init(vm, exc, cls, args); }
    if (derives(vm, cls, EXC_UnicodeError)) { return exc_unicode_init(vm, exc, cls, strict); }
    return true;
}

// The fields that a class's keywords fill.
typedef struct ExcKeywords {
    const char *name;
    ExcId id;
    uint8_t n, fields[3];
    const char *names[3];
} ExcKeywords;

static uint32_t exc_find_keyword(Vm *vm, const ExcKeywords *k, Value key) {
    uint32_t i = 0;
    while (i < k->n && !str_equals_cstr(as_str(vm, key), k->names[i])) { i++; }
    return i;
}

// What __init__ is given, all of it known; what it is not given is forgotten.
static bool exc_init_keywords(Vm *vm, Value exc, const Dict *kwargs, const ExcKeywords *k) {
    Value key, value;
    if (kwargs && kwargs->h.n > k->n) {
        return raise_false(vm, EXC_TypeError, "%s() takes at most %u keyword argument%s (%u given)",
                           k->name, k->n, k->n == 1 ? "" : "s", kwargs->h.n);
    }
    for (uint32_t pos = 0; kwargs && dict_next(vm, kwargs, &pos, &key, &value);) {
        if (exc_find_keyword(vm, k, key) < k->n) { continue; }
        return raise_false(vm, EXC_TypeError, "%s() got an unexpected keyword argument '%U'",
                           k->name, key);
    }
    for (uint32_t i = 0; i < k->n; i++) {
        if (exc_field(vm, exc, k->fields[i]) == V_UNBOUND) { continue; }
        if (!exc_set_field(vm, exc, k->fields[i], V_UNBOUND)) { return false; }
    }
    return true;
}

bool exc_class_keywords(Vm *vm, Value exc, Value kwargs, bool making) {
    const Dict *given = is_ref(kwargs) ? as_dict(vm, kwargs) : NULL;
    Value cls = class_of(vm, exc);
    static const ExcKeywords known[] = {
        {"NameError", EXC_NameError, 1, {NAME_NAME}, {"name"}},
        {"AttributeError", EXC_AttributeError, 2, {ATTRIBUTE_NAME, ATTRIBUTE_OBJ}, {"name", "obj"}},
        {"ImportError",
         EXC_ImportError,
         3,
         {IMPORT_NAME, IMPORT_PATH, IMPORT_NAME_FROM},
         {"name", "path", "name_from"}},
    };
    uint32_t which = 0;
    while (which < COUNT_OF(known) && !derives(vm, cls, known[which].id)) { which++; }
    const ExcKeywords *k = &known[which];
    if (which == COUNT_OF(known)) {
        if (making || !given || given->h.n == 0) { return true; }
        return raise_false(vm, EXC_TypeError, "%N() takes no keyword arguments", cls);
    }
    if (!making && !exc_init_keywords(vm, exc, given, k)) { return false; }
    Value key, value;
    for (uint32_t pos = 0; given && dict_next(vm, given, &pos, &key, &value);) {
        uint32_t i = exc_find_keyword(vm, k, key);
        if (i < k->n && !exc_set_field(vm, exc, k->fields[i], value)) { return false; }
    }
    return true;
}

// Of an AttributeError: the attributes, its name and the arguments, but not the object.
static bool exc_attribute_state(Vm *vm, Value exc, Value *state) {
    Value name = exc_field(vm, exc, ATTRIBUTE_NAME), copy = dict_copy(vm, as_dict(vm, *state));
    Value key = str_new_cstr(vm, "args"), name_key = vm_name(vm, N_name);
    if (copy == V_RAISED || key == V_RAISED) { return false; }
    Dict *d = as_dict(vm, copy);
    bool named = name != V_UNBOUND && name != V_NONE;
    if (named && !dict_set_str(vm, d, name_key, name)) { return false; }
    *state = copy;
    return dict_set_str(vm, d, key, exc_of(vm, exc)->args);
}

static Value attribute_getstate(Vm *vm, Value *a) {
    Value state = attrs_has_dict(vm, a[0]) ? attrs_dict(vm, a[0]) : dict_new(vm, 0);
    TRY_VALUE(state);
    return exc_attribute_state(vm, a[0], &state) ? state : V_RAISED;
}

static const NativeDef attribute_methods[] = {
    LEAF("__getstate__", "self, /", attribute_getstate, "For pickle and copy."),
    LEAF("__reduce__", "self, /", exc_reduce, "For pickle and copy."),
    NATIVE_END,
};

bool exc_class_reduce(Vm *vm, Value exc, Value *args, Value *state) {
    Value cls = class_of(vm, exc);
    if (derives(vm, cls, EXC_AttributeError)) { return exc_attribute_state(vm, exc, state); }
    if (derives(vm, cls, EXC_OSError)) {
        const Tuple *t = as_tuple(vm, *args);
        Value parts[5] = {V_NONE, V_NONE, exc_field(vm, exc, OS_FILENAME), V_NONE,
                          exc_field(vm, exc, OS_FILENAME2)};
        if (t->h.n == 2 && parts[2] != V_UNBOUND) {
            parts[0] = t->items[0];
            parts[1] = t->items[1];
            *args = tuple_from(vm, parts, parts[4] == V_UNBOUND ? 3 : 5);
        }
        return *args != V_RAISED;
    }
    static const uint8_t fields[] = {IMPORT_NAME, IMPORT_PATH, IMPORT_NAME_FROM};
    static const char *const names[] = {"name", "path", "name_from"};
    for (uint32_t i = 0; i < 3 && derives(vm, cls, EXC_ImportError); i++) {
        Value v = exc_field(vm, exc, fields[i]);
        if (v == V_UNBOUND || v == V_NONE) { continue; }
        Value copy = i ? *state : dict_copy(vm, as_dict(vm, *state));
        Value key = str_new_cstr(vm, names[i]);
        if (copy == V_RAISED || key == V_RAISED || !dict_set_str(vm, as_dict(vm, copy), key, v)) {
            return false;
        }
        *state = copy;
    }
    return true;
}

// ---- texts -------------------------------------------------------------------------------------

Value exc_syntax_msg(Vm *vm, Value exc) {
    Value msg = exc_field(vm, exc, SYNTAX_MSG);
    return msg == V_UNBOUND ? V_NONE : msg;
}

Value exc_syntax_text(Vm *vm, Value exc, Value text) {
    Value file = exc_field(vm, exc, SYNTAX_FILENAME), line = exc_field(vm, exc, SYNTAX_LINENO);
    bool has_line = is_exact_int(vm, line);
    int64_t number = -1; // of one that is too large
    if (has_line) { (void)int_to_i64(vm, line, &number); }
    if (isinstance_str(vm, file)) {
        const Str *s = as_str(vm, file);
        const char *slash = NULL;
        for (uint32_t i = 0; i < s->h.n; i++) {
            if (s->data[i] == '/') { slash = s->data + i; }
        }
        const char *base = slash ? slash + 1 : s->data;
        return has_line ? format_text(vm, "%U (%s, line %l)", text, base, number)
                        : format_text(vm, "%U (%s)", text, base);
    }
    return has_line ? format_text(vm, "%U (line %l)", text, number) : text;
}

static Value exc_syntax_str(Vm *vm, Value exc) {
    Value text = str_leaf(vm, exc_syntax_msg(vm, exc));
    return text == V_UNBOUND || text == V_RAISED ? text : exc_syntax_text(vm, exc, text);
}

static Value exc_os_str(Vm *vm, Value exc) {
    Value number = exc_field(vm, exc, OS_ERRNO), what = exc_field(vm, exc, OS_STRERROR);
    Value file = exc_field(vm, exc, OS_FILENAME), file2 = exc_field(vm, exc, OS_FILENAME2);
    if (file == V_UNBOUND && (number == V_UNBOUND || what == V_UNBOUND)) { return V_NONE; }
    if (number == V_UNBOUND) { number = V_NONE; }
    if (what == V_UNBOUND) { what = V_NONE; }
    number = str_leaf(vm, number);
    what = str_leaf(vm, what);
    if (number == V_RAISED || what == V_RAISED) { return V_RAISED; }
    if (number == V_UNBOUND || what == V_UNBOUND) { return V_UNBOUND; }
    if (file == V_UNBOUND) { return format_text(vm, "[Errno %U] %U", number, what); }
    if (file2 == V_UNBOUND) { return format_text(vm, "[Errno %U] %U: %R", number, what, file); }
    return format_text(vm, "[Errno %U] %U: %R -> %R", number, what, file, file2);
}

Value exc_class_str(Vm *vm, Value exc) {
    Value cls = class_of(vm, exc);
    const Tuple *args = as_tuple(vm, exc_of(vm, exc)->args);
    if (derives(vm, cls, EXC_KeyError)) {
        return args->h.n == 1 ? repr_leaf(vm, args->items[0]) : V_NONE;
    }
    if (derives(vm, cls, EXC_BaseExceptionGroup)) { return exc_group_str(vm, exc); }
    if (derives(vm, cls, EXC_SyntaxError)) { return exc_syntax_str(vm, exc); }
    if (derives(vm, cls, EXC_OSError)) { return exc_os_str(vm, exc); }
    if (derives(vm, cls, EXC_UnicodeError)) { return exc_unicode_str(vm, exc, cls); }
    if (derives(vm, cls, EXC_ImportError)) {
        Value msg = exc_field(vm, exc, IMPORT_MSG);
        return isinstance_str(vm, msg) ? str_exact(vm, msg) : V_NONE;
    }
    return V_NONE;
}

// ---- attributes --------------------------------------------------------------------------------

#define EXC_FIELD(i)                                                                               \
    static Value get_field_##i(Vm *vm, Value v) {                                                  \
        Value x = exc_field(vm, v, i);                                                             \
        return x == V_UNBOUND ? V_NONE : x;                                                        \
    }                                                                                              \
    static bool set_field_##i(Vm *vm, Value v, Value x) { return exc_set_field(vm, v, i, x); }
EXC_FIELD(0)
EXC_FIELD(1)
EXC_FIELD(2)
EXC_FIELD(3)
EXC_FIELD(4)
EXC_FIELD(5)
EXC_FIELD(6)
EXC_FIELD(7)
EXC_FIELD(8)
#undef EXC_FIELD

static Value get_written(Vm *vm, Value v) {
    Value x = exc_field(vm, v, OS_WRITTEN);
    return x == V_UNBOUND ? raise_error(vm, EXC_AttributeError, "characters_written") : x;
}
static bool set_written(Vm *vm, Value v, Value x) {
    if (x == V_UNBOUND && exc_field(vm, v, OS_WRITTEN) == V_UNBOUND) {
        return raise_false(vm, EXC_AttributeError, "characters_written");
    }
    if (x != V_UNBOUND && !is_int(x) && !is_bool(x)) {
        return raise_false(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", x);
    }
    return exc_set_field(vm, v, OS_WRITTEN, x);
}

static const GetSetDef value_getsets[] = {
    {"value", get_field_0, set_field_0, "what the generator returned"},
    {0},
};
static const GetSetDef exit_code_getsets[] = {
    {"code", get_field_0, set_field_0, "status to end with"},
    {0},
};
static const GetSetDef name_getsets[] = {
    {"name", get_field_0, set_field_0, "name"},
    {0},
};
static const GetSetDef attribute_getsets[] = {
    {"name", get_field_0, set_field_0, "name of the attribute"},
    {"obj", get_field_1, set_field_1, "object"},
    {0},
};
static const GetSetDef import_getsets[] = {
    {"msg", get_field_2, set_field_2, "what went wrong"},
    {"name", get_field_0, set_field_0, "name of the module"},
    {"path", get_field_1, set_field_1, "path of the module"},
    {"name_from", get_field_3, set_field_3, "name that was to be imported from the module"},
    {0},
};
static const GetSetDef os_getsets[] = {
    {"errno", get_field_0, set_field_0, "number of the error"},
    {"strerror", get_field_1, set_field_1, "text for the number of the error"},
    {"filename", get_field_2, set_field_2, "name of the file"},
    {"filename2", get_field_3, set_field_3, "name of the other file"},
    {"characters_written", get_written, set_written, NULL},
    {0},
};
static const GetSetDef syntax_getsets[] = {
    {"msg", get_field_0, set_field_0, "what is wrong"},
    {"filename", get_field_1, set_field_1, "name of the file"},
    {"lineno", get_field_2, set_field_2, "line where it begins"},
    {"offset", get_field_3, set_field_3, "column where it begins"},
    {"text", get_field_4, set_field_4, "source of the line"},
    {"end_lineno", get_field_5, set_field_5, "line where it ends"},
    {"end_offset", get_field_6, set_field_6, "column where it ends"},
    {"print_file_and_line", get_field_7, set_field_7, "kept for older programs"},
    {"_metadata", get_field_8, set_field_8, "kept for groups"},
    {0},
};

const GetSetDef *exc_class_getsets(ExcId id) {
    switch (id) {
    case EXC_StopIteration: return value_getsets;
    case EXC_SystemExit: return exit_code_getsets;
    case EXC_NameError: return name_getsets;
    case EXC_AttributeError: return attribute_getsets;
    case EXC_ImportError: return import_getsets;
    case EXC_OSError: return os_getsets;
    case EXC_SyntaxError: return syntax_getsets;
    case EXC_UnicodeDecodeError:
    case EXC_UnicodeEncodeError:
    case EXC_UnicodeTranslateError: return exc_unicode_getsets;
    case EXC_BaseExceptionGroup: return exc_group_getsets;
    default: return NULL;
    }
}

bool exc_has_own_layout(Vm *vm, Value cls) {
    for (uint32_t i = 0; i < EXC_COUNT; i++) {
        if (vm->excs[i] == cls) { return i == 0 || exc_class_getsets((ExcId)i); }
    }
    return false;
}

// Rows of their own, so that instances are not made the short way, which checks nothing.
static const NativeDef checked_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", exc_make, "Create and return a new object."),
    LEAF("__init__", "self, /, *args, **kwargs", exc_init, "Initialize self."),
    NATIVE_END,
};

static const NativeDef os_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", exc_make, "Create and return a new object."),
    LEAF("__init__", "self, /, *args, **kwargs", exc_init, "Initialize self."),
    LEAF("__reduce__", "self, /", exc_reduce, "For pickle and copy."),
    NATIVE_END,
};
static const NativeDef syntax_methods[] = {
    STEPS_FAST("__init__", "self, /, *args, **kwargs", syntax_init_first, syntax_init_steps, 0,
               "Initialize self."),
    NATIVE_END,
};

const NativeDef *exc_class_methods(ExcId id) {
    switch (id) {
    case EXC_OSError: return os_methods;
    case EXC_ImportError: return os_methods + 2;
    case EXC_UnicodeDecodeError:
    case EXC_UnicodeEncodeError:
    case EXC_UnicodeTranslateError: return checked_methods;
    case EXC_SyntaxError: return syntax_methods;
    case EXC_AttributeError: return attribute_methods;
    case EXC_BaseExceptionGroup: return exc_group_methods;
    default: return NULL;
    }
}
