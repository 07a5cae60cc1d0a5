# super() without arguments where there is no frame for it, super objects as descriptors.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class A:
    attr=1
    def f(self): return 'A.f'
class B(A):
    def f(self):
        s=super
        __class__
        return s().f()
    def g(*args): return super().attr
    def h(self):
        self=None
        return super().attr
    def j(self): return [super().attr for x in [1]]
    def k(self): return (lambda self: super().attr)(self)
    def l(self): return (lambda: super().attr)()
    def m(self):
        def n(): return self
        return super().attr
b=B()
for n in 'fghjklm': t(getattr(b,n))
def outside(self): return super().attr
t(lambda: outside(b))
t(lambda: (lambda *a: super().attr)(1))
t(lambda: super())
u=super(B)
t(lambda: u.__get__(b).attr); t(lambda:u.__get__(1)); t(lambda: u.attr); t(lambda: u.__self__); t(lambda: u.__thisclass__)
class C: s=u
t(lambda: C().s); 
B.s=u
t(lambda: b.s.attr)
t(lambda: super(B,b).__class__); t(lambda: super(B,b).__self_class__)
class S(super): x=1
t(lambda: S(B,b).attr); t(lambda: S(B).__get__(b).attr)
t(lambda: super(B,B).f(b))
t(lambda: super(1)); t(lambda: super(B,1,2)); t(lambda: super(B,x=1))
t(lambda: super(B,b).nope)
