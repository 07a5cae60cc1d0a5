// random.h: what others know of the generator of the module _random.
#ifndef NX_LIB_RANDOM_H
#define NX_LIB_RANDOM_H

#include "base/base.h"

// The plain bytes of one may come from a snapshot.
NX_INTERNAL bool random_is_sound(const uint8_t *bytes);

#endif
