int x_fact(int n) { return n ? n * x_fact(n - 1) : 1; }
