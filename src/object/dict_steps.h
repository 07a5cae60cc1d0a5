// dict_steps.h: looking keys up where `__hash__` and `__eq__` may be guest code.
#ifndef NX_OBJECT_DICT_STEPS_H
#define NX_OBJECT_DICT_STEPS_H

#include "object/dict.h"

// A steps native that looks keys up leaves these states to dict_seek; its own start at SEEK_OWN.
enum { SEEK_START, SEEK_HASHED, SEEK_COMPARED, SEEK_UNHASHABLE, SEEK_OWN = 8 };
enum { SEEK_SCRATCH = 4 }; // slots it needs, from `scratch` on
enum { SEEK_ABSENT = -1, SEEK_ASK = -2, SEEK_RAISED = -3 };

// The position of key in dict d, or one of the above. ASK: return V_CALLING, and call
// dict_seek_resume when the native is entered again (in a state below SEEK_OWN). *hash is set when
// the result is ABSENT or a position. The position is valid until the dict's version changes.
NX_INTERNAL int64_t dict_seek_begin(Vm *vm, Frame *f, int scratch, Value d, Value key,
                                    uint32_t *hash);
// The same when the hash is known: that of an entry of another dict.
NX_INTERNAL int64_t dict_seek_hashed(Vm *vm, Frame *f, int scratch, Value d, Value key,
                                     uint32_t hash);
NX_INTERNAL int64_t dict_seek_resume(Vm *vm, Frame *f, int scratch, Value d, Value key,
                                     uint32_t *hash);
static inline bool seek_is_state(const Frame *f) {
    return native_state(f) > SEEK_START && native_state(f) < SEEK_OWN;
}
// For natives that look up one key.
static inline int64_t dict_seek(Vm *vm, Frame *f, int scratch, Value d, Value key, uint32_t *hash) {
    return seek_is_state(f) ? dict_seek_resume(vm, f, scratch, d, key, hash)
                            : dict_seek_begin(vm, f, scratch, d, key, hash);
}
// What a native returns when the result is ASK or RAISED.
static inline Value seek_result(int64_t at) { return at == SEEK_ASK ? V_CALLING : V_RAISED; }

// Asks for the hash of a key that is no leaf, in states SEEK_HASHED and SEEK_UNHASHABLE; in the
// latter seek_unhashable re-raises: TypeError "cannot use 'list' as a dict key (unhashable …)";
// `role` is "dict key" or "set element".
NX_INTERNAL Value seek_ask_hash(Vm *vm, Frame *f, Value key);
NX_INTERNAL Value seek_unhashable(Vm *vm, Value exc, Value key, const char *role);
// In SEEK_HASHED: the key's __hash__ returned no int.
NX_INTERNAL void seek_not_hashed(Vm *vm, Value key, const char *role);

// I_DICT_GET, I_DICT_SET, I_DICT_DEL (4 slots of scratch) and I_DICT_MERGE (6).

#endif
