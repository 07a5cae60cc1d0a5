// internals.h: the table of internal operations, and small helpers shared by the VM's files.
#ifndef NX_VM_INTERNALS_H
#define NX_VM_INTERNALS_H

#include "object/type.h"
#include "rt/machine.h"
#include "vm/call.h"

// What an internal operation can tell without a frame, or NULL. See internal_leaf.c.
NX_INTERNAL LeafFn internal_leaf(Internal i);
NX_INTERNAL Value is_instance_leaf(Vm *vm, Value *a);
NX_INTERNAL Value is_subclass_leaf(Vm *vm, Value *a);
// __class__ of v may be something else than its type, and telling needs a look at the attribute.
NX_INTERNAL bool class_is_own_word(Vm *vm, Value v);
// What `hook`, of the metaclass of `abc` and of that name, is known to say of the class cls; V_UNBOUND:
// it must be called. V_RAISED: no memory.
NX_INTERNAL Value abc_known(Vm *vm, Value abc, Value cls, Value hook, Value hook_name);
NX_INTERNAL bool match_takes_self(Vm *vm, Value cls);
// Fills *out with the row of an internal operation.
NX_INTERNAL const NativeDef *internal_def(Internal i, NativeDef *out);
NX_INTERNAL void ids_moved(Vm *vm);                         // after objects changed their offsets
NX_INTERNAL void ids_put(Values *t, Value v, Value serial); // t: a table of ids with room for one

NX_INTERNAL bool is_generator_like(Vm *vm, Value v); // its own iterator without a next slot
NX_INTERNAL bool is_print_function(Vm *vm, Value v);
NX_INTERNAL Value format_number_leaf(Vm *vm, Value v, Value spec); // V_UNBOUND: has no spec engine

NX_INTERNAL bool class_has_attr(Vm *vm, Value cls,
                                Value attr);        // found through cls, not its metaclass
NX_INTERNAL bool next_leaf_known(Vm *vm, Value it); // an iterator C knows how to advance

// The function of a frozen module; V_UNBOUND: the image has none.
NX_INTERNAL Value frozen_function(Vm *vm, const char *module, const char *function);
NX_INTERNAL Value frame_locals(Vm *vm, Frame *f); // what locals() gives in that frame

// What came of a compilation (a code object, or V_RAISED) and its warnings. Without any it is given
// back as it is; else *pack becomes what I_WARN_SYNTAX shows before it gives it back, and V_NONE is
// returned. With V_RAISED nothing was kept.
NX_INTERNAL Value syntax_pack(Vm *vm, Value made, Value warnings, Value filename, Value *pack);
NX_INTERNAL bool syntax_is_program(Vm *vm, Value v); // a pack whose code is a function to call

// The sink of I_DRAIN's steps.
NX_INTERNAL bool drain_sink(Vm *vm, Frame *f, Value item);

#endif
