// ask.h: how natives in steps ask for hashes and comparisons of guest objects: the guest's method is
// called at once where it is a plain function, without the frame that I_HASH, I_EQUAL or
// I_RICH_COMPARE would put in between. What such a method returns is no answer yet: in the state
// that was asked for, the native looks at it with the functions named below.
#ifndef NX_OBJECT_ASK_H
#define NX_OBJECT_ASK_H

#include "rt/native.h"

// The function that a's class has for an operator, when it may be called directly: a is a plain
// instance, and b's class cannot claim to go first. V_UNBOUND: the long way.
NX_INTERNAL Value operator_function(Vm *vm, Value a, Value b, NameId name, NameId reflected);

// Asks whether a == b. In state `next` f->result is the answer if it is a bool; else the native
// returns what ask_equal_more gives, which comes back to the same state.
NX_INTERNAL Value ask_equal(Vm *vm, Frame *f, int next, Value a, Value b);
NX_INTERNAL Value ask_equal_more(Vm *vm, Frame *f, int next, Value a, Value b);

// The same for a < b (OP_LT) or a > b (OP_GT).
NX_INTERNAL Value ask_order(Vm *vm, Frame *f, int next, int op, Value a, Value b);
NX_INTERNAL Value ask_order_more(Vm *vm, Frame *f, int next, int op, Value a, Value b);

// Asks for hash(v). In state `next` ask_hash_answer turns f->result into it; false: that is no int.
NX_INTERNAL Value ask_hash(Vm *vm, Frame *f, int next, Value v);
NX_INTERNAL bool ask_hash_answer(Vm *vm, const Frame *f, int64_t *hash);

// Added to the operator of I_RICH_COMPARE: the first choice of methods has refused already.
enum { COMPARE_REFUSED = 8 };

#endif
