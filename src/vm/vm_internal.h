// vm_internal.h: the machine's loop and what surrounds it: running, unwinding, safepoints.
#ifndef NX_VM_VM_INTERNAL_H
#define NX_VM_VM_INTERNAL_H

#include "vm/call.h"
#include "vm/opcode.h"

typedef enum RunStatus {
    RUN_DONE,    // the bottom frame returned: head->result
    RUN_RAISED,  // an exception left the bottom frame: head->exc
    RUN_STOPPED, // a limit, cancel or corruption: vm->stop; the frames are gone
    RUN_PAUSED,  // between two steps, to be continued by vm_run
    RUN_HOST,    // a host call waits for its answer (head->host_call)
} RunStatus;

// What the embedder lends a machine while it runs; set by the API.
typedef struct VmHost {
    void *ctx;
    // Milliseconds of a steady clock, for the time limit; may be NULL.
    uint64_t (*now_ms)(void *ctx);
    void (*write)(void *ctx, int fd, const char *bytes, size_t len);
    // Makes the host call of the native frame f (see api/hostcall.c).
    Value (*call)(void *ctx, Vm *vm, Frame *f);
    const volatile void *cancel;  // _Atomic int: not zero asks the machine to stop
    uint64_t deadline_ms;         // against now_ms; 0: none
    int64_t pause_after;          // steps until the next pause; -1: never
    const struct nx_clock *clock; // capabilities, NULL when not given: only src/cap looks inside
    const struct nx_entropy *entropy;
    const struct nx_input *input;
    const struct nx_files *files;
    struct CapHandle *handles; // what the guest's open files stand for (cap/files.c)
    uint32_t n_handles, cap_handles;
    uint32_t collect_handles; // from so many on, opening another collects first
    struct nx_vm *api;
} VmHost;

enum { SLICE_STEPS = 16384 };

enum {                   // Vm.modes, debug builds
    NX_MODE_GC = 1,      // collect at every safepoint, one step a slice, poison
    NX_MODE_PENDING = 2, // every host call answers pending first
};

// Runs until something of RunStatus happens.
NX_INTERNAL RunStatus vm_run(Vm *vm);
// The interpreter loop; returns at the end of a slice or a run. V_STOP: slice over.
NX_INTERNAL int vm_loop(Vm *vm);

// Looks at limits, cancel, deadline and collection between two steps, and hands out a new slice.
// False: vm->stop says why not.
NX_INTERNAL bool vm_safepoint(Vm *vm);
NX_INTERNAL void vm_start_slice(Vm *vm);
// Steps used so far.
NX_INTERNAL uint64_t vm_steps(Vm *vm);

// head->exc (or vm->stop) is on its way: finds the frame that takes it. True: head->frame runs on.
NX_INTERNAL bool vm_unwind(Vm *vm);
// A failed allocation: collects; true: try the same step again; false: MemoryError is raised (or
// the machine must stop).
NX_INTERNAL bool vm_retry_after_gc(Vm *vm);
// Memory failed for what an exception on its way keeps of a frame. True: there was a collection, try
// again. One for all the frames that are left in a step: an exception may pass very many.
NX_INTERNAL bool vm_unwind_collects(Vm *vm);

// Runs the native on top: 1 go on with the frame now on top, 0 the run is over, -1 raised.
NX_INTERNAL int vm_run_native(Vm *vm, Frame *f);
// A frame that is not a plain call returns v: V_STOP, the run is over; V_RAISED; else go on.
NX_INTERNAL Value vm_return(Vm *vm, Frame *f, Value v);
// Sets the running frame's pc back to the start of the instruction it is in.
NX_INTERNAL void vm_rewind_instruction(Vm *vm);
NX_INTERNAL void vm_add_traceback(Vm *vm);

NX_INTERNAL bool vm_run_queue(Vm *vm);
// Some of them run: others wait until these are over.
NX_INTERNAL bool vm_queue_is_running(Vm *vm);
NX_INTERNAL uint32_t op_length(uint32_t op); // words

// Delivers a call's result to the running frame as `ret` says. V_RAISED, V_CALLING (a further call
// is needed first) or anything else: go on.
NX_INTERNAL Value vm_deliver(Vm *vm, Value v, uint64_t ret);

#endif
