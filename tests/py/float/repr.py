# repr is the shortest text that reads back to the same float.
for x in (0.1, 0.2, 0.3, 1 / 3, 2 / 3, 1e-5, 1e-4, 123.456, 1e21, 1e16, 9999999999999998.0, 1e15 + 0.5, 5e-324,
          1.7976931348623157e308, 2.5, 1e100, 1.1, 100.0, 1234567890.123, 0.00012345, 4.35, 0.5, 2 ** 0.5, 1e22, 1e23, 8.41e21,
          9007199254740993.0, 2.0 ** -1074, 2.0 ** 60):
    print(repr(x), str(x), float(repr(x)) == x, repr(-x))
print(repr(float('inf')), repr(float('-inf')), repr(float('nan')), repr(-float('nan')))
print([1.0, -0.0], (0.5,), {1.5: 2.5})
