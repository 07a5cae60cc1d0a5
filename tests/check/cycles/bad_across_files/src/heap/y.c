int x_even(int n);
int y_odd(int n) { return n != 0 && x_even(n - 1); }
