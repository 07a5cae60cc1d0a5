// expect: current is writable
_Thread_local int current;
