// iter_state.h: __reduce__ and __setstate__ of iterators: how they are copied.
#ifndef NX_OBJECT_ITER_STATE_H
#define NX_OBJECT_ITER_STATE_H

#include "rt/typedef.h"

// Rows for iterators that count positions; a row for those that are copied by what is left of them.
extern const NativeDef iter_position_methods[], iter_rest_methods[], iter_reversed_methods[];

// (builtins.name, (args...)) or, unless state is V_UNBOUND, with the state as a third item.
NX_INTERNAL Value reduce_by_builtin(Vm *vm, const char *name, const Value *args, uint32_t n,
                                    Value state);

// A position from a state: an int that fits; `type` says what it does not fit into.
NX_INTERNAL bool iter_state_number(Vm *vm, Value v, const char *type, int64_t *out);

#endif
