# super with properties, class attributes, static methods, changes of class, and without a class cell.
class A:
    attr = 'A.attr'
    @property
    def p(self): return 'A.p'
    @p.setter
    def p(self, v): print('A set', v)
    @staticmethod
    def s(): return 'A.s'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    def __len__(self): return 7
    def __getitem__(self, i): return i
class B(A):
    attr = 'B.attr'
    @property
    def p(self): return 'B ' + super().p
    @p.setter
    def p(self, v): super(B, type(self)).p.fset(self, v)
    def get(self):
        return super().attr, super().s(), super().c(), super().__len__(), super().__getitem__(3)
    @classmethod
    def c(cls): return 'B>' + super().c()
    @staticmethod
    def t(): return super(B, B).s()
    def missing(self): return super().nope
    def nested(self):
        return [super(B, self).attr for _ in range(1)], (lambda: super(B, self).s())()
b = B()
b.p = 5
print(b.p, b.get(), B.c(), B.t(), b.nested(), len(b))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(b.missing)
show(lambda: super(A, b).attr)
show(lambda: super(B, A()))
show(lambda: super(B)[1])
show(lambda: len(super(B, b)))
class S(super):
    pass
show(lambda: S(B, b).attr)
def outside(self): return super().attr
B.outside = outside
show(b.outside)
class D(B):
    def f(self):
        __class__ = 5
        return __class__
    def g(first, *a):
        first = A()
        return super().attr
show(D().f)
show(D().g)
show(lambda: repr(super(B, b)).startswith("<super: <class 'B'>, <B object"))
u = super(B)
show(lambda: u.__get__(b).attr)
show(lambda: repr(u))
