// expect: calls time
#include <time.h>
long bad(void) { return (long)time(0); }
