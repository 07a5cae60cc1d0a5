// expect: calls printf
#include <stdio.h>
void bad(int n) { printf("%d\n", n); }
