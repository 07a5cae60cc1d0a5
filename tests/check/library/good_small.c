const char table[5900000] = {1};
