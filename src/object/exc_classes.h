// exc_classes.h: what single exception classes add to BaseException.
#ifndef NX_OBJECT_EXC_CLASSES_H
#define NX_OBJECT_EXC_CLASSES_H

#include "object/exc.h"

// Fills the attributes that the class derives from args (value, code, errno …). False: raised.
NX_INTERNAL bool exc_class_init(Vm *vm, Value exc, Value cls);
// Keyword arguments of the constructor: name=, obj=, path= …; TypeError for others. `making`: from
// __new__, which leaves them to __init__.
NX_INTERNAL bool exc_class_keywords(Vm *vm, Value exc, Value kwargs, bool making);
// The class's own str(): the text, V_UNBOUND when guest code is needed, V_NONE: it has none.
NX_INTERNAL Value exc_class_str(Vm *vm, Value exc);
// Getset rows of a class, or NULL; its natives, or NULL.
NX_INTERNAL const GetSetDef *exc_class_getsets(ExcId id);
NX_INTERNAL const NativeDef *exc_class_methods(ExcId id);

#endif
