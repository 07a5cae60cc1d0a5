# Operator precedence and associativity.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, 2 ** -1, 10 - 4 - 3, 100 / 10 / 2, 7 // 2 * 2, 7 % 4 * 2)
print(1 + 2 << 3, 1 << 2 + 3, 1 | 2 ^ 3 & 4, 6 & 3 == 2, (6 & 3) == 2, 1 << 1 << 1)
print(not 1 == 2, not True or True, True or False and False, (True or False) and False, not not 3)
print(1 < 2 == True, 1 < 2 and 2 < 3, 3 if 0 else 4 if 0 else 5, (lambda: 1 if 0 else 2)())
print(~1 + 1, -3 % 5, -(3 % 5), ~2 ** 2, +-+1, not -1)
print(1 in [1] == True, (1 in [1]) == True, 'a' + 'b' * 2, [1] + [2] * 2)
x = 5
print(x if x > 3 else -x, x and 0 or 7, x or 1 / 0, 0 and 1 / 0)
print(1, 2 if 0 else 3, *[4, 5])
print(await_ := 3, (y := 4) + 1, y)
