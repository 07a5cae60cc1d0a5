// re_scan.h: the native behind all methods of re.Pattern. See re_scan.c.
#ifndef NX_LIB_RE_SCAN_H
#define NX_LIB_RE_SCAN_H

#include "rt/native.h"

#define RE_SCAN_SIG                                                                                \
    "program, string, pos: index, endpos: index, mode: index, limit: index, want: index, "         \
    "parts=None, /"
enum { RE_SCAN_SCRATCH = 7 };

NX_INTERNAL Value re_scan_leaf(Vm *vm, Value *a);
NX_INTERNAL Value re_scan_steps(Vm *vm, Frame *f);

#endif
