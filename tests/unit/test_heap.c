// Tests of heap/heap.h: the table of size classes, and that objects of every size stand apart.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "heap_fixture.h"

// The class of a size is the smallest that holds it.
static void test_size_classes(void **state) {
    (void)state;
    for (uint32_t size = 8; size <= HEAP_MAX_SMALL; size += 8) {
        uint32_t cls = heap_class_of[size / 8];
        assert_true(heap_class_size[cls] >= size);
        assert_true(cls == 0 || heap_class_size[cls - 1] < size);
        assert_int_equal(heap_charge_of(size), heap_class_size[cls]);
    }
}

static void test_objects_apart(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, 64 << 20);
    enum { PER_SIZE = 20 };
    for (uint32_t n = 0; n < 3000; n += 7) {
        Blob *made[PER_SIZE];
        for (uint32_t i = 0; i < PER_SIZE; i++) {
            made[i] = heap_new(vm, T_BLOB, n);
            memset(made[i]->data, (int)i + 1, n);
        }
        for (uint32_t i = 0; i < PER_SIZE; i++) {
            assert_int_equal(made[i]->h.type, T_BLOB);
            assert_int_equal(made[i]->h.n, n);
            for (uint32_t k = 0; k < n; k++) { assert_int_equal(made[i]->data[k], i + 1); }
        }
    }
    heap_fixture_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_size_classes),
        cmocka_unit_test(test_objects_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
