# __new__ and __init__: arguments, other types, singletons, immutables.
class A:
    def __new__(cls, *a, **k):
        print('new', a, k)
        return super().__new__(cls)
    def __init__(self, *a, **k):
        print('init', a, k)
A(1, x=2)
class S:
    one = None
    def __new__(cls):
        if cls.one is None:
            cls.one = super().__new__(cls)
        return cls.one
print(S() is S())
class Other:
    def __new__(cls):
        return 'not an instance'
    def __init__(self):
        print('never called')
print(Other())
class Up(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())
class Pt(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    x = property(lambda s: s[0])
print(Up('abc'), Pt(1, 2), Pt(3, 4).x, type(Up('x')))
def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
class R:
    def __init__(self): return 5
class OnlyNew:
    def __new__(cls, a): return super().__new__(cls)
class OnlyInit:
    def __init__(self, a): pass
show(R)
show(lambda: OnlyNew())
show(lambda: type(OnlyNew(1)).__name__)
show(lambda: type(OnlyInit(1)).__name__)
show(lambda: object.__new__(OnlyInit, 5).__class__.__name__)
show(lambda: object.__new__())
show(lambda: object.__new__(5))
show(lambda: object.__new__(int))
show(lambda: int.__new__(str))
show(lambda: object.__new__(A, 1))
class Bad:
    def __new__(cls, a): return object.__new__(cls, a)
show(lambda: Bad(1))
