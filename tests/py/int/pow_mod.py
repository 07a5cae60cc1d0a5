# pow with three arguments, and modular inverses.
for base in (0, 1, 2, -3, 10, 2 ** 64 + 1, -(3 ** 80)):
    for exp in (0, 1, 2, 5, 65537, 2 ** 70):
        for mod in (1, 2, 7, -7, 10 ** 9 + 7, 2 ** 64, 2 ** 61 - 1, 2 ** 127 - 1, -(10 ** 40), 3 ** 100):
            print(pow(base, exp, mod), end=' ')
    print()
print(pow(3, -1, 7), pow(3, -5, 7), pow(-3, -1, 7), pow(3, -1, -7), pow(2, -1, 1), pow(10, -1, 2 ** 127 - 1))
print(pow(3 ** 50, -3, 2 ** 200 + 1), pow(2 ** 64 - 1, -1, 2 ** 64), pow(True, 5, 3), pow(38, -1, mod=97))
for args in [(2, -1, 4), (2, 3, 0), (0, -1, 5), (2, -1, 0), (2.0, 2, 3), (2, 2.0, 3), (2, 2, 3.0), (0, -1), (6, -1, 2 ** 100)]:
    try:
        print(pow(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
