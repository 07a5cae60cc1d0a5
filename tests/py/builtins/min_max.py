# min and max: several arguments, iterables, key, default, ties, errors.
print(min(3, 1, 2), max(3, 1, 2), min([3, 1, 2]), max('hello'), min({'b': 1, 'a': 2}), max((1, 5), (1, 4)), min(2.5, 2), max(True, 0), min('b', 'a', 'c'))
print(min([], default='d'), max((), default=None), max(['aa', 'b', 'cc'], key=len), min(['aa', 'b', 'cc', 'd'], key=len), max(1, -5, 3, key=abs), max([1, 2], key=lambda x: -x), min(range(10)), max(x % 4 for x in range(6)))
print(max([1, 1.0, True]), min([1.0, 1]), max(1, True), max([(1, 'a'), (1, 'b')]), max({1: 'a', 3: 'b'}, key=lambda k: -k), min([[1, 2], [1]]), max('a', 'b', key=None))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: min([]))
show(lambda: max(()))
show(lambda: min(5))
show(lambda: max())
show(lambda: min(1, 2, default=0))
show(lambda: max([1, 'a']))
show(lambda: max(1, 'a'))
show(lambda: min(None, 1))
show(lambda: max([1], key=5))
show(lambda: max([1, 2], foo=1))
show(lambda: max([1j, 2j]))
class Odd:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __gt__(self, o): return self.n > o.n
print(min(Odd(2), Odd(1)).n, max([Odd(2), Odd(5), Odd(3)]).n)
