# int / int is correctly rounded even when both are huge.
print((2 ** 53 + 1) / 1, (2 ** 53 + 3) / 1, (2 ** 54 + 2) / 1, (2 ** 54 + 6) / 1)
print((10 ** 30 + 1) / 10 ** 30, 10 ** 308 / 1, 1 / 10 ** 308, 1 / 10 ** 323)
print(1 / 3 ** 200, -7 ** 100 / 3 ** 170)
print(10 ** 1000 / 10 ** 999, 3 * 10 ** 1000 / 10 ** 1001)
try:
    print(10 ** 400 / 3)
except OverflowError as e:
    print(e)
print(3 / 10 ** 400)
print(float(2 ** 1023), float(2 ** 1024 - 2 ** 970 - 1))
try:
    float(2 ** 1024)
except OverflowError as e:
    print(e)
