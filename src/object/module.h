// module.h: modules: a name and a namespace.
#ifndef NX_OBJECT_MODULE_H
#define NX_OBJECT_MODULE_H

#include "object/dict.h"

typedef struct Module {
    Obj h;
    Value dict, name;
} Module;

NX_INTERNAL Value module_new(Vm *vm, Value name, Value doc); // with the usual dunder names
// Gives a name of a module in C, or of a class, a value while the image is built. False: raised, or v
// is V_RAISED.
NX_INTERNAL bool module_put(Vm *vm, Value dict, const char *name, Value v);
static inline Dict *module_dict(Vm *vm, Value m) {
    return as_dict(vm, ((Module *)ref_ptr(vm, m))->dict);
}
// Whether the module of a file is still being imported, which is what an attribute that is missing
// may come from; MODULE_SHADOWS: so, and it stands where the program's imports are looked for first.
typedef enum ModuleState { MODULE_READY, MODULE_PARTIAL, MODULE_SHADOWS } ModuleState;
NX_INTERNAL ModuleState module_state(Vm *vm, Value m);

extern const TypeDef module_type;

#endif
