# Container and callable protocols by dunders.
class Seq:
    def __init__(self, *a): self.a = list(a)
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
    def __setitem__(self, i, v): self.a[i] = v
    def __delitem__(self, i): del self.a[i]
    def __contains__(self, x): return x in self.a
    def __iter__(self): return iter(self.a)
    def __reversed__(self): return ('reversed', len(self))
    def __call__(self, *a, **k): return (a, k)
    def __bool__(self): return True
    def __index__(self): return 2
s = Seq(1, 2, 3)
s[0] = 10
del s[1]
print(len(s), s[0], s[-1], s[0:1], 10 in s, list(s), reversed(s), s(1, k=2), bool(s), [0, 1, 'two'][s], 'x' * s, hex(s))
class Old:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * i
print(list(Old()), 4 in Old(), sum(Old()), tuple(Old()), [*Old()], max(Old()), list(zip(Old(), 'ab')))
def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
class E: pass
show(lambda: len(E()))
show(lambda: E()[0])
show(lambda: iter(E()))
show(lambda: E()())
show(lambda: reversed(E()))
show(lambda: 1 in E())
def setit(): E()[0] = 1
def delit(): del E()[0]
show(setit)
show(delit)
class BadLen:
    def __len__(self): return 1.5
show(lambda: len(BadLen()))
class NegLen:
    def __len__(self): return -5
try:
    len(NegLen())
except ValueError as e:
    print(e)
class BadIter:
    def __iter__(self): return 5
show(lambda: list(BadIter()))
