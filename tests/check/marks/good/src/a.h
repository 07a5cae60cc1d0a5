// [lockstep: states] one
