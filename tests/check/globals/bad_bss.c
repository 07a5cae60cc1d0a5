// expect: cache is writable
static int cache[16];
int bad(int i) { return cache[i]++; }
