// debug.c: see natrix_debug.h.
#include "natrix_debug.h"

#include "api/api.h"

void nx_debug_set_modes(nx_vm *v, unsigned modes, int64_t gc_every) {
    v->vm.modes = modes;
    v->vm.gc_every = gc_every > 0 ? gc_every : 1;
}
void nx_debug_fail_allocation(nx_vm *v, int64_t n, int64_t times) {
    v->vm.fail_after = n < 0 ? -1 : n;
    v->vm.fail_times = times;
    heap_set_charged(&v->vm, heap_charged(v->vm.head)); // from now on every allocation is looked at
}
int64_t nx_debug_allocations_left(nx_vm *v) { return v->vm.fail_after; }
