import types, sys
class SubType(types.ModuleType):
    a = 1
    @property
    def lazy(self):
        print("computed")
        return 42
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)
m = types.ModuleType("m")
m.x = 3
print(m.__class__ is types.ModuleType, hasattr(m, "a"))
m.__class__ = SubType
print(m.__class__ is SubType, m.a, m.lazy, m.x, type(m).__name__, isinstance(m, SubType))
m.y = 2
print(m.y, m)
m.__class__ = types.ModuleType
print(type(m).__name__, hasattr(m, "a"), m.y)
m.z = 5
print(sorted(k for k in vars(m) if len(k) == 1))
me = sys.modules[__name__]
me.__class__ = SubType
print(me.lazy, me.a, type(me))
me.other = 7
print(other)
class Slotted(types.ModuleType):
    __slots__ = ()
class Slotted2(types.ModuleType):
    __slots__ = ("q",)
for cls in Slotted, Slotted2, int, object, dict, 3:
    try:
        m.__class__ = cls
        print(cls, type(m))
    except TypeError as e: print(e)
import math
try:
    math.__class__ = SubType
    print(math.lazy, math.pi)
    math.__class__ = types.ModuleType
    print(math.pi)
except TypeError as e: print(e)
class MM(types.ModuleType):
    def __init__(self, name):
        super().__init__(name)
    def __getattribute__(self, name):
        print("get", name)
        return types.ModuleType.__getattribute__(self, name)
    def __setattr__(self, name, value):
        print("set", name, value)
        types.ModuleType.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        types.ModuleType.__delattr__(self, name)
a = MM("a")
a.foo = 12
x = a.foo
print(a.foo, x)
def called(): return "called"
print("-")
print(getattr(a, "foo"), getattr(a, "none", 0))
del a.foo
try: a.foo
except AttributeError as e: print(e)
class MG(types.ModuleType):
    def __getattr__(self, name):
        print("getattr", name)
        if name == "nope": raise AttributeError(name)
        return name.upper()
g = MG("g")
g.here = 1
print(g.here, g.there, hasattr(g, "nope"), g.__name__)
g.__class__ = MM
print(g.here)
