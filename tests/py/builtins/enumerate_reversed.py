# enumerate with start; reversed by protocol.
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate([], 1)), list(enumerate('a', start=-1)), list(enumerate(iterable='xy', start=2)), next(enumerate([9])), list(enumerate('ab', 10 ** 20)))
print(list(reversed([1, 2])), list(reversed('ab')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})), ''.join(reversed('hello')), list(reversed(b'ab')))
class R:
    def __reversed__(self): return iter('custom')
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class NoLen:
    def __getitem__(self, i): return 1
class Off:
    __reversed__ = None
    def __len__(self): return 0
    def __getitem__(self, i): return 1
print(list(reversed(R())), list(reversed(Seq())), type(reversed(Seq())).__name__, type(reversed([])).__name__, reversed(R()).__class__.__name__)
e = enumerate('ab')
print(type(e).__name__, iter(e) is e, next(e), list(e), list(e))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: enumerate(5))
show(lambda: enumerate('a', 'b'))
show(lambda: enumerate('a', 1.5))
show(lambda: reversed({1, 2}))
show(lambda: reversed(5))
show(lambda: reversed(NoLen()))
show(lambda: reversed(Off()))
show(lambda: reversed(iter([1])))
show(lambda: reversed(x for x in 'a'))
