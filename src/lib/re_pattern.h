// re_pattern.h: collecting what all matches give. See re_collect.c.
#ifndef NX_LIB_RE_PATTERN_H
#define NX_LIB_RE_PATTERN_H

#include "lib/re_sub.h"

// Rows of re.Pattern.
NX_INTERNAL Value pattern_findall(Vm *vm, Value *a);
NX_INTERNAL Value pattern_findall_steps(Vm *vm, Frame *f);
NX_INTERNAL Value pattern_split(Vm *vm, Value *a);
NX_INTERNAL Value pattern_split_steps(Vm *vm, Frame *f);
NX_INTERNAL Value pattern_sub(Vm *vm, Value *a);
NX_INTERNAL Value pattern_subn(Vm *vm, Value *a);
NX_INTERNAL Value pattern_sub_steps(Vm *vm, Frame *f); // magic: 1 for subn

#endif
