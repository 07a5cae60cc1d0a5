// format_text.h: the engine behind raise_error and format_text of rt/errors.h, which lists the
// verbs.
#ifndef NX_RT_FORMAT_TEXT_H
#define NX_RT_FORMAT_TEXT_H

#include <stdarg.h>

#include "heap/vm.h"

// A str, or V_RAISED when memory is short. Runs no guest code.
NX_INTERNAL Value format_text_v(Vm *vm, const char *fmt, va_list args);

#endif
