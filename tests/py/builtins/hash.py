# hash of numbers and tuples is CPython's; unhashables say so.
print([hash(x) for x in (0, 1, -1, -2, 2 ** 31, 2 ** 61 - 1, 2 ** 61, -(2 ** 61), 10 ** 30, -10 ** 30, True, False)])
print([hash(x) for x in (0.0, 1.0, 0.5, -0.5, 1e10, 1e300, float('inf'), float('-inf'), 3.14, 2.0 ** 100)])
print([hash(x) for x in (1j, 1 + 2j, complex(5), -1j)])
print([hash(x) for x in ((), (1,), (1, 2), (2, 1), (0.5, (1, (2,))), (True, False), (-1,), ((),), tuple(range(10)))])
print([hash(x) for x in (frozenset(), frozenset([1]), frozenset([1, 2, 3]), frozenset([(1, 2)]), range(0), range(5), range(1, 10, 3), slice(1, 2, 3))])
print(hash('') == hash(''), hash('') == 0, hash(b'') == hash(''), hash(None) == hash(None), hash(int) == hash(int), hash(...) == hash(...))
class H:
    def __hash__(self): return 42
class Neg:
    def __hash__(self): return -1
class Big:
    def __hash__(self): return 2 ** 100 + 1
print(hash(H()), hash(Neg()), hash(Big()), hash(2 ** 100 + 1))
def show(x):
    try:
        hash(x)
    except TypeError as e:
        print(e)
class E:
    def __eq__(self, o): return True
class S:
    def __hash__(self): return 'a'
class N:
    __hash__ = None
for x in ([], {}, set(), bytearray(), (1, []), E(), S(), N(), {}.keys(), slice([], 1)):
    show(x)
