// set_steps.h: looking items of sets up where `__hash__` and `__eq__` may be guest code. The same
// protocol as dict_steps.h, with the same states.
#ifndef NX_OBJECT_SET_STEPS_H
#define NX_OBJECT_SET_STEPS_H

#include "object/dict_steps.h"
#include "object/set.h"

// The place of key in set s, SEEK_ABSENT, SEEK_ASK or SEEK_RAISED. 4 slots from `scratch` on.
NX_INTERNAL int64_t set_seek_begin(Vm *vm, Frame *f, int scratch, Value s, Value key,
                                   int64_t *hash);
NX_INTERNAL int64_t set_seek_hashed(Vm *vm, Frame *f, int scratch, Value s, Value key,
                                    int64_t hash);
NX_INTERNAL int64_t set_seek_resume(Vm *vm, Frame *f, int scratch, Value s, Value key,
                                    int64_t *hash);
static inline int64_t set_seek(Vm *vm, Frame *f, int scratch, Value s, Value key, int64_t *hash) {
    return seek_is_state(f) ? set_seek_resume(vm, f, scratch, s, key, hash)
                            : set_seek_begin(vm, f, scratch, s, key, hash);
}

// I_SET_ADD, I_SET_HAS, I_SET_DEL: "s, key, /", 4 slots of scratch.

#endif
