# limits: --max-steps 500000000
# expect: status=0 last=ok
# Attribute hooks, descriptors and class machinery that need themselves.
def attempt(what, f):
    try:
        f()
    except RecursionError:
        print(what, 'RecursionError')
    except Exception as e:
        print(what, type(e).__name__, e)
    else:
        print(what, 'ended')
class G:
    def __getattr__(self, n): return getattr(self, n + 'x' if False else n)
class GA:
    def __getattribute__(self, n): return self.other
class S:
    def __setattr__(self, n, v): self.x = v
class D:
    def __delattr__(self, n): del self.x
class P:
    @property
    def p(self): return self.p
    @p.setter
    def p(self, v): self.p = v
class Desc:
    def __get__(self, o, c): return c.d
class HasDesc:
    d = Desc()
class SetDesc:
    def __set__(self, o, v): o.s = v
class HasSet:
    s = SetDesc()
class M(dict):
    def __missing__(self, k): return self[k]
class Meta(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
    def __subclasscheck__(cls, c): return issubclass(c, cls)
    def __call__(cls): return cls()
    def __getattr__(cls, n): return getattr(cls, n)
class C(metaclass=Meta):
    def __class_getitem__(cls, k): return cls[k]
class New:
    def __new__(cls): return cls()
class Init:
    def __init__(self): Init()
class Sub:
    def __init_subclass__(cls): type('X', (cls,), {})
class SetName:
    def __set_name__(self, o, n): type('X', (), {'a': self})
class Callable: pass
Callable.__call__ = Callable()
class Iter:
    def __iter__(self): return iter(self)
    def __next__(self): return next(self)
class Await:
    def __await__(self): return self.__await__()
async def wait(): await Await()
class ClassProp:
    @property
    def __class__(self): return self.__class__
def setp(o, n): setattr(o, n, 1)
tests = {'getattr': lambda: G().x, 'getattribute': lambda: GA().x, 'setattr': lambda: setp(S(), 'y'), 'delattr': lambda: delattr(D(), 'y'), 'property': lambda: P().p, 'setter': lambda: setp(P(), 'p'), 'descriptor': lambda: HasDesc().d, 'set descriptor': lambda: setp(HasSet(), 's'),
         'missing': lambda: M()['k'], 'isinstance': lambda: isinstance(1, C), 'issubclass': lambda: issubclass(int, C), 'meta call': lambda: C(), 'meta getattr': lambda: C.nope, 'class getitem': lambda: C[1], 'new': New, 'init': Init, 'init_subclass': lambda: type('Y', (Sub,), {}),
         'set_name': lambda: type('Y', (), {'a': SetName()}), 'callable': lambda: Callable()(), 'next': lambda: next(Iter()), 'await': lambda: wait().send(None), 'class property': lambda: isinstance(ClassProp(), int), 'hasattr': lambda: hasattr(G(), 'x'), 'default': lambda: getattr(G(), 'x', 1)}
for what, f in tests.items():
    attempt(what, f)
print('ok')
