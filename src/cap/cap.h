// cap.h: how a guest reaches a capability. Every operation is a row of cap_ops.def with a function
// that asks the host's table once; it is called through cap_call, and nowhere else. Only the files
// of this folder look into the tables of natrix_caps.h.
//
// cap_call charges steps, sees to it that unwritten buffers of files are written before another
// operation on files, keeps the time limit still, and waits when the host says "later": the
// operation and its arguments stand in a frame of I_CAP_CALL then, so a waiting guest can be dumped
// like any other.
#ifndef NX_CAP_CAP_H
#define NX_CAP_CAP_H

#include "natrix_caps.h"
#include "vm/vm_internal.h"

typedef enum CapOp {
#define CAP(NAME, name, fn, n, flags) CAP_##NAME,
#include "cap/cap_ops.def"
#undef CAP
    CAP_COUNT
} CapOp;

enum { CAP_SLOW = 1, CAP_FLUSH = 2 };

// One question to the host, with the row's number of arguments: the result as the guest gets it,
// V_RAISED, or V_STOP for "later". Nothing may fail behind an answer of the host that changed
// something out there.
#define CAP(NAME, name, fn, n, flags) NX_INTERNAL Value fn(Vm *vm, Value *a);
#include "cap/cap_ops.def"
#undef CAP

// What a TAIL native returns to have an operation done. `a`: its arguments.
NX_INTERNAL Value cap_call(Vm *vm, CapOp op, Value *a);
// The same for a STEPS native: the result comes in state `next`.
NX_INTERNAL Value cap_call_next(Vm *vm, Frame *f, int next, CapOp op, Value *a);

// OSError(number, its words, filename, filename2) as the class that belongs to the number; the file
// names may be V_NONE.
NX_INTERNAL Value cap_raise(Vm *vm, int number, Value filename, Value filename2);
// What the host answered: true for 0 and more; else *out is V_STOP, or V_RAISED.
static inline bool cap_answered(Vm *vm, int64_t answer, Value filename, Value *out) {
    if (NX_LIKELY(answer >= 0)) { return true; }
    *out = answer == NX_LATER ? V_STOP : cap_raise(vm, (int)-answer, filename, V_NONE);
    return false;
}

NX_INTERNAL Value cap_error_text(Vm *vm, int64_t number); // os.strerror

// ---- buffers to be written (cap.c) ----
// head->files is a list of IoBuffers (cap/iobuffer.h), whose classes have a method flush.
NX_INTERNAL bool cap_list_dirty(Vm *vm, Value file);   // false: no memory
NX_INTERNAL void cap_unlist_dirty(Vm *vm, Value file); // it was written, or closed

// ---- open files of the host (files.c) ----
// Host-side: which handle of the table stands behind the number a guest's file has.
typedef struct CapHandle {
    uint64_t number, handle;
} CapHandle;
NX_INTERNAL void cap_close_all(Vm *vm); // when the VM goes

#endif
