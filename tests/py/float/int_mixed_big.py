# Floats against ints beyond 2**53.
big = 2 ** 53
print(big + 1 == float(big), big + 1 > float(big), float(big) < big + 1, big * 1.0 == big)
print((big + 1) + 0.0, (big + 3) + 0.0, big + 0.5, -big - 0.5)
print(10 ** 22 * 1.0, 10 ** 23 * 1.0, 10 ** 23 + 0.0 == 1e23, 10 ** 23 == 1e23)
for f in (lambda: 10 ** 400 + 1.0, lambda: 1.5 * 10 ** 400, lambda: 10 ** 400 // 1.0, lambda: float(-10 ** 400)):
    try:
        print(f())
    except OverflowError as e:
        print(e)
print(int(1e23), int(1e22), int(float(2 ** 70)), int(-1.9), int(1e308) % 1000)
