// emit_inner.h: what emit.c, emit_const.c and emit_finish.c share.
#ifndef NX_FRONT_EMIT_INNER_H
#define NX_FRONT_EMIT_INNER_H

#include "front/emit.h"

enum { EMIT_MAX_WORDS = (1 << 23) - 64 }; // a jump's operand has 24 bits, with its sign

// Writes out the run of positions that ends at the unit's last word.
NX_INTERNAL void emit_flush_pos(Compiler *c, Unit *u);

#endif
