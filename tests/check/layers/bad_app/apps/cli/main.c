#include "vm/frame.h"
