// debug.c: see natrix_debug.h.
#include "natrix_debug.h"

#include "api/api.h"

void nx_debug_set_modes(nx_vm *v, unsigned modes) { v->vm.modes = modes; }
void nx_debug_fail_allocation(nx_vm *v, int64_t n) { v->vm.fail_after = n < 0 ? -1 : n + 2; }
int64_t nx_debug_allocations_left(nx_vm *v) { return v->vm.fail_after - 2; }
