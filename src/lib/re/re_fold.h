// re_fold.h: what case-insensitive matching needs beyond lower-casing: families of lower-case
// letters with the same upper case ("s" and U+017F), and which blocks of 256 code points hold
// letters with case at all. Facts of Unicode 16.0, with the answers of CPython 3.14.
#ifndef NX_LIB_RE_RE_FOLD_H
#define NX_LIB_RE_RE_FOLD_H

#include "base/base.h"

enum { RE_FAMILY_MAX = 3 };

// Can a code point of this block (cp >> 8) have, or be, another case of some letter?
NX_INTERNAL bool re_fold_block(uint32_t block);

// The family of a lower-case letter, itself included, ended by 0; NULL when it is alone.
NX_INTERNAL const uint16_t *re_fold_family(uint32_t lower);

// A code point other than the upper and title case of `lower` that becomes it when lowered, or 0.
NX_INTERNAL uint32_t re_fold_other(uint32_t lower);

#endif
