# __instancecheck__, __subclasscheck__, tuples of classes, __class__ lies.
class Meta(type):
    def __instancecheck__(cls, o): return o == 'yes'
    def __subclasscheck__(cls, c): return c is int
class A(metaclass=Meta): pass
print(isinstance('yes', A), isinstance('no', A), isinstance(A(), A), issubclass(int, A), issubclass(str, A))
print(isinstance(1, (str, int)), isinstance(1, (str, (float, (int,)))), isinstance(1, ()), issubclass(bool, (str, int)), isinstance(True, int), isinstance(int, type), isinstance(type, object))
class Lie:
    __class__ = int
print(isinstance(Lie(), int), isinstance(Lie(), Lie), type(Lie()).__name__)
class Any:
    def __instancecheck__(self, o): return True
print(isinstance(5, Any()))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, [int]), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance('a', (int, 5)), lambda: isinstance(1, 'int')):
    try:
        print(f())
    except TypeError as e:
        print(e)
class B: pass
b = B()
B2 = type('B2', (), {})
b.__class__ = B2
print(type(b).__name__, isinstance(b, B))
for v in (5, int):
    try:
        b.__class__ = v
    except TypeError as e:
        print(e)
