# & | ^ << >> ~ on positive and negative ints.
for a, b in ((12, 10), (-12, 10), (12, -10), (-12, -10), (0, -1), (255, 256)):
    print(a & b, a | b, a ^ b, ~a)
print(1 << 0, 1 << 10, 1 << 62, 1 << 63, 1 << 64, 1 << 100)
print(-1 << 5, -5 >> 1, 5 >> 1, -1 >> 100, 1 >> 100, -256 >> 4)
print((1 << 70) >> 68, (-(1 << 70)) >> 69, (1 << 70) & ((1 << 65) - 1))
print(-(1 << 70) | 5, -(1 << 70) ^ (1 << 70), ~(1 << 70))
print(True & False, True | 2, True ^ True, type(True & True), type(True & 1))
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.0, lambda: 1.0 & 1, lambda: 'a' | 1):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
