// construct.c: see construct.h.
#include "object/construct.h"

#include "object/type.h"

bool construct_check(Vm *vm, TypeTag tag, Value cls) {
    Value base = type_of_tag(vm, tag);
    if (NX_LIKELY(cls == base)) { return true; }
    const char *name = type_def(tag)->name;
    if (!is_type(vm, cls)) {
        return raise_false(vm, EXC_TypeError, "%s.__new__(X): X is not a type object (%T)", name,
                           cls);
    }
    if (as_type(vm, cls)->tag != tag) {
        return raise_false(vm, EXC_TypeError, "%s.__new__(%N): %N is not a subtype of %s", name,
                           cls, cls, name);
    }
    return true;
}

void *construct(Vm *vm, TypeTag tag, Value cls, uint64_t n) {
    if (NX_LIKELY(cls == type_of_tag(vm, tag))) { return heap_new(vm, tag, n); }
    if (!construct_check(vm, tag, cls)) { return NULL; }
    Value shape = type_root_shape(vm, cls);
    return shape == V_RAISED ? NULL : heap_new_ext(vm, tag, n, shape);
}
