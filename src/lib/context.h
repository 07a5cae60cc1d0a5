// context.h: context variables (PEP 567), for the module _contextvars and for asyncio.
#ifndef NX_LIB_CONTEXT_H
#define NX_LIB_CONTEXT_H

#include "object/dict.h"
#include "rt/native.h"

// Roots of library modules: items of head->extra, which is made when the first one is set.
typedef enum ModuleRoot {
    ROOT_CONTEXT,     // Context: the current one
    ROOT_LOOP,        // the running event loop
    ROOT_READY,       // Deque: its ready queue, if call_soon() does nothing but append to it
    ROOT_CALL_SOON,   // what its class has under that name as long as that is so
    ROOT_LOOP_SHAPE,  // Shape of a loop of which is known that it has no call_soon of its own
    ROOT_TASK,        // Task: the one that is in the middle of a step
    ROOT_TASK_NUMBER, // int: how many tasks there were
    ROOT_COUNT
} ModuleRoot;

static inline Value module_root(Vm *vm, ModuleRoot i) {
    Value extra = vm->head->extra;
    if (NX_UNLIKELY(!is_ref(extra))) { return V_NONE; }
    const Values *roots = ref_ptr(vm, extra);
    return i < roots->h.n ? roots->items[i] : V_NONE;
}
// Makes sure that there is room for what module_root_set sets; false: no memory.
NX_INTERNAL bool module_roots_ready(Vm *vm);
// Without room nothing is set: a snapshot may claim that a root is in use, and have none.
static inline void module_root_set(Vm *vm, ModuleRoot i, Value v) {
    Value extra = vm->head->extra;
    if (is_ref(extra) && i < as_obj(vm, extra)->n) { values_set(vm, ref_ptr(vm, extra), i, v); }
}

typedef struct Context {
    Obj h;       // small: CONTEXT_*
    Value vars;  // Dict: variable -> value; V_NONE while none was set
    Value outer; // the Context that was current when this one was entered; V_NONE
} Context;

enum { CONTEXT_ENTERED = 1, CONTEXT_SHARED = 2 }; // SHARED: a copy has the same dict

static inline Context *as_context(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_CONTEXT));
    return ref_ptr(vm, v);
}
// The value of a variable in the current context; V_UNBOUND: it has none there.
NX_INTERNAL Value context_value(Vm *vm, Value var);
// The current Context; V_RAISED: no memory.
NX_INTERNAL Value context_current(Vm *vm);
// A copy of the current one.
NX_INTERNAL Value context_copy_current(Vm *vm);
// Makes it the current one. False: raised, it is entered already.
NX_INTERNAL bool context_enter(Vm *vm, Value context);
// Goes back to the one before. For unwind functions too.
NX_INTERNAL void context_leave(Vm *vm, Value context);

#endif
