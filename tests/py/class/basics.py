# Classes: attributes, methods, instances, repr, __dict__.
class Point:
    """A point."""
    dims = 2
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def norm1(self):
        return abs(self.x) + abs(self.y)
    def __repr__(self):
        return f'Point({self.x}, {self.y})'
p = Point(1, -2)
print(p, p.x, p.norm1(), p.dims, Point.dims, p.__dict__, vars(p), Point.__name__, Point.__doc__, Point.__module__, type(p), p.__class__ is Point)
p.dims = 3
p.z = 'new'
print(p.dims, Point.dims, p.__dict__)
del p.dims
print(p.dims, hasattr(p, 'z'), hasattr(p, 'nope'), getattr(p, 'nope', 'dflt'), isinstance(p, Point), isinstance(p, object), issubclass(Point, object))
Point.dims = 9
print(p.dims, Point(0).dims, Point.__bases__, Point.__mro__)
class Empty: pass
e = Empty()
print(repr(e)[:25], str(Empty), e.__dict__, Empty.__doc__, Empty() == Empty(), e == e)
for f in (lambda: p.nope, lambda: Point.nope, lambda: delattr(p, 'nope'), lambda: delattr(Point, 'nope'), lambda: Point(), lambda: p.norm1(1)):
    try:
        f()
    except (AttributeError, TypeError) as x:
        print(type(x).__name__, x)
