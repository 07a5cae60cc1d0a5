# str() of everything, and its errors.
print(str(), str(1), str(1.5), str(None), str([1, 'a']), str('x'), str(b'a'), str(object=5), str(type), str(int), str(...))
class S:
    def __str__(self):
        return 'S!'
class R:
    def __repr__(self):
        return 'R!'
class B:
    def __str__(self):
        return 1
print(str(S()), str(R()), repr(R()), f'{S()} {R()}')
class Sub(str):
    def __str__(self):
        return 'custom'
x = Sub('abc')
print(str(x), x, len(x), x == 'abc', type(str(x)), x + '', repr(x))
for f in (lambda: str(B()), lambda: str(1, 'ascii'), lambda: str('a', 'ascii'), lambda: str(b'\xff', 'ascii'), lambda: str(1, 2, 3, 4), lambda: str(x=1), lambda: str('a', errors='x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
