// heap_fixture.h: a slot with an empty heap and no image, for tests of C-side operations that
// neither raise nor look at classes.
#ifndef NX_TESTS_HEAP_FIXTURE_H
#define NX_TESTS_HEAP_FIXTURE_H

#include <stdlib.h>

#include "heap/heap.h"

typedef struct HeapFixture {
    Vm vm;
    Value types[T_COUNT];
} HeapFixture;

static inline Vm *heap_fixture_open(HeapFixture *f, uint32_t size) {
    *f = (HeapFixture){.vm = {.fail_after = -1}};
    Vm *vm = &f->vm;
    vm->base = calloc(1, size);
    vm->head = (Head *)(void *)vm->base;
    vm->types = f->types;
    for (uint32_t i = 0; i < T_COUNT; i++) { f->types[i] = V_NONE; }
    vm->head->memory_limit = size;
    vm->head->budget = INT64_MAX / 2;
    vm->head->exc = V_NONE;
    heap_init(vm, HEAP_HEAD_SIZE, size);
    return vm;
}

static inline void heap_fixture_close(HeapFixture *f) { free(f->vm.base); }

#endif
