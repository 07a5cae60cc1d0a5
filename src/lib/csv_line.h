// csv_line.h: what the two halves of csv in C share. See csv.c and csv_reader.c.
#ifndef NX_LIB_CSV_LINE_H
#define NX_LIB_CSV_LINE_H

#include "object/str.h"

// As csv.QUOTE_MINIMAL and its kin; and what a dialect says yes or no to.
enum { CSV_MINIMAL, CSV_ALL, CSV_NONNUMERIC, CSV_NONE, CSV_STRINGS, CSV_NOTNULL };
enum { CSV_DOUBLEQUOTE = 1, CSV_SKIP_SPACE = 2, CSV_STRICT = 4 };

// The fields of a line that is a whole record of plain or wholly quoted fields, as a list; V_NONE: it
// is another one. Delimiter and quote are ASCII; quote 0: there is none.
NX_INTERNAL Value csv_line_fields(Vm *vm, const Str *line, uint8_t delimiter, uint8_t quote,
                                  int64_t limit, bool strict);
// What a snapshot says of a reader holds its invariants.
NX_INTERNAL bool csv_reader_is_sound(Vm *vm, const Obj *o);

extern const TypeDef csv_reader_type;

#endif
