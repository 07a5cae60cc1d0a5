#include "heap/value.h"
