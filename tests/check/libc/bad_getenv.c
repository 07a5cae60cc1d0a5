// expect: calls getenv
#include <stdlib.h>
char *bad(void) { return getenv("HOME"); }
