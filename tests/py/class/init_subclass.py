# __init_subclass__ gets the class keywords.
class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)
class A(Base, tag='a'): pass
class B(A): pass
class C(B, tag='c'): pass
print(Base.registry, A.tag, B.tag, C.tag)
try:
    class D(Base, other=1): pass
except TypeError as e:
    print(e)
try:
    class E(x=1): pass
except TypeError as e:
    print(e)
T = type('T', (Base,), {}, tag='t')
print(T.tag, Base.registry[-1])
class Order:
    def __init_subclass__(cls):
        print('subclass hook', cls.__name__, hasattr(cls, 'attr'), cls.f.name)
class F:
    def __set_name__(self, o, n):
        self.name = n
class G(Order):
    attr = 1
    f = F()
print(Order.__init_subclass__.__self__.__name__)
