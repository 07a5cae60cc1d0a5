# The last digit of what sin, exp, gamma and their like give can differ from that of a C library.
import math
print(math.asinh(1.5))
print(abs(math.asinh(1.5) - 1.1947632172871092) < 1e-15)
