# Comparison and hash of ints, floats and bools across magnitudes.
print(1 == 1.0, 1 < 1.5, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53)
print(10 ** 400 > 1e308, 10 ** 400 < float('inf'), -10 ** 400 > float('-inf'), 10 ** 400 == float('nan'))
print(hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(10 ** 30))
print(hash(1.0), hash(0.5), hash(-0.0), hash(1e300), hash(float('inf')), hash(float('-inf')), hash(1.5))
print(hash(True), hash(2.0 ** 70) == hash(2 ** 70), hash(3j), hash(1 + 0j))
print(1 < 2 < 3, 3 > 2 >= 2 != 1, 1 == 1 == True, not 1 > 2)
for f in (lambda: 1 < 'a', lambda: 1 >= None, lambda: [] > 1, lambda: 1j < 2j, lambda: 1 <= {}):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(1 == 'a', 1 != None, 0 == False, 0 == '', 1 == 1j * -1j)
