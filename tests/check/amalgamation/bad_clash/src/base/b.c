static int helper(int x) { return x + 1; }
int b_value(int x) { return helper(x); }
