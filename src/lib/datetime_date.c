// datetime_date.c: date, a day, and what datetimes do as dates do.
#include "lib/datetime.h"

#include "object/bytes.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"

// ---- construction ------------------------------------------------------------------------------

// The tag of the objects of a class derived from date.
static TypeTag date_tag(Vm *vm, Value cls) {
    return as_type(vm, cls)->tag == T_DATETIME ? T_DATETIME : T_DATE;
}

// A class's instance for a day; of a datetime, midnight.
static Value date_result(Vm *vm, Value cls, int32_t year, int32_t month, int32_t day) {
    Fields f = {.year = year, .month = month, .day = day, .tzinfo = V_NONE};
    TypeTag tag = date_tag(vm, cls);
    if (cls == vm->types[tag]) { return moment_result(vm, cls, tag, &f); }
    return moment_result(vm, cls, T_DATE, &f); // called with three arguments
}

// What __reduce__ gives: year, month and day as bytes.
static Value date_from_state(Vm *vm, Value cls, const uint8_t *p) {
    Fields f = {.year = p[0] << 8 | p[1], .month = p[2], .day = p[3], .tzinfo = V_NONE};
    return date_check(vm, &f) ? moment_new(vm, T_DATE, cls, &f) : V_RAISED;
}

static Value date_make(Vm *vm, Value *a) {
    enum { CLS, YEAR, MONTH };
    TRY(construct_check(vm, T_DATE, a[CLS]));
    if (a[MONTH] == V_UNBOUND && isinstance_bytes(vm, a[YEAR])) {
        const Bytes *b = as_bytes(vm, a[YEAR]);
        if (b->h.n == 4 && b->data[2] >= 1 && b->data[2] <= 12) {
            return date_from_state(vm, a[CLS], b->data);
        }
    }
    Fields f = {.tzinfo = V_NONE};
    int32_t *const parts[] = {&f.year, &f.month, &f.day};
    static const char *const names[] = {"year", "month", "day"};
    for (int i = 0; i < 3; i++) {
        if (a[YEAR + i] == V_UNBOUND) { return field_missing(vm, names[i], i + 1); }
        int known = field_arg(vm, a[YEAR + i], parts[i], FIELD_OF_NEW);
        if (known <= 0) { return known ? V_UNBOUND : V_RAISED; }
    }
    return date_check(vm, &f) ? moment_new(vm, T_DATE, a[CLS], &f) : V_RAISED;
}

static Value date_fromordinal(Vm *vm, Value *a) {
    int64_t n;
    if (!int_to_i64(vm, a[1], &n)) {
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C long");
    }
    if (n > INT32_MAX || n < INT32_MIN) {
        return raise_error(vm, EXC_OverflowError,
                           n > 0 ? "signed integer is greater than maximum"
                                 : "signed integer is less than minimum");
    }
    if (n < 1) { return raise_error(vm, EXC_ValueError, "ordinal must be >= 1"); }
    Fields f;
    ordinal_split(min_i64(n, INT32_MAX - 400), &f.year, &f.month, &f.day);
    TRY(date_check(vm, &f));
    return date_result(vm, a[0], f.year, f.month, f.day);
}

static Value date_fromisocalendar(Vm *vm, Value *a) {
    int64_t parts[3], n = 0;
    for (uint32_t i = 0; i < 3; i++) {
        if (!int_to_i64(vm, a[1 + i], &parts[i]) || parts[i] > INT32_MAX || parts[i] < INT32_MIN) {
            return raise_error(vm, EXC_ValueError, "ISO calendar component out of range");
        }
    }
    IsoDate iso = {(int32_t)parts[0], (int32_t)parts[1], (int32_t)parts[2]};
    Fields f = {.year = iso.year, .month = 1, .day = 1, .tzinfo = V_NONE};
    switch (iso_date_day(&iso, &n)) {
    case 1: return date_check(vm, &f) ? V_NONE : V_RAISED;
    case 2: return raise_error(vm, EXC_ValueError, "Invalid week: %d", iso.week);
    case 3:
        return raise_error(vm, EXC_ValueError, "Invalid weekday: %d (range is [1, 7])",
                           iso.weekday);
    default: break;
    }
    ordinal_split(n, &f.year, &f.month, &f.day);
    return date_check(vm, &f) ? date_result(vm, a[0], f.year, f.month, f.day) : V_RAISED;
}

static Value date_fromisoformat(Vm *vm, Value *a) {
    Fields f = {.tzinfo = V_NONE};
    TRY(iso_parse(vm, a[1], T_DATE, &f));
    return date_result(vm, a[0], f.year, f.month, f.day);
}

static Value date_replace(Vm *vm, Value *a) {
    Fields f = moment_fields(as_moment(vm, a[0]));
    int known = field_arg(vm, a[1], &f.year, FIELD_REPLACED);
    if (known > 0) { known = field_arg(vm, a[2], &f.month, FIELD_REPLACED); }
    if (known > 0) { known = field_arg(vm, a[3], &f.day, FIELD_REPLACED); }
    if (known <= 0) { return known ? V_UNBOUND : V_RAISED; }
    Value cls = class_of(vm, a[0]);
    return date_check(vm, &f) ? moment_result(vm, cls, T_DATE, &f) : V_RAISED;
}

// ---- arithmetic --------------------------------------------------------------------------------

// A moment that is `sign` times a delta later.
static Value moment_shift(Vm *vm, Value self, Value delta, int64_t sign) {
    const Moment *m = as_moment(vm, self);
    const Delta *d = as_delta(vm, delta);
    Fields f = moment_fields(m);
    bool day = m->h.type == T_DATE;
    int64_t us = fields_us(&f) + sign * (day ? 0 : d->seconds * US_PER_SECOND + d->us);
    int64_t days = sign * d->days;
    if (days > MAX_ORDINAL || days < -MAX_ORDINAL || us + days * US_PER_DAY < US_PER_DAY ||
        us + days * US_PER_DAY >= (MAX_ORDINAL + 1) * US_PER_DAY) {
        return raise_error(vm, EXC_OverflowError, "date value out of range");
    }
    fields_from_us(us + days * US_PER_DAY, &f);
    f.fold = 0;
    return moment_result(vm, class_of(vm, self), (TypeTag)m->h.type, &f);
}

Value moment_add(Vm *vm, Value *a) {
    return is_delta(vm, a[1]) ? moment_shift(vm, a[0], a[1], 1) : V_NOTIMPL;
}

// Both dates, or both datetimes. V_UNBOUND: a zone of the guest's.
static Value moment_difference(Vm *vm, Value a, Value b) {
    const Moment *x = as_moment(vm, a), *y = as_moment(vm, b);
    int64_t x_us = 0, y_us = 0;
    if (x->tzinfo != y->tzinfo) {
        ZoneKind kx = zone_offset(vm, x->tzinfo, &x_us), ky = zone_offset(vm, y->tzinfo, &y_us);
        if (kx == ZONE_GUEST || ky == ZONE_GUEST) { return V_UNBOUND; }
        if (kx != ky) {
            return raise_error(vm, EXC_TypeError,
                               "can't subtract offset-naive and offset-aware datetimes");
        }
    }
    return delta_from_us(vm, moment_us(x) - x_us - moment_us(y) + y_us);
}

Value moment_sub(Vm *vm, Value *a) {
    if (is_delta(vm, a[1])) { return moment_shift(vm, a[0], a[1], -1); }
    return is_tagged(vm, a[1], (TypeTag)as_obj(vm, a[0])->type) ? moment_difference(vm, a[0], a[1])
                                                                : V_NOTIMPL;
}

Value moment_rsub(Vm *vm, Value *a) {
    if (!is_tagged(vm, a[1], (TypeTag)as_obj(vm, a[0])->type)) { return V_NOTIMPL; }
    return moment_difference(vm, a[1], a[0]);
}

// The slot: no subclass among the operands.
Value moment_binary(Vm *vm, BinOp op, Value a, Value b) {
    bool left = is_date(vm, a);
    Value args[2] = {left ? a : b, left ? b : a};
    if (op == BIN_OP_ADD) { return moment_add(vm, args); }
    return left ? moment_sub(vm, args) : V_NOTIMPL;
}

static Value moment_order_result(int op, int64_t order) {
    switch (op) {
    case OP_LT: return bool_value(order < 0);
    case OP_LE: return bool_value(order <= 0);
    case OP_EQ: return bool_value(order == 0);
    case OP_NE: return bool_value(order != 0);
    case OP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

Value moment_compare(Vm *vm, int op, Value a, Value b) {
    const Moment *x = as_moment(vm, a);
    if (!is_tagged(vm, b, (TypeTag)x->h.type)) { return V_NOTIMPL; }
    const Moment *y = as_moment(vm, b);
    int64_t x_us = 0, y_us = 0;
    if (x->tzinfo != y->tzinfo) {
        ZoneKind kx = zone_offset(vm, x->tzinfo, &x_us), ky = zone_offset(vm, y->tzinfo, &y_us);
        if (kx == ZONE_GUEST || ky == ZONE_GUEST) { return V_UNBOUND; }
        if (kx != ky) {
            if (op == OP_EQ || op == OP_NE) { return bool_value(op == OP_NE); }
            return raise_error(vm, EXC_TypeError, "can't compare offset-naive and offset-aware %s",
                               x->h.type == T_TIME ? "times" : "datetimes");
        }
    }
    return moment_order_result(op, moment_us(x) - x_us - moment_us(y) + y_us);
}

Value moment_lt(Vm *vm, Value *a) { return moment_compare(vm, OP_LT, a[0], a[1]); }
Value moment_le(Vm *vm, Value *a) { return moment_compare(vm, OP_LE, a[0], a[1]); }
Value moment_eq(Vm *vm, Value *a) { return moment_compare(vm, OP_EQ, a[0], a[1]); }
Value moment_ne(Vm *vm, Value *a) { return moment_compare(vm, OP_NE, a[0], a[1]); }
Value moment_gt(Vm *vm, Value *a) { return moment_compare(vm, OP_GT, a[0], a[1]); }
Value moment_ge(Vm *vm, Value *a) { return moment_compare(vm, OP_GE, a[0], a[1]); }

Value moment_hash_slot(Vm *vm, Value v) {
    const Moment *m = as_moment(vm, v);
    int64_t us;
    ZoneKind kind = zone_offset(vm, m->tzinfo, &us);
    if (kind == ZONE_GUEST) { return V_UNBOUND; }
    return int_value(moment_hash(m, us, kind == ZONE_FIXED));
}
Value moment_hash_leaf(Vm *vm, Value *a) { return moment_hash_slot(vm, a[0]); }

// ---- natives -----------------------------------------------------------------------------------

static Value date_ctime(Vm *vm, Value *a) { return moment_ctime(vm, as_moment(vm, a[0])); }

static Value date_isoformat(Vm *vm, Value v) {
    char text[MOMENT_TEXT];
    Fields f = moment_fields(as_moment(vm, v));
    return str_new_counted(vm, text, (uint32_t)(moment_put_date(text, &f) - text), 10);
}
static Value date_isoformat_native(Vm *vm, Value *a) { return date_isoformat(vm, a[0]); }

static int32_t moment_ordinal(const Moment *m) { return ordinal_of(m->year, m->month, m->day); }

static Value date_weekday(Vm *vm, Value *a) {
    return int_value(ordinal_weekday(moment_ordinal(as_moment(vm, a[0]))));
}
static Value date_isoweekday(Vm *vm, Value *a) {
    return int_value(ordinal_weekday(moment_ordinal(as_moment(vm, a[0]))) + 1);
}
static Value date_toordinal(Vm *vm, Value *a) {
    return int_value(moment_ordinal(as_moment(vm, a[0])));
}

static Value date_reduce(Vm *vm, Value *a) {
    const Moment *m = as_moment(vm, a[0]);
    uint8_t state[4] = {(uint8_t)(m->year >> 8), (uint8_t)m->year, m->month, m->day};
    Value bytes = bytes_new(vm, state, sizeof state);
    TRY_VALUE(bytes);
    Value args = tuple_from(vm, &bytes, 1);
    TRY_VALUE(args);
    return tuple_pack2(vm, class_of(vm, a[0]), args);
}

Value moment_strftime_leaf(Vm *vm, Value *a) {
    const Moment *m = as_moment(vm, a[0]);
    if (!isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "strftime() argument 1 must be str, not %s",
                           argument_class_name(vm, a[1]));
    }
    int64_t us;
    ZoneKind kind = zone_offset(vm, m->tzinfo, &us);
    if (as_obj(vm, a[0])->ext || kind == ZONE_GUEST) { return V_UNBOUND; }
    Value name = kind == ZONE_FIXED ? zone_name_text(vm, m->tzinfo) : V_NONE;
    TRY_VALUE(name);
    return moment_strftime(vm, m, a[1], kind == ZONE_FIXED, us, name);
}

// An empty format is str(self), for subclasses too; another is theirs to follow.
Value moment_format_leaf(Vm *vm, Value *a) {
    if (!isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "__format__() argument 1 must be str, not %s",
                           argument_class_name(vm, a[1]));
    }
    if (as_obj(vm, a[0])->ext) { return V_UNBOUND; }
    if (as_str(vm, a[1])->h.n) { return moment_strftime_leaf(vm, a); }
    const TypeDef *d = type_def(as_obj(vm, a[0])->type);
    return d->str(vm, a[0]);
}

Value moment_str_leaf(Vm *vm, Value *a) {
    const Obj *o = as_obj(vm, a[0]);
    return o->ext ? V_UNBOUND : type_def(o->type)->str(vm, a[0]);
}

static Value date_get_year(Vm *vm, Value v) { return int_value(as_moment(vm, v)->year); }
static Value date_get_month(Vm *vm, Value v) { return int_value(as_moment(vm, v)->month); }
static Value date_get_day(Vm *vm, Value v) { return int_value(as_moment(vm, v)->day); }

static const NativeDef date_methods[] = {
    MOMENT_ARITHMETIC_ROWS,
    FAST("__format__", "self, format, /", moment_format_leaf, date_format,
         "strftime(), or str() for an empty format."),
    FIELDS_NEW("cls, year=UNBOUND, month=UNBOUND, day=UNBOUND", date_make, 14,
               "A date of the Gregorian calendar."),
    FAST("__str__", "self, /", moment_str_leaf, date_str, "What str(self) gives."),
    LEAF("__reduce__", "self, /", date_reduce, "The class and what to call it with."),
    FIELDS("__replace__", "self, /, *, year=UNBOUND, month=UNBOUND, day=UNBOUND", date_replace, 14,
           "A changed copy, for copy.replace()."),
    LEAF("ctime", "self, /", date_ctime, "The moment as 'Sat Jun  6 00:00:00 1998'."),
    {"fromisocalendar", "cls, year: index, week: index, day: index", date_fromisocalendar, NULL,
     NULL, "The day that an ISO calendar calls so: year, week of it, and day of that from Monday.",
     NATIVE_TAIL, 0, NATIVE_CLASS, 0},
    TAIL_CLASS("fromisoformat", "cls, string, /", date_fromisoformat,
               "The day that a text in a notation of ISO 8601 means."),
    TAIL_CLASS("fromordinal", "cls, ordinal: index, /", date_fromordinal,
               "The day of an ordinal; January 1 of year 1 is day 1."),
    SLOW_CLASS("fromtimestamp", "cls, timestamp: bound, /", date_fromtimestamp,
               "The day of a POSIX timestamp in local time."),
    SLOW("isocalendar", "self, /", isocalendar,
         "Year, week and day of the week, as ISO 8601 counts them."),
    LEAF("isoformat", "self, /", date_isoformat_native, "The day as YYYY-MM-DD."),
    LEAF("isoweekday", "self, /", date_isoweekday, "The day of the week: Monday is 1, Sunday 7."),
    FIELDS("replace", "self, /, year=UNBOUND, month=UNBOUND, day=UNBOUND", date_replace, 14,
           "The same day with some fields changed."),
    FAST("strftime", "self, format", moment_strftime_leaf, strftime,
         "Text by a format, such as \"%d/%m/%Y\"."),
    SLOW_CLASS("strptime", "cls, string, format, /", strptime,
               "A date read from a string by a format."),
    SLOW("timetuple", "self, /", timetuple, "The fields as a time.struct_time."),
    STEPS_OR_SLOW("today", "cls, /", moment_now, today,
                  "The day, or the moment, that it is now in local time."),
    LEAF("toordinal", "self, /", date_toordinal,
         "The number of the day; January 1 of year 1 is day 1."),
    LEAF("weekday", "self, /", date_weekday, "The day of the week: Monday is 0, Sunday 6."),
    NATIVE_END,
};
static const GetSetDef date_getsets[] = {
    {"day", date_get_day, NULL, NULL},
    {"month", date_get_month, NULL, NULL},
    {"year", date_get_year, NULL, NULL},
    {0},
};

const TypeDef date_type = {
    .name = "date",
    .module = "datetime",
    .no_module = true,
    .doc = "date(year, month, day): a day of the Gregorian calendar.",
    .tag = T_DATE,
    .hidden = true,
    .subclassable = true,
    .binary_ops = DATE_BINARY_OPS,
    .methods = date_methods,
    .getsets = date_getsets,
    .binary = moment_binary,
    .compare = moment_compare,
    .hash = moment_hash_slot,
    .repr = moment_repr,
    .str = date_isoformat,
};
