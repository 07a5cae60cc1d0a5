int x_top(int n) { return n; }
