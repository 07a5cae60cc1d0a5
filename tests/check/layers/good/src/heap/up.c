#include "base/low.h"
#include "heap/own.h"
