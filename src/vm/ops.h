// ops.h: the slow paths of instructions. `op_` functions do Python's operations on any values: they
// finish, raise, or push a frame (V_CALLING) whose result goes where `ret` says. What can be told
// without guest code is told by the `_leaf` functions of rt/leaf_ops.h first.
#ifndef NX_VM_OPS_H
#define NX_VM_OPS_H

#include "rt/leaf_ops.h"
#include "vm/call.h"

NX_INTERNAL Value op_truth(Vm *vm, Value v, uint64_t ret);
NX_INTERNAL Value op_compare(Vm *vm, int op, Value a, Value b, uint64_t ret);
// A call made under RET_OPERATOR returned NotImplemented to frame f: asks the right operand.
NX_INTERNAL Value operator_refused(Vm *vm, const Frame *f, uint64_t ret);
// a + b of ADD_OWN and IADD_OWN (see str_append); `op` as for op_binary.
NX_INTERNAL Value op_add_owned(Vm *vm, uint32_t op, Value a, Value b, uint64_t ret);
NX_INTERNAL Value op_binary(Vm *vm, uint32_t op, Value a, Value b, uint64_t ret);
NX_INTERNAL Value op_unary(Vm *vm, UnOp op, Value v, uint64_t ret);
NX_INTERNAL Value op_getitem(Vm *vm, Value v, Value key, uint64_t ret);
NX_INTERNAL Value op_setitem(Vm *vm, Value v, Value key, Value item, uint64_t ret);
NX_INTERNAL Value op_contains(Vm *vm, Value v, Value item, uint64_t ret);
NX_INTERNAL Value op_iter(Vm *vm, Value v, uint64_t ret);
// v itself, if it has __next__; else TypeError.
NX_INTERNAL Value op_iterator(Vm *vm, Value v);
NX_INTERNAL Value op_next(Vm *vm, Value it, uint64_t ret); // V_STOP at the end
// The same where the slot of `d`, which is exact_def(it), has said V_UNBOUND or is none.
NX_INTERNAL Value op_next_rest(Vm *vm, Value it, const TypeDef *d, uint64_t ret);
NX_INTERNAL Value op_format(Vm *vm, Value v, Value spec, uint64_t ret);
// The same, tried as a leaf first.
NX_INTERNAL Value op_internal_first(Vm *vm, Internal i, Value *args, uint64_t ret);
NX_INTERNAL Value op_internal(Vm *vm, Internal i, const Value *args, uint64_t ret);

// ---- attributes (vm/attr.c) ----
// Full attribute access for instructions; name is an interned str.
NX_INTERNAL Value op_getattr(Vm *vm, Value v, Value name, CacheEntry *cache, uint64_t ret);
// Method form: *func and *self_out receive function and self, or the value and V_UNBOUND.
NX_INTERNAL Value op_getmethod(Vm *vm, Value v, Value name, CacheEntry *cache, Value *func,
                               Value *self_out, uint64_t ret);
NX_INTERNAL Value op_setattr(Vm *vm, Value v, Value name, Value value, CacheEntry *cache,
                             uint64_t ret);
NX_INTERNAL Value op_delattr(Vm *vm, Value v, Value name, uint64_t ret);

// ---- slow paths of single instructions (vm/instr.c) ----
NX_INTERNAL void raise_unbound_local(Vm *vm, Value name);
NX_INTERNAL void raise_unbound_cell(Vm *vm, const Frame *f, Value name, bool own);
NX_INTERNAL Value op_load_name(Vm *vm, Value ns, Value globals, Value name, uint64_t ret);
NX_INTERNAL Value op_load_global(Vm *vm, Value globals, Value name, CacheEntry *cache,
                                 uint64_t ret);
NX_INTERNAL bool op_store_global(Vm *vm, Dict *globals, Value name, Value v, CacheEntry *cache);
NX_INTERNAL Value op_del_name(Vm *vm, Value ns, Value name);
NX_INTERNAL bool op_del_global(Vm *vm, Dict *globals, Value name);
NX_INTERNAL Value op_load_classdict(Vm *vm, Value ns, Value name, uint64_t ret);
NX_INTERNAL Value op_super_call(Vm *vm, Value callee, Value cls, Value self, Value name,
                                Value *func, Value *self_out, bool attribute, uint64_t ret);
NX_INTERNAL Value op_getslice(Vm *vm, Value v, Value from, Value to, uint64_t ret);
NX_INTERNAL Value op_call_ex(Vm *vm, Value callee, Value args, Value kwargs, uint64_t ret);
NX_INTERNAL Value op_build_string(Vm *vm, const Value *parts, uint32_t n);
// An object of a type that is n Values and nothing else.
NX_INTERNAL Value op_build_object(Vm *vm, TypeTag tag, const Value *fields, uint32_t n);
NX_INTERNAL Value op_list_extend(Vm *vm, Value list, Value items, uint64_t ret);
NX_INTERNAL Value op_set_add(Vm *vm, const Value *args, uint64_t ret);
NX_INTERNAL Value op_format_conv(Vm *vm, Value v, uint32_t conversion, uint64_t ret);
NX_INTERNAL Value op_unpack(Vm *vm, Value v, uint32_t before, int32_t after, uint32_t dest);
NX_INTERNAL Value op_make_function(Vm *vm, Value code, Value globals, const Value *parts,
                                   uint32_t which);
NX_INTERNAL Value op_raise(Vm *vm, Value exc, Value cause);
NX_INTERNAL void op_raise_again(Vm *vm);
NX_INTERNAL void op_exc_info(Vm *vm, Value exc, Value *out); // type, value, traceback
NX_INTERNAL Value op_load_special(Vm *vm, Value v, Value name, Value *func, Value *self_out,
                                  uint64_t ret);
// Asks the __get__ of `attr`, found in the class of v, which is guest code.
NX_INTERNAL Value call_binding(Vm *vm, Value attr, Value v, uint64_t ret);
// Its qualified name, behind that of its module unless that is builtins or __main__.
NX_INTERNAL Value class_full_name(Vm *vm, Value cls);
NX_INTERNAL Value op_match_kind(Vm *vm, Value v, uint32_t kind);

// ---- generators (vm/gen.c) ----
// A frame that yields: the value goes to whoever resumed it. V_STOP: that was the host.
NX_INTERNAL Value gen_yield(Vm *vm, Frame *f, Value v);
NX_INTERNAL Value op_send(Vm *vm, Value receiver, Value v, uint64_t ret);
NX_INTERNAL Value op_get_awaitable(Vm *vm, Value v, uint32_t where, uint64_t ret);
NX_INTERNAL Value op_yield_from_iter(Vm *vm, Frame *f, Value v, uint64_t ret);
NX_INTERNAL Value op_get_aiter(Vm *vm, Value v, uint64_t ret);
NX_INTERNAL Value op_get_anext(Vm *vm, Value v, uint64_t ret);
NX_INTERNAL Value op_async_gen_wrap(Vm *vm, Value v);

// ---- functions, host (vm/gen.c, api) ----
NX_INTERNAL Value gen_from_frame(Vm *vm, Frame *f);
// The same for a function that takes only positional arguments and gets n, not too many, without a
// frame on the stack. V_UNBOUND: some are missing.
NX_INTERNAL Value gen_of_call(Vm *vm, Value func, const Value *args, uint32_t n);
NX_INTERNAL Value host_call_start(Vm *vm, Value callee, const Value *args, uint32_t n, Value names,
                                  uint64_t ret);
NX_INTERNAL bool exc_init_is_plain(Vm *vm, Value cls);
NX_INTERNAL Value suggest_name(Vm *vm, Value name, const Value *candidates, uint32_t n,
                               bool sorted);
NX_INTERNAL Value native_call_flat(Vm *vm, Frame *f, int next, Value callee, Value first,
                                   const Tuple *args, Value names);
NX_INTERNAL Value native_tailcall_bound(Vm *vm, Value native, Tuple *bound);

#endif
