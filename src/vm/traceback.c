// traceback.c: the text CPython prints for an uncaught exception.
#include "vm/traceback.h"

#include "object/code.h"
#include "object/exc.h"
#include "object/list.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/positions.h"

// Line number `line` (from 1) of a source text.
static bool source_line(Vm *vm, Value source, uint32_t line, const char **text, uint32_t *n) {
    if (!isinstance_str(vm, source)) { return false; }
    const Str *s = as_str(vm, source);
    const char *p = s->data, *end = s->data + s->h.n;
    for (uint32_t i = 1; i < line; i++) {
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p) { return false; }
        p++;
    }
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    *text = p;
    *n = (uint32_t)((stop ? stop : end) - p);
    return true;
}

static bool put_entry(StrBuilder *b, const Traceback *t) {
    Vm *vm = b->vm;
    const Code *c = as_code(vm, t->code);
    CodePosition pos = {c->first_line, c->first_line, -1, -1};
    code_position(vm, c, t->pc, &pos);
    bool ok = sb_put_cstr(b, "  File \"") && sb_put_str(b, c->filename) &&
              sb_put_cstr(b, "\", line ") && sb_put_int(b, pos.line) && sb_put_cstr(b, ", in ") &&
              sb_put_str(b, c->name) && sb_put_cstr(b, "\n");
    const char *text;
    uint32_t n;
    if (!ok || !source_line(vm, c->source, pos.line, &text, &n)) { return ok; }
    uint32_t skip = 0;
    while (skip < n && (text[skip] == ' ' || text[skip] == '\t')) { skip++; }
    while (n > skip && (text[n - 1] == ' ' || text[n - 1] == '\r')) { n--; }
    return sb_put_cstr(b, "    ") && sb_put(b, text + skip, n - skip) && sb_put_cstr(b, "\n");
}

bool traceback_put(StrBuilder *b, Value traceback) {
    if (!sb_put_cstr(b, "Traceback (most recent call last):\n")) { return false; }
    for (Value t = traceback; is_tagged(b->vm, t, T_TRACEBACK);) {
        const Traceback *tb = ref_ptr(b->vm, t);
        if (!put_entry(b, tb)) { return false; }
        t = tb->next;
    }
    return true;
}

// I_PRINT_ERROR: the whole text of an exception with its causes and contexts, innermost first.
// Guest __str__ methods run as steps.
Value print_error_steps(Vm *vm, Frame *f) {
    enum { PRINT_START, PRINT_TEXT, PRINT_FAILED };
    enum { EXC, CHAIN, BLOB, LEN, LAST };
    if (native_state(f) == PRINT_START) {
        Value list = f->slot[CHAIN] = list_from(vm, &f->slot[EXC], 1);
        TRY_VALUE(list);
        f->slot[BLOB] = V_NONE;
        f->slot[LEN] = int_value(0);
        for (uint32_t i = 0; i < 100; i++) {
            const Exception *e = ref_ptr(vm, list_items(vm, as_list(vm, list))[i]);
            Value next = is_ref(e->cause)                            ? e->cause
                         : (e->h.small & EXC_SUPPRESS_CONTEXT) ? V_NONE
                                                               : e->context;
            if (!is_exception(vm, next)) { break; }
            TRY(list_append(vm, as_list(vm, list), next));
        }
    }
    List *chain = slot_obj(vm, f, CHAIN, T_LIST);
    TRY(chain);
    StrBuilder b = {vm, f->slot[BLOB], (uint32_t)int_of(f->slot[LEN])};
    if (native_state(f) != PRINT_START) {
        Value exc = list_items(vm, chain)[chain->h.n - 1];
        const Exception *e = ref_ptr(vm, exc);
        Value cls = class_of(vm, exc), module = type_module(vm, cls);
        if (is_ref(e->traceback)) { TRY(traceback_put(&b, e->traceback)); }
        bool plain = !isinstance_str(vm, module) ||
                     str_equals_cstr(as_str(vm, module), "builtins") ||
                     str_equals_cstr(as_str(vm, module), "__main__");
        if (!plain) { TRY(sb_put_str(&b, module) && sb_put_cstr(&b, ".")); }
        TRY(sb_put_str(&b, as_type(vm, cls)->qualname));
        bool failed = native_state(f) == PRINT_FAILED || !isinstance_str(vm, f->result);
        if (failed) {
            TRY(sb_put_cstr(&b, ": <exception str() failed>"));
        } else if (as_str(vm, f->result)->h.n) {
            TRY(sb_put_cstr(&b, ": ") && sb_put_str(&b, f->result));
        }
        TRY(sb_put_cstr(&b, "\n"));
        chain->h.n--;
        if (chain->h.n) {
            const Exception *outer = ref_ptr(vm, list_items(vm, chain)[chain->h.n - 1]);
            TRY(sb_put_cstr(&b, outer->cause == exc
                                    ? "\nThe above exception was the direct cause of the following "
                                      "exception:\n\n"
                                    : "\nDuring handling of the above exception, another exception "
                                      "occurred:\n\n"));
        }
    }
    if (chain->h.n == 0) { return sb_finish(&b); }
    f->slot[BLOB] = b.blob;
    f->slot[LEN] = int_value(b.len);
    native_catch(f, PRINT_FAILED);
    return native_call1(vm, f, PRINT_TEXT, internal(vm, I_STR), list_items(vm, chain)[chain->h.n - 1]);
}
