// inspect.h: what inspect.c and inspect_heap.c share.
#ifndef NX_API_INSPECT_H
#define NX_API_INSPECT_H

#include "api/api.h"
#include "natrix_debug.h"

NX_INTERNAL void put_text(nx_debug_put *put, void *ctx, const char *text);
NX_INTERNAL void put_code_name(Vm *vm, nx_debug_put *put, void *ctx, const Code *c);
NX_INTERNAL void put_str(Vm *vm, nx_debug_put *put, void *ctx, Value str);
// Right-aligned in `width` columns; 0: as wide as it is.
NX_INTERNAL void put_number(nx_debug_put *put, void *ctx, uint64_t n, size_t width);

#endif
