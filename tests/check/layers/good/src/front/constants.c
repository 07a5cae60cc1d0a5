#include "object/int.h"
