// datetime_module.c: the module _datetime: the classes, and for _datetime_slow.py what they do once
// a zone of the guest's has told its offset.
#include "lib/datetime.h"

#include "base/fmath.h"
#include "lib/strftime.h"
#include "object/module.h"
#include "object/float.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"

// ---- functions ---------------------------------------------------------------------------------

// An offset, a timedelta or None, in microseconds. False: raised.
static bool datetime_offset_arg(Vm *vm, Value v, int64_t *us, bool *aware) {
    *us = 0;
    *aware = v != V_NONE;
    return v == V_NONE || (is_delta(vm, v) && delta_us(as_delta(vm, v), us)) ||
           raise_false(vm, EXC_TypeError, "expected an offset, got '%T'", v);
}

static bool datetime_moment_arg(Vm *vm, Value v) {
    return is_date(vm, v) || is_tagged(vm, v, T_TIME) ||
           raise_false(vm, EXC_TypeError, "expected a date or time, got '%T'", v);
}

// iso(moment, sep, timespec, offset)
static Value datetime_fn_iso(Vm *vm, Value *a) {
    int64_t us;
    bool aware;
    TRY(datetime_moment_arg(vm, a[0]) && datetime_offset_arg(vm, a[3], &us, &aware));
    return moment_iso(vm, as_moment(vm, a[0]), a[1], a[2], aware, us);
}

// hash(moment, offset)
static Value datetime_fn_hash(Vm *vm, Value *a) {
    int64_t us;
    bool aware;
    TRY(datetime_moment_arg(vm, a[0]) && datetime_offset_arg(vm, a[1], &us, &aware));
    return int_value(moment_hash(as_moment(vm, a[0]), us, aware));
}

// difference(moment, moment, offset, offset): the first minus the second, as a timedelta.
static Value datetime_fn_difference(Vm *vm, Value *a) {
    int64_t x, y;
    bool aware;
    TRY(datetime_moment_arg(vm, a[0]) && datetime_moment_arg(vm, a[1]) &&
        datetime_offset_arg(vm, a[2], &x, &aware) && datetime_offset_arg(vm, a[3], &y, &aware));
    return delta_from_us(vm,
                         moment_us(as_moment(vm, a[0])) - x - moment_us(as_moment(vm, a[1])) + y);
}

// strftime(moment, format, offset, zone)
static Value datetime_fn_strftime(Vm *vm, Value *a) {
    int64_t us;
    bool aware;
    TRY(datetime_moment_arg(vm, a[0]) && datetime_offset_arg(vm, a[2], &us, &aware));
    if (a[3] != V_NONE && !isinstance_str(vm, a[3])) {
        return raise_error(vm, EXC_TypeError, "expected a name, got '%T'", a[3]);
    }
    return moment_strftime(vm, as_moment(vm, a[0]), a[1], aware, us, a[3]);
}

// What a struct_time holds; the year may be any.
static Value datetime_field_tuple(Vm *vm, const Fields *f, int64_t year, int64_t isdst) {
    int32_t ordinal = ordinal_of(f->year, f->month, f->day);
    Value parts[9] = {int_value(year),
                      int_value(f->month),
                      int_value(f->day),
                      int_value(f->hour),
                      int_value(f->minute),
                      int_value(f->second),
                      int_value(ordinal_weekday(ordinal)),
                      int_value(day_of_year(f)),
                      int_value(isdst)};
    return tuple_from(vm, parts, COUNT_OF(parts));
}

// fields(moment, isdst): the items of its struct_time.
static Value datetime_fn_fields(Vm *vm, Value *a) {
    TRY(datetime_moment_arg(vm, a[0]));
    Fields f = moment_fields(as_moment(vm, a[0]));
    return datetime_field_tuple(vm, &f, f.year, int_clamp_i64(vm, a[1]));
}

// fields_at(seconds): the same so many seconds behind the epoch, in UTC; None: the year is too large.
static Value datetime_fn_fields_at(Vm *vm, Value *a) {
    int64_t seconds;
    Fields f = {.tzinfo = V_NONE};
    if (!int_to_i64(vm, a[0], &seconds)) { return V_NONE; }
    int64_t days = seconds / 86400, rest = seconds % 86400;
    if (rest < 0) { rest += 86400, days--; }
    // The calendar repeats itself after 400 years.
    int64_t cycle = days / 146097;
    days = days % 146097 + EPOCH_ORDINAL;
    fields_from_us(days * US_PER_DAY + rest * US_PER_SECOND, &f);
    int64_t year = f.year + cycle * 400;
    if (year - 1900 > INT32_MAX || year - 1900 < INT32_MIN) { return V_NONE; }
    return datetime_field_tuple(vm, &f, year, 0);
}

// isocalendar(date): year, week and day.
static Value datetime_fn_isocalendar(Vm *vm, Value *a) {
    TRY(datetime_moment_arg(vm, a[0]));
    const Moment *m = as_moment(vm, a[0]);
    IsoDate iso = iso_date_of(m->year, m->month, m->day);
    Value parts[3] = {int_value(iso.year), int_value(iso.week), int_value(iso.weekday)};
    return tuple_from(vm, parts, 3);
}

static Value datetime_timestamp_range(Vm *vm) {
    return raise_error(vm, EXC_OverflowError, "timestamp out of range for platform time_t");
}

Value timestamp_us(Vm *vm, Value t) {
    double d, whole;
    int64_t n;
    if (isinstance_int(vm, t)) {
        if (!int_to_i64(vm, t, &n)) { return datetime_timestamp_range(vm); }
        return int_binary(vm, BIN_OP_MUL, t, int_value(US_PER_SECOND));
    }
    if (!isinstance_float(vm, t)) {
        return raise_error(vm, EXC_TypeError, "argument must be int or float, not %T", t);
    }
    (void)float_from_real(vm, t, &d);
    if (fmath_is_nan(d)) {
        return raise_error(vm, EXC_ValueError, "Invalid value NaN (not a number)");
    }
    double fraction = fmath_rint(fmath_modf(d, &whole) * 1e6);
    if (!(whole >= -0x1p63 && whole < 0x1p63)) { return datetime_timestamp_range(vm); }
    Value seconds = int_from_double(vm, whole);
    TRY_VALUE(seconds);
    Value us = int_binary(vm, BIN_OP_MUL, seconds, int_value(US_PER_SECOND));
    TRY_VALUE(us);
    return int_binary(vm, BIN_OP_ADD, us, int_value((int64_t)fraction));
}

// timestamp_us(t)
static Value datetime_fn_timestamp_us(Vm *vm, Value *a) { return timestamp_us(vm, a[0]); }

// from_us(cls, us, tzinfo): the datetime so many microseconds behind the epoch.
static Value datetime_fn_from_us(Vm *vm, Value *a) {
    int64_t us;
    Fields f;
    TypeTag tag = is_tagged(vm, a[0], T_TYPE) ? (TypeTag)as_type(vm, a[0])->tag : T_INVALID;
    if (tag != T_DATETIME && tag != T_DATE) {
        return raise_error(vm, EXC_TypeError, "expected a class of dates, got '%T'", a[0]);
    }
    // Years of four digits and a sign, for the message; beyond them it is the C library that gives up.
    if (!int_to_i64(vm, a[1], &us) || us / US_PER_DAY > (int64_t)INT32_MAX * 365 / 1000) {
        return V_NONE;
    }
    us += EPOCH_ORDINAL * US_PER_DAY;
    if (us < US_PER_DAY || us >= (MAX_ORDINAL + 1) * US_PER_DAY) { return V_NONE; }
    fields_from_us(us, &f);
    if (tag == T_DATE) { f.hour = f.minute = f.second = f.us = 0; }
    f.fold = 0;
    f.tzinfo = a[2];
    TRY(zone_check(vm, a[2]));
    return moment_result(vm, a[0], tag, &f);
}

// tuple_strftime(format, year, month, day, hour, minute, second, weekday, yearday, zone, offset):
// weekdays from Sunday, which is 0; an offset in seconds.
static Value datetime_fn_tuple_strftime(Vm *vm, Value *a) {
    int64_t n[8];
    static const int64_t most[8] = {INT32_MAX, 12, 31, 23, 59, 61, 6, 366};
    static const int64_t least[8] = {INT32_MIN, 1, 1, 0, 0, 0, 0, 1};
    for (uint32_t i = 0; i < COUNT_OF(n); i++) {
        if (!int_to_i64(vm, a[1 + i], &n[i]) || n[i] < least[i] || n[i] > most[i]) {
            return raise_error(vm, EXC_ValueError, "a field is out of range");
        }
    }
    if (a[9] != V_NONE && !isinstance_str(vm, a[9])) {
        return raise_error(vm, EXC_TypeError, "expected a name, got '%T'", a[9]);
    }
    TimeParts t = {.year = n[0],
                   .month = (int32_t)n[1],
                   .day = (int32_t)n[2],
                   .hour = (int32_t)n[3],
                   .minute = (int32_t)n[4],
                   .second = (int32_t)n[5],
                   .weekday = (int32_t)n[6],
                   .yearday = (int32_t)n[7],
                   .us = -1,
                   .aware = true,
                   .offset_us = int_clamp_i64(vm, a[10]) % 86400 * US_PER_SECOND,
                   .zone = a[9]};
    return strftime_text(vm, as_str(vm, a[0]), &t);
}

static const NativeDef datetime_functions[] = {
    LEAF("difference", "a, b, offset_a, offset_b, /", datetime_fn_difference, NULL),
    LEAF("fields", "moment, isdst: index, /", datetime_fn_fields, NULL),
    LEAF("fields_at", "seconds: index, /", datetime_fn_fields_at, NULL),
    TAIL("from_us", "cls, us: index, tzinfo, /", datetime_fn_from_us, NULL),
    LEAF("hash", "moment, offset, /", datetime_fn_hash, NULL),
    LEAF("iso", "moment, sep, timespec: str, offset, /", datetime_fn_iso, NULL),
    LEAF("isocalendar", "date, /", datetime_fn_isocalendar, NULL),
    LEAF("strftime", "moment, format: str, offset, zone, /", datetime_fn_strftime, NULL),
    LEAF("timestamp_us", "t, /", datetime_fn_timestamp_us, NULL),
    LEAF("tuple_strftime",
         "format: str, year: index, month: index, day: index, hour: index, minute: index, second: "
         "index, weekday: index, yearday: index, zone, offset: index, /",
         datetime_fn_tuple_strftime, NULL),
    NATIVE_END,
};

// ---- snapshots ---------------------------------------------------------------------------------

static bool delta_is_sound(const Delta *d) {
    return d->days >= -999999999 && d->days <= 999999999 && d->seconds >= 0 && d->seconds < 86400 &&
           d->us >= 0 && d->us < US_PER_SECOND;
}

bool datetime_is_sound(Vm *vm, const Obj *o) {
    if (o->type == T_TIMEDELTA) { return delta_is_sound((const Delta *)o); }
    if (o->type == T_TZINFO) { return true; }
    if (o->type == T_TIMEZONE) {
        const Zone *z = (const Zone *)o;
        return is_delta(vm, z->offset) && (z->name == V_NONE || isinstance_str(vm, z->name));
    }
    const Moment *m = (const Moment *)o;
    return m->year >= MIN_YEAR && m->year <= MAX_YEAR && m->month >= 1 && m->month <= 12 &&
           m->day >= 1 && m->day <= month_days(m->year, m->month) && m->hour < 24 &&
           m->minute < 60 && m->second < 60 && m->us < US_PER_SECOND && m->fold <= 1 &&
           (m->tzinfo == V_NONE || is_tzinfo(vm, m->tzinfo));
}

// ---- the module --------------------------------------------------------------------------------

static bool datetime_put_limit(Vm *vm, TypeTag tag, const char *name, Value v) {
    return module_put(vm, as_type(vm, vm->types[tag])->dict, name, v);
}

static bool datetime_put_moments(Vm *vm, TypeTag tag, Value step) {
    Fields low = {.year = tag == T_TIME ? 1900 : MIN_YEAR, .month = 1, .day = 1, .tzinfo = V_NONE};
    Fields high = {MAX_YEAR, 12, 31, 23, 59, 59, 999999, 0, V_NONE};
    if (tag == T_TIME) { high.year = 1900, high.month = high.day = 1; }
    if (tag == T_DATE) { high.hour = high.minute = high.second = high.us = 0; }
    Value cls = vm->types[tag];
    return datetime_put_limit(vm, tag, "min", moment_new(vm, tag, cls, &low)) &&
           datetime_put_limit(vm, tag, "max", moment_new(vm, tag, cls, &high)) &&
           datetime_put_limit(vm, tag, "resolution", step);
}

bool datetime_put_limits(Vm *vm) {
    Value us = delta_from_us(vm, 1), day = delta_new(vm, 1, 0, 0), zero = delta_from_us(vm, 0);
    Value most = delta_new(vm, 0, 86340, 0), least = delta_new(vm, 0, -86340, 0);
    if (us == V_RAISED || day == V_RAISED || zero == V_RAISED || most == V_RAISED ||
        least == V_RAISED) {
        return false;
    }
    return datetime_put_limit(vm, T_TIMEDELTA, "min", delta_new(vm, -999999999, 0, 0)) &&
           datetime_put_limit(vm, T_TIMEDELTA, "max", delta_new(vm, 999999999, 86399, 999999)) &&
           datetime_put_limit(vm, T_TIMEDELTA, "resolution", us) &&
           datetime_put_moments(vm, T_DATE, day) && datetime_put_moments(vm, T_TIME, us) &&
           datetime_put_moments(vm, T_DATETIME, us) &&
           datetime_put_limit(vm, T_TIMEZONE, "utc", zone_new(vm, zero, V_NONE)) &&
           datetime_put_limit(vm, T_TIMEZONE, "min", zone_new(vm, least, V_NONE)) &&
           datetime_put_limit(vm, T_TIMEZONE, "max", zone_new(vm, most, V_NONE));
}

static bool datetime_init(Vm *vm, Value dict) {
    (void)dict;
    return datetime_put_limits(vm);
}

static const uint8_t datetime_types[] = {T_DATE,     T_TIME,   T_DATETIME, T_TIMEDELTA,
                                         T_TIMEZONE, T_TZINFO, 0};

const ModuleDef datetime_module = {"_datetime", "Dates and times.", datetime_functions,
                                   datetime_init, datetime_types};
