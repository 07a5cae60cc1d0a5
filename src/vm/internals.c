// internals.c: the table of internal operations, and small helpers shared by the VM's files.
#include "vm/internals.h"

#include "base/distance.h"
#include "base/utf8.h"
#include "object/exc.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/module.h"
#include "object/native_kind.h"
#include "object/number_format.h"
#include "object/steps_fast.h"
#include "rt/internals.h"
#include "vm/ops.h"

const NativeDef *internal_def(Internal i, NativeDef *out) {
    static const struct {
        const char *name, *sig;
        StepsFn fn;
        uint8_t scratch;
    } rows[I_COUNT] = {
#define X(NAME, fn, scratch, sig) [I_##NAME] = {#NAME, sig, fn, scratch},
#include "rt/internals.def"
#undef X
    };
    *out = (NativeDef)STEPS(rows[i].name, rows[i].sig, rows[i].fn, rows[i].scratch, NULL, NULL);
    out->leaf = internal_leaf(i);
    if (i == I_DRAIN) { out->sink = drain_sink; }
    if (i == I_TASK_STEP) { out->unwind = task_step_unwind; }
    return out;
}

// A special method that CPython has as a slot, not as a plain method.
static bool native_is_slot(Vm *vm, const NativeObj *nat) {
    static const char *const methods[] = {
        "__alloc__",
        "__bytes__",
        "__ceil__",
        "__complex__",
        "__dir__",
        "__enter__",
        "__exit__",
        "__floor__",
        "__format__",
        "__getnewargs__",
        "__getstate__",
        "__prepare__",
        "__instancecheck__",
        "__mro_entries__",
        "__reduce__",
        "__reduce_ex__",
        "__reversed__",
        "__round__",
        "__set_name__",
        "__setstate__",
        "__sizeof__",
        "__subclasscheck__",
        "__subclasses__",
        "__trunc__",
        "__copy__",
        "__deepcopy__",
        "__length_hint__",
        "__getnewargs_ex__",
        "__replace__",
        "__typing_subst__",
        "__typing_prepare_subst__",
        "__class_getitem__",
    };
    const Str *s = as_str(vm, nat->name);
    if (s->h.n <= 4 || s->data[0] != '_' || s->data[1] != '_') { return false; }
    for (uint32_t i = 0; i < COUNT_OF(methods); i++) {
        if (str_equals_cstr(s, methods[i])) { return false; }
    }
    uint32_t tag = as_type(vm, nat->owner)->tag;
    if (nat->name == vm_name(vm, N___getitem__)) { return tag != T_LIST && tag != T_DICT; }
    if (nat->name == vm_name(vm, N___contains__)) {
        return tag != T_DICT && tag != T_SET && tag != T_FROZENSET;
    }
    return true;
}

TypeTag native_class_tag(Vm *vm, const NativeObj *nat) {
    if (!is_ref(nat->owner) || !is_type(vm, nat->owner)) { return T_BUILTIN_METHOD; }
    if (nat->flags & NATIVE_CLASS) {
        return nat->name == vm_name(vm, N___new__) ? T_BUILTIN_METHOD : T_CLASSMETHOD_DESCRIPTOR;
    }
    if (nat->flags & NATIVE_STATIC) { return T_BUILTIN_METHOD; }
    return native_is_slot(vm, nat) ? T_WRAPPER_DESCRIPTOR : T_METHOD_DESCRIPTOR;
}

TypeTag method_class_tag(Vm *vm, const BoundMethod *m) {
    if (m->h.small == METHOD_PLAIN || !is_exact(vm, m->func, T_NATIVE)) { return T_METHOD; }
    const NativeObj *nat = as_native(vm, m->func);
    bool wrapper = native_class_tag(vm, nat) == T_WRAPPER_DESCRIPTOR;
    return wrapper ? T_METHOD_WRAPPER : T_BUILTIN_METHOD;
}

bool is_print_function(Vm *vm, Value v) {
    return is_exact(vm, v, T_NATIVE) &&
           str_equals_cstr(as_str(vm, as_native(vm, v)->name), "print");
}

bool exc_init_is_plain(Vm *vm, Value cls) {
    const Type *t = as_type(vm, cls);
    (void)t;
    return type_lookup(vm, cls, vm_name(vm, N___init__)) ==
               dict_get_str(vm, as_dict(vm, as_type(vm, exc_class(vm, EXC_BaseException))->dict),
                            vm_name(vm, N___init__)) &&
           type_lookup(vm, cls, vm_name(vm, N___new__)) ==
               dict_get_str(vm, as_dict(vm, as_type(vm, exc_class(vm, EXC_BaseException))->dict),
                            vm_name(vm, N___new__));
}

Value format_number_leaf(Vm *vm, Value v, Value spec) {
    if (is_int(v) || is_exact(vm, v, T_INT)) { return format_int(vm, v, spec); }
    if (is_double(v)) { return format_float(vm, v, spec); }
    if (is_str(vm, v)) { return format_str(vm, v, spec); }
    return V_UNBOUND;
}

// ---- suggestions -------------------------------------------------------------------------------

// The candidate nearest to name, as CPython's "Did you mean"; V_NONE when none is near.
static bool suggest_is_before(const Str *a, const Str *b) {
    int c = memcmp(a->data, b->data, min_u32(a->h.n, b->h.n));
    return c < 0 || (c == 0 && a->h.n < b->h.n);
}

Value suggest_name(Vm *vm, Value name, const Value *candidates, uint32_t n, bool sorted) {
    const Str *s = as_str(vm, name);
    Value best = V_NONE;
    uint32_t best_distance = UINT32_MAX;
    if (n >= 750) { return V_NONE; }
    for (uint32_t i = 0; i < n; i++) {
        if (!isinstance_str(vm, candidates[i]) || candidates[i] == name) { continue; }
        const Str *c = as_str(vm, candidates[i]);
        if (str_equal(s, c)) { continue; }
        // Of several that are as near the first counts: in order, or in that of the alphabet.
        bool first = sorted && best != V_NONE && suggest_is_before(c, as_str(vm, best));
        uint32_t most = min_u32(edit_limit(s->h.n, c->h.n), best_distance - !first);
        uint32_t d = edit_distance(s->data, s->h.n, c->data, c->h.n, most);
        if (d > most) { continue; }
        best = candidates[i];
        best_distance = d;
    }
    return best;
}

static Value queue_take(Vm *vm) {
    if (!is_ref(vm->head->pending_calls)) { return V_UNBOUND; }
    Values *queue = ref_ptr(vm, vm->head->pending_calls);
    int64_t n = int_of(queue->items[0]);
    if (n == 0) { return V_UNBOUND; }
    Value item = queue->items[n];
    queue->items[n] = V_UNBOUND;
    queue->items[0] = int_value(n - 1);
    return item;
}

Value frozen_function(Vm *vm, const char *module, const char *function) {
    Value name = intern_bytes(vm, module, (uint32_t)strlen(module));
    Value key = intern_bytes(vm, function, (uint32_t)strlen(function));
    TRY(name != V_RAISED && key != V_RAISED);
    Value m = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    return is_tagged(vm, m, T_MODULE) ? dict_get_str(vm, module_dict(vm, m), key) : V_UNBOUND;
}

Value native_warn_deprecated(Vm *vm, Frame *f, int next, Value text) {
    Value warn = text == V_RAISED ? text : frozen_function(vm, "warnings", "_warn_deprecated");
    TRY_VALUE(warn);
    if (warn == V_UNBOUND) { return native_again(vm, f, next); }
    return native_call1(vm, f, next, warn, text);
}

// What a finalizer or callback raised goes to sys.unraisablehook.
static Value queue_report(Vm *vm, Frame *f, int next, Value item, Value exc) {
    Value report = frozen_function(vm, "_sitebuiltins", "report_unraisable");
    TRY_VALUE(report);
    if (report == V_UNBOUND) { return native_again(vm, f, next); }
    bool is_callback = is_tagged(vm, item, T_WEAKREF);
    Value text = str_new_cstr(vm, is_callback ? "Exception ignored while calling weakref callback"
                                              : "Exception ignored while calling deallocator");
    TRY_VALUE(text);
    Value what = is_callback ? obj_value_array(as_obj(vm, item))[0]
                             : type_lookup(vm, class_of(vm, item), vm_name(vm, N___del__));
    return native_call3(vm, f, next, report, exc, text, what == V_UNBOUND ? V_NONE : what);
}

// I_RUN_QUEUE: a finalizer or a weak-reference callback, then all others that wait. What they raise
// is reported, not passed on.
Value run_queue_steps(Vm *vm, Frame *f) {
    enum { QUEUE_START, QUEUE_DONE, QUEUE_RAISED };
    if (native_state(f) == QUEUE_RAISED && is_exception(vm, f->result)) {
        native_catch(f, QUEUE_DONE);
        return queue_report(vm, f, QUEUE_DONE, f->slot[0], f->result);
    }
    if (native_state(f) != QUEUE_START) {
        Value next = queue_take(vm);
        if (next == V_UNBOUND) { return V_NONE; }
        f->slot[0] = next;
        native_goto(f, QUEUE_START);
    }
    Value item = f->slot[0];
    native_catch(f, QUEUE_RAISED);
    if (is_tagged(vm, item, T_WEAKREF)) {
        return native_call1(vm, f, QUEUE_DONE, obj_value_array(as_obj(vm, item))[0], item);
    }
    if (is_tagged(vm, item, T_BUFFER_WRAPPER)) {
        return native_call1(vm, f, QUEUE_DONE, internal(vm, I_BUFFER_RELEASE), item);
    }
    return native_call_method(vm, f, QUEUE_DONE, item, vm_name(vm, N___del__), 0, NULL);
}
