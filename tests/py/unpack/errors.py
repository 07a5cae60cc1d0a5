# Too many, too few, and not iterable.
def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def f1(): a, b = 1, 2, 3
def f2(): a, b = 1,
def f3(): a, b, *c = [1]
def f4(): a, b = 5
def f5(): a, b = None
def f6(): a, b = 'abc'
def f7(): a, (b, c) = 1, 2
def f8(): [a] = []
def f9(): a, b = {1: 2, 3: 4, 5: 6}
def f10(): a, b = iter([1, 2, 3])
def f11(): () = [1]
def f12(): *a, b = ()
def f13():
    for a, b in [(1, 2), (3,)]:
        print(a, b)
def f14(): a, b = (x for x in range(5))
class It:
    def __iter__(self): return 5
def f15(): a, b = It()
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15):
    show(f)
