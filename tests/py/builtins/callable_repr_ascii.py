# callable, repr, ascii, format of various things.
class C:
    def __call__(self): pass
class D: pass
d = D()
d.__call__ = lambda: 1
print([callable(x) for x in (len, int, C, C(), D, d, lambda: 0, 5, None, [].append, type, C().__call__)])
print(repr('a'), repr(1.0), repr(None), repr([1, 'a']), repr({}), repr(len), repr(int), repr(C), repr(range(3)), repr(slice(1)), repr(...), repr(type), repr(Exception), repr(ValueError('x')), repr(b'a'))
print(ascii('é'), ascii('😀'), ascii(['é']), ascii('plain'), ascii({'ü': 1}), ascii('\n'))
print(repr(str.upper), repr('a'.upper).split(' at ')[0], repr(dict.fromkeys).split(' at ')[0], repr(int.__add__), repr((1).__add__).split(' at ')[0], repr(property()).split(' at ')[0], repr(object()).split(' at ')[0])
print(repr(print), repr(abs), repr(dict.keys), repr(C.__call__).split(' at ')[0], repr(C().__call__).split(' at ')[0], repr((x for x in ())).split(' at ')[0], repr(iter([])).split(' at ')[0], repr(zip()).split(' at ')[0])
print(repr(type(None)), repr(type(...)), repr(type(lambda: 0)), repr(type(len)), repr(type((x for x in ()))), repr(type({}.keys())), repr(type(C().__call__)), repr(type(int.real)), repr(type(int.__add__)), repr(type(str.upper)))
import sys, math
print(repr(math), repr(sys), repr(type(sys)))
class R:
    def __repr__(self): return 'é'
print(ascii(R()), repr(R()), [R()])
