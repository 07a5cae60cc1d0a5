// datetime.h: the objects of the module datetime, and what its files share.
//
// Dates, times and datetimes are one kind of object, a Moment; a date has midnight and no zone, a
// time the first day of 1900. Natives do all that needs no guest code: with no zone or a
// datetime.timezone, on instances of the classes themselves. The rest (zones of the guest's own) is
// in lib/py/_datetime_slow.py, which a native calls; a subclass is called for its instances.
#ifndef NX_LIB_DATETIME_H
#define NX_LIB_DATETIME_H

#include "lib/fallback.h"

typedef struct Moment {
    Obj h;
    Value tzinfo; // None, or an instance of tzinfo
    uint16_t year;
    uint8_t month, day, hour, minute, second, fold;
    uint32_t us;
    uint32_t pad;
} Moment;

typedef struct Delta {
    Obj h;
    int32_t days, seconds, us; // 0 <= seconds < 86400, 0 <= us < 1000000
    int32_t pad;
} Delta;

typedef struct Zone {
    Obj h;
    Value offset; // Delta
    Value name;   // Str or None
} Zone;

// A Moment under construction, not checked yet.
typedef struct Fields {
    int32_t year, month, day, hour, minute, second, us, fold;
    Value tzinfo;
} Fields;

#define US_PER_SECOND ((int64_t)1000000)
#define US_PER_DAY    (86400 * US_PER_SECOND)
enum { MIN_YEAR = 1, MAX_YEAR = 9999, MAX_ORDINAL = 3652059, EPOCH_ORDINAL = 719163 };

static inline Moment *as_moment(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline Delta *as_delta(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline Zone *as_zone(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline bool is_delta(Vm *vm, Value v) { return is_tagged(vm, v, T_TIMEDELTA); }
static inline bool is_datetime(Vm *vm, Value v) { return is_tagged(vm, v, T_DATETIME); }
static inline bool is_date(Vm *vm, Value v) {
    return is_tagged(vm, v, T_DATE) || is_datetime(vm, v);
}
static inline bool is_tzinfo(Vm *vm, Value v) {
    return is_tagged(vm, v, T_TZINFO) || is_tagged(vm, v, T_TIMEZONE);
}

// ---- the calendar (datetime_calc.c) ------------------------------------------------------------
NX_INTERNAL bool year_is_leap(int64_t year);
NX_INTERNAL int32_t month_days(int64_t year, int32_t month);
NX_INTERNAL int32_t day_of_year(const Fields *f);
// Days since the first one of year 1, which is 1.
NX_INTERNAL int32_t ordinal_of(int32_t year, int32_t month, int32_t day);
NX_INTERNAL void ordinal_split(int64_t ordinal, int32_t *year, int32_t *month, int32_t *day);
// Monday is 0.
static inline int32_t ordinal_weekday(int32_t ordinal) { return (ordinal + 6) % 7; }
typedef struct IsoDate {
    int32_t year, week, weekday; // Monday is 1
} IsoDate;
NX_INTERNAL IsoDate iso_date_of(int32_t year, int32_t month, int32_t day);
// The day that an ISO date is. 0; 1: bad year, 2: bad week, 3: bad weekday.
NX_INTERNAL int iso_date_day(const IsoDate *iso, int64_t *ordinal);
// Microseconds since the beginning of the year 1, of the local clock; and back (in range).
NX_INTERNAL int64_t fields_us(const Fields *f);
NX_INTERNAL void fields_from_us(int64_t us, Fields *f);
NX_INTERNAL Fields moment_fields(const Moment *m);
static inline int64_t moment_us(const Moment *m) {
    Fields f = moment_fields(m);
    return fields_us(&f);
}

// False: raised ValueError, or TypeError for a tzinfo that is none.
NX_INTERNAL bool date_check(Vm *vm, const Fields *f);
NX_INTERNAL bool time_check(Vm *vm, const Fields *f);
NX_INTERNAL bool zone_check(Vm *vm, Value tzinfo);
// What is missing when a constructor's argument was not given. V_RAISED.
NX_INTERNAL Value field_missing(Vm *vm, const char *name, int pos);
// An int argument. 1; 0: raised; -1: guest code must say which number it is.
typedef enum FieldWords { FIELD_OF_NEW, FIELD_REPLACED } FieldWords; // for what is too large
NX_INTERNAL int field_arg(Vm *vm, Value v, int32_t *out, FieldWords words);
// Converts the arguments whose bits are set in the native's magic, then runs its leaf. One slot.
NX_INTERNAL Value field_steps(Vm *vm, Frame *f);

// ---- results -----------------------------------------------------------------------------------
// An instance of cls from fields that are checked, of tag T_DATE, T_TIME or T_DATETIME: made here, or
// V_CALLING for a subclass, which only steps and tail natives may return.
NX_INTERNAL Value moment_result(Vm *vm, Value cls, TypeTag tag, const Fields *f);
// The same of exactly the class of that tag.
NX_INTERNAL Value moment_new(Vm *vm, TypeTag tag, Value cls, const Fields *f);
NX_INTERNAL Value delta_new(Vm *vm, int64_t days, int64_t seconds, int64_t us); // normalises
NX_INTERNAL Value delta_from_us(Vm *vm, int64_t us);
NX_INTERNAL Value zone_new(Vm *vm, Value offset, Value name); // checks; utc itself
// Microseconds of a delta that is shorter than 290,000 years; else false.
NX_INTERNAL bool delta_us(const Delta *d, int64_t *us);
// The microseconds of a POSIX timestamp, an int, rounded half to even. V_RAISED.
NX_INTERNAL Value timestamp_us(Vm *vm, Value t);
NX_INTERNAL int64_t moment_hash(const Moment *m, int64_t offset_us, bool aware);

// ---- zones -------------------------------------------------------------------------------------
// What is known of a zone without guest code: its offset in microseconds. ZONE_NONE: there is none.
typedef enum ZoneKind { ZONE_NONE, ZONE_FIXED, ZONE_GUEST } ZoneKind;
NX_INTERNAL ZoneKind zone_offset(Vm *vm, Value tzinfo, int64_t *us);
NX_INTERNAL Value zone_name_text(Vm *vm, Value zone); // tzname() of a datetime.timezone

// ---- text (datetime_text.c, datetime_parse.c) --------------------------------------------------
enum { MOMENT_TEXT = 64 };
// Each writes behind p and returns the end.
NX_INTERNAL char *moment_put_number(char *p, uint32_t n, int digits);
NX_INTERNAL char *moment_put_date(char *p, const Fields *f);
// +HH:MM[:SS[.ffffff]], `colon` or nothing between.
NX_INTERNAL char *moment_put_offset(char *p, int64_t us, const char *colon);
// The arguments of isoformat() of a time or datetime (sep); its text with that offset.
NX_INTERNAL bool moment_iso_check(Vm *vm, TypeTag tag, Value sep, Value timespec);
NX_INTERNAL Value moment_iso(Vm *vm, const Moment *m, Value sep, Value timespec, bool aware,
                             int64_t offset_us);
NX_INTERNAL Value moment_repr(Vm *vm, Value v); // V_UNBOUND: the zone is the guest's
NX_INTERNAL Value moment_ctime(Vm *vm, const Moment *m);
// strftime() of any of the three. `zone`: the name, or None.
NX_INTERNAL Value moment_strftime(Vm *vm, const Moment *m, Value format, bool aware,
                                  int64_t offset_us, Value zone);
// fromisoformat(). The zone stands in f->tzinfo. False: raised.
NX_INTERNAL bool iso_parse(Vm *vm, Value text, TypeTag tag, Fields *f);

// ---- rows --------------------------------------------------------------------------------------
// Functions of _datetime_slow, by the magic of the rows that call them with all their arguments.
#define DATETIME_SLOW(X)                                                                           \
    X(astimezone)                                                                                  \
    X(compare_eq)                                                                                  \
    X(compare_ge)                                                                                  \
    X(compare_gt)                                                                                  \
    X(compare_le)                                                                                  \
    X(compare_lt)                                                                                  \
    X(compare_ne)                                                                                  \
    X(datetime_fromtimestamp)                                                                      \
    X(datetime_iso)                                                                                \
    X(datetime_str)                                                                                \
    X(date_format)                                                                                 \
    X(date_fromtimestamp)                                                                          \
    X(date_str)                                                                                    \
    X(dst)                                                                                         \
    X(fromutc)                                                                                     \
    X(isocalendar)                                                                                 \
    X(moment_hash)                                                                                 \
    X(moment_repr)                                                                                 \
    X(now)                                                                                         \
    X(strftime)                                                                                    \
    X(strptime)                                                                                    \
    X(subtract)                                                                                    \
    X(time_iso)                                                                                    \
    X(time_str)                                                                                    \
    X(timestamp)                                                                                   \
    X(timetuple)                                                                                   \
    X(today)                                                                                       \
    X(tzinfo_reduce)                                                                               \
    X(tzname)                                                                                      \
    X(utcfromtimestamp)                                                                            \
    X(utcnow)                                                                                      \
    X(utcoffset)                                                                                   \
    X(utctimetuple)                                                                                \
    X(zone_repr)                                                                                   \
    X(subtract_from)
enum {
#define X(name) SLOW_##name,
    DATETIME_SLOW(X)
#undef X
};
NX_INTERNAL Value datetime_slow(Vm *vm, Frame *f);
// A method that is all Python.
#define SLOW(name, sig, function, doc)                                                             \
    { name, sig, NULL, datetime_slow, NULL, doc, NATIVE_STEPS, 0, 0, SLOW_##function }
// Steps of `fn`, which may leave it to the function in Python.
#define STEPS_OR_SLOW(name, sig, fn, function, doc)                                                \
    { name, sig, NULL, fn, NULL, doc, NATIVE_STEPS, 0, NATIVE_CLASS, SLOW_##function }
#define SLOW_CLASS(name, sig, function, doc)                                                       \
    { name, sig, NULL, datetime_slow, NULL, doc, NATIVE_STEPS, 0, NATIVE_CLASS, SLOW_##function }
// One that is tried as a leaf first.
#define FAST(name, sig, leaf, function, doc)                                                       \
    { name, sig, leaf, datetime_slow, NULL, doc, NATIVE_STEPS, 0, 0, SLOW_##function }
#define FAST_CLASS(name, sig, leaf, function, doc)                                                 \
    { name, sig, leaf, datetime_slow, NULL, doc, NATIVE_STEPS, 0, NATIVE_CLASS, SLOW_##function }
// One with arguments that __index__ may have to convert: a bit for each, by position.
#define FIELDS(name, sig, leaf, bits, doc)                                                         \
    { name, sig, leaf, field_steps, NULL, doc, NATIVE_STEPS, 1, 0, bits }
#define FIELDS_NEW(sig, leaf, bits, doc)                                                           \
    {                                                                                              \
        "__new__", sig, leaf, field_steps, NULL, doc, NATIVE_STEPS, 1,                             \
            NATIVE_CLASS | NATIVE_UNNAMED, bits                                                    \
    }

// What dates and datetimes, or times and datetimes, have alike (datetime_date.c, datetime_time.c).
NX_INTERNAL Value moment_add(Vm *vm, Value *a);
NX_INTERNAL Value moment_rsub(Vm *vm, Value *a);
NX_INTERNAL Value moment_reduce(Vm *vm, Value *a);
NX_INTERNAL Value moment_reduce_ex(Vm *vm, Value *a);
NX_INTERNAL Value moment_utcoffset(Vm *vm, Value *a);
NX_INTERNAL Value moment_dst(Vm *vm, Value *a);
NX_INTERNAL Value moment_tzname(Vm *vm, Value *a);
NX_INTERNAL Value moment_strftime_leaf(Vm *vm, Value *a);
NX_INTERNAL Value moment_format_leaf(Vm *vm, Value *a);
NX_INTERNAL Value moment_hash_slot(Vm *vm, Value v);
NX_INTERNAL Value moment_hash_leaf(Vm *vm, Value *a);
NX_INTERNAL Value moment_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value moment_get_hour(Vm *vm, Value v);
NX_INTERNAL Value moment_get_minute(Vm *vm, Value v);
NX_INTERNAL Value moment_get_second(Vm *vm, Value v);
NX_INTERNAL Value moment_get_us(Vm *vm, Value v);
NX_INTERNAL Value moment_get_fold(Vm *vm, Value v);
NX_INTERNAL Value moment_get_tzinfo(Vm *vm, Value v);
NX_INTERNAL Value moment_lt(Vm *vm, Value *a);
NX_INTERNAL Value moment_le(Vm *vm, Value *a);
NX_INTERNAL Value moment_eq(Vm *vm, Value *a);
NX_INTERNAL Value moment_ne(Vm *vm, Value *a);
NX_INTERNAL Value moment_gt(Vm *vm, Value *a);
NX_INTERNAL Value moment_ge(Vm *vm, Value *a);
// str() of an instance of a subclass is what its isoformat() says.
NX_INTERNAL Value moment_str_leaf(Vm *vm, Value *a);
NX_INTERNAL Value moment_sub(Vm *vm, Value *a);
// today() of both, and now(tz).
NX_INTERNAL Value moment_now(Vm *vm, Frame *f);
NX_INTERNAL Value moment_binary(Vm *vm, BinOp op, Value a, Value b);
#define DATE_BINARY_OPS (OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_SUB))
#define MOMENT_ARITHMETIC_ROWS                                                                     \
    TAIL("__add__", "self, value, /", moment_add, "What self + value gives."),                     \
        TAIL("__radd__", "self, value, /", moment_add, "What value + self gives."),                \
        FAST("__rsub__", "self, value, /", moment_rsub, subtract_from,                             \
             "What value - self gives."),                                                          \
        FAST("__sub__", "self, value, /", moment_sub, subtract, "What self - value gives.")
#define MOMENT_COMPARE_ROWS                                                                        \
    FAST("__eq__", "self, value, /", moment_eq, compare_eq, "Whether self == value."),             \
        FAST("__ge__", "self, value, /", moment_ge, compare_ge, "Whether self >= value."),         \
        FAST("__gt__", "self, value, /", moment_gt, compare_gt, "Whether self > value."),          \
        FAST("__le__", "self, value, /", moment_le, compare_le, "Whether self <= value."),         \
        FAST("__lt__", "self, value, /", moment_lt, compare_lt, "Whether self < value."),          \
        FAST("__ne__", "self, value, /", moment_ne, compare_ne, "Whether self != value.")

// What C code relies on in an object that a snapshot brought.
NX_INTERNAL bool datetime_is_sound(Vm *vm, const Obj *o);

// The smallest, the largest and the smallest step of each class, put into their dicts.
NX_INTERNAL bool datetime_put_limits(Vm *vm);

#endif
