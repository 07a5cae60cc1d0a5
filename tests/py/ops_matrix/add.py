# + between values of every pair of builtin types.
class Odd:
    def __repr__(self): return 'Odd()'
VALUES = """
    5 -3 0 2**65 2.5 -0.5 True 1j 'ab' 'a%s' b'xy' [1] (1,2) {'a':1} {1,2} frozenset([1]) range(3) None Odd()
""".split()
values = [eval(v) for v in VALUES]
for a in values:
    for b in values:
        try:
            print(a, '+', b, '->', repr(a + b))
        except Exception as e:
            print(a, '+', b, type(e).__name__, e)
