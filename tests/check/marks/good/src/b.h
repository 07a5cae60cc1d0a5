// [lockstep: states] two
