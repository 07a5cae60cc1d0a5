/* natrix_debug.h: switches for tests of the machine itself; only in builds with NX_DEBUG. */
#ifndef NATRIX_DEBUG_H
#define NATRIX_DEBUG_H

#include "natrix.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum nx_debug_mode {
    NX_DEBUG_GC = 1,     /* collect at every step, overwrite what was freed, verify the heap */
    NX_DEBUG_PENDING = 2 /* every host call answers "later" first */
} nx_debug_mode;

NX_API void nx_debug_set_modes(nx_vm *vm, unsigned modes);
/* The n-th allocation from now on fails (0: the next); -1: none does. */
NX_API void nx_debug_fail_allocation(nx_vm *vm, int64_t n);
/* Allocations that were still to come before the failing one; < 0 when it has failed. */
NX_API int64_t nx_debug_allocations_left(nx_vm *vm);

#ifdef __cplusplus
}
#endif

#endif
