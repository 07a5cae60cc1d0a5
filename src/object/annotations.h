// annotations.h: __annotations__ and __annotate__ of classes and modules.
#ifndef NX_OBJECT_ANNOTATIONS_H
#define NX_OBJECT_ANNOTATIONS_H

#include "rt/typedef.h"

// Getter and setter of __annotations__, getter and setter of __annotate__: made into properties of
// the classes type and module.
extern const NativeDef annotations_natives[];

#endif
