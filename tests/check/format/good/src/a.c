int good(int a) { return a + 1; }
