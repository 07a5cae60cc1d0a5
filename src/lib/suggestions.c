// suggestions.c: _suggestions, what traceback needs for "Did you mean".
#include "front/compile.h"
#include "object/list.h"
#include "object/module.h"
#include "object/tuple.h"
#include "vm/ops.h"
#include "vm/traceback.h"

static Value suggestions_generate(Vm *vm, Value *a) {
    if (!is_exact(vm, a[0], T_LIST)) {
        return raise_error(vm, EXC_TypeError, "candidates must be a list");
    }
    const List *names = as_list(vm, a[0]);
    for (uint32_t i = 0; i < names->h.n; i++) {
        if (!isinstance_str(vm, list_items(vm, names)[i])) {
            return raise_error(vm, EXC_TypeError, "all elements in 'candidates' must be strings");
        }
    }
    TRY(native_charge(vm, names->h.n));
    return suggest_name(vm, a[1], list_items(vm, names), names->h.n);
}

// (keyword, lineno, offset, end_offset, line), or None.
static Value suggestions_find_keyword(Vm *vm, Value *a) {
    SyntaxClue clue = {.msg = a[0], .metadata = a[1], .lineno = a[2], .text = a[3]};
    FrontSuggestion found;
    Arena arena;
    arena_init(&arena, COMPILE_ARENA_LIMIT);
    Value out = V_RAISED;
    if (traceback_find_keyword(vm, &arena, &clue, &found)) {
        out = V_NONE;
        if (found.keyword) {
            Value keyword = str_new(vm, found.keyword, strlen(found.keyword));
            Value line = str_new(vm, found.line, found.line_len);
            Value items[5] = {keyword, int_value(found.lineno), int_value(found.offset),
                              int_value(found.end_offset), line};
            bool ok = keyword != V_RAISED && line != V_RAISED;
            out = ok ? tuple_from(vm, items, 5) : V_RAISED;
        }
    }
    arena_free(&arena);
    return out;
}

static const NativeDef suggestions_functions[] = {
    LEAF("_find_keyword", "msg, metadata, lineno, text, /", suggestions_find_keyword,
         "The keyword that a SyntaxError may be about, and its place."),
    LEAF("_generate_suggestions", "candidates, item: str, /", suggestions_generate,
         "Returns the candidate in candidates that's closest to item."),
    NATIVE_END,
};

const ModuleDef suggestions_module = {"_suggestions", NULL, suggestions_functions, NULL};
