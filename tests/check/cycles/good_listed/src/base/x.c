int x_odd(int n);
int x_even(int n) { return n == 0 || x_odd(n - 1); }
int x_odd(int n) { return n != 0 && x_even(n - 1); }
