# A class attribute named __dict__, in place of the descriptor of the instances' attributes.
import types


class ByProperty:
    @property
    def __dict__(self):
        return {"made": "up"}


p = ByProperty()
p.x = 1
print(p.__dict__, vars(p), p.x, "made" in dir(p), "x" in dir(p))


class Plain:
    __dict__ = 8


print(Plain().__dict__, vars(Plain()), "__dict__" in dir(Plain()))
q = Plain()
q.y = 2
print(q.y)


class Derived(Plain):
    pass


d = Derived()
d.z = 3
print(d.z, d.__dict__)


class Slotted:
    __slots__ = ()
    __dict__ = "none"


class Below(Slotted):
    pass


b = Below()
b.z = 4
print(b.z, b.__dict__)
try:
    Slotted().x = 1
except AttributeError as e:
    print(e)


class Module(types.ModuleType):
    @property
    def __dict__(self):
        return "no dict"


try:
    dir(Module("m"))
except TypeError as e:
    print(e)


class Weak:
    __weakref__ = 5


print(Weak().__weakref__)
