// datetime_full.c: datetime, a day and a time of it. It derives from date, whose methods accept it.
#include "lib/datetime.h"

#include "cap/cap.h"
#include "object/bytes.h"
#include "object/code.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/str.h"

// ---- construction ------------------------------------------------------------------------------

static Value datetime_from_state(Vm *vm, Value cls, const uint8_t *p, Value tzinfo) {
    Fields f = {.year = p[0] << 8 | p[1],
                .month = p[2] & 127,
                .day = p[3],
                .hour = p[4],
                .minute = p[5],
                .second = p[6],
                .us = p[7] << 16 | p[8] << 8 | p[9],
                .fold = p[2] >> 7,
                .tzinfo = tzinfo == V_UNBOUND ? V_NONE : tzinfo};
    if (f.tzinfo != V_NONE && !is_tzinfo(vm, f.tzinfo)) {
        return raise_error(vm, EXC_TypeError, "bad tzinfo state arg");
    }
    TRY(date_check(vm, &f) && time_check(vm, &f));
    return moment_new(vm, T_DATETIME, cls, &f);
}

// year to microsecond, tzinfo and fold at a; the same as field_arg().
static int datetime_args(Vm *vm, const Value *a, Fields *f, FieldWords words) {
    int32_t *const parts[] = {&f->year,   &f->month,  &f->day, &f->hour,
                              &f->minute, &f->second, &f->us};
    static const char *const names[] = {"year", "month", "day"};
    int known = 1;
    for (int i = 0; i < (int)COUNT_OF(parts) && known > 0; i++) {
        if (f->day == 0 && i < 3 && a[i] == V_UNBOUND) { // a new one
            field_missing(vm, names[i], i + 1);
            return 0;
        }
        known = field_arg(vm, a[i], parts[i], words);
    }
    if (a[7] != V_UNBOUND) { f->tzinfo = a[7]; }
    return known > 0 ? field_arg(vm, a[8], &f->fold, words) : known;
}

static Value datetime_make(Vm *vm, Value *a) {
    enum { CLS, YEAR, MONTH };
    TRY(construct_check(vm, T_DATETIME, a[CLS]));
    if (isinstance_bytes(vm, a[YEAR])) {
        const Bytes *b = as_bytes(vm, a[YEAR]);
        if (b->h.n == 10 && (b->data[2] & 127) >= 1 && (b->data[2] & 127) <= 12) {
            return datetime_from_state(vm, a[CLS], b->data, a[MONTH]);
        }
    }
    Fields f = {.tzinfo = V_NONE};
    int known = datetime_args(vm, a + YEAR, &f, FIELD_OF_NEW);
    if (known <= 0) { return known ? V_UNBOUND : V_RAISED; }
    TRY(date_check(vm, &f) && time_check(vm, &f));
    return moment_new(vm, T_DATETIME, a[CLS], &f);
}

static Value datetime_combine(Vm *vm, Value *a) {
    if (!is_date(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "combine() argument 1 must be datetime.date, not %s",
                           argument_class_name(vm, a[1]));
    }
    if (!is_tagged(vm, a[2], T_TIME)) {
        return raise_error(vm, EXC_TypeError, "combine() argument 2 must be datetime.time, not %s",
                           argument_class_name(vm, a[2]));
    }
    const Moment *day = as_moment(vm, a[1]);
    Fields f = moment_fields(as_moment(vm, a[2]));
    f.year = day->year;
    f.month = day->month;
    f.day = day->day;
    if (a[3] != V_UNBOUND) { f.tzinfo = a[3]; }
    TRY(zone_check(vm, f.tzinfo));
    return moment_result(vm, a[0], T_DATETIME, &f);
}

static Value datetime_fromisoformat(Vm *vm, Value *a) {
    Fields f = {.tzinfo = V_NONE};
    TRY(iso_parse(vm, a[1], T_DATETIME, &f));
    return moment_result(vm, a[0], T_DATETIME, &f);
}

static Value datetime_replace(Vm *vm, Value *a) {
    Fields f = moment_fields(as_moment(vm, a[0]));
    int known = datetime_args(vm, a + 1, &f, FIELD_REPLACED);
    if (known <= 0) { return known ? V_UNBOUND : V_RAISED; }
    TRY(date_check(vm, &f) && time_check(vm, &f));
    return moment_result(vm, class_of(vm, a[0]), T_DATETIME, &f);
}

// ---- parts -------------------------------------------------------------------------------------

static Value datetime_date(Vm *vm, Value *a) {
    const Moment *m = as_moment(vm, a[0]);
    Fields f = {.year = m->year, .month = m->month, .day = m->day, .tzinfo = V_NONE};
    return moment_new(vm, T_DATE, vm->types[T_DATE], &f);
}

static Value datetime_time_of(Vm *vm, Value v, bool zone) {
    Fields f = moment_fields(as_moment(vm, v));
    f.year = 1900;
    f.month = f.day = 1;
    if (!zone) { f.tzinfo = V_NONE; }
    return moment_new(vm, T_TIME, vm->types[T_TIME], &f);
}
static Value datetime_time(Vm *vm, Value *a) { return datetime_time_of(vm, a[0], false); }
static Value datetime_timetz(Vm *vm, Value *a) { return datetime_time_of(vm, a[0], true); }

// ---- zones and timestamps ----------------------------------------------------------------------

// The local clock is that of UTC. CPython looks a day back for a change of it, or ahead for the later
// one of two times, and so a naive time cannot be in the first or the last day of all.
static bool datetime_local_check(Vm *vm, const Moment *m, bool before, bool after) {
    int32_t day = ordinal_of(m->year, m->month, m->day);
    bool first = day == 1 && before;
    if (!first && !(day == MAX_ORDINAL && after)) { return true; }
    return raise_false(vm, EXC_ValueError, "year must be in 1..9999, not %d",
                       first ? 0 : MAX_YEAR + 1);
}

static Value datetime_timestamp(Vm *vm, Value *a) {
    const Moment *m = as_moment(vm, a[0]);
    int64_t offset;
    ZoneKind kind = zone_offset(vm, m->tzinfo, &offset);
    if (kind == ZONE_GUEST) { return V_UNBOUND; }
    int64_t us = moment_us(m) - EPOCH_ORDINAL * US_PER_DAY;
    if (kind == ZONE_NONE) {
        TRY(datetime_local_check(vm, m, !m->fold, m->fold));
        int64_t seconds = (us - m->us) / US_PER_SECOND;
        return double_value((double)seconds + (double)m->us / 1e6);
    }
    Value whole = int_from_i64(vm, us - offset);
    TRY_VALUE(whole);
    return int_binary(vm, BIN_OP_DIV, whole, int_value(US_PER_SECOND));
}

// Between two zones of fixed offsets; a naive time is in UTC.
static Value datetime_astimezone(Vm *vm, Value *a) {
    const Moment *m = as_moment(vm, a[0]);
    int64_t from, to;
    if (a[1] == V_NONE || as_obj(vm, a[0])->ext) { return V_UNBOUND; }
    TRY(zone_check(vm, a[1]));
    if (m->tzinfo == a[1]) { return a[0]; }
    ZoneKind kind = zone_offset(vm, m->tzinfo, &from);
    if (kind == ZONE_GUEST || zone_offset(vm, a[1], &to) != ZONE_FIXED) { return V_UNBOUND; }
    TRY(kind != ZONE_NONE || datetime_local_check(vm, m, true, true));
    Fields f = moment_fields(m);
    int64_t us = fields_us(&f) - from;
    bool ok = us >= US_PER_DAY && us < (MAX_ORDINAL + 1) * US_PER_DAY;
    us += to;
    if (!ok || us < US_PER_DAY || us >= (MAX_ORDINAL + 1) * US_PER_DAY) {
        return raise_error(vm, EXC_OverflowError, "date value out of range");
    }
    fields_from_us(us, &f);
    f.tzinfo = a[1];
    f.fold = 0;
    return moment_new(vm, T_DATETIME, vm->types[T_DATETIME], &f);
}

// A moment of the clock of UTC in a zone whose offset is known. V_UNBOUND: it is out of range.
static Value datetime_at(Vm *vm, TypeTag tag, int64_t us, Value zone) {
    int64_t offset;
    Fields f = {.tzinfo = zone};
    (void)zone_offset(vm, zone, &offset);
    if (add_overflows(us, EPOCH_ORDINAL * US_PER_DAY, &us)) { return V_UNBOUND; }
    us += offset;
    // The first two days are left to what knows about errors.
    if (us < 3 * US_PER_DAY || us >= MAX_ORDINAL * US_PER_DAY) { return V_UNBOUND; }
    fields_from_us(us, &f);
    if (tag == T_DATE) { f.hour = f.minute = f.second = f.us = 0; }
    return moment_new(vm, tag, vm->types[tag], &f);
}

// The class is one of the two themselves, and the zone no guest's.
static bool datetime_is_plain(Vm *vm, Value cls, Value zone) {
    return (cls == vm->types[T_DATETIME] || cls == vm->types[T_DATE]) &&
           (zone == V_NONE || is_tagged(vm, zone, T_TIMEZONE));
}

static Value datetime_fromtimestamp(Vm *vm, Value *a) {
    int64_t us;
    TRY(zone_check(vm, a[2]));
    if (!datetime_is_plain(vm, a[0], a[2])) { return V_UNBOUND; }
    Value total = timestamp_us(vm, a[1]);
    TRY_VALUE(total);
    return int_to_i64(vm, total, &us) ? datetime_at(vm, T_DATETIME, us, a[2]) : V_UNBOUND;
}

Value moment_now(Vm *vm, Frame *f) {
    enum { NOW_START, NOW_READ };
    int64_t ns = 0;
    Value cls = f->slot[0];
    Value zone = as_native(vm, f->code)->n_params > 1 ? f->slot[1] : V_NONE;
    TRY(zone_check(vm, zone));
    if (!datetime_is_plain(vm, cls, zone)) { return datetime_slow(vm, f); }
    if (native_state(f) == NOW_START) {
        Value which[2] = {int_value(0), V_TRUE}; // wall time, as an int of nanoseconds
        return cap_call_next(vm, f, NOW_READ, CAP_CLOCK_NOW, which);
    }
    if (!isinstance_int(vm, f->result) || !int_to_i64(vm, f->result, &ns)) {
        return datetime_slow(vm, f);
    }
    int64_t us = ns / 1000 - (ns % 1000 < 0);
    Value v = datetime_at(vm, cls == vm->types[T_DATE] ? T_DATE : T_DATETIME, us, zone);
    return v == V_UNBOUND ? datetime_slow(vm, f) : v;
}

// ---- text --------------------------------------------------------------------------------------

static Value datetime_iso(Vm *vm, Value v, Value sep, Value timespec) {
    const Moment *m = as_moment(vm, v);
    int64_t us;
    TRY(moment_iso_check(vm, T_DATETIME, sep, timespec)); // before the zone is asked
    ZoneKind kind = zone_offset(vm, m->tzinfo, &us);
    if (kind == ZONE_GUEST) { return V_UNBOUND; }
    return moment_iso(vm, m, sep, timespec, kind == ZONE_FIXED, us);
}
static Value datetime_isoformat(Vm *vm, Value *a) { return datetime_iso(vm, a[0], a[1], a[2]); }
static Value datetime_text(Vm *vm, Value v) {
    Value blank = str_from_char(vm, ' ');
    TRY_VALUE(blank);
    return datetime_iso(vm, v, blank, V_UNBOUND);
}
static Value datetime_repr_leaf(Vm *vm, Value *a) { return moment_repr(vm, a[0]); }

static const NativeDef datetime_methods[] = {
    MOMENT_ARITHMETIC_ROWS,
    MOMENT_COMPARE_ROWS,
    FAST("__hash__", "self, /", moment_hash_leaf, moment_hash, "What hash(self) gives."),
    FIELDS_NEW("cls, year=UNBOUND, month=UNBOUND, day=UNBOUND, hour=UNBOUND, minute=UNBOUND, "
               "second=UNBOUND, microsecond=UNBOUND, tzinfo=UNBOUND, *, fold=UNBOUND",
               datetime_make, 0x2FE, "A day and a time of it."),
    LEAF("__reduce__", "self, /", moment_reduce, "The class and what to call it with."),
    LEAF("__reduce_ex__", "self, protocol: index, /", moment_reduce_ex,
         "The class and what to call it with."),
    FIELDS("__replace__",
           "self, /, *, year=UNBOUND, month=UNBOUND, day=UNBOUND, hour=UNBOUND, minute=UNBOUND, "
           "second=UNBOUND, microsecond=UNBOUND, tzinfo=UNBOUND, fold=UNBOUND",
           datetime_replace, 0x2FE, "A changed copy, for copy.replace()."),
    FAST("__repr__", "self, /", datetime_repr_leaf, moment_repr, "What repr(self) gives."),
    FAST("__str__", "self, /", moment_str_leaf, datetime_str, "What str(self) gives."),
    FAST("astimezone", "self, tz=None", datetime_astimezone, astimezone,
         "The same moment in the zone tz, or in local time."),
    {"combine", "cls, date, time, tzinfo=UNBOUND", datetime_combine, NULL, NULL,
     "The time on that day.", NATIVE_TAIL, 0, NATIVE_CLASS, 0},
    LEAF("date", "self, /", datetime_date, "The day alone."),
    FAST("dst", "self, /", moment_dst, dst, "What the zone adds in summer; None without one."),
    TAIL_CLASS("fromisoformat", "cls, string, /", datetime_fromisoformat,
               "The moment that a text in a notation of ISO 8601 means."),
    FAST_CLASS("fromtimestamp", "cls, timestamp: bound, tz=None", datetime_fromtimestamp,
               datetime_fromtimestamp,
               "The time of a POSIX timestamp, in local time or in the zone tz."),
    FAST("isoformat", "self, sep='T', timespec='auto'", datetime_isoformat, datetime_iso,
         "Day and time in the notation of ISO 8601, sep between them.\n\nThe "
         "parts down to timespec are shown: 'auto', 'hours', 'minutes', 'seconds',\n"
         "'milliseconds' or 'microseconds'."),
    STEPS_OR_SLOW("now", "cls, /, tz=None", moment_now, now,
                  "The current time, in local time or in the zone tz."),
    FIELDS("replace",
           "self, /, year=UNBOUND, month=UNBOUND, day=UNBOUND, hour=UNBOUND, minute=UNBOUND, "
           "second=UNBOUND, microsecond=UNBOUND, tzinfo=UNBOUND, *, fold=UNBOUND",
           datetime_replace, 0x2FE, "The same moment with some fields changed."),
    SLOW_CLASS("strptime", "cls, string, format, /", strptime,
               "A datetime read from a string by a format."),
    LEAF("time", "self, /", datetime_time, "The time of day alone."),
    FAST("timestamp", "self, /", datetime_timestamp, timestamp,
         "Seconds since 1970 began in UTC, as a float."),
    SLOW("timetuple", "self, /", timetuple, "The fields as a time.struct_time."),
    LEAF("timetz", "self, /", datetime_timetz, "The time of day and the zone."),
    FAST("tzname", "self, /", moment_tzname, tzname, "The zone's name; None without one."),
    SLOW_CLASS("utcfromtimestamp", "cls, timestamp: bound, /", utcfromtimestamp,
               "The time in UTC of a POSIX timestamp, without a zone."),
    SLOW_CLASS("utcnow", "cls, /", utcnow, "The current time in UTC, without a zone."),
    FAST("utcoffset", "self, /", moment_utcoffset, utcoffset,
         "How far the zone is ahead of UTC; None without one."),
    SLOW("utctimetuple", "self, /", utctimetuple, "The fields in UTC as a time.struct_time."),
    NATIVE_END,
};
static const GetSetDef datetime_getsets[] = {
    {"fold", moment_get_fold, NULL, NULL},
    {"hour", moment_get_hour, NULL, NULL},
    {"microsecond", moment_get_us, NULL, NULL},
    {"minute", moment_get_minute, NULL, NULL},
    {"second", moment_get_second, NULL, NULL},
    {"tzinfo", moment_get_tzinfo, NULL, NULL},
    {0},
};

const TypeDef datetime_type = {
    .name = "datetime",
    .module = "datetime",
    .no_module = true,
    .doc = "A day of the Gregorian calendar and a time of it, with a zone or without.",
    .tag = T_DATETIME,
    .base = T_DATE,
    .hidden = true,
    .subclassable = true,
    .binary_ops = DATE_BINARY_OPS,
    .methods = datetime_methods,
    .getsets = datetime_getsets,
    .binary = moment_binary,
    .compare = moment_compare,
    .hash = moment_hash_slot,
    .repr = moment_repr,
    .str = datetime_text,
};
