// strftime.h: time as text by a format, as the C library of Linux writes it in the locale C.
#ifndef NX_LIB_STRFTIME_H
#define NX_LIB_STRFTIME_H

#include "object/str.h"

typedef struct TimeParts {
    int64_t year;
    int32_t month, day, hour, minute, second; // month and day from 1
    int32_t weekday;                          // Sunday is 0
    int32_t yearday;                          // January 1 is 1
    int32_t us;                               // for %f; -1: %f and %:z are no directives
    bool wide_year;                           // years have four digits at least
    bool aware;                               // %z has something to show
    int64_t offset_us;
    Value zone; // Str, or None for nothing
} TimeParts;

// V_RAISED: no memory.
NX_INTERNAL Value strftime_text(Vm *vm, const Str *format, const TimeParts *t);

#endif
