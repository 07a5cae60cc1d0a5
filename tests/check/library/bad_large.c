// expect: bytes without symbols, more than 6000000
const char table[6000000] = {1};
