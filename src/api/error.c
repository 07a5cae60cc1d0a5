// error.c: what went wrong, in words for the host.
#include "api/api.h"

#include "object/exc_classes.h"
#include "object/int.h"
#include "vm/ops.h"
#include "vm/traceback.h"

#include <stdlib.h>

enum { ERR_KIND, ERR_TYPE, ERR_MESSAGE, ERR_TRACEBACK };

static void error_set(nx_vm *v, int which, const char *text, size_t len) {
    free(v->error_text[which]);
    char *p = malloc(len + 1);
    if (p) {
        memcpy(p, text, len);
        p[len] = 0;
    }
    v->error_text[which] = p;
}

static void error_publish(nx_vm *v, Value exc) {
    const char *t[4];
    for (int i = 0; i < 4; i++) { t[i] = v->error_text[i] ? v->error_text[i] : ""; }
    v->error =
        (nx_error_info){t[ERR_KIND], t[ERR_TYPE], t[ERR_MESSAGE], t[ERR_TRACEBACK], exc, 1, false};
}

void error_clear(nx_vm *v) {
    for (int i = 0; i < 4; i++) {
        free(v->error_text[i]);
        v->error_text[i] = NULL;
    }
    error_publish(v, 0);
}

void error_plain(nx_vm *v, const char *kind, const char *message) {
    error_set(v, ERR_KIND, kind, strlen(kind));
    error_set(v, ERR_TYPE, "", 0);
    error_set(v, ERR_MESSAGE, message, strlen(message));
    error_set(v, ERR_TRACEBACK, "", 0);
    error_publish(v, 0);
}

void error_from_stop(nx_vm *v) {
    static const char *const kinds[] = {
        [STOP_NONE] = "none",
#define LIMIT(NAME, name, dflt, doc) [STOP_##NAME] = #name,
#include "heap/limits.def"
#undef LIMIT
        [STOP_CANCEL] = "cancelled",
        [STOP_PAUSE] = "paused",
        [STOP_CORRUPT] = "corrupt",
    };
    const char *kind = kinds[v->vm.stop];
    if (v->vm.stop == STOP_TIME) { kind = "time"; }
    error_plain(v, kind,
                v->vm.stop == STOP_CANCEL    ? "the run was cancelled"
                : v->vm.stop == STOP_CORRUPT ? "the machine's state is damaged"
                                             : "a limit was reached");
}

// str(exc), by guest code if need be.
static Value error_message(nx_vm *v, Value exc) {
    Vm *vm = &v->vm;
    Value text = exc_str_leaf(vm, exc);
    if (text == V_UNBOUND || !is_str(vm, text)) {
        exc_clear(vm);
        if (!vm_call_inside(v, internal(vm, I_STR), &exc, 1, &text)) {
            vm->stop = STOP_NONE;
            exc_clear(vm);
            vm->head->depth = 0;
            return V_NONE;
        }
    }
    return text;
}

// sys.exit(None) is a success, a number itself (its lowest byte, as for processes), all else a text
// to be shown, and a failure.
static int exit_status(Vm *vm, Value exc, bool *with_text) {
    Value code = exc_field(vm, exc, EXIT_CODE);
    int64_t n;
    if (code == V_UNBOUND || code == V_NONE) { return 0; }
    if (is_bool(code)) { return code == V_TRUE; }
    if (isinstance_int(vm, code)) { return int_to_i64(vm, code, &n) ? (int)(n & 0xFF) : 0xFF; }
    *with_text = true;
    return 1;
}

void error_from_exception(nx_vm *v) {
    Vm *vm = &v->vm;
    Value exc = vm->head->exc;
    exc_clear(vm);
    vm->head->handled = V_NONE;
    vm->alloc_failed = false;
    error_set(v, ERR_KIND, "exception", 9);
    Value name = as_type(vm, class_of(vm, exc))->qualname;
    error_set(v, ERR_TYPE, as_str(vm, name)->data, as_str(vm, name)->h.n);
    vm->head->unraisable = exc; // kept alive and findable while guest code runs below
    Value text = error_message(v, exc);
    exc = vm->head->unraisable;
    if (is_tagged(vm, text, T_STR)) {
        error_set(v, ERR_MESSAGE, as_str(vm, text)->data, as_str(vm, text)->h.n);
    }
    Value traceback = V_NONE;
    bool shown = vm->exc_shown; // by the program itself: there is nothing left to show
    vm->exc_shown = false;
    if (!shown && !vm_call_inside(v, internal(vm, I_PRINT_ERROR), &exc, 1, &traceback)) {
        vm->stop = STOP_NONE;
        exc_clear(vm);
        vm->alloc_failed = false;
        vm->head->depth = 0;
    }
    if (is_tagged(vm, traceback, T_STR)) {
        error_set(v, ERR_TRACEBACK, as_str(vm, traceback)->data, as_str(vm, traceback)->h.n);
    }
    exc = vm->head->unraisable;
    error_publish(v, exc);
    if (isinstance_exc(vm, exc, EXC_SystemExit)) {
        v->error.exit_status = exit_status(vm, exc, &v->error.exits_with_text);
    }
}

const nx_error_info *nx_error(nx_vm *v) { return &v->error; }
