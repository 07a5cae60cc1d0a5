// streams.h: what the standard streams' methods ask of input.c.
#ifndef NX_CAP_STREAMS_H
#define NX_CAP_STREAMS_H

#include "rt/native.h"

// The next line of stdin if all of it was read already; V_UNBOUND: the host must be asked.
NX_INTERNAL Value input_ready_line(Vm *vm, Value stream);

#endif
