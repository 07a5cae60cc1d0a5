// str_methods.c: the rows of str, gathered.
#include "object/str_inner.h"

const NativeDef str_methods[] = {NATIVE_END};
