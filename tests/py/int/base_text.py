# bin, oct, hex and their inverses.
for n in (0, 1, -1, 10, 255, -255, 2 ** 64, -(2 ** 70)):
    print(bin(n), oct(n), hex(n), int(bin(n), 2) == n, int(hex(n), 16) == n, int(oct(n), 0) == n)
print(hex(True), bin(False))
for f in (hex, oct, bin):
    for bad in (1.5, '1', None):
        try:
            f(bad)
        except TypeError as e:
            print(f.__name__, e)
