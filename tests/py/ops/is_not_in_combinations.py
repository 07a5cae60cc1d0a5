# not in, is not, not with other operators.
x, y, l = None, 0, [1, None]
print(x is None, x is not None, not x is None, x in l, x not in l, not x in l, y is not None and y not in l)
print((not x) in [True], not (x in l), not not y, not x == y, (not x) == y)
print(1 in l and 2 not in l or x, x not in [l], [] is not [], () == ())
print(True is not False, True is (not False), not True is False, None is None is None)
print('a' in 'abc' in ['abc'], 1 in [1] in [[1]], 1 == 1 in [1], 1 not in [2] != [3])
