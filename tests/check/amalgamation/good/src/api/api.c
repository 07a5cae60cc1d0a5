#include "base/low.h"
#include "natrix.h"
enum {
#define NAME(x) API_##x,
#include "base/names.def"
#undef NAME
};
static const char *const api_names[] = {
#define NAME(x) #x,
#include "base/names.def"
#undef NAME
};
int nx_answer(void) { return low_value(API_two) + api_names[0][0]; }
