// machine.h: what the machine gives to the objects that it stands on: natives that the tables of
// builtin types name, and what only it knows of serial numbers, classes and the frames that run.
// Written in vm/; calls are asked for by rt/native.h.
#ifndef NX_RT_MACHINE_H
#define NX_RT_MACHINE_H

#include "rt/native.h"

// ---- special methods of object and type, in steps ----------------------------------------------
NX_INTERNAL Value object_getattribute_steps(Vm *vm, Frame *f);
NX_INTERNAL Value object_setattr_steps(Vm *vm, Frame *f);
NX_INTERNAL Value object_delattr_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_getattribute_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_setattr_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_delattr_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_instancecheck_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_subclasscheck_steps(Vm *vm, Frame *f);

// ---- super -------------------------------------------------------------------------------------
// What super() without arguments means in the function that called it. False: raised.
NX_INTERNAL bool super_of_caller(Vm *vm, Value *cls, Value *self);
// The class whose order super(cls, self) follows; V_UNBOUND: self is no such object or class.
NX_INTERNAL Value super_self_type(Vm *vm, Value cls, Value self);
NX_INTERNAL Value super_getattr(Vm *vm, Value v, Value name); // TypeDef.getattr

// ---- classes that are made ---------------------------------------------------------------------
// Descriptors for what cls adds to its bases: without __slots__, and with them (a tuple or list).
// False: raised.
NX_INTERNAL bool class_add_room(Vm *vm, Value cls);
NX_INTERNAL bool class_add_slots(Vm *vm, Value cls, Value slots);

// ---- modules -----------------------------------------------------------------------------------
NX_INTERNAL Value import_module_repr(Vm *vm); // the function that makes the repr of any module

// ---- frames ------------------------------------------------------------------------------------
NX_INTERNAL Value running_module_name(Vm *vm); // __name__ of the running frame's globals
// The builtins that code with these globals sees: those that a caller of exec put there, or all.
NX_INTERNAL Value globals_builtins(Vm *vm, Value globals);
NX_INTERNAL Value frameinfo_code(Vm *vm, Value v);            // the Code of a frame object
NX_INTERNAL Value traceback_frame(Vm *vm, Value traceback);   // tb_frame; V_RAISED: no memory
NX_INTERNAL Value traceback_globals(Vm *vm, Value traceback); // the globals of that frame

// The serial number behind id() and identity hashes. False: no memory.
NX_INTERNAL bool object_serial(Vm *vm, Value v, uint64_t *serial);

#endif
