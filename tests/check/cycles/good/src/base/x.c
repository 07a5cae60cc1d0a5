static int x_leaf(int n) { return n + 1; }
int x_top(int n) { return x_leaf(n) + x_leaf(n); }
