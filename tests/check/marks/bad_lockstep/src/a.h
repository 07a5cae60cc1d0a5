// [lockstep: lonely] one
