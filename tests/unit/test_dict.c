// Tests of object/dict.h: dicts against a plain array: random insertions, deletions and lookups of
// ints, floats and strs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "heap_fixture.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"

enum { N_KEYS = 400, SLOT = 64 << 20 };

typedef struct Model { // live keys in insertion order
    Value keys[N_KEYS], values[N_KEYS];
    uint32_t n;
} Model;

static uint64_t seed = 88172645463325252u;

static uint32_t pick(uint32_t below) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)((seed >> 11) % below);
}

static Value make_key(Vm *vm, uint32_t i) {
    char text[32];
    switch (i % 4) {
    case 0: return int_value((int64_t)i - 200);
    case 1: return double_value((double)i + 0.5);
    case 2: {
        int n = snprintf(text, sizeof text, "key%u", i);
        return str_new(vm, text, (uint64_t)n);
    }
    default: return tuple_pack2(vm, int_value(i), V_NONE);
    }
}

static int64_t model_find(const Model *m, Value key) {
    for (uint32_t i = 0; i < m->n; i++) {
        if (m->keys[i] == key) { return i; }
    }
    return -1;
}

static void check_same(Vm *vm, const Dict *d, const Model *m) {
    uint32_t pos = 0, i = 0;
    Value key, value;
    assert_int_equal(d->h.n, m->n);
    while (dict_next(vm, d, &pos, &key, &value)) {
        assert_true(i < m->n && key == m->keys[i] && value == m->values[i]);
        i++;
    }
    assert_int_equal(i, m->n);
    if (m->n) {
        assert_true(dict_entries(vm, d)->items[dict_last(vm, d)].key == m->keys[m->n - 1]);
    }
}

static void random_operations(void **state) {
    (void)state;
    for (uint32_t round = 0; round < 60; round++) {
        HeapFixture f;
        Vm *vm = heap_fixture_open(&f, SLOT);
        Value keys[N_KEYS], copies[N_KEYS];
        uint32_t span = 4 + pick(N_KEYS - 4);
        for (uint32_t i = 0; i < span; i++) {
            keys[i] = make_key(vm, i);
            copies[i] = make_key(vm, i); // equal, another object
        }
        static Model m;
        m.n = 0;
        Dict *d = as_dict(vm, dict_new(vm, pick(2) ? pick(50) : 0));
        for (uint32_t step = 0; step < 3000; step++) {
            uint32_t i = pick(span), op = pick(10);
            int64_t at = model_find(&m, keys[i]);
            uint32_t version = d->version;
            if (op < 5) {
                assert_int_equal(
                    dict_set_leaf(vm, d, at >= 0 ? copies[i] : keys[i], int_value(step)), 1);
                if (at < 0) {
                    m.keys[m.n] = keys[i];
                    at = m.n++;
                    assert_true(d->version != version);
                } else {
                    assert_int_equal(d->version, version);
                }
                m.values[at] = int_value(step);
            } else if (op < 8) {
                Value got = dict_pop_leaf(vm, d, copies[i]);
                assert_true(got == (at < 0 ? V_UNBOUND : m.values[at]));
                if (at >= 0) {
                    m.n--;
                    memmove(&m.keys[at], &m.keys[at + 1], (m.n - (size_t)at) * sizeof(Value));
                    memmove(&m.values[at], &m.values[at + 1], (m.n - (size_t)at) * sizeof(Value));
                }
            } else {
                assert_true(dict_get_leaf(vm, d, copies[i]) == (at < 0 ? V_UNBOUND : m.values[at]));
            }
            if (step % 97 == 0) { check_same(vm, d, &m); }
        }
        check_same(vm, d, &m);
        check_same(vm, as_dict(vm, dict_copy(vm, d)), &m);
        Dict *other = as_dict(vm, dict_new(vm, 0));
        assert_int_equal(dict_merge_leaf(vm, other, d), 1);
        check_same(vm, other, &m);
        dict_clear(vm, d);
        assert_true(dict_get_leaf(vm, d, keys[0]) == V_UNBOUND);
        heap_fixture_close(&f);
    }
}

// Queues and stacks: the work per operation must not grow with what went before.
static void queue_and_stack(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, SLOT);
    Dict *d = as_dict(vm, dict_new(vm, 0));
    for (int64_t i = 0; i < 1000; i++) { dict_set_leaf(vm, d, int_value(i), V_NONE); }
    for (int64_t i = 1000; i < 50000; i++) {
        uint32_t pos = 0;
        Value key, value;
        assert_true(dict_next(vm, d, &pos, &key, &value));
        assert_true(key == int_value(i - 1000));
        dict_delete_at(vm, d, pos - 1);
        assert_int_equal(dict_set_leaf(vm, d, int_value(i), V_NONE), 1);
        assert_int_equal(d->h.n, 1000);
    }
    for (int64_t i = 49999; i >= 49001; i--) {
        uint32_t last = dict_last(vm, d);
        assert_true(dict_entries(vm, d)->items[last].key == int_value(i));
        dict_delete_at(vm, d, last);
        if (i % 3 == 0) { // push and pop again
            dict_set_leaf(vm, d, int_value(-1), V_NONE);
            dict_delete_at(vm, d, dict_last(vm, d));
        }
    }
    heap_fixture_close(&f);
}

// Keys whose hashes collide in their low bits, and keys of equal hash: right answers, and charged.
static void floods(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, SLOT);
    Dict *d = as_dict(vm, dict_new(vm, 0));
    int64_t budget = vm->head->budget;
    for (int64_t i = 0; i < 2000; i++) {
        assert_int_equal(dict_set_leaf(vm, d, int_value(i << 20), int_value(i)), 1);
    }
    for (int64_t i = 0; i < 2000; i++) {
        assert_true(dict_get_leaf(vm, d, int_value(i << 20)) == int_value(i));
    }
    Dict *same = as_dict(vm, dict_new(vm, 0));
    for (uint64_t i = 0; i < 400; i++) { // n and n + 2^61 - 1 hash alike
        unsigned __int128 n = (unsigned __int128)i * (((uint64_t)1 << 61) - 1) + 5;
        Value key = int_from_u128(vm, (uint64_t)n, (uint64_t)(n >> 64), false);
        assert_int_equal(dict_set_leaf(vm, same, key, int_value((int64_t)i)), 1);
    }
    assert_int_equal(same->h.n, 400);
    assert_true(vm->head->budget < budget - 400 * 100);
    heap_fixture_close(&f);
}

static void strings_by_content(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, SLOT);
    Dict *d = as_dict(vm, dict_new(vm, 0));
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 300; i++) {
            char text[16];
            int n = snprintf(text, sizeof text, "k%d", i);
            Value key = str_new(vm, text, (uint64_t)n);
            assert_true(dict_set_str(vm, d, key, int_value(i + round)));
            assert_true(dict_get_str(vm, d, str_new(vm, text, (uint64_t)n)) ==
                        int_value(i + round));
        }
        assert_int_equal(d->h.n, 300);
    }
    assert_true(dict_get_str(vm, d, str_new_cstr(vm, "")) == V_UNBOUND);
    assert_true(dict_del_str(vm, d, str_new_cstr(vm, "k17")));
    assert_false(dict_del_str(vm, d, str_new_cstr(vm, "k17")));
    heap_fixture_close(&f);
}

static void numbers_are_one_key(void **state) {
    (void)state;
    HeapFixture f;
    Vm *vm = heap_fixture_open(&f, SLOT);
    Dict *d = as_dict(vm, dict_new(vm, 0));
    dict_set_leaf(vm, d, int_value(1), V_NONE);
    assert_true(dict_get_leaf(vm, d, double_value(1.0)) == V_NONE);
    assert_true(dict_get_leaf(vm, d, V_TRUE) == V_NONE);
    assert_true(dict_get_leaf(vm, d, V_FALSE) == V_UNBOUND);
    dict_set_leaf(vm, d, tuple_pack2(vm, double_value(2.0), V_TRUE), V_TRUE);
    assert_true(dict_get_leaf(vm, d, tuple_pack2(vm, int_value(2), int_value(1))) == V_TRUE);
    heap_fixture_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_operations),
        cmocka_unit_test(queue_and_stack),
        cmocka_unit_test(floods),
        cmocka_unit_test(strings_by_content),
        cmocka_unit_test(numbers_are_one_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
