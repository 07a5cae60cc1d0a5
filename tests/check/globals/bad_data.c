// expect: counter is writable
int counter = 5;
