static const char *const names[] = {"a", "b"};
const int table[] = {1, 2, 3};
const char *good(int i) { return table[i] ? names[i] : 0; }
