// names.h: numbers of the interned strings in names.def; `vm_name(vm, N___init__)` is the str.
#ifndef NX_HEAP_NAMES_H
#define NX_HEAP_NAMES_H

#include "heap/vm.h"

typedef enum NameId {
#define NAME(id, text) N_##id,
#include "heap/names.def"
#undef NAME
    N_COUNT
} NameId;

static inline Value vm_name(Vm *vm, NameId id) { return vm->names[id]; }

// The interned str with these bytes (UTF-8), made if need be; V_RAISED when memory is short.
NX_INTERNAL Value intern_bytes(Vm *vm, const char *bytes, uint32_t len);
// The interned equal of a str object; V_RAISED when memory is short.
NX_INTERNAL Value intern_str(Vm *vm, Value str);

#endif
