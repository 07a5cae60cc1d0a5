// number_format.h: the format language of format(), str.format and f-strings for numbers and text:
// [[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]
//
// Everything here is leaf. The text made is charged for. The subclass rule of an empty
// specification (format(x, '') is str(x)) is the callers' matter: here it means the plain number.
#ifndef NX_OBJECT_NUMBER_FORMAT_H
#define NX_OBJECT_NUMBER_FORMAT_H

#include "object/str.h"

typedef struct FormatSpec {
    uint32_t fill;                // code point
    uint32_t type;                // code point; 0: none given
    char align;                   // < > = ^
    char sign;                    // + - or space; 0: none given
    char grouping, frac_grouping; // , or _ or 0
    bool alternate;               // #
    bool no_neg_0;                // z
    int64_t width, precision;     // -1: none given
    uint32_t min_digits;          // of an int, filled up with zeros: '%.5d'
    StrBuilder *out;              // where a number's text goes; NULL: a str of its own
} FormatSpec;

// Numbers align to the right, text to the left.
#define FORMAT_SPEC_NUMBER ((FormatSpec){.fill = ' ', .align = '>', .width = -1, .precision = -1})
#define FORMAT_SPEC_TEXT   ((FormatSpec){.fill = ' ', .align = '<', .width = -1, .precision = -1})

// Parses the str `text` over the defaults that *out holds. `subject` is what is being formatted:
// messages name its type. False: raised ValueError.
NX_INTERNAL bool format_spec_parse(Vm *vm, Value text, Value subject, FormatSpec *out);

// format(v, spec): v is any int (or bool), float, complex or str; spec is a str. V_RAISED.
NX_INTERNAL Value format_int(Vm *vm, Value v, Value spec);
NX_INTERNAL Value format_float(Vm *vm, Value v, Value spec);
NX_INTERNAL Value format_complex(Vm *vm, Value v, Value spec);
NX_INTERNAL Value format_str(Vm *vm, Value v, Value spec);

// The same written to `out`, for exact ints and floats. V_NONE, V_RAISED; V_UNBOUND: v is no such.
NX_INTERNAL Value format_put_number_to(Vm *vm, Value v, Value spec, StrBuilder *out);
// With a parsed specification, as %-formatting makes one; V_NONE when it says where the text goes. `v`
// is the value itself.
NX_INTERNAL Value format_int_spec(Vm *vm, Value v, const FormatSpec *spec);
NX_INTERNAL Value format_float_spec(Vm *vm, Value v, double d, const FormatSpec *spec);
NX_INTERNAL Value format_str_spec(Vm *vm, Value v, const FormatSpec *spec);

// Copies text to out (as long at most), Unicode digits and spaces as their ASCII siblings and what
// no number may have as '?'. Returns the length.
NX_INTERNAL size_t number_to_ascii(const char *text, size_t len, char *out);

#endif
