// errors.h: raising. An exception on its way is head->exc; the function that raised returns
// V_RAISED, false or NULL, and so does everyone above it. There is no cleanup code anywhere: a
// native owns nothing outside the guest's heap.
#ifndef NX_RT_ERRORS_H
#define NX_RT_ERRORS_H

#include "heap/names.h"

typedef enum ExcId {
#define EXC(Name, Base, doc) EXC_##Name,
#include "rt/exc.def"
#undef EXC
    EXC_COUNT
} ExcId;

static inline Value exc_class(Vm *vm, ExcId id) { return vm->excs[id]; }

// Raises `id` with a message. Verbs: %s C string · %d int · %u unsigned · %l int64_t · %x unsigned, in hex
// · %c code point
// · %T Value, its type's name · %F the same with its module · %U Value, a str as it is · %R Value,
// its repr when that cannot run guest code (str, int, float, bytes, None …; a type's qualified name) ·
// %N Value, a class's __name__ · %K Value, a class: what %T says of its instances · %Q Value, a
// function: its qualified name · %%. No verb calls guest code.
// Returns V_RAISED. Also when there is no memory for it: then that is what is reported.
NX_INTERNAL NX_RARE Value raise_error(Vm *vm, ExcId id, const char *fmt, ...);
#define raise_false(...) (raise_error(__VA_ARGS__), false)
#define raise_null(...)  (raise_error(__VA_ARGS__), NULL)

// Raises with exactly these arguments: KeyError(key), StopIteration(value), SystemExit(code) …
NX_INTERNAL NX_RARE Value raise_with(Vm *vm, ExcId id, Value arg);
// StopIteration for a generator's return value.
NX_INTERNAL Value stop_iteration_new(Vm *vm, Value value);
NX_INTERNAL Value raise_stop_iteration(Vm *vm, Value value);
// Raises an exception instance. Sets its context from the one being handled.
NX_INTERNAL Value raise_value(Vm *vm, Value exc);
// AttributeError "'X' object has no attribute 'name'", with name and obj for suggestions.
NX_INTERNAL NX_RARE Value raise_no_attribute(Vm *vm, Value obj, Value name);
// The AttributeError that was just raised tells what lacks which name. V_RAISED.
NX_INTERNAL NX_RARE Value attribute_error_of(Vm *vm, Value obj, Value name);
// MemoryError. When there is no room for another, the one that was made for that.
NX_INTERNAL NX_RARE Value raise_memory_error(Vm *vm);
// A text made with the same verbs: a str, or V_RAISED.
NX_INTERNAL Value format_text(Vm *vm, const char *fmt, ...);

// The pending exception is an instance of `id` (or a subclass).
NX_INTERNAL bool exc_matches(Vm *vm, ExcId id);
static inline void exc_clear(Vm *vm) { vm->head->exc = V_NONE; }

// Ends the run for a reason guest code cannot catch. Returns V_RAISED.
static inline Value raise_stop(Vm *vm, StopKind kind) {
    vm->stop = kind;
    return V_RAISED;
}

// An exception that a native caught goes on its way again as it is.
static inline Value exc_restore(Vm *vm, Value exc) {
    if (NX_UNLIKELY(!is_tagged(vm, exc, T_EXCEPTION))) { return raise_stop(vm, STOP_CORRUPT); }
    vm->head->exc = exc;
    return V_RAISED;
}

#endif
