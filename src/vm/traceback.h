// traceback.h: the text CPython prints for an exception.
#ifndef NX_VM_TRACEBACK_H
#define NX_VM_TRACEBACK_H

#include "object/str.h"

// "Traceback (most recent call last):" with its entries and carets, without chained exceptions.
// Appends to the builder; false: no memory.
NX_INTERNAL bool traceback_put(StrBuilder *b, Value traceback);

#endif
