// expect: bytes without symbols, more than 6800000
const char table[6800000] = {1};
