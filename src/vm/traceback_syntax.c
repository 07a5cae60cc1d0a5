// traceback_syntax.c: the place a SyntaxError is about, as it is printed: the file, the line with
// its carets, the message; and the keyword that a misspelt word in it was meant to be.
#include "vm/traceback.h"

#include "front/compile.h"
#include "front/suggest.h"
#include "object/exc_classes.h"
#include "object/tuple.h"
#include "vm/ops.h"

// The attributes of the exception; a keyword that is found changes them.
typedef struct SyntaxPlace {
    const char *text; // the line
    uint32_t len;
    Value lineno, offset, end_lineno, end_offset, msg;
} SyntaxPlace;

// ---- a keyword ---------------------------------------------------------------------------------

static bool syntax_is_plain(Vm *vm, Value msg) {
    static const char comma[] = "Perhaps you forgot a comma";
    if (!isinstance_str(vm, msg)) { return false; }
    const Str *s = as_str(vm, msg);
    if (str_equals_cstr(s, "invalid syntax")) { return true; }
    for (uint32_t i = 0; i + sizeof comma - 1 <= s->h.n; i++) {
        if (memcmp(s->data + i, comma, sizeof comma - 1) == 0) { return true; }
    }
    return false;
}

static uint32_t syntax_number(Value v) {
    return is_int(v) && int_of(v) > 0 ? (uint32_t)min_i64(int_of(v), INT32_MAX) : 0;
}

bool traceback_find_keyword(Vm *vm, Arena *arena, const SyntaxClue *clue, FrontSuggestion *out) {
    out->keyword = NULL;
    if (!syntax_is_plain(vm, clue->msg) || !is_tagged(vm, clue->metadata, T_TUPLE)) { return true; }
    const Tuple *t = as_tuple(vm, clue->metadata);
    if (t->h.n < 3) { return true; }
    bool has_source = isinstance_str(vm, t->items[2]);
    Value source = has_source ? t->items[2] : clue->text;
    if (!isinstance_str(vm, source)) { return true; }
    uint32_t first = has_source ? syntax_number(t->items[0]) : 0;
    uint32_t last = has_source ? syntax_number(clue->lineno) : 1;
    const Str *s = as_str(vm, source);
    uint64_t work = 0, limit = (uint64_t)max_i64(vm->head->budget + vm->head->steps, 0);
    bool found = front_suggest(arena, s->data, s->h.n, first, last, t->h.n > 3, &work, limit, out);
    if (!found) { out->keyword = NULL; }
    return native_charge(vm, work);
}

// Where a keyword was meant, the place and the message are the misspelt word's.
static bool syntax_correct(Vm *vm, Arena *arena, Value exc, SyntaxPlace *place) {
    SyntaxClue clue = {.msg = place->msg,
                       .metadata = exc_field(vm, exc, SYNTAX_METADATA),
                       .lineno = place->lineno,
                       .text = exc_field(vm, exc, SYNTAX_TEXT)};
    FrontSuggestion found;
    if (!traceback_find_keyword(vm, arena, &clue, &found)) { return false; }
    if (!found.keyword) { return true; }
    Value msg = format_text(vm, "invalid syntax. Did you mean '%s'?", found.keyword);
    if (msg == V_RAISED) { return false; }
    *place = (SyntaxPlace){.text = found.line,
                           .len = found.line_len,
                           .lineno = int_value(found.lineno),
                           .offset = int_value(found.offset),
                           .end_lineno = int_value(found.lineno),
                           .end_offset = int_value(found.end_offset),
                           .msg = msg};
    return true;
}

// ---- the line ----------------------------------------------------------------------------------

// The line and the carets under it. Offsets count code points from 1.
static bool syntax_put_line(StrBuilder *b, const SyntaxPlace *place) {
    const char *s = place->text;
    uint32_t n = place->len, skip = 0;
    while (n && s[n - 1] == '\n') { n--; }
    while (skip < n && (s[skip] == ' ' || s[skip] == '\n' || s[skip] == '\f')) { skip++; }
    if (!sb_put_cstr(b, "    ") || !sb_put(b, s + skip, n - skip) || !sb_put(b, "\n", 1)) {
        return false;
    }
    if (!is_int(place->offset)) { return true; }
    int64_t len = (int64_t)utf8_count(s, n), all = (int64_t)utf8_count(s, place->len);
    int64_t offset = int_of(place->offset), end = len + 1;
    Value line = place->lineno, last = place->end_lineno, to = place->end_offset;
    if (line == last || (last == V_UNBOUND && line == V_NONE)) {
        end = is_int(to) && int_of(to) != 0 ? int_of(to) : offset;
    }
    if (all && offset > all) { offset = len + 1; }
    if (all && end > all) { end = len + 1; }
    if (offset >= end || end < 0) { end = offset + 1; }
    int64_t col = offset - 1 - skip;
    if (col < 0) { return true; }
    if (!sb_put_cstr(b, "    ")) { return false; }
    uint32_t at = skip, size;
    for (int64_t i = 0; i < col; i++) {
        char c = ' ';
        if (at < n) {
            c = s[at] >= '\t' && s[at] <= '\r' ? s[at] : ' ';
            utf8_decode(s + at, &size);
            at += size;
        }
        if (!sb_put(b, &c, 1)) { return false; }
    }
    return sb_put_fill(b, '^', (uint64_t)(end - offset)) && sb_put(b, "\n", 1);
}

static bool syntax_put_place(StrBuilder *b, Value line, Value file) {
    Vm *vm = b->vm;
    Value number = str_leaf(vm, line);
    if (!isinstance_str(vm, number)) { return number != V_RAISED; }
    bool named = isinstance_str(vm, file) && as_str(vm, file)->h.n;
    return sb_put_cstr(b, "  File \"") &&
           (named ? sb_put_str(b, file) : sb_put_cstr(b, "<string>")) &&
           sb_put_cstr(b, "\", line ") && sb_put_str(b, number) && sb_put_cstr(b, "\n");
}

static bool syntax_put_message(StrBuilder *b, Value msg, Value type) {
    Vm *vm = b->vm;
    Value shown = msg == V_UNBOUND || msg == V_NONE ? V_UNBOUND : str_leaf(vm, msg);
    if (shown == V_RAISED) { return false; }
    bool empty = !isinstance_str(vm, shown) || as_str(vm, shown)->h.n == 0;
    return sb_put_str(b, type) && sb_put_cstr(b, ": ") &&
           (empty ? sb_put_cstr(b, "<no detail available>") : sb_put_str(b, shown));
}

bool traceback_put_syntax(StrBuilder *b, Value exc, Value type) {
    Vm *vm = b->vm;
    Value file = exc_field(vm, exc, SYNTAX_FILENAME), text = exc_field(vm, exc, SYNTAX_TEXT);
    SyntaxPlace place = {.lineno = exc_field(vm, exc, SYNTAX_LINENO),
                         .offset = exc_field(vm, exc, SYNTAX_OFFSET),
                         .end_lineno = exc_field(vm, exc, SYNTAX_END_LINENO),
                         .end_offset = exc_field(vm, exc, SYNTAX_END_OFFSET),
                         .msg = exc_field(vm, exc, SYNTAX_MSG)};
    bool has_line = place.lineno != V_UNBOUND && place.lineno != V_NONE;
    if (has_line && !syntax_put_place(b, place.lineno, file)) { return false; }
    if (isinstance_str(vm, text)) {
        Arena arena;
        arena_init(&arena, COMPILE_ARENA_LIMIT);
        place.text = as_str(vm, text)->data;
        place.len = as_str(vm, text)->h.n;
        bool ok = syntax_correct(vm, &arena, exc, &place) && syntax_put_line(b, &place);
        arena_free(&arena);
        if (!ok) { return false; }
    }
    if (!syntax_put_message(b, place.msg, type)) { return false; }
    if (!has_line && isinstance_str(vm, file) &&
        !(sb_put_cstr(b, " (") && sb_put_str(b, file) && sb_put_cstr(b, ")"))) {
        return false;
    }
    return sb_put_cstr(b, "\n");
}
