// streams.c: the objects behind sys.stdin, sys.stdout and sys.stderr. Output goes to the host as it
// is written (vm/builtins_io.c), so there is nothing to flush.
#include "cap/streams.h"

#include "cap/cap.h"
#include "object/bytes.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/internals.h"
#include "vm/io.h"
#include "vm/ops.h"

static StdStream *as_stream(Vm *vm, Value v) { return ref_ptr(vm, v); }

int stream_fd(Vm *vm, Value v) {
    if (!is_exact(vm, v, T_FILE)) { return -1; }
    const StdStream *s = as_stream(vm, v);
    return s->flags ? -1 : s->fd;
}

Value stream_ask_line(Vm *vm, Frame *f, int next, Value stream) {
    Value a[2] = {stream, int_value(-1)};
    return cap_call_next(vm, f, next, CAP_INPUT_LINE, a);
}

static StdStream *stream_make(Vm *vm, int fd, Value name, uint32_t flags) {
    StdStream *s = heap_new(vm, T_FILE, 0);
    if (!s) { return NULL; }
    s->fd = fd;
    s->flags = flags;
    s->name = name;
    s->buffer = s->ahead = s->spare[0] = s->spare[1] = V_NONE;
    return s;
}

Value stream_new(Vm *vm, int fd, const char *name) {
    Value text = str_new_cstr(vm, name);
    TRY_VALUE(text);
    StdStream *bytes = stream_make(vm, fd, text, STREAM_BYTES);
    TRY(bytes);
    StdStream *s = stream_make(vm, fd, text, 0);
    TRY(s);
    s->buffer = ptr_value(vm, bytes);
    return ptr_value(vm, s);
}

// ---- checks ------------------------------------------------------------------------------------

static bool stream_check_open(Vm *vm, Value v) {
    if (!(as_stream(vm, v)->flags & STREAM_CLOSED)) { return true; }
    return raise_false(vm, EXC_ValueError, "I/O operation on closed file.");
}

// io.UnsupportedOperation, once the module io is there; it is an OSError and a ValueError.
static bool raise_unsupported(Vm *vm, const char *what) {
    Value name = intern_bytes(vm, "io", 2);
    if (name == V_RAISED) { return false; }
    Value m = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    Value cls = V_UNBOUND, text = str_new_cstr(vm, what);
    if (is_tagged(vm, m, T_MODULE)) {
        Value key = intern_bytes(vm, "UnsupportedOperation", 20);
        if (key == V_RAISED) { return false; }
        cls = dict_get_str(vm, module_dict(vm, m), key);
    }
    if (text == V_RAISED) { return false; }
    if (!is_exception_class(vm, cls)) { return raise_false(vm, EXC_ValueError, "%s", what); }
    Value args = tuple_from(vm, &text, 1);
    Value exc = args == V_RAISED ? args : exc_new(vm, cls, args);
    if (exc != V_RAISED) { raise_value(vm, exc); }
    return false;
}

static bool stream_check_readable(Vm *vm, Value v) {
    return stream_check_open(vm, v) &&
           (as_stream(vm, v)->fd == 0 || raise_unsupported(vm, "not readable"));
}

static bool stream_check_writable(Vm *vm, Value v) {
    return stream_check_open(vm, v) &&
           (as_stream(vm, v)->fd > 0 || raise_unsupported(vm, "not writable"));
}

// ---- reading -----------------------------------------------------------------------------------

static Value stream_readline(Vm *vm, Value *a) {
    TRY(stream_check_readable(vm, a[0]));
    if (a[1] == V_NONE) { a[1] = int_value(-1); }
    if (a[1] == int_value(-1)) {
        Value line = input_ready_line(vm, a[0]);
        if (line != V_UNBOUND) { return line; }
    }
    return cap_call(vm, CAP_INPUT_LINE, a);
}

static Value stream_read(Vm *vm, Value *a) {
    TRY(stream_check_readable(vm, a[0]));
    if (a[1] == V_NONE) { a[1] = int_value(-1); }
    return cap_call(vm, CAP_INPUT_READ, a);
}

// V_UNBOUND: the line is not there yet, or there is something to complain of.
static Value stream_next(Vm *vm, Value v) {
    const StdStream *s = as_stream(vm, v);
    return s->fd || (s->flags & STREAM_CLOSED) ? V_UNBOUND : input_ready_line(vm, v);
}

static bool is_empty(Vm *vm, Value line) { return !is_ref(line) || as_obj(vm, line)->n == 0; }

static Value stream_next_steps(Vm *vm, Frame *f) {
    enum { NEXT_START, NEXT_LINE };
    if (native_state(f) == NEXT_LINE) {
        return is_empty(vm, f->result) ? raise_stop_iteration(vm, V_NONE) : f->result;
    }
    TRY(slot_obj(vm, f, 0, T_FILE));
    TRY(stream_check_readable(vm, f->slot[0]));
    return stream_ask_line(vm, f, NEXT_LINE, f->slot[0]);
}

static Value stream_readlines(Vm *vm, Frame *f) {
    enum { LINES_START, LINES_LINE };
    enum { SELF, HINT, LIST, SIZE };
    TRY(slot_obj(vm, f, SELF, T_FILE));
    if (native_state(f) == LINES_START) {
        TRY(stream_check_readable(vm, f->slot[SELF]));
        f->slot[LIST] = list_new(vm, 0);
        TRY_VALUE(f->slot[LIST]);
        f->slot[SIZE] = int_value(0);
        return stream_ask_line(vm, f, LINES_LINE, f->slot[SELF]);
    }
    List *list = slot_obj(vm, f, LIST, T_LIST);
    TRY(list);
    if (is_empty(vm, f->result)) { return f->slot[LIST]; }
    TRY(list_append(vm, list, f->result));
    slot_advance(&f->slot[SIZE], as_obj(vm, f->result)->n);
    if (is_int(f->slot[HINT]) && int_of(f->slot[HINT]) > 0 &&
        int_of(f->slot[SIZE]) >= int_of(f->slot[HINT])) {
        return f->slot[LIST];
    }
    return stream_ask_line(vm, f, LINES_LINE, f->slot[SELF]);
}

// ---- writing -----------------------------------------------------------------------------------

static Value stream_write(Vm *vm, Value *a) {
    const StdStream *s = as_stream(vm, a[0]);
    TRY(stream_check_writable(vm, a[0]));
    if (s->flags & STREAM_BYTES) {
        ByteSpan data;
        TRY(bytes_like_or_raise(vm, a[1], &data));
        return vm_write(vm, s->fd, (const char *)data.p, data.n) ? int_value(data.n) : V_RAISED;
    }
    if (!isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "write() argument must be str, not %T", a[1]);
    }
    const Str *text = as_str(vm, a[1]);
    return vm_write_text(vm, s->fd, text->data, text->h.n) ? int_value(text->len) : V_RAISED;
}

static Value stream_writelines(Vm *vm, Value *a) {
    uint32_t n;
    const Value *lines = seq_items(vm, a[1], &n);
    for (uint32_t i = 0; i < n; i++) {
        Value args[2] = {a[0], lines[i]};
        TRY_VALUE(stream_write(vm, args));
    }
    return V_NONE;
}

// ---- the rest ----------------------------------------------------------------------------------

static Value stream_flush(Vm *vm, Value *a) {
    return stream_check_open(vm, a[0]) ? V_NONE : V_RAISED;
}

static Value stream_false(Vm *vm, Value *a) {
    return stream_check_open(vm, a[0]) ? V_FALSE : V_RAISED;
}

static Value stream_close(Vm *vm, Value *a) {
    StdStream *s = as_stream(vm, a[0]);
    obj_touch(vm, s);
    s->flags |= STREAM_CLOSED;
    return V_NONE;
}

static Value stream_readable(Vm *vm, Value *a) {
    TRY(stream_check_open(vm, a[0]));
    return bool_value(as_stream(vm, a[0])->fd == 0);
}
static Value stream_writable(Vm *vm, Value *a) {
    TRY(stream_check_open(vm, a[0]));
    return bool_value(as_stream(vm, a[0])->fd > 0);
}
static Value stream_fileno(Vm *vm, Value *a) {
    TRY(stream_check_open(vm, a[0]));
    return int_value(as_stream(vm, a[0])->fd);
}
static Value stream_reconfigure(Vm *vm, Value *a) {
    (void)vm, (void)a; // text is UTF-8, and written at once, whatever is asked for
    return V_NONE;
}
static Value stream_enter(Vm *vm, Value *a) {
    return stream_check_open(vm, a[0]) ? a[0] : V_RAISED;
}

static Value stream_get_name(Vm *vm, Value v) { return as_stream(vm, v)->name; }
static Value stream_get_mode(Vm *vm, Value v) {
    const StdStream *s = as_stream(vm, v);
    return str_new_cstr(vm, s->flags & STREAM_BYTES ? (s->fd ? "wb" : "rb") : s->fd ? "w" : "r");
}
static Value stream_get_encoding(Vm *vm, Value v) {
    (void)v;
    return str_new_cstr(vm, "utf-8");
}
static Value stream_get_errors(Vm *vm, Value v) {
    return str_new_cstr(vm, as_stream(vm, v)->fd == 2 ? "backslashreplace" : "strict");
}
static Value stream_get_closed(Vm *vm, Value v) {
    return bool_value(as_stream(vm, v)->flags & STREAM_CLOSED);
}
static Value stream_get_newlines(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_NONE;
}
static Value stream_get_line_buffering(Vm *vm, Value v) {
    return bool_value(as_stream(vm, v)->fd == 2);
}
static Value stream_get_buffer(Vm *vm, Value v) {
    Value buffer = as_stream(vm, v)->buffer;
    return buffer == V_NONE ? raise_no_attribute(vm, v, intern_bytes(vm, "buffer", 6)) : buffer;
}
static Value stream_repr(Vm *vm, Value v) {
    const StdStream *s = as_stream(vm, v);
    if (s->flags & STREAM_BYTES) {
        return format_text(vm, "<_io.Buffered%s name=%R>", s->fd ? "Writer" : "Reader", s->name);
    }
    return format_text(vm, "<_io.TextIOWrapper name=%R mode='%s' encoding='utf-8'>", s->name,
                       s->fd ? "w" : "r");
}

static const NativeDef stream_methods[] = {
    LEAF("__enter__", "self, /", stream_enter, NULL),
    LEAF("__exit__", "self, /, *args", stream_close, NULL),
    STEPS("__next__", "self, /", stream_next_steps, 0, NULL, NULL),
    LEAF("close", "self, /", stream_close, NULL),
    LEAF("fileno", "self, /", stream_fileno, NULL),
    LEAF("flush", "self, /", stream_flush, NULL),
    LEAF("isatty", "self, /", stream_false, NULL),
    TAIL("read", "self, size=-1, /", stream_read, NULL),
    TAIL("read1", "self, size=-1, /", stream_read, NULL),
    LEAF("readable", "self, /", stream_readable, NULL),
    TAIL("readline", "self, size=-1, /", stream_readline, NULL),
    STEPS("readlines", "self, hint=None, /", stream_readlines, 2, NULL, NULL),
    LEAF("reconfigure",
         "self, *, encoding=None, errors=None, newline=None, line_buffering=None, "
         "write_through=None",
         stream_reconfigure, NULL),
    LEAF("seekable", "self, /", stream_false, NULL),
    LEAF("writable", "self, /", stream_writable, NULL),
    LEAF("write", "self, text, /", stream_write, NULL),
    LEAF("writelines", "self, lines: values, /", stream_writelines, NULL),
    NATIVE_END,
};
static const GetSetDef stream_getsets[] = {
    {"buffer", stream_get_buffer, NULL, NULL},
    {"closed", stream_get_closed, NULL, NULL},
    {"encoding", stream_get_encoding, NULL, NULL},
    {"errors", stream_get_errors, NULL, NULL},
    {"line_buffering", stream_get_line_buffering, NULL, NULL},
    {"mode", stream_get_mode, NULL, NULL},
    {"name", stream_get_name, NULL, NULL},
    {"newlines", stream_get_newlines, NULL, NULL},
    {0},
};

const TypeDef stream_type = {
    .name = "TextIOWrapper",
    .module = "_io",
    .tag = T_FILE,
    .hidden = true,
    .methods = stream_methods,
    .getsets = stream_getsets,
    .repr = stream_repr,
    .next = stream_next,
};
