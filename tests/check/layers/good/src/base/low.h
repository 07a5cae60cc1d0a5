#include <stdint.h>
int low_value(void);
