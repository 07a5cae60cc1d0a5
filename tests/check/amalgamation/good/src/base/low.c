#include "base/low.h"
const int low_table[2] = {1, 2}, low_other = 3;
int low_value(int i) { return low_table[i] + low_other; }
