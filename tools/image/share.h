// share.h: what an image need not hold twice.
#ifndef NX_TOOLS_IMAGE_SHARE_H
#define NX_TOOLS_IMAGE_SHARE_H

#include "heap/vm.h"

// Prepares a machine that is about to be written as an image and then dropped: gives equal parts of
// code one place, and takes the unused room from dicts. False: no host memory.
bool share_parts(Vm *vm);

#endif
