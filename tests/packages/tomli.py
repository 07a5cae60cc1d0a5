import tomli
print(tomli.loads('''
title = "T"
[owner]
dob = 1979-05-27T07:32:00-08:00
d = 1979-05-27
t = 07:32:00
n = [1, 2.5, 0xff, 1_000, inf, true]
s = """multi
line"""
lit = 'c:\\x'
[[p]]
a.b = 1
[[p]]
x = {y = 1, z = "q"}
'''))
for bad in ("a = ", "a = 1\na = 2", "[x", "k = 'x"):
    try:
        tomli.loads(bad)
    except tomli.TOMLDecodeError as e:
        print(e)
from decimal import Decimal
print(tomli.loads("x = 1.10", parse_float=Decimal))
