#include <stdio.h>
#include "natrix.h"
