// unicode_names.h: the names of code points, Unicode 16.0, as CPython 3.14's unicodedata has them.
#ifndef NX_BASE_UNICODE_NAMES_H
#define NX_BASE_UNICODE_NAMES_H

#include "base/base.h"

enum { UNICODE_NAME_SIZE = 96, UNICODE_NAME_POINTS = 4 };

// Writes the name, in ASCII without a NUL, and gives its length; 0: the code point has none.
NX_INTERNAL size_t unicode_name(uint32_t cp, char out[UNICODE_NAME_SIZE]);

// The code points that a name, an alias or the name of a sequence stands for, in any case: how many
// are written, 0 when there is none such. Only a sequence has more than one.
NX_INTERNAL uint32_t unicode_find_name(const char *name, size_t len,
                                       uint32_t out[UNICODE_NAME_POINTS]);

#endif
