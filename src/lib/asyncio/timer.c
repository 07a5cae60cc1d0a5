// timer.c: asyncio.TimerHandle, a handle with a time. They are ordered by their times, which are
// numbers as a rule: the heap of timers compares them without a frame.
#include "lib/asyncio/asyncio.h"

#include "object/construct.h"
#include "vm/internals.h"
#include "vm/ops.h"

static bool is_timer(Vm *vm, Value v) { return is_tagged(vm, v, T_TIMER_HANDLE); }
static TimerHandle *as_timer(Vm *vm, Value v) { return ref_ptr(vm, v); }

// ---- order -------------------------------------------------------------------------------------

// 1, 0; -1: guest code must tell.
static int timer_equal(Vm *vm, const TimerHandle *a, const TimerHandle *b) {
    const Handle *x = &a->handle, *y = &b->handle;
    int same = fallback_compare(vm, OP_EQ, a->when, b->when);
    if (same != 1) { return same; }
    if ((x->h.small ^ y->h.small) & HANDLE_CANCELLED) { return 0; }
    if (x->h.small & HANDLE_CANCELLED) { return 1; } // neither has a callback any more
    same = x->callback == y->callback ? 1 : fallback_compare(vm, OP_EQ, x->callback, y->callback);
    return same != 1 || x->args == y->args ? same : fallback_compare(vm, OP_EQ, x->args, y->args);
}

static Value timer_compare(Vm *vm, int op, Value a, Value b) {
    if (!is_timer(vm, b)) { return V_NOTIMPL; }
    const TimerHandle *x = as_timer(vm, a), *y = as_timer(vm, b);
    int r;
    if (op == OP_EQ || op == OP_NE) {
        r = timer_equal(vm, x, y);
        return r < 0 ? V_UNBOUND : bool_value(r == (op == OP_EQ));
    }
    r = fallback_compare(vm, op == OP_LT || op == OP_LE ? OP_LT : OP_GT, x->when, y->when);
    if (r == 0 && (op == OP_LE || op == OP_GE)) { r = timer_equal(vm, x, y); }
    return r < 0 ? V_UNBOUND : bool_value(r);
}

static Value timer_compare_steps(Vm *vm, Frame *f) {
    TRY(slot_obj(vm, f, 0, T_TIMER_HANDLE));
    int32_t op = native_magic(vm, f);
    Value v = timer_compare(vm, op, f->slot[0], f->slot[1]);
    if (v != V_UNBOUND) { return v; }
    Value args[3] = {f->slot[0], f->slot[1], int_value(op)};
    return fallback_call(vm, "asyncio.events", "_compare_timers", 3, args);
}

static Value timer_hash(Vm *vm, Value v) { return hash_leaf(vm, as_timer(vm, v)->when); }

static Value timer_hash_native(Vm *vm, Value *a) {
    Value v = timer_hash(vm, a[0]);
    if (v != V_UNBOUND) { return v; }
    return native_tailcall(vm, internal(vm, I_HASH), 1, &as_timer(vm, a[0])->when);
}

// ---- natives -----------------------------------------------------------------------------------

static Value timer_make(Vm *vm, Value *a) {
    TimerHandle *t = construct(vm, T_TIMER_HANDLE, a[0], 0);
    TRY(t);
    Handle *h = &t->handle;
    h->callback = h->args = h->context = h->loop = t->when = V_NONE;
    t->scheduled = V_FALSE;
    return ptr_value(vm, t);
}

static Value timer_init(Vm *vm, Value *a) {
    TimerHandle *t = as_timer(vm, a[0]);
    Value context = a[5] == V_NONE ? context_copy_current(vm) : a[5];
    TRY_VALUE(context);
    handle_fill(vm, &t->handle, a + 2, context);
    t->when = a[1];
    t->scheduled = V_FALSE;
    return V_NONE;
}

// TimerHandle(when, callback, args, loop, context)
static Value timer_construct(Vm *vm, const Value *args, uint32_t n, Value names) {
    if (n != 5 || is_ref(names)) { return V_UNBOUND; }
    Value a[6] = {timer_make(vm, (Value[]){vm->types[T_TIMER_HANDLE]}),
                  args[0],
                  args[1],
                  args[2],
                  args[3],
                  args[4]};
    TRY_VALUE(a[0]);
    return timer_init(vm, a) == V_RAISED ? V_RAISED : a[0];
}

static Value timer_cancel(Vm *vm, Value *a) {
    if (as_handle(vm, a[0])->h.small & HANDLE_CANCELLED) { return V_NONE; }
    return fallback_call(vm, "asyncio.events", "_cancel_timer", 1, a);
}

static Value timer_info(Vm *vm, Value *a) {
    return fallback_call(vm, "asyncio.events", "_timer_info", 1, a);
}

static Value timer_when(Vm *vm, Value *a) { return as_timer(vm, a[0])->when; }
static Value timer_get_when(Vm *vm, Value v) { return as_timer(vm, v)->when; }
static Value timer_get_scheduled(Vm *vm, Value v) { return as_timer(vm, v)->scheduled; }
static bool timer_set_scheduled(Vm *vm, Value v, Value to) {
    TimerHandle *t = as_timer(vm, v);
    obj_set(vm, t, &t->scheduled, to == V_UNBOUND ? V_FALSE : to);
    return true;
}

#define TIMER_ROW(name, op, doc)                                                                   \
    STEPS_MAGIC(name, "self, value, /", timer_compare_steps, 0, NULL, op, doc)
static const NativeDef timer_methods[] = {
    TIMER_ROW("__eq__", OP_EQ, "Whether self == value."),
    TIMER_ROW("__ge__", OP_GE, "Whether self >= value."),
    TIMER_ROW("__gt__", OP_GT, "Whether self > value."),
    TAIL("__hash__", "self, /", timer_hash_native, "What hash(self) gives."),
    LEAF("__init__", "self, when, callback, args, loop, context=None", timer_init, NULL),
    TIMER_ROW("__le__", OP_LE, "Whether self <= value."),
    TIMER_ROW("__lt__", OP_LT, "Whether self < value."),
    TIMER_ROW("__ne__", OP_NE, "Whether self != value."),
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", timer_make, NULL),
    TAIL("_repr_info", "self, /", timer_info, NULL),
    TAIL("cancel", "self, /", timer_cancel, "Have the callback not called."),
    LEAF("cancelled", "self, /", handle_cancelled, "Whether it was cancelled."),
    LEAF("get_context", "self, /", handle_get_context, "The context that the callback runs in."),
    LEAF("when", "self, /", timer_when, "The time, by the clock of the loop."),
    NATIVE_END,
};
#undef TIMER_ROW

static const GetSetDef timer_getsets[] = {
    {"_scheduled", timer_get_scheduled, timer_set_scheduled, NULL},
    {"_when", timer_get_when, NULL, NULL},
    {0},
};

const TypeDef timer_handle_type = {
    .name = "TimerHandle",
    .module = "asyncio.events",
    .doc = "A callback that the loop will call at a time.",
    .tag = T_TIMER_HANDLE,
    .base = T_HANDLE,
    .subclassable = true,
    .hidden = true,
    .methods = timer_methods,
    .getsets = timer_getsets,
    .compare = timer_compare,
    .hash = timer_hash,
    .construct = timer_construct,
};
