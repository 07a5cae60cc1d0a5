# Inheritance, overriding, super() in all forms.
class A:
    def __init__(self):
        self.log = ['A']
    def who(self):
        return 'A'
    @classmethod
    def make(cls):
        return cls.__name__
class B(A):
    def __init__(self):
        super().__init__()
        self.log.append('B')
    def who(self):
        return 'B>' + super().who()
    @classmethod
    def make(cls):
        return 'made ' + super().make()
class C(B):
    def who(self):
        return 'C>' + super(B, self).who() + '|' + super(C, self).who()
c = C()
print(c.log, c.who(), C.make(), A.make(), isinstance(c, A), issubclass(C, A), issubclass(A, C), C.__mro__ == (C, B, A, object), C.__base__)
print(super(C, c).who(), super(B, c).who(), type(super(B, c)), super(B, c).__self__ is c, super(B, c).__thisclass__, super(B, c).__self_class__)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: super().x)
show(lambda: super(C, 5))
show(lambda: super(5, c))
show(lambda: super(C, c).nope)
def free(self):
    return super().who()
A.free = free
show(c.free)
class D:
    def m(self):
        f = lambda self: super().__repr__()
        return f(self).startswith('<')
    def n(self):
        return __class__.__name__
print(D().m(), D().n())
