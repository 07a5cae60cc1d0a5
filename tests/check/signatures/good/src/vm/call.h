enum { NATIVE_MAX_PARAMS = 6 };
