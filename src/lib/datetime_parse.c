// datetime_parse.c: fromisoformat(): dates and times in the notations of ISO 8601, without fractions
// of hours and minutes and without days of the year.
#include "lib/datetime.h"

#include "object/str.h"

typedef struct IsoText {
    const char *p, *end;
} IsoText;

// n digits to *out; false: they are not there.
static bool iso_digits(IsoText *t, int n, int32_t *out) {
    *out = 0;
    if (t->end - t->p < n) { return false; }
    for (; n > 0; n--, t->p++) {
        if (*t->p < '0' || *t->p > '9') { return false; }
        *out = *out * 10 + (*t->p - '0');
    }
    return true;
}

static bool iso_skip(IsoText *t, char c) {
    if (t->p == t->end || *t->p != c) { return false; }
    t->p++;
    return true;
}

// ---- dates -------------------------------------------------------------------------------------

// A week of a year, and a day of it: Www[-D] behind the year. False: not well-formed, or no such.
static bool iso_week_date(IsoText *t, bool dashes, Fields *f, bool *year_ok) {
    IsoDate iso = {f->year, 0, 1};
    int64_t n;
    if (!iso_digits(t, 2, &iso.week)) { return false; }
    if (t->p < t->end) {
        if (dashes && !iso_skip(t, '-')) { return false; }
        if (!iso_digits(t, 1, &iso.weekday)) { return false; }
    }
    int wrong = iso_date_day(&iso, &n);
    *year_ok = wrong != 1;
    if (wrong > 1) { return false; }
    if (wrong == 0) { ordinal_split(n, &f->year, &f->month, &f->day); }
    return true;
}

// The whole of t is a date. False: it is none. *year_ok: false: an ISO week of a year that is out of
// range.
static bool iso_date(IsoText t, Fields *f, bool *year_ok) {
    *year_ok = true;
    if (!iso_digits(&t, 4, &f->year)) { return false; }
    bool dashes = iso_skip(&t, '-');
    if (iso_skip(&t, 'W')) { return iso_week_date(&t, dashes, f, year_ok) && t.p == t.end; }
    return iso_digits(&t, 2, &f->month) && (!dashes || iso_skip(&t, '-')) &&
           iso_digits(&t, 2, &f->day) && t.p == t.end;
}

// Where the time of a datetime begins, as the length of the date before it.
static uint32_t iso_date_length(const char *p, uint32_t n) {
    bool dashes = n > 4 && p[4] == '-';
    if (n <= (dashes ? 5u : 4u) || p[dashes ? 5 : 4] != 'W') { return dashes ? 10 : 8; }
    if (dashes) { // YYYY-Www, and -D unless the dash is the mark before the time
        bool day = n > 8 && p[8] == '-' && !(n > 10 && p[10] >= '0' && p[10] <= '9');
        return day ? 10 : 8;
    }
    // YYYYWww: a digit behind it is the day, or the mark before the time, which has two or four or
    // six digits.
    uint32_t digits = 7;
    while (digits < n && p[digits] >= '0' && p[digits] <= '9') { digits++; }
    if (digits < 9) { return digits; }
    return digits % 2 ? 8 : 7;
}

// ---- times -------------------------------------------------------------------------------------

// HH[[:]MM[[:]SS[(.|,)ffffff]]]; without colons the point may be missing too. -1: it is none; 1: something
// stands behind it, which as in CPython is no harm where a zone follows: one character, or what
// comes behind six digits of a fraction.
static int iso_clock(IsoText t, int32_t parts[3], int32_t *us) {
    static const int32_t scale[] = {1, 100000, 10000, 1000, 100, 10, 1};
    bool colons = t.end - t.p > 2 && t.p[2] == ':';
    *us = parts[0] = parts[1] = parts[2] = 0;
    for (int i = 0; i < 3; i++) {
        if (!iso_digits(&t, 2, &parts[i])) { return -1; }
        if (t.p == t.end) { return 0; }
        if (t.p + 1 == t.end) { return *t.p == '.' || *t.p == ',' ? -1 : 1; }
        if (i < 2 && colons != iso_skip(&t, ':')) { return -1; }
    }
    if (!iso_skip(&t, '.') && !iso_skip(&t, ',') && colons) { return -1; }
    int32_t digit;
    int n = t.end - t.p < 6 ? (int)(t.end - t.p) : 6;
    if (!iso_digits(&t, n, us)) { return -1; }
    *us *= scale[n];
    while (iso_digits(&t, 1, &digit)) {}
    return t.p < t.end;
}

typedef struct IsoZone {
    bool given;
    int64_t us;
} IsoZone;

// All of t is a time. False: it is none.
static bool iso_time(IsoText t, Fields *f, IsoZone *z) {
    const char *zone = t.p;
    while (zone < t.end && *zone != '+' && *zone != '-' && *zone != 'Z') { zone++; }
    int32_t parts[3], us;
    int more = iso_clock((IsoText){t.p, zone}, parts, &f->us);
    *z = (IsoZone){zone < t.end, 0};
    if (more < 0 || (more && !z->given)) { return false; }
    f->hour = parts[0];
    f->minute = parts[1];
    f->second = parts[2];
    if (!z->given) { return true; }
    if (*zone == 'Z') { return zone + 1 == t.end; }
    if (iso_clock((IsoText){zone + 1, t.end}, parts, &us)) { return false; }
    z->us = (((int64_t)parts[0] * 60 + parts[1]) * 60 + parts[2]) * US_PER_SECOND + us;
    if (*zone == '-') { z->us = -z->us; }
    return true;
}

// False: raised.
static bool iso_zone(Vm *vm, const IsoZone *z, Fields *f) {
    f->tzinfo = V_NONE;
    if (!z->given) { return true; }
    Value offset = delta_from_us(vm, z->us);
    f->tzinfo = offset == V_RAISED ? offset : zone_new(vm, offset, V_NONE);
    return f->tzinfo != V_RAISED;
}

// 24:00 is the midnight that ends a day. False: raised.
static bool iso_midnight(Vm *vm, TypeTag tag, Fields *f) {
    if (f->hour != 24) { return true; }
    if (f->minute || f->second || f->us) {
        return raise_false(vm, EXC_ValueError,
                           "minute, second, and microsecond must be 0 when hour is 24");
    }
    f->hour = 0;
    if (tag == T_TIME || !date_check(vm, f)) { return tag == T_TIME; }
    if (f->year == MAX_YEAR && f->month == 12 && f->day == 31) {
        f->year++; // which the check refuses
        return true;
    }
    ordinal_split(ordinal_of(f->year, f->month, f->day) + 1, &f->year, &f->month, &f->day);
    return true;
}

static bool iso_refuse(Vm *vm, Value text) {
    return raise_false(vm, EXC_ValueError, "Invalid isoformat string: %R", text);
}

bool iso_parse(Vm *vm, Value text, TypeTag tag, Fields *f) {
    if (!isinstance_str(vm, text)) {
        return raise_false(vm, EXC_TypeError, "fromisoformat: argument must be str");
    }
    const Str *s = as_str(vm, text);
    if (s->h.n > 64 && !native_charge(vm, s->h.n / 64)) { return false; }
    IsoText t = {s->data, s->data + s->h.n};
    bool year_ok = true;
    if (tag != T_TIME) {
        uint32_t n = tag == T_DATE ? s->h.n : min_u32(iso_date_length(s->data, s->h.n), s->h.n);
        if (!iso_date((IsoText){t.p, t.p + n}, f, &year_ok)) { return iso_refuse(vm, text); }
        t.p += n;
        if (t.p < t.end) { // whatever stands between them
            t.p += utf8_width((uint8_t)*t.p);
            if (t.p == t.end) { return iso_refuse(vm, text); }
        } else if (n && year_ok) {
            return date_check(vm, f);
        }
    } else {
        (void)iso_skip(&t, 'T');
    }
    if (!year_ok) { return date_check(vm, f); }
    IsoZone zone;
    if (!iso_time(t, f, &zone)) { return iso_refuse(vm, text); }
    if (tag == T_TIME) {
        return iso_midnight(vm, tag, f) && iso_zone(vm, &zone, f) && time_check(vm, f);
    }
    return iso_zone(vm, &zone, f) && iso_midnight(vm, tag, f) && date_check(vm, f) &&
           time_check(vm, f);
}
