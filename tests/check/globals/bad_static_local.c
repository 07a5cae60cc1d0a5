// expect: is writable
int bad(void) {
    static int n;
    return ++n;
}
