// Tests of object/int.h: laws that hold between the operators, over numbers around the places where
// the representation changes. What single operations give is compared with CPython in tests/py.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "heap_fixture.h"
#include "object/int.h"
#include "object/range.h"
#include "object/slice.h"
#include "object/str.h"
#include "object/tuple.h"

enum { SLOT_SIZE = 64 << 20 };

static uint64_t rng_state = 88172645463325252u;
static uint64_t rng(void) {
    rng_state ^= rng_state << 13;
    rng_state ^= rng_state >> 7;
    return rng_state ^= rng_state << 17;
}

static Value op(Vm *vm, BinOp o, Value a, Value b) {
    Value v = int_binary(vm, o, a, b);
    assert_true(v != V_RAISED && v != V_NOTIMPL && v != V_UNBOUND);
    return v;
}

// Small numbers, powers of two and their neighbours, random limbs; either sign.
static Value pick(Vm *vm) {
    Limb limbs[8] = {0};
    uint32_t n = 1 + (uint32_t)(rng() % 7);
    switch (rng() % 4) {
    case 0: return int_value((int64_t)(rng() % 41) - 20);
    case 1: {
        Value one = op(vm, BIN_OP_LSHIFT, int_value(1), int_value((int64_t)(rng() % 200)));
        return op(vm, rng() & 1 ? BIN_OP_ADD : BIN_OP_SUB, one, int_value((int64_t)(rng() % 3)));
    }
    case 2: return int_from_i64(vm, (int64_t)rng() >> rng() % 63);
    default:
        for (uint32_t i = 0; i < n; i++) { limbs[i] = rng() % 5 ? rng() : rng() % 2 - 1; }
        return int_from_limbs(vm, limbs, n, rng() & 1);
    }
}

#define assert_same(vm, a, b) assert_int_equal(int_compare((vm), (a), (b)), 0)

// A number has one representation only: equal numbers are equal words, or have equal limbs.
static void assert_normal(Vm *vm, Value v) {
    if (!is_ref(v)) { return; }
    IntArg a;
    int_arg(vm, v, &a);
    assert_true(a.n > 0 && a.p[a.n - 1] != 0);
    int64_t small;
    if (int_to_i64(vm, v, &small)) { assert_false(fits_int(small)); }
}

static void test_laws(void **state) {
    HeapFixture f;
    (void)state;
    for (uint32_t round = 0; round < 200; round++) {
        Vm *vm = heap_fixture_open(&f, SLOT_SIZE / 16);
        for (uint32_t i = 0; i < 20; i++) {
            Value a = pick(vm), b = pick(vm), c = pick(vm);
            Value sum = op(vm, BIN_OP_ADD, a, b), product = op(vm, BIN_OP_MUL, a, b);
            assert_normal(vm, sum);
            assert_normal(vm, product);
            assert_same(vm, op(vm, BIN_OP_SUB, sum, b), a);
            assert_same(vm, op(vm, BIN_OP_MUL, sum, c),
                        op(vm, BIN_OP_ADD, op(vm, BIN_OP_MUL, a, c), op(vm, BIN_OP_MUL, b, c)));
            // a ^ b == (a | b) - (a & b), and a + b == (a | b) + (a & b)
            Value both = op(vm, BIN_OP_AND, a, b), any = op(vm, BIN_OP_OR, a, b);
            assert_same(vm, op(vm, BIN_OP_XOR, a, b), op(vm, BIN_OP_SUB, any, both));
            assert_same(vm, op(vm, BIN_OP_ADD, any, both), sum);
            // ~a == -a - 1
            assert_same(vm, int_unary(vm, UN_OP_INVERT, a),
                        op(vm, BIN_OP_SUB, int_unary(vm, UN_OP_NEG, a), int_value(1)));
            Value shift = int_value((int64_t)(rng() % 150));
            assert_same(vm, op(vm, BIN_OP_RSHIFT, op(vm, BIN_OP_LSHIFT, a, shift), shift), a);
        }
        heap_fixture_close(&f);
    }
}

static void test_division(void **state) {
    HeapFixture f;
    (void)state;
    for (uint32_t round = 0; round < 200; round++) {
        Vm *vm = heap_fixture_open(&f, SLOT_SIZE / 16);
        for (uint32_t i = 0; i < 20; i++) {
            Value a = pick(vm), b = pick(vm);
            if (int_is_zero(vm, b)) { continue; }
            const Tuple *qr = as_tuple(vm, op(vm, BIN_OP_DIVMOD, a, b));
            Value q = qr->items[0], r = qr->items[1];
            assert_normal(vm, q);
            assert_normal(vm, r);
            assert_same(vm, op(vm, BIN_OP_FLOORDIV, a, b), q);
            assert_same(vm, op(vm, BIN_OP_MOD, a, b), r);
            assert_same(vm, op(vm, BIN_OP_ADD, op(vm, BIN_OP_MUL, q, b), r), a);
            assert_true(int_is_zero(vm, r) || int_is_negative(vm, r) == int_is_negative(vm, b));
            assert_true(int_compare(vm, int_unary(vm, UN_OP_ABS, r), int_unary(vm, UN_OP_ABS, b)) <
                        0);
        }
        heap_fixture_close(&f);
    }
}

static void test_text(void **state) {
    HeapFixture f;
    (void)state;
    Vm *vm = heap_fixture_open(&f, SLOT_SIZE);
    for (uint32_t i = 0; i < 2000; i++) {
        Value a = pick(vm);
        static const int bases[] = {2, 3, 10, 10, 16, 36};
        int base = bases[rng() % COUNT_OF(bases)];
        Value text = int_to_str(vm, a, base);
        assert_true(text != V_RAISED);
        assert_same(vm, int_parse(vm, text, base), a);
    }
    heap_fixture_close(&f);
}

static void test_pow_mod(void **state) {
    HeapFixture f;
    (void)state;
    for (uint32_t i = 0; i < 300; i++) {
        Vm *vm = heap_fixture_open(&f, SLOT_SIZE / 16);
        Value a = pick(vm), m = pick(vm), e = int_value((int64_t)(rng() % 40));
        if (!int_is_zero(vm, m)) {
            Value r = op(vm, BIN_OP_MOD, op(vm, BIN_OP_POW, a, e), m);
            assert_same(vm, int_pow_mod(vm, a, e, m), r);
        }
        heap_fixture_close(&f);
    }
}

// Lengths that leave the range of immediate ints.
static void test_ranges(void **state) {
    HeapFixture f;
    (void)state;
    Vm *vm = heap_fixture_open(&f, SLOT_SIZE);
    const int64_t edge = (int64_t)1 << 49;
    const struct {
        int64_t start, stop, step, len;
    } cases[] = {
        {0, 10, 1, 10},
        {0, 10, 3, 4},
        {10, 0, -3, 4},
        {5, 5, 1, 0},
        {5, 4, 1, 0},
        {4, 5, -1, 0},
        {16, -edge + 1, -1, edge + 15},
        {-edge, edge - 1, 1, 2 * edge - 1},
        {edge - 1, -edge, -2, edge},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Value r = range_new(vm, int_from_i64(vm, cases[i].start), int_from_i64(vm, cases[i].stop),
                            int_from_i64(vm, cases[i].step));
        int64_t len;
        assert_true(int_to_i64(vm, as_range(vm, r)->len, &len));
        assert_int_equal(len, cases[i].len);
    }
    heap_fixture_close(&f);
}

static void test_slices(void **state) {
    HeapFixture f;
    (void)state;
    Vm *vm = heap_fixture_open(&f, SLOT_SIZE);
    for (int64_t len = 0; len < 6; len++) {
        for (int64_t start = -8; start < 8; start++) {
            for (int64_t stop = -8; stop < 8; stop++) {
                for (int64_t step = -3; step <= 3; step++) {
                    if (step == 0) { continue; }
                    Value s = slice_new(vm, int_value(start), int_value(stop), int_value(step));
                    SliceSpan span;
                    assert_int_equal(slice_resolve(vm, s, (uint32_t)len, &span), 1);
                    int64_t at = span.start;
                    for (uint32_t k = 0; k < span.count; k++, at += span.step) {
                        assert_true(at >= 0 && at < len);
                    }
                    bool more = step > 0 ? at < span.stop : at > span.stop;
                    assert_false(more);
                }
            }
        }
    }
    heap_fixture_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_laws),   cmocka_unit_test(test_division),
        cmocka_unit_test(test_text),   cmocka_unit_test(test_pow_mod),
        cmocka_unit_test(test_ranges), cmocka_unit_test(test_slices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
