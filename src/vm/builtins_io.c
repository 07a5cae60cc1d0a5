// builtins_io.c: print, input, and output to the host, which goes out as it is written and is counted
// against the output limit. The objects behind sys.stdout and its kin are in cap/streams.c.
#include "vm/builtins.h"

#include "object/codec.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/internals.h"
#include "vm/io.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"

bool vm_write(Vm *vm, int fd, const char *bytes, uint64_t n) {
    Head *h = vm->head;
    if (!native_charge(vm, n / 64)) { return false; }
    uint64_t room = h->output_limit > h->output_used ? h->output_limit - h->output_used : 0;
    uint64_t fits = n < room ? n : room;
    h->output_used += fits;
    if (fits && vm->host && vm->host->write) {
        vm->host->write(vm->host->ctx, fd, bytes, (size_t)fits);
    }
    if (fits < n) {
        raise_stop(vm, STOP_OUTPUT);
        return false;
    }
    return true;
}

static Value print_target(Vm *vm, Value file) {
    if (file != V_NONE) { return file; }
    Value v = dict_get_str(vm, as_dict(vm, vm->head->sys_dict), vm_name(vm, N_stdout));
    if (v == V_UNBOUND) { return raise_error(vm, EXC_RuntimeError, "lost sys.stdout"); }
    return v;
}

// str(v) without guest code into the builder; false: not possible (nothing written), or raised.
static int print_leaf(Vm *vm, StrBuilder *b, Value v) {
    if (is_str(vm, v)) { return sb_put_str(b, v) ? 1 : 0; }
    Value text = str_leaf(vm, v);
    if (text == V_UNBOUND) { return -1; }
    return text != V_RAISED && sb_put_str(b, text) ? 1 : 0;
}

static bool print_separator(StrBuilder *b, Value sep, const char *dflt) {
    if (sep == V_NONE) { return sb_put_cstr(b, dflt); }
    return sb_put_str(b, sep);
}

// ---- print ---------------------------------------------------------------------------------------
// What is written before an error, or before guest code runs for an argument, counts: a standard
// stream gets what was gathered so far, another file gets each piece by a call of its own.

enum { PRINT_START, PRINT_STR, PRINT_ASK, PRINT_WRITE, PRINT_TEXT, PRINT_WRITTEN, PRINT_FLUSHED };
enum { PRINT_ARGS, PRINT_SEP, PRINT_END, PRINT_FILE, PRINT_FLUSH, PRINT_METHOD, PRINT_I };

static bool print_out(Vm *vm, Frame *f, StrBuilder *b) {
    uint32_t n = b->len;
    b->len = 0;
    return n == 0 || vm_write_text(vm, stream_fd(vm, f->slot[PRINT_FILE]), sb_text(b), n);
}

// What was gathered is written, and the exception goes on.
static void print_before_error(Vm *vm, Frame *f, StrBuilder *b) {
    Value raised = vm->head->exc;
    if (raised == V_NONE || exc_matches(vm, EXC_MemoryError)) { return; }
    if (print_out(vm, f, b)) { vm->head->exc = raised; }
}

// Whether what was added last can be written; else the encoder has raised, and the rest is written.
static bool print_encodes(Vm *vm, Frame *f, StrBuilder *b, uint32_t from) {
    uint32_t n = b->len - from;
    if (utf8_find_surrogate(sb_text(b) + from, n) == n || stream_fd(vm, f->slot[PRINT_FILE]) == 2) {
        return true;
    }
    Value piece = str_new(vm, sb_text(b) + from, n);
    if (piece == V_RAISED) { return false; }
    if (codec_encode(vm, piece, V_UNBOUND, V_UNBOUND) != V_RAISED) { return true; }
    b->len = from;
    print_before_error(vm, f, b);
    return false;
}

// A standard stream: runs of arguments without guest code are written at once.
static Value print_to_stream(Vm *vm, Frame *f, const Tuple *args) {
    char few[SB_FEW];
    StrBuilder b = str_builder_on(vm, few, sizeof few);
    uint32_t i = (uint32_t)int_of(f->slot[PRINT_I]);
    if (native_state(f) == PRINT_ASK) {
        if (i >= args->h.n) { return raise_stop(vm, STOP_CORRUPT); }
        return native_call1(vm, f, PRINT_STR, internal(vm, I_STR), args->items[i]);
    }
    if (native_state(f) == PRINT_STR) {
        TRY(sb_put_str(&b, f->result) && print_encodes(vm, f, &b, 0));
        i++;
    }
    for (; i < args->h.n; i++) {
        uint32_t before = b.len;
        if (i) { TRY(print_separator(&b, f->slot[PRINT_SEP], " ")); }
        TRY(print_encodes(vm, f, &b, before));
        before = b.len;
        int done = print_leaf(vm, &b, args->items[i]);
        if (done == 0) { print_before_error(vm, f, &b); }
        if (done == 0) { return V_RAISED; }
        TRY(done < 0 || print_encodes(vm, f, &b, before));
        if (done < 0) {
            TRY(print_out(vm, f, &b));
            f->slot[PRINT_I] = int_value(i);
            return native_again(vm, f, PRINT_ASK);
        }
    }
    TRY(print_separator(&b, f->slot[PRINT_END], "\n") && print_out(vm, f, &b));
    return V_UNBOUND;
}

// The next piece of what goes to any other file: PRINT_I counts arguments and what follows each.
static Value print_piece(Vm *vm, Frame *f, const Tuple *args, bool *is_arg) {
    uint32_t i = (uint32_t)int_of(f->slot[PRINT_I]), n = args->h.n;
    *is_arg = i % 2 == 0 && i / 2 < n;
    if (*is_arg) { return args->items[i / 2]; }
    bool last = i / 2 + 1 >= n;
    Value text = f->slot[last ? PRINT_END : PRINT_SEP];
    return text == V_NONE ? str_new_cstr(vm, last ? "\n" : " ") : text;
}

// Writes pieces as long as that takes no call: V_UNBOUND, all are written; V_STOP: a call is needed.
static Value print_pieces(Vm *vm, Frame *f, const Tuple *args) {
    Value file = f->slot[PRINT_FILE];
    const TypeDef *d = is_ref(file) ? def_of(vm, file) : NULL;
    if (!d || !d->write || !keeps_method(vm, file, d, N_write)) { return V_STOP; }
    while (int_of(f->slot[PRINT_I]) < max_u32(1, 2 * args->h.n)) {
        bool is_arg;
        Value piece = print_piece(vm, f, args, &is_arg);
        TRY_VALUE(piece);
        Value text = is_arg ? str_leaf(vm, piece) : piece;
        TRY_VALUE(text);
        if (text == V_UNBOUND) { return V_STOP; }
        Value n = d->write(vm, file, text);
        TRY_VALUE(n);
        if (n == V_UNBOUND) { return V_STOP; }
        slot_advance(&f->slot[PRINT_I], 1);
    }
    return V_UNBOUND;
}

static Value print_to_file(Vm *vm, Frame *f, const Tuple *args) {
    bool is_arg;
    Value piece, text = V_UNBOUND;
    switch (native_state(f)) {
    case PRINT_WRITE:
        f->slot[PRINT_METHOD] = f->result;
        piece = print_piece(vm, f, args, &is_arg);
        TRY_VALUE(piece);
        text = is_arg ? str_leaf(vm, piece) : piece;
        TRY_VALUE(text);
        if (text == V_UNBOUND) {
            return native_call1(vm, f, PRINT_TEXT, internal(vm, I_STR), piece);
        }
        return native_call1(vm, f, PRINT_WRITTEN, f->slot[PRINT_METHOD], text);
    case PRINT_TEXT: return native_call1(vm, f, PRINT_WRITTEN, f->slot[PRINT_METHOD], f->result);
    case PRINT_WRITTEN:
        slot_advance(&f->slot[PRINT_I], 1);
        if (int_of(f->slot[PRINT_I]) >= max_u32(1, 2 * args->h.n)) { return V_UNBOUND; }
        break;
    default: break;
    }
    Value done = print_pieces(vm, f, args);
    if (done != V_STOP) { return done; }
    return native_call2(vm, f, PRINT_WRITE, internal(vm, I_GETATTR), f->slot[PRINT_FILE],
                        vm_name(vm, N_write));
}

static Value builtin_print(Vm *vm, Frame *f) {
    Tuple *args = slot_obj(vm, f, PRINT_ARGS, T_TUPLE);
    TRY(args);
    if (native_state(f) == PRINT_FLUSHED) { return V_NONE; }
    if (native_state(f) == PRINT_START) {
        Value file = print_target(vm, f->slot[PRINT_FILE]);
        TRY_VALUE(file);
        if (file == V_NONE) { return V_NONE; }
        for (int i = PRINT_SEP; i <= PRINT_END; i++) {
            if (f->slot[i] == V_NONE || isinstance_str(vm, f->slot[i])) { continue; }
            return raise_error(vm, EXC_TypeError, "%s must be None or a string, not %T",
                               i == PRINT_SEP ? "sep" : "end", f->slot[i]);
        }
        f->slot[PRINT_FILE] = file;
        if (f->slot[PRINT_I] == V_UNBOUND) { f->slot[PRINT_I] = int_value(0); }
    }
    bool stream = stream_fd(vm, f->slot[PRINT_FILE]) > 0;
    Value done = stream ? print_to_stream(vm, f, args) : print_to_file(vm, f, args);
    if (done != V_UNBOUND) { return done; }
    if (stream || f->slot[PRINT_FLUSH] != V_TRUE) { return V_NONE; }
    return native_call_method(vm, f, PRINT_FLUSHED, f->slot[PRINT_FILE], vm_name(vm, N_flush), 0,
                              NULL);
}

// Text to a standard stream: strict UTF-8 on stdout, backslash escapes on stderr.
bool vm_write_text(Vm *vm, int fd, const char *text, uint64_t n) {
    size_t bad = utf8_find_surrogate(text, (size_t)n);
    if (bad == n) { return vm_write(vm, fd, text, n); }
    if (fd != 2) {
        Value v = str_new(vm, text, n); // the error has it
        return v != V_RAISED && codec_encode(vm, v, V_UNBOUND, V_UNBOUND) != V_RAISED;
    }
    for (uint64_t at = 0; at < n;) {
        uint64_t next = at + utf8_find_surrogate(text + at, (size_t)(n - at));
        if (next > at && !vm_write(vm, fd, text + at, next - at)) { return false; }
        at = next;
        if (at < n) {
            uint32_t size, cp = utf8_decode(text + at, &size);
            char out[6] = {'\\', 'u', 0, 0, 0, 0};
            for (int k = 0; k < 4; k++) {
                out[2 + k] = "0123456789abcdef"[cp >> (12 - 4 * k) & 15];
            }
            if (!vm_write(vm, fd, out, 6)) { return false; }
            at += size;
        }
    }
    return true;
}

// ---- input -------------------------------------------------------------------------------------

// What sys has under that name; raises when it was deleted, or set to None.
static Value input_stream(Vm *vm, const char *name) {
    Value key = intern_bytes(vm, name, (uint32_t)strlen(name));
    TRY_VALUE(key);
    Value v = dict_get_str(vm, as_dict(vm, vm->head->sys_dict), key);
    if (v == V_UNBOUND || v == V_NONE) {
        return raise_error(vm, EXC_RuntimeError, "input(): lost sys.%s", name);
    }
    return v;
}

// The line without its end.
static Value input_line(Vm *vm, Value line) {
    if (!isinstance_str(vm, line)) {
        return raise_error(vm, EXC_TypeError, "object.readline() returned non-string");
    }
    const Str *s = as_str(vm, line);
    if (s->h.n == 0) { return raise_error(vm, EXC_EOFError, "EOF when reading a line"); }
    return s->data[s->h.n - 1] == '\n' ? str_slice_bytes(vm, s, 0, s->h.n - 1) : line;
}

static Value input_read(Vm *vm, Frame *f, int next) {
    Value in = input_stream(vm, "stdin");
    TRY_VALUE(in);
    if (is_exact(vm, in, T_FILE)) { return stream_ask_line(vm, f, next, in); }
    Value name = intern_bytes(vm, "readline", 8);
    TRY_VALUE(name);
    return native_call2(vm, f, next + 1, internal(vm, I_GETATTR), in, name);
}

// The prompt goes to sys.stdout, the line comes from sys.stdin, whatever objects these are.
static Value builtin_input(Vm *vm, Frame *f) {
    enum { INPUT_START, INPUT_PROMPT, INPUT_WRITE, INPUT_WRITTEN, INPUT_LINE, INPUT_READLINE };
    switch (native_state(f)) {
    case INPUT_START:
        if (f->slot[0] == V_UNBOUND) { return input_read(vm, f, INPUT_LINE); }
        return native_call1(vm, f, INPUT_PROMPT, internal(vm, I_STR), f->slot[0]);
    case INPUT_PROMPT: {
        Value out = input_stream(vm, "stdout");
        TRY_VALUE(out);
        int fd = stream_fd(vm, out);
        if (fd < 0) {
            f->slot[0] = f->result;
            return native_call2(vm, f, INPUT_WRITE, internal(vm, I_GETATTR), out,
                                vm_name(vm, N_write));
        }
        const Str *prompt = result_obj(vm, f, T_STR);
        TRY(prompt);
        TRY(vm_write_text(vm, fd, prompt->data, prompt->h.n));
        native_commit(f, INPUT_WRITTEN); // once, whatever fails
        return input_read(vm, f, INPUT_LINE);
    }
    case INPUT_WRITE: return native_call1(vm, f, INPUT_WRITTEN, f->result, f->slot[0]);
    case INPUT_WRITTEN: return input_read(vm, f, INPUT_LINE);
    case INPUT_READLINE: return native_call0(vm, f, INPUT_LINE, f->result);
    default: return input_line(vm, f->result);
    }
}

static Value builtin_breakpoint(Vm *vm, Value *a) {
    Value name = intern_bytes(vm, "breakpointhook", 14);
    TRY_VALUE(name);
    Value hook = dict_get_str(vm, as_dict(vm, vm->head->sys_dict), name);
    if (hook == V_UNBOUND) { return raise_error(vm, EXC_RuntimeError, "lost sys.breakpointhook"); }
    return native_tailcall_full(vm, hook, a[0], a[1]);
}

const NativeDef builtin_io_functions[] = {
    TAIL("breakpoint", "*args, **kws", builtin_breakpoint,
         "Stop in a debugger: call sys.breakpointhook() with the same arguments."),
    STEPS("input", "prompt=UNBOUND, /", builtin_input, 0, NULL,
          "The next line of standard input, without its end."),
    STEPS("print", "*args, sep=None, end=None, file=None, flush: bool=False", builtin_print, 2,
          NULL,
          "Write values to standard output or another file, with sep between them and end behind."),
    NATIVE_END,
};
