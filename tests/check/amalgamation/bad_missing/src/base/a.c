#include "base/nowhere.h"
