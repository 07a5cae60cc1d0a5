#include <math.h>
#include <stdlib.h>
#include <string.h>
double good(const char *s, double x) {
    char *p = malloc(strlen(s) + 1);
    if (p) { memcpy(p, s, strlen(s) + 1); }
    free(p);
    return floor(x) + sqrt(x);
}
