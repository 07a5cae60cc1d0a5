// traceback.c: I_PRINT_ERROR, the text CPython prints for an uncaught exception: chained exceptions
// first, then its traceback, its own line, its notes, and the parts of a group in a box.
//
// A stack of jobs (a guest list, pairs of kind and value) replaces recursion, for groups nest and
// chains are as long as the guest likes. What needs guest code (__str__, __dir__, __notes__) is
// called in steps; whatever that raises is swallowed, as CPython does. The parts of the text are
// made in traceback_text.c and traceback_lines.c.
#include "vm/traceback.h"

#include "object/exc_classes.h"
#include "object/list.h"
#include "rt/internals.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { GROUP_MAX_WIDTH = 15, GROUP_MAX_DEPTH = 10 };

// Job kinds: an exception with its chain; itself alone; a text; the line above part i of a group
// (2 * i, plus 1 when it is the last); the end of a part (1: the last); the end of the box.
enum { JOB_CHAIN, JOB_ONE, JOB_TEXT, JOB_PART, JOB_PART_END, JOB_BOX_END };
enum { P_EXC, P_JOBS, P_SEEN, P_BLOB, P_LEN, P_DEPTH, P_CLOSE, P_TEXT, P_NOTES, P_AT };

typedef struct Print {
    Vm *vm;
    Frame *f;
    StrBuilder b;
    uint32_t depth;
} Print;

static bool print_push(Vm *vm, Frame *f, int kind, Value v) {
    List *jobs = slot_obj(vm, f, P_JOBS, T_LIST);
    // Room for both first: a job must not be left half.
    return jobs && list_reserve(vm, jobs, (uint64_t)jobs->h.n + 2) &&
           list_append(vm, jobs, int_value(kind)) && list_append(vm, jobs, v);
}

// Appends a text, each line behind the margin of the group it stands in.
static bool print_emit(Print *p, const char *text, uint32_t n, char margin) {
    for (uint32_t at = 0; at < n;) {
        const char *stop = memchr(text + at, '\n', n - at);
        uint32_t end = stop ? (uint32_t)(stop - text) + 1 : n;
        if (p->depth && !(sb_put_fill(&p->b, ' ', 2 * (uint64_t)p->depth) &&
                          sb_put(&p->b, &margin, 1) && sb_put(&p->b, " ", 1))) {
            return false;
        }
        if (!sb_put(&p->b, text + at, end - at)) { return false; }
        at = end;
    }
    return true;
}

static bool print_emit_cstr(Print *p, const char *text) {
    return print_emit(p, text, (uint32_t)strlen(text), '|');
}

static bool print_emit_builder(Print *p, const StrBuilder *part) {
    return part->len == 0 || print_emit(p, sb_text(part), part->len, '|');
}

static bool print_is_group(Print *p, Value exc) {
    return isinstance_exc(p->vm, exc, EXC_BaseExceptionGroup) &&
           is_tagged(p->vm, exc_field(p->vm, exc, GROUP_EXCEPTIONS), T_TUPLE);
}

// Pushes the exceptions of a chain, so that the innermost comes first. One that was met before is
// not followed again.
static bool print_chain(Print *p, Value exc) {
    Vm *vm = p->vm;
    List *seen = slot_obj(vm, p->f, P_SEEN, T_LIST);
    while (seen) {
        if (!list_append(vm, seen, exc) || !print_push(vm, p->f, JOB_ONE, exc)) { return false; }
        const Exception *e = ref_ptr(vm, exc);
        bool cause = is_exception(vm, e->cause);
        Value next = cause ? e->cause : e->h.small & EXC_SUPPRESS_CONTEXT ? V_NONE : e->context;
        if (!is_exception(vm, next)) { return true; }
        if (!native_charge(vm, 1 + seen->h.n / 16)) { return false; }
        for (uint32_t i = 0; i < seen->h.n; i++) {
            if (list_items(vm, seen)[i] == next) { return true; }
        }
        Value text = str_new_cstr(vm, cause ? "\nThe above exception was the direct cause of the "
                                              "following exception:\n\n"
                                            : "\nDuring handling of the above exception, another "
                                              "exception occurred:\n\n");
        if (text == V_RAISED || !print_push(vm, p->f, JOB_TEXT, text)) { return false; }
        exc = next;
    }
    return false;
}

static bool print_traceback(Print *p, Value exc) {
    bool group = print_is_group(p, exc), top = group && p->depth == 0;
    if (top) { p->depth = 1; }
    Value traceback = ((Exception *)ref_ptr(p->vm, exc))->traceback;
    if (!is_tagged(p->vm, traceback, T_TRACEBACK)) { return true; }
    static const char head[] = "Exception Group Traceback (most recent call last):\n";
    uint32_t skip = group ? 0 : (uint32_t)strlen("Exception Group ");
    StrBuilder part = str_builder(p->vm);
    return print_emit(p, head + skip, (uint32_t)strlen(head) - skip, top ? '+' : '|') &&
           traceback_put_entries(&part, traceback) && print_emit_builder(p, &part);
}

static bool print_type(StrBuilder *b, Value exc) {
    Vm *vm = b->vm;
    Value cls = class_of(vm, exc), module = type_module(vm, cls);
    if (module == V_RAISED) { return false; }
    bool text = isinstance_str(vm, module);
    bool plain = text && (str_equals_cstr(as_str(vm, module), "builtins") ||
                          str_equals_cstr(as_str(vm, module), "__main__"));
    return (plain || ((text ? sb_put_str(b, module) : sb_put_cstr(b, "<unknown>")) &&
                      sb_put_cstr(b, "."))) &&
           sb_put_str(b, as_type(vm, cls)->qualname);
}

// Whether a name that was not found is a module of the standard library.
static bool print_is_module(Vm *vm, Value name) {
    Value set = dict_get_str(vm, as_dict(vm, vm->head->sys_dict),
                             intern_bytes(vm, "stdlib_module_names", 19));
    if (!isinstance_str(vm, name) || !is_tagged(vm, set, T_FROZENSET)) { return false; }
    const TypeDef *def = type_def(T_FROZENSET);
    return def->contains && def->contains(vm, set, name) == V_TRUE;
}

// "Type: text", with what was probably meant. `names`: dir() of an AttributeError's object.
static bool print_line(Print *p, Value exc, Value text, Value names) {
    Vm *vm = p->vm;
    StrBuilder part = str_builder(vm);
    if (isinstance_exc(vm, exc, EXC_SyntaxError)) {
        StrBuilder type = str_builder(vm);
        Value name = print_type(&type, exc) ? sb_finish(&type) : V_RAISED;
        return name != V_RAISED && traceback_put_syntax(&part, exc, name) &&
               print_emit_builder(p, &part);
    }
    bool is_name = isinstance_exc(vm, exc, EXC_NameError);
    Value hint = V_NONE;
    if (is_name || isinstance_exc(vm, exc, EXC_AttributeError) ||
        isinstance_exc(vm, exc, EXC_ImportError)) {
        hint = traceback_suggest(vm, exc, names);
        if (hint == V_RAISED) { return false; }
    }
    bool ok = print_type(&part, exc);
    bool module = is_name && print_is_module(vm, exc_field(vm, exc, NAME_NAME));
    bool empty =
        isinstance_str(vm, text) && as_str(vm, text)->h.n == 0 && hint == V_NONE && !module;
    if (ok && !empty) { ok = sb_put_cstr(&part, ": "); }
    if (ok && !empty) {
        ok = isinstance_str(vm, text) ? sb_put_str(&part, text)
                                      : sb_put_cstr(&part, "<exception str() failed>");
    }
    if (ok && hint != V_NONE) {
        ok = sb_put_cstr(&part, ". Did you mean: '") && sb_put_str(&part, hint) &&
             sb_put_cstr(&part, "'?");
    }
    if (ok && module) {
        ok = sb_put_cstr(&part, hint != V_NONE ? " Or did you forget to import '"
                                               : ". Did you forget to import '") &&
             sb_put_str(&part, exc_field(vm, exc, NAME_NAME)) && sb_put_cstr(&part, "'?");
    }
    return ok && sb_put_cstr(&part, "\n") && print_emit_builder(p, &part);
}

// A note's lines; `failed` when there is no text.
static bool print_note(Print *p, Value text, const char *failed) {
    StrBuilder part = str_builder(p->vm);
    bool ok = isinstance_str(p->vm, text) ? sb_put_str(&part, text) : sb_put_cstr(&part, failed);
    return ok && sb_put(&part, "\n", 1) && print_emit_builder(p, &part);
}

// Behind the line and the notes of a group: jobs for its parts.
static bool print_parts(Print *p, Value exc) {
    Vm *vm = p->vm;
    const Tuple *t = as_tuple(vm, exc_field(vm, exc, GROUP_EXCEPTIONS));
    uint32_t n = min_u32(t->h.n, GROUP_MAX_WIDTH + 1);
    // depth is 1 at the top level, where the box began; deeper groups come with a greater one.
    if (p->depth == 1 && !print_push(vm, p->f, JOB_BOX_END, V_NONE)) { return false; }
    for (uint32_t i = n; i-- > 0;) {
        bool last = i == n - 1, cut = i >= GROUP_MAX_WIDTH;
        Value what = t->items[i];
        if (cut) {
            uint32_t left = t->h.n - GROUP_MAX_WIDTH;
            what = format_text(vm, "and %u more exception%s\n", left, left > 1 ? "s" : "");
        }
        if (what == V_RAISED || !print_push(vm, p->f, JOB_PART_END, int_value(last)) ||
            !print_push(vm, p->f, cut ? JOB_TEXT : JOB_CHAIN, what) ||
            !print_push(vm, p->f, JOB_PART, int_value(2 * (int64_t)i + last))) {
            return false;
        }
    }
    p->f->slot[P_CLOSE] = V_FALSE;
    return true;
}

static bool print_part_start(Print *p, int64_t code) {
    int64_t i = code / 2;
    if (code % 2) { p->f->slot[P_CLOSE] = V_TRUE; }
    bool ok = sb_put_fill(&p->b, ' ', 2 * (uint64_t)p->depth) &&
              sb_put_cstr(&p->b, i == 0 ? "+-+---------------- " : "  +---------------- ") &&
              (i >= GROUP_MAX_WIDTH ? sb_put_cstr(&p->b, "...") : sb_put_int(&p->b, i + 1)) &&
              sb_put_cstr(&p->b, " ----------------\n");
    p->depth++;
    return ok;
}

static bool print_part_end(Print *p, bool last) {
    bool ok = true;
    if (last && p->f->slot[P_CLOSE] == V_TRUE) {
        ok = sb_put_fill(&p->b, ' ', 2 * (uint64_t)p->depth) &&
             sb_put_cstr(&p->b, "+------------------------------------\n");
        p->f->slot[P_CLOSE] = V_FALSE;
    }
    if (p->depth) { p->depth--; }
    return ok;
}

enum {
    ERROR_START,
    ERROR_STR,
    PRINT_STR_FAILED,
    PRINT_DIR,
    PRINT_DIR_FAILED,
    PRINT_NOTES,
    PRINT_NOTES_FAILED,
    PRINT_NOTE,
    PRINT_NOTE_FAILED,
    PRINT_REPR,
    PRINT_REPR_FAILED,
    PRINT_GO,
    PRINT_WHY, // there are no notes
    PRINT_WHY_FAILED,
    PRINT_SELF, // whether it has what a NameError wants
    PRINT_SELF_FAILED,
};

static Value print_begin(Vm *vm, Frame *f) {
    Value jobs = list_new(vm, 4), seen = list_new(vm, 4);
    TRY(jobs != V_RAISED && seen != V_RAISED);
    f->slot[P_JOBS] = jobs;
    f->slot[P_SEEN] = seen;
    f->slot[P_BLOB] = f->slot[P_TEXT] = f->slot[P_NOTES] = V_NONE;
    f->slot[P_LEN] = f->slot[P_DEPTH] = f->slot[P_AT] = int_value(0);
    f->slot[P_CLOSE] = V_FALSE;
    return print_push(vm, f, JOB_CHAIN, f->slot[P_EXC]) ? V_NONE : V_RAISED;
}

// Keeps what was done so far in the frame.
static void print_commit(Print *p) {
    p->f->slot[P_BLOB] = p->b.blob;
    p->f->slot[P_LEN] = int_value(p->b.len);
    p->f->slot[P_DEPTH] = int_value(p->depth);
}

// Asks for a call whose exceptions go to the state after `next`.
static Value print_ask(Print *p, int next, Internal i, Value a, Value b) {
    print_commit(p);
    native_catch(p->f, next + 1);
    return b == V_UNBOUND ? native_call1(p->vm, p->f, next, internal(p->vm, i), a)
                          : native_call2(p->vm, p->f, next, internal(p->vm, i), a, b);
}

// One job. V_NONE: done; V_CALLING; V_RAISED.
static Value print_job(Print *p, int64_t kind, Value v) {
    Vm *vm = p->vm;
    bool ok = true;
    switch (kind) {
    case JOB_CHAIN: ok = is_exception(vm, v) && print_chain(p, v); break;
    case JOB_TEXT:
        ok = isinstance_str(vm, v) && print_emit(p, as_str(vm, v)->data, as_str(vm, v)->h.n, '|');
        break;
    case JOB_PART: ok = print_part_start(p, int_of(v)); break;
    case JOB_PART_END: ok = print_part_end(p, v == int_value(1)); break;
    case JOB_BOX_END: p->depth = 0; break;
    case JOB_ONE:
        if (print_is_group(p, v) && p->depth > GROUP_MAX_DEPTH) {
            ok = print_emit_cstr(p, "... (max_group_depth is 10)\n");
            break;
        }
        if (!print_traceback(p, v)) { return V_RAISED; }
        p->f->slot[P_EXC] = v;
        return print_ask(p, ERROR_STR, I_STR, v, V_UNBOUND);
    default: return raise_stop(vm, STOP_CORRUPT);
    }
    return ok ? V_NONE : V_RAISED;
}

// The next jobs, up to one that needs a call. V_UNBOUND: there are no more. A job that fails for
// want of memory leaves all as it was, to be done again.
static Value print_jobs(Print *p) {
    Vm *vm = p->vm;
    List *jobs = slot_obj(vm, p->f, P_JOBS, T_LIST), *seen = slot_obj(vm, p->f, P_SEEN, T_LIST);
    TRY(jobs && seen);
    for (;;) {
        uint32_t n = jobs->h.n, n_seen = seen->h.n;
        if (n < 2) { return V_UNBOUND; }
        Value v = list_items(vm, jobs)[n - 1], kind = list_items(vm, jobs)[n - 2];
        Value close = p->f->slot[P_CLOSE];
        jobs->h.n -= 2;
        Value done = print_job(p, is_int(kind) ? int_of(kind) : -1, v);
        if (done == V_RAISED) {
            jobs->h.n = n;
            seen->h.n = n_seen;
            list_items(vm, jobs)[n - 1] = v;
            list_items(vm, jobs)[n - 2] = kind;
            p->f->slot[P_CLOSE] = close;
        }
        if (done != V_NONE) { return done; }
        print_commit(p);
    }
}

static Value print_line_and_notes(Print *p, Value names) {
    TRY(print_line(p, p->f->slot[P_EXC], p->f->slot[P_TEXT], names));
    return print_ask(p, PRINT_NOTES, I_HASATTR_GET, p->f->slot[P_EXC], vm_name(p->vm, N___notes__));
}

// A method that forgot to say whose name it is.
static Value print_ask_self(Print *p) {
    Vm *vm = p->vm;
    Value exc = p->f->slot[P_EXC], self = V_UNBOUND;
    if (isinstance_exc(vm, exc, EXC_NameError) &&
        isinstance_str(vm, exc_field(vm, exc, NAME_NAME))) {
        self = traceback_self(vm, exc);
        TRY_VALUE(self);
    }
    if (self == V_UNBOUND) { return print_line_and_notes(p, V_NONE); }
    return print_ask(p, PRINT_SELF, I_HASATTR_GET, self, exc_field(vm, exc, NAME_NAME));
}

// The next note, or what follows the notes.
static Value print_next_note(Print *p) {
    Vm *vm = p->vm;
    Value notes = p->f->slot[P_NOTES];
    int64_t at = int_of(p->f->slot[P_AT]);
    if (is_tagged(vm, notes, T_LIST) || is_tagged(vm, notes, T_TUPLE)) {
        uint32_t n;
        const Value *items = seq_items(vm, notes, &n);
        if (at < n) {
            p->f->slot[P_AT] = int_value(at + 1);
            return print_ask(p, PRINT_NOTE, I_STR, items[at], V_UNBOUND);
        }
    } else if (notes != V_NONE && at == 0) {
        p->f->slot[P_AT] = int_value(1);
        return print_ask(p, PRINT_REPR, I_REPR, notes, V_UNBOUND);
    }
    if (print_is_group(p, p->f->slot[P_EXC])) {
        List *jobs = slot_obj(vm, p->f, P_JOBS, T_LIST);
        TRY(jobs);
        uint32_t before = jobs->h.n;
        if (!print_parts(p, p->f->slot[P_EXC])) {
            jobs->h.n = before;
            return V_RAISED;
        }
    }
    print_commit(p);
    return native_again(vm, p->f, PRINT_GO);
}

static Value print_go_on(Print *p, int state) {
    Vm *vm = p->vm;
    Frame *f = p->f;
    switch (state) {
    case ERROR_START: return native_again(vm, f, PRINT_GO);
    case PRINT_GO: return print_jobs(p);
    case ERROR_STR:
    case PRINT_STR_FAILED: {
        f->slot[P_TEXT] = state == ERROR_STR ? f->result : V_NONE;
        Value obj = V_UNBOUND;
        if (isinstance_exc(vm, f->slot[P_EXC], EXC_AttributeError) &&
            isinstance_str(vm, exc_field(vm, f->slot[P_EXC], ATTRIBUTE_NAME))) {
            obj = exc_field(vm, f->slot[P_EXC], ATTRIBUTE_OBJ);
        }
        if (obj == V_UNBOUND) { return print_ask_self(p); }
        print_commit(p);
        native_catch(f, PRINT_DIR_FAILED);
        return native_call_method(vm, f, PRINT_DIR, obj, vm_name(vm, N___dir__), 0, NULL);
    }
    case PRINT_SELF: return print_line_and_notes(p, f->result == V_UNBOUND ? V_NONE : V_TRUE);
    case PRINT_SELF_FAILED: return print_line_and_notes(p, V_NONE);
    case PRINT_DIR: return print_line_and_notes(p, f->result);
    case PRINT_DIR_FAILED: return print_line_and_notes(p, V_NONE);
    case PRINT_NOTES:
        f->slot[P_NOTES] = f->result == V_UNBOUND ? V_NONE : f->result;
        f->slot[P_AT] = int_value(0);
        return print_next_note(p);
    case PRINT_NOTES_FAILED:
        f->slot[P_NOTES] = V_NONE;
        f->slot[P_AT] = int_value(0);
        return print_ask(p, PRINT_WHY, I_REPR, f->result, V_UNBOUND);
    case PRINT_WHY:
    case PRINT_WHY_FAILED: {
        Value text = state == PRINT_WHY && isinstance_str(vm, f->result)
                         ? format_text(vm, "Ignored error getting __notes__: %U", f->result)
                         : V_NONE;
        TRY_VALUE(text);
        TRY(print_note(p, text, "Ignored error getting __notes__: <__notes__ repr() failed>"));
        return print_next_note(p);
    }
    case PRINT_NOTE:
    case PRINT_NOTE_FAILED:
        TRY(print_note(p, state == PRINT_NOTE ? f->result : V_NONE, "<note str() failed>"));
        return print_next_note(p);
    default:
        TRY(print_note(p, state == PRINT_REPR ? f->result : V_NONE, "<__notes__ repr() failed>"));
        return print_next_note(p);
    }
}

Value print_error_steps(Vm *vm, Frame *f) {
    int state = native_state(f);
    if (state == ERROR_START) { TRY_VALUE(print_begin(vm, f)); }
    Print p = {.vm = vm, .f = f};
    TRY(is_exception(vm, f->slot[P_EXC]) && is_int(f->slot[P_DEPTH]) && is_int(f->slot[P_AT]));
    TRY(sb_from_slots(vm, f, P_BLOB, &p.b));
    p.depth = (uint32_t)int_of(f->slot[P_DEPTH]);
    Value v = print_go_on(&p, state);
    return v == V_UNBOUND ? sb_finish(&p.b) : v;
}
