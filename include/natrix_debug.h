/* natrix_debug.h: looking into a machine, and switches for tests of it.
 *
 * The first half is in every build and changes nothing but what is said: text goes to `put`, piece
 * by piece. The second half is only in builds with NX_DEBUG.
 */
#ifndef NATRIX_DEBUG_H
#define NATRIX_DEBUG_H

#include "natrix.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef void nx_debug_put(void *ctx, const char *bytes, size_t len);

/* The bytecode of a compiled program (nx_compile) or of any Python function, with that of all code
 * inside it. False: not such a value. */
NX_API bool nx_debug_dis(nx_vm *vm, nx_value program, nx_debug_put *put, void *ctx);

/* The syntax tree as ast.dump(tree, indent=2) prints it. False: a SyntaxError, in nx_error. */
NX_API bool nx_debug_ast(nx_vm *vm, const char *source, int64_t len, const char *filename,
                         nx_debug_put *put, void *ctx);

/* What lives in the heap: a line for each type or class, the largest first: objects, bytes, name.
 * Between two runs or while paused. False: no memory. */
NX_API bool nx_debug_heap(nx_vm *vm, nx_debug_put *put, void *ctx);

/* Who keeps them alive: a shortest path from a root to each of the first `most` objects of the type
 * or class of that name. The number of such objects; -1: no memory. */
NX_API int64_t nx_debug_why(nx_vm *vm, const char *name, uint64_t most, nx_debug_put *put,
                            void *ctx);

/* Where a paused VM stands: a line for each frame, the running one first; `most` 0: all. */
NX_API void nx_debug_frames(nx_vm *vm, uint64_t most, nx_debug_put *put, void *ctx);

typedef enum nx_debug_mode {
    NX_DEBUG_GC = 1,     /* collect every gc_every steps, overwrite what was freed */
    NX_DEBUG_PENDING = 2 /* every host call answers "later" first */
} nx_debug_mode;

NX_API void nx_debug_set_modes(nx_vm *vm, unsigned modes, int64_t gc_every);
/* The n-th allocation from now on (0: the next) and those after it, `times` in all, fail; -1: none does. */
NX_API void nx_debug_fail_allocation(nx_vm *vm, int64_t n, int64_t times);
/* Allocations that were still to come before the first failing one; < 0 when all have failed. */
NX_API int64_t nx_debug_allocations_left(nx_vm *vm);

#ifdef __cplusplus
}
#endif

#endif
