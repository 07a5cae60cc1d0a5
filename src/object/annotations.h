// annotations.h: __annotations__ and __annotate__ of classes and modules.
#ifndef NX_OBJECT_ANNOTATIONS_H
#define NX_OBJECT_ANNOTATIONS_H

#include "rt/typedef.h"

// Getter and setter of __annotations__, getter and setter of __annotate__: made into properties of
// the classes type and module.
extern const NativeDef annotations_natives[];
// The same of functions, of what wraps one.
extern const NativeDef function_annotations_natives[], wrapped_annotations_natives[];

#endif
