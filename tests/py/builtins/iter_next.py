# iter with one and two arguments, next with and without default.
it = iter([1, 2])
print(next(it), next(it), next(it, 'd'), next(it, None))
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
n = [0]
def counter():
    n[0] += 1
    return n[0]
print(list(iter(counter, 4)), type(iter(counter, 1)).__name__)
print(iter(it) is it, type(iter('a')).__name__, type(iter(())).__name__, type(iter({})).__name__, type(iter({1: 2}.values())).__name__, type(iter({1: 2}.items())).__name__, type(iter(set())).__name__, type(iter(b'')).__name__, type(iter(range(1))).__name__, type(iter('é')).__name__)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('end value')
        return self.n
print(list(It()), [x for x in It()], tuple(It()), max(It()), 2 in It(), dict(enumerate(It())), *It())
a, b, c = It()
print(a, b, c, sum(It()), sorted(It(), reverse=True), list(zip(It(), It())), ','.join(map(str, It())))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class NoNext:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
show(lambda: iter(5))
show(lambda: iter(NoNext()))
show(lambda: iter(NoneIter()))
show(lambda: next([1]))
show(lambda: next(5))
show(lambda: iter([], 1))
show(lambda: next(iter([])))
show(lambda: list(NoneIter()))
