// call.h: calling anything. Arguments in flat form: n positional values, then the values of the
// keyword arguments whose names are the tuple `names` (V_NONE: none).
#ifndef NX_VM_CALL_H
#define NX_VM_CALL_H

#include "object/type.h"
#include "vm/frame.h"

// How a native put the call it asks for into vm->call_*.
typedef enum CallForm {
    CALL_AGAIN,        // no call: run me again
    CALL_FLAT,         // callee, call_nargs in call_args, the last ones named by call_kwargs
    CALL_FULL,         // callee, call_tuple, call_kwargs
    CALL_NAMED,        // callee, call_tuple flat, keyword names in call_kwargs
    CALL_BOUND,        // a native and its bound arguments in call_tuple
    CALL_RESUME,       // a generator in callee, what to send in call_args[0]
    CALL_THROW,        // the same, but call_args[0] is raised inside
    CALL_RESUME_AS_IS, // the generator runs on; nothing is sent
    CALL_BELOW,        // the next item of the iterator in callee, by TypeDef.below if that can tell
    CALL_NEXT,         // the same, its `next` is asked first
} CallForm;

// Starts the call for the running frame. Returns the result when it is known at once (leaf
// natives), V_RAISED, or V_CALLING: a frame was pushed whose result will go where `ret` says.
NX_INTERNAL Value vm_call(Vm *vm, Value callee, const Value *args, uint32_t n, Value names,
                          uint64_t ret);
// The same for a native that takes `n` arguments directly (native_is_direct).
NX_INTERNAL Value vm_call_direct(Vm *vm, Value native, const Value *args, uint32_t n, uint64_t ret);
static inline bool native_takes_self(Vm *vm, const NativeObj *nat, const Value *args) {
    TypeTag tag = (TypeTag)nat->self_tag;
    if (tag == T_INVALID) { return true; }
    Value self = args[0];
    if (is_ref(self)) { return ((const Obj *)ref_ptr(vm, self))->type == tag; }
    return is_int(self) ? tag == T_INT : is_double(self) && tag == T_FLOAT;
}
static inline bool native_is_direct(Vm *vm, const NativeObj *nat, const Value *args, uint32_t n) {
    return n - nat->direct_least <= nat->direct_more && native_takes_self(vm, nat, args);
}
// Whether the leaf takes the arguments where they stand (it may change them).
static inline bool native_is_plain(Vm *vm, const NativeObj *nat, const Value *args, uint32_t n) {
    return nat->plain == n + 1 && native_takes_self(vm, nat, args);
}
// What becomes of a plain call whose leaf gave no value, but `v`.
NX_INTERNAL Value vm_call_plain_rest(Vm *vm, Value native, const Value *args, Value v,
                                     uint64_t ret);
// The same with a tuple and a dict (or V_NONE), as f(*args, **kwargs).
NX_INTERNAL Value vm_call_spread(Vm *vm, Value callee, Value args, Value kwargs, uint64_t ret);
// An exception came back into a native: its catching state takes it, if it named one.
NX_INTERNAL bool native_take_exception(Vm *vm, Frame *f);
// A function that the iterator of the loop of native `to` called has returned v (RET_LOOP): the loop
// takes it where it is, and the iterator goes on; or its steps do. V_NONE, V_CALLING or V_RAISED.
NX_INTERNAL Value native_loop_result(Vm *vm, Frame *to, Value v);
// The generator that native f asked with native_next_or or native_resume_to_end has ended, with v.
// False: it asked otherwise.
NX_INTERNAL bool native_take_end(Frame *f, Value v);
// native_resume whose generator may end: what it returns comes to state `err` + 1, without any
// StopIteration, and an exception to state `err`.
NX_INTERNAL Value native_resume_to_end(Vm *vm, Frame *f, int next, int err, Value gen, Value sent);
// The call that a native just asked for.
NX_INTERNAL Value vm_call_asked(Vm *vm, uint64_t ret);

// native_tailcall with arguments in flat form, any number of them.
NX_INTERNAL Value native_tailcall_named(Vm *vm, Value callee, const Value *args, uint32_t n,
                                        Value names);

// For a native's end: generator `gen` goes on as `form` says (CALL_RESUME…), with v.
NX_INTERNAL Value native_tailcall_resume(Vm *vm, CallForm form, Value gen, Value v);

// Pushes the frame of a function whose code is not CODE_SIMPLE, or was called in a complicated
// way: binds the arguments, raises CPython's TypeErrors, makes generators. V_CALLING, V_RAISED, or
// the generator object. Code of a module or class takes no arguments; who runs it in a namespace
// passes V_UNBOUND, which no guest can, and then the namespace, unless that is the globals.
NX_INTERNAL Value call_function(Vm *vm, Value func, const Value *args, uint32_t n, Value names,
                                uint64_t ret);
// call_plain, which does that for plain functions, stands in rt/native.h.
// Pushes a frame for code without parameters (module, class body); R[0] = ns.
NX_INTERNAL Frame *push_code(Vm *vm, Value code, Value func, Value globals, uint64_t ret);

// The frame of a native that runs in steps, with bound arguments.
NX_INTERNAL Value push_native(Vm *vm, Value native, const Value *bound, uint64_t ret);
// Binds and checks the arguments of a native into out[n_params]. False: raised.
NX_INTERNAL bool bind_native(Vm *vm, const NativeObj *native, bool bound, const Value *args,
                             uint32_t n, Value names, Value *out);
// Values that the binder may have made of arguments: those in a tuple or a slot may be forged.
NX_INTERNAL bool native_takes(Vm *vm, const NativeObj *native, const Value *bound);
// Applies a converter: 1 done, 0 raised, -1 guest code must run (then by the binder's steps).
NX_INTERNAL int bind_convert(Vm *vm, const NativeObj *native, uint32_t param, Value *v);

// Makes the NATIVE object of a row; called while the image is built. owner: class, module or NONE.
NX_INTERNAL Value native_new(Vm *vm, const NativeDef *def, uint32_t number, Value owner,
                             TypeTag self_tag);
NX_INTERNAL Value caches_of(Vm *vm, Value code); // its inline caches, made if need be; V_RAISED

enum { NATIVE_MAX_PARAMS = 16 }; // a bit each in NativeObj.converters

// Runs a queued thing: resumes a generator's frame on top of the running one. `sent` arrives in the
// register the YIELD named; V_RAISED as `sent` throws head->exc inside.
NX_INTERNAL Value gen_resume(Vm *vm, Value gen, Value sent, uint64_t ret);

#endif
