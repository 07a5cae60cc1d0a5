# PEP 695 functions, classes and aliases.
def first[T](xs: list[T]) -> T:
    return xs[0]
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
    def map[U](self, f) -> 'Box[U]': return Box(f(self.v))
class Pair[A, B: int = bool](Box[A]): pass
type IntList = list[int]
type Tree[T] = T | list[Tree[T]]
print(first([1, 2]), Box(5).get(), Box('a').map(len).v, first.__type_params__, Box.__type_params__, Pair.__type_params__)
T = first.__type_params__[0]
print(T, repr(T), T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__contravariant__, T.__infer_variance__, T.has_default(), type(T).__name__)
A, B = Pair.__type_params__
print(B.__bound__, B.__default__, B.has_default())
print(IntList, IntList.__value__, IntList.__name__, IntList.__type_params__, type(IntList).__name__, Tree.__value__, Tree[int], Tree[int].__args__, Tree.__type_params__)
print(Box[int], Box[int](3).v, Box.__orig_bases__, Pair.__mro__[:2], Box.__parameters__, Pair[int, bool])
def multi[*Ts, **P](*args: *Ts, f: P) -> None: pass
print(multi.__type_params__, [type(p).__name__ for p in multi.__type_params__])
def cons[S: (int, str)](x: S): return S.__constraints__
print(cons(1))
def inside[T](x):
    def inner(): return T
    return inner()
print(inside(1), T)
try:
    T()
except TypeError as e:
    print(e)
for bad in (lambda: IntList(), lambda: IntList[int], lambda: first[int], lambda: isinstance(1, IntList), lambda: Box[int, str]):
    try:
        print(bad())
    except TypeError as e:
        print(e)
