from functools import lru_cache, cache, cached_property

@lru_cache(maxsize=3)
def square(x):
    print("computing", x)
    return x * x

print([square(n) for n in (1, 2, 3, 1, 4, 2, 1)])
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info())

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(80), fib.cache_info())

@lru_cache(typed=True)
def kind(x, y=0):
    return type(x).__name__, y

print(kind(1), kind(1.0), kind(1), kind(1, y=2), kind(x=1), kind.cache_info())
try:
    square([])
except TypeError as error:
    print(error)
try:
    lru_cache("x")
except TypeError as error:
    print(error)

class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        "how large"
        print("measuring")
        return 3 * self.r ** 2

c = Circle(2)
print(c.area, c.area, c.__dict__, Circle.area.__doc__)
c.area = 5
print(c.area)
del c.area
print(c.area)

class Slotted:
    __slots__ = ()
    @cached_property
    def x(self):
        return 1

for bad in (lambda: Slotted().x, lambda: cached_property(len).__get__(c)):
    try:
        bad()
    except TypeError as error:
        print(error)
