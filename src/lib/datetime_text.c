// datetime_text.c: dates and times as text: ISO 8601, repr, ctime and strftime.
#include "lib/datetime.h"

#include "lib/strftime.h"
#include "object/codec.h"
#include "object/str.h"
#include "object/type.h"

char *moment_put_number(char *p, uint32_t n, int digits) {
    for (int i = digits - 1; i >= 0; i--, n /= 10) { p[i] = (char)('0' + n % 10); }
    return p + digits;
}

char *moment_put_date(char *p, const Fields *f) {
    p = moment_put_number(p, (uint32_t)f->year, 4);
    *p++ = '-';
    p = moment_put_number(p, (uint32_t)f->month, 2);
    *p++ = '-';
    return moment_put_number(p, (uint32_t)f->day, 2);
}

static char *moment_put_between(char *p, const char *text) {
    while (*text) { *p++ = *text++; }
    return p;
}

char *moment_put_offset(char *p, int64_t us, const char *colon) {
    *p++ = us < 0 ? '-' : '+';
    uint64_t m = us < 0 ? 0 - (uint64_t)us : (uint64_t)us;
    uint32_t seconds = (uint32_t)(m / (uint64_t)US_PER_SECOND);
    uint32_t fraction = (uint32_t)(m % (uint64_t)US_PER_SECOND);
    p = moment_put_number(p, seconds / 3600, 2);
    p = moment_put_number(moment_put_between(p, colon), seconds / 60 % 60, 2);
    if (seconds % 60 || fraction) {
        p = moment_put_number(moment_put_between(p, colon), seconds % 60, 2);
    }
    if (fraction) {
        *p++ = '.';
        p = moment_put_number(p, fraction, 6);
    }
    return p;
}

// ---- ISO 8601 ----------------------------------------------------------------------------------

typedef enum TimeSpec {
    SPEC_AUTO,
    SPEC_HOURS,
    SPEC_MINUTES,
    SPEC_SECONDS,
    SPEC_MILLISECONDS,
    SPEC_MICROSECONDS
} TimeSpec;

static bool timespec_of(Vm *vm, Value v, TimeSpec *spec) {
    static const char *const names[] = {"auto",    "hours",        "minutes",
                                        "seconds", "milliseconds", "microseconds"};
    *spec = SPEC_AUTO;
    if (v == V_UNBOUND) { return true; }
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        if (str_equals_cstr(as_str(vm, v), names[i])) {
            *spec = (TimeSpec)i;
            return true;
        }
    }
    return raise_false(vm, EXC_ValueError, "Unknown timespec value");
}

static char *moment_put_time(char *p, const Fields *f, TimeSpec spec) {
    if (spec == SPEC_AUTO) { spec = f->us ? SPEC_MICROSECONDS : SPEC_SECONDS; }
    p = moment_put_number(p, (uint32_t)f->hour, 2);
    if (spec >= SPEC_MINUTES) {
        *p++ = ':';
        p = moment_put_number(p, (uint32_t)f->minute, 2);
    }
    if (spec >= SPEC_SECONDS) {
        *p++ = ':';
        p = moment_put_number(p, (uint32_t)f->second, 2);
    }
    if (spec >= SPEC_MILLISECONDS) {
        bool all = spec == SPEC_MICROSECONDS;
        *p++ = '.';
        p = moment_put_number(p, (uint32_t)(all ? f->us : f->us / 1000), all ? 6 : 3);
    }
    return p;
}

bool moment_iso_check(Vm *vm, TypeTag tag, Value sep, Value timespec) {
    TimeSpec spec;
    bool full = tag == T_DATETIME;
    if (full && !isinstance_str(vm, sep)) {
        return raise_false(vm, EXC_TypeError,
                           "isoformat() argument 1 must be a unicode character, not %s",
                           argument_class_name(vm, sep));
    }
    if (full && as_str(vm, sep)->len != 1) {
        return raise_false(vm, EXC_TypeError,
                           "isoformat() argument 1 must be a unicode character, not a string "
                           "of length %u",
                           as_str(vm, sep)->len);
    }
    if (timespec != V_UNBOUND && !isinstance_str(vm, timespec)) {
        return raise_false(vm, EXC_TypeError, "isoformat() argument %u must be str, not %s",
                           full ? 2u : 1u, argument_class_name(vm, timespec));
    }
    const Str *text = timespec == V_UNBOUND ? NULL : as_str(vm, timespec);
    if (text && utf8_find_surrogate(text->data, text->h.n) < text->h.n) {
        Value encoding = intern_bytes(vm, "utf-8", 5); // which it has none of
        return encoding != V_RAISED && codec_encode(vm, timespec, encoding, V_UNBOUND) != V_RAISED;
    }
    return timespec_of(vm, timespec, &spec);
}

Value moment_iso(Vm *vm, const Moment *m, Value sep, Value timespec, bool aware,
                 int64_t offset_us) {
    TimeSpec spec;
    char text[MOMENT_TEXT], *p = text;
    Fields f = moment_fields(m);
    TRY(moment_iso_check(vm, (TypeTag)m->h.type, sep, timespec));
    TRY(timespec_of(vm, timespec, &spec));
    if (m->h.type == T_DATETIME) {
        const Str *s = as_str(vm, sep);
        p = moment_put_date(p, &f);
        memcpy(p, s->data, s->h.n);
        p += s->h.n;
    }
    p = moment_put_time(p, &f, spec);
    if (aware) { p = moment_put_offset(p, offset_us, ":"); }
    return str_new(vm, text, (uint64_t)(p - text));
}

// ---- repr, ctime, strftime ---------------------------------------------------------------------

Value moment_repr(Vm *vm, Value v) {
    const Moment *m = as_moment(vm, v);
    Value zone = V_NONE;
    if (m->tzinfo != V_NONE) {
        if (!is_tagged(vm, m->tzinfo, T_TIMEZONE)) { return V_UNBOUND; }
        zone = type_def(T_TIMEZONE)->repr(vm, m->tzinfo);
        if (zone == V_RAISED || zone == V_UNBOUND) { return zone; }
    }
    int32_t parts[7] = {m->year, m->month, m->day, m->hour, m->minute, m->second, (int32_t)m->us};
    int from = m->h.type == T_TIME ? 3 : 0, to = m->h.type == T_DATE ? 3 : 7;
    while (to > 5 && parts[to - 1] == 0) { to--; } // hour and minute are always there
    StrBuilder b = str_builder(vm);
    TRY(sb_put_cstr(&b, class_name_of(vm, v)));
    for (int i = from; i < to; i++) {
        TRY(sb_put_cstr(&b, i == from ? "(" : ", ") && sb_put_int(&b, parts[i]));
    }
    bool time = m->h.type == T_TIME;
    for (int i = 0; i < 2; i++) { // a time shows the zone first, a datetime the fold
        if ((i == 0) == time && zone != V_NONE) {
            TRY(sb_put_cstr(&b, ", tzinfo=") && sb_put_str(&b, zone));
        }
        if ((i == 1) == time && m->fold) { TRY(sb_put_cstr(&b, ", fold=1")); }
    }
    TRY(sb_put_char(&b, ')'));
    return sb_finish(&b);
}

static TimeParts moment_parts(const Moment *m) {
    Fields f = moment_fields(m);
    int32_t weekday = ordinal_weekday(ordinal_of(f.year, f.month, f.day));
    return (TimeParts){.year = f.year,
                       .month = f.month,
                       .day = f.day,
                       .hour = f.hour,
                       .minute = f.minute,
                       .second = f.second,
                       .weekday = (weekday + 1) % 7,
                       .yearday = day_of_year(&f),
                       .us = f.us,
                       .wide_year = true,
                       .zone = V_NONE};
}

Value moment_ctime(Vm *vm, const Moment *m) {
    Value format = str_new_cstr(vm, "%a %b %e %H:%M:%S %Y");
    TRY_VALUE(format);
    TimeParts t = moment_parts(m);
    return strftime_text(vm, as_str(vm, format), &t);
}

Value moment_strftime(Vm *vm, const Moment *m, Value format, bool aware, int64_t offset_us,
                      Value zone) {
    TimeParts t = moment_parts(m);
    t.aware = aware;
    t.offset_us = offset_us;
    t.zone = zone;
    return strftime_text(vm, as_str(vm, format), &t);
}
