// cap.c: the one way to a capability. See cap.h.
#include "cap/cap.h"

#include "cap/iobuffer.h"
#include "object/exc.h"
#include "object/exc_classes.h"
#include "object/int.h"
#include "object/list.h"
#include "rt/internals.h"
#include "vm/hostcall.h"
#include "vm/internals.h"
#include "vm/ops.h"

// What an operation costs beside what its function charges by length.
enum { CAP_STEPS = 16 };

typedef struct CapRow {
    const char *name;
    Value (*fn)(Vm *vm, Value *a);
    uint8_t n_args, flags;
} CapRow;

static const CapRow cap_rows[CAP_COUNT] = {
#define CAP(NAME, name, fn, n, flags) {name, fn, n, flags},
#include "cap/cap_ops.def"
#undef CAP
};

// ---- errors ------------------------------------------------------------------------------------

static const char *errno_text(int64_t number) {
    switch (number) {
#define ERRNO(n, text)                                                                             \
    case n:                                                                                        \
        return text;
#include "cap/errno.def"
#undef ERRNO
    default: return NULL;
    }
}

Value cap_error_text(Vm *vm, int64_t number) {
    const char *text = errno_text(number);
    return text ? str_new_cstr(vm, text) : format_text(vm, "Unknown error %l", number);
}

Value cap_raise(Vm *vm, int number, Value filename, Value filename2) {
    Value text = cap_error_text(vm, number);
    TRY_VALUE(text);
    Value parts[5] = {int_value(number), text, filename, V_NONE, filename2};
    uint32_t n = filename2 != V_NONE ? 5 : filename != V_NONE ? 3 : 2;
    Value args = tuple_from(vm, parts, n);
    TRY_VALUE(args);
    Value exc = exc_new(vm, exc_os_class(vm, as_tuple(vm, args)), args);
    return exc == V_RAISED ? exc : raise_value(vm, exc);
}

// ---- buffers to be written ---------------------------------------------------------------------

static List *dirty_list(Vm *vm) {
    return is_exact(vm, vm->head->files, T_LIST) ? as_list(vm, vm->head->files) : NULL;
}

bool cap_list_dirty(Vm *vm, Value file) {
    List *l = dirty_list(vm);
    if (!l) {
        Value v = list_new(vm, 4);
        if (v == V_RAISED) { return false; }
        vm->head->files = v;
        l = as_list(vm, v);
    }
    return list_append(vm, l, file);
}

void cap_unlist_dirty(Vm *vm, Value file) {
    List *l = dirty_list(vm);
    if (!l || l->h.n == 0) { return; }
    Value *items = list_open(vm, l);
    uint32_t at = l->h.n;
    while (at && items[at - 1] != file) { at--; }
    if (!at) { return; }
    memmove(items + at - 1, items + at, (l->h.n - at) * sizeof(Value));
    l->h.n--;
}

// Takes one object off the list and asks for its flush, which comes back in state `next` however it
// ends: what could not be written stays in the object, and its owner hears of it from close().
// V_UNBOUND: there is none.
static Value flush_one(Vm *vm, Frame *f, int next) {
    List *l = dirty_list(vm);
    if (!l || l->h.n == 0) { return V_UNBOUND; }
    Value file = list_open(vm, l)[0];
    Value name = intern_bytes(vm, "flush", 5);
    TRY_VALUE(name);
    native_catch(f, next);
    Value v = native_call_method(vm, f, next, file, name, 0, NULL);
    TRY_VALUE(v);
    if (is_tagged(vm, file, T_IOBUFFER)) {
        IoBuffer *b = ref_ptr(vm, file);
        b->flags &= ~(uint32_t)IOBUF_LISTED;
    }
    cap_unlist_dirty(vm, file);
    return v;
}

// sys.excepthook when a program has put a function of its own there; V_UNBOUND.
static Value own_excepthook(Vm *vm) {
    Value now = intern_bytes(vm, "excepthook", 10), was = intern_bytes(vm, "__excepthook__", 14);
    if (now == V_RAISED || was == V_RAISED) { return V_RAISED; }
    const Dict *sys = as_dict(vm, vm->head->sys_dict);
    Value hook = dict_get_str(vm, sys, now);
    // Its own is a native of the image, which the host shows by itself.
    bool own = is_ref(hook) && !heap_is_image(vm, ref_offset(hook));
    return own ? hook : V_UNBOUND;
}

// Coroutines that never started: some may be lost, which a collection finds out.
static bool coroutines_wait(Vm *vm) {
    const Head *h = vm->head;
    for (uint32_t i = 0; i < h->n_finalizable; i++) {
        const Obj *o = as_obj(vm, ((Values *)ref_ptr(vm, h->finalizable))->items[i]);
        if (o->type == T_COROUTINE && !(o->flags & OBJ_SETTLED)) { return true; }
    }
    return false;
}

// Finalizers that are still to run. They run before this native does again.
static bool finalizers_wait(Vm *vm) {
    Value queue = vm->head->pending_calls;
    return is_tagged(vm, queue, T_VALUES) && int_of(((Values *)ref_ptr(vm, queue))->items[0]) > 0;
}

// I_RUN_PROGRAM: callee(*args) as a whole run of the host: what it raises is shown to
// sys.excepthook, and what it left in buffers is written when it ends.
Value run_program_steps(Vm *vm, Frame *f) {
    enum {
        PROGRAM_START,
        PROGRAM_DONE,
        PROGRAM_FAILED,
        PROGRAM_FLUSHED,
        PROGRAM_HOOKED,
        PROGRAM_COLLECTED
    };
    enum { CALLEE, ARGS, RESULT, RAISED, SHOWN };
    Head *h = vm->head;
    switch (native_state(f)) {
    case PROGRAM_START: {
        TRY(slot_obj(vm, f, ARGS, T_TUPLE));
        native_catch(f, PROGRAM_FAILED);
        h->depth--; // it counts as no call
        return native_call_full(vm, f, PROGRAM_DONE, f->slot[CALLEE], f->slot[ARGS], V_NONE);
    }
    case PROGRAM_DONE:
        h->depth++;
        f->slot[RAISED] = V_FALSE;
        f->slot[RESULT] = f->result;
        break;
    case PROGRAM_FAILED: {
        h->depth++;
        f->slot[RAISED] = V_TRUE;
        Value exc = f->slot[RESULT] = f->result;
        if (isinstance_exc(vm, exc, EXC_SystemExit)) { break; }
        Value hook = own_excepthook(vm);
        TRY_VALUE(hook);
        if (hook == V_UNBOUND) { break; }
        f->slot[SHOWN] = V_TRUE;
        native_catch(f, PROGRAM_HOOKED);
        return native_call3(vm, f, PROGRAM_FLUSHED, hook, class_of(vm, exc), exc,
                            ((Exception *)ref_ptr(vm, exc))->traceback);
    }
    case PROGRAM_HOOKED: f->slot[SHOWN] = V_FALSE; break; // the hook failed: the host shows it
    default: break;
    }
    bool collects = is_ref(f->slot[ARGS]) && coroutines_wait(vm); // once
    if (collects || (native_state(f) == PROGRAM_COLLECTED && finalizers_wait(vm))) {
        f->slot[ARGS] = V_NONE;
        if (collects) { h->gc_threshold = 0; }
        vm_request_safepoint(vm);
        return native_again(vm, f, PROGRAM_COLLECTED);
    }
    Value v = flush_one(vm, f, PROGRAM_FLUSHED);
    if (v != V_UNBOUND) { return v; }
    if (f->slot[RAISED] != V_TRUE) { return f->slot[RESULT]; }
    vm->exc_shown = f->slot[SHOWN] == V_TRUE;
    return exc_restore(vm, f->slot[RESULT]);
}

// ---- operations --------------------------------------------------------------------------------

static Value cap_ask(Vm *vm, CapOp op, Value *a) {
    const CapRow *row = &cap_rows[op];
    VmHost *host = vm->host;
    if (!host) { return raise_stop(vm, STOP_CORRUPT); }
    TRY(native_charge(vm, CAP_STEPS));
    if (!host->deadline_ms || !(row->flags & CAP_SLOW)) { return row->fn(vm, a); }
    uint64_t before = host->now_ms(host->ctx);
    Value v = row->fn(vm, a);
    host->deadline_ms += host->now_ms(host->ctx) - before;
    return v;
}

static bool must_flush(Vm *vm, CapOp op) {
    const List *l = cap_rows[op].flags & CAP_FLUSH ? dirty_list(vm) : NULL;
    return l && l->h.n;
}

// Files that a program let go of are closed by a collection. It comes early, before the host has too
// many open: when there are twice as many as the last one left.
enum { CAP_FEW_FILES = 64 };

static bool many_files(Vm *vm, CapOp op) {
    const VmHost *host = vm->host;
    return op == CAP_FILES_OPEN && host->n_handles >= CAP_FEW_FILES &&
           host->n_handles >= host->collect_handles;
}

Value cap_call(Vm *vm, CapOp op, Value *a) {
    Value asked = V_FALSE;
    if (!(vm->modes & NX_MODE_PENDING) && !must_flush(vm, op) && !many_files(vm, op)) {
        Value v = cap_ask(vm, op, a);
        if (NX_LIKELY(v != V_STOP)) { return v; }
        asked = V_TRUE;
    }
    Value args = tuple_from(vm, a, cap_rows[op].n_args);
    TRY_VALUE(args);
    Value call[3] = {int_value(op), args, asked};
    return native_tail_internal(vm, I_CAP_CALL, 3, call);
}

Value cap_call_next(Vm *vm, Frame *f, int next, CapOp op, Value *a) {
    Value args = tuple_from(vm, a, cap_rows[op].n_args);
    TRY_VALUE(args);
    return native_call3(vm, f, next, internal(vm, I_CAP_CALL), int_value(op), args, V_FALSE);
}

static Value cap_wait(Vm *vm, Frame *f, int next) {
    f->slot[HOST_ANSWER] = V_UNBOUND;
    vm->head->host_call = ptr_value(vm, f);
    vm_request_safepoint(vm);
    return native_again(vm, f, next);
}

// I_CAP_CALL: an operation whose buffers must be written first, or whose host said "later". The host
// finds its answer's place in the same slots as that of a host function.
Value cap_call_steps(Vm *vm, Frame *f) {
    enum { CAP_START, CAP_WAITED, CAP_COLLECTED };
    Tuple *args = slot_obj(vm, f, HOST_ARGS, T_TUPLE);
    TRY(args);
    Value number = f->slot[HOST_FN];
    if (!is_int(number) || (uint64_t)int_of(number) >= CAP_COUNT ||
        args->h.n != cap_rows[int_of(number)].n_args) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    CapOp op = (CapOp)int_of(number);
    if (native_state(f) == CAP_START && many_files(vm, op)) {
        vm->head->gc_threshold = 0; // the next safepoint collects
        vm_request_safepoint(vm);
        return native_again(vm, f, CAP_COLLECTED);
    }
    if (native_state(f) == CAP_COLLECTED) {
        if (finalizers_wait(vm)) {
            vm_request_safepoint(vm);
            return native_again(vm, f, CAP_COLLECTED);
        }
        vm->host->collect_handles = vm->host->n_handles * 2;
    }
    if (native_state(f) != CAP_WAITED) {
        if (cap_rows[op].flags & CAP_FLUSH) {
            Value v = flush_one(vm, f, CAP_START);
            if (v != V_UNBOUND) { return v; }
        }
        if (f->slot[HOST_NAMES] == V_TRUE || (vm->modes & NX_MODE_PENDING)) {
            return cap_wait(vm, f, CAP_WAITED);
        }
    } else if (f->slot[HOST_ANSWER] != V_UNBOUND) {
        Value v = f->slot[HOST_ANSWER];
        return f->slot[HOST_NAMES] == V_TRUE ? raise_value(vm, v) : v;
    }
    Value v = cap_ask(vm, op, args->items);
    return v == V_STOP ? cap_wait(vm, f, CAP_WAITED) : v;
}

const char *cap_name(Value number) {
    return is_int(number) && (uint64_t)int_of(number) < CAP_COUNT ? cap_rows[int_of(number)].name
                                                                  : "";
}
