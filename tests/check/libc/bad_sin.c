// expect: calls sin
#include <math.h>
double bad(double x) { return sin(x); }
