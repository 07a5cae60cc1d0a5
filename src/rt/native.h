// native.h: how C takes part in a running Python program.
//
// The one law: no C function ever lies under guest code. A native finishes, or it says what it
// wants (call this, raise that) and returns to the loop, leaving its state in its own VM frame. So
// the machine can be paused, copied, moved or collected between any two steps.
//
// A native is a C function plus a row that carries its signature in Python's own syntax:
//
//     LEAF ("append", "self, object, /",                        list_append, "…doc…"),
//     STEPS("sort",   "self, *, key=None, reverse: bool=False", list_sort, 3, NULL, "…doc…"),
//
// The binder puts the arguments in a[0..] in signature order, fills in defaults, applies the
// converters (the names after the colons; they may run guest code, the native does not see it) and
// raises CPython's TypeErrors. `self` is always an instance of the row's type. A parameter without
// a default that was left out cannot happen; `x=UNBOUND` gives V_UNBOUND, and so does `x=NULL`, which signatures show as None. `*args` arrives as a
// tuple, `**kwargs` as a dict.
//
//   LEAF   Value fn(vm, a): cannot call guest code. Returns its result, or V_RAISED. Most natives.
//   TAIL   Value fn(vm, a): may also end with `return native_tailcall…(…)`, whose result is its own.
//   STEPS  Value fn(vm, f): several calls or a wait. f->slot[] holds the parameters and `scratch`
//          further Values, all visible to the collector and to snapshots; f->state says where it
//          stands. `return native_call1(vm, f, NEXT, callee, arg)` asks for a call; the function is
//          entered again with f->state == NEXT and f->result set. States are named in an enum,
//          saved in snapshots, and only ever appended to.
//
// Rules for all kinds: prepare, then commit (whatever may fail stands before the first visible
// change, for a failed allocation runs the function, or the step, again after a collection); charge
// work that grows with guest data (native_charge) before doing it; keep nothing outside the slot;
// after a call look again at what guest code may have changed, and read objects out of slots with
// slot_obj, for a snapshot may have filled them.
#ifndef NX_RT_NATIVE_H
#define NX_RT_NATIVE_H

#include "heap/heap.h"
#include "rt/errors.h"

// A guest frame: a call in progress, of bytecode or of a native. Lives on a stack segment, or in
// the heap (generators; after a snapshot was loaded).
typedef struct Frame {
    Obj h;         // n = FRAME_FIXED + slots
    Value prev;    // the frame that waits for this one; V_NONE at the bottom
    Value code;    // Code, or Native
    Value func;    // the callable, for tracebacks and inspection
    Value globals; // Dict of a bytecode frame
    union {
        Value caches; // bytecode: its inline caches
        Value result; // native: result of the call it asked for
    };
    uint64_t pc;  // bytecode: index of the next word; native: state, and catch state above it
    uint64_t ret; // what prev does with the result: RetMode, register above it
    Value slot[];
} Frame;

enum { FRAME_FIXED = 7 };
enum NativeKind { NATIVE_LEAF, NATIVE_TAIL, NATIVE_STEPS };

typedef Value (*LeafFn)(Vm *vm, Value *a);
typedef Value (*StepsFn)(Vm *vm, Frame *f);
typedef void (*UnwindFn)(Vm *vm, Frame *f);
// A loop of a native over a generator: takes the item that was just yielded, without leaving the
// generator. False: nothing was done, the native's steps are to look at it.
typedef bool (*SinkFn)(Vm *vm, Frame *f, Value item);
// A call of a native with *args by n > 0 positions, before they are packed; self is checked. V_UNBOUND:
// nothing was done, the usual way takes it.
typedef Value (*FlatFn)(Vm *vm, const Value *args, uint32_t n);

typedef struct NativeDef {
    const char *name, *sig;
    LeafFn leaf;     // LEAF and TAIL
    StepsFn steps;   // STEPS
    UnwindFn unwind; // restores invariants on any exit but a result; calls nothing; may be NULL
    const char *doc;
    uint8_t kind;    // NativeKind
    uint8_t scratch; // slots beyond the parameters
    uint16_t flags;  // NATIVE_*
    int32_t magic;   // lets several rows share one function: native_magic()
    SinkFn sink;     // of a STEPS native; or NULL
    FlatFn flat;     // or NULL
} NativeDef;

enum { NATIVE_STATIC = 1, NATIVE_CLASS = 2, NATIVE_HIDDEN = 4, NATIVE_NO_SELF_CHECK = 8 };
enum { NATIVE_ANY_ARGS = 256 }; // see LEAF_MAKER

#define LEAF(name, sig, fn, doc)                                                                   \
    { name, sig, fn, NULL, NULL, doc, NATIVE_LEAF, 0, 0, 0 }
#define LEAF_STATIC(name, sig, fn, doc)                                                            \
    { name, sig, fn, NULL, NULL, doc, NATIVE_LEAF, 0, NATIVE_STATIC, 0 }
#define LEAF_CLASS(name, sig, fn, doc)                                                             \
    { name, sig, fn, NULL, NULL, doc, NATIVE_LEAF, 0, NATIVE_CLASS, 0 }
// A __new__ that looks at its class alone: __init__ sees the arguments.
#define LEAF_MAKER(fn, doc)                                                                        \
    {                                                                                              \
        "__new__", "cls, *args, **kwargs", fn, NULL, NULL, doc, NATIVE_LEAF, 0,                    \
            NATIVE_CLASS | NATIVE_ANY_ARGS, 0                                                      \
    }
#define TAIL(name, sig, fn, doc)                                                                   \
    { name, sig, fn, NULL, NULL, doc, NATIVE_TAIL, 0, 0, 0 }
#define TAIL_CLASS(name, sig, fn, doc)                                                             \
    { name, sig, fn, NULL, NULL, doc, NATIVE_TAIL, 0, NATIVE_CLASS, 0 }
#define STEPS(name, sig, fn, scratch, unwind, doc)                                                 \
    { name, sig, NULL, fn, unwind, doc, NATIVE_STEPS, scratch, 0, 0 }
#define STEPS_CLASS(name, sig, fn, scratch, unwind, doc)                                           \
    { name, sig, NULL, fn, unwind, doc, NATIVE_STEPS, scratch, NATIVE_CLASS, 0 }
#define STEPS_MAGIC(name, sig, fn, scratch, unwind, magic, doc)                                    \
    { name, sig, NULL, fn, unwind, doc, NATIVE_STEPS, scratch, 0, magic }
#define NATIVE_END                                                                                 \
    { NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0 }

// An attribute computed by natives: getset rows of a type. `set` may be NULL (read-only).
typedef struct GetSetDef {
    const char *name;
    Value (*get)(Vm *vm, Value self);
    bool (*set)(Vm *vm, Value self, Value v); // v is V_UNBOUND for del
    const char *doc;
    uint32_t steps; // the internal operation that sets it where `set` gave up without raising
} GetSetDef;

// ---- asking for a call -------------------------------------------------------------------------
// Each returns V_CALLING, to be returned at once. The value comes back as f->result in state
// `next`; an exception passes through the native unless native_catch named a state for it.
NX_INTERNAL Value native_call0(Vm *vm, Frame *f, int next, Value callee);
NX_INTERNAL Value native_call1(Vm *vm, Frame *f, int next, Value callee, Value a);
NX_INTERNAL Value native_call2(Vm *vm, Frame *f, int next, Value callee, Value a, Value b);
NX_INTERNAL Value native_call3(Vm *vm, Frame *f, int next, Value callee, Value a, Value b, Value c);
// Positional arguments as a tuple, keywords as a dict or V_NONE.
NX_INTERNAL Value native_call_full(Vm *vm, Frame *f, int next, Value callee, Value args, Value kw);
// The method `name` of the type of `self`, as for special methods; AttributeError: there is none.
NX_INTERNAL Value native_call_method(Vm *vm, Frame *f, int next, Value self, Value name,
                                     uint32_t nargs, const Value *args);
// Resumes a generator or coroutine with a value; what it yields, or StopIteration, comes back.
NX_INTERNAL Value native_resume(Vm *vm, Frame *f, int next, Value gen, Value sent);
// iter(v): V_NONE when it is f->result at once, and the native goes on in state `next`; else as if
// I_ITER was asked.
NX_INTERNAL Value native_iter(Vm *vm, Frame *f, int next, Value v);
// The next item of an iterator, or StopIteration, when it is not to be had without guest code.
NX_INTERNAL Value native_next(Vm *vm, Frame *f, int next, Value it);
// The same for a loop: the item comes to state `next`; when there is none, state `end` runs. Other
// exceptions pass.
NX_INTERNAL Value native_next_or(Vm *vm, Frame *f, int next, int end, Value it);
// Runs this native again in state `next` after the loop looked at limits: for long loops.
NX_INTERNAL Value native_again(Vm *vm, Frame *f, int next);
// Delivers an exception raised by the call prepared next to state `err` (once): f->result is the
// exception then, and it is being handled no more.
NX_INTERNAL void native_catch(Frame *f, int err);
// TAIL natives: the call's result is this native's result. STEPS natives may do this too.
NX_INTERNAL Value native_tailcall(Vm *vm, Value callee, uint32_t nargs, const Value *args);
NX_INTERNAL Value native_tailcall_full(Vm *vm, Value callee, Value args, Value kw);
// For TypeDef.below: pushes the frame of a function whose parameters are just n plain ones. V_CALLING,
// or V_RAISED: no memory; V_UNBOUND: callee is something else. Reads args by twos.
NX_INTERNAL Value call_plain(Vm *vm, Value callee, const Value *args, uint32_t n, uint64_t ret);
// For the same: resumes `it` if it is a generator that waits. V_CALLING or V_RAISED; V_UNBOUND: it is not.
NX_INTERNAL Value gen_resume_waiting(Vm *vm, Value it, uint64_t ret);

static inline int native_state(const Frame *f) { return (int)(uint16_t)f->pc; }
// What was done so far stays done: if memory fails from here on, the native runs again in `state`.
static inline void native_commit(Frame *f, int state) {
    f->pc = (f->pc & ~(uint64_t)0xFFFF) | (uint16_t)state;
}
NX_INTERNAL int32_t native_magic(Vm *vm, const Frame *f);

// ---- internal operations: steps natives shared by all, by number (rt/internals.def) -----------
// Use them as callees: native_call2(vm, f, NEXT, internal(vm, I_GETATTR), obj, name).
typedef enum Internal {
#define X(NAME, fn, scratch, sig) I_##NAME,
#include "rt/internals.def"
#undef X
    I_COUNT
} Internal;

static inline Value internal(Vm *vm, Internal i) { return vm->internals[i]; }
// What one finds out without guest code; V_UNBOUND: nothing was done, it is to be called.
NX_INTERNAL Value native_internal_leaf(Vm *vm, Internal i, uint32_t nargs, const Value *args);
// native_tailcall of one; what its leaf finds is the result at once.
NX_INTERNAL Value native_tail_internal(Vm *vm, Internal i, uint32_t nargs, const Value *args);

// ---- what natives need all the time ------------------------------------------------------------
// TRY(e): returns V_RAISED from here when e (a bool or pointer) is false or NULL.
#define TRY(e)                                                                                     \
    do {                                                                                           \
        if (NX_UNLIKELY(!(e))) { return V_RAISED; }                                                \
    } while (0)
// TRY_VALUE(v): returns V_RAISED from here when the Value is.
#define TRY_VALUE(v)                                                                               \
    do {                                                                                           \
        if (NX_UNLIKELY((v) == V_RAISED)) { return V_RAISED; }                                     \
    } while (0)
// NX_NEED(bytes): asks the budget before the first side effect of a big allocation.
#define NX_NEED(vm, bytes) TRY(heap_need((vm), (bytes)))

// Charges n steps before work in proportion to guest data. False: a limit is reached, V_RAISED.
NX_INTERNAL NX_RARE bool native_charge_slow(Vm *vm, uint64_t n);
static inline bool native_charge(Vm *vm, uint64_t n) {
    int64_t left = vm->head->budget - (int64_t)(n < ((uint64_t)1 << 62) ? n : (uint64_t)1 << 62);
    if (NX_UNLIKELY(left < 0)) { return native_charge_slow(vm, n); }
    vm->head->budget = left;
    vm->native_charged += n;
    return true;
}

// Charges a little work that is done already; what exceeds the slice is seen at its end.
static inline void native_charge_done(Vm *vm, uint32_t n) {
    vm->head->budget -= n;
    vm->native_charged += n;
}

// The slot of a type that asks the slot of what its object refers to (the repr of a variable that of its
// default) does so within these two, for guests build chains of any length. False: too deep, or too
// much in all; the slot says V_UNBOUND then, and the steps form goes on, on the guest's stack.
enum { LEAF_DEPTH = 16, LEAF_WORK = 1000 };
static inline bool leaf_enter(Vm *vm) {
    if (vm->leaf_depth == 0) {
        vm->leaf_work = 0;
    } else if (vm->leaf_depth == LEAF_DEPTH || ++vm->leaf_work > LEAF_WORK) {
        return false;
    }
    vm->leaf_depth++;
    return true;
}
static inline void leaf_leave(Vm *vm) {
    if (--vm->leaf_depth == 0 && vm->leaf_work) { native_charge_done(vm, vm->leaf_work / 8); }
}

NX_INTERNAL Value class_of(Vm *vm, Value v);                    // type(v)
NX_INTERNAL const char *class_name_of(Vm *vm, Value v);         // its bare name, for messages
NX_INTERNAL const char *argument_class_name(Vm *vm, Value v);   // the same; None is "None"
NX_INTERNAL bool is_subclass_of(Vm *vm, Value cls, Value base); // by MRO, no guest hooks
NX_INTERNAL bool isinstance_exc(Vm *vm, Value v, ExcId id);
// Attribute of a type through its MRO (no descriptors applied): V_UNBOUND when absent. Never raises.
NX_INTERNAL Value type_lookup(Vm *vm, Value type, Value name);

// Issues a DeprecationWarning and goes on in state `next`; what the filters raise passes. `text` may be
// V_RAISED.
NX_INTERNAL Value native_warn_deprecated(Vm *vm, Frame *f, int next, Value text);

// A slot that a loaded snapshot may have filled: NULL (and STOP_CORRUPT) for another type. The same of
// any Value: f->result may come from a frame that nobody called.
NX_INTERNAL void *value_obj(Vm *vm, Value v, TypeTag type);
NX_INTERNAL void *slot_obj(Vm *vm, const Frame *f, int i, TypeTag type);
// A counter in a slot goes on by `by`; what is none, or too large, stands at the end of the numbers.
static inline void slot_advance(Value *slot, int64_t by) {
    int64_t n = is_int(*slot) ? int_of(*slot) + by : VALUE_INT_BIAS;
    *slot = int_value(fits_int(n) ? n : VALUE_INT_BIAS - 1);
}
static inline void *result_obj(Vm *vm, const Frame *f, TypeTag type) {
    return value_obj(vm, f->result, type);
}
// An int of any size; else false, and STOP_CORRUPT.
NX_INTERNAL bool value_is_int(Vm *vm, Value v);

#endif
