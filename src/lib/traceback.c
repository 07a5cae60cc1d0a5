// traceback.c: _traceback, what the module traceback has in common with the printing of uncaught
// exceptions: marks under lines, names and keywords that may have been meant.
#include "front/compile.h"
#include "object/list.h"
#include "object/module.h"
#include "object/tuple.h"
#include "vm/ops.h"
#include "vm/traceback.h"

static Value traceback_nearest_name(Vm *vm, Value *a) {
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
    return names->h.n ? suggest_name(vm, a[1], list_items(vm, names), names->h.n, false) : V_NONE;
}

// (keyword, lineno, offset, end_offset, line), or None.
static Value traceback_keyword(Vm *vm, Value *a) {
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

static uint32_t traceback_number(Value v) {
    return is_int(v) ? (uint32_t)min_i64(max_i64(int_of(v), 0), INT32_MAX) : 0;
}

static Value traceback_mark_lines(Vm *vm, Value *a) {
    uint32_t more = traceback_number(a[1]);
    CodePosition pos = {1, 1 + more, (int32_t)traceback_number(a[2]),
                        (int32_t)traceback_number(a[3])};
    TRY(native_charge(vm, as_str(vm, a[0])->h.n / 8));
    StrBuilder b = str_builder(vm);
    TRY(traceback_put_lines(&b, a[0], &pos));
    return sb_finish(&b);
}

static const NativeDef traceback_functions[] = {
    LEAF("find_keyword", "msg, metadata, lineno, text, /", traceback_keyword,
         "The keyword that a SyntaxError may be about, and its place."),
    LEAF("mark_lines", "text: str, more, col, end_col, /", traceback_mark_lines,
         "The text of a place that begins in the first line and ends `more` lines further, with "
         "its marks; columns in bytes."),
    LEAF("nearest_name", "candidates, name: str, /", traceback_nearest_name,
         "The candidate that name may have been meant to be, or None."),
    NATIVE_END,
};

const ModuleDef traceback_module = {"_traceback", NULL, traceback_functions, NULL};
