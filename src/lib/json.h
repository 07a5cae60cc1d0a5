// json.h: what the files of the module _json share.
#ifndef NX_LIB_JSON_H
#define NX_LIB_JSON_H

#include "object/str.h"

// What is wrong with a text, and where: a byte offset.
typedef struct JsonFault {
    const char *message; // NULL: nothing
    uint32_t at;
} JsonFault;

// The value of a whole text. V_RAISED: raised; V_UNBOUND: *fault is set.
NX_INTERNAL Value json_read(Vm *vm, Value text, JsonFault *fault);
typedef struct JsonStyle {
    Value item_separator, key_separator; // strs
    Value indent;                        // a str, V_NONE for one line
    bool skip_keys, ascii, check_circular, allow_nan, sort_keys;
} JsonStyle;

// The text of an object, or V_NOTIMPL: what only Python code can write, or complain about.
NX_INTERNAL Value json_write(Vm *vm, Value v, const JsonStyle *style);
// A str in quotes.
NX_INTERNAL Value json_quote(Vm *vm, Value str, bool ascii);

#endif
