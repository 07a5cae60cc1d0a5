static int helper(int x) { return x; }
int a_value(int x) { return helper(x); }
