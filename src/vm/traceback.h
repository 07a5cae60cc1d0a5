// traceback.h: the text CPython prints for an exception.
#ifndef NX_VM_TRACEBACK_H
#define NX_VM_TRACEBACK_H

#include "front/suggest.h"
#include "object/positions.h"
#include "object/str.h"

// "Traceback (most recent call last):" with its entries and carets, without chained exceptions.
// Appends to the builder; false: no memory.
NX_INTERNAL bool traceback_put(StrBuilder *b, Value traceback);
// The entries alone.
NX_INTERNAL bool traceback_put_entries(StrBuilder *b, Value traceback);
// The lines of source at a position, indented by four, with their carets (traceback_lines.c).
NX_INTERNAL bool traceback_put_lines(StrBuilder *b, Value source, const CodePosition *pos);
// What stands before the name of a SyntaxError: its place, the line and the carets; and its message
// behind the name `type` (traceback_syntax.c).
NX_INTERNAL bool traceback_put_syntax(StrBuilder *b, Value exc, Value type);
// What of a SyntaxError tells which keyword was meant.
typedef struct SyntaxClue {
    Value msg, metadata, lineno, text;
} SyntaxClue;
// Finds it: out->keyword is NULL if there is none. False: a limit is reached.
NX_INTERNAL bool traceback_find_keyword(Vm *vm, Arena *arena, const SyntaxClue *clue,
                                        FrontSuggestion *out);
// The name that a NameError or ImportError may have meant, or V_NONE; V_RAISED. For an
// AttributeError `names` is the list obj.__dir__() gave; V_TRUE for a NameError: `self` has the name;
// else V_NONE.
NX_INTERNAL Value traceback_suggest(Vm *vm, Value exc, Value names);
// The variable `self` of the innermost frame; V_UNBOUND: it has none. V_RAISED.
NX_INTERNAL Value traceback_self(Vm *vm, Value exc);

#endif
