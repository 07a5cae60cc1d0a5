// internals.h: the functions behind internal operations (rt/internals.def), `rich_compare_steps` for
// I_RICH_COMPARE and so on. Each stands in the file of what it works on, whatever its layer; the table
// that pairs them with numbers is in vm/internals.c.
#ifndef NX_RT_INTERNALS_H
#define NX_RT_INTERNALS_H

#include "rt/native.h"

#define X(NAME, fn, scratch, sig) NX_INTERNAL Value fn(Vm *vm, Frame *f);
#include "rt/internals.def"
#undef X

// The unwind function of I_TASK_STEP, the only one that has any.
NX_INTERNAL void task_step_unwind(Vm *vm, Frame *f);

#endif
