// exc.h: exception instances and tracebacks. The class is in the OBJ_EXT shape.
#ifndef NX_OBJECT_EXC_H
#define NX_OBJECT_EXC_H

#include "rt/typedef.h"

// `small` of the header: EXC_SUPPRESS_CONTEXT.
typedef struct Exception {
    Obj h;
    Value args;      // tuple
    Value traceback; // Traceback or V_NONE
    Value context, cause;
    Value notes;    // list or V_NONE (also the attribute __notes__)
    Value extra[3]; // by class: StopIteration.value, SystemExit.code, OSError …; or V_UNBOUND
} Exception;

enum { EXC_SUPPRESS_CONTEXT = 1 };

typedef struct Traceback {
    Obj h;
    Value next;  // towards the raise
    Value code;  // Code
    Value frame; // globals dict of the frame, or its FrameInfo
    uint32_t pc; // word index of the instruction
    // Made by guest code: the line it gave and 1 << 31 where its tb_lasti was odd; 0: the line of pc.
    uint32_t given;
} Traceback;

enum { TRACEBACK_ODD = INT32_MIN };
static inline uint32_t traceback_given_line(const Traceback *t) { return t->given & INT32_MAX; }

NX_INTERNAL Value exc_new(Vm *vm, Value cls, Value args); // no __init__ is run
// As exc.add_note(note). False: raised.
NX_INTERNAL bool exc_note(Vm *vm, Value exc, Value note);
NX_INTERNAL bool is_exception(Vm *vm, Value v); // an instance
NX_INTERNAL bool is_exception_class(Vm *vm, Value v);
// Whether `except classes` (a class or a tuple) takes it: a bool; TypeError when some are no
// exception classes.
NX_INTERNAL Value exc_match_classes(Vm *vm, Value exc, Value classes);
NX_INTERNAL bool exc_add_traceback(Vm *vm, Value exc, Value code, Value globals, uint32_t pc);
// str(exc) when that needs no guest code, else V_UNBOUND.
NX_INTERNAL Value exc_str_leaf(Vm *vm, Value exc);
extern const TypeDef exception_type;

#endif
