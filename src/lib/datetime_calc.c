// datetime_calc.c: the calendar, checks of fields, and how results are made. See datetime.h.
//
// The calendar is the Gregorian one for all years. Days are counted in eras of 400 years that begin
// with March, so that the leap day is the last one of its year and of its era.
#include "lib/datetime.h"

#include "base/hash.h"
#include "object/code.h"
#include "object/construct.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"

enum { ERA_DAYS = 146097, MARCH_FIRST = 306 }; // days of 400 years; of January to March 1st, year 0

// ---- the calendar ------------------------------------------------------------------------------

bool year_is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int32_t month_days(int64_t year, int32_t month) {
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && year_is_leap(year));
}

int32_t ordinal_of(int32_t year, int32_t month, int32_t day) {
    int32_t y = year - (month <= 2), m = (month + 9) % 12; // years and months from March on
    return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - MARCH_FIRST;
}

void ordinal_split(int64_t ordinal, int32_t *year, int32_t *month, int32_t *day) {
    int32_t n = (int32_t)ordinal + MARCH_FIRST - 1, era = n / ERA_DAYS, d = n % ERA_DAYS;
    int32_t y = (d - d / 1460 + d / 36524 - d / 146096) / 365;
    d -= y * 365 + y / 4 - y / 100;
    int32_t m = (d * 5 + 2) / 153;
    *day = d - (m * 153 + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = era * 400 + y + (m >= 10);
}

int32_t day_of_year(const Fields *f) {
    return ordinal_of(f->year, f->month, f->day) - ordinal_of(f->year, 1, 1) + 1;
}

// The Monday of a year's first ISO week, the one with January 4th.
static int32_t iso_year_start(int32_t year) {
    int32_t fourth = ordinal_of(year, 1, 4);
    return fourth - ordinal_weekday(fourth);
}

IsoDate iso_date_of(int32_t year, int32_t month, int32_t day) {
    int32_t n = ordinal_of(year, month, day);
    IsoDate iso = {year, 0, ordinal_weekday(n) + 1};
    int32_t start = iso_year_start(year);
    if (n < start) {
        start = iso_year_start(--iso.year);
    } else if (month == 12 && n >= iso_year_start(year + 1)) {
        start = iso_year_start(++iso.year);
    }
    iso.week = (n - start) / 7 + 1;
    return iso;
}

int iso_date_day(const IsoDate *iso, int64_t *ordinal) {
    if (iso->year < MIN_YEAR || iso->year > MAX_YEAR) { return 1; }
    int32_t start = iso_year_start(iso->year);
    int32_t weeks = (iso_year_start(iso->year + 1) - start) / 7;
    if (iso->week < 1 || iso->week > weeks) { return 2; }
    if (iso->weekday < 1 || iso->weekday > 7) { return 3; }
    *ordinal = start + (iso->week - 1) * 7 + iso->weekday - 1;
    return 0;
}

int64_t fields_us(const Fields *f) {
    int64_t seconds = ((int64_t)f->hour * 60 + f->minute) * 60 + f->second;
    return ordinal_of(f->year, f->month, f->day) * US_PER_DAY + seconds * US_PER_SECOND + f->us;
}

void fields_from_us(int64_t us, Fields *f) {
    int64_t rest = us % US_PER_DAY;
    ordinal_split(us / US_PER_DAY, &f->year, &f->month, &f->day);
    f->us = (int32_t)(rest % US_PER_SECOND);
    int32_t seconds = (int32_t)(rest / US_PER_SECOND);
    f->hour = seconds / 3600;
    f->minute = seconds / 60 % 60;
    f->second = seconds % 60;
}

Fields moment_fields(const Moment *m) {
    return (Fields){m->year,   m->month,       m->day,  m->hour,  m->minute,
                    m->second, (int32_t)m->us, m->fold, m->tzinfo};
}

int64_t moment_hash(const Moment *m, int64_t offset_us, bool aware) {
    uint64_t key = (uint64_t)(moment_us(m) - offset_us);
    return (int64_t)(hash_mix(key * 4 + (m->h.type == T_DATE) * 2u + aware) >> 16);
}

// ---- checks ------------------------------------------------------------------------------------

bool date_check(Vm *vm, const Fields *f) {
    if (f->year < MIN_YEAR || f->year > MAX_YEAR) {
        return raise_false(vm, EXC_ValueError, "year must be in 1..9999, not %d", f->year);
    }
    if (f->month < 1 || f->month > 12) {
        return raise_false(vm, EXC_ValueError, "month must be in 1..12, not %d", f->month);
    }
    int32_t days = month_days(f->year, f->month);
    if (f->day < 1 || f->day > days) {
        return raise_false(vm, EXC_ValueError,
                           "day %d must be in range 1..%d for month %d in year %d", f->day, days,
                           f->month, f->year);
    }
    return true;
}

bool time_check(Vm *vm, const Fields *f) {
    if (f->hour < 0 || f->hour > 23) {
        return raise_false(vm, EXC_ValueError, "hour must be in 0..23, not %d", f->hour);
    }
    if (f->minute < 0 || f->minute > 59) {
        return raise_false(vm, EXC_ValueError, "minute must be in 0..59, not %d", f->minute);
    }
    if (f->second < 0 || f->second > 59) {
        return raise_false(vm, EXC_ValueError, "second must be in 0..59, not %d", f->second);
    }
    if (f->us < 0 || f->us > 999999) {
        return raise_false(vm, EXC_ValueError, "microsecond must be in 0..999999, not %d", f->us);
    }
    if (f->fold != 0 && f->fold != 1) {
        return raise_false(vm, EXC_ValueError, "fold must be either 0 or 1, not %d", f->fold);
    }
    return zone_check(vm, f->tzinfo);
}

bool zone_check(Vm *vm, Value tzinfo) {
    return tzinfo == V_NONE || is_tzinfo(vm, tzinfo) ||
           raise_false(vm, EXC_TypeError,
                       "tzinfo argument must be None or of a tzinfo subclass, not type '%T'",
                       tzinfo);
}

// ---- arguments ---------------------------------------------------------------------------------

Value field_missing(Vm *vm, const char *name, int pos) {
    return raise_error(vm, EXC_TypeError, "function missing required argument '%s' (pos %d)", name,
                       pos);
}

int field_arg(Vm *vm, Value v, int32_t *out, FieldWords words) {
    if (v == V_UNBOUND) { return 1; } // the default stands there already
    if (!isinstance_int(vm, v)) {
        if (seq_has_index(vm, v)) { return -1; }
        raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return 0;
    }
    int64_t n = int_clamp_i64(vm, v);
    if (words == FIELD_REPLACED && (n < INT32_MIN || n > INT32_MAX)) {
        raise_error(vm, EXC_OverflowError, "Python int too large to convert to C int");
        return 0;
    }
    if (!int_to_i64(vm, v, &n)) {
        raise_error(vm, EXC_OverflowError, "Python int too large to convert to C long");
        return 0;
    }
    if (n < INT32_MIN || n > INT32_MAX) {
        raise_error(vm, EXC_OverflowError,
                    n > 0 ? "signed integer is greater than maximum"
                          : "signed integer is less than minimum");
        return 0;
    }
    *out = (int32_t)n;
    return 1;
}

Value field_steps(Vm *vm, Frame *f) {
    const NativeObj *nat = as_native(vm, f->code);
    uint32_t bits = (uint32_t)native_magic(vm, f), n = nat->n_params, i = 0;
    if (native_state(f) == 1) {
        i = (uint32_t)index_of(f->slot[n]);
        if (i >= n || !(bits >> i & 1)) { return raise_stop(vm, STOP_CORRUPT); }
        f->slot[i++] = f->result;
    }
    for (; i < n; i++) {
        Value v = f->slot[i];
        if (!(bits >> i & 1) || v == V_UNBOUND || isinstance_int(vm, v)) { continue; }
        if (!seq_has_index(vm, v)) { break; } // the leaf says what is wrong with it
        f->slot[n] = int_value(i);
        return native_call1(vm, f, 1, internal(vm, I_INDEX), v);
    }
    return native_def(vm, nat)->leaf(vm, f->slot);
}

Value datetime_slow(Vm *vm, Frame *f) {
    static const char *const names[] = {
#define X(name) #name,
        DATETIME_SLOW(X)
#undef X
    };
    return fallback_call(vm, "_datetime_slow", names[native_magic(vm, f)],
                         as_native(vm, f->code)->n_params, f->slot);
}

// ---- results -----------------------------------------------------------------------------------

Value moment_new(Vm *vm, TypeTag tag, Value cls, const Fields *f) {
    Moment *m = construct(vm, tag, cls, 0);
    TRY(m);
    m->tzinfo = f->tzinfo;
    m->year = (uint16_t)f->year;
    m->month = (uint8_t)f->month;
    m->day = (uint8_t)f->day;
    m->hour = (uint8_t)f->hour;
    m->minute = (uint8_t)f->minute;
    m->second = (uint8_t)f->second;
    m->fold = (uint8_t)f->fold;
    m->us = (uint32_t)f->us;
    return ptr_value(vm, m);
}

Value moment_result(Vm *vm, Value cls, TypeTag tag, const Fields *f) {
    if (cls == vm->types[tag]) { return moment_new(vm, tag, cls, f); }
    Value args[8];
    uint32_t n = 0;
    if (tag != T_TIME) {
        args[n++] = int_value(f->year);
        args[n++] = int_value(f->month);
        args[n++] = int_value(f->day);
    }
    if (tag != T_DATE) {
        args[n++] = int_value(f->hour);
        args[n++] = int_value(f->minute);
        args[n++] = int_value(f->second);
        args[n++] = int_value(f->us);
        args[n++] = f->tzinfo;
    }
    if (!f->fold) { return native_tailcall(vm, cls, n, args); }
    Value all = tuple_from(vm, args, n), kw = dict_new(vm, 1), key = intern_bytes(vm, "fold", 4);
    TRY(all != V_RAISED && kw != V_RAISED && key != V_RAISED);
    TRY(dict_set_str(vm, as_dict(vm, kw), key, int_value(f->fold)));
    return native_tailcall_full(vm, cls, all, kw);
}

ZoneKind zone_offset(Vm *vm, Value tzinfo, int64_t *us) {
    *us = 0;
    if (tzinfo == V_NONE) { return ZONE_NONE; }
    if (!is_tagged(vm, tzinfo, T_TIMEZONE)) { return ZONE_GUEST; }
    (void)delta_us(as_delta(vm, as_zone(vm, tzinfo)->offset), us);
    return ZONE_FIXED;
}
