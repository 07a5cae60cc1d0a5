// sys.c: the functions of the sys module. Its plain values (version, limits, struct sequences) are
// set by the frozen module _boot, which runs while the image is made.
#include "base/lz.h"
#include "object/bytes.h"
#include "object/exc.h"
#include "object/int.h"
#include "vm/frameinfo.h"
#include "object/list.h"
#include "object/module.h"
#include "lib/fallback.h"
#include "vm/internals.h"
#include "vm/io.h"
#include "vm/ops.h"

static Value sys_exit(Vm *vm, Value *a) {
    Value args = tuple_from(vm, &a[0], a[0] == V_UNBOUND || a[0] == V_NONE ? 0 : 1);
    TRY_VALUE(args);
    if (is_tagged(vm, a[0], T_TUPLE)) { args = a[0]; }
    Value exc = exc_new(vm, exc_class(vm, EXC_SystemExit), args);
    return exc == V_RAISED ? exc : raise_value(vm, exc);
}

static Value sys_exception(Vm *vm, Value *a) {
    (void)a;
    return vm->head->handled;
}

static Value sys_exc_info(Vm *vm, Value *a) {
    Value exc = vm->head->handled;
    (void)a;
    Value parts[3] = {V_NONE, V_NONE, V_NONE};
    if (is_exception(vm, exc)) {
        parts[0] = class_of(vm, exc);
        parts[1] = exc;
        parts[2] = ((Exception *)ref_ptr(vm, exc))->traceback;
    }
    return tuple_from(vm, parts, 3);
}

static Value sys_getrecursionlimit(Vm *vm, Value *a) {
    (void)a;
    const Head *h = vm->head;
    return int_value(h->recursion_limit ? h->recursion_limit : h->depth_limit);
}

static Value sys_setrecursionlimit(Vm *vm, Value *a) {
    int64_t n = int_of(a[0]);
    if (n < 1) {
        return raise_error(vm, EXC_ValueError, "recursion limit must be greater or equal than 1");
    }
    if ((uint64_t)n <= vm->head->depth) {
        return raise_error(vm, EXC_RecursionError,
                           "cannot set the recursion limit to %l at the recursion depth %u: the "
                           "limit is too low",
                           n, (uint32_t)vm->head->depth);
    }
    vm->head->depth_limit = (uint32_t)n;
    vm->head->recursion_limit = 0;
    return V_NONE;
}

static Value sys_intern(Vm *vm, Value *a) {
    if (is_str(vm, a[0])) { return intern_str(vm, a[0]); }
    return raise_error(vm, EXC_TypeError, "can't intern %T", a[0]);
}

static Value sys_getsizeof(Vm *vm, Value *a) {
    return int_value(is_ref(a[0]) ? heap_charge_of(obj_size(as_obj(vm, a[0]))) : 16);
}

static Value sys_getrefcount(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return int_value(2);
}

static Value sys_get_int_max_str_digits(Vm *vm, Value *a) {
    (void)a;
    return int_value((int64_t)vm->head->max_str_digits);
}

static Value sys_set_int_max_str_digits(Vm *vm, Value *a) {
    int64_t n = int_of(a[0]);
    if (n != 0 && n < 640) {
        return raise_error(vm, EXC_ValueError, "maxdigits must be >= 640 or 0 for unlimited");
    }
    vm->head->max_str_digits = (uint64_t)n;
    return V_NONE;
}

// __name__ of the caller's module, `depth` frames further down.
static Value sys_getframemodulename(Vm *vm, Value *a) {
    int64_t depth = int_of(a[0]);
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev) {
        const Frame *f = as_frame(vm, v);
        if (frame_is_native(vm, f) || depth-- > 0) { continue; }
        Value name = dict_get_str(vm, as_dict(vm, f->globals), vm_name(vm, N___name__));
        return name == V_UNBOUND ? V_NONE : name;
    }
    return V_NONE;
}

static Value sys_getframe(Vm *vm, Value *a) {
    int64_t n = int_clamp_i64(vm, a[0]);
    Value info = frameinfo_running(vm, n > 0 ? n : 0);
    if (info != V_NONE) { return info; }
    return raise_error(vm, EXC_ValueError, "call stack is not deep enough");
}

static Value sys_getdefaultencoding(Vm *vm, Value *a) {
    (void)a;
    return str_new_cstr(vm, "utf-8");
}

// The attribute of sys that is a stream, or V_UNBOUND when there is none.
static Value sys_stream(Vm *vm, const char *name) {
    Value key = intern_bytes(vm, name, 6);
    TRY_VALUE(key);
    Value out = dict_get_str(vm, as_dict(vm, vm->head->sys_dict), key);
    return out == V_NONE ? V_UNBOUND : out;
}

// The repr goes to sys.stdout, whatever object that is: first it, then the end of the line.
static Value sys_displayhook(Vm *vm, Frame *f) {
    enum { SHOW_START, SHOW_REPR, SHOW_WRITE, SHOW_WRITTEN, SHOW_WRITE_END, SHOW_END };
    enum { OBJECT, TEXT };
    Value underscore = vm_name(vm, N_underscore);
    Dict *builtins = as_dict(vm, vm->head->builtins);
    switch (native_state(f)) {
    case SHOW_START:
        if (f->slot[OBJECT] == V_NONE) { return V_NONE; }
        TRY(dict_set_str(vm, builtins, underscore, V_NONE));
        return native_call1(vm, f, SHOW_REPR, internal(vm, I_REPR), f->slot[OBJECT]);
    case SHOW_REPR:
    case SHOW_WRITTEN: {
        Value out = sys_stream(vm, "stdout");
        TRY_VALUE(out);
        if (out == V_UNBOUND) { return raise_error(vm, EXC_RuntimeError, "lost sys.stdout"); }
        bool begin = native_state(f) == SHOW_REPR;
        if (begin) {
            TRY(result_obj(vm, f, T_STR));
            f->slot[TEXT] = f->result;
        }
        int fd = stream_fd(vm, out);
        if (fd <= 0) {
            return native_call2(vm, f, begin ? SHOW_WRITE : SHOW_WRITE_END, internal(vm, I_GETATTR),
                                out, vm_name(vm, N_write));
        }
        const Str *s = begin ? as_str(vm, f->slot[TEXT]) : NULL;
        TRY((!s || vm_write_text(vm, fd, s->data, s->h.n)) && vm_write(vm, fd, "\n", 1));
        break;
    }
    case SHOW_WRITE: return native_call1(vm, f, SHOW_WRITTEN, f->result, f->slot[TEXT]);
    case SHOW_WRITE_END: {
        Value end = intern_bytes(vm, "\n", 1);
        TRY_VALUE(end);
        return native_call1(vm, f, SHOW_END, f->result, end);
    }
    default: break;
    }
    TRY(dict_set_str(vm, builtins, underscore, f->slot[OBJECT]));
    return V_NONE;
}

// What is written of a value that is no exception.
static Value excepthook_no_exception(Vm *vm, Value v) {
    if (v == V_NONE) { return format_text(vm, "NoneType: None\n"); }
    return format_text(vm, "TypeError: print_exception(): Exception expected for value, %T found\n",
                       v);
}

enum { EXCEPTHOOK_START, EXCEPTHOOK_TEXT, EXCEPTHOOK_WRITE, EXCEPTHOOK_WRITTEN };
enum { EXCEPTHOOK_TYPE, EXCEPTHOOK_VALUE, EXCEPTHOOK_TRACEBACK };

// The text goes to sys.stderr, whatever object that is.
static Value excepthook_write(Vm *vm, Frame *f, Value text) {
    Value out = sys_stream(vm, "stderr");
    TRY_VALUE(out);
    if (out == V_UNBOUND || !isinstance_str(vm, text)) { return V_NONE; }
    const Str *s = as_str(vm, text);
    int fd = stream_fd(vm, out);
    if (fd > 0) { return vm_write_text(vm, fd, s->data, s->h.n) ? V_NONE : V_RAISED; }
    f->slot[EXCEPTHOOK_VALUE] = text;
    return native_call2(vm, f, EXCEPTHOOK_WRITE, internal(vm, I_GETATTR), out,
                        vm_name(vm, N_write));
}

static Value sys_excepthook(Vm *vm, Frame *f) {
    Value value = f->slot[EXCEPTHOOK_VALUE];
    switch (native_state(f)) {
    case EXCEPTHOOK_START: {
        if (is_exception(vm, value)) {
            return native_call1(vm, f, EXCEPTHOOK_TEXT, internal(vm, I_PRINT_ERROR), value);
        }
        Value text = excepthook_no_exception(vm, value);
        TRY_VALUE(text);
        return excepthook_write(vm, f, text);
    }
    case EXCEPTHOOK_TEXT: return excepthook_write(vm, f, f->result);
    case EXCEPTHOOK_WRITE: return native_call1(vm, f, EXCEPTHOOK_WRITTEN, f->result, value);
    default: return V_NONE;
    }
}

// Shows an exception that cannot be raised.
static Value sys_unraisablehook(Vm *vm, Value *a) {
    return fallback_call(vm, "_sitebuiltins", "show_unraisable", 1, a);
}

// What breakpoint() calls: the function that $PYTHONBREAKPOINT names.
static Value sys_breakpointhook(Vm *vm, Value *a) {
    Value fn = fallback_function(vm, "_sitebuiltins", "breakpointhook");
    return fn == V_RAISED ? fn : native_tailcall_full(vm, fn, a[0], a[1]);
}

// There are no trace and profile functions: none is set, and none can be.
static Value sys_no_hook(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NONE;
}

static Value sys_set_no_hook(Vm *vm, Value *a) {
    if (a[0] == V_NONE) { return V_NONE; }
    return raise_error(vm, EXC_NotImplementedError,
                       "functions that trace a program are not supported");
}

static Value sys_is_finalizing(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_FALSE;
}

// There is a module of that name in the image.
static Value sys_is_frozen(Vm *vm, Value *a) {
    return bool_value(dict_get_str(vm, as_dict(vm, vm->head->frozen), a[0]) != V_UNBOUND);
}

// The source of a module that the image keeps packed, and whether it is a package's; None for others.
static Value sys_packed(Vm *vm, Value *a) {
    enum { PACKED, LENGTH, IS_PACKAGE, N_FIELDS }; // tools/image/mkimage.c makes them
    Value found = dict_get_str(vm, as_dict(vm, vm->head->frozen), a[0]);
    if (!is_exact(vm, found, T_TUPLE)) { return V_NONE; }
    const Tuple *t = as_tuple(vm, found);
    if (t->h.n != N_FIELDS || !is_exact(vm, t->items[PACKED], T_BYTES) ||
        !is_int(t->items[LENGTH])) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    uint64_t len = index_of(t->items[LENGTH]);
    TRY(native_charge(vm, len));
    Bytes *text = bytes_alloc(vm, len);
    TRY(text);
    const Bytes *packed = ref_ptr(vm, t->items[PACKED]);
    if (!lz_unpack(packed->data, packed->h.n, text->data, (size_t)len)) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    Value both[2] = {ptr_value(vm, text), t->items[IS_PACKAGE]};
    return tuple_from(vm, both, 2);
}

// The hooks stand in a tuple; without any, there is none.
static Value sys_hooks(Vm *vm) {
    Value hooks = vm->head->async_hooks;
    if (is_exact(vm, hooks, T_TUPLE) && as_tuple(vm, hooks)->h.n == 2) { return hooks; }
    return tuple_from(vm, (Value[]){V_NONE, V_NONE}, 2);
}

static Value sys_get_asyncgen_hooks(Vm *vm, Value *a) {
    (void)a;
    Value hooks = sys_hooks(vm), name = intern_bytes(vm, "_asyncgen_hooks", 15);
    TRY(hooks != V_RAISED && name != V_RAISED);
    Value cls = dict_get_str(vm, as_dict(vm, vm->head->sys_dict), name);
    return cls == V_UNBOUND ? hooks : native_tailcall(vm, cls, 1, &hooks);
}

static Value sys_set_asyncgen_hooks(Vm *vm, Value *a) {
    static const char *const names[] = {"firstiter", "finalizer"};
    Value hooks = sys_hooks(vm);
    TRY_VALUE(hooks);
    Value both[2] = {as_tuple(vm, hooks)->items[0], as_tuple(vm, hooks)->items[1]};
    for (uint32_t i = 2; i-- > 0;) {
        if (a[i] == V_UNBOUND) { continue; }
        if (a[i] != V_NONE && !is_callable(vm, a[i])) {
            return raise_error(vm, EXC_TypeError, "callable %s expected, got %T", names[i], a[i]);
        }
        both[i] = a[i];
    }
    bool none = both[0] == V_NONE && both[1] == V_NONE;
    hooks = none ? V_NONE : tuple_from(vm, both, 2);
    TRY_VALUE(hooks);
    vm->head->async_hooks = hooks;
    return V_NONE;
}

// There are no hooks for what is told.
static Value sys_audit(Vm *vm, Value *a) {
    if (isinstance_str(vm, a[0])) { return V_NONE; }
    return raise_error(vm, EXC_TypeError, "audit() argument 1 must be str, not %s",
                       argument_class_name(vm, a[0]));
}

static Value sys_call_tracing(Vm *vm, Value *a) {
    if (!is_tagged(vm, a[1], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError, "call_tracing() argument 2 must be tuple, not %s",
                           argument_class_name(vm, a[1]));
    }
    const Tuple *args = as_tuple(vm, a[1]);
    return native_tailcall(vm, a[0], args->h.n, args->items);
}

static const NativeDef sys_functions[] = {
    LEAF("audit", "event, /, *args", sys_audit, "Tell of an event; there is nobody who listens."),
    TAIL("breakpointhook", "*args, **kwargs", sys_breakpointhook,
         "Call the debugger that the environment names; warn if there is none."),
    TAIL("call_tracing", "func, args, /", sys_call_tracing, "Call a function: func(*args)."),
    STEPS("displayhook", "object, /", sys_displayhook, 1, NULL,
          "Show the value of a line: write its repr, and keep it as _."),
    STEPS("excepthook", "exctype, value, traceback, /", sys_excepthook, 0, NULL,
          "What happens to an exception that nobody handles: it is printed."),
    LEAF("exc_info", "", sys_exc_info, "Class, exception and traceback of what is being handled."),
    LEAF("exception", "", sys_exception, "The exception that is being handled, or None."),
    LEAF("exit", "status=UNBOUND, /", sys_exit, "End the program, by SystemExit."),
    TAIL("get_asyncgen_hooks", "", sys_get_asyncgen_hooks,
         "The hooks of set_asyncgen_hooks(), as a named tuple."),
    LEAF("get_int_max_str_digits", "", sys_get_int_max_str_digits, NULL),
    LEAF("_getframemodulename", "depth: cint=0", sys_getframemodulename,
         "The name of the module that called, so many calls out."),
    LEAF("_getframe", "depth: cint=0, /", sys_getframe,
         "The frame that calls this, or one so many calls out."),
    LEAF("getdefaultencoding", "", sys_getdefaultencoding, NULL),
    LEAF("getfilesystemencoding", "", sys_getdefaultencoding, NULL),
    LEAF("getprofile", "", sys_no_hook, "The profile function, which is always None."),
    LEAF("getrecursionlimit", "", sys_getrecursionlimit, NULL),
    LEAF("getrefcount", "object, /", sys_getrefcount, NULL),
    LEAF("getsizeof", "object, default=UNBOUND", sys_getsizeof, NULL),
    LEAF("gettrace", "", sys_no_hook, "The trace function, which is always None."),
    LEAF("intern", "string: str, /", sys_intern, NULL),
    LEAF("_is_frozen", "name: str, /", sys_is_frozen, NULL),
    LEAF("_packed", "name: str, /", sys_packed, NULL),
    LEAF("setprofile", "function, /", sys_set_no_hook, "None may be set, nothing else."),
    LEAF("settrace", "function, /", sys_set_no_hook, "None may be set, nothing else."),
    LEAF("is_finalizing", "", sys_is_finalizing, NULL),
    {"set_asyncgen_hooks", "firstiter=UNBOUND, finalizer=UNBOUND", sys_set_asyncgen_hooks, NULL,
     NULL,
     "Have functions called for asynchronous generators: firstiter before the first use of\n"
     "one, finalizer when nobody can reach one any more that is not over.",
     NATIVE_LEAF, 0, NATIVE_UNNAMED, 0},
    LEAF("set_int_max_str_digits", "maxdigits: cint", sys_set_int_max_str_digits, NULL),
    LEAF("setrecursionlimit", "limit: int, /", sys_setrecursionlimit, NULL),
    TAIL("unraisablehook", "unraisable, /", sys_unraisablehook,
         "Show an exception that cannot be raised, on sys.stderr."),
    NATIVE_END,
};

const ModuleDef sys_module = {"sys", "Values and functions of the running interpreter.",
                              sys_functions, NULL};
