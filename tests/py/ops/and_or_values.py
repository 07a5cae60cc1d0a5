# `and` and `or` return one of their operands; `not` returns a bool.
print(0 or 'a', '' or [] or {}, 1 and 2, 1 and 0 and 2, None or 0, [] and 1, 'x' and 'y' or 'z')
print(not 0, not 'a', not [], not None)
def t(x, r):
    print('call', x)
    return r
print(t(1, True) or t(2, True))
print(t(3, False) or t(4, 'four'))
print(t(5, False) and t(6, True))
print(t(7, 'a') and t(8, 'b') or t(9, 'c'))
if not (t(10, 0) or t(11, 0)) and t(12, 1):
    print('branch')
x = (1 and [] or (2 and 3)) or 4
print(x)
while (x and x < 5) or x == 10:
    x += 1
print(x)
