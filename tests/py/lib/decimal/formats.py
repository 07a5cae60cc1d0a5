# format() of numbers as amounts, and of what is not.
import random
from decimal import *

r = random.Random(7)
MODES = [ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_DOWN, ROUND_UP, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP]
NUMBERS = ["0", "-0", "0.000", "1e5", "-0e-7", "NaN", "-Infinity", "999.995", "0.5", "-0.004"]
for i in range(300):
    getcontext().rounding = r.choice(MODES)
    length = r.choice([1, 3, 6, 12, 20, 38, 45])
    d = Decimal((r.randrange(2), tuple(r.randrange(10) for _ in range(length)), r.randrange(-30, 12)))
    if r.random() < .2:
        d = Decimal(r.choice(NUMBERS))
    spec = r.choice(["", "", "<", ">", "^", "=", "*<", "x=", "_^", ",>", "é>"])
    spec += r.choice(["", "", "+", "-", " ", "z"]) + r.choice(["", "12", "5", "1", "119", "130"])
    spec += r.choice(["", ",", ",", "_"]) + r.choice([".2", ".0", ".2", ".10", ".40", ".41", ""])
    spec += r.choice(["f", "f", "f", "f", "F", "e", "g", "%", "", "n", "d"])
    try:
        print(d, repr(spec), getcontext().rounding, repr(format(d, spec)))
    except ValueError as e:
        print(d, repr(spec), e)
