// datetime_time.c: time, a time of day, and what datetimes do as times do.
#include "lib/datetime.h"

#include "object/bytes.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"

enum { TIME_STATE = 6, DATETIME_STATE = 10, FOLD_BIT = 128 };

// ---- construction ------------------------------------------------------------------------------

// What __reduce__ gives: hour (with the fold), minute, second, three bytes of microseconds.
static Value time_from_state(Vm *vm, Value cls, const uint8_t *p, Value tzinfo) {
    Fields f = {.year = 1900,
                .month = 1,
                .day = 1,
                .hour = p[0] & (FOLD_BIT - 1),
                .minute = p[1],
                .second = p[2],
                .us = p[3] << 16 | p[4] << 8 | p[5],
                .fold = p[0] >= FOLD_BIT,
                .tzinfo = tzinfo == V_UNBOUND ? V_NONE : tzinfo};
    if (f.tzinfo != V_NONE && !is_tzinfo(vm, f.tzinfo)) {
        return raise_error(vm, EXC_TypeError, "bad tzinfo state arg");
    }
    return time_check(vm, &f) ? moment_new(vm, T_TIME, cls, &f) : V_RAISED;
}

// hour, minute, second, microsecond, tzinfo, fold at a; the same as field_arg().
static int time_args(Vm *vm, const Value *a, Fields *f, FieldWords words) {
    int32_t *const parts[] = {&f->hour, &f->minute, &f->second, &f->us};
    int known = 1;
    for (uint32_t i = 0; i < COUNT_OF(parts) && known > 0; i++) {
        known = field_arg(vm, a[i], parts[i], words);
    }
    if (a[4] != V_UNBOUND) { f->tzinfo = a[4]; }
    return known > 0 ? field_arg(vm, a[5], &f->fold, words) : known;
}

static Value time_make(Vm *vm, Value *a) {
    enum { CLS, HOUR, MINUTE };
    TRY(construct_check(vm, T_TIME, a[CLS]));
    if (isinstance_bytes(vm, a[HOUR])) {
        const Bytes *b = as_bytes(vm, a[HOUR]);
        if (b->h.n == TIME_STATE && (b->data[0] & (FOLD_BIT - 1)) < 24) {
            return time_from_state(vm, a[CLS], b->data, a[MINUTE]);
        }
    }
    Fields f = {.year = 1900, .month = 1, .day = 1, .tzinfo = V_NONE};
    int known = time_args(vm, a + HOUR, &f, FIELD_OF_NEW);
    if (known <= 0) { return known ? V_UNBOUND : V_RAISED; }
    return time_check(vm, &f) ? moment_new(vm, T_TIME, a[CLS], &f) : V_RAISED;
}

static Value time_fromisoformat(Vm *vm, Value *a) {
    Fields f = {.year = 1900, .month = 1, .day = 1, .tzinfo = V_NONE};
    TRY(iso_parse(vm, a[1], T_TIME, &f));
    return moment_result(vm, a[0], T_TIME, &f);
}

static Value time_replace(Vm *vm, Value *a) {
    Fields f = moment_fields(as_moment(vm, a[0]));
    int known = time_args(vm, a + 1, &f, FIELD_REPLACED);
    if (known <= 0) { return known ? V_UNBOUND : V_RAISED; }
    return time_check(vm, &f) ? moment_result(vm, class_of(vm, a[0]), T_TIME, &f) : V_RAISED;
}

// ---- zones -------------------------------------------------------------------------------------

Value moment_utcoffset(Vm *vm, Value *a) {
    Value tz = as_moment(vm, a[0])->tzinfo;
    if (tz == V_NONE) { return V_NONE; }
    return is_tagged(vm, tz, T_TIMEZONE) ? as_zone(vm, tz)->offset : V_UNBOUND;
}
Value moment_dst(Vm *vm, Value *a) {
    Value tz = as_moment(vm, a[0])->tzinfo;
    return tz == V_NONE || is_tagged(vm, tz, T_TIMEZONE) ? V_NONE : V_UNBOUND;
}
Value moment_tzname(Vm *vm, Value *a) {
    Value tz = as_moment(vm, a[0])->tzinfo;
    if (tz == V_NONE) { return V_NONE; }
    return is_tagged(vm, tz, T_TIMEZONE) ? zone_name_text(vm, tz) : V_UNBOUND;
}

// ---- text --------------------------------------------------------------------------------------

// isoformat() where the zone needs no guest code.
static Value time_iso(Vm *vm, Value v, Value timespec) {
    const Moment *m = as_moment(vm, v);
    int64_t us;
    TRY(moment_iso_check(vm, T_TIME, V_UNBOUND, timespec)); // before the zone is asked
    ZoneKind kind = zone_offset(vm, m->tzinfo, &us);
    if (kind == ZONE_GUEST) { return V_UNBOUND; }
    return moment_iso(vm, m, V_UNBOUND, timespec, kind == ZONE_FIXED, us);
}
static Value time_isoformat(Vm *vm, Value *a) { return time_iso(vm, a[0], a[1]); }
static Value time_text(Vm *vm, Value v) { return time_iso(vm, v, V_UNBOUND); }
static Value time_repr_leaf(Vm *vm, Value *a) { return moment_repr(vm, a[0]); }

// ---- pickling ----------------------------------------------------------------------------------

static Value moment_reduced(Vm *vm, Value v, bool with_fold) {
    const Moment *m = as_moment(vm, v);
    bool time = m->h.type == T_TIME;
    uint8_t fold = with_fold && m->fold ? FOLD_BIT : 0;
    uint8_t state[DATETIME_STATE] = {(uint8_t)(m->year >> 8),
                                     (uint8_t)m->year,
                                     (uint8_t)(m->month | fold),
                                     m->day,
                                     (uint8_t)(m->hour | (time ? fold : 0)),
                                     m->minute,
                                     m->second,
                                     (uint8_t)(m->us >> 16),
                                     (uint8_t)(m->us >> 8),
                                     (uint8_t)m->us};
    uint32_t from = time ? DATETIME_STATE - TIME_STATE : 0;
    Value args[2] = {bytes_new(vm, state + from, DATETIME_STATE - from), m->tzinfo};
    TRY_VALUE(args[0]);
    Value all = tuple_from(vm, args, m->tzinfo == V_NONE ? 1 : 2);
    TRY_VALUE(all);
    return tuple_pack2(vm, class_of(vm, v), all);
}
Value moment_reduce(Vm *vm, Value *a) { return moment_reduced(vm, a[0], false); }
Value moment_reduce_ex(Vm *vm, Value *a) {
    return moment_reduced(vm, a[0], int_clamp_i64(vm, a[1]) > 3);
}

Value moment_get_hour(Vm *vm, Value v) { return int_value(as_moment(vm, v)->hour); }
Value moment_get_minute(Vm *vm, Value v) { return int_value(as_moment(vm, v)->minute); }
Value moment_get_second(Vm *vm, Value v) { return int_value(as_moment(vm, v)->second); }
Value moment_get_us(Vm *vm, Value v) { return int_value(as_moment(vm, v)->us); }
Value moment_get_fold(Vm *vm, Value v) { return int_value(as_moment(vm, v)->fold); }
Value moment_get_tzinfo(Vm *vm, Value v) { return as_moment(vm, v)->tzinfo; }

static const NativeDef time_methods[] = {
    MOMENT_COMPARE_ROWS,
    FAST("__format__", "self, format, /", moment_format_leaf, date_format,
         "strftime(), or str() for an empty format."),
    FAST("__hash__", "self, /", moment_hash_leaf, moment_hash, "What hash(self) gives."),
    FIELDS_NEW("cls, hour=UNBOUND, minute=UNBOUND, second=UNBOUND, microsecond=UNBOUND, "
               "tzinfo=UNBOUND, *, fold=UNBOUND",
               time_make, 0x5E, "A time of day."),
    LEAF("__reduce__", "self, /", moment_reduce, "The class and what to call it with."),
    LEAF("__reduce_ex__", "self, protocol: index, /", moment_reduce_ex,
         "The class and what to call it with."),
    FIELDS("__replace__",
           "self, /, *, hour=UNBOUND, minute=UNBOUND, second=UNBOUND, microsecond=UNBOUND, "
           "tzinfo=UNBOUND, fold=UNBOUND",
           time_replace, 0x5E, "A changed copy, for copy.replace()."),
    FAST("__repr__", "self, /", time_repr_leaf, moment_repr, "What repr(self) gives."),
    FAST("__str__", "self, /", moment_str_leaf, time_str, "What str(self) gives."),
    FAST("dst", "self, /", moment_dst, dst, "What the zone adds in summer; None without one."),
    TAIL_CLASS("fromisoformat", "cls, string, /", time_fromisoformat,
               "The time that a text in a notation of ISO 8601 means."),
    FAST("isoformat", "self, timespec='auto'", time_isoformat, time_iso,
         "The time in the notation of ISO 8601.\n\nThe parts down to timespec are shown: "
         "'auto', 'hours', 'minutes', 'seconds',\n'milliseconds' or 'microseconds'."),
    FIELDS("replace",
           "self, /, hour=UNBOUND, minute=UNBOUND, second=UNBOUND, microsecond=UNBOUND, "
           "tzinfo=UNBOUND, *, fold=UNBOUND",
           time_replace, 0x5E, "The same time with some fields changed."),
    FAST("strftime", "self, format", moment_strftime_leaf, strftime,
         "Text by a format, such as \"%H:%M\"."),
    SLOW_CLASS("strptime", "cls, string, format, /", strptime,
               "A time read from a string by a format."),
    FAST("tzname", "self, /", moment_tzname, tzname, "The zone's name; None without one."),
    FAST("utcoffset", "self, /", moment_utcoffset, utcoffset,
         "How far the zone is ahead of UTC; None without one."),
    NATIVE_END,
};
static const GetSetDef time_getsets[] = {
    {"fold", moment_get_fold, NULL, NULL},
    {"hour", moment_get_hour, NULL, NULL},
    {"microsecond", moment_get_us, NULL, NULL},
    {"minute", moment_get_minute, NULL, NULL},
    {"second", moment_get_second, NULL, NULL},
    {"tzinfo", moment_get_tzinfo, NULL, NULL},
    {0},
};

const TypeDef time_type = {
    .name = "time",
    .module = "datetime",
    .no_module = true,
    .doc =
        "time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0): a time of day.",
    .tag = T_TIME,
    .hidden = true,
    .subclassable = true,
    .methods = time_methods,
    .getsets = time_getsets,
    .compare = moment_compare,
    .hash = moment_hash_slot,
    .repr = moment_repr,
    .str = time_text,
};
