// strftime.c: see strftime.h. A directive is %, flags (- _ 0 ^ #), a width, E or O, and a letter; what
// is none stays as it is written.
#include "lib/strftime.h"

#include "lib/datetime.h"

static const char *const strf_weekdays[7] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                             "Thursday", "Friday", "Saturday"};
static const char *const strf_months[12] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};

enum { STRFTIME_MAX_WIDTH = 1023 };

typedef struct Directive {
    char pad;      // '-', '_', '0'; 0: as the letter has it
    bool upper;    // ^
    bool swap;     // #
    int32_t width; // -1: as the letter has it
    char modifier; // E, O or 0
} Directive;

// A number padded to `digits`, with `pad` unless the directive has another.
static bool strf_padded(StrBuilder *b, const Directive *d, int64_t n, int32_t digits, char pad) {
    char text[24];
    uint32_t at = sizeof text;
    uint64_t m = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        text[--at] = (char)('0' + m % 10);
        m /= 10;
    } while (m);
    if (d->pad) { pad = d->pad; }
    int32_t width = pad == '-' || d->width > digits ? d->width : digits;
    if (pad == '-') { pad = '_'; } // only a width that is written makes room
    int32_t missing = width - (int32_t)(sizeof text - at) - (n < 0);
    bool ok = true;
    if (n < 0 && pad != '_') { ok = sb_put_char(b, '-'); }
    if (missing > 0) { ok = ok && sb_put_fill(b, pad == '_' ? ' ' : '0', (uint64_t)missing); }
    if (n < 0 && pad == '_') { ok = ok && sb_put_char(b, '-'); }
    return ok && sb_put(b, text + at, sizeof text - at);
}

static bool strf_text(StrBuilder *b, const Directive *d, const char *text, uint32_t n) {
    if (d->width > (int32_t)n) {
        if (!sb_put_fill(b, d->pad == '0' ? '0' : ' ', (uint64_t)d->width - n)) { return false; }
    }
    uint32_t from = b->len;
    if (!sb_put(b, text, n)) { return false; }
    char *p = sb_text(b);
    for (uint32_t i = from; i < b->len && d->upper; i++) {
        if (p[i] >= 'a' && p[i] <= 'z') { p[i] = (char)(p[i] - 'a' + 'A'); }
    }
    for (uint32_t i = from; i < b->len && d->swap; i++) {
        if (p[i] >= 'A' && p[i] <= 'Z') { p[i] = (char)(p[i] - 'A' + 'a'); }
    }
    return true;
}

// A name, all of it or its first three letters; # makes it upper case.
static bool strf_name(StrBuilder *b, Directive d, const char *name, bool whole) {
    d.upper |= d.swap;
    d.swap = false;
    return strf_text(b, &d, name, whole ? (uint32_t)strlen(name) : 3);
}

static bool strf_half_day(StrBuilder *b, Directive d, const TimeParts *t, bool lower) {
    d.swap |= lower;
    d.upper = d.upper && !lower;
    return strf_text(b, &d, t->hour < 12 ? "AM" : "PM", 2);
}

// The number of the week, whose first day is `first`; days before the first such day are in week 0.
static int32_t strf_week_of_year(const TimeParts *t, int32_t first) {
    return (t->yearday - 1 + 7 - (t->weekday + 7 - first) % 7) / 7;
}

// Year and week of ISO 8601 from weekday and day of the year alone.
static void strf_iso_week(const TimeParts *t, int64_t *year, int32_t *week) {
    int32_t day = t->yearday - 1, monday = (t->weekday + 6) % 7;
    int64_t y = t->year;
    int32_t n = day - monday + 3; // the Thursday of the week
    if (n < 0) {
        y--;
        n += 365 + year_is_leap(y);
    } else if (n >= 365 + year_is_leap(y)) {
        n -= 365 + year_is_leap(y);
        y++;
    }
    *year = y;
    *week = n / 7 + 1;
}

static int64_t strf_epoch_seconds(const TimeParts *t) {
    int64_t eras = (t->year - 1) / 400 - (t->year < 1);
    int64_t days = ordinal_of((int32_t)(t->year - eras * 400), t->month, 1) + eras * 146097 +
                   t->day - 1 - EPOCH_ORDINAL;
    return ((days * 24 + t->hour) * 60 + t->minute) * 60 + t->second;
}

static bool strf_zone(StrBuilder *b, const Directive *d, const TimeParts *t, const char *colon) {
    char text[MOMENT_TEXT];
    uint32_t n = 0;
    if (t->aware) { n = (uint32_t)(moment_put_offset(text, t->offset_us, colon) - text); }
    return strf_text(b, d, text, n);
}

static bool strf_zone_name(StrBuilder *b, const Directive *d, const TimeParts *t) {
    if (t->zone == V_NONE) { return strf_text(b, d, "", 0); }
    const Str *s = as_str(b->vm, t->zone);
    Directive plain = {.width = -1};
    if (str_is_ascii(s)) { plain = *d; }
    plain.swap = false;
    return strf_text(b, &plain, s->data, s->h.n);
}

// 1: written; 0: no such letter; -1: raised.
static int strf_number_letter(StrBuilder *b, const Directive *d, char c, const TimeParts *t) {
    int32_t hour12 = t->hour % 12 ? t->hour % 12 : 12, week;
    int64_t iso_year;
    int32_t wide = t->wide_year ? 4 : 1;
    switch (c) {
    case 'C':
        wide = t->wide_year && d->modifier != 'E' ? 2 : 1;
        return strf_padded(b, d, t->year / 100 - (t->year % 100 < 0), wide, '0') ? 1 : -1;
    case 'd': return strf_padded(b, d, t->day, 2, '0') ? 1 : -1;
    case 'e': return strf_padded(b, d, t->day, 2, '_') ? 1 : -1;
    case 'G':
        strf_iso_week(t, &iso_year, &week);
        return strf_padded(b, d, iso_year, wide, '0') ? 1 : -1;
    case 'g':
        strf_iso_week(t, &iso_year, &week);
        return strf_padded(b, d, (iso_year % 100 + 100) % 100, 2, '0') ? 1 : -1;
    case 'H': return strf_padded(b, d, t->hour, 2, '0') ? 1 : -1;
    case 'I': return strf_padded(b, d, hour12, 2, '0') ? 1 : -1;
    case 'j': return strf_padded(b, d, t->yearday, 3, '0') ? 1 : -1;
    case 'k': return strf_padded(b, d, t->hour, 2, '_') ? 1 : -1;
    case 'l': return strf_padded(b, d, hour12, 2, '_') ? 1 : -1;
    case 'M': return strf_padded(b, d, t->minute, 2, '0') ? 1 : -1;
    case 'm': return strf_padded(b, d, t->month, 2, '0') ? 1 : -1;
    case 'S': return strf_padded(b, d, t->second, 2, '0') ? 1 : -1;
    case 's': return strf_padded(b, d, strf_epoch_seconds(t), 1, '0') ? 1 : -1;
    case 'U': return strf_padded(b, d, strf_week_of_year(t, 0), 2, '0') ? 1 : -1;
    case 'u': return strf_padded(b, d, t->weekday ? t->weekday : 7, 1, '0') ? 1 : -1;
    case 'V': strf_iso_week(t, &iso_year, &week); return strf_padded(b, d, week, 2, '0') ? 1 : -1;
    case 'W': return strf_padded(b, d, strf_week_of_year(t, 1), 2, '0') ? 1 : -1;
    case 'w': return strf_padded(b, d, t->weekday, 1, '0') ? 1 : -1;
    case 'Y': return strf_padded(b, d, t->year, d->modifier == 'E' ? 1 : wide, '0') ? 1 : -1;
    case 'y': return strf_padded(b, d, (t->year % 100 + 100) % 100, 2, '0') ? 1 : -1;
    default: return 0;
    }
}

// A letter that stands for no others. The same results.
static int strf_simple(StrBuilder *b, const Directive *d, char c, const TimeParts *t) {
    bool ok;
    switch (c) {
    case '%': ok = strf_text(b, d, "%", 1); break;
    case 'A': ok = strf_name(b, *d, strf_weekdays[t->weekday], true); break;
    case 'a': ok = strf_name(b, *d, strf_weekdays[t->weekday], false); break;
    case 'B': ok = strf_name(b, *d, strf_months[t->month - 1], true); break;
    case 'b':
    case 'h': ok = strf_name(b, *d, strf_months[t->month - 1], false); break;
    case 'n': ok = strf_text(b, d, "\n", 1); break;
    case 'P': ok = strf_half_day(b, *d, t, true); break;
    case 'p': ok = strf_half_day(b, *d, t, false); break;
    case 't': ok = strf_text(b, d, "\t", 1); break;
    case 'Z': ok = strf_zone_name(b, d, t); break;
    case 'z': ok = strf_zone(b, d, t, ""); break;
    default: return strf_number_letter(b, d, c, t);
    }
    return ok ? 1 : -1;
}

// What a letter stands for, in letters without their % and other characters; NULL.
static const char *strf_compound_of(char c) {
    switch (c) {
    case 'c': return "a b e H:M:S Y";
    case 'D':
    case 'x': return "m/d/y";
    case 'F': return "Y-m-d";
    case 'R': return "H:M";
    case 'r': return "I:M:S p";
    case 'T':
    case 'X': return "H:M:S";
    default: return NULL;
    }
}

static int strf_letter(StrBuilder *b, const Directive *d, char c, const TimeParts *t) {
    const char *letters = strf_compound_of(c);
    if (!letters) { return strf_simple(b, d, c, t); }
    TimeParts parts = *t;
    parts.wide_year &= c != 'c'; // there the year is the C library's own
    Directive plain = {.width = -1};
    uint32_t from = b->len;
    for (; *letters; letters++) {
        int done = strf_simple(b, &plain, *letters, &parts);
        if (done < 0 || (done == 0 && !sb_put_char(b, (uint8_t)*letters))) { return -1; }
    }
    char text[MOMENT_TEXT];
    uint32_t n = b->len - from;
    if (n > sizeof text) { return 1; } // only a year of many digits
    memcpy(text, sb_text(b) + from, n);
    b->len = from;
    return strf_text(b, d, text, n) ? 1 : -1;
}

// The directive behind the % at p. Returns how many bytes it takes; 0: none; -1: raised.
static int strf_directive(StrBuilder *b, const char *p, const char *end, const TimeParts *t,
                          bool outer) {
    const char *at = p;
    Directive d = {.width = -1};
    if (outer && t->us >= 0) { // datetime's own, which take no flags
        if (at < end && *at == 'f') { return strf_padded(b, &d, t->us, 6, '0') ? 1 : -1; }
        if (end - at >= 2 && memcmp(at, ":z", 2) == 0) { return strf_zone(b, &d, t, ":") ? 2 : -1; }
    }
    for (; at < end && *at && strchr("-_0^#", *at); at++) {
        if (*at == '^') {
            d.upper = true;
        } else if (*at == '#') {
            d.swap = true;
        } else {
            d.pad = *at;
        }
    }
    for (; at < end && *at >= '0' && *at <= '9'; at++) {
        d.width = (d.width < 0 ? 0 : d.width * 10) + (*at - '0');
        if (d.width > STRFTIME_MAX_WIDTH) { d.width = STRFTIME_MAX_WIDTH; }
    }
    if (at < end && (*at == 'E' || *at == 'O')) { d.modifier = *at++; }
    if (at == end) { return 0; }
    TimeParts plain = *t;
    if (t->us >= 0 && at != p) { // with flags it is the C library's, which knows of no zone
        plain.aware = plain.wide_year = false;
        plain.zone = V_NONE;
    }
    int done = strf_letter(b, &d, *at, &plain);
    return done > 0 ? (int)(at + 1 - p) : done;
}

static bool strf_format(StrBuilder *b, const char *format, uint32_t n, const TimeParts *t,
                        bool outer) {
    const char *p = format, *end = format + n;
    while (p < end) {
        const char *q = memchr(p, '%', (size_t)(end - p));
        if (!q) { q = end; }
        if (!sb_put(b, p, (uint64_t)(q - p))) { return false; }
        if (q == end) { break; }
        int used = strf_directive(b, q + 1, end, t, outer);
        if (used < 0) { return false; }
        if (used == 0 && !sb_put_char(b, '%')) { return false; }
        p = q + 1 + used;
    }
    return true;
}

Value strftime_text(Vm *vm, const Str *format, const TimeParts *t) {
    TRY(native_charge(vm, format->h.n / 4 + 1));
    StrBuilder b = str_builder(vm);
    TRY(strf_format(&b, format->data, format->h.n, t, true));
    return sb_finish(&b);
}
