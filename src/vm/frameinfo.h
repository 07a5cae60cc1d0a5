// frameinfo.h: frames as Python sees them.
#ifndef NX_VM_FRAMEINFO_H
#define NX_VM_FRAMEINFO_H

#include "vm/frame.h"

// A note about a frame, never the frame itself. While it runs, it is found again by its depth and
// code; when an exception ends it, what its registers held is kept.
typedef struct FrameInfo {
    Obj h;
    Value code, globals; // Code, Dict
    Value regs;     // VALUES of the registers, the Dict of a module or class, or the Frame of a
                    // generator; V_NONE: it runs
    Value back;     // FrameInfo of the caller, when that has ended too; V_NONE
    Value closure;  // Tuple of cells, or V_NONE
    Value extra;    // Dict of what f_locals was given beside the variables, or V_NONE
    uint32_t pc;    // word index of the instruction
    uint32_t depth; // of the frame: head->depth when it is the topmost; FRAME_GONE: no more
} FrameInfo;

#define FRAME_GONE UINT32_MAX

NX_INTERNAL Value frameinfo_new(Vm *vm, const Frame *f, uint32_t depth); // of a running frame
// The one frame object of a running frame; of a generator's, one of several.
NX_INTERNAL Value frameinfo_of(Vm *vm, Frame *f, uint32_t depth);
// The topmost frame, which is RET_WATCHED, ends: its frame object keeps what it held. False: no memory,
// nothing was changed.
NX_INTERNAL bool frameinfo_left(Vm *vm, const Frame *f);
// The same on the way of an exception: without memory the frame object keeps nothing.
NX_INTERNAL void frameinfo_unwound(Vm *vm, const Frame *f);
// Of a generator that is not running: its own Frame.
NX_INTERNAL Value frameinfo_of_generator(Vm *vm, Value frame);
// Frame number n of guest code that runs, from the top; V_NONE: there are not so many.
NX_INTERNAL Value frameinfo_running(Vm *vm, int64_t n);
// An exception ends the topmost frame: its entry in the traceback keeps what it held.
NX_INTERNAL void frameinfo_keep(Vm *vm, const Frame *f);
// Variables by name as locals() gives them: a Dict. What f_locals was given besides is in it.
NX_INTERNAL Value frameinfo_locals(Vm *vm, Value info);
// Whether the name (a str) is a variable of the frame that has a value.
NX_INTERNAL bool frameinfo_has_local(Vm *vm, Value info, Value name);
// Sets a variable of the frame. False: it has none of that name, or is gone with its registers.
NX_INTERNAL bool frameinfo_set_local(Vm *vm, Value info, Value name, Value v);

extern const TypeDef frameinfo_type;

#endif
