// datetime_delta.c: timedelta, a length of time: days, seconds and microseconds, normalised so that
// only the days are negative. All is leaf: results are exact timedeltas whatever the operands' class.
//
// Work is done in microseconds of 64 bits where they are enough, which is for 290,000 years, else in
// guest ints. Division rounds half to even.
#include "lib/datetime.h"

#include "base/fmath.h"
#include "base/hash.h"
#include "object/construct.h"
#include "object/float.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"

enum { MAX_DELTA_DAYS = 999999999 };

// ---- construction ------------------------------------------------------------------------------

static bool delta_check_days(Vm *vm, int64_t days) {
    if (days >= -MAX_DELTA_DAYS && days <= MAX_DELTA_DAYS) { return true; }
    if (days < INT32_MIN || days > INT32_MAX) {
        return raise_false(vm, EXC_OverflowError, "Python int too large to convert to C int");
    }
    return raise_false(vm, EXC_OverflowError, "days=%l; must have magnitude <= %d", days,
                       MAX_DELTA_DAYS);
}

static int64_t delta_floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

static Value delta_make(Vm *vm, Value cls, int64_t days, int64_t seconds, int64_t us) {
    int64_t carry = delta_floor_div(us, US_PER_SECOND);
    us -= carry * US_PER_SECOND;
    seconds += carry;
    carry = delta_floor_div(seconds, 86400);
    seconds -= carry * 86400;
    days += carry;
    TRY(delta_check_days(vm, days));
    Delta *d = construct(vm, T_TIMEDELTA, cls, 0);
    TRY(d);
    d->days = (int32_t)days;
    d->seconds = (int32_t)seconds;
    d->us = (int32_t)us;
    return ptr_value(vm, d);
}

Value delta_new(Vm *vm, int64_t days, int64_t seconds, int64_t us) {
    return delta_make(vm, vm->types[T_TIMEDELTA], days, seconds, us);
}
Value delta_from_us(Vm *vm, int64_t us) { return delta_new(vm, 0, 0, us); }

bool delta_us(const Delta *d, int64_t *us) {
    int64_t days;
    return !mul_overflows(d->days, US_PER_DAY, &days) &&
           !add_overflows(days, d->seconds * US_PER_SECOND + d->us, us);
}

// The microseconds as a guest int. V_RAISED.
static Value delta_total(Vm *vm, const Delta *d) {
    int64_t us;
    if (delta_us(d, &us)) { return int_from_i64(vm, us); }
    Value days = int_binary(vm, BIN_OP_MUL, int_value(d->days), int_value(US_PER_DAY));
    TRY_VALUE(days);
    return int_binary(vm, BIN_OP_ADD, days, int_value(d->seconds * US_PER_SECOND + d->us));
}

// A delta of so many microseconds, a guest int.
static Value delta_from_total(Vm *vm, Value cls, Value total) {
    int64_t us, days;
    if (int_to_i64(vm, total, &us)) { return delta_make(vm, cls, 0, 0, us); }
    Value whole = int_binary(vm, BIN_OP_FLOORDIV, total, int_value(US_PER_DAY));
    TRY_VALUE(whole);
    Value rest = int_binary(vm, BIN_OP_MOD, total, int_value(US_PER_DAY));
    TRY_VALUE(rest);
    if (!int_to_i64(vm, whole, &days)) { days = INT64_MAX; }
    TRY(delta_check_days(vm, days));
    return delta_make(vm, cls, days, 0, int_of(rest));
}

// A sum of microseconds; `left` collects what floats have below one.
typedef struct DeltaSum {
    Value total;
    double left;
} DeltaSum;

static bool delta_sum_add(Vm *vm, DeltaSum *s, Value n, int64_t factor) {
    Value us = int_binary(vm, BIN_OP_MUL, n, int_value(factor));
    if (us == V_RAISED) { return false; }
    s->total = int_binary(vm, BIN_OP_ADD, s->total, us);
    return s->total != V_RAISED;
}

static bool delta_sum_component(Vm *vm, DeltaSum *s, Value v, int64_t factor, const char *name) {
    if (v == V_UNBOUND) { return true; }
    if (isinstance_int(vm, v)) { return delta_sum_add(vm, s, v, factor); }
    double d, whole;
    if (!isinstance_float(vm, v)) {
        return raise_false(vm, EXC_TypeError, "unsupported type for timedelta %s component: %T",
                           name, v);
    }
    (void)float_from_real(vm, v, &d);
    double fraction = fmath_modf(d, &whole);
    Value n = float_to_int(vm, whole);
    if (n == V_RAISED || !delta_sum_add(vm, s, n, factor)) { return false; }
    fraction = fmath_modf(fraction * (double)factor, &whole);
    s->left += fraction;
    n = int_from_double(vm, whole);
    return n != V_RAISED && delta_sum_add(vm, s, n, 1);
}

// The sum with what is left rounded, half to even of the whole.
static Value delta_sum_finish(Vm *vm, DeltaSum *s) {
    if (s->left == 0) { return s->total; }
    double whole = fmath_rint(s->left);
    if (fmath_abs(whole - s->left) == 0.5) { // rint made `whole` even, the sum is to be
        Value odd = int_binary(vm, BIN_OP_AND, s->total, int_value(1));
        TRY_VALUE(odd);
        if (odd == int_value(1)) { whole = whole > s->left ? whole - 1 : whole + 1; }
    }
    return delta_sum_add(vm, s, int_value((int64_t)whole), 1) ? s->total : V_RAISED;
}

static Value delta_make_native(Vm *vm, Value *a) {
    enum { CLS, DAYS, SECONDS, US, MS, MINUTES, HOURS, WEEKS };
    static const struct {
        uint8_t arg;
        int64_t factor;
        const char *name;
    } parts[] = {
        {US, 1, "microseconds"},
        {MS, 1000, "milliseconds"},
        {SECONDS, US_PER_SECOND, "seconds"},
        {MINUTES, 60 * US_PER_SECOND, "minutes"},
        {HOURS, 3600 * US_PER_SECOND, "hours"},
        {DAYS, US_PER_DAY, "days"},
        {WEEKS, 7 * US_PER_DAY, "weeks"},
    };
    DeltaSum s = {int_value(0), 0};
    TRY(construct_check(vm, T_TIMEDELTA, a[CLS]));
    for (uint32_t i = 0; i < COUNT_OF(parts); i++) {
        TRY(delta_sum_component(vm, &s, a[parts[i].arg], parts[i].factor, parts[i].name));
    }
    Value total = delta_sum_finish(vm, &s);
    TRY_VALUE(total);
    return delta_from_total(vm, a[CLS], total);
}

// ---- arithmetic --------------------------------------------------------------------------------

// a / b of guest ints rounded half to even; b != 0.
static Value delta_divide_nearest(Vm *vm, Value a, Value b) {
    if (int_is_negative(vm, b)) {
        a = int_unary(vm, UN_OP_NEG, a);
        b = int_unary(vm, UN_OP_NEG, b);
        TRY(a != V_RAISED && b != V_RAISED);
    }
    Value q = int_binary(vm, BIN_OP_FLOORDIV, a, b);
    TRY_VALUE(q);
    Value rest = int_binary(vm, BIN_OP_MOD, a, b);
    TRY_VALUE(rest);
    rest = int_binary(vm, BIN_OP_ADD, rest, rest);
    TRY_VALUE(rest);
    int order = int_compare(vm, rest, b);
    if (order < 0) { return q; }
    Value odd = int_binary(vm, BIN_OP_AND, q, int_value(1));
    TRY_VALUE(odd);
    return order > 0 || odd == int_value(1) ? int_binary(vm, BIN_OP_ADD, q, int_value(1)) : q;
}

// A finite float as a fraction of guest ints. False: raised.
static bool delta_float_ratio(Vm *vm, double d, Value *num, Value *den) {
    if (fmath_is_nan(d)) {
        return raise_false(vm, EXC_ValueError, "cannot convert NaN to integer ratio");
    }
    if (fmath_is_inf(d)) {
        return raise_false(vm, EXC_OverflowError, "cannot convert Infinity to integer ratio");
    }
    int32_t exp;
    double m = fmath_frexp(d, &exp);
    *num = int_from_i64(vm, (int64_t)fmath_ldexp(m, 53));
    *den = int_value(1);
    exp -= 53;
    if (*num == V_RAISED) { return false; }
    Value *side = exp < 0 ? den : num;
    *side = int_binary(vm, BIN_OP_LSHIFT, *side, int_value(exp < 0 ? -exp : exp));
    return *side != V_RAISED;
}

// d * num / den.
static Value delta_scale(Vm *vm, Value d, Value num, Value den) {
    Value total = delta_total(vm, as_delta(vm, d));
    TRY_VALUE(total);
    if (int_is_zero(vm, den)) { return raise_error(vm, EXC_ZeroDivisionError, "division by zero"); }
    total = int_binary(vm, BIN_OP_MUL, total, num);
    TRY_VALUE(total);
    if (den != int_value(1)) { total = delta_divide_nearest(vm, total, den); }
    return total == V_RAISED ? total : delta_from_total(vm, vm->types[T_TIMEDELTA], total);
}

static Value delta_mul(Vm *vm, Value d, Value by) {
    if (isinstance_int(vm, by)) { return delta_scale(vm, d, by, int_value(1)); }
    if (!isinstance_float(vm, by)) { return V_NOTIMPL; }
    double x;
    Value num, den;
    (void)float_from_real(vm, by, &x);
    TRY(delta_float_ratio(vm, x, &num, &den));
    return delta_scale(vm, d, num, den);
}

static Value delta_div(Vm *vm, Value d, Value by) {
    if (is_delta(vm, by)) {
        Value a = delta_total(vm, as_delta(vm, d)), b = delta_total(vm, as_delta(vm, by));
        TRY(a != V_RAISED && b != V_RAISED);
        return int_binary(vm, BIN_OP_DIV, a, b);
    }
    if (isinstance_int(vm, by)) { return delta_scale(vm, d, int_value(1), by); }
    if (!isinstance_float(vm, by)) { return V_NOTIMPL; }
    double x;
    Value num, den;
    (void)float_from_real(vm, by, &x);
    TRY(delta_float_ratio(vm, x, &num, &den));
    return delta_scale(vm, d, den, num);
}

// //, % and divmod() of two deltas, // by an int.
static Value delta_floor(Vm *vm, BinOp op, Value d, Value by) {
    bool by_delta = is_delta(vm, by);
    if (!by_delta && (op != BIN_OP_FLOORDIV || !isinstance_int(vm, by))) { return V_NOTIMPL; }
    Value a = delta_total(vm, as_delta(vm, d));
    Value b = by_delta ? delta_total(vm, as_delta(vm, by)) : by;
    TRY(a != V_RAISED && b != V_RAISED);
    if (int_is_zero(vm, b)) { return raise_error(vm, EXC_ZeroDivisionError, "division by zero"); }
    Value q = int_binary(vm, BIN_OP_FLOORDIV, a, b), cls = vm->types[T_TIMEDELTA];
    TRY_VALUE(q);
    if (op == BIN_OP_FLOORDIV) { return by_delta ? q : delta_from_total(vm, cls, q); }
    Value rest = int_binary(vm, BIN_OP_MOD, a, b);
    TRY_VALUE(rest);
    rest = delta_from_total(vm, cls, rest);
    TRY_VALUE(rest);
    return op == BIN_OP_MOD ? rest : tuple_pack2(vm, q, rest);
}

static Value delta_binary(Vm *vm, BinOp op, Value a, Value b) {
    bool left = is_delta(vm, a);
    if (op == BIN_OP_MUL) { return left ? delta_mul(vm, a, b) : delta_mul(vm, b, a); }
    if (!left) { return V_NOTIMPL; }
    if (op == BIN_OP_DIV) { return delta_div(vm, a, b); }
    if (op != BIN_OP_ADD && op != BIN_OP_SUB) { return delta_floor(vm, op, a, b); }
    if (!is_delta(vm, b)) { return V_NOTIMPL; }
    const Delta *x = as_delta(vm, a), *y = as_delta(vm, b);
    int64_t sign = op == BIN_OP_ADD ? 1 : -1;
    return delta_new(vm, x->days + sign * y->days, x->seconds + sign * y->seconds,
                     x->us + sign * y->us);
}

static Value delta_unary(Vm *vm, UnOp op, Value v) {
    const Delta *d = as_delta(vm, v);
    bool negate = op == UN_OP_NEG || (op == UN_OP_ABS && d->days < 0);
    int64_t sign = negate ? -1 : 1;
    return delta_new(vm, sign * d->days, sign * d->seconds, sign * d->us);
}

static Value delta_compare(Vm *vm, int op, Value a, Value b) {
    if (!is_delta(vm, b)) { return V_NOTIMPL; }
    const Delta *x = as_delta(vm, a), *y = as_delta(vm, b);
    int64_t order = (int64_t)x->days - y->days;
    if (order == 0) { order = x->seconds - y->seconds; }
    if (order == 0) { order = x->us - y->us; }
    switch (op) {
    case OP_LT: return bool_value(order < 0);
    case OP_LE: return bool_value(order <= 0);
    case OP_EQ: return bool_value(order == 0);
    case OP_NE: return bool_value(order != 0);
    case OP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

static Value delta_hash(Vm *vm, Value v) {
    const Delta *d = as_delta(vm, v);
    uint64_t acc = hash_tuple_add(HASH_TUPLE_INIT, hash_i64(d->days));
    acc = hash_tuple_add(hash_tuple_add(acc, hash_i64(d->seconds)), hash_i64(d->us));
    return int_from_i64(vm, hash_tuple_finish(acc, 3));
}

static Value delta_truth(Vm *vm, Value v) {
    const Delta *d = as_delta(vm, v);
    return bool_value(d->days != 0 || d->seconds != 0 || d->us != 0);
}

// ---- text --------------------------------------------------------------------------------------

static Value delta_repr(Vm *vm, Value v) {
    const Delta *d = as_delta(vm, v);
    static const char *const names[] = {"days=", "seconds=", "microseconds="};
    int32_t parts[] = {d->days, d->seconds, d->us};
    StrBuilder b = str_builder(vm);
    TRY(sb_put_cstr(&b, class_name_of(vm, v)) && sb_put_char(&b, '('));
    uint32_t start = b.len;
    for (uint32_t i = 0; i < COUNT_OF(parts); i++) {
        if (!parts[i]) { continue; }
        TRY(b.len == start || sb_put(&b, ", ", 2));
        TRY(sb_put_cstr(&b, names[i]) && sb_put_int(&b, parts[i]));
    }
    TRY((b.len > start || sb_put_char(&b, '0')) && sb_put_char(&b, ')'));
    return sb_finish(&b);
}

static Value delta_str(Vm *vm, Value v) {
    const Delta *d = as_delta(vm, v);
    StrBuilder b = str_builder(vm);
    if (d->days) {
        TRY(sb_put_int(&b, d->days));
        TRY(sb_put_cstr(&b, d->days == 1 || d->days == -1 ? " day, " : " days, "));
    }
    char text[MOMENT_TEXT], *p = text;
    p = moment_put_number(p, (uint32_t)d->seconds / 3600, d->seconds < 36000 ? 1 : 2);
    *p++ = ':';
    p = moment_put_number(p, (uint32_t)d->seconds / 60 % 60, 2);
    *p++ = ':';
    p = moment_put_number(p, (uint32_t)d->seconds % 60, 2);
    if (d->us) {
        *p++ = '.';
        p = moment_put_number(p, (uint32_t)d->us, 6);
    }
    TRY(sb_put(&b, text, (uint64_t)(p - text)));
    return sb_finish(&b);
}

// ---- natives -----------------------------------------------------------------------------------

static Value delta_reduce(Vm *vm, Value *a) {
    const Delta *d = as_delta(vm, a[0]);
    Value parts[3] = {int_value(d->days), int_value(d->seconds), int_value(d->us)};
    Value state = tuple_from(vm, parts, 3);
    TRY_VALUE(state);
    return tuple_pack2(vm, class_of(vm, a[0]), state);
}

static Value delta_total_seconds(Vm *vm, Value *a) {
    int64_t us;
    const Delta *d = as_delta(vm, a[0]);
    if (delta_us(d, &us) && us > -((int64_t)1 << 53) && us < (int64_t)1 << 53) {
        return double_value((double)us / 1e6);
    }
    Value total = delta_total(vm, d);
    TRY_VALUE(total);
    return int_binary(vm, BIN_OP_DIV, total, int_value(US_PER_SECOND));
}

static Value delta_get_days(Vm *vm, Value v) { return int_value(as_delta(vm, v)->days); }
static Value delta_get_seconds(Vm *vm, Value v) { return int_value(as_delta(vm, v)->seconds); }
static Value delta_get_us(Vm *vm, Value v) { return int_value(as_delta(vm, v)->us); }

static const NativeDef delta_methods[] = {
    {"__new__",
     "cls, days=UNBOUND, seconds=UNBOUND, microseconds=UNBOUND, milliseconds=UNBOUND, "
     "minutes=UNBOUND, hours=UNBOUND, weeks=UNBOUND",
     delta_make_native, NULL, NULL, "A length of time that is the sum of the arguments.",
     NATIVE_LEAF, 0, NATIVE_CLASS | NATIVE_AS_NEW, 0},
    LEAF("__reduce__", "self, /", delta_reduce, "The class and what to call it with."),
    LEAF("total_seconds", "self, /", delta_total_seconds, "The whole length in seconds."),
    NATIVE_END,
};
static const GetSetDef delta_getsets[] = {
    {"days", delta_get_days, getset_readonly, "Whole days; the only part that may be negative."},
    {"microseconds", delta_get_us, getset_readonly, "Microseconds beyond the whole seconds."},
    {"seconds", delta_get_seconds, getset_readonly, "Whole seconds beyond the days."},
    {0},
};

const TypeDef timedelta_type = {
    .name = "timedelta",
    .module = "datetime",
    .no_module = true,
    .doc = "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, "
           "weeks=0): a length of time.\n\nIt is the sum of the arguments, ints or floats of "
           "either sign.",
    .tag = T_TIMEDELTA,
    .hidden = true,
    .subclassable = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_SUB) | OP_BIT(BIN_OP_MUL) |
                  OP_BIT(BIN_OP_DIV) | OP_BIT(BIN_OP_FLOORDIV) | OP_BIT(BIN_OP_MOD) |
                  OP_BIT(BIN_OP_DIVMOD),
    .unary_ops = OP_BIT(UN_OP_NEG) | OP_BIT(UN_OP_POS) | OP_BIT(UN_OP_ABS),
    .methods = delta_methods,
    .getsets = delta_getsets,
    .binary = delta_binary,
    .unary = delta_unary,
    .compare = delta_compare,
    .hash = delta_hash,
    .repr = delta_repr,
    .str = delta_str,
    .truth = delta_truth,
};
