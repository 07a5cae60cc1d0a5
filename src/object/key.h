// key.h: hashing and comparing values without guest code.
//
// "Leaf" values are exact instances of builtin types, instances of subclasses that keep the
// builtin's methods, and objects that keep object's: for them the answer is known to C. Everything
// else makes these functions say so, and the caller asks for an internal operation.
#ifndef NX_OBJECT_KEY_H
#define NX_OBJECT_KEY_H

#include "object/dict.h"
#include "object/str.h"
#include "object/tuple.h"

static inline uint32_t str_hash_of(Vm *vm, Str *s) {
    return NX_LIKELY(s->hash != 0) ? s->hash : str_hash(vm, s);
}

// hash(key), as a guest sees it; false: guest code (or an exception) is needed.
NX_INTERNAL bool key_hash64_leaf(Vm *vm, Value v, int64_t *hash);

// The same for what most keys are, without a call.
static inline bool key_hash64(Vm *vm, Value v, int64_t *hash) {
    if (is_int(v)) {
        int64_t n = int_of(v); // small ints are their own hashes, but for -1
        *hash = n - (n == -1);
        return true;
    }
    if (is_str(vm, v) && ((Str *)ref_ptr(vm, v))->hash) {
        *hash = ((Str *)ref_ptr(vm, v))->hash;
        return true;
    }
    return key_hash64_leaf(vm, v, hash);
}

// The same for the items of a tuple, whatever its class.
NX_INTERNAL bool key_hash64_tuple(Vm *vm, const Tuple *t, int64_t *hash);

// a op b for OP_LT … OP_GE: True or False; V_NOTIMPL when neither type knows the other; V_UNBOUND
// when guest code is needed. Lists and tuples may nest a few levels. Never raises.
NX_INTERNAL Value compare_leaf(Vm *vm, int op, Value a, Value b);
// The same without looking into containers: they make it V_UNBOUND.
NX_INTERNAL Value compare_scalar(Vm *vm, int op, Value a, Value b);

// The result of comparing two ordered things of which the first is less (-1), equal (0), more (1).
static inline Value compare_result(int op, int order) {
    switch (op) {
    case OP_LT: return bool_value(order < 0);
    case OP_LE: return bool_value(order <= 0);
    case OP_EQ: return bool_value(order == 0);
    case OP_NE: return bool_value(order != 0);
    case OP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

static inline int compare_swapped(int op) {
    static const uint8_t swapped[] = {OP_GT, OP_GE, OP_EQ, OP_NE, OP_LT, OP_LE};
    return swapped[op];
}

// True unless the class of v (an object) replaced what its builtin type does under that name.
NX_INTERNAL bool keeps_builtin(Vm *vm, Value v, NameId method);

#endif
