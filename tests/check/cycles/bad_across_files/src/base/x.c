int y_odd(int n);
int x_even(int n) { return n == 0 || y_odd(n - 1); }
