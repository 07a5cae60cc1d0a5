// json.c: the module _json: what the package json calls for speed. It reads and writes whole
// documents (json_read.c, json_write.c); hooks, foreign types and complaints are the package's.
#include "lib/json.h"

#include "base/utf8.h"
#include "object/int.h"
#include "object/list.h"
#include "object/tuple.h"

// ---- loads -------------------------------------------------------------------------------------

enum { JSON_LOADS_START, JSON_LOADS_FAULT };
enum { JSON_LOADS_TEXT, JSON_LOADS_ERROR };

// Asks for JSONDecodeError(message, text, position).
static Value json_ask_error(Vm *vm, Frame *f, Value cls, Value text, const JsonFault *fault) {
    Value message = str_new_cstr(vm, fault->message);
    TRY_VALUE(message);
    int64_t at = (int64_t)utf8_count(as_str(vm, text)->data, fault->at);
    return native_call3(vm, f, JSON_LOADS_FAULT, cls, message, text, int_value(at));
}

static Value json_loads(Vm *vm, Frame *f) {
    JsonFault fault;
    if (native_state(f) == JSON_LOADS_FAULT) { return raise_value(vm, f->result); }
    Value v = json_read(vm, f->slot[JSON_LOADS_TEXT], &fault);
    if (v != V_UNBOUND) { return v; }
    return json_ask_error(vm, f, f->slot[JSON_LOADS_ERROR], f->slot[JSON_LOADS_TEXT], &fault);
}

static Value json_loads_first(Vm *vm, Value *a) {
    JsonFault fault;
    return json_read(vm, a[0], &fault);
}

// ---- dumps -------------------------------------------------------------------------------------

// `indent` as a str: V_NONE none; V_UNBOUND: the Python encoder must look at it.
static Value json_indent(Vm *vm, Value indent) {
    if (indent == V_NONE || is_str(vm, indent)) { return indent; }
    int64_t n;
    if (is_bool(indent)) {
        n = indent == V_TRUE;
    } else if (!is_int(indent)) {
        return V_UNBOUND;
    } else {
        n = int_of(indent);
    }
    if (n > 100) { return V_UNBOUND; }
    StrBuilder b = str_builder(vm);
    TRY(sb_put_fill(&b, ' ', n > 0 ? (uint64_t)n : 0));
    return sb_finish(&b);
}

static bool json_separators(Vm *vm, Value v, JsonStyle *style) {
    uint32_t n;
    if (!is_exact(vm, v, T_TUPLE) && !is_exact(vm, v, T_LIST)) { return false; }
    const Value *items = seq_items(vm, v, &n);
    if (n != 2 || !is_str(vm, items[0]) || !is_str(vm, items[1])) { return false; }
    style->item_separator = items[0];
    style->key_separator = items[1];
    return true;
}

enum {
    DUMPS_OBJ,
    DUMPS_SKIP,
    DUMPS_ASCII,
    DUMPS_CIRCULAR,
    DUMPS_NAN,
    DUMPS_INDENT,
    DUMPS_SEP,
    DUMPS_SORT
};

static Value json_dumps(Vm *vm, Value *a) {
    JsonStyle style = {
        .indent = json_indent(vm, a[DUMPS_INDENT]),
        .skip_keys = a[DUMPS_SKIP] == V_TRUE,
        .ascii = a[DUMPS_ASCII] == V_TRUE,
        .check_circular = a[DUMPS_CIRCULAR] == V_TRUE,
        .allow_nan = a[DUMPS_NAN] == V_TRUE,
        .sort_keys = a[DUMPS_SORT] == V_TRUE,
    };
    if (style.indent == V_UNBOUND) { return V_NOTIMPL; }
    TRY_VALUE(style.indent);
    if (a[DUMPS_SEP] == V_NONE) {
        style.item_separator = str_new_cstr(vm, style.indent == V_NONE ? ", " : ",");
        style.key_separator = str_new_cstr(vm, ": ");
        TRY(style.item_separator != V_RAISED && style.key_separator != V_RAISED);
    } else if (!json_separators(vm, a[DUMPS_SEP], &style)) {
        return V_NOTIMPL;
    }
    return json_write(vm, a[DUMPS_OBJ], &style);
}

static Value json_encode_text(Vm *vm, Value text, bool ascii) {
    if (isinstance_str(vm, text)) { return json_quote(vm, text, ascii); }
    return raise_error(vm, EXC_TypeError, "first argument must be a string, not %T", text);
}
static Value json_encode(Vm *vm, Value *a) { return json_encode_text(vm, a[0], false); }
static Value json_encode_ascii(Vm *vm, Value *a) { return json_encode_text(vm, a[0], true); }

static const NativeDef json_functions[] = {
    LEAF("dumps",
         "obj, skipkeys: bool, ensure_ascii: bool, check_circular: bool, allow_nan: bool, indent, "
         "separators, sort_keys: bool, /",
         json_dumps, "The JSON text of an object, or NotImplemented."),
    LEAF("encode_basestring", "string, /", json_encode, "A text as a JSON string."),
    LEAF("encode_basestring_ascii", "string, /", json_encode_ascii,
         "A text as a JSON string, all of it ASCII."),
    {"loads", "text: str, error, /", json_loads_first, json_loads, NULL,
     "The object that a JSON text describes; error(message, text, position) is raised.",
     NATIVE_STEPS, 0, 0, 0},
    NATIVE_END,
};

const ModuleDef json_module = {
    .name = "_json",
    .doc = "json's fast paths.",
    .functions = json_functions,
};
