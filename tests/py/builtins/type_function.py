# type(): one argument, and classes made of three.
print(type(1), type('a'), type(None), type(type), type([]), type(lambda: 0), type(len), type(print), type([].append), type(...), type(NotImplemented), type(type(1)), type(Exception()), type(1j), type(b''), type(range(1)))
T = type('T', (int,), {'x': 5, 'double': lambda self: self * 2})
t = T(21)
print(T, t, t.x, t.double(), T.__name__, T.__bases__, T.__qualname__, T.__module__, T.__mro__, isinstance(t, int), T.__dict__['x'], T.__doc__)
T.__name__ = 'Renamed'
print(T, type(t).__name__)
T.y = 6
print(t.y, T.__subclasses__(), int.__subclasses__()[0].__name__)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: type('T', (), {}, x=1))
show(lambda: type('T', int, {}))
show(lambda: type('T', (1,), {}))
show(lambda: type(5, (), {}))
show(lambda: type('T', (), 5))
show(lambda: type(1, 2))
show(lambda: type('a\0b', (), {}))
show(lambda: setattr(T, '__name__', 5))
show(lambda: setattr(T, '__bases__', ()))
show(lambda: setattr(int, '__name__', 'x'))
show(lambda: delattr(T, '__name__'))
show(lambda: type('B', (bool,), {}))
show(lambda: type('N', (type(None),), {}))
show(lambda: type('F', (type(lambda: 0),), {}))
show(lambda: type.mro(int))
print(type(T) is type, type.__call__(int, '5'), type('E', (), {})().__class__.__name__)
