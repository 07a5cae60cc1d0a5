# sum: ints, floats (compensated), start, other types, errors.
print(sum([1, 2, 3]), sum(()), sum([1, 2], 10), sum(range(1000)), sum([0.1] * 10), sum([1e16, 1.0, -1e16]), sum([True, True]), sum([1, 2.5]), sum([1.5, 2], 1), sum([1j, 2]))
print(sum([[1], [2]], []), sum([(1,), (2,)], ()), sum({1: 2, 3: 4}), sum(x for x in range(5)), sum([10 ** 20, 1]), sum([2 ** 62, 2 ** 62]), sum([1, 2], start=5), sum([-0.0]), sum([0.1, 0.2, 0.3]), sum([float('inf'), 1]), sum([float('inf'), float('-inf')]))
class A:
    def __init__(self, n): self.n = n
    def __add__(self, o): return A(self.n + (o.n if isinstance(o, A) else o))
    __radd__ = __add__
print(sum([A(1), A(2)]).n, sum([A(1)], 5).n)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: sum(['a', 'b']))
show(lambda: sum(['a'], ''))
show(lambda: sum([b'a'], b''))
show(lambda: sum([bytearray()], bytearray()))
show(lambda: sum(5))
show(lambda: sum([1, None]))
show(lambda: sum([[1]]))
show(lambda: sum([1], None))
show(lambda: sum())
show(lambda: sum([1], x=2))
