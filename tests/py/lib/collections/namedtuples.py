from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], Point._fields, Point._field_defaults, p._asdict(), p._replace(y=5))
print(Point.__doc__, Point.x.__doc__, Point._make([3, 4]), p == (1, 0), hash(p) == hash((1, 0)))
x, y = p
print(x, y, len(p), list(p), p + (2,), Point(y=2, x=1))
print(namedtuple("T", "a, def a _b", rename=True)._fields)

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

show(Point)
show(Point, 1, 2, 3)
show(Point, 1, z=2)
show(Point._make, [1])
show(p._replace, z=1)
show(namedtuple, "A", "class")
show(namedtuple, "A", "_x")
show(namedtuple, "A", "x x")
show(namedtuple, "1A", "x")
show(namedtuple, "A", "x", defaults=[1, 2])
try:
    p.x = 5
except AttributeError as error:
    print(error)
try:
    p.z
except AttributeError as error:
    print(error)

class Sub(Point):
    __slots__ = ()
    def norm(self):
        return self.x ** 2 + self.y ** 2

print(Sub(3, 4).norm(), Sub(3, 4))
match p:
    case Point(a, b):
        print("matched", a, b)
