// math_sum.c: functions of sequences in the module math: sums, products, distances.
//
// fsum is exact by Shewchuk's expansions, sumprod keeps three doubles of precision as CPython does,
// so both give its results to the bit.
#include "base/fmath.h"
#include "lib/math.h"
#include "object/seq.h"
#include "object/complex.h"
#include "object/float.h"
#include "object/tuple.h"

enum { MATH_SEQ_ASK, MATH_SEQ_GOT, MATH_SEQ_ASK_2, MATH_SEQ_GOT_2 };

// An item that math_numbers has passed; false: raised (too large).
static bool math_item(Vm *vm, Value v, double *out) { return float_from_real(vm, v, out) > 0; }

// ---- distances ---------------------------------------------------------------------------------

// Room for n doubles: `stack` when it is long enough. NULL: raised.
enum { MATH_STACK = 16 };
static double *math_vector(Vm *vm, uint32_t n, double stack[MATH_STACK]) {
    if (n <= MATH_STACK) { return stack; }
    Blob *b = heap_new_raw(vm, T_BLOB, (uint64_t)n * sizeof(double));
    return b && native_charge(vm, n) ? (double *)(void *)b->data : NULL;
}

static Value math_norm(const double *v, uint32_t n) {
    double max = 0.0;
    bool has_nan = false;
    for (uint32_t i = 0; i < n; i++) {
        has_nan |= fmath_is_nan(v[i]);
        if (v[i] > max) { max = v[i]; }
    }
    return double_value(fmath_norm(v, n, max, has_nan));
}

Value math_hypot_first(Vm *vm, Value *a) {
    if (!math_all_reals(vm, a[0])) { return V_UNBOUND; }
    uint32_t n;
    const Value *items = seq_items(vm, a[0], &n);
    double stack[MATH_STACK], *v = math_vector(vm, n, stack);
    TRY(v);
    for (uint32_t i = 0; i < n; i++) {
        TRY(math_item(vm, items[i], &v[i]));
        v[i] = fmath_abs(v[i]);
    }
    return math_norm(v, n);
}

Value math_hypot(Vm *vm, Frame *f) {
    Value r = math_numbers(vm, f, MATH_SEQ_ASK, MATH_SEQ_GOT, I_TO_FLOAT, 0, 1);
    return r == V_NONE ? math_hypot_first(vm, f->slot) : r;
}

Value math_dist_first(Vm *vm, Value *a) {
    uint32_t n, m;
    const Value *p = seq_items(vm, a[0], &n), *q = seq_items(vm, a[1], &m);
    if (n != m) {
        return raise_error(vm, EXC_ValueError,
                           "both points must have the same number of dimensions");
    }
    if (!math_all_reals(vm, a[0]) || !math_all_reals(vm, a[1])) { return V_UNBOUND; }
    double stack[MATH_STACK], *v = math_vector(vm, n, stack);
    TRY(v);
    for (uint32_t i = 0; i < n; i++) {
        double y;
        TRY(math_item(vm, p[i], &v[i]) && math_item(vm, q[i], &y));
        v[i] = fmath_abs(v[i] - y);
    }
    return math_norm(v, n);
}

// slot[0] and slot[1] are the points, slot[2] and slot[3] positions in them.
Value math_dist(Vm *vm, Frame *f) {
    if (native_state(f) < MATH_SEQ_ASK_2) {
        Value r = math_numbers(vm, f, MATH_SEQ_ASK, MATH_SEQ_GOT, I_TO_FLOAT, 0, 2);
        return r == V_NONE ? native_again(vm, f, MATH_SEQ_ASK_2) : r;
    }
    Value r = math_numbers(vm, f, MATH_SEQ_ASK_2, MATH_SEQ_GOT_2, I_TO_FLOAT, 1, 3);
    if (r != V_NONE) { return r; }
    Value v = math_dist_first(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    f->slot[2] = f->slot[3] = V_UNBOUND; // q's conversions changed the list p: once more
    return native_again(vm, f, MATH_SEQ_ASK);
}

// ---- fsum --------------------------------------------------------------------------------------

// The exact sum so far as doubles whose bits do not overlap, in increasing order; infinities and
// NaNs are summed beside it.
enum { FSUM_STACK = 128, FSUM_MAX = 2112 }; // more than a double has bits between its extremes
typedef struct Fsum {
    double *p;
    uint32_t n;
    double special, inf;
    double stack[FSUM_STACK];
} Fsum;

static bool fsum_grow(Vm *vm, Fsum *s) {
    if (s->n < FSUM_STACK || s->p != s->stack) { return true; }
    Blob *b = heap_new_raw(vm, T_BLOB, FSUM_MAX * sizeof(double));
    if (!b) { return false; }
    s->p = (double *)(void *)b->data;
    memcpy(s->p, s->stack, sizeof s->stack);
    return true;
}

static bool fsum_add(Vm *vm, Fsum *s, double x) {
    double first = x;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        double y = s->p[i];
        if (fmath_abs(x) < fmath_abs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        double hi = x + y, lo = y - (hi - x);
        if (lo != 0) { s->p[kept++] = lo; }
        x = hi;
    }
    s->n = kept;
    if (x == 0) { return true; }
    if (fmath_is_finite(x)) {
        if (!fsum_grow(vm, s)) { return false; }
        s->p[s->n++] = x;
        return true;
    }
    if (fmath_is_finite(first)) {
        return raise_false(vm, EXC_OverflowError, "intermediate overflow in fsum");
    }
    if (fmath_is_inf(first)) { s->inf += first; }
    s->special += first;
    s->n = 0;
    return true;
}

// The partials rounded to one double, half to even.
static double fsum_round(const Fsum *s) {
    uint32_t n = s->n;
    if (n == 0) { return 0.0; }
    double hi = s->p[--n], lo = 0.0;
    while (n > 0) {
        double x = hi, y = s->p[--n];
        hi = x + y;
        lo = y - (hi - x);
        if (lo != 0) { break; }
    }
    // What is below lo may tip a tie: if it has lo's sign, twice lo is added and looked at.
    if (n > 0 && ((lo < 0 && s->p[n - 1] < 0) || (lo > 0 && s->p[n - 1] > 0))) {
        double y = lo * 2.0, x = hi + y;
        if (y == x - hi) { hi = x; }
    }
    return hi;
}

Value math_fsum_first(Vm *vm, Value *a) {
    if (!math_all_reals(vm, a[0])) { return V_UNBOUND; }
    uint32_t n;
    const Value *items = seq_items(vm, a[0], &n);
    TRY(native_charge(vm, n));
    Fsum s = {.n = 0};
    s.p = s.stack;
    for (uint32_t i = 0; i < n; i++) {
        double x;
        TRY(math_item(vm, items[i], &x) && fsum_add(vm, &s, x));
    }
    if (s.special != 0) {
        if (fmath_is_nan(s.inf)) { return raise_error(vm, EXC_ValueError, "-inf + inf in fsum"); }
        return double_value(s.special);
    }
    return double_value(fsum_round(&s));
}

Value math_fsum(Vm *vm, Frame *f) {
    Value r = math_numbers(vm, f, MATH_SEQ_ASK, MATH_SEQ_GOT, I_TO_FLOAT, 0, 1);
    return r == V_NONE ? math_fsum_first(vm, f->slot) : r;
}

// ---- prod and sumprod --------------------------------------------------------------------------

// a op b of exact builtin numbers; V_UNBOUND for anything else.
static Value math_arith(Vm *vm, BinOp op, Value a, Value b) {
    bool ints = (is_exact_int(vm, a) || is_bool(a)) && (is_exact_int(vm, b) || is_bool(b));
    if (ints) { return int_binary(vm, op, a, b); }
    if (!is_ref(a) || is_exact(vm, a, T_INT)) {
        if (is_double(b) || (is_double(a) && (is_exact_int(vm, b) || is_bool(b)))) {
            Value v = float_binary(vm, op, a, b);
            return v == V_NOTIMPL ? V_UNBOUND : v;
        }
    }
    return V_UNBOUND;
}

// Loops that may make long numbers keep what they have in slots after every item, go on in a state
// of their own (one that consumes no result), and let the machine collect now and then.
enum { MATH_CHUNK = 1024 };

static bool math_chunk_over(Value v, uint64_t i) {
    return is_ref(v) || i % MATH_CHUNK == MATH_CHUNK - 1;
}

// slot[0] the items, slot[1] the product so far, slot[2] the position.
Value math_prod(Vm *vm, Frame *f) {
    enum { PROD_START, PROD_GOT_PRODUCT, PROD_LOOP };
    int state = native_state(f);
    if (state != PROD_LOOP) {
        if (state == PROD_GOT_PRODUCT) { f->slot[1] = f->result; }
        uint64_t at = state == PROD_START ? 0 : index_of(f->slot[2]) + 1;
        f->slot[2] = int_value((int64_t)(uint32_t)at);
        return native_again(vm, f, PROD_LOOP);
    }
    uint32_t n;
    const Value *items;
    TRY(math_items(vm, f, 0, &items, &n));
    for (uint64_t i = index_of(f->slot[2]); i < n; i++) {
        TRY(native_charge(vm, 1));
        Value v = math_arith(vm, BIN_OP_MUL, f->slot[1], items[i]);
        TRY_VALUE(v);
        if (v == V_UNBOUND) {
            return native_call3(vm, f, PROD_GOT_PRODUCT, internal(vm, I_BINARY_OP), f->slot[1],
                                items[i], int_value(BIN_OP_MUL));
        }
        f->slot[1] = v;
        f->slot[2] = int_value((int64_t)i + 1);
        if (math_chunk_over(v, i)) { return native_again(vm, f, PROD_LOOP); }
    }
    return f->slot[1];
}

typedef struct Triple { // a sum as three doubles of falling size
    double hi, lo, tiny;
} Triple;

// a + b exactly, as a rounded sum and its error.
static double math_two_sum(double a, double b, double *error) {
    double x = a + b, z = x - a;
    *error = (a - (x - z)) + (b - z);
    return x;
}

static Triple triple_add_product(Triple t, double x, double y) {
    double product = x * y, product_lo = fmath_fma(x, y, -product);
    double sum_lo, r1_lo, r2_lo;
    double hi = math_two_sum(t.hi, product, &sum_lo);
    double r1 = math_two_sum(t.lo, product_lo, &r1_lo);
    double lo = math_two_sum(r1, sum_lo, &r2_lo);
    return (Triple){hi, lo, t.tiny + r1_lo + r2_lo};
}

static double triple_round(Triple t) {
    double lo, hi = math_two_sum(t.hi, t.lo, &lo);
    return hi + (lo + t.tiny);
}

// While pairs are of exact ints that fit a machine word, or of floats and ints, they are summed
// here; *at is the first pair that is not. *total is V_RAISED when that went wrong.
static uint32_t math_sumprod_fast(Vm *vm, const Value *p, const Value *q, uint32_t n,
                                  Value *total) {
    uint32_t i = 0;
    int64_t sum = 0;
    for (; i < n && is_exact_int(vm, p[i]) && is_exact_int(vm, q[i]); i++) {
        int64_t x, y, product, next;
        if (!int_to_i64(vm, p[i], &x) || !int_to_i64(vm, q[i], &y) ||
            mul_overflows(x, y, &product) || add_overflows(sum, product, &next)) {
            break;
        }
        sum = next;
    }
    *total = int_from_i64(vm, sum);
    Triple t = {0.0, 0.0, 0.0};
    bool used = false;
    for (; i < n && *total != V_RAISED; i++) {
        bool left = is_double(p[i]), right = is_double(q[i]);
        bool fits = (left && (right || is_exact_int(vm, q[i]) || is_bool(q[i]))) ||
                    (right && (is_exact_int(vm, p[i]) || is_bool(p[i])));
        if (!fits) { break; }
        double x, y;
        if (!math_item(vm, p[i], &x) || !math_item(vm, q[i], &y)) {
            exc_clear(vm);
            break; // the general way raises it again
        }
        Triple next = triple_add_product(t, x, y);
        if (!fmath_is_finite(next.hi)) { break; }
        t = next;
        used = true;
    }
    if (used && *total != V_RAISED) {
        *total = float_binary(vm, BIN_OP_ADD, *total, double_value(triple_round(t)));
    }
    return i;
}

enum { SUMPROD_P, SUMPROD_Q, SUMPROD_TOTAL, SUMPROD_AT, SUMPROD_PRODUCT };
enum { SUMPROD_START, SUMPROD_GOT_PRODUCT, SUMPROD_GOT_SUM, SUMPROD_LOOP };

// What happens before the loop is entered: nothing in it may fail once a slot is changed.
static Value sumprod_enter(Vm *vm, Frame *f, const Value *p, const Value *q, uint32_t end) {
    switch (native_state(f)) {
    case SUMPROD_START: {
        TRY(native_charge(vm, end));
        Value total;
        uint32_t at = math_sumprod_fast(vm, p, q, end, &total);
        TRY_VALUE(total);
        f->slot[SUMPROD_TOTAL] = total;
        f->slot[SUMPROD_AT] = int_value(at);
        break;
    }
    case SUMPROD_GOT_PRODUCT: f->slot[SUMPROD_PRODUCT] = f->result; break;
    default:
        f->slot[SUMPROD_TOTAL] = f->result;
        f->slot[SUMPROD_PRODUCT] = V_UNBOUND;
        f->slot[SUMPROD_AT] = int_value((int64_t)(uint32_t)(index_of(f->slot[SUMPROD_AT]) + 1));
        break;
    }
    return native_again(vm, f, SUMPROD_LOOP);
}

Value math_sumprod(Vm *vm, Frame *f) {
    uint32_t n, m;
    const Value *p, *q;
    TRY(math_items(vm, f, SUMPROD_P, &p, &n) && math_items(vm, f, SUMPROD_Q, &q, &m));
    uint32_t end = min_u32(n, m);
    if (native_state(f) != SUMPROD_LOOP) { return sumprod_enter(vm, f, p, q, end); }
    for (uint64_t i = index_of(f->slot[SUMPROD_AT]); i < end; i++) {
        TRY(native_charge(vm, 1));
        Value product = f->slot[SUMPROD_PRODUCT];
        if (product == V_UNBOUND) { product = math_arith(vm, BIN_OP_MUL, p[i], q[i]); }
        TRY_VALUE(product);
        if (product == V_UNBOUND) {
            return native_call3(vm, f, SUMPROD_GOT_PRODUCT, internal(vm, I_BINARY_OP), p[i], q[i],
                                int_value(BIN_OP_MUL));
        }
        Value sum = math_arith(vm, BIN_OP_ADD, f->slot[SUMPROD_TOTAL], product);
        TRY_VALUE(sum);
        if (sum == V_UNBOUND) {
            return native_call3(vm, f, SUMPROD_GOT_SUM, internal(vm, I_BINARY_OP),
                                f->slot[SUMPROD_TOTAL], product, int_value(BIN_OP_ADD));
        }
        f->slot[SUMPROD_TOTAL] = sum;
        f->slot[SUMPROD_PRODUCT] = V_UNBOUND;
        f->slot[SUMPROD_AT] = int_value((int64_t)i + 1);
        if (math_chunk_over(sum, i)) { return native_again(vm, f, SUMPROD_LOOP); }
    }
    if (n != m) { return raise_error(vm, EXC_ValueError, "Inputs are not the same length"); }
    return f->slot[SUMPROD_TOTAL];
}
