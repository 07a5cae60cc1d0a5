# round() is half-to-even on the exact binary value.
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 0.125, 0.375, 2.5000001, 1e16, -2.5, 0.49999999999999994):
    print(x, round(x), round(x, 1), round(x, 2))
print(round(1234.5678, -2), round(1250.0, -2), round(15.0, -1), round(5.015, 2), round(1e300, -300), round(1.5, 400))
print(type(round(2.5)), type(round(2.5, 0)), type(round(2.5, None)), round(-0.4), round(-0.4, 0))
print(round(7), round(7, 2), round(number=3.7), round(3.14159, ndigits=3))
class R:
    def __round__(self, n='none'):
        return ('rounded', n)
print(round(R()), round(R(), 2), round(R(), None))
for f in (lambda: round('a'), lambda: round(1.5, 'x'), lambda: round(float('inf')), lambda: round(float('nan')), lambda: round(), lambda: round(1.5, 1.5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
